"""What an arrangement needs for another edition: what serves, changes, or is new."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property

from attrs import frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph, Table
from masa.ground.errors import UnknownNameError
from masa.ground.law import shelf
from masa.ground.law.instruments import Instrument
from masa.ground.law.provisions import Force, ListedItem
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed, text_of
from masa.model.arrangement import Arrangement
from masa.model.editions import edition_before
from masa.model.opening import law
from masa.model.statutes import StatuteBook
from masa.rules.checklist import checked_by, checked_kind
from masa.rules.duties import yearly_report
from masa.rules.duties.catalogue import family_of
from masa.rules.held_against import (
    Commenced,
    HeldAgainst,
    answers_to,
    held_against,
)
from masa.rules.outcomes import Outcome, OutcomeState

__all__ = ["Preparation", "PreparationStep", "Readiness", "prepare_for"]

AGAIN = ("republish-arrangements-by", "republish-arrangements-2026")
REPORT = "yearly report"
_REPORT_RULES = frozenset(rule for one in yearly_report.DUTIES for rule in one.rules)
FORCES = (Force.MUST, Force.SHOULD, Force.EXPECTED)


class Readiness(StrEnum):
    """How ready an arrangement is for one item of another edition."""

    SERVES = "serves already"
    TO_CHANGE = "has to change"
    NEW = "new"
    TO_WEIGH = "to be weighed"

    __repr__ = Enum.__str__


@frozen(kw_only=True, repr=False)
class PreparationStep(Shown):
    """One item of an edition: how ready the arrangement is, and what is left to do.

    Args:
        outcome: How the item stands against the arrangement as it is.
        readiness: Whether it serves already, has to change, or is new.
        before: The ids of what the edition before asked alike.
        adds: What the item needs that nothing before needed.
        by: By when, in words.
        due: By which day, where one is known; that day still counts.
    """

    outcome: Outcome
    readiness: Readiness
    before: tuple[str, ...] = ()
    adds: tuple[ListedItem, ...] = ()
    by: str = ""
    due: date | None = None

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.outcome.id

    @property
    def how_sure(self) -> str:
        """How sure the law of the item is."""
        return self.outcome.how_sure or self.outcome.rule.evidence.value

    @property
    def to_do(self) -> tuple[str, ...]:
        """What is left to do, which is what is missing or all that the item needs."""
        needs = tuple(one.says for one in self.outcome.rule.needs)
        is_met = self.readiness is Readiness.SERVES
        return () if is_met else self.outcome.to_be_met or needs

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "how sure the law is", self.how_sure
        yield "item", self.id
        yield "topic", self.outcome.topic
        yield "force", self.outcome.force
        yield "readiness", self.readiness.value
        yield "asks", self.outcome.asked
        yield "asked before as", listed(self.before)
        yield "serves already", "\n".join(self.outcome.shown_by)
        yield "to be done", "\n".join(self.to_do)
        yield "by", self.by

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "readiness": self.readiness.value,
            "before": list(self.before),
            "adds": [one.says for one in self.adds],
            "by": self.by,
            "due": self.due and self.due.isoformat(),
            "outcome": self.outcome.to_json(),
        }

    def __str__(self) -> str:
        return f"{self.id}, {self.outcome.topic}: {self.readiness}; {self.by}"

    def __repr__(self) -> str:
        return f"<PreparationStep {self.id!r}: {self.readiness.value}>"


@frozen(kw_only=True, repr=False, slots=False)
class Preparation(Shown):
    """What an arrangement needs for an edition, item by item.

    Look a step up by the id of its item: ``preparation["P23-S1"]``.

    Args:
        title: The title of the arrangement.
        before: The edition that it answers to, or the one before.
        edition: The edition to prepare for.
        law_of: The day of the law.
        steps: One for each item that applies.
        notices: What else a reader has to know.
    """

    title: str
    before: Instrument
    edition: Instrument
    law_of: date
    steps: tuple[PreparationStep, ...]
    notices: tuple[str, ...] = ()

    def of(self, readiness: Readiness) -> tuple[PreparationStep, ...]:
        """Give the steps of one readiness."""
        return tuple(one for one in self.steps if one.readiness is readiness)

    @property
    def serves(self) -> tuple[PreparationStep, ...]:
        """What serves already."""
        return self.of(Readiness.SERVES)

    @property
    def to_change(self) -> tuple[PreparationStep, ...]:
        """What was asked for before, and has to change."""
        return self.of(Readiness.TO_CHANGE)

    @property
    def new(self) -> tuple[PreparationStep, ...]:
        """What was not asked for before, and is not there."""
        return self.of(Readiness.NEW)

    @property
    def to_weigh(self) -> tuple[PreparationStep, ...]:
        """What is mentioned, and has only to be weighed by a reader."""
        return self.of(Readiness.TO_WEIGH)

    @cached_property
    def _by_id(self) -> Mapping[str, PreparationStep]:
        return {one.id.casefold(): one for one in self.steps}

    def __getitem__(self, name: str) -> PreparationStep:
        """Give the step of one item.

        Raises:
            KindError: If the id is not text.
            UnknownNameError: If there is no step of such an item.
        """
        found = self._by_id.get(text_of(name).casefold())
        if found is None:
            raise UnknownNameError(
                f"there is no step for {echo(name)}",
                remedy=did_you_mean(name, [one.id for one in self.steps])
                or "look at its `steps`",
            )
        return found

    def __iter__(self) -> Iterator[PreparationStep]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def to_records(self) -> list[dict[str, str]]:
        """Give every step as a row of plain text, how sure the law is first."""
        return [row for one in self.steps for row in one.to_records()]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "arrangement": self.title,
            "before": self.before.id,
            "edition": self.edition.id,
            "law_of": self.law_of.isoformat(),
            "steps": [one.to_json() for one in self.steps],
            "notices": list(self.notices),
        }

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(f"From {self.before} to {self.edition}.")
        yield from map(Paragraph, self.notices)
        yield self._in_short()
        for caption, steps in (
            ("Has to change", self.to_change),
            ("New", self.new),
            ("Is mentioned, and to be weighed by a reader", self.to_weigh),
        ):
            for force in FORCES:
                chosen = [one for one in steps if one.outcome.force is force]
                if chosen:
                    yield Heading(f"{caption}: {force.value}")
                    for alike in _alike(chosen):
                        yield from _to_do(*alike)
        if self.serves:
            yield Heading("Serves already")
            yield _serving(self.serves)

    def _in_short(self) -> Table:
        rows = (
            (force.value, *(str(self._count(force, one)) for one in Readiness))
            for force in FORCES
            if any(one.outcome.force is force for one in self)
        )
        return Table(
            caption="In short",
            columns=("force", *Readiness),
            rows=tuple(rows),
            numbers=frozenset(range(1, len(Readiness) + 1)),
        )

    def _count(self, force: Force, readiness: Readiness) -> int:
        return sum(one.outcome.force is force for one in self.of(readiness))

    def __str__(self) -> str:
        return f"{self.title}: preparing for {self.edition}"

    def __repr__(self) -> str:
        return (
            f"<Preparation of {self.title!r} for {self.edition.id}: {len(self)} items>"
        )


def _alike(steps: Sequence[PreparationStep]) -> list[list[PreparationStep]]:
    """Put those together that are about one thing, with the same left to do."""
    found: dict[object, list[PreparationStep]] = {}
    for one in steps:
        found.setdefault((one.outcome.topic, one.to_do), []).append(one)
    return list(found.values())


def _to_do(one: PreparationStep, *others: PreparationStep) -> Iterator[Block]:
    yield Heading(f"{one.id}, {one.outcome.topic}", 3)
    new = "; ".join(each.says for each in one.adds)
    pairs = (
        ("how sure the law is", one.how_sure),
        ("asks", one.outcome.asked),
        ("note", "\n".join(one.outcome.rule.notes)),
        ("also asked as", listed(each.id for each in others)),
        ("asked before as", listed(one.before)),
        ("new in it", new if one.before else ""),
        ("serves already", "\n".join(one.outcome.shown_by)),
        ("to be done", "\n".join(one.to_do)),
        ("by", one.by),
    )
    yield Pairs(tuple((label, value) for label, value in pairs if value))


def _serving(steps: Sequence[PreparationStep]) -> Table:
    return Table(
        caption="Nothing is left to do",
        columns=("how sure the law is", "item", "topic", "force"),
        rows=tuple(
            (one.how_sure, one.id, one.outcome.topic, one.outcome.force.value)
            for one in steps
        ),
    )


def prepare_for(
    arrangement: Arrangement,
    edition: str,
    *,
    on: date | str | None = None,
    commenced: Commenced | None = None,
) -> Preparation:
    """Say item by item what an arrangement needs for another edition.

    Args:
        arrangement: The arrangement as it is.
        edition: The edition to prepare for, such as "WT2023".
        on: The reader's day; the law is that of this day or the nearest on which the
            edition applied. Unless given, the first day of the edition or, for the
            newest, that of the last look at the law.
        commenced: Pending sections that are to be taken as commenced, each with its
            day, such as ``{"cwsa-2026/s3": "2027-09-01"}``.

    Raises:
        KindError: If a part is of the wrong type.
        UnknownNameError: If there is no such edition, or no such section is pending.
        NotInForceError: If the edition knew no such arrangements.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day, or a section is commenced too early.

    Authority: Working Together 2018, 2023 and 2026; Children's Wellbeing and Schools
    Act 2026, ss.2 and 3, if they are supposed to be commenced.

    Example:
        >>> import masa
        >>> plan = prepare_for(masa.examples.load("barnet"), "WT2023")
        >>> print(plan["P23-S11"].readiness)
        has to change
    """
    checked_kind(arrangement)
    held = held_against(arrangement, edition, on, commenced)
    checked = checked_by(held, arrangement)
    before = _before(arrangement, held.edition)
    old = _book_of(before)
    steps = (_step(one, held, old) for one in checked if _is_to_be_told(one, old))
    return Preparation(
        title=arrangement.title,
        before=before,
        edition=held.edition,
        law_of=held.book.on,
        steps=tuple(steps),
        notices=(*_unnamed(arrangement, before), *checked.notices),
    )


def _unnamed(arrangement: Arrangement, before: Instrument) -> Iterator[str]:
    if answers_to(arrangement) is None:
        yield (
            "The arrangement does not settle to which edition it answers; what is new "
            f"is told against {before}."
        )


def _before(arrangement: Arrangement, edition: Instrument) -> Instrument:
    """Give the edition that an arrangement answers to, or the one before another."""
    return answers_to(arrangement) or edition_before(edition) or edition


def _book_of(edition: Instrument) -> StatuteBook:
    """Open the law of the first day of an edition, when it asked what it asked."""
    first = edition.in_force.latest if edition.in_force else None
    return law(first or shelf.coverage().first)


def _is_to_be_told(one: Outcome, old: StatuteBook) -> bool:
    """Leave out what is asked of nobody, or does not apply.

    New contents of reports yet to come are told, although the file holds no report.
    """
    if one.is_free:
        return False
    if one.state is not OutcomeState.NOT_APPLICABLE:
        return True
    return one.rule.checklist == REPORT and not _asked_before(one, old)


def _asked_before(one: Outcome, old: StatuteBook) -> tuple[str, ...]:
    return tuple(name for name in family_of(one.id) if old.versions(name))


def _step(one: Outcome, held: HeldAgainst, old: StatuteBook) -> PreparationStep:
    before = _asked_before(one, old)
    known = {need.id for name in before for need in old.versions(name)[0].needs}
    readiness = Readiness.TO_CHANGE if before else Readiness.NEW
    if one.state is OutcomeState.MET:
        readiness = Readiness.SERVES
    elif one.waits_for_a_judgement:
        readiness = Readiness.TO_WEIGH
    by, due = _deadline(one, held)
    return PreparationStep(
        outcome=one,
        readiness=readiness,
        before=before,
        adds=tuple(need for need in one.rule.needs if need.id not in known),
        by=by,
        due=due,
    )


def _deadline(one: Outcome, held: HeldAgainst) -> tuple[str, date | None]:
    """Say by when an item is to be there, and by which day if one is known."""
    rule = one.rule
    if rule.is_supposed and rule.since is not None:
        return f"{rule.since}, if commenced then", rule.since.latest
    if rule.source.instrument != held.edition.cited_as:
        return "in force already", None
    if rule.checklist == REPORT or rule.id in _REPORT_RULES:
        return "the yearly report on a year under the edition", None
    for again in (each for name in AGAIN for each in held.book.versions(name)):
        if isinstance(again.day, date):
            return f"{long_day(again.day)} ({again.source})", again.day
        return f"no day is known ({again.source})", None
    return "no day is known", None
