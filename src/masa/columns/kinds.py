"""What may be given as a column, and how an answer of the same kind is given back.

Inside, a day is the number of days since 1970, and `UNKNOWN` where there is none.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Protocol

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.faults import Faults
from masa.ground.errors import DateError, KindError
from masa.ground.spans import FIRST_YEAR, LAST_YEAR, day
from masa.ground.text import echo

__all__ = [
    "ADVICE",
    "DAYS",
    "UNKNOWN",
    "Chunk",
    "Column",
    "Days",
    "Result",
    "Words",
    "day_numbers",
    "day_of_number",
    "days_in",
    "number_of",
    "plain_days",
]

Days = NDArray[np.int64]
Words = tuple[str, ...]
Result = Any  # of the kind that was given: a caller knows which

UNKNOWN = int(np.iinfo(np.int64).min)  # how NumPy keeps NaT
EPOCH = date(1970, 1, 1).toordinal()
FIRST = date(FIRST_YEAR, 1, 1).toordinal() - EPOCH
LAST = date(LAST_YEAR, 12, 31).toordinal() - EPOCH
DAYS = np.dtype("datetime64[D]")
COARSE = {"Y", "M", "W", "generic"}
ADVICE = "give days: datetime64[D], datetime.date, ISO text or an Arrow date32"


@frozen(eq=False)
class Chunk:
    """Days that lie in one piece of memory.

    Args:
        days: The number of each day, in 32 or 64 bits.
        bits: One bit for each day that says whether it is known, as Arrow keeps
            them; nothing where `UNKNOWN` says so.
        offset: How many of the bits come before those of the first day.
    """

    days: NDArray[Any]
    bits: NDArray[np.uint8] | None = None
    offset: int = 0

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which of the days are known."""
        if self.bits is None:
            return np.array(self.days != UNKNOWN, np.bool_, copy=False)
        end = self.offset + len(self.days)
        flags = np.unpackbits(self.bits, count=end, bitorder="little")
        return flags[self.offset :].astype(np.bool_)

    def in_full(self) -> Days:
        """Give the days in 64 bits, unknown ones as `UNKNOWN`."""
        days = self.days.astype(np.int64, copy=False)
        return days if self.bits is None else np.where(self.known, days, UNKNOWN)


class Column(Protocol):
    """A column of days, and the way to give back a column of the same kind."""

    @property
    def chunks(self) -> Sequence[Chunk]:
        """The days, piece by piece."""

    def give_days(self, found: NDArray[Any]) -> Result:
        """Give back days."""

    def give_numbers(self, found: Days) -> Result:
        """Give back whole numbers, `UNKNOWN` where there is none."""

    def give_words(self, codes: NDArray[np.int8], words: Words) -> Result:
        """Give back words by their places, -1 where there is none."""


def days_in(column: Column) -> Days:
    """Give all days of a column in one piece."""
    parts = [chunk.in_full() for chunk in column.chunks]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def number_of(known: date) -> int:
    """Give the number of a day, counted from the first of January 1970."""
    return known.toordinal() - EPOCH


def day_of_number(number: int) -> date:
    """Give the day of a number.

    Raises:
        DateError: If there is no such day from 1900 to 2200.
    """
    if not FIRST <= number <= LAST:
        raise DateError(
            f"{np.datetime64(number, 'D')} lies outside {FIRST_YEAR} to {LAST_YEAR}",
            remedy="check the year",
        )
    return date.fromordinal(number + EPOCH)


def day_numbers(values: Iterable[object], *, first_row: int = 0) -> Days:
    """Read days one by one; nothing, NaN or NaT is an unknown day.

    Raises:
        KindError: If one is not a day.
        DateError: If there is no such day.
    """
    numbers, faults = [], Faults()
    for row, value in enumerate(values, first_row):
        is_unknown = value is None or value != value  # noqa: PLR0124 (NaN, NaT)
        with faults.of([row]):
            numbers.append(UNKNOWN if is_unknown else number_of(day(value)))
    faults.refuse()
    return np.array(numbers, np.int64)


def plain_days(array: NDArray[Any], *, first_row: int = 0) -> Days:
    """Read an array of NumPy: days as they are, times only if they are midnight.

    Raises:
        KindError: If it holds no days.
        DateError: If there is no such day.
    """
    if array.ndim != 1:
        raise KindError(
            f"an array of {array.ndim} dimensions is no column", remedy=ADVICE
        )
    if array.dtype == DAYS:
        return array.view(np.int64)
    if array.dtype.kind == "M" and np.datetime_data(array.dtype)[0] not in COARSE:
        return _midnights(array, first_row)
    if array.dtype.kind in "OU":
        return day_numbers(array.tolist(), first_row=first_row)
    raise KindError(f"{echo(str(array.dtype))} is not a type of days", remedy=ADVICE)


def _midnights(array: NDArray[Any], first_row: int) -> Days:
    days = array.astype(DAYS)
    is_time = (days != array) & ~np.isnat(array)
    faults = Faults()
    if is_time.any():
        rows = np.flatnonzero(is_time)
        with faults.of(rows + first_row):
            raise KindError(
                f"{array[rows[0]]} is a time, not a day",
                remedy="give days: .astype('datetime64[D]')",
            )
    faults.refuse()
    return days.view(np.int64)
