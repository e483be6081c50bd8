"""The parts of a drawing: lines, boxes, text, and the page that holds them.

Every part is a string of SVG. Data reaches a drawing only through `escaped`, and
nothing here can link, load, style or run anything.
"""

import re
from collections.abc import Iterable
from html import escape

__all__ = [
    "ACCENT",
    "GREY",
    "INK",
    "PAPER",
    "RULE",
    "Point",
    "circle",
    "document",
    "escaped",
    "group",
    "line",
    "number",
    "path",
    "rect",
    "text",
]

INK = "#1c1c1c"
GREY = "#595959"
RULE = "#d6d6d6"
PAPER = "#ffffff"
ACCENT = "#a3241b"

Point = tuple[float, float]

_NAMES = {
    name.replace("-", "_"): name
    for name in (
        "aria-label",
        "font-family",
        "font-size",
        "font-weight",
        "stroke-dasharray",
        "stroke-width",
        "text-anchor",
    )
}

_PLAIN = re.compile("[ !#-%(-;=?-~]*")  # nothing that needs to be escaped
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FOLDED = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def escaped(text: str) -> str:
    """Make a text safe within an element and within a quoted attribute.

    A parser gives every character back, except one that XML 1.0 cannot hold:
    that becomes U+FFFD.
    """
    if _PLAIN.fullmatch(text):  # which most are, and is quick to see
        return text
    legal = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
    return escape(legal).translate(_FOLDED)


def number(value: float) -> str:
    """Print a number with one decimal at most, always the same way."""
    whole = int(value)
    if whole == value:
        return str(whole)
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def text(  # noqa: PLR0913 (a line of text has as many looks)
    words: str,
    at: Point,
    *,
    size: float,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """Write one line of text.

    Args:
        words: The text, not yet escaped.
        at: Where its base line starts, is centred or ends, as `anchor` says.
        size: The size of its letters.
        fill: Its colour.
        anchor: ``start``, ``middle`` or ``end``.
        bold: Whether its letters are heavier than usual, and somewhat wider.
    """
    return _element(
        "text",
        escaped(words),
        x=at[0],
        y=at[1],
        font_size=size,
        fill=fill,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="bold" if bold else None,
    )


def line(
    start: Point,
    end: Point,
    *,
    stroke: str = INK,
    width: float = 1,
    dashes: str | None = None,
) -> str:
    """Draw a straight line; `dashes` are lengths such as ``4 3``."""
    return _element(
        "line",
        x1=start[0],
        y1=start[1],
        x2=end[0],
        y2=end[1],
        stroke=stroke,
        stroke_width=width,
        stroke_dasharray=dashes,
    )


def rect(  # noqa: PLR0913 (a box has as many looks)
    corner: Point,
    size: Point,
    *,
    fill: str = PAPER,
    stroke: str | None = None,
    width: float | None = None,
    dashes: str | None = None,
    radius: float | None = None,
) -> str:
    """Draw a box from its upper left corner, outlined where a `stroke` is given.

    Its corners are round where there is a `radius`.
    """
    return _element(
        "rect",
        x=corner[0],
        y=corner[1],
        width=size[0],
        height=size[1],
        rx=radius,
        fill=fill,
        stroke=stroke,
        stroke_width=width,
        stroke_dasharray=dashes,
    )


def circle(
    middle: Point, radius: float, *, fill: str = INK, stroke: str | None = None
) -> str:
    """Draw a filled circle, outlined where a `stroke` is given."""
    x, y = middle
    return _element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=stroke)


def path(
    *strokes: Iterable[Point],
    closed: bool = False,
    fill: str = "none",
    stroke: str = INK,
    width: float = 1.5,
    dashes: str | None = None,
) -> str:
    """Draw strokes, each from point to point, closed to a shape if so wished."""
    end = "Z" if closed else ""
    course = "".join(
        "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + end
        for points in strokes
    )
    return _element(
        "path",
        d=course,
        fill=fill,
        stroke=stroke,
        stroke_width=width,
        stroke_dasharray=dashes,
    )


def group(parts: Iterable[str], *, title: str = "") -> str:
    """Keep parts together; a title is read out, and shown under the pointer."""
    head = _element("title", escaped(title)) if title else ""
    inside = head + "".join(parts)
    return _element("g", inside) if inside else ""


def document(
    parts: Iterable[str], *, width: float, height: float, title: str, description: str
) -> str:
    """Make one picture that needs nothing but itself, on white paper.

    It carries no ids, so that several may stand on one page.

    Args:
        parts: What is drawn, from back to front.
        width: The width of the paper, in pixels.
        height: The height of the paper, in pixels.
        title: What the picture is called.
        description: What it says, for somebody who cannot see it.
    """
    layers = (
        _element("title", escaped(title)),
        _element("desc", escaped(description)),
        rect((0, 0), (width, height)),
        *parts,
    )
    return _element(
        "svg",
        "\n" + "".join(f"{layer}\n" for layer in layers if layer),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_label=title,
        font_family="sans-serif",
    )


def _element(tag: str, inside: str = "", **attributes: str | float | None) -> str:
    written = "".join(
        [
            f' {_NAMES.get(name, name)}="{_value(value)}"'
            for name, value in attributes.items()
            if value is not None
        ]
    )
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else number(value)
