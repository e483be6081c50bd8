"""Every answer says under what it holds: the day, what is given, the kinds of edges."""

import networkx as nx
import pytest

import masa
from masa.ground.shown import Shown
from masa.model.governance.graph import Governance

TEXT = """
id = "toy"
title = "Toy"
partners = [{ kind = "police", name = "Force" }]
[[groups]]
name = "Board"
tier = 1
members = ["Force"]
[[groups]]
name = "Panel"
reports_to = { is = "Board", standing = "proposed" }
"""
TOY = masa.loads(TEXT)
PROPOSED = "If nothing that is proposed comes about"


def on_a_day(**given: bool) -> Governance:
    return masa.governance(TOY, on="2019-10-01", given=given)


ASKED = {
    "routes": lambda graph: graph.routes("Panel"),
    "what must be passed": lambda graph: graph.must_pass("Panel"),
    "single points": lambda graph: graph.single_points(),
    "whom one answers to": lambda graph: graph.answers_to("Panel"),
    "who answers to one": lambda graph: graph.reporting_to("Board"),
    "circles": lambda graph: graph.circles(),
    "losses": lambda graph: graph.without("Force"),
    "scrutiny": lambda graph: graph.scrutiny(),
    "groups without a route": lambda graph: graph.unconnected(),
    "references to nobody": lambda graph: graph.unresolved(),
    "seats": lambda graph: graph.seats("Board"),
    "where one sits": lambda graph: graph.seats("Force"),
    "majorities": lambda graph: graph.majorities("Board"),
    "meetings": lambda graph: graph.meetings(),
    "overlaps": lambda graph: graph.overlaps(),
    "concentration": lambda graph: graph.concentration(),
}


@pytest.mark.parametrize("name", ASKED)
def test_each_answer_tells_the_day_and_what_is_given(name: str) -> None:
    bare, asked = (ASKED[name](g) for g in (masa.governance(TOY), on_a_day()))
    assert bare.under == ""
    assert str(asked) == f"As of 1 October 2019: {bare}"
    assert "As of 1 October 2019: " in asked.to_text()
    given = ASKED[name](masa.governance(TOY, given={"proposed": False}))
    assert str(given).startswith(f"{PROPOSED}: ")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"proposed": True}, "If all that is proposed comes about"),
        ({"proposed": False}, "If nothing that is proposed comes about"),
        ({"can be explored": True}, "If all that can be explored comes about"),
        (
            {"agreed subject to": False},
            "If nothing that is agreed subject to something comes about",
        ),
        ({"if asked": True}, "With “if asked” met"),
        (
            {"if asked": False, "proposed": True},
            "With “if asked” not met, if all that is proposed comes about",
        ),
    ],
)
def test_what_is_given_is_told_in_words(given: dict[str, bool], said: str) -> None:
    whole = masa.loads(TEXT + 'chair = { is = "Force", condition = "if asked" }\n')
    assert masa.governance(whole, given=given).circles().under == said


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["reports to"], "Along “reports to” alone"),
        (["oversees", "reports to"], "Along “reports to” and “oversees” alone"),
        ([], "Along no kind of edge alone"),
        (list(masa.Verb)[:6], " and 2 more alone"),
    ],
)
def test_the_kinds_of_edges_that_were_chosen_are_told(
    kinds: list[str], said: str
) -> None:
    graph = masa.governance(TOY)
    for found in (
        graph.routes("Panel", kinds=iter(kinds)),
        graph.must_pass("Panel", kinds=iter(kinds)),
        graph.single_points(kinds=iter(kinds)),
    ):
        assert said in str(found)
        assert f"{found.under}: " in " ".join(found.to_text().split()) + " "


def test_a_day_that_the_answer_tells_is_not_told_twice() -> None:
    found = on_a_day(proposed=False).chair("Board", on="2021-01-01")
    assert found.under == PROPOSED
    assert "2019" not in str(found)


def test_a_table_of_scrutiny_tells_it_too() -> None:
    scrutiny = '[[scrutiny]]\nby = "Force"\n'
    graph = masa.governance(masa.loads(TEXT + scrutiny), on="2019-10-01")
    assert graph.scrutiny().to_text().startswith("As of 1 October 2019:\n")
    table: Shown = masa.governance(masa.loads(TEXT + scrutiny)).scrutiny()
    assert table.to_text().startswith("Who scrutinises whom")


def test_titles_tell_it() -> None:
    graph, title = (
        on_a_day(proposed=False),
        ("Toy (as of 1 October 2019, if nothing that is proposed comes about)"),
    )
    assert str(graph).startswith(f"{title}: ")
    assert graph.to_networkx().graph["name"] == title
    assert nx.parse_graphml(graph.to_graphml()).graph["name"] == title
    assert title in graph.to_dot().replace("\\n", " ")
    assert "as of 1 October 2019" in graph.to_mermaid().splitlines()[0]
    assert title in graph.to_svg()
    assert title in str(graph.tiers())
    assert f"{title} states 1 tier; Toy states 1 tier" in str(
        graph.compare_tiers(masa.governance(TOY))
    )


def test_a_comparison_tells_of_which_days_it_is() -> None:
    before, after = (masa.governance(TOY, on=f"{year}-10-01") for year in (2019, 2021))
    said = "Toy (as of 1 October 2019), and what came after (as of 1 October 2021)"
    assert said in before.to_svg(compared_with=after)


class TestGroupsWithoutASettledRoute:
    def test_they_are_named(self) -> None:
        found = masa.governance(TOY).unconnected()
        assert [node.name for node in found.unsettled] == ["Panel"]
        assert str(found) == (
            "Every group of the partnership has a stated route to the top; none is "
            "settled for Panel."
        )
        assert "no settled route" in found.to_text()

    def test_a_settled_way_round_is_enough(self) -> None:
        more = '[[groups]]\nname = "Hub"\nreports_to = "Board"\n'
        more += '[[relations]]\nsource = "Panel"\nverb = "feeds"\ntarget = "Hub"\n'
        found = masa.governance(masa.loads(TEXT + more)).unconnected()
        assert found.unsettled == ()

    def test_what_is_given_settles_it(self) -> None:
        graph = masa.governance(TOY, given={"proposed": True})
        assert graph.unconnected().unsettled == ()
