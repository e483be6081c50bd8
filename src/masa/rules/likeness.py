"""How one thing differs between two arrangements, field by field.

That one of them is silent is no change of substance, and it is kept apart from what
cannot be told. The place of a statement is no difference: it belongs to the document.
"""

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from masa.ground.logic import Answer
from masa.ground.money import to_balance, to_pounds
from masa.ground.shapes import Facts, Leaf, Many, Shape, words_of
from masa.ground.shown import Shown, plain
from masa.ground.stated import Absence, Stated, Statement
from masa.model.arrangement import Arrangement
from masa.model.bodies import Area, Post
from masa.model.funding_lines import stated_pounds
from masa.rules.meanings import Reader, kind_within, said_in, telling_parts
from masa.rules.plain_names import field_in_words
from masa.rules.sides import KINDS, Item, area_in_words

__all__ = ["FieldDifference", "Likeness", "differences", "is_money"]

NOTHING_MORE = "nothing more"
_OWN_WORDS = {"partners": "partner"}  # those of a child death review


class Likeness(Enum):
    """How a thing, or a fact of it, in one arrangement is to that in another.

    That only one of them states a fact is no change of substance: the other is
    silent on it.
    """

    SAME = "same"
    CHANGED = "changed"
    ONE_SIDED = "only stated in one"
    UNTOLD = "cannot be told"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class FieldDifference(Shown):
    """One fact of a thing of which two arrangements do not say the same.

    Args:
        what: The fact, in plain words.
        field: The field that holds it; empty if it is where the thing stands.
        likeness: Changed, only stated in one, or not to be told.
        before: What the one states, or that it does not; of a list, what only it has.
        after: The same of the other.
    """

    what: str
    field: str
    likeness: Likeness
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: {self.before} → {self.after} ({self.likeness.value})"


@frozen(eq=False)
class _Held:
    """What one arrangement holds in one field of a thing, if there is such a field."""

    reader: Reader
    shape: Shape | None
    value: object

    @property
    def items(self) -> list[tuple[Shape, object]]:
        """Everything that is said there, one by one."""
        return said_in(self.shape, self.value) if self.shape else []

    @property
    def meanings(self) -> frozenset[object]:
        """What each of it means."""
        return frozenset(self.reader.meaning(shape, one) for shape, one in self.items)

    @property
    def settled(self) -> frozenset[object]:
        """What each of it means that holds, being in force or agreed."""
        return frozenset(
            self.reader.meaning(shape, one)
            for shape, one in self.items
            if isinstance(one, Statement) and one.is_settled
        )

    def beyond(self, other: "_Held") -> list[tuple[Shape, object]]:
        """Give what is said here and not there."""
        theirs = other.meanings
        return [
            (shape, one)
            for shape, one in self.items
            if self.reader.meaning(shape, one) not in theirs
        ]

    def may_all_mean(self, other: "_Held") -> bool:
        """Say whether each thing said here may mean one that is said there."""
        return all(
            any(
                self.reader.may_mean(shape, one, other.reader, theirs) is not Answer.NO
                for _, theirs in other.items
            )
            for shape, one in self.beyond(other)
        )

    @property
    def is_list(self) -> bool:
        """Whether several things can be said there beside one another."""
        return isinstance(self.shape, Many)

    def is_like(self, other: "_Held") -> bool:
        """Say whether the two fields hold values of one kind."""
        kinds = {kind_within(one.shape) for one in (self, other) if one.shape}
        return type(self.shape) is type(other.shape) and len(kinds) == 1

    def text(self, other: "_Held") -> str:
        """Print it; of a list, only what the other does not hold."""
        if not self.items:
            return self.reader.side.silence
        if self.is_list:
            more = sorted(_printed(one) for _, one in self.beyond(other))
            return "; ".join(more) or NOTHING_MORE
        if isinstance(self.value, Stated) and self.shape and is_money(self.shape):
            return stated_pounds(self.value)
        return plain(self.value)


def _printed(value: object) -> str:
    """Print a value, an area with its standing."""
    return area_in_words(value) if isinstance(value, Area) else plain(value)


def is_money(shape: Shape) -> bool:
    """Say whether a field holds an amount of money."""
    inner = shape.of if isinstance(shape, Facts) else shape
    return isinstance(inner, Leaf) and inner.check in {to_pounds, to_balance}


