"""From which event a clock runs: what was given, in which order, by which reading."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, partial

from attrs import evolve

from masa.ground.conventions import (
    Backward,
    BoundaryInterval,
    Convention,
    PeriodsFrom,
    Start,
)
from masa.ground.durations import Unit
from masa.ground.errors import (
    DateError,
    EventError,
    KindError,
    NotQuantifiedError,
    UnitError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock, Direction, FirstDay, Recurrence, TimeReading
from masa.ground.moments import day_of, moment
from masa.ground.shown import plain
from masa.ground.spans import day, long_day
from masa.ground.text import did_you_mean, echo, listed

__all__ = [
    "Event",
    "changed_by",
    "checked_events",
    "convention_of",
    "is_in_hours",
    "later_of",
    "reading_of",
    "trigger_of",
]

Event = date | datetime
Events = Mapping[str, Event]

BEFORE_ONE_ANOTHER = (
    ("incident", "aware"),
    ("incident", "known"),
    ("incident", "suspected"),
    ("aware", "notified"),
    ("strategy_discussion", "last_strategy_discussion"),
    ("implemented", "last_published"),
    ("aware", "last_visit"),
    ("placed", "last_visit"),
)
SUSPECTED = "suspected"
COUNTED_IN = {None, Unit.DAYS, Unit.WORKING_DAYS}
LATER_OF_TWO = ("known", SUSPECTED)
CHANGES: Mapping[str, Callable[[Convention], Convention]] = {
    "clear-days": partial(evolve, backward=Backward.CLEAR_DAYS),
    "ordinary": partial(evolve, backward=Backward.ORDINARY),
    "day-one-counted": partial(evolve, start=Start.INCLUDED),
    "working-days": partial(evolve, unit=Unit.WORKING_DAYS),
    "calendar-days": partial(evolve, unit=Unit.DAYS),
    "fixed-periods": partial(evolve, recurrence=PeriodsFrom.FIXED),
    "rolling": partial(evolve, recurrence=PeriodsFrom.ROLLING),
    "stricter": partial(evolve, boundary_interval=BoundaryInterval.STRICTER),
    "by-start": partial(evolve, boundary_interval=BoundaryInterval.BY_START),
    "by-end": partial(evolve, boundary_interval=BoundaryInterval.BY_END),
}


def checked_events(
    clock: Clock, events: Mapping[str, object], *, on: date | None
) -> dict[str, Event]:
    """Check the events that a caller gave, each by its name.

    Args:
        clock: The clock that runs from one of them.
        events: Days as dates or ISO text; aware times, or ISO text of them,
            for a clock in hours.
        on: The reader's today, after which nothing can have happened.

    Raises:
        UnknownNameError: If the clock runs from no such event.
        EventError: If an event lies after `on`, or two are in impossible order.
        DateError: If there is no such day.
        KindError: If one is not a day.
    """
    given = {
        name: _moment(clock, clock.event(name).name, value)
        for name, value in events.items()
        if value is not None
    }
    for name, at in given.items():
        if on is not None and clock.direction is Direction.AFTER and day_of(at) > on:
            raise EventError(
                f"{name} lies on {long_day(day_of(at))}, after {long_day(on)}",
                remedy="an event that has not happened starts no clock",
            )
    for earlier, later in BEFORE_ONE_ANOTHER:
        if earlier in given and later in given:
            _check_order(clock, given, earlier, later)
    return given


def _check_order(clock: Clock, given: Events, earlier: str, later: str) -> None:
    if day_of(given[later]) < day_of(given[earlier]):
        raise EventError(
            f"{later} ({long_day(day_of(given[later]))}) comes before {earlier} "
            f"({long_day(day_of(given[earlier]))})",
            remedy=f"{later} is {clock.event(later).means}",
        )


def _moment(clock: Clock, name: str, value: object) -> Event:
    if isinstance(value, datetime) and is_in_hours(clock):
        return value
    is_time = isinstance(value, str) and ":" in value
    try:
        if is_time and is_in_hours(clock):
            return moment(str(value).replace(" ", "T", 1))
        return day(value)
    except (DateError, KindError) as error:
        error.field = name
        raise


def is_in_hours(clock: Clock) -> bool:
    """Say whether any text sets the length of a clock in hours."""
    lengths = (one.length for name in clock.lengths for one in shelf.rule(name))
    return any(length and length.unit is Unit.HOURS for length in lengths)


def reading_of(clock: Clock, name: str) -> TimeReading:
    """Give one of the readings of a clock by its id.

    Raises:
        UnknownNameError: If the clock has no such reading.
    """
    for reading in clock.readings:
        if reading.id == name:
            return reading
    ids = [reading.id for reading in clock.readings]
    raise UnknownNameError(
        f"{clock.id} has no reading {echo(name)}",
        remedy=did_you_mean(name, ids) or f"it has {listed(ids, 'or') or 'none'}",
    )


def convention_of(clock: Clock, reading: Convention | str | None) -> Convention:
    """Give the convention by which a clock is counted.

    Args:
        clock: The clock; what its text says of the first day stands.
        reading: A convention, or the id of one of the clock's readings.

    Raises:
        KindError: If it is neither.
        UnitError: If it counts in something else than days or working days.
        UnknownNameError: If the clock has no such reading.
        NotQuantifiedError: If the reading is known but gives no day.
    """
    if isinstance(reading, Convention):
        if reading.unit not in COUNTED_IN:
            raise UnitError(
                f"no clock is counted in {plain(reading.unit)}",
                remedy="give days or working days, or nothing",
            )
        start = _named_convention(clock.id, None).start
        return evolve(reading, start=start) if clock.first_day_stated else reading
    if reading is not None and not isinstance(reading, str):
        raise KindError(
            f"{echo(reading)} is no reading", remedy="give its id, or a Convention"
        )
    return _named_convention(clock.id, reading)


@cache
def _named_convention(name: str, reading: str | None) -> Convention:
    clock = shelf.clock(name)
    is_counted = clock.first_day is FirstDay.COUNTED
    usual = Convention(start=Start.INCLUDED if is_counted else Start.EXCLUDED)
    if reading is None:
        return usual
    found = reading_of(clock, reading)
    if not (found.taken or found.runs_from or found.id in CHANGES):
        raise NotQuantifiedError(
            f"{clock.id}: no day is reckoned by the reading {reading}",
            remedy=f"it says: {found.says}",
        )
    return changed_by(found, usual)


def changed_by(reading: TimeReading, convention: Convention) -> Convention:
    """Change a convention as a reading does; one that only names an event does not."""
    change = CHANGES.get(reading.id)
    return convention if change is None else change(convention)


def trigger_of(
    clock: Clock, given: Events, reading: Convention | str | None
) -> tuple[str, Event]:
    """Find the event from which a clock runs, and its day or time.

    Where the text speaks of awareness and the suspicion came later, the clock runs
    from the later of the two.

    Raises:
        EventError: If that event was not given.
    """
    asked = reading_of(clock, reading).runs_from if isinstance(reading, str) else None
    first = asked or clock.events[0].name
    later = later_of(given) if first in {"aware", SUSPECTED} else None
    if later and asked in {None, SUSPECTED}:
        return later
    if first in given:
        return first, given[first]
    if clock.recurs is Recurrence.PERIODS and asked is None and given:
        return next(iter(given.items()))
    raise EventError(
        f"{clock.id} runs from {first}: {clock.event(first).means}",
        remedy=_advice(clock, given, first),
    )


def later_of(given: Events) -> tuple[str, Event] | None:
    """Find the later of knowledge and suspicion, where both are known."""
    known = [name for name in ("aware", "known", SUSPECTED) if name in given]
    if SUSPECTED not in given or known == [SUSPECTED]:
        return None
    return max(((name, given[name]) for name in known), key=lambda one: day_of(one[1]))


def _advice(clock: Clock, given: Events, first: str) -> str:
    """Say what would be right where another event than the usual one was given."""
    later = set(LATER_OF_TWO) & set(given)
    others = [one.id for one in clock.readings if one.runs_from in {*given} - later]
    if others:
        return f'give {first}=…, or reading="{others[0]}" to count as some do'
    if later:
        return f"give {first}=…, or both {listed(LATER_OF_TWO)}"
    return f"give {first}=…"
