"""Who must notify whom of an incident, by when, and by what authority.

The duty to notify the Panel is the local authority's alone, and turns on the place. The
deaths of looked-after children and of care leavers have notices of their own.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from masa.ground.blocks import Block, Heading, Table
from masa.ground.citations import Citation
from masa.ground.errors import EventError, NotInForceError
from masa.ground.findings import Finding, in_words
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import listed
from masa.model.case_events import DEATH_TOLD
from masa.model.cases import Case
from masa.model.statutes import StatuteBook
from masa.rules.criteria import CARE_LEAVER_DEATH, LOOKED_AFTER_DEATH, NOTIFIABLE_EVENT
from masa.rules.deadlines import Deadline, deadline
from masa.rules.judging import LegalTest, basis, book_as_of, checked_case
from masa.rules.limits import moment_in_words, plainly
from masa.rules.statuses import DeadlineStatus

__all__ = ["Notification", "Notifications", "notifications"]

PARTNERS = "notify-partners"
NOTIFY, TOLD = "must notify the Panel", "should report it to the safeguarding partners"


@frozen(kw_only=True, repr=False)
class Notification(Shown):
    """A notice that is owed, or may be: on what finding, to whom, by when.

    Args:
        finding: Whether it is owed.
        who: Who owes it.
        clock: The clock that says by when.
        deadline: By when; nothing while the event from which it runs is not known.
        needs: Which event is missing, in words; empty if none is.
        status: Where it stands on the day asked, if one was asked.
    """

    finding: Finding
    who: str
    clock: Clock
    deadline: Deadline | None = None
    needs: str = ""
    status: DeadlineStatus | None = None

    @property
    def answer(self) -> Answer:
        """Whether it is owed."""
        return self.finding.answer

    @property
    def to(self) -> tuple[str, ...]:
        """Who receives it, by any text in force."""
        duties = self.clock.duties
        by_law = dict.fromkeys(who for duty in duties for who in duty.to)
        return self.clock.recipients or tuple(by_law)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The texts that ask for it, and the one that says by when."""
        found = self.deadline
        limit = () if found is None else (found.governing.limit.citation,)
        return tuple(dict.fromkeys((*self.finding.basis, *limit)))

    @property
    def by(self) -> date | None:
        """The last day on which it is in time, if it is owed; the day itself counts."""
        return self.deadline.due if self.deadline else None

    @property
    def needed(self) -> tuple[str, ...]:
        """The unknown facts on which it still turns."""
        return self.finding.needed

    def _row(self) -> tuple[str, ...]:
        needed = listed(map(in_words, self.needed))
        return (
            self.finding.claim,
            str(self.answer),
            listed(self.to),
            moment_in_words(self.by) if self.by else self.needs,
            str(self.status or ""),
            f"{needed}" if needed else "nothing",
            listed(map(str, self.basis)),
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        row = dict(zip(COLUMNS, self._row(), strict=True))
        return [{**row, "by": plainly(self.by) or self.needs}]

    def _blocks(self) -> Sequence[Block]:
        return (Table(caption="Notice", columns=COLUMNS, rows=(self._row(),)),)

    def __str__(self) -> str:
        by = f", by {moment_in_words(self.by)}" if self.by else ""
        return f"{self.finding.claim}{by}: {self.answer}"

    def __repr__(self) -> str:
        return f"<Notification {self.clock.id!r}: {self.answer}>"


COLUMNS = ("what", "owed", "to", "by", "standing", "still needed", "basis")


@frozen(kw_only=True, repr=False)
class Notifications(Shown):
    """Every notice that an incident may call for; make it with `notifications`.

    Args:
        case: The reference of the case.
        on: The day of the law by which it was judged.
        book: The law by which it was judged.
        items: The notices.
    """

    case: str
    on: date
    book: StatuteBook
    items: tuple[Notification, ...]

    def __iter__(self) -> Iterator[Notification]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, clock: str) -> Notification:
        """Give the notice of a clock, such as "notify-panel".

        Raises:
            UnknownNameError: If there is no such clock.
            NotInForceError: If the law of the day asks for no such notice.
        """
        name = shelf.clock(clock).id
        for one in self.items:
            if one.clock.id == name:
                return one
        raise NotInForceError(
            f"{name} is no notice of an incident on {long_day(self.on)}",
            remedy=f"there are {listed(one.clock.id for one in self.items)}",
        )

    @property
    def owed(self) -> tuple[Notification, ...]:
        """Those that are owed for sure and have not been given."""
        sure = (one for one in self.items if one.answer is Answer.YES)
        return tuple(one for one in sure if not (one.status and one.status.done))

    @property
    def open(self) -> tuple[Notification, ...]:
        """Those of which it is not known whether they are owed."""
        return tuple(one for one in self.items if one.answer is Answer.UNKNOWN)

    def to_records(self) -> list[dict[str, str]]:
        """Give each notice as a row of plain text."""
        return [row for one in self.items for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(one._row() for one in self.items)  # noqa: SLF001 (of this module)
        return Heading(str(self)), Table(caption="Notices", columns=COLUMNS, rows=rows)

    def __str__(self) -> str:
        return f"Notices in case {self.case}, by the law of {long_day(self.on)}"

    def __repr__(self) -> str:
        return f"<Notifications of {self.case!r}: {len(self)} on {self.on}>"


def notifications(
    case: Case,
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Notifications:
    """Say who must notify whom of an incident, and by when.

    Args:
        case: The case; its events say from when the time runs.
        local_authority: The authority that asks; unless given, that of the case.
        on: The reader's today, on which each stands somewhere; unless given, nothing
            is said of that. The law is that of the day of becoming aware, of the
            incident or of the death; of this day where the case holds none of these;
            where it names an edition, of the nearest day on which that applied.
        law: A book of law, instead.

    Raises:
        KindError: If it is no case, no day or no book of law.
        UnknownNameError: If there is no such local authority.
        EventError: If an event lies after the day asked.
        NotInForceError: If the duty to notify is not in force on that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16C(1); Children Act 1989, Sch 2 para 20(1)(a);
    Working Together for the rest, and for every length of time.

    Example:
        >>> case = Case(reference="7", authority_suspects=True, died=True,
        ...             place="this authority", events={"aware": "2026-11-20"})
        >>> print(notifications(case)["notify-panel"].by)
        2026-11-27
    """
    held = checked_case(case)
    today = None if on is None else checked_day(on)
    book = book_as_of(held, today or shelf.coverage().checked, law)
    named = book if law is not None or held.edition is not None else None
    event = NOTIFIABLE_EVENT.judged(held, book, local_authority)
    told = evolve(
        event,
        claim=event.claim.replace(NOTIFY, TOLD),
        basis=basis(book, "notify-partners-within"),
        rests_on=(event,),
    )
    asked = [
        (event, "notify-panel", "notified"),
        *([(told, PARTNERS, "partners_told")] if told.basis else []),
        *_deaths(held, book, local_authority),
    ]
    return Notifications(
        case=held.reference,
        on=book.on,
        book=book,
        items=tuple(
            _notification(held, book, finding, clock, stop, today, named)
            for finding, clock, stop in asked
        ),
    )


def _deaths(
    case: Case, book: StatuteBook, authority: str | None
) -> Iterator[tuple[Finding, str, str]]:
    """Judge the notices of deaths, so far as the law of the day asks for them."""
    tests: tuple[LegalTest, ...] = (LOOKED_AFTER_DEATH, CARE_LEAVER_DEATH)
    for one in tests:
        if book.versions(one.rule):
            yield one.judged(case, book, authority), one.id, DEATH_TOLD


def _notification(  # noqa: PLR0913, PLR0917 (all that makes one)
    case: Case,
    book: StatuteBook,
    finding: Finding,
    clock: str,
    stop: str,
    on: date | None,
    law: StatuteBook | None,
) -> Notification:
    entry = _entry(book, clock)
    made = Notification(finding=finding, who="local authority", clock=entry)
    if finding.answer is Answer.NO:
        return made
    known = {one.name: one for one in entry.events}
    held = {name: day_of(at) for name, at in case.days.items()}  # all count in days
    days = {name: at for name, at in held.items() if name in known}
    try:
        found = deadline(clock, on=on, law=law, **days)  # type: ignore[arg-type] # an event is no book
    except NotInForceError as error:
        return evolve(made, needs=error.said)
    except EventError:
        if on is not None and any(at > on for at in days.values()):
            raise
        return evolve(made, needs=f"not known: {entry.events[0].means}")
    status = None if on is None else found.status(on, done=held.get(stop))
    return evolve(made, clock=found.clock, deadline=found, status=status)


def _entry(book: StatuteBook, clock: str) -> Clock:
    """Give a clock as it is on the day; without limits where the duty has none yet."""
    try:
        return book.clock(clock)
    except NotInForceError:
        bare = shelf.clock(clock)
        duties = (version for one in bare.duty for version in book.versions(one))
        return evolve(bare, duties=tuple(duties))
