"""By which routes one node reaches another, step by step, and where that is printed."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise, takewhile

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Paragraph
from masa.ground.durations import whole
from masa.ground.errors import RangeError
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import echo, few, listed, sentence
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode
from masa.model.governance.prefaces import prefaced
from masa.model.governance.ties import (
    TOP,
    Above,
    Goal,
    Hop,
    Ties,
    Verbs,
    Who,
    distances,
)

__all__ = ["Route", "Routes", "route_of", "routes", "step"]

ROUTES_MOST = 1000
EVERY_MOST = 5000  # routes from all of a kind; after that, only the shortest of each
EFFORT_MOST = 2_000_000  # steps of paths that are kept in mind


@frozen(kw_only=True)
class Route(Shown):
    """One route: from node to node, each step by what is stated of the two.

    Args:
        nodes: The nodes, from the first to the last, each once.
        hops: The edges of each step: everything that is stated of the two.
    """

    nodes: tuple[GovernanceNode, ...]
    hops: tuple[Hop, ...]

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where its steps are printed, each once."""
        return tuple(dict.fromkeys(e.at for hop in self.hops for e in hop if e.at))

    @property
    def is_settled(self) -> bool:
        """Whether each step is in force or agreed, on no condition."""
        return all(any(edge.is_settled for edge in hop) for hop in self.hops)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the nodes, in order."""
        return tuple(node.called for node in self.nodes)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each edge of each step."""
        names = {node.key: node.called for node in self.nodes}
        return [
            {
                "step": str(step),
                "from": names[edge.source],
                "kind": edge.verb.value,
                "to": names[edge.target],
                "standing": edge.standing.value,
                "condition": edge.condition or "",
                "place": edge.place,
            }
            for step, hop in enumerate(self.hops, start=1)
            for edge in hop
        ]

    def _blocks(self) -> Sequence[Block]:
        return (Paragraph(f"{self}."),)

    def __len__(self) -> int:
        return len(self.hops)

    def __str__(self) -> str:
        steps, told = list[str](), self.nodes[0].apart
        for hop, (here, there) in zip(self.hops, pairwise(self.nodes), strict=True):
            steps.append(step(hop, here, there, told))
            told = there.apart or hop[-1].arrangement
        if not steps:
            return f"{self.nodes[0]} {self.nodes[0].does('is')} there already"
        return f"{self.nodes[0]} {', which '.join(steps)}"


def step(hop: Hop, here: GovernanceNode, there: GovernanceNode, told: str = "") -> str:
    """Say one step, seen from where it begins: each thing done with its own notes.

    The notes after the name are those of every thing done that has none of its own.

    Args:
        hop: What is stated of the two.
        here: Where it begins.
        there: Where it leads.
        told: The arrangement of an atlas that was named before it.
    """
    told = there.apart or here.apart or told
    said: dict[str, list[GovernanceEdge]] = {}
    for edge in hop:
        is_ahead = edge.source == here.key
        words = here.does(edge.verb.value if is_ahead else edge.verb.seen_back)
        said.setdefault(words, []).append(edge)
    noted = [(words, _noted(edges, told)) for words, edges in said.items()]
    noted.sort(key=lambda one: not one[1])
    last = noted[-1][1]
    alike = len(list(takewhile(lambda one: one[1] == last, reversed(noted))))
    apart = [words + notes for words, notes in noted[: len(noted) - alike]]
    together = [words for words, _ in noted[len(noted) - alike :]]
    return f"{listed([*apart, *together])} {there}{last}"


def _noted(edges: Sequence[GovernanceEdge], told: str) -> str:
    """Give in brackets how, where and how firmly a thing is done."""
    held = [edge for edge in edges if edge.is_settled] or edges
    ways = dict.fromkeys(e.says for e in held if e.says and e.says in _WAYS)
    notes = dict.fromkeys(note for edge in held for note in edge.notes_beside(told))
    said = "; ".join((*ways, *notes))
    return f" ({said})" if said else ""


_WAYS = {"in turn", "jointly", "by one of its members", "by its chair"}


