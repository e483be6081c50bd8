"""Remarks on an arrangement: what is worth a look, where, by what authority."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph, Table
from masa.ground.citations import Citation
from masa.ground.errors import UnknownNameError
from masa.ground.law.provisions import evidence_in_words
from masa.ground.shapes import to_choice
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import did_you_mean, echo, listed

__all__ = ["Noticed", "Remark", "Remarks", "Severity", "authority_of"]


class Severity(Enum):
    """How much a remark weighs."""

    SERIOUS = "serious"
    WORTH_A_LOOK = "worth a look"
    NOTE = "note"

    __repr__ = Enum.__str__


class Noticed(NamedTuple):
    """What one check noticed.

    Args:
        says: One sentence.
        about: The names that it concerns.
        places: Where that is printed.
    """

    says: str
    about: tuple[str, ...] = ()
    places: tuple[Source, ...] = ()


@frozen(kw_only=True)
class Remark(Shown):
    """Something about an arrangement that good sense finds worth a look.

    It is no breach of law: what the law asks for is another check.

    Args:
        id: Which check noticed it.
        severity: How much it weighs.
        says: One sentence.
        about: The names that it concerns.
        places: Where in the document it shows.
        basis: The law and guidance that speak of it; nothing for mere advice.
    """

    id: str
    severity: Severity
    says: str
    about: tuple[str, ...] = ()
    places: tuple[Source, ...] = ()
    basis: tuple[Citation, ...] = ()

    @property
    def authority(self) -> str:
        """The law and guidance that speak of it, with how they were read; or advice."""
        return authority_of(self.basis)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "id", self.id
        yield "severity", self.severity
        yield "says", self.says
        yield "about", self.about
        yield "places", self.places
        yield "authority", self.authority

    def __str__(self) -> str:
        notes = "; ".join((*map(str, self.places), self.authority))
        return f"{self.says} [{notes}]"


def authority_of(basis: Sequence[Citation]) -> str:
    """Cite what remarks rest on, each with how it was read; or say it is advice."""
    cited = (f"{one} ({evidence_in_words(one.evidence)})" for one in basis)
    return listed(cited) or "advice"


@frozen(kw_only=True, repr=False)
class Remarks(Shown):
    """Everything that was noticed about the structure of an arrangement.

    Args:
        title: The title of the arrangement.
        remarks: What was noticed, in the order of the checks.
        looked_for: The ids of all checks, whether they noticed anything or not.
        law: Which law is cited.
    """

    title: str
    remarks: tuple[Remark, ...] = ()
    looked_for: tuple[str, ...] = ()
    law: str = ""

    def __getitem__(self, id_: str) -> tuple[Remark, ...]:
        """Give the remarks of one check; none if it noticed nothing.

        Raises:
            UnknownNameError: If there is no such check.
        """
        if id_ not in self.looked_for:
            raise UnknownNameError(
                f"nothing is remarked upon as {echo(id_)}",
                remedy=did_you_mean(id_, self.looked_for) or "look at `looked_for`",
            )
        return tuple(one for one in self.remarks if one.id == id_)

    def __iter__(self) -> Iterator[Remark]:
        return iter(self.remarks)

    def __len__(self) -> int:
        return len(self.remarks)

    def of(self, severity: Severity | str) -> tuple[Remark, ...]:
        """Give the remarks of one severity.

        Raises:
            KindError: If there is no such severity.
        """
        wanted = to_choice(Severity, severity)
        return tuple(one for one in self.remarks if one.severity is wanted)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each remark."""
        return [row for one in self.remarks for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        return (
            Heading(f"What is worth a look: {self.title}", 1),
            Pairs((("noticed", self._counted()), ("cited from", self.law))),
            *self._tables(),
        )

    def _tables(self) -> Iterator[Block]:
        if not self.remarks:
            yield Paragraph("Nothing was noticed.")
        for severity in Severity:
            rows = tuple(map(_row, self.of(severity)))
            if rows:
                columns = ("remark", "what was noticed", "where", "authority")
                caption = severity.value.capitalize()
                yield Table(caption=caption, columns=columns, rows=rows)

    def _counted(self) -> str:
        counts = ((len(self.of(one)), one.value) for one in Severity)
        return (
            ", ".join(f"{what}: {many}" for many, what in counts if many) or "nothing"
        )

    def __str__(self) -> str:
        return f"{self.title}: {self._counted()}"

    def __repr__(self) -> str:
        return f"<Remarks on {self.title!r}: {self._counted()}>"


def _row(remark: Remark) -> tuple[str, ...]:
    places = "; ".join(map(str, remark.places))
    return remark.id, remark.says, places, remark.authority
