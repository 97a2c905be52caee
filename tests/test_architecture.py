"""Holds the source to the shape that ARCHITECTURE.md describes, by reading it."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "speedcli"

# A room imports from itself and from rooms to its right.
ROOMS = ("cli", "views", "training", "knowledge")

# Who may import what is not in the standard library.
OUTSIDERS = {
    "typer": {
        "cli.app",
        "cli.help",
        "cli.options",
        "cli.plan_commands",
        "cli.reference_commands",
        "cli.request_options",
    },
    "yaml": {"knowledge.nodes", "knowledge.syntax"},
    "rapidfuzz": {"knowledge.nearest"},
    "typst": {"views.card.pdf"},
    "font_source_sans_pro": {"views.card.pdf"},
    "icalendar": {"views.calendar", "views.calendar_change"},
    "xlsxwriter": {"views.spreadsheet"},
    "Stemmer": {"knowledge.stems"},
}

# Modules of the standard library that bring in a clock, chance, the network or other programs.
WORLD = {"asyncio", "http", "random", "secrets", "socket", "ssl", "subprocess", "time", "uuid"}
STARTERS = {"cli.pager": "subprocess"}  # reading page by page is another program's work
MACHINE = {"os", "shutil", "sys", "tempfile"}  # for the command line only
PLACE = "knowledge.place"  # and for this one, which knows where the data is without `pathlib`

# Calls that print, ask, read the clock or touch files.
PRINTING = {"print", "input", "open"}
CLOCK = {"today", "now", "utcnow"}
READING = {"open", "read_bytes", "read_text", "iterdir", "listdir"}
FILES = {*READING, "write_bytes", "write_text", "unlink"}
READERS = {"knowledge.decode", "knowledge.place", "views.web.page"}

MOST_LINES = 330
MOST_LINES_OF_FUNCTION = 50
LONG_FUNCTIONS = {"cli.plan_commands.plan"}  # a line to each option

VAGUE = {"base", "common", "helpers", "manager", "misc", "utils"}


class Module(NamedTuple):
    name: str  # without the package: cli.app
    room: str  # "" at the top of the package
    lines: int
    tree: ast.Module


@cache
def modules() -> tuple[Module, ...]:
    return tuple(map(_read, sorted(PACKAGE.rglob("*.py"))))


def _read(path: Path) -> Module:
    text = path.read_text("utf-8")
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    room = parts[0] if len(parts) > 1 else ""
    return Module(".".join(parts), room, len(text.splitlines()), ast.parse(text))


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Every imported name with its line, also inside functions and for types only."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}:{node.lineno} imports by dots"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def calls(module: Module) -> Iterator[tuple[int, str, bool]]:
    """Every called name with its line, and whether it is an attribute of something."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.lineno, node.func.id, False
            elif isinstance(node.func, ast.Attribute):
                yield node.lineno, node.func.attr, True


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_all_of_the_source_was_found() -> None:
    """A guard that looks in the wrong place would guard nothing."""
    names = {module.name for module in modules()}
    assert {"cli.app", "views.text", "training.planner", "knowledge.load", "__init__"} <= names
    assert {module.room for module in modules()} == {"", *ROOMS}
    assert {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()} == {*ROOMS}
    assert sum(1 for module in modules() for _ in imports(module)) > 300
    assert sum(1 for module in modules() for _ in calls(module)) > 1000


def test_imports_run_one_way() -> None:
    rank = {room: number for number, room in enumerate(ROOMS)}
    crossed = 0
    for module in modules():
        for line, name in imports(module):
            package, _, rest = name.partition(".")
            room = rest.partition(".")[0]
            if package != "speedcli" or room not in rank or module.room not in rank:
                continue
            crossed += room != module.room
            assert rank[module.room] <= rank[room], f"{module.name}:{line} imports {name}"
    assert crossed > 50


def test_the_top_of_the_package_only_starts_the_command_line() -> None:
    used = {
        (module.name, name)
        for module in modules()
        if not module.room
        for _, name in imports(module)
        if name.startswith("speedcli")
    }
    assert used == {("__main__", "speedcli.cli.main.main")}


def test_each_dependency_is_imported_where_it_is_needed_and_nowhere_else() -> None:
    found: dict[str, set[str]] = {}
    for module in modules():
        for _, name in imports(module):
            package = name.partition(".")[0]
            if package != "speedcli" and package not in sys.stdlib_module_names:
                found.setdefault(package, set()).add(module.name)
    assert found == OUTSIDERS


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {line.partition(">")[0].lower() for line in project["dependencies"]}
    plain = {"typer", "pyyaml", "rapidfuzz", "pystemmer"}
    assert declared == plain | {"icalendar", "xlsxwriter", "typst", "font-source-sans-pro"}


def test_no_clock_no_chance_no_network() -> None:
    for module in modules():
        for line, name in imports(module):
            where, package = f"{module.name}:{line} imports {name}", name.partition(".")[0]
            assert package not in WORLD or STARTERS.get(module.name) == package, where
            assert not name.startswith("urllib.request"), where
            allowed = module.room in ("cli", "") or module.name == PLACE
            assert package not in MACHINE or allowed, where


def test_only_the_command_line_prints_and_only_readers_touch_files() -> None:
    for module in modules():
        for line, name, of_something in calls(module):
            where = f"{module.name}:{line} calls {name}"
            if module.room != "cli":
                assert of_something or name not in PRINTING, where
                assert not of_something or name not in CLOCK, where
                assert not of_something or name not in FILES or module.name in READERS, where


def test_the_clock_is_read_in_one_place() -> None:
    readers = [
        (module.name, name) for module in modules() for _, name, _ in calls(module) if name in CLOCK
    ]
    assert readers == [("cli.planned", "today"), ("cli.planned", "now")]


def test_files_are_short() -> None:
    assert {module.name: module.lines for module in modules() if module.lines > MOST_LINES} == {}


def test_functions_are_short() -> None:
    long = {
        f"{module.name}.{function.name}"
        for module in modules()
        for function in functions(module)
        if (function.end_lineno or 0) - function.lineno >= MOST_LINES_OF_FUNCTION
    }
    assert long == LONG_FUNCTIONS


def test_every_module_says_what_it_is_for() -> None:
    silent = [module.name for module in modules() if not ast.get_docstring(module.tree)]
    assert silent == []


def test_no_name_is_vague() -> None:
    words = {part for module in modules() for part in module.name.split(".")}
    assert words & VAGUE == set()


def test_imports_within_functions_are_seen() -> None:
    tree = ast.parse("def late():\n    import yaml\n    from rich import print\n")
    assert list(imports(Module("late", "cli", 3, tree))) == [(2, "yaml"), (3, "rich.print")]
