"""Which groups share members: the same posts, bodies and descriptions, or one body."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from itertools import combinations

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.durations import whole
from masa.ground.errors import RangeError
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import echo, listed
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, NodeKind
from masa.model.governance.seating import placed
from masa.model.relations import Verb

__all__ = ["Overlap", "Overlaps", "overlaps_of"]

PAIRS_MOST = 200_000
SHOWN_MOST = 1000


@frozen(kw_only=True)
class Overlap(Shown):
    """Two groups, and the members that are stated of both.

    Args:
        one: The one group.
        other: The other group.
        same: The posts, bodies and others that sit on both themselves.
        through: The bodies that sit on both by different posts, or by themselves on
            one and by a post on the other.
        described: The descriptions that are used of members of both; those who meet
            them may be different people.
        at: Where these seats are printed.
    """

    one: str
    other: str
    same: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()

    def __str__(self) -> str:
        by = [f"{name} (by different posts)" for name in self.through]
        by += [f"whoever is described as {words}" for words in self.described]
        places = f" ({listed(map(str, self.at))})" if self.at else ""
        shared = listed((*self.same, *by))
        return f"{self.one} and {self.other} share {shared}{places}"


@frozen(kw_only=True)
class Overlaps(Shown):
    """The pairs of groups that share members, those that share most first.

    Args:
        title: Of which governance.
        pairs: The pairs.
        count: How many pairs there are.
        is_cut: Whether there may be more: whoever sits on too many groups for every
            pair to be looked at was left out.
        left_out: Who that is.
        so_far: What is said of silence, if the text of the document breaks off.
    """

    title: str
    pairs: tuple[Overlap, ...] = ()
    count: int = 0
    is_cut: bool = False
    left_out: tuple[str, ...] = ()
    so_far: str = ""

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where the shared seats are printed, each once."""
        return placed(at for pair in self.pairs for at in pair.at)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each pair."""
        return [dict(zip(_COLUMNS, _row(pair), strict=True)) for pair in self.pairs]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(map(_row, self.pairs))
        caption = "Groups that share members"
        table = Table(caption=caption, columns=_COLUMNS, rows=rows)
        return (Paragraph(f"{self}"), *([table] if rows else []))

    def __str__(self) -> str:
        if not self.pairs:
            return f"No two groups of {self.title} share a stated member{self.so_far}."
        one = self.count == 1
        said = f"{self.count} pair{'' if one else 's'} of groups of {self.title} "
        said += f"share{'s' if one else ''} stated members; first: {self.pairs[0]}."
        if self.is_cut:
            sits = "sits" if len(self.left_out) == 1 else "sit"
            said += f" There may be more: {listed(self.left_out)} {sits} on too many."
        return said


_COLUMNS = ("group", "other group", "both", "by posts", "described", "place")


def _row(pair: Overlap) -> tuple[str, ...]:
    members = (pair.same, pair.through, pair.described)
    places = "; ".join(map(str, pair.at))
    return pair.one, pair.other, *("; ".join(each) for each in members), places


# ------------------------------------------------------------------ from the graph


Pair = tuple[str, str]
Members = defaultdict[Pair, list[str]]
Shared = tuple[Members, Members, Members]
SAME, THROUGH, WORDS = range(3)


def overlaps_of(inquiry: Inquiry, title: str, most: int) -> Overlaps:
    """Find every pair of groups that shares members, most shared first."""
    if not 1 <= whole(most) <= SHOWN_MOST:
        raise RangeError(
            f"{echo(most)} pairs cannot be shown", remedy=f"give 1 to {SHOWN_MOST:,}"
        )
    seats = _seats(inquiry)
    sitting = _sitting(inquiry, seats)
    found, left_out = _shared(inquiry, sitting)
    pairs = dict.fromkeys(pair for each in found for pair in each)
    ranked = nsmallest(
        most, pairs, key=lambda pair: [-len(each.get(pair, ())) for each in found]
    )
    return Overlaps(
        title=title,
        pairs=tuple(_overlap(inquiry, seats, sitting, one, found) for one in ranked),
        count=len(pairs),
        is_cut=bool(left_out),
        left_out=inquiry.labels(left_out),
        so_far=inquiry.so_far,
    )


Seats = dict[str, dict[str, list[GovernanceEdge]]]
Sitting = dict[str, dict[str, dict[str, None]]]


def _seats(inquiry: Inquiry) -> Seats:
    """Give, for each member, the groups it sits on, with the edges that say so."""
    found: Seats = {}
    nodes = inquiry.ties.nodes
    for edge in inquiry.ties.edges:
        if edge.verb is Verb.MEMBER_OF and nodes[edge.target].kind is NodeKind.GROUP:
            groups = found.setdefault(edge.source, {})
            groups.setdefault(edge.target, []).append(edge)
    return found


def _sitting(inquiry: Inquiry, seats: Seats) -> Sitting:
    """Give, for each member and each body, by whom it sits on which groups."""
    found: Sitting = {}
    for key, groups in seats.items():
        bodies = inquiry.bodies(key)
        is_sure = len(bodies) == 1 or bool(inquiry.together(key))
        for holder in dict.fromkeys((key, *(bodies if is_sure else ()))):
            for group in groups:
                found.setdefault(holder, {}).setdefault(group, {})[key] = None
    return found


def _shared(inquiry: Inquiry, sitting: Sitting) -> tuple[Shared, tuple[str, ...]]:
    """Give what each pair shares, looking at no more pairs than can be waited for."""
    found: Shared = (defaultdict(list), defaultdict(list), defaultdict(list))
    left_out, left = list[str](), PAIRS_MOST
    places = {key: place for place, key in enumerate(inquiry.ties.nodes)}
    for key in sorted(sitting, key=lambda key: len(sitting[key])):
        groups = sorted(sitting[key], key=places.__getitem__)
        left -= len(groups) * (len(groups) - 1) // 2
        if left < 0:
            left_out.append(key)
        elif inquiry.ties.nodes[key].kind is NodeKind.DESCRIBED_SET:
            for pair in combinations(groups, 2):
                found[WORDS][pair].append(key)
        else:
            _share(key, [(group, {*sitting[key][group]}) for group in groups], found)
    return found, tuple(left_out)


def _share(key: str, sits: list[tuple[str, set[str]]], found: Shared) -> None:
    """Note which pairs share a member itself, or a body by different posts."""
    same, through, _ = found
    for (one, by), (other, by_other) in combinations(sits, 2):
        if by.isdisjoint(by_other):
            through[one, other].append(key)
        elif key in by and key in by_other:
            same[one, other].append(key)  # otherwise the same post is told already


def _overlap(
    inquiry: Inquiry, seats: Seats, sitting: Sitting, pair: Pair, found: Shared
) -> Overlap:
    members = [tuple(each.get(pair, ())) for each in found]
    edges = (
        edge
        for key in (*members[SAME], *members[THROUGH], *members[WORDS])
        for group in pair
        for holder in sitting[key][group]
        for edge in seats[holder][group]
    )
    return Overlap(
        one=inquiry.label(pair[0]),
        other=inquiry.label(pair[1]),
        same=inquiry.labels(members[SAME]),
        through=inquiry.labels(members[THROUGH]),
        described=inquiry.labels(members[WORDS]),
        at=placed(edge.at for edge in edges),
    )
