"""Which cards and boxes of a chart stand side by side, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from masa.ground.chart_blocks import PITCH, Slab, measured
from masa.ground.chart_breaking import broken
from masa.ground.chart_rows import GAP, MARGIN, Gap, Place, Row
from masa.ground.charts import Band, Box, Chart

__all__ = ["keys_of", "ordered", "places_of", "rows_of"]


def rows_of(chart: Chart, limit: float, before: Sequence[Row] = ()) -> list[Row]:
    """Put the blocks of a chart into rows no wider than a limit, if they fit.

    Args:
        chart: What is drawn.
        limit: How wide a row may be, with the lines that pass it.
        before: The same rows as they were found first, with their lines: where one
            is too wide, its blocks become narrower.
    """
    ends = Counter(key for link in chart.links for key in (link.source, link.target))
    bands = _bands(chart)
    ports, passing = _ports(chart, bands), _passing(chart, bands)
    rows: list[Row] = []
    for number, band in enumerate(chart.bands):
        sizes = [measured(b, ends, ports[b.key]) for b in band.blocks]
        passing[number] += sum(ends[key] for key in _pills_of(band))
        room = max(limit / 2, limit - PITCH * passing[number])
        over = [max(0, row.width - limit) for row in before if row.band is band]
        for few in broken(sizes, room, over):
            for place, slab in enumerate(few):
                slab.row, slab.place = len(rows), place
            between = [Gap(least=GAP) for _ in few[1:]]
            gaps = [Gap(least=MARGIN), *between, Gap(least=MARGIN)]
            rows.append(Row(band=band, slabs=few, gaps=gaps))
    return rows


def _bands(chart: Chart) -> dict[str, int]:
    """Number the band of each thing."""
    return {
        key: number for number, band in enumerate(chart.bands) for key in keys_of(band)
    }


def _passing(chart: Chart, bands: Mapping[str, int]) -> Counter[int]:
    """Count the lines that pass each band on their way."""
    passing = Counter[int]()
    for link in chart.links:
        first, last = sorted((bands[link.source], bands[link.target]))
        passing.update(range(first + 1, last))
    return passing


def _ports(chart: Chart, bands: Mapping[str, int]) -> dict[str, int]:
    """Count how many lines may end on the more crowded side of each block."""
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


def _pills_of(band: Band) -> Iterator[str]:
    for block in band.blocks:
        if isinstance(block, Box):
            yield from (pill.key for pill in block.pills)


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
