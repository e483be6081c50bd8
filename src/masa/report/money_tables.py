"""The tables of one budget: who pays, of what kind, and what is paid for."""

from collections.abc import Callable, Iterator, Sequence

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.money import in_pounds
from masa.ground.stated import Stated
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, amount_in_pounds
from masa.model.line_sums import settled_lines
from masa.model.money_groups import NOT_KNOWN, MoneyGroups
from masa.model.partners import SafeguardingPartner
from masa.model.payer_shares import Rounding, Shares, shares_of
from masa.report.lines import placed, values

__all__ = ["contribution_tables", "spending_tables"]

AS_PRINTED, TOGETHER = "total, as printed", "together"
_TOLD: tuple[tuple[str, Callable[[Contribution], Stated[object]]], ...] = (
    ("form", lambda line: line.kind),
    ("pot", lambda line: line.pot),
    ("paid", lambda line: line.paid),
    ("basis", lambda line: line.basis),
)


def contribution_tables(arrangement: Arrangement, budget: Budget) -> Iterator[Block]:
    """Tabulate who pays, and what each kind and category of payer pays."""
    if not budget.contributions:
        return
    yield _contributions(arrangement, budget)
    if not budget.has_shares:
        return
    yield Paragraph(_on_shares(budget))
    half_up = Rounding.HALF_UP
    by_kind = budget.by_kind(arrangement, rounding=half_up)
    yield from _groups(by_kind, "Contributions by kind of payer")
    by_category = budget.by_category(arrangement, rounding=half_up)
    yield from _groups(by_category, "Contributions by category")
    by_form = budget.by_form(rounding=half_up)
    yield from _groups(by_form, "Contributions by form")
    by_payment = budget.by_payment(rounding=half_up)
    yield from _groups(by_payment, "Contributions by payment")


def _groups(groups: MoneyGroups, caption: str) -> Iterator[Block]:
    """Tabulate groups, unless nothing is known of where anything belongs."""
    if any(group.lines for group in groups if group.name != NOT_KNOWN):
        yield groups.to_table(f"{caption}, each share rounded by itself")


def _contributions(arrangement: Arrangement, budget: Budget) -> Table:
    known = budget.shares(rounding=Rounding.HALF_UP) if budget.has_shares else ()
    shares = {share.payer: f"{share.percent} %" for share in known}
    told = [
        (name, of)
        for name, of in _TOLD
        if any(of(line).is_stated for line in budget.contributions)
    ]
    rows = [
        (
            line.payer,
            _listed_as(arrangement, line.payer),
            *(values(of(line)) for _, of in told),
            amount_in_pounds(line.amount),
            shares.get(line.payer, "not known"),
        )
        for line in budget.contributions
    ]
    blank = ("",) * (1 + len(told))
    if budget.has_shares:
        rows.append((TOGETHER, *blank, in_pounds(budget.income), ""))
    if budget.contributed_total.is_stated:
        printed = amount_in_pounds(budget.contributed_total)
        rows.append((AS_PRINTED, *blank, printed, ""))
    names = (name for name, _ in told)
    return Table(
        caption=placed("Contributions", budget.at),
        columns=("payer", "listed as", *names, "amount", "share"),
        rows=tuple(rows),
        numbers=frozenset({len(told) + 2, len(told) + 3}),
    )


def _listed_as(arrangement: Arrangement, payer: str) -> str:
    thing = arrangement[payer]
    if isinstance(thing, SafeguardingPartner):
        return f"partner: {thing.kind.value}"
    if thing in arrangement.relevant_agencies:
        return arrangement.category_of(payer)
    return "not listed"


def _on_shares(budget: Budget) -> str:
    half_up = budget.shares(rounding=Rounding.HALF_UP)
    exact = budget.shares()
    said = f"Each share is rounded by itself; together they make {half_up.total} %."
    if half_up.total == exact.total:
        return said
    changed = [
        f"{new.payer} {new.percent} %"
        for old, new in zip(half_up, exact, strict=True)
        if old.percent != new.percent
    ]
    tie = (
        f" ({listed(exact.tied)} have equal claims; the alphabet decides)"
        if exact.tied
        else ""
    )
    return (
        f"{said} By largest remainder they make {exact.total} %: then "
        f"{listed(changed)}{tie}."
    )


def spending_tables(budget: Budget) -> Iterator[Block]:
    """Tabulate what is paid for, and how much of it is pay, and for reviews."""
    if not budget.costs:
        return
    yield _costs(budget)
    if _is_spent(budget):
        by_use = budget.by_use(rounding=Rounding.HALF_UP)
        yield from _groups(by_use, "Planned spending by use")


def _is_spent(budget: Budget) -> bool:
    is_settled = all(line.amount.is_settled for line in budget.costs)
    return is_settled and budget.expenditure > 0


def _costs(budget: Budget) -> Table:
    shares = _shares_of_costs(budget)
    rows = [
        (
            line.item,
            values(line.heading),
            " / ".join(map(str, line.full_time_equivalent.values)),
            amount_in_pounds(line.amount),
            share,
        )
        for line, share in zip(budget.costs, shares, strict=True)
    ]
    if _is_spent(budget):
        rows.append((TOGETHER, "", "", in_pounds(budget.expenditure), ""))
    if budget.costs_total.is_stated:
        rows.append((AS_PRINTED, "", "", amount_in_pounds(budget.costs_total), ""))
    return Table(
        caption=placed("Planned spending", budget.at),
        columns=("item", "heading", "full-time equivalent", "amount", "share"),
        rows=tuple(rows),
        numbers=frozenset({2, 3, 4}),
    )


def _shares_of_costs(budget: Budget) -> Sequence[str]:
    """Give the share of each line of the spending, each rounded by itself."""
    if not _is_spent(budget):
        return ["not known"] * len(budget.costs)
    lines = settled_lines((line.item, line.amount) for line in budget.costs)
    pence = {str(place): paid for place, (_, paid) in enumerate(lines)}
    found: Shares = shares_of(pence, 2, Rounding.HALF_UP)
    return [f"{share.percent} %" for share in found]
