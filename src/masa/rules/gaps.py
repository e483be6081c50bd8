"""What an arrangement does not state, and what contradicts itself, with places."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from masa.ground.logic import Answer
from masa.ground.shapes import Path, parts
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.stated import Absence, Standing, Stated, Statement
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.documents import Placed
from masa.model.groups import Group
from masa.model.partners import SafeguardingPartner
from masa.model.relations import DOWNWARDS, UPWARDS, Relation
from masa.model.yearly_reports import PublishedReport
from masa.rules.plain_names import field_in_words, label_of, name_of, owner_of

__all__ = [
    "Contradiction",
    "Gap",
    "LookedAt",
    "Proposal",
    "Unknown",
    "conflict_of",
    "contradictions",
    "facts_in_words",
    "gaps",
    "lines_of",
    "lists_in_words",
    "proposals",
    "statements_in_words",
    "unfilled",
    "unknowns",
]

LookedAt = Arrangement | SafeguardingPartner | Group | PublishedReport


@frozen(kw_only=True)
class Gap(Shown):
    """Something that a reader would look for in vain.

    Args:
        what: What is not stated: "chair", "day of publication".
        names: Of whom, where there are others of whom it might be.
        among: Who they are among, such as "13 groups".
        truncated: Whether the text of the source breaks off, so that what is missing
            may stand in the part that is not held.
    """

    what: str
    names: tuple[str, ...] = ()
    among: str = ""
    truncated: bool = False

    def __str__(self) -> str:
        verb = "stands in the text held" if self.truncated else "is stated"
        if not self.names:
            return f"No {self.what} {verb}."
        return (
            f"No {self.what} {verb} for {len(self.names)} of the {self.among}: "
            f"{listed(self.names)}."
        )


@frozen(kw_only=True)
class Unknown(Shown):
    """Something that the document speaks of and yet does not tell.

    Args:
        name: Of whom.
        what: Which fact.
        why: Why it cannot be told.
        at: Where it is spoken of.
    """

    name: str
    what: str
    why: str
    at: Source | None = None

    def __str__(self) -> str:
        place = f" ({self.at})" if self.at else ""
        return f"{self.name.removesuffix('.')}, {self.what}: {self.why}{place}."


@frozen(kw_only=True)
class Contradiction(Shown):
    """One fact of which the document states several things that exclude one another.

    Args:
        name: Of whom.
        what: Which fact.
        stated: Everything that is stated, with places.
        answer: Yes if they surely exclude one another, unknown if they may not.
    """

    name: str
    what: str
    stated: Stated[object]
    answer: Answer

    def __str__(self) -> str:
        doubt = "" if self.answer is Answer.YES else " (perhaps the same)"
        return f"{self.name}, {self.what}: {self.stated}{doubt}"


@frozen(kw_only=True)
class Proposal(Shown):
    """Something that does not hold yet.

    Args:
        what: What it is.
        standing: How firmly it is said.
        condition: On what condition it would hold.
        at: Where it is printed.
    """

    what: str
    standing: Standing
    condition: str | None = None
    at: Source | None = None

    def __str__(self) -> str:
        notes = [self.standing.value]
        notes += [self.condition] if self.condition else []
        notes += [str(self.at)] if self.at else []
        return f"{self.what} ({'; '.join(notes)})"


def gaps(arrangement: Arrangement) -> tuple[Gap, ...]:
    """Find what a reader would look for in vain.

    Groups that stand outside the arrangement are left out: it need not describe
    them. So is the line upwards of a group at the top tier.

    Returns:
        What is not stated of the arrangement, its partners, groups and yearly reports.
    """
    own = arrangement.own_groups
    found = (
        *(
            Gap(what=field_in_words(field))
            for field in unfilled(arrangement, arrangement)
        ),
        *_of_several(arrangement, "partner", arrangement.partners),
        *_of_several(arrangement, "group", own),
        *_of_several(arrangement, "yearly report", arrangement.reports),
    )
    if arrangement.is_truncated is not Answer.YES:
        return found
    return tuple(evolve(gap, truncated=True) for gap in found)


def _of_several(
    arrangement: Arrangement, what: str, things: Sequence[LookedAt]
) -> Iterator[Gap]:
    missing: dict[str, list[str]] = {}
    for thing in things:
        for field in unfilled(arrangement, thing):
            missing.setdefault(field, []).append(label_of(arrangement, thing))
    count = f"{len(things)} {what}{'' if len(things) == 1 else 's'}"
    for field, names in missing.items():
        yield Gap(what=field_in_words(field), names=tuple(names), among=count)


def unfilled(arrangement: Arrangement, thing: LookedAt) -> Iterator[str]:
    """Name the fields that a reader looks for, of which nothing is said."""
    for field, part in parts(type(thing)).items():
        held = getattr(thing, field)
        said = held.statements if isinstance(held, Stated) else held
        if part.expected and not said and not _has_a_line(arrangement, thing, field):
            yield field


def _has_a_line(arrangement: Arrangement, thing: object, field: str) -> bool:
    """Say whether a group is at the top, or a relation is its line upwards."""
    if field != "reports_to" or not isinstance(thing, Group):
        return False
    return 1 in thing.tier.values or any(lines_of(arrangement, thing))


def lines_of(arrangement: Arrangement, group: Group) -> Iterator[Relation]:
    """Yield the relations by which a group answers to somebody, or is overseen."""
    for relation in arrangement.relations:
        by_it = relation.verb in UPWARDS and arrangement[relation.source] is group
        over_it = relation.verb in DOWNWARDS and arrangement[relation.target] is group
        if by_it or over_it:
            yield relation


def unknowns(arrangement: Arrangement) -> tuple[Unknown, ...]:
    """Find what the document speaks of and yet does not tell."""
    return tuple(
        Unknown(
            name=name,
            what=what,
            why=statement.words or "the document does not tell",
            at=statement.at,
        )
        for name, what, statement in statements_in_words(arrangement)
        if statement.value is Absence.UNKNOWN
    )


def proposals(arrangement: Arrangement) -> tuple[Proposal, ...]:
    """Find what does not hold yet: proposed, conditional, still to be agreed.

    What only shares the standing of the whole arrangement, or of the thing that
    it is a fact of, is left out: there it is said once.
    """
    things = [
        _proposed(thing)
        for thing in arrangement.things()
        if not (thing.standing.is_settled or thing.standing is arrangement.standing)
    ]
    said = {(proposal.what, proposal.standing) for proposal in things}
    facts = (
        Proposal(
            what=f"{name}, {what}: {plain(statement.value)}",
            standing=statement.standing,
            condition=statement.condition,
            at=statement.at,
        )
        for name, what, stated in facts_in_words(arrangement)
        for statement in stated.open
        if statement.has_value and (name, statement.standing) not in said
        if statement.condition or statement.standing is not arrangement.standing
    )
    return (*things, *facts)


def _proposed(thing: Placed) -> Proposal:
    return Proposal(
        what=name_of(thing) or str(thing),
        standing=thing.standing,
        condition=getattr(thing, "condition", None),
        at=thing.at,
    )


def contradictions(arrangement: Arrangement) -> tuple[Contradiction, ...]:
    """Find the facts of which the document says several things at once.

    A proposal contradicts nothing that is settled; but two that have one standing may
    contradict one another.

    Returns:
        Those that surely exclude one another, and those that may.
    """
    return tuple(
        Contradiction(name=name, what=what, stated=stated, answer=conflict_of(stated))
        for name, what, stated in facts_in_words(arrangement)
        if conflict_of(stated) is not Answer.NO
    )


def conflict_of(stated: Stated[object]) -> Answer:
    """Say whether statements exclude one another: settled ones, or of one standing."""
    by_standing: dict[Standing, list[Statement[object]]] = {}
    for one in stated.open:
        if one.has_value and one.condition is None:
            held = evolve(one, standing=Standing.IN_FORCE)
            by_standing.setdefault(one.standing, []).append(held)
    open_ones = (Stated(held).conflict for held in by_standing.values())
    return Answer.any_of((stated.conflict, *open_ones))


def facts_in_words(
    arrangement: Arrangement,
) -> Iterator[tuple[str, str, Stated[object]]]:
    """Yield every fact that the document states, with whose it is and its name.

    Neither what only other sources say, nor what a person judged, is among them.
    """
    for path, stated in arrangement.facts():
        if _is_of_the_document(path):
            yield owner_of(arrangement, path), _field(path), stated


def statements_in_words(
    arrangement: Arrangement,
) -> Iterator[tuple[str, str, Statement[object]]]:
    """Yield every statement of the document, those of lists too, likewise."""
    for path, statement in arrangement.statements():
        if _is_of_the_document(path):
            yield owner_of(arrangement, path), _field(path), statement


def lists_in_words(
    arrangement: Arrangement,
) -> Iterator[tuple[str, str, tuple[Statement[object], ...]]]:
    """Yield every list of statements of the document, but for other names, likewise."""
    facts = {path for path, _ in arrangement.facts()}
    lists: dict[Path, list[Statement[object]]] = {}
    for path, statement in arrangement.statements():
        if path not in facts and path[-1] != "also" and _is_of_the_document(path):
            lists.setdefault(path, []).append(statement)
    for path, held in lists.items():
        yield owner_of(arrangement, path), _field(path), tuple(held)


def _field(path: Path) -> str:
    return field_in_words([step for step in path if isinstance(step, str)][-1])


def _is_of_the_document(path: Path) -> bool:
    """Say whether the document says it: neither other sources, nor a judging person."""
    return path[0] != "outside_facts" and path[-1] != "judgement"
