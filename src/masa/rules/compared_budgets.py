"""Two budgets beside each other: two years, or two arrangements, to the penny."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from masa.ground.amount_ranges import AmountRange
from masa.ground.blocks import Block, Heading, Pairs, Paragraph, Table
from masa.ground.shown import Shown
from masa.ground.stated import Stated
from masa.model.arrangement import Arrangement
from masa.model.funding import Budget
from masa.model.line_sums import range_of_lines
from masa.model.money_groups import KINDS, NOT_KNOWN, MoneyGroups, kind_of
from masa.model.payer_shares import Rounding
from masa.rules.money_checks import expect_arrangement, expect_budget

__all__ = ["BudgetComparison", "MoneyChange", "compare_budgets"]

COLUMNS = ("what", "before", "after", "difference", "share before", "share after")
NOT_THERE = "no line"
Ranges = Mapping[str, AmountRange]
Shares = Mapping[str, Decimal]
Fact = Stated[Decimal]


@frozen(kw_only=True)
class MoneyChange(Shown):
    """What one line, group or sum comes to in two budgets.

    Args:
        what: What it is called.
        before: What it comes to in the one; nothing if that has no such line.
        after: What it comes to in the other.
        share_before: The share in the one, in per cent, where that is settled; each
            share is rounded by itself.
        share_after: The share in the other.
    """

    what: str
    before: AmountRange | None = None
    after: AmountRange | None = None
    share_before: Decimal | None = None
    share_after: Decimal | None = None

    @property
    def difference(self) -> AmountRange | None:
        """How many pounds more it is; nothing if one budget has no such line."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of a table."""
        more = self.difference
        return (
            self.what,
            NOT_THERE if self.before is None else str(self.before),
            NOT_THERE if self.after is None else str(self.after),
            "" if more is None else _signed(more),
            "" if self.share_before is None else f"{self.share_before} %",
            "" if self.share_after is None else f"{self.share_after} %",
        )

    def _pairs(self) -> Iterator[tuple[str, object]]:
        for label, cell in zip(COLUMNS, self.cells, strict=True):
            if cell:
                yield label, cell

    def __str__(self) -> str:
        what, before, after, difference, *_ = self.cells
        more = f" ({difference})" if difference else ""
        return f"{what}: {before} → {after}{more}"


def _signed(more: AmountRange) -> str:
    is_more = more.is_exact and more.least is not None and more.least > 0
    return f"+{more}" if is_more else str(more)


