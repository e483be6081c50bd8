"""What the Act asks of the arrangements themselves: sections 16E to 16J."""

from collections.abc import Iterator

from masa.model.arrangement import Arrangement
from masa.model.partners import SafeguardingPartner
from masa.model.relations import Relation, Verb
from masa.rules.dossiers import Dossier, stated_exhibits
from masa.rules.duties import holdings
from masa.rules.duties.asking import (
    IN_PROSE,
    Found,
    NotCalledFor,
    duties_of,
    duty,
)
from masa.rules.exhibits import Exhibit, Weight, exhibit

__all__ = ["DUTIES"]

PUBLISHED = "published arrangements"
DELEGATION = (Verb.DELEGATES_TO,)


@duty("ca-2004/s16eb.1")
def memorandum_on_teams(_: Dossier) -> Found:
    """No memorandum on child protection teams is shown."""
    return NotCalledFor("no agency is known to be designated for a memorandum")


@duty("ca-2004/s16f.1-a")
def identifying_serious_cases(_: Dossier) -> Found:
    """How serious cases that matter to the area are identified is not shown."""
    return IN_PROSE


@duty("ca-2004/s16g.2")
def publishing(dossier: Dossier) -> Found:
    """That the arrangements were published is not shown."""
    return {"published": list(_publications(dossier.arrangement))}


def _publications(arrangement: Arrangement) -> Iterator[Exhibit]:
    """Show the day, or the source that is itself the published arrangements."""
    yield from stated_exhibits(lambda day: f"published {day}", arrangement.published)
    for one in arrangement.sources:
        if PUBLISHED in one.kind.values:
            yield Exhibit(what=f"the source held, {one.title}, is what was published")


@duty("combining-areas")
def combining_areas(dossier: Dossier) -> Found:
    """Several areas are covered, and no agreement to combine them is shown."""
    several = holdings.combined(dossier)
    return several if isinstance(several, NotCalledFor) else IN_PROSE


@duty("delegation-between-partners")
def delegation_between_partners(dossier: Dossier) -> Found:
    """Partners act for one another in ways that the Act does not allow."""
    found = [
        _delegated(one, *ends)
        for one in dossier.arrangement.relations
        if one.verb in DELEGATION and (ends := _partners(dossier.arrangement, one))
    ]
    if not found:
        return NotCalledFor("no partner is said to act for another")
    return {"like-for-like": found}


def _partners(
    arrangement: Arrangement, one: Relation
) -> tuple[SafeguardingPartner, SafeguardingPartner] | None:
    ends = arrangement[one.source], arrangement[one.target]
    match ends:
        case (SafeguardingPartner() as source, SafeguardingPartner() as target):
            return source, target
    return None


def _delegated(
    one: Relation, source: SafeguardingPartner, target: SafeguardingPartner
) -> Exhibit:
    is_like = source.kind is target.kind
    return exhibit(str(one), one, Weight.WHOLE if is_like else Weight.AGAINST)


DUTIES = duties_of(vars())
