"""A case holds facts of three answers, refuses what cannot be so, and names nobody."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields, has

from masa.ground.errors import (
    DateError,
    DocumentError,
    FactError,
    KindError,
    MasaError,
    NotInForceError,
    RangeError,
    TextError,
    TruthError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.ground.logic import Answer, Fact, WhyUnknown
from masa.ground.text import listed
from masa.model.case_events import events_of, meanings
from masa.model.case_facts import QUESTIONS, KnownFact, settled
from masa.model.case_parts import (
    CaseEvent,
    PanelView,
    ReviewDecision,
    ReviewOutcome,
    ReviewStep,
    Setting,
)
from masa.model.cases import Case
from masa.model.places import Place, Where

GOLDEN = Path(__file__).parent / "golden"
NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES

# What follows from what, in words of its own: "this, so that".
FOLLOWS = [
    ("authority_suspects yes", "abuse_or_neglect_suspected yes"),
    ("abuse_or_neglect_suspected no", "authority_suspects no"),
    ("serious_impairment yes", "seriously_harmed yes"),
    ("long_term_impairment yes", "seriously_harmed yes"),
    ("physical_impairment yes", "seriously_harmed yes"),
    ("seriously_harmed no", "serious_impairment no"),
    ("seriously_harmed no", "long_term_impairment no"),
    ("seriously_harmed no", "physical_impairment no"),
    ("survived yes", "died no"),
    ("survived yes", "stillbirth no"),
    ("survived yes", "late_foetal_loss no"),
    ("survived yes", "unattended_stillbirth no"),
    ("died yes", "survived no"),
    ("died yes", "stillbirth no"),
    ("died yes", "late_foetal_loss no"),
    ("died yes", "unattended_stillbirth no"),
    ("care_leaver_known yes", "care_leaver yes"),
    ("care_leaver no", "care_leaver_known no"),
    ("unattended_stillbirth yes", "stillbirth yes"),
    ("unattended_stillbirth yes", "died no"),
    ("unattended_stillbirth yes", "survived no"),
    ("stillbirth no", "unattended_stillbirth no"),
    ("stillbirth yes", "died no"),
    ("stillbirth yes", "survived no"),
    ("late_foetal_loss yes", "died no"),
    ("late_foetal_loss yes", "survived no"),
]


def case(**parts: Any) -> Case:  # noqa: ANN401 (parts of any kind)
    return Case(reference="R-1", **parts)


def refused(**parts: Any) -> list[str]:  # noqa: ANN401 (parts of any kind)
    """Give every fault for which such a case is refused, without the remedy."""
    with pytest.raises(DocumentError) as caught:
        case(**parts)
    assert caught.value.said == "the case R-1 cannot be so"
    return [f"{fault.where}: {fault.said}" for fault in caught.value.faults]


def answer(word: str) -> tuple[str, bool]:
    name, said = word.split()
    return name, said == "yes"


class TestConstruction:
    @pytest.mark.parametrize(
        ("given", "fact"),
        [
            pytest.param(True, Fact(YES), id="True is yes"),
            pytest.param(False, Fact(NO), id="False is no"),
            pytest.param(None, Fact(), id="nothing is unknown"),
            pytest.param(YES, Fact(YES), id="an answer"),
            pytest.param(UNKNOWN, Fact(), id="the answer unknown"),
            pytest.param(
                Fact(YES, source="minutes"),
                Fact(YES, source="minutes"),
                id="a fact with its source",
            ),
        ],
    )
    def test_takes_what_may_stand_for_a_fact(self, given: object, fact: Fact) -> None:
        assert case(died=given).died == fact

    def test_holds_everything_else_as_unknown(self) -> None:
        held = case()
        assert held.known == {}
        assert held.answers == {}
        assert {held.fact(name).answer for name in QUESTIONS} == {UNKNOWN}
        assert held.place == held.normally_resident == Place()
        assert held.day is None
        assert held.authority_id is None

    def test_has_one_field_for_each_question(self) -> None:
        of_facts = {one.name for one in fields(Case) if one.type is Fact}
        assert of_facts == set(QUESTIONS)
        assert Case.questions is QUESTIONS
        assert all(text.endswith("?") for text in QUESTIONS.values())

    @pytest.mark.parametrize(
        "events",
        [
            pytest.param({"aware": "2026-11-20", "notified": None}, id="a mapping"),
            pytest.param({"aware": date(2026, 11, 20)}, id="a mapping of days"),
            pytest.param([CaseEvent("aware", "2026-11-20")], id="the events"),
            pytest.param(
                (one for one in [CaseEvent("aware", "2026-11-20")]), id="any iterable"
            ),
        ],
    )
    def test_takes_events_in_any_form(self, events: Any) -> None:  # noqa: ANN401 (a table)
        held = case(events=events)
        assert held.events == (CaseEvent("aware", "2026-11-20"),)
        assert held.days == {"aware": date(2026, 11, 20)}

    @pytest.mark.parametrize(
        ("parts", "error", "says"),
        [
            ({"died": "no"}, KindError, 'Case.died: "no" is not an answer'),
            ({"died": 1}, KindError, "Case.died: 1 is not an answer"),
            ({"age": "4"}, KindError, 'Case.age: "4" is not a whole number'),
            ({"age": True}, KindError, "Case.age: True is not a whole number"),
            ({"age": -1}, RangeError, "Case.age: -1 is out of range"),
            ({"place": 3}, KindError, "Case.place: 3 is not a place"),
            ({"place": "Barnet "}, TextError, "Case.place: a name begins or ends"),
            ({"setting": "a ship"}, KindError, "Case.setting: "),
            ({"panel_view": "yes"}, KindError, "Case.panel_view: "),
            (
                {"agencies": "school"},
                KindError,
                'Case.agencies: "school" is not a list',
            ),
            ({"events": 5}, KindError, "5 is not a list"),
            ({"events": ["aware"]}, KindError, '"aware" is not a case event'),
            ({"events": {"aware": "2026-02-30"}}, DateError, "there is no day 30"),
            ({"events": {"aware": "2026-02-03T10"}}, KindError, "in any time zone"),
            ({"events": {"aware": "2026-02-03Tx"}}, DateError, "is not a time"),
            ({"events": {"aware": "1899-12-31"}}, DateError, "lies outside 1900"),
            ({"events": {"": "2026-02-03"}}, TextError, "CaseEvent.name: a name is"),
            ({"decision": "local-review"}, KindError, "Case.decision: "),
            ({"local_review": ["gather-facts"]}, KindError, "Case.local_review: "),
        ],
    )
    def test_refuses_a_part_of_another_kind(
        self, parts: dict[str, Any], error: type[MasaError], says: str
    ) -> None:
        with pytest.raises(error) as caught:
            case(**parts)
        assert says in str(caught.value)

    def test_validates_again_when_it_is_changed(self) -> None:
        held = case(died=True)
        assert evolve(held, died=False, survived=True).answers["survived"] is YES
        with pytest.raises(DocumentError):
            evolve(held, survived=True)

    def test_equal_cases_hash_equally(self) -> None:
        one, other = case(died=True), case(died=Answer.YES)
        assert one == other
        assert hash(one) == hash(other)
        assert one != case(died=False)


class TestWhatFollows:
    @pytest.mark.parametrize(("this", "so_that"), FOLLOWS)
    def test_is_drawn(self, this: str, so_that: str) -> None:
        (name, given), (then, becomes) = answer(this), answer(so_that)
        held = case(**{name: given})
        assert held.answers[then] is Answer.of(becomes)
        assert held.fact(then) == Fact(becomes)
        assert held.known[then].because
        assert held.known[then].given_in == name

    def test_is_no_more_than_that(self) -> None:
        drawn = {
            f"{name} {said}": {
                f"{then} {known.answer}"
                for then, known in case(**{name: said == "yes"}).known.items()
                if then != name
            }
            for name in QUESTIONS
            for said in ("yes", "no")
        }
        told: dict[str, set[str]] = {this: set() for this in drawn}
        for this, so_that in FOLLOWS:
            told[this].add(so_that)
        assert drawn == told

    def test_says_from_what(self) -> None:
        held = case(died=False, long_term_impairment=True)
        assert str(held.known["seriously_harmed"]) == (
            "seriously harmed is yes, as long term impairment is yes"
        )
        assert str(held.known["died"]) == "died is no"

    def test_a_stated_fact_keeps_its_source(self) -> None:
        stated = Fact(YES, source="minutes")
        held = case(serious_impairment=True, seriously_harmed=stated)
        assert held.fact("seriously_harmed") == stated
        assert held.known["seriously_harmed"].because == ""

    def test_a_fact_that_is_withheld_may_follow_all_the_same(self) -> None:
        held = case(died=Fact(None, why=WhyUnknown.WITHHELD), survived=True)
        assert held.fact("died") == Fact(NO)

    @pytest.mark.parametrize(
        ("parts", "known"),
        [
            pytest.param(
                {"events": {"died": "2026-01-02"}},
                "died is yes, as the day of the death is given",
                id="the day of a death",
            ),
            pytest.param(
                {"panel_view": PanelView.LOCAL_REVIEW},
                "panel prefers local is yes, as the Panel's view is that a local "
                "review may be more appropriate",
                id="the Panel prefers a local review",
            ),
            pytest.param(
                {"panel_view": PanelView.NATIONAL_REVIEW},
                "panel prefers local is no, as the Panel's view is that a national "
                "review is appropriate",
                id="the Panel sees a national review",
            ),
            pytest.param(
                {"setting": "in hospital"},
                "institutional setting is yes, as the child was in hospital",
                id="an institution",
            ),
            pytest.param(
                {"authorities": ["Barnet", "Camden"]},
                "cross boundary is yes, as several authorities are given",
                id="two authorities",
            ),
            pytest.param(
                {"police_areas": ["Met", "Thames Valley"]},
                "cross boundary is yes, as several police areas are given",
                id="two police areas",
            ),
            pytest.param(
                {"health_bodies": ["North", "South"]},
                "cross boundary is yes, as several health bodies are given",
                id="two health bodies",
            ),
            pytest.param(
                {"agencies": ["A school"]},
                "no agency concern is no, as agencies are given as involved",
                id="an agency",
            ),
        ],
    )
    def test_from_the_rest_of_a_case(self, parts: dict[str, Any], known: str) -> None:
        assert known in map(str, case(**parts).known.values())

    @pytest.mark.parametrize(
        "parts",
        [
            pytest.param({"setting": Setting.ELSEWHERE}, id="elsewhere"),
            pytest.param({"authorities": ["Barnet", "Barnet"]}, id="one, twice"),
            pytest.param({"health_bodies": ["North"]}, id="one health body"),
            pytest.param({"agencies": []}, id="no agencies are named"),
            pytest.param({"events": {"incident": "2026-01-02"}}, id="an incident"),
        ],
    )
    def test_nothing_follows_from_what_settles_nothing(
        self, parts: dict[str, Any]
    ) -> None:
        assert case(**parts).known == {}

    def test_of_each_setting(self) -> None:
        institutions = {
            Setting.CHILDRENS_HOME,
            Setting.RESIDENTIAL_SCHOOL,
            Setting.HOSPITAL,
            Setting.CUSTODY,
            Setting.OTHER_INSTITUTION,
        }
        assert {one for one in Setting if one.is_institutional is YES} == institutions
        assert not [one for one in Setting if one.is_institutional is NO]


class TestContradictions:
    @pytest.mark.parametrize(
        ("parts", "fault"),
        [
            pytest.param(
                {"died": True, "survived": True},
                "died: survived is yes; but survived is no, as died is yes",
                id="died and survived",
            ),
            pytest.param(
                {"authority_suspects": True, "abuse_or_neglect_suspected": False},
                "abuse_or_neglect_suspected: authority suspects is yes; but authority "
                "suspects is no, as abuse or neglect suspected is no",
                id="the authority suspects what nobody does",
            ),
            pytest.param(
                {"seriously_harmed": False, "physical_impairment": True},
                "seriously_harmed: physical impairment is yes; but physical impairment "
                "is no, as seriously harmed is no",
                id="impaired and not harmed",
            ),
            pytest.param(
                {"died": True, "unattended_stillbirth": True},
                "unattended_stillbirth: stillbirth is no, as died is yes; but "
                "stillbirth is yes, as unattended stillbirth is yes",
                id="died and stillborn, indirectly",
            ),
            pytest.param(
                {"care_leaver": False, "care_leaver_known": True},
                "care_leaver: care leaver known is yes; but care leaver known is no, "
                "as care leaver is no",
                id="no care leaver and known to be one",
            ),
            pytest.param(
                {"died": False, "events": {"died": "2026-01-02"}},
                "events: died is no; but died is yes, as the day of the death is given",
                id="the day of a death of one who did not die",
            ),
            pytest.param(
                {"survived": True, "events": {"died": "2026-01-02"}},
                "survived: died is yes, as the day of the death is given; but died is "
                "no, as survived is yes",
                id="the day of a death of one who survived",
            ),
            pytest.param(
                {"panel_prefers_local": True, "panel_view": PanelView.NO_REVIEW},
                "panel_view: panel prefers local is yes; but panel prefers local is "
                "no, as the Panel's view is that no review is called for",
                id="the Panel's view",
            ),
            pytest.param(
                {"institutional_setting": False, "setting": "in custody"},
                "setting: institutional setting is no; but institutional setting is "
                "yes, as the child was in custody",
                id="the setting",
            ),
            pytest.param(
                {"cross_boundary": False, "police_areas": ["Met", "Kent"]},
                "police_areas: cross boundary is no; but cross boundary is yes, as "
                "several police areas are given",
                id="two police areas",
            ),
            pytest.param(
                {"no_agency_concern": True, "agencies": ["A school"]},
                "agencies: no agency concern is yes; but no agency concern is no, as "
                "agencies are given as involved",
                id="no agency, and an agency",
            ),
        ],
    )
    def test_are_refused_once_each_with_words_and_place(
        self, parts: dict[str, Any], fault: str
    ) -> None:
        assert refused(**parts) == [fault]

    def test_an_unknown_fact_contradicts_nothing(self) -> None:
        unknown = Fact(None, why=WhyUnknown.CANNOT_BE_KNOWN)
        assert case(survived=True, died=unknown).answers["died"] is NO

    @pytest.mark.parametrize(("this", "so_that"), FOLLOWS)
    def test_every_implication_can_be_contradicted(
        self, this: str, so_that: str
    ) -> None:
        (name, given), (then, becomes) = answer(this), answer(so_that)
        (fault,) = refused(**{name: given, then: not becomes})
        assert fault.split(":")[0] in {name, then}

    def test_the_settling_itself_keeps_both_sides(self) -> None:
        died, survived = KnownFact("died", YES), KnownFact("survived", YES)
        found = settled([died, survived])
        ((held, other),) = found.clashes
        assert held == survived
        assert (other.fact, other.answer, other.given_in) == ("survived", NO, "died")
        assert found.known["died"] is died


class TestOtherFaults:
    @pytest.mark.parametrize(
        ("parts", "fault"),
        [
            (
                {"local_authority": "Barnett"},
                'local_authority: "Barnett" is no local authority in England',
            ),
            ({"place": "Wales"}, 'place: "Wales" is no local authority in England'),
            (
                {"normally_resident": "Paris"},
                'normally_resident: "Paris" is no local authority in England',
            ),
            (
                {"authorities": ["Barnet", "Zork"]},
                'authorities[1]: "Zork" is no local authority in England',
            ),
            (
                {"place": "Poole", "events": {"aware": "2020-10-01"}},
                'place: "Borough of Poole" was not there on 1 October 2020: it ended',
            ),
            (
                {"edition": "WT2019"},
                'edition: there is no edition "WT2019" of Working Together',
            ),
            (
                {"edition": "Children Act 2004"},
                'edition: there is no edition "Children Act 2004" of Working Together',
            ),
            (
                {"events": {"awaer": "2026-01-02"}},
                'events.awaer: there is no event "awaer"',
            ),
            (
                {"events": {"hospital": "2026-01-02"}},
                'events.hospital: there is no event "hospital"',
            ),
            (
                {"events": {"aware": "2014-12-31"}},
                "events.aware: the statute book does not cover 31 December 2014",
            ),
            (
                {"events": {"published": "2041-01-01"}},
                "events.published: the statute book does not cover 1 January 2041",
            ),
            (
                {
                    "events": [
                        CaseEvent("aware", "2026-01-02"),
                        CaseEvent("aware", "2026-01-03"),
                    ]
                },
                "events.aware: the event is given twice",
            ),
        ],
    )
    def test_are_refused_with_words_and_place(
        self, parts: dict[str, Any], fault: str
    ) -> None:
        (found,) = refused(**parts)
        assert found.startswith(fault)

    @pytest.mark.parametrize(
        ("earlier", "later"),
        [
            ("incident", "aware"),
            ("aware", "notified"),
            ("notified", "rapid_review_sent"),
            ("rapid_review_sent", "replied"),
            ("incident", "notified"),
            ("aware", "decided"),
            ("decided", "published"),
            ("known", "notified"),
            ("decided", "publishing"),
            ("copied", "published"),
        ],
    )
    def test_an_event_comes_no_earlier_than_what_it_depends_on(
        self, earlier: str, later: str
    ) -> None:
        days = {earlier: "2026-03-05", later: "2026-03-04"}
        said = f"{later} (4 March 2026) comes before {earlier} (5 March 2026)"
        assert refused(events=days) == [f"events.{later}: {said}"]
        same = {earlier: "2026-03-05", later: "2026-03-05"}
        assert len(case(events=same).days) == 2

    def test_come_all_at_once(self) -> None:
        assert [
            fault.split(": ")[0]
            for fault in refused(
                died=True,
                survived=True,
                panel_prefers_local=True,
                panel_view="no review is called for",
                local_authority="Barnett",
                place="Atlantis",
                authorities=["Zork"],
                edition="WT2019",
                events={
                    "awaer": "2026-01-01",
                    "aware": "2026-02-01",
                    "notified": "2026-01-01",
                    "published": "2041-01-01",
                },
            )
        ] == [
            "panel_view",
            "died",
            "local_authority",
            "place",
            "authorities[0]",
            "edition",
            "events.awaer",
            "events.published",
            "events.notified",
        ]

    def test_say_what_would_be_right(self) -> None:
        with pytest.raises(DocumentError) as caught:
            case(
                local_authority="Barnett",
                edition="WT2019",
                events={"awaer": "2026-01-01", "zzz": "2014-01-01"},
            )
        assert [fault.remedy for fault in caught.value.faults] == [
            'did you mean "Barnet"?',
            "there are WT2015, WT2018, WT2023 and WT2026",
            'did you mean "aware"?',
            f"there are {listed(sorted(meanings()))}",
            "it covers 26 March 2015 to 31 December 2040",
        ]


class TestReference:
    @pytest.mark.parametrize("good", ["7", "LSCPR-2026/3", "A" * 40, "0", "-", "/"])
    def test_is_short_and_of_capitals_and_digits(self, good: str) -> None:
        assert Case(reference=good).reference == good

    @pytest.mark.parametrize(
        "bad",
        [
            pytest.param("Jane Doe", id="a name as it is written"),
            pytest.param("JANE DOE", id="a name in capitals"),
            pytest.param("Jane", id="a first name"),
            pytest.param("O'BRIEN", id="a name with an apostrophe"),
            pytest.param("JOSÉ", id="a name with an accent"),
            pytest.param("J. D.", id="initials as they are written"),
            pytest.param("14.2.2019", id="a birthday with stops"),
            pytest.param("485 777 3456", id="a number with spaces"),
            pytest.param("7\n", id="a line break after it"),
            pytest.param("", id="nothing"),
            pytest.param("A" * 41, id="one too long"),
            pytest.param("\N{ARABIC-INDIC DIGIT ONE}", id="a digit of another script"),
        ],
    )
    def test_has_no_room_for_who_it_is(self, bad: str) -> None:
        with pytest.raises(TextError, match="is not a case reference") as caught:
            Case(reference=bad)
        assert caught.value.field == "Case.reference"

    def test_is_text(self) -> None:
        with pytest.raises(KindError, match="is not text"):
            Case(reference=7)  # type: ignore[arg-type] # on purpose


class TestNobodyIsNamed:
    """The types leave no room for who a child is."""

    PARTS = (Case, CaseEvent, ReviewDecision, ReviewStep, Place, Fact)
    TELLING = (
        "name",
        "address",
        "birth",
        "nhs",
        "postcode",
        "surname",
        "child_id",
        "school",
        "gender",
        "ethnic",
        "religion",
        "phone",
        "mail",
        "parent",
        "mother",
        "father",
        "sibling",
        "number",
        "dob",
    )

    @pytest.mark.parametrize("cls", PARTS)
    def test_no_field_is_for_who_a_child_is(self, cls: type) -> None:
        own = {one.name for one in fields(cls)}
        if cls is CaseEvent:
            own -= {"name"}  # of the event
        own -= {"stillbirth", "unattended_stillbirth"}  # facts, and no days
        assert not [name for name in own for word in self.TELLING if word in name]

    def test_every_class_that_a_case_holds_is_looked_at(self) -> None:
        def inside(annotation: Any) -> set[type]:  # noqa: ANN401 (any annotation)
            args = getattr(annotation, "__args__", ())
            found = set().union(*map(inside, args)) if args else set()
            is_ours = isinstance(annotation, type) and has(annotation)
            return found | ({annotation} if is_ours else set())

        held = set().union(*(inside(one.type) for one in fields(Case)))
        assert held == set(self.PARTS) - {Case}

    def test_an_event_has_no_other_name_than_those_of_the_clocks(self) -> None:
        (fault,) = refused(events={"Jane Doe": "2026-01-02"})
        assert fault == "events.'Jane Doe': there is no event \"Jane Doe\""

    def test_a_place_is_no_address(self) -> None:
        (fault,) = refused(place="1 High Street, Barnet")
        assert fault.startswith('place: "1 High Street, Barnet" is no local authority')


class TestDay:
    @pytest.mark.parametrize(
        ("events", "day"),
        [
            ({"aware": "2026-03-05"}, date(2026, 3, 5)),
            ({"aware": "2026-03-05", "died": "2026-03-04"}, date(2026, 3, 5)),
            ({"died": "2026-03-04"}, date(2026, 3, 4)),
            ({"died": "2026-03-04", "incident": "2026-03-03"}, date(2026, 3, 3)),
            ({"notified": "2026-03-05"}, None),
        ],
    )
    def test_is_that_of_becoming_aware_the_incident_or_the_death(
        self, events: dict[str, str], day: date | None
    ) -> None:
        assert case(events=events).day == day

    @pytest.mark.parametrize(
        "at",
        [
            "2026-03-05T09:30+00:00",
            datetime(2026, 3, 5, 9, 30, tzinfo=UTC),
            datetime(2026, 3, 5, 9, 30, tzinfo=timezone(timedelta(hours=2))),
        ],
    )
    def test_of_a_time_is_its_own_day(self, at: str | datetime) -> None:
        assert case(events={"aware": at}).day == date(2026, 3, 5)
        assert isinstance(case(events={"aware": at}).days["aware"], datetime)


class TestAuthority:
    @pytest.mark.parametrize(
        ("name", "aware", "found"),
        [
            pytest.param("Barnet", None, "barnet", id="one that always was"),
            pytest.param("Dorset", None, "dorset-council", id="of two, that of today"),
            pytest.param(
                "Dorset", "2018-10-01", "dorset-county-council", id="before 2019"
            ),
            pytest.param("Dorset", "2020-10-01", "dorset-council", id="after 2019"),
            pytest.param(
                "Poole", "2018-10-01", "poole", id="one that was there on the day"
            ),
            pytest.param("Poole", None, "poole", id="one that had the name"),
            pytest.param(
                "Dorset", "2015-04-01", "dorset-council", id="before the register"
            ),
        ],
    )
    def test_is_the_one_of_that_name_on_the_day(
        self, name: str, aware: str | None, found: str
    ) -> None:
        held = case(local_authority=name, events={"aware": aware})
        assert held.authority_id == held.authority(name).id == found

    def test_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(UnknownNameError):
            case().authority("Atlantis")
        with pytest.raises(NotInForceError):
            case(events={"aware": "2020-01-01"}).authority("Poole")
        with pytest.raises(KindError):
            case().authority(7)  # type: ignore[arg-type] # on purpose


class TestFact:
    @pytest.mark.parametrize(
        ("name", "remedy"),
        [("dyed", 'did you mean "died"?'), ("zzz", "look at `Case.questions`")],
    )
    def test_of_no_such_name(self, name: str, remedy: str) -> None:
        with pytest.raises(UnknownNameError, match="there is no fact") as caught:
            case().fact(name)
        assert caught.value.remedy == remedy

    def test_name_is_text(self) -> None:
        with pytest.raises(KindError):
            case().fact(7)  # type: ignore[arg-type] # on purpose

    def test_that_is_known_has_no_reason_for_not_being_known(self) -> None:
        with pytest.raises(FactError, match="cannot be withheld"):
            Fact(YES, why=WhyUnknown.WITHHELD)

    def test_reasons_for_not_knowing_are_kept(self) -> None:
        for why in WhyUnknown:
            held = case(died=Fact(None, why=why))
            assert held.fact("died").why is why
            assert held.known == {}
            assert held.to_records() == [
                {"fact": "died", "answer": f"unknown: {why.value}", "from": ""}
            ]


class TestParts:
    def test_outcomes_say_of_both_questions(self) -> None:
        assert [
            (one.has_local_review, one.is_put_to_panel) for one in ReviewOutcome
        ] == [(True, False), (False, False), (False, True), (True, True)]

    def test_print_themselves(self) -> None:
        decided = ReviewDecision(outcome="no-local-review", on="2026-03-05")  # type: ignore[arg-type] # on purpose
        assert str(decided) == "no local review, on 5 March 2026"
        assert str(ReviewDecision(outcome=ReviewOutcome.REFER_NATIONAL)) == (
            "refer national"
        )
        step = ReviewStep(step="gather-facts", on="2026-03-05")
        assert str(step) == "gather facts: 5 March 2026"
        at = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
        assert str(CaseEvent("aware", at)) == "aware: 09:30 UTC, 5 March 2026"

    def test_family_told_has_no_truth_of_its_own(self) -> None:
        decided = ReviewDecision(outcome=ReviewOutcome.LOCAL_REVIEW, family_told=True)  # type: ignore[arg-type] # on purpose
        assert decided.family_told == Fact(YES)
        with pytest.raises(TruthError):
            bool(ReviewDecision(outcome=ReviewOutcome.LOCAL_REVIEW).family_told)

    @pytest.mark.parametrize(
        ("make", "error"),
        [
            (lambda: ReviewDecision(outcome="perhaps"), KindError),  # type: ignore[arg-type] # on purpose
            (lambda: ReviewStep(step="Gather", on="2026-03-05"), TextError),
            (lambda: ReviewStep(step="gather", on="2026-13-05"), DateError),
            (lambda: CaseEvent("aware", datetime(2026, 3, 5)), KindError),  # noqa: DTZ001 (refused)
            (
                lambda: CaseEvent("aware", datetime(2026, 3, 5, 0, 0, 0, 1, UTC)),
                DateError,
            ),
        ],
    )
    def test_refuse_what_they_cannot_be(
        self, make: Callable[[], object], error: type[MasaError]
    ) -> None:
        with pytest.raises(error):
            make()

    def test_events_of_a_death_leave_out_the_decision_of_another_process(self) -> None:
        death = events_of(shelf.pathway("child-death"))
        assert "decided" in meanings()
        assert "decided" not in death
        assert "died" in death
        assert "decided" in events_of(shelf.pathway("serious-incident"))


FULL = Case(
    reference="LSCPR-2026/3",
    local_authority="Barnet",
    edition="WT2018",
    place="Camden",
    normally_resident=Place(None, why=WhyUnknown.WITHHELD),
    age=4,
    setting=Setting.CHILDRENS_HOME,
    agencies=["Health <A> & B"],  # type: ignore[arg-type] # on purpose
    authorities=["Barnet", "Camden"],  # type: ignore[arg-type] # on purpose
    panel_view=PanelView.LOCAL_REVIEW,
    died=Fact(NO, source="post-mortem | s.1"),
    long_term_impairment=True,
    looked_after=Fact(None, why=WhyUnknown.AWAITED_FROM_AN_AGENCY),
    events={"incident": "2023-03-01", "aware": "2023-03-02T09:30+00:00"},
    decision=ReviewDecision(
        outcome=ReviewOutcome.LOCAL_REVIEW,
        on=date(2023, 4, 1),
        rationale="There is much to learn.",
        family_told=Fact(YES),
    ),
)


class TestShowing:
    @pytest.mark.parametrize("layout", ["txt", "md", "html"])
    def test_reads_as_the_golden_file(self, layout: str) -> None:
        made = {"txt": FULL.to_text, "md": FULL.to_markdown, "html": FULL.to_html}
        golden = (GOLDEN / f"case.{layout}").read_text(encoding="utf-8")
        assert made[layout]() == golden

    def test_lays_out_each_step_of_a_review(self) -> None:
        steps = [
            ReviewStep(
                step="gather-facts",
                on="2026-03-02T09:30+00:00",
                covers=("facts", "potential"),
                to=("Ofsted", "the Panel"),
                says="Late: two agencies answered late.",
            ),
            ReviewStep(step="notify", on="2026-03-03"),
        ]
        page = case(rapid_review=steps).to_markdown()
        assert page.endswith(
            "**rapid review**\n\n"
            "| step | day | covers | to | says |\n| --- | --- | --- | --- | --- |\n"
            "| gather-facts | 09:30 UTC, 2 March 2026 | facts; potential "
            "| Ofsted; the Panel | Late: two agencies answered late. |\n"
            "| notify | 3 March 2026 |  |  |  |\n"
        )
        assert "local review" not in page

    def test_gives_each_fact_as_a_record(self) -> None:
        assert [tuple(row.values()) for row in FULL.to_records()] == [
            ("died", "no", "post-mortem | s.1"),
            ("seriously harmed", "yes", "long term impairment is yes"),
            ("long term impairment", "yes", ""),
            ("looked after", "unknown: awaited from an agency", ""),
            (
                "panel prefers local",
                "yes",
                "the Panel's view is that a local review may be more appropriate",
            ),
            ("no agency concern", "no", "agencies are given as involved"),
            ("cross boundary", "yes", "several authorities are given"),
            ("institutional setting", "yes", "the child was in a children's home"),
        ]

    def test_prints_short(self) -> None:
        assert str(FULL) == "Case LSCPR-2026/3"
        assert repr(FULL) == "<Case 'LSCPR-2026/3': 7 facts known, 2 events>"
        assert "not stated" in case().to_text()

    def test_place_words_are_those_of_where(self) -> None:
        assert case(place=Where.HERE).place == case(place="this authority").place


class TestPlacesOfACase:
    def test_are_two(self) -> None:
        with pytest.raises(UnknownNameError, match='has no place "home"') as caught:
            case().seen("home")
        assert caught.value.remedy == "give place or normally_resident"

    def test_an_authority_is_named_by_its_proper_name(self) -> None:
        with pytest.raises(KindError):
            case().authority(["Barnet"])  # type: ignore[arg-type] # the point
        with pytest.raises(TextError):
            case().authority("")


class TestDecision:
    def test_is_on_the_day_of_its_event(self) -> None:
        decided = {
            "decision": ReviewDecision(
                outcome=ReviewOutcome.LOCAL_REVIEW, on=date(2026, 3, 1)
            )
        }
        assert case(**decided, events={"decided": "2026-03-01"}).decision
        (said,) = refused(**decided, events={"decided": "2026-01-12"})
        assert said == (
            "decision.on: the partners decided on 1 March 2026, but decided is "
            "12 January 2026"
        )

    def test_authorities_are_the_same_by_whatever_name(self) -> None:
        same = case(local_authority="Barnet", authorities=["London Borough of Barnet"])
        other = case(local_authority="Barnet", authorities=["Camden"])
        assert "cross_boundary" not in same.known
        assert other.known["cross_boundary"].answer is YES
