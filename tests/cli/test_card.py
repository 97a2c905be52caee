"""Cards from the command line: their paper, what they are called, and what they refuse."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from speedcli.cli import card
from tests.cli.planning import Shipped

NO_PICTURE = str(Path(__file__).with_name("__init__.py"))
SESSION = ("session", "iso-max-push", "--start", "2027-01-04")


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    for name in ("LC_ALL", "LC_PAPER", "LANG", "SPEED_PAPER"):
        monkeypatch.delenv(name, raising=False)
    return Shipped(capsys, monkeypatch)


def width(path: Path) -> int:
    return round(float(PdfReader(BytesIO(path.read_bytes())).pages[0].mediabox.width))


def test_a_file_is_told_with_its_pages_and_paper(speed: Shipped, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    run = speed(*SESSION, "-o", str(path))
    assert (run.code, run.out) == (0, "")
    assert run.err.splitlines()[0] == f"speed: wrote {path} (1 page, A4)"
    assert width(path) == 595


def test_letters_that_no_font_has_are_told(speed: Shipped, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    run = speed(*SESSION, "--athlete", "Ann 😀", "-o", str(path))
    assert "(1 page, A4; no font has 😀, so � stands there)" in run.err


def test_a_plan_prints_as_cards_with_what_was_asked(speed: Shipped, tmp_path: Path) -> None:
    plan, cards, logo = (str(tmp_path / name) for name in ("p.yaml", "p.pdf", "logo.svg"))
    Path(logo).write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    speed("plan", "--weeks", "1", "--start", "2027-01-04", "-o", plan)
    asked = ("--glossary", "--two-up", "--paper", "letter", "--logo", logo, "--coach", "José")
    run = speed("print", plan, *asked, "-o", cards)
    assert (run.code, run.err) == (0, f"speed: wrote {cards} (10 pages, Letter)\n")
    reader = PdfReader(cards)
    assert round(reader.pages[0].mediabox.width) == 792
    assert "José" in reader.pages[0].extract_text()
    text = "".join(page.extract_text() for page in reader.pages)
    assert text.index("Terms of this card") < text.index("Figures\n")


def test_an_edited_plan_prints_as_edited(speed: Shipped, tmp_path: Path) -> None:
    plan, cards = tmp_path / "p.yaml", tmp_path / "p.pdf"
    speed("plan", "--weeks", "1", "--start", "2027-01-04", "-o", str(plan))
    plan.write_text(plan.read_text("utf-8").replace("Fall as one piece", "Fall far"), "utf-8")
    speed("print", str(plan), "w1d1", "-o", str(cards))
    (page,) = PdfReader(cards).pages
    assert "Fall far." in page.extract_text()
    assert "Fall as one piece" not in page.extract_text()


@pytest.mark.parametrize(
    ("variables", "paper"),
    [
        ({}, "a4"),
        ({"LANG": "C.UTF-8"}, "a4"),
        ({"LANG": "en_GB.UTF-8"}, "a4"),
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "fr_CA"}, "letter"),
        ({"LANG": "es_MX.UTF-8@x"}, "letter"),
        ({"LC_PAPER": "de_DE.UTF-8", "LANG": "en_US.UTF-8"}, "a4"),
        ({"LC_ALL": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "letter"),
        ({"LC_ALL": "", "LANG": "en_US"}, "letter"),
        ({"SPEED_PAPER": "A4", "LC_ALL": "en_US.UTF-8"}, "a4"),
        ({"SPEED_PAPER": "letter"}, "letter"),
    ],
)
def test_the_paper_is_that_of_the_country_unless_it_is_named(
    speed: Shipped, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], paper: str
) -> None:
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    assert card.usual_paper() == paper


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--logo", "none.png", "-o", "x.pdf"), 4, "none.png: cannot be read: No such file"),
        (("--logo", NO_PICTURE, "-o", "x.pdf"), 4, f"{NO_PICTURE}: is no picture; a logo is a"),
        (("--two-up",), 2, "--paper, --two-up, --glossary and --logo are for cards; add -o"),
        (("--paper", "a3", "-o", "x.pdf"), 2, "invalid value for '--paper': 'a3' is not one of"),
    ],
)
def test_what_cannot_be_printed(
    speed: Shipped,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    speed(*SESSION, "-o", "p.yaml")
    run = speed("print", "p.yaml", *arguments)
    assert run.code == code
    assert message in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["p.yaml"]


def test_a_paper_that_there_is_not(speed: Shipped, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEED_PAPER", "foolscap")
    run = speed(*SESSION, "-f", "pdf", "-o", "x.pdf")
    said = "speed: SPEED_PAPER: paper takes a4 or letter, got 'foolscap'\n"
    assert (run.code, run.err) == (2, said)


def test_paper_and_logo_may_be_set(
    speed: Shipped, put_settings: Callable[[str], Path], tmp_path: Path
) -> None:
    file = put_settings("paper: letter\nlogo: club.svg\n")
    logo, first, other = file.with_name("club.svg"), tmp_path / "1.pdf", tmp_path / "2.pdf"
    missing = speed(*SESSION, "-o", str(first))
    said = f"{logo}: cannot be read: No such file or directory, and {file}:2 names it"
    assert (missing.code, missing.err) == (4, f"speed: {said}\n")
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    assert "(1 page, Letter)" in speed(*SESSION, "-o", str(first)).err
    file.write_text("paper: a4\n", "utf-8")
    assert "(1 page, A4)" in speed(*SESSION, "-o", str(other)).err
    assert b"/Figure" in first.read_bytes()
    assert b"/Figure" not in other.read_bytes()


def test_options_of_cards_win_over_settings(
    speed: Shipped, put_settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_settings("paper: foolscap\nlogo: none.png\n")
    assert speed("session", "isometric").code == 0
    monkeypatch.setenv("SPEED_PAPER", "letter")
    assert card.usual_paper() == "letter"


def test_a_machine_without_typst_is_told_what_to_do(
    speed: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    from speedcli.views import card as views

    monkeypatch.delattr(views, "pdf", raising=False)
    monkeypatch.delitem(sys.modules, "speedcli.views.card.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)
    run = speed(*SESSION, "-o", "x.pdf")
    said = "typst, which sets cards, does not run on this machine; use -o FILE.html, and print that"
    assert run.code == 5
    assert run.err.startswith(f"speed: {said}")
