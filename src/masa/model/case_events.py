"""The events of a case: which there are, in what order, on which days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from masa.ground.errors import Fault
from masa.ground.law import shelf
from masa.ground.law.pathways import Pathway
from masa.ground.moments import day_of
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed
from masa.model.case_parts import CaseEvent

__all__ = ["DEATH_TOLD", "INCIDENT", "event_faults", "events_of", "meanings"]

INCIDENT, DEATH = "serious-incident", "child-death"
DEATH_TOLD = "death_notified"
TOLD = "the day on which the death was notified to the Secretary of State and Ofsted"
NOT_OF_DEATH = {"decided"}  # of the joint agency response; in a case, of the review


@cache
def meanings() -> Mapping[str, str]:
    """Give every event that a case may hold, by name, with what it means."""
    return {**_named(DEATH), **_named(INCIDENT), DEATH_TOLD: TOLD}


def _named(name: str) -> dict[str, str]:
    way = shelf.pathway(name)
    clocks = [shelf.clock(step.clock) for step in way.steps]
    starts = {one.name: one.means for clock in clocks for one in clock.events}
    acts = {step.stopped_by: shelf.clock(step.clock).title for step in way.steps}
    stops = {one.name: one.means for one in way.events}
    return {**{name: title for name, title in acts.items() if name}, **stops, **starts}


@cache
def events_of(way: Pathway) -> frozenset[str]:
    """Name the events of a case that are events of a pathway as well."""
    names = frozenset(_named(way.id))
    return names - NOT_OF_DEATH if way.id == DEATH else names


def event_faults(events: Sequence[CaseEvent]) -> Iterator[Fault]:
    """Yield what is wrong with the events of a case, one fault for each."""
    seen: dict[str, date] = {}
    for one in events:
        yield from _named_faults(one, seen)
        seen.setdefault(one.name, one.on)
    for order in shelf.pathway(INCIDENT).orders:
        held = [(name, day_of(seen[name])) for name in order if name in seen]
        for (earlier, before), (later, after) in pairwise(held):
            if after < before:
                yield Fault(
                    f"{later} ({long_day(after)}) comes before {earlier} "
                    f"({long_day(before)})",
                    remedy="check both days",
                    path=("events", later),
                )


def _named_faults(one: CaseEvent, seen: Mapping[str, date]) -> Iterator[Fault]:
    path = ("events", one.name)
    known, covered = meanings(), shelf.coverage()
    if one.name not in known:
        remedy = did_you_mean(one.name, known) or f"there are {listed(sorted(known))}"
        yield Fault(f"there is no event {echo(one.name)}", remedy=remedy, path=path)
    if one.name in seen:
        yield Fault("the event is given twice", remedy="keep one of them", path=path)
    if not covered.first <= day_of(one.on) <= covered.last:
        yield Fault(
            f"the statute book does not cover {long_day(day_of(one.on))}",
            remedy=f"it covers {long_day(covered.first)} to {long_day(covered.last)}",
            path=path,
        )
