from __future__ import annotations

import pytest

from speedcli.views import markdown
from speedcli.views.page import (
    Bullets,
    Column,
    Command,
    Commands,
    Entries,
    Entry,
    Fact,
    Facts,
    Link,
    Links,
    Page,
    Paragraph,
    Part,
    Reference,
    References,
    Row,
    Section,
    Table,
)


def body(*parts: Part) -> str:
    return markdown.render(Page("T", "", parts)).removeprefix("# T\n\n")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("2 * 3_000 [n] <b> | `x` ~", r"2 \* 3\_000 \[n\] \<b\> \| \`x\` \~"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no number", r"1\. no number"),
        ("1.5 s", "1.5 s"),
        ("-0.5 %", "-0.5 %"),
        ("--- no rule", r"\--- no rule"),
        ("&amp; & co", r"\&amp; & co"),
        ("a\\b", r"a\\b"),
        ("two\nlines\x1b[1m", r"two lines�\[1m"),
    ],
)
def test_text_stays_text(text: str, escaped: str) -> None:
    assert body(Paragraph(text)) == f"{escaped}\n"


def test_tables_are_aligned_and_escaped() -> None:
    table = Table(
        (Column("Week", "right"), Column("Phase")),
        (Row(("1", "in|tro")), Row(("12", "load"), "Fast.")),
    )
    assert body(table) == (
        "|        Week | Phase   |\n"
        "| ----------: | ------- |\n"
        "|           1 | in\\|tro |\n"
        "| 12<br>Fast. | load    |\n"
    )


def test_sections_nest() -> None:
    inner = Section("Inner", (Bullets(("a", "b"), numbered=True),))
    assert body(Section("Outer", (inner,))) == "## Outer\n\n### Inner\n\n1. a\n2. b\n"


def test_entries_and_commands() -> None:
    assert body(Entries((Entry("“Q”", "A."),))) == "**“Q”**\n\nA.\n"
    assert body(Commands((Command("echo `x`", "say"),))) == "- `` echo `x` ``: say\n"


def test_addresses_are_links_only_when_they_lead_to_the_web() -> None:
    rows = (
        Reference(1, "A 2000.", doi="10.1/(a)b"),
        Reference(2, "B 2001.", url="https://example.org/x y"),
        Reference(3, "C 2002.", url="javascript:alert(1)"),
    )
    assert body(References(rows)) == (
        "1. A 2000. [doi:10.1/(a)b](https://doi.org/10.1/%28a%29b)\n"
        "2. B 2001. <https://example.org/x%20y>\n"
        "3. C 2002. javascript:alert(1)\n"
    )


def test_a_page_among_others_leads_to_them() -> None:
    places = {"a-b": "x/a-b.md", "R01": "rules.md#R01", "speed learn 2": "path.md#two"}
    parts = (
        Facts((Fact("a-b", "It."), Fact("R01  *new", "He."), Fact("Other", "She."))),
        Commands((Command("speed learn 2", "the next"), Command("speed plan", "a plan"))),
        Links("Read on", (Link("a-b", "A [b]"), Link("c", "C"))),
        References((Reference(1, "A 2000.", doi="10.1/a", id="R01"),)),
    )
    page = Page("Title", "corner", (Section("Deep", parts),))
    assert markdown.render(page, places.get, level=5) == (
        "##### Title\n\n*corner*\n\n###### Deep\n\n"
        "- **[a-b](x/a-b.md)**: It.\n- **[R01](rules.md#R01)  \\*new**: He.\n- **Other**: She.\n\n"
        "- [`speed learn 2`](path.md#two): the next\n- `speed plan`: a plan\n\n"
        "**Read on**: [A \\[b\\]](x/a-b.md) · `c`\n\n"
        "1. [A 2000.](rules.md#R01) [doi:10.1/a](https://doi.org/10.1/a)\n"
    )


def test_no_heading_is_deeper_than_markdown_has() -> None:
    page = Page("Title", "", (Section("Deeper", (Paragraph("Text."),)),))
    assert markdown.render(page, level=6) == "###### Title\n\n###### Deeper\n\nText.\n"
