"""Shares by divisor: every unit goes to whoever has the largest claim to it.

The claim of a place to its next unit is its weight divided by a divisor that grows
with what it has already. Within bounds, each gets its least first, and nobody has
a claim beyond its most. The shares are those for which no unit could move to a
larger claim: ``claim to the last unit of one >= claim to the next unit of another``,
for every one above its least and every other below its most (the min-max rule).
One more unit in the sum never lowers a share.

Nothing is rounded: claims are compared as whole numbers that stand in the same
order, and equal claims are equal. The quotas tell where to begin, so that the sum
is not handed out from the first unit.
"""

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heapreplace
from math import isqrt
from typing import NamedTuple

from masa.ground.bounds import Sharing, limits, rate
from masa.ground.quotas import Dealt

__all__ = [
    "ADAMS",
    "DHONDT",
    "HUNTINGTON_HILL",
    "WEBSTER",
    "Claims",
    "Divisor",
    "by_divisor",
]


class Divisor(NamedTuple):
    """A rule by which claims shrink.

    Args:
        of: What the weight is divided by, for somebody who has so many units; for
            squared claims, what the square of the weight is.
        units: How many units have a claim to weight at the rate ``above / below``,
            from their product and the divisor of the rate.
        is_squared: Whether the square of the claim is compared.
        lean: How far it rounds down (1) or up (-1), in halves of a unit.
    """

    of: Callable[[int], int]
    units: Callable[[int, int], int]
    is_squared: bool = False
    lean: int = 0


def _geometric(above: int, below: int) -> int:
    """Count the k from zero with ``k (k + 1) <= (above / below) ** 2``."""
    return (1 + isqrt(1 + 4 * (above * above // (below * below)))) // 2


DHONDT = Divisor(lambda held: held + 1, lambda above, below: above // below, lean=1)
WEBSTER = Divisor(
    lambda held: 2 * held + 1,
    lambda above, below: (2 * above + below) // (2 * below),
)
ADAMS = Divisor(lambda held: held, lambda above, below: above // below + 1, lean=-1)
HUNTINGTON_HILL = Divisor(lambda held: held * (held + 1), _geometric, is_squared=True)


class Claims:
    """The claims to single units as whole numbers in the same order.

    Two different quotients of divisors below ``2 ** n`` differ by more than
    ``2 ** -2n``, so that cutting them after so many bits keeps their order. A claim
    with a divisor of zero comes before every other, the larger weight first.
    """

    def __init__(self, divisor: Divisor, sharing: Sharing) -> None:
        square = divisor.is_squared
        self.weights = [w * w if square else w for w in sharing.weights]
        self.of = divisor.of
        self.shift = 2 * self.of(sharing.sum).bit_length()
        self.first = max(self.weights) << self.shift

    def next(self, place: int, held: int) -> int:
        """Give the claim of a place that has so many units to one more."""
        weight, by = self.weights[place], self.of(held)
        return (weight << self.shift) // by if by else self.first + weight


def by_divisor(divisor: Divisor, sharing: Sharing) -> Dealt:
    """Give every unit to the largest claim, each its least first, none above its most.

    Of claims that are equal at the end, those that got a unit give it back, so that
    whoever asked can say who comes first.
    """
    claims = Claims(divisor, sharing)
    least, most = limits(sharing)
    units = _begin(divisor, sharing, least, most)
    missing = sharing.sum - sum(units)
    if missing > 0:
        last, other = _move(units, most, missing, 1, claims)
    else:
        other, last = _move(units, least, -missing, -1, claims)
    if not missing:
        other = max(_wanted(units, most, claims).values(), default=None)
    if last is None or last != other:
        return Dealt(units)
    held = {
        place: claims.next(place, count - 1)
        for place, count in enumerate(units)
        if count > least[place]
    }
    given = [place for place, claim in held.items() if claim == last]
    wanted = _wanted(units, most, claims)
    for place in given:
        units[place] -= 1
    tied = [*given, *(place for place, claim in wanted.items() if claim == last)]
    return Dealt(units, sorted(tied), len(given))


def _begin(
    divisor: Divisor, sharing: Sharing, least: Sequence[int], most: Sequence[int]
) -> list[int]:
    """Give what each has a claim to at a rate near the right one, within its bounds.

    At the rate of the quotas, a method that rounds down or up would begin about half
    a unit too low or too high for each.
    """
    above, below = rate(sharing)
    twice = 2 * sharing.sum + divisor.lean * len(sharing.weights)
    if sharing.sum and twice > 0:
        above, below = above * twice, below * 2 * sharing.sum
    found = [divisor.units(weight * above, below) for weight in sharing.weights]
    return [
        low if count < low else min(count, high)
        for count, low, high in zip(found, least, most, strict=True)
    ]


def _move(
    units: list[int], ends: Sequence[int], many: int, step: int, claims: Claims
) -> tuple[int | None, int | None]:
    """Award so many units to the largest claims, or take back the smallest.

    Returns:
        The claim of the last that was moved, and of the one that would be next.
    """
    past = 0 if step > 0 else 1

    def turn(place: int) -> tuple[int, int]:
        return -step * claims.next(place, units[place] - past), place

    queue = [turn(place) for place, end in enumerate(ends) if units[place] != end]
    heapify(queue)
    moved = None
    for _ in range(many):
        moved, place = queue[0]
        units[place] += step
        if units[place] != ends[place]:
            heapreplace(queue, turn(place))
        else:
            heappop(queue)
    first = queue[0][0] if queue else None
    return _upright(moved, step), _upright(first, step)


def _upright(claim: int | None, step: int) -> int | None:
    return None if claim is None else -step * claim


def _wanted(units: list[int], most: Sequence[int], claims: Claims) -> dict[int, int]:
    return {
        place: claims.next(place, count)
        for place, count in enumerate(units)
        if count < most[place]
    }
