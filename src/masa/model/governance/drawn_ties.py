"""Which ties of a governance graph are drawn as lines, and which are told otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from masa.ground.charts import Link, Sign
from masa.ground.plurals import agreeing
from masa.ground.text import listed
from masa.model.governance.drawn_lines import GONE, NEW, NEW_OPEN, line_of
from masa.model.governance.drawn_places import Homes
from masa.model.governance.nodes import GovernanceEdge, NodeKind
from masa.model.governance.ties import Ties
from masa.model.relations import Verb

__all__ = ["Asked", "Said", "Sorted", "lines_of", "said", "sorted_out"]

Said = tuple[str, Verb, str]

LINES_MOST = 60  # above that, only what reaches a group or the whole is drawn
_IN_WORDS = frozenset({Verb.COVERS, Verb.TAKES_OVER_FROM, Verb.FUNDS})
_BY_PLACE = frozenset({Verb.PART_OF, Verb.LEADS})
_SEATS = frozenset({Verb.MEMBER_OF, Verb.INVITED_TO})
_CORE = frozenset(
    {NodeKind.PARTNERSHIP, NodeKind.COLLECTIVE, NodeKind.FUNCTION, NodeKind.GROUP}
)


@frozen(kw_only=True)
class Asked:
    """What is to be drawn of a graph.

    Args:
        around: The key of the node around which is drawn; nothing for the whole.
        verbs: The kinds that alone are drawn; nothing for those that matter most.
        changed: What is new or gone between two who are in both of two graphs.
    """

    around: str | None = None
    verbs: frozenset[Verb] | None = None
    changed: frozenset[Said] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether nothing narrower is asked for than the whole."""
        return self.around is None and self.verbs is None


@frozen(kw_only=True)
class Sorted:
    """The ties of a picture.

    Args:
        lines: Those that are drawn.
        told: Those that stand as words on a card, each with the key of that card.
        inside: The keys of whoever belongs to the node around which is drawn, and so
            stands in its box, or in the band of its name.
        left_out: Those that are not shown in any way.
    """

    lines: tuple[GovernanceEdge, ...]
    told: tuple[tuple[str, GovernanceEdge], ...]
    inside: tuple[str, ...]
    left_out: tuple[GovernanceEdge, ...]


def sorted_out(ties: Ties, homes: Homes, asked: Asked) -> Sorted:
    """Sort ties into those that are drawn, told in words, shown by place, or left out.

    Args:
        ties: The nodes and edges.
        homes: Where each node stands.
        asked: What is to be drawn.
    """
    key = asked.around
    near = frozenset(() if key is None else (key, *ties.posts_of(key)))
    lines, told, inside, left_out = [], [], [], []
    for edge in ties.edges:
        is_near = key is None or not near.isdisjoint((edge.source, edge.target))
        if not is_near or (asked.verbs is not None and edge.verb not in asked.verbs):
            left_out.append(edge)
        elif asked.verbs is not None or said(edge) in asked.changed:
            lines.append(edge)
        elif _is_shown_by_place(ties, homes, edge):
            inside += [edge.source] if edge.target == key else []
        elif edge.source == key or not _is_said_of_each(ties, edge):
            card = _card(ties, edge, near)
            if card is None:
                lines.append(edge)
            else:
                told.append((card, edge))
    if asked.is_whole and len(lines) > LINES_MOST:
        matter = [_matters(ties, e) or said(e) in asked.changed for e in lines]
        left_out += [e for e, does in zip(lines, matter, strict=True) if not does]
        lines = [e for e, does in zip(lines, matter, strict=True) if does]
    return Sorted(
        lines=tuple(lines),
        told=tuple(told),
        inside=tuple(inside),
        left_out=tuple(left_out),
    )


def said(edge: GovernanceEdge) -> Said:
    """Give who does what to whom, whatever else is said of it."""
    return edge.source, edge.verb, edge.target


def _is_shown_by_place(ties: Ties, homes: Homes, edge: GovernanceEdge) -> bool:
    """Say whether one stands in the box of the other, or in the band of that name."""
    if edge.verb is Verb.ONE_OF:
        return ties.nodes[edge.target].kind is NodeKind.COLLECTIVE
    return edge.verb in _BY_PLACE and homes.parents.get(edge.source) == edge.target


def _is_said_of_each(ties: Ties, edge: GovernanceEdge) -> bool:
    """Say whether what some do together is said of each of them as well."""
    if ties.nodes[edge.source].kind is not NodeKind.COLLECTIVE:
        return False
    own = {one.source for one in ties.incoming[edge.source] if one.verb is Verb.ONE_OF}
    alike = {
        one.source
        for one in ties.incoming[edge.target]
        if (one.verb, one.standing) == (edge.verb, edge.standing)
    }
    return bool(own) and own <= alike


