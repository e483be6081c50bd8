"""Strategies for sums that are shared: by every policy, with ties, bounds and kinds."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.strategies.values import draws, names

__all__ = ["allocations", "ties"]

PAYERS_MOST = 6
WEIGHT_MOST = 10**6
UNITS_MOST = 10**9
UNITS = ("0.01", "0.5", "1", "500")
KINDS = ("council", "health", "police")
RULES = tuple(rule for rule in masa.TieRule if rule is not masa.TieRule.REFUSE)


@draws(masa.Tie)
@st.composite
def ties(draw: DrawFn) -> masa.Tie:
    """Draw equal claims, of which some get a unit and some do not."""
    tied = draw(st.lists(names(), min_size=2, max_size=PAYERS_MOST, unique=True))
    return masa.Tie(
        names=tuple(tied),
        units=draw(st.integers(1, len(tied) - 1)),
        rule=draw(st.sampled_from(RULES)),
        among=draw(st.sampled_from(("payers", "kinds"))),
    )


@draws(masa.Allocation)
@st.composite
def allocations(draw: DrawFn) -> masa.Allocation:
    """Draw sums that are shared, by any policy, perhaps by kind or within bounds."""
    payers = draw(st.lists(names(), min_size=1, max_size=PAYERS_MOST, unique=True))
    weights = {payer: draw(_weights) for payer in payers}
    if not any(weights.values()):
        weights[payers[0]] = 1
    unit = Decimal(draw(st.sampled_from(UNITS)))
    total = draw(st.integers(0, 20) | st.integers(0, UNITS_MOST)) * unit
    policy = draw(st.sampled_from(masa.AllocationPolicy))
    rule = draw(st.sampled_from(RULES))
    kinds = draw(st.none() | st.fixed_dictionaries(dict.fromkeys(payers, _kinds)))
    free = masa.allocate(
        total, weights, policy=policy, groups=kinds, unit=unit, ties=rule
    )
    if not draw(st.booleans()):
        return free
    floors = {payer: draw(st.integers(0, n)) * unit for payer, n in _units(free)}
    has_room = policy is not masa.AllocationPolicy.WHOLE_BLOCKS  # for what is left over
    capped = _units(free) if has_room else ()
    caps = {payer: (n + draw(_weights)) * unit for payer, n in capped}
    return masa.allocate(
        total,
        weights,
        policy=policy,
        groups=kinds,
        floors=floors,
        caps=caps,
        unit=unit,
        ties=rule,
    )


_weights = st.integers(0, 3) | st.integers(0, WEIGHT_MOST)
_kinds: SearchStrategy[str] = st.sampled_from(KINDS)


def _units(shared: masa.Allocation) -> list[tuple[str, int]]:
    return list(zip(shared.payers, shared.units, strict=True))
