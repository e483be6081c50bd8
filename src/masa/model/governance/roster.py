"""Who stands in the graph of one arrangement, and by which key each is known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from masa.ground.logic import Answer
from masa.ground.stated import Standing
from masa.model.arrangement import COLLECTIVES, Arrangement, Thing
from masa.model.bodies import Area, Body, Post
from masa.model.commitments import Policy
from masa.model.documents import Placed
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.groups import Function, Group
from masa.model.lifetimes import thing_was_there
from masa.model.partners import DescribedSet, RelevantAgency, SafeguardingPartner
from masa.model.teams import ChildProtectionTeam

__all__ = ["Named", "Roster"]

T = TypeVar("T")
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


class Roster:
    """The nodes of one arrangement, and the key of each by every name it carries.

    What is one thing by two entries, a partner and its body or two names that mean the
    same, is one node. Whoever is only described by a seat or as a chair is a described
    set, by the words of the description.

    Args:
        arrangement: The arrangement.
        on: The day: what surely was not there is left out; nothing for every day.
        shared: The ids that other arrangements use too; nothing if there is no other.
    """

    def __init__(
        self,
        arrangement: Arrangement,
        *,
        on: date | None = None,
        shared: frozenset[str] | None = None,
    ) -> None:
        self.arrangement = arrangement
        self.nodes: dict[str, GovernanceNode] = {}
        self.aliases: dict[str, list[str]] = {}
        self._on, self._shared = on, shared
        self._prefix = "" if shared is None else f"{arrangement.id}: "
        self._keys: dict[int, str] = {}
        self._by_name: dict[str, str] = {}
        self._described: dict[str, str] = {}
        self._many = Counter(one.name for one in self._named())
        self.gone: set[str] = set()
        self._declare()
        self._merge()

    def _named(self) -> Iterator[Named]:
        whole = self.arrangement
        yield from whole.partners
        yield from whole.relevant_agencies
        yield from whole.bodies
        for partner in whole.partners:
            yield from partner.posts
        for body in whole.bodies:
            yield from body.posts
        yield from whole.posts
        yield from whole.groups
        yield from whole.teams
        yield from whole.functions
        yield from whole.sets

    def _declare(self) -> None:
        whole = self.arrangement
        called = [*whole.name.values, *_also(whole), whole.title]
        self._enter(whole, called[0], called, NodeKind.PARTNERSHIP)
        for name in COLLECTIVES:
            self._by_name[name] = key = self._prefix + name
            self.nodes[key] = self._node(key, name, NodeKind.COLLECTIVE)
            self.aliases[name] = [key]
        headings = {
            id(agency): heading.category
            for heading in whole.agencies
            for agency in heading.agencies
        }
        for thing in self._named():
            names = (thing.name, *_also(thing))
            category = headings.get(id(thing), "")
            if isinstance(thing, SafeguardingPartner):
                category = thing.kind.value
            self._enter(thing, thing.name, names, _kind_of(thing), category)
        for area in whole.area:
            key = self.area_key(area)
            self.nodes[key] = self._node(key, area.name, NodeKind.AREA, area)
            self.aliases.setdefault(area.name, [key])

    def area_key(self, area: Area) -> str:
        """Give the key of an area: a borough may have the name of its area."""
        if area.id is not None and self._shared is not None and area.id in self._shared:
            return area.id
        return f"{self._prefix}{area.name} (area)"

    def _enter(
        self,
        thing: Named | Arrangement,
        name: str,
        names: Iterable[str],
        kind: NodeKind,
        category: str = "",
    ) -> None:
        """Enter a thing under its own key, or under that of what it is one with."""
        body = self._body_of(thing)
        key = self._keys.get(id(thing)) or self._keys.get(id(body), "")
        if not key:
            key = self._key_for(name, thing.id)
            if self._was_gone(thing, name):
                self.gone.add(key)
            else:
                self.nodes[key] = self._node(key, name, kind, thing, category)
        self._keys[id(thing)] = key
        if body is not None:
            self._keys[id(body)] = key
        for alias in dict.fromkeys((*names, *filter(None, [thing.id]))):
            self.aliases.setdefault(alias, []).append(key)

    def _body_of(self, thing: Named | Arrangement) -> Thing | None:
        """Give the declared body that a partner or an agency is."""
        if isinstance(thing, SafeguardingPartner | RelevantAgency):
            is_declared = thing.body is not None and thing.body not in COLLECTIVES
            return self.arrangement[str(thing.body)] if is_declared else None
        return None

    def _key_for(self, name: str, own: str | None) -> str:
        """Choose a key: the id that others share, or the name, or else the id."""
        if own is not None and self._shared is not None and own in self._shared:
            return own
        label = own if own is not None and self._many[name] > 1 else name
        key = self._prefix + label
        while key in self.nodes or key in self.gone:
            key += "'"
        return key

    def _node(
        self,
        key: str,
        name: str,
        kind: NodeKind,
        thing: Placed | None = None,
        category: str = "",
    ) -> GovernanceNode:
        tier = thing.tier if isinstance(thing, Group | Function) else None
        return GovernanceNode(
            key=key,
            name=name,
            kind=kind,
            arrangement=self.arrangement.id,
            category=category,
            tier=tier.only if tier is not None and tier.is_settled else None,
            is_outside=isinstance(thing, Group) and bool(thing.outside.values),
            standing=thing.standing if thing is not None else Standing.IN_FORCE,
            at=thing.at if thing is not None else None,
        )

    def _was_gone(self, thing: Named | Arrangement, name: str) -> bool:
        """Say whether a thing surely was not there on the day."""
        if self._on is None or isinstance(thing, Arrangement):
            return False
        if not isinstance(thing, Post) and not _is_dated(thing):
            return False  # which is much faster to see
        found = thing_was_there(self.arrangement, thing, name, self._on)
        return found.answer is Answer.NO

    def _merge(self) -> None:
        """Make one node of two whose names mean the same."""
        for same in self.arrangement.same_as:
            one, other = self.key(same.one), self.key(same.other)
            if same.same is Answer.YES and one != other:
                self.nodes.pop(other, None)
                self._keys.update(_moved(self._keys, other, one))
                self._by_name.update(_moved(self._by_name, other, one))
                for found in self.aliases.values():
                    found[:] = dict.fromkeys(one if k == other else k for k in found)

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
            key = self._key_for(thing.name, thing.id)
            self._keys[id(thing)] = key
            self.nodes[key] = self._node(key, thing.name, NodeKind.DOCUMENT, thing)
            self.aliases.setdefault(thing.name, []).append(key)
        return key or ""

    def described(self, words: str, said: Placed) -> str:
        """Give the key of whoever meets a description, by its words."""
        found = self._described.get(words)
        if found is None:
            found = self._described[words] = self._key_for(words, None)
            kind = NodeKind.DESCRIBED_SET
            self.nodes[found] = self._node(found, words, kind, said)
            self.aliases.setdefault(words, [found])
        return found


def _also(thing: Named | Arrangement) -> Iterator[str]:
    yield from (one.value for one in thing.also if isinstance(one.value, str))


def _moved(keys: Mapping[T, str], old: str, new: str) -> dict[T, str]:
    return {what: new for what, key in keys.items() if key == old}


_KINDS = {
    SafeguardingPartner: NodeKind.BODY,
    RelevantAgency: NodeKind.AGENCY,
    DescribedSet: NodeKind.DESCRIBED_SET,
    Post: NodeKind.POST,
    Function: NodeKind.FUNCTION,
    Group: NodeKind.GROUP,
    ChildProtectionTeam: NodeKind.GROUP,
}


def _kind_of(thing: Named) -> NodeKind:
    if isinstance(thing, Body):
        return NodeKind.OUTSIDE_BODY if thing.outside.values else NodeKind.BODY
    return _KINDS[type(thing)]


def _is_dated(thing: Named) -> bool:
    """Say whether anything is stated of when a thing was there."""
    if isinstance(thing, Group):
        return bool(thing.period.statements)
    if isinstance(thing, SafeguardingPartner | RelevantAgency | Body):
        is_body = not isinstance(thing, Body) and thing.body is not None
        return is_body or bool(thing.existed.statements or thing.ended.statements)
    return False
