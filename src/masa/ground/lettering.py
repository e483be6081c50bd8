"""How much room a text needs, reckoned without a font, and how it is broken.

The widths are those of a wide sans-serif face, rounded up, so that a text set in
any usual face stays within the room that it was given.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

__all__ = ["ELLIPSIS", "is_whole", "shortened", "width_of", "wrapped"]

ELLIPSIS = "…"


class _Widths(dict[str, int]):
    """How wide each letter is, in hundredths of its size."""

    def __missing__(self, char: str) -> int:
        """Reckon a letter that is none of the usual ones."""
        if unicodedata.category(char) in _RESTING:
            return 0
        if unicodedata.east_asian_width(char) in {"W", "F"}:
            return _DOUBLE
        parts = unicodedata.normalize("NFKD", char)
        return _OTHER if parts == char else max(30, sum(self[one] for one in parts))


_WIDTHS = _Widths(
    (letter, width)
    for width, letters in {
        30: "IJijl'łı",
        35: " ,./:;\\|·\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
        40: "()-[]ft",
        45: "!r",
        50: '"*_`°\N{EN DASH}',
        55: "?csz“”",
        60: "FLkvxy•Ł",
        65: "$0123456789EPSTYabdeghnopqu{}£€ßøđ",
        70: "ABCKRVXZ",
        75: "NU",
        80: "&DGHOQØ",
        85: "#+<=>^w~",
        90: "M",
        100: "%@Wm—©®æÆ" + ELLIPSIS,
    }.items()
    for letter in letters
)
_OTHER = 110
_DOUBLE = 130
_SPACE = _WIDTHS[" "]
_HAIR = 1e-6  # by which a text may seem too wide that is exactly as wide as its room
_RESTING = frozenset({"Mn", "Me"})  # marks that stand on the letter before


def width_of(text: str, size: float) -> float:
    """Reckon the width of a text, rather too wide than too narrow."""
    return size * _hundredths(text) / 100


def _hundredths(text: str) -> int:
    """Reckon the width of a text in hundredths of its size, which add up exactly."""
    return sum(map(_WIDTHS.__getitem__, text))


def wrapped(words: Iterable[str], *, width: float, size: float) -> tuple[str, ...]:
    """Break words into lines that are no wider than `width`.

    Only a word that is too wide by itself is cut; it then ends in an ellipsis.
    """
    fitting = (_cut(word, width, size) for word in words)
    return _laid(((word, _hundredths(word)) for word in fitting), width, size)


def _laid(
    pieces: Iterable[tuple[str, int]], width: float, size: float
) -> tuple[str, ...]:
    """Put pieces, each with its width, into lines."""
    lines: list[str] = []
    room, taken = width * 100 / size + _HAIR, 0
    for piece, needed in pieces:
        if lines and taken + _SPACE + needed <= room:
            lines[-1] += f" {piece}"
            taken += _SPACE + needed
        else:
            lines.append(piece)
            taken = needed
    return tuple(lines)


def shortened(text: str, *, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into lines, within words that are too wide for one as well.

    What does not go into `most` lines is cut off; the last then ends in an ellipsis.
    """
    words = text.split()
    if width_of(text, size) <= width:  # which most are, and is quick to see
        return (" ".join(words),) if words else ()
    room = width * 100 / size + _HAIR
    pieces = (piece for word in words for piece in _pieces(word, room))
    lines = _laid(pieces, width, size)
    if len(lines) <= most:
        return lines
    last = _cut(" ".join(lines[most - 1 : most + 1]), width, size)
    return (*lines[: most - 1], last)


def is_whole(lines: Iterable[str], words: Iterable[str]) -> bool:
    """Say whether no word was cut when the words were broken into the lines."""
    return " ".join(lines) == " ".join(words)


def _pieces(word: str, room: float) -> Iterator[tuple[str, int]]:
    """Break a word that is too wide for a line into pieces that fill one."""
    taken = _hundredths(word)
    if taken <= room:
        yield word, taken
        return
    piece, taken = "", 0
    for char in word:
        needed = _WIDTHS[char]
        if piece and taken + needed > room:
            yield piece, taken
            piece, taken = "", 0
        piece, taken = piece + char, taken + needed
    yield piece, taken


def _cut(word: str, width: float, size: float) -> str:
    if width_of(word, size) <= width:
        return word
    room = width - width_of(ELLIPSIS, size)
    reached = accumulate(width_of(char, size) for char in word)
    return word[: sum(end <= room for end in reached)] + ELLIPSIS
