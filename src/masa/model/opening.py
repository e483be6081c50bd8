"""Open the statute book on a day: the way in to everything that the law says."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

from masa.ground.dates import When
from masa.ground.errors import (
    DateError,
    KindError,
    NotInForceError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock
from masa.ground.logic import Answer
from masa.ground.spans import day, long_day
from masa.ground.text import did_you_mean, echo, text_of
from masa.model.clock_catalogue import ClockCatalogue
from masa.model.statutes import StatuteBook
from masa.model.transitions import AreaDates

__all__ = ["clock_on", "clocks", "law"]

BOOKS_KEPT = 1024
Days = Mapping[str, date | str]


def law(
    on: date | str,
    *,
    area: AreaDates | None = None,
    commenced: Mapping[str, date | str | Days] | None = None,
) -> StatuteBook:
    """Open the statute book on a day.

    Args:
        on: The day, as a date or ISO text.
        area: The area's own days, where law that moved area by area is asked for.
        commenced: Pending sections that are to be taken as commenced, each with its
            day or, where it is commenced area by area, with the days by name of
            area; an area that is not named has none.

    Returns:
        The law that holds on that day. Days after the one on which the texts were
        last looked at rest on the law as it was known then.

    Raises:
        CoverageError: If the book does not cover the day.
        DateError: If there is no such day, or a section is commenced before the
            Act was passed.
        KindError: If it is not a day, the area or the sections are of the wrong
            type, or days are given area by area without `area`.
        UnknownNameError: If no such section is pending, or an area by almost the
            same name has a day.

    Example:
        >>> book = law("2026-11-22")
        >>> print(book.edition)
        Working Together 2026
        >>> print(book.value("advance-copy-of-local-report"))
        7 days
    """
    if type(on) is not date:
        on = day(on)
    given = {} if commenced is None else commenced
    if area is None and given == {}:
        return _book(on)
    if area is not None and not isinstance(area, AreaDates):
        raise KindError(f"{echo(area)} is not AreaDates", remedy="make AreaDates of it")
    if not isinstance(given, Mapping):
        raise KindError(
            f"{echo(given)} names no days",
            remedy="give the day of each section by its id",
        )
    days = [_commencement(item, area) for item in given.items()]
    return StatuteBook(on, area, commenced=[found for found in days if found])


_book = lru_cache(maxsize=BOOKS_KEPT)(StatuteBook)


def _commencement(
    item: tuple[str, object], area: AreaDates | None
) -> tuple[str, date] | None:
    """Give a pending section with its day in the area, if it has one there."""
    section, given = item
    passed = shelf.passed(section)
    if not isinstance(given, Mapping):
        return section, _possible(section, given, passed)
    if area is None:
        raise KindError(
            f"{echo(section)} is commenced area by area",
            remedy="give `area`, to say which area is asked for",
        )
    days = {text_of(name): _possible(section, on, passed) for name, on in given.items()}
    near = did_you_mean(area.name, days)
    if area.name not in days and near:
        raise UnknownNameError(
            f"{echo(section)} has no day for {echo(area.name)}", remedy=near
        )
    return (section, days[area.name]) if area.name in days else None


def _possible(section: str, given: object, passed: When) -> date:
    commences = day(given)
    if passed.on_or_before(commences) is not Answer.YES:
        raise DateError(
            f"{echo(section)} cannot commence on {long_day(commences)}: "
            f"the Act was passed on {passed}",
            remedy="give a later day",
        )
    return commences


def clocks(
    on: date | str,
    *,
    area: AreaDates | None = None,
    commenced: Mapping[str, date | str | Days] | None = None,
) -> ClockCatalogue:
    """Give every clock of which some length is in force on a day.

    Args:
        on: The day, as a date or ISO text.
        area: The area's own days, where law that moved area by area is asked for.
        commenced: Pending sections that are to be taken as commenced, as for `law`.

    Raises:
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day, or a section is commenced too early.
        KindError: If a part is of the wrong type.
        UnknownNameError: If no such section is pending.

    Example:
        >>> print(clocks("2026-11-22")["rapid-review"].limits[0].length)
        15 working days
    """
    return law(on, area=area, commenced=commenced).clocks


def clock_on(name: str, on: date) -> Clock:
    """Give a clock as ``law(on).clock(name)`` does, made once between two changes.

    Raises:
        CoverageError: If the statute book does not cover the day.
        UnknownNameError: If there is no such clock.
        NotInForceError: If none of its lengths is in force on the day.
    """
    turns = _turns(name)
    place = bisect_right(turns, on)
    if not place or on > shelf.coverage().last:
        return law(on).clock(name)
    return _clock_since(name, turns[place - 1]) or law(on).clock(name)


@cache
def _clock_since(name: str, first: date) -> Clock | None:
    try:
        return law(first).clock(name)
    except NotInForceError:  # to be raised anew, for the day that was asked
        return None


@cache
def _turns(name: str) -> tuple[date, ...]:
    """Give the days on which some text of a clock may begin or end, in order."""
    first = shelf.coverage().first
    return tuple(sorted({first, *(day for day in _changes(name) if day > first)}))


def _changes(name: str) -> Iterator[date]:
    clock = shelf.clock(name)
    for rule in (*clock.lengths, *clock.duty):
        for version in shelf.rule(rule):
            for span in (version.since, version.before):
                if span is not None:
                    yield from filter(None, (span.earliest, span.latest))
