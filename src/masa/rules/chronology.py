"""Every date that an arrangement prints, in order, and whether one can work on it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.closures import DayStatus
from masa.ground.dates import When
from masa.ground.days import england
from masa.ground.errors import KindError
from masa.ground.periods import Period
from masa.ground.shapes import Path
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.stated import Standing, Statement
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.decisions import Milestone
from masa.model.outside_facts import OutsideFact
from masa.model.sign_offs import SignOff
from masa.model.yearly_reports import CopySent
from masa.rules.plain_names import field_in_words, owner_of, things_on

__all__ = ["Chronology", "DatedFact", "chronology"]

ONE_DAY = timedelta(days=1)


@frozen(kw_only=True)
class DatedFact(Shown):
    """Something that happened or is to happen, with its date as printed.

    Args:
        what: What happens.
        when: On which day, or within which days; nothing if no date is printed.
        words: The date as printed, where that says more.
        condition: On what condition.
        at: Where it is printed.
        standing: How firmly it is said.
        is_outside: Whether only another source says it, and not the document.
    """

    what: str
    when: When | None = None
    words: str | None = None
    condition: str | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE
    is_outside: bool = False

    @property
    def day(self) -> date | None:
        """The day that is printed, as in "29 June 2019" and in "by 29 June 2019".

        None is printed in "June 2019"; nor, as far as can be told, in "by June 2019",
        which means no other day than "by 30 June 2019".
        """
        if self.when is None or self.when.latest is None:
            return None
        first, last = self.when.earliest, self.when.latest
        is_limit = first is None and (last + ONE_DAY).day > 1
        return last if first == last or is_limit else None

    @property
    def day_status(self) -> DayStatus | None:
        """Whether the day is a working day in England; nothing if none is printed.

        Nothing either where the calendar does not reach.
        """
        calendar = england()
        if self.day is None or not calendar.first <= self.day <= calendar.last:
            return None
        return calendar.why(self.day)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "when", self._date() or "no date is printed"
        yield "what", self.what
        yield "standing", "other sources" if self.is_outside else self.standing
        yield "condition", self.condition or ""
        yield "at", self.at or ""
        yield "day", _in_short(self.day_status)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row, with the first and the last day that the date can mean."""
        bounds = (self.when.earliest, self.when.latest) if self.when else (None, None)
        first, last = (day.isoformat() if day else "" for day in bounds)
        (row,) = super().to_records()
        return [{**row, "earliest": first, "latest": last}]

    def _date(self) -> str:
        if self.when is None:
            return f"unknown: {self.words}" if self.words else ""
        return f'{self.when} (printed "{self.words}")' if self.words else str(self.when)

    def __str__(self) -> str:
        return ": ".join(filter(None, (self._date(), self.what)))


def _in_short(status: DayStatus | None) -> str:
    if status is None:
        return ""
    return f"{status.day:%A}, {'' if status.is_working else 'not '}a working day"


