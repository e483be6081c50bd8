"""Section 16I: partners for both and in kind, agencies for the arrangements only."""

import pytest

import masa
from masa.ground.stated import Absence, stated
from masa.model.funding_lines import Contribution
from masa.rules.powers_to_pay import check_powers, is_for_reviews

FILE = """
id = "x"
title = "X"
partners = [{ kind = "police", name = "Police", body = "Force" }]
agencies = [{ category = "Others", named = [
  "Charity",
  { name = "Trust", body = "Home" },
  { name = "Club", schedule_paragraph = { none = true } },
  "Anyshire Fire and Rescue Service",
  { name = "Old Fire Brigade", schedule_paragraph = 9 },
], described = ["schools"] }]
bodies = ["Force", "Home", "Stranger"]
[[budgets]]
year = "2025/26"
"""


def found(line: str) -> masa.MoneyCheck:
    arrangement = masa.loads(f"{FILE}contributions = [{{ {line} }}]\n")
    (check,) = check_powers(arrangement.budgets[0], arrangement)
    return check


CASH = 'kind = "cash", pot = "core"'


@pytest.mark.parametrize(
    ("line", "answer", "says"),
    [
        pytest.param(
            'payer = "Police"',
            "yes",
            "Police, a safeguarding partner, may pay towards the arrangements and "
            "towards local reviews.",
            id="a partner",
        ),
        pytest.param(
            'payer = "Force", kind = "in kind"',
            "yes",
            "Force, a safeguarding partner, may give in kind, for the arrangements and "
            "for local reviews.",
            id="the body of a partner, in kind",
        ),
        pytest.param(
            'payer = "safeguarding partners"',
            "yes",
            "safeguarding partners, a safeguarding partner, may pay",
            id="all partners",
        ),
        pytest.param(
            f'payer = "Charity", {CASH}',
            "yes",
            "Charity, a relevant agency, may pay towards the arrangements, and not "
            "towards local reviews.",
            id="an agency, for the arrangements",
        ),
        pytest.param(
            f'payer = "Home", {CASH}', "yes", "may pay", id="the body of an agency"
        ),
        pytest.param(f'payer = "schools", {CASH}', "yes", "may pay", id="a set"),
        pytest.param(
            f'payer = "relevant agencies", {CASH}', "yes", "may pay", id="all agencies"
        ),
        pytest.param(
            'payer = "Charity", kind = "in kind"',
            "no",
            "Charity, a relevant agency, gives in kind, which section 16I gives it no "
            "power to do.",
            id="an agency, in kind",
        ),
        pytest.param(
            'payer = "Charity", pot = "practice reviews"',
            "no",
            "Charity, a relevant agency, pays towards local reviews, which",
            id="an agency, for reviews",
        ),
        pytest.param(
            'payer = "Charity", pot = "practice reviews", kind = "in kind"',
            "no",
            "gives in kind and pays towards local reviews",
            id="an agency, in both ways",
        ),
        pytest.param(
            'payer = "Charity", kind = "cash"',
            "unknown",
            "and not towards local reviews; for what it pays is not told.",
            id="for what is not told",
        ),
        pytest.param(
            'payer = "Charity"',
            "unknown",
            "in what form and for what it pays is not told.",
            id="nothing is told",
        ),
        pytest.param(
            f'payer = "Stranger", {CASH}',
            "unknown",
            "whether another Act does is not looked into",
            id="listed nowhere",
        ),
    ],
)
def test_each_contribution_is_held_against_the_power(
    line: str, answer: str, says: str
) -> None:
    check = found(line)
    assert (check.id, str(check.answer)) == ("power-to-pay", answer)
    assert says in check.says
    assert all("s.16I" in str(one) for one in check.finding.basis)
    assert check.severity.value == ("serious" if answer == "no" else "note")


class TestOfAKindThatTheSchedulePerhapsOmits:
    """SI 2018/789, Schedule: no paragraph for fire and rescue; CA 2004, s.16I(4)."""

    FIRE = 'payer = "Anyshire Fire and Rescue Service"'

    def test_an_agency_has_a_power_only_if_it_is_in_a_paragraph(self) -> None:
        check = found(f"{self.FIRE}, {CASH}")
        assert str(check.answer) == "unknown"
        assert check.says == (
            "Anyshire Fire and Rescue Service, listed as a relevant agency, is perhaps "
            "of a kind that is in no paragraph of the Schedule; only if it is in one "
            "may it pay towards the arrangements, and not towards local reviews."
        )
        assert check.needed == (
            "the paragraph of the Schedule of Anyshire Fire and Rescue Service",
        )
        assert list(map(str, check.finding.basis)) == [
            "Children Act 2004, s.16I(4)",
            "SI 2018/789, Sch",
        ]

    def test_what_is_not_told_of_the_payment_is_needed_too(self) -> None:
        check = found(self.FIRE)
        assert len(check.needed) == 3
        assert check.says.endswith("; in what form and for what it pays is not told.")

    def test_what_no_agency_may_do_it_may_not_do_either(self) -> None:
        check = found(f'{self.FIRE}, kind = "in kind"')
        assert str(check.answer) == "no"
        assert check.says.startswith(
            "Anyshire Fire and Rescue Service, listed as a relevant agency, gives in "
        )

    def test_a_paragraph_that_is_told_settles_it(self) -> None:
        check = found(f'payer = "Old Fire Brigade", {CASH}')
        assert (str(check.answer), check.needed) == ("yes", ())

    def test_the_brigade_of_barnet_is_not_given_a_power(self) -> None:
        barnet = masa.examples.load("barnet")
        checks = check_powers(barnet.budgets[0], barnet)
        (brigade,) = (one for one in checks if one.about == ("London Fire Brigade",))
        assert str(brigade.answer) == "unknown"
        assert "London Fire Brigade, a relevant agency" not in brigade.says


