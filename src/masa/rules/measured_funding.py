"""A page of measures of who pays, with what is said of funding beside them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.errors import UnknownNameError
from masa.ground.findings import Finding
from masa.ground.law.provisions import evidence_in_words
from masa.ground.money import in_pounds
from masa.ground.shown import Shown, plain
from masa.ground.stated import NOT_STATED, Stated
from masa.ground.text import did_you_mean, echo, listed
from masa.model.funding_rules import FundingRule

__all__ = ["NUMBER", "PERCENT", "POINTS", "POUNDS", "FundingMeasure", "FundingMeasures"]

NO_VERDICT = (
    "These are measures, and no verdict. No text that is held gives a formula, a floor "
    "or a ceiling; whether a share is equitable or proportionate, a person has to "
    "judge. Each number is rounded half up by itself; shares may not make 100 %."
)
POUNDS, PERCENT, POINTS, NUMBER = "pounds", "per cent", "percentage points", "number"
UNITS = {
    POUNDS: in_pounds,
    PERCENT: "{} %".format,
    POINTS: "{:+} points".format,
    NUMBER: plain,
}


@frozen(kw_only=True)
class FundingMeasure(Shown):
    """One number about who pays.

    Args:
        about: What is measured, such as "Share by kind".
        of: Of whom or what, such as "health".
        value: The number: not stated where it cannot be reckoned, none of nothing.
        unit: Of what it is: ``pounds``, ``per cent``, ``percentage points`` or
            ``number``.
        is_least: Whether it is so much at least, as more may belong to it.
    """

    about: str
    of: str
    value: Stated[Decimal]
    unit: str
    is_least: bool = False

    @property
    def in_words(self) -> str:
        """The number with its unit, or that it is none or not known."""
        if self.value.is_settled:
            return f"{self._least}{UNITS[self.unit](self.value.only)}"
        return "none" if self.value.is_stated else "not known"

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        number = self.in_words
        if self.value.is_settled:
            number = f"{self._least}{self.value.only}"
        return [
            {"about": self.about, "of": self.of, "value": number, "unit": self.unit}
        ]

    @property
    def _least(self) -> str:
        return "at least " if self.is_least else ""

    def __str__(self) -> str:
        return f"{self.about}, {self.of}: {self.in_words}"


@frozen(kw_only=True, repr=False)
class FundingMeasures(Shown):
    """Measures of a budget, and what the guidance says; never a verdict.

    It is made by `masa.funding_measures`.

    Args:
        title: The title of the arrangement.
        budget: Which budget, and how firmly it is said if it does not hold yet.
        measures: The measures, in the order of the page.
        findings: What the guidance of the edition says of funding, with its evidence.
        kinds: Each payer with its kind, as `FundingRule` takes them.
        edition: The edition of the guidance.
        children: How many children there are, with the source.
        basis: The rule that the shares are held beside.
        notices: What a reader has to know of how the law was chosen.
    """

    title: str
    budget: str
    measures: tuple[FundingMeasure, ...]
    findings: tuple[Finding, ...]
    kinds: tuple[tuple[str, str], ...]
    edition: str
    children: Stated[int] = NOT_STATED
    basis: FundingRule | None = None
    notices: tuple[str, ...] = ()

    def __getitem__(self, about: str) -> tuple[FundingMeasure, ...]:
        """Give every measure of one kind, such as "Share by kind".

        Raises:
            UnknownNameError: If nothing of that name was measured.
        """
        found = tuple(one for one in self.measures if one.about == about)
        if not found:
            raise UnknownNameError(
                f"{echo(about)} is not measured",
                remedy=did_you_mean(about, self._about())
                or f"these are: {listed(self._about())}",
            )
        return found

    def __iter__(self) -> Iterator[FundingMeasure]:
        return iter(self.measures)

    def __len__(self) -> int:
        return len(self.measures)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each measure."""
        return [row for one in self.measures for row in one.to_records()]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "title": self.title,
            "budget": self.budget,
            "edition": self.edition,
            "children": str(self.children),
            "basis": None if self.basis is None else str(self.basis),
            "measures": self.to_records(),
            "findings": [one.to_json() for one in self.findings],
            "notices": list(self.notices),
        }

    def _about(self) -> list[str]:
        return list(dict.fromkeys(one.about for one in self.measures))

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(NO_VERDICT)
        if self.children.is_stated:
            yield Paragraph(f"Children: {self.children}.")
        if self.basis is not None:
            yield Paragraph(f"The basis: {self.basis}.")
        for about in self._about():
            yield Table(
                caption=about,
                columns=("of", "measure"),
                rows=tuple((one.of, one.in_words) for one in self[about]),
                numbers=frozenset({1}),
            )
        yield Heading(f"What is said of funding ({self.edition})")
        yield Table(
            caption="Law and guidance, in our words but for those in quotation marks",
            columns=("says", "answer", "source", "evidence", "still needed"),
            rows=tuple(map(_row, self.findings)),
        )
        if self.notices:
            yield Bullets(self.notices)

    def __str__(self) -> str:
        return f"Measures of the funding: {self.title}, {self.budget}"

    def __repr__(self) -> str:
        return f"<FundingMeasures of {self.title!r}, {self.budget}: {len(self)}>"


def _row(found: Finding) -> tuple[str, ...]:
    cited = listed(str(one) for one in found.basis)
    marks = listed(evidence_in_words(one.evidence) for one in found.basis)
    return found.claim, str(found.answer), cited, marks, "; ".join(found.needed)
