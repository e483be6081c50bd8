"""The tables of one budget: who pays, of what kind, and what is paid for."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.money import from_pence, in_pounds
from masa.ground.stated import Stated
from masa.ground.text import few, listed
from masa.model.arrangement import COLLECTIVES, Arrangement
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine, amount_in_pounds
from masa.model.line_sums import Line, as_printed, share_places, told_lines
from masa.model.money_groups import NOT_KNOWN, MoneyGroups
from masa.model.payer_shares import Rounding, Shares, shares_of
from masa.report.lines import placed, values

__all__ = [
    "amount_as_told",
    "contribution_tables",
    "pays",
    "spending_tables",
]

PARTNERS, _ = COLLECTIVES
AS_PRINTED, TOGETHER, NONE = "total, as printed", "together", "none"
_TOLD: tuple[tuple[str, Callable[[Contribution], Stated[object]]], ...] = (
    ("form", lambda line: line.kind),
    ("pot", lambda line: line.pot),
    ("paid", lambda line: line.paid),
    ("basis", lambda line: line.basis),
)
_POSTS = "full-time equivalent"
_TOLD_OF_COSTS: tuple[
    tuple[str, Callable[[CostLine], Stated[object]], Callable[[Stated[object]], str]],
    ...,
] = (
    ("heading", lambda line: line.heading, values),
    (
        _POSTS,
        lambda line: line.full_time_equivalent,
        lambda posts: " / ".join(map(str, posts.values)),
    ),
)
_NUMBERS = {_POSTS, "amount", "share"}


def contribution_tables(arrangement: Arrangement, budget: Budget) -> Iterator[Block]:
    """Tabulate who pays, and what each kind and category of payer pays."""
    if not budget.contributions:
        return
    shares = _shares(budget.income_lines, budget.share_places)
    yield _contributions(arrangement, budget, shares)
    if shares:
        yield Paragraph(_on_shares(budget, shares))
    if pays(budget):
        how: dict[str, int] = {"places": budget.share_places}
        half_up = Rounding.HALF_UP
        by_kind = budget.by_kind(arrangement, rounding=half_up, **how)
        yield from _groups(by_kind, "Contributions by kind of payer")
        by_category = budget.by_category(arrangement, rounding=half_up, **how)
        yield from _groups(by_category, "Contributions by category")
        by_form = budget.by_form(rounding=half_up, **how)
        yield from _groups(by_form, "Contributions by form")
        by_payment = budget.by_payment(rounding=half_up, **how)
        yield from _groups(by_payment, "Contributions by payment")


def pays(budget: Budget) -> bool:
    """Whether the contributions that are told come to more than nothing."""
    return bool(budget.contributions) and _told_of(budget.income_lines) > 0


def amount_as_told(budget: Budget, fact: Stated[Decimal]) -> str:
    """Print an amount, with its standing only where that is not the budget's."""
    is_alike = all(
        one.standing is budget.standing and one.condition is None
        for one in fact.statements
    )
    told = as_printed(fact) if is_alike else fact
    is_none = told.is_stated and not told.values and is_alike
    return NONE if is_none else amount_in_pounds(told)


def _groups(groups: MoneyGroups, caption: str) -> Iterator[Block]:
    """Tabulate groups, unless nothing is known of where anything belongs."""
    if any(group.lines for group in groups if group.name != NOT_KNOWN):
        yield groups.to_table(f"{caption}, each share rounded by itself")
        if groups.not_known:
            open_lines = few(groups.not_known)
            yield Paragraph(
                f"It is not known to which group to count {open_lines}, so that each "
                "other group comes to so much at least."
            )


def _told_of(lines: Sequence[Line]) -> int:
    """Give what is told of lines, in whole pence."""
    return sum(line.pence for line in told_lines(lines))


def _shares(lines: Sequence[Line], places: int) -> Shares | None:
    """Give the share of each line, rounded by itself; nothing if a line is open."""
    pence = _by_place(lines)
    return shares_of(pence, places, Rounding.HALF_UP) if any(pence.values()) else None


def _by_place(lines: Sequence[Line]) -> dict[str, int]:
    """Give what each line comes to, called by name and place; empty if one is open."""
    told = {
        f"{line.name} {place:04}": line.pence
        for place, line in enumerate(told_lines(lines))
        if not line.is_open
    }
    return told if len(told) == len(lines) else {}


def _percents(shares: Shares | None, many: int) -> list[str]:
    if shares is None:
        return [NOT_KNOWN] * many
    return [f"{share.percent} %" for share in shares]


