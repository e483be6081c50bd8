"""Measure whole columns, in copies of the same memory and in nanoseconds a row."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

import masa
from masa import columns
from measuring import Figure, first_times, wall_times

__all__ = ["CLOCK", "events_of", "figures", "holidays_of"]

CLOCK = "rapid-review"  # 15 working days, on every day asked here
ROWS = 10**7
FEWER_ROWS = 10**6
ON = "2028-12-01"
FIRST_TABLE = f"""
import time
from masa import columns
start = time.process_time()
columns.due("{CLOCK}", ["2026-12-11"])
middle = time.process_time()
columns.due("notify-panel", ["2026-12-11"])
print(middle - start, time.process_time() - middle)
"""


def events_of(rows: int) -> NDArray[np.datetime64]:
    """Give days by chance, those off work among them; the same each time."""
    first, last = np.array(["2019-01-01", "2028-06-01"], "datetime64[D]").astype(int)
    days = np.random.default_rng(0).integers(first, last, rows)
    return days.astype("datetime64[D]")


def holidays_of() -> NDArray[np.datetime64]:
    """Give the bank holidays that masa holds, for those who have to be given them."""
    return np.array([one.day for one in masa.england().closures], "datetime64[D]")


def figures() -> Iterator[Figure]:
    """Give every figure of columns."""
    first, later = first_times(FIRST_TABLE)
    yield Figure("the first column of a process", f"{first * 1e3:.0f} ms")
    yield Figure("the first column of another clock", f"{later * 1e3:.0f} ms")
    yield from _batch()
    yield from _arrow()
    yield from _others()


def _batch() -> Iterator[Figure]:
    events = events_of(ROWS)
    out = np.empty_like(events)
    week = np.busdaycalendar(holidays=holidays_of())
    spent = wall_times(
        {
            "copy": lambda: np.copyto(out, events),
            "with": lambda: columns.due(CLOCK, events, out=out),
            "without": lambda: columns.due(CLOCK, events),
            "offset": lambda: np.busday_offset(
                events, 15, roll="backward", busdaycal=week
            ),
        }
    )
    copy, with_out, without, offset = spent.values()
    rows = f"due days of {ROWS:,} rows"
    yield Figure("numpy.copyto of them, C", _each(copy, ROWS))
    yield Figure(f"{rows}, with `out`", f"{with_out / copy:.2f} C", "at most 2.5 C")
    yield Figure(f"{rows}, without", f"{without / copy:.2f} C", "at most 4.5 C")
    what = "numpy.busday_offset / the same without `out`"
    yield Figure(what, f"{offset / without:.0f}", "at least 15")
    yield Figure(
        "numpy.busday_offset / the same with `out`", f"{offset / with_out:.0f}"
    )


def _arrow() -> Iterator[Figure]:
    days = events_of(ROWS)
    whole = pa.array(days)
    gaps = pa.array(days, mask=np.arange(ROWS) % 100 == 0)
    one = whole.slice(0, 1)
    spent = wall_times(
        {
            "one row": lambda: [columns.due(CLOCK, one) for _ in range(1_000)],
            "all known": lambda: columns.due(CLOCK, whole),
            "one in a hundred unknown": lambda: columns.due(CLOCK, gaps),
        }
    )
    fixed = spent.pop("one row") / 1_000
    yield Figure(
        "due days of one row of Arrow", f"{fixed * 1e6:.0f} µs", "at most 50 µs"
    )
    for what, seconds in spent.items():
        yield Figure(
            f"due days of {ROWS:,} rows of Arrow, {what}",
            _each(seconds - fixed, ROWS),
            "at most 1.5 ns beyond 50 µs" if what == "all known" else "",
        )


def _others() -> Iterator[Figure]:
    events: Any = events_of(FEWER_ROWS)
    dues = columns.due(CLOCK, events)
    yield from _standing("NumPy", events, dues)
    yield from _standing("Arrow", pa.array(events), pa.array(dues))


def _standing(kind: str, events: object, dues: object) -> Iterator[Figure]:
    jobs = {
        "status": lambda: columns.status(CLOCK, events, on=ON),
        "days_late": lambda: columns.days_late(CLOCK, events, on=ON),
        "working_days_between": lambda: columns.working_days_between(events, dues),
    }
    for what, seconds in wall_times(jobs).items():
        rows = f"{FEWER_ROWS:,} rows of {kind}"
        yield Figure(f"{what} of {rows}", _each(seconds, FEWER_ROWS))


def _each(seconds: float, rows: int) -> str:
    return f"{seconds / rows * 1e9:.2f} ns a row"