def differences(
    before: Item, after: Item, one: Reader, other: Reader
) -> Iterator[FieldDifference]:
    """Yield every difference between two things that are one or counterparts.

    Args:
        before: The thing in the one arrangement.
        after: The thing in the other.
        one: The reader of the one.
        other: The reader of the other.
    """
    yield from _of_place(before, after, one, other)
    known, theirs = _fields(before), _fields(after)
    for field in _in_order(before, after):
        if field not in known and field not in theirs:
            continue
        if field == "name" and _are_both_names(before, after):
            continue
        left = _Held(one, known.get(field), _value(before, field, after))
        right = _Held(other, theirs.get(field), _value(after, field, before))
        if left.meanings != right.meanings:
            yield FieldDifference(
                what=_OWN_WORDS.get(field) or field_in_words(field),
                field=field,
                likeness=_likeness(left, right),
                before=left.text(right),
                after=right.text(left),
            )


def _are_both_names(before: Item, after: Item) -> bool:
    """Say whether each of two things is called by the main name of the other too.

    The name of a partnership stands beside the title of its arrangement.
    """
    if isinstance(before.thing, Arrangement):
        return False
    return before.label in after.names and after.label in before.names


def _value(item: Item, field: str, other: Item) -> object:
    """Give what a field holds, without another name that is the main name there."""
    value = getattr(item.thing, field, None)
    if field == "also" and isinstance(value, tuple):
        return tuple(said for said in value if said.value != other.label)
    return value


def _in_order(before: Item, after: Item) -> Iterable[str]:
    """Give the fields of two things in an order that is the same either way."""
    ours, theirs = (telling_parts(type(item.thing)) for item in (before, after))
    return ours if ours is theirs else sorted({*ours, *theirs})


def _fields(item: Item) -> dict[str, Shape]:
    """Give the fields that say something; what stands within is a thing of its own."""
    return {
        name: part.shape
        for name, part in telling_parts(type(item.thing)).items()
        if kind_within(part.shape) not in KINDS
        and not (name == "body" and isinstance(item.thing, Post))
        and said_in(part.shape, getattr(item.thing, name))
    }


def _likeness(left: _Held, right: _Held) -> Likeness:
    if not (left.items and right.items):
        said = [one for _, one in (*left.items, *right.items)]
        return Likeness.UNTOLD if all(map(_is_untold, said)) else Likeness.ONE_SIDED
    if not left.is_like(right):
        return Likeness.UNTOLD
    if left.is_list and not (left.beyond(right) and right.beyond(left)):
        return Likeness.ONE_SIDED
    may_be_same = left.may_all_mean(right) and right.may_all_mean(left)
    if may_be_same:
        return Likeness.UNTOLD
    agreed = left.settled and left.settled == right.settled
    return Likeness.ONE_SIDED if agreed else Likeness.CHANGED


def _is_untold(said: object) -> bool:
    return isinstance(said, Statement) and said.value is Absence.UNKNOWN


def _of_place(
    before: Item, after: Item, one: Reader, other: Reader
) -> Iterator[FieldDifference]:
    """Yield where a thing stands, and as what, if that differs."""
    if before.field != after.field:
        yield FieldDifference(
            what="listed as",
            field="",
            likeness=Likeness.CHANGED,
            before=_listed_as(before, after),
            after=_listed_as(after, before),
        )
    homes = one.side.home_of(before), other.side.home_of(after)
    likeness = _likeness_of_homes(homes, one)
    if likeness is not Likeness.SAME:
        yield FieldDifference(
            what="listed under",
            field="",
            likeness=likeness,
            before=homes[0].label if homes[0] else one.side.silence,
            after=homes[1].label if homes[1] else other.side.silence,
        )


def _listed_as(item: Item, other: Item) -> str:
    kind = type(item.thing)
    return (
        field_in_words(item.field) if isinstance(other.thing, kind) else words_of(kind)
    )


def _likeness_of_homes(
    homes: tuple[Item | None, Item | None], reader: Reader
) -> Likeness:
    before, after = homes
    if before is None or after is None:
        return Likeness.SAME if before is after else Likeness.ONE_SIDED
    if reader.surely.root(before) is reader.surely.root(after):
        return Likeness.SAME
    perhaps = reader.perhaps.root(before) is reader.perhaps.root(after)
    return Likeness.UNTOLD if perhaps else Likeness.CHANGED
