"""Groups without a way to the top, and references that mean nobody who is named."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from masa.ground.blocks import Block, Pairs, Paragraph, table_of
from masa.ground.dates import When
from masa.ground.logic import Answer
from masa.ground.periods import FinancialYear, Period
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Absence, Standing, Stated, Statement
from masa.ground.text import few, sentence
from masa.model.arrangement import COLLECTIVES, Arrangement, Thing
from masa.model.bodies import Post
from masa.model.chairing import ChairChoice, Chairing, ChairKind
from masa.model.funding import Budget
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.roster import Roster, named_things
from masa.model.governance.seating import placed
from masa.model.governance.ties import Ties
from masa.model.groups import Group
from masa.model.lifetimes import has_not_ended, thing_was_there
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

    def __iter__(self) -> Iterator[GovernanceNode]:
        return iter((*self.own, *self.beside))

    def __len__(self) -> int:
        return len((*self.own, *self.beside))

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where they are declared, each once, those not settled too."""
        return placed(node.at for node in (*self, *self.unsettled))

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
                "name": node.called,
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

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where they are printed, each once."""
        return placed(one.at for one in self.ends)

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
        gone = [one.why for one in self.ends if one.why.startswith((ENDED, GONE))]
        is_over = all(why.startswith(ENDED) for why in gone)
        what, ended = "what has ended" if is_over else "what was not there", len(gone)
        if not many:
            return f"Every reference{self.so_far} means somebody who is named."
        number = many - ended or ended
        said = f"{number} reference{'' if number == 1 else 's'}"
        if many == ended:
            return f"{said} to {what}."
        more = f", and {ended} to {what}" if ended else ""
        return f"{said} to nobody who is named{more}."

    def __str__(self) -> str:
        return " ".join((self._summary(), *(sentence(f"{one}.") for one in self.ends)))


DESCRIBED = "described and not named"
UNTOLD = "and who that is cannot be told"
ENDED = "which has ended"
GONE = "which was not there"
STAGES = "the stages of a disagreement"
DOUBTED = "and whether they mean the same cannot be told"


def unresolved(inquiry: Inquiry) -> Unresolved:
    """Find every reference that means nobody who is named, or what has ended.

    What was not there on the day, or does not hold as it is given, is left out. A payer
    is told if it had ended before the end of the year for which it is said to pay; if
    that year is not over, or not stated, as everybody is. Of several arrangements, each
    place tells which one it is in.
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
Reference = tuple[str, str, str, Source | None]


