"""What was found when a budget was checked: an answer, a kind sentence, and where."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph, Table
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import did_you_mean, echo, listed
from masa.model.arrangement import Arrangement
from masa.model.funding import Budget
from masa.rules.remarks import Severity, authority_of

__all__ = ["MoneyCheck", "MoneyChecks", "expect_arrangement", "expect_budget"]

_STATES = {Answer.NO: "look at this", Answer.UNKNOWN: "not known", Answer.YES: "right"}
_COLUMNS = ("check", "what was found", "where", "by what authority")


@frozen(kw_only=True)
class MoneyCheck(Shown):
    """One thing that was checked in a budget.

    Args:
        id: Which check it was; never used for another.
        severity: How much it weighs.
        finding: Whether what ought to be so is so.
        says: What was found, in a sentence or two that can be read out.
        about: The lines that it concerns, by name.
        places: Where they are printed.
        difference: What is printed less what it comes to, in pounds, where both are
            settled.
    """

    id: str
    severity: Severity
    finding: Finding
    says: str
    about: tuple[str, ...] = ()
    places: tuple[Source, ...] = ()
    difference: Decimal | None = None

    @property
    def answer(self) -> Answer:
        """Whether it is right, or wrong, or cannot be told."""
        return self.finding.answer

    @property
    def claim(self) -> str:
        """What ought to be so."""
        return self.finding.claim

    @property
    def needed(self) -> tuple[str, ...]:
        """What has to be known first, if it cannot be told."""
        return self.finding.needed

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "id", self.id
        yield "answer", self.answer
        yield "severity", self.severity
        yield "says", self.says
        yield "about", self.about
        yield "places", self.places
        if self.difference is not None:
            yield "difference", in_pounds(self.difference)
        if self.needed:
            yield "still needed", listed(self.needed)
        if self.finding.basis:
            yield "authority", authority_of(self.finding.basis)

    def __str__(self) -> str:
        return self.says


@frozen(kw_only=True, repr=False)
class MoneyChecks(Shown):
    """Everything that was found when a budget was checked.

    Args:
        title: What was checked, such as ``budget of 2018/19``.
        checks: What was found, in the order of the table.
        looked_for: The ids of all checks, whether they found anything or not.
    """

    title: str
    checks: tuple[MoneyCheck, ...] = ()
    looked_for: tuple[str, ...] = ()

    @property
    def wrong(self) -> tuple[MoneyCheck, ...]:
        """What is not as it ought to be."""
        return self._with(Answer.NO)

    @property
    def open(self) -> tuple[MoneyCheck, ...]:
        """What cannot be told."""
        return self._with(Answer.UNKNOWN)

    def _with(self, answer: Answer) -> tuple[MoneyCheck, ...]:
        return tuple(one for one in self.checks if one.answer is answer)

    def __getitem__(self, id_: str) -> tuple[MoneyCheck, ...]:
        """Give what one check found; nothing if it found nothing to say.

        Raises:
            UnknownNameError: If there is no such check.
        """
        if id_ not in self.looked_for:
            raise UnknownNameError(
                f"nothing is checked as {echo(id_)}",
                remedy=did_you_mean(id_, self.looked_for) or "look at `looked_for`",
            )
        return tuple(one for one in self.checks if one.id == id_)

    def __iter__(self) -> Iterator[MoneyCheck]:
        return iter(self.checks)

    def __len__(self) -> int:
        return len(self.checks)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each thing that was found."""
        return [row for one in self.checks for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        return (
            Heading(f"Checked: {self.title}", 1),
            Pairs((("found", self._counted()),)),
            *self._tables(),
        )

    def _tables(self) -> Iterator[Block]:
        if not self.checks:
            yield Paragraph("There was nothing to check.")
        for answer, said in _STATES.items():
            found = self._with(answer)
            is_law = any(one.finding.basis for one in found)
            columns = _COLUMNS if is_law else _COLUMNS[:-1]
            rows = tuple(_row(one)[: len(columns)] for one in found)
            if rows:
                yield Table(caption=said.capitalize(), columns=columns, rows=rows)

    def _counted(self) -> str:
        counts = ((len(self._with(answer)), said) for answer, said in _STATES.items())
        return (
            ", ".join(f"{said}: {many}" for many, said in counts if many) or "nothing"
        )

    def __str__(self) -> str:
        return f"{self.title}: {self._counted()}"

    def __repr__(self) -> str:
        return f"<Checks of the {self.title}: {self._counted()}>"


def _row(check: MoneyCheck) -> tuple[str, ...]:
    cited = authority_of(check.finding.basis) if check.finding.basis else ""
    return check.id, check.says, "; ".join(map(str, check.places)), cited


def expect_budget(budget: object) -> None:
    """Check that something is a budget.

    Raises:
        KindError: If it is not.
    """
    if not isinstance(budget, Budget):
        raise KindError(
            f"{echo(budget)} is not a budget",
            remedy="give one of `arrangement.budgets`",
        )


def expect_arrangement(arrangement: object) -> None:
    """Check that something is an arrangement.

    Raises:
        KindError: If it is not.
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(
            f"{echo(arrangement)} is not an arrangement", remedy="use `masa.load`"
        )
