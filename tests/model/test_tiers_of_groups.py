"""The tiers of an arrangement, and those of two beside each other."""

import pytest

import masa
from masa.ground.errors import KindError

TEXT = """
id = "x"
title = "X"
[[bodies]]
name = "Trust"
[[groups]]
name = "Board"
id = "board"
tier = 1
at = "2"
kind = "board"
[[groups]]
name = "Panel"
tier = { is = 2, standing = "proposed", at = "3" }
kind = [{ is = "panel" }, { is = "forum" }]
reports_to = ["Board"]
[[groups]]
name = "Two ways"
tier = [{ is = 1 }, { is = 2 }]
[[groups]]
name = "None"
tier = { none = true }
[[groups]]
name = "Network"
outside = "other board"
tier = 4
[[functions]]
name = "training"
id = "training"
tier = 2
done_by = "Panel"
reports_to = ["Panel"]
[[functions]]
name = "audit"
done_by = "Trust"
"""
X = masa.governance(masa.loads(TEXT))
CHANGED = TEXT.replace('id = "x"\ntitle = "X"', 'id = "y"\ntitle = "Y"').replace(
    'id = "training"\ntier = 2', 'id = "training"\ntier = 3'
)
Y = masa.governance(masa.loads(CHANGED))
BARNET = masa.governance(masa.examples.load("barnet"))
SOMERSET = masa.governance(masa.examples.load("somerset"))


def test_groups_and_functions_stand_on_their_tiers() -> None:
    found = X.tiers()
    assert list(map(str, found.every)) == [
        "tier 1: Board",
        "tier 2: Panel and training",
        "no settled tier: Two ways, None and audit",
    ]
    assert len(found) == len(list(found)) == 2
    assert found.beside == ("Network",)
    assert found.without_group == ("audit",)
    assert found.depth == 2
    assert list(map(str, found.at)) == ["s.2", "s.3"]
    assert found.tiers[1].proposed == ("Panel",)
    assert found.tiers[1].kinds == ("panel or forum",)
    assert str(found) == (
        "X states 2 tiers: 1 group on tier 1, 1 group and 1 function (1 proposed) on "
        "tier 2 and 2 groups and 1 function on no settled tier; 1 group beside it; the "
        "lines to the top are at most 2 long."
    )


def test_what_is_given_settles_a_proposed_tier() -> None:
    yes = masa.governance(masa.loads(TEXT), given={"proposed": True})
    assert yes.tiers().tiers[1].proposed == ()
    no = masa.governance(masa.loads(TEXT), given={"proposed": False})
    assert "Panel" in no.tiers().unknown.groups


def test_barnet_by_hand() -> None:
    """Barnet 7, 13: the forum, two sub-groups, and two kinds below them."""
    found = BARNET.tiers()
    assert [tier.groups for tier in found] == [
        ("Leadership Forum",),
        ("Learning and Review Group", "Quality Assurance and Performance Group"),
        ("task and finish group", "deep dive"),
    ]
    assert "Child Death Overview Panel" in found.unknown.groups
    assert found.tiers[2].at == tuple(map(masa.Source, ("7", "13")))
    assert len(found.beside) == 34


def test_somerset_proposes_three_tiers_and_names_no_group_on_the_third() -> None:
    """Somerset L56 to L111: five functions, and no group for them."""
    found = SOMERSET.tiers()
    assert [tier.in_short for tier in found] == [
        "1 group (proposed)",
        "2 groups (proposed)",
        "5 functions (proposed)",
    ]
    assert len(found.without_group) == 5


def test_haringey_names_one_group_and_no_tier() -> None:
    """Haringey 2: the strategic leadership group, proposed."""
    graph = masa.governance(masa.examples.load("haringey"))
    assert str(graph.tiers()).endswith(
        "states no tiers in the text held: 1 group and 1 function on no settled tier."
    )


