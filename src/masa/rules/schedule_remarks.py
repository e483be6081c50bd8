"""Remarks on agencies that are listed, and perhaps in no paragraph of the Schedule."""

from collections.abc import Iterator

from masa.ground.law import shelf
from masa.ground.stated import Stated
from masa.model.partners import DescribedSet, RelevantAgency
from masa.rules.identities import once
from masa.rules.remarks import Noticed
from masa.rules.telling_words import speaks_of
from masa.rules.whereabouts import Whereabouts, marked_name

__all__ = ["NOT_LISTED", "agency_perhaps_not_in_schedule", "is_perhaps_omitted"]

NOT_LISTED = "not-in-the-schedule"


def agency_perhaps_not_in_schedule(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a listed agency that is perhaps of a kind that the Schedule omits."""
    found = [
        one for one in known.arrangement.relevant_agencies if is_perhaps_omitted(one)
    ]
    if found:
        marked = (marked_name(one.name, one.standing) for one in found)
        yield Noticed(
            f"Listed as relevant agencies, and perhaps of a kind that is in no "
            f"paragraph of the Schedule: {'; '.join(marked)}.",
            once(one.name for one in found),
            once(one.at for one in found),
        )


def is_perhaps_omitted(agency: RelevantAgency | DescribedSet) -> bool:
    """Say whether a name tells of such a kind, and nothing is said of a paragraph."""
    names = (agency.name, *Stated(agency.also).values)
    items = (item for rule in shelf.rule(NOT_LISTED) for item in rule.items)
    is_told = agency.schedule_paragraph.is_stated
    return not is_told and any(speaks_of(item.id or "", names) for item in items)
