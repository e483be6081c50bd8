"""The plain blocks that a value lays itself out in: headings, pairs, tables."""

from attrs import frozen

__all__ = [
    "Block",
    "Bullets",
    "Heading",
    "Outline",
    "Pairs",
    "Paragraph",
    "Picture",
    "Table",
]


@frozen
class Heading:
    """A heading; level one is the title of the whole."""

    text: str
    level: int = 2


@frozen
class Paragraph:
    """A paragraph of plain text."""

    text: str


@frozen
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@frozen
class Outline:
    """Lines, each with its depth: 0 for the first, at most one more than before."""

    lines: tuple[tuple[int, str], ...]


@frozen
class Pairs:
    """Labels with their values."""

    rows: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Table:
    """Rows under named columns; the columns in `numbers` are set to the right."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@frozen(kw_only=True)
class Picture:
    """A picture that is safe as it is, with the words that stand where none can be.

    Args:
        svg: What `masa.ground.svg.document` made: all that came from data is escaped.
        words: What is told in its place.
    """

    svg: str
    words: str


Block = Heading | Paragraph | Bullets | Outline | Pairs | Picture | Table
