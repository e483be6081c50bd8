"""Deadlines that show their working: by when, by which text, counted how.

A rule is taken as in force on the day of the event that starts its clock, unless
another book of law is given.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from attrs import Factory, field, frozen

from masa.ground.blocks import Block, Heading
from masa.ground.conventions import Convention
from masa.ground.days import WorkingCalendar, england
from masa.ground.errors import KindError, NotQuantifiedError
from masa.ground.law import shelf
from masa.ground.law.clocks import Bound, Clock, Direction
from masa.ground.law.provisions import Provision, evidence_in_words
from masa.ground.moments import day_of
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.text import echo, listed
from masa.model.opening import clock_on
from masa.model.statutes import StatuteBook
from masa.rules.explanations import Working, explained, notes_of, notices_of
from masa.rules.limits import (
    LimitDue,
    Reckoning,
    dues_of,
    is_law,
    moment_in_words,
    plainly,
    standing_of,
)
from masa.rules.readings import (
    CountedDay,
    DeadlineReading,
    counted_days,
    readings_of,
)
from masa.rules.statuses import DeadlineStatus, status_of
from masa.rules.triggers import Event, checked_events, convention_of, trigger_of

__all__ = ["Deadline", "check_kind", "deadline"]

NO_DAY = "no day"
MAKERS = {StatuteBook: "masa.law", WorkingCalendar: "masa.england"}
DEADLINES_KEPT = 16_384  # of one clock, all days of the statute book


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
    _governing: LimitDue | None = field(
        default=Factory(
            lambda self: _governing(self.clock, self.limits), takes_self=True
        ),
        init=False,
        eq=False,
    )

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
    def is_quantified(self) -> bool:
        """Whether any text in force gives a number or a day, and not only a word."""
        return self._governing is not None

    @property
    def binding(self) -> date | datetime | None:
        """The day that the Act or regulations alone set; nothing if they set none."""
        return self._binding.due if self._binding else None

    @property
    def _binding(self) -> LimitDue | None:
        law = [one for one in self.limits if is_law(one.limit)]
        return _governing(self.clock, law)

    @property
    def governing(self) -> LimitDue:
        """The text that gives the due day.

        Raises:
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        if self._governing is None:
            words = listed(one.limit.urgency or "no number" for one in self.limits)
            raise NotQuantifiedError(
                f"no text gives {self.clock.id} a number: {words or 'none applies'}",
                remedy="record when it was done, and judge",
            )
        return self._governing

    def _working(self) -> Working:
        return Working(
            reckoning=self.reckoning,
            event=self.event,
            limits=self.limits,
            governing=self._governing,
            binding=self._binding,
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

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be known of the clock and of its texts, such as what is recalled.

        They are those of the statute book, each of a text after where that is.
        """
        return tuple(notes_of(self._working()))

    def status(
        self,
        on: date | datetime | str | None = None,
        *,
        done: date | datetime | str | None = None,
    ) -> DeadlineStatus:
        """Say where the deadline stands on a day.

        Args:
            on: The day; unless given, the one given to `deadline`. For a clock in
                hours an aware time may be given; a day is compared with the day due.
            done: When the act was done, if it was.

        Raises:
            KindError: If no day is given, or one is not a day or an aware time.
            DateError: If there is no such day.
            EventError: If it was done after the day asked, or before the event, or
                it is not known whether it was done by the time due.
            CoverageError: If the calendar does not cover the day asked or the act.
            NotQuantifiedError: If no text in force gives a number, only a word.
        """
        asked = self.on if on is None else on
        return status_of(self.reckoning, self.due, on=asked, done=done)

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "clock": self.clock.id,
            "due": plainly(self._working().due) or None,
            "binding": plainly(self.binding) or None,
            "event": self.event,
            "at": plainly(self.reckoning.event) or None,
            "due_to": list(self.due_to),
            "limits": self.to_records(),
            "days": [
                {"day": plainly(one.day), "number": one.number, "why": one.why or None}
                for one in self._working().days
            ],
            "readings": [
                {"due": plainly(one.due), "says": one.says, "source": one.source}
                for one in self.readings
            ],
            "notes": list(self.notes),
            "notices": list(self.notices),
        }

    def to_records(self) -> list[dict[str, str]]:
        """Give what each text makes of it as a row of plain text."""
        return [
            {
                "clock": self.clock.id,
                "event": self.event or "",
                "at": plainly(self.reckoning.event),
                "due": plainly(one.due),
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
        title = f"{self.clock.title}: {by}"
        return Report(title, (Heading(title, 1), *explained(working)))

    def _blocks(self) -> Sequence[Block]:
        return self.explain().blocks

    def __str__(self) -> str:
        event = self.reckoning.event
        side = "before" if self.clock.direction is Direction.BEFORE else "after"
        runs = f" {side} {self.event} on {moment_in_words(event)}" if event else ""
        governing = self._governing
        if governing is None or governing.due is None:
            return f"{NO_DAY}{runs} ({'; '.join(map(str, self.limits))})"
        limit = governing.limit
        size = f"{self._length(limit)}{runs}" if limit.length else "fixed"
        if self.reckoning.is_by_periods:
            size = f"the end of the next period of {limit.value_in_words}{runs}"
        return f"{moment_in_words(governing.due)} ({size}; {standing_of(limit)})"

    def _length(self, limit: Provision) -> str:
        """Say how long a text gives, and in what it is counted if not as it says."""
        unit = self.reckoning.convention.unit
        is_as_said = limit.length is None or unit in {None, limit.length.unit}
        counted = "" if is_as_said or unit is None else f", counted in {unit.value}"
        return f"{limit.value_in_words}{counted}"

    def __repr__(self) -> str:
        return f"<Deadline {self.clock.id!r}: {self.event} {self.reckoning.event}>"


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
            text; aware times, or ISO text of them, for a clock in hours. Others than
            the one from which the clock runs feed its other readings.

    Raises:
        UnknownNameError: If there is no such clock, event or reading.
        EventError: If the event from which the clock runs is missing, lies after
            `on`, or comes before one that it follows.
        NotInForceError: If no length of the clock is in force on that day.
        CoverageError: If a day lies outside the law or the calendar.
        DateError: If there is no such day.
        KindError: If something is of the wrong type, or a time is not aware.
        UnitError: If it is to be counted in other units than days or working days.

    Example:
        >>> deadline("rapid-review", notified="2026-12-11").due
        datetime.date(2027, 1, 6)
    """
    is_usual = on is None and law is None and calendar is None and reading is None
    if is_usual and len(events) == 1 and type(clock) is str:
        ((name, day),) = events.items()
        if type(day) is date or type(day) is str:
            return _usual(clock, name, day)
    return _made(clock, events, on=on, book=law, calendar=calendar, reading=reading)


@lru_cache(maxsize=DEADLINES_KEPT)
def _usual(clock: str, event: str, day: date | str) -> "Deadline":
    """Answer the usual question from memory: one event, and nothing else given."""
    return _made(clock, {event: day})


def _made(  # noqa: PLR0913 (the arguments of `deadline`)
    clock: str,
    events: Mapping[str, object],
    *,
    on: date | str | None = None,
    book: StatuteBook | None = None,
    calendar: WorkingCalendar | None = None,
    reading: Convention | str | None = None,
) -> Deadline:
    entry = shelf.clock(clock)
    today = None if on is None else checked_day(on)
    given = checked_events(entry, events, on=today)
    convention = convention_of(entry, reading)
    event, at = (None, None) if not entry.events else trigger_of(entry, given, reading)
    days = england() if calendar is None else calendar
    check_kind(days, WorkingCalendar)
    reckoning = Reckoning(
        clock=_running(entry, book, at),
        event=at,
        events=tuple(sorted(given.items())),
        convention=convention,
        calendar=days,
    )
    return Deadline(
        reckoning=reckoning, event=event, limits=dues_of(reckoning), on=today
    )


def _running(entry: Clock, book: StatuteBook | None, at: Event | None) -> Clock:
    """Give the clock with its texts: of the book, or as in force on the right day."""
    if book is None:
        return clock_on(entry.id, _day_of_law(entry, at))
    check_kind(book, StatuteBook)
    return book.clock(entry.id)


def check_kind(value: object, kind: type) -> None:
    """Check that a book is a book, and a calendar a calendar.

    Raises:
        KindError: If it is not.
    """
    if not isinstance(value, kind):
        raise KindError(
            f"{echo(value)} is no {kind.__name__}",
            remedy=f"make one with {MAKERS[kind]}",
        )


def _day_of_law(clock: Clock, at: Event | None) -> date:
    """Give the day whose law governs: that of the event, or the fixed day itself."""
    if at is not None:
        return day_of(at)
    versions = (one for name in clock.lengths for one in shelf.rule(name))
    days = [one.day for one in versions if one.day is not None]
    return min(days, default=shelf.coverage().checked)
