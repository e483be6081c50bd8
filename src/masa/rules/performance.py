"""How often deadlines are met over many cases: share on time, and days late."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import mean, median

from attrs import field, frozen

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.law import shelf
from masa.ground.shown import Shown
from masa.ground.text import echo, listed
from masa.rules.entries import TimelineEntry
from masa.rules.statuses import DeadlineState
from masa.rules.timelines import Timeline

__all__ = ["ClockPerformance", "Performance", "performance"]

HOW = (
    "The share on time is of the deadlines that were met, met late or are overdue; "
    "what is not yet due is left out. An act that is not recorded counts as not done."
)
COLUMNS = (
    *("clock", "deadlines", "on time", "late", "overdue", "not yet due"),
    *("share on time", "days late, median", "mean", "most"),
)
TENTH = Decimal("0.1")


def _sorted(days: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(days))


@frozen(kw_only=True)
class ClockPerformance(Shown):
    """How often one clock is met.

    Args:
        clock: The id of the clock.
        in_time: How many acts were done by the due day.
        late: How many were done after it.
        overdue: How many are not done and past it.
        not_yet_due: How many are not done and not past it.
        days_late: The calendar days after the due day of each that is late or
            overdue, in order.
    """

    clock: str
    in_time: int = 0
    late: int = 0
    overdue: int = 0
    not_yet_due: int = 0
    days_late: tuple[int, ...] = field(default=(), converter=_sorted)

    @property
    def concluded(self) -> int:
        """How many can be judged, being done or past the due day."""
        return self.in_time + self.late + self.overdue

    @property
    def deadlines(self) -> int:
        """How many there are."""
        return self.concluded + self.not_yet_due

    @property
    def share_on_time(self) -> Fraction | None:
        """The exact share that was on time; nothing if none can be judged."""
        return Fraction(self.in_time, self.concluded) if self.concluded else None

    @property
    def median_days_late(self) -> Decimal | None:
        """The middle of the days late, to a tenth; nothing if none is late."""
        days = [Fraction(one) for one in self.days_late]
        return _to_tenth(median(days)) if days else None

    @property
    def mean_days_late(self) -> Decimal | None:
        """The mean of the days late, to a tenth; nothing if none is late."""
        days = [Fraction(one) for one in self.days_late]
        return _to_tenth(mean(days)) if days else None

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        return [dict(zip(COLUMNS, self.row(), strict=True))]

    def row(self) -> tuple[str, ...]:
        """Give the cells of its row in a table."""
        counts = (self.deadlines, self.in_time, self.late, self.overdue)
        sizes = (self.median_days_late, self.mean_days_late)
        return (
            self.clock,
            *map(str, counts),
            str(self.not_yet_due),
            _percent(self.share_on_time),
            *("" if size is None else str(size) for size in sizes),
            str(self.days_late[-1]) if self.days_late else "",
        )

    def __str__(self) -> str:
        share = _percent(self.share_on_time) or "none can be judged"
        return f"{self.clock}: {self.in_time} of {self.concluded} on time ({share})"


def _to_tenth(number: Fraction) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(TENTH, ROUND_HALF_UP)


def _percent(share: Fraction | None) -> str:
    return "" if share is None else f"{_to_tenth(share * 100)} %"


@frozen(kw_only=True, repr=False)
class Performance(Shown):
    """How often deadlines are met, clock by clock.

    Args:
        cases: How many cases were looked at.
        clocks: The clocks that ran in any of them, in the order of the statute book.
    """

    cases: int
    clocks: tuple[ClockPerformance, ...]

    def __getitem__(self, name: str) -> ClockPerformance:
        """Give one clock, by its id or another of its names.

        Raises:
            UnknownNameError: If there is no such clock, or it ran in no case.
        """
        clock = shelf.clock(name).id
        for one in self.clocks:
            if one.clock == clock:
                return one
        raise UnknownNameError(
            f"{clock} ran in no case",
            remedy=f"these did: {listed(one.clock for one in self.clocks) or 'none'}",
        )

    def __iter__(self) -> Iterator[ClockPerformance]:
        return iter(self.clocks)

    def __len__(self) -> int:
        return len(self.clocks)

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(one.row() for one in self.clocks)
        numbers = frozenset(range(1, len(COLUMNS)))
        table = Table(caption=str(self), columns=COLUMNS, rows=rows, numbers=numbers)
        return (table, Paragraph(HOW))

    def to_records(self) -> list[dict[str, str]]:
        """Give each clock as a row of plain text."""
        return [row for one in self.clocks for row in one.to_records()]

    def __str__(self) -> str:
        cases = "1 case" if self.cases == 1 else f"{self.cases:,} cases"
        return f"Performance over {cases}"

    def __repr__(self) -> str:
        return f"<Performance over {self.cases} cases: {len(self)} clocks>"


def performance(timelines: Iterable[Timeline]) -> Performance:
    """Say how often deadlines are met over many cases, clock by clock.

    Left out are deadlines that are only supposed, clocks without a number, and clocks
    that ask for no act of which the day can be given, such as how long a thing is kept.

    Args:
        timelines: The cases, each as it stands on its own day.

    Raises:
        KindError: If something is no timeline, or it is no list of them.

    Example:
        >>> from masa import timeline
        >>> events = {"aware": "2026-12-01", "notified": "2026-12-09"}
        >>> found = performance([timeline(events, "2026-12-10")])
        >>> print(found["notify-panel"])
        notify-panel: 0 of 1 on time (0.0 %)
    """
    try:
        cases = tuple(timelines)
    except TypeError as cause:
        raise KindError(
            f"{echo(timelines)} holds no timelines", remedy="give a list of them"
        ) from cause
    for case in cases:
        if not isinstance(case, Timeline):
            raise KindError(
                f"{echo(case)} is no timeline", remedy="make one with masa.timeline"
            )
    counted = [one for case in cases for one in case if one.status and one.has_act]
    by_clock = {
        name: [one for one in counted if one.clock.id == name]
        for name in shelf.clocks()
    }
    ran = (_counted(name, every) for name, every in by_clock.items() if every)
    return Performance(cases=len(cases), clocks=tuple(ran))


def _counted(clock: str, entries: Sequence[TimelineEntry]) -> ClockPerformance:
    def number(*states: DeadlineState) -> int:
        return sum(entry.state in states for entry in entries)

    late = {DeadlineState.DONE_LATE, DeadlineState.OVERDUE}
    statuses = [entry.status for entry in entries if entry.status]
    return ClockPerformance(
        clock=clock,
        in_time=number(DeadlineState.DONE_IN_TIME),
        late=number(DeadlineState.DONE_LATE),
        overdue=number(DeadlineState.OVERDUE),
        not_yet_due=number(DeadlineState.NOT_YET_DUE, DeadlineState.DUE_TODAY),
        days_late=[one.days_late for one in statuses if one.state in late],
    )
