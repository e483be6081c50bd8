"""Meetings on whole days and at times."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from masa.ground.errors import (
    DateError,
    KindError,
    MasaError,
    RangeError,
    TextError,
)
from masa.model.meetings import Meeting

LONDON = ZoneInfo("Europe/London")
TEN = datetime(2027, 1, 4, 10, tzinfo=LONDON)
HOUR = timedelta(hours=1)


def meeting(**parts: Any) -> Meeting:  # noqa: ANN401 (what a caller may give)
    """Make a meeting of which only some parts matter."""
    given: dict[str, Any] = {"name": "Forum", "start": TEN} | parts
    return Meeting(**given)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (meeting(start="2027-01-04"), "Forum: 4 January 2027"),
        (
            meeting(start="2027-01-04", end="2027-01-05"),
            "Forum: 4 January 2027 to 5 January 2027",
        ),
        (meeting(), "Forum: 10:00 GMT, 4 January 2027"),
        (
            meeting(end=TEN + HOUR),
            "Forum: 10:00 GMT, 4 January 2027 to 11:00 GMT, 4 January 2027",
        ),
    ],
    ids=["a day", "two days", "a time", "from a time to a time"],
)
def test_a_meeting_says_when_it_is(made: Meeting, says: str) -> None:
    assert str(made) == says


def test_a_meeting_takes_iso_text_for_a_day() -> None:
    assert meeting(start="2027-01-04").start == date(2027, 1, 4)


def test_a_meeting_is_on_whole_days_or_at_a_time() -> None:
    assert meeting(start="2027-01-04").is_whole_day
    assert not meeting().is_whole_day


def test_the_last_day_may_be_the_first() -> None:
    one = meeting(start="2027-01-04", end="2027-01-04")
    assert one.start == one.end


def test_an_hour_that_comes_twice_ends_after_it_starts() -> None:
    start = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    end = start.replace(minute=15, fold=1)
    assert meeting(start=start, end=end).end == end
    with pytest.raises(RangeError, match="before it has begun"):
        meeting(start=start.replace(fold=1), end=start.replace(minute=45))


def test_what_is_not_given_is_not_shown() -> None:
    records = meeting(start="2027-01-04", place="Town Hall").to_records()
    assert records == [{"name": "Forum", "start": "2027-01-04", "place": "Town Hall"}]


@pytest.mark.parametrize(
    ("parts", "error", "says"),
    [
        ({"start": TEN.replace(tzinfo=None)}, KindError, "start: .* any time zone; g"),
        ({"start": TEN.replace(microsecond=1)}, DateError, "fraction of a second"),
        ({"start": "2027-02-30"}, DateError, "there is no day 30"),
        ({"start": "tomorrow"}, DateError, '"tomorrow" is not a day'),
        ({"start": date(1899, 12, 31)}, DateError, "outside 1900 to 2200"),
        ({"start": None}, KindError, "None is not a day"),
        ({"end": TEN.date()}, KindError, "end: .* one is a day and the other a time"),
        ({"start": TEN.date(), "end": TEN}, KindError, "give two days or two times"),
        ({"end": TEN - HOUR}, RangeError, "end: it ends .* before it has begun"),
        ({"end": TEN.astimezone(UTC)}, RangeError, "give the earlier first"),
        (
            {"start": "2027-01-04", "end": "2027-01-03"},
            RangeError,
            "ends .3 January 2027. before it has begun .4 January 2027.",
        ),
        ({"name": ""}, TextError, "a name is empty"),
        ({"name": "a\nb"}, TextError, "hidden character"),
        ({"group": 4}, KindError, "Meeting.group: 4 is not text"),
        ({"place": "a\r"}, TextError, "Meeting.place"),
        ({"note": "a\rb"}, TextError, "hidden character"),
    ],
    ids=[
        "a time in no zone",
        "a fraction of a second",
        "no such day",
        "not a day",
        "too early",
        "no start",
        "from a time to a day",
        "from a day to a time",
        "an end before the start",
        "an end at the start",
        "a last day before the first",
        "an empty name",
        "a name of two lines",
        "a group that is no text",
        "a hidden character in a place",
        "a hidden character in a note",
    ],
)
def test_a_meeting_is_refused(
    parts: dict[str, object], error: type[MasaError], says: str
) -> None:
    with pytest.raises(error, match=says):
        meeting(**parts)
