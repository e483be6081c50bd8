"""Due days over whole columns, where they stand on a day, and how late they are."""

from datetime import date
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.faults import Faults
from masa.columns.kinds import (
    DAYS,
    UNKNOWN,
    Chunk,
    Column,
    Days,
    Result,
    day_of_number,
    number_of,
)
from masa.columns.plain import ArrayColumn
from masa.columns.reading import column_of, side_by_side
from masa.columns.tables import DueTable, Question, due_table
from masa.ground.conventions import Convention
from masa.ground.days import WorkingCalendar
from masa.ground.errors import KindError
from masa.ground.law.clocks import Bound, Clock, Direction
from masa.ground.spans import day as checked_day
from masa.model.statutes import StatuteBook
from masa.rules.statuses import DeadlineState

__all__ = ["days_late", "due", "status"]

STATES = tuple(DeadlineState)
WORDS = tuple(state.value for state in STATES)
LATE = [STATES.index(one) for one in (DeadlineState.OVERDUE, DeadlineState.DONE_LATE)]


def due(  # noqa: PLR0913 (the arguments of `masa.deadline`)
    clock: str,
    events: object,
    *,
    law: StatuteBook | None = None,
    calendar: WorkingCalendar | None = None,
    reading: Convention | str | None = None,
    out: NDArray[np.datetime64] | None = None,
) -> Result:
    """Give the due day of every row, as `masa.deadline` does.

    Args:
        clock: The clock, by any of its names.
        events: The days of the event from which it runs: an array of
            ``datetime64[D]``, a series of pandas, a list of dates or ISO text, or
            anything that Arrow can read. Times count as days only at midnight.
        law: The book of law; unless given, that of the day of each event.
        calendar: Which days are working days; unless given, that of England.
        reading: What the text leaves open, as for `masa.deadline`.
        out: An array of ``datetime64[D]`` into which an array of NumPy is answered.
            If an error is raised, what it holds is of no meaning.

    Returns:
        A column of the same kind, be it an array, a series with the same index, a list
        of dates, or an Arrow array of ``date32``.

    Raises:
        UnknownNameError: If there is no such clock or reading.
        EventError: If the clock falls on a fixed day.
        KindError: If the events are no column of days, or `out` does not fit.
        DateError: If there is no such day, with the rows.
        NotInForceError: If the clock does not run on a day, with the rows.
        NotQuantifiedError: If no text gives it a number.
        CoverageError: If a day lies outside the law or the calendar, with the rows.

    Example:
        >>> print(due("rapid-review", ["2026-12-11", None])[0])
        2027-01-06
    """
    table = due_table(Question(clock, law, calendar, reading))
    column = column_of(events)
    if out is not None:
        table.fill(column.chunks[0], _room(column, out).view(np.int64))
        return out
    return column.give_days(_filled(table, column))


def _filled(table: DueTable, column: Column) -> NDArray[Any]:
    sizes = [len(chunk.days) for chunk in column.chunks]
    wide = {chunk.days.dtype for chunk in column.chunks} - {np.dtype(np.int32)}
    found, row = np.empty(sum(sizes), np.int64 if wide else np.int32), 0
    for chunk, size in zip(column.chunks, sizes, strict=True):
        table.fill(chunk, found[row : row + size], first_row=row)
        row += size
    return found


def _room(column: Column, out: object) -> NDArray[Any]:
    """Check that an answer fits where it is to be written."""
    is_array = isinstance(out, np.ndarray) and isinstance(column, ArrayColumn)
    if not is_array or not isinstance(out, np.ndarray) or out.dtype != DAYS:
        raise KindError(
            "`out` does not fit the events", remedy="give datetime64[D] for both"
        )
    events = column.chunks[0].days
    if out.shape != events.shape or not (
        out.flags.c_contiguous and out.flags.writeable
    ):
        raise KindError(
            f"`out` has the shape {out.shape}, the events {events.shape}",
            remedy="give one piece of memory of the same length that can be written to",
        )
    if np.may_share_memory(out, events):
        raise KindError("`out` is the events themselves", remedy="give other memory")
    return out


def status(  # noqa: PLR0913 (the arguments of `masa.deadline` and of its status)
    clock: str,
    events: object,
    *,
    on: date | str,
    done: object = None,
    law: StatuteBook | None = None,
    calendar: WorkingCalendar | None = None,
    reading: Convention | str | None = None,
) -> Result:
    """Say where every row stands on a day, as ``deadline(…, on=on).status()`` does.

    Args:
        clock: The clock, by any of its names.
        events: The days of the event from which it runs, as for `due`.
        on: The day asked.
        done: The days on which the acts were done, in a column of the same length;
            an unknown one is an act that is not done.
        law: The book of law, as for `due`.
        calendar: Which days are working days, as for `due`.
        reading: What the text leaves open, as for `due`.

    Returns:
        The values of `DeadlineState`, such as "overdue", in a column of the kind of
        the events; nothing where the event is unknown.

    Raises:
        MasaError: As `due` does; and `EventError`, with the rows, if an event or an
            act lies after the day asked, or an act before its event.
        RangeError: If the columns are of two lengths.

    Example:
        >>> status("rapid-review", ["2026-12-11", None], on="2027-01-07")
        ['overdue', None]
    """
    question = Question(clock, law, calendar, reading)
    asked = _asked(question, events, on, done)
    return asked.column.give_words(asked.states(), WORDS)


