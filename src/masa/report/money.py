"""The money of an arrangement: contributions, spending, and what it comes to."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.ground.errors import RangeError, UnknownNameError, UnsettledError
from masa.ground.money import in_pounds
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.doubts import Footnote
from masa.model.funding import Budget
from masa.model.funding_lines import ContributionKind, amount_in_pounds
from masa.report.lines import NOT_STATED, bulleted, placed
from masa.report.money_tables import contribution_tables, spending_tables
from masa.rules.budget_checks import FOOTNOTES, left
from masa.rules.compared_budgets import compare_budgets
from masa.rules.totals import check_totals

__all__ = ["money", "years"]


def money(arrangement: Arrangement, budget: Budget) -> Iterator[Block]:
    """Tabulate one budget, say what it comes to, and check that it adds up."""
    yield Heading(f"Money: {budget}")
    yield from contribution_tables(arrangement, budget)
    yield from spending_tables(budget)
    yield from bulleted("What it comes to", _balance(budget))
    checks = check_totals(budget, arrangement)
    said = (check.says for check in checks if check.id != FOOTNOTES)
    yield from bulleted("Whether it adds up", said)
    for footnote in budget.footnotes:
        yield from _footnote(budget, footnote)


def years(arrangement: Arrangement) -> Iterator[Block]:
    """Compare each budget with the one before it in the file, if there are several."""
    budgets = arrangement.budgets
    for before, after in pairwise(budgets):
        found = compare_budgets(before, after)
        yield Heading(f"Money: {found.before} and {found.after}")
        yield from found.to_tables()


def _balance(budget: Budget) -> Iterator[str]:
    if budget.contributions:
        yield f"Contributions: {budget.income_range}."
        yield from _in_kind(budget)
    if budget.costs:
        yield f"Planned spending: {budget.expenditure_range}."
        yield from _posts(budget)
    if budget.contributions and budget.costs:
        yield f"Contributions less planned spending: {_what_is_left(budget)}."
    if budget.carried_forward.is_stated:
        yield _carried_forward(budget)
        yield _cover(budget)


def _in_kind(budget: Budget) -> Iterator[str]:
    """Say how much is not money, which no bill can be paid with."""
    if not budget.has_shares:
        return
    found = budget.by_form()[ContributionKind.IN_KIND.value]
    if found.lines:
        yield (
            f"Of these {in_pounds(found.amount)} is in kind, from "
            f"{listed(found.lines)}."
        )


def _posts(budget: Budget) -> Iterator[str]:
    """Say how many full posts are paid for, and for which lines that is not told."""
    paid = [line for line in budget.costs if line.full_time_equivalent.is_settled]
    untold = [
        line.item
        for line in budget.costs
        if True in line.pay.values and not line.full_time_equivalent.is_settled
    ]
    if paid:
        whole = sum((line.full_time_equivalent.only for line in paid), Decimal(0))
        more = f", not counting {listed(untold)}" if untold else ""
        yield f"Posts that are paid for: {whole} full-time equivalent{more}."


def _what_is_left(budget: Budget) -> str:
    found = budget.surplus_range
    if not (found.is_exact and found.least is not None):
        return f"{found}, where less than nought is short"
    share = ""
    if budget.has_shares:
        part = budget.surplus.copy_abs() / budget.income * 100
        share = f", {part.quantize(Decimal('0.01'))} % of the contributions"
    return f"{left(found.least)}{share}"


def _carried_forward(budget: Budget) -> str:
    words = [f'"{one.words}"' for one in budget.carried_forward.statements if one.words]
    rounded = amount_in_pounds(budget.carried_forward_to_nearest)
    about = "" if rounded == NOT_STATED else f" (to the nearest {rounded})"
    printed = f", printed {listed(words)}" if words else ""
    found = budget.carried_forward_range
    within = f": {found}" if found.is_bounded and not found.is_exact else ""
    said = amount_in_pounds(budget.carried_forward)
    return f"Carried forward: {said}{about}{printed}{within}."


def _cover(budget: Budget) -> str:
    try:
        cover = budget.months_of_cover
    except (RangeError, UnsettledError) as error:
        return f"How long that would last cannot be reckoned: {error.said}."
    return f"At the rate of the planned spending that lasts {cover}."


def _footnote(budget: Budget, footnote: Footnote) -> Iterator[Block]:
    mark = f" {footnote.mark}" if footnote.mark else ""
    yield Paragraph(
        f"Footnote{mark}: {placed(footnote.says, footnote.at)} "
        f"What it refers to: {footnote.refers_to}."
    )
    yield Bullets(
        tuple(
            f"Reading {reading.id}. {reading.says}{_effect(budget, reading.id)}"
            for reading in footnote.readings
        )
    )


def _effect(budget: Budget, reading: str) -> str:
    try:
        under = budget.under(reading)
    except UnknownNameError as error:
        return f" What that comes to cannot be reckoned: {error.said}."
    if under == budget or not under.is_settled:
        return ""
    return f" Contributions would be {in_pounds(under.income)}, {left(under.surplus)}."
