"""Boxes and arrows as a flowchart of Mermaid, which web pages draw by themselves."""

import re
from collections.abc import Iterator

from masa.ground.networks import Arrow, BoxShape, Network, Stroke

__all__ = ["to_mermaid"]

# A full stop or hyphen stays only where no reader takes it for a list or an address.
_MARKED = re.compile(
    r"[^A-Za-z0-9 ,'.-]|(?<![A-Za-z])\.|\.(?! |$)|(?<![A-Za-z0-9])-", re.ASCII
)
_SHAPES = {
    BoxShape.PLAIN: ("[", "]"),
    BoxShape.ROUNDED: ("(", ")"),
    BoxShape.PILL: ("([", "])"),
    BoxShape.DOUBLE: ("[[", "]]"),
    BoxShape.HEXAGON: ("{{", "}}"),
    BoxShape.SLANTED: ("[/", "/]"),
    BoxShape.FLAG: (">", "]"),
}
_LINES = {Stroke.PLAIN: "-->", Stroke.HEAVY: "==>", Stroke.DASHED: "-.->"}


def to_mermaid(network: Network) -> str:
    """Write a flowchart in which every arrow points down.

    An arrow that rises is written from its target, with the words seen from there. Of
    the data only letters, digits and plain punctuation stand as themselves; everything
    else is a numeric entity, and nothing in it is ever code.
    """
    return "".join(f"{line}\n" for line in _lines(network))


def _lines(network: Network) -> Iterator[str]:
    ids = {box.key: f"n{place}" for place, box in enumerate(network.boxes, start=1)}
    yield f"%% {_safe(network.title)}"
    yield "flowchart TD"
    for box in network.boxes:
        start, end = _SHAPES[box.shape]
        yield f'  {ids[box.key]}{start}"{_label(box.name, box.note)}"{end}'
    for arrow in network.arrows:
        yield f"  {_arrow(arrow, ids)}"
    dashed = [ids[box.key] for box in network.boxes if box.is_dashed]
    if dashed:
        yield "  classDef dashed stroke-dasharray:6 4"
        yield f"  class {','.join(dashed)} dashed"


def _arrow(arrow: Arrow, ids: dict[str, str]) -> str:
    upper, lower, words = arrow.source, arrow.target, arrow.words
    if arrow.rises:
        upper, lower, words = lower, upper, arrow.back
    line = _LINES[arrow.stroke]
    return f'{ids[upper]} {line}|"{_label(words, arrow.note)}"| {ids[lower]}'


def _label(words: str, note: str) -> str:
    return _safe(f"{words} ({note})" if note else words)


def _safe(text: str) -> str:
    return _MARKED.sub(lambda found: f"#{ord(found.group())};", text)
