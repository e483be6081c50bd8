"""Which way the lines of a chart go: upright through gaps, level between rows.

Uprights of neighbouring rows stand half a pitch apart, so that between two rows
none meets another; level stretches that overlap each have a track of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from attrs import define, field

from masa.ground.chart_blocks import PITCH, STACKED, PillPlace, Slab, turned
from masa.ground.chart_layout import ordered, places_of
from masa.ground.chart_rows import Gap, Place, Riser, Row, Run, slots, spread
from masa.ground.chart_straight import straighten
from masa.ground.charts import Chart, Link
from masa.ground.svg import Point

__all__ = ["BARE", "TRACK", "Channel", "Route", "routed"]

TRACK = 9
STUB = 21.0  # room for the letter of a line, or for its arrow head
BARE = 18.0  # where no line ends
_LOADED = 30  # how far a line goes out of its way for a gap with one line less
_APART = 8


@define(eq=False)
class Route:
    """The way of one line.

    Args:
        link: The line.
        start: Where it begins.
        end: Where it ends.
        risers: Its uprights, from its start to its end.
        runs: Its level stretches, one between each two uprights.
    """

    link: Link
    start: Place
    end: Place
    risers: list[Riser]
    runs: list[Run]

    @property
    def ends(self) -> Iterator[tuple[Place, Riser]]:
        """Its start and its end, each with the upright that reaches it."""
        yield self.start, self.risers[0]
        yield self.end, self.risers[-1]

    @property
    def points(self) -> list[Point]:
        """Its corners, with both its ends."""
        first, last = (_landing(place, riser) for place, riser in self.ends)
        bent = (run for run in self.runs if not run.is_straight)
        corners = [(end.x, run.y) for run in bent for end in run.ends]
        return [*reversed(first), *corners, *last]


@define
class Channel:
    """The room between two rows, for level stretches.

    Args:
        has_ends_above: Whether lines end on blocks above it.
        has_ends_below: Whether lines end on blocks below it.
        is_inside: Whether it is between two rows of one band.
        runs: The level stretches in it.
    """

    has_ends_above: bool = False
    has_ends_below: bool = False
    is_inside: bool = False
    runs: list[Run] = field(factory=list)

    @property
    def above(self) -> float:
        """The room between the row above and the first track."""
        return STUB if self.has_ends_above else self._bare

    @property
    def below(self) -> float:
        """The room between the last track and the row below."""
        return STUB if self.has_ends_below else self._bare

    @property
    def _bare(self) -> float:
        return STACKED / 2 if self.is_inside else BARE

    @property
    def tracks(self) -> float:
        """The room for the tracks."""
        return TRACK * max((run.track + 1 for run in self.runs), default=0)


def routed(chart: Chart, rows: Sequence[Row]) -> tuple[list[Route], list[Channel]]:
    """Find a way for every line, and the places of all uprights and tracks.

    Args:
        chart: What is drawn.
        rows: Its rows; they are placed from left to right, around zero.
    """
    places = places_of(rows)
    for row in rows:
        row.centre()
    ordered(chart, rows, places)
    _turn(chart, places)
    routes = [_route(link, places, rows) for link in chart.links]
    _settle(routes, rows)
    channels = [Channel() for _ in range(len(rows) + 1)]
    for channel, (above, below) in zip(channels[1:], pairwise(rows), strict=False):
        channel.is_inside = above.band is below.band
    for run in (run for route in routes for run in route.runs):
        _enter(run, channels[run.channel])
    for channel in channels:
        _lay_tracks(channel.runs)
    return routes, channels


def _turn(chart: Chart, places: Mapping[str, Place]) -> None:
    """Turn each row of pills so that its lines leave towards where they go."""
    pull: dict[str, float] = defaultdict(float)
    for link in chart.links:
        way = places[link.target].slab.middle - places[link.source].slab.middle
        pull[link.source] += way
        pull[link.target] -= way
    for slab in dict.fromkeys(place.slab for place in places.values()):
        for row in slab.pills:
            first, last = (pull[pill.pill.key] for pill in (row[0], row[-1]))
            is_alone = len(row) == 1 or not row[-1].ends
            if first > (0 if is_alone else last):
                turned(row, to_right=True)


def _route(link: Link, places: Mapping[str, Place], rows: Sequence[Row]) -> Route:
    start, end = places[link.source], places[link.target]
    first, last = start.slab.row, end.slab.row
    step = 1 if first < last else -1
    is_level = first == last
    channel = first + (first < last or (is_level and first == 0))
    risers = [_end(start, rows, channel)]
    for number in range(first + step, last, step) if not is_level else ():
        gap = _nearest(rows[number].gaps, risers[-1].room.middle, end.slab.middle)
        riser = Riser(row=number, room=gap, channels=(number, number + 1))
        gap.through.append(riser)
        risers.append(riser)
    arrival = channel if is_level else last + (step < 0)
    risers.append(_end(end, rows, arrival))
    runs = [
        Run(channel=channel + step * place, ends=ends)
        for place, ends in enumerate(pairwise(risers))
    ]
    return Route(link=link, start=start, end=end, risers=risers, runs=runs)


def _end(place: Place, rows: Sequence[Row], channel: int) -> Riser:
    slab, pill = place.slab, place.pill
    if pill is None:
        return Riser(row=slab.row, room=slab, channels=(channel,))
    is_right = pill.side > 0
    gap = rows[slab.row].gaps[slab.place + is_right]
    riser = Riser(row=slab.row, room=gap, channels=(channel,), ends_on_pill=True)
    (gap.left if is_right else gap.right).append(riser)
    return riser


def _nearest(gaps: Iterable[Gap], start: float, end: float) -> Gap:
    """Choose the gap that is least out of the way, and not too full."""

    def cost(gap: Gap) -> float:
        way = abs(gap.middle - start) + abs(gap.middle - end)
        return way + _LOADED * len(gap.through)

    return min(gaps, key=cost)


def _settle(routes: Sequence[Route], rows: Iterable[Row]) -> None:
    """Give every upright its place, now that it is known how many there are."""
    for row in rows:
        row.centre()
    for run in (run for route in routes for run in route.runs):
        one, other = run.ends
        one.aim += other.room.middle
        other.aim += one.room.middle
    _settle_ports(routes)
    _settle_pills(routes)
    for number, row in enumerate(rows):
        for gap in row.gaps:
            gap.settle(_phase(number))
    straighten(run for route in routes for run in route.runs)


def _phase(row: int) -> float:
    return PITCH / 2 * (row % 2)


def _settle_ports(routes: Iterable[Route]) -> None:
    """Give each line that ends on a block a place of its own on that side."""
    sides: dict[tuple[Slab, bool], list[Riser]] = defaultdict(list)
    for place, riser in (end for route in routes for end in route.ends):
        if not place.pill:
            sides[place.slab, riser.is_up].append(riser)
    for (slab, _), risers in sides.items():
        risers.sort(key=lambda riser: riser.aim)
        ports = slots(slab.clear, _phase(slab.row))
        for riser, x in zip(risers, spread(ports, len(risers)), strict=True):
            riser.x = x


def _settle_pills(routes: Iterable[Route]) -> None:
    """Give each line that ends on a pill a height of its own at its side."""
    by_pill: dict[PillPlace, list[Riser]] = defaultdict(list)
    for place, riser in (end for route in routes for end in route.ends):
        if place.pill:
            by_pill[place.pill].append(riser)
    for pill, risers in by_pill.items():
        risers.sort(key=lambda riser: not riser.is_up)
        for number, riser in enumerate(risers):
            riser.y = pill.y + (number + 0.5) * pill.height / len(risers)


def _enter(run: Run, channel: Channel) -> None:
    if not run.is_straight:
        channel.runs.append(run)
    for end in run.ends:
        if end.ends_on_block:
            is_above = end.row < run.channel
            channel.has_ends_above |= is_above
            channel.has_ends_below |= not is_above


def _lay_tracks(runs: Sequence[Run]) -> None:
    """Give runs that overlap tracks of their own, with few crossings.

    An upright that leads down from a run crosses what is below that, and so is a
    reason for the run to be low; one that leads up is a reason to be high.
    """
    score = dict.fromkeys(runs, 0)
    meeting: dict[Run, list[Run]] = {run: [] for run in runs}
    spans = sorted((*run.span, *run.ways, place) for place, run in enumerate(runs))
    for number, (start, end, _, way, place) in enumerate(spans, 1):
        one = runs[place]
        for first, last, first_way, last_way, at in islice(spans, number, None):
            if first >= end + _APART:
                break
            other = runs[at]
            meeting[one].append(other)
            meeting[other].append(one)
            lean = way if first < end < last else 0
            lean -= first_way if start < first < end else 0
            lean -= last_way if start < last < end else 0
            score[one] += lean
            score[other] -= lean
    placed: set[Run] = set()
    for run in sorted(runs, key=lambda run: (score[run], run.span)):
        tracks = (other.track + 1 for other in meeting[run] if other in placed)
        run.track = max(tracks, default=0)
        placed.add(run)


def _landing(place: Place, riser: Riser) -> list[Point]:
    """Give the corners of an upright on its way to a block or a pill."""
    slab, pill = place.slab, place.pill
    if pill:
        edge = slab.x + pill.x + (pill.width if pill.side > 0 else 0)
        return [(riser.x, slab.y + riser.y), (edge, slab.y + riser.y)]
    return [(riser.x, slab.y if riser.is_up else slab.y + slab.height)]
