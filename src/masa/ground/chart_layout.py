"""Which cards and boxes of a chart stand side by side, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from masa.ground.chart_blocks import Slab, measured
from masa.ground.chart_rows import GAP, MARGIN, Gap, Place, Row
from masa.ground.charts import Band, Box, Chart

__all__ = ["keys_of", "ordered", "places_of", "rows_of"]


def rows_of(chart: Chart, limit: float) -> list[Row]:
    """Put the blocks of a chart into rows no wider than a limit, if they fit.

    Args:
        chart: What is drawn.
        limit: How wide a row may be.
    """
    ends = Counter(key for link in chart.links for key in (link.source, link.target))
    ports = _ports(chart)
    rows: list[Row] = []
    for band in chart.bands:
        slabs = [measured(b, ends, ports[b.key]) for b in band.blocks]
        for few in _broken(slabs, limit):
            for place, slab in enumerate(few):
                slab.row, slab.place = len(rows), place
            between = [Gap(least=GAP) for _ in few[1:]]
            gaps = [Gap(least=MARGIN), *between, Gap(least=MARGIN)]
            rows.append(Row(band=band, slabs=few, gaps=gaps))
    return rows


def _ports(chart: Chart) -> dict[str, int]:
    """Count how many lines may end on the more crowded side of each block."""
    bands = {
        key: number for number, band in enumerate(chart.bands) for key in keys_of(band)
    }
    up, down = Counter[str](), Counter[str]()
    for link in chart.links:
        for own, other in ((link.source, link.target), (link.target, link.source)):
            up[own] += bands[other] <= bands[own]
            down[own] += bands[other] >= bands[own]
    return {key: max(up[key], down[key]) for key in bands}


def keys_of(band: Band) -> Iterable[str]:
    """Give the keys of everything in a band."""
    for block in band.blocks:
        yield block.key
        if isinstance(block, Box):
            yield from (pill.key for pill in block.pills)


def _broken(slabs: Iterable[Slab], limit: float) -> list[list[Slab]]:
    """Break blocks into as few rows as will do, and those about equally wide."""
    slabs = tuple(slabs)
    fewest = _filled(slabs, limit)
    tighter = (_filled(slabs, limit * share / 20) for share in range(10, 20))
    return next((rows for rows in tighter if len(rows) == len(fewest)), fewest)


def _filled(slabs: Iterable[Slab], limit: float) -> list[list[Slab]]:
    rows: list[list[Slab]] = []
    taken = limit
    for slab in slabs:
        taken += GAP + slab.width
        if taken > limit:
            rows.append([])
            taken = 2 * MARGIN + slab.width
        rows[-1].append(slab)
    return rows


def places_of(rows: Iterable[Row]) -> dict[str, Place]:
    """Say where the lines of each thing end, by its key."""
    places = {}
    for slab in (slab for row in rows for slab in row.slabs):
        places[slab.block.key] = Place(slab)
        for pill in (pill for pills in slab.pills for pill in pills):
            places[pill.pill.key] = Place(slab, pill)
    return places


def ordered(chart: Chart, rows: Sequence[Row], places: Mapping[str, Place]) -> None:
    """Move the blocks of each row nearer to those to which their lines go.

    Blocks without lines stay about where they are.

    Args:
        chart: What is drawn.
        rows: Its rows, which are placed from left to right.
        places: Where the lines of each thing end.
    """
    others: dict[Slab, list[Slab]] = defaultdict(list)
    for link in chart.links:
        one, other = places[link.source].slab, places[link.target].slab
        if one.row != other.row:
            others[one].append(other)
            others[other].append(one)
    for row in (*rows, *reversed(rows), *rows):
        aims = {
            slab: sum(other.middle for other in others[slab]) / len(others[slab])
            if others[slab]
            else slab.middle
            for slab in row.slabs
        }
        row.slabs.sort(key=aims.__getitem__)
        for place, slab in enumerate(row.slabs):
            slab.place = place
        row.centre()
