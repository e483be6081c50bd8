"""Everything that the data files of the law hold, each read when it is asked for."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from attrs import field, frozen

from masa.ground.dates import When
from masa.ground.errors import CoverageError, RangeError, UnknownNameError
from masa.ground.law.clocks import Clock
from masa.ground.law.files import (
    CLOCKS,
    COVERAGE,
    INSTRUMENTS,
    PATHWAYS,
    PROCESSES,
    Table,
    entries,
    entry,
    rule_files,
    strictly,
    tables,
    tree,
)
from masa.ground.law.instruments import Instrument
from masa.ground.law.pathways import Pathway
from masa.ground.law.processes import Process
from masa.ground.law.provisions import Provision, dated
from masa.ground.shown import Shown
from masa.ground.spans import day, long_day
from masa.ground.text import did_you_mean, echo, listed, text_of

__all__ = [
    "Coverage",
    "checklists",
    "clock",
    "clock_names",
    "clocks",
    "commenced_by",
    "coverage",
    "event_names",
    "every_event",
    "instrument",
    "instruments",
    "passed",
    "pathway",
    "pathways",
    "pending",
    "process",
    "processes",
    "rule",
    "rules",
    "rules_of_checklist",
    "versions_in",
]


T = TypeVar("T")
RULES = "provisions"
_CITED = re.compile(r'^cited_as += "([^"]+)"$', re.MULTILINE)


@frozen(kw_only=True)
class Coverage(Shown):
    """The days on which the statute book, or a register, has an answer.

    Args:
        first: The first of them.
        last: The last of them.
        checked: The day on which the texts were last looked at; later days rest on
            the law as it was known then.
    """

    first: date = field(converter=day)
    last: date = field(converter=day)
    checked: date = field(converter=day)

    def check(self, on: date, what: str) -> date:
        """Check that what has these days covers a day, and give that day.

        Raises:
            CoverageError: If it does not.
        """
        if self.first <= on <= self.last:
            return on
        days = f"{long_day(self.first)} to {long_day(self.last)}"
        error = CoverageError(
            f"{what} does not cover {long_day(on)}", remedy=f"ask for a day from {days}"
        )
        error.first, error.last = self.first, self.last
        raise error


@cache
def coverage() -> Coverage:
    """Give the days on which the statute book has an answer."""
    held = tree(COVERAGE)
    return Coverage(first=held["first"], last=held["last"], checked=held["checked"])


@cache
def instruments() -> tuple[Instrument, ...]:
    """Give every instrument, in the order of the file."""
    return tuple(map(_instrument, entries(INSTRUMENTS, "instruments")))


@cache
def _instrument(name: str) -> Instrument:
    table = entry(INSTRUMENTS, "instruments", name)
    return strictly(Instrument, table, INSTRUMENTS)


@cache
def _instrument_ids() -> Mapping[str, str]:
    """Give the id of every instrument by its id and as it is cited."""
    texts = entries(INSTRUMENTS, "instruments")
    cited = {_CITED.findall(text)[0]: name for name, text in texts.items()}
    return cited | {name: name for name in texts}


def instrument(name: str) -> Instrument:
    """Give one instrument by its id or as it is cited.

    Raises:
        UnknownNameError: If there is no such instrument.
    """
    known = _instrument_ids()
    if text_of(name) not in known:
        raise _unknown("instrument", name, known)
    return _instrument(known[name])


def _unknown(what: str, name: str, names: Collection[str]) -> UnknownNameError:
    remedy = did_you_mean(name, names) or f"there are {len(names)} others"
    if what == "rule" and name in clock_names():
        remedy = "it is a clock: ask for `clock`"
    if what == "clock" and remedy.startswith("there are"):
        remedy = "masa.clocks(on) gives every clock"
    return UnknownNameError(f"there is no {what} {echo(name)}", remedy=remedy)


@cache
def _homes() -> Mapping[str, str]:
    """Find the file of each rule by its id, without parsing any file yet."""
    return {name: file for file in rule_files() for name in entries(file, RULES)}


def rules() -> Collection[str]:
    """Name every rule, file by file."""
    return _homes().keys()


def _table(name: str) -> Table:
    return entry(_homes()[name], RULES, name)


def rule(name: str) -> tuple[Provision, ...]:
    """Give every version of a rule, in order of time, each with its days.

    Raises:
        UnknownNameError: If there is no such rule.
    """
    if text_of(name) in rules():
        return _versions(name)
    if name not in _other_names():
        raise _unknown("rule", name, rules())
    return _versions(_other_names()[name])


@cache
def _other_names() -> Mapping[str, str]:
    """Give the id of every rule that has another name, by that name."""
    return {
        str(other): name
        for name in rules()
        for other in _listed(_table(name).get("also"))
    }


@cache
def _versions(name: str) -> tuple[Provision, ...]:
    return versions_in(_table(name))


def versions_in(table: Table) -> tuple[Provision, ...]:
    """Read every version of a rule from its table.

    A version begins on its own day or, where none is given, with the instrument that
    it cites; a rule ends on its own day or with the instrument of its last version.
    What waits for its commencement comes last.

    Raises:
        DocumentError: If anything is wrong with the table; every fault at once.
        RangeError: If it has no version.
        UnknownNameError: If it cites an instrument that the book does not hold.
    """
    called = f"rule {echo(table.get('id'))}"
    versions = [strictly(Provision, merged, called) for merged in _merged(table)]
    if not versions:
        raise RangeError(f"{called} has no version", remedy="say from when, and where")
    last = versions[-1]
    ends = last.before or instrument(last.source.instrument).superseded
    held = dated(versions, [_begin(version) for version in versions], ends)
    return (*held, *(version for version in versions if _begin(version) is None))


def _merged(table: Table) -> list[Table]:
    """Join what a rule says once with what each of its versions says of its own."""
    common = {key: value for key, value in table.items() if key not in _APART}
    return [
        {
            **common,
            **{key: value for key, value in version.items() if key not in _APART},
            "notes": [one["note"] for one in (table, version) if "note" in one],
        }
        for version in _tables(table.get("versions"))
    ]


_APART = {"versions", "note"}


def _tables(value: object) -> list[Table]:
    return value if isinstance(value, list) else []


def _begin(version: Provision) -> When | None:
    if version.commencing or version.pending:
        return None
    return version.since or instrument(version.source.instrument).in_force or When()


@cache
def pending() -> tuple[str, ...]:
    """Name the sections that are enacted and not commenced."""
    return tuple(name for name in rules() if _table(name).get("pending"))


def rules_of_checklist(checklist: str) -> tuple[str, ...]:
    """Name the rules that are the items of a checklist.

    Raises:
        UnknownNameError: If there is no such checklist.
    """
    if text_of(checklist) not in checklists():
        raise _unknown("checklist", checklist, checklists())
    return tuple(name for name in rules() if _table(name).get("checklist") == checklist)


def passed(section: str) -> When:
    """Give the day on which the Act of a pending section was passed.

    Raises:
        UnknownNameError: If no such section is pending.
    """
    if text_of(section) not in pending():
        raise UnknownNameError(
            f"no section {echo(section)} is pending",
            remedy=did_you_mean(str(section), pending())
            or f"there are {listed(pending())}",
        )
    return instrument(rule(section)[0].source.instrument).made or When()


@cache
def checklists() -> Collection[str]:
    """Name every checklist."""
    kinds = (_table(name).get("checklist") for name in rules())
    return tuple(dict.fromkeys(str(kind) for kind in kinds if kind))


@cache
def commenced_by(section: str) -> tuple[str, ...]:
    """Name the rules that begin or change when an enacted section is commenced."""
    return tuple(
        name
        for name in rules()
        if any(
            version.get("commencing") == section
            for version in _tables(_table(name).get("versions"))
        )
    )


def clocks() -> Collection[str]:
    """Name every clock by its id, in the order of the file."""
    return entries(CLOCKS, "clocks").keys()


def _clock_tables() -> Iterator[tuple[str, Table]]:
    for name in clocks():
        yield name, entry(CLOCKS, "clocks", name)


@cache
def event_names() -> tuple[str, ...]:
    """Name every event from which some clock runs, each once."""
    events = (
        event for _, table in _clock_tables() for event in _tables(table.get("events"))
    )
    return tuple(sorted({str(event["name"]) for event in events}))


@cache
def clock_names() -> Mapping[str, str]:
    """Give the id of every clock by each name that it has."""
    others = {
        str(other): name
        for name, table in _clock_tables()
        for other in _listed(table.get("also"))
    }
    return others | {name: name for name in clocks()}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def clock(name: str) -> Clock:
    """Give one clock by its id or another name, without its limits on a day.

    Raises:
        UnknownNameError: If there is no such clock.
    """
    if text_of(name) in clocks():
        return _clock(name)
    ids = clock_names()
    if name not in ids:
        raise _unknown("clock", name, ids)
    return _clock(ids[name])


@cache
def _clock(name: str) -> Clock:
    return strictly(Clock, entry(CLOCKS, "clocks", name), f"clock {echo(name)}")


@cache
def every_event() -> tuple[str, ...]:
    """Name every event that starts or stops some clock, each once."""
    stops = (one.name for way in pathways().values() for one in way.events)
    return tuple(sorted({*event_names(), *stops}))


@cache
def pathways() -> Mapping[str, Pathway]:
    """Give every pathway by its id, in the order of the file."""
    found = tables(PATHWAYS, "pathways")
    every = [strictly(Pathway, one, f"pathway {echo(one.get('id'))}") for one in found]
    return {one.id: one for one in every}


def pathway(name: str) -> Pathway:
    """Give one pathway by its id.

    Raises:
        UnknownNameError: If there is no such pathway.
        KindError: If the name is not text.
    """
    return _one_of("pathway", pathways(), name)


@cache
def processes() -> Mapping[str, Process]:
    """Give every process by its id, in the order of the file."""
    found = tables(PROCESSES, "processes")
    every = [strictly(Process, one, f"process {echo(one.get('id'))}") for one in found]
    return {one.id: one for one in every}


def process(name: str) -> Process:
    """Give one process by its id.

    Raises:
        UnknownNameError: If there is no such process.
        KindError: If the name is not text.
    """
    return _one_of("process", processes(), name)


def _one_of(what: str, known: Mapping[str, T], name: str) -> T:
    if text_of(name) not in known:
        raise UnknownNameError(
            f"there is no {what} {echo(name)}",
            remedy=did_you_mean(name, known) or f"there are {listed(known)}",
        )
    return known[name]
