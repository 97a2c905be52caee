"""The marks of grades and verdicts, the same in every view, so that none rests on colour."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speedcli.knowledge.claims import Verdict
    from speedcli.knowledge.records import Grade

MARKS: dict[Grade, str] = {
    "strong": "●●●",
    "moderate": "●●○",
    "limited": "●○○",
    "contested": "○○○",
    "practice": "–",
}

VERDICTS: dict[Verdict, str] = {
    "supported": "+",
    "partly": "~",
    "contested": "?",
    "not-supported": "x",
    "untested": "–",
}
