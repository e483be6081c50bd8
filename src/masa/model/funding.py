"""Budgets: who pays what into an arrangement, and what is spent, as printed."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum

from attrs import evolve, field, frozen

from masa.ground.checks import EXPECTED, checked
from masa.ground.durations import whole
from masa.ground.errors import RangeError, UnknownNameError, UnsettledError
from masa.ground.money import Balance, Pounds, in_pounds, to_pence
from masa.ground.periods import FinancialYear
from masa.ground.quantities import Number
from masa.ground.shapes import to_choice
from masa.ground.shares import half_up, largest_remainder
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, stated
from masa.ground.text import Name, Prose, Ref, did_you_mean, echo, in_short, listed
from masa.model.doubts import Footnote

__all__ = [
    "Budget",
    "Contribution",
    "ContributionKind",
    "CostLine",
    "Rounding",
    "Share",
    "Shares",
    "stated_pounds",
]

PLACES_MOST = 6


class ContributionKind(Enum):
    """In what form a contribution comes."""

    CASH = "cash"
    IN_KIND = "in kind"
    GRANT = "grant"

    __repr__ = Enum.__str__


def stated_pounds(value: Stated[Decimal]) -> str:
    """Print a stated amount as money, with places; the untold stays as it is."""
    return " / ".join(
        str(s).replace(plain(s.value), in_pounds(s.value), 1)
        if isinstance(s.value, Decimal)
        else str(s)
        for s in value.statements
    ) or str(value)


def amount_in_pounds(value: Stated[Decimal]) -> str:
    """Print an amount: the settled one alone, or else everything that is stated."""
    return in_pounds(value.only) if value.is_settled else stated_pounds(value)


@frozen(kw_only=True, field_transformer=checked)
class Contribution(Shown):
    """What one body pays towards an arrangement in one financial year.

    Args:
        payer: The body that pays, by name.
        amount: In pounds, to the penny, never negative.
        pot: What it pays into, if there is more than one pot.
        kind: In what form.
        paid: Whether it was paid, or only budgeted.
        basis: How the amount is reckoned.
        words: The payer as printed here, where that differs.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        AmountError: If the amount is negative or finer than a penny.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.

    Example:
        >>> print(Contribution(payer="Barnet", amount=195_000))
        Barnet pays £195,000
    """

    payer: Ref
    amount: Stated[Pounds] = NOT_STATED
    pot: Stated[Name] = NOT_STATED
    kind: Stated[ContributionKind] = NOT_STATED
    paid: Stated[bool] = NOT_STATED
    basis: Stated[Prose] = NOT_STATED
    words: Name | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "payer", self.payer
        yield "amount", stated_pounds(self.amount)
        for label in ("pot", "kind", "paid", "basis"):
            if (value := getattr(self, label)).is_stated:
                yield label, value

    def __str__(self) -> str:
        if not self.amount.is_stated:
            return f"{self.payer} pays an amount that is not stated"
        return f"{self.payer} pays {stated_pounds(self.amount)}"


@frozen(kw_only=True, field_transformer=checked)
class CostLine(Shown):
    """One line of planned spending.

    Args:
        item: What is paid for, as printed.
        amount: In pounds, to the penny, never negative.
        heading: The heading it stands under, such as staffing or non-pay.
        full_time_equivalent: How much of a full post it is, if it is one.
        pay: Whether it is pay.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        AmountError: If the amount is negative or finer than a penny.
        RangeError: If the full-time equivalent is no such number.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    item: Name
    amount: Stated[Pounds] = NOT_STATED
    heading: Stated[Name] = NOT_STATED
    full_time_equivalent: Stated[Number] = NOT_STATED
    pay: Stated[bool] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "item", self.item
        yield "amount", stated_pounds(self.amount)
        for label in ("heading", "full_time_equivalent", "pay"):
            if (value := getattr(self, label)).is_stated:
                yield label.replace("_", " "), value

    def __str__(self) -> str:
        return f"{self.item}: {stated_pounds(self.amount)}"


class Rounding(Enum):
    """How shares are rounded to a number of decimal places."""

    LARGEST_REMAINDER = "largest-remainder"
    HALF_UP = "half-up"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class Share(Shown):
    """The share of one payer, in per cent.

    Args:
        payer: Who pays, by name.
        percent: The share, rounded.
    """

    payer: str
    percent: Decimal

    def __str__(self) -> str:
        return f"{self.payer} {self.percent} %"


@frozen(kw_only=True)
class Shares(Shown):
    """The share of each payer in the contributions, in per cent.

    Args:
        shares: The share of each payer, in the order of the table.
        rounding: By largest remainder they add up to 100 exactly; half up, each
            share is rounded by itself, and they may not.
        tied: Payers of equal claim of whom only some could be rounded up;
            those that come first in the alphabet were.
    """

    shares: tuple[Share, ...]
    rounding: Rounding
    tied: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        """What the rounded shares add up to."""
        return sum((share.percent for share in self.shares), Decimal(0))

    def __getitem__(self, payer: str) -> Decimal:
        for share in self.shares:
            if share.payer == payer:
                return share.percent
        payers = [share.payer for share in self.shares]
        raise UnknownNameError(
            f"no payer is printed as {echo(payer)}",
            remedy=did_you_mean(payer, payers)
            or f"the payers are {in_short(listed(payers))}",
        )

    def __iter__(self) -> Iterator[Share]:
        return iter(self.shares)

    def __len__(self) -> int:
        return len(self.shares)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        for share in self.shares:
            yield share.payer, f"{share.percent} %"
        yield "together", f"{self.total} % ({self.rounding.value})"
        if self.tied:
            yield "tied", f"{listed(self.tied)}; rounded up by name"

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each payer."""
        return [{"payer": share.payer, "percent": str(share.percent)} for share in self]

    def __str__(self) -> str:
        tie = f"; tied: {listed(self.tied)}" if self.tied else ""
        shares = listed(map(str, self.shares))
        return f"{shares}; together {self.total} % ({self.rounding.value}{tie})"


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
        way = to_choice(Rounding, rounding)
        if whole(places) > PLACES_MOST:
            raise RangeError(
                f"{echo(places)} is too many decimal places", remedy="give 0 to 6"
            )
        share_out = _WAYS[way]
        found = share_out(self._pence_by_payer(), 100 * 10**places)
        unit = Decimal(1).scaleb(-places)
        return Shares(
            shares=tuple(
                Share(payer=payer, percent=units * unit)
                for payer, units in found.units.items()
            ),
            rounding=way,
            tied=found.tied,
        )

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


_WAYS = {
    Rounding.LARGEST_REMAINDER: largest_remainder,
    Rounding.HALF_UP: half_up,
}


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
