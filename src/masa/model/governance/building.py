"""Making the governance graph of an arrangement, or of all in an atlas."""

from collections import Counter
from datetime import date

from attrs import evolve

from masa.ground.errors import KindError
from masa.ground.spans import day
from masa.ground.stated import Standing, Stated
from masa.ground.text import echo
from masa.model.arrangement import COLLECTIVES, Arrangement
from masa.model.atlas import Atlas
from masa.model.governance.gathering import edges_of
from masa.model.governance.givens import Given, as_given, check_known, to_given
from masa.model.governance.graph import Governance
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.roster import Roster, at_tier, firmer, named_things, names_of
from masa.model.governance.ties import Ties

__all__ = ["governance"]

GRAPHS_MOST = 8


def governance(
    of: Arrangement | Atlas, *, on: date | str | None = None, given: Given | None = None
) -> Governance:
    """Make the governance graph of an arrangement, or of all in an atlas.

    In the graph of an atlas, what several arrangements declare with one id is one
    node; everything else has the id of its arrangement before its name as its key.
    Whose name several carry is printed with that id after it, such as "Board [north]";
    it can be asked for so, or by its key, "north: Board".

    Asked for again, of the same arrangement or atlas, the same graph is given, with all
    that it has answered; the last few are kept.

    Args:
        of: The arrangement, or the atlas.
        on: The day, as a date or ISO text: what surely was not there on it is left
            out. By default, everything of the document.
        given: Which conditions are met, with yes or no, each in the words of the
            file. The words of a standing, such as "proposed", stand for everything
            that is said so firmly.

    Raises:
        KindError: If it is neither, what is given is no yes or no, or what several
            arrangements declare with one id is not of one kind.
        UnknownNameError: If nothing holds on a condition that is given.
        DateError: If there is no such day.

    Example:
        >>> import masa
        >>> barnet = masa.examples.load("barnet")
        >>> print(masa.governance(barnet).routes("Cafcass")[0])
        Cafcass is one of the relevant agencies (Appendix 1), which are members of \
(s.7) and take part in Learning and Review Group (s.9; where relevant), which is \
invited to (by its chair; s.7; to specific meetings), reports to and has its chair \
chosen by Leadership Forum (s.7)
    """
    if not isinstance(of, Arrangement | Atlas):
        raise KindError(
            f"{echo(of)} is no arrangement", remedy="give an arrangement or an atlas"
        )
    asked = None if on is None else day(on)
    state = to_given({} if given is None else given)
    held, key = of._graphs, (asked, *state.items())  # noqa: SLF001 (kept as long as it is)
    found = held.get(key)
    if not isinstance(found, Governance):
        found = _made(of, asked, state)
        if len(held) >= GRAPHS_MOST:
            held.clear()
        held[key] = found
    return found


def _made(of: Arrangement | Atlas, asked: date | None, state: Given) -> Governance:
    if isinstance(of, Atlas):
        several, (shared, alike) = of.arrangements, _in_common(of)
    else:
        several, shared, alike = (of,), None, frozenset[str]()
    nodes: dict[str, GovernanceNode] = {}
    edges: list[GovernanceEdge] = []
    tiers: dict[str, list[Stated[int]]] = {}
    is_less = bool(state)
    rosters: list[Roster] = []
    for one in several:
        roster = Roster(one, on=asked, shared=shared, given=state, alike=alike)
        rosters.append(roster)
        edges += edges_of(roster)
        own = roster.nodes
        both = [key for key in own if key in nodes]
        joined = {key: _joined(nodes[key], own[key], state) for key in both}
        nodes |= own | joined
        for key, tier in roster.tiers.items():
            tiers.setdefault(key, []).append(tier)
        is_less = is_less or bool(roster.gone)
    if shared is not None:
        for key, several_tiers in tiers.items():
            nodes[key] = at_tier(nodes[key], several_tiers)
        nodes = _as_far_as_needed(nodes, alike)
    if state:
        check_known(state, edges, several)
    if is_less:
        nodes, edges = _under(state, nodes, edges)
    graph = Governance(
        title=str(of),
        nodes=tuple(nodes.values()),
        edges=tuple(edges),
        arrangements=several,
        on=asked,
        given=tuple(state.items()),
    )
    if asked is None and not state:  # or else the rosters leave something out
        ties = Ties(several, nodes, graph.edges, tuple(rosters))
        object.__setattr__(graph, "ties", ties)  # where it would keep its own
    return graph


