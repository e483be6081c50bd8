"""From an event to a day: how the law counts time, one length at a time."""

from datetime import UTC, date, datetime, timedelta

from masa.ground.conventions import (
    Backward,
    Convention,
    EventDay,
    Landing,
    Start,
)
from masa.ground.days import WorkingCalendar
from masa.ground.durations import Duration, Unit
from masa.ground.errors import CoverageError, DateError, KindError, UnitError
from masa.ground.law.holidays import HolidayBasis
from masa.ground.law.yearly import DayOfYear
from masa.ground.moments import NO_ZONE, aware
from masa.ground.text import echo

__all__ = [
    "calendar_time",
    "corresponding",
    "hours_from",
    "landed",
    "reckoned",
    "taken_on",
    "yearly_after",
]


def reckoned(
    length: Duration,
    event: date,
    *,
    is_backward: bool,
    convention: Convention,
    calendar: WorkingCalendar,
) -> date:
    """Count a length of time from the day of an event.

    Args:
        length: How long; hours are counted by `hours_from`.
        event: The day of the event.
        is_backward: Whether to count back from it.
        convention: What the text leaves open.
        calendar: Which days are working days.

    Returns:
        The last day, which itself counts, before it is landed.

    Raises:
        CoverageError: If a day is not covered.

    Authority: Dodds v Walker [1981] 1 WLR 1027 for months; Lester v Garland (1808)
        for the day of the event.
    """
    unit = convention.unit or length.unit
    number = length.number
    is_included = convention.start is Start.INCLUDED
    is_clear = is_backward and convention.backward is Backward.CLEAR_DAYS
    sign = -1 if is_backward else 1
    if unit is Unit.WORKING_DAYS:
        return _working_days(
            event,
            sign * (number + is_clear),
            is_included=is_included,
            convention=convention,
            calendar=calendar,
        )
    end = calendar_time(event, Duration(number, unit), is_backward=is_backward)
    is_clipped = unit in {Unit.MONTHS, Unit.YEARS} and end.day != event.day
    counts_event = is_included and number > 0 and not is_clipped
    return _shifted(end, days=sign * (is_clear - counts_event))


def calendar_time(event: date, length: Duration, *, is_backward: bool = False) -> date:
    """Give the day some days, weeks, months or years on, or back.

    Raises:
        CoverageError: If there is no such day.
        UnitError: If the length is in hours or in working days.
    """
    number = -length.number if is_backward else length.number
    match length.unit:
        case Unit.YEARS:
            return corresponding(event, years=number)
        case Unit.MONTHS:
            return corresponding(event, months=number)
        case Unit.WEEKS:
            return _shifted(event, weeks=number)
        case Unit.DAYS:
            return _shifted(event, days=number)
    raise UnitError(
        f"{length} cannot be counted from a day", remedy="count hours from a time"
    )


def _working_days(
    event: date,
    number: int,
    *,
    is_included: bool,
    convention: Convention,
    calendar: WorkingCalendar,
) -> date:
    event = taken_on(event, convention, calendar)
    if is_included and number and calendar.is_working_day(event):
        number -= 1 if number > 0 else -1
    return calendar.add(event, number)


def taken_on(event: date, convention: Convention, calendar: WorkingCalendar) -> date:
    """Give the day on which an event is taken to have been.

    Raises:
        CoverageError: If the calendar does not cover a day.
    """
    moves = convention.event_day is EventDay.NEXT_WORKING_DAY
    if moves and not calendar.is_working_day(event):
        return calendar.add(event, 1)
    return event


def corresponding(day: date, *, months: int = 0, years: int = 0) -> date:
    """Give the corresponding day some months or years on, or the month's last day.

    Raises:
        CoverageError: If there is no such day.

    Authority: Dodds v Walker [1981] 1 WLR 1027; Interpretation Act 1978, s.5.
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 (slow to import)

    try:
        return day + relativedelta(months=months, years=years)
    except (ValueError, OverflowError) as cause:
        raise _no_day(day) from cause


def _shifted(day: date, *, days: int = 0, weeks: int = 0) -> date:
    try:
        return day + timedelta(days=days, weeks=weeks)
    except OverflowError as cause:
        raise _no_day(day) from cause


def _no_day(day: date) -> CoverageError:
    return CoverageError(
        f"there is no day so far from {day.isoformat()}", remedy="check the day"
    )


def hours_from(event: object, hours: int) -> datetime:
    """Count hours on from a time, through weekends and changes of the clock.

    Args:
        event: An aware time.
        hours: How many.

    Returns:
        The time, in the zone of the event.

    Raises:
        KindError: If it is not a time, or not an aware one.
        DateError: If it lies outside 1900 to 2200.
        CoverageError: If there is no such time.
    """
    if not isinstance(event, datetime):
        raise KindError(
            f"{echo(event)} is not a time, and this clock runs in hours", remedy=NO_ZONE
        )
    start = aware(event)
    try:
        end = start.astimezone(UTC) + timedelta(hours=hours)
        return end.astimezone(start.tzinfo)
    except OverflowError as cause:
        raise _no_day(start.date()) from cause


def yearly_after(day: DayOfYear, after: date) -> date:
    """Give the first such day of the year that comes after another day.

    Raises:
        CoverageError: If there is no such day.
    """
    for year in range(after.year, date.max.year + 1):
        try:
            found = day.in_year(year)
        except DateError:  # only a leap year has 29 February
            continue
        if found > after:
            return found
    raise _no_day(after)


def landed(day: date, landing: Landing, calendar: WorkingCalendar) -> date:
    """Move a day that is no working day, if the convention moves it.

    Relief is for bank holidays alone: not for weekends, Christmas Day or Good Friday,
    and it ends on the next day that is none of its kind.

    Raises:
        CoverageError: If the day is not covered.

    Authority: Banking and Financial Dealings Act 1971, s.1(4) for relief on a bank
        holiday; nothing else moves a day.
    """
    if landing is Landing.LEAVE or calendar.is_working_day(day):
        return day
    if landing is Landing.PREVIOUS:
        return calendar.add(day, -1)
    if landing is Landing.NEXT:
        return calendar.add(day, 1)
    closure = calendar.closure_on(day)
    if closure is None or closure.basis == HolidayBasis.COMMON_LAW.value:
        return day
    while calendar.closure_on(day):
        day = _shifted(day, days=1)
    return day
