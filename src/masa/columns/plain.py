"""Columns of NumPy, of pandas and of plain Python: lists and tuples."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.kinds import (
    DAYS,
    UNKNOWN,
    Chunk,
    Days,
    Result,
    Words,
    day_numbers,
    plain_days,
)
from masa.ground.errors import KindError
from masa.ground.text import echo

__all__ = ["ArrayColumn", "ListColumn", "SeriesColumn"]


@frozen(eq=False)
class ArrayColumn:
    """A column of NumPy."""

    chunks: tuple[Chunk, ...]

    @classmethod
    def read(cls, array: NDArray[Any]) -> "ArrayColumn":
        """Read an array; days are not copied.

        Raises:
            KindError: If it holds no days.
            DateError: If there is no such day.
        """
        return cls((Chunk(plain_days(array)),))

    def give_days(self, found: NDArray[Any]) -> NDArray[np.datetime64]:
        """Give days."""
        return found.view(DAYS)

    def give_numbers(self, found: Days) -> NDArray[np.float64]:
        """Give numbers as NumPy keeps them where one may be missing: as floats."""
        return np.where(found == UNKNOWN, np.nan, found)

    def give_words(self, codes: NDArray[np.int8], words: Words) -> NDArray[np.object_]:
        """Give each word once, shared by the rows that have it."""
        return np.array([*words, None], object)[codes]


@frozen(eq=False)
class SeriesColumn:
    """A column of pandas; its index is kept."""

    series: Any
    array: ArrayColumn

    @classmethod
    def read(cls, series: Any) -> "SeriesColumn":  # noqa: ANN401 (pandas is not imported)
        """Read a series; times count as days only if they are midnight.

        Raises:
            KindError: If it holds no days.
            DateError: If there is no such day.
        """
        if isinstance(series.dtype, np.dtype) and series.dtype.kind == "M":
            return cls(series, ArrayColumn.read(series.to_numpy()))
        values = series.astype(object).to_numpy()
        known = [
            None if is_missing else value
            for value, is_missing in zip(values, series.isna(), strict=True)
        ]
        return cls(series, ArrayColumn((Chunk(day_numbers(known)),)))

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """The days, in one piece."""
        return self.array.chunks

    def give_days(self, found: NDArray[Any]) -> Result:
        """Give days under the same index."""
        return self._series(self.array.give_days(found))

    def give_numbers(self, found: Days) -> Result:
        """Give numbers under the same index."""
        return self._series(self.array.give_numbers(found))

    def give_words(self, codes: NDArray[np.int8], words: Words) -> Result:
        """Give words under the same index."""
        return self._series(self.array.give_words(codes, words))

    def _series(self, values: NDArray[Any]) -> Result:
        return type(self.series)(values, index=self.series.index)


@frozen(eq=False)
class ListColumn:
    """A column of plain Python: a list or a tuple."""

    chunks: tuple[Chunk, ...]

    @classmethod
    def read(cls, values: object) -> "ListColumn":
        """Read days one by one.

        Raises:
            KindError: If it is no list or tuple, or holds something that is no day.
            DateError: If there is no such day.
        """
        if isinstance(values, str) or not isinstance(values, Sequence):
            raise KindError(
                f"{echo(values)} is no column",
                remedy="give a list, an array, a series, or what Arrow can read",
            )
        return cls((Chunk(day_numbers(values)),))

    def give_days(self, found: NDArray[Any]) -> list[date | None]:
        """Give dates, and nothing where none is known."""
        days: list[date | None] = found.view(DAYS).tolist()
        return days

    def give_numbers(self, found: Days) -> list[int | None]:
        """Give whole numbers, and nothing where none is known."""
        return [None if one == UNKNOWN else one for one in found.tolist()]

    def give_words(self, codes: NDArray[np.int8], words: Words) -> list[str | None]:
        """Give words, and nothing where none is known."""
        return [None if code < 0 else words[code] for code in codes.tolist()]
