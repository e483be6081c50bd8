"""What every route has to pass, and what the routes of many hang on alone."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import reduce

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, table_of
from masa.ground.durations import whole
from masa.ground.errors import RangeError
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import echo, few
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.seating import placed
from masa.model.governance.ties import TOP, Above, Goal, Ties, Verbs, Who, distances
from masa.model.relations import Verb

__all__ = ["MustPass", "SinglePoint", "SinglePoints", "must_pass", "single_points"]

POINTS_MOST = 1000
NAMES_MOST = 100


@frozen(kw_only=True)
class MustPass(Shown):
    """What every route from one to another has to pass.

    Args:
        start: From what, as it was asked.
        goal: To what, as it was asked.
        nodes: What every route passes, in the order in which it is passed.
        has_route: Whether there is any route.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    start: str
    goal: str
    nodes: tuple[GovernanceNode, ...]
    has_route: bool
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[GovernanceNode]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where what every route passes is declared, each once."""
        return placed(node.at for node in self.nodes)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of what every route passes."""
        return tuple(node.called for node in self.nodes)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each node that every route passes."""
        return [
            {"name": node.called, "kind": node.kind.value, "place": str(node.at or "")}
            for node in self.nodes
        ]

    def _blocks(self) -> Sequence[Block]:
        return (Paragraph(str(self)),)

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        goal = "the top" if self.goal == TOP else self.goal
        if not self.has_route:
            return f"From {self.start} to {goal} no route is stated{self.so_far}."
        ends = f"from {self.start} to {goal}"
        if not self.nodes:
            return f"No one thing is passed by every stated route {ends}."
        return f"Every stated route {ends} passes {few(n.called for n in self.nodes)}."


def must_pass(
    ties: Ties, start: Who, goal: Goal, *, verbs: Verbs, so_far: str
) -> MustPass:
    """Find what every route from one to another has to pass."""
    starts, goals = ties.meant(start), ties.goals(goal)
    idom = _dominators(ties, verbs, goals)
    apart = {*starts, *goals}
    passed = [dict.fromkeys(_chain(idom, one)) for one in starts if one in idom]
    first = [key for key in (passed[0] if passed else ()) if key not in apart]
    every = [key for key in first if all(key in held for held in passed)]
    return MustPass(
        start=ties.asked(start),
        goal=TOP if goal is None else ties.asked(goal),
        nodes=tuple(ties.nodes[key] for key in every),
        has_route=bool(passed),
        so_far=so_far,
    )


_MANY = {NodeKind.COLLECTIVE, NodeKind.DESCRIBED_SET}
_ROOT = ""  # no key is empty


def _dominators(ties: Ties, verbs: Verbs, goals: Iterable[str]) -> dict[str, str]:
    """Give, for each node with a route, the last thing that its routes all pass.

    This is the algorithm of Cooper, Harvey and Kennedy, with the nearest nodes first.
    """
    above, near = ties.upwards(verbs), distances(ties.downwards(verbs), goals)
    place = {key: number for number, key in enumerate((_ROOT, *near))}
    idom = dict.fromkeys(goals, _ROOT)

    def meeting(one: str, other: str) -> str:
        while one != other:  # go up from the further one
            if place[one] > place[other]:
                one = idom[one]
            else:
                other = idom[other]
        return one

    waiting = [key for key in near if key not in idom]
    is_changed = True
    while is_changed:
        is_changed = False
        for key in waiting:
            found = reduce(meeting, (upper for upper in above[key] if upper in idom))
            if idom.get(key) != found:
                idom[key], is_changed = found, True
    return idom


def _chain(idom: dict[str, str], key: str) -> Iterator[str]:
    """Yield a node and what its routes all pass, up to the goal."""
    while key and key != _ROOT:
        yield key
        key = idom[key]


@frozen(kw_only=True)
class SinglePoint(Shown):
    """One node without which others have no stated route to the top.

    Args:
        node: Which.
        loses: How many others have no route without it.
        lost: Who these are, the first of them if they are very many.
    """

    node: GovernanceNode
    loses: int
    lost: tuple[GovernanceNode, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of those who have no route without it."""
        return tuple(node.called for node in self.lost)

    def __str__(self) -> str:
        lose = "1 loses its" if self.loses == 1 else f"{self.loses:,} lose their"
        who = f": {few(map(str, self.lost))}" if self.loses <= NAMES_MOST else ""
        return f"Without {self.node}, {lose} stated route to the top{who}."


