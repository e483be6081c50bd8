"""Durations never mix their units; counts are known within bounds."""

from decimal import Decimal
from typing import Any

import pytest

from masa.ground.durations import Duration, Unit, whole
from masa.ground.errors import KindError, RangeError, TextError, UnitError
from masa.ground.quantities import Count, to_number, to_percent


class TestWhole:
    @pytest.mark.parametrize("value", [0, 1, 10**12])
    def test_keeps_a_whole_number(self, value: int) -> None:
        assert whole(value) == value

    @pytest.mark.parametrize("value", [True, 2.0, "2", None, Decimal(2)])
    def test_refuses_another_kind(self, value: object) -> None:
        with pytest.raises(KindError, match="is not a whole number"):
            whole(value)

    @pytest.mark.parametrize(
        "value", [-1, 10**12 + 1, pytest.param(10**5000, id="too long to print")]
    )
    def test_refuses_a_number_out_of_range(self, value: int) -> None:
        with pytest.raises(RangeError, match="is out of range"):
            whole(value)


class TestToNumber:
    @pytest.mark.parametrize(
        ("value", "number"),
        [
            pytest.param(1, "1", id="a whole number"),
            pytest.param("0.75", "0.75", id="two decimals"),
            pytest.param(Decimal("0.5"), "0.5", id="a decimal"),
            pytest.param(1000, "1000", id="the most"),
            pytest.param("1000.00", "1000", id="the most with noughts"),
            pytest.param(0, "0", id="none"),
            pytest.param(Decimal("1E+2"), "100", id="a decimal with noughts"),
        ],
    )
    def test_reads_an_exact_number(self, value: object, number: str) -> None:
        assert str(to_number(value)) == number

    @pytest.mark.parametrize("value", [0.5, True, None, [1]])
    def test_refuses_another_kind(self, value: object) -> None:
        with pytest.raises(KindError, match="is not a number"):
            to_number(value)

    @pytest.mark.parametrize(
        "value",
        [
            -1,
            1001,
            "1000.01",
            "0.125",
            "1e2",
            " 1",
            "",
            "\u0665",
            "NaN",
            pytest.param(10**5000, id="too long to print"),
            Decimal("NaN"),
            Decimal("1E+999999"),
            Decimal("1E-999999"),
        ],
    )
    def test_refuses_what_is_no_such_number(self, value: object) -> None:
        with pytest.raises(RangeError, match=r"from 0 to 1,000 with at most two dec"):
            to_number(value)


class TestToPercent:
    @pytest.mark.parametrize(
        ("value", "number"),
        [
            pytest.param("33.333", "33.333", id="three decimals"),
            pytest.param("33.3333333333333", "33.3333333333333", id="a spreadsheet's"),
            pytest.param("13.50", "13.5", id="a nought at the end"),
            pytest.param("1000.000", "1000", id="the most"),
            pytest.param(Decimal("1E-7"), "1E-7", id="very little"),
            pytest.param(70, "70", id="a whole number"),
        ],
    )
    def test_reads_a_share_as_finely_as_it_is_printed(
        self, value: object, number: str
    ) -> None:
        assert str(to_percent(value)) == number

    @pytest.mark.parametrize("value", ["1000.0001", "-1", "1." + "0" * 16, "33,3"])
    def test_refuses_what_is_no_share(self, value: object) -> None:
        with pytest.raises(
            RangeError, match=r"from 0 to 1,000 with at most fifteen dec"
        ):
            to_percent(value)

    def test_refuses_a_float(self) -> None:
        with pytest.raises(KindError, match="is not a number"):
            to_percent(33.3)


class TestUnit:
    @pytest.mark.parametrize(
        "value", [Unit.WORKING_DAYS, "working days", "working day"]
    )
    def test_is_made_of_its_word(self, value: object) -> None:
        assert Unit.of(value) is Unit.WORKING_DAYS

    @pytest.mark.parametrize("value", ["day s", "Days", "fortnights", "", 1, None, []])
    def test_is_made_of_no_other(self, value: object) -> None:
        with pytest.raises(KindError, match="is not a unit of time"):
            Unit.of(value)

    def test_shows_as_code(self) -> None:
        assert repr(Unit.HOURS) == "Unit.HOURS"


