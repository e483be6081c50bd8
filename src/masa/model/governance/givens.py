"""What is given as met or not, and what stands under it, and how firmly."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import evolve

from masa.ground.errors import KindError, UnknownNameError
from masa.ground.logic import Answer
from masa.ground.stated import Standing, Stated, Statement
from masa.ground.text import did_you_mean, echo
from masa.model.arrangement import Arrangement
from masa.model.governance.nodes import GovernanceEdge
from masa.model.relations import Relation

__all__ = ["Given", "as_given", "check_known", "held", "is_over", "to_given"]

Given = Mapping[str, bool]
S = TypeVar("S")
T = TypeVar("T", GovernanceEdge, Relation, Statement[Any])


def to_given(given: object) -> dict[str, bool]:
    """Take the conditions that are given as met or not.

    Raises:
        KindError: If they are no conditions with yes or no.
    """
    if not isinstance(given, Mapping):
        raise KindError(
            f"{echo(given)} does not say what is given",
            remedy='give conditions with yes or no: {"if it is needed": True}',
        )
    for words, is_met in given.items():
        if not isinstance(words, str) or not isinstance(is_met, bool):
            raise KindError(
                f"{echo(words)}: {echo(is_met)} is no condition with yes or no",
                remedy='give for example {"if it is needed": True}',
            )
    return dict(given)


def check_known(
    given: Given, edges: Iterable[GovernanceEdge], several: Iterable[Arrangement]
) -> None:
    """Check that something holds on each condition that is given.

    Args:
        given: The conditions.
        edges: The edges, which hold on most of those that are asked for.
        several: The arrangements, in which other things may.

    Raises:
        UnknownNameError: If nothing does.
    """
    known = {one.value: None for one in Standing if not one.is_settled}
    known |= {edge.condition: None for edge in edges if edge.condition}
    if known.keys() >= given.keys():
        return  # which is much faster to see
    known |= dict.fromkeys(_conditions(several))
    for words in given:
        if words not in known:
            raise UnknownNameError(
                f"nothing holds on the condition {echo(words)}",
                remedy=did_you_mean(words, known) or "give it in the words of the file",
            )


def _conditions(several: Iterable[Arrangement]) -> Iterator[str]:
    """Yield every condition on which something is stated."""
    for one in several:
        for _, said in one.statements():
            if said.condition is not None:
                yield said.condition


def as_given(said: T, given: Given) -> list[T]:
    """Give what is said as it stands under what is given; nothing if it is refused."""
    if not given:
        return [said]
    words = (said.standing.value, said.condition)
    if any(given.get(str(one)) is False for one in words):
        return []
    is_met = bool(said.condition and given.get(said.condition))
    is_given = said.standing.value in given
    comes = is_given or (is_met and said.standing is Standing.CONDITIONAL)
    changed = evolve(
        said,
        condition=None if is_met else said.condition,
        standing=Standing.IN_FORCE if comes else said.standing,
    )
    return [changed]


def held(fact: Stated[S], given: Given, on: date | None) -> Stated[S]:
    """Give what is stated of a fact, on the day under what is given.

    Args:
        fact: The fact.
        given: The conditions given as met or not.
        on: The day; nothing for every day.
    """
    if not fact.statements or (on is None and not given):
        return fact  # which is much faster to see
    return Stated(
        found
        for said in fact.statements
        if not is_over(said, on)
        for found in as_given(said, given)
    )


def is_over(said: Statement[object], on: date | None) -> bool:
    """Say whether what is said surely does not hold on the day."""
    return on is not None and said.period.covers(on) is Answer.NO
