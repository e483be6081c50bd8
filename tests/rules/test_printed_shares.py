"""Printed shares: whether they add up, in both roundings, and each is of its amount."""

import pytest

import masa
from masa.ground.logic import Answer

TOP = 'id = "x"\ntitle = "X"\nbodies = ["A", "B", "C"]\n[[budgets]]\n'


def found(*lines: str, table: str = "costs") -> list[masa.MoneyCheck]:
    text = f"{TOP}{table} = [{', '.join(f'{{ {line} }}' for line in lines)}]\n"
    return list(masa.check_totals(masa.loads(text).budgets[0]))


def test_shares_that_add_up_are_right() -> None:
    (check,) = found(
        'payer = "A", amount = 3, printed_share = 75',
        'payer = "B", amount = 1, printed_share = 25',
        table="contributions",
    )
    assert (check.id, check.answer) == ("contribution-shares-total", Answer.YES)
    assert check.says == "The printed shares come to 100.00 %."


def test_shares_that_miss_the_hundred_are_told_in_both_roundings() -> None:
    (check,) = found(
        'item = "A", amount = 1, printed_share = "33.3"',
        'item = "B", amount = 1, printed_share = "33.3"',
        'item = "C", amount = 1, printed_share = "33.3"',
    )
    assert (check.id, check.answer) == ("spending-shares-total", Answer.NO)
    assert check.severity.value == "worth a look"
    assert check.says == (
        "The printed shares come to 99.90 %, not 100 %. Rounded each by itself, the "
        "shares of these amounts come to 99.9 %; by largest remainder, to 100.0 %."
    )


def test_barnet_printed_to_two_places_would_come_to_a_hundredth_too_much() -> None:
    (budget,) = masa.examples.load("barnet").budgets
    shares = {one.payer: one.percent for one in budget.shares(rounding="half-up")}
    lines = tuple(
        masa.Contribution(
            payer=line.payer,
            amount=line.amount,
            printed_share=masa.stated(shares[line.payer]),
        )
        for line in budget.contributions
    )
    (check,) = masa.check_totals(masa.Budget(contributions=lines))
    assert check.says == (
        "The printed shares come to 100.01 %, not 100 %. Rounded each by itself, the "
        "shares of these amounts come to 100.01 %; by largest remainder, to 100.00 %."
    )


def test_shares_of_a_draft_are_held_against_its_amounts() -> None:
    lines = (
        'item = "A", amount = 1, printed_share = 60, standing = "proposed"',
        'item = "B", amount = 1, printed_share = 50, standing = "proposed"',
    )
    total, each = found(*lines)
    assert total.says.startswith("The printed shares come to 110.00 %, not 100 %.")
    assert each.about == ("A",)


@pytest.mark.parametrize("open_amount", ["", ", amount = [1, 2]"])
def test_shares_of_amounts_that_are_not_settled_are_only_added(
    open_amount: str,
) -> None:
    (check,) = found(
        f'item = "A", printed_share = 60{open_amount}',
        'item = "B", amount = 1, printed_share = 50',
    )
    assert check.says == "The printed shares come to 110.00 %, not 100 %."


def test_shares_of_nothing_are_only_added() -> None:
    (check,) = found('item = "A", amount = 0, printed_share = 50')
    assert check.says == "The printed shares come to 50.00 %, not 100 %."


def test_a_share_that_is_not_printed_leaves_the_sum_open() -> None:
    (check,) = found(
        'item = "A", amount = 1, printed_share = "50.00"', 'item = "B", amount = 1'
    )
    assert (check.answer, check.needed) == (Answer.UNKNOWN, ("B",))
    assert "cannot be told: no share is settled for B." in check.says


def test_a_share_that_no_rounding_makes_of_its_amount_is_named() -> None:
    _, check = found(
        'item = "A", amount = 1, printed_share = 65',
        'item = "B", amount = 2, printed_share = 35',
    )
    assert (check.id, check.answer) == ("spending-shares", Answer.NO)
    assert check.about == ("A", "B")
    assert check.says == (
        "A printed share is not that of its amount: A is printed with 65 %, and £1 of "
        "£3 is 33.33 %; B is printed with 35 %, and £2 of £3 is 66.67 %."
    )


@pytest.mark.parametrize(
    ("to_nearest", "share", "exact"),
    [
        pytest.param("0", "65", "60.12", id="amounts to the pound"),
        pytest.param("0", "65.125", "60.119", id="a finer share"),
        pytest.param("1_000", "65", "60", id="amounts that are rounded"),
        pytest.param("1_000", "65.5", "60.1", id="a finer share of these"),
    ],
)
def test_the_share_of_the_amount_is_as_fine_as_it_can_be(
    to_nearest: str, share: str, exact: str
) -> None:
    text = f"""{ROUNDED.format(to_nearest)}contributions = [
      {{ payer = "A", amount = 101_000, printed_share = "{share}" }},
      {{ payer = "B", amount = 67_000 }},
    ]"""
    (check,) = masa.check_totals(masa.loads(text).budgets[0])["contribution-shares"]
    assert check.says == (
        f"A printed share is not that of its amount: A is printed with {share} %, and "
        f"£101,000 of £168,000 is {exact} %."
    )


