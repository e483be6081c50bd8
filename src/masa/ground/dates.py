"""Dates as documents print them: a day, a month, "by September 2019", undated.

`When` keeps the earliest and the latest day that the words can mean, and
compares without guessing: the answer is unknown wherever two days within that
range would answer differently.
"""

import calendar
import re
from datetime import date, datetime, timedelta

from attrs import field, frozen

from masa.ground.errors import DateError, KindError
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import echo

__all__ = ["FinancialYear", "Period", "When", "day", "long_day"]

FIRST_YEAR = 1900
LAST_YEAR = 2200
NINETIES = 90
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_OPEN = "undated"
_AS_OF = re.compile(r"\Aas of ", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(\d{4}|\d{2})[/-](\d{2})", re.ASCII)
_RANGE_WORDS = re.compile(r"\s*(?:/|\s+to\s+|-(?=\d{4}\Z))\s*")
_NEEDS = (
    'write for example "1 October 2019", "2019-10", "by September 2019" or "undated"'
)


def day(value: object) -> date:
    """Check a day: a `datetime.date`, or ISO text, from 1900 to 2200.

    Raises:
        KindError: If it is a `datetime.datetime` or not a day at all.
        DateError: If there is no such day, or it lies outside 1900 to 2200.
    """
    if isinstance(value, datetime):
        raise KindError(
            f"{echo(value)} is a time, not a day", remedy="give its `.date()`"
        )
    if isinstance(value, str):
        value = _iso_day(value)
    if not isinstance(value, date):
        raise KindError(f"{echo(value)} is not a day", remedy="give a datetime.date")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise DateError(
            f"{value.isoformat()} lies outside {FIRST_YEAR} to {LAST_YEAR}",
            remedy="check the year",
        )
    return value


def _iso_day(text: str) -> date:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is None:
        raise DateError(f"{echo(text)} is not a day", remedy='write "2019-10-01"')
    return _existing(*map(int, text.split("-")))


def _existing(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError as cause:
        raise DateError(
            f"there is no day {number} of month {month} in {year}",
            remedy="check the day and the month",
        ) from cause


def long_day(value: date) -> str:
    """Print a day as English documents do: ``1 October 2019``."""
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def _to_day(value: object) -> date | None:
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

        It reads a day ("1 October 2019", "2019-10-01"), a month, a year, a
        range of these ("April/May 2019", "2017-2021", "June to July 2019"),
        an open range ("by", "before", "after", "from" or "until" one of them,
        or ISO with ".." for the open end), "as of" and "since" a month (in
        which it began), and "undated". "2017/18" may be a financial or a
        school year, so it runs from 1 April to 31 August.

        Raises:
            DateError: If it is none of these, or no such day exists.
        """
        words = " ".join(text.replace("\N{EN DASH}", "-").split())
        if words.casefold() in {_OPEN, "..", "../.."}:
            return cls()
        if ".." in words:
            return _iso_range(words, text)
        words = _AS_OF.sub("", words)
        first, _, rest = words.partition(" ")
        if rest and first.casefold() in _OPEN_WORDS:
            return _open_range(first.casefold(), *_span(rest, text))
        return cls(*_span(words, text))

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
        if not self.is_dated:
            return _OPEN
        if self.earliest and self.latest:
            return _iso_closed(self.earliest, self.latest)
        return f"{self.earliest or '..'}/{self.latest or '..'}"

    def __str__(self) -> str:
        if self.earliest and self.latest:
            return _closed_in_words(self.earliest, self.latest)
        if self.latest:
            return f"by {long_day(self.latest)}"
        return f"from {long_day(self.earliest)}" if self.earliest else _OPEN


_OPEN_WORDS = {"by", "until", "before", "after", "from", "since"}


def _unreadable(text: str) -> DateError:
    return DateError(f"{echo(text)} is not a date that can be read", remedy=_NEEDS)


def _open_range(word: str, earliest: date, latest: date) -> When:
    match word:
        case "by" | "until":
            return When(None, latest)
        case "before":
            return When(None, _shifted(earliest, -1))
        case "after":
            return When(_shifted(latest, 1), None)
        case "since":
            return When(earliest, latest)
    return When(earliest, None)


def _shifted(value: date, by: int) -> date:
    try:
        return value + timedelta(days=by)
    except OverflowError as cause:
        raise DateError(
            f"there is no day next to {value.isoformat()}", remedy="check the year"
        ) from cause


def _iso_range(words: str, text: str) -> When:
    first, slash, last = words.partition("/")
    if not slash or ".." not in {first, last}:
        raise _unreadable(text)
    return When(
        None if first == ".." else _iso_day(first),
        None if last == ".." else _iso_day(last),
    )


Span = tuple[date, date]


def _span(words: str, text: str) -> Span:
    """Read a closed span: one part, or two joined by a slash, a hyphen or "to"."""
    if year := _SHORT_YEAR.fullmatch(words):
        return _split_year(year, text)
    parts = _RANGE_WORDS.split(words)
    if len(parts) > 2:  # noqa: PLR2004 (a range has two ends)
        raise _unreadable(text)
    first, _ = _part(parts[0], text, like=parts[-1])
    _, last = _part(parts[-1], text, like="")
    return first, last


def _split_year(found: re.Match[str], text: str) -> Span:
    start, end = found.groups()
    is_month = "-" in found[0] and len(start) == len("2019") and 1 <= int(end) <= 12  # noqa: PLR2004
    if is_month:
        return _month(int(start), int(end))
    if (int(start) + 1) % 100 != int(end):
        raise _unreadable(text)
    year = _full_year(start)
    return _existing(year, 4, 1), _existing(year + 1, 8, 31)


def _full_year(digits: str) -> int:
    """Complete a year of two digits, which stands for one from 1990 to 2089."""
    if len(digits) == len("2019"):
        return int(digits)
    return int(digits) + (1900 if int(digits) >= NINETIES else 2000)


def _part(words: str, text: str, *, like: str) -> Span:
    """Read a year, a month or a day; what is missing is taken from `like`."""
    bits = words.split(" ")
    match [*bits, *like.split(" ")[len(bits) :]]:
        case [iso] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", iso, re.ASCII):
            return _iso_day(iso), _iso_day(iso)
        case [iso] if re.fullmatch(r"\d{4}-\d{2}", iso, re.ASCII):
            return _month(int(iso[:4]), int(iso[5:]))
        case [year] if _is_year(year):
            return _existing(int(year), 1, 1), _existing(int(year), 12, 31)
        case [month, year] if month.casefold() in _MONTHS and _is_year(year):
            return _month(int(year), _MONTHS[month.casefold()])
        case [number, month, year] if _is_printed_day(number, month, year):
            only = _existing(int(year), _MONTHS[month.casefold()], int(number))
            return only, only
    raise _unreadable(text)


def _is_year(text: str) -> bool:
    return re.fullmatch(r"\d{4}", text, re.ASCII) is not None


def _is_printed_day(number: str, month: str, year: str) -> bool:
    is_number = re.fullmatch(r"\d{1,2}", number, re.ASCII) is not None
    return is_number and month.casefold() in _MONTHS and _is_year(year)


def _month(year: int, month: int) -> Span:
    first = _existing(year, month, 1)
    return first, first.replace(day=_last_of_month(first))


def _last_of_month(value: date) -> int:
    return calendar.monthrange(value.year, value.month)[1]


def _starts_month(value: date) -> bool:
    return value.day == 1


def _ends_month(value: date) -> bool:
    return value.day == _last_of_month(value)


def _is_whole_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _iso_closed(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    if _is_whole_years(first, last) and first.year == last.year:
        return str(first.year)
    if _starts_month(first) and _ends_month(last):
        start, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
        return start if start == end else f"{start}/{end}"
    return f"{first}/{last}"


def _closed_in_words(first: date, last: date) -> str:
    if first == last:
        return long_day(first)
    if _is_whole_years(first, last):
        years = (str(first.year), str(last.year))
        return years[0] if years[0] == years[1] else " to ".join(years)
    if not (_starts_month(first) and _ends_month(last)):
        return f"{long_day(first)} to {long_day(last)}"
    start, end = (calendar.month_name[value.month] for value in (first, last))
    if first.year != last.year:
        return f"{start} {first.year} to {end} {last.year}"
    return f"{start} {first.year}" if start == end else f"{start} to {end} {first.year}"


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
        found = _SHORT_YEAR.fullmatch(text.replace("\N{EN DASH}", "-"))
        if found is not None:
            start = _full_year(found[1])
            if (start + 1) % 100 == int(found[2]):
                return cls(start)
        raise DateError(
            f"{echo(text)} is not a financial year", remedy='write "2018/19"'
        )

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
