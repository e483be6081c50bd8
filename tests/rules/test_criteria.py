"""Each test of the law, on the facts that its text tells apart, by the law of a day."""

from collections.abc import Callable
from typing import Any

import pytest

import masa
from masa.ground.citations import Evidence
from masa.ground.errors import (
    CoverageError,
    DateError,
    KindError,
    NotInForceError,
    RangeError,
    TruthError,
    UnknownNameError,
)
from masa.ground.findings import Finding
from masa.ground.logic import Answer

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
HERE, ELSEWHERE, ABROAD = (where.value for where in masa.Where)
Asked = Callable[..., Finding]
OF_CASES: list[Asked] = [
    masa.is_serious_case,
    masa.is_serious_harm,
    masa.must_notify,
    masa.must_notify_looked_after_death,
    masa.must_notify_care_leaver_death,
    masa.must_review_death,
    masa.may_review_death,
    masa.calls_for_joint_agency_response,
]
OF_FACTS: list[Asked] = [
    masa.is_for_designated_officer,
    masa.is_privately_fostered,
    masa.is_relevant_agency,
    masa.is_valid_delegation,
]


def case(**parts: Any) -> masa.Case:  # noqa: ANN401 (parts of any kind)
    return masa.Case(reference="R-1", **parts)


def row(name: str, answer: Answer, needed: str = "", **facts: object) -> Any:  # noqa: ANN401 (a row)
    """Give a row of a table: what is known, the answer, and what is still needed."""
    return pytest.param(facts, answer, tuple(needed.split()), id=name)


def agrees(found: Finding, answer: Answer, needed: tuple[str, ...]) -> None:
    assert found.answer is answer
    assert found.needed == needed
    assert bool(found.decided_by) is (answer is not UNKNOWN)


rows = pytest.mark.parametrize


