"""The marks that grades are shown by, in every view, so that no grade rests on colour."""

from __future__ import annotations

from speedcli.knowledge.records import Grade

MARKS: dict[Grade, str] = {
    "strong": "●●●",
    "moderate": "●●○",
    "limited": "●○○",
    "contested": "○○○",
    "practice": "–",
}
