"""Getting about in a governance graph: by name, along edges, up to the top."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from masa.ground.errors import KindError, UnknownNameError
from masa.ground.shapes import to_choice
from masa.ground.text import did_you_mean, echo, listed, text_of
from masa.model.arrangement import COLLECTIVES, Arrangement
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.roster import Roster
from masa.model.relations import Direction, Verb
from masa.model.teams import ChildProtectionTeam

__all__ = [
    "IN_TIERS",
    "TOP",
    "Above",
    "Goal",
    "Hop",
    "Kinds",
    "Ties",
    "Verbs",
    "Who",
    "distances",
    "verbs_of",
]

TOP = "top"
IN_TIERS = NodeKind.GROUP, NodeKind.FUNCTION
Hop = tuple[GovernanceEdge, ...]
Kinds = Iterable[Verb | str] | None
Verbs = frozenset[Verb] | None
Who = str | GovernanceNode
Goal = Who | None
_WHERE_NAMES_ARE = "look at `nodes`, or at what `python -m masa draw FILE` prints"
Above = dict[str, dict[str, Hop]]


def verbs_of(kinds: Kinds) -> Verbs:
    """Take the kinds of edges that are asked for; nothing means those of routes.

    Raises:
        KindError: If there is no such kind, or they are not a list.
    """
    if kinds is None:
        return None
    if isinstance(kinds, str | Verb) or not isinstance(kinds, Iterable):
        raise KindError(
            f"{echo(kinds)} is not a list of kinds",
            remedy='put it in a list, even when alone: kinds=["reports to"]',
        )
    return frozenset(map(_verb, kinds))


def _verb(kind: object) -> Verb:
    if isinstance(kind, str):
        words = [one.value for one in Verb]
        if kind not in words:
            raise KindError(
                f"{echo(kind)} is not a kind of edge",
                remedy=did_you_mean(kind, words) or "look at `masa.Verb`",
            )
    return to_choice(Verb, kind)


def distances(below: Above, goals: Iterable[str]) -> dict[str, int]:
    """Give how many steps each node is from the nearest goal, if it gets there."""
    found = dict.fromkeys(goals, 0)
    waiting = list(found)
    for key in waiting:  # which grows on the way
        far = found[key] + 1
        for other in below[key]:
            if other not in found:
                found[other] = far
                if below[other]:
                    waiting.append(other)
    return found


def _unknown(name: str, known: Iterable[str]) -> UnknownNameError:
    """Make the error that nothing is called so."""
    known = tuple(known)
    guess = _with_words(name, known) or did_you_mean(name, known)
    return UnknownNameError(
        f"nothing in this graph is called {echo(name)}",
        remedy=guess or _WHERE_NAMES_ARE,
    )


def _with_words(name: str, known: Iterable[str]) -> str:
    """Suggest what has all the words of a name in it, or say nothing."""
    words = set(_words(name)) - _SAYING_ALL
    found = [one for one in dict.fromkeys(known) if words and words <= set(_words(one))]
    found.sort(key=lambda one: _words(one)[0] not in words)
    return f"did you mean {listed(map(echo, found[:3]), 'or')}?" if found else ""


_SAYING_ALL = {"all", "any", "each", "every", "the"}


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


class Ties:
    """The nodes and edges of a graph, and where one gets along them.

    Args:
        arrangements: What they were taken from.
        nodes: The nodes by their keys.
        edges: The edges.
        rosters: Who stands in each arrangement, if the keys do not tell.
    """

    def __init__(
        self,
        arrangements: tuple[Arrangement, ...],
        nodes: dict[str, GovernanceNode],
        edges: tuple[GovernanceEdge, ...],
        rosters: tuple[Roster, ...] = (),
    ) -> None:
        self.arrangements = arrangements
        self.nodes, self.edges = nodes, edges
        self._rosters = rosters
        self._upwards: dict[frozenset[Verb] | None, Above] = {}
        self._downwards: dict[frozenset[Verb] | None, Above] = {}

    # -------------------------------------------------------------- by name

    def one(self, name: Who) -> str:
        """Give the key of the one node that a name means, or of a node itself.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If no node is called so, or several are, or it is a node
                of another graph.
        """
        if isinstance(name, GovernanceNode):
            if self.nodes.get(name.key) != name:
                raise self._not_here(name)
            return name.key
        keys = self.carriers(name)
        if len(keys) == 1:
            return keys[0]
        if keys:
            known = [echo(key) for key in keys if self.carriers(key) == (key,)]
            raise UnknownNameError(
                f"{echo(name)} is the name of {len(keys)} nodes",
                remedy=f"use the key of one of them, such as {known[0]}"
                if known
                else "give one of the nodes itself",
            )
        if name == TOP or name in self.kinds:
            raise UnknownNameError(
                f"{echo(name)} is no name in this graph; only `routes` and `must_pass` "
                "take a kind, or the top",
                remedy="give the name of one node",
            )
        raise _unknown(name, self.aliases)

    def _not_here(self, node: GovernanceNode) -> UnknownNameError:
        """Make the error that a node is none of this graph."""
        if not self.carriers(node.key):
            return _unknown(node.key, self.aliases)
        said = f"{echo(node.key)} is a node of another graph"
        return UnknownNameError(said, remedy="give its name, or the node of this graph")

    def carriers(self, name: str) -> tuple[str, ...]:
        """Give the keys of the nodes that carry a name, or have it as their key."""
        found = self.aliases.get(text_of(name))
        return found or ((name,) if name in self.nodes else ())

    def label(self, key: str) -> str:
        """Give what a node is printed as: as it is called, or else by its key."""
        called = self.nodes[key].called
        return called if self.carriers(called) == (key,) else key

    @cached_property
    def aliases(self) -> dict[str, tuple[str, ...]]:
        """Each name with the keys of the nodes that carry it.

        What is declared goes before the rest: a borough may have the name of its area,
        and a seat may be described by words that are somebody's name.
        """
        declared: dict[str, tuple[str, ...]] = {}
        described: dict[str, tuple[str, ...]] = {}
        for key, node in self.nodes.items():
            found, also = (declared, node.also) if node.is_declared else (described, ())
            own = (node.name, node.called) if node.apart else (node.name,)
            for name in (*own, *also) if also else own:
                held = found.get(name)
                if held is None:
                    found[name] = (key,)
                elif key not in held:
                    found[name] = (*held, key)
        rest = {n: keys for n, keys in described.items() if n not in declared}
        return declared | rest

    @cached_property
    def rosters(self) -> tuple[Roster, ...]:
        """Who stands in each arrangement, by the keys of the graph.

        What is left out of the graph has a key that is none of its own.
        """
        if self._rosters:
            return self._rosters
        is_of_atlas = len(self.arrangements) > 1 or any(
            node.key.startswith(f"{node.arrangement}: ") and node.key != node.name
            for node in self.nodes.values()
        )
        shared = frozenset(self.nodes) if is_of_atlas else None
        return tuple(Roster(one, shared=shared) for one in self.arrangements)

    def goals(self, name: Goal) -> tuple[str, ...]:
        """Give the keys of whoever a name means, likewise; of the top if none is given.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If it means nothing, or several nodes carry the name.
        """
        return self.top if name is None else self.meant(name)

    def meant(self, name: Who) -> tuple[str, ...]:
        """Give the keys of whoever a name means: one, or all of a kind.

        A kind is the heading under which agencies are listed, or the word of the
        document or of masa for what things are. It goes before whoever only a seat
        describes by the same word, and after what is declared by that name.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If it means nothing, or several nodes carry the name.
        """
        if isinstance(name, GovernanceNode):
            return (self.one(name),)
        keys = self.carriers(name)
        if name == TOP and not keys:
            return self.top
        if name in self.kinds and not any(self.nodes[k].is_declared for k in keys):
            return self.kinds[name]
        if not keys:
            raise _unknown(name, (*self.kinds, *self.aliases, TOP))
        return (self.one(name),)

    def asked(self, name: Who) -> str:
        """Say what was asked for; and if the word is both a name and a kind, as which.

        Args:
            name: What `meant` has taken.
        """
        keys = () if isinstance(name, GovernanceNode) else self.carriers(name)
        of_kind = self.kinds.get(str(name), ()) if keys else ()
        if not of_kind or set(of_kind) == set(keys):
            return str(name)
        is_name = any(self.nodes[key].is_declared for key in keys)
        return f"{name} (as a {'name' if is_name else 'kind'})"

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """The keys of the nodes of each kind, by every word for it."""
        found: dict[str, dict[str, None]] = {}
        for node in self.nodes.values():
            for word in filter(None, (node.category, node.kind.value)):
                found.setdefault(word, {})[node.key] = None
        for word, key in self._printed_kinds():
            found.setdefault(word, {})[key] = None
        return {word: tuple(keys) for word, keys in found.items()}

    def _printed_kinds(self) -> Iterator[tuple[str, str]]:
        for roster in self.rosters:
            one = roster.arrangement
            for thing in (*one.bodies, *one.groups, *one.relevant_agencies, *one.sets):
                for word in thing.kind.values:
                    if (key := roster.key_of(thing)) in self.nodes:
                        yield word, key

    @cached_property
    def teams(self) -> dict[str, list[tuple[Roster, ChildProtectionTeam]]]:
        """Every child protection team by its key, as often as it is declared."""
        found: dict[str, list[tuple[Roster, ChildProtectionTeam]]] = {}
        if any(one.teams for one in self.arrangements):
            for roster in self.rosters:
                for team in roster.arrangement.teams:
                    found.setdefault(roster.key_of(team), []).append((roster, team))
        return found

    @cached_property
    def in_tiers(self) -> tuple[GovernanceNode, ...]:
        """The groups and functions."""
        return tuple(node for node in self.nodes.values() if node.kind in IN_TIERS)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each node in the order of the graph, by its key."""
        return {key: place for place, key in enumerate(self.nodes)}

    # ---------------------------------------------------------- along edges

    @cached_property
    def outgoing(self) -> dict[str, list[GovernanceEdge]]:
        """The edges from each node."""
        found: dict[str, list[GovernanceEdge]] = {key: [] for key in self.nodes}
        for edge in self.edges:
            found[edge.source].append(edge)
        return found

    @cached_property
    def incoming(self) -> dict[str, list[GovernanceEdge]]:
        """The edges to each node."""
        found: dict[str, list[GovernanceEdge]] = {key: [] for key in self.nodes}
        for edge in self.edges:
            found[edge.target].append(edge)
        return found

    def posts_of(self, key: str) -> list[str]:
        """Give the keys of the posts in a body."""
        return [
            edge.source
            for edge in self.incoming[key]
            if edge.verb is Verb.PART_OF
            and self.nodes[edge.source].kind is NodeKind.POST
        ]

    @cached_property
    def own_posts(self) -> dict[str, list[str]]:
        """The posts in each body, without those that it shares with another."""
        homes: dict[str, str | None] = {}
        for edge in self.edges:
            if edge.verb is Verb.PART_OF:
                is_other = homes.get(edge.source, edge.target) != edge.target
                homes[edge.source] = None if is_other else edge.target
        found: dict[str, list[str]] = {}
        for key, home in homes.items():
            if home is not None and self.nodes[key].kind is NodeKind.POST:
                found.setdefault(home, []).append(key)
        return found

    def upwards(self, verbs: frozenset[Verb] | None = None) -> Above:
        """Give, for each node, who is next above it, and by which edges.

        A route goes up: from whoever reports to whom they report to, and from who is
        overseen to who oversees. A tie between equals is followed both ways, if its
        kind is asked for. A body is also spoken for by its posts that sit on a group.
        """
        found = self._upwards.get(verbs)
        if found is None:
            hops: dict[str, dict[str, list[GovernanceEdge]]]
            hops = {key: {} for key in self.nodes}
            for lower, upper, edge in self._steps(verbs):
                hops[lower].setdefault(upper, []).append(edge)
            found = self._upwards[verbs] = {
                lower: {upper: tuple(edges) for upper, edges in above.items()}
                for lower, above in hops.items()
            }
        return found

    def _steps(
        self, verbs: frozenset[Verb] | None
    ) -> Iterator[tuple[str, str, GovernanceEdge]]:
        """Yield the ends of each step up, the lower first, and the edge it follows."""
        for edge in self.edges:
            verb = edge.verb
            if verb.carries_routes if verbs is None else verb in verbs:
                if verb.direction is not Direction.DOWN:
                    yield edge.source, edge.target, edge
                if verb.direction is not Direction.UP or self._speaks(edge, verbs):
                    yield edge.target, edge.source, edge

    def _speaks(self, edge: GovernanceEdge, verbs: frozenset[Verb] | None) -> bool:
        """Say whether an edge is that of a post, which sits on a group, to its body."""
        sits = verbs is None or Verb.MEMBER_OF in verbs
        return sits and edge.verb is Verb.PART_OF and edge.source in self._seated

    @cached_property
    def _seated(self) -> frozenset[str]:
        """The keys of the posts that sit on a group."""
        return frozenset(
            edge.source
            for edge in self.edges
            if edge.verb is Verb.MEMBER_OF
            and self.nodes[edge.source].kind is NodeKind.POST
        )

    def downwards(self, verbs: frozenset[Verb] | None = None) -> Above:
        """Give, for each node, who is next below it, and by which edges."""
        found = self._downwards.get(verbs)
        if found is None:
            found = self._downwards[verbs] = {key: {} for key in self.nodes}
            for lower, over in self.upwards(verbs).items():
                for upper, edges in over.items():
                    found[upper][lower] = edges
        return found

    @cached_property
    def line_verbs(self) -> frozenset[Verb]:
        """The kinds of edges by which somebody answers to somebody."""
        return frozenset(verb for verb in Verb if verb.is_line)

    @property
    def lines(self) -> Above:
        """Whom each node answers to at once, and by which edges."""
        return self.upwards(self.line_verbs)

    @property
    def lines_down(self) -> Above:
        """Who answers to each node at once, and by which edges."""
        return self.downwards(self.line_verbs)

    # ------------------------------------------------------------ to the top

    @cached_property
    def with_a_route(self) -> dict[str, int]:
        """How many steps each node is from the top, if a stated route leads there."""
        return distances(self.downwards(), self.top)

    @cached_property
    def with_a_settled_route(self) -> frozenset[str]:
        """Those from whom a route leads to the top of which each step is settled."""
        below, found = self.downwards(), dict.fromkeys(self.top)
        waiting = list(found)
        for key in waiting:  # which grows on the way
            for other, edges in below[key].items():
                if other not in found and any(edge.is_settled for edge in edges):
                    found[other] = None
                    waiting.append(other)
        return frozenset(found)

    @cached_property
    def top(self) -> tuple[str, ...]:
        """The groups at tier 1 of each arrangement, or else those that lead it.

        Where no group is settled to be at tier 1, these are those proposed to be.
        Where there is none, they are the groups that no other group is above, and on
        which a safeguarding partner sits, as far as that is told of any of them; where
        there is no group, the safeguarding partners. A team is no group here.
        """
        own: dict[str, list[GovernanceNode]] = {}
        for node in self.nodes.values():
            own.setdefault(node.arrangement, []).append(node)
        found = (
            key
            for one in self.arrangements
            for key in self._top_of([*own.get(one.id, ()), *self.shared_in(one)])
        )
        return tuple(dict.fromkeys(found))

    def shared_in(self, arrangement: Arrangement) -> Iterator[GovernanceNode]:
        """Yield the groups of an arrangement that another one declares before it."""
        for group in arrangement.groups:
            node = self.nodes.get(group.id or "")
            if node is not None and node.arrangement != arrangement.id:
                yield node

    def _top_of(self, nodes: list[GovernanceNode]) -> list[str]:
        groups = [n for n in nodes if n.kind is NodeKind.GROUP and not n.is_outside]
        first = [node.key for node in groups if node.tier == 1]
        first = first or [node.key for node in groups if node.proposed_tier == 1]
        if first:
            return first
        own = [node.key for node in groups if node.key not in self.teams]
        highest = [key for key in own if not any(self._groups_above(key))]
        led = [key for key in highest if self._has_partner(key)]
        return led or highest or [n.key for n in nodes if n.name == COLLECTIVES[0]]

    def _groups_above(self, key: str) -> Iterator[str]:
        above = (Verb.CHAIRS, Verb.APPOINTS_CHAIR_OF)
        found = [edge.source for edge in self.incoming[key] if edge.verb in above]
        for other in (*self.lines[key], *found):
            is_group = self.nodes[other].kind is NodeKind.GROUP
            if is_group and other != key and other not in self.teams:
                yield other

    def _has_partner(self, key: str) -> bool:
        return any(
            edge.verb is Verb.MEMBER_OF and edge.source in self.of_partners
            for edge in self.incoming[key]
        )

    @cached_property
    def of_partners(self) -> frozenset[str]:
        """The keys of the safeguarding partners, together, each, and of their posts."""
        partners = {
            edge.source
            for edge in self.edges
            if edge.verb is Verb.ONE_OF
            and self.nodes[edge.target].name == COLLECTIVES[0]
        }
        posts = {
            edge.source
            for edge in self.edges
            if edge.verb is Verb.PART_OF and edge.target in partners
        }
        collectives = {k for k, n in self.nodes.items() if n.name == COLLECTIVES[0]}
        return frozenset(partners | posts | collectives)
