"""A sum is shared exactly, whatever is shared, by whatever rule, within any bounds."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.bounds import Sharing, can_be_kept, quotas
from masa.ground.shares import AllocationPolicy, apportion

DIVISORS: dict[AllocationPolicy, Callable[[int], Fraction]] = {
    AllocationPolicy.DHONDT: lambda held: Fraction(held + 1),
    AllocationPolicy.WEBSTER: lambda held: Fraction(2 * held + 1, 2),
    AllocationPolicy.ADAMS: lambda held: Fraction(held),  # noqa: PLW0108 (typed)
    AllocationPolicy.HUNTINGTON_HILL: lambda held: Fraction(held * (held + 1)),
}
weights = st.lists(st.integers(0, 5) | st.integers(0, 10**6), min_size=1, max_size=4)
some_weights = weights.filter(any)
NAMES = "abcd"


@st.composite
def sharings(draw: st.DrawFn, most_units: int = 60) -> Sharing:
    """Draw what can be shared within bounds, a few units among a few."""
    drawn = draw(some_weights)
    least = draw(st.lists(st.integers(0, 9), min_size=len(drawn), max_size=len(drawn)))
    most = [
        low + draw(st.integers(0, most_units)) if weight else low
        for weight, low in zip(drawn, least, strict=True)
    ]
    total = draw(st.integers(sum(least), sum(most)))
    return Sharing(drawn, total, least, [min(high, total) for high in most])


def claim(policy: AllocationPolicy, weight: int, held: int) -> tuple[int, Fraction]:
    """Give a claim as a fraction; one divided by nothing comes before every other."""
    by = DIVISORS[policy](held)
    power = 2 if policy is AllocationPolicy.HUNTINGTON_HILL else 1
    return (0, weight**power / by) if by else (1, Fraction(weight))


class TestAgainstFractions:
    """The whole numbers inside say what exact fractions say."""

    @given(sharings(), st.sampled_from(list(DIVISORS)))
    def test_a_divisor_method_awards_unit_by_unit(
        self, sharing: Sharing, policy: AllocationPolicy
    ) -> None:
        units = list(sharing.least)
        for _ in range(sharing.sum - sum(units)):
            claims = {
                place: claim(policy, sharing.weights[place], held)
                for place, held in enumerate(units)
                if held < sharing.most[place]
            }
            units[max(claims, key=claims.__getitem__)] += 1
        found, tie = apportion(NAMES, sharing, policy)
        assert list(found) == units
        held = [
            claim(policy, weight, many - 1)
            for weight, many, low in zip(
                sharing.weights, units, sharing.least, strict=True
            )
            if many > low
        ]
        wanted = [
            claim(policy, weight, many)
            for weight, many, high in zip(
                sharing.weights, units, sharing.most, strict=True
            )
            if many < high
        ]
        is_tied = bool(held and wanted) and min(held) == max(wanted)
        assert (tie is not None) == is_tied

    @given(sharings(10**9))
    def test_the_quotas_are_those_in_proportion_within_the_bounds(
        self, sharing: Sharing
    ) -> None:
        due, parts = quotas(sharing)
        exact = [Fraction(many, parts) for many in due]
        assert sum(exact) == sharing.sum
        rows = list(
            zip(exact, sharing.weights, sharing.least, sharing.most, strict=True)
        )
        assert all(low <= share <= high for share, _, low, high in rows)
        for (one, w1, low, _), (two, w2, _, high) in product(rows, repeat=2):
            if one > low and two < high and w1 and w2:
                assert one / w1 <= two / w2  # nobody could take from a better placed

    @given(sharings(10**9))
    def test_largest_remainder_rounds_the_quotas(self, sharing: Sharing) -> None:
        due, parts = quotas(sharing)
        units, tie = apportion(NAMES, sharing)
        assert sum(units) == sharing.sum
        rows = list(zip(due, units, strict=True))
        up = [many % parts for many, n in rows if n > many // parts]
        down = [many % parts for many, n in rows if n == many // parts]
        assert len(up) + len(down) == len(units)
        assert all(up)
        assert not up or not down or min(up) >= max(down)
        assert (tie is not None) == (bool(up and down) and min(up) == max(down))
        assert parts > 0


class TestEveryAllocation:
    """What `allocate` gives adds up and keeps what was asked."""

    @given(strategies.allocations())
    def test_adds_up_within_the_bounds(self, shared: masa.Allocation) -> None:
        assert sum(shared.shares.values()) + shared.left_over == shared.total
        if shared.policy is not AllocationPolicy.WHOLE_BLOCKS:
            assert shared.left_over == 0
        assert 0 <= shared.left_over < shared.unit * 2 * len(shared)
        for share in shared.shares.values():
            assert share % shared.unit == 0
        least = shared.least or [0] * len(shared)
        most = shared.most or shared.units
        for low, many, high in zip(least, shared.units, most, strict=True):
            assert low <= many <= high

    @given(strategies.allocations())
    def test_a_weight_of_zero_gets_what_is_asked(self, shared: masa.Allocation) -> None:
        least = shared.least or [0] * len(shared)
        for weight, many, low in zip(shared.weights, shared.units, least, strict=True):
            assert weight or many == low

    @given(strategies.allocations())
    def test_is_explained_and_told_without_a_crash(
        self, shared: masa.Allocation
    ) -> None:
        assert shared.explain().to_text().startswith(str(shared)[:20])
        for tie in shared.ties:
            assert 0 < tie.units < len(tie.names)
            assert str(tie)
        rows = shared.to_records()
        assert [Decimal(row["share"]) for row in rows] == list(shared.shares.values())

    @given(
        st.dictionaries(st.sampled_from(NAMES), st.integers(0, 9), min_size=1).filter(
            lambda drawn: any(drawn.values())
        ),
        st.integers(0, 200),
        st.integers(1, 10**9),
        st.randoms(use_true_random=False),
        st.sampled_from(
            [one for one in AllocationPolicy if one is not AllocationPolicy.FIRST_COME]
        ),
        st.sampled_from(["by-name", "larger-weight"]),
    )
    def test_neither_order_nor_scale_matters(  # noqa: PLR0913, PLR0917 (all are drawn)
        self,
        drawn: dict[str, int],
        total: int,
        scale: int,
        random: object,
        policy: AllocationPolicy,
        rule: str,
    ) -> None:
        rows = sorted(drawn.items(), key=lambda row: hash((str(random), row)))
        one = masa.allocate(total, drawn, policy=policy, ties=rule, unit=1)
        two = masa.allocate(
            total,
            [(name, weight * scale) for name, weight in rows],
            policy=policy,
            ties=rule,
            unit=1,
        )
        assert one.shares == two.shares
        assert one.ties == two.ties

    @given(some_weights, st.integers(0, 200), st.sampled_from(list(DIVISORS)))
    def test_by_a_divisor_one_more_unit_lowers_no_share(
        self, drawn: list[int], total: int, policy: AllocationPolicy
    ) -> None:
        before, _ = apportion(NAMES, Sharing(drawn, total), policy)
        after, _ = apportion(NAMES, Sharing(drawn, total + 1), policy)
        assert all(old <= new for old, new in zip(before, after, strict=True))

    @given(some_weights, st.integers(0, 10**9))
    def test_a_share_by_quota_is_the_quota_rounded(
        self, drawn: list[int], total: int
    ) -> None:
        for policy in (AllocationPolicy.LARGEST_REMAINDER, AllocationPolicy.FIRST_COME):
            units, _ = apportion(NAMES, Sharing(drawn, total), policy)
            for weight, many in zip(drawn, units, strict=True):
                quota = Fraction(weight * total, sum(drawn))
                assert floor(quota) <= many <= ceil(quota)


@given(sharings())
def test_what_is_drawn_can_be_kept(sharing: Sharing) -> None:
    assert can_be_kept(sharing)