def test_a_share_rounded_up_or_down_is_that_of_its_amount() -> None:
    checks = found(
        'item = "A", amount = 1, printed_share = 34',
        'item = "B", amount = 2, printed_share = 66',
    )
    assert [check.id for check in checks] == ["spending-shares-total"]


def test_a_share_is_held_against_its_own_decimals() -> None:
    checks = found(
        'item = "A", amount = 195_000, printed_share = 70',
        'item = "B", amount = 37_500, printed_share = "13.5"',
        'item = "C", amount = 46_100, printed_share = "16.55"',
    )
    assert [check.id for check in checks] == ["spending-shares-total"]
    (*_, off) = found(
        'item = "A", amount = 195_000, printed_share = 70',
        'item = "B", amount = 37_500, printed_share = "13.6"',
        'item = "C", amount = 46_100, printed_share = "16.54"',
    )
    assert off.about == ("B",)


ROUNDED = 'id = "x"\ntitle = "X"\nbodies = ["A", "B"]\n[[budgets]]\nto_nearest = {}\n'


@pytest.mark.parametrize(
    ("to_nearest", "share", "ids"),
    [
        pytest.param("1_000", "60.4", [], id="an amount that rounds to £60,000"),
        pytest.param("1_000", "60.7", ["A"], id="more than any such amount"),
        pytest.param("1_000", "59.3", ["A"], id="less than any such amount"),
        pytest.param("1", "60.4", ["A"], id="amounts to the pound"),
        pytest.param("[1_000, 100]", "75", [], id="how far is told in two ways"),
    ],
)
def test_a_share_of_rounded_amounts_is_held_within_what_they_can_be(
    to_nearest: str, share: str, ids: list[str]
) -> None:
    text = f"""{ROUNDED.format(to_nearest)}contributions = [
      {{ payer = "A", amount = 60_000, printed_share = "{share}" }},
      {{ payer = "B", amount = 40_000 }},
    ]"""
    checks = masa.check_totals(masa.loads(text).budgets[0])["contribution-shares"]
    assert [name for check in checks for name in check.about] == ids


def test_shares_of_amounts_that_may_be_nothing_are_held_too() -> None:
    text = (
        ROUNDED.format("1_000")
        + """contributions = [
      { payer = "A", amount = 0, printed_share = "30" },
      { payer = "B", amount = 1_000, printed_share = "70" },
    ]"""
    )
    assert not masa.check_totals(masa.loads(text).budgets[0])["contribution-shares"]


def test_shares_of_three_decimals_are_read_and_added() -> None:
    (check,) = found(
        *(f'item = "{a}", amount = 1, printed_share = "33.333"' for a in "ABC")
    )
    assert check.says == (
        "The printed shares come to 99.999 %, not 100 %. Rounded each by itself, the "
        "shares of these amounts come to 99.999 %; by largest remainder, to 100.000 %."
    )


def test_shares_finer_than_any_that_are_reckoned_are_held_as_printed() -> None:
    third, less = "33.3333333333333", "0.0000001"
    (check,) = found(
        *(f'item = "{a}", amount = 1, printed_share = "{third}"' for a in "ABC")
    )
    assert check.says.startswith("The printed shares come to 99.9999999999999 %, not")
    assert "to 100.000000 %" in check.says
    (_, off) = found(
        f'item = "A", amount = 1, printed_share = "{less}"',
        'item = "B", amount = 3, printed_share = "75"',
    )
    assert f"A is printed with {less} %" in off.says


def test_a_fine_share_is_written_as_it_was_read() -> None:
    text = f'{TOP}costs = [{{ item = "A", printed_share = "0.0000001" }}]\n'
    whole = masa.loads(text)
    assert masa.loads(masa.dumps(whole)) == whole
    assert whole.budgets[0].costs[0].to_records()[0]["printed share"] == "0.0000001"


@pytest.mark.parametrize("standing", ["agreed", "proposed"])
def test_rounded_amounts_of_a_draft_bound_its_shares_too(standing: str) -> None:
    text = f"""{TOP}standing = "{standing}"
to_nearest = 1000
contributions = [
  {{ payer = "A", amount = 100_000, printed_share = 50 }},
  {{ payer = "B", amount = 50_000, printed_share = 50 }},
]
"""
    (check,) = masa.check_totals(masa.loads(text).budgets[0])["contribution-shares"]
    assert check.answer is Answer.NO
    assert check.severity.value == "serious"
