"""Looks at a chart as a reader does: at what is drawn, and not at how it was made.

Nothing of masa is imported. A picture is parsed as XML, and from its numbers alone
it is told what stands on what, what leaves its frame, and which line meets which.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

__all__ = ["Drawing", "faults", "seen"]

SVG = "{http://www.w3.org/2000/svg}"
PAINT = {"fill", "stroke", "stroke-width", "stroke-dasharray"}
ALLOWED = {
    "svg": {"width", "height", "viewBox", "role", "aria-label", "font-family"},
    "title": set(),
    "desc": set(),
    "g": set(),
    "text": {"x", "y", "font-size", "fill", "text-anchor", "font-weight"},
    "rect": {"x", "y", "width", "height", "rx", *PAINT},
    "circle": {"cx", "cy", "r", "fill", "stroke"},
    "path": {"d", *PAINT},
}
LEAST_LETTER = 11
LEAST_APART = 5
HAIR = 0.15
# how wide the letters from space to tilde are in DejaVu Sans, a wide face
PLAIN = (
    "32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 "
    "34 84 84 84 53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 "
    "68 99 69 61 69 39 34 39 84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 "
    "63 41 52 39 63 59 82 59 59 52 64 34 64 84"
)
BOLD = (
    "35 46 52 84 70 100 87 31 46 46 52 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 "
    "40 84 84 84 58 100 77 76 73 83 68 68 82 84 37 37 77 64 100 84 85 73 85 77 72 "
    "68 81 77 110 77 72 73 46 37 46 84 50 50 67 72 59 72 68 44 72 71 34 34 67 34 104 "
    "71 69 72 72 49 60 48 71 65 92 65 65 58 71 37 71 84"
)
WIDTHS = {
    is_bold: {chr(32 + place): int(width) / 100 for place, width in enumerate(table)}
    for is_bold, table in ((False, PLAIN.split()), (True, BOLD.split()))
}

Point = tuple[float, float]


class Frame(NamedTuple):
    """A rectangle with its sides."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Frame") -> bool:
        return (
            self.left - HAIR <= other.left
            and self.top - HAIR <= other.top
            and other.right <= self.right + HAIR
            and other.bottom <= self.bottom + HAIR
        )

    def meets(self, other: "Frame") -> bool:
        """Whether they share more than an edge."""
        return (
            self.left + HAIR < other.right
            and other.left + HAIR < self.right
            and self.top + HAIR < other.bottom
            and other.top + HAIR < self.bottom
        )

    def strikes(self, other: "Frame") -> bool:
        """Whether a line, drawn as a frame without width, enters another frame."""
        return (
            self.left < other.right - HAIR
            and other.left + HAIR < self.right
            and self.top < other.bottom - HAIR
            and other.top + HAIR < self.bottom
        )

    def is_on_edge(self, point: Point) -> bool:
        x, y = point
        upright = min(abs(x - self.left), abs(x - self.right)) < HAIR
        level = min(abs(y - self.top), abs(y - self.bottom)) < HAIR
        return (upright and self.top <= y <= self.bottom) or (
            level and self.left <= x <= self.right
        )


class Thing(NamedTuple):
    """A card, a box or a pill, with what is written in it."""

    title: str
    frame: Frame
    texts: list[Frame]
    pills: list["Thing"]


class Line(NamedTuple):
    """A line with its corners, the letter that it carries, and where that stands."""

    says: str
    points: list[Point]
    letter: str
    badge: Frame

    @property
    def parts(self) -> Iterator[Frame]:
        for (x, y), (u, v) in pairwise(self.points):
            yield Frame(min(x, u), min(y, v), max(x, u), max(y, v))


class Drawing(NamedTuple):
    """Everything that is seen in a picture."""

    paper: Frame
    heading: list[Frame]
    bands: list[Thing]
    blocks: list[Thing]
    lines: list[Line]
    key: list[tuple[str, str]]
    foot: list[Frame]

    @property
    def things(self) -> Iterator[Thing]:
        for block in self.blocks:
            yield block
            yield from block.pills

    def ends(self, line: Line) -> tuple[str, str]:
        """Name the two things on whose edges a line begins and ends."""
        first, last = (self._at(point) for point in (line.points[0], line.points[-1]))
        return first, last

    def _at(self, point: Point) -> str:
        pills = (pill for block in self.blocks for pill in block.pills)
        for thing in (*pills, *self.blocks):
            if thing.frame.is_on_edge(point):
                return thing.title
        return "nothing"


