"""What two names mean that are stated to be of the same."""

import masa
from masa.ground.quantities import Count

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
