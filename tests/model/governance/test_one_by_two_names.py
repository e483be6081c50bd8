"""What two names mean that are stated to be of the same."""

import pytest

import masa
from masa.ground.quantities import Count
from masa.ground.stated import Standing

ENDED = """
id = "x"
title = "X"
posts = [{ name = "Chief" }]
[[groups]]
name = "Old Board"
period = { start = "2018-04-01", end = "2019-03-31" }
[[groups]]
name = "New Board"
period = { start = "2019-04-01" }
chair = "Chief"
complete = true
members = ["Chief"]
meets = "monthly"
[[groups]]
name = "Sub"
reports_to = ["Old Board"]
[[same_as]]
one = "Old Board"
other = "New Board"
same = "yes"
"""


def test_that_what_is_left_of_two_is_known_with_all_that_is_declared_of_it() -> None:
    graph = masa.governance(masa.loads(ENDED), on="2021-01-01")
    assert str(graph.seats("New Board")) == (
        "As of 1 January 2021: New Board has 1 seat stated: 1 of Chief. "
        "The list is stated to be complete."
    )
    said = str(graph.chair("New Board", on="2021-01-01"))
    assert said == "Chief chairs New Board on 1 January 2021."
    assert graph.meetings(2021)["New Board"].count.most == 12
    assert graph.answers_to("Sub").names == ("New Board",)
    assert graph["Old Board"] is graph["New Board"]


def test_that_two_of_which_none_is_left_are_both_gone() -> None:
    text = ENDED.replace(
        'period = { start = "2019-04-01" }', 'period = { end = "2020-03-31" }'
    )
    graph = masa.governance(masa.loads(text), on="2021-01-01")
    assert "Old Board" not in graph
    assert "New Board" not in graph


def test_that_what_others_share_keeps_its_key_by_another_name() -> None:
    text = ENDED.replace('name = "New Board"', 'name = "New Board"\nid = "board"')
    other = 'id = "y"\ntitle = "Y"\n[[groups]]\nname = "Board"\nid = "board"\n'
    atlas = masa.Atlas([masa.loads(text), masa.loads(other)])
    for day in (None, "2021-01-01"):
        graph = masa.governance(atlas, on=day)
        assert graph["Board"] is graph["New Board"]
        assert graph.seats("board").count == Count.exactly(1)


PLANNED = """
id = "x"
title = "X"
[[groups]]
name = "Old Board"
standing = "proposed"
at = "1"
[[groups]]
name = "New Board"
tier = 1
at = "2"
[[groups]]
name = "Sub"
tier = 2
reports_to = ["New Board"]
[[same_as]]
one = "Old Board"
other = "New Board"
same = "yes"
"""
TURNED = PLANNED.replace(
    'one = "Old Board"\nother = "New Board"', 'one = "New Board"\nother = "Old Board"'
)


@pytest.mark.parametrize("given", [{}, {"proposed": False}, {"proposed": True}])
@pytest.mark.parametrize("text", [PLANNED, TURNED], ids=["plan first", "plan last"])
def test_that_a_plan_for_what_is_in_force_takes_nothing_from_it(
    text: str, given: dict[str, bool]
) -> None:
    graph = masa.governance(masa.loads(text), given=given)
    board = graph["New Board"]
    assert board is graph["Old Board"]
    assert board.standing is Standing.IN_FORCE
    assert (board.tier, str(board.at)) == (1, "s.2")
    assert graph.ties.top == (board.key,)


def test_that_two_tiers_of_one_thing_settle_nothing() -> None:
    text = PLANNED.replace('standing = "proposed"', "tier = 3")
    node = masa.governance(masa.loads(text))["New Board"]
    assert (node.tier, node.proposed_tier) == (None, None)
    assert str(node.at) == "s.1"


def test_that_the_tier_of_what_is_left_of_two_is_kept() -> None:
    text = PLANNED.replace('standing = "proposed"', 'period = { end = "2019-03-31" }')
    graph = masa.governance(masa.loads(text), on="2021-01-01")
    assert graph["New Board"].tier == 1
