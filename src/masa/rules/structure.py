"""What good sense finds worth a look in an arrangement, apart from what law asks."""

from collections.abc import Callable, Iterator
from datetime import date

from attrs import frozen

from masa.ground.blocks import Table
from masa.ground.citations import Citation
from masa.ground.errors import KindError
from masa.ground.law import shelf
from masa.ground.spans import day
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.opening import law as law_on
from masa.model.statutes import StatuteBook
from masa.rules.group_remarks import (
    chair_contradicts_itself,
    decision_claimed_twice,
    escalates_to_ended_body,
    frequency_contradicts_itself,
    group_without_chair,
    group_without_frequency,
    group_without_line,
    no_dispute_procedure,
)
from masa.rules.held_against import answers_to, held_against
from masa.rules.money_remarks import (
    agency_not_paying,
    no_budget,
    no_line_for_reviews,
    no_line_for_scrutiny,
    payer_not_listed,
)
from masa.rules.remarks import Noticed, Remark, Remarks, Severity, authority_of
from masa.rules.schedule_remarks import agency_perhaps_not_in_schedule
from masa.rules.scrutineer_remarks import (
    scrutineer_chairs,
    scrutineer_is_a_partner,
    scrutineer_sits_in_line,
)
from masa.rules.seat_remarks import (
    agency_never_met,
    no_education_at_top,
    no_voluntary_sector_at_top,
)
from masa.rules.whereabouts import Whereabouts

__all__ = ["CHECKS", "StructureCheck", "check_structure", "structure_checks"]


@frozen
class StructureCheck:
    """One check of the structure of an arrangement.

    Args:
        id: What it is called; never used for another.
        severity: How much what it notices weighs.
        find: Notices it; its docstring says what it looks for.
        rules: The rules of the statute book that speak of it.
    """

    id: str
    severity: Severity
    find: Callable[[Whereabouts], Iterator[Noticed]]
    rules: tuple[str, ...] = ()

    @property
    def looks_for(self) -> str:
        """What it looks for, in one sentence."""
        doc = " ".join((self.find.__doc__ or "").split())
        return doc.removeprefix("Look for ").removesuffix(".")

    def basis(self, book: StatuteBook) -> tuple[Citation, ...]:
        """Cite its rules as they are in a book; those not in force are left out."""
        found = (one.citation for rule in self.rules for one in book.versions(rule))
        return tuple(dict.fromkeys(found))


NO_LAW = "no law, since neither an edition nor a day of its own is told"
SERIOUS, LOOK, NOTE = Severity
CHECKS = (
    StructureCheck(
        "scrutineer-chairs", SERIOUS, scrutineer_chairs, ("chair-is-not-scrutineer",)
    ),
    StructureCheck(
        "scrutineer-is-a-partner",
        SERIOUS,
        scrutineer_is_a_partner,
        ("ca-2004/s16g.3", "scrutineer-is-not-lead-or-delegate"),
    ),
    StructureCheck("scrutineer-in-line", LOOK, scrutineer_sits_in_line),
    StructureCheck("decision-claimed-twice", SERIOUS, decision_claimed_twice),
    StructureCheck("chair-contradicts-itself", LOOK, chair_contradicts_itself),
    StructureCheck("frequency-contradicts-itself", LOOK, frequency_contradicts_itself),
    StructureCheck("group-without-chair", NOTE, group_without_chair),
    StructureCheck("group-without-frequency", NOTE, group_without_frequency),
    StructureCheck("group-without-line", LOOK, group_without_line),
    StructureCheck("escalates-to-ended-body", SERIOUS, escalates_to_ended_body),
    StructureCheck(
        "no-dispute-procedure",
        LOOK,
        no_dispute_procedure,
        ("disputes-resolved-locally",),
    ),
    StructureCheck("agency-never-met", LOOK, agency_never_met),
    StructureCheck(
        "agency-perhaps-not-in-schedule",
        NOTE,
        agency_perhaps_not_in_schedule,
        ("not-in-the-schedule",),
    ),
    StructureCheck(
        "no-education-at-top",
        LOOK,
        no_education_at_top,
        ("schools-represented-at-both-levels", "education-in-strategic-decisions"),
    ),
    StructureCheck("no-voluntary-sector-at-top", NOTE, no_voluntary_sector_at_top),
    StructureCheck("no-budget", NOTE, no_budget, ("f-7",)),
    StructureCheck("no-line-for-reviews", LOOK, no_line_for_reviews, ("f-6", "f-8")),
    StructureCheck("no-line-for-scrutiny", LOOK, no_line_for_scrutiny, ("f-8",)),
    StructureCheck(
        "payer-not-listed", NOTE, payer_not_listed, ("f-1-relevant-agencies",)
    ),
    StructureCheck("agency-not-paying", NOTE, agency_not_paying),
)


