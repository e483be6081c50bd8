"""Where a day stands on a time axis, and which days are marked along it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from attrs import evolve, frozen

from masa.ground.lettering import width_of

__all__ = ["TICK_GAP", "TICK_SIZE", "Scale", "Tick", "short_day", "tiers"]

TICK_SIZE = 11
TICK_GAP = 4  # from the line of a tick to its label
_EDGE = 8
_CLEAR = 8
_HAIR = 0.01  # less than is ever drawn
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun"


def short_day(value: date) -> str:
    """Print a day with its month cut short: ``6 Jan 2027``."""
    return f"{value.day} {_month_and_year(value)}"


@frozen(kw_only=True)
class Scale:
    """The days between two places on the paper.

    Args:
        left: Where the first day stands, but for a narrow edge.
        right: Where the last day stands, but for a narrow edge.
        first: The first day, as an ordinal number.
        last: The last day, as an ordinal number; later than the first.
    """

    left: float
    right: float
    first: int
    last: int

    @classmethod
    def around(cls, days: Iterable[date], *, left: float, right: float) -> "Scale":
        """Make a scale with some room before the first and after the last day.

        A scale around no day at all spans the first days that there are.
        """
        ordinals = [value.toordinal() for value in days] or [date.min.toordinal()]
        first, last = min(ordinals), max(ordinals)
        room = max(1, (last - first) // 33)
        return cls(
            left=left,
            right=right,
            first=max(first - room, date.min.toordinal()),
            last=min(last + room, date.max.toordinal()),
        )

    @property
    def per_day(self) -> float:
        """How much paper one day takes."""
        return (self.right - self.left - 2 * _EDGE) / (self.last - self.first)

    def x(self, day: date) -> float:
        """Find the place of a day."""
        return self.left + _EDGE + (day.toordinal() - self.first) * self.per_day

    def covers(self, day: date) -> bool:
        """Say whether a day is on the scale."""
        return self.first <= day.toordinal() <= self.last

    def holds(self, start: float, end: float) -> bool:
        """Say whether a stretch of paper lies within the scale."""
        return self.left <= start + _HAIR and end <= self.right + _HAIR


@frozen
class Tick:
    """A day that is marked along the axis, and what is written beside its line."""

    x: float
    label: str

    @property
    def end(self) -> float:
        """Where its label ends."""
        return self.x + TICK_GAP + width_of(self.label, TICK_SIZE)


@frozen
class _Step:
    """How far apart days are marked, and what is written at each."""

    least_days: int
    widest: str
    days: Callable[[Scale], Iterable[date]]
    label: Callable[[date], str]

    def fits(self, scale: Scale) -> bool:
        """Say whether its labels have room."""
        needed = TICK_GAP + width_of(self.widest, TICK_SIZE) + _CLEAR
        return self.least_days * scale.per_day >= needed

    def ticks(self, scale: Scale) -> tuple[Tick, ...]:
        """Mark the days that it gives."""
        return tuple(Tick(scale.x(day), self.label(day)) for day in self.days(scale))


def tiers(scale: Scale) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """Mark days, weeks, months or years, the finest whose labels have room.

    Returns:
        The months or years that stand above the ticks, none above years; then the
        ticks.
    """
    step = next((step for step in _STEPS if step.fits(scale)), _STEPS[-1])
    if step.least_days >= _YEAR.least_days:
        return (), step.ticks(scale)
    over = _MONTH_AND_YEAR if step.least_days < _MONTH.least_days else _YEAR
    return _with_start(over, scale), step.ticks(scale)


def _with_start(step: _Step, scale: Scale) -> tuple[Tick, ...]:
    """Mark the start of the axis too, unless its label would reach the next."""
    ticks = step.ticks(scale)
    start = Tick(scale.left, step.label(date.fromordinal(scale.first)))
    if ticks and start.end + _CLEAR > ticks[0].x:
        return ticks
    return (start, *ticks)


def _every(scale: Scale, *, step: int) -> Iterator[date]:
    """Give every day, or every Monday."""
    ordinals = range(scale.first, scale.last + 1)
    return (date.fromordinal(n) for n in ordinals if (n - 1) % step == 0)


def _months(scale: Scale, *, step: int) -> Iterator[date]:
    """Give the first of every so many months, counted from January."""
    for year in _years_within(scale):
        firsts = (date(year, month, 1) for month in range(1, 13, step))
        yield from (day for day in firsts if scale.covers(day))


def _years(scale: Scale, *, step: int) -> Iterator[date]:
    """Give the first of January of every year that can be divided by the step."""
    firsts = (date(year, 1, 1) for year in _years_within(scale) if year % step == 0)
    return (day for day in firsts if scale.covers(day))


def _years_within(scale: Scale) -> range:
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    return range(first.year, last.year + 1)


def _weekday(day: date) -> str:
    return f"{_WEEKDAYS.split()[day.weekday()]} {day.day}"


def _number(day: date) -> str:
    return str(day.day)


def _month(day: date) -> str:
    return _MONTHS.split()[day.month - 1]


def _month_and_year(day: date) -> str:
    return f"{_month(day)} {day.year}"


def _year(day: date) -> str:
    return str(day.year)


def _of_months(step: int) -> _Step:
    return _Step(28 * step, "Aug", partial(_months, step=step), _month)


def _of_years(step: int) -> _Step:
    return _Step(365 * step, "2000", partial(_years, step=step), _year)


_MONTH, _YEAR = _of_months(1), _of_years(1)
_MONTH_AND_YEAR = evolve(_MONTH, widest="Aug 2000", label=_month_and_year)
_STEPS = (
    _Step(1, "Wed 30", partial(_every, step=1), _weekday),
    _Step(1, "30", partial(_every, step=1), _number),
    _Step(7, "30", partial(_every, step=7), _number),
    *map(_of_months, (1, 2, 3, 6)),
    *map(_of_years, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)
