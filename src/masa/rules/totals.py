"""Whether what is printed adds up: the totals of a budget, the counts of lists."""

from collections.abc import Iterable
from decimal import Decimal

from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.stated import Stated
from masa.ground.text import in_short
from masa.model.arrangement import Arrangement
from masa.model.commitments import Listing
from masa.model.funding import Budget

__all__ = ["check_listings", "check_totals"]


def check_totals(budget: Budget) -> tuple[Finding, ...]:
    """Check each printed total of a budget against its lines.

    Returns:
        A finding for the contributions and one for the planned spending, each
        only where a total is printed: yes if the lines add up to it, no if not,
        unknown while a line or the total is not settled, or no line is stated.
    """
    income = ((line.payer, line.amount) for line in budget.contributions)
    spending = ((line.item, line.amount) for line in budget.costs)
    return (
        *_checked("contribution", income, budget.contributed_total),
        *_checked("line of planned spending", spending, budget.costs_total),
    )


def _checked(
    what: str, lines: Iterable[tuple[str, Stated[Decimal]]], printed: Stated[Decimal]
) -> Iterable[Finding]:
    amounts = list(lines)
    if not printed.is_stated:
        return ()
    claim = _claim(what, len(amounts))
    open_lines = [name for name, amount in amounts if not amount.is_settled]
    if not amounts:
        open_lines.append("the lines")
    if not printed.is_settled:
        open_lines.append("the printed total")
    if open_lines:
        claim = f"{claim} to the printed total"
        return (Finding(answer=Answer.UNKNOWN, claim=claim, needed=open_lines),)
    total = sum((amount.only for _, amount in amounts), Decimal(0))
    claim = f"{claim} to the printed {in_pounds(printed.only)}"
    if total != printed.only:
        made = "it makes" if len(amounts) == 1 else "they make"
        claim += f" ({made} {in_pounds(total)})"
    return (Finding(answer=Answer.of(total == printed.only), claim=claim),)


def _claim(what: str, many: int) -> str:
    """Say "the 11 contributions add up", with the plural in the right place."""
    if many == 1:
        return f"the 1 {what} adds up"
    head, _, rest = what.partition(" ")
    return f"the {many} {f'{head}s {rest}'.strip()} add up"


def check_listings(arrangement: Arrangement) -> tuple[Finding, ...]:
    """Check each closed list of an arrangement against the count that is printed.

    Returns:
        A finding for each list of which a count is printed. It is yes if the list has
        so many items, no if not, and unknown while the count is not settled, or where
        items may be missing because the text is not known to be complete.
    """
    cut = arrangement.is_truncated is not Answer.NO
    return tuple(
        _counted(listing, is_cut=cut)
        for listing in arrangement.listings
        if listing.count.is_stated
    )


def _counted(listing: Listing, *, is_cut: bool) -> Finding:
    held = len(listing.items)
    answer = listing.count.says(held)
    if is_cut and all(held < number for number in listing.count.values):
        answer |= Answer.UNKNOWN  # the rest may stand in the part that is not held
    return Finding(
        answer=answer,
        claim=f"the list of {listing.topic} holds {in_short(str(listing.count))} items"
        + ("" if answer is Answer.YES else f" (it holds {held})"),
        needed=("the whole list, as printed",) if answer is Answer.UNKNOWN else (),
    )
