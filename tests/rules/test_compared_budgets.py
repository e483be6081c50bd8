"""Two budgets beside each other, to the penny and within what is known of each."""

from typing import Any

import pytest

import masa
from masa.rules.compared_budgets import MoneyChange, compare_budgets

TOP = """
id = "x"
title = "X"
partners = [{ kind = "health", name = "Health", also = ["ICB"] }]
bodies = ["Council", "Club"]
"""
FIRST = """
[[budgets]]
year = "2024/25"
contributions = [{ payer = "Health", amount = 30 }, { payer = "Council", amount = 70 }]
costs = [{ item = "rooms", amount = 90 }]
carried_forward = 5
"""
SECOND = """
[[budgets]]
year = "2025/26"
contributions = [
  { payer = "ICB", amount = "40.50" },
  { payer = "Council" },
  { payer = "Club", amount = 1 },
]
costs = [{ item = "rooms", amount = 90 }, { item = "website", amount = [1, 2] }]
"""
WHOLE = masa.loads(TOP + FIRST + SECOND)


def rows(changes: tuple[MoneyChange, ...]) -> list[str]:
    return list(map(str, changes))


def test_two_years_are_compared_line_by_line() -> None:
    found = compare_budgets(*WHOLE.budgets, before_in=WHOLE, after_in=WHOLE)
    assert (found.before, found.after) == (
        "X, budget of 2024/25",
        "X, budget of 2025/26",
    )
    assert rows(found.payers) == [
        "Health: £30 → £40.50 (+£10.50)",
        (
            "Council: £70 → at least £0, not counting Council (at least -£70, not "
            "counting Council)"
        ),
        "Club: no line → £1",
    ]
    assert rows(found.spending) == [
        "rooms: £90 → £90 (£0)",
        "website: no line → £1 to £2",
    ]
    assert rows(found.sums) == [
        (
            "contributions: £100 → at least £41.50, not counting Council "
            "(at least -£58.50, not counting Council)"
        ),
        "planned spending: £90 → £91 to £92 (£1 to £2)",
        (
            "left over: £10 → at least -£50.50, not counting Council "
            "(at least -£60.50, not counting Council)"
        ),
        "carried forward: £5 → not known (not known)",
    ]
    assert [one.share_before and str(one.share_before) for one in found.payers] == [
        "30.00",
        "70.00",
        None,
    ]


def test_two_arrangements_are_compared_by_kind() -> None:
    barnet = masa.examples.load("barnet")
    found = compare_budgets(
        barnet.budgets[0], WHOLE.budgets[0], before_in=barnet, after_in=WHOLE
    )
    assert [one.what for one in found.kinds] == [
        *("local authority", "health", "police", "other", "not known")
    ]
    health = found.kinds[1]
    assert health.to_records() == [
        {
            "what": "health",
            "before": "£75,550",
            "after": "at least £30",
            "difference": "at least -£75,520",
            "share before": "27.12 %",
        }
    ]
    assert str(found.kinds[2]) == "police: £5,000 → not known (not known)"
    assert found.kinds[-1].to_records() == [
        {
            "what": "not known",
            "before": "no line",
            "after": "£70",
            "share after": "70.00 %",
        }
    ]


def test_names_are_those_of_the_table_where_no_arrangement_is_given() -> None:
    found = compare_budgets(*WHOLE.budgets)
    assert [one.what for one in found.payers] == ["Health", "Council", "ICB", "Club"]
    assert found.before == "budget of 2024/25"


def test_a_collective_is_called_by_its_name() -> None:
    text = '[[budgets]]\ncontributions = [{ payer = "safeguarding partners" }]\n'
    whole = masa.loads(TOP + text)
    (budget,) = whole.budgets
    found = compare_budgets(budget, budget, before_in=whole, after_in=whole)
    assert [one.what for one in found.payers] == ["safeguarding partners"]


def test_what_neither_states_is_left_out() -> None:
    nothing = compare_budgets(masa.Budget(), masa.Budget())
    assert nothing.to_tables() == ()
    assert nothing.to_records() == []
    assert str(nothing).endswith("budget of an unknown year: ")


def test_it_is_shown_as_tables_and_taken_as_rows() -> None:
    found = compare_budgets(*WHOLE.budgets)
    captions = [table.caption for table in found.to_tables()]
    assert captions == [
        *("What it comes to", "By kind of payer", "By payer", "Planned spending")
    ]
    assert found.to_records()[0]["table"] == "What it comes to"
    assert "each share is rounded by itself" in found.to_text().casefold()
    assert repr(found) == "<Comparison of budget of 2024/25 and budget of 2025/26>"


def test_the_report_compares_the_years_of_a_file() -> None:
    text = masa.report.describe(WHOLE).to_text()
    _, years = text.split("Money: budget of 2024/25 and budget of 2025/26")
    (health,) = (row for row in years.splitlines() if row.startswith("health"))
    assert health.split() == [
        *("health", "at", "least", "£30", "at", "least", "£40.50", "not", "known")
    ]
    alone = masa.report.describe(masa.loads(TOP + FIRST)).to_text()
    assert "2024/25 and" not in alone


@pytest.mark.parametrize("place", [0, 1])
def test_only_budgets_can_be_compared(place: int) -> None:
    both: list[masa.Budget] = [masa.Budget(), masa.Budget()]
    both[place] = WHOLE  # type: ignore[call-overload] # on purpose
    with pytest.raises(masa.MasaError, match="is not a budget"):
        compare_budgets(*both)


@pytest.mark.parametrize("side", ["before_in", "after_in"])
@pytest.mark.parametrize("whole", [1, "", [], {}])
def test_budgets_are_compared_as_of_arrangements_only(
    side: str,
    whole: Any,  # noqa: ANN401 (of any kind, on purpose)
) -> None:
    with pytest.raises(masa.KindError, match="is not an arrangement"):
        compare_budgets(masa.Budget(), masa.Budget(), **{side: whole})


def test_the_lines_of_one_payer_are_told_by_the_kind_of_each() -> None:
    lines = '{ payer = "Club", amount = 50 }, { payer = "Club", amount = 100, %s }'
    told = lines % 'payer_kind = "health"'
    whole = masa.loads(f"{TOP}[[budgets]]\ncontributions = [{told}]\n")
    (budget,) = whole.budgets
    found = compare_budgets(budget, budget, before_in=whole, after_in=whole)
    told_by_kind = {one.what: str(one.before) for one in found.kinds}
    assert told_by_kind["health"] == "at least £100"
    assert told_by_kind["not known"] == "£50"
    shares = {one.what: one.share_before for one in found.kinds}
    assert shares["health"] is None
    assert str(shares["not known"]) == "33.33"


def test_without_every_amount_no_share_is_told() -> None:
    budget = masa.Budget(contributions=(masa.Contribution(payer="A"),))
    found = compare_budgets(budget, budget)
    assert [one.share_before for one in (*found.kinds, *found.payers)] == [None] * 6
