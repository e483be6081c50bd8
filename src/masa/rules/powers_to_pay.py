"""Who has power under section 16I to give what a budget says that they give."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.stated import Absence
from masa.ground.text import listed
from masa.model.arrangement import COLLECTIVES, Arrangement, Thing
from masa.model.documents import Collective
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, ContributionKind
from masa.model.line_sums import as_printed
from masa.model.partners import DescribedSet, RelevantAgency, SafeguardingPartner
from masa.model.statutes import StatuteBook
from masa.rules.identities import once
from masa.rules.judging import book_on_day
from masa.rules.money_checks import (
    MoneyCheck,
    MoneyChecks,
    expect_arrangement,
    expect_budget,
)
from masa.rules.remarks import Severity
from masa.rules.schedule_remarks import NOT_LISTED, is_perhaps_omitted
from masa.rules.telling_words import speaks_of

__all__ = ["POWER", "check_powers", "is_for_reviews", "is_in_kind"]

POWER = "power-to-pay"
PARTNERS, AGENCIES = COLLECTIVES
BY_PARTNERS, IN_KIND_BY_PARTNERS = "f-1", "f-2"
BY_AGENCIES, IN_KIND_BY_AGENCIES = "f-1-relevant-agencies", "f-2-relevant-agencies"
# No field says what a pot is for, only its name does. A pot is taken as one for
# practice reviews if its name has no word that might mean anything else.
REVIEW = "practice review"
BESIDES = {"a", "child", "fund", "for", "local", "of", "pot", "safeguarding", "the"}


# Reading: section 16I gives relevant agencies no power to provide resources in kind.
# Other Acts may give some of them such a power, which is not looked into.
def check_powers(
    budget: Budget,
    arrangement: Arrangement,
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> MoneyChecks:
    """Say of each contribution whether section 16I lets the payer give it.

    Partners may pay towards the arrangements and towards local reviews, and may give
    in kind. Relevant agencies may pay towards the arrangements only. To pay is a power,
    and nobody's duty; that it is not told what a payment is for makes it unknown, as
    does that an agency is listed and perhaps of a kind that the Schedule omits. Of one
    that is said to be in no paragraph of it the answer is no, although another Act may
    give it a power.

    Args:
        budget: The budget.
        arrangement: The arrangement that it belongs to, which says who is who.
        on: The day of the law; unless given, the last day of the year of the budget
            or, where that is not told, the day of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If a payer is not named in the arrangement.
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        CoverageError: If the statute book does not cover the day.
        NotInForceError: If section 16I was not in force on that day.

    Authority:
        Children Act 2004, s.16I; SI 2018/789, Schedule.
    """
    expect_budget(budget)
    expect_arrangement(arrangement)
    year = as_printed(budget.year)
    day = year.only.last if on is None and year.is_settled else on
    book = book_on_day(day, law)
    checks = (_power(line, arrangement, book) for line in budget.contributions)
    return MoneyChecks(
        title=f"{budget}, powers to pay", checks=tuple(checks), looked_for=(POWER,)
    )


def _power(
    line: Contribution, arrangement: Arrangement, book: StatuteBook
) -> MoneyCheck:
    thing = arrangement[line.payer]
    if _is_partner(thing, arrangement):
        return _of_partner(line, book)
    listed_ones = tuple(_agencies(thing, arrangement))
    agencies = tuple(filter(_may_be_in_law, listed_ones))
    if agencies:
        is_doubted = all(map(is_perhaps_omitted, agencies))
        return _of_agency(line, book, is_doubted=is_doubted)
    if listed_ones:
        return _outside_the_schedule(line, book)
    said = "is not known to be a relevant agency in law"
    return _checked(
        line,
        Answer.UNKNOWN,
        f"{line.payer} {said}: section 16I gives no other body a power to pay, and "
        "whether another Act does is not looked into.",
        (f"whether {line.payer} is a relevant agency",),
        book,
        (BY_AGENCIES,),
    )


def _is_partner(thing: Thing, arrangement: Arrangement) -> bool:
    if isinstance(thing, Collective):
        return thing.name == PARTNERS
    return isinstance(thing, SafeguardingPartner) or any(
        partner.body is not None and arrangement[partner.body] is thing
        for partner in arrangement.partners
    )


def _agencies(
    thing: Thing, arrangement: Arrangement
) -> Iterator[RelevantAgency | DescribedSet]:
    for one in arrangement.relevant_agencies:
        body = one.body if isinstance(one, RelevantAgency) else None
        is_member = isinstance(thing, Collective) and thing.name == AGENCIES
        if is_member or one is thing or (body and arrangement[body] is thing):
            yield one


def _may_be_in_law(agency: RelevantAgency | DescribedSet) -> bool:
    """Say whether one may be a relevant agency: all but those of no paragraph."""
    return agency.schedule_paragraph.says(Absence.NONE) is not Answer.YES


def _of_partner(line: Contribution, book: StatuteBook) -> MoneyCheck:
    if is_in_kind(line) is Answer.YES:
        may = "may give in kind, for the arrangements and for local reviews"
        rules = (IN_KIND_BY_PARTNERS,)
    else:
        may = "may pay towards the arrangements and towards local reviews"
        rules = (BY_PARTNERS,)
    says = f"{line.payer}, a safeguarding partner, {may}."
    return _checked(line, Answer.YES, says, (), book, rules)


def _of_agency(
    line: Contribution, book: StatuteBook, *, is_doubted: bool
) -> MoneyCheck:
    in_kind, for_reviews = is_in_kind(line), is_for_reviews(line)
    beyond = [
        said
        for answer, said in (
            (in_kind, "gives in kind"),
            (for_reviews, "pays towards local reviews"),
        )
        if answer is Answer.YES
    ]
    listed_as = "listed as a relevant agency" if is_doubted else "a relevant agency"
    who = f"{line.payer}, {listed_as},"
    if beyond:
        says = f"{who} {listed(beyond)}, which section 16I gives it no power to do."
        rules = [BY_AGENCIES] if for_reviews is Answer.YES else []
        rules += [IN_KIND_BY_AGENCIES] if in_kind is Answer.YES else []
        return _checked(line, Answer.NO, says, (), book, tuple(rules))
    untold = [
        what
        for answer, what in ((in_kind, "in what form"), (for_reviews, "for what"))
        if answer is Answer.UNKNOWN
    ]
    needed = tuple(f"{what} {line.payer} pays" for what in untold)
    rules = [BY_AGENCIES]
    may = f"{who} may pay towards the arrangements, and not towards local reviews"
    if is_doubted:
        may = (
            f"{who} is perhaps of a kind that is in no paragraph of the Schedule; only "
            "if it is in one may it pay towards the arrangements, and not towards "
            "local reviews"
        )
        needed = (f"the paragraph of the Schedule of {line.payer}", *needed)
        rules.append(NOT_LISTED)
    more = f"; {listed(untold)} it pays is not told" if untold else ""
    answer = Answer.UNKNOWN if needed else Answer.YES
    return _checked(line, answer, f"{may}{more}.", needed, book, tuple(rules))


def _outside_the_schedule(line: Contribution, book: StatuteBook) -> MoneyCheck:
    """Tell of whoever is listed as an agency, and is none in law: another Act may."""
    says = (
        f"{line.payer} is on the list of relevant agencies, and in no paragraph of the "
        "Schedule. Section 16I gives no power to pay here; another Act may."
    )
    rules = (BY_AGENCIES, NOT_LISTED)
    return evolve(
        _checked(line, Answer.NO, says, (), book, rules), severity=Severity.NOTE
    )


def _checked(  # noqa: PLR0913, PLR0917 (the parts of what is found)
    line: Contribution,
    answer: Answer,
    says: str,
    needed: tuple[str, ...],
    book: StatuteBook,
    rules: tuple[str, ...],
) -> MoneyCheck:
    return MoneyCheck(
        id=POWER,
        severity=Severity.SERIOUS if answer is Answer.NO else Severity.NOTE,
        finding=Finding(
            answer=answer,
            claim=f"section 16I lets {line.payer} give what it gives",
            on=book.on,
            basis=[book[rule].citation for rule in rules],
            needed=needed,
        ),
        says=says,
        about=(line.payer,),
        places=once([line.at]),
    )


def is_in_kind(line: Contribution) -> Answer:
    """Say whether a contribution is in kind."""
    return as_printed(line.kind).says(ContributionKind.IN_KIND)


def is_for_reviews(line: Contribution) -> Answer:
    """Say whether a contribution goes to a pot for local reviews, by its name.

    It does not if the name speaks of no review, in words or in a usual short form; if
    it speaks of one and may mean something else, it is not known.
    """
    settled = [one.value for one in as_printed(line.pot).settled]
    if not settled:
        return Answer.UNKNOWN
    found = [_names_reviews(pot) for pot in settled]
    if all(found):
        return Answer.YES
    # With a blank at the end, so that a short form is a whole word there too.
    may_be = speaks_of("reviews", [f"{pot} " for pot in settled])
    return Answer.UNKNOWN if may_be else Answer.NO


def _names_reviews(pot: str | Absence) -> bool:
    before, found, after = str(pot).casefold().partition(REVIEW)
    words = {*before.split(), *after.removeprefix("s").split()}
    return bool(found) and words <= BESIDES
