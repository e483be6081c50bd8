"""What a rule says, from when to when, and how it shows that."""

from datetime import date

import pytest

from masa.ground.citations import Evidence
from masa.ground.dates import When
from masa.ground.durations import Duration
from masa.ground.errors import (
    DateError,
    DocumentError,
    KindError,
    RangeError,
    UnknownNameError,
)
from masa.ground.law import files, shelf
from masa.ground.law.instruments import Instrument, InstrumentKind, Revision
from masa.ground.law.origins import origin
from masa.ground.law.provisions import Force, ListedItem, Provision, dated, on_day
from masa.ground.law.yearly import DayOfYear
from masa.ground.logic import Answer


def provision(**parts: object) -> Provision:
    usual: dict[str, object] = {
        "id": "a-rule",
        "says": "It says so.",
        "force": "must",
        "source": "Children Act 2004, s.1",
        "evidence": "read",
        "since": When.on_day("2020-01-01"),
    }
    return Provision(**{**usual, **parts})  # type: ignore[arg-type] # plain values will do


class TestValue:
    @pytest.mark.parametrize(
        ("parts", "value", "words"),
        [
            ({}, None, ""),
            ({"urgency": "promptly"}, None, ""),
            ({"length": "7 days"}, Duration(7, "days"), "7 days"),
            ({"number": 60, "unit": "deaths"}, 60, "60 deaths"),
            ({"number": 0, "unit": "deaths"}, 0, "0 deaths"),
            ({"day": date(2019, 6, 30)}, date(2019, 6, 30), "30 June 2019"),
            ({"each_year": "30 September"}, DayOfYear(9, 30), "30 September"),
            ({"items": [ListedItem(says="One.")]}, (ListedItem(says="One."),), ""),
        ],
    )
    def test_is_the_one_that_it_sets(
        self, parts: dict[str, object], value: object, words: str
    ) -> None:
        held = provision(**parts)
        assert held.value == value
        assert held.value_in_words == words

    @pytest.mark.parametrize(
        "parts",
        [
            {"length": "7 days", "day": date(2019, 6, 30)},
            {"length": "7 days", "urgency": "promptly"},
            {"number": 1, "unit": "death", "items": [ListedItem(says="One.")]},
        ],
    )
    def test_is_one_only(self, parts: dict[str, object]) -> None:
        with pytest.raises(RangeError, match="sets several values"):
            provision(**parts)

    @pytest.mark.parametrize("parts", [{"number": 3}, {"unit": "deaths"}])
    def test_is_a_number_of_something(self, parts: dict[str, object]) -> None:
        with pytest.raises(RangeError, match="without its unit"):
            provision(**parts)

    def test_may_be_a_list_asked_by_id_or_paragraph(self) -> None:
        item = ListedItem(says="The board.", id="health", at="(b)")
        held = provision(items=[item])
        assert held.item("health") is held.item("(b)") is item
        assert str(item) == "(b) The board."
        assert str(ListedItem(says="The board.")) == "The board."
        with pytest.raises(UnknownNameError, match='lists no "police"'):
            held.item("police")
        with pytest.raises(UnknownNameError):
            provision(items=[ListedItem(says="One.")]).item("")


class TestPeriod:
    @pytest.mark.parametrize(
        ("since", "before", "words"),
        [
            ("2020-01-01", None, "from 1 January 2020"),
            ("2020-01-01", "2021-01-01", "from 1 January 2020 to 31 December 2020"),
            ("2020-04", None, "from a day within April 2020"),
            ("by 2020-04-30", None, "from 30 April 2020 at the latest"),
            ("undated", None, "from a day that is not known"),
            (
                *("2020-01-01", "2021-01-01/2021-03-15"),
                "from 1 January 2020 to a day within 31 December 2020 to 14 March 2021",
            ),
        ],
    )
    def test_is_said_in_words(self, since: str, before: str | None, words: str) -> None:
        ends = When.from_text(before) if before else None
        assert provision(since=When.from_text(since), before=ends).period == words

    def test_of_what_is_supposed_to_be_commenced(self) -> None:
        held = provision(commencing="an-act/s1")
        assert held.period == "from 1 January 2020, if so commenced"
        assert str(held).endswith("(Children Act 2004, s.1; must; if so commenced)")

    def test_of_what_waits(self) -> None:
        assert provision(since=None, pending=True).period == "enacted, not commenced"


