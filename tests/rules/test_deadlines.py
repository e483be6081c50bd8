"""Deadlines: every worked date of the references, and how each shows its working."""

import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa.ground.conventions import Backward, Convention, CutOff, EventDay, Start, Tier
from masa.ground.days import england
from masa.ground.durations import Unit
from masa.ground.errors import (
    CoverageError,
    DateError,
    EventError,
    KindError,
    MasaError,
    NotInForceError,
    NotQuantifiedError,
    UnitError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.ground.law.clocks import FirstDay
from masa.rules.deadlines import Deadline, deadline
from masa.rules.statuses import DeadlineState

LONDON = ZoneInfo("Europe/London")
NO_NUMBER = [
    "rapid-review-report",
    "strategy-discussion",
    "section-47-enquiries",
    "private-fostering-unnotified",
    "looked-after-health-first",
    "joint-agency-response-planning",
]
Row = tuple[str, str, str]


GOLDEN = Path(__file__).parent / "golden"


def worked(clock: str, events: str, reading: str | None = None) -> Deadline:
    """Make a deadline from events in text: "aware 2026-01-05, known 2026-01-12"."""
    pairs = (one.split() for one in events.split(", ") if one)
    by_name: dict[str, Any] = {name: day for name, day in pairs}  # noqa: C416
    return deadline(clock, reading=reading, **by_name)


GUIDANCE_9_2: list[Row] = [
    ("notify-panel", "aware 2026-04-02", "2026-04-13"),
    ("notify-panel", "aware 2026-05-23", "2026-06-01"),
    ("rapid-review", "notified 2026-04-13", "2026-05-05"),
    ("rapid-review", "notified 2026-12-11", "2027-01-06"),
    ("publish-local-review", "decided 2026-05-05", "2026-11-05"),
    ("publish-local-review", "decided 2025-08-29", "2026-02-28"),
    ("advance-copy", "publishing 2026-01-06", "2025-12-23"),
    ("advance-copy", "publishing 2026-04-09", "2026-03-27"),
    ("advance-copy-national", "publishing 2026-01-06", "2025-12-11"),
    ("keep-local-report", "published 2026-01-06", "2027-01-06"),
    ("keep-local-report", "published 2028-02-29", "2029-02-28"),
    ("referral-decision", "referred 2026-05-22", "2026-05-26"),
    ("referral-decision", "referred 2025-12-24", "2025-12-29"),
    ("assessment", "referred 2025-12-01", "2026-02-05"),
    ("assessment", "referred 2026-03-13", "2026-05-20"),
    ("child-protection-conference", "strategy_discussion 2025-12-18", "2026-01-13"),
    ("child-protection-conference", "strategy_discussion 2026-03-23", "2026-04-15"),
    ("core-group", "conference 2026-04-15", "2026-04-29"),
    ("core-group", "conference 2025-12-12", "2025-12-30"),
    ("first-review-conference", "conference 2026-04-15", "2026-07-15"),
    ("next-review-conference", "last_review 2026-07-15", "2027-01-15"),
    ("first-review-conference", "conference 2026-11-30", "2027-02-28"),
    ("lado-referral", "alleged 2026-04-02", "2026-04-07"),
    ("private-fostering-first-visit", "notified 2026-05-21", "2026-06-02"),
    ("private-fostering-notice", "starting 2026-06-01", "2026-04-20"),
    (
        "private-fostering-next-visit",
        "aware 2026-06-01, last_visit 2026-06-01",
        "2026-07-13",
    ),
    ("child-death-review-meeting", "died 2026-01-31", "2026-04-30"),
    ("child-death-panel", "received 2026-03-12", "2026-04-23"),
    ("yearly-report-by-september", "year_end 2026-03-31", "2026-09-30"),
    ("yearly-report-copies", "published 2026-09-30", "2026-10-07"),
    ("two-months-after-passing", "passed 2026-04-29", "2026-06-28"),
]
GUIDANCE_9_2_READ_OTHERWISE: list[tuple[str, str, str, str]] = [
    ("notify-panel", "aware 2026-04-02", "day-one-counted", "2026-04-10"),
    ("rapid-review", "aware 2026-04-02", "from-awareness", "2026-04-27"),
    ("advance-copy", "publishing 2026-01-06", "clear-days", "2025-12-22"),
    ("advance-copy", "publishing 2026-04-09", "clear-days", "2026-03-26"),
    ("assessment", "referred 2026-03-13", "day-one-counted", "2026-05-19"),
    (
        "child-protection-conference",
        "strategy_discussion 2026-03-23",
        "day-one-counted",
        "2026-04-14",
    ),
    ("yearly-report-copies", "published 2026-09-30", "working-days", "2026-10-09"),
]
LEGISLATION_7: list[Row] = [
    ("keep-local-report", "published 2024-03-01", "2025-03-01"),
    ("keep-national-report", "published 2024-02-29", "2027-02-28"),
    ("publish-local-review", "decided 2026-08-31", "2027-02-28"),
    ("publish-local-review", "decided 2026-08-30", "2027-02-28"),
    ("publish-local-review", "decided 2026-03-31", "2026-09-30"),
    ("publish-local-review", "decided 2024-02-29", "2024-08-29"),
    ("notify-panel", "aware 2026-12-21", "2026-12-30"),
    ("notify-panel", "aware 2022-09-13", "2022-09-21"),
    ("lado-referral", "alleged 2026-11-20", "2026-11-23"),
    ("lado-referral", "alleged 2026-12-24", "2026-12-29"),
    ("private-fostering-first-visit", "notified 2026-12-24", "2027-01-07"),
    ("private-fostering-first-visit", "notified 2026-04-01", "2026-04-14"),
    ("private-fostering-first-visit", "notified 2022-09-14", "2022-09-26"),
    ("private-fostering-visit-after-start", "notified 2026-12-24", "2027-01-07"),
    (
        "private-fostering-next-visit",
        "aware 2026-01-05, last_visit 2026-01-12",
        "2026-02-23",
    ),
    (
        "private-fostering-next-visit",
        "aware 2026-01-05, last_visit 2026-12-21",
        "2027-02-01",
    ),
    ("children-home-visit", "last_visit 2026-01-01", "2026-02-28"),
    ("quality-of-care-review", "last_review 2026-01-15", "2026-07-15"),
    ("quality-of-care-report", "completed 2026-12-03", "2026-12-31"),
    ("looked-after-first-visit", "placed 2026-11-02", "2026-11-09"),
    ("looked-after-first-review", "looked_after 2026-11-02", "2026-11-30"),
    ("looked-after-second-review", "last_review 2026-11-30", "2027-02-28"),
    ("looked-after-next-review", "last_review 2027-02-28", "2027-08-28"),
]
# What publication gives by reg 6 alone, and with the guidance; then T3, T5 and T6.
LEGISLATION_3_2 = [
    ("2018-11-30", "2019-02-28", "2019-02-28", "2020-02-28"),
    ("2019-03-31", "2019-06-30", "2019-06-30", "2020-06-30"),
    ("2019-06-18", "2019-09-18", "2019-09-18", "2020-09-18"),
    ("2019-06-29", "2019-09-29", "2019-09-29", "2020-09-29"),
    ("2019-06-30", "2019-09-30", "2019-09-29", "2020-09-30"),
]
# D1: the Regulations, the same in clear days, the guidance, the same in clear days.
D1 = [
    ("2026-11-30", "2026-11-23", "2026-11-22", "2026-11-19", "2026-11-18"),
    ("2027-01-05", "2026-12-29", "2026-12-28", "2026-12-22", "2026-12-21"),
    ("2026-04-13", "2026-04-06", "2026-04-05", "2026-03-31", "2026-03-30"),
    ("2023-05-10", "2023-05-03", "2023-05-02", "2023-04-27", "2023-04-26"),
    ("2026-01-06", "2025-12-30", "2025-12-29", "2025-12-23", "2025-12-22"),
]


class TestWorkedDates:
    """The tables of guidance 9.2 and legislation 3.2 and 7."""

    @pytest.mark.parametrize(
        ("clock", "events", "due"), GUIDANCE_9_2 + LEGISLATION_7, ids=str
    )
    def test_fall_as_they_were_worked_out(
        self, clock: str, events: str, due: str
    ) -> None:
        assert worked(clock, events).due == date.fromisoformat(due)

    @pytest.mark.parametrize(
        ("clock", "events", "reading", "due"), GUIDANCE_9_2_READ_OTHERWISE, ids=str
    )
    def test_fall_elsewhere_by_another_reading(
        self, clock: str, events: str, reading: str, due: str
    ) -> None:
        assert worked(clock, events, reading).due == date.fromisoformat(due)

    @pytest.mark.parametrize(
        ("publishing", "regulations", "clear_regulations", "guidance", "clear"), D1
    )
    def test_advance_copy_by_regulations_and_by_guidance(
        self,
        publishing: str,
        regulations: str,
        clear_regulations: str,
        guidance: str,
        clear: str,
    ) -> None:
        """Legislation 7, D1: each of four ways to count back."""
        usual = deadline("advance-copy", publishing=publishing)
        strict = deadline("advance-copy", publishing=publishing, reading="clear-days")
        found = (usual.binding, strict.binding, usual.due, strict.due)
        asked = (regulations, clear_regulations, guidance, clear)
        assert found == tuple(map(date.fromisoformat, asked))

    def test_national_advance_copy_by_regulations(self) -> None:
        clear = worked("advance-copy-national", "publishing 2026-01-06", "clear-days")
        usual = worked("advance-copy-national", "publishing 2026-01-06")
        assert usual.binding == date(2025, 12, 30)
        assert clear.binding == date(2025, 12, 29)

    @pytest.mark.parametrize(("published", "law", "all_", "report"), LEGISLATION_3_2)
    def test_of_the_transition(
        self, published: str, law: str, all_: str, report: str
    ) -> None:
        found = deadline("implement-arrangements", published=published)
        assert found.binding == date.fromisoformat(law)
        assert found.due == date.fromisoformat(all_)
        for clock in ("first-yearly-report", "T5", "T6"):
            due = deadline(clock, implemented=law).due
            assert due == date.fromisoformat(report)

    @pytest.mark.parametrize(
        ("clock", "due", "binding"),
        [
            ("publish-arrangements-2018", "2019-06-29", "2019-06-30"),
            ("send-arrangements-2018", "2019-06-29", ""),
            ("child-death-arrangements-2018", "2019-06-29", ""),
            ("child-death-arrangements-in-place-2018", "2019-09-29", ""),
            ("child-death-handover", "2020-01-29", "2020-01-29"),
            ("publish-arrangements-2023", "2024-12-31", ""),
        ],
    )
    def test_fixed_by_the_text(self, clock: str, due: str, binding: str) -> None:
        found = deadline(clock)
        assert found.due == date.fromisoformat(due)
        assert found.binding == (date.fromisoformat(binding) if binding else None)
        assert found.event is None
        assert found.days == ()

    def test_of_a_serious_case_review(self) -> None:
        found = deadline("serious-case-review-decision", notified="2017-01-31")
        assert found.due == date(2017, 2, 28)

    def test_a_death_runs_in_hours(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=LONDON)
        due = deadline("child-death-notification", died=died).due
        assert due == datetime(2026, 4, 5, 18, tzinfo=LONDON)

    @pytest.mark.parametrize("died", ["2026-04-03T18:00+01:00", "2026-04-03 18:00Z"])
    def test_a_death_may_be_given_as_text(self, died: str) -> None:
        due = deadline("child-death-notification", died=died).due
        assert due == datetime.fromisoformat(died) + timedelta(hours=48)

    def test_hours_pass_through_the_change_of_the_clock(self) -> None:
        died = datetime(2026, 3, 28, 18, tzinfo=LONDON)
        due = deadline("child-death-notification", died=died).due
        assert due == datetime(2026, 3, 30, 19, tzinfo=LONDON)
        assert isinstance(due, datetime)
        assert due.tzinfo is LONDON

    @pytest.mark.parametrize(
        ("reading", "due"),
        [
            (None, "2021-09-28"),
            ("fixed-periods", "2021-09-28"),
            ("rolling", "2021-05-01"),
        ],
    )
    def test_yearly_report(self, reading: str | None, due: str) -> None:
        """Legislation 7, D4: two readings, neither settled."""
        events = "implemented 2019-09-29, last_published 2020-05-01"
        found = worked("yearly-report", events, reading)
        assert found.due == date.fromisoformat(due)

    def test_a_report_may_be_in_time_by_one_reading_alone(self) -> None:
        """Legislation 7, D4: on 1 September 2021."""
        events = "implemented 2019-09-29, last_published 2020-05-01"
        fixed, rolling = (
            worked("yearly-report", events, reading).status(
                "2021-09-30", done="2021-09-01"
            )
            for reading in ("fixed-periods", "rolling")
        )
        assert fixed.state is DeadlineState.DONE_IN_TIME
        assert rolling.state is DeadlineState.DONE_LATE

    @pytest.mark.parametrize(
        ("reading", "due"),
        [
            ("stricter", "2027-02-01"),
            ("by-start", "2027-02-01"),
            ("by-end", "2027-03-15"),
        ],
    )
    def test_a_visit_over_the_turn_of_the_year(self, reading: str, due: str) -> None:
        """Legislation 7, D9, PF6."""
        events = "aware 2026-01-05, last_visit 2026-12-21"
        found = worked("private-fostering-next-visit", events, reading)
        assert found.due == date.fromisoformat(due)

    def test_a_proposal_in_clear_days(self) -> None:
        """Legislation 7, D9, PF1."""
        found = worked("private-fostering-notice", "starting 2026-06-01", "clear-days")
        assert found.due == date(2026, 4, 19)

    def test_visits_58_days_apart_serve_a_home(self) -> None:
        """Legislation 7, D10: at least one visit in every calendar month."""
        status = deadline("children-home-visit", last_visit="2026-01-01").status(
            "2026-02-28", done="2026-02-28"
        )
        assert status.state is DeadlineState.DONE_IN_TIME

    @pytest.mark.parametrize("clock", ["LCSPR_6M", "LR-6", "D5"])
    def test_are_found_by_the_names_of_the_references(self, clock: str) -> None:
        assert deadline(clock, decided="2026-05-05").clock.id == "publish-local-review"


class TestLaw:
    def test_is_that_of_the_day_of_the_event(self) -> None:
        before = deadline("core-group", conference="2023-12-14").governing.limit
        after = deadline("core-group", conference="2023-12-15").governing.limit
        assert str(before.source).startswith("Working Together 2018")
        assert str(after.source).startswith("Working Together 2023")

    def test_is_that_of_the_book_that_is_given(self) -> None:
        book = masa.law("2020-01-01")
        found = deadline("core-group", conference="2026-04-15", law=book)
        assert str(found.governing.limit.source).startswith("Working Together 2018")

    @pytest.mark.parametrize(
        ("clock", "events"),
        [
            ("care-leaver-death", "aware 2022-01-31"),
            ("first-yearly-report", "implemented 2017-01-31"),
            ("serious-case-review-kept", "published 2026-01-31"),
        ],
    )
    def test_has_to_be_in_force(self, clock: str, events: str) -> None:
        with pytest.raises(NotInForceError):
            worked(clock, events)

    def test_the_regulations_alone_set_nothing_for_a_core_group(self) -> None:
        assert deadline("core-group", conference="2026-04-15").binding is None

    @pytest.mark.parametrize(
        ("tier", "due"),
        [
            (Tier.EVERY, "2023-04-27"),
            (Tier.REGULATIONS, "2023-05-03"),
            (Tier.GUIDANCE, "2023-04-27"),
        ],
    )
    def test_of_one_tier_can_be_asked_alone(self, tier: Tier, due: str) -> None:
        convention = Convention(tier=tier)
        found = deadline("advance-copy", publishing="2023-05-10", reading=convention)
        assert found.due == date.fromisoformat(due)

    def test_says_to_whom_it_goes(self) -> None:
        found = deadline("advance-copy", publishing="2026-01-06")
        assert found.due_to[:2] == (
            "Secretary of State",
            "Child Safeguarding Practice Review Panel",
        )


class TestCalendar:
    """Legislation 7, D6: 19 September 2022 was announced on 10 September."""

    def test_moves_a_due_day_once_a_holiday_is_announced(self) -> None:
        before = england().known_on("2022-09-09")
        then = deadline("notify-panel", aware="2022-09-13", calendar=before)
        now = deadline("notify-panel", aware="2022-09-13")
        assert (then.due, now.due) == (date(2022, 9, 20), date(2022, 9, 21))

    def test_may_have_closed_days_of_its_own(self) -> None:
        closed = england().with_extra(
            "2026-12-24", name="Closure", source="the council"
        )
        found = deadline("rapid-review", notified="2026-12-11", calendar=closed)
        assert found.due == date(2027, 1, 7)
        assert "Closure (added; the council)" in found.to_text()

    def test_may_be_that_of_another_nation(self) -> None:
        scotland = masa.WorkingCalendar.from_holidays("GB", "SCT")
        found = deadline("core-group", conference="2026-11-20", calendar=scotland)
        assert found.due == date(2026, 12, 7)
        assert not any("projected" in notice for notice in found.notices)


class TestWorking:
    """Each day from the event to the due day, as the explanations list them."""

    def test_of_a_rapid_review_over_christmas(self) -> None:
        days = deadline("rapid-review", notified="2026-12-11").days
        counted = [day.day.isoformat()[5:] for day in days if day.number]
        assert counted == [
            *("12-14", "12-15", "12-16", "12-17", "12-18", "12-21", "12-22", "12-23"),
            *("12-24", "12-29", "12-30", "12-31", "01-04", "01-05", "01-06"),
        ]
        assert [day.number for day in days if day.number] == list(range(1, 16))
        skipped = {day.day.isoformat()[5:]: day.why for day in days if not day.number}
        assert list(skipped) == [
            *("12-11", "12-12", "12-13", "12-19", "12-20", "12-25", "12-26", "12-27"),
            *("12-28", "01-01", "01-02", "01-03"),
        ]
        assert skipped["12-11"] == "the day of the event"
        assert skipped["12-25"].startswith("Christmas Day (common law; ")
        assert skipped["12-26"] == "a Saturday"
        assert skipped["12-28"].startswith("Boxing Day (substitute) (proclamation; ")
        assert skipped["01-01"].startswith("New Year's Day (proclamation; ")

    def test_of_an_advance_copy_over_a_coronation(self) -> None:
        days = deadline("advance-copy", publishing="2023-05-10").days
        counted = [day.day.isoformat()[5:] for day in days if day.number]
        back = "05-09 05-05 05-04 05-03 05-02 04-28 04-27"
        assert " ".join(counted) == back
        skipped = {day.day.isoformat()[5:]: day.why for day in days if not day.number}
        assert " ".join(skipped) == "05-10 05-08 05-07 05-06 05-01 04-30 04-29"
        assert skipped["05-08"].startswith("Coronation of Charles III (proclamation; ")
        assert skipped["05-01"].startswith("May Day (proclamation; ")

    @pytest.mark.parametrize(
        ("clock", "events"),
        [row[:2] for row in GUIDANCE_9_2 + LEGISLATION_7],
        ids=str,
    )
    def test_counts_as_many_working_days_as_the_text_asks(
        self, clock: str, events: str
    ) -> None:
        found = worked(clock, events)
        length = found.governing.limit.length
        numbers = [day.number for day in found.days if day.number]
        if length and length.unit is Unit.WORKING_DAYS:
            assert numbers == list(range(1, length.number + 1))
        elif length:
            is_counted = found.clock.first_day is FirstDay.COUNTED
            assert numbers == list(range(1, len(found.days) + is_counted))

    @pytest.mark.parametrize(
        ("clock", "events", "name"),
        [
            ("rapid-review", "notified 2026-12-11", "rapid-review"),
            ("advance-copy", "publishing 2023-05-10", "advance-copy"),
        ],
    )
    def test_reads_as_the_golden_file(self, clock: str, events: str, name: str) -> None:
        found = worked(clock, events)
        for suffix, made in ((".txt", found.to_text()), (".md", found.to_markdown())):
            golden = (GOLDEN / f"{name}{suffix}").read_text(encoding="utf-8")
            assert made == golden

    def test_is_printed(self) -> None:
        text = deadline("rapid-review", notified="2026-12-11").to_text()
        for said in (
            "Rapid review: by Wednesday 6 January 2027",
            "That day does not count (the text is silent; Lester v Garland (1808)).",
            "Counted: 14, 15, 16, 17, 18, 21, 22, 23, 24, 29, 30, 31 December 2026; ",
            "; 4, 5, 6 January 2027.",
            "- Friday 25 December 2026: Christmas Day (common law; ",
            "- Saturdays and Sundays: 8 days",
        ):
            assert said in text

    def test_is_printed_back(self) -> None:
        text = deadline("advance-copy", publishing="2023-05-10").to_text()
        text = " ".join(text.split())
        assert "The clock runs back from the day of publication" in text
        assert "Counted: 9, 5, 4, 3, 2 May 2023; 28, 27 April 2023." in text
        assert "By one text or another it goes to Secretary of State" in text

    @pytest.mark.parametrize(
        ("alleged", "said", "unsaid"),
        [
            ("2024-12-31", "New Year's Day", "Saturdays and Sundays"),
            ("2026-11-20", "Saturdays and Sundays: 2 days", "Bank"),
            ("2026-11-17", "Counted: 18 November 2026.", "Not counted"),
        ],
    )
    def test_names_only_what_was_skipped(
        self, alleged: str, said: str, unsaid: str
    ) -> None:
        text = deadline("lado-referral", alleged=alleged).to_text()
        assert said in text
        assert unsaid not in text

    def test_is_not_printed_for_calendar_time(self) -> None:
        text = deadline("keep-local-report", published="2026-01-06").to_text()
        assert text.startswith("Keep local report: until Wednesday 6 January 2027")
        assert "Counted" not in text

    @pytest.mark.parametrize(
        ("clock", "events", "said"),
        [
            pytest.param(
                "advance-copy",
                "publishing 2023-05-10",
                "By the Act or regulations alone the last day is Wednesday 3 May 2023: "
                "SI 2018/789, reg 16(1) (7 days; must). Thursday 27 April 2023 "
                "satisfies them and Working Together 2018, ch.4 (7 working days;",
                id="guidance asks for more",
            ),
            pytest.param(
                "rapid-review",
                "notified 2026-12-11",
                "No Act or regulations set a time here; the day rests on "
                "Panel guidance 2025 (15 working days; expected).",
                id="guidance alone",
            ),
            pytest.param(
                "keep-local-report",
                "published 2024-03-01",
                "The Act or regulations themselves set this day: "
                "SI 2018/789, reg 17 (1 year; must).",
                id="law alone",
            ),
            pytest.param(
                "publish-arrangements-2018",
                "",
                "By the Act or regulations alone the last day is Sunday 30 June 2019: "
                "SI 2018/497, reg 5(1) (must). Saturday 29 June 2019 satisfies",
                id="a fixed day",
            ),
        ],
    )
    def test_keeps_law_and_guidance_apart(
        self, clock: str, events: str, said: str
    ) -> None:
        text = " ".join(worked(clock, events).to_text().split())
        assert said in text

    @pytest.mark.parametrize(
        ("clock", "events", "reading", "said"),
        [
            (
                "advance-copy",
                "publishing 2023-05-10",
                None,
                "the last day counted is in time: no authority was found, and that is",
            ),
            (
                "advance-copy",
                "publishing 2023-05-10",
                "clear-days",
                "The days are clear: the last day in time is one earlier.",
            ),
            (
                "advance-copy",
                "publishing 2023-05-10",
                None,
                "Wednesday 26 April 2023 satisfies every reading above.",
            ),
            (
                "rapid-review",
                "notified 2026-12-11",
                None,
                "Tuesday 5 January 2027 satisfies every reading above.",
            ),
            (
                "rapid-review",
                "notified 2026-12-11",
                None,
                "aware: The days run from the day on which the partners became aware",
            ),
            (
                "rapid-review",
                "notified 2026-12-11",
                "day-one-counted",
                "As asked for, and not as is usual: start: include-event-day.",
            ),
        ],
    )
    def test_says_what_was_taken_and_what_is_safe(
        self, clock: str, events: str, reading: str | None, said: str
    ) -> None:
        text = " ".join(worked(clock, events, reading).to_text().split())
        assert said in text

    def test_names_no_safe_day_where_every_reading_agrees(self) -> None:
        found = deadline("keep-local-report", published="2026-01-06")
        assert "satisfies every reading" not in found.to_text()

    def test_without_a_number_is_json_too(self) -> None:
        found = json.loads(json.dumps(without_number("rapid-review-report").to_json()))
        assert (found["due"], found["days"]) == (None, [])

    def test_ends_with_what_is_known_of_the_clock(self) -> None:
        text = " ".join(
            deadline("rapid-review", notified="2026-12-11").to_text().split()
        )
        assert "the fifteen working days are the Panel's." in text

    def test_says_where_the_text_itself_counts_the_day(self) -> None:
        text = deadline("two-months-after-passing", passed="2026-04-29").to_text()
        text = " ".join(text.split())
        assert "That day counts (the text says so)." in text

    def test_of_a_fixed_day_has_no_event(self) -> None:
        text = deadline("publish-arrangements-2018").to_text()
        assert "The clock runs" not in text
        assert "To note:" in text

    def test_says_nothing_to_note_where_there_is_nothing(self) -> None:
        text = deadline("core-group", conference="2024-04-15").to_text()
        assert "To note:" not in text


class TestMemory:
    """The usual question is answered from memory; nothing else may be."""

    def test_gives_the_very_answer_again(self) -> None:
        one, other = (
            deadline("rapid-review", notified=date(2026, 12, 11)) for _ in range(2)
        )
        assert one is other

    def test_a_time_is_answered_in_its_own_zone(self) -> None:
        zone = timezone(timedelta(hours=1))
        died = datetime(2026, 12, 11, 10, tzinfo=UTC)
        there = died.astimezone(zone)
        assert died == there
        for moment in (died, there):
            found = deadline("child-death-notification", died=moment).due
            assert isinstance(found, datetime)
            assert found.tzinfo is moment.tzinfo


class TestPrinting:
    def test_says_that_periods_are_fixed(self) -> None:
        found = deadline(
            "yearly-report", last_published="2020-05-01", implemented="2019-09-29"
        )
        assert str(found).startswith(
            "Tuesday 28 September 2021 (the end of the next period of 12 months after "
            "last_published on Friday 1 May 2020;"
        )

    def test_says_in_what_another_reading_counts(self) -> None:
        found = deadline(
            "yearly-report-copies", published="2026-11-02", reading="working-days"
        )
        assert found.due == date(2026, 11, 11)
        assert "(7 days, counted in working days after published" in str(found)

    @pytest.mark.parametrize(
        ("clock", "events", "said"),
        [
            (
                "rapid-review",
                "notified 2026-12-11",
                (
                    "Wednesday 6 January 2027 (15 working days after notified on "
                    "Friday 11 December 2026; Panel guidance 2025; expected)"
                ),
            ),
            (
                "private-fostering-notice",
                "starting 2026-06-01",
                (
                    "Monday 20 April 2026 (6 weeks before starting on Monday 1 June "
                    "2026; SI 2005/1533, reg 3(1); must)"
                ),
            ),
            (
                "child-death-handover",
                "",
                "Wednesday 29 January 2020 (fixed; SI 2018/497, reg 10; must)",
            ),
        ],
    )
    def test_fits_a_line(self, clock: str, events: str, said: str) -> None:
        assert str(worked(clock, events)) == said

    def test_a_time_shows_its_zone(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=LONDON)
        found = deadline("child-death-notification", died=died)
        assert str(found).startswith("18:00 BST on Sunday 5 April 2026 (48 hours after")

    def test_is_short_in_a_list(self) -> None:
        found = deadline("rapid-review", notified="2026-12-11")
        assert repr(found) == "<Deadline 'rapid-review': notified 2026-12-11>"

    @pytest.mark.parametrize("clock", ["rapid-review", "publish-arrangements-2018"])
    def test_has_a_record_for_each_text(self, clock: str) -> None:
        found = worked(clock, "notified 2026-12-11" if clock == "rapid-review" else "")
        records = found.to_records()
        assert [row["due"] for row in records] == [
            one.due.isoformat() if one.due else "" for one in found.limits
        ]
        assert {row["clock"] for row in records} == {clock}

    def test_is_plain_in_json(self) -> None:
        found = deadline("advance-copy", publishing="2023-05-10").to_json()
        assert json.loads(json.dumps(found)) == found
        assert (found["due"], found["binding"]) == ("2023-04-27", "2023-05-03")
        assert deadline("publish-arrangements-2023").to_json()["at"] is None

    def test_explains_itself_as_a_report(self) -> None:
        found = deadline("advance-copy", publishing="2023-05-10")
        report = found.explain()
        assert report.title == "Advance copy: by Thursday 27 April 2023"
        assert report.to_text() == found.to_text()

    def test_hours_run_on(self) -> None:
        died = datetime(2026, 4, 3, 18, tzinfo=LONDON)
        text = deadline("child-death-notification", died=died).to_text()
        assert "does not count" not in text
        assert "The hours run on without a break." in " ".join(text.split())

    def test_a_record_is_plain_text(self) -> None:
        first, second = deadline("rapid-review", notified="2026-12-11").to_records()
        assert first == {
            "clock": "rapid-review",
            "event": "notified",
            "at": "2026-12-11",
            "due": "2027-01-06",
            "length": "15 working days",
            "source": "Panel guidance 2025",
            "force": "expected",
            "evidence": "restated",
        }
        assert (second["due"], second["length"]) == ("", "promptly")

    def test_a_clock_without_a_number_still_shows_itself(self) -> None:
        found = without_number("rapid-review-report")
        assert repr(found) == "<Deadline 'rapid-review-report': completed 2026-01-05>"
        assert "as soon as complete" in str(found)
        assert "as soon as complete" in found.to_text()
        assert "as soon as complete" in found.to_html()

    def test_shows_itself_beyond_the_calendar(self) -> None:
        found = deadline("former-relevant-child", born="2018-01-01")
        assert found.due == date(2043, 1, 1)
        assert "1 January 2043" in found.to_text()

    def test_is_a_value(self) -> None:
        found = deadline("rapid-review", notified="2026-12-11")
        again = deadline("rapid-review", notified=date(2026, 12, 11))
        assert (found, hash(found)) == (again, hash(again))
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 (our own)


def without_number(clock: str) -> Deadline:
    """Make the deadline of a clock for which no text has a number."""
    events: dict[str, Any] = {shelf.clock(clock).events[0].name: "2026-01-05"}
    return deadline(clock, **events)


class TestNoNumber:
    """Legislation 7, D11: section 47 sets no time; "promptly" is none either."""

    @pytest.mark.parametrize("clock", NO_NUMBER)
    def test_can_be_made_and_has_no_due_day(self, clock: str) -> None:
        found = without_number(clock)
        assert found.binding is None
        assert found.readings == ()
        assert all(row["due"] == "" for row in found.to_records())
        with pytest.raises(NotQuantifiedError, match=f"no text gives {clock} a number"):
            _ = found.due
        with pytest.raises(NotQuantifiedError):
            _ = found.days
        with pytest.raises(NotQuantifiedError):
            found.status("2026-01-06")

    def test_says_what_word_stands_instead(self) -> None:
        with pytest.raises(NotQuantifiedError, match="as soon as complete"):
            _ = without_number("rapid-review-report").due

    def test_a_fixed_day_that_no_text_gives(self) -> None:
        found = deadline("publish-arrangements-2026")
        assert str(found) == (
            "no day (no number (Working Together 2026; statement; "
            "unknown, not verified))"
        )

    def test_a_fixed_day_that_no_text_in_a_book_gives(self) -> None:
        found = deadline("publish-arrangements-2026", law=masa.law("2026-11-22"))
        with pytest.raises(NotQuantifiedError, match="a number: no number"):
            _ = found.due


class TestNotices:
    def test_a_due_day_beyond_the_calendar(self) -> None:
        found = deadline("former-relevant-child", born="2018-01-01")
        last = found.notices[-1]
        assert last == (
            "The due day, Thursday 1 January 2043, is not covered by the calendar."
        )

    def test_a_due_day_may_be_that_of_the_event(self) -> None:
        found = worked("lado-referral", "alleged 2024-11-18", "day-one-counted")
        assert found.notices == ("The due day is the day of the event.",)

    def test_a_day_that_ends_with_office_hours(self) -> None:
        way = Convention(cut_off=CutOff.OFFICE_HOURS)
        found = deadline("core-group", conference="2024-04-15", reading=way)
        (notice,) = found.notices
        assert notice == (
            "The due day ends with office hours; no text says when that is."
        )

    def test_a_recalled_length_is_marked_in_one_line_too(self) -> None:
        found = worked("serious-case-review-decision", "notified 2017-01-30")
        assert str(found).endswith("; recalled, not verified)")
        assert str(found.governing).endswith("; recalled, not verified)")

    def test_a_word_in_place_of_a_number(self) -> None:
        (notice,) = without_number("section-47-enquiries").notices
        assert notice == "No text gives a number: record when it was done, and judge."

    @pytest.mark.parametrize(
        ("clock", "events", "notices"),
        [
            pytest.param("core-group", "conference 2024-04-15", [], id="none"),
            pytest.param(
                "rapid-review",
                "notified 2028-12-20",
                ["Holidays from 1 January 2029 on are projected."],
                id="a projected calendar",
            ),
            pytest.param(
                "serious-case-review-decision",
                "notified 2017-01-30",
                ["The length rests on a text that is recalled, not verified."],
                id="recalled law",
            ),
            pytest.param(
                "core-group",
                "conference 2024-05-04",
                [
                    (
                        "The day of the event, Saturday 4 May 2024, is no working day: "
                        "a Saturday."
                    )
                ],
                id="an event on a Saturday",
            ),
            pytest.param(
                "publish-local-review",
                "decided 2022-08-28",
                [
                    (
                        "The day of the event, Sunday 28 August 2022, is no working "
                        "day: a Sunday."
                    )
                ],
                id="an event on a Sunday",
            ),
            pytest.param(
                "private-fostering-notice",
                "starting 2026-05-15",
                [
                    (
                        "The due day, Friday 3 April 2026, is no working day: Good "
                        "Friday (common law; Banking and Financial Dealings Act 1971, "
                        "s.1(4))."
                    )
                ],
                id="a due day on Good Friday",
            ),
        ],
    )
    def test_say_what_to_know(
        self, clock: str, events: str, notices: list[str]
    ) -> None:
        assert list(worked(clock, events).notices) == notices

    def test_hours_have_no_working_days(self) -> None:
        died = datetime(2026, 4, 4, 18, tzinfo=UTC)
        assert deadline("child-death-notification", died=died).notices == ()

    @pytest.mark.parametrize(
        ("clock", "event"),
        [
            ("private-fostering-next-visit", "aware"),
            ("looked-after-next-visit", "placed"),
        ],
    )
    def test_a_rate_that_changes(self, clock: str, event: str) -> None:
        unknown, turns = worked(clock, "last_visit 2026-12-21").notices
        assert unknown.startswith(
            "Which applies is not known, so the strictest is taken: 6 weeks in the"
        )
        assert turns.startswith("The rate changes 1 year after the day on which ")
        assert f"give {event} to know" in turns

    def test_no_notice_once_it_is_known_when_the_rate_changes(self) -> None:
        events = "aware 2026-01-05, last_visit 2026-12-21"
        assert worked("private-fostering-next-visit", events).notices == ()

    def test_a_placement_that_may_last_to_adulthood(self) -> None:
        events = "placed 2025-01-06, last_visit 2026-06-05"
        (notice,) = worked("looked-after-next-visit", events).notices
        assert "or 3 months after the first year" in notice

    def test_a_rate_by_age_is_not_known(self) -> None:
        found = deadline("looked-after-health-next", last_assessment="2026-01-06")
        (notice,) = found.notices
        assert notice.endswith(
            "while the child is under five or 12 months from the age of five."
        )


class TestErrors:
    @pytest.mark.parametrize(
        ("clock", "events", "error", "said"),
        [
            pytest.param(
                "rapid-reveiw",
                "",
                UnknownNameError,
                'no clock "rapid-reveiw"; did you mean "rapid-review"?',
                id="a clock that there is not",
            ),
            pytest.param(
                "rapid-review",
                "told 2026-01-05",
                UnknownNameError,
                'rapid-review does not run from "told"; it runs from notified: the day',
                id="another event",
            ),
            pytest.param(
                "rapid-review",
                "notifed 2026-01-05",
                UnknownNameError,
                'did you mean "notified"?',
                id="an event misspelt",
            ),
            pytest.param(
                "publish-arrangements-2018",
                "published 2019-01-05",
                UnknownNameError,
                "it runs from no event",
                id="an event for a fixed day",
            ),
            pytest.param(
                "rapid-review",
                "",
                EventError,
                "rapid-review runs from notified: the day on which the notification "
                "was sent to the Panel; give notified=…",
                id="no event",
            ),
            pytest.param(
                "rapid-review",
                "aware 2026-01-05",
                EventError,
                'give notified=…, or reading="from-awareness" to count as some do',
                id="the event of another reading",
            ),
            pytest.param(
                "rapid-review",
                "notified 2026-01-05, on 2026-01-04",
                EventError,
                "notified lies on 5 January 2026, after 4 January 2026",
                id="an event that has not happened",
            ),
            pytest.param(
                "rapid-review",
                "notified 2026-01-05, aware 2026-01-06",
                EventError,
                "notified (5 January 2026) comes before aware (6 January 2026)",
                id="an impossible order",
            ),
            pytest.param(
                "core-group", "conference 2026-02-30", DateError, "", id="no such day"
            ),
            pytest.param(
                "core-group", "conference 2041-01-02", CoverageError, "", id="too late"
            ),
            pytest.param(
                "core-group",
                "conference 2040-12-24",
                CoverageError,
                "calendar of England",
                id="a due day too late",
            ),
            pytest.param(
                "core-group", "conference 2015-01-02", CoverageError, "", id="too early"
            ),
        ],
    )
    def test_say_what_would_be_right(
        self, clock: str, events: str, error: type[MasaError], said: str
    ) -> None:
        with pytest.raises(error) as caught:
            worked(clock, events)
        assert said in str(caught.value)

    @pytest.mark.parametrize("law", ["2020-01-01", 5, date(2020, 1, 1)])
    def test_a_day_where_a_book_is_meant(self, law: masa.StatuteBook) -> None:
        with pytest.raises(KindError, match="is no StatuteBook") as caught:
            deadline("rapid-review", notified="2026-12-11", law=law)
        assert caught.value.remedy == "make one with masa.law"

    @pytest.mark.parametrize("calendar", ["England", ""])
    def test_a_name_where_a_calendar_is_meant(
        self, calendar: masa.WorkingCalendar
    ) -> None:
        with pytest.raises(KindError, match="is no WorkingCalendar"):
            deadline("rapid-review", notified="2026-12-11", calendar=calendar)

    @pytest.mark.parametrize("day", ["2026-02-30", "today"])
    def test_a_day_that_is_none_is_named(self, day: str) -> None:
        with pytest.raises(DateError) as caught:
            deadline("rapid-review", notified=day)
        assert caught.value.field == "notified"

    def test_a_reading_that_there_is_not(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "from-awareness"'):
            worked("rapid-review", "aware 2026-01-05", "from-awarenes")

    @pytest.mark.parametrize(
        "notified",
        [datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 1, 5)],  # noqa: DTZ001
    )
    def test_a_time_where_a_day_is_meant(self, notified: datetime) -> None:
        with pytest.raises(KindError):
            deadline("rapid-review", notified=notified)

    @pytest.mark.parametrize(
        ("died", "said"),
        [
            (datetime(2026, 4, 3, 18), "is not in any time zone"),  # noqa: DTZ001
            ("2026-04-03", "is not a time"),
            ("2026-04-03 18:00", "died: .* is not in any time zone; .* or text with"),
            (date(2026, 4, 3), "is not a time"),
        ],
    )
    def test_a_clock_in_hours_needs_an_aware_time(self, died: date, said: str) -> None:
        with pytest.raises(KindError, match=said):
            deadline("child-death-notification", died=died)

    def test_what_is_no_time(self) -> None:
        with pytest.raises(DateError, match=r"died: .* is not a time; write"):
            deadline("child-death-notification", died="2026-04-03T18:60+01:00")
        with pytest.raises(DateError, match="is not a day"):
            deadline("rapid-review", notified="2026-04-03T18:00+01:00")

    def test_what_is_no_day(self) -> None:
        with pytest.raises(KindError, match="notified: 5 is not a day"):
            deadline("rapid-review", notified=5)  # type: ignore[arg-type] # the point

    @pytest.mark.parametrize("unit", [Unit.HOURS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
    def test_a_clock_is_counted_in_days_of_some_kind(self, unit: Unit) -> None:
        other = Convention(unit=unit)
        with pytest.raises(UnitError, match=f"no clock is counted in {unit.value}"):
            deadline("core-group", conference="2026-01-05", reading=other)

    def test_an_event_to_come_can_be_after_today(self) -> None:
        """An act before an event is owed before the event has happened."""
        found = deadline("advance-copy", publishing="2026-04-13", on="2026-04-01")
        assert found.status().state is DeadlineState.OVERDUE


def with_one_event() -> list[str]:
    clocks = map(shelf.clock, shelf.clocks())
    return [clock.id for clock in clocks if len(clock.events) == 1]


def one_event(clock: str, day: date) -> dict[str, Any]:
    """Give a clock its event: a time at noon where it runs in hours."""
    entry = shelf.clock(clock)
    versions = (one for name in entry.lengths for one in shelf.rule(name))
    lengths = [one.length for one in versions if one.length]
    if any(length.unit is Unit.HOURS for length in lengths):
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        return {entry.events[0].name: noon}
    return {entry.events[0].name: day}


class TestEveryClock:
    days = st.dates(date(2019, 1, 1), date(2028, 12, 31))

    @pytest.mark.parametrize("clock", with_one_event())
    @given(st.tuples(days, days).map(sorted))
    def test_a_later_event_never_gives_an_earlier_day(
        self, clock: str, two: list[date]
    ) -> None:
        """Guidance 9.1: each rule of counting keeps the order of days."""
        try:
            first, second = (deadline(clock, **one_event(clock, day)) for day in two)
            dues = [first.due, second.due]
        except (NotInForceError, NotQuantifiedError):
            return
        assert dues == sorted(dues)

    @pytest.mark.parametrize("clock", with_one_event())
    @given(days)
    def test_counts_as_many_working_days_as_it_is_long(
        self, clock: str, day: date
    ) -> None:
        try:
            found = deadline(clock, **one_event(clock, day))
            length = found.governing.limit.length
        except (NotInForceError, NotQuantifiedError):
            return
        if length and length.unit is Unit.WORKING_DAYS:
            assert sum(1 for one in found.days if one.number) == length.number

    @given(days)
    def test_guidance_is_never_later_than_the_regulations(self, day: date) -> None:
        """Legislation 7, D1: seven working days span at least one weekend."""
        for backward in Backward:
            way = Convention(backward=backward)
            found = deadline("advance-copy", publishing=day, reading=way)
            assert found.binding is not None
            assert found.due < found.binding

    @given(days)
    def test_counting_the_first_day_never_gives_a_later_day(self, day: date) -> None:
        usual = deadline("core-group", conference=day)
        included = Convention(start=Start.INCLUDED)
        counted = deadline("core-group", conference=day, reading=included)
        assert counted.due <= usual.due

    @pytest.mark.parametrize("event_day", list(EventDay))
    @given(days)
    def test_counts_as_many_days_wherever_an_event_is_put(
        self, event_day: EventDay, day: date
    ) -> None:
        way = Convention(event_day=event_day)
        found = deadline("core-group", conference=day, reading=way)
        assert sum(1 for one in found.days if one.number) == 10
