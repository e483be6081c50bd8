"""What an arrangement undertakes: commitments, policies, lists, scrutiny, reports."""

from enum import Enum

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.durations import Duration
from masa.ground.quantities import Whole
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Identifier, Name, Prose, Ref
from masa.model.frequencies import Frequency

__all__ = [
    "ChildDeathReview",
    "Commitment",
    "EscalationStage",
    "Judgement",
    "Listing",
    "Policy",
    "Scrutiny",
    "YearlyReport",
]


class Judgement(Enum):
    """How far a person judged the words of a document to meet an item."""

    FULL = "full"
    PART = "part"
    NONE = "none"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class Commitment(Shown):
    """What the arrangement says it does or will do about one topic.

    Args:
        topic: What it is about, in a few words.
        items: The checklist items it answers, by id, such as ``P18-S6``, or one need
            of an item, such as ``P18-M2/publishes``.
        says: What is said, in our words.
        owner: The group, post or body that sees to it.
        decided_by: Who takes the decision, where there is one to take.
        audience: Whom it is for or who is told.
        route: By which way it happens.
        parts: Its parts, one each.
        every: How often it happens.
        within: Within what time.
        ahead: How long ahead of what it is counted from, at the least.
        lasts: For how long it goes on, or how long a thing is kept.
        counted_from: What that time is counted from, in our words.
        judgement: How far somebody judged it to meet the items.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        RangeError: If a frequency or duration cannot be read.
        KindError: If a part is of the wrong type.
    """

    topic: Name
    items: tuple[Name, ...] = ()
    says: Stated[Prose] = NOT_STATED
    owner: Stated[Ref] = NOT_STATED
    decided_by: Stated[Ref] = NOT_STATED
    audience: Stated[Prose] = NOT_STATED
    route: Stated[Prose] = NOT_STATED
    parts: tuple[Statement[Prose], ...] = ()
    every: Stated[Frequency] = NOT_STATED
    within: Stated[Duration] = NOT_STATED
    ahead: Stated[Duration] = NOT_STATED
    lasts: Stated[Duration] = NOT_STATED
    counted_from: Prose | None = None
    judgement: Stated[Judgement] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.topic}: {self.says}"


@frozen(kw_only=True, field_transformer=checked)
class Policy(Shown):
    """A policy, procedure or plan that the arrangement adopts, publishes or uses.

    Args:
        name: As printed.
        id: A stable id.
        also: Other names as printed.
        origin: Who made it.
        does: What it is for, in our words.
        under: The policy it sits beneath.
        dated: The date of the edition, as far as it is known.
        link: The address printed for it.
        condition: On what condition it is adopted.
        at: Where it is named.
        standing: How firmly it is adopted.

    Raises:
        TextError: If a name breaks the text policy.
        DateError: If a date cannot be read.
        KindError: If a part is of the wrong type.
    """

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    origin: Stated[Name] = NOT_STATED
    does: Stated[Prose] = NOT_STATED
    under: Stated[Ref] = NOT_STATED
    dated: Stated[When] = NOT_STATED
    link: tuple[Prose, ...] = ()
    condition: Prose | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, field_transformer=checked)
class Listing(Shown):
    """A closed list that the document prints, to be kept whole.

    Args:
        topic: What is listed.
        items: The items in the order printed.
        count: How many the document says there are.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        RangeError: If the count is negative.
        KindError: If a part is of the wrong type.
    """

    topic: Name
    items: tuple[Prose, ...]
    count: Stated[Whole] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.topic}: {'; '.join(self.items)}"


@frozen(kw_only=True, field_transformer=checked)
class EscalationStage(Shown):
    """One stage of a ladder by which a disagreement is resolved.

    Args:
        who: Who tries to resolve it at this stage.
        does: What they do.
        within: Within what time.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        RangeError: If the duration cannot be read.
        KindError: If a part is of the wrong type.
    """

    who: Prose
    does: Stated[Prose] = NOT_STATED
    within: Stated[Duration] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.who}: {self.does}"


@frozen(kw_only=True, field_transformer=checked)
class Scrutiny(Shown):
    """How the arrangement is scrutinised from outside it.

    Args:
        by: The body or post that scrutinises.
        independent: Whether it is independent.
        commissioned_by: Who commissions it.
        chosen: How it is found.
        expertise: What it has to know, one field each.
        covers: What it scrutinises, one thing each.
        manner: How it is to act, one quality each.
        reports: How and how often it reports.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    by: Ref
    independent: Stated[bool] = NOT_STATED
    commissioned_by: Stated[Ref] = NOT_STATED
    chosen: Stated[Prose] = NOT_STATED
    expertise: tuple[Statement[Prose], ...] = ()
    covers: tuple[Statement[Prose], ...] = ()
    manner: tuple[Statement[Prose], ...] = ()
    reports: Stated[Prose] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.by} scrutinises {'; '.join(map(str, self.covers))}"


@frozen(kw_only=True, field_transformer=checked)
class YearlyReport(Shown):
    """What the arrangement says about its report of each year.

    Args:
        every: How often it is published.
        contents: What it holds, one thing each.
        scrutinised_by: Who scrutinises it.
        published: Where or when it is published.
        copies_to: Who gets a copy.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        RangeError: If the frequency cannot be read.
        KindError: If a part is of the wrong type.
    """

    every: Stated[Frequency] = NOT_STATED
    contents: tuple[Statement[Prose], ...] = ()
    scrutinised_by: Stated[Ref] = NOT_STATED
    published: Stated[Prose] = NOT_STATED
    copies_to: tuple[Statement[Prose], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"published {self.every}: {'; '.join(map(str, self.contents))}"


@frozen(kw_only=True, field_transformer=checked)
class ChildDeathReview(Shown):
    """The child death review arrangements: other partners, often another area.

    Args:
        partners: The child death review partners; the police are none.
        areas: The areas covered.
        panel: The group that reviews.
        covers: Whose deaths are reviewed.
        functions: What is done, one thing each.
        reports: What is published about it.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.

    Authority:
        Children Act 2004, ss.16M to 16Q.
    """

    partners: tuple[Statement[Ref], ...] = ()
    areas: tuple[Statement[Name], ...] = ()
    panel: Stated[Ref] = NOT_STATED
    covers: Stated[Prose] = NOT_STATED
    functions: tuple[Statement[Prose], ...] = ()
    reports: Stated[Prose] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"child death review by {self.panel}"
