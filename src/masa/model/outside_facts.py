"""What other sources say: kept beside the document, never in the place of its words."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.errors import RangeError
from masa.ground.shown import Shown
from masa.ground.stated import NOT_STATED, Stated
from masa.ground.text import Identifier, Name, Prose, Ref, echo
from masa.model.bodies import Area

__all__ = ["Confidence", "OutsideFact"]


class Confidence(Enum):
    """How sure it is that what another source says is so, and is meant here."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class OutsideFact(Shown):
    """What a source outside the document says about the arrangement.

    Nothing that the document states or leaves open is changed by it.

    Args:
        id: A stable id.
        about: What it is about, in a few words.
        says: What is said, in our words.
        sources: Who says it, one source each: a title, or an address.
        names: The things in the arrangement that it concerns.
        area: The areas that are meant, where it tells them.
        when: The day, where it tells one.
        confidence: How sure it is.

    Raises:
        RangeError: If no source is given.
        TextError: If a text breaks the text policy.
        DateError: If the day cannot be read.
        KindError: If a part is of the wrong type.
    """

    stands_apart: ClassVar[bool] = True  # no place in the document is its own
    has_own_id: ClassVar[bool] = True  # no other of its sort has the same

    id: Identifier
    about: Name
    says: Prose
    sources: tuple[Prose, ...]
    names: tuple[Ref, ...] = ()
    area: tuple[Area, ...] = ()
    when: Stated[When] = NOT_STATED
    confidence: Stated[Confidence] = NOT_STATED

    def __attrs_post_init__(self) -> None:
        if not self.sources:
            raise RangeError(
                f"no source is given for the outside fact {echo(self.id)}",
                remedy='write sources = ["…"]',
            )

    def __str__(self) -> str:
        sure = f", confidence {self.confidence}" if self.confidence.is_stated else ""
        return f"{self.about}: {self.says} ({'; '.join(self.sources)}{sure})"
