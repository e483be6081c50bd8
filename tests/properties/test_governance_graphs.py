"""The governance graph of any arrangement answers as a plain search of it would.

Nothing here asks the graph how it got there: each answer is held against one that is
worked out again from its nodes and edges alone.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import networkx as nx
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import masa
from masa import Direction, Governance, NodeKind, Verb
from masa.strategies import arrangements

NAMES = tuple("ABCDEFG")
NAMED = st.sampled_from(NAMES)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
FEW = st.lists(NAMED, max_size=2)
REFS = FEW.map(lambda names: tuple(masa.Statement(value=one) for one in names))
SEATS = FEW.map(lambda names: tuple(masa.Seat(holder=one) for one in names))


@st.composite
def webs(draw: st.DrawFn) -> Governance:
    """Make the graph of a few groups, posts and bodies that are closely knit."""
    things: dict[str, list[object]] = {"groups": [], "bodies": [], "posts": []}
    for name in NAMES:
        kind = draw(st.sampled_from(list(things)))
        if kind == "groups":
            chair = (
                masa.Chairing.from_text(draw(NAMED)) if draw(st.booleans()) else None
            )
            group = masa.Group(
                name=name,
                tier=masa.stated(draw(st.integers(1, 3))),
                reports_to=draw(REFS),
                members=draw(SEATS),
                chair=masa.Stated(()) if chair is None else masa.stated(chair),
            )
            things[kind].append(group)
        elif kind == "bodies":
            things[kind].append(masa.Body(name=name))
        else:
            things[kind].append(masa.Post(name=name, body=draw(st.none() | NAMED)))
    relation = st.builds(
        masa.Relation, source=NAMED, verb=st.sampled_from(Verb), target=NAMED
    )
    relations = draw(st.lists(relation, max_size=8))
    return masa.governance(
        masa.Arrangement(id="web", title="Web", relations=relations, **things)  # type: ignore[arg-type] # lists of each
    )


GRAPHS = webs()
MANY = {NodeKind.COLLECTIVE, NodeKind.DESCRIBED_SET}


def digraph(pairs: Iterable[tuple[str, str]]) -> "nx.DiGraph[str]":
    """Give what networkx makes of pairs; an old one wants SciPy for an empty set."""
    way: nx.DiGraph[str] = nx.DiGraph()
    way.add_edges_from(pairs)
    return way


def steps(
    graph: Governance, kinds: Iterable[Verb] | None = None
) -> set[tuple[str, str]]:
    """Give who is next above whom, worked out edge by edge.

    What is part of something is below it; a post that sits on a group also speaks there
    for what it is part of.
    """
    wanted = (
        {verb for verb in Verb if verb.carries_routes} if kinds is None else set(kinds)
    )
    sitting = {
        edge.source
        for edge in graph.edges
        if edge.verb is Verb.MEMBER_OF
        and Verb.MEMBER_OF in wanted
        and graph.ties.nodes[edge.source].kind is NodeKind.POST
    }
    found = set()
    for edge in graph.edges:
        if edge.verb in wanted:
            if edge.verb.direction in (Direction.UP, Direction.LEVEL):
                found.add((edge.source, edge.target))
            if edge.verb.direction in (Direction.DOWN, Direction.LEVEL):
                found.add((edge.target, edge.source))
            if edge.verb is Verb.PART_OF and edge.source in sitting:
                found.add((edge.target, edge.source))
    return found


def reaching(
    pairs: set[tuple[str, str]], goals: set[str], without: frozenset[str] = frozenset()
) -> set[str]:
    """Give everybody who gets to a goal, by asking again until nobody is added."""
    found = goals - without
    while more := {a for a, b in pairs if b in found} - found - without:
        found |= more
    return found


def top(graph: Governance) -> set[str]:
    return set(graph.ties.top)


class TestRoutes:
    """A route is a path over the kinds of edges that are allowed, each node once."""

    @given(GRAPHS, st.data(), st.sets(st.sampled_from(Verb)) | st.none())
    def test_that_every_route_is_a_real_path(
        self, graph: Governance, data: st.DataObject, kinds: set[Verb] | None
    ) -> None:
        start, goal = (data.draw(st.sampled_from(graph.nodes)) for _ in range(2))
        asked = (start.key, goal.key)
        assume(all(graph.ties.carriers(key) == (key,) for key in asked))
        pairs = steps(graph, kinds)
        routes = graph.routes(*asked, kinds=kinds)
        for route in routes:
            keys = [node.key for node in route.nodes]
            assert (keys[0], keys[-1]) == asked
            assert len(set(keys)) == len(keys)
            for (here, there), hop in zip(pairwise(keys), route.hops, strict=True):
                assert (here, there) in pairs
                assert hop
                assert all({e.source, e.target} == {here, there} for e in hop)
                assert all(e in graph.edges for e in hop)
        way = digraph(pairs)
        way.add_nodes_from(asked)
        assert bool(len(routes)) is nx.has_path(way, *asked)
        if len(routes):
            assert len(routes[0]) == nx.shortest_path_length(way, *asked)
        if not routes.is_cut and asked[0] != asked[1] and len(way) < 12:
            every = {tuple(path) for path in nx.all_simple_paths(way, *asked)}
            assert {tuple(n.key for n in route.nodes) for route in routes} == every


def own_posts(graph: Governance, body: str) -> set[str]:
    """Give the posts that are part of a body and of nothing else."""
    parts = [edge for edge in graph.edges if edge.verb is Verb.PART_OF]
    posts = {e.source for e in parts if e.target == body}
    elsewhere = {e.source for e in parts if e.target != body}
    kinds = {key: graph.ties.nodes[key].kind for key in posts}
    return {key for key in posts - elsewhere if kinds[key] is NodeKind.POST}


class TestWithout:
    """What goes takes just those with it whose every way led through it."""

    @given(GRAPHS, st.data())
    def test_that_it_loses_what_a_plain_search_loses(
        self, graph: Governance, data: st.DataObject
    ) -> None:
        node = data.draw(st.sampled_from(graph.nodes))
        assume(graph.ties.carriers(node.key) == (node.key,))
        pairs, posts = steps(graph), own_posts(graph, node.key)
        gone = frozenset({node.key, *posts})
        lost = reaching(pairs, top(graph)) - reaching(pairs, top(graph), gone) - gone
        assert {one.key for one in graph.without(node.key).lost} == lost

    @given(GRAPHS)
    def test_that_single_points_are_those_without_whom_others_are_lost(
        self, graph: Governance
    ) -> None:
        pairs, goals = steps(graph), top(graph)
        points = {point.node.key: point for point in graph.single_points(most=1000)}
        for node in graph.nodes:
            key = node.key
            gone = frozenset({key, *own_posts(graph, key)})
            lost = reaching(pairs, goals) - reaching(pairs, goals, gone) - gone
            may_go = key not in goals and node.kind not in MANY
            assert (key in points) is bool(lost and may_go)
            if key in points:
                assert points[key].loses == len(lost)
                assert {one.key for one in points[key].lost} == lost
                if graph.ties.carriers(key) == (key,):
                    assert points[key].lost == graph.without(key).lost

    @given(GRAPHS, st.data())
    def test_that_what_must_be_passed_is_what_cuts_the_way(
        self, graph: Governance, data: st.DataObject
    ) -> None:
        start = data.draw(st.sampled_from(graph.nodes)).key
        assume(graph.ties.carriers(start) == (start,))
        pairs, goals = steps(graph), top(graph)
        found = graph.must_pass(start)
        assert found.has_route is (start in reaching(pairs, goals))
        passed = {
            node.key
            for node in graph.nodes
            if node.key not in goals and node.key != start
            if start not in reaching(pairs, goals, frozenset({node.key}))
        }
        keys = {node.key for node in found.nodes}
        assert keys == (passed if found.has_route else set())


class TestLines:
    """Whom one answers to is the reach of its lines; circles lead back to them."""

    @given(GRAPHS, st.data())
    def test_that_they_are_what_networkx_reaches(
        self, graph: Governance, data: st.DataObject
    ) -> None:
        start = data.draw(st.sampled_from(graph.nodes)).key
        assume(graph.ties.carriers(start) == (start,))
        way = digraph(steps(graph, [verb for verb in Verb if verb.is_line]))
        way.add_node(start)
        up, down = graph.answers_to(start), graph.reporting_to(start)
        assert {line.upper.key for line in up} == nx.descendants(way, start)
        assert {line.lower.key for line in down} == nx.ancestors(way, start)
        far = nx.single_source_shortest_path_length(way, start)
        assert {line.upper.key: line.depth for line in up} == {
            key: depth for key, depth in far.items() if key != start
        }

    @given(GRAPHS)
    def test_that_every_circle_is_found_and_goes_round(self, graph: Governance) -> None:
        way = digraph(steps(graph, [verb for verb in Verb if verb.is_line]))
        knots = [
            held
            for held in nx.strongly_connected_components(way)
            if len(held) > 1 or any(way.has_edge(key, key) for key in held)
        ]
        circles = graph.circles()
        assert len(circles) == len(knots)
        for route in circles:
            keys = [node.key for node in route.nodes]
            assert keys[0] == keys[-1]
            assert all(way.has_edge(a, b) for a, b in pairwise(keys))


def untiered(node: masa.GovernanceNode) -> masa.GovernanceNode:
    """Leave out the tier, which may be settled on a day and open over the years."""
    return evolve(node, tier=None, proposed_tier=None)


SEAT_VERBS = {Verb.MEMBER_OF, Verb.INVITED_TO, Verb.REPRESENTED_ON}


def undated(edge: masa.GovernanceEdge) -> masa.GovernanceEdge:
    """Leave out what is told of the day: independence, and of a seat its details."""
    edge = evolve(edge, independence=masa.Stated(()))
    if edge.verb not in SEAT_VERBS:
        return edge
    return evolve(edge, verb=Verb.MEMBER_OF, says=None, details=())


def told(edge: masa.GovernanceEdge) -> set[object]:
    """Give each statement of independence, each role of a seat and how it is held."""
    details = dict(edge.details)
    words = [
        (name, word)
        for name in ("role", "holding")
        for word in str(details.get(name, "")).split(" / ")
    ]
    return {*edge.independence.statements, *words} - {("role", ""), ("holding", "")}


class TestTheGraph:
    """It is plain, whole, and of whole text."""

    @given(GRAPHS)
    def test_that_every_edge_stands_between_nodes(self, graph: Governance) -> None:
        keys = [node.key for node in graph.nodes]
        assert len(set(keys)) == len(keys)
        assert all({e.source, e.target} <= set(keys) for e in graph.edges)
        plain = graph.to_networkx()
        assert set(plain) == set(keys)
        assert plain.number_of_edges() == len(graph.edges)
        for _, told in plain.nodes(data=True):
            assert all(type(value) in (str, int) for value in told.values())
        for *_, told in plain.edges(data=True):
            assert all(type(value) in (str, int) for value in told.values())

    @given(arrangements(), DAYS)
    def test_that_a_day_only_takes_away(self, one: masa.Arrangement, day: date) -> None:
        whole, then = masa.governance(one), masa.governance(one, on=day)
        of_day, of_all = set(map(untiered, then.nodes)), set(map(untiered, whole.nodes))
        assert of_day <= of_all
        assert {one.tier for one in then.nodes} <= {
            *(one.stated_tier for one in whole.nodes),
            *(number for group in one.groups for number in group.tier.values),
            *(number for work in one.functions for number in work.tier.values),
            None,
        }
        said = [(undated(edge), told(edge)) for edge in whole.edges]
        for edge in then.edges:
            bare, now = undated(edge), told(edge)
            assert any(bare == other and now <= every for other, every in said)

    @given(GRAPHS | arrangements().map(masa.governance))
    def test_that_every_answer_prints(self, graph: Governance) -> None:
        asked = (graph.scrutiny, graph.unconnected, graph.unresolved, graph.circles)
        for ask in (*asked, graph.single_points):
            answer = ask()
            assert str(answer).endswith(".")
            assert answer.to_text()
            assert answer.to_html()
            answer.to_records()
