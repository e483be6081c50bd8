"""What a file shows of its money, and that no share is ever called right or wrong."""

import pytest

import masa
from masa.ground.law import shelf
from masa.rules.checklist import check
from masa.rules.duties import funding
from masa.rules.duties.asking import Duty
from masa.rules.outcomes import Outcome

PARTNERS = """
[[partners]]
name = "Council"
kind = "local authority"
[[partners]]
name = "Board"
kind = "health"
[[partners]]
name = "Police"
kind = "police"
"""
AGENCIES = """
[[bodies]]
name = "Probation Service"
[[agencies]]
category = "Others"
named = [
  { name = "Probation", body = "Probation Service" },
  { name = "Cafcass" },
  { name = "Fire Brigade", schedule_paragraph = { none = true } },
]
"""
ALL = PARTNERS + AGENCIES
EVERY = ("Council", "Board", "Police")
SIGNED = '[[sign_offs]]\ndocument = "annual budget"\nby = ["safeguarding partners"]\n'


def budget(*lines: str, year: str = "2024/25", more: str = "") -> str:
    """Write a budget of some lines, each the inside of a table."""
    written = ", ".join(f"{{ {line} }}" for line in lines)
    return f'[[budgets]]\nyear = "{year}"\ncontributions = [{written}]\n{more}\n'


def paid(payer: str, amount: str = "10", more: str = "") -> str:
    """Write one line of a budget."""
    return f'payer = "{payer}", amount = {amount}' + (f", {more}" if more else "")


def from_all(amount: str = "10", more: str = "", year: str = "2024/25") -> str:
    """Write a budget in which each partner pays."""
    return budget(*(paid(one, amount, more) for one in EVERY), year=year)


def judged(*items: str, judgement: str = "full") -> str:
    """Write that a person judged something to meet some items."""
    named = ", ".join(f'"{item}"' for item in items)
    return (
        f'[[commitments]]\ntopic = "money"\nitems = [{named}]\n'
        f'judgement = "{judgement}"\n'
    )


def outcome(rule: str, text: str) -> Outcome:
    """Hold a small file against one rule, by the edition in which it first stands."""
    later = rule in {"f-8", "f-9", "f-9-adequate", "f-10"}
    found = masa.loads(f'id = "x"\ntitle = "X"\nin_force = "2024-06-01"\n{text}')
    edition = "WT2023" if later else "WT2018"
    return check(found, edition=edition, only=[rule])[rule]


