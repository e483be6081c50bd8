"""Dates as documents print them, compared without guessing."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from masa.ground.dates import When
from masa.ground.errors import DateError, KindError
from masa.ground.logic import Answer
from masa.ground.periods import FinancialYear, Period
from masa.ground.spans import day, long_day

OCTOBER = When(date(2019, 10, 1), date(2019, 10, 31))
NO_DAY = [
    pytest.param("2019-02-29", id="no leap day in 2019"),
    pytest.param("2019-13-01", id="no thirteenth month"),
    pytest.param("1899-12-31", id="a day too early"),
    pytest.param("2201-01-01", id="a day too late"),
    pytest.param("2019-1-1", id="digits left out"),
    pytest.param("٢٠١٩-10-01", id="digits of another script"),
    pytest.param("", id="nothing"),
]


class TestDay:
    @pytest.mark.parametrize("text", ["1900-01-01", "2020-02-29", "2200-12-31"])
    def test_is_read_from_iso_text(self, text: str) -> None:
        assert day(text) == day(date.fromisoformat(text)) == date.fromisoformat(text)

    @pytest.mark.parametrize("text", NO_DAY)
    def test_that_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(DateError):
            day(text)

    def test_outside_the_years_is_refused_as_a_date_too(self) -> None:
        with pytest.raises(DateError, match="outside 1900 to 2200"):
            day(date(2201, 1, 1))

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            pytest.param(datetime(2019, 10, 1, tzinfo=UTC), "is a time", id="a time"),
            pytest.param(20191001, "is not a day", id="a number"),
            pytest.param(None, "is not a day", id="nothing"),
        ],
    )
    def test_is_not_a_time_or_a_number(self, value: object, said: str) -> None:
        with pytest.raises(KindError, match=said):
            day(value)

    def test_is_printed_in_english(self) -> None:
        assert long_day(date(2019, 10, 1)) == "1 October 2019"


READ = [
    ("1 October 2019", "2019-10-01"),
    ("01 october 2019", "2019-10-01"),
    ("2019-10-01", "2019-10-01"),
    ("October 2019", "2019-10"),
    (" October\n2019 ", "2019-10"),
    ("2019-10", "2019-10"),
    ("February 2020", "2020-02-01/2020-02-29"),
    ("2019", "2019"),
    ("April/May 2019", "2019-04/2019-05"),
    ("June to July 2019", "2019-06/2019-07"),
    ("1/2 October 2019", "2019-10-01/2019-10-02"),
    ("30 September to 2 October 2019", "2019-09-30/2019-10-02"),
    ("1 October 2019 to 5 November 2019", "2019-10-01/2019-11-05"),
    ("2019-10/2019-11", "2019-10/2019-11"),
    ("2019-10-01/2019-10-05", "2019-10-01/2019-10-05"),
    ("2017-2021", "2017-01/2021-12"),
    ("2017\N{EN DASH}2021", "2017-01/2021-12"),
    ("2017/18", "2017-04/2018-08"),
    ("17/18", "2017-04/2018-08"),
    ("2017-18", "2017-04/2018-08"),
    ("1999/00", "1999-04/2000-08"),
    ("2009-10", "2009-10"),
    ("by September 2019", "../2019-09-30"),
    ("By September 2019", "../2019-09-30"),
    ("until 2019", "../2019-12-31"),
    ("before 1 March 2020", "../2020-02-29"),
    ("after 28 February 2020", "2020-02-29/.."),
    ("after March 2019", "2019-04-01/.."),
    ("from April/May 2019", "2019-04-01/.."),
    ("since October 2019", "2019-10"),
    ("as of October 2019", "2019-10"),
    ("As of October 2019", "2019-10"),
    ("../2019-09-30", "../2019-09-30"),
    ("2019-10-01/..", "2019-10-01/.."),
    ("undated", "undated"),
    ("Undated", "undated"),
    ("..", "undated"),
    ("../..", "undated"),
]
UNREADABLE = [
    "",
    "soon",
    "by",
    "by by 2019",
    "October",
    "October 19",
    "1/10/2019",
    "10/2019",
    "May/2019",
    "5/6 2019",
    "1 Octember 2019",
    "201 October 2019",
    "2017/19",
    "2017-21",
    "2019-13",
    "2019-10-01..",
    "2019..2020",
    "2019-10-01/2019..",
    "../2019-09",
    "30 February 2019",
    "0000",
    "9999/00",
    "after 9999",
    "before 0001",
    "after 2200",
    "before 1900",
    "1899",
    "٢٠١٧/١٨",
    "May/April 2019",
    "December/January 2020",
    "1 October 2019 to 2 October 2019 to 3 October 2019",
]


class TestReading:
    @pytest.mark.parametrize(("text", "written"), READ)
    def test_keeps_what_the_words_can_mean(self, text: str, written: str) -> None:
        when = When.from_text(text)
        assert when == When.from_text(written)
        expected = {"2020-02-01/2020-02-29": "2020-02"}.get(written, written)
        assert when.written() == expected

    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("1 October 2019", date(2019, 10, 1), date(2019, 10, 1)),
            ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
            ("2019", date(2019, 1, 1), date(2019, 12, 31)),
            ("2017/18", date(2017, 4, 1), date(2018, 8, 31)),
            ("by September 2019", None, date(2019, 9, 30)),
            ("after March 2019", date(2019, 4, 1), None),
            ("undated", None, None),
        ],
    )
    def test_ends_on_the_first_and_the_last_day(
        self, text: str, earliest: date | None, latest: date | None
    ) -> None:
        when = When.from_text(text)
        assert (when.earliest, when.latest) == (earliest, latest)

    @pytest.mark.parametrize("text", UNREADABLE)
    def test_refuses_what_it_cannot_read(self, text: str) -> None:
        with pytest.raises(DateError):
            When.from_text(text)


class TestWhen:
    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("2019-10-01", "1 October 2019"),
            ("2019-10", "October 2019"),
            ("2019", "2019"),
            ("2017-2021", "2017 to 2021"),
            ("April/May 2019", "April to May 2019"),
            ("2017/18", "April 2017 to August 2018"),
            ("1/2 October 2019", "1 October 2019 to 2 October 2019"),
            ("by September 2019", "by 30 September 2019"),
            ("after March 2019", "from 1 April 2019"),
            ("undated", "undated"),
        ],
    )
    def test_prints_in_english(self, text: str, printed: str) -> None:
        assert str(When.from_text(text)) == printed

    def test_is_made_of_a_day_a_text_or_itself(self) -> None:
        assert When.of(date(2019, 10, 1)) == When.on_day("2019-10-01")
        assert When.of("October 2019") == OCTOBER
        assert When.of(OCTOBER) is OCTOBER

    @pytest.mark.parametrize("value", [2019, None, datetime(2019, 10, 1, tzinfo=UTC)])
    def test_is_made_of_nothing_else(self, value: object) -> None:
        with pytest.raises(KindError):
            When.of(value)

    @pytest.mark.parametrize("bound", ["earliest", "latest"])
    def test_a_bound_is_a_day(self, bound: str) -> None:
        given: dict[str, Any] = {bound: datetime(2019, 10, 1, tzinfo=UTC)}
        with pytest.raises(KindError):
            When(**given)

    def test_bounds_do_not_cross(self) -> None:
        with pytest.raises(DateError, match="1 October 2019 is after 30 September"):
            When(date(2019, 10, 1), date(2019, 9, 30))

    def test_is_dated_if_anything_is_known(self) -> None:
        assert When(None, date(2019, 10, 1)).is_dated
        assert not When().is_dated

    def test_equality_is_of_words_and_not_of_days(self) -> None:
        assert When.from_text("2019-10") == OCTOBER
        assert OCTOBER.is_on(OCTOBER) is Answer.UNKNOWN


COMPARED: list[tuple[Callable[[When, date], Answer], str]] = [
    (When.before, "YNN"),
    (When.on_or_before, "YYN"),
    (When.is_on, "NYN"),
    (When.on_or_after, "NYY"),
    (When.after, "NNY"),
]


class TestComparing:
    @pytest.mark.parametrize(
        ("compare", "answers"), COMPARED, ids=[c.__name__ for c, _ in COMPARED]
    )
    def test_two_days(
        self, compare: Callable[[When, date], Answer], answers: str
    ) -> None:
        expected = [Answer.YES if letter == "Y" else Answer.NO for letter in answers]
        when = When.on_day("2019-10-02")
        assert [
            compare(when, date(2019, 10, number)) for number in (3, 2, 1)
        ] == expected

    @pytest.mark.parametrize(
        ("number", "answer"),
        [
            pytest.param(30, Answer.UNKNOWN, id="not yet over"),
            pytest.param(31, Answer.YES, id="over on its last day"),
        ],
    )
    def test_a_month_with_a_day_in_it(self, number: int, answer: Answer) -> None:
        assert OCTOBER.on_or_before(date(2019, 10, number)) is answer


class TestFinancialYear:
    @pytest.mark.parametrize(
        ("text", "start"),
        [
            ("2018/19", 2018),
            ("18/19", 2018),
            ("2018-19", 2018),
            ("2018\N{EN DASH}19", 2018),
            ("2009-10", 2009),
            ("1999/00", 1999),
        ],
    )
    def test_is_read_by_its_two_years(self, text: str, start: int) -> None:
        assert FinancialYear.from_text(text) == FinancialYear(start)

    @pytest.mark.parametrize(
        "text",
        [
            "2018",
            "2018/20",
            "2018/2019",
            " 18/19",
            "18-9",
            "1899/00",
            "2200/01",
            "١٨/١٩",
        ],
    )
    def test_refuses_another_text(self, text: str) -> None:
        with pytest.raises(DateError):
            FinancialYear.from_text(text)

    @pytest.mark.parametrize("value", [True, "2018", 2018.0, None])
    def test_refuses_another_kind(self, value: object) -> None:
        given: dict[str, Any] = {"start": value}
        with pytest.raises(KindError, match="is not a year"):
            FinancialYear(**given)

    @pytest.mark.parametrize(
        "value", [1899, 2200, pytest.param(10**5000, id="too long to print")]
    )
    def test_refuses_a_year_out_of_range(self, value: int) -> None:
        with pytest.raises(DateError, match="outside 1900 to 2199"):
            FinancialYear(value)

    @pytest.mark.parametrize("start", [1900, 2018, 2199])
    def test_runs_from_april_to_march(self, start: int) -> None:
        year = FinancialYear(start)
        assert (year.first, year.last) == (date(start, 4, 1), date(start + 1, 3, 31))

    def test_prints_its_two_years(self) -> None:
        assert str(FinancialYear(2018)) == FinancialYear(2018).written() == "2018/19"
        assert str(FinancialYear(1999)) == "1999/00"


def period(**bounds: Any) -> Period:  # noqa: ANN401 (plain values are taken)
    """Make a period of plain values."""
    return Period(**bounds)


class TestPeriod:
    @pytest.mark.parametrize(
        ("made", "printed"),
        [
            (period(start="2017", end="2021"), "2017 to 2021"),
            (period(start="2019-10-01"), "from 1 October 2019"),
            (period(end="2019-10"), "until October 2019"),
            (period(), "at all times"),
        ],
    )
    def test_prints_in_english(self, made: Period, printed: str) -> None:
        assert str(made) == printed

    @pytest.mark.parametrize(
        ("bounds", "on", "answer"),
        [
            pytest.param({"start": "2019-10-02"}, 1, Answer.NO, id="the day before"),
            pytest.param({"start": "2019-10-02"}, 2, Answer.YES, id="the first day"),
            pytest.param({"end": "2019-10-02"}, 2, Answer.YES, id="the last day"),
            pytest.param({"end": "2019-10-02"}, 3, Answer.NO, id="the day after"),
            pytest.param({"start": "2019-10"}, 5, Answer.UNKNOWN, id="in the month"),
            pytest.param({}, 5, Answer.YES, id="at all times"),
        ],
    )
    def test_covers_its_end_days(
        self, bounds: dict[str, str], on: int, answer: Answer
    ) -> None:
        assert period(**bounds).covers(date(2019, 10, on)) is answer

    @pytest.mark.parametrize(
        ("one", "other", "answer"),
        [
            pytest.param(
                period(end="2019-10-02"),
                period(start="2019-10-02"),
                Answer.YES,
                id="that meet on a day",
            ),
            pytest.param(
                period(end="2019-10-01"),
                period(start="2019-10-02"),
                Answer.NO,
                id="that follow one another",
            ),
            pytest.param(
                period(end="2019-10"),
                period(start="2019-10"),
                Answer.UNKNOWN,
                id="that change within a month",
            ),
            pytest.param(
                period(), period(start="2019"), Answer.YES, id="one without bounds"
            ),
        ],
    )
    def test_overlaps(self, one: Period, other: Period, answer: Answer) -> None:
        assert one.overlaps(other) is other.overlaps(one) is answer

    def test_may_not_surely_end_before_it_begins(self) -> None:
        with pytest.raises(DateError, match=r"ends .2019. before it begins .2020."):
            period(start="2020", end="2019")

    def test_may_begin_and_end_in_one_month(self) -> None:
        assert period(start="2019-10", end="2019-10").start == OCTOBER

    def test_a_bound_is_a_date(self) -> None:
        with pytest.raises(KindError):
            period(start=2019)
