"""Writes what documents take from the code: `python docs/generate.py`.

That is docs/usage.md, docs/speed.1, docs/data.md and the list of modules at the end of
ARCHITECTURE.md. The pages of docs/reference.py are written with them.
"""

from __future__ import annotations

import ast
import inspect
import io
import os
import re
import runpy
import tokenize
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

from typer.main import get_command

import speedcli
from speedcli.cli import settings
from speedcli.cli.app import app
from speedcli.cli.main import main
from speedcli.knowledge import claims, figures, planning, records, rulebook, shapes, values, why
from speedcli.knowledge.load import DataFile
from speedcli.knowledge.references import NOUNS, REFERS

ROOT = Path(__file__).parents[1]
PACKAGE = Path(speedcli.__file__).parent
ROOMS = ("cli", "views", "training", "knowledge")

_MODULES = "<!-- From here on made by docs/generate.py, from the first line of each module. -->"
_MADE = "<!-- Made by docs/generate.py; change the code, then run pytest --update-golden. -->"

_DATA = """\
What a data file may hold. The shipped files are in [data/](../data), and folders of your own are
laid on top of them: they may refer to our ids, and change our records only by
[patches](own-data.md#change-something-of-ours). CONTRIBUTING.md has
[a whole example of each](../CONTRIBUTING.md#what-to-add-in-yaml).

A file is UTF-8 YAML with any of the tables below. Which file holds which table does not matter.
The type of a field decides how its text is read: `no` in a text is the word, and `1:30` is never
a number. Tags and merge keys are not read. Every mistake is told with its file and line.
"""

# Fields whose meaning is the same in every record that has no comment of its own on them.
_USUAL = {
    "id": "Kebab-case. Never changes once released.",
    "title": "The name that is shown.",
    "name": "The name that is shown.",
    "aliases": "Other names that it is found by.",
    "sources": "What it rests on; `practice` where that is coaching practice alone.",
    "grade": "How sure the evidence is.",
    "concepts": "The ideas behind it.",
    "reps": "Per side.",
    "note": "Shown beside it.",
    "per-week": "How often in a week.",
    "total": "What the lines may add up to in one session.",
    "family": "The heading that it is listed under.",
    "run-in": "Metres before a flying zone.",
    "hold": "Seconds of one push or hold.",
    "effort": "Seconds of one rep that moves.",
    "set-rest": "Between sets, and before the next item.",
}

# The same, where a field may be left out.
_NARROWING = {
    "when": "Whom and what the check binds. Without it, everybody.",
    "kinds": "The kinds of items that it is about.",
    "weeks": "The letters of the week types that it is about. Without it, all.",
    "levels": "The levels that it is about. Without it, all.",
    "goals": "The goals that it is about. Without it, all.",
}

