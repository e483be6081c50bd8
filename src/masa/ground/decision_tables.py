"""A criterion as a table: the smallest sets of known facts that settle it.

Every row settles the answer whatever the other facts are, and would not if one fact
fewer were known. All such rows are there, so what fits none of them is unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.citations import Citation, Evidence
from masa.ground.criteria import Criterion
from masa.ground.findings import in_words
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import listed
from masa.ground.ways import OPEN, Known, Ways

__all__ = ["DecisionRow", "DecisionTable", "decision_table"]

ANY = "\N{EN DASH}"
OTHERWISE = "Where what is known fits no row, the answer is unknown."


@frozen
class DecisionRow(Shown):
    """A row of a decision table.

    Args:
        known: For each fact, what it is; nothing where it does not matter.
        answer: The answer, yes or no.
    """

    known: tuple[tuple[str, ...], ...]
    answer: Answer


@frozen(kw_only=True, repr=False)
class DecisionTable(Shown):
    """A criterion as a table; make one with `decision_table`.

    Args:
        claim: What is claimed.
        facts: The facts, one for each column.
        rows: The smallest sets of known facts that settle it, first those for yes.
        basis: Where the law says so.
        evidence: How surely the least sure of the texts was read, those for the parts
            of the claim included.
        on: The day of the law.
    """

    claim: str
    facts: tuple[str, ...]
    rows: tuple[DecisionRow, ...]
    basis: tuple[Citation, ...] = ()
    evidence: Evidence | None = None
    on: date | None = None

    def _blocks(self) -> Sequence[Block]:
        cells = tuple(
            (*(listed(one, "or") or ANY for one in row.known), str(row.answer))
            for row in self.rows
        )
        return (
            Heading(str(self)),
            Paragraph(self._source()),
            Table(
                caption="What settles it",
                columns=(*map(in_words, self.facts), "answer"),
                rows=cells,
            ),
            Paragraph(OTHERWISE),
        )

    def _source(self) -> str:
        day = "" if self.on is None else f", as in force on {long_day(self.on)}"
        said = f"{listed(map(str, self.basis)) or 'No text'}{day}."
        if self.evidence is None:
            return said
        return f"{said} The least sure of the texts: {self.evidence.value}."

    def to_records(self) -> list[dict[str, str]]:
        """Give each row, with an empty text for a fact that does not matter."""
        return [
            {
                **{
                    fact: listed(one, "or")
                    for fact, one in zip(self.facts, row.known, strict=True)
                },
                "answer": str(row.answer),
            }
            for row in self.rows
        ]

    def __str__(self) -> str:
        return self.claim[0].upper() + self.claim[1:]

    def __repr__(self) -> str:
        return f"<DecisionTable of {self.claim!r}: {len(self.rows)} rows>"


def decision_table(criterion: Criterion) -> DecisionTable:
    """Lay a criterion out as a table, from its own structure.

    Raises:
        RangeError: If its facts can be filled in in more than a million ways.
    """
    ways, table = criterion.ways, criterion.table
    choices = tuple(criterion.domains.values())
    settling = [
        known
        for known in _settling(ways, table, (), ways.every)
        if _is_smallest(ways, table, known)
    ]
    rows = [
        DecisionRow(
            tuple(
                tuple(offered[choice] for choice in chosen)
                for offered, chosen in zip(choices, merged, strict=True)
            ),
            answer,
        )
        for answer in (Answer.YES, Answer.NO)
        for merged in _merged(
            [one for one in settling if ways.answer(table, ways.open(one)) is answer]
        )
    ]
    return DecisionTable(
        claim=criterion.claim,
        facts=criterion.facts,
        rows=tuple(rows),
        basis=criterion.basis,
        evidence=criterion.evidence,
        on=criterion.on,
    )


def _settling(ways: Ways, table: int, known: Known, among: int) -> Iterator[Known]:
    """Yield what settles a claim, adding facts in order and stopping once it does."""
    if ways.answer(table, among) is not Answer.UNKNOWN:
        yield known + (OPEN,) * (len(ways.names) - len(known))
        return
    if len(known) == len(ways.names):
        return
    yield from _settling(ways, table, (*known, OPEN), among)
    for choice, column in enumerate(ways.columns[len(known)]):
        yield from _settling(ways, table, (*known, choice), among & column)


def _is_smallest(ways: Ways, table: int, known: Known) -> bool:
    """Say whether no fact of it can be left out."""
    fewer = (
        (*known[:place], OPEN, *known[place + 1 :])
        for place, choice in enumerate(known)
        if choice != OPEN
    )
    return all(ways.answer(table, ways.open(one)) is Answer.UNKNOWN for one in fewer)


Merged = tuple[tuple[int, ...], ...]


def _merged(rows: Iterable[Known]) -> list[Merged]:
    """Join rows that differ in the choice of one fact alone."""
    found: list[Merged] = [
        tuple(() if choice == OPEN else (choice,) for choice in row) for row in rows
    ]
    for place in range(len(found[0]) if found else 0):
        joined: dict[Merged, tuple[int, ...]] = {}
        for row in found:
            others = (*row[:place], (), *row[place + 1 :])
            is_open = not row[place]
            key = (*others, ((1,) if is_open else ()))
            joined[key] = (*joined.get(key, ()), *row[place])
        found = [
            (*key[:place], tuple(sorted(chosen)), *key[place + 1 : -1])
            for key, chosen in joined.items()
        ]
    return found
