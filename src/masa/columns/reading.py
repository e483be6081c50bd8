"""Read a column of any kind, and bring two columns to one length."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any

import numpy as np

from masa.columns.kinds import Column, Days, days_in, number_of
from masa.columns.plain import ArrayColumn, ListColumn, SeriesColumn
from masa.ground.errors import KindError, RangeError
from masa.ground.spans import day as checked_day

__all__ = [
    "Kind",
    "check_indexes",
    "check_is_computed",
    "column_of",
    "kind_of",
    "one_length",
    "side_by_side",
]


class Kind(Enum):
    """What kind of thing a column is."""

    ARRAY = "an array of NumPy"
    SERIES = "a series of pandas"
    ARROW = "what speaks Arrow"
    PLAIN = "plain values"


def kind_of(values: object) -> Kind:
    """Say of what kind a column is, or what else is given for one.

    Raises:
        KindError: If it is not yet computed.
    """
    if isinstance(values, np.ndarray):
        return Kind.ARRAY
    check_is_computed(values)
    if (
        hasattr(values, "isna")
        and hasattr(values, "index")
        and hasattr(values, "dtype")
    ):
        return Kind.SERIES
    is_arrow = hasattr(values, "__arrow_c_stream__")
    is_arrow |= hasattr(values, "__arrow_c_array__")
    return Kind.ARROW if is_arrow else Kind.PLAIN


def check_is_computed(values: object) -> None:
    """Check that something can be read now, and not only part by part.

    Raises:
        KindError: If it cannot.
    """
    if hasattr(values, "map_partitions"):
        raise KindError(
            "a column that is not yet computed cannot be read",
            remedy="give a function of its parts to `map_partitions`",
        )


def column_of(values: Any) -> Column:  # noqa: ANN401 (a column of any library)
    """Read a column of days of any kind.

    Raises:
        KindError: If it is no column of days.
        DateError: If there is no such day, with the rows.
    """
    if isinstance(values, np.ma.MaskedArray) and values.dtype.kind == "M":
        values = values.filled(np.datetime64("NaT"))
    match kind_of(values):
        case Kind.ARRAY:
            return ArrayColumn.read(values)
        case Kind.SERIES:
            return SeriesColumn.read(values)
        case Kind.ARROW:
            from masa.columns.arrow import ArrowColumn  # noqa: PLC0415 (needs nanoarrow)

            return ArrowColumn.read(values)
    return ListColumn.read(values)


def side_by_side(*values: object) -> tuple[Column | None, Sequence[Days]]:
    """Read columns of one length; a single day stands for all rows.

    Returns:
        The first that is a column, if any is, and the days of each.

    Raises:
        KindError: If one is neither a day nor a column of days.
        RangeError: If the columns are of two lengths.
        DateError: If there is no such day, with the rows.
    """
    columns = [None if _is_day(one) else column_of(one) for one in values]
    first = next(filter(None, columns), None)
    check_indexes([one.series for one in columns if isinstance(one, SeriesColumn)])
    rows = one_length([len(days_in(one)) for one in columns if one is not None])
    return first, [
        days_in(column)
        if column is not None
        else np.full(rows, number_of(checked_day(value)))
        for column, value in zip(columns, values, strict=True)
    ]


def one_length(lengths: Iterable[int]) -> int:
    """Give the length that all columns have; without a column, one row.

    Raises:
        RangeError: If they have several.
    """
    found = sorted(set(lengths))
    if len(found) > 1:
        raise RangeError(
            f"the columns have {' and '.join(f'{n:,}' for n in found)} rows",
            remedy="give columns of one length",
        )
    return max(found, default=1)


def check_indexes(series: Sequence[Any]) -> None:
    """Check that series of pandas are about the same rows.

    Raises:
        RangeError: If they are not.
    """
    if any(not one.index.equals(series[0].index) for one in series):
        raise RangeError(
            "the series have two indexes, and rows are taken in their order",
            remedy="bring them to one index, or give .to_numpy() of each",
        )


def _is_day(value: object) -> bool:
    return isinstance(value, date | str)
