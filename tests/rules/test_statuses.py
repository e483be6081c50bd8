"""Where a deadline stands: overdue only from the day after, and never before."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import masa
from masa.ground.errors import (
    CoverageError,
    DateError,
    EventError,
    KindError,
    MasaError,
)
from masa.rules.deadlines import deadline
from masa.rules.statuses import DeadlineState

SUMMER = timezone(timedelta(hours=1))


class TestStatus:
    @pytest.mark.parametrize(
        ("on", "done", "state", "days", "working_days"),
        [
            ("2026-12-11", None, DeadlineState.NOT_YET_DUE, 26, 15),
            ("2027-01-05", None, DeadlineState.NOT_YET_DUE, 1, 1),
            ("2027-01-06", None, DeadlineState.DUE_TODAY, 0, 0),
            ("2027-01-07", None, DeadlineState.OVERDUE, -1, -1),
            ("2027-01-11", None, DeadlineState.OVERDUE, -5, -3),
            ("2027-01-11", "2027-01-06", DeadlineState.DONE_IN_TIME, 0, 0),
            ("2027-01-11", "2027-01-04", DeadlineState.DONE_IN_TIME, 2, 2),
            ("2027-01-11", "2027-01-08", DeadlineState.DONE_LATE, -2, -2),
        ],
    )
    def test_says_where_it_stands(
        self,
        on: str,
        done: str | None,
        state: DeadlineState,
        days: int,
        working_days: int,
    ) -> None:
        status = deadline("rapid-review", notified="2026-12-11").status(on, done=done)
        assert status.state is state
        assert (status.days, status.working_days) == (days, working_days)
        assert status.on == date.fromisoformat(on)

    @pytest.mark.parametrize(
        ("on", "done", "said"),
        [
            ("2026-12-30", None, "not yet due: 7 days, 4 working days left"),
            ("2027-01-06", None, "due today"),
            ("2027-01-11", None, "overdue: 5 days, 3 working days late"),
            ("2027-01-11", "2027-01-06", "done in time"),
            (
                "2027-01-11",
                "2027-01-04",
                "done in time: 2 days, 2 working days early",
            ),
            ("2027-01-11", "2027-01-08", "done late: 2 days, 2 working days late"),
        ],
    )
    def test_prints(self, on: str, done: str | None, said: str) -> None:
        status = deadline("rapid-review", notified="2026-12-11").status(on, done=done)
        assert str(status) == said

    @pytest.mark.parametrize(
        ("clock", "published", "last"),
        [
            ("keep-local-report", "2024-03-01", "2025-03-01"),
            ("keep-national-report", "2024-02-29", "2027-02-28"),
        ],
    )
    def test_what_is_kept_is_never_overdue(
        self, clock: str, published: str, last: str
    ) -> None:
        """Legislation 7, D2: removable from the day after the last."""
        found = deadline(clock, published=published)
        end = date.fromisoformat(last)
        assert found.due == end
        for day in (date.fromisoformat(published), end - timedelta(days=1), end):
            assert found.status(day).state is DeadlineState.MUST_BE_KEPT
        for after in (1, 2, 400):
            status = found.status(end + timedelta(days=after))
            assert status.state is DeadlineState.MAY_END
            assert str(status) == "may end"

    def test_takes_the_today_that_was_given(self) -> None:
        found = deadline("rapid-review", notified="2026-12-11", on="2027-01-07")
        assert found.status().state is DeadlineState.OVERDUE
        assert found.status("2027-01-06").state is DeadlineState.DUE_TODAY

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            ("2026-04-04", DeadlineState.NOT_YET_DUE),
            ("2026-04-05", DeadlineState.DUE_TODAY),
            ("2026-04-06", DeadlineState.OVERDUE),
            (datetime(2026, 4, 4, 18, tzinfo=UTC), DeadlineState.NOT_YET_DUE),
            (datetime(2026, 4, 5, 17, tzinfo=UTC), DeadlineState.DUE_TODAY),
            (datetime(2026, 4, 5, 18, tzinfo=UTC), DeadlineState.DUE_TODAY),
            (datetime(2026, 4, 5, 18, 1, tzinfo=UTC), DeadlineState.OVERDUE),
            (datetime(2026, 4, 5, 19, 1, tzinfo=SUMMER), DeadlineState.OVERDUE),
            (datetime(2026, 4, 5, 19, 0, tzinfo=SUMMER), DeadlineState.DUE_TODAY),
        ],
    )
    def test_of_hours_looks_at_the_time_where_it_is_known(
        self, on: str | datetime, state: DeadlineState
    ) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        found = deadline("child-death-notification", died=died)
        assert found.status(on).state is state

    def test_what_is_done_within_the_hours_is_in_time(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        found = deadline("child-death-notification", died=died)
        for minutes, state in (
            (0, DeadlineState.DONE_IN_TIME),
            (1, DeadlineState.DONE_LATE),
        ):
            done = died + timedelta(hours=48, minutes=minutes)
            assert found.status("2026-04-07", done=done).state is state

    def test_a_day_does_not_say_whether_a_time_was_kept(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        found = deadline("child-death-notification", died=died)
        with pytest.raises(EventError, match="whether it was in time is not known"):
            found.status("2026-04-07", done="2026-04-05")
        for done, state in (
            ("2026-04-04", DeadlineState.DONE_IN_TIME),
            ("2026-04-06", DeadlineState.DONE_LATE),
        ):
            assert found.status("2026-04-07", done=done).state is state

    def test_a_time_has_to_be_in_a_zone(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        found = deadline("child-death-notification", died=died)
        with pytest.raises(KindError, match="time zone"):
            found.status(datetime(2026, 4, 5, 18))  # noqa: DTZ001 (the point of it)

    @pytest.mark.parametrize("clock", ["rapid-review", "notify-partners"])
    def test_nothing_is_done_before_its_event(self, clock: str) -> None:
        event = masa.law("2026-11-22").clock(clock).events[0].name
        found = deadline(clock, **{event: "2026-11-23"})  # type: ignore[arg-type] # an event is no calendar
        assert found.status("2026-11-24", done="2026-11-23").days_late == 0
        with pytest.raises(EventError, match="before the event from which"):
            found.status("2026-11-24", done="2026-11-22")

    def test_what_comes_before_an_event_may_be_done_long_before(self) -> None:
        found = deadline("advance-copy", publishing="2026-05-11")
        status = found.status("2026-05-20", done="2026-01-05")
        assert status.state is DeadlineState.DONE_IN_TIME

    def test_a_fixed_day_has_no_event_to_come_after(self) -> None:
        found = deadline("publish-arrangements-2018")
        status = found.status("2019-10-30", done="2018-07-01")
        assert status.state is DeadlineState.DONE_IN_TIME

    @pytest.mark.parametrize(
        ("on", "done", "late"),
        [
            ("2027-01-06", None, 0),
            ("2027-01-11", None, 5),
            ("2027-01-11", "2027-01-04", 0),
            ("2027-01-11", "2027-01-08", 2),
        ],
    )
    def test_counts_the_days_after_the_due_day(
        self, on: str, done: str | None, late: int
    ) -> None:
        found = deadline("rapid-review", notified="2026-12-11")
        assert found.status(on, done=done).days_late == late

    def test_what_may_end_is_not_late(self) -> None:
        found = deadline("keep-local-report", published="2024-03-01")
        assert found.status("2026-03-01").days_late == 0

    def test_working_days_are_unknown_where_the_due_day_is_not_covered(self) -> None:
        found = deadline("keep-national-report", published="2039-06-01")
        status = found.status("2040-06-01")
        assert (status.days, status.working_days) == (730, None)
        assert str(status) == "must be kept: 730 days left"

    def test_needs_a_day(self) -> None:
        with pytest.raises(KindError, match="give `on`"):
            deadline("rapid-review", notified="2026-12-11").status()

    def test_nothing_is_done_tomorrow(self) -> None:
        found = deadline("rapid-review", notified="2026-12-11")
        with pytest.raises(EventError, match="5 January 2027, after Monday 4"):
            found.status("2027-01-04", done="2027-01-05")

    @pytest.mark.parametrize(
        ("on", "error"),
        [
            ("2027-02-30", DateError),
            (20270104, KindError),
            (datetime(2027, 1, 4, tzinfo=UTC), KindError),
            ("2050-01-01", CoverageError),
        ],
    )
    def test_refuses_what_is_no_day(self, on: str, error: type[MasaError]) -> None:
        with pytest.raises(error):
            deadline("rapid-review", notified="2026-12-11").status(on)
