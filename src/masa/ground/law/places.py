"""Places in a text of law: which sections, regulations and paragraphs a pinpoint names.

A place is a path, such as section 16E, subsection (3), paragraph (a). Two pinpoints
overlap where a path of the one lies on a path of the other.
"""

import re
from collections.abc import Iterable, Iterator

__all__ = ["Place", "overlap", "places"]

Place = tuple[str, ...]
_TOKEN = re.compile(
    r"(?P<subs>(?:\(\w+\))+)|(?P<number>\d+[A-Z]*)|(?P<word>[A-Za-z]+)|[-\u2013]"
)
_SUB = re.compile(r"\(\w+\)")
_SINGULAR = {
    "ss": "s",
    "section": "s",
    "sections": "s",
    "regs": "reg",
    "regulation": "reg",
    "paras": "para",
    "paragraph": "para",
    "schedule": "sch",
    "chapter": "ch",
    "pp": "p",
}
_JOINTS = {"and", "to"}


def places(pinpoint: str) -> frozenset[Place]:
    """Read the places that a pinpoint names, each of a list and each of a range.

    Args:
        pinpoint: Such as ``s.16J(3)-(5)``, ``regs 5, 6, 8`` or ``Sch, paras 1 to 38``.
    """
    found = set(_Reader().read(pinpoint))
    if any(place[0].startswith("sch ") for place in found):
        found.discard(("sch",))
    heads = {place[:depth] for place in found for depth in range(1, len(place))}
    return frozenset(found - heads)


def overlap(some: Iterable[Place], others: Iterable[Place]) -> bool:
    """Say whether a place of the one list lies within one of the other."""
    rest = list(others)
    return any(
        place[: len(other)] == other[: len(place)] for place in some for other in rest
    )


class _Reader:
    """Reads a pinpoint from left to right, remembering the kind and the last place."""

    def __init__(self) -> None:
        self.around: Place = ()
        self.kind = ""
        self.last: Place = ()
        self.is_range = False

    def read(self, pinpoint: str) -> Iterator[Place]:
        for found in _TOKEN.finditer(pinpoint):
            if word := found["word"]:
                yield from self.word(word.casefold())
            elif number := found["number"]:
                yield from self.spanned((*self.around, f"{self.kind} {number}"))
            elif subs := found["subs"]:
                yield from self.sub(tuple(_SUB.findall(subs)))
            else:
                self.is_range = True

    def word(self, word: str) -> Iterator[Place]:
        """Begin another kind of place; a paragraph stands within a schedule."""
        self.is_range = word == "to"
        if word in _JOINTS:
            return
        kind = _SINGULAR.get(word, word)
        if kind == "para" and self.last[:1] and self.last[0].startswith("sch"):
            self.around = self.last[:1]
        else:
            self.around = ()
        self.kind = kind
        if kind == "sch":
            self.last = ("sch",)
            yield self.last

    def sub(self, subs: Place) -> Iterator[Place]:
        """Take subsections: of the place just named, or instead of its own."""
        depth = len([step for step in self.last if not step.startswith("(")])
        yield from self.spanned((*self.last[:depth], *subs))

    def spanned(self, place: Place) -> Iterator[Place]:
        """Yield a place and, at the end of a range, all between its two ends."""
        if self.kind == "sch" and not place[-1].startswith("("):
            place = (place[-1],)
        if self.is_range and self.last:
            yield from _between(self.last, place)
        self.is_range = False
        self.last = place
        yield place


def _between(first: Place, last: Place) -> Iterator[Place]:
    numbers = [re.search(r"\d+", place[-1]) for place in (first, last)]
    if numbers[0] and numbers[1]:
        pattern = last[-1].replace(numbers[1][0], "{}")
        for number in range(int(numbers[0][0]) + 1, int(numbers[1][0])):
            yield (*last[:-1], pattern.format(number))
