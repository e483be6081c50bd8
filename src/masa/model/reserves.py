"""How long what is carried forward would last, within what the budget tells."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import RangeError, UnsettledError
from masa.ground.money import in_pounds, to_pence
from masa.ground.percents import added, rounded
from masa.ground.shown import Shown
from masa.ground.stated import Standing
from masa.ground.text import in_short, listed

__all__ = [
    "MonthsOfCover",
    "Reserve",
    "ReserveReading",
    "months_of_cover",
    "result_of",
]

MONTHS = 12
SURPLUS, DEFICIT, EITHER = "surplus", "deficit", "surplus or deficit"
_HOW = {
    SURPLUS: "comes on top of it",
    DEFICIT: "comes off it",
    EITHER: "is counted with it",
}
NO_COVER, OF_A_YEAR = "no cover", "of a year's planned spending"


@frozen(kw_only=True)
class ReserveReading(Shown):
    """How long a reserve lasts, if the surplus of the year is in it, or if not.

    Months are those of twelve months' planned spending, rounded to two decimal places
    and never below nought: a deficit covers nothing.

    Args:
        holds_surplus: Whether the surplus of the year is within what is carried
            forward; if not, it is added.
        result: What the year leaves: a ``surplus``, a ``deficit``, or either.
        reserve: What there is, in pounds, within what is known of it.
        least: The fewest months that it can last.
        most: The most; nothing if that is not known.
        printed: What there is if each amount is taken as printed, without rounding;
            nothing if one is open, and so below.
        months: How many months that lasts.
        percent: That in per cent of a year's planned spending; negative for a deficit.
        standings: How firmly that spending is said which does not hold yet.
    """

    holds_surplus: bool
    result: str
    reserve: AmountRange
    least: Decimal
    most: Decimal | None
    printed: Decimal | None = None
    months: Decimal | None = None
    percent: Decimal | None = None
    standings: tuple[Standing, ...] = ()

    @property
    def reading(self) -> str:
        """What is supposed, in words."""
        if self.holds_surplus:
            return f"the {self.result} is within it"
        return f"the {self.result} {_HOW[self.result]}"

    @property
    def in_words(self) -> str:
        """How long it lasts, as printed, and within what rounding allows."""
        within = f"{_months(self.least, self.most)}{self._beside}"
        if self.printed is None or self.months is None:
            said = f"; planned spending: {self._firmness}" if self.standings else ""
            return f"{_months(self.least, self.most)} ({self.reserve}{said})"
        if self.printed > 0:
            firmly = f" ({self._firmness})" if self.standings else ""
            of_a_year = f"{self.percent} % {OF_A_YEAR}{firmly}"
            more = "" if self._is_exact else f"; within rounding: {within}"
            return f"{self.months} months ({self._as_printed}, {of_a_year}{more})"
        said = NO_COVER + _short(self.printed)
        if self._is_exact:
            return said + self.reserve.firmness
        return f"{said} (within rounding: {within})"

    @property
    def _is_exact(self) -> bool:
        """Whether neither what there is nor how long it lasts is a range."""
        return self.reserve.is_exact and self.least == self.most

    @property
    def _beside(self) -> str:
        return "" if self.reserve.is_exact else f", {self.reserve}"

    @property
    def _firmness(self) -> str:
        return "; ".join(one.value for one in self.standings)

    @property
    def _as_printed(self) -> str:
        if self.reserve.is_exact or self.printed is None:
            return str(self.reserve)
        return f"{in_pounds(self.printed)} as printed"

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "reading", self.reading
        yield "reserve", self.reserve
        yield "months", _months(self.least, self.most)
        if self.printed is not None:
            yield "reserve as printed", in_pounds(self.printed)
            yield "months as printed", self.months
            yield "per cent of a year as printed", self.percent
        if self.standings:
            yield "planned spending", self._firmness

    def __str__(self) -> str:
        return f"{self.in_words} if {self.reading}"


@frozen(kw_only=True)
class MonthsOfCover(Shown):
    """How many months of planned spending what is carried forward would cover.

    Args:
        readings: One reading if it is told whether the surplus of the year is within
            what is carried forward, or if that makes no difference; else both.
    """

    readings: tuple[ReserveReading, ...]

    @property
    def least(self) -> Decimal:
        """The fewest months, over all readings."""
        return min(reading.least for reading in self.readings)

    @property
    def most(self) -> Decimal | None:
        """The most months, over all readings; nothing if that is not known."""
        every = [reading.most for reading in self.readings]
        known = [most for most in every if most is not None]
        return max(known) if len(known) == len(every) else None

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "months of cover", _months(self.least, self.most)
        for reading in self.readings:
            yield f"if {reading.reading}", reading.in_words

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each reading."""
        return [row for one in self.readings for row in one.to_records()]

    def __str__(self) -> str:
        if len(self.readings) == 1:
            return self.readings[0].in_words
        return "; ".join(map(str, self.readings))


