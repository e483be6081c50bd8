"""Budgets: sums, shares to the penny, and lines that are not settled."""

from decimal import Decimal, localcontext
from typing import Any

import pytest

from masa.ground.errors import (
    AmountError,
    KindError,
    RangeError,
    UnknownNameError,
    UnsettledError,
)
from masa.ground.periods import FinancialYear
from masa.ground.stated import Absence, Standing, Stated, stated
from masa.model.doubts import Amendment, Footnote, FootnoteReading
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine, PayerKind
from masa.model.payer_shares import Rounding, Share

ELEVEN = {
    "London Borough of Barnet": 195_000,
    "Barnet CCG": 37_500,
    "CLCH": 12_500,
    "BEHMHT": 12_500,
    "Royal Free NHS FT": 12_500,
    "Metropolitan Police (MOPAC)": 5_000,
    "National Probation Service": 1_000,
    "London Community Rehabilitation": 1_000,
    "East London Foundation Trusts NHS": 550,
    "CafCASS": 550,
    "London Fire Brigade": 500,
}
OLD_RATE = FootnoteReading(
    id="b",
    says="CLCH really gave £5,000",
    amends=(Amendment(payer="CLCH", amount=Decimal(5_000)),),
)


def _paid(payer: str, pounds: int | str) -> Contribution:
    return Contribution(payer=payer, amount=stated(Decimal(pounds)))


BARNET = Budget(
    year=stated(FinancialYear(2018)),
    contributions=tuple(_paid(payer, pounds) for payer, pounds in ELEVEN.items()),
    contributed_total=stated(Decimal(278_600)),
    costs=(
        CostLine(item="staff", amount=stated(Decimal(252_000)), pay=stated(value=True)),
        CostLine(item="the rest", amount=stated(Decimal(13_000))),
    ),
    costs_total=stated(Decimal(265_000)),
    carried_forward=stated(Decimal(97_000), words="97k"),
    footnotes=(Footnote(says="see b", readings=(OLD_RATE,)),),
)


def test_income_expenditure_and_surplus_are_sums_of_the_lines() -> None:
    assert BARNET.is_settled
    assert BARNET.income == 278_600
    assert BARNET.expenditure == 265_000
    assert BARNET.surplus == 13_600


def test_shares_by_largest_remainder_add_up_and_report_the_tie() -> None:
    shares = BARNET.shares()
    assert shares.total == Decimal("100.00")
    assert shares.tied == ("BEHMHT", "CLCH", "Royal Free NHS FT")
    assert shares["London Borough of Barnet"] == Decimal("69.99")
    assert [shares[payer] for payer in shares.tied] == [
        Decimal("4.49"),
        Decimal("4.49"),
        Decimal("4.48"),
    ]
    assert len(shares) == len(list(shares)) == 11
    assert "tied: BEHMHT, CLCH and Royal Free NHS FT" in str(shares)


def test_shares_rounded_half_up_say_that_they_miss_the_hundred() -> None:
    shares = BARNET.shares(rounding="half-up")
    assert shares.rounding is Rounding.HALF_UP
    assert shares.total == Decimal("100.01")
    assert not shares.tied
    assert "together 100.01 % (half-up)" in str(shares)


def test_shares_are_shown_with_their_sum_and_taken_as_rows() -> None:
    shares = BARNET.shares()
    assert "100.00 % (largest-remainder)" in shares.to_text()
    assert "rounded up by name" in shares.to_text()
    assert "tied" not in BARNET.shares(rounding="half-up").to_text()
    assert shares.to_records()[1] == {"payer": "Barnet CCG", "percent": "13.46"}
    assert str(Share(payer="CLCH", percent=Decimal("4.49"))) == "CLCH 4.49 %"


def test_a_payer_of_two_lines_has_one_share() -> None:
    budget = Budget(contributions=(_paid("A", 1), _paid("B", 2), _paid("A", 1)))
    assert (
        str(budget.shares(0)) == "A 50 % and B 50 %; together 100 % (largest-remainder)"
    )


@pytest.mark.parametrize(
    ("payer", "remedy"),
    [
        ("BEHMT", 'did you mean "BEHMHT"?'),
        ("Ofsted", "the payers are London Borough"),
        (None, "printed as None; the payers are London Borough"),
        (["CLCH"], "the payers are London Borough"),
    ],
)
def test_somebody_who_pays_nothing_has_no_share(
    payer: Any,  # noqa: ANN401 (of any kind, on purpose)
    remedy: str,
) -> None:
    with pytest.raises(UnknownNameError, match="no payer is printed as") as caught:
        BARNET.shares()[payer]
    assert remedy in str(caught.value)