def days_late(  # noqa: PLR0913 (as above)
    clock: str,
    events: object,
    *,
    on: date | str,
    done: object = None,
    law: StatuteBook | None = None,
    calendar: WorkingCalendar | None = None,
    reading: Convention | str | None = None,
) -> Result:
    """Count the days after the due day of every row, as `DeadlineStatus.days_late`.

    Args:
        clock: The clock, by any of its names.
        events: The days of the event from which it runs, as for `due`.
        on: The day asked.
        done: The days on which the acts were done, as for `status`.
        law: The book of law, as for `due`.
        calendar: Which days are working days, as for `due`.
        reading: What the text leaves open, as for `due`.

    Returns:
        Calendar days, nought where it is in time, as `working_days_between` gives
        numbers.

    Raises:
        MasaError: As `status` does.
        RangeError: If the columns are of two lengths.

    Example:
        >>> days_late("rapid-review", ["2026-12-11"], on="2027-01-11")
        [5]
    """
    question = Question(clock, law, calendar, reading)
    asked = _asked(question, events, on, done)
    is_late = np.isin(asked.states(), LATE)
    late = np.where(is_late, asked.looked_at - asked.dues, 0)
    return asked.column.give_numbers(np.where(asked.known, late, UNKNOWN))


@frozen(eq=False)
class _Asked:
    """What is asked of every row, as numbers of days.

    Args:
        column: The column of events, in whose kind the answer is given.
        clock: The clock.
        on: The day asked.
        known: Which events are known.
        dues: The due days.
        done: The days of the acts, `UNKNOWN` where not done.
    """

    column: Column
    clock: Clock
    on: int
    known: NDArray[np.bool_]
    dues: Days
    done: Days

    @property
    def looked_at(self) -> Days:
        """The day of each row that is held against its due day."""
        return np.where(self.done == UNKNOWN, self.on, self.done)

    def states(self) -> NDArray[np.int8]:
        """Give the place of each state, -1 where it is unknown."""
        is_kept = self.clock.bound is Bound.EARLIEST
        choices = self._kept() if is_kept else self._owed()
        codes = [STATES.index(state) for _, state in choices]
        found = np.select([where for where, _ in choices], codes, -1)
        return np.where(self.known, found, -1).astype(np.int8)

    def _kept(self) -> list[tuple[NDArray[np.bool_], DeadlineState]]:
        is_over = self.on > self.dues
        return [
            (is_over, DeadlineState.MAY_END),
            (~is_over, DeadlineState.MUST_BE_KEPT),
        ]

    def _owed(self) -> list[tuple[NDArray[np.bool_], DeadlineState]]:
        is_done, is_late = self.done != UNKNOWN, self.looked_at > self.dues
        return [
            (is_done & is_late, DeadlineState.DONE_LATE),
            (is_done, DeadlineState.DONE_IN_TIME),
            (is_late, DeadlineState.OVERDUE),
            (self.dues == self.on, DeadlineState.DUE_TODAY),
            (self.dues > self.on, DeadlineState.NOT_YET_DUE),
        ]


def _asked(question: Question, events: object, on: object, done: object) -> _Asked:
    table = due_table(question)
    today = checked_day(on)
    given = [events] if done is None else [events, done]
    first, numbers = side_by_side(*given)
    if first is None or isinstance(events, date | str):
        raise KindError("the events are no column", remedy="ask masa.deadline")
    days = numbers[0]
    acts = numbers[1] if done is not None else np.full(len(days), UNKNOWN)
    dues = np.empty_like(days)
    table.fill(Chunk(days), dues)
    known = days != UNKNOWN
    _refuse_impossible(question, today, np.where(known, days, UNKNOWN), acts)
    return _Asked(first, question.entry, number_of(today), known, dues, acts)


def _refuse_impossible(question: Question, on: date, days: Days, acts: Days) -> None:
    """Ask the scalar rule about the first row whose days cannot be so."""
    is_known, is_done, today = days != UNKNOWN, acts != UNKNOWN, number_of(on)
    is_after = question.entry.direction is Direction.AFTER
    first, last = number_of(question.days.first), number_of(question.days.last)
    looked_at = np.where(is_done, acts, today)
    odd = (
        is_after & (days > today),
        is_done & (acts > today),
        is_after & is_done & (acts < days),
        (looked_at < first) | (looked_at > last),
    )
    wrong = [
        rows for rows in (np.flatnonzero(is_known & one) for one in odd) if rows.size
    ]
    if not wrong:
        return
    rows = min(wrong, key=lambda one: int(one[0]))
    day, act = int(days[rows[0]]), int(acts[rows[0]])
    faults = Faults()
    with faults.of(rows):
        done = None if act == UNKNOWN else day_of_number(act)
        question.answer(day_of_number(day), on=on).status(done=done)
    faults.refuse()
