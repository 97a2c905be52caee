from __future__ import annotations

import pytest

from speedcli.views.web.markup import Html, joined, tag, verbatim


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "<b>&", tag("b", '"')) == "<p>&lt;b&gt;&amp;<b>&quot;</b></p>"


def test_what_is_not_made_here_is_text_again() -> None:
    assert joined(Html("<b>") + "<i>") == "&lt;b&gt;&lt;i&gt;"


def test_attributes_are_quoted_where_they_must_be_bare_or_left_out() -> None:
    made = tag(
        "input", class_="a-1", data_key='"><x', disabled=True, hidden=False, id=None, value=""
    )
    assert made == '<input class=a-1 data-key="&quot;&gt;&lt;x" disabled value="">'


def test_letters_that_html_cannot_hold_are_replaced() -> None:
    assert tag("p", "a\x00b\x1b\ud800c\n") == "<p>a\ufffdb\ufffd\ufffdc\n</p>"


@pytest.mark.parametrize("content", ["</script>", "x </SCRIPT", "<!-- x"])
def test_a_script_cannot_end_early(content: str) -> None:
    with pytest.raises(ValueError, match="script holds what HTML reads as its end"):
        verbatim("script", content)
