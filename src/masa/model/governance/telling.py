"""A governance graph in words: the groups tier by tier, then every edge a sentence."""

from collections.abc import Iterable, Iterator, Sequence

from masa.ground.blocks import Block, Bullets, Heading, Outline, Paragraph
from masa.ground.logic import Answer
from masa.ground.shown import plain
from masa.ground.spans import long_day
from masa.ground.stated import Standing, Stated
from masa.model.governance.givens import as_given
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.sittings import BY_CHAIR
from masa.model.governance.views import Graph, names_in
from masa.model.groups import Group
from masa.model.relations import Verb

__all__ = ["blocks_of"]

Lines = Iterator[tuple[int, str]]
PREFACE = (
    "Who answers to whom, who sits where, who pays and who scrutinises, as far as it "
    "is stated. Brackets say where, and how firmly: what is not marked is said without "
    "reserve."
)
UNTOLD = float("inf")
_IN_TIERS = (NodeKind.GROUP, NodeKind.FUNCTION)
_MANY = {
    NodeKind.COLLECTIVE: "all together",
    NodeKind.DESCRIBED_SET: "described, not named",
}
_SEATS = {
    Verb.MEMBER_OF: "members",
    Verb.REPRESENTED_ON: "represented",
    Verb.INVITED_TO: "invited",
    Verb.TAKES_PART_IN: "taking part",
}


def blocks_of(graph: Graph) -> Sequence[Block]:
    """Lay a graph out for reading, so that nothing else has to be seen."""
    return (
        Heading(graph.title, 1),
        *_preface(graph),
        *_tiers(graph),
        *_others(graph),
        *_sentences(graph),
    )


def _preface(graph: Graph) -> Iterator[Block]:
    yield Paragraph(PREFACE)
    if graph.on is not None:
        day = long_day(graph.on)
        yield Paragraph(f"As on {day}: what surely was not there then is left out.")
    for is_met, said in ((True, "comes about"), (False, "does not come about")):
        given = [words for words, met in graph.given if met is is_met]
        if given:
            yield Paragraph(f"It is given that this {said}: {'; '.join(given)}.")


# -------------------------------------------------------------- tier by tier


def _tiers(graph: Graph) -> Iterator[Block]:
    bands: dict[tuple[bool, float, bool], list[GovernanceNode]] = {}
    for node in graph.nodes:
        if node.kind in _IN_TIERS:
            tier = UNTOLD if node.stated_tier is None else node.stated_tier
            place = node.is_outside, tier, node.proposed_tier is not None
            bands.setdefault(place, []).append(node)
    names, groups = names_in(graph), _groups(graph)
    for place in sorted(bands):
        yield Heading(_band(*place))
        yield Outline(
            tuple(
                line
                for node in bands[place]
                for line in _of_node(graph, node, names, groups)
            )
        )


def _band(is_outside: bool, tier: float, is_proposed: bool) -> str:  # noqa: FBT001 (a place in an order)
    proposed = " (proposed)" if is_proposed else ""
    if is_outside:
        said = "Groups outside the arrangement"
        return said if tier == UNTOLD else f"{said}, at tier {tier}{proposed}"
    if tier == UNTOLD:
        return "Groups and functions of no settled tier"
    return f"Tier {tier}{proposed}"


def _groups(graph: Graph) -> dict[str, list[tuple[Group, str]]]:
    """Give what is declared of each group, with what its silence is called."""
    found: dict[str, list[tuple[Group, str]]] = {}
    for roster in graph.ties.rosters:
        one = roster.arrangement
        for group in one.groups:
            found.setdefault(roster.key_of(group), []).append((group, one.silence))
    return found


def _of_node(
    graph: Graph,
    node: GovernanceNode,
    names: dict[str, str],
    groups: dict[str, list[tuple[Group, str]]],
) -> Lines:
    yield 0, _introduced(node, names)
    for group, silence in groups.get(node.key, ()):
        yield 1, f"chair: {_told(group.chair, graph) or silence}"
        yield 1, f"meets: {_told(group.meets, graph) or silence}"
    lines = (edge for edge in graph.ties.outgoing[node.key] if edge.verb.is_line)
    for said in dict.fromkeys(
        f"{node.does(edge.verb.value)} {names[edge.target]}{_noted(_firmness(edge))}"
        for edge in lines
    ):
        yield 1, said
    seats = [edge for edge in graph.ties.incoming[node.key] if edge.verb in _SEATS]
    yield from _of_seats(graph, seats, names)


