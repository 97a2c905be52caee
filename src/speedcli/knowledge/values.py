"""Quantities as a coach writes them: `2-4`, `90-180 s`, `10-20 m`, `90-100 % max-speed`.

Each type reads itself from the text of a YAML scalar with `parse`, raises ValueError saying what
would be right, and prints itself with `str`. Units live in the type, never in a bare number.
"""

from __future__ import annotations

from speedcli.knowledge.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

Number = int | float

# Of dates. Weeks can be counted from them in either direction, and lead to dates again.
YEARS = range(1900, 3000)
A_YEAR = f"a year from {YEARS[0]} to {YEARS[-1]}"

_NUMBER = r"(0|[1-9][0-9]*)(\.[0-9]+)?"
_RANGE = rf"{_NUMBER}([-–]{_NUMBER})?"

_LONGEST = 15  # so many digits a float holds exactly; many more would be infinite


def number(text: str) -> Number:
    """`text` as a plain decimal; ValueError for signs, exponents, leading zeros and `1:30`."""
    whole, dot, part = text.partition(".")
    digits = text.isascii() and whole.isdigit() and (not dot or part.isdigit())
    if not digits or len(text) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        raise ValueError(f"{text!r} is not a number")
    return float(text) if dot else int(whole)


def plain(value: Number) -> str:
    """A number as text, without a needless `.0`."""
    return str(int(value)) if value == int(value) else str(value)


@frozen()
class Span:
    """An inclusive range, `2-4`; a single number is a range with equal ends."""

    low: Number
    high: Number

    # What each unit is worth in the unit held; a plain range has none.
    units: ClassVar[dict[str, int]] = {"": 1}
    unit: ClassVar[str] = ""
    example: ClassVar[str] = "3 or 2-4"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a range with its unit; ValueError without the unit, or if it runs backwards."""
        written = text.replace("–", "-").strip()
        ends, _, unit = written.partition(" ") if cls.unit else (written.replace(" ", ""), "", "")
        low, dash, high = ends.partition("-")
        try:
            worth = cls.units[unit.strip()]
            bottom, top = number(low) * worth, number(high if dash else low) * worth
        except (KeyError, ValueError):
            raise ValueError(f"expected e.g. {cls.example}, got {text!r}") from None
        if bottom > top:
            raise ValueError(f"{text!r} runs backwards; write the smaller number first")
        return cls(bottom, top)

    def __str__(self) -> str:
        ends = plain(self.low) if self.low == self.high else f"{plain(self.low)}-{plain(self.high)}"
        return f"{ends} {self.unit}".rstrip()

    @classmethod
    def pattern(cls) -> str:
        """A regular expression of the texts that mean such a range, for editors."""
        return f"^{_RANGE} ({'|'.join(cls.units)})$" if cls.unit else f"^{_RANGE}$"

    def __contains__(self, value: Number) -> bool:
        return self.low <= value <= self.high


class Seconds(Span):
    """A time, `90 s`, `90-180 s` or `2-3 min`; held in seconds."""

    __slots__ = ()
    units: ClassVar[dict[str, int]] = {"s": 1, "min": 60}
    unit: ClassVar[str] = "s"
    example: ClassVar[str] = "'90 s' or '2-3 min'"


class Minutes(Span):
    """A longer time, `15-25 min`; held in minutes."""

    __slots__ = ()
    units: ClassVar[dict[str, int]] = {"min": 1}
    unit: ClassVar[str] = "min"
    example: ClassVar[str] = "'20 min' or '15-25 min'"


class Metres(Span):
    """A distance, `20 m` or `10-20 m`; held in metres."""

    __slots__ = ()
    units: ClassVar[dict[str, int]] = {"m": 1}
    unit: ClassVar[str] = "m"
    example: ClassVar[str] = "'20 m' or '10-20 m'"


# What an intensity is measured against, and whether it is a percentage of it.
SCALES = {
    "max-speed": True,
    "max-force": True,
    "one-rep-max": True,
    "velocity-loss": True,
    "effort": True,
    "body-weight": True,
    "rep-max": False,
    "rpe": False,
}


@frozen()
class Intensity:
    """How hard: `90-100 % max-speed`, `12-15 rep-max`, `6-7 rpe`. The high end counts."""

    low: Number
    high: Number
    of: str

    example: ClassVar[str] = "'90-100 % max-speed' or '12-15 rep-max'"

    @classmethod
    def pattern(cls) -> str:
        """A regular expression of the texts that mean an intensity, for editors."""
        shares = "|".join(name for name, share in SCALES.items() if share)
        others = "|".join(name for name, share in SCALES.items() if not share)
        return f"^{_RANGE} (% ({shares})|({others}))$"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a range, `%` where the scale is a percentage, and the scale's name."""
        ends, _, scale = text.replace("%", " % ").partition(" ")
        percent, of = "%" in scale, scale.replace("%", "").strip()
        if of not in SCALES or percent is not SCALES[of]:
            named = ", ".join(f"% {name}" if share else name for name, share in SCALES.items())
            raise ValueError(f"expected a range and one of: {named}; got {text!r}")
        span = Span.parse(ends)
        return cls(span.low, span.high, of)

    def __str__(self) -> str:
        return f"{Span(self.low, self.high)} {'% ' if SCALES[self.of] else ''}{self.of}"


@frozen()
class Total:
    """What a block adds up to in one session: `60-120 m`, `30-45 s`, `24-45 reps`, `15-25 min`."""

    low: Number
    high: Number
    unit: str

    units: ClassVar[tuple[str, ...]] = ("m", "s", "reps", "contacts", "sets", "min")
    example: ClassVar[str] = "'60-120 m' or '15-25 min'"

    @classmethod
    def pattern(cls) -> str:
        """A regular expression of the texts that mean a total, for editors."""
        return f"^{_RANGE} ({'|'.join(cls.units)})$"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a range and one of `units`. Seconds and reps are per side."""
        ends, _, unit = text.strip().partition(" ")
        if unit.strip() not in cls.units:
            raise ValueError(f"expected a range and one of: {', '.join(cls.units)}; got {text!r}")
        span = Span.parse(ends)
        return cls(span.low, span.high, unit.strip())

    def __str__(self) -> str:
        return f"{Span(self.low, self.high)} {self.unit}"