BY_AN_AGENCY = budget(paid("Probation"))
COSTS = 'costs = [{ item = "training", amount = 5 }]\n'
BASIS = 'basis = "by head count"'
F4 = "f-4-equitable-and-proportionate"
F4_AGENCIES = "f-4-relevant-agencies"
LIMITS = "funding-by-relevant-agencies"
MISSED = "not evidenced: the file shows the contrary"


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        pytest.param(
            "f-3",
            ALL
            + budget(*map(paid, (*EVERY, "Probation Service")))
            + judged("f-3/together"),
            "met, on a recorded judgement",
            id="partners and an agency pay",
        ),
        pytest.param("f-3", ALL + from_all(), "partly", id="no agency pays"),
        pytest.param("f-3", ALL + from_all("0"), "not evidenced", id="nothing is paid"),
        pytest.param("f-4", ALL + from_all(), "met", id="each partner pays"),
        pytest.param(
            "f-4", ALL + from_all(more='kind = "in kind"'), "met", id="costed in kind"
        ),
        pytest.param(
            "f-4", ALL + from_all(more='kind = "grant"'), "partly", id="by grants"
        ),
        pytest.param(
            "f-4",
            ALL + from_all(more='kind = { unknown = "not told" }'),
            "met",
            id="in a form that cannot be told",
        ),
        pytest.param("f-4", ALL + from_all("0"), "partly", id="agreed at nothing"),
        pytest.param(
            "f-4", ALL + from_all(year="2018/19"), "partly", id="for years before"
        ),
        pytest.param(
            "f-4",
            ALL + from_all(more='standing = "proposed"'),
            "partly",
            id="only proposed",
        ),
        pytest.param(
            "f-4", ALL + budget(paid("Council"), paid("Board")), "partly", id="two of 3"
        ),
        pytest.param("f-4", ALL + BY_AN_AGENCY, "not evidenced", id="agencies alone"),
        pytest.param(F4, ALL + from_all(more=BASIS), "partly", id="on a basis"),
        pytest.param(
            F4,
            ALL + from_all(more=BASIS) + judged(f"{F4}/equitable-and-proportionate"),
            "met, on a recorded judgement",
            id="on a basis, and judged",
        ),
        pytest.param(F4, ALL + from_all(), "not evidenced", id="equal amounts alone"),
        pytest.param("f-9", ALL + from_all() + SIGNED, "partly", id="agreed by leads"),
        pytest.param(
            "f-9",
            ALL + from_all(more=BASIS) + SIGNED + judged("f-9/equitable"),
            "met, on a recorded judgement",
            id="agreed, on a basis, and judged",
        ),
        pytest.param("f-9", ALL + from_all(), "not evidenced", id="no agreement"),
        pytest.param(F4_AGENCIES, ALL + BY_AN_AGENCY, "met", id="what an agency pays"),
        pytest.param(
            F4_AGENCIES,
            ALL + budget(paid("Probation"), 'payer = "Cafcass"'),
            "partly",
            id="one agency pays an untold amount",
        ),
        pytest.param(
            F4_AGENCIES,
            ALL + budget(paid("relevant agencies")),
            "met",
            id="the agencies together",
        ),
        pytest.param(
            F4_AGENCIES,
            ALL + budget(paid("safeguarding partners")),
            "not applicable",
            id="the partners together",
        ),
        pytest.param(F4_AGENCIES, ALL + from_all(), "not applicable", id="no agency"),
        pytest.param(
            F4_AGENCIES,
            PARTNERS + '[[sources]]\nid = "a"\ntitle = "A"\ntext = "truncated"\n',
            "unknown",
            id="the text breaks off",
        ),
        pytest.param("f-5", ALL + from_all() + COSTS, "met", id="paid and spent"),
        pytest.param("f-5", ALL + from_all(), "partly", id="no spending told"),
        pytest.param("f-5", ALL, "not evidenced", id="no budget"),
        pytest.param("f-7", ALL + from_all(), "met", id="how it is funded"),
        pytest.param("f-7", ALL + from_all(year="2018/19"), "partly", id="past years"),
        pytest.param("f-7", ALL, "not evidenced", id="not how it is funded"),
        pytest.param("f-10", ALL + from_all() + SIGNED, "met", id="signed off"),
        pytest.param("f-10", ALL + from_all(), "partly", id="not signed off"),
        pytest.param("f-10", ALL, "not evidenced", id="neither"),
        pytest.param(LIMITS, ALL + BY_AN_AGENCY, "not applicable", id="paid in money"),
        pytest.param(LIMITS, ALL, "not applicable", id="nothing paid"),
        pytest.param(
            LIMITS,
            ALL + budget(paid("Cafcass", more='kind = "in kind"')),
            MISSED,
            id="in kind",
        ),
        pytest.param(
            LIMITS,
            ALL + budget(paid("relevant agencies", more='kind = "in kind"')),
            MISSED,
            id="together in kind",
        ),
        pytest.param(
            LIMITS,
            ALL + budget(paid("Cafcass", more='kind = ["cash", "in kind"]')),
            "not applicable",
            id="in kind or in cash",
        ),
        pytest.param(
            LIMITS,
            ALL
            + budget(paid("Cafcass", more='kind = "in kind", standing = "proposed"')),
            "not applicable",
            id="proposed in kind",
        ),
        pytest.param(
            LIMITS,
            ALL + budget(paid("Fire Brigade", more='kind = "in kind"')),
            "not applicable",
            id="by a body outside the Schedule",
        ),
        pytest.param(
            LIMITS,
            PARTNERS
            + '[[agencies]]\ncategory = "Emergency"\nnamed = ["London Fire Brigade"]\n'
            + budget(paid("London Fire Brigade", more='kind = "in kind"')),
            "not applicable",
            id="by a body of a kind that is perhaps in no paragraph",
        ),
        pytest.param(
            LIMITS,
            ALL + budget(paid("Council", more='kind = "in kind"')),
            "not applicable",
            id="by a partner, who may",
        ),
    ],
)
def test_is_shown_by_the_nouns_of_a_file(rule: str, text: str, said: str) -> None:
    assert outcome(rule, text).in_words == said


class TestPotOfReviews:
    """Children Act 2004, s.16I(4): agencies may pay towards section 16E alone."""

    @pytest.mark.parametrize(
        "pot",
        [
            "practice reviews",
            "Local child safeguarding practice reviews",
            "the fund for practice reviews",
            "Practice Review pot",
        ],
    )
    def test_is_known_by_its_name(self, pot: str) -> None:
        text = budget(paid("Cafcass", more=f'pot = "{pot}"'))
        assert outcome(LIMITS, ALL + text).in_words == MISSED

    @pytest.mark.parametrize(
        "pot",
        [
            "practice reviews and training",
            "all but practice reviews",
            "child death reviews",
            "good practice",
            "review of practice",
            "partnership",
        ],
    )
    def test_is_not_supposed(self, pot: str) -> None:
        text = budget(paid("Cafcass", more=f'pot = "{pot}"'))
        assert outcome(LIMITS, ALL + text).in_words == "not applicable"

    def test_is_not_supposed_where_two_are_named(self) -> None:
        text = budget(paid("Cafcass", more='pot = ["practice reviews", "training"]'))
        assert outcome(LIMITS, ALL + text).in_words == "not applicable"

    def test_nor_where_there_is_none(self) -> None:
        text = budget(paid("Cafcass", more="pot = { none = true }"))
        assert outcome(LIMITS, ALL + text).in_words == "not applicable"


