"""The statute book: which law holds on a day, in an area, and as commenced."""

import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

import masa
from masa.ground.errors import (
    CoverageError,
    DateError,
    KindError,
    NotInForceError,
    UnknownNameError,
    UnsettledError,
)
from masa.ground.law import shelf
from masa.model.opening import clock_on

NOW = "2026-11-22"
SECTIONS = ("cwsa-2026/s1", "cwsa-2026/s2", "cwsa-2026/s3", "cwsa-2026/s4")


def area(**days: str) -> masa.AreaDates:
    return masa.AreaDates(name="Anyshire", **days)  # type: ignore[arg-type] # text will do


class TestOpening:
    def test_takes_a_day_or_its_text(self) -> None:
        assert masa.law(NOW) is masa.law(date(2026, 11, 22))

    @pytest.mark.parametrize("on", ["2015-03-26", "2026-11-22", "2040-12-31"])
    def test_covers_from_the_first_day_to_the_last(self, on: str) -> None:
        assert masa.law(on).on == date.fromisoformat(on)

    @pytest.mark.parametrize("on", ["2015-03-25", "2041-01-01", "1990-01-01"])
    def test_says_what_it_covers(self, on: str) -> None:
        with pytest.raises(CoverageError, match="does not cover") as caught:
            masa.law(on)
        assert caught.value.first == date(2015, 3, 26)
        assert caught.value.last == date(2040, 12, 31)
        said = "from 26 March 2015 to 31 December 2040"
        assert said in str(caught.value)

    @pytest.mark.parametrize("given", [[], "", 0, "cwsa-2026/s2"])
    def test_refuses_what_names_no_days(self, given: object) -> None:
        with pytest.raises(KindError, match="names no days"):
            masa.law(NOW, commenced=given)  # type: ignore[arg-type] # on purpose

    def test_a_book_made_by_hand_is_checked_too(self) -> None:
        assert masa.StatuteBook(date(2026, 11, 22)) == masa.law(NOW)
        with pytest.raises(CoverageError):
            masa.StatuteBook(date(1990, 1, 1))
        with pytest.raises(KindError):
            masa.StatuteBook(date(2026, 11, 22), area=5)  # type: ignore[arg-type] # on purpose

    @pytest.mark.parametrize("name", [[], {}, None, 3])
    def test_refuses_what_is_no_name(self, name: object) -> None:
        book = masa.law(NOW)
        asked: list[Callable[[Any], object]] = [
            *(book.__getitem__, book.value, book.in_force, book.versions, book.clock),
            *(book.instrument, book.checklist, book.brought_by, masa.difference),
            *(masa.clocks(NOW).__getitem__, book.clock("core-group").event),
        ]
        for ask in asked:
            with pytest.raises(KindError, match="is not text"):
                ask(name)

    def test_can_be_asked_what_is_in_it(self) -> None:
        assert "ca-2004/s16c.1" in masa.law(NOW)
        assert "r18-1" not in masa.law(NOW)
        assert "nothing" not in masa.law(NOW)
        assert tuple(masa.law(NOW)) == masa.law(NOW).provisions

    @pytest.mark.parametrize("commenced", [None, {SECTIONS[1]: "2027-09-01"}])
    def test_covers_no_more_for_an_area(self, commenced: dict[str, str] | None) -> None:
        with pytest.raises(CoverageError):
            masa.law("2041-01-01", area=area(), commenced=commenced)

    @pytest.mark.parametrize(
        ("on", "error"),
        [
            (datetime(2026, 11, 22), KindError),  # noqa: DTZ001 (refused anyway)
            ("22/11/2026", DateError),
            ("2026-02-30", DateError),
            (20261122, KindError),
            (None, KindError),
        ],
    )
    def test_refuses_what_is_no_day(self, on: date, error: type[Exception]) -> None:
        with pytest.raises(error):
            masa.law(on)

    def test_refuses_what_is_no_area(self) -> None:
        with pytest.raises(KindError, match="is not AreaDates"):
            masa.law(NOW, area="Barnet")  # type: ignore[arg-type] # on purpose

    def test_later_days_rest_on_what_was_known(self) -> None:
        assert not any("last looked at" in said for said in masa.law(NOW).notices)
        (said, _) = masa.law("2026-11-23").notices
        assert said.startswith("The texts were last looked at on 22 November 2026")


