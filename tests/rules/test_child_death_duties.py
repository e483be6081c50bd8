"""Child death review arrangements are held against sections 16M to 16Q."""

import pytest

import masa
from masa import Checklist, check
from masa.rules.outcomes import OutcomeState

MET, PARTLY, NOT_EVIDENCED, NOT_APPLICABLE, UNKNOWN = OutcomeState
AREA = """
id      = "x"
title   = "X"
at      = "1"
edition = "WT2023"
bodies  = ["Our Police", "Another Body"]
groups  = [{ name = "Panel" }]
[[partners]]
name = "Our Council"
kind = "local authority"
[[partners]]
name = "Our Board"
kind = "health"
posts = ["Chief Nurse"]
[[partners]]
name = "Chief Constable"
kind = "police"
body = "Our Police"
"""
REVIEWS = "[child_death_review]\n"
EACH, ANALYSIS, REPORTS = (f"ca-2004/s16m.{number}" for number in (1, 3, 6))
WHO, NO_POLICE = "child-death-review-partners", "ca-2004/s16q.2-not-police"
COMBINED = "ca-2004/s16p-combining"
ALL = (EACH, ANALYSIS, REPORTS, WHO, NO_POLICE, COMBINED)


def held(text: str) -> Checklist:
    return check(masa.loads(AREA + text))


def judged(item: str, judgement: str = "full") -> str:
    return (
        f'[[commitments]]\ntopic = "it"\nitems = ["{item}"]\n'
        f'judgement = "{judgement}"\n'
    )


@pytest.mark.parametrize("item", ALL)
def test_nothing_is_called_for_where_the_file_holds_no_reviews(item: str) -> None:
    found = held("")[item]
    assert found.state is NOT_APPLICABLE
    assert found.why.startswith("the file holds no child death review arrangements")


@pytest.mark.parametrize("item", [EACH, ANALYSIS, REPORTS, WHO])
def test_a_duty_is_met_in_part_or_not_evidenced_as_judged(item: str) -> None:
    states = [
        held(REVIEWS + text)[item].state
        for text in (judged(item), judged(item, "part"), "")
    ]
    assert states == [MET, PARTLY, NOT_EVIDENCED]


class TestReviews:
    """Each death is reviewed, what is learnt analysed, and reported on."""

    def test_a_panel_reviews_and_a_person_reads_whose_deaths(self) -> None:
        panel = REVIEWS + 'panel = "Panel"\ncovers = "all who lived here"\n'
        found = held(panel)[EACH]
        assert found.state is PARTLY
        assert found.shown_by == (
            "reviewed by Panel (s.1)",
            "of all who lived here (s.1)",
        )
        assert [need.id for need in found.missing] == ["each"]
        assert held(panel + judged(f"{EACH}/each"))[EACH].state is MET

    def test_what_is_done_is_a_mention_of_review_and_of_analysis(self) -> None:
        done = held(REVIEWS + 'functions = ["looks at each case"]\n')
        for item in (EACH, ANALYSIS):
            assert done[item].state is PARTLY
            assert done[item].shown_by == ("what is done: looks at each case (s.1)",)
        assert done[REPORTS].state is NOT_EVIDENCED

    def test_what_is_published_is_a_report(self) -> None:
        reports = REVIEWS + 'reports = "once in two years"\n'
        assert held(reports)[REPORTS].state is MET
        proposed = reports + 'standing = "proposed"\n'
        assert held(proposed)[REPORTS].state is PARTLY


class TestPartners:
    """The partners are the authority and the health body, and not the police."""

    @pytest.mark.parametrize(
        ("partners", "who", "no_police"),
        [
            (["Our Council", "Our Board"], MET, MET),
            (["Our Council", "Chief Nurse"], MET, MET),
            (["Our Council"], PARTLY, MET),
            (["Our Council", "Another Body"], PARTLY, PARTLY),
            (["Another Body"], NOT_EVIDENCED, PARTLY),
            (["Our Council", "Our Board", "Chief Constable"], MET, PARTLY),
            (["Our Police"], NOT_EVIDENCED, NOT_EVIDENCED),
            (["safeguarding partners"], MET, NOT_EVIDENCED),
            ([], NOT_EVIDENCED, NOT_APPLICABLE),
        ],
        ids=[
            *("both", "a post of one", "one alone", "one and a body of no kind told"),
            *("a body of no kind told", "the police too", "the body of the police"),
            *("all safeguarding partners", "nobody"),
        ],
    )
    def test_are_told_by_their_kind(
        self, partners: list[str], who: OutcomeState, no_police: OutcomeState
    ) -> None:
        named = ", ".join(f'"{name}"' for name in partners)
        found = held(f"{REVIEWS}partners = [{named}]\n")
        assert (found[WHO].state, found[NO_POLICE].state) == (who, no_police)
        police = {"Chief Constable", "Our Police", "safeguarding partners"}
        assert found[NO_POLICE].is_missed is bool(police & set(partners))

    def test_police_only_proposed_are_not_yet_partners(self) -> None:
        some = (
            'partners = ["Our Council", { is = "Our Police", standing = "proposed" }]'
        )
        assert not held(f"{REVIEWS}{some}\n")[NO_POLICE].is_missed

    def test_what_is_printed_of_the_police(self) -> None:
        found = held(f'{REVIEWS}partners = ["Chief Constable"]\n')[NO_POLICE]
        assert found.shown_by == ("child death review partner: Chief Constable (s.1)",)
        assert found.title == (
            "ca-2004/s16q.2-not-police, no police among those partners: not evidenced: "
            "the file shows the contrary"
        )


class TestCombinedAreas:
    """Partners of several areas may agree to treat them as one."""

    def test_are_asked_for_an_agreement(self) -> None:
        two = REVIEWS + 'areas = ["Here", "There"]\n'
        assert held(two)[COMBINED].state is NOT_EVIDENCED
        assert held(two)[COMBINED].is_free
        assert held(two + judged(COMBINED))[COMBINED].state is MET
        assert held(two + judged(COMBINED, "part"))[COMBINED].state is PARTLY

    def test_of_one_area_nothing_is_asked(self) -> None:
        found = held(REVIEWS + 'areas = ["Here"]\n')[COMBINED]
        assert found.why == "the file names no second area of child death reviews"


def test_the_bundled_example_says_how_deaths_are_reviewed() -> None:
    found = check(masa.examples.load("barnet"))
    assert [found[item].state for item in (EACH, ANALYSIS, REPORTS)] == [
        *(PARTLY, PARTLY, MET)
    ]
