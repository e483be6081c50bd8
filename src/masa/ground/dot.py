"""Boxes and arrows in the DOT language, which Graphviz and others lay out."""

import re
from collections.abc import Iterator

from masa.ground.networks import Arrow, Box, BoxShape, Network, Stroke

__all__ = ["to_dot"]

WIDTH = 28
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SHAPES = {
    BoxShape.PLAIN: {"shape": "box"},
    BoxShape.ROUNDED: {"shape": "box", "style": "rounded"},
    BoxShape.PILL: {"shape": "ellipse"},
    BoxShape.DOUBLE: {"shape": "box", "peripheries": "2"},
    BoxShape.HEXAGON: {"shape": "hexagon"},
    BoxShape.SLANTED: {"shape": "parallelogram"},
    BoxShape.FLAG: {"shape": "note"},
}
_LINES = {
    Stroke.PLAIN: {},
    Stroke.HEAVY: {"penwidth": "2.5"},
    Stroke.DASHED: {"style": "dashed"},
}


def to_dot(network: Network) -> str:
    """Write a directed graph, laid out from the top to the bottom.

    An arrow that rises is written from its target and drawn the other way, so that its
    target stands above. Every text is quoted, and means nothing but itself.
    """
    return "".join(f"{line}\n" for line in _lines(network))


def _lines(network: Network) -> Iterator[str]:
    ids = {box.key: f"n{place}" for place, box in enumerate(network.boxes, start=1)}
    yield "digraph {"
    yield f"  graph {_set({'label': _quoted(network.title), 'labelloc': 't'})};"
    yield f"  node {_set({'fontname': _quoted('Helvetica')})};"
    yield f"  edge {_set({'fontname': _quoted('Helvetica'), 'fontsize': '10'})};"
    for box in network.boxes:
        yield f"  {ids[box.key]} {_set(_of_box(box))};"
    for rank in sorted({box.rank for box in network.boxes if box.rank is not None}):
        same = " ".join(f"{ids[b.key]};" for b in network.boxes if b.rank == rank)
        yield f"  {{ rank=same; {same} }}"
    for arrow in network.arrows:
        ends = ids[arrow.source], ids[arrow.target]
        upper, lower = reversed(ends) if arrow.rises else ends
        yield f"  {upper} -> {lower} {_set(_of_arrow(arrow))};"
    yield "}"


def _of_box(box: Box) -> dict[str, str]:
    shape = _SHAPES[box.shape]
    styles = [*filter(None, [shape.get("style")]), *(["dashed"] * box.is_dashed)]
    style = {"style": f'"{",".join(styles)}"'} if styles else {}
    return {"label": _label(box.name, box.note)} | shape | style


def _of_arrow(arrow: Arrow) -> dict[str, str]:
    return (
        {"label": _label(arrow.words, arrow.note)}
        | _LINES[arrow.stroke]
        | ({"dir": "back"} if arrow.rises else {})
    )


def _set(values: dict[str, str]) -> str:
    return f"[{', '.join(f'{name}={value}' for name, value in values.items())}]"


def _label(words: str, note: str) -> str:
    return _quoted(_folded(words) + (f"\n{_folded(f'({note})')}" if note else ""))


def _folded(text: str) -> str:
    """Break a text into lines, at spaces only, so that a box does not get wide."""
    first, *others = text.split(" ")
    lines = [first]
    for word in others:
        if len(lines[-1]) + len(word) < WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Quote a text; what Graphviz would read as an entity stays as it is written."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{_ENTITY.sub("&amp;", safe)}"'