@frozen(kw_only=True)
class Routes(Shown):
    """Every route found from one node, or from all of a kind, to another.

    Args:
        start: From what, as it was asked.
        goal: To what, as it was asked.
        routes: The routes, the shortest first for each node they start from.
        without: Who of those it was asked for has no route that is stated.
        is_cut: Whether there may be more routes than were looked for.
        back: The routes the other way, if there are only such.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    start: str
    goal: str
    routes: tuple[Route, ...]
    without: tuple[str, ...] = ()
    is_cut: bool = False
    back: tuple[Route, ...] = ()
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[Route]:
        return iter(self.routes)

    def __len__(self) -> int:
        return len(self.routes)

    def __getitem__(self, place: int) -> Route:
        return self.routes[place]

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where the steps of all of them are printed, each once."""
        return tuple(dict.fromkeys(at for route in self.routes for at in route.at))

    @property
    def shortest(self) -> Route | None:
        """The first of the shortest routes, if there is any."""
        return min(self.routes, key=len, default=None)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each edge of each step of each route."""
        return [
            {"route": str(number), **row}
            for number, route in enumerate(self.routes, start=1)
            for row in route.to_records()
        ]

    def _blocks(self) -> Sequence[Block]:
        shown = self.routes or self.back
        return (
            Paragraph(self._summary()),
            *([Bullets(tuple(f"{route}." for route in shown))] if shown else []),
        )

    def _summary(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        many = len(self.routes)
        goal = "the top" if self.goal == TOP else self.goal
        said = f"From {self.start} to {goal}"
        if many:
            said += f": {many} route{'' if many == 1 else 's'}"
            said += ", and there may be more." if self.is_cut else "."
        else:
            said += f" no route is stated{self.so_far}."
        if self.without and many:
            said += f" None is stated{self.so_far} for {few(self.without)}."
        if self.back:
            said += " There are some the other way:"
        return said

    def __str__(self) -> str:
        first = self.shortest  # which is false if it has no step
        if first is None:
            return self._summary()
        return f"{self._summary()} {sentence(str(first))}."


def routes(  # noqa: PLR0913 (what is asked, and how much of it)
    ties: Ties, start: Who, goal: Goal, *, verbs: Verbs, most: int, so_far: str
) -> Routes:
    """Find the routes from whatever a name means to whatever another means."""
    if not 1 <= whole(most) <= ROUTES_MOST:
        raise RangeError(
            f"{echo(most)} routes cannot be looked for",
            remedy=f"give 1 to {ROUTES_MOST:,}",
        )
    starts, goals = ties.meant(start), ties.goals(goal)
    above = ties.upwards(verbs)
    away = distances(ties.downwards(verbs), goals)
    found, is_cut, without = list[Route](), False, list[str]()
    for one in starts:
        room = most if len(found) < EVERY_MOST else 1
        mine, cut = _found(ties, above, away, one, room)
        found += mine
        is_cut = is_cut or cut
        without += [] if mine else [ties.nodes[one].called]
    back: list[Route] = []
    if not found and len(starts) == 1:
        away = distances(ties.downwards(verbs), starts)
        for one in goals:
            back += _found(ties, above, away, one, most)[0]
    return Routes(
        start=ties.asked(start),
        goal=TOP if goal is None else ties.asked(goal),
        routes=tuple(found),
        without=tuple(without),
        is_cut=is_cut,
        back=tuple(back),
        so_far=so_far,
    )


def _found(
    ties: Ties, above: Above, away: dict[str, int], start: str, most: int
) -> tuple[list[Route], bool]:
    """Find the shortest routes first; each node stands in a route once."""
    if start not in away:
        return [], False
    first, is_only = _straight(above, away, start)
    found, is_cut = [first], False
    if not is_only:
        others = (path for path in _paths(above, away, start) if path != first)
        for path in others:
            if not path or len(found) == most:
                is_cut = True
                break
            found.append(path)
    return [route_of(ties, above, path) for path in found], is_cut


def _straight(
    above: Above, away: dict[str, int], start: str
) -> tuple[tuple[str, ...], bool]:
    """Go nearer with each step, and say whether there was never a choice."""
    path, is_only = [start], True
    while away[path[-1]]:
        ahead = [other for other in above[path[-1]] if other in away]
        is_only = is_only and len(ahead) == 1
        path.append(min(ahead, key=away.__getitem__))
    return tuple(path), is_only


def _paths(above: Above, away: dict[str, int], start: str) -> Iterator[tuple[str, ...]]:
    """Yield the paths to the goals, the shortest first; an empty one if it gives up."""
    waiting: list[tuple[int, int, int, tuple[str, ...]]]
    waiting = [(away[start], away[start], 0, (start,))]
    effort = 0
    while waiting and effort <= EFFORT_MOST:
        _, far, _, path = heappop(waiting)
        if far == 0:
            yield path
            continue
        for other in above[path[-1]]:
            if other in away and other not in path:
                effort += len(path)
                far = away[other]
                heappush(waiting, (len(path) + far, far, effort, (*path, other)))
    if waiting:
        yield ()


def route_of(ties: Ties, above: Above, path: Sequence[str]) -> Route:
    """Make the route that passes some nodes, each next to the one before."""
    return Route(
        nodes=tuple(ties.nodes[key] for key in path),
        hops=tuple(above[here][there] for here, there in pairwise(path)),
    )