def seen(picture: str) -> Drawing:
    """Parse a picture into what a reader sees."""
    assert "<!" not in picture
    assert "<?" not in picture
    root = fromstring(picture)  # noqa: S314 (masa drew it, and it has no entities)
    size = (float(root.attrib["width"]), float(root.attrib["height"]))
    layers = {layer.findtext(f"{SVG}title"): layer for layer in root.findall(f"{SVG}g")}
    foot = layers.get("Key and notes", Element("g"))
    return Drawing(
        paper=Frame(0, 0, *size),
        heading=[_text(one) for one in root.findall(f"{SVG}text")],
        bands=[_thing(one) for one in _groups(layers.get("Bands"))],
        blocks=[_thing(one) for one in _groups(layers.get("Boxes"))],
        lines=[_line(one) for one in _groups(layers.get("Lines"))],
        key=[_entry(one) for one in foot.findall(f"{SVG}g")],
        foot=[_text(one) for one in foot.iter(f"{SVG}text")],
    )


def _groups(layer: Element | None) -> list[Element]:
    return [] if layer is None else layer.findall(f"{SVG}g")


def _thing(group: Element) -> Thing:
    return Thing(
        title=group.findtext(f"{SVG}title") or "",
        frame=_rect(_first(group, "rect")),
        texts=[_text(one) for one in group.findall(f"{SVG}text")],
        pills=[_thing(one) for one in group.findall(f"{SVG}g")],
    )


def _first(group: Element, tag: str) -> Element:
    found = group.find(f"{SVG}{tag}")
    assert found is not None
    return found


def _line(group: Element) -> Line:
    return Line(
        says=group.findtext(f"{SVG}title") or "",
        points=_corners(_first(group, "path")),
        letter=group.findtext(f"{SVG}text") or "",
        badge=_badge(group),
    )


def _badge(group: Element) -> Frame:
    rect = group.find(f"{SVG}rect")
    if rect is not None:
        return _rect(rect)
    at = group.findall(f"{SVG}circle")[-1].attrib
    x, y, r = (float(at[name]) for name in ("cx", "cy", "r"))
    return Frame(x - r, y - r, x + r, y + r)


def _entry(group: Element) -> tuple[str, str]:
    letter, words = (one.text or "" for one in group.findall(f"{SVG}text"))
    return letter, words


def _corners(path: Element) -> list[Point]:
    return [
        (float(x), float(y))
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.attrib["d"])
    ]


def _rect(rect: Element) -> Frame:
    x, y, w, h = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
    return Frame(x, y, x + w, y + h)


def _text(text: Element) -> Frame:
    x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
    width = size * _width(text.text or "", is_bold="font-weight" in text.attrib)
    left = x - width * {"start": 0, "middle": 0.5}[text.get("text-anchor", "start")]
    return Frame(left, y - size * 0.76, left + width, y + size * 0.24)


def _width(words: str, *, is_bold: bool) -> float:
    known = WIDTHS[is_bold]
    return sum(known[char] if char in known else _other(char) for char in words)


def _other(char: str) -> float:
    """Take wide letters for squares, and others that are not known for narrow ones."""
    return 1.0 if unicodedata.east_asian_width(char) in {"W", "F"} else 0.3


def faults(picture: str) -> list[str]:
    """Name everything that is wrong with a picture; nothing is if the list is empty."""
    drawing = seen(picture)
    return [
        *_foreign_markup(picture),
        *_outside(drawing),
        *_overlaps(drawing),
        *_struck(drawing),
        *_shared(drawing),
        *_unexplained(drawing),
    ]


def _foreign_markup(picture: str) -> Iterator[str]:
    for element in fromstring(picture).iter():  # noqa: S314 (masa drew it)
        tag = element.tag.removeprefix(SVG)
        if tag not in ALLOWED or not set(element.attrib) <= ALLOWED[tag]:
            yield f"{tag} with {sorted(element.attrib)} has no place in a picture"
        if tag == "text" and float(element.attrib["font-size"]) < LEAST_LETTER:
            yield f"{element.text!r} is too small to be read"
        for name, value in element.attrib.items():
            if name in {"x", "y", "d", "cx", "cy"} and re.search(r"\.\d\d|e|n", value):
                yield f"{name} is {value}"


