"""Groups without a way to the top, and references that mean nobody who is named."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from masa.ground.blocks import Block, Pairs, Paragraph, table_of
from masa.ground.logic import Answer
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.stated import Absence, Statement
from masa.ground.text import few
from masa.model.arrangement import Arrangement
from masa.model.chairing import Chairing, ChairKind
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.ties import Ties
from masa.model.groups import Group

__all__ = ["LooseEnd", "Unconnected", "Unresolved", "unconnected", "unresolved"]


@frozen(kw_only=True)
class Unconnected(Shown):
    """The groups from which no stated route leads to the top.

    Args:
        own: Those of the partnership itself.
        beside: Those that stand beside it, of which the document need not tell.
        alone: Those of both of which nothing is stated that ties them to anybody.
        unsettled: Those of the partnership whose every route is only proposed, or holds
            on a condition, at some step.
        is_there: Whether the partnership has any group that is stated.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    own: tuple[GovernanceNode, ...]
    beside: tuple[GovernanceNode, ...]
    alone: tuple[GovernanceNode, ...]
    unsettled: tuple[GovernanceNode, ...] = ()
    is_there: bool = True
    so_far: str = ""
    under: str = ""

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "no route to the top", "; ".join(map(str, self.own)) or "none"
        yield "beside it, without one", "; ".join(map(str, self.beside)) or "none"
        yield "tied to nobody", "; ".join(map(str, self.alone)) or "none"
        yield "no settled route", "; ".join(map(str, self.unsettled)) or "none"

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each group."""
        alone = {node.key for node in self.alone}
        return [
            {
                "name": node.name,
                "beside it": plain(node.is_outside),
                "tied to nobody": plain(node.key in alone),
                "place": str(node.at or ""),
            }
            for node in (*self.own, *self.beside)
        ]

    def _blocks(self) -> Sequence[Block]:
        pairs = tuple((label, str(value)) for label, value in self._pairs())
        return (Paragraph(str(self)), Pairs(pairs))

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        if not self.is_there:
            said = f"No group of the partnership is stated{self.so_far}"
        elif not self.own:
            said = "Every group of the partnership has a stated route to the top"
        else:
            names = few(map(str, self.own))
            said = f"No route to the top is stated{self.so_far} for {names}"
        beside = len(self.beside)
        more = f"; nor for {beside} beside it" if self.own and beside else ""
        if not self.own and beside:
            more = f"; none is stated for {beside} beside it"
        if self.unsettled:
            names = few(map(str, self.unsettled))
            more += f"; none is settled for {names}"
        return f"{said}{more}."


def unconnected(ties: Ties, so_far: str) -> Unconnected:
    """Find the groups from which no stated route leads to the top."""
    groups = [node for node in ties.nodes.values() if node.kind is NodeKind.GROUP]
    lost = [node for node in groups if node.key not in ties.with_a_route]
    routed = ties.with_a_route.keys() - ties.with_a_settled_route
    tied = {key for edge in ties.edges for key in (edge.source, edge.target)}
    return Unconnected(
        own=tuple(node for node in lost if not node.is_outside),
        beside=tuple(node for node in lost if node.is_outside),
        alone=tuple(node for node in lost if node.key not in tied),
        unsettled=tuple(n for n in groups if n.key in routed and not n.is_outside),
        is_there=not all(node.is_outside for node in groups),
        so_far=so_far,
    )


@frozen(kw_only=True)
class LooseEnd(Shown):
    """A reference that means nobody who is named.

    Args:
        said: What is said there.
        where: In what: the group, or the fact.
        why: Why it cannot be told who is meant.
        at: Where it is printed.
    """

    said: str
    where: str
    why: str
    at: Source | None = None

    def __str__(self) -> str:
        place = f" ({self.at})" if self.at else ""
        return f"{self.where}: {self.said}, {self.why}{place}"


@frozen(kw_only=True)
class Unresolved(Shown):
    """Every reference that means nobody who is named.

    Args:
        ends: These, in the order of the document.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    ends: tuple[LooseEnd, ...]
    under: str = ""

    def __iter__(self) -> Iterator[LooseEnd]:
        return iter(self.ends)

    def __len__(self) -> int:
        return len(self.ends)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each."""
        return [
            {
                "where": one.where,
                "what is said": one.said,
                "why": one.why,
                "place": str(one.at or ""),
            }
            for one in self.ends
        ]

    def _blocks(self) -> Sequence[Block]:
        rows = self.to_records()
        if not rows:
            return (Paragraph(str(self)),)
        table = table_of("References that mean nobody who is named", rows)
        return (Paragraph(self._summary()), table)

    def _summary(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        many = len(self.ends)
        if not many:
            return "Every reference means somebody who is named."
        return f"{many} reference{'' if many == 1 else 's'} to nobody who is named."

    def __str__(self) -> str:
        return " ".join((self._summary(), *(f"{one}." for one in self.ends)))


DESCRIBED = "described and not named"
UNTOLD = "and who that is cannot be told"
DOUBTED = "and whether they mean the same cannot be told"


def unresolved(ties: Ties) -> Unresolved:
    """Find every reference that means nobody who is named."""
    return Unresolved(
        ends=tuple(end for one in ties.arrangements for end in _of_arrangement(one))
    )


def _of_arrangement(arrangement: Arrangement) -> Iterator[LooseEnd]:
    for group in arrangement.groups:
        yield from _of_group(group)
    for stage in arrangement.escalation:
        if stage.who not in arrangement:
            where = "the stages of a disagreement"
            yield LooseEnd(said=stage.who, where=where, why=DESCRIBED, at=stage.at)
    for where, said in _references(arrangement):
        if said.value is Absence.UNKNOWN:
            words = said.words or "no more is said"
            yield LooseEnd(said=words, where=where, why=UNTOLD, at=said.at)
    for same in arrangement.same_as:
        if same.same is Answer.UNKNOWN:
            both = f"{same.one} and {same.other}"
            yield LooseEnd(said=both, where="two names", why=DOUBTED, at=same.at)


def _of_group(group: Group) -> Iterator[LooseEnd]:
    for seat in (*group.members, *group.invited):
        if seat.any:
            yield LooseEnd(said=seat.any, where=group.name, why=DESCRIBED, at=seat.at)
    for held in (*group.chair.statements, *group.vice_chair.statements):
        if isinstance(held.value, Chairing):
            yield from _of_chair(held.value, group.name, held.at)


def _of_chair(chair: Chairing, group: str, at: Source | None) -> Iterator[LooseEnd]:
    if chair.description:
        yield LooseEnd(said=chair.description, where=group, why=DESCRIBED, at=at)
    if chair.kind in _NAMELESS:
        said = f"a chair that is {chair.kind.value}"
        yield LooseEnd(said=said, where=group, why=DESCRIBED, at=at)


_NAMELESS = {ChairKind.INDEPENDENT, ChairKind.ELECTED_MEMBER, ChairKind.PER_INSTANCE}


def _references(arrangement: Arrangement) -> Iterator[tuple[str, Statement[object]]]:
    """Yield what is said wherever a name would stand that ties one to another."""
    for partner in arrangement.partners:
        yield from _each(f"the lead of {partner.name}", partner.lead.statements)
    for body in arrangement.bodies:
        yield from _each(f"what {body.name} is part of", body.part_of.statements)
    for group in arrangement.groups:
        yield from _each(f"to whom {group.name} reports", group.reports_to)
        yield from _each(f"in what {group.name} is", group.inside.statements)
        yield from _each(f"who chairs {group.name}", group.chair.statements)
        yield from _each(
            f"who chooses the chair of {group.name}", group.chair_chosen.statements
        )
    for function in arrangement.functions:
        yield from _each(f"to whom {function.name} reports", function.reports_to)
        yield from _each(f"who does {function.name}", function.done_by.statements)


def _each(
    where: str, said: Iterable[Statement[object]]
) -> Iterator[tuple[str, Statement[object]]]:
    for one in said:
        yield where, one
