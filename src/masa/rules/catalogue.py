"""Every criterion by its name, on a day, and each as a decision table."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from masa.ground import decision_tables
from masa.ground.criteria import Criterion
from masa.ground.decision_tables import DecisionTable
from masa.ground.errors import UnknownNameError
from masa.ground.text import did_you_mean, echo, listed, text_of
from masa.model.statutes import StatuteBook
from masa.rules.agencies import DELEGATION_BETWEEN_PARTNERS, RELEVANT_AGENCY
from masa.rules.allegations import DESIGNATED_OFFICER
from masa.rules.child_deaths import (
    JOINT_AGENCY_RESPONSE,
    MAY_REVIEW_DEATH,
    MUST_REVIEW_DEATH,
)
from masa.rules.criteria import (
    CARE_LEAVER_DEATH,
    LOOKED_AFTER_DEATH,
    NOTIFIABLE_EVENT,
    SERIOUS_CASE,
    SERIOUS_HARM,
)
from masa.rules.fostering import PRIVATE_FOSTERING
from masa.rules.judging import LegalTest, book_on_day

__all__ = ["CRITERIA", "criteria", "criterion", "decision_table"]

CRITERIA: Mapping[str, LegalTest] = MappingProxyType(
    {
        one.id: one
        for one in (
            SERIOUS_CASE,
            SERIOUS_HARM,
            NOTIFIABLE_EVENT,
            LOOKED_AFTER_DEATH,
            CARE_LEAVER_DEATH,
            MUST_REVIEW_DEATH,
            MAY_REVIEW_DEATH,
            JOINT_AGENCY_RESPONSE,
            PRIVATE_FOSTERING,
            DESIGNATED_OFFICER,
            RELEVANT_AGENCY,
            DELEGATION_BETWEEN_PARTNERS,
        )
    }
)


def criteria() -> tuple[str, ...]:
    """Name every criterion, in the order of the law."""
    return tuple(CRITERIA)


def criterion(
    name: str, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Criterion:
    """Give a criterion: a claim that facts decide, by the law of a day.

    Args:
        name: One of `criteria`, such as "serious-case".
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If there is no such criterion.
        NotInForceError: If its rule is not in force on that day.
        KindError: If the name is not text, or the day no day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Example:
        >>> criterion("serious-case").facts
        ('abuse_or_neglect_suspected', 'died', 'seriously_harmed')
    """
    if text_of(name) not in CRITERIA:
        raise UnknownNameError(
            f"there is no criterion {echo(name)}",
            remedy=did_you_mean(name, CRITERIA) or f"there are {listed(CRITERIA)}",
        )
    return CRITERIA[name].criterion(book_on_day(on, law))


def decision_table(
    name: str, *, on: date | str | None = None, law: StatuteBook | None = None
) -> DecisionTable:
    """Lay a criterion out as a table: which facts settle it, and how.

    Args:
        name: One of `criteria`, such as "serious-case".
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If there is no such criterion.
        NotInForceError: If its rule is not in force on that day.
        KindError: If the name is not text, or the day no day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Example:
        >>> table = decision_table("serious-case")
        >>> [str(row.answer) for row in table.rows]
        ['yes', 'yes', 'no', 'no']
    """
    return decision_tables.decision_table(criterion(name, on=on, law=law))
