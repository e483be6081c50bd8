"""The deadlines of a case: chained, in order, and none that nobody can know."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa.ground.errors import (
    CoverageError,
    DateError,
    EventError,
    KindError,
    MasaError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.rules.statuses import DeadlineState
from masa.rules.timelines import Timeline, timeline

GOLDEN = Path(__file__).parent / "golden"
CASE = {
    "aware": "2025-12-01",
    "notified": "2025-12-04",
    "rapid_review_sent": "2025-12-30",
    "decided": "2026-01-12",
    "publishing": "2026-07-08",
}
ON = "2026-06-20"


def states(found: Timeline) -> dict[str, str]:
    return {one.clock.id: one.state.value if one.state else "" for one in found}


class TestSeriousIncident:
    """Guidance 5: awareness, notification, rapid review, decision, publication."""

    def test_runs_from_awareness_to_availability(self) -> None:
        found = timeline(CASE, ON)
        assert [(str(one.due), one.clock.id) for one in found] == [
            ("2025-12-08", "notify-panel"),
            ("2025-12-08", "notify-partners"),
            ("2025-12-29", "rapid-review"),
            ("2026-06-29", "advance-copy"),
            ("2026-07-12", "publish-local-review"),
        ]
        assert states(found) == {
            "notify-panel": "done in time",
            "notify-partners": "overdue",
            "rapid-review": "done late",
            "advance-copy": "not yet due",
            "publish-local-review": "not yet due",
        }

    def test_names_what_is_overdue_and_what_is_next(self) -> None:
        found = timeline(CASE, ON)
        assert [one.clock.id for one in found.overdue] == ["notify-partners"]
        assert found.next is found["advance-copy"]
        assert timeline({"aware": "2025-12-01"}, ON).next is None

    def test_a_last_day_is_not_past(self) -> None:
        """Overdue only from the day after."""
        events = {"aware": "2025-12-01"}
        assert not timeline(events, "2025-12-08").overdue
        assert len(timeline(events, "2025-12-09").overdue) == 2

    def test_each_is_the_deadline_of_its_own_clock(self) -> None:
        found = timeline(CASE, ON)
        assert found["RR_15WD"].deadline == masa.deadline(
            "rapid-review", aware="2025-12-01", notified="2025-12-04"
        )

    def test_ends_with_what_is_kept(self) -> None:
        events = {"decided": "2026-01-12", "copied": "2026-06-01"}
        found = timeline(events | {"published": "2026-07-01"}, "2026-11-24")
        assert states(found) == {
            "advance-copy": "done in time",
            "publish-local-review": "done in time",
            "keep-local-report": "must be kept",
        }
        assert found["keep-local-report"].is_kept
        assert not found["keep-local-report"].is_open

    def test_what_happened_takes_the_place_of_the_plan(self) -> None:
        events = CASE | {"published": "2026-06-15"}
        found = timeline(events, ON)
        assert found["advance-copy"].due == date(2026, 6, 4)
        assert found["advance-copy"].state is DeadlineState.OVERDUE

    def test_a_word_in_place_of_a_number_has_no_day(self) -> None:
        events = {"completed": "2026-01-05", "rapid_review_sent": "2026-01-07"}
        found = timeline(events, ON)["rapid-review-report"]
        assert (found.due, found.state, found.status) == (None, None, None)
        assert found.standing == "no number; done on Wednesday 7 January 2026"
        undone = timeline({"completed": "2026-01-05"}, ON)["rapid-review-report"]
        assert undone.standing == "no number"

    def test_suspicion_may_come_later(self) -> None:
        events = {"known": "2026-01-05", "suspected": "2026-01-12"}
        found = timeline(events, ON)["notify-panel"]
        assert found.deadline.event == "suspected"

    def test_a_reading_is_heeded(self) -> None:
        readings = {"RR_15WD": "day-one-counted"}
        found = timeline(CASE, ON, readings=readings)
        assert found["rapid-review"].due == date(2025, 12, 24)

    def test_a_book_and_a_calendar_are_heeded(self) -> None:
        calendar = masa.england().with_extra(
            "2025-12-10", name="closed", source="a minute"
        )
        book = masa.law("2018-06-30")
        found = timeline(CASE, ON, calendar=calendar, law=book)
        assert timeline(CASE, ON, calendar=calendar)["rapid-review"].due == date(
            2025, 12, 30
        )
        assert found["advance-copy"].deadline.governing.limit.source != (
            timeline(CASE, ON)["advance-copy"].deadline.governing.limit.source
        )


class TestSupposed:
    """What follows if each act is done on its last day, or today where that is past."""

    def test_of_awareness_alone(self) -> None:
        found = timeline({"aware": "2026-12-01"}, "2026-12-02")
        (review,) = found.supposed
        assert review.clock.id == "rapid-review"
        assert review.supposed == (("notified", date(2026, 12, 8)),)
        assert review.due == date(2026, 12, 31)
        assert review.standing == "if notified on Tuesday 8 December 2026"

    def test_starts_today_once_the_last_day_is_past(self) -> None:
        (review,) = timeline({"aware": "2026-12-01"}, "2026-12-10").supposed
        assert review.supposed == (("notified", date(2026, 12, 10)),)

    def test_of_a_decision_reaches_to_the_end(self) -> None:
        found = timeline({"decided": "2026-01-12"}, ON)
        assert [(one.clock.id, str(one.due)) for one in found.supposed] == [
            ("advance-copy", "2026-07-02"),
            ("keep-local-report", "2027-07-12"),
        ]

    def test_of_a_plan_runs_from_the_plan(self) -> None:
        (kept,) = timeline(CASE, ON).supposed
        assert kept.supposed == (("published", date(2026, 7, 8)),)
        assert kept.due == date(2027, 7, 8)

    def test_decides_nothing(self) -> None:
        """Whether a review follows is nobody's last day."""
        found = timeline(
            {"aware": "2026-12-01", "notified": "2026-12-04"}, "2026-12-10"
        )
        assert found.supposed == ()
        assert "publish-local-review" in {one.clock.id for one in found.waiting}

    @given(
        aware=st.dates(date(2019, 1, 1), date(2027, 6, 1)),
        wait=st.integers(0, 40),
    )
    def test_is_what_a_timeline_with_those_events_says(
        self, aware: date, wait: int
    ) -> None:
        on = aware + timedelta(days=wait)
        (review,) = timeline({"aware": aware}, on).supposed
        ((name, at),) = review.supposed
        known = {"aware": aware, name: at}
        later = max(on, at)
        assert timeline(known, later)["rapid-review"].due == review.due
        assert name == "notified"
        assert at == max(on, masa.deadline("notify-panel", aware=aware).due)

    def test_is_never_before_today(self) -> None:
        events = {"decided": "2026-08-05", "publishing": "2026-11-01"}
        (kept,) = timeline(events, "2026-12-10").supposed
        assert kept.supposed == (("published", date(2026, 12, 10)),)

    def test_is_never_before_the_window_opens(self) -> None:
        found = timeline({"decided": "2026-01-01"}, "2026-12-10")
        assert found.window is not None
        (copy, kept) = found.supposed
        assert kept.supposed == (("published", found.window.earliest),)
        assert copy.due == date(2026, 12, 10)

    def test_an_act_may_start_the_next_clock(self) -> None:
        """Guidance CP_REV1_3M: the next review follows the first."""
        events = {"conference": "2026-04-15"}
        found = timeline(events, "2026-05-01", pathway="child-protection")
        later = found["next-review-conference"]
        assert later.supposed == (("last_review", date(2026, 7, 15)),)
        assert later.due == date(2027, 1, 15)
        events["first_reviewed"] = "2026-07-14"
        found = timeline(events, "2026-08-01", pathway="child-protection")
        assert found["next-review-conference"].due == date(2027, 1, 14)
        events["last_review"] = "2026-07-30"
        found = timeline(events, "2026-08-01", pathway="child-protection")
        assert found["next-review-conference"].due == date(2027, 1, 30)


