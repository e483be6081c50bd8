"""The graph under a given state, of an atlas, as networkx takes it, and as a value."""

import json
import pickle
from copy import deepcopy
from io import BytesIO

import networkx as nx
import pytest

import masa

BARNET = masa.examples.load("barnet")
NEEDED = "if it is no longer needed"
TOP = 'id = "toy"\ntitle = "Toy arrangements"\n'


class TestGiven:
    def test_that_a_condition_that_is_met_makes_it_firm(self) -> None:
        (edge,) = [
            edge
            for edge in masa.governance(BARNET, given={NEEDED: True}).edges
            if edge.source == "Improvement Board"
        ]
        assert edge.is_settled
        assert edge.condition is None

    def test_that_a_condition_that_is_not_met_takes_it_away(self) -> None:
        graph = masa.governance(BARNET, given={NEEDED: False})
        assert all(edge.source != "Improvement Board" for edge in graph.edges)
        assert graph.given == ((NEEDED, False),)

    def test_that_what_is_not_given_stays_conditional(self) -> None:
        (edge,) = [
            edge
            for edge in masa.governance(BARNET).edges
            if edge.source == "Improvement Board"
        ]
        assert not edge.is_settled

    def test_that_all_proposals_may_come_about(self) -> None:
        croydon = masa.examples.load("croydon")
        graph = masa.governance(croydon, given={"proposed": True})
        assert all(route.is_settled for route in graph.routes("community groups"))
        without = masa.governance(croydon, given={"proposed": False})
        assert "Neglect" not in without
        assert len(without.nodes) < len(graph.nodes)

    def test_that_a_condition_without_that_standing_leaves_the_standing(self) -> None:
        text = (
            '[[groups]]\nname="A"\nreports_to={is="B",standing="proposed",'
            'condition="if so"}\n[[groups]]\nname="B"\n'
        )
        (edge,) = masa.governance(masa.loads(TOP + text), given={"if so": True}).edges
        assert edge.condition is None
        assert edge.standing is masa.Standing.PROPOSED

    def test_that_a_condition_of_anything_stated_can_be_given(self) -> None:
        text = (
            '[[groups]]\nname="A"\nmeets={is="monthly",standing="conditional",'
            'condition="if money allows"}\n'
        )
        whole = masa.loads(TOP + text)
        for is_met, most in ((True, 12), (False, None)):
            graph = masa.governance(whole, given={"if money allows": is_met})
            assert graph.meetings()["A"].count.most == most

    @pytest.mark.parametrize(
        ("given", "tier", "proposed"),
        [
            ({}, None, 2),
            ({"proposed": True}, 2, None),
            ({"proposed": False}, None, None),
            ({"if agreed": True}, 1, None),
        ],
    )
    def test_that_a_tier_comes_about_with_what_is_given(
        self, given: dict[str, bool], tier: int | None, proposed: int | None
    ) -> None:
        stated = '{is=1,condition="if agreed"}' * ("if agreed" in given)
        stated = stated or '{is=2,standing="proposed"}'
        whole = masa.loads(TOP + f'[[groups]]\nname="A"\ntier={stated}\n')
        graph = masa.governance(whole, given=given)
        assert (graph["A"].tier, graph["A"].proposed_tier) == (tier, proposed)
        told = [tier.number for tier in graph.tiers()]
        assert told == [one for one in (tier, proposed) if one]

    @pytest.mark.parametrize(("on", "tier"), [("2019-01-01", 1), ("2021-01-01", 2)])
    def test_that_a_tier_is_that_of_the_day(self, on: str, tier: int) -> None:
        text = (
            '[[groups]]\nname="A"\ntier=[{is=1,until="31 December 2019"},'
            '{is=2,since="1 January 2020"}]\n'
        )
        whole = masa.loads(TOP + text)
        assert masa.governance(whole)["A"].tier is None
        assert masa.governance(whole, on=on)["A"].tier == tier

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"if it is no longer neded": True}, f'did you mean "{NEEDED}"'),
            ({"qqqqqq": True}, "in the words of the file"),
        ],
    )
    def test_that_an_unknown_condition_is_an_error(
        self, given: dict[str, bool], said: str
    ) -> None:
        with pytest.raises(masa.UnknownNameError, match=said):
            masa.governance(BARNET, given=given)

    @pytest.mark.parametrize("given", [{NEEDED: "yes"}, {7: True}, "proposed", 7])
    def test_that_what_is_no_yes_or_no_is_an_error(self, given: object) -> None:
        with pytest.raises(masa.KindError, match=r"yes or no|does not say"):
            masa.governance(BARNET, given=given)  # type: ignore[arg-type] # the mistake

    def test_that_what_is_no_arrangement_is_an_error(self) -> None:
        with pytest.raises(masa.KindError, match="give an arrangement or an atlas"):
            masa.governance("barnet")  # type: ignore[arg-type] # the mistake


