"""How one is heard by another: the stated routes, their words, and their bounds."""

import pytest

import masa
from masa import Verb

BARNET = masa.governance(masa.examples.load("barnet"))
CROYDON = masa.governance(masa.examples.load("croydon"))
HARINGEY = masa.governance(masa.examples.load("haringey"))
SOMERSET = masa.governance(masa.examples.load("somerset"))
DORSET = masa.governance(masa.examples.load("pan-dorset"))


class TestTheDocuments:
    def test_that_schools_of_haringey_are_heard_through_one_officer(self) -> None:
        (route,) = HARINGEY.routes("schools")
        assert str(route) == (
            "schools have as their contact point Assistant Director for Schools and "
            "Learning (bullet 2; proposed), which is a member of and feeds strategic "
            "leadership group (bullet 2; proposed)"
        )
        assert not route.is_settled
        assert len(route) == 2

    def test_that_croydon_hears_community_groups_through_its_priority_groups(
        self,
    ) -> None:
        routes = CROYDON.routes("community groups")
        assert {route.names[1] for route in routes} == {
            "Neglect",
            "Vulnerable Young People",
            "Children with Disabilities",
        }
        assert all("by one of its members" in str(route) for route in routes)

    def test_that_a_category_of_barnet_reaches_the_top(self) -> None:
        routes = BARNET.routes("Voluntary, community and faith sector", "top")
        assert routes.shortest is not None
        assert routes.shortest.names == (
            "voluntary, community and faith sector organisations",
            "relevant agencies",
            "Learning and Review Group",
            "Leadership Forum",
        )
        assert (
            list(map(str, routes.shortest.at))
            == [
                *("Appendix 1", "s.7", "s.9"),
                "s.7",
            ][:3]
        )

    def test_that_only_certain_kinds_are_followed_if_asked(self) -> None:
        panel = "Child Death Overview Panel"
        routes = BARNET.routes(panel, kinds=["reports to"])
        assert str(routes) == (
            "Along “reports to” alone: From Child Death Overview Panel to the top: 1 "
            "route. Child Death Overview Panel reports to Learning and Review Group "
            "(s.7), which reports to Leadership Forum (s.7)."
        )
        assert BARNET.routes(panel, kinds=[Verb.REPORTS_TO]).routes == routes.routes
        assert len(BARNET.routes(panel, kinds=["liaises with"])) == 0

    def test_that_equals_are_followed_both_ways_if_asked(self) -> None:
        board, hub = "Adult Safeguarding Board", "BSCP"
        for start, goal in ((board, hub), (hub, board)):
            (route,) = BARNET.routes(start, goal, kinds=["liaises with"])
            assert "liaises with" in str(route)

    def test_that_a_cut_text_is_told(self) -> None:
        routes = HARINGEY.routes("Cabinet")
        assert str(routes) == (
            "From Cabinet to the top no route is stated in the text held."
        )

    def test_that_where_no_group_is_stated_the_partners_are_the_top(self) -> None:
        assert DORSET.top == ("safeguarding partners",)

    @pytest.mark.parametrize(
        ("graph", "top"),
        [
            (BARNET, ("Leadership Forum",)),
            (CROYDON, ("Safeguarding Partners Executive Group",)),
            (HARINGEY, ("strategic leadership group",)),
            (SOMERSET, ("Safeguarding Partners Executive",)),
        ],
    )
    def test_which_is_the_top(
        self, graph: masa.Governance, top: tuple[str, ...]
    ) -> None:
        assert graph.top == top


TOP = 'id = "toy"\ntitle = "Toy arrangements"\n'


def chain(*names: str) -> masa.Governance:
    """Make groups of which each reports to the next."""
    groups = [f'[[groups]]\nname = "{one}"\n' for one in names]
    lines = [f'reports_to = "{one}"\n' for one in names[1:]]
    text = "".join(map("".join, zip(groups, [*lines, ""], strict=True)))
    return masa.governance(masa.loads(TOP + text))