def structure_checks(*, law: StatuteBook | None = None) -> Table:
    """Print every check with what it looks for, and by what authority.

    Args:
        law: The book of law to cite from; unless given, that of the last look.

    Raises:
        KindError: If it is no book of law.
    """
    book = law_on(shelf.coverage().checked) if law is None else _checked(law)
    return Table(
        caption="Checks of the structure of an arrangement",
        columns=("id", "what it looks for", "severity", "authority"),
        rows=tuple(
            (one.id, one.looks_for, one.severity.value, authority_of(one.basis(book)))
            for one in CHECKS
        ),
    )


def check_structure(
    arrangement: Arrangement,
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Remarks:
    """Remark on what good sense finds worth a look in an arrangement.

    These are no breaches of law. What a document does not state is called that, and
    never taken for what is not so; what it only proposes is marked.

    Args:
        arrangement: The arrangement.
        on: The day of the reader; unless given, that of the law, or of the last look
            at the law.
        law: The book of law to cite from. Unless given, it is that by which `check`
            holds the arrangement against the edition that it answers to. Where it
            settles on none, it is the law of the day given or, if none is, of the day
            on which the arrangement was published or approved; if it tells none, no
            law is cited.

    Raises:
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        CoverageError: If the statute book does not cover the day.

    Example:
        >>> import masa
        >>> found = check_structure(masa.examples.load("barnet"))
        >>> for remark in found["no-line-for-reviews"]:
        ...     print(remark.says)
        No line of planned spending is named for reviews.
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(
            f"{echo(arrangement)} is not an arrangement", remedy="use `masa.load`"
        )
    nearest = shelf.coverage().checked if law is None else _checked(law).on
    asked = nearest if on is None else day(on)
    given = None if on is None else asked
    book = _book(arrangement, given) if law is None else law
    known = Whereabouts(arrangement, asked)
    return Remarks(
        title=arrangement.title,
        remarks=tuple(_remarks(known, book)),
        looked_for=tuple(one.id for one in CHECKS),
        law=f"{book.national_edition}, {book}" if book else NO_LAW,
    )


def _remarks(known: Whereabouts, book: StatuteBook | None) -> Iterator[Remark]:
    for check in CHECKS:
        for noticed in check.find(known):
            yield Remark(
                id=check.id,
                severity=check.severity,
                says=noticed.says,
                about=noticed.about,
                places=noticed.places,
                basis=check.basis(book) if book else (),
            )


def _checked(law: StatuteBook) -> StatuteBook:
    if not isinstance(law, StatuteBook):
        raise KindError(
            f"{echo(law)} is not a statute book", remedy="make one with `masa.law`"
        )
    return law


def _book(arrangement: Arrangement, on: date | None) -> StatuteBook | None:
    """Open the book of the edition that an arrangement answers to, or of a day."""
    edition = answers_to(arrangement)
    if edition is not None:
        return held_against(arrangement, edition.id, on, None).book
    found = on or _own_day(arrangement)
    return law_on(found) if found else None


def _own_day(arrangement: Arrangement) -> date | None:
    """Give the day on which an arrangement was published or approved, if covered."""
    facts = (arrangement.published, arrangement.approved)
    days = (when.latest for fact in facts for when in fact.values)
    first, last = shelf.coverage().first, shelf.coverage().last
    return next((one for one in days if one and first <= one <= last), None)
