"""What one body would pay, beside what it pays today."""

from collections.abc import Callable
from decimal import Decimal

from attrs import frozen

from masa.ground.money import in_pounds
from masa.ground.percents import in_per_cent, less
from masa.ground.shown import Shown
from masa.ground.stated import NOT_STATED, Absence, Stated, stated
from masa.model.funding_lines import amount_in_pounds
from masa.model.line_sums import amount_of

__all__ = ["COLUMNS", "NO_LINE", "FundingLine"]

NONE: Stated[Decimal] = stated(Absence.NONE)
NO_LINE: Stated[Decimal] = stated(Absence.NONE, words="no line")
COLUMNS = ("payer", "today", "then", "difference", "in per cent", "why")


@frozen(kw_only=True)
class FundingLine(Shown):
    """What one body would pay, beside what it pays today.

    Args:
        payer: Who pays, by name.
        today: What it pays today; none if the budget lists contributions, and no line
            of it.
        amount: What it would pay, in pounds.
        why: Why so much, in words.
    """

    payer: str
    today: Stated[Decimal]
    amount: Decimal
    why: str

    @property
    def difference(self) -> Stated[Decimal]:
        """How much more it would pay, in pounds; negative if less.

        It is not stated where it is open what is paid today; a proposal counts.
        """
        today = amount_of(self.today)
        if not today.is_settled:
            return NOT_STATED
        return stated(less(self.amount, today.only))

    @property
    def percent(self) -> Stated[Decimal]:
        """How much more it would pay, in per cent of today, rounded half up to 0.01.

        There is none of nothing; it is not stated where the difference is not.
        """
        if not self.difference.is_stated:
            return NOT_STATED
        today = amount_of(self.today).only
        if not today:
            return NONE
        return stated(in_per_cent(self.difference.only, today))

    def cells(self) -> tuple[str, ...]:
        """Give the cells of its row in a table."""
        return (
            self.payer,
            "no line" if self.today == NO_LINE else amount_in_pounds(self.today),
            in_pounds(self.amount),
            _more(self.difference, in_pounds) or "not known",
            _more(self.percent, "{:,} %".format),
            self.why,
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        return [dict(zip(COLUMNS, self.cells(), strict=True))]

    def to_json(self) -> dict[str, object]:
        """Give it as plain values, ready for JSON; what is not settled is nothing."""
        return {
            "payer": self.payer,
            "today": _known(amount_of(self.today)),
            "amount": str(self.amount),
            "difference": _known(self.difference),
            "percent": _known(self.percent),
            "why": self.why,
        }

    def __str__(self) -> str:
        _, today, then, more, _, why = self.cells()
        return f"{self.payer} pays {then} ({why}); today: {today}; difference: {more}"


def _more(value: Stated[Decimal], printed: Callable[[Decimal], str]) -> str:
    if not value.is_settled:
        return ""
    return f"{'+' if value.only > 0 else ''}{printed(value.only)}"


def _known(value: Stated[Decimal]) -> str | None:
    return str(value.only) if value.is_settled else None
