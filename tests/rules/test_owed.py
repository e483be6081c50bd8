"""What is owed: what, to whom, by when, on what basis; law and guidance apart."""

from datetime import date

import pytest

import masa
from masa.ground.errors import CoverageError, DateError, EventError, KindError
from masa.model.cases import Case
from masa.rules.statuses import DeadlineState

PANEL, SECRETARY = "Child Safeguarding Practice Review Panel", "Secretary of State"
Row = tuple[str, str, str, tuple[str, ...]]


def rapid(**events: str) -> masa.RapidReview:
    return masa.RapidReview(Case(reference="7", events=events))


def local(**events: str) -> masa.LocalReview:
    return masa.LocalReview(Case(reference="7", events=events))


def reported(**events: str) -> masa.LocalReview:
    review = local(decided="2026-01-12", **events)
    return review.record("complete-report", on="2026-06-01")


def national(*steps: tuple[str, str]) -> masa.NationalReview:
    review = masa.NationalReview(Case(reference="7"))
    for name, on in steps:
        review = review.record(name, on=on)
    return review


def rows(found: masa.OwedList, step: str) -> list[Row]:
    return [
        (str(one.by), str(one.binding), one.force.value, one.to)
        for one in found.of(step)
    ]


class TestRapidReview:
    """Guidance 6.3: triggered by the notification, 15 working days, promptly."""

    def test_owes_nothing_before_the_notification(self) -> None:
        assert not len(rapid().owed(on="2026-11-24"))
        assert not len(rapid(aware="2026-11-16").owed(on="2026-11-24"))

    def test_is_expected_in_fifteen_working_days_and_asked_promptly(self) -> None:
        found = rapid(notified="2026-12-11").owed(on="2026-12-14")
        assert rows(found, "send") == [
            ("2027-01-06", "None", "expected", (PANEL,)),
            ("None", "None", "should", ()),
            ("None", "None", "should", (PANEL,)),
        ]
        notes = [one.note for one in found.of("send")]
        assert notes[0] == "15 working days"
        assert notes[1] == "promptly, where an incident has been notified to the Panel"
        assert notes[2] == "as soon as complete"

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            ("2027-01-05", DeadlineState.NOT_YET_DUE),
            ("2027-01-06", DeadlineState.DUE_TODAY),
            ("2027-01-07", DeadlineState.OVERDUE),
        ],
    )
    def test_is_overdue_from_the_day_after(self, on: str, state: DeadlineState) -> None:
        found = rapid(notified="2026-12-11").owed(on=on)
        assert found[0].state is state
        assert bool(found.overdue) is (state is DeadlineState.OVERDUE)
        assert found[0].is_overdue is (state is DeadlineState.OVERDUE)

    def test_owes_no_more_once_it_is_sent(self) -> None:
        events = {"notified": "2026-12-11", "rapid_review_sent": "2027-01-04"}
        assert not len(rapid(**events).owed(on="2027-01-07"))

    def test_never_owes_what_only_one_area_asks(self) -> None:
        found = rapid(notified="2026-12-11").owed(on="2026-12-14")
        cited = {str(cited) for one in found for cited in one.basis}
        assert not cited & {"Barnet 2019", "Local practice"}
        assert not found.of("context")


class TestAdvanceCopy:
    """SI 2018/789, reg 16: 7 days; guidance LR-4 and LR-5: seven working days."""

    def test_has_no_day_before_publication_is_planned(self) -> None:
        assert rows(reported().owed(on="2026-06-20"), "send-copies") == [
            ("None", "None", "must", (SECRETARY, PANEL)),
            ("None", "None", "should", (PANEL, SECRETARY)),
            ("None", "None", "should", ("Ofsted",)),
        ]

    def test_keeps_law_and_guidance_apart(self) -> None:
        found = reported(publishing="2026-07-08").owed(on="2026-06-20")
        assert rows(found, "send-copies") == [
            ("2026-06-29", "2026-07-01", "should", (PANEL, SECRETARY)),
            ("2026-06-29", "None", "should", ("Ofsted",)),
            ("2026-07-01", "2026-07-01", "must", (SECRETARY, PANEL)),
        ]
        law = found.of("send-copies")[2]
        assert [str(one) for one in law.basis] == [
            "SI 2018/789, reg 16(1)",
            "SI 2018/789, reg 16(2)",
            "Children Act 2004, s.16F(3)",
        ]
        assert law.evidence is masa.Evidence.READ

    def test_is_owed_only_to_those_who_have_had_none(self) -> None:
        review = reported(publishing="2026-07-08")
        review = review.record("send-copies", on="2026-06-20", to=["the Panel"])
        found = review.owed(on="2026-06-20")
        assert [one.to for one in found.of("send-copies")] == [
            (SECRETARY,),
            ("Ofsted",),
            (SECRETARY,),
        ]
        to = [SECRETARY, "Ofsted"]
        review = review.record("send-copies", on="2026-06-21", to=to)
        assert not review.owed(on="2026-06-21").of("send-copies")

    def test_is_not_owed_where_nobody_says_to_whom_it_went(self) -> None:
        review = reported(publishing="2026-07-08")
        sent = review.record("send-copies", on="2026-06-20")
        assert not sent.owed(on="2026-06-20").of("send-copies")

    def test_is_overdue_if_the_report_is_out_without_it(self) -> None:
        review = reported().record("publish-report", on="2026-07-08")
        found = review.owed(on="2026-07-09")
        assert {one.step for one in found.overdue} == {"send-copies"}
        late = review.record(
            "send-copies", on="2026-07-10", to=["Panel", SECRETARY, "Ofsted"]
        )
        assert not late.owed(on="2026-07-10").overdue


