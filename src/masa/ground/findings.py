"""Findings: an answer with its claim, its basis, its day, and what it did not know."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from masa.ground.blocks import Block, Pairs, Table
from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.errors import FactError, KindError
from masa.ground.logic import Answer
from masa.ground.shown import Shown, plain
from masa.ground.spans import day, long_day
from masa.ground.text import echo, listed, prose

__all__ = ["Consequence", "Finding", "why"]

T = TypeVar("T")
RESTS_ON = "rests on"
CHANGES = "What each missing fact would change"
INSIDE = "\N{EN DASH} "


def _to_answer(value: object) -> Answer:
    return Answer.of(value)


@frozen
class Consequence(Shown):
    """What an answer becomes once one missing fact is known.

    Args:
        fact: The name of the fact.
        known_as: What it turns out to be, such as "yes".
        answer: What the answer is then; it may be unknown still.

    Raises:
        KindError: If the answer is not an answer.
        TextError: If a text breaks the text policy.
    """

    fact: str = field(converter=prose)
    known_as: str = field(converter=prose)
    answer: Answer = field(converter=_to_answer)

    def __str__(self) -> str:
        return f"if {in_words(self.fact)} is {self.known_as}: {self.answer}"


def _to_basis(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return _all(citations, Citation, "a citation")


def _to_findings(findings: Iterable["Finding"]) -> tuple["Finding", ...]:
    return _all(findings, Finding, "a finding")


def _to_consequences(changes: Iterable[Consequence]) -> tuple[Consequence, ...]:
    return _all(changes, Consequence, "a consequence")


def _to_facts(facts: Iterable[str]) -> tuple[str, ...]:
    """Check what facts are called, which may hold whole names of bodies."""
    return tuple(map(prose, _all(facts, str, "the name of a fact")))


def _to_day(value: object) -> date | None:
    return None if value is None else day(value)


def _all(items: Iterable[T], kind: type, what: str) -> tuple[T, ...]:
    """Check that they are several, and each of one kind."""
    if not isinstance(items, Iterable):
        raise KindError(f"{echo(items)} is not a list", remedy="put them in a tuple")
    held: tuple[T, ...] = tuple(items)
    for item in held:
        if isinstance(items, str) or not isinstance(item, kind):
            raise KindError(
                f"{echo(item)} is not {what} in a list", remedy="put them in a tuple"
            )
    return held


@frozen(kw_only=True)
class Finding(Shown):
    """What was found on one claim, why, by what authority, and what is missing.

    Asking Python for its truth raises `TruthError`; look at `answer`.

    Args:
        answer: Yes, no or unknown.
        claim: What the answer is about, in plain words.
        on: The day of the law by which it was judged, where that matters.
        basis: The law or document that the claim rests on.
        rests_on: The smaller findings that it was made of.
        decided_by: The known facts that already settle the answer, as few as
            will do; empty while the answer is unknown.
        needed: The unknown facts that could still change the answer, and no
            others; empty once it is yes or no.
        changes: For each fact that is needed, what the answer becomes with each
            thing that it may turn out to be.

    Raises:
        FactError: If facts are needed although the answer is settled.
        KindError: If the answer is not an answer.
        TextError: If the claim or a fact breaks the text policy.
    """

    answer: Answer = field(converter=_to_answer)
    claim: str = field(converter=prose)
    on: date | None = field(default=None, converter=_to_day)
    basis: tuple[Citation, ...] = field(default=(), converter=_to_basis)
    rests_on: tuple["Finding", ...] = field(default=(), converter=_to_findings)
    decided_by: tuple[str, ...] = field(default=(), converter=_to_facts)
    needed: tuple[str, ...] = field(default=(), converter=_to_facts)
    changes: tuple[Consequence, ...] = field(default=(), converter=_to_consequences)

    def __attrs_post_init__(self) -> None:
        if self.answer is not Answer.UNKNOWN and (self.needed or self.changes):
            raise FactError(
                f'a finding that is "{self.answer}" needs nothing more',
                remedy="leave out what is needed",
            )

    @property
    def evidence(self) -> Evidence | None:
        """The weakest evidence of the law used, here or in what it rests on.

        A smaller finding that had no part in settling the answer does not count.
        """
        smaller = (finding.evidence for finding in self.rests_on if self._used(finding))
        own = (citation.evidence for citation in self.basis)
        return weakest(*own, *(mark for mark in smaller if mark))

    def _used(self, smaller: "Finding") -> bool:
        return not self.decided_by or not set(self.decided_by).isdisjoint(
            smaller.decided_by
        )

    def __bool__(self) -> bool:
        return bool(self.answer)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "claim", self.claim
        yield "answer", self.answer
        if self.on is not None:
            yield "on", long_day(self.on)
        if self.basis:
            yield "basis", tuple(map(str, self.basis))
            yield "evidence", self.evidence
        if self.decided_by:
            yield "decided by", listed(map(in_words, self.decided_by))
        if self.needed:
            yield "still needed", listed(map(in_words, self.needed))
        if self.rests_on:
            yield RESTS_ON, "\n".join(map(": ".join, _rows(self.rests_on)))

    def _blocks(self) -> Sequence[Block]:
        own = ((label, value) for label, value in self._pairs() if label != RESTS_ON)
        pairs = Pairs(tuple((label, plain(value)) for label, value in own))
        return (pairs, *self._changed(), *self._made_of())

    def _changed(self) -> Iterator[Block]:
        by_fact: dict[str, list[str]] = {}
        for one in self.changes:
            said = f"{one.known_as}: {one.answer}"
            by_fact.setdefault(in_words(one.fact), []).append(said)
        rows = tuple((fact, "; ".join(said)) for fact, said in by_fact.items())
        if rows:
            columns = ("if this is known", "the answer is then")
            yield Table(caption=CHANGES, columns=columns, rows=rows)

    def _made_of(self) -> Iterator[Block]:
        rows = tuple((*row, by) for row, by in _tree(self.rests_on))
        if rows:
            columns = ("what it rests on", "answer", "by")
            yield Table(caption="Rests on", columns=columns, rows=rows)

    def to_json(self) -> dict[str, object]:
        """Give the whole tree as plain values, ready for JSON."""
        return {
            "claim": self.claim,
            "answer": self.answer.value,
            "on": self.on and self.on.isoformat(),
            "basis": list(map(str, self.basis)),
            "evidence": self.evidence and self.evidence.value,
            "decided_by": list(self.decided_by),
            "needed": list(self.needed),
            "changes": [
                {"fact": one.fact, "known_as": one.known_as, "answer": str(one.answer)}
                for one in self.changes
            ],
            "rests_on": [one.to_json() for one in self.rests_on],
        }

    def __str__(self) -> str:
        words = listed(map(in_words, self.needed))
        needs = f" (still needed: {words})" if self.needed else ""
        return f"{self.claim}: {self.answer}{needs}"


def why(finding: Finding) -> str:
    """Say in one line what a finding rests on."""
    return "; ".join(f"{part.claim}: {part.answer}" for part in finding.rests_on)


def in_words(fact: str) -> str:
    """Print the name of a fact as words: ``seriously harmed``."""
    return fact.replace("_", " ")


def _rows(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    return (row for row, _ in _tree(findings))


def _tree(
    findings: Iterable[Finding], depth: int = 0
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield claim, answer and basis of a tree; what a finding rests on comes after."""
    for finding in findings:
        claim = f"{INSIDE * depth}{finding.claim}"
        yield (claim, str(finding.answer)), listed(map(str, finding.basis))
        yield from _tree(finding.rests_on, depth + 1)
