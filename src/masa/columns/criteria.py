"""The criteria over columns of facts: the answer of every row, unknown kept.

Each is called as the scalar rule, and says of a row what the rule says of a `Case` of
the same facts. Facts come by name: as a mapping to columns, in which a single value
stands for all rows, or as a data frame, be it of pandas or of whatever speaks Arrow,
such as Polars and DuckDB. A mapping may hold nothing but facts, so that a misspelt
name is an error. A data frame may: its other columns are left alone, and a fact that
has no column is unknown in every row.

A fact is True, False or nothing, or the words "yes", "no" and "unknown". A place is
one of the values of `Where` or the name of an authority. An age is in whole years.
Text is read fastest as categories, which Arrow calls a dictionary.
"""

from datetime import date
from typing import Any

from masa.columns.answer_tables import answers_of_case
from masa.columns.case_frames import NOBODY, case_codes, case_frame
from masa.columns.kinds import Result
from masa.model.statutes import StatuteBook
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
from masa.rules.judging import LegalTest, book_for

__all__ = [
    "calls_for_joint_agency_response",
    "is_serious_case",
    "is_serious_harm",
    "may_review_death",
    "must_notify",
    "must_notify_care_leaver_death",
    "must_notify_looked_after_death",
    "must_review_death",
]


def is_serious_case(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether it is a serious child safeguarding case.

    Args:
        facts: The facts of each case, by the names that `Case` gives them: those of
            `Case.questions`, ``age``, ``place``, ``normally_resident`` and
            ``local_authority``. A mapping to columns holds nothing else; a data frame
            may.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        UnknownNameError: If a mapping holds a name that is no fact of a case, or there
            is no such authority, with the rows.
        DocumentError: If the facts of a row contradict one another, with the rows.
        KindError: If the facts are no table, or have no column of a fact; if a row
            cannot stand for one, with the rows; or if it is no day or no book of law.
        RangeError: If columns are of two lengths, series have two indexes, or an age
            is negative.
        TextError: If the name of an authority breaks the text policy.
        NotInForceError: If the law on that day has no such case.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16B(9).

    Example:
        >>> is_serious_case({"abuse_or_neglect_suspected": [True, None],
        ...                  "died": [True, False], "seriously_harmed": False})
        [True, False]
    """
    return _of_cases(SERIOUS_CASE, facts, on, law)


def is_serious_harm(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether a child was seriously harmed.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the law on that day has no such definition.

    Authority: Children Act 2004, s.16B(9); guidance adds physical health.
    """
    return _of_cases(SERIOUS_HARM, facts, on, law)


def must_notify(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether a local authority must notify the Panel.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        local_authority: The authority that asks, by name; unless given, that of each
            case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the duty is not in force on that day.

    Authority: Children Act 2004, s.16C(1).

    Example:
        >>> must_notify({"authority_suspects": True, "died": [True, None, True],
        ...              "place": ["Barnet", "Barnet", "Camden"]},
        ...             local_authority="Barnet")
        [True, None, False]
    """
    return _of_cases(NOTIFIABLE_EVENT, facts, on, law, local_authority)


def must_notify_looked_after_death(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether the death of a looked-after child must be notified.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the duty is not in force on that day.

    Authority: Children Act 1989, Sch 2 para 20(1)(a), as enacted.
    """
    return _of_cases(LOOKED_AFTER_DEATH, facts, on, law)


def must_notify_care_leaver_death(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether the death of a care leaver should be notified.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the edition of that day does not ask for it.

    Authority: Working Together 2023, ch.5.
    """
    return _of_cases(CARE_LEAVER_DEATH, facts, on, law)


def must_review_death(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether child death review partners must have it reviewed.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        local_authority: The authority that asks, by name; unless given, that of each
            case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the duty is not in force on that day.

    Authority: Children Act 2004, s.16M(1).
    """
    return _of_cases(MUST_REVIEW_DEATH, facts, on, law, local_authority)


def may_review_death(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether child death review partners may have it reviewed.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        local_authority: The authority that asks, by name; unless given, that of each
            case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the power is not in force on that day.

    Authority: Children Act 2004, s.16M(2).
    """
    return _of_cases(MAY_REVIEW_DEATH, facts, on, law, local_authority)


def calls_for_joint_agency_response(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether agencies should respond together to a death.

    Args:
        facts: The facts of each case, as for `is_serious_case`.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `is_serious_case` does.
        NotInForceError: If the guidance is not in force on that day.

    Authority: Child death review guidance 2018.
    """
    return _of_cases(JOINT_AGENCY_RESPONSE, facts, on, law)


def _of_cases(
    test: LegalTest,
    facts: object,
    on: date | str | None,
    law: StatuteBook | None,
    asker: str | None = None,
) -> Result:
    answers = answers_of_case(test.id, book_for(NOBODY, on, law))
    named = NOBODY.authority(asker).id if asker else None
    frame = case_frame(facts)
    codes = case_codes(frame, answers.domains, named)
    return frame.give(answers.look_up(codes, frame.rows))
