"""The register of local authorities in England: which there were, on each day."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from attrs import evolve, frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence
from masa.ground.errors import DateError
from masa.ground.law.files import AUTHORITIES, Table, strictly, tables
from masa.ground.law.provisions import evidence_in_words
from masa.ground.law.shelf import Coverage
from masa.ground.shown import Shown
from masa.ground.spans import day, long_day
from masa.ground.text import Identifier, Name, Prose, echo, listed

__all__ = ["LocalAuthority", "authorities_covered", "local_authorities", "was_there"]

MEMBERS = "authorities"


@frozen(kw_only=True, field_transformer=checked)
class LocalAuthority(Shown):
    """A local authority in England, of those with children's functions.

    Args:
        id: A stable id, such as "barnet".
        name: The name of its area, such as "Barnet".
        title: Its full name, such as "London Borough of Barnet".
        kind: What it is: the id of an item of the rule
            ``local-authorities-in-england``.
        source: Where that is found.
        evidence: How that was read.
        also: Other names of its own.
        since: The first day on which it was one; none if it was before the register.
        before: The first day on which it was one no more, if it ended.
        successors: The ids of those that came after it.
        note: What else has to be known.

    Raises:
        DateError: If it ends before it has been there for a day.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    id: Identifier
    name: Name
    title: Name
    kind: Identifier
    source: Citation
    evidence: Evidence
    also: tuple[Name, ...] = ()
    since: date | None = None
    before: date | None = None
    successors: tuple[Identifier, ...] = ()
    note: Prose | None = None

    def __attrs_post_init__(self) -> None:
        if self.since and self.before and self.before <= self.since:
            raise DateError(
                f"{echo(self.id)} ends on {long_day(self.before)} "
                f"and begins on {long_day(self.since)}",
                remedy="check both days",
            )

    @property
    def citation(self) -> Citation:
        """Where it is found, with how that was read."""
        return evolve(self.source, evidence=self.evidence)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield from (("id", self.id), ("name", self.name), ("title", self.title))
        yield from (("kind", self.kind), ("source", str(self.source)))
        yield "evidence", evidence_in_words(self.evidence)
        optional = {
            "existed": listed(self._bounds()),
            "after it": listed(self.successors),
            "also": self.also,
            "note": self.note,
        }
        yield from ((label, fact) for label, fact in optional.items() if fact)

    def _bounds(self) -> Iterator[str]:
        if self.since:
            yield f"from {long_day(self.since)}"
        if self.before:
            yield f"before {long_day(self.before)}"

    def __str__(self) -> str:
        return self.title


def local_authorities(on: date | str | None = None) -> tuple[LocalAuthority, ...]:
    """Give the local authorities in England with children's functions, by name.

    Args:
        on: The day on which they were there, as a date or ISO text; unless it is
            given, every one that the register holds.

    Raises:
        CoverageError: If the register does not cover the day.
        DateError: If there is no such day.
        KindError: If it is not a day.

    Authority: Children Act 2004, s.65(1).

    Example:
        >>> [len(local_authorities(day)) for day in ("2019-03-31", "2019-04-01")]
        [152, 151]
    """
    if on is None:
        return _every()
    asked = authorities_covered(on)
    return tuple(one for one in _every() if was_there(one, asked))


def was_there(one: LocalAuthority, on: date) -> bool:
    """Say whether one of the register was there on a day that it covers."""
    return (one.since or on) <= on and not (one.before and one.before <= on)


def authorities_covered(on: date | str) -> date:
    """Read a day, and check that the register of authorities covers it.

    Raises:
        CoverageError: If it does not.
        DateError: If there is no such day.
        KindError: If it is not a day.
    """
    return authorities_cover().check(day(on), "the register of local authorities")


@cache
def authorities_cover() -> Coverage:
    """Give the days that the register of authorities covers."""
    (held,) = tables(AUTHORITIES, "covered")
    return strictly(Coverage, held, AUTHORITIES)


@cache
def _every() -> tuple[LocalAuthority, ...]:
    found = (strictly(LocalAuthority, one, AUTHORITIES) for one in _merged())
    return tuple(sorted(found, key=lambda one: (one.name, one.since or date.min)))


def _merged() -> Iterator[Table]:
    """Join what a group says once with what each of its members says of its own."""
    for group in tables(AUTHORITIES, "groups"):
        common = {key: value for key, value in group.items() if key != MEMBERS}
        yield from ({**common, **one} for one in _tables(group[MEMBERS]))


def _tables(value: object) -> list[Table]:
    return value if isinstance(value, list) else []
