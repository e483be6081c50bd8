"""Strategies for time: calendars, conventions, meetings, deadlines and working."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground.law.clocks import Clock
from masa.ground.moments import day_of, instant
from masa.strategies.nouns import nouns
from masa.strategies.values import FIRST as EARLIEST
from masa.strategies.values import LAST as LATEST
from masa.strategies.values import draws, names, texts

__all__ = [
    "clock_performances",
    "closures",
    "conventions",
    "counted_days",
    "day_statuses",
    "deadline_readings",
    "deadline_statuses",
    "deadlines",
    "due_day_moves",
    "limit_dues",
    "meetings",
    "performances",
    "publication_windows",
    "timeline_entries",
    "timelines",
    "waiting_clocks",
    "working_calendars",
]

FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)

conventions = nouns(masa.Convention)


def _days() -> SearchStrategy[date]:
    return st.dates(FIRST, LAST)


@draws(masa.Closure)
def closures() -> SearchStrategy[masa.Closure]:
    """Draw closed days with their reasons."""
    return st.builds(
        masa.Closure, day=_days(), name=names(), basis=names(), source=names()
    )


@draws(masa.WorkingCalendar)
@st.composite
def working_calendars(draw: DrawFn) -> masa.WorkingCalendar:
    """Draw calendars of England, as known on a day and with days closed as well."""
    calendar = masa.england()
    if draw(st.booleans()):
        calendar = calendar.known_on(draw(_days()))
    for day in draw(st.lists(_days(), max_size=2)):
        calendar = calendar.with_extra(day, name=draw(names()), source=draw(names()))
    return calendar


@draws(masa.DayStatus)
def day_statuses() -> SearchStrategy[masa.DayStatus]:
    """Draw what a calendar says of a day."""
    return _days().map(masa.england().why)


@draws(masa.Deadline)
@st.composite
def deadlines(draw: DrawFn) -> masa.Deadline:
    """Draw deadlines of clocks that run from a day and have a number."""
    clock, day = draw(st.sampled_from(_daily())), draw(_days())
    stated, every = st.none(), st.just(masa.Tier.EVERY)
    reading = draw(st.none() | conventions(unit=stated, tier=every))
    on = draw(st.none() | st.dates(LAST, date(2029, 12, 31)))
    book, event = masa.law(LAST), clock.events[0].name
    return masa.deadline(
        clock.id,
        on=on,
        law=book,
        calendar=None,
        reading=reading,
        **{event: day},
    )


def _daily() -> list[Clock]:
    """Give the clocks that set a length in days, weeks or months today."""
    return [
        clock for clock in masa.law(LAST).clocks if clock.events and _is_short(clock)
    ]


def _is_short(clock: Clock) -> bool:
    lengths = [limit.length for limit in clock.limits if limit.length]
    units = {masa.Unit.HOURS, masa.Unit.YEARS}
    return bool(lengths) and not any(length.unit in units for length in lengths)


@draws(masa.LimitDue)
def limit_dues() -> SearchStrategy[masa.LimitDue]:
    """Draw what a text makes of a clock."""
    return deadlines().map(lambda one: one.governing)


@draws(masa.CountedDay)
def counted_days() -> SearchStrategy[masa.CountedDay]:
    """Draw days of the working of a deadline."""
    return st.builds(masa.CountedDay, _days(), st.none() | st.integers(1, 60), names())


@draws(masa.DeadlineReading)
def deadline_readings() -> SearchStrategy[masa.DeadlineReading]:
    """Draw readings of a deadline."""
    return deadlines().flatmap(lambda one: st.sampled_from(one.readings))


@draws(masa.DeadlineStatus)
@st.composite
def deadline_statuses(draw: DrawFn) -> masa.DeadlineStatus:
    """Draw where deadlines stand on a day."""
    deadline, on = draw(deadlines()), draw(st.dates(LAST, date(2029, 12, 31)))
    event = deadline.reckoning.event
    begun = day_of(event) if event else FIRST
    return deadline.status(on, done=draw(st.none() | st.dates(begun, on)))


@draws(masa.Meeting)
@st.composite
def meetings(draw: DrawFn) -> masa.Meeting:
    """Draw meetings on whole days and at times, with and without an end."""
    moments: SearchStrategy[date] = draw(st.sampled_from((_any_days(), _any_times())))
    start, end = sorted((draw(moments), draw(moments)), key=instant)
    has_end = draw(st.booleans()) and (type(end) is date or end > start)
    return masa.Meeting(
        name=draw(names()),
        start=start,
        end=end if has_end else None,
        group=draw(st.none() | names()),
        place=draw(st.none() | names()),
        note=draw(st.none() | texts()),
    )


def _any_days() -> SearchStrategy[date]:
    return st.dates(EARLIEST, LATEST)


def _any_times() -> SearchStrategy[datetime]:
    """Draw times to the second, at any distance from Greenwich that there is."""
    zones = st.integers(-12 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
    hours = st.times(timezones=zones).map(lambda one: one.replace(microsecond=0))
    return st.builds(datetime.combine, _any_days(), hours)


@draws(masa.DueDayMove)
def due_day_moves() -> SearchStrategy[masa.DueDayMove]:
    """Draw due days as known on two days."""
    return st.builds(
        masa.why_moved,
        st.just("rapid-review"),
        first=_days(),
        then=_days(),
        notified=_days(),
    )


@draws(masa.Timeline)
@st.composite
def timelines(draw: DrawFn) -> masa.Timeline:
    """Draw serious incidents on their way from awareness to publication."""
    steps = st.integers(0, 60).map(lambda n: timedelta(days=n))
    names = ("incident", "aware", "notified", "rapid_review_sent", "decided")
    day, events = draw(_days()), {}
    for name in names[: draw(st.integers(1, len(names)))]:
        events[name] = day
        day += draw(steps)
    if "decided" in events and draw(st.booleans()):
        events[draw(st.sampled_from(("copied", "published")))] = day
    return masa.timeline(events, day + draw(steps))


@draws(masa.TimelineEntry)
def timeline_entries() -> SearchStrategy[masa.TimelineEntry]:
    """Draw deadlines of a case, those that run and those that are supposed."""
    every = timelines().map(lambda one: (*one.entries, *one.supposed))
    return every.filter(bool).flatmap(st.sampled_from)


@draws(masa.WaitingClock)
def waiting_clocks() -> SearchStrategy[masa.WaitingClock]:
    """Draw clocks that wait for an event."""
    return timelines().flatmap(lambda one: st.sampled_from(one.waiting))


@draws(masa.PublicationWindow)
@st.composite
def publication_windows(draw: DrawFn) -> masa.PublicationWindow:
    """Draw windows of publication: open, empty, and without a last day."""
    decided, copied = sorted((draw(_days()), draw(_days())))
    events = {"copied": copied} | draw(st.sampled_from(({}, {"decided": decided})))
    found = masa.timeline(events, copied).window
    assert found is not None  # noqa: S101 (a copy was sent)
    return found


clock_performances = nouns(masa.ClockPerformance)


@draws(masa.Performance)
def performances() -> SearchStrategy[masa.Performance]:
    """Draw how often deadlines are met over a few cases."""
    return st.lists(timelines(), max_size=3).map(masa.performance)