_OWN = {
    "Source": {
        "authors": "As cited: `Weyand PG, Sternlight DB`.",
        "journal": "With volume and pages, where known.",
        "doi": "Bare: `10.1152/jappl.2000.89.5.1991`.",
        "url": "Only where there is no DOI.",
        "kind": "The design of the study.",
        "finding": "What it found, in our own words, with the numbers that are cited.",
        "limits": "What it cannot show.",
        "retracted": "A retracted source may not support anything.",
        "title": "As published.",
    },
    "Concept": {
        "category": "The heading on the map.",
        "how": "How it works.",
        "why": "Why it matters for speed.",
        "related": "What to read next. The way back is added.",
        "claims": "What rests on evidence, sentence by sentence.",
        "myths": "What people get wrong.",
        "numbers": "Numbers worth remembering.",
    },
    "Exercise": {
        "setup": "How to stand, and what to set up.",
        "execution": "How it is done.",
        "cues": "What to think of. The first stands beside the exercise in a plan.",
        "errors": "What goes wrong.",
        "easier": "How to make it easier. The first is offered beside it.",
        "harder": "How to make it harder. The first is offered beside it.",
        "dose": "Only at the levels that may do it.",
        "caution": "When to leave it out, and what to watch.",
        "sides": "`2` when each rep is done left and right.",
        "kind": "What its metres, seconds and contacts count as.",
    },
    "Muscle": {
        "joint-actions": "What it does, as its sources say.",
        "concepts": "What to read next.",
    },
    "Template": {
        "load": "What it costs, for the days between.",
        "purpose": "One line.",
        "surface": "Where to do it.",
        "cautions": "Who should leave it out.",
        "levels": "Its ranges at each level that may do it.",
        "unsuitable": "Why a level may not do it.",
    },
    "Era": {
        "id": "Short, such as `E1`.",
        "teaches": "What it said that speed comes from.",
    },
    "Contradiction": {"one": "What it says in one place.", "other": "What it says in another."},
    "System": {
        "about": "What it is, and what is known of its results.",
        "eras": "The stages of its teaching.",
        "contradictions": "Where it contradicts itself.",
    },
    "SystemClaim": {
        "id": "`C` and two digits, or kebab-case.",
        "title": "The claim in a few words, as its author would have it.",
        "about": "What kind of claim it is.",
        "eras": "When it was said.",
        "verdict": "How it stands beside the evidence. `untested`: no study of it was found.",
        "why": "Two sentences.",
        "sources": "The studies behind the verdict; of an untested claim the nearest ones.",
    },
    "Side": {"text": "What it holds."},
    "Dispute": {
        "id": "`D` and two digits, or kebab-case.",
        "question": "What is disputed.",
        "sides": "Two or more.",
        "ours": "What this product does about it.",
        "rules": "The rules that do it.",
    },
    "Passage": {"text": "One paragraph."},
    "Try": {"command": "As typed.", "gives": "What it shows."},
    "Step": {
        "question": "What it answers.",
        "evidence": "What the evidence says, paragraph by paragraph.",
        "training": "What to do in training.",
        "sessions": "Sessions to do, in the order of use.",
        "commands": "What else to type.",
        "answer": "What a good answer holds.",
        "claims": "The claims that it is about.",
    },
    "Line": {"optional": "May be dropped when the dose is small."},
    "Figure": {
        "drawing": "What is drawn.",
        "basis": "How far to trust the points. A shape that shows no values is `schematic`.",
    },
    "Rule": {
        "id": "`R` and two digits, or kebab-case.",
        "statement": "What a plan should satisfy, with its numbers.",
        "reason": "The longer answer, as honest as its sources.",
        "strength": "How sure it is.",
        "checks": "How a plan is tested for it.",
    },
}

# What the environment may say, for the manual.
_VARIABLES = {
    "COLUMNS": "How wide to lay out, where that should not be the width of the terminal.",
    "NO_COLOR, FORCE_COLOR": "Never tint, or tint also where stdout is no terminal.",
    "PAGER": "What long texts are read with on a terminal, unless the setting pager says it. "
    "Without either that is less, and with cat everything is shown at once.",
    ", ".join(map(settings.variable, settings.SETTINGS)): "The settings, which speed config shows. "
    "An option wins over a variable, and a variable over the file of settings.",
}

# Files that a user may write, for the manual.
_FILES = {
    "~/.config/speed/config.yaml": "The settings, one to a line, as level: advanced. speed config "
    "tells where it lies on other systems, and speed config --example writes one.",
    "~/.config/speed/data": "YAML of your own that every command reads.",
}

_EXAMPLES: dict[Any, str] = {
    values.Intensity: "90-100 % max-speed",
    values.Total: "60-120 m",
}


def pages() -> dict[Path, str]:
    """The text of each document that is generated, all or in part, by its path."""
    architecture = ROOT / "ARCHITECTURE.md"
    written, mark, _ = architecture.read_text("utf-8").partition(_MODULES)
    return {
        ROOT / "docs" / "usage.md": usage(),
        ROOT / "docs" / "speed.1": manual(),
        ROOT / "docs" / "data.md": data(),
        architecture: f"{written}{mark}\n\n{modules()}",
    }


def modules() -> str:
    """The modules of each room, with the first sentence of their docstrings."""
    parts: list[str] = []
    for room in ROOMS:
        paths = sorted((PACKAGE / room).rglob("*.py"))
        docs = {path: _first_sentence(path) for path in paths}
        about = docs.pop(PACKAGE / room / "__init__.py")
        rows = [
            f"| `{path.relative_to(PACKAGE).as_posix()}` | {_cell(text)} |"
            for path, text in docs.items()
            if path.name != "__init__.py"
        ]
        parts += [f"### {room}", about, "\n".join(["| Module | For |", "| --- | --- |", *rows])]
    return _joined(parts)


