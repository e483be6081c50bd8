"""The lines of a budget: who pays what, and what is paid for, as printed."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.money import Pounds, in_pounds
from masa.ground.quantities import Number, Percent
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated
from masa.ground.text import Name, Prose, Ref

__all__ = [
    "Contribution",
    "ContributionKind",
    "CostLine",
    "PayerKind",
    "amount_in_pounds",
    "name_of",
    "stated_pounds",
]


_TOLD = ("pot", "kind", "paid", "basis", "printed_share")
_TOLD_OF_COSTS = (
    *("heading", "full_time_equivalent", "pay", "for_reviews"),
    "printed_share",
)


class ContributionKind(Enum):
    """In what form a contribution comes."""

    CASH = "cash"
    IN_KIND = "in kind"
    GRANT = "grant"

    __repr__ = Enum.__str__


class PayerKind(Enum):
    """Of what kind a payer is: one of the three kinds of partner, or another.

    Every health body is of one kind, whether it is a partner or not.
    """

    LOCAL_AUTHORITY = "local authority"
    HEALTH = "health"
    POLICE = "police"
    OTHER = "other"

    __repr__ = Enum.__str__


def stated_pounds(value: Stated[Decimal]) -> str:
    """Print a stated amount as money, with places; the untold stays as it is."""
    return " / ".join(
        one.said_as(in_pounds(one.value))
        if isinstance(one.value, Decimal)
        else str(one)
        for one in value.statements
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
        paid: Whether it was paid, or only pledged.
        basis: How the amount is reckoned.
        payer_kind: Of what kind the payer is, where the file says so.
        printed_share: The share in per cent, as printed.
        words: The payer as printed here, where that differs.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        AmountError: If the amount is negative or finer than a penny.
        RangeError: If the printed share is no such number.
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
    payer_kind: PayerKind | None = None
    printed_share: Stated[Percent] = NOT_STATED
    words: Name | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "payer", self.payer
        yield "amount", stated_pounds(self.amount)
        for label in _TOLD:
            if (value := getattr(self, label)).is_stated:
                yield label.replace("_", " "), value
        if self.payer_kind:
            yield "kind of payer", self.payer_kind

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
        for_reviews: Whether it is for local child safeguarding practice reviews.
        printed_share: The share in per cent, as printed.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        AmountError: If the amount is negative or finer than a penny.
        RangeError: If the full-time equivalent or the share is no such number.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    item: Name
    amount: Stated[Pounds] = NOT_STATED
    heading: Stated[Name] = NOT_STATED
    full_time_equivalent: Stated[Number] = NOT_STATED
    pay: Stated[bool] = NOT_STATED
    for_reviews: Stated[bool] = NOT_STATED
    printed_share: Stated[Percent] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "item", self.item
        yield "amount", stated_pounds(self.amount)
        for label in _TOLD_OF_COSTS:
            if (value := getattr(self, label)).is_stated:
                yield label.replace("_", " "), value

    def __str__(self) -> str:
        return f"{self.item}: {stated_pounds(self.amount)}"


def name_of(line: Contribution | CostLine) -> str:
    """Say what a line is called: by who pays, or by what is paid for."""
    return line.payer if isinstance(line, Contribution) else line.item
