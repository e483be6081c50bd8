"""Budgets as they would be: without a payer, or with other amounts."""

from decimal import Decimal
from typing import Any

import pytest

import masa
from masa.ground.errors import AmountError, KindError, RangeError, UnknownNameError
from masa.ground.stated import Stated, stated
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine

(BARNET,) = masa.examples.load("barnet").budgets
TWO_POTS = Budget(
    contributions=tuple(
        Contribution(payer="A", amount=stated(Decimal(5)), pot=stated(pot))
        for pot in ("core", "reviews")
    )
)


def test_without_a_payer_its_lines_are_gone_and_no_total_is_printed() -> None:
    left = BARNET.without("CLCH", "BEHMHT")
    assert left.income == 278_600 - 25_000
    assert not left.contributed_total.is_stated
    assert left.carried_forward == BARNET.carried_forward
    assert not TWO_POTS.without("A").contributions
    assert BARNET.contributed_total.is_stated


def test_a_reading_of_a_footnote_does_not_bring_back_who_is_gone() -> None:
    left = BARNET.without("CLCH")
    assert left.under("b").income == 256_100 - 5_000
    assert left.footnotes[0].says == BARNET.footnotes[0].says


@pytest.mark.parametrize("holds", [True, False, None])
def test_a_supposed_deficit_comes_off_what_is_carried_forward(
    holds: bool | None,  # noqa: FBT001 (a column of the table)
) -> None:
    budget = Budget(
        contributions=(
            Contribution(payer="C", amount=stated(Decimal(70_000))),
            Contribution(payer="I", amount=stated(Decimal(30_000))),
        ),
        costs=(CostLine(item="all", amount=stated(Decimal(96_000))),),
        carried_forward=stated(Decimal(24_000)),
        carried_forward_holds_surplus=Stated() if holds is None else stated(holds),
    )
    said = "no cover, but a deficit of £42,000"
    assert str(budget.without("C").months_of_cover) == said
    assert str(budget.with_changes(C=0).months_of_cover) == said
    untold = Budget(contributions=budget.contributions).without("C")
    assert not untold.carried_forward_holds_surplus.is_stated


def test_with_changes_some_pay_another_amount() -> None:
    changed = BARNET.with_changes({"Barnet CCG": "40000.50"}, CLCH=10_000)
    assert changed.income == 278_600 + Decimal("2500.50") - 2_500
    assert not changed.contributed_total.is_stated
    pairs = BARNET.with_changes([("Barnet CCG", "40000.50"), ("CLCH", 10_000)])
    assert pairs == changed


def test_what_was_supposed_can_be_supposed_further() -> None:
    found = BARNET.under("b").without("London Fire Brigade").with_changes(CafCASS=0)
    assert found.income == 256_100 - 500 - 550


@pytest.mark.parametrize(
    ("amount", "error", "words"),
    [
        (-1, AmountError, "CLCH: the amount -1 is negative"),
        ("NaN", AmountError, 'CLCH: "NaN" is not an amount of money'),
        (Decimal("NaN"), AmountError, "CLCH: the amount .* is not one that anybody"),
        (Decimal("Infinity"), AmountError, "CLCH: the amount .* is not one that anybo"),
        ("0.001", AmountError, 'CLCH: the amount "0.001" is finer than a penny'),
        (0.5, KindError, "CLCH: 0.5 is not an amount of money"),
        (True, KindError, "CLCH: True is not an amount of money"),
    ],
)
def test_an_amount_that_nobody_pays_is_named_with_its_payer(
    amount: Any,  # noqa: ANN401 (of any kind, on purpose)
    error: type[Exception],
    words: str,
) -> None:
    with pytest.raises(error, match=words):
        BARNET.with_changes(CLCH=amount)


@pytest.mark.parametrize(
    ("changes", "amounts", "error", "words"),
    [
        pytest.param(
            {"CLCH": 1},
            {"CLCH": 2},
            RangeError,
            'named more than once: "CLCH"',
            id="twice",
        ),
        pytest.param(
            None, {}, RangeError, "nobody is named; say who would pay", id="nobody"
        ),
        pytest.param(
            1, {}, KindError, "1 does not say who would pay what", id="a number"
        ),
        pytest.param(
            "CLCH", {}, KindError, '"CLCH" does not say who would', id="a bare name"
        ),
        pytest.param(
            0, {"CLCH": 1}, KindError, "0 does not say who would", id="nought and more"
        ),
        pytest.param(
            [("CLCH", 1), ("CLCH", 2)],
            {},
            RangeError,
            'named more than once: "CLCH"; give each name once$',
            id="twice among pairs",
        ),
        pytest.param(
            {"CLHC": 1}, {}, UnknownNameError, 'did you mean "CLCH"', id="typo"
        ),
    ],
)
def test_a_payer_that_cannot_be_changed_is_named(
    changes: Any,  # noqa: ANN401 (of any kind, on purpose)
    amounts: dict[str, int],
    error: type[Exception],
    words: str,
) -> None:
    with pytest.raises(error, match=words):
        BARNET.with_changes(changes, **amounts)


def test_a_payer_of_several_lines_is_not_changed_on_a_guess() -> None:
    with pytest.raises(RangeError, match='"A" pays in several lines'):
        TWO_POTS.with_changes(A=3)


def test_who_pays_nothing_cannot_be_taken_out() -> None:
    with pytest.raises(UnknownNameError, match='did you mean "CafCASS"'):
        BARNET.without("CAFCASS")
