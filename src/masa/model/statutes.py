"""The statute book on a day: which law holds, in which area, and what is pending.

A rule holds on a day from the first day of its version up to, but not on, the first
day of the next. Where that turns on a day of an area's own, such as the one on which
it began its arrangements, and the day is not given, the answer is unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from attrs import evolve, field, frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph
from masa.ground.checks import checked
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
from masa.ground.spans import day, long_day
from masa.ground.text import echo, listed, text_of
from masa.model.clock_catalogue import ClockCatalogue
from masa.model.editions import edition_before, editions, moves_on
from masa.model.law_changes import LawChanges, change_between
from masa.model.transitions import AreaDates, Regime

__all__ = ["StatuteBook"]

BOARDS = "ca-2004/s13.1"
NOT_SETTLED = "not settled"


def _to_days(given: Iterable[tuple[str, date]]) -> tuple[tuple[str, date], ...]:
    return tuple(sorted((name, day(value)) for name, value in given))


@frozen(repr=False, field_transformer=checked)
class StatuteBook(Shown):
    """The law on one day; make one with `law`.

    Args:
        on: The day.
        area: The area's own days, where law that moved area by area is asked for.
        commenced: Each pending section that is taken as commenced, with its day.

    Raises:
        CoverageError: If the book does not cover the day.
        KindError: If a part is of the wrong type.
    """

    on: date = field(converter=day)
    area: AreaDates | None = None
    commenced: tuple[tuple[str, date], ...] = field(
        default=(), kw_only=True, converter=_to_days
    )
    _found: dict[str, tuple[Provision, ...]] = field(
        factory=dict, init=False, eq=False, repr=False
    )
    _values: dict[str, Value] = field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        shelf.coverage().check(self.on, "the statute book")

    @property
    def national_edition(self) -> Instrument:
        """The edition of Working Together that is in force on the day."""
        return [one for one in editions() if one.applies(self.on) is Answer.YES][-1]

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
        before = edition_before(national)
        if self.area is None or before is None:
            return national
        ended = self._superseded(before)
        lasts = ended.on_or_before(self.on) if ended else Answer.YES
        if lasts is Answer.UNKNOWN:
            error = UnsettledError(
                f"{before} or {national}: it turns on the day on which "
                f"{self.area.name} {before.area_date} its arrangements",
                remedy=f"give `{before.area_date}` in its AreaDates",
            )
            error.reason = NOT_SETTLED
            raise error
        return national if lasts is Answer.YES else before

    def _superseded(self, instrument: Instrument) -> When | None:
        """Give the first day on which an instrument no longer applied in the area."""
        ended = instrument.superseded
        if self.area is None or instrument.area_date is None or ended is None:
            return ended
        span = When(ended.earliest, instrument.area_latest)
        return self.area.narrowed(span, instrument.area_date)

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
        return tuple(one for one in every if self.applies(one) is not Answer.NO)

    def applies(self, instrument: Instrument) -> Answer:
        """Say whether an instrument applies on the day, in the area if one is given."""
        return evolve(instrument, superseded=self._superseded(instrument)).applies(
            self.on
        )

    def instrument(self, name: str) -> Instrument:
        """Give any instrument, whenever it applied, by its id or as it is cited.

        Raises:
            UnknownNameError: If there is no such instrument.
            KindError: If the name is not text.
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
            KindError: If the name is not text.
        """
        found = self._found.get(text_of(name))
        if found is None:
            found = self._found[name] = on_day(self._dated(name), self.on)
        return found

    def __getitem__(self, name: str) -> Provision:
        """Give what a rule says on the day.

        Raises:
            UnknownNameError: If there is no such rule.
            NotInForceError: If it is not in force on the day.
            UnsettledError: If it is not known which of its versions holds.
            KindError: If the name is not text.
        """
        found = self.versions(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise self._unsettled(name, found)
        raise NotInForceError(
            f"{echo(name)} is not in force on {long_day(self.on)}",
            remedy=self._when_it_holds(name),
        )

    def __contains__(self, name: object) -> bool:
        """Say whether a rule of that name is in force on the day, or may be."""
        return name in shelf.rules() and bool(self.versions(str(name)))

    def __iter__(self) -> Iterator[Provision]:
        return iter(self.provisions)

    def _unsettled(self, name: str, found: Sequence[Provision]) -> UnsettledError:
        periods = listed((one.period for one in found), "or")
        error = UnsettledError(
            f"which version of {echo(name)} holds on {long_day(self.on)} is not known: "
            f"{periods}",
            remedy="look at its `versions`",
        )
        error.reason = NOT_SETTLED
        return error

    def in_force(self, name: str) -> Answer:
        """Say whether a rule is in force on the day, in whichever version.

        Raises:
            UnknownNameError: If there is no such rule.
            KindError: If the name is not text.
        """
        return _surely(self.versions(name), self.on)

    def value(self, name: str) -> Value:
        """Give the length, number, day or list that a rule or a clock sets.

        Raises:
            UnknownNameError: If there is no such rule or clock, or it sets no value.
            NotInForceError: If it is not in force on the day.
            UnsettledError: If it is not known whether it is in force, or which of
                several values holds, or if several texts set a clock differently.
            KindError: If the name is not text.
        """
        value = self._values.get(text_of(name))
        if value is None:
            value = self._values[name] = self._value(name)
        return value

    def _value(self, name: str) -> Value:
        if name in shelf.clock_names() and name not in shelf.rules():
            return self._value_of_clock(name)
        found = self.versions(name) or (self[name],)
        values = {one.value for one in found}
        if len(values) > 1 or _surely(found, self.on) is not Answer.YES:
            raise self._unsettled(name, found)
        value = values.pop()
        if value is None:
            raise _no_value(name, found)
        return value

    def _value_of_clock(self, name: str) -> Value:
        """Give the one length on which the texts in force agree."""
        limits = self.clock(name).limits
        sure = [one for one in limits if one.value is not None]
        values = {one.value for one in sure if one.value is not None}
        if not values:
            raise _no_value(name, limits)
        rules = {one.id for one in sure}
        if len(values) > 1 or any(
            self.in_force(one) is not Answer.YES for one in rules
        ):
            sizes = listed(f"{one.value_in_words} ({one.source})" for one in sure)
            error = UnsettledError(
                f"the texts do not settle how long {echo(name)} is: {sizes}",
                remedy=f"ask for {listed(sorted(rules), 'or')}",
            )
            error.reason = NOT_SETTLED
            raise error
        return values.pop()

    def _dated(self, name: str) -> tuple[Provision, ...]:
        """Give a rule's versions with their days in this area, as commenced here."""
        versions = shelf.rule(name)
        if self.area is None and not self.commenced:
            return versions
        begins = [self._begin(version) for version in versions]
        last = [one for one in versions if one.since is not None][-1:]
        return dated(versions, begins, self._end(last[0]) if last else None)

    def _begin(self, version: Provision) -> When | None:
        section = version.id if version.pending else version.commencing
        if section:
            days = dict(self.commenced)
            return When.on_day(days[section]) if section in days else None
        edition = shelf.instrument(version.source.instrument)
        before = edition_before(edition) if edition in editions() else None
        if before and moves_on(version, before):
            return self._superseded(before)
        return version.since and self._narrowed(version.since, version)

    def _end(self, version: Provision) -> When | None:
        edition = shelf.instrument(version.source.instrument)
        if moves_on(version, edition):
            return self._superseded(edition)
        return version.before and self._narrowed(version.before, version)

    def _narrowed(self, span: When, version: Provision) -> When:
        is_span = span.earliest and span.latest and span.earliest != span.latest
        if self.area is None or version.area_date is None or not is_span:
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
                remedy=listed(
                    dict.fromkeys(map(self._when_it_holds, clock.lengths)), "or"
                ),
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
        items = shelf.rules_of_checklist(name)
        found = tuple(one for item in items for one in self.versions(item))
        if any(one.in_force is not Answer.YES for one in found):
            _ = self.edition  # it says which day of the area is missing
        return found

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader has to know of the whole book on this day."""
        return tuple(self._notices())

    def _notices(self) -> Iterator[str]:
        checked_on = shelf.coverage().checked
        if self.on > checked_on:
            yield (
                f"The texts were last looked at on {long_day(checked_on)}; what "
                "follows is the law as it was known then."
            )
        before = edition_before(self.national_edition)
        latest = before.area_latest if before else None
        if self.area is None and before and latest and self.on < latest:
            yield (
                f"Areas moved on from {before} on days of their own, until "
                f"{long_day(latest)}; no area is given."
            )
        if self.commenced:
            days = listed(f"{name} on {long_day(on)}" for name, on in self.commenced)
            yield f"Taken as commenced, as supposed by whoever asks: {days}."
        if self.pending:
            names = listed(one.id for one in self.pending)
            yield f"Enacted and not commenced, so far as found: {names}."

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
        changes = (
            change_between(self.versions(name), other.versions(name))
            for name in shelf.rules()
        )
        return LawChanges(
            first=str(self),
            second=str(other),
            changes=tuple(change for change in changes if change),
        )

    def summary(self) -> Sequence[Block]:
        """Say in a few lines what holds on the day, and what is not sure."""
        perhaps = sum(not self._is_sure(one) for one in self.provisions)
        pairs = (
            ("edition of guidance", self._edition_in_words()),
            ("regime", self.regime.value),
            ("rules in force", str(len(self.provisions) - perhaps)),
            ("rules perhaps in force", str(perhaps)),
            ("clocks that run", str(len(self.clocks))),
        )
        return (Pairs(pairs), *(Paragraph(notice) for notice in self.notices))

    def _is_sure(self, provision: Provision) -> bool:
        return self.in_force(provision.id) is Answer.YES

    def _edition_in_words(self) -> str:
        try:
            return str(self.edition)
        except UnsettledError as error:
            return f"unknown: {error.said}"

    def _blocks(self) -> Sequence[Block]:
        title = str(self)
        return (Heading(f"{title[0].upper()}{title[1:]}"), *self.summary())

    def to_records(self) -> list[dict[str, str]]:
        """Give each rule in force as a row of plain text."""
        return [row for one in self.provisions for row in one.to_records()]

    def __reduce__(self) -> tuple[object, ...]:
        """Leave out what was looked up so far: a copy looks it up again."""
        made = partial(type(self), commenced=self.commenced)
        return made, (self.on, self.area)

    def __str__(self) -> str:
        where = f" in {self.area.name}" if self.area else ""
        days = listed(
            f"{name} commenced on {long_day(on)}" for name, on in self.commenced
        )
        return f"the law on {long_day(self.on)}{where}{f', {days}' if days else ''}"

    def __repr__(self) -> str:
        where = f", area {self.area.name!r}" if self.area else ""
        supposed = f", commenced {dict(self.commenced)}" if self.commenced else ""
        return f"<StatuteBook on {self.on}{where}{supposed}>"

    def _when_it_holds(self, name: str) -> str:
        """Say when a rule that is not in force is, from its versions."""
        versions = self._dated(name)
        if not versions or versions[0].since is None:
            section = shelf.rule(name)[0].commencing or name
            return f"it waits for the commencement of {section}"
        held = [one for one in versions if one.since is not None]
        return f"it holds {evolve(held[0], before=held[-1].before).period}"


def _surely(found: Sequence[Provision], on: date) -> Answer:
    """Say whether one of some versions holds that follow one another without a gap."""
    if not found:
        return Answer.NO
    begun, ended = found[0].since, found[-1].before
    has_begun = begun.on_or_before(on) if begun else Answer.UNKNOWN
    has_ended = ended.on_or_before(on) if ended else Answer.NO
    return has_begun & ~has_ended


def _no_value(name: str, found: Sequence[Provision]) -> UnknownNameError:
    return UnknownNameError(
        f"{echo(name)} sets no value",
        remedy=f"it says {echo(found[0].urgency or found[0].says)}",
    )
