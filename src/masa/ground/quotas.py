"""Shares by quota: the whole units first, then what is left by a rule.

By *largest remainder* what is left goes to the largest parts of a unit, *first
come* gives it in the order of the places, and *whole blocks* leaves it over. Each
share is its quota rounded down or up (the quota rule), within the bounds too, as
these are whole: largest remainder gives, of all whole shares within the bounds
that make the sum, those that lie nearest to the quotas, as the sum of the
distances and as that of their squares. Nobody is "clipped" after the fact.
"""

from collections.abc import Sequence
from typing import NamedTuple

from masa.ground.bounds import Sharing, quotas

__all__ = ["Dealt", "by_first_come", "by_largest_remainder", "by_whole_blocks"]


class Dealt(NamedTuple):
    """What each place gets, but for the last units if several claim them equally.

    Args:
        units: The whole units of each place.
        tied: The places of equal claim, of whom only some get one unit more.
        spare: How many of them do.
    """

    units: list[int]
    tied: Sequence[int] = ()
    spare: int = 0


def by_largest_remainder(sharing: Sharing) -> Dealt:
    """Give each the whole of its quota, then a unit to each largest remainder."""
    due, parts = quotas(sharing)
    rests = [many % parts for many in due]
    left = sum(rests) // parts
    if not left:
        return Dealt([many // parts for many in due])
    ranked = sorted(rests, reverse=True)
    last = ranked[left - 1]
    is_tied = last == ranked[left]  # more than `left`, as each is below a unit
    more = parts - last - is_tied  # lifts to a unit whatever is large enough
    units = [(many + more) // parts for many in due]
    if not is_tied:
        return Dealt(units)
    tied = [place for place, rest in enumerate(rests) if rest == last]
    return Dealt(units, tied, left - ranked.index(last))


def by_first_come(sharing: Sharing) -> Dealt:
    """Give each the whole of its quota, then a unit to the first with a remainder."""
    due, parts = quotas(sharing)
    rests = [many % parts for many in due]
    units = [many // parts for many in due]
    left = sum(rests) // parts
    for place in [place for place, rest in enumerate(rests) if rest][:left]:
        units[place] += 1
    return Dealt(units)


def by_whole_blocks(sharing: Sharing) -> Dealt:
    """Give each the whole of its quota, and leave the rest over."""
    due, parts = quotas(sharing)
    return Dealt([many // parts for many in due])
