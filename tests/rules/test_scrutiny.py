"""Independent scrutiny is held against the Act and against each edition."""

import pytest

import masa
from masa import Checklist, check
from masa.rules.outcomes import OutcomeState

MET, PARTLY, NOT_EVIDENCED, NOT_APPLICABLE, UNKNOWN = OutcomeState
AREA = 'id = "x"\ntitle = "X"\nat = "1"\nposts = ["Scrutineer", "Auditor"]\n'
SCRUTINY = '[[scrutiny]]\nby = "Scrutineer"\nat = "12"\nindependent = true\n'
REVIEWED = 'reviewed = "once a year"\n'


def held(text: str, edition: str) -> Checklist:
    return check(masa.loads(text), edition=edition)


def judged(*items: str, judgement: str = "full") -> str:
    written = ", ".join(f'"{item}"' for item in items)
    head = f'[[commitments]]\ntopic = "it"\nitems = [{written}]\n'
    return f'{head}judgement = "{judgement}"\n'


@pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
class TestTheAct:
    """Section 16G(3): an independent person scrutinises, in every edition."""

    def test_is_met_by_who_how_and_to_whom(self, edition: str) -> None:
        full = SCRUTINY + 'covers = ["all"]\nreports = "to the partners"\n'
        assert held(AREA + full, edition)["ca-2004/s16g.3"].state is MET

    def test_is_partly_met_where_independence_is_not_said(self, edition: str) -> None:
        some = SCRUTINY.replace("independent = true\n", 'covers = ["all"]\n')
        assert held(AREA + some, edition)["ca-2004/s16g.3"].state is PARTLY

    @pytest.mark.parametrize(("said", "so"), [("true", ""), ("false", "not ")])
    def test_independence_is_told_as_it_is_said(
        self, edition: str, said: str, so: str
    ) -> None:
        text = AREA + SCRUTINY.replace("true", said)
        shown = held(text, edition)["ca-2004/s16g.3"].shown_by
        assert f"said {so}to be independent: Scrutineer (s.12)" in shown

    def test_is_not_met_by_a_partner_that_scrutinises_itself(
        self, edition: str
    ) -> None:
        not_so = SCRUTINY.replace("true", "false")
        found = held(AREA + not_so, edition)["ca-2004/s16g.3"]
        assert (found.state, found.is_missed) == (PARTLY, True)

    def test_one_independent_scrutineer_beside_another_is_enough(
        self, edition: str
    ) -> None:
        other = '[[scrutiny]]\nby = "Auditor"\nindependent = false\n'
        found = held(AREA + SCRUTINY + other, edition)["ca-2004/s16g.3"]
        assert not found.is_missed

    def test_is_not_evidenced_by_silence(self, edition: str) -> None:
        assert held(AREA, edition)["ca-2004/s16g.3"].state is NOT_EVIDENCED


class TestTheGuidance:
    """What guidance says of scrutiny, of which a person weighs the words."""

    @pytest.mark.parametrize(
        ("item", "edition"),
        [
            *(("is-3", "WT2018"), ("is-4", "WT2018"), ("is-5", "WT2018")),
            *(("is-6", "WT2023"), ("is-7", "WT2026")),
        ],
    )
    def test_is_met_in_part_or_not_evidenced_as_judged(
        self, item: str, edition: str
    ) -> None:
        states = [
            held(AREA + text, edition)[item].state
            for text in (judged(item), judged(item, judgement="part"), "")
        ]
        assert states == [MET, PARTLY, NOT_EVIDENCED]

    def test_lists_belong_to_their_editions(self) -> None:
        early, late = (
            {one.id for one in held(AREA, edition) if one.id.startswith("is-")}
            for edition in ("WT2018", "WT2023")
        )
        assert early == {"is-3", "is-4", "is-5"}
        assert late == {"is-3", "is-6", "is-7"}

    @pytest.mark.parametrize(("item", "said"), [("is-3", "manner"), ("is-4", "covers")])
    def test_words_that_nobody_has_weighed_are_a_mention(
        self, item: str, said: str
    ) -> None:
        found = held(f'{AREA}{SCRUTINY}{said} = ["how fair it is"]\n', "WT2018")[item]
        assert found.state is PARTLY
        assert found.shown_by == ("Scrutineer: how fair it is (s.12)",)
        assert "mentioned, and weighed by nobody" in found.to_be_met[0]

    def test_that_it_reports_is_one_need_of_several(self) -> None:
        reports = f'{AREA}{SCRUTINY}reports = "as agreed"\n'
        found = held(reports, "WT2018")["is-4"]
        assert [need.id for need in found.missing] == ["effectiveness", "leadership"]
        weighed = reports + judged("is-4/effectiveness", "is-4/leadership")
        assert held(weighed, "WT2018")["is-4"].state is MET

    def test_a_scrutineer_and_a_signed_plan_are_parts_of_a_plan(self) -> None:
        plan = '[[sign_offs]]\ndocument = "plan for independent scrutiny"\n'
        other = '[[sign_offs]]\ndocument = "annual budget"\n'
        found = held(AREA + REVIEWED + SCRUTINY + plan + other, "WT2018")["is-5"]
        assert found.shown_by == (
            "scrutiny by Scrutineer (s.12)",
            "signed off: plan for independent scrutiny (s.1)",
            "reviewed: once a year (s.1)",
        )
        assert [need.id for need in found.missing] == ["plan", "recommendations"]
        short = "who scrutinises, and that a plan was signed off, is not the plan"
        assert f"(there in part: {short})" in found.to_be_met[0]
        rest = REVIEWED + judged("is-5/plan", "is-5/recommendations")
        assert held(AREA + rest, "WT2018")["is-5"].state is MET

    def test_scrutiny_of_the_report_is_a_part_of_evaluation(self) -> None:
        by = '[yearly_report]\nscrutinised_by = "Scrutineer"\n'
        found = held(AREA + SCRUTINY + by, "WT2023")["is-7"]
        assert found.state is PARTLY
        assert found.shown_by == ("the yearly report: by Scrutineer (s.1)",)

    def test_but_not_by_anybody_else(self) -> None:
        by = '[yearly_report]\nscrutinised_by = "Auditor"\n'
        assert held(AREA + SCRUTINY + by, "WT2023")["is-7"].state is NOT_EVIDENCED
