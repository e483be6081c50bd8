"""The deadlines of a case, one after another: what ran, what runs, what waits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.conventions import Convention
from masa.ground.days import WorkingCalendar
from masa.ground.errors import (
    EventError,
    KindError,
    MasaError,
    NotInForceError,
    NotQuantifiedError,
    UnknownNameError,
)
from masa.ground.findings import Finding
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock, Direction
from masa.ground.law.pathways import Pathway, Step
from masa.ground.moments import moment
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed
from masa.model.statutes import StatuteBook
from masa.rules.deadlines import Deadline, deadline
from masa.rules.entries import TimelineEntry, WaitingClock
from masa.rules.limits import moment_in_words, standing_of
from masa.rules.statuses import DeadlineState
from masa.rules.triggers import Event, checked_events, day_of, is_in_hours, trigger_of
from masa.rules.windows import PublicationWindow, first_day_after_copy

__all__ = ["Timeline", "timeline"]

SUPPOSED = "If what is owed is done on its last day, or today where that is past"
Events = Mapping[str, Event]
Readings = Mapping[str, Convention | str]


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
        both = (self.window.finding, self.window.plan)
        return tuple(one for one in both if one is not None)

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
            clocks in hours. What is planned, such as ``publishing``, may lie ahead.
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
    case = _Case(
        way=way,
        on=checked_day(on),
        law=law,
        calendar=calendar,
        readings=_checked_readings(way, readings),
    )
    given = case.checked(events)
    known = case.with_plans(given)
    started = case.started(known)
    entries = [case.entry(step, found, known) for step, found in started.items()]
    supposed = list(_supposed(case, known, entries))
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
        window=_window(case, known, entries),
    )


def _checked_readings(way: Pathway, readings: Readings | None) -> Readings:
    return {
        way.step(shelf.clock(name).id).clock: reading
        for name, reading in (readings or {}).items()
    }


def _in_order(entries: Iterable[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """Sort by due day; what has no number stands where its event does."""

    def day(entry: TimelineEntry) -> date:
        return day_of(entry.due or entry.deadline.reckoning.event or date.max)

    return tuple(sorted(entries, key=day))


@frozen(kw_only=True)
class _Case:
    """What is the same for every clock of a case."""

    way: Pathway
    on: date
    law: StatuteBook | None
    calendar: WorkingCalendar | None
    readings: Readings

    def checked(self, events: Mapping[str, object]) -> dict[str, Event]:
        """Check the events: their names, their days, and that they have happened."""
        if not isinstance(events, Mapping):
            raise KindError(
                f"{echo(events)} names no events",
                remedy="give the day of each by its name",
            )
        known = self._names()
        for name in events:
            if name not in known:
                raise UnknownNameError(
                    f"the pathway {self.way.id} has no event {echo(name)}",
                    remedy=did_you_mean(str(name), known) or f"it has {listed(known)}",
                )
        return {
            name: self._moment(name, value)
            for name, value in events.items()
            if value is not None
        }

    def _names(self) -> dict[str, bool]:
        """Name every event of the pathway, and say whether it may lie ahead."""
        clocks = [shelf.clock(step.clock) for step in self.way.steps]
        names = {
            event.name: clock.direction is Direction.BEFORE
            for clock in clocks
            for event in clock.events
        }
        return names | {event.name: False for event in self.way.events}

    def _moment(self, name: str, value: object) -> Event:
        try:
            found = moment(value)
        except MasaError as error:
            error.field = name
            raise
        if day_of(found) > self.on and not self._names()[name]:
            raise EventError(
                f"{name} lies on {long_day(day_of(found))}, after {long_day(self.on)}",
                remedy="an event that has not happened starts no clock",
            )
        return found

    def with_plans(self, given: Events) -> dict[str, Event]:
        """Let what has happened take the place of what was planned."""
        happened = {
            one.name: given[one.becomes]
            for one in self.way.planned
            if one.becomes in given
        }
        return dict(given) | happened

    def started(self, known: Events) -> dict[Step, Deadline]:
        """Give the deadline of each step that some events start."""
        found = ((step, self.deadline(step, known)) for step in self.way.steps)
        return {step: one for step, one in found if isinstance(one, Deadline)}

    def waiting(self, known: Events) -> Iterator[WaitingClock]:
        """Yield the clocks that no event starts, each with what it waits for."""
        for step in self.way.steps:
            found = self.deadline(step, known)
            if isinstance(found, str):
                yield WaitingClock(clock=shelf.clock(step.clock), needs=found)

    def deadline(self, step: Step, known: Events) -> Deadline | str:
        """Give the deadline of a step, or say why it does not run."""
        clock, reading = shelf.clock(step.clock), self.readings.get(step.clock)
        events = checked_events(clock, _of(clock, known), on=None)
        lacking = _lacking(clock, events, reading)
        if lacking:
            return lacking
        try:
            return deadline(
                clock.id,
                law=self.law,
                calendar=self.calendar,
                reading=reading,
                **events,
            )
        except NotInForceError as error:
            return str(error)

    def entry(
        self, step: Step, found: Deadline, known: Events, supposed: Events | None = None
    ) -> TimelineEntry:
        """Say where a deadline stands today."""
        done = _of_act(found, known.get(step.stopped_by or ""))
        runs_from = {event.name for event in found.clock.events}
        try:
            status = found.status(self.on, done=done)
        except NotQuantifiedError:
            status = None
        return TimelineEntry(
            deadline=found,
            status=status,
            stopped_by=step.stopped_by,
            done=done,
            supposed=tuple(
                (name, at) for name, at in (supposed or {}).items() if name in runs_from
            ),
        )


def _of(clock: Clock, known: Events) -> Events:
    """Give the events of a clock; a time counts by its day unless it runs in hours."""
    its = {one.name: known[one.name] for one in clock.events if one.name in known}
    return its if is_in_hours(clock) else {one: day_of(at) for one, at in its.items()}


def _of_act(found: Deadline, done: Event | None) -> Event | None:
    is_time = isinstance(found.reckoning.event, datetime)
    return done if done is None or is_time else day_of(done)


def _lacking(
    clock: Clock, events: Events, reading: Convention | str | None
) -> str | None:
    """Say which event is missing for a clock to run; nothing if none is."""
    if not clock.events:
        return None
    try:
        name, at = trigger_of(clock, events, reading)
    except EventError as error:
        return error.remedy.replace("=…", "")
    if is_in_hours(clock) and not isinstance(at, datetime):
        return f"give the time of {name}: it runs in hours"
    return None


def _supposed(
    case: _Case, known: Events, entries: Iterable[TimelineEntry]
) -> Iterator[TimelineEntry]:
    """Yield what follows if each act that is owed is done on its last day in time."""
    supposed: dict[str, Event] = {}
    running = {entry.clock.id for entry in entries}
    latest = list(entries)
    while latest:
        supposed |= _last_days(case, {**supposed, **known}, latest)
        every = {**supposed, **known}
        latest = [
            case.entry(step, found, known, supposed)
            for step, found in case.started(every).items()
            if step.clock not in running
        ]
        running |= {entry.clock.id for entry in latest}
        yield from latest


def _last_days(
    case: _Case, every: Events, entries: Iterable[TimelineEntry]
) -> dict[str, Event]:
    """Give the day of each act that is owed: planned, else its last, else today."""
    found: dict[str, Event] = {
        one.becomes: every[one.name]
        for one in case.way.planned
        if one.name in every and one.becomes not in every
    }
    for entry in entries:
        act, due = entry.stopped_by, entry.due
        if entry.is_open and act and due and act not in every:
            found.setdefault(act, max(day_of(due), case.on))
    plans = {
        one.name: found[one.becomes]
        for one in case.way.planned
        if one.becomes in found and one.name not in every
    }
    return found | plans


def _window(
    case: _Case, known: Events, entries: Iterable[TimelineEntry]
) -> PublicationWindow | None:
    """Find the days on which a report may be published, if anything of it is known."""
    way = case.way
    if way.window is None:
        return None
    publish, copy = way.step(way.window.published), way.step(way.window.copied)
    published, copied = (known.get(step.stopped_by or "") for step in (publish, copy))
    event = shelf.clock(copy.clock).events[0].name
    publication = next(
        (one.deadline for one in entries if one.clock.id == publish.clock), None
    )
    is_asked = any((copied, publication, known.get(event)))
    if not is_asked or (published and not copied):
        return None
    planned = known.get(event)
    sent = day_of(copied or case.on)
    first = first_day_after_copy(sent, lambda day: case.deadline(copy, {event: day}))
    if first is None:
        return None
    return PublicationWindow(
        copied=sent,
        is_supposed=copied is None,
        copy=first,
        publication=publication,
        planned=planned and day_of(planned),
        is_published=published is not None,
    )