class _Ends:
    """The loose ends of one arrangement, as far as it is in the graph."""

    def __init__(self, inquiry: Inquiry, roster: Roster) -> None:
        self._inquiry, self._roster = inquiry, roster
        self._whole, self._told = roster.arrangement, roster.told

    def every(self) -> Iterator[LooseEnd]:
        """Yield these in the order of the document."""
        whole = self._whole
        for group in self._there(whole.groups):
            yield from self._of_group(group)
        for stage in whole.escalation:
            if stage.who not in whole and self._holds(stage.standing):
                who, at = stage.who, stage.at
                yield LooseEnd(said=who, where=STAGES, why=DESCRIBED, at=at)
        for where, every in (*self._references(), *self._successions()):
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
        name = self._told(group)
        for seat in (*group.members, *group.invited):
            if seat.any and self._holds(seat.standing, seat.condition):
                yield LooseEnd(said=seat.any, where=name, why=DESCRIBED, at=seat.at)
        for held in (*group.chair.statements, *group.vice_chair.statements):
            if isinstance(held.value, Chairing) and self._inquiry.holding(held):
                yield from _of_chair(held.value, name, held.at)

    def _references(self) -> Iterator[tuple[str, Sequence[Said]]]:
        """Yield what is said wherever a name would stand that ties one to another."""
        whole, told = self._whole, self._told
        for partner in self._there(whole.partners):
            yield f"the lead of {told(partner)}", partner.lead.statements
            yield f"to whom {told(partner)} delegates", partner.delegates
        for body in self._there(whole.bodies):
            yield f"what {told(body)} is part of", body.part_of.statements
        for thing, kind, _ in named_things(whole):
            if kind is NodeKind.POST and isinstance(thing, Post):
                yield from self._of_post(thing)
        for group in self._there(whole.groups):
            yield from _of_lines(group, told(group))
        for function in self._there(whole.functions):
            yield f"to whom {told(function)} reports", function.reports_to
            yield f"who does {told(function)}", function.done_by.statements
        yield from _of_the_whole(whole, told)

    def _successions(self) -> Iterator[tuple[str, Sequence[Said]]]:
        """Yield what is said of what came before and after, which may have ended."""
        whole, told = self._whole, self._told
        for partner in self._there(whole.partners):
            yield f"what came after {told(partner)}", partner.successors
        for body in self._there(whole.bodies):
            yield f"what came after {told(body)}", body.successors
        for agency in whole.relevant_agencies:
            if isinstance(agency, RelevantAgency) and [*self._there([agency])]:
                yield f"what came after {told(agency)}", agency.successors
        yield "what came before the arrangements", whole.predecessors
        yield "what came after the arrangements", whole.successors

    def _of_post(self, post: Post) -> Iterator[tuple[str, Sequence[Said]]]:
        if [*self._there([post])]:
            told = self._told
            yield f"who provides {told(post)}", post.provided_by.statements
            yield f"who shares {told(post)}", post.shared_with
            yield f"what else is held with {told(post)}", post.also_holds

    def _to_what_has_ended(self) -> Iterator[LooseEnd]:
        """Yield what is still said of what has ended, or was not there on the day."""
        for where, words, name, at in self._everybody():
            if name in COLLECTIVES:
                continue
            whom = self._whole[name]
            if why := self._why_gone(whom):
                said = f"{words} {self._called(whom, name)}".lstrip()
                yield LooseEnd(said=said, where=where, why=why, at=at)

    def _everybody(self) -> Iterator[Reference]:
        yield from self._named()
        yield from self._acting()
        yield from self._related()

    def _named(self) -> Iterator[Reference]:
        """Yield every name that ties one to another, but for what came after what."""
        for where, every in self._references():
            for said in every:
                if self._inquiry.holding(said):
                    for name in _names_in(said.value):
                        yield where, "", name, said.at
        for group in self._there(self._whole.groups):
            for seat in (*group.members, *group.invited):
                if self._holds(seat.standing, seat.condition):
                    for name in filter(None, (seat.holder, *seat.chairs_of)):
                        yield self._told(group), "", name, seat.at

    def _acting(self) -> Iterator[Reference]:
        """Yield who resolves disagreements, who scrutinises, and who pays."""
        for stage in self._whole.escalation:
            if stage.who in self._whole and self._holds(stage.standing):
                yield STAGES, "", stage.who, stage.at
        for one in self._whole.scrutiny:
            if self._holds(one.standing):
                yield "who scrutinises the partnership", "", one.by, one.at
        for budget in self._whole.budgets:
            yield from self._of_budget(budget)

    def _of_budget(self, budget: Budget) -> Iterator[Reference]:
        years = budget.year.values
        where = f"who pays in {' / '.join(map(str, years))}" if years else "who pays"
        for line in budget.contributions:
            if self._holds(line.standing) and not self._has_paid(line.payer, years):
                yield where, "", line.payer, line.at

    def _has_paid(self, payer: str, years: Sequence[FinancialYear]) -> bool:
        """Say whether a payer that has ended since may have been there all the year.

        The year is over then, and nothing is still said of the payer.
        """
        if payer in COLLECTIVES or not years:
            return False
        on, whom = self._inquiry.on, self._whole[payer]
        last = max(year.last for year in years)
        if (on is not None and on <= last) or self._why_gone(whom) == ENDED:
            return False
        was_there = thing_was_there(self._whole, whom, payer, last).answer
        return was_there is not Answer.NO

    def _related(self) -> Iterator[Reference]:
        for one in self._whole.relations:
            who = self._whole[one.source]
            is_held = self._holds(one.standing, one.condition)
            is_held = is_held and one.verb is not Verb.TAKES_OVER_FROM
            if is_held and [*self._there([who])]:
                yield self._called(who, one.source), one.verb.value, one.target, one.at

    def _called(self, thing: Thing, name: str) -> str:
        """Give the name of a thing; of an arrangement, which has several, that used."""
        return name if isinstance(thing, Arrangement) else self._told(thing)

    def _why_gone(self, thing: Thing) -> str:
        """Say that a thing has ended or was not there on the day, if it surely was not.

        The end of a group is told on a day only: of any day, it is still to come.
        """
        on, ended = self._inquiry.on, getattr(thing, "ended", NOT_STATED)
        days = [said.value for said in ended.settled if isinstance(said.value, When)]
        if days and (on is None or not any(one.is_dated for one in days)):
            return _ended(ended)
        if on is None:
            return ""
        if thing_was_there(self._whole, thing, "it", on).answer is not Answer.NO:
            return ""
        ended = _ends_of(thing) if isinstance(thing, Group) else ended
        return _ended(ended) if has_not_ended(ended, on) is Answer.NO else GONE


def _ends_of(group: Group) -> Stated[When]:
    return Stated(
        Statement(
            value=said.value.end,
            standing=said.standing,
            condition=said.condition,
            since=said.since,
            until=said.until,
        )
        for said in group.period.statements
        if isinstance(said.value, Period) and said.value.end
    )


def _names_in(value: object) -> tuple[str, ...]:
    """Give the names that stand where one ties a thing to another."""
    match value:
        case Chairing():
            return (*filter(None, [value.who]), *value.among)
        case ChairChoice():
            return (value.by,)
    return (value,) if isinstance(value, str) else ()


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


def _of_lines(group: Group, name: str) -> Iterator[tuple[str, Sequence[Said]]]:
    yield f"to whom {name} reports", group.reports_to
    yield f"in what {name} is", group.inside.statements
    yield f"whose group {name} is", group.owners
    yield f"to whom {name} hands over", group.hands_over_to
    yield f"who chairs {name}", group.chair.statements
    yield f"who is vice chair of {name}", group.vice_chair.statements
    yield f"who chooses the chair of {name}", group.chair_chosen.statements


def _of_the_whole(
    whole: Arrangement, told: Callable[[Thing], str]
) -> Iterator[tuple[str, Sequence[Said]]]:
    yield "who chairs the partnership", whole.chair.statements
    for team in whole.teams:
        for member in team.members:
            yield f"who nominates to {told(team)}", member.nominated_by.statements
    for one in whole.scrutiny:
        yield f"who commissions {one.by}", one.commissioned_by.statements
    if report := whole.yearly_report:
        yield "who scrutinises the yearly report", report.scrutinised_by.statements
    if review := whole.child_death_review:
        yield "the partners of child death reviews", review.partners
        yield "the panel of child death reviews", review.panel.statements
