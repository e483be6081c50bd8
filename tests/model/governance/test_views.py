"""A part of a governance graph is what is asked for, and says so in its title."""

import pytest

import masa
from masa.model.governance.views import selected

ARRANGEMENT = masa.loads("""
id = "testham"
title = "Testham"
partners = [
  { name = "Council", kind = "local authority" },
  { name = "ICB", kind = "health" },
]
relations = [
  { source = "Panel", verb = "reports to", target = "Board" },
  { source = "Board", verb = "works with", target = "ICB" },
  { source = "Panel", verb = "works with", target = "ICB" },
  { source = "Council", verb = "oversees", target = "Panel" },
]

[[groups]]
name = "Board"
also = ["Forum"]

[[groups]]
name = "Panel"
""")
WHOLE = masa.governance(ARRANGEMENT)


def edges(graph: masa.Governance) -> list[str]:
    return [str(edge) for edge in graph.edges]


def nodes(graph: masa.Governance) -> list[str]:
    return [node.name for node in graph.nodes]


def test_is_the_whole_if_nothing_is_asked_for() -> None:
    assert selected(WHOLE) is WHOLE


def test_around_a_node_are_its_neighbours_and_what_they_do_to_one_another() -> None:
    part = selected(WHOLE, around="Board")
    assert nodes(part) == ["ICB", "Board", "Panel"]
    assert edges(part) == [
        "Panel reports to Board",
        "Board works with ICB",
        "Panel works with ICB",
    ]
    assert part.title == "Testham (around Board)"


def test_takes_another_name_of_the_node() -> None:
    assert selected(WHOLE, around="Forum") == selected(WHOLE, around="Board")


def test_of_some_kinds_has_the_nodes_that_they_join() -> None:
    part = selected(WHOLE, kinds=["works with", masa.Verb.REPORTS_TO])
    assert nodes(part) == ["ICB", "Board", "Panel"]
    assert len(part.edges) == 3
    assert part.title == "Testham (only: reports to, works with)"


def test_around_a_node_by_some_kinds_leaves_no_other_edge() -> None:
    part = selected(WHOLE, around="Board", kinds=["reports to"])
    assert edges(part) == ["Panel reports to Board"]
    assert nodes(part) == ["Board", "Panel"]
    assert part.title == "Testham (around Board; only: reports to)"


def test_around_a_node_without_such_an_edge_is_the_node_alone() -> None:
    part = selected(WHOLE, around="Council", kinds=["reports to"])
    assert (nodes(part), edges(part)) == (["Council"], [])


def test_of_no_kind_is_nothing() -> None:
    part = selected(WHOLE, kinds=[])
    assert (part.nodes, part.edges) == ((), ())
    assert part.title == "Testham (only: nothing)"


@pytest.mark.parametrize(
    ("around", "kinds", "says"),
    [
        pytest.param("Baord", None, 'did you mean "Board"?', id="a misspelt name"),
        pytest.param(None, ["report to"], 'did you mean "reports to"?', id="a kind"),
        pytest.param(None, "reports to", "put it in a list", id="a kind alone"),
        pytest.param(3, None, "3 is not text", id="a number as a name"),
    ],
)
def test_what_it_cannot_find_is_told(
    around: str | None, kinds: list[str] | None, says: str
) -> None:
    with pytest.raises(masa.MasaError) as caught:
        selected(WHOLE, around=around, kinds=kinds)
    assert says in str(caught.value)
