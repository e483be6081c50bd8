"""Months of cover: within rounding, in both readings of where the surplus is."""

from decimal import Decimal

import pytest

import masa
from masa.ground.errors import RangeError, UnsettledError
from masa.ground.stated import Absence, Standing, Stated, stated
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine

NOTHING: Stated[Decimal] = Stated()
UNTOLD: Stated[bool] = Stated()


def pounds(amount: int | str) -> Stated[Decimal]:
    return stated(Decimal(amount))


def budget(  # noqa: PLR0913 (each part is left out somewhere)
    kept: Stated[Decimal] = NOTHING,
    *,
    income: Stated[Decimal] = NOTHING,
    costs: Stated[Decimal] = NOTHING,
    kept_to: Stated[Decimal] = NOTHING,
    to_nearest: Stated[Decimal] = NOTHING,
    holds: Stated[bool] = UNTOLD,
) -> Budget:
    return Budget(
        contributions=(Contribution(payer="A", amount=income),),
        costs=(CostLine(item="rooms", amount=costs),),
        carried_forward=kept,
        carried_forward_to_nearest=kept_to,
        to_nearest=to_nearest,
        carried_forward_holds_surplus=holds,
    )


def test_barnet_is_covered_for_between_four_and_five_months() -> None:
    (money,) = masa.examples.load("barnet").budgets
    cover = money.months_of_cover
    assert (cover.least, cover.most) == (Decimal("4.37"), Decimal("5.03"))
    assert cover.to_records() == [
        {
            "reading": "the surplus is within it",
            "reserve": "£96,500 to £97,499.99",
            "months": "4.37 to 4.42 months",
        },
        {
            "reading": "the surplus comes on top of it",
            "reserve": "£110,100 to £111,099.99",
            "months": "4.99 to 5.03 months",
        },
    ]
    assert str(cover).startswith("4.37 to 5.03 months: 4.37 to 4.42 months if the")
    assert "if the surplus comes on top of it  4.99 to 5.03 months" in cover.to_text()


@pytest.mark.parametrize(
    ("kept", "holds", "months"),
    [
        pytest.param("600", True, "6.00", id="half a year"),
        pytest.param("600", False, "7.00", id="and the surplus of a hundred"),
        pytest.param("-600", True, "-6.00", id="a deficit"),
        pytest.param("-1400", False, "-13.00", id="a deficit, and the surplus"),
        pytest.param("0.50", True, "0.01", id="half a hundredth is rounded up"),
        pytest.param("-0.50", True, "-0.01", id="and away from nought"),
        pytest.param("0", True, "0.00", id="nothing"),
    ],
)
def test_what_is_known_to_the_penny_lasts_so_long(
    kept: str,
    holds: bool,  # noqa: FBT001 (a column of the table)
    months: str,
) -> None:
    held = stated(value=holds)
    money = budget(pounds(kept), income=pounds(1_300), costs=pounds(1_200), holds=held)
    found = money.months_of_cover
    assert str(found) == f"{months} months"
    assert found.least == found.most == Decimal(months)


def test_rounded_amounts_give_the_bounds_at_which_they_meet() -> None:
    money = budget(
        pounds(10_000),
        income=pounds(100_000),
        costs=pounds(100_000),
        to_nearest=pounds(1_000),
        holds=stated(value=False),
    )
    (reading,) = money.months_of_cover.readings
    assert str(reading.reserve) == "£9,000.01 to £10,999.99"
    # (10,000 + income) / costs, less a year, at the ends of both
    assert (reading.least, reading.most) == (Decimal("1.07"), Decimal("1.33"))


def test_a_deficit_is_longest_where_least_is_spent() -> None:
    money = budget(
        pounds(-10_000),
        income=pounds(5_000),
        costs=pounds(2_000),
        to_nearest=pounds(1_000),
        holds=stated(value=True),
    )
    (reading,) = money.months_of_cover.readings
    assert (reading.least, reading.most) == (Decimal("-80.00"), Decimal("-48.00"))


@pytest.mark.parametrize(
    ("money", "error", "words"),
    [
        pytest.param(
            budget(income=pounds(5), costs=pounds(5)),
            UnsettledError,
            "not settled: what is carried forward",
            id="nothing is carried",
        ),
        pytest.param(
            budget(
                pounds(5),
                income=pounds(5),
                costs=pounds(5),
                kept_to=stated(Absence.UNKNOWN),
            ),
            UnsettledError,
            "not settled: how far what is carried forward is rounded",
            id="it is not known how far it is rounded",
        ),
        pytest.param(
            budget(pounds(5), income=pounds(5)),
            UnsettledError,
            "not settled: rooms",
            id="a cost is not stated",
        ),
        pytest.param(
            budget(pounds(5), costs=pounds(5)),
            UnsettledError,
            "not settled: A",
            id="a contribution is not stated",
        ),
        pytest.param(
            budget(pounds(5), income=pounds(5), costs=pounds(0)),
            RangeError,
            "nothing may be spent: £0",
            id="nothing is spent",
        ),
        pytest.param(
            Budget(carried_forward=pounds(5)),
            UnsettledError,
            "not settled: the lines",
            id="no line of spending",
        ),
    ],
)
def test_what_is_missing_is_named(
    money: Budget, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        _ = money.months_of_cover
    if isinstance(caught.value, UnsettledError):
        assert caught.value.reason == "not stated"


class TestRanges:
    def test_hold_what_rounding_allows(self) -> None:
        money = budget(
            income=pounds(5_000), costs=pounds(2_000), to_nearest=pounds(1_000)
        )
        assert str(money.income_range) == "£4,500 to £5,499.99"
        assert str(money.surplus_range) == "£2,000.01 to £3,999.99"

    def test_hold_every_value_on_which_sources_differ(self) -> None:
        money = budget(income=pounds(5) | pounds(7), costs=pounds(1))
        assert str(money.income_range) == "£5 to £7"

    def test_are_never_below_nought_for_what_is_paid(self) -> None:
        money = budget(income=pounds(100), to_nearest=pounds(1_000))
        assert str(money.income_range) == "£0 to £599.99"

    @pytest.mark.parametrize(
        "amount",
        [
            stated(Decimal(5), standing=Standing.PROPOSED),
            stated(Absence.NONE) | pounds(5),
        ],
        ids=["proposed", "said to be none, and five"],
    )
    def test_name_a_line_that_is_not_settled(self, amount: Stated[Decimal]) -> None:
        money = budget(income=amount)
        assert str(money.income_range) == "at least £0, not counting A"

    def test_name_a_line_in_full_whose_rounding_is_not_settled(self) -> None:
        payer = "A" * 200
        money = Budget(
            contributions=(Contribution(payer=payer, amount=pounds(5)),),
            to_nearest=pounds(1) | pounds(10),
        )
        assert money.income_range.not_stated == (f"how far {payer} is rounded",)

    def test_take_what_is_said_not_to_be_rounded_as_printed(self) -> None:
        money = budget(pounds(5), kept_to=pounds(0))
        assert money.carried_forward_range.is_exact
