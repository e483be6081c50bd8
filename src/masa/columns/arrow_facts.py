"""Facts that any Arrow library reads and writes: columns of one, and whole tables."""

from collections.abc import Container
from typing import Any

import nanoarrow as na
import numpy as np
from attrs import frozen
from nanoarrow.c_array import CArray
from numpy.typing import NDArray

from masa.columns.arrow import (
    NO_TYPE,
    STRUCT,
    bits_of,
    booleans,
    inner,
    known_in,
    numbers_in,
    only,
    pieces,
)
from masa.columns.arrow_texts import TEXTS, texts_in
from masa.columns.values import (
    ADVICE,
    BOOLEANS,
    UNKNOWN,
    YES,
    Codes,
    Values,
    joined,
    values_in,
    values_of_array,
    with_unknown,
)
from masa.ground.errors import KindError
from masa.ground.text import echo

__all__ = ["ArrowFacts", "facts_of_table"]

BOOLEAN = "b"
NUMBERS = {
    "c": np.int8,
    "C": np.uint8,
    "s": np.int16,
    "S": np.uint16,
    "i": np.int32,
    "I": np.uint32,
    "l": np.int64,
    "L": np.uint64,
    "f": np.float32,
    "g": np.float64,
}


@frozen(eq=False)
class ArrowFacts:
    """Facts in Arrow; answers are an Arrow array of true and false."""

    values: Values

    @classmethod
    def read(cls, column: Any) -> "ArrowFacts":  # noqa: ANN401 (whatever speaks Arrow)
        """Read what an Arrow stream or array holds: one column of facts.

        Raises:
            KindError: If it has several columns, or is of a type of no facts.
        """
        return cls(joined([_values(only(one)) for one in pieces(column)[1]]))

    def give_answers(self, codes: NDArray[np.int8]) -> na.Array:
        """Give true and false, null where it is not known."""
        return na.Array(booleans(codes == YES, codes != UNKNOWN))


def facts_of_table(table: Any, names: Container[str]) -> dict[str, ArrowFacts]:  # noqa: ANN401 (whatever speaks Arrow)
    """Read those columns of an Arrow stream that have one of some names.

    Raises:
        KindError: If it is no table, two columns have one name, or one is of a type
            of no facts.
    """
    schema, arrays = pieces(table)
    if schema.format != STRUCT:
        raise KindError("a column alone is no table", remedy="name it: {name: column}")
    held = [one.name for one in schema.children]
    asked = [number for number, name in enumerate(held) if name in names]
    _refuse_twins([held[number] for number in asked])
    parts: dict[int, list[Values]] = {number: [] for number in asked}
    for array in arrays:
        for number in asked:
            parts[number].append(_values(inner(array, number)))
    return {held[number]: ArrowFacts(joined(parts[number])) for number in asked}


def _refuse_twins(names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise KindError(f"two columns are called {name}", remedy="leave one out")


def _values(array: CArray) -> Values:
    if array.schema.dictionary is not None:
        held = _values(array.dictionary)
        words = [held.distinct[place] for place in held.places.tolist()]
        return _known(array, Values(_numbers(array), words))
    kind = array.schema.format
    if kind == BOOLEAN:
        return Values(_codes(array), BOOLEANS)
    if kind in NUMBERS:
        known = np.where(known_in(array), _numbers(array), 0)
        return _known(array, values_of_array(known))
    if kind in TEXTS:
        return _of_texts(array)
    if kind == NO_TYPE:
        return values_in([None] * array.length)
    called = echo(str(array.schema))
    raise KindError(f"{called} holds no facts", remedy=ADVICE)


def _of_texts(array: CArray) -> Values:
    held = values_in(texts_in(array))
    words = [_text(one) for one in held.distinct]
    return _known(array, Values(held.places, words))


def _text(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _numbers(array: CArray) -> NDArray[Any]:
    return numbers_in(array, NUMBERS[array.schema.format])


def _known(array: CArray, values: Values) -> Values:
    return values if bits_of(array) is None else with_unknown(values, known_in(array))


def _codes(array: CArray) -> Codes:
    """Unpack bits: 0 is false, 1 is true and 2 is null."""
    values = _unpacked(np.frombuffer(array.view().buffer(1), np.uint8), array)
    bits = bits_of(array)
    if bits is None:
        return values
    known = _unpacked(bits, array)
    return (values & known) | ((known ^ 1) << 1)


def _unpacked(bits: NDArray[np.uint8], array: CArray) -> NDArray[np.uint8]:
    first, skipped = divmod(array.offset, 8)
    end = skipped + array.length
    return np.unpackbits(bits[first:], count=end, bitorder="little")[skipped:]