def area(own: str, *lines: str) -> masa.Arrangement:
    return masa.loads("\n".join((f'id = "{own}"', f'title = "{own.title()}"', *lines)))


FORCE = (
    "[[partners]]",
    'kind = "police"',
    'id = "england/force"',
    'name = "{force}"',
    "[[groups]]",
    'name = "Forum"',
    'members = ["{force}"]',
    "[[bodies]]",
    'name = "Only here"',
    'id = "{own}/only"',
)


class TestAtlas:
    def graph(self) -> masa.Governance:
        names = {"north": "Force", "south": "The Force"}
        shared = ('area = [{ name = "Shire", id = "england/shire" }]',)
        return masa.governance(
            masa.Atlas(
                area(
                    own, *shared, *(line.format(own=own, force=name) for line in FORCE)
                )
                for own, name in names.items()
            )
        )

    def test_that_a_shared_id_is_one_node(self) -> None:
        graph = self.graph()
        node = graph["england/force"]
        assert node is graph["Force"] is graph["The Force"]
        assert node.also == ("england/force", "The Force")
        seats = [edge.target for edge in graph.edges if edge.source == node.key]
        assert seats == [
            *("north: safeguarding partners", "north: Forum"),
            *("south: safeguarding partners", "south: Forum"),
        ]
        assert graph["england/shire"].kind is masa.NodeKind.AREA

    def test_that_namesakes_stay_apart(self) -> None:
        graph = self.graph()
        assert graph["north: Forum"] is not graph["south: Forum"]
        assert graph["north/only"].key == "north: Only here"
        with pytest.raises(masa.UnknownNameError, match="is the name of 2 nodes"):
            graph["Forum"]
        assert graph.top == ("Forum [north]", "Forum [south]")

    def test_that_the_five_make_one_graph(self) -> None:
        atlas = masa.Atlas(map(masa.examples.load, masa.examples.names()))
        graph = masa.governance(atlas)
        assert len(graph.top) == 5
        assert len(graph.arrangements) == 5
        assert graph.without("barnet: Leadership Forum").names
        assert repr(graph).startswith("<Governance of 5 arrangements: ")

    def test_the_money_of_one_of_several(self) -> None:
        payer = (
            "[[bodies]]",
            'name = "Trust"',
            "[[budgets]]",
            "[[budgets.contributions]]",
            'payer = "Trust"',
            "amount = 1",
        )
        both = masa.Atlas(area(own, *payer) for own in ("north", "south"))
        graph = masa.governance(both)
        assert len(graph.without("north: Trust").money) == 1


