"""Remarks on groups and decisions: what is not stated, or contradicts itself."""

from collections.abc import Callable, Iterable, Iterator

from attrs import evolve

from masa.ground.dates import When
from masa.ground.logic import Answer
from masa.ground.sources import Source
from masa.ground.stated import Absence, Stated, Statement
from masa.ground.text import listed
from masa.model.arrangement import Thing
from masa.model.chairing import Chairing
from masa.model.commitments import Commitment, EscalationStage, Policy
from masa.model.groups import Group
from masa.model.lifetimes import has_not_ended, successors
from masa.model.relations import Verb
from masa.rules.gaps import conflict_of
from masa.rules.identities import once
from masa.rules.plain_names import label_of, name_of
from masa.rules.remarks import Noticed
from masa.rules.telling_words import speaks_of
from masa.rules.whereabouts import Whereabouts, marked_name

__all__ = [
    "chair_contradicts_itself",
    "decision_claimed_twice",
    "escalates_to_ended_body",
    "frequency_contradicts_itself",
    "group_without_chair",
    "group_without_frequency",
    "group_without_line",
    "no_dispute_procedure",
]


def decision_claimed_twice(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a decision that several bodies are said to take."""
    by_topic: dict[str, tuple[str, list[Statement[str]]]] = {}
    for one in known.arrangement.commitments:
        if one.decided_by.statements:
            key = one.topic.casefold()
            _, said = by_topic.setdefault(key, (one.topic, []))
            said.extend(one.decided_by.statements)
    for topic, said in by_topic.values():
        if len(said) > 1 and _excludes_itself(_by_one_name(known, s) for s in said):
            yield Noticed(
                f'As to "{topic}", more than one is said to decide: {Stated(said)}.',
                once(one.value for one in said if isinstance(one.value, str)),
                once(one.at for one in said),
            )


def _by_one_name(known: Whereabouts, one: Statement[str]) -> Statement[str]:
    if isinstance(one.value, Absence):
        return one
    return evolve(one, value=str(known.who(one.value)))


def _excludes_itself(said: Iterable[Statement[object]]) -> bool:
    return conflict_of(Stated(said)) is Answer.YES


def chair_contradicts_itself(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a group whose chair is stated in ways that exclude one another."""
    for group in known.groups:
        said = group.chair.statements
        if len(said) > 1 and _excludes_itself(_by_one_chair(known, s) for s in said):
            yield _contradiction(known, group, "Who chairs {}", group.chair)


def _by_one_chair(known: Whereabouts, one: Statement[Chairing]) -> Statement[Chairing]:
    """Name everybody by one name, so that other names contradict nothing."""
    if isinstance(one.value, Absence):
        return one
    who = one.value.who and known.called(one.value.who)
    among = tuple(map(known.called, one.value.among))
    return evolve(one, value=evolve(one.value, who=who, among=among))


def frequency_contradicts_itself(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a group whose frequency is stated in ways that exclude one another."""
    for group in known.groups:
        said = group.meets.statements
        if len(said) > 1 and _excludes_itself(said):
            yield _contradiction(known, group, "How often {} meets", group.meets)


def _contradiction(
    known: Whereabouts, group: Group, what: str, stated: Stated[object]
) -> Noticed:
    label = label_of(known.arrangement, group)
    said = what.format(marked_name(label, group.standing))
    return Noticed(
        f"{said} is stated in ways that exclude one another: {stated}.",
        (label,),
        once(one.at for one in stated.statements),
    )


def group_without_chair(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a group of which neither the chair nor who chooses it is stated."""
    chaired = {id(target) for _, _, target in known.related(Verb.CHAIRS)}
    return _silent(
        known,
        ("chair", "Who chairs"),
        lambda group: (
            group.chair.is_stated
            or group.chair_chosen.is_stated
            or id(group) in chaired
        ),
    )


def group_without_frequency(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a group of which it is not stated how often it meets."""
    return _silent(
        known,
        ("frequency", "How often it meets"),
        lambda group: group.meets.is_stated,
    )


def group_without_line(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a group below the top that is not stated to answer to anybody."""
    top = set(map(id, known.top))
    return _silent(
        known,
        ("line", "To whom it answers"),
        lambda group: id(group) in top or bool(known.lines.get(id(group))),
    )


def _silent(
    known: Whereabouts, what: tuple[str, str], is_told: Callable[[Group], bool]
) -> Iterator[Noticed]:
    """Notice the groups of which something is not told, nor of their pattern."""
    kind, asked = what
    found = [
        group
        for group in known.meeting
        if not known.needs_no(kind, group)
        and not any(map(is_told, known.with_pattern(group)))
    ]
    if found:
        labels = [label_of(known.arrangement, group) for group in found]
        marked = map(marked_name, labels, (group.standing for group in found))
        yield Noticed(
            f"{asked} is {known.silence}: {'; '.join(marked)}.",
            tuple(labels),
            once(group.at for group in found),
        )


def escalates_to_ended_body(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a risk or dispute that is passed on to a body that has ended."""
    for relation, _, target in known.related(Verb.ESCALATES_TO):
        source = marked_name(relation.source, relation.standing)
        begin = f"{source} escalates to {relation.target}"
        names = relation.source, relation.target
        yield from _ended(known, begin, names, target, relation.at)
    for stage in known.arrangement.escalation:
        if stage.who in known.arrangement:
            begin = f"A disagreement goes to {marked_name(stage.who, stage.standing)}"
            target = known.thing(stage.who)
            yield from _ended(known, begin, (stage.who,), target, stage.at)


def _ended(
    known: Whereabouts,
    begin: str,
    names: tuple[str, ...],
    thing: Thing,
    at: Source | None,
) -> Iterator[Noticed]:
    stated = known.ended(thing)
    answer = _has_ended(stated, known)
    if answer is not Answer.NO:
        has = "has" if answer is Answer.YES else "may have"
        name, called = names[-1], name_of(thing)
        which = "which" if called == name else f"a name of {called}, which"
        after = listed(successors(known.arrangement, name))
        yield Noticed(
            f"{begin}, {which} {has} ended, {stated}"
            f"{f'; after it came {after}' if after else ''}.",
            names,
            once((at, *(one.at for one in stated.statements))),
        )


def _has_ended(stated: Stated[object], known: Whereabouts) -> Answer:
    """Say whether something has ended: what ended on no printed day surely has."""
    values = [one.value for one in stated.settled]
    if values and all(isinstance(one, When) and not one.is_dated for one in values):
        return Answer.YES
    return ~has_not_ended(stated, known.on)  # type: ignore[arg-type] # of dates


def no_dispute_procedure(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a document with no stage, policy or task on resolving disputes."""
    arrangement = known.arrangement
    found: list[EscalationStage | Policy | Commitment] = [*arrangement.escalation]
    found += [one for one in arrangement.policies if _is_on_disputes(one)]
    found += [o for o in arrangement.commitments if speaks_of("disputes", [o.topic])]
    if not found:
        yield Noticed(f"How disputes are resolved is {known.silence}.")
    elif not any(one.standing.is_settled for one in found):
        names = [marked_name(name_of(one), one.standing) for one in found]
        yield Noticed(
            f"How disputes are resolved is not settled yet: {'; '.join(names)}.",
            once(map(name_of, found)),
            once(one.at for one in found),
        )


def _is_on_disputes(policy: Policy) -> bool:
    texts = (policy.name, *Stated(policy.also).values, *policy.does.values)
    return speaks_of("disputes", texts)