class TestWaiting:
    def test_says_what_was_done_without_a_start(self) -> None:
        found = timeline({"notified": "2026-12-04"}, "2026-12-10")
        waits = {one.clock.id: one.needs for one in found.waiting}
        assert waits["notify-panel"] == (
            "notified on Friday 4 December 2026; give aware"
        )

    def test_for_a_text_of_the_kind_asked_for(self) -> None:
        """The Regulations set no time for a rapid review."""
        law = masa.Convention(tier=masa.Tier.REGULATIONS)
        found = timeline(CASE, ON, readings={"rapid-review": law})
        assert found["rapid-review"].due is None
        assert "no text of the kind asked for" in found.to_markdown()
        found = timeline(CASE, ON, readings={"publish-local-review": law})
        assert found.window is not None
        assert found.window.latest is None
        guidance = masa.Convention(tier=masa.Tier.GUIDANCE)
        events = {"decided": "2026-01-12"}
        way = "national-review"
        readings = {"advance-copy-national": guidance}
        assert timeline(events, ON, pathway=way, readings=readings).window
        readings = {"publish-national-review": law}
        assert timeline(events, ON, pathway=way, readings=readings).window is None

    def test_says_for_what(self) -> None:
        found = timeline({"aware": "2026-12-01"}, "2026-12-02")
        waits = {one.clock.id: one.needs for one in found.waiting}
        assert waits["publish-local-review"] == "give decided"
        assert waits["panel-reply"] == "give received"
        assert "rapid-review" not in waits

    def test_for_a_second_event(self) -> None:
        found = timeline({"suspected": "2026-12-01"}, "2026-12-02")
        waits = {one.clock.id: one.needs for one in found.waiting}
        assert waits["notify-panel"] == "give aware, or both known and suspected"

    def test_for_the_time_of_an_event(self) -> None:
        found = timeline({"died": "2026-12-01"}, "2026-12-02", pathway="child-death")
        waits = {one.clock.id: one.needs for one in found.waiting}
        assert waits["child-death-notify"] == "give the time of died: it runs in hours"
        assert found["child-death-review"].due == date(2027, 12, 1)

    def test_for_a_law_that_is_not_in_force(self) -> None:
        events = {"notified": "2016-05-03", "aware": "2016-05-03"}
        found = timeline(events, "2016-06-01")
        waits = {one.clock.id: one.needs for one in found.waiting}
        assert "does not run on 3 May 2016" in waits["rapid-review"]

    def test_is_said_by_an_entry_that_is_not_there(self) -> None:
        found = timeline({"aware": "2026-12-01"}, "2026-12-02")
        with pytest.raises(UnknownNameError, match="Panel reply: give received"):
            _ = found["panel-reply"]
        with pytest.raises(UnknownNameError, match="core-group does not run here"):
            _ = found["core-group"]
        with pytest.raises(UnknownNameError, match="there is no clock"):
            _ = found["nothing"]


