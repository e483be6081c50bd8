"""Which groups share members: the same posts, bodies and descriptions, or one body."""

from collections.abc import Iterator, Sequence
from functools import cache
from heapq import nlargest
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

__all__ = ["Overlap", "Overlaps", "overlaps_of"]

PAIRS_MOST = 200_000
SHOWN_MOST = 1000


@frozen(slots=False)  # made by the hundred
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
Keys = tuple[str, ...]
Sharing = dict[Pair, Keys]  # by whom each pair is joined
Shared = tuple[Sharing, Sharing, Sharing]
Sitting = dict[str, dict[str, list[GovernanceEdge]]]


def overlaps_of(inquiry: Inquiry, title: str, most: int) -> Overlaps:
    """Find every pair of groups that shares members, most shared first."""
    if not 1 <= whole(most) <= SHOWN_MOST:
        raise RangeError(
            f"{echo(most)} pairs cannot be shown", remedy=f"give 1 to {SHOWN_MOST:,}"
        )
    sitting = _sitting(inquiry)
    shared, left_out = _shared(inquiry, sitting)
    ranked = _ranked(shared, most)
    return Overlaps(
        title=title,
        pairs=tuple(_overlaps(inquiry, sitting, shared, ranked)),
        count=len(set().union(*shared)),
        is_cut=bool(left_out),
        left_out=inquiry.labels(left_out),
        so_far=inquiry.so_far,
    )


def _sitting(inquiry: Inquiry) -> Sitting:
    """Give, for each member, body and person, the edges to each group it sits on.

    A person with several posts has the key of the first of them. Whoever sits on few
    groups comes first, and whoever sits on one alone is left out.
    """
    found: Sitting = {}
    persons = inquiry.persons
    for key, groups in inquiry.seats.items():
        holders = (key, *inquiry.sure_bodies(key), persons.get(key, key))
        for holder in dict.fromkeys(holders):
            sits = found.setdefault(holder, {})
            for group, edges in groups.items():
                sits.setdefault(group, []).extend(edges)
    several = (item for item in found.items() if len(item[1]) > 1)
    return dict(sorted(several, key=lambda item: len(item[1])))


def _shared(inquiry: Inquiry, sitting: Sitting) -> tuple[Shared, list[str]]:
    """Find what each pair shares, looking at no more pairs than can be waited for."""
    same, through, words = Sharing(), Sharing(), Sharing()
    left_out, left = list[str](), PAIRS_MOST
    for key, sits in sitting.items():
        left -= len(sits) * (len(sits) - 1) // 2
        if left < 0:
            left_out.append(key)
            continue
        groups = sorted(sits, key=inquiry.ties.places.__getitem__)
        pairs = combinations(groups, 2)
        if inquiry.ties.nodes[key].kind is NodeKind.DESCRIBED_SET:
            for pair in pairs:
                words[pair] = (*words.get(pair, ()), key)
            continue
        by = {group: {edge.source for edge in sits[group]} for group in groups}
        for pair in pairs:
            one, other = by[pair[0]], by[pair[1]]
            if one.isdisjoint(other):
                through[pair] = (*through.get(pair, ()), key)
            elif key in one and key in other:  # otherwise a post of it is told already
                same[pair] = (*same.get(pair, ()), key)
    return (same, through, words), left_out


def _ranked(shared: Shared, most: int) -> list[Pair]:
    """Give the pairs that share most, by the first count before the others."""
    same, through, words = shared
    pairs: dict[Pair, None] = {}
    for each in shared:
        if len(pairs) < most:
            pairs |= dict.fromkeys(each)
    return nlargest(
        most,
        pairs,
        key=lambda pair: (
            len(same.get(pair, ())),
            len(through.get(pair, ())),
            len(words.get(pair, ())),
        ),
    )


def _overlaps(
    inquiry: Inquiry, sitting: Sitting, shared: Shared, pairs: Sequence[Pair]
) -> Iterator[Overlap]:
    nodes = inquiry.ties.nodes
    nobody: Keys = ()
    every_same, every_through, every_words = shared
    label, labels = inquiry.label, cache(inquiry.labels)  # most come often
    for pair in pairs:
        one, other = pair
        same, words = every_same.get(pair, ()), every_words.get(pair, ())
        through, posts, persons = every_through.get(pair, ()), nobody, nobody
        if through:
            posts = tuple(key for key in through if nodes[key].kind is NodeKind.POST)
            through = tuple(key for key in through if key not in posts)
            persons = tuple(_person(inquiry, sitting[key], pair) for key in posts)
        at = [
            edge.at
            for key in (*same, *through, *posts, *words)
            for edge in sitting[key][one] + sitting[key][other]
        ]
        themselves, by_others, described = map(labels, (same, through, words))
        yield Overlap(
            label(one),
            label(other),
            themselves,
            by_others,
            persons,
            described,
            placed(at),
        )


def _person(inquiry: Inquiry, sits: dict[str, list[GovernanceEdge]], pair: Pair) -> str:
    """Name the posts by which a person sits on the one group, and on the other."""
    posts = (dict.fromkeys(edge.source for edge in sits[group]) for group in pair)
    return listed(name for held in posts for name in inquiry.labels(held))
