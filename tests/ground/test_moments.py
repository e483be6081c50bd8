"""Moments: whole days, and times of which the zone is known."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from masa.ground.errors import DateError, KindError, MasaError
from masa.ground.moments import aware, instant, moment, moment_in_short

TEN = datetime(2027, 1, 4, 10, tzinfo=UTC)


class Nowhere(tzinfo):
    """A zone that does not know how far it is from Greenwich."""

    def utcoffset(self, _: datetime | None, /) -> None:
        """Say nothing."""

    dst = tzname = utcoffset


@pytest.mark.parametrize(
    ("value", "kept"),
    [("2027-01-04", date(2027, 1, 4)), (date(2027, 1, 4), date(2027, 1, 4))],
    ids=["ISO text", "a date"],
)
def test_a_day_is_a_moment(value: object, kept: date) -> None:
    assert moment(value) == kept
    assert instant(kept) == kept


def test_a_time_in_a_zone_is_a_moment_and_compares_in_utc() -> None:
    later = TEN.astimezone(timezone(timedelta(hours=1)))
    assert moment(TEN) is TEN
    assert instant(later) == TEN
    assert instant(later).tzinfo is UTC  # type: ignore[attr-defined] # it is a time


def test_is_printed_in_short() -> None:
    assert moment_in_short(TEN) == "10:00 UTC, 4 January 2027"
    assert moment_in_short(TEN.date()) == "4 January 2027"


REFUSED: list[tuple[str, object, type[MasaError], str]] = [
    ("no zone", TEN.replace(tzinfo=None), KindError, "not in any time zone; give an"),
    ("a zone of no distance", TEN.replace(tzinfo=Nowhere()), KindError, "z"),
    ("too early", TEN.replace(year=1899), DateError, "outside 1900 to 2200"),
    ("too late", TEN.replace(year=2201), DateError, "outside 1900 to 2200"),
    (
        "the last time",
        datetime.max.replace(tzinfo=UTC, microsecond=0),
        DateError,
        "outside",
    ),
]
NO_MOMENT: list[tuple[str, object, type[MasaError], str]] = [
    ("a fraction", TEN.replace(microsecond=1), DateError, "fraction of a second; give"),
    ("a number", 4, KindError, "is not a day"),
    ("other text", "4 January 2027", DateError, "is not a day"),
    ("ISO text of no time", "2027-01-04T25:00", DateError, "is not a time; write"),
    ("ISO text of a time in no zone", "2027-01-04T10:00", KindError, "time zone"),
]


@pytest.mark.parametrize(
    ("value", "error", "says"),
    [case[1:] for case in (*REFUSED, *NO_MOMENT)],
    ids=[case[0] for case in (*REFUSED, *NO_MOMENT)],
)
def test_is_no_moment(value: object, error: type[MasaError], says: str) -> None:
    with pytest.raises(error, match=says):
        moment(value)


@pytest.mark.parametrize(
    ("value", "error", "says"),
    [
        *(case[1:] for case in REFUSED),
        (TEN.date(), KindError, "is not a time; give an aware time"),
        ("2027-01-04T10:00+00:00", KindError, "is not a time"),
    ],
    ids=[*(case[0] for case in REFUSED), "a day", "text"],
)
def test_is_no_aware_time(value: object, error: type[MasaError], says: str) -> None:
    with pytest.raises(error, match=says):
        aware(value)


def test_an_aware_time_may_have_a_fraction_of_a_second() -> None:
    assert aware(TEN.replace(microsecond=1)).microsecond == 1