@frozen(kw_only=True)
class SinglePoints(Shown):
    """Every single node without which others have no stated route to the top.

    A body goes with the posts that are in it alone, as in `Governance.without`. The top
    itself is left out: everything hangs on it. So is whoever acts only together, such
    as the relevant agencies, or is only described: they are many, and would not all go
    at once; `without` tells what would be lost with them.

    Args:
        points: These, what loses most first.
        is_cut: Whether there are more of them than were asked for.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    points: tuple[SinglePoint, ...]
    is_cut: bool = False
    under: str = ""

    def __iter__(self) -> Iterator[SinglePoint]:
        return iter(self.points)

    def __len__(self) -> int:
        return len(self.points)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where they are declared, each once."""
        return placed(one.node.at for one in self.points)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each of them."""
        return [
            {
                "name": one.node.called,
                "kind": one.node.kind.value,
                "lose their route": str(one.loses),
                "who": "; ".join(node.called for node in one.lost),
                "place": str(one.node.at or ""),
            }
            for one in self.points
        ]

    def _blocks(self) -> Sequence[Block]:
        rows = self.to_records()
        told = Paragraph(self._summary())
        if not rows:
            return (told,)
        table = table_of("Single points of failure", rows, numbers=[2])
        return (told, table)

    def _summary(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        if not self.points:
            return "Nobody's stated route to the top hangs on one other alone."
        more = ", and there are more" if self.is_cut else ""
        many = len(self.points)
        if many == 1:
            return f"Stated routes to the top hang on {self.points[0].node} alone."
        return f"Stated routes to the top hang on each of {many} alone{more}."

    def __str__(self) -> str:
        return " ".join((self._summary(), *map(str, self.points)))


def single_points(ties: Ties, *, verbs: Verbs, most: int) -> SinglePoints:
    """Find every single node without which others have no route to the top."""
    if not 1 <= whole(most) <= POINTS_MOST:
        raise RangeError(
            f"{echo(most)} points cannot be asked for",
            remedy=f"give 1 to {POINTS_MOST:,}",
        )
    idom = _dominators(ties, verbs, ties.top)
    under: dict[str, list[str]] = {}
    for key in ties.nodes:
        if idom.get(key, _ROOT) != _ROOT:
            under.setdefault(idom[key], []).append(key)
    sizes = _sizes(under, idom)
    with_posts = _with_posts(ties, verbs, idom)
    sizes |= {key: len(lost) for key, lost in with_posts.items()}
    top = set(ties.top)
    able = [
        key
        for key, node in ties.nodes.items()
        if sizes.get(key) and key not in top and node.kind not in _MANY
    ]
    ranked = sorted(able, key=lambda key: -sizes[key])
    points = []
    for key in ranked[:most]:
        lost = with_posts[key] if key in with_posts else _hanging(under, key)
        named = sorted(lost[:NAMES_MOST], key=ties.places.__getitem__)
        who = tuple(ties.nodes[one] for one in named)
        points.append(SinglePoint(node=ties.nodes[key], loses=sizes[key], lost=who))
    return SinglePoints(points=tuple(points), is_cut=len(ranked) > most)


def _sizes(under: dict[str, list[str]], idom: dict[str, str]) -> dict[str, int]:
    """Count how many hang on each node, at once or through others."""
    sizes = dict.fromkeys(under, 0)
    for top in (key for key in under if idom[key] == _ROOT):
        order = [top]
        for key in order:  # which grows on the way
            order += under.get(key, ())
        for key in reversed(order):
            above = idom[key]
            if above != _ROOT:
                sizes[above] += 1 + sizes.get(key, 0)
    return sizes


def _hanging(under: dict[str, list[str]], key: str) -> list[str]:
    """Give who hangs on a node, the first of them if they are very many."""
    found = list(under[key])
    for one in found:  # which grows on the way
        if len(found) >= NAMES_MOST:
            break
        found += under.get(one, ())
    return found


def _with_posts(
    ties: Ties, verbs: frozenset[Verb] | None, routed: Container[str]
) -> dict[str, list[str]]:
    """Give, for each body with posts of its own, who hangs on them all together."""
    top, found = set(ties.top), dict[str, list[str]]()
    for body, posts in ties.own_posts.items():
        gone = {body, *posts}
        below = _below(ties.downwards(verbs), gone, gone | top, routed)
        above = ties.upwards(verbs)
        kept = [
            key
            for key in below
            if any(
                other in routed and other not in below and other not in gone
                for other in above[key]
            )
        ]
        for here in kept:  # which grows on the way
            if below.pop(here, _ROOT) is None:
                kept += ties.downwards(verbs)[here]
        found[body] = list(below)
    return found


def _below(
    below: Above, gone: Iterable[str], apart: set[str], routed: Container[str]
) -> dict[str, None]:
    """Give everybody with a route that passes, or may pass, what goes."""
    waiting, found = [key for key in gone if key in routed], dict[str, None]()
    for here in waiting:  # which grows on the way
        for other in below[here]:
            if other not in found and other not in apart:
                found[other] = None
                waiting.append(other)
    return found
