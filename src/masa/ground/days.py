"""Working days: which days they are, on what basis, and how to count them.

A calendar answers from tables that are made once, so that adding two hundred days
costs what adding one does. A reason is looked up only when it is asked for.
"""

from calendar import day_name
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, partial
from operator import index
from typing import NamedTuple

from attrs import evolve, field, fields, frozen

from masa.ground.closures import (
    WEEKEND,
    Closure,
    DayStatus,
    in_order,
    projected,
    registered,
    was_to_be,
)
from masa.ground.errors import CoverageError, KindError, RangeError
from masa.ground.law.holidays import bank_holidays
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import echo
from masa.ground.text import name as checked_name

__all__ = ["WorkingCalendar", "england"]

FIRST_YEAR, LAST_YEAR = 2010, 2040
DEFINITION = "as SI 2005/1533, reg 2 and SI 2010/959, reg 2 define it"


class _Tables(NamedTuple):
    """The working days in order and, for each day, a place among them.

    `back` gives the place of the last working day on or before a day, `ahead` that
    of the first on or after it.
    """

    working: tuple[date, ...]
    ahead: dict[date, int]
    back: dict[date, int]


@frozen(kw_only=True, repr=False)
class WorkingCalendar(Shown):
    """Which days are working days, from a first to a last day.

    A working day is one that is neither in the weekend nor closed. Calendars are
    equal by value and never change, so threads may share one.

    Args:
        title: Whose calendar it is.
        closures: The days that are none, each with its reason.
        first: The first day that is covered.
        last: The last day that is covered.
        projected_from: The first day of which the holidays are reckoned ahead, by
            the package holidays; they are only looked up when such a day is asked
            for.
        projected_for: The country and the part of it for which they are.
        opened: Closed days that are working days after all, each with the source.
        weekend: The days of the week that are never working days; Monday is 0.

    Authority: SI 2005/1533, reg 2 and SI 2010/959, reg 2 define a working day so, for
        their own purposes; SI 2018/789 and Working Together define none.
    """

    title: str
    closures: tuple[Closure, ...] = field(converter=in_order)
    first: date
    last: date
    projected_from: date | None = None
    projected_for: tuple[str, str | None] | None = None
    opened: tuple[tuple[date, str], ...] = ()
    weekend: frozenset[int] = WEEKEND
    _working: tuple[date, ...] = field(init=False, eq=False)
    _back: dict[date, int] = field(init=False, eq=False)
    _ahead: dict[date, int] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.first > self.last:
            raise RangeError(
                f"the calendar ends on {long_day(self.last)}, before it begins",
                remedy="give the first day first",
            )
        ends = self.last
        if self.projected_from and self.first < self.projected_from <= self.last:
            ends = self.projected_from - timedelta(days=1)
        self._tabulate(self._every_closure(ahead=ends == self.last), ends)

    def _tabulate(self, closures: Iterable[Closure], ends: date) -> None:
        tables = _tabulated(self.first, ends, self.weekend, self._closed(closures))
        # A reader looks into `_back` first, so it is the last to be replaced.
        for key, table in zip(("_working", "_ahead", "_back"), tables, strict=True):
            object.__setattr__(self, key, table)

    def _closed(self, closures: Iterable[Closure]) -> dict[date, Closure]:
        open_again = {day for day, _ in self.opened}
        return {one.day: one for one in closures if one.day not in open_again}

    def _every_closure(self, *, ahead: bool = True) -> Iterable[Closure]:
        begins = self.projected_from
        if not ahead or begins is None or self.projected_for is None:
            return self.closures
        if begins > self.last:
            return self.closures
        found = projected(*self.projected_for, begins.year, self.last.year)
        return (*(one for one in found if one.day >= begins), *self.closures)

    @classmethod
    def from_holidays(
        cls,
        country: str,
        subdiv: str | None = None,
        *,
        first_year: int = FIRST_YEAR,
        last_year: int = LAST_YEAR,
    ) -> "WorkingCalendar":
        """Make the calendar of another nation from the package holidays.

        Args:
            country: Its code, such as "GB".
            subdiv: The code of a part of it, such as "SCT".
            first_year: The first year that is covered.
            last_year: The last year that is covered.

        Raises:
            UnknownNameError: If the package has no such country or part.
            RangeError: If the years cross.
        """
        if first_year > last_year:
            raise RangeError(
                f"no year lies from {echo(first_year)} to {echo(last_year)}",
                remedy="give the earlier year first",
            )
        found = projected(country, subdiv, first_year, last_year)
        return cls(
            title=" ".join(filter(None, (country, subdiv))),
            closures=[evolve(one, is_projected=False) for one in found],
            first=date(first_year, 1, 1),
            last=date(last_year, 12, 31),
        )

    def is_working_day(self, day: date | str) -> bool:
        """Say whether a day is a working day.

        Raises:
            CoverageError: If the calendar does not cover the day.
            DateError: If there is no such day.
            KindError: If it is not a day.
        """
        known = self._covered(day)
        return self._back[known] == self._ahead[known]

    def add(self, day: date | str, n: int) -> date:
        """Count working days on from a day, or back if the number is negative.

        The day itself is not counted, whether or not it is a working day: day one
        is the next working day. Nothing added gives the day itself.

        Args:
            day: The day from which to count.
            n: How many working days.

        Raises:
            CoverageError: If the day or the result is not covered.
            DateError: If there is no such day.
            KindError: If it is not a day, or the number is not whole.
        """
        try:
            if n > 0:
                if n is not True:
                    return self._working[self._back[day] + n]  # type: ignore[index] # text is looked at below
            elif n < 0 and (place := self._ahead[day] + n) >= 0:  # type: ignore[index] # as above
                return self._working[place]
        except (KeyError, IndexError, TypeError):
            pass
        return self._add(day, n)

    def _add(self, day: date | str, n: int) -> date:
        number = _whole(n)
        known = self._covered(day)
        if number == 0:
            return known
        places = self._back if number > 0 else self._ahead
        place = places[known] + number
        if place >= len(self._working) and self._extended():
            return self._add(known, number)
        if not 0 <= place < len(self._working):
            raise self._beyond(
                f"{echo(number)} working days from {long_day(known)} are not covered"
            )
        return self._working[place]

    def count(self, after: date | str, through: date | str) -> int:
        """Count the working days after one day, up to another which counts.

        It is the inverse of `add`: backwards the count is negative, and the first of
        the two days is still the one that is not counted.

        Raises:
            CoverageError: If a day is not covered.
            DateError: If there is no such day.
            KindError: If one is not a day.
        """
        try:
            if through >= after:  # type: ignore[operator] # text is looked at below
                return self._back[through] - self._back[after]  # type: ignore[index] # as above
            return self._ahead[through] - self._ahead[after]  # type: ignore[index] # as above
        except (KeyError, TypeError):
            start, end = self._covered(after), self._covered(through)
            start, end = self._covered(start), self._covered(end)
            return self.count(start, end)

    def days(self, start: date | str, end: date | str) -> tuple[date, ...]:
        """Give the working days from one day to another, both included.

        Raises:
            CoverageError: If a day is not covered.
            DateError: If there is no such day.
            KindError: If one is not a day.
        """
        first, last = self._covered(start), self._covered(end)
        self._covered(first)
        return self._working[self._ahead[first] : self._back[last] + 1]

    def why(self, day: date | str) -> DayStatus:
        """Say whether a day is a working day, and on what basis.

        Raises:
            CoverageError: If the calendar does not cover the day.
            DateError: If there is no such day.
            KindError: If it is not a day.
        """
        known = self._covered(day)
        ahead = bool(self.projected_from and known >= self.projected_from)
        if self._back[known] == self._ahead[known]:
            opened = dict(self.opened).get(known)
            reason = f"it is open ({opened})" if opened else f"no holiday, {DEFINITION}"
            return DayStatus(known, is_working=True, why=reason, is_projected=ahead)
        if known.weekday() in self.weekend:
            return DayStatus(known, is_working=False, why=f"a {known:%A}")
        closure = self._closed(self._every_closure(ahead=ahead))[known]
        return DayStatus(
            known,
            is_working=False,
            why=str(closure),
            is_projected=closure.is_projected,
        )

    def closure_on(self, day: date | str) -> Closure | None:
        """Give why a day of the week's work is closed; nothing if it is not.

        Raises:
            CoverageError: If the calendar does not cover the day.
            DateError: If there is no such day.
            KindError: If it is not a day.
        """
        known = self._covered(day)
        if self._back[known] == self._ahead[known] or known.weekday() in self.weekend:
            return None
        ahead = bool(self.projected_from and known >= self.projected_from)
        return self._closed(self._every_closure(ahead=ahead))[known]

    def with_extra(
        self, day: date | str, *, name: str, source: str
    ) -> "WorkingCalendar":
        """Make a calendar in which a day is closed as well.

        Args:
            day: The day.
            name: What it is called.
            source: Who says that it is closed.

        Raises:
            CoverageError: If the calendar does not cover the day.
            DateError: If there is no such day.
            KindError: If a part is of the wrong type.
            TextError: If a text breaks the text policy.
        """
        known = self._covered(day)
        extra = Closure(day=known, name=name, basis="added", source=source)
        opened = tuple(one for one in self.opened if one[0] != known)
        return evolve(self, closures=(*self.closures, extra), opened=opened)

    def without(self, day: date | str, *, source: str) -> "WorkingCalendar":
        """Make a calendar in which a closed day is a working day.

        Args:
            day: The day.
            source: Who says that it is open.

        Raises:
            CoverageError: If the calendar does not cover the day.
            DateError: If there is no such day.
            KindError: If a part is of the wrong type.
            RangeError: If the day is not closed.
            TextError: If the source breaks the text policy.
        """
        if self.closure_on(day) is None:
            raise RangeError(
                f"{long_day(self._covered(day))} is not closed",
                remedy="only a closed day can be opened",
            )
        again = (self._covered(day), checked_name(source))
        return evolve(self, opened=tuple(sorted({*self.opened, again})))

    def known_on(self, day: date | str) -> "WorkingCalendar":
        """Make the calendar as it was known on a day, before later announcements.

        Days that recur by rule were always known. It changes the days of the
        register of English holidays only.

        Raises:
            DateError: If there is no such day.
            KindError: If it is not a day.
        """
        known = checked_day(day)
        unheard = {
            one.day: one
            for one in bank_holidays()
            if one.known_on(known) is Answer.NO and self.first <= one.day <= self.last
        }
        gone = {registered(one): one for one in unheard.values()}
        kept = [one for one in self.closures if one not in gone]
        moved = [gone[one] for one in self.closures if one in gone]
        kept += [was_to_be(one) for one in moved if one.instead_of]
        return evolve(self, closures=kept)

    def _covered(self, day: date | str) -> date:
        """Check a day, and see that the tables reach it."""
        if isinstance(day, date) and day in self._back:
            return day
        known = checked_day(day)
        if known > self._end:
            self._extended()
        if known in self._back:
            return known
        raise self._beyond(f"{long_day(known)} is not covered")

    @property
    def _end(self) -> date:
        return next(reversed(self._back))

    def _extended(self) -> bool:
        """Reckon the holidays ahead, once; say whether there was more to come."""
        if self._end == self.last:
            return False
        self._tabulate(self._every_closure(), self.last)
        return True

    def _beyond(self, said: str) -> CoverageError:
        error = CoverageError(
            f"{said} by the calendar of {self.title}",
            remedy=f"it reaches from {long_day(self.first)} to {long_day(self.last)}",
        )
        error.first, error.last = self.first, self.last
        return error

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "calendar", self.title
        yield "covers", f"{long_day(self.first)} to {long_day(self.last)}"
        if self.projected_from:
            yield "projected from", long_day(self.projected_from)
        yield "weekend", ", ".join(day_name[day] for day in sorted(self.weekend))
        yield "closed days held", len(self.closures)

    def __reduce__(self) -> tuple[object, ...]:
        parts = {a.name: getattr(self, a.name) for a in fields(type(self)) if a.init}
        return partial(type(self), **parts), ()

    def __str__(self) -> str:
        return f"the calendar of {self.title}"

    def __repr__(self) -> str:
        return f"<WorkingCalendar of {self.title}: {self.first} to {self.last}>"


