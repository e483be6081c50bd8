"""What may follow what in a review: the steps taken so far, and those now possible.

What is impossible is refused; what a text only forbids, or asks for in vain, is a
breach, and can be recorded. Steps are taken in the order of their days, however they
were written down.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen

from masa.ground.errors import Fault, UnknownNameError
from masa.ground.law import shelf
from masa.ground.law.pathways import Pathway
from masa.ground.law.processes import Process, ProcessStep
from masa.ground.moments import day_of
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed
from masa.model.case_parts import ReviewStep

__all__ = [
    "Progress",
    "Taken",
    "contents_of",
    "impossible",
    "order_faults",
    "planned_steps",
    "replayed",
    "uncovered",
]


@frozen
class Taken:
    """A step as it was taken: recorded, or known from the case.

    Args:
        ids: The step; where only an event is known, each step that it may have been.
        on: The day, if it is known; for a plan, the day that is planned.
        record: The record of it, if there is one.
        place: The place of the record in the case.
    """

    ids: tuple[str, ...]
    on: date | None = None
    record: ReviewStep | None = None
    place: int = -1


@frozen
class Progress:
    """How far a review has come.

    Args:
        process: The steps that there are.
        taken: The steps that were taken and stand, in the order of their days.
    """

    process: Process
    taken: tuple[Taken, ...] = ()

    def of(self, name: str) -> tuple[Taken, ...]:
        """Give each taking of a step, those that count as it included."""
        return tuple(one for one in self.taken if name in self._named(one))

    def surely(self, names: Collection[str]) -> Taken | None:
        """Give the first taking of any of some steps, where it was surely one."""
        found = (one for one in self.taken if set(one.ids) <= set(names))
        return next(found, None)

    @property
    def end(self) -> Taken | None:
        """The step with which the review ended, if one of those was taken."""
        return self.surely([one.id for one in self.process.steps if one.is_end])

    def is_implied(self, name: str) -> bool:
        """Say whether a step is not recorded and must have come before an event."""
        return not self.of(name) and self._may_have(name)

    def ruled_out(self, step: ProcessStep) -> str:
        """Say which step was taken after which this one is impossible, and when."""
        gone = self.surely([*step.not_after, *filter(None, [step.instead_of])])
        again = () if step.repeats else self.of(step.id)
        for one in filter(None, (gone, *again)):
            when = f" on {long_day(one.on)}" if one.on else ""
            return f"{listed(one.ids, 'or')} was taken{when}"
        return ""

    def lacking(self, step: ProcessStep) -> tuple[str, ...]:
        """Name the steps without which a step cannot be taken, and that were not."""
        return tuple(name for name in step.after if not self._may_have(name))

    def _may_have(self, name: str) -> bool:
        """Say whether a step was taken, or must have been for what is known of."""
        return any(name in {*self._named(t), *self._implied(t)} for t in self.taken)

    def _named(self, one: Taken) -> set[str]:
        others = (self.process.step(name).counts_as for name in one.ids)
        return {*one.ids, *filter(None, others)}

    def _implied(self, one: Taken) -> Iterator[str]:
        """Yield what must have come before an event of which no record is held."""
        if one.record is None:
            for name in one.ids:
                yield from self.process.step(name).after

    def then(self, one: Taken) -> "Progress":
        """Take one more step, which may undo others."""
        undone = {n for name in one.ids for n in self.process.step(name).undoes}
        kept = (other for other in self.taken if not set(other.ids) <= undone)
        return Progress(self.process, (*kept, one))


def impossible(progress: Progress, step: ProcessStep) -> tuple[str, str]:
    """Say why a step is impossible now, and what would be right; nothing if it is not.

    Returns:
        What is wrong, and the remedy; two empty texts if the step is possible.
    """
    gone = progress.ruled_out(step)
    if gone:
        return f"{step.id} is not possible: {gone}", "check the step and the day"
    missing = progress.lacking(step)
    if not missing:
        return "", ""
    names = listed(missing)
    has = "has" if len(missing) == 1 else "have"
    return (
        f"{step.id} comes after {names}, which {has} not been taken",
        f"record {names} first",
    )


def replayed(
    process: Process,
    known: Sequence[Taken],
    records: Sequence[ReviewStep],
    where: str,
) -> tuple[Progress, list[Fault]]:
    """Take every step in the order of the days.

    Args:
        process: The steps that there are.
        known: What is known from the case, without a record.
        records: The records.
        where: The part of the case that holds them.

    Returns:
        How far the review has come, and everything that is wrong with the records.
    """
    faults: list[tuple[int, Fault]] = []
    sound: list[Taken] = []
    for place, record in enumerate(records):
        found = list(_record_faults(process, record))
        faults += [(place, one) for one in found]
        if not found:
            sound.append(Taken((record.step,), day_of(record.on), record, place))
    progress = Progress(process)
    for one in _in_order(process, known, sound):
        said, remedy = _refused(progress, one)
        if said:
            faults.append((one.place, Fault(said, remedy=remedy)))
        else:
            progress = progress.then(one)
    faults.sort(key=lambda fault: fault[0])
    return progress, [
        Fault(one.said, remedy=one.remedy, path=(where, place)) for place, one in faults
    ]


def _refused(progress: Progress, one: Taken) -> tuple[str, str]:
    """Judge a record; what the case knows without one is taken as it is."""
    if one.record is None:
        return "", ""
    return impossible(progress, progress.process.step(one.record.step))


def _record_faults(process: Process, record: ReviewStep) -> Iterator[Fault]:
    """Yield what is wrong with a record, whatever came before it."""
    try:
        step = process.step(record.step)
    except UnknownNameError as error:
        yield Fault(error.said, remedy=error.remedy)
        return
    covered, day = shelf.coverage(), day_of(record.on)
    if not covered.first <= day <= covered.last:
        yield Fault(
            f"the statute book does not cover {long_day(day)}",
            remedy=f"it covers {long_day(covered.first)} to {long_day(covered.last)}",
        )
    yield from uncovered(step, record)


def uncovered(step: ProcessStep, record: ReviewStep) -> Iterator[Fault]:
    """Yield what a record says it covers although the step has no such contents."""
    contents = contents_of(step)
    for item in record.covers:
        if item not in contents:
            there = f"there are {listed(contents)}" if contents else "leave it out"
            yield Fault(
                f"{step.id} covers no {echo(item)}",
                remedy=did_you_mean(item, contents) or there,
            )


def contents_of(step: ProcessStep) -> tuple[str, ...]:
    """Name what the record of a step has to cover, in any version of the law."""
    if step.contents is None:
        return ()
    versions = shelf.rule(step.contents)
    items = (item.id for version in versions for item in version.items)
    return tuple(dict.fromkeys(filter(None, items)))


def _in_order(
    process: Process, known: Sequence[Taken], sound: Sequence[Taken]
) -> list[Taken]:
    """Sort what was taken by day; a plan stands where it was written down.

    An event gives way to a record of the same act on the same day.
    """
    planned = planned_steps(process)
    kept = [one for one in known if not _is_recorded(one, sound)]
    latest = max(_days_before_end(process, kept, planned), default=date.min)
    placed: list[tuple[date, int, Taken]] = []
    for one in sound:
        at = latest if set(one.ids) <= planned else one.on or date.min
        latest = max(latest, at)
        placed.append((at, one.place, one))
    for one in kept:
        at = date.min if set(one.ids) <= planned else one.on or date.min
        placed.append((at, one.place, one))
    return [one for _, _, one in sorted(placed, key=lambda each: each[:2])]


def _is_recorded(one: Taken, sound: Iterable[Taken]) -> bool:
    """Say whether there is a record of what the case knows, on the same day."""
    twins = (other for other in sound if set(other.ids) <= set(one.ids))
    return any(one.on in {None, twin.on} for twin in twins)


def _days_before_end(
    process: Process, known: Iterable[Taken], planned: set[str]
) -> Iterator[date]:
    """Yield the days of what is known to have come before the end and was no plan."""
    apart = planned | {step.id for step in process.steps if step.is_end}
    for one in known:
        if one.on and not set(one.ids) & apart:
            yield one.on


def planned_steps(process: Process) -> set[str]:
    """Name the steps that are plans: the day that they give may lie ahead."""
    events = {one.name for one in shelf.pathway(process.pathway).planned}
    return {step.id for step in process.steps if step.event in events}


def order_faults(way: Pathway, days: Mapping[str, date]) -> Iterator[Fault]:
    """Yield each event that comes before one that it has to follow."""
    for order in way.orders:
        held = [(name, day_of(days[name])) for name in order if name in days]
        for (earlier, before), (later, after) in pairwise(held):
            if after < before:
                yield Fault(
                    f"{later} ({long_day(after)}) comes before {earlier} "
                    f"({long_day(before)})",
                    remedy="check both days",
                )
