"""The working of a deadline: each day counted or skipped, and every other reading."""

from datetime import UTC, date, datetime

import pytest

from masa.ground.conventions import Convention, Landing
from masa.rules.deadlines import Deadline, deadline
from masa.rules.readings import CountedDay

Told = tuple[str, str, bool]


def told(found: Deadline) -> list[Told]:
    """Give each reading as its words, its day and whether it was used."""
    return [(one.says, str(one.due), one.taken) for one in found.readings]


class TestCountedDays:
    @pytest.mark.parametrize(
        ("day", "said"),
        [
            (CountedDay(date(2026, 12, 14), 1), "Monday 14 December 2026, day 1"),
            (
                CountedDay(date(2026, 12, 12), None, "a Saturday"),
                "Saturday 12 December 2026, not counted: a Saturday",
            ),
        ],
    )
    def test_print(self, day: CountedDay, said: str) -> None:
        assert str(day) == said

    def test_begin_with_the_day_of_the_event(self) -> None:
        first, second, *_ = deadline("lado-referral", alleged="2026-11-17").days
        assert first == CountedDay(date(2026, 11, 17), None, "the day of the event")
        assert second == CountedDay(date(2026, 11, 18), 1)

    def test_may_count_that_day(self) -> None:
        found = deadline(
            "lado-referral", alleged="2026-11-17", reading="day-one-counted"
        )
        assert found.days == (CountedDay(date(2026, 11, 17), 1),)

    def test_never_count_a_saturday_even_if_the_first_day_counts(self) -> None:
        found = deadline(
            "lado-referral", alleged="2026-11-21", reading="day-one-counted"
        )
        assert [day.number for day in found.days] == [None, None, 1]
        assert found.days[0].why == "a Saturday"

    def test_are_every_day_in_calendar_time(self) -> None:
        days = deadline("yearly-report-copies", published="2026-09-30").days
        assert [day.number for day in days] == [None, 1, 2, 3, 4, 5, 6, 7]

    def test_are_working_days_where_it_is_read_so(self) -> None:
        days = deadline(
            "yearly-report-copies", published="2026-09-30", reading="working-days"
        ).days
        assert [day.number for day in days] == [None, 1, 2, None, None, 3, 4, 5, 6, 7]

    def test_begin_at_one_where_the_text_counts_the_first_day(self) -> None:
        days = deadline("two-months-after-passing", passed="2026-04-29").days
        assert days[0] == CountedDay(date(2026, 4, 29), 1)
        assert days[-1] == CountedDay(date(2026, 6, 28), 61)

    def test_run_back_before_an_event(self) -> None:
        days = deadline("private-fostering-notice", starting="2026-06-01").days
        assert days[0].day == date(2026, 6, 1)
        assert days[-1] == CountedDay(date(2026, 4, 20), 42)

    def test_are_none_for_hours(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        assert deadline("child-death-notification", died=died).days == ()

    @pytest.mark.parametrize("published", ["2019-06-29", "2019-06-30"])
    def test_are_none_for_a_fixed_day(self, published: str) -> None:
        days = deadline("implement-arrangements", published=published).days
        assert bool(days) is (published == "2019-06-29")


class TestReadings:
    def test_of_a_rapid_review(self) -> None:
        found = deadline("rapid-review", notified="2026-04-13", aware="2026-04-02")
        assert told(found) == [
            ("the day of the event not counted", "2026-05-05", True),
            ("the day of the event counted", "2026-05-01", False),
            ("from awareness, as Trafford read it", "2026-04-27", False),
        ]

    def test_needs_the_event_of_another_reading(self) -> None:
        found = deadline("rapid-review", notified="2026-04-13")
        assert len(found.readings) == 2

    def test_marks_the_one_that_was_used(self) -> None:
        found = deadline(
            "core-group", conference="2026-04-15", reading="day-one-counted"
        )
        assert told(found) == [
            ("the day of the event counted", "2026-04-28", True),
            ("the day of the event not counted", "2026-04-29", False),
        ]

    def test_of_another_event_that_was_used(self) -> None:
        found = deadline(
            "rapid-review",
            notified="2026-04-13",
            aware="2026-04-02",
            reading="from-awareness",
        )
        used, *others = told(found)
        assert used == ("the day of the event not counted", "2026-04-27", True)
        assert [day for says, day, _ in others if "notification" in says] == [
            "2026-05-05"
        ]

    def test_of_each_text_counted_back(self) -> None:
        found = deadline("advance-copy-national", publishing="2026-01-06")
        ordinary = "counted back, the last day counted is in time"
        assert sorted({(says, due) for says, due, _ in told(found)}) == [
            ("clear days", "2025-12-10"),
            ("clear days", "2025-12-29"),
            (ordinary, "2025-12-11"),
            (ordinary, "2025-12-30"),
        ]
        assert {says for says, _, used in told(found) if used} == {ordinary}

    def test_in_clear_days_where_they_were_used(self) -> None:
        found = deadline(
            "private-fostering-notice", starting="2026-06-01", reading="clear-days"
        )
        assert told(found) == [
            ("clear days", "2026-04-19", True),
            (
                "counted back, the last day counted is in time",
                "2026-04-20",
                False,
            ),
        ]

    def test_of_periods(self) -> None:
        found = deadline(
            "yearly-report", implemented="2019-09-29", last_published="2020-05-01"
        )
        assert told(found) == [
            ("fixed periods", "2021-09-28", True),
            ("from the last time", "2021-05-01", False),
        ]

    def test_of_periods_without_a_beginning(self) -> None:
        found = deadline("yearly-report", last_published="2020-05-01")
        assert told(found) == [("from the last time", "2021-05-01", True)]

    def test_where_a_rate_changes(self) -> None:
        found = deadline(
            "private-fostering-next-visit", aware="2026-01-05", last_visit="2026-12-21"
        )
        assert ("by end", "2027-03-15", False) in told(found)
        assert ("the day of the event not counted", "2027-02-01", True) in told(found)

    def test_in_another_unit(self) -> None:
        found = deadline("yearly-report-copies", published="2026-09-30")
        assert ("working days", "2026-10-09", False) in told(found)

    def test_of_the_incident(self) -> None:
        found = deadline("notify-panel", aware="2024-04-15", incident="2024-04-12")
        says, due, used = told(found)[-1]
        assert says == "from incident, as Devon, Slough read it"
        assert (due, used) == ("2024-04-19", False)

    def test_of_a_fixed_day_are_its_texts(self) -> None:
        assert told(deadline("publish-arrangements-2018")) == [
            ("the day that the text names", "2019-06-30", True),
            ("the day that the text names", "2019-06-29", True),
        ]

    def test_of_hours_is_one(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        (reading,) = deadline("child-death-notification", died=died).readings
        assert reading.taken
        assert reading.due == datetime(2026, 4, 5, 18, tzinfo=UTC)

    def test_where_the_text_states_it_is_one(self) -> None:
        found = deadline("two-months-after-passing", passed="2026-04-29")
        assert told(found) == [("the day of the event counted", "2026-06-28", True)]

    def test_print_with_their_text(self) -> None:
        first, second = deadline("rapid-review", notified="2026-12-11").readings
        said = "15 working days, Panel guidance 2025; expected; restated"
        assert str(first) == (
            "Wednesday 6 January 2027: the day of the event not counted "
            f"({said}) (used)"
        )
        assert str(second) == (
            f"Tuesday 5 January 2027: the day of the event counted ({said})"
        )

    def test_are_records(self) -> None:
        reading, _ = deadline("keep-local-report", published="2026-01-06").readings
        (record,) = reading.to_records()
        assert (record["due"], record["taken"]) == ("2027-01-06", "yes")

    def test_a_convention_never_contradicts_what_the_text_states(self) -> None:
        """Section 78(2) says "beginning with": its day counts, whatever is given."""
        way = Convention(landing=Landing.LEAVE)
        found = deadline("two-months-after-passing", passed="2026-04-29", reading=way)
        said = " ".join(found.to_text().split())
        assert "That day does not count (the text says so)" not in said


class TestLaterSuspicion:
    """Guidance 5: the later of knowledge and suspicion, never the earlier."""

    @pytest.mark.parametrize(
        ("suspected", "due"),
        [("2026-01-02", "2026-01-12"), ("2026-01-12", "2026-01-19")],
    )
    @pytest.mark.parametrize("reading", [None, "from-later-suspicion"])
    def test_never_runs_from_an_earlier_day(
        self, suspected: str, due: str, reading: str | None
    ) -> None:
        found = deadline(
            "notify-panel", known="2026-01-05", suspected=suspected, reading=reading
        )
        assert found.due == date.fromisoformat(due)
        assert min(one.due for one in found.readings) >= date(2026, 1, 9)
        later = [one for one in found.readings if one.says == "from later suspicion"]
        assert all(one.due == found.due for one in later)


class TestPastTheLastDayCounted:
    """No day is numbered beyond what the text gives, and each says why it is there."""

    def test_of_clear_days(self) -> None:
        found = deadline("advance-copy", publishing="2023-05-10", reading="clear-days")
        seventh, last = found.days[-2:]
        assert (seventh.day, seventh.number) == (date(2023, 4, 27), 7)
        assert (last.day, last.number) == (date(2023, 4, 26), None)
        assert last.why.startswith("the last day in time")

    def test_of_a_day_that_is_moved(self) -> None:
        moved = Convention(landing=Landing.NEXT)
        found = deadline("publish-local-review", decided="2025-08-28", reading=moved)
        assert found.due == date(2026, 3, 2)
        *_, counted, sunday, monday = found.days
        assert (counted.day, counted.number) == (date(2026, 2, 28), 184)
        assert (sunday.number, monday.number) == (None, None)
        assert monday.why == "the due day is moved: next-working-day"

    def test_a_day_that_needs_no_moving_is_counted(self) -> None:
        moved = Convention(landing=Landing.NEXT)
        found = deadline("rapid-review", notified="2026-12-11", reading=moved)
        assert found.days == deadline("rapid-review", notified="2026-12-11").days
