"""Groups without a way to the top, and references that mean nobody who is named."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from masa.ground.blocks import Block, Pairs, Paragraph, table_of
from masa.ground.dates import When
from masa.ground.logic import Answer
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Absence, Standing, Stated, Statement
from masa.ground.text import few
from masa.model.arrangement import Arrangement, Thing
from masa.model.bodies import Post
from masa.model.chairing import Chairing, ChairKind
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.roster import Roster, named_things
from masa.model.governance.ties import Ties
from masa.model.groups import Group
from masa.model.lifetimes import has_not_ended
from masa.model.partners import RelevantAgency
from masa.model.relations import Verb

__all__ = ["LooseEnd", "Unconnected", "Unresolved", "unconnected", "unresolved"]

N = TypeVar("N", bound=Thing)


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
        """Give one row for each group, also for those without a settled route."""
        alone = {node.key for node in self.alone}
        return [
            {
                "name": node.name,
                "beside it": plain(node.is_outside),
                "tied to nobody": plain(node.key in alone),
                "route": route,
                "place": str(node.at or ""),
            }
            for route, nodes in (
                ("not stated", (*self.own, *self.beside)),
                ("not settled", self.unsettled),
            )
            for node in nodes
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
            none = "none" if self.is_there else "no route to the top"
            more = f"; {none} is stated for {beside} beside it"
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
    """A reference that means nobody who is named, or what has ended.

    Args:
        said: What is said there.
        where: In what: the group, or the fact.
        why: Why it cannot be told who is meant, or that it has ended.
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
    """Every reference that means nobody who is named, or what has ended.

    Args:
        ends: These, in the order of the document.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    ends: tuple[LooseEnd, ...]
    so_far: str = ""
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
        ended = sum(one.why.startswith(ENDED) for one in self.ends)
        if not many:
            return f"Every reference{self.so_far} means somebody who is named."
        number = many - ended or ended
        said = f"{number} reference{'' if number == 1 else 's'}"
        if many == ended:
            return f"{said} to what has ended."
        more = f", and {ended} to what has ended" if ended else ""
        return f"{said} to nobody who is named{more}."

    def __str__(self) -> str:
        return " ".join((self._summary(), *(f"{one}." for one in self.ends)))


DESCRIBED = "described and not named"
UNTOLD = "and who that is cannot be told"
ENDED = "which has ended"
DOUBTED = "and whether they mean the same cannot be told"


def unresolved(inquiry: Inquiry) -> Unresolved:
    """Find every reference that means nobody who is named, or what has ended.

    What was not there on the day, or does not hold as it is given, is left out. Of
    several arrangements, each place tells which one it is in.
    """
    rosters = inquiry.ties.rosters
    return Unresolved(
        ends=tuple(
            evolve(end, where=f"{end.where} [{roster.arrangement.id}]")
            if len(rosters) > 1
            else end
            for roster in rosters
            for end in _Ends(inquiry, roster).every()
        ),
        so_far=inquiry.so_far,
    )


Said = Statement[object]


class _Ends:
    """The loose ends of one arrangement, as far as it is in the graph."""

    def __init__(self, inquiry: Inquiry, roster: Roster) -> None:
        self._inquiry, self._roster = inquiry, roster
        self._whole = roster.arrangement

    def every(self) -> Iterator[LooseEnd]:
        """Yield these in the order of the document."""
        whole = self._whole
        for group in self._there(whole.groups):
            yield from self._of_group(group)
        for stage in whole.escalation:
            if stage.who not in whole and self._holds(stage.standing):
                where = "the stages of a disagreement"
                yield LooseEnd(said=stage.who, where=where, why=DESCRIBED, at=stage.at)
        for where, every in self._references():
            for said in every:
                if said.value is Absence.UNKNOWN and self._inquiry.holding(said):
                    words = said.words or "no more is said"
                    yield LooseEnd(said=words, where=where, why=UNTOLD, at=said.at)
        for same in whole.same_as:
            if same.same is Answer.UNKNOWN and self._holds(same.standing):
                both = f"{same.one} and {same.other}"
                yield LooseEnd(said=both, where="two names", why=DOUBTED, at=same.at)
        yield from self._to_what_has_ended()

    def _there(self, things: Iterable[N]) -> Iterator[N]:
        nodes = self._inquiry.ties.nodes
        return (thing for thing in things if self._roster.key_of(thing) in nodes)

    def _holds(self, standing: Standing, condition: str | None = None) -> bool:
        return self._inquiry.stands(standing, condition) is not Answer.NO

    def _of_group(self, group: Group) -> Iterator[LooseEnd]:
        name = group.name
        for seat in (*group.members, *group.invited):
            if seat.any and self._holds(seat.standing, seat.condition):
                yield LooseEnd(said=seat.any, where=name, why=DESCRIBED, at=seat.at)
        for held in (*group.chair.statements, *group.vice_chair.statements):
            if isinstance(held.value, Chairing) and self._inquiry.holding(held):
                yield from _of_chair(held.value, name, held.at)

    def _references(self) -> Iterator[tuple[str, Sequence[Said]]]:
        """Yield what is said wherever a name would stand that ties one to another."""
        whole = self._whole
        for partner in self._there(whole.partners):
            yield f"the lead of {partner.name}", partner.lead.statements
            yield f"to whom {partner.name} delegates", partner.delegates
            yield f"what came after {partner.name}", partner.successors
        for body in self._there(whole.bodies):
            yield f"what {body.name} is part of", body.part_of.statements
            yield f"what came after {body.name}", body.successors
        for agency in whole.relevant_agencies:
            if isinstance(agency, RelevantAgency) and [*self._there([agency])]:
                yield f"what came after {agency.name}", agency.successors
        for thing, kind, _ in named_things(whole):
            if kind is NodeKind.POST and isinstance(thing, Post):
                yield from self._of_post(thing)
        for group in self._there(whole.groups):
            yield from _of_lines(group)
        for function in self._there(whole.functions):
            yield f"to whom {function.name} reports", function.reports_to
            yield f"who does {function.name}", function.done_by.statements
        yield from _of_the_whole(whole)

    def _of_post(self, post: Post) -> Iterator[tuple[str, Sequence[Said]]]:
        if [*self._there([post])]:
            yield f"who provides {post.name}", post.provided_by.statements
            yield f"who shares {post.name}", post.shared_with
            yield f"what else is held with {post.name}", post.also_holds

    def _to_what_has_ended(self) -> Iterator[LooseEnd]:
        """Yield what is still referred, reported or handed on to what has ended."""
        told: list[tuple[str, str, str, Source | None]] = []
        for group in self._whole.groups:
            for verb, every in (
                (Verb.REPORTS_TO, group.reports_to),
                (Verb.HANDS_OVER_TO, group.hands_over_to),
            ):
                told += [
                    (group.id or group.name, verb.value, said.value, said.at)
                    for said in every
                    if isinstance(said.value, str) and self._inquiry.holding(said)
                ]
        told += [
            (one.source, one.verb.value, one.target, one.at)
            for one in self._whole.relations
            if one.verb is not Verb.TAKES_OVER_FROM
            and self._holds(one.standing, one.condition)
        ]
        for source, words, target, at in told:
            who, whom = self._whole[source], self._whole[target]
            ended = getattr(whom, "ended", NOT_STATED)
            if [*self._there([who])] and self._has_ended(ended):
                yield LooseEnd(
                    said=f"{words} {_called(whom, target)}",
                    where=_called(who, source),
                    why=_ended(ended),
                    at=at,
                )

    def _has_ended(self, ended: Stated[When]) -> bool:
        """Say whether something surely has ended, if a day is asked for by then."""
        days = [said.value for said in ended.settled if isinstance(said.value, When)]
        on = self._inquiry.on
        return bool(days) and (
            on is None
            or not any(one.is_dated for one in days)
            or has_not_ended(ended, on) is Answer.NO
        )


def _called(thing: Thing, name: str) -> str:
    """Give the name of a thing; of an arrangement, which has several, that used."""
    return name if isinstance(thing, Arrangement) else thing.name


def _ended(ended: Stated[When]) -> str:
    days = [str(day) for day in ended.values if day.is_dated]
    return f"{ENDED}, {' / '.join(days)}" if days else ENDED


def _of_chair(chair: Chairing, group: str, at: Source | None) -> Iterator[LooseEnd]:
    if chair.description:
        yield LooseEnd(said=chair.description, where=group, why=DESCRIBED, at=at)
    if chair.kind in _NAMELESS:
        said = f"a chair that is {chair.kind.value}"
        yield LooseEnd(said=said, where=group, why=DESCRIBED, at=at)


_NAMELESS = {ChairKind.INDEPENDENT, ChairKind.ELECTED_MEMBER, ChairKind.PER_INSTANCE}


def _of_lines(group: Group) -> Iterator[tuple[str, Sequence[Said]]]:
    name = group.name
    yield f"to whom {name} reports", group.reports_to
    yield f"in what {name} is", group.inside.statements
    yield f"whose group {name} is", group.owners
    yield f"to whom {name} hands over", group.hands_over_to
    yield f"who chairs {name}", group.chair.statements
    yield f"who is vice chair of {name}", group.vice_chair.statements
    yield f"who chooses the chair of {name}", group.chair_chosen.statements


def _of_the_whole(whole: Arrangement) -> Iterator[tuple[str, Sequence[Said]]]:
    yield "what came before the arrangements", whole.predecessors
    yield "what came after the arrangements", whole.successors
    yield "who chairs the partnership", whole.chair.statements
    for team in whole.teams:
        for member in team.members:
            yield f"who nominates to {team.name}", member.nominated_by.statements
    for one in whole.scrutiny:
        yield f"who commissions {one.by}", one.commissioned_by.statements
    if report := whole.yearly_report:
        yield "who scrutinises the yearly report", report.scrutinised_by.statements
    if review := whole.child_death_review:
        yield "the partners of child death reviews", review.partners
        yield "the panel of child death reviews", review.panel.statements
