"""Takes bends out of the lines of a chart, where one upright can go on as the next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from masa.ground.chart_blocks import PITCH
from masa.ground.chart_rows import Riser, Run

__all__ = ["straighten"]

_Standing = Mapping[int, Sequence[Riser]]


def straighten(runs: Iterable[Run]) -> None:
    """Move uprights of neighbouring rows below one another, where nothing is hit.

    Lines from block to block come first, since they then have no bend at all.

    Args:
        runs: The level stretches between uprights.
    """
    runs = tuple(runs)
    standing: dict[int, list[Riser]] = defaultdict(list)
    for riser in dict.fromkeys(end for run in runs for end in run.ends):
        for channel in riser.channels:
            standing[channel].append(riser)
    fixed: set[Riser] = set()
    for run in sorted(runs, key=_rank):
        if run.ends[0].row != run.ends[1].row and _join(run, standing, fixed):
            fixed |= {*run.ends}


def _rank(run: Run) -> int:
    """Count the ends of a run that stand in gaps."""
    return sum(not end.ends_on_block for end in run.ends)


def _join(run: Run, standing: _Standing, fixed: set[Riser]) -> bool:
    """Give two uprights one place, if there is one, and say whether there is."""
    free = [end for end in run.ends if end not in fixed and not end.ends_on_pill]
    first = max(end.room.clear[0] for end in run.ends)
    last = min(end.room.clear[1] for end in run.ends)
    for x in _choices(run, first, last, free):
        if first <= x <= last and all(_has_room(end, x, run, standing) for end in free):
            for end in run.ends:
                end.x = x
            return True
    return False


def _choices(
    run: Run, first: float, last: float, free: Sequence[Riser]
) -> tuple[float, ...]:
    """Give the places that are worth a try, the best of them first."""
    middle = float(round((first + last) / 2))
    if len(free) == len(run.ends):
        own = (end.x for end in run.ends)
        return (middle, *own, middle - PITCH, middle + PITCH, first, last)
    return tuple(end.x for end in run.ends if end not in free) if free else ()


def _has_room(riser: Riser, x: float, run: Run, standing: _Standing) -> bool:
    """Say whether an upright can stand at a place without another too near."""
    for channel in riser.channels:
        for other in standing[channel]:
            if -PITCH < other.x - x < PITCH:  # which few are, and is quick to see
                least = PITCH if other.row == riser.row else PITCH / 2
                if abs(other.x - x) < least and other not in run.ends:
                    return False
    return True
