"""What an arrangement states, what it does not, and what it says in several ways."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Pairs, Paragraph, Table
from masa.ground.errors import KindError
from masa.ground.logic import Answer
from masa.ground.shapes import Many, Value, parts, to_choice
from masa.ground.shown import Shown
from masa.ground.stated import Absence, Standing, Stated, Statement
from masa.ground.text import echo, listed
from masa.model.arrangement import Arrangement
from masa.model.documents import Placed
from masa.model.doubts import Doubt, SameAs
from masa.model.outside_facts import OutsideFact
from masa.rules.gaps import (
    LookedAt,
    conflict_of,
    facts_in_words,
    lists_in_words,
    unfilled,
)
from masa.rules.plain_names import field_in_words, label_of

__all__ = ["FactState", "Survey", "SurveyedFact", "survey"]


class FactState(Enum):
    """How a fact stands in the text of an arrangement that is held."""

    STATED = "stated"
    STATED_AS_NONE = "stated as none"
    NOT_SETTLED = "not settled yet"
    CONTRADICTORY = "stated in ways that exclude one another"
    PERHAPS = "stated in ways that may mean the same"
    UNTOLD = "spoken of and not told"
    NOT_STATED = "not stated"
    NOT_HELD = "not in the text held"

    __repr__ = Enum.__str__

    @property
    def is_silent(self) -> bool:
        """Whether the text is silent, or what it says is not held."""
        return self in {FactState.NOT_STATED, FactState.NOT_HELD}


@frozen(kw_only=True)
class SurveyedFact(Shown):
    """One fact of an arrangement, and how it stands in the text that is held.

    Args:
        name: Of whom.
        fact: Which fact, in plain words.
        state: How it stands.
        said: Everything that is stated of it, with places.
        standing: How firmly it is said, each standing once.
    """

    name: str
    fact: str
    state: FactState
    said: str | None = None
    standing: tuple[Standing, ...] = ()

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "name", self.name
        yield "fact", self.fact
        yield "state", self.state
        yield "said", self.said or ""
        yield "standing", self.standing

    def __str__(self) -> str:
        said = f": {self.said}" if self.said else ""
        return f"{self.name}, {self.fact} ({self.state.value}){said}"


@frozen(kw_only=True, repr=False)
class Survey(Shown):
    """Every fact of an arrangement, and how it stands; then what is in doubt.

    Args:
        title: The title of the arrangement.
        is_truncated: Whether the text of a source breaks off.
        facts: The facts.
        doubts: What is unclear, or said in two ways.
        same_as: Whether two names mean the same.
        outside_facts: What other sources say.
    """

    title: str
    is_truncated: Answer
    facts: tuple[SurveyedFact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    same_as: tuple[SameAs, ...] = ()
    outside_facts: tuple[OutsideFact, ...] = ()

    @property
    def counts(self) -> Mapping[FactState, int]:
        """How many facts stand in each way; every way is a key."""
        counted = Counter(fact.state for fact in self.facts)
        return MappingProxyType({state: counted[state] for state in FactState})

    @property
    def standings(self) -> Mapping[Standing, int]:
        """How many facts are said with each standing; every standing is a key."""
        counted = Counter(standing for fact in self.facts for standing in fact.standing)
        return MappingProxyType({one: counted[one] for one in Standing})

    def of(self, name: str) -> tuple[SurveyedFact, ...]:
        """Give the facts of one thing by its name; where two share one, with its id.

        Such as ``survey.of("Forum (forum-east)")``.
        """
        return tuple(fact for fact in self.facts if fact.name == name)

    def in_state(self, *states: FactState | str) -> tuple[SurveyedFact, ...]:
        """Give the facts that stand in one of some ways.

        Raises:
            KindError: If one of them is no such way.
        """
        wanted = {to_choice(FactState, state) for state in states}
        return tuple(fact for fact in self.facts if fact.state in wanted)

    def __iter__(self) -> Iterator[SurveyedFact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each fact."""
        return [row for fact in self.facts for row in fact.to_records()]

    def _blocks(self) -> Sequence[Block]:
        counts = {state.value: many for state, many in self.counts.items() if many}
        held = {"the text that is held": _TEXT[self.is_truncated]}
        return (
            Heading(f"What is known: {self.title}", 1),
            Pairs(tuple((key, str(value)) for key, value in (held | counts).items())),
            *self._by_standing(),
            *self._not_simply_stated(),
            *_listed("What is in doubt", self.doubts),
            *_listed("What may be the same", self.same_as),
            *_listed("What other sources say", self.outside_facts),
        )

    def _by_standing(self) -> Iterator[Block]:
        rows = tuple((one.value, str(many)) for one, many in self.standings.items())
        yield Table(
            caption="Facts by standing; one that is said twice may have two",
            columns=("standing", "facts"),
            rows=tuple(row for row in rows if row[1] != "0"),
            numbers=frozenset({1}),
        )

    def _not_simply_stated(self) -> Iterator[Block]:
        rows = tuple(
            (fact.name, fact.fact, fact.state.value, fact.said or "")
            for fact in self.facts
            if fact.state is not FactState.STATED
        )
        yield Heading("What is not simply stated")
        if rows:
            columns = ("of whom", "fact", "how it stands", "what is said")
            yield Table(caption="Facts, whole by whole", columns=columns, rows=rows)
        else:
            yield Paragraph("Every fact that was looked for is stated.")

    def __str__(self) -> str:
        said = (f"{many} {state.value}" for state, many in self.counts.items() if many)
        return f"{self.title}: {listed(said)}"

    def __repr__(self) -> str:
        return f"<Survey of {self.title!r}: {len(self)} facts>"


