"""What the texts ask of a step of a review: law and guidance, and each to whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from masa.ground.citations import Citation
from masa.ground.law import shelf
from masa.ground.law.instruments import InstrumentKind
from masa.ground.law.processes import ProcessStep
from masa.ground.law.provisions import Force, Provision
from masa.ground.moments import day_of
from masa.model.statutes import StatuteBook
from masa.rules.deadlines import Deadline
from masa.rules.limits import is_law
from masa.rules.processes import Progress, Taken

__all__ = [
    "Asked",
    "asked_of",
    "done_on",
    "is_done",
    "is_local",
    "is_untold",
    "left",
    "said_of",
]

ASKING = {Force.MUST, Force.SHOULD, Force.EXPECTED}


@frozen(kw_only=True)
class Asked:
    """What texts of the same rank and force ask, to be sent to the same.

    Args:
        provisions: The texts.
        to: Who receives what has to be sent.
        is_law: Whether they stand in an Act or regulations.
        due: The day by which it has to be done, where they and an event give one.
    """

    provisions: tuple[Provision, ...]
    to: tuple[str, ...]
    is_law: bool
    due: date | None = None

    @property
    def force(self) -> Force:
        """How strongly they speak."""
        return self.provisions[0].force

    @property
    def who(self) -> str | None:
        """On whom they lay it, if they say."""
        return next((one.who for one in self.provisions if one.who), None)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The places of the texts, each with the mark of how it was read."""
        return tuple(one.citation for one in self.provisions)

    @property
    def dated(self) -> tuple[Citation, ...]:
        """The places of those texts that set a length of time."""
        return tuple(one.citation for one in self.provisions if one.length)

    @property
    def note(self) -> str:
        """When each applies, in what time, and whether it surely is in force."""
        notes = [(str(one.source), self._said(one)) for one in self.provisions]
        held = [(source, said) for source, said in notes if said]
        if len(self.provisions) == 1:
            return "".join(said for _, said in held)
        return "; ".join(f"{source}: {said}" for source, said in held)

    def _said(self, one: Provision) -> str:
        size = str(one.length) if one.length else one.urgency or ""
        runs = "from a day not known" if one.length and self.due is None else ""
        parts = (" ".join(filter(None, (size, runs))), one.applies, one.doubt)
        return ", ".join(filter(None, parts))


def asked_of(
    step: ProcessStep, book: StatuteBook, deadlines: Iterable[Deadline] = ()
) -> tuple[Asked, ...]:
    """Give what the texts in force ask of a step, the law first.

    Args:
        step: The step.
        book: The law.
        deadlines: Its deadlines, as far as they run.
    """
    texts: dict[str, Provision] = {}
    dues: dict[str, date] = {}
    for one in deadlines:
        for limit in one.limits:
            texts[limit.limit.id] = limit.limit
            if limit.due is not None:
                dues[limit.limit.id] = day_of(limit.due)
    for rule in (*step.rules, *(one.rule for one in step.meets)):
        for version in book.versions(rule):
            texts.setdefault(version.id, version)
    asking = [one for one in texts.values() if one.force in ASKING]
    return tuple(_grouped(step, (one for one in asking if not is_local(one)), dues))


def said_of(step: ProcessStep, book: StatuteBook) -> tuple[Asked, ...]:
    """Give what the texts that a step names ask or, if none asks, what they say."""
    every = [version for rule in step.rules for version in book.versions(rule)]
    asking = [one for one in every if one.force in ASKING]
    return tuple(_grouped(step, asking or every, {}))


def _grouped(
    step: ProcessStep, texts: Iterable[Provision], dues: Mapping[str, date]
) -> Iterator[Asked]:
    """Put together what has the same rank, force and recipients, the law first.

    A step of which the contents are asked makes something, and sends nothing.
    """
    groups: dict[tuple[bool, Force, frozenset[str]], list[Provision]] = {}
    for one in texts:
        to = () if step.contents else one.to
        groups.setdefault((is_law(one), one.force, frozenset(to)), []).append(one)
    for (law, _, to_whom), held in sorted(
        groups.items(), key=lambda each: not each[0][0]
    ):
        days = [dues[one.id] for one in held if one.id in dues]
        yield Asked(
            provisions=tuple(held),
            to=held[0].to if to_whom else (),
            is_law=law,
            due=min(days, default=None),
        )


def is_local(provision: Provision) -> bool:
    """Say whether a rule stands in the document of one area only."""
    kind = shelf.instrument(provision.source.instrument).kind
    return kind is InstrumentKind.LOCAL


def is_untold(
    progress: Progress, step: ProcessStep, one: Asked, asked: Iterable[Asked]
) -> bool:
    """Say whether it is not told to which of several recipients something went.

    Args:
        progress: How far the review has come.
        step: The step by which it is sent.
        one: What some texts ask of the step.
        asked: All that is asked of it; where it names one recipient only, it is plain
            to whom it went.
    """
    names = {name for other in asked for name in other.to}
    is_silent = any(not _sent_to(taken) for taken in progress.of(step.id))
    return bool(one.to) and is_silent and len(names) > 1


def is_done(progress: Progress, step: ProcessStep, to: Sequence[str]) -> bool:
    """Say whether a step was taken, towards everybody if something is sent by it.

    Where a record does not say to whom something went, it is taken to have gone to
    everybody; `is_untold` tells these apart.
    """
    return bool(progress.of(step.id)) and not left(progress, step, to)


def left(progress: Progress, step: ProcessStep, to: Iterable[str]) -> tuple[str, ...]:
    """Name those who are to receive something and of whom no record says they have."""
    taken = progress.of(step.id)
    return tuple(
        name for name in to if not any(_reached(progress, one, name) for one in taken)
    )


def done_on(progress: Progress, step: ProcessStep, to: Sequence[str]) -> date | None:
    """Give the day on which a step was done towards everybody, if it is known."""
    taken = progress.of(step.id)
    if not is_done(progress, step, to) or any(one.on is None for one in taken):
        return None
    return max(
        min(one.on for one in taken if one.on and _reached(progress, one, name))
        for name in to or ("",)
    )


def _reached(progress: Progress, one: Taken, name: str) -> bool:
    sent = {progress.process.recipient(other) for other in _sent_to(one)}
    return not name or not sent or name in sent


def _sent_to(one: Taken) -> tuple[str, ...]:
    return one.record.to if one.record else ()