class TestEdition:
    """Guidance 0.4: the national edition on a day, and what an area answers to."""

    @pytest.mark.parametrize(
        ("on", "edition"),
        [
            ("2015-03-26", "WT2015"),
            ("2018-07-03", "WT2015"),
            ("2018-07-04", "WT2018"),
            ("2023-12-14", "WT2018"),
            ("2023-12-15", "WT2023"),
            ("2026-03-17", "WT2023"),
            ("2026-03-18", "WT2026"),
            ("2030-01-01", "WT2026"),
        ],
    )
    def test_is_the_national_one(self, on: str, edition: str) -> None:
        book = masa.law(on)
        assert book.edition.id == edition
        assert book.national_edition is book.edition

    @pytest.mark.parametrize(
        ("on", "days", "edition"),
        [
            ("2019-06-30", {"implemented": "2019-07-01"}, "WT2015"),
            ("2019-07-01", {"implemented": "2019-07-01"}, "WT2018"),
            ("2018-07-03", {"implemented": "2019-07-01"}, "WT2015"),
            ("2019-05-31", {"published": "2019-06-01"}, "WT2015"),
            ("2020-09-29", {}, "WT2018"),
            ("2024-06-01", {"republished": "2024-06-01"}, "WT2023"),
            ("2024-05-31", {"republished": "2024-06-01"}, "WT2018"),
            ("2024-03-01", {"published": "2024-02-01"}, "WT2023"),
            ("2024-01-31", {"published": "2024-02-01"}, "WT2018"),
            ("2024-12-31", {"republished": "2025-03-01"}, "WT2018"),
            ("2025-01-01", {"republished": "2025-03-01"}, "WT2023"),
            ("2025-01-01", {}, "WT2023"),
            ("2026-03-18", {}, "WT2026"),
            ("2016-01-01", {}, "WT2015"),
        ],
    )
    def test_is_what_an_area_answers_to(
        self, on: str, days: dict[str, str], edition: str
    ) -> None:
        assert masa.law(on, area=area(**days)).edition.id == edition

    @pytest.mark.parametrize(
        ("on", "days", "missing"),
        [
            ("2019-07-01", {}, "implemented"),
            ("2019-07-01", {"published": "2019-06-01"}, "implemented"),
            ("2019-07-01", {"implemented": "by September 2019"}, "implemented"),
            ("2024-06-01", {}, "republished"),
            ("2024-12-31", {"published": "2019-06-01"}, "republished"),
        ],
    )
    def test_is_unknown_where_the_day_of_the_area_is(
        self, on: str, days: dict[str, str], missing: str
    ) -> None:
        book = masa.law(on, area=area(**days))
        with pytest.raises(UnsettledError, match="Anyshire") as caught:
            _ = book.edition
        assert missing in caught.value.remedy
        if missing == "republished":
            with pytest.raises(UnsettledError):
                book.checklist("published arrangements")

    def test_agrees_with_the_rules_and_the_instruments_of_the_book(self) -> None:
        late = masa.law("2024-03-01", area=area(republished="2024-06-01"))
        assert late.in_force("P18-M1") is masa.Answer.YES
        assert late.in_force("P23-M1") is masa.Answer.NO
        assert late["P18-M1"].period == "from 4 July 2018 to 31 May 2024"
        unknown = masa.law("2024-03-01", area=area())
        assert unknown.in_force("P18-M1") is masa.Answer.UNKNOWN
        assert "unknown: Working Together 2018 or" in unknown.to_text()
        early = masa.law("2019-09-01", area=area(implemented="2019-09-16"))
        ids = {one.id for one in early.instruments}
        assert {"WT2015", "WT2018", "SI2006/90"} <= ids
        assert "Working Together 2015" in early.to_text()
        after = masa.law("2019-09-16", area=area(implemented="2019-09-16"))
        assert not {"WT2015", "SI2006/90"} & {one.id for one in after.instruments}

    def test_lets_an_area_prepare_by_the_list_before_it_begins(self) -> None:
        early = masa.law("2019-03-01", area=area(implemented="2019-09-16"))
        assert len(early.checklist("published arrangements")) == 14

    def test_is_said_to_turn_on_the_area_where_none_is_given(self) -> None:
        for on in ("2019-03-01", "2024-03-01"):
            assert any("no area is given" in said for said in masa.law(on).notices)
        assert masa.law("2022-03-01").notices == ()

    def test_decides_the_checklist(self) -> None:
        late = masa.law("2024-05-31", area=area(republished="2024-06-01"))
        ids = [item.id for item in late.checklist("published arrangements")]
        assert ids == [
            *(f"P18-M{n}" for n in (1, 2, 3)),
            *(f"P18-S{n}" for n in range(1, 12)),
        ]
        ids = [
            item.id
            for item in masa.law("2024-05-31").checklist("published arrangements")
        ]
        assert ids == [
            *(f"P23-M{n}" for n in (1, 2, 3)),
            *(f"P23-S{n}" for n in range(1, 14)),
        ]

    def test_of_2026_inherits_the_list_and_adds_to_it(self) -> None:
        items = masa.law(NOW).checklist("published arrangements")
        inherited = [item for item in items if item.inherited]
        assert {item.id[:3] for item in inherited} == {"P23"}
        assert [i.id for i in items if not i.inherited] == [
            f"P26-{n}" for n in range(1, 5)
        ]

    def test_of_2026_asks_for_teams_once_they_are_commenced(self) -> None:
        book = masa.law("2027-12-01", commenced={"cwsa-2026/s3": "2027-11-01"})
        assert book.checklist("published arrangements")[-1].id == "P26-5"
        early = masa.law("2027-10-31", commenced={"cwsa-2026/s3": "2027-11-01"})
        assert early.checklist("published arrangements")[-1].id == "P26-4"

    def test_every_item_says_what_would_show_it(self) -> None:
        for on in ("2019-06-29", "2024-06-01", NOW):
            for item in masa.law(on).checklist("published arrangements"):
                assert item.needs
                if item.force is masa.Force.MUST:
                    assert item.restates

    def test_of_the_yearly_report(self) -> None:
        many = [
            len(masa.law(on).checklist("yearly report"))
            for on in ("2019-06-29", "2024-06-01", NOW)
        ]
        assert many == [8, 16, 17]

    def test_there_is_no_other_checklist(self) -> None:
        with pytest.raises(UnknownNameError, match='no checklist "yearly reports"'):
            masa.law(NOW).checklist("yearly reports")


