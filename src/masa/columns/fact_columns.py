"""A column of facts of any kind, and answers given back in a column of that kind."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.kinds import Result
from masa.columns.reading import Kind, kind_of
from masa.columns.values import (
    BOOLEANS,
    UNKNOWN,
    YES,
    Values,
    values_in,
    values_of_array,
    with_unknown,
)
from masa.ground.errors import KindError
from masa.ground.text import echo

__all__ = [
    "ArrayFacts",
    "FactColumn",
    "ListFacts",
    "SeriesFacts",
    "fact_column",
]

ANSWERS = np.array(BOOLEANS, object)


class FactColumn(Protocol):
    """A column of facts, and the way to give answers back in a column of its kind."""

    @property
    def values(self) -> Values:
        """What it holds."""

    def give_answers(self, codes: NDArray[np.int8]) -> Result:
        """Give back answers: 0 is no, 1 is yes and 2 is unknown."""


def fact_column(given: object) -> FactColumn:
    """Read a column of facts of any kind.

    Raises:
        KindError: If it is no column, or of a type of no facts.
    """
    match kind_of(given):
        case Kind.ARRAY:
            return ArrayFacts.read(given)
        case Kind.SERIES:
            return SeriesFacts.read(given)
        case Kind.ARROW:
            from masa.columns.arrow_facts import ArrowFacts  # noqa: PLC0415 (needs nanoarrow)

            return ArrowFacts.read(given)
    return ListFacts.read(given)


@frozen(eq=False)
class ArrayFacts:
    """Facts in an array of NumPy; answers are objects."""

    values: Values

    @classmethod
    def read(cls, array: Any) -> "ArrayFacts":  # noqa: ANN401 (an array of any type)
        """Read an array; true and false are not copied.

        Raises:
            KindError: If it has several dimensions, or is of a type of no facts.
        """
        return cls(values_of_array(array))

    def give_answers(self, codes: NDArray[np.int8]) -> NDArray[np.object_]:
        """Give True and False, and None where it is not known."""
        return ANSWERS[codes]


@frozen(eq=False)
class SeriesFacts:
    """Facts in a series of pandas; its index is kept."""

    series: Any
    values: Values

    @classmethod
    def read(cls, series: Any) -> "SeriesFacts":  # noqa: ANN401 (pandas is not imported)
        """Read a series.

        Raises:
            KindError: If it is of a type of no facts.
        """
        if isinstance(series.dtype, np.dtype):
            return cls(series, values_of_array(series.to_numpy()))
        if series.dtype.name == "boolean":
            places = series.to_numpy(dtype=np.uint8, na_value=UNKNOWN)
            return cls(series, Values(places, BOOLEANS))
        places, distinct = series.factorize()
        values = with_unknown(Values(places, list(distinct)), places >= 0)
        return cls(series, values)

    def give_answers(self, codes: NDArray[np.int8]) -> Result:
        """Give a series of the type "boolean", which has a place for unknown."""
        kind = type(self.series)
        answers = kind(codes == YES, index=self.series.index).astype("boolean")
        return answers.mask(codes == UNKNOWN)


@frozen(eq=False)
class ListFacts:
    """Facts in plain Python: a list or a tuple."""

    values: Values

    @classmethod
    def read(cls, items: object) -> "ListFacts":
        """Read facts one by one.

        Raises:
            KindError: If it is no list or tuple.
        """
        if isinstance(items, str | bytes) or not isinstance(items, Sequence):
            raise KindError(
                f"{echo(items)} is no column",
                remedy="give a list, an array, a series, or what Arrow can read",
            )
        return cls(values_in(items))

    def give_answers(self, codes: NDArray[np.int8]) -> list[bool | None]:
        """Give True and False, and nothing where it is not known."""
        answers: list[bool | None] = ANSWERS[codes].tolist()
        return answers
