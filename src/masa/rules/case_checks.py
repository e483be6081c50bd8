"""A case on one page: is it serious, who must be told, what is owed, what to ask."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Pairs, Paragraph
from masa.ground.findings import Finding, in_words
from masa.ground.law import shelf
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import listed
from masa.model.case_events import INCIDENT
from masa.model.case_parts import ReviewStep
from masa.model.cases import Case
from masa.model.places import Where
from masa.model.statutes import StatuteBook
from masa.rules.criteria import SERIOUS_CASE
from masa.rules.judging import LegalTest, book_as_of, checked_case, is_foreign
from masa.rules.limits import standing_of
from masa.rules.notifications import Notification, Notifications, notifications
from masa.rules.owed import Owed, OwedList
from masa.rules.processes import planned_steps
from masa.rules.questions import OF_DEATHS, Questions, next_questions
from masa.rules.reviewing import Review
from masa.rules.reviews import LocalReview, NationalReview, RapidReview
from masa.rules.weighings import Weighing, weigh_local_review, weigh_national_review

__all__ = ["CaseCheck", "check_case", "owed"]

NOTHING = "nothing for sure"
NO_ADVICE = (
    "This is no legal advice, and it decides nothing: it says what the texts ask."
)


@frozen(kw_only=True, repr=False)
class CaseCheck(Shown):
    """A case on one page; make it with `check_case`.

    Args:
        case: The case.
        on: The reader's today.
        serious: Whether it is a serious child safeguarding case.
        notices: Who must notify whom, and by when.
        local: What is weighed before a local review.
        national: What is weighed before a national review.
        deaths: What is found of a child's death, where the child died or may have.
        rapid: The rapid review, once the incident was notified.
        owed: What is owed today.
        questions: What to ask next, first what settles the most.
    """

    case: Case
    on: date
    serious: Finding
    notices: Notifications
    local: Weighing
    national: Weighing
    deaths: tuple[Finding, ...]
    rapid: RapidReview | None
    owed: OwedList
    questions: Questions

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding in it, each once."""
        notices = (one.finding for one in self.notices)
        weighed = (*self.local.findings, *self.national.findings)
        return tuple(dict.fromkeys((self.serious, *notices, *weighed, *self.deaths)))

    def to_report(self) -> Report:
        """Lay it out as a page for people."""
        return Report(str(self), tuple(self._every_block()))

    def to_records(self) -> list[dict[str, str]]:
        """Give every finding as a row of plain text."""
        return [row for one in self.findings for row in one.to_records()]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "reference": self.case.reference,
            "on": self.on.isoformat(),
            "findings": [one.to_json() for one in self.findings],
            "notices": self.notices.to_records(),
            "local_review": self.local.conclusion,
            "national_review": self.national.conclusion,
            "owed": self.owed.to_records(),
            "perhaps_owed": list(self.owed.notices),
            "rapid_review_lacks": self.rapid.missing.to_records()
            if self.rapid
            else None,
            "questions": self.questions.to_records(),
        }

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(NO_ADVICE)
        yield Pairs(tuple(self._in_short()))
        yield from self._parts(self.owed, self.notices, self.questions)
        if self.rapid is not None:
            yield Heading("What the rapid review still lacks")
            yield Bullets(tuple(map(str, self.rapid.missing)))
        yield from self._parts(self.local, self.national)
        if self.deaths:
            yield Heading("The review of the death")
            yield Bullets(tuple(map(str, self.deaths)))

    def _in_short(self) -> Iterator[tuple[str, str]]:
        yield "serious case", _in_short(self.serious)
        yield (
            "to be notified",
            listed(map(str, self.notices.owed)) or NOTHING,
        )
        yield "local review", self.local.conclusion
        yield "national review", self.national.conclusion
        yield "owed today", f"{len(self.owed)}, {len(self.owed.overdue)} overdue"

    def _parts(self, *parts: Shown) -> Iterator[Block]:
        for part in parts:
            yield from part.to_blocks(2)

    def __str__(self) -> str:
        return f"Case {self.case.reference} on {long_day(self.on)}"

    def __repr__(self) -> str:
        return f"<CaseCheck of {self.case.reference!r} on {self.on}>"


def _in_short(finding: Finding) -> str:
    needed = listed(map(in_words, finding.needed))
    return (
        f"{finding.answer}; still needed: {needed}" if needed else str(finding.answer)
    )


def check_case(
    case: Case,
    *,
    on: date | str | None = None,
    local_authority: str | None = None,
    law: StatuteBook | None = None,
) -> CaseCheck:
    """Check a case: what is found, what is owed on a day, and what to ask next.

    Args:
        case: The case.
        on: The reader's today; unless given, the day of the last look at the law or,
            if that is later, of the last thing that happened in the case. The law is
            that of the day of becoming aware, of the incident or of the death; of this
            day where the case holds none of these; where it names an edition, of the
            nearest day on which that applied.
        local_authority: The authority that asks; unless given, that of the case.
        law: A book of law, instead.

    Raises:
        KindError: If it is no case, no day or no book of law.
        UnknownNameError: If there is no such local authority.
        EventError: If an event lies after the day asked.
        DocumentError: If the steps of a review are impossible in their order.
        NotInForceError: If the law of the day knows no such cases.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.
    """
    held = checked_case(case)
    today = _last_day(held) if on is None else checked_day(on)
    book = book_as_of(held, today, law)
    found = (one.judged(held, book, local_authority) for one in _deaths(book))
    return CaseCheck(
        case=held,
        on=today,
        serious=SERIOUS_CASE.judged(held, book),
        notices=notifications(held, local_authority=local_authority, on=today, law=law),
        local=weigh_local_review(held, local_authority=local_authority, law=book),
        national=weigh_national_review(held, law=book),
        deaths=tuple(one for one in found if one.answer is not Answer.NO),
        rapid=next(_rapid_review(held, law), None),
        owed=owed(held, on=today, local_authority=local_authority, law=law),
        questions=next_questions(held, local_authority=local_authority, law=book),
    )


