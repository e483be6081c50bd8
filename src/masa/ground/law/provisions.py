"""What one place in the law says, from which day to which, and how surely."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Annotated

from attrs import evolve, frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence
from masa.ground.dates import When
from masa.ground.durations import Duration, whole
from masa.ground.errors import RangeError, UnknownNameError
from masa.ground.law.yearly import DayOfYear
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import Identifier, Name, Prose, echo

__all__ = [
    "UNVERIFIED",
    "Force",
    "ListedItem",
    "Provision",
    "Value",
    "dated",
    "evidence_in_words",
    "on_day",
]

INHERITED = "Carried over from the edition before; this text has not been checked."
UNVERIFIED = frozenset({Evidence.RECALLED, Evidence.LOCAL, Evidence.UNKNOWN})


class Force(Enum):
    """How strongly a provision speaks."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    EXPECTED = "expected"
    STATEMENT = "statement"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class ListedItem(Shown):
    """One item of a list in the law.

    Args:
        says: The item, in our own words.
        id: A short name by which programs know it.
        at: Its paragraph as printed, such as "(bb)" or "para 15".
        group: The heading under which it is printed.
        note: What else has to be known.
    """

    says: Prose
    id: Identifier | None = None
    at: Name | None = None
    group: Name | None = None
    note: Prose | None = None

    def __str__(self) -> str:
        return f"{self.at} {self.says}" if self.at else self.says


Value = Duration | DayOfYear | date | int | tuple[ListedItem, ...]
Number = Annotated[int, whole]


