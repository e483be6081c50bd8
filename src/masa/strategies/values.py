"""Strategies for the small values: answers, places, dates, numbers, statements."""

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache, wraps
from typing import Literal, ParamSpec, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground.durations import whole
from masa.ground.errors import RangeError
from masa.ground.money import to_balance, to_pence
from masa.ground.spans import day
from masa.ground.text import echo

__all__ = [
    "DRAWN",
    "FIRST",
    "LARGEST",
    "LAST",
    "Drawing",
    "Drawn",
    "amounts",
    "answers",
    "counts",
    "draws",
    "durations",
    "facts",
    "financial_years",
    "identifiers",
    "in_documents",
    "names",
    "ordered",
    "paces",
    "periods",
    "printed_places",
    "some",
    "sources",
    "standings",
    "stateds",
    "statements",
    "texts",
    "whens",
    "wholes",
]

FIRST = date(1900, 1, 1)
LAST = date(2200, 12, 31)
LARGEST = 10**12

P = ParamSpec("P")
S = TypeVar("S", bound=SearchStrategy[object])
T = TypeVar("T")
N = TypeVar("N", int, date)
Drawn = SearchStrategy[object]
Drawing = Callable[..., SearchStrategy[T]]

DRAWN: dict[type, Drawing[object]] = {}
_HIDDEN: tuple[Literal["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"], ...] = (
    *("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"),
)
_TELLING = ("Zoë O'Brien & Söhne", "中文学校", "👧🏽", "<script>'\"\\|*_#", "n" * 200)


def draws(kind: type) -> Callable[[Callable[P, S]], Callable[P, S]]:
    """Note that a function draws the values of a class.

    What it makes where nothing is asked for is kept, for Hypothesis looks through
    every new strategy before it draws from it, and that takes long.
    """

    def noted(make: Callable[P, S]) -> Callable[P, S]:
        usual = cache(make)

        @wraps(make)
        def strategy(*args: P.args, **kwargs: P.kwargs) -> S:
            return make(*args, **kwargs) if args or kwargs else usual()

        DRAWN[kind] = strategy
        return strategy

    return noted


def ordered(least: N, most: N) -> tuple[N, N]:
    """Check that two bounds do not cross.

    Raises:
        RangeError: If they do.
    """
    if least > most:
        raise RangeError(
            f"nothing lies from {echo(least)} to {echo(most)}",
            remedy="give the smaller bound first",
        )
    return least, most


@cache
def _printed(more: str = "") -> SearchStrategy[str]:
    legal = "\N{SOFT HYPHEN}" + more
    letters = st.characters(exclude_categories=_HIDDEN, include_characters=legal)
    return st.text(letters, max_size=40).map(_tidy) | st.sampled_from(_TELLING)


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).strip() or "A"


def names() -> SearchStrategy[str]:
    """Draw names as the text policy allows them, in any script."""
    return _printed()


def texts() -> SearchStrategy[str]:
    """Draw free texts as the text policy allows them, some of several lines."""
    return _printed(more="\n")


@cache
def identifiers() -> SearchStrategy[str]:
    """Draw ids: small letters and digits, joined by ``-``, ``.`` or ``/``."""
    return st.text("abcxyz0189-./", max_size=20).map(_joined)


def _joined(text: str) -> str:
    return re.sub(r"([-./])[-./]+", r"\1", text).strip("-./") or "a"


@cache
def wholes(least: int = 0, most: int = LARGEST) -> SearchStrategy[int]:
    """Draw whole numbers, small ones often."""
    return st.integers(least, min(most, least + 12)) | st.integers(least, most)


def amounts(
    *, min_value: Decimal | int = 0, max_value: Decimal | int = LARGEST
) -> SearchStrategy[Decimal]:
    """Draw amounts of money in pounds, whole or with pence.

    Args:
        min_value: The least; negative for a balance.
        max_value: The most, which is drawn too.

    Raises:
        AmountError: If a bound is no amount of money.
        KindError: If a bound is not a number.
        RangeError: If the bounds cross.
    """
    least, most = to_pence(to_balance(min_value)), to_pence(to_balance(max_value))
    pence = wholes(*ordered(least, most))
    whole_pounds = pence.map(lambda n: max(n - n % 100, least))
    return (whole_pounds | pence).map(lambda n: Decimal(n).scaleb(-2))


