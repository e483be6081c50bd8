"""Whether printed shares add up to 100, and each is that of its amount."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.money import from_pence, in_pounds, to_pence
from masa.ground.percents import added, in_per_cent
from masa.ground.sources import Source
from masa.ground.stated import Stated
from masa.ground.text import in_short, listed
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine, name_of
from masa.model.line_sums import amount_of, as_printed, share_places
from masa.model.payer_shares import PLACES_MOST, Rounding, shares_of
from masa.rules.identities import once
from masa.rules.money_checks import MoneyCheck
from masa.rules.remarks import Severity

__all__ = ["SHARE_CHECKS", "check_printed_shares"]

TOTALS = ("contribution-shares-total", "spending-shares-total")
EACH = ("contribution-shares", "spending-shares")
SHARE_CHECKS = (*TOTALS, *EACH)
WHOLE = Decimal(100)
Lines = tuple[Contribution, ...] | tuple[CostLine, ...]


@frozen(kw_only=True)
class _Table:
    """The lines of one table, of which some print a share."""

    total_id: str
    each_id: str
    names: tuple[str, ...]
    amounts: tuple[Stated[Decimal], ...]
    shares: tuple[Stated[Decimal], ...]
    places: tuple[Source, ...]
    to_nearest: Stated[Decimal]

    @property
    def open_lines(self) -> tuple[str, ...]:
        pairs = zip(self.names, self.shares, strict=True)
        return tuple(name for name, share in pairs if not share.is_settled)

    @property
    def decimals(self) -> int:
        """To how many places the finest share is printed, as far as it shows."""
        values = (value for share in self.shares for value in share.values)
        return max(map(_decimals, values), default=0)

    @property
    def fine(self) -> int:
        """To how many places a share of the amounts is worth telling."""
        lines = zip(self.names, self.amounts, strict=True)
        return share_places(lines, self.to_nearest)

    @property
    def pence(self) -> tuple[int, ...]:
        """What each line comes to; empty unless all are settled and not all nothing."""
        if not all(amount.is_settled for amount in self.amounts):
            return ()
        pence = tuple(to_pence(amount.only) for amount in self.amounts)
        return pence if any(pence) else ()


def check_printed_shares(budget: Budget) -> Iterator[MoneyCheck]:
    """Hold the shares that are printed against 100, and against the amounts."""
    tables: tuple[Lines, Lines] = (budget.contributions, budget.costs)
    for total_id, each_id, lines in zip(TOTALS, EACH, tables, strict=True):
        if any(line.printed_share.is_stated for line in lines):
            table = _Table(
                total_id=total_id,
                each_id=each_id,
                names=tuple(map(name_of, lines)),
                amounts=tuple(amount_of(line.amount) for line in lines),
                shares=tuple(as_printed(line.printed_share) for line in lines),
                places=once((*(line.at for line in lines), budget.at)),
                to_nearest=budget.to_nearest,
            )
            yield _sum_of(table)
            yield from _each_of(table)


def _sum_of(table: _Table) -> MoneyCheck:
    claim = "the printed shares add up to 100 %"
    if table.open_lines:
        missing = in_short(listed(table.open_lines))
        return MoneyCheck(
            id=table.total_id,
            severity=Severity.NOTE,
            finding=Finding(
                answer=Answer.UNKNOWN, claim=claim, needed=table.open_lines
            ),
            says=f"Whether {claim} cannot be told: no share is settled for {missing}.",
            places=table.places,
        )
    whole = added(share.only for share in table.shares)
    says = f"The printed shares come to {whole} %."
    if whole != WHOLE:
        says = f"The printed shares come to {whole} %, not 100 %. {_roundings(table)}"
    return MoneyCheck(
        id=table.total_id,
        severity=Severity.NOTE if whole == WHOLE else Severity.WORTH_A_LOOK,
        finding=Finding(answer=Answer.of(whole == WHOLE), claim=claim),
        says=says.strip(),
        places=table.places,
    )


def _roundings(table: _Table) -> str:
    """Say what the shares of the amounts come to, rounded in either way."""
    if not table.pence:
        return ""
    by_place = {f"{place:04}": paid for place, paid in enumerate(table.pence)}
    places = min(table.decimals, PLACES_MOST)
    alone = shares_of(by_place, places, Rounding.HALF_UP)
    exact = shares_of(by_place, places, Rounding.LARGEST_REMAINDER)
    return (
        f"Rounded each by itself, the shares of these amounts come to {alone.total} %; "
        f"by largest remainder, to {exact.total} %."
    )


def _decimals(share: Decimal) -> int:
    return -int(share.as_tuple().exponent)


def _each_of(table: _Table) -> Iterator[MoneyCheck]:
    """Look for a share that no rounding to its own decimals makes of its amount.

    Where the amounts are rounded too, it is that of any amounts which round to them.
    """
    step = as_printed(table.to_nearest)
    if not table.pence or (step.statements and not step.is_settled):
        return
    half = Fraction(to_pence(step.only) if step.statements else 0) / 2
    whole = sum(table.pence)
    lines = zip(table.names, table.shares, table.pence, strict=True)
    found = [
        (name, share.only, paid)
        for name, share, paid in lines
        if share.is_settled and _is_off(share.only, *_bounds(paid, table.pence, half))
    ]
    if found:
        says = "; ".join(_off(*one, whole, table.fine) for one in found)
        yield MoneyCheck(
            id=table.each_id,
            severity=Severity.SERIOUS,
            finding=Finding(
                answer=Answer.NO, claim="each printed share is that of its amount"
            ),
            says=f"A printed share is not that of its amount: {says}.",
            about=once(name for name, *_ in found),
            places=table.places,
        )


def _bounds(
    paid: int, pence: Sequence[int], half: Fraction
) -> tuple[Fraction, Fraction]:
    """Give the least and the most of a whole that an amount can be, once rounded."""
    least, most = max(paid - half, Fraction(0)), paid + half
    others_least = sum(max(one - half, Fraction(0)) for one in pence) - least
    others_most = sum(pence) - paid + half * (len(pence) - 1)
    lowest = least / (least + others_most) if least else Fraction(0)
    return lowest, most / (most + others_least) if most else Fraction(0)


def _is_off(printed: Decimal, least: Fraction, most: Fraction) -> bool:
    unit = Fraction(Decimal(1).scaleb(-_decimals(printed)))
    share, whole = Fraction(printed), Fraction(WHOLE)
    return share <= whole * least - unit or share >= whole * most + unit


def _off(name: str, printed: Decimal, paid: int, whole: int, fine: int) -> str:
    """Say what a share is, as fine as the amounts allow, or as it is printed."""
    places = min(max(fine, _decimals(printed)), PLACES_MOST)
    exact = in_per_cent(Fraction(paid), Fraction(whole), places)
    return (
        f"{name} is printed with {printed:f} %, and {in_pounds(from_pence(paid))} of "
        f"{in_pounds(from_pence(whole))} is {exact} %"
    )
