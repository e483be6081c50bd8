"""What a budget by itself leaves to look at: doubles, rounding, years, readings."""

import pytest

import masa
from masa.rules.budget_checks import left

TOP = 'id = "x"\ntitle = "X"\nbodies = ["A", "B"]\n[[budgets]]\n'
ONE_OF_EACH = """
contributions = [{ payer = "A", amount = 5 }]
costs = [{ item = "I", amount = 3 }]
"""


def found(id_: str, text: str) -> list[tuple[str, str]]:
    checks = masa.check_totals(masa.loads(TOP + text).budgets[0])
    return [(str(check.answer), check.says) for check in checks[id_]]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        pytest.param(
            '{ payer = "A", amount = 5 }, { payer = "A", amount = 5 }',
            "A stands in 2 lines, with £5 and £5. If equal lines are one line, the sum "
            "is £5 too high.",
            id="the same amount",
        ),
        pytest.param(
            '{ payer = "A", amount = 5 }, { payer = "A", amount = 6 }',
            "A stands in 2 lines, with £5 and £6.",
            id="another amount",
        ),
        pytest.param(
            '{ payer = "A", amount = 5 }, { payer = "A" }',
            "A stands in 2 lines, with £5 and not stated.",
            id="an amount that is not stated",
        ),
    ],
)
def test_a_payer_that_stands_twice_is_told(lines: str, says: str) -> None:
    assert found("payer-twice", f"contributions = [{lines}]") == [("no", says)]


@pytest.mark.parametrize(
    "other", ['pot = "reviews"', 'kind = "in kind"', "paid = true"]
)
def test_a_payer_may_pay_in_two_ways(other: str) -> None:
    lines = f'{{ payer = "A", amount = 5 }}, {{ payer = "A", amount = 5, {other} }}'
    assert found("payer-twice", f"contributions = [{lines}]") == []


def test_an_item_that_stands_twice_under_one_heading_is_told() -> None:
    lines = '{ item = "I", amount = 3, heading = "H" }'
    other = '{ item = "I", amount = 3, heading = "O" }'
    assert found("item-twice", f"costs = [{lines}, {other}]") == []
    ((_, says),) = found("item-twice", f"costs = [{lines}, {lines}, {other}]")
    assert says.startswith("I stands in 2 lines, with £3 and £3.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            (
                'to_nearest = 1_000\ncosts = [{ item = "I", amount = 3_500 }]\n'
                "costs_total = 3_500"
            ),
            (
                "Said to be rounded to the nearest £1,000, and finer than that: I "
                "(£3,500); and the total of the planned spending (£3,500)."
            ),
        ),
        (
            (
                "to_nearest = 1_000\ncosts = ["
                + ", ".join(
                    f'{{ item = "a long name {place}", amount = 12_500 }}'
                    for place in range(4)
                )
                + "]"
            ),
            (
                "Said to be rounded to the nearest £1,000, and "
                "finer than that: a long name 0 (£12,500); a long name 1 (£12,500); "
                "a long name 2 (£12,500); and a long name 3 (£12,500)."
            ),
        ),
        (
            "carried_forward = 97_250\ncarried_forward_to_nearest = 1_000",
            (
                "Said to be rounded to the nearest £1,000, and finer than that: what "
                "is carried forward (£97,250)."
            ),
        ),
    ],
)
def test_what_is_finer_than_its_rounding_is_told(text: str, says: str) -> None:
    assert [says for _, says in found("rounding", text)] == [says]


@pytest.mark.parametrize(
    "text",
    [
        "carried_forward = 97_000\ncarried_forward_to_nearest = 1_000",
        "carried_forward = 97_250\ncarried_forward_to_nearest = 0",
        "carried_forward = 97_250\ncarried_forward_to_nearest = { unknown = '?' }",
    ],
)
def test_what_may_be_as_it_is_said_is_no_matter(text: str) -> None:
    assert found("rounding", text) == []


