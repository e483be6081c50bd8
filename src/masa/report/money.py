"""The money of an arrangement: contributions, spending, and what it comes to."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from masa.ground.amount_ranges import AmountRange
from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.ground.errors import RangeError, UnknownNameError, UnsettledError
from masa.ground.money import from_pence, in_pounds
from masa.ground.percents import in_per_cent
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.doubts import Footnote
from masa.model.funding import Budget
from masa.model.funding_lines import ContributionKind, amount_in_pounds
from masa.model.line_sums import (
    Line,
    all_told,
    as_printed,
    settled_lines,
    share_places,
)
from masa.report.lines import NOT_STATED, bulleted, in_short, many, placed
from masa.report.money_tables import (
    amount_as_told,
    contribution_tables,
    pays,
    spending_tables,
)
from masa.rules.budget_checks import FOOTNOTES, SURPLUS, left
from masa.rules.compared_budgets import compare_budgets
from masa.rules.totals import check_totals

__all__ = ["money", "years"]

TOLD_ABOVE = {FOOTNOTES, SURPLUS}


def money(arrangement: Arrangement, budget: Budget) -> Iterator[Block]:
    """Tabulate one budget, say what it comes to, and check that it adds up."""
    yield Heading(f"Money: {budget}")
    yield Paragraph(placed(f"As printed in {arrangement.title}", budget.at) + ".")
    yield from (Paragraph(said) for said in _at_its_head(budget))
    yield from contribution_tables(arrangement, budget)
    yield from spending_tables(budget)
    yield from bulleted("What it comes to", _balance(budget))
    checks = check_totals(budget, arrangement)
    said = (check.says for check in checks if check.id not in TOLD_ABOVE)
    yield from bulleted("Whether it adds up", said)
    for footnote in budget.footnotes:
        yield from _footnote(budget, footnote)


def years(arrangement: Arrangement) -> Iterator[Block]:
    """Compare each budget with the one before it; or say that there is none."""
    budgets = arrangement.budgets
    if not budgets:
        yield Heading("Money")
        yield Paragraph(f"A budget is {arrangement.silence}.")
    for before, after in pairwise(budgets):
        found = compare_budgets(
            before, after, before_in=arrangement, after_in=arrangement
        )
        yield Heading(f"Money: {before} and {after}")
        yield from found.to_tables()


def _at_its_head(budget: Budget) -> Iterator[str]:
    """Say what has to be known of the figures before they are read."""
    if budget.says.is_stated:
        yield in_short(budget.says, budget)
    if not budget.standing.is_settled:
        yield (
            f"This budget does not hold yet ({budget.standing.value}). Its sums are "
            "those of the figures as printed."
        )
    yield from _rounding(budget)
    if not (budget.contributions or budget.costs or budget.carried_forward.is_stated):
        yield "No contribution, no spending and nothing carried forward is told."


def _rounding(budget: Budget) -> Iterator[str]:
    """Say to what the amounts are rounded, also where that is told in several ways."""
    told = (said.value for said in as_printed(budget.to_nearest).settled)
    steps = {one if isinstance(one, Decimal) else Decimal(0): None for one in told}
    ways = [f"to the nearest {in_pounds(step)}" if step else "not" for step in steps]
    if len(steps) > 1:
        said = f"How far the amounts are rounded is told in {len(ways)} ways "
        said += f"({' / '.join(ways)}); the coarsest is taken here"
    elif max(steps, default=Decimal(0)) > 1:
        said = f"The amounts are {ways[0]}"
    else:
        return
    tables = filter(None, (budget.income_lines, budget.cost_lines))
    every = {share_places(lines, budget.to_nearest): None for lines in tables}
    fine = " or ".join(
        many(places, "decimal place") if places else "whole per cent"
        for places in every or {budget.share_places: None}
    )
    yield (
        f"{said}, so that sums are known within bounds only; shares are given to "
        f"{fine}, about as fine as that allows."
    )


def _balance(budget: Budget) -> Iterator[str]:
    paid, spent = budget.income_lines, budget.cost_lines
    if paid:
        yield f"Contributions: {_sum(paid, budget.income_range)}."
        yield from _in_kind(budget)
    if spent:
        yield f"Planned spending: {_sum(spent, budget.expenditure_range)}."
        yield from _posts(budget)
    if paid and spent:
        yield f"Contributions less planned spending: {_what_is_left(budget)}."
    if budget.carried_forward.is_stated:
        yield _carried_forward(budget)
        yield from _cover(budget)


def _sum(lines: list[Line], within: AmountRange) -> str:
    """Print a sum as printed and, if it is rounded, between what bounds it lies."""
    if within.is_exact or not all_told(lines):
        return str(within)
    whole = in_pounds(from_pence(sum(pence for _, pence in settled_lines(lines))))
    return f"{whole} as printed, and {within}{_why(within)}"


def _why(within: AmountRange) -> str:
    """Say that bounds are those of rounding, if it is known how far that goes."""
    return "" if within.not_stated else " within rounding"


def _in_kind(budget: Budget) -> Iterator[str]:
    """Say how much is not money, which no bill can be paid with."""
    found = budget.by_form()[ContributionKind.IN_KIND.value] if pays(budget) else None
    if found and found.lines:
        of = listed(found.lines)
        if found.told:
            yield f"Of these {found.in_words[0]} is in kind, from {of}."
        elif found.open_lines:
            yield f"How much of these is in kind, from {of}, is not known."


def _posts(budget: Budget) -> Iterator[str]:
    """Say how many full posts are paid for, and for which lines that is not told."""
    posts = [
        (line, as_printed(line.full_time_equivalent), as_printed(line.pay))
        for line in budget.costs
    ]
    paid = [full.only for _, full, _ in posts if full.is_settled]
    untold = [
        line.item
        for line, full, pay in posts
        if True in pay.values and not full.is_settled
    ]
    if paid:
        whole = sum(paid, Decimal(0))
        more = f", not counting {listed(untold)}" if untold else ""
        yield f"Posts that are paid for: {whole} full-time equivalent{more}."


def _what_is_left(budget: Budget) -> str:
    found = budget.surplus_range
    if not found.is_exact:
        return _left_within(budget, found)
    part = budget.surplus.copy_abs()
    sums = {"contributions": budget.income, "planned spending": budget.expenditure}
    shares = [
        f"{in_per_cent(part, whole)} % of the {what}"
        for what, whole in sums.items()
        if part and whole
    ]
    return ", ".join(filter(None, (left(found), listed(shares))))


def _left_within(budget: Budget, found: AmountRange) -> str:
    paid, spent = budget.income_lines, budget.cost_lines
    if not all_told([*paid, *spent]):
        return left(found)
    printed = left(AmountRange.exactly(budget.surplus))
    return f"{printed} as printed, and {left(found)}{_why(found)}"


def _carried_forward(budget: Budget) -> str:
    words = [f'"{one.words}"' for one in budget.carried_forward.statements if one.words]
    rounded = amount_in_pounds(as_printed(budget.carried_forward_to_nearest))
    about = "" if rounded == NOT_STATED else f" (to the nearest {rounded})"
    printed = f", printed {listed(words)}" if words else ""
    found = budget.carried_forward_range
    within = f": {found}" if found.is_bounded and not found.is_exact else ""
    said = amount_as_told(budget, budget.carried_forward)
    if said.startswith("-") and len(budget.carried_forward.statements) == 1:
        said = f"a deficit of {said[1:]}"
    return f"Carried forward: {said}{about}{printed}{within}."


def _cover(budget: Budget) -> Iterator[str]:
    try:
        cover = budget.months_of_cover
    except (RangeError, UnsettledError) as error:
        yield f"How long that would last cannot be reckoned ({error.said})."
        return
    if len(cover.readings) == 1:
        yield f"How long that lasts at the rate of the planned spending: {cover}."
        return
    first = cover.readings[0]
    yield (
        f"It is not told whether the {first.result} of the year is within what is "
        "carried forward, so both are given, at the rate of the planned spending."
    )
    for reading in cover.readings:
        yield f"If {reading.reading}: {reading.in_words}."


def _footnote(budget: Budget, footnote: Footnote) -> Iterator[Block]:
    mark = f" {footnote.mark}" if footnote.mark else ""
    yield Paragraph(
        f"Footnote{mark}: {placed(footnote.says, footnote.at)} {_refers(footnote)}"
    )
    yield Bullets(
        tuple(
            f"Reading {reading.id}. {reading.says}{_effect(budget, reading.id)}"
            for reading in footnote.readings
        )
    )


def _refers(footnote: Footnote) -> str:
    """Say what a footnote refers to, or why that cannot be told."""
    told = footnote.refers_to
    if told.is_stated:
        return f"It refers to {in_short(told, footnote)}."
    why = [one.words for one in told.statements if one.words]
    more = f": {'; '.join(why)}" if why else ""
    return f"What it refers to is not told{more}."


def _effect(budget: Budget, reading: str) -> str:
    try:
        under = budget.under(reading)
    except UnknownNameError as error:
        return f" What that comes to cannot be reckoned ({error.said})."
    if under.income_range == budget.income_range:
        return ""
    more = f", {left(under.surplus_range)}" if under.surplus_range.is_bounded else ""
    return f" Contributions would be {under.income_range}{more}."
