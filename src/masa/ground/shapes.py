"""What the annotations of a class say about its values, read once.

The same shapes check what a constructor is given, read and write files, and
draw values in tests. A type is described by its annotations and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from operator import is_
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from attrs import NOTHING, evolve, fields, frozen, has

from masa.ground.dates import When
from masa.ground.durations import whole
from masa.ground.errors import KindError
from masa.ground.logic import Answer, WhyUnknown
from masa.ground.spans import day
from masa.ground.stated import Absence, Stated, Statement
from masa.ground.text import echo, listed, prose, ref, with_article

__all__ = [
    "Facts",
    "Leaf",
    "Many",
    "Maybe",
    "Node",
    "Part",
    "Path",
    "Said",
    "Shape",
    "Value",
    "conforming",
    "is_plain",
    "parts",
    "shape_of",
    "to_choice",
    "walk",
    "words_of",
]

Check = Callable[[object], object]
E = TypeVar("E", bound=Enum)


@frozen
class Leaf:
    """A single value: text under a policy, a reference, a number, a choice, a day."""

    kind: type
    check: Check
    is_ref: bool = False


@frozen
class Value:
    """A value of one of masa's own classes."""

    kind: type


@frozen
class Many:
    """Several values, in order."""

    of: "Shape"


@frozen
class Maybe:
    """A value or nothing."""

    of: "Shape"


@frozen
class Said:
    """One statement of a value, with its place and standing."""

    of: "Shape"


@frozen
class Facts:
    """A single-valued fact: every statement that the sources make of it."""

    of: "Shape"
    is_bare: bool = False


Shape = Leaf | Value | Many | Maybe | Said | Facts


def shape_of(annotation: object) -> Shape:
    """Read one annotation.

    Raises:
        KindError: If masa has no use for such an annotation.
    """
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return Leaf(args[0], args[1], is_ref=args[1] is ref)
    if origin is tuple:
        return Many(shape_of(args[0]))
    if origin is Stated:
        inner = shape_of(args[0])
        return Facts(inner, is_bare=is_plain(inner))
    if origin is Statement:
        return Said(shape_of(args[0]))
    if origin in (Union, UnionType) and NoneType in args:
        return Maybe(shape_of(Union[tuple(a for a in args if a is not NoneType)]))  # noqa: UP007 (made at run time)
    if isinstance(annotation, type):
        return _shape_of_class(annotation)
    raise KindError(f"{echo(annotation)} is not an annotation that masa reads")


def _shape_of_class(kind: type) -> Shape:
    if kind is Answer:
        return Leaf(kind, _answer)
    if issubclass(kind, Enum):
        return Leaf(kind, lambda value: to_choice(kind, value))
    if kind in _CHECKS:
        return Leaf(kind, _CHECKS[kind])
    if has(kind):
        return Value(kind)
    raise KindError(f"{kind.__name__} is not a type that masa reads")


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise KindError(f"{echo(value)} is not yes or no", remedy="write true or false")
    return value


def _answer(value: object) -> Answer:
    """Take yes or no, or one of the three words, as an answer."""
    return to_choice(Answer, value) if isinstance(value, str) else Answer.of(value)


_CHECKS: dict[type, Check] = {
    bool: _yes_or_no,
    date: day,
    int: whole,
    str: prose,
}


def to_choice(kind: type[E], value: object) -> E:
    """Take a member of an enumeration, or its words, as the member.

    Raises:
        KindError: If it is neither.
    """
    if type(value) is kind:
        return value
    try:
        return kind(value)
    except ValueError as cause:
        choices = listed((str(member.value) for member in kind), "or")
        raise KindError(
            f"{echo(value)} is not {with_article(words_of(kind))}",
            remedy=f"write {choices}",
        ) from cause


_CALLED = {When: "Date", WhyUnknown: "ReasonForNotKnowing"}


def words_of(kind: type) -> str:
    """Say what a class is called in plain words: ``relevant agency``."""
    name: str = _CALLED.get(kind, getattr(kind, "called", kind.__name__))
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def conforming(annotation: object) -> Check:
    """Make what checks a value against an annotation and gives it as it is kept.

    A plain value is taken where a `Stated` is annotated, its text where a class
    reads text, and any iterable but text where a tuple is.

    Raises:
        KindError: If masa has no use for such an annotation.
    """
    return _conform(shape_of(annotation))


