"""Areas, bodies and posts: who and where, by the names that documents print."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.quantities import Number
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Identifier, Name, Prose, Ref

__all__ = ["Area", "Body", "Extent", "Holding", "Post", "Reach"]


class Extent(Enum):
    """How much of an area an arrangement, an agency or a group covers."""

    WHOLE = "whole"
    PART = "part"
    WIDER = "wider"

    __repr__ = Enum.__str__


class Reach(Enum):
    """What a body outside the arrangement is."""

    REGIONAL = "regional"
    NATIONAL = "national"
    INSPECTORATE = "inspectorate"
    OTHER_BOARD = "other board"
    PROVIDER = "provider"
    UNIT = "unit of a partner"
    PEOPLE = "people"

    __repr__ = Enum.__str__


class Holding(Enum):
    """Whether and how a post is held."""

    FILLED = "filled"
    ACTING = "acting"
    INTERIM = "interim"
    VACANT = "vacant"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class Area(Shown):
    """An area that arrangements cover, such as a London borough.

    Args:
        name: As printed.
        id: A stable id, such as ``england/barnet``.
        also: Other names as printed.
        kind: The kind of area, in the source's words.
        part_of: The larger area it lies in.
        extent: Whether the whole of it is meant, a part, or more than it.
        existed: Since when it has existed.
        ended: When it ended.
        at: Where it is named.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "name"
    is_referred_to: ClassVar[bool] = False  # a borough has the name of its area

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    kind: Stated[Name] = NOT_STATED
    part_of: Stated[Name] = NOT_STATED
    extent: Stated[Extent] = NOT_STATED
    existed: Stated[When] = NOT_STATED
    ended: Stated[When] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, field_transformer=checked)
class Post(Shown):
    """A post that somebody holds, in a body. No holder is needed to name it.

    Args:
        name: The title of the post, as printed.
        id: A stable id.
        also: Other titles as printed.
        body: The body it belongs to, if it is not declared within one.
        portfolio: What it answers for.
        duties: What it has to do, one duty each.
        holder: The adult who holds the office, where a source names one.
        holding: Whether it is filled, acting, interim or vacant.
        also_holds: The other posts that the same person holds.
        provided_by: The body that provides the post-holder.
        shared_with: The bodies that share the post.
        full_time_equivalent: How much of a full post it is.
        at: Where it is named.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        RangeError: If the full-time equivalent is no such number.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "name"

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    body: Ref | None = None
    portfolio: Stated[Prose] = NOT_STATED
    duties: tuple[Statement[Prose], ...] = ()
    holder: Stated[Name] = NOT_STATED
    holding: Stated[Holding] = NOT_STATED
    also_holds: tuple[Statement[Ref], ...] = ()
    provided_by: Stated[Ref] = NOT_STATED
    shared_with: tuple[Statement[Ref], ...] = ()
    full_time_equivalent: Stated[Number] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, field_transformer=checked)
class Body(Shown):
    """A body that the document names and that is none of its partners or groups.

    Args:
        name: As printed.
        id: A stable id, such as ``england/met-police``, by which several
            arrangements can share a body.
        also: Other names as printed.
        kind: The statute's or the document's word for what it is.
        part_of: The body it is a part of.
        outside: What it is, if it stands outside the arrangement.
        area: The areas it serves: a part of one, one, or several.
        existed: Since when it has existed.
        ended: When it ended; "undated" if it has, and no day is printed.
        successors: The bodies that took over from it.
        posts: The posts in it.
        does: What the document says that it does, one thing each.
        at: Where it is named.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        DateError: If a date cannot be read.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "name"

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    kind: Stated[Name] = NOT_STATED
    part_of: Stated[Ref] = NOT_STATED
    outside: Stated[Reach] = NOT_STATED
    area: tuple[Area, ...] = ()
    existed: Stated[When] = NOT_STATED
    ended: Stated[When] = NOT_STATED
    successors: tuple[Statement[Ref], ...] = ()
    posts: tuple[Post, ...] = ()
    does: tuple[Statement[Prose], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name
