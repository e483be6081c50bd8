"""Which groups have a stated line up to the leads, as far as the file shows it."""

from collections.abc import Iterator

from masa.model.arrangement import Arrangement
from masa.model.documents import Collective
from masa.model.relations import Direction
from masa.rules.dossiers import Dossier
from masa.rules.duties.holdings import in_part
from masa.rules.exhibits import Exhibit, exhibit

__all__ = ["paths"]


def paths(dossier: Dossier) -> list[Exhibit]:
    """Show the groups with a path up to the leads; in part if a group has none."""
    own = dossier.arrangement.own_groups
    reached = _reached(dossier.arrangement)
    found = [
        exhibit(f"{group.name}: a line up to the partners", group)
        for group in own
        if id(group) in reached
    ]
    return found if len(found) == len(own) else in_part(found)


def _reached(arrangement: Arrangement) -> set[int]:
    """Find everything that has a line up to a partner, a lead or a top group."""
    below: dict[int, list[object]] = {}
    for lower, upper in _lines(arrangement):
        below.setdefault(id(upper), []).append(lower)
    todo = list(_tops(arrangement))
    found: set[int] = set()
    while todo:
        thing = todo.pop()
        if id(thing) not in found:
            found.add(id(thing))
            todo += below.get(id(thing), ())
    return found


def _tops(arrangement: Arrangement) -> Iterator[object]:
    yield from arrangement.partners
    for partner in arrangement.partners:
        yield from (arrangement[lead] for lead in partner.lead.values)
    yield from (group for group in arrangement.groups if 1 in group.tier.values)


def _lines(arrangement: Arrangement) -> Iterator[tuple[object, object]]:
    """Yield who stands below whom, wherever a route of governance may go."""
    for lower, upper in _names(arrangement):
        for one in _meant(arrangement, lower):
            yield from ((one, other) for other in _meant(arrangement, upper))


def _names(arrangement: Arrangement) -> Iterator[tuple[str, str]]:
    for group in arrangement.groups:
        over = (one.value for one in group.reports_to if one.has_value)
        yield from ((group.id or group.name, str(upper)) for upper in over)
    for one in arrangement.relations:
        if one.verb.carries_routes:
            is_up = one.verb.direction is Direction.UP
            yield (one.source, one.target) if is_up else (one.target, one.source)


def _meant(arrangement: Arrangement, name: str) -> tuple[object, ...]:
    thing = arrangement[name]
    if isinstance(thing, Collective):
        return tuple(arrangement[member] for member in thing.members)
    return (thing,)
