"""What an arrangement does not state, and what contradicts itself, with places."""

from collections.abc import Iterator

from attrs import frozen

from masa.ground.logic import Answer
from masa.ground.shapes import Path, parts
from masa.ground.shown import Shown
from masa.ground.stated import Absence, Stated
from masa.ground.text import listed
from masa.model.arrangement import Arrangement
from masa.model.groups import Group

__all__ = ["Contradiction", "Gap", "contradictions", "gaps", "unknowns"]


@frozen(kw_only=True)
class Gap(Shown):
    """Something that a reader would look for, and of whom it is not stated.

    Args:
        what: What is missing: "chair", "how often it meets".
        names: Of whom.
        among: Among how many, where there are others.
    """

    what: str
    names: tuple[str, ...]
    among: int = 1

    def __str__(self) -> str:
        if self.among == 1:
            return f"{self.what} of {self.names[0]}"
        return f"{self.what} of {len(self.names)} of {self.among}: {listed(self.names)}"


@frozen(kw_only=True)
class Contradiction(Shown):
    """One fact of which the document states several things that exclude one another.

    Args:
        name: Of whom.
        what: Which fact.
        stated: Everything that is stated, with places.
        answer: Yes if they surely exclude one another, unknown if they may not.
    """

    name: str
    what: str
    stated: Stated[object]
    answer: Answer

    def __str__(self) -> str:
        doubt = "" if self.answer is Answer.YES else " (perhaps the same)"
        return f"{self.name}, {self.what}: {self.stated}{doubt}"


_WORDS = {
    "meets": "how often it meets",
    "reports_to": "whom it reports to",
    "in_force": "the day it is in force from",
    "published": "the day it was published",
    "approved": "the day it was approved",
    "costs_year": "the year of the planned spending",
    "decided_by": "who decides",
}


def gaps(arrangement: Arrangement) -> tuple[Gap, ...]:
    """Find what a reader would look for in vain.

    Groups that stand outside the arrangement are left out: it need not describe
    them. So is the line upwards of a group at the top tier.

    Returns:
        What is not stated of the arrangement, of its groups and of its budgets.
    """
    own = [group for group in arrangement.groups if not group.outside.is_stated]
    missing: dict[str, list[str]] = {}
    for group in own:
        for field in _unfilled(group):
            if field != "reports_to" or not _is_at_top(group):
                missing.setdefault(field, []).append(group.name)
    return (
        *_of_one(arrangement, "the arrangement"),
        *(
            Gap(what=_words(field), names=tuple(names), among=len(own))
            for field, names in missing.items()
        ),
        *(gap for budget in arrangement.budgets for gap in _of_one(budget, str(budget))),
    )


def _of_one(thing: object, name: str) -> Iterator[Gap]:
    for field in _unfilled(thing):
        yield Gap(what=_words(field), names=(name,))


def _unfilled(thing: object) -> Iterator[str]:
    for field, part in parts(type(thing)).items():
        held = getattr(thing, field)
        stated = held.is_stated if isinstance(held, Stated) else held != ()
        if part.expected and not stated:
            yield field


def _is_at_top(group: Group) -> bool:
    return group.tier.says(1) is Answer.YES


def _words(field: str) -> str:
    return _WORDS.get(field, f"the {field.replace('_', ' ')}")


def unknowns(arrangement: Arrangement) -> tuple[tuple[str, str, str], ...]:
    """List what the document leaves unknown although it speaks of it.

    Returns:
        For each, of whom, which fact, and why it is unknown.
    """
    return tuple(
        (name, what, statement.words or "it does not say")
        for name, what, stated in _facts(arrangement)
        for statement in stated.statements
        if statement.value is Absence.UNKNOWN
    )


def contradictions(arrangement: Arrangement) -> tuple[Contradiction, ...]:
    """Find the facts of which the document settles on several values.

    Returns:
        Those that surely exclude one another, and those that may.
    """
    return tuple(
        Contradiction(name=name, what=what, stated=stated, answer=stated.conflict)
        for name, what, stated in _facts(arrangement)
        if stated.conflict is not Answer.NO
    )


def _facts(arrangement: Arrangement) -> Iterator[tuple[str, str, Stated[object]]]:
    for path, stated in arrangement.facts():
        fields = [step for step in path if isinstance(step, str)]
        yield _owner(arrangement, path), _words(fields[-1]), stated


def _owner(arrangement: Arrangement, path: Path) -> str:
    """Name the innermost thing on the path that has a name."""
    thing: object = arrangement
    name = arrangement.title
    for step in path:
        if isinstance(thing, tuple) and isinstance(step, int):
            thing = thing[step]
        elif isinstance(step, str):
            thing = getattr(thing, step, None)
        own = next((getattr(thing, key, None) for key in _NAMES if hasattr(thing, key)), None)
        name = own if isinstance(own, str) else name
    return name


_NAMES = ("name", "topic", "about", "what", "item", "payer", "question")
