"""What is reckoned of a budget holds, whatever the budget says."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.amount_ranges import AmountRange
from masa.ground.money import MOST, from_pence, to_pence

pence = st.integers(-(10**9), 10**9)
steps = st.sampled_from((1, 5, 100, 500, 100_000))


def holds(within: AmountRange, amount: Decimal) -> bool:
    least, most = within.least, within.most
    return (least is None or least <= amount) and (most is None or amount <= most)


def rounded(exact: int, step: int) -> int:
    """Round whole pence to a step, halves away from nought."""
    size = (2 * abs(exact) + step) // (2 * step) * step
    return size if exact >= 0 else -size


class TestAmountRange:
    """A number known within bounds keeps the true one in them."""

    @given(pence, steps)
    def test_holds_just_what_rounds_to_it(self, exact: int, step: int) -> None:
        printed = rounded(exact, step)
        found = AmountRange.rounded(from_pence(printed), to_nearest=from_pence(step))
        assert holds(found, from_pence(exact))
        assert found.least is not None
        assert found.most is not None
        ends = to_pence(found.least), to_pence(found.most)
        assert [rounded(end, step) for end in ends] == [printed, printed]
        assert rounded(ends[0] - 1, step) != printed != rounded(ends[1] + 1, step)

    @given(strategies.amount_ranges(), strategies.amount_ranges())
    def test_sums_and_differences_hold_what_their_parts_can_be(
        self, one: AmountRange, other: AmountRange
    ) -> None:
        for a in filter(None, (one.least, one.most)):
            for b in filter(None, (other.least, other.most)):
                assert holds(one + other, a + b)
                assert holds(one - other, a - b)
        both, turned = one + other, other + one
        assert (both.least, both.most) == (turned.least, turned.most)
        assert set(both.not_stated) == set(turned.not_stated)
        negated = -one
        assert -negated == one


class TestBudgets:
    """Money is exact, and shares of it add up."""

    @given(strategies.settled_budgets())
    def test_ranges_hold_the_sums_of_what_is_printed(self, budget: masa.Budget) -> None:
        assert holds(budget.income_range, budget.income)
        assert holds(budget.expenditure_range, budget.expenditure)
        assert holds(budget.surplus_range, budget.surplus)

    @given(strategies.settled_budgets(), st.integers(0, 6))
    def test_every_grouping_holds_the_whole(
        self, budget: masa.Budget, places: int
    ) -> None:
        for found in (
            budget.by_kind(places=places),
            budget.by_category(places=places),
            budget.by_form(places),
            budget.by_payment(places),
        ):
            assert found.total == budget.income
            assert sum(group.told_percent or 0 for group in found) == 100
            payers = [payer for group in found for payer in group.lines]
            assert set(payers) == {line.payer for line in budget.contributions}
        assert budget.by_use(places).total == budget.expenditure

    @given(strategies.settled_budgets())
    def test_without_a_payer_the_rest_is_what_others_pay(
        self, budget: masa.Budget
    ) -> None:
        payer = budget.contributions[0].payer
        gone = [one for one in budget.contributions if one.payer == payer]
        left = budget.without(payer)
        if left.contributions:
            paid = sum((one.amount.only for one in gone), Decimal(0))
            assert left.income == budget.income - paid

    @given(strategies.settled_budgets())
    def test_months_of_cover_hold_those_of_the_printed_sums(
        self, budget: masa.Budget
    ) -> None:
        for reading in budget.months_of_cover.readings:
            kept = budget.carried_forward.only
            kept += 0 if reading.holds_surplus else budget.surplus
            months = max(
                Fraction(kept) / Fraction(budget.expenditure) * 12, Fraction(0)
            )
            half = Fraction(1, 200)
            assert reading.most is not None
            assert reading.months is not None
            assert Fraction(reading.least) - half <= months
            assert months <= Fraction(reading.most) + half
            assert abs(Fraction(reading.months) - months) <= half
            assert reading.printed == kept

    @given(strategies.settled_budgets())
    def test_a_true_total_is_right_and_a_wrong_one_found_to_the_penny(
        self, budget: masa.Budget
    ) -> None:
        exact = masa.Budget(contributions=budget.contributions)
        for off in (0, 1):
            total = exact.income + Decimal(off) / 100
            assume(total <= MOST)
            printed = masa.Budget(
                contributions=budget.contributions,
                contributed_total=masa.stated(total),
            )
            (check,) = masa.check_totals(printed)["contributions-total"]
            assert check.answer is masa.Answer.of(off == 0)
            assert check.difference == Decimal(off) / 100

    @given(strategies.budgets())
    def test_no_budget_is_too_strange_to_be_checked_and_compared(
        self, budget: masa.Budget
    ) -> None:
        checks = masa.check_totals(budget)
        assert checks.to_text()
        assert {one.id for one in checks} <= set(checks.looked_for)
        found = masa.compare_budgets(budget, budget)
        assert len(found.to_records()) == sum(len(t.rows) for t in found.to_tables())
        for change in (*found.sums, *found.payers, *found.kinds, *found.spending):
            assert change.difference is not None
            assert holds(change.difference, Decimal(0))
