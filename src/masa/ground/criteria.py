"""Criteria: claims that facts decide, judged exactly while facts are unknown.

A criterion is yes if every way of filling in the unknown facts says yes, no if every
way says no, otherwise unknown. For *n* facts of two choices that are 2ⁿ ways, and the
criterion is one whole number of as many bits, so exactness costs a few operations.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property, reduce
from math import prod
from operator import and_, or_
from typing import Any

from attrs import field, fields, frozen

from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.errors import FactError, KindError, RangeError, UnknownNameError
from masa.ground.findings import Consequence, Finding
from masa.ground.logic import Answer, Fact
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, identifier, listed, prose
from masa.ground.ways import OPEN, Known, Ways

__all__ = ["Criterion", "Join", "all_of", "any_of", "is_not", "is_one_of", "is_so"]

WAYS_MOST = 1 << 20
KEPT_MOST = 4_096
NO_OR_YES = ("no", "yes")
PLACES = {Answer.NO: 0, Answer.YES: 1, Answer.UNKNOWN: OPEN}


class Join(Enum):
    """How a criterion is made of its parts."""

    FACT = "fact"
    ALL = "all"
    ANY = "any"
    NOT = "not"

    __repr__ = Enum.__str__


@frozen(kw_only=True, repr=False)
class Criterion(Shown):
    """A claim that facts decide; made by `is_so`, `is_one_of`, `all_of` and the like.

    Args:
        claim: What is claimed, in plain words.
        join: How the parts make the whole.
        fact: The name of the one fact, if it is one.
        choices: What the one fact may be.
        among: Those of the choices of which the claim is true.
        parts: The smaller criteria, otherwise.
        basis: Where the law says so.
        on: The day of the law by which it judges.
    """

    claim: str = field(converter=prose)
    join: Join = field(converter=Join)
    fact: str = ""
    choices: tuple[str, ...] = NO_OR_YES
    among: tuple[str, ...] = NO_OR_YES[1:]
    parts: tuple["Criterion", ...] = ()
    basis: tuple[Citation, ...] = ()
    on: date | None = None
    _kept: dict[Known, Finding] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def domains(self) -> dict[str, tuple[str, ...]]:
        """The facts that it asks for, in order, each with what it may be.

        Raises:
            FactError: If two parts ask for one fact with different choices.
        """
        if self.join is Join.FACT:
            return {self.fact: self.choices}
        found: dict[str, tuple[str, ...]] = {}
        for part in self.parts:
            for name, choices in part.domains.items():
                if found.setdefault(name, choices) != choices:
                    raise FactError(
                        f"{name} is asked for with two sets of choices",
                        remedy="give it the same everywhere",
                    )
        return found

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts that it asks for, in order, each once."""
        return tuple(self.domains)

    @property
    def evidence(self) -> Evidence | None:
        """The weakest evidence of the texts that it and its parts rest on."""
        own = (citation.evidence for citation in self.basis)
        smaller = (part.evidence for part in self.parts)
        return weakest(*own, *(mark for mark in smaller if mark))

    @cached_property
    def ways(self) -> Ways:
        """Every way of filling in its facts.

        Raises:
            RangeError: If there are more than about a million.
        """
        if prod(map(len, self.domains.values())) > WAYS_MOST:
            raise RangeError(
                f"a criterion of {len(self.facts)} facts is too large",
                remedy=f"divide it into parts of at most {WAYS_MOST:,} ways",
            )
        return Ways.of(self.domains)

    @cached_property
    def table(self) -> int:
        """The bits of those ways of which the claim is true."""
        return _tabulated(self, self.ways)

    def judge(self, facts: Mapping[str, object] | None = None) -> Finding:
        """Judge it on what is known of the facts.

        Args:
            facts: By name, a `Fact`, an `Answer`, True, False or None, or one of the
                fact's choices; a fact that is left out is unknown.

        Raises:
            UnknownNameError: If it asks for no fact of such a name.
            KindError: If a value cannot stand for a fact.
            RangeError: If its facts can be filled in in more than a million ways.
        """
        return self._found(self.known({} if facts is None else facts))

    def swings(self, facts: Mapping[str, object] | None = None) -> dict[str, int]:
        """Count, for each needed fact, the ways of filling in others where it decides.

        Raises:
            UnknownNameError: If it asks for no fact of such a name.
            KindError: If a value cannot stand for a fact.
            RangeError: If its facts can be filled in in more than a million ways.
        """
        known = self.known({} if facts is None else facts)
        ways, among = self.ways, self.ways.open(known)
        return {
            self.facts[place]: ways.turned(self.table, among, place).bit_count()
            for place in ways.needed(self.table, known, among)
        }

    def known(self, facts: Mapping[str, object]) -> Known:
        """Give the place of the choice of each fact, where it is known.

        Raises:
            UnknownNameError: If it asks for no fact of such a name.
            KindError: If a value cannot stand for a fact.
        """
        domains = self.domains
        if not isinstance(facts, Mapping):
            raise KindError(
                f"{echo(facts)} names no facts", remedy="give the value of each by name"
            )
        for name in facts:
            if name not in domains:
                raise UnknownNameError(
                    f"{echo(name)} is no fact of this criterion",
                    remedy=did_you_mean(str(name), domains)
                    or f"it asks for {listed(domains)}",
                )
        return tuple(
            [
                _place(facts.get(name), choices) if name in facts else OPEN
                for name, choices in domains.items()
            ]
        )

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "claim", self.claim
        yield "facts", listed(self.facts)
        if self.on is not None:
            yield "on", long_day(self.on)
        if self.basis:
            yield "basis", tuple(map(str, self.basis))
        if self.evidence is not None:
            yield "evidence", self.evidence

    def __reduce__(self) -> tuple[object, tuple[dict[str, object]]]:
        """Pickle and copy it without the findings that it keeps."""
        own = (one.name for one in fields(type(self)) if one.init)
        return _remade, ({name: getattr(self, name) for name in own},)

    def __str__(self) -> str:
        return self.claim

    def __repr__(self) -> str:
        return f"<Criterion {self.claim!r}: {len(self.facts)} facts>"

    def _found(self, known: Known) -> Finding:
        found = self._kept.get(known)
        if found is None:
            if len(self._kept) >= KEPT_MOST:
                self._kept.clear()
            found = self._kept[known] = self._judged(known)
        return found

    def _judged(self, known: Known) -> Finding:
        ways, table, names = self.ways, self.table, self.facts
        among = ways.open(known)
        answer = ways.answer(table, among)
        needed: tuple[int, ...] = ()
        decided_by: tuple[int, ...] = ()
        if answer is Answer.UNKNOWN:
            needed = tuple(ways.needed(table, known, among))
        else:
            decided_by = ways.decided_by(table, known, among)
        return Finding(
            answer=answer,
            claim=self.claim,
            on=self.on,
            basis=self.basis,
            rests_on=tuple(self._smaller(known)),
            decided_by=tuple([names[place] for place in decided_by]),
            needed=tuple([names[place] for place in needed]),
            changes=tuple(self._changes(among, needed)),
        )

    @cached_property
    def _places(self) -> tuple[tuple[int, ...], ...]:
        """For each part, the places of its facts among those of the whole."""
        place = {name: number for number, name in enumerate(self.facts)}
        return tuple(tuple(place[name] for name in part.facts) for part in self.parts)

    def _smaller(self, known: Known) -> Iterator[Finding]:
        for part, places in zip(self.parts, self._places, strict=True):
            yield part._found(tuple([known[place] for place in places]))  # noqa: SLF001 (of this class)

    @cached_property
    def _consequences(self) -> tuple[tuple[dict[Answer, Consequence], ...], ...]:
        """For each choice of each fact, what may follow from it; made once."""
        return tuple(
            tuple(
                {answer: Consequence(name, choice, answer) for answer in Answer}
                for choice in choices
            )
            for name, choices in self.domains.items()
        )

    def _changes(self, among: int, needed: Iterable[int]) -> Iterator[Consequence]:
        for place in needed:
            answers = self.ways.answers(self.table, among, place)
            for made, answer in zip(self._consequences[place], answers, strict=True):
                yield made[answer]


