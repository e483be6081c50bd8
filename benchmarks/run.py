"""Measure what masa costs, as ratios within one run: ``python benchmarks/run.py``.

Nothing here is asserted. The garbage collector is on. Compare figures of one run only.
F is a call of an empty function of Python, C a copy of the same days by NumPy.
"""

import importlib.metadata
import platform
import statistics
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import date

import arrangements
import columns
import comparisons
import criteria
import days
import governance
import masa
import peers
import shares
from measuring import (
    ROUNDS,
    Figure,
    cached_byte_code,
    gauge,
    in_empty_calls,
    process_time,
)


def main() -> None:
    """Print every measurement."""
    attrs = importlib.metadata.version("attrs")
    print(f"{platform.system()} {platform.machine()}, Python", end=" ")
    print(f"{platform.python_version()}, attrs {attrs}, {peers.versions()}\n")
    print("| what | figure | aim |\n| --- | --- | --- |")
    with cached_byte_code():
        for one in _figures():
            print(f"| {one.what} | {one.figure} | {one.aim} |", flush=True)


def _figures() -> Iterator[Figure]:
    for measure in (_imports, _first_load, _loading, _first_law, _law):
        for what, figure in measure():
            yield Figure(what, figure)
    yield from days.figures()
    yield from columns.figures()
    yield from criteria.figures()
    yield from arrangements.figures()
    yield from comparisons.figures()
    yield from governance.figures()
    yield from shares.figures()
    yield from peers.figures()


def _imports() -> list[tuple[str, str]]:
    """Compare processes in turn, so that a drift of the machine hits all alike."""
    codes = {"bare": "pass", "attrs": "import attrs", "masa": "import masa"}
    spent: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(ROUNDS):
        for name, code in codes.items():
            spent[name].append(process_time(code))
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
        (process_time(modules), process_time(f"{modules}\n{load}"))
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
            times.append(process_time(code))
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
    jobs = {
        "a look-up in a dictionary": 'known["a"]',
        "masa.law(on), later calls": "law(on)",
        "book.value(name)": "book.value(name)",
        "book[name]": "book[name]",
    }
    names = {"known": known, "law": masa.law, "on": on, "book": book, "name": name}
    loop, empty = gauge()
    figures = [
        ("an empty call of Python, F", f"{(empty - loop) * 1e9:.1f} ns"),
        ("the loop around it", f"{loop * 1e9:.1f} ns"),
        *((what, str(calls)) for what, calls in in_empty_calls(jobs, names).items()),
    ]
    start = time.process_time()
    masa.law("2023-12-14").compare(masa.law("2023-12-15"))
    spent = time.process_time() - start
    return [*figures, ("compare two days for the first time", f"{spent * 1e3:.1f} ms")]


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
