"""What a time axis is drawn from: rows of days and of stretches of days."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from masa.ground.errors import RangeError
from masa.ground.signs import Pattern, Shape

__all__ = ["Bar", "Mark", "Row"]

SIGNS_MOST = 50


@frozen(kw_only=True)
class Mark:
    """What stands on one day.

    Args:
        day: The day.
        label: A word or two, printed before the day, if need be.
        shape: What kind of thing it is.
    """

    day: date
    label: str = ""
    shape: Shape


@frozen(kw_only=True)
class Bar:
    """A stretch of days.

    Args:
        first: The first day.
        last: The last day, which is not before the first.
        label: A word or two, if need be.
        pattern: What kind of stretch it is.

    Raises:
        RangeError: If it ends before it begins.
    """

    first: date
    last: date
    label: str = ""
    pattern: Pattern

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise RangeError(
                f"a bar ends on {self.last} and begins on {self.first}",
                remedy="give the earlier day first",
            )


def _to_bars(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    return tuple(bars)


def _to_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(marks)


@frozen(kw_only=True)
class Row:
    """What is drawn in one lane.

    Args:
        label: The name of the lane, at its left.
        note: A smaller text below the name, if need be.
        bars: The stretches of days in it.
        marks: The days in it.

    Raises:
        RangeError: If it has more than 50 bars and marks.
    """

    label: str
    note: str = ""
    bars: tuple[Bar, ...] = field(default=(), converter=_to_bars)
    marks: tuple[Mark, ...] = field(default=(), converter=_to_marks)

    def __attrs_post_init__(self) -> None:
        many = len(self.bars) + len(self.marks)
        if many > SIGNS_MOST:
            raise RangeError(
                f"a row has {many} bars and marks",
                remedy=f"give at most {SIGNS_MOST}, or make several rows of it",
            )

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which something in it begins, ends or stands."""
        ends = (day for bar in self.bars for day in (bar.first, bar.last))
        return (*ends, *(mark.day for mark in self.marks))
