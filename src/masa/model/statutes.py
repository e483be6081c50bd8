"""The statute book on a day: which law holds, in which area, and what is pending.

A rule holds on a day from the first day of its version up to, but not on, the first
day of the next. Where that turns on a day of an area's own, such as the one on which
it began its arrangements, and the day is not given, the answer is unknown.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from attrs import evolve, field, frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph
from masa.ground.dates import When
from masa.ground.errors import (
    KindError,
    NotInForceError,
    UnknownNameError,
    UnsettledError,
)
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock
from masa.ground.law.instruments import Instrument
from masa.ground.law.provisions import Provision, Value, dated, on_day
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import echo, listed
from masa.model.clock_catalogue import ClockCatalogue
from masa.model.law_changes import LawChanges, changes_between
from masa.model.transitions import AreaDates, Regime

__all__ = ["StatuteBook"]

GUIDANCE = "Working Together"
BOARDS = "ca-2004/s13.1"


@frozen(repr=False)
class StatuteBook(Shown):
    """The law on one day; make one with `law`.

    Args:
        on: The day.
        area: The area's own days, where law that moved area by area is asked for.
        commenced: Each pending section that is taken as commenced, with its day.
    """

    on: date
    area: AreaDates | None = None
    commenced: tuple[tuple[str, date], ...] = field(default=(), kw_only=True)
    _found: dict[str, tuple[Provision, ...]] = field(
        factory=dict, init=False, eq=False, repr=False
    )
    _values: dict[str, Value] = field(factory=dict, init=False, eq=False, repr=False)

    @property
    def national_edition(self) -> Instrument:
        """The edition of Working Together that is in force on the day."""
        return [one for one in _editions() if one.applies(self.on) is Answer.YES][-1]

    @property
    def edition(self) -> Instrument:
        """The edition of Working Together to which arrangements have to answer.

        It is the national one, unless an area is given that had not yet moved on
        from the one before: to its own arrangements in 2018 to 2020, or to
        arrangements under the 2023 edition by the end of 2024.

        Raises:
            UnsettledError: If an area is given whose own day decides and is not known.
        """
        national = self.national_edition
        before = _edition_before(national)
        if self.area is None or before is None or before.area_date is None:
            return national
        begun = national.in_force or When()
        span = When(begun.earliest, before.area_latest)
        moved = self.area.narrowed(span, before.area_date).on_or_before(self.on)
        if moved is Answer.UNKNOWN:
            raise UnsettledError(
                f"{before} or {national}: it turns on the day on which "
                f"{self.area.name} {before.area_date} its arrangements",
                remedy=f"give `{before.area_date}` in its AreaDates",
            )
        return national if moved is Answer.YES else before

    @property
    def regime(self) -> Regime:
        """Under which law the area works, or every area if none is given.

        Authority: SI 2018/497, regs 6 and 8.
        """
        answers = {Answer.YES: Regime.LSCB, Answer.NO: Regime.MASA}
        return answers.get(self.in_force(BOARDS), Regime.UNKNOWN)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument that applies on the day, or may."""
        every = shelf.instruments()
        return tuple(one for one in every if one.applies(self.on) is not Answer.NO)

    def instrument(self, name: str) -> Instrument:
        """Give any instrument, whenever it applied, by its id or as it is cited.

        Raises:
            UnknownNameError: If there is no such instrument.
        """
        return shelf.instrument(name)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Everything that holds on the day, or may, in the order of the book."""
        return tuple(one for name in shelf.rules() for one in self.versions(name))

    def versions(self, name: str) -> tuple[Provision, ...]:
        """Give the version of a rule that holds on the day, or each of those that may.

        Returns:
            None if the rule is not in force; several if it is not known which holds.

        Raises:
            UnknownNameError: If there is no such rule.
        """
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = on_day(self._dated(name), self.on)
        return found

    def __getitem__(self, name: str) -> Provision:
        """Give what a rule says on the day.

        Raises:
            UnknownNameError: If there is no such rule.
            NotInForceError: If it is not in force on the day.
            UnsettledError: If it is not known which of its versions holds.
        """
        found = self.versions(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise self._unsettled(name, found)
        raise NotInForceError(
            f"{echo(name)} is not in force on {long_day(self.on)}",
            remedy=_when_it_holds(name),
        )

    def _unsettled(self, name: str, found: Sequence[Provision]) -> UnsettledError:
        periods = listed((one.period for one in found), "or")
        return UnsettledError(
            f"which version of {echo(name)} holds on {long_day(self.on)} is not known: "
            f"{periods}",
            remedy="look at its `versions`",
        )

    def in_force(self, name: str) -> Answer:
        """Say whether a rule is in force on the day, in whichever version.

        Raises:
            UnknownNameError: If there is no such rule.
        """
        found = self.versions(name)
        return Answer.any_of(one.in_force for one in found)

    def value(self, name: str) -> Value:
        """Give the length, number, day or list that a rule or a clock sets.

        Raises:
            UnknownNameError: If there is no such rule or clock, or it sets no value.
            NotInForceError: If it is not in force on the day.
            UnsettledError: If it is not known which of several values holds.
        """
        value = self._values.get(name)
        if value is None:
            value = self._values[name] = self._value(name)
        return value

    def _value(self, name: str) -> Value:
        is_rule = name in shelf.rules() or name not in shelf.clock_names()
        found = self.versions(name) if is_rule else self.clock(name).limits
        values = {one.value for one in found if one.value is not None}
        if len(values) == 1:
            return values.pop()
        if values:
            raise self._unsettled(name, found)
        provision = self[name] if is_rule else found[0]
        raise UnknownNameError(
            f"{echo(name)} sets no value",
            remedy=f"it says {echo(provision.urgency or provision.says)}",
        )

    def _dated(self, name: str) -> tuple[Provision, ...]:
        """Give a rule's versions with their days in this area, as commenced here."""
        versions = shelf.rule(name)
        if self.area is None and not self.commenced:
            return versions
        begins = [self._begin(version) for version in versions]
        last = [one for one in versions if one.since is not None][-1:]
        ends = last[0].before if last else None
        return dated(versions, begins, ends and self._narrowed(ends, versions[0]))

    def _begin(self, version: Provision) -> When | None:
        section = version.id if version.pending else version.commencing
        if section:
            days = dict(self.commenced)
            return When.on_day(days[section]) if section in days else None
        return version.since and self._narrowed(version.since, version)

    def _narrowed(self, span: When, version: Provision) -> When:
        if self.area is None or version.area_date is None:
            return span
        return self.area.narrowed(span, version.area_date)

    @property
    def pending(self) -> tuple[Provision, ...]:
        """The sections that are enacted and not commenced; they change nothing."""
        return tuple(
            evolve(shelf.rule(name)[0], in_force=Answer.NO)
            for name in shelf.pending()
            if not self.versions(name)
            and shelf.passed(name).on_or_before(self.on) is Answer.YES
        )

    def brought_by(self, section: str) -> tuple[str, ...]:
        """Name the rules that begin or change when a pending section is commenced.

        Raises:
            UnknownNameError: If there is no such pending section.
        """
        shelf.passed(section)
        return shelf.commenced_by(section)

    def clock(self, name: str) -> Clock:
        """Give a clock as it is on the day, by its id or another name.

        Raises:
            UnknownNameError: If there is no such clock.
            NotInForceError: If none of its lengths is in force on the day.
        """
        clock = shelf.clock(name)
        limits, duties = (
            tuple(version for one in names for version in self.versions(one))
            for names in (clock.lengths, clock.duty)
        )
        if not limits:
            raise NotInForceError(
                f"the clock {echo(name)} does not run on {long_day(self.on)}",
                remedy=listed(map(_when_it_holds, clock.lengths), "or"),
            )
        return evolve(clock, limits=limits, duties=duties)

    @property
    def clocks(self) -> ClockCatalogue:
        """Every clock of which some length is in force on the day."""
        running = [
            name
            for name in shelf.clocks()
            if any(self.versions(one) for one in shelf.clock(name).lengths)
        ]
        return ClockCatalogue(self.on, tuple(map(self.clock, running)))

    def checklist(self, name: str) -> tuple[Provision, ...]:
        """Give the items of a checklist, in the edition that the area answers to.

        Args:
            name: "published arrangements" or "yearly report".

        Raises:
            UnknownNameError: If there is no such checklist.
            UnsettledError: If an area is given whose own day decides on the edition.
        """
        edition = self.edition
        items = shelf.rules_of_checklist(name)
        return tuple(one for item in items for one in self._item(item, edition))

    def _item(self, name: str, edition: Instrument) -> Iterator[Provision]:
        for version in shelf.rule(name):
            if version.source.instrument == edition.cited_as:
                yield version
            elif version.commencing:
                yield from self.versions(name)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader has to know of the whole book on this day."""
        checked = shelf.coverage().checked
        said = []
        if self.on > checked:
            said.append(
                f"The texts were last looked at on {long_day(checked)}; what follows "
                "is the law as it was known then."
            )
        if self.pending:
            names = listed(one.id for one in self.pending)
            said.append(f"Enacted and not commenced, so far as found: {names}.")
        return tuple(said)

    def compare(self, other: "StatuteBook") -> LawChanges:
        """Say what differs between this book and another, later or earlier.

        Args:
            other: The book of another day, area or commencement.

        Raises:
            KindError: If it is no statute book.
        """
        if not isinstance(other, StatuteBook):
            raise KindError(
                f"{echo(other)} is not a statute book", remedy="make one with `law`"
            )
        pairs = ((self.versions(name), other.versions(name)) for name in shelf.rules())
        changes = tuple(change for pair in pairs for change in changes_between(*pair))
        return LawChanges(first=self.on, second=other.on, changes=changes)

    def summary(self) -> Sequence[Block]:
        """Say in a few lines what holds on the day, and what is not sure."""
        pairs = (
            ("edition of guidance", str(self.national_edition)),
            ("regime", self.regime.value),
            ("rules in force", str(len(self.provisions))),
            ("clocks that run", str(len(self.clocks))),
        )
        return (Pairs(pairs), *(Paragraph(notice) for notice in self.notices))

    def _blocks(self) -> Sequence[Block]:
        return (Heading(f"The law on {long_day(self.on)}"), *self.summary())

    def to_records(self) -> list[dict[str, str]]:
        """Give each rule in force as a row of plain text."""
        return [
            {"id": one.id, **row} for one in self.provisions for row in one.to_records()
        ]

    def __reduce__(self) -> tuple[object, ...]:
        """Leave out what was looked up so far: a copy looks it up again."""
        made = partial(type(self), commenced=self.commenced)
        return made, (self.on, self.area)

    def __str__(self) -> str:
        return f"the law on {long_day(self.on)}"

    def __repr__(self) -> str:
        return f"<StatuteBook on {self.on}>"


def _editions() -> list[Instrument]:
    return [one for one in shelf.instruments() if one.series == GUIDANCE]


def _edition_before(edition: Instrument) -> Instrument | None:
    editions = _editions()
    place = editions.index(edition)
    return editions[place - 1] if place else None


def _when_it_holds(name: str) -> str:
    """Say when a rule that is not in force is, from its versions."""
    versions = shelf.rule(name)
    first, last = versions[0], versions[-1]
    if first.since is None:
        return f"it waits for the commencement of {first.commencing or name}"
    return f"it holds {evolve(first, before=last.before).period}"
