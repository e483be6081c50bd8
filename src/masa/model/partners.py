"""Safeguarding partners, and the relevant agencies they choose to work with."""

from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from masa.ground.checks import EXPECTED, checked
from masa.ground.dates import When
from masa.ground.quantities import Whole
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Identifier, Name, Prose, Ref
from masa.model.bodies import Area, Post

__all__ = [
    "AgencyCategory",
    "DescribedSet",
    "PartnerKind",
    "RelevantAgency",
    "SafeguardingPartner",
]


class PartnerKind(Enum):
    """The three kinds of safeguarding partner; each may be more than one body.

    Authority:
        Children Act 2004, s.16E(3).
    """

    LOCAL_AUTHORITY = "local authority"
    HEALTH = "health"
    POLICE = "police"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class SafeguardingPartner(Shown):
    """A safeguarding partner: the authority, a health body or a chief of police.

    Args:
        name: The body, as printed.
        kind: Which of the three kinds.
        id: A stable id, such as ``england/met-police``.
        also: Other names as printed.
        described_as: The document's own word for the kind.
        body: The body, if it is declared elsewhere.
        area: The area it answers for, where that is not the whole or goes beyond it.
        posts: The posts in it that the document names.
        lead: The post that answers for the partner; accountability stays there.
        delegates: The posts to which the lead delegates.
        existed: Since when it has existed.
        ended: When it ended; "undated" if it has, and no day is printed.
        successors: The bodies that took over from it.
        at: Where it is named.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        DateError: If a date cannot be read.
        KindError: If there is no such kind, or a part is of the wrong type.

    Authority:
        Children Act 2004, s.16E(3).
    """

    name: Name
    kind: PartnerKind
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    described_as: Stated[Name] = NOT_STATED
    body: Ref | None = None
    area: tuple[Area, ...] = ()
    posts: tuple[Post, ...] = ()
    lead: Stated[Ref] = field(default=NOT_STATED, metadata=EXPECTED)
    delegates: tuple[Statement[Ref], ...] = ()
    existed: Stated[When] = NOT_STATED
    ended: Stated[When] = NOT_STATED
    successors: tuple[Statement[Ref], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.name} ({self.kind.value})"


@frozen(kw_only=True, field_transformer=checked)
class RelevantAgency(Shown):
    """One organisation that the partners list as a relevant agency.

    To be listed locally is one fact, to be a relevant agency in law another.

    Args:
        name: As printed.
        id: A stable id.
        also: Other names as printed.
        kind: What it is, in the document's words.
        body: The body, if it is declared elsewhere.
        area: The area it serves, where that is only a part or goes beyond it.
        schedule_paragraph: The paragraph of the Schedule it falls under.
        reason: Why it was chosen.
        route: How it collaborates.
        includes: What the document says is included in it.
        existed: Since when it has existed.
        ended: When it ended; "undated" if it has, and no day is printed.
        successors: The bodies that took over from it.
        at: Where it is listed.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        DateError: If a date cannot be read.
        KindError: If a part is of the wrong type.

    Authority:
        Children Act 2004, s.16E(3); SI 2018/789, Schedule.
    """

    text_key: ClassVar[str] = "name"

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    kind: Stated[Name] = NOT_STATED
    body: Ref | None = None
    area: tuple[Area, ...] = ()
    schedule_paragraph: Stated[Whole] = NOT_STATED
    reason: Stated[Prose] = NOT_STATED
    route: Stated[Prose] = NOT_STATED
    includes: tuple[Statement[Prose], ...] = ()
    existed: Stated[When] = NOT_STATED
    ended: Stated[When] = NOT_STATED
    successors: tuple[Statement[Ref], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, field_transformer=checked)
class DescribedSet(Shown):
    """Bodies or people that are described and not named: "all schools in the area".

    Membership is a test, not a list: whoever meets one of the limbs belongs.

    Args:
        name: What its members are, such as "fostering agencies".
        id: A stable id.
        also: Other names as printed.
        limbs: The conditions, joined by *or*; none if the name says it all.
        includes: Kinds that the document says are included.
        kind: What they are, in the document's words.
        area: The area they serve, where that is only a part or goes beyond it.
        schedule_paragraph: The paragraph of the Schedule they fall under.
        reason: Why they were chosen.
        route: How they collaborate.
        at: Where they are listed or spoken of.
        standing: How firmly.

    Raises:
        TextError: If a name or a limb breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "name"

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    limbs: tuple[Prose, ...] = ()
    includes: tuple[Statement[Prose], ...] = ()
    kind: Stated[Name] = NOT_STATED
    area: tuple[Area, ...] = ()
    schedule_paragraph: Stated[Whole] = NOT_STATED
    reason: Stated[Prose] = NOT_STATED
    route: Stated[Prose] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.name} {' or '.join(self.limbs)}".strip()


@frozen(kw_only=True, field_transformer=checked)
class AgencyCategory(Shown):
    """The relevant agencies under one heading of the document.

    Args:
        category: The heading, as printed.
        named: The organisations named under it.
        described: The sets described under it.
        reason: Why those under this heading were chosen.
        at: Where the list stands.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    category: Name
    named: tuple[RelevantAgency, ...] = ()
    described: tuple[DescribedSet, ...] = ()
    reason: Stated[Prose] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    @property
    def agencies(self) -> tuple[RelevantAgency | DescribedSet, ...]:
        """All entries under the heading, first the named, then the described."""
        return self.named + self.described

    def __str__(self) -> str:
        return f"{self.category}: {'; '.join(map(str, self.agencies))}"
