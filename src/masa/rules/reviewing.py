"""What every review has in common: steps, what it lacks, owes and sends, its faults."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self

from attrs import evolve, field, frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.checks import checked
from masa.ground.errors import (
    DocumentError,
    EventError,
    Fault,
    KindError,
    UnknownNameError,
)
from masa.ground.findings import Finding
from masa.ground.law import shelf
from masa.ground.law.pathways import Pathway
from masa.ground.law.processes import Process, ProcessStep
from masa.ground.logic import Answer, Fact
from masa.ground.moments import day_of, moment
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import echo, listed
from masa.model.case_events import events_of
from masa.model.case_parts import ReviewDecision, ReviewStep
from masa.model.cases import Case
from masa.model.statutes import StatuteBook
from masa.rules.asked import done_on, is_untold, said_of
from masa.rules.governing import book_of, check_in_force, notices_of
from masa.rules.lacks import Lack, LackList, lacks_of
from masa.rules.owed import OwedList, Sending, marked
from masa.rules.owing import kept_in_time, owed_of, written
from masa.rules.processes import (
    Progress,
    Taken,
    impossible,
    order_faults,
    planned_steps,
    replayed,
    uncovered,
)
from masa.rules.timelines import Timeline, timeline

__all__ = ["Review"]

CHECK = "check the decision of the case"
COLUMNS = ("step", "day", "covers", "to", "says")


@frozen(repr=False, field_transformer=checked)
class Review(Shown):
    """What the three kinds of review have in common.

    Args:
        case: The case.
        law: The book of law; unless given, that of the day on which it began.
    """

    case: Case
    law: StatuteBook | None = field(default=None, kw_only=True)

    process_id: ClassVar[str]
    begins: ClassVar[tuple[str, ...]]

    def __attrs_post_init__(self) -> None:
        check_in_force(self.book, self.process)
        faults = [*self._replayed[1], *order_faults(self._way, self._days)]
        if self._barred and self.records:
            faults.insert(0, Fault(self._barred, remedy=CHECK, path=(self._field,)))
        if faults:
            raise DocumentError(f"the {self._title} cannot be so", faults)

    @property
    def process(self) -> Process:
        """The steps that there are, and what may follow what."""
        return shelf.process(self.process_id)

    @property
    def _way(self) -> Pathway:
        return shelf.pathway(self.process.pathway)

    @property
    def _field(self) -> str:
        return self.process_id.replace("-", "_")

    @property
    def _title(self) -> str:
        return f"{self.process_id.replace('-', ' ')} of case {self.case.reference}"

    @property
    def _barred(self) -> str:
        """Why there is no such review, if the case says so; empty if it does not."""
        return ""

    @property
    def records(self) -> tuple[ReviewStep, ...]:
        """The steps that are recorded, as the case holds them."""
        found: tuple[ReviewStep, ...] = getattr(self.case, self._field)
        return found

    @property
    def _events(self) -> Mapping[str, date]:
        """The events of the case that are events of this review."""
        return {n: at for n, at in self.case.days.items() if n in events_of(self._way)}

    @property
    def _decided(self) -> ReviewDecision | None:
        """The decision of the partners that there is to be what the review needs."""
        return self.case.decision

    @cached_property
    def _replayed(self) -> tuple[Progress, list[Fault]]:
        return replayed(self.process, tuple(self._known()), self.records, self._field)

    @property
    def _progress(self) -> Progress:
        return self._replayed[0]

    def _known(self) -> Iterator[Taken]:
        """Yield the steps that the case knows of without a record."""
        acts: dict[str, list[str]] = {}
        for step in self.process.steps:
            if step.event is not None and step.event in self._events:
                acts.setdefault(step.event, []).append(step.id)
            elif step.is_decision and self._decided is not None:
                on = self._decided.on
                yield Taken((step.id,), on and day_of(on))
        for event, ids in acts.items():
            yield Taken(tuple(ids), day_of(self._events[event]))

    @property
    def _days(self) -> dict[str, date]:
        """The day of each event from which a clock runs, by name."""
        clocks = (shelf.clock(step.clock) for step in self._way.steps)
        starts = {event.name for clock in clocks for event in clock.events}
        days = {name: at for name, at in self._events.items() if name in starts}
        for one in self._progress.taken:
            event = self.process.step(one.ids[0]).event
            if event in starts and one.on:
                days[event] = one.on
        return days

    @cached_property
    def book(self) -> StatuteBook:
        """The law by which it is judged: given, or of the day on which it began."""
        if self.law is not None:
            return self.law
        return book_of(self.case.edition, self._began)

    @property
    def _began(self) -> date:
        """The day on which it began, or the first day that is known of it."""
        known = {**self._events, **{one.step: one.on for one in self.records}}
        named = [known[name] for name in self.begins if name in known]
        days = [day_of(at) for at in named[:1] or known.values()]
        return min(days, default=shelf.coverage().checked)

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The steps that were taken and stand, in the order of their days."""
        return self._progress.taken

    @property
    def next(self) -> tuple[ProcessStep, ...]:
        """The steps that may be taken now."""
        if self._barred:
            return ()
        steps, progress = self.process.steps, self._progress
        return tuple(step for step in steps if not any(impossible(progress, step)))

    def record(  # noqa: PLR0913 (what a record may hold)
        self,
        step: str,
        *,
        on: date | str,
        covers: Sequence[str] = (),
        to: Sequence[str] = (),
        in_writing: Fact | bool | None = None,
        says: str | None = None,
    ) -> Self:
        """Record that a step was taken, in a new review.

        Args:
            step: The step, by its id.
            on: The day on which it was taken; for a plan, the day that is planned.
            covers: The ids of what it deals with, such as the contents of a report.
            to: Who received what was sent.
            in_writing: Whether it was done in writing.
            says: What there is to say of it, never anything that tells who it is about.

        Returns:
            The review with the step; the old one stays as it is.

        Raises:
            EventError: If the step is impossible on that day; it says what is missing.
            UnknownNameError: If there is no such step, or nothing of a name to cover.
            KindError: If a part is of the wrong type.
            DateError: If there is no such day.
            TextError: If a text breaks the text policy.
        """
        found = self.process.step(step)
        record = ReviewStep(
            step=step,
            on=moment(on),
            covers=_names(covers),
            to=_names(to),
            in_writing=Fact.of(in_writing),
            says=says,
        )
        for fault in uncovered(found, record):
            raise UnknownNameError(fault.said, remedy=fault.remedy)
        if self._barred:
            raise EventError(self._barred, remedy=CHECK)
        if step in planned_steps(self.process):
            _check(*impossible(self._progress, found))
        try:
            return evolve(self, case=self._with((*self.records, record)))
        except DocumentError as error:
            first = error.faults[0]
            raise EventError(first.said, remedy=first.remedy) from error

    def _with(self, records: tuple[ReviewStep, ...]) -> Case:
        """Give the case with other records of this review."""
        changes: dict[str, Any] = {self._field: records}
        return evolve(self.case, **changes)

    def owed(self, on: date | str) -> OwedList:
        """Give everything that is owed on a day: what, to whom, by when, on what basis.

        What nothing has brought about yet is not owed, nor is what is done.

        Args:
            on: The reader's today.

        Raises:
            EventError: If a step or an event lies after that day.
            CoverageError: If a day lies outside the law or the calendar.
            DateError: If there is no such day.
            KindError: If it is no day.
        """
        today = checked_day(on)
        plans = planned_steps(self.process)
        for one in self._progress.taken:
            if one.on and one.on > today and not set(one.ids) <= plans:
                raise EventError(
                    f"{listed(one.ids, 'or')} lies on {long_day(one.on)}, after "
                    f"{long_day(today)}",
                    remedy="ask on that day or later",
                )
        line = self._line(today)
        items = owed_of(self._progress, self.book, line, today)
        return OwedList(
            title=str(self),
            on=today,
            who=self.process.who,
            items=() if self._barred else items,
            notices=self.notices,
        )

    def _line(self, on: date) -> Timeline:
        is_given = self.law is not None or self.case.edition is not None
        book = self.book if is_given else None
        return timeline(self._days, on, pathway=self._way.id, law=book)

    @property
    def missing(self) -> LackList:
        """What the review still lacks, each with its basis."""
        return LackList(title=str(self), items=tuple(self._lacks()))

    def _lacks(self) -> Iterator[Lack]:
        if not self._barred:
            yield from lacks_of(self._progress, self.book, self._left_out())

    def _left_out(self) -> frozenset[str]:
        """Name the lists of other areas, where the area of the case is known."""
        own = self.case.authority_id
        lists = self.process.local_to if own else ()
        return frozenset(one.rule for one in lists if one.authority != own)

    @property
    def is_complete(self) -> Finding:
        """Whether the review has everything that the texts ask of it.

        What only the document of one area asks for does not count.
        """
        lacks = self.missing.required
        answers = {one.answer for one in lacks}
        answer = Answer.YES
        if answers:
            answer = Answer.NO if Answer.NO in answers else Answer.UNKNOWN
        return Finding(
            answer=answer,
            claim=f"The {self._title} has everything that is asked of it",
            on=self.book.on,
            rests_on=tuple(
                Finding(answer=one.answer, claim=one.what, basis=one.basis)
                for one in lacks
            ),
            needed=self._unknown(lacks) if answer is Answer.UNKNOWN else (),
        )

    def _unknown(self, lacks: Sequence[Lack]) -> tuple[str, ...]:
        names = (name for one in lacks for name in one.steps or ("decision",))
        return tuple(dict.fromkeys(names))

    @property
    def sends(self) -> tuple[Sending, ...]:
        """What goes to whom, and whether it is recorded that it went."""
        return tuple(self._sends())

    def _sends(self) -> Iterator[Sending]:
        for step in self.process.steps:
            said = said_of(step, self.book)
            for one in (one for one in said if one.to):
                is_open = is_untold(self._progress, step, one, said)
                yield Sending(
                    what=step.says,
                    to=one.to,
                    force=one.force,
                    basis=one.basis,
                    sent=None if is_open else done_on(self._progress, step, one.to),
                )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Whether what was done was in time and in writing, by each text apart.

        Raises:
            CoverageError: If a deadline lies beyond what the calendar covers.
        """
        days = (day_of(at) for at in (*self._days.values(), *self._taken_days()))
        line = self._line(max(days, default=self.book.on))
        return (
            *written(self._progress, self.book),
            *kept_in_time(self._progress, self.book, line),
        )

    def _taken_days(self) -> Iterator[date]:
        for one in self._progress.taken:
            if one.on:
                yield one.on

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader has to know of the whole review."""
        return tuple(self._notices())

    def _notices(self) -> Iterator[str]:
        if self._barred:
            yield f"{self._barred[0].upper()}{self._barred[1:]}."
        is_named = self.law is None and self.case.edition is not None
        yield from notices_of(self.book, is_named=is_named)

    def to_records(self) -> list[dict[str, str]]:
        """Give each step that was taken and stands as a row of plain text."""
        return [dict(zip(COLUMNS, row, strict=True)) for row in self._rows()]

    def _rows(self) -> Iterator[tuple[str, ...]]:
        for one in self._progress.taken:
            record = one.record
            covers = listed(record.covers) if record else ""
            to = listed(record.to) if record else ""
            says = (record.says or "") if record else "from the case"
            day = long_day(one.on) if one.on else "day not stated"
            yield (listed(one.ids, "or"), day, covers, to, says)

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(f"{self.process.says} It falls to: {self.process.who}.")
        rows = tuple(self._rows())
        if rows:
            yield Table(caption="Steps taken", columns=COLUMNS, rows=rows)
        yield Heading("What is missing")
        yield from self.missing.tables()
        if self.findings:
            yield Heading("What was found")
            yield Bullets(tuple(_with_basis(one) for one in self.findings))
        yield Heading("What may be done now")
        yield Bullets(tuple(map(str, self.next)) or ("Nothing more.",))
        yield from map(Paragraph, self.notices)

    def __str__(self) -> str:
        return f"{self._title[0].upper()}{self._title[1:]}"

    def __repr__(self) -> str:
        many = len(self._progress.taken)
        return f"<{type(self).__name__} of case {self.case.reference!r}: {many} steps>"


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """Take several names; a single text is no list of them."""
    if isinstance(given, str):
        raise KindError(
            f"{echo(given)} is not a list of names", remedy="put it in a list"
        )
    return tuple(given)


def _check(said: str, remedy: str) -> None:
    if said:
        raise EventError(said, remedy=remedy)


def _with_basis(one: Finding) -> str:
    return f"{one} ({marked(one.basis)})"
