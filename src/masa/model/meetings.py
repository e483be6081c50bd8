"""Meetings that are to be put in a calendar."""

from datetime import date, datetime

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import KindError, RangeError
from masa.ground.moments import Moment, instant, moment_in_short
from masa.ground.shown import Shown
from masa.ground.text import Name, Prose

__all__ = ["Meeting"]


@frozen(kw_only=True, field_transformer=checked)
class Meeting(Shown):
    """A meeting on whole days or at a time. Never put a child's name in its texts.

    Args:
        name: What it is called, such as "Rapid review meeting".
        start: The day, or ISO text of it; or an aware time, to the second.
        end: Of the same kind: the last day, which itself counts and may be the
            first; or the time at which it is over, which comes after the start.
        group: The group that meets, by name.
        place: Where.
        note: What else has to be known.

    Raises:
        KindError: If a part is of the wrong type, a time is in no time zone, or one
            of start and end is a day and the other a time.
        RangeError: If it ends before it starts.
        DateError: If there is no such day, it lies outside 1900 to 2200, or a time
            has a fraction of a second.
        TextError: If a text breaks the text policy.

    Example:
        >>> print(Meeting(name="Leadership Forum", start="2027-01-04"))
        Leadership Forum: 4 January 2027
    """

    name: Name
    start: Moment
    end: Moment | None = None
    group: Name | None = None
    place: Name | None = None
    note: Prose | None = None

    def __attrs_post_init__(self) -> None:
        if self.end is not None:
            _check_order(self.start, self.end)

    @property
    def is_whole_day(self) -> bool:
        """Whether it takes whole days, and no time is given."""
        return not isinstance(self.start, datetime)

    def __str__(self) -> str:
        until = f" to {moment_in_short(self.end)}" if self.end else ""
        return f"{self.name}: {moment_in_short(self.start)}{until}"


def _check_order(start: date, end: date) -> None:
    if isinstance(start, datetime) is not isinstance(end, datetime):
        raise KindError(
            "of its start and its end, one is a day and the other a time",
            remedy="give two days or two times",
            field="Meeting.end",
        )
    is_empty = isinstance(start, datetime) and instant(end) == instant(start)
    if instant(end) < instant(start) or is_empty:
        raise RangeError(
            f"it ends ({moment_in_short(end)}) before it has begun "
            f"({moment_in_short(start)})",
            remedy="give the earlier first, or no end",
            field="Meeting.end",
        )