@draws(masa.Answer)
def answers() -> SearchStrategy[masa.Answer]:
    """Draw yes, no and unknown."""
    return st.sampled_from(masa.Answer)


@draws(masa.Standing)
def standings() -> SearchStrategy[masa.Standing]:
    """Draw standings, from in force to conditional."""
    return st.sampled_from(masa.Standing)


@draws(masa.Source)
def sources() -> SearchStrategy[masa.Source]:
    """Draw places in a document, some with the id of the document."""
    return printed_places() | st.builds(masa.Source, names(), document=identifiers())


def printed_places() -> SearchStrategy[masa.Source]:
    """Draw places in the documents of the arrangement that is drawn, if of any."""
    return st.builds(masa.Source, names(), document=_document())


@cache
@st.composite
def _document(draw: DrawFn) -> str | None:
    """Draw the id of such a document, or that none is named."""
    return draw(_documents.get(st.none()))


_documents: ContextVar[SearchStrategy[str | None]] = ContextVar("_documents")


@contextmanager
def in_documents(ids: Sequence[str]) -> Iterator[None]:
    """Let the places that are drawn meanwhile be in these documents."""
    token = _documents.set(st.sampled_from((None, *ids)))
    try:
        yield
    finally:
        _documents.reset(token)


@draws(masa.Fact)
def facts() -> SearchStrategy[masa.Fact]:
    """Draw facts: known and unknown, with and without a source and a reason."""
    source, why = st.none() | sources(), st.sampled_from(masa.WhyUnknown)
    unknown = st.builds(masa.Fact, st.none(), source=source, why=why)
    return st.builds(masa.Fact, answers(), source=source) | unknown


@draws(masa.When)
def whens(
    *, min_value: date = FIRST, max_value: date = LAST
) -> SearchStrategy[masa.When]:
    """Draw dates: a day, a month, a year, a range, one open end, undated.

    Args:
        min_value: The first day that a date can have for a bound.
        max_value: The last such day.

    Raises:
        DateError: If a bound lies outside 1900 to 2200.
        KindError: If a bound is not a day.
        RangeError: If the bounds cross.
    """
    return _whens(*ordered(day(min_value), day(max_value)))


@st.composite
def _whens(draw: DrawFn, least: date, most: date) -> masa.When:
    start, end = sorted(draw(_two_days(least, most)))
    end_of_month = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    firsts = (None, end, start, start.replace(day=1), date(end.year, 1, 1))
    lasts = (None, end, end_of_month, date(end.year, 12, 31))
    first, last = firsts[draw(_one_of_five)], lasts[draw(_one_of_four)]
    return masa.When(first and max(first, least), last and min(last, most))


_one_of_four, _one_of_five = st.integers(0, 3), st.integers(0, 4)


@cache
def _two_days(least: date, most: date) -> SearchStrategy[tuple[date, date]]:
    return st.tuples(*[st.dates(least, most)] * 2)


@draws(masa.Period)
@st.composite
def periods(draw: DrawFn) -> masa.Period:
    """Draw periods, closed or open, that do not end before they begin."""
    start, end = draw(_perhaps_whens()), draw(_perhaps_whens())
    if start and end and end.before(start) is masa.Answer.YES:
        start, end = end, start
    return masa.Period(start=start, end=end)


@cache
def _perhaps_whens() -> SearchStrategy[masa.When | None]:
    return st.none() | whens()


@draws(masa.FinancialYear)
def financial_years() -> SearchStrategy[masa.FinancialYear]:
    """Draw financial years from 1900/01 to 2199/00."""
    return st.integers(FIRST.year, LAST.year - 1).map(masa.FinancialYear)


