"""How a checklist is laid out: what is open first, by force, then what is met."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from masa.ground.blocks import Block, Bullets, Heading, Pairs, Paragraph, Table
from masa.ground.law.provisions import Force
from masa.ground.text import listed
from masa.rules.outcomes import Outcome, OutcomeState

__all__ = ["blocks_of", "summary"]

FIRST, MOST = 9, 2
NOTHING_REQUIRED = "Nothing that is required is missing."
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
    yield from _first(outcomes)
    for caption, choose in SECTIONS:
        chosen = [one for one in outcomes if one.state.is_open and choose(one)]
        if chosen:
            yield Heading(caption)
            for alike in _alike(chosen):
                yield from _open(*alike)
    yield from _met([one for one in outcomes if one.state is OutcomeState.MET])
    yield from _not_applicable(outcomes)


def _first(outcomes: Sequence[Outcome]) -> Iterator[Block]:
    """Name what to look at first: the contrary, and then what is required."""
    musts = [one for one in outcomes if one.is_owed and one.force is Force.MUST]
    if not musts:
        yield Paragraph(NOTHING_REQUIRED)
    titles = dict.fromkeys(one.title for one in (*filter(_is_missed, outcomes), *musts))
    if titles:
        shown, more = list(titles)[:FIRST], len(titles) - FIRST
        yield Heading("To look at first")
        yield Bullets((*shown, *([f"and {more} more"] if more > 0 else [])))


def _is_missed(one: Outcome) -> bool:
    return one.is_missed and not one.is_departed_from


def _owed(force: Force) -> Choose:
    return lambda one: one.is_owed and one.force is force and not one.is_missed


SECTIONS: tuple[tuple[str, Choose], ...] = (
    ("The file shows the contrary", _is_missed),
    ("Required, and not shown in full", _owed(Force.MUST)),
    ("Asked for by guidance, not shown in full, no reason given", _owed(Force.SHOULD)),
    ("Departed from, with a reason on record", lambda one: one.is_departed_from),
    ("Advised, and not shown in full", _owed(Force.EXPECTED)),
    (
        "Told by law or guidance, asked of nobody, and not shown in full",
        lambda one: one.is_free and not one.is_missed,
    ),
)


def _alike(outcomes: Sequence[Outcome]) -> list[list[Outcome]]:
    """Put those together that are about one thing and stand alike."""
    found: dict[object, list[Outcome]] = {}
    for one in outcomes:
        key = (one.topic, one.state, one.to_be_met, one.shown_by)
        found.setdefault(key, []).append(one)
    return list(found.values())


def _open(one: Outcome, *others: Outcome) -> Iterator[Block]:
    """Lay out an outcome that is open: what is found, and what would make it met."""
    reason = str(one.departure.reason) if one.departure else ""
    free = one.force is not Force.MUST
    pairs = (
        ("asked", f"{one.asked} ({one.basis[0]}; {one.force.value})"),
        ("also asked as", listed(f"{it.id} ({it.force.value})" for it in others)),
        ("how sure the law is", one.how_sure),
        ("note", "\n".join(one.rule.notes)),
        ("why it cannot be told", one.why),
        ("reason for departing", reason if free else ""),
        ("reason given, though none helps", "" if free else reason),
        ("found", "\n".join(one.shown_by)),
        ("still needed", "\n".join(one.to_be_met)),
    )
    yield Heading(one.title, 3)
    yield Paragraph(one.said)
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
    more = [f"and {len(found) - MOST} more"] if len(found) > MOST else []
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
