"""How many notifications an incident calls for: by child, or later by incident."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation
from masa.ground.law.provisions import Provision
from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import Prose
from masa.model.cases import Case
from masa.model.opening import law
from masa.rules.judging import checked_case
from masa.rules.owed import marked

__all__ = ["NotificationForms", "notification_forms"]

RULE, BY_INCIDENT = "notification-granularity", "one-for-each-incident"
SEVERAL = "several_children"


@frozen(kw_only=True, field_transformer=checked)
class NotificationForms(Shown):
    """How many notification forms an incident calls for.

    Args:
        on: The day of the notification.
        count: How many, as far as the facts settle it.
        says: What the text of the day says.
        parts: What it says of each kind of incident.
        basis: The text, with the mark of how it was read.
        needed: What is not known of the incident and would settle it.
        notes: What else has to be known, such as how sure the change of text is.

    Raises:
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        TextError: If a text breaks the text policy.
    """

    on: date
    count: Count
    says: Prose
    parts: tuple[Prose, ...] = ()
    basis: tuple[Citation, ...] = ()
    needed: tuple[Prose, ...] = ()
    notes: tuple[Prose, ...] = ()

    def __str__(self) -> str:
        forms = "1 form" if self.count == Count.exactly(1) else f"{self.count} forms"
        cited = marked(self.basis)
        return f"{forms} on {long_day(self.on)}: {self.says} ({cited})"


def notification_forms(case: Case, *, on: date | str) -> NotificationForms:
    """Say how many notification forms an incident calls for on a day.

    A case does not say how many children there were, only whether there were several:
    the number of forms is then known within bounds, and never guessed.

    Args:
        case: The case.
        on: The day of the notification.

    Raises:
        NotInForceError: If no text of the day says so.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.
        KindError: If it is no day, or no case.

    Example:
        >>> several = Case(reference="7", several_children=True)
        >>> print(notification_forms(several, on="2018-10-01").count)
        at least 1
        >>> single = Case(reference="7", several_children=False)
        >>> print(notification_forms(single, on="2026-11-24").count)
        1
    """
    held, book = checked_case(case), law(on)
    rule = book[RULE]
    needed = tuple(_needed(held.fact(SEVERAL).answer, rule))
    return NotificationForms(
        on=book.on,
        count=Count(1) if needed else Count.exactly(1),
        says=rule.says,
        parts=tuple(item.says for item in rule.items),
        basis=(rule.citation,),
        needed=needed,
        notes=rule.notes,
    )


def _needed(several: Answer, rule: Provision) -> Iterator[str]:
    """Yield what would settle the number: nothing more for a single child."""
    if several is Answer.UNKNOWN:
        yield "whether there were several children"
    if several is Answer.NO:
        return
    if any(item.id == BY_INCIDENT for item in rule.items):
        yield "whether there were more children than one form lists"
    else:
        yield "how many children died, and which of those harmed are siblings"
