"""Measure what the questions to a governance graph cost, beside networkx by hand."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

import networkx as nx

import masa
from measuring import Figure, best

__all__ = ["figures"]

SEATS = {"is a member of", "is invited to"}
GROUPS = 300
AREAS = 150
LINES = {verb.value for verb in masa.Verb if verb.is_line}
UP = {verb.value for verb in masa.Verb if verb.carries_routes}
DOWN = {v.value for v in masa.Verb if v.direction is masa.Direction.DOWN}


def figures() -> Iterator[Figure]:
    """Give every figure of governance graphs."""
    for what, arrangement in (
        ("barnet", masa.examples.load("barnet")),
        (f"{GROUPS} groups", _many()),
    ):
        yield from _questions(what, masa.governance(arrangement))
    yield from _nation()


def _nation() -> Iterator[Figure]:
    """Measure the graph of a whole country, with the garbage collector at work."""
    areas = [_many(20, f"area {number}") for number in range(AREAS)]
    atlas, one = masa.Atlas(areas), masa.governance(areas[0])
    plain = [nx.DiGraph(masa.governance(area).to_networkx()) for area in areas]
    names = {"masa": masa, "nx": nx, "atlas": atlas, "areas": areas, "plain": plain}
    checked = "for one in areas: masa.check_structure(one, on='2026-01-01')"
    central = "for one in plain: nx.betweenness_centrality(one)"
    nation = f"{AREAS} areas of {len(one.nodes)} nodes"
    for what, job, aim in (
        (f"{nation}: building", "masa.governance(atlas)", "150 ms"),
        (f"{nation}: check_structure of all", checked, "1,000 ms"),
        (f"{nation}: betweenness of each by networkx", central, "600 ms"),
        (f"drawing {len(one.nodes)} nodes", "graph.to_svg()", "50 ms"),
    ):
        spent = best({what: job}, {**names, "graph": one}, number=1)[what]
        yield Figure(what, f"{spent * 1e3:.0f} ms", aim)


def _questions(what: str, graph: masa.Governance) -> Iterator[Figure]:
    group = graph.top[0]
    plain = graph.to_networkx()
    groups = [one.key for one in graph.nodes if one.kind is masa.NodeKind.GROUP]
    names = {
        "masa": masa,
        "graph": graph,
        "plain": plain,
        "group": group,
        **_BY_HAND,
        "second": groups[1],
        "last": groups[-1],
        "whole": graph.arrangements[0],
        "lines": _along(plain, LINES),
        "up": _along(plain, UP),
        "nodes": list(plain.nodes(data=True)),
        "edges": list(plain.edges(data=True)),
    }
    for question, asked, by_hand in (
        ("seats by body", "graph.seats(group).by_body", "seats(plain, group)"),
        ("meetings of every group", "graph.meetings().own", "meetings(plain)"),
        ("shared members", "graph.overlaps()", "overlaps(plain)"),
        ("who is in most places", "graph.concentration()", "places(plain)"),
        ("tiers", "graph.tiers()", "tiers(plain)"),
        ("routes", "graph.routes(last)", "routes(plain, last, group)"),
        ("who answers to the top", "graph.reporting_to(group)", "below(lines, group)"),
        ("single points", "graph.single_points()", "points(up, group)"),
        (
            "without the second group",
            "graph.without(second)",
            "lost(up, second, group)",
        ),
        ("building", "masa.governance(whole)", "built(nodes, edges)"),
    ):
        spent = best({"masa": asked, "networkx": by_hand}, names, number=1)
        ours, theirs = spent["masa"], spent["networkx"]
        figure = f"{ours * 1e3:.2f} ms, {ours / theirs:.1f} of networkx by hand"
        yield Figure(f"{what}: {question}", figure, "1.2 of networkx by hand")


def _seats(plain: "nx.MultiDiGraph[str]", group: str) -> Counter[str]:
    """Count the seats on a group by the body of each holder."""
    found: Counter[str] = Counter()
    for holder, _, edge in plain.in_edges(group, data=True):
        if edge["kind"] == "is a member of":
            bodies = [
                body
                for _, body, of in plain.out_edges(holder, data=True)
                if of["kind"] == "is part of"
            ]
            found[bodies[0] if bodies else holder] += 1
    return found


def _meetings(plain: "nx.MultiDiGraph[str]") -> dict[str, set[str]]:
    """List who attends what; how often they meet stands in no graph of networkx."""
    found: dict[str, set[str]] = defaultdict(set)
    for holder, group, edge in plain.edges(data=True):
        if edge["kind"] in SEATS:
            bodies = [
                body
                for _, body, of in plain.out_edges(holder, data=True)
                if of["kind"] == "is part of"
            ]
            found[bodies[0] if bodies else holder].add(group)
    return found


def _overlaps(plain: "nx.MultiDiGraph[str]") -> list[tuple[tuple[str, ...], int]]:
    """Count the members that each pair of groups shares."""
    sits: dict[str, set[str]] = defaultdict(set)
    for holder, group, edge in plain.edges(data=True):
        if edge["kind"] == "is a member of":
            sits[holder].add(group)
            for _, body, of in plain.out_edges(holder, data=True):
                if of["kind"] == "is part of":
                    sits[body].add(group)
    pairs: Counter[tuple[str, ...]] = Counter()
    for groups in sits.values():
        pairs.update(combinations(sorted(groups), 2))
    return pairs.most_common()


def _places(plain: "nx.MultiDiGraph[str]") -> list[tuple[str, int]]:
    """Count the edges from each node."""
    return Counter(source for source, _ in plain.edges()).most_common()


def _tiers(plain: "nx.MultiDiGraph[str]") -> dict[int | None, list[str]]:
    """Sort the groups by tier."""
    found: dict[int | None, list[str]] = defaultdict(list)
    for key, node in plain.nodes(data=True):
        if node["kind"] in {"group", "function"}:
            found[node.get("tier")].append(key)
    return found


def _along(plain: "nx.MultiDiGraph[str]", kinds: set[str]) -> "nx.DiGraph[str]":
    """Make the plain graph of who is next above whom."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(plain)
    for source, target, edge in plain.edges(data=True):
        if edge["kind"] in kinds:
            ends = (target, source) if edge["kind"] in DOWN else (source, target)
            graph.add_edge(*ends)
    return graph


