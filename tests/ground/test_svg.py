"""The parts of a drawing are plain SVG, with everything escaped in one place."""

import pytest

from masa.ground.svg import (
    circle,
    document,
    escaped,
    group,
    line,
    number,
    path,
    rect,
    text,
)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        pytest.param(3, "3", id="a whole number"),
        pytest.param(3.0, "3", id="a whole number held as a float"),
        pytest.param(3.14159, "3.1", id="one decimal at most"),
        pytest.param(2.96, "3", id="rounded up to a whole number"),
        pytest.param(100, "100", id="zeros before the point are kept"),
        pytest.param(-0.04, "0", id="no negative zero"),
        pytest.param(-1.5, "-1.5", id="a negative number"),
        pytest.param(1e7, "10000000", id="a large number has no exponent"),
    ],
)
def test_prints_numbers_in_one_way(value: float, printed: str) -> None:
    assert number(value) == printed


@pytest.mark.parametrize(
    ("given", "written"),
    [
        pytest.param("<a> & \"b\" 'c'", "&lt;a&gt; &amp; &quot;b&quot; &#x27;c&#x27;"),
        pytest.param("a\tb\nc\rd", "a&#9;b&#10;c&#13;d", id="white space is kept"),
        pytest.param("a\0b\x1b", "a\ufffdb\ufffd", id="control characters"),
        pytest.param("\ud800\ufffe\uffff", "\ufffd" * 3, id="no characters at all"),
        pytest.param("é漢🏠\u0085", "é漢🏠\u0085", id="whatever XML allows stays"),
    ],
)
def test_escapes_what_means_something(given: str, written: str) -> None:
    assert escaped(given) == written


@pytest.mark.parametrize(
    ("part", "written"),
    [
        pytest.param(
            text("a < b", (1, 2), size=11),
            '<text x="1" y="2" font-size="11" fill="#1c1c1c">a &lt; b</text>',
            id="text",
        ),
        pytest.param(
            text("a", (1, 2), size=11, fill="#595959", anchor="end"),
            '<text x="1" y="2" font-size="11" fill="#595959" text-anchor="end">a'
            "</text>",
            id="text that ends at its place",
        ),
        pytest.param(
            text("a", (1, 2), size=11, bold=True),
            '<text x="1" y="2" font-size="11" fill="#1c1c1c" font-weight="bold">a'
            "</text>",
            id="heavy text",
        ),
        pytest.param(
            line((0, 1), (2.25, 3), dashes="4 3"),
            '<line x1="0" y1="1" x2="2.2" y2="3" stroke="#1c1c1c" stroke-width="1" '
            'stroke-dasharray="4 3"/>',
            id="a dashed line",
        ),
        pytest.param(
            rect((0, 1), (2, 3)),
            '<rect x="0" y="1" width="2" height="3" fill="#ffffff"/>',
            id="a box",
        ),
        pytest.param(
            rect((0, 1), (2, 3), stroke="#000000", width=2, radius=4),
            '<rect x="0" y="1" width="2" height="3" rx="4" fill="#ffffff" '
            'stroke="#000000" stroke-width="2"/>',
            id="a box with round corners",
        ),
        pytest.param(
            circle((1, 2), 3, fill="#ffffff", stroke="#000000"),
            '<circle cx="1" cy="2" r="3" fill="#ffffff" stroke="#000000"/>',
            id="a ring",
        ),
        pytest.param(
            path([(0, 0), (1, 0)], dashes="4 3"),
            '<path d="M0 0L1 0" fill="none" stroke="#1c1c1c" stroke-width="1.5" '
            'stroke-dasharray="4 3"/>',
            id="a dashed stroke",
        ),
        pytest.param(
            circle((1, 2), 3), '<circle cx="1" cy="2" r="3" fill="#1c1c1c"/>', id="disc"
        ),
        pytest.param(
            path([(0, 0), (1, 0)], [(0, 1), (1, 1)]),
            '<path d="M0 0L1 0M0 1L1 1" fill="none" stroke="#1c1c1c" '
            'stroke-width="1.5"/>',
            id="two strokes",
        ),
        pytest.param(
            path([(0, 0), (1, 0), (0, 1)], closed=True),
            '<path d="M0 0L1 0L0 1Z" fill="none" stroke="#1c1c1c" stroke-width="1.5"/>',
            id="a closed shape",
        ),
        pytest.param(
            group([circle((1, 2), 3)], title="<a>"),
            '<g><title>&lt;a&gt;</title><circle cx="1" cy="2" r="3" fill="#1c1c1c"/>'
            "</g>",
            id="a group with a title",
        ),
        pytest.param(group([]), "", id="nothing in a group is nothing"),
    ],
)
def test_draws_plain_parts(part: str, written: str) -> None:
    assert part == written


def test_a_document_says_what_it_is_and_stands_on_white_paper() -> None:
    assert document(
        [circle((1, 2), 3), ""], width=10, height=20.5, title="<a>", description="b\nc"
    ) == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20.5" '
        'viewBox="0 0 10 20.5" role="img" aria-label="&lt;a&gt;" '
        'font-family="sans-serif">\n'
        "<title>&lt;a&gt;</title>\n"
        "<desc>b&#10;c</desc>\n"
        '<rect x="0" y="0" width="10" height="20.5" fill="#ffffff"/>\n'
        '<circle cx="1" cy="2" r="3" fill="#1c1c1c"/>\n'
        "</svg>"
    )


def test_a_text_may_be_empty() -> None:
    picture = document([], width=1, height=1, title="", description="")
    assert "<title/>\n<desc/>" in picture
