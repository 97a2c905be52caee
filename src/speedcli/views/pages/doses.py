"""Doses as tables with a column to each level, and as one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from speedcli.knowledge.records import ExerciseDose, Level, Line, TemplateLevel
from speedcli.views import wording
from speedcli.views.page import Column, Row, Table

Dose = ExerciseDose | TemplateLevel | Line
NONE = "–"


def dose_table(doses: Mapping[Level, ExerciseDose] | Mapping[Level, TemplateLevel]) -> Table:
    """The measures that are given at any level; a level without a dose has dashes."""
    texts = {level: measures(dose) for level, dose in doses.items()}
    labels = sorted({label for given in texts.values() for label in given}, key=_ORDER.index)
    return level_table(
        (label, {level: given[label] for level, given in texts.items() if label in given})
        for label in labels
    )


def level_table(rows: Iterable[tuple[str, Mapping[Level, str]]]) -> Table:
    """Labelled rows with a column to each level."""
    columns = (Column(""), *(Column(level) for level in wording.LEVELS))
    cells = [
        (label, *(texts.get(level, NONE) for level in wording.LEVELS)) for label, texts in rows
    ]
    return Table(columns, tuple(map(Row, cells)))


def measures(dose: Dose) -> dict[str, str]:
    """What a dose gives, by label."""
    texts = {
        "Sets": dose.sets and str(dose.sets),
        "Reps": dose.reps and str(dose.reps),
        "Distance": dose.distance and str(dose.distance),
        "Hold": dose.hold and wording.time(dose.hold),
        "Effort": dose.effort and wording.time(dose.effort),
        "How hard": dose.intensity and wording.intensity(dose.intensity),
        "Rest between reps": dose.rest and wording.time(dose.rest),
        "Rest between sets": dose.set_rest and wording.time(dose.set_rest),
    }
    if isinstance(dose, TemplateLevel):
        texts["In a session"] = str(dose.total)
        texts["Times a week"] = str(dose.per_week)
    else:
        texts["Run-in"] = dose.run_in and str(dose.run_in)
    if isinstance(dose, Line):
        texts["Minutes"] = dose.minutes and str(dose.minutes)
    return {label: text for label, text in texts.items() if text}


_ORDER = (
    "In a session",
    "Times a week",
    "Sets",
    "Reps",
    "Distance",
    "Run-in",
    "Hold",
    "Effort",
    "Minutes",
    "How hard",
    "Rest between reps",
    "Rest between sets",
)


_FORMS = {
    "Run-in": "run-in {}",
    "Hold": "hold {}",
    "Effort": "work {}",
    "Rest between reps": "rest {}",
    "Rest between sets": "set rest {}",
}


def one_line(line: Line) -> str:
    """What a template's line gives, as `2 sets, 3 reps, 20 m, rest 2-3 min`."""
    given = measures(line)
    for label in ("Sets", "Reps"):
        if count := given.get(label):
            noun = label.lower()
            given[label] = f"{count} {noun.removesuffix('s') if count == '1' else noun}"
    return ", ".join(
        _FORMS.get(label, "{}").format(given[label]) for label in _ORDER if label in given
    )
