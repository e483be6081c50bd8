"""The answers of a criterion to every state of its facts, looked up row by row.

A fact of *n* choices is in one of *n* + 1 states, the last of which is unknown. The
table is folded from the ways in which the claim is true, one fact after another: an
unknown fact leaves the answer as it is only where all of its choices agree.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import combinations
from math import prod

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.values import UNKNOWN, Codes
from masa.ground.criteria import Criterion
from masa.ground.errors import RangeError
from masa.model.statutes import StatuteBook
from masa.rules.catalogue import CRITERIA

__all__ = ["AnswerTable", "answers_of_case", "answers_to", "place_of_rows"]

States = NDArray[np.int8]

STATES_MOST = 5_000_000
TABLES_KEPT = 64
BLOCK = 1 << 16  # rows whose places and answers fit a processor's cache together


@frozen(eq=False)
class AnswerTable:
    """The answers of a criterion.

    Args:
        domains: What each of its facts may be, in order.
        states: The answer to each state of the facts, one axis for each fact; 0 is
            no, 1 is yes and 2 is unknown.
    """

    domains: Mapping[str, tuple[str, ...]]
    states: States

    def look_up(self, codes: Mapping[str, Codes], rows: int) -> States:
        """Give the answer of every row; a fact without codes is unknown."""
        held = [codes[name] for name in self.domains if name in codes]
        known = tuple(slice(None) if name in codes else -1 for name in self.domains)
        table = np.asarray(self.states[known])
        answers, found = table.reshape(-1), np.empty(rows, np.int8)
        for start in range(0, rows, BLOCK):
            out = found[start : start + BLOCK]
            block = [one[start : start + BLOCK] for one in held]
            places = place_of_rows(block, table.shape, len(out))
            answers.take(places, out=out, mode="clip")
        return found


def place_of_rows(
    columns: Sequence[Codes], sizes: Sequence[int], rows: int
) -> NDArray[np.int32]:
    """Write the codes of each row as one number, as digits are written."""
    places = np.zeros(rows, np.int32)
    for codes, size in zip(columns, sizes, strict=True):
        places *= size
        places += codes
    return places


@lru_cache(maxsize=TABLES_KEPT)
def answers_to(criterion: Criterion) -> AnswerTable:
    """Make the table of a criterion.

    Raises:
        RangeError: If its facts can be in more than five million states.
    """
    sizes = criterion.ways.sizes
    if prod(size + 1 for size in sizes) > STATES_MOST:
        raise RangeError(
            f"a criterion of {len(sizes)} facts is too large for columns",
            remedy=f"divide it into parts of at most {STATES_MOST:,} states",
        )
    return AnswerTable(criterion.domains, _folded(_tabulated(criterion)))


def _tabulated(criterion: Criterion) -> States:
    """Say of each way of filling in the facts whether the claim is true."""
    sizes = criterion.ways.sizes
    ways = prod(sizes)
    packed = criterion.table.to_bytes(ways // 8 + 1, "little")
    bits = np.frombuffer(packed, np.uint8)
    flags = np.unpackbits(bits, count=ways, bitorder="little")
    return flags.view(np.int8).reshape(sizes, order="F")


def _folded(states: States) -> States:
    """Add to each axis the state in which the fact is unknown."""
    return reduce(_with_unknown, range(states.ndim), states)


def _with_unknown(states: States, axis: int) -> States:
    least = states.min(axis, keepdims=True)
    agree = least == states.max(axis, keepdims=True)
    unknown = np.where(agree, least, np.int8(UNKNOWN))
    return np.concatenate([states, unknown], axis)


@lru_cache(maxsize=TABLES_KEPT)
def answers_of_case(name: str, book: StatuteBook) -> AnswerTable:
    """Make the table of a criterion of a case, its variants included.

    A fact for which it asks only where something is said of it is left out of the
    criterion, and not unknown, in the rows that do not know it.

    Args:
        name: The criterion.
        book: The law.

    Raises:
        NotInForceError: If the rule without which it cannot be asked is not.
    """
    test = CRITERIA[name]
    whole = answers_to(test.criterion(book, **dict.fromkeys(test.asks, True)))
    states = whole.states.copy()
    for unsaid in _parts_of(test.asks):
        others = {word: True for word in test.asks if word not in unsaid}
        facts = {test.asks[word] for word in unsaid}
        place = tuple(-1 if one in facts else slice(None) for one in whole.domains)
        states[place] = answers_to(test.criterion(book, **others)).states
    return AnswerTable(whole.domains, states)


def _parts_of(words: Iterable[str]) -> list[tuple[str, ...]]:
    """Give every choice of some words but none, the smaller first."""
    every = tuple(words)
    return [
        chosen for size in range(len(every)) for chosen in combinations(every, size + 1)
    ]
