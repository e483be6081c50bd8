"""Who is on a child protection team, as seats on it, each member one."""

from collections.abc import Iterator

from attrs import evolve

from masa.ground.logic import NO, YES
from masa.ground.text import listed
from masa.model.governance.counting import ONE, either, or_none, total
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.roster import Roster
from masa.model.governance.seating import SeatHeld, Seats, placed
from masa.model.governance.sittings import seats_with
from masa.model.teams import ChildProtectionTeam, TeamMember

__all__ = ["seats_of"]


def seats_of(inquiry: Inquiry, key: str) -> Seats:
    """Give the seats on a group or a team, or of whoever a node is.

    A member of a team is only described, by the role; who nominates is told, and is
    not taken for the body that the member is of.
    """
    found = seats_with(inquiry, key)
    declared = inquiry.ties.teams.get(key)
    if not declared:
        return found
    told = [[*_members(inquiry, key, *each)] for each in declared]
    rows = told[0] if len(told) == 1 else [*_as_told_by_several(told)]
    return evolve(found, rows=(*rows, *found.rows))


def _members(
    inquiry: Inquiry, key: str, roster: Roster, team: ChildProtectionTeam
) -> Iterator[SeatHeld]:
    label, is_settled = inquiry.label(key), inquiry.ties.nodes[key].standing.is_settled
    for member in team.members:
        stands = inquiry.stands(member.standing)
        if stands is not NO:
            is_open = stands is not YES
            notes = _nominated(inquiry, roster, member)
            yield SeatHeld(
                holder=member.role.value,
                group=label,
                count=or_none(ONE) if is_open and is_settled else ONE,
                notes=(*notes, *([member.standing.value] if is_open else [])),
                at=placed([member.at]),
            )


def _nominated(inquiry: Inquiry, roster: Roster, member: TeamMember) -> tuple[str, ...]:
    """Say who nominates a member, as far as that may hold."""
    nodes, names = inquiry.ties.nodes, dict[str, None]()
    for said in member.nominated_by.statements:
        if isinstance(said.value, str) and inquiry.holding(said):
            by = roster.key(said.value)
            names[inquiry.label(by) if by in nodes else said.value] = None
    return (f"nominated by {listed(names, 'or')}",) if names else ()


def _as_told_by_several(told: list[list[SeatHeld]]) -> Iterator[SeatHeld]:
    """Take what several arrangements tell of one role as one: perhaps the same."""
    for role in dict.fromkeys(row.holder for rows in told for row in rows):
        own = [[row for row in rows if row.holder == role] for rows in told]
        every = [row for rows in own for row in rows]
        yield evolve(
            every[0],
            count=either(total(row.count for row in rows) for rows in own if rows),
            notes=tuple(dict.fromkeys(note for row in every for note in row.notes)),
            at=placed(at for row in every for at in row.at),
        )
