"""Whether the printed totals of a budget are the sums of its lines."""

from collections.abc import Iterable
from decimal import Decimal

from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.stated import Stated
from masa.model.funding import Budget

__all__ = ["check_totals"]


def check_totals(budget: Budget) -> tuple[Finding, ...]:
    """Check each printed total of a budget against its lines.

    Returns:
        A finding for the contributions and one for the planned spending, each
        only where a total is printed: yes if the lines add up to it, no if not,
        unknown while a line or the total is not settled.
    """
    income = ((line.payer, line.amount) for line in budget.contributions)
    spending = ((line.item, line.amount) for line in budget.costs)
    return (
        *_checked("contributions", income, budget.contributed_total),
        *_checked("lines of planned spending", spending, budget.costs_total),
    )


def _checked(
    what: str, lines: Iterable[tuple[str, Stated[Decimal]]], printed: Stated[Decimal]
) -> Iterable[Finding]:
    amounts = dict(enumerate(lines))
    if not printed.is_stated:
        return ()
    open_lines = [name for name, amount in amounts.values() if not amount.is_settled]
    if open_lines or not printed.is_settled:
        claim = f"the {len(amounts)} {what} add up to the printed total"
        needed = (*open_lines, *(() if printed.is_settled else ("the printed total",)))
        return (Finding(answer=Answer.UNKNOWN, claim=claim, needed=needed),)
    total = sum((amount.only for _, amount in amounts.values()), Decimal(0))
    claim = f"the {len(amounts)} {what} add up to the printed {in_pounds(printed.only)}"
    if total != printed.only:
        claim += f" (they add up to {in_pounds(total)})"
    return (Finding(answer=Answer.of(total == printed.only), claim=claim),)
