"""The letters and ends of the lines of a chart, and the key that explains them."""

from collections.abc import Iterator
from math import hypot
from string import ascii_letters

from attrs import frozen

from masa.ground.charts import Chart, Head, Kind
from masa.ground.lettering import shortened, width_of
from masa.ground.svg import GREY, INK, PAPER, Point, circle, group, path, rect, text

__all__ = ["badge", "badges", "entries", "painted_head"]

_RADIUS = 8.0
_WIDE = 19.0
_BADGE_SIZE = 11
_TEXT_SIZE = 12
_HEADING_SIZE = 13
_SAMPLE = 52
_BETWEEN = 24
_LEAD = 24


@frozen(kw_only=True)
class _Entry:
    """One line of the key: a letter or a mark, and what it means."""

    kind: Kind | None
    mark: str
    words: str


def badges(chart: Chart) -> dict[Kind, str]:
    """Give each kind of line that occurs a letter, in the order of the lines."""
    kinds = dict.fromkeys(link.kind for link in chart.links)
    letters = ascii_letters[26:] + ascii_letters[:26]
    return dict(zip(kinds, letters, strict=False))


def badge(mark: str, middle: Point) -> str:
    """Draw a letter on a disc, or two characters on a wider one."""
    x, y = middle
    if len(mark) == 1:
        disc = circle(middle, _RADIUS, fill=PAPER, stroke=INK)
    else:
        corner, size = (x - _WIDE / 2, y - _RADIUS), (_WIDE, 2 * _RADIUS)
        disc = rect(corner, size, stroke=INK, radius=_RADIUS)
    return disc + text(mark, (x, y + 4), size=_BADGE_SIZE, anchor="middle")


def painted_head(head: Head, before: Point, tip: Point) -> str:
    """Draw what stands at the end of a line that comes from the point before it."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = hypot(dx, dy)
    along = (dx / length, dy / length)

    def at(back: float, aside: float) -> Point:
        x = tip[0] - along[0] * back - along[1] * aside
        return x, tip[1] - along[1] * back + along[0] * aside

    corners = (at(10, 4.5), tip, at(10, -4.5))
    match head:
        case Head.FILLED:
            return path(corners, closed=True, fill=INK, width=1)
        case Head.OPEN:
            return path(corners, closed=True, fill=PAPER, width=1.2)
        case Head.LINES:
            return path(corners)
        case Head.DISC:
            return circle(at(4, 0), 4)
        case Head.RING:
            return circle(at(4.5, 0), 4, fill=PAPER, stroke=INK)
    return ""


def entries(chart: Chart, start: Point, room: float) -> tuple[list[str], float]:
    """Write the key in columns, and say at which height it ends.

    Args:
        chart: What is drawn; the key names only the kinds that occur.
        start: The upper left corner of the key.
        room: How wide it may be.
    """
    (x, y), size = start, _HEADING_SIZE
    parts = [text("Key", (x, y + size), size=size, fill=GREY, bold=True)]
    y += 8
    for key in _entries(chart, room - _SAMPLE - _BETWEEN):
        widest = max(width_of(entry.words, _TEXT_SIZE) for entry in key)
        step = _SAMPLE + 12 + widest + _BETWEEN
        columns = max(1, int((room + _BETWEEN) // step))
        for place, entry in enumerate(key):
            if place % columns == 0:
                y += _LEAD
            at = (x + step * (place % columns), y)
            parts.append(group(_sample(entry, at), title=entry.words))
    return (parts, y + 8) if len(parts) > 1 else ([], start[1])


def _entries(chart: Chart, room: float) -> Iterator[list[_Entry]]:
    """Give the kinds that occur, and then what is said beside them."""
    kinds = badges(chart)
    signs = dict.fromkeys(link.sign for link in chart.links if link.sign)
    if kinds:
        yield [
            _Entry(kind=kind, mark=letter, words=_cut(kind.words, room))
            for kind, letter in kinds.items()
        ]
    if signs:
        yield [
            _Entry(kind=None, mark=sign.mark, words=_cut(sign.words, room))
            for sign in signs
        ]


def _cut(words: str, room: float) -> str:
    return " ".join(shortened(words, width=room, size=_TEXT_SIZE, most=1))


def _sample(entry: _Entry, start: Point) -> Iterator[str]:
    x, y = start
    if entry.kind:
        end = (x + _SAMPLE, y)
        yield path((start, end), width=entry.kind.width, dashes=entry.kind.dashes)
        yield painted_head(entry.kind.head, start, end)
    yield badge(entry.mark, (x + 18, y))
    yield text(entry.words, (x + _SAMPLE + 12, y + 4), size=_TEXT_SIZE)
