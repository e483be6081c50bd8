"""Strategies for who is to pay what: rules, what they come to, and measures."""

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.strategies.sums import KINDS, PAYERS_MOST, RULES
from masa.strategies.values import amounts, draws, names, sources

__all__ = [
    "funding_lines",
    "funding_measures",
    "funding_outlooks",
    "funding_rules",
    "funding_scenarios",
    "funding_years",
    "measured_budgets",
]

UNITS = ("0.01", "1", "500")
UNITS_MOST = 10**6
EDITIONS = ("WT2018", "WT2023", "WT2026")
_parts = st.sampled_from(("fixed", "floor", "cap", "both", "free", "free"))
_units = st.integers(0, 3) | st.integers(0, UNITS_MOST)
_weights = st.integers(1, 3) | st.decimals(0, 1000, places=2)
_kinds: SearchStrategy[str] = st.sampled_from(KINDS)


@draws(masa.FundingRule)
@st.composite
def funding_rules(draw: DrawFn) -> masa.FundingRule:
    """Draw rules: fixed sums, floors, caps, equal or by weight, a residual payer."""
    payers = draw(st.lists(names(), min_size=1, max_size=PAYERS_MOST, unique=True))
    unit = Decimal(draw(st.sampled_from(UNITS)))
    residual = draw(st.none() | st.sampled_from(payers))
    parts = {payer: draw(_parts) for payer in payers if payer != residual}
    if residual is not None:  # else nothing is ever left over
        parts = {
            payer: "both" if part in {"free", "floor"} else part
            for payer, part in parts.items()
        }
    sums = {payer: draw(_units) * unit for payer in parts}
    sharers = [payer for payer, part in parts.items() if part != "fixed"]
    weights = {payer: draw(_weights) for payer in sharers}
    by_weight = draw(st.booleans()) and any(weights.values())
    return masa.FundingRule(
        payers=payers,
        fixed={who: sums[who] for who in parts if parts[who] == "fixed"},
        weights=weights if by_weight else {},
        kinds={who: draw(_kinds) for who in sharers} if draw(st.booleans()) else {},
        floors={who: sums[who] for who in sums if parts[who] in {"floor", "both"}},
        caps={
            who: sums[who] + draw(_units) * unit
            for who in sums
            if parts[who] in {"cap", "both"}
        },
        residual=residual,
        unit=unit,
        ties=draw(st.sampled_from(RULES)),
    )


def _total(draw: DrawFn, rule: masa.FundingRule) -> Decimal:
    """Draw a total that the fixed sums and floors leave room for."""
    least = sum((amount for _, amount in (*rule.fixed, *rule.floors)), Decimal(0))
    return least + draw(_units) * rule.unit


@st.composite
def _budgets(draw: DrawFn, payers: list[str]) -> masa.Budget:
    lines = []
    for payer in draw(st.lists(st.sampled_from(payers) | names(), max_size=4)):
        amount = masa.Stated[Decimal]()
        if draw(st.booleans()):
            amount = masa.stated(draw(amounts(max_value=UNITS_MOST)))
        lines.append(masa.Contribution(payer=payer, amount=amount))
    return masa.Budget(contributions=tuple(lines))


@draws(masa.FundingScenario)
@st.composite
def funding_scenarios(draw: DrawFn) -> masa.FundingScenario:
    """Draw what a rule comes to, of a sum or beside a budget; somebody may leave."""
    rule = draw(funding_rules())
    total = _total(draw, rule)
    payers = list(rule.payers)
    money = draw(st.none() | _budgets(payers))
    if money is None:
        return masa.fund(total, rule)
    return masa.fund(money, rule, total=total)


@draws(masa.FundingLine)
def funding_lines() -> SearchStrategy[masa.FundingLine]:
    """Draw what one body would pay, beside what it pays today."""
    return funding_scenarios().flatmap(lambda one: st.sampled_from(one.lines))


@draws(masa.FundingYears)
@st.composite
def funding_outlooks(draw: DrawFn) -> masa.FundingYears:
    """Draw what a rule comes to over several years of growth."""
    rule = draw(funding_rules())
    growth = draw(st.decimals(0, 50, places=2))
    years = draw(st.integers(1, 4))
    return masa.fund_years(_total(draw, rule), rule, growth=growth, years=years)


@draws(masa.FundingYear)
def funding_years() -> SearchStrategy[masa.FundingYear]:
    """Draw one year of several."""
    return funding_outlooks().flatmap(lambda one: st.sampled_from(one.years))


@cache
def _barnet() -> masa.Arrangement:
    return masa.examples.load("barnet")


@draws(masa.FundingMeasures)
@st.composite
def measured_budgets(draw: DrawFn) -> masa.FundingMeasures:
    """Draw measures of any budget, perhaps for each child or against a basis."""
    barnet = _barnet()
    payers = [line.payer for line in barnet.budgets[0].contributions]
    budget = draw(_budgets(payers) | st.sampled_from(barnet.budgets))
    children = draw(st.none() | st.integers(1, UNITS_MOST))
    return masa.funding_measures(
        budget,
        barnet,
        children=None
        if children is None
        else masa.stated(children, at=draw(sources())),
        basis=draw(st.none() | st.just(masa.FundingRule(payers=["A", "B"]))),
        edition=draw(st.sampled_from(EDITIONS)),
    )


@draws(masa.FundingMeasure)
def funding_measures() -> SearchStrategy[masa.FundingMeasure]:
    """Draw one number about who pays."""
    return measured_budgets().flatmap(lambda one: st.sampled_from(one.measures))
