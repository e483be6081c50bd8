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
from heapq import heapify, heappop, heapreplace, nlargest, nsmallest
from math import gcd, inf
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
    """A rule by which claims shrink, told of many places at once.

    Args:
        of: What each weight is divided by, for who has so many units; for squared
            claims, what the square of the weight is.
        units: How many units of each have a claim at the rate ``above / below``, from
            the weights, ``above`` and ``below``.
        is_squared: Whether the square of the claim is compared.
        lean: How far it rounds down (1) or up (-1), in halves of a unit.
    """

    of: Callable[[Sequence[int]], Sequence[int]]
    units: Callable[[Sequence[int], int, int], Sequence[int]]
    is_squared: bool = False
    lean: int = 0


def _rounded(weights: Sequence[int], above: int, below: int) -> list[int]:
    """Round each quota, halves up."""
    twice, whole = 2 * above, 2 * below
    return [(weight * twice + below) // whole for weight in weights]


def _geometric(weights: Sequence[int], above: int, below: int) -> list[int]:
    """Count the k from zero with ``k (k + 1) <= quota ** 2``.

    They are those below the whole of the quota, and perhaps that one itself.
    """
    due = (divmod(weight * above, below) for weight in weights)
    return [
        k + (2 * rest >= below or rest * rest >= k * below * (below - 2 * rest))
        for k, rest in due
    ]


DHONDT = Divisor(
    lambda held: [k + 1 for k in held],
    lambda weights, above, below: [w * above // below for w in weights],
    lean=1,
)
WEBSTER = Divisor(lambda held: [2 * k + 1 for k in held], _rounded)
ADAMS = Divisor(
    lambda held: held,
    lambda weights, above, below: [w * above // below + 1 for w in weights],
    lean=-1,
)
HUNTINGTON_HILL = Divisor(
    lambda held: [k * (k + 1) for k in held], _geometric, is_squared=True
)


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
        [largest] = self.of([sharing.sum])
        self.shift = 2 * largest.bit_length()
        self.first = max(self.weights) << self.shift

    def next(self, place: int, held: int) -> int:
        """Give the claim of a place that has so many units to one more."""
        [by] = self.of([held])
        weight = self.weights[place]
        return (weight << self.shift) // by if by else self.first + weight

    def roughly(self, held: Sequence[int]) -> list[float]:
        """Give the claim of each place, rounded: a larger one never becomes smaller."""
        by = self.of(held)
        return [w / of if of else inf for w, of in zip(self.weights, by, strict=True)]

    def equal(self, place: int, held: Sequence[int]) -> list[int]:
        """Give the places whose claim is that of a place, which is one of them."""
        rough, claim = self.roughly(held), self.next(place, held[place])
        alike = (one for one, about in enumerate(rough) if about == rough[place])
        return [one for one in alike if self.next(one, held[one]) == claim]


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
        _, other = _move(units, most, 0, 1, claims)
    if last is None or other is None or abs(last.claim) != abs(other.claim):
        return Dealt(units)
    held = claims.equal(last.place, [count - 1 for count in units])
    given = [place for place in held if units[place] != least[place]]
    wanted = claims.equal(other.place, units)
    tied = sorted((*given, *(one for one in wanted if units[one] != most[one])))
    for place in given:
        units[place] -= 1
    return Dealt(units, tied, len(given))


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
        by = gcd(above, below)
        above, below = above // by, below // by
    found = divisor.units(sharing.weights, above, below)
    return [
        low if count < low else high if count > high else count  # noqa: FURB136 (a call takes longer)
        for count, low, high in zip(found, least, most, strict=True)
    ]


class _Turn(NamedTuple):
    """Whose turn it is, and by what claim: below nought where the largest is first."""

    claim: int
    place: int


def _move(
    units: list[int], ends: Sequence[int], many: int, step: int, claims: Claims
) -> tuple[_Turn | None, _Turn | None]:
    """Award so many units to the largest claims, or take back the smallest.

    Returns:
        The last turn, and the one that would be next.
    """
    past = 0 if step > 0 else 1

    def turn(place: int) -> _Turn:
        return _Turn(-step * claims.next(place, units[place] - past), place)

    queue = [*map(turn, _foremost(units, ends, many, step, claims))]
    heapify(queue)
    moved = None
    for _ in range(many):
        moved = queue[0]
        units[moved.place] += step
        if units[moved.place] != ends[moved.place]:
            heapreplace(queue, turn(moved.place))
        else:
            heappop(queue)
    return moved, queue[0] if queue else None


def _foremost(
    units: Sequence[int], ends: Sequence[int], many: int, step: int, claims: Claims
) -> Sequence[int]:
    """Give everybody who may have one of so many turns, or the one after them."""
    held = units if step > 0 else [count - 1 for count in units]
    rough = claims.roughly(held)
    open_ = [place for place, end in enumerate(ends) if units[place] != end]
    if len(open_) <= many + 1:
        return open_
    now = [rough[place] for place in open_]
    if step > 0:
        last = nlargest(many + 1, now)[-1]
        return [place for place in open_ if rough[place] >= last]
    last = nsmallest(many + 1, now)[-1]
    return [place for place in open_ if rough[place] <= last]
