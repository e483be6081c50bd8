"""Paints a chart: bands, blocks, lines with their letters, and the key to the lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, zip_longest
from math import ceil

from attrs import define, evolve, field

from masa.ground.chart_blocks import BOLD, STACKED, PillPlace, Slab
from masa.ground.chart_keys import badge, badges, entries, painted_head
from masa.ground.chart_layout import keys_of, rows_of
from masa.ground.chart_routes import BARE, TRACK, Channel, Route, routed
from masa.ground.chart_rows import Row
from masa.ground.charts import Band, Chart, Kind, Outline
from masa.ground.errors import KindError
from masa.ground.frames import LEAST_WIDTH, check_width
from masa.ground.lettering import shortened
from masa.ground.svg import (
    ACCENT,
    GREY,
    INK,
    PAPER,
    Point,
    document,
    group,
    path,
    rect,
    text,
)
from masa.ground.text import echo

__all__ = ["painted"]

A4 = 297 / 210
_LIMITS = range(900, 2_800, 100)  # widths tried for a sheet of A4
_PANEL = "#f5f3ee"
_PANEL_EDGE = 12
_MARGIN = 28
_NARROWED_MOST = 1.3  # what is wider still is so by its lines
_ASIDES = (
    260,
    300,
    340,
    380,
    420,
    480,
    560,
    640,
    780,
    940,
)  # and for what no line reaches, beside
_LABELS = 140  # for the names of the bands
_TITLE_SIZE = 22
_LABEL_SIZE = 13
_TEXT_SIZE = 12
_FROM_BLOCK = 11  # to the middle of the letter of a line
_NOTHING = "There is nothing to show."

_Painted = tuple[list[str], float]  # the parts, and the height at which they end


@define
class _Column:
    """Rows one below the other, with the panels of their bands.

    Args:
        rows: The rows.
        x: Where the panels begin.
        width: How wide they are.
    """

    rows: list[Row]
    x: float
    width: float

    @property
    def shift(self) -> float:
        """How far to the right everything stands that was placed around zero."""
        return round(self.x + (self.width + _LABELS) / 2)


@define
class _Plan:
    """A chart with every place in it, from which it can be painted."""

    chart: Chart
    rows: list[Row]
    routes: list[Route]
    channels: list[Channel]
    width: float
    aside: list[Row] = field(factory=list)
    side: float = 0
    bottom: float = 0
    height: float = 0

    @property
    def room(self) -> float:
        """How wide the paper is between its margins."""
        return self.width - 2 * _MARGIN

    @property
    def columns(self) -> tuple[_Column, ...]:
        """The main column, and the one beside it if there is one."""
        edge = self.width - _MARGIN
        if not self.aside:
            return (_Column(self.rows, _MARGIN, self.room),)
        main = self.room - self.side - _MARGIN
        return (
            _Column(self.rows, _MARGIN, main),
            _Column(self.aside, edge - self.side, self.side),
        )


def painted(chart: Chart, *, width: int = 1600, landscape: bool = False) -> str:
    """Paint a chart, as an SVG picture that needs nothing else.

    Args:
        chart: What is drawn.
        width: About how wide the picture may become before a row is broken, in
            pixels, from 480 to 10,000; where very many lines run it is wider.
        landscape: Whether the picture has the proportions of a sheet of A4 that lies
            on its side, or of a larger one; its rows are then broken as suits the
            sheet, not the width, and what no line reaches stands beside the rest.

    Raises:
        RangeError: If the width is out of range.
        KindError: If it is not said by yes or no whether it is a sheet.

    Example:
        >>> "There is nothing to show." in painted(Chart(title="Nothing"))
        True
    """
    check_width(width)
    _check_flag(landscape)
    if not landscape:
        return _document(_narrowed(chart, width))
    main, beside = _split(chart)
    plans = [*_tried(partial(_planned, chart))]
    if beside:
        plans += _tried(partial(_with_aside, chart, main, beside))
    best = min(plans, key=lambda plan: max(plan.width, plan.height * A4))
    _fit(best)
    return _document(best)


def _check_flag(landscape: object) -> None:
    if not isinstance(landscape, bool):
        raise KindError(
            f"landscape: {echo(landscape)} is not yes or no",
            remedy="give True or False",
        )


def _tried(plan_of: Callable[[float], _Plan]) -> Iterator[_Plan]:
    """Try wider plans while they are too high for a sheet, and narrower ones if not."""
    first, last = 0, len(_LIMITS)
    while first < last:
        middle = (first + last) // 2
        plan = plan_of(_LIMITS[middle])
        yield plan
        if plan.width < plan.height * A4:
            first = middle + 1
        else:
            last = middle


def _narrowed(chart: Chart, limit: float) -> _Plan:
    """Plan narrower blocks where rows are somewhat too wide with their lines."""
    plan = _planned(chart, limit)
    if limit < plan.width <= limit * _NARROWED_MOST:
        narrower = _planned(chart, limit, plan.rows)
        plan = narrower if narrower.width <= limit else plan
    return plan


def _planned(chart: Chart, limit: float, before: Sequence[Row] = ()) -> _Plan:
    rows = rows_of(chart, limit - 2 * _MARGIN - _LABELS, before)
    routes, channels = routed(chart, rows)
    width = max(LEAST_WIDTH, _widest(rows) + _LABELS + 2 * _MARGIN)
    plan = _Plan(chart=chart, rows=rows, routes=routes, channels=channels, width=width)
    _set_heights(plan)
    return plan


def _with_aside(
    chart: Chart, main: Chart, beside: tuple[Band, ...], limit: float
) -> _Plan:
    """Plan what lines reach, and what none reaches in as narrow a column as will do."""
    plan = _planned(main, limit)
    plan.chart, lowest, width = chart, plan.bottom, plan.width
    for room in _ASIDES:
        plan.aside = rows_of(evolve(chart, bands=beside, links=()), room)
        for row in plan.aside:
            row.centre()
        plan.side = _widest(plan.aside) + _LABELS
        plan.width = width + _MARGIN + plan.side
        _set_heights(plan)
        if plan.bottom <= lowest:
            break
    return plan


def _split(chart: Chart) -> tuple[Chart, tuple[Band, ...]]:
    """Part the bands at which no line ends from the others, if there are both."""
    tied = {key for link in chart.links for key in (link.source, link.target)}
    main = tuple(band for band in chart.bands if not tied.isdisjoint(keys_of(band)))
    rest = tuple(band for band in chart.bands if band not in main)
    return (evolve(chart, bands=main), rest) if main else (chart, ())


def _widest(rows: Iterable[Row]) -> float:
    return max((row.width for row in rows), default=0)


def _fit(plan: _Plan) -> None:
    """Give a plan the proportions of A4, with white space where it has too little."""
    plan.width = max(plan.width, ceil(plan.height * A4))
    _set_heights(plan)
    spare = plan.width / A4 - plan.height
    _set_heights(plan, spare / max(1, len(plan.rows) - 1))
    plan.height = plan.width / A4


def _set_heights(plan: _Plan, spare: float = 0) -> None:
    """Place everything from top to bottom, with some room to spare between rows."""
    top = _heading(plan)[1]
    first, *others = plan.channels
    y = _through(first, top - first.above + _PANEL_EDGE)
    for row, channel in zip(plan.rows, others, strict=True):
        row.place_at(y)
        inner = 0 if channel is others[-1] else spare / 2
        y = _through(channel, y + row.height + inner) + inner
    plan.bottom = max(y, _stacked(plan.aside, top + first.below + first.tracks))
    plan.height = _foot(plan)[1] + _MARGIN


def _stacked(rows: list[Row], y: float) -> float:
    """Place rows between which no line runs, and say where the last of them ends."""
    y += _PANEL_EDGE
    for row, after in zip_longest(rows, rows[1:]):
        row.place_at(y)
        is_inside = after is not None and row.band is after.band
        y += row.height + (STACKED if is_inside else 2 * BARE)
    return y


def _through(channel: Channel, y: float) -> float:
    """Place the tracks of a channel that begins at a height, and say where it ends."""
    y += channel.above
    for run in channel.runs:
        run.y = y + (run.track + 0.5) * TRACK
    return y + channel.tracks + channel.below


def _document(plan: _Plan) -> str:
    chart = plan.chart
    blocks = (
        _block(slab, column.shift)
        for column in plan.columns
        for row in column.rows
        for first in row.slabs
        for slab in first.pile
    )
    layers = (
        *_heading(plan)[0],
        _layer("Bands", _panels(plan)),
        _layer("Boxes", blocks),
        _layer("Lines", _lines(plan)),
        _layer("Key and notes", _foot(plan)[0]),
    )
    return document(
        layers,
        width=plan.width,
        height=plan.height,
        title=chart.title,
        description=chart.description,
    )


def _layer(title: str, parts: Iterable[str]) -> str:
    inside = tuple(parts)
    return group(inside, title=title) if inside else ""


def _heading(plan: _Plan) -> _Painted:
    size = _TITLE_SIZE
    title = plan.chart.title
    parts, y = [], float(_MARGIN)
    for words in shortened(title, width=plan.room, size=size * BOLD, most=3):
        y += size
        parts.append(text(words, (_MARGIN, y), size=size, bold=True))
        y += 6
    if not plan.rows:
        y += 30
        parts.append(text(_NOTHING, (_MARGIN, y), size=14, fill=GREY))
    return parts, y + 16


def _panels(plan: _Plan) -> Iterator[str]:
    """Put paper of a shade of its own behind each band, with its name on it."""
    for column in plan.columns:
        for band, several in groupby(column.rows, key=lambda row: row.band):
            rows = list(several)
            top = rows[0].y - _PANEL_EDGE
            height = rows[-1].y + rows[-1].height + _PANEL_EDGE - top
            corner, size = (column.x, top), (column.width, height)
            panel = rect(corner, size, fill=_PANEL, radius=6)
            yield group([panel, *_label(band.label, corner, height)], title=band.label)


def _label(label: str, corner: Point, height: float) -> Iterator[str]:
    lead, size = _LABEL_SIZE + 4, _LABEL_SIZE
    most = max(1, int((height - 24) // lead))
    lines = shortened(label, width=_LABELS - 24, size=size * BOLD, most=most)
    x, y = corner
    for number, words in enumerate(lines):
        at = (x + _PANEL_EDGE, y + 27 + lead * number)
        yield text(words, at, size=size, fill=GREY, bold=True)


def _block(slab: Slab, shift: float) -> str:
    x, y = slab.x + shift, slab.y
    outline = slab.block.outline
    frame = rect(
        (x, y),
        (slab.width, slab.height),
        stroke=INK,
        width=2.5 if outline is Outline.HEAVY else 1,
        dashes="5 3" if outline is Outline.DASHED else None,
        radius=4,
    )
    written = (
        text(
            one.words,
            (x + one.x, y + one.y),
            size=one.size,
            fill=ACCENT if one.look == "mark" else INK,
            bold=one.look != "line",
        )
        for one in slab.texts
    )
    pills = (_pill(pill, (x, y)) for row in slab.pills for pill in row)
    return group([frame, *written, *pills], title=slab.block.title)


def _pill(pill: PillPlace, corner: Point) -> str:
    x, y = corner[0] + pill.x, corner[1] + pill.y
    outline = pill.pill.outline
    frame = rect(
        (x, y),
        (pill.width, pill.height),
        fill=_PANEL if outline is Outline.PLAIN else PAPER,
        stroke=GREY,
        width=2 if outline is Outline.HEAVY else 0.8,
        dashes="4 3" if outline is Outline.DASHED else None,
        radius=11,
    )
    first = y + (pill.height - 15 * len(pill.lines)) / 2 + 11.5
    middle = x + pill.width / 2
    written = (
        text(words, (middle, first + 15 * n), size=_TEXT_SIZE, anchor="middle")
        for n, words in enumerate(pill.lines)
    )
    return group([frame, *written], title=pill.pill.title)


def _lines(plan: _Plan) -> Iterator[str]:
    letters, names = badges(plan.chart), plan.chart.titles
    for route in plan.routes:
        says = plan.chart.sentence(route.link, names)
        yield group(_line(route, plan.columns[0].shift, letters), title=says)


def _line(route: Route, shift: float, letters: Mapping[Kind, str]) -> Iterator[str]:
    points = [(x + shift, y) for x, y in route.points]
    kind, sign = route.link.kind, route.link.sign
    dashes = sign.dashes if sign and sign.dashes else kind.dashes
    yield path(points, width=kind.width, dashes=dashes)
    yield painted_head(kind.head, points[-2], points[-1])
    x, y = _beside(route)
    yield badge(letters[kind] + (sign.mark if sign else ""), (x + shift, y))


def _beside(route: Route) -> Point:
    """Find the place of a letter, right where its line leaves its block."""
    riser, slab, pill = route.risers[0], route.start.slab, route.start.pill
    if pill:
        is_right = pill.side > 0
        edge = slab.x + (slab.width + _FROM_BLOCK if is_right else -_FROM_BLOCK)
        return edge, slab.y + riser.y
    below = slab.y + slab.height + _FROM_BLOCK
    return riser.x, slab.y - _FROM_BLOCK if riser.is_up else below


def _foot(plan: _Plan) -> _Painted:
    """Write the key to the lines that occur, and the notes below it."""
    parts, y = entries(plan.chart, (_MARGIN, plan.bottom), plan.room)
    y += 8 if parts else 0
    for note in plan.chart.notes:
        y += 6
        for words in shortened(note, width=plan.room, size=_TEXT_SIZE, most=6):
            y += 17
            parts.append(text(words, (_MARGIN, y), size=_TEXT_SIZE, fill=GREY))
    return parts, y
