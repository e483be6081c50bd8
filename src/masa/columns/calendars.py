"""Working days over whole columns, and the calendar as a table."""

from masa.columns.kinds import Result, day_of_number
from masa.columns.reading import side_by_side
from masa.columns.tables import Question, due_table, working_days
from masa.ground.closures import DayStatus
from masa.ground.days import WorkingCalendar
from masa.ground.errors import KindError

__all__ = ["calendar_table", "working_days_between"]


def working_days_between(
    after: object, through: object, *, calendar: WorkingCalendar | None = None
) -> Result:
    """Count the working days of every row, as `WorkingCalendar.count` does.

    Args:
        after: The days after which to count; or one day for all rows.
        through: The days up to which to count, which count themselves; or one day.
        calendar: Which days are working days; unless given, that of England.

    Returns:
        Numbers, negative where `through` is earlier, in a column of the kind of the
        first column given: floats with NaN, whole numbers and nothing in a list, or
        an Arrow array of ``int32``.

    Raises:
        KindError: If neither is a column, or one is no column of days.
        RangeError: If the columns are of two lengths.
        DateError: If there is no such day, with the rows.
        CoverageError: If the calendar does not cover a day, with the rows.

    Example:
        >>> working_days_between(["2026-12-11", None], "2027-01-06")
        [15, None]
    """
    first, (starts, ends) = side_by_side(after, through)
    if first is None:
        raise KindError("neither is a column", remedy="ask the calendar: its `count`")
    return first.give_numbers(working_days(calendar).between(starts, ends))


def calendar_table(*clocks: str, calendar: WorkingCalendar | None = None) -> Result:
    """Give every day of a calendar as a table that any SQL engine can join on.

    The columns are ``day``; ``is_working``; ``working_days``, how many working days
    there are from the first day of the calendar to this day, which counts, so that
    two differ by the working days between; ``why`` it is none, on what basis; and
    ``is_projected``. A clock adds a column of its own name with the due day of an
    event on that day, null where it has none.

    Args:
        *clocks: Clocks, by any of their names.
        calendar: Which days are working days; unless given, that of England.

    Returns:
        A table that Arrow libraries read, such as DuckDB, Polars and pyarrow.

    Raises:
        UnknownNameError: If there is no such clock.
        EventError: If a clock falls on a fixed day.

    Example:
        >>> table = calendar_table("rapid-review")
        >>> [child.name for child in table.schema.fields][-1]
        'rapid-review'
    """
    from masa.columns import arrow  # noqa: PLC0415 (needs nanoarrow)

    days = working_days(calendar)
    statuses = [days.calendar.why(day_of_number(int(one))) for one in days.numbers]
    columns = {
        "day": arrow.flat("date32", days.numbers),
        "is_working": arrow.plain("bool", [one.is_working for one in statuses]),
        "working_days": arrow.flat("int32", days.back + 1),
        "why": arrow.plain("string", [_why(one) for one in statuses]),
        "is_projected": arrow.plain("bool", [one.is_projected for one in statuses]),
    }
    for clock in clocks:
        table = due_table(Question(clock, calendar=calendar))
        columns[clock] = arrow.flat("date32", table.dues_of(days.numbers))
    return arrow.table(columns)


def _why(status: DayStatus) -> str | None:
    return None if status.is_working else status.why
