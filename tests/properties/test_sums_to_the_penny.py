"""Money is exact and shares add up to the whole."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from masa.ground.errors import MasaError
from masa.ground.money import in_pounds, to_balance, to_pence, to_pounds
from masa.ground.shares import half_up, largest_remainder

pence = st.integers(-(10**14), 10**14)
weights = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=2),
    st.integers(0, 12),
    min_size=1,
    max_size=6,
).filter(lambda drawn: any(drawn.values()))
units = st.integers(-40, 200)


class TestMoney:
    """Money is pounds reckoned in whole pence, quantised on entry."""

    @given(pence, st.integers(1, 50))
    def test_keeps_every_penny_whatever_precision_others_set(
        self, number: int, precision: int
    ) -> None:
        amount = Decimal(number).scaleb(-2)
        with localcontext() as context:
            context.prec = precision
            read = to_balance(amount)
            assert to_pence(read) == number
        assert read == amount
        assert str(read) == str(to_balance(str(read)))
        assert read.as_tuple().exponent == -2

    @given(pence)
    def test_is_printed_without_loss(self, number: int) -> None:
        printed = in_pounds(Decimal(number).scaleb(-2))
        bare = printed.replace("£", "").replace(",", "")
        assert to_pence(to_balance(bare)) == number
        assert printed.startswith("-") == (number < 0)

    @given(st.floats() | st.booleans() | st.none() | st.binary(max_size=3))
    def test_takes_nothing_that_is_not_exact(self, value: object) -> None:
        with pytest.raises(MasaError):
            to_pounds(value)

    @given(
        st.decimals()
        | st.text("0123456789.-+eE_ ,Nainf", max_size=12)
        | st.integers(-(10**15), 10**15)
    )
    def test_is_an_amount_that_somebody_pays_or_an_error(self, value: object) -> None:
        try:
            amount = to_pounds(value)
        except MasaError:
            return
        assert 0 <= amount <= 10**12
        assert amount == Decimal(str(value))
        assert not amount.is_signed()
        assert str(amount).partition(".")[2].isdigit()


class TestLargestRemainder:
    """Shares of a sum add up to the sum, to the penny."""

    @given(weights, units)
    def test_adds_up_and_keeps_to_the_quota(
        self, drawn: dict[str, int], whole: int
    ) -> None:
        shares = largest_remainder(drawn, whole).units
        assert sum(shares.values()) == whole
        assert shares.keys() == drawn.keys()
        for name, share in shares.items():
            quota = Fraction(drawn[name] * whole, sum(drawn.values()))
            assert share in (floor(quota), ceil(quota))
            assert share == 0 or drawn[name]

    @given(weights, units, st.randoms(use_true_random=False))
    def test_the_order_of_rows_never_matters(
        self, drawn: dict[str, int], whole: int, random: object
    ) -> None:
        rows = sorted(drawn.items(), key=lambda row: hash((str(random), row)))
        again = largest_remainder(dict(reversed(rows)), whole)
        assert again == largest_remainder(drawn, whole)

    @given(weights, units)
    def test_a_larger_weight_never_gets_less(
        self, drawn: dict[str, int], whole: int
    ) -> None:
        assume(whole >= 0)
        shares = largest_remainder(drawn, whole).units
        for one, more in drawn.items():
            for two, less in drawn.items():
                assert more <= less or shares[one] >= shares[two]

    @given(weights, units)
    def test_a_tie_is_told_if_and_only_if_it_decided(
        self, drawn: dict[str, int], whole: int
    ) -> None:
        made = largest_remainder(drawn, whole)
        rest = {
            name: Fraction(weight * whole, sum(drawn.values())) % 1
            for name, weight in drawn.items()
        }
        gained = {
            name
            for name, weight in drawn.items()
            if made.units[name] > floor(Fraction(weight * whole, sum(drawn.values())))
        }
        decided = {
            rest[one]
            for one in gained
            for two in rest.keys() - gained
            if rest[one] == rest[two]
        }
        assert set(made.tied) == {name for name in rest if rest[name] in decided}
        assert list(made.tied) == sorted(made.tied)


class TestHalfUp:
    """Each share is rounded by itself, halves up."""

    @given(weights, units)
    def test_is_the_nearest_whole_unit(self, drawn: dict[str, int], whole: int) -> None:
        made = half_up(drawn, whole)
        assert made.tied == ()
        for name, share in made.units.items():
            quota = Fraction(drawn[name] * whole, sum(drawn.values()))
            assert quota - Fraction(1, 2) < share <= quota + Fraction(1, 2)
