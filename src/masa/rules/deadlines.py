"""Deadlines that show their working: by when, by which text, counted how.

A rule is taken as in force on the day of the event that starts its clock, unless
another book of law is given.
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

from attrs import frozen

from masa.ground.blocks import Block, Heading
from masa.ground.conventions import Convention
from masa.ground.days import WorkingCalendar, england
from masa.ground.durations import Duration, Unit
from masa.ground.errors import EventError, KindError, NotQuantifiedError
from masa.ground.law import shelf
from masa.ground.law.clocks import Bound, Clock, Direction
from masa.ground.law.provisions import evidence_in_words
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import echo, listed
from masa.model.opening import law as law_on
from masa.model.statutes import StatuteBook
from masa.rules.explanations import Working, explained, notices_of
from masa.rules.limits import (
    LimitDue,
    Reckoning,
    dues_of,
    is_law,
    moment_in_words,
    standing_of,
)
from masa.rules.readings import (
    CountedDay,
    DeadlineReading,
    counted_days,
    readings_of,
)
from masa.rules.triggers import checked_events, convention_of, day_of, trigger_of

__all__ = ["Deadline", "DeadlineState", "DeadlineStatus", "deadline"]

NO_DAY = "no day"


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
        on: The day asked.
        done: When the act was done, if it was.
        days: Calendar days from the day asked, or from the act, to the due day;
            negative when it is past.
        working_days: The same in working days.
    """

    state: DeadlineState
    on: date
    done: date | None = None
    days: int
    working_days: int

    def __str__(self) -> str:
        if not self.days or self.state is DeadlineState.MAY_END:
            return self.state.value
        is_over = self.state is DeadlineState.DONE_IN_TIME
        ahead = "early" if is_over else "left"
        word = ahead if self.days > 0 else "late"
        size = f"{_days(self.days)}, {_days(self.working_days, Unit.WORKING_DAYS)}"
        return f"{self.state.value}: {size} {word}"


