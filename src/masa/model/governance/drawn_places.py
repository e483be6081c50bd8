"""In which band and which box of a chart each node of a governance graph stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import evolve, frozen

from masa.model.arrangement import COLLECTIVES
from masa.model.bodies import Body, Reach
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.governance.ties import Ties
from masa.model.groups import Function, Group
from masa.model.relations import Verb

__all__ = ["NAMED", "WORK", "Home", "Homes", "in_order", "rank"]

PARTNERSHIP = "The partnership"
PARTNERS = "Safeguarding partners"
UNKNOWN_TIER = "Tier not stated"
AGENCIES = "Relevant agencies"
BESIDE = "Groups beside it"
OTHERS = "Others"
WORK = "Functions"
NEARBY = "Others by the groups"
NAMED = "Also named, no line drawn"
_TIERS = "Tier "
_PROPOSED = " (proposed)"
_ORDER = (
    OTHERS,
    BESIDE,
    PARTNERSHIP,
    PARTNERS,
    _TIERS,
    WORK,
    UNKNOWN_TIER,
    NEARBY,
    AGENCIES,
    NAMED,
)
_ASIDE = {BESIDE: "Groups beside it", PARTNERSHIP: "Other posts"}
_REACHES = {
    Reach.REGIONAL: "Regional bodies",
    Reach.NATIONAL: "National bodies",
    Reach.INSPECTORATE: "Inspectorates",
    Reach.OTHER_BOARD: "Other boards",
    Reach.PROVIDER: "Providers",
    Reach.UNIT: "Units of a partner",
    Reach.PEOPLE: "People",
}
_FEW = 3  # groups of one sort that get a box of their own
_CARDS = frozenset(
    {NodeKind.PARTNERSHIP, NodeKind.COLLECTIVE, NodeKind.FUNCTION, NodeKind.GROUP}
)
_HEADINGS = {
    NodeKind.POST: "Posts",
    NodeKind.DESCRIBED_SET: "Described, not named",
    NodeKind.AREA: "Areas",
    NodeKind.DOCUMENT: "Documents",
}


@frozen(kw_only=True)
class Home:
    """Where a node stands.

    Args:
        band: The name of the band.
        box: The key of the box in which it is a pill; nothing if it is a card.
        heading: The heading of that box.
    """

    band: str
    box: str = ""
    heading: str = ""

    @property
    def is_of_a_sort(self) -> bool:
        """Whether its box is headed by a sort, and not by a node."""
        return self.box.startswith("\n")

    @property
    def aside(self) -> "Home":
        """Where it stands if no line ends on it; what has a place of its own stays."""
        if not self.box or self.band in {PARTNERS, AGENCIES}:
            return self
        if not self.is_of_a_sort:
            return evolve(self, band=NAMED)
        heading = _ASIDE.get(self.band, "Other bodies")
        if self.heading == _HEADINGS[NodeKind.DESCRIBED_SET]:
            heading = self.heading
        return Home(band=NAMED, box=f"\n\n{heading}", heading=heading)

    @property
    def below(self) -> "Home":
        """Where it stands if its lines go no higher than to groups without a tier."""
        if self.band not in {OTHERS, BESIDE}:
            return self
        more = "\n\n\n" if self.is_of_a_sort else ""
        return evolve(self, band=NEARBY, box=f"{more}{self.box}")


class Homes:
    """Where every node of a graph stands, and what the arrangement says of it.

    Args:
        ties: The nodes and edges.
    """

    def __init__(self, ties: Ties) -> None:
        self._ties = ties

    @cached_property
    def things(self) -> Mapping[str, list[Group | Function | Body]]:
        """The groups, functions and bodies behind each node."""
        found: dict[str, list[Group | Function | Body]] = {}
        for roster in self._ties.rosters:
            one = roster.arrangement
            things: tuple[Group | Function | Body, ...]
            things = (*one.groups, *one.functions, *one.bodies)
            for thing in things:
                found.setdefault(roster.key_of(thing), []).append(thing)
        return found

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """The body in which each post or body is said to be, the first of several."""
        found: dict[str, str] = {}
        for edge in self._ties.edges:
            kinds = {self._kind(edge.source), self._kind(edge.target)}
            if edge.verb is Verb.PART_OF and not kinds & _CARDS:
                found.setdefault(edge.source, edge.target)
        return found

    def _kind(self, key: str) -> NodeKind:
        return self._ties.nodes[key].kind

    def root(self, key: str) -> str:
        """Give the outermost body in which something is."""
        passed = {key}
        while (key := self.parents.get(key, key)) not in passed:
            passed.add(key)
        return key

    @cached_property
    def _with_parts(self) -> frozenset[str]:
        return frozenset(self.parents.values())

    def of(self, node: GovernanceNode) -> Home:
        """Say where a node stands; one that heads a box is in that box."""
        if node.is_outside:
            heading = self._sorts[node.key]
            return Home(band=BESIDE, box=f"\n{heading}", heading=heading)
        if node.kind in _CARDS:
            return Home(band=_band_of_card(node))
        root = self._ties.nodes[self.root(node.key)]
        if root.kind is NodeKind.BODY and root.category:
            return Home(band=PARTNERS, box=root.key, heading=root.called)
        if root.category:
            heading = root.category
            return Home(band=AGENCIES, box=f"\n{heading}", heading=heading)
        if root.key in self._with_parts:
            return Home(band=OTHERS, box=root.key, heading=root.called)
        heading = _HEADINGS.get(node.kind) or self._reach(node.key)
        band = PARTNERSHIP if node.kind is NodeKind.POST else OTHERS
        return Home(band=band, box=f"\n{heading}", heading=heading)

    def _reach(self, key: str) -> str:
        bodies = (t for t in self.things.get(key, ()) if isinstance(t, Body))
        reaches = (reach for body in bodies for reach in body.outside.values)
        return next((_REACHES[reach] for reach in reaches), "Other bodies")

    @cached_property
    def _sorts(self) -> Mapping[str, str]:
        """The box of each group beside the arrangement: its sort, or that of others."""
        words = dict(self._printed_sorts())
        counts = Counter(words.values())
        return {
            key: f"{word[:1].upper()}{word[1:]}"
            if word and counts[word] >= _FEW
            else "Other groups"
            for key, word in words.items()
        }

    def _printed_sorts(self) -> Iterator[tuple[str, str]]:
        for key, node in self._ties.nodes.items():
            if node.is_outside:
                groups = _groups(self.things.get(key, ()))
                words = (word for group in groups for word in group.kind.values)
                yield key, next(words, "")


def _groups(things: Iterable[object]) -> Iterator[Group]:
    return (thing for thing in things if isinstance(thing, Group))


def _band_of_card(node: GovernanceNode) -> str:
    if node.kind is NodeKind.PARTNERSHIP:
        return PARTNERSHIP
    if node.kind is NodeKind.COLLECTIVE:
        return PARTNERS if node.name == COLLECTIVES[0] else AGENCIES
    if node.tier is not None:
        return f"{_TIERS}{node.tier}"
    if node.proposed_tier is not None:
        return f"{_TIERS}{node.proposed_tier}{_PROPOSED}"
    return WORK if node.kind is NodeKind.FUNCTION else UNKNOWN_TIER


def rank(band: str) -> tuple[int, int]:
    """Order the bands of a chart from top to bottom, tiers by their number."""
    if band.startswith(_TIERS) and band != UNKNOWN_TIER:
        number = int(band.removeprefix(_TIERS).removesuffix(_PROPOSED))
        return _ORDER.index(_TIERS), 2 * number + band.endswith(_PROPOSED)
    return _ORDER.index(band), 0


def in_order(bands: Iterable[str]) -> list[str]:
    """Order bands; where no tier is stated, the groups go before the functions."""
    ordered = sorted(bands, key=rank)
    tiers = rank(_TIERS + "0")[0]
    if UNKNOWN_TIER in ordered and not any(rank(one)[0] == tiers for one in ordered):
        ordered.remove(UNKNOWN_TIER)
        above = sum(rank(one)[0] < tiers for one in ordered)
        ordered.insert(above, UNKNOWN_TIER)
    return ordered
