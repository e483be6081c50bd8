"""Exact sums, and exact numbers that are rounded half up once, at the end.

The decimal context of the caller never matters.
"""

from collections.abc import Iterable
from decimal import Context, Decimal, localcontext
from fractions import Fraction

__all__ = ["EXACT", "added", "in_per_cent", "less", "rounded"]

EXACT = Context(prec=60)


def added(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts of money up.

    Example:
        >>> print(added([Decimal("0.10"), Decimal(2)]))
        2.10
    """
    with localcontext(EXACT):
        return sum(amounts, Decimal("0.00"))


def less(one: Decimal, other: Decimal) -> Decimal:
    """Take one amount of money from another.

    Example:
        >>> print(less(Decimal(2), Decimal("0.10")))
        1.90
    """
    return EXACT.subtract(one, other)


def rounded(number: Fraction, places: int = 2) -> Decimal:
    """Round an exact number half up, away from zero, to some decimal places.

    Example:
        >>> print(rounded(Fraction(1, 8)))
        0.13
    """
    size = abs(number) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Decimal(whole if number > 0 else -whole).scaleb(-places, EXACT)


def in_per_cent(
    part: Decimal | Fraction, whole: Decimal | Fraction, places: int = 2
) -> Decimal:
    """Give a part in per cent of a whole that is not zero, rounded half up.

    Example:
        >>> print(in_per_cent(Decimal(1), Decimal(3)))
        33.33
    """
    return rounded(Fraction(part) * 100 / Fraction(whole), places)
