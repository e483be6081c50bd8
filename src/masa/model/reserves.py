"""How long what is carried forward would last, within what the budget tells."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import RangeError, UnsettledError
from masa.ground.money import to_pence
from masa.ground.shown import Shown
from masa.ground.text import in_short, listed

__all__ = ["MonthsOfCover", "ReserveReading", "months_of_cover"]

MONTHS = 12
WITHIN, BESIDE = "the surplus is within it", "the surplus comes on top of it"


@frozen(kw_only=True)
class ReserveReading(Shown):
    """How long a reserve lasts, if the surplus of the year is in it, or if not.

    Args:
        holds_surplus: Whether the surplus of the year is within what is carried
            forward; if not, it is added.
        reserve: What there is, in pounds.
        least: The fewest months that it can last at the rate of the planned
            spending, rounded to two decimal places; negative for a deficit.
        most: The most.
    """

    holds_surplus: bool
    reserve: AmountRange
    least: Decimal
    most: Decimal

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "reading", WITHIN if self.holds_surplus else BESIDE
        yield "reserve", self.reserve
        yield "months", _months(self.least, self.most)

    def __str__(self) -> str:
        said = WITHIN if self.holds_surplus else BESIDE
        return f"{_months(self.least, self.most)} if {said} ({self.reserve})"


@frozen(kw_only=True)
class MonthsOfCover(Shown):
    """How many months of planned spending what is carried forward would cover.

    Args:
        readings: One reading if it is told whether the surplus of the year is within
            what is carried forward; else both.
    """

    readings: tuple[ReserveReading, ...]

    @property
    def least(self) -> Decimal:
        """The fewest months, over all readings."""
        return min(reading.least for reading in self.readings)

    @property
    def most(self) -> Decimal:
        """The most months, over all readings."""
        return max(reading.most for reading in self.readings)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "months of cover", _months(self.least, self.most)
        for reading in self.readings:
            said = WITHIN if reading.holds_surplus else BESIDE
            months = _months(reading.least, reading.most)
            yield f"if {said}", f"{months} ({reading.reserve})"

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each reading."""
        return [row for one in self.readings for row in one.to_records()]

    def __str__(self) -> str:
        if len(self.readings) == 1:
            return _months(self.least, self.most)
        both = "; ".join(map(str, self.readings))
        return f"{_months(self.least, self.most)}: {both}"


def _months(least: Decimal, most: Decimal) -> str:
    if least == most:
        return f"{least} months"
    return f"{least} to {most} months"


def months_of_cover(
    kept: AmountRange,
    income: AmountRange,
    spending: AmountRange,
    *,
    holds_surplus: bool | None,
) -> MonthsOfCover:
    """Say how many months of spending a reserve covers, in each reading of it.

    Args:
        kept: What is carried forward.
        income: The contributions.
        spending: The planned spending of twelve months.
        holds_surplus: Whether the surplus is within what is carried forward; nothing
            if that is not known.

    Raises:
        UnsettledError: If one of them has no bounds.
        RangeError: If nothing is spent, or perhaps nothing.
    """
    costs = _bounds(spending)
    if costs[0] <= 0:
        raise RangeError(
            f"nothing may be spent: {spending}", remedy="state the planned spending"
        )
    readings = (True, False) if holds_surplus is None else (holds_surplus,)
    return MonthsOfCover(
        readings=tuple(
            _within(kept, costs) if held else _beside(kept, income, spending, costs)
            for held in readings
        )
    )


def _within(kept: AmountRange, costs: tuple[int, int]) -> ReserveReading:
    least, most = _ratios(_bounds(kept), costs)
    return ReserveReading(
        holds_surplus=True,
        reserve=kept,
        least=_in_months(least),
        most=_in_months(most),
    )


def _beside(
    kept: AmountRange,
    income: AmountRange,
    spending: AmountRange,
    costs: tuple[int, int],
) -> ReserveReading:
    """Add the surplus: kept and income last as long as they do, less the one year."""
    before = _bounds(kept + income)
    least, most = _ratios(before, costs)
    return ReserveReading(
        holds_surplus=False,
        reserve=kept + income - spending,
        least=_in_months(least - 1),
        most=_in_months(most - 1),
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


def _ratios(held: tuple[int, int], costs: tuple[int, int]) -> tuple[Fraction, Fraction]:
    """Give the least and the most that the one can be as a part of the other."""
    low, high = costs
    least, most = held
    return (
        Fraction(least, high if least > 0 else low),
        Fraction(most, low if most > 0 else high),
    )


def _in_months(years: Fraction) -> Decimal:
    """Give a number of years as months, to two places, halves away from nought."""
    hundredths = abs(years) * MONTHS * 100
    whole = int(hundredths + Fraction(1, 2))
    return Decimal(-whole if years < 0 else whole).scaleb(-2)
