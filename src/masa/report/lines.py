"""How one line of a report is written: with its place, its standing, in short."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from masa.ground.blocks import Block, Bullets, Heading
from masa.ground.shown import plain
from masa.ground.stated import Standing, Stated, Statement
from masa.model.arrangement import Arrangement
from masa.model.documents import Placed
from masa.rules.plain_names import label_of

__all__ = [
    "NOT_STATED",
    "bulleted",
    "called",
    "each",
    "each_in_short",
    "headed",
    "in_short",
    "labelled",
    "listed_after",
    "many",
    "placed",
    "placed_within",
    "sentence",
    "values",
]

NOT_STATED = "not stated"


def placed(text: str, at: object, standing: Standing = Standing.IN_FORCE) -> str:
    """Add the place, and the standing of what does not hold yet."""
    notes = [str(at)] if at else []
    notes += [] if standing.is_settled else [standing.value]
    return f"{text} ({'; '.join(notes)})" if notes else text


def placed_within(text: str, of: Placed, owner: Placed) -> str:
    """Add the place and the standing of what stands within another, unless its own."""
    at = None if of.at == owner.at else of.at
    is_alike = of.standing is owner.standing
    return placed(text, at, Standing.IN_FORCE if is_alike else of.standing)


def headed(head: str, more: Iterable[str]) -> str:
    """Print a thing, and after a colon what is said of it, if anything is."""
    tail = "; ".join(more)
    return f"{head}: {tail}" if tail else head


def each(items: Iterable[object]) -> str:
    """Print several things in one line."""
    return "; ".join(map(plain, items))


def values(stated: Stated[object]) -> str:
    """Print the values of a fact without their places."""
    return " / ".join(map(plain, stated.values)) or NOT_STATED


def called(arrangement: Arrangement, ref: str) -> str:
    """Print a thing by the name it is referred to; by its id only beside a name."""
    thing = arrangement[ref]
    return label_of(arrangement, thing) if ref == getattr(thing, "id", "") else ref


def many(number: int, one: str, several: str = "") -> str:
    """Print a number of things, with the plural where it belongs."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def in_short(fact: Stated[object], owner: Placed) -> str:
    """Print a fact; of its place and standing only what is not its owner's own."""
    said = " / ".join(_less(one, owner) for one in fact.statements)
    holds = [one.standing is Standing.IN_FORCE for one in fact.statements]
    is_firmer = holds == [True] and owner.standing is not Standing.IN_FORCE
    return f"{said} (in force)" if is_firmer else said or NOT_STATED


def each_in_short(items: Iterable[Statement[object]], owner: Placed) -> str:
    """Print several things in one line, as `in_short` prints each."""
    return "; ".join(_less(one, owner) for one in items)


def _less(statement: Statement[object], owner: Placed) -> str:
    if statement.standing is owner.standing:
        statement = evolve(statement, standing=Standing.IN_FORCE)
    if statement.at == owner.at:
        statement = evolve(statement, at=None)
    return str(statement)


def labelled(label: str, fact: Stated[object], owner: Placed) -> list[str]:
    """Print a fact after its label, if it is stated."""
    said = each_in_short(fact.statements, owner)
    return [f"{label} {said}".strip()] if fact.is_stated else []


def listed_after(
    label: str, items: tuple[Statement[object], ...], owner: Placed
) -> list[str]:
    """Print several things in one line after their label, if there are any."""
    return [f"{label} {each_in_short(items, owner)}".strip()] if items else []


def sentence(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def bulleted(heading: str, items: Iterable[str], *, level: int = 3) -> Iterator[Block]:
    """Give a heading and a list, if there is anything to list."""
    held = tuple(items)
    if held:
        yield Heading(heading, level)
        yield Bullets(held)
