"""Numbers known within bounds: one of several, none perhaps, and long sums of them."""

from collections.abc import Iterable
from functools import lru_cache

from masa.ground.durations import MOST
from masa.ground.quantities import READINGS_MOST, Count
from masa.ground.text import NAME_MOST, in_short

__all__ = [
    "NOTHING",
    "ONE",
    "amount",
    "countable",
    "either",
    "lowered",
    "nameable",
    "or_none",
    "smoothed",
    "total",
    "untold",
]

NOTHING, ONE = Count.exactly(0), Count.exactly(1)


def total(counts: Iterable[Count]) -> Count:
    """Add up, as the sum of counts does, but many at once; beyond 10¹² it is open."""
    held = tuple(counts)
    if len(held) <= 1:
        return held[0] if held else NOTHING
    first, times = held[0], len(held)
    if first.is_known and held.count(first) == times and first.least * times <= MOST:
        return _exactly(first.least * times)  # which is much faster to see
    least, most, known, sums = 0, 0, 0, {0}
    is_open = False
    missing: dict[str, None] = {}
    for count in held:
        least += count.least
        is_open = is_open or count.most is None
        most += count.most or 0
        if count.not_stated:
            missing |= dict.fromkeys(count.not_stated)
        if count.least == count.most:
            known += count.least
        elif sums:
            sums = {one + other for one in sums for other in count.readings}
            sums = sums if len(sums) <= READINGS_MOST else set()
    if is_open or most > MOST:
        return Count(min(least, MOST), None, (), missing)
    if least == most:
        return _exactly(least, *missing)
    return Count(least, most, [known + one for one in sums], missing)


@lru_cache(maxsize=1024)
def _exactly(number: int, *missing: str) -> Count:
    """Give a number that is known, beside what could not be counted in."""
    return Count(number, number, (), missing)


@lru_cache(maxsize=1024)
def untold(name: str) -> Count:
    """Give a number of which nothing is known, as it is not stated of what is named."""
    return Count.unknown(name)


def either(counts: Iterable[Count]) -> Count:
    """Give a number that is one of several counts, without choosing."""
    held = tuple(counts)
    if len(held) == 1:
        return held[0]
    ends = [count.most for count in held]
    known = [end for end in ends if end is not None]
    readings = {n for count in held for n in count.readings}
    is_listed = all(count.readings for count in held) and len(readings) <= READINGS_MOST
    return Count(
        min(count.least for count in held),
        max(known) if len(known) == len(ends) else None,
        readings if is_listed else (),
        (name for count in held for name in count.not_stated),
    )


@lru_cache(maxsize=1024)
def or_none(count: Count) -> Count:
    """Give the number, or none at all."""
    return either((NOTHING, count))


def lowered(count: Count, by: int) -> Count:
    """Give the number, or any that is less, by so much at most."""
    if not by:
        return count
    least, most = max(0, count.least - by), count.most
    readings = (least, most) if most is not None and most - least == 1 else ()
    return Count(least, most, readings, count.not_stated)


def smoothed(count: Count) -> Count:
    """Allow every number between the bounds."""
    if count.least == count.most:
        return count
    return Count(count.least, count.most, (), count.not_stated)


def amount(count: Count) -> str:
    """Print the number alone, without what could not be counted in."""
    return str(Count(count.least, count.most, count.readings))


@lru_cache(maxsize=1024)
def nameable(words: str) -> str:
    """Put a description in one short line, so that it can name what is not stated."""
    return in_short(" ".join(words.split()))


def countable(label: str) -> str:
    """Cut the middle out of what names one, if it is longer than a name may be."""
    half = NAME_MOST // 2 - 1
    return label if len(label) <= NAME_MOST else f"{label[:half]}…{label[-half:]}"
