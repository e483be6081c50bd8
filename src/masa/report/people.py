"""Who is in an arrangement: partners, groups and their seats, agencies, others."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from masa.ground.blocks import Block, Heading, Pairs, Paragraph, Table
from masa.ground.quantities import Count
from masa.ground.shown import plain
from masa.ground.stated import Standing
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.frequencies import Frequency
from masa.model.groups import Function, Group, Seat
from masa.model.partners import AgencyCategory, SafeguardingPartner
from masa.model.relations import Relation
from masa.model.teams import ChildProtectionTeam, TeamMember
from masa.report.lines import (
    NOT_STATED,
    bulleted,
    called,
    each,
    each_in_short,
    headed,
    labelled,
    many,
    placed,
    placed_within,
    values,
)
from masa.rules.gaps import lines_of
from masa.rules.plain_names import label_of

__all__ = [
    "agencies",
    "functions",
    "groups",
    "identity",
    "others",
    "partners",
    "relations",
    "teams",
]


def identity(arrangement: Arrangement) -> Iterator[Block]:
    """Say what the arrangement is, as pairs."""
    rows = {
        "name": arrangement.name,
        "area": listed(
            placed(area.name, area.at, area.standing) for area in arrangement.area
        ),
        "answers to": arrangement.edition,
        "takes over from": each(arrangement.predecessors),
        **_chair(arrangement),
        "standing of the whole": _standing(arrangement),
        "approved": arrangement.approved,
        "in force": arrangement.in_force,
        "published": arrangement.published,
        "reviewed": arrangement.reviewed,
        "taken from": listed(f"{d} ({values(d.text)})" for d in arrangement.sources),
    }
    yield Pairs(
        tuple((label, plain(value) or NOT_STATED) for label, value in rows.items())
    )


def _chair(arrangement: Arrangement) -> dict[str, object]:
    """Say who chairs the whole; not every edition of the guidance asks for that."""
    chair = arrangement.chair
    return {"partnership chair": chair} if chair.statements else {}


def _standing(arrangement: Arrangement) -> str:
    """Say how firm the whole is; a document that says nothing of it is published."""
    if arrangement.standing is Standing.IN_FORCE:
        return "as published; the document gives none"
    return plain(arrangement.standing)


def partners(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate the partners, who leads for each, and their seats at the top."""
    yield Heading("Safeguarding partners")
    if not arrangement.partners:
        yield Paragraph("No partner is named.")
        return
    yield Table(
        caption="Partners, who leads for each, and their seats at the top",
        columns=("kind", "body", "lead", "delegates", "seats at the top"),
        rows=tuple(
            (
                partner.kind.value,
                placed(partner.name, partner.at, partner.standing),
                str(partner.lead),
                each(partner.delegates),
                _top_seats(arrangement, partner),
            )
            for partner in arrangement.partners
        ),
    )


def _top_seats(arrangement: Arrangement, partner: SafeguardingPartner) -> str:
    held = (
        partner,
        *partner.posts,
        *(p for p in arrangement.posts if p.body and arrangement[p.body] == partner),
    )
    seats = [
        called(arrangement, seat.holder)
        for group in arrangement.groups
        if 1 in group.tier.values
        for seat in group.members
        if seat.holder and arrangement[seat.holder] in held
    ]
    return f"{len(seats)}: {listed(seats)}" if seats else NOT_STATED


