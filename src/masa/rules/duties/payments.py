"""What the budgets of a file show: who pays, for which year, and what is paid for."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import partial

from masa.ground.dates import When
from masa.ground.shown import plain
from masa.ground.stated import Stated
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine
from masa.model.partners import SafeguardingPartner as Partner
from masa.rules.dossiers import Dossier, once, stated_exhibits
from masa.rules.duties.holdings import as_firm_as, in_part, of_each_kind
from masa.rules.exhibits import Exhibit, exhibit, without_place

__all__ = [
    "amounts",
    "contributions",
    "from_each_partner",
    "of_its_time",
    "period_of_budget",
    "planned_spending",
    "told",
]

NOT_OF_ITS_TIME = "a budget of a year before the arrangements, or of an unknown one"
Paid = Callable[[Contribution, str], Iterable[Exhibit]]


@once
def contributions(dossier: Dossier) -> list[Exhibit]:
    """Show what each partner pays, where the money is that of the arrangements."""
    return from_each_partner(dossier, amounts)


def amounts(line: Contribution, payer: str) -> list[Exhibit]:
    """Show what is paid in one line."""
    return told(line, payer, line.amount)


def told(line: Contribution, payer: str, amount: Stated[Decimal]) -> list[Exhibit]:
    """Show some of the amounts that are stated in one line."""
    return [
        as_firm_as(each.but(what=f"{payer} pays £{each.what}"), line.standing)
        for each in stated_exhibits(plain, amount)
    ]


def from_each_partner(dossier: Dossier, shown: Paid) -> list[Exhibit]:
    """Show something of what each partner pays: a part, if a year before their time."""
    found: list[Exhibit] = []
    for budget in dossier.arrangement.budgets:
        paid = of_each_kind(dossier, partial(_paid_by, dossier, budget, shown))
        found += of_its_time(dossier, budget, paid)
    return found


def _paid_by(
    dossier: Dossier, budget: Budget, shown: Paid, partner: Partner
) -> list[Exhibit]:
    return [
        each
        for line in budget.contributions
        if dossier[line.payer] is partner
        for each in shown(line, partner.name)
    ]


@once
def period_of_budget(dossier: Dossier) -> list[Exhibit]:
    """Show for which year money is given: a year before the arrangements is a part."""
    return [
        each
        for budget in dossier.arrangement.budgets
        for each in of_its_time(
            dossier,
            budget,
            stated_exhibits(lambda year: f"budget of {year}", budget.year),
        )
    ]


@once
def planned_spending(dossier: Dossier) -> list[Exhibit]:
    """Show the lines of what is spent: for a year before the arrangements, a part."""
    return [
        each
        for budget in dossier.arrangement.budgets
        for line in budget.costs
        for each in of_its_time(dossier, budget, [_cost(line)])
    ]


def _cost(line: CostLine) -> Exhibit:
    return exhibit(f"cost: {without_place(str(line), line.at)}", line)


def of_its_time(
    dossier: Dossier, budget: Budget, found: Iterable[Exhibit]
) -> list[Exhibit]:
    """Show the same, as a part if the budget is of before the arrangements."""
    firm = [as_firm_as(one, budget.standing) for one in found]
    return firm if _is_of_its_time(dossier, budget) else in_part(firm, NOT_OF_ITS_TIME)


def _is_of_its_time(dossier: Dossier, budget: Budget) -> bool:
    """Say whether a budget surely reaches into the time of the arrangements."""
    begun = _first_day(dossier.arrangement.in_force, dossier.arrangement.published)
    years = budget.year.values
    return begun is not None and bool(years) and all(one.last >= begun for one in years)


def _first_day(*facts: Stated[When]) -> date | None:
    days = (when.latest for fact in facts for when in fact.values)
    return next((day for day in days if day), None)