class TestRegime:
    """SI 2018/497, regs 6 and 8."""

    @pytest.mark.parametrize(
        ("on", "regime"),
        [
            ("2018-06-28", masa.Regime.LSCB),
            ("2018-06-29", masa.Regime.UNKNOWN),
            ("2020-09-28", masa.Regime.UNKNOWN),
            ("2020-09-29", masa.Regime.MASA),
        ],
    )
    def test_of_no_area_in_particular(self, on: str, regime: masa.Regime) -> None:
        assert masa.law(on).regime is regime

    @pytest.mark.parametrize(
        ("on", "days", "regime"),
        [
            ("2019-09-28", {"implemented": "2019-09-29"}, masa.Regime.LSCB),
            ("2019-09-29", {"implemented": "2019-09-29"}, masa.Regime.MASA),
            ("2019-06-17", {"published": "2019-06-18"}, masa.Regime.LSCB),
            ("2019-06-18", {"published": "2019-06-18"}, masa.Regime.UNKNOWN),
            ("2019-10-01", {"implemented": "by September 2019"}, masa.Regime.MASA),
            ("2019-09-01", {"implemented": "by September 2019"}, masa.Regime.UNKNOWN),
            ("2020-09-29", {"implemented": "2021-01-01"}, masa.Regime.MASA),
            ("2020-09-28", {"implemented": "2021-01-01"}, masa.Regime.LSCB),
        ],
    )
    def test_of_one_area(
        self, on: str, days: dict[str, str], regime: masa.Regime
    ) -> None:
        assert masa.law(on, area=area(**days)).regime is regime

    def test_decides_on_the_law_of_boards(self) -> None:
        before = masa.law("2019-09-28", area=area(implemented="2019-09-29"))
        assert before["ca-2004/s14.1"].in_force is masa.Answer.YES
        assert before["ca-2004/s14.1"].period.endswith("to 28 September 2019")
        after = masa.law("2019-09-29", area=area(implemented="2019-09-29"))
        assert after.in_force("serious-case-review-test") is masa.Answer.NO
        unknown = masa.law("2019-09-29")["ca-2004/s14.1"]
        assert unknown.in_force is masa.Answer.UNKNOWN
        assert "unknown" in unknown.to_text()

    def test_the_duty_to_notify_held_everywhere_from_the_first_day(self) -> None:
        late = masa.law("2018-06-29", area=area(implemented="2019-09-29"))
        assert late.in_force("ca-2004/s16c.1") is masa.Answer.YES
        assert late.regime is masa.Regime.LSCB


class TestAreaDates:
    @pytest.mark.parametrize(
        "days",
        [
            {"published": "2019-06-01", "implemented": "2019-05-31"},
            {"implemented": "2019-06-01", "republished": "2019-05-31"},
            {"published": "2019-06-01", "republished": "2018-12-31"},
        ],
    )
    def test_are_in_order(self, days: dict[str, str]) -> None:
        with pytest.raises(DateError, match="comes before") as caught:
            area(**days)
        assert "publishes, then implements" in caught.value.remedy

    @pytest.mark.parametrize(
        "days",
        [
            {"implemented": "2018-06-28"},
            {"published": "2017-01-01"},
            {"republished": "2023-12-14"},
        ],
    )
    def test_lie_within_the_law_that_asks_for_them(self, days: dict[str, str]) -> None:
        with pytest.raises(DateError, match="before the law that asks for it"):
            area(**days)

    def test_say_what_is_known(self) -> None:
        known = area(published="2019-06-01", implemented="by September 2019")
        assert str(known) == (
            "Anyshire: published 1 June 2019 and implemented by 30 September 2019"
        )
        assert str(area()) == "Anyshire: no day known"

    def test_narrow_only_their_own_day(self) -> None:
        with pytest.raises(KindError, match="is no day of an area"):
            area().narrowed(masa.When(), "name")

    def test_narrow_a_span_that_is_open_at_an_end(self) -> None:
        own = area(implemented="2019-06-01")
        whole, day = masa.When(), masa.When.from_text("2019-06-01")
        assert own.narrowed(whole, "implemented") == day
        assert area().narrowed(whole, "implemented") == whole

    def test_do_not_touch_a_beginning_that_is_not_theirs(self) -> None:
        book = masa.law("2017-01-01", area=area(implemented="2019-09-16"))
        assert book.in_force("ca-2004/s14a") is masa.Answer.UNKNOWN

    def test_may_fall_on_one_day(self) -> None:
        assert area(published="2019-06-01", implemented="2019-06-01").published


