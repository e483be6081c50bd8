"""The register of holidays agrees with the rules of the law and with others."""

from collections import Counter
from datetime import date, timedelta

import holidays as others
import pytest
from dateutil.easter import easter

import masa
from masa.ground.logic import Answer

REGISTER = {holiday.day: holiday for holiday in masa.bank_holidays()}
YEARS = range(2010, 2029)
ADDED = {
    date(2011, 4, 29): date(2010, 11, 23),
    date(2012, 6, 5): date(2010, 1, 5),
    date(2022, 6, 3): date(2020, 11, 12),
    date(2022, 9, 19): date(2022, 9, 10),
    date(2023, 5, 8): date(2022, 11, 6),
}
MOVED = {
    date(2012, 6, 4): (date(2012, 5, 28), date(2010, 1, 5)),
    date(2020, 5, 8): (date(2020, 5, 4), date(2019, 6, 7)),
    date(2022, 6, 2): (date(2022, 5, 30), date(2020, 11, 12)),
}
CONFIRMED = {date(2020, 11, 12), date(2022, 9, 10), date(2022, 11, 6)}


def _monday(year: int, month: int, first: int) -> date:
    day = date(year, month, first)
    return day + timedelta(days=-day.weekday() % 7)


def _by_rule(year: int) -> set[date]:
    """Write the rules out again, with nothing of ours."""
    good_friday = easter(year) - timedelta(days=2)
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    days = {good_friday, easter(year) + timedelta(days=1)}
    days |= {_monday(year, 5, 1), _monday(year, 5, 25), _monday(year, 8, 25)}
    for day in fixed:
        while day.weekday() > 4 or day in days:
            day += timedelta(days=1)  # noqa: PLW2901 (the next weekday that is free)
        days.add(day)
    return days


class TestTheRegister:
    @pytest.mark.parametrize("year", YEARS)
    def test_is_what_the_rules_make_with_the_days_added_and_moved(
        self, year: int
    ) -> None:
        gone = {old for old, _ in MOVED.values()}
        expected = (_by_rule(year) - gone) | {
            day for day in (*ADDED, *MOVED) if day.year == year
        }
        assert {day for day in REGISTER if day.year == year} == expected

    @pytest.mark.parametrize("year", YEARS)
    def test_agrees_with_a_package_in_wide_use(self, year: int) -> None:
        theirs = others.country_holidays("GB", subdiv="ENG", years=year)
        weekdays = {day for day in theirs if day.weekday() <= 4}
        assert {day for day in REGISTER if day.year == year} == weekdays

    def test_has_157_days_in_order_each_once(self) -> None:
        days = [holiday.day for holiday in masa.bank_holidays()]
        assert len(days) == 157
        assert days == sorted(set(days))
        assert all(day.weekday() <= 4 for day in days)

    def test_says_when_what_does_not_recur_became_public(self) -> None:
        announced = ADDED | {day: known for day, (_, known) in MOVED.items()}
        found = {d: one.announced for d, one in REGISTER.items() if not one.by_rule}
        assert found == announced

    def test_marks_the_days_of_announcement_that_are_only_recalled(self) -> None:
        for one in masa.bank_holidays():
            if one.announced:
                confirmed = one.announced in CONFIRMED
                assert (one.announced_evidence is masa.Evidence.RESTATED) is confirmed
                assert "not verified" in one.to_text() or confirmed

    def test_says_which_day_a_moved_one_replaces(self) -> None:
        moved = {d: one.instead_of for d, one in REGISTER.items() if one.instead_of}
        assert moved == {day: old for day, (old, _) in MOVED.items()}
        assert not set(moved.values()) & set(REGISTER)


class TestTheBasis:
    """Interpretation of the 1971 Act, s.1 and Sch 1 para 1."""

    @pytest.mark.parametrize(
        ("day", "basis"),
        [
            (date(2026, 12, 25), "common law"),
            (date(2026, 4, 3), "common law"),
            (date(2026, 4, 6), "statute"),
            (date(2026, 5, 25), "statute"),
            (date(2026, 8, 31), "statute"),
            (date(2026, 1, 1), "proclamation"),
            (date(2026, 5, 4), "proclamation"),
            (date(2026, 12, 28), "proclamation"),
            (date(2027, 12, 27), "statute"),
            (date(2027, 12, 28), "proclamation"),
            (date(2022, 12, 26), "statute"),
            (date(2022, 12, 27), "statute"),
            (date(2022, 9, 19), "proclamation"),
        ],
        ids=str,
    )
    def test_of_a_day(self, day: date, basis: str) -> None:
        assert REGISTER[day].basis.value == basis

    def test_every_day_cites_the_act(self) -> None:
        sources = Counter(one.source.instrument for one in masa.bank_holidays())
        assert sources == {"Banking and Financial Dealings Act 1971": 157}


class TestWhatWasKnown:
    def test_a_day_that_recurs_by_rule_always_was(self) -> None:
        assert REGISTER[date(2028, 12, 25)].known_on(date(2010, 1, 1)) is Answer.YES

    def test_the_state_funeral_was_not_before_it_was_announced(self) -> None:
        funeral = REGISTER[date(2022, 9, 19)]
        assert funeral.known_on(date(2022, 9, 9)) is Answer.NO
        assert funeral.known_on(date(2022, 9, 10)) is Answer.YES

    def test_is_asked_of_a_day(self) -> None:
        with pytest.raises(masa.KindError):
            REGISTER[date(2028, 12, 25)].known_on(2028)  # type: ignore[arg-type] # on purpose

    def test_a_day_of_announcement_that_is_not_known_stays_unknown(self) -> None:
        day = masa.BankHoliday(
            day=date(2022, 9, 19),
            name="A day",
            basis=masa.HolidayBasis.PROCLAMATION,
            source=masa.Citation.from_text(
                "Banking and Financial Dealings Act 1971, s.1(3)"
            ),
            evidence=masa.Evidence.RESTATED,
            by_rule=False,
        )
        assert day.known_on(date(2022, 9, 19)) is Answer.UNKNOWN
        assert "a day that is not known" in day.to_text()

    def test_is_shown_as_a_table_reads_it(self) -> None:
        row = REGISTER[date(2020, 5, 8)].to_records()[0]
        assert row["announced"] == "7 June 2019 (recalled, not verified)"
        assert row["instead of"] == "4 May 2020"
        assert str(REGISTER[date(2020, 5, 8)]).startswith("8 May 2020: May Day (")
