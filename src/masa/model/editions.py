"""The editions of Working Together, and which items of a list move with an area."""

from functools import cache

from masa.ground.law import shelf
from masa.ground.law.instruments import Instrument
from masa.ground.law.provisions import Provision

__all__ = ["edition_before", "editions", "moves_on"]

GUIDANCE = "Working Together"
LIST = "published arrangements"


@cache
def editions() -> tuple[Instrument, ...]:
    """Give every edition, in order of time."""
    return tuple(one for one in shelf.instruments() if one.series == GUIDANCE)


def edition_before(edition: Instrument) -> Instrument | None:
    """Give the edition that another replaced; nothing for the first."""
    every = editions()
    place = every.index(edition)
    return every[place - 1] if place else None


def moves_on(version: Provision, edition: Instrument | None) -> bool:
    """Say whether an item of the list ends, or begins, as an area publishes again.

    The move from boards to partners holds no item back: before an area begins its
    arrangements, it has to publish what the list asks for.
    """
    is_republished = edition is not None and edition.area_date == "republished"
    return version.checklist == LIST and is_republished
