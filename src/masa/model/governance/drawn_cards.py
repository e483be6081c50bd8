"""What is written on the cards and pills of a governance chart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import TypeVar

from attrs import evolve

from masa.ground.charts import Box, Card, Outline, Pill
from masa.ground.logic import Answer
from masa.ground.shown import plain
from masa.ground.stated import Standing, Stated
from masa.model.governance.drawn_places import NAMED, Home, Homes
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.ties import Ties
from masa.model.groups import Group
from masa.model.relations import Verb

__all__ = ["Cards", "Change"]

V = TypeVar("V")

_NAMED_MOST = 3
_TOLD = {
    Verb.COVERS: "Covers",
    Verb.TAKES_OVER_FROM: "Takes over from",
    Verb.FUNDS: "Funded by",
    Verb.MEMBER_OF: "Seats for",
    Verb.INVITED_TO: "Invites",
}


class Change(Enum):
    """What became of a node between two arrangements; the value is the word for it."""

    NEW = "new"
    GONE = "gone"


class Cards:
    """Makes the cards and pills of a picture.

    Args:
        ties: The nodes and edges.
        inquiries: What the graph says beyond these; of two, the later first.
        homes: Where each node stands.
        told: The ties that stand as words on a card, each with the key of that card.
        changes: What became of each node; nothing if no two graphs are compared.
    """

    def __init__(
        self,
        ties: Ties,
        inquiries: Iterable[Inquiry],
        homes: Homes,
        told: Iterable[tuple[str, GovernanceEdge]],
        changes: Mapping[str, Change] | None,
    ) -> None:
        self._ties, self._homes, self._changes = ties, homes, changes or {}
        self._compares = changes is not None
        self._told: dict[str, list[GovernanceEdge]] = {}
        for key, edge in told:
            self._told.setdefault(key, []).append(edge)
        self._groups: dict[str, list[tuple[Group, str]]] = {}
        for inquiry in inquiries:
            for key, every in inquiry.groups.items():
                self._groups.setdefault(key, []).extend(
                    (_as_it_stands(group, inquiry), roster.arrangement.silence)
                    for roster, group in every
                )
        leads = (edge for edge in ties.edges if edge.verb is Verb.LEADS)
        self._leads = {edge.source: edge.target for edge in leads}

    def card(self, node: GovernanceNode) -> Card:
        """Make the card of a group, of the work of none, or of the whole."""
        told = self._groups.get(node.key, ())
        groups = [group for group, _ in told]
        return Card(
            key=node.key,
            title=node.called,
            lines=(*_together(node), *self._facts(told), *self._told_on(node)),
            marks=(*self._marks(node, groups), *self._doubts(node)),
            outline=self.outline(node),
        )

    def pill(self, node: GovernanceNode, home: Home) -> Pill:
        """Make the pill of a body, a post or another that stands in a box."""
        is_told = node.kind is NodeKind.DESCRIBED_SET and home.band != NAMED
        if is_told and node.key not in self._changes:  # its lines say how firm they are
            node = evolve(node, standing=Standing.IN_FORCE)
        notes = list(self._standing(node))
        parent = self._homes.parents.get(node.key)
        if parent is not None and parent != home.box:
            notes.insert(0, f"of {self._ties.nodes[parent].called}")
        if parent is not None and self._leads.get(node.key) == parent:
            notes.insert(0, "leads")
        more = f" ({', '.join(notes)})" if notes else ""
        title = f"{node.called}{more}"
        return Pill(key=node.key, title=title, outline=self.outline(node))

    def box(self, home: Home, pills: Iterable[Pill]) -> Box:
        """Make a box of its pills; its heading says what is to be said of its body."""
        node = self._ties.nodes.get(home.box)
        notes = ", ".join(self._standing(node)) if node else ""
        return Box(
            key=home.box,
            title=f"{home.heading} ({notes})" if notes else home.heading,
            pills=tuple(pills),
            outline=self.outline(node) if node else Outline.PLAIN,
        )

    def outline(self, node: GovernanceNode) -> Outline:
        """Outline what is new heavily, and dash what is gone or not settled."""
        change = self._changes.get(node.key)
        if change is Change.NEW:
            return Outline.HEAVY
        is_settled = node.standing.is_settled and change is None
        return Outline.PLAIN if is_settled else Outline.DASHED

    def _standing(self, node: GovernanceNode) -> Iterator[str]:
        change = self._changes.get(node.key)
        if change is not None:
            yield change.value
        if not node.standing.is_settled:
            yield node.standing.value

    def _marks(self, node: GovernanceNode, groups: Sequence[Group]) -> Iterator[str]:
        yield from self._standing(node)
        facts: dict[str, list[Stated[object]]] = {
            "who chairs": [group.chair for group in groups],
            "how often it meets": [group.meets for group in groups],
            "which tier": [group.tier for group in groups],
        }
        for what, said in facts.items():
            now = said[:1] if self._compares else said
            if any(one.conflict is Answer.YES for one in now):
                yield f"contradicts itself: {what}"
            if self._compares and len(set(map(_in_words, said))) > 1:
                yield f"changed: {what}"

    def _facts(self, told: Sequence[tuple[Group, str]]) -> Iterator[str]:
        """Say who chairs and how often it meets, now and before."""
        facts: dict[str, list[tuple[Stated[object], str]]] = {
            "Chair": [(group.chair, silence) for group, silence in told],
            "Meets": [(group.meets, silence) for group, silence in told],
        }
        for label, said in facts.items():
            words = list(
                dict.fromkeys(_in_words(one) or silence for one, silence in said)
            )
            if self._compares and len(words) > 1:
                yield f"{label}: {words[0]}; before: {words[1]}"
            elif words:
                yield f"{label}: {' / '.join(words)}"

    def _doubts(self, node: GovernanceNode) -> Iterator[str]:
        """Name what may be the same under another name."""
        found: dict[str, None] = {}
        for one in self._ties.arrangements:
            for same in one.same_as:
                if same.same is Answer.UNKNOWN:
                    keys = (self._ties.carriers(n) for n in (same.one, same.other))
                    ends = [key for held in keys for key in held]
                    if node.key in ends and node.arrangement == one.id:
                        found |= {key: None for key in ends if key != node.key}
        for key in found:
            yield f"perhaps the same as {self._ties.nodes[key]}"

    def _told_on(self, node: GovernanceNode) -> Iterator[str]:
        by_verb: dict[Verb, dict[str, None]] = {}
        for edge in self._told.get(node.key, ()):
            other = edge.target if edge.source == node.key else edge.source
            by_verb.setdefault(edge.verb, {})[self._ties.nodes[other].called] = None
        for verb, label in _TOLD.items():
            names = tuple(by_verb.get(verb, ()))
            if verb is Verb.FUNDS and len(names) > _NAMED_MOST:
                yield f"{label} {len(names)} payers"
            elif names:
                yield f"{label}: {'; '.join(names)}"


def _as_it_stands(group: Group, inquiry: Inquiry) -> Group:
    """Give a group with what is said of it on the day, under what is given."""
    if inquiry.on is None and not inquiry.given:
        return group
    return evolve(
        group,
        chair=inquiry.held(group.chair),
        meets=inquiry.held(group.meets),
        tier=inquiry.held(group.tier),
    )


def _together(node: GovernanceNode) -> Iterator[str]:
    """Say that a collective is no body beside those whom it means."""
    if node.kind is NodeKind.COLLECTIVE:
        yield "All of them together"


def _in_words(fact: Stated[object]) -> str:
    """Give the one value that is settled, or everything that is said with its place."""
    if len(fact.values) == 1 and not fact.open:
        return plain(fact.values[0])
    return str(fact) if fact.statements else ""
