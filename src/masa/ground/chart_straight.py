"""Takes bends out of the lines of a chart, where one upright can go on as the next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from masa.ground.chart_blocks import PITCH
from masa.ground.chart_rows import Riser, Run

__all__ = ["straighten"]


class _Standing:
    """The uprights of each room between rows, to be found by where they stand."""

    def __init__(self, risers: Iterable[Riser]) -> None:
        self._rooms: dict[int, dict[int, list[Riser]]] = defaultdict(dict)
        for riser in risers:
            self._put(riser)

    def _put(self, riser: Riser) -> None:
        place = int(riser.x // PITCH)
        for channel in riser.channels:
            self._rooms[channel].setdefault(place, []).append(riser)

    def move(self, riser: Riser, x: float) -> None:
        """Let an upright stand elsewhere."""
        place = int(riser.x // PITCH)
        for channel in riser.channels:
            self._rooms[channel][place].remove(riser)
        riser.x = x
        self._put(riser)

    def has_room(self, riser: Riser, x: float, run: Run) -> bool:
        """Say whether an upright of a run can stand at a place, far from others."""
        place = int(x // PITCH)
        for channel in riser.channels:
            room = self._rooms[channel]
            for near in (place, place - 1, place + 1):
                for other in room.get(near, ()):
                    least = PITCH if other.row == riser.row else PITCH / 2
                    if -least < other.x - x < least and other not in run.ends:
                        return False
        return True


def straighten(runs: Iterable[Run]) -> None:
    """Move uprights of neighbouring rows below one another, where nothing is hit.

    Lines from block to block come first, since they then have no bend at all.

    Args:
        runs: The level stretches between uprights.
    """
    runs = tuple(runs)
    standing = _Standing(dict.fromkeys(end for run in runs for end in run.ends))
    fixed: set[Riser] = set()
    for run in sorted(runs, key=_rank):
        if run.ends[0].row != run.ends[1].row and _join(run, standing, fixed):
            fixed |= {*run.ends}


def _rank(run: Run) -> int:
    """Count the ends of a run that stand in gaps."""
    return sum(not end.ends_on_block for end in run.ends)


def _join(run: Run, standing: _Standing, fixed: set[Riser]) -> bool:
    """Give two uprights one place, if there is one, and say whether there is."""
    first = max(end.room.clear[0] for end in run.ends)
    last = min(end.room.clear[1] for end in run.ends)
    if first > last:
        return False
    free = [end for end in run.ends if end not in fixed and not end.ends_on_pill]
    for x in _choices(run, first, last, free):
        if first <= x <= last:
            moved = [end for end in free if end.x != x]
            if all(standing.has_room(end, x, run) for end in moved):
                for end in moved:
                    standing.move(end, x)
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
