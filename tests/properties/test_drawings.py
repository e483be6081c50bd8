"""A drawing is plain SVG whatever it is given, and nothing in it hides another."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from xml.etree.ElementTree import Element, fromstring

import html5lib
from hypothesis import example, given
from hypothesis import strategies as st

from masa.ground.lanes import Note, Sign, placed
from masa.ground.lettering import width_of
from masa.ground.rows import Bar, Mark, Row
from masa.ground.signs import Pattern, Shape
from masa.ground.svg import document, text
from masa.ground.time_axis import time_axis
from masa.ground.time_scale import Scale

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg": {"width", "height", "viewBox", "role", "aria-label", "font-family"},
    "title": set(),
    "desc": set(),
    "g": set(),
    "text": {"x", "y", "font-size", "fill", "text-anchor"},
    "line": {"x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"},
    "rect": {"x", "y", "width", "height", "fill", "stroke", "stroke-dasharray"},
    "circle": {"cx", "cy", "r", "fill"},
    "path": {"d", "fill", "stroke", "stroke-width"},
}
BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
HOSTILE = [
    "<script>alert(1)</script>",
    "</text>",
    "</svg><svg onload=alert(1)>",
    "<![CDATA[x]]>",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE x>",
    "<?xml?>",
    "&lt;",
    "&#60;",
    "&nbsp;",
    "&",
    '"',
    "'",
    '" onload="alert(1)',
    "url(#x)",
    "javascript:alert(1)",
    "a\r\nb",
    "\t\n\r",
    "\0",
    "\x1b[31m",
    "\x85",
    "\ud800",
    "\ufffe",
    "\u202ea",
    "e\u0301",
    "漢字" * 40,
    "🏠" * 40,
    "ﷺ" * 9,
    "x" * 300,
    "word " * 80,
    "",
    " ",
]
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(), max_size=30),
    st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join),
)
days = st.one_of(
    st.dates(),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.dates(date(2026, 12, 1), date(2026, 12, 14)),
)
near = st.dates(date(2026, 12, 1), date(2027, 3, 1))


def bars_of(days: st.SearchStrategy[date]) -> st.SearchStrategy[Bar]:
    return st.builds(
        lambda ends, label, pattern: Bar(
            first=min(ends), last=max(ends), label=label, pattern=pattern
        ),
        st.tuples(days, days),
        texts,
        st.sampled_from(Pattern),
    )


def rows_of(days: st.SearchStrategy[date], most: int) -> st.SearchStrategy[Row]:
    marks = st.builds(Mark, day=days, label=texts, shape=st.sampled_from(Shape))
    return st.builds(
        Row,
        label=texts,
        note=texts,
        bars=st.lists(bars_of(days), max_size=3),
        marks=st.lists(marks, max_size=most),
    )


pictures = st.fixed_dictionaries(
    {
        "rows": st.lists(rows_of(days, 5), max_size=4),
        "title": texts,
        "description": texts,
        "today": st.none() | days,
        "width": st.integers(480, 1200),
    }
)


def legal(given: str) -> str:
    """Put U+FFFD for every character that XML 1.0 cannot hold."""
    return "".join(
        char
        if char in "\t\n\r"
        or 0x20 <= ord(char) < 0xD800
        or 0xE000 <= ord(char) < 0xFFFE
        or ord(char) > 0xFFFF
        else "\ufffd"
        for char in given
    )


def parsed(picture: str) -> Element:
    """Parse a picture as XML, which has no document type and no processing."""
    assert "<!" not in picture
    assert "<?" not in picture
    return fromstring(picture)  # noqa: S314 (masa drew it, and it has no entities)


def drawn(given: dict[str, object]) -> tuple[str, Element]:
    picture = time_axis(**given)  # type: ignore[arg-type] # a dictionary of arguments
    return picture, parsed(picture)


class TestMarkup:
    """One escape function, and an element whitelist."""

    @given(pictures)
    def test_holds_no_element_or_attribute_but_ours(
        self, given: dict[str, object]
    ) -> None:
        _, root = drawn(given)
        for element in root.iter():
            assert set(element.attrib) <= ALLOWED[element.tag.removeprefix(SVG)]
        for value in (
            v for e in root.iter() for k, v in e.attrib.items() if k != "aria-label"
        ):
            assert "url(" not in value

    @given(pictures)
    def test_gives_every_text_back(self, given: dict[str, object]) -> None:
        _, root = drawn(given)
        assert root.attrib["aria-label"] == legal(str(given["title"]))
        assert root.findtext(f"{SVG}title") == legal(str(given["title"]))
        assert root.findtext(f"{SVG}desc") == legal(str(given["description"]))

    @given(texts)
    @example("漢字" * 40 + " b")
    def test_a_name_is_shown_or_said_in_full(self, name: str) -> None:
        _, root = drawn({"rows": [Row(label=name)], "title": "", "description": ""})
        shown = root.find(f"{SVG}g")
        if shown is None:
            assert not name.split()
            return
        lines = [line.text or "" for line in shown.iter(f"{SVG}text")]
        title = shown.findtext(f"{SVG}title")
        assert legal(name) == title or legal(" ".join(name.split())) == " ".join(lines)

    @given(texts)
    def test_a_line_of_text_is_one_text_for_a_browser_too(self, words: str) -> None:
        picture = document(
            [text(words, (0, 0), size=11)],
            width=1,
            height=1,
            title=words,
            description=words,
        )
        (line,) = parsed(picture).iter(f"{SVG}text")
        assert (line.text or "") == legal(words)
        page = html5lib.parseFragment(picture, namespaceHTMLElements=False)
        (svg,) = page
        assert [child.tag for child in svg] == [
            f"{SVG}{tag}" for tag in ("title", "desc", "rect", "text")
        ]

    @given(pictures)
    def test_equal_values_give_equal_bytes(self, given: dict[str, object]) -> None:
        assert drawn(given)[0] == drawn(given)[0]

    @given(pictures)
    def test_prints_no_number_finer_than_a_tenth(
        self, given: dict[str, object]
    ) -> None:
        _, root = drawn(given)
        for element in root.iter():
            for name, value in element.attrib.items():
                if name not in {"aria-label", "fill", "stroke"}:
                    assert not re.search(r"\d\.\d\d|\de|nan|inf|-0\b", value)


def boxes(element: Element) -> Iterator[tuple[float, float, float, float]]:
    """Give the box that an element takes: left, top, right and bottom."""
    at = {
        name: float(value)
        for name, value in element.attrib.items()
        if re.fullmatch(r"-?\d+(?:\.\d+)?", value, re.ASCII)
    }
    match element.tag.removeprefix(SVG):
        case "text":
            width = width_of(element.text or "", at["font-size"])
            left = at["x"] - width * BEFORE[element.get("text-anchor", "start")]
            yield left, at["y"] - at["font-size"], left + width, at["y"]
        case "rect":
            yield at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"]
        case "line":
            yield (
                min(at["x1"], at["x2"]),
                min(at["y1"], at["y2"]),
                max(at["x1"], at["x2"]),
                max(at["y1"], at["y2"]),
            )
        case "circle":
            x, y, r = at["cx"], at["cy"], at["r"]
            yield x - r, y - r, x + r, y + r
        case "path":
            for point in re.findall(r"[ML](\S+?) (-?[\d.]+)", element.attrib["d"]):
                x, y = map(float, point)
                yield x, y, x, y


def stretch(of: Sign | Note) -> tuple[float, float, range]:
    """Give what a sign or a text takes: from where, to where, on which levels."""
    levels = of.levels if isinstance(of, Note) else range(of.level, of.level + 1)
    return of.first, of.last, levels


def overlap(one: Sign | Note, other: Sign | Note) -> bool:
    first, last, levels = stretch(one)
    begins, ends, others = stretch(other)
    return bool(set(levels) & set(others)) and first < ends and begins < last


class TestPlaces:
    """Nothing leaves the paper, and no text stands on another."""

    @given(pictures)
    def test_nothing_leaves_the_paper(self, given: dict[str, object]) -> None:
        _, root = drawn(given)
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
        for element in root.iter():
            for left, top, right, bottom in boxes(element):
                assert -0.1 <= left <= right <= width + 0.1
                assert -0.1 <= top <= bottom <= height + 0.1

    @given(rows_of(near, 12), st.integers(300, 1200))
    def test_no_text_hides_a_text_or_a_sign(self, row: Row, width: int) -> None:
        scale = Scale.around(row.days, left=100, right=100 + width)
        lane = placed(row, scale)
        for one, other in combinations(lane.notes, 2):
            assert not overlap(one, other)
        for note in lane.notes:
            assert not any(overlap(note, sign) for sign in lane.signs)
            assert scale.holds(note.first, note.last)
            assert note.levels.stop <= lane.height

    @given(rows_of(near, 12))
    def test_no_mark_hides_a_mark_and_no_bar_a_bar(self, row: Row) -> None:
        lane = placed(row, Scale.around(row.days, left=0, right=600))
        for kind in (Bar, Mark):
            signs = [sign for sign in lane.signs if isinstance(sign.of, kind)]
            assert not any(overlap(*pair) for pair in combinations(signs, 2))

    @given(rows_of(days, 12))
    def test_every_mark_and_every_labelled_bar_has_its_text(self, row: Row) -> None:
        lane = placed(row, Scale.around(row.days, left=0, right=600))
        labelled = [bar for bar in row.bars if bar.label.split()]
        assert len(lane.notes) == len(row.marks) + len(labelled)

    @given(st.lists(days, min_size=1, max_size=4), st.integers(480, 1200))
    def test_no_label_of_the_axis_reaches_another(
        self, on: list[date], width: int
    ) -> None:
        marks = tuple(Mark(day=day, shape=Shape.DUE) for day in on)
        rows = [Row(label="x", marks=marks)]
        _, root = drawn({"rows": rows, "title": "", "description": "", "width": width})
        lines: dict[str, list[tuple[float, float]]] = {}
        for element in root.findall(f"{SVG}text"):
            ((left, _, right, _),) = boxes(element)
            lines.setdefault(element.attrib["y"], []).append((left, right))
        for places in lines.values():
            for one, other in combinations(sorted(places), 2):
                assert one[1] <= other[0] + 0.1

    @given(st.lists(days, min_size=1, max_size=4), st.integers(480, 1200))
    @example([date(2000, 1, 1), date(2000, 2, 1)], 480)
    def test_no_line_of_the_axis_strikes_a_label(
        self, on: list[date], width: int
    ) -> None:
        marks = tuple(Mark(day=day, shape=Shape.DUE) for day in on)
        rows = [Row(label="x", marks=marks)]
        _, root = drawn({"rows": rows, "title": "", "description": "", "width": width})
        lines = [box for e in root.findall(f"{SVG}line") for box in boxes(e)]
        labels = [box for e in root.findall(f"{SVG}text") for box in boxes(e)]
        for left, top, right, bottom in labels:
            for x, begins, _, ends in lines:
                assert not (left + 0.1 < x < right - 0.1 and begins < bottom < ends)
                assert not (left + 0.1 < x < right - 0.1 and begins < top < ends)


class TestTime:
    """An axis runs from its first to its last day, whatever the span."""

    @given(st.lists(days, min_size=1), st.integers(300, 1200))
    def test_keeps_the_order_of_days(self, on: list[date], width: int) -> None:
        scale = Scale.around(on, left=0, right=width)
        places = [scale.x(day) for day in sorted(set(on))]
        assert places == sorted(set(places))
        assert all(scale.holds(place - 7, place + 7) for place in places)

    @given(near)
    def test_a_day_later_is_a_day_further(self, on: date) -> None:
        scale = Scale.around([on, on + timedelta(days=9)], left=0, right=600)
        step = scale.x(on + timedelta(days=1)) - scale.x(on)
        assert abs(step - scale.per_day) < 1e-6