@pytest.mark.parametrize(
    ("years", "answer", "says"),
    [
        (
            'year = "2025/26"\ncosts_year = "2026/27"',
            "no",
            (
                "The contributions are of 2025/26, and the planned spending is of "
                "2026/27: what is left over compares two years."
            ),
        ),
        (
            'year = "2025/26"',
            "unknown",
            (
                "The contributions are of 2025/26, and the year of the planned "
                "spending is not known: what is left over may compare two years."
            ),
        ),
        (
            'year = "2025/26"\ncosts_year = "2026/27"\nstanding = "proposed"',
            "no",
            (
                "The contributions are of 2025/26, and the planned spending is of "
                "2026/27: what is left over compares two years."
            ),
        ),
        (
            "",
            "unknown",
            (
                "The year of the contributions is not known, and the year of the "
                "planned spending is not known: what is left over may compare two "
                "years."
            ),
        ),
    ],
)
def test_two_years_that_are_compared_are_told(
    years: str, answer: str, says: str
) -> None:
    assert found("years", f"{ONE_OF_EACH}{years}") == [(answer, says)]


@pytest.mark.parametrize(
    "text",
    [
        f'{ONE_OF_EACH}year = "2025/26"\ncosts_year = "2025/26"',
        'costs = [{ item = "I", amount = 3 }]\nyear = "2025/26"',
    ],
)
def test_one_year_is_no_matter(text: str) -> None:
    assert found("years", text) == []


def test_where_the_surplus_is_has_to_be_known() -> None:
    kept = f"{ONE_OF_EACH}carried_forward = 10\n"
    assert found("surplus-carried-forward", kept) == [
        (
            "unknown",
            (
                "Whether the surplus of the year is within what is carried forward "
                "is not known. If it is, what is held comes to £10; if not, to £12."
            ),
        )
    ]
    short = kept.replace("amount = 3", "amount = 7")
    ((_, says),) = found("surplus-carried-forward", short)
    assert says.startswith("Whether the deficit of the year is within what is carried")
    alike = kept.replace("amount = 3", "amount = 5")
    assert found("surplus-carried-forward", alike) == []
    told = f"{kept}carried_forward_holds_surplus = true"
    assert found("surplus-carried-forward", told) == []
    assert found("surplus-carried-forward", ONE_OF_EACH) == []


READINGS = """
footnotes = [{ says = "see", mark = "*", readings = [
  { id = "a", says = "nothing" },
  { id = "b", says = "less", amends = [{ payer = "A", amount = 1 }] },
  { id = "c", says = "who", amends = [{ payer = "B", amount = 1 }] },
] }, { says = "also" }]
"""


def test_a_footnote_that_may_change_the_sums_is_told() -> None:
    assert found("footnote-readings", ONE_OF_EACH + READINGS) == [
        (
            "unknown",
            (
                "As printed, the contributions come to £5. The footnote * can be "
                "read in another way: under b they come to £1, £2 short of the "
                "planned spending."
            ),
        )
    ]
    bare = READINGS.replace('mark = "*", ', "")
    ((_, says),) = found("footnote-readings", ONE_OF_EACH + bare)
    assert "The footnote can be read" in says


def test_a_reading_changes_the_contributions_where_no_spending_is_printed() -> None:
    text = 'contributions = [{ payer = "A", amount = 5 }]\n'
    ((_, says),) = found("footnote-readings", text + READINGS)
    assert says.endswith("under b they come to £1.")


def test_a_reading_that_leaves_the_sum_as_it_is_is_not_told() -> None:
    text = 'contributions = [{ payer = "A", amount = 1 }]\n'
    assert found("footnote-readings", text + READINGS) == []


@pytest.mark.parametrize(
    ("cost", "to_nearest", "said"),
    [
        (3, 0, "£2 left over"),
        (7, 0, "£2 short of the planned spending"),
        (6000, 1000, "£4,995 to £6,500 short of the planned spending"),
        (500, 1000, "between £1,000 short of the planned spending and £505 left over"),
    ],
)
def test_what_is_left_is_told_within_its_bounds(
    cost: int, to_nearest: int, said: str
) -> None:
    text = (
        f'contributions = [{{ payer = "A", amount = 5 }}]\nto_nearest = {to_nearest}\n'
        f'costs = [{{ item = "I", amount = {cost} }}]\n'
    )
    (budget,) = masa.loads(TOP + text).budgets
    assert left(budget.surplus_range) == said


def test_what_is_left_of_a_draft_says_so_and_what_is_open_stays_open() -> None:
    draft = f"{ONE_OF_EACH}standing = 'proposed'"
    (budget,) = masa.loads(TOP + draft).budgets
    assert left(budget.surplus_range) == "£2 left over (proposed)"
    (budget,) = masa.loads(TOP + ONE_OF_EACH.replace(", amount = 3", "")).budgets
    assert left(budget.surplus_range) == "at most £5, not counting I"
