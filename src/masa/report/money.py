"""The money of an arrangement: contributions, spending, and what it comes to."""

from collections.abc import Iterator
from decimal import Decimal

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.errors import UnknownNameError
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.funding import Budget
from masa.model.funding_lines import amount_in_pounds
from masa.model.partners import SafeguardingPartner
from masa.model.payer_shares import Rounding
from masa.report.lines import NOT_STATED, bulleted, placed, values
from masa.rules.totals import check_totals

__all__ = ["money"]


def money(arrangement: Arrangement, budget: Budget) -> Iterator[Block]:
    """Tabulate one budget, check its totals, and give every reading of a footnote."""
    yield Heading(f"Money: {budget}")
    if budget.contributions:
        yield _contributions(arrangement, budget)
        if budget.has_shares:
            yield Paragraph(_on_shares(budget))
    if budget.costs:
        yield _costs(budget)
    yield from bulleted("What it comes to", _balance(budget))
    for footnote in budget.footnotes:
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


def _contributions(arrangement: Arrangement, budget: Budget) -> Table:
    known = budget.shares(rounding=Rounding.HALF_UP) if budget.has_shares else ()
    shares = {share.payer: f"{share.percent} %" for share in known}
    rows = [
        (
            line.payer,
            _listed_as(arrangement, line.payer),
            amount_in_pounds(line.amount),
            shares.get(line.payer, "not known"),
        )
        for line in budget.contributions
    ]
    if budget.contributed_total.is_stated:
        rows.append(
            ("total, as printed", "", amount_in_pounds(budget.contributed_total), "")
        )
    return Table(
        caption=placed("Contributions", budget.at),
        columns=("payer", "listed as", "amount", "share"),
        rows=tuple(rows),
        numbers=frozenset({2, 3}),
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


def _costs(budget: Budget) -> Table:
    rows = [
        (
            line.item,
            values(line.heading),
            " / ".join(map(str, line.full_time_equivalent.values)),
            amount_in_pounds(line.amount),
        )
        for line in budget.costs
    ]
    if budget.costs_total.is_stated:
        rows.append(("total, as printed", "", "", amount_in_pounds(budget.costs_total)))
    return Table(
        caption=placed("Planned spending", budget.at),
        columns=("item", "heading", "full-time equivalent", "amount"),
        rows=tuple(rows),
        numbers=frozenset({2, 3}),
    )


_VERDICTS = {
    Answer.YES: "Yes: {}.",
    Answer.NO: "No: it is not so that {}.",
    Answer.UNKNOWN: "Not known: {}.",
}


def _balance(budget: Budget) -> Iterator[str]:
    for finding in check_totals(budget):
        needs = f" (it lacks {listed(finding.needed)})" if finding.needed else ""
        yield f"{_VERDICTS[finding.answer].format(finding.claim + needs)}"
    if budget.is_settled:
        yield f"Contributions less planned spending: {_left(budget.surplus)}."
    if budget.carried_forward.is_stated:
        rounded = amount_in_pounds(budget.carried_forward_to_nearest)
        about = "" if rounded == NOT_STATED else f" (to the nearest {rounded})"
        yield f"Carried forward: {amount_in_pounds(budget.carried_forward)}{about}."


def _left(amount: Decimal) -> str:
    if amount < 0:
        return f"{in_pounds(-amount)} short"
    return f"{in_pounds(amount)} left over"


def _effect(budget: Budget, reading: str) -> str:
    try:
        under = budget.under(reading)
    except UnknownNameError as error:
        return f" What that comes to cannot be reckoned: {error.said}."
    if under == budget or not under.is_settled:
        return ""
    return f" Contributions would be {in_pounds(under.income)}, {_left(under.surplus)}."
