"""How long and how many: a duration in its unit, a number known within bounds."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from itertools import product
from typing import Annotated, Self

from attrs import field, frozen

from masa.ground.errors import KindError, RangeError, UnitError
from masa.ground.shown import Shown
from masa.ground.text import echo, listed, name, text_of

__all__ = [
    "Count",
    "Counted",
    "Duration",
    "Number",
    "Unit",
    "Whole",
    "to_number",
    "whole",
]

MOST = 10**12
READINGS_MOST = 16
_NUMBER = re.compile(r"(1000|\d{1,3})(\.0{1,2}|(?<!1000)\.\d{1,2})?", re.ASCII)
_DURATION = re.compile(r"(\d{1,13}) ([a-z ]+)", re.ASCII)


def whole(value: object) -> int:
    """Check a whole number from zero to 10¹²; True and 2.0 are not whole numbers.

    Raises:
        KindError: If it is not an `int`.
        RangeError: If it is negative or too large.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise KindError(f"{echo(value)} is not a whole number", remedy="write digits")
    if not 0 <= value <= MOST:
        raise RangeError(
            f"{echo(value)} is out of range", remedy="write a number from 0 to 10¹²"
        )
    return value


class Unit(Enum):
    """What a duration is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"

    __repr__ = Enum.__str__

    @classmethod
    def of(cls, value: object) -> "Unit":
        """Take a unit or its word, also in the singular, as a unit.

        Raises:
            KindError: If there is no such unit.
        """
        for unit in cls:
            if value in (unit, unit.value, unit.value.removesuffix("s")):
                return unit
        units = listed((unit.value for unit in cls), "or")
        raise KindError(f"{echo(value)} is not a unit of time", remedy=f"write {units}")


def _to_unit(value: object) -> Unit:
    return Unit.of(value)


@frozen
class Duration(Shown):
    """A number of one unit of time. Different units never mix silently.

    Args:
        number: How many, from zero.
        unit: Of what; its word will do.

    Raises:
        KindError: If the number is not whole or the unit unknown.
        RangeError: If the number is negative or over 10¹².

    Example:
        >>> print(Duration(15, Unit.WORKING_DAYS))
        15 working days
    """

    number: int = field(converter=whole)
    unit: Unit = field(converter=_to_unit)

    @classmethod
    def from_text(cls, text: str) -> "Duration":
        """Read a number and a unit, such as ``15 working days``.

        Raises:
            RangeError: If it is not a number and a unit.
            KindError: If there is no such unit.
        """
        found = _DURATION.fullmatch(text_of(text))
        if found is None:
            raise RangeError(
                f"{echo(text)} is not a duration",
                remedy='write for example "15 working days"',
            )
        return cls(int(found[1]), Unit.of(found[2]))

    def __add__(self, other: "Duration") -> Self:
        if not isinstance(other, Duration):
            return NotImplemented
        return type(self)(self.number + self._like(other).number, self.unit)

    def __lt__(self, other: "Duration") -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return self.number < self._like(other).number

    def __le__(self, other: "Duration") -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return self.number <= self._like(other).number

    def _like(self, other: "Duration") -> "Duration":
        if self.unit is not other.unit:
            raise UnitError(
                f"{self} and {other} are of different units",
                remedy="count both in one unit first; which days count is for the law",
            )
        return other

    def written(self) -> str:
        """Write it as ``15 working days``, which `from_text` reads back."""
        unit = self.unit.value
        return f"{self.number} {unit.removesuffix('s') if self.number == 1 else unit}"

    def __str__(self) -> str:
        return self.written()


def _to_most(value: object) -> int | None:
    return None if value is None else whole(value)


def _to_readings(values: Iterable[object]) -> tuple[int, ...]:
    return tuple(sorted({whole(value) for value in values}))


def _to_names(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(name, values)))


@frozen
class Count(Shown):
    """A whole number that is known within bounds.

    Args:
        least: The smallest it can be.
        most: The largest it can be; nothing if there is no upper bound.
        readings: The only numbers it can be, where these are known.
        not_stated: What could not be counted in, because no source says it;
            the true number may then be larger than `most`.

    Raises:
        RangeError: If the bounds cross, a reading lies outside them, or a
            number is negative.
        KindError: If a number is not whole.

    Example:
        >>> print(Count.one_of(6, 24) + Count.exactly(4))
        10 or 28
    """

    least: int = field(converter=whole)
    most: int | None = field(default=None, converter=_to_most)
    readings: tuple[int, ...] = field(default=(), converter=_to_readings)
    not_stated: tuple[str, ...] = field(default=(), converter=_to_names)

    def __attrs_post_init__(self) -> None:
        if self.most is not None and self.least > self.most:
            raise RangeError(
                f"at least {self.least} is more than at most {self.most}",
                remedy="give the smaller bound first",
            )
        if self.readings and (self.readings[0], self.readings[-1]) != (
            self.least,
            self.most,
        ):
            raise RangeError(
                f"the readings {listed(map(str, self.readings))} do not reach from "
                f"{self.least} to {self.most}",
                remedy="use `Count.one_of`",
            )
        if self.least == self.most and not self.readings:
            object.__setattr__(self, "readings", (self.least,))

    @classmethod
    def exactly(cls, number: int) -> "Count":
        """Make a number that is known."""
        return cls(number, number)

    @classmethod
    def one_of(cls, *numbers: int) -> "Count":
        """Make a number that is one of a few.

        Raises:
            RangeError: If none is given, or one is negative.
        """
        if not numbers:
            raise RangeError("no reading is given", remedy="give at least one number")
        return cls(min(numbers), max(numbers), numbers)

    @classmethod
    def unknown(cls, *names: str) -> "Count":
        """Make a number of which nothing is known, because of what is named."""
        return cls(0, None, (), names)

    @property
    def is_known(self) -> bool:
        """Whether it can be one number only and everything is counted in."""
        return self.least == self.most and not self.not_stated

    def __radd__(self, other: int) -> "Count":
        """Let `sum` begin with nothing."""
        return self if other == 0 else NotImplemented

    def __add__(self, other: "Count") -> "Count":
        if not isinstance(other, Count):
            return NotImplemented
        missing = self.not_stated + other.not_stated
        sums = {a + b for a, b in product(self.readings, other.readings)}
        if 0 < len(sums) <= READINGS_MOST:
            return Count(min(sums), max(sums), sums, missing)
        ends = None
        if self.most is not None and other.most is not None:
            ends = self.most + other.most
        return Count(self.least + other.least, ends, (), missing)

    def __str__(self) -> str:
        if self.readings:
            number = listed(map(str, self.readings), "or")
        elif self.most is not None:
            number = f"{self.least} to {self.most}"
        else:
            number = f"at least {self.least}" if self.least else "unknown"
        if not self.not_stated:
            return number
        return f"{number}, not counting {listed(self.not_stated)}"


def to_number(value: object) -> Decimal:
    """Check a number such as a full-time equivalent: 0 to 1,000, two decimals.

    Raises:
        KindError: If it is not an `int`, a `Decimal` or text; a float is refused.
        RangeError: If it is negative, above 1,000, finer or not a number.
    """
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise KindError(
            f"{echo(value)} is not a number", remedy='write 1, or as text "0.75"'
        )
    text = echo(value) if isinstance(value, int) else str(value)
    if _NUMBER.fullmatch(text):
        before, point, after = text.partition(".")
        return Decimal(before + (point + after).rstrip("0."))  # equal, alike written
    raise RangeError(
        f"{echo(value)} is not a number from 0 to 1,000 with at most two decimals",
        remedy='write 1, or as text "0.75"',
    )


def counted(value: object) -> int:
    """Check a whole number that counts something that is there: from 1.

    Raises:
        KindError: If it is not an `int`.
        RangeError: If it is zero, negative or too large.
    """
    if whole(value) == 0:
        raise RangeError("0 counts nothing", remedy="write a number from 1")
    return whole(value)


Counted = Annotated[int, counted]
Number = Annotated[Decimal, to_number]
Whole = Annotated[int, whole]
