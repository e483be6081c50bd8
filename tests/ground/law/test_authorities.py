"""The register of local authorities: Children Act 2004, s.65(1), on each day."""

from collections import Counter
from datetime import date, timedelta

import pytest

import masa
from masa.ground.law import files

EVERY = masa.local_authorities()
IDS = {one.id for one in EVERY}
FIRST, LAST = date(2018, 6, 29), date(2027, 3, 31)
CHANGES = {
    date(2019, 4, 1): (
        {"dorset-county-council", "bournemouth", "poole"},
        {"dorset-council", "bournemouth-christchurch-and-poole"},
    ),
    date(2020, 4, 1): ({"buckinghamshire-county-council"}, {"buckinghamshire-council"}),
    date(2021, 4, 1): (
        {"northamptonshire"},
        {"north-northamptonshire", "west-northamptonshire"},
    ),
    date(2023, 4, 1): ({"cumbria"}, {"cumberland", "westmorland-and-furness"}),
}


def _ids(on: date) -> set[str]:
    return {one.id for one in masa.local_authorities(on)}


class TestTheRegister:
    @pytest.mark.parametrize(
        ("day", "many"),
        [
            ("2018-06-29", 152),
            ("2019-03-31", 152),
            ("2019-04-01", 151),
            ("2020-03-31", 151),
            ("2020-04-01", 151),
            ("2021-03-31", 151),
            ("2021-04-01", 152),
            ("2023-03-31", 152),
            ("2023-04-01", 153),
            ("2026-11-24", 153),
            ("2027-03-31", 153),
        ],
    )
    def test_has_so_many_on_a_day(self, day: str, many: int) -> None:
        assert len(masa.local_authorities(day)) == many

    def test_has_all_of_them_where_no_day_is_given(self) -> None:
        assert len(EVERY) == 159
        assert [one.name for one in EVERY] == sorted(one.name for one in EVERY)

    @pytest.mark.parametrize("day", CHANGES, ids=str)
    def test_changes_on_a_day_by_those_that_end_and_begin(self, day: date) -> None:
        gone, come = CHANGES[day]
        before, after = _ids(day - timedelta(days=1)), _ids(day)
        assert before - after == gone
        assert after - before == come
        for one in EVERY:
            assert (one.before == day) is (one.id in gone)
            assert (one.since == day) is (one.id in come)

    def test_changes_on_no_other_day(self) -> None:
        dates = {d for one in EVERY for d in (one.since, one.before) if d}
        assert dates == set(CHANGES)

    @pytest.mark.parametrize(
        ("ended", "after"),
        [
            ("bournemouth", {"bournemouth-christchurch-and-poole"}),
            ("poole", {"bournemouth-christchurch-and-poole"}),
            (
                "dorset-county-council",
                {"dorset-council", "bournemouth-christchurch-and-poole"},
            ),
            ("buckinghamshire-county-council", {"buckinghamshire-council"}),
            (
                "northamptonshire",
                {"north-northamptonshire", "west-northamptonshire"},
            ),
            ("cumbria", {"cumberland", "westmorland-and-furness"}),
        ],
    )
    def test_says_what_came_after_it(self, ended: str, after: set[str]) -> None:
        assert set(masa.local_authority(ended).successors) == after

    def test_gives_successors_that_begin_as_it_ends(self) -> None:
        for one in EVERY:
            assert bool(one.successors) is bool(one.before)
            for other in one.successors:
                assert masa.local_authority(other).since == one.before

    @pytest.mark.parametrize(
        ("day", "kinds"),
        [
            ("2018-06-29", (33, 36, 49, 32, 1, 1)),
            ("2026-11-24", (29, 36, 54, 32, 1, 1)),
        ],
    )
    def test_has_so_many_of_each_kind(self, day: str, kinds: tuple[int, ...]) -> None:
        known = masa.law(day)["local-authorities-in-england"].items
        found = Counter(one.kind for one in masa.local_authorities(day))
        named = [item.id for item in known if item.id]
        assert found == dict(zip(named, kinds, strict=True))

    @pytest.mark.parametrize(
        ("day", "unitary", "county"), [("2021-04-01", 58, 24), ("2023-04-01", 62, 21)]
    )
    def test_agrees_with_the_numbers_that_gov_uk_gives(
        self, day: str, unitary: int, county: int
    ) -> None:
        """gov.uk calls a county council that is alone in its area unitary."""
        alone = {"cornwall", "durham", "isle-of-wight", "northumberland"}
        alone |= {"shropshire", "wiltshire"}
        if day >= "2023":
            alone |= {"north-yorkshire", "somerset"}
        kinds = Counter(
            "unitary" if one.id in alone else one.kind
            for one in masa.local_authorities(day)
        )
        districts = kinds["non-metropolitan-district-council"]
        assert kinds["unitary"] + districts == unitary
        assert kinds["county-council"] == county

    @pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
    def test_cites_for_each_where_it_is_found(self, one: masa.LocalAuthority) -> None:
        named = one.source.instrument
        assert named.startswith(("SI ", "GOV.UK register"))
        assert one.citation == masa.Citation(
            instrument=named, pinpoint=one.source.pinpoint, evidence=one.evidence
        )
        assert one.evidence.value in {"read", "part read", "restated", "recalled"}
        assert not (one.since or one.before) or named.startswith("SI ")

    def test_has_no_id_twice(self) -> None:
        assert len(IDS) == len(EVERY)

    @pytest.mark.parametrize("name", ["North Yorkshire", "Somerset"])
    def test_holds_one_that_took_a_new_name_as_one(self, name: str) -> None:
        for day in ("2023-03-31", "2023-04-01"):
            found = masa.local_authority(f"{name} County Council", day)
            assert found == masa.local_authority(f"{name} Council", day)
            assert found.kind == "county-council"
            assert "Other lists" in (found.note or "")

    def test_covers_the_days_to_the_next_change_that_is_announced(self) -> None:
        (covered,) = files.tables(files.AUTHORITIES, "covered")
        assert (covered["first"], covered["last"]) == (FIRST, LAST)

    @pytest.mark.parametrize(
        ("day", "words"),
        [("2018-06-28", "28 June 2018"), ("2027-04-01", "1 April 2027")],
    )
    def test_has_no_answer_for_a_day_beyond_it(self, day: str, words: str) -> None:
        with pytest.raises(masa.CoverageError) as caught:
            masa.local_authorities(day)
        assert str(caught.value) == (
            f"the register of local authorities does not cover {words}; "
            "ask for a day from 29 June 2018 to 31 March 2027"
        )
        assert (caught.value.first, caught.value.last) == (FIRST, LAST)

    def test_is_asked_of_a_day(self) -> None:
        with pytest.raises(masa.DateError):
            masa.local_authorities("2019-02-29")
        with pytest.raises(masa.KindError):
            masa.local_authorities(2019)  # type: ignore[arg-type] # on purpose


