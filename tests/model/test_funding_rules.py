"""A funding rule is a value: what it says, what it comes to, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest

from masa.ground.errors import (
    AmountError,
    KindError,
    MasaError,
    RangeError,
    TextError,
    UnknownNameError,
)
from masa.model.funding_rules import FundingRule
from masa.model.what_if import fund

FOUR = ("Ayton", "Beeford", "ICB", "Police")
KINDS = {"council": ["Ayton", "Beeford"], "health": ["ICB"], "police": ["Police"]}
WEIGHTS = {"Ayton": 50, "Beeford": 30, "ICB": 15, "Police": 5}
loosely: Any = FundingRule  # what a caller without a type checker can do

APPLIED: list[Any] = [
    pytest.param(
        {},
        ["75000.00", "75000.00", "75000.00", "75000.00"],
        "equal by body",
        id="four bodies pay a quarter each",
    ),
    pytest.param(
        {"kinds": KINDS},
        ["50000.00", "50000.00", "100000.00", "100000.00"],
        "equal by kind",
        id="three kinds pay a third each, and the two councils a sixth each",
    ),
    pytest.param(
        {"weights": WEIGHTS},
        ["150000.00", "90000.00", "45000.00", "15000.00"],
        "by weight",
        id="each pays in proportion to a weight, such as a population",
    ),
    pytest.param(
        {"weights": WEIGHTS, "kinds": KINDS},
        ["62500.00", "37500.00", "100000.00", "100000.00"],
        "equal by kind, within a kind by weight",
        id="the councils share the third of their kind by weight",
    ),
    pytest.param(
        {"fixed": {"Police": 5_000}},
        ["98333.34", "98333.33", "98333.33", "5000.00"],
        "fixed sums first, then equal by body",
        id="a fixed sum comes first, and the others share the rest",
    ),
    pytest.param(
        {"fixed": {"Police": 5_000, "Beeford": 45_000}, "kinds": KINDS},
        ["125000.00", "45000.00", "125000.00", "5000.00"],
        "fixed sums first, then equal by kind",
        id="whoever has a fixed sum has no part in the share of the kind",
    ),
    pytest.param(
        {"caps": {"Police": 5_000}, "floors": {"Ayton": 120_000}},
        ["120000.00", "87500.00", "87500.00", "5000.00"],
        "equal by body, with floors and caps",
        id="what a floor and a cap leave falls on the others",
    ),
    pytest.param(
        {
            "caps": {"ICB": 60_000, "Police": 5_000, "Beeford": 60_000},
            "residual": "Ayton",
        },
        ["175000.00", "60000.00", "60000.00", "5000.00"],
        "equal by body, with caps; Ayton pays what is left over",
        id="the residual payer pays what caps leave over",
    ),
    pytest.param(
        {
            "fixed": {"ICB": 60_000, "Police": 5_000, "Beeford": 60_000},
            "residual": "Ayton",
        },
        ["175000.00", "60000.00", "60000.00", "5000.00"],
        "fixed sums only; Ayton pays what is left over",
        id="the residual payer pays what fixed sums leave over",
    ),
    pytest.param(
        {
            "caps": {"ICB": 160_000, "Police": 90_000, "Beeford": 90_000},
            "residual": "Ayton",
        },
        ["0.00", "90000.00", "120000.00", "90000.00"],
        "equal by body, with caps; Ayton pays what is left over",
        id="the residual payer pays nothing if the others pay everything",
    ),
    pytest.param(
        {"unit": 500, "fixed": {"Police": 1_500}},
        ["99500.00", "99500.00", "99500.00", "1500.00"],
        "fixed sums first, then equal by body",
        id="the rest is shared in whole units",
    ),
    pytest.param(
        {
            "weights": {**WEIGHTS, "Police": 0, "ICB": 0},
            "floors": {"ICB": 20_000},
        },
        ["175000.00", "105000.00", "20000.00", "0.00"],
        "by weight, with floors",
        id="a weight of zero pays its floor, and else nothing",
    ),
]


@pytest.mark.parametrize(("parts", "shares", "said"), APPLIED)
def test_is_applied_to_a_total(
    parts: dict[str, Any], shares: list[str], said: str
) -> None:
    rule = FundingRule(payers=FOUR, **parts)
    found = fund(300_000, rule)
    assert [str(share) for share in found.shares.values()] == shares
    assert str(rule) == said
    assert found.gap == 0


def test_the_order_in_which_parts_are_given_does_not_matter() -> None:
    one = FundingRule(payers=FOUR, weights=WEIGHTS, fixed={"ICB": 5, "Police": 1})
    two = FundingRule(
        payers=FOUR,
        weights=list(reversed(WEIGHTS.items())),
        fixed=[("Police", "1.00"), ("ICB", Decimal(5))],
    )
    assert one == two
    assert hash(one) == hash(two)


def test_kinds_are_given_either_way_round() -> None:
    by_payer = {payer: kind for kind, payers in KINDS.items() for payer in payers}
    one = FundingRule(payers=FOUR, kinds=KINDS)
    assert one == FundingRule(payers=FOUR, kinds=by_payer)
    assert one == FundingRule(payers=FOUR, kinds=list(by_payer.items()))


def test_the_parts_of_those_who_do_not_share_do_not_count() -> None:
    mixed: dict[str, int | Decimal | str] = {
        "Ayton": "1.5",
        "Beeford": Decimal(3),
        "ICB": 0,
        "Police": 900,
    }
    rule = FundingRule(
        payers=FOUR,
        weights=mixed,
        fixed={"Police": 1, "ICB": 2},
    )
    assert rule.sharers == ("Ayton", "Beeford")
    assert fund(93, rule)["Ayton"].amount == 30


def test_is_told_in_pairs() -> None:
    rule = FundingRule(
        payers=FOUR,
        fixed={"Police": 5_000},
        weights=WEIGHTS,
        kinds=KINDS,
        floors={"ICB": 10},
        caps={"ICB": 20, "Beeford": 30},
        residual="Ayton",
        unit="0.5",
        ties="refuse",
    )
    assert rule.to_text().split("\n")[:-1] == [
        "payers             Ayton, Beeford, ICB and Police",
        "fixed sums         Police £5,000",
        "at least           ICB £10",
        "at most            Beeford £30 and ICB £20",
        "the rest           equal by kind, within a kind by weight",
        "weights            Ayton 50, Beeford 30, ICB 15 and Police 5",
        (
            "kinds              Ayton: council, Beeford: council, ICB: health and "
            "Police: police"
        ),
        "what is left over  Ayton pays it",
        "unit               £0.50",
        "ties               refused",
    ]


def test_a_rule_of_one_part_tells_no_others() -> None:
    assert FundingRule(payers=["A", "B"]).to_records() == [
        {
            "payers": "A and B",
            "the rest": "equal by body",
            "unit": "£0.01",
            "ties": "by name",
        }
    ]


class TestWithout:
    def test_somebody_the_others_keep_their_parts(self) -> None:
        rule = FundingRule(
            payers=FOUR,
            fixed={"Police": 5_000},
            weights=WEIGHTS,
            kinds=KINDS,
            floors={"ICB": 10},
            caps={"Ayton": 20},
        )
        assert rule.without("Beeford") == FundingRule(
            payers=("Ayton", "ICB", "Police"),
            fixed={"Police": 5_000},
            weights={"Ayton": 50, "ICB": 15, "Police": 5},
            kinds={"council": ["Ayton"], "health": ["ICB"], "police": ["Police"]},
            floors={"ICB": 10},
            caps={"Ayton": 20},
        )

    def test_the_residual_payer_nobody_pays_what_is_left_over(self) -> None:
        rule = FundingRule(payers=["A", "B"], fixed={"B": 10}, residual="A")
        assert rule.without("A").residual is None
        assert rule.without("B").residual == "A"

    def test_everybody_is_refused(self) -> None:
        with pytest.raises(RangeError, match="nobody is left to pay"):
            FundingRule(payers=["A", "B"]).without("A", "B")

    def test_somebody_who_does_not_pay_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "Police"'):
            FundingRule(payers=FOUR).without("Polcie")


BAD: list[Any] = [
    pytest.param({"payers": []}, RangeError, "nobody to share among", id="no payers"),
    pytest.param(
        {"payers": ["A", "B", "A"]},
        RangeError,
        'named more than once: "A"',
        id="a payer twice",
    ),
    pytest.param(
        {"payers": "Barnet"}, KindError, "is not a list of payers", id="a lone name"
    ),
    pytest.param({"payers": 7}, KindError, "is not a list of payers", id="a number"),
    pytest.param({"payers": ["A", ""]}, TextError, "a name is empty", id="no name"),
    pytest.param(
        {"fixed": {"Polcie": 5}},
        UnknownNameError,
        '"Polcie" is not among the payers; did you mean "Police"',
        id="a fixed sum for nobody",
    ),
    pytest.param(
        {"weights": {**WEIGHTS, "Wold": 1}},
        UnknownNameError,
        '"Wold" is not among the payers',
        id="a weight for nobody",
    ),
    pytest.param(
        {"residual": "Wold"}, UnknownNameError, "not among", id="nobody is residual"
    ),
    pytest.param(
        {"residual": "Ayton", "caps": {"Ayton": 5}},
        RangeError,
        '"Ayton" pays what is left over, and has a cap too',
        id="a residual payer with a cap",
    ),
    pytest.param(
        {"residual": "Ayton", "fixed": {"Ayton": 5}},
        RangeError,
        "and has a fixed sum too",
        id="a residual payer with a fixed sum",
    ),
    pytest.param(
        {"residual": "Ayton", "caps": {"ICB": 5}},
        RangeError,
        'left over for "Ayton": neither a fixed sum nor a cap is given for Beeford and '
        "Police",
        id="a residual payer for whom nothing is ever left",
    ),
    pytest.param(
        {"fixed": {"ICB": 5}, "floors": {"ICB": 5}, "caps": {"ICB": 5}},
        RangeError,
        '"ICB" has a fixed sum, a floor and a cap',
        id="a fixed sum with a floor and a cap",
    ),
    pytest.param(
        {"floors": {"ICB": 6}, "caps": {"ICB": 5}},
        RangeError,
        'the floor of "ICB", £6, is above the cap',
        id="a floor above the cap",
    ),
    pytest.param(
        {"fixed": {"ICB": -5}}, AmountError, "ICB: the amount -5 is", id="below nothing"
    ),
    pytest.param({"fixed": {"ICB": 5.0}}, KindError, "ICB: 5.0 is not", id="a float"),
    pytest.param(
        {"fixed": [("ICB", 5), ("ICB", 6)]},
        RangeError,
        'named more than once: "ICB"',
        id="two fixed sums for one",
    ),
    pytest.param(
        {"fixed": 0},
        KindError,
        "FundingRule.fixed: 0 does not say who pays what fixed sum",
        id="a bare amount",
    ),
    pytest.param(
        {"caps": [1]},
        KindError,
        "FundingRule.caps: 1 does not say who has what cap",
        id="a bare cap",
    ),
    pytest.param(
        {"floors": None},
        KindError,
        "FundingRule.floors: None does not say who has what floor",
        id="no floors at all",
    ),
    pytest.param(
        {"kinds": 5},
        KindError,
        "FundingRule.kinds: 5 does not say who is of what kind",
        id="a bare kind",
    ),
    pytest.param(
        {"weights": "A"},
        KindError,
        'FundingRule.weights: "A" does not say who has what weight',
        id="a bare weight",
    ),
    pytest.param(
        {"caps": {"ICB": "5.50"}, "unit": 1},
        AmountError,
        'a cap of "ICB", £5.50, is finer than the unit of £1',
        id="a cap finer than the unit",
    ),
    pytest.param({"unit": 0}, AmountError, "the unit is nothing", id="no unit"),
    pytest.param(
        {"unit": "0.001"}, AmountError, "finer than a penny", id="a fine unit"
    ),
    pytest.param(
        {"weights": {"Ayton": 1, "ICB": 1}},
        RangeError,
        "no weight is given for Beeford and Police",
        id="a weight is missing",
    ),
    pytest.param(
        {"kinds": {"health": ["ICB"]}},
        RangeError,
        "no kind is given for Ayton, Beeford and Police",
        id="a kind is missing",
    ),
    pytest.param(
        {"kinds": {"health": ["ICB"], "police": ["ICB"]}},
        RangeError,
        '"ICB" is of two kinds',
        id="two kinds for one",
    ),
    pytest.param({"kinds": {"ICB": 7}}, KindError, "7 is not text", id="no such kind"),
    pytest.param(
        {"weights": dict.fromkeys(FOUR, 0)},
        RangeError,
        "no weight is above zero",
        id="no weight at all",
    ),
    pytest.param(
        {"weights": {**dict.fromkeys(FOUR, 0), "ICB": 1}, "fixed": {"ICB": 1}},
        RangeError,
        "no weight is above zero: Ayton, Beeford and Police",
        id="no weight among those who share",
    ),
    pytest.param(
        {"weights": {**WEIGHTS, "ICB": 1.5}}, KindError, "float", id="a float weight"
    ),
    pytest.param({"ties": "by-luck"}, KindError, "not a tie rule", id="no tie rule"),
]


@pytest.mark.parametrize(("parts", "error", "said"), BAD)
def test_refuses(parts: dict[str, Any], error: type[MasaError], said: str) -> None:
    with pytest.raises(error) as caught:
        loosely(**{"payers": FOUR, **parts})
    assert said in str(caught.value)