def _remade(parts: dict[str, Any]) -> Criterion:
    return Criterion(**parts)


def is_so(fact: str, claim: str, *, basis: Iterable[Citation] = ()) -> Criterion:
    """Claim that one fact is so.

    Raises:
        TextError: If the name of the fact is not small letters and digits with ``_``.
    """
    return Criterion(claim=claim, join=Join.FACT, fact=_name(fact), basis=tuple(basis))


def is_one_of(
    fact: str,
    claim: str,
    *,
    choices: Iterable[str],
    among: Iterable[str],
    basis: Iterable[Citation] = (),
) -> Criterion:
    """Claim that one fact, which may be any of several things, is one of some of them.

    Raises:
        TextError: If the name of the fact is not small letters and digits with ``_``.
        FactError: If what it is claimed to be is not among its choices.
    """
    offered, claimed = tuple(choices), tuple(among)
    if not set(claimed) <= set(offered):
        raise FactError(
            f"{echo(fact)} cannot be {listed(map(echo, claimed), 'or')}",
            remedy=f"it is {listed(offered, 'or')}",
        )
    return Criterion(
        claim=claim,
        join=Join.FACT,
        fact=_name(fact),
        choices=offered,
        among=claimed,
        basis=tuple(basis),
    )


def is_not(claim: str, part: Criterion, *, basis: Iterable[Citation] = ()) -> Criterion:
    """Claim that something is not so."""
    return Criterion(claim=claim, join=Join.NOT, parts=(part,), basis=tuple(basis))


