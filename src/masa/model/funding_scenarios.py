"""What if: a rule applied to a total, beside what each body pays today."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.money import in_pounds
from masa.ground.payers import known
from masa.ground.percents import added, in_per_cent, less
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.text import few, listed
from masa.model.allocations import Allocation
from masa.model.funding_rules import FundingRule
from masa.model.scenario_lines import COLUMNS, FundingLine

__all__ = ["FundingScenario"]

SHARE = 3  # the place of the column that a line alone cannot tell
SHOWN = (*COLUMNS[:SHARE], "share", *COLUMNS[SHARE:])
ALONE = (0, 2, SHARE, 6)  # the columns that do not compare with today
NO_RULE = "There is no rule: whoever stays goes on paying as today."


@frozen(kw_only=True, repr=False)
class FundingScenario(Shown):
    """Who would pay what of a total; it is made by `masa.fund`.

    It says what a rule comes to, and never whether that is equitable or lawful: no
    text of law or guidance that is held gives a formula.

    Args:
        total: What is to be paid, in pounds.
        lines: What each pays, beside what it pays today.
        rule: The rule for those who stay; nothing if everybody pays as today.
        leaving: Who leaves.
        allocation: How the rest was shared, if anything was.
    """

    total: Decimal
    lines: tuple[FundingLine, ...]
    rule: FundingRule | None = None
    leaving: tuple[str, ...] = ()
    allocation: Allocation | None = None

    @cached_property
    def shares(self) -> Mapping[str, Decimal]:
        """What each would pay, in pounds; with the gap they make the total."""
        return MappingProxyType({line.payer: line.amount for line in self.lines})

    @property
    def percents(self) -> Mapping[str, Decimal]:
        """What each would pay in per cent of the total, each rounded half up to 0.01.

        There are none of a total of nothing.
        """
        if not self.total:
            return MappingProxyType({})
        shares = self.shares.items()
        return MappingProxyType(
            {payer: in_per_cent(amount, self.total) for payer, amount in shares}
        )

    @property
    def gap(self) -> Decimal:
        """What nobody pays, in pounds; negative if more is paid than the total."""
        return less(self.total, added(self.shares.values()))

    @property
    def gap_in_words(self) -> str:
        """Say whether the shares are the total, and what is missing if not."""
        if self.gap > 0:
            return f"{in_pounds(self.gap)} of the total is paid by nobody."
        if self.gap < 0:
            return f"{in_pounds(self.gap.copy_negate())} more than the total is paid."
        return f"Together they pay the total of {in_pounds(self.total)}."

    def __getitem__(self, payer: str) -> FundingLine:
        """Give the line of one payer.

        Raises:
            UnknownNameError: If nobody of that name pays, or paid.
        """
        place = list(self.shares).index(known(payer, self.shares))
        return self.lines[place]

    def __iter__(self) -> Iterator[FundingLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def explain(self) -> Report:
        """Explain it in full: each step, each line, and each odd penny."""
        return Report(str(self), tuple(self._explained()))

    def to_svg(self) -> str:
        """Draw it as bars, today and then, as one picture that needs nothing else."""
        from masa.model.funding_pictures import drawn  # noqa: PLC0415 (only when drawn)

        return drawn(self.lines, gap=self.gap, title=str(self), said=self.gap_in_words)

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def _repr_html_(self) -> str:
        return f"{self.to_svg()}\n{self.to_html()}"

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each payer."""
        return [dict(zip(SHOWN, row, strict=True)) for row in self._rows()]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        percents = self.percents
        return {
            "total": str(self.total),
            "rule": None if self.rule is None else str(self.rule),
            "leaving": list(self.leaving),
            "shares": [
                line.to_json()
                | {"share": str(percents[line.payer]) if percents else None}
                for line in self.lines
            ],
            "gap": str(self.gap),
        }

    def _blocks(self) -> Sequence[Block]:
        is_compared = any(line.today.statements for line in self.lines)
        shown = range(len(SHOWN)) if is_compared else ALONE
        table = Table(
            caption="What each pays",
            columns=tuple(SHOWN[place] for place in shown),
            rows=tuple(tuple(row[place] for place in shown) for row in self._rows()),
            numbers=frozenset(range(1, len(shown) - 1)),
        )
        return (
            Heading(str(self), 1),
            table,
            Paragraph(self.gap_in_words),
        )

    def _rows(self) -> Iterator[tuple[str, ...]]:
        percents = self.percents
        for line in self.lines:
            cells = line.cells()
            share = f"{percents[line.payer]} %" if percents else ""
            yield *cells[:SHARE], share, *cells[SHARE:]

    def _explained(self) -> Iterator[Block]:
        heading, table, gap = self._blocks()
        yield heading
        if self.rule is None:
            yield Paragraph(NO_RULE)
        else:
            yield Bullets(tuple(self._steps(self.rule)))
        yield table
        yield gap
        if self.allocation is not None:
            yield Heading(f"How {in_pounds(self.allocation.total)} is shared")
            yield from self.allocation.explain().blocks[1:]

    def _steps(self, rule: FundingRule) -> Iterator[str]:
        for payer in self.leaving:
            yield f"{payer} leaves, and pays nothing."
        for payer, amount in rule.fixed:
            yield f"{payer} pays a fixed sum of {in_pounds(amount)}."
        if self.allocation is not None:
            shared = in_pounds(self.allocation.total)
            yield f"{shared} is shared, {rule.basis}, among {few(rule.sharers)}."
        for payer, amount in rule.floors:
            yield f"{payer} pays {in_pounds(amount)} at least."
        for payer, amount in rule.caps:
            yield f"{payer} pays {in_pounds(amount)} at most."
        if rule.residual is not None:
            rest = in_pounds(self.shares[rule.residual])
            yield f"{rule.residual} pays what is left over, {rest}."

    def __str__(self) -> str:
        by = "as today" if self.rule is None else str(self.rule)
        leave = "leaves" if len(self.leaving) == 1 else "leave"
        if_ = f", if {listed(self.leaving)} {leave}" if self.leaving else ""
        return f"{in_pounds(self.total)}, {by}{if_}"

    def __repr__(self) -> str:
        return f"<FundingScenario of {self}>"
