"""How much room a card or a box of a chart needs, and where its texts stand in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, sqrt

from attrs import define, field

from masa.ground.charts import Box, Card, Pill
from masa.ground.lettering import shortened, width_of
from masa.ground.svg import Point

__all__ = ["BOLD", "PITCH", "PillPlace", "Slab", "TextLine", "measured", "turned"]

PITCH = 20  # from line to line; every block is a multiple of it wide
BOLD = 1.25  # how much wider heavy letters are, at most
PADDING = 14
_CARD_WIDTH = 240
_TITLE_SIZE = 14
_LINE_SIZE = 12
_LEAD = 5  # from the foot of a line to the head of the next
_PILL_WIDTH = 210
_PILL_GAP = 8
_PILL_INSET = 10
_BOX_WIDTH = 780
_MOST_LINES = 4


@define
class TextLine:
    """One line of text, placed from the upper left corner of its block."""

    words: str
    x: float
    y: float
    size: float
    look: str  # title, line or mark


@define(eq=False)
class PillPlace:
    """A pill with its place, from the upper left corner of its box.

    Args:
        pill: What stands in it.
        lines: Its name, line by line.
        ends: How many lines of the chart end on it.
        width: Its width.
        height: Its height.
        x: Where it begins.
        y: Where its top is.
        side: 1 if lines reach it from the right, -1 if from the left.
    """

    pill: Pill
    lines: tuple[str, ...]
    ends: int
    width: float
    height: float
    x: float = 0
    y: float = 0
    side: int = 0


@define(eq=False)
class Slab:
    """A card or a box with its size, and with its place once that is known.

    Args:
        block: What is drawn.
        texts: What is written in it.
        pills: The pills in it, row by row.
        width: Its width, a multiple of the pitch.
        height: Its height.
        x: Where it begins.
        y: Where its top is.
        row: The number of its row, from the top.
        place: Its number in that row, from the left.
    """

    block: Card | Box
    texts: list[TextLine]
    width: float
    height: float
    pills: list[list[PillPlace]] = field(factory=list)
    x: float = 0
    y: float = 0
    row: int = 0
    place: int = 0

    @property
    def middle(self) -> float:
        """Half way between its left and right side."""
        return self.x + self.width / 2

    @property
    def clear(self) -> Point:
        """From where to where a line may end on its top or bottom."""
        return self.x + PITCH / 2, self.x + self.width - PITCH / 2


def measured(block: Card | Box, ends: Mapping[str, int], ports: int) -> Slab:
    """Reckon the size of a block, and place what stands in it.

    Args:
        block: A card or a box.
        ends: How many lines end on each thing of the chart.
        ports: How many lines end on one side of the block, at most.
    """
    least = PITCH * (ports + 1)
    return _card(block, least) if isinstance(block, Card) else _box(block, ends, least)


def _card(card: Card, least: float) -> Slab:
    width = max(_CARD_WIDTH, least)
    room = min(width, 2 * _CARD_WIDTH) - 2 * PADDING
    texts, y = _written(card.title, room, PADDING, "title")
    for words in card.lines:
        more, y = _written(words, room, y, "line")
        texts += more
    for words in card.marks:
        more, y = _written(words, room, y + 2, "mark")
        texts += more
    return Slab(block=card, texts=texts, width=width, height=y + PADDING - _LEAD)


def _written(
    words: str, room: float, y: float, look: str
) -> tuple[list[TextLine], float]:
    """Place the lines of a text from a height on, and say where they end."""
    size = _TITLE_SIZE if look == "title" else _LINE_SIZE
    reckoned = size if look == "line" else size * BOLD
    texts = []
    for line in shortened(words, width=room, size=reckoned, most=_MOST_LINES):
        y += size
        texts.append(TextLine(words=line, x=PADDING, y=y, size=size, look=look))
        y += _LEAD
    return texts, y + (2 if look == "title" else 0)


def _box(box: Box, ends: Mapping[str, int], least: float) -> Slab:
    pills = [_pill(pill, ends[pill.key]) for pill in box.pills]
    room = _room(pills)
    width = max(least, PITCH * ceil((room + 2 * PADDING) / PITCH))
    room = width - 2 * PADDING
    texts, y = _written(box.title, room, PADDING, "title")
    rows = list(_pill_rows(pills, room))
    y += 5
    for row in rows:
        for pill in row:
            pill.y = y
        y += max(pill.height for pill in row) + _PILL_GAP
    height = y + PADDING - (_PILL_GAP if rows else _LEAD)
    for row in rows:
        turned(row, to_right=False)
    return Slab(block=box, texts=texts, width=width, height=height, pills=rows)


def _pill(pill: Pill, ends: int) -> PillPlace:
    lines = shortened(pill.title, width=_PILL_WIDTH, size=_LINE_SIZE, most=3)
    text = max((width_of(line, _LINE_SIZE) for line in lines), default=0.0)
    return PillPlace(
        pill=pill,
        lines=lines,
        ends=ends,
        width=ceil(text) + 2 * _PILL_INSET,
        height=max(8 + 15 * max(1, len(lines)), PITCH * ends + 4),
    )


def _room(pills: Iterable[PillPlace]) -> float:
    """Choose how wide the pills of a box may run, so that it is no tower or strip."""
    pills = tuple(pills)
    widest = max((pill.width for pill in pills), default=0.0)
    area = sum((p.width + _PILL_GAP) * (p.height + _PILL_GAP) for p in pills)
    return max(_CARD_WIDTH - 2 * PADDING, widest, min(_BOX_WIDTH, sqrt(area * 2.4)))


def _pill_rows(pills: Iterable[PillPlace], room: float) -> Iterator[list[PillPlace]]:
    """Break pills into rows; one at which lines end stands at an end of its row."""
    pills = tuple(pills)
    linked = [pill for pill in pills if pill.ends]
    plain = [pill for pill in pills if not pill.ends]
    while linked or plain:
        row = [linked.pop(0)] if linked else []
        left = room - sum(pill.width for pill in row)
        last = next((p for p in linked if row and p.width + _PILL_GAP <= left), None)
        if last:
            linked.remove(last)
            left -= last.width + _PILL_GAP
        while plain and (not row or plain[0].width + _PILL_GAP <= left):
            left -= plain[0].width + _PILL_GAP
            row.append(plain.pop(0))
        yield [*row, last] if last else row


def turned(row: Sequence[PillPlace], *, to_right: bool) -> None:
    """Put the pills of a row side by side, the first of them on the side given."""
    order = tuple(reversed(row)) if to_right else row
    x = float(PADDING)
    for pill in order:
        pill.x = x
        x += pill.width + _PILL_GAP
    order[-1].side = 1
    order[0].side = 1 if to_right and len(order) == 1 else -1
