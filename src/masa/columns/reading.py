"""Read a column of any kind, and bring two columns to one length."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from masa.columns.kinds import Column, Days, days_in, number_of
from masa.columns.plain import ArrayColumn, ListColumn, SeriesColumn
from masa.ground.errors import KindError, RangeError
from masa.ground.spans import day as checked_day

__all__ = ["column_of", "side_by_side"]


def column_of(values: object) -> Column:
    """Read a column of days of any kind.

    Raises:
        KindError: If it is no column of days.
        DateError: If there is no such day, with the rows.
    """
    if isinstance(values, np.ma.MaskedArray) and values.dtype.kind == "M":
        values = values.filled(np.datetime64("NaT"))
    if isinstance(values, np.ndarray):
        return ArrayColumn.read(values)
    if hasattr(values, "map_partitions"):
        raise KindError(
            "a column that is not yet computed cannot be read",
            remedy="give a function of its parts to `map_partitions`",
        )
    if (
        hasattr(values, "isna")
        and hasattr(values, "index")
        and hasattr(values, "dtype")
    ):
        return SeriesColumn.read(values)
    if hasattr(values, "__arrow_c_stream__") or hasattr(values, "__arrow_c_array__"):
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
    _check_indexes([one for one in columns if isinstance(one, SeriesColumn)])
    lengths = {len(days_in(column)) for column in columns if column is not None}
    if len(lengths) > 1:
        raise RangeError(
            f"the columns have {' and '.join(f'{n:,}' for n in sorted(lengths))} rows",
            remedy="give columns of one length",
        )
    rows = max(lengths, default=1)
    return first, [
        days_in(column)
        if column is not None
        else np.full(rows, number_of(checked_day(value)))
        for column, value in zip(columns, values, strict=True)
    ]


def _check_indexes(columns: Sequence[SeriesColumn]) -> None:
    """Check that two series of pandas are about the same rows."""
    if any(not one.series.index.equals(columns[0].series.index) for one in columns):
        raise RangeError(
            "the series have two indexes, and rows are taken in their order",
            remedy="bring them to one index, or give .to_numpy() of each",
        )


def _is_day(value: object) -> bool:
    return isinstance(value, date | str)
