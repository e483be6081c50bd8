"""Months of cover: within rounding, in both readings of where the surplus is."""

from decimal import Decimal

import pytest

import masa
from masa.ground.errors import RangeError, UnsettledError
from masa.ground.stated import Absence, Standing, Stated, stated
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine

OF_A_YEAR = "of a year's planned spending"
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
            "reserve": "£96,500 to £97,500",
            "months": "4.37 to 4.42 months",
            "reserve as printed": "£97,000",
            "months as printed": "4.39",
            "per cent of a year as printed": "36.60",
        },
        {
            "reading": "the surplus comes on top of it",
            "reserve": "£110,100 to £111,100",
            "months": "4.99 to 5.03 months",
            "reserve as printed": "£110,600",
            "months as printed": "5.01",
            "per cent of a year as printed": "41.74",
        },
    ]
    assert str(cover).startswith(
        "4.39 months (£97,000 as printed, 36.60 % of a year's planned spending; within "
        "rounding: 4.37 to 4.42 months, £96,500 to £97,500) if the surplus is within "
        "it; 5.01 months (£110,600 as printed"
    )
    assert "if the surplus comes on top of it  5.01 months (£110" in cover.to_text()


@pytest.mark.parametrize(
    ("kept", "holds", "months", "said"),
    [
        pytest.param("600", True, "6.00", "(£600, 50.00 % of a", id="half a year"),
        pytest.param("600", False, "7.00", "(£700, 58.33 % of a", id="and a surplus"),
        pytest.param("-600", True, "0", "but a deficit of £600", id="a deficit"),
        pytest.param(
            "-1400", False, "0", "but a deficit of £1,300", id="less the surplus"
        ),
        pytest.param("0.50", True, "0.01", "(£0.50, 0.04 %", id="half is rounded up"),
        pytest.param("0", True, "0", "no cover", id="nothing"),
    ],
)
def test_what_is_known_to_the_penny_lasts_so_long(
    kept: str,
    holds: bool,  # noqa: FBT001 (a column of the table)
    months: str,
    said: str,
) -> None:
    held = stated(value=holds)
    money = budget(pounds(kept), income=pounds(1_300), costs=pounds(1_200), holds=held)
    found = money.months_of_cover
    assert said in str(found)
    assert str(found).startswith(f"{months} months" if months != "0" else "no cover")
    assert found.least == found.most == Decimal(months)


@pytest.mark.parametrize(
    ("kept", "income", "said"),
    [
        pytest.param(
            600,
            900,
            [
                f"if the deficit is within it: 6.00 months (£600, 50.00 % {OF_A_YEAR})",
                f"if the deficit comes off it: 3.00 months (£300, 25.00 % {OF_A_YEAR})",
            ],
            id="a deficit comes off",
        ),
        pytest.param(
            600,
            1_200,
            [f"if the surplus is within it: 6.00 months (£600, 50.00 % {OF_A_YEAR})"],
            id="where nothing is left over both readings are one",
        ),
    ],
)
def test_a_deficit_is_named_and_nothing_is_told_once(
    kept: int, income: int, said: list[str]
) -> None:
    money = budget(pounds(kept), income=pounds(income), costs=pounds(1_200))
    readings = money.months_of_cover.readings
    assert [f"if {one.reading}: {one.in_words}" for one in readings] == said


def test_what_can_be_told_of_one_reading_is_told() -> None:
    money = budget(pounds(2_000), costs=pounds(95_000), kept_to=pounds(1_000))
    cover = money.months_of_cover
    assert str(cover) == (
        "0.25 months (£2,000 as printed, 2.11 % of a year's planned spending; within "
        "rounding: 0.19 to 0.32 months, £1,500 to £2,500) if the surplus or deficit is "
        "within it; a time that is not known (at least -£93,500, not counting A) if "
        "the surplus or deficit is counted with it"
    )
    assert (cover.least, cover.most) == (Decimal(0), None)
    assert cover.readings[1].printed is None
    assert list(cover.to_records()[1]) == ["reading", "reserve", "months"]


def test_a_reserve_is_so_long_at_least_while_a_contribution_is_open() -> None:
    lines = (
        Contribution(payer="A", amount=pounds(1_200)),
        Contribution(payer="B"),
    )
    money = Budget(
        contributions=lines,
        costs=(CostLine(item="rooms", amount=pounds(1_200)),),
        carried_forward=pounds(100),
        carried_forward_holds_surplus=stated(value=False),
    )
    assert str(money.months_of_cover) == (
        "at least 1.00 months (at least £100, not counting B)"
    )


def test_of_a_reserve_in_two_amounts_no_plain_figure_is_told() -> None:
    held = stated(value=True)
    money = budget(pounds(0) | pounds(600), costs=pounds(1_200), holds=held)
    assert str(money.months_of_cover) == "0.00 to 6.00 months (£0 to £600)"
    less = budget(pounds(-5) | pounds(-600), costs=pounds(1_200), holds=held)
    assert str(less.months_of_cover) == "no cover (-£600 to -£5)"


def test_a_deficit_that_is_rounded_covers_nothing() -> None:
    held, step = stated(value=True), pounds(1_000)
    money = budget(pounds(-5_000), costs=pounds(1_200), kept_to=step, holds=held)
    assert str(money.months_of_cover) == (
        "no cover, but a deficit of £5,000 (within rounding: no cover, -£5,500 to "
        "-£4,500)"
    )


