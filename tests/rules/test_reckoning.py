"""From an event to a day: each rule of counting, by cases worked out by hand."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from masa.ground.conventions import (
    Backward,
    Convention,
    EventDay,
    Landing,
    Start,
)
from masa.ground.days import england
from masa.ground.durations import Duration, Unit
from masa.ground.errors import CoverageError, DateError, KindError, UnitError
from masa.ground.law.yearly import DayOfYear
from masa.rules.reckoning import (
    corresponding,
    hours_from,
    landed,
    reckoned,
    yearly_after,
)

USUAL = Convention()
INCLUDED = Convention(start=Start.INCLUDED)
CLEAR = Convention(backward=Backward.CLEAR_DAYS)
BOTH = Convention(start=Start.INCLUDED, backward=Backward.CLEAR_DAYS)
NEXT = Convention(event_day=EventDay.NEXT_WORKING_DAY)
LONDON = ZoneInfo("Europe/London")
PLAIN_UNITS = [Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS]


def on(length: str, event: str, convention: Convention = USUAL) -> str:
    """Count on from a day, in text."""
    return _counted(length, event, convention, is_backward=False)


def back(length: str, event: str, convention: Convention = USUAL) -> str:
    """Count back from a day, in text."""
    return _counted(length, event, convention, is_backward=True)


def _counted(
    length: str, event: str, convention: Convention, *, is_backward: bool
) -> str:
    return reckoned(
        Duration.from_text(length),
        date.fromisoformat(event),
        is_backward=is_backward,
        convention=convention,
        calendar=england(),
    ).isoformat()


class TestWorkingDays:
    """Christmas 2026: Friday 25 and Monday 28 December and 1 January are closed."""

    @pytest.mark.parametrize(
        ("length", "event", "due"),
        [
            pytest.param("15 working days", "2026-12-11", "2027-01-06", id="fifteen"),
            pytest.param("1 working day", "2026-12-11", "2026-12-14", id="one"),
            pytest.param("0 working days", "2026-12-11", "2026-12-11", id="none"),
            pytest.param("1 working day", "2026-12-19", "2026-12-21", id="a Saturday"),
            pytest.param("1 working day", "2026-12-25", "2026-12-29", id="Christmas"),
        ],
    )
    def test_run_from_the_day_after_the_event(
        self, length: str, event: str, due: str
    ) -> None:
        assert on(length, event) == due

    @pytest.mark.parametrize(
        ("convention", "due"),
        [
            pytest.param(USUAL, "2026-12-29", id="the ordinary way"),
            pytest.param(CLEAR, "2026-12-24", id="in clear days"),
            pytest.param(INCLUDED, "2026-12-30", id="with the day of the event"),
            pytest.param(BOTH, "2026-12-29", id="clear but for the day of the event"),
        ],
    )
    def test_run_back(self, convention: Convention, due: str) -> None:
        assert back("5 working days", "2027-01-06", convention) == due

    @pytest.mark.parametrize(
        ("length", "event", "due"),
        [
            pytest.param("15 working days", "2026-12-11", "2027-01-05", id="fifteen"),
            pytest.param("1 working day", "2026-12-11", "2026-12-11", id="one"),
            pytest.param("0 working days", "2026-12-11", "2026-12-11", id="none"),
            pytest.param("5 working days", "2026-12-19", "2026-12-29", id="a Saturday"),
        ],
    )
    def test_begin_with_the_event_where_it_counts(
        self, length: str, event: str, due: str
    ) -> None:
        assert on(length, event, INCLUDED) == due

    @pytest.mark.parametrize(
        ("convention", "due"),
        [
            pytest.param(USUAL, "2026-12-21", id="from the real day"),
            pytest.param(NEXT, "2026-12-22", id="from the next working day"),
            pytest.param(
                evolve(NEXT, start=Start.INCLUDED),
                "2026-12-21",
                id="with the next working day",
            ),
        ],
    )
    def test_run_from_an_event_in_a_weekend(
        self, convention: Convention, due: str
    ) -> None:
        assert on("1 working day", "2026-12-19", convention) == due
        assert on("1 working day", "2026-12-20", convention) == due

    def test_run_from_a_working_day_as_they_always_do(self) -> None:
        assert on("15 working days", "2026-12-11", NEXT) == "2027-01-06"

    def test_run_back_from_the_next_working_day_if_asked(self) -> None:
        assert back("1 working day", "2026-12-19") == "2026-12-18"
        assert back("1 working day", "2026-12-19", NEXT) == "2026-12-18"
        assert back("0 working days", "2026-12-19", NEXT) == "2026-12-21"

    def test_use_the_calendar_that_is_given(self) -> None:
        due = reckoned(
            Duration(15, Unit.WORKING_DAYS),
            date(2026, 12, 11),
            is_backward=False,
            convention=USUAL,
            calendar=england().with_extra("2026-12-24", name="Closed", source="a note"),
        )
        assert due == date(2027, 1, 7)

    @pytest.mark.parametrize(
        ("length", "event"),
        [
            pytest.param("1 working day", "2040-12-31", id="after the last day"),
            pytest.param("1 working day", "2041-01-01", id="from a day not covered"),
            pytest.param("1000000000000 working days", "2026-12-11", id="by far"),
        ],
    )
    def test_end_where_the_calendar_does(self, length: str, event: str) -> None:
        with pytest.raises(CoverageError):
            on(length, event)


class TestCalendarTime:
    """Lester v Garland (1808): the day of the event is not counted."""

    @pytest.mark.parametrize(
        ("length", "due"),
        [
            ("0 days", "2026-12-11"),
            ("1 day", "2026-12-12"),
            ("7 days", "2026-12-18"),
            ("2 weeks", "2026-12-25"),
            ("3 months", "2027-03-11"),
            ("1 year", "2027-12-11"),
        ],
    )
    def test_runs_on_through_weekends_and_holidays(self, length: str, due: str) -> None:
        assert on(length, "2026-12-11") == due
        assert on(length, "2026-12-11", NEXT) == due
        assert on(length, "2026-12-11", CLEAR) == due

    @pytest.mark.parametrize(
        ("length", "due"),
        [
            ("7 days", "2026-12-04"),
            ("2 weeks", "2026-11-27"),
            ("3 months", "2026-09-11"),
            ("1 year", "2025-12-11"),
        ],
    )
    def test_runs_back(self, length: str, due: str) -> None:
        day_before = date.fromisoformat(due) - timedelta(days=1)
        day_after = date.fromisoformat(due) + timedelta(days=1)
        assert back(length, "2026-12-11") == due
        assert back(length, "2026-12-11", CLEAR) == day_before.isoformat()
        assert back(length, "2026-12-11", INCLUDED) == day_after.isoformat()
        assert back(length, "2026-12-11", BOTH) == due

    @pytest.mark.parametrize(
        ("length", "event", "due"),
        [
            ("1 day", "2026-12-11", "2026-12-11"),
            ("7 days", "2026-12-11", "2026-12-17"),
            ("2 weeks", "2026-12-11", "2026-12-24"),
            ("1 month", "2027-03-01", "2027-03-31"),
            ("12 months", "2026-04-01", "2027-03-31"),
            ("1 year", "2026-04-01", "2027-03-31"),
        ],
    )
    def test_beginning_with_a_day_counts_that_day(
        self, length: str, event: str, due: str
    ) -> None:
        assert on(length, event, INCLUDED) == due

    def test_is_counted_in_another_unit_if_asked(self) -> None:
        in_working_days = Convention(unit=Unit.WORKING_DAYS)
        in_days = Convention(unit=Unit.DAYS)
        assert on("7 days", "2026-12-11", in_working_days) == "2026-12-22"
        assert on("7 working days", "2026-12-11", in_days) == "2026-12-18"

    def test_is_not_counted_in_hours(self) -> None:
        with pytest.raises(UnitError, match="count hours from a time"):
            on("24 hours", "2026-12-11")
        with pytest.raises(UnitError, match="7 hours cannot be counted from a day"):
            on("7 days", "2026-12-11", Convention(unit=Unit.HOURS))

    @given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 500))
    def test_back_and_on_are_the_same_in_days_and_weeks(
        self, event: date, number: int
    ) -> None:
        for unit in ("days", "weeks"):
            length = f"{number} {unit}"
            assert on(length, back(length, event.isoformat())) == event.isoformat()


class TestMonths:
    """Dodds v Walker [1981] 1 WLR 1027: the corresponding day, or the last there is."""

    @pytest.mark.parametrize(
        ("length", "event", "due"),
        [
            pytest.param("4 months", "1978-09-30", "1979-01-30", id="as in the case"),
            pytest.param("1 month", "2027-01-31", "2027-02-28", id="no 31 February"),
            pytest.param("1 month", "2028-01-31", "2028-02-29", id="in a leap year"),
            pytest.param("1 month", "2027-02-28", "2027-03-28", id="not to the end"),
            pytest.param("6 months", "2026-08-31", "2027-02-28", id="six months"),
            pytest.param("1 month", "2026-12-31", "2027-01-31", id="over New Year"),
            pytest.param("12 months", "2028-02-29", "2029-02-28", id="twelve months"),
            pytest.param("1 year", "2028-02-29", "2029-02-28", id="a year"),
            pytest.param("4 years", "2028-02-29", "2032-02-29", id="four years"),
            pytest.param("3 years", "2026-12-11", "2029-12-11", id="three years"),
        ],
    )
    def test_end_on_the_corresponding_day(
        self, length: str, event: str, due: str
    ) -> None:
        assert on(length, event) == due

    def test_are_clipped_once_and_not_step_by_step(self) -> None:
        assert on("2 months", "2027-01-31") == "2027-03-31"
        assert on("1 month", on("1 month", "2027-01-31")) == "2027-03-28"

    def test_are_clipped_backwards_too(self) -> None:
        assert back("1 month", "2027-03-31") == "2027-02-28"
        assert back("1 month", "2027-03-31", CLEAR) == "2027-02-27"
        assert back("1 year", "2028-02-29") == "2027-02-28"

    @given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-600, 600))
    def test_keep_the_number_of_the_day_or_end_the_month(
        self, day: date, months: int
    ) -> None:
        found = corresponding(day, months=months)
        passed = (found.year - day.year) * 12 + found.month - day.month
        is_last = (found + timedelta(days=1)).day == 1
        assert passed == months
        assert found.day == day.day or (found.day < day.day and is_last)

    @given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-50, 50))
    def test_twelve_are_a_year(self, day: date, years: int) -> None:
        assert corresponding(day, years=years) == corresponding(day, months=12 * years)


class TestADayTooFar:
    @pytest.mark.parametrize("number", [10**5, 10**7, 10**9, 10**12])
    @pytest.mark.parametrize("unit", PLAIN_UNITS, ids=lambda unit: str(unit.value))
    @pytest.mark.parametrize("is_backward", [False, True], ids=["on", "back"])
    def test_is_not_covered(
        self, number: int, unit: Unit, *, is_backward: bool
    ) -> None:
        event = date.min if is_backward else date(9990, 1, 1)
        with pytest.raises(CoverageError, match="there is no day so far from"):
            reckoned(
                Duration(number, unit),
                event,
                is_backward=is_backward,
                convention=USUAL,
                calendar=england(),
            )

    def test_is_not_covered_though_it_is_but_one_too_far(self) -> None:
        with pytest.raises(CoverageError, match="there is no day so far from 0001"):
            back("0 days", "0001-01-01", CLEAR)


SPRING = [
    pytest.param(24, "2026-03-28T17:00+00:00", "2026-03-29T18:00+01:00", id="a day"),
    pytest.param(1, "2026-03-29T00:30+00:00", "2026-03-29T02:30+01:00", id="an hour"),
    pytest.param(0, "2026-03-28T17:00+00:00", "2026-03-28T17:00+00:00", id="nothing"),
]
AUTUMN = [
    pytest.param(24, "2026-10-24T17:00+01:00", "2026-10-25T16:00+00:00", id="a day"),
    pytest.param(1, "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00", id="an hour"),
    pytest.param(1, "2026-10-25T01:30+00:00", "2026-10-25T02:30+00:00", id="the next"),
]


class NoZone(tzinfo):
    """A zone that knows nothing, not even its distance from UTC."""

    def utcoffset(self, _: datetime | None) -> None: ...

    def dst(self, _: datetime | None) -> None: ...

    def tzname(self, _: datetime | None) -> None: ...


class TestHours:
    """The rule ``convention-hours``: they run on without a break."""

    @pytest.mark.parametrize(("hours", "event", "due"), [*SPRING, *AUTUMN])
    def test_are_not_changed_by_a_change_of_the_clock(
        self, hours: int, event: str, due: str
    ) -> None:
        at = datetime.fromisoformat(event).astimezone(LONDON)
        assert at.isoformat(timespec="minutes") == event
        found = hours_from(at, hours)
        assert found.isoformat(timespec="minutes") == due
        assert found.tzinfo is LONDON

    def test_run_through_weekends_and_holidays(self) -> None:
        at = datetime(2026, 12, 24, 16, 0, tzinfo=LONDON)
        assert hours_from(at, 72) == datetime(2026, 12, 27, 16, 0, tzinfo=LONDON)

    @pytest.mark.parametrize(
        "zone",
        [
            UTC,
            timezone(timedelta(hours=-11)),
            ZoneInfo("America/New_York"),
            ZoneInfo("Asia/Kathmandu"),
        ],
        ids=str,
    )
    def test_are_told_in_the_zone_of_the_event(self, zone: tzinfo) -> None:
        london = datetime(2026, 3, 28, 17, 0, tzinfo=LONDON)
        found = hours_from(london.astimezone(zone), 24)
        assert found.tzinfo is zone
        assert found.astimezone(UTC) == hours_from(london, 24).astimezone(UTC)

    @pytest.mark.parametrize(
        "event",
        [
            pytest.param(
                datetime(2026, 3, 28, 17, 0, tzinfo=UTC).replace(tzinfo=None),
                id="no zone",
            ),
            pytest.param(
                datetime(2026, 3, 28, 17, 0, tzinfo=NoZone()), id="a zone that is none"
            ),
        ],
    )
    def test_are_not_counted_from_a_naive_time(self, event: datetime) -> None:
        with pytest.raises(KindError, match="is not in any time zone") as caught:
            hours_from(event, 24)
        advice = (
            'give an aware time: datetime(…, tzinfo=ZoneInfo("Europe/London")), '
            "or text with its offset, such as 2026-11-19T10:00+00:00"
        )
        assert caught.value.remedy == advice

    @pytest.mark.parametrize("event", [date(2026, 3, 28), "2026-03-28T17:00Z", None, 5])
    def test_are_not_counted_from_a_day(self, event: object) -> None:
        with pytest.raises(KindError, match="is not a time, and this clock") as caught:
            hours_from(event, 24)
        assert "ZoneInfo" in caught.value.remedy

    def test_do_not_go_beyond_the_last_time(self) -> None:
        with pytest.raises(CoverageError, match="there is no day so far from"):
            hours_from(datetime(2026, 3, 28, tzinfo=LONDON), 10**12)

    def test_start_no_later_than_the_last_year(self) -> None:
        with pytest.raises(DateError, match="outside 1900 to 2200"):
            hours_from(datetime(9999, 12, 31, 23, tzinfo=UTC), 1)


class TestLanding:
    """Banking and Financial Dealings Act 1971, s.1(4) for relief on a bank holiday."""

    SATURDAY, BANK_HOLIDAY = date(2026, 12, 26), date(2026, 12, 28)
    BEFORE, AFTER = date(2026, 12, 24), date(2026, 12, 29)

    @pytest.mark.parametrize("landing", Landing, ids=lambda landing: landing.value)
    def test_leaves_a_working_day_where_it_is(self, landing: Landing) -> None:
        assert landed(self.BEFORE, landing, england()) == self.BEFORE

    @pytest.mark.parametrize(
        ("landing", "on_a_saturday", "on_a_bank_holiday"),
        [
            pytest.param(Landing.LEAVE, SATURDAY, BANK_HOLIDAY, id="leave it"),
            pytest.param(Landing.NEXT, AFTER, AFTER, id="to the next working day"),
            pytest.param(Landing.PREVIOUS, BEFORE, BEFORE, id="to the one before"),
            pytest.param(
                Landing.BANK_HOLIDAY_RELIEF,
                SATURDAY,
                AFTER,
                id="relief on a bank holiday and not in a weekend",
            ),
        ],
    )
    def test_moves_another_day_as_asked(
        self, landing: Landing, on_a_saturday: date, on_a_bank_holiday: date
    ) -> None:
        assert landed(self.SATURDAY, landing, england()) == on_a_saturday
        assert landed(self.BANK_HOLIDAY, landing, england()) == on_a_bank_holiday

    @pytest.mark.parametrize(
        ("day", "lands"),
        [
            pytest.param("2026-12-25", "2026-12-25", id="not for Christmas Day"),
            pytest.param("2026-04-03", "2026-04-03", id="nor for Good Friday"),
            pytest.param("2021-12-27", "2021-12-29", id="past another bank holiday"),
            pytest.param("2021-01-01", "2021-01-02", id="to a Saturday, if it is next"),
        ],
    )
    def test_relief_is_for_bank_holidays_alone(self, day: str, lands: str) -> None:
        given, expected = date.fromisoformat(day), date.fromisoformat(lands)
        assert landed(given, Landing.BANK_HOLIDAY_RELIEF, england()) == expected

    def test_knows_the_weekend_of_the_calendar(self) -> None:
        calendar = evolve(england(), weekend=frozenset({4, 5}))
        friday, relief = date(2026, 12, 11), Landing.BANK_HOLIDAY_RELIEF
        assert landed(friday, relief, calendar) == friday
        assert landed(friday, Landing.NEXT, calendar) == date(2026, 12, 13)

    def test_needs_a_calendar_only_to_move(self) -> None:
        beyond = date(2050, 1, 1)
        assert landed(beyond, Landing.LEAVE, england()) == beyond
        for landing in (Landing.NEXT, Landing.PREVIOUS, Landing.BANK_HOLIDAY_RELIEF):
            with pytest.raises(CoverageError):
                landed(beyond, landing, england())


class TestADayOfTheYear:
    @pytest.mark.parametrize(
        ("after", "due"),
        [
            pytest.param("2026-01-01", "2026-09-30", id="in the same year"),
            pytest.param("2026-09-29", "2026-09-30", id="from the day before"),
            pytest.param("2026-09-30", "2027-09-30", id="never on the day itself"),
            pytest.param("2026-12-31", "2027-09-30", id="in the next year"),
        ],
    )
    def test_comes_after_another_day(self, after: str, due: str) -> None:
        found = yearly_after(DayOfYear(9, 30), date.fromisoformat(after))
        assert found == date.fromisoformat(due)

    def test_may_come_in_leap_years_only(self) -> None:
        leap_day = DayOfYear(2, 29)
        assert yearly_after(leap_day, date(2024, 3, 1)) == date(2028, 2, 29)

    def test_comes_no_more_at_the_end_of_time(self) -> None:
        with pytest.raises(CoverageError, match="no day so far from 9999-12-31"):
            yearly_after(DayOfYear(3, 1), date(9999, 12, 31))


class TestBeginningWith:
    """Barker v Hambleton DC [2012]: the day of the event is counted."""

    @pytest.mark.parametrize(
        ("event", "length", "ends"),
        [
            ("2026-04-29", Duration(2, "months"), "2026-06-28"),
            ("2026-03-01", Duration(1, "months"), "2026-03-31"),
            ("2026-01-31", Duration(1, "months"), "2026-02-28"),
            ("2024-02-29", Duration(1, "years"), "2025-02-28"),
            ("2026-12-11", Duration(0, "days"), "2026-12-11"),
            ("2026-12-11", Duration(1, "days"), "2026-12-11"),
        ],
    )
    def test_ends_on(self, event: str, length: Duration, ends: str) -> None:
        found = reckoned(
            length,
            date.fromisoformat(event),
            is_backward=False,
            convention=Convention(start=Start.INCLUDED),
            calendar=england(),
        )
        assert found == date.fromisoformat(ends)