def test_an_arrangement_without_groups() -> None:
    empty = masa.governance(masa.loads('id = "x"\ntitle = "X"'))
    assert str(empty.tiers()) == "X states no group and no function."
    assert empty.tiers().to_text().startswith("X states no")
    beside = empty.compare_tiers(X).to_text()
    assert "On tier 1, X has no groups, X 1 group." in beside


def test_two_arrangements_beside_each_other() -> None:
    found = BARNET.compare_tiers(SOMERSET)
    barnet, somerset = BARNET.title, SOMERSET.title
    assert found.says[:2] == (
        f"{barnet} states 3 tiers; {somerset} states 3 tiers.",
        f"On tier 1, {barnet} has 1 group, {somerset} 1 group (proposed).",
    )
    assert f"{somerset} 5 functions (proposed)." in str(found)
    assert found.to_records()[1] == {
        "tier": "tier 2",
        "before: groups": "2",
        "before: functions": "0",
        "before: kinds": "2 sub-group",
        "after: groups": "2",
        "after: functions": "0",
        "after: kinds": "1 events",
    }
    assert found.moved == ()
    assert found.shared == ()


def test_only_equal_ids_are_the_same() -> None:
    found = X.compare_tiers(Y)
    assert found.shared == ("board",)
    assert found.moved == (("training", "tier 2", "tier 3"),)
    assert "training is on tier 2 in X, on tier 3 in Y." in found.says
    assert "By id, on the same tier: board." in found.says
    assert found.says[-1] == (
        "The lines to the top are at most 2 long in X and at most 2 long in Y."
    )
    assert "On tier 1" not in str(found)
    assert "tier 3" in found.to_text()


def test_what_has_no_settled_tier_shares_a_tier_with_nothing() -> None:
    joint = '[[groups]]\nid="joint"\nname="Joint"\n'
    one, two = (
        masa.governance(masa.loads(f'id="{own}"\ntitle="{own}"\n{joint}'))
        for own in "ab"
    )
    found = one.compare_tiers(two)
    assert (found.shared, found.moved) == ((), ())
    assert found.says == (
        "a states no tiers; b states no tiers.",
        "The lines to the top are at most 0 long in a and at most 0 long in b.",
    )


def test_tables_and_records() -> None:
    assert "Tiers of X" in X.tiers().to_text()
    assert X.tiers().to_records()[1] == {
        "tier": "2",
        "kind": "group",
        "name": "Panel",
        "proposed": "yes",
    }
    assert str(masa.TierOfGroups(number=2)) == "tier 2: nothing"


def test_a_tier_has_the_places_that_hold_on_the_day() -> None:
    text = (
        'id="x"\ntitle="X"\n[[groups]]\nname="Board"\nat="1"\ntier=['
        '{ is = 1, at = "1", until = "2019" }, { is = 2, at = "2", since = "2020", '
        'until = "2021" }]\n'
    )
    whole = masa.loads(text)
    places = {
        on: [*map(str, masa.governance(whole, on=on).tiers().at)]
        for on in (None, "2018-01-01", "2020-06-01", "2022-06-01")
    }
    assert list(places.values()) == [["s.1", "s.2"], ["s.1"], ["s.2"], ["s.1"]]


def test_several_arrangements_state_and_have_what_is_on_their_tiers() -> None:
    empty = masa.Atlas(masa.loads(f'id="{one}"\ntitle="X"\n') for one in "ab")
    said = str(masa.governance(empty).tiers())
    assert said == "2 arrangements state no group and no function."
    both = masa.governance(masa.Atlas([masa.loads(TEXT), masa.loads(CHANGED)]))
    assert str(both.tiers()).startswith("2 arrangements state 2 tiers: ")
    assert "2 arrangements have" in str(both.compare_tiers(X))
    assert str(both.compare_tiers(X)).startswith("2 arrangements state 2 tiers; X st")


def test_only_a_governance_is_compared() -> None:
    with pytest.raises(KindError, match="is no governance"):
        X.compare_tiers(masa.loads(TEXT))  # type: ignore[arg-type] # on purpose
