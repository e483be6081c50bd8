"""Every duty that arrangements are held against, and the rules that ask for each."""

from collections.abc import Mapping
from functools import cache

from masa.ground.blocks import Table
from masa.ground.law import shelf
from masa.ground.law.provisions import evidence_in_words
from masa.rules.duties import (
    child_deaths,
    days,
    funding,
    leadership,
    lists,
    scrutiny,
    statute,
    structural,
    yearly_report,
)
from masa.rules.duties.asking import Duty

__all__ = [
    "DUTIES",
    "duties",
    "every_rule",
    "family_of",
    "named_rules",
    "need_ids",
]

DUTIES: tuple[Duty, ...] = (
    *lists.DUTIES,
    *scrutiny.DUTIES,
    *statute.DUTIES,
    *days.DUTIES,
    *leadership.DUTIES,
    *funding.DUTIES,
    *structural.DUTIES,
    *yearly_report.DUTIES,
    *child_deaths.DUTIES,
)


def duties() -> Table:
    """Print every duty: its rules, what it is about, its force, and where it stands."""
    return Table(
        caption="Duties",
        columns=("item", "topic", "force", "basis, and how it was read"),
        rows=tuple(
            (name, one.topic, _forces(name), _bases(name))
            for one in DUTIES
            for name in one.rules
        ),
    )


def _forces(rule: str) -> str:
    forces = (version.force.value for version in shelf.rule(rule))
    return ", later ".join(dict.fromkeys(forces))


def _bases(rule: str) -> str:
    bases = (
        f"{one.source} ({evidence_in_words(one.evidence)}"
        f"{'; once commenced' if one.commencing else ''})"
        for one in shelf.rule(rule)
    )
    return "; ".join(dict.fromkeys(bases))


def every_rule() -> tuple[str, ...]:
    """Name every rule that an arrangement is held against, of whichever edition."""
    return tuple(name for one in DUTIES for name in one.rules)


def family_of(rule: str) -> tuple[str, ...]:
    """Name the rules that ask for the same, of whichever edition, this one too."""
    return _families()[rule]


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    return {name: one.rules for one in DUTIES for name in one.rules}


@cache
def named_rules() -> Mapping[str, str]:
    """Give every rule that is asked for, by its id in small letters."""
    return {name.casefold(): name for one in DUTIES for name in one.rules}


def need_ids(rule: str) -> list[str]:
    """Give the ids of the needs of a rule."""
    return [need.id or "" for need in shelf.rule(rule)[0].needs]