class TestLookingUp:
    def test_gives_the_rule(self) -> None:
        held = masa.law(NOW)["ca-2004/s16c.1"]
        assert str(held.citation) == "Children Act 2004, s.16C(1)"
        assert held.citation.evidence is masa.Evidence.READ
        assert held.force is masa.Force.MUST
        assert held.period == "from 29 June 2018"

    def test_suggests_another_name(self) -> None:
        with pytest.raises(UnknownNameError, match=r'did you mean "ca-2004/s16c\.1"'):
            masa.law(NOW)["ca-2004/s16c1"]
        with pytest.raises(UnknownNameError, match=r"there are \d+ others"):
            masa.law(NOW)["zzzzzz"]

    def test_says_when_a_rule_does_hold(self) -> None:
        with pytest.raises(NotInForceError, match="not in force on 1 June 2018") as one:
            masa.law("2018-06-01")["ca-2004/s16c.1"]
        assert one.value.remedy == "it holds from 29 June 2018"
        with pytest.raises(NotInForceError, match="from 4 July 2018 to 14 December"):
            masa.law(NOW)["r18-1"]
        with pytest.raises(NotInForceError, match="commencement of cwsa-2026/s3"):
            masa.law(NOW)["ca-2004/s16ea.1"]
        with pytest.raises(NotInForceError, match="commencement of cwsa-2026/s3"):
            masa.law(NOW)["cwsa-2026/s3"]

    def test_picks_no_winner_between_two_versions(self) -> None:
        book = masa.law("2022-09-15")  # the Panel's guidance is dated by its month only
        assert len(book.versions("rapid-review-within")) == 2
        assert book.in_force("rapid-review-within") is masa.Answer.YES  # one or other
        with pytest.raises(UnsettledError, match="which version of") as caught:
            book["rapid-review-within"]
        assert caught.value.reason == "not settled"
        assert str(book.value("rapid-review-within")) == "15 working days"

    def test_gives_instruments_by_id_and_as_cited(self) -> None:
        book = masa.law(NOW)
        assert book.instrument("SI2018/789") is book.instrument("SI 2018/789")
        assert str(book.instrument("SI 2018/789").made) == "28 June 2018"
        with pytest.raises(UnknownNameError, match='did you mean "WT2018"'):
            book.instrument("WT2081")

    def test_names_the_instruments_of_the_day(self) -> None:
        ids = {one.id for one in masa.law("2019-06-29").instruments}
        assert {"WT2018", "PANEL2019", "SI2018/789", "CA2004"} <= ids
        assert not ids & {"WT2015", "WT2023", "PANEL2022", "CWSA2026", "HCA2022"}

    @pytest.mark.parametrize(
        "name",
        [
            *("CA2004", "CSWA2017", "SI2018/346", "SI2018/497", "SI2018/789"),
            *("SI2005/1533", "SI2015/541", "SI2010/959", "IA1978", "BFDA1971"),
            *("HCA2022", "CWSA2026", "WT2015", "WT2018", "WT2023", "WT2026"),
            *("WT2018-TG", "CDR2018", "PANEL2019", "PANEL2022", "PANEL2025"),
        ],
    )
    def test_has_every_instrument_dated(self, name: str) -> None:
        found = masa.law(NOW).instrument(name)
        assert found.in_force
        assert found.made
        official = {"Act", "regulations"}
        assert found.address or found.kind.value not in official