def _tabulated(
    first: date, last: date, weekend: frozenset[int], closed: Mapping[date, Closure]
) -> _Tables:
    working: list[date] = []
    back: dict[date, int] = {}
    ahead: dict[date, int] = {}
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        ahead[day] = len(working)
        if day.weekday() not in weekend and day not in closed:
            working.append(day)
        back[day] = len(working) - 1
    return _Tables(tuple(working), ahead, back)


def _whole(value: object) -> int:
    if isinstance(value, bool):
        raise KindError(f"{echo(value)} is not a whole number", remedy="write digits")
    try:
        return index(value)  # type: ignore[arg-type] # that is the question
    except TypeError as cause:
        raise KindError(
            f"{echo(value)} is not a whole number", remedy="write digits"
        ) from cause


@cache
def england() -> WorkingCalendar:
    """Give the calendar of England: weekends, bank holidays, common-law holidays.

    From 2010 to 2028 it rests on a register of days, each with its legal basis; from
    2029 to 2040 the holidays are projected, and said to be. Future proclamations
    cannot be known, and local closure days are never in it.

    Authority: Banking and Financial Dealings Act 1971, s.1 and Sch 1.

    Example:
        >>> from datetime import date
        >>> print(england().add(date(2026, 12, 11), 15))
        2027-01-06
        >>> print(england().why("2026-12-27"))
        Sunday 27 December 2026 is not a working day: a Sunday
    """
    register = bank_holidays()
    after = register[-1].day.year + 1
    return WorkingCalendar(
        title="England",
        closures=map(registered, register),
        first=date(register[0].day.year, 1, 1),
        last=date(LAST_YEAR, 12, 31),
        projected_from=date(after, 1, 1),
        projected_for=("GB", "ENG"),
    )
