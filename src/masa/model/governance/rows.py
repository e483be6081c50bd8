"""Looking up the row of an answer, by any name of whoever it is of."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from masa.ground.errors import UnknownNameError
from masa.ground.text import did_you_mean, echo, text_of

__all__ = ["row_called"]

T = TypeVar("T")


def row_called(
    name: str, rows: Iterable[T], names: Callable[[T], tuple[str, ...]], remedy: str
) -> T:
    """Give the row that has a name, or else the one that has it as another name.

    Args:
        name: The name.
        rows: The rows; of two with the same first name, the first is meant.
        names: Gives the names of a row, the one by which it is printed first.
        remedy: What to do if nothing is called nearly so.

    Raises:
        KindError: If the name is not text.
        UnknownNameError: If no row is called so, or several are only by other names.
    """
    text_of(name)  # a name that is none is refused also where there are no rows
    named = [(names(row), row) for row in rows]
    first = [row for words, row in named if words[0] == name]
    found = first[:1] or [row for words, row in named if name in words]
    if len(found) == 1:
        return found[0]
    if found:
        one = next(words[0] for words, _ in named if name in words)
        raise UnknownNameError(
            f"{echo(name)} is the name of {len(found)} rows",
            remedy=f"use the printed name of one of them, such as {echo(one)}",
        )
    known = (word for words, _ in named for word in words)
    raise UnknownNameError(
        f"no row is called {echo(name)}", remedy=did_you_mean(name, known) or remedy
    )
