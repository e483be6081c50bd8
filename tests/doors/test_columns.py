"""Columns equal the scalar rule row by row, whatever kind of column they are."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import dask.dataframe as dd
import duckdb
import nanoarrow as na
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa import columns

# Imported here, since a database may import it in a thread that no tracer sees.
from masa.columns import arrow_facts  # noqa: F401
from masa.ground.durations import Unit
from masa.ground.errors import (
    CoverageError,
    DateError,
    EventError,
    KindError,
    MasaError,
    NotInForceError,
    NotQuantifiedError,
    RangeError,
    UnknownNameError,
)

CLOCK = "rapid-review"
FIRST, LAST = date(2018, 12, 1), date(2028, 6, 30)
ON = date(2028, 9, 1)
BOOK = masa.law(LAST)
DAYS: list[date | None] = [date(2026, 12, 11), None, date(2027, 1, 6)]
DUES = [date(2027, 1, 6), None, date(2027, 1, 27)]
D64 = "datetime64[D]"

Rows = Sequence[date | None]
days = st.none() | st.dates(FIRST, LAST)


def as_array(rows: Rows) -> Any:  # noqa: ANN401 (a column of any kind)
    return np.array(rows, D64)


def as_series(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return pd.Series(np.array(rows, D64))


def as_polars(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return pl.Series(rows, dtype=pl.Date)


def as_arrow(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return pa.array(rows, pa.date32())


def as_slice(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    """Give an array that begins within a byte of its bits."""
    return pa.array([None, FIRST, None, *rows], pa.date32()).slice(3)


def as_chunks(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    half = len(rows) // 2
    return pa.chunked_array(
        [as_slice(rows[:half]), as_arrow([]), as_arrow(rows[half:])], pa.date32()
    )


def as_table(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return pa.table({"event": as_chunks(rows)})


def as_text(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return pl.Series([row and row.isoformat() for row in rows], dtype=pl.String)


def as_times(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return as_arrow(rows).cast(pa.timestamp("us"))


def as_list(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return list(rows)


partitioned: Any = dd.from_pandas  # it has no types
ARROW: Any = "arrow"  # DuckDB names its own type for it

READ_ONLY = np.empty(3, D64)
READ_ONLY.flags.writeable = False

KINDS: dict[str, Callable[[Rows], Any]] = {
    "a list": as_list,
    "a tuple": tuple,
    "an array": as_array,
    "an array of nanoseconds": lambda rows: as_array(rows).astype("datetime64[ns]"),
    "a masked array": lambda rows: np.ma.array(
        [row or FIRST for row in rows], D64, mask=[row is None for row in rows]
    ),
    "an array of objects with NaT": lambda rows: np.array(
        [row or pd.NaT for row in rows] + [None], object
    )[:-1],
    "an array of objects": lambda rows: np.array([*rows, None], object)[:-1],
    "a strided array": lambda rows: np.repeat(as_array(rows), 2)[::2],
    "a series of pandas": as_series,
    "a series of objects": lambda rows: pd.Series(list(rows), dtype=object),
    "a series of Arrow days": lambda rows: pd.Series(
        list(rows), dtype=pd.ArrowDtype(pa.date32())
    ),
    "a series of Polars": as_polars,
    "texts of Polars": as_text,
    "an Arrow array": as_arrow,
    "an Arrow slice": as_slice,
    "Arrow chunks": as_chunks,
    "an Arrow table": as_table,
    "Arrow words": lambda rows: pa.array(
        [row and row.isoformat() for row in [FIRST, *rows]], pa.string()
    ).slice(1),
    "Arrow milliseconds": lambda rows: as_arrow(rows).cast(pa.date64()),
    "Arrow times": as_times,
}


def plainly(column: Any) -> list[Any]:  # noqa: ANN401 (a column of any kind)
    """Give any column as plain Python values."""
    if isinstance(column, na.Array):
        return list(column.to_pylist())
    if isinstance(column, pd.Series):
        column = column.to_numpy()
    values = column.tolist() if isinstance(column, np.ndarray) else list(column)
    if isinstance(column, np.ndarray) and column.dtype.kind == "M":
        values = column.astype(D64).tolist()
    return [None if value != value else value for value in values]  # noqa: PLR0124 (NaN)


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_gives_the_due_days(self, kind: str) -> None:
        assert plainly(columns.due(CLOCK, KINDS[kind](DAYS))) == DUES

    def test_may_be_empty(self, kind: str) -> None:
        empty = KINDS[kind]([])
        assert plainly(columns.due(CLOCK, empty)) == []
        assert plainly(columns.status(CLOCK, empty, on=ON)) == []
        assert plainly(columns.days_late(CLOCK, empty, on=ON)) == []
        assert plainly(columns.working_days_between(empty, empty)) == []

    def test_may_be_wholly_unknown(self, kind: str) -> None:
        assert plainly(columns.due(CLOCK, KINDS[kind]([None, None]))) == [None, None]

    def test_says_where_each_row_stands(self, kind: str) -> None:
        events = KINDS[kind]([*DAYS, date(2026, 12, 11)])
        done = KINDS[kind]([date(2027, 1, 6), None, None, date(2027, 1, 8)])
        found = columns.status(CLOCK, events, on="2027-01-27", done=done)
        assert plainly(found) == ["done in time", None, "due today", "done late"]
        late = columns.days_late(CLOCK, events, on="2027-01-27", done=done)
        assert plainly(late) == [0, None, 0, 2]

    def test_counts_working_days(self, kind: str) -> None:
        events = KINDS[kind](DAYS)
        found = columns.working_days_between(events, KINDS[kind](DUES))
        assert plainly(found) == [15, None, 15]
        assert plainly(columns.working_days_between(KINDS[kind](DUES), events)) == [
            -15,
            None,
            -15,
        ]
        assert plainly(columns.working_days_between("2026-12-11", events)) == [
            0,
            None,
            15,
        ]
        assert plainly(columns.working_days_between(events, date(2027, 1, 6))) == [
            15,
            None,
            0,
        ]

    def test_names_the_rows_that_have_no_answer(self, kind: str) -> None:
        rows = [date(2026, 1, 5), None, date(2014, 1, 1), date(2013, 1, 1)]
        with pytest.raises(CoverageError, match=r"^rows 2, 3: .* cover 1 January 2014"):
            columns.due(CLOCK, KINDS[kind](rows))
        with pytest.raises(CoverageError, match=r"^rows 2: .*2009|^row 2: .*2009"):
            columns.working_days_between(
                KINDS[kind]([*DAYS[:2], date(2009, 1, 1)]), date(2026, 1, 5)
            )


class TestEqualToTheScalarRule:
    """Each row is what the scalar rule says of it alone."""

    # Of a short calendar a table is soon made.
    CALENDAR = evolve(masa.england(), first=date(2018, 11, 1), last=date(2029, 12, 31))
    CLOCKS = tuple(
        clock.id
        for clock in BOOK.clocks
        if clock.events
        and clock.is_quantified
        and not any(
            one.length and one.length.unit is Unit.HOURS for one in clock.limits
        )
    )

    @pytest.mark.parametrize("clock", CLOCKS)
    def test_due(self, clock: str) -> None:
        event = BOOK.clock(clock).events[0].name
        rows: list[date] = []
        expected: list[date] = []
        for number in range(0, (LAST - FIRST).days, 3):
            day = FIRST + timedelta(days=number)
            try:
                found = masa.deadline(clock, calendar=self.CALENDAR, **{event: day}).due  # type: ignore[arg-type] # an event is no calendar
            except NotInForceError:
                continue
            assert type(found) is date
            rows.append(day)
            expected.append(found)
        assert rows
        for column in (rows, as_arrow(rows)):
            found_all = columns.due(clock, column, calendar=self.CALENDAR)
            assert plainly(found_all) == expected

    @given(
        rows=st.lists(days),
        kind=st.sampled_from(sorted(KINDS)),
        clock=st.sampled_from(["rapid-review", "notify-panel", "keep-local-report"]),
        reading=st.sampled_from([None, masa.Convention(start=masa.Start.INCLUDED)]),
    )
    def test_due_of_any_rows(
        self, rows: Rows, kind: str, clock: str, reading: masa.Convention | None
    ) -> None:
        event = BOOK.clock(clock).events[0].name
        expected = [
            row
            and masa.deadline(
                clock,
                law=BOOK,
                reading=reading,
                **{event: row},  # type: ignore[arg-type] # an event is no calendar
            ).due
            for row in rows
        ]
        column = KINDS[kind](rows)
        found = columns.due(clock, column, law=BOOK, reading=reading)
        assert plainly(found) == expected

    @given(
        rows=st.lists(st.tuples(st.none() | st.dates(date(2026, 3, 18), LAST), days)),
        on=st.dates(date(2028, 1, 1), ON),
        kind=st.sampled_from(sorted(KINDS)),
        clock=st.sampled_from(["rapid-review", "advance-copy", "keep-local-report"]),
    )
    def test_standing(
        self,
        rows: list[tuple[date | None, date | None]],
        on: date,
        kind: str,
        clock: str,
    ) -> None:
        name = BOOK.clock(clock).events[0].name
        possible, expected = [], []
        for event, done in rows:
            try:
                found = event and masa.deadline(
                    clock,
                    on=on,
                    **{name: event},  # type: ignore[arg-type] # an event is no calendar
                ).status(done=done)
            except EventError:
                continue
            possible.append((event, done))
            expected.append(found)
        events, acts = (
            KINDS[kind]([row[place] for row in possible]) for place in (0, 1)
        )
        states = columns.status(clock, events, on=on, done=acts)
        late = columns.days_late(clock, events, on=on, done=acts)
        assert plainly(states) == [one and one.state.value for one in expected]
        assert plainly(late) == [None if not one else one.days_late for one in expected]

    @given(rows=st.lists(st.tuples(days, days)), kind=st.sampled_from(sorted(KINDS)))
    def test_working_days(
        self, rows: list[tuple[date | None, date | None]], kind: str
    ) -> None:
        count = masa.england().count
        expected = [count(*row) if all(row) else None for row in rows]  # type: ignore[arg-type] # both are known
        after, through = (KINDS[kind]([row[place] for row in rows]) for place in (0, 1))
        assert plainly(columns.working_days_between(after, through)) == expected

    def test_a_book_and_a_calendar_are_heeded(self) -> None:
        scotland = masa.WorkingCalendar.from_holidays("GB", "SCT")
        book = masa.law("2020-01-01")
        rows = [date(2026, 12, 18), date(1995, 3, 1), None, date(2050, 3, 1)]
        expected = [
            row and masa.deadline("keep-local-report", law=book, published=row).due
            for row in rows
        ]
        assert columns.due("keep-local-report", rows, law=book) == expected
        found = columns.due(CLOCK, rows[:1], calendar=scotland)
        (event,) = rows[:1]
        assert found == [masa.deadline(CLOCK, calendar=scotland, notified=event).due]

    def test_a_reading_may_run_from_another_event(self) -> None:
        found = columns.due(CLOCK, ["2026-04-02"], reading="from-awareness")
        expected = masa.deadline(
            CLOCK, aware=date(2026, 4, 2), reading="from-awareness"
        )
        assert found == [expected.due]

    def test_follows_the_law_of_each_row(self) -> None:
        rows = [date(2018, 6, 28), date(2018, 6, 29)]
        assert columns.due("serious-case-review-decision", rows[:1])
        with pytest.raises(NotInForceError, match=r"^row 0: "):
            columns.due("keep-local-report", rows)

    @pytest.mark.parametrize(
        ("on", "state"),
        [("2027-03-02", "must be kept"), ("2027-03-03", "may end")],
    )
    def test_what_is_kept_is_kept_to_the_end_of_the_due_day(
        self, on: str, state: str
    ) -> None:
        events = ["2026-03-02", None]
        found = columns.status("keep-local-report", events, on=on)
        assert found == [state, None]
        one = masa.deadline("keep-local-report", on=on, published="2026-03-02")
        assert one.status().state.value == state


class TestKindGivenBack:
    def test_is_that_of_numpy(self) -> None:
        found = columns.due(CLOCK, as_array(DAYS))
        assert found.dtype == D64
        late = columns.days_late(CLOCK, as_array(DAYS), on=ON)
        assert late.dtype == np.float64
        states = columns.status(CLOCK, as_array(DAYS), on=ON)
        assert states.dtype == object

    def test_keeps_the_index_of_pandas(self) -> None:
        events = pd.Series(np.array(DAYS, D64), index=["a", "b", "c"], name="notified")
        for found in (
            columns.due(CLOCK, events),
            columns.status(CLOCK, events, on=ON),
            columns.days_late(CLOCK, events, on=ON),
        ):
            assert list(found.index) == ["a", "b", "c"]
        assert columns.due(CLOCK, events).dtype.kind == "M"

    @pytest.mark.parametrize("kind", [as_polars, as_arrow, as_slice, as_chunks])
    def test_is_read_by_every_arrow_library(self, kind: Callable[[Rows], Any]) -> None:
        found = columns.due(CLOCK, kind(DAYS))
        assert pl.Series(found).to_list() == DUES
        assert pl.Series(found).dtype == pl.Date
        assert pa.chunked_array(found).to_pylist() == DUES
        assert pa.chunked_array(found).type == pa.date32()
        pa.chunked_array(found).validate(full=True)

    def test_of_nulls_without_a_type_is_unknown(self) -> None:
        assert plainly(columns.due(CLOCK, pa.nulls(2))) == [None, None]

    def test_of_words_is_text(self) -> None:
        found = pa.chunked_array(columns.status(CLOCK, as_arrow(DAYS), on=ON))
        found.validate(full=True)
        assert found.null_count == 1
        assert found.to_pylist() == ["overdue", None, "overdue"]

    def test_of_numbers_is_whole(self) -> None:
        found = pa.chunked_array(columns.days_late(CLOCK, as_arrow(DAYS), on=ON))
        assert found.type == pa.int32()
        assert found.null_count == 1

    def test_leaves_what_was_given_alone(self) -> None:
        events = as_array(DAYS)
        before = events.copy()
        columns.due(CLOCK, events)[:] = "2000-01-01"
        assert np.array_equal(events, before, equal_nan=True)

    def test_a_large_column_is_looked_up_block_by_block(self) -> None:
        rows = np.arange("2019-01-01", "2028-01-01", dtype=D64)
        events = np.tile(rows, 50)
        once = columns.due("notify-panel", rows)
        assert np.array_equal(columns.due("notify-panel", events), np.tile(once, 50))
        arrow = columns.due("notify-panel", pa.array(events))
        assert np.array_equal(pa.chunked_array(arrow).to_numpy(), np.tile(once, 50))


class TestOut:
    def test_is_written_and_given_back(self) -> None:
        out = np.empty(3, D64)
        assert columns.due(CLOCK, as_array(DAYS), out=out) is out
        assert plainly(out) == DUES

    def test_is_filled_block_by_block(self) -> None:
        events = np.full(200_000, np.datetime64("2026-12-11"))
        out = columns.due(CLOCK, events, out=np.empty_like(events))
        assert (out == np.datetime64("2027-01-06")).all()

    @pytest.mark.parametrize(
        ("events", "out", "said"),
        [
            pytest.param(as_array(DAYS), np.empty(2, D64), "shape", id="too short"),
            pytest.param(
                as_array(DAYS), np.empty(6, D64)[::2], "one piece", id="strided"
            ),
            pytest.param(
                as_array(DAYS), np.empty(3, "i8"), "does not fit", id="of numbers"
            ),
            pytest.param(
                as_array(DAYS),
                np.empty(3, "datetime64[s]"),
                "does not fit",
                id="of times",
            ),
            pytest.param(as_array(DAYS), [None] * 3, "does not fit", id="a list"),
            pytest.param(as_array(DAYS), READ_ONLY, "written to", id="read-only"),
            pytest.param(DAYS, np.empty(3, D64), "does not fit", id="for a list"),
        ],
    )
    def test_has_to_fit(self, events: object, out: Any, said: str) -> None:  # noqa: ANN401 (that is the question)
        with pytest.raises(KindError, match=said):
            columns.due(CLOCK, events, out=out)

    def test_is_not_the_events(self) -> None:
        events = as_array(DAYS)
        with pytest.raises(KindError, match="the events themselves"):
            columns.due(CLOCK, events, out=events)


class TestRefusals:
    @pytest.mark.parametrize(
        ("events", "error", "said"),
        [
            (["2026-12-11", "11/12/2026"], DateError, r"^row 1: .*not a day"),
            (["2026-02-30", "x", "y"], DateError, r"^rows 0, 1, 2: there is no day"),
            ([date(2026, 1, 5), 5], KindError, r"^row 1: 5 is not a day"),
            (
                [datetime(2026, 1, 5, tzinfo=UTC)],
                KindError,
                r"^row 0: .* is a time, not a day",
            ),
            ("2026-12-11", KindError, "is no column"),
            (date(2026, 12, 11), KindError, "is no column"),
            (5, KindError, "is no column"),
            (iter([]), KindError, "is no column"),
            (np.array([1, 2]), KindError, '"int64" is not a type of days'),
            (np.zeros((2, 2), D64), KindError, "2 dimensions"),
            (
                np.array(["2026-01-05", "2026-01-05T10"], "datetime64[h]"),
                KindError,
                r"^row 1: 2026-01-05T10 is a time",
            ),
            (
                pd.Series(pd.to_datetime(["2026-01-05T10:00Z"])),
                KindError,
                r"^row 0: .* is a time",
            ),
            (pa.array([1.5]), KindError, "double.* holds no days"),
            (
                pa.array([datetime(2026, 1, 5, tzinfo=UTC)], pa.timestamp("us", "UTC")),
                KindError,
                "holds no days",
            ),
            (
                pa.table({"a": as_arrow(DAYS), "b": as_arrow(DAYS)}),
                KindError,
                "2 columns",
            ),
            (
                partitioned(as_series(DAYS), npartitions=1),
                KindError,
                "not yet computed",
            ),
            (
                np.array(["2026-12"], "datetime64[M]"),
                KindError,
                r"datetime64\[M\]\" is not a type of days",
            ),
            (pd.DataFrame({"a": DAYS, "b": DAYS}), KindError, "2 columns"),
            (
                pa.StructArray.from_arrays(
                    [as_arrow(DAYS)], ["a"], mask=pa.array([True, False, False])
                ),
                KindError,
                "null rows",
            ),
            (
                pa.chunked_array([["2026-12-11"] * 3, ["2026-12-11", "x"]]),
                DateError,
                r"^row 4: ",
            ),
            (
                pl.Series(["2026-12-11", "the eleventh of December"] * 9),
                DateError,
                r"^rows 1, 3, 5, 7, 9 and 4 more: ",
            ),
            (
                pa.chunked_array(
                    [[datetime(2026, 1, 5)], [datetime(2026, 1, 5, 10)]]  # noqa: DTZ001 (days without a zone)
                ),
                KindError,
                r"^row 1: .* is a time",
            ),
            ([date(2045, 1, 1)], CoverageError, r"^row 0: .*1 January 2045"),
            (
                np.array(["3000-01-01"], D64),
                DateError,
                r"^row 0: 3000-01-01 lies outside 1900 to 2200",
            ),
            (
                [date(2014, 1, n) for n in range(1, 9)],
                CoverageError,
                r"^rows 0, 1, 2, 3, 4 and 3 more: ",
            ),
        ],
    )
    def test_of_events(self, events: object, error: type[MasaError], said: str) -> None:
        with pytest.raises(error, match=said):
            columns.due(CLOCK, events)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"calendar": "england"},
            {"calendar": 0},
            {"law": ["2026-01-01"]},
            {"reading": ["day-one-counted"]},
        ],
    )
    def test_of_what_else_is_given(self, wrong: Any) -> None:  # noqa: ANN401 (that is the question)
        with pytest.raises(KindError):
            columns.due(CLOCK, DAYS, **wrong)

    def test_of_many_days_is_quick_and_names_every_row(self) -> None:
        events = np.tile(np.arange("2005-01-01", "2015-01-01", dtype=D64), 50)
        with pytest.raises(CoverageError, match=rf" and {len(events) - 5:,} more: "):
            columns.due(CLOCK, events)

    def test_a_first_fault_comes_first(self) -> None:
        with pytest.raises(NotInForceError, match=r"^row 0: "):
            columns.due(CLOCK, [date(2016, 1, 4), date(2014, 1, 6), date(2026, 1, 5)])
        with pytest.raises(CoverageError, match=r"^row 0: "):
            columns.due(CLOCK, [date(2014, 1, 6), date(2016, 1, 4), date(2026, 1, 5)])

    def test_a_later_chunk_is_counted_on(self) -> None:
        events = pa.chunked_array([as_arrow(DAYS), as_arrow([None, date(2014, 1, 1)])])
        with pytest.raises(CoverageError, match=r"^row 4: ") as caught:
            columns.due(CLOCK, events)
        assert caught.value.first == date(2015, 3, 26)

    @pytest.mark.parametrize(
        ("clock", "reading", "error", "said"),
        [
            ("rapid-revue", None, UnknownNameError, "did you mean"),
            (CLOCK, "nonsense", UnknownNameError, "has no reading"),
            (CLOCK, 5, KindError, "is no reading"),
            ("publish-arrangements-2018", None, EventError, "falls on a fixed day"),
            ("section-47-enquiries", None, NotQuantifiedError, r"^rows 0, 2: "),
            ("child-death-notification", None, KindError, "runs in hours"),
        ],
    )
    def test_of_the_clock(
        self,
        clock: str,
        reading: Any,  # noqa: ANN401 (that is the question)
        error: type[MasaError],
        said: str,
    ) -> None:
        with pytest.raises(error, match=said):
            columns.due(clock, DAYS, reading=reading)

    @pytest.mark.parametrize(
        ("events", "on", "done", "error", "said"),
        [
            (DAYS, "2026-12-20", None, EventError, r"^row 2: notified lies on"),
            (DAYS, ON, ["2028-10-01", None, None], EventError, r"^row 0: it was done"),
            (DAYS, ON, [None, None, "2027-01-05"], EventError, r"^row 2: it was done"),
            (
                ["2028-10-01"] * 3000,
                ON,
                None,
                EventError,
                r"^rows 0, 1, 2, 3, 4 and 2,995 more: notified lies on",
            ),
            (
                pd.Series(DAYS, index=[1, 2, 3]),
                ON,
                pd.Series([None] * 3, index=[3, 2, 1]),
                RangeError,
                "two indexes",
            ),
            (DAYS, ON, [None], RangeError, "have 1 and 3 rows"),
            (DAYS, ON, 5, KindError, "is no column"),
            (DAYS, "2050-01-01", None, CoverageError, r"^rows 0, 2: .* 2050"),
            (DAYS, "2028-02-30", None, DateError, "no day 30"),
            ("2026-12-11", ON, None, KindError, "the events are no column"),
            ("2026-12-11", ON, DAYS, KindError, "the events are no column"),
        ],
    )
    def test_of_a_standing(
        self,
        events: object,
        on: Any,  # noqa: ANN401 (that is the question)
        done: object,
        error: type[MasaError],
        said: str,
    ) -> None:
        for ask in (columns.status, columns.days_late):
            with pytest.raises(error, match=said):
                ask(CLOCK, events, on=on, done=done)

    def test_today_is_not_looked_at_where_the_act_is_known(self) -> None:
        done = ["2027-01-05", None, "2027-01-28"]
        found = columns.status(CLOCK, DAYS, on="2041-01-02", done=done)
        assert found == ["done in time", None, "done late"]

    def test_an_act_long_before_the_calendar(self) -> None:
        events, done = ["2026-05-11"], ["2009-01-05"]
        with pytest.raises(CoverageError, match=r"^row 0: 5 January 2009"):
            columns.status("advance-copy", events, on=ON, done=done)

    def test_what_comes_before_an_event_may_lie_ahead(self) -> None:
        found = columns.status("advance-copy", ["2028-12-04"], on=ON)
        assert found == ["not yet due"]

    def test_counting_needs_a_calendar(self) -> None:
        for calendar in ("england", 0):
            with pytest.raises(KindError, match="is no WorkingCalendar"):
                columns.working_days_between(DAYS, DUES, calendar=calendar)  # type: ignore[arg-type] # that is the question

    def test_counting_needs_a_column(self) -> None:
        with pytest.raises(KindError, match="neither is a column"):
            columns.working_days_between("2026-12-11", "2027-01-06")
        with pytest.raises(RangeError, match="2 and 3 rows"):
            columns.working_days_between(DAYS, DUES[:2])


class TestCalendarTable:
    @pytest.fixture
    def table(self) -> pa.Table:
        clocks = ("rapid-review", "RR_15WD", "keep-local-report")
        return pa.table(columns.calendar_table(*clocks))

    def test_has_a_row_for_each_day(self, table: pa.Table) -> None:
        rows = table.to_pylist()
        calendar = masa.england()
        assert len(rows) == (calendar.last - calendar.first).days + 1
        for row in rows[:: 7 * 13 + 1]:
            why = calendar.why(row["day"])
            assert row["is_working"] is why.is_working
            assert row["why"] == (None if why.is_working else why.why)
            assert row["is_projected"] is why.is_projected

    def test_numbers_the_working_days(self, table: pa.Table) -> None:
        rows = {row["day"]: row["working_days"] for row in table.to_pylist()}
        for after, through in product(DAYS[::2], DUES[::2]):
            expected = masa.england().count(after, through)  # type: ignore[arg-type] # both are known
            if expected >= 0:
                assert rows[through] - rows[after] == expected

    def test_has_the_due_day_of_each_clock(self, table: pa.Table) -> None:
        rows = {row["day"]: row for row in table.to_pylist()}
        row = rows[date(2026, 12, 11)]
        assert row["rapid-review"] == row["RR_15WD"] == date(2027, 1, 6)
        assert row["keep-local-report"] == date(2027, 12, 11)
        assert rows[date(2014, 1, 1)]["rapid-review"] is None

    def test_may_be_of_another_calendar(self) -> None:
        scotland = masa.WorkingCalendar.from_holidays("GB", "SCT", first_year=2026)
        table = pa.table(columns.calendar_table(calendar=scotland))
        (row,) = table.filter(pa.compute.equal(table["day"], date(2026, 1, 2)))[
            "is_working"
        ].to_pylist()
        assert row is False

    def test_knows_nothing_before_the_law(self) -> None:
        early = masa.WorkingCalendar.from_holidays(
            "GB", "ENG", first_year=1968, last_year=2020
        )
        table = pa.table(columns.calendar_table(CLOCK, calendar=early)).to_pylist()
        known = [row["day"] for row in table if row[CLOCK] is not None]
        assert table[0]["day"] == date(1968, 1, 1)
        assert min(known) == date(2018, 6, 29)

    def test_has_no_column_of_a_clock_that_is_none(self) -> None:
        with pytest.raises(UnknownNameError):
            columns.calendar_table("rapid-revue")


class TestEngines:
    """Each engine runs it as a plain function over its batches."""

    def test_polars(self) -> None:
        frame = pl.DataFrame({"notified": as_polars(DAYS)})
        found = frame.with_columns(
            due=pl.Series(columns.due(CLOCK, frame["notified"])),
            late=pl.Series(columns.days_late(CLOCK, frame["notified"], on=ON)),
        )
        assert found["due"].to_list() == DUES
        lazy = frame.lazy().with_columns(
            pl.col("notified")
            .map_batches(
                lambda series: pl.Series(columns.due(CLOCK, series)),
                return_dtype=pl.Date,
            )
            .alias("due")
        )
        assert lazy.collect()["due"].to_list() == DUES

    def test_duckdb_as_a_relation(self) -> None:
        cases = pa.table({"notified": as_arrow(DAYS)})
        relation = duckdb.sql("select notified from cases")
        assert plainly(columns.due(CLOCK, relation)) == DUES
        assert cases.num_rows == len(DAYS)

    def test_duckdb_as_a_function(self) -> None:
        connection = duckdb.connect()
        connection.create_function(
            "due",
            lambda notified: pa.chunked_array(columns.due(CLOCK, notified)),
            ["DATE"],
            "DATE",
            type=ARROW,
        )
        query = "select due(day) from (values (date '2026-12-11'), (null)) t(day)"
        assert connection.sql(query).fetchall() == [(DUES[0],), (None,)]

    def test_duckdb_as_a_join(self) -> None:
        calendar = columns.calendar_table()
        cases = pa.table({"notified": as_arrow(DAYS)})
        query = """
            select due.day from cases
            left join calendar event on event.day = cases.notified
            left join calendar due on due.is_working
              and due.working_days = event.working_days + 15
            """
        found = duckdb.connect().execute(query).fetchall()
        assert sorted(filter(None, (row[0] for row in found))) == DUES[::2]
        assert calendar.schema.fields
        assert cases.num_rows == len(found)

    def test_dask(self) -> None:
        parts = partitioned(as_series(DAYS * 4), npartitions=3)
        found = parts.map_partitions(
            lambda part: columns.due(CLOCK, part), meta=("due", "datetime64[s]")
        ).compute()
        assert plainly(found) == DUES * 4

    def test_pandas(self) -> None:
        frame = pd.DataFrame({"notified": as_series(DAYS)}).iloc[::-1]
        frame["due"] = columns.due(CLOCK, frame["notified"])
        assert plainly(frame.sort_index()["due"]) == DUES


def test_without_arrow_the_rest_works() -> None:
    probe = (
        "import sys; sys.modules['nanoarrow'] = None\n"
        "from masa import columns\n"
        "print(columns.due('rapid-review', ['2026-12-11'])[0])\n"
        "try: columns.calendar_table()\n"
        "except ImportError: print('needs it')"
    )
    run = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True
    )
    assert run.stdout.split("\n")[:2] == ["2027-01-06", "needs it"]
