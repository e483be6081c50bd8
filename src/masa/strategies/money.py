"""Strategies for what is reckoned of budgets: ranges, groups, checks, comparisons."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.strategies.nouns import budgets
from masa.strategies.values import DRAWN, amounts, draws, names

__all__ = [
    "amount_ranges",
    "budget_comparisons",
    "money_checks",
    "money_groups",
    "months_of_cover",
    "settled_budgets",
]

LINES_MOST = 4
STEPS = ("0", "0.05", "1", "500", "1000")


@draws(masa.AmountRange)
@st.composite
def amount_ranges(draw: DrawFn) -> masa.AmountRange:
    """Draw amounts that are known to the penny, within bounds, on one side or not."""
    bounds = sorted(draw(st.lists(_balances(), min_size=2, max_size=2)))
    least, most = (draw(st.none() | st.just(bound)) for bound in bounds)
    missing = draw(st.lists(names(), max_size=2))
    firm = draw(st.lists(st.sampled_from(masa.Standing), max_size=2))
    return masa.AmountRange(
        least=least, most=most, not_stated=tuple(missing), standings=tuple(firm)
    )


def _balances() -> SearchStrategy[Decimal]:
    return amounts(min_value=-(10**12))


@st.composite
def settled_budgets(draw: DrawFn) -> masa.Budget:
    """Draw budgets of which every amount is settled, and more than nothing is paid."""
    paid = st.builds(
        masa.Contribution,
        payer=names(),
        amount=amounts(min_value=1).map(masa.stated),
        payer_kind=st.none() | st.sampled_from(masa.PayerKind),
        kind=st.sampled_from(masa.ContributionKind).map(masa.stated),
    )
    spent = st.builds(
        masa.CostLine,
        item=names(),
        amount=amounts(min_value=1000).map(masa.stated),
        pay=st.booleans().map(masa.stated),
    )
    held = draw(st.none() | st.booleans())
    return masa.Budget(
        contributions=tuple(draw(st.lists(paid, min_size=1, max_size=LINES_MOST))),
        costs=tuple(draw(st.lists(spent, min_size=1, max_size=LINES_MOST))),
        to_nearest=masa.stated(Decimal(draw(st.sampled_from(STEPS)))),
        carried_forward=masa.stated(draw(_balances())),
        carried_forward_to_nearest=masa.stated(Decimal(draw(st.sampled_from(STEPS)))),
        carried_forward_holds_surplus=(
            masa.Stated() if held is None else masa.stated(value=held)
        ),
    )


@draws(masa.MoneyGroups)
@st.composite
def money_groups(draw: DrawFn) -> masa.MoneyGroups:
    """Draw the money of a budget by kind of payer, by form and so on."""
    budget, places = draw(settled_budgets()), draw(st.integers(0, 6))
    rounding = draw(st.sampled_from(masa.Rounding))
    return draw(
        st.sampled_from(
            (
                budget.by_kind(places=places, rounding=rounding),
                budget.by_category(places=places, rounding=rounding),
                budget.by_form(places, rounding=rounding),
                budget.by_payment(places, rounding=rounding),
                budget.by_use(places, rounding=rounding),
            )
        )
    )


@draws(masa.MonthsOfCover)
def months_of_cover() -> SearchStrategy[masa.MonthsOfCover]:
    """Draw how long a reserve lasts, in one reading or in both."""
    return settled_budgets().map(lambda budget: budget.months_of_cover)


@draws(masa.MoneyChecks)
def money_checks() -> SearchStrategy[masa.MoneyChecks]:
    """Draw what is found when a budget is checked."""
    return (budgets() | settled_budgets()).map(masa.check_totals)


@draws(masa.BudgetComparison)
def budget_comparisons() -> SearchStrategy[masa.BudgetComparison]:
    """Draw two budgets beside each other."""
    either = budgets() | settled_budgets()
    return st.builds(masa.compare_budgets, either, either)


DRAWN[masa.MoneyGroup] = lambda: money_groups().map(lambda them: them.groups[0])
DRAWN[masa.ReserveReading] = lambda: months_of_cover().map(lambda it: it.readings[-1])
DRAWN[masa.MoneyCheck] = lambda: (
    money_checks().filter(len).map(lambda them: them.checks[0])
)
DRAWN[masa.MoneyChange] = lambda: settled_budgets().map(
    lambda budget: masa.compare_budgets(budget, budget).sums[0]
)
