"""What lines of a budget come to: to the penny, or within what is known of each."""

from collections.abc import Iterable
from decimal import Decimal

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import UnsettledError
from masa.ground.money import from_pence, to_pence
from masa.ground.stated import Stated
from masa.ground.text import in_short, listed

__all__ = ["range_of", "range_of_lines", "settled_lines", "sum_of_lines"]

Line = tuple[str, Stated[Decimal]]


def sum_of_lines(lines: Iterable[Line]) -> Decimal:
    """Add up what lines come to, each given with what it is called.

    Raises:
        UnsettledError: If no line is stated, or an amount is not settled; it names
            the lines.
    """
    return from_pence(sum(pence for _, pence in settled_lines(lines)))


def settled_lines(lines: Iterable[Line]) -> list[tuple[str, int]]:
    """Give what each line comes to, in whole pence.

    Raises:
        UnsettledError: If no line is stated, or an amount is not settled; it names
            the lines.
    """
    amounts = list(lines)
    unsettled = [name for name, amount in amounts if not amount.is_settled]
    if unsettled or not amounts:
        error = UnsettledError(
            f"no settled amount is stated for {in_short(listed(unsettled))}"
            if amounts
            else "no line is stated",
            remedy="look at the `amount` of the lines",
        )
        error.reason = "not stated"
        raise error
    return [(name, to_pence(amount.only)) for name, amount in amounts]


def range_of_lines(lines: Iterable[Line], to_nearest: Stated[Decimal]) -> AmountRange:
    """Add up lines, none of which is negative, within what is known of each."""
    ranges = [
        range_of(name, amount, to_nearest, least=Decimal(0)) for name, amount in lines
    ]
    if not ranges:
        return AmountRange(least=Decimal(0), not_stated=("the lines",))
    return sum(ranges, AmountRange.exactly(0))


def range_of(
    name: str,
    amount: Stated[Decimal],
    to_nearest: Stated[Decimal],
    *,
    least: Decimal | None = None,
) -> AmountRange:
    """Give the bounds of an amount: of its rounding, and of all that is settled.

    Args:
        name: What it is called, should it not be settled.
        amount: The amount.
        to_nearest: To what it is rounded; taken as printed if nothing is said of it.
        least: The least that it can be, whatever is settled.
    """
    values = [one.value for one in amount.settled]
    amounts = [value for value in values if isinstance(value, Decimal)]
    if not amounts or len(amounts) < len(values):
        return AmountRange(least=least, not_stated=(name,))
    if to_nearest.statements and not to_nearest.is_settled:
        return AmountRange(least=least, not_stated=(f"how far {name} is rounded",))
    step = to_nearest.only if to_nearest.statements else Decimal(0)
    ranges = [AmountRange.rounded(value, to_nearest=step) for value in amounts]
    bounds = [one.least for one in ranges] + [one.most for one in ranges]
    known = [bound for bound in bounds if bound is not None]
    lowest = min(known)
    return AmountRange(
        least=lowest if least is None else max(lowest, least), most=max(known)
    )
