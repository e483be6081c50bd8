"""Commitments and the small nouns: each says itself in a line of plain English."""

import pytest

from masa.ground.stated import stated
from masa.model.commitments import (
    ChildDeathReview,
    Commitment,
    EscalationStage,
    Listing,
    Policy,
    Scrutiny,
    YearlyReport,
)
from masa.model.frequencies import Frequency


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (Commitment(topic="thresholds"), "thresholds: not stated"),
        (Policy(name="Neglect Strategy"), "Neglect Strategy"),
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
