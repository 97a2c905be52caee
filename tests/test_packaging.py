"""What is shipped: the wheel and the sdist hold all that they need once, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

import speedcli
from speedcli.knowledge import load

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "speedcli"
NAME = f"speedcli-{speedcli.__version__}"


def files(folder: str) -> Iterator[str]:
    """The files of a folder of the checkout by their path, without what tools leave there."""
    for path in (ROOT / folder).rglob("*"):
        parts = path.relative_to(ROOT / folder).parts
        made = any(part.startswith((".", "__pycache__")) for part in parts)
        if path.is_file() and not made:
            yield path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return folder


def wheel(folder: Path) -> ZipFile:
    (found,) = folder.glob("*.whl")
    return ZipFile(found)


def sdist(folder: Path) -> tarfile.TarFile:
    (found,) = folder.glob("*.tar.gz")
    return tarfile.open(found)


@pytest.mark.sweep
def test_the_wheel_holds_the_package_and_the_data_once(dist: Path) -> None:
    info = f"{NAME}.dist-info"
    expected = [
        *(path.removeprefix("src/") for path in files("src")),
        *(f"speedcli/{path}" for path in files("data")),
        "speedcli/knowledge.shelf",
        f"{NAME}.data/data/share/man/man1/speed.1",
        *(f"{info}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")),
        f"{info}/licenses/LICENSE",
    ]
    with wheel(dist) as archive:
        names = archive.namelist()
        assert sorted(names) == sorted(expected)
        assert "speedcli/py.typed" in names
        for path in files("data"):
            assert archive.read(f"speedcli/{path}") == (ROOT / path).read_bytes()


@pytest.mark.sweep
def test_the_sdist_holds_what_it_takes_to_build_and_to_test(dist: Path) -> None:
    folders = ("src", "data", "tests", "benchmarks", "docs", "fuzz", ".ci", ".github")
    lone = ("pyproject.toml", "build_hook.py", "LICENSE", ".gitignore")
    expected = {
        "PKG-INFO",
        *lone,
        *(path.name for path in ROOT.glob("*.md")),
        *(path for folder in folders for path in files(folder)),
    }
    with sdist(dist) as archive:
        names = [str(PurePosixPath(*PurePosixPath(name).parts[1:])) for name in archive.getnames()]
    assert sorted(names) == sorted(expected)


@pytest.mark.sweep
def test_the_same_source_gives_the_same_wheel_also_by_way_of_the_sdist(
    dist: Path, tmp_path: Path
) -> None:
    with sdist(dist) as archive:
        archive.extractall(tmp_path, filter="data")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=tmp_path / NAME, check=True, capture_output=True, timeout=120)
    (direct,), (around,) = dist.glob("*.whl"), tmp_path.glob("*.whl")
    assert around.read_bytes() == direct.read_bytes()


@pytest.fixture
def unpacked(dist: Path, tmp_path: Path) -> Path:
    """A folder with the unpacked wheel, where nothing can be written."""
    folder = tmp_path / "site"
    with wheel(dist) as archive:
        archive.extractall(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


def run(folder: Path, cache: Path, command: str) -> list[str]:
    """What the unpacked wheel prints, ahead of the checkout: what is read must come out of it."""
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1));"
        "from speedcli.cli.main import main; from speedcli.knowledge import place;"
        "print(place.data_dir()); main(sys.argv[1:]); print('yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(folder), *command.split()],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return done.stdout.decode().splitlines()


@pytest.mark.sweep
@pytest.mark.parametrize("command", ["explain isometric --brief", "plan --weeks 1", "explain"])
def test_the_wheel_runs_by_itself_without_reading_yaml(
    command: str, unpacked: Path, tmp_path: Path
) -> None:
    place, *shown, has_read_yaml = run(unpacked, tmp_path / "cache", command)
    assert place == str(unpacked / "speedcli" / "data")
    assert len(shown) > 3
    assert has_read_yaml == "False"
    assert not (tmp_path / "cache").exists()


@pytest.mark.sweep
def test_yaml_that_was_edited_where_it_is_installed_wins(unpacked: Path, tmp_path: Path) -> None:
    concepts = unpacked / "speedcli" / "data" / "concepts.yaml"
    before = concepts.read_text("utf-8")
    concepts.chmod(0o644)
    concepts.write_text(before.replace("the joint stays still", "the joint stays there"), "utf-8")
    for _ in range(2):
        shown = run(unpacked, tmp_path / "cache", "explain isometric --brief")
        assert "the joint stays there" in shown[3]
    assert shown[-1] == "False"


def test_a_checkout_reads_its_own_data() -> None:
    """An editable install must leave no copy behind: it would go stale."""
    if Path(speedcli.__file__).parent != PACKAGE:
        pytest.skip("not an editable install of this checkout")
    assert load.data_dir() == ROOT / "data"
    installed = metadata.distribution("speedcli").files or []
    assert [str(path) for path in installed if path.suffix == ".yaml"] == []


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/speedcli/__init__.py"
