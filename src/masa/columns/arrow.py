"""Columns that any Arrow library reads and writes, passed on without a copy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import nanoarrow as na
import numpy as np
from attrs import frozen
from nanoarrow.c_array import CArray
from nanoarrow.c_schema import CSchema
from numpy.typing import NDArray

from masa.columns.arrow_texts import TEXTS, VIEWS, texts_in
from masa.columns.kinds import (
    ADVICE,
    UNKNOWN,
    Chunk,
    Days,
    Words,
    day_numbers,
    plain_days,
)
from masa.ground.errors import KindError
from masa.ground.text import echo

__all__ = [
    "ArrowColumn",
    "bits_of",
    "booleans",
    "flat",
    "inner",
    "known_in",
    "numbers_in",
    "only",
    "pieces",
    "plain",
    "table",
]

KINDS = {
    "bool": na.c_schema(na.bool_()),
    "date32": na.c_schema(na.date32()),
    "int32": na.c_schema(na.int32()),
    "string": na.c_schema(na.string()),
}
DATE32 = KINDS["date32"]
UNITS = {"tdm": "ms", "tss:": "s", "tsm:": "ms", "tsu:": "us", "tsn:": "ns"}
STRUCT, NO_TYPE = "+s", "n"


@frozen(eq=False)
class ArrowColumn:
    """A column of Arrow; answers are Arrow arrays."""

    chunks: tuple[Chunk, ...]

    @classmethod
    def read(cls, column: Any) -> "ArrowColumn":  # noqa: ANN401 (whatever speaks Arrow)
        """Read what an Arrow stream or array holds: one column of days.

        Raises:
            KindError: If it has several columns, or holds no days.
            DateError: If there is no such day.
        """
        chunks: list[Chunk] = []
        for array in pieces(column)[1]:
            row = sum(len(chunk.days) for chunk in chunks)
            chunks.append(_chunk(only(array), row))
        return cls(tuple(chunks))

    def give_days(self, found: NDArray[Any]) -> na.Array:
        """Give days; what was unknown stays so."""
        if found.dtype == np.int32:
            if all(chunk.bits is None for chunk in self.chunks):
                return na.Array(_days(found, None))
            if len(self.chunks) == 1 and self.chunks[0].offset == 0:
                return na.Array(_days(found, self.chunks[0].bits))
        known = np.concatenate([np.empty(0, np.bool_), *(c.known for c in self.chunks)])
        days = found.astype(np.int64)
        return na.Array(flat("date32", np.where(known, days, UNKNOWN)))

    def give_numbers(self, found: Days) -> na.Array:
        """Give whole numbers, null where there is none."""
        return na.Array(flat("int32", found))

    def give_words(self, codes: NDArray[np.int8], words: Words) -> na.Array:
        """Give words, null where there is none."""
        return na.Array(_texts(codes, words))


def pieces(given: Any) -> tuple[CSchema, Iterable[CArray]]:  # noqa: ANN401 (whatever speaks Arrow)
    """Give the type of what speaks Arrow, and its pieces one after another."""
    if hasattr(given, "__arrow_c_stream__"):
        stream = na.c_array_stream(given)
        return stream.get_schema(), stream
    array = na.c_array(given)  # nanoarrow breaks if it makes a stream of views
    return array.schema, [array]


def only(array: CArray) -> CArray:
    """Give the one column of a table, or a column as it is.

    Raises:
        KindError: If it has several columns, or rows that are null.
    """
    if array.schema.format != STRUCT:
        return array
    if array.n_children != 1:
        raise KindError(
            f"a table of {array.n_children} columns is no column", remedy="select one"
        )
    return inner(array, 0)


def inner(array: CArray, number: int) -> CArray:
    """Give one column of a table.

    Raises:
        KindError: If the table has rows that are null, or the column is of views of
            text and the table a part of a struct.
    """
    if array.null_count > 0:
        raise KindError("a table with null rows is no column", remedy="give the column")
    child = array.child(number)
    if (array.offset, array.length) == (0, child.length):
        return child
    if _has_views(child.schema):  # nanoarrow breaks on a slice of them
        raise KindError(
            "views of text in a part of a struct cannot be read",
            remedy="give the columns one by one",
        )
    return child[array.offset : array.offset + array.length]


def _has_views(schema: CSchema) -> bool:
    inside = [schema.dictionary] if schema.dictionary is not None else []
    return schema.format == VIEWS or any(map(_has_views, [*schema.children, *inside]))


def _chunk(array: CArray, first_row: int) -> Chunk:
    kind = array.schema.format
    if kind == DATE32.format:
        return Chunk(numbers_in(array, np.int32), bits_of(array), array.offset)
    if kind in UNITS:
        times = np.where(known_in(array), numbers_in(array, np.int64), UNKNOWN)
        array_of_times = times.view(f"datetime64[{UNITS[kind]}]")
        return Chunk(plain_days(array_of_times, first_row=first_row))
    if kind == NO_TYPE:
        return Chunk(np.full(array.length, UNKNOWN))
    if kind in TEXTS:
        texts = zip(texts_in(array), known_in(array), strict=True)
        days = (
            str(text, "utf-8", "replace") if known else None for text, known in texts
        )
        return Chunk(day_numbers(days, first_row=first_row))
    called = echo(str(array.schema))
    raise KindError(f"{called} holds no days", remedy=ADVICE)


def numbers_in(array: CArray, kind: type) -> NDArray[Any]:
    """Give the numbers of an array, those of unknown rows of no meaning."""
    end = array.offset + array.length
    buffer = array.view().buffer(1)
    return np.frombuffer(buffer, kind, count=end)[array.offset :]


def bits_of(array: CArray) -> NDArray[np.uint8] | None:
    """Give the bits that say which rows are known; nothing if all are."""
    buffer = array.view().buffer(0)
    if array.null_count == 0 or buffer.size_bytes == 0:
        return None
    return np.frombuffer(buffer, np.uint8)


def known_in(array: CArray) -> NDArray[np.bool_]:
    """Say which rows are known."""
    length = array.length
    bits = bits_of(array)
    none = np.zeros(length, np.int8)
    return Chunk(none, bits, array.offset).known


def _days(days: NDArray[Any], bits: NDArray[np.uint8] | None) -> CArray:
    """Hand days on as they are, with the bits that came with the events."""
    missing = 0 if bits is None else -1
    return na.c_array_from_buffers(DATE32, len(days), [bits, days], null_count=missing)


def flat(kind: str, values: Days) -> CArray:
    """Make an array of 32 bits, null where a value is `UNKNOWN`."""
    known = values != UNKNOWN
    numbers = np.where(known, values, 0).astype(np.int32)
    return na.c_array_from_buffers(
        KINDS[kind],
        len(numbers),
        [_packed(known), numbers],
        null_count=_missing(known),
    )


def booleans(values: NDArray[np.bool_], known: NDArray[np.bool_]) -> CArray:
    """Make an array of true and false, null where it is not known."""
    return na.c_array_from_buffers(
        KINDS["bool"],
        len(known),
        [_packed(known), _packed(values)],
        null_count=_missing(known),
    )


def plain(kind: str, values: Sequence[object]) -> CArray:
    """Make an array of plain values."""
    return na.c_array(values, KINDS[kind])


def _packed(known: NDArray[np.bool_]) -> NDArray[np.uint8]:
    return np.packbits(known, bitorder="little")


def _missing(known: NDArray[np.bool_]) -> int:
    return len(known) - int(np.count_nonzero(known))


def _texts(codes: NDArray[np.int8], words: Words) -> CArray:
    """Write each word into one buffer, row after row."""
    known = codes >= 0
    rows = np.array([*words, ""], "S")[codes]
    sizes = np.array([*map(len, words), 0])[codes]
    letters = rows.view(np.uint8).reshape(len(rows), rows.dtype.itemsize)
    is_used = np.arange(rows.dtype.itemsize) < sizes[:, None]
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    return na.c_array_from_buffers(
        na.large_string(),
        len(codes),
        [_packed(known), offsets, letters[is_used]],
        null_count=_missing(known),
    )


def table(columns: Mapping[str, CArray]) -> na.Array:
    """Put columns of one length side by side."""
    schema = na.struct({name: one.schema for name, one in columns.items()})
    children = list(columns.values())
    return na.Array(
        na.c_array_from_buffers(
            schema, children[0].length, [None], null_count=0, children=children
        )
    )
