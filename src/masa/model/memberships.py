"""Who sat on which group on a day: a membership ends when the body does."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import day, long_day
from masa.ground.stated import Standing
from masa.ground.text import Name, echo, in_short, listed
from masa.model.arrangement import Arrangement
from masa.model.bodies import Body, Holding
from masa.model.coverage import why
from masa.model.groups import Group, Seat
from masa.model.lifetimes import successors, was_there
from masa.model.partners import SafeguardingPartner

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
        if seat.holder
        and (wanted is None or any(arrangement[seat.holder] is one for one in wanted))
    )


def _own(arrangement: Arrangement, name: str) -> Iterator[object]:
    """Yield a thing and the posts in it."""
    thing = arrangement[name]
    yield thing
    if isinstance(thing, Body | SafeguardingPartner):
        yield from thing.posts
    for post in arrangement.posts:
        if post.body is not None and arrangement[post.body] is thing:
            yield post


def _held(arrangement: Arrangement, group: Group, seat: Seat, on: date) -> Finding:
    holder = str(seat.holder)
    parts = (
        was_there(arrangement, group.id or group.name, on),
        was_there(arrangement, holder, on),
        *_unsettled(group.standing, seat),
        *_vacant(seat),
    )
    answer = Answer.all_of(part.answer for part in parts)
    needed = tuple(dict.fromkeys(name for part in parts for name in part.needed))
    return Finding(
        answer=answer,
        claim=f"{echo(holder)} was a member of {echo(group.name)} on {long_day(on)}",
        rests_on=parts,
        needed=needed if answer is Answer.UNKNOWN else (),
    )


def _unsettled(standing: Standing, seat: Seat) -> Iterator[Finding]:
    """Say that a seat, or its group, does not hold yet, or only on a condition."""
    for one in (standing, seat.standing):
        if not one.is_settled:
            yield Finding(
                answer=Answer.UNKNOWN,
                claim=f"what is {one.value} came about",
                needed=(f"whether what is {one.value} came about",),
            )
    if seat.condition:
        yield Finding(
            answer=Answer.UNKNOWN,
            claim=f"the condition was met: {in_short(seat.condition)}",
            needed=("whether the condition was met",),
        )


def _vacant(seat: Seat) -> Iterator[Finding]:
    if seat.holding.is_stated:
        answer = ~seat.holding.says(Holding.VACANT)
        needed = ("whether the seat is vacant",) if answer is Answer.UNKNOWN else ()
        yield Finding(answer=answer, claim="somebody holds the seat", needed=needed)
