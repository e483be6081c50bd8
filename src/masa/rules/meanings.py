"""What two values mean, whichever document prints them, and where.

A name means what it refers to, and lists mean the same in any order. The place, the
words as printed and the id in a file belong to the document, not to what it says;
how far somebody judged it to meet a list belongs to neither.
"""

from collections.abc import Callable, Hashable
from functools import cache
from typing import Any

from attrs import evolve, frozen

from masa.ground.logic import Answer
from masa.ground.shapes import (
    Facts,
    Leaf,
    Many,
    Maybe,
    Part,
    Said,
    Shape,
    Value,
    is_plain,
    parts,
)
from masa.ground.sources import Source
from masa.ground.stated import Absence, Stated, Statement, same_value
from masa.model.chairing import Chairing
from masa.model.commitments import Judgement
from masa.model.documents import Document
from masa.model.doubts import Doubt, SameAs
from masa.model.outside_facts import OutsideFact
from masa.rules.sides import Item, Side

__all__ = ["Bonds", "Reader", "kind_within", "said_in", "telling_parts"]

Referring = Callable[[str], Hashable]
_NOT_OF_THE_AREA = (Source, Document, Doubt, SameAs, OutsideFact, Judgement)
_OF_THE_FILE = {"id", "words"}


def kind_within(shape: Shape) -> type:
    """Give the class of the values that stand in a field."""
    return shape.kind if isinstance(shape, Leaf | Value) else kind_within(shape.of)


def telling_parts(cls: type) -> dict[str, Part]:
    """Give the fields of a class that tell something of the arrangement itself."""
    return _telling_parts(cls)


@cache
def _telling_parts(cls: type) -> dict[str, Part]:
    return {
        name: part
        for name, part in parts(cls).items()
        if name not in _OF_THE_FILE
        and not issubclass(kind_within(part.shape), _NOT_OF_THE_AREA)
    }


class Bonds:
    """Which things, of one arrangement or of two, are one thing.

    Args:
        known: The bonds to begin with.
    """

    def __init__(self, known: "Bonds | None" = None) -> None:
        self.next: dict[Item, Item] = dict(known.next) if known else {}

    def root(self, item: Item) -> Item:
        """Give the one that stands for all that are bound together."""
        while item in self.next:
            item = self.next[item]
        return item

    def join(self, one: Item, other: Item) -> None:
        """Bind two things together."""
        first, second = self.root(one), self.root(other)
        if first is not second:
            self.next[first] = second


@frozen(eq=False)
class Reader:
    """Reads what the values of one arrangement mean beside those of another.

    Args:
        side: The arrangement.
        surely: The things that are one.
        perhaps: The things that may be one, those that are included.
    """

    side: Side
    surely: Bonds
    perhaps: Bonds

    def meaning(self, shape: Shape, value: object) -> Hashable:
        """Give what stands for the meaning of a value: equal if they mean the same."""
        return _meaning(shape, value, self.referent)

    def may_mean(
        self, shape: Shape, value: object, theirs: "Reader", other: object
    ) -> Answer:
        """Say whether a value may mean the same as another one that is not equal.

        Returns:
            No if they exclude one another, otherwise unknown.
        """
        ours = _meaning(shape, value, self.perhaps_referent)
        may_be = ours == _meaning(shape, other, theirs.perhaps_referent)
        return Answer.UNKNOWN if may_be or _may_agree(value, other) else Answer.NO

    def referent(self, name: str) -> Hashable:
        """Give what a name stands for: one thing, or a body of the law."""
        item = self.side.named_so(name)
        return name if item is None else self.surely.root(item)

    def perhaps_referent(self, name: str) -> Hashable:
        """Give what a name may stand for."""
        item = self.side.named_so(name)
        return name if item is None else self.perhaps.root(item)


def said_in(shape: Shape, value: object) -> list[tuple[Shape, object]]:
    """Give everything that is said in a field, one by one."""
    match shape, value:
        case Facts(of), Stated(statements):
            return [(Said(of), one) for one in statements]
        case Many(of), tuple(several):
            return [(of, one) for one in several]
        case Maybe(of), _:
            return [] if value is None else [(of, value)]
    return [(shape, value)]


def _meaning(shape: Shape, value: Any, refers: Referring) -> Hashable:  # noqa: ANN401 (the shape says what it is)
    match shape:
        case Leaf(is_ref=is_ref):
            return refers(value) if is_ref else value
        case Value():
            return _of_value(shape, value, refers)
        case Said(of):
            return _of_statement(of, value, refers)
    return frozenset(_meaning(of, one, refers) for of, one in said_in(shape, value))


def _of_value(shape: Value, value: object, refers: Referring) -> Hashable:
    if is_plain(shape):
        return value
    held = [
        _meaning(part.shape, getattr(value, name), refers)
        for name, part in telling_parts(shape.kind).items()
    ]
    return (shape.kind, *held, *_order(value, refers))


def _order(value: object, refers: Referring) -> tuple[Hashable, ...]:
    """Keep the order of those who take turns, where it is said to be the order."""
    if isinstance(value, Chairing) and value.in_order.says(value=True) is Answer.YES:
        return tuple(map(refers, value.among))
    return ()


def _of_statement(
    of: Shape, said: Statement[object], refers: Referring
) -> tuple[Hashable, ...]:
    value = said.value
    means = value if isinstance(value, Absence) else _meaning(of, value, refers)
    return (means, said.standing, said.condition, said.since, said.until)


def _may_agree(one: object, other: object) -> bool:
    """Say whether two values may have one meaning, or one of them cannot be told."""
    if not (isinstance(one, Statement) and isinstance(other, Statement)):
        return same_value(one, other) is Answer.UNKNOWN
    if Absence.UNKNOWN in {one.value, other.value}:
        return True
    alike = evolve(one, value=0, at=None, words=None)
    return alike == evolve(other, value=0, at=None, words=None) and (
        same_value(one.value, other.value) is Answer.UNKNOWN
    )
