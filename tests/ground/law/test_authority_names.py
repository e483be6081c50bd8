"""A local authority is found by what people call it, and a wrong name is told."""

from collections import Counter

import pytest

import masa
from masa.ground.law import authority_names

EVERY = masa.local_authorities()
DAYS = ("2018-06-29", "2019-04-01", "2020-04-01", "2021-04-01", "2023-04-01")


class TestAName:
    @pytest.mark.parametrize(
        ("called", "id_"),
        [
            ("barnet", "barnet"),
            ("Barnet", "barnet"),
            ("BARNET", "barnet"),
            ("London Borough of Barnet", "barnet"),
            ("the London Borough of Barnet", "barnet"),
            ("Barnet Council", "barnet"),
            ("Barnet Borough", "barnet"),
            ("Barnet Borough Council", "barnet"),
            ("Barnet London Borough Council", "barnet"),
            ("Barnet LBC", "barnet"),
            ("London Borough of Greenwich", "greenwich"),
            ("Royal Borough of Greenwich", "greenwich"),
            ("Westminster City Council", "westminster"),
            ("Hammersmith & Fulham", "hammersmith-and-fulham"),
            ("LONDON BOROUGH OF HAMMERSMITH AND FULHAM", "hammersmith-and-fulham"),
            ("Common Council of the City of London", "city-of-london"),
            ("Council of the Isles of Scilly", "isles-of-scilly"),
            ("Kent", "kent"),
            ("Kent CC", "kent"),
            ("Durham", "durham"),
            ("County Durham", "durham"),
            ("Cornwall County Council", "cornwall"),
            ("Bolton MBC", "bolton"),
            ("Doncaster City Council", "doncaster"),
            ("City of Doncaster Council", "doncaster"),
            ("Newcastle upon Tyne City Council", "newcastle-upon-tyne"),
            ("St. Helens", "st-helens"),
            ("Stoke on Trent", "stoke-on-trent"),
            ("Telford & Wrekin", "telford-and-wrekin"),
            ("Bristol, City of", "bristol"),
            ("Hull", "kingston-upon-hull"),
            ("BCP Council", "bournemouth-christchurch-and-poole"),
            (
                "Bournemouth Christchurch and Poole",
                "bournemouth-christchurch-and-poole",
            ),
            ("Southend-on-Sea City Council", "southend-on-sea"),
            ("dorset-council", "dorset-council"),
            ("Dorset Council", "dorset-council"),
            ("Dorset County Council", "dorset-county-council"),
        ],
    )
    def test_is_that_of_one(self, called: str, id_: str) -> None:
        assert masa.local_authority(called).id == id_

    @pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
    def test_of_its_own_finds_each_on_its_days(self, one: masa.LocalAuthority) -> None:
        days = [day for day in DAYS if one in masa.local_authorities(day)]
        assert days
        for day in days:
            for called in (one.id, one.name, one.title, *one.also):
                assert masa.local_authority(called, day) is one

    def test_of_its_own_goes_before_a_usual_form_of_another(self) -> None:
        with pytest.raises(masa.NotInForceError):
            masa.local_authority("Dorset Council", "2019-03-31")

    def test_never_means_two_on_one_day(self) -> None:
        for held in authority_names._by_name().values():  # noqa: SLF001 (each name)
            for day in DAYS:
                there = masa.local_authorities(day)
                assert sum(one in there for one in held) <= 1

    def test_means_two_only_where_one_followed_the_other(self) -> None:
        names = Counter(one.name for one in EVERY)
        twice = {name for name, many in names.items() if many > 1}
        assert twice == {"Buckinghamshire", "Dorset"}

    @pytest.mark.parametrize(
        ("called", "day", "title"),
        [
            ("Dorset", "2019-03-31", "Dorset County Council"),
            ("Dorset", "2019-04-01", "Dorset Council"),
            ("Buckinghamshire", "2020-03-31", "Buckinghamshire County Council"),
            ("Buckinghamshire", "2020-04-01", "Buckinghamshire Council"),
        ],
    )
    def test_of_two_means_that_of_the_day(
        self, called: str, day: str, title: str
    ) -> None:
        assert str(masa.local_authority(called, day)) == title

    def test_of_two_needs_a_day(self) -> None:
        with pytest.raises(masa.UnknownNameError) as caught:
            masa.local_authority("Dorset")
        assert str(caught.value) == (
            '"Dorset" has been "Dorset County Council" and "Dorset Council"; '
            "say on which day"
        )


class TestNoName:
    @pytest.mark.parametrize(
        ("called", "remedy"),
        [
            ("Barnett", 'did you mean "Barnet"?'),
            ("Barnett Council", 'did you mean "Barnet Council"?'),
            ("London Borough of Barnett", 'did you mean "London Borough of Barnet"?'),
            ("Westmoreland and Furness", 'did you mean "Westmorland and Furness"?'),
            ("#!", "masa.local_authorities() gives every one"),
        ],
    )
    def test_is_answered_with_the_nearest(self, called: str, remedy: str) -> None:
        with pytest.raises(masa.UnknownNameError) as caught:
            masa.local_authority(called, "2026-11-24")
        assert str(caught.value) == (
            f'"{called}" is no local authority in England with children\'s functions; '
            f"{remedy}"
        )

    @pytest.mark.parametrize(
        "called",
        [
            "Stafford Borough Council",
            "Gloucester City Council",
            "Nottingham County Council",
            "Durham City Council",
            "Cardiff",
            "",
        ],
    )
    def test_is_that_of_a_district_or_of_a_wrong_kind(self, called: str) -> None:
        with pytest.raises(masa.UnknownNameError):
            masa.local_authority(called)

    def test_is_what_is_not_text(self) -> None:
        with pytest.raises(masa.KindError):
            masa.local_authority(3)  # type: ignore[arg-type] # on purpose


class TestADay:
    @pytest.mark.parametrize(
        ("called", "day", "says"),
        [
            (
                "dorset county council",
                "2019-04-01",
                (
                    '"Dorset County Council" was not there on 1 April 2019: it ended '
                    'on 1 April 2019; after it came "Bournemouth, Christchurch and '
                    'Poole Council" and "Dorset Council"'
                ),
            ),
            (
                "Poole",
                "2026-11-24",
                (
                    '"Borough of Poole" was not there on 24 November 2026: it ended on '
                    '1 April 2019; after it came "Bournemouth, Christchurch and Poole '
                    'Council"'
                ),
            ),
            (
                "Northamptonshire",
                "2021-04-01",
                (
                    '"Northamptonshire County Council" was not there on 1 April 2021: '
                    'it ended on 1 April 2021; after it came "North Northamptonshire '
                    'Council" and "West Northamptonshire Council"'
                ),
            ),
            (
                "Cumberland",
                "2023-03-31",
                (
                    '"Cumberland Council" was not there on 31 March 2023: it began on '
                    '1 April 2023; before it came "Cumbria County Council"'
                ),
            ),
        ],
    )
    def test_on_which_it_was_not_there_is_told(
        self, called: str, day: str, says: str
    ) -> None:
        with pytest.raises(masa.NotInForceError) as caught:
            masa.local_authority(called, day)
        assert str(caught.value) == says

    def test_is_one_that_the_register_covers(self) -> None:
        with pytest.raises(masa.CoverageError):
            masa.local_authority("Barnet", "2018-06-28")
        with pytest.raises(masa.DateError):
            masa.local_authority("Barnet", "yesterday")
        with pytest.raises(masa.KindError):
            masa.local_authority("Barnet", 2019)  # type: ignore[arg-type] # on purpose
