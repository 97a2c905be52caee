"""Names and notes that would do harm if a form took them for more than text."""

from __future__ import annotations

from dataclasses import replace

from speedcli.training.document import Plan

NAMES = (
    '=HYPERLINK("http://x","y")',
    "+1-2",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "../../x",
    "one\r\nBEGIN:VEVENT\r\nUID:mine",
    "abc\N{RIGHT-TO-LEFT OVERRIDE}cba",
    "🏃🏽‍♀️ fast",
    "n" * 300,
    "Łukasz",
    "José",
    "*bold* _it_ ~no~ `code`",
    "a; b, c: d \\n \\",
    "1/2",
    "''",
    "&amp; [x](javascript:1) | # 1.",
    "\x1b[31mred\x07",
    "_x0041_",
)


def named(plan: Plan, name: str) -> Plan:
    """The plan with `name` for everything that has a name."""
    weeks = []
    for week in plan.weeks:
        sessions = []
        for one in week.sessions:
            blocks = tuple(
                replace(
                    block,
                    title=name,
                    stop=name,
                    items=tuple(replace(i, name=name, cue=name, note=name) for i in block.items),
                )
                for block in one.blocks
            )
            told = replace(one, title=name, purpose=name, notes=name, pain=name, place=name)
            sessions.append(replace(told, safety=(name,), caution=(name,), blocks=blocks))
        weeks.append(replace(week, sessions=tuple(sessions)))
    people = dict.fromkeys(("title", "athlete", "coach", "club", "place", "notes"), name)
    return replace(plan, weeks=tuple(weeks), **people)  # type: ignore[arg-type]
