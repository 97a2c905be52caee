from __future__ import annotations

from collections.abc import Callable

import pytest

from speedcli.views import text
from speedcli.views.letters import harmless, to_ascii, width
from speedcli.views.lines import wrap
from speedcli.views.page import (
    Bar,
    Bullets,
    Column,
    Command,
    Commands,
    Fact,
    Facts,
    Graded,
    GradedText,
    Link,
    Links,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
)
from speedcli.views.text import Style

Golden = Callable[[str, str], None]
PLAIN = Style()
ASCII = Style(charset="ascii")

WEEKS = Table(
    (
        Column("Week", "right"),
        Column("Phase"),
        Column("Sprint m"),
        Column("What it is for"),
        Column("Minutes", "right"),
    ),
    (
        Row(("1", "intro", Bar(0.5, "110"), "Learn the positions and run well below full", "96")),
        Row(("2", "load", Bar(1, "220"), "First full sprints", "231"), "Gates from here on."),
        Row(("3", "test", Bar(0.01, "8"), "Test", "60")),
    ),
)
PAGE = Page(
    "Three weeks of acceleration",
    "intermediate · mon wed fri",
    (
        WEEKS,
        Section("Week 1", (Bullets(("jog easily", "build up"), numbered=True), Paragraph("Go."))),
        Facts((Fact("Stop", "two runs in a row 3 % slower than your best of the day", (1, 2)),)),
        Graded((GradedText("strong", "Sleep helps."), GradedText("practice", "Ask first.", (3,)))),
        Commands((Command("speed explain sprint", "what it is"),)),
        Links("Read on", (Link("tendon", "Tendon"), Link("torque", "Torque"))),
    ),
)


def body(*parts: Paragraph | Table | Facts | Graded, at: int = 80, style: Style = PLAIN) -> str:
    return text.render(Page("T", "", parts), at, style).partition("\n\n")[2]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_page_of_every_part(columns: int, golden: Golden) -> None:
    golden(f"views/parts-{columns}.txt", text.render(PAGE, columns, PLAIN))


def test_ascii_differs_in_letters_only() -> None:
    unicode, ascii = text.render(PAGE, 80, PLAIN), text.render(PAGE, 80, ASCII)
    assert to_ascii(unicode) == ascii
    assert "strong    ***  Sleep" in ascii


def test_colour_adds_tints_and_nothing_else() -> None:
    tinted = text.render(PAGE, 80, Style(colour=True))
    bare = "".join(piece.partition("m")[2] or piece for piece in tinted.split("\x1b["))
    assert "\x1b[1mWeek 1\x1b[0m" in tinted
    assert "\x1b[32mstrong    ●●●\x1b[0m" in tinted
    assert bare.splitlines()[0] == text.render(PAGE, 80, PLAIN).splitlines()[0]


@pytest.mark.parametrize("columns", [20, 40, 59, 70, 80, 200])
@pytest.mark.parametrize("style", [PLAIN, ASCII])
def test_no_line_is_wider_than_asked(columns: int, style: Style) -> None:
    lines = text.render(PAGE, columns, style).splitlines()
    assert max(map(width, lines)) <= columns
    assert "…" not in "".join(lines)


def test_running_text_stays_readable_on_a_wide_screen() -> None:
    assert max(map(len, body(Paragraph("word " * 60), at=200).splitlines())) <= 88


def test_a_quantity_is_not_torn_from_its_unit() -> None:
    assert (
        body(Paragraph("It takes at least 80 % of it."), at=20)
        == "It takes at least\n80 % of it.\n"
    )


def test_a_word_that_fits_no_line_is_broken_and_complete() -> None:
    lines = wrap("doi:10.1123/ijspp.2024-0005 end", 10)
    assert lines == ["doi:10.112", "3/ijspp.20", "24-0005", "end"]


def test_wide_letters_count_double() -> None:
    assert width("速e\u0301") == 3
    assert wrap("速速 速", 4) == ["速速", "速"]


def test_a_table_falls_back_to_blocks_where_it_does_not_fit() -> None:
    assert body(WEEKS, at=50).startswith("Week 1\n  Phase           intro\n")


def test_a_small_table_stays_a_table_on_a_narrow_screen() -> None:
    table = Table((Column(""), Column("beginner")), (Row(("Sets", "2")), Row(("Reps", "2-3"))))
    assert body(table, at=40) == "      beginner\nSets  2\nReps  2-3\n"


def test_refs_follow_the_text() -> None:
    assert body(Facts((Fact("Stop", "now", (1, 12)),))) == "Stop  now [1, 12]\n"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x1b[2Jb", "a�[2Jb"),
        ("a\r\nb\tc", "a  b c"),
        ("a\u202eb\u200bc\ufeff", "abc"),
        ("a\x9bb\x07", "a�b�"),
        ("a\ud800b\u2028c", "ab c"),
        ("plain 80 %", "plain 80 %"),
    ],
)
def test_letters_that_steer_a_terminal_are_harmless(hostile: str, shown: str) -> None:
    assert harmless(hostile) == shown
    assert "\x1b" not in text.render(Page(hostile, hostile, (Paragraph(hostile),)), 60, PLAIN)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("80–90 % × 3, ≥ 5°", "80-90 % x 3, >= 5 deg"),
        ("“Müller” · Sørensen…", '"Muller" - Sorensen...'),
        ("●●○ ▇▇", "**- ##"),
        ("½ ﬁne ²", "1/2 fine 2"),
        ("速 ��", "? ??"),
    ],
)
def test_ascii_is_readable(written: str, folded: str) -> None:
    assert to_ascii(written) == folded