def usage() -> str:
    """What `--help` says, for `speed` and each of its commands."""
    commands: Mapping[str, Any] = getattr(get_command(app), "commands", {})
    parts = ["# Every command", _MADE, _block(_help())]
    for name in commands:
        parts += [f"## speed {name}", _block(_help(name))]
    return _joined(parts)


def manual() -> str:
    """The manual page, in the macros of man(7), from the same words as `--help`."""
    program: Any = get_command(app)
    about, _, examples = program.help.partition("\b\n")
    parts = [
        f'.\\" {_MADE.strip("<!->").strip()}',
        f'.TH SPEED 1 "" "speed {speedcli.__version__}" ""',
        f".SH NAME\nspeed \\- {_roff(_lower(about.strip().rstrip('.')))}",
        ".SH SYNOPSIS\n.B speed\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]",
        f".SH EXAMPLES\n{_unfilled(examples)}",
        f".SH OPTIONS\n{_options(program)}",
        ".SH COMMANDS",
    ]
    for name, command in program.commands.items():
        words, _, examples = command.help.partition("\b\n")
        paragraphs = "\n.PP\n".join(_roff(" ".join(x.split())) for x in words.strip().split("\n\n"))
        parts += [f".SS speed {name}\n{paragraphs}\n.PP\n{_unfilled(examples)}", _options(command)]
    variables = (_tagged(_roff(name), text) for name, text in _VARIABLES.items())
    codes = re.findall(
        r"^\| (\d[\d, ]*) \| (.*) \|$", (ROOT / "README.md").read_text("utf-8"), re.M
    )
    files = (_tagged(_roff(name), text) for name, text in _FILES.items())
    parts += [".SH ENVIRONMENT", *variables, ".SH FILES", *files]
    parts += [".SH EXIT STATUS", *(_tagged(code, text.replace("`", "")) for code, text in codes)]
    return "\n".join(parts) + "\n"


def data() -> str:
    """Every table, record and field that a data file may hold."""
    hints = shapes.hints(DataFile)
    tables = [f"- `{field.name}`: {_shape(hints[field.name])}" for field in _fields(DataFile)]
    parts = ["# The data files", _MADE, _DATA.rstrip(), "\n".join(tables)]
    parts += ["## Quantities", _quantities()]
    for record in _records(DataFile):
        parts += [f"## {_heading(record)}", inspect.getdoc(record) or "", _table(record)]
    parts += ["## Words", "Some fields take one of a few words.", _words()]
    return _joined(parts)


def _first_sentence(path: Path) -> str:
    paragraph = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n\n")[0]
    return " ".join(paragraph.split())


def _help(*command: str) -> str:
    os.environ["COLUMNS"] = "80"
    shown = io.StringIO()
    with redirect_stdout(shown):
        main([*command, "--help"])
    return shown.getvalue()


def _options(command: Any) -> str:
    """The options and arguments of a command that have words on what they are for."""
    tagged = []
    for one in command.params:
        if one.help:
            choices = "|".join(getattr(one.type, "choices", ()))
            takes = "" if getattr(one, "is_flag", False) else one.metavar or choices
            names = ", ".join(one.opts) if one.param_type_name == "option" else ""
            tagged.append(_tagged(_roff(" ".join(filter(None, (names, takes)))), one.help))
    return "\n".join(tagged)


def _tagged(tag: str, text: str) -> str:
    return f".TP\n\\fB{tag}\\fR\n{_roff(' '.join(text.split()))}"


def _unfilled(text: str) -> str:
    return f".nf\n{_roff(inspect.cleandoc(text).strip())}\n.fi"


