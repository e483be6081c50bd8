"""Errors of a column say in which rows they are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from masa.ground.errors import CoverageError, DocumentError, MasaError

__all__ = ["Faults", "Rows", "refuse", "refuse_wrong"]

Rows = Sequence[int] | NDArray[Any]

NAMED = 5


class Faults:
    """The rows of a column that are at fault, gathered before any is refused."""

    def __init__(self) -> None:
        self._found: list[tuple[Rows, MasaError]] = []

    @contextmanager
    def of(self, rows: Rows) -> Iterator[None]:
        """Note an error that is raised within as one of these rows."""
        try:
            yield
        except MasaError as error:
            self._found.append((rows, error))

    def refuse(self) -> None:
        """Raise the error of the first row, with every row of that kind of error.

        Raises:
            MasaError: The error, of its own kind.
        """
        if not self._found:
            return
        _, first = min(self._found, key=lambda one: int(min(one[0])))
        same = [rows for rows, error in self._found if type(error) is type(first)]
        refuse(first, np.unique(np.concatenate(same)))


def refuse(error: MasaError, rows: NDArray[Any]) -> NoReturn:
    """Raise an error again that says in which rows it is.

    Raises:
        MasaError: The error, of its own kind.
    """
    said = f"{_in_words(rows)}: {error.said}"
    if isinstance(error, DocumentError):
        raise DocumentError(said, error.faults) from error
    found = type(error)(said, remedy=error.remedy, field=error.field)
    if isinstance(error, CoverageError) and isinstance(found, CoverageError):
        found.first, found.last = error.first, error.last
    raise found from error


def refuse_wrong(
    answers: Sequence[object], kinds: NDArray[Any], rows: NDArray[Any] | None = None
) -> None:
    """Refuse the rows whose answer is an error, if any is: those of the first kind.

    Args:
        answers: What was found for each kind of row.
        kinds: Of which kind each row is.
        rows: Which rows they are; unless given, all in their order.

    Raises:
        MasaError: The error of the first such row, with the rows.
    """
    is_wrong = np.array([isinstance(one, MasaError) for one in answers], np.bool_)
    if not is_wrong.any() or not is_wrong[kinds].any():
        return
    first = answers[kinds[is_wrong[kinds].argmax()]]
    assert isinstance(first, MasaError)  # noqa: S101 (it is one of the wrong)
    same = np.array([type(one) is type(first) for one in answers])
    found = np.flatnonzero(same[kinds])
    refuse(first, found if rows is None else rows[found])


def _in_words(rows: NDArray[Any]) -> str:
    """Name the first few rows, of which the first is row 0: ``rows 3, 17``."""
    numbers = ", ".join(str(row) for row in rows[:NAMED])
    others = len(rows) - NAMED
    if others > 0:
        return f"rows {numbers} and {others:,} more"
    return f"row{'s' if len(rows) > 1 else ''} {numbers}"
