"""Findings: an answer with its claim, its basis, and what it did not know.

A `Criterion` is a claim built of facts. It is judged exactly: yes if every way
of filling in the unknown facts says yes, no if every way says no, otherwise
unknown. A criterion over *n* facts is one integer of 2ⁿ bits, a bit for each way
of filling them in, so exactness costs a few operations on whole numbers.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property, reduce
from operator import and_, or_
from typing import TypeVar

from attrs import field, frozen

from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.errors import FactError, KindError, RangeError, UnknownNameError
from masa.ground.logic import Answer, Fact
from masa.ground.shown import Shown
from masa.ground.text import did_you_mean, echo, identifier, listed, prose
from masa.ground.text import name as checked_name

__all__ = ["Criterion", "Finding", "Join", "all_of", "any_of", "is_not", "is_so"]

FACTS_MOST = 20
T = TypeVar("T")


def _to_answer(value: object) -> Answer:
    return Answer.of(value)


def _to_basis(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return _all(citations, Citation, "a citation")


def _to_findings(findings: Iterable["Finding"]) -> tuple["Finding", ...]:
    return _all(findings, Finding, "a finding")


def _to_names(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(checked_name, _all(facts, str, "the name of a fact")))


def _all(items: Iterable[T], kind: type, what: str) -> tuple[T, ...]:
    """Check that they are several, and each of one kind."""
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
        basis: The law or document that the claim rests on.
        rests_on: The smaller findings that it was made of.
        decided_by: The known facts that already settle the answer, as few as
            will do; empty while the answer is unknown.
        needed: The unknown facts that could still change the answer, and no
            others; empty once it is yes or no.

    Raises:
        FactError: If facts are needed although the answer is settled.
        KindError: If the answer is not an answer.
        TextError: If the claim breaks the text policy.
    """

    answer: Answer = field(converter=_to_answer)
    claim: str = field(converter=prose)
    basis: tuple[Citation, ...] = field(default=(), converter=_to_basis)
    rests_on: tuple["Finding", ...] = field(default=(), converter=_to_findings)
    decided_by: tuple[str, ...] = field(default=(), converter=_to_names)
    needed: tuple[str, ...] = field(default=(), converter=_to_names)

    def __attrs_post_init__(self) -> None:
        if self.needed and self.answer is not Answer.UNKNOWN:
            raise FactError(
                f'a finding that is "{self.answer}" needs nothing more',
                remedy="leave out what is needed",
            )

    @property
    def evidence(self) -> Evidence | None:
        """The weakest evidence of the law used, here or in what it rests on."""
        smaller = (finding.evidence for finding in self.rests_on)
        own = (citation.evidence for citation in self.basis)
        return weakest(*own, *(mark for mark in smaller if mark))

    def __bool__(self) -> bool:
        return bool(self.answer)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "claim", self.claim
        yield "answer", self.answer
        if self.basis:
            yield "basis", tuple(map(str, self.basis))
            yield "evidence", self.evidence
        if self.decided_by:
            yield "decided by", listed(self.decided_by)
        if self.needed:
            yield "still needed", listed(self.needed)
        if self.rests_on:
            yield "rests on", "\n".join(map(str, self.rests_on))

    def __str__(self) -> str:
        needs = f" (still needed: {listed(self.needed)})" if self.needed else ""
        return f"{self.claim}: {self.answer}{needs}"


