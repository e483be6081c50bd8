"""Moments: a whole day, or a time of which the zone is known."""

from datetime import UTC, date, datetime
from typing import Annotated

from masa.ground.errors import DateError, KindError
from masa.ground.spans import day, long_day
from masa.ground.text import echo

__all__ = [
    "NO_ZONE",
    "Moment",
    "aware",
    "day_of",
    "instant",
    "moment",
    "moment_in_short",
]

NO_ZONE = (
    'give an aware time: datetime(…, tzinfo=ZoneInfo("Europe/London")), '
    "or text with its offset, such as 2026-11-19T10:00+00:00"
)


def moment(value: object) -> date:
    """Check a moment: a day, or an aware time to the second, or ISO text of either.

    Raises:
        KindError: If it is neither a day nor a time, or a time in no time zone.
        DateError: If there is no such day, it lies outside 1900 to 2200, or the
            time has a fraction of a second.
    """
    if isinstance(value, str) and "T" in value:
        value = _iso_time(value)
    if not isinstance(value, datetime):
        return day(value)
    if value.microsecond:
        raise DateError(
            f"{echo(value)} has a fraction of a second",
            remedy="give it as .replace(microsecond=0)",
        )
    return aware(value)


def _iso_time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as cause:
        raise DateError(
            f"{echo(text)} is not a time", remedy='write "2026-11-20T14:05+00:00"'
        ) from cause


def aware(value: object) -> datetime:
    """Check a time of which the zone is known, from 1900 to 2200.

    Raises:
        KindError: If it is not a time, or in no time zone.
        DateError: If it lies outside 1900 to 2200.
    """
    if not isinstance(value, datetime):
        raise KindError(f"{echo(value)} is not a time", remedy=NO_ZONE)
    if value.utcoffset() is None:
        raise KindError(f"{echo(value)} is not in any time zone", remedy=NO_ZONE)
    day(value.date())
    return value


def instant(value: date) -> date:
    """Give a time in UTC, so that two zones compare; a day as it is."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def day_of(value: date) -> date:
    """Give the day of a time, in its own zone; a day as it is."""
    return value.date() if isinstance(value, datetime) else value


def moment_in_short(value: date) -> str:
    """Print a day, or a time with its zone and day: ``10:00 GMT, 4 January 2027``."""
    if not isinstance(value, datetime):
        return long_day(value)
    return f"{value:%H:%M %Z}, {long_day(value.date())}"


Moment = Annotated[date, moment]
