"""How much room a card or a box of a chart needs, and where its texts stand in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from attrs import define, field

from masa.ground.charts import Box, Card, Pill
from masa.ground.lettering import ELLIPSIS, shortened, width_of
from masa.ground.svg import Point

__all__ = [
    "BOLD",
    "PITCH",
    "STACKED",
    "PillPlace",
    "Slab",
    "TextLine",
    "measured",
    "turned",
]

STACKED = 16.0  # between a block and one that stands below it
PITCH = 20  # from line to line; every block is a multiple of it wide
BOLD = 1.25  # how much wider heavy letters are, at most
PADDING = 14
_LEAST_WIDTH = 200
_CARD_WIDTH = 480
_TITLE_SIZE = 14
_LINE_SIZE = 12
_LEAD = 5  # from the foot of a line to the head of the next
_PILL_WIDTH = 270
_PILL_GAP = 8
_ABOVE_PILLS = 5  # below the heading
_PILL_INSET = 10
_BOX_WIDTH = 1_000
_AIRY_WIDTH = 260  # up to which lines that end on a block stand further apart
_AIR = 30  # how far, at most
_MOST_LINES = 4
_TOWER = 1.4  # what is higher than so many times its width could better be wider


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
        pills: The pills in it, row by row; they get their places when it is settled.
        top: Where the first of these rows begins, from its upper edge.
        width: Its width, a multiple of the pitch.
        height: Its height.
        x: Where it begins.
        y: Where its top is.
        row: The number of its row, from the top.
        place: Its number in that row, from the left.
        is_lowest: Whether it could not be lower if it were wider.
        is_cut: Whether a text in it is cut off.
        is_tied: Whether a line ends on it, or on a pill in it.
        below: What stands below it in its row, if no line ends on it.
    """

    block: Card | Box
    texts: list[TextLine]
    width: float
    height: float
    pills: list[list[PillPlace]] = field(factory=list)
    top: float = 0
    x: float = 0
    y: float = 0
    row: int = 0
    place: int = 0
    is_lowest: bool = False
    is_cut: bool = False
    is_tied: bool = False
    below: "list[Slab]" = field(factory=list)

    @property
    def pile(self) -> "Iterator[Slab]":
        """It and what stands below it."""
        yield self
        yield from self.below

    @property
    def middle(self) -> float:
        """Half way between its left and right side."""
        return self.x + self.width / 2

    @property
    def clear(self) -> Point:
        """From where to where a line may end on its top or bottom."""
        return self.x + PITCH / 2, self.x + self.width - PITCH / 2


def settle(slab: Slab) -> None:
    """Place the pills of a block, once its size is chosen."""
    y = slab.top
    for row in slab.pills:
        for pill in row:
            pill.y = y
        y += max(pill.height for pill in row) + _PILL_GAP
        turned(row, to_right=False)


def measured(block: Card | Box, ends: Mapping[str, int], ports: int) -> list[Slab]:
    """Reckon the sizes that a block may have, each wider and lower than the last.

    Args:
        block: A card or a box.
        ends: How many lines end on each thing of the chart.
        ports: How many lines end on one side of the block, at most.
    """
    inside = block.pills if isinstance(block, Box) else ()
    is_tied = any(ends[one.key] for one in (block, *inside))
    sizes: list[Slab] = []
    least = _least_width(block.title, ports)
    for slab in (
        _cards(block, least) if isinstance(block, Card) else _boxes(block, ends, least)
    ):
        slab.is_tied = is_tied
        if sizes and _is_poor(sizes[-1]):
            sizes.pop()
        if not sizes or slab.height < sizes[-1].height:
            sizes.append(slab)
        if slab.is_lowest:
            break
    return sizes


