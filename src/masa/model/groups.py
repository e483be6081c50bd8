"""Groups, the seats on them, and functions for which no group is named."""

from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from masa.ground.checks import EXPECTED, checked
from masa.ground.durations import Duration
from masa.ground.errors import RangeError
from masa.ground.periods import Period
from masa.ground.quantities import Counted
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Identifier, Name, Prose, Ref, listed
from masa.model.bodies import Area, Holding, Reach
from masa.model.chairing import ChairChoice, Chairing
from masa.model.frequencies import Frequency

__all__ = ["Function", "Group", "Seat", "SeatRole"]


class SeatRole(Enum):
    """In what role somebody sits on a group."""

    FULL = "full"
    DELEGATE = "delegate"
    DEPUTY = "deputy"
    CO_OPTED = "co-opted"
    INVITED = "invited"
    OBSERVER = "observer"
    NON_EXECUTIVE = "non-executive"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class Seat(Shown):
    """A seat on a group. In a file, plain text is the holder.

    Args:
        holder: The post or body that holds it, by name; or
        any: whoever meets a description, such as "public health"; or
        chairs_of: the chairs of these groups. Exactly one of the three.
        role: The role of the seat.
        count: How many such seats there are.
        holding: Whether the seat is filled, acting, interim or vacant.
        condition: On what condition it is held.
        requires: What the holder must be able to do, one thing each.
        beyond_minimum: Whether it goes beyond what the law asks for.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        RangeError: If not exactly one of `holder`, `any`, `chairs_of` is given.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "holder"

    holder: Ref | None = None
    any: Prose | None = None
    chairs_of: tuple[Ref, ...] = ()
    role: Stated[SeatRole] = NOT_STATED
    count: Stated[Counted] = NOT_STATED
    holding: Stated[Holding] = NOT_STATED
    condition: Prose | None = None
    requires: tuple[Prose, ...] = ()
    beyond_minimum: Stated[bool] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __attrs_post_init__(self) -> None:
        given = [self.holder, self.any, self.chairs_of]
        if sum(map(bool, given)) != 1:
            raise RangeError(
                "a seat is held by exactly one of holder, any and chairs_of",
                remedy='write for example { any = "public health" }',
            )

    def __str__(self) -> str:
        who = self.holder or self.any or f"the chairs of {listed(self.chairs_of)}"
        notes: list[object] = [
            fact for fact in (self.role, self.holding) if fact.is_stated
        ]
        notes += [self.condition] if self.condition else []
        return ", ".join(map(str, (who, *notes)))


@frozen(kw_only=True, field_transformer=checked)
class Group(Shown):
    """A group that meets or serves: its chair, seats, rhythm and lines.

    Args:
        name: As printed.
        id: A stable id; needed where two groups have one name.
        also: Other names as printed.
        kind: What it is, in the document's words: forum, panel, network.
        tier: Its tier, counted from the top, from 1.
        theme: What it is about.
        outside: What it is, if it stands outside the arrangement.
        inside: The body it sits in.
        owners: The bodies whose group it is, where they share it.
        area: The areas it covers: whole councils, parts of them, or others.
        period: From when to when it exists.
        template: Whether it is a pattern of which there are several instances.
        instance_of: The template it is an instance of.
        lasts: How long it, or one instance of it, runs.
        chair: Who chairs it.
        vice_chair: Who stands in for the chair.
        chair_chosen: Who chooses the chair, and how often.
        meets: How often it meets.
        quorum: Who must be there.
        members: The seats on it.
        invited: Those who come by invitation.
        complete: Whether nobody else is a member.
        remit: What it does, one thing each.
        reports_to: The groups or bodies it reports to.
        hands_over_to: Who takes over its work, if it ends.
        at: Where it is described.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        RangeError: If a frequency cannot be read or a number is out of range.
        KindError: If a part is of the wrong type.
    """

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    kind: Stated[Name] = NOT_STATED
    tier: Stated[Counted] = NOT_STATED
    theme: Stated[Prose] = NOT_STATED
    outside: Stated[Reach] = NOT_STATED
    inside: Stated[Ref] = NOT_STATED
    owners: tuple[Statement[Ref], ...] = ()
    area: tuple[Area, ...] = ()
    period: Stated[Period] = NOT_STATED
    template: Stated[bool] = NOT_STATED
    instance_of: Ref | None = None
    lasts: Stated[Duration] = NOT_STATED
    chair: Stated[Chairing] = field(default=NOT_STATED, metadata=EXPECTED)
    vice_chair: Stated[Chairing] = NOT_STATED
    chair_chosen: Stated[ChairChoice] = NOT_STATED
    meets: Stated[Frequency] = field(default=NOT_STATED, metadata=EXPECTED)
    quorum: Stated[Prose] = NOT_STATED
    members: tuple[Seat, ...] = field(default=(), metadata=EXPECTED)
    invited: tuple[Seat, ...] = ()
    complete: Stated[bool] = NOT_STATED
    remit: tuple[Statement[Prose], ...] = field(default=(), metadata=EXPECTED)
    reports_to: tuple[Statement[Ref], ...] = field(default=(), metadata=EXPECTED)
    hands_over_to: tuple[Statement[Ref], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, field_transformer=checked)
class Function(Shown):
    """Something that has to be done, for which the document names no group.

    Args:
        name: As printed.
        id: A stable id.
        also: Other names as printed.
        tier: The tier on which it is done, counted from the top, from 1.
        remit: What it holds, one thing each.
        done_by: Who does it, where that is told.
        reports_to: The groups or bodies it reports to.
        at: Where it is named.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        RangeError: If the tier is out of range.
        KindError: If a part is of the wrong type.
    """

    text_key: ClassVar[str] = "name"

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    tier: Stated[Counted] = NOT_STATED
    remit: tuple[Statement[Prose], ...] = ()
    done_by: Stated[Ref] = NOT_STATED
    reports_to: tuple[Statement[Ref], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name