def _together(lines: Sequence[Line]) -> str:
    """Print what lines come to; so much at least if one is open."""
    is_open = any(line.is_open for line in told_lines(lines))
    return f"{'at least ' * is_open}{in_pounds(from_pence(_told_of(lines)))}"


def _contributions(
    arrangement: Arrangement, budget: Budget, shares: Shares | None
) -> Table:
    told = [
        (name, of)
        for name, of in _TOLD
        if any(of(line).is_stated for line in budget.contributions)
    ]
    percents = _percents(shares, len(budget.contributions))
    rows = [
        (
            line.payer,
            _listed_as(arrangement, line.payer),
            *(values(of(line)) for _, of in told),
            amount_as_told(budget, line.amount),
            percent,
        )
        for line, percent in zip(budget.contributions, percents, strict=True)
    ]
    blank = ("",) * (1 + len(told))
    rows.append((TOGETHER, *blank, _together(budget.income_lines), ""))
    if budget.contributed_total.is_stated:
        printed = amount_as_told(budget, budget.contributed_total)
        rows.append((AS_PRINTED, *blank, printed, ""))
    names = (name for name, _ in told)
    return Table(
        caption=placed("Contributions", budget.at, budget.standing),
        columns=("payer", "listed as", *names, "amount", "share"),
        rows=tuple(rows),
        numbers=frozenset({len(told) + 2, len(told) + 3}),
    )


def _listed_as(arrangement: Arrangement, payer: str) -> str:
    """Say under what a payer is listed, and of what kind it is if it is a partner."""
    category, kind = arrangement.payer_category(payer), arrangement.payer_kind(payer)
    if category == PARTNERS and kind is not None:
        return f"partner: {kind.value}"
    return category or NOT_KNOWN


def _on_shares(budget: Budget, half_up: Shares) -> str:
    """Say what the rounded shares come to and, if not 100, how they could."""
    pence, payers = _by_place(budget.income_lines), [p for p, _ in budget.income_lines]
    exact = shares_of(pence, budget.share_places, Rounding.LARGEST_REMAINDER)
    said = f"Each share is rounded by itself; together they make {half_up.total} %."
    if half_up.total == exact.total:
        return said
    names = dict(zip(pence, payers, strict=True))
    changed = [
        f"{names[new.payer]} with {new.percent} %"
        for old, new in zip(half_up, exact, strict=True)
        if old.percent != new.percent
    ]
    tied = dict.fromkeys(names[key] for key in exact.tied)
    tie = (
        f": {listed(tied)} have the same claim, and the alphabet decides between them"
        if tied
        else ""
    )
    return f"{said} For shares that make {exact.total} %, print {listed(changed)}{tie}."


def spending_tables(budget: Budget) -> Iterator[Block]:
    """Tabulate what is paid for, and how much of it is pay, and for reviews."""
    if not budget.costs:
        return
    yield _costs(budget)
    if _told_of(budget.cost_lines) > 0:
        by_use = budget.by_use(_places(budget), rounding=Rounding.HALF_UP)
        yield from _groups(by_use, "Planned spending by use")


def _places(budget: Budget) -> int:
    """Say to how many places a share of the planned spending is worth telling."""
    return share_places(budget.cost_lines, budget.to_nearest)


def _costs(budget: Budget) -> Table:
    shares = _shares(budget.cost_lines, _places(budget))
    told = [
        (name, of, printed)
        for name, of, printed in _TOLD_OF_COSTS
        if any(of(line).is_stated for line in budget.costs)
    ]
    rows = [
        (
            line.item,
            *(printed(of(line)) for _, of, printed in told),
            amount_as_told(budget, line.amount),
            share,
        )
        for line, share in zip(
            budget.costs, _percents(shares, len(budget.costs)), strict=True
        )
    ]
    blank = ("",) * len(told)
    rows.append((TOGETHER, *blank, _together(budget.cost_lines), ""))
    if budget.costs_total.is_stated:
        printed = amount_as_told(budget, budget.costs_total)
        rows.append((AS_PRINTED, *blank, printed, ""))
    names = tuple(name for name, *_ in told)
    columns = ("item", *names, "amount", "share")
    return Table(
        caption=placed("Planned spending", budget.at, budget.standing),
        columns=columns,
        rows=tuple(rows),
        numbers=frozenset(
            place for place, name in enumerate(columns) if name in _NUMBERS
        ),
    )
