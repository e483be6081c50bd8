"""Who stands in the graph of one arrangement, and by which key each is known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from attrs import evolve

from masa.ground.logic import Answer
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.model.arrangement import COLLECTIVES, Arrangement, Thing
from masa.model.bodies import Area, Body, Post
from masa.model.commitments import Policy
from masa.model.documents import Placed
from masa.model.governance.givens import Given, held, is_over
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.groups import Function, Group
from masa.model.lifetimes import thing_was_there
from masa.model.partners import DescribedSet, RelevantAgency, SafeguardingPartner
from masa.model.teams import ChildProtectionTeam

__all__ = ["Named", "Roster", "at_tier", "firmer", "named_things", "names_of"]

Named = (
    SafeguardingPartner
    | RelevantAgency
    | DescribedSet
    | Body
    | Post
    | Group
    | ChildProtectionTeam
    | Function
)
_TIERED = (Group, Function)
_MAY_BE_BODIES = (SafeguardingPartner, RelevantAgency)
_AREA = " (area)"
Tiers = tuple[int | None, int | None]
T = TypeVar("T")


def named_things(arrangement: Arrangement) -> Iterator[tuple[Named, NodeKind, str]]:
    """Yield everything that becomes a node, with its kind and its category."""
    for partner in arrangement.partners:
        yield partner, NodeKind.BODY, partner.kind.value
    for heading in arrangement.agencies:
        for agency in heading.named:
            yield agency, NodeKind.AGENCY, heading.category
        yield from (
            (one, NodeKind.DESCRIBED_SET, heading.category) for one in heading.described
        )
    for body in arrangement.bodies:
        outside = bool(body.outside.statements)
        yield body, NodeKind.OUTSIDE_BODY if outside else NodeKind.BODY, ""
    others: tuple[tuple[Iterable[Named], NodeKind], ...] = (
        (_posts(arrangement), NodeKind.POST),
        (arrangement.groups, NodeKind.GROUP),
        (arrangement.teams, NodeKind.GROUP),
        (arrangement.functions, NodeKind.FUNCTION),
        (arrangement.sets, NodeKind.DESCRIBED_SET),
    )
    for things, kind in others:
        for thing in things:
            yield thing, kind, ""


def _posts(arrangement: Arrangement) -> Iterator[Post]:
    for partner in arrangement.partners:
        yield from partner.posts
    for body in arrangement.bodies:
        yield from body.posts
    yield from arrangement.posts


class Roster:
    """The nodes of one arrangement, and the key of each by every name it carries.

    What is one thing by two entries, a partner and its body or two names that mean the
    same, is one node. Whoever is only described by a seat or as a chair is a described
    set, by the words of the description.

    Args:
        arrangement: The arrangement.
        on: The day: what surely was not there is left out; nothing for every day.
        shared: The ids that other arrangements use too; nothing if there is no other.
        given: The conditions given as met or not.
        alike: The names that several things carry, of this arrangement and others.
    """

    def __init__(
        self,
        arrangement: Arrangement,
        *,
        on: date | None = None,
        shared: frozenset[str] | None = None,
        given: Given | None = None,
        alike: frozenset[str] = frozenset(),
    ) -> None:
        self.arrangement = arrangement
        self.nodes: dict[str, GovernanceNode] = {}
        self.gone: set[str] = set()
        self.tiers: dict[str, Stated[int]] = {}
        self._together: set[str] = set()
        self.on, self._shared = on, shared or frozenset()
        self._given, self._alike = given or {}, alike
        self.of_atlas = "" if shared is None else arrangement.id
        self._prefix = "" if shared is None else f"{arrangement.id}: "
        self._keys: dict[int, str] = {}
        self._by_name: dict[str, str] = {}
        self._described: dict[str, str] = {}
        self._many: Mapping[str, int]
        named = list(named_things(arrangement))
        names = [thing.name for thing, _, _ in named]
        self._many = Counter(names) if len(set(names)) < len(names) else {}
        self._declare_whole()
        for thing, kind, category in named:
            self._enter(thing, kind, category)
        for area in arrangement.area:
            key = self.area_key(area)
            self._put(key, area.name, NodeKind.AREA, area, is_declared=False)
        self._merge()

    def _declare_whole(self) -> None:
        whole = self.arrangement
        name, *also = *whole.name.values, *names_of(whole.also), whole.title
        key = self._keys[id(whole)] = self._key_for(name, whole.id)
        self._put(key, name, NodeKind.PARTNERSHIP, whole, also=(*also, whole.id))
        for together in COLLECTIVES:
            key = self._by_name[together] = self._prefix + together
            self._together.add(key)
            self.nodes[key] = GovernanceNode(
                key=key,
                name=together,
                kind=NodeKind.COLLECTIVE,
                arrangement=whole.id,
                apart=self.of_atlas if together in self._alike else "",
            )

    def _enter(self, thing: Named, kind: NodeKind, category: str) -> None:
        """Enter a thing under its own key, or under that of what it is one with."""
        also = names_of(thing.also) if thing.also else ()
        if thing.id is not None:
            also = (*also, thing.id)
        body = self._body_of(thing) if category else None
        key = self._keys.get(id(thing))
        if key is None and body is not None:
            key = self._keys.get(id(body))
        if key is not None:
            self._add_names(key, (thing.name, *also))
        else:
            own = self._shared_id(thing, body) if body else thing.id
            key = self._key_for(thing.name, own)
            if self.on is not None and self._was_gone(thing, self.on):
                self.gone.add(key)
            else:
                self._put(key, thing.name, kind, thing, category, also)
        self._keys[id(thing)] = self._by_name[thing.name] = key
        if body is not None:
            self._keys[id(body)] = key

    def _shared_id(self, thing: Named, body: Thing) -> str | None:
        """Give the id of a thing, or of the body that it is if only that is shared."""
        theirs = getattr(body, "id", None)
        is_theirs = theirs in self._shared and thing.id not in self._shared
        return theirs if is_theirs else thing.id

    def _body_of(self, thing: Named) -> Thing | None:
        """Give the declared body that a partner or an agency is."""
        if isinstance(thing, _MAY_BE_BODIES) and thing.body:
            is_together = thing.body in COLLECTIVES
            return None if is_together else self.arrangement[thing.body]
        return None

    def _key_for(self, name: str, own: str | None) -> str:
        """Choose a key: the id that others share, or the name, or else the id."""
        if own in self._shared:
            return str(own)
        is_taken = self._many.get(name, 0) > 1
        key = self._prefix + (own if is_taken and own is not None else name)
        while key in self.nodes or key in self.gone:
            key += "'"
        return key

    def area_key(self, area: Area) -> str:
        """Give the key of an area: a borough may have the name of its area."""
        if area.id in self._shared:
            return str(area.id)
        return self._prefix + area.name + _AREA

    def _put(  # noqa: PLR0913, PLR0917 (the parts of a node)
        self,
        key: str,
        name: str,
        kind: NodeKind,
        said: Placed,
        category: str = "",
        also: tuple[str, ...] = (),
        *,
        is_declared: bool = True,
    ) -> None:
        tier, proposed, is_outside = None, None, False
        if isinstance(said, _TIERED):
            tier, proposed = self._tiers(key, said.tier)
            is_outside = isinstance(said, Group) and bool(said.outside.statements)
        self.nodes[key] = GovernanceNode(
            key,
            name,
            kind,
            also,
            self.arrangement.id,
            category,
            tier,
            proposed,
            is_outside,
            is_declared,
            said.standing,
            said.at,
            self._apart(key, name, is_declared=is_declared),
        )

    def _apart(self, key: str, name: str, *, is_declared: bool) -> str:
        """Give what tells a node apart from others that are called as it is."""
        if key == name:
            return ""
        is_alike = name in self._alike or self._many.get(name, 0) > 1
        if not (is_alike or (self._prefix and not is_declared)):
            return ""
        own = self._prefix + name
        area = ", ".join(filter(None, (self.of_atlas, "area")))
        return {own: self.of_atlas, own + _AREA: area}.get(key, key)

    def _tiers(self, key: str, tier: Stated[int]) -> Tiers:
        """Give the tier of a node; of one that may be joined, keep what is said."""
        if not tier.statements:
            return None, None
        tier = self.held(tier)
        if key in self._shared or self.arrangement.same_as:
            self.tiers[key] = tier
        return _settled_tier(tier)

    def held(self, fact: Stated[T]) -> Stated[T]:
        """Give what is stated of a fact, on the day under what is given."""
        return held(fact, self._given, self.on)

    def is_over(self, said: Statement[object]) -> bool:
        """Say whether what is said surely does not hold on the day."""
        return is_over(said, self.on)

    def _was_gone(self, thing: Named, on: date) -> bool:
        """Say whether a thing surely was not there on the day."""
        has_ended = bool(self.arrangement.ended.statements)
        may_end = isinstance(thing, Post) or (
            has_ended and isinstance(thing, Group | Function)
        )
        if not may_end and not _is_dated(thing):
            return False  # which is much faster to see
        found = thing_was_there(self.arrangement, thing, thing.name, on)
        return found.answer is Answer.NO

    def _merge(self) -> None:
        """Make one node of two whose names mean the same, by the key of one of them."""
        for same in self.arrangement.same_as:
            one, other = self.key(same.one), self.key(same.other)
            if self._rank(other) > self._rank(one):
                one, other = other, one
            if same.same is Answer.YES and one != other:
                _rename(self._keys, other, one)
                _rename(self._by_name, other, one)
                self._unite(one, other)

    def _rank(self, key: str) -> tuple[bool, bool]:
        """Say by how much a key is to be kept: it is fixed, or others use it too."""
        return key in self._together, key in self._shared

    def _unite(self, one: str, other: str) -> None:
        """Put what is left of two nodes under one key, the same on every day."""
        first, then = self.nodes.get(one), self.nodes.pop(other, None)
        if other in self.tiers:
            told = self.tiers.get(one, NOT_STATED), self.tiers.pop(other)
            self.tiers[one] = Stated(said for tier in told for said in tier.statements)
        if first is not None and then is not None:
            self.nodes[one] = firmer(first, then, self._given)
            self._add_names(one, (then.name, *then.also))
        elif then is not None:
            apart = self._apart(one, then.name, is_declared=then.is_declared)
            self.nodes[one] = evolve(then, key=one, apart=apart)
            self.gone.discard(one)
        if one in self.tiers:
            self.nodes[one] = at_tier(self.nodes[one], [self.tiers[one]])

    def _add_names(self, key: str, names: Iterable[str]) -> None:
        node = self.nodes.get(key)
        if node is not None:
            also = dict.fromkeys((*node.also, *names))
            also.pop(node.name, None)
            self.nodes[key] = evolve(node, also=tuple(also))

    def key(self, name: str) -> str:
        """Give the key of whatever carries a name."""
        found = self._by_name.get(name)
        if found is None:
            found = self._by_name[name] = self.key_of(self.arrangement[name])
        return found

    def key_of(self, thing: Thing) -> str:
        """Give the key of a thing; a document that is spoken of gets one only then."""
        key = self._keys.get(id(thing))
        if key is None and isinstance(thing, Policy):
            key = self._keys[id(thing)] = self._key_for(thing.name, thing.id)
            also = names_of(thing.also)
            self._put(key, thing.name, NodeKind.DOCUMENT, thing, also=also)
        return key or ""

    def told(self, thing: Thing) -> str:
        """Give the name of a thing, with its id if it has namesakes here."""
        name = str(thing.name)
        is_alone = self._many.get(name, 0) <= 1
        return name if is_alone else f"{name} [{getattr(thing, 'id', None)}]"

    def described(self, words: str, said: Placed) -> str:
        """Give the key of whoever meets a description, by its words."""
        found = self._described.get(words)
        if found is None:
            found = self._described[words] = self._key_for(words, None)
            kind = NodeKind.DESCRIBED_SET
            self._put(found, words, kind, said, is_declared=False)
        return found


def _rename(keys: dict[T, str], old: str, new: str) -> None:
    """Put a new key wherever the old one is."""
    keys.update(dict.fromkeys([one for one, key in keys.items() if key == old], new))


def names_of(also: tuple[Statement[str], ...]) -> tuple[str, ...]:
    """Give the other names of a thing, as far as they are told."""
    return tuple([one.value for one in also if isinstance(one.value, str)])


def firmer(first: GovernanceNode, then: GovernanceNode, given: Given) -> GovernanceNode:
    """Give the first of two nodes that are one, as firmly as either is there.

    Args:
        first: The one.
        then: The other.
        given: The conditions given as met or not.
    """
    told = [first, then]
    if first.standing is not then.standing:
        told.sort(key=lambda node: _looseness(node.standing, given))
    places = [node.at for node in told if node.at is not None]
    return evolve(first, standing=told[0].standing, at=next(iter(places), None))


def _looseness(standing: Standing, given: Given) -> tuple[int, int]:
    """Say how far from being in force something is, first under what is given."""
    stated = _FIRMNESS.index(standing)
    comes = given.get(standing.value)
    if comes is None:
        return stated, stated
    return (0 if comes else len(_FIRMNESS)), stated


_FIRMNESS = tuple(Standing)


def at_tier(node: GovernanceNode, said: Iterable[Stated[int]]) -> GovernanceNode:
    """Put a node that is declared several times on the tier on which all settle."""
    tier, proposed = _settled_tier(
        Stated(one for tier in said for one in tier.statements)
    )
    return evolve(node, tier=tier, proposed_tier=proposed)


def _settled_tier(tier: Stated[int]) -> Tiers:
    """Give the one tier that is settled; if nothing is, the one that is proposed."""
    settled = {said.value for said in tier.settled}
    numbers = tuple(settled or tier.values)
    if len(numbers) != 1 or not isinstance(numbers[0], int):
        return None, None
    return (numbers[0], None) if settled else (None, numbers[0])


def _is_dated(thing: Named) -> bool:
    """Say whether anything is stated of when a thing was there."""
    if isinstance(thing, Group):
        return bool(thing.period.statements)
    if isinstance(thing, SafeguardingPartner | RelevantAgency | Body):
        is_body = not isinstance(thing, Body) and thing.body is not None
        return is_body or bool(thing.existed.statements or thing.ended.statements)
    return False
