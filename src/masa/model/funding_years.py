"""What if the total grows every year: who would pay what, year by year."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.durations import whole
from masa.ground.errors import KindError, MasaError, RangeError, UnknownNameError
from masa.ground.money import PENNY, PLAIN, in_pounds
from masa.ground.percents import EXACT, less, rounded
from masa.ground.periods import FinancialYear
from masa.ground.shown import Shown
from masa.ground.stated import NOT_STATED
from masa.ground.text import echo
from masa.model.funding import Budget
from masa.model.funding_rules import FundingRule
from masa.model.funding_scenarios import FundingScenario
from masa.model.line_sums import as_printed
from masa.model.what_if import Money, fund, who_leave

__all__ = ["FundingYear", "FundingYears", "fund_years"]

YEARS_MOST = 50
PERCENT_MOST = 1_000
FINEST = Decimal("0.0001")
LEAST = -100
NOBODY = "nobody"


@frozen(kw_only=True)
class FundingYear(Shown):
    """One year of several.

    Args:
        year: The financial year, or "year 0", "year 1" and so on where it is not known.
        scenario: Who would pay what in it.
    """

    year: str
    scenario: FundingScenario

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text: the total, what each pays, and the gap."""
        shares = {payer: str(sum_) for payer, sum_ in self.scenario.shares.items()}
        return [
            {
                "year": self.year,
                "total": str(self.scenario.total),
                "gap": str(self.scenario.gap),
                **{f"paid by {payer}": amount for payer, amount in shares.items()},
            }
        ]

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "year", self.year
        yield "total", in_pounds(self.scenario.total)
        for payer, amount in self.scenario.shares.items():
            yield payer, in_pounds(amount)
        yield NOBODY, in_pounds(self.scenario.gap)

    def __str__(self) -> str:
        return f"{self.year}: {self.scenario.gap_in_words}"


