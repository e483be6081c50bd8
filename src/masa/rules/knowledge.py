"""Why a due day moved between two days of knowledge: what was announced in between."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.ground.closures import DayStatus
from masa.ground.days import england
from masa.ground.shown import Shown
from masa.ground.spans import day, long_day
from masa.rules.deadlines import Deadline, deadline
from masa.rules.limits import moment_in_words

__all__ = ["DueDayMove", "why_moved"]


@frozen(kw_only=True, repr=False)
class DueDayMove(Shown):
    """A deadline as it was known on one day and on a later one.

    Args:
        first: The day of the one knowledge.
        then: The day of the other.
        before: The deadline as known on the one.
        after: The deadline as known on the other.
        because: The days between event and due day of which more became known, as
            they are known on the later day.
    """

    first: date
    then: date
    before: Deadline
    after: Deadline
    because: tuple[DayStatus, ...]

    @property
    def has_moved(self) -> bool:
        """Whether the due day is another."""
        return self.before.due != self.after.due

    def _blocks(self) -> Sequence[Block]:
        bullets = (Bullets(tuple(map(str, self.because))),) if self.because else ()
        return (Heading(self.before.clock.id), Paragraph(str(self)), *bullets)

    def to_records(self) -> list[dict[str, str]]:
        """Give the two due days and what came between as a row of plain text."""
        return [
            {
                "clock": self.before.clock.id,
                "known on": long_day(self.first),
                "due": moment_in_words(self.before.due),
                "then known on": long_day(self.then),
                "then due": moment_in_words(self.after.due),
                "because": "; ".join(map(str, self.because)),
            }
        ]

    def __str__(self) -> str:
        due = moment_in_words(self.before.due)
        if not self.has_moved:
            return f"The due day is {due}, on what was known on either day."
        return (
            f"As known on {long_day(self.first)} the due day was {due}; as known on "
            f"{long_day(self.then)} it is {moment_in_words(self.after.due)}."
        )

    def __repr__(self) -> str:
        return f"<DueDayMove of {self.before.clock.id!r}: {self.first} to {self.then}>"


def why_moved(
    clock: str,
    *,
    first: date | str,
    then: date | str,
    **events: date | str | None,
) -> DueDayMove:
    """Explain why a due day moved between two days of knowledge.

    Args:
        clock: The clock, by any of its names.
        first: The day up to which announcements are known in the one reckoning.
        then: The same in the other.
        **events: The days of events by name, as for `deadline`.

    Raises:
        UnknownNameError: If there is no such clock or event.
        EventError: If the event from which the clock runs is missing.
        NotInForceError: If no length of the clock is in force on that day.
        NotQuantifiedError: If no text in force gives a number, only a word.
        CoverageError: If a day lies outside the law or the calendar.
        DateError: If there is no such day.
        KindError: If something is of the wrong type.

    Example:
        >>> move = why_moved(
        ...     "notify-panel",
        ...     first="2022-09-09",
        ...     then="2022-09-10",
        ...     aware="2022-09-13",
        ... )
        >>> print(move.before.due, move.after.due)
        2022-09-20 2022-09-21
        >>> print(move.because[0].why.partition(" (")[0])
        State Funeral of Queen Elizabeth II
    """
    days = day(first), day(then)
    calendars = [england().known_on(known) for known in days]
    before, after = (
        deadline(clock, calendar=calendar, **events)  # type: ignore[arg-type] # an event is no calendar
        for calendar in calendars
    )
    walked = sorted({one.day for side in (before, after) for one in side.days})
    because = tuple(
        calendars[1].why(one)
        for one in walked
        if calendars[0].is_working_day(one) is not calendars[1].is_working_day(one)
    )
    return DueDayMove(
        first=days[0], then=days[1], before=before, after=after, because=because
    )