class TestValue:
    def test_of_a_rule_and_of_a_clock(self) -> None:
        book = masa.law(NOW)
        assert book.value("yearly-report-period") == masa.Duration(12, "months")
        assert book.value("rapid-review") == masa.Duration(15, "working days")
        assert book.value("RR_15WD") == masa.Duration(15, "working days")
        assert book.value("publish-arrangements-by") == date(2019, 6, 30)
        assert book.value("yearly-report-by") == masa.DayOfYear(9, 30)
        assert book.value("child-age") == 18
        partners = book.value("safeguarding-partners")
        assert isinstance(partners, tuple)

    def test_is_the_same_when_asked_again(self) -> None:
        book = masa.law(NOW)
        assert book.value("local-review-criteria") is book.value(
            "local-review-criteria"
        )

    def test_of_several_texts_is_not_settled(self) -> None:
        with pytest.raises(UnsettledError, match="do not settle how long") as caught:
            masa.law(NOW).value("advance-copy")
        assert "7 days (SI 2018/789, reg 16(1))" in caught.value.said
        assert caught.value.reason == "not settled"

    @pytest.mark.parametrize(
        ("on", "name"),
        [
            ("2018-08-01", "rapid-review"),
            ("2019-09-01", "serious-case-review-decision"),
        ],
    )
    def test_of_what_perhaps_holds_is_not_settled(self, on: str, name: str) -> None:
        with pytest.raises(UnsettledError):
            masa.law(on).value(name)

    def test_there_is_none_where_the_text_has_no_number(self) -> None:
        with pytest.raises(UnknownNameError, match="sets no value") as caught:
            masa.law(NOW).value("rapid-review-promptly")
        assert "promptly" in caught.value.remedy
        with pytest.raises(UnknownNameError, match="sets no value"):
            masa.law(NOW).value("strategy-discussion")
        with pytest.raises(UnknownNameError, match="sets no value"):
            masa.law(NOW).value("rapid-review-report")

    def test_of_a_clock_is_not_that_of_a_rule(self) -> None:
        with pytest.raises(UnknownNameError, match="it is a clock"):
            masa.law(NOW)["rapid-review"]

    def test_of_nothing_known(self) -> None:
        with pytest.raises(UnknownNameError, match="no rule"):
            masa.law(NOW).value("rapid-reviews-within")


class TestPending:
    """Children's Wellbeing and Schools Act 2026, ss.1 to 4 and s.78."""

    def test_four_sections_wait_once_the_act_is_passed(self) -> None:
        assert tuple(one.id for one in masa.law(NOW).pending) == SECTIONS
        assert not masa.law("2026-04-28").pending
        assert len(masa.law("2026-04-29").pending) == 4
        for section in masa.law(NOW).pending:
            assert section.in_force is masa.Answer.NO
            assert section.period == "enacted, not commenced"
            assert "commencement" in " ".join(section.notes)
        assert "cwsa-2026/s1" in masa.law(NOW).notices[-1]

    def test_they_change_nothing_until_a_day_is_given(self) -> None:
        book = masa.law("2030-01-01")
        for section in SECTIONS:
            for name in (section, *book.brought_by(section)):
                held = book.versions(name)
                assert not held or not held[0].commencing
        assert "(aa)" not in book["ca-2004/s16e.1"].says

    @pytest.mark.parametrize("section", SECTIONS)
    def test_each_begins_on_its_day_with_all_that_it_brings(self, section: str) -> None:
        days = {section: "2027-09-01"}
        eve = masa.law("2027-08-31", commenced=days)
        assert eve.compare(masa.law("2027-08-31")).changes == ()
        on = masa.law("2027-09-01", commenced=days)
        changes = masa.law("2027-09-01").compare(on)
        assert {one.id for one in changes} == {section, *on.brought_by(section)}
        assert not changes.ended
        assert section not in {one.id for one in on.pending}

    def test_section_2_makes_childcare_and_education_take_part(self) -> None:
        book = masa.law("2027-09-01", commenced={SECTIONS[1]: date(2027, 9, 1)})
        assert "(aa)" in book["ca-2004/s16e.1"].says
        assert book["ca-2004/s16e.1"].period == "from 1 September 2027, if so commenced"
        assert "if so commenced" in str(book["ca-2004/s16e.1"])
        assert any("Taken as commenced" in said for said in book.notices)
        kinds = [one.id for one in book["safeguarding-partners"].items]
        assert kinds == ["local-authority", "health", "police"]

    def test_section_3_brings_teams_of_four(self) -> None:
        book = masa.law("2027-12-01", commenced={SECTIONS[2]: "2027-11-01"})
        members = [one.id for one in book["child-protection-team-members"].items]
        assert members == ["education", "social-work", "health", "police"]

    def test_a_section_may_commence_area_by_area(self) -> None:
        days = {SECTIONS[1]: {"Anyshire": "2027-09-01"}}
        other = masa.AreaDates(name="Elsewhere")
        here = masa.law("2027-09-01", area=area(), commenced=days)
        there = masa.law("2027-09-01", area=other, commenced=days)
        assert here.in_force(SECTIONS[1]) is masa.Answer.YES
        assert there.in_force(SECTIONS[1]) is masa.Answer.NO
        with pytest.raises(KindError, match="area by area"):
            masa.law("2027-09-01", commenced=days)
        with pytest.raises(UnknownNameError, match='did you mean "Anyshire"'):
            masa.law(NOW, area=masa.AreaDates(name="Anyshir"), commenced=days)
        with pytest.raises(DateError):
            masa.law(NOW, area=other, commenced={SECTIONS[1]: {"Anyshire": "soon"}})

    def test_the_powers_to_make_regulations_are_in_force(self) -> None:
        book = masa.law("2026-04-29")
        assert book.in_force("cwsa-2026/regulation-powers") is masa.Answer.YES
        assert book.value("cwsa-2026/s78-automatic") == date(2026, 6, 29)

    def test_no_section_commences_before_the_act_was_passed(self) -> None:
        first = masa.law(NOW, commenced={SECTIONS[0]: "2026-04-29"})
        assert first.in_force(SECTIONS[0]) is masa.Answer.YES
        with pytest.raises(DateError, match="passed on 29 April 2026"):
            masa.law(NOW, commenced={SECTIONS[0]: "2026-04-28"})

    @pytest.mark.parametrize(
        "name", ["cwsa-2026/s5", "cwsa-2026/s22", "ca-2004/s16c.1"]
    )
    def test_only_a_pending_section_can_commence(self, name: str) -> None:
        with pytest.raises(UnknownNameError, match="is pending"):
            masa.law(NOW, commenced={name: "2027-01-01"})
        with pytest.raises(UnknownNameError, match="is pending"):
            masa.law(NOW).brought_by(name)


