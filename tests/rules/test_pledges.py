"""A pledge and a payment of one payer may be one sum, which is never decided."""

import pytest

import masa

TOP = """
id = "x"
title = "X"
bodies = [{ name = "A", also = ["The A"] }, "B", "C"]
[[budgets]]
"""
PLEDGED = '{ payer = "A", amount = 60_000, paid = false }'
PAID = '{ payer = "A", amount = 55_000, paid = true }'
OTHERS = '{ payer = "B", amount = 30_000 }, { payer = "C", amount = 10_000 }'


def found(*lines: str) -> list[masa.MoneyCheck]:
    text = f"{TOP}contributions = [{', '.join(lines)}]\n"
    whole = masa.loads(text)
    return list(masa.check_totals(whole.budgets[0], whole)["pledged-and-paid"])


def test_both_readings_are_told_with_their_totals() -> None:
    (check,) = found(PLEDGED, PAID, OTHERS)
    assert check.answer is masa.Answer.UNKNOWN
    assert check.says == (
        "With a sum that was paid and a sum that was not, or is not said to be: A "
        "(£60,000 pledged; £55,000 paid). Whether that is the same money is not known. "
        "If it is, and what was paid is taken, the contributions come to £95,000; if "
        "not, to £155,000."
    )
    assert check.needed == (
        "whether what A pledged and what it paid are the same money",
    )
    assert check.about == ("A",)
    assert check.severity.value == "worth a look"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(
            (
                '{ payer = "A", amount = 60 }',
                '{ payer = "A", amount = 55, paid = true }',
            ),
            "A (£60 not said to be paid; £55 paid)",
            id="it is not said whether it was paid",
        ),
        pytest.param(
            (PLEDGED, '{ payer = "The A", amount = 5, paid = true }'),
            "The A (£60,000 pledged; £5 paid)",
            id="under another name of the same body",
        ),
        pytest.param(
            (PLEDGED, '{ payer = "A", amount = 5, paid = true, pot = "main" }'),
            "A (£60,000 pledged; £5 paid)",
            id="one pot is not told",
        ),
        pytest.param(
            (PLEDGED, PAID, PAID.replace("55_000", "5_000")),
            "A (£60,000 pledged; £55,000 paid, £5,000 paid)",
            id="paid in two parts",
        ),
        pytest.param(
            (PLEDGED, '{ payer = "A", paid = true }'),
            "A (£60,000 pledged; not stated paid)",
            id="what was paid is not stated",
        ),
        pytest.param(
            (PLEDGED, PAID, *(one.replace('"A"', '"B"') for one in (PLEDGED, PAID))),
            "A (£60,000 pledged; £55,000 paid); and B (£60,000 pledged; £55,000 paid)",
            id="two payers",
        ),
        pytest.param(
            (
                PLEDGED.replace(" }", ", pot = { none = true } }"),
                PAID.replace(" }", ", pot = { none = true } }"),
            ),
            "A (£60,000 pledged; £55,000 paid)",
            id="of no pot both",
        ),
    ],
)
def test_who_is_told_of(lines: tuple[str, ...], told: str) -> None:
    (check,) = found(*lines)
    assert f": {told}. Whether" in check.says


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((PLEDGED, OTHERS), id="only pledged"),
        pytest.param((PAID, PAID), id="only paid"),
        pytest.param((PLEDGED, PAID.replace('"A"', '"B"')), id="two payers"),
        pytest.param(
            (
                PLEDGED.replace(" }", ', pot = "reviews" }'),
                PAID.replace(" }", ', pot = "main" }'),
            ),
            id="two pots",
        ),
        pytest.param(
            (
                PLEDGED.replace(" }", ', kind = "cash" }'),
                PAID.replace(" }", ', kind = "in kind" }'),
            ),
            id="two forms",
        ),
        pytest.param((PLEDGED.replace("60_000", "0"), PAID), id="a pledge of nothing"),
        pytest.param((OTHERS,), id="nothing is said of it"),
    ],
)
def test_what_is_no_doubt_is_not_told(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_without_an_arrangement_only_one_name_is_one_payer() -> None:
    text = f"{TOP}contributions = [{PLEDGED}, {PAID}]\n"
    budget = masa.loads(text).budgets[0]
    (check,) = masa.check_totals(budget)["pledged-and-paid"]
    assert "£55,000; if not, to £115,000." in check.says
    assert budget.income == 115_000  # nothing is decided


def test_the_report_gives_the_sums_apart() -> None:
    whole = masa.loads(f"{TOP}contributions = [{PLEDGED}, {PAID}, {OTHERS}]\n")
    text = " ".join(masa.report.describe(whole).to_text().split())
    assert "Contributions by payment, each share rounded by itself" in text
    assert "paid A at least £55,000 at least 35.48 %" in text
    assert "pledged A at least £60,000 at least 38.71 %" in text
    assert "not known B; C £40,000 25.81 %" in text
    assert "come to £95,000; if not, to £155,000." in text


def test_a_draft_is_read_as_it_is_printed() -> None:
    lines = f"contributions = [{PLEDGED}, {PAID}]"
    draft = masa.loads(f'{TOP}standing = "proposed"\n{lines}\n')
    (check,) = masa.check_totals(draft.budgets[0], draft)["pledged-and-paid"]
    assert "A (£60,000 (proposed) pledged; £55,000 (proposed) paid)" in check.says
