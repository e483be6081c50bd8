"""A sum shared to the penny: the answer, its reasons, and what is refused."""

import copy
import pickle
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest

import masa
from masa.ground.errors import (
    AllocationError,
    AmountError,
    KindError,
    MasaError,
    RangeError,
    TextError,
    UnknownNameError,
)

CONTRIBUTIONS = {
    "London Borough of Barnet": 195_000,
    "Barnet CCG": 37_500,
    "CLCH": 12_500,
    "BEHMHT": 12_500,
    "Royal Free NHS FT": 12_500,
    "Metropolitan Police (MOPAC)": 5_000,
    "National Probation Service": 1_000,
    "London Community Rehabilitation": 1_000,
    "East London Foundation Trusts NHS": 550,
    "CafCASS": 550,
    "London Fire Brigade": 500,
}
WEIGHTS = {"a": 64, "b": 29, "c": 7, "d": 0}
PARTNERS = {"Ayton": 1, "Beeford": 1, "ICB": 1, "Police": 1}
FOUR = {"Wold": 3, "Beeford": 1, "Ayton": 1, "Seaton": 1}
KINDS = {"council": ["Ayton", "Beeford"], "health": ["ICB"], "police": ["Police"]}
Weights = dict[str, int | Decimal | str]
anything: Any = masa.allocate  # what a caller without a type checker can do


def amounts(shared: masa.Allocation) -> list[str]:
    return [str(share) for share in shared.shares.values()]


class TestGolden:
    """£300,000 over the eleven contributions of Barnet, in pence."""

    def test_largest_remainder(self) -> None:
        shared = masa.allocate(300_000, CONTRIBUTIONS)
        assert shared.units == (
            *(20_997_846, 4_038_047, 1_346_016, 1_346_016, 1_346_016, 538_406),
            *(107_681, 107_681, 59_225, 59_225, 53_841),
        )
        assert sum(shared.shares.values()) == 300_000
        assert not shared.ties
        assert shared.left_over == 0

    def test_25_of_61_round_totals_tie_in_whole_pounds(self) -> None:
        totals = range(270_000, 300_001, 500)
        tied = [
            total
            for total in totals
            if masa.allocate(total, CONTRIBUTIONS, unit=1).ties
        ]
        assert (len(totals), len(tied)) == (61, 25)

    def test_a_larger_weight_gets_no_less(self) -> None:
        weights = {"a": 15, "b": 15, "c": 19, "d": 11}
        assert masa.allocate(6, weights, unit=1).units == (2, 1, 2, 1)

    def test_the_shares_are_those_of_the_budget(self) -> None:
        budget = masa.examples.load("barnet").budgets[0]
        paid = {line.payer: line.amount.only for line in budget.contributions}
        shared = masa.allocate(100, paid)
        assert {one.payer: one.percent for one in budget.shares()} == dict(
            shared.shares
        )


@pytest.mark.parametrize(
    ("policy", "shares"),
    [
        ("largest-remainder", ["8.00", "3.00", "1.00", "0.00"]),
        ("webster", ["8.00", "3.00", "1.00", "0.00"]),
        ("dhondt", ["8.00", "4.00", "0.00", "0.00"]),
        ("adams", ["7.00", "4.00", "1.00", "0.00"]),
        ("huntington-hill", ["8.00", "3.00", "1.00", "0.00"]),
        ("first-come", ["8.00", "4.00", "0.00", "0.00"]),
        ("whole-blocks", ["7.00", "3.00", "0.00", "0.00"]),
    ],
)
def test_each_policy_shares_by_its_rule(policy: str, shares: list[str]) -> None:
    shared = masa.allocate(12, WEIGHTS, policy=policy, unit="1.00")
    assert amounts(shared) == shares
    assert shared.left_over == 12 - sum(map(Decimal, shares))
    assert shared.policy is masa.AllocationPolicy(policy)


@pytest.mark.parametrize("policy", ["adams", "huntington-hill"])
def test_of_too_few_first_units_the_larger_weights_get_theirs(policy: str) -> None:
    shared = masa.allocate(2, {"a": 1, "b": 3, "c": 2}, policy=policy, unit=1)
    assert shared.units == (0, 1, 1)
    assert not shared.ties


