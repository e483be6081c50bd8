"""Commitments and the small nouns: each says itself in a line of plain English."""

import pytest

from masa.ground.dates import When
from masa.ground.stated import stated
from masa.model.commitments import (
    ChildDeathReview,
    Commitment,
    Concern,
    Decision,
    EscalationStage,
    Listing,
    Milestone,
    Policy,
    Scrutiny,
    YearlyReport,
)
from masa.model.frequencies import Frequency


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (Commitment(topic="thresholds"), "thresholds: not stated"),
        (Decision(topic="the plan", outcome=stated("noted")), "the plan: noted"),
        (
            Milestone(what="launch", when=stated(When.from_text("2019-09"))),
            "September 2019: launch",
        ),
        (
            Milestone(what="launch", condition="if agreed"),
            "launch, if agreed",
        ),
        (Policy(name="Neglect Strategy"), "Neglect Strategy"),
        (Concern(question="Who pays?", answer=stated("All.")), "Who pays? All."),
        (Listing(topic="risks", items=("debt", "gangs")), "risks: debt; gangs"),
        (EscalationStage(who="managers", does=stated("meet")), "managers: meet"),
    ],
)
def test_says_itself_in_a_line(noun: object, words: str) -> None:
    assert str(noun) == words


def test_scrutiny_reports_and_child_death_reviews_say_what_they_cover() -> None:
    covers = stated("the yearly report", at="9").statements
    assert str(Scrutiny(by="Ofsted", covers=covers)) == (
        "Ofsted scrutinises the yearly report (s.9)"
    )
    report = YearlyReport(every=stated(Frequency.from_text("yearly")), contents=covers)
    assert str(report) == "published yearly: the yearly report (s.9)"
    review = ChildDeathReview(panel=stated("Child Death Overview Panel"))
    assert str(review) == "child death review by Child Death Overview Panel"
