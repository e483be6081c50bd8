"""What to ask next about a case, in the order that settles the most."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from attrs import define, field, frozen

from masa.ground.blocks import Block, Heading, Table
from masa.ground.criteria import Criterion
from masa.ground.findings import in_words
from masa.ground.logic import Answer, WhyUnknown
from masa.ground.shown import Shown
from masa.model.cases import Case
from masa.model.statutes import StatuteBook
from masa.rules.child_deaths import (
    JOINT_AGENCY_RESPONSE,
    MAY_REVIEW_DEATH,
    MUST_REVIEW_DEATH,
)
from masa.rules.criteria import (
    CARE_LEAVER_DEATH,
    LOOKED_AFTER_DEATH,
    NOTIFIABLE_EVENT,
    SERIOUS_CASE,
)
from masa.rules.judging import book_for, checked_case, facts_of
from masa.rules.weighings import weighed

__all__ = ["OF_DEATHS", "Question", "Questions", "next_questions"]

TO_BE_TOLD = (SERIOUS_CASE, NOTIFIABLE_EVENT, LOOKED_AFTER_DEATH, CARE_LEAVER_DEATH)
OF_DEATHS = (JOINT_AGENCY_RESPONSE, MUST_REVIEW_DEATH, MAY_REVIEW_DEATH)
OTHERS = {
    "place": "Where did it happen: in this authority, in another in England, or "
    "outside England?",
    "normally_resident": "Where does the child normally live: in this authority, in "
    "another in England, or outside England?",
    "age": "How old was the person, in whole years?",
}
COLUMNS = ("question", "fact", "may settle", "bears on", "why not known")


@frozen(kw_only=True)
class Question(Shown):
    """A question about a case, and what its answer may settle.

    Args:
        fact: The name of the fact.
        asks: The question.
        settles: The claims that one of its answers would settle at once.
        bears_on: The claims that turn on it, those that it may settle included.
        group: Of which of the groups it is, the first being nought.
        score: How many claims it settles, counting for each the part of its answers
            that do.
        weight: How often it decides: of those claims, the part of the ways of filling
            in everything else in which it does. It orders questions of one score.
        why: Why the fact is not known, if that was said.
    """

    fact: str
    asks: str
    settles: tuple[str, ...]
    bears_on: tuple[str, ...]
    group: int
    score: Fraction
    weight: Fraction
    why: str = ""

    def _row(self) -> tuple[str, ...]:
        return (
            self.asks,
            in_words(self.fact),
            "; ".join(self.settles) or "nothing yet",
            str(len(self.bears_on)),
            self.why,
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        return [dict(zip(COLUMNS, self._row(), strict=True))]

    def __str__(self) -> str:
        return self.asks


@frozen(kw_only=True, repr=False)
class Questions(Shown):
    """What to ask next about a case; make it with `next_questions`.

    Args:
        case: The reference of the case.
        on: The day of the law.
        items: The questions, first the one that settles the most.
    """

    case: str
    on: date
    items: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Question:
        return self.items[place]

    def to_records(self) -> list[dict[str, str]]:
        """Give each question as a row of plain text."""
        return [row for one in self.items for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(one._row() for one in self.items)  # noqa: SLF001 (of this module)
        return Heading(str(self)), Table(caption="Ask", columns=COLUMNS, rows=rows)

    def __str__(self) -> str:
        return f"What to ask next in case {self.case}: {len(self)} questions"

    def __repr__(self) -> str:
        return f"<Questions of {self.case!r}: {len(self)} on {self.on}>"


def next_questions(
    case: Case,
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Questions:
    """Say what to ask next about a case, in the order that settles the most.

    First comes what decides whether somebody must be told, then what bears on the
    review of a death, then what is weighed before a practice review. Within each, a
    question counts for each claim that one of its answers would settle, in the part of
    its answers that do; among equals that comes first which decides more often, over
    all ways of filling in what is not known. What cannot be known comes last.

    Args:
        case: The case.
        local_authority: The authority that asks; unless given, that of the case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        UnknownNameError: If there is no such local authority.
        NotInForceError: If the criteria are not in force on that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Example:
        >>> case = Case(reference="7", abuse_or_neglect_suspected=True, died=False)
        >>> print(next_questions(case)[0])
        Was the child seriously harmed?
    """
    held = checked_case(case)
    book = book_for(held, on, law)
    tallies: dict[str, _Tally] = {}
    for group, asked, facts in _asked(held, book, local_authority):
        _tally(group, asked, facts, tallies)
    questions = (_question(held, name, one) for name, one in tallies.items())
    ordered = sorted(questions, key=_rank)
    return Questions(case=held.reference, on=book.on, items=tuple(ordered))


@define
class _Tally:
    """What is counted for one fact."""

    group: int
    score: Fraction = Fraction(0)
    weight: Fraction = Fraction(0)
    settles: list[str] = field(factory=list)
    bears_on: list[str] = field(factory=list)


def _asked(
    case: Case, book: StatuteBook, authority: str | None
) -> Iterator[tuple[int, Criterion, dict[str, object]]]:
    for group, tests in enumerate((TO_BE_TOLD, OF_DEATHS)):
        for test in tests:
            if book.versions(test.rule):
                yield group, *test.asked(case, book, authority)
    for one in weighed(book):
        yield 2, one, facts_of(one, case)


def _tally(
    group: int,
    asked: Criterion,
    facts: dict[str, object],
    tallies: dict[str, _Tally],
) -> None:
    """Count for each fact on which a criterion still turns what it would settle."""
    found = asked.judge(facts)
    swings = asked.swings(facts)
    ways = asked.ways.open(asked.known(facts)).bit_count()
    for name in found.needed:
        answers = [one.answer for one in found.changes if one.fact == name]
        settled = sum(one is not Answer.UNKNOWN for one in answers)
        tally = tallies.setdefault(name, _Tally(group))
        tally.score += Fraction(settled, len(answers))
        tally.weight += Fraction(swings[name] * len(answers), ways)
        tally.bears_on.append(found.claim)
        if settled:
            tally.settles.append(found.claim)


def _question(case: Case, name: str, tally: _Tally) -> Question:
    asks = OTHERS.get(name) or Case.questions[name]
    why = getattr(getattr(case, name), "why", None)
    return Question(
        fact=name,
        asks=asks,
        settles=tuple(dict.fromkeys(tally.settles)),
        bears_on=tuple(dict.fromkeys(tally.bears_on)),
        group=tally.group,
        score=tally.score,
        weight=tally.weight,
        why=why.value if why else "",
    )


def _rank(one: Question) -> tuple[bool, int, Fraction, Fraction]:
    is_hopeless = one.why == WhyUnknown.CANNOT_BE_KNOWN.value
    return is_hopeless, one.group, -one.score, -one.weight
