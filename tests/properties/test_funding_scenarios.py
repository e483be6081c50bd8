"""Whatever the rule, the shares and the gap are the total, to the penny."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa import strategies

names = st.sampled_from("abcdef")
weights = st.dictionaries(names, st.integers(0, 50), min_size=1).filter(
    lambda drawn: any(drawn.values())
)
totals = st.integers(0, 10**8).map(lambda pence: Decimal(pence).scaleb(-2))


class TestEveryScenario:
    """Shares of a sum add up to the sum, to the penny."""

    @given(strategies.funding_scenarios())
    def test_the_shares_and_the_gap_are_the_total(
        self, found: masa.FundingScenario
    ) -> None:
        assert sum(found.shares.values()) + found.gap == found.total
        assert found.gap >= 0
        assert all(amount >= 0 for amount in found.shares.values())

    @given(strategies.funding_scenarios())
    def test_every_part_of_the_rule_is_kept(self, found: masa.FundingScenario) -> None:
        assert found.rule is not None
        assert {*found.rule.payers} <= {*found.shares}
        for payer, amount in found.rule.fixed:
            assert found[payer].amount == amount
        for payer, least in found.rule.floors:
            assert found[payer].amount >= least
        for payer, most in found.rule.caps:
            assert found[payer].amount <= most
        if found.rule.residual is not None:
            assert found.gap == 0

    @given(strategies.funding_scenarios())
    def test_a_bound_is_told_where_it_holds_and_nowhere_else(
        self, found: masa.FundingScenario
    ) -> None:
        assert found.rule is not None
        floors, caps = dict(found.rule.floors), dict(found.rule.caps)
        told = [line for line in found if line.why.startswith("at the ")]
        for line in told:
            assert line.amount in {floors.get(line.payer), caps.get(line.payer)}
        if not told and found.allocation is not None:
            rest = found.rule.residual
            rule = found.rule if rest is None else found.rule.without(rest)
            total = found.allocation.total + sum(dict(rule.fixed).values())
            free = masa.fund(total, evolve(rule, floors=(), caps=())).shares
            assert {payer: found.shares[payer] for payer in free} == free

    @given(strategies.funding_scenarios())
    def test_is_explained_and_drawn(self, found: masa.FundingScenario) -> None:
        assert found.explain().to_text().startswith(str(found)[:20])
        assert found.to_svg() == found.to_svg()
        for line in found:
            if line.difference.is_settled and line.today.is_settled:
                assert line.today.only + line.difference.only == line.amount


class TestRules:
    """Equal by body and equal by kind are different rules."""

    @given(st.dictionaries(names, st.sampled_from("xyz"), min_size=1), totals)
    def test_equal_by_kind_gives_every_kind_the_same(
        self, kinds: dict[str, str], total: Decimal
    ) -> None:
        found = masa.fund(total, masa.FundingRule(payers=kinds, kinds=kinds)).shares
        sums = [
            sum(found[payer] for payer in kinds if kinds[payer] == kind)
            for kind in set(kinds.values())
        ]
        assert max(sums) - min(sums) <= Decimal("0.01")

    @given(st.sets(names, min_size=1), totals)
    def test_equal_by_body_gives_every_body_the_same(
        self, payers: set[str], total: Decimal
    ) -> None:
        found = masa.fund(total, masa.FundingRule(payers=payers)).shares.values()
        assert max(found) - min(found) <= Decimal("0.01")

    @given(weights, totals, st.data())
    def test_the_order_of_the_payers_does_not_matter(
        self, drawn: dict[str, int], total: Decimal, data: st.DataObject
    ) -> None:
        payers = data.draw(st.permutations(list(drawn)))
        one = masa.fund(total, masa.FundingRule(payers=drawn, weights=drawn))
        two = masa.fund(total, masa.FundingRule(payers=payers, weights=drawn))
        assert one.shares == two.shares

    @given(weights, totals, st.data())
    def test_if_somebody_leaves_nobody_else_pays_less(
        self, drawn: dict[str, int], total: Decimal, data: st.DataObject
    ) -> None:
        payers = sorted(drawn)
        leaver = data.draw(st.sampled_from(payers))
        others = [weight for payer, weight in drawn.items() if payer != leaver]
        if any(others):
            rule = masa.FundingRule(payers=drawn, weights=drawn)
            before = masa.fund(total, rule)
            after = masa.fund(total, rule, leaving=leaver)
            assert after.gap == 0
            for payer in payers:
                least = before[payer].amount - Decimal("0.01")  # a penny is a rounding
                assert payer == leaver or after[payer].amount >= least


class TestGrowth:
    """Growth is reckoned exactly from the first total, and rounded once."""

    @given(totals, st.decimals(-100, 100, places=2), st.integers(1, 6))
    def test_no_total_is_further_than_half_a_penny_from_the_exact_one(
        self, total: Decimal, growth: Decimal, years: int
    ) -> None:
        rule = masa.FundingRule(payers=["a", "b"])
        found = masa.fund_years(total, rule, growth=growth, years=years)
        for place, year in enumerate(found):
            exact = Fraction(total) * (1 + Fraction(growth) / 100) ** place
            assert abs(Fraction(year.scenario.total) - exact) <= Fraction(1, 200)
            assert year.scenario.gap == 0


class TestMeasures:
    """A measure is no verdict: nothing that ought to be is called met or not met."""

    @given(strategies.measured_budgets())
    def test_nothing_is_judged(self, found: masa.FundingMeasures) -> None:
        for one in found.findings:
            assert one.answer is not masa.Answer.NO
            assert one.answer is masa.Answer.UNKNOWN or "should" not in one.claim

    @given(strategies.measured_budgets())
    def test_the_kinds_pay_what_is_paid(self, found: masa.FundingMeasures) -> None:
        values = [one.value for one in found["Share by kind"]]
        known = [value.only for value in values if value.is_settled]
        if known and masa.Stated() not in values:
            assert abs(sum(known, Decimal(0)) - 100) < Decimal("0.05")
