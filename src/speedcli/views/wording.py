"""Quantities and names from the data in a coach's words, the same in every view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Exercise, Level
from speedcli.knowledge.rulebook import Metric
from speedcli.knowledge.values import SCALES, Intensity, Seconds, Span, plain

LEVELS: tuple[Level, ...] = ("beginner", "intermediate", "advanced")

_SCALES = {
    "max-speed": "of best speed",
    "max-force": "of maximal force",
    "one-rep-max": "of one-rep maximum",
    "velocity-loss": "speed loss",
    "effort": "effort",
    "body-weight": "of body weight",
}

METRICS: dict[Metric, str] = {
    "minutes": "minutes",
    "max-effort-m": "metres at full effort",
    "speed-endurance-m": "metres of speed endurance",
    "sprint-m": "metres of sprinting",
    "iso-push-s": "seconds of pushing, per side",
    "iso-hold-s": "seconds of holding, per side",
    "contacts": "contacts",
    "hard-days": "maximal sprint days",
    "rest-days": "rest days",
    "iso-push-sessions": "sessions with pushes",
    "band-strength-sessions": "sessions with strong bands",
    "nordic-sessions": "sessions with Nordics",
    "assisted-sessions": "sessions with assisted runs",
    "flying-sessions": "sessions with flying runs",
    "top-speed-reps": "runs at top speed",
    "ballistic-reps": "ballistic pushes",
    "nordic-reps": "Nordics",
    "sprint-reps": "sprints",
    "sprint-part-minutes": "minutes of sprinting, rests included",
}


def time(span: Seconds | Span) -> str:
    """A time as it is said: `90-180 s`, `2-3 min`, `1:30-4:00 min` where seconds matter."""
    if span.high < 120:
        return f"{Span(span.low, span.high)} s"
    if span.low % 60 == span.high % 60 == 0:
        return f"{Span(span.low // 60, span.high // 60)} min"
    if span.low == span.high:
        return f"{clock(span.low)} min"
    return f"{clock(span.low)}-{clock(span.high)} min"


def intensity(value: Intensity) -> str:
    """How hard: `90-100 % of best speed`, `12-15RM`, `RPE 6-7`."""
    return scaled(Span(value.low, value.high), value.of)


def scaled(span: Span, scale: str) -> str:
    """A range on a scale of intensities; one that starts at 0 is an upper limit."""
    ends = str(span) if span.low else f"at most {plain(span.high)}"
    if SCALES[scale]:
        return f"{ends} % {_SCALES[scale]}"
    return f"RPE {ends}" if scale == "rpe" else f"{ends}RM"


def emphasis(written: str) -> str:
    """What a week or a goal is about: `max-velocity` is what coaches call top speed."""
    return "top speed" if written == "max-velocity" else spaced(written)


def listing(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    *others, end = words or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


def spaced(written: str) -> str:
    """An id or a choice as words: `iso-push` is `iso push`."""
    return written.replace("-", " ")


def capital(text: str) -> str:
    """`text` with a capital; other capitals stay."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """`text` with a capital and a full stop."""
    return capital(text) + ("" if text.endswith((".", "!", "?")) else ".")


def kit_names(ids: Iterable[str], library: Library) -> str:
    """What to bring: `wall and resistance bands`."""
    return listing([library.kit[one].name for one in ids])


def kit_of(exercise: Exercise, library: Library) -> str:
    """What an exercise needs: any one of some sets of kit."""
    sets = [kit_names(ids, library) for ids in exercise.kit]
    return ", or ".join(filter(None, sets)) or "nothing"


def load_name(load: str, library: Library) -> str:
    """The title of a load class; its id when the data have no planning."""
    planning = library.planning_if_any
    classes = planning.load_classes if planning else ()
    return next((one.title for one in classes if one.id == load), spaced(load))


def percent(share: float) -> str:
    """A share such as 0.65 as `65 %`."""
    return f"{plain(round(share * 100, 1))} %"


def clock(seconds: float) -> str:
    """A time as a watch shows it: `1:30`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