def _of_seats(
    graph: Graph, seats: Iterable[GovernanceEdge], names: dict[str, str]
) -> Lines:
    """Tell who sits on a group, those of one kind together."""
    found: dict[tuple[Verb, NodeKind], dict[str, None]] = {}
    for edge in seats:
        kind = graph.ties.nodes[edge.source].kind
        is_by_chair = edge.says == BY_CHAIR and edge.verb is Verb.INVITED_TO
        through = [BY_CHAIR] * is_by_chair
        who = names[edge.source] + _noted([*through, *_firmness(edge)])
        found.setdefault((edge.verb, kind), {})[who] = None
    for verb, word in _SEATS.items():
        for kind in NodeKind:
            if (verb, kind) in found:
                yield 1, f"{word} ({_many(kind)}): {'; '.join(found[verb, kind])}"


def _told(fact: Stated[object], graph: Graph) -> str:
    """Say what is stated, as it stands on the day and under what is given."""
    on, given = graph.on, dict(graph.given)
    kept = [
        found
        for one in fact.statements
        if on is None or one.period.covers(on) is not Answer.NO
        for found in as_given(one, given)
    ]
    return " / ".join(map(str, kept))


# ------------------------------------------------------- everybody and the rest


def _others(graph: Graph) -> Iterator[Block]:
    names, found = names_in(graph), list[tuple[int, str]]()
    for kind in NodeKind:
        nodes = [node for node in graph.nodes if node.kind is kind]
        if nodes and kind not in _IN_TIERS:
            found.append((0, _many(kind)))
            found += [(1, _introduced(node, names)) for node in nodes]
    if found:
        yield Heading("Who and what else")
        yield Outline(tuple(found))


def _sentences(graph: Graph) -> Iterator[Block]:
    yield Heading("What is stated of them")
    names = names_in(graph)
    for verb in Verb:
        said = [_sentence(graph, e, names) for e in graph.edges if e.verb is verb]
        if said:
            yield Heading(f"{verb.value}: {verb.meaning}", 3)
            yield Bullets(tuple(dict.fromkeys(said)))
    if not graph.edges:
        yield Paragraph("Nothing is stated here of what one does to another.")


def _sentence(graph: Graph, edge: GovernanceEdge, names: dict[str, str]) -> str:
    who, whom = (graph.ties.nodes[key] for key in (edge.source, edge.target))
    does = who.does(edge.verb.value)
    said = f"{_called(who, names)} {does} {_called(whom, names)}"
    more = f": {edge.says}" if edge.says else ""
    told = " / ".join(map(plain, edge.independence.values))
    independent = [f"independent of it: {told}"] if told else []
    place = [edge.place] if edge.place else []
    return f"{said}{more}{_noted([*place, *_firmness(edge), *independent])}."


def _called(node: GovernanceNode, names: dict[str, str]) -> str:
    """Call a node as a sentence does, and as no other node is called."""
    name = names[node.key]
    return str(node) if name == node.called else name


# ----------------------------------------------------------------- in few words


def _introduced(node: GovernanceNode, names: dict[str, str]) -> str:
    notes = [
        node.kind.value if node.kind in _IN_TIERS else "",
        node.category,
        str(node.at or ""),
        "" if node.standing is Standing.IN_FORCE else node.standing.value,
    ]
    return names[node.key] + _noted(filter(None, notes))


def _firmness(edge: GovernanceEdge) -> list[str]:
    standing = "" if edge.standing is Standing.IN_FORCE else edge.standing.value
    return [*filter(None, (standing, edge.condition))]


def _noted(notes: Iterable[str]) -> str:
    said = "; ".join(notes)
    return f" ({said})" if said else ""


def _many(kind: NodeKind) -> str:
    word = kind.value
    ending = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return _MANY.get(kind, ending)
