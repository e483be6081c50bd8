"""Which deadlines the events of a case start, and why the others do not run."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise

from attrs import frozen

from masa.ground.conventions import Convention
from masa.ground.days import WorkingCalendar
from masa.ground.errors import (
    EventError,
    KindError,
    MasaError,
    NotInForceError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock, Direction
from masa.ground.law.pathways import Pathway, Step
from masa.ground.logic import Answer
from masa.ground.moments import day_of, moment
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed
from masa.model.statutes import StatuteBook
from masa.rules.deadlines import Deadline, deadline
from masa.rules.entries import TimelineEntry, WaitingClock
from masa.rules.limits import moment_in_words
from masa.rules.triggers import Event, checked_events, is_in_hours, trigger_of

__all__ = ["Course", "Events", "Readings", "checked_readings"]

Events = Mapping[str, Event]
Readings = Mapping[str, Convention | str]


def checked_readings(way: Pathway, readings: object) -> Readings:
    """Check the readings that are given: each by a clock of the pathway.

    Raises:
        KindError: If they name no clocks.
        UnknownNameError: If there is no such clock on the pathway.
    """
    if readings is None:
        return {}
    if not isinstance(readings, Mapping):
        raise KindError(
            f"{echo(readings)} names no clocks", remedy="give the reading of each"
        )
    return {
        way.step(shelf.clock(name).id).clock: reading
        for name, reading in readings.items()
    }


@frozen(kw_only=True)
class Course:
    """What is the same for every clock on the course of a case.

    Args:
        way: The pathway.
        on: The reader's today.
        law: The book of law, if one is given.
        calendar: Which days are working days, if a calendar is given.
        readings: What the texts leave open, by clock.
    """

    way: Pathway
    on: date
    law: StatuteBook | None
    calendar: WorkingCalendar | None
    readings: Readings

    @property
    def published(self) -> str | None:
        """The act of publication, where the pathway has a window for it."""
        window = self.way.window
        return self.way.step(window.published).stopped_by if window else None

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
        given = {
            name: self._moment(name, value)
            for name, value in events.items()
            if value is not None
        }
        for order in self.way.orders:
            _check_order([(name, given[name]) for name in order if name in given])
        return given

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
        """Let what has happened take the place of what was planned.

        An act that starts another clock is given as its event too.
        """
        happened = {
            one.name: given[one.becomes]
            for one in self.way.planned
            if one.becomes in given
        }
        return self.with_starts(dict(given)) | happened

    def with_starts(self, known: dict[str, Event]) -> dict[str, Event]:
        """Give each act as the event that it also is, unless that is given."""
        acts = {
            step.starts: known[step.stopped_by]
            for step in self.way.steps
            if step.starts and step.stopped_by in known
        }
        return acts | known

    def started(self, known: Events) -> dict[Step, Deadline]:
        """Give the deadline of each step that some events start."""
        found = ((step, self.found(step, known)) for step in self.way.steps)
        return {step: one for step, one in found if isinstance(one, Deadline)}

    def waiting(self, known: Events) -> Iterator[WaitingClock]:
        """Yield the clocks that no event starts, each with what it waits for."""
        for step in self.way.steps:
            found = self.found(step, known)
            if isinstance(found, str):
                done = known.get(step.stopped_by or "")
                act = f"{step.stopped_by} on {moment_in_words(done)}; " if done else ""
                yield WaitingClock(clock=shelf.clock(step.clock), needs=f"{act}{found}")

    def found(self, step: Step, known: Events) -> Deadline | str:
        """Give the deadline of a step, or say why it does not run."""
        clock, reading = shelf.clock(step.clock), self.readings.get(step.clock)
        events = checked_events(clock, _of(clock, known), on=None)
        lacking = _lacking(clock, events, reading)
        if lacking:
            return lacking
        try:
            found = deadline(
                clock.id,
                law=self.law,
                calendar=self.calendar,
                reading=reading,
                **events,
            )
        except NotInForceError as error:
            return str(error)
        is_to_come = not clock.events and _is_to_come(found, self.on)
        return "no text asks for it yet" if is_to_come else found

    def entry(
        self, step: Step, found: Deadline, known: Events, supposed: Events | None = None
    ) -> TimelineEntry:
        """Say where a deadline stands today."""
        done = _of_act(found, known.get(step.stopped_by or ""))
        runs_from = {event.name for event in found.clock.events}
        status = found.status(self.on, done=done) if found.is_quantified else None
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


def _check_order(events: Sequence[tuple[str, Event]]) -> None:
    for (earlier, before), (later, after) in pairwise(events):
        if day_of(after) < day_of(before):
            raise EventError(
                f"{later} ({long_day(day_of(after))}) comes before {earlier} "
                f"({long_day(day_of(before))})",
                remedy="check both days",
            )


def _is_to_come(found: Deadline, on: date) -> bool:
    """Say whether every text that sets a fixed day came, or comes, after a day."""
    begun = [one.limit.since for one in found.limits if one.limit.since]
    return all(since.on_or_before(on) is Answer.NO for since in begun)


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
