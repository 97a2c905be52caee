"""How to read the doses of a plan: what RPE and its other words mean, and how angles count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.training.document import Session
from speedcli.views.page import Fact, Facts, Section

_MEANINGS = {
    "rpe": Fact("RPE", "How hard it feels, from 0 for nothing to 10 for all that you have."),
    "rep-max": Fact(
        "RM",
        "The reps that you could do with it: 12RM is what you could move 12 times and no more.",
    ),
    "one-rep-max": Fact("% of one-rep maximum", "Of the most that you could lift once."),
    "max-speed": Fact("% of best speed", "Of the fastest that you can run over that distance."),
    "max-force": Fact("% of maximal force", "Of the hardest that you could push, by feel."),
    "effort": Fact("% effort", "Of all that you have, by feel."),
    "velocity-loss": Fact("% speed loss", "How much slower you get than without the load."),
    "body-weight": Fact("% of body weight", "Of what you weigh."),
}

_ANGLES = Fact("Angles", "A straight knee or hip is 180°. What is bent is counted from straight.")


def terms(sessions: Iterable[Session]) -> tuple[Fact, ...]:
    """Each scale that something in the sessions is dosed on, and the angles where there are any."""
    items = [item for one in sessions for block in one.blocks for item in block.items]
    used = {item.intensity.of for item in items if item.intensity}
    angles = (_ANGLES,) if any(item.angle for item in items) else ()
    return (*(meaning for scale, meaning in _MEANINGS.items() if scale in used), *angles)


def section(sessions: Iterable[Session]) -> Iterator[Section]:
    """The same as a part of a page; nothing where no dose needs it."""
    if found := terms(sessions):
        yield Section("How to read the doses", (Facts(found),))
