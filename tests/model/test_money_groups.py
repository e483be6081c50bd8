"""Money by kind, category, form and use: nobody is put where nothing says so."""

from decimal import Decimal
from typing import Any

import pytest

import masa
from masa.ground.errors import KindError, RangeError, UnknownNameError, UnsettledError
from masa.ground.stated import stated
from masa.model.funding import Budget
from masa.model.funding_lines import (
    Contribution,
    ContributionKind,
    CostLine,
    PayerKind,
)

FILE = """
id = "x"
title = "X"
sources = [{ id = "s", title = "S", text = "complete" }]
partners = [
  { kind = "local authority", name = "Council", body = "The Borough" },
  { kind = "police", name = "Police" },
]
agencies = [{ category = "Health", named = [
  { name = "Mental Trust", kind = "NHS Trust" },
  { name = "Care Trust", body = "Care Body" },
], described = ["schools"] }]
bodies = [
  { name = "The Borough" },
  { name = "Care Body" },
  { name = "Big Hospital", also = ["Big NHS Hospital"] },
  { name = "Anyshire Integrated Care Board" },
  { name = "National Health Service England" },
  { name = "Academy Trust" },
]
"""
YES, NO = stated(value=True), stated(value=False)
ARRANGEMENT = masa.loads(FILE)


def paid(payer: str, pounds: int, **more: Any) -> Contribution:  # noqa: ANN401 (any field)
    return Contribution(payer=payer, amount=stated(Decimal(pounds)), **more)


def spent(item: str, pounds: int, **more: Any) -> CostLine:  # noqa: ANN401 (any field)
    return CostLine(item=item, amount=stated(Decimal(pounds)), **more)


def budget(*payers: str) -> Budget:
    return Budget(contributions=tuple(paid(payer, 100) for payer in payers))


class TestByKind:
    @pytest.mark.parametrize(
        ("payer", "kind"),
        [
            pytest.param("Council", "local authority", id="a partner"),
            pytest.param("The Borough", "local authority", id="the body of a partner"),
            pytest.param("Police", "police", id="another partner"),
            pytest.param("Mental Trust", "health", id="an NHS trust by its kind"),
            pytest.param("Big Hospital", "health", id="the NHS in another name"),
            pytest.param("Anyshire Integrated Care Board", "health", id="a board"),
            pytest.param("National Health Service England", "health", id="in full"),
            pytest.param("Academy Trust", "not known", id="a trust may be a school's"),
            pytest.param("Care Trust", "not known", id="care may be a council's"),
            pytest.param("relevant agencies", "not known", id="several of any kind"),
            pytest.param("Somebody else", "not known", id="nobody that is named"),
        ],
    )
    def test_puts_a_payer_where_the_arrangement_tells(
        self, payer: str, kind: str
    ) -> None:
        found = budget(payer).by_kind(ARRANGEMENT)
        assert [group.name for group in found if group.lines] == [kind]
        assert found.not_known == ((payer,) if kind == "not known" else ())

    def test_takes_all_health_bodies_together(self) -> None:
        (money,) = masa.examples.load("barnet").budgets
        found = money.by_kind()
        assert list(map(str, found)) == [
            "local authority £195,000 (69.99 %)",
            "health £75,550 (27.12 %)",
            "police £5,000 (1.79 %)",
            "other £3,050 (1.10 %)",
        ]
        assert found.total == money.income
        assert len(found["health"].lines) == 5
        assert money.by_kind(masa.examples.load("barnet")) == found

    def test_takes_the_word_of_the_line_first(self) -> None:
        line = paid("Police", 5, payer_kind=PayerKind.OTHER)
        found = Budget(contributions=(line,)).by_kind(ARRANGEMENT)
        assert found["other"].amount == 5

    def test_takes_the_kinds_that_are_given(self) -> None:
        found = budget("A", "B", "C").by_kind({"A": "police", "B": PayerKind.OTHER})
        assert found["police"].lines == ("A",)
        assert found["other"].lines == ("B",)
        assert found.not_known == ("C",)
        assert found.rounding is masa.Rounding.LARGEST_REMAINDER
        assert set(found.tied) == {"not known", "other", "police"}

    @pytest.mark.parametrize(
        ("kinds", "error", "words"),
        [
            (
                {"A": "fire"},
                KindError,
                "local authority, health, police or other",
            ),
            ({"Q": "police"}, UnknownNameError, "is not among the payers"),
            (7, KindError, "does not say of what kind a payer is"),
            ("x", KindError, '"x" does not say of what kind a payer is'),
        ],
    )
    @pytest.mark.parametrize("own", [None, PayerKind.POLICE], ids=["untold", "told"])
    def test_names_what_is_wrong_with_what_is_given(
        self,
        kinds: Any,  # noqa: ANN401 (of any kind, on purpose)
        error: type[Exception],
        words: str,
        own: PayerKind | None,
    ) -> None:
        line = paid("A", 100, payer_kind=own)
        with pytest.raises(error, match=words):
            Budget(contributions=(line,)).by_kind(kinds)

    def test_says_so_much_at_least_where_an_amount_is_open(self) -> None:
        lines = (
            paid("A", 3, payer_kind=PayerKind.HEALTH),
            Contribution(payer="B", payer_kind=PayerKind.HEALTH),
            paid("C", 5, payer_kind=PayerKind.POLICE),
        )
        found = Budget(contributions=lines).by_kind()
        assert str(found) == (
            "by kind of payer: local authority £0, health at least £3, police £5 and "
            "other £0"
        )
        assert found.open_lines == found["health"].open_lines == ("B",)
        assert found["police"].amount == 5
        for asked in ("amount", "percent"):
            with pytest.raises(UnsettledError, match="B may add to it") as caught:
                getattr(found["health"], asked)
            assert caught.value.reason == "not stated"
        with pytest.raises(UnsettledError, match="a line of another group is open"):
            _ = found["police"].percent
        with pytest.raises(UnsettledError, match="not settled: B") as caught:
            _ = found.total
        assert caught.value.reason == "not stated"
        assert "together                 at least £8  not known" in found.to_text()

    def test_says_no_kind_pays_nothing_while_a_kind_is_not_known(self) -> None:
        lines = (paid("A", 3, payer_kind=PayerKind.HEALTH), paid("B", 1))
        found = Budget(contributions=lines).by_kind()
        assert str(found) == (
            "by kind of payer: local authority not known, health at least £3 (at least "
            "75.00 %), police not known, other not known and not known £1 (25.00 %)"
        )
        assert found["not known"].percent == 25
        with pytest.raises(UnsettledError, match="B may add to it"):
            _ = found["police"].amount

    def test_says_that_no_line_is_stated(self) -> None:
        with pytest.raises(UnsettledError, match="no line is stated"):
            Budget().by_kind()

    def test_says_that_nothing_has_no_shares(self) -> None:
        with pytest.raises(RangeError):
            Budget(contributions=(paid("A", 0),)).by_kind()