@draws(masa.Duration)
def durations(
    *, min_value: int = 0, max_value: int = LARGEST
) -> SearchStrategy[masa.Duration]:
    """Draw durations in any unit.

    Args:
        min_value: The least number.
        max_value: The greatest number.

    Raises:
        KindError: If a bound is not a whole number.
        RangeError: If a bound is negative or over 10¹², or the bounds cross.
    """
    numbers = wholes(*ordered(whole(min_value), whole(max_value)))
    return st.builds(masa.Duration, numbers, st.sampled_from(masa.Unit))


@draws(masa.Count)
def counts(
    *, min_value: int = 0, max_value: int | None = None
) -> SearchStrategy[masa.Count]:
    """Draw numbers known within bounds: exact, one of a few, from to, at least.

    Args:
        min_value: The least that they can be.
        max_value: The most; unless given, some have no upper bound.

    Raises:
        KindError: If a bound is not a whole number.
        RangeError: If a bound is negative or over 10¹², or the bounds cross.
    """
    most = LARGEST if max_value is None else whole(max_value)
    numbers = wholes(*ordered(whole(min_value), most))
    return _counts(numbers, is_open=max_value is None)


@st.composite
def _counts(draw: DrawFn, numbers: SearchStrategy[int], *, is_open: bool) -> masa.Count:
    known = sorted(draw(st.lists(numbers, min_size=1, max_size=4)))
    missing = draw(st.lists(names(), max_size=2))
    if draw(st.booleans()):
        return masa.Count(known[0], known[-1], known, missing)
    most = None if is_open and draw(st.booleans()) else known[-1]
    return masa.Count(known[0], most, (), missing)


@draws(masa.Pace)
def paces() -> SearchStrategy[masa.Pace]:
    """Draw paces: so many times in every so many spans."""
    often, spans = wholes(1, 1000), st.sampled_from(masa.Rhythm)
    return st.builds(masa.Pace, times=often, every=often, unit=spans)


@cache
def some(keys: tuple[str, ...]) -> SearchStrategy[list[str]]:
    """Draw some of the keys, mostly few, so that values stay small."""
    one = st.sampled_from(keys)
    few, many = st.lists(one, max_size=2), st.lists(one, unique=True)
    return st.one_of(*[few] * 9, many) if keys else st.just([])


_BESIDE: dict[str, Drawing[object]] = {
    "at": printed_places,
    "condition": texts,
    "standing": standings,
    "words": texts,
}


_either = st.booleans()


def statements(values: SearchStrategy[T], /) -> SearchStrategy[masa.Statement[T]]:
    """Draw what one source says: a value, that there is none, that none can tell."""
    absent: SearchStrategy[T | masa.Absence] = st.sampled_from(masa.Absence)
    return _statements(st.one_of(values, values, values, absent))


@st.composite
def _statements(
    draw: DrawFn, values: SearchStrategy[T | masa.Absence]
) -> masa.Statement[T]:
    chosen = draw(some(("dates", *_BESIDE))) if draw(_either) else []
    dates = draw(periods()) if "dates" in chosen else masa.Period()
    beside = {key: draw(_BESIDE[key]()) for key in _BESIDE if key in chosen}
    make: Callable[..., masa.Statement[T]] = masa.Statement
    return make(value=draw(values), since=dates.start, until=dates.end, **beside)


def stateds(
    values: SearchStrategy[T], *, min_size: int = 0, max_size: int = 3
) -> SearchStrategy[masa.Stated[T]]:
    """Draw what the sources state of a fact: nothing, once, or differently.

    Args:
        values: The values.
        min_size: The fewest statements.
        max_size: The most statements.

    Raises:
        KindError: If a size is not a whole number.
        RangeError: If a size is negative, or the sizes cross.
    """
    least, most = ordered(whole(min_size), whole(max_size))
    said = st.lists(statements(values), min_size=least, max_size=most)
    return said.map(lambda them: masa.Stated(tuple(them)))