@pytest.mark.parametrize("shown", ["to_text", "to_markdown", "to_html"])
def test_every_line_shows_its_section_and_how_it_was_read(shown: str) -> None:
    barnet = masa.examples.load("barnet")
    page = getattr(check_powers(barnet.budgets[0], barnet), shown)()
    assert "by what authority" in page
    assert page.count("Children Act 2004, s.16I(1) (read)") == 3
    assert page.count("Children Act 2004, s.16I(4) (read)") == 8
    sums = getattr(masa.check_totals(barnet.budgets[0]), shown)()
    assert "authority" not in sums


def test_what_is_needed_is_named() -> None:
    assert found('payer = "Charity"').needed == (
        "in what form Charity pays",
        "for what Charity pays",
    )


@pytest.mark.parametrize(
    ("pot", "answer"),
    [
        (stated("practice reviews"), "yes"),
        (stated("pot for local child safeguarding practice reviews"), "yes"),
        (stated("practice reviews and training"), "unknown"),
        (stated("practice reviews") | stated("core"), "unknown"),
        (stated("CSPR pot"), "unknown"),
        (stated("Core and SCR"), "unknown"),
        (stated("SCRs"), "unknown"),
        (stated("LCSPR"), "unknown"),
        (stated("rapid reviews"), "unknown"),
        (stated("core") | stated("reviews"), "unknown"),
        (stated("scrutiny"), "no"),
        (stated("core"), "no"),
        (stated(Absence.NONE), "no"),
        (stated(Absence.UNKNOWN), "unknown"),
    ],
)
def test_a_pot_is_for_reviews_only_if_its_name_says_nothing_else(
    pot: masa.Stated[str], answer: str
) -> None:
    assert str(is_for_reviews(Contribution(payer="A", pot=pot))) == answer


def test_the_law_is_that_of_the_year_or_of_the_day_given() -> None:
    barnet = masa.examples.load("barnet")
    (budget,) = barnet.budgets
    (check, *_) = check_powers(budget, barnet)
    assert str(check.finding.on) == "2019-03-31"
    (check, *_) = check_powers(budget, barnet, on="2024-05-01")
    assert str(check.finding.on) == "2024-05-01"
    no_year = masa.loads(FILE.replace('year = "2025/26"', "")).budgets[0]
    assert not check_powers(no_year, barnet).checks
    before = masa.FinancialYear(2016)
    with pytest.raises(masa.NotInForceError):
        check_powers(
            masa.Budget(year=stated(before), contributions=budget.contributions), barnet
        )


def test_only_a_budget_and_its_arrangement_can_be_held() -> None:
    barnet = masa.examples.load("barnet")
    with pytest.raises(masa.MasaError, match="is not a budget"):
        check_powers(barnet, barnet)  # type: ignore[arg-type] # on purpose
    with pytest.raises(masa.MasaError, match="is not an arrangement"):
        check_powers(barnet.budgets[0], 7)  # type: ignore[arg-type] # on purpose


def test_a_draft_is_read_as_it_is_printed() -> None:
    line = 'payer = "Charity", kind = "cash", pot = "core"'
    text = f'{FILE}standing = "proposed"\ncontributions = [{{ {line} }}]\n'
    draft = masa.loads(text)
    (check,) = check_powers(draft.budgets[0], draft)
    assert str(check.answer) == "yes"
    assert str(check.finding.on) == "2026-03-31"
    in_kind = masa.loads(text.replace('"cash"', '"in kind"'))
    (check,) = check_powers(in_kind.budgets[0], in_kind)
    assert str(check.answer) == "no"


def test_whoever_is_said_to_be_in_no_paragraph_has_no_power() -> None:
    check = found(f'payer = "Club", {CASH}')
    assert check.says == (
        "Club is on the list of relevant agencies, and in no paragraph of the "
        "Schedule. Section 16I gives no power to pay here; another Act may."
    )
    assert (str(check.answer), check.severity.value) == ("no", "note")
    assert check.needed == ()
    assert list(map(str, check.finding.basis)) == [
        "Children Act 2004, s.16I(4)",
        "SI 2018/789, Sch",
    ]


def test_an_agency_that_pays_into_a_pot_of_reviews_is_not_told_to_have_a_power() -> (
    None
):
    check = found('payer = "Charity", kind = "cash", pot = "CSPR pot"')
    assert str(check.answer) == "unknown"
    assert check.needed == ("for what Charity pays",)
