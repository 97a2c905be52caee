"""Names, notes and pictures from outside are data: shown as they are, or refused by name."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from speedcli.knowledge.problems import DataError
from speedcli.training import planner
from speedcli.training.document import Plan
from speedcli.views.card.pdf import Layout, Logo, render
from tests.training.requests import LIBRARY, asked
from tests.views.card.printed import Cards, squeezed
from tests.views.figures import worded


@pytest.fixture(scope="module")
def plan() -> Plan:
    return planner.plan(asked(LIBRARY, weeks=1, days="mon"), LIBRARY)


@pytest.mark.parametrize(
    "name",
    [
        '#panic("x") *b* $x$ _i_ <label> @ref `raw` \\ // /* [x] ~ --- = head',
        '=HYPERLINK("http://example.org","x")',
        "<script>alert(1)</script>",
        "../../x",
        "- item",
        "Łukasz Żółć",
        "José Ñandú",
        "Đặng Thị Ánh",
        "Ελένη Привет",
        "w" * 300,
        "a word " * 42,
    ],
)
def test_a_name_is_shown_as_it_is_everywhere(plan: Plan, name: str) -> None:
    named = replace(plan, title=name, athlete=name, coach=name, club=name, place=name, notes=name)
    cards = Cards(named)
    shown = squeezed(name.strip("- ")).replace("\N{ZERO WIDTH SPACE}", "")
    # A title, four names and notes on the overview; four names and the plan's title on the card.
    assert cards.text.replace("\N{ZERO WIDTH SPACE}", "").count(shown) >= 11
    assert cards.made.unshown == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('#panic("x") ]]></svg><script>alert(1)</script> & *b*', None),
        ("Ann 😀", "Ann \N{REPLACEMENT CHARACTER}"),
    ],
)
def test_words_of_a_figure_are_drawn_and_told_as_they_are(
    plan: Plan, words: str, shown: str | None
) -> None:
    made = render(plan, worded(LIBRARY, words), Layout(glossary=True))
    pages = PdfReader(BytesIO(made.content)).pages
    text = squeezed("".join(page.extract_text() for page in pages))
    assert text.count(squeezed(shown or words)) == 4  # the title, an axis, the caption, its rest
    assert made.unshown == ("😀" if shown else "")


def test_lines_of_notes_are_paragraphs_and_lists(plan: Plan) -> None:
    text = Cards(replace(plan, notes="Bring\r\n- water\r\n- spikes")).texts[0]
    assert "Bring•water•spikes" in text


def test_letters_that_steer_or_hide_others_are_left_out(plan: Plan) -> None:
    name = "A\N{RIGHT-TO-LEFT OVERRIDE}B\N{ZERO WIDTH SPACE}C\r\n\tD\x1b[31mE"
    cards = Cards(replace(plan, athlete=name))
    assert "AthleteABCD\N{REPLACEMENT CHARACTER}[31mE" in cards.text
    assert cards.made.unshown == ""


def test_letters_that_no_font_has_are_replaced_and_named(plan: Plan) -> None:
    cards = Cards(replace(plan, athlete="Ann 😀 山田 😀", notes="日 ok"))
    sign = "\N{REPLACEMENT CHARACTER}"
    assert f"AthleteAnn{sign}{sign}{sign}{sign}" in cards.text
    assert f"{sign}ok" in cards.text
    assert set(cards.made.unshown) == set("😀山田日")


def test_a_name_written_from_right_to_left_is_kept(plan: Plan) -> None:
    cards = Cards(replace(plan, athlete="שלום", coach="محمد"))
    assert cards.made.unshown == ""
    assert "שלום" in cards.text or "םולש" in cards.text


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def png(width: int = 4, height: int = 2) -> bytes:
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\x20\x40\x60" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part) for part in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/>'


@pytest.mark.parametrize("content", [png(), png(400, 3), SVG + b"</svg>"])
def test_a_logo_stands_at_the_head_of_every_sheet(plan: Plan, content: bytes) -> None:
    with_logo, without = Cards(plan, logo=Logo("club.png", content)), Cards(plan)
    assert with_logo.texts == without.texts
    assert with_logo.made.content.count(b"/Figure") == with_logo.made.pages
    assert b"/Figure" not in without.made.content


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "club: is no picture; a logo is a PNG, JPEG or SVG file"),
        (b"GIF89a", "club: is no picture; a logo is a PNG, JPEG or SVG file"),
        (png()[:40], "club: cannot be read as PNG: failed to decode image"),
        (b"\xff\xd8\xff\xe0", "club: cannot be read as JPEG: failed to decode image"),
        (SVG, "club: cannot be read as SVG: failed to parse SVG"),
        (
            SVG + b'<image width="5" height="5" href="/etc/passwd"/></svg>',
            "club: cannot be read as SVG: failed to load linked image /etc/passwd in SVG",
        ),
        (png() + bytes(2_000_000), "club: has 2,000,"),
    ],
)
def test_what_is_no_logo(plan: Plan, content: bytes, message: str) -> None:
    with pytest.raises(DataError) as caught:
        render(plan, LIBRARY, Layout(logo=Logo("club", content)))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
