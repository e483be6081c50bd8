"""When a report may be published: after its copy has run, and by its last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import masa
from masa.ground.citations import Evidence
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.rules.timelines import timeline
from masa.rules.windows import PublicationWindow

DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))


def window(
    on: str, pathway: str = "serious-incident", **events: str
) -> PublicationWindow:
    found = timeline(events, on, pathway=pathway).window
    assert found is not None
    return found


class TestWindow:
    @pytest.mark.parametrize(
        ("on", "events", "earliest", "latest", "is_empty"),
        [
            pytest.param(
                "2026-07-08",
                {"decided": "2026-01-12", "copied": "2026-06-22"},
                "2026-07-01",
                "2026-07-12",
                Answer.NO,
                id="seven working days later, and seven days at least",
            ),
            pytest.param(
                "2026-07-08",
                {"decided": "2026-01-12", "copied": "2026-07-07"},
                "2026-07-16",
                "2026-07-12",
                Answer.YES,
                id="a copy sent too late leaves no day",
            ),
            pytest.param(
                "2026-07-08",
                {"decided": "2026-01-12", "copied": "2026-07-03"},
                "2026-07-14",
                "2026-07-12",
                Answer.YES,
                id="a day too late is too late",
            ),
            pytest.param(
                "2026-07-08",
                {"decided": "2026-01-12", "copied": "2026-07-02"},
                "2026-07-11",
                "2026-07-12",
                Answer.NO,
                id="a day before that is in time",
            ),
            pytest.param(
                "2026-06-20",
                {"decided": "2026-01-12"},
                "2026-07-01",
                "2026-07-12",
                Answer.NO,
                id="a copy that is not sent is supposed to be sent today",
            ),
            pytest.param(
                "2026-08-20",
                {"decided": "2026-01-12"},
                "2026-08-29",
                "2026-07-12",
                Answer.YES,
                id="once the six months are over no day is left",
            ),
            pytest.param(
                "2026-07-08",
                {"copied": "2026-07-07"},
                "2026-07-16",
                None,
                Answer.UNKNOWN,
                id="without the decision the last day is unknown",
            ),
        ],
    )
    def test_opens_and_closes(
        self,
        on: str,
        events: dict[str, str],
        earliest: str,
        latest: str | None,
        is_empty: Answer,
    ) -> None:
        found = window(on, **events)
        assert str(found.earliest) == earliest
        assert found.latest == (latest and date.fromisoformat(latest))
        assert found.is_empty is is_empty
        assert found.finding.answer is ~is_empty

    @given(copied=DAYS)
    def test_opens_on_the_first_day_that_leaves_the_copy_its_time(
        self, copied: date
    ) -> None:
        found = window(str(copied), copied=str(copied))
        in_time = [
            day
            for day in (copied + timedelta(days=n) for n in range(40))
            if day_of(masa.deadline("advance-copy", publishing=day).due) >= copied
        ]
        assert found.earliest == in_time[0]
        assert in_time == [in_time[0] + timedelta(days=n) for n in range(len(in_time))]

    def test_says_that_no_day_is_left(self) -> None:
        found = window("2026-07-08", decided="2026-01-12", copied="2026-07-07")
        assert str(found).startswith(
            "No day is left: the copy sent on 7 July 2026 allows publication from "
            "Thursday 16 July 2026 (7 working days; "
        )
        assert "the last day is Sunday 12 July 2026 (6 months after decided" in str(
            found
        )
        assert str(found.finding) == (
            "A day is left on which the report may be published: no"
        )

    @given(copied=DAYS)
    def test_opens_in_law_on_the_first_day_that_the_law_allows(
        self, copied: date
    ) -> None:
        """SI 2018/789, reg 16: seven days, of which every one counts."""
        found = window(str(copied), copied=str(copied))
        assert found.earliest_in_law == copied + timedelta(days=7)
        assert found.earliest >= found.earliest_in_law

    def test_says_what_the_law_alone_allows(self) -> None:
        """Guidance leaves no day; the Regulations leave three."""
        found = window("2026-11-27", decided="2026-06-06", copied="2026-11-27")
        assert found.is_empty is Answer.YES
        assert (
            ", and by the Act or regulations alone from Friday 4 December 2026; "
            "the last day is Sunday 6 December 2026 (6 months after decided;"
        ) in str(found)

    def test_where_the_law_asks_for_nothing(self) -> None:
        guidance = {"advance-copy": masa.Convention(tier=masa.Tier.GUIDANCE)}
        events = {"copied": "2026-06-22"}
        found = timeline(events, "2026-06-22", readings=guidance).window
        assert found is not None
        assert found.earliest_in_law is None
        assert "alone" not in str(found)

    def test_says_what_is_only_supposed(self) -> None:
        found = window("2026-06-20", decided="2026-01-12")
        assert str(found).startswith("A copy sent today, 20 June 2026, allows")
        assert found.is_supposed
        text = timeline({"decided": "2026-01-12"}, "2026-06-20").to_text()
        assert "A copy sent today, 20 June 2026, allows" in text
        assert "Publication on" not in text

    def test_asks_for_the_decision(self) -> None:
        found = window("2026-07-08", copied="2026-07-07")
        assert found.finding.needed == ("the day of the decision",)
        assert str(found).endswith("turns on the decision.")

    def test_rests_on_law_and_guidance_with_their_marks(self) -> None:
        finding = window(
            "2026-07-08", decided="2026-01-12", copied="2026-07-01"
        ).finding
        sources = {
            (str(one), one.evidence) for part in finding.rests_on for one in part.basis
        }
        assert ("SI 2018/789, reg 16(1)", Evidence.READ) in sources
        assert finding.evidence is Evidence.UNKNOWN


class TestPlan:
    @pytest.mark.parametrize(
        ("publishing", "answer"),
        [
            ("2026-06-30", Answer.NO),
            ("2026-07-01", Answer.YES),
            ("2026-07-12", Answer.YES),
            ("2026-07-13", Answer.NO),
        ],
    )
    def test_lies_in_the_window_or_not(self, publishing: str, answer: Answer) -> None:
        events = {"decided": "2026-01-12", "copied": "2026-06-22"}
        found = window("2026-06-22", publishing=publishing, **events).plan
        assert found is not None
        assert found.answer is answer
        assert found.claim.startswith("Publication on ")
        assert found.claim.endswith("its time and keeps to the last day")

    def test_of_what_is_past(self) -> None:
        events = {"copied": "2026-06-22", "published": "2026-07-03"}
        found = window("2026-11-24", **events).plan
        assert found is not None
        assert found.claim.startswith("Publication on Friday 3 July 2026 leaves")
        assert (found.answer, found.needed) == (
            Answer.UNKNOWN,
            ("the day of the decision",),
        )

    def test_too_early_is_no_whatever_was_decided_when(self) -> None:
        events = {"copied": "2026-06-22", "published": "2026-06-24"}
        found = window("2026-11-24", **events).plan
        assert found is not None
        assert (found.answer, found.needed) == (Answer.NO, ())

    def test_is_among_the_findings(self) -> None:
        events = {"decided": "2026-01-12", "publishing": "2026-07-08"}
        found = timeline(events, "2026-06-20")
        assert found.window is not None
        assert found.findings == (found.window.finding, found.window.plan)
        assert timeline({"decided": "2026-01-12"}, "2026-06-20").findings == (
            window("2026-06-20", decided="2026-01-12").finding,
        )
        assert timeline({}, "2026-06-20").findings == ()

    def test_is_the_one_finding_once_it_is_published(self) -> None:
        events = {"decided": "2026-06-06", "copied": "2026-11-10"}
        found = timeline(events | {"published": "2026-11-12"}, "2026-11-24")
        assert found.window is not None
        assert found.findings == (found.window.plan,)
        assert found.findings[0].answer is Answer.NO


class TestNoWindow:
    @pytest.mark.parametrize(
        ("pathway", "events"),
        [
            pytest.param(
                "serious-incident", {"aware": "2026-01-05"}, id="nothing of it is known"
            ),
            pytest.param(
                "serious-incident",
                {"decided": "2026-01-05", "published": "2026-05-05"},
                id="published, and nobody said when the copy was sent",
            ),
            pytest.param(
                "child-protection", {"referred": "2026-01-05"}, id="no report"
            ),
            pytest.param(
                "serious-incident", {"copied": "2016-05-03"}, id="before the law"
            ),
        ],
    )
    def test_where_it_cannot_be_asked(
        self, pathway: str, events: dict[str, str]
    ) -> None:
        assert timeline(events, "2026-06-01", pathway=pathway).window is None

    def test_where_no_text_of_the_kind_asked_for_is_in_force(self) -> None:
        guidance = {"advance-copy": masa.Convention(tier=masa.Tier.GUIDANCE)}
        found = timeline(
            {"copied": "2019-01-07"},
            "2026-06-01",
            law=masa.law("2018-06-30"),
            readings=guidance,
        )
        assert found.window is None

    def test_of_a_national_review(self) -> None:
        found = window("2026-06-22", "national-review", decided="2026-01-12")
        assert found.copy.clock.id == "advance-copy-national"
        assert found.latest == date(2026, 7, 12)
