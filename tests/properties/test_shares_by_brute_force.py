"""Every way of sharing a small sum is tried, and the rule of each policy picks one.

The exact reference is written with fractions and knows nothing of the code.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from math import ceil, floor

import pytest

from masa.ground.bounds import Bound, Sharing, can_be_kept, conflict, quotas
from masa.ground.shares import AllocationPolicy, TieRule, apportion

NAMES = ("a", "b", "c")
Claim = tuple[int, Fraction]
Units = tuple[int, ...]
BY_QUOTA = (AllocationPolicy.LARGEST_REMAINDER, AllocationPolicy.FIRST_COME)
WITHOUT_ORDER = [
    policy for policy in AllocationPolicy if policy is not AllocationPolicy.FIRST_COME
]
WEIGHTS = [found for found in product(range(7), repeat=3) if any(found)]
FEW = [found for found in product(range(4), repeat=3) if any(found)]
BOUNDS: list[tuple[Units, Units]] = [
    ((0, 0, 0), (9, 9, 9)),
    ((2, 0, 0), (9, 9, 9)),
    ((0, 0, 0), (1, 9, 9)),
    ((0, 1, 1), (9, 1, 9)),
    ((0, 2, 0), (2, 3, 9)),
    ((1, 1, 1), (2, 2, 2)),
    ((0, 0, 2), (1, 1, 9)),
]


def _first(weight: int, by: int) -> Claim:
    """Compare a claim; what is divided by nothing comes first, larger weights first."""
    return (0, Fraction(weight, by)) if by else (1, Fraction(weight))


CLAIMS: dict[AllocationPolicy, Callable[[int, int], Claim]] = {
    AllocationPolicy.DHONDT: lambda w, held: _first(w, held + 1),
    AllocationPolicy.WEBSTER: lambda w, held: _first(w, 2 * held + 1),
    AllocationPolicy.ADAMS: _first,
    AllocationPolicy.HUNTINGTON_HILL: lambda w, held: _first(w**2, held * (held + 1)),
}


def _shared(
    weights: Units,
    total: int,
    policy: AllocationPolicy,
    bounds: tuple[Units, Units] = ((), ()),
    rule: TieRule = TieRule.BY_NAME,
) -> Units:
    units, _ = apportion(NAMES, Sharing(weights, total, *bounds), policy, rule)
    return tuple(units)


def _greedy(weights: Units, most: int, policy: AllocationPolicy) -> Iterator[Units]:
    """Hand out one unit after the other, and yield what each has."""
    claim, units = CLAIMS[policy], [0, 0, 0]
    yield (0, 0, 0)
    for _ in range(most):
        open_ = [place for place, weight in enumerate(weights) if weight]
        best = max(
            open_, key=lambda place: (claim(weights[place], units[place]), -place)
        )
        units[best] += 1
        yield units[0], units[1], units[2]


def _largest_remainder(weights: Units, total: int) -> Units:
    exact = [Fraction(weight * total, sum(weights)) for weight in weights]
    units = [floor(quota) for quota in exact]
    order = sorted(range(3), key=lambda place: (units[place] - exact[place], place))
    for place in order[: total - sum(units)]:
        units[place] += 1
    return units[0], units[1], units[2]


class TestEverySumToAHundred:
    """All totals to 100, three payers, weights to 6: 34,542 cases for each policy."""

    @pytest.mark.parametrize("policy", CLAIMS)
    def test_a_divisor_method_hands_out_unit_by_unit(
        self, policy: AllocationPolicy
    ) -> None:
        for weights in WEIGHTS:
            for total, units in enumerate(_greedy(weights, 100, policy)):
                assert _shared(weights, total, policy) == units, (weights, total)

    def test_largest_remainder_is_that_of_fractions(self) -> None:
        for weights, total in product(WEIGHTS, range(101)):
            found = _shared(weights, total, AllocationPolicy.LARGEST_REMAINDER)
            assert found == _largest_remainder(weights, total)

    @pytest.mark.parametrize("policy", BY_QUOTA)
    def test_a_share_is_its_quota_rounded_down_or_up(
        self, policy: AllocationPolicy
    ) -> None:
        for weights, total in product(WEIGHTS, range(101)):
            units = _shared(weights, total, policy)
            assert sum(units) == total
            for weight, count in zip(weights, units, strict=True):
                quota = Fraction(weight * total, sum(weights))
                assert floor(quota) <= count <= ceil(quota)

    def test_whole_blocks_are_the_quotas_rounded_down(self) -> None:
        for weights, total in product(WEIGHTS, range(101)):
            units = _shared(weights, total, AllocationPolicy.WHOLE_BLOCKS)
            assert units == tuple(weight * total // sum(weights) for weight in weights)

    @pytest.mark.parametrize("policy", AllocationPolicy)
    def test_scaling_the_weights_changes_nothing(
        self, policy: AllocationPolicy
    ) -> None:
        for weights, total in product(WEIGHTS, range(0, 101, 7)):
            scaled = tuple(weight * 10**12 for weight in weights)
            assert _shared(scaled, total, policy) == _shared(weights, total, policy)

    @pytest.mark.parametrize("policy", WITHOUT_ORDER)
    def test_the_order_of_the_payers_never_matters(
        self, policy: AllocationPolicy
    ) -> None:
        orders = list(permutations(range(3)))
        for number, (weights, total) in enumerate(product(WEIGHTS, range(0, 101, 7))):
            order = orders[number % len(orders)]
            turned = Sharing([weights[place] for place in order], total)
            units, _ = apportion([NAMES[place] for place in order], turned, policy)
            given = dict(zip(order, units, strict=True))
            assert tuple(given[place] for place in range(3)) == _shared(
                weights, total, policy
            )

    @pytest.mark.parametrize("policy", WITHOUT_ORDER)
    def test_a_larger_weight_never_gets_less(self, policy: AllocationPolicy) -> None:
        for weights, total in product(WEIGHTS, range(101)):
            pairs = sorted(zip(weights, _shared(weights, total, policy), strict=True))
            for (less, few), (more, many) in pairwise(pairs):
                assert less == more or few <= many

    def test_one_more_unit_may_lower_a_share_by_largest_remainder(self) -> None:
        rule = AllocationPolicy.LARGEST_REMAINDER
        before, after = (_shared((6, 6, 2), total, rule) for total in (10, 11))
        assert (before[2], after[2]) == (2, 1)


def _fitting(weights: Units, least: Units, most: Units) -> tuple[Units, Units]:
    """Give nobody without a weight more than its least."""
    highs = (h if w else low for w, low, h in zip(weights, least, most, strict=True))
    return least, tuple(highs)


def _every_way(total: int, least: Units, most: Units) -> list[Units]:
    """Give every vector of whole units within bounds that makes a sum."""
    spans = (range(low, high + 1) for low, high in zip(least, most, strict=True))
    return [units for units in product(*spans) if sum(units) == total]


def _quotas(
    weights: Units, total: Fraction, least: Units, most: Units
) -> tuple[Fraction, ...]:
    """Try for each place whether it is free, or held up or down by its bound."""
    for held in product((None, 0, 1), repeat=3):
        ends = list(zip(least, most, strict=True))
        pins = [None if at is None else ends[n][at] for n, at in enumerate(held)]
        free = sum(w for w, pin in zip(weights, pins, strict=True) if pin is None)
        left = total - sum(pin for pin in pins if pin is not None)
        if not free:
            continue
        found = [Fraction(weight) * left / free for weight in weights]
        if all(
            low <= share <= high
            if at is None
            else (share >= high if at else share <= low)
            for share, at, (low, high) in zip(found, held, ends, strict=True)
        ):
            return tuple(
                share if pin is None else Fraction(pin)
                for share, pin in zip(found, pins, strict=True)
            )
    raise AssertionError((weights, total, least, most))


CASES = [
    pytest.param(least, most, id=f"from {least} to {most}") for least, most in BOUNDS
]


def _feasible(
    least: Units, most: Units
) -> Iterator[tuple[Units, int, tuple[Units, Units]]]:
    for weights, total in product(FEW, range(9)):
        bounds = _fitting(weights, least, most)
        if can_be_kept(Sharing(weights, total, *bounds)):
            yield weights, total, bounds


def _exact(sharing: Sharing) -> list[Fraction]:
    """Give the quotas as the code reckons them."""
    due, parts = quotas(sharing)
    return [Fraction(many, parts) for many in due]


def _off(units: Units, exact: Sequence[Fraction], power: int) -> Fraction:
    gaps = (abs(n - quota) for n, quota in zip(units, exact, strict=True))
    return sum((gap**power for gap in gaps), Fraction(0))


def _is_settled(
    units: Units,
    weights: Units,
    bounds: tuple[Units, Units],
    claim: Callable[[int, int], Claim],
) -> bool:
    """Say whether no unit could move to a larger claim."""
    rows = list(zip(units, weights, *bounds, strict=True))
    held = [claim(w, n - 1) for n, w, low, _ in rows if n > low]
    wanted = [claim(w, n) for n, w, _, high in rows if n < high]
    return not held or not wanted or min(held) >= max(wanted)


@pytest.mark.parametrize(("least", "most"), CASES)
class TestWithinBounds:
    """Floors and caps belong to the rule: the best way within them is found."""

    def test_what_can_be_kept_is_what_some_way_keeps(
        self, least: Units, most: Units
    ) -> None:
        for weights, total in product(FEW, range(9)):
            bounds = _fitting(weights, least, most)
            can = can_be_kept(Sharing(weights, total, *bounds))
            assert can == bool(_every_way(total, *bounds))

    def test_the_quotas_are_in_proportion_where_no_bound_holds_them(
        self, least: Units, most: Units
    ) -> None:
        for weights, total, bounds in _feasible(least, most):
            if total in {sum(bounds[0]), sum(bounds[1])}:
                continue  # only one way, and no rate is needed
            exact = tuple(_exact(Sharing(weights, total, *bounds)))
            assert exact == _quotas(weights, Fraction(total), *bounds)
            assert sum(exact) == total

    def test_largest_remainder_is_nearest_to_the_quotas(
        self, least: Units, most: Units
    ) -> None:
        for weights, total, bounds in _feasible(least, most):
            exact = _exact(Sharing(weights, total, *bounds))
            ways = _every_way(total, *bounds)
            off = {way: _off(way, exact, 2) for way in ways}
            best = max(way for way in ways if off[way] == min(off.values()))
            units = _shared(weights, total, AllocationPolicy.LARGEST_REMAINDER, bounds)
            assert units == best  # of equal ones that of the first name
            assert _off(units, exact, 1) == min(_off(way, exact, 1) for way in ways)

    @pytest.mark.parametrize("policy", CLAIMS)
    def test_by_a_divisor_no_unit_could_move_to_a_larger_claim(
        self, policy: AllocationPolicy, least: Units, most: Units
    ) -> None:
        for weights, total, bounds in _feasible(least, most):
            ways = [
                way
                for way in _every_way(total, *bounds)
                if _is_settled(way, weights, bounds, CLAIMS[policy])
            ]
            assert _shared(weights, total, policy, bounds) == max(ways)

    def test_the_remainders_go_to_the_first_or_are_left(
        self, least: Units, most: Units
    ) -> None:
        for weights, total, bounds in _feasible(least, most):
            exact = _exact(Sharing(weights, total, *bounds))
            wholes = tuple(map(floor, exact))
            blocks = _shared(weights, total, AllocationPolicy.WHOLE_BLOCKS, bounds)
            first = _shared(weights, total, AllocationPolicy.FIRST_COME, bounds)
            assert blocks == wholes
            gained = [n - w for n, w in zip(first, wholes, strict=True)]
            owed = [n for n, quota in enumerate(exact) if quota > wholes[n]]
            assert [n for n, more in enumerate(gained) if more] == owed[: sum(gained)]
            assert sum(first) == total


def _conflicts(
    total: int, weights: Mapping[str, int], bounds: Mapping[tuple[bool, Bound], int]
) -> int:
    """Try every set of bounds, the smallest first, until one cannot be kept."""
    asked = list(bounds)
    for size in range(len(asked) + 1):
        for taken in combinations(asked, size):
            lows = dict.fromkeys(weights, 0)
            highs = dict.fromkeys(weights, total)
            for is_low, bound in taken:
                name, units = bound[1], bounds[is_low, bound]
                lows[name] = max(lows[name], units) if is_low else lows[name]
                highs[name] = highs[name] if is_low else min(highs[name], units)
            spans = ((lows[name], highs[name]) for name in weights)
            if not _every_way(total, *zip(*spans, strict=True)):
                return size
    return 0


class TestConflict:
    """What cannot be kept is told by the smallest set of bounds that cannot."""

    def test_no_smaller_set_conflicts(self) -> None:
        weights = dict.fromkeys(NAMES, 1)
        some = (None, 0, 2, 5)
        found = set()
        for asked in product(some, repeat=5):
            low_a, low_b, high_a, high_b, high_c = asked
            lows = {("floor", "a"): low_a, ("floor", "b"): low_b}
            highs = {("cap", "a"): high_a, ("cap", "b"): high_b, ("cap", "c"): high_c}
            lows_given = {bound: n for bound, n in lows.items() if n is not None}
            highs_given = {bound: n for bound, n in highs.items() if n is not None}
            for total in (0, 3, 4, 8):
                sharing = Sharing(tuple(weights.values()), total)
                clash = conflict(sharing, lows_given, highs_given)
                every = {(True, bound): n for bound, n in lows_given.items()}
                every |= {(False, bound): n for bound, n in highs_given.items()}
                smallest = _conflicts(total, weights, every)
                assert len(clash) == smallest
                mine = {key: n for key, n in every.items() if key[1] in clash}
                assert _conflicts(total, weights, mine) == smallest
                found.add(clash)
        assert len(found) > 10

    def test_a_fixed_sum_is_a_floor_and_a_cap(self) -> None:
        sharing = Sharing((1, 1), 9)
        fixed = {("fixed sum", "a"): 5}
        assert conflict(sharing, fixed, fixed) == ()
        assert conflict(sharing, fixed, fixed | {("cap", "a"): 4}) == (
            ("fixed sum", "a"),
            ("cap", "a"),
        )
        assert conflict(sharing, fixed | {("floor", "a"): 6}, fixed) == (
            ("floor", "a"),
            ("fixed sum", "a"),
        )
