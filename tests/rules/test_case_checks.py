"""A case on one page, and everything that is owed in it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import masa
from masa import strategies
from masa.ground.errors import EventError, KindError

GOLDEN = Path(__file__).parent / "golden"
TODAY = "2026-11-24"


def case(**parts: Any) -> masa.Case:  # noqa: ANN401 (parts of a case)
    """Make a case of an incident in Barnet, of which the authority is aware."""
    usual = {
        "reference": "7",
        "local_authority": "Barnet",
        "place": "this authority",
        "authority_suspects": True,
        "events": {"aware": "2026-11-10"},
    }
    return masa.Case(**{**usual, **parts})


class TestCheck:
    def test_puts_a_case_on_one_page(self) -> None:
        page = masa.check_case(masa.examples.load_case("first-days"), on=TODAY)
        text = page.to_report().to_text()
        assert text == (GOLDEN / "case.first-days.txt").read_text(encoding="utf-8")
        assert page.to_text() == text

    def test_is_plain_values_for_programs(self) -> None:
        found = masa.check_case(case(died=True), on=TODAY).to_json()
        serious: Any = found["findings"]
        assert (found["reference"], found["on"]) == ("7", TODAY)
        assert serious[0]["answer"] == "yes"
        assert {one["claim"] for one in serious} >= {"Barnet must notify the Panel"}

    @pytest.mark.parametrize(
        ("events", "on"),
        [
            pytest.param({}, "2026-11-22", id="the last look at the law"),
            pytest.param(
                {"aware": "2026-12-01"}, "2026-12-01", id="or the last thing that was"
            ),
            pytest.param(
                {
                    "aware": "2026-11-01",
                    "decided": "2026-11-20",
                    "publishing": "2027-02-01",
                },
                "2026-11-22",
                id="and not what is planned",
            ),
        ],
    )
    def test_takes_a_day_if_none_is_given(
        self, events: dict[str, str], on: str
    ) -> None:
        assert str(masa.check_case(case(events=events)).on) == on

    def test_takes_the_day_of_a_decision_or_a_step(self) -> None:
        outcome = masa.ReviewOutcome.NO_LOCAL_REVIEW
        decision = masa.ReviewDecision(outcome=outcome, on=date(2026, 12, 2))
        step = masa.ReviewStep(step="gather-facts", on="2026-12-03")
        plan = masa.ReviewStep(step="plan-publication", on="2027-02-01")
        decided = masa.check_case(case(decision=decision))
        stepped = masa.check_case(case(rapid_review=[step]))
        planned = masa.check_case(
            case(local_review=[plan], events={"decided": "2026-12-01"})
        )
        days = [str(one.on) for one in (decided, stepped, planned)]
        assert days == ["2026-12-02", "2026-12-03", "2026-12-01"]

    def test_judges_by_the_law_of_the_incident(self) -> None:
        old = case(care_leaver=True, events={"aware": "2022-01-10"})
        page = masa.check_case(old, on=TODAY)
        assert page.serious.on == page.local.on == old.day
        clocks = [one.clock.id for one in page.notices]
        assert "care-leaver-death" not in clocks

    def test_shows_the_rapid_review_once_there_is_one(self) -> None:
        before = masa.check_case(case(), on=TODAY)
        after = masa.check_case(
            case(events={"aware": "2026-11-10", "notified": "2026-11-12"}), on=TODAY
        )
        assert before.rapid is None
        assert "What the rapid review still lacks" not in before.to_text()
        assert "What the rapid review still lacks" in after.to_text()

    def test_says_nothing_of_a_death_that_was_none(self) -> None:
        survived = masa.check_case(case(survived=True), on=TODAY)
        died = masa.check_case(case(died=True), on=TODAY)
        assert survived.deaths == ()
        assert len(died.deaths) == 3
        assert "The review of the death" in died.to_markdown()
        assert "The review of the death" not in survived.to_markdown()

    def test_tells_what_has_to_be_notified_for_sure(self) -> None:
        page = masa.check_case(case(died=True), on=TODAY)
        assert "to be notified" in page.to_text()
        assert "nothing for sure" not in page.to_text()

    def test_before_the_guidance_on_child_deaths_it_leaves_that_out(self) -> None:
        page = masa.check_case(
            case(died=True, events={"aware": "2018-07-10"}), on="2018-07-20"
        )
        assert all("joint agency" not in one.claim for one in page.deaths)

    def test_has_every_finding_once(self) -> None:
        page = masa.check_case(case(), on=TODAY)
        assert len(page.findings) == len(set(page.findings))
        assert len(page.to_records()) == len(page.findings)
        assert repr(page) == "<CaseCheck of '7' on 2026-11-24>"

    @settings(max_examples=30)
    @given(strategies.cases(with_reviews=False))
    def test_never_says_that_there_must_be_a_review(self, drawn: masa.Case) -> None:
        text = masa.check_case(drawn).to_text()
        assert "must review" not in " ".join(text.split())

    def test_refuses_what_is_no_case(self) -> None:
        with pytest.raises(KindError, match="is no case"):
            masa.check_case("7")  # type: ignore[arg-type] # the point


class TestOwed:
    @pytest.mark.parametrize(
        ("parts", "owed"),
        [
            pytest.param({}, [], id="nothing is sure"),
            pytest.param(
                {"died": True},
                ["notify-panel", "notify-partners"],
                id="the notices, before they are given",
            ),
            pytest.param(
                {
                    "died": True,
                    "events": {
                        "aware": "2026-11-10",
                        "notified": "2026-11-12",
                        "partners_told": "2026-11-12",
                    },
                },
                ["gather-facts", "send"],
                id="the rapid review, once the Panel is notified",
            ),
            pytest.param(
                {"died": True, "looked_after": True},
                ["notify-panel", "looked-after-death"],
                id="the notice of a looked-after child's death",
            ),
            pytest.param(
                {
                    "decision": masa.ReviewDecision(
                        outcome=masa.ReviewOutcome.LOCAL_REVIEW, on=date(2026, 11, 20)
                    )
                },
                ["appoint-reviewer", "publish-report"],
                id="the local review, once it is decided on",
            ),
            pytest.param(
                {"national_review": [masa.ReviewStep(step="decide", on="2026-11-20")]},
                ["select-reviewer"],
                id="the national review, once the Panel decide on it",
            ),
        ],
    )
    def test_lists_what_is_owed(self, parts: dict[str, Any], owed: list[str]) -> None:
        found = {one.step for one in masa.owed(case(**parts), on=TODAY)}
        assert found >= set(owed)
        assert bool(found) is bool(owed)

    def test_leaves_out_what_was_done(self) -> None:
        events = {"aware": "2026-11-10", "notified": "2026-11-12"}
        found = {
            one.step for one in masa.owed(case(died=True, events=events), on=TODAY)
        }
        assert "notify-panel" not in found
        assert "notify-partners" in found

    def test_says_by_when_on_what_basis_and_where_it_stands(self) -> None:
        one = masa.owed(case(died=True), on=TODAY)[0]
        assert (one.step, str(one.by)) == ("notify-panel", "2026-11-17")
        assert one.binding is None
        assert one.force is masa.Force.MUST
        assert one.is_overdue
        cited = ["Children Act 2004, s.16C(1)", "Working Together 2026"]
        assert [str(each) for each in one.basis] == cited
        assert one.note == (
            "the last day is of Working Together 2026; should; unknown, not verified: "
            "5 working days; The Act sets no time; the five working days are guidance"
        )
        assert one.evidence is masa.Evidence.UNKNOWN

    def test_says_who_is_told_by_which_text(self) -> None:
        one = masa.owed(case(died=True, looked_after=True), on=TODAY).of(
            "looked-after-death"
        )[0]
        assert one.note
        assert "to Secretary of State: must, Children Act 1989" in one.note

    @pytest.mark.parametrize(
        ("parts", "asks", "says"),
        [
            pytest.param(
                {"place": "Camden"}, None, "it falls to the area", id="it was elsewhere"
            ),
            pytest.param(
                {}, "Camden", "it falls to the area", id="another asks, from elsewhere"
            ),
            pytest.param(
                {"place": "Camden"},
                "Camden",
                "Of the reviews of another authority",
                id="another asks, of whose reviews nothing is held",
            ),
            pytest.param(
                {"seriously_harmed": False, "died": False},
                None,
                "it is no serious child safeguarding case",
                id="the case is found to be outside the criteria",
            ),
        ],
    )
    def test_owes_no_review_that_falls_to_others(
        self, parts: dict[str, Any], asks: str | None, says: str
    ) -> None:
        events = {"aware": "2026-11-10", "notified": "2026-11-12"}
        held = case(**{"died": True, "events": events, **parts})
        found = masa.owed(held, on=TODAY, local_authority=asks)
        assert not found.of("send")
        assert says in found.notices[-1]

    def test_what_has_no_day_yet_says_what_is_missing(self) -> None:
        one = masa.owed(case(died=True, events={}), on=TODAY)[0]
        assert (one.by, one.state) == (None, None)
        assert one.note
        assert "became aware" in one.note

    def test_what_may_be_owed_is_a_notice(self) -> None:
        found = masa.owed(case(survived=True), on=TODAY)
        assert found.notices[0] == (
            "Perhaps owed, by 17 November 2026: Barnet must notify the Panel. "
            "Still needed: seriously harmed."
        )

    def test_refuses_an_event_that_is_to_come(self) -> None:
        with pytest.raises(EventError, match="after 1 November 2026"):
            masa.owed(case(died=True), on="2026-11-01")
