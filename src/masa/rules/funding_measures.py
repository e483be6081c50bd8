"""Measures of who pays: by kind, for each child, against a basis, how concentrated.

There is no verdict among them. No text that is held gives a formula, a floor or a
ceiling, and whether a share is equitable or proportionate, a person has to judge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from masa.ground.durations import whole
from masa.ground.errors import KindError, RangeError
from masa.ground.percents import added, rounded
from masa.ground.stated import NOT_STATED, Absence, Stated, stated
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.funding import Budget
from masa.model.funding_rules import FundingRule
from masa.model.line_sums import amount_of
from masa.model.money_groups import NOT_KNOWN, kind_of
from masa.model.partners import PartnerKind
from masa.model.what_if import fund, paid_today
from masa.rules.funding_words import funding_words
from masa.rules.held_against import held_against
from masa.rules.measured_funding import (
    NUMBER,
    PERCENT,
    POINTS,
    POUNDS,
    FundingMeasure,
    FundingMeasures,
)
from masa.rules.money_checks import expect_arrangement, expect_budget

__all__ = ["funding_measures"]

PAID, SHARE, CHILD = "Paid by kind", "Share by kind", "Paid for each child"
OWN, BASIS = "Share of each payer", "Share by the basis"
BEYOND, CONCENTRATION = "Share less that by the basis", "How concentrated it is"
LARGEST, TWO = "the largest share", "the two largest shares"
SQUARES = "the sum of the squared shares, 1 if one pays all"
AS_IF = "how many payers of equal shares would be as concentrated"
TOP = 2
PLACES = 4
EVERYBODY = "everybody"
NONE: Stated[Decimal] = stated(Absence.NONE)
ZERO = Decimal("0.00")
Amounts = Mapping[str, Stated[Decimal]]


def funding_measures(  # noqa: PLR0913 (each is one thing that is asked)
    budget: Budget,
    arrangement: Arrangement,
    *,
    children: Stated[int] | None = None,
    basis: FundingRule | None = None,
    edition: str | None = None,
    on: date | str | None = None,
) -> FundingMeasures:
    """Measure who pays, and set what the guidance says of it beside the numbers.

    Args:
        budget: The budget.
        arrangement: The arrangement, which tells of what kind a payer is.
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
        >>> measures = funding_measures(barnet.budgets[0], barnet)
        >>> print(measures["Share by kind"][0])
        Share by kind, local authority: 69.99 %

    Authority:
        Working Together 2018 and 2023, on funding; Children Act 2004, s.16I.
    """
    expect_budget(budget)
    expect_arrangement(arrangement)
    if basis is not None and not isinstance(basis, FundingRule):
        raise KindError(f"{echo(basis)} is not a rule", remedy="give a FundingRule")
    held = held_against(arrangement, edition, on, None)
    paid = _paid(budget)
    kinds = [
        kind_of(line, arrangement, ()) or NOT_KNOWN for line in budget.contributions
    ]
    many = None if children is None else _checked(children)
    places = budget.share_places
    measures = [
        *_by_kind(budget, kinds, many),
        *_concentration(paid, places),
        *_of_payers(paid, places),
        *(() if basis is None else _against(budget, basis)),
    ]
    return FundingMeasures(
        title=arrangement.title,
        budget=f"{budget}{budget.income_range.firmness}",
        measures=tuple(measures),
        findings=tuple(funding_words(held.book)),
        kinds=tuple(_kind_of_each(budget, kinds)),
        edition=str(held.edition),
        children=NOT_STATED if children is None else children,
        basis=basis,
        notices=held.notices,
    )


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


def _paid(budget: Budget) -> dict[str, Stated[Decimal]]:
    """Give what each pays, as sums take it: a proposal counts, and none is nothing."""
    return {payer: amount_of(paid) for payer, paid in paid_today(budget).items()}


def _together(amounts: Iterable[Stated[Decimal]]) -> Stated[Decimal]:
    """Add amounts up: none if there are none, not stated if one is not settled."""
    known = tuple(amounts)
    if not known:
        return NONE
    if not all(amount.is_settled for amount in known):
        return NOT_STATED
    return stated(added(amount.only for amount in known))


def _kind_of_each(budget: Budget, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each payer with its kind, which is not known if its lines differ."""
    found: dict[str, set[str]] = {}
    for line, kind in zip(budget.contributions, kinds, strict=True):
        found.setdefault(line.payer, set()).add(kind)
    for payer, told in found.items():
        yield payer, NOT_KNOWN if len(told) > 1 else min(told)


