"""One lane of a time axis: its signs and texts, placed so that none hides another.

A lane is made of levels, one below the other, each as high as a line of text. A
text stands beside its sign where there is room; where there is none it hangs
below, on a thin line.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, count, takewhile

from attrs import evolve, frozen

from masa.ground.lettering import width_of, wrapped
from masa.ground.rows import Bar, Mark, Row
from masa.ground.signs import REACH
from masa.ground.time_scale import Scale, short_day

__all__ = ["NOTE_SIZE", "Lane", "Note", "Sign", "placed"]

NOTE_SIZE = 11
_GAP = 4  # from a sign, or the line that hangs from it, to the text
_CLEAR = 4  # between two texts
_WIDEST = 200.0
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of a text, before its anchor


@frozen(kw_only=True, eq=False)
class Sign:
    """A bar or a mark, the paper that it takes, and what is written at it."""

    of: Bar | Mark
    first: float
    last: float
    level: int
    lines: tuple[str, ...]
    width: float  # of the widest line

    @property
    def middle(self) -> float:
        """The place from which its text hangs."""
        return (self.first + self.last) / 2


@frozen(kw_only=True)
class Note:
    """The text of a sign, and where it stands.

    Args:
        sign: Whose text it is.
        x: Where its lines start, are centred or end, as `anchor` says.
        level: The level of its first line; the others are on those below.
        anchor: ``start``, ``middle`` or ``end``.
    """

    sign: Sign
    x: float
    level: int
    anchor: str

    @property
    def first(self) -> float:
        """Where it begins."""
        return self.x - self.sign.width * _BEFORE[self.anchor]

    @property
    def last(self) -> float:
        """Where it ends."""
        return self.first + self.sign.width

    @property
    def levels(self) -> range:
        """The levels of its lines."""
        return range(self.level, self.level + len(self.sign.lines))

    @property
    def is_hanging(self) -> bool:
        """Whether it is below its sign and a thin line leads down to it."""
        return self.level > self.sign.level

    def cuts_off(self, signs: Iterable[Sign]) -> bool:
        """Say whether it stands below one of the signs, where a line may come down."""
        return any(self.first < sign.middle < self.last for sign in signs)


@frozen(kw_only=True)
class Lane:
    """A row with everything in it placed."""

    row: Row
    signs: tuple[Sign, ...]
    notes: tuple[Note, ...]

    @property
    def height(self) -> int:
        """How many levels it takes, one at least."""
        below_signs = (sign.level + 1 for sign in self.signs)
        below_notes = (note.levels.stop for note in self.notes)
        return max(chain(below_signs, below_notes), default=1)


def placed(row: Row, scale: Scale) -> Lane:
    """Find a place for everything in a row.

    No text stands on another, on a sign, or outside the scale. A thin line keeps
    clear of other texts too, unless too many days stand close together.
    """
    signs = tuple(_signs(row, scale))
    room = _Room(scale, signs)
    notes: list[Note] = []
    waiting: list[Sign] = []
    for sign in sorted(filter(_has_text, signs), key=_upper_marks_first):
        if note := room.beside(sign, waiting):
            notes.append(note)
        else:
            waiting.append(sign)
    notes += [room.below(sign, waiting) for sign in _outwards(waiting, scale)]
    return Lane(row=row, signs=signs, notes=tuple(notes))


def _has_text(sign: Sign) -> bool:
    return bool(sign.lines)


def _upper_marks_first(sign: Sign) -> tuple[bool, int, float]:
    return isinstance(sign.of, Bar), sign.level, sign.middle


def _outwards(signs: Iterable[Sign], scale: Scale) -> Iterator[Sign]:
    """Give each sign after those whose lines its text would otherwise cut off.

    Texts that can hang to the right are placed from the right, those that have to
    hang to the left from the left.
    """
    from_left = sorted(signs, key=lambda sign: sign.middle)
    yield from (s for s in reversed(from_left) if _can_hang_right(s, scale))
    yield from (s for s in from_left if not _can_hang_right(s, scale))


def _can_hang_right(sign: Sign, scale: Scale) -> bool:
    return sign.middle + _GAP + sign.width <= scale.right


def _signs(row: Row, scale: Scale) -> Iterator[Sign]:
    """Place bars and marks, on lower levels where they would cover each other."""
    bar_levels, mark_levels = _Levels(), _Levels()
    bars: list[tuple[Bar, int]] = []
    for bar in row.bars:
        first, last = scale.x(bar.first), max(scale.x(bar.last), scale.x(bar.first) + 1)
        bars.append((bar, bar_levels.descend(0, first, last)))
        yield _sign(bar, (first, last), bars[-1][1], scale)
    for mark in row.marks:
        first, last = scale.x(mark.day) - REACH, scale.x(mark.day) + REACH
        level = mark_levels.descend(_level_of_bar(mark, bars), first, last)
        yield _sign(mark, (first, last), level, scale)


def _sign(of: Bar | Mark, place: tuple[float, float], level: int, scale: Scale) -> Sign:
    day = [short_day(of.day)] if isinstance(of, Mark) else []
    most = min(_WIDEST, (scale.right - scale.left) / 2 - _GAP - REACH)
    lines = wrapped([*of.label.split(), *day], width=most, size=NOTE_SIZE)
    return Sign(
        of=of,
        first=place[0],
        last=place[1],
        level=level,
        lines=lines,
        width=max((width_of(line, NOTE_SIZE) for line in lines), default=0.0),
    )


def _level_of_bar(mark: Mark, bars: Iterable[tuple[Bar, int]]) -> int:
    """Find the first bar that begins or ends on the day of a mark."""
    at_its_end = (level for bar, level in bars if mark.day in {bar.first, bar.last})
    return next(at_its_end, 0)


class _Levels:
    """The stretches of paper that are taken, level by level."""

    def __init__(self) -> None:
        self._taken: dict[int, list[tuple[float, float]]] = {}

    def is_free(self, level: int, first: float, last: float) -> bool:
        return all(
            last <= begins or ends <= first
            for begins, ends in self._taken.get(level, ())
        )

    def take(self, level: int, first: float, last: float) -> None:
        self._taken.setdefault(level, []).append((first, last))

    def descend(self, level: int, first: float, last: float) -> int:
        """Take a stretch on the first level where it is free, and say which."""
        free = next(n for n in count(level) if self.is_free(n, first, last))
        self.take(free, first, last)
        return free


class _Room:
    """Where there is still room for a text in a lane."""

    def __init__(self, scale: Scale, signs: Iterable[Sign]) -> None:
        self._scale = scale
        self._levels = _Levels()
        for sign in signs:
            self._levels.take(sign.level, sign.first, sign.last)

    def beside(self, sign: Sign, waiting: Iterable[Sign]) -> Note | None:
        """Place a text to the right of its sign, else to the left, if there is room.

        It must not cut off a sign above it whose text is still waiting.
        """
        above = [other for other in waiting if other.level < sign.level]
        right = Note(sign=sign, x=sign.last + _GAP, level=sign.level, anchor="start")
        left = evolve(right, x=sign.first - _GAP, anchor="end")
        notes = (note for note in (right, left) if not note.cuts_off(above))
        note = next(filter(self._has_room, notes), None)
        return self._taken(note) if note else None

    def below(self, sign: Sign, waiting: Iterable[Sign]) -> Note:
        """Hang a text below its sign, on the first level where there is room."""
        notes = tuple(self._hanging(sign, waiting))
        levels = chain(self._unbroken(sign), count(sign.level + 1))
        lower = (evolve(note, level=level) for level in levels for note in notes)
        return self._taken(next(filter(self._has_room, lower)))

    def _hanging(self, sign: Sign, waiting: Iterable[Sign]) -> Iterator[Note]:
        """Centre a text below its sign, if it cuts off no other, or put it aside."""
        half = sign.width / 2
        x = min(max(sign.middle, self._scale.left + half), self._scale.right - half)
        centred = Note(sign=sign, x=x, level=sign.level, anchor="middle")
        if not centred.cuts_off(other for other in waiting if other is not sign):
            yield centred
        if _can_hang_right(sign, self._scale):
            yield evolve(centred, x=sign.middle + _GAP, anchor="start")
        else:
            yield evolve(centred, x=sign.middle - _GAP, anchor="end")

    def _unbroken(self, sign: Sign) -> Iterator[int]:
        """Go down as far as the line from a sign meets nothing."""
        line = (sign.middle - 1, sign.middle + 1)
        return takewhile(
            lambda level: self._levels.is_free(level, *line), count(sign.level + 1)
        )

    def _has_room(self, note: Note) -> bool:
        first, last = note.first - _CLEAR, note.last + _CLEAR
        return self._scale.holds(note.first, note.last) and all(
            self._levels.is_free(level, first, last) for level in note.levels
        )

    def _taken(self, note: Note) -> Note:
        for level in note.levels:
            self._levels.take(level, note.first, note.last)
        middle = note.sign.middle
        for level in range(note.sign.level + 1, note.level + 1):
            self._levels.take(level, middle - 1, middle + 1)
        return note
