"""What the leads signed off, and where guidance was departed from, with the reason."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Name, Prose, Ref, listed

__all__ = ["Departure", "KeyDocument", "SignOff"]


class KeyDocument(Enum):
    """A document that the lead safeguarding partners review and sign off."""

    ARRANGEMENTS = "published arrangements"
    SCRUTINY_PLAN = "plan for independent scrutiny"
    BUDGET = "annual budget"
    YEARLY_REPORT = "yearly report"
    THRESHOLD = "threshold document"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class SignOff(Shown):
    """A key document, and who signed it off.

    Args:
        document: Which document.
        by: The posts or bodies that signed it off.
        on: The day on which they did.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        DateError: If the day cannot be read.
        KindError: If there is no such document, or a part is of the wrong type.

    Authority:
        Working Together 2023, ch.2.
    """

    called: ClassVar[str] = "Sign-off"

    document: KeyDocument
    by: tuple[Statement[Ref], ...] = ()
    on: Stated[When] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        by = f", by {listed(map(str, self.by))}" if self.by else ""
        when = f", {self.on}" if self.on.is_stated else ""
        return f"{self.document.value}{by}{when}"


@frozen(kw_only=True, field_transformer=checked)
class Departure(Shown):
    """Something that guidance says should be done and is not, with the reason.

    Args:
        item: The item departed from, by id, such as ``P23-S5``.
        reason: Why.
        decided_by: Who decided so.
        on: The day on which that was decided.
        at: Where it is recorded.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If the day cannot be read.
        KindError: If a part is of the wrong type.
    """

    item: Name
    reason: Stated[Prose] = NOT_STATED
    decided_by: Stated[Ref] = NOT_STATED
    on: Stated[When] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.item}: {self.reason}"
