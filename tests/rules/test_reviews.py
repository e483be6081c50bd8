"""Reviews: what may follow what, what is missing, what was done as it had to be."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.errors import (
    DocumentError,
    EventError,
    KindError,
    NotInForceError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.ground.logic import Answer
from masa.model.case_parts import ReviewDecision, ReviewOutcome, ReviewStep
from masa.model.cases import Case
from masa.rules.reviewing import Review

GOLDEN = Path(__file__).parent / "golden"
ON = "2026-11-24"
PANEL, SECRETARY = "Child Safeguarding Practice Review Panel", "Secretary of State"
AIMS = ("gather-facts", "immediate-action", "share-learning", "improvements")
BOTH = ["improvements", "analysis"]
some = settings(max_examples=25)


def step(name: str, on: str, **more: object) -> ReviewStep:
    return ReviewStep(step=name, on=on, **more)  # type: ignore[arg-type] # as in a file


def rapid(**events: str) -> masa.RapidReview:
    return masa.RapidReview(Case(reference="7", events=events))


def local(**events: str) -> masa.LocalReview:
    return masa.LocalReview(Case(reference="7", events=events))


def national() -> masa.NationalReview:
    return masa.NationalReview(Case(reference="7"))


def decided(outcome: str, **more: object) -> Case:
    decision = ReviewDecision(outcome=ReviewOutcome(outcome), **more)  # type: ignore[arg-type] # any part
    return Case(reference="7", decision=decision)


def steps(review: Review) -> list[str]:
    return [one.id for one in review.next]


def lacking(review: Review) -> set[str]:
    return {name for one in review.missing for name in one.steps}


def whole() -> masa.LocalReview:
    return (
        local(decided="2026-01-12", publishing="2026-07-08")
        .record("appoint-reviewer", on="2026-01-20")
        .record("inform", on="2026-01-21", to=["Panel", "Ofsted", "DfE"])
        .record("request", on="2026-03-02", in_writing=True)
        .record("request", on="2026-04-02", in_writing=False)
        .record("request", on="2026-05-02")
        .record("complete-report", on="2026-06-01", covers=BOTH)
        .record("send-copies", on="2026-06-26", to=["Secretary of State", "Panel"])
    )


class TestRapidReview:
    """Guidance 6.3: four aims, all needed; then the outcome, as soon as complete."""

    def test_of_which_almost_nothing_is_known_lacks_everything(self) -> None:
        review = rapid()
        assert lacking(review) >= {*AIMS, "notify", "next-steps", "send"}
        assert review.outcome is None
        assert review.is_complete.answer is Answer.NO
        assert review.to_records() == []

    def test_splits_the_second_aim(self) -> None:
        review = rapid(notified="2026-11-20").record("immediate-action", on=ON)
        one = next(one for one in review.missing if "share-learning" in one.steps)
        assert one.steps == ("share-learning",)
        assert one.note == "recorded so far: immediate-action"
        assert [one.answer for one in review.aims][1] is Answer.NO
        assert [one.answer for one in review.contents][1:3] == [Answer.YES, Answer.NO]

    def test_shows_the_fifth_aim_and_does_not_require_it(self) -> None:
        review = rapid(notified="2026-11-20")
        (fifth,) = (one for one in review.missing if one.steps == ("context",))
        assert not fifth.is_required
        assert fifth.note
        assert "does not name the edition" in fifth.note
        assert review.aims[-1].evidence is masa.Evidence.RESTATED
        taken = review.record("context", on=ON)
        assert taken.aims[-1].answer is Answer.YES

    @pytest.mark.parametrize(
        ("authority", "asked"), [(None, True), ("Barnet", True), ("Essex", False)]
    )
    def test_asks_the_list_of_barnet_of_no_other_area(
        self, authority: str | None, *, asked: bool
    ) -> None:
        case = Case(reference="7", local_authority=authority)
        review = masa.RapidReview(case)
        cited = {str(cited) for one in review.missing for cited in one.basis}
        assert ("Barnet 2019" in cited) is asked
        assert all(
            "Barnet" not in str(cited)
            for one in review.missing.required
            for cited in one.basis
        )

    def test_is_complete_once_all_is_done_and_told(self) -> None:
        case = Case(
            reference="7",
            events={"notified": "2026-11-20", "rapid_review_sent": "2026-12-04"},
            decision=ReviewDecision(
                outcome=ReviewOutcome.NO_LOCAL_REVIEW,
                on="2026-12-03",  # type: ignore[arg-type] # as in a file
                rationale="Nothing more can be learned.",
                family_told=True,  # type: ignore[arg-type] # as in a file
            ),
        )
        review = masa.RapidReview(case)
        assert review.is_complete.answer is Answer.UNKNOWN
        assert set(review.is_complete.needed) == {*AIMS}
        for name in AIMS:
            review = review.record(name, on="2026-12-01")
        assert review.is_complete.answer is Answer.YES
        assert not review.missing.required
        assert review.outcome is case.decision
        assert "no local review, on 3 December 2026" in str(review.outcome)

    def test_says_that_reasons_and_family_are_open(self) -> None:
        review = masa.RapidReview(decided("local-review"))
        open_ = [one for one in review.missing if not one.steps]
        assert [one.answer for one in open_] == [Answer.NO, Answer.UNKNOWN]
        assert all(one.row()[4] == "the case" for one in open_)

    def test_once_it_was_sent_a_missing_record_tells_nothing(self) -> None:
        review = rapid(notified="2026-11-20", rapid_review_sent="2026-12-04")
        answers = {one.steps: one.answer for one in review.missing.required}
        assert answers["gather-facts",] is Answer.UNKNOWN
        assert answers["next-steps",] is Answer.UNKNOWN

    def test_sends_its_outcome_to_the_panel(self) -> None:
        (one,) = rapid(notified="2026-11-20").sends
        assert (one.to, one.sent) == ((PANEL,), None)
        assert "not recorded" in str(one)
        (one,) = rapid(rapid_review_sent="2026-12-04").sends
        assert one.sent == date(2026, 12, 4)
        assert "sent on 4 December 2026" in str(one)

    def test_is_not_sent_before_it_has_an_outcome(self) -> None:
        with pytest.raises(EventError, match="comes after notify and next-steps"):
            rapid().record("send", on=ON)
        review = rapid(notified="2026-11-20").record("next-steps", on=ON)
        assert "send" in steps(review)
        sent = review.record("send", on=ON)
        assert steps(sent) == []

    def test_facts_gathered_before_the_notification_can_be_recorded(self) -> None:
        review = rapid(notified="2026-11-20").record("gather-facts", on="2026-11-17")
        assert [one.ids[0] for one in review.taken] == ["gather-facts", "notify"]

    def test_was_in_time_or_late(self) -> None:
        sent = {"notified": "2026-11-20", "rapid_review_sent": "2026-12-14"}
        (late,) = rapid(**sent).findings
        assert late.answer is Answer.NO
        assert "was done by 11 December 2026" in late.claim
        assert str(late.basis[0]) == "Panel guidance 2025"


class TestLocalReview:
    """SI 2018/789, regs 12 to 17; Children Act 2004, s.16F; guidance 6.5 and 6.6."""

    def test_begins_with_a_decision_that_nothing_here_takes(self) -> None:
        review = local()
        assert "appoint-reviewer" in steps(review)
        first = review.missing[0]
        assert (first.steps, first.force.value) == (("decide",), "statement")

    def test_a_decision_of_the_case_is_its_beginning(self) -> None:
        review = masa.LocalReview(decided("local-review"))
        assert "decide" not in steps(review)
        assert review.to_records()[0]["day"] == "day not stated"
        assert review.findings == ()

    def test_there_is_none_if_the_partners_decided_so(self) -> None:
        case = decided("no-local-review", on="2026-11-20")
        review = masa.LocalReview(case)
        assert review.next == ()
        assert not len(review.missing)
        assert not len(review.owed(on=ON))
        assert "no local review, on 20 November 2026." in review.notices[0]
        with pytest.raises(EventError, match="decided: no local review"):
            review.record("appoint-reviewer", on=ON)
        steps_taken = (step("monitor", ON),)
        with pytest.raises(DocumentError) as caught:
            masa.LocalReview(
                Case(
                    reference="7",
                    decision=ReviewDecision(outcome=ReviewOutcome.REFER_NATIONAL),
                    local_review=steps_taken,
                )
            )

        (fault,) = caught.value.faults
        assert "decided: refer national" in fault.said
        assert fault.path == ("local_review",)

    def test_a_reviewer_is_removed_only_once_appointed(self) -> None:
        review = local(decided="2026-01-12")
        with pytest.raises(EventError, match="remove-reviewer comes after appoint"):
            review.record("remove-reviewer", on=ON)
        review = review.record("appoint-reviewer", on="2026-01-20")
        removed = review.record("remove-reviewer", on="2026-02-20")
        assert "appoint-reviewer" in lacking(removed)
        assert "remove-reviewer" not in steps(removed)
        again = removed.record("appoint-reviewer", on="2026-02-21")
        assert "appoint-reviewer" not in lacking(again)
        with pytest.raises(EventError, match="was taken on 21 February 2026"):
            again.record("appoint-reviewer", on="2026-02-22")

    @pytest.mark.parametrize("act", ["publish-report", "publish-improvements"])
    def test_a_reviewer_is_not_removed_after_publication(self, act: str) -> None:
        review = whole().record(act, on="2026-07-08")
        with pytest.raises(EventError, match=f"{act} was taken on 8 July 2026"):
            review.record("remove-reviewer", on="2026-07-09")
        earlier = review.record("remove-reviewer", on="2026-07-07")
        assert "remove-reviewer" in {one.ids[0] for one in earlier.taken}

    def test_a_removal_that_makes_a_later_step_impossible_is_refused(self) -> None:
        with pytest.raises(EventError, match="request comes after appoint-reviewer"):
            whole().record("remove-reviewer", on="2026-02-01")

    def test_nobody_is_asked_where_there_is_no_reviewer(self) -> None:
        with pytest.raises(EventError, match="request comes after appoint-reviewer"):
            local().record("request", on=ON, in_writing=True)

    def test_a_request_has_to_be_in_writing(self) -> None:
        found = [one for one in whole().findings if "request" in one.claim]
        assert [one.answer for one in found] == [
            Answer.YES,
            Answer.NO,
            Answer.UNKNOWN,
        ]
        assert found[2].needed == ("in_writing",)
        assert str(found[0].basis[0]) == "SI 2018/789, reg 14"

    def test_a_report_has_two_contents(self) -> None:
        started = local(decided="2026-01-12")
        half = started.record("complete-report", on=ON, covers=["improvements"])
        contents = "SI 2018/789, reg 15(a), (b)"

        def open_(review: Review) -> list[tuple[str, Answer]]:
            lacks = [one for one in review.missing if str(one.basis[0]) == contents]
            return [(one.what[:10], one.answer) for one in lacks]

        assert len(open_(started)) == 2
        assert open_(half) == [("An analysi", Answer.NO)]
        assert not open_(half.record("complete-report", on=ON, covers=["analysis"]))
        silent = started.record("complete-report", on=ON)
        assert {answer for _, answer in open_(silent)} == {Answer.UNKNOWN}

    def test_what_it_covers_is_something_that_is_asked(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "analysis"'):
            local().record("complete-report", on=ON, covers=["analysys"])
        with pytest.raises(UnknownNameError, match="there are improvements and"):
            local().record("complete-report", on=ON, covers=["zzz"])
        with pytest.raises(UnknownNameError, match="leave it out"):
            local().record("monitor", on=ON, covers=["analysis"])

    def test_copies_go_to_everybody_by_name(self) -> None:
        (one,) = (one for one in whole().missing if "send-copies" in one.steps)
        assert (one.to, one.answer) == (("Ofsted",), Answer.NO)
        sends = {one.to: one.sent for one in whole().sends}
        assert sends[SECRETARY, PANEL] == date(2026, 6, 26)
        assert sends["Ofsted",] is None

    def test_a_copy_that_went_nobody_says_where_leaves_it_open(self) -> None:
        review = local(decided="2026-01-12", copied="2026-06-26")
        found = [one for one in review.missing if "send-copies" in one.steps]
        assert {one.answer for one in found} == {Answer.UNKNOWN}
        assert {one.note for one in found} == {"to whom it went is not recorded"}
        assert {one.sent for one in review.sends} == {None}

    def test_a_copy_in_time_that_went_nobody_says_where_is_unknown(self) -> None:
        events = {"decided": "2026-01-12", "copied": "2026-06-26"}
        found = local(**events, published="2026-07-08").findings[:3]
        assert {one.answer for one in found} == {Answer.UNKNOWN}
        assert found[0].needed == ("to whom it went",)
        found = local(**events, published="2026-06-28").findings[:3]
        assert {one.answer for one in found} == {Answer.NO}

    def test_recipients_come_in_a_list(self) -> None:
        with pytest.raises(KindError):
            whole().record("send-copies", on=ON, to="Panel")

    def test_one_report_is_published_or_the_improvements_are(self) -> None:
        report = whole().record("publish-report", on="2026-07-08")
        with pytest.raises(EventError, match="publish-report was taken"):
            report.record("publish-improvements", on="2026-07-09")
        other = whole().record("publish-improvements", on="2026-07-08")
        with pytest.raises(EventError, match="publish-improvements was taken"):
            other.record("publish-report", on="2026-07-09")
        assert "publish-report" not in lacking(other)

    def test_publishing_without_a_copy_is_a_breach_and_can_be_recorded(self) -> None:
        review = local(decided="2026-01-12").record("complete-report", on="2026-06-01")
        review = review.record("publish-report", on="2026-07-08")
        found = [one for one in review.findings if "send-copies" in one.claim]
        assert {one.answer for one in found} == {Answer.NO}
        assert [str(cited) for cited in found[0].basis] == [
            "SI 2018/789, reg 16(1)",
            "SI 2018/789, reg 16(2)",
        ]

    def test_law_and_guidance_are_judged_apart(self) -> None:
        review = whole().record("publish-report", on="2026-07-07")
        found = [one for one in review.findings if "send-copies" in one.claim]
        assert [one.answer for one in found] == [Answer.YES, Answer.YES, Answer.NO]
        close = whole().record("publish-report", on="2026-07-03")
        found = [one for one in close.findings if "send-copies" in one.claim]
        assert [one.answer for one in found] == [Answer.YES, Answer.NO, Answer.NO]

    def test_a_bare_event_does_not_say_what_was_published(self) -> None:
        review = local(decided="2026-01-12", published="2026-07-08")
        row = review.to_records()[-1]
        assert row["step"] == "publish-report or publish-improvements"
        assert row["says"] == "from the case"
        said = review.record("publish-improvements", on="2026-07-08")
        assert said.to_records()[-1]["step"] == "publish-improvements"
        with pytest.raises(EventError, match="publish-report or publish-improvements"):
            review.record("publish-report", on="2026-07-09")
        assert "explain-not-publishing" in steps(review)

    def test_follow_up_comes_after_the_report(self) -> None:
        names = ("highlight-findings", "audit-progress", "monitor-improvement")
        assert set(names) <= lacking(local())
        with pytest.raises(EventError, match="comes after complete-report"):
            local().record("audit-progress", on=ON)
        review = local(published="2026-07-08")
        for name in names:
            review = review.record(name, on=ON)
        assert not set(names) & lacking(review)

    def test_comments_are_considered_once_there_are_some(self) -> None:
        with pytest.raises(EventError, match="comes after receive-comments"):
            whole().record("consider-comments", on=ON)
        assert "consider-comments" in steps(whole().record("receive-comments", on=ON))

    def test_a_plan_may_lie_ahead_and_be_changed(self) -> None:
        review = local(decided="2026-01-12")
        review = review.record("plan-publication", on="2026-07-08")
        review = review.record("plan-publication", on="2026-07-15")
        due = review.owed(on="2026-02-01").of("send-copies")
        assert date(2026, 7, 8) in {one.by for one in due}
        published = review.record("complete-report", on="2026-06-01").record(
            "publish-report", on="2026-07-10"
        )
        with pytest.raises(EventError, match="publish-report was taken on 10 July"):
            published.record("plan-publication", on="2026-08-01")
        with pytest.raises(EventError, match=r"publishing .* comes before decided"):
            review.record("plan-publication", on="2026-01-01")


class TestNationalReview:
    """SI 2018/789, regs 4 to 10; Children Act 2004, s.16B."""

    def confirmed(self) -> masa.NationalReview:
        return (
            national()
            .record("decide", on="2026-01-12")
            .record("select-reviewer", on="2026-01-20")
            .record("recommend-reviewer", on="2026-01-21")
            .record("confirm-reviewer", on="2026-01-28")
        )

    def test_a_reviewer_is_selected_recommended_and_confirmed(self) -> None:
        review = national().record("decide", on="2026-01-12")
        with pytest.raises(EventError, match="comes after select-reviewer"):
            review.record("recommend-reviewer", on=ON)
        with pytest.raises(EventError, match="comes after recommend-reviewer"):
            review.record("confirm-reviewer", on=ON)
        assert "confirm-reviewer" in lacking(review)
        assert "confirm-reviewer" not in lacking(self.confirmed())

    def test_one_from_outside_the_pool_counts(self) -> None:
        review = national().record("decide", on="2026-01-12")
        review = review.record("select-outside-pool", on="2026-01-20")
        assert "select-reviewer" not in lacking(review)
        assert "recommend-reviewer" in steps(review)

    def test_removal_follows_the_panels_determination(self) -> None:
        review = self.confirmed()
        with pytest.raises(EventError, match="comes after determine-removal"):
            review.record("remove-reviewer", on="2026-03-01")
        review = review.record("determine-removal", on="2026-03-01")
        (owed,) = review.owed(on="2026-03-01").of("remove-reviewer")
        assert (owed.who, owed.force.value) == (SECRETARY, "must")
        removed = review.record("remove-reviewer", on="2026-03-02")
        (owed,) = removed.owed(on="2026-03-02").of("consider-another-reviewer")
        assert (owed.who, owed.force.value) == (PANEL, "must")
        assert "confirm-reviewer" in lacking(removed)
        done = removed.record("consider-another-reviewer", on="2026-03-03")
        assert not done.owed(on="2026-03-03").of("consider-another-reviewer")

    def test_is_not_removed_after_publication(self) -> None:
        review = self.confirmed().record("complete-report", on="2026-05-01")
        review = review.record("publish-report", on="2026-06-01")
        with pytest.raises(EventError, match="publish-report was taken"):
            review.record("determine-removal", on="2026-06-02")

    def test_knows_nothing_of_the_events_of_the_partners(self) -> None:
        events = {"decided": "2026-01-12", "published": "2026-07-08"}
        case = Case(
            reference="7",
            events=events,
            decision=ReviewDecision(outcome=ReviewOutcome.REFER_NATIONAL),
        )
        review = masa.NationalReview(case)
        assert review.taken == ()
        assert steps(review) == ["decide"]
        assert not review.findings

    def test_contents_are_those_of_its_own_regulation(self) -> None:
        review = national().record("decide", on="2026-01-12")
        cited = {str(cited) for one in review.missing for cited in one.basis}
        assert "SI 2018/789, reg 8" in cited
        assert not any("reg 15" in one for one in cited)


class TestLoadedCase:
    def test_every_fault_comes_at_once_with_its_place(self) -> None:
        case = Case(
            reference="7",
            local_review=(
                step("decide", "2026-01-12"),
                step("aproint-reviewer", "2026-01-20"),
                step("remove-reviewer", "2026-01-21"),
                step("complete-report", "2026-02-01", covers=["zzz"]),
                step("monitor", "2009-01-01"),
            ),
        )
        with pytest.raises(DocumentError) as caught:
            masa.LocalReview(case)
        assert [one.path for one in caught.value.faults] == [
            ("local_review", place) for place in (1, 2, 3, 4)
        ]
        said = str(caught.value)
        assert "the local review of case 7 cannot be so: 4 faults" in said
        assert "local_review[2]: remove-reviewer comes after appoint-reviewer" in said
        assert "does not cover 1 January 2009" in said

    def test_steps_are_taken_in_the_order_of_their_days(self) -> None:
        case = Case(
            reference="7",
            local_review=(
                step("remove-reviewer", "2026-02-20"),
                step("appoint-reviewer", "2026-01-20"),
            ),
        )
        assert "appoint-reviewer" in lacking(masa.LocalReview(case))

    def test_an_event_on_another_day_contradicts_a_record(self) -> None:
        case = Case(
            reference="7",
            events={"published": "2026-07-08"},
            local_review=(step("publish-improvements", "2026-07-09"),),
        )
        with pytest.raises(DocumentError) as caught:
            masa.LocalReview(case)
        assert "was taken on 8 July 2026" in str(caught.value)

    def test_a_time_counts_by_its_day(self) -> None:
        at = datetime(2026, 1, 20, 10, tzinfo=UTC)
        review = local(decided="2026-01-12").record("appoint-reviewer", on=at)
        assert review.to_records()[-1]["day"] == "20 January 2026"


class TestLaw:
    """A rule is taken as in force on the day on which the review began."""

    @pytest.mark.parametrize(
        ("kind", "events"),
        [
            (masa.RapidReview, {"notified": "2016-03-01"}),
            (masa.LocalReview, {"decided": "2016-03-01"}),
        ],
    )
    def test_of_boards_knows_no_such_review(
        self, kind: type[Review], events: dict[str, str]
    ) -> None:
        case = Case(reference="7", events=events)
        with pytest.raises(NotInForceError, match="serious-case-review"):
            kind(case)

    def test_is_that_of_the_day_of_the_beginning(self) -> None:
        assert rapid(notified="2019-11-20").book.on == date(2019, 11, 20)
        assert local(aware="2019-11-20").book.on == date(2019, 11, 20)
        assert rapid().book.on == shelf.coverage().checked
        review = national().record("decide", on="2024-11-20")
        assert review.book.on == date(2024, 11, 20)

    def test_can_be_given(self) -> None:
        case = Case(reference="7", events={"notified": "2026-11-20"})
        review = masa.RapidReview(case, law=masa.law("2024-01-15"))
        assert str(review.aims[0].basis[0]) == "Working Together 2023, ch.5"
        assert str(review.owed(on=ON)[0].basis[0]) == "Panel guidance 2022"

    @pytest.mark.parametrize(
        ("edition", "on"), [("WT2018", "2026-11-20"), ("WT2023", "2019-11-20")]
    )
    def test_is_of_the_edition_that_the_case_names(self, edition: str, on: str) -> None:
        case = Case(reference="7", edition=edition, events={"notified": on})
        review = masa.RapidReview(case)
        assert str(review.aims[0].basis[0]).startswith(
            f"Working Together {edition[2:]}"
        )
        assert review.notices[0].startswith("Judged by Working Together")

    def test_of_the_time_between_says_what_is_not_known(self) -> None:
        assert "is not known" in rapid(notified="2018-10-01").notices[0]
        assert rapid(notified="2026-11-20").notices == ()

    def test_is_a_book(self) -> None:
        with pytest.raises(KindError):
            masa.RapidReview(Case(reference="7"), law="2026")  # type: ignore[arg-type] # on purpose
        with pytest.raises(KindError):
            masa.RapidReview("7")  # type: ignore[arg-type] # on purpose


class TestShowing:
    REVIEWS: ClassVar[dict[str, Review]] = {
        "rapid-review-of-a-case": rapid(notified="2026-11-20").record(
            "gather-facts", on=ON, says="Chronologies are in."
        ),
        "local-review-of-a-case": whole().record("publish-report", on="2026-07-08"),
    }

    @pytest.mark.parametrize("name", REVIEWS)
    @pytest.mark.parametrize("kind", ["txt", "md"])
    def test_is_that_of_the_golden_file(self, name: str, kind: str) -> None:
        review, path = self.REVIEWS[name], GOLDEN / f"{name}.{kind}"
        pages = (review, review.owed(on=ON))
        made = [one.to_text() if kind == "txt" else one.to_markdown() for one in pages]
        assert "\n".join(made) == path.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "review", [rapid(), local(), national(), *REVIEWS.values()], ids=repr
    )
    def test_never_says_that_there_must_be_a_review(self, review: Review) -> None:
        text = f"{review.to_text()} {review.owed(on='2027-11-24').to_text()}"
        assert not re.search(r"must\s+(hold|be|have)?\s*(a\s+)?review", text)

    def test_prints_in_short(self) -> None:
        review = self.REVIEWS["rapid-review-of-a-case"]
        assert str(review) == "Rapid review of case 7"
        assert repr(review) == "<RapidReview of case '7': 2 steps>"
        assert str(review.missing) == "Rapid review of case 7: what is missing"
        assert repr(review.missing).startswith("<LackList of ")
        assert review.missing[0].evidence is masa.Evidence.UNKNOWN
        assert "Nothing is missing" in masa.LackList(title="x").to_text()
        assert review.missing.to_records()[0]["there"] == "no"
        assert any("(to " in str(one) for one in review.missing)

    def test_says_when_nothing_is_missing_or_possible(self) -> None:
        case = decided("no-local-review", on="2026-11-20")
        text = masa.LocalReview(case).to_text()
        assert "Nothing is missing" in text
        assert "Nothing more." in text


class TestAnySequence:
    """What is possible never raises; what is not always does, and changes nothing."""

    @some
    @given(review=strategies.local_reviews() | strategies.rapid_reviews())
    def test_the_impossible_always_raises(self, review: Review) -> None:
        last = max((one.on for one in review.taken if one.on), default=date(2027, 1, 1))
        before, possible = review.to_records(), set(steps(review))
        for one in review.process.steps:
            if one.id not in possible:
                with pytest.raises(EventError):
                    review.record(one.id, on=last + timedelta(days=1))
        assert review.to_records() == before

    @some
    @given(
        review=strategies.local_reviews()
        | strategies.rapid_reviews()
        | strategies.national_reviews(),
        data=st.data(),
    )
    def test_a_step_never_makes_more_missing(
        self, review: Review, data: st.DataObject
    ) -> None:
        possible = [one for one in review.next if not one.undoes]
        last = max((one.on for one in review.taken if one.on), default=date(2027, 1, 1))
        if possible:
            one = data.draw(st.sampled_from(possible))
            everybody = [to.name for to in review.process.recipients]
            on = last + timedelta(days=1)
            then = review.record(one.id, on=on, to=everybody)
            assert len(then.missing) <= len(review.missing)

    @some
    @given(review=strategies.local_reviews() | strategies.national_reviews())
    def test_what_is_done_is_not_owed(self, review: Review) -> None:
        last = max((one.on for one in review.taken if one.on), default=date(2027, 1, 1))
        for one in review.owed(on=last + timedelta(days=1)):
            taken = [t for t in review.taken if one.step in t.ids]
            sent = [t.record.to for t in taken if t.record]
            goes_on = {step.id for step in review.process.steps if step.continues}
            if one.step not in goes_on:
                assert not taken or (one.to and all(sent))
