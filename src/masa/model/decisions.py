"""What was decided about an arrangement, what was asked, and what is to happen."""

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Name, Prose, Ref

__all__ = ["Concern", "Decision", "Milestone"]


@frozen(kw_only=True, field_transformer=checked)
class Decision(Shown):
    """A decision about the arrangement, taken or asked for.

    Args:
        topic: What was decided.
        item: The number of the item, as printed.
        report_by: Whose report was before the meeting.
        introduced_by: Who introduced it.
        recommended_by: Who recommended it.
        proposed_by: The member who proposed it, as printed.
        seconded_by: The member who seconded it, as printed.
        resolved_by: Who resolves.
        outcome: What was resolved; often only asked for.
        parts: What was recommended, resolved or concluded, one thing each.
        on: When.
        delegated_to: To whom the rest was delegated.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If a date cannot be read.
        KindError: If a part is of the wrong type.
    """

    topic: Name
    item: Stated[Name] = NOT_STATED
    report_by: Stated[Ref] = NOT_STATED
    introduced_by: Stated[Ref] = NOT_STATED
    recommended_by: Stated[Ref] = NOT_STATED
    proposed_by: Stated[Name] = NOT_STATED
    seconded_by: Stated[Name] = NOT_STATED
    resolved_by: Stated[Ref] = NOT_STATED
    outcome: Stated[Prose] = NOT_STATED
    parts: tuple[Statement[Prose], ...] = ()
    on: Stated[When] = NOT_STATED
    delegated_to: Stated[Ref] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.topic}: {self.outcome}"


@frozen(kw_only=True, field_transformer=checked)
class Milestone(Shown):
    """Something that happened or is to happen, with its date as printed.

    Args:
        what: What happens.
        when: On which day, or within which days.
        condition: On what condition.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If a date cannot be read.
        KindError: If a part is of the wrong type.
    """

    what: Prose
    when: Stated[When] = NOT_STATED
    condition: Prose | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        more = f", {self.condition}" if self.condition else ""
        when = f"{self.when}: " if self.when.is_stated else ""
        return f"{when}{self.what}{more}"


@frozen(kw_only=True, field_transformer=checked)
class Concern(Shown):
    """A question or concern that somebody raised, and what was answered.

    Args:
        question: What was asked.
        raised_by: By whom.
        answer: What was answered.
        at: Where it is printed.
        standing: How firmly it was answered.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    question: Prose
    raised_by: Stated[Prose] = NOT_STATED
    answer: Stated[Prose] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return f"{self.question} {self.answer}"
