"""Own data by somebody who means harm: its texts stay text, and lead nowhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from speedcli.cli.main import main

# What a YAML file can hold, control characters apart, which are refused.
TEXT = " ".join(
    (
        "=HYPERLINK(1)",
        "a\N{RIGHT-TO-LEFT OVERRIDE}b\N{ZERO WIDTH SPACE}c\N{SOFT HYPHEN}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) ![y](http://evil.example/pixel.png) <http://evil.example>",
        "../../../../etc/passwd",
        "{0} {x} %s ${HOME} $(id) `id`",
        "#panic(1) #read(1)",
    )
)
OWN = """\
sources:
- {{id: bad-source, authors: {0}, year: 2020, title: {0}, url: "javascript:alert(1)", kind: review,
  finding: {0}, limits: {0}}}
concepts:
- id: bad-concept
  title: {0}
  category: mechanics
  aliases: [{0}]
  answer: {0}
  summary: {0}
  how: {0}
  why: {0}
  related: [torque]
  myths:
  - {{wrong: {0}, right: {0}}}
  claims:
  - {{text: {0}, grade: limited, sources: [bad-source]}}
patches:
- id: wall-push-start
  name: {0}
  cues: [{0}]
- id: iso-max-push
  title: {0}
  purpose: {0}
"""
STEERING = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@pytest.fixture
def own(tmp_path: Path) -> str:
    (tmp_path / "bad.yaml").write_text(OWN.format(f"'{TEXT}'"), "utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("topic", ["bad-concept", "bad-source", "wall-push-start", "iso-max-push"])
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_what_is_explained_stays_text(
    form: str, topic: str, own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", topic, "--data", own, "-f", form]) == 0
    out = capsys.readouterr().out
    assert {unicodedata.category(letter) for letter in set(out) - {"\n"}}.isdisjoint(STEERING)
    if form == "md":
        tokens = MarkdownIt("commonmark").enable("table").parse(out)
        inline = [child for token in tokens for child in token.children or ()]
        links = [child.attrGet("href") for child in inline if child.type == "link_open"]
        assert all(str(link).startswith("https://doi.org/") for link in links)
        pieces = {child.content for child in inline if child.type == "html_inline"}
        assert pieces <= {"<br>"}
        assert "image" not in {child.type for child in inline}
        assert "html_block" not in {token.type for token in tokens}


def test_a_session_of_such_data_writes_no_other_file(
    own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for form in ("chat", "pdf", "html", "ics", "xlsx"):
        line = ["session", "iso-max-push", "--why", "--data", own, "-f", form, "-o", f"out.{form}"]
        assert main(line) == 0
    assert {path.stem for path in here.iterdir()} == {"out"}
    assert {path.name for path in tmp_path.iterdir()} == {"bad.yaml", "here"}