class TestWhatIsAsked:
    def test_that_who_is_there_needs_no_step(self) -> None:
        (route,) = chain("A", "B").routes("B")
        assert str(route) == "B is there already"
        assert route.is_settled
        assert str(chain("A", "B").routes("B")) == (
            "From B to the top: 1 route. B is there already."
        )

    def test_that_several_together_are_there_already(self) -> None:
        (route,) = chain("A", "B").routes("relevant agencies", "relevant agencies")
        assert str(route) == "the relevant agencies are there already"

    def test_that_the_way_back_is_told_if_there_is_only_that(self) -> None:
        routes = chain("A", "B").routes("B", "A")
        assert len(routes) == 0
        assert routes.shortest is None
        assert str(routes.back[0]) == "A reports to B"
        assert routes.to_text() == (
            "From B to A no route is stated. There are some the other way:\n\n"
            "- A reports to B.\n"
        )

    def test_that_who_of_a_kind_has_no_route_is_named(self) -> None:
        graph = chain("A", "B")
        lone = masa.loads(
            TOP + '[[groups]]\nname="A"\nreports_to="B"\n[[groups]]\n'
            'name="B"\ntier=1\n[[groups]]\nname="C"\n'
        )
        routes = masa.governance(lone).routes("group")
        assert routes.without == ("C",)
        assert "None is stated for C." in str(routes)
        assert graph.routes("group").without == ()

    def test_that_a_bound_that_is_reached_is_told(self) -> None:
        routes = BARNET.routes("Cafcass", most=2)
        assert routes.is_cut
        assert str(routes).startswith(
            "From Cafcass to the top: 2 routes, and there may be more."
        )
        assert not BARNET.routes("Cafcass", most=20).is_cut

    def test_that_routes_are_rows(self) -> None:
        routes = chain("A", "B", "C").routes("A")
        assert routes.to_records() == [
            {
                "route": "1",
                "step": step,
                "from": source,
                "kind": "reports to",
                "to": target,
                "standing": "in force",
                "condition": "",
                "place": "",
            }
            for step, source, target in (("1", "A", "B"), ("2", "B", "C"))
        ]
        assert routes[0].to_text() == "A reports to B, which reports to C.\n"
        assert [route.names for route in routes] == [("A", "B", "C")]

    @pytest.mark.parametrize(
        ("word", "said"),
        [
            ("schools", '"schools, colleges and other educational providers", '),
            ("schools", '"schools\' Network meetings" or "meeting of schools"?'),
            ("Voluntary SECTOR", '"Voluntary, community and faith sector", '),
            ("!", "look at `nodes`"),
        ],
    )
    def test_that_what_has_all_the_words_is_suggested(
        self, word: str, said: str
    ) -> None:
        with pytest.raises(masa.UnknownNameError) as caught:
            BARNET.routes(word)
        assert said in str(caught.value)

    def test_that_a_kind_goes_before_a_seat_of_the_same_words(self) -> None:
        routes = BARNET.routes("police")
        assert str(routes).startswith("From police (as a kind) to the top: 1 route.")
        assert routes[0].names[0] == "The Chief Officer of the Metropolitan Police"
        passed = BARNET.must_pass("police", "health")
        assert (passed.start, passed.goal) == (
            "police (as a kind)",
            "health (as a kind)",
        )
        seat = BARNET.routes(BARNET["police"])
        assert str(seat).startswith("From \N{LEFT DOUBLE QUOTATION MARK}police")

    def test_that_a_declared_name_goes_before_a_kind(self) -> None:
        text = 'groups=[{name="panel"},{name="B",kind="panel"},{name="C",kind="C"}]\n'
        graph = masa.governance(masa.loads(TOP + text))
        assert graph.routes("panel").start == "panel (as a name)"
        assert graph.routes("panel")[0].names == ("panel",)
        assert graph.routes("C").start == "C"

    @pytest.mark.parametrize("most", [0, 1001])
    def test_that_nobody_can_ask_for_any_number_of_routes(self, most: int) -> None:
        with pytest.raises(masa.RangeError, match="give 1 to 1,000"):
            BARNET.routes("Cafcass", most=most)

    def test_that_what_means_nothing_is_an_error_with_a_guess(self) -> None:
        with pytest.raises(masa.UnknownNameError, match='mean "Leadership Forum"'):
            BARNET.routes("Leadership Form")
        with pytest.raises(masa.UnknownNameError, match='mean "schools, colleges'):
            BARNET.routes("all schools")
        with pytest.raises(masa.UnknownNameError, match="look at `nodes`"):
            BARNET.routes("Qqqqqqq")
        with pytest.raises(masa.KindError, match="is not text"):
            BARNET.routes(7)  # type: ignore[arg-type] # the mistake that is tested

    @pytest.mark.parametrize(
        ("kinds", "said"),
        [
            (["report to"], 'did you mean "reports to"'),
            (["qqqqqq"], "look at `masa.Verb`"),
            ("reports to", "put it in a list"),
            (7, "put it in a list"),
            ([7], "is not a verb"),
        ],
    )
    def test_that_an_unknown_kind_is_an_error(self, kinds: object, said: str) -> None:
        with pytest.raises(masa.KindError, match=said):
            BARNET.routes("Cafcass", kinds=kinds)  # type: ignore[arg-type] # likewise

    def test_that_a_node_may_stand_for_its_name(self) -> None:
        graph = chain("A", "B")
        named, b = graph["A"], graph["B"]
        assert graph.routes(named, b).routes == graph.routes("A", "B").routes
        assert graph.answers_to(named).names == ("B",)
        with pytest.raises(masa.UnknownNameError, match="is called"):
            chain("A", "C").routes(b)

    @pytest.mark.parametrize("name", ["top", "group"])
    def test_that_where_one_is_asked_for_a_kind_is_an_error(self, name: str) -> None:
        graph = chain("A", "B")
        for ask in (graph.seats, graph.without, graph.answers_to):
            with pytest.raises(masa.UnknownNameError) as caught:
                ask(name)
            assert str(caught.value) == (
                f'"{name}" is no name in this graph; only `routes` and `must_pass` '
                "take a kind, or the top; give the name of one node"
            )

    def test_that_where_one_is_asked_for_only_names_are_suggested(self) -> None:
        graph = chain("Group A", "B")
        said = 'called "groups"; did you mean "{}"'
        with pytest.raises(masa.UnknownNameError, match=said.format("group")):
            graph.routes("groups")
        with pytest.raises(masa.UnknownNameError, match=said.format("Group A")):
            graph.seats("groups")

    def test_that_a_node_of_another_graph_is_told_as_such(self) -> None:
        other = masa.governance(
            masa.loads('id="x"\ntitle="X"\n[[groups]]\nname="A"\nstanding="proposed"\n')
        )
        graph = chain("A", "B")
        with pytest.raises(masa.UnknownNameError) as caught:
            graph.seats(other["A"])
        assert str(caught.value) == (
            '"A" is a node of another graph; give its name, or the node of this graph'
        )
        assert graph.seats("A").name == "A"

    def test_that_top_may_be_a_name(self) -> None:
        graph = chain("bottom", "top")
        assert graph.routes("bottom", "top")[0].names == ("bottom", "top")