class TestOtherPathways:
    @pytest.mark.parametrize("name", shelf.pathways())
    def test_each_can_be_asked_with_nothing_known(self, name: str) -> None:
        found = timeline({}, "2026-11-24", pathway=name)
        fixed = {one.clock.id for one in found if not one.clock.events}
        assert {one.clock.id for one in found} == fixed
        assert found.to_text()
        assert found.to_svg()

    @pytest.mark.parametrize("name", shelf.pathways())
    def test_each_runs_once_everything_is_known(self, name: str) -> None:
        way = shelf.pathway(name)
        moment = datetime(2020, 3, 2, 9, tzinfo=UTC)
        clocks = [shelf.clock(step.clock) for step in way.steps]
        events = {event.name: moment for clock in clocks for event in clock.events}
        book = masa.law("2018-07-02")
        found = timeline(events, "2026-11-24", pathway=name, law=book)
        waiting = {one.clock.id for one in found.waiting}
        not_in_force = {clock.id for clock in clocks if clock.id not in book.clocks}
        assert waiting == not_in_force
        assert len(found) + len(waiting) == len(clocks)

    def test_of_child_protection(self) -> None:
        events = {
            "referred": "2026-05-05",
            "acknowledged": "2026-05-06",
            "strategy_discussion": "2026-05-11",
            "conference": "2026-06-02",
        }
        found = timeline(events, "2026-06-10", pathway="child-protection")
        assert states(found) == {
            "referral-decision": "done in time",
            "section-47-enquiries": "",
            "child-protection-conference": "done in time",
            "core-group": "not yet due",
            "assessment": "not yet due",
            "first-review-conference": "not yet due",
        }

    def test_of_a_death_in_hours(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=timezone(timedelta(hours=1)))
        sent = died + timedelta(hours=47)
        events = {"died": died, "form_sent": sent}
        found = timeline(events, "2026-04-06", pathway="child-death")
        assert found["child-death-notification"].due == died + timedelta(hours=48)
        assert found["child-death-notification"].state is DeadlineState.DONE_IN_TIME
        assert found["child-death-review-meeting"].due == date(2026, 7, 3)

    @pytest.mark.parametrize(
        ("pathway", "events"),
        [
            (
                "emergency-protection",
                {"taken": datetime(2026, 11, 16, 9, tzinfo=UTC)},
            ),
            ("arrangements", {"implemented": "2019-09-29"}),
        ],
    )
    def test_what_nobody_can_record_is_not_overdue(
        self, pathway: str, events: dict[str, Any]
    ) -> None:
        found = timeline(events, "2026-11-24", pathway=pathway)
        untold = [one for one in found if one.status and not one.has_act]
        assert untold
        for one in untold:
            assert one.state is None
            assert one.standing.startswith("past; no event is held")
            assert one not in found.overdue
        assert found.to_svg()
        counted = {one.clock for one in masa.performance([found])}
        assert not counted & {one.clock.id for one in untold}

    def test_a_fixed_day_is_not_known_before_the_text(self) -> None:
        found = timeline({}, "2016-01-01", pathway="arrangements")
        assert len(found) == 0
        waits = {one.clock.id: one.needs for one in found.waiting}
        assert waits["publish-arrangements-2018"] == "no text asks for it yet"
        later = timeline({}, "2018-07-10", pathway="arrangements")
        assert "publish-arrangements-2018" in {one.clock.id for one in later}
        assert "publish-arrangements-2023" not in {one.clock.id for one in later}

    def test_of_a_planned_start(self) -> None:
        events = {"starting": "2026-08-03"}
        found = timeline(events, "2026-06-10", pathway="private-fostering")
        assert found["private-fostering-notice"].due == date(2026, 6, 22)

    def test_fixed_days_need_no_event(self) -> None:
        found = timeline(
            {"published": "2019-06-28"}, "2019-07-01", pathway="arrangements"
        )
        assert found["publish-arrangements-2018"].state is DeadlineState.DONE_IN_TIME
        assert found["implement-arrangements"].due == date(2019, 9, 28)


