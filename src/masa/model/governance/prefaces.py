"""Under what an answer holds, in a few words that go before it."""

from collections.abc import Collection
from typing import TypeVar

from attrs import AttrsInstance, evolve

from masa.ground.spans import long_day
from masa.ground.stated import Standing
from masa.ground.text import few, sentence
from masa.model.governance.views import Graph
from masa.model.relations import Verb

__all__ = ["heading_of", "prefaced", "under"]

KINDS_MOST = 4
T = TypeVar("T", bound=AttrsInstance)


def heading_of(graph: Graph, later: Graph | None = None) -> str:
    """Give the title of a graph with its day and what is given.

    Args:
        graph: The graph.
        later: The graph of what came after it, if both are shown.
    """
    title = graph.title + _bracketed(graph)
    return f"{title}, and what came after{_bracketed(later)}" if later else title


def _bracketed(graph: Graph) -> str:
    state = _state(graph)
    return f" ({state})" if state else ""


def under(
    graph: Graph,
    answer: T,
    verbs: Collection[Verb] | None = None,
    *,
    is_dated: bool = False,
) -> T:
    """Let an answer tell under what it holds, if that is not the document as it is.

    Args:
        graph: The graph that was asked.
        answer: The answer.
        verbs: The only kinds of edges that were followed, if they were chosen.
        is_dated: Whether it tells the day by itself.
    """
    said = _state(graph, is_dated=is_dated)
    if verbs is not None:
        words = [f"“{verb.value}”" for verb in Verb if verb in verbs]
        along = few(words, most=KINDS_MOST) if words else "no kind of edge"
        said += f"{', ' if said else ''}along {along} alone"
    if not said:
        return answer
    return evolve(answer, under=sentence(said))  # type: ignore[misc] # each has it


def prefaced(under: str, said: str) -> str:
    """Tell something, after under what it holds."""
    return f"{under}: {said}" if under else said


def _state(graph: Graph, *, is_dated: bool = False) -> str:
    if graph.on is None and not graph.given:
        return ""  # which is much faster to see
    said = [f"as of {long_day(graph.on)}"] if graph.on and not is_dated else []
    return ", ".join((*said, *(_given(*one) for one in graph.given)))


def _given(words: str, is_met: bool) -> str:  # noqa: FBT001 (an item of what is given)
    if words not in {one.value for one in Standing}:
        return f"with “{words}” {'met' if is_met else 'not met'}"
    every = "all" if is_met else "nothing"
    be = "" if words == Standing.CAN_BE_EXPLORED.value else "is "
    more = " something" if words == Standing.AGREED_SUBJECT_TO.value else ""
    return f"if {every} that {be}{words}{more} comes about"