def _routes(plain: "nx.MultiDiGraph[str]", start: str, goal: str) -> list[list[str]]:
    """Find the shortest routes first."""
    up = _along(plain, UP)
    if not nx.has_path(up, start, goal):
        return []
    return list(islice(nx.shortest_simple_paths(up, start, goal), 20))


def _below(lines: "nx.DiGraph[str]", goal: str) -> set[str]:
    return nx.ancestors(lines, goal)


def _lost(up: "nx.DiGraph[str]", gone: str, goal: str) -> set[str]:
    """Find who reaches the goal no more if one node goes."""
    left = nx.restricted_view(up, [gone], [])
    return nx.ancestors(up, goal) - nx.ancestors(left, goal) - {gone}


def _points(up: "nx.DiGraph[str]", goal: str) -> dict[str, set[str]]:
    """Find what is lost with each node."""
    idom = nx.immediate_dominators(up.reverse(copy=False), goal)
    under: dict[str, set[str]] = defaultdict(set)
    for key, above in idom.items():
        if above != goal:
            under[above].add(key)
    return under


def _built(
    nodes: list[tuple[str, dict[str, str]]],
    edges: list[tuple[str, str, dict[str, str]]],
) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


_BY_HAND = {
    "routes": _routes,
    "below": _below,
    "lost": _lost,
    "points": _points,
    "built": _built,
    "seats": _seats,
    "meetings": _meetings,
    "overlaps": _overlaps,
    "places": _places,
    "tiers": _tiers,
}


def _many(size: int = GROUPS, own: str = "many") -> masa.Arrangement:
    """Make an arrangement of many groups, each with a few of many posts."""
    posts = tuple(masa.Post(name=f"post {number}") for number in range(size))
    return masa.Arrangement(
        id=own.replace(" ", "-"),
        title=own.capitalize(),
        partners=(
            masa.SafeguardingPartner(
                name="Council", kind=masa.PartnerKind.LOCAL_AUTHORITY, posts=posts
            ),
        ),
        bodies=tuple(masa.Body(name=f"body {number}") for number in range(size // 2)),
        groups=tuple(
            masa.Group(
                name=f"group {number}",
                tier=masa.stated(1 if number == 0 else 2 + number % 3),
                reports_to=tuple(
                    masa.Statement(value=f"group {(number - 1) // 3}")
                    for _ in range(min(number, 1))
                ),
                meets=masa.stated(masa.Frequency.from_text("monthly")),
                members=tuple(
                    masa.Seat(holder=f"post {(number + 7 * seat) % size}")
                    for seat in range(5)
                ),
            )
            for number in range(size)
        ),
    )