def _roff(text: str) -> str:
    """Text that the formatter takes as it is."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", plain, flags=re.M)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _quantities() -> str:
    rows = ["| Quantity | Written as | |", "| --- | --- | --- |"]
    for kind in _QUANTITIES:
        meaning = (inspect.getdoc(kind) or "").splitlines()[0]
        rows.append(f"| {kind.__name__} | {_written(kind)} | {_cell(meaning)} |")
    return "\n".join(rows)


_QUANTITIES = (
    values.Span,
    values.Seconds,
    values.Minutes,
    values.Metres,
    values.Intensity,
    values.Total,
)


def _records(record: Any, seen: dict[Any, None] | None = None) -> list[Any]:
    """The record types below `record`, in the order in which they are met."""
    found = {} if seen is None else seen
    hints = shapes.hints(record)
    for field in _fields(record):
        for inner in _inner(hints[field.name]):
            if inner not in found:
                found[inner] = None
                _records(inner, found)
    return list(found)


def _inner(shape: Any) -> Iterator[Any]:
    form = shapes.form(shape)
    if form == "record":
        yield shape
    elif form != "choice":
        for arg in get_args(shape):
            if arg not in (type(None), ...):
                yield from _inner(arg)


def _fields(record: Any) -> list[shapes.Field]:
    return list(shapes.layout(record, True).values())


def _table(record: Any) -> str:
    comments, hints = _comments(record), shapes.hints(record)
    rows = ["| Field | Needed | Written as | Meaning |", "| --- | --- | --- | --- |"]
    for field in _fields(record):
        key = field.name.replace("_", "-")
        needed = "yes" if field.required else ""
        usual = _USUAL if field.required else {**_USUAL, **_NARROWING}
        own = _OWN.get(record.__name__, {}).get(key)
        meaning = own or comments.get(field.name) or usual.get(key, "")
        written = _shape(hints[field.name], REFERS.get(field.name))
        rows.append(f"| `{key}` | {needed} | {written} | {_cell(meaning)} |")
    return "\n".join(rows)


def _comments(record: Any) -> dict[str, str]:
    """The comment at the end of each field's lines."""
    source = inspect.getsource(record)
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    by_line = {one.start[0]: one.string for one in tokens if one.type == tokenize.COMMENT}
    body = ast.parse(source).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field in body.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            lines = range(field.lineno, (field.end_lineno or field.lineno) + 1)
            texts = [by_line[line].lstrip("# ") for line in lines if line in by_line]
            found[field.target.id] = _sentence(" ".join(texts))
    return found


def _sentence(text: str) -> str:
    return text and text[0].upper() + text[1:].rstrip(".") + "."


def _shape(shape: Any, table: str | None = None) -> str:
    """How a value of the type is written, in words; ids of `table` where its text is one."""
    match shapes.form(shape):
        case "scalar":
            return _id(table) if table and shape is str else _written(shape)
        case "choice":
            return _choice(shape)
        case "list":
            return f"list: {_shape(get_args(shape)[0], table)}"
        case "mapping":
            key, value = get_args(shape)
            ids = None if value in (int, float) else table
            return f"by {_shape(key, None if ids else table)}: {_shape(value, ids)}"
        case "record":
            return _link(_heading(shape))
        case "variant":
            return f"one of {', '.join(_link(_heading(one)) for one in get_args(shape))}"
        case "optional":
            return _shape(shapes.without_none(shape), table)
        case "list-or-other":
            return " or ".join(_shape(one, table) for one in get_args(shape))
        case "pairs":
            return "`id`, and fields of the record with their new values"


def _id(table: str) -> str:
    noun = NOUNS[table]
    article = "" if noun == "kit" else "an " if noun[0] in "aeiou" else "a "
    return f"id of {article}{noun}"


def _written(shape: Any) -> str:
    if shape in _EXAMPLES:
        return f"`{_EXAMPLES[shape]}`"
    example = getattr(shape, "example", None)
    if example is None:
        return shapes.reader(shape).wanted
    return " or ".join(f"`{one}`" for one in example.replace("'", "").split(" or "))


def _choice(shape: Any) -> str:
    if name := _named().get(shape):
        return _link(name)
    words = ", ".join(f"`{word}`" for word in get_args(shape))
    return words if len(get_args(shape)) == 1 else f"one of {words}"


def _named() -> dict[Any, str]:
    """The choices that have a name of their own."""
    modules: tuple[ModuleType, ...] = (records, planning, why, rulebook, claims, figures)
    return {
        value: name
        for module in modules
        for name, value in vars(module).items()
        if get_origin(value) is Literal
    }


def _words() -> str:
    return "\n\n".join(
        f"### {name}\n\n{', '.join(f'`{word}`' for word in get_args(shape))}"
        for shape, name in _named().items()
    )


def _heading(record: Any) -> str:
    return re.sub(r"(?<=.)([A-Z])", lambda found: f" {found[0].lower()}", record.__name__)


def _link(heading: str) -> str:
    return f"[{heading}](#{heading.lower().replace(' ', '-')})"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    reference = runpy.run_path(str(ROOT / "docs" / "reference.py"))["pages"]()
    for path, text in {**pages(), **reference}.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
