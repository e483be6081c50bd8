"""How long: a number of one unit of time."""

import re
from enum import Enum
from typing import Self

from attrs import field, frozen

from masa.ground.errors import KindError, RangeError, UnitError
from masa.ground.shown import Shown
from masa.ground.text import echo, listed, text_of

__all__ = ["Duration", "Unit", "whole"]

MOST = 10**12
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