def _share(
    amount: Stated[Decimal], total: Stated[Decimal], places: int
) -> Stated[Decimal]:
    """Give an amount in per cent of a total: none of nothing."""
    if NONE in {amount, total} or total.values == (ZERO,):
        return NONE
    if not (amount.is_settled and total.is_settled):
        return NOT_STATED
    return stated(_per_cent(amount.only, total.only, places))


def _per_cent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    return rounded(Fraction(part) * 100 / Fraction(whole), places)


def _by_kind(
    budget: Budget, kinds: Sequence[str], children: int | None
) -> Iterator[FundingMeasure]:
    """Measure what each kind pays; each kind of partner is told, even if none pays."""
    told = dict.fromkeys((*(kind.value for kind in PartnerKind), *kinds))
    sums = {kind: _of_kind(budget, kinds, kind) for kind in told}
    total = _together(amount_of(line.amount) for line in budget.contributions)
    for kind, (amount, least) in sums.items():
        yield _measure(PAID, kind, amount, POUNDS, least=least)
    for kind, (amount, least) in sums.items():
        share = _share(amount, total, budget.share_places)
        yield _measure(SHARE, kind, share, PERCENT, least=least)
    if children is not None:
        for kind, (amount, least) in {EVERYBODY: (total, False), **sums}.items():
            each = _for_each(amount, children)
            yield _measure(CHILD, kind, each, POUNDS, least=least)


def _of_kind(
    budget: Budget, kinds: Sequence[str], kind: str
) -> tuple[Stated[Decimal], bool]:
    """Give what a kind pays, and whether it is so much at least.

    So it is while a line of it is open, or the kind of any payer is not known.
    """
    lines = zip(budget.contributions, kinds, strict=True)
    own = [amount_of(line.amount) for line, of in lines if of == kind]
    may_be_more = kind != NOT_KNOWN and NOT_KNOWN in kinds
    if not may_be_more and all(amount.is_settled for amount in own):
        return _together(own), False
    told = added(amount.only for amount in own if amount.is_settled)
    return (stated(told), True) if told else (NOT_STATED, False)


def _for_each(amount: Stated[Decimal], children: int) -> Stated[Decimal]:
    if not amount.is_settled:
        return amount
    return stated(rounded(Fraction(amount.only) / children))


def _of_payers(paid: Amounts, places: int) -> Iterator[FundingMeasure]:
    total = _together(paid.values())
    for payer, amount in paid.items():
        yield _measure(OWN, payer, _share(amount, total, places), PERCENT)


def _concentration(paid: Amounts, places: int) -> Iterator[FundingMeasure]:
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
        (LARGEST, rounded(shares[0] * 100, places), PERCENT),
        (TWO, rounded(sum(shares[:TOP], Fraction(0)) * 100, places), PERCENT),
        (SQUARES, rounded(Fraction(squares), PLACES), NUMBER),
        (AS_IF, rounded(1 / Fraction(squares)), NUMBER),
    ):
        yield _measure(CONCENTRATION, of, stated(number), unit)


def _against(budget: Budget, basis: FundingRule) -> Iterator[FundingMeasure]:
    """Hold the share of each payer beside what it would be by a rule."""
    paid = _paid(budget)
    total = _together(paid.values())
    if not total.is_settled or not total.only:
        value = NONE if total.is_stated else NOT_STATED
        for payer in dict.fromkeys((*paid, *basis.payers)):
            yield _measure(BASIS, payer, value, PERCENT)
        return
    lines, places = fund(budget, basis).lines, budget.share_places
    for line in lines:
        share = _per_cent(line.amount, total.only, places)
        yield _measure(BASIS, line.payer, stated(share), PERCENT)
    for line in lines:
        more = line.difference.only.copy_negate()
        points = _per_cent(more, total.only, places)
        yield _measure(BEYOND, line.payer, stated(points), POINTS)


def _measure(
    about: str, of: str, value: Stated[Decimal], unit: str, *, least: bool = False
) -> FundingMeasure:
    is_least = least and value.is_settled
    return FundingMeasure(about=about, of=of, value=value, unit=unit, is_least=is_least)
