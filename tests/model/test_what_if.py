"""What if: beside today, if somebody leaves, if the total grows; drawn and told."""

import copy
import json
import pickle
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

import masa
from masa.ground.errors import (
    AllocationError,
    AmountError,
    DateError,
    KindError,
    RangeError,
    UnknownNameError,
    UnsettledError,
)
from masa.ground.periods import FinancialYear
from masa.ground.stated import Absence, Stated, stated
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution
from masa.model.funding_rules import FundingRule
from masa.model.funding_years import fund_years
from masa.model.what_if import fund

GOLDEN = Path(__file__).parent / "golden"
BARNET = masa.examples.load("barnet").budgets[0]
PAID = {line.payer: line.amount.only for line in BARNET.contributions}
COUNCIL, CCG = "London Borough of Barnet", "Barnet CCG"
POLICE, CLCH = "Metropolitan Police (MOPAC)", "CLCH"
PAST_SHARES = FundingRule(payers=PAID, weights=PAID, unit=1)
THREE = FundingRule(
    payers=[COUNCIL, CCG, POLICE], fixed={POLICE: 5_000}, caps={CCG: 100_000}
)
REST = FundingRule(
    payers=PAID,
    fixed={payer: paid for payer, paid in PAID.items() if payer != COUNCIL},
    residual=COUNCIL,
)
loosely: Any = fund  # what a caller without a type checker can do


def paid(**amounts: int | Stated[Decimal]) -> Budget:
    return Budget(
        contributions=tuple(
            Contribution(
                payer=payer,
                amount=stated(Decimal(amount)) if isinstance(amount, int) else amount,
            )
            for payer, amount in amounts.items()
        )
    )


