"""Money of two arrangements side by side, to the penny; the unknown stays unknown."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.money import Balance, in_pounds
from masa.ground.quantities import Number
from masa.ground.shapes import parts
from masa.ground.shown import Shown
from masa.ground.stated import NOT_STATED, Stated
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, amount_in_pounds
from masa.rules.likeness import is_money
from masa.rules.plain_names import field_in_words
from masa.rules.sides import Item

__all__ = ["COLUMNS", "ComparedAmount", "amounts"]

COLUMNS = ("what", "before", "after", "difference", "share before", "share after")
UNKNOWN = "not known"
_STEPS = {"carried_forward_to_nearest"}  # how far a sum is rounded is no sum


@frozen(kw_only=True, field_transformer=checked)
class ComparedAmount(Shown):
    """One amount of money in two arrangements.

    Args:
        year: The budget that it stands in.
        what: What it is for, or from whom.
        before: What the one states.
        after: What the other states.
        share_before: The share of the payer in all contributions, in per cent, where
            every amount is settled; by largest remainder.
        share_after: The same of the other.

    Raises:
        AmountError: If an amount is finer than a penny or beyond 10¹².
        RangeError: If a share is not a number from 0 to 1,000 with two decimals.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    year: str
    what: str
    before: Stated[Balance] = NOT_STATED
    after: Stated[Balance] = NOT_STATED
    share_before: Number | None = None
    share_after: Number | None = None

    @property
    def difference(self) -> Decimal | None:
        """How many pounds more it is; nothing unless both amounts are settled."""
        if self.before.is_settled and self.after.is_settled:
            return self.after.only - self.before.only
        return None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of a table."""
        more = self.difference
        sign = "+" if more and more > 0 else ""
        return (
            self.what,
            amount_in_pounds(self.before),
            amount_in_pounds(self.after),
            UNKNOWN if more is None else f"{sign}{in_pounds(more)}",
            _share(self.share_before),
            _share(self.share_after),
        )

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "year", self.year
        for label, cell in zip(COLUMNS, self.cells, strict=True):
            if cell:
                yield label, cell

    def __str__(self) -> str:
        what, before, after, difference, *_ = self.cells
        return f"{what}: {before} → {after} ({difference})"


def _share(share: Decimal | None) -> str:
    return "" if share is None else f"{share:.2f} %"


def amounts(before: Item | None, after: Item | None) -> Iterator[ComparedAmount]:
    """Yield every amount of a budget, or of a line of one, with that of the other.

    Args:
        before: The budget or line in the one arrangement, if it is there.
        after: The same in the other.
    """
    both = (before, after)
    found = next(item for item in both if item)
    money = (
        field
        for field, part in parts(type(found.thing)).items()
        if is_money(part.shape) and field not in _STEPS
    )
    for field in money:
        ours, theirs = (
            getattr(one.thing, field) if one else NOT_STATED for one in both
        )
        is_line = not isinstance(found.thing, Budget)
        if is_line or ours.statements or theirs.statements:
            yield ComparedAmount(
                year=found.home.label if is_line and found.home else found.label,
                what=_line(before, after) if is_line else _total(field),
                before=ours,
                after=theirs,
                share_before=_share_of(before),
                share_after=_share_of(after),
            )


def _line(before: Item | None, after: Item | None) -> str:
    return " / ".join(dict.fromkeys(one.label for one in (before, after) if one))


def _total(field: str) -> str:
    return f"{field_in_words(field)}, as printed"


def _share_of(item: Item | None) -> Decimal | None:
    """Give the share of a payer, where every contribution of the year is settled."""
    if item is None or item.home is None or not isinstance(item.thing, Contribution):
        return None
    budget = item.home.thing
    if not isinstance(budget, Budget) or not budget.has_shares:
        return None
    return budget.shares()[item.thing.payer]