TWO = '[[groups]]\nname="S"\n{}[[groups]]\nname="E"\ntier=1\n'
TIE = '[[relations]]\nsource="S"\nverb="{}"\ntarget="E"\n{}'


@pytest.mark.parametrize(
    ("reports", "ties", "said"),
    [
        (
            'reports_to=[{is="E",standing="proposed",at="2"}]\n',
            [("feeds", 'at="9"\n')],
            "S reports to (s.2; proposed) and feeds E (s.9)",
        ),
        (
            'reports_to=[{is="E",at="9"}]\n',
            [("feeds", 'at="9"\n')],
            "S reports to and feeds E (s.9)",
        ),
        (
            'reports_to=[{is="E",at="2",standing="proposed"}, {is="E",at="9"}]\n',
            [],
            "S reports to E (s.9)",
        ),
        (
            'reports_to=[{is="E",at="2",standing="proposed"}]\n',
            [("reports to", 'at="9"\nstanding="agreed subject to"\n')],
            "S reports to E (s.2; proposed; s.9; agreed subject to)",
        ),
        (
            'reports_to="E"\n',
            [("feeds", 'at="9"\n')],
            "S feeds (s.9) and reports to E",
        ),
        (
            'reports_to=[{is="E",at="9"}]\n',
            [("feeds", 'at="2"\n'), ("assures", 'at="2"\ncondition="if asked"\n')],
            "S reports to (s.9), feeds (s.2) and assures E (s.2; if asked)",
        ),
    ],
    ids=[
        "one of two ties is only proposed",
        "both are said in one place",
        "what is settled is told before what is not",
        "neither is settled",
        "one tie has no place",
        "one tie has a condition",
    ],
)
def test_that_each_tie_of_a_step_has_its_own_place_and_standing(
    reports: str, ties: list[tuple[str, str]], said: str
) -> None:
    text = TWO.format(reports) + "".join(TIE.format(*tie) for tie in ties)
    (route,) = masa.governance(masa.loads(TOP + text)).routes("S")
    assert str(route) == said


FORCE = '[[partners]]\nkind="police"\nname="Force"\nposts=["Chief"]\n'


