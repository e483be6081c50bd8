"""The working of a deadline: each day counted or skipped, and every other reading."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from attrs import evolve, frozen

from masa.ground.conventions import (
    Backward,
    Convention,
    Landing,
    PeriodsFrom,
    Start,
)
from masa.ground.durations import Duration, Unit
from masa.ground.law.clocks import Direction, FirstDay, Recurrence, TimeReading
from masa.ground.law.provisions import evidence_in_words
from masa.ground.law.yearly import DayOfYear
from masa.ground.moments import day_of
from masa.ground.shown import Shown
from masa.rules.limits import LimitDue, Reckoning, dues_of, moment_in_words
from masa.rules.reckoning import taken_on
from masa.rules.triggers import SUSPECTED, changed_by, later_of

__all__ = ["CountedDay", "DeadlineReading", "counted_days", "readings_of"]

ONE_DAY = timedelta(days=1)
NAMED = "the day that the text names"
KEPT_CLEAR = "the last day in time, as the days before the event are clear"


@frozen
class CountedDay(Shown):
    """One day from the event to the due day.

    Args:
        day: The day.
        number: Which of the days counted it is; nothing for one that is skipped.
        why: Why it is skipped, on what basis.
    """

    day: date
    number: int | None
    why: str = ""

    def __str__(self) -> str:
        counted = f"day {self.number}" if self.number else f"not counted: {self.why}"
        return f"{moment_in_words(self.day)}, {counted}"


@frozen(kw_only=True)
class DeadlineReading(Shown):
    """What one reading of one text makes of a deadline.

    Args:
        says: The reading, in words.
        due: The day or time that it gives.
        source: The text that is read.
        taken: Whether it is the one that was used for that text.
    """

    says: str
    due: date | datetime
    source: str
    taken: bool = False

    def __str__(self) -> str:
        mark = " (used)" if self.taken else ""
        return f"{moment_in_words(self.due)}: {self.says} ({self.source}){mark}"


def counted_days(reckoning: Reckoning, governing: LimitDue) -> tuple[CountedDay, ...]:
    """Give each day from the event to the due day, counted or skipped and why.

    Args:
        reckoning: How the clock is counted.
        governing: The text whose days are counted.

    Returns:
        The days in the order in which they are counted; none for a fixed day or a
        clock in hours.
    """
    event, due = reckoning.event, governing.due
    length = governing.limit.length
    if event is None or length is None or isinstance(due, datetime) or due is None:
        return ()
    convention = reckoning.convention
    if (convention.unit or length.unit) is Unit.WORKING_DAYS:
        start = taken_on(day_of(event), convention, reckoning.calendar)
        days = tuple(_working(reckoning, _walk(start, due)))
    else:
        days = tuple(_every(reckoning, _walk(day_of(event), due)))
    return tuple(_up_to_the_last(reckoning, governing, days))


def _up_to_the_last(
    reckoning: Reckoning, governing: LimitDue, days: Sequence[CountedDay]
) -> Iterator[CountedDay]:
    """Number no day past the last that the text counts, and say why it is there."""
    convention = reckoning.convention
    plain = evolve(convention, landing=Landing.LEAVE, backward=Backward.ORDINARY)
    if plain == convention:
        yield from days
        return
    is_clear = convention.backward is Backward.CLEAR_DAYS
    why = (
        KEPT_CLEAR if is_clear else f"the due day is moved: {convention.landing.value}"
    )
    dues = dues_of(evolve(reckoning, convention=plain))
    last = next(one.due for one in dues if one.limit == governing.limit)
    is_past = False
    for one in days:
        yield CountedDay(one.day, None, one.why or why) if is_past else one
        is_past = is_past or one.day == last


def _walk(start: date, end: date) -> list[date]:
    step = -ONE_DAY if end < start else ONE_DAY
    return [start + step * n for n in range(abs((end - start).days) + 1)]


def _working(reckoning: Reckoning, every: Sequence[date]) -> Iterator[CountedDay]:
    number = 0
    is_counted = reckoning.convention.start is Start.INCLUDED
    for place, day in enumerate(every):
        status = reckoning.calendar.why(day)
        if place == 0 and not is_counted:
            yield CountedDay(day, None, "the day of the event")
        elif status.is_working:
            number += 1
            yield CountedDay(day, number)
        else:
            yield CountedDay(day, None, status.why)


def _every(reckoning: Reckoning, every: Sequence[date]) -> Iterator[CountedDay]:
    first = 1 if reckoning.convention.start is Start.INCLUDED else 0
    for place, day in enumerate(every):
        number = place + first
        yield CountedDay(day, number or None, "" if number else "the day of the event")


def readings_of(reckoning: Reckoning) -> tuple[DeadlineReading, ...]:
    """Give every reading of every text that applies, those that were used first."""
    found = [*_used(reckoning), *_by_convention(reckoning), *_of_the_clock(reckoning)]
    seen: dict[tuple[object, ...], DeadlineReading] = {}
    for reading in found:
        seen.setdefault((reading.says, reading.source), reading)
    return tuple(seen.values())


def _used(reckoning: Reckoning) -> Iterator[DeadlineReading]:
    for one in dues_of(reckoning):
        is_yearly = isinstance(one.limit.value, DayOfYear)
        says = NAMED if is_yearly else _way(reckoning)
        yield from _reading(one, says, taken=True)


def _reading(
    one: LimitDue, says: str, *, taken: bool = False
) -> Iterator[DeadlineReading]:
    if one.due is not None:
        size = one.limit.value_in_words
        mark = evidence_in_words(one.limit.evidence)
        source = f"{size}, {one.limit.source}; {one.limit.force.value}; {mark}"
        yield DeadlineReading(says=says, due=one.due, source=source, taken=taken)


def _way(reckoning: Reckoning) -> str:
    """Say how the days were counted, in the words of the statute book."""
    if reckoning.event is None:
        return NAMED
    if reckoning.clock.direction is Direction.BEFORE:
        is_clear = reckoning.convention.backward is Backward.CLEAR_DAYS
        return (
            "clear days"
            if is_clear
            else "counted back, the last day counted is in time"
        )
    if reckoning.clock.recurs is Recurrence.PERIODS:
        is_fixed = reckoning.convention.recurrence is PeriodsFrom.FIXED
        has_anchor = "implemented" in reckoning.given
        return "fixed periods" if is_fixed and has_anchor else "from the last time"
    is_included = reckoning.convention.start is Start.INCLUDED
    return (
        "the day of the event counted"
        if is_included
        else "the day of the event not counted"
    )


def _by_convention(reckoning: Reckoning) -> Iterator[DeadlineReading]:
    """Read each text in the ways that it leaves open, whatever anybody says of it."""
    for convention in _others(reckoning):
        other = evolve(reckoning, convention=convention)
        for one in dues_of(other):
            if isinstance(one.limit.value, Duration):
                yield from _reading(one, _way(other))


def _others(reckoning: Reckoning) -> Iterator[Convention]:
    clock, convention = reckoning.clock, reckoning.convention
    if reckoning.event is None or isinstance(reckoning.event, datetime):
        return
    if clock.direction is Direction.BEFORE:
        for backward in Backward:
            yield evolve(convention, backward=backward)
    elif clock.recurs is Recurrence.PERIODS:
        for recurrence in PeriodsFrom:
            yield evolve(convention, recurrence=recurrence)
    elif clock.first_day is FirstDay.NOT_COUNTED and not clock.first_day_stated:
        for start in Start:
            yield evolve(convention, start=start)


def _of_the_clock(reckoning: Reckoning) -> Iterator[DeadlineReading]:
    """Follow the readings of the clock that need another event or another rate."""
    for reading in reckoning.clock.readings:
        other = _read_so(reckoning, reading)
        if other is not None:
            for one in dues_of(other):
                yield from _reading(one, _says(reading))


def _says(reading: TimeReading) -> str:
    who = f", as {', '.join(reading.taken_by)} read it" if reading.taken_by else ""
    return f"{reading.id.replace('-', ' ')}{who}"


def _read_so(reckoning: Reckoning, reading: TimeReading) -> Reckoning | None:
    """Count as another reading does, if what it needs is known and it differs."""
    given = reckoning.given
    if reading.runs_from is not None and reading.runs_from not in given:
        return None
    event = given.get(reading.runs_from or "", reckoning.event)
    later = later_of(given) if reading.runs_from == SUSPECTED else None
    if later is not None:
        event = later[1]
    convention = changed_by(reading, reckoning.convention)
    if (event, convention) == (reckoning.event, reckoning.convention):
        return None
    if event == reckoning.event and convention in set(_others(reckoning)):
        return None
    return evolve(reckoning, event=event, convention=convention)
