"""A printed total is the sum of its lines, is not, or cannot be told."""

from decimal import Decimal
from typing import Any

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
            'standing = "proposed"\ncosts = [{ item = "A", amount = 2 }]\n'
            "costs_total = 2",
            "yes",
            "the 1 line of planned spending adds up to the printed £2 (proposed)",
            id="of a draft",
        ),
        pytest.param(
            'contributions = [{ payer = "A", amount = 5 }, '
            '{ payer = "B", amount = { none = true } }]\ncontributed_total = 5',
            "yes",
            "the 2 contributions add up to the printed £5",
            id="with a line that is none",
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


def checked(text: str) -> masa.MoneyCheck:
    (found,) = check_totals(masa.loads(TOP + text).budgets[0])
    return found


COME = "the 2 lines of planned spending come to"


def costs(*amounts: object) -> str:
    lines = (f'{{ item = "{i}", amount = "{a}" }}' for i, a in enumerate(amounts))
    return f"costs = [{', '.join(lines)}]\n"


@pytest.mark.parametrize(
    ("text", "difference", "says"),
    [
        pytest.param(
            costs(100, 250) + "costs_total = 350",
            0,
            f"The printed total is £350, and {COME} £350.",
            id="they agree",
        ),
        pytest.param(
            costs(100, 250) + "costs_total = 357",
            7,
            f"The printed total is £357 and {COME} £350: they differ by £7.",
            id="nothing explains it",
        ),
        pytest.param(
            costs(100, 250) + "costs_total = 250",
            -100,
            f"The printed total is £250 and {COME} £350: "
            "they differ by £100. That is the amount of 0: perhaps the total leaves it "
            "out.",
            id="a line is left out",
        ),
        pytest.param(
            costs(100, 250) + "costs_total = 600",
            250,
            f"The printed total is £600 and {COME} £350: "
            "they differ by £250. That is the amount of 1: perhaps the total counts it "
            "twice.",
            id="a line is counted twice",
        ),
        pytest.param(
            costs(100, 100) + "costs_total = 100",
            -100,
            f"The printed total is £100 and {COME} £200: they differ by £100.",
            id="which line is left out cannot be told",
        ),
        pytest.param(
            costs(70, 1250) + "costs_total = 1590",
            270,
            "The printed total is £1,590 and the 2 lines of planned spending come to "
            "£1,320: they differ by £270. With 1 at £1,520, two digits the other way "
            "round, they would agree.",
            id="two digits of a line changed places",
        ),
        pytest.param(
            costs(3000, 5700) + "costs_total = 7800",
            -900,
            "The printed total is £7,800 and the 2 lines of planned spending come to "
            "£8,700: they differ by £900. With a total of £8,700, two digits the other "
            "way round, they would agree.",
            id="two digits of the total changed places",
        ),
        pytest.param(
            costs(7, 1250) + "costs_total = 1527",
            270,
            "The printed total is £1,527 and the 2 lines of planned spending come to "
            "£1,257: they differ by £270. With a total of £1,257, two digits the other "
            "way round, they would agree. With 1 at £1,520, two digits the other way "
            "round, they would agree.",
            id="two digits of either changed places",
        ),
        pytest.param(
            costs("0.50") + 'costs_total = "0.49"',
            "-0.01",
            "The printed total is £0.49 and the 1 line of planned spending comes to "
            "£0.50: they differ by £0.01.",
            id="a penny",
        ),
    ],
)
def test_a_difference_is_found_to_the_penny_and_said_kindly(
    text: str, difference: int | str, says: str
) -> None:
    found = checked(text)
    assert (found.says, found.difference) == (says, Decimal(difference))
    severity = "serious" if found.difference else "note"
    assert found.severity.value == severity


@pytest.mark.parametrize(
    ("text", "answer", "needed", "says"),
    [
        pytest.param(
            costs(1000, 2000) + "costs_total = 4000\nto_nearest = 1_000",
            Answer.UNKNOWN,
            ("the amounts before they were rounded",),
            "they differ by £1,000. Rounding may account for that.",
            id="within what rounding allows",
        ),
        pytest.param(
            costs(1000, 2000) + "costs_total = 5000\nto_nearest = 1_000",
            Answer.NO,
            (),
            "they differ by £2,000. That is the amount of 1: perhaps the total counts",
            id="beyond it",
        ),
        pytest.param(
            costs(1000, 2000) + 'costs_total = 5000\nto_nearest = { unknown = "?" }',
            Answer.UNKNOWN,
            ("to what the amounts are rounded",),
            "Rounding may account for that.",
            id="it is not known how far they are rounded",
        ),
        pytest.param(
            costs(1000) + "costs_total = [1000, 2000]",
            Answer.UNKNOWN,
            ("the printed total",),
            "adds up to the printed total cannot be told; not settled: the printed "
            "total.",
            id="one of two totals is right",
        ),
        pytest.param(
            costs(1500) + "costs_total = [1600, 2000]",
            Answer.NO,
            (),
            "The printed total is £1,600 to £2,000 and the 1 line of planned spending "
            "comes to £1,500: whatever is not settled (the printed total), they "
            "differ.",
            id="neither of two totals is right",
        ),
        pytest.param(
            'costs = [{ item = "A", amount = 7 }, { item = "B" }]\ncosts_total = 5',
            Answer.NO,
            (),
            "the 2 lines of planned spending come to at least £7, not counting B",
            id="what is settled is more than the total",
        ),
    ],
)
def test_what_is_open_or_rounded_is_reckoned_within_its_bounds(
    text: str, answer: Answer, needed: tuple[str, ...], says: str
) -> None:
    found = checked(text)
    assert (found.answer, found.needed) == (answer, needed)
    assert says in found.says


def test_checks_are_shown_found_by_id_and_counted() -> None:
    text = 'contributions = [{ payer = "A", amount = 1 }]\ncontributed_total = 2\n'
    text += costs(1) + "costs_total = 1\nyear = '2025/26'\nat = '9'\n"
    found = check_totals(masa.loads(TOP + text).budgets[0])
    assert len(found) == len(found.to_records()) == 3
    assert str(found) == "budget of 2025/26: look at this: 1, not known: 1, right: 1"
    assert repr(found) == f"<Checks of the {found}>"
    assert [one.id for one in found.wrong] == ["contributions-total"]
    assert [one.id for one in found.open] == ["years"]
    (total,) = found["contributions-total"]
    assert total.to_records() == [
        {
            "id": "contributions-total",
            "answer": "no",
            "severity": "serious",
            "says": str(total),
            "about": "",
            "places": "s.9",
            "difference": "£1",
        }
    ]
    (years,) = found["years"]
    assert years.to_records()[0]["still needed"] == "the year of the planned spending"
    assert found["rounding"] == ()
    assert "Look at this" in found.to_text()


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("yeers", 'did you mean "years"'),
        ("ofsted", "look at `looked_for`"),
        pytest.param(10**5000, "look at `looked_for`", id="too long to print"),
    ],
)
def test_a_check_that_is_not_made_is_named(
    name: Any,  # noqa: ANN401 (of any kind, on purpose)
    remedy: str,
) -> None:
    found = check_totals(masa.Budget())
    with pytest.raises(masa.MasaError, match="nothing is checked as") as caught:
        found[name]
    assert remedy in str(caught.value)


