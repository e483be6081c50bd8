"""From a value of ours to text: brief TOML for people, canonical JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import frozen

from masa.ground.forms import EXTRAS, NO_PLACE, stands_apart
from masa.ground.logic import Answer
from masa.ground.shapes import Leaf, Many, Maybe, Said, Shape, Value, parts
from masa.ground.sources import Source
from masa.ground.stated import Absence, Standing, Statement

__all__ = ["to_json", "to_toml"]

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]
LINE_MOST = 88


def to_json(value: object) -> str:
    """Write it explicitly: a place and a standing on every fact, one key a line."""
    tree = _Writer(explicit=True).table(value, None, Standing.IN_FORCE)
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def to_toml(value: object) -> str:
    """Write it briefly: what the table around hands down is not said again."""
    tree = _Writer(explicit=False).table(value, None, Standing.IN_FORCE)
    return "\n".join(_toml_table(tree, ())).strip("\n") + "\n"


@frozen
class _Writer:
    explicit: bool

    def plain(  # noqa: PLR0911 (one for each shape)
        self,
        shape: Shape,
        value: Any,  # noqa: ANN401 (the shape says what it is)
        at: Source | None,
        standing: Standing,
    ) -> Plain:
        match shape:
            case Leaf():
                return _leaf(value)
            case Value():
                return self.one(value, at, standing)
            case Maybe(of):
                return self.plain(of, value, at, standing)
            case Said(of):
                return self.said(of, value, at, standing)
            case Many(Value(kind)) if hasattr(kind, "pair_keys"):
                return self.pairs(kind, value, at, standing)
            case Many(of):
                return [self.plain(of, item, at, standing) for item in value]
        said = [self.said(shape.of, s, at, standing) for s in value.statements]
        return said[0] if len(said) == 1 else said

    def pairs(
        self,
        kind: type,
        items: Iterable[object],
        at: Source | None,
        standing: Standing,
    ) -> Plain:
        """Write items of two parts each as one table, from the first to the second."""
        first, second = kind.pair_keys  # type: ignore[attr-defined] # as asked
        tables = (self.table(item, at, standing) for item in items)
        return {str(table[first]): table[second] for table in tables}

    def one(self, value: object, at: Source | None, standing: Standing) -> Plain:
        written = getattr(value, "written", None)
        text = written() if written is not None else None
        if isinstance(text, str | bool):
            return text
        table = self.table(value, at, standing)
        key = getattr(value, "text_key", "")
        return table[key] if list(table) == [key] else table

    def table(
        self, value: object, at: Source | None, standing: Standing
    ) -> dict[str, Plain]:
        known = parts(type(value))
        if stands_apart(type(value)):
            at, standing = None, Standing.IN_FORCE
        inner_at = getattr(value, "at", at)
        inner_standing = getattr(value, "standing", standing)
        table: dict[str, Plain] = {}
        for key, part in known.items():
            held = getattr(value, key)
            if key == "at":
                table |= self.place(held, at)
            elif key == "standing":
                table |= self.firmness(held, standing)
            elif part.required or held != part.default:
                table[key] = self.plain(part.shape, held, inner_at, inner_standing)
        return _shortened(value, table)

    def place(self, own: Source | None, handed: Source | None) -> dict[str, Plain]:
        if own == handed and not self.explicit:
            return {}
        return {"at": NO_PLACE if own is None else self.one(own, None, Standing.AGREED)}

    def firmness(self, own: Standing, handed: Standing) -> dict[str, Plain]:
        return {"standing": own.value} if self.explicit or own is not handed else {}

    def said(
        self,
        of: Shape,
        statement: Statement[object],
        at: Source | None,
        standing: Standing,
    ) -> Plain:
        extras = self.place(statement.at, at) | self.firmness(
            statement.standing, standing
        )
        for key in ("condition", "words", "since", "until"):
            held = getattr(statement, key)
            if held is not None:
                extras[key] = self.plain(
                    EXTRAS[key], held, statement.at, statement.standing
                )
        if statement.value is Absence.NONE:
            return {"none": True, **extras}
        if statement.value is Absence.UNKNOWN:
            return {"unknown": extras.pop("words", True), **extras}
        value = self.plain(of, statement.value, statement.at, statement.standing)
        return {"is": value, **extras} if extras else value


def _leaf(value: object) -> Plain:
    if isinstance(value, Answer) and value is not Answer.UNKNOWN:
        return value is Answer.YES
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)


def _shortened(value: object, table: dict[str, Plain]) -> dict[str, Plain]:
    """Put the short keys of a class in the place of its full ones."""
    for short, full in getattr(value, "file_keys", {}).items():
        if full in table:
            table[short] = table.pop(full)
    for short, (choice, full) in getattr(value, "short_keys", {}).items():
        if table.get("kind") == choice:
            held = table.pop(full)
            del table["kind"]
            return {short: held, **table}
    return table


def _toml_table(table: dict[str, Plain], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its own keys first, then the tables in it."""
    later = []
    for key, value in table.items():
        line = f"{key} = {_toml(value)}"
        if isinstance(value, list) and _are_tables(value) and _is_long(line, path):
            later += [("[[{}]]", key, item) for item in value if isinstance(item, dict)]
        elif isinstance(value, dict) and len(line) > LINE_MOST:
            later.append(("[{}]", key, value))
        elif isinstance(value, list) and len(line) > LINE_MOST:
            yield f"{key} = ["
            yield from (f"  {_toml(item)}," for item in value)
            yield "]"
        else:
            yield line
    for header, key, item in later:
        yield ""
        yield header.format(".".join((*path, key)))
        yield from _toml_table(item, (*path, key))


def _are_tables(value: list[Plain]) -> bool:
    return all(isinstance(item, dict) for item in value)


def _is_long(line: str, path: tuple[str, ...]) -> bool:
    return not path or len(line) > LINE_MOST


def _toml(value: Plain) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return f"{value:_}"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(_toml, value))}]"
    pairs = ", ".join(f"{key} = {_toml(held)}" for key, held in value.items())
    return f"{{ {pairs} }}"
