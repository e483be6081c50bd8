"""What each may get at least and at most, the fair share within that, and whether.

Within bounds, the quota of each is its weight times one common rate, or the bound
where that would be broken: ``quota = min(most, max(least, rate x weight))``. There
is one rate for which the quotas make the sum, so that what one payer is spared
falls on the others in proportion to their weights.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import gt
from typing import NamedTuple

__all__ = ["Sharing", "can_be_kept", "conflict", "limits", "quotas", "rate"]

Bound = tuple[str, str]


class Sharing(NamedTuple):
    """What is shared among places, each with a weight and perhaps with bounds.

    Args:
        weights: The weight of each place, zero or more.
        sum: The sum in whole units, or the numerator of it.
        least: What each gets at least; empty if there are no bounds.
        most: What each gets at most; empty if there are no bounds. For a weight of
            zero it is what it gets at least.
        parts: The denominator of the sum.
    """

    weights: Sequence[int]
    sum: int
    least: Sequence[int] = ()
    most: Sequence[int] = ()
    parts: int = 1


def limits(sharing: Sharing) -> tuple[Sequence[int], Sequence[int]]:
    """Give what each gets at least and at most, also where no bound was given."""
    if sharing.least:
        return sharing.least, sharing.most
    nothing = [0] * len(sharing.weights)
    return nothing, [sharing.sum if weight else 0 for weight in sharing.weights]


def rate(sharing: Sharing) -> tuple[int, int]:
    """Give the rate at which the quotas make the sum, as two whole numbers.

    The quotas grow with the rate, each from its least to its most, and bend
    there; the rate lies before the first bend at which they make the sum.
    """
    weights, whole, least, most, parts = sharing
    if not least:
        return whole, sum(weights) * parts or 1  # nobody has a weight: nobody gets any
    held, free = 0, 0
    bends: list[tuple[int, int, int]] = []
    shift = 2 * max(weights).bit_length()
    for weight, low, high in zip(weights, least, most, strict=True):
        if not weight or low == high:
            held += low
            continue
        if low:
            held += low
            bends.append(((low << shift) // weight, low, weight))
        else:
            free += weight
        if high * parts < whole:
            bends.append(((high << shift) // weight, high, -weight))
    for _, bound, turn in sorted(bends):
        weight = abs(turn)
        if (held * weight + bound * free) * parts >= whole * weight:
            break
        held += bound if turn < 0 else -bound
        free += turn
    return (whole - held * parts, free * parts) if free else (0, 1)


def quotas(sharing: Sharing) -> tuple[list[int], int]:
    """Give the quota of each, in parts of a unit.

    Returns:
        How many parts each is due, and how many parts make a unit.
    """
    above, parts = rate(sharing)
    due = [weight * above for weight in sharing.weights]
    if sharing.least:
        lows = [low * parts for low in sharing.least]
        highs = [high * parts for high in sharing.most]
        due = list(map(min, map(max, due, lows), highs))
    return due, parts


def can_be_kept(sharing: Sharing) -> bool:
    """Say whether shares within the bounds can make the sum."""
    return (
        not any(map(gt, sharing.least, sharing.most))
        and sum(sharing.least) * sharing.parts <= sharing.sum
        and sharing.sum <= sum(sharing.most) * sharing.parts
    )


def conflict(
    sharing: Sharing, lows: Mapping[Bound, int], highs: Mapping[Bound, int]
) -> tuple[Bound, ...]:
    """Give the smallest set of bounds that cannot be kept together; empty if all can.

    Args:
        sharing: The sum that has to be made.
        lows: What is asked at least, by what it is called and whose it is.
        highs: What is asked at most, likewise, for everybody if it is to bind.
    """
    found = [
        clash
        for clash in (
            *_crossed(lows, highs),
            _beyond(sharing, lows),
            _short(sharing, highs),
        )
        if clash
    ]
    return min(found, key=len, default=())


def _crossed(
    lows: Mapping[Bound, int], highs: Mapping[Bound, int]
) -> Iterator[tuple[Bound, ...]]:
    """Yield what one name gets at least together with the less it gets at most."""
    for what, name in sorted(lows):
        for other in ("cap", "fixed sum"):
            if lows[what, name] > highs.get((other, name), lows[what, name]):
                yield (what, name), (other, name)


def _beyond(sharing: Sharing, lows: Mapping[Bound, int]) -> tuple[Bound, ...]:
    """Give the fewest that are more than the sum together: the largest of them."""
    taken: dict[str, Bound] = {}
    spent = 0
    for bound in sorted(lows, key=lambda bound: (-lows[bound], bound)):
        if bound[1] not in taken:
            taken[bound[1]] = bound
            spent += lows[bound]
            if spent * sharing.parts > sharing.sum:
                return tuple(taken.values())
    return ()


def _short(sharing: Sharing, highs: Mapping[Bound, int]) -> tuple[Bound, ...]:
    """Give all of them, if everybody has one and they do not reach the sum."""
    tightest: dict[str, Bound] = {}
    for bound in sorted(highs, key=lambda bound: (highs[bound], bound)):
        tightest.setdefault(bound[1], bound)
    reach = sum(highs[bound] for bound in tightest.values())
    is_short = reach * sharing.parts < sharing.sum
    everybody = len(tightest) == len(sharing.weights)
    return tuple(tightest.values()) if everybody and is_short else ()
