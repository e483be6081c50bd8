"""Which groups share members: the same posts, bodies and descriptions, or one body."""

from collections import Counter
from collections.abc import Iterator, Sequence
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
from masa.model.governance.prefaces import prefaced
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
        persons: The posts that sit each on one of them, and that one person holds.
        described: The descriptions that are used of members of both; those who meet
            them may be different people.
        at: Where these seats are printed.
    """

    one: str
    other: str
    same: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()

    def __str__(self) -> str:
        by = [f"{name} (by different posts)" for name in self.through]
        by += [f"{posts} (held by one person)" for posts in self.persons]
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
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    title: str
    pairs: tuple[Overlap, ...] = ()
    count: int = 0
    is_cut: bool = False
    left_out: tuple[str, ...] = ()
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[Overlap]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

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
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        if not self.pairs:
            return f"No two groups of {self.title} share a stated member{self.so_far}."
        one = self.count == 1
        said = f"{self.count} pair{'' if one else 's'} of groups of {self.title} "
        said += f"share{'s' if one else ''} stated members; first: {self.pairs[0]}."
        if self.is_cut:
            sits = "sits" if len(self.left_out) == 1 else "sit"
            said += f" There may be more: {listed(self.left_out)} {sits} on too many."
        return said


_COLUMNS = (
    *("group", "other group", "both", "by posts", "one person"),
    *("described", "place"),
)


def _row(pair: Overlap) -> tuple[str, ...]:
    members = (pair.same, pair.through, pair.persons, pair.described)
    places = "; ".join(map(str, pair.at))
    return pair.one, pair.other, *("; ".join(each) for each in members), places


# ------------------------------------------------------------------ from the graph


Pair = tuple[str, str]
Shared = tuple[Counter[Pair], Counter[Pair], Counter[Pair]]
Seats = dict[str, dict[str, list[GovernanceEdge]]]
Sitting = dict[str, dict[str, dict[str, None]]]


def overlaps_of(inquiry: Inquiry, title: str, most: int) -> Overlaps:
    """Find every pair of groups that shares members, most shared first."""
    if not 1 <= whole(most) <= SHOWN_MOST:
        raise RangeError(
            f"{echo(most)} pairs cannot be shown", remedy=f"give 1 to {SHOWN_MOST:,}"
        )
    seats = _seats(inquiry)
    sitting = _sitting(inquiry, seats)
    shared, left_out = _shared(inquiry, sitting)
    for key in left_out:
        del sitting[key]
    ranked = _ranked(shared, most)
    return Overlaps(
        title=title,
        pairs=tuple(_overlaps(inquiry, seats, sitting, ranked)),
        count=len(set().union(*shared)),
        is_cut=bool(left_out),
        left_out=inquiry.labels(left_out),
        so_far=inquiry.so_far,
    )


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
    """Give, for each member, body and person, by whom it sits on which groups.

    A person with several posts has the key of the first of them. Whoever sits on few
    groups comes first.
    """
    found: Sitting = {}
    persons = inquiry.persons
    for key, groups in seats.items():
        bodies = inquiry.bodies(key)
        is_sure = len(bodies) == 1 or bool(inquiry.together(key))
        holders = (key, *(bodies if is_sure else ()))
        if key in persons:
            holders = (*holders, persons[key])
        for holder in dict.fromkeys(holders):
            sits = found.setdefault(holder, {})
            for group in groups:
                sits.setdefault(group, {})[key] = None
    return dict(sorted(found.items(), key=lambda item: len(item[1])))


def _shared(inquiry: Inquiry, sitting: Sitting) -> tuple[Shared, list[str]]:
    """Count what each pair shares, looking at no more pairs than can be waited for."""
    same, through, words = Counter[Pair](), Counter[Pair](), Counter[Pair]()
    left_out, left = list[str](), PAIRS_MOST
    for key, sits in sitting.items():
        left -= len(sits) * (len(sits) - 1) // 2
        if left < 0:
            left_out.append(key)
            continue
        groups = sorted(sits, key=inquiry.ties.places.__getitem__)
        if inquiry.ties.nodes[key].kind is NodeKind.DESCRIBED_SET:
            words.update(combinations(groups, 2))
            continue
        by_holder: dict[str, list[str]] = {}
        for group in groups:
            for holder in sits[group]:
                by_holder.setdefault(holder, []).append(group)
        same.update(combinations(by_holder.get(key, ()), 2))
        if len(by_holder) > 1:
            told = {p for held in by_holder.values() for p in combinations(held, 2)}
            through.update(p for p in combinations(groups, 2) if p not in told)
    return (same, through, words), left_out


def _ranked(shared: Shared, most: int) -> list[Pair]:
    """Give the pairs that share most, by the first count before the others."""
    pairs: dict[Pair, None] = {}
    for each in shared:
        if len(pairs) < most:
            pairs |= dict.fromkeys(each)
    return nsmallest(most, pairs, key=lambda pair: [-each[pair] for each in shared])


def _overlaps(
    inquiry: Inquiry, seats: Seats, sitting: Sitting, pairs: Sequence[Pair]
) -> Iterator[Overlap]:
    on: dict[str, list[str]] = {group: [] for pair in pairs for group in pair}
    for key, sits in sitting.items():
        for group in sits.keys() & on.keys():
            on[group].append(key)
    for one, other in pairs:
        same, words = list[str](), list[str]()
        through, persons = list[str](), list[str]()
        for key in on[one]:
            by, by_other = sitting[key][one], sitting[key].get(other, {})
            if by_other and inquiry.ties.nodes[key].kind is NodeKind.DESCRIBED_SET:
                words.append(key)
            elif by_other and by.keys().isdisjoint(by_other):
                is_person = inquiry.ties.nodes[key].kind is NodeKind.POST
                (persons if is_person else through).append(key)
            elif key in by and key in by_other:
                same.append(key)  # otherwise the same post is told already
        places = (
            edge.at
            for key in (*same, *through, *persons, *words)
            for group in (one, other)
            for holder in sitting[key][group]
            for edge in seats[holder][group]
        )
        yield Overlap(
            one=inquiry.label(one),
            other=inquiry.label(other),
            same=inquiry.labels(same),
            through=inquiry.labels(through),
            persons=tuple(
                listed(inquiry.labels((*sitting[key][one], *sitting[key][other])))
                for key in persons
            ),
            described=inquiry.labels(words),
            at=placed(places),
        )
