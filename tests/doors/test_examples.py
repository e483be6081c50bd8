"""The bundled arrangements are golden: they load, and hold what was printed."""

from decimal import Decimal
from statistics import median
from typing import Any

import pytest

import masa
from masa.ground.stated import Absence
from masa.rules.dossiers import item_and_need
from masa.rules.duties.catalogue import every_rule

PARTNERS = ("London Borough of Barnet", "Barnet CCG", "Metropolitan Police (MOPAC)")
OUTSIDE_APPENDIX_1 = (
    "London Community Rehabilitation",
    "East London Foundation Trusts NHS",
)
NHS_PROVIDERS = (
    *("CLCH", "BEHMHT", "Royal Free NHS FT"),
    "East London Foundation Trusts NHS",
)
CRIMINAL_JUSTICE = (
    *("National Probation Service", "CafCASS"),
    "London Community Rehabilitation",
)


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole * 100).quantize(Decimal("0.01"))


@pytest.fixture(scope="module")
def barnet() -> masa.Arrangement:
    return masa.examples.load("barnet")


def test_names_what_is_bundled() -> None:
    assert masa.examples.names() == (
        *("barnet", "croydon", "haringey", "pan-dorset", "somerset"),
    )


@pytest.mark.parametrize("name", masa.examples.names())
@pytest.mark.parametrize("layout", ["toml", "json"])
def test_each_survives_a_round_trip(name: str, layout: str) -> None:
    arrangement = masa.examples.load(name)
    text = masa.dumps(arrangement, format=layout)
    assert masa.loads(text, format=layout) == arrangement
    assert masa.dumps(masa.loads(text, format=layout), format=layout) == text


@pytest.mark.parametrize("name", ["barnett", "", "../barnet", "x" * 200])
def test_refuses_a_name_that_is_not_bundled(name: str) -> None:
    with pytest.raises(masa.UnknownNameError):
        masa.examples.load(name)


def test_what_several_share_has_one_national_id() -> None:
    atlas = masa.Atlas(map(masa.examples.load, masa.examples.names()))
    assert {one.id: one.arrangements for one in atlas.shared()} == {
        "england/department-for-education": ("barnet", "somerset"),
        "england/metropolitan-police": ("barnet", "haringey"),
    }


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("croydon", ["M1", "M3", "S1", "S2", "S3", "S4", "S6", "S7"]),
        ("haringey", ["M1", "M3", "S1", "S2", "S4"]),
        ("pan-dorset", ["M1", "M3", "S1", "S2", "S3", "S5", "S7", "S8", "S10"]),
        (
            "somerset",
            ["M1", "M2", "M3", "S1", "S3", "S4", "S6", "S7", "S9", "S10"],
        ),
    ],
)
def test_answers_no_item_of_which_the_document_is_silent(
    name: str, items: list[str]
) -> None:
    arrangement = masa.examples.load(name)
    answered = {item for one in arrangement.commitments for item in one.items}
    assert answered == {f"P18-{item}" for item in items}


