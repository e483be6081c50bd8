"""Criteria are judged exactly; a finding says why, and what it did not know."""

import pickle
from copy import copy
from datetime import date
from typing import Any

import pytest

from masa.ground.citations import Citation, Evidence
from masa.ground.criteria import Criterion, all_of, any_of, is_not, is_so
from masa.ground.errors import (
    FactError,
    KindError,
    RangeError,
    TextError,
    TruthError,
    UnknownNameError,
)
from masa.ground.findings import Consequence, Finding
from masa.ground.logic import Answer, Fact, WhyUnknown

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
ACT = Citation(instrument="CA 2004", pinpoint="s.16C", evidence=Evidence.READ)
GUIDANCE = Citation(instrument="WT 2018", evidence=Evidence.RESTATED)
ABUSE = is_so("abuse", "abuse is known or suspected")
DIED = is_so("died", "the child died", basis=[ACT])
HARMED = is_so("harmed", "the child was seriously harmed")
SERIOUS = all_of(
    "the case is serious",
    ABUSE,
    any_of("the child died or was seriously harmed", DIED, HARMED),
    basis=[GUIDANCE],
)
EITHER_WAY = any_of("it is so or it is not", DIED, is_not("it is not so", DIED))

PAGE = """\
claim         the case is serious
answer        unknown
basis         WT 2018
evidence      restated
still needed  died and harmed

What each missing fact would change

if this is known  the answer is then
----------------  ---------------------
died              no: unknown; yes: yes
harmed            no: unknown; yes: yes

Rests on

what it rests on                        answer   by
--------------------------------------  -------  --------------
abuse is known or suspected             yes
the child died or was seriously harmed  unknown
\N{EN DASH} the child died                        unknown  CA 2004, s.16C
\N{EN DASH} the child was seriously harmed        unknown
"""


class TestJudging:
    @pytest.mark.parametrize(
        ("facts", "answer", "decided_by", "needed"),
        [
            pytest.param(
                {}, UNKNOWN, (), ("abuse", "died", "harmed"), id="nothing is known"
            ),
            pytest.param(
                {"abuse": False}, NO, ("abuse",), (), id="one fact settles it as no"
            ),
            pytest.param(
                {"abuse": True, "died": True},
                YES,
                ("abuse", "died"),
                (),
                id="two facts settle it as yes",
            ),
            pytest.param(
                {"abuse": True, "died": True, "harmed": True},
                YES,
                ("abuse", "died"),
                (),
                id="a fact that adds nothing is not named",
            ),
            pytest.param(
                {"died": True},
                UNKNOWN,
                (),
                ("abuse",),
                id="a fact that can change nothing is not needed",
            ),
            pytest.param(
                {"died": False, "harmed": False},
                NO,
                ("died", "harmed"),
                (),
                id="two noes settle it as no",
            ),
            pytest.param(
                {"abuse": Answer.YES, "died": None, "harmed": Fact(NO)},
                UNKNOWN,
                (),
                ("died",),
                id="answers, facts and nothing are taken for facts",
            ),
            pytest.param(
                {"abuse": Fact(None, why=WhyUnknown.WITHHELD), "died": True},
                UNKNOWN,
                (),
                ("abuse",),
                id="a fact that is withheld is unknown",
            ),
        ],
    )
    def test_names_what_decided_and_what_is_needed(
        self,
        facts: dict[str, object],
        answer: Answer,
        decided_by: tuple[str, ...],
        needed: tuple[str, ...],
    ) -> None:
        finding = SERIOUS.judge(facts)
        assert finding.answer is answer
        assert finding.decided_by == decided_by
        assert finding.needed == needed

    def test_is_exact_where_a_fact_occurs_twice(self) -> None:
        finding = EITHER_WAY.judge()
        assert finding.answer is YES
        assert finding.decided_by == finding.needed == ()

    def test_keeps_the_smaller_findings_with_claim_and_basis(self) -> None:
        finding = SERIOUS.judge({"died": True})
        assert finding.claim == "the case is serious"
        assert finding.basis == (GUIDANCE,)
        abuse, outcome = finding.rests_on
        assert (abuse.answer, abuse.needed) == (UNKNOWN, ("abuse",))
        assert (outcome.answer, outcome.decided_by) == (YES, ("died",))
        assert outcome.rests_on[0].basis == (ACT,)

    @pytest.mark.parametrize(
        ("criterion", "answer"),
        [
            pytest.param(all_of("all of none"), YES, id="all of no parts is yes"),
            pytest.param(any_of("any of none"), NO, id="any of no parts is no"),
        ],
    )
    def test_of_no_parts(self, criterion: Criterion, answer: Answer) -> None:
        assert criterion.judge().answer is answer

    def test_asks_for_each_fact_once_in_order(self) -> None:
        assert SERIOUS.facts == ("abuse", "died", "harmed")
        assert EITHER_WAY.facts == ("died",)

    @pytest.mark.parametrize(
        ("name", "remedy"),
        [
            pytest.param("dyed", 'did you mean "died"?', id="a slip"),
            pytest.param(
                "zzz", "it asks for abuse, died and harmed", id="no such name"
            ),
        ],
    )
    def test_refuses_a_fact_that_it_does_not_ask_for(
        self, name: str, remedy: str
    ) -> None:
        with pytest.raises(UnknownNameError, match="is no fact of") as caught:
            SERIOUS.judge({name: True})
        assert caught.value.remedy == remedy

    def test_refuses_what_is_no_fact(self) -> None:
        with pytest.raises(KindError):
            SERIOUS.judge({"died": "no"})

    def test_is_limited_in_size(self) -> None:
        facts = [is_so(f"fact_{n}", "it is so") for n in range(21)]
        assert all_of("all", *facts[:20]).judge({"fact_0": False}).answer is NO
        with pytest.raises(RangeError, match="of 21 facts is too large"):
            all_of("all", *facts).judge()

    @pytest.mark.parametrize("fact", ["Died", "the child died", "", "died_"])
    def test_a_fact_has_a_name_that_is_an_id(self, fact: str) -> None:
        with pytest.raises(TextError):
            is_so(fact, "it is so")

    def test_a_claim_is_a_text(self) -> None:
        with pytest.raises(TextError):
            is_so("died", "")


