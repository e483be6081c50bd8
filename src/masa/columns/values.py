"""What a column of facts holds: each thing once, and which of them each row holds."""

from collections.abc import Callable, Sequence
from types import NoneType
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.faults import refuse_wrong
from masa.ground.errors import KindError, MasaError
from masa.ground.text import echo

__all__ = [
    "BOOLEANS",
    "NO",
    "UNKNOWN",
    "YES",
    "Codes",
    "Reading",
    "Values",
    "is_missing",
    "joined",
    "values_in",
    "values_of_array",
    "with_unknown",
]

Codes = NDArray[Any]  # whole numbers of 8 bits, as a rule

BOOLEANS: tuple[object, ...] = (False, True, None)
NO, YES, UNKNOWN = range(len(BOOLEANS))
MISSING = {"NAType", "NaTType"}  # of pandas, which is not imported
PLAIN = {NoneType, str}
ANSWERS = {NoneType, bool}
PLACES: dict[Any, int] = {one: place for place, one in enumerate(BOOLEANS)}
SPAN = 1 << 16
ADVICE = "give True, False, words, or nothing where it is not known"


@frozen
class Reading:
    """How the things that a column holds are read as choices of a fact.

    Args:
        size: How many choices there are; this number itself stands for unknown.
        choice: Gives the place of the choice that a thing stands for.
        is_plain: Whether False is the first choice and True the second.
    """

    size: int
    choice: Callable[[object], int]
    is_plain: bool = False

    def code(self, value: object) -> int:
        """Give the place of one thing, or that of what is unknown.

        Raises:
            MasaError: If it cannot stand for the fact.
        """
        plain = value.item() if isinstance(value, np.generic) else value
        return self.size if is_missing(plain) else self.choice(plain)


@frozen(eq=False)
class Values:
    """What a column of facts holds.

    Args:
        places: For each row, the place of what it holds.
        distinct: Each thing once, as far as that was easily found.
    """

    places: NDArray[Any]
    distinct: Sequence[object]

    def coded(self, reading: Reading) -> Codes:
        """Read every row as the place of a choice.

        Raises:
            MasaError: If a row cannot stand for the fact, with the rows.
        """
        if self.distinct is BOOLEANS and reading.is_plain:
            return self.places
        found = [_code_or_error(reading, one) for one in self.distinct]
        refuse_wrong(found, self.places)
        codes = [one if isinstance(one, int) else 0 for one in found]
        kind = np.min_scalar_type(max(codes, default=0))
        return np.array(codes, kind).take(self.places)


def _code_or_error(reading: Reading, value: object) -> int | MasaError:
    try:
        return reading.code(value)
    except MasaError as error:
        return error


def is_missing(value: object) -> bool:
    """Say whether something stands for what is not known."""
    is_nan = isinstance(value, float) and value != value  # noqa: PLR0124 (NaN)
    return value is None or is_nan or type(value).__name__ in MISSING


def joined(parts: Sequence[Values]) -> Values:
    """Put the pieces of a column together."""
    if all(part.distinct is BOOLEANS for part in parts):
        empty = np.empty(0, np.uint8)
        return Values(np.concatenate([empty, *(one.places for one in parts)]), BOOLEANS)
    places: list[NDArray[np.intp]] = []
    distinct: list[object] = []
    for part in parts:
        places.append(part.places.astype(np.intp) + len(distinct))
        distinct.extend(part.distinct)
    return Values(np.concatenate(places), distinct)


def with_unknown(values: Values, known: NDArray[np.bool_]) -> Values:
    """Make some rows unknown."""
    last = len(values.distinct)
    places = np.where(known, values.places.astype(np.intp), last)
    return Values(places, (*values.distinct, None))


def values_in(items: Sequence[object]) -> Values:
    """Take plain values one by one; True and 1 are two things."""
    kinds = set(map(type, items))
    if kinds <= ANSWERS:
        found = np.fromiter(map(PLACES.__getitem__, items), np.uint8, len(items))
        return Values(found, BOOLEANS)
    is_mixed = len(kinds - PLAIN) > 1
    keys: Sequence[Any] = _with_kinds(items) if is_mixed else items
    try:
        distinct = list(dict.fromkeys(keys))
    except TypeError:  # something that cannot be a key, and so is no fact either
        return Values(np.arange(len(items)), items)
    place = {key: number for number, key in enumerate(distinct)}
    places = np.fromiter(map(place.__getitem__, keys), np.intp, len(keys))
    held = [value for _, value in distinct] if is_mixed else distinct
    return Values(places, held)


def _with_kinds(items: Sequence[object]) -> list[tuple[type, object]]:
    return list(zip(map(type, items), items, strict=True))


def values_of_array(array: NDArray[Any]) -> Values:
    """Take an array of NumPy; whole numbers may be kept as floats with NaN.

    Raises:
        KindError: If it has several dimensions, or is of a type of no facts.
    """
    if array.ndim != 1:
        raise KindError(
            f"an array of {array.ndim} dimensions is no column", remedy=ADVICE
        )
    if isinstance(array, np.ma.MaskedArray):
        return values_in(array.tolist())
    match array.dtype.kind:
        case "b":
            return Values(array.view(np.uint8), BOOLEANS)
        case "i" | "u":
            return _of_numbers(array)
        case "f":
            return _of_floats(array)
        case "O" | "U" | "T":
            return values_in(array.tolist())
    raise KindError(f"{echo(str(array.dtype))} is no type of facts", remedy=ADVICE)


def _of_numbers(array: NDArray[Any]) -> Values:
    """Take whole numbers; small ones are their own places."""
    if array.size and array.min() >= 0 and array.max() < SPAN:
        return Values(array, range(int(array.max()) + 1))
    distinct, places = np.unique(array, return_inverse=True)
    return Values(places, distinct.tolist())


def _of_floats(array: NDArray[Any]) -> Values:
    known = ~np.isnan(array)
    with np.errstate(invalid="ignore"):  # what overflows is found not to be whole
        whole = np.where(known, array, 0).astype(np.int64)
    if (known <= (whole == array)).all():
        return with_unknown(_of_numbers(whole), known)
    distinct, places = np.unique(array, return_inverse=True)
    plain = [int(one) if one.is_integer() else one for one in distinct.tolist()]
    return Values(places, plain)