@pytest.mark.parametrize("policy", masa.AllocationPolicy)
def test_nothing_is_shared_as_nothing(policy: masa.AllocationPolicy) -> None:
    shared = masa.allocate(0, {"a": 1, "b": 3}, policy=policy)
    assert shared.units == (0, 0)
    assert shared.left_over == 0
    assert not shared.ties


class TestByBodyAndByKind:
    """Equal by body and equal by kind are two rules, with two names."""

    def test_by_body_each_of_four_gets_a_quarter(self) -> None:
        shared = masa.allocate(100, PARTNERS)
        assert shared.basis == "equal by body"
        assert amounts(shared) == ["25.00"] * 4

    def test_by_kind_two_councils_share_a_third(self) -> None:
        shared = masa.allocate(100, PARTNERS, groups=KINDS)
        assert shared.basis == "equal by kind"
        assert amounts(shared) == ["16.67", "16.67", "33.33", "33.33"]
        assert shared.kinds == ("council", "council", "health", "police")
        (tie,) = shared.ties
        assert (tie.among, tie.given_to) == ("kinds", ("council",))

    def test_the_kind_of_each_says_the_same(self) -> None:
        kinds = {payer: kind for kind, payers in KINDS.items() for payer in payers}
        assert masa.allocate(100, PARTNERS, groups=kinds) == masa.allocate(
            100, PARTNERS, groups=KINDS
        )

    def test_within_a_kind_it_is_shared_by_weight(self) -> None:
        weights = PARTNERS | {"Ayton": 3}
        shared = masa.allocate(300, weights, groups=KINDS)
        assert shared.basis == "equal by kind, within a kind by weight"
        assert amounts(shared) == ["75.00", "25.00", "100.00", "100.00"]
        assert masa.allocate(1, weights).basis == "by weight"

    def test_a_tie_within_a_kind_is_told_too(self) -> None:
        shared = masa.allocate("0.03", PARTNERS, groups=KINDS)
        assert [tie.names for tie in shared.ties] == [("Ayton", "Beeford")]

    def test_a_kind_without_weight_gets_what_is_asked_for_it(self) -> None:
        weights = PARTNERS | {"Police": 0}
        bare = masa.allocate(10, weights, groups=KINDS)
        assert amounts(bare) == ["2.50", "2.50", "5.00", "0.00"]
        held = masa.allocate(10, weights, groups=KINDS, floors={"Police": 1})
        assert amounts(held) == ["2.25", "2.25", "4.50", "1.00"]

    def test_no_block_is_lost_between_a_kind_and_its_members(self) -> None:
        weights = {"a": 100, "b": 1, "c": 1}
        kinds = {"a": "one", "b": "one", "c": "two"}
        shared = masa.allocate(
            101, weights, groups=kinds, policy="whole-blocks", unit=1
        )
        assert shared.units == (50, 0, 50)
        assert shared.left_over == 1

    @pytest.mark.parametrize(
        ("groups", "kind", "says"),
        [
            ({"a": ["Ayton"]}, RangeError, "no kind is given for Beeford"),
            (
                {"a": list(PARTNERS), "b": ["ICB"]},
                RangeError,
                '"ICB" is of two kinds',
            ),
            ({"a": ["Aytn"]}, UnknownNameError, 'did you mean "Ayton"'),
            ({"Ayton": 3}, KindError, "is not text"),
            (["Ayton"], KindError, "does not say who is of what kind"),
            ({"Ayton": ""}, TextError, "is empty"),
        ],
    )
    def test_kinds_that_do_not_fit_are_refused(
        self, groups: object, kind: type[MasaError], says: str
    ) -> None:
        with pytest.raises(kind, match=says):
            anything(100, PARTNERS, groups=groups)


