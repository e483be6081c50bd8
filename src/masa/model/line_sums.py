"""What lines of a budget come to: to the penny, or within what is known of each.

Sums go by what is printed: what is in force or agreed or, where nothing is, what is
proposed, which a range then says beside its bounds. What sources state in several ways,
or do not tell, stays open. Of an amount, a stated "none" is nothing paid.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeVar

from attrs import evolve

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import UnsettledError
from masa.ground.money import from_pence, to_pence
from masa.ground.stated import Absence, Standing, Stated, Statement
from masa.ground.text import in_short, listed

__all__ = [
    "Line",
    "ToldLine",
    "all_told",
    "amount_of",
    "as_printed",
    "range_of",
    "range_of_lines",
    "settled_lines",
    "share_places",
    "standings_of",
    "step_of",
    "sum_of_lines",
    "told_lines",
]

Line = tuple[str, Stated[Decimal]]
T = TypeVar("T")
NOTHING = Decimal("0.00")
PLACES = 2


class ToldLine(NamedTuple):
    """What is told of a line.

    Args:
        name: What it is called.
        pence: What it comes to, in whole pence; if it is open, the least it can be.
        is_open: Whether it is not settled what it comes to.
    """

    name: str
    pence: int
    is_open: bool


def as_printed(fact: Stated[T]) -> Stated[T]:
    """Take what is proposed as if it held, where nothing else is said to hold."""
    if fact.settled:
        return fact
    return Stated(
        tuple(
            evolve(one, standing=Standing.IN_FORCE, condition=None)
            for one in fact.statements
        )
    )


def standings_of(fact: Stated[T]) -> tuple[Standing, ...]:
    """Say how firmly a fact is said that does not hold yet; nothing if it holds."""
    if fact.settled:
        return ()
    told = (one for one in fact.statements if one.value is not Absence.UNKNOWN)
    return tuple(
        Standing.CONDITIONAL if one.standing.is_settled else one.standing
        for one in told
    )


def amount_of(amount: Stated[Decimal]) -> Stated[Decimal]:
    """Take an amount as sums take it: as printed, and none as nothing paid."""
    printed = as_printed(amount)
    if all(one.value is not Absence.NONE for one in printed.settled):
        return printed
    return Stated(tuple(map(_none_as_nothing, printed.statements)))


def _none_as_nothing(said: Statement[Decimal]) -> Statement[Decimal]:
    return evolve(said, value=NOTHING) if said.value is Absence.NONE else said


def sum_of_lines(lines: Iterable[Line]) -> Decimal:
    """Add up what lines come to, each given with what it is called.

    Raises:
        UnsettledError: If no line is stated, or an amount is open; it names the
            lines.
    """
    return from_pence(sum(pence for _, pence in settled_lines(lines)))


def all_told(lines: Iterable[Line]) -> bool:
    """Whether there are lines, and each tells what it comes to."""
    amounts = [amount_of(amount) for _, amount in lines]
    return bool(amounts) and all(amount.is_settled for amount in amounts)


def settled_lines(lines: Iterable[Line]) -> list[tuple[str, int]]:
    """Give what each line comes to, in whole pence.

    Raises:
        UnsettledError: If no line is stated, or an amount is open; it names the
            lines.
    """
    told = told_lines(lines)
    unsettled = [line.name for line in told if line.is_open]
    if unsettled:
        raise _open(f"no settled amount is stated for {in_short(listed(unsettled))}")
    return [(line.name, line.pence) for line in told]


def told_lines(lines: Iterable[Line]) -> list[ToldLine]:
    """Give what each line comes to, or at least; nothing if no amount is stated.

    Raises:
        UnsettledError: If no line is stated.
    """
    amounts = [(name, amount_of(amount)) for name, amount in lines]
    if not amounts:
        raise _open("no line is stated")
    return [
        ToldLine(
            name=name,
            pence=_least(amount),
            is_open=not amount.is_settled,
        )
        for name, amount in amounts
    ]


def _least(amount: Stated[Decimal]) -> int:
    told = (one.value for one in amount.settled)
    return min((to_pence(one) for one in told if isinstance(one, Decimal)), default=0)


def _open(said: str) -> UnsettledError:
    error = UnsettledError(said, remedy="look at the `amount` of the lines")
    error.reason = "not stated"
    return error


def step_of(to_nearest: Stated[Decimal]) -> Decimal | None:
    """Say to what amounts are rounded at most; nothing if that cannot be told.

    They are taken as printed if nothing is said of it, or that they are not rounded.
    """
    told = as_printed(to_nearest).settled
    if to_nearest.statements and not told:
        return None
    steps = (one.value for one in told)
    return max((one for one in steps if isinstance(one, Decimal)), default=Decimal(0))


def share_places(lines: Iterable[Line], to_nearest: Stated[Decimal]) -> int:
    """Say to how many decimal places a share of lines is worth telling.

    Two, or fewer where amounts are rounded so far that more would be made up.
    """
    step, lines = step_of(to_nearest), list(lines)
    pence = sum(line.pence for line in told_lines(lines)) if lines else 0
    whole = from_pence(pence)
    if not whole or step is None:
        return PLACES
    percent = Fraction(step) * 100 / Fraction(whole)
    fine = (n for n in range(PLACES, 0, -1) if percent <= Fraction(1, 10**n))
    return next(fine, 0)


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
    """Give the bounds of an amount: of its rounding, and of all that is printed.

    Args:
        name: What it is called, should it not be told.
        amount: The amount.
        to_nearest: To what it is rounded; taken as printed if nothing is said of it.
        least: The least that it can be, whatever is printed.
    """
    values = [one.value for one in as_printed(amount).settled]
    if not values:
        return AmountRange(least=least, not_stated=(name,))
    step = step_of(to_nearest)
    if step is None:
        return AmountRange(least=least, not_stated=(f"how far {name} is rounded",))
    ranges = [
        AmountRange.rounded(value, to_nearest=step)
        if isinstance(value, Decimal)
        else AmountRange.exactly(0)  # none is nothing
        for value in values
    ]
    bounds = [one.least for one in ranges] + [one.most for one in ranges]
    known = [bound for bound in bounds if bound is not None]
    lowest = min(known)
    return AmountRange(
        least=lowest if least is None else max(lowest, least),
        most=max(known),
        standings=standings_of(amount),
    )