def _card(ties: Ties, edge: GovernanceEdge, near: frozenset[str]) -> str | None:
    """Give the key of the card on which a tie is told in words, if it is."""
    source, target = ties.nodes[edge.source], ties.nodes[edge.target]
    if edge.verb in _IN_WORDS:
        whole = (n.key for n in (source, target) if n.kind is NodeKind.PARTNERSHIP)
        return next(whole, None)
    is_seat = edge.verb in _SEATS and not source.is_declared
    is_own = target.kind is NodeKind.GROUP and not target.is_outside
    return target.key if is_seat and is_own and source.key not in near else None


def _matters(ties: Ties, edge: GovernanceEdge) -> bool:
    """Say whether a tie reaches a group of the arrangement, its work or the whole."""
    ends = (ties.nodes[edge.source], ties.nodes[edge.target])
    return any(node.kind in _CORE and not node.is_outside for node in ends)


@frozen(kw_only=True)
class _Tie:
    """Edges that say the same, from one thing or a whole box to another."""

    sources: tuple[str, ...]
    verb: Verb
    targets: tuple[str, ...]
    edges: tuple[GovernanceEdge, ...]
    source: str
    target: str


def lines_of(
    ties: Ties,
    edges: Iterable[GovernanceEdge],
    boxes: Mapping[str, Sequence[str]],
    sign: Callable[[Sequence[GovernanceEdge]], Sign | None],
) -> Iterator[Link]:
    """Make a line of the edges that say the same, and one of those of a whole box.

    Args:
        ties: The nodes and edges.
        edges: What is drawn.
        boxes: The keys of everything in each box whose heading is no node.
        sign: What is to be said of edges beside their kind.
    """
    same: dict[Said, list[GovernanceEdge]] = {}
    for edge in edges:
        same.setdefault(said(edge), []).append(edge)
    found = [
        _Tie(
            sources=(source,),
            verb=verb,
            targets=(target,),
            edges=tuple(several),
            source=source,
            target=target,
        )
        for (source, verb, target), several in same.items()
    ]
    found = _joined(found, boxes, sign, by_source=True)
    found = _joined(found, boxes, sign, by_source=False)
    for tie in found:
        yield Link(
            source=tie.source,
            target=tie.target,
            kind=line_of(tie.verb),
            sign=sign(tie.edges),
            says=_sentence(ties, tie, sign(tie.edges)),
        )


def _joined(
    found: Iterable[_Tie],
    boxes: Mapping[str, Sequence[str]],
    sign: Callable[[Sequence[GovernanceEdge]], Sign | None],
    *,
    by_source: bool,
) -> list[_Tie]:
    """Draw once, from or to the box, what is said of everything in it alike."""
    box_of = {key: box for box, keys in boxes.items() for key in keys}
    alike: dict[object, list[_Tie]] = {}
    for tie in found:
        own, other = tie.source, tie.target
        if not by_source:
            own, other = other, own
        box = box_of.get(own)
        group = (box, tie.verb, other, sign(tie.edges)) if box else tie
        alike.setdefault(group, []).append(tie)
    joined = []
    for several in alike.values():
        first = several[0]
        box = box_of.get(first.source if by_source else first.target, "")
        if len(several) == 1 or len(several) < len(boxes[box]):
            joined += several
            continue
        edges = tuple(edge for tie in several for edge in tie.edges)
        if by_source:
            names = tuple(tie.source for tie in several)
            joined.append(evolve(first, source=box, sources=names, edges=edges))
        else:
            names = tuple(tie.target for tie in several)
            joined.append(evolve(first, target=box, targets=names, edges=edges))
    return joined


def _sentence(ties: Ties, tie: _Tie, sign: Sign | None) -> str:
    """Say in words what a line says, if it is new or gone, where, on what condition."""
    sources = listed(str(ties.nodes[key]) for key in tie.sources)
    targets = listed(str(ties.nodes[key]) for key in tie.targets)
    is_many = len(tie.sources) > 1 or ties.nodes[tie.sources[0]].is_many
    does = agreeing(tie.verb.value, plural=is_many)
    is_new = sign in (NEW, NEW_OPEN)
    changed = [NEW.words] * is_new + [GONE.words] * (sign is GONE)
    notes = dict.fromkeys((*changed, *(n for edge in tie.edges for n in edge.notes)))
    more = f" ({'; '.join(notes)})" if notes else ""
    return f"{sources} {does} {targets}{more}"
