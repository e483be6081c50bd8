"""The plain blocks that a value lays itself out in: headings, pairs, tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from attrs import frozen

__all__ = [
    "Block",
    "Bullets",
    "Drawn",
    "Heading",
    "Outline",
    "Pairs",
    "Paragraph",
    "Picture",
    "Table",
    "table_of",
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


class Drawn(Protocol):
    """Whatever draws itself, if it is not too large for one picture."""

    def _repr_svg_(self) -> str | None: ...


@frozen(kw_only=True)
class Picture:
    """A picture, drawn only where it is shown, with the words that may stand for it.

    Args:
        of: What draws itself. Its picture is taken as it is, so that all in it that
            came from data has to be escaped, as by `masa.ground.svg.document`.
        words: What is told where no picture can be.
    """

    of: Drawn
    words: str


Block = Heading | Paragraph | Bullets | Outline | Pairs | Picture | Table


def table_of(
    caption: str,
    records: Sequence[Mapping[str, str]],
    *,
    numbers: Iterable[int] = (),
) -> Table:
    """Lay out records, of which there is at least one, under the names of the first.

    Args:
        caption: What the table is.
        records: The rows, each with the same names.
        numbers: Which columns hold numbers, counted from 0.
    """
    return Table(
        caption=caption,
        columns=tuple(records[0]),
        rows=tuple(tuple(row.values()) for row in records),
        numbers=frozenset(numbers),
    )
