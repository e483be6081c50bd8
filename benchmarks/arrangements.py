"""Measure arrangements over time: a survey of one, an atlas of a nation."""

from collections.abc import Iterator

from attrs import evolve

import masa
from measuring import Figure, best

__all__ = ["figures"]

AREAS = 150
VERSIONS = 3
CHECK = "hold it against its edition"
CHECKS = f"hold {AREAS} arrangements of its size against an edition"
AIMS = {CHECK: "at most 3 ms", CHECKS: "at most 1 s"}
BARNET = masa.examples.load("barnet")


def _nation() -> list[masa.Arrangement]:
    """Make three versions for each area, each of the size of Barnet's."""
    return [
        evolve(
            BARNET,
            id=f"area-{number}-{version}",
            area=(masa.Area(name=f"Area {number}"),),
            in_force=masa.stated(masa.When.on_day(f"{2019 + 2 * version}-09-29")),
            follows=_before(number, version),
        )
        for number in range(AREAS)
        for version in range(VERSIONS)
    ]


def _before(number: int, version: int) -> tuple[masa.Statement[str], ...]:
    if not version:
        return ()
    return masa.stated(f"area-{number}-{version - 1}").statements


def figures() -> Iterator[Figure]:
    """Give every figure of arrangements over time."""
    nation = _nation()
    names = {
        "masa": masa,
        "barnet": BARNET,
        "atlas": masa.Atlas(nation),
        "areas": nation[::VERSIONS],
    }
    jobs = {
        "walk every statement of Barnet's": "sum(1 for _ in barnet.statements())",
        "survey it": "masa.survey(barnet)",
        "give its dates in order": "masa.chronology(barnet)",
        "check its structure": "masa.check_structure(barnet)",
        CHECK: "masa.check(barnet)",
        CHECKS: "for one in areas: masa.check(one, edition='WT2018')",
        "prepare it for the next edition": "masa.prepare_for(barnet, 'WT2023')",
        f"which of {len(nation)} covers an area on a day": (
            'atlas.covering("Area 7", on="2022-01-01")'
        ),
        "the same, from 2019 to 2026": (
            'atlas.spans("Area 7", start="2019-01-01", end="2026-12-31")'
        ),
    }
    spent = best(jobs, names, number=1)
    for what, seconds in spent.items():
        yield Figure(what, f"{seconds * 1e3:.1f} ms", AIMS.get(what, ""))
    walk, *others = spent.items()
    for what, seconds in others:
        yield Figure(f"{what} / {walk[0]}", f"{seconds / walk[1]:.1f}")
