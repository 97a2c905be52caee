"""What the words of doses mean, such as RPE, for the doses that a plan has."""

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


def terms(sessions: Iterable[Session]) -> tuple[Fact, ...]:
    """Each scale that something in the sessions is dosed on."""
    items = (item for one in sessions for block in one.blocks for item in block.items)
    used = {item.intensity.of for item in items if item.intensity}
    return tuple(meaning for scale, meaning in _MEANINGS.items() if scale in used)


def section(sessions: Iterable[Session]) -> Iterator[Section]:
    """The same as a part of a page; nothing where no dose says how hard."""
    if found := terms(sessions):
        yield Section("How hard", (Facts(found),))
