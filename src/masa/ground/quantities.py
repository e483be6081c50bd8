"""How many: a number known within bounds, a number that counts what is there."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import product
from typing import Annotated

from attrs import field, frozen

from masa.ground.durations import whole
from masa.ground.errors import KindError, RangeError
from masa.ground.shown import Shown
from masa.ground.text import check_names, echo, listed, name

__all__ = [
    "Count",
    "Counted",
    "Number",
    "Percent",
    "Whole",
    "counted",
    "to_number",
    "to_percent",
]

READINGS_MOST = 16
MOST = 1000
DIGITS_MOST = 20
IN_WORDS = {2: "two", 15: "fifteen"}  # decimals; a spreadsheet gives fifteen at most
_NUMBER = re.compile(r"(1000|\d{1,3})(?:\.(?P<after>\d+))?", re.ASCII)


def _to_most(value: object) -> int | None:
    return None if value is None else whole(value)


def _to_readings(values: Iterable[object]) -> tuple[int, ...]:
    numbers = tuple(values)
    return tuple(sorted(set(map(whole, numbers)))) if numbers else ()


def _to_names(values: Iterable[object]) -> tuple[str, ...]:
    names = tuple(values)
    if len(names) <= 1:
        return (name(names[0]),) if names else ()
    check_names(names)
    return tuple(dict.fromkeys(names))  # type: ignore[arg-type] # each is text


@frozen(slots=False)  # then made twice as fast
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
    return _to_thousand(value, 2)


def to_percent(value: object) -> Decimal:
    """Check a share in per cent, as printed: 0 to 1,000, fifteen decimals.

    Raises:
        KindError: If it is not an `int`, a `Decimal` or text; a float is refused.
        RangeError: If it is negative, above 1,000, finer or not a number.
    """
    return _to_thousand(value, 15)


def _to_thousand(value: object, decimals: int) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise KindError(
            f"{echo(value)} is not a number", remedy='write 1, or as text "0.75"'
        )
    text = echo(value) if isinstance(value, int) else _in_digits(value)
    found = _NUMBER.fullmatch(text)
    number = Decimal(text) if found and len(found["after"] or "") <= decimals else None
    if number is None or number > MOST:
        raise RangeError(
            f"{echo(value)} is not a number from 0 to 1,000 with at most "
            f"{IN_WORDS[decimals]} decimals",
            remedy='write 1, or as text "0.75"',
        )
    before, point, after = text.partition(".")
    return Decimal(before + (point + after).rstrip("0."))  # equal, alike written


def _in_digits(value: str | Decimal) -> str:
    is_short = isinstance(value, Decimal) and abs(value.adjusted()) <= DIGITS_MOST
    return f"{value:f}" if is_short else str(value)


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
Percent = Annotated[Decimal, to_percent]
Whole = Annotated[int, whole]