def test_only_a_budget_can_be_checked() -> None:
    with pytest.raises(masa.MasaError, match="is not a budget"):
        check_totals(7)  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize("whole", [1, "x", [], {}])
def test_a_budget_is_checked_with_an_arrangement_only(
    whole: Any,  # noqa: ANN401 (of any kind, on purpose)
) -> None:
    with pytest.raises(masa.KindError, match="is not an arrangement"):
        check_totals(masa.Budget(), whole)


def test_what_is_not_settled_is_named() -> None:
    budget = masa.loads(
        TOP + 'contributions = [{ payer = "A" }, { payer = "B", amount = 2 }]\n'
        "contributed_total = [2, 3]"
    ).budgets[0]
    (finding,) = check_totals(budget)
    assert finding.needed == ("A", "the printed total")


def test_a_draft_is_told_as_one() -> None:
    text = f'standing = "can be explored"\n{costs(100, 250)}costs_total = 350'
    assert checked(text).says == (
        "The printed total is £350 (can be explored), and the 2 lines of planned "
        "spending come to £350 (can be explored)."
    )
    off = f'standing = "proposed"\n{costs(100, 250)}costs_total = 351'
    assert checked(off).difference == 1


def test_where_it_is_said_that_no_total_is_printed_there_is_none_to_check() -> None:
    text = f"{costs(100)}costs_total = {{ none = true }}"
    assert not check_totals(masa.loads(TOP + text).budgets[0]).checks


def test_a_long_name_can_be_what_is_not_told() -> None:
    line = masa.Contribution(payer="n" * 200, amount=masa.stated(Decimal(1)))
    step: masa.Stated[Decimal] = masa.stated(masa.Absence.UNKNOWN)
    budget = masa.Budget(contributions=(line,), to_nearest=step)
    assert budget.income_range.not_stated == (f"how far {'n' * 200} is rounded",)
    assert masa.compare_budgets(budget, budget).to_text()


def test_without_a_printed_total_there_is_nothing_to_check() -> None:
    text = 'contributions = [{ payer = "A", amount = 1 }]'
    found = check_totals(masa.loads(TOP + text).budgets[0])
    assert not found.checks
    assert "There was nothing to check." in found.to_text()


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
