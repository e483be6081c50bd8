"""The data files of the law: found, parsed once, and each table read strictly."""

import os.path
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import TypeVar

from masa.ground.errors import DocumentError

__all__ = [
    "AUTHORITIES",
    "CLOCKS",
    "COVERAGE",
    "DIFFERENCES",
    "HOLIDAYS",
    "INSTRUMENTS",
    "PATHWAYS",
    "PROCESSES",
    "Table",
    "entries",
    "entry",
    "file_names",
    "rule_files",
    "strictly",
    "tables",
    "text",
    "tree",
]

T = TypeVar("T")
_ID = re.compile(r'^id += "([^"]+)"$', re.MULTILINE)
Table = dict[str, object]

# Not pathlib: it takes longer to import than the law takes to read.
FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "data", "law")  # noqa: PTH118, PTH120


COVERAGE = "coverage.toml"
INSTRUMENTS = "instruments.toml"
CLOCKS = "clocks.toml"
PATHWAYS = "pathways.toml"
PROCESSES = "processes.toml"
DIFFERENCES = "differences.toml"
HOLIDAYS = "bank-holidays.toml"
AUTHORITIES = "authorities.toml"


@cache
def file_names() -> tuple[str, ...]:
    """Name every data file of the law, in the order of the alphabet."""
    names = os.listdir(FOLDER)  # noqa: PTH208
    return tuple(sorted(name for name in names if name.endswith(".toml")))


@cache
def rule_files() -> tuple[str, ...]:
    """Name the data files that hold rules."""
    apart = {COVERAGE, INSTRUMENTS, CLOCKS, PATHWAYS, DIFFERENCES}
    apart |= {HOLIDAYS, AUTHORITIES, PROCESSES}
    return tuple(name for name in file_names() if name not in apart)


@cache
def text(name: str) -> str:
    """Give a data file as a person wrote it."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read()


@cache
def tree(name: str) -> Mapping[str, object]:
    """Parse a data file into plain values."""
    return tomllib.loads(text(name))


def tables(name: str, key: str) -> list[Table]:
    """Give the tables of a data file under one key; none if it has no such key."""
    found = tree(name).get(key)
    return found if isinstance(found, list) else []


@cache
def entries(name: str, key: str) -> Mapping[str, str]:
    """Give the text of each table under a key by its id, without parsing any."""
    starts = [found.start() for found in _heads(key).finditer(text(name))]
    pieces = pairwise((*starts, len(text(name))))
    return {_id_in(one): one for one in (text(name)[a:b] for a, b in pieces)}


@cache
def _heads(key: str) -> re.Pattern[str]:
    return re.compile(rf"^\[\[{key}\]\]$", re.MULTILINE)


def _id_in(table: str) -> str:
    return str(_ID.findall(table)[0])


@cache
def entry(name: str, key: str, id_: str) -> Table:
    """Parse one table of a data file, and none of the others.

    Raises:
        KeyError: If there is no such table.
    """
    (table,) = tomllib.loads(entries(name, key)[id_])[key]
    found: Table = table
    return found


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
