"""How time is counted where a text does not say: each choice with its source.

There are eleven choices. Each has a default, and the statute book says on what that
rests; but for the units of time, the options have the names of the statute book.
"""

from collections.abc import Iterator
from enum import Enum

from attrs import field, fields, frozen

from masa.ground.checks import checked
from masa.ground.durations import Unit
from masa.ground.errors import KindError
from masa.ground.law import shelf
from masa.ground.law.provisions import Provision
from masa.ground.shown import Shown, plain
from masa.ground.text import echo, text_of

__all__ = [
    "Backward",
    "BoundaryInterval",
    "Convention",
    "CutOff",
    "EventDay",
    "Landing",
    "MonthEnd",
    "PeriodsFrom",
    "Start",
    "Tier",
]


class Start(Enum):
    """Whether the day of the event counts."""

    EXCLUDED = "exclude-event-day"
    INCLUDED = "include-event-day"

    __repr__ = Enum.__str__


class Backward(Enum):
    """How a time before an event is counted back."""

    ORDINARY = "ordinary"
    CLEAR_DAYS = "clear-days"

    __repr__ = Enum.__str__


class MonthEnd(Enum):
    """Where a period of months ends on a day that the month does not have."""

    CLIP = "clip-to-last-day"

    __repr__ = Enum.__str__


class Landing(Enum):
    """What happens to a due day that is no working day."""

    LEAVE = "leave"
    NEXT = "next-working-day"
    PREVIOUS = "previous-working-day"
    BANK_HOLIDAY_RELIEF = "bank-holiday-relief"

    __repr__ = Enum.__str__


class EventDay(Enum):
    """From which day working days run when the event is on a day that is none."""

    REAL = "count-from-the-real-date"
    NEXT_WORKING_DAY = "treat-as-next-working-day"

    __repr__ = Enum.__str__


class CutOff(Enum):
    """At what time of day the last day ends."""

    NONE = "none"
    OFFICE_HOURS = "office-hours"

    __repr__ = Enum.__str__


class PeriodsFrom(Enum):
    """How a duty that comes again is counted."""

    FIXED = "fixed-periods"
    ROLLING = "rolling"

    __repr__ = Enum.__str__


class Tier(Enum):
    """Which texts count where they differ."""

    EVERY = "every-source"
    REGULATIONS = "regulations"
    GUIDANCE = "guidance"

    __repr__ = Enum.__str__


class BoundaryInterval(Enum):
    """Which rate governs an interval in the middle of which the rate changes."""

    STRICTER = "stricter"
    BY_START = "by-start-date"
    BY_END = "by-end-date"

    __repr__ = Enum.__str__


def _rule(name: str) -> dict[str, str]:
    """Note under which rule of the statute book a choice stands."""
    return {"rule": f"convention-{name}"}


@frozen(kw_only=True, field_transformer=checked)
class Convention(Shown):
    """The choices that a text leaves open, each with its default.

    The calendar is the eleventh choice: it is given beside the convention.

    Args:
        start: Whether the day of the event counts.
        unit: In what the time is counted, if not in the unit that the text names.
        backward: How a time before an event is counted back.
        month_end: Where a period of months ends on a day that there is not.
        landing: What happens to a due day that is no working day.
        event_day: From which day working days run when the event is on another day.
        cut_off: At what time of day the last day ends.
        recurrence: How a duty that comes again is counted; not settled by default.
        tier: Which texts count where they differ.
        boundary_interval: Which rate governs where it changes in an interval.

    Raises:
        KindError: If there is no such choice.

    Example:
        >>> print(Convention(backward="clear-days"))
        backward: clear-days
    """

    start: Start = field(default=Start.EXCLUDED, metadata=_rule("1-start"))
    unit: Unit | None = field(default=None, metadata=_rule("2-unit"))
    backward: Backward = field(default=Backward.ORDINARY, metadata=_rule("3-backward"))
    month_end: MonthEnd = field(default=MonthEnd.CLIP, metadata=_rule("4-month-end"))
    landing: Landing = field(default=Landing.LEAVE, metadata=_rule("5-landing"))
    event_day: EventDay = field(
        default=EventDay.REAL, metadata=_rule("6-event-on-non-working-day")
    )
    cut_off: CutOff = field(default=CutOff.NONE, metadata=_rule("8-cutoff"))
    recurrence: PeriodsFrom = field(
        default=PeriodsFrom.FIXED, metadata=_rule("9-recurrence")
    )
    tier: Tier = field(default=Tier.EVERY, metadata=_rule("10-tier"))
    boundary_interval: BoundaryInterval = field(
        default=BoundaryInterval.STRICTER, metadata=_rule("11-boundary-interval")
    )

    def source_of(self, choice: str) -> Provision:
        """Say on what the options of a choice and its default rest.

        Args:
            choice: The name of the choice, such as ``start``, or ``calendar``.

        Raises:
            KindError: If there is no such choice.
        """
        text_of(choice)
        rules = {a.name: str(a.metadata["rule"]) for a in fields(type(self))}
        rules["calendar"] = "convention-7-calendar"
        if choice not in rules:
            raise KindError(f"{echo(choice)} is no choice", remedy="look at its fields")
        return shelf.rule(rules[choice])[-1]

    def _pairs(self) -> Iterator[tuple[str, object]]:
        for a in fields(type(self)):
            value = getattr(self, a.name)
            if value != a.default:
                yield a.name.replace("_", " "), value

    def __str__(self) -> str:
        chosen = [f"{label}: {plain(value)}" for label, value in self._pairs()]
        return "; ".join(chosen) or "the usual convention"