class TestByCategory:
    @pytest.mark.parametrize(
        ("payer", "category"),
        [
            pytest.param("Council", "safeguarding partners", id="a partner"),
            pytest.param("The Borough", "safeguarding partners", id="its body"),
            pytest.param("safeguarding partners", "safeguarding partners", id="all"),
            pytest.param("Mental Trust", "Health", id="a listed agency"),
            pytest.param("Care Body", "Health", id="the body of a listed agency"),
            pytest.param("schools", "Health", id="a described set"),
            pytest.param("Academy Trust", "not listed", id="a body that is not listed"),
            pytest.param("Somebody else", "not known", id="nobody that is named"),
        ],
    )
    def test_puts_a_payer_where_it_is_listed(self, payer: str, category: str) -> None:
        (found,) = budget(payer).by_category(ARRANGEMENT)
        assert found.name == category

    @pytest.mark.parametrize(
        "file",
        [
            pytest.param(FILE.replace("complete", "truncated"), id="a list cut off"),
            pytest.param(
                'id = "x"\ntitle = "X"\nbodies = ["Academy Trust"]', id="no list"
            ),
        ],
    )
    def test_says_nobody_is_not_listed_where_the_list_is_not_held(
        self, file: str
    ) -> None:
        (found,) = budget("Academy Trust").by_category(masa.loads(file))
        assert found.name == "not known"

    def test_takes_the_headings_that_are_given(self) -> None:
        found = budget("A", "B", "C").by_category({"C": "not listed", "B": "Health"})
        assert [one.name for one in found] == ["Health", "not listed", "not known"]
        assert len(budget("A").by_category()) == 1

    def test_refuses_what_tells_nothing(self) -> None:
        with pytest.raises(KindError, match="7 does not say under what heading"):
            budget("A").by_category(7)  # type: ignore[arg-type] # on purpose


