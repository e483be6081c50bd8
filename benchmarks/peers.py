"""Measure what others do with the same question: 15 working days in England."""

import importlib.metadata
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import duckdb
import holidays
import lexdays
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
from workalendar.europe import UnitedKingdom

import masa
from columns import CLOCK, events_of, holidays_of
from masa import columns
from measuring import Figure, in_empty_calls, wall_times

__all__ = ["figures", "versions"]

DAY = date(2026, 12, 11)
ROWS = 10**6
FEW_ROWS = 10**3  # pandas adds such an offset row by row
NAMES = (
    "duckdb",
    "holidays",
    "lexdays",
    "nanoarrow",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "workalendar",
)


def versions() -> str:
    """Name every package that is measured, with its version."""
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in NAMES)


def figures() -> Iterator[Figure]:
    """Give every figure of others, with that of masa first."""
    yield from _one_day()
    yield from _columns()


def _one_day() -> Iterator[Figure]:
    names = {
        "day": DAY,
        "england": masa.england(),
        "gb": holidays.country_holidays("GB", subdiv="ENG"),
        "lex": lexdays.calendar("gb-eaw"),
        "uk": UnitedKingdom(),
        "busday_offset": np.busday_offset,
        "week": np.busdaycalendar(holidays=holidays_of()),
        "offset": pd.offsets.CustomBusinessDay(15, holidays=holidays_of().tolist()),
        "stamp": pd.Timestamp(DAY),
    }
    jobs = {
        "masa.england().add": "england.add(day, 15)",
        "numpy.busday_offset": "busday_offset(day, 15, 'backward', busdaycal=week)",
        "pandas CustomBusinessDay": "stamp + offset",
        "holidays get_nth_working_day": "gb.get_nth_working_day(day, 15)",
        "workalendar add_working_days": "uk.add_working_days(day, 15)",
        "lexdays add_business_days": "lex.add_business_days(day, 15)",
    }
    for what, calls in in_empty_calls(jobs, names, number=100).items():
        yield Figure(f"15 working days on from one day: {what}", str(calls))


def _columns() -> Iterator[Figure]:
    jobs = {**_few(events_of(FEW_ROWS)), **_many(events_of(ROWS))}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pd.errors.PerformanceWarning)
        spent = wall_times(jobs)
    for what, seconds in spent.items():
        rows = FEW_ROWS if what.startswith(f"{FEW_ROWS:,} ") else ROWS
        each = seconds / rows * 1e9
        yield Figure(f"15 working days on, {what}", f"{each:,.1f} ns a row")


def _few(events: Any) -> dict[str, Callable[[], object]]:  # noqa: ANN401 (an array)
    series = pd.Series(events)
    offset = pd.offsets.CustomBusinessDay(15, holidays=holidays_of().tolist())
    return {
        f"{FEW_ROWS:,} rows, masa of pandas": lambda: columns.due(CLOCK, series),
        f"{FEW_ROWS:,} rows, pandas CustomBusinessDay": lambda: series + offset,
    }


def _many(events: Any) -> dict[str, Callable[[], object]]:  # noqa: ANN401 (an array)
    frame = pl.DataFrame({"event": events})
    series = pd.Series(events)
    week = np.busdaycalendar(holidays=holidays_of())
    plus = pl.col("event").dt.add_business_days(
        15, holidays=holidays_of().tolist(), roll="backward"
    )
    database = _database(events)
    query = 'select "rapid-review" from cases left join days on day = event'
    rows = f"{ROWS:,} rows,"
    return {
        f"{rows} masa of NumPy": lambda: columns.due(CLOCK, events),
        f"{rows} numpy.busday_offset": lambda: np.busday_offset(
            events, 15, roll="backward", busdaycal=week
        ),
        f"{rows} masa of pandas": lambda: columns.due(CLOCK, series),
        f"{rows} masa of Polars": lambda: pl.Series(columns.due(CLOCK, frame["event"])),
        f"{rows} Polars add_business_days": lambda: frame.select(plus),
        f"{rows} DuckDB joined with masa's calendar": lambda: database.sql(
            query
        ).to_arrow_table(),
    }


def _database(events: Any) -> duckdb.DuckDBPyConnection:  # noqa: ANN401 (an array)
    """Hold the events and the calendar as tables of its own."""
    database = duckdb.connect()
    database.from_arrow(pa.table({"event": pa.array(events)})).create("cases")
    database.from_arrow(pa.table(columns.calendar_table(CLOCK))).create("days")
    return database
