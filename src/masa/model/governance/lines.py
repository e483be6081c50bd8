"""Whom somebody answers to, who answers to them, and what of that goes in a circle."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import networkx as nx
from attrs import frozen

from masa.ground.blocks import Block, Bullets, Paragraph, table_of
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import sentence
from masa.model.governance.nodes import GovernanceNode
from masa.model.governance.prefaces import prefaced
from masa.model.governance.routes import Route, route_of, step
from masa.model.governance.rows import row_called
from masa.model.governance.ties import Above, Hop, Ties, Who

__all__ = [
    "ReportingCircles",
    "ReportingLine",
    "ReportingLines",
    "answers_to",
    "circles",
    "reporting_to",
]

Step = tuple[GovernanceNode, GovernanceNode, int, Hop]  # the parts of a line


@frozen(kw_only=True)
class ReportingLine(Shown):
    """One line: who answers to whom, as far from where it was asked.

    Args:
        lower: Who answers.
        upper: To whom.
        depth: How many steps this is from where it was asked, the next being 1.
        hop: What is stated of the two.
    """

    lower: GovernanceNode
    upper: GovernanceNode
    depth: int
    hop: Hop

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where it is printed."""
        return tuple(dict.fromkeys(edge.at for edge in self.hop if edge.at))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each thing that is stated of the two."""
        return [
            {
                "depth": str(self.depth),
                "who": self.lower.called,
                "to whom": self.upper.called,
                "kind": edge.verb.value,
                "standing": edge.standing.value,
                "condition": edge.condition or "",
                "place": edge.place,
            }
            for edge in self.hop
        ]

    def __str__(self) -> str:
        return f"{self.lower} {step(self.hop, self.lower, self.upper)}"


@frozen(kw_only=True)
class ReportingLines(Shown):
    """Everybody whom one answers to, or who answers to one, at once or through others.

    Args:
        of: Of whom.
        is_up: Whether these are above it, and not below.
        steps: For each of them, the nearest first, the parts of one line: who answers,
            to whom, how far that is, and what is stated of the two.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    of: GovernanceNode
    is_up: bool
    steps: tuple[Step, ...]
    so_far: str = ""
    under: str = ""

    @cached_property
    def lines(self) -> tuple[ReportingLine, ...]:
        """One line for each of them, the nearest first, made when first looked at."""
        return tuple(
            ReportingLine(lower=lower, upper=upper, depth=depth, hop=hop)
            for lower, upper, depth, hop in self.steps
        )

    def __iter__(self) -> Iterator[ReportingLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.steps)

    def _far(self, line: ReportingLine) -> GovernanceNode:
        return line.upper if self.is_up else line.lower

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all of them, the nearest first."""
        return tuple(self._far(line).called for line in self.lines)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where these lines are printed, each once."""
        return tuple(dict.fromkeys(at for line in self.lines for at in line.at))

    @property
    def direct(self) -> tuple[ReportingLine, ...]:
        """The lines to those that are next to it."""
        return tuple(line for line in self.lines if line.depth == 1)

    @property
    def depth(self) -> int:
        """How many steps away the furthest is; 0 if there is nobody."""
        return max((line.depth for line in self.lines), default=0)

    def route(self, name: str) -> Route:
        """Give the way up between one of them and the one that it was asked of.

        Args:
            name: Which of them, by any of its names, or by its key in the graph.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If none of them has that name, or several have.
        """
        by_key = {self._far(line).key: line for line in self.lines}
        far = map(self._far, self.lines)
        found = row_called(name, far, _names, "look at `names`")
        way, key = list[ReportingLine](), found.key
        while key != self.of.key:
            way.append(by_key[key])
            key = (way[-1].lower if self.is_up else way[-1].upper).key
        if self.is_up:
            way.reverse()
        nodes = (way[0].lower, *(line.upper for line in way))
        return Route(nodes=nodes, hops=tuple(line.hop for line in way))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each thing that is stated of two who are next to another."""
        return [row for line in self.lines for row in line.to_records()]

    def _blocks(self) -> Sequence[Block]:
        rows = self.to_records()
        told = Paragraph(self._summary())
        if not rows:
            return (told,)
        table = table_of("Line by line, the nearest first", rows, numbers=[0])
        return (told, table)

    def _summary(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        if not self.lines and self.is_up:
            answers = self.of.does("answers")
            return f"To whom {self.of} {answers} is not stated{self.so_far}."
        if not self.lines:
            return f"Nobody is stated to answer to {self.of}{self.so_far}."
        many, is_many = len(self.lines), self.of.is_many
        if self.is_up:
            whom = f"whom {'they answer' if is_many else 'it answers'} to"
        else:
            answer = "answers" if many == 1 else "answer"
            whom = f"who {answer} to {'them' if is_many else 'it'}"
        direct = "" if many == 1 else f"{len(self.direct):,} of them "
        said = f"{self.of}: {many:,} {whom}, {direct}directly"
        far = f", the furthest {self.depth} steps away" if self.depth > 1 else ""
        return f"{said}{far}."

    def __str__(self) -> str:
        direct = "".join(f" {sentence(str(line))}." for line in self.direct)
        return f"{self._summary()}{direct}"


def _names(node: GovernanceNode) -> tuple[str, ...]:
    return node.key, node.name, node.called, *node.also


def answers_to(ties: Ties, name: Who, so_far: str) -> ReportingLines:
    """Give everybody whom a node answers to, at once or through others."""
    return _lines(ties, name, ties.lines, is_up=True, so_far=so_far)


def reporting_to(ties: Ties, name: Who, so_far: str) -> ReportingLines:
    """Give everybody who answers to a node, at once or through others."""
    return _lines(ties, name, ties.lines_down, is_up=False, so_far=so_far)


def _lines(
    ties: Ties, name: Who, way: Above, *, is_up: bool, so_far: str
) -> ReportingLines:
    start, nodes = ties.one(name), ties.nodes
    found: list[Step] = []
    depths, waiting = {start: 0}, [start]
    for here in waiting:  # which grows on the way
        near, depth = nodes[here], depths[here] + 1
        for other, hop in way[here].items():
            if other not in depths:
                depths[other] = depth
                far = nodes[other]
                if way[other]:
                    waiting.append(other)
                found.append(
                    (near, far, depth, hop) if is_up else (far, near, depth, hop)
                )
    steps = tuple(found)
    return ReportingLines(of=nodes[start], is_up=is_up, steps=steps, so_far=so_far)


@frozen(kw_only=True)
class ReportingCircles(Shown):
    """Lines of reporting that lead back to where they began.

    Who keeps in touch may do so in a circle; who answers to whom may not.

    Args:
        routes: For each set of nodes that answer to one another, a shortest way round.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    routes: tuple[Route, ...]
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[Route]:
        return iter(self.routes)

    def __len__(self) -> int:
        return len(self.routes)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where the steps of all of them are printed, each once."""
        return tuple(dict.fromkeys(at for route in self.routes for at in route.at))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each step of each circle."""
        return [
            {"circle": str(number), **row}
            for number, route in enumerate(self.routes, start=1)
            for row in route.to_records()
        ]

    def _blocks(self) -> Sequence[Block]:
        around = tuple(f"{route}." for route in self.routes)
        said = Paragraph(self._summary())
        return (said, Bullets(around)) if around else (said,)

    def _summary(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        many = len(self.routes)
        if not many:
            return f"No line of reporting goes in a circle{self.so_far}."
        return f"Lines of reporting go in {'a circle' if many == 1 else 'circles'}."

    def __str__(self) -> str:
        return " ".join((self._summary(), *(f"{route}." for route in self.routes)))


def circles(ties: Ties, so_far: str) -> ReportingCircles:
    """Find every set of nodes whose lines of reporting lead back to them."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ties.nodes)
    graph.add_edges_from((key, over) for key in ties.nodes for over in ties.lines[key])
    place = ties.places
    found = [
        min(held, key=place.__getitem__)
        for held in nx.strongly_connected_components(graph)
        if len(held) > 1 or any(graph.has_edge(key, key) for key in held)
    ]
    starts = sorted(found, key=place.__getitem__)
    routes = tuple(_around(ties, start) for start in starts)
    return ReportingCircles(routes=routes, so_far=so_far)


def _around(ties: Ties, start: str) -> Route:
    """Go the shortest way round from a node back to it."""
    came_from: dict[str, str] = {}
    waiting = [start]
    for here in waiting:  # which grows on the way
        for other in ties.lines[here]:
            if other not in came_from:
                came_from[other] = here
                waiting.append(other)
    way = [start]
    while len(way) == 1 or way[-1] != start:
        way.append(came_from[way[-1]])
    return route_of(ties, ties.lines, way[::-1])