class TestNetworkx:
    def test_that_every_writer_takes_it(self) -> None:
        graph = masa.governance(BARNET).to_networkx()
        for write in (nx.write_graphml_xml, nx.write_edgelist, nx.write_adjlist):
            write(graph, BytesIO())
        "\n".join(nx.generate_gml(graph))
        nx.write_gexf(graph, BytesIO())
        for told in (nx.adjacency_data, nx.cytoscape_data):
            json.dumps(told(graph))
        with pytest.warns(UserWarning, match="attribute (tier|pence|count) is not"):
            nx.write_pajek(graph, BytesIO())
        written = BytesIO()
        nx.write_graphml_xml(graph, written)
        written.seek(0)
        read = nx.read_graphml(written)
        assert {key: read.nodes[key] for key in read} == {
            key: graph.nodes[key] for key in graph
        }

    def test_what_its_nodes_and_edges_tell(self) -> None:
        text = (
            '[[groups]]\nname="A"\ntier=1\nat="7"\noutside="regional"\n'
            '[[bodies]]\nname="Eye"\n[[agencies]]\ncategory="Health"\nnamed=["Clinic"]\n'
            '[[relations]]\nsource="Eye"\nverb="scrutinises"\ntarget="A"\nat="8"\n'
            'independence=true\nsays="all of it"\ncondition="when asked"\n'
        )
        graph = masa.governance(masa.loads(TOP + text)).to_networkx()
        assert graph.nodes["A"] == {
            "name": "A",
            "kind": "group",
            "standing": "in force",
            "arrangement": "toy",
            "tier": 1,
            "outside": "yes",
            "place": "s.7",
        }
        assert graph.nodes["Clinic"]["category"] == "Health"
        assert graph.edges["Eye", "A", 0] == {
            "kind": "scrutinises",
            "standing": "in force",
            "condition": "when asked",
            "says": "all of it",
            "independent": "yes",
            "place": "s.8",
        }

    def test_that_each_is_fresh(self) -> None:
        graph = masa.governance(BARNET)
        graph.to_networkx().clear()
        assert len(graph.to_networkx()) == len(graph.nodes)


class TestTheValue:
    def test_that_it_is_a_value(self) -> None:
        graph, again = masa.governance(BARNET), masa.governance(BARNET)
        assert graph == again
        assert hash(graph) == hash(again)
        assert pickle.loads(pickle.dumps(graph)) == graph  # noqa: S301 (our own)
        assert deepcopy(graph) == graph
        assert graph != masa.governance(BARNET, given={NEEDED: True})

    def test_membership_by_name(self) -> None:
        graph = masa.governance(BARNET)
        assert "LBB" in graph
        assert "Nobody" not in graph
        assert 7 not in graph

    def test_that_a_notebook_shows_the_picture_or_else_the_words(self) -> None:
        graph = masa.governance(BARNET)
        assert graph._repr_html_() == graph._repr_svg_() == graph.to_svg()
        groups = "".join(f'[[groups]]\nname = "g{number}"\n' for number in range(401))
        large = masa.governance(masa.loads(TOP + groups))
        assert large._repr_svg_() is None
        assert large._repr_html_() == large.to_html()


class TestWhatIsGivenIsNoLongerMarked:
    """What comes about, or is met, is shown as it then stands."""

    TEXT = (
        'id="t"\ntitle="T"\n[[groups]]\nname="Board"\ntier=1\n'
        'chair={ is = "Chief", standing = "proposed" }\n'
        'members=[{ holder = "Chief", standing = "conditional", '
        'condition = "if money allows" }]\n[[posts]]\nname="Chief"\n'
    )

    @pytest.mark.parametrize(
        ("given", "marks"),
        [
            pytest.param({}, ["proposed", "if money allows"], id="nothing"),
            pytest.param({"proposed": True}, ["if money allows"], id="proposals"),
            pytest.param({"if money allows": True}, ["proposed"], id="a condition"),
        ],
    )
    def test_in_words_in_a_picture_and_in_seats(
        self, given: dict[str, bool], marks: list[str]
    ) -> None:
        graph = masa.governance(masa.loads(self.TEXT), given=given)
        (seat,) = graph.seats("Board").rows
        (chair,) = [one for one in graph.to_text().splitlines() if "chair:" in one]
        assert ("proposed" in chair) is ("proposed" in marks)
        assert ("if money allows" in seat.notes) is ("if money allows" in marks)
        card = graph.to_svg().partition("Chair: ")[2].partition("</")[0]
        assert ("proposed" in card) is ("proposed" in marks)
