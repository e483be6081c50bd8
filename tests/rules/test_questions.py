"""What to ask next: in what order, and that every answer brings a case nearer."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import masa
from masa.ground.errors import KindError, NotInForceError, UnknownNameError
from masa.ground.logic import Fact, WhyUnknown
from masa.rules.questions import Question, Questions, next_questions
from masa.strategies.cases import cases

WEIGHED = [
    "improvements_needed",
    "recurrent_themes",
    "joint_working_concern",
    "panel_prefers_local",
    "single_agency_concern",
    "no_agency_concern",
    "cross_boundary",
    "institutional_setting",
    "law_or_guidance_change",
    "issues_of_importance",
    "complex_or_national",
]


def case(**parts: Any) -> masa.Case:  # noqa: ANN401 (parts of any kind)
    return masa.Case(reference="R-1", **parts)


def order(found: Questions) -> list[str]:
    return [one.fact for one in found]


def open_claims(found: Questions) -> set[str]:
    return {claim for one in found for claim in one.bears_on}


def answers(fact: str) -> st.SearchStrategy[object]:
    """Draw an answer to a question."""
    if fact == "age":
        return st.integers(0, 30)
    is_place = fact in {"place", "normally_resident"}
    return st.sampled_from(masa.Where) if is_place else st.booleans()


class TestOrder:
    def test_of_a_case_of_which_nothing_is_known(self) -> None:
        assert order(next_questions(case())) == [
            "died",
            "normally_resident",
            "place",
            "abuse_or_neglect_suspected",
            "looked_after",
            "authority_suspects",
            "care_leaver",
            "care_leaver_known",
            "age",
            "seriously_harmed",
            "unattended_stillbirth",
            "external_causes",
            "sudden_unexplained",
            "custody_or_detained",
            "may_not_be_natural",
            *WEIGHED,
        ]

    def test_of_the_case_that_is_bundled(self) -> None:
        found = next_questions(masa.examples.load_case("first-days"))
        assert order(found) == [
            "seriously_harmed",
            *(fact for fact in WEIGHED if fact != "no_agency_concern"),
        ]
        first = found[0]
        assert first.settles == (
            "it is a serious child safeguarding case",
            "Barnet must notify the Panel",
        )
        assert first.why == "awaited from an agency"
        assert (first.score, first.weight) == (Fraction(2), Fraction(2))

    def test_counts_the_answers_that_settle_a_claim_and_then_how_often(self) -> None:
        found = {one.fact: one for one in next_questions(case())}
        died, lives = found["died"], found["normally_resident"]
        # that the child did not die settles four claims, that it did none
        assert died.score == 4 * Fraction(1, 2)
        assert set(died.settles) == {
            "the local authority must notify the death of a looked-after child",
            "the local authority should notify the death of a care leaver",
            "the child death review partners must have the death reviewed",
            "the child death review partners may have the death reviewed",
        }
        assert lives.score == Fraction(2, 3) + Fraction(1, 3)
        assert found["seriously_harmed"].score == 0
        assert found["seriously_harmed"].settles == ()
        # of the ways to fill in the other facts of a serious case, one in four
        assert found["seriously_harmed"].weight == Fraction(1, 4) + Fraction(1, 2) * (
            Fraction(1, 2) * Fraction(4, 9)
        )

    def test_groups_come_in_turn_and_scores_fall_within_each(self) -> None:
        found = next_questions(case())
        assert [one.group for one in found] == [0] * 10 + [1] * 5 + [2] * 11
        for group in range(3):
            ranks = [(one.score, one.weight) for one in found if one.group == group]
            assert ranks == sorted(ranks, reverse=True)

    def test_what_cannot_be_known_comes_last(self) -> None:
        hopeless = Fact(None, why=WhyUnknown.CANNOT_BE_KNOWN)
        awaited = Fact(None, why=WhyUnknown.AWAITED_FROM_AN_AGENCY)
        found = next_questions(case(died=hopeless, looked_after=awaited))
        assert order(found)[-1] == "died"
        assert found[-1].why == "cannot be known"
        assert "looked_after" in order(found)[:10]
        place = masa.Place(None, why=WhyUnknown.CANNOT_BE_KNOWN)
        assert order(next_questions(case(place=place)))[-1] == "place"

    def test_what_follows_is_not_asked(self) -> None:
        asked = order(next_questions(case(survived=True, authority_suspects=True)))
        assert "died" not in asked
        assert "abuse_or_neglect_suspected" not in asked

    def test_nothing_is_asked_when_all_is_settled(self) -> None:
        facts = dict.fromkeys((*WEIGHED, "abuse_or_neglect_suspected"), False)
        found = next_questions(
            case(**facts, died=False, unattended_stillbirth=False, age=3)
        )
        assert len(found) == 0
        assert str(found) == "What to ask next in case R-1: 0 questions"


class TestLaw:
    def test_asks_by_the_law_of_the_case(self) -> None:
        old = next_questions(case(died=True, edition="WT2018"))
        assert "care_leaver" not in order(old)
        assert "care_leaver" in order(next_questions(case(died=True)))
        assert str(old.on) == "2023-12-14"
        assert next_questions(case(), law=masa.law("2020-01-01")).on == (
            next_questions(case(), on="2020-01-01").on
        )

    def test_asks_of_the_regulations_before_guidance_was_out(self) -> None:
        asked = order(next_questions(case(), on="2018-06-30"))
        assert "recurrent_themes" in asked
        assert "single_agency_concern" not in asked

    def test_asks_for_another_authority(self) -> None:
        held = case(
            local_authority="Barnet", authority_suspects=True, died=True, place="Camden"
        )
        assert "authority_suspects" not in order(next_questions(held))
        asked = next_questions(held, local_authority="Camden")
        assert asked[0].fact == "authority_suspects"
        assert "Camden must notify the Panel" in asked[0].settles

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            ({"on": "2018-06-28"}, NotInForceError),
            ({"on": 2018}, KindError),
            ({"law": 2018}, KindError),
            ({"local_authority": "Atlantis"}, UnknownNameError),
        ],
    )
    def test_refuses_what_it_cannot_ask_by(
        self, arguments: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            next_questions(case(), **arguments)

    def test_refuses_what_is_no_case(self) -> None:
        with pytest.raises(KindError, match="is no case"):
            next_questions("R-1")  # type: ignore[arg-type] # on purpose


class TestAsking:
    """Asking and answering comes to an end (monotone in information)."""

    @settings(max_examples=60)
    @given(cases(), st.data())
    def test_an_answered_question_is_not_asked_again(
        self, held: masa.Case, data: st.DataObject
    ) -> None:
        found = next_questions(held)
        assume(len(found) > 0)
        fact = found[0].fact
        answered = evolve(held, **{fact: data.draw(answers(fact))})  # type: ignore[arg-type] # by name
        after = next_questions(answered, on=found.on)
        assert fact not in order(after)
        assert open_claims(after) <= open_claims(found)

    @settings(max_examples=15)
    @given(cases(), st.data())
    def test_asking_on_settles_every_claim(
        self, held: masa.Case, data: st.DataObject
    ) -> None:
        found = next_questions(held)
        for _ in range(len(found)):
            if not len(found):
                break
            fact = found[0].fact
            held = evolve(held, **{fact: data.draw(answers(fact))})  # type: ignore[arg-type] # by name
            found = next_questions(held, on=found.on)
        assert len(found) == 0
        assert masa.is_serious_case(held).answer is not masa.Answer.UNKNOWN

    @settings(max_examples=60)
    @given(cases())
    def test_each_question_is_there_once_and_its_answer_matters(
        self, held: masa.Case
    ) -> None:
        found = next_questions(held)
        assert len(set(order(found))) == len(found)
        for one in found:
            assert set(one.settles) <= set(one.bears_on)
            assert one.bears_on
            assert 0 <= one.score <= len(one.bears_on) + 1  # one stands in both lists
            assert bool(one.settles) is (one.score > 0)
            assert one.weight > 0


class TestShowing:
    def test_gives_each_question_as_a_row(self) -> None:
        held = case(abuse_or_neglect_suspected=True, died=False)
        found = next_questions(held)
        assert found.to_records()[0] == {
            "question": "Was the child seriously harmed?",
            "fact": "seriously harmed",
            "may settle": "it is a serious child safeguarding case; "
            "the local authority must notify the Panel",
            "bears on": "2",
            "why not known": "",
        }
        assert found[0].to_records() == found.to_records()[:1]
        assert str(found[0]) == "Was the child seriously harmed?"

    def test_prints_as_text(self) -> None:
        found = next_questions(case())
        assert repr(found) == "<Questions of 'R-1': 26 on 2026-11-22>"
        assert str(found) in found.to_text()
        assert "nothing yet" in found.to_text()

    def test_has_words_for_what_is_no_fact(self) -> None:
        asks = {one.fact: one.asks for one in next_questions(case())}
        assert asks["age"] == "How old was the person, in whole years?"
        assert asks["place"].startswith("Where did it happen: ")
        assert asks["normally_resident"].startswith("Where does the child normally ")
        assert asks["died"] == masa.Case.questions["died"]
        assert isinstance(next_questions(case())[0], Question)
