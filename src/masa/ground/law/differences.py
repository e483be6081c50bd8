"""Where the texts differ, or leave a question open: every side, with its source."""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence
from masa.ground.law.provisions import evidence_in_words
from masa.ground.shown import Shown
from masa.ground.text import Name, Prose, listed

__all__ = ["Difference", "DifferenceKind", "Side"]


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
