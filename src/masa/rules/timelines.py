"""The deadlines of a case, one after another: what ran, what runs, what waits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.days import WorkingCalendar
from masa.ground.errors import UnknownNameError
from masa.ground.findings import Finding
from masa.ground.law import shelf
from masa.ground.law.clocks import Direction
from masa.ground.law.pathways import Pathway
from masa.ground.moments import day_of
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.model.statutes import StatuteBook
from masa.rules.deadlines import Deadline
from masa.rules.entries import TimelineEntry, WaitingClock
from masa.rules.limits import moment_in_words, standing_of
from masa.rules.starts import Course, Events, Readings, checked_readings
from masa.rules.statuses import DeadlineState
from masa.rules.triggers import Event
from masa.rules.windows import PublicationWindow, day_after, first_day_after_copy

__all__ = ["Timeline", "timeline"]

NO_TEXT = "no text of the kind asked for"
SUPPOSED = "If what is owed is done on its last day, or today where that is past"


@frozen(kw_only=True, repr=False)
class Timeline(Shown):
    """The deadlines of a case on a day, in the order in which they fall.

    Make one with `timeline`.

    Args:
        pathway: Which clocks follow one another.
        on: The reader's today.
        events: What happened when, and what is planned.
        entries: The deadlines that the events start, by their due days.
        supposed: The deadlines that follow if what is owed is done on its last day.
        waiting: The clocks for which an event is missing.
        window: When a report may be published, where that is asked.
    """

    pathway: Pathway
    on: date
    events: tuple[tuple[str, Event], ...]
    entries: tuple[TimelineEntry, ...]
    supposed: tuple[TimelineEntry, ...] = ()
    waiting: tuple[WaitingClock, ...] = ()
    window: PublicationWindow | None = None

    def __getitem__(self, clock: str) -> TimelineEntry:
        """Give the entry of a clock, by its id or another of its names.

        Raises:
            UnknownNameError: If there is no such clock, or it does not run.
        """
        name = shelf.clock(clock).id
        for entry in (*self.entries, *self.supposed):
            if entry.clock.id == name:
                return entry
        waits = [str(one) for one in self.waiting if one.clock.id == name]
        raise UnknownNameError(
            f"{name} does not run here", remedy="; ".join(waits) or "give its event"
        )

    def __iter__(self) -> Iterator[TimelineEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def overdue(self) -> tuple[TimelineEntry, ...]:
        """What is owed and past its last day."""
        return tuple(one for one in self.entries if one.state is DeadlineState.OVERDUE)

    @property
    def next(self) -> TimelineEntry | None:
        """What is owed next, today or later; nothing if nothing is."""
        ahead = {DeadlineState.NOT_YET_DUE, DeadlineState.DUE_TODAY}
        return next((one for one in self.entries if one.state in ahead), None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found on the window of publication."""
        if self.window is None:
            return ()
        plan = self.window.plan
        if self.window.is_published and plan is not None:
            return (plan,)
        return (self.window.finding,) if plan is None else (self.window.finding, plan)

    def to_records(self) -> list[dict[str, str]]:
        """Give each deadline as a row of plain text, the supposed ones last."""
        every = (*self.entries, *self.supposed)
        return [row for entry in every for row in entry.to_records()]

    def to_report(self) -> Report:
        """Lay it out as a page for people."""
        return Report(str(self), tuple(self._every_block()))

    def to_svg(self) -> str:
        """Draw it along an axis of time, as one picture that needs nothing else."""
        from masa.rules.pictures import drawn  # noqa: PLC0415 (only when drawn)

        every = (*self.entries, *self.supposed)
        return drawn(every, window=self.window, title=str(self), on=self.on)

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def _repr_html_(self) -> str:
        return f"{self.to_svg()}\n{self.to_html()}"

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(self.pathway.says)
        yield Table(
            caption="Events",
            columns=("event", "day"),
            rows=tuple((name, moment_in_words(at)) for name, at in self.events),
        )
        yield _table("Deadlines", self.entries)
        if self.supposed:
            yield _table(SUPPOSED, self.supposed)
        clocks = {one.clock.title: one.clock for one in (*self.entries, *self.supposed)}
        noted = [f"{title}: {one.note}" for title, one in clocks.items() if one.note]
        if noted:
            yield Heading("What is to be known of them")
            yield Bullets(tuple(noted))
        if self.window:
            yield Heading("When the report may be published")
            yield Paragraph(str(self.window))
            if self.window.plan is not None:
                yield Paragraph(f"{self.window.plan}.")
        if self.waiting:
            yield Heading("What does not run yet")
            yield Bullets(tuple(map(str, self.waiting)))

    def __str__(self) -> str:
        return f"Deadlines on {long_day(self.on)}: {self.pathway.id.replace('-', ' ')}"

    def __repr__(self) -> str:
        return f"<Timeline of {self.pathway.id!r} on {self.on}: {len(self)} deadlines>"


def _table(caption: str, entries: Iterable[TimelineEntry]) -> Table:
    return Table(
        caption=caption,
        columns=("due", "what", "length", "source", "standing"),
        rows=tuple(_row(entry) for entry in entries),
    )


def _row(entry: TimelineEntry) -> tuple[str, ...]:
    found = entry.deadline
    if not found.limits:
        return ("no day", entry.clock.title, "no number", NO_TEXT, entry.standing)
    limit = found.governing.limit if entry.status else found.limits[0].limit
    length = limit.value_in_words or limit.urgency or "no number"
    side = "before" if entry.clock.direction is Direction.BEFORE else "from"
    event = f" {side} {found.event}" if found.event else ""
    return (
        moment_in_words(entry.due) if entry.due else "no day",
        entry.clock.title,
        f"{length}{event}",
        standing_of(limit),
        entry.standing,
    )


