"""Money: `Decimal` pounds at the edge, whole pence inside, never a float."""

import re
from decimal import Context, Decimal
from typing import Annotated

from masa.ground.errors import AmountError, KindError
from masa.ground.text import echo

__all__ = [
    "MILLION",
    "MOST",
    "PENNY",
    "PLAIN",
    "Balance",
    "Pounds",
    "from_pence",
    "in_pounds",
    "to_balance",
    "to_millionths",
    "to_pence",
    "to_pounds",
]

MOST = Decimal(10**12)
MILLION = 10**6
BITS_MOST = 64
PENNY = Decimal("0.01")
MILLIONTH = Decimal("0.000001")
_EXACT = Context(prec=40)
PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def to_pounds(value: object) -> Decimal:
    """Check an amount in pounds, to the penny, never negative.

    Args:
        value: Whole pounds as an `int`, or a `Decimal`, or text such as "97.50".

    Raises:
        KindError: If it is of another type; a float is refused.
        AmountError: If it is negative, finer than a penny, above 10¹² or not a
            number.
    """
    amount = to_balance(value)
    if amount < 0:
        raise AmountError(
            f"the amount {echo(value)} is negative", remedy="write what is paid"
        )
    return amount


def to_balance(value: object) -> Decimal:
    """Check an amount in pounds, to the penny, that may be negative (a deficit).

    Raises:
        KindError: If it is not an `int`, a `Decimal` or text.
        AmountError: If it is finer than a penny, beyond 10¹² or not a number.
    """
    amount = _to_payable(value)
    in_pence = amount.quantize(PENNY, context=_EXACT)
    if amount != in_pence:
        raise AmountError(
            f"the amount {echo(value)} is finer than a penny",
            remedy="write at most two decimal places",
        )
    return _EXACT.add(in_pence, 0)


def to_millionths(value: object) -> int:
    """Give an amount that is to be shared as whole millionths of a pound.

    Raises:
        KindError: If it is not an `int`, a `Decimal` or text.
        AmountError: If it is negative, finer than that, above 10¹² or not a number.
    """
    if type(value) is int and 0 <= value <= MOST:
        return value * MILLION
    amount = _to_payable(value)
    if amount < 0:
        raise AmountError(
            f"the amount {echo(value)} is negative",
            remedy="write an amount of zero or more",
        )
    exact = amount.quantize(MILLIONTH, context=_EXACT)
    if amount != exact:
        raise AmountError(
            f"the amount {echo(value)} is finer than a millionth of a pound",
            remedy="write at most six decimal places",
        )
    return int(_EXACT.multiply(exact, MILLION))


def _to_payable(value: object) -> Decimal:
    amount = _to_decimal(value)
    if not amount.is_finite() or amount.copy_abs() > MOST:
        raise AmountError(
            f"the amount {echo(value)} is not one that anybody pays",
            remedy="write an amount of at most 10¹² pounds",
        )
    return amount


def _to_decimal(value: object) -> Decimal:
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise KindError(
            f"{echo(value)} is not an amount of money",
            remedy='give whole pounds (97000), or text with pence ("97000.50")',
        )
    if isinstance(value, str) and PLAIN.fullmatch(value) is None:
        raise AmountError(
            f"{echo(value)} is not an amount of money",
            remedy='write it without signs and commas, such as "97000.50"',
        )
    if isinstance(value, int) and value.bit_length() > BITS_MOST:
        return Decimal("Infinity")  # a long `int` takes seconds to convert
    return Decimal(value)


Pounds = Annotated[Decimal, to_pounds]
Balance = Annotated[Decimal, to_balance]


def to_pence(amount: Decimal) -> int:
    """Give an amount as whole pence."""
    return int(_EXACT.multiply(amount, 100))


def from_pence(pence: int) -> Decimal:
    """Give whole pence as an amount in pounds."""
    return Decimal(pence).scaleb(-2, context=_EXACT)


def in_pounds(amount: Decimal) -> str:
    """Print an amount: whole pounds as ``£278,600``, others with their pence."""
    sign = "-" if amount < 0 else ""
    size = amount.copy_abs()
    if size == (whole := int(size)):
        return f"{sign}£{whole:,}"
    least = size.normalize(_EXACT)
    is_finer = least != least.quantize(PENNY, context=_EXACT)
    return f"{sign}£{least:,f}" if is_finer else f"{sign}£{size:,.2f}"
