"""Is it serious, and who must be told: the criteria, in the order of their sections.

Each criterion is made from the statute book of a day and judged on what is known of a
case. A fact that is not known never becomes a no.
"""

from datetime import date

from masa.ground.criteria import Criterion, all_of, any_of, is_one_of
from masa.ground.findings import Finding
from masa.model.cases import Case
from masa.model.places import Where
from masa.model.statutes import StatuteBook
from masa.rules.judging import (
    LegalTest,
    bands,
    basis,
    children,
    place,
    so,
    whole_number,
)

__all__ = [
    "CARE_LEAVER_DEATH",
    "LOOKED_AFTER_DEATH",
    "NOTIFIABLE_EVENT",
    "SERIOUS_CASE",
    "SERIOUS_HARM",
    "is_serious_case",
    "is_serious_harm",
    "must_notify",
    "must_notify_care_leaver_death",
    "must_notify_looked_after_death",
]

DEFINED = "ca-2004/s16b.9-serious-case"
HARM = "ca-2004/s16b.9-serious-harm"
NOTIFY = "ca-2004/s16c.1"
FORMS = {
    "serious_impairment": (HARM,),
    "long_term_impairment": (HARM, "serious-harm-likely"),
    "physical_impairment": ("serious-harm-physical",),
}


def serious_case(
    book: StatuteBook, *, with_age: bool = False, harm: str = ""
) -> Criterion:
    """Make the definition of a serious child safeguarding case: s.16B(9)."""
    return all_of(
        "it is a serious child safeguarding case",
        *_child(book, with_age=with_age),
        so(
            "abuse_or_neglect_suspected",
            "abuse or neglect is known or suspected",
            book,
            DEFINED,
        ),
        _died_or_harmed(book, DEFINED, harm),
        basis=basis(book, DEFINED),
        on=book.on,
    )


def _child(book: StatuteBook, *, with_age: bool) -> tuple[Criterion, ...]:
    """Ask for the age only where it is given: else the case is about a child."""
    return (children(book),) if with_age else ()


def _died_or_harmed(book: StatuteBook, rule: str, harm: str) -> Criterion:
    """Claim either; a harm that is given in one form cites what says it is serious."""
    forms = FORMS.get(harm, ())
    return any_of(
        "the child died or was seriously harmed",
        so("died", "the child died", book, rule),
        so("seriously_harmed", "the child was seriously harmed", book, rule, *forms),
    )


def serious_harm(book: StatuteBook) -> Criterion:
    """Make the definition of serious harm, which includes and does not exhaust."""
    development = "mental health or development"
    return any_of(
        "the child was seriously harmed",
        so("serious_impairment", f"{development} is seriously impaired", book, HARM),
        so(
            "long_term_impairment",
            f"{development} is impaired for a long time, or likely to be",
            book,
            HARM,
            "serious-harm-likely",
        ),
        so(
            "physical_impairment",
            "physical health is impaired seriously or for a long time",
            book,
            "serious-harm-physical",
        ),
        so("seriously_harmed", "the harm is serious in another way", book, HARM),
        basis=basis(book, HARM),
        on=book.on,
    )


def notifiable_event(
    book: StatuteBook,
    *,
    with_age: bool = False,
    authority: str = "the local authority",
    harm: str = "",
) -> Criterion:
    """Make the test of an event that an authority must notify: s.16C(1)."""
    here, outside = Where.HERE, Where.OUTSIDE
    inside, abroad = "ca-2004/s16c.1-place", "ca-2004/s16c.1-outside-england"
    return all_of(
        f"{authority} must notify the Panel",
        *_child(book, with_age=with_age),
        so(
            "authority_suspects",
            f"{authority} knows or suspects abuse or neglect",
            book,
            NOTIFY,
        ),
        _died_or_harmed(book, NOTIFY, harm),
        any_of(
            "the duty falls on this authority",
            place("place", here, "(a) it was in the authority's area", book, inside),
            all_of(
                "(b) the child normally lives in the area, and it was outside England",
                place("normally_resident", here, "the child lives here", book, abroad),
                place("place", outside, "it was outside England", book, abroad),
            ),
        ),
        basis=basis(book, NOTIFY),
        on=book.on,
    )


def looked_after_death(book: StatuteBook, *, with_age: bool = False) -> Criterion:
    """Make the test of a looked-after child's death that must be notified."""
    duty, told = "ca-1989/sch2-para20.1-a", "n-3"
    return all_of(
        "the local authority must notify the death of a looked-after child",
        *_child(book, with_age=with_age),
        so("died", "the child died", book, duty, told),
        so("looked_after", "the child was looked after", book, duty, told),
        basis=basis(book, duty, told),
        on=book.on,
    )


