"""Who must notify whom of an incident, by when, and where each notice stands."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

import masa
from masa.ground.errors import (
    CoverageError,
    DateError,
    EventError,
    KindError,
    NotInForceError,
    UnknownNameError,
)
from masa.ground.logic import Answer
from masa.rules.notifications import Notifications, notifications
from masa.rules.statuses import DeadlineState

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
NOTICES = ("notify-panel", "notify-partners", "looked-after-death", "care-leaver-death")
PANEL = "Child Safeguarding Practice Review Panel"
AWARENESS = "the day on which the local authority became aware"


def case(**parts: Any) -> masa.Case:  # noqa: ANN401 (parts of any kind)
    return masa.Case(reference="R-1", **parts)


def incident(**events: str) -> masa.Case:
    """Make a case of which the authority must notify the Panel."""
    return case(
        authority_suspects=True,
        seriously_harmed=True,
        died=False,
        place="this authority",
        events=events,
    )


def death(**events: str) -> masa.Case:
    """Make the death of a child looked after, of whom nobody suspects anything."""
    return case(
        abuse_or_neglect_suspected=False, died=True, looked_after=True, events=events
    )


def owed(found: Notifications) -> dict[str, Answer]:
    return {one.clock.id: one.answer for one in found}


class TestWhoMustNotifyWhom:
    @pytest.mark.parametrize(
        ("held", "answers"),
        [
            pytest.param(incident(), (YES, YES, NO, NO), id="harm in the area"),
            pytest.param(
                death(),
                (NO, NO, YES, UNKNOWN),
                id="a looked-after child dies of illness",
            ),
            pytest.param(
                case(died=True, care_leaver_known=True, age=24),
                (NO, NO, NO, YES),
                id="a care leaver of 24 dies",
            ),
            pytest.param(
                case(died=True, care_leaver_known=True, age=25, looked_after=False),
                (NO, NO, NO, NO),
                id="a care leaver of 25 dies",
            ),
            pytest.param(
                case(died=True, care_leaver=True, care_leaver_known=False, age=20),
                (NO, NO, NO, NO),
                id="of whose status the authority is not aware",
            ),
            pytest.param(
                case(
                    authority_suspects=True,
                    died=True,
                    looked_after=True,
                    care_leaver=False,
                    place="this authority",
                ),
                (YES, YES, YES, NO),
                id="a looked-after child dies of abuse",
            ),
            pytest.param(case(), (UNKNOWN,) * 4, id="nothing is known"),
        ],
    )
    def test_on_the_facts(self, held: masa.Case, answers: tuple[Answer, ...]) -> None:
        found = notifications(held)
        assert owed(found) == dict(zip(NOTICES, answers, strict=True))
        assert {one.clock.id for one in found.owed} == {
            name for name, one in owed(found).items() if one is YES
        }
        assert {one.clock.id for one in found.open} == {
            name for name, one in owed(found).items() if one is UNKNOWN
        }

    def test_is_the_authority_and_those_whom_the_texts_name(self) -> None:
        found = notifications(incident())
        assert {one.who for one in found} == {"local authority"}
        assert [one.to for one in found] == [
            (PANEL,),
            ("safeguarding partners",),
            ("Secretary of State", "Ofsted"),
            ("Secretary of State", "Ofsted"),
        ]

    def test_rests_on_law_for_the_panel_and_on_guidance_for_the_partners(self) -> None:
        panel, partners, looked_after, leaver = notifications(
            incident(), on="2025-01-01"
        )
        assert list(map(str, panel.finding.basis)) == ["Children Act 2004, s.16C(1)"]
        assert list(map(str, partners.finding.basis)) == ["Working Together 2023, ch.5"]
        assert list(map(str, looked_after.finding.basis)) == [
            "Children Act 1989, Sch 2 para 20(1)(a)",
            "Working Together 2023, ch.5",
        ]
        assert list(map(str, leaver.finding.basis)) == ["Working Together 2023, ch.5"]
        assert "must" in panel.finding.claim
        assert "must" in looked_after.finding.claim
        assert "should" in partners.finding.claim
        assert "should" in leaver.finding.claim

    def test_another_authority_may_ask(self) -> None:
        held = case(
            local_authority="Barnet",
            authority_suspects=True,
            seriously_harmed=True,
            place="Camden",
        )
        assert notifications(held)["notify-panel"].answer is NO
        asked = notifications(held, local_authority="Camden")["notify-panel"]
        assert asked.answer is UNKNOWN
        assert asked.needed == ("authority_suspects",)
        with pytest.raises(UnknownNameError):
            notifications(held, local_authority="Atlantis")


class TestByEdition:
    @pytest.mark.parametrize(
        ("incident", "notices"),
        [
            ("2018-06-29", ("notify-panel", "looked-after-death")),
            ("2018-07-03", ("notify-panel", "looked-after-death")),
            ("2018-07-04", NOTICES[:3]),
            ("2023-12-14", NOTICES[:3]),
            ("2023-12-15", NOTICES),
            ("2026-03-18", NOTICES),
        ],
    )
    def test_the_law_of_the_incident_says_which_there_are(
        self, incident: str, notices: tuple[str, ...]
    ) -> None:
        found = notifications(case(events={"incident": incident}), on="2026-11-22")
        assert tuple(owed(found)) == notices
        assert str(found.on) == incident

    def test_so_does_the_edition_that_a_case_names(self) -> None:
        for on in (None, "2026-11-22"):
            found = notifications(case(edition="WT2018"), on=on)
            assert tuple(owed(found)) == NOTICES[:3]

    def test_or_the_day_asked_or_a_book(self) -> None:
        assert len(notifications(case(), on="2020-01-01")) == 3
        assert len(notifications(case())) == 4
        assert len(notifications(case(), law=masa.law("2020-01-01"))) == 3

    def test_before_guidance_was_out_the_duty_had_no_length(self) -> None:
        found = notifications(death(aware="2018-06-30"), on="2018-07-10")
        notice = found["looked-after-death"]
        assert notice.answer is YES
        assert notice.by is None
        assert notice.to == ("Secretary of State",)
        assert "does not run on 30 June 2018" in notice.needs

    def test_there_is_none_before_the_act(self) -> None:
        with pytest.raises(NotInForceError):
            notifications(case(events={"incident": "2018-06-28"}))

    def test_one_that_is_not_of_the_day_is_named(self) -> None:
        found = notifications(case(edition="WT2018"))
        with pytest.raises(NotInForceError) as caught:
            found["care-leaver-death"]
        assert caught.value.said == (
            "care-leaver-death is no notice of an incident on 14 December 2023"
        )
        assert caught.value.remedy == (
            "there are notify-panel, notify-partners and looked-after-death"
        )
        with pytest.raises(UnknownNameError):
            found["notify-pannel"]
        assert found["SIN_5WD"] is found["notify-panel"]


class TestByWhen:
    @pytest.mark.parametrize(
        ("aware", "due"),
        [
            pytest.param("2026-12-21", "2026-12-30", id="over Christmas"),
            pytest.param("2026-04-02", "2026-04-13", id="over Easter"),
            pytest.param("2022-09-13", "2022-09-21", id="over a special holiday"),
            pytest.param("2026-05-23", "2026-06-01", id="from a Saturday"),
            pytest.param("2026-12-21T23:30+00:00", "2026-12-30", id="from a time"),
        ],
    )
    def test_five_working_days_from_becoming_aware(self, aware: str, due: str) -> None:
        found = notifications(incident(aware=aware))
        assert str(found["notify-panel"].by) == due
        assert str(found["notify-partners"].by) == due
        assert str(notifications(death(aware=aware))["looked-after-death"].by) == due

    def test_a_care_leaver_by_the_edition(self) -> None:
        held = case(
            died=True, care_leaver_known=True, age=20, events={"aware": "2026-12-21"}
        )
        assert str(notifications(held)["care-leaver-death"].by) == "2026-12-30"

    def test_from_a_later_suspicion(self) -> None:
        found = notifications(incident(known="2026-12-21", suspected="2026-12-22"))
        assert str(found["notify-panel"].by) == "2026-12-31"
        assert found["notify-partners"].by is None

    @pytest.mark.parametrize("events", [{}, {"incident": "2026-12-21"}])
    def test_a_missing_event_is_said_in_words(self, events: dict[str, str]) -> None:
        found = notifications(incident(**events))
        assert found["notify-panel"].needs == (
            f"not known: {AWARENESS} that the incident had occurred"
        )
        assert found["notify-panel"].by is None
        assert found["notify-panel"].status is None
        death_notice = notifications(death(**events))["looked-after-death"]
        assert death_notice.needs == f"not known: {AWARENESS} of the death"

    def test_a_notice_that_is_not_owed_has_no_day(self) -> None:
        notice = notifications(death(aware="2026-12-21"))["notify-panel"]
        assert (notice.answer, notice.by, notice.needs) == (NO, None, "")

    def test_one_that_may_be_owed_has_one(self) -> None:
        held = case(authority_suspects=True, events={"aware": "2026-12-21"})
        notice = notifications(held)["notify-panel"]
        assert (notice.answer, str(notice.by)) == (UNKNOWN, "2026-12-30")
        assert notice.needed == (
            "died",
            "seriously_harmed",
            "place",
            "normally_resident",
        )


class TestStanding:
    @pytest.mark.parametrize(
        ("on", "notified", "state"),
        [
            ("2026-12-21", None, DeadlineState.NOT_YET_DUE),
            ("2026-12-29", None, DeadlineState.NOT_YET_DUE),
            ("2026-12-30", None, DeadlineState.DUE_TODAY),
            ("2026-12-31", None, DeadlineState.OVERDUE),
            ("2026-12-31", "2026-12-30", DeadlineState.DONE_IN_TIME),
            ("2026-12-31", "2026-12-31", DeadlineState.DONE_LATE),
            ("2026-12-31", "2026-12-30T23:59+00:00", DeadlineState.DONE_IN_TIME),
        ],
    )
    def test_of_the_notice_to_the_panel(
        self, on: str, notified: str | None, state: DeadlineState
    ) -> None:
        told = {} if notified is None else {"notified": notified}
        found = notifications(incident(aware="2026-12-21", **told), on=on)
        status = found["notify-panel"].status
        assert status is not None
        assert status.state is state

    @pytest.mark.parametrize(
        ("held", "event", "clocks"),
        [
            (incident(aware="2026-12-21"), "notified", {"notify-panel"}),
            (incident(aware="2026-12-21"), "partners_told", {"notify-partners"}),
            (death(aware="2026-12-21"), "death_notified", set(NOTICES[2:])),
            (incident(aware="2026-12-21"), "death_notified", set()),
        ],
    )
    def test_each_is_done_by_its_own_event(
        self, held: masa.Case, event: str, clocks: set[str]
    ) -> None:
        told = masa.CaseEvent(event, date(2026, 12, 22))
        done = evolve(held, events=[*held.events, told])
        found = {
            one.clock.id
            for one in notifications(done, on="2027-01-31")
            if one.status is not None and one.status.state is DeadlineState.DONE_IN_TIME
        }
        assert found == clocks

    def test_is_not_said_unless_a_day_is_asked(self) -> None:
        assert (
            notifications(incident(aware="2026-12-21"))["notify-panel"].status is None
        )

    @pytest.mark.parametrize(
        ("events", "says"),
        [
            ({"aware": "2026-12-29"}, "aware lies on 29 December 2026, after"),
            (
                {"aware": "2026-12-21", "notified": "2026-12-29"},
                "it was done on Tuesday 29 December 2026, after",
            ),
            ({"incident": "2026-12-29"}, "incident lies on 29 December 2026, after"),
        ],
    )
    def test_an_event_after_the_day_asked_is_refused(
        self, events: dict[str, str], says: str
    ) -> None:
        with pytest.raises(EventError) as caught:
            notifications(incident(**events), on="2026-12-28")
        assert says in str(caught.value)


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            ({"on": "2026-02-30"}, DateError),
            ({"on": 7}, KindError),
            ({"on": "2041-01-01"}, CoverageError),
            ({"law": "2026-01-01"}, KindError),
        ],
    )
    def test_what_is_no_day_and_no_book(
        self, arguments: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            notifications(case(), **arguments)

    def test_what_is_no_case(self) -> None:
        with pytest.raises(KindError) as caught:
            notifications("R-1")  # type: ignore[arg-type] # on purpose
        assert str(caught.value) == '"R-1" is no case; make it: masa.Case'


class TestShowing:
    def test_gives_each_notice_as_a_row(self) -> None:
        found = notifications(incident(aware="2026-12-21"), on="2026-12-31")
        panel, *_, leaver = found.to_records()
        assert panel == {
            "what": "the local authority must notify the Panel",
            "owed": "yes",
            "to": PANEL,
            "by": "2026-12-30",
            "standing": "overdue: 1 day, 1 working day late",
            "still needed": "nothing",
            "basis": "Children Act 2004, s.16C(1) and Working Together 2026",
        }
        assert (leaver["owed"], leaver["by"], leaver["standing"]) == ("no", "", "")
        assert found["notify-panel"].to_records() == [panel]

    def test_says_what_is_still_needed(self) -> None:
        (row, *_) = notifications(case(authority_suspects=True, died=True)).to_records()
        assert row["still needed"] == "place and normally resident"
        assert row["by"].startswith("not known: the day")

    def test_prints_as_text_and_markdown(self) -> None:
        found = notifications(incident(aware="2026-12-21"))
        assert str(found) == "Notices in case R-1, by the law of 21 December 2026"
        assert repr(found) == "<Notifications of 'R-1': 4 on 2026-12-21>"
        assert str(found).splitlines()[0] in found.to_text()
        notice = found["notify-panel"]
        assert str(notice) == (
            "the local authority must notify the Panel, by Wednesday 30 December 2026: "
            "yes"
        )
        assert str(notifications(case())["notify-panel"]).endswith("Panel: unknown")
        assert repr(notice) == "<Notification 'notify-panel': yes>"
        assert notice.to_markdown().count("|") == 3 * 8
