"""Shares of a whole in whole units, which add up to the whole.

Two ways of rounding, and neither hides what it does: *largest remainder* gives
each share its whole units and hands out what is left to the largest remainders,
so the sum is exact; *half up* rounds each share by itself, so the sum may not be.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from attrs import frozen

from masa.ground.errors import RangeError
from masa.ground.text import echo, listed

__all__ = ["Apportionment", "half_up", "largest_remainder"]


@frozen(kw_only=True)
class Apportionment:
    """How many whole units each name gets.

    Args:
        units: The units by name, in the order given.
        tied: The names of equal claim among whom the last units were divided
            by name, because there were not enough for all; empty if no tie.
    """

    units: dict[str, int]
    tied: tuple[str, ...] = ()


def _quotas(weights: Mapping[str, int], units: int) -> dict[str, Fraction]:
    total = sum(weights.values())
    if total <= 0 or any(weight < 0 for weight in weights.values()):
        raise RangeError(
            f"there is nothing to share by: {echo(listed(weights))}",
            remedy="give weights of zero or more, not all zero",
        )
    return {name: Fraction(weight * units, total) for name, weight in weights.items()}


def largest_remainder(weights: Mapping[str, int], units: int) -> Apportionment:
    """Share `units` in proportion to the weights, so that the sum is exact.

    Each name gets the whole part of its quota; the units left over go to the
    largest remainders. Of equal remainders the names that come first in the
    alphabet get theirs first, so that the order of rows never matters.

    Raises:
        RangeError: If a weight is negative or all are zero.
    """
    quotas = _quotas(weights, units)
    shares = {name: floor(quota) for name, quota in quotas.items()}
    rest = {name: quotas[name] - shares[name] for name in quotas}
    order = sorted(rest, key=lambda name: (-rest[name], name))
    left = units - sum(shares.values())
    for name in order[:left]:
        shares[name] += 1
    last = {rest[name] for name in order[max(left - 1, 0) : left + 1]}
    is_tie = 0 < left < len(order) and len(last) == 1
    tied = tuple(name for name in order if is_tie and rest[name] in last)
    return Apportionment(units=shares, tied=tied)


def half_up(weights: Mapping[str, int], units: int) -> Apportionment:
    """Round each share by itself, halves up; the sum may miss `units` a little.

    Raises:
        RangeError: If a weight is negative or all are zero.
    """
    quotas = _quotas(weights, units)
    return Apportionment(
        units={name: floor(quota + Fraction(1, 2)) for name, quota in quotas.items()}
    )
