"""Measures of who pays: by kind, for each child, against a basis, how concentrated.

There is no verdict among them. No text gives a formula, a floor or a ceiling, and
whether a share is equitable or proportionate, a person has to judge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.durations import whole
from masa.ground.errors import KindError, RangeError, UnknownNameError
from masa.ground.findings import Finding
from masa.ground.law.provisions import evidence_in_words
from masa.ground.money import in_pounds
from masa.ground.percents import added, in_per_cent, rounded
from masa.ground.shown import Shown, plain
from masa.ground.stated import NOT_STATED, Absence, Stated, stated
from masa.ground.text import did_you_mean, echo, listed
from masa.model.arrangement import Arrangement
from masa.model.documents import Collective
from masa.model.funding import Budget
from masa.model.funding_rules import FundingRule
from masa.model.partners import PartnerKind
from masa.model.what_if import fund, paid_today
from masa.rules.funding_words import funding_words
from masa.rules.held_against import held_against

__all__ = ["FundingMeasure", "FundingMeasures", "funding_measures"]

NO_VERDICT = (
    "These are measures, and no verdict. No text that is held gives a formula, a floor "
    "or a ceiling; whether a share is equitable or proportionate, a person has to "
    "judge. Each number is rounded half up by itself; shares may not make 100 %."
)
AGENCY, OTHER = "relevant agencies", "not known as either"
POUNDS, PERCENT, POINTS, NUMBER = "pounds", "per cent", "percentage points", "number"
PAID, SHARE, CHILD = "Paid by kind", "Share by kind", "Paid for each child"
OWN, BASIS = "Share of each payer", "Share by the basis"
BEYOND, CONCENTRATION = "Share less that by the basis", "How concentrated it is"
LARGEST, SQUARES = (
    "the largest share",
    "the sum of the squared shares, 1 if one pays all",
)
THREE, AS_IF = "the three largest shares", "as concentrated as if so many paid the same"
TOP = 3
PLACES = 4
EVERYBODY = "everybody"
NONE: Stated[Decimal] = stated(Absence.NONE)
ZERO = Decimal("0.00")
Amounts = Mapping[str, Stated[Decimal]]
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
    """

    about: str
    of: str
    value: Stated[Decimal]
    unit: str

    @property
    def in_words(self) -> str:
        """The number with its unit, or that it is none or not known."""
        if self.value.is_settled:
            return UNITS[self.unit](self.value.only)
        return "none" if self.value.is_stated else "not known"

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        number = str(self.value.only) if self.value.is_settled else self.in_words
        return [
            {"about": self.about, "of": self.of, "value": number, "unit": self.unit}
        ]

    def __str__(self) -> str:
        return f"{self.about}, {self.of}: {self.in_words}"


