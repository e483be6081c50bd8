"""The death of a child: whose review it is, and whether agencies respond together.

A child death review is not a practice review: it is the business of the authority and
the health body, never of the police, and it turns on where the child normally lived.
"""

from datetime import date

from masa.ground.criteria import Criterion, all_of, any_of, is_not
from masa.ground.findings import Finding
from masa.model.cases import Case
from masa.model.places import Where
from masa.model.statutes import StatuteBook
from masa.rules.judging import LegalTest, basis, children, place, so

__all__ = [
    "JOINT_AGENCY_RESPONSE",
    "MAY_REVIEW_DEATH",
    "MUST_REVIEW_DEATH",
    "calls_for_joint_agency_response",
    "may_review_death",
    "must_review_death",
]

DUTY, POWER = "ca-2004/s16m.1", "ca-2004/s16m.2"
EXCLUDED, TRIGGERS = "cd-2", "joint-agency-response-triggers"
KINDS = {
    "external-causes": "external_causes",
    "sudden-unexplained": "sudden_unexplained",
    "custody-or-detained": "custody_or_detained",
    "may-not-be-natural": "may_not_be_natural",
}
UNATTENDED = "unattended_stillbirth"


def _death(book: StatuteBook, rule: str, **asked: bool) -> tuple[Criterion, ...]:
    """Claim that a child died, and that the death is not of a kind left out."""
    died = so("died", "the child died", book, rule)
    child = (children(book),) if asked.get("with_age") else ()
    if not asked.get("with_termination"):
        return (died, *child)
    ended = so("planned_termination", "it was a termination", book, EXCLUDED)
    return died, *child, is_not("it was not a lawful termination", ended)


def duty_to_review(
    book: StatuteBook, *, with_age: bool = False, with_termination: bool = False
) -> Criterion:
    """Make the test of a death that must be reviewed: s.16M(1)."""
    return all_of(
        "the child death review partners must have the death reviewed",
        *_death(book, DUTY, with_age=with_age, with_termination=with_termination),
        place(
            "normally_resident",
            Where.HERE,
            "the child normally lived in the area",
            book,
            DUTY,
        ),
        basis=basis(book, DUTY),
        on=book.on,
    )


def power_to_review(
    book: StatuteBook, *, with_age: bool = False, with_termination: bool = False
) -> Criterion:
    """Make the test of a death that may be reviewed: s.16M(2)."""
    lives = place(
        "normally_resident", Where.HERE, "the child normally lived here", book, POWER
    )
    return all_of(
        "the child death review partners may have the death reviewed",
        *_death(book, POWER, with_age=with_age, with_termination=with_termination),
        place("place", Where.HERE, "the death was in the area", book, POWER),
        is_not("the child did not normally live in the area", lives),
        basis=basis(book, POWER),
        on=book.on,
    )


def joint_agency_response(book: StatuteBook, *, with_age: bool = False) -> Criterion:
    """Make the test of a death to which agencies should respond together."""
    claim, cited = "there should be a joint agency response", basis(book, TRIGGERS)
    kinds = _kinds(book)
    if not with_age:
        return any_of(claim, *kinds, basis=cited, on=book.on)
    either = any_of("the death is of one of five kinds", *kinds)
    return all_of(claim, children(book), either, basis=cited, on=book.on)


def _kinds(book: StatuteBook) -> tuple[Criterion, Criterion]:
    (rule, *_) = book.versions(TRIGGERS)
    says = {
        item.id: item.says[0].lower() + item.says[1:].rstrip(".") for item in rule.items
    }
    one_of_four = any_of(
        "the death is of one of four kinds",
        *(so(fact, says[kind], book, TRIGGERS) for kind, fact in KINDS.items()),
    )
    died = so("died", "the child died", book, TRIGGERS)
    return (
        all_of(
            "the child died, and the death is of one of four kinds", died, one_of_four
        ),
        so(UNATTENDED, says["unattended-stillbirth"], book, TRIGGERS),
    )


MUST_REVIEW_DEATH = LegalTest(
    id="child-death-review-duty",
    make=duty_to_review,
    rule=DUTY,
    asks={"with_age": "age", "with_termination": "planned_termination"},
)
MAY_REVIEW_DEATH = LegalTest(
    id="child-death-review-power",
    make=power_to_review,
    rule=POWER,
    asks={"with_age": "age", "with_termination": "planned_termination"},
)
JOINT_AGENCY_RESPONSE = LegalTest(
    id="joint-agency-response",
    make=joint_agency_response,
    rule=TRIGGERS,
    asks={"with_age": "age"},
)


def must_review_death(
    case: Case,
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether child death review partners must have a death reviewed.

    They must where the child normally lived in their area, wherever it died.

    Reading: a case in which the child died is taken to be of a death as the guidance
    means it, unless the case says anything of a lawful termination; a stillbirth or
    a late foetal loss is no death of a child.

    Args:
        case: The case.
        local_authority: The authority whose area it is; unless given, that of the case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If there is no such local authority.
        NotInForceError: If the duty is not in force on that day.
        KindError: If it is no case, no day or no book of law.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16M(1).
    """
    return MUST_REVIEW_DEATH.of(case, on, law, local_authority)


def may_review_death(
    case: Case,
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether child death review partners may have a death reviewed.

    They may where it was in their area and the child did not normally live there.

    Args:
        case: The case.
        local_authority: The authority whose area it is; unless given, that of the case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If there is no such local authority.
        NotInForceError: If the power is not in force on that day.
        KindError: If it is no case, no day or no book of law.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16M(2).
    """
    return MAY_REVIEW_DEATH.of(case, on, law, local_authority)


def calls_for_joint_agency_response(
    case: Case, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Finding:
    """Say whether agencies should respond together to a death.

    Args:
        case: The case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        NotInForceError: If the guidance is not in force on that day.
        KindError: If it is no case, no day or no book of law.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Child death review guidance 2018.
    """
    return JOINT_AGENCY_RESPONSE.of(case, on, law)