def test_shares_to_too_many_places_are_refused() -> None:
    assert BARNET.shares(6).total == 100
    for places in (7, -1):
        with pytest.raises(RangeError, match="of decimal places; give 0 to 6"):
            BARNET.shares(places)
    with pytest.raises(KindError, match="not a whole number"):
        BARNET.shares("2")  # type: ignore[arg-type] # on purpose


def test_the_context_of_the_caller_does_not_matter() -> None:
    budget = Budget(
        contributions=(_paid("A", "95000.12"), _paid("B", "12345.67")),
        costs=(CostLine(item="staff", amount=stated(Decimal("90733.45"))),),
    )

    def told() -> list[str]:
        return [
            str(budget.surplus),
            str(budget.shares(6).total),
            str(budget.shares(6)),
            budget.by_kind().to_text(),
        ]

    with localcontext(prec=2):
        roughly = told()
    assert roughly == told()
    assert roughly[:2] == ["16612.34", "100.000000"]


def test_an_unknown_rounding_is_refused() -> None:
    with pytest.raises(KindError, match="rounding"):
        BARNET.shares(rounding="half-down")


def test_nothing_cannot_be_shared() -> None:
    with pytest.raises(UnsettledError, match="no line is stated"):
        Budget().shares()
    with pytest.raises(UnsettledError, match="no line is stated"):
        _ = Budget().income
    assert not Budget().is_settled
    unpaid = Budget(contributions=(Contribution(payer="A", amount=stated(Decimal(0))),))
    with pytest.raises(RangeError, match="come to nothing") as caught:
        unpaid.shares()
    assert "weight" not in str(caught.value)


@pytest.mark.parametrize(
    "amount",
    [
        Stated[Decimal](),
        stated(Decimal(5)) | stated(Decimal(6)),
        stated(Decimal(5), standing=Standing.PROPOSED)
        | stated(Decimal(6), standing=Standing.CONDITIONAL),
        stated(Decimal(5)) | stated(Absence.NONE),
        stated(Absence.UNKNOWN),
    ],
    ids=["not stated", "contradiction", "two proposals", "five or none", "unknown"],
)
def test_a_sum_over_an_unsettled_line_names_the_line(amount: Stated[Decimal]) -> None:
    lines = (_paid("Barnet", 1), Contribution(payer="CLCH", amount=amount))
    budget = Budget(contributions=lines, costs=(CostLine(item="venue", amount=amount),))
    assert not budget.is_settled
    with pytest.raises(UnsettledError, match="for CLCH") as caught:
        budget.income  # noqa: B018 (it raises)
    assert caught.value.reason == "not stated"
    with pytest.raises(UnsettledError, match="for CLCH"):
        budget.shares()
    with pytest.raises(UnsettledError, match="for venue"):
        budget.expenditure  # noqa: B018 (it raises)


@pytest.mark.parametrize(
    ("amount", "sums", "said"),
    [
        pytest.param(
            stated(Decimal(5), standing=Standing.PROPOSED),
            6,
            "£6 (proposed)",
            id="a proposal counts, and is told as one",
        ),
        pytest.param(
            stated(Decimal(5), condition="if health agrees"),
            6,
            "£6 (conditional)",
            id="so is what stands on a condition",
        ),
        pytest.param(
            stated(Decimal(5), standing="agreed")
            | stated(Decimal(7), standing=Standing.PROPOSED),
            6,
            "£6",
            id="what is agreed counts more than a proposal",
        ),
        pytest.param(
            stated(Decimal(5), standing=Standing.PROPOSED) | stated(Absence.UNKNOWN),
            6,
            "£6 (proposed)",
            id="a proposal beside what cannot be told",
        ),
        pytest.param(stated(Absence.NONE), 1, "£1", id="none is nothing"),
        pytest.param(
            stated(Absence.NONE, standing=Standing.PROPOSED),
            1,
            "£1 (proposed)",
            id="none is proposed",
        ),
    ],
)
def test_sums_go_by_what_is_printed_and_say_how_firm_it_is(
    amount: Stated[Decimal], sums: int, said: str
) -> None:
    lines = (_paid("Barnet", 1), Contribution(payer="CLCH", amount=amount))
    costs = (CostLine(item="a", amount=stated(Decimal(1))),)
    budget = Budget(
        contributions=lines, costs=(*costs, CostLine(item="b", amount=amount))
    )
    assert budget.income == budget.expenditure == sums
    assert str(budget.income_range) == str(budget.expenditure_range) == said
    assert budget.shares().total == 100
    assert budget.is_settled is (budget.surplus_range.standings == ())