@frozen(kw_only=True, repr=False)
class FundingMeasures(Shown):
    """Measures of a budget, and what the guidance says; never a verdict.

    It is made by `funding_measures`.

    Args:
        title: The title of the arrangement.
        budget: Which budget.
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
                remedy=did_you_mean(str(about), self._about())
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


def funding_measures(  # noqa: PLR0913 (each is one thing that is asked)
    arrangement: Arrangement,
    budget: Budget,
    *,
    children: Stated[int] | None = None,
    basis: FundingRule | None = None,
    edition: str | None = None,
    on: date | str | None = None,
) -> FundingMeasures:
    """Measure who pays, and set what the guidance says of it beside the numbers.

    Args:
        arrangement: The arrangement, which tells of what kind a payer is.
        budget: The budget.
        children: How many children live in the area, with the source of the number;
            without it, nothing is reckoned for each child.
        basis: A rule to hold the shares beside, such as one by population.
        edition: The edition of the guidance, as for `check`.
        on: The reader's day, as for `check`.

    Raises:
        AllocationError: If the basis cannot be applied to the budget.
        AmountError: If the budget is finer than the unit of the basis.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.
        KindError: If a part is of the wrong type, or children are a bare number.
        NotInForceError: If the edition knew no such arrangements.
        RangeError: If there are no children, or their number has no source.
        UnknownNameError: If there is no such edition.
        UnsettledError: If neither edition nor day is given, and the arrangement does
            not settle to which edition it answers; or the children are not settled.

    Example:
        >>> from masa import examples
        >>> barnet = examples.load("barnet")
        >>> measures = funding_measures(barnet, barnet.budgets[0])
        >>> print(measures["Share by kind"][0])
        Share by kind, local authority: 69.99 %

    Authority:
        Working Together 2018 and 2023, on funding; Children Act 2004, s.16I.
    """
    if not isinstance(budget, Budget):
        raise KindError(f"{echo(budget)} is not a budget", remedy="give a budget")
    if basis is not None and not isinstance(basis, FundingRule):
        raise KindError(f"{echo(basis)} is not a rule", remedy="give a FundingRule")
    held = held_against(arrangement, edition, on, None)
    paid = paid_today(budget)
    kinds = {payer: _kind_of(arrangement, payer) for payer in paid}
    measures = [
        *_by_kind(paid, kinds, None if children is None else _checked(children)),
        *_concentration(paid),
        *_of_payers(paid),
        *(() if basis is None else _against(budget, basis)),
    ]
    return FundingMeasures(
        title=arrangement.title,
        budget=str(budget),
        measures=tuple(measures),
        findings=tuple(funding_words(held.book)),
        kinds=tuple(kinds.items()),
        edition=str(held.edition),
        children=NOT_STATED if children is None else children,
        basis=basis,
        notices=held.notices,
    )


def _kind_of(arrangement: Arrangement, payer: str) -> str:
    """Say as what a payer is listed, under its own name or as a body."""
    if payer not in arrangement:
        return OTHER
    thing = arrangement[payer]
    if isinstance(thing, Collective):
        return thing.name
    for partner in arrangement.partners:
        if partner is thing or _is_body(arrangement, partner, thing):
            return partner.kind.value
    for agency in arrangement.relevant_agencies:
        if agency is thing or _is_body(arrangement, agency, thing):
            return AGENCY
    return OTHER


def _is_body(arrangement: Arrangement, listed_as: object, thing: object) -> bool:
    body = getattr(listed_as, "body", None)
    return body is not None and arrangement[body] is thing


def _checked(children: object) -> int:
    """Give the number of children, which has to tell where it is from."""
    if not isinstance(children, Stated):
        raise KindError(
            f"{echo(children)} does not say where the number of children is from",
            remedy='write stated(95_000, at="ONS, mid-2018")',
        )
    many = whole(children.only)
    if many < 1 or not all(said.at for said in children.settled):
        raise RangeError(
            f"{echo(str(children))} is no number of children with its source",
            remedy='write stated(95_000, at="ONS, mid-2018")',
        )
    return many


def _together(amounts: Iterable[Stated[Decimal]]) -> Stated[Decimal]:
    """Add amounts up: none if there are none, not stated if one is not settled."""
    known = tuple(amounts)
    if not known:
        return NONE
    if not all(amount.is_settled for amount in known):
        return NOT_STATED
    return stated(added(amount.only for amount in known))


def _share(amount: Stated[Decimal], total: Stated[Decimal]) -> Stated[Decimal]:
    """Give an amount in per cent of a total: none of nothing."""
    if NONE in {amount, total} or total.values == (ZERO,):
        return NONE
    if not (amount.is_settled and total.is_settled):
        return NOT_STATED
    return stated(in_per_cent(amount.only, total.only))


def _by_kind(
    paid: Amounts, kinds: Mapping[str, str], children: int | None
) -> Iterator[FundingMeasure]:
    """Measure what each kind pays; each kind of partner is told, even if none pays."""
    told = dict.fromkeys((*(kind.value for kind in PartnerKind), *kinds.values()))
    sums = {
        kind: _together(
            amount for payer, amount in paid.items() if kinds[payer] == kind
        )
        for kind in told
    }
    total = _together(paid.values())
    for kind, amount in sums.items():
        yield _measure(PAID, kind, amount, POUNDS)
    for kind, amount in sums.items():
        yield _measure(SHARE, kind, _share(amount, total), PERCENT)
    if children is not None:
        for kind, amount in {EVERYBODY: total, **sums}.items():
            yield _measure(CHILD, kind, _for_each(amount, children), POUNDS)


def _for_each(amount: Stated[Decimal], children: int) -> Stated[Decimal]:
    if not amount.is_settled:
        return amount
    return stated(rounded(Fraction(amount.only) / children))


def _of_payers(paid: Amounts) -> Iterator[FundingMeasure]:
    total = _together(paid.values())
    for payer, amount in paid.items():
        yield _measure(OWN, payer, _share(amount, total), PERCENT)


def _concentration(paid: Amounts) -> Iterator[FundingMeasure]:
    """Measure how far few pay for all; of no money nothing is concentrated."""
    total = _together(paid.values())
    if not total.is_settled or not total.only:
        value = NONE if total.is_stated else NOT_STATED
        yield _measure(CONCENTRATION, LARGEST, value, PERCENT)
        return
    shares = sorted(
        (Fraction(one.only) / Fraction(total.only) for one in paid.values()),
        reverse=True,
    )
    squares = sum(share**2 for share in shares)
    for of, number, unit in (
        (LARGEST, rounded(shares[0] * 100), PERCENT),
        (THREE, rounded(sum(shares[:TOP], Fraction(0)) * 100), PERCENT),
        (SQUARES, rounded(Fraction(squares), PLACES), NUMBER),
        (AS_IF, rounded(1 / Fraction(squares)), NUMBER),
    ):
        yield _measure(CONCENTRATION, of, stated(number), unit)


def _against(budget: Budget, basis: FundingRule) -> Iterator[FundingMeasure]:
    """Hold the share of each payer beside what it would be by a rule."""
    total = _together(paid_today(budget).values())
    if not total.is_settled or not total.only:
        value = NONE if total.is_stated else NOT_STATED
        for payer in dict.fromkeys((*paid_today(budget), *basis.payers)):
            yield _measure(BASIS, payer, value, PERCENT)
        return
    lines = fund(budget, basis).lines
    for line in lines:
        share = in_per_cent(line.amount, total.only)
        yield _measure(BASIS, line.payer, stated(share), PERCENT)
    for line in lines:
        points = in_per_cent(line.difference.only.copy_negate(), total.only)
        yield _measure(BEYOND, line.payer, stated(points), POINTS)


def _measure(about: str, of: str, value: Stated[Decimal], unit: str) -> FundingMeasure:
    return FundingMeasure(about=about, of=of, value=value, unit=unit)