def _last_day(case: Case) -> date:
    """Give the last day on which anything is known to have happened, or was read."""
    return max([shelf.coverage().checked, *map(day_of, _happened(case))])


def _happened(case: Case) -> Iterator[date]:
    """Yield every day of a case on which something happened, and nothing planned."""
    planned = {one.name for one in shelf.pathway(INCIDENT).planned}
    yield from (one.on for one in case.events if one.name not in planned)
    if case.decision is not None and case.decision.on is not None:
        yield case.decision.on
    for process in shelf.processes().values():
        steps: tuple[ReviewStep, ...] = getattr(case, process.id.replace("-", "_"))
        plans = planned_steps(process)
        yield from (one.on for one in steps if one.step not in plans)


def _deaths(book: StatuteBook) -> Iterator[LegalTest]:
    return (one for one in OF_DEATHS if book.versions(one.rule))


def owed(
    case: Case,
    *,
    on: date | str,
    local_authority: str | None = None,
    law: StatuteBook | None = None,
) -> OwedList:
    """Say everything that is owed in a case on a day: to whom, by when, on what basis.

    What is not sure to be owed is not listed; the notices at the end say what may be,
    and which facts that turns on.

    Args:
        case: The case.
        on: The reader's today.
        local_authority: The authority that asks; unless given, that of the case.
        law: A book of law, instead of those of the days on which things happened.

    Raises:
        KindError: If it is no case, no day or no book of law.
        UnknownNameError: If there is no such local authority.
        EventError: If an event lies after the day asked.
        DocumentError: If the steps of a review are impossible in their order.
        NotInForceError: If the law of the day knows no such cases.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Example:
        >>> case = Case(reference="7", authority_suspects=True, died=True,
        ...             place="this authority", events={"aware": "2026-11-20"})
        >>> print(owed(case, on="2026-11-24")[0].by)
        2026-11-27
    """
    held, today = checked_case(case), checked_day(on)
    notices = notifications(held, local_authority=local_authority, on=today, law=law)
    barred = "; ".join(_barred(held, local_authority, notices))
    reviews = () if barred else _reviews(held, law)
    items = [found for one in reviews for found in one.owed(on=today)]
    return OwedList(
        title=f"Case {held.reference}",
        on=today,
        items=(*filter(None, map(_owed_notice, notices)), *items),
        notices=(*map(_may_be_owed, notices.open), *filter(None, [barred])),
    )


def _barred(case: Case, authority: str | None, notices: Notifications) -> Iterator[str]:
    """Yield why nothing is owed in reviews: they fall to others, or to nobody."""
    asked = None if authority is None else case.authority(authority).id
    if case.seen("place", asked) is Where.ELSEWHERE:
        yield "Nothing is owed in a review: it falls to the area where it happened"
    elif is_foreign(case, asked):
        yield "Of the reviews of another authority nothing is held"
    if SERIOUS_CASE.judged(case, notices.book).answer is Answer.NO:
        yield "Nothing is owed in a review: it is no serious child safeguarding case"


def _reviews(case: Case, law: StatuteBook | None) -> Iterator[Review]:
    """Yield the reviews of which the case holds anything."""
    yield from _rapid_review(case, law)
    if "decided" in case.days or case.local_review or case.decision:
        yield LocalReview(case, law=law)
    if case.national_review:
        yield NationalReview(case, law=law)


def _rapid_review(case: Case, law: StatuteBook | None) -> Iterator[RapidReview]:
    """Yield the rapid review, if the incident was notified or a step is recorded."""
    if "notified" in case.days or case.rapid_review:
        yield RapidReview(case, law=law)


def _owed_notice(notice: Notification) -> Owed | None:
    """Say what a notice owes, unless it is not sure to be owed or was given."""
    status = notice.status
    if notice.answer is not Answer.YES or (status and status.done):
        return None
    clock, found = notice.clock, notice.deadline
    duties = clock.duties or clock.limits
    return Owed(
        step=clock.id,
        what=notice.finding.claim,
        who=notice.who,
        to=notice.to,
        by=notice.by,
        binding=None if found is None else found.binding,
        force=duties[0].force,
        basis=notice.basis,
        state=None if status is None else status.state,
        note="; ".join(_notes(notice)) or None,
    )


def _notes(notice: Notification) -> Iterator[str]:
    """Yield who is to be told by which text, and what is known of the last day."""
    if notice.needs:
        yield notice.needs
    if len({duty.to for duty in notice.clock.duties}) > 1:
        for duty in notice.clock.duties:
            yield f"to {listed(duty.to)}: {duty.force.value}, {duty.source}"
    if notice.deadline is not None:
        limit = notice.deadline.governing.limit
        yield f"the last day is of {standing_of(limit)}: {limit.value_in_words}"
        if notice.clock.note:
            yield notice.clock.note.removesuffix(".")


def _may_be_owed(notice: Notification) -> str:
    by = f", by {long_day(day_of(notice.by))}" if notice.by else ""
    needed = listed(map(in_words, notice.needed))
    return f"Perhaps owed{by}: {notice.finding.claim}. Still needed: {needed}."
