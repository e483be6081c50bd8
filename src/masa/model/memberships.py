"""Who sat on which group on a day: a membership ends when the body does."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.findings import Finding, why
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import day, long_day
from masa.ground.stated import Stated
from masa.ground.text import Name, echo, in_short, listed
from masa.model.arrangement import Arrangement
from masa.model.bodies import Body, Holding, Post
from masa.model.groups import Group, Seat, SeatRole
from masa.model.lifetimes import successors, thing_was_there
from masa.model.partners import RelevantAgency, SafeguardingPartner

__all__ = ["Membership", "memberships"]


@frozen(kw_only=True, field_transformer=checked)
class Membership(Shown):
    """A seat on a group, and whether it was held on a day.

    Args:
        group: The group.
        holder: The body or post that holds the seat.
        after: What came after the body, at once or through others; none of these
            holds the seat for that.
        finding: Whether it held the seat on the day, and what that rests on.

    Raises:
        TextError: If a name breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    group: Name
    holder: Name
    finding: Finding
    after: tuple[Name, ...] = ()

    @property
    def answer(self) -> Answer:
        """Whether it held the seat on the day."""
        return self.finding.answer

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "group", self.group
        yield "holder", self.holder
        yield "answer", self.answer
        if self.after:
            yield "after it came", listed(self.after)
        yield "why", why(self.finding)

    def __str__(self) -> str:
        return str(self.finding)


def memberships(
    arrangement: Arrangement, *, on: date | str, of: str | None = None
) -> tuple[Membership, ...]:
    """Give every seat that a named body or post holds, and whether it did on a day.

    A membership ends when the body ends, when the body of the post does, or when the
    group does. The body that comes after it does not sit in its place unless a seat is
    stated for it. Seats by invitation are none.

    Args:
        arrangement: The arrangement.
        on: The day, as a date or ISO text.
        of: Only the seats of this body and of the posts in it, or of this post.

    Raises:
        UnknownNameError: If nothing is called as `of` says, or several things are.
        DateError: If there is no such day.
        KindError: If a part is of the wrong type.

    Example:
        >>> import masa
        >>> barnet = masa.examples.load("barnet")
        >>> for one in memberships(barnet, on="2019-10-01", of="Barnet CCG"):
        ...     print(one.holder, "on the", one.group)
        Director of Quality and Clinical Services on the Leadership Forum
        Chief Operating Officer on the Leadership Forum
        Barnet Clinical Commissioning Group on the Health and Wellbeing Board
    """
    asked = day(on)
    wanted = None if of is None else tuple(_own(arrangement, of))
    return tuple(
        Membership(
            group=group.name,
            holder=seat.holder,
            finding=_held(arrangement, group, seat, asked),
            after=successors(arrangement, seat.holder),
        )
        for group in arrangement.groups
        for seat in group.members
        if seat.holder and SeatRole.INVITED not in seat.role.values
        if wanted is None or arrangement[seat.holder] in wanted
    )


def _own(arrangement: Arrangement, name: str) -> Iterator[object]:
    """Yield a thing and the posts in it."""
    bodies = [arrangement[name]]
    if isinstance(bodies[0], SafeguardingPartner | RelevantAgency) and bodies[0].body:
        bodies.append(arrangement[bodies[0].body])
    for body in bodies:
        yield body
        if isinstance(body, Body | SafeguardingPartner):
            yield from body.posts
    for post in arrangement.posts:
        if post.body is not None and arrangement[post.body] in bodies:
            yield post


def _held(arrangement: Arrangement, group: Group, seat: Seat, on: date) -> Finding:
    holder = str(seat.holder)
    thing = arrangement[holder]
    parts = (
        thing_was_there(arrangement, arrangement, arrangement.title, on),
        thing_was_there(arrangement, group, group.name, on),
        thing_was_there(arrangement, thing, holder, on),
        *_unsettled(seat),
        *_vacant(seat.holding, on),
        *(_vacant(thing.holding, on) if isinstance(thing, Post) else ()),
    )
    answer = Answer.all_of(part.answer for part in parts)
    needed = tuple(dict.fromkeys(name for part in parts for name in part.needed))
    return Finding(
        answer=answer,
        claim=f"{echo(holder)} was a member of {echo(group.name)} on {long_day(on)}",
        rests_on=parts,
        needed=needed if answer is Answer.UNKNOWN else (),
    )


def _unsettled(seat: Seat) -> Iterator[Finding]:
    """Say that a seat does not hold yet, or only on a condition."""
    if not seat.standing.is_settled:
        yield Finding(
            answer=Answer.UNKNOWN,
            claim=f"a seat that is {seat.standing.value} came about",
            needed=("whether the seat came about",),
        )
    if seat.condition:
        yield Finding(
            answer=Answer.UNKNOWN,
            claim=f"the condition was met: {in_short(seat.condition)}",
            needed=("whether the condition was met",),
        )


def _vacant(holding: Stated[Holding], on: date) -> Iterator[Finding]:
    """Say whether somebody holds a seat or post, as is stated of the day."""
    of_the_day = Stated(
        one for one in holding.statements if one.period.covers(on) is not Answer.NO
    )
    if of_the_day.is_stated:
        answer = ~of_the_day.says(Holding.VACANT)
        needed = ("whether the seat is vacant",) if answer is Answer.UNKNOWN else ()
        yield Finding(answer=answer, claim="somebody holds the seat", needed=needed)
