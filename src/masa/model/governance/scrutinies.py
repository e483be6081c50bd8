"""Who scrutinises whom, and whether that is said to be independent."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, table_of
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import Stated
from masa.ground.text import listed, sentence
from masa.model.arrangement import COLLECTIVES
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.ties import Hop, Ties, Who
from masa.model.relations import DOWNWARDS, UPWARDS, Verb

__all__ = ["Scrutinies", "ScrutinyTie", "scrutinies"]

PARTNERS = COLLECTIVES[0]
_SCRUTINY = (Verb.SCRUTINISES, Verb.EVALUATES, Verb.MONITORS)
_CLOSE = (
    *(Verb.MEMBER_OF, Verb.INVITED_TO, Verb.CHAIRS, Verb.VICE_CHAIRS),
    *(Verb.REPRESENTED_ON, Verb.PART_OF, Verb.ONE_OF, Verb.TAKES_PART_IN),
    *UPWARDS,
)
_CLOSE_BACK = (*DOWNWARDS, Verb.FUNDS, Verb.PROVIDES)
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
        close: What ties the one to others, perhaps to whom it scrutinises: the groups
            it sits on or chairs, the body it is in, whom it answers to, who pays.
        commissioned_by: Who commissions it.
        told: All that in words, with the places.
    """

    by: GovernanceNode
    of: GovernanceNode
    hop: Hop
    close: tuple[GovernanceEdge, ...] = ()
    commissioned_by: tuple[GovernanceNode, ...] = ()
    told: tuple[str, ...] = ()

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
        yield "who", self.by.called
        yield "whom", self.of.called
        yield "how", listed(dict.fromkeys(edge.verb.value for edge in self.hop))
        yield "independent", self.independent
        yield "what", "; ".join(dict.fromkeys(e.says for e in self.hop if e.says))
        yield "commissioned by", listed(n.called for n in self.commissioned_by)
        yield "close to it", "; ".join(self.told)
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
        if self.told:
            close = f"; {'they' if self.by.is_many else 'it'} {listed(self.told)}"
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
        within: The partnership to which it belongs, or those of whom it is one; what is
            said of these is told too.
        scrutinies: Those of it, and those by it.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    of: GovernanceNode | None = None
    within: tuple[GovernanceNode, ...] = ()
    scrutinies: tuple[ScrutinyTie, ...] = ()
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[ScrutinyTie]:
        return iter(self.scrutinies)

    def __len__(self) -> int:
        return len(self.scrutinies)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where they are printed, each once."""
        return tuple(dict.fromkeys(at for one in self.scrutinies for at in one.at))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each."""
        return [row for one in self.scrutinies for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        rows = self.to_records()
        if not rows:
            return (Paragraph(str(self)),)
        opening = self._opening()
        told = prefaced(self.under, opening) if opening else f"{self.under}:"
        first = [Paragraph(told)] if opening or self.under else []
        return (*first, table_of("Who scrutinises whom", rows))

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        told = (f"{sentence(str(one))}." for one in self.scrutinies)
        return " ".join(filter(None, (self._opening(), *told)))

    def _opening(self) -> str:
        """Say that nobody is, and of whom the rest is told."""
        by = [one for one in self.scrutinies if one.by == self.of]
        own = [one for one in self.scrutinies if self.of in (None, one.of)]
        if own or len(by) == len(self.scrutinies) > 0:
            return ""
        nobody = f"Nobody is stated to scrutinise {self.of or 'anybody'}"
        if self.of is None or not self.scrutinies:
            return f"{nobody}{self.so_far}."
        belongs = self.of.does("belongs to")
        wider = f"{belongs} {listed(map(str, self.within))}"
        return f"{nobody} alone{self.so_far}. {sentence(str(self.of))} {wider}."


def scrutinies(inquiry: Inquiry, name: Who | None) -> Scrutinies:
    """Find who scrutinises, of everybody or of one and of the whole it belongs to."""
    ties = inquiry.ties
    wanted = None if name is None else _and_whole(ties, ties.one(name))
    pairs: dict[tuple[str, str], list[GovernanceEdge]] = {}
    for edge in ties.edges:
        if edge.verb in _SCRUTINY:
            ends = edge.source, edge.target
            if wanted is None or ends[1] in wanted or ends[0] == next(iter(wanted)):
                pairs.setdefault(ends, []).append(edge)
    return Scrutinies(
        of=None if wanted is None else ties.nodes[next(iter(wanted))],
        within=tuple(ties.nodes[key] for key in [*(wanted or ())][1:]),
        scrutinies=tuple(
            _scrutiny(inquiry, by, of, edges) for (by, of), edges in pairs.items()
        ),
        so_far=inquiry.so_far,
    )


def _and_whole(ties: Ties, key: str) -> dict[str, None]:
    """Give a node with the partnership whose group or partner it is, and of whom it is.

    What is said of all partners, or of all agencies, is said of each.
    """
    node = ties.nodes[key]
    wider = [key]
    wider += [edge.target for edge in ties.outgoing[key] if edge.verb is Verb.ONE_OF]
    is_own = node.kind is NodeKind.GROUP and not node.is_outside
    if not is_own and not any(ties.nodes[one].name == PARTNERS for one in wider):
        return dict.fromkeys(wider)
    homes = {node.arrangement}
    homes |= {one.id for one in ties.arrangements if node in ties.shared_in(one)}
    homes |= {ties.nodes[one].arrangement for one in wider}
    wholes = (
        other.key
        for other in ties.nodes.values()
        if other.kind is NodeKind.PARTNERSHIP and other.arrangement in homes
    )
    return dict.fromkeys((*wider, *wholes))


def _scrutiny(
    inquiry: Inquiry, by: str, of: str, edges: Sequence[GovernanceEdge]
) -> ScrutinyTie:
    ties = inquiry.ties
    incoming = ties.incoming[by]
    paid = [edge for edge in incoming if edge.verb is Verb.COMMISSIONS]
    close = [edge for edge in ties.outgoing[by] if edge.verb in _CLOSE]
    close += [edge for edge in incoming if edge.verb in _CLOSE_BACK]
    return ScrutinyTie(
        by=ties.nodes[by],
        of=ties.nodes[of],
        hop=tuple(edges),
        close=tuple(close),
        commissioned_by=tuple(
            ties.nodes[key] for key in dict.fromkeys(edge.source for edge in paid)
        ),
        told=tuple(_told(inquiry, by, (*close, *paid))),
    )


def _told(inquiry: Inquiry, by: str, edges: Sequence[GovernanceEdge]) -> Iterator[str]:
    """Say what ties one to others, each tie once with its places and conditions."""
    found: dict[str, dict[str, None]] = {}
    node = inquiry.ties.nodes[by]
    for edge in edges:
        words, other = edge.verb.value, edge.target
        if edge.source != by:
            words, other = edge.verb.seen_back, edge.source
        said = f"{node.does(words)} {inquiry.label(other)}"
        found.setdefault(said, {}).update(dict.fromkeys(edge.notes))
    for said, notes in found.items():
        yield f"{said} ({'; '.join(notes)})" if notes else said
