"""What a question needs beside the graph: groups as declared, and whose a post is."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple, TypeVar

from masa.ground.logic import NO, UNKNOWN, YES, Answer
from masa.ground.quantities import Count
from masa.ground.sources import Source
from masa.ground.stated import Standing, Stated, Statement
from masa.model.arrangement import COLLECTIVES
from masa.model.governance.counting import ONE, nameable
from masa.model.governance.givens import as_given, held, is_over
from masa.model.governance.nodes import GovernanceEdge, NodeKind
from masa.model.governance.roster import Roster
from masa.model.governance.ties import Ties
from masa.model.groups import Function, Group
from masa.model.relations import Relation, Verb

__all__ = ["OTHERS", "CountsAs", "Declared", "Inquiry", "Told"]

OTHERS = "others"
Declared = tuple[Roster, Group]
T = TypeVar("T")
Keys = tuple[str, ...]
_HOMES = {NodeKind.BODY, NodeKind.AGENCY, NodeKind.OUTSIDE_BODY}
_SITTING = {Verb.MEMBER_OF, Verb.INVITED_TO}

# A member is slower to see in its Enum than by a name of its own.
_GROUP, _POST = NodeKind.GROUP, NodeKind.POST
_COLLECTIVE, _DESCRIBED = NodeKind.COLLECTIVE, NodeKind.DESCRIBED_SET
_MEMBER_OF, _PART_OF, _HELD_WITH = Verb.MEMBER_OF, Verb.PART_OF, Verb.HELD_WITH
_MANY = {_COLLECTIVE, _DESCRIBED}


class CountsAs(NamedTuple):
    """What a holder of seats is called, and for which bodies and kinds it counts.

    Args:
        name: What it is called.
        bodies: The bodies for which a seat of it may count.
        kinds: The kinds as which it may count.
        usual: How many seats it has if no number is stated: one, or any; of the
            safeguarding partners together, at least one each.
        is_many: Whether its name means several.
        perhaps: The bodies for which it counts if names that may mean one thing do.
    """

    name: str
    bodies: tuple[str, ...]
    kinds: tuple[str, ...]
    usual: Count
    is_many: bool
    perhaps: tuple[str, ...] = ()


class Told(NamedTuple):
    """What a group or function is declared to be, beside the tier on which it is.

    Args:
        kind: What the document calls a group: forum, panel, network.
        id: Its id, if it has one.
        at: Where its tier is printed, as far as that holds; or else where it is itself.
    """

    kind: str
    id: str | None
    at: tuple[Source, ...]


class Inquiry:
    """A graph, with what its arrangements say beyond nodes and edges.

    Args:
        ties: The nodes and edges.
        on: The day that the graph is of, if it is of one.
        given: The conditions given as met or not.
        so_far: What is said of silence, if the text of a document breaks off.
    """

    def __init__(
        self, ties: Ties, on: date | None, given: Mapping[str, bool], so_far: str
    ) -> None:
        self.ties, self.on, self.given, self.so_far = ties, on, given, so_far
        self.label = cache(ties.label)  # as it is printed everywhere
        self.also, self.attending = cache(self._also), cache(self._attending)
        self.sure_bodies = cache(self._sure_bodies)
        self.counts_as = cache(self._counts_as)

    # -------------------------------------------------------- as it is declared

    @cached_property
    def groups(self) -> dict[str, list[Declared]]:
        """Every group that is in the graph, by its key, as often as it is declared."""
        found: dict[str, list[Declared]] = {}
        for roster in self.ties.rosters:
            for group in roster.arrangement.groups:
                key = roster.key_of(group)
                if key in self.ties.nodes:
                    found.setdefault(key, []).append((roster, group))
        return found

    @cached_property
    def declared(self) -> dict[str, list[Told]]:
        """What is told of every group, as often as it is declared, and every function.

        It is told by the key of each.
        """
        found = {
            key: [self._told(group) for _, group in declared]
            for key, declared in self.groups.items()
        }
        functions = {
            roster.key_of(one): one
            for roster in self.ties.rosters
            for one in roster.arrangement.functions
        }
        for key, function in functions.items():
            found.setdefault(key, []).append(self._told(function))
        return found

    def _told(self, thing: Group | Function) -> Told:
        kind = " or ".join(thing.kind.values) if isinstance(thing, Group) else ""
        at = [one.at for one in thing.tier.statements if self.holding(one)]
        return Told(kind, thing.id, tuple(filter(None, at or [thing.at])))

    @cached_property
    def sitting(self) -> dict[str, list[tuple[str, Relation]]]:
        """Who is related to each node as a member or guest, and how, if that may be."""
        found: dict[str, list[tuple[str, Relation]]] = {}
        for roster in self.ties.rosters:
            for said in roster.arrangement.relations:
                if said.verb in _SITTING:
                    ends = roster.key(said.source), roster.key(said.target)
                    if self.ties.nodes.keys() >= set(ends):
                        told = ((ends[0], one) for one in as_given(said, self.given))
                        found.setdefault(ends[1], []).extend(told)
        return found

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """The name of whoever is only described on a group, by group and by its words.

        Words by which two are described there are the name of neither.
        """
        found: dict[str, dict[str, str]] = {}
        twice: set[tuple[str, str]] = set()
        described = {
            key: node.name
            for key, node in self.ties.nodes.items()
            if not node.is_declared and node.kind is _DESCRIBED
        }
        for edge in self.ties.edges if described else ():
            words = described.get(edge.source)
            if words is not None:
                label, here = self.label(edge.source), found.setdefault(edge.target, {})
                if here.setdefault(words, label) != label:
                    twice.add((edge.target, words))
        for group, words in twice:
            del found[group][words]
        return found

    def homes(self, key: str) -> tuple[str, ...]:
        """Give the ids of the arrangements that declare a node, or speak of it."""
        found = self._homes.get(key)
        return tuple(found) if found else (self.ties.nodes[key].arrangement,)

    @cached_property
    def _homes(self) -> dict[str, list[str]]:
        """The arrangements of each node that several share."""
        found: dict[str, list[str]] = {}
        if len(self.ties.arrangements) > 1:
            for roster in self.ties.rosters:
                for key in roster.nodes:
                    found.setdefault(key, []).append(roster.arrangement.id)
        return found

    def stands(self, standing: Standing, condition: str | None = None) -> Answer:
        """Say whether what is said so firmly holds, under what is given."""
        given = self.given
        if not given:  # which is much faster to see
            is_firm = standing.is_settled and not condition
            return YES if is_firm else UNKNOWN
        if any(given.get(str(words)) is False for words in (standing.value, condition)):
            return NO
        is_met = condition is not None and condition in given
        comes = standing.is_settled or standing.value in given
        comes = comes or (is_met and standing is Standing.CONDITIONAL)
        return YES if comes and (is_met or not condition) else UNKNOWN

    def holding(
        self, said: Statement[object], on: date | None = None
    ) -> tuple[Statement[object], Answer] | None:
        """Give a statement and whether it holds; nothing if it surely does not."""
        asked = on or self.on
        answer = self.stands(said.standing, said.condition)
        is_gone = answer is NO or is_over(said, asked)
        return None if is_gone else (said, answer)

    def held(self, fact: Stated[T]) -> Stated[T]:
        """Give what is stated of a fact, on the day under what is given."""
        return held(fact, self.given, self.on)

    def is_dated_surely(self, said: Statement[object]) -> bool:
        """Whether what is said is surely of the day, if the graph is of one."""
        return self.on is None or said.period.covers(self.on) is YES

    # ------------------------------------------------------------ whose is it

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        """The bodies that each post or body is part of."""
        found: dict[str, list[str]] = {}
        nodes = self.ties.nodes
        for edge in self.ties.edges:
            if edge.verb is _PART_OF and nodes[edge.target].kind in _HOMES:
                held = found.setdefault(edge.source, [])
                if edge.target not in held:
                    held.append(edge.target)
        return found

    @cached_property
    def seats(self) -> dict[str, dict[str, list[GovernanceEdge]]]:
        """The groups on which each member sits, with the edges that say so."""
        found: dict[str, dict[str, list[GovernanceEdge]]] = {}
        nodes = self.ties.nodes
        for edge in self.ties.edges:
            if edge.verb is _MEMBER_OF and nodes[edge.target].kind is _GROUP:
                groups = found.setdefault(edge.source, {})
                groups.setdefault(edge.target, []).append(edge)
        return found

    @cached_property
    def persons(self) -> dict[str, str]:
        """The first of the posts that one person holds, for each of them."""
        joined: dict[str, list[str]] = {}
        for edge in self.ties.edges:
            if edge.verb is _HELD_WITH:
                one = joined.setdefault(edge.source, [edge.source])
                other = joined.setdefault(edge.target, [edge.target])
                if one is not other:
                    small, large = sorted((one, other), key=len)
                    large += small
                    joined.update(dict.fromkeys(small, large))
        if not joined:
            return {}
        places = self.ties.places
        first = {
            id(posts): min(posts, key=places.__getitem__) for posts in joined.values()
        }
        return {key: first[id(posts)] for key, posts in joined.items()}

    def _kind(self, key: str) -> NodeKind:
        return self.ties.nodes[key].kind

    @cached_property
    def _partner_kinds(self) -> dict[str, str]:
        """The kind of each safeguarding partner."""
        return {
            roster.key_of(one): one.kind.value
            for roster in self.ties.rosters
            for one in roster.arrangement.partners
        }

    @cached_property
    def _together(self) -> dict[str, tuple[str, ...]]:
        """Those whom each collective name means."""
        return {
            key: tuple(
                dict.fromkeys(edge.source for edge in self.of_verb(key, Verb.ONE_OF))
            )
            for key, node in self.ties.nodes.items()
            if node.kind is _COLLECTIVE
        }

    def together(self, key: str) -> tuple[str, ...]:
        """Give those whom a name means together: all partners, or all agencies."""
        return self._together.get(key, ())

    def each_partner(self, key: str) -> tuple[str, ...]:
        """Give each safeguarding partner, if a name means them all; or else nobody."""
        return self.together(key) if self.is_of_partners(key) else ()

    def is_of_partners(self, key: str) -> bool:
        """Whether a node is the safeguarding partners together."""
        node = self.ties.nodes[key]
        is_collective = node.kind is _COLLECTIVE
        return is_collective and node.name == COLLECTIVES[0]

    def bodies(self, key: str) -> tuple[str, ...]:
        """Give the bodies for which a seat of a node may count.

        A post counts for its body, and one that several share for one of them; a post
        in no body for itself. Whoever is only described may be of any body: none.
        """
        kind = self._kind(key)
        if kind is _POST:
            return tuple(self._parts.get(key, (key,)))
        if kind is _COLLECTIVE:
            return self.together(key) if self.is_of_partners(key) else ()
        return () if kind is _DESCRIBED else (key,)

    def _sure_bodies(self, key: str) -> tuple[str, ...]:
        """Give the bodies for which a place of a node surely counts.

        What the safeguarding partners do together, each of them does. None if it counts
        for one of several bodies, or for nobody but a post or whoever is described.
        """
        kind = self._kind(key)
        if kind is _POST:
            homes = self._parts.get(key, ())
            return tuple(homes) if len(homes) == 1 else ()
        if kind is _COLLECTIVE:
            return self.each_partner(key) or (key,)
        return (key,) if kind in _HOMES else ()

    def _attending(self, key: str) -> tuple[tuple[str, ...], bool]:
        """Give the bodies that may attend by a seat of one, and whether each does.

        A group that sits on another attends for no body.
        """
        if self._kind(key) is _GROUP:
            return (), False
        together = self.together(key)
        bodies = together or self.bodies(key)
        is_one = not together and len(bodies) == 1
        return bodies, is_one or self.is_of_partners(key)

    def kinds(self, key: str) -> tuple[str, ...]:
        """Give the kinds as which a seat of a node may count; none if any is possible.

        They are the three kinds of partners, the headings under which agencies are
        listed, and others. A body that is part of a partner is of its kind.
        """
        node = self.ties.nodes[key]
        if node.kind is _DESCRIBED:
            return (_listed_as(node.category),) if node.category else ()
        if node.kind is _COLLECTIVE and not self.is_of_partners(key):
            return ()
        found = (self._kind_of(body) for body in self.bodies(key))
        return tuple(dict.fromkeys(found)) or (OTHERS,)

    def _kind_of(self, key: str) -> str:
        seen = [key]
        for one in seen:  # which grows on the way
            if one in self._partner_kinds:
                return self._partner_kinds[one]
            seen += [wider for wider in self._parts.get(one, ()) if wider not in seen]
        node = self.ties.nodes[key]
        return _listed_as(node.category) if node.kind is NodeKind.AGENCY else OTHERS

    @cached_property
    def maybe_one(self) -> dict[str, tuple[str, ...]]:
        """Those with whom each may be one, where a source leaves that unknown."""
        joined: dict[str, dict[str, None]] = {}
        for roster in self.ties.rosters:
            for same in roster.arrangement.same_as:
                ends = roster.key(same.one), roster.key(same.other)
                if same.same is UNKNOWN and self.ties.nodes.keys() >= set(ends):
                    every: dict[str, None] = {}
                    for end in ends:
                        every |= joined.get(end, {end: None})
                    joined.update(dict.fromkeys(every, every))
        return {
            key: tuple(other for other in every if other != key)
            for key, every in joined.items()
            if len(every) > 1
        }

    def _perhaps(self, key: str, own: Keys, kinds: Keys) -> tuple[Keys, Keys, Keys]:
        """Give the bodies and kinds for which the seats of a node may count.

        A post that may be one with another counts for a body of either. Those for which
        it counts if a body is one with another are told apart, last. What is one with a
        partner is of its kind, and what is one with an agency is listed as it is.
        """
        if not kinds:
            return own, kinds, ()  # it may be of any
        if self._kind(key) is _POST:
            posts = (key, *self.maybe_one.get(key, ()))
            own = tuple(dict.fromkeys(b for post in posts for b in self.bodies(post)))
            kinds = tuple(dict.fromkeys(map(self._kind_of, own)))
        others = (o for one in (key, *own) for o in self.maybe_one.get(one, ()))
        bodies = [b for other in others for b in self.bodies(other) if b not in own]
        first, listed = {*self._partner_kinds.values()}, {OTHERS}
        more = {self._kind_of(body): None for body in bodies}
        if first.issuperset(kinds):
            more = {kind: None for kind in more if kind in first}
        elif listed.isdisjoint(kinds):
            more.pop(OTHERS, None)
        for kind in kinds:
            more.pop(kind, None)
        return own, (*kinds, *more), tuple(dict.fromkeys(bodies))

    def _counts_as(self, key: str) -> CountsAs:
        """Give as what the seats of a node count."""
        name, own, kinds = self.label(key), self.bodies(key), self.kinds(key)
        perhaps: Keys = ()
        if self.maybe_one:
            own, kinds, perhaps = self._perhaps(key, own, kinds)
        is_many, each = self._kind(key) in _MANY, len(self.each_partner(key))
        usual = Count(each, None, (), (nameable(name),)) if is_many else ONE
        bodies, others = self.labels(own), self.labels(perhaps)
        named_many = self.ties.nodes[key].is_many
        return CountsAs(name, bodies, kinds, usual, named_many, others)

    def _also(self, key: str) -> tuple[str, ...]:
        """Give the other names of a node, its key among them, beside its label."""
        node = self.ties.nodes[key]
        if not node.also and key == node.name:
            return ()  # which is much faster to see
        names = dict.fromkeys((node.name, node.called, *node.also, key))
        names.pop(self.label(key), None)
        return tuple(names)

    def names_of_members(self, group: str) -> dict[str, tuple[str, ...]]:
        """Give the other names of each body for which somebody sits on a group."""
        edges = self.ties.incoming[group]
        bodies = (body for edge in edges for body in self.bodies(edge.source))
        return {self.label(body): self.also(body) for body in bodies}

    def labels(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Name several nodes."""
        return tuple([self.label(key) for key in keys])

    def of_verb(self, key: str, *verbs: Verb) -> Iterator[GovernanceEdge]:
        """Yield the edges of some kinds that end at a node."""
        return (edge for edge in self.ties.incoming[key] if edge.verb in verbs)


def _listed_as(category: str) -> str:
    return f"relevant agencies: {category}" if category else "relevant agencies"
