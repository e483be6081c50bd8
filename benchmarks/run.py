"""Measure what masa costs, as ratios within one run: ``python benchmarks/run.py``.

Nothing here is asserted. The garbage collector is on. Compare figures of one run only.
"""

import importlib.metadata
import platform
import statistics
import subprocess
import sys
import time
import timeit
import tomllib
from collections.abc import Callable
from datetime import date

import masa

ROUNDS = 15


def main() -> None:
    """Print every measurement."""
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}" for name in ("attrs",)
    )
    print(f"Python {platform.python_version()}, {versions}, {ROUNDS} rounds, medians\n")
    print("| what | figure |\n| --- | --- |")
    for what, figure in (
        *_imports(),
        *_first_load(),
        *_loading(),
        *_first_law(),
        *_law(),
        *_days(),
    ):
        print(f"| {what} | {figure} |")


def _imports() -> list[tuple[str, str]]:
    """Compare processes in turn, so that a drift of the machine hits all alike."""
    codes = {"bare": "pass", "attrs": "import attrs", "masa": "import masa"}
    spent: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(ROUNDS):
        for name, code in codes.items():
            spent[name].append(_process_time(code))
    middle = {name: statistics.median(times) for name, times in spent.items()}
    ours, theirs = (middle[name] - middle["bare"] for name in ("masa", "attrs"))
    return [
        ("import attrs, above bare Python", f"{theirs * 1e3:.1f} ms"),
        ("import masa, above bare Python", f"{ours * 1e3:.1f} ms"),
        ("import masa / import attrs", f"{ours / theirs:.2f}"),
    ]


def _first_load() -> list[tuple[str, str]]:
    """Measure the first load in a fresh process, which imports the model too."""
    modules = "import masa, masa.codec"
    load = "masa.examples.load('barnet')"
    spent = [
        (_process_time(modules), _process_time(f"{modules}\n{load}"))
        for _ in range(ROUNDS)
    ]
    model, both = (statistics.median(times) for times in zip(*spent, strict=True))
    return [
        ("a process that imports masa and its codec", f"{model * 1e3:.1f} ms"),
        ("the same, and loads barnet.toml for the first time", f"{both * 1e3:.1f} ms"),
    ]


def _first_law() -> list[tuple[str, str]]:
    """Measure the first questions to the statute book in a fresh process.

    What `import attrs` costs is told apart: the first value of any class pays it.
    """
    asked = {
        "import masa, attrs": "",
        "masa.law(on), the first call": "book = masa.law('2026-11-22')",
        "the same, and one value": "book.value('advance-copy-of-local-report')",
        "the same, and one clock": "book.clock('rapid-review')",
        "the same, and every rule": "book.provisions",
    }
    codes, code = [], "import masa, attrs"
    for line in asked.values():
        code = f"{code}\n{line}"
        codes.append(code)
    spent: list[list[float]] = [[] for _ in codes]
    for _ in range(ROUNDS):
        for times, code in zip(spent, codes, strict=True):
            times.append(_process_time(code))
    base, *others = (statistics.median(times) for times in spent)
    names = list(asked)[1:]
    return [
        (f"{name}, beyond `import masa, attrs`", f"{(one - base) * 1e3:.1f} ms")
        for name, one in zip(names, others, strict=True)
    ]


def _law() -> list[tuple[str, str]]:
    """Compare questions that were asked before with a look-up in a dictionary."""
    on = date(2026, 11, 22)
    book, known = masa.law(on), {"a": 1}
    name = "advance-copy-of-local-report"
    jobs: dict[str, Callable[[], object]] = {
        "an empty call": lambda: None,
        "a look-up in a dictionary": lambda: known["a"],
        "masa.law(on), later calls": lambda: masa.law(on),
        "book.value(name)": lambda: book.value(name),
        "book[name]": lambda: book[name],
    }
    middle = {
        what: min(timeit.repeat(job, number=10_000, repeat=ROUNDS)) / 10_000
        for what, job in jobs.items()
    }
    empty = middle["an empty call"]
    figures = [
        (what, f"{seconds * 1e6:.2f} µs, {seconds / empty:.1f} empty calls")
        for what, seconds in middle.items()
    ]
    start = time.process_time()
    masa.law("2023-12-14").compare(masa.law("2023-12-15"))
    spent = time.process_time() - start
    return [*figures, ("compare two days for the first time", f"{spent * 1e3:.1f} ms")]


def _days() -> list[tuple[str, str]]:
    """Count working days, as multiples of an empty call."""
    calendar, start = masa.england(), date(2026, 12, 11)
    end = calendar.add(start, 15)
    jobs: dict[str, Callable[[], object]] = {
        "an empty call": lambda: None,
        "add 1 working day": lambda: calendar.add(start, 1),
        "add 250 working days": lambda: calendar.add(start, 250),
        "take 15 working days off": lambda: calendar.add(start, -15),
        "count working days": lambda: calendar.count(start, end),
        "a deadline": lambda: masa.deadline("rapid-review", notified=start),
    }
    spent = {
        what: min(timeit.repeat(job, number=5_000, repeat=ROUNDS)) / 5_000
        for what, job in jobs.items()
    }
    empty = spent.pop("an empty call")
    return [
        (what, f"{(seconds - empty) / empty:.1f} empty calls, beyond one")
        for what, seconds in spent.items()
    ]


def _process_time(code: str) -> float:
    """Give the processor time of a fresh interpreter, as it sees it itself."""
    probe = f"{code}\nimport time; print(time.process_time())"
    run = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True
    )
    return float(run.stdout)


def _loading() -> list[tuple[str, str]]:
    text = masa.examples.text("barnet")
    arrangement = masa.loads(text)
    json = masa.dumps(arrangement, format="json")
    jobs: dict[str, Callable[[], object]] = {
        "parse barnet.toml with tomllib alone": lambda: tomllib.loads(text),
        "load and check barnet.toml": lambda: masa.loads(text),
        "load and check it as JSON": lambda: masa.loads(json, format="json"),
        "write it as TOML": lambda: masa.dumps(arrangement),
        "write it as JSON": lambda: masa.dumps(arrangement, format="json"),
        "report it as text": lambda: masa.report.describe(arrangement).to_text(),
    }
    spent: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            start = time.process_time()
            job()
            spent[name].append(time.process_time() - start)
    middle = {name: statistics.median(times) for name, times in spent.items()}
    figures = [(name, f"{seconds * 1e3:.1f} ms") for name, seconds in middle.items()]
    parse, load = list(middle.values())[:2]
    return [*figures, ("load and check / tomllib alone", f"{load / parse:.1f}")]


if __name__ == "__main__":
    main()