class TestShowing:
    @pytest.mark.parametrize("name", ["timeline.txt", "timeline.md", "timeline.svg"])
    def test_is_that_of_the_golden_file(self, name: str) -> None:
        found = timeline(CASE, ON)
        made = {
            "timeline.txt": found.to_text,
            "timeline.md": found.to_markdown,
            "timeline.svg": found.to_svg,
        }[name]()
        assert made == (GOLDEN / name).read_text(encoding="utf-8")

    def test_shows_picture_and_words_in_a_notebook(self) -> None:
        found = timeline(CASE, ON)
        assert found._repr_svg_() == found.to_svg()
        page = found._repr_html_()
        assert page.startswith("<svg")
        assert "<table>" in page

    def test_is_a_report_too(self) -> None:
        found = timeline(CASE, ON)
        assert found.to_report().to_text() == found.to_text()
        assert found.to_report().title == str(found)

    def test_has_a_record_for_each_deadline(self) -> None:
        found = timeline(CASE, ON)
        rows = found.to_records()
        assert len(rows) == len(found) + len(found.supposed)
        assert rows[0] == {
            "clock": "notify-panel",
            "event": "aware",
            "at": "2025-12-01",
            "due": "2025-12-08",
            "state": "done in time",
            "done": "2025-12-04",
            "supposed": "",
        }
        assert rows[-1]["supposed"] == "published 2026-07-08"

    def test_is_short_in_a_list(self) -> None:
        found = timeline(CASE, ON)
        assert repr(found) == (
            "<Timeline of 'serious-incident' on 2026-06-20: 5 deadlines>"
        )
        assert str(found) == "Deadlines on 20 June 2026: serious incident"
        assert str(found["notify-panel"]).startswith("Notify panel: Monday 8 December")

    def test_a_word_in_place_of_a_number_is_shown(self) -> None:
        found = timeline({"completed": "2026-01-05"}, ON)
        assert "no day" in found.to_text()
        assert "as soon as complete" in found.to_text()


class TestOrder:
    @given(events=st.permutations(sorted(CASE.items())))
    def test_of_the_events_makes_no_difference(
        self, events: list[tuple[str, str]]
    ) -> None:
        assert timeline(dict(events), ON) == timeline(CASE, ON)

    def test_is_that_of_the_due_days(self) -> None:
        found = timeline(CASE | {"completed": "2025-12-20"}, ON)
        days = [str(one.due or one.deadline.reckoning.event) for one in found]
        assert days == sorted(days)

    def test_a_later_today_never_undoes_what_is_overdue(self) -> None:
        before: set[str] = set()
        for number in range(400):
            on = date(2026, 1, 12) + timedelta(days=number)
            overdue = {
                one.clock.id for one in timeline({"decided": "2026-01-12"}, on).overdue
            }
            assert before <= overdue
            before = overdue
        assert before == {"publish-local-review"}