@pytest.mark.parametrize("part", ["the whole", "a contribution", "a cost"])
def test_what_is_only_proposed_is_not_settled(part: str) -> None:
    def standing(of: str) -> Standing:
        return Standing.PROPOSED if of == part else Standing.AGREED

    one = stated(Decimal(1))
    budget = Budget(
        contributions=(
            Contribution(payer="A", amount=one, standing=standing("a contribution")),
        ),
        costs=(CostLine(item="a", amount=one, standing=standing("a cost")),),
        standing=standing("the whole"),
    )
    assert not budget.is_settled
    firm = Budget(
        contributions=(Contribution(payer="A", amount=one),),
        costs=(CostLine(item="a", amount=one),),
    )
    assert firm.is_settled


def test_none_is_nothing_however_far_the_rest_is_rounded() -> None:
    lines = (Contribution(payer="A", amount=stated(Absence.NONE)),)
    budget = Budget(contributions=lines, to_nearest=stated(Decimal(1_000)))
    assert str(budget.income_range) == "£0"


def test_a_budget_of_a_draft_is_read_as_one_that_holds() -> None:
    draft = Standing.PROPOSED
    budget = Budget(
        contributions=(_paid("A", 100),),
        costs=(CostLine(item="a", amount=stated(Decimal(60), standing=draft)),),
        to_nearest=stated(Decimal(10), standing=draft),
        carried_forward=stated(Decimal(30), standing=draft),
        carried_forward_to_nearest=stated(Decimal(0), standing=draft),
        carried_forward_holds_surplus=stated(value=True, standing=draft),
    )
    assert str(budget.income_range) == "£95 to £104.99"
    assert str(budget.carried_forward_range) == "£30 (proposed)"
    assert len(budget.months_of_cover.readings) == 1


def test_a_reading_of_a_footnote_amends_the_lines_it_names_and_no_others() -> None:
    amended = BARNET.under("b")
    assert amended.income == 278_600 - 7_500
    assert amended.contributions[0] == BARNET.contributions[0]


@pytest.mark.parametrize(
    ("budget", "remedy"), [(BARNET, "the readings are b"), (Budget(), "are none")]
)
def test_an_unknown_reading_is_refused(budget: Budget, remedy: str) -> None:
    with pytest.raises(
        UnknownNameError, match="there is not just one reading"
    ) as caught:
        budget.under("z")
    assert remedy in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (_paid("Barnet", 195_000), "Barnet pays £195,000"),
        (_paid("Barnet", "97.50"), "Barnet pays £97.50"),
        (Contribution(payer="Barnet"), "Barnet pays an amount that is not stated"),
        (CostLine(item="venue"), "venue: not stated"),
        (
            CostLine(item="venue", amount=stated(Absence.UNKNOWN, words="illegible")),
            "venue: unknown: illegible",
        ),
    ],
)
def test_a_line_says_itself(line: Contribution | CostLine, words: str) -> None:
    assert str(line) == words


def test_a_line_shows_only_what_is_stated_of_it() -> None:
    paid = Contribution(payer="CLCH", amount=stated(Decimal(5)), pot=stated("core"))
    assert paid.to_records() == [{"payer": "CLCH", "amount": "£5", "pot": "core"}]
    known = Contribution(
        payer="CLCH", payer_kind=PayerKind.HEALTH, printed_share=stated(Decimal("4.5"))
    )
    assert known.to_records()[0]["kind of payer"] == "health"
    assert known.to_records()[0]["printed share"] == "4.5"
    line = CostLine(item="post", full_time_equivalent=stated(Decimal("0.75")))
    assert line.to_records()[0]["full time equivalent"] == "0.75"


def test_a_negative_contribution_is_refused() -> None:
    with pytest.raises(AmountError, match=r"Contribution\.amount"):
        _paid("Barnet", -1)


@pytest.mark.parametrize(
    ("budget", "name"),
    [(BARNET, "budget of 2018/19"), (Budget(), "budget of an unknown year")],
)
def test_a_budget_is_called_by_its_year(budget: Budget, name: str) -> None:
    assert str(budget) == name


def test_a_budget_shows_the_printed_totals_where_there_are_any() -> None:
    shown = BARNET.to_records()[0]
    assert shown["printed total of contributions"] == "£278,600"
    assert shown["printed total of spending"] == "£265,000"
    assert shown["carried forward"] == "£97,000"
    assert list(Budget().to_records()[0]) == [
        "year",
        "contributions",
        "planned spending",
    ]
