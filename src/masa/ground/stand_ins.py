"""What is wrong between the sound parts of a value, where others could not be read."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from masa.ground.errors import DocumentError, Fault

__all__ = ["as_written", "faults_between"]

Items = Mapping[int, object]


def faults_between(
    kind: type, sound: Mapping[str, object], rest: Mapping[str, Items]
) -> Iterator[Fault]:
    """Yield what is wrong between the parts that could be read.

    Only of a class that says what may stand in for a part that must be there: its parts
    are checked against one another and hold no names, since a name may be missing with
    the part that declares it.

    Args:
        kind: The class.
        sound: Its parts that could be read.
        rest: Of lists that could not be read as a whole, the items that could, by their
            numbers.
    """
    stand_ins: Mapping[str, object] | None = getattr(kind, "stand_ins", None)
    if stand_ins is None:
        return
    items = {key: tuple(some.values()) for key, some in rest.items()}
    try:
        kind(**{**stand_ins, **sound, **items})
    except DocumentError as error:
        yield from (_renumbered(fault, rest) for fault in error.faults)


def _renumbered(fault: Fault, rest: Mapping[str, Items]) -> Fault:
    """Give an item that is at fault the number that it has among all of them."""
    match fault.path:
        case [str(key), int(number), *more] if key in rest:
            fault.path = (key, [*rest[key]][number], *more)
    return fault


def as_written(faults: Iterable[Fault], table: Mapping[str, object]) -> Iterator[Fault]:
    """Give each fault the place that it has in a table as it is written.

    A text may stand for a list of one; and what is known by its name may stand in a
    list.
    """
    for fault in faults:
        match fault.path:
            case [str(key), int(), *more] if isinstance(table.get(key), str):
                fault.path = (key, *more)
            case [str(key), str(name), *more] if isinstance(
                items := table.get(key), list
            ):
                numbers = [n for n, item in enumerate(items) if name in _texts(item)]
                fault.path = (key, *numbers[-1:], *more)
        yield fault


def _texts(item: object) -> Collection[object]:
    return item.values() if isinstance(item, dict) else ()
