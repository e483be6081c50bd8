"""A time axis: lanes one below the other, each with what happened and what is due.

It is painted from strings, numbers and days. "Today" comes in as an argument,
and the same rows always give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from masa.ground.frames import MARGIN, check_rows, check_width, heading
from masa.ground.lanes import NOTE_SIZE, Lane, Note, Sign, placed
from masa.ground.lettering import is_whole, width_of, wrapped
from masa.ground.rows import Mark, Row
from masa.ground.signs import REACH, Pattern, Shape, painted_bar, painted_shape
from masa.ground.svg import (
    ACCENT,
    GREY,
    INK,
    RULE,
    Point,
    document,
    group,
    line,
    rect,
    text,
)
from masa.ground.time_scale import TICK_GAP, TICK_SIZE, Scale, Tick, short_day, tiers

__all__ = ["time_axis"]

_COLUMN = 0.27  # of the width, for the names of the lanes
_TIER = 16
_LEVEL = 17
_PADDING = 9
_NAME_SIZE = 13
_NOTE_SIZE = 11
_BAR_SAMPLE = 24.0

_Painted = tuple[list[str], float]  # the parts, and the height at which they end


def time_axis(
    rows: Iterable[Row],
    *,
    title: str,
    description: str,
    today: date | None = None,
    width: int = 900,
) -> str:
    """Paint rows of days along one axis, as an SVG picture that needs nothing else.

    Args:
        rows: What is drawn, a lane for each, from top to bottom.
        title: What the picture is called; it stands above the axis.
        description: What the picture says, for somebody who cannot see it.
        today: The day at which a dashed line is drawn, if there is to be one.
        width: The width of the picture in pixels, from 480 to 10,000.

    Raises:
        RangeError: If there are more than 400 rows, or the width is out of range.

    Example:
        >>> notified = Mark(day=date(2026, 12, 4), label="", shape=Shape.EVENT)
        >>> picture = time_axis(
        ...     [Row(label="Notification", marks=(notified,))],
        ...     title="A serious incident",
        ...     description="It was notified on 4 December 2026.",
        ... )
        >>> "4 Dec 2026" in picture
        True
    """
    rows = tuple(rows)
    check_rows(rows)
    check_width(width)
    days = [*([today] if today else ()), *(day for row in rows for day in row.days)]
    left, right = round(width * _COLUMN) + MARGIN, width - MARGIN
    scale = Scale.around(days, left=left, right=right)
    above, start = heading(title, width)
    ticks = [tier for tier in tiers(scale) if tier] if days else []
    top = start + _TIER * (len(ticks) + (today is not None))
    lanes, bottom = _lanes([placed(row, scale) for row in rows], scale, top)
    axis = _axis(scale, ticks, start, bottom)
    now = _now(today, scale, top, bottom) if today else []
    legend, end = _legend(rows, width, bottom)
    return document(
        [*above, *axis, *now, *lanes, *legend],
        width=width,
        height=end + MARGIN,
        title=title,
        description=description,
    )


def _axis(
    scale: Scale, ticks: Sequence[Sequence[Tick]], top: float, bottom: float
) -> list[str]:
    """Draw the lines of the marked days, and their labels above the lanes."""
    parts = []
    for level, tier in enumerate(ticks):
        y = top + level * _TIER
        foot = bottom if tier is ticks[-1] else y + _TIER
        for tick in tier:
            if tick.x > scale.left:
                parts.append(line((tick.x, y), (tick.x, foot), stroke=RULE))
            if scale.holds(tick.x, tick.end):
                at = (tick.x + TICK_GAP, y + 12)
                parts.append(text(tick.label, at, size=TICK_SIZE, fill=GREY))
    return parts


def _now(today: date, scale: Scale, top: float, bottom: float) -> list[str]:
    """Draw the line of today, with its label right above the lanes."""
    words = f"today, {short_day(today)}"
    width = width_of(words, TICK_SIZE)
    x = scale.x(today)
    middle = min(max(x, scale.left + width / 2), scale.right - width / 2)
    at = (middle, top - 4)
    return [
        line((x, top), (x, bottom), stroke=ACCENT, dashes="5 3"),
        rect((middle - width / 2 - 2, top - 14), (width + 4, 13)),
        text(words, at, size=TICK_SIZE, fill=ACCENT, anchor="middle"),
    ]


def _lanes(lanes: Sequence[Lane], scale: Scale, top: float) -> _Painted:
    parts, y = [_across(scale, top)], top
    for lane in lanes:
        name, foot = _name(lane.row, scale, y)
        parts += [*name, *_threads(lane, y), *_signs(lane, y)]
        y = max(foot, y + lane.height * _LEVEL + 2 * _PADDING)
        parts.append(_across(scale, y))
    if lanes:
        return parts, y
    y += 2 * _LEVEL
    nothing = text("Nothing to show.", (MARGIN, y - 12), size=_NAME_SIZE, fill=GREY)
    return [*parts, nothing], y


def _across(scale: Scale, y: float) -> str:
    return line((MARGIN, y), (scale.right, y), stroke=RULE)


def _name(row: Row, scale: Scale, y: float) -> _Painted:
    """Write the name and the note of a row in their column."""
    parts, y = [], y + _PADDING
    styles = ((row.label, _NAME_SIZE, INK), (row.note, _NOTE_SIZE, GREY))
    for label, size, fill in styles:
        lines = wrapped(label.split(), width=scale.left - 2 * MARGIN, size=size)
        written = []
        for words in lines:
            y += size + 4
            written.append(text(words, (MARGIN, y - 4), size=size, fill=fill))
        title = "" if is_whole(lines, label.split()) else label
        parts.append(group(written, title=title))
    return parts, y + _PADDING


def _middle(top: float, level: int) -> float:
    return top + _PADDING + (level + 0.5) * _LEVEL


def _threads(lane: Lane, top: float) -> Iterator[str]:
    """Draw the lines from which texts hang; they lie behind everything else."""
    for note in lane.notes:
        if note.is_hanging:
            x = note.sign.middle
            start, end = _middle(top, note.sign.level), _middle(top, note.level) + 5
            yield line((x, start), (x, end), stroke=GREY)


def _signs(lane: Lane, top: float) -> Iterator[str]:
    """Draw each sign and its text; the pointer shows what it is and on which day."""
    notes = {note.sign: note for note in lane.notes}
    for sign in lane.signs:
        note = notes.get(sign)
        words = _note(note, top) if note else ()
        yield group([_sign(sign, top), *words], title=_in_full(sign))


def _sign(sign: Sign, top: float) -> str:
    y = _middle(top, sign.level)
    if isinstance(sign.of, Mark):
        return painted_shape(sign.of.shape, (sign.middle, y))
    return painted_bar(sign.of.pattern, (sign.first, y), sign.last - sign.first)


def _in_full(sign: Sign) -> str:
    if isinstance(sign.of, Mark):
        return f"{sign.of.label or sign.of.shape.value}, {short_day(sign.of.day)}"
    days = f"{short_day(sign.of.first)} to {short_day(sign.of.last)}"
    return f"{sign.of.label or sign.of.pattern.value}, {days}"


def _note(note: Note, top: float) -> Iterator[str]:
    """Write the lines of a note on paper of their own, so that no line strikes them."""
    for level, words in zip(note.levels, note.sign.lines, strict=True):
        y = _middle(top, level)
        yield rect((note.first - 2, y - 7), (note.last - note.first + 4, 14))
        yield text(words, (note.x, y + 4), size=NOTE_SIZE, anchor=note.anchor)


def _legend(rows: Iterable[Row], width: int, top: float) -> _Painted:
    """Say what the signs mean that occur, side by side as far as there is room."""
    parts: list[str] = []
    x, y = float(MARGIN), top
    for sign in _occurring(rows):
        sample = 2.0 * REACH if isinstance(sign, Shape) else _BAR_SAMPLE
        needed = sample + 6 + width_of(sign.value, _NOTE_SIZE)
        if not parts or x + needed > width - MARGIN:
            x, y = float(MARGIN), y + (_LEVEL if parts else 2 * _LEVEL)
        parts.append(_sample(sign, (x, y - 4)))
        parts.append(text(sign.value, (x + sample + 6, y), size=_NOTE_SIZE))
        x += needed + MARGIN
    return parts, y


def _occurring(rows: Iterable[Row]) -> Iterator[Shape | Pattern]:
    shapes = {mark.shape for row in rows for mark in row.marks}
    patterns = {bar.pattern for row in rows for bar in row.bars}
    yield from (shape for shape in Shape if shape in shapes)
    yield from (pattern for pattern in Pattern if pattern in patterns)


def _sample(sign: Shape | Pattern, start: Point) -> str:
    if isinstance(sign, Shape):
        return painted_shape(sign, (start[0] + REACH, start[1]))
    return painted_bar(sign, start, _BAR_SAMPLE)
