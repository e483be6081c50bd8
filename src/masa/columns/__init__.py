"""Deadlines over whole columns: NumPy, pandas, lists, and whatever speaks Arrow.

A column of events goes in, and a column of the same kind comes out, always equal to
the scalar rule row by row. What is unknown (NaT, null, nothing) stays unknown. A row
that cannot be answered raises, and the error names the rows; the first is row 0.
"""

from masa.columns.calendars import calendar_table, working_days_between
from masa.columns.deadlines import days_late, due, status

__all__ = ["calendar_table", "days_late", "due", "status", "working_days_between"]
