"""The rows of a chart: blocks side by side, gaps between them, uprights in the gaps."""

from attrs import define, field

from masa.ground.chart_blocks import PITCH, STACKED, PillPlace, Slab
from masa.ground.charts import Band
from masa.ground.svg import Point

__all__ = ["GAP", "MARGIN", "Gap", "Place", "Riser", "Row", "Run", "slots", "spread"]

GAP = 2.0 * PITCH
MARGIN = 1.0 * PITCH  # at either end of a row
_BESIDE_PILLS = PITCH  # room for the letters of the lines that end on pills
_CLEAR = 8.0


@define(eq=False)
class Riser:
    """An upright stretch of a line.

    Args:
        row: The number of the row in which it is, or at whose blocks it ends.
        room: The gap in which it stands, or the block at which it ends.
        channels: The rooms between rows into which it leads, each by the number of
            the row below it.
        ends_on_pill: Whether it turns aside to a pill.
        aim: Where its line goes to, from left to right.
        x: Where it stands, once that is known.
        y: How far below the top of its row it turns aside.
    """

    row: int
    room: "Gap | Slab"
    channels: tuple[int, ...]
    ends_on_pill: bool = False
    aim: float = 0
    x: float = 0
    y: float = 0

    @property
    def is_up(self) -> bool:
        """Whether it leads upwards from its row, and not downwards."""
        return self.channels == (self.row,)

    @property
    def ends_on_block(self) -> bool:
        """Whether it ends at the top or the bottom of a block."""
        return isinstance(self.room, Slab)


@define(eq=False)
class Run:
    """A level stretch of a line between two uprights.

    Args:
        channel: The number of the row below it.
        ends: The uprights at its ends.
        track: Its track between the rows, from the top.
        y: Where it is, once that is known.
    """

    channel: int
    ends: tuple[Riser, Riser]
    track: int = 0
    y: float = 0

    @property
    def span(self) -> Point:
        """Where it begins and ends, from left to right."""
        one, other = self.ends
        return (one.x, other.x) if one.x <= other.x else (other.x, one.x)

    @property
    def is_straight(self) -> bool:
        """Whether one upright goes on as the other."""
        return self.ends[0].x == self.ends[1].x

    @property
    def ways(self) -> tuple[int, int]:
        """Whether its uprights lead down, 1, or up, -1, from left to right."""
        one, other = (1 if end.row >= self.channel else -1 for end in self.ends)
        return (one, other) if self.ends[0].x <= self.ends[1].x else (other, one)


@define(eq=False)
class Gap:
    """The room between two blocks of a row, in which lines go up and down.

    Args:
        least: How wide it is at least.
        left: Risers that reach pills of the block to the left.
        through: Risers that pass the row.
        right: Risers that reach pills of the block to the right.
        x: Where it begins.
        width: How wide it is.
    """

    least: float
    left: list[Riser] = field(factory=list)
    through: list[Riser] = field(factory=list)
    right: list[Riser] = field(factory=list)
    x: float = 0
    width: float = 0

    @property
    def needed(self) -> float:
        """As wide as its lines need, and never quite narrow."""
        count = len(self.left) + len(self.through) + len(self.right)
        beside = _BESIDE_PILLS * (bool(self.left) + bool(self.right))
        return max(self.least, PITCH * (count + 1) + beside if count else 0)

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return self.x + self.width / 2

    @property
    def clear(self) -> Point:
        """From where to where a line may pass, beside the letters of others."""
        first = self.x + _CLEAR + _BESIDE_PILLS * bool(self.left)
        last = self.x + self.width - _CLEAR - _BESIDE_PILLS * bool(self.right)
        return first, last

    def settle(self, phase: float) -> None:
        """Give each of its risers a place of its own."""
        self.left.sort(key=_outwards)
        self.through.sort(key=lambda riser: riser.aim)
        self.right.sort(key=_outwards, reverse=True)
        risers = [*self.left, *self.through, *self.right]
        free = slots(self.clear, phase)
        for riser, x in zip(risers, spread(free, len(risers)), strict=True):
            riser.x = x


def _outwards(riser: Riser) -> tuple[bool, float]:
    """Order risers so that those of one pill do not cross those of another."""
    return not riser.is_up, riser.y if riser.is_up else -riser.y


@define(eq=False)
class Row:
    """A row of blocks, with a gap before each and one behind the last.

    Args:
        band: Its band.
        slabs: Its blocks.
        gaps: Its gaps.
        y: Where it begins.
    """

    band: Band
    slabs: list[Slab]
    gaps: list[Gap]
    y: float = 0

    @property
    def width(self) -> float:
        """All its blocks and gaps."""
        blocks = sum(slab.width for slab in self.slabs)
        return blocks + sum(gap.needed for gap in self.gaps)

    @property
    def height(self) -> float:
        """The height of its highest block."""
        return max(slab.height for slab in self.slabs)

    def place_at(self, y: float) -> None:
        """Put its blocks below a height; those without pills become equally high."""
        self.y = y
        plain = [slab for slab in self.slabs if not (slab.pills or slab.below)]
        highest = max((slab.height for slab in plain), default=0)
        for slab in plain:
            slab.height = highest
        for slab in self.slabs:
            top = y
            for one in slab.pile:
                one.y = top
                top += one.height + STACKED

    def centre(self) -> None:
        """Put its blocks and gaps side by side, about evenly around zero."""
        x = -PITCH * (self.width // 2 // PITCH)
        for gap in self.gaps:
            gap.width = gap.needed
        for gap, slab in zip(self.gaps, self.slabs, strict=False):
            gap.x = x
            slab.x = x + gap.width
            x = slab.x + slab.width
            for one in slab.below:
                one.x = slab.x
        self.gaps[-1].x = x


@define
class Place:
    """Where a line can end: a block, or a pill in it."""

    slab: Slab
    pill: PillPlace | None = None


def slots(clear: Point, phase: float) -> list[float]:
    """Give the places within a stretch that are a pitch apart, from a phase on."""
    first, last = clear
    start = first + (phase - first) % PITCH
    return [start + PITCH * n for n in range(int((last - start) // PITCH) + 1)]


def spread(free: list[float], count: int) -> list[float]:
    """Choose some places, evenly spread over those that are free."""
    step = len(free) / count if count else 0
    return [free[int((n + 0.5) * step)] for n in range(count)]
