"""Decisions, concerns and milestones say themselves, and read what a file gives."""

import pytest

import masa
from masa.model.decisions import Concern, Decision, Milestone


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (Decision(topic="the plan", outcome=masa.stated("noted")), "the plan: noted"),
        (
            Milestone(what="launch", when=masa.stated(masa.When.from_text("2019-09"))),
            "September 2019: launch",
        ),
        (Milestone(what="launch", condition="if agreed"), "launch, if agreed"),
        (
            Concern(question="Who pays?", answer=masa.stated("All.")),
            "Who pays? All.",
        ),
    ],
)
def test_each_says_itself_in_one_line(noun: object, words: str) -> None:
    assert str(noun) == words


def test_a_decision_of_a_council_says_who_did_what() -> None:
    arrangement = masa.loads("""
id = "x"
title = "X"
bodies = ["Scrutiny Committee", "Executive"]
posts = ["Director"]
[[decisions]]
topic = "the plan"
at = "1"
item = "12"
report_by = "Director"
introduced_by = "Director"
recommended_by = "Scrutiny Committee"
proposed_by = "A Member"
seconded_by = "B Member"
resolved_by = { is = "Executive", standing = "proposed" }
on = "11 March 2019"
parts = ["approve the plan", { is = "delegate the rest", at = "2" }]
delegated_to = "Director"
""")
    (decision,) = arrangement.decisions
    assert decision.recommended_by.only == "Scrutiny Committee"
    assert not decision.resolved_by.is_settled
    assert [str(part) for part in decision.parts] == [
        "approve the plan (s.1)",
        "delegate the rest (s.2)",
    ]


def test_a_decision_names_only_what_is_declared() -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads("""id = "x"
title = "X"
[[decisions]]
topic = "the plan"
resolved_by = "Nobody"
""")
    assert 'decisions[0].resolved_by (line 5): nothing is called "Nobody"' in str(
        caught.value
    )