def groups(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate the groups of the partnership, and those beside it."""
    yield Heading("Groups")
    own = arrangement.own_groups
    beside = [group for group in arrangement.groups if group.outside.values]
    if not own:
        yield Paragraph("No group of the partnership is described.")
    else:
        yield Table(
            caption="Groups of the partnership",
            columns=("group", "tier", "chair", "meets", "reports to"),
            rows=tuple(_group_row(arrangement, group) for group in own),
        )
        yield from bulleted("How often that is", _rhythms(arrangement, own))
        seated = filter(_has_seats, own)
        yield from bulleted("Members", (_members(arrangement, g) for g in seated))
        yield from bulleted(
            "What they do",
            (
                f"{label_of(arrangement, g)}: {each_in_short(g.remit, g)}"
                for g in own
                if g.remit
            ),
        )
    if beside:
        yield Table(
            caption="Groups beside it, on which partners take part",
            columns=("group", "kind", "meets"),
            rows=tuple(
                (placed(g.name, g.at), values(g.kind), str(g.meets)) for g in beside
            ),
        )


def _group_row(arrangement: Arrangement, group: Group) -> tuple[str, ...]:
    chosen = f"; {group.chair_chosen}" if group.chair_chosen.is_stated else ""
    tier = " / ".join(map(str, group.tier.values)) or "-"
    return (
        placed(label_of(arrangement, group), group.at, group.standing),
        tier,
        f"{group.chair}{chosen}",
        str(group.meets),
        "; ".join(_lines(arrangement, group)) or NOT_STATED,
    )


def _lines(arrangement: Arrangement, group: Group) -> Iterator[str]:
    """Yield whom a group answers to, as the group says it, and as relations do."""
    yield from map(str, group.reports_to)
    for line in lines_of(arrangement, group):
        if arrangement[line.source] is group:
            said = f"{line.verb.value} {called(arrangement, line.target)}"
        else:
            said = f"{called(arrangement, line.source)} {line.verb.value} it"
        yield placed(said, line.at, line.standing)


def _rhythms(arrangement: Arrangement, groups: Iterable[Group]) -> Iterator[str]:
    """Say what a frequency comes to where it is ambiguous or stated twice."""
    for group in groups:
        several = len(group.meets.values) > 1
        for statement in group.meets.settled:
            value = statement.value
            if isinstance(value, Frequency) and (several or len(value.readings) > 1):
                place = f" ({statement.at})" if statement.at else ""
                name = label_of(arrangement, group)
                yield f"{name}: {value}{place} is {_times(value)}."


def _times(frequency: Frequency) -> str:
    often = frequency.per_year
    if often == Count.unknown():
        return "an unknown number of times a year"
    return f"{often} times a year"


def _has_seats(group: Group) -> bool:
    return bool(group.members or group.invited)


def _members(arrangement: Arrangement, group: Group) -> str:
    seats = _seats(arrangement, group, group.members) or "members not stated"
    is_closed = group.complete.is_settled and group.complete.only
    closed = ", and nobody else" if is_closed else ""
    invited = _seats(arrangement, group, group.invited)
    more = f". Invited: {invited}" if invited else ""
    return f"{label_of(arrangement, group)}: {seats}{closed}{more}"


def _seats(arrangement: Arrangement, group: Group, seats: Iterable[Seat]) -> str:
    return "; ".join(_seat(arrangement, group, seat) for seat in seats)


def _seat(arrangement: Arrangement, group: Group, seat: Seat) -> str:
    named = evolve(
        seat,
        holder=called(arrangement, seat.holder) if seat.holder else None,
        chairs_of=tuple(called(arrangement, ref) for ref in seat.chairs_of),
    )
    text = str(named)
    return placed(text, None if seat.at == group.at else seat.at, seat.standing)


def agencies(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate the relevant agencies by category."""
    yield Heading("Relevant agencies")
    if not arrangement.agencies:
        yield Paragraph("No relevant agency is listed.")
        return
    named = sum(len(category.named) for category in arrangement.agencies)
    described = sum(len(category.described) for category in arrangement.agencies)
    yield Paragraph(
        f"{many(named + described, 'entry', 'entries')} in "
        f"{many(len(arrangement.agencies), 'category', 'categories')}: "
        f"{many(named, 'organisation')} named, {many(described, 'set')} described."
    )
    yield Table(
        caption="Relevant agencies by category, as printed",
        columns=("category", "entries"),
        rows=tuple(map(_category_row, arrangement.agencies)),
    )


def _category_row(category: AgencyCategory) -> tuple[str, str]:
    entries = "; ".join(map(str, category.agencies))
    return placed(category.category, category.at, category.standing), entries


def functions(arrangement: Arrangement) -> Iterator[Block]:
    """List what has to be done, for which no group is named."""
    yield from bulleted(
        "Functions for which no group is named",
        map(_function, arrangement.functions),
        level=2,
    )


def _function(function: Function) -> str:
    tier = f"tier {function.tier.only}" if function.tier.is_settled else ""
    remit = each_in_short(function.remit, function)
    done = f"done by {function.done_by}" if function.done_by.is_stated else ""
    named = placed(function.name, function.at, function.standing)
    return headed(named, filter(None, (tier, done, remit)))


def teams(arrangement: Arrangement) -> Iterator[Block]:
    """List the child protection teams, with for what somebody is on each."""
    yield from bulleted(
        "Multi-agency child protection teams",
        (_team(arrangement, team) for team in arrangement.teams),
        level=2,
    )


def _team(arrangement: Arrangement, team: ChildProtectionTeam) -> str:
    named = placed(label_of(arrangement, team), team.at, team.standing)
    members = [_member(member, team) for member in team.members]
    return headed(named, members or ["members not stated"])


def _member(member: TeamMember, team: ChildProtectionTeam) -> str:
    by = labelled("nominated by", member.nominated_by, member)
    return placed_within(", ".join((member.role.value, *by)), member, team)


def others(arrangement: Arrangement) -> Iterator[Block]:
    """List who is described and not named, other than relevant agencies."""
    yield from bulleted(
        "Others who are described and not named",
        (placed(str(one), one.at, one.standing) for one in arrangement.sets),
        level=2,
    )


def relations(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate who stands in what relation to whom."""
    if not arrangement.relations:
        return
    yield Heading("Relations")
    yield Table(
        caption="Who stands in what relation to whom",
        columns=("who", "relation", "to whom", "more", "place"),
        rows=tuple(_relation_row(arrangement, one) for one in arrangement.relations),
    )


def _relation_row(arrangement: Arrangement, one: Relation) -> tuple[str, ...]:
    more = "; ".join(filter(None, (one.says, one.condition)))
    place = placed("", one.at, one.standing).strip(" ()")
    source, target = (called(arrangement, ref) for ref in (one.source, one.target))
    return source, one.verb.value, target, more, place
