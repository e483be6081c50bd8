"""Funding the arrangements: what each edition asks, and what the Act allows.

No share of anybody is ever called right or wrong: no formula, floor or ceiling was
found in what was read of the guidance. Whether money is equitable or enough, a person
has to judge.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from masa.ground.logic import Answer
from masa.ground.stated import Absence, Stated, Statement
from masa.model.documents import Collective
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, ContributionKind
from masa.model.partners import DescribedSet, RelevantAgency
from masa.model.sign_offs import KeyDocument
from masa.rules.dossiers import Dossier, once, stated_exhibits
from masa.rules.duties import holdings, payments
from masa.rules.duties.asking import IN_PROSE, Found, NotCalledFor, duties_of, duty
from masa.rules.exhibits import Exhibit, Weight, exhibit, without_place
from masa.rules.powers_to_pay import is_for_reviews, is_in_kind
from masa.rules.schedule_remarks import is_perhaps_omitted

__all__ = ["DUTIES"]

NO_AGENCY_PAYS = NotCalledFor("no relevant agency is said to contribute")
WITHIN_POWERS = NotCalledFor("no relevant agency is said to go beyond its power to pay")
GRANT = "by a grant, or perhaps by one"
NO_AMOUNTS = "what each partner pays is not stated in full"
NO_AMOUNT = "the amount is not stated"


@duty("f-3")
def paid_for_together(dossier: Dossier) -> Found:
    """It is not shown that partners and relevant agencies pay for it together."""
    return {
        "partners": _paid_by_partners(dossier),
        "agencies": _paid_by_agencies(dossier),
    }


@duty("f-4")
def level_of_funding(dossier: Dossier) -> Found:
    """The level of funding agreed from each partner is not shown."""
    return {
        "level": payments.contributions(dossier),
        "partners": _paid_by_partners(dossier),
    }


@duty("f-4-equitable-and-proportionate", "f-9")
def equitable_contributions(dossier: Dossier) -> Found:
    """On what basis, and how equitably, the partners contribute is not shown."""
    return {
        "basis": payments.from_each_partner(dossier, _basis),
        "agreed": _agreed(dossier),
    }


@duty("f-4-relevant-agencies")
def contributions_of_agencies(dossier: Dossier) -> Found:
    """What is agreed with each relevant agency that contributes is not shown."""
    agreed = [
        payments.of_its_time(dossier, budget, _agreed_with(line))
        for budget in dossier.arrangement.budgets
        for line in _agency_lines(dossier, budget)
    ]
    if not agreed and not dossier.is_cut:
        return NO_AGENCY_PAYS
    return {"agencies": holdings.of_every_one(agreed)}


@duty("f-5")
def transparent_funding(dossier: Dossier) -> Found:
    """Children and families are not shown who pays, and what is paid for."""
    return {
        "contributions": payments.contributions(dossier),
        "costs": payments.planned_spending(dossier),
    }


@duty("f-6")
def sufficient_funding(_: Dossier) -> Found:
    """It is not shown that the money suffices for everything, reviews included."""
    return IN_PROSE


@duty("f-8")
def level_that_is_needed(_: Dossier) -> Found:
    """The level needed for each part of the arrangements is not shown."""
    return IN_PROSE


@duty("f-9-adequate")
def adequate_funding(_: Dossier) -> Found:
    """It is not shown that enough is allocated to the priorities and spent on them."""
    return IN_PROSE


# Reading: section 16I gives relevant agencies no power to provide resources in kind.
# Other Acts may give some of them such a power, which is not looked into.
@duty("funding-by-relevant-agencies")
def limits_of_what_agencies_pay(dossier: Dossier) -> Found:
    """A relevant agency gives what section 16I gives it no power to give."""
    bound = [
        line
        for budget in dossier.arrangement.budgets
        for line in _agency_lines(dossier, budget)
        if _is_bound(dossier, line)
    ]
    in_kind = [
        _beyond(line, line.kind) for line in bound if is_in_kind(line) is Answer.YES
    ]
    for_reviews = [
        _beyond(line, line.pot) for line in bound if is_for_reviews(line) is Answer.YES
    ]
    if not in_kind and not for_reviews:
        return WITHIN_POWERS
    return {
        "money": in_kind or WITHIN_POWERS,
        "arrangements": for_reviews or WITHIN_POWERS,
    }


@once
def _paid_by_partners(dossier: Dossier) -> list[Exhibit]:
    """Show what each partner pays in cash or costed in kind; a grant is a part."""
    return payments.from_each_partner(dossier, _more_than_nothing)


def _paid_by_agencies(dossier: Dossier) -> list[Exhibit]:
    """Show what relevant agencies pay."""
    return [
        each
        for budget in dossier.arrangement.budgets
        for line in _agency_lines(dossier, budget)
        for each in payments.of_its_time(
            dossier, budget, _more_than_nothing(line, line.payer)
        )
    ]


def _more_than_nothing(line: Contribution, payer: str) -> list[Exhibit]:
    """Show an amount that is paid: cash or costed in kind, or in part if a grant."""
    more = tuple(one for one in line.amount.statements if _is_more(one))
    found = payments.told(line, payer, Stated(more))
    is_own = line.kind.says(ContributionKind.GRANT) is Answer.NO
    return (
        found if is_own or not line.kind.is_stated else holdings.in_part(found, GRANT)
    )


def _is_more(one: Statement[Decimal]) -> bool:
    return isinstance(one.value, Decimal) and one.value > 0


def _basis(line: Contribution, payer: str) -> Iterator[Exhibit]:
    for one in stated_exhibits(str, line.basis):
        shown = one.but(what=f"basis for {payer}: {one.what}")
        yield holdings.as_firm_as(shown, line.standing)


def _agreed(dossier: Dossier) -> list[Exhibit]:
    """Show who signed the budget off: a part, unless it tells who pays what."""
    signed = holdings.signed_off(dossier, KeyDocument.BUDGET)
    told = any(one.is_enough for one in payments.contributions(dossier))
    return signed if told else holdings.in_part(signed, NO_AMOUNTS)


# What relevant agencies contribute


def _agency_lines(dossier: Dossier, budget: Budget) -> Iterator[Contribution]:
    for line in budget.contributions:
        if _agencies(dossier, line.payer):
            yield line


def _agreed_with(line: Contribution) -> list[Exhibit]:
    """Show what an agency pays: a part, where the amount is not stated."""
    found = payments.amounts(line, line.payer)
    shown = exhibit(without_place(str(line), line.at), line)
    return found or holdings.in_part([shown], NO_AMOUNT)


def _agencies(dossier: Dossier, payer: str) -> Sequence[RelevantAgency | DescribedSet]:
    """Give the relevant agencies that a payer is: one, all of them, or none."""
    thing, listed = dossier[payer], dossier.relevant_agencies
    if isinstance(thing, Collective):
        return [one for one in listed if one.name in thing.members]
    return _by_body(dossier).get(id(thing), ())


@once
def _by_body(
    dossier: Dossier,
) -> Mapping[int, Sequence[RelevantAgency | DescribedSet]]:
    """Sort the agencies by what they are, and by the body that they are declared as."""
    found: dict[int, list[RelevantAgency | DescribedSet]] = {}
    for one in dossier.relevant_agencies:
        found.setdefault(id(one), []).append(one)
        if isinstance(one, RelevantAgency) and one.body:
            found.setdefault(id(dossier[one.body]), []).append(one)
    return found


def _is_bound(dossier: Dossier, line: Contribution) -> bool:
    """Say whether a payer is held to section 16I, as far as the file tells.

    A payer that is said to stand in no paragraph of the Schedule is listed locally, and
    is no relevant agency in law; of a kind that is perhaps in none, that is not known.
    """
    return line.standing.is_settled and any(
        one.schedule_paragraph.says(Absence.NONE) is not Answer.YES
        and not is_perhaps_omitted(one)
        for one in _agencies(dossier, line.payer)
    )


def _beyond(line: Contribution, what: Stated[object]) -> Exhibit:
    said = f"the relevant agency {line.payer} contributes: {what}"
    return evolve(exhibit(said, line), weight=Weight.AGAINST)


DUTIES = duties_of(vars())
