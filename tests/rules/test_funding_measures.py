"""Measures of who pays: numbers, and what is said of them; never a verdict."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import masa
from masa.ground.citations import Evidence
from masa.ground.errors import (
    KindError,
    MasaError,
    NotInForceError,
    RangeError,
    UnknownNameError,
    UnsettledError,
)
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.stated import Absence, Standing, Stated, stated
from masa.model.arrangement import Arrangement
from masa.model.bodies import Body
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, PayerKind
from masa.model.funding_rules import FundingRule
from masa.model.partners import (
    AgencyCategory,
    PartnerKind,
    RelevantAgency,
    SafeguardingPartner,
)
from masa.model.what_if import fund
from masa.rules.funding_measures import funding_measures
from masa.rules.measured_funding import FundingMeasures

GOLDEN = Path(__file__).parent / "golden"
BARNET = masa.examples.load("barnet")
BUDGET = BARNET.budgets[0]
POPULATION = stated(96_000, at="a number for this test")
PARTNERS = FundingRule(
    payers=["London Borough of Barnet", "Barnet CCG", "Metropolitan Police (MOPAC)"]
)
loosely: Any = funding_measures  # what a caller without a type checker can do


def budget(**amounts: int | None) -> Budget:
    return Budget(
        contributions=tuple(
            Contribution(
                payer=payer.replace("_", " "),
                amount=Stated() if amount is None else stated(Decimal(amount)),
            )
            for payer, amount in amounts.items()
        )
    )


def in_words(found: FundingMeasures, about: str) -> dict[str, str]:
    return {one.of: one.in_words for one in found[about]}


def test_is_as_it_was_last_seen_by_a_person() -> None:
    found = funding_measures(BUDGET, BARNET, children=POPULATION, basis=PARTNERS)
    golden = (GOLDEN / "funding-measures.txt").read_text(encoding="utf-8")
    assert found.to_text() + "\n" == golden


class TestByKind:
    def test_each_kind_of_partner_is_told_even_if_none_pays(self) -> None:
        found = funding_measures(budget(LBB=30, CLCH=10), BARNET)
        assert in_words(found, "Paid by kind") == {
            "local authority": "£30",
            "health": "£10",
            "police": "none",
        }
        assert in_words(found, "Share by kind") == {
            "local authority": "75.00 %",
            "health": "25.00 %",
            "police": "none",
        }

    def test_a_payer_is_known_by_its_own_name_or_as_a_body(self) -> None:
        arrangement = Arrangement(
            id="x",
            title="X",
            edition=stated("WT2023"),
            bodies=(Body(name="Force"), Body(name="Trust"), Body(name="Charity")),
            partners=(
                SafeguardingPartner(
                    name="Chief", kind=PartnerKind.POLICE, body="Force"
                ),
            ),
            agencies=(
                AgencyCategory(
                    category="health",
                    named=(RelevantAgency(name="A trust", body="Trust"),),
                ),
            ),
        )
        paid: dict[str, Any] = {
            "Force": 1,
            "Trust": 2,
            "Charity": 3,
            "A trust": 4,
            "Nobody": 5,
            "safeguarding partners": 6,
            "relevant agencies": 7,
            "Chief": 8,
        }
        assert funding_measures(budget(**paid), arrangement).kinds == (
            ("Force", "police"),
            ("Trust", "not known"),
            ("Charity", "not known"),
            ("A trust", "not known"),
            ("Nobody", "not known"),
            ("safeguarding partners", "not known"),
            ("relevant agencies", "not known"),
            ("Chief", "police"),
        )

    def test_they_are_those_by_which_the_budget_gathers_its_money(self) -> None:
        told = in_words(funding_measures(BUDGET, BARNET), "Paid by kind")
        gathered = BUDGET.by_kind(BARNET).groups
        assert told == {one.name: in_pounds(one.amount) for one in gathered}

    def test_the_kinds_make_a_rule(self) -> None:
        kinds = funding_measures(BUDGET, BARNET).kinds
        rule = FundingRule(payers=dict(kinds), kinds=kinds)
        assert rule.basis == "equal by kind"
        assert fund(BUDGET, rule)["London Borough of Barnet"].amount == 69_650


class TestWhatIsNotKnown:
    """What is told is no more than the budget tells of its kinds."""

    def test_a_payer_of_no_known_kind_may_be_of_any(self) -> None:
        paid = budget(LBB=30, Nobody=10)
        found = funding_measures(paid, BARNET, children=stated(4, at="a test"))
        assert in_words(found, "Paid by kind") == {
            "local authority": "at least £30",
            "health": "not known",
            "police": "not known",
            "not known": "£10",
        }
        assert in_words(found, "Share by kind") == {
            "local authority": "at least 75.00 %",
            "health": "not known",
            "police": "not known",
            "not known": "25.00 %",
        }
        assert in_words(found, "Paid for each child") == {
            "everybody": "£10",
            "local authority": "at least £7.50",
            "health": "not known",
            "police": "not known",
            "not known": "£2.50",
        }
        assert found["Paid by kind"][0].to_records()[0]["value"] == "at least 30.00"

    def test_a_line_without_an_amount_leaves_its_kind_open(self) -> None:
        found = funding_measures(budget(LBB=30, CLCH=None), BARNET)
        assert in_words(found, "Paid by kind") == {
            "local authority": "£30",
            "health": "not known",
            "police": "none",
        }
        assert in_words(found, "Share by kind")["local authority"] == "not known"

    def test_each_line_is_told_by_its_own_kind(self) -> None:
        lines = tuple(
            Contribution(payer="Nobody", amount=stated(Decimal(paid)), payer_kind=kind)
            for paid, kind in ((50, None), (100, PayerKind.HEALTH))
        )
        found = funding_measures(Budget(contributions=lines), BARNET)
        told = in_words(found, "Paid by kind")
        assert (told["health"], told["not known"]) == ("at least £100", "£50")
        assert found.kinds == (("Nobody", "not known"),)

    def test_shares_are_no_finer_than_the_amounts(self) -> None:
        rough = evolve(
            budget(LBB=65_000, CLCH=35_000), to_nearest=stated(Decimal(1000))
        )
        basis = FundingRule(payers=["LBB", "CLCH"])
        found = funding_measures(rough, BARNET, basis=basis)
        assert in_words(found, "Share by kind")["local authority"] == "65 %"
        assert in_words(found, "Share of each payer")["LBB"] == "65 %"
        assert in_words(found, "How concentrated it is")["the largest share"] == "65 %"
        assert in_words(found, "Share by the basis")["LBB"] == "50 %"
        told = in_words(found, "Share less that by the basis")
        assert told["LBB"] == "+15 points"

    def test_a_draft_is_called_one(self) -> None:
        line = Contribution(
            payer="LBB", amount=stated(Decimal(30), standing=Standing.PROPOSED)
        )
        found = funding_measures(Budget(contributions=(line,)), BARNET)
        assert found.budget == "budget of an unknown year (proposed)"
        assert in_words(found, "Paid by kind")["local authority"] == "£30"


class TestForEachChild:
    def test_is_reckoned_only_with_a_number_of_the_caller(self) -> None:
        found = funding_measures(BUDGET, BARNET, children=POPULATION)
        assert in_words(found, "Paid for each child")["everybody"] == "£2.90"
        assert "Children: 96000 (a number for this test)." in found.to_text()
        without = funding_measures(BUDGET, BARNET)
        assert "child:" not in without.to_text()
        with pytest.raises(UnknownNameError, match="is not measured; these are: Paid"):
            _ = without["Paid for each child"]

    def test_a_kind_that_does_not_pay_pays_none_for_each_child(self) -> None:
        found = funding_measures(budget(LBB=30), BARNET, children=stated(4, at="test"))
        assert in_words(found, "Paid for each child") == {
            "everybody": "£7.50",
            "local authority": "£7.50",
            "health": "none",
            "police": "none",
        }

    @pytest.mark.parametrize(
        ("children", "error", "said"),
        [
            pytest.param(
                95_000,
                KindError,
                "95000 does not say where the number of children is from",
                id="a bare number",
            ),
            pytest.param(
                stated(95_000), RangeError, "with its source", id="without a source"
            ),
            pytest.param(
                stated(0, at="1"),
                RangeError,
                '"0 (s.1)" is no number',
                id="no children",
            ),
            pytest.param(Stated(), UnsettledError, "does not say", id="not stated"),
            pytest.param(
                stated(9, at="1") | stated(8, at="2"),
                UnsettledError,
                "the sources differ",
                id="two numbers",
            ),
            pytest.param(stated(9.5, at="1"), KindError, "9.5", id="no whole number"),
        ],
    )
    def test_refuses(self, children: object, error: type[MasaError], said: str) -> None:
        with pytest.raises(error) as caught:
            loosely(BUDGET, BARNET, children=children)
        assert said in str(caught.value)


class TestConcentration:
    @pytest.mark.parametrize(
        ("amounts", "told"),
        [
            pytest.param(
                {"A": 1}, ["100.00 %", "100.00 %", "1", "1"], id="one pays everything"
            ),
            pytest.param(
                dict.fromkeys("ABCD", 5),
                ["25.00 %", "50.00 %", "0.2500", "4"],
                id="four pay the same",
            ),
            pytest.param(
                {"A": 6, "B": 3, "C": 1},
                ["60.00 %", "90.00 %", "0.4600", "2.17"],
                id="three pay differently",
            ),
        ],
    )
    def test_tells_how_far_few_pay_for_all(
        self, amounts: dict[str, int], told: list[str]
    ) -> None:
        found = funding_measures(budget(**amounts), BARNET)["How concentrated it is"]
        assert [one.in_words for one in found] == told

    @pytest.mark.parametrize(
        ("amounts", "told"),
        [({}, "none"), ({"A": 0}, "none"), ({"A": 1, "B": None}, "not known")],
    )
    def test_of_nothing_there_is_none_and_of_the_unknown_nothing_is_known(
        self, amounts: dict[str, int], told: str
    ) -> None:
        found = funding_measures(budget(**amounts), BARNET, basis=PARTNERS)
        assert [one.in_words for one in found["How concentrated it is"]] == [told]
        assert {one.in_words for one in found["Share by the basis"]} == {told}
        if amounts:
            assert in_words(found, "Share of each payer")["A"] == told


class TestBesideABasis:
    def test_the_share_of_today_is_held_beside_that_of_the_basis(self) -> None:
        rule = FundingRule(payers=["A", "B", "C"])
        found = funding_measures(budget(A=60, B=30), BARNET, basis=rule)
        assert in_words(found, "Share by the basis") == {
            "A": "33.33 %",
            "B": "33.33 %",
            "C": "33.33 %",
        }
        assert in_words(found, "Share less that by the basis") == {
            "A": "+33.33 points",
            "B": "+0.00 points",
            "C": "-33.33 points",
        }


class TestWhatIsSaid:
    @pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
    def test_no_finding_judges_the_money(self, edition: str) -> None:
        found = funding_measures(BUDGET, BARNET, edition=edition)
        for one in found.findings:
            assert one.answer is not Answer.NO
            assert one.basis[0].evidence is not None
            if "should" in one.claim:
                assert one.answer is Answer.UNKNOWN
                assert one.needed
        assert "never" not in found.to_text()
        assert "no verdict" in found.to_text()

    def test_the_words_of_each_edition_stand_with_their_evidence(self) -> None:
        said = {
            edition: {
                one.claim: one
                for one in funding_measures(BUDGET, BARNET, edition=edition).findings
            }
            for edition in ("WT2018", "WT2023")
        }
        first = next(
            one
            for claim, one in said["WT2018"].items()
            if '"equitable and proportionate"' in claim
        )
        assert first.evidence is Evidence.RECALLED
        assert not any(
            "proportionate" in claim for claim in said["WT2023"] if "drops" not in claim
        )
        later = next(
            one for claim, one in said["WT2023"].items() if "be equitable" in claim
        )
        assert later.evidence is Evidence.PART_READ

    def test_what_is_only_recalled_is_not_called_certain(self) -> None:
        found = funding_measures(BUDGET, BARNET, edition="WT2023").findings
        dropped = next(one for one in found if "drops" in one.claim)
        assert dropped.answer is Answer.UNKNOWN
        assert dropped.needed == ("the words of Working Together 2023",)
        power = next(one for one in found if "may make payments" in one.claim)
        assert power.answer is Answer.YES
        assert power.evidence is Evidence.READ

    def test_no_text_that_is_held_gives_a_formula(self) -> None:
        found = funding_measures(BUDGET, BARNET).findings
        (formula,) = [one for one in found if "formula" in one.claim]
        assert formula.claim.endswith("a formula, a floor, a ceiling and a weighting")

    @pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
    def test_of_an_edition_read_in_part_nothing_is_said_of_the_rest(
        self, edition: str
    ) -> None:
        found = funding_measures(BUDGET, BARNET, edition=edition).findings
        (formula,) = [one for one in found if "formula" in one.claim]
        assert "was found in the parts of the editions that were read" in formula.claim
        assert formula.evidence is not Evidence.READ
        assert not any(one.claim.startswith("No edition") for one in found)

    @pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
    def test_no_reading_of_our_own_stands_as_words_of_the_guidance(
        self, edition: str
    ) -> None:
        found = funding_measures(BUDGET, BARNET, edition=edition).findings
        assert not any("unlawful" in one.claim for one in found)
        assert not any("mean equal" in one.claim for one in found)

    def test_that_the_act_gives_powers_only_is_said_as_it_was_read(self) -> None:
        found = funding_measures(BUDGET, BARNET, edition="WT2023").findings
        (powers,) = [one for one in found if "gives powers only" in one.claim]
        assert (powers.answer, powers.evidence) == (Answer.YES, Evidence.READ)
        assert str(powers.basis[0]) == "Children Act 2004, s.16I"


def test_is_given_as_plain_values() -> None:
    found = funding_measures(
        budget(LBB=1), BARNET, children=stated(3, at="test"), basis=PARTNERS
    )
    plain: Any = found.to_json()
    assert plain["edition"] == "Working Together 2018"
    assert plain["children"] == "3 (test)"
    assert plain["basis"] == "equal by body"
    assert plain["measures"][0] == {
        "about": "Paid by kind",
        "of": "local authority",
        "value": "1.00",
        "unit": "pounds",
    }
    assert plain["measures"][1]["value"] == "none"
    assert len(plain["findings"]) == len(found.findings)
    assert plain["notices"] == list(found.notices)
    without = funding_measures(budget(LBB=1), BARNET, on="2019-06-29")
    assert (without.to_json()["basis"], without.notices) == (None, ())
    assert without.to_text()


def test_is_counted_gone_through_and_shown_in_brief() -> None:
    found = funding_measures(budget(LBB=1), BARNET)
    assert len(found) == len(list(found)) == 11
    assert str(found["Share by kind"][0]) == "Share by kind, local authority: 100.00 %"
    assert repr(found) == (
        "<FundingMeasures of 'Barnet Multi-Agency Safeguarding Arrangements', budget "
        "of an unknown year: 11>"
    )
    with pytest.raises(UnknownNameError, match="is not measured; these are"):
        loosely(budget(LBB=1), BARNET)[10**5000]
    with pytest.raises(UnknownNameError, match='did you mean "Share by kind"'):
        _ = found["Share by kin"]


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"budget": 278_600}, KindError),
        ({"arrangement": "barnet"}, KindError),
        ({"arrangement": None}, KindError),
        ({"basis": "equal"}, KindError),
        ({"edition": []}, KindError),
        ({"edition": ""}, UnknownNameError),
        ({"edition": "WT2015"}, NotInForceError),
        ({"edition": "WT1999"}, UnknownNameError),
    ],
)
def test_refuses(parts: dict[str, Any], error: type[MasaError]) -> None:
    with pytest.raises(error):
        loosely(**{"arrangement": BARNET, "budget": BUDGET, **parts})


def test_an_arrangement_of_no_edition_needs_a_day() -> None:
    with pytest.raises(UnsettledError):
        funding_measures(BUDGET, Arrangement(id="x", title="X"))


def test_what_none_pays_is_none_and_not_nothing() -> None:
    found = funding_measures(budget(LBB=1), BARNET)["Paid by kind"][1]
    assert found.value.says(Absence.NONE) is Answer.YES
    assert found.to_records()[0]["value"] == "none"
