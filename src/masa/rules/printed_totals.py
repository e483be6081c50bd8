"""Whether lines add up to their printed total, to the pound, and what may tell why."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from masa.ground.amount_ranges import AmountRange
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.money import from_pence, in_pounds, to_pence
from masa.ground.sources import Source
from masa.ground.stated import Stated
from masa.ground.text import in_short, listed
from masa.model.funding import Budget
from masa.model.line_sums import (
    amount_of,
    as_printed,
    range_of,
    range_of_lines,
    settled_lines,
)
from masa.rules.identities import once
from masa.rules.money_checks import MoneyCheck
from masa.rules.remarks import Severity

__all__ = ["TOTAL_CHECKS", "check_printed_totals"]

CONTRIBUTIONS_TOTAL, SPENDING_TOTAL = "contributions-total", "spending-total"
TOTAL_CHECKS = (CONTRIBUTIONS_TOTAL, SPENDING_TOTAL)
TOTAL = "the printed total"
Line = tuple[str, Stated[Decimal]]


@frozen(kw_only=True)
class _Sum:
    """Lines of a table, and the total that is printed below them."""

    id: str
    what: str
    lines: tuple[Line, ...]
    printed: Stated[Decimal]
    to_nearest: Stated[Decimal]
    places: tuple[Source, ...]

    @property
    def subject(self) -> str:
        many = len(self.lines)
        head, _, rest = self.what.partition(" ")
        return f"the {many} {head}{'s' * (many != 1)} {rest}".strip()

    @property
    def claim(self) -> str:
        return f"{self.subject} {'adds' if len(self.lines) == 1 else 'add'} up"

    @property
    def come(self) -> str:
        return f"{self.subject} {'comes' if len(self.lines) == 1 else 'come'} to"

    @property
    def within(self) -> AmountRange:
        return range_of_lines(self.lines, self.to_nearest)

    @property
    def printed_within(self) -> AmountRange:
        return range_of(TOTAL, self.printed, self.to_nearest, least=Decimal(0))

    @property
    def open_lines(self) -> tuple[str, ...]:
        lines = ((name, amount_of(amount)) for name, amount in self.lines)
        found = [name for name, amount in lines if not amount.is_settled]
        found += [] if self.lines else ["the lines"]
        return (*found, *([] if as_printed(self.printed).is_settled else [TOTAL]))

    def said(self, pounds: Decimal, within: AmountRange) -> str:
        """Print an amount, and how firmly it is said."""
        return str(evolve(AmountRange.exactly(pounds), standings=within.standings))


def check_printed_totals(budget: Budget) -> Iterator[MoneyCheck]:
    """Hold each printed total against its lines."""
    income, spending = tuple(budget.income_lines), tuple(budget.cost_lines)
    sums = (
        (CONTRIBUTIONS_TOTAL, "contribution", income, budget.contributed_total),
        (SPENDING_TOTAL, "line of planned spending", spending, budget.costs_total),
    )
    for id_, what, lines, printed in sums:
        if printed.values:
            places = once((*(one.at for one in printed.statements), budget.at))
            table = _Sum(
                id=id_,
                what=what,
                lines=lines,
                printed=printed,
                to_nearest=budget.to_nearest,
                places=places,
            )
            yield _settled(table) if not table.open_lines else _unsettled(table)


def _settled(table: _Sum) -> MoneyCheck:
    pence = settled_lines(table.lines)
    total = as_printed(table.printed).only
    whole, printed = sum(paid for _, paid in pence), to_pence(total)
    told = table.said(total, table.printed_within)
    made = table.said(from_pence(whole), table.within)
    claim = f"{table.claim} to the printed {told}"
    if whole == printed:
        says = f"The printed total is {told}, and {table.come} {made}."
        return _found(table, Answer.YES, claim, says, difference=0)
    apart = in_pounds(from_pence(abs(printed - whole)))
    it = "it makes" if len(pence) == 1 else "they make"
    says = (
        f"The printed total is {told} and {table.come} {made}: they differ by {apart}."
    )
    if _may_meet(table.within, table.printed_within):
        says += " Rounding may account for that."
        return _found(
            table,
            Answer.UNKNOWN,
            claim,
            says,
            needed=_before_rounding(table.to_nearest),
            difference=printed - whole,
        )
    hints = " ".join(_hints(pence, printed))
    return _found(
        table,
        Answer.NO,
        f"{claim} ({it} {made})",
        f"{says} {hints}".strip(),
        difference=printed - whole,
    )


def _before_rounding(to_nearest: Stated[Decimal]) -> tuple[str, ...]:
    if as_printed(to_nearest).is_settled:
        return ("the amounts before they were rounded",)
    return ("to what the amounts are rounded",)


def _unsettled(table: _Sum) -> MoneyCheck:
    """Say that it cannot be told, unless no amount that is open can make it right."""
    claim = f"{table.claim} to the printed total"
    needed = table.open_lines
    missing = in_short(listed(needed))
    if _may_meet(table.within, table.printed_within):
        says = f"Whether {claim} cannot be told; not settled: {missing}."
        return _found(table, Answer.UNKNOWN, claim, says, needed=needed)
    says = (
        f"The printed total is {table.printed_within} and {table.come} {table.within}: "
        f"whatever is not settled ({missing}), they differ."
    )
    return _found(table, Answer.NO, claim, says)


def _may_meet(one: AmountRange, other: AmountRange) -> bool:
    return _reaches(one, other) and _reaches(other, one)


def _reaches(low: AmountRange, high: AmountRange) -> bool:
    return low.most is None or high.least is None or high.least <= low.most


def _found(  # noqa: PLR0913 (the parts of what is found)
    table: _Sum,
    answer: Answer,
    claim: str,
    says: str,
    *,
    needed: Iterable[str] = (),
    difference: int | None = None,
) -> MoneyCheck:
    severity = {
        Answer.YES: Severity.NOTE,
        Answer.NO: Severity.SERIOUS,
        Answer.UNKNOWN: Severity.WORTH_A_LOOK,
    }
    return MoneyCheck(
        id=table.id,
        severity=severity[answer],
        finding=Finding(answer=answer, claim=claim, needed=tuple(needed)),
        says=says,
        places=table.places,
        difference=None if difference is None else from_pence(difference),
    )


# What may explain it: each is a suggestion that a reader can look up in the table.


def _hints(lines: list[tuple[str, int]], printed: int) -> Iterator[str]:
    whole = sum(paid for _, paid in lines)
    missing = printed - whole
    alike = [name for name, paid in lines if paid == abs(missing)]
    if len(alike) == 1:
        how = "counts it twice" if missing > 0 else "leaves it out"
        yield f"That is the amount of {alike[0]}: perhaps the total {how}."
    if whole in _with_two_digits_swapped(printed):
        yield _agreeing(f"a total of {in_pounds(from_pence(whole))}")
    swapped = [
        f"{name} at {in_pounds(from_pence(other))}"
        for name, paid in lines
        if (other := paid + missing) in _with_two_digits_swapped(paid)
    ]
    if len(swapped) == 1:
        yield _agreeing(swapped[0])


def _agreeing(other: str) -> str:
    return f"With {other}, two digits the other way round, they would agree."


def _with_two_digits_swapped(pence: int) -> Iterator[int]:
    digits = str(pence)
    for place in range(len(digits) - 1):
        before, one, other = digits[:place], digits[place], digits[place + 1]
        yield int(before + other + one + digits[place + 2 :])
