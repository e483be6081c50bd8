"""Weighings: what has to be considered before a review, and what is left to judgement.

The criteria of the Regulations are factors. Where they are met a review has to be
considered; whether there is one is decided by the safeguarding partners, or by the
Panel, and by nothing else. Where they are not met, there may still be one.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph, Table
from masa.ground.citations import Citation
from masa.ground.criteria import Criterion, all_of, is_not, is_so
from masa.ground.errors import TruthError
from masa.ground.findings import Finding, in_words
from masa.ground.law.provisions import Force, ListedItem, Provision
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import listed
from masa.model.case_parts import ReviewDecision
from masa.model.cases import Case
from masa.model.statutes import StatuteBook
from masa.rules.criteria import NOTIFIABLE_EVENT, SERIOUS_CASE
from masa.rules.judging import basis, book_for, checked_case, facts_of, so

__all__ = [
    "FACTS",
    "LOCAL",
    "NATIONAL",
    "REGARD",
    "Weighing",
    "weigh_local_review",
    "weigh_national_review",
    "weighed",
]

LOCAL, NATIONAL, REGARD = (
    "local-review-criteria",
    "national-review-criteria",
    "local-review-have-regard",
)
CONSIDER_LOCAL = "the safeguarding partners must consider a local review"
CONSIDER_NATIONAL = "the Panel must consider a national review"
FACTS: Mapping[str, str] = {
    "improvements": "improvements_needed",
    "law-or-guidance": "law_or_guidance_change",
    "recurrent-themes": "recurrent_themes",
    "joint-working": "joint_working_concern",
    "panel-referral": "panel_prefers_local",
    "single-agency": "single_agency_concern",
    "no-agency": "no_agency_concern",
    "cross-boundary": "cross_boundary",
    "institutional": "institutional_setting",
}


@frozen(kw_only=True, repr=False)
class Weighing(Shown):
    """What has to be weighed on whether to hold a review; never the decision itself.

    Asking Python for its truth raises `TruthError`.

    Args:
        review: The review before which it is weighed, such as "a local review".
        claim: Who must consider what.
        on: The day of the law by which it was weighed.
        criteria: Whether it is a serious child safeguarding case.
        factors: What must be taken into account, by law.
        regard: What should be had regard to as well, by guidance.
        importance: Whether it raises issues of importance to the area, or issues that
            are complex or of national importance, as those who decide judge it.
        duties: The duties that are triggered, or may be: to consider a review, to
            notify the Panel, to conduct a rapid review.
        discretion: What the law and guidance leave to judgement.
        decision: What was decided, if it was.
        recorded: Whether the reasons are recorded and the family was told.
    """

    review: str
    claim: str
    on: date
    criteria: Finding
    factors: tuple[Finding, ...]
    regard: tuple[Finding, ...] = ()
    importance: Finding
    duties: tuple[Finding, ...]
    discretion: tuple[Provision, ...]
    decision: ReviewDecision | None = None
    recorded: tuple[Finding, ...] = ()

    @property
    def answer(self) -> Answer:
        """Whether the duty to consider a review is triggered."""
        return self.criteria.answer

    @property
    def present(self) -> tuple[Finding, ...]:
        """The factors and circumstances that are present."""
        return self._with(Answer.YES)

    @property
    def absent(self) -> tuple[Finding, ...]:
        """The factors and circumstances that are known to be absent."""
        return self._with(Answer.NO)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The factors and circumstances of which it is not known."""
        return self._with(Answer.UNKNOWN)

    @property
    def to_consider(self) -> tuple[Finding, ...]:
        """All factors and circumstances but those that are known to be absent."""
        return tuple(one for one in self._every if one.answer is not Answer.NO)

    @property
    def _every(self) -> tuple[Finding, ...]:
        return (*self.factors, *self.regard)

    def _with(self, answer: Answer) -> tuple[Finding, ...]:
        return tuple(one for one in self._every if one.answer is answer)

    @property
    def needed(self) -> tuple[str, ...]:
        """Every unknown fact that could still change something in it, each once."""
        every = (self.criteria, *self._every, self.importance, *self.duties)
        return tuple(dict.fromkeys(name for one in every for name in one.needed))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding in it."""
        return (
            self.criteria,
            *self._every,
            self.importance,
            *self.duties,
            *self.recorded,
        )

    def __bool__(self) -> bool:
        raise TruthError("a weighing is not true or false", remedy="look at its parts")

    @property
    def conclusion(self) -> str:
        """What follows, in a sentence or two; it never says that there is a review."""
        match self.answer:
            case Answer.YES:
                return f"{_capital(self.claim)}; whether there is one, they decide."
            case Answer.NO:
                may = (one.says for one in self.discretion if one.force is Force.MAY)
                return " ".join(("The criteria are not met.", *may))
        facts = listed(map(in_words, self.criteria.needed))
        return f"Whether the criteria are met is not known; still needed: {facts}."

    def to_records(self) -> list[dict[str, str]]:
        """Give every finding in it as a row."""
        return [row for one in self.findings for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(f"What is weighed before {self.review}")
        yield Paragraph(self.conclusion)
        yield _table("Factors that must be taken into account", self.factors)
        if self.regard:
            yield _table("Circumstances to have regard to as well", self.regard)
        yield _table(
            "The criteria, and what is judged", (self.criteria, self.importance)
        )
        yield _table("Duties triggered", self.duties)
        yield Table(
            caption="Left to judgement",
            columns=("what", "by", "evidence"),
            rows=tuple(
                (one.says, str(one.source), one.evidence.value)
                for one in self.discretion
            ),
        )
        yield Pairs(tuple(self._decided()))

    def _decided(self) -> Iterator[tuple[str, str]]:
        yield "decision recorded", str(self.decision or "none")
        if self.decision is not None:
            yield "reasons", self.decision.rationale or "not recorded"
            yield "family told", str(self.decision.family_told)

    def __str__(self) -> str:
        counts = (
            (self.present, "present"),
            (self.absent, "absent"),
            (self.open, "open"),
        )
        said = listed(f"{len(found)} {word}" for found, word in counts)
        return f"{self.claim}: {self.answer}; of the factors, {said}"

    def __repr__(self) -> str:
        return f"<Weighing on {self.on}: {self}>"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _table(caption: str, findings: Sequence[Finding]) -> Table:
    rows = tuple(
        (
            one.claim,
            str(one.answer),
            listed(map(str, one.basis)),
            one.evidence.value if one.evidence else "",
        )
        for one in findings
    )
    return Table(
        caption=caption, columns=("what", "answer", "by", "evidence"), rows=rows
    )


def weigh_local_review(
    case: Case,
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Weighing:
    """Weigh what the safeguarding partners have to consider before a local review.

    Meeting the criteria does not mean that there is a review, and not meeting them
    does not mean that there is none.

    Args:
        case: The case.
        local_authority: The authority that asks; unless given, that of the case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        UnknownNameError: If there is no such local authority.
        NotInForceError: If there were no local reviews in the law of that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16F(1); SI 2018/789, reg 11; Working Together.

    Example:
        >>> case = Case(reference="7", died=False, recurrent_themes=True)
        >>> [one.decided_by for one in weigh_local_review(case).present]
        [('recurrent_themes',)]
    """
    held = checked_case(case)
    book = book_for(held, on, law)
    return Weighing(
        review="a local review",
        claim=CONSIDER_LOCAL,
        on=book.on,
        criteria=SERIOUS_CASE.judged(held, book),
        factors=_factors(held, book, LOCAL),
        regard=tuple(_judged(held, one) for one in _regard(book)),
        importance=_judged(held, _importance(book)),
        duties=(
            _consider(held, book, CONSIDER_LOCAL, LOCAL, "ca-2004/s16f.1-a"),
            NOTIFIABLE_EVENT.judged(held, book, local_authority),
            _rapid_review(held, book),
        ),
        discretion=_rules(
            book,
            "local-review-without-criteria",
            "local-review-not-automatic",
            "ca-2004/s16f.1-b",
        ),
        decision=held.decision,
        recorded=tuple(_recorded(held, book)),
    )


def weigh_national_review(
    case: Case, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Weighing:
    """Weigh what the Panel has to consider before a national review.

    A change of law or guidance is a factor here and not for a local review; concern
    about joint working, and the Panel's own view, are factors there and not here.

    Args:
        case: The case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        NotInForceError: If there were no national reviews in the law of that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16B(1); SI 2018/789, reg 3.
    """
    held = checked_case(case)
    book = book_for(held, on, law)
    return Weighing(
        review="a national review",
        claim=CONSIDER_NATIONAL,
        on=book.on,
        criteria=SERIOUS_CASE.judged(held, book),
        factors=_factors(held, book, NATIONAL),
        importance=_judged(held, _national_importance(book)),
        duties=(
            _consider(held, book, CONSIDER_NATIONAL, NATIONAL, "ca-2004/s16b.1-a"),
        ),
        discretion=_rules(book, "ca-2004/s16b.1-b", "si-2018-789/include-whether"),
    )


def _consider(case: Case, book: StatuteBook, claim: str, *rules: str) -> Finding:
    """Judge whether a review has to be considered: where the case is a serious one."""
    serious = SERIOUS_CASE.judged(case, book)
    return evolve(serious, claim=claim, basis=basis(book, *rules), rests_on=(serious,))


def weighed(book: StatuteBook) -> tuple[Criterion, ...]:
    """Make a criterion of everything that is weighed before a review, each once."""
    return (
        *factors(book, LOCAL),
        *_regard(book),
        *factors(book, NATIONAL),
        _importance(book),
        _national_importance(book),
    )


def _regard(book: StatuteBook) -> tuple[Criterion, ...]:
    """Give what guidance adds; the law alone was there five days before it."""
    return factors(book, REGARD) if book.versions(REGARD) else ()


def _factors(case: Case, book: StatuteBook, rule: str) -> tuple[Finding, ...]:
    return tuple(_judged(case, one) for one in factors(book, rule))


@lru_cache(maxsize=256)
def factors(book: StatuteBook, rule: str) -> tuple[Criterion, ...]:
    """Make a criterion of each item that a rule lists, by the law of a book."""
    held = book[rule]
    return tuple(
        is_so(
            FACTS[item.id or ""],
            item.says.rstrip("."),
            basis=[_item_of(held, item)],
        )
        for item in held.items
    )


def _item_of(held: Provision, item: ListedItem) -> Citation:
    """Cite one item of a list: ``SI 2018/789, reg 11(a)``."""
    whole = held.citation
    if whole.pinpoint is None or item.at is None:
        return whole
    return evolve(whole, pinpoint=f"{whole.pinpoint}{item.at}")


def _judged(case: Case, one: Criterion) -> Finding:
    return one.judge(facts_of(one, case))


def _rules(book: StatuteBook, *names: str) -> tuple[Provision, ...]:
    return tuple(one for name in names for one in book.versions(name))


@lru_cache(maxsize=256)
def _importance(book: StatuteBook) -> Criterion:
    claim = "the partners judge that it raises issues of importance to the area"
    return so("issues_of_importance", claim, book, "ca-2004/s16f.1-a")


@lru_cache(maxsize=256)
def _national_importance(book: StatuteBook) -> Criterion:
    claim = "it raises issues that are complex or of national importance"
    return so("complex_or_national", claim, book, "ca-2004/s16b.1-a")


@lru_cache(maxsize=256)
def _rapid(book: StatuteBook) -> Criterion:
    rules = ("rapid-review-trigger", "rapid-review-required", "rapid-review-promptly")
    outside = so("outside", "it is outside the criteria", book, rules[1])
    return all_of(
        "a rapid review is to be conducted",
        so("notified", "the incident was notified to the Panel", book, *rules),
        is_not("it was not found to be outside the criteria", outside),
        basis=basis(book, *rules),
        on=book.on,
    )


def _rapid_review(case: Case, book: StatuteBook) -> Finding:
    """Judge whether a rapid review is to be conducted; without a notice it is open."""
    is_outside = SERIOUS_CASE.judged(case, book).answer is Answer.NO
    notified = True if "notified" in case.days else None
    return _rapid(book).judge({"notified": notified, "outside": is_outside})


def _recorded(case: Case, book: StatuteBook) -> Iterator[Finding]:
    """Judge what should be done with the decision, once there is one."""
    if case.decision is None:
        return
    told, rule = case.decision.family_told, "local-review-rationale"
    reasons = so("rationale", "the reasons are recorded", book, rule)
    yield reasons.judge({"rationale": case.decision.rationale is not None})
    yield so("family_told", "the family was told", book, rule).judge(
        {"family_told": told}
    )