class TestTies:
    """Equal claims are told, and divided by the rule that is asked for."""

    @pytest.mark.parametrize(
        ("rule", "names"),
        [
            ("by-name", ("Ayton", "Beeford", "Seaton", "Wold")),
            ("larger-weight", ("Wold", "Ayton", "Beeford", "Seaton")),
            ("declared-order", ("Wold", "Beeford", "Ayton", "Seaton")),
        ],
    )
    def test_each_rule_has_an_order(self, rule: str, names: tuple[str, ...]) -> None:
        shared = masa.allocate(3, FOUR, unit=1, ties=rule)
        assert [tie.names for tie in shared.ties] == [names]
        assert shared.ties[0].units == 2
        assert set(names[:2]) == {
            name
            for name, units in zip(shared.payers, shared.units, strict=True)
            if units > (1 if name == "Wold" else 0)
        }

    def test_a_tie_may_be_refused(self) -> None:
        with pytest.raises(
            AllocationError, match="equally by Ayton, Beeford"
        ) as caught:
            masa.allocate(3, FOUR, unit=1, ties="refuse")
        assert caught.value.tied == ("Ayton", "Beeford", "Seaton", "Wold")
        assert masa.allocate(6, FOUR, unit=1, ties="refuse").ties == ()

    def test_a_tie_says_what_it_is(self) -> None:
        one, two = (masa.allocate(total, PARTNERS, unit=1).ties[0] for total in (1, 2))
        assert str(one) == (
            "Ayton, Beeford, ICB and Police claim the last unit equally; "
            "by name, Ayton comes first"
        )
        assert str(two).endswith("by name, Ayton and Beeford come first")
        assert two.to_records() == [
            {
                "equal claims": "Ayton, Beeford, ICB and Police",
                "among": "payers",
                "units": "2",
                "rule": "by-name",
                "given to": "Ayton and Beeford",
            }
        ]

    def test_by_a_divisor_too(self) -> None:
        shared = masa.allocate(3, {"b": 2, "a": 2}, unit=1, policy="dhondt")
        assert shared.units == (1, 2)
        assert shared.ties[0].given_to == ("a",)


class TestBounds:
    """Floors, caps and fixed sums are kept, and the others share by weight."""

    def test_what_a_floor_takes_falls_on_the_others_by_weight(self) -> None:
        shared = masa.allocate(1200, {"a": 10, "b": 1, "c": 1}, floors={"b": 300})
        assert amounts(shared) == ["818.18", "300.00", "81.82"]

    def test_what_a_cap_leaves_falls_on_the_others_by_weight(self) -> None:
        shared = masa.allocate(1200, {"a": 10, "b": 1, "c": 3}, caps={"a": 200})
        assert amounts(shared) == ["200.00", "250.00", "750.00"]

    def test_a_fixed_sum_is_paid_whatever_the_weight(self) -> None:
        weights = {"a": 10, "b": 0, "c": 3, "d": 1}
        shared = masa.allocate(1000, weights, fixed={"a": 100, "b": 100})
        assert amounts(shared) == ["100.00", "100.00", "600.00", "200.00"]

    def test_a_floor_and_a_cap_of_one(self) -> None:
        both = {"floors": {"a": 2}, "caps": {"a": 3, "b": 9}, "fixed": {"c": 1}}
        shared = anything(10, {"a": 9, "b": 2, "c": 5}, **both)
        assert amounts(shared) == ["3.00", "6.00", "1.00"]

    @pytest.mark.parametrize(
        ("asked", "conflicting"),
        [
            pytest.param(
                {"floors": {"a": 60, "b": 50, "c": 1}},
                ("floor of a", "floor of b"),
                id="the largest floors are more than the total",
            ),
            pytest.param(
                {"floors": {"a": 101, "b": 50}},
                ("floor of a",),
                id="one floor is more than the total",
            ),
            pytest.param(
                {"floors": {"a": 60}, "caps": {"a": 50}},
                ("floor of a", "cap of a"),
                id="a floor above the cap of the same payer",
            ),
            pytest.param(
                {"floors": {"b": 60}, "fixed": {"b": 50}},
                ("floor of b", "fixed sum of b"),
                id="a floor above the fixed sum of the same payer",
            ),
            pytest.param(
                {"caps": {"b": 40}, "fixed": {"b": 50}},
                ("fixed sum of b", "cap of b"),
                id="a fixed sum above the cap of the same payer",
            ),
            pytest.param(
                {"caps": {"a": 40, "b": 30}, "fixed": {"c": 20}},
                ("weight of zero of d", "fixed sum of c", "cap of b", "cap of a"),
                id="all together may not pay enough",
            ),
        ],
    )
    def test_what_cannot_be_kept_is_named_as_shortly_as_can_be(
        self, asked: dict[str, dict[str, int]], conflicting: tuple[str, ...]
    ) -> None:
        weights = {"a": 1, "b": 1, "c": 1, "d": 0}
        with pytest.raises(AllocationError) as caught:
            anything(100, weights, **asked)
        assert caught.value.conflicting == conflicting
        for name in conflicting:
            assert name in str(caught.value)

    def test_of_many_only_some_are_in_the_message(self) -> None:
        weights = {f"p{number:02}": 1 for number in range(20)}
        with pytest.raises(AllocationError, match=r"and 8 more; change one") as caught:
            masa.allocate(100, weights, caps=dict.fromkeys(weights, 1))
        assert len(caught.value.conflicting) == 20

    @pytest.mark.parametrize(
        ("asked", "kind", "says"),
        [
            ({"floors": {"aa": 1}}, UnknownNameError, '"aa" is not among the payers'),
            ({"caps": {5: 1}}, UnknownNameError, "they are a and b"),
            ({"fixed": {"a": "0.001"}}, AmountError, "fixed sum of a: .* finer"),
            ({"caps": {"a": -1}}, AmountError, "cap of a: the amount -1 is negative"),
            ({"floors": {"a": 1.5}}, KindError, "floor of a: 1.5 is not an amount"),
            ({"floors": [("a", 1)]}, KindError, "does not say who has what floor"),
        ],
    )
    def test_what_makes_no_sense_is_named(
        self, asked: dict[str, object], kind: type[MasaError], says: str
    ) -> None:
        with pytest.raises(kind, match=says):
            anything(10, {"a": 1, "b": 1}, **asked)


