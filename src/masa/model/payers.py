"""Of what kind a payer is, and under what heading it is listed, as far as is told."""

import re
from collections.abc import Callable, Iterable, Iterator

from masa.ground.stated import Stated
from masa.model.bodies import Body
from masa.model.documents import Collective
from masa.model.funding_lines import PayerKind
from masa.model.money_groups import LISTED_NOWHERE
from masa.model.partners import AgencyCategory, RelevantAgency, SafeguardingPartner

__all__ = ["heading_of", "kind_of_body"]

PARTNERS = "safeguarding partners"
# Reading: whoever has the National Health Service in its name is a health body. No
# other word of a name tells: a trust may be a school's, "care" may be a council's.
_HEALTH = re.compile(
    r"\b(nhs|national health service|clinical commissioning groups?|"
    r"integrated care boards?)\b",
    re.IGNORECASE,
)
Find = Callable[[str], object]


def kind_of_body(
    thing: object, partners: Iterable[SafeguardingPartner], find: Find
) -> PayerKind | None:
    """Say of what kind a body is: a partner's, or health if its names tell.

    Args:
        thing: The body.
        partners: The safeguarding partners of the arrangement.
        find: Gives what carries a name.
    """
    for partner in partners:
        if _is_one(partner, thing, find):
            return PayerKind(partner.kind.value)
    if any(map(_HEALTH.search, _names(thing))):
        return PayerKind.HEALTH
    return None


def _is_one(
    one: SafeguardingPartner | RelevantAgency, thing: object, find: Find
) -> bool:
    return one is thing or (one.body is not None and find(one.body) is thing)


def _names(thing: object) -> Iterator[str]:
    if isinstance(thing, Body | RelevantAgency):
        yield thing.name
        yield from Stated(thing.also).values
        yield from thing.kind.values


def heading_of(
    thing: object,
    partners: Iterable[SafeguardingPartner],
    agencies: Iterable[AgencyCategory],
    find: Find,
) -> str:
    """Say under what heading a body is listed, if it is.

    Args:
        thing: The body.
        partners: The safeguarding partners of the arrangement.
        agencies: Its relevant agencies.
        find: Gives what carries a name.
    """
    if isinstance(thing, Collective):
        return thing.name
    if any(_is_one(partner, thing, find) for partner in partners):
        return PARTNERS
    for category in agencies:
        if thing in category.described or any(
            _is_one(agency, thing, find) for agency in category.named
        ):
            return category.category
    return LISTED_NOWHERE
