"""Amounts within bounds: what rounding allows, sums, differences, and the untold."""

from decimal import Decimal

import pytest

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import AmountError, KindError, RangeError

THOUSAND = 1_000


@pytest.mark.parametrize(
    ("amount", "to_nearest", "least", "most"),
    [
        pytest.param(97_000, THOUSAND, "96500", "97499.99", id="97k"),
        pytest.param(-97_000, THOUSAND, "-97499.99", "-96500", id="a deficit mirrors"),
        pytest.param(0, THOUSAND, "-499.99", "499.99", id="nought on both sides"),
        pytest.param("97.50", 0, "97.50", "97.50", id="not rounded"),
        pytest.param("97.51", "0.01", "97.51", "97.51", id="to the penny"),
        pytest.param("0.05", "0.05", "0.03", "0.07", id="an odd number of pence"),
        pytest.param("-0.05", "0.05", "-0.07", "-0.03", id="an odd deficit"),
    ],
)
def test_what_is_rounded_lies_within_bounds(
    amount: int | str, to_nearest: int | str, least: str, most: str
) -> None:
    found = AmountRange.rounded(amount, to_nearest=to_nearest)
    assert (found.least, found.most) == (Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (AmountRange.exactly(5), "£5"),
        (AmountRange(least=1, most="2.50"), "£1 to £2.50"),
        (AmountRange(least="1.50", most="101.49"), "£1.50 to £101.49"),
        (AmountRange(least="1.50", most="101.51"), "£1 to £102"),
        (AmountRange(least="-101.51", most="-1.50"), "-£102 to -£1"),
        (AmountRange(least=1), "at least £1"),
        (AmountRange(least=5, most=5, standings=["proposed"]), "£5 (proposed)"),
        (
            AmountRange(least=5, not_stated=("A",), standings=["proposed", "agreed"]),
            "at least £5 (proposed), not counting A",
        ),
        (AmountRange(most=1), "at most £1"),
        (AmountRange(), "not known"),
        (AmountRange(not_stated=("A", "B")), "not known; not told: A and B"),
        (
            AmountRange(least=1, not_stated=("A", "B")),
            "at least £1, not counting A and B",
        ),
    ],
)
def test_an_amount_says_how_far_it_is_known(amount: AmountRange, words: str) -> None:
    assert str(amount) == words


def test_only_what_is_wholly_counted_is_exact() -> None:
    assert AmountRange.exactly(5).is_exact
    assert not AmountRange(least=1, most=2).is_exact
    assert not AmountRange(least=1, most=1, not_stated=("A",)).is_exact
    assert not AmountRange(least=1).is_bounded
    assert not AmountRange(most=1).is_bounded
    assert not AmountRange().is_exact


def test_pounds_without_pence_need_both_bounds() -> None:
    with pytest.raises(RangeError, match="at least £1 has not both bounds"):
        _ = AmountRange(least=1).in_whole_pounds


def test_what_is_not_firm_is_told_of_a_sum_once() -> None:
    one = AmountRange(least=5, most=5, standings=["proposed"])
    both = one - AmountRange(least=1, most=1, standings=["conditional", "proposed"])
    assert str(both) == "£4 (proposed; conditional)"
    with pytest.raises(KindError, match="is not a standing"):
        AmountRange(standings=["sure"])


def test_bounds_add_up_and_what_is_untold_stays_untold() -> None:
    one, other = AmountRange(least=1, most=2), AmountRange(least=3, not_stated=("A",))
    assert sum([one, one]) == AmountRange(least=2, most=4)
    assert one + other == AmountRange(least=4, not_stated=("A",))
    assert one - one == AmountRange(least=-1, most=1)
    assert other - one == AmountRange(least=1, not_stated=("A",))
    assert one - other == AmountRange(most=-1, not_stated=("A",))


def test_nothing_but_an_amount_within_bounds_can_be_added() -> None:
    with pytest.raises(TypeError):
        AmountRange.exactly(5) + 5  # type: ignore[operator] # on purpose
    with pytest.raises(TypeError):
        AmountRange.exactly(5) - 5  # type: ignore[operator] # on purpose
    with pytest.raises(TypeError):
        _ = 5 + AmountRange.exactly(5)


def test_a_sum_may_be_larger_than_any_amount_that_is_paid() -> None:
    most = AmountRange.exactly(10**12)
    assert (most + most).least == 2 * 10**12


@pytest.mark.parametrize(
    ("bound", "error"),
    [
        (Decimal("2000000000000.001"), AmountError),
        (Decimal("1E+30"), AmountError),
        (Decimal("Infinity"), AmountError),
        (Decimal("NaN"), AmountError),
        (Decimal("0.001"), AmountError),
        (0.5, KindError),
    ],
)
def test_a_bound_that_is_no_amount_is_refused(
    bound: object, error: type[Exception]
) -> None:
    with pytest.raises(error):
        AmountRange(least=bound)


def test_bounds_that_cross_are_refused() -> None:
    with pytest.raises(RangeError, match="at least £2 is more than at most £1"):
        AmountRange(least=2, most=1)
