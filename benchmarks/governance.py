"""Measure what the questions to a governance graph cost, beside networkx by hand."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import networkx as nx

import masa
from measuring import Figure, best

__all__ = ["figures"]

SEATS = {"is a member of", "is invited to"}
GROUPS = 300


def figures() -> Iterator[Figure]:
    """Give every figure of governance graphs."""
    for what, arrangement in (
        ("barnet", masa.examples.load("barnet")),
        (f"{GROUPS} groups", _many()),
    ):
        yield from _questions(what, masa.governance(arrangement))


def _questions(what: str, graph: masa.Governance) -> Iterator[Figure]:
    group = graph.top[0]
    plain = graph.to_networkx()
    names = {"graph": graph, "plain": plain, "group": group, **_BY_HAND}
    for question, asked, by_hand in (
        ("seats by body", "graph.seats(group).by_body", "seats(plain, group)"),
        ("meetings of every group", "graph.meetings().own", "meetings(plain)"),
        ("shared members", "graph.overlaps()", "overlaps(plain)"),
        ("who is in most places", "graph.concentration()", "places(plain)"),
        ("tiers", "graph.tiers()", "tiers(plain)"),
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


_BY_HAND = {
    "seats": _seats,
    "meetings": _meetings,
    "overlaps": _overlaps,
    "places": _places,
    "tiers": _tiers,
}


def _many() -> masa.Arrangement:
    """Make an arrangement of many groups, each with a few of many posts."""
    posts = tuple(masa.Post(name=f"post {number}") for number in range(GROUPS))
    return masa.Arrangement(
        id="many",
        title="Many groups",
        partners=(
            masa.SafeguardingPartner(
                name="Council", kind=masa.PartnerKind.LOCAL_AUTHORITY, posts=posts
            ),
        ),
        groups=tuple(
            masa.Group(
                name=f"group {number}",
                tier=masa.stated(1 + number % 4),
                meets=masa.stated(masa.Frequency.from_text("monthly")),
                members=tuple(
                    masa.Seat(holder=f"post {(number + 7 * seat) % GROUPS}")
                    for seat in range(5)
                ),
            )
            for number in range(GROUPS)
        ),
    )
