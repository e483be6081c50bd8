"""A day that comes every year, such as 30 September."""

import calendar
import re
from datetime import date

from attrs import field, frozen

from masa.ground.durations import whole
from masa.ground.errors import DateError
from masa.ground.shown import Shown
from masa.ground.text import echo, text_of

__all__ = ["DayOfYear"]

LEAP_YEAR = 2000


@frozen
class DayOfYear(Shown):
    """A day that comes every year, such as 30 September.

    Args:
        month: From 1 to 12.
        day: From 1 to the last of that month; 29 February is allowed.

    Raises:
        KindError: If a part is not a whole number.
        DateError: If there is no such day.
    """

    month: int = field(converter=whole)
    day: int = field(converter=whole)

    def __attrs_post_init__(self) -> None:
        self.in_year(LEAP_YEAR)

    @classmethod
    def from_text(cls, text: str) -> "DayOfYear":
        """Read a day and a month, such as ``30 September``.

        Raises:
            DateError: If it is not that, or there is no such day.
        """
        names = [name.casefold() for name in calendar.month_name]
        found = re.fullmatch(r"(\d{1,2}) ([A-Za-z]+)", text_of(text), re.ASCII)
        if found is None or found[2].casefold() not in names:
            raise DateError(
                f"{echo(text)} is not a day of the year", remedy='write "30 September"'
            )
        return cls(names.index(found[2].casefold()), int(found[1]))

    def in_year(self, year: int) -> date:
        """Give the day in one year.

        Raises:
            DateError: If that year has no such day.
            KindError: If the year is not a whole number.
        """
        try:
            return date(whole(year), self.month, self.day)
        except ValueError as cause:
            raise DateError(
                f"there is no day {self.day} of month {self.month} in {echo(year)}",
                remedy="check the day and the month",
            ) from cause

    def written(self) -> str:
        """Write it as ``30 September``, which `from_text` reads back."""
        return f"{self.day} {calendar.month_name[self.month]}"

    def __str__(self) -> str:
        return self.written()