_TEXT = {
    Answer.YES: "breaks off: what is missing may stand in the part that is not held",
    Answer.NO: "complete",
    Answer.UNKNOWN: "whether it is complete is not said",
}


def _listed(heading: str, items: Iterable[object]) -> Iterator[Block]:
    said = tuple(map(str, items))
    if said:
        yield Heading(heading)
        yield Bullets(said)


def survey(arrangement: Arrangement) -> Survey:
    """Say of every fact of an arrangement how it stands in the text that is held.

    Every fact that is stated is listed, and of the arrangement, its partners, its own
    groups and the yearly reports that were published also those that a reader would
    look for in vain. Where the text of a
    source breaks off, these are "not in the text held", and never simply missing.

    Raises:
        KindError: If it is no arrangement.

    Example:
        >>> import masa
        >>> found = survey(masa.examples.load("barnet"))
        >>> for fact in found.in_state("stated in ways that exclude one another"):
        ...     print(fact.name, "-", fact.fact)
        Learning and Review Group - frequency
        deciding on a local review - who decides
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(
            f"{echo(arrangement)} is not an arrangement", remedy="use `masa.load`"
        )
    return Survey(
        title=arrangement.title,
        is_truncated=arrangement.is_truncated,
        facts=tuple(_in_order(arrangement)),
        doubts=arrangement.doubts,
        same_as=arrangement.same_as,
        outside_facts=arrangement.outside_facts,
    )


def _in_order(arrangement: Arrangement) -> Iterator[SurveyedFact]:
    """Yield the facts thing by thing: stated first, then what is looked for in vain."""
    found: dict[str, list[SurveyedFact]] = {arrangement.title: []}
    for name, fact, stated in facts_in_words(arrangement):
        found.setdefault(name, []).append(_stated(name, fact, stated))
    for name, fact, listed_ones in lists_in_words(arrangement):
        found.setdefault(name, []).append(_list(name, fact, listed_ones))
    silent = _SILENT[arrangement.is_truncated]
    for thing in _looked_at(arrangement):
        name = label_of(arrangement, thing)
        own = found.setdefault(name, [])
        own += _nouns(thing, name)
        own += [
            SurveyedFact(name=name, fact=field_in_words(field), state=silent)
            for field in unfilled(arrangement, thing)
        ]
    for facts in found.values():
        yield from facts


_SILENT = {
    Answer.YES: FactState.NOT_HELD,
    Answer.NO: FactState.NOT_STATED,
    Answer.UNKNOWN: FactState.NOT_STATED,
}


def _looked_at(arrangement: Arrangement) -> Iterator[LookedAt]:
    yield arrangement
    yield from arrangement.partners
    yield from arrangement.own_groups
    yield from arrangement.reports


def _nouns(thing: LookedAt, name: str) -> Iterator[SurveyedFact]:
    """Yield what is looked for and holds things, such as the members of a group."""
    for field, part in parts(type(thing)).items():
        held = getattr(thing, field)
        is_of_things = isinstance(part.shape, Many) and isinstance(part.shape.of, Value)
        if part.expected and is_of_things and held:
            standings = tuple(dict.fromkeys(one.standing for one in held))
            settled = any(standing.is_settled for standing in standings)
            yield SurveyedFact(
                name=name,
                fact=field_in_words(field),
                state=FactState.STATED if settled else FactState.NOT_SETTLED,
                said="; ".join(map(_with_place, held)),
                standing=standings,
            )


def _with_place(one: Placed) -> str:
    """Print one of a list with its place and standing, as a statement prints them."""
    return str(Statement(value=str(one), at=one.at, standing=one.standing))


def _stated(name: str, fact: str, stated: Stated[object]) -> SurveyedFact:
    return SurveyedFact(
        name=name,
        fact=fact,
        state=_state(stated),
        said=str(stated),
        standing=tuple(dict.fromkeys(one.standing for one in stated.statements)),
    )


def _list(name: str, fact: str, items: tuple[Statement[object], ...]) -> SurveyedFact:
    """Survey a list of statements, which add to one another and contradict nothing."""
    return SurveyedFact(
        name=name,
        fact=fact,
        state=_state_of_list(Stated(items)),
        said="; ".join(map(str, items)),
        standing=tuple(dict.fromkeys(one.standing for one in items)),
    )


def _state(stated: Stated[object]) -> FactState:
    conflict = conflict_of(stated)
    if conflict is not Answer.NO:
        surely = conflict is Answer.YES
        return FactState.CONTRADICTORY if surely else FactState.PERHAPS
    return _state_of_list(stated)


def _state_of_list(stated: Stated[object]) -> FactState:
    if not stated.is_stated:
        return FactState.UNTOLD
    if not stated.settled:
        return FactState.NOT_SETTLED
    none = all(one.value is Absence.NONE for one in stated.settled)
    return FactState.STATED_AS_NONE if none else FactState.STATED
