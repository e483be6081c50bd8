"""A time axis marks days, weeks, months or years, as there is room."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from masa.ground.time_scale import Scale, short_day, tiers

START = date(2026, 12, 1)


def marked(days: int, width: float = 625) -> tuple[list[str], list[str]]:
    """Give the labels above and below of an axis of so many days."""
    ends = (START, START + timedelta(days=days))
    above, ticks = tiers(Scale.around(ends, left=0, right=width))
    return [tick.label for tick in above], [tick.label for tick in ticks]


def test_prints_a_day_briefly() -> None:
    assert short_day(date(2027, 1, 6)) == "6 Jan 2027"


class TestScale:
    def test_leaves_room_at_both_ends(self) -> None:
        scale = Scale.around([START], left=100, right=216)
        assert (scale.first, scale.last) == (
            START.toordinal() - 1,
            START.toordinal() + 1,
        )
        assert scale.x(START) == 158
        assert scale.covers(START + timedelta(days=1))
        assert not scale.covers(START + timedelta(days=2))

    @pytest.mark.parametrize("days", [[], [date.min]], ids=["no day", "first day"])
    def test_begins_no_earlier_than_time(self, days: list[date]) -> None:
        scale = Scale.around(days, left=0, right=100)
        assert (scale.first, scale.last) == (1, 2)

    def test_ends_no_later_than_time(self) -> None:
        scale = Scale.around([date.max], left=0, right=100)
        assert date.fromordinal(scale.last) == date.max
        assert scale.x(date.max) == 92

    def test_holds_what_lies_between_its_ends(self) -> None:
        scale = Scale.around([START], left=10, right=100)
        assert scale.holds(10, 100)
        assert not scale.holds(9, 100)
        assert not scale.holds(10, 101)


class TestTicks:
    def test_of_a_week_name_the_days(self) -> None:
        above, ticks = marked(5)
        assert above == ["Nov 2026", "Dec 2026"]
        assert ticks[:3] == ["Mon 30", "Tue 1", "Wed 2"]

    def test_of_three_weeks_number_the_days(self) -> None:
        above, ticks = marked(20)
        assert above == ["Dec 2026"]
        assert ticks[:3] == ["30", "1", "2"]

    def test_of_a_quarter_number_the_mondays(self) -> None:
        above, ticks = marked(90)
        assert above == ["Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"]
        assert ticks[:4] == ["30", "7", "14", "21"]

    def test_of_a_year_name_the_months(self) -> None:
        above, ticks = marked(365)
        assert above == ["2026", "2027"]
        assert ticks[:4] == ["Dec", "Jan", "Feb", "Mar"]

    @pytest.mark.parametrize(
        ("days", "names"),
        [
            pytest.param(600, ["Jan", "Mar", "May"], id="every second month"),
            pytest.param(1000, ["Jan", "Apr", "Jul"], id="every third month"),
            pytest.param(1600, ["Jan", "Jul", "Jan"], id="every half year"),
        ],
    )
    def test_of_some_years_name_some_months(self, days: int, names: list[str]) -> None:
        assert marked(days)[1][:3] == names

    @pytest.mark.parametrize(
        ("years", "names"),
        [
            pytest.param(10, ["2027", "2028", "2029"], id="every year"),
            pytest.param(20, ["2028", "2030", "2032"], id="every second year"),
            pytest.param(50, ["2030", "2035", "2040"], id="every fifth year"),
            pytest.param(7900, ["2000", "3000", "4000"], id="every thousandth year"),
        ],
    )
    def test_of_many_years_name_the_years_and_nothing_above(
        self, years: int, names: list[str]
    ) -> None:
        above, ticks = marked(years * 365)
        assert above == []
        assert ticks[:3] == names

    def test_of_no_room_at_all_name_what_they_can(self) -> None:
        above, ticks = marked(7900 * 365, width=20)
        assert above == []
        assert ticks == ["2000", "4000", "6000", "8000"]

    def test_within_one_month_name_it_at_the_start(self) -> None:
        ends = (date(2026, 12, 7), date(2026, 12, 10))
        (start,), _ = tiers(Scale.around(ends, left=30, right=600))
        assert (start.label, start.x) == ("Dec 2026", 30)

    @pytest.mark.parametrize("width", [300, 625, 1500])
    @pytest.mark.parametrize(
        "days", [0, 1, 3, 9, 30, 100, 365, 1000, 4000, 9999, 10**6]
    )
    def test_never_reach_the_next_one(self, days: int, width: float) -> None:
        ends = (START, START + timedelta(days=days))
        for tier in tiers(Scale.around(ends, left=0, right=width)):
            for tick, following in pairwise(tier):
                assert tick.end < following.x
