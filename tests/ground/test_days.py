"""The calendar of working days agrees with NumPy, with others and with itself."""

import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from threading import Barrier
from typing import Any, Literal

import holidays as others
import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa.ground.closures import Closure, DayStatus
from masa.ground.days import WorkingCalendar, england
from masa.ground.errors import (
    CoverageError,
    DateError,
    KindError,
    RangeError,
    TextError,
    UnknownNameError,
)
from masa.ground.spans import long_day

Ask = Callable[[WorkingCalendar], object]

ONE_DAY = timedelta(days=1)
FIRST, LAST_REGISTERED, LAST = date(2010, 1, 1), date(2028, 12, 31), date(2040, 12, 31)
REGISTER = frozenset(holiday.day for holiday in masa.bank_holidays())
FRIDAY = date(2026, 12, 11)
CHRISTMAS = date(2026, 12, 25)
BOXING_DAY = date(2026, 12, 26)  # a Saturday, so Monday 28 December is closed
FUNERAL = date(2022, 9, 19)
AFTER = date(2029, 1, 2)  # the first working day after the register
FAR = date(2029, 10, 15)  # the two hundredth


def every_day(first: date = FIRST, last: date = LAST_REGISTERED) -> list[date]:
    """Give every day from a first to a last one."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def fresh() -> WorkingCalendar:
    """Make a calendar of England that has not looked beyond its register yet."""
    return evolve(england())


def day_of(holiday: masa.BankHoliday) -> str:
    """Name a case by the day of its holiday."""
    return long_day(holiday.day)


def theirs(year: int) -> set[date]:
    """Give the weekdays of a year that a package in wide use calls holidays."""
    found = others.country_holidays("GB", subdiv="ENG", years=year)
    return {day for day in found if day.weekday() <= 4}


numbers = st.integers(1, 60)
registered = st.dates(FIRST, LAST_REGISTERED)
inner = st.dates(date(2011, 1, 1), date(2027, 12, 31))
working = inner.filter(england().is_working_day)


class TestAgainstNumPy:
    """The definition in SI 2005/1533, reg 2: weekends and the register are left out."""

    DAYS = np.arange("2010-01-01", "2029-01-01", dtype="datetime64[D]")
    BUSDAYS = np.busdaycalendar("1111100", sorted(REGISTER))

    def test_every_day_is_a_working_day_in_both_or_in_neither(self) -> None:
        ours = [england().is_working_day(day) for day in self.DAYS.tolist()]
        assert np.array_equal(ours, np.is_busday(self.DAYS, busdaycal=self.BUSDAYS))

    @pytest.mark.parametrize(
        ("numbers", "roll"),
        [
            pytest.param(range(1, 61), "backward", id="on"),
            pytest.param(range(-60, 0), "forward", id="back"),
        ],
    )
    def test_every_day_and_number_give_the_same_day(
        self, numbers: range, roll: Literal["backward", "forward"]
    ) -> None:
        add, calendar = england().add, self.BUSDAYS
        for n in numbers:
            found = np.busday_offset(self.DAYS, n, roll=roll, busdaycal=calendar)
            inside = (self.DAYS[0] <= found) & (found <= self.DAYS[-1])
            assert inside.sum() > len(self.DAYS) - 100
            ours = [add(day, n) for day in self.DAYS[inside].tolist()]
            assert ours == found[inside].tolist()

    @given(registered, registered)
    def test_the_count_of_days_is_the_same(self, after: date, through: date) -> None:
        first, last = sorted((after, through))
        expected = np.busday_count(
            np.datetime64(first + ONE_DAY),
            np.datetime64(last + ONE_DAY),
            busdaycal=self.BUSDAYS,
        )
        assert england().count(first, last) == expected


class TestAdding:
    @pytest.mark.parametrize(
        ("day", "n", "expected"),
        [
            pytest.param("2026-12-11", 15, "2027-01-06", id="over Christmas"),
            pytest.param("2027-01-06", -15, "2026-12-11", id="and back again"),
            pytest.param("2026-12-11", 1, "2026-12-14", id="over a weekend"),
            pytest.param("2026-12-26", 1, "2026-12-29", id="from a Saturday"),
            pytest.param("2026-12-26", -1, "2026-12-24", id="back from a Saturday"),
            pytest.param("2026-12-11", 0, "2026-12-11", id="nothing"),
            pytest.param("2026-12-26", 0, "2026-12-26", id="nothing to a Saturday"),
            pytest.param("2010-01-01", 1, "2010-01-04", id="from the first day"),
            pytest.param("2040-12-31", -1, "2040-12-28", id="back from the last day"),
        ],
    )
    def test_takes_dates_and_iso_text(self, day: str, n: int, expected: str) -> None:
        assert england().add(day, n) == date.fromisoformat(expected)
        assert england().add(date.fromisoformat(day), n) == date.fromisoformat(expected)

    def test_takes_whole_numbers_of_another_library(self) -> None:
        fifteen: int = np.int64(15)  # type: ignore[assignment] # it is an index
        assert england().add(FRIDAY, fifteen) == date(2027, 1, 6)
        assert england().add("2026-12-11", fifteen) == date(2027, 1, 6)

    @pytest.mark.parametrize("day", [FRIDAY, "2026-12-11"], ids=["a date", "text"])
    @pytest.mark.parametrize(
        "n", [True, False, 1.0, -1.0, 0.0, "1", None, float("nan")]
    )
    def test_refuses_what_is_no_whole_number(self, day: date | str, n: object) -> None:
        with pytest.raises(KindError, match="is not a whole number; write digits"):
            england().add(day, n)  # type: ignore[arg-type] # that is the question

    @pytest.mark.parametrize("n", [-60, -7, -1, 1, 2, 15, 60])
    def test_a_later_day_never_gives_an_earlier_result(self, n: int) -> None:
        days = every_day(date(2010, 6, 1), date(2028, 6, 30))
        results = [england().add(day, n) for day in days]
        assert all(earlier <= later for earlier, later in pairwise(results))

    @given(inner, st.integers(-60, 60), st.integers(-60, 60))
    def test_more_days_never_give_an_earlier_result(
        self, day: date, a: int, b: int
    ) -> None:
        fewer, more = sorted((a, b))
        assert england().add(day, fewer) <= england().add(day, more)

    @given(working, st.integers(-60, 60), st.integers(-60, 60))
    def test_two_steps_from_a_working_day_are_one(
        self, day: date, a: int, b: int
    ) -> None:
        assert england().add(england().add(day, a), b) == england().add(day, a + b)

    @given(inner, numbers, numbers)
    def test_two_steps_on_from_any_day_are_one(self, day: date, a: int, b: int) -> None:
        assert england().add(england().add(day, a), b) == england().add(day, a + b)

    @given(inner, numbers, inner)
    def test_one_more_holiday_never_makes_a_deadline_earlier(
        self, day: date, n: int, closed: date
    ) -> None:
        more = england().with_extra(closed, name="A day", source="a proclamation")
        assert more.add(day, n) >= england().add(day, n)
        assert more.add(day, -n) <= england().add(day, -n)

    @pytest.mark.parametrize(
        ("day", "n"),
        [
            pytest.param(FIRST, -1, id="before the first day"),
            pytest.param("2010-01-04", -1, id="before the first working day"),
            pytest.param("2040-12-31", 1, id="after the last day"),
            pytest.param(FRIDAY, 10**30, id="far after it"),
            pytest.param(FRIDAY, -(10**30), id="far before it"),
            pytest.param(FRIDAY, 10**12, id="after the last day by far"),
        ],
    )
    def test_does_not_go_beyond_what_is_covered(self, day: date | str, n: int) -> None:
        with pytest.raises(CoverageError, match="working days from") as caught:
            england().add(day, n)
        assert (caught.value.first, caught.value.last) == (FIRST, LAST)
        assert "it reaches from 1 January 2010 to 31 December 2040" in str(caught.value)


class TestCounting:
    @pytest.mark.parametrize("n", [-60, -15, -2, -1, 0, 1, 2, 15, 60])
    def test_is_the_inverse_of_adding_on_every_day(self, n: int) -> None:
        count, add = england().count, england().add
        days = every_day(date(2010, 6, 1), date(2028, 12, 31))
        assert {count(day, add(day, n)) for day in days} == {n}

    @pytest.mark.parametrize(
        ("after", "through", "expected"),
        [
            pytest.param("2026-12-11", "2027-01-06", 15, id="over Christmas"),
            pytest.param("2027-01-06", "2026-12-11", -15, id="and back again"),
            pytest.param("2026-12-11", "2026-12-13", 0, id="to a Sunday"),
            pytest.param("2026-12-13", "2026-12-11", -1, id="back from a Sunday"),
            pytest.param("2026-12-11", "2026-12-11", 0, id="to the day itself"),
        ],
    )
    def test_takes_dates_and_iso_text(
        self, after: str, through: str, expected: int
    ) -> None:
        first, last = date.fromisoformat(after), date.fromisoformat(through)
        assert england().count(after, through) == expected
        assert england().count(first, through) == expected
        assert england().count(after, last) == expected
        assert england().count(first, last) == expected

    @given(registered, registered)
    def test_counts_the_days_that_are_listed(self, one: date, other: date) -> None:
        first, last = sorted((one, other))
        forth, back = england().count(first, last), england().count(last, first)
        listed = england().days(first, last)
        assert forth == len(listed) - england().is_working_day(first)
        assert -back == len(listed) - england().is_working_day(last)


class TestListing:
    @given(registered, st.integers(-10, 400))
    def test_gives_the_working_days_from_one_to_another(
        self, start: date, length: int
    ) -> None:
        end = min(max(start + timedelta(days=length), FIRST), LAST_REGISTERED)
        expected = filter(england().is_working_day, every_day(start, end))
        assert england().days(start, end) == tuple(expected)

    def test_takes_iso_text(self) -> None:
        assert england().days("2026-12-24", "2026-12-29") == (
            date(2026, 12, 24),
            date(2026, 12, 29),
        )


class TestWhatIsNoDay:
    @pytest.mark.parametrize(
        ("day", "error", "said"),
        [
            pytest.param(
                datetime(2026, 12, 11, tzinfo=UTC), KindError, "is a time", id="a time"
            ),
            pytest.param(20261211, KindError, "is not a day", id="a number"),
            pytest.param(None, KindError, "is not a day", id="nothing"),
            pytest.param("2026-02-29", DateError, "no day 29", id="no such day"),
            pytest.param("11/12/2026", DateError, "is not a day", id="other text"),
            pytest.param("2026-1-1", DateError, "is not a day", id="digits left out"),
            pytest.param("2201-01-01", DateError, "outside 1900", id="no such year"),
            pytest.param("2009-12-31", CoverageError, "not covered", id="too early"),
            pytest.param(date(2041, 1, 1), CoverageError, "not covered", id="too late"),
        ],
    )
    def test_is_refused_by_every_question(
        self, day: date, error: type[Exception], said: str
    ) -> None:
        calendar = england()
        for ask in (
            lambda: calendar.is_working_day(day),
            lambda: calendar.add(day, 1),
            lambda: calendar.add(day, 0),
            lambda: calendar.add(day, -1),
            lambda: calendar.count(day, FRIDAY),
            lambda: calendar.count(FRIDAY, day),
            lambda: calendar.count(day, day),
            lambda: calendar.days(day, FRIDAY),
            lambda: calendar.days(FRIDAY, day),
            lambda: calendar.why(day),
            lambda: calendar.with_extra(day, name="A day", source="a note"),
            lambda: calendar.without(day, source="a note"),
        ):
            with pytest.raises(error, match=said):
                ask()

    def test_is_refused_as_the_day_of_knowledge(self) -> None:
        with pytest.raises(KindError, match="is a time"):
            england().known_on(datetime(2022, 9, 9, tzinfo=UTC))
        with pytest.raises(DateError):
            england().known_on("9 September 2022")


REASONS = {
    "2026-12-11": (
        "Friday 11 December 2026 is a working day: no holiday, as SI 2005/1533, reg 2 "
        "and SI 2010/959, reg 2 define it"
    ),
    "2026-12-26": "Saturday 26 December 2026 is not a working day: a Saturday",
    "2026-12-25": (
        "Friday 25 December 2026 is not a working day: Christmas Day (common law; "
        "Banking and Financial Dealings Act 1971, s.1(4))"
    ),
    "2026-04-06": (
        "Monday 6 April 2026 is not a working day: Easter Monday (statute; "
        "Banking and Financial Dealings Act 1971, Sch 1 para 1)"
    ),
}


class TestTheReason:
    @pytest.mark.parametrize(("day", "printed"), REASONS.items())
    def test_is_given_with_its_basis_in_law(self, day: str, printed: str) -> None:
        status = england().why(day)
        assert str(status) == printed
        assert status.is_projected is False
        assert status.is_working is england().is_working_day(day)

    @pytest.mark.parametrize("holiday", masa.bank_holidays(), ids=day_of)
    def test_of_each_registered_day_is_its_authority(
        self, holiday: masa.BankHoliday
    ) -> None:
        why = f"{holiday.name} ({holiday.basis.value}; {holiday.source})"
        expected = DayStatus(holiday.day, is_working=False, why=why)
        assert england().why(holiday.day) == expected

    def test_is_shown_as_a_table_reads_it(self) -> None:
        assert england().why(BOXING_DAY).to_records() == [
            {"day": "2026-12-26", "is working": "no", "why": "a Saturday"}
        ]


class TestAnExtraDay:
    LOCAL = england().with_extra(
        "2026-12-24", name="Office closed", source="notice of the council"
    )

    def test_is_closed_and_says_by_whom(self) -> None:
        assert not self.LOCAL.is_working_day("2026-12-24")
        why = self.LOCAL.why("2026-12-24").why
        assert why == "Office closed (added; notice of the council)"
        assert self.LOCAL.add("2026-12-23", 1) == date(2026, 12, 29)

    def test_leaves_the_other_calendar_as_it_was(self) -> None:
        assert england().is_working_day("2026-12-24")
        assert england() != self.LOCAL

    def test_takes_the_place_of_a_reason_that_was_there(self) -> None:
        closed = england().with_extra(CHRISTMAS, name="Closed", source="a notice")
        assert closed.why(CHRISTMAS).why == "Closed (added; a notice)"

    def test_changes_nothing_in_a_weekend(self) -> None:
        closed = england().with_extra(BOXING_DAY, name="Closed", source="a notice")
        assert closed.why(BOXING_DAY).why == "a Saturday"
        assert closed.add(FRIDAY, 15) == england().add(FRIDAY, 15)

    def test_may_lie_in_a_year_that_is_projected(self) -> None:
        closed = fresh().with_extra("2030-03-04", name="Closed", source="a notice")
        assert closed.why("2030-03-04").why == "Closed (added; a notice)"
        assert closed.add("2030-03-01", 1) == date(2030, 3, 5)
        closed = closed.with_extra("2030-12-25", name="Closed", source="a notice")
        assert closed.why("2030-12-25").why == "Closed (added; a notice)"

    def test_needs_a_name_and_a_source(self) -> None:
        with pytest.raises(TextError):
            england().with_extra(FRIDAY, name="", source="a notice")
        with pytest.raises(TextError):
            england().with_extra(FRIDAY, name="Closed", source="")


class TestAnOpenDay:
    OPEN = england().without("2026-12-28", source="the rota of the hospital")

    def test_is_a_working_day_and_says_by_whom(self) -> None:
        assert self.OPEN.is_working_day("2026-12-28")
        why = self.OPEN.why("2026-12-28").why
        assert why == "it is open (the rota of the hospital)"
        assert self.OPEN.add("2026-12-24", 1) == date(2026, 12, 28)

    def test_leaves_the_other_calendar_as_it_was(self) -> None:
        assert not england().is_working_day("2026-12-28")
        assert england() != self.OPEN

    def test_can_be_closed_again(self) -> None:
        again = self.OPEN.without(CHRISTMAS, source="the same").with_extra(
            "2026-12-28", name="Closed", source="a later notice"
        )
        assert again.why("2026-12-28").why == "Closed (added; a later notice)"
        assert again.is_working_day(CHRISTMAS)

    def test_opens_a_day_that_was_added(self) -> None:
        closed = england().with_extra(FRIDAY, name="Closed", source="a notice")
        assert closed.without(FRIDAY, source="a later one").is_working_day(FRIDAY)

    def test_may_lie_in_a_year_that_is_projected(self) -> None:
        calendar = fresh().without("2030-12-25", source="the rota")
        assert calendar.is_working_day("2030-12-25")
        assert not calendar.is_working_day("2030-12-26")

    def test_needs_a_source(self) -> None:
        with pytest.raises(TextError):
            england().without(CHRISTMAS, source="")


class TestWhatWasKnown:
    """The register says when each day that does not recur was announced."""

    def test_the_funeral_was_a_working_day_the_day_before(self) -> None:
        before = england().known_on("2022-09-09")
        assert before.is_working_day(FUNERAL)
        assert before.add("2022-09-16", 1) == FUNERAL
        assert not england().known_on(date(2022, 9, 10)).is_working_day(FUNERAL)

    @pytest.mark.parametrize("day", ["2020-11-11", "2010-01-01"])
    def test_the_spring_holiday_stood_in_may_before_it_moved(self, day: str) -> None:
        before = england().known_on(day)
        assert not before.is_working_day("2022-05-30")
        assert before.is_working_day("2022-06-02")
        assert before.is_working_day("2022-06-03")
        assert before.why("2022-05-30").why == (
            "Spring Bank Holiday (proclamation, as known before it was moved; "
            "Banking and Financial Dealings Act 1971, s.1(2))"
        )

    def test_it_stands_in_june_from_the_day_on_which_it_moved(self) -> None:
        after = england().known_on("2020-11-12")
        assert after.is_working_day("2022-05-30")
        assert not after.is_working_day("2022-06-02")
        assert not after.is_working_day("2022-06-03")

    def test_before_any_announcement_nothing_but_the_rules_was_known(self) -> None:
        before = england().known_on("2010-01-01")
        unheard = {one.day for one in masa.bank_holidays() if not one.by_rule}
        moved = {one.instead_of for one in masa.bank_holidays() if one.instead_of}
        closed = {
            day
            for day in every_day()
            if day.weekday() <= 4 and not before.is_working_day(day)
        }
        assert closed == (REGISTER - unheard) | moved

    def test_today_everything_is_known(self) -> None:
        assert england().known_on("2026-01-01") == england()

    def test_a_day_outside_the_calendar_is_not_brought_in(self) -> None:
        later = WorkingCalendar.from_holidays("GB", "ENG", first_year=2025)
        assert later.known_on("2010-01-01") == later

    def test_a_moved_day_that_is_not_held_is_not_put_back(self) -> None:
        bare = WorkingCalendar(title="Nowhere", closures=(), first=FIRST, last=LAST)
        assert bare.known_on("2010-01-01") == bare


ACROSS: dict[str, tuple[Ask, object]] = {
    "a holiday": (lambda c: c.is_working_day("2029-01-01"), False),
    "a working day": (lambda c: c.is_working_day(date(2035, 6, 5)), True),
    "one on": (lambda c: c.add(LAST_REGISTERED, 1), AFTER),
    "one on from text": (lambda c: c.add("2028-12-31", 1), AFTER),
    "two hundred on": (lambda c: c.add(LAST_REGISTERED, 200), FAR),
    "one back": (lambda c: c.add(AFTER, -1), date(2028, 12, 29)),
    "one on from there": (lambda c: c.add(AFTER, 1), date(2029, 1, 3)),
    "none from there": (lambda c: c.add(AFTER, 0), AFTER),
    "a count": (lambda c: c.count(LAST_REGISTERED, FAR), 200),
    "a count back": (lambda c: c.count(FAR, AFTER), -199),
    "a count from text": (lambda c: c.count("2028-12-31", "2029-01-02"), 1),
    "a list": (lambda c: c.days(LAST_REGISTERED, AFTER), (AFTER,)),
    "an empty list": (lambda c: c.days(AFTER, LAST_REGISTERED), ()),
    "a reason": (lambda c: c.why(AFTER).is_projected, True),
}
BEYOND: dict[str, Ask] = {
    "a day": lambda c: c.is_working_day(date(2041, 1, 1)),
    "a day in text": lambda c: c.is_working_day("2041-01-01"),
    "one on": lambda c: c.add(LAST, 1),
    "four thousand on": lambda c: c.add(LAST_REGISTERED, 4000),
    "a count": lambda c: c.count(LAST, date(2041, 1, 2)),
    "a list": lambda c: c.days(LAST, date(2041, 1, 2)),
    "a reason": lambda c: c.why("2041-01-02"),
}


class TestTheYearsAhead:
    @pytest.mark.parametrize("year", range(2029, 2041))
    def test_agree_with_the_package_and_are_flagged(self, year: int) -> None:
        days = every_day(date(year, 1, 1), date(year, 12, 31))
        weekdays = {day for day in days if day.weekday() <= 4}
        expected = theirs(year)
        assert {d for d in weekdays if not england().is_working_day(d)} == expected
        assert all(england().why(day).is_projected for day in weekdays)
        assert all("; projected)" in england().why(day).why for day in expected)

    def test_say_where_they_come_from(self) -> None:
        assert str(england().why("2030-12-25")) == (
            "Wednesday 25 December 2030 is not a working day: Christmas Day (by rule; "
            "the package holidays, GB-ENG; projected)"
        )

    def test_begin_where_the_register_ends(self) -> None:
        assert england().projected_from == date(2029, 1, 1)
        assert not england().why("2028-12-29").is_projected
        assert england().why("2029-01-02").is_projected

    @pytest.mark.parametrize("has_asked", [False, True], ids=["at once", "later"])
    @pytest.mark.parametrize(("ask", "expected"), ACROSS.values(), ids=ACROSS)
    def test_are_there_whatever_was_asked_before(
        self, ask: Ask, expected: object, *, has_asked: bool
    ) -> None:
        calendar = fresh()
        if has_asked:
            assert calendar.is_working_day("2028-12-29")
            assert calendar.add(FRIDAY, 15) == date(2027, 1, 6)
        assert ask(calendar) == expected

    def test_change_no_answer_about_the_years_before(self) -> None:
        calendar = fresh()
        before = [calendar.add(day, 15) for day in every_day(last=date(2028, 11, 1))]
        assert calendar.add(date(2028, 12, 29), 15) == date(2029, 1, 22)
        after = [calendar.add(day, 15) for day in every_day(last=date(2028, 11, 1))]
        assert before == after

    def test_reach_to_the_end_of_2040(self) -> None:
        assert england().is_working_day("2040-12-31")
        assert fresh().add("2040-12-28", 1) == date(2040, 12, 31)

    @pytest.mark.parametrize("ask", BEYOND.values(), ids=BEYOND)
    def test_end_with_2040(self, ask: Ask) -> None:
        for calendar in (fresh(), england()):
            with pytest.raises(CoverageError, match="it reaches from 1 January 2010"):
                ask(calendar)

    def test_without_a_country_have_no_holidays(self) -> None:
        calendar = evolve(england(), projected_for=None)
        assert calendar.is_working_day("2030-12-25")
        assert not calendar.is_working_day("2028-12-25")


class TestValues:
    @pytest.mark.parametrize("has_looked_ahead", [False, True])
    def test_survive_pickling_and_copying(self, *, has_looked_ahead: bool) -> None:
        calendar = fresh().with_extra(FRIDAY, name="Closed", source="a notice")
        calendar = calendar.without(CHRISTMAS, source="the rota")
        if has_looked_ahead:
            assert not calendar.is_working_day("2030-12-25")
        for copied in (pickle.loads(pickle.dumps(calendar)), deepcopy(calendar)):  # noqa: S301 (our own)
            assert copied == calendar
            assert hash(copied) == hash(calendar)
            assert copied.add("2026-12-10", 1) == date(2026, 12, 14)
            assert copied.is_working_day(CHRISTMAS)
            assert not copied.is_working_day("2030-12-25")

    def test_are_equal_by_what_they_hold(self) -> None:
        looked = fresh()
        assert not looked.is_working_day("2030-12-25")
        assert looked == fresh() == england()
        assert len({looked, fresh(), england()}) == 1
        assert england().known_on("2022-09-09") != england()

    def test_do_not_mind_the_order_of_their_closures(self) -> None:
        turned = evolve(england(), closures=reversed(england().closures))
        assert turned == england()
        assert hash(turned) == hash(england())

    def test_cannot_be_changed(self) -> None:
        with pytest.raises(AttributeError):
            england().title = "Scotland"  # type: ignore[misc] # that is the question

    def test_are_made_once_for_england(self) -> None:
        assert england() is england()

    def test_print_in_short(self) -> None:
        assert str(england()) == "the calendar of England"
        shown = "<WorkingCalendar of England: 2010-01-01 to 2040-12-31>"
        assert repr(england()) == shown

    def test_are_shown_as_a_table_reads_them(self) -> None:
        assert england().to_records() == [
            {
                "calendar": "England",
                "covers": "1 January 2010 to 31 December 2040",
                "projected from": "1 January 2029",
                "weekend": "Saturday, Sunday",
                "closed days held": "157",
            }
        ]
        scotland = WorkingCalendar.from_holidays("GB", "SCT")
        assert "projected from" not in scotland.to_records()[0]


def answers(calendar: WorkingCalendar, day: date) -> tuple[object, ...]:
    """Ask everything about a day that may lie beyond the register."""
    return (
        calendar.add(day, 30),
        calendar.add(day, -30),
        calendar.is_working_day(day),
        calendar.count(FRIDAY, day),
        calendar.count(day, FRIDAY),
        calendar.days(FRIDAY, day),
        calendar.why(day),
    )


class TestThreads:
    DAYS = every_day(date(2028, 12, 1), date(2029, 1, 31))

    @pytest.mark.parametrize("turn", range(10))
    def test_that_share_a_fresh_calendar_agree(self, turn: int) -> None:
        shared = pickle.loads(pickle.dumps(england()))  # noqa: S301 (our own)
        all_at_once = Barrier(8)

        def ask(thread: int) -> list[tuple[object, ...]]:
            start = (thread * 7 + turn) % len(self.DAYS)
            all_at_once.wait()
            found = {
                day: answers(shared, day)
                for day in (*self.DAYS[start:], *self.DAYS[:start])
            }
            return [found[day] for day in self.DAYS]

        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(ask, range(8)))
        assert found == [[answers(england(), day) for day in self.DAYS]] * 8


class TestOtherNations:
    def test_scotland_has_the_second_of_january_and_no_easter_monday(self) -> None:
        scotland = WorkingCalendar.from_holidays("GB", "SCT")
        assert not scotland.is_working_day("2026-01-02")
        assert scotland.is_working_day("2026-04-06")
        assert england().is_working_day("2026-01-02")
        assert not england().is_working_day("2026-04-06")
        assert "the package holidays, GB-SCT" in scotland.why("2026-01-02").why
        assert scotland.title == "GB SCT"
        assert all(closure.day.weekday() <= 4 for closure in scotland.closures)

    def test_a_whole_country_needs_no_part(self) -> None:
        ireland = WorkingCalendar.from_holidays("IE", first_year=2020, last_year=2030)
        assert not ireland.is_working_day("2026-03-17")
        assert ireland.why("2026-03-17").why.endswith(
            "(by rule; the package holidays, IE)"
        )
        assert (ireland.title, ireland.first, ireland.last) == (
            "IE",
            date(2020, 1, 1),
            date(2030, 12, 31),
        )

    def test_one_year_is_enough(self) -> None:
        wales = WorkingCalendar.from_holidays(
            "GB", "WLS", first_year=2026, last_year=2026
        )
        assert len(wales.days("2026-01-01", "2026-12-31")) == 253
        with pytest.raises(CoverageError, match="by the calendar of GB WLS"):
            wales.add("2026-12-31", 1)

    @pytest.mark.parametrize(
        ("country", "part"),
        [
            pytest.param("XX", None, id="no such country"),
            pytest.param("GB", "XX", id="no such part"),
            pytest.param("England", None, id="a name in place of a code"),
        ],
    )
    def test_that_are_unknown_are_refused(self, country: str, part: str | None) -> None:
        with pytest.raises(UnknownNameError, match="write the codes that it uses"):
            WorkingCalendar.from_holidays(country, part)

    def test_the_years_cannot_cross(self) -> None:
        with pytest.raises(RangeError, match="no year lies from 2027 to 2026"):
            WorkingCalendar.from_holidays("GB", first_year=2027, last_year=2026)

    def test_a_weekend_may_be_other_days(self) -> None:
        calendar = WorkingCalendar(
            title="Friday and Saturday",
            closures=(),
            first=FIRST,
            last=LAST,
            weekend=frozenset({4, 5}),
        )
        assert calendar.why("2026-12-11").why == "a Friday"
        assert calendar.add("2026-12-10", 1) == date(2026, 12, 13)
        assert calendar.to_records()[0]["weekend"] == "Friday, Saturday"


class TestAClosure:
    def test_reads_its_day_and_says_what_it_rests_on(self) -> None:
        closure = Closure(
            day="2026-12-24", name="Office closed", basis="added", source="a notice"
        )
        assert closure.day == date(2026, 12, 24)
        assert str(closure) == "Office closed (added; a notice)"

    def test_says_when_it_was_reckoned_ahead(self) -> None:
        closure = Closure(
            day=date(2030, 12, 25),
            name="Christmas Day",
            basis="by rule",
            source="a table",
            is_projected=True,
        )
        assert str(closure) == "Christmas Day (by rule; a table; projected)"

    @pytest.mark.parametrize(
        ("part", "error"),
        [
            pytest.param({"day": "2026-02-29"}, DateError, id="no such day"),
            pytest.param({"day": 20261224}, KindError, id="a number for a day"),
            pytest.param({"name": ""}, TextError, id="no name"),
            pytest.param({"basis": None}, KindError, id="no basis"),
            pytest.param({"source": "a\u202eb"}, TextError, id="something hidden"),
        ],
    )
    def test_refuses_a_part_that_is_wrong(
        self, part: dict[str, Any], error: type[Exception]
    ) -> None:
        right = Closure(day=FRIDAY, name="A day", basis="added", source="a notice")
        with pytest.raises(error):
            evolve(right, **part)


class TestImpossibleCalendars:
    def test_end_after_they_begin(self) -> None:
        with pytest.raises(RangeError, match="before it begins"):
            WorkingCalendar(
                title="none",
                closures=(),
                first=date(2026, 1, 2),
                last=date(2026, 1, 1),
            )

    def test_may_be_projected_from_a_day_that_is_not_reached(self) -> None:
        short = evolve(england(), last=date(2020, 12, 31))
        assert not short.is_working_day("2020-12-28")
        with pytest.raises(CoverageError):
            short.is_working_day("2025-01-02")

    @pytest.mark.parametrize("day", ["2026-12-26", "2026-12-11"])
    def test_only_a_closed_day_can_be_opened(self, day: str) -> None:
        with pytest.raises(RangeError, match="is not closed"):
            england().without(day, source="a notice")

    def test_a_closure_is_given_with_its_basis(self) -> None:
        closure = england().closure_on("2026-12-25")
        assert closure
        assert closure.basis == "common law"
        assert england().closure_on("2026-12-26") is None
        ahead = england().closure_on("2030-12-25")
        assert ahead
        assert ahead.is_projected

    def test_another_nation_keeps_its_days_whatever_england_knew(self) -> None:
        france = WorkingCalendar.from_holidays("FR")
        assert france.known_on("2019-01-01") == france
        extra = england().with_extra("2022-09-20", name="A day", source="a notice")
        known = extra.known_on("2022-09-09")
        assert known.is_working_day("2022-09-19")
        assert not known.is_working_day("2022-09-20")
