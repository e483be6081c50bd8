"""Who pays: nobody is called listed, or an agency in law, on a guess."""

import pytest

import masa

FILE = """
id = "x"
title = "X"
sources = [{ id = "s", title = "S", text = "complete" }]
partners = [{ kind = "police", name = "Police" }]
agencies = [{ category = "Others", named = [
  "Fire Brigade", "Charity",
  { name = "Club", schedule_paragraph = { none = true } },
] }]
bodies = ["Stranger", { name = "Lodger", part_of = "Charity Home" }, "Charity Home"]
same_as = [{ one = "Charity Home", other = "Charity" }]
[[budgets]]
at = "9"
"""


def found(id_: str, *lines: str, file: str = FILE) -> list[masa.MoneyCheck]:
    text = f"{file}contributions = [{', '.join(f'{{ {line} }}' for line in lines)}]\n"
    arrangement = masa.loads(text)
    return list(masa.check_totals(arrangement.budgets[0], arrangement)[id_])


def test_who_is_neither_partner_nor_listed_is_told_to_the_pound() -> None:
    (check,) = found(
        "payers-listed",
        'payer = "Police", amount = 10',
        'payer = "Charity", amount = 5',
        'payer = "Lodger", amount = 5',
        'payer = "safeguarding partners", amount = 75',
        'payer = "Stranger", amount = 5',
    )
    assert (str(check.answer), check.about) == ("no", ("Stranger",))
    assert check.says == (
        "Neither among the partners nor on the list of relevant agencies: Stranger "
        "(£5), which is 5.00 % of the contributions. Perhaps they are listed under "
        "another name."
    )
    assert str(check.places[0]) == "s.9"


def test_several_are_told_with_what_they_come_to() -> None:
    bodies = FILE.replace('bodies = ["Stranger"', 'bodies = ["Another", "Stranger"')
    lines = ('payer = "Stranger", amount = 5', 'payer = "Another", amount = "5.50"')
    (check,) = found("payers-listed", *lines, file=bodies)
    assert "; together £10.50, which is 100.00 % of the contributions." in check.says


@pytest.mark.parametrize(
    ("to_nearest", "share"),
    [("", "5.26 %"), ("to_nearest = 100", "5.3 %"), ("to_nearest = 1_000", "5 %")],
    ids=["to the pound", "to the nearest £100", "to the nearest £1,000"],
)
def test_a_share_is_as_fine_as_the_amounts_allow(to_nearest: str, share: str) -> None:
    lines = (
        'payer = "Police", amount = 180_000',
        'payer = "Stranger", amount = 10_000',
    )
    (check,) = found("payers-listed", *lines, file=f"{FILE}{to_nearest}\n")
    assert f"Stranger (£10,000), which is {share} of the contributions." in check.says


@pytest.mark.parametrize("amount", ["", ", amount = [1, 2]", ", amount = 0"])
def test_an_amount_that_is_not_settled_has_no_share(amount: str) -> None:
    (check,) = found("payers-listed", f'payer = "Stranger"{amount}')
    assert "%" not in check.says
    assert "Stranger (" in check.says


def test_a_list_that_breaks_off_leaves_it_open() -> None:
    cut = FILE.replace("complete", "truncated")
    (check,) = found("payers-listed", 'payer = "Stranger", amount = 5', file=cut)
    assert str(check.answer) == "unknown"
    assert "relevant agencies as far as it is held: Stranger (£5)" in check.says


def test_without_a_list_nobody_is_missing_from_it() -> None:
    bare = 'id = "x"\ntitle = "X"\nbodies = ["Stranger"]\n[[budgets]]\n'
    assert found("payers-listed", 'payer = "Stranger", amount = 5', file=bare) == []


def test_a_payer_of_two_kinds_is_told() -> None:
    (check,) = found("payer-kinds", 'payer = "Police", payer_kind = "health"')
    assert check.says == (
        "Police is given as health in the budget, and as police in the rest of the "
        "file."
    )
    assert found("payer-kinds", 'payer = "Police", payer_kind = "police"') == []
    assert found("payer-kinds", 'payer = "Charity", payer_kind = "other"') == []


def test_who_is_listed_and_perhaps_no_agency_in_law_is_told() -> None:
    lines = ('payer = "Fire Brigade", amount = 50', 'payer = "Club", amount = 150')
    surely, perhaps = found("payers-in-the-schedule", *lines)
    assert [str(surely.answer), str(perhaps.answer)] == ["no", "unknown"]
    assert surely.says.startswith(
        "On the list of relevant agencies, and in no paragraph of the Schedule: "
        "Club (£150), which is 75.00 % of the contributions. Section 16I"
    )
    assert "perhaps of a kind that is in no paragraph" in perhaps.says
    assert perhaps.about == ("Fire Brigade",)
    assert "SI 2018/789" in perhaps.to_records()[0]["authority"]
    assert found("payers-in-the-schedule", 'payer = "Charity", amount = 5') == []


def test_two_names_of_one_payer_are_one_payer() -> None:
    also = FILE.replace('"Charity",', '{ name = "Charity", also = ["Helpers"] },')
    lines = ('payer = "Charity", amount = 5', 'payer = "Helpers", amount = 5')
    (check,) = found("payer-twice", *lines, file=also)
    assert check.says.startswith("Charity / Helpers stands in 2 lines")


def test_barnet_is_told_of_its_two_strangers_and_its_fire_brigade() -> None:
    barnet = masa.examples.load("barnet")
    checks = masa.check_totals(barnet.budgets[0], barnet)
    assert not [one for one in checks.wrong if one.severity.value == "serious"]
    (unlisted,) = checks["payers-listed"]
    assert "; together £1,550, which is 0.56 % of the contributions." in unlisted.says
    (fire,) = checks["payers-in-the-schedule"]
    assert fire.about == ("London Fire Brigade",)


def test_a_payer_that_the_arrangement_does_not_name_is_an_error() -> None:
    other = masa.loads('id = "y"\ntitle = "Y"\n')
    budget = masa.examples.load("barnet").budgets[0]
    with pytest.raises(masa.MasaError, match="London Borough of Barnet"):
        masa.check_totals(budget, other)
