"""How much room a text needs, reckoned without a font, and how it is broken.

The widths are those of a wide sans-serif face, rounded up, so that a text set in
any usual face stays within the room that it was given.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

__all__ = ["is_whole", "shortened", "width_of", "wrapped"]

ELLIPSIS = "…"
_NARROW = {
    letter: width
    for width, letters in {
        0.30: "IJijl'łı",
        0.35: " ,./:;\\|·\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
        0.40: "()-[]ft",
        0.45: "!r",
        0.50: '"*_`°\N{EN DASH}',
        0.55: "?csz“”",
        0.60: "FLkvxy•Ł",
        0.65: "$0123456789EPSTYabdeghnopqu{}£€ßøđ",
        0.70: "ABCKRVXZ",
        0.75: "NU",
        0.80: "&DGHOQØ",
        0.85: "#+<=>^w~",
        0.90: "M",
        1.00: "%@Wm—©®æÆ" + ELLIPSIS,
    }.items()
    for letter in letters
}
_OTHER = 1.1
_DOUBLE = 1.3
_RESTING = frozenset({"Mn", "Me"})  # marks that stand on the letter before


def width_of(text: str, size: float) -> float:
    """Reckon the width of a text, rather too wide than too narrow."""
    return size * sum(map(_width, text))


def _width(char: str) -> float:
    """Reckon one character, in parts of the size of the letters."""
    if char in _NARROW:
        return _NARROW[char]
    if unicodedata.category(char) in _RESTING:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _DOUBLE
    parts = unicodedata.normalize("NFKD", char)
    return _OTHER if parts == char else max(0.3, sum(map(_width, parts)))


def wrapped(words: Iterable[str], *, width: float, size: float) -> tuple[str, ...]:
    """Break words into lines that are no wider than `width`.

    Only a word that is too wide by itself is cut; it then ends in an ellipsis.
    """
    lines: list[str] = []
    for word in words:
        fitting = _cut(word, width, size)
        longer = f"{lines[-1]} {fitting}" if lines else fitting
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(fitting)
    return tuple(lines)


def shortened(text: str, *, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into lines, within words that are too wide for one as well.

    What does not go into `most` lines is cut off; the last then ends in an ellipsis.
    """
    pieces = (piece for word in text.split() for piece in _pieces(word, width, size))
    lines = wrapped(pieces, width=width, size=size)
    if len(lines) <= most:
        return lines
    last = _cut(" ".join(lines[most - 1 : most + 1]), width, size)
    return (*lines[: most - 1], last)


def is_whole(lines: Iterable[str], words: Iterable[str]) -> bool:
    """Say whether no word was cut when the words were broken into the lines."""
    return " ".join(lines) == " ".join(words)


def _pieces(word: str, width: float, size: float) -> Iterator[str]:
    """Break a word that is too wide for a line into pieces that fill one."""
    if width_of(word, size) <= width:
        yield word
        return
    piece, taken = "", 0.0
    for char in word:
        needed = width_of(char, size)
        if piece and taken + needed > width:
            yield piece
            piece, taken = "", 0.0
        piece, taken = piece + char, taken + needed
    yield piece


def _cut(word: str, width: float, size: float) -> str:
    if width_of(word, size) <= width:
        return word
    room = width - width_of(ELLIPSIS, size)
    reached = accumulate(width_of(char, size) for char in word)
    return word[: sum(end <= room for end in reached)] + ELLIPSIS
