"""What is weighed before a review, and that nothing here ever decides on one."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

import masa
from masa.ground.citations import Evidence
from masa.ground.errors import KindError, NotInForceError, TruthError
from masa.ground.logic import Answer
from masa.model.case_parts import PanelView, ReviewDecision, ReviewOutcome
from masa.model.places import Where
from masa.rules.weighings import (
    Weighing,
    weigh_local_review,
    weigh_national_review,
    weighed,
)
from masa.strategies.cases import cases, weighings

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
LOCAL = (
    "improvements_needed",
    "recurrent_themes",
    "joint_working_concern",
    "panel_prefers_local",
)
NATIONAL = ("improvements_needed", "law_or_guidance_change", "recurrent_themes")
REGARD = (
    "single_agency_concern",
    "no_agency_concern",
    "cross_boundary",
    "institutional_setting",
)
NEVER = (
    "must review",
    "must be reviewed",
    "has to be reviewed",
    "review is required",
    "must hold",
    "must be held",
    "should review",
    "should be reviewed",
)
ONLY_DENIED = (
    "does not for that reason have to be reviewed",
    "does not by itself require a review",
)
SERIOUS: dict[str, Any] = {"authority_suspects": True, "died": True}


def case(**parts: Any) -> masa.Case:  # noqa: ANN401 (parts of any kind)
    return masa.Case(reference="R-1", **parts)


def asked(found: tuple[masa.Finding, ...]) -> tuple[str, ...]:
    """Name the facts that some findings ask for, of which nothing is known."""
    return tuple(name for one in found for name in one.needed)


class TestFactors:
    """SI 2018/789, regs 3 and 11: two lists that differ, neither exhaustive."""

    def test_of_a_local_review_are_those_of_regulation_11(self) -> None:
        found = weigh_local_review(case())
        assert asked(found.factors) == LOCAL
        assert [str(one.basis[0]) for one in found.factors] == [
            f"SI 2018/789, reg 11({letter})" for letter in "abcd"
        ]

    def test_of_a_national_review_are_those_of_regulation_3(self) -> None:
        found = weigh_national_review(case())
        assert asked(found.factors) == NATIONAL
        assert found.regard == ()
        assert [str(one.basis[0]) for one in found.factors] == [
            f"SI 2018/789, reg 3({letter})" for letter in "abc"
        ]

    def test_guidance_adds_four_circumstances_kept_apart(self) -> None:
        found = weigh_local_review(case())
        assert asked(found.regard) == REGARD
        assert {str(one.basis[0]) for one in found.regard} == {"Working Together 2026"}

    @pytest.mark.parametrize("fact", sorted({*LOCAL, *NATIONAL, *REGARD}))
    def test_each_is_present_where_it_belongs_and_nowhere_else(self, fact: str) -> None:
        held = case(**{fact: True})
        local, national = weigh_local_review(held), weigh_national_review(held)
        assert [one.decided_by for one in local.present] == (
            [(fact,)] if fact in {*LOCAL, *REGARD} else []
        )
        assert [one.decided_by for one in national.present] == (
            [(fact,)] if fact in NATIONAL else []
        )
        absent = weigh_local_review(case(**{fact: False}))
        assert len(absent.absent) == (fact in {*LOCAL, *REGARD})
        assert len(absent.to_consider) == 8 - len(absent.absent)
        assert len(local.to_consider) == 8

    def test_the_panel_s_view_is_a_local_factor(self) -> None:
        for view, answer in (
            (PanelView.LOCAL_REVIEW, YES),
            (PanelView.NATIONAL_REVIEW, NO),
            (PanelView.NO_REVIEW, NO),
        ):
            factor = weigh_local_review(case(panel_view=view)).factors[-1]
            assert factor.answer is answer

    def test_every_factor_is_listed_for_the_questions(self) -> None:
        facts = [one.fact for one in weighed(masa.law("2026-11-22"))]
        assert facts == [
            *LOCAL,
            *REGARD,
            *NATIONAL,
            "issues_of_importance",
            "complex_or_national",
        ]


class TestByEdition:
    @pytest.mark.parametrize(
        ("on", "body", "mark"),
        [
            ("2018-07-04", "clinical commissioning group", Evidence.SEED_ONLY),
            ("2023-12-14", "clinical commissioning group", Evidence.SEED_ONLY),
            ("2023-12-15", "integrated care board", Evidence.RECALLED),
            ("2026-03-18", "integrated care board", Evidence.UNKNOWN),
        ],
    )
    def test_have_regard_names_the_health_body_of_its_edition(
        self, on: str, body: str, mark: Evidence
    ) -> None:
        regard = weigh_local_review(case(), on=on).regard
        assert body in regard[2].claim
        assert {one.evidence for one in regard} == {mark}
        assert mark.value in weigh_local_review(case(), on=on).to_text()

    @pytest.mark.parametrize("on", ["2018-06-29", "2018-07-03"])
    def test_before_guidance_was_out_the_regulations_are_weighed_alone(
        self, on: str
    ) -> None:
        found = weigh_local_review(case(authority_suspects=False), on=on)
        assert asked(found.factors) == LOCAL
        assert found.regard == ()
        assert "Circumstances to have regard to" not in found.to_text()
        assert len(weighed(masa.law(on))) == 4 + 3 + 2

    @pytest.mark.parametrize("weigh", [weigh_local_review, weigh_national_review])
    def test_before_29_june_2018_there_is_nothing_to_weigh(self, weigh: Any) -> None:  # noqa: ANN401 (a table)
        with pytest.raises(NotInForceError):
            weigh(case(), on="2018-06-28")

    def test_is_that_of_the_case_unless_a_day_is_given(self) -> None:
        held = case(edition="WT2018")
        assert str(weigh_local_review(held).on) == "2023-12-14"
        assert str(weigh_local_review(held, on="2024-01-01").on) == "2024-01-01"
        book = masa.law("2024-01-02")
        assert weigh_national_review(held, law=book).on == book.on

    @pytest.mark.parametrize("weigh", [weigh_local_review, weigh_national_review])
    def test_what_is_no_case_is_refused(self, weigh: Any) -> None:  # noqa: ANN401 (a table)
        with pytest.raises(KindError, match="is no case"):
            weigh("R-1")


class TestConclusion:
    """Children Act 2004, ss.16B(1)(b), 16F(1)(b): where they see fit."""

    def test_where_the_criteria_are_met_a_review_is_considered(self) -> None:
        found = weigh_local_review(case(**SERIOUS))
        assert found.answer is YES
        assert found.conclusion == (
            "The safeguarding partners must consider a local review; whether there is "
            "one, they decide."
        )
        assert weigh_national_review(case(**SERIOUS)).conclusion == (
            "The Panel must consider a national review; whether there is one, they "
            "decide."
        )

    def test_where_they_are_not_met_there_may_still_be_one(self) -> None:
        found = weigh_local_review(case(died=False, seriously_harmed=False))
        assert found.answer is NO
        assert found.conclusion == (
            "The criteria are not met. A local review may be held where the criteria "
            "are not met."
        )
        national = weigh_national_review(case(died=False, seriously_harmed=False))
        assert national.conclusion == "The criteria are not met."

    def test_where_it_is_not_known_it_says_what_is_missing(self) -> None:
        found = weigh_local_review(case(died=False))
        assert found.answer is UNKNOWN
        assert found.conclusion == (
            "Whether the criteria are met is not known; still needed: abuse or neglect "
            "suspected and seriously harmed."
        )

    def test_meeting_every_factor_decides_nothing(self) -> None:
        facts = dict.fromkeys({*LOCAL, *NATIONAL, *REGARD}, True)
        found = weigh_local_review(case(**SERIOUS, **facts, issues_of_importance=True))
        assert len(found.present) == 8
        assert found.decision is None
        assert found.recorded == ()
        assert "decision recorded  none" in found.to_text()

    def test_has_no_truth(self) -> None:
        with pytest.raises(TruthError, match="a weighing is not true or false"):
            bool(weigh_local_review(case()))

    @settings(max_examples=60)
    @given(weighings())
    def test_never_says_that_there_is_a_review(self, found: Weighing) -> None:
        """Whatever is known of a case, only people decide (guidance 6.4)."""
        said = [
            found.to_text(),
            found.to_markdown(),
            found.to_html(),
            str(found),
            repr(found),
            str(found.to_records()),
            *map(str, found.findings),
        ]
        for part in said:
            lower = re.sub(r"\s+", " ", part.lower())
            assert not [words for words in NEVER if words in lower]
        for part in said[1:]:  # the text wraps its columns
            lower = part.lower()
            for words in ONLY_DENIED:
                lower = lower.replace(words, "")
            assert "have to be reviewed" not in lower
            assert "require a review" not in lower


class TestDuties:
    def test_are_to_consider_to_notify_and_to_conduct_a_rapid_review(self) -> None:
        held = case(
            **SERIOUS, place=Where.HERE.value, events={"notified": "2026-11-02"}
        )
        consider, notify, rapid = weigh_local_review(held).duties
        assert {consider.answer, notify.answer, rapid.answer} == {YES}
        assert (
            consider.claim == "the safeguarding partners must consider a local review"
        )
        assert list(map(str, consider.basis)) == [
            "SI 2018/789, reg 11",
            "Children Act 2004, s.16F(1)(a)",
        ]
        assert notify.claim == "the local authority must notify the Panel"
        assert rapid.decided_by == ("notified", "outside")

    def test_outside_the_criteria_there_is_no_rapid_review(self) -> None:
        held = case(abuse_or_neglect_suspected=False, events={"notified": "2026-11-02"})
        rapid = weigh_local_review(held).duties[-1]
        assert (rapid.answer, rapid.decided_by) == (NO, ("outside",))

    def test_without_a_notice_the_rapid_review_is_open(self) -> None:
        found = weigh_local_review(case(**SERIOUS))
        assert found.duties[-1].answer is UNKNOWN
        assert "notified" in found.needed

    def test_of_the_panel_is_one(self) -> None:
        (consider,) = weigh_national_review(case(**SERIOUS)).duties
        assert consider.claim == "the Panel must consider a national review"
        assert list(map(str, consider.basis)) == [
            "SI 2018/789, reg 3",
            "Children Act 2004, s.16B(1)(a)",
        ]

    def test_importance_is_judged_by_those_who_decide(self) -> None:
        local = weigh_local_review(case(issues_of_importance=True))
        assert local.importance.answer is YES
        national = weigh_national_review(case(complex_or_national=False))
        assert national.importance.answer is NO
        assert weigh_national_review(
            case(issues_of_importance=True)
        ).importance.answer is (UNKNOWN)


class TestDecision:
    @pytest.mark.parametrize(
        ("decision", "recorded", "shown"),
        [
            pytest.param(None, [], ["decision recorded  none"], id="none"),
            pytest.param(
                ReviewDecision(
                    outcome=ReviewOutcome.LOCAL_REVIEW,
                    rationale="There is much to learn.",
                    family_told=masa.Fact(YES),
                ),
                [YES, YES],
                ["local review", "There is much to learn.", "family told        yes"],
                id="with reasons, the family told",
            ),
            pytest.param(
                ReviewDecision(
                    outcome=ReviewOutcome.NO_LOCAL_REVIEW, family_told=masa.Fact(NO)
                ),
                [NO, NO],
                ["no local review", "not recorded", "family told        no"],
                id="without reasons, the family not told",
            ),
            pytest.param(
                ReviewDecision(outcome=ReviewOutcome.REFER_NATIONAL),
                [NO, UNKNOWN],
                ["refer national", "not recorded", "family told        unknown"],
                id="of the family nothing is known",
            ),
        ],
    )
    def test_is_shown_with_what_should_be_recorded(
        self, decision: ReviewDecision | None, recorded: list[Answer], shown: list[str]
    ) -> None:
        found = weigh_local_review(case(decision=decision))
        assert found.decision is decision
        assert [one.answer for one in found.recorded] == recorded
        for words in shown:
            assert words in found.to_text()

    def test_changes_nothing_in_what_is_weighed(self) -> None:
        decision = ReviewDecision(outcome=ReviewOutcome.NO_LOCAL_REVIEW)
        without, made = (
            weigh_local_review(case(**SERIOUS, decision=one))
            for one in (None, decision)
        )
        assert made.answer is without.answer is YES
        assert made.factors == without.factors
        assert made.duties == without.duties


class TestShowing:
    def test_counts_what_is_present_absent_and_open(self) -> None:
        held = case(**SERIOUS, recurrent_themes=True, cross_boundary=False)
        found = weigh_local_review(held)
        said = (
            "the safeguarding partners must consider a local review: yes; of the "
            "factors, 1 present, 1 absent and 6 open"
        )
        assert str(found) == said
        assert repr(found) == f"<Weighing on 2026-11-22: {said}>"

    def test_gives_the_criteria_the_factors_and_the_duties_as_rows(self) -> None:
        held = case(**SERIOUS, recurrent_themes=True, complex_or_national=False)
        rows = weigh_national_review(held).to_records()
        assert [(row["claim"].split()[:4], row["answer"]) for row in rows] == [
            (["it", "is", "a", "serious"], "yes"),
            (["The", "case", "highlights,", "or"], "unknown"),
            (["The", "case", "raises,", "or"], "unknown"),
            (["The", "case", "highlights,", "or"], "yes"),
            (["it", "raises", "issues", "that"], "no"),
            (["the", "Panel", "must", "consider"], "yes"),
        ]

    def test_names_every_fact_that_could_change_something_once(self) -> None:
        found = weigh_local_review(case())
        assert len(found.needed) == len(set(found.needed))
        assert {*LOCAL, *REGARD, "issues_of_importance", "notified"} <= set(
            found.needed
        )

    @settings(max_examples=30)
    @given(cases())
    def test_gives_each_finding_as_a_row(self, held: masa.Case) -> None:
        for weigh in (weigh_local_review, weigh_national_review):
            found = weigh(held)
            assert len(found.to_records()) == len(found.findings)
            every = {*found.present, *found.absent, *found.open}
            assert every == {*found.factors, *found.regard}
