"""Budgets: who pays what into an arrangement, and what is spent, as printed."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, field, frozen

from masa.ground.checks import EXPECTED, checked
from masa.ground.errors import UnknownNameError, UnsettledError
from masa.ground.money import Balance, Pounds, to_pence
from masa.ground.periods import FinancialYear
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, stated
from masa.ground.text import echo, in_short, listed
from masa.model.doubts import Footnote
from masa.model.funding_lines import Contribution, CostLine, stated_pounds
from masa.model.payer_shares import Rounding, Shares, shares_of

__all__ = ["Budget"]


@frozen(kw_only=True, field_transformer=checked)
class Budget(Shown):
    """The money of an arrangement in one financial year, as printed.

    Args:
        year: The financial year.
        contributions: Who pays what.
        contributed_total: The total of the contributions, as printed.
        costs: The planned spending.
        costs_total: The total of the planned spending, as printed.
        costs_year: The year of the planned spending, if it is printed.
        carried_forward: What is carried forward; negative for a deficit.
        carried_forward_to_nearest: To what it is rounded, such as 1000.
        carried_forward_holds_surplus: Whether the surplus of the year is in it.
        footnotes: The footnotes, with their readings.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        AmountError: If an amount is none that anybody pays.
        DateError: If a year cannot be read.
        KindError: If a part is of the wrong type.
    """

    year: Stated[FinancialYear] = field(default=NOT_STATED, metadata=EXPECTED)
    contributions: tuple[Contribution, ...] = ()
    contributed_total: Stated[Pounds] = NOT_STATED
    costs: tuple[CostLine, ...] = ()
    costs_total: Stated[Pounds] = NOT_STATED
    costs_year: Stated[FinancialYear] = field(default=NOT_STATED, metadata=EXPECTED)
    carried_forward: Stated[Balance] = NOT_STATED
    carried_forward_to_nearest: Stated[Pounds] = NOT_STATED
    carried_forward_holds_surplus: Stated[bool] = NOT_STATED
    footnotes: tuple[Footnote, ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    @property
    def income(self) -> Decimal:
        """The sum of the contributions, in pounds.

        Raises:
            UnsettledError: If no line is stated, or an amount is not settled; it
                names the lines.
        """
        return _sum((line.payer, line.amount) for line in self.contributions)

    @property
    def expenditure(self) -> Decimal:
        """The sum of the planned spending, in pounds.

        Raises:
            UnsettledError: If no line is stated, or an amount is not settled; it
                names the lines.
        """
        return _sum((line.item, line.amount) for line in self.costs)

    @property
    def surplus(self) -> Decimal:
        """Contributions less planned spending; negative for a deficit.

        Raises:
            UnsettledError: If an amount is not settled; it names the lines.
        """
        return self.income - self.expenditure

    @property
    def is_settled(self) -> bool:
        """Whether both tables are stated and every amount is, so that both add up."""
        amounts = [line.amount for line in self.contributions]
        amounts += [line.amount for line in self.costs]
        both = bool(self.contributions and self.costs)
        return both and all(amount.is_settled for amount in amounts)

    @property
    def has_shares(self) -> bool:
        """Whether every contribution is settled, and they come to more than nothing."""
        lines = self.contributions
        return all(line.amount.is_settled for line in lines) and self.income > 0

    def under(self, reading: str) -> "Budget":
        """Give the budget as it is under one reading of a footnote.

        Args:
            reading: The id of the reading.

        Raises:
            UnknownNameError: If not just one footnote has such a reading, or it
                amends what is not the payer of just one line.
        """
        readings = [r for footnote in self.footnotes for r in footnote.readings]
        known = {r.id: r for r in readings}
        if [r.id for r in readings].count(reading) != 1:
            raise UnknownNameError(
                f"there is not just one reading {echo(reading)} of a footnote",
                remedy=f"the readings are {listed(known) or 'none'}",
            )
        amended = {a.payer: a.amount for a in known[reading].amends}
        for payer in amended:
            if [line.payer for line in self.contributions].count(payer) != 1:
                raise UnknownNameError(
                    f"{echo(payer)} is not the payer of one line",
                    remedy="name the payer as in the table",
                )
        return evolve(
            self,
            contributions=tuple(
                evolve(line, amount=stated(amended[line.payer], at=line.at))
                if line.payer in amended
                else line
                for line in self.contributions
            ),
        )

    def shares(
        self, places: int = 2, *, rounding: Rounding | str = Rounding.LARGEST_REMAINDER
    ) -> Shares:
        """Give the share of each payer in the contributions, in per cent.

        Args:
            places: To how many decimal places, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If an amount is not settled; it names the lines.
            KindError: If there is no such rounding.
            RangeError: If nothing is contributed, or `places` is not 0 to 6.
        """
        return shares_of(self._pence_by_payer(), places, rounding)

    def _pence_by_payer(self) -> dict[str, int]:
        _check_settled((line.payer, line.amount) for line in self.contributions)
        pence: dict[str, int] = {}
        for line in self.contributions:
            paid = to_pence(line.amount.only)
            pence[line.payer] = pence.get(line.payer, 0) + paid
        return pence

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "year", self.year
        yield "contributions", tuple(map(str, self.contributions))
        if self.contributed_total.is_stated:
            yield (
                "printed total of contributions",
                stated_pounds(self.contributed_total),
            )
        yield "planned spending", tuple(map(str, self.costs))
        if self.costs_total.is_stated:
            yield "printed total of spending", stated_pounds(self.costs_total)
        if self.carried_forward.is_stated:
            yield "carried forward", stated_pounds(self.carried_forward)

    def __str__(self) -> str:
        return (
            f"budget of {' / '.join(map(str, self.year.values)) or 'an unknown year'}"
        )


def _sum(lines: Iterable[tuple[str, Stated[Decimal]]]) -> Decimal:
    amounts = _check_settled(lines)
    return sum((amount.only for _, amount in amounts), Decimal("0.00"))


def _check_settled(
    lines: Iterable[tuple[str, Stated[Decimal]]],
) -> list[tuple[str, Stated[Decimal]]]:
    amounts = list(lines)
    unsettled = [name for name, amount in amounts if not amount.is_settled]
    if unsettled or not amounts:
        error = UnsettledError(
            f"no settled amount is stated for {in_short(listed(unsettled))}"
            if amounts
            else "no line is stated",
            remedy="look at the `amount` of the lines",
        )
        error.reason = "not stated"
        raise error
    return amounts
