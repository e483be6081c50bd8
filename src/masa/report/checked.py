"""How the arrangement stands against its edition, and what is worth a look."""

from collections.abc import Iterator

from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.model.arrangement import Arrangement
from masa.rules.checklist import Checklist, check
from masa.rules.checklist_pages import summary
from masa.rules.held_against import answers_to
from masa.rules.remarks import Severity
from masa.rules.structure import check_structure

__all__ = ["held", "worth_a_look"]


def held(arrangement: Arrangement) -> Iterator[Block]:
    """Lay out how many duties are met, and which requirements of law are not shown."""
    edition = answers_to(arrangement)
    if edition is not None:
        found = check(arrangement, edition=edition.id)
        yield Heading(f"Held against {edition}")
        yield from map(Paragraph, found.notices)
        yield summary(found.outcomes)
        yield from _not_shown(found)


def worth_a_look(arrangement: Arrangement) -> Iterator[Block]:
    """Lay out what is worth a look in how it is made, but for mere notes."""
    found = check_structure(arrangement)
    told = [one for one in found if one.severity is not Severity.NOTE]
    if told:
        yield Heading("Worth a look")
        yield Paragraph("Good sense, not law.")
        yield Bullets(tuple(map(str, told)))


def _not_shown(found: Checklist) -> Iterator[Block]:
    if found.missing_musts:
        yield Paragraph("Required by law, and not shown in full:")
        yield Bullets(tuple(one.title for one in found.missing_musts))