class TestDays:
    versions = (provision(says="First."), provision(says="Second."))

    def held(
        self, on: str, *begins: str | None, ends: str | None = None
    ) -> list[tuple[str, Answer]]:
        spans = [When.from_text(begin) if begin else None for begin in begins]
        with_days = dated(self.versions, spans, When.from_text(ends) if ends else None)
        found = on_day(with_days, date.fromisoformat(on))
        return [(one.says, one.in_force) for one in found]

    def test_a_version_holds_until_the_next_begins(self) -> None:
        days = ("2020-01-01", "2021-01-01")
        assert self.held("2019-12-31", *days) == []
        assert self.held("2020-01-01", *days) == [("First.", Answer.YES)]
        assert self.held("2020-12-31", *days) == [("First.", Answer.YES)]
        assert self.held("2021-01-01", *days) == [("Second.", Answer.YES)]

    def test_the_last_holds_until_the_rule_ends(self) -> None:
        days = ("2020-01-01", "2021-01-01")
        assert self.held("2021-12-31", *days, ends="2022-01-01")
        assert self.held("2022-01-01", *days, ends="2022-01-01") == []

    def test_one_that_waits_for_its_commencement_is_left_out(self) -> None:
        assert self.held("2030-01-01", "2020-01-01", None) == [("First.", Answer.YES)]
        assert self.held("2030-01-01", None, None) == []

    def test_within_a_span_both_may_hold(self) -> None:
        days = ("2020-01-01", "2021-01")
        assert self.held("2020-12-31", *days) == [("First.", Answer.YES)]
        assert self.held("2021-01-15", *days) == [
            ("First.", Answer.UNKNOWN),
            ("Second.", Answer.UNKNOWN),
        ]
        assert self.held("2021-01-31", *days) == [("Second.", Answer.YES)]


class TestShowing:
    def test_says_everything_that_matters(self) -> None:
        held = provision(
            length="7 days",
            evidence="recalled",
            who="the partners",
            to=["the Panel"],
            applies="in a review",
            notes=["A note."],
            inherited=True,
            in_force=Answer.UNKNOWN,
            restates="Children Act 2004, s.2",
            needs=[ListedItem(says="a record"), ListedItem(says="a day", id="day")],
        )
        row = held.to_records()[0]
        assert row["value"] == "7 days"
        assert row["source"] == "Children Act 2004, s.1"
        assert row["restates"] == "Children Act 2004, s.2"
        assert row["evidence"] == "recalled, not verified"
        assert row["in force"] == "from 1 January 2020"
        assert row["in force on the day asked"] == "unknown"
        assert row["shown by"] == "a record\nday: a day"
        assert row["note"].startswith("A note.\nCarried over")
        assert str(held) == (
            "It says so. (Children Act 2004, s.1; must; recalled, not verified; "
            "perhaps in force)"
        )
        assert repr(held) == (
            "<Provision 'a-rule': Children Act 2004, s.1, from 1 January 2020>"
        )

    def test_leaves_out_what_is_not_there(self) -> None:
        row = provision().to_records()[0]
        assert list(row) == ["id", "says", "source", "force", "evidence", "in force"]
        assert str(provision()) == "It says so. (Children Act 2004, s.1; must)"


class TestDayOfYear:
    @pytest.mark.parametrize("text", ["30 September", "1 january", "29 February"])
    def test_is_read_back_as_it_is_written(self, text: str) -> None:
        day = DayOfYear.from_text(text)
        assert DayOfYear.from_text(day.written()) == day
        assert str(day).casefold() == text.casefold()

    @pytest.mark.parametrize("text", ["September", "31 September", "30 Sept", "0 May"])
    def test_exists(self, text: str) -> None:
        with pytest.raises(DateError):
            DayOfYear.from_text(text)

    def test_is_a_day_of_one_year(self) -> None:
        assert DayOfYear(9, 30).in_year(2026) == date(2026, 9, 30)
        with pytest.raises(DateError, match="no day 29 of month 2 in 2026"):
            DayOfYear(2, 29).in_year(2026)
        with pytest.raises(KindError):
            DayOfYear("9", 30)
        with pytest.raises(KindError):
            DayOfYear(9, 30).in_year("2026")  # type: ignore[arg-type] # on purpose


