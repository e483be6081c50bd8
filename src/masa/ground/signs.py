"""The signs of a time axis: what stands on a day, and what fills a stretch of days.

Each differs from the others in shape, so that a copy in black and white says as
much as the screen does.
"""

from enum import Enum
from math import ceil

from masa.ground.svg import ACCENT, GREY, INK, PAPER, Point, circle, line, path, rect

__all__ = ["REACH", "Pattern", "Shape", "painted_bar", "painted_shape"]

REACH = 7  # no sign reaches further than this from its middle
_HALF = 5.0
_HATCH_GAP = 5


class Shape(Enum):
    """What stands on a day; the value is the word for it in the legend."""

    EVENT = "happened"
    PLANNED = "planned or supposed"
    DUE = "due"
    DONE = "done"
    OVERDUE = "overdue"
    KEPT_UNTIL = "kept until"


class Pattern(Enum):
    """What fills a stretch of days; the value is the word for it in the legend."""

    RUNNING = "time running"
    WINDOW = "window"
    EMPTY = "empty window"


def painted_shape(shape: Shape, middle: Point) -> str:
    """Draw the sign of a day with its middle on the place given."""
    match shape:
        case Shape.EVENT:
            return circle(middle, _HALF)
        case Shape.PLANNED:
            return circle(middle, _HALF) + circle(middle, _HALF - 2, fill=PAPER)
        case Shape.DUE:
            return _diamond(middle, stroke=INK, width=1.5)
        case Shape.DONE:
            return _box_with_tick(middle)
        case Shape.OVERDUE:
            return _crossed_diamond(middle)
    return _bracket(middle)


def _diamond(middle: Point, *, stroke: str, width: float) -> str:
    (x, y), reach = middle, REACH - 1
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return path(corners, closed=True, fill=PAPER, stroke=stroke, width=width)


def _box_with_tick(middle: Point) -> str:
    x, y = middle
    tick = ((x - 2.7, y + 0.2), (x - 0.7, y + 2.4), (x + 2.9, y - 2.4))
    box = rect((x - _HALF, y - _HALF), (2 * _HALF, 2 * _HALF), fill=INK)
    return box + path(tick, stroke=PAPER)


def _crossed_diamond(middle: Point) -> str:
    (x, y), arm = middle, 1.9
    falling = ((x - arm, y - arm), (x + arm, y + arm))
    rising = ((x - arm, y + arm), (x + arm, y - arm))
    cross = path(falling, rising, stroke=ACCENT)
    return _diamond(middle, stroke=ACCENT, width=2) + cross


def _bracket(middle: Point) -> str:
    """Draw a closing bracket whose upright stands on the day."""
    (x, y), reach = middle, REACH - 1
    hook = x - _HALF
    corners = ((hook, y - reach), (x, y - reach), (x, y + reach), (hook, y + reach))
    return path(corners, width=2)


def painted_bar(pattern: Pattern, start: Point, width: float) -> str:
    """Draw a stretch of days from the middle of its left side."""
    x, y = start
    corner, size = (x, y - _HALF), (width, 2 * _HALF)
    match pattern:
        case Pattern.RUNNING:
            return line(start, (x + width, y), stroke=GREY, width=3)
        case Pattern.WINDOW:
            return rect(corner, size, stroke=GREY) + _hatching(start, width)
    return rect(corner, size, stroke=GREY, dashes="3 2")


def _hatching(start: Point, width: float) -> str:
    """Draw rising strokes at equal distances, cut off where the box ends."""
    (first, y), height = start, 2 * _HALF
    last, bottom = first + width, y + _HALF
    strokes = []
    for step in range(1, ceil((width + height) / _HATCH_GAP)):
        foot = first - height + step * _HATCH_GAP
        left, right = max(foot, first), min(foot + height, last)
        strokes.append(((left, bottom - left + foot), (right, bottom - right + foot)))
    return path(*strokes, stroke=GREY, width=1)
