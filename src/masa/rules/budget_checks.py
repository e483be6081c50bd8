"""What is worth a look in a budget by itself: doubles, rounding, years, readings."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal

from attrs import evolve

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import UnknownNameError
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.money import in_pounds, to_pence
from masa.ground.sources import Source
from masa.ground.stated import Stated
from masa.ground.text import few, listed
from masa.model.doubts import Footnote
from masa.model.funding import Budget
from masa.model.funding_lines import (
    Contribution,
    CostLine,
    amount_in_pounds,
    name_of,
)
from masa.model.line_sums import amount_of, as_printed
from masa.model.reserves import DEFICIT, EITHER, result_of
from masa.rules.identities import once
from masa.rules.money_checks import MoneyCheck
from masa.rules.pledges import Same
from masa.rules.remarks import Severity

__all__ = ["BUDGET_CHECKS", "FOOTNOTES", "SURPLUS", "check_budget", "left"]

TWICE, ITEM_TWICE, ROUNDED = "payer-twice", "item-twice", "rounding"
YEARS, SURPLUS, FOOTNOTES = "years", "surplus-carried-forward", "footnote-readings"
BUDGET_CHECKS = (TWICE, ITEM_TWICE, ROUNDED, YEARS, SURPLUS, FOOTNOTES)
SHORT, LEFT = "short of the planned spending", "left over"
IS_WITHIN = "the surplus of the year is within what is carried forward"


def check_budget(budget: Budget, same: Same = str) -> Iterator[MoneyCheck]:
    """Look for doubles, and for what the sums of a budget depend on.

    Args:
        budget: The budget.
        same: Gives the same for two names of one payer.
    """
    yield from _payers_twice(budget, same)
    yield from _items_twice(budget)
    yield from _rounding(budget)
    yield from _years(budget)
    yield from _surplus(budget)
    for footnote in budget.footnotes:
        yield from _readings(budget, footnote)


def left(surplus: AmountRange) -> str:
    """Say how much the contributions leave over, or are short of the spending."""
    if not surplus.is_bounded:
        return str(surplus)
    result = result_of(surplus)
    if result == EITHER:
        least, most = (in_pounds(one.copy_abs()) for one in surplus.in_whole_pounds)
        said = f"between {least} {SHORT} and {most} {LEFT}"
    elif result == DEFICIT:
        said = f"{evolve(-surplus, standings=())} {SHORT}"
    else:
        said = f"{evolve(surplus, standings=())} {LEFT}"
    return f"{said}{surplus.firmness}"


def _payers_twice(budget: Budget, same: Same) -> Iterator[MoneyCheck]:
    keys = [
        (same(line.payer), line.pot.values, line.kind.values, line.paid.values)
        for line in budget.contributions
    ]
    yield from _twice(
        TWICE,
        "no contribution stands twice",
        zip(keys, budget.contributions, strict=True),
        budget,
    )


def _items_twice(budget: Budget) -> Iterator[MoneyCheck]:
    keys = [(line.item, line.heading.values) for line in budget.costs]
    pairs = zip(keys, budget.costs, strict=True)
    yield from _twice(
        ITEM_TWICE, "no line of planned spending stands twice", pairs, budget
    )


def _twice(
    id_: str,
    claim: str,
    lines: Iterable[tuple[Hashable, Contribution | CostLine]],
    budget: Budget,
) -> Iterator[MoneyCheck]:
    held: dict[Hashable, list[Contribution | CostLine]] = {}
    for key, line in lines:
        held.setdefault(key, []).append(line)
    for found in held.values():
        if len(found) > 1:
            names = once(map(name_of, found))
            amounts = listed(amount_in_pounds(line.amount) for line in found)
            yield MoneyCheck(
                id=id_,
                severity=Severity.WORTH_A_LOOK,
                finding=Finding(answer=Answer.NO, claim=claim),
                says=f"{' / '.join(names)} stands in {len(found)} lines, with "
                f"{amounts}.{_too_much(found)}",
                about=names,
                places=once((*(line.at for line in found), budget.at)),
            )


def _too_much(lines: list[Contribution | CostLine]) -> str:
    """Say by how much a sum is too high if equal lines are one line."""
    told = [amount_of(line.amount) for line in lines]
    if not all(amount.is_settled for amount in told):
        return ""
    amounts = Counter(amount.only for amount in told)
    over = sum((many - 1) * to_pence(one) for one, many in amounts.items())
    if not over:
        return ""
    extra = in_pounds(Decimal(over).scaleb(-2))
    return f" If equal lines are one line, the sum is {extra} too high."


def _rounding(budget: Budget) -> Iterator[MoneyCheck]:
    """Look for amounts that are finer than what they are said to be rounded to."""
    kept = ("what is carried forward", budget.carried_forward)
    lines = [*budget.income_lines, *budget.cost_lines]
    lines.append(("the total of the contributions", budget.contributed_total))
    lines.append(("the total of the planned spending", budget.costs_total))
    yield from _finer(budget, lines, budget.to_nearest)
    yield from _finer(budget, [kept], budget.carried_forward_to_nearest)


def _finer(
    budget: Budget,
    lines: Iterable[tuple[str, Stated[Decimal]]],
    to_nearest: Stated[Decimal],
) -> Iterator[MoneyCheck]:
    said_step = as_printed(to_nearest)
    step = to_pence(said_step.only) if said_step.is_settled else 0
    found = [
        f"{name} ({in_pounds(value)})"
        for name, amount in lines
        for value in amount.values
        if step and to_pence(value) % step
    ]
    if found:
        said = in_pounds(said_step.only)
        yield MoneyCheck(
            id=ROUNDED,
            severity=Severity.WORTH_A_LOOK,
            finding=Finding(
                answer=Answer.NO, claim=f"the amounts are rounded to the nearest {said}"
            ),
            says=f"Said to be rounded to the nearest {said}, and finer than that: "
            f"{few(found)}.",
            places=_places(budget, to_nearest),
        )


def _places(budget: Budget, *facts: Stated[object]) -> tuple[Source, ...]:
    said = (one.at for fact in facts for one in fact.statements)
    return once((*said, budget.at))


def _years(budget: Budget) -> Iterator[MoneyCheck]:
    """Look for contributions and spending that may be of two years."""
    paid, spent = as_printed(budget.year), as_printed(budget.costs_year)
    if not (budget.contributions and budget.costs):
        return
    years = {one.only for one in (paid, spent) if one.is_settled}
    if paid.is_settled and spent.is_settled and len(years) == 1:
        return
    answer = Answer.NO if len(years) > 1 else Answer.UNKNOWN
    needed = [
        what
        for fact, what in (
            (paid, "the year of the contributions"),
            (spent, "the year of the planned spending"),
        )
        if not fact.is_settled
    ]
    told = ", and ".join(
        (
            _of_year(paid, "contributions", "are"),
            _of_year(spent, "planned spending", "is"),
        )
    )
    yield MoneyCheck(
        id=YEARS,
        severity=Severity.WORTH_A_LOOK if answer is Answer.NO else Severity.NOTE,
        finding=Finding(
            answer=answer,
            claim="the contributions and the planned spending are of one year",
            needed=needed,
        ),
        says=f"{told[0].upper()}{told[1:]}: what is left over "
        f"{'may compare' if needed else 'compares'} two years.",
        places=_places(budget, paid, spent),
    )


def _of_year(fact: Stated[object], what: str, verb: str) -> str:
    if fact.is_settled:
        return f"the {what} {verb} of {fact.only}"
    return f"the year of the {what} is not known"


def _surplus(budget: Budget) -> Iterator[MoneyCheck]:
    """Look for money carried forward that may or may not hold the surplus."""
    held, within = budget.carried_forward_holds_surplus, budget.carried_forward_range
    beside = within + budget.surplus_range
    is_known = as_printed(held).is_settled or beside == within
    if is_known or not beside.is_bounded:
        return
    is_within = IS_WITHIN.replace("surplus", result_of(budget.surplus_range))
    yield MoneyCheck(
        id=SURPLUS,
        severity=Severity.WORTH_A_LOOK,
        finding=Finding(
            answer=Answer.UNKNOWN,
            claim=is_within,
            needed=(f"whether {is_within}",),
        ),
        says=f"Whether {is_within} is not known. If it is, what is held comes to "
        f"{within}; if not, to {beside}.",
        places=_places(budget, held, budget.carried_forward),
    )


def _readings(budget: Budget, footnote: Footnote) -> Iterator[MoneyCheck]:
    """Look for a footnote of which a reading changes the sums."""
    told = [
        said
        for reading in footnote.readings
        if (said := _under(budget, reading.id)) is not None
    ]
    if told:
        mark = f" {footnote.mark}" if footnote.mark else ""
        yield MoneyCheck(
            id=FOOTNOTES,
            severity=Severity.WORTH_A_LOOK,
            finding=Finding(
                answer=Answer.UNKNOWN,
                claim=f"the footnote{mark} changes nothing",
                needed=(f"what the footnote{mark} refers to",),
            ),
            says=f"As printed, the contributions come to {budget.income_range}. "
            f"The footnote{mark} can be read in another way: {'; '.join(told)}.",
            places=once((footnote.at, budget.at)),
        )


def _under(budget: Budget, reading: str) -> str | None:
    """Say what the sums are under a reading, if it changes them."""
    try:
        under = budget.under(reading)
    except UnknownNameError:
        return None
    if under.income_range == budget.income_range:
        return None
    more = f", {left(under.surplus_range)}" if under.surplus_range.is_bounded else ""
    return f"under {reading} they come to {under.income_range}{more}"
