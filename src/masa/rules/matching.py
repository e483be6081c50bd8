"""Which things of two arrangements are one, or counterparts, and how that is known.

Things are one if they carry one id, if the main name of the one is a name of the
other, or if it is said that they are the same; two ids are two things. Another name
that two have in common, such as "the force", shows that they are one only within one
area. Two areas that have nothing in common are compared by role as well. Nothing is
matched where there are several to choose from.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import Enum

from masa.ground.logic import Answer
from masa.ground.stated import Stated
from masa.model.arrangement import Arrangement
from masa.model.bodies import Area, Post
from masa.model.doubts import SameAs
from masa.model.groups import Group
from masa.model.partners import PartnerKind, SafeguardingPartner
from masa.rules.meanings import Bonds
from masa.rules.sides import Item, Side, places_of

__all__ = ["Edge", "MatchBy", "Matching", "are_apart"]

Edge = tuple[Item, Item]
Keys = Callable[[Item], Iterable[str]]


class MatchBy(Enum):
    """How it is known that two things are one, or counterparts."""

    ID = "id"
    NAME = "name"
    SAME_AS = "same as"
    ROLE = "role"

    __repr__ = Enum.__str__


class Matching:
    """The things of two arrangements that are matched, and those that may be.

    Args:
        before: The one arrangement.
        after: The other.
        same_as: What the caller says on whether two names mean the same.
    """

    def __init__(
        self, before: Side, after: Side, same_as: Collection[SameAs] = ()
    ) -> None:
        self.before, self.after = before, after
        self.matched: dict[Item, Item] = {}
        self.by: dict[Item, MatchBy] = {}
        self.notes: dict[Item, str] = {}
        self.surely = Bonds()
        self._same_as = same_as
        self._possible: dict[Edge, MatchBy] = {}
        asked = _claims(before, after, same_as)
        self._verdicts = _told(before, after) | asked
        self._match_themselves()
        self._match_things(asked)
        self.perhaps = self._bound_perhaps()

    @property
    def possible(self) -> dict[Edge, MatchBy]:
        """The things that may be one, of those that are not matched."""
        return {edge: by for edge, by in self._possible.items() if self._is_free(edge)}

    def match(self, before: Item, after: Item, by: MatchBy) -> None:
        """Match two things."""
        self.matched[before] = after
        self.by[before] = self.by[after] = by
        self.surely.join(before, after)

    def counted(self, before: Sequence[Item], after: Sequence[Item]) -> str:
        """Say how many things there are in the one and in the other."""
        here, there = places_of(self.before.arrangement, self.after.arrangement)
        return f"{len(before)} {here} and {len(after)} {there}"

    def _is_free(self, edge: Edge) -> bool:
        return not any(item in self.by for item in edge)

    def _match_themselves(self) -> None:
        """Match the two arrangements, and bind what either says is one thing in it."""
        ours, theirs = self.before.itself, self.after.itself
        by = MatchBy.NAME if ours.names & theirs.names else MatchBy.ROLE
        self.match(ours, theirs, MatchBy.ID if ours.id == theirs.id else by)
        for one, other in self._within(Answer.YES):
            self.surely.join(one, other)

    def _match_things(self, asked: dict[Edge, Answer]) -> None:
        self._settle(_with(asked, Answer.YES), MatchBy.SAME_AS)
        self._settle(self._sharing(_id), MatchBy.ID)
        self._match_by_name(is_last=False)
        self._settle(_with(self._verdicts, Answer.YES), MatchBy.SAME_AS)
        self._match_by_role()
        self._match_by_name(is_last=True)
        for edge in _with(self._verdicts, Answer.UNKNOWN):
            self._possible[edge] = MatchBy.SAME_AS

    def _bound_perhaps(self) -> Bonds:
        perhaps = Bonds(self.surely)
        unknown = _with(self._verdicts, Answer.UNKNOWN)
        for edge in (*self.possible, *unknown, *self._within(Answer.UNKNOWN)):
            perhaps.join(*edge)
        return perhaps

    def _within(self, same: Answer) -> Iterator[Edge]:
        """Yield the things of one arrangement of which that is said."""
        for side in (self.before, self.after):
            for claim in (*side.arrangement.same_as, *self._same_as):
                one, other = side.named_so(claim.one), side.named_so(claim.other)
                if one and other and claim.same is same:
                    yield one, other

    def _settle(self, edges: Iterable[Edge], by: MatchBy) -> None:
        """Match those that have just one to be matched with; the others may be one."""
        free = [edge for edge in edges if self._is_free(edge)]
        many = Counter(item for edge in free for item in edge)
        for edge in free:
            if many[edge[0]] == many[edge[1]] == 1:
                self.match(*edge, by)
            else:
                self._possible.setdefault(edge, by)

    def _sharing(self, keys: Keys) -> list[Edge]:
        """Give the things that share a key, and of which nobody says otherwise."""
        carriers: dict[str, list[Item]] = {}
        for theirs in self.after.named:
            for key in keys(theirs):
                carriers.setdefault(key, []).append(theirs)
        found = dict.fromkeys(
            (ours, theirs)
            for ours in self.before.named
            for key in keys(ours)
            for theirs in carriers.get(key, ())
        )
        barred = {e for e, said in self._verdicts.items() if said is not Answer.YES}
        return [edge for edge in found if edge not in barred]

    def _match_by_name(self, *, is_last: bool) -> None:
        """Match by the main names first, then by a main name and another one.

        A post is left for the last time while its body may yet be matched.

        Reading: two posts of one title in bodies that are not matched may be one, as
        when a body takes over from another; they may as well be two. So may two
        things that only have another name in common, unless the area is one.
        """
        edges = [edge for edge in self._sharing(_names) if not _ids_differ(*edge)]
        apart = dict.fromkeys(edge for edge in edges if self._homes_differ(*edge))
        waiting = set() if is_last else {item for edge in apart for item in edge}
        tiers: list[list[Edge]] = [[], [], []]
        for edge in edges:
            if edge not in apart and waiting.isdisjoint(edge):
                tiers[_remoteness(*edge)].append(edge)
        main, other, nicknames = tiers
        self._settle(main, MatchBy.NAME)
        self._settle(other, MatchBy.NAME)
        if _state_one_area(self.before.arrangement, self.after.arrangement):
            self._settle(nicknames, MatchBy.NAME)
        elif is_last:
            apart.update(dict.fromkeys(nicknames))
        if is_last:
            self._possible.update(dict.fromkeys(apart, MatchBy.NAME))

    def _homes_differ(self, before: Item, after: Item, *above: Edge) -> bool:
        """Say whether two posts stand within two things that are not matched.

        A post may be said to stand within a post, even within itself; then it is
        asked where those stand.
        """
        if not (isinstance(before.thing, Post) and isinstance(after.thing, Post)):
            return False
        ours, theirs = self.before.home_of(before), self.after.home_of(after)
        if ours is None or theirs is None or (ours, theirs) in above:
            return False
        if self.surely.root(ours) is self.surely.root(theirs):
            return False
        are_posts = isinstance(ours.thing, Post) and isinstance(theirs.thing, Post)
        if not are_posts or ours.label != theirs.label or _ids_differ(ours, theirs):
            return True
        return self._homes_differ(ours, theirs, *above, (ours, theirs))

    def _match_by_role(self) -> None:
        """Match the one partner of a kind, and the one group at the top tier.

        Reading: where one of the two does not state its area, it is not known whether
        they are two areas; then such things are only possible matches.
        """
        apart = are_apart(self.before.arrangement, self.after.arrangement)
        if apart is Answer.NO:
            return
        for role, has_role in _ROLES.items():
            ours, theirs = (
                [item for item in side.named if has_role(item)]
                for side in (self.before, self.after)
            )
            if len(ours) == len(theirs) == 1:
                self._match_role((ours[0], theirs[0]), apart)
            elif ours and theirs:
                said = f"of the {role}, there are {self.counted(ours, theirs)}"
                self.notes.update(dict.fromkeys((*ours, *theirs), said))

    def _match_role(self, edge: Edge, apart: Answer) -> None:
        if not self._is_free(edge) or edge in self._verdicts:
            return
        if apart is Answer.YES:
            self.match(*edge, MatchBy.ROLE)
        else:
            self._possible.setdefault(edge, MatchBy.ROLE)


def are_apart(before: Arrangement, after: Arrangement) -> Answer:
    """Say whether two arrangements cover areas that have nothing in common."""
    if not (before.area and after.area):
        return Answer.UNKNOWN
    return Answer.of(
        not any(_are_one(area, other) for area in before.area for other in after.area)
    )


def _state_one_area(before: Arrangement, after: Arrangement) -> bool:
    """Say whether both state their area, and each area of either is in the other."""
    sides = (before.area, after.area)
    return all(sides) and all(
        any(_are_one(area, other) for other in others)
        for areas, others in (sides, sides[::-1])
        for area in areas
    )


def _are_one(one: Area, other: Area) -> bool:
    if one.id and other.id:
        return one.id == other.id
    ours, theirs = (
        {area.name, area.id, *Stated(area.also).values} - {None}
        for area in (one, other)
    )
    return not ours.isdisjoint(theirs)


def _id(item: Item) -> Iterable[str]:
    return [item.id] if item.id else []


def _names(item: Item) -> Iterable[str]:
    return sorted(item.names)


def _remoteness(one: Item, other: Item) -> int:
    """Say how far two things of one name are from being surely one."""
    if one.label == other.label:
        return 0
    return 1 if one.label in other.names or other.label in one.names else 2


def _ids_differ(one: Item, other: Item) -> bool:
    """Say whether two ids show that they are two things of one name."""
    return bool(one.id and other.id and one.id != other.id)


def _has_kind(kind: PartnerKind) -> Callable[[Item], bool]:
    def is_so(item: Item) -> bool:
        return isinstance(item.thing, SafeguardingPartner) and item.thing.kind is kind

    return is_so


def _is_at_top(item: Item) -> bool:
    return isinstance(item.thing, Group) and item.thing.tier.says(1) is Answer.YES


_ROLES: dict[str, Callable[[Item], bool]] = {
    **{f"{kind.value} partners": _has_kind(kind) for kind in PartnerKind},
    "groups at the top tier": _is_at_top,
}


def _with(verdicts: dict[Edge, Answer], same: Answer) -> list[Edge]:
    return [edge for edge, said in verdicts.items() if said is same]


def _claims(before: Side, after: Side, same_as: Iterable[SameAs]) -> dict[Edge, Answer]:
    """Say what is claimed of things of the two; what is claimed twice is unknown."""
    found: dict[Edge, Answer] = {}
    for claim in same_as:
        for one, other in ((claim.one, claim.other), (claim.other, claim.one)):
            ours, theirs = before.named_so(one), after.named_so(other)
            if ours and theirs and ours.is_named and theirs.is_named:
                edge = (ours, theirs)
                is_new = found.setdefault(edge, claim.same) is claim.same
                found[edge] = claim.same if is_new else Answer.UNKNOWN
    return found


def _told(before: Side, after: Side) -> dict[Edge, Answer]:
    """Say what the two arrangements themselves tell of the things of the other."""
    return _claims(
        before,
        after,
        (
            claim
            for side in (before, after)
            for claim in side.arrangement.same_as
            if side.named_so(claim.one) is not side.named_so(claim.other)
        ),
    )