def _conform(shape: Shape) -> Check:
    match shape:
        case Leaf():
            return shape.check
        case Value(kind):
            return lambda value: _instance(kind, value)
        case Many(of):
            inner = _conform(of)
            return lambda value: tuple(map(inner, _items(value)))
        case Maybe(of):
            inner = _conform(of)
            return lambda value: None if value is None else inner(value)
        case Said(of):
            inner = _conform(of)
            return lambda value: _statement(inner, value)
    inner = _conform(shape.of)
    return lambda value: _stated(inner, value)


def _instance(kind: type, value: object) -> object:
    if isinstance(value, kind):
        return value
    if kind is When and isinstance(value, date):
        return When.on_day(value)
    if isinstance(value, getattr(kind, "plain_kinds", ())):
        return kind.of(value)  # type: ignore[attr-defined] # a class with such kinds has it
    read = getattr(kind, "from_text", None)
    if isinstance(value, str) and read is not None:
        return read(value)
    key = getattr(kind, "text_key", None)
    if isinstance(value, str) and key is not None:
        return kind(**{key: value})
    wanted = "its text or the value" if read or key else "the value"
    raise KindError(
        f"{echo(value)} is not {with_article(words_of(kind))}",
        remedy=f"give {wanted} itself",
    )


def _items(value: object) -> Iterable[object]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise KindError(
            f"{echo(value)} is not a list", remedy="put it in a list, even when alone"
        )
    return value


def _statement(inner: Check, value: object) -> Statement[object]:
    if not isinstance(value, Statement):
        return Statement(value=inner(value))
    if isinstance(value.value, Absence):
        return value
    held = inner(value.value)
    return value if held is value.value else evolve(value, value=held)


def _stated(inner: Check, value: object) -> Stated[object]:
    if not isinstance(value, Stated):
        return Stated((_statement(inner, value),))
    said = tuple(_statement(inner, statement) for statement in value.statements)
    same = all(map(is_, said, value.statements))
    return value if same else Stated(said)


@frozen
class Part:
    """One field of a class: its name, its shape, and whether it must be given."""

    name: str
    shape: Shape
    required: bool
    default: object
    expected: bool
    is_plain: bool


def parts(cls: type) -> dict[str, Part]:
    """Read the fields of a class, by name."""
    return _parts(cls)


@cache
def _parts(cls: type) -> dict[str, Part]:
    return {
        a.name: Part(
            a.name,
            shape_of(a.type),
            a.default is NOTHING,
            a.default,
            bool(a.metadata.get("expected")),
            is_plain(shape_of(a.type)),
        )
        for a in fields(cls)
        if a.init
    }


def is_plain(shape: Shape) -> bool:
    """Say whether no fact and no reference can stand in such a value."""
    match shape:
        case Maybe(of) | Many(of) | Said(of):
            return is_plain(of)
        case Leaf():
            return not shape.is_ref
        case Value(kind):
            return all(part.is_plain for part in parts(kind).values())
    return False


Path = tuple[str | int, ...]
Node = tuple[Shape, object, Path]


def walk(shape: Shape, value: object, path: Path = ()) -> Iterator[Node]:
    """Yield every value, fact and reference within a value, with the path to it.

    The path is that of a file: the one statement of a fact has the path of the
    fact, one of several is numbered.
    """
    found: list[Node] = []
    _visit(shape, value, path, found)
    return iter(found)


def _visit(
    shape: Shape,
    value: Any,  # noqa: ANN401 (the shape says what it is)
    path: Path,
    found: list[Node],
) -> None:
    if isinstance(shape, Value | Facts) or (isinstance(shape, Leaf) and shape.is_ref):
        found.append((shape, value, path))
    for inner, held, place in _held(shape, value, path):
        _visit(inner, held, place, found)


def _held(
    shape: Shape,
    value: Any,  # noqa: ANN401 (the shape says what it is)
    path: Path,
) -> Iterator[Node]:
    """Yield what a value holds, one step further in."""
    match shape:
        case Value():
            for part in parts(type(value)).values():
                held = None if part.is_plain else getattr(value, part.name)
                if held is not None and held is not part.default:
                    yield part.shape, held, (*path, part.name)
        case Maybe(of):
            yield of, value, path
        case Many(of):
            for place, item in enumerate(value):
                yield of, item, (*path, place)
        case Said(of) if not isinstance(value.value, Absence):
            yield of, value.value, path
        case Facts(of) if not shape.is_bare:
            alone = len(value.statements) == 1
            for place, said in enumerate(value.statements):
                yield Said(of), said, path if alone else (*path, place)
