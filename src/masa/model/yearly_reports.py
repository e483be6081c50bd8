"""A yearly report as it was published: its year, its contents, who got a copy."""

from typing import ClassVar

from attrs import field, frozen

from masa.ground.checks import EXPECTED, checked
from masa.ground.dates import When
from masa.ground.periods import Period
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated
from masa.ground.text import Name, Prose
from masa.model.commitments import Judgement

__all__ = ["CopySent", "PublishedReport", "Reported"]


@frozen(kw_only=True, field_transformer=checked)
class CopySent(Shown):
    """A copy of a yearly report, and to whom it went.

    Args:
        to: Who got it, such as "Child Safeguarding Practice Review Panel".
        on: The day on which it was sent.
        at: Where that is recorded.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If the day cannot be read.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "to"

    to: Name
    on: Stated[When] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.to}, {self.on}" if self.on.is_stated else self.to


@frozen(kw_only=True, field_transformer=checked)
class Reported(Shown):
    """One thing that a yearly report tells.

    Args:
        topic: What it is about, in a few words.
        items: The items of the list of contents that it answers, by id, such as
            ``YR-S4``, or one need of an item, such as ``YR-S4/used``.
        says: What is told, in our words.
        judgement: How far somebody judged it to meet the items.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "topic"

    topic: Name
    items: tuple[Name, ...] = ()
    says: Stated[Prose] = NOT_STATED
    judgement: Stated[Judgement] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.topic}: {self.says}" if self.says.is_stated else self.topic


@frozen(kw_only=True, field_transformer=checked)
class PublishedReport(Shown):
    """A yearly report that the safeguarding partners published.

    Args:
        title: As printed.
        period: The time it reports on; both end days count.
        published: The day on which it was published.
        where: Where it can be found.
        contents: What it tells, one thing each.
        copies: Who got a copy, and when.
        at: The place of what has no place of its own.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If a date cannot be read, or the period ends before it begins.
        KindError: If a part is of the wrong type.

    Authority:
        Children Act 2004, s.16G(7).
    """

    title: Name
    period: Stated[Period] = field(default=NOT_STATED, metadata=EXPECTED)
    published: Stated[When] = field(default=NOT_STATED, metadata=EXPECTED)
    where: Stated[Prose] = NOT_STATED
    contents: tuple[Reported, ...] = ()
    copies: tuple[CopySent, ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.title
