"""Whether a child is privately fostered: Children Act 1989, section 66."""

from datetime import date

from masa.ground.criteria import Criterion, all_of, any_of, is_not, is_one_of
from masa.ground.durations import Duration, whole
from masa.ground.findings import Finding
from masa.model.statutes import StatuteBook
from masa.rules.judging import (
    Known,
    LegalTest,
    band,
    bands,
    basis,
    book_on_day,
    so,
    whole_number,
)

__all__ = ["PRIVATE_FOSTERING", "is_privately_fostered"]

FOSTERED, EXEMPT = "privately-fostered-child", "ca-1989/sch8-exemptions"
AGE, AGE_DISABLED = "private-fostering-age", "private-fostering-age-disabled"
DAYS = "private-fostering-days"
CLOSE = {
    "carer_is_parent": "a parent",
    "carer_has_responsibility": "a person with parental responsibility",
    "carer_is_relative": "a relative",
}


def private_fostering(book: StatuteBook) -> Criterion:
    """Make the definition of a privately fostered child: Children Act 1989, s.66."""
    young, disabled = whole_number(book, AGE), whole_number(book, AGE_DISABLED)
    ages = bands(young, disabled)
    return all_of(
        "the child is privately fostered",
        any_of(
            "the child is of an age to be",
            _aged(book, ages, 1, AGE),
            all_of(
                f"the child is disabled and under {disabled} years of age",
                so("disabled", "the child is disabled", book, FOSTERED),
                _aged(book, ages, 2, AGE_DISABLED),
            ),
        ),
        *_cared_for(book),
        *_not_exempt(book),
        basis=basis(book, FOSTERED),
        on=book.on,
    )


def _aged(book: StatuteBook, ages: tuple[str, ...], among: int, rule: str) -> Criterion:
    under = ages[among].split()[0]
    return is_one_of(
        "age",
        f"the child is under {under} years of age",
        choices=ages,
        among=ages[:among],
        basis=basis(book, rule),
    )


def _cared_for(book: StatuteBook) -> tuple[Criterion, ...]:
    days = book.value(DAYS)
    return (
        so(
            "accommodated",
            "the child is cared for and accommodated by somebody",
            book,
            FOSTERED,
        ),
        is_not(
            "that is neither a parent, nor one with parental responsibility, nor a "
            "relative",
            any_of(
                "it is one of these",
                *(
                    so(fact, f"it is {who}", book, FOSTERED)
                    for fact, who in CLOSE.items()
                ),
            ),
        ),
        any_of(
            f"it has lasted {days}, or is meant to",
            so("lasted", f"it has lasted {days}", book, DAYS),
            so(
                "intended",
                f"it is meant to last {days} or longer",
                book,
                DAYS,
            ),
        ),
    )


def _not_exempt(book: StatuteBook) -> tuple[Criterion, ...]:
    looked_after = "ca-1989/sch8-para1"
    return (
        is_not(
            "the child is not looked after",
            so("looked_after", "the child is looked after", book, looked_after),
        ),
        is_not(
            "no other exemption of Schedule 8 applies",
            so("exempt", "another exemption of Schedule 8 applies", book, EXEMPT),
        ),
    )


PRIVATE_FOSTERING = LegalTest(
    id="private-fostering", make=private_fostering, rule=FOSTERED
)


def is_privately_fostered(  # noqa: PLR0913 (what the section asks)
    *,
    age: int | None = None,
    disabled: Known = None,
    accommodated: Known = None,
    carer_is_parent: Known = None,
    carer_has_responsibility: Known = None,
    carer_is_relative: Known = None,
    days: int | None = None,
    intended: Known = None,
    looked_after: Known = None,
    exempt: Known = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether a child is privately fostered.

    Args:
        age: In whole years.
        disabled: Whether the child is disabled, which raises the age.
        accommodated: Whether somebody cares for the child and provides accommodation.
        carer_is_parent: Whether that is a parent.
        carer_has_responsibility: Whether it is a person with parental responsibility.
        carer_is_relative: Whether it is a relative, as the Act defines the word.
        days: For how many whole days it has lasted.
        intended: Whether it is meant to last as long as the Act asks, or longer.
        looked_after: Whether the child is looked after by a local authority.
        exempt: Whether another exemption of Schedule 8 applies. Of that Schedule only
            the first paragraph was read, so nothing is assumed.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        KindError: If a value is not what it should be.
        RangeError: If a number is negative.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 1989, s.66 and Sch 8.

    Example:
        >>> found = is_privately_fostered(age=16, disabled=False)
        >>> print(found.answer, found.decided_by)
        no ('age', 'disabled')
    """
    book = book_on_day(on, law)
    asked = PRIVATE_FOSTERING.criterion(book)
    length = book.value(DAYS)
    assert isinstance(length, Duration)  # noqa: S101 (the data give days)
    facts = {
        "age": None if age is None else band(whole(age), asked.domains["age"]),
        "disabled": disabled,
        "accommodated": accommodated,
        "carer_is_parent": carer_is_parent,
        "carer_has_responsibility": carer_has_responsibility,
        "carer_is_relative": carer_is_relative,
        "lasted": None if days is None else whole(days) >= length.number,
        "intended": intended,
        "looked_after": looked_after,
        "exempt": exempt,
    }
    return asked.judge(facts)
