"""The data files of the law: found, parsed once, and each table read strictly."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import DocumentError
from masa.ground.shown import Shown
from masa.ground.text import Name

__all__ = ["Origin", "Table", "file_names", "origin", "strictly", "tables", "tree"]

T = TypeVar("T")
Table = dict[str, object]

FOLDER = Path(__file__).parents[2] / "data" / "law"


@frozen(kw_only=True, field_transformer=checked)
class Origin(Shown):
    """What a data file was taken from; every one opens with it.

    Args:
        title: What it holds.
        taken_from: What it was taken from.
        published_by: Who publishes that.
        read_on: The day on which it was read.
    """

    title: Name
    taken_from: tuple[Name, ...]
    published_by: tuple[Name, ...]
    read_on: date


@cache
def file_names() -> tuple[str, ...]:
    """Name every data file of the law, in the order of the alphabet."""
    return tuple(sorted(file.name for file in FOLDER.glob("*.toml")))


@cache
def tree(name: str) -> Mapping[str, object]:
    """Parse a data file into plain values."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def tables(name: str, key: str) -> list[Table]:
    """Give the tables of a data file under one key; none if it has no such key."""
    found = tree(name).get(key)
    return found if isinstance(found, list) else []


def origin(name: str) -> Origin:
    """Give what a data file was taken from.

    Raises:
        DocumentError: If it does not say so properly.
    """
    plain = {k: v for k, v in tree(name).items() if not _is_content(v)}
    return strictly(Origin, plain, name)


def _is_content(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def strictly(kind: type[T], table: Table, subject: str) -> T:
    """Read one table as a value of a class.

    Raises:
        DocumentError: If anything is wrong with it; every fault at once.
    """
    from masa.ground.documents import LIMITS  # noqa: PLC0415 (only when read)
    from masa.ground.reading import read  # noqa: PLC0415 (only when read)

    value, faults = read(kind, table, limits=LIMITS)
    if value is None or faults:
        raise DocumentError(f"{subject} cannot be read", faults)
    return value