class TestAnAuthority:
    def test_shows_what_it_is_and_how_surely(self) -> None:
        (row,) = masa.local_authority("cumbria").to_records()
        assert row == {
            "id": "cumbria",
            "name": "Cumbria",
            "title": "Cumbria County Council",
            "kind": "county-council",
            "source": "SI 2022/331",
            "evidence": "part read",
            "existed": "before 1 April 2023",
            "after it": "cumberland and westmorland-and-furness",
        }

    def test_shows_its_other_names_its_beginning_and_its_note(self) -> None:
        (row,) = masa.local_authority("BCP").to_records()
        assert row["existed"] == "from 1 April 2019"
        assert row["also"] == "BCP; BCP Council"
        assert "1 April 2027" in masa.local_authority("Surrey").to_text()

    def test_is_marked_where_it_is_only_recalled(self) -> None:
        made = masa.LocalAuthority(
            id="anyshire",
            name="Anyshire",
            title="Anyshire Council",
            kind="county-council",
            source=masa.Citation(instrument="SI 2030/1"),
            evidence=masa.Evidence.RECALLED,
            since=date(2030, 4, 1),
            before=date(2031, 4, 1),
        )
        (row,) = made.to_records()
        assert row["evidence"] == "recalled, not verified"
        assert row["existed"] == "from 1 April 2030 and before 1 April 2031"
        assert str(made) == "Anyshire Council"

    def test_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(masa.DateError) as caught:
            masa.LocalAuthority(
                id="anyshire",
                name="Anyshire",
                title="Anyshire Council",
                kind="county-council",
                source=masa.Citation(instrument="SI 2030/1"),
                evidence=masa.Evidence.RECALLED,
                since=date(2030, 4, 1),
                before=date(2030, 4, 1),
            )
        assert str(caught.value) == (
            '"anyshire" ends on 1 April 2030 and begins on 1 April 2030; '
            "check both days"
        )
