"""From one date to another: a period, and a financial year."""

from datetime import date

from attrs import field, frozen

from masa.ground.dates import When
from masa.ground.errors import DateError, KindError
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import FIRST_YEAR, LAST_YEAR, financial_year
from masa.ground.text import echo

__all__ = ["FinancialYear", "Period"]


@frozen
class FinancialYear(Shown):
    """The twelve months from 1 April, named by the year in which they begin.

    Args:
        start: The calendar year in which it begins, 1900 to 2199.

    Raises:
        DateError: If the year lies outside 1900 to 2199.
        KindError: If it is not a whole number.

    Example:
        >>> print(FinancialYear(2018))
        2018/19
    """

    start: int = field()

    @start.validator
    def _check(self, _: object, value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise KindError(
                f"{echo(value)} is not a year", remedy="give 2018 for 2018/19"
            )
        if not FIRST_YEAR <= value < LAST_YEAR:
            raise DateError(
                f"the financial year {echo(value)} lies outside "
                f"{FIRST_YEAR} to {LAST_YEAR - 1}",
                remedy="give 2018 for 2018/19",
            )

    @classmethod
    def from_text(cls, text: str) -> "FinancialYear":
        """Read ``2018/19``, ``18/19`` or ``2018-19``.

        Raises:
            DateError: If it is not of this form, or the years do not follow.
        """
        start = financial_year(text)
        if start is None:
            raise DateError(
                f"{echo(text)} is not a financial year", remedy='write "2018/19"'
            )
        return cls(start)

    @property
    def first(self) -> date:
        """The first day, 1 April."""
        return date(self.start, 4, 1)

    @property
    def last(self) -> date:
        """The last day, 31 March, which still counts."""
        return date(self.start + 1, 3, 31)

    def written(self) -> str:
        """Write it as ``2018/19``, which `from_text` reads back."""
        return f"{self.start}/{(self.start + 1) % 100:02}"

    def __str__(self) -> str:
        return self.written()


def _to_when(value: object) -> When | None:
    return None if value is None else When.of(value)


@frozen(kw_only=True)
class Period(Shown):
    """From one date to another, both days included.

    Args:
        start: When it begins; nothing if no beginning is given.
        end: When it ends; nothing if no end is given.

    Raises:
        DateError: If it surely ends before it begins, or a date cannot be read.
        KindError: If a bound is not a date.

    Example:
        >>> print(Period(start="2017", end="2021"))
        2017 to 2021
    """

    start: When | None = field(default=None, converter=_to_when)
    end: When | None = field(default=None, converter=_to_when)

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end.before(self.start) is Answer.YES:
            raise DateError(
                f"a period ends ({self.end}) before it begins ({self.start})",
                remedy="give the beginning first",
            )

    def covers(self, value: date) -> Answer:
        """Say whether the day lies within the period; both end days do."""
        begun = self.start.on_or_before(value) if self.start else Answer.YES
        lasts = self.end.on_or_after(value) if self.end else Answer.YES
        return begun & lasts

    def overlaps(self, other: "Period") -> Answer:
        """Say whether the two periods have a day in common."""
        return Answer.all_of(
            first.start.on_or_before(second.end)
            for first, second in ((self, other), (other, self))
            if first.start and second.end
        )

    def __str__(self) -> str:
        if self.start and self.end:
            return f"{self.start} to {self.end}"
        if self.start:
            return _led("from", self.start)
        return _led("until", self.end) if self.end else "at all times"


def _led(word: str, when: When) -> str:
    """Lead a date in by a word, unless it brings one of its own."""
    text = str(when)
    return text if text.startswith(("by ", "from ")) else f"{word} {text}"