def _in_common(atlas: Atlas) -> tuple[frozenset[str], frozenset[str]]:
    """Give the ids that several arrangements use for what becomes a node.

    With them come the names that several nodes carry; what is shared is one of them.
    """
    several = len(atlas.arrangements) > 1
    ids: Counter[str] = Counter()
    names: Counter[str] = Counter(dict.fromkeys(COLLECTIVES, 2 * several))
    called: list[tuple[str, str | None]] = []
    for one in atlas:
        things = [thing for thing, _, _ in named_things(one)]
        own = [(thing.name, thing.id) for thing in things]
        told = {name for name, _ in own}
        also = {(n, one.id) for one in things if one.also for n in names_of(one.also)}
        called += [*own, *(known for known in also if known[0] not in told)]
        ids.update([key for _, key in own if key is not None])
        ids.update([area.id for area in one.area if area.id is not None])
        names.update({*one.name.values, *names_of(one.also), one.title})
    shared = frozenset(key for key, count in ids.items() if count > 1)
    names.update([name for name, key in called if key not in shared])
    names.update([name for name, _ in {one for one in called if one[1] in shared}])
    return shared, frozenset(name for name, count in names.items() if count > 1)


def _as_far_as_needed(
    nodes: dict[str, GovernanceNode], alike: frozenset[str]
) -> dict[str, GovernanceNode]:
    """Tell whoever is only described apart from others that are there, if any are."""
    described = [one for one in nodes.values() if one.apart and not one.is_declared]
    if described:
        many = Counter(node.name for node in nodes.values())
        for one in described:
            if many[one.name] == 1 and one.name not in alike:
                nodes[one.key] = evolve(one, apart="")
    return nodes


def _joined(
    first: GovernanceNode, then: GovernanceNode, given: Given
) -> GovernanceNode:
    """Make one node of what two arrangements tell of it, with all its names."""
    kind = first.kind
    if then.kind is not kind:
        if not {kind, then.kind} <= set(_BODIES):
            raise KindError(
                f"the id {echo(first.key)} is of two kinds: {kind.value} in "
                f"{echo(first.arrangement)}, {then.kind.value} in "
                f"{echo(then.arrangement)}",
                remedy="give one of them another id",
            )
        kind = min(kind, then.kind, key=_BODIES.index)
    names = dict.fromkeys((*first.also, then.name, *then.also))
    names.pop(first.name, None)
    comes = [one for one in (first, then) if given.get(one.standing.value) is not False]
    return evolve(
        first,
        kind=kind,
        also=tuple(names),
        standing=firmer(first, then, given).standing,
        is_outside=all(one.is_outside for one in comes),
    )


_BODIES = (NodeKind.BODY, NodeKind.AGENCY, NodeKind.OUTSIDE_BODY)


def _under(
    given: Given, nodes: dict[str, GovernanceNode], edges: list[GovernanceEdge]
) -> tuple[dict[str, GovernanceNode], list[GovernanceEdge]]:
    """Give the graph under what is given, of those who are there."""
    there = {
        key: found for key, node in nodes.items() for found in _given_node(node, given)
    }
    between = (e for e in edges if e.source in there and e.target in there)
    return there, [found for edge in between for found in as_given(edge, given)]


def _given_node(node: GovernanceNode, given: Given) -> list[GovernanceNode]:
    """Give a node as it stands under what is given; nothing if it does not come."""
    is_met = given.get(node.standing.value)
    if is_met is None:
        return [node]
    return [evolve(node, standing=Standing.IN_FORCE)] if is_met else []
