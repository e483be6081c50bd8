"""Where the texts differ, or leave a question open: every side, with its source."""

from collections.abc import Iterator
from enum import Enum
from functools import cache

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence
from masa.ground.errors import UnknownNameError
from masa.ground.law import shelf
from masa.ground.law.files import DIFFERENCES, strictly, tables
from masa.ground.law.provisions import evidence_in_words
from masa.ground.shown import Shown
from masa.ground.text import Name, Prose, did_you_mean, echo, listed, text_of

__all__ = ["Difference", "DifferenceKind", "Side", "difference", "differences"]


class DifferenceKind(Enum):
    """What differs: law from common belief, a document from the law, two readings."""

    FINDING = "finding"
    DOCUMENT = "document"
    AMBIGUITY = "ambiguity"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class Side(Shown):
    """What one text or one reader says on a question.

    Args:
        says: What is said.
        source: Where.
        evidence: How that was read.
        taken_by: Who reads it so.
    """

    says: Prose
    source: Citation
    evidence: Evidence
    taken_by: tuple[Name, ...] = ()

    def __str__(self) -> str:
        who = f"; {listed(self.taken_by)}" if self.taken_by else ""
        mark = evidence_in_words(self.evidence)
        return f"{self.says} ({self.source}; {mark}{who})"


@frozen(kw_only=True, field_transformer=checked)
class Difference(Shown):
    """A question on which texts differ or are silent, with every side.

    Args:
        id: Its name, such as "A-02".
        kind: What differs.
        question: The question.
        sides: Every side.
        taken: What masa takes unless told otherwise, if anything.
        why: On what ground.
        concerns: The entries that it is about.
    """

    id: Name
    kind: DifferenceKind
    question: Prose
    sides: tuple[Side, ...]
    taken: Prose | None = None
    why: Prose | None = None
    concerns: tuple[Name, ...] = ()

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "question", self.question
        yield "sides", "\n".join(map(str, self.sides))
        if self.taken:
            yield "taken unless told otherwise", self.taken
        if self.why:
            yield "why", self.why
        if self.concerns:
            yield "concerns", listed(self.concerns)

    def __str__(self) -> str:
        return f"{self.id}: {self.question}"


@cache
def _every() -> tuple[Difference, ...]:
    found = tables(DIFFERENCES, "differences")
    return tuple(strictly(Difference, table, DIFFERENCES) for table in found)


def differences(about: str | None = None) -> tuple[Difference, ...]:
    """Give every question on which texts differ or are silent, with every side.

    Args:
        about: The name of a rule or a clock, to which they are confined if given.

    Raises:
        UnknownNameError: If there is no such rule or clock.

    Example:
        >>> print(differences("rapid-review-promptly")[0])
        A-02: From which day do the fifteen working days of a rapid review run?
    """
    if about is None:
        return _every()
    names = {about}
    if text_of(about) in shelf.clock_names():
        clock = shelf.clock(about)
        names |= {*clock.lengths, *clock.duty}
    else:
        shelf.rule(about)
    return tuple(one for one in _every() if names & {*one.concerns})


def difference(name: str) -> Difference:
    """Give one of them by its id, such as "A-02".

    Raises:
        UnknownNameError: If there is none of that id.
    """
    known = {one.id: one for one in _every()}
    if text_of(name) not in known:
        raise UnknownNameError(
            f"there is no difference {echo(name)}",
            remedy=did_you_mean(str(name), known) or f"there are {len(known)}",
        )
    return known[name]
