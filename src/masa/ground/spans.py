"""The days that a printed date can mean: read from its words, and written again."""

import calendar
import re
from datetime import date, datetime, timedelta

from masa.ground.errors import DateError, KindError
from masa.ground.text import echo, text_of

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "OpenSpan",
    "day",
    "financial_year",
    "long_day",
    "read_span",
    "span_in_words",
    "written_span",
]

FIRST_YEAR = 1900
LAST_YEAR = 2200
NINETIES = 90
UNDATED = "undated"

Span = tuple[date, date]
OpenSpan = tuple[date | None, date | None]

_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_OPEN_WORDS = {"by", "until", "before", "after", "from", "since"}
_AS_OF = re.compile(r"\Aas of ", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_SHORT_YEAR = re.compile(r"(\d{4}|\d{2})[/-](\d{2})", re.ASCII)
_RANGE_WORDS = re.compile(r"\s*(?:/|\s+to\s+|-(?=\d{4}\Z|[A-Za-z]))\s*")
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


def read_span(text: str) -> OpenSpan:
    """Read the first and the last day that a printed date can mean; see `When`.

    Raises:
        DateError: If it cannot be read, or no such day exists.
    """
    words = " ".join(text_of(text).replace("\N{EN DASH}", "-").split())
    if words.casefold() in {UNDATED, "..", "../.."}:
        return None, None
    if ".." in words:
        return _iso_range(words, text)
    words = _ORDINAL.sub(r"\1", _AS_OF.sub("", words))
    first, _, rest = words.partition(" ")
    word = first.casefold()
    if not rest or word not in _OPEN_WORDS:
        return _span(words, text)
    if word in {"before", "after"}:
        return _open_range(word, *_part(rest, text, like=""))
    span = _span(rest, text)
    return span if word == "from" and " to " in rest else _open_range(word, *span)


def financial_year(text: str) -> int | None:
    """Read the first year of ``2018/19``; nothing if it is no such pair of years."""
    found = _SHORT_YEAR.fullmatch(text_of(text).replace("\N{EN DASH}", "-"))
    if found is None:
        return None
    start = _full_year(found[1])
    return start if (start + 1) % 100 == int(found[2]) else None


def written_span(earliest: date | None, latest: date | None) -> str:
    """Write a span in ISO form, ``..`` for an open end; `read_span` reads it back."""
    if earliest and latest:
        return _iso_closed(earliest, latest)
    if earliest or latest:
        return f"{earliest or '..'}/{latest or '..'}"
    return UNDATED


def span_in_words(earliest: date | None, latest: date | None) -> str:
    """Print a span in English, which `read_span` reads back too."""
    if earliest and latest:
        return _closed_in_words(earliest, latest)
    if latest:
        return f"by {long_day(latest)}"
    return f"from {long_day(earliest)}" if earliest else UNDATED


def _unreadable(text: str) -> DateError:
    return DateError(f"{echo(text)} is not a date that can be read", remedy=_NEEDS)


def _open_range(word: str, earliest: date, latest: date) -> OpenSpan:
    match word:
        case "by" | "until":
            return None, latest
        case "before":
            return None, _shifted(earliest, -1)
        case "after":
            return _shifted(latest, 1), None
        case "since":
            return earliest, latest
    return earliest, None


def _shifted(value: date, by: int) -> date:
    try:
        return value + timedelta(days=by)
    except OverflowError as cause:
        raise DateError(
            f"there is no day next to {value.isoformat()}", remedy="check the year"
        ) from cause


def _iso_range(words: str, text: str) -> OpenSpan:
    first, slash, last = words.partition("/")
    if not slash or ".." not in {first, last}:
        raise _unreadable(text)
    return (
        None if first == ".." else _iso_day(first),
        None if last == ".." else _iso_day(last),
    )


def _span(words: str, text: str) -> Span:
    """Read a closed span: one part, or two joined by a slash, a hyphen or "to"."""
    if year := _SHORT_YEAR.fullmatch(words):
        return _split_year(year, text)
    parts = _RANGE_WORDS.split(words)
    if len(parts) > 2:  # noqa: PLR2004 (a range has two ends)
        raise _unreadable(text)
    if len(parts[0].split(" ")) > len(parts[-1].split(" ")):
        raise _unreadable(text)
    first, _ = _part(parts[0], text, like=parts[-1])
    _, last = _part(parts[-1], text, like="")
    return first, last


def _split_year(found: re.Match[str], text: str) -> Span:
    start, end = found.groups()
    if "-" in found[0] and len(start) == len("2019") and int(end) in _MONTHS.values():
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