class TestPublication:
    """Children Act 2004, s.16F(4), (5): no day; guidance LR-6: six months."""

    def test_has_a_day_in_guidance_only(self) -> None:
        found = local(decided="2026-01-12").owed(on="2026-02-01")
        assert rows(found, "publish-report") == [
            ("2026-07-12", "None", "should", ()),
            ("None", "None", "must", ()),
        ]

    def test_is_no_more_owed_once_either_is_published(self) -> None:
        review = reported().record("publish-improvements", on="2026-07-08")
        found = review.owed(on="2026-07-08")
        assert not found.of("publish-report")
        assert found.of("explain-not-publishing")[0].to == (PANEL, SECRETARY)

    def test_of_a_bare_event_asks_for_no_explanation(self) -> None:
        found = local(decided="2026-01-12", published="2026-07-08").owed("2026-07-09")
        assert not found.of("explain-not-publishing")
        assert not found.of("publish-report")
        assert found.of("audit-progress")

    def test_reasons_are_owed_once_it_is_late(self) -> None:
        review = local(decided="2026-01-12")
        assert not review.owed(on="2026-07-12").of("give-reasons")
        (owed,) = review.owed(on="2026-07-13").of("give-reasons")
        assert owed.to == (PANEL, SECRETARY)
        given = review.record("give-reasons", on="2026-07-13", says="An inquest.")
        assert not given.owed(on="2026-07-13").of("give-reasons")
        in_time = reported().record("publish-report", on="2026-07-12")
        assert not in_time.owed(on="2026-08-12").of("give-reasons")
        late = reported().record("publish-report", on="2026-07-13")
        assert late.owed(on="2026-08-12").of("give-reasons")

    def test_stays_available_for_a_year(self) -> None:
        review = reported().record("publish-report", on="2026-07-08")
        (kept,) = review.owed(on="2026-11-24").of("keep-local-report")
        assert (kept.by, kept.binding) == (date(2027, 7, 8), date(2027, 7, 8))
        assert kept.state is DeadlineState.MUST_BE_KEPT
        assert not review.owed(on="2027-07-09").of("keep-local-report")
        assert (
            not rapid(published="2026-07-08")
            .owed(on="2026-11-24")
            .of("keep-local-report")
        )

    def test_comments_are_owed_regard_once_received(self) -> None:
        review = reported().record("receive-comments", on="2026-06-20")
        assert review.owed(on="2026-06-20").of("consider-comments")
        done = review.record("consider-comments", on="2026-06-21")
        assert not done.owed(on="2026-06-21").of("consider-comments")


class TestNationalReview:
    """SI 2018/789, regs 9 and 10: the Secretary of State only, three years."""

    STEPS = (("decide", "2026-01-12"), ("complete-report", "2026-05-01"))

    def test_copies_go_to_the_secretary_of_state_only(self) -> None:
        review = national(*self.STEPS, ("plan-publication", "2026-07-08"))
        assert rows(review.owed(on="2026-06-01"), "send-copies") == [
            ("2026-06-17", "2026-07-01", "should", (SECRETARY,)),
            ("2026-07-01", "2026-07-01", "must", (SECRETARY,)),
        ]

    def test_stays_available_for_three_years(self) -> None:
        review = national(*self.STEPS, ("publish-report", "2026-07-08"))
        (kept,) = review.owed(on="2026-11-24").of("keep-national-report")
        assert kept.by == date(2029, 7, 8)

    def test_owes_a_reviewer_once_decided(self) -> None:
        assert not len(national().owed(on="2026-01-12"))
        (owed,) = national(self.STEPS[0]).owed("2026-01-12").of("select-reviewer")
        assert (owed.who, owed.by, owed.force.value) == (PANEL, None, "must")