@pytest.mark.parametrize(
    ("money", "said"),
    [
        pytest.param(
            budget(
                pounds(6_000),
                costs=pounds(13_000),
                to_nearest=pounds(1_000),
                holds=stated(value=True),
            ),
            f"5.54 months (£6,000, 46.15 % {OF_A_YEAR}; within rounding: 5.33 to 5.76 "
            "months)",
            id="only the spending is rounded",
        ),
        pytest.param(
            budget(
                pounds(6_000),
                costs=stated(Decimal(12_000), standing=Standing.PROPOSED),
                holds=stated(value=True),
            ),
            f"6.00 months (£6,000, 50.00 % {OF_A_YEAR} (proposed))",
            id="the spending is only proposed",
        ),
        pytest.param(
            budget(
                pounds(6_000) | pounds(3_000),
                costs=stated(Decimal(12_000), standing=Standing.PROPOSED),
                holds=stated(value=True),
            ),
            "3.00 to 6.00 months (£3,000 to £6,000; planned spending: proposed)",
            id="and there is a range",
        ),
        pytest.param(
            budget(
                stated(Decimal(-5), standing=Standing.PROPOSED),
                costs=pounds(12_000),
                to_nearest=pounds(1_000),
                holds=stated(value=True),
            ),
            "no cover, but a deficit of £5 (proposed)",
            id="a deficit that is only proposed",
        ),
    ],
)
def test_how_firmly_and_how_finely_the_spending_is_known_is_told(
    money: Budget, said: str
) -> None:
    assert str(money.months_of_cover) == said


def test_a_row_says_that_the_spending_is_only_proposed() -> None:
    spent = stated(Decimal(12_000), standing=Standing.PROPOSED)
    money = budget(pounds(6_000), costs=spent, holds=stated(value=True))
    (row,) = money.months_of_cover.to_records()
    assert row["planned spending"] == "proposed"


def test_rounded_amounts_give_the_bounds_at_which_they_meet() -> None:
    money = budget(
        pounds(10_000),
        income=pounds(100_000),
        costs=pounds(100_000),
        to_nearest=pounds(1_000),
        holds=stated(value=False),
    )
    (reading,) = money.months_of_cover.readings
    assert str(reading.reserve) == "£9,000 to £11,000"
    # (10,000 + income) / costs, less a year, at the ends of both
    assert (reading.least, reading.most) == (Decimal("1.07"), Decimal("1.33"))


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
        assert str(money.income_range) == "£4,500 to £5,500"
        assert str(money.surplus_range) == "£2,000 to £4,000"

    def test_hold_every_value_on_which_sources_differ(self) -> None:
        money = budget(income=pounds(5) | pounds(7), costs=pounds(1))
        assert str(money.income_range) == "£5 to £7"

    def test_are_never_below_nought_for_what_is_paid(self) -> None:
        money = budget(income=pounds(100), to_nearest=pounds(1_000))
        assert str(money.income_range) == "£0 to £600"

    def test_name_a_line_that_is_not_told(self) -> None:
        money = budget(income=stated(Absence.UNKNOWN))
        assert str(money.income_range) == "at least £0, not counting A"

    @pytest.mark.parametrize(
        ("amount", "said"),
        [
            (stated(Absence.NONE) | pounds(5), "£0 to £5"),
            (
                stated(Decimal(7), standing=Standing.PROPOSED)
                | stated(Decimal(5), standing=Standing.CAN_BE_EXPLORED),
                "£5 to £7 (can be explored; proposed)",
            ),
        ],
        ids=["said to be none, and five", "two proposals"],
    )
    def test_hold_all_that_is_printed(self, amount: Stated[Decimal], said: str) -> None:
        assert str(budget(income=amount).income_range) == said

    def test_name_a_line_in_full_whose_rounding_is_not_settled(self) -> None:
        payer = "A" * 200
        money = Budget(
            contributions=(Contribution(payer=payer, amount=pounds(5)),),
            to_nearest=stated(Absence.UNKNOWN),
        )
        assert money.income_range.not_stated == (f"how far {payer} is rounded",)

    @pytest.mark.parametrize(
        ("to_nearest", "said", "places"),
        [
            pytest.param(stated(Absence.NONE), "£5,000", 2, id="said not to be"),
            pytest.param(pounds(10) | pounds(1_000), "£4,500 to £5,500", 0, id="two"),
            pytest.param(
                stated(Absence.NONE) | pounds(10), "£4,995 to £5,004.99", 0, id="or not"
            ),
            pytest.param(
                stated(Absence.UNKNOWN),
                "at least £0, not counting how far A is rounded",
                2,
                id="untold",
            ),
        ],
    )
    def test_hold_the_widest_rounding_that_is_told(
        self, to_nearest: Stated[Decimal], said: str, places: int
    ) -> None:
        money = budget(income=pounds(5_000), to_nearest=to_nearest)
        assert str(money.income_range) == said
        assert money.share_places == places

    def test_take_what_is_said_not_to_be_rounded_as_printed(self) -> None:
        money = budget(pounds(5), kept_to=pounds(0))
        assert money.carried_forward_range.is_exact