class TestSeriousCase:
    """Children Act 2004, s.16B(9)."""

    @rows(
        ("facts", "answer", "needed"),
        [
            row("death and suspicion", YES, abuse_or_neglect_suspected=True, died=True),
            row(
                "harm and suspicion",
                YES,
                abuse_or_neglect_suspected=True,
                seriously_harmed=True,
            ),
            row("the authority suspects it", YES, authority_suspects=True, died=True),
            row("only the police suspect it", YES, abuse_or_neglect_suspected=True,
                authority_suspects=False, died=True),
            row("nobody suspects it", NO, abuse_or_neglect_suspected=False, died=True),
            row("neither death nor harm", NO, died=False, seriously_harmed=False),
            row("that the authority does not suspect it settles nothing", UNKNOWN,
                "abuse_or_neglect_suspected", authority_suspects=False, died=True),
            row("alive, the harm unknown", UNKNOWN, "seriously_harmed",
                abuse_or_neglect_suspected=True, survived=True),
            row("long-term impairment, if not serious", YES,
                abuse_or_neglect_suspected=True, long_term_impairment=True),
            row("nothing is known", UNKNOWN,
                "abuse_or_neglect_suspected died seriously_harmed"),
            row("of 17", YES, age=17, abuse_or_neglect_suspected=True, died=True),
            row("of 18", NO, age=18, abuse_or_neglect_suspected=True, died=True),
            row("of 0", UNKNOWN, "abuse_or_neglect_suspected", age=0, died=True),
        ],
    )  # fmt: skip
    def test_on_the_facts(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        agrees(masa.is_serious_case(case(**facts)), answer, needed)

    def test_asks_for_no_age_unless_it_is_given(self) -> None:
        assert "age" not in masa.is_serious_case(case()).needed
        found = masa.is_serious_case(case(age=20))
        assert found.decided_by == ("age",)
        assert found.rests_on[0].claim == "the person is under 18 years of age"
        assert str(found.rests_on[0].basis[0]).startswith("Children Act 2004, s.65(1)")


class TestSeriousHarm:
    """Children Act 2004, s.16B(9): "serious or long-term", and inclusive."""

    @rows(
        ("facts", "answer", "needed"),
        [
            row("serious impairment", YES, serious_impairment=True),
            row("long-term impairment alone", YES, serious_impairment=False,
                long_term_impairment=True),
            row("physical impairment, by guidance", YES, physical_impairment=True),
            row("harm that is serious in another way", YES, seriously_harmed=True,
                serious_impairment=False, long_term_impairment=False,
                physical_impairment=False),
            row("no impairment named leaves it open", UNKNOWN, "seriously_harmed",
                serious_impairment=False, long_term_impairment=False,
                physical_impairment=False),
            row("no serious harm at all", NO, seriously_harmed=False),
        ],
    )  # fmt: skip
    def test_on_the_facts(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        agrees(masa.is_serious_harm(case(**facts)), answer, needed)

    def test_rests_on_law_for_the_mind_and_on_guidance_for_the_body(self) -> None:
        found = masa.is_serious_harm(case(), on="2025-01-01")
        mental, likely, body, _ = found.rests_on
        assert list(map(str, mental.basis)) == ["Children Act 2004, s.16B(9)"]
        assert list(map(str, likely.basis)) == [
            "Children Act 2004, s.16B(9)",
            "Working Together 2023, ch.5",
        ]
        assert list(map(str, body.basis)) == ["Working Together 2023, ch.5"]


SUSPECTED: dict[str, Any] = {"authority_suspects": True}


class TestNotifiableEvent:
    """Children Act 2004, s.16C(1), and the six rows of its worked table."""

    @rows(
        ("asks", "answer", "facts"),
        [
            pytest.param(
                "Camden",
                YES,
                {
                    "local_authority": "Camden",
                    "authority_suspects": True,
                    "died": True,
                    "place": HERE,
                    "normally_resident": "Barnet",
                },
                id="1: dies in the area, resident in another: the place notifies",
            ),
            pytest.param(
                "Camden",
                YES,
                {
                    "local_authority": "Camden",
                    "authority_suspects": True,
                    "seriously_harmed": True,
                    "place": "Camden",
                    "normally_resident": "Barnet",
                },
                id="2: harmed in B: B notifies",
            ),
            pytest.param(
                "Barnet",
                NO,
                {
                    "local_authority": "Barnet",
                    "authority_suspects": True,
                    "seriously_harmed": True,
                    "place": "Camden",
                    "normally_resident": "Barnet",
                },
                id="2: harmed in B, resident in A: A does not",
            ),
            pytest.param(
                "Barnet",
                YES,
                {
                    "local_authority": "Barnet",
                    "authority_suspects": True,
                    "seriously_harmed": True,
                    "place": ABROAD,
                    "normally_resident": HERE,
                },
                id="3: harmed in Wales or Spain, resident in A: A notifies",
            ),
            pytest.param(
                "Barnet",
                NO,
                {
                    "local_authority": "Barnet",
                    "abuse_or_neglect_suspected": False,
                    "died": True,
                    "place": HERE,
                },
                id="4: a death without knowledge or suspicion: no duty",
            ),
            pytest.param(
                "Barnet",
                NO,
                {
                    "local_authority": "Barnet",
                    "abuse_or_neglect_suspected": True,
                    "authority_suspects": False,
                    "died": True,
                    "place": HERE,
                },
                id="5: only the police know of the abuse: no duty yet",
            ),
            pytest.param(
                "Barnet",
                NO,
                {
                    "local_authority": "Barnet",
                    "abuse_or_neglect_suspected": False,
                    "died": True,
                    "looked_after": True,
                    "place": HERE,
                },
                id="6: a looked-after child dies of illness: no duty",
            ),
        ],
    )
    def test_as_in_the_worked_table(
        self, asks: str, answer: Answer, facts: dict[str, Any]
    ) -> None:
        held = case(**facts)
        assert masa.must_notify(held).answer is answer
        assert masa.must_notify(held, local_authority=asks).answer is answer
        assert masa.must_notify(held).claim == f"{asks} must notify the Panel"

    def test_beside_it_stand_the_serious_case_and_the_other_notice(self) -> None:
        police = case(
            abuse_or_neglect_suspected=True, authority_suspects=False, died=True
        )
        assert masa.is_serious_case(police).answer is YES
        illness = case(abuse_or_neglect_suspected=False, died=True, looked_after=True)
        assert masa.must_notify_looked_after_death(illness).answer is YES

    @rows(
        ("facts", "answer", "needed"),
        [
            row("the place is unknown", UNKNOWN, "place normally_resident",
                **SUSPECTED, died=True),
            row("abroad, the residence unknown", UNKNOWN, "normally_resident",
                **SUSPECTED, died=True, place=ABROAD),
            row("abroad, resident in another area", NO,
                **SUSPECTED, died=True, place=ABROAD, normally_resident=ELSEWHERE),
            row("in another area", NO, place=ELSEWHERE),
            row("here, the residence does not matter", UNKNOWN, "authority_suspects",
                died=True, place=HERE),
            row("resident here settles nothing alone", UNKNOWN, "place",
                **SUSPECTED, died=True, normally_resident=HERE),
            row("not resident here", UNKNOWN, "place",
                **SUSPECTED, died=True, normally_resident=ABROAD),
            row("of 18", NO, **SUSPECTED, died=True, place=HERE, age=18),
            row("of 17", YES, **SUSPECTED, died=True, place=HERE, age=17),
        ],
    )  # fmt: skip
    def test_on_the_facts(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        found = masa.must_notify(case(**facts))
        agrees(found, answer, needed)
        assert found.claim == "the local authority must notify the Panel"

    @rows(
        ("asks", "answer", "needed"),
        [
            ("Barnet", NO, ()),
            ("Camden", UNKNOWN, ("authority_suspects",)),
            ("Brent", NO, ()),
        ],
    )
    def test_what_one_authority_suspects_says_nothing_of_another(
        self, asks: str, answer: Answer, needed: tuple[str, ...]
    ) -> None:
        held = case(local_authority="Barnet", place="Camden", died=True, **SUSPECTED)
        agrees(masa.must_notify(held, local_authority=asks), answer, needed)

    def test_that_nobody_suspects_it_says_so_of_every_authority(self) -> None:
        held = case(
            local_authority="Barnet",
            place="Camden",
            died=True,
            abuse_or_neglect_suspected=False,
        )
        found = masa.must_notify(held, local_authority="Camden")
        assert found.decided_by == ("authority_suspects",)
        assert found.answer is NO

    def test_where_a_case_names_no_authority_the_one_that_asks_is_its_own(self) -> None:
        held = case(place=HERE, died=True, **SUSPECTED)
        assert masa.must_notify(held, local_authority="Camden").answer is YES

    def test_refuses_an_authority_that_is_not_there(self) -> None:
        with pytest.raises(UnknownNameError):
            masa.must_notify(case(), local_authority="Atlantis")


class TestDeathsToBeNotified:
    """Children Act 1989, Sch 2 para 20(1)(a); guidance of 2023 on care leavers."""

    @rows(
        ("facts", "answer", "needed"),
        [
            row("looked after", YES, died=True, looked_after=True),
            row("abuse or not", YES, died=True, looked_after=True,
                abuse_or_neglect_suspected=False),
            row("not looked after", NO, looked_after=False),
            row("alive", NO, died=False),
            row("nothing known", UNKNOWN, "died looked_after"),
        ],
    )  # fmt: skip
    def test_of_a_child_looked_after(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        agrees(masa.must_notify_looked_after_death(case(**facts)), answer, needed)

    @rows(
        ("facts", "answer", "needed"),
        [
            row("of 24", YES, died=True, care_leaver_known=True, age=24),
            row("of 25", NO, died=True, care_leaver_known=True, age=25),
            row("of 17", YES, died=True, care_leaver_known=True, age=17),
            row("status not known to the authority", NO, died=True, care_leaver=True,
                care_leaver_known=False, age=20),
            row("no care leaver", NO, died=True, care_leaver=False),
            row("age unknown", UNKNOWN, "age", died=True, care_leaver_known=True),
        ],
    )  # fmt: skip
    def test_of_a_care_leaver(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        agrees(masa.must_notify_care_leaver_death(case(**facts)), answer, needed)

    @rows(
        ("on", "is_there"),
        [
            ("2018-07-04", False),
            ("2023-12-14", False),
            ("2023-12-15", True),
            ("2026-03-17", True),
            ("2026-03-18", True),
        ],
    )
    def test_of_a_care_leaver_only_from_2023(self, on: str, *, is_there: bool) -> None:
        held = case(died=True, care_leaver_known=True, age=20)
        if is_there:
            assert masa.must_notify_care_leaver_death(held, on=on).answer is YES
            return
        with pytest.raises(NotInForceError) as caught:
            masa.must_notify_care_leaver_death(held, on=on)
        assert "it holds from 15 December 2023" in str(caught.value)

    def test_the_care_leaver_rule_is_should_and_carries_its_evidence(self) -> None:
        held = case(died=True, care_leaver_known=True, age=20)
        marks = [
            masa.must_notify_care_leaver_death(held, on=on).evidence
            for on in ("2023-12-15", "2026-03-18")
        ]
        assert marks == [Evidence.RESTATED, Evidence.UNKNOWN]
        assert " should " in masa.must_notify_care_leaver_death(held).claim


class TestChildDeathReview:
    """Children Act 2004, s.16M(1) and (2); the child death review guidance."""

    @rows(
        ("facts", "duty", "power"),
        [
            pytest.param(
                {"place": HERE, "normally_resident": HERE}, YES, NO, id="lived and died"
            ),
            pytest.param(
                {"place": ELSEWHERE, "normally_resident": HERE},
                YES,
                NO,
                id="lived here",
            ),
            pytest.param(
                {"place": ABROAD, "normally_resident": HERE},
                YES,
                NO,
                id="lived here, died abroad",
            ),
            pytest.param(
                {"place": HERE, "normally_resident": ELSEWHERE}, NO, YES, id="died here"
            ),
            pytest.param(
                {"place": HERE, "normally_resident": ABROAD},
                NO,
                YES,
                id="died here, lived abroad",
            ),
            pytest.param(
                {"place": ELSEWHERE, "normally_resident": ELSEWHERE},
                NO,
                NO,
                id="neither",
            ),
            pytest.param({"place": HERE}, UNKNOWN, UNKNOWN, id="residence unknown"),
            pytest.param(
                {"normally_resident": ELSEWHERE}, NO, UNKNOWN, id="place unknown"
            ),
        ],
    )
    def test_turns_on_where_the_child_lived(
        self, facts: dict[str, Any], duty: Answer, power: Answer
    ) -> None:
        held = case(died=True, **facts)
        assert masa.must_review_death(held).answer is duty
        assert masa.may_review_death(held).answer is power

    @rows("asked", [masa.must_review_death, masa.may_review_death])
    @rows(
        ("facts", "answer"),
        [
            pytest.param({"died": False}, NO, id="alive"),
            pytest.param({"stillbirth": True}, NO, id="a stillbirth"),
            pytest.param({"late_foetal_loss": True}, NO, id="a late foetal loss"),
            pytest.param({"died": True, "planned_termination": True}, NO, id="ended"),
            pytest.param({"died": True, "age": 18}, NO, id="of 18"),
        ],
    )
    def test_leaves_out_what_is_no_death_of_a_child(
        self, asked: Asked, facts: dict[str, Any], answer: Answer
    ) -> None:
        home = HERE if asked is masa.must_review_death else ELSEWHERE
        held = case(place=HERE, normally_resident=home, **facts)
        assert asked(held).answer is answer

    def test_asks_of_a_termination_only_where_the_case_says_anything_of_it(
        self,
    ) -> None:
        facts: dict[str, Any] = {"died": True, "normally_resident": HERE}
        assert masa.must_review_death(case(**facts)).answer is YES
        withheld = masa.Fact(None, why=masa.WhyUnknown.WITHHELD)
        found = masa.must_review_death(case(**facts, planned_termination=withheld))
        assert found.needed == ("planned_termination",)
        found = masa.must_review_death(case(**facts, planned_termination=False, age=3))
        assert found.answer is YES

    def test_another_authority_may_ask(self) -> None:
        held = case(
            local_authority="Barnet", died=True, place="Camden", normally_resident=HERE
        )
        assert masa.must_review_death(held).answer is YES
        assert masa.must_review_death(held, local_authority="Camden").answer is NO
        assert masa.may_review_death(held, local_authority="Camden").answer is YES

    @rows(
        "kind",
        [
            "external_causes",
            "sudden_unexplained",
            "custody_or_detained",
            "may_not_be_natural",
        ],
    )
    def test_four_kinds_of_death_call_for_a_joint_response(self, kind: str) -> None:
        asked = masa.calls_for_joint_agency_response
        assert asked(case(died=True, **{kind: True})).answer is YES
        assert asked(case(died=False, **{kind: True})).answer is UNKNOWN
        assert asked(case(survived=True, **{kind: True})).answer is NO

    def test_so_does_a_stillbirth_with_nobody_there_and_no_other(self) -> None:
        asked = masa.calls_for_joint_agency_response
        assert asked(case(unattended_stillbirth=True)).answer is YES
        assert asked(case(stillbirth=True, unattended_stillbirth=False)).answer is NO
        assert asked(case(stillbirth=True)).needed == ("unattended_stillbirth",)


FOSTERED: dict[str, Any] = {
    "age": 15,
    "accommodated": True,
    "carer_is_parent": False,
    "carer_has_responsibility": False,
    "carer_is_relative": False,
    "days": 28,
    "looked_after": False,
    "exempt": False,
}


class TestPrivateFostering:
    """Children Act 1989, s.66 and Sch 8."""

    @rows(
        ("facts", "answer", "needed"),
        [
            row("28 days, under 16", YES),
            row("27 days and no more meant", NO, days=27, intended=False),
            row("27 days, more meant", YES, days=27, intended=True),
            row("27 days, nothing known of more", UNKNOWN, "intended", days=27),
            row("days unknown", UNKNOWN, "lasted intended", days=None),
            row("days unknown, more meant", YES, days=None, intended=True),
            row("of 16", UNKNOWN, "disabled", age=16),
            row("of 16 and disabled", YES, age=16, disabled=True),
            row("of 17 and disabled", YES, age=17, disabled=True),
            row("of 17 and not disabled", NO, age=17, disabled=False),
            row("of 18 and disabled", NO, age=18, disabled=True),
            row("age unknown", UNKNOWN, "age disabled", age=None),
            row("with a parent", NO, carer_is_parent=True),
            row("with one who has responsibility", NO, carer_has_responsibility=True),
            row("with a relative", NO, carer_is_relative=True),
            row("not accommodated", NO, accommodated=False),
            row("looked after", NO, looked_after=True),
            row("exempt", NO, exempt=True),
            row("exemptions are not assumed away", UNKNOWN, "exempt", exempt=None),
        ],
    )  # fmt: skip
    def test_on_the_facts(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        agrees(masa.is_privately_fostered(**{**FOSTERED, **facts}), answer, needed)

    @rows(
        ("facts", "error"),
        [
            ({"age": -1}, RangeError),
            ({"age": "15"}, KindError),
            ({"age": True}, KindError),
            ({"days": -1}, RangeError),
            ({"days": 2.5}, KindError),
            ({"exempt": "no"}, KindError),
        ],
    )
    def test_refuses_what_is_no_fact(
        self, facts: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            masa.is_privately_fostered(**facts)

    def test_knows_only_part_of_the_schedule(self) -> None:
        assert masa.is_privately_fostered().evidence is Evidence.PART_READ
        assert masa.is_privately_fostered(carer_is_parent=True).evidence is (
            Evidence.READ
        )


class TestDesignatedOfficer:
    """Working Together, chapter 2: three thresholds."""

    @rows(
        ("facts", "answer", "needed"),
        [
            row("harm", YES, works_with_children=True, harm=True),
            row("an offence", YES, works_with_children=True, offence=True),
            row("a risk", YES, works_with_children=True, risk=True),
            row("none of the three", NO, harm=False, offence=False, risk=False),
            row("no work with children", NO, works_with_children=False, harm=True),
            row("one of three open", UNKNOWN, "risk", works_with_children=True,
                harm=False, offence=False),
        ],
    )  # fmt: skip
    def test_on_the_facts(
        self, facts: dict[str, Any], answer: Answer, needed: tuple[str, ...]
    ) -> None:
        agrees(masa.is_for_designated_officer(**facts, on="2020-01-01"), answer, needed)

    def test_carries_how_it_was_read(self) -> None:
        marks = [
            masa.is_for_designated_officer(on=on).evidence
            for on in ("2020-01-01", "2026-11-22")
        ]
        assert marks == [Evidence.SEED_ONLY, Evidence.UNKNOWN]


class TestRelevantAgency:
    """Children Act 2004, s.16E(3); SI 2018/789, reg 18 and Sch."""

    @rows(
        ("kind", "facts", "answer", "needed"),
        [
            (None, {}, UNKNOWN, ("listed", "exercises_functions", "in_england")),
            ("nhs-trust", {}, UNKNOWN, ("exercises_functions", "in_england")),
            ("nhs-trust", {"exercises_functions": True, "in_england": True}, YES, ()),
            ("para 16", {"exercises_functions": True, "in_england": True}, YES, ()),
            ("nhs-trust", {"exercises_functions": False}, NO, ()),
            ("nhs-trust", {"in_england": False}, NO, ()),
            ("fire-and-rescue-authority", {"exercises_functions": True}, NO, ()),
        ],
    )
    def test_on_the_facts(
        self,
        kind: str | None,
        facts: dict[str, Any],
        answer: Answer,
        needed: tuple[str, ...],
    ) -> None:
        agrees(masa.is_relevant_agency(kind, **facts), answer, needed)

    @rows(
        ("kind", "remedy"),
        [
            ("nhs-trusts", 'did you mean "nhs-trust"?'),
            ("zzz", "look at the items of relevant-agency-schedule"),
        ],
    )
    def test_refuses_a_kind_of_which_nothing_is_known(
        self, kind: str, remedy: str
    ) -> None:
        with pytest.raises(UnknownNameError) as caught:
            masa.is_relevant_agency(kind)
        assert caught.value.remedy == remedy

    def test_refuses_what_is_no_kind(self) -> None:
        with pytest.raises(KindError):
            masa.is_relevant_agency(16)  # type: ignore[arg-type] # on purpose

    @rows(
        ("on", "mark"),
        [
            ("2018-06-29", Evidence.READ),
            ("2023-11-05", Evidence.READ),
            ("2023-11-06", Evidence.UNKNOWN),
        ],
    )
    def test_the_schedule_is_not_known_from_6_november_2023(
        self, on: str, mark: Evidence
    ) -> None:
        assert masa.is_relevant_agency("nhs-trust", on=on).evidence is mark

    @rows("kind", [None, "nhs-trust"])
    def test_there_are_none_before_the_schedule(self, kind: str | None) -> None:
        with pytest.raises(NotInForceError, match="not in force on 28 June 2018"):
            masa.is_relevant_agency(kind, on="2018-06-28")


class TestDelegation:
    """Children Act 2004, s.16J(3) to (5): like to like."""

    @rows(
        ("function", "facts", "answer"),
        [
            ("s.16F", {"from_kind": "health", "to_kind": "health"}, YES),
            ("reviews", {"from_kind": "police", "to_kind": "police"}, YES),
            ("s.16F", {"from_kind": "health", "to_kind": "police"}, NO),
            ("s.16F", {"from_kind": "local authority", "to_kind": "health"}, NO),
            (
                "s.16F",
                {
                    "from_kind": "local authority",
                    "to_kind": "local authority",
                    "combined": True,
                },
                YES,
            ),
            (
                "s.16F",
                {
                    "from_kind": "local authority",
                    "to_kind": "local authority",
                    "combined": False,
                },
                NO,
            ),
            (
                "s.16E",
                {"from_kind": "police", "to_kind": "police", "combined": False},
                YES,
            ),
            ("s.16K", {"from_kind": "health", "to_kind": "health"}, NO),
        ],
    )
    def test_on_the_facts(
        self, function: str, facts: dict[str, Any], answer: Answer
    ) -> None:
        found = masa.is_valid_delegation(function, same_area=True, **facts)
        assert found.answer is answer
        elsewhere = masa.is_valid_delegation(function, same_area=False, **facts)
        assert elsewhere.answer is NO

    def test_kinds_may_be_values(self) -> None:
        health = masa.PartnerKind.HEALTH
        found = masa.is_valid_delegation(
            "s.16I", from_kind=health, to_kind=health, same_area=True
        )
        assert found.answer is YES
        assert found.decided_by == ("same_area", "function", "from_kind", "to_kind")

    def test_an_agreement_is_asked_for_only_between_authorities(self) -> None:
        known: dict[str, Any] = {"same_area": True, "from_kind": "local authority"}
        found = masa.is_valid_delegation("s.16F", **known)
        assert found.needed == ("to_kind", "combined")

    @rows(
        "facts",
        [{"from_kind": "fire"}, {"to_kind": 3}, {"same_area": "yes"}, {"function": 16}],
    )
    def test_refuses_what_it_cannot_be(self, facts: dict[str, Any]) -> None:
        with pytest.raises(KindError):
            masa.is_valid_delegation(**facts)


class TestTheLawOfADay:
    @rows(
        ("held", "day"),
        [
            pytest.param(case(), "2026-11-22", id="of the last look at the law"),
            pytest.param(
                case(events={"aware": "2020-02-03"}), "2020-02-03", id="becoming aware"
            ),
            pytest.param(
                case(events={"aware": "2020-02-03", "incident": "2020-02-01"}),
                "2020-02-03",
                id="of becoming aware, not of the incident",
            ),
            pytest.param(
                case(edition="WT2023", events={"incident": "2020-02-01"}),
                "2023-12-15",
                id="of the edition that the case names",
            ),
            pytest.param(
                case(events={"aware": "2020-02-03T09:30+00:00"}),
                "2020-02-03",
                id="time",
            ),
        ],
    )
    def test_unless_it_is_given(self, held: masa.Case, day: str) -> None:
        assert str(masa.is_serious_case(held).on) == day
        assert str(masa.is_serious_case(held, on="2019-05-06").on) == "2019-05-06"
        book = masa.law("2019-05-07")
        assert masa.is_serious_case(held, law=book).on == book.on

    @rows("asked", [one for one in OF_CASES if "looked_after" not in one.__name__])
    def test_before_29_june_2018_there_is_none(self, asked: Asked) -> None:
        with pytest.raises(NotInForceError):
            asked(case(), on="2018-06-28")

    def test_the_notice_of_a_looked_after_death_is_older(self) -> None:
        held = case(died=True, looked_after=True)
        found = masa.must_notify_looked_after_death(held, on="2018-06-28")
        assert found.answer is YES
        assert list(map(str, found.basis)) == ["Children Act 1989, Sch 2 para 20(1)(a)"]

    @rows("asked", [masa.is_serious_case, masa.must_notify, masa.must_review_death])
    def test_from_29_june_2018_there_is(self, asked: Asked) -> None:
        assert asked(case(), on="2018-06-29").answer is UNKNOWN

    @rows("asked", OF_CASES)
    def test_what_is_no_case_is_refused(self, asked: Asked) -> None:
        with pytest.raises(KindError, match="is no case"):
            asked("R-1")

    @rows("asked", [lambda **given: masa.is_serious_case(case(), **given), *OF_FACTS])
    @rows(
        ("given", "error"),
        [
            ({"on": "2026-02-30"}, DateError),
            ({"on": 2026}, KindError),
            ({"on": "2041-01-01"}, CoverageError),
        ],
    )
    def test_what_is_no_day_is_refused(
        self, asked: Asked, given: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            asked(**given)

    def test_what_is_no_book_is_refused(self) -> None:
        with pytest.raises(KindError) as caught:
            masa.is_serious_case(case(), law="2020-01-01")  # type: ignore[arg-type] # on purpose
        assert str(caught.value) == '"2020-01-01" is no book of law; make it: masa.law'

    def test_facts_take_a_book_too(self) -> None:
        book = masa.law("2019-05-07")
        assert {asked(law=book).on for asked in OF_FACTS} == {book.on}

    def test_an_answer_has_no_truth(self) -> None:
        with pytest.raises(TruthError):
            bool(masa.is_serious_case(case(died=True, authority_suspects=True)))


class TestFunctionsThatMayBeDelegated:
    """Children Act 2004, s.16J: those of ss.16E to 16I, by their sections or ids."""

    @pytest.mark.parametrize(
        ("function", "answer"),
        [
            ("reviews", YES),
            ("s.16F", YES),
            ("16F", YES),
            ("s16f", YES),
            ("section 16F", YES),
            ("s.16F(1)", YES),
            ("s.16K", NO),
        ],
    )
    def test_by_their_names(self, function: str, answer: masa.Answer) -> None:
        found = masa.is_valid_delegation(
            function, from_kind="health", to_kind="health", same_area=True
        )
        assert found.answer is answer

    @pytest.mark.parametrize(
        ("function", "remedy"),
        [
            ("reviws", 'did you mean "reviews"?'),
            ("s.16M", 'did you mean "s.16'),
            ("s.47", "there are arrangements"),
        ],
    )
    def test_another_is_refused(self, function: str, remedy: str) -> None:
        with pytest.raises(UnknownNameError) as caught:
            masa.is_valid_delegation(function)
        assert caught.value.remedy.startswith(remedy)
