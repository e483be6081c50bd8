"""What each text in force makes of a clock: a day by its own length."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import count

from attrs import frozen

from masa.ground.conventions import BoundaryInterval, Convention, PeriodsFrom, Tier
from masa.ground.days import WorkingCalendar
from masa.ground.durations import Duration, Unit
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock, Direction, Recurrence
from masa.ground.law.provisions import Provision, evidence_in_words
from masa.ground.law.yearly import DayOfYear
from masa.ground.moments import day_of
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.rules.reckoning import (
    corresponding,
    hours_from,
    landed,
    reckoned,
    yearly_after,
)
from masa.rules.triggers import Event

__all__ = ["LimitDue", "Reckoning", "dues_of", "is_law"]

ONE_DAY = timedelta(days=1)
PERIOD_EVENTS = ("implemented", "last_published")


@frozen
class LimitDue(Shown):
    """What one text makes of a clock.

    Args:
        limit: The rule that sets how long.
        due: The last day, which itself counts, or the time for a clock in hours;
            nothing where the text has a word in place of a number.
    """

    limit: Provision
    due: date | datetime | None

    def __str__(self) -> str:
        size = self.limit.value_in_words or self.limit.urgency or "no number"
        by = f"{moment_in_words(self.due)}: " if self.due else ""
        return f"{by}{size} ({standing_of(self.limit)})"


def standing_of(limit: Provision) -> str:
    """Say on which text a limit rests, how strongly, and whether that is unverified."""
    marks = [str(limit.source), limit.force.value]
    if not limit.is_verified:
        marks.append(evidence_in_words(limit.evidence))
    return "; ".join(marks)


def plainly(moment: date | datetime | None) -> str:
    """Write a day or a time in ISO form; nothing as nothing."""
    return moment.isoformat() if moment else ""


def moment_in_words(moment: date | datetime) -> str:
    """Print a day with its name, or a time with its zone."""
    if isinstance(moment, datetime):
        clock = f"{moment:%H:%M %Z}".strip()
        return f"{clock} on {moment:%A} {long_day(moment.date())}"
    return f"{moment:%A} {long_day(moment)}"


@frozen(kw_only=True)
class Reckoning:
    """Everything that decides how a clock is counted.

    Args:
        clock: The clock with its limits in force.
        event: The day or time from which it runs; nothing for a fixed day.
        events: Every event that is known, by name.
        convention: What the text leaves open.
        calendar: Which days are working days.
    """

    clock: Clock
    event: Event | None
    events: tuple[tuple[str, Event], ...]
    convention: Convention
    calendar: WorkingCalendar

    @property
    def is_by_periods(self) -> bool:
        """Whether fixed periods are counted, known from when they run and the last."""
        if self.clock.recurs is not Recurrence.PERIODS:
            return False
        is_fixed = self.convention.recurrence is PeriodsFrom.FIXED
        return is_fixed and all(name in self.given for name in PERIOD_EVENTS)

    @property
    def given(self) -> Mapping[str, Event]:
        """Every event that is known, by name."""
        return dict(self.events)


def is_law(limit: Provision) -> bool:
    """Say whether a rule stands in an Act or regulations, and binds of itself."""
    return shelf.instrument(limit.source.instrument).kind.is_law


def dues_of(reckoning: Reckoning) -> tuple[LimitDue, ...]:
    """Reckon the day by each text that applies.

    Raises:
        CoverageError: If a day is not covered.
        KindError: If a clock in hours is given no aware time.
    """
    return tuple(
        LimitDue(limit, _due(reckoning, limit)) for limit in _applying(reckoning)
    )


def _applying(reckoning: Reckoning) -> Iterator[Provision]:
    """Yield the limits of the tier asked for that govern this interval."""
    tier = reckoning.convention.tier
    for limit in reckoning.clock.limits:
        counts = tier is Tier.EVERY or is_law(limit) is (tier is Tier.REGULATIONS)
        if counts and _governs(reckoning, limit):
            yield limit


def _governs(reckoning: Reckoning, limit: Provision) -> bool:
    """Say whether a rate governs the interval, where the rate changes in time."""
    turns = _rate_changes_on(reckoning)
    if turns is None or reckoning.event is None:
        return True
    first_rate = reckoning.clock.lengths[0]
    is_first = limit.id == first_rate
    if reckoning.event >= turns:
        return not is_first
    if reckoning.convention.boundary_interval is not BoundaryInterval.BY_END:
        return is_first
    later = [one for one in reckoning.clock.limits if one.id != first_rate]
    ends = [_due(reckoning, one) for one in later]
    in_later_years = any(isinstance(end, date) and end >= turns for end in ends)
    return is_first is not in_later_years


def _rate_changes_on(reckoning: Reckoning) -> date | None:
    """Give the first day of the later rate, where it is known."""
    begins = reckoning.clock.changes_rate
    began = reckoning.given.get(begins.name) if begins else None
    if began is None or begins is None or begins.first_rate_lasts is None:
        return None
    return reckoned(
        begins.first_rate_lasts,
        day_of(began),
        is_backward=False,
        convention=Convention(),
        calendar=reckoning.calendar,
    )


def _due(reckoning: Reckoning, limit: Provision) -> date | datetime | None:
    match limit.value:
        case Duration(unit=Unit.HOURS, number=hours):
            return hours_from(reckoning.event, hours)
        case Duration() as length if reckoning.event is not None:
            return _landed(reckoning, _counted(reckoning, length, reckoning.event))
        case DayOfYear() as yearly if reckoning.event is not None:
            return _landed(reckoning, yearly_after(yearly, day_of(reckoning.event)))
        case date() as fixed:
            return _landed(reckoning, fixed)
    return None


def _landed(reckoning: Reckoning, day: date) -> date:
    return landed(day, reckoning.convention.landing, reckoning.calendar)


def _counted(reckoning: Reckoning, length: Duration, at: Event) -> date:
    event, clock = day_of(at), reckoning.clock
    if clock.recurs is Recurrence.CALENDAR_MONTHS:
        end = corresponding(event.replace(day=1), months=length.number + 1)
        return end - ONE_DAY
    if reckoning.is_by_periods:
        anchor, last = (day_of(reckoning.given[name]) for name in PERIOD_EVENTS)
        return _end_of_next_period(anchor, last, length.number)
    return reckoned(
        length,
        event,
        is_backward=clock.direction is Direction.BEFORE,
        convention=reckoning.convention,
        calendar=reckoning.calendar,
    )


def _end_of_next_period(anchor: date, last: date, months: int) -> date:
    """Give the last day of the period after the one in which something was done."""
    number = next(n for n in count(1) if _end(anchor, months * n) >= last)
    return _end(anchor, months * (number + 1))


def _end(anchor: date, months: int) -> date:
    """Give the last day of a time that begins with a day, which itself counts."""
    end = corresponding(anchor, months=months)
    return end if end.day != anchor.day else end - ONE_DAY
