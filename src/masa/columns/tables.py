"""The answer for every day, made once with the scalar rule, and looked up by day."""

from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.faults import Faults, refuse_wrong
from masa.columns.kinds import UNKNOWN, Chunk, Days, day_of_number, number_of
from masa.ground.conventions import Convention
from masa.ground.days import WorkingCalendar, england
from masa.ground.errors import EventError, MasaError
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock
from masa.model.statutes import StatuteBook
from masa.rules.deadlines import Deadline, check_kind, deadline
from masa.rules.triggers import convention_of, reading_of

__all__ = ["DueTable", "Question", "WorkingDays", "due_table", "working_days"]

TABLES_KEPT = 64
BLOCK = 1 << 16  # rows whose days and answers fit a processor's cache together
NARROW_UNKNOWN = int(np.iinfo(np.int32).min)


@frozen
class Question:
    """What is asked of every row; the arguments are those of `masa.deadline`.

    Raises:
        UnknownNameError: If there is no such clock or reading.
        KindError: If something is of the wrong type.
        NotQuantifiedError: If the reading is known but gives no day.
    """

    clock: str
    law: StatuteBook | None = None
    calendar: WorkingCalendar | None = None
    reading: Convention | str | None = None

    def __attrs_post_init__(self) -> None:
        convention_of(self.entry, self.reading)
        for value, kind in ((self.law, StatuteBook), (self.calendar, WorkingCalendar)):
            if value is not None:
                check_kind(value, kind)

    @property
    def entry(self) -> Clock:
        """The clock."""
        return shelf.clock(self.clock)

    @property
    def days(self) -> WorkingCalendar:
        """The calendar, that of England unless one is given."""
        return england() if self.calendar is None else self.calendar

    @property
    def event(self) -> str:
        """The event from which it runs by this reading.

        Raises:
            EventError: If the clock falls on a fixed day.
        """
        entry = self.entry
        if not entry.events:
            raise EventError(
                f"{entry.id} falls on a fixed day, whatever happens",
                remedy="ask masa.deadline for it",
            )
        named = isinstance(self.reading, str) and reading_of(entry, self.reading)
        return (named and named.runs_from) or entry.events[0].name

    def answer(self, day: date, *, on: date | None = None) -> Deadline:
        """Give the deadline of one row, by the scalar rule."""
        return deadline(
            self.clock,
            on=on,
            law=self.law,
            calendar=self.days,
            reading=self.reading,
            **{self.event: day},
        )

    def due(self, number: int) -> int:
        """Give the number of the due day of one row, by the scalar rule."""
        return number_of(self.answer(day_of_number(number)).due)


@frozen(eq=False)
class DueTable:
    """The due day of every day of the calendar, by its number.

    Args:
        question: What is asked.
        wide: The due days in 64 bits, `UNKNOWN` where the question has no answer;
            the first and the last entry stand for all days before and after.
        narrow: The same in 32 bits.
    """

    question: Question
    wide: Days
    narrow: NDArray[np.int32]

    def fill(self, chunk: Chunk, out: NDArray[Any], *, first_row: int = 0) -> None:
        """Write the due day of each known day.

        What the table does not hold, the scalar rule is asked for.

        Raises:
            MasaError: What the scalar rule raises, with the rows.
        """
        table = self.narrow if out.dtype == np.int32 else self.wide
        if _look_up(table, chunk.days, out):
            self._ask(chunk, out, first_row)

    def dues_of(self, numbers: Days) -> Days:
        """Give the due days of some days, `UNKNOWN` where the table has none."""
        return self.wide.take(numbers, mode="clip")

    def _ask(self, chunk: Chunk, out: NDArray[Any], first_row: int) -> None:
        """Ask about each day that the table does not hold once, for all its rows."""
        rows = np.flatnonzero((out == _unknown(out)) & chunk.known)
        numbers, kinds = np.unique(chunk.days[rows], return_inverse=True)
        answers = [self._answer(int(number)) for number in numbers]
        refuse_wrong(answers, kinds, rows + first_row)
        out[rows] = np.array(answers, out.dtype)[kinds]

    def _answer(self, number: int) -> int | MasaError:
        try:
            return self.question.due(number)
        except MasaError as error:
            return error


def _look_up(table: NDArray[Any], days: NDArray[Any], out: NDArray[Any]) -> bool:
    """Look every day up, block by block; say whether any has no answer."""
    scratch = np.empty(min(BLOCK, len(days)), np.int64)
    is_short = False
    for start in range(0, len(days), BLOCK):
        block, found = days[start : start + BLOCK], out[start : start + BLOCK]
        places = scratch[: len(block)]
        if block.dtype == np.int64:
            places = block
        else:
            np.copyto(places, block)
        table.take(places, out=found, mode="clip")
        is_short |= bool(found.min() == _unknown(out))
    return is_short


def _unknown(out: NDArray[Any]) -> int:
    return NARROW_UNKNOWN if out.dtype == np.int32 else UNKNOWN


@lru_cache(maxsize=TABLES_KEPT)
def due_table(question: Question) -> DueTable:
    """Make the table of a question: the scalar rule, on every day of the calendar.

    Raises:
        MasaError: As `masa.deadline`, where the question itself is wrong.
    """
    _ = question.event
    calendar = question.days
    first, last = number_of(calendar.first), number_of(calendar.last)
    wide = np.full(max(last, 0) + 2, UNKNOWN, np.int64)
    for number in range(max(first, 1), last + 1):
        with suppress(MasaError):
            wide[number] = question.due(number)
    narrow = np.where(wide == UNKNOWN, NARROW_UNKNOWN, wide).astype(np.int32)
    return DueTable(question, wide, narrow)


@frozen(eq=False)
class WorkingDays:
    """Every day of a calendar among its working days.

    Args:
        calendar: The calendar.
        numbers: The number of each day.
        back: The place of the last working day on or before each day.
        ahead: That of the first on or after it.
    """

    calendar: WorkingCalendar
    numbers: Days
    back: Days
    ahead: Days

    def between(self, after: Days, through: Days) -> Days:
        """Count the working days after one day up to another, which counts.

        Raises:
            CoverageError: If the calendar does not cover a day, with the rows.
        """
        known = (after != UNKNOWN) & (through != UNKNOWN)
        starts, ends = self._places(after, known), self._places(through, known)
        forward = self.back[ends] - self.back[starts]
        backward = self.ahead[ends] - self.ahead[starts]
        found = np.where(ends >= starts, forward, backward)
        return np.where(known, found, UNKNOWN)

    def _places(self, days: Days, known: NDArray[np.bool_]) -> Days:
        places = np.where(known, days - self.numbers[0], 0)
        outside = np.flatnonzero((places < 0) | (places >= len(self.back)))
        if outside.size:
            faults = Faults()
            with faults.of(outside):
                self.calendar.is_working_day(day_of_number(int(days[outside[0]])))
            faults.refuse()
        return places


@lru_cache(maxsize=TABLES_KEPT)
def working_days(calendar: WorkingCalendar | None) -> WorkingDays:
    """Tabulate a calendar; unless one is given, that of England.

    Raises:
        KindError: If it is no calendar.
    """
    days = england() if calendar is None else calendar
    check_kind(days, WorkingCalendar)
    first, last = number_of(days.first), number_of(days.last)
    is_working = np.zeros(last - first + 1, np.bool_)
    for day in days.days(days.first, days.last):
        is_working[number_of(day) - first] = True
    through = np.cumsum(is_working)
    numbers = np.arange(first, last + 1)
    return WorkingDays(days, numbers, through - 1, through - is_working)
