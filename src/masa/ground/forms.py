"""The forms in which a file may write one and the same value."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from masa.ground.moments import moment
from masa.ground.shapes import Leaf, Shape, Value, parts

__all__ = [
    "full_keys",
    "parted",
    "reads_pairs",
    "reads_text",
    "reads_time",
    "stands_apart",
    "texts_of",
]


def full_keys(kind: type, raw: dict[str, object]) -> dict[str, object]:
    """Put the full keys of a class in the place of its short ones."""
    table = dict(raw)
    key = getattr(kind, "text_key", None)
    if key is not None and "is" in table and key not in table:
        table[key] = table.pop("is")
    for short, full in getattr(kind, "file_keys", {}).items():
        if short in table and full not in table:
            table[full] = table.pop(short)
    if key is not None and table.get("why") is True:  # unknown = true
        del table["why"]
    short_keys: Mapping[str, tuple[str, str]] = getattr(kind, "short_keys", {})
    for short, (choice, full) in short_keys.items():
        if short in table and full not in table and "kind" not in table:
            table["kind"] = choice
            table[full] = table.pop(short)
    return table


def parted(
    kind: type, table: dict[str, object], extras: Collection[str]
) -> dict[str, object]:
    """Part a table that is a value from what is said beside the value."""
    own = parts(kind)
    beside = {
        key: raw for key, raw in table.items() if key in extras and key not in own
    }
    return {"is": {k: v for k, v in table.items() if k not in beside}, **beside}


def reads_text(of: Shape) -> bool:
    """Say whether a value may be written as the text of one of its parts."""
    return isinstance(of, Value) and hasattr(of.kind, "text_key")


def reads_time(shape: Shape, raw: object) -> bool:
    """Say whether something is a time of day, where one may stand."""
    return (
        isinstance(shape, Leaf) and shape.check is moment and isinstance(raw, datetime)
    )


def reads_pairs(of: Shape) -> bool:
    """Say whether values may be written as one table, a key and a value for each."""
    return isinstance(of, Value) and hasattr(of.kind, "pair_keys")


def stands_apart(kind: type) -> bool:
    """Say whether no place and no standing is handed down to what it says."""
    return bool(getattr(kind, "stands_apart", False))


def texts_of(raw: object) -> Iterator[str]:
    """Yield the texts that a key of names gives, in whatever form it is written."""
    match raw:
        case str():
            yield raw
        case [*items]:
            for item in items:
                yield from texts_of(item)
        case {"is": inner} | {"are": inner}:
            yield from texts_of(inner)