@frozen(kw_only=True, repr=False)
class FundingYears(Shown):
    """Who would pay what in each of several years; it is made by `fund_years`.

    Args:
        growth: By how many per cent the total grows each year.
        unit: To what the total of each year is rounded, half up, in pounds.
        years: The first year and those that follow.
    """

    growth: Decimal
    unit: Decimal
    years: tuple[FundingYear, ...]

    def __iter__(self) -> Iterator[FundingYear]:
        return iter(self.years)

    def __len__(self) -> int:
        return len(self.years)

    def __getitem__(self, place: int) -> FundingYear:
        """Give the year at a place: 0 is the first.

        Raises:
            UnknownNameError: If there is no year at such a place.
        """
        try:
            return self.years[place]
        except (IndexError, TypeError) as error:
            raise UnknownNameError(
                f"there is no year {echo(place)}",
                remedy=f"the first is 0, the last {len(self) - 1}",
            ) from error

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each year."""
        return [row for year in self.years for row in year.to_records()]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "growth": str(self.growth),
            "unit": str(self.unit),
            "years": [
                {"year": year.year, **year.scenario.to_json()} for year in self.years
            ],
        }

    @property
    def how(self) -> str:
        """Say how the totals are reckoned."""
        return (
            f"The total of each year is reckoned from that of {self.years[0].year}, "
            f"exactly, and only then rounded half up to {in_pounds(self.unit)}."
        )

    def _blocks(self) -> Sequence[Block]:
        names = tuple(year.year for year in self.years)
        payers = self.years[0].scenario.shares
        rows = [
            (payer, *(in_pounds(year.scenario.shares[payer]) for year in self.years))
            for payer in payers
        ]
        return (
            Heading(str(self), 1),
            Paragraph(self.how),
            Table(
                caption="Year by year",
                columns=("year", "total", "more than the year before", "gap"),
                rows=tuple(self._by_year()),
                numbers=frozenset({1, 2, 3}),
            ),
            Table(
                caption="What each pays",
                columns=("payer", *names),
                rows=tuple(rows),
                numbers=frozenset(range(1, len(names) + 1)),
            ),
        )

    def _by_year(self) -> Iterator[tuple[str, ...]]:
        before = self.years[0].scenario.total
        for place, year in enumerate(self.years):
            total, gap = year.scenario.total, year.scenario.gap
            more = in_pounds(less(total, before)) if place else ""
            yield year.year, in_pounds(total), more, in_pounds(gap)
            before = total

    def __str__(self) -> str:
        change = "less" if self.growth < 0 else "more"
        rate = self.growth.copy_abs()
        return f"{self.years[0].scenario}, and {rate} % {change} each year"

    def __repr__(self) -> str:
        return f"<FundingYears of {self}: {len(self)} years>"


def fund_years(  # noqa: PLR0913 (each is one thing that is asked)
    money: Money,
    rule: FundingRule | None = None,
    *,
    growth: int | Decimal | str,
    years: int,
    total: int | Decimal | str | None = None,
    leaving: str | Iterable[str] = (),
) -> FundingYears:
    """Say who would pay what if the total grows by the same rate every year.

    The total of each year is reckoned from the first one exactly, and only then
    rounded half up, to the unit of the rule or to a penny. Fixed sums, floors and caps
    stay as they are.

    Args:
        money: The budget of today, or a plain sum in pounds.
        rule: Who is to pay what; without one, whoever stays pays as today, and what
            the total grows by is paid by nobody.
        growth: By how many per cent, from -100 to 1,000, with at most four decimal
            places.
        years: How many years after the first, 1 to 50.
        total: What is to be paid in the first year; unless given, what is paid today.
        leaving: Who leaves, by name.

    Raises:
        AllocationError: If the fixed sums and floors are more than the total of a
            year, or a tie is refused.
        AmountError: If an amount is none that anybody pays, or finer than the unit.
        DateError: If a year lies beyond 2199/2200.
        KindError: If a part is of the wrong type, such as a float.
        RangeError: If the growth or the years are out of range, nobody is left, two
            totals are given, or nothing says who pays.
        UnknownNameError: If somebody who leaves is not among the payers.
        UnsettledError: If it is not settled what is paid today, where that is needed.

    Example:
        >>> rule = FundingRule(payers=["Ayton", "ICB"])
        >>> for year in fund_years(1_000, rule, growth=3, years=2):
        ...     print(year)
        year 0: Together they pay the total of £1,000.
        year 1: Together they pay the total of £1,030.
        year 2: Together they pay the total of £1,060.90.
    """
    rate, many, gone = _percent(growth), _years(years), who_leave(leaving)
    first = fund(money, rule, total=total, leaving=gone)
    unit = PENNY if rule is None else rule.unit
    scenarios = [first]
    for place in range(1, many + 1):
        grown = _grown(first.total, rate, place, unit)
        scenarios.append(_of_a_year(money, rule, grown, gone, _name(money, place)))
    return FundingYears(
        growth=rate,
        unit=unit,
        years=tuple(
            FundingYear(year=_name(money, place), scenario=scenario)
            for place, scenario in enumerate(scenarios)
        ),
    )


def _of_a_year(
    money: Money,
    rule: FundingRule | None,
    total: Decimal,
    leaving: tuple[str, ...],
    year: str,
) -> FundingScenario:
    try:
        if isinstance(money, Budget):
            return fund(money, rule, total=total, leaving=leaving)
        return fund(total, rule, leaving=leaving)
    except MasaError as error:
        error.field = error.field or year
        raise


def _grown(total: Decimal, rate: Decimal, years: int, unit: Decimal) -> Decimal:
    exact = Fraction(total) * ((100 + Fraction(rate)) / 100) ** years
    return EXACT.multiply(rounded(exact / Fraction(unit), 0), unit)


def _name(money: Money, place: int) -> str:
    year = as_printed(money.year) if isinstance(money, Budget) else NOT_STATED
    if year.is_settled:
        return str(FinancialYear(year.only.start + place))
    return f"year {place}"


def _percent(growth: object) -> Decimal:
    if isinstance(growth, bool | float) or not isinstance(growth, int | str | Decimal):
        raise KindError(
            f"{echo(growth)} is not a growth in per cent",
            remedy='give a whole number, text ("2.5") or a Decimal',
        )
    rate = _decimal(growth)
    if rate is None or not LEAST <= rate <= PERCENT_MOST or _is_finer(rate):
        raise RangeError(
            f"nothing grows by {echo(growth)} % a year",
            remedy="give -100 to 1,000 per cent, with at most four decimal places",
        )
    return rate


def _is_finer(rate: Decimal) -> bool:
    return rate.quantize(FINEST, context=EXACT) != rate


def _decimal(growth: int | str | Decimal) -> Decimal | None:
    """Read a number; nothing if it is none."""
    if isinstance(growth, str) and PLAIN.fullmatch(growth) is None:
        return None
    number = Decimal(growth)
    return number if number.is_finite() else None


def _years(years: object) -> int:
    if isinstance(years, int) and not 1 <= years <= YEARS_MOST:
        raise RangeError(
            f"{echo(years)} is not a number of years to look ahead",
            remedy=f"give 1 to {YEARS_MOST}",
        )
    return whole(years)
