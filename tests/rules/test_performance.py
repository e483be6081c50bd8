"""How often deadlines are met: exact shares, and nothing counted that cannot be."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa.ground.errors import KindError, UnknownNameError
from masa.rules.performance import ClockPerformance, Performance, performance
from masa.rules.timelines import timeline
from masa.strategies import timelines

ON = "2026-12-20"
NOTIFIED = ("2026-12-04", "2026-12-08", "2026-12-09", "2026-12-14", None)


def over(*notified: str | None, on: str = ON) -> Performance:
    cases = ({"aware": "2026-12-01", "notified": day} for day in notified)
    return performance([timeline(case, on) for case in cases])


class TestMeasures:
    def test_of_a_notification(self) -> None:
        found = over(*NOTIFIED)["SIN_5WD"]
        assert (found.in_time, found.late, found.overdue, found.not_yet_due) == (
            *(2, 2, 1),
            0,
        )
        assert found.share_on_time == Fraction(2, 5)
        assert found.days_late == (1, 6, 12)
        assert found.median_days_late == Decimal("6.0")
        assert found.mean_days_late == Decimal("6.3")
        assert str(found) == "notify-panel: 2 of 5 on time (40.0 %)"

    def test_what_is_not_yet_due_is_not_judged(self) -> None:
        found = over(*NOTIFIED)["rapid-review"]
        assert (found.deadlines, found.concluded) == (4, 0)
        assert found.share_on_time is None
        assert found.median_days_late is None
        assert found.mean_days_late is None
        assert str(found) == "rapid-review: 0 of 0 on time (none can be judged)"

    def test_a_last_day_is_not_yet_late(self) -> None:
        found = over(None, on="2026-12-08")["notify-panel"]
        assert (found.not_yet_due, found.overdue) == (1, 0)

    def test_leave_out_what_is_kept_supposed_or_has_no_number(self) -> None:
        events = {"published": "2026-01-05", "completed": "2026-01-05", "copied": None}
        found = performance([timeline(events, ON)])
        assert [one.clock for one in found] == ["advance-copy"]
        with pytest.raises(UnknownNameError, match="keep-local-report ran in no case"):
            _ = found["keep-local-report"]

    @given(cases=st.lists(timelines(), max_size=4))
    def test_count_every_deadline_once(self, cases: list[masa.Timeline]) -> None:
        found = performance(cases)
        counted = [one for case in cases for one in case if one.status and one.has_act]
        assert sum(one.deadlines for one in found) == len(counted)
        for one in found:
            assert len(one.days_late) == one.late + one.overdue
            assert all(days >= 0 for days in one.days_late)
        assert found == performance(reversed(cases))


class TestShowing:
    def test_is_a_table_that_says_how_it_counts(self) -> None:
        text = over(*NOTIFIED).to_text()
        assert text.startswith("Performance over 5 cases")
        assert "40.0 %" in text
        assert "An act that is not recorded counts as not done" in text

    def test_has_a_record_for_each_clock(self) -> None:
        rows = over(*NOTIFIED).to_records()
        assert rows[0] == {
            "clock": "notify-panel",
            "deadlines": "5",
            "on time": "2",
            "late": "2",
            "overdue": "1",
            "not yet due": "0",
            "share on time": "40.0 %",
            "days late, median": "6.0",
            "mean": "6.3",
            "most": "12",
        }
        assert over("2026-12-04")["rapid-review"].to_records()[0]["most"] == ""

    def test_is_short_in_a_list(self) -> None:
        found = over("2026-12-04")
        assert str(found) == "Performance over 1 case"
        assert repr(found) == "<Performance over 1 cases: 3 clocks>"
        assert len(found) == 3

    def test_an_hour_late_is_late_by_no_day(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=UTC)
        events = {"died": died, "form_sent": died + timedelta(hours=49)}
        found = performance([timeline(events, ON, pathway="child-death")])
        (one,) = (one for one in found if one.clock == "child-death-notification")
        assert (one.late, one.days_late) == (1, (0,))

    def test_rounds_half_up(self) -> None:
        found = ClockPerformance(clock="rapid-review", days_late=[2, 1, 1, 1])
        assert found.days_late == (1, 1, 1, 2)
        assert found.mean_days_late == Decimal("1.3")
        third = ClockPerformance(clock="rapid-review", in_time=2, late=1)
        assert str(third) == "rapid-review: 2 of 3 on time (66.7 %)"


class TestNothing:
    def test_over_no_case(self) -> None:
        found = performance([])
        assert (len(found), found.cases) == (0, 0)
        assert found.to_text()
        with pytest.raises(UnknownNameError, match="these did: none"):
            _ = found["rapid-review"]

    def test_what_is_no_list(self) -> None:
        with pytest.raises(KindError, match="holds no timelines"):
            performance(5)  # type: ignore[arg-type] # that is the question

    def test_what_is_no_case(self) -> None:
        with pytest.raises(KindError, match="is no timeline"):
            performance([masa.deadline("rapid-review", notified="2026-12-11")])  # type: ignore[list-item] # that is the question
