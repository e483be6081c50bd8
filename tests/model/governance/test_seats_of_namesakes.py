"""Seats of those who are called alike, and of those who are told to sit twice."""

import pytest

import masa

COUNCIL = """
id = "{0}"
title = "Area {0}"
[[partners]]
kind = "local authority"
name = "Council"
[[agencies]]
category = "Education"
described = ["schools"]
[[groups]]
name = "Board"
complete = true
members = [{{ holder = "Council", count = 3 }}, {{ holder = "schools", count = 2 }}]
"""

POLICE = """
id = "{0}"
title = "Area {0}"
[[partners]]
kind = "police"
name = "Police"
[[groups]]
name = "Board"
members = ["Police", {{ any = "Police", count = 2, at = "3" }}]
"""


def atlas(*texts: str) -> masa.Governance:
    """Make the graph of several areas."""
    return masa.governance(masa.Atlas(map(masa.loads, texts)))


def told(graph: masa.Governance, name: str) -> list[str]:
    """Give each row of the seats of a name."""
    return [str(row) for row in graph.seats(name).rows]


def test_that_a_declared_set_with_a_namesake_is_counted_once() -> None:
    graph = atlas(COUNCIL.format("a"), COUNCIL.format("b"))
    alone = masa.governance(masa.loads(COUNCIL.format("a")))
    assert str(graph.seats("a: Board").count) == "5"
    assert str(alone.seats("Board").count) == "5"
    assert told(graph, "a: Board") == [
        "3 of Council [a] sits on Board [a]",
        "2 of schools [a] sit on Board [a]",
    ]
    assert told(graph, "a: schools") == ["2 of schools [a] sit on Board [a]"]


def test_that_whoever_is_described_is_not_whoever_has_the_name() -> None:
    graph = masa.governance(masa.loads(POLICE.format("a")))
    assert told(graph, "Board") == [
        "Police sits on Board",
        "2 of Police' sits on Board (s.3)",
    ]
    seats = {kind: str(n) for kind, n in graph.seats("Board").by_kind.items()}
    assert seats == {"police": "1", "described": "2"}
    assert told(graph, "Police'") == ["2 of Police' sits on Board (s.3)"]
    assert told(graph, "Police") == ["Police sits on Board"]


def test_that_the_seat_of_a_description_is_found_beside_namesakes() -> None:
    graph = atlas(POLICE.format("a"), POLICE.format("b"))
    found = ["2 of Police [a: Police'] sits on Board [a] (s.3)"]
    assert told(graph, "a: Police'") == found
    assert found[0] in told(graph, "a: Board")


def test_that_a_name_of_another_area_is_not_given_to_a_description() -> None:
    described = '[[groups]]\nname = "Panel"\nmembers = [{ any = "Police" }]\n'
    graph = atlas(POLICE.format("a"), 'id = "b"\ntitle = "B"\n' + described)
    (row,) = graph.seats("Panel").rows
    assert row.holder == "Police [b]"
    assert graph.seats(row.holder).rows == (row,)


def test_that_what_two_areas_describe_on_one_group_is_one_seat() -> None:
    panel = '[[groups]]\nid = "panel"\nname = "Panel"\nmembers = [{ any = "heads" }]\n'
    graph = atlas(*(f'id = "{own}"\ntitle = "{own}"\n{panel}' for own in "ab"))
    (row,) = graph.seats("Panel").rows
    assert row.holder == "heads"


RELATION = """
[[relations]]
source = "Council"
verb = "is a member of"
target = "Panel"
"""
PANEL = """
id = "x"
title = "X"
[[bodies]]
name = "Council"
[[groups]]
name = "Panel"
"""
PROPOSED, FIRM = (
    RELATION + 'at = "1"\nstanding = "proposed"\n',
    RELATION + 'at = "2"\n',
)
IF_ASKED = RELATION + 'at = "3"\ncondition = "if asked"\n'


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (PROPOSED + FIRM, "Council sits on Panel (s.2; s.1)"),
        (FIRM + PROPOSED, "Council sits on Panel (s.2; s.1)"),
        (
            PROPOSED + IF_ASKED,
            "0 or 1 of Council sits on Panel (s.1; s.3; proposed; if asked)",
        ),
        (
            'members = [{ holder = "Council", standing = "proposed", at = "9" }]'
            + FIRM,
            "Council sits on Panel (s.9; s.2)",
        ),
        (
            'members = [{ holder = "Council", count = 3, standing = "proposed" }]'
            + FIRM,
            "1 or 3 of Council sits on Panel (s.2)",
        ),
        (
            'members = [{ holder = "Council", count = 3 }]' + FIRM,
            "3 of Council sits on Panel (s.2)",
        ),
        (
            'members = [{ holder = "Council", standing = "proposed", at = "9" }]'
            + IF_ASKED,
            "0 or 1 of Council sits on Panel (s.9; s.3; proposed)",
        ),
    ],
    ids=[
        "a plan before what is in force",
        "a plan after what is in force",
        "a plan, and a condition",
        "a planned seat that a relation settles",
        "a planned number that a relation does not settle",
        "a number beside a relation",
        "nothing is settled",
    ],
)
def test_that_all_that_is_told_of_a_member_counts(text: str, row: str) -> None:
    assert told(masa.governance(masa.loads(PANEL + text)), "Panel") == [row]


def test_that_a_plan_that_is_refused_is_no_seat() -> None:
    graph = masa.governance(masa.loads(PANEL + PROPOSED), given={"proposed": False})
    assert told(graph, "Panel") == []


def test_that_a_member_who_has_ended_has_no_seat() -> None:
    text = PANEL.replace('"Council"', '"Council"\nended = "2019-01-01"') + FIRM
    assert told(masa.governance(masa.loads(text), on="2021-01-01"), "Panel") == []


HEADS = """
id = "{0}"
title = "{0}"
area = [{{ name = "Shire" }}]
[[groups]]
name = "Panel {0}"
tier = 1
members = [{{ any = "head teachers" }}]
"""


@pytest.mark.parametrize("name", ["head teachers", "Shire"])
def test_that_none_of_several_undeclared_namesakes_is_taken(name: str) -> None:
    graph = atlas(HEADS.format("a"), HEADS.format("b"))
    assert name not in graph
    with pytest.raises(masa.UnknownNameError, match="is the name of 2 nodes"):
        graph.seats(name)
    key = f"a: {name}" if name == "head teachers" else "a: Shire (area)"
    assert graph[key].name == name