@frozen(kw_only=True, repr=False)
class BudgetComparison(Shown):
    """Two budgets beside each other.

    That a payer has no line in one of them does not say that it pays nothing.

    Args:
        before: What the one is called.
        after: What the other is called.
        sums: What each comes to: contributions, planned spending, what is left, what
            is carried forward.
        kinds: The contributions by kind of payer, all health bodies together.
        payers: The contributions by payer.
        spending: The planned spending by what is paid for.
    """

    before: str
    after: str
    sums: tuple[MoneyChange, ...]
    kinds: tuple[MoneyChange, ...] = ()
    payers: tuple[MoneyChange, ...] = ()
    spending: tuple[MoneyChange, ...] = ()

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each thing that is compared, and in which table."""
        return [
            {"table": caption} | row
            for caption, changes in self._tables()
            for change in changes
            for row in change.to_records()
        ]

    def _tables(self) -> Iterator[tuple[str, tuple[MoneyChange, ...]]]:
        yield "What it comes to", self.sums
        yield "By kind of payer", self.kinds
        yield "By payer", self.payers
        yield "Planned spending", self.spending

    def _blocks(self) -> Sequence[Block]:
        return (
            Heading("Two budgets", 1),
            Pairs((("before", self.before), ("after", self.after))),
            *self.to_tables(),
            Paragraph(
                "Each share is rounded by itself, so that shares may not add up."
            ),
        )

    def to_tables(self) -> tuple[Table, ...]:
        """Lay the comparison out as tables, leaving out what holds nothing."""
        return tuple(
            Table(
                caption=caption,
                columns=COLUMNS,
                rows=tuple(change.cells for change in changes),
                numbers=frozenset(range(1, len(COLUMNS))),
            )
            for caption, changes in self._tables()
            if changes
        )

    def __str__(self) -> str:
        sums = "; ".join(map(str, self.sums))
        return f"{self.before} → {self.after}: {sums}"

    def __repr__(self) -> str:
        return f"<Comparison of {self.before} and {self.after}>"


def compare_budgets(
    before: Budget,
    after: Budget,
    *,
    before_in: Arrangement | None = None,
    after_in: Arrangement | None = None,
) -> BudgetComparison:
    """Compare two budgets: two years of one arrangement, or two arrangements.

    Payers are compared by name and by kind. What is rounded, said in two ways or not
    settled stays within its bounds, in the differences too. While the kind of a payer
    is not known, each kind pays so much at least.

    Args:
        before: The one.
        after: The other.
        before_in: The arrangement that the one belongs to. With it, payers are
            called by the name declared for them, and more kinds are known.
        after_in: The arrangement that the other belongs to.

    Raises:
        KindError: If one of them is no budget, or not of an arrangement.
        UnknownNameError: If a payer is not named in its arrangement.
    """
    sides = ((before, before_in), (after, after_in))
    for budget, whole in sides:
        expect_budget(budget)
        if whole is not None:
            expect_arrangement(whole)
    payers, kinds, spending = (
        tuple(_changes([table(*side) for side in sides]))
        for table in (_by_payer, _by_kind, _by_item)
    )
    return BudgetComparison(
        before=_title(before, before_in),
        after=_title(after, after_in),
        sums=tuple(_sums(before, after)),
        kinds=kinds,
        payers=payers,
        spending=spending,
    )


def _title(budget: Budget, whole: Arrangement | None) -> str:
    return f"{whole.title}, {budget}" if whole else str(budget)


def _sums(before: Budget, after: Budget) -> Iterator[MoneyChange]:
    if before.contributions or after.contributions:
        yield _sum("contributions", before.income_range, after.income_range)
    if before.costs or after.costs:
        spent = before.expenditure_range, after.expenditure_range
        yield _sum("planned spending", *spent)
        yield _sum("left over", before.surplus_range, after.surplus_range)
    if before.carried_forward.is_stated or after.carried_forward.is_stated:
        kept = (
            evolve(one.carried_forward_range, not_stated=()) for one in (before, after)
        )
        yield _sum("carried forward", *kept)


def _sum(what: str, before: AmountRange, after: AmountRange) -> MoneyChange:
    return MoneyChange(what=what, before=before, after=after)


def _changes(tables: Sequence[tuple[Ranges, Shares]]) -> Iterator[MoneyChange]:
    (before, shares_before), (after, shares_after) = tables
    for what in dict.fromkeys((*before, *after)):
        yield MoneyChange(
            what=what,
            before=before.get(what),
            after=after.get(what),
            share_before=shares_before.get(what),
            share_after=shares_after.get(what),
        )


def _by_payer(budget: Budget, whole: Arrangement | None) -> tuple[Ranges, Shares]:
    told = {one.payer: _called(one.payer, whole) for one in budget.contributions}
    ranges = _paid(budget, [told[one.payer] for one in budget.contributions])
    if not budget.has_shares:
        return ranges, {}
    how: dict[str, int] = {"places": budget.share_places}
    return ranges, _shares(budget.by_category(told, rounding=Rounding.HALF_UP, **how))


def _paid(budget: Budget, groups: Iterable[str]) -> Ranges:
    """Add up the contributions by group, of which one is given for each line."""
    lines = zip(groups, budget.contributions, strict=True)
    return _gathered(budget, ((group, one.payer, one.amount) for group, one in lines))


def _shares(groups: MoneyGroups) -> Shares:
    return {one.name: one.percent for one in groups if one.lines and not one.open_lines}


def _called(payer: str, whole: Arrangement | None) -> str:
    """Give the name that is declared for a payer."""
    thing = whole[payer] if whole else None
    return payer if thing is None else str(getattr(thing, "name", payer))


def _by_kind(budget: Budget, whole: Arrangement | None) -> tuple[Ranges, Shares]:
    lines = budget.contributions
    ranges = _paid(budget, [kind_of(one, whole, ()) or NOT_KNOWN for one in lines])
    shares: Shares = {}
    if budget.has_shares:
        how: dict[str, int] = {"places": budget.share_places}
        shares = _shares(budget.by_kind(whole, rounding=Rounding.HALF_UP, **how))
    if NOT_KNOWN not in ranges:
        nothing = {kind: AmountRange.exactly(0) for kind in KINDS if lines}
        return nothing | dict(ranges), shares
    unknown = dict.fromkeys(KINDS, AmountRange())
    least = {
        kind: found if kind == NOT_KNOWN else evolve(found, most=None)
        for kind, found in ranges.items()
    }
    return unknown | least, shares


def _gathered(budget: Budget, lines: Iterable[tuple[str, str, Fact]]) -> Ranges:
    """Add up lines by group, each given with its group and what it is called."""
    found: dict[str, list[tuple[str, Fact]]] = {}
    for group, name, amount in lines:
        found.setdefault(group, []).append((name, amount))
    return {
        group: range_of_lines(amounts, budget.to_nearest)
        for group, amounts in found.items()
    }


def _by_item(budget: Budget, _: Arrangement | None) -> tuple[Ranges, Shares]:
    lines = ((line.item, line.item, line.amount) for line in budget.costs)
    return _gathered(budget, lines), {}