class TestBesideToday:
    def test_each_pays_more_or_less_in_pounds_and_per_cent(self) -> None:
        found = fund(BARNET, THREE)
        rows = {
            line.payer: (str(line.difference), str(line.percent), line.why)
            for line in found
        }
        assert rows[COUNCIL] == ("-21,400", "-10.97", "equal share")
        assert rows[CCG] == ("62,500", "166.67", "at the cap of £100,000")
        assert rows[POLICE] == ("0", "0", "fixed sum")
        assert rows[CLCH] == ("-12,500", "-100", "not named in the rule")
        assert len(found) == len(PAID)
        assert found.total == 278_600
        assert found.gap == 0

    def test_a_total_of_ones_own_can_be_given(self) -> None:
        found = fund(BARNET, PAST_SHARES, total=275_000)
        assert found[COUNCIL].amount == 192_480
        assert sum(found.shares.values()) == 275_000
        assert found[COUNCIL].why == "weight 195,000"

    def test_whoever_the_budget_does_not_list_pays_more_of_no_per_cent(self) -> None:
        line = fund(paid(A=90), FundingRule(payers=["A", "B"]))["B"]
        assert line.today.says(Absence.NONE) is masa.Answer.YES
        assert str(line) == (
            "B pays £45 (equal share); today: no line; difference: +£45"
        )
        assert line.percent.says(Absence.NONE) is masa.Answer.YES

    def test_of_a_budget_without_contributions_nothing_is_known_of_today(self) -> None:
        line = fund(Budget(), FundingRule(payers=["A", "B"]), total=300)["A"]
        assert str(line) == (
            "A pays £150 (equal share); today: not stated; difference: not known"
        )

    def test_whoever_is_told_to_pay_nothing_has_a_line(self) -> None:
        budget = paid(A=stated(Absence.NONE), B=90)
        line = fund(budget, FundingRule(payers=["A", "B"]))["A"]
        assert line.to_records()[0]["today"] == "none"
        assert line.to_json()["today"] == "0.00"

    def test_nothing_is_no_base_for_per_cent(self) -> None:
        line = fund(paid(A=0, B=90), FundingRule(payers=["A", "B"]))["A"]
        assert str(line.difference) == "45"
        assert str(line.percent) == "none"

    def test_what_is_not_settled_today_is_compared_with_nothing(self) -> None:
        budget = paid(A=Stated(), B=90)
        line = fund(budget, FundingRule(payers=["A", "B"]), total=100)["A"]
        assert not line.difference.is_stated
        assert not line.percent.is_stated
        assert line.to_records() == [
            {
                "payer": "A",
                "today": "not stated",
                "then": "£50",
                "difference": "not known",
                "in per cent": "",
                "why": "equal share",
            }
        ]
        with pytest.raises(UnsettledError, match="no settled amount is stated for A"):
            fund(budget, FundingRule(payers=["A", "B"]))

    def test_several_lines_of_one_payer_are_taken_together(self) -> None:
        both = Budget(contributions=paid(A=60).contributions * 2)
        assert fund(both, FundingRule(payers=["A"]))["A"].today.only == 120
        lines = (*paid(A=60).contributions, *paid(A=Stated()).contributions)
        half = fund(Budget(contributions=lines), FundingRule(payers=["A"]), total=9)
        assert not half["A"].today.is_stated

    def test_a_plain_sum_is_compared_with_nothing(self) -> None:
        found = fund("300.50", FundingRule(payers=["A", "B"]))
        assert found["A"].difference == Stated()
        assert "today" not in found.to_text()
        assert "then    share  why" in found.to_text()

    @pytest.mark.parametrize(
        ("kinds", "percents"),
        [
            pytest.param({}, [25, 25, 25, 25], id="equal by body"),
            pytest.param(
                {"council": ["A", "B"], "health": ["ICB"], "police": ["P"]},
                ["16.67", "16.67", "33.33", "33.33"],
                id="equal by kind",
            ),
        ],
    )
    def test_the_share_of_the_total_is_told(
        self, kinds: dict[str, list[str]], percents: list[int | str]
    ) -> None:
        found = fund(300_000, FundingRule(payers=["A", "B", "ICB", "P"], kinds=kinds))
        assert list(found.percents.values()) == list(map(Decimal, percents))
        assert [row["share"] for row in found.to_records()] == [
            f"{percent} %" for percent in found.percents.values()
        ]

    def test_there_is_no_share_of_nothing(self) -> None:
        found = fund(0, FundingRule(payers=["A"]))
        assert found.percents == {}
        assert "%" not in found.to_text()
        assert '"share": null' in json.dumps(found.to_json())

    def test_a_payer_who_is_not_there_is_refused_by_name(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "Barnet CCG"'):
            _ = fund(BARNET, THREE)["Barnet CC"]

    def test_the_context_of_the_caller_does_not_matter(self) -> None:
        with localcontext(prec=2):
            found = fund(BARNET, PAST_SHARES, total=275_000)
            gap, more = found.gap, [line.difference for line in found]
            grown = fund_years(BARNET, THREE, growth=3, years=2).to_json()
        again = fund(BARNET, PAST_SHARES, total=275_000)
        assert gap == 0
        assert more == [line.difference for line in again]
        assert found.shares == again.shares
        assert grown == fund_years(BARNET, THREE, growth=3, years=2).to_json()


class TestIfSomebodyLeaves:
    def test_the_others_carry_it_as_the_rule_has_it(self) -> None:
        found = fund(BARNET, PAST_SHARES, leaving=POLICE)
        assert found[POLICE].amount == 0
        assert found[POLICE].why == "leaves"
        assert found[COUNCIL].amount == 198_564
        assert found.gap == 0
        assert str(found) == (
            "£278,600, by weight, if Metropolitan Police (MOPAC) leaves"
        )

    def test_without_a_rule_the_gap_stays_open_and_is_told(self) -> None:
        found = fund(BARNET, leaving=[POLICE, CLCH, POLICE])
        assert found.gap == 17_500
        assert found[COUNCIL].amount == 195_000
        assert found[COUNCIL].why == "as today"
        assert "£17,500 of the total is paid by nobody." in found.to_text()
        assert str(found) == (
            "£278,600, as today, if Metropolitan Police (MOPAC) and CLCH leave"
        )

    def test_a_residual_payer_carries_it(self) -> None:
        found = fund(BARNET, REST, leaving=POLICE)
        assert found[COUNCIL].amount == 200_000
        assert found[COUNCIL].why == "what is left over"

    def test_if_the_residual_payer_leaves_nobody_pays_the_rest(self) -> None:
        assert fund(BARNET, REST, leaving=COUNCIL).gap == 195_000

    def test_whoever_only_pays_today_can_leave(self) -> None:
        assert fund(BARNET, THREE, leaving=CLCH)[CLCH].why == "leaves"

    def test_caps_that_do_not_reach_leave_a_gap(self) -> None:
        rule = FundingRule(payers=["A", "B"], caps={"A": 10, "B": 20})
        assert fund(100, rule).gap == 70

    @pytest.mark.parametrize(
        ("leaving", "said"),
        [
            ("Polcie", "is not among the payers"),
            (["A", "C"], '"C" is not among the payers'),
        ],
    )
    def test_nobody_else_can_leave(self, leaving: str, said: str) -> None:
        with pytest.raises(UnknownNameError, match=said):
            fund(paid(A=1, B=2), leaving=leaving)

    @pytest.mark.parametrize("leaving", [None, 1, 1.5])
    def test_who_leaves_is_told_by_name(self, leaving: object) -> None:
        said = f"{leaving} does not say who leaves; give a name"
        with pytest.raises(KindError, match=said):
            loosely(paid(A=1, B=2), leaving=leaving)
        years: Any = fund_years
        with pytest.raises(KindError, match=said):
            years(paid(A=1, B=2), growth=1, years=1, leaving=leaving)
        assert not fund(paid(A=1, B=2), leaving=[]).leaving

    def test_not_everybody_can_leave(self) -> None:
        with pytest.raises(RangeError, match="nobody is left to pay"):
            fund(paid(A=1, B=2), leaving=["A", "B"])


class TestWhatHolds:
    @pytest.mark.parametrize(
        ("total", "parts", "whys"),
        [
            pytest.param(
                300, {"floors": {"A": 100}}, "equal share", id="a floor met anyhow"
            ),
            pytest.param(
                300, {"caps": {"A": 100}}, "equal share", id="a cap met anyhow"
            ),
            pytest.param(
                240,
                {"floors": {"A": 100}},
                "at the floor of £100 | equal share",
                id="a floor that raises a share",
            ),
            pytest.param(
                330,
                {"caps": {"A": 100}},
                "at the cap of £100 | equal share",
                id="a cap that lowers a share",
            ),
            pytest.param(
                300,
                {"floors": dict.fromkeys("ABC", 100)},
                "equal share",
                id="floors that are the total and the equal shares",
            ),
            pytest.param(
                300,
                {"floors": {"A": 150, "B": 75, "C": 75}},
                "at the floor of £150 | equal share",
                id="floors that are the total, of which one is above the rest",
            ),
            pytest.param(
                300,
                {"caps": {"A": 10, "B": 20, "C": 20}},
                "at the cap of £10 | at the cap of £20",
                id="caps that do not reach",
            ),
            pytest.param(
                300,
                {
                    "weights": {"A": 0, "B": 1, "C": 1},
                    "caps": {"A": 0, "B": 20, "C": 20},
                },
                "weight 0 | at the cap of £20",
                id="caps that do not reach, and who has no weight",
            ),
            pytest.param(
                50,
                {"caps": {"A": 10, "B": 20, "C": 20}},
                "at the cap of £10 | equal share",
                id="caps that just reach",
            ),
            pytest.param(
                300,
                {"weights": {"A": 0, "B": 1, "C": 1}, "caps": {"A": 0}},
                "weight 0 | weight 1",
                id="a cap on who has no weight",
            ),
            pytest.param(
                300,
                {"weights": {"A": 0, "B": 1, "C": 1}, "floors": {"A": 20}},
                "at the floor of £20 | weight 1",
                id="a floor of who has no weight",
            ),
            pytest.param(
                300,
                {"weights": {"A": 0, "B": 1, "C": 1}, "floors": {"B": 150, "C": 150}},
                "weight 0 | weight 1",
                id="floors that are what the weights give",
            ),
            pytest.param(
                300,
                {"kinds": {"x": ["A", "B"], "y": ["C"]}, "floors": {"C": 150}},
                "share of the kind x | share of the kind y",
                id="a floor that the kind meets anyhow",
            ),
            pytest.param(
                300,
                {"kinds": {"x": ["A", "B"], "y": ["C"]}, "floors": {"C": 200}},
                "share of the kind x | at the floor of £200",
                id="a floor that raises the share of a kind",
            ),
            pytest.param(
                300,
                {"kinds": {"x": ["A", "B"], "y": ["C"]}, "floors": {"A": 100}},
                "at the floor of £100 | share of the kind x | share of the kind y",
                id="a floor within a kind",
            ),
            pytest.param(
                120,
                {"kinds": {"x": ["A", "B"], "y": ["C"]}, "floors": {"A": 100}},
                "at the floor of £100 | share of the kind x | share of the kind y",
                id="a floor that raises a kind, with somebody else in it",
            ),
        ],
    )
    def test_a_bound_is_told_only_where_it_changes_a_share(
        self, total: int, parts: dict[str, Any], whys: str
    ) -> None:
        found = fund(total, FundingRule(payers=["A", "B", "C"], **parts))
        assert " | ".join(dict.fromkeys(line.why for line in found)) == whys


class TestRefused:
    def test_fixed_sums_and_floors_above_the_total_by_the_fewest(self) -> None:
        rule = FundingRule(
            payers=["A", "B", "C", "D"], fixed={"A": 60, "B": 1}, floors={"C": 50}
        )
        with pytest.raises(AllocationError) as caught:
            fund(100, rule)
        assert caught.value.conflicting == ("fixed sum of A", "floor of C")

    def test_a_tie_where_the_rule_refuses_it(self) -> None:
        rule = FundingRule(payers=["A", "B"], ties="refuse", unit=1)
        with pytest.raises(AllocationError, match="claimed equally by A and B"):
            fund(1, rule)

    def test_a_total_finer_than_the_unit(self) -> None:
        with pytest.raises(AmountError, match="finer than the unit of £1"):
            fund("10.50", FundingRule(payers=["A"], unit=1))

    def test_a_fixed_sum_that_leaves_what_is_finer_than_the_unit(self) -> None:
        rule = FundingRule(payers=["A", "Police"], fixed={"Police": "5000.50"}, unit=1)
        with pytest.raises(AmountError) as caught:
            fund(300_000, rule)
        assert str(caught.value) == (
            '£300,000 less what is fixed ("Police" £5,000.50) leaves £294,999.50, '
            "which is finer than the unit of £1; change a fixed sum or the total, or "
            "give a smaller unit"
        )
        assert fund("300000.50", rule)["A"].amount == 295_000

    def test_two_totals(self) -> None:
        with pytest.raises(RangeError, match="two totals are given: 10 and 20"):
            fund(10, FundingRule(payers=["A"]), total=20)

    def test_a_sum_without_a_rule(self) -> None:
        with pytest.raises(RangeError, match="nothing says who pays the sum"):
            fund(10)

    def test_a_budget_that_is_not_settled_without_a_rule(self) -> None:
        with pytest.raises(UnsettledError, match="stated for A"):
            fund(paid(A=Stated(), B=1), total=5)

    @pytest.mark.parametrize(
        ("money", "rule", "said"),
        [
            (10.0, THREE, "10.0 is not an amount of money"),
            (10, "equal", '"equal" is not a rule'),
        ],
    )
    def test_what_is_of_the_wrong_type(
        self, money: object, rule: object, said: str
    ) -> None:
        with pytest.raises(KindError, match=said):
            loosely(money, rule)


class TestToldAndDrawn:
    SCENARIO = fund(BARNET, THREE, total=280_000, leaving="CafCASS")

    def test_is_explained_line_by_line(self) -> None:
        text = self.SCENARIO.explain().to_text()
        golden = (GOLDEN / "scenario.txt").read_text(encoding="utf-8")
        assert text + "\n" == golden

    def test_the_steps_of_a_rule_are_told_in_order(self) -> None:
        rule = FundingRule(
            payers=["A", "B", "C"],
            fixed={"C": 5},
            floors={"B": 10},
            caps={"B": 20},
            residual="A",
        )
        text = fund(paid(A=1, B=2, D=100), rule, leaving="D").explain().to_text()
        assert text.split("\n\n")[1].split("\n") == [
            "- D leaves, and pays nothing.",
            "- C pays a fixed sum of £5.",
            "- £20 is shared, equal by body, among B.",
            "- B pays £10 at least.",
            "- B pays £20 at most.",
            "- A pays what is left over, £78.",
        ]

    def test_fixed_sums_alone_need_no_sharing_explained(self) -> None:
        text = fund(10, FundingRule(payers=["A"], fixed={"A": 9})).explain().to_text()
        assert "is shared" not in text
        assert "£1 of the total is paid by nobody." in text

    def test_without_a_rule_it_says_so(self) -> None:
        text = fund(BARNET, total=1).explain().to_text()
        assert "There is no rule: whoever stays goes on paying as today." in text
        assert "£278,599 more than the total is paid." in text

    def test_a_kind_and_a_weight_are_told(self) -> None:
        rule = FundingRule(
            payers=["A", "B"], kinds={"x": ["A", "B"]}, weights={"A": "1", "B": "2.5"}
        )
        assert fund(7, rule)["B"].why == "share of the kind x, weight 2.5"

    def test_is_drawn_as_it_was_last_seen_by_a_person(self) -> None:
        golden = (GOLDEN / "scenario.svg").read_text(encoding="utf-8")
        assert self.SCENARIO.to_svg() + "\n" == golden

    def test_a_gap_is_drawn_and_a_plain_sum_has_no_today(self) -> None:
        picture = fund(100, FundingRule(payers=["A"], fixed={"A": 40})).to_svg()
        assert ">paid by nobody</text>" in picture
        assert ">£60</text>" in picture
        assert ">today</text>" not in picture
        assert "£60 of the total is paid by nobody.</desc>" in picture

    def test_what_is_not_settled_has_no_bar(self) -> None:
        budget = paid(A=stated(Absence.UNKNOWN, words="smudged"), B=5)
        picture = fund(budget, FundingRule(payers=["A", "B"]), total=9).to_svg()
        assert ">unknown: smudged</text>" in picture
        assert ">£4.50 (not known)</text>" in picture

    def test_a_hostile_name_stays_text(self) -> None:
        hostile = "<script>&\"'</script>"
        found = fund(5, FundingRule(payers=[hostile]))
        fromstring(found.to_svg())  # noqa: S314 (our own picture)
        assert "<script" not in found.to_svg() + found._repr_html_()

    def test_a_notebook_shows_the_picture(self) -> None:
        assert self.SCENARIO._repr_svg_() == self.SCENARIO.to_svg()

    def test_is_given_as_plain_values(self) -> None:
        found = fund(paid(A=90), FundingRule(payers=["A", "B"]))
        assert found.to_json() == {
            "total": "90.00",
            "rule": "equal by body",
            "leaving": [],
            "shares": [
                {
                    "payer": "A",
                    "today": "90.00",
                    "amount": "45.00",
                    "difference": "-45.00",
                    "percent": "-50.00",
                    "why": "equal share",
                    "share": "50.00",
                },
                {
                    "payer": "B",
                    "today": "0.00",
                    "amount": "45.00",
                    "difference": "45.00",
                    "percent": None,
                    "why": "equal share",
                    "share": "50.00",
                },
            ],
            "gap": "0.00",
        }
        assert fund(paid(A=90)).to_json()["rule"] is None
        assert found.to_records()[1]["difference"] == "+£45"

    def test_is_copied_and_shown_in_brief(self) -> None:
        assert pickle.loads(pickle.dumps(self.SCENARIO)) == self.SCENARIO  # noqa: S301 (made here)
        assert copy.deepcopy(self.SCENARIO).shares == self.SCENARIO.shares
        assert repr(self.SCENARIO).startswith("<FundingScenario of £280,000, fixed")


class TestGrowth:
    def test_three_per_cent_a_year_each_year_a_row(self) -> None:
        found = fund_years(BARNET, REST, growth=3, years=3)
        rows = [
            (row["year"], row["total"], row[f"paid by {COUNCIL}"], row["gap"])
            for row in found.to_records()
        ]
        assert rows == [
            ("2018/19", "278600.00", "195000.00", "0.00"),
            ("2019/20", "286958.00", "203358.00", "0.00"),
            ("2020/21", "295566.74", "211966.74", "0.00"),
            ("2021/22", "304433.74", "220833.74", "0.00"),
        ]
        assert len(found) == 4
        assert found[3].scenario.total == Decimal("304433.74")

    def test_is_told_year_by_year(self) -> None:
        found = fund_years(BARNET, REST, growth="2.5", years=2)
        golden = (GOLDEN / "growth.txt").read_text(encoding="utf-8")
        assert found.to_text() + "\n" == golden
        assert repr(found).endswith("and 2.5 % more each year: 3 years>")

    @pytest.mark.parametrize(
        ("growth", "totals"),
        [
            ("0.0049", ["100.00", "100.00", "100.01"]),
            ("0.005", ["100.00", "100.01", "100.01"]),
            (-100, ["100.00", "0.00", "0.00"]),
            (Decimal("-0.5"), ["100.00", "99.50", "99.00"]),
            (1000, ["100.00", "1100.00", "12100.00"]),
        ],
    )
    def test_is_exact_and_rounded_half_up_once(
        self, growth: str, totals: list[str]
    ) -> None:
        found = fund_years(100, FundingRule(payers=["A"]), growth=growth, years=2)
        assert [str(year.scenario.total) for year in found] == totals

    def test_the_unit_of_the_rule_is_that_of_the_totals(self) -> None:
        rule = FundingRule(payers=["A"], unit=500)
        found = fund_years(10_000, rule, growth=4, years=3)
        assert [year.scenario.total for year in found] == [
            10_000,
            10_500,
            11_000,
            11_000,
        ]
        assert found.how == (
            "The total of each year is reckoned from that of year 0, exactly, and only "
            "then rounded half up to £500."
        )

    def test_without_a_rule_nobody_pays_what_it_grows_by(self) -> None:
        found = fund_years(paid(A=100), growth=10, years=2)
        assert [year.scenario.gap for year in found] == [0, 10, 21]

    def test_a_total_of_ones_own_and_somebody_who_leaves(self) -> None:
        found = fund_years(
            BARNET, PAST_SHARES, growth=-1, years=1, total=1_000, leaving=POLICE
        )
        assert [year.scenario.total for year in found] == [1_000, 990]
        assert str(found).endswith("(MOPAC) leaves, and 1 % less each year")
        assert found[1].scenario[POLICE].amount == 0

    def test_who_leaves_is_gone_in_every_year(self) -> None:
        found = fund_years(BARNET, growth=1, years=2, leaving=iter([POLICE]))
        assert [year.scenario.leaving for year in found] == [(POLICE,)] * 3

    @pytest.mark.parametrize("place", [3, -4, "2019/20", None, 10**99])
    def test_a_year_that_is_not_there_is_named(self, place: Any) -> None:  # noqa: ANN401 (on purpose)
        found = fund_years(100, FundingRule(payers=["A"]), growth=1, years=2)
        with pytest.raises(UnknownNameError, match="the first is 0, the last 2"):
            found[place]

    def test_one_year_is_shown_by_itself(self) -> None:
        year = fund_years(100, FundingRule(payers=["A"]), growth=1, years=1)[1]
        assert str(year) == "year 1: Together they pay the total of £101."
        assert year.to_text().split() == [
            *("year", "year", "1", "total", "£101", "A", "£101", "nobody", "£0")
        ]

    def test_is_given_as_plain_values(self) -> None:
        found = fund_years(100, FundingRule(payers=["A"]), growth=1, years=1).to_json()
        assert (found["growth"], found["unit"]) == ("1", "0.01")
        years: Any = found["years"]
        assert [(year["year"], year["total"]) for year in years] == [
            ("year 0", "100.00"),
            ("year 1", "101.00"),
        ]

    @pytest.mark.parametrize(
        "growth",
        [
            -101,
            "-100.01",
            1001,
            "3%",
            "NaN",
            Decimal("NaN"),
            Decimal("Infinity"),
            "0.00001",
        ],
    )
    def test_refuses_a_rate_that_is_none(self, growth: str) -> None:
        with pytest.raises(RangeError, match="nothing grows by"):
            fund_years(BARNET, REST, growth=growth, years=1)

    @pytest.mark.parametrize("growth", [3.0, True, None, b"3"])
    def test_refuses_a_rate_of_the_wrong_type(self, growth: Any) -> None:  # noqa: ANN401 (on purpose)
        with pytest.raises(KindError, match="is not a growth in per cent"):
            fund_years(BARNET, REST, growth=growth, years=1)

    @pytest.mark.parametrize("years", [0, 51, -1, 10**13])
    def test_refuses_years_out_of_range(self, years: int) -> None:
        with pytest.raises(RangeError, match="give 1 to 50"):
            fund_years(BARNET, REST, growth=1, years=years)

    def test_names_the_year_in_which_the_fixed_sums_are_too_much(self) -> None:
        rule = FundingRule(payers=["A", "B"], fixed={"A": 95})
        with pytest.raises(AllocationError, match=r"year 2: a total of £90\.25"):
            fund_years(100, rule, growth=-5, years=3)

    def test_there_is_no_year_after_the_last(self) -> None:
        budget = Budget(
            year=stated(FinancialYear(2199)), contributions=paid(A=1).contributions
        )
        with pytest.raises(DateError, match="2200 lies outside"):
            fund_years(budget, growth=1, years=1)
