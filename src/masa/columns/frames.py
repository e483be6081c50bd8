"""A table of facts: a mapping of names to columns, or a data frame of any library."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.fact_columns import FactColumn, SeriesFacts, fact_column
from masa.columns.kinds import Result
from masa.columns.reading import (
    Kind,
    check_indexes,
    check_is_computed,
    kind_of,
    one_length,
)
from masa.columns.values import Codes, Reading, is_missing
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.logic import Fact
from masa.ground.text import did_you_mean, echo

__all__ = ["Frame", "frame_of"]

SINGLE = (bool, int, str, Enum, Fact, np.generic)


@frozen(eq=False)
class Frame:
    """Columns of facts of one length, by name.

    Args:
        columns: The columns.
        single: What is the same in all rows.
        rows: How many rows there are.
    """

    columns: Mapping[str, FactColumn]
    single: Mapping[str, object]
    rows: int

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that it has."""
        return (*self.columns, *self.single)

    def codes(self, name: str, reading: Reading) -> Codes:
        """Read one fact of every row.

        Raises:
            MasaError: If a row cannot stand for the fact, with the rows.
        """
        if name in self.columns:
            return self.columns[name].values.coded(reading)
        code = reading.code(self.single[name])
        return np.full(self.rows, code, np.min_scalar_type(code))

    def give(self, answers: NDArray[np.int8]) -> Result:
        """Give answers in a column of the kind of the first."""
        first, *_ = self.columns.values()
        return first.give_answers(answers)


def frame_of(given: Any, names: Iterable[str], what: str) -> Frame:  # noqa: ANN401 (a table of any library)
    """Read a table of facts.

    Args:
        given: A mapping, which must hold nothing else; or a data frame, of which
            other columns are left alone.
        names: The names of the facts that it may have.
        what: What they are facts of, such as "a case".

    Raises:
        UnknownNameError: If a mapping holds a name that is none of them.
        KindError: If it is no table, has no column of a fact, or a column of what
            are no facts.
        RangeError: If columns are of two lengths, or series have two indexes.
    """
    allowed = tuple(names)
    if isinstance(given, Mapping):
        return _of_mapping(given, allowed, what)
    columns: Mapping[str, FactColumn]
    if hasattr(given, "iloc") and hasattr(given, "columns"):
        columns = _of_pandas(given, allowed)
    elif kind_of(given) is Kind.ARROW:
        from masa.columns.arrow_facts import facts_of_table  # noqa: PLC0415 (needs nanoarrow)

        columns = dict(facts_of_table(given, allowed))
    else:
        raise KindError(
            f"{echo(given)} is no table of facts",
            remedy="give a mapping of names to columns, or a data frame",
        )
    return _checked(columns, {}, what)


def _of_mapping(
    given: Mapping[Any, object], names: tuple[str, ...], what: str
) -> Frame:
    for name in given:
        if name not in names:
            raise UnknownNameError(
                f"{echo(name)} is no fact of {what}",
                remedy=did_you_mean(str(name), names) or "leave it out",
            )
    single = {name: one for name, one in given.items() if _is_single(one)}
    columns = {
        name: fact_column(one) for name, one in given.items() if name not in single
    }
    return _checked(columns, single, what)


def _is_single(value: object) -> bool:
    return isinstance(value, SINGLE) or is_missing(value)


def _of_pandas(given: Any, names: tuple[str, ...]) -> dict[str, FactColumn]:  # noqa: ANN401 (pandas is not imported)
    check_is_computed(given)
    held = [name for name in given.columns if name in names]
    for name in held:
        if held.count(name) > 1:
            raise KindError(f"two columns are called {name}", remedy="leave one out")
    return {name: SeriesFacts.read(given[name]) for name in held}


def _checked(
    columns: Mapping[str, FactColumn], single: Mapping[str, object], what: str
) -> Frame:
    if not columns:
        raise KindError(
            f"it has no column of a fact of {what}",
            remedy="call each column by the name of its fact",
        )
    held = columns.values()
    check_indexes([one.series for one in held if isinstance(one, SeriesFacts)])
    rows = one_length([len(one.values.places) for one in held])
    return Frame(columns, single, rows)
