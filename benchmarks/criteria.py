"""Measure the criteria: one case at a time, and over whole columns of facts."""

import random
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from masa import columns
from masa.ground.criteria import Criterion, Join, all_of, any_of, is_so
from masa.ground.logic import Answer
from measuring import Figure, best, wall_times

__all__ = ["figures"]

NAMES = tuple("abcdefghijkl")
STATES = 500
ROWS = 10**6
SERIOUS = ("abuse_or_neglect_suspected", "died", "seriously_harmed")
NOTIFIED = ("authority_suspects", "died", "seriously_harmed")
PLACES = ("place", "normally_resident")
WHERE = ["this authority", "another in England", "outside England"]
Facts = Mapping[str, bool | None]


def _twelve() -> Criterion:
    """Make a criterion of twelve facts, three of which stand together each time."""
    threes = [NAMES[at : at + 3] for at in range(0, len(NAMES), 3)]
    return any_of(
        "three are so that stand together",
        *(all_of("all three", *(is_so(one, "it is so") for one in t)) for t in threes),
    )


TWELVE = _twelve()


def figures() -> Iterator[Figure]:
    """Give every figure of the criteria."""
    yield from _one_by_one()
    yield from _twelve_facts()
    yield from _cases()


def _one_by_one() -> Iterator[Figure]:
    """Judge states drawn by chance, each as if it had never been asked."""
    draw = random.Random(0)  # noqa: S311 (no secret)
    states = [
        {name: draw.choice((True, False, None)) for name in NAMES}
        for _ in range(STATES)
    ]
    names = {
        "states": states,
        "nothing": [dict.fromkeys(NAMES)],
        "asked": TWELVE,
        "top": _twelve(),
        "kept": _twelve(),
        "forget": _forget,
        "exact": _exact_answer,
        "naive": _naive_answer,
    }
    jobs = {
        "anew": "for one in states: forget(asked); asked.judge(one)",
        "forgetting": "for one in states: forget(asked)",
        "top anew": "for one in states: top._kept.clear(); top.judge(one)",
        "again": "for one in states: kept.judge(one)",
        "exact": "for one in states: exact(asked, one)",
        "naive": "for one in states: naive(asked, one)",
        "exact of nothing": "for one in nothing: exact(asked, one)",
        "naive of nothing": "for one in nothing: naive(asked, one)",
    }
    spent = best(jobs, names, number=1)
    anew = spent["anew"] - spent["forgetting"]
    figures = {
        "12 facts, each yes, no or unknown by chance: the finding": anew,
        "the same, where each part was asked before": spent["top anew"],
        "the same, where the whole was asked before": spent["again"],
        "the answer alone": spent["exact"],
    }
    for what, seconds in figures.items():
        aim = "at most 30 µs" if seconds is anew else ""
        yield Figure(what, f"{seconds / STATES * 1e6:.1f} µs", aim)
    what = "every way tried in plain Python / the answer alone"
    yield Figure(what, f"{spent['naive'] / spent['exact']:.0f}")
    ratio = spent["naive of nothing"] / spent["exact of nothing"]
    yield Figure("the same, where no fact is known", f"{ratio:,.0f}")


def _forget(asked: Criterion) -> None:
    """Empty what a criterion and its parts keep of earlier questions."""
    asked._kept.clear()  # noqa: SLF001 (it is what a later question would find)
    for part in asked.parts:
        _forget(part)


def _exact_answer(asked: Criterion, facts: Facts) -> Answer:
    ways = asked.ways
    return ways.answer(asked.table, ways.open(asked.known(facts)))


def _naive_answer(asked: Criterion, facts: Facts) -> Answer:
    """Fill in the unknown facts in every way, and look at each."""
    choices = [(False, True) if known is None else (known,) for known in facts.values()]
    verdicts = {
        _holds(asked, dict(zip(facts, way, strict=True))) for way in product(*choices)
    }
    return Answer.UNKNOWN if len(verdicts) > 1 else Answer.of(verdicts.pop())


def _holds(asked: Criterion, facts: Mapping[str, bool]) -> bool:
    match asked.join:
        case Join.FACT:
            return facts[asked.fact]
        case Join.ALL:
            return all(_holds(part, facts) for part in asked.parts)
    return any(_holds(part, facts) for part in asked.parts)


def _twelve_facts() -> Iterator[Figure]:
    known, gaps = _drawn(NAMES, 0), _drawn(NAMES, 1)
    table = pa.table(gaps)
    kinds: dict[str, Any] = {
        "NumPy, all known": {
            name: one.to_numpy(zero_copy_only=False) for name, one in known.items()
        },
        "Arrow": table,
        "Polars": pl.DataFrame(table),
        "pandas, of the type boolean": table.to_pandas(types_mapper=_nullable),
        "NumPy, of objects": {
            name: one.to_numpy(zero_copy_only=False) for name, one in gaps.items()
        },
    }
    bare = list(kinds["NumPy, all known"].values())
    out = np.empty_like(bare)
    jobs = {what: partial(columns.judge, TWELVE, one) for what, one in kinds.items()}
    spent = wall_times({"copy": lambda: np.copyto(out, bare), **jobs})
    copy = spent.pop("copy")
    yield Figure("numpy.copyto of 12 facts of true and false, C", _each(copy))
    for what, seconds in spent.items():
        rows = f"a criterion of 12 facts, {ROWS:,} rows of {what}"
        aim = "" if "objects" in what else "at most 40 ns"
        yield Figure(rows, f"{_each(seconds)}, {seconds / copy:.0f} C", aim)


def _cases() -> Iterator[Figure]:
    known = {
        name: one.to_numpy(zero_copy_only=False)
        for name, one in _drawn(SERIOUS, 0).items()
    }
    draw = np.random.default_rng(1)
    places = {name: pa.array(draw.choice(WHERE, ROWS)) for name in PLACES}
    coded = {name: one.dictionary_encode() for name, one in places.items()}
    facts = _drawn(NOTIFIED, 1)
    serious, notify = columns.is_serious_case, columns.must_notify
    jobs = {
        "is_serious_case, NumPy, all known": partial(serious, known),
        "is_serious_case, Arrow": partial(serious, pa.table(_drawn(SERIOUS, 1))),
        "must_notify, Arrow, places as a dictionary": partial(notify, facts | coded),
        "must_notify, Arrow, places as text": partial(notify, facts | places),
    }
    for what, seconds in wall_times(jobs).items():
        yield Figure(f"{what}, {ROWS:,} rows", _each(seconds))


def _drawn(names: Iterable[str], unknown: int) -> dict[str, pa.Array]:
    """Draw facts by chance, of which one in four is unknown or none is."""
    draw = np.random.default_rng(0)
    return {
        name: pa.array(
            draw.integers(0, 2, ROWS).astype(bool),
            mask=draw.integers(0, 4, ROWS) < unknown,
        )
        for name in names
    }


def _nullable(kind: pa.DataType) -> object:
    return pd.BooleanDtype() if kind == pa.bool_() else None


def _each(seconds: float) -> str:
    return f"{seconds / ROWS * 1e9:.1f} ns a row"
