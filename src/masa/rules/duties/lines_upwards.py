"""Which groups have a stated line up to the leads, as far as the file shows it."""

from collections.abc import Iterator, Sequence

from masa.ground.stated import Standing
from masa.model.documents import Collective
from masa.model.relations import Direction
from masa.rules.dossiers import Dossier
from masa.rules.duties.holdings import as_firm_as, in_part
from masa.rules.exhibits import Exhibit, exhibit

__all__ = ["paths"]

NO_LINE = "not every group is shown to have one"
Line = tuple[Sequence[object], Sequence[object], Standing]


def paths(dossier: Dossier) -> list[Exhibit]:
    """Show the groups with a path up to the leads; in part if a group has none.

    A path holds no more firmly than its lines: one that is only proposed is told so.
    """
    own = dossier.arrangement.own_groups
    firm, any_way = _reached(dossier, firmly=True), _reached(dossier, firmly=False)
    found = [
        as_firm_as(
            exhibit(f"{group.name}: a line up to the partners", group),
            Standing.IN_FORCE if id(group) in firm else Standing.PROPOSED,
        )
        for group in own
        if id(group) in any_way
    ]
    every = all(id(group) in firm for group in own)
    return found if every else in_part(found, NO_LINE)


def _reached(dossier: Dossier, *, firmly: bool) -> set[int]:
    """Find everything that has a line up to a partner, a lead or a top group."""
    below: dict[int, list[object]] = {}
    for lower, upper, standing in _lines(dossier):
        if standing.is_settled or not firmly:
            for over in upper:
                below.setdefault(id(over), []).extend(lower)
    todo = list(_tops(dossier, firmly=firmly))
    found: set[int] = set()
    while todo:
        thing = todo.pop()
        if id(thing) not in found:
            found.add(id(thing))
            todo += below.get(id(thing), ())
    return found


def _tops(dossier: Dossier, *, firmly: bool) -> Iterator[object]:
    yield from dossier.arrangement.partners
    for partner in dossier.arrangement.partners:
        for lead in partner.lead.statements:
            if lead.has_value and (lead.is_settled or not firmly):
                yield dossier[str(lead.value)]
    for group in dossier.arrangement.groups:
        tiers = group.tier.settled if firmly else group.tier.statements
        if any(tier.value == 1 for tier in tiers):
            yield group


def _lines(dossier: Dossier) -> Iterator[Line]:
    """Yield who stands below whom, wherever a route of governance may go."""
    for group in dossier.arrangement.groups:
        for one in group.reports_to:
            if one.has_value:
                yield (group,), _meant(dossier, str(one.value)), one.standing
    for relation in dossier.arrangement.relations:
        if relation.verb.carries_routes:
            ends = (relation.source, relation.target)
            is_up = relation.verb.direction is Direction.UP
            lower, upper = ends if is_up else ends[::-1]
            meant = _meant(dossier, lower), _meant(dossier, upper)
            yield *meant, relation.standing


def _meant(dossier: Dossier, name: str) -> tuple[object, ...]:
    thing = dossier[name]
    if isinstance(thing, Collective):
        every = (*dossier.arrangement.partners, *dossier.relevant_agencies)
        return tuple(one for one in every if one.name in thing.members)
    return (thing,)
