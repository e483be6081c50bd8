"""The clocks of the law: from which event, how long, which way, for whom.

A clock names the rules that set its lengths and its duty, so that each number stands
once, with its own source.
"""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.durations import Duration
from masa.ground.errors import UnknownNameError
from masa.ground.law.provisions import Force, Provision, evidence_in_words
from masa.ground.shown import Shown
from masa.ground.text import (
    Identifier,
    Name,
    Prose,
    did_you_mean,
    echo,
    listed,
    text_of,
)

__all__ = [
    "Bound",
    "Clock",
    "Direction",
    "FirstDay",
    "Recurrence",
    "RunsFrom",
    "TimeReading",
]


CAPITALS = {"lado": "LADO", "september": "September"}


class Direction(Enum):
    """Which way a clock runs from its event."""

    AFTER = "after"
    BEFORE = "before"
    FIXED = "fixed day"

    __repr__ = Enum.__str__


class Bound(Enum):
    """Whether its day is the last for an act, or the first on which it may end."""

    LATEST = "no later than"
    EARLIEST = "at least until"

    __repr__ = Enum.__str__


class FirstDay(Enum):
    """Whether the day of the event is counted."""

    NOT_COUNTED = "not counted"
    COUNTED = "counted"

    __repr__ = Enum.__str__


class Recurrence(Enum):
    """Whether the duty comes again, and how."""

    ONCE = "once"
    ROLLING = "from the last time"
    PERIODS = "in every period"
    CALENDAR_MONTHS = "in every calendar month"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class RunsFrom(Shown):
    """An event from which a clock may run.

    Args:
        name: The word by which a caller gives its day, such as ``notified``.
        means: What happens on that day.
        first_rate_lasts: How long after it the first of the lengths governs, where
            the later ones take its place.
    """

    name: Name
    means: Prose
    first_rate_lasts: Duration | None = None

    def __str__(self) -> str:
        lasts = self.first_rate_lasts
        changes = f" (the rate changes {lasts} later)" if lasts else ""
        return f"{self.name}: {self.means}{changes}"


@frozen(kw_only=True, field_transformer=checked)
class TimeReading(Shown):
    """One way to read what the text of a clock leaves open.

    Args:
        id: A short name, such as "clear-days".
        says: How it reads the text.
        taken: Whether it is the reading that masa takes unless told otherwise.
        runs_from: The event from which the clock then runs, if another.
        taken_by: Who is known to read it so.
        source: Where that is said.
        evidence: How sure that is.
    """

    id: Identifier
    says: Prose
    taken: bool = False
    runs_from: Name | None = None
    taken_by: tuple[Name, ...] = ()
    source: Citation
    evidence: Evidence

    def __str__(self) -> str:
        who = f"; so read by {listed(self.taken_by)}" if self.taken_by else ""
        taken = "; taken unless told otherwise" if self.taken else ""
        mark = evidence_in_words(self.evidence)
        return f"{self.says} ({self.source}; {mark}{who}{taken})"


@frozen(kw_only=True, repr=False, field_transformer=checked)
class Clock(Shown):
    """A clock of the law, as it runs on a day.

    The statute book makes these.

    Args:
        id: Its name, such as "rapid-review".
        says: What has to be done within the time.
        direction: Which way it runs.
        lengths: The names of the rules that set how long, strongest first.
        events: The events from which it may run, the one that the text names first.
        duty: The names of the rules by which the act itself is owed.
        also: Other names by which it is known.
        bound: Whether its day is the last, or the first on which one may stop.
        first_day: Whether the day of the event counts.
        first_day_stated: Whether the text says so, or masa takes it so.
        recurs: Whether the duty comes again.
        readings: What the text leaves open.
        note: What else has to be known.
        limits: The provisions in force that set how long, strongest first.
        duties: The provisions in force by which the act is owed.
    """

    id: Identifier
    says: Prose
    direction: Direction
    lengths: tuple[Name, ...]
    events: tuple[RunsFrom, ...] = ()
    duty: tuple[Name, ...] = ()
    also: tuple[Name, ...] = ()
    bound: Bound = Bound.LATEST
    first_day: FirstDay = FirstDay.NOT_COUNTED
    first_day_stated: bool = False
    recurs: Recurrence = Recurrence.ONCE
    readings: tuple[TimeReading, ...] = ()
    note: Prose | None = None
    limits: tuple[Provision, ...] = ()
    duties: tuple[Provision, ...] = ()

    @property
    def title(self) -> str:
        """Its name in words, such as "Rapid review"."""
        words = (CAPITALS.get(word, word) for word in self.id.split("-"))
        text = " ".join(words)
        return f"{text[0].upper()}{text[1:]}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known."""
        return (self.id, *self.also)

    @property
    def is_quantified(self) -> bool:
        """Whether any text in force gives a number or a day, not only "promptly"."""
        return any(limit.value is not None for limit in self.limits)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who receives what must be sent, by any text in force."""
        return tuple(dict.fromkeys(who for limit in self.limits for who in limit.to))

    @property
    def duty_force(self) -> Force | None:
        """How strongly the act itself is owed; nothing where no text was found."""
        forces = [duty.force for duty in self.duties]
        return min(forces, key=list(Force).index, default=None)

    @property
    def evidence(self) -> Evidence | None:
        """The weakest evidence of the texts that set how long."""
        return weakest(*(limit.evidence for limit in self.limits))

    @property
    def changes_rate(self) -> RunsFrom | None:
        """The event some time after which the rate changes, if it does."""
        return next((one for one in self.events if one.first_rate_lasts), None)

    def event(self, name: str) -> RunsFrom:
        """Give one of its events by name.

        Raises:
            UnknownNameError: If it does not run from such an event.
            KindError: If the name is not text.
        """
        text_of(name)
        for event in self.events:
            if event.name == name:
                return event
        names = [event.name for event in self.events]
        raise UnknownNameError(
            f"{self.id} does not run from {echo(name)}",
            remedy=did_you_mean(name, names)
            or f"it runs from {listed(map(str, self.events), 'or') or 'no event'}",
        )

    def _pairs(self) -> Iterator[tuple[str, object]]:
        stated = "as stated" if self.first_day_stated else "the text does not say"
        comes_again = None if self.recurs is Recurrence.ONCE else self.recurs
        pairs = (
            ("id", self.id),
            ("says", self.says),
            ("runs from", "\n".join(map(str, self.events))),
            ("runs", f"{self.direction.value}, {self.bound.value}"),
            ("day of the event", f"{self.first_day.value} ({stated})"),
            ("limits", "\n".join(map(_limit_in_words, self.limits))),
            ("lengths set by", "" if self.limits else self.lengths),
            ("duty", "\n".join(map(str, self.duties))),
            ("to", self.recipients),
            ("comes again", comes_again),
            ("readings", "\n".join(map(str, self.readings))),
            ("also called", self.also),
            ("note", self.note),
        )
        return ((label, value) for label, value in pairs if value)

    def __str__(self) -> str:
        return f"{self.says} {'; '.join(map(_limit_in_words, self.limits))}"

    def __repr__(self) -> str:
        return f"<Clock {self.id!r}: {len(self.limits)} limits>"


def _limit_in_words(limit: Provision) -> str:
    size = limit.value_in_words or limit.urgency or "no number"
    applies = f", {limit.applies}" if limit.applies else ""
    mark = evidence_in_words(limit.evidence)
    marks = (str(limit.source), limit.force.value, mark, limit.doubt)
    return f"{size}{applies} ({'; '.join(filter(None, marks))})"
