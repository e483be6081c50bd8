"""The forms in which a file may write one and the same value."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import cache

from masa.ground.dates import When
from masa.ground.moments import moment
from masa.ground.shapes import Leaf, Maybe, Shape, Value, parts, shape_of
from masa.ground.sources import Source
from masa.ground.stated import Standing
from masa.ground.text import Prose, listed

__all__ = [
    "EXTRAS",
    "NO_PLACE",
    "SAYS",
    "full_keys",
    "known_keys",
    "missing",
    "parted",
    "reads_pairs",
    "reads_text",
    "reads_time",
    "stands_apart",
    "texts_of",
]

NO_PLACE = ""
SAYS = ("is", "are", "none", "unknown")
EXTRAS: Mapping[str, Shape] = {
    "at": Maybe(Value(Source)),
    "standing": shape_of(Standing),
    "condition": Maybe(shape_of(Prose)),
    "words": Maybe(shape_of(Prose)),
    "since": Maybe(Value(When)),
    "until": Maybe(Value(When)),
}


def full_keys(
    kind: type, raw: dict[str, object]
) -> tuple[dict[str, object], dict[str, str]]:
    """Put the full keys of a class in the place of its short ones.

    Returns:
        The table with full keys, and the short ones that are written, by the full.
    """
    table = dict(raw)
    written: dict[str, str] = {}
    key = getattr(kind, "text_key", None)
    if key is not None and "is" in table and key not in table:
        table[key], written[key] = table.pop("is"), "is"
    for short, full in _file_keys(kind).items():
        if short in table and full not in table:
            table[full], written[full] = table.pop(short), short
    if key is not None and table.get("why") is True:  # unknown = true
        del table["why"]
    for short, (choice, full) in _short_keys(kind).items():
        if short in table and full not in table and "kind" not in table:
            table["kind"] = choice
            table[full], written[full] = table.pop(short), short
    return table, written


def known_keys(kind: type) -> list[str]:
    """Give the keys of a class, the short ones first, as a file has them."""
    full = {full: short for short, full in _file_keys(kind).items()}
    return [*_short_keys(kind), *(full.get(key, key) for key in parts(kind))]


def missing(kind: type, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield each key that must be there and is not, with what to write."""
    for key in _required(kind):
        if key not in table:
            short = _short_keys(kind) if key == "kind" else {}
            instead = f"{listed(short, 'or')}, or " if short else ""
            yield key, f'write {instead}{key} = "…"'


@cache
def _required(kind: type) -> tuple[str, ...]:
    return tuple(key for key, part in parts(kind).items() if part.required)


def _file_keys(kind: type) -> Mapping[str, str]:
    found: Mapping[str, str] = getattr(kind, "file_keys", {})
    return found


def _short_keys(kind: type) -> Mapping[str, tuple[str, str]]:
    found: Mapping[str, tuple[str, str]] = getattr(kind, "short_keys", {})
    return found


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
