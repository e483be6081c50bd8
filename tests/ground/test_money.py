"""Money is exact: pounds to the penny, and nothing that only looks like them."""

from decimal import Decimal

import pytest

from masa.ground.errors import AmountError, KindError
from masa.ground.money import in_pounds, to_balance, to_pence, to_pounds


class TestToPounds:
    @pytest.mark.parametrize(
        ("value", "amount"),
        [
            pytest.param(97_000, "97000.00", id="whole pounds"),
            pytest.param("97000.5", "97000.50", id="text with one decimal"),
            pytest.param("007", "7.00", id="text with leading zeros"),
            pytest.param("0.010", "0.01", id="a needless zero is not finer"),
            pytest.param(Decimal("0.01"), "0.01", id="one penny"),
            pytest.param(Decimal("1E+3"), "1000.00", id="a decimal with an exponent"),
            pytest.param(10**12, "1000000000000.00", id="the most"),
            pytest.param(0, "0.00", id="nothing"),
            pytest.param(Decimal("-0"), "0.00", id="minus nothing is nothing"),
            pytest.param("-0.00", "0.00", id="also as text"),
        ],
    )
    def test_reads_an_exact_amount(self, value: object, amount: str) -> None:
        assert str(to_pounds(value)) == amount

    @pytest.mark.parametrize("value", [97.5, 0.0, True, False, None, [1], b"1", 1j])
    def test_refuses_another_kind(self, value: object) -> None:
        with pytest.raises(KindError, match="is not an amount of money"):
            to_pounds(value)

    @pytest.mark.parametrize(
        "value",
        [
            "1_000",
            "1e5",
            " 5",
            "5 ",
            "+5",
            "5.",
            ".5",
            "",
            "1,000",
            "£5",
            "NaN",
            "\u0665",
        ],
    )
    def test_refuses_text_that_python_would_read(self, value: str) -> None:
        with pytest.raises(AmountError, match="is not an amount of money"):
            to_pounds(value)

    @pytest.mark.parametrize(
        "value",
        [
            pytest.param(Decimal("NaN"), id="not a number"),
            pytest.param(Decimal("sNaN"), id="a signalling not-a-number"),
            pytest.param(Decimal("Infinity"), id="infinity"),
            pytest.param(10**13, id="ten times the most"),
            pytest.param("1000000000000.01", id="a penny more than the most"),
            pytest.param(10**5000, id="a number that Python will not print"),
            pytest.param(Decimal("1E+9999999"), id="a number that overflows"),
        ],
    )
    def test_refuses_what_nobody_pays(self, value: object) -> None:
        with pytest.raises(AmountError, match="is not one that anybody pays"):
            to_pounds(value)

    @pytest.mark.parametrize(
        "value",
        ["0.001", Decimal("0.005"), Decimal("1E-9999999"), "1." + "0" * 50 + "1"],
    )
    def test_refuses_less_than_a_penny(self, value: object) -> None:
        with pytest.raises(AmountError, match="finer than a penny"):
            to_pounds(value)

    @pytest.mark.parametrize("value", [-1, "-0.01", Decimal(-5)])
    def test_refuses_a_debt(self, value: object) -> None:
        with pytest.raises(AmountError, match="is negative"):
            to_pounds(value)


class TestToBalance:
    def test_may_be_negative(self) -> None:
        assert str(to_balance("-12.5")) == "-12.50"
        assert to_balance(-(10**12)) == -(10**12)

    def test_ends_at_the_most_on_both_sides(self) -> None:
        with pytest.raises(AmountError, match="anybody pays"):
            to_balance("-1000000000000.01")


class TestPrinting:
    @pytest.mark.parametrize(
        ("amount", "printed"),
        [
            pytest.param("278600", "£278,600", id="whole pounds without pence"),
            pytest.param("278600.00", "£278,600", id="also where pence are nought"),
            pytest.param("0.5", "£0.50", id="pence with two places"),
            pytest.param("-1234.05", "-£1,234.05", id="the sign before the pound"),
            pytest.param("0", "£0", id="nothing"),
            pytest.param("-0.00", "£0", id="minus nothing without a sign"),
        ],
    )
    def test_prints_as_english_does(self, amount: str, printed: str) -> None:
        assert in_pounds(Decimal(amount)) == printed

    def test_counts_pence(self) -> None:
        assert to_pence(Decimal("1.05")) == 105
        assert to_pence(Decimal("-0.99")) == -99
