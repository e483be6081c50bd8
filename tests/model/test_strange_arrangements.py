"""Real arrangements are strange: everything here has been seen somewhere.

Each test says one thing that a published arrangement says, in a file, and finds it
again, after writing and reading too.
"""

from pathlib import Path
from typing import Any

import pytest

import masa
from masa.ground.logic import Answer

X = masa.load(Path(__file__).with_name("strange.toml"))


def thing(name: str) -> Any:  # noqa: ANN401 (one of many nouns)
    return X[name]


@pytest.mark.parametrize("layout", ["toml", "json"])
def test_it_survives_being_written_and_read(layout: str) -> None:
    text = masa.dumps(X, format=layout)
    assert masa.loads(text, format=layout) == X
    assert masa.dumps(masa.loads(text, format=layout), format=layout) == text


def test_there_may_be_several_bodies_of_one_kind() -> None:
    names = [one.name for one in X.partners_of(masa.PartnerKind.HEALTH)]
    assert names == ["NHS East ICB", "NHS West ICB"]


def test_one_force_serves_several_arrangements() -> None:
    other = masa.loads(
        'id = "north"\ntitle = "North"\n[[partners]]\nkind = "police"\n'
        'name = "The Constabulary"\nid = "england/east-and-west-police"\n'
    )
    (shared,) = masa.Atlas([X, other]).shared()
    assert shared.arrangements == ("two-counties", "north")


@pytest.mark.parametrize(
    ("name", "area", "extent"),
    [
        ("NHS West ICB", "Westshire", masa.Extent.PART),
        ("East and West Constabulary", "Three counties", masa.Extent.WIDER),
        ("Hill Trust", "the hills", masa.Extent.PART),
        ("forum-east", "the east coast", masa.Extent.PART),
    ],
)
def test_an_area_need_be_no_set_of_whole_councils(
    name: str, area: str, extent: masa.Extent
) -> None:
    (one,) = thing(name).area
    assert (one.name, one.extent.only) == (area, extent)


def test_accountability_stays_at_the_lead() -> None:
    council = thing("Eastshire County Council")
    assert council.lead.only == "Chief Executive, East"
    assert masa.Stated(council.delegates).values == ("Director, East",)
    assert thing("Westshire Council").lead.statements[0].value is masa.Absence.NONE


def test_holders_act_stand_in_and_hold_two_posts() -> None:
    assert thing("Director, East").holding.only is masa.Holding.INTERIM
    assert thing("Assistant Director, East").holding.only is masa.Holding.ACTING
    assert str(thing("Assistant Director, East").also_holds[0]) == "LADO, East"


def test_seats_have_every_role_and_may_be_vacant_or_several() -> None:
    seats = thing("Executive").members
    assert [seat.role.only for seat in seats[2:]] == [
        masa.SeatRole.CO_OPTED,
        masa.SeatRole.DEPUTY,
        masa.SeatRole.OBSERVER,
        masa.SeatRole.NON_EXECUTIVE,
        masa.SeatRole.DELEGATE,
    ]
    assert seats[0].count.only == 2
    assert seats[1].holding.only is masa.Holding.VACANT


@pytest.mark.parametrize(
    ("group", "chair"),
    [
        (
            "Executive",
            (
                "rotates between Eastshire County Council and Westshire Council, "
                "in this order, each turn 1 year, from April 2024"
            ),
        ),
        ("forum-east", "Scrutineer"),
        ("forum-west", "Westshire Council and NHS West ICB jointly"),
        ("Exploitation Group", "elected member"),
        ("task group", "per instance"),
        ("task group on neglect", "drawn from Executive"),
        ("Child Death Overview Panel", "independent"),
    ],
)
def test_a_chair_is_found_in_every_way(group: str, chair: str) -> None:
    assert str(thing(group).chair) == chair


def test_a_vice_chair_may_be_described_and_a_chair_chosen() -> None:
    assert str(thing("Executive").vice_chair) == "a police officer of some rank"
    assert str(thing("task group").chair_chosen) == "chosen by Executive yearly"


def test_two_groups_of_one_name_have_two_parents_and_report_by_exception() -> None:
    assert thing("forum-east").name == thing("forum-west").name
    assert len(thing("forum-east").reports_to) == 2
    (relation,) = X.relations
    assert relation.verb is masa.Verb.REPORTS_BY_EXCEPTION
    with pytest.raises(masa.UnknownNameError, match="2 things"):
        thing("Practice Forum")


def test_a_group_may_be_joint_with_adults() -> None:
    owners = masa.Stated(thing("Exploitation Group").owners).values
    assert owners == ("Executive", "Adults Board")


def test_a_frequency_has_bounds_terms_and_changes() -> None:
    assert [str(one) for one in thing("Executive").meets.statements] == [
        "at least quarterly",
        "4 to 6 times a year (s.9)",
    ]
    assert thing("Executive").meets.conflict is Answer.UNKNOWN
    assert thing("forum-east").meets.conflict is Answer.NO
    assert str(thing("forum-west").meets.only.per_year) == "0 to 4"


def test_a_list_that_misses_its_own_count_is_found() -> None:
    assert "the list of aims holds 3 items (it holds 2)" in masa.report.describe(
        X
    ).to_markdown().replace("\n", " ")


def test_whether_two_names_are_one_is_yes_no_or_unknown() -> None:
    assert [one.same for one in X.same_as] == [Answer.NO, Answer.UNKNOWN]


def test_somebody_chairs_the_whole_beside_the_groups() -> None:
    assert X.chair.only == "Director, East"
    assert thing("Executive").chair.only != X.chair.only


def test_a_sign_off_may_be_of_some_and_not_yet_of_all() -> None:
    budget, threshold = X.sign_offs
    assert [one.standing for one in budget.by] == [
        masa.Standing.IN_FORCE,
        masa.Standing.PROPOSED,
    ]
    assert (threshold.by, threshold.on.is_stated) == ((), False)


def test_guidance_is_departed_from_with_and_without_a_reason() -> None:
    told, untold = X.departures
    assert str(told) == "P23-S5: No secure home is in the area. (s.4)"
    assert (untold.reason.is_stated, untold.standing.is_settled) == (False, False)


def test_two_teams_of_one_name_have_members_of_every_role() -> None:
    east, west = X.teams
    assert {one.role for one in east.members} == set(masa.TeamRole)
    assert [str(one.at) for one in east.members[1:3]] == ["s.7", "s.8"]
    assert not east.members[-1].nominated_by.is_stated
    assert (west.name, west.members) == (east.name, ())
    assert thing("MACPT") is thing("team-east") is east


def test_a_yearly_report_is_there_and_the_next_is_only_proposed() -> None:
    report, coming = X.reports
    assert str(report.published) == "27 September 2025 (p. 2)"
    assert report.contents[1].items == ("YR-S4/used",)
    assert [one.on.is_stated for one in report.copies] == [False, True]
    assert coming.standing is masa.Standing.PROPOSED


def test_child_deaths_are_reviewed_elsewhere_and_without_the_police() -> None:
    review = X.child_death_review
    assert review is not None
    kinds = {thing(str(one.value)).kind for one in review.partners}
    assert masa.PartnerKind.POLICE not in kinds
    assert len(review.areas) == 3
