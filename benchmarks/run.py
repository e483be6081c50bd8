"""Measure what masa costs, as ratios within one run: ``python benchmarks/run.py``.

Nothing here is asserted. The garbage collector is on. Compare figures of one run only.
"""

import importlib.metadata
import platform
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable

import masa

ROUNDS = 15


def main() -> None:
    """Print every measurement."""
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}" for name in ("attrs",)
    )
    print(f"Python {platform.python_version()}, {versions}, {ROUNDS} rounds, medians\n")
    print("| what | figure |\n| --- | --- |")
    for what, figure in (*_imports(), *_first_load(), *_loading()):
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
