"""How a checklist is laid out: what is open first, by force, then what is met."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from masa.ground.blocks import Block, Bullets, Heading, Pairs, Paragraph, Table
from masa.ground.law.provisions import Force
from masa.ground.text import listed
from masa.rules.outcomes import Outcome, OutcomeState

__all__ = ["blocks_of", "summary"]

MOST = 2
Choose = Callable[[Outcome], bool]


def summary(outcomes: Sequence[Outcome]) -> Table:
    """Count the outcomes by force and state, and the departures with a reason."""
    held = {force: [one for one in outcomes if one.force is force] for force in Force}
    return Table(
        caption="In short",
        columns=("force", *OutcomeState, "departed from with a reason"),
        rows=tuple(_counted(force, ones) for force, ones in held.items() if ones),
        numbers=frozenset(range(1, len(OutcomeState) + 2)),
    )


def _counted(force: Force, held: Sequence[Outcome]) -> tuple[str, ...]:
    counts = Counter(one.state for one in held)
    departed = sum(one.is_departed_from for one in held)
    return (force.value, *(str(counts[one]) for one in OutcomeState), str(departed))


def blocks_of(outcomes: Sequence[Outcome]) -> Iterator[Block]:
    """Lay outcomes out: each that is open, then those that are met or do not apply."""
    for caption, choose in SECTIONS:
        chosen = [one for one in outcomes if one.state.is_open and choose(one)]
        if chosen:
            yield Heading(caption)
            for one in chosen:
                yield from _open(one)
    yield from _met([one for one in outcomes if one.state is OutcomeState.MET])
    yield from _not_applicable(outcomes)


def _owed(force: Force) -> Choose:
    return lambda one: one.is_owed and one.force is force


SECTIONS: tuple[tuple[str, Choose], ...] = (
    ("Required by law, and not shown in full", _owed(Force.MUST)),
    ("Asked for by guidance, not shown in full, no reason given", _owed(Force.SHOULD)),
    ("Departed from, with a reason on record", lambda one: one.is_departed_from),
    ("Advised, and not shown in full", _owed(Force.EXPECTED)),
    ("Allowed or stated, and not borne out", lambda one: one.is_free),
)


def _open(one: Outcome) -> Iterator[Block]:
    """Lay out an outcome that is open: what is found, and what would make it met."""
    yield Heading(one.title, 3)
    yield Paragraph(one.said)
    pairs = (
        ("asked", f"{one.rule.says} ({one.basis[0]}; {one.force.value})"),
        ("how sure the law is", one.how_sure),
        ("why it cannot be told", one.why),
        ("reason for departing", str(one.departure.reason) if one.departure else ""),
        ("found", "\n".join(one.shown_by)),
        ("still needed", "\n".join(one.to_be_met)),
    )
    yield Pairs(tuple((label, value) for label, value in pairs if value))


def _met(outcomes: Sequence[Outcome]) -> Iterator[Block]:
    if outcomes:
        yield Heading("Met")
        yield Table(
            caption="What the file shows",
            columns=("item", "topic", "force", "shown by"),
            rows=tuple(
                (one.id, one.topic, one.force.value, _shown_by(one)) for one in outcomes
            ),
        )


def _shown_by(one: Outcome) -> str:
    """Tell what shows it, judgements first, and how many things more do."""
    judged = (str(each) for each in one.evidence if each.judged is not None)
    found = tuple(dict.fromkeys((*judged, *one.shown_by)))
    more = [f"and {len(found) - MOST} things more"] if len(found) > MOST else []
    sure = [f"the law: {one.how_sure}"] if one.how_sure else []
    return "\n".join((*found[:MOST], *more, *sure))


def _not_applicable(outcomes: Sequence[Outcome]) -> Iterator[Block]:
    by_reason: dict[str, list[str]] = {}
    for one in outcomes:
        if one.state is OutcomeState.NOT_APPLICABLE:
            by_reason.setdefault(one.why, []).append(one.id)
    if by_reason:
        yield Heading("Does not apply")
        yield Bullets(tuple(f"{listed(ids)}: {why}" for why, ids in by_reason.items()))