def _outside(drawing: Drawing) -> Iterator[str]:
    """Name what leaves the frame in which it belongs."""
    frames = [*drawing.heading, *drawing.foot]
    frames += [thing.frame for thing in (*drawing.bands, *drawing.blocks)]
    frames += [frame for line in drawing.lines for frame in (*line.parts, line.badge)]
    yield from (f"{f} leaves the paper" for f in frames if not drawing.paper.holds(f))
    for thing in (*drawing.things, *drawing.bands):
        inside = (*thing.texts, *(pill.frame for pill in thing.pills))
        for frame in inside:
            if not thing.frame.holds(frame):
                yield f"{frame} leaves {thing.title!r} {thing.frame}"
    for block in drawing.blocks:
        if sum(band.frame.holds(block.frame) for band in drawing.bands) != 1:
            yield f"{block.title!r} is not in one band"


def _overlaps(drawing: Drawing) -> Iterator[str]:
    """Name what covers something else of its kind."""
    labels = [frame for band in drawing.bands for frame in band.texts]
    badges = [line.badge for line in drawing.lines]
    apart: list[Sequence[Frame]] = [
        [band.frame for band in drawing.bands],
        [*labels, *badges, *(block.frame for block in drawing.blocks)],
        [*drawing.heading, *(b.frame for b in drawing.bands), *drawing.foot],
    ]
    apart += [[*b.texts, *(pill.frame for pill in b.pills)] for b in drawing.blocks]
    apart += [thing.texts for thing in drawing.things]
    for frames in apart:
        for one, other in combinations(frames, 2):
            if one.meets(other):
                yield f"{one} and {other} overlap"


def _struck(drawing: Drawing) -> Iterator[str]:
    """Name what a line runs through and should not."""
    ends = [tip for line in drawing.lines for tip in _tips(line)]
    yield from (f"two lines end at {end}" for end in ends if ends.count(end) > 1)
    for line in drawing.lines:
        parts = tuple(line.parts)
        if "nothing" in drawing.ends(line):
            yield f"{line.says!r} hangs in the air"
        if not any(part.strikes(line.badge) for part in parts):
            yield f"the letter of {line.says!r} does not stand on it"
        if any(p.left != p.right and p.top != p.bottom for p in parts):
            yield f"{line.says!r} runs aslant"
        for what, frame in _solid(drawing, line):
            if any(part.strikes(frame) for part in parts):
                yield f"{line.says!r} strikes {what}"


def _solid(drawing: Drawing, line: Line) -> Iterator[tuple[str, Frame]]:
    """Name everything through which a line must not run."""
    for block in drawing.blocks:
        if not _is_own(line, block):
            yield repr(block.title), block.frame
        yield from ((f"a text of {block.title!r}", frame) for frame in block.texts)
        yield from ((f"the pill {pill.title!r}", pill.frame) for pill in block.pills)
    for other in drawing.lines:
        if other is not line:
            yield f"the letter of {other.says!r}", other.badge
    for band in drawing.bands:
        yield from ((f"the name of {band.title!r}", frame) for frame in band.texts)


def _tips(line: Line) -> Iterator[Point]:
    yield line.points[0]
    yield line.points[-1]


def _is_own(line: Line, block: Thing) -> bool:
    """Say whether a line begins or ends on a pill of a block."""
    return any(
        pill.frame.is_on_edge(tip) for pill in block.pills for tip in _tips(line)
    )


def _shared(drawing: Drawing) -> Iterator[str]:
    """Name lines that run on one another, or so near that they look like one."""
    parts = [(line, part) for line in drawing.lines for part in line.parts]
    uprights = [(line, p) for line, p in parts if p.left == p.right]
    levels = [(line, p) for line, p in parts if p.top == p.bottom]
    for (one, here), (other, there) in combinations(uprights, 2):
        if abs(here.left - there.left) < LEAST_APART and (
            here.top < there.bottom and there.top < here.bottom
        ):
            yield f"{one.says!r} runs along {other.says!r}: {here} {there}"
    for (one, here), (other, there) in combinations(levels, 2):
        if abs(here.top - there.top) < LEAST_APART and (
            here.left < there.right and there.left < here.right
        ):
            yield f"{one.says!r} runs along {other.says!r}: {here} {there}"


def _unexplained(drawing: Drawing) -> Iterator[str]:
    """Name letters that the key does not explain, and entries that are not used."""
    key = dict(drawing.key)
    used = {char for line in drawing.lines for char in line.letter}
    yield from (f"{mark!r} is not in the key" for mark in sorted(used - key.keys()))
    yield from (f"{mark!r} is not in the picture" for mark in sorted(key.keys() - used))
    if len(key) != len(drawing.key):
        yield "a letter stands twice in the key"
    lowest = max((band.frame.bottom for band in drawing.bands), default=0)
    if any(frame.top < lowest for frame in drawing.foot):
        yield "the key stands beside the bands"