@pytest.mark.parametrize(
    ("text", "top"),
    [
        ('[[groups]]\nname="A"\n[[groups]]\nname="B"\ntier=1\n', ("B",)),
        ('[[groups]]\nname="A"\nreports_to="B"\n[[groups]]\nname="B"\n', ("B",)),
        (
            '[[groups]]\nname="A"\nchair_chosen={by="B"}\n[[groups]]\nname="B"\n',
            ("B",),
        ),
        ('[[groups]]\nname="A"\n[[groups]]\nname="B"\n', ("A", "B")),
        (
            FORCE + '[[groups]]\nname="A"\n[[groups]]\nname="B"\nmembers=["Chief"]\n',
            ("B",),
        ),
        ('[[groups]]\nname="A"\nreports_to="A"\n', ("A",)),
        (
            'standing="proposed"\n[[groups]]\nname="A"\ntier=1\n[[groups]]\nname="B"\n',
            ("A",),
        ),
        (
            '[[groups]]\nname="A"\ntier=1\nstanding="proposed"\n[[groups]]\nname="B"\n',
            ("A",),
        ),
        (
            'groups=[{name="A",tier=1,standing="proposed"},{name="B",tier=1}]\n',
            ("B",),
        ),
        ('[[groups]]\nname="A"\noutside="other board"\n', ("safeguarding partners",)),
    ],
)
def test_which_groups_are_the_top(text: str, top: tuple[str, ...]) -> None:
    assert masa.governance(masa.loads(TOP + text)).top == top


def ladder(rungs: int = 60) -> masa.Governance:
    """Make two chains of groups, of which each also reports across."""
    groups = []
    for rung in range(rungs):
        above = [f'"{side}{rung + 1}"' for side in "ab"] if rung + 1 < rungs else []
        groups += [
            f'[[groups]]\nname = "{side}{rung}"\nreports_to = [{", ".join(above)}]\n'
            for side in "ab"
        ]
    return masa.governance(masa.loads(TOP + "".join(groups)))


def test_that_a_ladder_is_no_trap() -> None:
    routes = ladder().routes("a0", "b59", most=1000)
    assert len(routes) == 1000
    assert routes.is_cut
    assert {len(route) for route in routes} == {59}


def test_that_a_search_gives_up_where_every_turn_leads_back() -> None:
    ring = [f'"g{one}"' for one in range(12)]
    everyone = ", ".join(ring)
    text = f'[[groups]]\nname="S"\nreports_to=["T", {everyone}]\n' + "".join(
        f'[[groups]]\nname={one}\nreports_to=["S", {everyone}]\n' for one in ring
    )
    text += '[[groups]]\nname="T"\n'
    routes = masa.governance(masa.loads(TOP + text)).routes("S", "T")
    assert [route.names for route in routes] == [("S", "T")]
    assert routes.is_cut


def test_that_a_long_chain_is_followed_to_its_end() -> None:
    names = [f"g{number}" for number in range(4000)]
    routes = chain(*names).routes("g0")
    assert routes[0].names == tuple(names)
    assert (len(routes), routes.is_cut) == (1, False)


def test_that_a_detour_that_never_comes_back_is_no_route() -> None:
    text = (
        '[[groups]]\nname="A"\nreports_to=["B", "C"]\n[[groups]]\nname="B"\n'
        'reports_to="Top"\n[[groups]]\nname="C"\nreports_to="A"\n'
        '[[groups]]\nname="Top"\ntier=1\n'
    )
    routes = masa.governance(masa.loads(TOP + text)).routes("A")
    assert [route.names for route in routes] == [("A", "B", "Top")]
    assert not routes.is_cut


def test_that_of_very_many_of_a_kind_only_the_shortest_are_found() -> None:
    groups = ("Forum", "One", "Two", *(f"Panel {number}" for number in range(2600)))
    nodes = tuple(
        masa.GovernanceNode(
            key=name, name=name, kind=masa.NodeKind.GROUP, category=name.split()[0]
        )
        for name in groups
    )
    over: dict[str, tuple[str, ...]] = dict.fromkeys(groups[3:], ("One", "Two"))
    over |= {"One": ("Forum",), "Two": ("Forum",)}
    edges = tuple(
        masa.GovernanceEdge(source=name, verb=masa.Verb.REPORTS_TO, target=upper)
        for name, uppers in over.items()
        for upper in uppers
    )
    graph = masa.Governance(title="X", nodes=nodes, edges=edges, arrangements=())
    routes = graph.routes("Panel", "Forum")
    assert len(routes) == 5000 + 100
    assert routes.is_cut
    assert len({route.nodes[0].key for route in routes}) == 2600
