"""Reviews of a case: the rapid review, a local review and a national review.

A review is what the case holds of it: its steps and its events. Steps follow one
another as the law and guidance have it; a step that is impossible is refused, and a
step that breaks a rule is recorded and found. Whether there is to be a review is for
the safeguarding partners, or the Panel, to decide; nothing here decides it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.model.case_parts import ReviewDecision
from masa.model.statutes import StatuteBook
from masa.rules.asked import is_done, said_of
from masa.rules.lacks import Lack, listed_in
from masa.rules.reviewing import Review

__all__ = ["LocalReview", "NationalReview", "RapidReview"]

AIMS, FIFTH = "rapid-review-aims", "context"
BARNET = "rapid-review-contents-barnet"
REASONS, OUTCOME = "rapid-review-outcome", "rapid-review-decision"
TO_FAMILY = "local-review-rationale"
DECISION = (
    "The decision: whether there is to be a local review, and whether the case is put "
    "to the Panel."
)
WHY = "The reasons for the decision."
FAMILY = "The family is told of the decision and its reasons."


@frozen(repr=False, field_transformer=checked)
class RapidReview(Review):
    """The rapid review of a serious incident: its aims, its outcome, what is sent.

    The four aims are those of Working Together. Barnet's arrangements divide the
    second in two and so list five contents; these, and the fifth aim of a later
    restatement, are shown with their mark and never required.

    Args:
        case: The case.
        law: The book of law; unless given, that of the day of the notification.

    Raises:
        DocumentError: If its steps are impossible in their order; every fault at once.
        NotInForceError: If the law of the day knows no rapid review.
        KindError: If a part is of the wrong type.

    Example:
        >>> from masa.model.cases import Case
        >>> case = Case(reference="7", events={"notified": "2026-11-20"})
        >>> review = RapidReview(case).record("gather-facts", on="2026-11-24")
        >>> print(review.missing[0].steps)
        ('immediate-action', 'share-learning')
        >>> [step.id for step in review.next][:2]
        ['immediate-action', 'share-learning']
    """

    process_id: ClassVar[str] = "rapid-review"
    begins: ClassVar[tuple[str, ...]] = ("notified", "notify", "aware", "incident")

    @property
    def outcome(self) -> ReviewDecision | None:
        """What the safeguarding partners decided, if that is known."""
        return self.case.decision

    @property
    def aims(self) -> tuple[Finding, ...]:
        """Whether each aim was dealt with; the fifth is of one restatement only."""
        fifth = self.process.step(FIFTH)
        return (
            *listed_in(AIMS, self._progress, self.book),
            *(
                Finding(
                    answer=is_done(self._progress, fifth, ()),
                    claim=fifth.says.rstrip("."),
                    basis=one.basis,
                    on=self.book.on,
                )
                for one in said_of(fifth, self.book)
            ),
        )

    @property
    def contents(self) -> tuple[Finding, ...]:
        """Whether each of the five contents that Barnet lists was dealt with."""
        return tuple(listed_in(BARNET, self._progress, self.book))

    def _lacks(self) -> Iterator[Lack]:
        yield from super()._lacks()
        yield from _decision_lacks(self.outcome, self.book)


def _decision_lacks(held: ReviewDecision | None, book: StatuteBook) -> Iterator[Lack]:
    """Yield what is missing of the decision, its reasons, and that they were told."""
    absent, told = Answer.NO, held.family_told.answer if held else Answer.NO
    if held is None:
        yield from _of_case(OUTCOME, DECISION, absent, book)
    if held is None or held.rationale is None:
        yield from _of_case(REASONS, WHY, absent, book)
    if told is not Answer.YES:
        yield from _of_case(TO_FAMILY, FAMILY, told, book)


def _of_case(rule: str, what: str, answer: Answer, book: StatuteBook) -> Iterator[Lack]:
    for one in book.versions(rule):
        yield Lack(what=what, answer=answer, force=one.force, basis=(one.citation,))


@frozen(repr=False, field_transformer=checked)
class LocalReview(Review):
    """A local child safeguarding practice review, from the reviewer to the follow-up.

    Args:
        case: The case.
        law: The book of law; unless given, that of the day of the decision.

    Raises:
        DocumentError: If its steps are impossible in their order; every fault at once.
        NotInForceError: If the law of the day knows no local review.
        KindError: If a part is of the wrong type.

    Example:
        >>> from masa.model.cases import Case
        >>> case = Case(reference="7", events={"decided": "2026-11-20"})
        >>> review = LocalReview(case).record("appoint-reviewer", on="2026-11-24")
        >>> print(review.owed(on="2026-11-24").of("publish-report")[0].by)
        2027-05-20
    """

    process_id: ClassVar[str] = "local-review"
    begins: ClassVar[tuple[str, ...]] = ("decided", "decide", "appoint-reviewer")

    @property
    def _barred(self) -> str:
        held = self.case.decision
        if held is None or held.outcome.has_local_review:
            return ""
        return f"the safeguarding partners decided: {held}"

    @property
    def _decided(self) -> ReviewDecision | None:
        return None if self._barred else self.case.decision


@frozen(repr=False, field_transformer=checked)
class NationalReview(Review):
    """A national review of the Panel, known by its own steps alone.

    The events and the decision of a case are those of the safeguarding partners; what
    the Panel decided, sent and published stands in the steps of the national review.

    Args:
        case: The case.
        law: The book of law; unless given, that of the day of the decision.

    Raises:
        DocumentError: If its steps are impossible in their order; every fault at once.
        NotInForceError: If the law of the day knows no national review.
        KindError: If a part is of the wrong type.

    Example:
        >>> from masa.model.cases import Case
        >>> review = NationalReview(Case(reference="7"))
        >>> review = review.record("decide", on="2026-11-24")
        >>> print(review.owed(on="2026-11-24").of("select-reviewer")[0].basis[0])
        SI 2018/789, reg 4
    """

    process_id: ClassVar[str] = "national-review"
    begins: ClassVar[tuple[str, ...]] = ("decide",)

    @property
    def _events(self) -> Mapping[str, date]:
        return {}
