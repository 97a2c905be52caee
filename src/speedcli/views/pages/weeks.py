"""The weeks of a plan at a glance: as a table, and as a figure of their load."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge import figures
from speedcli.training.document import Week
from speedcli.views import dates, wording
from speedcli.views.page import Bar, Cell, Column, Figure, Paragraph, Row, Table

_WORDS = (Column("Week"), Column("Starts"), Column("Phase"))
_EMPHASIS = Column("Emphasis")
_METRES = {True: Column("Sprint m"), False: Column("Sprint m", "right")}
_NUMBERS = tuple(Column(title, "right") for title in ("Hard", "Push s", "Minutes"))
_LEGEND = (
    "Sprint m: metres of sprints and fast runs. Hard: days of maximal sprinting. "
    "Push s: seconds of isometric pushes on each side."
)


def overview(
    weeks: tuple[Week, ...], *, narrow: bool, barred: bool = True
) -> tuple[Table, Paragraph]:
    """A row to each week, and what its columns mean; its metres `barred` where no figure has them.

    An emphasis that all weeks share is in the plan's title, and needs no column. On a `narrow`
    screen the emphasis stands below its row.
    """
    varied = len({week.emphasis for week in weeks}) > 1
    beside, below = varied and not narrow, varied and narrow
    most = max((week.totals.sprint_m for week in weeks), default=0) or 1
    rows = tuple(
        Row(
            tuple(_cells(week, beside, most if barred else 0)),
            wording.emphasis(week.emphasis) if below else "",
        )
        for week in weeks
    )
    columns = (*_WORDS, *([_EMPHASIS] if beside else []), _METRES[barred], *_NUMBERS)
    return Table(columns, rows), Paragraph(_LEGEND)


def pictures(weeks: tuple[Week, ...]) -> tuple[Figure, ...]:
    """The figure of the load, where there are weeks to compare and metres to draw."""
    compared = len(weeks) > 1 and any(week.totals.sprint_m for week in weeks)
    return (load(weeks),) if compared else ()


def load(weeks: tuple[Week, ...]) -> Figure:
    """The metres of sprints and fast runs of each week, over its phase."""
    bars = tuple(
        figures.ChartBar(label=str(week.number), value=week.totals.sprint_m, group=week.phase)
        for week in weeks
    )
    most = max((bar.value for bar in bars), default=0) or 1
    axis = figures.Axis(label="sprints and fast runs", unit="m a week", low=0, high=most)
    told = "; ".join(f"week {bar.label}, {bar.group}: {bar.value} m" for bar in bars)
    return Figure(
        title="Load by week",
        drawing=figures.BarChart(kind="bars", axis=axis, bars=bars),
        caption="Metres of sprints and fast runs in each week, with the phases below.",
        alt=f"A bar to each week: {told}.",
        basis="Counted from the sessions of the plan.",
        credit="",
        upright=True,
    )


def _cells(week: Week, with_emphasis: bool, most: int) -> Iterator[Cell]:
    """The numbers of a week; its metres have a bar beside them if they are compared with `most`."""
    totals = week.totals
    yield f"{week.number:>2}"
    yield dates.short(week.starts)
    yield week.phase
    if with_emphasis:
        yield wording.emphasis(week.emphasis)
    metres = str(totals.sprint_m)
    yield Bar(totals.sprint_m / most, metres) if most else metres
    yield from (str(number) for number in (totals.hard_days, totals.iso_push_s, totals.minutes))
