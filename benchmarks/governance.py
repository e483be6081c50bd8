"""Measure what the questions to a governance graph cost, beside networkx by hand."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, partial
from itertools import combinations, islice
from math import inf
from statistics import median
from typing import TypeAlias

import networkx as nx

import masa
from measuring import Figure, best

__all__ = ["figures"]

Plain: TypeAlias = "nx.MultiDiGraph[str]"
Lines: TypeAlias = "nx.DiGraph[str]"
SEATS = {"is a member of", "is invited to"}
SETTLED = {"in force", "agreed"}
PARTNERS = "safeguarding partners"
BODIES = {"body", "agency", "outside body"}
IN_TIERS = {"group", "function"}
ANSWERS = {"reports to", "reports by exception to", "is accountable to"}
ROLES = {
    "is a member of": "seat",
    "is invited to": "invited",
    "scrutinises": "scrutiny",
    "evaluates": "scrutiny",
    "monitors": "scrutiny",
    "funds": "funds",
    **dict.fromkeys(("chairs", "is the vice chair of"), "chair"),
    **dict.fromkeys((*ANSWERS, "oversees", "supervises", "manages"), "line"),
}
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
    names = {"masa": masa, "nx": nx, "areas": areas, "plain": plain}
    names |= {"atlas": atlas, "forget": _forget}
    checked = "for one in areas: masa.check_structure(one, on='2026-01-01')"
    central = "for one in plain: nx.betweenness_centrality(one)"
    nation = f"{AREAS} areas of {len(one.nodes)} nodes"
    for what, job, aim in (
        (f"{nation}: building", "forget(atlas); masa.governance(atlas)", "150 ms"),
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
        "forget": _forget,
        "kept": [],  # what is found by hand, as the graph keeps its answers
        "plain": plain,
        "group": group,
        **_BY_HAND,
        "second": groups[1],
        "last": groups[-1],
        "whole": graph.arrangements[0],
        "lines": _along(plain, LINES),
        "up": _along(plain, UP),
        "along": _along,
        "LINES": LINES,
        "UP": UP,
        "nodes": list(plain.nodes(data=True)),
        "edges": list(plain.edges(data=True)),
    }
    for question, asked, by_hand in (
        ("building", "masa.governance(whole)", "built(nodes, edges)"),
        ("seats by body", "graph.seats(group).by_body", "seats(plain, group)"),
        ("meetings of every group", "graph.meetings().own", "meetings(plain, whole)"),
        ("shared members", "graph.overlaps()", "overlaps(plain)"),
        ("who is in most places", "graph.concentration()", "places(plain)"),
        ("tiers", "graph.tiers()", "tiers(plain, lines, group)"),
        ("routes", "graph.routes(last)", "routes(plain, last, group)"),
        ("who answers to the top", "graph.reporting_to(group)", "below(lines, group)"),
        ("single points", "graph.single_points()", "points(up, group)"),
        (
            "without the second group",
            "graph.without(second)",
            "lost(up, second, group)",
        ),
    ):
        found = f"kept.append({by_hand})"
        jobs = {"first": asked, "by hand": found}
        before = "forget(graph, whole); kept.clear()"
        spent = best(jobs, names, number=1, before=before, of=median)
        spent |= best({"again": asked}, names, number=1, of=median)
        for way in ("lines", "up"):
            found = found.replace(f"{way}, ", f"along(plain, {way.upper()}), ")
        jobs = {"new": asked, "by hand, new": found}
        before = "kept.clear(); forget(whole); graph = masa.governance(whole)"
        spent |= best(jobs, names, number=1, before=before, of=median)
        first, again = (spent[when] / spent["by hand"] for when in ("first", "again"))
        new = spent["new"] / spent["by hand, new"]
        figure = f"{spent['first'] * 1e3:.2f} ms, {first:.1f} of networkx by hand"
        aim = f"{1.5 if question == 'building' else 1.2} of networkx by hand"
        if question != "building":
            figure += f", {new:.1f} in a new graph"
        yield Figure(f"{what}: {question}", f"{figure}, {again:.2f} again", aim)


def _forget(*kept: masa.Governance | masa.Arrangement | masa.Atlas) -> None:
    """Forget what was asked, to ask as the first."""
    for one in kept:
        held = "_answers" if isinstance(one, masa.Governance) else "_graphs"
        getattr(one, held).clear()


def _bodies(plain: Plain, holder: str) -> list[str]:
    """Give the bodies for which a seat may count; none if it is only described."""
    kind = plain.nodes[holder]["kind"]
    if kind == "collective":
        return _together(plain, holder) if holder == PARTNERS else []
    if kind != "post":
        return [] if kind == "described set" else [holder]
    homes = [
        body
        for _, body, edge in plain.out_edges(holder, data=True)
        if edge["kind"] == "is part of" and plain.nodes[body]["kind"] in BODIES
    ]
    return homes or [holder]


def _together(plain: Plain, key: str) -> list[str]:
    """Give those whom a collective name means."""
    ends = plain.in_edges(key, data=True)
    return [one for one, _, edge in ends if edge["kind"] == "is one of"]


def _is_settled(said: dict[str, str]) -> bool:
    return said["standing"] in SETTLED and "condition" not in said


def _seats(plain: Plain, group: str) -> dict[str, tuple[int, float]]:
    """Count the seats on a group by the body of each holder: at least, at most."""
    least, most = Counter[str](), dict[str, float]()
    for holder, _, edge in plain.in_edges(group, data=True):
        if edge["kind"] == "is a member of":
            body = " or ".join(_bodies(plain, holder))
            is_known = plain.nodes[holder]["kind"] not in {
                "collective",
                "described set",
            }
            least[body] += is_known and _is_settled(edge)
            most[body] = most.get(body, 0) + (1 if is_known else inf)
    return {body: (least[body], most[body]) for body in most}


def _meetings(
    plain: Plain, whole: masa.Arrangement
) -> dict[str, dict[bool, tuple[int, float]]]:
    """Add up the meetings that each body may attend; in all, under no name."""
    yearly = {
        group.name: _yearly(plain.nodes[group.name], group) for group in whole.groups
    }
    attended: dict[str, dict[str, bool]] = {"": dict.fromkeys(yearly, True)}
    bodies_of = cache(partial(_bodies, plain))
    for holder, group, edge in plain.edges(data=True):
        kind = plain.nodes[holder]["kind"]
        if edge["kind"] in SEATS and group in yearly and kind != "group":
            is_all = kind == "collective"
            bodies = _together(plain, holder) if is_all else bodies_of(holder)
            is_sure = edge["kind"] == "is a member of" and _is_settled(edge)
            is_sure = is_sure and (holder == PARTNERS or len(bodies) == 1)
            for body in bodies:
                groups = attended.setdefault(body, {})
                groups[group] = groups.get(group, False) or is_sure
    found: dict[str, dict[bool, tuple[int, float]]] = {}
    for body, groups in attended.items():
        sums: dict[bool, tuple[int, float]] = {False: (0, 0), True: (0, 0)}
        for group, is_sure in groups.items():
            is_beside = "outside" in plain.nodes[group]
            least, most = sums[is_beside]
            low, high = yearly[group]
            sums[is_beside] = least + (low if is_sure else 0), most + high
        found[body] = sums
    return found


def _yearly(node: dict[str, str], group: masa.Group) -> tuple[int, float]:
    """Give the least and the most that a group meets in a year."""
    counts = [
        said.value.per_year
        for said in group.meets.statements
        if isinstance(said.value, masa.Frequency)
    ]
    if not counts:
        return 0, inf
    least = min(one.least for one in counts) if node["standing"] in SETTLED else 0
    return least, max(inf if one.most is None else one.most for one in counts)


def _overlaps(plain: Plain) -> list[tuple[tuple[str, ...], int]]:
    """Count the members that each pair of groups shares: themselves, or by posts.

    A body by whose one post both are joined already is not counted beside it.
    """
    sits: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    bodies_of = cache(partial(_bodies, plain))
    for holder, group, edge in plain.edges(data=True):
        if edge["kind"] == "is a member of" and plain.nodes[group]["kind"] == "group":
            for one in {holder, *bodies_of(holder)}:
                sits[one][group].add(holder)
    pairs: Counter[tuple[str, ...]] = Counter()
    for who, groups in sits.items():
        held = combinations(sorted(groups), 2)
        if plain.nodes[who]["kind"] == "post":
            pairs.update(held)
        else:
            pairs.update(
                (one, other)
                for one, other in held
                if who in groups[one] & groups[other]
                or groups[one].isdisjoint(groups[other])
            )
    return pairs.most_common()


def _places(plain: Plain) -> list[list[tuple[str, int]]]:
    """Count the places of each body with its posts, and of each post, by role."""
    bodies: dict[str, set[tuple[str, str]]] = defaultdict(set)
    posts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    bodies_of = cache(partial(_bodies, plain))
    for source, target, edge in plain.edges(data=True):
        role = ROLES.get(edge["kind"])
        if role is not None:
            is_up = edge["kind"] in ANSWERS
            who, where = (target, source) if is_up else (source, target)
            kind = plain.nodes[who]["kind"]
            homes = [who] if kind in BODIES or kind == "collective" else []
            if kind == "post":
                posts[who].add((role, where))
                homes = [one for one in bodies_of(who) if one != who]
            if len(homes) == 1:
                bodies[homes[0]].add((role, where))
    counted = (
        {who: len(held) for who, held in each.items()} for each in (bodies, posts)
    )
    return [Counter(each).most_common() for each in counted]


def _tiers(
    plain: Plain, lines: Lines, top: str
) -> tuple[dict[tuple[str, int | None], list[str]], int]:
    """Sort groups and functions by tier, and count the longest way to the top."""
    found: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    away = nx.single_source_shortest_path_length(lines.reverse(copy=False), top)
    for key, node in plain.nodes(data=True):
        if node["kind"] in IN_TIERS:
            where = "beside" if "outside" in node else node["kind"]
            found[where, node.get("tier", node.get("proposed_tier"))].append(key)
        if node["kind"] == "function" and not any(
            edge["kind"] == "is responsible for"
            and plain.nodes[doer]["kind"] == "group"
            for doer, _, edge in plain.in_edges(key, data=True)
        ):
            found["without a group", None].append(key)
    depth = max(n for key, n in away.items() if plain.nodes[key]["kind"] in IN_TIERS)
    return found, depth


def _along(plain: Plain, kinds: set[str]) -> Lines:
    """Make the plain graph of who is next above whom.

    A body is also spoken for by its posts that sit on a group.
    """
    graph: Lines = nx.DiGraph()
    graph.add_nodes_from(plain)
    seated = {
        who
        for who, _, edge in plain.edges(data=True)
        if edge["kind"] == "is a member of" and plain.nodes[who]["kind"] == "post"
    }
    for source, target, edge in plain.edges(data=True):
        kind = edge["kind"]
        if kind in kinds:
            graph.add_edge(*((target, source) if kind in DOWN else (source, target)))
        if kind == "is part of" and source in seated and "is a member of" in kinds:
            graph.add_edge(target, source)
    return graph


def _routes(plain: Plain, start: str, goal: str) -> list[list[str]]:
    """Find the shortest routes first."""
    up = _along(plain, UP)
    if not nx.has_path(up, start, goal):
        return []
    return list(islice(nx.shortest_simple_paths(up, start, goal), 20))


def _below(lines: Lines, goal: str) -> list[tuple[str, str, int]]:
    """Find who answers to one, each with whom it answers to and how far away it is."""
    depth, found = {goal: 0}, list[tuple[str, str, int]]()
    for upper, lower in nx.bfs_edges(lines, goal, reverse=True):
        depth[lower] = depth[upper] + 1
        found.append((lower, upper, depth[lower]))
    return found


def _lost(up: Lines, gone: str, goal: str) -> set[str]:
    """Find who reaches the goal no more if one node goes."""
    left = nx.restricted_view(up, [gone], [])
    return nx.ancestors(up, goal) - nx.ancestors(left, goal) - {gone}


def _points(up: Lines, goal: str) -> list[tuple[str, set[str]]]:
    """Find who is lost with each node: whatever the tree of dominators has below it."""
    tree: Lines = nx.DiGraph()
    idom = nx.immediate_dominators(up.reverse(copy=False), goal)
    tree.add_edges_from((above, key) for key, above in idom.items())
    lost = {key: nx.descendants(tree, key) for key in tree if tree[key] and key != goal}
    return sorted(lost.items(), key=lambda item: -len(item[1]))


def _built(
    nodes: list[tuple[str, dict[str, str]]],
    edges: list[tuple[str, str, dict[str, str]]],
) -> Plain:
    graph: Plain = nx.MultiDiGraph()
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