class TestByFormAndUse:
    def test_tells_cash_from_what_is_in_kind_and_from_grants(self) -> None:
        lines = (
            paid("A", 3, kind=stated(ContributionKind.CASH)),
            paid("B", 1, kind=stated(ContributionKind.IN_KIND)),
            paid("C", 4),
        )
        found = Budget(contributions=lines).by_form(0)
        assert str(found) == (
            "by form: cash at least £3 (at least 38 %), in kind at least £1 (at least "
            "12 %), grant not known and not known £4 (50 %)"
        )

    def test_tells_what_was_paid_from_what_is_pledged(self) -> None:
        lines = (
            paid("A", 3, paid=YES),
            paid("A", 4, paid=NO),
            paid("B", 1),
        )
        found = Budget(contributions=lines).by_payment(1, rounding="half-up")
        assert str(found) == (
            "by payment: paid at least £3 (at least 37.5 %), pledged at least £4 (at "
            "least 50.0 %) and not known £1 (12.5 %)"
        )

    def test_tells_pay_from_the_rest_and_from_reviews(self) -> None:
        costs = (
            spent("manager", 6, pay=YES),
            spent("reviewer", 2, pay=YES, for_reviews=stated(value=True)),
            spent("rooms", 1, pay=stated(value=False), for_reviews=stated(value=False)),
            spent("rest", 1),
        )
        found = Budget(costs=costs).by_use()
        assert [(one.name, one.lines) for one in found] == [
            ("pay", ("manager",)),
            ("non-pay", ("rooms",)),
            ("reviews", ("reviewer",)),
            ("not known", ("rest",)),
        ]

    def test_says_nothing_of_reviews_where_no_line_does(self) -> None:
        found = Budget(costs=(spent("manager", 6, pay=YES),)).by_use()
        assert [one.name for one in found] == ["pay", "non-pay"]


@pytest.mark.parametrize(
    ("places", "error"),
    [
        pytest.param(99, RangeError, id="too many"),
        pytest.param(-1, RangeError, id="too few"),
        pytest.param("x", KindError, id="no number"),
    ],
)
@pytest.mark.parametrize("by", ["by_kind", "by_category", "by_form", "by_payment"])
def test_places_are_checked_although_a_line_is_open(
    by: str,
    places: Any,  # noqa: ANN401 (of any kind, on purpose)
    error: type[Exception],
) -> None:
    found = Budget(contributions=(paid("A", 1), Contribution(payer="B")))
    with pytest.raises(error):
        getattr(found, by)(places=places)


def test_groups_are_shown_as_a_table_with_their_sum() -> None:
    found = budget("A", "B").by_kind({"A": "police"}, rounding="half-up", places=1)
    assert found.to_records()[2] == {
        "name": "police",
        "lines": "A",
        "amount": "at least £100",
        "share": "at least 50.0 %",
    }
    text = found.to_text()
    assert "By kind of payer (half-up)" in text
    assert "together                          £200          100.0 %" in text


def test_a_group_that_is_not_there_is_named() -> None:
    found = budget("A").by_kind()
    with pytest.raises(UnknownNameError, match='did you mean "police"'):
        found["polise"]
    with pytest.raises(UnknownNameError, match="the groups are local authority"):
        found["Ofsted"]
    with pytest.raises(UnknownNameError, match="no group 1; the groups are local"):
        found[1]  # type: ignore[index] # on purpose


def test_a_draft_is_gathered_as_it_is_printed() -> None:
    text = """
    id = "x"
    title = "X"
    bodies = ["A", "B"]
    [[budgets]]
    standing = "proposed"
    contributions = [
      { payer = "A", amount = 60, kind = "in kind", paid = true },
      { payer = "B", amount = 40, kind = "cash", paid = false },
    ]
    costs = [
      { item = "review", amount = 30, for_reviews = true },
      { item = "chair", amount = 50, pay = true },
      { item = "rooms", amount = 20, pay = false },
    ]
    """
    (draft,) = masa.loads(text).budgets
    (agreed,) = masa.loads(text.replace('"proposed"', '"agreed"')).budgets
    assert not draft.contributions[0].kind.is_settled
    for one, other in (
        (draft.by_form(), agreed.by_form()),
        (draft.by_payment(), agreed.by_payment()),
        (draft.by_use(), agreed.by_use()),
    ):
        assert list(map(str, one)) == list(map(str, other))
        assert not one.not_known


def test_a_line_stated_in_two_ways_counts_with_the_least() -> None:
    text = """
        id = "x"
        title = "X"
        bodies = ["Council", "ICB", "Trust"]
        [[budgets]]
        contributions = [
          { payer = "Council", amount = 900, payer_kind = "local authority" },
          { payer = "ICB", payer_kind = "health" },
          { payer = "Trust", payer_kind = "health", amount = [500, 300] },
        ]
    """
    arrangement = masa.loads(text)
    (budget,) = arrangement.budgets
    assert str(budget.by_kind()["health"]) == "health at least £300"
    assert budget.by_form()["not known"].told == 1_200 == budget.income_range.least
    page = masa.report.describe(arrangement).to_text()
    assert page.count("at least £1,200") == 3
