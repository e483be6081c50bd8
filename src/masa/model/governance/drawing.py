"""A governance graph as a chart: tiers, partners, agencies, and who does what to whom.

The picture of a whole arrangement shows everybody, and the ties that reach a group or
the whole; a note says what is left out, with whoever is only described and tied by no
other, and a picture around one node shows the rest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from masa.ground.chart_painting import painted
from masa.ground.charts import Band, Box, Card, Chart, Pill, Sign
from masa.ground.errors import RangeError
from masa.ground.text import few, listed
from masa.model.governance.drawn_cards import Cards, Change
from masa.model.governance.drawn_lines import GONE, NEW, NEW_OPEN, OPEN
from masa.model.governance.drawn_places import WORK, Home, Homes, in_order, rank
from masa.model.governance.drawn_ties import (
    Asked,
    Said,
    Sorted,
    lines_of,
    said,
    sorted_out,
)
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.ties import Kinds, Ties, Who, verbs_of
from masa.model.relations import Verb

__all__ = ["Picture", "drawn"]

NODES_MOST = 2_400  # no chart has room for more
_ONLY_IF_TIED = frozenset({NodeKind.AREA, NodeKind.COLLECTIVE, NodeKind.DOCUMENT})


def drawn(
    picture: "Picture", *, around: Who | None, kinds: Kinds, landscape: bool
) -> str:
    """Draw one graph or two that are compared, as one SVG picture.

    Args:
        picture: What is drawn.
        around: Only what touches this node, by name; a body with its posts and parts.
        kinds: Only these kinds of ties, and whom they join.
        landscape: Whether it has the proportions of a sheet of A4 on its side.

    Raises:
        UnknownNameError: If no node is called so, or several are.
        KindError: If there is no such kind, or a part is of the wrong type.
        RangeError: If there is more to draw than one picture holds.
    """
    asked = Asked(
        verbs=verbs_of(kinds),
        around=None if around is None else picture.ties.one(around),
        changed=picture.changed,
    )
    return painted(picture.chart(asked), landscape=landscape)


@frozen(kw_only=True)
class Picture:
    """What a picture is made of: one graph, or two that are compared.

    Args:
        title: What it is the picture of.
        ties: The nodes and edges, of both.
        inquiries: What each of them says beyond that, the later first.
        changes: What became of each node.
        before: What the earlier graph says; nothing if there is but one.
        after: What the later graph says.
    """

    title: str
    ties: Ties
    inquiries: tuple[Inquiry, ...]
    changes: Mapping[str, Change] = field(factory=dict)
    before: frozenset[Said] | None = None
    after: frozenset[Said] = frozenset()

    @classmethod
    def of_both(cls, title: str, first: Inquiry, then: Inquiry) -> "Picture":
        """Put two graphs into one picture.

        Args:
            title: What it is the picture of.
            first: What came first.
            then: What came after it.
        """
        earlier, later = first.ties, then.ties
        before, after = _said(earlier), _said(later)
        lost = {k: n for k, n in earlier.nodes.items() if k not in later.nodes}
        changes = dict.fromkeys(lost, Change.GONE)
        new = (key for key in later.nodes if key not in earlier.nodes)
        changes |= dict.fromkeys(new, Change.NEW)
        gone = (edge for edge in earlier.edges if said(edge) not in after)
        ties = Ties(
            (*later.arrangements, *earlier.arrangements),
            {**later.nodes, **lost},
            (*later.edges, *gone),
            (*later.rosters, *earlier.rosters),
        )
        return cls(
            title=title,
            ties=ties,
            inquiries=(then, first),
            changes=changes,
            before=before,
            after=after,
        )

    @property
    def changed(self) -> frozenset[Said]:
        """What is new or gone between two who are in both graphs."""
        differing = frozenset() if self.before is None else self.before ^ self.after
        return frozenset(
            (source, verb, target)
            for source, verb, target in differing
            if self.changes.keys().isdisjoint((source, target))
        )

    def chart(self, asked: Asked) -> Chart:
        """Lay out what is asked for.

        Raises:
            RangeError: If there is more to draw than one picture holds.
        """
        homes = Homes(self.ties)
        found = sorted_out(self.ties, homes, asked)
        changes = None if self.before is None else self.changes
        cards = Cards(self.ties, self.inquiries, homes, found.told, changes)
        shown = self._shown(asked, found)
        if len(shown) > NODES_MOST:
            raise RangeError(
                f"{len(shown):,} nodes are too many for one picture",
                remedy="draw around one of them, or only some kinds",
            )
        stands = {node.key: homes.of(node) for node in shown}
        if asked.is_whole:
            _sort_by_lines(stands, found.lines)
        bands, boxes = _bands(self.ties, stands, cards)
        return Chart(
            title=self._title(asked),
            bands=tuple(bands),
            links=tuple(lines_of(self.ties, found.lines, boxes, self._sign)),
            notes=tuple(_notes(found, asked)),
        )

    def _title(self, asked: Asked) -> str:
        title = self.title
        if asked.around is not None:
            title += f": around {self.ties.nodes[asked.around].called}"
        if asked.verbs is not None:
            words = listed(f"“{verb.value}”" for verb in Verb if verb in asked.verbs)
            title += f": only {words or 'nothing'}"
        return title

    def _shown(self, asked: Asked, found: Sorted) -> list[GovernanceNode]:
        """Give the nodes that are in the picture, in the order of the graph."""
        tied = {key for edge in found.lines for key in (edge.source, edge.target)}
        if asked.around is not None:
            tied |= {asked.around, *found.inside, *(card for card, _ in found.told)}
        return [
            node
            for key, node in self.ties.nodes.items()
            if key in tied
            or (asked.is_whole and node.is_declared and node.kind not in _ONLY_IF_TIED)
        ]

    def _sign(self, edges: Sequence[GovernanceEdge]) -> Sign | None:
        is_settled = any(edge.is_settled for edge in edges)
        if self.before is not None and said(edges[0]) not in self.before:
            return NEW if is_settled else NEW_OPEN
        if self.before is not None and said(edges[0]) not in self.after:
            return GONE
        return None if is_settled else OPEN


def _said(ties: Ties) -> frozenset[Said]:
    return frozenset(map(said, ties.edges))


def _sort_by_lines(stands: dict[str, Home], lines: Iterable[GovernanceEdge]) -> None:
    """Put aside what no line reaches, and lower what is tied to lower bands alone."""
    others: dict[str, list[Home]] = {}
    for edge in lines:
        for own, other in ((edge.source, edge.target), (edge.target, edge.source)):
            others.setdefault(stands[own].box or own, []).append(stands[other])
            others.setdefault(own, []).append(stands[other])
    lowest = rank(WORK)
    for key, home in stands.items():
        near = others.get(key if home.is_of_a_sort else home.box or key)
        if not near:
            stands[key] = home.aside
        elif all(rank(other.band) >= lowest for other in near):
            stands[key] = home.below


def _bands(
    ties: Ties, stands: Mapping[str, Home], cards: Cards
) -> tuple[list[Band], dict[str, list[str]]]:
    """Put every node into its band, and say what is in the boxes that are no node."""
    blocks: dict[str, dict[str, Card | Home]] = {}
    pills: dict[str, list[Pill]] = {}
    for key, home in stands.items():
        band = blocks.setdefault(home.band, {})
        if not home.box:
            band[key] = cards.card(ties.nodes[key])
            continue
        band[home.box] = home
        inside = pills.setdefault(home.box, [])
        if home.box != key:
            inside.append(cards.pill(ties.nodes[key], home))
    bands = [
        Band(
            label=name,
            blocks=tuple(_block(b, cards, pills) for b in blocks[name].values()),
        )
        for name in in_order(blocks)
    ]
    sorts = {home.box for home in stands.values() if home.is_of_a_sort}
    return bands, {
        box: [pill.key for pill in several]
        for box, several in pills.items()
        if box in sorts
    }


def _block(
    block: Card | Home, cards: Cards, pills: Mapping[str, Sequence[Pill]]
) -> Card | Box:
    return block if isinstance(block, Card) else cards.box(block, pills[block.box])


def _notes(found: Sorted, asked: Asked) -> Iterator[str]:
    """Say what is left out, so that nobody takes the picture for everything."""
    count = len(found.left_out)
    if not count:
        return
    kinds = Counter(edge.verb.value for edge in found.left_out).most_common()
    named = few(f"{words} ({number})" for words, number in kinds)
    what = "ties are" if count > 1 else "tie is"
    if asked.is_whole:
        yield (
            f"{count} {what} not drawn, none of which reaches a group of the "
            f"arrangement, its work or the whole: {named}. To see them, draw "
            "around one of those concerned."
        )
    else:
        yield f"{count} other {what} not drawn: {named}."