def test_a_consequence_says_what_follows_from_what() -> None:
    assert str(Consequence("seriously_harmed", "yes", YES)) == (
        "if seriously harmed is yes: yes"
    )


class TestFinding:
    def test_prints_its_claim_answer_and_needs(self) -> None:
        assert str(SERIOUS.judge({"abuse": False})) == "the case is serious: no"
        assert str(SERIOUS.judge({"abuse": True})) == (
            "the case is serious: unknown (still needed: died and harmed)"
        )

    @pytest.mark.parametrize("answer", Answer)
    def test_has_no_truth(self, answer: Answer) -> None:
        with pytest.raises(TruthError):
            bool(Finding(answer=answer, claim="it is so"))

    @pytest.mark.parametrize("answer", [True, False])
    def test_that_is_settled_needs_nothing(self, answer: object) -> None:
        parts: dict[str, Any] = {"answer": answer, "needed": ("died",)}
        with pytest.raises(FactError, match="needs nothing more"):
            Finding(claim="it is so", **parts)

    @pytest.mark.parametrize(
        ("parts", "error"),
        [
            ({"answer": "yes", "claim": "it is so"}, KindError),
            ({"answer": True, "claim": ""}, TextError),
            ({"answer": True, "claim": None}, KindError),
        ],
    )
    def test_refuses_a_wrong_part(
        self, parts: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            Finding(**parts)

    @pytest.mark.parametrize(
        ("finding", "evidence"),
        [
            pytest.param(SERIOUS.judge(), Evidence.RESTATED, id="of the whole"),
            pytest.param(DIED.judge(), Evidence.READ, id="of one fact"),
            pytest.param(EITHER_WAY.judge(), Evidence.READ, id="of a part of a part"),
            pytest.param(ABUSE.judge(), None, id="of no law"),
        ],
    )
    def test_carries_the_weakest_evidence(
        self, finding: Finding, evidence: Evidence | None
    ) -> None:
        assert finding.evidence is evidence

    def test_shows_all_that_there_is(self) -> None:
        assert SERIOUS.judge({"died": True}).to_records() == [
            {
                "claim": "the case is serious",
                "answer": "unknown",
                "basis": "WT 2018",
                "evidence": "restated",
                "still needed": "abuse",
                "rests on": "abuse is known or suspected: unknown\n"
                "the child died or was seriously harmed: yes\n"
                "\N{EN DASH} the child died: yes\n"
                "\N{EN DASH} the child was seriously harmed: unknown",
            }
        ]

    def test_shows_no_more_than_there_is(self) -> None:
        assert ABUSE.judge({"abuse": True}).to_records() == [
            {
                "claim": "abuse is known or suspected",
                "answer": "yes",
                "decided by": "abuse",
            }
        ]
        empty = all_of("all of none").judge()
        assert empty.to_records() == [{"claim": "all of none", "answer": "yes"}]

    def test_a_criterion_shows_itself_in_short(self) -> None:
        criterion = is_not("it is not so", DIED)
        assert repr(criterion) == "<Criterion 'it is not so': 1 facts>"
        assert str(criterion) == "it is not so"
        assert repr(criterion.join) == "Join.NOT"
        assert SERIOUS.to_records() == [
            {
                "claim": "the case is serious",
                "facts": "abuse, died and harmed",
                "basis": "WT 2018",
                "evidence": "restated",
            }
        ]
        dated = all_of("all of none", on=date(2026, 11, 24))
        assert dated.to_records() == [
            {"claim": "all of none", "facts": "", "on": "24 November 2026"}
        ]

    def test_a_criterion_is_copied_without_what_it_keeps(self) -> None:
        for one in (pickle.loads(pickle.dumps(SERIOUS)), copy(SERIOUS)):  # noqa: S301 (ours)
            assert one == SERIOUS
            assert not one._kept  # noqa: SLF001 (that is the question)

    @pytest.mark.parametrize("wrong", [5, "died", ["died"]])
    def test_refuses_facts_that_are_no_mapping(self, wrong: Any) -> None:  # noqa: ANN401
        with pytest.raises(KindError, match="names no facts"):
            SERIOUS.judge(wrong)

    def test_refuses_parts_that_are_no_list(self) -> None:
        with pytest.raises(KindError, match="is not a list"):
            Finding(answer=True, claim="it is so", basis=None)  # type: ignore[arg-type] # the point

    def test_its_page_lays_out_what_is_missing_and_what_it_rests_on(self) -> None:
        assert SERIOUS.judge({"abuse": True}).to_text() == PAGE

    def test_a_fact_of_several_words_is_printed_as_words(self) -> None:
        page = is_so("seriously_harmed", "the child was harmed").judge().to_markdown()
        assert "| seriously harmed | no: no; yes: yes |" in page

    def test_a_finding_alone_and_settled_is_shown_without_tables(self) -> None:
        assert DIED.judge({"died": True}).to_text() == (
            "claim       the child died\nanswer      yes\n"
            "basis       CA 2004, s.16C\nevidence    read\ndecided by  died\n"
        )