def _least_width(title: str, ports: int) -> int:
    """Give room for a short title in one line, and for lines some way apart."""
    is_short = width_of(title, _TITLE_SIZE * BOLD) + 2 * PADDING <= _LEAST_WIDTH
    least = _LEAST_WIDTH if is_short else _LEAST_WIDTH + 2 * PITCH
    airy = 2 * PITCH * ((ports + 1) * _AIR // (2 * PITCH))
    return max(least, PITCH * (ports + 1), min(airy, _AIRY_WIDTH))


def _cards(card: Card, least: int) -> Iterator[Slab]:
    for width in range(least, max(_CARD_WIDTH, least) + 1, 2 * PITCH):
        yield _card(card, width)


def _boxes(box: Box, ends: Mapping[str, int], least: int) -> Iterator[Slab]:
    lettered: dict[float, list[PillPlace]] = {}
    for width in range(least, max(_BOX_WIDTH, least) + 1, 3 * PITCH):
        room = min(_PILL_WIDTH, width - 2 * PADDING)
        if room not in lettered:
            lettered[room] = [_pill(p, ends[p.key], room) for p in box.pills]
        yield _box(box, lettered[room], width)


def _is_poor(slab: Slab) -> bool:
    """Say whether a block had better be wider, whatever its height."""
    return slab.is_cut or slab.height > _TOWER * slab.width


def _card(card: Card, width: int) -> Slab:
    room = min(width, _CARD_WIDTH) - 2 * PADDING
    texts, y = _written(card.title, room, PADDING, "title")
    for words in card.lines:
        more, y = _written(words, room, y, "line")
        texts += more
    for words in card.marks:
        more, y = _written(words, room, y + 2, "mark")
        texts += more
    return Slab(
        block=card,
        texts=texts,
        width=width,
        height=y + PADDING - _LEAD,
        is_cut=any(one.words.endswith(ELLIPSIS) for one in texts),
        is_lowest=len(texts) <= 1 + len(card.lines) + len(card.marks),
    )


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


def _box(box: Box, pills: Sequence[PillPlace], width: int) -> Slab:
    room = width - 2 * PADDING
    texts, y = _written(box.title, room, PADDING, "title")
    rows = list(_pill_rows(pills, room))
    top = y + _ABOVE_PILLS
    heights = [max(pill.height for pill in row) + _PILL_GAP for row in rows]
    height = top + sum(heights) + PADDING - (_PILL_GAP if rows else _LEAD)
    titled = (one.words for one in texts)
    named = (words for pill in pills for words in pill.lines)
    return Slab(
        block=box,
        texts=texts,
        width=width,
        height=height,
        pills=rows,
        top=top,
        is_cut=any(words.endswith(ELLIPSIS) for words in (*titled, *named)),
        is_lowest=len(texts) <= 1
        and len(rows) <= 1
        and all(len(pill.lines) <= 1 for pill in pills),
    )


def _pill(pill: Pill, ends: int, room: float) -> PillPlace:
    lines = shortened(pill.title, width=room - 2 * _PILL_INSET, size=_LINE_SIZE, most=3)
    text = max((width_of(line, _LINE_SIZE) for line in lines), default=0.0)
    return PillPlace(
        pill=pill,
        lines=lines,
        ends=ends,
        width=ceil(text) + 2 * _PILL_INSET,
        height=max(8 + 15 * max(1, len(lines)), PITCH * ends + 4),
    )


def _pill_rows(pills: Iterable[PillPlace], room: float) -> Iterator[list[PillPlace]]:
    """Break pills into rows; one at which lines end stands at an end of its row."""
    pills = tuple(pills)
    linked = [pill for pill in pills if pill.ends]
    plain = [pill for pill in pills if not pill.ends]
    while linked or plain:
        row = [(linked or plain).pop(0)]
        left = room - row[0].width
        last = _taken(linked, left) if row[0].ends else None
        left -= last.width + _PILL_GAP if last else 0
        while more := _taken(plain, left):
            left -= more.width + _PILL_GAP
            row.append(more)
        yield [*row, last] if last else row


def _taken(pills: list[PillPlace], left: float) -> PillPlace | None:
    """Take out the first pill that fits beside others, if there is one."""
    fitting = (n for n, pill in enumerate(pills) if pill.width + _PILL_GAP <= left)
    number = next(fitting, None)
    return None if number is None else pills.pop(number)


def turned(row: Sequence[PillPlace], *, to_right: bool) -> None:
    """Put the pills of a row side by side, the first of them on the side given."""
    order = tuple(reversed(row)) if to_right else row
    x = float(PADDING)
    for pill in order:
        pill.x = x
        x += pill.width + _PILL_GAP
    order[-1].side = 1
    order[0].side = 1 if to_right and len(order) == 1 else -1