@frozen(kw_only=True, repr=False)
class Deadline(Shown):
    """By when something has to be done, by which texts, and counted how.

    Make one with `deadline`.

    Args:
        reckoning: The clock as in force, the event, and how it is counted.
        event: The name of the event from which it runs; nothing for a fixed day.
        limits: What each text that applies makes of it.
        on: The reader's today, if that was given.
    """

    reckoning: Reckoning
    event: str | None
    limits: tuple[LimitDue, ...]
    on: date | None = None

    @property
    def clock(self) -> Clock:
        """The clock, with the texts in force that set how long it runs."""
        return self.reckoning.clock

    @property
    def due(self) -> date | datetime:
        """The day by which every text in force is satisfied; the day itself counts.

        Of a clock that says how long something is kept, the last day on which some
        text still asks for it.

        Raises:
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        due = self.governing.due
        assert due is not None  # noqa: S101 (the governing text has one)
        return due

    @property
    def binding(self) -> date | datetime | None:
        """The day that the Act or regulations alone set; nothing if they set none."""
        law = [one for one in self.limits if is_law(one.limit)]
        governing = _governing(self.clock, law)
        return governing.due if governing else None

    @property
    def governing(self) -> LimitDue:
        """The text that gives the due day.

        Raises:
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        governing = self._working().governing
        if governing is None:
            words = listed(one.limit.urgency or "no number" for one in self.limits)
            raise NotQuantifiedError(
                f"no text gives {self.clock.id} a number: {words or 'none applies'}",
                remedy="record when it was done, and judge",
            )
        return governing

    def _working(self) -> Working:
        return Working(
            reckoning=self.reckoning,
            event=self.event,
            limits=self.limits,
            governing=_governing(self.clock, self.limits),
        )

    @property
    def due_to(self) -> tuple[str, ...]:
        """Who receives what must be sent, by any text in force."""
        return self.clock.recipients

    @property
    def days(self) -> tuple[CountedDay, ...]:
        """Each day from the event to the due day, counted or skipped and why.

        A fixed day has none, nor has a clock in hours.

        Raises:
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        return counted_days(self.reckoning, self.governing)

    @property
    def readings(self) -> tuple[DeadlineReading, ...]:
        """Every reading of every text that applies, with the day that it gives."""
        return readings_of(self.reckoning)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader has to know, such as what is projected or falls oddly."""
        return tuple(notices_of(self._working()))

    def status(
        self, on: date | str | None = None, *, done: date | str | None = None
    ) -> DeadlineStatus:
        """Say where the deadline stands on a day; a time due is taken by its day.

        Args:
            on: The day; unless given, the one given to `deadline`.
            done: The day on which the act was done, if it was.

        Raises:
            KindError: If no day is given, or one is not a day.
            DateError: If there is no such day.
            EventError: If it was done after the day asked.
            CoverageError: If the calendar does not cover a day.
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        today = _today(on if on is not None else self.on)
        acted = None if done is None else checked_day(done)
        if acted is not None and acted > today:
            raise EventError(
                f"it was done on {long_day(acted)}, after {long_day(today)}",
                remedy="ask on that day or later",
            )
        due = day_of(self.due)
        looked_at = acted or today
        return DeadlineStatus(
            state=_state(self.clock, due, today, acted),
            on=today,
            done=acted,
            days=(due - looked_at).days,
            working_days=self.reckoning.calendar.count(looked_at, due),
        )

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON.

        Raises:
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        return {
            "clock": self.clock.id,
            "due": _plainly(self.due),
            "binding": _plainly(self.binding) or None,
            "event": self.event,
            "at": _plainly(self.reckoning.event) or None,
            "due_to": list(self.due_to),
            "limits": self.to_records(),
            "days": [
                {"day": _plainly(one.day), "number": one.number, "why": one.why or None}
                for one in self.days
            ],
            "readings": [
                {"due": _plainly(one.due), "says": one.says, "source": one.source}
                for one in self.readings
            ],
            "notices": list(self.notices),
        }

    def to_records(self) -> list[dict[str, str]]:
        """Give what each text makes of it as a row of plain text."""
        return [
            {
                "clock": self.clock.id,
                "event": self.event or "",
                "at": _plainly(self.reckoning.event),
                "due": _plainly(one.due),
                "length": one.limit.value_in_words or one.limit.urgency or "",
                "source": str(one.limit.source),
                "force": one.limit.force.value,
                "evidence": evidence_in_words(one.limit.evidence),
            }
            for one in self.limits
        ]

    def explain(self) -> Report:
        """Explain it in full: the texts, each day counted or skipped, every reading."""
        working = self._working()
        until = "until" if self.clock.bound is Bound.EARLIEST else "by"
        by = f"{until} {moment_in_words(working.due)}" if working.due else NO_DAY
        title = f"{self.clock.id}: {by}"
        return Report(title, (Heading(title, 1), *explained(working)))

    def _blocks(self) -> Sequence[Block]:
        return self.explain().blocks

    def __str__(self) -> str:
        event = self.reckoning.event
        side = "before" if self.clock.direction is Direction.BEFORE else "after"
        runs = f" {side} {self.event} on {moment_in_words(event)}" if event else ""
        governing = self._working().governing
        if governing is None or governing.due is None:
            return f"{NO_DAY}{runs} ({'; '.join(map(str, self.limits))})"
        limit = governing.limit
        size = f"{limit.value_in_words}{runs}" if limit.length else "fixed"
        return f"{moment_in_words(governing.due)} ({size}; {standing_of(limit)})"

    def __repr__(self) -> str:
        return f"<Deadline {self.clock.id!r}: {self.event} {self.reckoning.event}>"


def _plainly(moment: date | datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _days(number: int, unit: Unit = Unit.DAYS) -> str:
    return str(Duration(number=abs(number), unit=unit))


def _today(on: object) -> date:
    if on is None:
        raise KindError("no day is given", remedy="give `on`: masa has no clock")
    return checked_day(on)


def _state(clock: Clock, due: date, today: date, done: date | None) -> DeadlineState:
    if clock.bound is Bound.EARLIEST:
        return DeadlineState.MUST_BE_KEPT if today <= due else DeadlineState.MAY_END
    if done is not None:
        return DeadlineState.DONE_IN_TIME if done <= due else DeadlineState.DONE_LATE
    if today == due:
        return DeadlineState.DUE_TODAY
    return DeadlineState.NOT_YET_DUE if today < due else DeadlineState.OVERDUE


def _governing(clock: Clock, limits: Sequence[LimitDue]) -> LimitDue | None:
    dated = [(one.due, place, one) for place, one in enumerate(limits) if one.due]
    if not dated:
        return None
    found = max(dated) if clock.bound is Bound.EARLIEST else min(dated)
    return found[-1]


def deadline(
    clock: str,
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
    calendar: WorkingCalendar | None = None,
    reading: Convention | str | None = None,
    **events: date | datetime | str | None,
) -> Deadline:
    """Say by when something has to be done, and show the working.

    Args:
        clock: The clock, by its name in the statute book or another of its names.
        on: The reader's today; no event can lie after it.
        law: The book of law; unless given, that of the day of the event.
        calendar: Which days are working days; unless given, that of England.
        reading: What the text leaves open: a convention, or the id of one of the
            clock's readings, such as "clear-days".
        **events: The days of events by name, such as ``notified``, as dates or ISO
            text; aware times for a clock in hours. Others than the one from which
            the clock runs feed its other readings.

    Raises:
        UnknownNameError: If there is no such clock, event or reading.
        EventError: If the event from which the clock runs is missing, lies after
            `on`, or comes before one that it follows.
        NotInForceError: If no length of the clock is in force on that day.
        CoverageError: If a day lies outside the law or the calendar.
        DateError: If there is no such day.
        KindError: If something is of the wrong type, or a time is not aware.
        UnitError: If a clock in days is to be counted in hours.

    Example:
        >>> deadline("rapid-review", notified="2026-12-11").due
        datetime.date(2027, 1, 6)
    """
    entry = shelf.clock(clock)
    today = None if on is None else checked_day(on)
    given = checked_events(entry, events, on=today)
    convention = convention_of(entry, reading)
    event, at = (None, None) if not entry.events else trigger_of(entry, given, reading)
    book = law if law is not None else law_on(_day_of_law(entry, at))
    days = calendar if calendar is not None else england()
    _check(StatuteBook, book, "masa.law")
    _check(WorkingCalendar, days, "masa.england")
    reckoning = Reckoning(
        clock=book.clock(entry.id),
        event=at,
        events=tuple(given.items()),
        convention=convention,
        calendar=days,
    )
    return Deadline(
        reckoning=reckoning, event=event, limits=dues_of(reckoning), on=today
    )


def _check(kind: type, value: object, maker: str) -> None:
    if not isinstance(value, kind):
        raise KindError(
            f"{echo(value)} is no {kind.__name__}", remedy=f"make one with {maker}"
        )


def _day_of_law(clock: Clock, at: date | datetime | None) -> date:
    """Give the day whose law governs: that of the event, or the fixed day itself."""
    if at is not None:
        return day_of(at)
    versions = (one for name in clock.lengths for one in shelf.rule(name))
    days = [one.day for one in versions if one.day is not None]
    if not days:
        raise NotQuantifiedError(
            f"no text gives {clock.id} a day", remedy="none is known"
        )
    return min(days)