def care_leaver_death(book: StatuteBook) -> Criterion:
    """Make the test of a care leaver's death that should be notified."""
    most = whole_number(book, "care-leaver-age")
    young, over = bands(most + 1)
    return all_of(
        "the local authority should notify the death of a care leaver",
        so("died", "the person died", book, "n-4"),
        so("care_leaver", "the person was a care leaver", book, "n-4"),
        so("care_leaver_known", "the authority is aware of that", book, "n-4"),
        is_one_of(
            "age",
            f"the person was aged up to and including {most}",
            choices=(young, over),
            among=[young],
            basis=basis(book, "care-leaver-age"),
        ),
        basis=basis(book, "n-4"),
        on=book.on,
    )


SERIOUS_CASE = LegalTest(
    id="serious-case",
    make=serious_case,
    rule=DEFINED,
    asks={"with_age": "age"},
    names_harm=True,
)
SERIOUS_HARM = LegalTest(id="serious-harm", make=serious_harm, rule=HARM)
NOTIFIABLE_EVENT = LegalTest(
    id="notifiable-event",
    make=notifiable_event,
    rule=NOTIFY,
    asks={"with_age": "age"},
    names_authority=True,
    names_harm=True,
)
LOOKED_AFTER_DEATH = LegalTest(
    id="looked-after-death",
    make=looked_after_death,
    rule="ca-1989/sch2-para20.1-a",
    asks={"with_age": "age"},
)
CARE_LEAVER_DEATH = LegalTest(
    id="care-leaver-death", make=care_leaver_death, rule="n-4"
)


def is_serious_case(
    case: Case, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Finding:
    """Say whether a case is a serious child safeguarding case.

    Args:
        case: The case.
        on: The day of the law by which to judge. Unless it is given, that of
            becoming aware, of the incident or of the death, if one is held, or that
            of the last look at the law; where the case names an edition, the nearest
            day on which that applied. The finding says which day it was.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        NotInForceError: If the law on that day has no such case.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16B(9).

    Example:
        >>> case = Case(reference="7", abuse_or_neglect_suspected=True, died=False)
        >>> is_serious_case(case).needed
        ('seriously_harmed',)
    """
    return SERIOUS_CASE.of(case, on, law)


def is_serious_harm(
    case: Case, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Finding:
    """Say whether a child was seriously harmed.

    The Act says what serious harm includes and leaves it open what else it is, so that
    it is no only where the harm is known not to be serious. That a child recovers does
    not mean that it was not seriously harmed.

    Args:
        case: The case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        NotInForceError: If the law on that day has no such definition.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16B(9); guidance adds physical health.
    """
    return SERIOUS_HARM.of(case, on, law)


def must_notify(
    case: Case,
    *,
    local_authority: str | None = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether a local authority must notify the Panel of an event.

    The duty is that of the authority in whose area it happened; only where it happened
    outside England is it that of the authority where the child normally lives.

    Args:
        case: The case.
        local_authority: The authority, by name; unless given, that of the case. If
            it is another than that of the case, what it suspects is not known.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If there is no such local authority.
        NotInForceError: If the duty is not in force on that day.
        KindError: If it is no case, no day or no book of law.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16C(1).

    Example:
        >>> case = Case(reference="2", authority_suspects=True, seriously_harmed=True,
        ...             place="Camden", normally_resident="Barnet")
        >>> [must_notify(case, local_authority=one).answer
        ...  for one in ("Barnet", "Camden")]
        [Answer.NO, Answer.YES]
    """
    return NOTIFIABLE_EVENT.of(case, on, law, local_authority)


def must_notify_looked_after_death(
    case: Case, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Finding:
    """Say whether the death of a looked-after child must be notified.

    It must be, whether or not abuse or neglect is suspected, by the authority that
    looked after the child, to the Secretary of State; guidance adds Ofsted.

    Args:
        case: The case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        NotInForceError: If the duty is not in force on that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 1989, Sch 2 para 20(1)(a), as enacted.
    """
    return LOOKED_AFTER_DEATH.of(case, on, law)


def must_notify_care_leaver_death(
    case: Case, *, on: date | str | None = None, law: StatuteBook | None = None
) -> Finding:
    """Say whether the death of a care leaver should be notified.

    It is guidance, from the 2023 edition on: it should be, to the Secretary of State
    and Ofsted. By itself it requires neither a rapid review nor a local review.

    Args:
        case: The case.
        on: The day of the law, as for `is_serious_case`.
        law: A book of law, instead of a day.

    Raises:
        KindError: If it is no case, no day or no book of law.
        NotInForceError: If the edition of that day does not ask for it.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Working Together 2023, ch.5.
    """
    return CARE_LEAVER_DEATH.of(case, on, law)
