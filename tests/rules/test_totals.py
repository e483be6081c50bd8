"""A printed total is the sum of its lines, is not, or cannot be told."""

import pytest

import masa
from masa.ground.logic import Answer
from masa.rules.totals import check_listings, check_totals

BODIES = '[[bodies]]\nname = "A"\n[[bodies]]\nname = "B"\n'
LISTED = 'id = "x"\ntitle = "X"\n[[listings]]\ntopic = "aims"\nitems = ["a"]\n'
TOP = f'id = "x"\ntitle = "X"\n{BODIES}[[budgets]]\n'


@pytest.mark.parametrize(
    ("text", "answer", "claim"),
    [
        pytest.param(
            'contributions = [{ payer = "A", amount = 1 }, '
            '{ payer = "B", amount = "0.50" }]\ncontributed_total = "1.50"',
            "yes",
            "the 2 contributions add up to the printed £1.50",
            id="the sum, to the penny",
        ),
        pytest.param(
            'contributions = [{ payer = "A", amount = 1 }, '
            '{ payer = "B", amount = 1 }]\ncontributed_total = "1.99"',
            "no",
            "the 2 contributions add up to the printed £1.99 (they make £2)",
            id="a penny too little",
        ),
        pytest.param(
            "costs = [{ item = 'A', amount = 1 }, { item = 'B', amount = 1 }]\n"
            "costs_total = 2",
            "yes",
            "the 2 lines of planned spending add up to the printed £2",
            id="of the spending",
        ),
        pytest.param(
            "costs = [{ item = 'A', amount = [1, 2] }]\ncosts_total = 2",
            "unknown",
            "the 1 line of planned spending adds up to the printed total",
            id="a line is stated twice",
        ),
    ],
)
def test_is_held_against_its_lines(text: str, answer: str, claim: str) -> None:
    (finding,) = check_totals(masa.loads(TOP + text).budgets[0])
    assert (str(finding.answer), finding.claim) == (answer, claim)


def test_what_is_not_settled_is_named() -> None:
    budget = masa.loads(
        TOP + 'contributions = [{ payer = "A" }, { payer = "B", amount = 2 }]\n'
        "contributed_total = [2, 3]"
    ).budgets[0]
    (finding,) = check_totals(budget)
    assert finding.needed == ("A", "the printed total")


def test_without_a_printed_total_there_is_nothing_to_check() -> None:
    text = 'contributions = [{ payer = "A", amount = 1 }]'
    assert check_totals(masa.loads(TOP + text).budgets[0]) == ()


def test_a_printed_total_of_no_lines_cannot_be_told() -> None:
    (finding,) = check_totals(masa.loads(TOP + "costs_total = 7").budgets[0])
    assert finding.answer is masa.Answer.UNKNOWN
    assert finding.needed == ("the lines",)


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("complete", Answer.NO),
        ("truncated", Answer.UNKNOWN),
        ("", Answer.UNKNOWN),
    ],
)
def test_a_list_is_short_only_if_the_whole_text_is_held(
    source: str, answer: Answer
) -> None:
    text = LISTED + "count = 3\n"
    held = f'[[sources]]\nid = "s"\ntitle = "S"\ntext = "{source}"\n' if source else ""
    (found,) = check_listings(masa.loads(text + held))
    assert found.answer is answer


def test_a_list_of_the_printed_count_is_whole() -> None:
    text = (
        'id = "x"\ntitle = "X"\n[[listings]]\ntopic = "t"\ncount = 1\nitems = ["a"]\n'
    )
    (found,) = check_listings(masa.loads(text))
    assert (found.answer, found.claim) == (
        Answer.YES,
        "the list of t holds 1 items",
    )