def all_of(
    claim: str,
    *parts: Criterion,
    basis: Iterable[Citation] = (),
    on: date | None = None,
) -> Criterion:
    """Claim that several things are all so."""
    return Criterion(claim=claim, join=Join.ALL, parts=parts, basis=tuple(basis), on=on)


def any_of(
    claim: str,
    *parts: Criterion,
    basis: Iterable[Citation] = (),
    on: date | None = None,
) -> Criterion:
    """Claim that at least one of several things is so."""
    return Criterion(claim=claim, join=Join.ANY, parts=parts, basis=tuple(basis), on=on)


def _name(fact: str) -> str:
    return identifier(fact.replace("_", "-")).replace("-", "_")


def _place(value: object, choices: tuple[str, ...]) -> int:
    """Give the place of what a fact is among its choices, or OPEN."""
    if choices is NO_OR_YES or choices == NO_OR_YES:
        return PLACES[value.answer if type(value) is Fact else Answer.of(value)]
    if value is None or Answer.UNKNOWN in {value, getattr(value, "answer", None)}:
        return OPEN
    word = value.value if isinstance(value, Enum) else value
    if word in choices:
        return choices.index(str(word))
    raise KindError(
        f"{echo(word)} is none of its choices", remedy=f"give {listed(choices, 'or')}"
    )


def _tabulated(criterion: Criterion, ways: Ways) -> int:
    """Give the bits of those of some ways of which a criterion is true."""
    if criterion.join is Join.FACT:
        columns = ways.columns[ways.names.index(criterion.fact)]
        chosen = map(criterion.choices.index, criterion.among)
        return reduce(or_, (columns[one] for one in chosen), 0)
    parts = (_tabulated(part, ways) for part in criterion.parts)
    match criterion.join:
        case Join.NOT:
            return ways.every ^ next(parts)
        case Join.ALL:
            return reduce(and_, parts, ways.every)
    return reduce(or_, parts, 0)
