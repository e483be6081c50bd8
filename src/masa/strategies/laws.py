"""Strategies for the law: the book of any day, and what it may hold."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground.law import shelf
from masa.strategies.nouns import nouns
from masa.strategies.values import FIRST, LAST, draws, names, ordered, periods

__all__ = [
    "area_dates",
    "bank_holidays",
    "clock_catalogues",
    "clocks",
    "days_of_year",
    "differences",
    "instruments",
    "law_changes",
    "listed_items",
    "local_authorities",
    "pathway_steps",
    "pathways",
    "planned_events",
    "provisions",
    "revisions",
    "runs_from",
    "sides",
    "single_law_changes",
    "statute_books",
    "time_readings",
    "windows_of",
]

LEAP_YEAR = (date(2000, 1, 1), date(2000, 12, 31))

bank_holidays = nouns(masa.BankHoliday)
differences = nouns(masa.Difference)
listed_items = nouns(masa.ListedItem)
revisions = nouns(masa.Revision)
runs_from = nouns(masa.RunsFrom)
pathway_steps = nouns(masa.Step)
pathways = nouns(masa.Pathway)
planned_events = nouns(masa.Planned)
windows_of = nouns(masa.WindowOf)
sides = nouns(masa.Side)
time_readings = nouns(masa.TimeReading)


@draws(masa.DayOfYear)
def days_of_year() -> SearchStrategy[masa.DayOfYear]:
    """Draw days of the year, 29 February among them."""
    return st.dates(*LEAP_YEAR).map(lambda day: masa.DayOfYear(day.month, day.day))


provisions = nouns(
    masa.Provision,
    {},
    {"length": None},
    {"number": None, "unit": None},
    {"day": None},
    {"each_year": None},
    {"urgency": None},
    {"items": None},
)
clocks = nouns(masa.Clock)
_any_instruments = nouns(masa.Instrument)
_any_authorities = nouns(masa.LocalAuthority)


@draws(masa.Instrument)
@st.composite
def instruments(draw: DrawFn) -> masa.Instrument:
    """Draw instruments that are not superseded before they are in force."""
    dates = draw(periods())
    begun, ended = st.just(dates.start), st.just(dates.end)
    return draw(_any_instruments(in_force=begun, superseded=ended))


@draws(masa.LocalAuthority)
@st.composite
def local_authorities(draw: DrawFn) -> masa.LocalAuthority:
    """Draw local authorities that do not end before they begin."""
    known = st.none() | st.dates(FIRST, LAST)
    since, before = draw(known), draw(known)
    if since and before:
        since, before = min(since, before), max(since, before)
        before = None if since == before else before
    return draw(_any_authorities(since=st.just(since), before=st.just(before)))


@draws(masa.AreaDates)
@st.composite
def area_dates(draw: DrawFn) -> masa.AreaDates:
    """Draw areas that published, implemented and republished in this order.

    Each day is known, known to be no earlier or no later, or not known.
    """
    first = draw(_moments("SI2018/497"))
    implemented = draw(_moments("SI2018/497"))
    republished = draw(_moments("WT2023", first, implemented))
    published, implemented = sorted((first, implemented))
    return masa.AreaDates(
        name=draw(names()),
        published=draw(_known(published)),
        implemented=draw(_known(implemented)),
        republished=draw(_known(republished)),
    )


def _moments(instrument: str, *after: date) -> SearchStrategy[date]:
    begun = shelf.instrument(instrument).in_force
    earliest = begun.earliest if begun and begun.earliest else date.min
    return st.dates(max((earliest, *after)), shelf.coverage().last)


def _known(day: date) -> SearchStrategy[masa.When | None]:
    exact, by = masa.When.on_day(day), masa.When(None, day)
    return st.sampled_from((exact, by, masa.When(day, None), None))


@draws(masa.StatuteBook)
def statute_books(
    *, min_value: date | None = None, max_value: date | None = None
) -> SearchStrategy[masa.StatuteBook]:
    """Draw statute books: of any covered day, any area, with sections commenced.

    Args:
        min_value: The first day; unless given, the first that is covered.
        max_value: The last day; unless given, the last that is covered.

    Raises:
        RangeError: If the days cross.
    """
    covered = shelf.coverage()
    return _statute_books(
        *ordered(min_value or covered.first, max_value or covered.last)
    )


@st.composite
def _statute_books(draw: DrawFn, least: date, most: date) -> masa.StatuteBook:
    passed = masa.law(shelf.coverage().checked).instrument("CWSA2026").made
    enacted = passed.earliest if passed else None
    days = st.dates(enacted or least, shelf.coverage().last)
    sections = st.dictionaries(st.sampled_from(shelf.pending()), days, max_size=2)
    area = draw(st.none() | area_dates())
    return masa.law(
        draw(st.dates(least, most)), area=area, commenced=dict(draw(sections))
    )


@draws(masa.ClockCatalogue)
def clock_catalogues() -> SearchStrategy[masa.ClockCatalogue]:
    """Draw the clocks that run on a day."""
    return statute_books().map(lambda book: book.clocks)


@draws(masa.LawChanges)
def law_changes() -> SearchStrategy[masa.LawChanges]:
    """Draw what differs between two statute books."""
    return st.builds(lambda one, other: one.compare(other), *[statute_books()] * 2)


@draws(masa.LawChange)
def single_law_changes() -> SearchStrategy[masa.LawChange]:
    """Draw how one rule differs between two statute books."""
    kinds, rule = st.sampled_from(masa.ChangeKind), provisions()
    begun = st.builds(masa.LawChange, kind=kinds, after=rule)
    ended = st.builds(masa.LawChange, kind=kinds, before=rule)
    return begun | ended | rule.flatmap(_changed)


def _changed(rule: masa.Provision) -> SearchStrategy[masa.LawChange]:
    kinds, after = st.sampled_from(masa.ChangeKind), provisions(id=st.just(rule.id))
    before = st.just(rule)
    return st.builds(masa.LawChange, kind=kinds, before=before, after=after)
