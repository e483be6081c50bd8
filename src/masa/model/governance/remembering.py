"""Remembering what a graph has answered: neither the graph nor an answer can change."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from types import NoneType
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from masa.model.governance.nodes import GovernanceNode

__all__ = ["remembered"]

ANSWERS_MOST = 1000
_SIMPLE = frozenset({NoneType, GovernanceNode, date, int, str})
P = ParamSpec("P")
T = TypeVar("T")


class _Remembers(Protocol):
    @property
    def _answers(self) -> dict[object, object]: ...


S = TypeVar("S", bound=_Remembers)


def remembered(
    question: Callable[Concatenate[S, P], T],
) -> Callable[Concatenate[S, P], T]:
    """Let a graph answer the same question but once.

    Args:
        question: A method of it whose answer depends on what is given and on the graph
            alone. It is remembered where all that is given is of simple types: of a
            list, or of True for 1, it is asked anew.
    """

    @wraps(question)
    def asked(self: S, /, *args: P.args, **named: P.kwargs) -> T:
        if not _SIMPLE.issuperset(map(type, (*args, *named.values()))):
            return question(self, *args, **named)
        words = (question, args, *named.items())
        held = self._answers
        found = held.get(words)
        if found is None:
            found = question(self, *args, **named)
            if len(held) >= ANSWERS_MOST:
                held.clear()
            held[words] = found
        return found  # type: ignore[return-value] # what this question answered

    return asked
