"""A bar chart: amounts as lying bars, row by row, each with its value in words.

It is painted from strings and numbers. The bars of a row differ in pattern, so that
a copy in black and white says as much as the screen does, and the same rows always
give the same bytes.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from masa.ground.errors import RangeError
from masa.ground.frames import MARGIN, check_rows, check_width, heading
from masa.ground.lettering import is_whole, width_of, wrapped
from masa.ground.signs import Pattern, painted_bar
from masa.ground.svg import GREY, INK, RULE, Point, document, group, line, rect, text

__all__ = ["BarRow", "Fill", "ValueBar", "bar_chart"]

_COLUMN = 0.3  # of the width, for the names of the rows
_NAME_SIZE = 13
_VALUE_SIZE = 11
_STEP = 16  # from one bar to the next
_HALF = 5.0  # of the height of a bar
_PADDING = 8
_GAP = 6
_SAMPLE = 24.0

_Painted = tuple[list[str], float]  # the parts, and the height at which they end


class Fill(Enum):
    """What a bar is filled with; the value is how somebody would call it."""

    HATCHED = "hatched"
    SOLID = "solid"
    OPEN = "open"


@frozen(kw_only=True)
class ValueBar:
    """One bar.

    Args:
        fill: What it is filled with.
        words: Its value in words, written at its end.
        value: How long it is, zero or more; nothing to write the words alone.

    Raises:
        RangeError: If the value is negative.
    """

    fill: Fill
    words: str
    value: int | Decimal | None = None

    def __attrs_post_init__(self) -> None:
        if self.value is not None and self.value < 0:
            raise RangeError(
                f"a bar cannot be {self.value} long", remedy="give zero or more"
            )


def _to_bars(bars: Iterable[ValueBar]) -> tuple[ValueBar, ...]:
    return tuple(bars)


@frozen(kw_only=True)
class BarRow:
    """A name with its bars, one below the other.

    Args:
        label: The name.
        bars: Its bars, from top to bottom.
    """

    label: str
    bars: tuple[ValueBar, ...] = field(converter=_to_bars)


@frozen(kw_only=True)
class _Plot:
    """Where the bars begin, and how long the longest may be for its value."""

    left: float
    room: float
    most: int | Decimal

    def length(self, value: int | Decimal) -> float:
        return self.room * float(value / self.most) if self.most else 0.0


def bar_chart(
    rows: Iterable[BarRow],
    *,
    title: str,
    description: str,
    legend: Iterable[tuple[Fill, str]],
    width: int = 900,
) -> str:
    """Paint rows of bars as an SVG picture that needs nothing else.

    Args:
        rows: What is drawn, from top to bottom.
        title: What the picture is called; it stands above the bars.
        description: What the picture says, for somebody who cannot see it.
        legend: What each fill stands for; only those that occur are told.
        width: The width of the picture in pixels, from 480 to 10,000.

    Raises:
        RangeError: If there are more than 400 rows, or the width is out of range.

    Example:
        >>> paid = ValueBar(fill=Fill.SOLID, value=195_000, words="£195,000")
        >>> picture = bar_chart(
        ...     [BarRow(label="Barnet", bars=[paid])],
        ...     title="Who pays what",
        ...     description="Barnet pays £195,000.",
        ...     legend=[(Fill.SOLID, "today")],
        ... )
        >>> "£195,000" in picture
        True
    """
    rows = tuple(rows)
    check_rows(rows)
    check_width(width)
    bars = [bar for row in rows for bar in row.bars]
    parts, top = heading(title, width)
    painted, bottom = _rows(rows, _plot(bars, width), width, top)
    told = [(fill, what) for fill, what in legend if fill in {bar.fill for bar in bars}]
    samples, end = _legend(told, width, bottom)
    return document(
        [*parts, *painted, *samples],
        width=width,
        height=end + MARGIN,
        title=title,
        description=description,
    )


def _plot(bars: Iterable[ValueBar], width: int) -> _Plot:
    """Leave room for the words of every bar behind the longest."""
    bars = tuple(bars)
    left = round(width * _COLUMN) + MARGIN
    words = max((width_of(bar.words, _VALUE_SIZE) for bar in bars), default=0.0)
    values = (bar.value for bar in bars if bar.value is not None)
    room = width - MARGIN - _GAP - words - left
    return _Plot(left=left, room=max(room, 1.0), most=max(values, default=0))


def _rows(rows: Sequence[BarRow], plot: _Plot, width: int, top: float) -> _Painted:
    parts, y = [_across(width, top)], top
    for row in rows:
        name, foot = _name(row.label, plot.left - 2 * MARGIN, y)
        bars, end = _bars(row, plot, width, y)
        y = max(foot, end)
        parts += [name, *bars, _across(width, y)]
    if rows:
        upright = line((plot.left, top), (plot.left, y), stroke=GREY)
        return [*parts, upright], y
    y += 2 * _STEP
    nothing = text("Nothing to show.", (MARGIN, y - 12), size=_NAME_SIZE, fill=GREY)
    return [*parts, nothing], y


def _across(width: int, y: float) -> str:
    return line((MARGIN, y), (width - MARGIN, y), stroke=RULE)


def _name(label: str, width: float, y: float) -> tuple[str, float]:
    y += _PADDING
    words = label.split()
    lines = wrapped(words, width=width, size=_NAME_SIZE)
    written = []
    for said in lines:
        y += _STEP
        written.append(text(said, (MARGIN, y - 4), size=_NAME_SIZE))
    title = "" if is_whole(lines, words) else label
    return group(written, title=title), y + _PADDING


def _bars(row: BarRow, plot: _Plot, width: int, y: float) -> _Painted:
    """Draw the bars of a row; the pointer shows whose they are."""
    parts, y = [], y + _PADDING
    for bar in row.bars:
        middle = y + _STEP / 2
        length = plot.length(bar.value or 0)
        x = plot.left + length + _GAP
        room = width - MARGIN - x
        said = "".join(wrapped([bar.words], width=room, size=_VALUE_SIZE))
        inside = [] if bar.value is None else [_bar(bar.fill, plot, middle, length)]
        inside.append(text(said, (x, middle + 4), size=_VALUE_SIZE))
        parts.append(group(inside, title=f"{row.label}: {bar.words}"))
        y += _STEP
    return parts, y + _PADDING


def _bar(fill: Fill, plot: _Plot, middle: float, length: float) -> str:
    return _painted(fill, (plot.left, middle), max(length, 1.0))


def _painted(fill: Fill, start: Point, length: float) -> str:
    x, y = start
    match fill:
        case Fill.SOLID:
            return rect((x, y - _HALF), (length, 2 * _HALF), fill=INK)
        case Fill.HATCHED:
            return painted_bar(Pattern.WINDOW, start, length)
    return painted_bar(Pattern.EMPTY, start, length)


def _legend(told: Iterable[tuple[Fill, str]], width: int, top: float) -> _Painted:
    """Say what the fills stand for, side by side as far as there is room."""
    parts: list[str] = []
    x, y = float(MARGIN), top
    for fill, what in told:
        needed = _SAMPLE + _GAP + width_of(what, _VALUE_SIZE)
        if not parts or x + needed > width - MARGIN:
            x, y = float(MARGIN), y + (_STEP if parts else 2 * _STEP)
        parts.append(_painted(fill, (x, y - 4), _SAMPLE))
        parts.append(text(what, (x + _SAMPLE + _GAP, y), size=_VALUE_SIZE))
        x += needed + MARGIN
    return parts, y
