"""Where a deadline stands on a day: open, overdue, done in time or late."""

from datetime import date, datetime
from enum import Enum

from attrs import frozen

from masa.ground.days import WorkingCalendar
from masa.ground.durations import Duration, Unit
from masa.ground.errors import CoverageError, EventError, KindError
from masa.ground.law.clocks import Bound, Direction
from masa.ground.moments import aware, day_of
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.rules.limits import Reckoning, moment_in_words
from masa.rules.triggers import Event

__all__ = ["DeadlineState", "DeadlineStatus", "state_of", "status_of"]


class DeadlineState(Enum):
    """Where a deadline stands on a day."""

    NOT_YET_DUE = "not yet due"
    DUE_TODAY = "due today"
    OVERDUE = "overdue"
    DONE_IN_TIME = "done in time"
    DONE_LATE = "done late"
    MUST_BE_KEPT = "must be kept"
    MAY_END = "may end"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class DeadlineStatus(Shown):
    """Where a deadline stands on a day, and how many days are left or over.

    Args:
        state: Where it stands; overdue only from the day after the due day.
        on: The day asked, or the time for a clock in hours.
        done: When the act was done, if it was.
        days: Calendar days from the day asked, or from the act, to the due day;
            negative when it is past.
        working_days: The same in working days; nothing where the due day lies beyond
            what the calendar covers.
    """

    state: DeadlineState
    on: date | datetime
    done: date | datetime | None = None
    days: int
    working_days: int | None

    @property
    def days_late(self) -> int:
        """How many calendar days after the due day it was done, or is now open."""
        is_late = self.state in {DeadlineState.OVERDUE, DeadlineState.DONE_LATE}
        return max(0, -self.days) if is_late else 0

    def __str__(self) -> str:
        if not self.days or self.state is DeadlineState.MAY_END:
            return self.state.value
        is_over = self.state is DeadlineState.DONE_IN_TIME
        ahead = "early" if is_over else "left"
        word = ahead if self.days > 0 else "late"
        sizes = [_size(self.days)]
        if self.working_days is not None:
            sizes.append(_size(self.working_days, Unit.WORKING_DAYS))
        return f"{self.state.value}: {', '.join(sizes)} {word}"


def _size(number: int, unit: Unit = Unit.DAYS) -> str:
    return str(Duration(number=abs(number), unit=unit))


def status_of(
    reckoning: Reckoning, due: Event, *, on: object, done: object
) -> DeadlineStatus:
    """Say where a deadline stands on a day.

    Args:
        reckoning: The clock, from when it runs, and how it is counted.
        due: The day by which it has to be done, or the time for a clock in hours.
        on: The day asked; for a clock in hours a time may be given.
        done: When the act was done, if it was.

    Raises:
        KindError: If no day is given, or one is not a day or an aware time.
        DateError: If there is no such day.
        EventError: If it was done after the day asked, or before the event, or it is
            not known whether it was done by the time due.
        CoverageError: If the calendar does not cover the day asked or the act.
    """
    if on is None:
        raise KindError("no day is given", remedy="give `on`: masa has no clock")
    today = _moment(on, due)
    acted = None if done is None else _moment(done, due)
    _check_order(reckoning, due, acted, today)
    looked_at = day_of(today if acted is None else acted)
    return DeadlineStatus(
        state=state_of(reckoning.clock.bound, due, today, acted),
        on=today,
        done=acted,
        days=(day_of(due) - looked_at).days,
        working_days=_working_days(reckoning.calendar, looked_at, day_of(due)),
    )


def _moment(value: object, due: Event) -> Event:
    """Check a day; where the deadline is a time, an aware time is one too."""
    if isinstance(value, datetime) and isinstance(due, datetime):
        return aware(value).astimezone(due.tzinfo)
    return checked_day(value)


def _check_order(
    reckoning: Reckoning, due: Event, acted: Event | None, today: Event
) -> None:
    if acted is None:
        return
    if _is_before(today, acted):
        raise EventError(
            f"it was done on {moment_in_words(acted)}, after {moment_in_words(today)}",
            remedy="ask on that day or later",
        )
    if _is_untold(acted, due):
        raise EventError(
            f"whether it was in time is not known: it was done on the day due, and "
            f"{reckoning.clock.id} runs to {moment_in_words(due)}",
            remedy="give the time at which it was done",
        )
    clock, event = reckoning.clock, reckoning.event
    is_after = clock.direction is Direction.AFTER
    if event is not None and is_after and _is_before(acted, event):
        raise EventError(
            f"it was done on {moment_in_words(acted)}, before the event from which "
            f"{clock.id} runs, {moment_in_words(event)}",
            remedy="check both days",
        )


def _is_untold(acted: Event, due: Event) -> bool:
    """Say whether only the day of an act is known, and it is the day of a time due."""
    has_no_time = isinstance(due, datetime) and not isinstance(acted, datetime)
    return has_no_time and acted == day_of(due)


def _is_before(one: Event, other: Event) -> bool:
    """Compare two moments; a day that is known without its time is compared by day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


def state_of(
    bound: Bound, due: Event, today: Event, done: Event | None
) -> DeadlineState:
    """Name the state of a deadline; the due day itself is still in time."""
    if bound is Bound.EARLIEST:
        is_over = _is_before(due, today)
        return DeadlineState.MAY_END if is_over else DeadlineState.MUST_BE_KEPT
    if done is not None:
        is_late = _is_before(due, done)
        return DeadlineState.DONE_LATE if is_late else DeadlineState.DONE_IN_TIME
    if _is_before(due, today):
        return DeadlineState.OVERDUE
    is_today = day_of(due) == day_of(today)
    return DeadlineState.DUE_TODAY if is_today else DeadlineState.NOT_YET_DUE


def _working_days(calendar: WorkingCalendar, start: date, due: date) -> int | None:
    calendar.is_working_day(start)
    try:
        return calendar.count(start, due)
    except CoverageError:
        return None
