"""Whether an allegation is one for the local authority designated officer (LADO)."""

from datetime import date

from masa.ground.criteria import Criterion, all_of, any_of
from masa.ground.findings import Finding
from masa.model.statutes import StatuteBook
from masa.rules.judging import Known, LegalTest, basis, book_on_day, so

__all__ = ["DESIGNATED_OFFICER", "is_for_designated_officer"]

ALLEGATION = "allegation-thresholds"


def allegation(book: StatuteBook) -> Criterion:
    """Make the test of an allegation that is one for the designated officer."""
    says = {item.id: item.says.rstrip(".") for item in book[ALLEGATION].items}
    return all_of(
        "the allegation is one for the designated officer",
        so(
            "works_with_children",
            "it is against somebody who works with children, paid or not, or in a "
            "position of trust",
            book,
            ALLEGATION,
        ),
        any_of(
            "it is of one of three kinds",
            so("harm", says["harm"], book, ALLEGATION),
            so("offence", says["offence"], book, ALLEGATION),
            so("risk", says["risk"], book, ALLEGATION),
        ),
        basis=basis(book, ALLEGATION),
        on=book.on,
    )


DESIGNATED_OFFICER = LegalTest(
    id="designated-officer", make=allegation, rule=ALLEGATION
)


def is_for_designated_officer(  # noqa: PLR0913 (what the guidance asks)
    *,
    works_with_children: Known = None,
    harm: Known = None,
    offence: Known = None,
    risk: Known = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether an allegation is one for the designated officer (LADO).

    Args:
        works_with_children: Whether it is against somebody who works with children:
            paid, as a volunteer, or in a position of trust.
        harm: Whether they behaved in a way that harmed a child, or may have.
        offence: Whether they may have committed an offence against or related to one.
        risk: Whether they behaved so that they may be a risk in work with children.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        KindError: If a value is not what it should be.
        NotInForceError: If the edition of that day is not known to say so.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Working Together 2018, ch.2, as one area's arrangements restate it.
    """
    facts = {
        "works_with_children": works_with_children,
        "harm": harm,
        "offence": offence,
        "risk": risk,
    }
    return DESIGNATED_OFFICER.criterion(book_on_day(on, law)).judge(facts)
