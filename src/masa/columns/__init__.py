"""Deadlines and criteria over whole columns: NumPy, pandas, lists, all of Arrow.

A column of events goes in, or a table of facts, and a column of the same kind comes
out, always equal to the scalar rule row by row. What is unknown (NaT, null, nothing)
stays unknown. A row that cannot be answered raises, and the error names the rows; the
first is row 0.
"""

from masa.columns.calendars import calendar_table, working_days_between
from masa.columns.criteria import (
    calls_for_joint_agency_response,
    is_serious_case,
    is_serious_harm,
    may_review_death,
    must_notify,
    must_notify_care_leaver_death,
    must_notify_looked_after_death,
    must_review_death,
)
from masa.columns.deadlines import days_late, due, status
from masa.columns.judgements import (
    is_for_designated_officer,
    is_privately_fostered,
    judge,
)

__all__ = [
    "calendar_table",
    "calls_for_joint_agency_response",
    "days_late",
    "due",
    "is_for_designated_officer",
    "is_privately_fostered",
    "is_serious_case",
    "is_serious_harm",
    "judge",
    "may_review_death",
    "must_notify",
    "must_notify_care_leaver_death",
    "must_notify_looked_after_death",
    "must_review_death",
    "status",
    "working_days_between",
]
