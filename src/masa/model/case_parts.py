"""The parts of a case: dated events, the steps of its reviews, and what was decided."""

from datetime import date
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from masa.ground.checks import checked
from masa.ground.logic import Answer, Fact
from masa.ground.moments import Moment, moment, moment_in_short
from masa.ground.shown import Shown
from masa.ground.text import Identifier, Name, Prose

__all__ = [
    "CaseEvent",
    "PanelView",
    "ReviewDecision",
    "ReviewOutcome",
    "ReviewStep",
    "Setting",
]


class PanelView(Enum):
    """What the Child Safeguarding Practice Review Panel concluded on a case."""

    LOCAL_REVIEW = "a local review may be more appropriate"
    NATIONAL_REVIEW = "a national review is appropriate"
    NO_REVIEW = "no review is called for"

    __repr__ = Enum.__str__


class Setting(Enum):
    """In what kind of place the child lived or was looked after at the time."""

    HOME = "at home"
    FAMILY = "with relatives or friends"
    FOSTER_HOME = "in a foster home"
    CHILDRENS_HOME = "in a children's home"
    RESIDENTIAL_SCHOOL = "in a residential school"
    HOSPITAL = "in hospital"
    CUSTODY = "in custody"
    OTHER_INSTITUTION = "in another institution"
    ELSEWHERE = "elsewhere"

    __repr__ = Enum.__str__

    @property
    def is_institutional(self) -> Answer:
        """Whether it is an institution; guidance does not say what counts as one.

        Reading: a children's home, a residential school, a hospital, custody and what
        is called an institution are. Of where else a child lives nothing follows: the
        case may raise issues about an institution all the same.
        """
        return Answer.UNKNOWN if self in _HOMES else Answer.YES


def _moment(value: date | str) -> date:
    return moment(value)


_HOMES = {
    Setting.HOME,
    Setting.FAMILY,
    Setting.FOSTER_HOME,
    Setting.ELSEWHERE,
}


@frozen(field_transformer=checked)
class CaseEvent(Shown):
    """Something that happened on a day, or is planned for one.

    Args:
        name: The event, by the name that a clock or a pathway gives it.
        on: The day, or an aware time for a clock in hours.

    Raises:
        KindError: If it is neither a day nor an aware time.
        DateError: If there is no such day.
        TextError: If the name breaks the text policy.

    Example:
        >>> print(CaseEvent("aware", "2026-11-20"))
        aware: 20 November 2026
    """

    pair_keys: ClassVar = ("name", "on")

    name: Name
    on: Moment = field(converter=_moment)

    def __str__(self) -> str:
        return f"{self.name}: {moment_in_short(self.on)}"


class ReviewOutcome(Enum):
    """What the safeguarding partners decided on a case.

    The four are the combinations of the two answers that guidance asks for: whether
    there is to be a local review, and whether the case is put to the Panel.
    """

    LOCAL_REVIEW = "local-review"
    NO_LOCAL_REVIEW = "no-local-review"
    REFER_NATIONAL = "refer-national"
    LOCAL_AND_NATIONAL = "local-and-national"

    __repr__ = Enum.__str__

    @property
    def has_local_review(self) -> bool:
        """Whether there is to be a local review."""
        return self in {ReviewOutcome.LOCAL_REVIEW, ReviewOutcome.LOCAL_AND_NATIONAL}

    @property
    def is_put_to_panel(self) -> bool:
        """Whether the case is put to the Panel for a national review."""
        return self in {ReviewOutcome.REFER_NATIONAL, ReviewOutcome.LOCAL_AND_NATIONAL}


@frozen(kw_only=True, field_transformer=checked)
class ReviewDecision(Shown):
    """What the safeguarding partners decided on a review, and why.

    Args:
        outcome: What they decided.
        on: The day on which they did.
        rationale: Why. Never put anything in it that tells who the child is.
        family_told: Whether the family was told of it.

    Raises:
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        TextError: If the rationale breaks the text policy.
    """

    outcome: ReviewOutcome
    on: Moment | None = None
    rationale: Prose | None = None
    family_told: Fact = field(default=Fact())

    def __str__(self) -> str:
        said = self.outcome.value.replace("-", " ")
        return f"{said}, on {moment_in_short(self.on)}" if self.on else said


@frozen(kw_only=True, field_transformer=checked)
class ReviewStep(Shown):
    """A step of a review that was taken.

    Args:
        step: The step, by its id in the process, such as "gather-facts".
        on: The day on which it was taken.
        covers: The ids of what it deals with, such as the contents of a report.
        to: Who received what was sent.
        in_writing: Whether it was done in writing, where the law asks for that.
        says: What there is to say of it, such as the reasons for a delay. Never put
            anything in it that tells who the child is.

    Raises:
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        TextError: If a text breaks the text policy.
    """

    step: Identifier
    on: Moment = field(converter=_moment)
    covers: tuple[Identifier, ...] = ()
    to: tuple[Name, ...] = ()
    in_writing: Fact = field(default=Fact())
    says: Prose | None = None

    def __str__(self) -> str:
        return f"{self.step.replace('-', ' ')}: {moment_in_short(self.on)}"
