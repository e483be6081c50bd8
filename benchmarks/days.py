"""Measure one deadline and one count of working days, in empty calls."""

import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta

import masa
from measuring import ROUNDS, Calls, Figure, first_times, gauge, in_empty_calls

__all__ = ["figures"]

DAY = date(2026, 12, 11)
FIRST_DAY = date(2019, 1, 1)
DAYS_A_ROUND = 200
FIRST_DEADLINE = """
import time
start = time.process_time()
import attrs
attrs_at = time.process_time()
import masa
masa_at = time.process_time()
masa.deadline
code_at = time.process_time()
masa.deadline("rapid-review", notified="2026-12-11").due
end = time.process_time()
print(attrs_at - start, end - masa_at, end - code_at)
"""


def figures() -> Iterator[Figure]:
    """Give every figure of single days."""
    yield from _counting()
    yield from _asked_before()
    yield _asked_first()
    yield from _first_in_a_process()


def _counting() -> Iterator[Figure]:
    calendar = masa.england()
    jobs = {
        "add 1 working day": "england.add(day, 1)",
        "add 15 working days": "england.add(day, 15)",
        "add 250 working days": "england.add(day, 250)",
        "take 15 working days off": "england.add(day, -15)",
        "count 15 working days": "england.count(day, end)",
    }
    aims = {"add": "at most 4 F", "count": "at most 5 F"}
    end = calendar.add(DAY, 15)
    spent = in_empty_calls(jobs, {"england": calendar, "day": DAY, "end": end})
    for what, calls in spent.items():
        yield Figure(what, str(calls), aims.get(what.split()[0], ""))
    ratio = spent["add 250 working days"].alone / spent["add 1 working day"].alone
    yield Figure("add 250 / add 1", f"{ratio:.2f}", "at most 1.15")


def _asked_before() -> Iterator[Figure]:
    """Ask the same question again, which is answered from memory if it is usual."""
    made = masa.deadline("rapid-review", notified=DAY)
    jobs = {
        "a deadline asked before": 'deadline("rapid-review", notified=day)',
        "the same, and its due day": 'deadline("rapid-review", notified=day).due',
        "the same, with the day as text": 'deadline("rapid-review", notified=text)',
        "the due day of a deadline at hand": "made.due",
    }
    names = {
        "deadline": masa.deadline,
        "day": DAY,
        "text": DAY.isoformat(),
        "made": made,
    }
    for what, calls in in_empty_calls(jobs, names).items():
        yield Figure(what, str(calls), "at most 40 F" if "asked" in what else "")
    others = {
        "nothing is remembered of a question with `on`": (
            'deadline("rapid-review", notified=day, on=day)'
        ),
    }
    for what, calls in in_empty_calls(others, names, number=500).items():
        yield Figure(what, str(calls))


def _asked_first() -> Figure:
    """Ask about days that were never asked about, so that memory cannot help."""
    rounds = [_seconds_a_day(place * DAYS_A_ROUND) for place in range(ROUNDS)]
    spent, (loop, empty) = statistics.median(rounds), gauge()
    calls = Calls(spent / (empty - loop), spent / empty)
    days = f"{ROUNDS * DAYS_A_ROUND:,} days"
    return Figure(f"a deadline and its due day, each of {days} once", str(calls))


def _seconds_a_day(since: int) -> float:
    days = [FIRST_DAY + timedelta(days=since + n) for n in range(DAYS_A_ROUND)]
    start = time.perf_counter()
    for day in days:
        _ = masa.deadline("rapid-review", notified=day).due
    return (time.perf_counter() - start) / DAYS_A_ROUND


def _first_in_a_process() -> Iterator[Figure]:
    theirs, ours, asking = first_times(FIRST_DEADLINE)
    what = "the first deadline of a process, beyond `import masa`"
    yield Figure(what, f"{(theirs + ours) * 1e3:.1f} ms", "at most 15 ms")
    yield Figure("of which attrs is imported in", f"{theirs * 1e3:.1f} ms")
    yield Figure("the code of masa in", f"{(ours - asking) * 1e3:.1f} ms")
    yield Figure("the law is read and asked in", f"{asking * 1e3:.1f} ms")
