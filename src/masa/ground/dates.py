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
    FIRST_YEAR,
    LAST_YEAR,
    day,
    financial_year,
    long_day,
    read_span,
    span_in_words,
    written_span,
)
from masa.ground.text import echo

__all__ = ["FinancialYear", "Period", "When"]


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


@frozen
class FinancialYear(Shown):
    """The twelve months from 1 April, named by the year in which they begin.

    Args:
        start: The calendar year in which it begins, 1900 to 2199.

    Raises:
        DateError: If the year lies outside 1900 to 2199.
        KindError: If it is not a whole number.

    Example:
        >>> print(FinancialYear(2018))
        2018/19
    """

    start: int = field()

    @start.validator
    def _check(self, _: object, value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise KindError(
                f"{echo(value)} is not a year", remedy="give 2018 for 2018/19"
            )
        if not FIRST_YEAR <= value < LAST_YEAR:
            raise DateError(
                f"the financial year {echo(value)} lies outside "
                f"{FIRST_YEAR} to {LAST_YEAR - 1}",
                remedy="give 2018 for 2018/19",
            )

    @classmethod
    def from_text(cls, text: str) -> "FinancialYear":
        """Read ``2018/19``, ``18/19`` or ``2018-19``.

        Raises:
            DateError: If it is not of this form, or the years do not follow.
        """
        start = financial_year(text)
        if start is None:
            raise DateError(
                f"{echo(text)} is not a financial year", remedy='write "2018/19"'
            )
        return cls(start)

    @property
    def first(self) -> date:
        """The first day, 1 April."""
        return date(self.start, 4, 1)

    @property
    def last(self) -> date:
        """The last day, 31 March, which still counts."""
        return date(self.start + 1, 3, 31)

    def written(self) -> str:
        """Write it as ``2018/19``, which `from_text` reads back."""
        return f"{self.start}/{(self.start + 1) % 100:02}"

    def __str__(self) -> str:
        return self.written()


def _to_when(value: object) -> When | None:
    return None if value is None else When.of(value)


@frozen(kw_only=True)
class Period(Shown):
    """From one date to another, both days included.

    Args:
        start: When it begins; nothing if no beginning is given.
        end: When it ends; nothing if no end is given.

    Raises:
        DateError: If it surely ends before it begins, or a date cannot be read.
        KindError: If a bound is not a date.

    Example:
        >>> print(Period(start="2017", end="2021"))
        2017 to 2021
    """

    start: When | None = field(default=None, converter=_to_when)
    end: When | None = field(default=None, converter=_to_when)

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end.before(self.start) is Answer.YES:
            raise DateError(
                f"a period ends ({self.end}) before it begins ({self.start})",
                remedy="give the beginning first",
            )

    def covers(self, value: date) -> Answer:
        """Say whether the day lies within the period; both end days do."""
        begun = self.start.on_or_before(value) if self.start else Answer.YES
        lasts = self.end.on_or_after(value) if self.end else Answer.YES
        return begun & lasts

    def overlaps(self, other: "Period") -> Answer:
        """Say whether the two periods have a day in common."""
        return Answer.all_of(
            first.start.on_or_before(second.end)
            for first, second in ((self, other), (other, self))
            if first.start and second.end
        )

    def __str__(self) -> str:
        if self.start and self.end:
            return f"{self.start} to {self.end}"
        if self.start:
            return _led("from", self.start)
        return _led("until", self.end) if self.end else "at all times"


def _led(word: str, when: When) -> str:
    """Lead a date in by a word, unless it brings one of its own."""
    text = str(when)
    return text if text.startswith(("by ", "from ")) else f"{word} {text}"
