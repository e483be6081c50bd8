"""Who scrutinises whom, and whether that is said to be independent."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, table_of
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import Stated
from masa.ground.text import listed, sentence
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.ties import Hop, Ties, Who
from masa.model.relations import Verb

__all__ = ["Scrutinies", "ScrutinyTie", "scrutinies"]

_SCRUTINY = (Verb.SCRUTINISES, Verb.EVALUATES, Verb.MONITORS)
_CLOSE = (
    *(Verb.MEMBER_OF, Verb.INVITED_TO, Verb.CHAIRS, Verb.VICE_CHAIRS),
    *(Verb.REPRESENTED_ON, Verb.PART_OF, Verb.ONE_OF, Verb.TAKES_PART_IN),
)
_INDEPENDENT = {
    Answer.YES: "said to be independent",
    Answer.NO: "said not to be independent",
    Answer.UNKNOWN: "whether it is independent is not said",
}


@frozen(kw_only=True)
class ScrutinyTie(Shown):
    """One who scrutinises another.

    Args:
        by: Who scrutinises.
        of: Whom.
        hop: What is stated of it.
        close: What ties the one to the partnership that it scrutinises: the groups it
            sits on or chairs, the body it is in.
        commissioned_by: Who commissions it.
    """

    by: GovernanceNode
    of: GovernanceNode
    hop: Hop
    close: tuple[GovernanceEdge, ...] = ()
    commissioned_by: tuple[GovernanceNode, ...] = ()

    @property
    def independent(self) -> Answer:
        """Whether it is independent; unknown if that is not said, or only proposed."""
        return self.independence.says(value=True)

    @property
    def independence(self) -> Stated[bool]:
        """Everything that is stated of whether it is independent."""
        return Stated(one for edge in self.hop for one in edge.independence.statements)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where it is printed."""
        return tuple(dict.fromkeys(edge.at for edge in self.hop if edge.at))

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "who", self.by.name
        yield "whom", self.of.name
        yield "how", listed(dict.fromkeys(edge.verb.value for edge in self.hop))
        yield "independent", self.independent
        yield "what", "; ".join(dict.fromkeys(e.says for e in self.hop if e.says))
        yield "commissioned by", listed(node.name for node in self.commissioned_by)
        yield "close to it", "; ".join(f"{e.verb.value} {e.target}" for e in self.close)
        yield "place", "; ".join(map(str, self.at))

    def __str__(self) -> str:
        verbs = listed(
            dict.fromkeys(self.by.does(edge.verb.value) for edge in self.hop)
        )
        known = self.of.apart or self.by.apart
        at = dict.fromkeys(e.place_beside(known) for e in self.hop if e.at)
        places = f" ({'; '.join(at)})" if at else ""
        open_ones = {e.standing.value for e in self.hop if not e.standing.is_settled}
        standing = f", {listed(sorted(open_ones))}" if open_ones else ""
        close = ""
        if self.close:
            what = listed(
                f"{self.by.does(e.verb.value)} {e.target}" for e in self.close
            )
            close = f"; {'they' if self.by.is_many else 'it'} {what}"
        told = _INDEPENDENT[self.independent]
        if self.by.is_many:
            told = told.replace("it is", "they are")
        if self.independent is Answer.UNKNOWN and self.independence.is_stated:
            told = f"independent: {self.independence}"
        return f"{self.by} {verbs} {self.of}{standing}{places}: {told}{close}"


@frozen(kw_only=True)
class Scrutinies(Shown):
    """Who scrutinises, of all or of one, and whom that one scrutinises.

    Args:
        of: Of whom; nothing for everybody.
        scrutinies: Those of it, and those by it.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    of: GovernanceNode | None = None
    scrutinies: tuple[ScrutinyTie, ...] = ()
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[ScrutinyTie]:
        return iter(self.scrutinies)

    def __len__(self) -> int:
        return len(self.scrutinies)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each."""
        return [row for one in self.scrutinies for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        rows = self.to_records()
        if not rows:
            return (Paragraph(str(self)),)
        under = [Paragraph(f"{self.under}:")] if self.under else []
        return (*under, table_of("Who scrutinises whom", rows))

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        if self.scrutinies:
            return " ".join(f"{sentence(str(one))}." for one in self.scrutinies)
        whom = self.of.name if self.of else "anybody"
        return f"Nobody is stated to scrutinise {whom}{self.so_far}."


def scrutinies(ties: Ties, name: Who | None, so_far: str) -> Scrutinies:
    """Find who scrutinises, of everybody or of one and of the whole it belongs to."""
    wanted = None if name is None else _and_whole(ties, ties.one(name))
    pairs: dict[tuple[str, str], list[GovernanceEdge]] = {}
    for edge in ties.edges:
        if edge.verb in _SCRUTINY:
            ends = edge.source, edge.target
            if wanted is None or ends[1] in wanted or ends[0] == next(iter(wanted)):
                pairs.setdefault(ends, []).append(edge)
    return Scrutinies(
        of=None if wanted is None else ties.nodes[next(iter(wanted))],
        scrutinies=tuple(
            _scrutiny(ties, by, of, edges) for (by, of), edges in pairs.items()
        ),
        so_far=so_far,
    )


def _and_whole(ties: Ties, key: str) -> dict[str, None]:
    """Give a node and, if it is a group of a partnership, the partnership."""
    node = ties.nodes[key]
    if node.kind is not NodeKind.GROUP or node.is_outside:
        return {key: None}
    homes = {node.arrangement}
    homes |= {one.id for one in ties.arrangements if node in ties.shared_in(one)}
    wholes = (
        other.key
        for other in ties.nodes.values()
        if other.kind is NodeKind.PARTNERSHIP and other.arrangement in homes
    )
    return dict.fromkeys((key, *wholes))


def _scrutiny(
    ties: Ties, by: str, of: str, edges: Sequence[GovernanceEdge]
) -> ScrutinyTie:
    commissioners = dict.fromkeys(
        edge.source for edge in ties.incoming[by] if edge.verb is Verb.COMMISSIONS
    )
    return ScrutinyTie(
        by=ties.nodes[by],
        of=ties.nodes[of],
        hop=tuple(edges),
        close=tuple(edge for edge in ties.outgoing[by] if edge.verb in _CLOSE),
        commissioned_by=tuple(ties.nodes[key] for key in commissioners),
    )