class TestClocks:
    def test_are_those_of_the_day(self) -> None:
        assert "rapid-review" in masa.clocks(NOW)
        assert "RR_15WD" in masa.clocks(NOW)
        assert "serious-case-review-decision" not in masa.clocks(NOW)
        assert "serious-case-review-decision" in masa.clocks("2016-01-01")
        assert "rapid-review" not in masa.clocks("2016-01-01")
        catalogue = masa.clocks(NOW)
        assert len(catalogue) == len(list(catalogue)) == len(catalogue.to_records())

    @pytest.mark.parametrize(
        ("clock", "event"),
        [
            ("notify-panel", "aware"),
            ("rapid-review", "notified"),
            ("publish-local-review", "decided"),
            ("advance-copy", "publishing"),
            ("advance-copy-national", "publishing"),
            ("keep-local-report", "published"),
            ("keep-national-report", "published"),
            ("publish-arrangements-2018", ""),
            ("implement-arrangements", "published"),
            ("first-yearly-report", "implemented"),
            ("yearly-report", "last_published"),
            ("yearly-report-by-september", "year_end"),
            ("yearly-report-copies", "published"),
            ("publish-arrangements-2023", ""),
            ("lado-referral", "alleged"),
            ("referral-decision", "referred"),
            ("assessment", "referred"),
            ("child-protection-conference", "strategy_discussion"),
            ("core-group", "conference"),
            ("first-review-conference", "conference"),
            ("next-review-conference", "last_review"),
            ("private-fostering-notice", "starting"),
            ("private-fostering-first-visit", "notified"),
            ("private-fostering-next-visit", "last_visit"),
            ("children-home-visit", "last_visit"),
            ("quality-of-care-review", "last_review"),
            ("quality-of-care-report", "completed"),
            ("child-death-notification", "died"),
        ],
    )
    def test_run_from_their_event(self, clock: str, event: str) -> None:
        days = ("2019-06-29", "2024-06-01")
        found = [masa.law(on).clock(clock) for on in days if clock in masa.clocks(on)]
        assert found
        first = found[0].events[:1]
        assert [one.name for one in first] == ([event] if event else [])

    def test_keep_both_sources_of_an_advance_copy(self) -> None:
        clock = masa.law(NOW).clock("advance-copy")
        lengths = [(str(one.length), one.force.value) for one in clock.limits]
        assert ("7 days", "must") in lengths
        assert ("7 working days", "should") in lengths
        assert clock.duty_force is masa.Force.MUST
        assert {"Secretary of State", "Ofsted"} <= {
            word for who in clock.recipients for word in (who, who.split(",")[0])
        }
        assert {reading.id for reading in clock.readings} >= {"ordinary", "clear-days"}

    def test_part_the_force_of_the_duty_from_that_of_its_length(self) -> None:
        clock = masa.law(NOW).clock("notify-panel")
        assert clock.duty_force is masa.Force.MUST
        assert clock.limits[0].force is masa.Force.SHOULD

    def test_keep_the_other_reading_of_fifteen_days(self) -> None:
        clock = masa.law(NOW).clock("rapid-review")
        other = [one for one in clock.readings if one.runs_from == "aware"]
        assert "Trafford" in other[0].taken_by
        assert not other[0].taken

    def test_say_whether_the_text_states_the_first_day(self) -> None:
        assert not masa.law(NOW).clock("notify-panel").first_day_stated
        passing = masa.law(NOW).clock("two-months-after-passing")
        assert passing.first_day_stated
        assert passing.first_day is masa.FirstDay.COUNTED

    def test_may_have_no_number(self) -> None:
        clock = masa.law(NOW).clock("strategy-discussion")
        assert not clock.is_quantified
        assert clock.limits[0].urgency
        assert masa.law(NOW).clock("rapid-review").is_quantified

    def test_of_retention_are_least_periods(self) -> None:
        for name in ("keep-local-report", "keep-national-report"):
            assert masa.law(NOW).clock(name).bound is masa.Bound.EARLIEST

    def test_explain_the_right_event(self) -> None:
        clock = masa.law(NOW).clock("rapid-review")
        assert clock.event("aware").means.startswith("the day on which the partners")
        with pytest.raises(UnknownNameError, match='did you mean "notified"'):
            clock.event("notify")
        with pytest.raises(UnknownNameError, match="it runs from notified:"):
            clock.event("zzz")
        with pytest.raises(UnknownNameError, match="it runs from no event"):
            masa.law(NOW).clock("publish-arrangements-2018").event("zzz")

    def test_are_known_when_they_do_not_run(self) -> None:
        with pytest.raises(NotInForceError, match="does not run on 1 January 2016"):
            masa.clocks("2016-01-01")["RR_15WD"]
        with pytest.raises(NotInForceError) as caught:
            masa.law("2016-01-01").clock("advance-copy")
        assert caught.value.remedy == (
            "it holds from 29 June 2018 or it holds from 4 July 2018"
        )
        assert len(masa.clocks("2027-12-01", commenced={SECTIONS[2]: "2027-11-01"}))

    def test_that_do_not_run_say_when_they_did(self) -> None:
        with pytest.raises(NotInForceError, match="does not run on 22 November 2026"):
            masa.law(NOW).clock("serious-case-review-told")
        with pytest.raises(UnknownNameError, match='did you mean "rapid-review"'):
            masa.law(NOW).clock("rapid-reviews")
        with pytest.raises(UnknownNameError, match='no clock "rapid-reviews"'):
            masa.clocks(NOW)["rapid-reviews"]

    def test_know_how_sure_they_are(self) -> None:
        assert masa.law(NOW).clock("keep-local-report").evidence is masa.Evidence.READ
        assert masa.law(NOW).clock("rapid-review").evidence is masa.Evidence.UNKNOWN