class TestErrors:
    @pytest.mark.parametrize(
        ("events", "on", "error", "said"),
        [
            (
                {"awre": "2026-12-01"},
                "2026-12-10",
                UnknownNameError,
                'has no event "awre".* did you mean "aware"',
            ),
            ({"zzz": "2026-12-01"}, "2026-12-10", UnknownNameError, "it has aware, "),
            ({7: "2026-12-01"}, "2026-12-10", UnknownNameError, "no event 7"),
            (
                {"aware": "2026-12-11"},
                "2026-12-10",
                EventError,
                "aware lies on 11 December 2026, after 10 December 2026",
            ),
            (
                {"published": "2026-12-11"},
                "2026-12-10",
                EventError,
                "published lies on 11",
            ),
            (
                {"aware": "2026-12-04", "notified": "2026-12-01"},
                "2026-12-10",
                EventError,
                "notified .* comes before aware",
            ),
            (
                {"decided": "2026-06-01", "published": "2026-05-01"},
                "2026-12-10",
                EventError,
                "published .* comes before decided",
            ),
            ({"aware": "11/12/2026"}, "2026-12-10", DateError, "aware: .*not a day"),
            ({"aware": 5}, "2026-12-10", KindError, "aware: 5 is not a day"),
            (
                {"aware": datetime(2026, 12, 1)},  # noqa: DTZ001 (the point of it)
                "2026-12-10",
                KindError,
                "aware: .*not in any time zone",
            ),
            ({"aware": "2010-12-01"}, "2026-12-10", CoverageError, "does not cover"),
            ({}, "2026-02-30", DateError, "no day 30"),
            ({}, None, KindError, "is not a day"),
            ([("aware", "2026-12-01")], "2026-12-10", KindError, "names no events"),
        ],
    )
    def test_say_what_would_be_right(
        self,
        events: Any,  # noqa: ANN401 (that is the question)
        on: Any,  # noqa: ANN401 (as above)
        error: type[MasaError],
        said: str,
    ) -> None:
        with pytest.raises(error, match=said):
            timeline(events, on)

    def test_name_the_pathway_that_there_is_not(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "child-death"'):
            timeline({}, ON, pathway="child-deth")
        with pytest.raises(UnknownNameError, match="there are serious-incident, "):
            timeline({}, ON, pathway="zzz")

    @pytest.mark.parametrize("readings", [["day-one-counted"], "x", 5])
    def test_name_readings_that_are_none(self, readings: Any) -> None:  # noqa: ANN401 (that is the question)
        with pytest.raises(KindError, match="names no clocks"):
            timeline(CASE, ON, readings=readings)

    @pytest.mark.parametrize(
        ("earlier", "later"),
        [
            ("incident", "aware"),
            ("aware", "decided"),
            ("notified", "rapid_review_sent"),
            ("rapid_review_sent", "replied"),
            ("decided", "publishing"),
            ("decided", "published"),
            ("copied", "published"),
        ],
    )
    def test_name_events_in_an_impossible_order(self, earlier: str, later: str) -> None:
        events = {earlier: "2026-05-05", later: "2026-05-04"}
        said = f"{later} .4 May 2026. comes before {earlier} .5 May 2026."
        with pytest.raises(EventError, match=said):
            timeline(events, ON)
        same = {earlier: "2026-05-05", later: "2026-05-05"}
        assert timeline(same, ON).on == date(2026, 6, 20)

    def test_name_the_reading_that_there_is_not(self) -> None:
        with pytest.raises(UnknownNameError, match="has no reading"):
            timeline(CASE, ON, readings={"rapid-review": "nonsense"})
        with pytest.raises(UnknownNameError, match="not on the pathway"):
            timeline(CASE, ON, readings={"core-group": "day-one-counted"})
        with pytest.raises(UnknownNameError, match="there is no clock"):
            timeline(CASE, ON, readings={"zzz": "day-one-counted"})

    def test_nothing_is_as_good_as_not_given(self) -> None:
        assert timeline(CASE | {"copied": None}, ON) == timeline(CASE, ON)