class TestBadInput:
    @pytest.mark.parametrize(
        ("total", "kind", "says"),
        [
            (-1, AmountError, "total: the amount -1 is negative"),
            (Decimal("NaN"), AmountError, "total: .* is not one that anybody pays"),
            (Decimal("Infinity"), AmountError, "is not one that anybody pays"),
            (10**12 + 1, AmountError, "is not one that anybody pays"),
            ("0.005", AmountError, "total: £0.005 is finer than the unit of £0.01"),
            ("0.0000001", AmountError, "finer than a millionth"),
            (10.5, KindError, "total: 10.5 is not an amount of money"),
            (True, KindError, "is not an amount of money"),
            ("£10", AmountError, "is not an amount of money"),
        ],
    )
    def test_a_total_that_nobody_can_share(
        self, total: object, kind: type[MasaError], says: str
    ) -> None:
        with pytest.raises(kind, match=says):
            anything(total, {"a": 1})

    @pytest.mark.parametrize(
        ("weights", "kind", "says"),
        [
            ({"a": -1}, RangeError, 'the weight of "a", -1, is not one to share by'),
            ({"a": Decimal("NaN")}, RangeError, "is not one to share by"),
            ({"a": Decimal("-Infinity")}, RangeError, "is not one to share by"),
            ({"a": 10**18 + 1}, RangeError, "is not one to share by"),
            ({"a": 10**5000}, RangeError, "thousands of digits, is not one"),
            ({"a": Decimal("1e-13")}, RangeError, "is too fine"),
            ({"a": 0.5}, KindError, "0.5, is a float, which is not exact; give"),
            ({"a": 1, "b": float("nan")}, KindError, '"b", nan, is a float'),
            ({"a": True}, KindError, "True, is not one to share by; give a whole"),
            ({"a": None}, KindError, "None, is not one to share by"),
            ({"a": Fraction(1, 2)}, KindError, r"\(1, 2\), is not one to share by"),
            ({"a": "1e3"}, RangeError, '"1e3", is not a number'),
            ({"a": 0, "b": Decimal(0)}, RangeError, "no weight is above zero: a and b"),
            ({}, RangeError, "there is nobody to share among"),
            ([("a", 1), ("b", 2), ("a", 3)], RangeError, 'more than once: "a"'),
            ({"a ": 1}, TextError, "begins or ends with a space"),
            ([(["a"], 1)], KindError, "is not text"),
            ([("a", 1, 2)], KindError, "does not say who has what weight"),
            (["ab"], KindError, "does not say who has what weight"),
            ("ab", KindError, "does not say who has what weight"),
            (5, KindError, "does not say who has what weight"),
        ],
    )
    def test_weights_that_nobody_can_share_by(
        self, weights: object, kind: type[MasaError], says: str
    ) -> None:
        with pytest.raises(kind, match=says):
            anything(10, weights)

    @pytest.mark.parametrize(
        ("asked", "kind", "says"),
        [
            ({"unit": 0}, AmountError, "unit: the unit is nothing"),
            ({"unit": -1}, AmountError, "is negative; write an amount of zero or"),
            ({"unit": 0.01}, KindError, "unit: 0.01 is not an amount"),
            ({"unit": 3}, AmountError, "total: £10 is finer than the unit of £3"),
            ({"policy": "hamilton"}, KindError, "is not an allocation policy; write"),
            ({"policy": 5}, KindError, "write largest-remainder, webster, dhondt"),
            ({"ties": "by-coin"}, KindError, "write by-name, larger-weight"),
        ],
    )
    def test_what_is_asked_wrongly(
        self, asked: dict[str, object], kind: type[MasaError], says: str
    ) -> None:
        with pytest.raises(kind, match=says):
            anything(10, {"a": 1}, **asked)

    def test_a_payer_who_is_not_there(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "Ayton"'):
            masa.allocate(1, PARTNERS)["Ayten"]


class TestAmounts:
    @pytest.mark.parametrize(
        ("total", "unit", "shares"),
        [
            (10, Decimal("0.01"), ["3.34", "3.33", "3.33"]),
            ("0.02", "0.01", ["0.01", "0.01", "0.00"]),
            ("1.000001", "0.000001", ["0.333334", "0.333334", "0.333333"]),
            (1500, 500, ["500", "500", "500"]),
            (Decimal("1E+3"), Decimal("1E+2"), ["400", "300", "300"]),
            (0, 1, ["0", "0", "0"]),
        ],
    )
    def test_any_unit_that_divides_the_total(
        self, total: int | Decimal | str, unit: int | Decimal | str, shares: list[str]
    ) -> None:
        shared = masa.allocate(total, {"a": 1, "b": 1, "c": 1}, unit=unit)
        assert amounts(shared) == shares
        assert sum(shared.shares.values()) == shared.total

    def test_weights_of_every_exact_kind(self) -> None:
        weights: Weights = {"a": "0.125", "b": Decimal("0.250"), "c": 1}
        shared = masa.allocate(11, weights)
        assert amounts(shared) == ["1.00", "2.00", "8.00"]
        assert shared.weights == (Decimal("0.125"), Decimal("0.25"), 1)
        assert masa.allocate(11, weights.items()) == shared

    def test_no_number_is_written_with_an_exponent(self) -> None:
        weights: Weights = {"a": Decimal("1E+3"), "b": "3000.00"}
        shared = masa.allocate(Decimal("4E+3"), weights, unit=Decimal("5E+2"))
        assert "E+" not in str(shared.to_json())
        assert list(map(str, shared.weights)) == ["1000", "3000.00"]

    def test_a_large_weight_is_printed_as_a_large_amount_is(self) -> None:
        weights: Weights = {"a": 195_000, "b": "17.5"}
        page = masa.allocate(10, weights).explain().to_text()
        assert "195,000" in page
        assert "195000" not in page

    def test_a_zero_with_a_sign_is_a_zero(self) -> None:
        weights: Weights = {"a": Decimal("-0"), "b": "-0.0", "c": 1}
        shared = masa.allocate("-0", weights)
        assert list(map(str, shared.weights)) == ["0", "0.0", "1"]
        assert (amounts(shared), str(shared.total)) == (["0.00"] * 3, "0")

    def test_whatever_precision_others_set(self) -> None:
        with localcontext() as context:
            context.prec = 2
            shared = masa.allocate("999999999999.99", {"a": 1, "b": 2})
            assert amounts(shared) == ["333333333333.33", "666666666666.66"]
            assert shared.left_over == 0

    def test_blocks_of_500_pounds_leave_the_rest_over(self) -> None:
        shared = masa.allocate(
            "10250.50", {"a": 3, "b": 1}, policy="whole-blocks", unit=500
        )
        assert amounts(shared) == ["7500", "2500"]
        assert shared.left_over == Decimal("250.50")


class TestShowing:
    def test_it_prints_who_gets_what(self) -> None:
        shared = masa.allocate(100, PARTNERS, groups=KINDS)
        assert str(shared) == ("£100 among 4, equal by kind, by largest-remainder")
        assert repr(shared) == f"<Allocation of {shared}, 1 tied>"
        assert repr(masa.allocate(1, {"a": 1})) == (
            "<Allocation of £1 among 1, equal by body, by largest-remainder>"
        )
        text = shared.to_text()
        assert "Ayton    council       1  £16.67\n" in text
        assert "council, health and police claim the last unit equally" in text
        assert "<td>council</td>" in shared.to_html()
        assert (list(shared), len(shared)) == (list(PARTNERS), 4)

    def test_it_says_what_is_left_over_and_that_bounds_are_kept(self) -> None:
        shared = masa.allocate(
            1250, {"a": 1, "b": 1}, policy="whole-blocks", unit=500, floors={"a": 500}
        )
        text = " ".join(shared.to_text().split())
        assert "£250 is left over." in text
        assert "Floors, caps and fixed sums are kept" in text
        assert "No tie decided who got a unit." in text

    def test_records_and_json_are_plain(self) -> None:
        weights: Weights = {"a": 1, "b": "1.0"}
        shared = masa.allocate("0.03", weights, unit="0.01")
        rows = [
            {"payer": "a", "weight": "1", "share": "0.02"},
            {"payer": "b", "weight": "1.0", "share": "0.01"},
        ]
        assert shared.to_records() == rows
        assert shared.to_json() == {
            "total": "0.03",
            "unit": "0.01",
            "policy": "largest-remainder",
            "basis": "equal by body",
            "shares": rows,
            "left_over": "0.00",
            "tie_rule": "by-name",
            "ties": [
                {
                    "equal_claims": ["a", "b"],
                    "among": "payers",
                    "units": 1,
                    "given_to": ["a"],
                }
            ],
        }

    def test_it_is_a_value(self) -> None:
        shared = masa.allocate(10, {"a": 1, "b": 2}, caps={"a": 1})
        again = masa.allocate(10, {"a": 1, "b": 2}, caps={"a": 1})
        assert shared.shares["a"] == 1
        assert (again, hash(again)) == (shared, hash(shared))
        for other in (copy.deepcopy(shared), pickle.loads(pickle.dumps(shared))):  # noqa: S301 (our own bytes)
            assert (other, other.shares) == (shared, shared.shares)


def _explained(shared: masa.Allocation) -> list[dict[str, str]]:
    return shared.explain().to_records()


class TestExplaining:
    def test_every_unit_beyond_the_whole_quotas_has_a_reason(self) -> None:
        shared = masa.allocate(300_000, CONTRIBUTIONS)
        rows = _explained(shared)
        beyond = [row for row in rows if "beyond the whole" in row["table"]]
        assert [row["goes to"] for row in beyond] == [
            *("CLCH", "BEHMHT", "Royal Free NHS FT"),
            *("East London Foundation Trusts NHS", "CafCASS", "London Fire Brigade"),
        ]
        assert beyond[0]["why"] == "the remainder 0.7932… of a unit"
        whole = {row["who"]: row for row in rows if "who" in row}
        assert whole["CafCASS"] == {
            "table": "Quotas, and what is shared",
            "who": "CafCASS",
            "weight in parts": "550",
            "quota": "£592.246949…",
            "whole units": "59,224",
            "beyond": "+1",
            "gets": "59,225",
            "held by": "",
        }

    def test_a_tie_is_part_of_the_reason(self) -> None:
        rows = _explained(masa.allocate(1, {"b": 1, "a": 1, "c": 1}))
        assert [(row["goes to"], row["why"]) for row in rows if "why" in row] == [
            ("a", "the remainder 0.3333… of a unit; 3 are equal for 1: by name")
        ]

    def test_what_holds_a_quota_is_said(self) -> None:
        shared = masa.allocate(
            100,
            {"a": 50, "b": 1, "c": 5, "d": 0, "e": 3},
            caps={"a": 40},
            floors={"b": 20},
            fixed={"c": 10},
        )
        held = {
            row["who"]: row["held by"] for row in _explained(shared) if "who" in row
        }
        assert held == {
            "a": "cap",
            "b": "floor",
            "c": "fixed sum",
            "d": "no weight",
            "e": "",
        }

    @pytest.mark.parametrize(
        ("asked", "held"),
        [
            pytest.param(
                {"fixed": {"a": 2}}, ["fixed sum", "", "no weight"], id="a fixed sum"
            ),
            pytest.param(
                {"floors": {"a": 10}},
                ["floor or fixed sum", "", "no weight"],
                id="a floor that is the whole total",
            ),
            pytest.param(
                {"floors": {"c": 2}},
                ["", "", "floor or fixed sum"],
                id="a floor of whoever has no weight",
            ),
            pytest.param(
                {"caps": {"c": 2}}, ["", "", "no weight"], id="a cap of the same"
            ),
        ],
    )
    def test_a_floor_is_not_called_a_fixed_sum(
        self, asked: dict[str, dict[str, int]], held: list[str]
    ) -> None:
        rows = _explained(anything(10, {"a": 1, "b": 1, "c": 0}, **asked))
        assert [row["held by"] for row in rows if "who" in row] == held

    @pytest.mark.parametrize(
        ("policy", "reasons"),
        [
            ("dhondt", ["the claim 64 / 8", "the claim 29 / 4"]),
            ("webster", ["the claim 7 / 1", "the claim 64 / 15"]),
            ("adams", ["the claim to a first unit", "the claim 29 / 3"]),
            ("huntington-hill", ["the claim to a first unit", "the claim 64 / √56"]),
            ("first-come", ["it comes first in the order given"] * 2),
            ("whole-blocks", []),
        ],
    )
    def test_each_policy_has_reasons_of_its_own(
        self, policy: str, reasons: list[str]
    ) -> None:
        shared = masa.allocate(12, WEIGHTS, policy=policy, unit=1)
        assert [row["why"] for row in _explained(shared) if "why" in row] == reasons

    def test_a_divisor_method_names_the_last_claims(self) -> None:
        text = masa.allocate(12, WEIGHTS, policy="dhondt", unit=1).explain().to_text()
        assert "The smallest claim that got a unit: 29 / 4 (b)." in text
        assert "The largest claim that got none: 64 / 9 (a)." in text

    def test_where_all_is_fixed_no_claim_is_named(self) -> None:
        fixed = {"a": 1, "b": 2}
        shared = masa.allocate(3, fixed, policy="webster", fixed=fixed)
        assert "claim that got" not in shared.explain().to_text()

    def test_kinds_are_explained_step_by_step(self) -> None:
        text = masa.allocate(100, PARTNERS, groups=KINDS).explain().to_text()
        places = [
            text.index(heading)
            for heading in (
                *("Among the kinds", "Within council", "Within health"),
                "Within police",
            )
        ]
        assert places == sorted(places)

    @pytest.mark.parametrize(
        ("total", "quota"),
        [("10.50", "£5.25"), (1, "£0.50"), (6, "£3"), ("0.25", "£0.125")],
    )
    def test_an_exact_quota_is_printed_whole(
        self, total: int | str, quota: str
    ) -> None:
        shared = masa.allocate(total, {"a": 1, "b": 1}, unit="0.25")
        rows = _explained(shared)
        assert {row["quota"] for row in rows if "quota" in row} == {quota}
