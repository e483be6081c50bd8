"""Whether what is printed adds up: the totals of a budget, the counts of lists."""

from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.text import in_short
from masa.model.arrangement import Arrangement
from masa.model.commitments import Listing
from masa.model.funding import Budget
from masa.rules.budget_checks import BUDGET_CHECKS, check_budget
from masa.rules.identities import Identities
from masa.rules.money_checks import MoneyChecks, expect_arrangement, expect_budget
from masa.rules.payer_checks import PAYER_CHECKS, check_payers
from masa.rules.pledges import PLEDGED_AND_PAID, check_pledges
from masa.rules.printed_shares import SHARE_CHECKS, check_printed_shares
from masa.rules.printed_totals import TOTAL_CHECKS, check_printed_totals

__all__ = ["check_listings", "check_totals"]

CHECKED = (
    *(*TOTAL_CHECKS, *SHARE_CHECKS, *BUDGET_CHECKS, PLEDGED_AND_PAID),
    *PAYER_CHECKS,
)


def check_totals(budget: Budget, arrangement: Arrangement | None = None) -> MoneyChecks:
    """Check whether a budget adds up, to the pound, and what its sums depend on.

    What is printed is not corrected. Printed totals and shares are always told of;
    the other checks speak only where they find something.

    Args:
        budget: The budget.
        arrangement: The arrangement that it belongs to. With it, the payers are
            checked too: who is listed, of what kind, and perhaps no agency in law.

    Raises:
        KindError: If it is no budget, or not of an arrangement.
        UnknownNameError: If a payer is not named in the arrangement.

    Example:
        >>> import masa
        >>> budget = masa.examples.load("barnet").budgets[0]
        >>> for check in check_totals(budget)["contributions-total"]:
        ...     print(check)
        The printed total is £278,600, and the 11 contributions come to £278,600.
    """
    expect_budget(budget)
    found = [*check_printed_totals(budget), *check_printed_shares(budget)]
    if arrangement is None:
        found += [*check_budget(budget), *check_pledges(budget)]
    else:
        expect_arrangement(arrangement)
        same = Identities(arrangement).who
        found += [*check_budget(budget, same), *check_pledges(budget, same)]
        found += check_payers(budget, arrangement)
    return MoneyChecks(title=str(budget), checks=tuple(found), looked_for=CHECKED)


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
