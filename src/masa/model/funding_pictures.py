"""Who pays what, today and by a rule, drawn as bars."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from masa.ground.bars import BarRow, Fill, ValueBar, bar_chart
from masa.ground.money import in_pounds
from masa.model.line_sums import as_printed
from masa.model.scenario_lines import FundingLine

__all__ = ["drawn"]

NOBODY = "nobody"
LEGEND = (
    (Fill.HATCHED, "today"),
    (Fill.SOLID, "then"),
    (Fill.OPEN, "paid by nobody"),
)


def drawn(lines: Iterable[FundingLine], *, gap: Decimal, title: str, said: str) -> str:
    """Draw what each pays today above what it would pay, and what nobody pays.

    Args:
        lines: What each pays.
        gap: What nobody pays; no bar is drawn for nothing or less.
        title: What the picture is called.
        said: How the shares stand to the total, in words.

    Raises:
        RangeError: If there are too many lines for one picture.
    """
    lines = tuple(lines)
    rows = [BarRow(label=line.payer, bars=_bars(line)) for line in lines]
    if gap > 0:
        open_ = ValueBar(fill=Fill.OPEN, value=gap, words=in_pounds(gap))
        rows.append(BarRow(label=NOBODY, bars=[open_]))
    told = (*(f"{line}." for line in lines), said)
    return bar_chart(rows, title=title, description=" ".join(told), legend=LEGEND)


def _bars(line: FundingLine) -> Iterator[ValueBar]:
    _, today, then, more, *_ = line.cells()
    if line.today.statements:
        paid = as_printed(line.today)
        value = paid.only if paid.is_settled else None
        yield ValueBar(fill=Fill.HATCHED, value=value, words=today)
        then = f"{then} ({more})"
    yield ValueBar(fill=Fill.SOLID, value=line.amount, words=then)
