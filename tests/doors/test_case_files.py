"""Cases as files: what is read, what is written, and everything that is refused."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.errors import DocumentError, KindError, UnknownNameError

NO, YES = masa.Answer.NO, masa.Answer.YES
TOP = 'reference = "7"\n'
EVENTS = f"{TOP}[events]\n"


class TestReading:
    @pytest.mark.parametrize(
        ("line", "fact"),
        [
            ("died = true", masa.Fact(YES)),
            ("died = false", masa.Fact(NO)),
            ('died = "yes"', masa.Fact(YES)),
            ('died = "unknown"', masa.Fact(None)),
            ('died = { is = false, at = "10" }', masa.Fact(NO, source="10")),
            ('died = { is = "no", at = "10" }', masa.Fact(NO, source="10")),
            ('died = { unknown = "withheld" }', masa.Fact(None, why="withheld")),
            ("died = { unknown = true }", masa.Fact(None)),
            ('died = { answer = true, source = "10" }', masa.Fact(YES, source="10")),
        ],
    )
    def test_a_fact_in_every_form(self, line: str, fact: masa.Fact) -> None:
        assert masa.loads_case(TOP + line).died == fact

    @pytest.mark.parametrize(
        ("line", "place"),
        [
            ('place = "this authority"', masa.Place(masa.Where.HERE)),
            ('place = "Barnet"', masa.Place("Barnet")),
            (
                'place = { is = "Barnet", at = "10" }',
                masa.Place("Barnet", source=masa.Source("10")),
            ),
            (
                'place = { unknown = "withheld" }',
                masa.Place(why=masa.WhyUnknown.WITHHELD),
            ),
            ('place = "unknown"', masa.Place()),
        ],
    )
    def test_a_place_in_every_form(self, line: str, place: masa.Place) -> None:
        assert masa.loads_case(TOP + line).place == place

    @pytest.mark.parametrize(
        "written",
        [
            "died = 2026-11-20T10:00:00+00:00",
            'died = "2026-11-20T10:00:00+00:00"',
        ],
    )
    def test_a_time_with_its_zone(self, written: str) -> None:
        held = masa.loads_case(EVENTS + written).days["died"]
        assert held == datetime(2026, 11, 20, 10, tzinfo=UTC)

    def test_events_as_a_table_or_as_a_list(self) -> None:
        table = masa.loads_case(f"{EVENTS}aware = 2026-11-20")
        listed = masa.loads_case(f'{TOP}[[events]]\nname = "aware"\non = 2026-11-20\n')
        assert table == listed

    def test_the_steps_of_a_review(self) -> None:
        held = masa.loads_case(
            f'{TOP}[[local_review]]\nstep = "complete-report"\non = 2026-11-20\n'
            'covers = ["improvements"]\nto = ["Ofsted"]\nin_writing = true\n'
        )
        (step,) = held.local_review
        assert (step.covers, step.to) == (("improvements",), ("Ofsted",))
        assert step.in_writing == masa.Fact(YES)

    def test_a_file_by_path_or_open(self, tmp_path: Path) -> None:
        file = tmp_path / "case.json"
        case = masa.Case(reference="7", died=True)
        masa.dump(case, file)
        assert masa.load_case(file) == case
        assert masa.load_case(io.BytesIO(file.read_bytes())) == case
        assert masa.load_case(io.StringIO(masa.dumps(case)), format="toml") == case


class TestBundled:
    def test_there_is_a_case_of_the_first_days(self) -> None:
        assert masa.examples.case_names() == ("first-days",)
        case = masa.examples.load_case("first-days")
        assert masa.is_serious_case(case).answer is masa.Answer.UNKNOWN
        assert case.fact("seriously_harmed").why is not None

    def test_there_are_no_others(self) -> None:
        with pytest.raises(UnknownNameError, match='no case called "last-days"'):
            masa.examples.load_case("last-days")
        with pytest.raises(UnknownNameError, match='no arrangement called "first-'):
            masa.examples.load("first-days")


class TestWriting:
    def test_is_as_brief_as_a_person_would_be(self) -> None:
        case = masa.Case(
            reference="7",
            place="Barnet",
            died=False,
            seriously_harmed=masa.Fact(None, why="withheld"),
            events={"aware": "2026-11-20"},
        )
        assert masa.dumps(case).splitlines() == [
            'reference = "7"',
            'place = "Barnet"',
            "died = false",
            'seriously_harmed = { unknown = "withheld" }',
            'events = { aware = "2026-11-20" }',
        ]

    def test_is_no_arrangement(self) -> None:
        text = masa.dumps(masa.Case(reference="7"))
        with pytest.raises(DocumentError, match="is not an arrangement"):
            masa.loads(text)

    @pytest.mark.parametrize("layout", ["toml", "json"])
    @settings(max_examples=150)
    @given(case=strategies.cases())
    def test_is_read_back_as_it_was(self, layout: str, case: masa.Case) -> None:
        text = masa.dumps(case, format=layout)
        assert masa.loads_case(text, format=layout) == case
        assert masa.dumps(masa.loads_case(text, format=layout), format=layout) == text

    def test_nothing_else_is_written(self) -> None:
        with pytest.raises(KindError, match="neither an arrangement nor a case"):
            masa.dumps("7")  # type: ignore[arg-type] # the point


NO_ANSWER = "is not an answer; write no, unknown or yes"
REFUSED = {
    "no reference": ("died = true", "", None, "the key `reference` is missing"),
    "a reference with a name": (
        'reference = "Anna Smith"',
        "reference",
        1,
        '"Anna Smith" is not a case reference; write at most 40 capitals',
    ),
    "a reference that is a number": ("reference = 7", "reference", 1, "is not text"),
    "a reference that is too long": (
        f'reference = "{"A" * 41}"',
        "reference",
        1,
        "is not a case reference",
    ),
    "a field for a name": (f'{TOP}name = "A"', "name", 2, 'there is no key "name"'),
    "a field for an address": (f'{TOP}address = "A"', "address", 2, "there is no key"),
    "a field for a birthday": (
        f"{TOP}date_of_birth = 2020-01-01",
        "date_of_birth",
        2,
        "there is no key",
    ),
    "a misspelt fact": (f"{TOP}dyed = true", "dyed", 2, 'did you mean "died"?'),
    "a fact that is a number": (f"{TOP}died = 1", "died", 2, "is not a fact"),
    "a fact that is another word": (
        f'{TOP}died = "perhaps"',
        "died",
        2,
        NO_ANSWER,
    ),
    "a fact with a decimal": (f"{TOP}died = 0.5", "died", 2, "decimal point"),
    "a fact that is a list": (f"{TOP}died = [true]", "died", 2, "is not a fact"),
    "a fact that is a day": (f"{TOP}died = 2026-01-01", "died", 2, "is not a fact"),
    "a fact of Python": (f"{TOP}died = True", "", 2, "write true or false"),
    "a fact with a strange key": (
        f"{TOP}died = {{ is = true, why_not = 1 }}",
        "died.why_not",
        2,
        "there is no key",
    ),
    "a known fact with a reason": (
        f'{TOP}died = {{ is = true, unknown = "withheld" }}',
        "died",
        2,
        'a fact that is "yes" cannot be withheld',
    ),
    "an unknown fact with no such reason": (
        f'{TOP}died = {{ unknown = "lost" }}',
        "died.unknown",
        2,
        "write not yet established, awaited from an agency",
    ),
    "a fact that is said twice": (
        f"{TOP}died = {{ is = true, answer = true }}",
        "died.is",
        2,
        'the key "is" says what another says here; keep one of them',
    ),
    "an authority that is a text and is none": (
        f'{TOP}authorities = "Barnett"',
        "authorities",
        2,
        'did you mean "Barnet"?',
    ),
    "an unknown fact that is not": (
        f"{TOP}died = {{ unknown = false }}",
        "died.unknown",
        2,
        "is not a reason for not knowing",
    ),
    "a fact from no place": (
        f"{TOP}died = {{ is = true, at = 7 }}",
        "died.at",
        2,
        "is not a place",
    ),
    "a place that is a number": (f"{TOP}place = 7", "place", 2, "is not a place"),
    "a place that is a truth": (f"{TOP}place = true", "place", 2, "is not a place"),
    "an authority that there is not": (
        f'{TOP}place = "Barnett"',
        "place",
        2,
        'did you mean "Barnet"?',
    ),
    "an own authority that there is not": (
        f'{TOP}local_authority = "Londinium"',
        "local_authority",
        2,
        "is no local authority in England",
    ),
    "an involved authority that there is not": (
        f'{TOP}authorities = ["Barnet", "Cardif"]',
        "authorities[1]",
        2,
        "is no local authority in England",
    ),
    "an authority of another day": (
        f'{TOP}local_authority = "Cumbria"\n[events]\naware = 2026-11-20',
        "local_authority",
        2,
        "was not there on 20 November 2026",
    ),
    "a known place with a reason": (
        f'{TOP}place = {{ is = "Barnet", unknown = "withheld" }}',
        "place",
        2,
        "a place that is Barnet cannot be withheld",
    ),
    "an age that is a text": (f'{TOP}age = "ten"', "age", 2, "is not a whole number"),
    "an age that is no whole number": (f"{TOP}age = 2.5", "age", 2, "decimal point"),
    "an age before birth": (f"{TOP}age = -1", "age", 2, "out of range"),
    "an age that is a truth": (f"{TOP}age = true", "age", 2, "is not a whole number"),
    "a setting that there is not": (
        f'{TOP}setting = "castle"',
        "setting",
        2,
        "write at home, with relatives or friends",
    ),
    "a view that the Panel cannot have": (
        f'{TOP}panel_view = "sad"',
        "panel_view",
        2,
        "a local review may be more appropriate",
    ),
    "agencies as one number": (f"{TOP}agencies = 3", "agencies", 2, "is not a list"),
    "an agency that is a number": (
        f"{TOP}agencies = [3]",
        "agencies[0]",
        2,
        "not text",
    ),
    "an agency with a hidden character": (
        f'{TOP}agencies = ["a\u202eb"]',
        "agencies[0]",
        2,
        "hidden character U+202E",
    ),
    "an edition that there is not": (
        f'{TOP}edition = "WT2019"',
        "edition",
        2,
        "there are WT2015, WT2018, WT2023 and WT2026",
    ),
    "an edition of something else": (
        f'{TOP}edition = "SI2018/789"',
        "edition",
        2,
        "there is no edition",
    ),
    "an event that there is not": (
        f"{EVENTS}noticed = 2026-11-20",
        "events.noticed",
        3,
        'did you mean "notified"?',
    ),
    "an event that is a truth": (
        f"{EVENTS}aware = true",
        "events.aware",
        3,
        "is not a day",
    ),
    "an event on no day": (
        f'{EVENTS}aware = "2026-13-01"',
        "events.aware",
        3,
        "there is no day 1 of month 13",
    ),
    "an event at a time in no zone": (
        f"{EVENTS}aware = 2026-11-20T10:00:00",
        "events.aware",
        3,
        "is not in any time zone",
    ),
    "an event at a time alone": (
        f"{EVENTS}aware = 10:00:00",
        "events.aware",
        3,
        "10:00:00 is a time of day",
    ),
    "an event before the book": (
        f"{EVENTS}incident = 2014-11-20",
        "events.incident",
        3,
        "the statute book does not cover 20 November 2014",
    ),
    "an event after the book": (
        f"{EVENTS}incident = 2041-01-01",
        "events.incident",
        3,
        "it covers 26 March 2015 to 31 December 2040",
    ),
    "an event that is given twice": (
        f"{TOP}[[events]]\nname = 'aware'\non = 2026-11-20\n"  # noqa: ISC004 (one text)
        "[[events]]\nname = 'aware'\non = 2026-11-21\n",
        "events[1]",
        5,
        "the event is given twice",
    ),
    "an event before another": (
        f"{EVENTS}aware = 2026-11-20\nnotified = 2026-11-19",
        "events.notified",
        4,
        "comes before aware (20 November 2026); check both days",
    ),
    "a copy after its report": (
        f"{EVENTS}copied = 2026-11-20\npublished = 2026-11-19",
        "events.published",
        4,
        "comes before copied",
    ),
    "an event in a table of its own": (
        f"{TOP}events = 3",
        "events",
        2,
        "is not a list",
    ),
    "a child who died and survived": (
        f"{TOP}died = true\nsurvived = true",
        "died",
        2,
        "survived is yes; but survived is no, as died is yes",
    ),
    "a harm that is serious and is not": (
        f"{TOP}seriously_harmed = false\nlong_term_impairment = true",
        "seriously_harmed",
        2,
        "long term impairment is no, as seriously harmed is no",
    ),
    "what the authority suspects and nobody does": (
        f"{TOP}abuse_or_neglect_suspected = false\nauthority_suspects = true",
        "abuse_or_neglect_suspected",
        2,
        "as abuse or neglect suspected is no",
    ),
    "a death on a day that was none": (
        f"{TOP}died = false\n[events]\ndied = 2026-11-20",
        "events",
        None,
        "the day of the death is given",
    ),
    "a view of the Panel that it is not": (
        f"{TOP}panel_prefers_local = false\n"  # noqa: ISC004 (one text)
        'panel_view = "a local review may be more appropriate"',
        "panel_view",
        3,
        "the Panel's view is that a local review may be more appropriate",
    ),
    "agencies where there were none": (
        f'{TOP}no_agency_concern = true\nagencies = ["A trust"]',
        "agencies",
        3,
        "agencies are given as involved",
    ),
    "two areas that are one": (
        f'{TOP}cross_boundary = false\npolice_areas = ["A", "B"]',
        "police_areas",
        3,
        "several police areas are given",
    ),
    "an institution that is none": (
        f'{TOP}institutional_setting = false\nsetting = "in custody"',
        "setting",
        3,
        "the child was in custody",
    ),
    "a decision that there is not": (
        f'{TOP}[decision]\noutcome = "maybe"',
        "decision.outcome",
        3,
        "write local-review, no-local-review, refer-national or local-and-national",
    ),
    "a decision without its outcome": (
        f'{TOP}[decision]\nrationale = "R"',
        "decision",
        2,
        "the key `outcome` is missing",
    ),
    "a step without its day": (
        f'{TOP}[[rapid_review]]\nstep = "send"',
        "rapid_review[0]",
        2,
        "the key `on` is missing",
    ),
    "a step that is no id": (
        f'{TOP}[[rapid_review]]\nstep = "Send it"\non = 2026-11-20',
        "rapid_review[0].step",
        3,
        "is not an id",
    ),
    "a key that is given twice": (f"{TOP}died = true\ndied = true", "died", 3, "twice"),
    "a list at the top": ("[1, 2]", "", None, ""),
    "an empty file": ("", "", None, "or `reference`, are needed"),
}


AS_A_TABLE = '{incident = "2026-11", aware = 2026-11-20, notified = 2026-11-19}'
AS_A_LIST = (
    '[{name = "incident", on = 3}, {name = "aware", on = 2026-11-20}, '
    '{name = "notified", on = 2026-11-19}]'
)


class TestRefusing:
    @pytest.mark.parametrize(
        ("text", "path", "line", "says"),
        [pytest.param(*row, id=name) for name, row in REFUSED.items()],
    )
    def test_each_fault_has_its_place(
        self, text: str, path: str, line: int | None, says: str
    ) -> None:
        with pytest.raises(DocumentError) as caught:
            masa.loads_case(text)
        found = [
            (".".join(map(str, one.path)), one.line, str(one))
            for one in caught.value.faults
        ]
        wanted = path.replace("[", ".").replace("]", "")
        assert any(
            where == wanted and says in words and line in (None, number)
            for where, number, words in found
        ), found

    def test_all_faults_come_at_once(self) -> None:
        text = (
            f'{TOP}local_authority = "Barnett"\nedition = "WT2019"\ndied = true\n'
            "survived = true\n[events]\naware = 2026-11-20\nnotified = 2026-11-19\n"
            "incident = 2014-01-01\n"
        )
        with pytest.raises(DocumentError) as caught:
            masa.loads_case(text)
        paths = {one.path[-1] for one in caught.value.faults}
        assert paths == {
            "local_authority",
            "edition",
            "died",
            "notified",
            "incident",
        }

    def test_also_those_between_the_parts_that_could_be_read(self) -> None:
        text = f"{TOP}age = 2.5\ndied = true\nsurvived = true\nlocal_authority = 3\n"
        with pytest.raises(DocumentError) as caught:
            masa.loads_case(text)
        paths = [one.path[0] for one in caught.value.faults]
        assert paths == ["age", "died", "local_authority"]

    @pytest.mark.parametrize(
        ("events", "paths"),
        [
            (AS_A_TABLE, {"events.incident", "events.notified"}),
            (AS_A_LIST, {"events[0].on", "events[2]"}),
        ],
        ids=["a table", "a list"],
    )
    def test_also_those_of_the_neighbours_of_a_faulty_item(
        self, events: str, paths: set[str]
    ) -> None:
        given = 'authorities = [3, "Barnet", "", "Barnett", "Camdn"]'
        text = f"{TOP}{given}\nevents = {events}\n"
        with pytest.raises(DocumentError) as caught:
            masa.loads_case(text)
        assert {one.where.partition(" (")[0] for one in caught.value.faults} == {
            "authorities[0]",
            "authorities[2]",
            "authorities[3]",
            "authorities[4]",
            *paths,
        }

    @settings(max_examples=60)
    @given(st.text(max_size=200))
    def test_whatever_is_given_only_our_own_error_comes(self, text: str) -> None:
        with pytest.raises(masa.MasaError):
            masa.loads_case(f"{text}\n= ")