class TestDuration:
    @pytest.mark.parametrize(
        ("number", "unit", "text"),
        [
            (15, Unit.WORKING_DAYS, "15 working days"),
            (1, Unit.WORKING_DAYS, "1 working day"),
            (0, Unit.HOURS, "0 hours"),
            (10**12, Unit.YEARS, "1000000000000 years"),
        ],
    )
    def test_is_read_as_it_is_printed(self, number: int, unit: Unit, text: str) -> None:
        assert str(Duration(number, unit)) == text
        assert Duration.from_text(text) == Duration(number, unit)

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            pytest.param("soon", RangeError, id="no number"),
            pytest.param("15", RangeError, id="no unit"),
            pytest.param("-1 days", RangeError, id="a negative number"),
            pytest.param("1.5 days", RangeError, id="a part of a day"),
            pytest.param("\u0665 days", RangeError, id="digits of another script"),
            pytest.param("9999999999999 days", RangeError, id="too many"),
            pytest.param("2 fortnights", KindError, id="another unit"),
        ],
    )
    def test_refuses_another_text(self, text: str, error: type[Exception]) -> None:
        with pytest.raises(error):
            Duration.from_text(text)

    def test_takes_the_word_of_a_unit(self) -> None:
        given: dict[str, Any] = {"number": 2, "unit": "week"}
        assert Duration(**given) == Duration(2, Unit.WEEKS)

    def test_of_one_unit_adds_and_compares(self) -> None:
        two, three = Duration(2, Unit.DAYS), Duration(3, Unit.DAYS)
        assert two + three == Duration(5, Unit.DAYS)
        assert two < three
        assert two <= three <= Duration(3, Unit.DAYS)
        assert not three < three  # noqa: PLR0124 (strictly less)
        assert not three <= two

    def test_of_different_units_never_mix(self) -> None:
        days, working = Duration(7, Unit.DAYS), Duration(7, Unit.WORKING_DAYS)
        assert days != working
        with pytest.raises(UnitError, match="7 days and 7 working days"):
            days + working
        with pytest.raises(UnitError):
            assert days < working
        with pytest.raises(UnitError):
            assert days <= working


class TestCount:
    @pytest.mark.parametrize(
        ("count", "printed"),
        [
            (Count.exactly(6), "6"),
            (Count.one_of(24, 6, 6), "6 or 24"),
            (Count(2, 5), "2 to 5"),
            (Count(2), "at least 2"),
            (Count.unknown(), "unknown"),
            (Count.unknown("the chair"), "unknown, not counting the chair"),
            (Count(2, 5, (), ("a", "b", "a")), "2 to 5, not counting a and b"),
        ],
    )
    def test_prints_what_is_known(self, count: Count, printed: str) -> None:
        assert str(count) == printed

    @pytest.mark.parametrize(
        ("one", "other", "together"),
        [
            pytest.param(
                Count.one_of(6, 24),
                Count.exactly(4),
                Count.one_of(10, 28),
                id="readings add one by one",
            ),
            pytest.param(Count(1, 2), Count(3, 5), Count(4, 7), id="bounds add"),
            pytest.param(
                Count.one_of(6, 24), Count(1, 2), Count(7, 26), id="readings and bounds"
            ),
            pytest.param(Count(1, 2), Count(3), Count(4), id="an open end stays open"),
            pytest.param(Count(3), Count(1, 2), Count(4), id="on either side"),
            pytest.param(
                Count.unknown("a"),
                Count(1, 1, (), ("b", "a")),
                Count(1, None, (), ("a", "b")),
                id="what is not stated is kept once",
            ),
            pytest.param(
                Count.one_of(*range(0, 40, 10)),
                Count.one_of(*range(4)),
                Count.one_of(*(10 * ten + one for ten in range(4) for one in range(4))),
                id="sixteen readings are still listed",
            ),
            pytest.param(
                Count.one_of(*range(0, 50, 10)),
                Count.one_of(*range(4)),
                Count(0, 43),
                id="twenty readings become bounds",
            ),
        ],
    )
    def test_adds(self, one: Count, other: Count, together: Count) -> None:
        assert one + other == together

    def test_is_known_if_it_is_one_number_and_complete(self) -> None:
        assert Count.exactly(6).is_known
        assert not Count.one_of(6, 24).is_known
        assert not Count(6, 6, (), ("the chair",)).is_known
        assert not Count.unknown().is_known

    def test_of_equal_bounds_is_one_number(self) -> None:
        assert Count(6, 6) == Count.exactly(6) == Count.one_of(6)
        assert Count(6, 6).readings == (6,)

    @pytest.mark.parametrize(
        ("parts", "error"),
        [
            pytest.param({"least": 3, "most": 2}, RangeError, id="crossed bounds"),
            pytest.param({"least": -1}, RangeError, id="a negative bound"),
            pytest.param(
                {"least": 1, "most": 3, "readings": (2, 3)},
                RangeError,
                id="readings that begin above the least",
            ),
            pytest.param(
                {"least": 1, "most": 3, "readings": (1, 2)},
                RangeError,
                id="readings that end below the most",
            ),
            pytest.param(
                {"least": 1, "readings": (1, 2)},
                RangeError,
                id="readings without a most",
            ),
            pytest.param({"least": True}, KindError, id="a bound that is no number"),
            pytest.param(
                {"least": 1, "most": 2.0}, KindError, id="a most that is none"
            ),
            pytest.param(
                {"least": 1, "not_stated": ("",)}, TextError, id="a nameless omission"
            ),
        ],
    )
    def test_refuses_what_no_count_can_be(
        self, parts: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            Count(**parts)

    def test_of_no_readings_is_refused(self) -> None:
        with pytest.raises(RangeError, match="no reading is given"):
            Count.one_of()
