"""Budgets as they would be: without a payer, or with other amounts."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import masa
from masa.ground.errors import AmountError, KindError, RangeError, UnknownNameError
from masa.ground.money import MOST
from masa.ground.stated import Absence, Stated, stated
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
    assert not TWO_POTS.without("A").contributions
    assert BARNET.contributed_total.is_stated


def test_a_reading_of_a_footnote_does_not_bring_back_who_is_gone() -> None:
    left = BARNET.without("CLCH")
    assert left.under("b").income == 256_100 - 5_000
    assert left.footnotes[0].says == BARNET.footnotes[0].says


def reserve(
    holds: Stated[bool], kept: Stated[Decimal], *, paid: Stated[Decimal]
) -> Budget:
    return Budget(
        contributions=(
            Contribution(payer="C", amount=stated(Decimal(70_000))),
            Contribution(payer="I", amount=paid),
        ),
        costs=(CostLine(item="all", amount=stated(Decimal(96_000))),),
        carried_forward=kept,
        carried_forward_holds_surplus=holds,
    )


KEPT, PAID = stated(Decimal(24_000)), stated(Decimal(30_000))
HELD, NOT_HELD, UNTOLD = stated(value=True), stated(value=False), Stated[bool]()


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        pytest.param(
            reserve(NOT_HELD, KEPT, paid=PAID),
            "no cover, but a deficit of £42,000",
            id="the printed surplus is not in it",
        ),
        pytest.param(
            reserve(HELD, KEPT, paid=PAID),
            "no cover, but a deficit of £46,000",
            id="the printed surplus is in it, and goes",
        ),
        pytest.param(
            reserve(UNTOLD, KEPT, paid=PAID),
            "no cover (-£46,000 to -£42,000)",
            id="it is not told whether it is in it",
        ),
        pytest.param(
            reserve(HELD | NOT_HELD, KEPT, paid=PAID),
            "no cover (-£46,000 to -£42,000)",
            id="it is told in two ways whether it is in it",
        ),
        pytest.param(
            reserve(HELD, stated(Absence.NONE), paid=PAID),
            "no cover, but a deficit of £70,000",
            id="none is carried forward, with the surplus in it",
        ),
    ],
)
def test_a_supposed_deficit_comes_off_what_is_carried_forward(
    budget: Budget, said: str
) -> None:
    left = budget.without("C")
    assert str(left.months_of_cover) == said
    assert str(budget.with_changes(C=0).months_of_cover) == said
    again = left.with_changes(I=5).with_changes(I=6)
    assert again.carried_forward == left.carried_forward


def test_a_printed_surplus_in_two_amounts_is_taken_out_within_both() -> None:
    budget = reserve(HELD, KEPT, paid=PAID | stated(Decimal(31_000)))
    cover = budget.with_changes(C=0, I=30_000).months_of_cover
    assert str(cover) == "no cover (-£47,000 to -£46,000)"


@pytest.mark.parametrize("holds", [HELD, UNTOLD], ids=["it is in it", "not told"])
@pytest.mark.parametrize(
    ("kept", "paid"),
    [
        pytest.param(KEPT, stated(Absence.UNKNOWN), id="a line is open"),
        pytest.param(stated(-MOST), PAID, id="it would be more than anybody holds"),
    ],
)
def test_nothing_is_stated_of_a_reserve_that_cannot_be_reckoned(
    holds: Stated[bool], kept: Stated[Decimal], paid: Stated[Decimal]
) -> None:
    budget = reserve(holds, kept, paid=paid)
    assert not budget.without("C").carried_forward.is_stated
    other = evolve(budget, carried_forward_holds_surplus=NOT_HELD)
    assert other.without("C").carried_forward == kept


def test_what_a_reserve_is_told_by_stays_beside_it() -> None:
    untold = Budget(contributions=TWO_POTS.contributions).without("A")
    assert not untold.carried_forward_holds_surplus.is_stated
    proposed = stated(Decimal(30_000), standing="proposed")
    kept = stated(Decimal(24_000), words="24k") | stated(Absence.UNKNOWN)
    found = reserve(UNTOLD, kept, paid=proposed).without("I").carried_forward
    assert [str(one) for one in found.statements] == [
        "24,000 (proposed)",
        "20,000 (proposed)",
    ]
    assert [one.words for one in found.statements] == ["24k", None]
    open_too = stated(Decimal(24_000), standing="proposed") | stated(Absence.UNKNOWN)
    left = reserve(HELD, open_too, paid=PAID).without("I").carried_forward
    assert str(left) == "20,000 (proposed) / unknown"


def test_barnet_keeps_both_amounts_when_a_payer_pays_as_before() -> None:
    same = BARNET.with_changes(CLCH=12_500).months_of_cover
    assert str(same) == "4.37 to 5.03 months (£96,500 to £111,100)"
    held = evolve(BARNET, carried_forward_holds_surplus=HELD)
    (reading,) = held.without("CLCH").months_of_cover.readings
    assert reading.printed == 84_500


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