def _months(least: Decimal, most: Decimal | None) -> str:
    if most is None:
        return f"at least {least} months" if least else "a time that is not known"
    if not most:
        return NO_COVER
    return f"{least} months" if least == most else f"{least} to {most} months"


def _short(amount: Decimal) -> str:
    return f", but a deficit of {in_pounds(amount.copy_abs())}" if amount < 0 else ""


@frozen(kw_only=True)
class Reserve:
    """What a reserve is reckoned from.

    Args:
        kept: What is carried forward.
        income: The contributions.
        spending: The planned spending of twelve months.
        printed: What is carried forward and what the year leaves, each as printed,
            and the planned spending; nothing for what is open.
    """

    kept: AmountRange
    income: AmountRange
    spending: AmountRange
    printed: tuple[Decimal | None, Decimal | None, Decimal | None] = (None, None, None)

    @property
    def surplus(self) -> AmountRange:
        """What the year leaves, within what is known of it."""
        return self.income - self.spending

    @property
    def result(self) -> str:
        """Whether the year leaves a surplus or a deficit."""
        return result_of(self.surplus)

    def as_printed(self, *, holds: bool) -> tuple[Decimal | None, Fraction | None]:
        """Give what there is as printed, and how many years' spending that is."""
        kept, left, spent = self.printed
        parts = (kept,) if holds else (kept, left)
        told = [part for part in parts if part is not None]
        if not spent or len(told) < len(parts):
            return None, None
        return added(told), Fraction(added(told)) / Fraction(spent)


def result_of(surplus: AmountRange) -> str:
    """Say whether contributions less spending are a surplus, a deficit, or either."""
    if surplus.least is not None and surplus.least >= 0:
        return SURPLUS
    if surplus.most is not None and surplus.most <= 0:
        return DEFICIT
    return EITHER


def months_of_cover(reserve: Reserve, *, holds_surplus: bool | None) -> MonthsOfCover:
    """Say how many months of spending a reserve covers, in each reading of it.

    Args:
        reserve: What it is reckoned from.
        holds_surplus: Whether the surplus is within what is carried forward; nothing
            if that is not known.

    Raises:
        UnsettledError: If what is carried forward or the spending has no bounds.
        RangeError: If nothing is spent, or perhaps nothing.
    """
    costs, _ = _bounds(reserve.spending), _bounds(reserve.kept)
    if costs[0] <= 0:
        raise RangeError(
            f"nothing may be spent: {reserve.spending}",
            remedy="state the planned spending",
        )
    readings = (True, False) if holds_surplus is None else (holds_surplus,)
    if holds_surplus is None and reserve.surplus == AmountRange.exactly(0):
        readings = (True,)
    return MonthsOfCover(
        readings=tuple(_reading(reserve, costs, holds=held) for held in readings)
    )


def _reading(
    reserve: Reserve, costs: tuple[int, int], *, holds: bool
) -> ReserveReading:
    """Reckon one reading; a surplus that is added lasts as income does, less a year."""
    held = reserve.kept if holds else reserve.kept + reserve.income
    years = 0 if holds else 1
    least, most = _least_of(held, costs), _most_of(held, costs)
    printed, share = reserve.as_printed(holds=holds)
    return ReserveReading(
        holds_surplus=holds,
        result=reserve.result,
        reserve=reserve.kept if holds else reserve.kept + reserve.surplus,
        least=_in_months(least - years),
        most=None if most is None else _in_months(most - years),
        printed=printed,
        months=None if share is None else _in_months(share),
        percent=None if share is None else rounded(share * 100),
        standings=reserve.spending.standings,
    )


def _bounds(amount: AmountRange) -> tuple[int, int]:
    if amount.least is None or amount.most is None:
        error = UnsettledError(
            f"not settled: {in_short(listed(amount.not_stated))}",
            remedy="state what is missing",
        )
        error.reason = "not stated"
        raise error
    return to_pence(amount.least), to_pence(amount.most)


def _least_of(held: AmountRange, costs: tuple[int, int]) -> Fraction:
    """Give the fewest years that it lasts; none if there is perhaps nothing."""
    if held.least is None or held.least <= 0:
        return Fraction(0)
    return Fraction(to_pence(held.least), costs[1])


def _most_of(held: AmountRange, costs: tuple[int, int]) -> Fraction | None:
    if held.most is None:
        return None
    return Fraction(max(to_pence(held.most), 0), costs[0])


def _in_months(years: Fraction) -> Decimal:
    """Give a number of years as months, to two places; a deficit lasts for none."""
    return rounded(max(years, Fraction(0)) * MONTHS)