def timeline(  # noqa: PLR0913 (all but the first two are rarely given)
    events: Mapping[str, date | datetime | str | None],
    on: date | str,
    *,
    pathway: str = "serious-incident",
    law: StatuteBook | None = None,
    calendar: WorkingCalendar | None = None,
    readings: Readings | None = None,
) -> Timeline:
    """Give every deadline that the events of a case start, and where each stands.

    The act that one clock asks for starts the next: awareness, notification, rapid
    review, decision, publication, availability. An event that is not given is taken
    not to have happened; what follows if it happens on the last day in time is
    given apart, as supposed.

    Args:
        events: What happened when, by name: dates or ISO text, and aware times for
            clocks in hours; a time counts by the day in its own zone, so give it in
            that of England. What is planned, such as ``publishing``, may lie ahead.
        on: The reader's today.
        pathway: Which clocks follow one another, such as "child-protection".
        law: The book of law; unless given, that of the day of each event.
        calendar: Which days are working days; unless given, that of England.
        readings: What the texts leave open, by clock, as for `deadline`.

    Raises:
        UnknownNameError: If there is no such pathway, event, clock or reading.
        EventError: If an event lies after `on`, or before one that it follows.
        CoverageError: If a day lies outside the law or the calendar.
        DateError: If there is no such day.
        KindError: If something is of the wrong type, or a time is not aware.

    Example:
        >>> events = {"aware": "2026-12-01", "notified": "2026-12-04"}
        >>> for entry in timeline(events, "2026-12-10"):
        ...     print(entry.due, entry.clock.id, entry.state.value)
        2026-12-08 notify-panel done in time
        2026-12-08 notify-partners overdue
        2026-12-29 rapid-review not yet due
    """
    way = shelf.pathway(pathway)
    case = Course(
        way=way,
        on=checked_day(on),
        law=law,
        calendar=calendar,
        readings=checked_readings(way, readings),
    )
    given = case.checked(events)
    known = case.with_plans(given)
    started = case.started(known)
    entries = [case.entry(step, found, known) for step, found in started.items()]
    window = _window(case, known, entries)
    supposed = list(_supposed(case, known, entries, window))
    running = {one.clock.id for one in (*entries, *supposed)}
    return Timeline(
        pathway=way,
        on=case.on,
        events=tuple(sorted(given.items(), key=lambda one: day_of(one[1]))),
        entries=_in_order(entries),
        supposed=_in_order(supposed),
        waiting=tuple(
            one for one in case.waiting(known) if one.clock.id not in running
        ),
        window=window,
    )


def _in_order(entries: Iterable[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """Sort by due day; what has no number stands where its event does."""

    def day(entry: TimelineEntry) -> date:
        return day_of(entry.due or entry.deadline.reckoning.event or date.max)

    return tuple(sorted(entries, key=day))


def _supposed(
    case: Course,
    known: Events,
    entries: Iterable[TimelineEntry],
    window: PublicationWindow | None,
) -> Iterator[TimelineEntry]:
    """Yield what follows if each act that is owed is done on its last day in time."""
    supposed: dict[str, Event] = {}
    running = {entry.clock.id for entry in entries}
    latest = list(entries)
    while latest:
        supposed |= _last_days(case, {**supposed, **known}, latest, window)
        every = case.with_starts({**supposed, **known})
        only = {name: at for name, at in every.items() if name not in known}
        latest = [
            case.entry(step, found, known, only)
            for step, found in case.started(every).items()
            if step.clock not in running and step.stopped_by not in known
        ]
        running |= {entry.clock.id for entry in latest}
        yield from latest


def _last_days(
    case: Course,
    every: Events,
    entries: Iterable[TimelineEntry],
    window: PublicationWindow | None,
) -> dict[str, Event]:
    """Give the day of each act that is owed: as planned, else its last in time.

    It is never before today, nor before the first day of the window of publication.
    """
    found: dict[str, Event] = {
        one.becomes: max(day_of(every[one.name]), case.on)
        for one in case.way.planned
        if one.name in every and one.becomes not in every
    }
    for entry in entries:
        act, due = entry.stopped_by, entry.due
        if entry.is_open and act and due and act not in every:
            opens = window.earliest if window and act == case.published else case.on
            found.setdefault(act, max(day_of(due), case.on, opens))
    plans = {
        one.name: found[one.becomes]
        for one in case.way.planned
        if one.becomes in found and one.name not in every
    }
    return found | plans


def _window(
    case: Course, known: Events, entries: Iterable[TimelineEntry]
) -> PublicationWindow | None:
    """Find the days on which a report may be published, if anything of it is known."""
    way = case.way
    if way.window is None:
        return None
    publish, copy = way.step(way.window.published), way.step(way.window.copied)
    published, copied = (known.get(step.stopped_by or "") for step in (publish, copy))
    event = shelf.clock(copy.clock).events[0].name
    publication = next(
        (
            one.deadline
            for one in entries
            if one.clock.id == publish.clock and one.status
        ),
        None,
    )
    is_asked = any((copied, publication, known.get(event)))
    if not is_asked or (published and not copied):
        return None
    planned = known.get(event)
    sent = day_of(copied or case.on)

    def copying(day: date) -> Deadline | str:
        return case.found(copy, {event: day})

    first = first_day_after_copy(sent, copying)
    in_law = first_day_after_copy(sent, copying, in_law=True)
    if first is None:
        return None
    return PublicationWindow(
        copied=sent,
        is_supposed=copied is None,
        copy=first,
        earliest_in_law=None if in_law is None else day_after(in_law),
        publication=publication,
        planned=planned and day_of(planned),
        is_published=published is not None,
    )