class TestDifferences:
    def test_can_be_asked_for(self) -> None:
        assert len(masa.differences()) == 50
        found = masa.difference("A-02")
        assert found in masa.differences()
        assert len(found.sides) > 1
        with pytest.raises(UnknownNameError, match='no difference "A-99"'):
            masa.difference("A-99")

    @pytest.mark.parametrize(
        ("name", "difference"),
        [
            ("advance-copy-of-local-report", "F-01"),
            ("advance-copy", "A-10"),
            ("rapid-review", "A-02"),
            ("notify-panel", "A-03"),
            ("publish-local-review", "F-02"),
            ("local-review-criteria", "F-04"),
            ("not-in-the-schedule", "L-06"),
        ],
    )
    def test_are_found_by_what_they_concern(self, name: str, difference: str) -> None:
        found = masa.differences(name)
        assert difference in {one.id for one in found}

    def test_concern_only_what_there_is(self) -> None:
        with pytest.raises(UnknownNameError):
            masa.differences("nothing")

    def test_of_law_and_guidance_hold_both(self) -> None:
        sides = masa.difference("F-01").sides
        sources = {side.source.instrument for side in sides}
        assert "SI 2018/789" in sources
        assert any(source.startswith("Working Together") for source in sources)


class TestComparing:
    def test_finds_nothing_between_equals(self) -> None:
        changes = masa.law(NOW).compare(masa.law(NOW))
        assert len(changes) == 0
        assert "Nothing differs." in str(changes)

    def test_never_calls_a_rule_ended_that_still_holds(self) -> None:
        changes = masa.law("2022-09-15").compare(masa.law("2022-12-01"))
        (change,) = changes.about("rapid-review-within")
        assert change.kind is masa.ChangeKind.PERHAPS
        assert change.after
        assert change.after.source.instrument == "Panel guidance 2022"

    def test_is_of_one_rule_at_a_time(self) -> None:
        book = masa.law(NOW)
        with pytest.raises(masa.FactError, match="2 rules stand in one change"):
            masa.LawChange(
                kind=masa.ChangeKind.CHANGED, before=book["n-7"], after=book["n-8"]
            )
        with pytest.raises(UnknownNameError):
            book.compare(book).about("nothing")

    def test_says_in_which_area_and_on_what_supposition(self) -> None:
        here = masa.law(
            "2027-01-01", area=area(), commenced={SECTIONS[0]: "2026-12-01"}
        )
        assert str(here) == (
            "the law on 1 January 2027 in Anyshire, cwsa-2026/s1 commenced on "
            "1 December 2026"
        )
        assert "'Anyshire', commenced {'cwsa-2026/s1'" in repr(here)

    def test_says_from_when_to_when_as_the_book_has_it(self) -> None:
        book = masa.law("2019-10-01", area=area(implemented="2019-09-16"))
        with pytest.raises(NotInForceError, match="to 15 September 2019"):
            book["ca-2004/s13.1"]
        book = masa.law("2027-01-01", commenced={SECTIONS[2]: "2027-06-01"})
        with pytest.raises(NotInForceError, match="from 1 June 2027, if so commenced"):
            book[SECTIONS[2]]

    def test_is_the_mirror_of_the_other_way(self) -> None:
        one, other = masa.law("2022-06-30"), masa.law("2022-07-01")
        there, back = one.compare(other), other.compare(one)
        assert [c.id for c in there.begun] == [c.id for c in back.ended]
        assert [c.id for c in there.changed] == [c.id for c in back.changed]

    def test_parts_what_began_unseen(self) -> None:
        changes = masa.law("2026-03-18").compare(masa.law(NOW))
        ids = {change.id for change in changes.perhaps}
        assert "n-8" in ids
        assert not ids & {change.id for change in changes.begun}

    def test_can_be_confined_to_one_rule(self) -> None:
        changes = masa.law("2022-06-30").compare(masa.law("2022-07-01"))
        (change,) = changes.about("safeguarding-partners")
        assert str(change) == "safeguarding-partners: changed"
        assert change.to_records()[0]["what happened"] == "changed"

    def test_needs_another_book(self) -> None:
        with pytest.raises(KindError, match="is not a statute book"):
            masa.law(NOW).compare("2022-07-01")  # type: ignore[arg-type] # on purpose


