"""Budgets: who pays what into an arrangement, and what is spent, as printed."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from attrs import evolve, field, frozen

from masa.ground.amount_ranges import AmountRange
from masa.ground.checks import EXPECTED, checked
from masa.ground.money import Balance, Pounds
from masa.ground.percents import less
from masa.ground.periods import FinancialYear
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, stated
from masa.ground.text import Prose
from masa.model.doubts import Footnote
from masa.model.funding_lines import Contribution, CostLine, stated_pounds
from masa.model.line_sums import (
    Line,
    ToldLine,
    all_told,
    amount_of,
    as_printed,
    range_of,
    range_of_lines,
    settled_lines,
    share_places,
    sum_of_lines,
    told_lines,
)
from masa.model.money_groups import (
    FORMS,
    KINDS,
    LISTED_NOWHERE,
    PAYMENTS,
    USES,
    KnowsPayers,
    MoneyGroups,
    PayerKinds,
    category_of,
    form_of,
    gathered,
    kind_of,
    payment_of,
    use_of,
)
from masa.model.payer_shares import Rounding, Shares, shares_of
from masa.model.reserves import MonthsOfCover, Reserve, months_of_cover
from masa.model.supposed_budgets import (
    Amount,
    Changes,
    amended,
    before_surplus,
    changed,
    spoken_of,
    without,
)

__all__ = ["Budget"]

Grouped = tuple[ToldLine, str | None]
Lines = tuple[Contribution | CostLine, ...]


@frozen(kw_only=True, field_transformer=checked)
class Budget(Shown):
    """The money of an arrangement in one financial year, as printed.

    Sums and shares go by what is printed, of a draft too: by what is in force or
    agreed or, where nothing is, by what is proposed. A range such as `income_range`
    says so beside its bounds, in `standings`. A stated "none" is nothing paid. What
    sources state in several ways, or do not tell, stays open.

    Args:
        year: The financial year.
        contributions: Who pays what.
        contributed_total: The total of the contributions, as printed.
        costs: The planned spending.
        costs_total: The total of the planned spending, as printed.
        costs_year: The year of the planned spending, if it is printed.
        to_nearest: To what the amounts of lines and totals are rounded, such as 1000,
            if the document tells; else they are taken as printed.
        carried_forward: What is carried forward; negative for a deficit.
        carried_forward_to_nearest: To what it is rounded, such as 1000.
        carried_forward_holds_surplus: Whether the surplus of the year is in it.
        footnotes: The footnotes, with their readings.
        says: What has to be known of the whole before its figures are read, such as
            whose money it is.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        AmountError: If an amount is none that anybody pays.
        DateError: If a year cannot be read.
        KindError: If a part is of the wrong type.
        TextError: If a text breaks the text policy.
    """

    year: Stated[FinancialYear] = field(default=NOT_STATED, metadata=EXPECTED)
    contributions: tuple[Contribution, ...] = ()
    contributed_total: Stated[Pounds] = NOT_STATED
    costs: tuple[CostLine, ...] = ()
    costs_total: Stated[Pounds] = NOT_STATED
    costs_year: Stated[FinancialYear] = field(default=NOT_STATED, metadata=EXPECTED)
    to_nearest: Stated[Pounds] = NOT_STATED
    carried_forward: Stated[Balance] = NOT_STATED
    carried_forward_to_nearest: Stated[Pounds] = NOT_STATED
    carried_forward_holds_surplus: Stated[bool] = NOT_STATED
    footnotes: tuple[Footnote, ...] = ()
    says: Stated[Prose] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    @property
    def income(self) -> Decimal:
        """The sum of the contributions, in pounds.

        Raises:
            UnsettledError: If no line is stated, or an amount is open; it names the
                lines.
        """
        return sum_of_lines(self.income_lines)

    @property
    def expenditure(self) -> Decimal:
        """The sum of the planned spending, in pounds.

        Raises:
            UnsettledError: If no line is stated, or an amount is open; it names the
                lines.
        """
        return sum_of_lines(self.cost_lines)

    @property
    def surplus(self) -> Decimal:
        """Contributions less planned spending; negative for a deficit.

        Raises:
            UnsettledError: If an amount is open; it names the lines.
        """
        return less(self.income, self.expenditure)

    @property
    def income_range(self) -> AmountRange:
        """The sum of the contributions, within what is known of each.

        It holds what rounding allows, and every value where sources differ; a line
        that is not told has no upper bound, and is named.
        """
        return range_of_lines(self.income_lines, self.to_nearest)

    @property
    def expenditure_range(self) -> AmountRange:
        """The sum of the planned spending, within what is known of each line."""
        return range_of_lines(self.cost_lines, self.to_nearest)

    @property
    def surplus_range(self) -> AmountRange:
        """Contributions less planned spending, within what is known of both."""
        return self.income_range - self.expenditure_range

    @property
    def carried_forward_range(self) -> AmountRange:
        """What is carried forward, within what its rounding allows."""
        step = self.carried_forward_to_nearest
        return range_of("what is carried forward", self.carried_forward, step)

    @property
    def months_of_cover(self) -> MonthsOfCover:
        """How many months of the planned spending what is carried forward covers.

        If it is not told whether the surplus of the year is within what is carried
        forward, both readings are given, each within what is known of it and with the
        plain figure for the printed amounts. The planned spending is taken as that of
        twelve months.

        Raises:
            UnsettledError: If what is carried forward or a line of the spending is
                open; it names what is missing.
            RangeError: If nothing is spent, or perhaps nothing.
        """
        held = as_printed(self.carried_forward_holds_surplus)
        reserve = Reserve(
            kept=self.carried_forward_range,
            income=self.income_range,
            spending=self.expenditure_range,
            printed=self._printed,
        )
        known = held.only if held.is_settled else None
        return months_of_cover(reserve, holds_surplus=known)

    @property
    def is_settled(self) -> bool:
        """Whether both tables are stated and every amount in them holds.

        A proposal does not hold yet, although the tables add up: neither of a line or
        an amount nor of the whole.
        """
        lines: Lines = (*self.contributions, *self.costs)
        firmly = [self.standing, *(line.standing for line in lines)]
        amounts = [line.amount for line in lines]
        return (
            bool(self.contributions and self.costs)
            and all(one.is_settled for one in firmly)
            and all(one.settled and amount_of(one).is_settled for one in amounts)
        )

    @property
    def has_shares(self) -> bool:
        """Whether every contribution is told, and they come to more than nothing."""
        lines = self.income_lines
        return all_told(lines) and self.income > 0

    @property
    def share_places(self) -> int:
        """To how many decimal places a share of the contributions is worth telling.

        Two, or fewer where amounts are rounded so far that more would be made up.
        """
        return share_places(self.income_lines, self.to_nearest)

    def under(self, reading: str) -> "Budget":
        """Give the budget as it is under one reading of a footnote.

        Args:
            reading: The id of the reading.

        Raises:
            UnknownNameError: If not just one footnote has such a reading, or it
                amends what is not the payer of just one line.
        """
        lines = amended(self.contributions, self.footnotes, reading)
        return evolve(self, contributions=lines)

    def without(self, *payers: str) -> "Budget":
        """Give the budget as it would be if some paid nothing.

        If what is carried forward holds the surplus as printed, that is taken out; if
        it is not known whether it does, both amounts are given; if that surplus is
        open, nothing is stated. What is then left over or short comes on top, or off.
        No document prints the total of what is left, so none is stated, and no reading
        of a footnote speaks of them any more.

        Args:
            *payers: Who does not pay, as named in the table.

        Raises:
            UnknownNameError: If one of them pays nothing as it is.
        """
        left = self._supposed(without(self.contributions, payers))
        return evolve(left, footnotes=spoken_of(self.footnotes, left.contributions))

    def with_changes(
        self, changes: Changes | None = None, /, **amounts: Amount
    ) -> "Budget":
        """Give the budget as it would be if some paid another amount.

        What is carried forward, and what is then left over or short, are taken as in
        `without`. No document prints the total of what is then paid, so none is stated.

        Args:
            changes: What each would pay, in pounds, as a mapping or as pairs.
            **amounts: The same for payers whose name is a word: ``CLCH=5_000``.

        Raises:
            UnknownNameError: If one of them pays nothing as it is.
            RangeError: If somebody is named twice, nobody is, or pays in several lines.
            AmountError: If an amount is none that anybody pays; it names the payer.
            KindError: If the changes do not say who would pay what, or an amount is a
                float or no amount; it names the payer.
            TextError: If a name breaks the text policy.
        """
        told = () if changes is None else changes
        return self._supposed(changed(self.contributions, told, amounts))

    def shares(
        self, places: int = 2, *, rounding: Rounding | str = Rounding.LARGEST_REMAINDER
    ) -> Shares:
        """Give the share of each payer in the contributions, in per cent.

        Args:
            places: To how many decimal places, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If an amount is open; it names the lines.
            KindError: If there is no such rounding.
            RangeError: If nothing is contributed, or `places` is not 0 to 6.
        """
        return shares_of(self._pence_by_payer(), places, rounding)

    def by_kind(
        self,
        kinds: PayerKinds | None = None,
        *,
        places: int = 2,
        rounding: Rounding | str = Rounding.LARGEST_REMAINDER,
    ) -> MoneyGroups:
        """Gather the contributions by the kind of payer; all health bodies together.

        The kind is the one that the line gives, or else the one told in `kinds`.
        Nobody is taken as of another kind unless it is said: whoever is of no known
        kind is counted apart, and every kind is then so much at least. So it is if an
        amount is open, and there are no shares then.

        Args:
            kinds: The arrangement, or the kind of each payer, such as ``police``.
            places: To how many decimal places shares are rounded, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If no line is stated.
            UnknownNameError: If `kinds` names nobody who pays.
            KindError: If there is no such kind or rounding.
            RangeError: If nothing is contributed, or `places` is not 0 to 6.
        """
        payers = dict.fromkeys(self._payers)
        told = (kind_of(line, kinds, payers) for line in self.contributions)
        shown = {"by": "kind of payer", "of": "payers"}
        return gathered(
            self._paid(told), **shown, first=KINDS, places=places, rounding=rounding
        )

    def by_category(
        self,
        categories: Mapping[str, str] | KnowsPayers | None = None,
        *,
        places: int = 2,
        rounding: Rounding | str = Rounding.LARGEST_REMAINDER,
    ) -> MoneyGroups:
        """Gather the contributions by the heading under which each payer is listed.

        Args:
            categories: The arrangement, or the heading of each payer. Without it, no
                heading is known: a table of money does not tell.
            places: To how many decimal places shares are rounded, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If no line is stated.
            UnknownNameError: If `categories` names nobody who pays.
            KindError: If there is no such rounding, or a heading is no text.
            TextError: If a heading breaks the text policy.
            RangeError: If nothing is contributed, or `places` is not 0 to 6.
        """
        payers = dict.fromkeys(self._payers)
        told = (category_of(line, categories, payers) for line in self.contributions)
        shown = {"by": "category", "of": "payers"}
        return gathered(
            self._paid(told),
            **shown,
            last=LISTED_NOWHERE,
            places=places,
            rounding=rounding,
        )

    def by_form(
        self, places: int = 2, *, rounding: Rounding | str = Rounding.LARGEST_REMAINDER
    ) -> MoneyGroups:
        """Gather the contributions by their form: cash, in kind or a grant.

        Args:
            places: To how many decimal places shares are rounded, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If no line is stated.
            KindError: If there is no such rounding.
            RangeError: If nothing is contributed, or `places` is not 0 to 6.
        """
        paid = self._paid(map(form_of, self.contributions))
        shown = {"by": "form", "of": "payers"}
        return gathered(paid, **shown, first=FORMS, places=places, rounding=rounding)

    def by_payment(
        self, places: int = 2, *, rounding: Rounding | str = Rounding.LARGEST_REMAINDER
    ) -> MoneyGroups:
        """Gather the contributions by whether they were paid, or are only pledged.

        Where one payer has a sum of each, they may be the same money;
        `masa.check_totals` says so.

        Args:
            places: To how many decimal places, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If no line is stated.
            KindError: If there is no such rounding.
            RangeError: If nothing is contributed, or `places` is not 0 to 6.
        """
        paid = self._paid(map(payment_of, self.contributions))
        shown = {"by": "payment", "of": "payers"}
        return gathered(paid, **shown, first=PAYMENTS, places=places, rounding=rounding)

    def by_use(
        self, places: int = 2, *, rounding: Rounding | str = Rounding.LARGEST_REMAINDER
    ) -> MoneyGroups:
        """Gather the planned spending: pay, other than pay, and what is for reviews.

        A line for reviews is of no other group; that none is said to be for reviews
        does not say that nothing is.

        Args:
            places: To how many decimal places shares are rounded, 0 to 6.
            rounding: ``largest-remainder`` or ``half-up``.

        Raises:
            UnsettledError: If no line is stated.
            KindError: If there is no such rounding.
            RangeError: If nothing is spent, or `places` is not 0 to 6.
        """
        uses = map(use_of, self.costs)
        spent = zip(told_lines(self.cost_lines), uses, strict=True)
        shown = {"by": "use", "of": "planned spending"}
        return gathered(spent, **shown, first=USES, places=places, rounding=rounding)

    @property
    def _payers(self) -> list[str]:
        return [line.payer for line in self.contributions]

    @property
    def income_lines(self) -> list[Line]:
        """Each contribution as its payer and its amount."""
        return [(line.payer, line.amount) for line in self.contributions]

    @property
    def cost_lines(self) -> list[Line]:
        """Each line of planned spending as its item and its amount."""
        return [(line.item, line.amount) for line in self.costs]

    def _paid(self, groups: Iterable[str | None]) -> Iterator[Grouped]:
        return zip(told_lines(self.income_lines), groups, strict=True)

    @property
    def _printed(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """What is carried forward, left over and spent, each as printed, if told."""
        kept = amount_of(self.carried_forward)
        income, spent = (
            sum_of_lines(lines) if all_told(lines) else None
            for lines in (self.income_lines, self.cost_lines)
        )
        left = None if income is None or spent is None else less(income, spent)
        return kept.only if kept.is_settled else None, left, spent

    def _supposed(self, lines: tuple[Contribution, ...]) -> "Budget":
        """Take lines that nobody printed: their surplus is in no printed reserve."""
        kept, holds = self.carried_forward, self.carried_forward_holds_surplus
        if kept.is_stated:
            kept = before_surplus(kept, self.surplus_range, holds)
            holds = stated(value=False)
        return evolve(
            self,
            contributions=lines,
            contributed_total=NOT_STATED,
            carried_forward=kept,
            carried_forward_holds_surplus=holds,
        )

    def _pence_by_payer(self) -> dict[str, int]:
        pence: dict[str, int] = {}
        for payer, paid in settled_lines(self.income_lines):
            pence[payer] = pence.get(payer, 0) + paid
        return pence

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "year", self.year
        yield "contributions", tuple(map(str, self.contributions))
        if self.contributed_total.is_stated:
            yield (
                "printed total of contributions",
                stated_pounds(self.contributed_total),
            )
        yield "planned spending", tuple(map(str, self.costs))
        if self.costs_total.is_stated:
            yield "printed total of spending", stated_pounds(self.costs_total)
        if self.carried_forward.is_stated:
            yield "carried forward", stated_pounds(self.carried_forward)

    def __str__(self) -> str:
        return (
            f"budget of {' / '.join(map(str, self.year.values)) or 'an unknown year'}"
        )