class TestInstrument:
    def instrument(self, **parts: object) -> Instrument:
        usual: dict[str, object] = {
            "id": "X1",
            "title": "An Act",
            "cited_as": "An Act 2020",
            "kind": "Act",
        }
        return Instrument(**{**usual, **parts})  # type: ignore[arg-type] # plain values will do

    @pytest.mark.parametrize(
        ("begun", "ended", "answer"),
        [
            (None, None, Answer.UNKNOWN),
            ("2020-01-01", None, Answer.YES),
            ("2020-06-02", None, Answer.NO),
            ("2020", None, Answer.UNKNOWN),
            ("2020-01-01", "2020-06-01", Answer.NO),
            ("2020-01-01", "2020-06-02", Answer.YES),
            ("2020-01-01", "2020-06", Answer.UNKNOWN),
        ],
    )
    def test_applies(
        self, begun: str | None, ended: str | None, answer: Answer
    ) -> None:
        one = self.instrument(in_force=begun, superseded=ended)
        assert one.applies(date(2020, 6, 1)) is answer

    def test_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(DateError, match="X1 is superseded"):
            self.instrument(in_force="2020-01-01", superseded="2019-12-31")

    def test_is_law_or_guidance(self) -> None:
        law = {kind for kind in InstrumentKind if kind.is_law}
        assert {kind.value for kind in law} == {"Act", "regulations", "judgment"}

    def test_shows_a_revision(self) -> None:
        one = Revision(id="X1.1", made="2021-02", says="It grew.", evidence="read")  # type: ignore[arg-type] # plain values will do
        assert str(one) == "X1.1, February 2021: It grew. (read)"


TRUE: files.Table = {
    "id": "a-rule",
    "says": "It says so.",
    "force": "must",
    "versions": [{"source": "Children Act 2004, s.1", "evidence": "read"}],
}


class TestReading:
    """A faulty table of the law is refused with every fault."""

    def test_begins_with_the_instrument_that_it_cites(self) -> None:
        (held,) = shelf.versions_in(
            {
                **TRUE,
                "versions": [{"source": "Working Together 2018", "evidence": "read"}],
            }
        )
        assert held.period == "from 4 July 2018 to 14 December 2023"

    def test_joins_what_is_said_once_with_each_version(self) -> None:
        first = {
            "source": "SI 2018/789",
            "evidence": "read",
            "note": "Own.",
            "force": "may",
        }
        second = {
            "source": "SI 2018/789",
            "evidence": "read",
            "since": date(2020, 1, 1),
        }
        table = {**TRUE, "note": "Common.", "versions": [first, second]}
        one, two = shelf.versions_in(table)
        assert (one.notes, one.force) == (("Common.", "Own."), Force.MAY)
        assert (two.notes, two.force) == (("Common.",), Force.MUST)

    @pytest.mark.parametrize(
        ("parts", "says"),
        [
            ({"versions": []}, "has no version"),
            ({"versions": "none"}, "has no version"),
            ({"length": "7 fortnights"}, "not a unit of time"),
            ({"force": "shall"}, "is not a force"),
            ({"nmae": "x"}, 'no key "nmae"'),
            ({"says": ""}, "is empty"),
        ],
    )
    def test_refuses(self, parts: files.Table, says: str) -> None:
        with pytest.raises((DocumentError, RangeError)) as caught:
            shelf.versions_in({**TRUE, **parts})
        assert says in str(caught.value)
        assert 'rule "a-rule"' in str(caught.value)

    def test_refuses_an_instrument_that_is_not_held(self) -> None:
        version = {"source": "Children Act 2040, s.1", "evidence": "read"}
        with pytest.raises(UnknownNameError, match="Children Act 2004"):
            shelf.versions_in({**TRUE, "versions": [version]})

    def test_of_a_header(self) -> None:
        assert origin("clocks.toml").read_on == date(2026, 11, 22)
        with pytest.raises(DocumentError, match=r"coverage\.toml cannot be read"):
            origin("coverage.toml")


def test_evidence_is_one_scale() -> None:
    assert [mark for mark in Evidence if provision(evidence=mark).is_verified] == [
        Evidence.READ,
        Evidence.PART_READ,
        Evidence.RESTATED,
        Evidence.SEED_ONLY,
    ]
