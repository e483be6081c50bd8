"""Exact numbers rounded half up once, at the end: parts of a hundred, and others."""

from decimal import Context, Decimal
from fractions import Fraction

__all__ = ["in_per_cent", "rounded"]

_EXACT = Context(prec=60)


def rounded(number: Fraction, places: int = 2) -> Decimal:
    """Round an exact number half up, away from zero, to some decimal places.

    Example:
        >>> print(rounded(Fraction(1, 8)))
        0.13
    """
    size = abs(number) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Decimal(whole if number > 0 else -whole).scaleb(-places, _EXACT)


def in_per_cent(part: Decimal | Fraction, whole: Decimal | Fraction) -> Decimal:
    """Give a part in per cent of a whole that is not zero, rounded half up to 0.01.

    Example:
        >>> print(in_per_cent(Decimal(1), Decimal(3)))
        33.33
    """
    return rounded(Fraction(part) * 100 / Fraction(whole))
