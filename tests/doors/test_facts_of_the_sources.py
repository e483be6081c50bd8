"""Every fact that was read off a source document is held, left silent, or left out.

Each document was read line by line, and each fact got a handle, such as ``B-G3`` (the
letter of the document, the kind of fact, a number). ``facts/*.toml`` says of every
handle where the bundled file holds it and how that prints, place included; what the
document does not state, and so the file must not; or that it is left out, as the docs
say with the reason.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import masa
from masa.ground.stated import Stated, Statement

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "arrangements.md"
FILES = sorted((HERE / "facts").glob("*.toml"))
Table = dict[str, object]
SINGLE = ("yearly_report", "child_death_review")
NAME = re.compile(r"-\d$")  # the table of one arrangement may be in several files
LABELS = ("id", "topic", "what", "question", "title", "by", "who", "payer", "item")


def _facts(file: Path) -> dict[str, Table]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


FACTS = [
    pytest.param(NAME.sub("", file.stem), facts, id=f"{file.stem} {handle}")
    for file in FILES
    for handle, facts in _facts(file).items()
]


@cache
def _arrangement(name: str) -> masa.Arrangement:
    return masa.examples.load(name)


def _thing(arrangement: masa.Arrangement, of: str) -> object:
    """Find a thing: ``""`` is the whole, else a name, or "collection: label"."""
    if of in SINGLE:
        return getattr(arrangement, of)
    collection, colon, label = of.partition(": ")
    held = getattr(arrangement, collection, None) if colon else None
    if not isinstance(held, tuple):
        return arrangement[of] if of else arrangement
    found = [one for one in held if label in _labels(one)]
    assert len(found) == 1, f"{of} is the label of {len(found)}"
    return found[0]


def _labels(thing: object) -> Iterator[str]:
    yield from (str(getattr(thing, key)) for key in LABELS if hasattr(thing, key))
    yield str(thing)


def _printed(value: object) -> Iterator[str]:
    """Print what a field holds, statement by statement, with place and standing."""
    match value:
        case Stated():
            yield from map(str, value.statements)
        case tuple():
            for item in value:
                yield from _printed(item)
        case Statement() | str() | None:
            yield str(value)
        case _:
            yield _noun(value)


def _noun(value: object) -> str:
    text, at = str(value), getattr(value, "at", None)
    standing = getattr(value, "standing", masa.Standing.IN_FORCE)
    notes = [str(at)] if at and not text.endswith(f"({at})") else []
    notes += [] if standing is masa.Standing.IN_FORCE else [standing.value]
    return f"{text} [{'; '.join(notes)}]" if notes else text


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_holds_each_fact_as_it_is_printed(name: str, fact: Table) -> None:
    arrangement = _arrangement(name)
    for of, field, text in fact.get("held", ()):  # type: ignore[attr-defined] # a list
        assert text in list(_printed(getattr(_thing(arrangement, of), field)))


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_fills_in_nothing_that_is_not_stated(name: str, fact: Table) -> None:
    arrangement = _arrangement(name)
    for of, field in fact.get("silent", ()):  # type: ignore[attr-defined] # a list
        held = getattr(_thing(arrangement, of), field)
        assert not (held.is_stated if isinstance(held, Stated) else held)


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_says_what_becomes_of_each_fact(name: str, fact: Table) -> None:
    assert name in masa.examples.names()
    assert set(fact) & {"held", "silent", "left_out"}
    assert set(fact) <= {"says", "held", "silent", "left_out"}


def test_the_docs_name_every_fact_that_is_left_out_with_the_reason() -> None:
    left_out = {
        handle: fact["left_out"]
        for file in FILES
        for handle, fact in _facts(file).items()
        if "left_out" in fact
    }
    rows = re.findall(
        r"^\| `([A-Z][^`]+)` \|[^|]+\| ([^|]+) \|$",
        PAGE.read_text("utf-8"),
        re.MULTILINE,
    )
    assert dict(rows) == left_out