@frozen(kw_only=True, repr=False)
class Chronology(Shown):
    """Every date of an arrangement, the earliest first, and what has no date, last.

    Args:
        title: The title of the arrangement.
        facts: What happened or is to happen.
    """

    title: str
    facts: tuple[DatedFact, ...] = ()

    @property
    def on_no_working_day(self) -> tuple[DatedFact, ...]:
        """What is to happen on, or by, a printed day that is no working day."""
        return tuple(
            fact
            for fact in self.facts
            if fact.day_status is not None and not fact.day_status.is_working
        )

    @property
    def undated(self) -> tuple[DatedFact, ...]:
        """What has no date, on a condition or because the document does not say."""
        return tuple(
            fact for fact in self.facts if not (fact.when and fact.when.is_dated)
        )

    def __iter__(self) -> Iterator[DatedFact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each date."""
        return [row for fact in self.facts for row in fact.to_records()]

    def _blocks(self) -> Sequence[Block]:
        if not self.facts:
            return (Paragraph(f"{self.title}: no date is printed."),)
        rows = tuple(
            tuple(plain(value) for _, value in fact._pairs())  # noqa: SLF001 (its own)
            for fact in self.facts
        )
        columns = ("when", "what", "standing", "on what condition", "place", "day")
        return (
            Heading(f"Dates: {self.title}"),
            Table(caption=str(self), columns=columns, rows=rows),
        )

    def __str__(self) -> str:
        dated = len(self) - len(self.undated)
        closed = len(self.on_no_working_day)
        return (
            f"{dated} dates, {closed} of them on no working day; "
            f"{len(self.undated)} without a date"
        )

    def __repr__(self) -> str:
        return f"<Chronology of {self.title!r}: {self}>"


def chronology(arrangement: Arrangement) -> Chronology:
    """Give every date that an arrangement prints, in order, with what has no date.

    Dates that only other sources give stand among them and are marked so.

    Raises:
        KindError: If it is no arrangement.

    Example:
        >>> import masa
        >>> dates = chronology(masa.examples.load("somerset"))
        >>> for fact in dates.on_no_working_day[:2]:
        ...     print(fact)
        22 June 2019: The arrangements are complete
        29 June 2019: The arrangements are with the Secretary of State
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(
            f"{echo(arrangement)} is not an arrangement", remedy="use `masa.load`"
        )
    facts = [*_dated(arrangement), *_undated(arrangement)]
    return Chronology(title=arrangement.title, facts=tuple(sorted(facts, key=_place)))


def _place(fact: DatedFact) -> tuple[date, date]:
    """Order by the first day that a date can mean; an open range by its end."""
    when = fact.when or When()
    last = when.latest or date.max
    return when.earliest or last, last


def _dated(arrangement: Arrangement) -> Iterator[DatedFact]:
    for path, statement in arrangement.statements():
        for what, when in _dates(statement):
            yield _fact(arrangement, path, statement, what, when)


def _dates(statement: Statement[object]) -> Iterator[tuple[str, When]]:
    """Yield the dates of a statement, each with what it is in the fact."""
    match statement.value:
        case When():
            yield "", statement.value
        case Period():
            for word, when in (
                ("begins", statement.value.start),
                ("ends", statement.value.end),
            ):
                if when:
                    yield word, when
    for word, when in (("since", statement.since), ("until", statement.until)):
        if when:
            yield f"{plain(statement.value)}, {word} this day", when


def _fact(
    arrangement: Arrangement,
    path: Path,
    statement: Statement[object],
    what: str,
    when: When,
) -> DatedFact:
    *_, thing, _ = things_on(arrangement, path)
    return DatedFact(
        what=", ".join((*_said(arrangement, path, thing), *filter(None, [what]))),
        when=when,
        words=_words(statement, when),
        condition=statement.condition or getattr(thing, "condition", None),
        at=statement.at or getattr(thing, "at", None),
        standing=statement.standing,
        is_outside=path[0] == "outside_facts",
    )


def _words(statement: Statement[object], when: When) -> str | None:
    """Give the words of the date itself, if they are other than how it prints."""
    is_its_own = statement.value is when and statement.words != str(when)
    return statement.words if is_its_own else None


def _said(arrangement: Arrangement, path: Path, thing: object) -> Iterator[str]:
    """Say whose date it is, and which, unless the one tells the other."""
    if isinstance(thing, CopySent):
        yield owner_of(arrangement, path[:2])  # of which report
    if thing is not arrangement:
        yield owner_of(arrangement, path)
    is_its_day = isinstance(thing, SignOff | CopySent) and path[-1] == "on"
    if not (is_its_day or isinstance(thing, Milestone | OutsideFact)):
        yield field_in_words(str(path[-1]))


def _undated(arrangement: Arrangement) -> Iterator[DatedFact]:
    for milestone in arrangement.milestones:
        if not milestone.when.values:
            said = next(iter(milestone.when.statements), None)
            yield DatedFact(
                what=milestone.what,
                words=said.words if said else None,
                condition=milestone.condition,
                at=said.at if said else milestone.at,
                standing=milestone.standing,
            )