class TestBarnet:
    def test_says_who_leads_for_each_partner(self, barnet: masa.Arrangement) -> None:
        assert [(p.kind.value, p.lead.only) for p in barnet.partners] == [
            ("local authority", "Chief Executive"),
            ("health", "Chief Operating Officer"),
            ("police", "Detective Superintendent, Head of Safeguarding"),
        ]

    def test_keeps_both_frequencies_of_the_review_group(
        self, barnet: masa.Arrangement
    ) -> None:
        group: Any = barnet["Learning and Review Group"]
        assert [(str(s.value), str(s.at)) for s in group.meets.statements] == [
            ("quarterly and when needed", "s.7"),
            ("monthly", "s.10"),
        ]
        assert group.meets.conflict is masa.Answer.YES

    def test_keeps_both_meanings_of_bi_monthly(self, barnet: masa.Arrangement) -> None:
        forum: Any = barnet["Leadership Forum"]
        assert forum.meets.only.per_year == masa.Count.one_of(6, 24)

    def test_keeps_who_decides_open(self, barnet: masa.Arrangement) -> None:
        (deciding,) = [c for c in barnet.commitments if c.decided_by.is_stated]
        assert deciding.decided_by.values == (
            "Learning and Review Group",
            "safeguarding partners",
        )
        assert deciding.decided_by.conflict is masa.Answer.YES

    def test_fills_in_no_day_that_is_not_printed(
        self, barnet: masa.Arrangement
    ) -> None:
        for fact in (barnet.in_force, barnet.published, barnet.approved):
            assert not fact.is_stated

    def test_holds_twenty_entries_in_six_categories(
        self, barnet: masa.Arrangement
    ) -> None:
        assert [
            (len(category.named), len(category.described))
            for category in barnet.agencies
        ] == [(0, 2), (8, 4), (1, 0), (3, 0), (1, 0), (0, 1)]

    def test_keeps_the_limbs_of_described_sets(self, barnet: masa.Arrangement) -> None:
        limbs = {
            a.name: len(a.limbs)
            for a in barnet.relevant_agencies
            if isinstance(a, masa.DescribedSet)
        }
        assert limbs["voluntary adoption agencies"] == 3
        assert limbs["fostering agencies"] == limbs["children's homes"] == 2

    def test_answers_all_fourteen_items(self, barnet: masa.Arrangement) -> None:
        items = {item for c in barnet.commitments for item in c.items}
        assert {item for item in items if item.startswith("P18")} == {
            *(f"P18-M{n}" for n in range(1, 4)),
            *(f"P18-S{n}" for n in range(1, 12)),
        }
        assert {item_and_need(item)[0] for item in items} <= {*every_rule()}

    @pytest.mark.parametrize(
        ("topic", "field", "length"),
        [
            ("sending the report before it is published", "ahead", "7 working days"),
            ("completing and publishing a local review", "within", "6 months"),
            ("keeping a published report available", "lasts", "1 year"),
            ("allegations against staff", "within", "1 working day"),
            ("deep dives", "lasts", "4 months"),
        ],
    )
    def test_holds_the_printed_time_limits(
        self, barnet: masa.Arrangement, topic: str, field: str, length: str
    ) -> None:
        (commitment,) = [c for c in barnet.commitments if c.topic == topic]
        assert str(getattr(commitment, field).only) == length

    def test_leaves_promptly_without_a_number(self, barnet: masa.Arrangement) -> None:
        (rapid,) = [c for c in barnet.commitments if c.topic == "rapid review"]
        (statement,) = rapid.within.statements
        assert (statement.value, statement.words) == (Absence.UNKNOWN, "promptly")

    def test_adds_up_as_printed(self, barnet: masa.Arrangement) -> None:
        (budget,) = barnet.budgets
        assert budget.income == budget.contributed_total.only == Decimal(278_600)
        assert budget.expenditure == budget.costs_total.only == Decimal(265_000)
        assert budget.surplus == Decimal(13_600)
        pay = [c.amount.only for c in budget.costs if c.pay.only]
        assert sum(pay) == Decimal(252_000)

    @pytest.mark.parametrize(
        ("reading", "surplus"), [("a", 13_600), ("b", -8_900), ("c", 13_600)]
    )
    def test_holds_three_readings_of_the_footnote(
        self, barnet: masa.Arrangement, reading: str, surplus: int
    ) -> None:
        assert barnet.budgets[0].under(reading).surplus == Decimal(surplus)

    def test_reckons_what_the_other_two_readings_would_mean(
        self, barnet: masa.Arrangement
    ) -> None:
        (budget,) = barnet.budgets
        paid = {line.payer: line.amount.only for line in budget.contributions}
        police = paid["Metropolitan Police (MOPAC)"]
        assert budget.under("a").income - police + 12_500 == Decimal(286_100)
        assert budget.under("b").income == Decimal(256_100)
        assert budget.under("c").income == budget.income

    @pytest.mark.parametrize(
        ("payers", "pounds", "percent"),
        [
            (PARTNERS, 237_500, "85.25"),
            (NHS_PROVIDERS, 38_050, "13.66"),
            ((*NHS_PROVIDERS, "Barnet CCG"), 75_550, "27.12"),
            (CRIMINAL_JUSTICE, 2_550, "0.92"),
            (OUTSIDE_APPENDIX_1, 1_550, "0.56"),
        ],
    )
    def test_reckons_what_some_pay_together(
        self,
        barnet: masa.Arrangement,
        payers: tuple[str, ...],
        pounds: int,
        percent: str,
    ) -> None:
        (budget,) = barnet.budgets
        paid = {line.payer: line.amount.only for line in budget.contributions}
        together = sum((paid[payer] for payer in payers), Decimal(0))
        assert together == pounds
        assert percent_of(together, budget.income) == Decimal(percent)

    def test_tells_who_pays_from_who_they_are(self, barnet: masa.Arrangement) -> None:
        payers = [line.payer for line in barnet.budgets[0].contributions]
        partners = [p for p in payers if barnet[p] in barnet.partners]
        listed = [p for p in payers if barnet[p] in barnet.relevant_agencies]
        assert tuple(partners) == PARTNERS
        rest = [p for p in payers if p not in (*partners, *listed)]
        assert tuple(rest) == OUTSIDE_APPENDIX_1
        assert len(payers) - len(partners) == 8

    def test_reckons_the_rest_of_the_money(self, barnet: masa.Arrangement) -> None:
        (budget,) = barnet.budgets
        paid = {line.payer: line.amount.only for line in budget.contributions}
        authority, commissioners, police = (paid[payer] for payer in PARTNERS)
        partners = authority + commissioners + police
        shares = [percent_of(paid[payer], partners) for payer in PARTNERS]
        assert list(map(str, shares)) == ["82.11", "15.79", "2.11"]
        assert budget.income - partners == 41_100
        assert percent_of(budget.income - partners, budget.income) == Decimal("14.75")
        assert median(paid.values()) == police == 5_000
        assert authority / police == 39
        assert commissioners / police == Decimal("7.5")
        assert percent_of(budget.surplus, budget.income) == Decimal("4.88")
        assert percent_of(budget.surplus, budget.expenditure) == Decimal("5.13")

    def test_reckons_how_far_the_carry_forward_goes(
        self, barnet: masa.Arrangement
    ) -> None:
        (budget,) = barnet.budgets
        kept = budget.carried_forward.only
        assert not budget.carried_forward_holds_surplus.is_stated
        assert kept + budget.surplus == 110_600  # if the surplus is not within it
        assert percent_of(kept, budget.expenditure) == Decimal("36.60")
        months = kept / budget.expenditure * 12
        assert months.quantize(Decimal("0.01")) == Decimal("4.39")

    def test_ends_the_old_board_without_a_day(self, barnet: masa.Arrangement) -> None:
        board: Any = barnet["Safeguarding Children Board"]
        assert board.ended.only == masa.When()
        assert [s.value for s in board.successors] == ["BSCP"]

    def test_hands_over_only_on_a_condition(self, barnet: masa.Arrangement) -> None:
        board: Any = barnet["Improvement Board"]
        (line,) = board.hands_over_to
        assert line.standing is masa.Standing.CONDITIONAL
        assert line.condition == "if it is no longer needed"

    def test_prints_two_lists_of_agencies_in_the_hub(
        self, barnet: masa.Arrangement
    ) -> None:
        hub = "agencies in the MASH"
        lists = [li for li in barnet.listings if li.topic.startswith(hub)]
        assert [len(listing.items) for listing in lists] == [13, 9]

    def test_every_stated_count_of_a_list_is_the_number_of_its_items(
        self, barnet: masa.Arrangement
    ) -> None:
        counted = [listing for listing in barnet.listings if listing.count.is_stated]
        assert counted
        assert all(c.count.only == len(c.items) for c in counted)

    def test_names_one_body_by_each_of_its_names(
        self, barnet: masa.Arrangement
    ) -> None:
        assert barnet["CLCH"] is barnet["Central London Community Healthcare NHS Trust"]
        assert barnet.category_of("CafCASS") == "Criminal justice"

    def test_every_doubt_says_at_least_one_thing_with_a_place(
        self, barnet: masa.Arrangement
    ) -> None:
        assert len(barnet.doubts) == 29
        assert all(s.at for doubt in barnet.doubts for s in doubt.said)
