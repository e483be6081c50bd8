"""What one arrangement tells of who does what to whom: the edges of its graph."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from masa.ground.logic import Answer
from masa.ground.money import to_pence
from masa.ground.stated import Absence, Stated, Statement
from masa.model.arrangement import COLLECTIVES
from masa.model.bodies import Body, Post
from masa.model.chairing import Chairing, ChairKind
from masa.model.documents import Placed
from masa.model.funding import Budget
from masa.model.funding_lines import stated_pounds
from masa.model.governance.nodes import GovernanceEdge
from masa.model.governance.roster import Roster
from masa.model.groups import Function, Group, Seat, SeatRole
from masa.model.partners import RelevantAgency, SafeguardingPartner
from masa.model.relations import Verb
from masa.model.teams import ChildProtectionTeam

__all__ = ["edges_of"]

PARTNERS, AGENCIES = COLLECTIVES
_BY_CHAIRING = {
    ChairKind.ROTATES: "in turn",
    ChairKind.JOINTLY: "jointly",
    ChairKind.DRAWN_FROM: "by one of its members",
}


Details = tuple[tuple[str, str | int], ...]


def edges_of(roster: Roster) -> list[GovernanceEdge]:
    """Give every edge that an arrangement states, or may state on the day.

    What one place says twice in the same words is one edge.

    Args:
        roster: Who stands in the graph, on which day.
    """
    found: dict[tuple[object, ...], GovernanceEdge] = {}
    for edge in _as_stated(roster):
        ends: tuple[object, ...] = edge.source, edge.verb, edge.target
        while (held := found.setdefault(ends, edge)) is not edge:
            if (joined := _as_one(held, edge)) is not None:
                found[ends] = joined
                break
            ends = (*ends, "and also")
    return list(found.values())


def _as_one(first: GovernanceEdge, then: GovernanceEdge) -> GovernanceEdge | None:
    """Make one edge of two that say the same in one place; nothing if they differ."""
    if _words(first) != _words(then):
        return None
    if first.details and then.details and first.details != then.details:
        return None
    told = (*first.independence.statements, *then.independence.statements)
    details = first.details or then.details
    return evolve(first, independence=Stated(dict.fromkeys(told)), details=details)


def _words(edge: GovernanceEdge) -> tuple[object, ...]:
    return edge.at, edge.standing, edge.condition, edge.says


def _as_stated(roster: Roster) -> Iterator[GovernanceEdge]:
    whole = roster.arrangement
    for partner in whole.partners:
        yield from _of_partner(roster, partner)
    for body in whole.bodies:
        yield from _of_body(roster, body)
    for post in whole.posts:
        yield from _of_post(roster, post, post.body and roster.key(post.body))
    for group in whole.groups:
        yield from _of_group(roster, group)
    for team in whole.teams:
        yield from _of_team(roster, team)
    for function in whole.functions:
        yield from _of_function(roster, function)
    for budget in whole.budgets:
        yield from _of_budget(roster, budget)
    yield from _of_agencies(roster)
    yield from _of_the_whole(roster)
    yield from _of_scrutiny(roster)
    yield from _of_relations(roster)


def _edge(  # noqa: PLR0913, PLR0917 (the parts of an edge)
    roster: Roster,
    source: str,
    verb: Verb,
    target: str,
    said: Placed,
    says: str | None = None,
    details: Details = (),
) -> GovernanceEdge:
    return GovernanceEdge(
        source,
        verb,
        target,
        said.standing,
        getattr(said, "condition", None),
        says,
        said.at,
        roster.of_atlas,
        details,
    )


def _named(
    roster: Roster, said: Sequence[Statement[str]]
) -> list[tuple[str, Statement[str]]]:
    """Give the key of each name that is given and may hold on the day."""
    if not said:
        return []  # which is much faster to see
    return [
        (roster.key(one.value), one)
        for one in said
        if isinstance(one.value, str) and not roster.is_over(one)
    ]


def _independence(roster: Roster, said: Stated[bool]) -> Stated[bool]:
    """Give what is stated of independence and may hold on the day."""
    if roster.on is None or not said.statements:
        return said
    return Stated(one for one in said.statements if not roster.is_over(one))


def _of_partner(
    roster: Roster, partner: SafeguardingPartner
) -> Iterator[GovernanceEdge]:
    key = roster.key_of(partner)
    yield _edge(roster, key, Verb.ONE_OF, roster.key(PARTNERS), partner)
    for post in partner.posts:
        yield from _of_post(roster, post, key)
    leads = _named(roster, partner.lead.statements)
    for lead, said in leads:
        yield _edge(roster, lead, Verb.LEADS, key, said)
    for delegate, said in _named(roster, partner.delegates):
        for by in [lead for lead, _ in leads if lead != delegate] or [key]:
            yield _edge(roster, by, Verb.DELEGATES_TO, delegate, said)
    yield from _succession(roster, key, partner.successors)


def _of_body(roster: Roster, body: Body) -> Iterator[GovernanceEdge]:
    key = roster.key_of(body)
    for wider, said in _named(roster, body.part_of.statements):
        yield _edge(roster, key, Verb.PART_OF, wider, said)
    for post in body.posts:
        yield from _of_post(roster, post, key)
    yield from _succession(roster, key, body.successors)


def _of_post(roster: Roster, post: Post, home: str | None) -> Iterator[GovernanceEdge]:
    key = roster.key_of(post)
    if home:
        yield _edge(roster, key, Verb.PART_OF, home, post)
    for sharer, said in _named(roster, post.shared_with):
        yield _edge(roster, key, Verb.PART_OF, sharer, said, "shared with it")
    for provider, said in _named(roster, post.provided_by.statements):
        yield _edge(roster, provider, Verb.PROVIDES, key, said)
    for other, said in _named(roster, post.also_holds):
        yield _edge(roster, key, Verb.HELD_WITH, other, said)


def _succession(
    roster: Roster, key: str, said: Sequence[Statement[str]]
) -> Iterator[GovernanceEdge]:
    for later, one in _named(roster, said):
        yield _edge(roster, later, Verb.TAKES_OVER_FROM, key, one)


def _of_group(roster: Roster, group: Group) -> Iterator[GovernanceEdge]:
    key = roster.key_of(group)
    for target, one in _named(roster, group.reports_to):
        yield _edge(roster, key, Verb.REPORTS_TO, target, one)
    for target, one in _named(roster, (*group.owners, *group.inside.statements)):
        yield _edge(roster, key, Verb.PART_OF, target, one)
    for target, one in _named(roster, group.hands_over_to):
        yield _edge(roster, key, Verb.HANDS_OVER_TO, target, one)
    if group.instance_of:
        yield _edge(roster, key, Verb.INSTANCE_OF, roster.key(group.instance_of), group)
    yield from _of_chairs(roster, group, key)
    for seats, verb in (
        (group.members, Verb.MEMBER_OF),
        (group.invited, Verb.INVITED_TO),
    ):
        if seats:
            yield from _of_seats(roster, seats, key, verb)


def _of_chairs(roster: Roster, group: Group, key: str) -> Iterator[GovernanceEdge]:
    for held in group.chair.statements:
        yield from _of_chair(roster, Verb.CHAIRS, held, key)
    for held in group.vice_chair.statements:
        yield from _of_chair(roster, Verb.VICE_CHAIRS, held, key)
    for choice in group.chair_chosen.statements:
        if not isinstance(choice.value, Absence) and not roster.is_over(choice):
            by, every = roster.key(choice.value.by), choice.value.every
            says = str(every) if every else None
            yield _edge(roster, by, Verb.APPOINTS_CHAIR_OF, key, choice, says)


def _of_chair(
    roster: Roster, verb: Verb, said: Statement[Chairing], group: str
) -> Iterator[GovernanceEdge]:
    if isinstance(said.value, Absence) or roster.is_over(said):
        return
    chair = said.value
    for name in (*filter(None, [chair.who]), *chair.among):
        says = _BY_CHAIRING.get(chair.kind)
        yield _edge(roster, roster.key(name), verb, group, said, says)
    if chair.description:
        yield _edge(
            roster, roster.described(chair.description, said), verb, group, said
        )


def _of_seats(
    roster: Roster, seats: Iterable[Seat], group: str, usual: Verb
) -> Iterator[GovernanceEdge]:
    for seat in seats:
        role, verb = None, usual
        if seat.role.statements:
            roles = roster.held(seat.role).values
            role = " / ".join(one.value for one in roles) or None
            verb = Verb.INVITED_TO if SeatRole.INVITED in roles else usual
        more: Details = ()
        is_told = seat.requires or seat.beyond_minimum.statements
        if is_told or seat.count.statements or seat.holding.statements or role:
            more = _details(roster, seat, role)
        if seat.holder:
            yield _edge(roster, roster.key(seat.holder), verb, group, seat, role, more)
        if seat.any:
            yield _edge(
                roster, roster.described(seat.any, seat), verb, group, seat, role, more
            )
        for name in seat.chairs_of:
            through = verb if verb is Verb.INVITED_TO else Verb.REPRESENTED_ON
            yield _edge(
                roster, roster.key(name), through, group, seat, "by its chair", more
            )


def _details(roster: Roster, seat: Seat, role: str | None) -> Details:
    found: list[tuple[str, str | int]] = []
    count = roster.held(seat.count)
    if count.statements and count.is_settled:
        found.append(("count", count.only))
    if role:
        found.append(("role", role))
    if holding := roster.held(seat.holding).values:
        found.append(("holding", " / ".join(one.value for one in holding)))
    if seat.requires:
        found.append(("requires", "; ".join(seat.requires)))
    if roster.held(seat.beyond_minimum).says(value=True) is Answer.YES:
        found.append(("beyond_minimum", "yes"))
    return tuple(found)


def _of_team(roster: Roster, team: ChildProtectionTeam) -> Iterator[GovernanceEdge]:
    """Yield an edge for each who nominates, no firmer than the member it is for."""
    key = roster.key_of(team)
    for member in team.members:
        for by, one in _named(roster, member.nominated_by.statements):
            firm = one if member.standing.is_settled else member
            said = evolve(one, at=one.at or member.at, standing=firm.standing)
            yield _edge(roster, by, Verb.NOMINATES_TO, key, said, member.role.value)


def _of_function(roster: Roster, function: Function) -> Iterator[GovernanceEdge]:
    key = roster.key_of(function)
    for target, one in _named(roster, function.reports_to):
        yield _edge(roster, key, Verb.REPORTS_TO, target, one)
    for doer, one in _named(roster, function.done_by.statements):
        yield _edge(roster, doer, Verb.RESPONSIBLE_FOR, key, one)


def _of_budget(roster: Roster, budget: Budget) -> Iterator[GovernanceEdge]:
    whole = roster.key_of(roster.arrangement)
    year = " / ".join(map(str, budget.year.values))
    for line in budget.contributions:
        amount = line.amount
        paid = stated_pounds(amount) if amount.is_stated else "not stated"
        says = f"{paid} in {year}" if year else paid
        more = (("pence", to_pence(amount.only)),) if amount.is_settled else ()
        yield _edge(roster, roster.key(line.payer), Verb.FUNDS, whole, line, says, more)


def _of_agencies(roster: Roster) -> Iterator[GovernanceEdge]:
    every = roster.key(AGENCIES)
    for agency in roster.arrangement.relevant_agencies:
        key = roster.key_of(agency)
        yield _edge(roster, key, Verb.ONE_OF, every, agency)
        if isinstance(agency, RelevantAgency):
            yield from _succession(roster, key, agency.successors)


def _of_the_whole(roster: Roster) -> Iterator[GovernanceEdge]:
    arrangement = roster.arrangement
    key = roster.key_of(arrangement)
    yield from _succession(roster, key, arrangement.successors)
    for earlier, one in _named(roster, arrangement.predecessors):
        yield _edge(roster, key, Verb.TAKES_OVER_FROM, earlier, one)
    for chair, one in _named(roster, arrangement.chair.statements):
        yield _edge(roster, chair, Verb.CHAIRS, key, one)
    for area in arrangement.area:
        yield _edge(roster, key, Verb.COVERS, roster.area_key(area), area)
    ladder = [one for one in arrangement.escalation if one.who in arrangement]
    for stage, after in pairwise(ladder):
        ends = roster.key(stage.who), roster.key(after.who)
        yield _edge(roster, ends[0], Verb.ESCALATES_TO, ends[1], after)
    review = arrangement.child_death_review
    if review is not None:
        panels = [panel for panel, _ in _named(roster, review.panel.statements)]
        for partner, one in _named(roster, review.partners):
            for panel in panels:
                yield _edge(roster, partner, Verb.RESPONSIBLE_FOR, panel, one)


def _of_scrutiny(roster: Roster) -> Iterator[GovernanceEdge]:
    whole = roster.key_of(roster.arrangement)
    for one in roster.arrangement.scrutiny:
        by = roster.key(one.by)
        yield GovernanceEdge(
            source=by,
            verb=Verb.SCRUTINISES,
            target=whole,
            standing=one.standing,
            says="; ".join(Stated(one.covers).values) or None,
            independence=_independence(roster, one.independent),
            at=one.at,
            arrangement=roster.of_atlas,
        )
        for commissioner, said in _named(roster, one.commissioned_by.statements):
            yield _edge(roster, commissioner, Verb.COMMISSIONS, by, said)
    report = roster.arrangement.yearly_report
    if report is not None:
        for by, said in _named(roster, report.scrutinised_by.statements):
            yield _edge(roster, by, Verb.SCRUTINISES, whole, said, "the yearly report")


def _of_relations(roster: Roster) -> Iterator[GovernanceEdge]:
    for one in roster.arrangement.relations:
        yield GovernanceEdge(
            roster.key(one.source),
            one.verb,
            roster.key(one.target),
            one.standing,
            one.condition,
            one.says,
            one.at,
            roster.of_atlas,
            (),
            _independence(roster, one.independence),
        )
