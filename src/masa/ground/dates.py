"""Dates as documents print them: a day, a month, "by September 2019", undated.

`When` keeps the earliest and the latest day that the words can mean, and
compares without guessing: the answer is unknown wherever two days within that
range would answer differently.
"""

from datetime import date

from attrs import field, frozen

from masa.ground.errors import DateError, KindError
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import (
    day,
    long_day,
    read_span,
    span_in_words,
    written_span,
)
from masa.ground.text import echo

__all__ = ["When"]


def _to_day(value: object) -> date | None:
    if isinstance(value, str):
        raise KindError(
            f"{echo(value)} is a text, not a day", remedy="use `When.from_text`"
        )
    return None if value is None else day(value)


@frozen
class When(Shown):
    """The days that a printed date can mean, from earliest to latest, both included.

    Args:
        earliest: The first day it can mean; nothing if that is open.
        latest: The last day it can mean; nothing if that is open.

    Raises:
        DateError: If a day does not exist, lies outside 1900 to 2200, or the
            earliest is after the latest.
        KindError: If a bound is not a day (a `datetime.datetime` is none).

    Example:
        >>> When.from_text("by September 2019").on_or_before(date(2019, 10, 1))
        Answer.YES
        >>> print(When.from_text("April/May 2019"))
        April to May 2019
    """

    earliest: date | None = field(default=None, converter=_to_day)
    latest: date | None = field(default=None, converter=_to_day)

    def __attrs_post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise DateError(
                f"{long_day(self.earliest)} is after {long_day(self.latest)}",
                remedy="give the earliest day first",
            )

    @classmethod
    def on_day(cls, value: date | str) -> "When":
        """Make the date that is one known day.

        Raises:
            DateError: If there is no such day, or it lies outside 1900 to 2200.
            KindError: If it is not a day.
        """
        only = day(value)
        return cls(only, only)

    @classmethod
    def from_text(cls, text: str) -> "When":
        """Read a date as documents print it.

        It reads a day ("1 October 2019", "1st Oct 2019", "2019-10-01"), a
        month, a year, a range of these ("April/May 2019", "2017-2021", "from
        June to July 2019"), an open range ("by", "before", "after", "from" or
        "until" one of them, or ISO with ".." for the open end), "as of" and
        "since" a month (in which it began), and "undated". "2017/18" may be a
        financial or a school year, so it runs from 1 April to 31 August.

        Raises:
            DateError: If it is none of these, or no such day exists.
        """
        return cls(*read_span(text))

    @classmethod
    def of(cls, value: object) -> "When":
        """Take a day, a text or a `When` as a `When`.

        Raises:
            DateError: If the text cannot be read or there is no such day.
            KindError: If it is anything else.
        """
        if isinstance(value, When):
            return value
        return (
            cls.from_text(value) if isinstance(value, str) else cls.on_day(day(value))
        )

    @property
    def is_dated(self) -> bool:
        """Whether anything at all is known of the day."""
        return self != When()

    def on_or_before(self, other: "date | When") -> Answer:
        """Say whether it is on or before the other, whichever day each means."""
        that = When.of(other)
        if self.latest and that.earliest and self.latest <= that.earliest:
            return Answer.YES
        if self.earliest and that.latest and self.earliest > that.latest:
            return Answer.NO
        return Answer.UNKNOWN

    def before(self, other: "date | When") -> Answer:
        """Say whether it is before the other; the same day is not before."""
        return ~When.of(other).on_or_before(self)

    def after(self, other: "date | When") -> Answer:
        """Say whether it is after the other; the same day is not after."""
        return ~self.on_or_before(other)

    def on_or_after(self, other: "date | When") -> Answer:
        """Say whether it is on or after the other."""
        return When.of(other).on_or_before(self)

    def is_on(self, other: "date | When") -> Answer:
        """Say whether it is the same day as the other."""
        return self.on_or_before(other) & self.on_or_after(other)

    def written(self) -> str:
        """Write it in ISO form, as ``../2019-09-30``; `from_text` reads it back."""
        return written_span(self.earliest, self.latest)

    def __str__(self) -> str:
        return span_in_words(self.earliest, self.latest)