@frozen(kw_only=True, repr=False, field_transformer=checked)
class Provision(Shown):
    """What one place in an Act, regulations or guidance says, for as long as it does.

    The statute book makes these; a rule that changed has one for each version.

    Args:
        id: The name of the rule in the statute book.
        says: What it says, in our own words.
        force: How strongly it speaks.
        source: The place in the official text.
        evidence: How that text was read.
        also: Other names of the rule.
        since: The first day on which it holds; none if it waits for commencement.
        before: The first day on which it holds no more, where that is known.
        in_force: Whether it holds on the day asked; unknown where that turns on a
            day that is not known, such as when an area began its arrangements.
        who: On whom the duty or power lies; nothing for a mere statement.
        to: Who receives what must be sent.
        applies: When it applies, if only sometimes.
        notes: What else has to be known.
        restates: The Act or regulations that it repeats, if it is guidance.
        inherited: Whether it was carried into a new edition whose text was not read.
        commencing: The enacted section on whose commencement it begins.
        pending: Whether it is such an enacted section.
        area_date: Which of an area's own days falls in a span of `since` or `before`.
        checklist: The checklist of which it is an item.
        needs: What would show that it is met, one thing each; what two rules need
            alike has one id in both.
        length: A length of time that it sets.
        number: A number that it sets.
        unit: Of what the number is.
        day: A fixed day that it sets.
        each_year: A fixed day of every year that it sets.
        urgency: A word in place of a number, such as "promptly".
        items: A list that it holds.

    Raises:
        RangeError: If it sets several values, or a number without its unit.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    id: Name
    says: Prose
    force: Force
    source: Citation
    evidence: Evidence
    also: tuple[Name, ...] = ()
    since: When | None = None
    before: When | None = None
    in_force: Answer = Answer.YES
    who: Name | None = None
    to: tuple[Name, ...] = ()
    applies: Prose | None = None
    notes: tuple[Prose, ...] = ()
    restates: Citation | None = None
    inherited: bool = False
    commencing: Name | None = None
    pending: bool = False
    area_date: Name | None = None
    checklist: Name | None = None
    needs: tuple[ListedItem, ...] = ()
    length: Duration | None = None
    number: Number | None = None
    unit: Name | None = None
    day: date | None = None
    each_year: DayOfYear | None = None
    urgency: Name | None = None
    items: tuple[ListedItem, ...] = ()

    def __attrs_post_init__(self) -> None:
        if (self.number is None) is not (self.unit is None):
            raise RangeError(
                f"{echo(self.id)} has a number without its unit, or a unit alone",
                remedy="give both",
            )
        if len(list(self._values())) + bool(self.urgency) > 1:
            raise RangeError(
                f"{echo(self.id)} sets several values",
                remedy="make a rule for each",
            )

    def _values(self) -> Iterator[Value]:
        for value in (self.length, self.number, self.day, self.each_year):
            if value is not None:
                yield value
        if self.items:
            yield self.items

    @property
    def value(self) -> Value | None:
        """The length, number, day, yearly day or list that it sets; or nothing."""
        return next(self._values(), None)

    @property
    def value_in_words(self) -> str:
        """Its value with its unit, in words; empty where it has none or a list."""
        match self.value:
            case int(number):
                return f"{number} {self.unit}"
            case date() as fixed:
                return long_day(fixed)
            case Duration() | DayOfYear() as size:
                return str(size)
        return ""

    def item(self, key: str) -> ListedItem:
        """Give one item of its list by its id or its paragraph.

        Raises:
            UnknownNameError: If it holds no such item.
        """
        for item in self.items:
            if key and key in (item.id, item.at):
                return item
        raise UnknownNameError(
            f"{echo(self.id)} lists no {echo(key)}", remedy="look at its `items`"
        )

    @property
    def is_verified(self) -> bool:
        """Whether it rests on more than memory, local practice or nothing."""
        return self.evidence not in UNVERIFIED

    @property
    def citation(self) -> Citation:
        """The place in the official text, with how it was read."""
        return evolve(self.source, evidence=self.evidence)

    @property
    def period(self) -> str:
        """From when to when it holds, in words; the last day named still counts."""
        if self.since is None:
            return "enacted, not commenced"
        held = _in_words(self.since, self.before)
        return f"{held}, if so commenced" if self.is_supposed else held

    @property
    def is_supposed(self) -> bool:
        """Whether it is in force only because somebody supposed its commencement."""
        return self.since is not None and (self.pending or self.commencing is not None)

    @property
    def doubt(self) -> str:
        """What makes it less than sure that it holds on the day; empty if nothing."""
        if self.in_force is not Answer.YES:
            return "perhaps in force"
        return "if so commenced" if self.is_supposed else ""

    def _pairs(self) -> Iterator[tuple[str, object]]:
        restated = self.restates and str(self.restates)
        inherited = (INHERITED,) if self.inherited else ()
        asked = None if self.in_force is Answer.YES else str(self.in_force)
        pairs = (
            ("id", self.id),
            ("also called", self.also),
            ("says", self.says),
            ("value", self.value_in_words),
            ("in place of a number", self.urgency),
            ("list", "\n".join(map(str, self.items))),
            ("source", str(self.source)),
            ("restates", restated),
            ("force", self.force),
            ("who", self.who),
            ("to", self.to),
            ("applies", self.applies),
            ("shown by", "\n".join(map(_with_id, self.needs))),
            ("evidence", evidence_in_words(self.evidence)),
            ("in force", self.period),
            ("in force on the day asked", asked),
            ("note", "\n".join((*self.notes, *inherited))),
        )
        return ((label, value) for label, value in pairs if value)

    def __str__(self) -> str:
        mark = "" if self.is_verified else evidence_in_words(self.evidence)
        marks = (str(self.source), self.force.value, mark, self.doubt)
        return f"{self.says} ({'; '.join(filter(None, marks))})"

    def __repr__(self) -> str:
        return f"<Provision {self.id!r}: {self.source}, {self.period}>"


def evidence_in_words(evidence: Evidence) -> str:
    """Say how a text was read, so that nobody takes memory for a reading."""
    return f"{evidence.value}{', not verified' if evidence in UNVERIFIED else ''}"


def _with_id(need: ListedItem) -> str:
    """Print a need after the id by which a file can name it."""
    return f"{need.id}: {need}" if need.id else str(need)


def _in_words(since: When, before: When | None) -> str:
    """Say from when to when: a day that is not known lies within the days given."""
    begun = f"from {_day_in_words(since)}"
    if since.earliest is None:
        latest = since.latest and f"{long_day(since.latest)} at the latest"
        begun = f"from {latest or 'a day that is not known'}"
    if before is None:
        return begun
    return f"{begun} to {_day_in_words(_eve(before))}"


def _eve(when: When) -> When:
    """Give the day before, which is the last that still counts."""
    earliest, latest = (
        day and day - timedelta(days=1) for day in (when.earliest, when.latest)
    )
    return When(earliest, latest)


def _day_in_words(when: When) -> str:
    is_known = when.earliest == when.latest
    return str(when) if is_known else f"a day within {when}"


def dated(
    versions: Sequence[Provision], begins: Sequence[When | None], ends: When | None
) -> tuple[Provision, ...]:
    """Give each version of a rule its days: it holds until the next begins.

    Args:
        versions: The versions, in order of time.
        begins: When each begins; nothing for one that waits for commencement,
            which is left out.
        ends: The first day on which the rule holds no more, if there is one.
    """
    begun = [
        (version, since)
        for version, since in zip(versions, begins, strict=True)
        if since is not None
    ]
    nexts = [*(since for _, since in begun), ends][1:]
    return tuple(
        _between(version, since, before)
        for (version, since), before in zip(begun, nexts, strict=bool(begun))
    )


def _between(version: Provision, since: When, before: When | None) -> Provision:
    if (version.since, version.before) == (since, before):
        return version
    return evolve(version, since=since, before=before)


def on_day(versions: Sequence[Provision], on: date) -> tuple[Provision, ...]:
    """Give the version that holds on a day, or each of those that may.

    Args:
        versions: The versions of a rule, each with its days.
        on: The day.

    Returns:
        None where the rule is not in force; several where it is not known which
        holds.
    """
    that = When.on_day(on)
    found = ((version, _holds(version, that)) for version in versions)
    return tuple(
        version if answer is Answer.YES else evolve(version, in_force=answer)
        for version, answer in found
        if answer is not Answer.NO
    )


def _holds(version: Provision, on: When) -> Answer:
    begun = version.since.on_or_before(on) if version.since else Answer.NO
    ended = version.before.on_or_before(on) if version.before else Answer.NO
    return begun & ~ended
