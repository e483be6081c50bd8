"""How the arrangement stands against the edition that it answers to, in short."""

from collections.abc import Iterator

from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.model.arrangement import Arrangement
from masa.rules.checklist import Checklist, check
from masa.rules.checklist_pages import summary
from masa.rules.held_against import answers_to

__all__ = ["held"]


def held(arrangement: Arrangement) -> Iterator[Block]:
    """Lay out how many duties are met, and which requirements of law are not shown."""
    edition = answers_to(arrangement)
    if edition is not None:
        found = check(arrangement, edition=edition.id)
        yield Heading(f"Held against {edition}")
        yield from map(Paragraph, found.notices)
        yield summary(found.outcomes)
        yield from _not_shown(found)


def _not_shown(found: Checklist) -> Iterator[Block]:
    if found.missing_musts:
        yield Paragraph("Required by law, and not shown in full:")
        yield Bullets(tuple(one.title for one in found.missing_musts))