class TestNoShareIsJudged:
    """No edition gives a formula, a floor or a ceiling."""

    @pytest.mark.parametrize("rule", [F4, "f-9", "f-6", "f-8", "f-9-adequate"])
    def test_whatever_each_pays(self, rule: str) -> None:
        even = outcome(rule, ALL + from_all("10"))
        uneven = outcome(
            rule,
            ALL + budget(paid("Council", "99999"), paid("Board", "1"), paid("Police")),
        )
        assert even.in_words == uneven.in_words == "not evidenced"
        assert even.missing == uneven.missing == even.needs


class TestWhatOnlyWordsShow:
    """Whether money is enough, a person has to judge."""

    @pytest.mark.parametrize("rule", ["f-6", "f-8", "f-9-adequate"])
    @pytest.mark.parametrize(
        ("judgement", "said"),
        [
            ("full", "met, on a recorded judgement"),
            ("part", "partly, on a recorded judgement"),
            ("none", "not evidenced, on a recorded judgement"),
        ],
    )
    def test_is_judged_by_a_person(self, rule: str, judgement: str, said: str) -> None:
        text = ALL + from_all() + COSTS + judged(rule, judgement=judgement)
        assert outcome(rule, text).in_words == said

    @pytest.mark.parametrize("rule", ["f-6", "f-8", "f-9-adequate"])
    def test_is_judged_need_by_need(self, rule: str) -> None:
        first, *others = outcome(rule, ALL).needs
        found = outcome(rule, ALL + judged(f"{rule}/{first.id}"))
        assert found.missing == tuple(others)


class TestWhatIsTold:
    """A reader sees who pays what, what is beyond a power, and what that means."""

    def test_of_partners_and_agencies(self) -> None:
        text = budget(*map(paid, (*EVERY, "Cafcass")), paid("Probation", '"2.50"'))
        assert outcome("f-3", ALL + text).shown_by == (
            "Council pays £10",
            "Board pays £10",
            "Police pays £10",
            "Cafcass pays £10",
            "Probation pays £2.50",
        )

    def test_of_a_basis_and_of_costs(self) -> None:
        shown = outcome(F4, ALL + from_all(more=BASIS)).shown_by
        assert shown[0] == "basis for Council: by head count"
        shown = outcome("f-5", ALL + budget(more=COSTS)).shown_by
        assert shown == ("cost: training: £5",)

    def test_of_what_goes_beyond_a_power(self) -> None:
        found = outcome(
            LIMITS, ALL + budget(paid("Cafcass", more='pot = "practice reviews"'))
        )
        assert found.shown_by == (
            "the relevant agency Cafcass contributes: practice reviews",
        )
        assert [one.id for one in found.needs] == ["arrangements"]
        assert found.consequence == "more than is allowed"
        assert not found.is_owed

    def test_of_an_untold_amount(self) -> None:
        found = outcome(F4_AGENCIES, ALL + budget('payer = "Cafcass"'))
        assert found.shown_by == ("Cafcass pays an amount that is not stated",)

    def test_of_agreement_without_amounts(self) -> None:
        found = outcome("f-9", ALL + SIGNED)
        assert found.shown_by == ("annual budget signed off by safeguarding partners",)
        assert "in part: what each partner pays is not stated" in found.to_be_met[2]

    def test_of_a_place_once(self) -> None:
        costs = 'costs = [{ item = "training", amount = 5 }]\nat = "19"\n'
        shown = outcome("f-5", ALL + budget(more=costs)).shown_by
        assert shown == ("cost: training: £5 (s.19)",)


class TestAnswers:
    """What answers one rule answers those that ask for the same."""

    def test_one_list_answers_another(self) -> None:
        found = outcome("f-7", ALL + judged("P18-S8"))
        assert found.in_words == "met, on a recorded judgement"

    def test_a_recorded_answer_is_held_even_where_nothing_calls_for_it(self) -> None:
        found = outcome(F4_AGENCIES, ALL + judged(F4_AGENCIES))
        assert found.in_words == "met, on a recorded judgement"

    @pytest.mark.parametrize("one", funding.DUTIES, ids=lambda one: one.topic)
    def test_each_rule_says_what_it_needs(self, one: Duty) -> None:
        for name in one.rules:
            assert all(rule.needs for rule in shelf.rule(name))
        assert one.unmet.endswith(".")
