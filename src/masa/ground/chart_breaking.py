"""How the blocks of a band are broken into rows, and which size each of them has."""

from collections.abc import Iterator, Sequence

from masa.ground.chart_blocks import STACKED, Slab, settle
from masa.ground.chart_rows import GAP, MARGIN

__all__ = ["broken"]

_BETWEEN = 90  # what a further row adds to the height of a chart, about
_BETWEEN_LOOSE = 30  # and if no line runs there
_STEEP = 4_000
_TRIED = 24  # of the heights that blocks may have
_SHARES = 20

_Sizes = Sequence[Slab]
_Pile = list[tuple[Slab, _Sizes]]  # one below the other, each with its other sizes
_Row = list[_Pile]


def broken(
    blocks: Sequence[_Sizes], limit: float, over: Sequence[float] = ()
) -> list[list[Slab]]:
    """Break blocks into rows, and choose their sizes, so that all is as low as can be.

    As many blocks stand in a row as fit if none is higher than some height; of all
    heights that is taken with which the rows are lowest. Then each row becomes as low
    as its room allows. A block without lines may stand below another.

    Args:
        blocks: The sizes that each block may have.
        limit: How wide a row may be.
        over: By how much each row proves too wide, with the lines that pass it; its
            blocks are then narrower, if they can be.
    """
    best = min(_ways(blocks, limit), key=lambda rows: _cost(_piled(rows)), default=[])
    rows = min(_evened(best, limit), key=_cost, default=[])
    for number, less in enumerate(over):
        if less and all(len(pile) == 1 for pile in rows[number]):
            rows[number] = _lowest(rows[number], _width(rows[number]) - less)
    for pile in (pile for row in rows for pile in row):
        pile[0][0].below = [slab for slab, _ in pile[1:]]
        for slab, _ in pile:
            slab.width = pile[0][0].width
            settle(slab)
    return [[pile[0][0] for pile in row] for row in rows]


def _ways(blocks: Sequence[_Sizes], limit: float) -> Iterator[list[_Row]]:
    tied = [few for few in blocks if few[0].is_tied]
    loose = [few for few in blocks if not few[0].is_tied]
    orders = [blocks]
    if len(loose) > 1:
        orders.append([*tied, *sorted(loose, key=lambda few: -few[0].height)])
    heights = _heights(blocks)
    for height in heights[:: 1 + len(heights) // _TRIED]:
        for order in orders:
            yield _filled([[(_up_to(height, few), few)] for few in order], limit)


def _heights(blocks: Sequence[_Sizes]) -> list[float]:
    """Give the heights that blocks may have, the highest first."""
    return sorted({slab.height for few in blocks for slab in few}, reverse=True)


def _up_to(height: float, sizes: _Sizes) -> Slab:
    """Choose the narrowest size that is no higher than a height, if there is one."""
    return next((slab for slab in sizes if slab.height <= height), sizes[-1])


def _filled(piles: _Row, limit: float) -> list[_Row]:
    rows: list[_Row] = []
    taken = limit
    for pile in piles:
        width = pile[0][0].width
        taken += GAP + width
        if taken > limit:
            rows.append([])
            taken = 2 * MARGIN + width
        rows[-1].append(pile)
    return rows


def _cost(rows: Sequence[_Row]) -> float:
    return sum(map(_cost_of, rows))


def _cost_of(row: _Row) -> float:
    height = max(pile[0][0].height for pile in row)
    is_tied = any(pile[0][0].is_tied for pile in row)
    return height + height * height / _STEEP + (_BETWEEN if is_tied else _BETWEEN_LOOSE)


def _evened(rows: list[_Row], limit: float) -> Iterator[list[_Row]]:
    """Break blocks into as few rows as will do, and those about equally wide."""
    piles = [pile for row in rows for pile in row]
    for share in range(_SHARES // 2, _SHARES + 1):
        tighter = _filled(piles, limit * share / _SHARES)
        if len(tighter) == len(rows):
            yield _piled([_lowest(row, limit) for row in tighter])


def _width(row: _Row) -> float:
    """Give how wide a row is at least, where no line passes it."""
    blocks = sum(pile[0][0].width for pile in row)
    return blocks + 2 * MARGIN + GAP * (len(row) - 1)


def _lowest(row: _Row, limit: float) -> _Row:
    """Choose the sizes with which a row is lowest and not too wide."""
    blocks = [few for _, few in (pile[0] for pile in row)]
    least = max(few[-1].height for few in blocks)
    chosen = [few[0] for few in blocks]
    room = limit - 2 * MARGIN - GAP * (len(row) - 1)
    for height in _heights(blocks):
        wider = [_up_to(height, few) for few in blocks]
        if height < least or sum(slab.width for slab in wider) > room:
            break
        chosen = wider
    return [[pick] for pick in zip(chosen, blocks, strict=True)]


def _piled(rows: list[_Row]) -> list[_Row]:
    """Do without each row whose blocks all find room below those of other rows."""
    for row in rows if len(rows) > 1 else ():
        if not any(pile[0][0].is_tied or len(pile) > 1 for pile in row):
            others = [
                [list(pile) for pile in other] for other in rows if other is not row
            ]
            if all(_finds_room(pile[0][1], others) for pile in row):
                return _piled(others)
    return rows


def _finds_room(sizes: _Sizes, rows: Sequence[_Row]) -> bool:
    """Put a block below another of a higher row, and say whether there was room."""
    for row in rows:
        highest = max(pile[0][0].height for pile in row)
        for pile in row:
            if not pile[0][0].is_tied:
                room = highest - sum(slab.height + STACKED for slab, _ in pile)
                width = pile[0][0].width
                for slab in sizes:
                    if slab.width <= width and slab.height <= room:
                        pile.append((slab, sizes))
                        return True
    return False