class Join(Enum):
    """How a criterion is made of its parts."""

    FACT = "fact"
    ALL = "all"
    ANY = "any"
    NOT = "not"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class Criterion:
    """A claim that facts decide; made by `is_so`, `is_not`, `all_of` and `any_of`.

    Args:
        claim: What is claimed, in plain words.
        join: How the parts make the whole.
        fact: The name of the one fact, if it is one.
        parts: The smaller criteria, otherwise.
        basis: Where the law says so.
    """

    claim: str = field(converter=prose)
    join: Join
    fact: str = ""
    parts: tuple["Criterion", ...] = ()
    basis: tuple[Citation, ...] = ()

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts that it asks for, in order, each once."""
        if self.join is Join.FACT:
            return (self.fact,)
        return tuple(dict.fromkeys(name for part in self.parts for name in part.facts))

    @cached_property
    def _columns(self) -> dict[str, int]:
        """For each fact, the bits of those ways of filling in that make it yes."""
        ways = 1 << len(self.facts)
        return {
            name: _repeated(((1 << (1 << place)) - 1) << (1 << place), place + 1, ways)
            for place, name in enumerate(self.facts)
        }

    @cached_property
    def _tables(self) -> dict["Criterion", int]:
        """For each criterion in it, the bits of those ways that make it yes."""
        tables: dict[Criterion, int] = {}
        _tabulate(self, self._columns, (1 << (1 << len(self.facts))) - 1, tables)
        return tables

    def judge(self, facts: Mapping[str, object] | None = None) -> Finding:
        """Judge it on what is known of the facts.

        Args:
            facts: By name, a `Fact`, an `Answer`, True, False or None; a fact
                that is left out is unknown.

        Raises:
            UnknownNameError: If it asks for no fact of such a name.
            KindError: If a value cannot stand for a fact.
            RangeError: If the criterion asks for more than 20 facts.
        """
        given = dict(facts or {})
        self._check(given)
        known = {
            name: fact.answer is Answer.YES
            for name, fact in ((name, Fact.of(value)) for name, value in given.items())
            if fact.answer is not Answer.UNKNOWN
        }
        return _found(self, _Ways(self, known))

    def _check(self, given: Iterable[str]) -> None:
        if len(self.facts) > FACTS_MOST:
            raise RangeError(
                f"a criterion of {len(self.facts)} facts is too large",
                remedy=f"divide it into parts of at most {FACTS_MOST}",
            )
        for name in given:
            if name not in self.facts:
                raise UnknownNameError(
                    f"{echo(name)} is no fact of this criterion",
                    remedy=did_you_mean(name, self.facts)
                    or f"it asks for {listed(self.facts)}",
                )


def is_so(fact: str, claim: str, *, basis: Iterable[Citation] = ()) -> Criterion:
    """Claim that one fact is so."""
    name = identifier(fact.replace("_", "-")).replace("-", "_")
    return Criterion(claim=claim, join=Join.FACT, fact=name, basis=tuple(basis))


def is_not(claim: str, part: Criterion, *, basis: Iterable[Citation] = ()) -> Criterion:
    """Claim that something is not so."""
    return Criterion(claim=claim, join=Join.NOT, parts=(part,), basis=tuple(basis))


def all_of(claim: str, *parts: Criterion, basis: Iterable[Citation] = ()) -> Criterion:
    """Claim that several things are all so."""
    return Criterion(claim=claim, join=Join.ALL, parts=parts, basis=tuple(basis))


def any_of(claim: str, *parts: Criterion, basis: Iterable[Citation] = ()) -> Criterion:
    """Claim that at least one of several things is so."""
    return Criterion(claim=claim, join=Join.ANY, parts=parts, basis=tuple(basis))


def _repeated(pattern: int, doubled: int, ways: int) -> int:
    """Repeat a pattern of 2**doubled bits until it is `ways` bits long."""
    for place in range(doubled, ways.bit_length() - 1):
        pattern |= pattern << (1 << place)
    return pattern


def _tabulate(
    criterion: Criterion,
    columns: Mapping[str, int],
    every: int,
    tables: dict[Criterion, int],
) -> int:
    parts = [_tabulate(part, columns, every, tables) for part in criterion.parts]
    if criterion.join is Join.FACT:
        parts = [columns[criterion.fact]]
    tables[criterion] = _joined(criterion.join, parts, every)
    return tables[criterion]


def _joined(join: Join, parts: list[int], every: int) -> int:
    match join:
        case Join.NOT:
            return every ^ parts[0]
        case Join.ALL:
            return reduce(and_, parts, every)
    return reduce(or_, parts, 0)


class _Ways:
    """The ways of filling in the facts that agree with what is known."""

    def __init__(self, whole: Criterion, known: Mapping[str, bool]) -> None:
        self.tables = whole._tables  # noqa: SLF001 (of this module)
        self.columns = whole._columns  # noqa: SLF001 (of this module)
        self.places = {name: 1 << place for place, name in enumerate(whole.facts)}
        self.known = known
        self.open = (1 << (1 << len(whole.facts))) - 1
        for name, value in known.items():
            column = self.columns[name]
            self.open &= column if value else ~column

    def answer(self, table: int, ways: int) -> Answer:
        yes = table & ways
        if not yes:
            return Answer.NO
        return Answer.YES if yes == ways else Answer.UNKNOWN

    def needed(self, table: int) -> Iterator[str]:
        """Yield the unknown facts of which a change would change the answer."""
        for name, step in self.places.items():
            low = self.open & ~self.columns[name]
            if name not in self.known and (table ^ (table >> step)) & low:
                yield name

    def decided_by(self, table: int) -> Iterator[str]:
        """Yield as few known facts as settle the answer, dropping the later first."""
        ways = self.open
        kept = []
        for name in reversed([name for name in self.places if name in self.known]):
            step = self.places[name]
            wider = ways | (ways >> step if self.known[name] else ways << step)
            if self.answer(table, wider) is Answer.UNKNOWN:
                kept.append(name)
            else:
                ways = wider
        return reversed(kept)


def _found(criterion: Criterion, ways: _Ways) -> Finding:
    table = ways.tables[criterion]
    answer = ways.answer(table, ways.open)
    settled = answer is not Answer.UNKNOWN
    return Finding(
        answer=answer,
        claim=criterion.claim,
        basis=criterion.basis,
        rests_on=tuple(_found(part, ways) for part in criterion.parts),
        decided_by=tuple(ways.decided_by(table)) if settled else (),
        needed=() if settled else tuple(ways.needed(table)),
    )
