"""Why a due day moved: what became known between two days."""

from datetime import date

import pytest

from masa.ground.errors import EventError
from masa.rules.knowledge import why_moved


class TestTheStateFuneral:
    """Of 19 September 2022, proclaimed on 10 September 2022."""

    move = why_moved(
        "notify-panel", first="2022-09-09", then="2022-09-10", aware="2022-09-13"
    )

    def test_put_the_day_off(self) -> None:
        assert self.move.has_moved
        assert self.move.before.due == date(2022, 9, 20)
        assert self.move.after.due == date(2022, 9, 21)
        (day,) = self.move.because
        assert (day.day, day.is_working) == (date(2022, 9, 19), False)

    def test_is_named_in_the_page_and_the_record(self) -> None:
        assert "Monday 19 September 2022 is not a working day" in self.move.to_text()
        (record,) = self.move.to_records()
        assert record["due"] == "Tuesday 20 September 2022"
        assert record["then due"] == "Wednesday 21 September 2022"
        assert "State Funeral" in record["because"]

    def test_says_so(self) -> None:
        assert str(self.move) == (
            "As known on 9 September 2022 the due day was Tuesday 20 September 2022; "
            "as known on 10 September 2022 it is Wednesday 21 September 2022."
        )
        assert repr(self.move) == (
            "<DueDayMove of 'notify-panel': 2022-09-09 to 2022-09-10>"
        )


def test_nothing_moved_where_nothing_became_known() -> None:
    move = why_moved(
        "notify-panel", first="2022-09-10", then="2026-01-05", aware="2022-09-13"
    )
    assert not move.has_moved
    assert move.because == ()
    assert str(move) == (
        "The due day is Wednesday 21 September 2022, on what was known on either day."
    )
    assert str(move) in move.to_text()


def test_a_day_that_opened_again_is_named_too() -> None:
    """Early May in 2020 moved from the 4th to the 8th, by proclamation in 2019."""
    move = why_moved(
        "notify-panel", first="2019-01-01", then="2020-01-01", aware="2020-04-30"
    )
    assert [day.day for day in move.because] == [date(2020, 5, 4), date(2020, 5, 8)]
    assert [day.is_working for day in move.because] == [True, False]
    assert (move.before.due, move.after.due) == (date(2020, 5, 8), date(2020, 5, 7))


def test_an_event_has_to_be_given() -> None:
    with pytest.raises(EventError, match="notify-panel runs from aware"):
        why_moved("notify-panel", first="2022-09-09", then="2022-09-10")