class TestTheDay:
    def test_a_step_that_lies_ahead_has_not_been_taken(self) -> None:
        with pytest.raises(EventError, match="complete-report lies on 1 June 2026"):
            reported().owed(on="2026-05-31")
        with pytest.raises(EventError, match="lies on 20 November 2026"):
            local(aware="2026-11-20").owed(on="2026-11-19")

    def test_is_a_day_that_is_covered(self) -> None:
        with pytest.raises(DateError):
            rapid().owed(on="2026-02-30")
        with pytest.raises(KindError):
            rapid().owed(on=7)  # type: ignore[arg-type] # on purpose
        with pytest.raises(CoverageError):
            rapid(notified="2040-12-20").owed(on="2040-12-31")


class TestShowing:
    def test_prints_in_a_line(self) -> None:
        found = reported(publishing="2026-07-08").owed(on="2026-06-20")
        assert str(found) == "Local review of case 7, owed on 20 June 2026"
        assert repr(found).startswith("<OwedList on 2026-06-20: ")
        assert "no day; must; SI 2018/789, reg 12" in str(
            found.of("appoint-reviewer")[0]
        )
        assert str(found[0]).endswith("(unknown, not verified)")
        bare = masa.Owed(step="a", what="It.", force=masa.Force.MUST)
        assert str(bare) == "It: no day; must"
        alone = masa.Owed(step="a", what="It.", force=masa.Force.MUST, to=["B"])  # type: ignore[arg-type] # a list is taken
        assert str(alone) == "It (to B): no day; must"
        assert alone.evidence is None

    def test_is_sorted_by_day_with_those_without_last(self) -> None:
        found = reported(publishing="2026-07-08").owed(on="2026-06-20")
        days = [one.by for one in found]
        known = [day for day in days if day]
        assert days == [*sorted(known), *[None] * (len(days) - len(known))]
        assert len(list(found)) == len(found) == len(found.to_records())
        record = found.to_records()[0]
        assert (record["by"], record["standing"]) == ("2026-06-29", "not yet due")

    def test_says_when_nothing_is_owed(self) -> None:
        assert (
            "Nothing is owed, so far as known." in rapid().owed("2026-11-24").to_text()
        )

    def test_names_who_owes_it_only_where_it_is_another(self) -> None:
        steps = [("decide", "2026-01-12"), ("select-reviewer", "2026-01-13")]
        steps += [("recommend-reviewer", "2026-01-14")]
        steps += [
            ("confirm-reviewer", "2026-01-15"),
            ("determine-removal", "2026-01-16"),
        ]
        text = national(*steps).owed(on="2026-01-16").to_markdown()
        assert "removes the reviewer. (Secretary of State)" in text
        assert "(Child Safeguarding Practice Review Panel)" not in text
        one = masa.Owed(step="a", what="It.", who="B", force=masa.Force.MUST)
        bare = masa.OwedList(title="x", on=date(2026, 1, 1), items=[one])
        assert "It. (B)" in bare.to_text()


class TestNotificationForms:
    """Guidance 6.2: by child at first, later one for each incident."""

    @pytest.mark.parametrize(
        ("on", "several", "count", "needed"),
        [
            ("2018-10-01", False, "1", 0),
            ("2018-10-01", True, "at least 1", 1),
            ("2018-10-01", None, "at least 1", 2),
            ("2026-11-24", False, "1", 0),
            ("2026-11-24", True, "at least 1", 1),
            ("2026-11-24", None, "at least 1", 2),
        ],
    )
    def test_are_counted_and_never_guessed(
        self, on: str, *, several: bool | None, count: str, needed: int
    ) -> None:
        case = Case(reference="7", several_children=several)
        found = masa.notification_forms(case, on=on)
        assert str(found.count) == count
        assert len(found.needed) == needed

    def test_change_on_a_day_that_is_only_partly_confirmed(self) -> None:
        case = Case(reference="7", several_children=True)
        before = masa.notification_forms(case, on="2019-02-20")
        after = masa.notification_forms(case, on="2019-02-21")
        assert "by child" in before.says
        assert "for each incident" in after.says
        assert "siblings" in before.needed[0]
        assert "one form lists" in after.needed[0]
        assert after.basis[0].evidence is masa.Evidence.PART_READ
        assert "only partly confirmed" in after.notes[0]
        assert str(after).startswith("at least 1 forms on 21 February 2019: One")
        single = Case(reference="7", several_children=False)
        assert str(masa.notification_forms(single, on="2026-11-24")).startswith(
            "1 form "
        )

    def test_are_asked_of_a_case_on_a_day_of_the_text(self) -> None:
        with pytest.raises(masa.NotInForceError):
            masa.notification_forms(Case(reference="7"), on="2016-01-01")
        with pytest.raises(KindError, match="is no case"):
            masa.notification_forms("7", on="2026-01-01")  # type: ignore[arg-type] # on purpose
