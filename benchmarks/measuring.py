"""Measure calls, columns and processes, in turn, so that a drift hits all alike."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

__all__ = [
    "ROUNDS",
    "Calls",
    "Figure",
    "best",
    "cached_byte_code",
    "first_times",
    "gauge",
    "in_empty_calls",
    "process_time",
    "wall_times",
]

ROUNDS = 15
COLUMN_ROUNDS = 5
MANY = 100
GAUGE = {"a loop": "pass", "an empty call": "empty()"}


class Figure(NamedTuple):
    """What was measured, and what it should be, if that has been said."""

    what: str
    figure: str
    aim: str = ""


def best(
    jobs: Mapping[str, str],
    names: Mapping[str, object],
    *,
    number: int,
    before: str = "pass",
    of: Callable[[Iterable[float]], float] = min,
) -> dict[str, float]:
    """Give the seconds of one run of each statement: the best of all rounds.

    Args:
        jobs: The statements.
        names: What they may name.
        number: How often each runs in a round.
        before: What is done before each round of each, and not measured.
        of: What is taken of all rounds, if not the best.
    """
    setup = f"import gc; gc.enable(); {before}"
    timers = {
        what: timeit.Timer(code, setup, globals=dict(names))
        for what, code in jobs.items()
    }
    rounds = [
        {what: timer.timeit(number) for what, timer in timers.items()}
        for _ in range(ROUNDS)
    ]
    return {what: of(one[what] for one in rounds) / number for what in jobs}


class Calls(NamedTuple):
    """What a statement costs in calls of an empty function, F.

    Args:
        alone: With what the loop around them costs taken off both.
        looped: With it left on both, as ``python -m timeit`` would say.
    """

    alone: float
    looped: float

    def __str__(self) -> str:
        digits = 1 if self.alone < MANY else 0
        return f"{self.alone:,.{digits}f} F ({self.looped:,.{digits}f} with the loop)"


def in_empty_calls(
    jobs: Mapping[str, str], names: Mapping[str, object], *, number: int = 10_000
) -> dict[str, Calls]:
    """Give what each statement costs in calls of an empty function, F."""
    spent = best({**GAUGE, **jobs}, {"empty": _empty, **names}, number=number)
    loop, empty = (spent.pop(what) for what in GAUGE)
    return {
        what: Calls((seconds - loop) / (empty - loop), seconds / empty)
        for what, seconds in spent.items()
    }


def gauge() -> tuple[float, float]:
    """Give the seconds of an empty loop, and of one that calls an empty function."""
    loop, empty = best(GAUGE, {"empty": _empty}, number=10_000).values()
    return loop, empty


def _empty() -> None:
    pass


def wall_times(jobs: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Give the seconds of each job by the clock on the wall: the best of all rounds.

    Some engines use every core, which the time of a processor would not show.
    """
    spent: dict[str, list[float]] = {what: [] for what in jobs}
    for _ in range(COLUMN_ROUNDS):
        for what, job in jobs.items():
            start = time.perf_counter()
            job()
            spent[what].append(time.perf_counter() - start)
    return {what: min(times) for what, times in spent.items()}


def process_time(code: str) -> float:
    """Give the processor time of a fresh interpreter, as it sees it itself."""
    (spent,) = printed(f"{code}\nimport time; print(time.process_time())")
    return spent


def printed(code: str) -> list[float]:
    """Give the numbers that code prints in a fresh interpreter."""
    run = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    return [float(number) for number in run.stdout.split()]


def first_times(code: str) -> list[float]:
    """Give the median of each number that code prints, once byte code is cached."""
    printed(code)
    rounds = [printed(code) for _ in range(ROUNDS)]
    return [statistics.median(numbers) for numbers in zip(*rounds, strict=True)]


@contextmanager
def cached_byte_code() -> Iterator[None]:
    """Let fresh interpreters find byte code, as they do where masa is installed."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