class TestShowing:
    def test_itself(self) -> None:
        book = masa.law(NOW)
        assert repr(book) == "<StatuteBook on 2026-11-22>"
        assert str(book) == "the law on 22 November 2026"
        assert "Working Together 2026" in book.to_text()
        assert len(book.to_records()) == len(book.provisions)

    def test_each_thing_in_short(self) -> None:
        clocks = masa.clocks(NOW)
        changes = masa.law("2022-06-30").compare(masa.law("2022-07-01"))
        assert repr(clocks["core-group"]) == "<Clock 'core-group': 1 limits>"
        assert str(clocks["core-group"]) == (
            "The core group first meets. 10 working days "
            "(Working Together 2026; should; unknown, not verified)"
        )
        assert repr(clocks) == f"<ClockCatalogue on {NOW}: {len(clocks)} clocks>"
        assert str(clocks) == clocks.to_text()
        assert "Clocks on 22 November 2026" in str(clocks)
        days = "the law on 30 June 2022 to the law on 1 July 2022"
        assert repr(changes) == f"<LawChanges from {days}: 23 rules>"
        (change,) = changes.about("safeguarding-partners")
        assert repr(change) == "<LawChange 'safeguarding-partners': changed>"

    def test_each_of_several_as_a_row(self) -> None:
        clocks = masa.clocks(NOW)
        assert [row["id"] for row in clocks.to_records()] == [one.id for one in clocks]
        changes = masa.law("2022-06-30").compare(masa.law("2022-07-01"))
        assert [row["id"] for row in changes.to_records()] == [
            one.id for one in changes
        ]

    def test_the_register_of_holidays(self) -> None:
        assert masa.bank_holidays()[0].day == date(2010, 1, 1)

    def test_a_copy_is_equal_and_empty(self) -> None:
        book = masa.law(NOW)
        assert book.value("child-age") == 18
        again = pickle.loads(pickle.dumps(book))  # noqa: S301 (made by this test)
        assert again == book
        assert len(pickle.dumps(book)) < 500
        assert again.value("child-age") == 18


class TestClockOnADay:
    """`clock_on` is `law(on).clock(name)`, made once between two changes."""

    @pytest.mark.parametrize("name", shelf.clocks())
    def test_is_that_of_the_book_of_the_day(self, name: str) -> None:
        covered = shelf.coverage()
        spans = (
            span
            for rule in (*shelf.clock(name).lengths, *shelf.clock(name).duty)
            for version in shelf.rule(rule)
            for span in (version.since, version.before)
            if span is not None
        )
        days = {day for span in spans for day in (span.earliest, span.latest) if day}
        around = {day + timedelta(days=n) for day in days for n in (-1, 0, 1)}
        asked = {covered.first, covered.last, date(2026, 11, 22), *around}
        for on in sorted(day for day in asked if covered.first <= day <= covered.last):
            try:
                expected: object = masa.law(on).clock(name)
            except NotInForceError as error:
                expected = str(error)
            try:
                found: object = clock_on(name, on)
            except NotInForceError as error:
                found = str(error)
            assert found == expected, on

    @pytest.mark.parametrize("on", [date(2015, 3, 25), date(2041, 1, 1)])
    def test_has_to_be_covered(self, on: date) -> None:
        with pytest.raises(CoverageError, match="does not cover"):
            clock_on("rapid-review", on)
