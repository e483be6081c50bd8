"""Who is meant by a name that several have, or by an id that they share."""

from itertools import permutations

import pytest

import masa


def area(own: str, *lines: str) -> masa.Arrangement:
    return masa.loads("\n".join((f'id = "{own}"', f'title = "{own}"', *lines)))


BOARD = ("[[groups]]", 'name = "Board"', 'id = "board"', "tier = 1")
NORTH = area("north", *BOARD, "[[bodies]]", 'name = "Force"', 'id = "force"')
SOUTH = area(
    "south",
    *BOARD,
    *("[[groups]]", 'name = "Panel"', 'kind = "forum"'),
    *("[[bodies]]", 'name = "Police"', 'id = "force"'),
    *("[[relations]]", 'source = "Police"', 'verb = "scrutinises"', 'target = "south"'),
    *("[[budgets]]", "[[budgets.contributions]]", 'payer = "Police"', "amount = 100"),
)
EAST = area(
    "east",
    *("[[bodies]]", 'name = "Police"'),
    *("[[groups]]", 'name = "Panel"', 'reports_to = ["Forum"]'),
    *("[[groups]]", 'name = "Forum"'),
)


class TestIdsThatAreShared:
    GRAPH = masa.governance(masa.Atlas([EAST, NORTH, SOUTH]))

    def test_that_money_goes_with_who_pays_and_not_with_a_namesake(self) -> None:
        assert [one.amount for one in self.GRAPH.without("force").money] == [100]
        assert self.GRAPH.without("east: Police").money == ()

    def test_that_a_word_of_one_arrangement_tells_nothing_of_another(self) -> None:
        found = self.GRAPH.routes("forum")
        assert found.without == ("Panel [south]",)
        assert self.GRAPH.routes("east: Forum").shortest is not None

    def test_that_a_group_is_the_top_of_each_that_shares_it(self) -> None:
        assert self.GRAPH.top == ("Forum", "Board")
        assert [one.key for one in self.GRAPH.unconnected().own] == ["south: Panel"]

    def test_that_whoever_scrutinises_one_of_them_scrutinises_its_groups(self) -> None:
        found = self.GRAPH.scrutiny("board")
        assert [(one.by.key, one.of.key) for one in found] == [
            ("force", "south: south")
        ]

    def test_that_a_partner_has_the_id_of_its_body(self) -> None:
        west = area(
            "west",
            *("[[partners]]", 'name = "Constabulary"', 'kind = "police"'),
            *('body = "Police"', "[[bodies]]", 'name = "Police"', 'id = "force"'),
        )
        graph = masa.governance(masa.Atlas([west, SOUTH]))
        assert graph["force"].name == "Constabulary"
        assert len(graph.without("force").money) == 1

    def test_that_an_atlas_of_one_answers_as_its_arrangement_does(self) -> None:
        graph = masa.governance(masa.Atlas([SOUTH]))
        assert graph.routes("forum").without == ("Panel",)
        assert len(graph.without("south: Police").money) == 1

    def test_that_the_word_for_what_is_gone_means_nothing(self) -> None:
        gone = area(
            "x", "[[bodies]]", 'name = "Old"', 'kind = "trust"', 'ended = "2018-01-01"'
        )
        assert masa.governance(gone).routes("trust").without == ("Old",)
        with pytest.raises(masa.UnknownNameError):
            masa.governance(gone, on="2020-01-01").routes("trust")


class TestNames:
    def test_that_a_route_leads_to_the_top_whatever_is_called_so(self) -> None:
        graph = masa.governance(
            area(
                "x",
                *("[[groups]]", 'name = "Forum"', "tier = 1"),
                *("[[groups]]", 'name = "top"', 'reports_to = ["Forum"]'),
                *("[[groups]]", 'name = "Panel"', 'reports_to = ["top"]'),
            )
        )
        assert graph.routes("Panel")[0].names == ("Panel", "top", "Forum")
        assert graph.must_pass("Panel").names == ("top",)
        assert graph.routes("Panel", "top")[0].names == ("Panel", "top")

    def test_that_of_two_that_are_one_the_one_that_is_there_is_kept(self) -> None:
        arrangement = area(
            "x",
            *("[[bodies]]", 'name = "Old"', 'ended = "2018-01-01"'),
            *("[[bodies]]", 'name = "New"'),
            *("[[same_as]]", 'one = "Old"', 'other = "New"', 'same = "yes"'),
        )
        assert "New" in masa.governance(arrangement, on="2020-01-01")

    @pytest.mark.parametrize("name", [None, 5, ["Forum"]])
    def test_that_the_way_to_a_name_that_is_no_text_is_an_error(
        self, name: str
    ) -> None:
        lines = masa.governance(EAST).reporting_to("Forum")
        with pytest.raises(masa.KindError):
            lines.route(name)


def test_that_a_post_that_two_share_goes_with_neither_of_them() -> None:
    graph = masa.governance(
        area(
            "x",
            *("[[groups]]", 'name = "Forum"', "tier = 1"),
            *("[[groups.members]]", 'holder = "Analyst"'),
            *("[[bodies]]", 'name = "One"', "[[bodies]]", 'name = "Two"'),
            *("[[posts]]", 'name = "Analyst"', 'body = "One"', 'shared_with = ["Two"]'),
            *(
                "[[relations]]",
                'source = "Data"',
                'verb = "feeds"',
                'target = "Analyst"',
            ),
            *("[[bodies]]", 'name = "Data"'),
        )
    )
    for body in ("One", "Two"):
        assert graph.without(body).names == ()
        assert [node.name for node in graph.without(body).gone] == [body]
    assert graph.without("Analyst").names == ("One", "Two", "Data")


TRUST = {
    "body": ("[[bodies]]", 'name = "Trust"', 'id = "nhs/trust"'),
    "agency": (
        *("[[agencies]]", 'category = "Health"', "[[agencies.named]]"),
        *('name = "Trust"', 'id = "nhs/trust"'),
    ),
    "outside body": (
        *("[[bodies]]", 'name = "Trust"', 'id = "nhs/trust"'),
        'outside = "regional"',
    ),
}


class TestKindsOfOneId:
    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            ("body", "agency", masa.NodeKind.BODY),
            ("body", "outside body", masa.NodeKind.BODY),
            ("agency", "outside body", masa.NodeKind.AGENCY),
            ("agency", "agency", masa.NodeKind.AGENCY),
        ],
    )
    def test_that_bodies_of_two_kinds_are_one_in_either_order(
        self, one: str, other: str, kind: masa.NodeKind
    ) -> None:
        areas = [area("a", *TRUST[one]), area("b", *TRUST[other])]
        for several in (areas, areas[::-1]):
            assert masa.governance(masa.Atlas(several))["nhs/trust"].kind is kind

    def test_that_a_body_and_a_group_of_one_id_are_an_error(self) -> None:
        group = area("b", "[[groups]]", 'name = "Trust"', 'id = "nhs/trust"')
        areas = [area("a", *TRUST["body"]), group]
        said = 'the id "nhs/trust" is of two kinds: body in "a", group in "b"'
        with pytest.raises(masa.KindError, match=said):
            masa.governance(masa.Atlas(areas))
        with pytest.raises(masa.KindError, match='group in "b", body in "a"'):
            masa.governance(masa.Atlas(areas[::-1]))

    @pytest.mark.parametrize(
        ("tiers", "tier", "proposed"),
        [
            (("1", "1"), 1, None),
            (("1", "2"), None, None),
            (("", "2"), 2, None),
            (('{is=2,standing="proposed"}', "1"), 1, None),
            (('{is=2,standing="proposed"}', ""), None, 2),
        ],
        ids=[
            "both say the same",
            "they contradict each other",
            "one says nothing",
            "one only proposes",
            "nothing is settled",
        ],
    )
    def test_that_a_shared_group_is_on_the_tier_on_which_all_settle(
        self, tiers: tuple[str, str], tier: int | None, proposed: int | None
    ) -> None:
        areas = [
            area(
                own,
                *("[[groups]]", 'name = "Panel"', 'id = "panel"'),
                f"tier = {said}" if said else "",
            )
            for own, said in zip("ab", tiers, strict=True)
        ]
        for several in (areas, areas[::-1]):
            graph = masa.governance(masa.Atlas(several))
            assert (graph["panel"].tier, graph["panel"].proposed_tier) == (
                tier,
                proposed,
            )
            told = [one.number for one in graph.tiers()]
            assert told == [one for one in (tier, proposed) if one]


class TestHowFirmlySharedThingsAreThere:
    """A shared group is there as firmly as any says, in whichever order they come."""

    GROUP = ("[[groups]]", 'name = "Panel"', 'id = "panel"', 'meets = "monthly"')
    IN_FORCE = area("b", *GROUP)
    PROPOSED = area("a", *GROUP, 'standing = "proposed"')
    CONDITIONAL = area("c", *GROUP, 'standing = "conditional"')

    def test_that_it_is_there_as_firmly_as_one_of_them_says(self) -> None:
        for several in permutations((self.IN_FORCE, self.PROPOSED)):
            graph = masa.governance(masa.Atlas(several))
            assert graph["panel"].standing is masa.Standing.IN_FORCE
            assert graph.meetings()["Panel"].count.least == 12

    @pytest.mark.parametrize("is_met", [True, False])
    def test_that_it_is_there_whatever_comes_of_a_proposal(
        self, *, is_met: bool
    ) -> None:
        for several in permutations((self.IN_FORCE, self.PROPOSED)):
            graph = masa.governance(masa.Atlas(several), given={"proposed": is_met})
            assert graph["panel"].standing is masa.Standing.IN_FORCE
            assert graph.meetings()["Panel"].count.least == 12

    @pytest.mark.parametrize(
        ("given", "standing"),
        [
            ({}, masa.Standing.PROPOSED),
            ({"proposed": False}, masa.Standing.CONDITIONAL),
            ({"conditional": True}, masa.Standing.IN_FORCE),
            ({"proposed": False, "conditional": False}, None),
        ],
        ids=["none is", "one is not", "the looser is", "neither is"],
    )
    def test_that_of_two_that_are_not_settled_each_may_be_given(
        self, given: dict[str, bool], standing: masa.Standing | None
    ) -> None:
        for several in permutations((self.PROPOSED, self.CONDITIONAL)):
            graph = masa.governance(masa.Atlas(several), given=given)
            found = [one.standing for one in graph.nodes if one.name == "Panel"]
            assert found == ([standing] if standing else [])

    def test_that_two_names_of_one_are_given_likewise(self) -> None:
        graph = masa.governance(
            area(
                "x",
                *("[[groups]]", 'name = "A"', 'standing = "proposed"'),
                *("[[groups]]", 'name = "B"', 'standing = "conditional"'),
                *("[[same_as]]", 'one = "A"', 'other = "B"', 'same = "yes"'),
            ),
            given={"proposed": False},
        )
        assert graph["B"].standing is masa.Standing.CONDITIONAL

    @pytest.mark.parametrize(
        ("one", "other", "given", "is_outside"),
        [
            ('outside = "regional"', "tier = 1", {}, False),
            ('outside = "regional"', 'outside = "regional"', {}, True),
            ('outside = "regional"', 'standing = "proposed"', {}, False),
            ('outside = "regional"', 'standing = "proposed"', {"proposed": 0}, True),
        ],
        ids=["it is of one", "of neither", "may be of one", "would have been of one"],
    )
    def test_that_it_is_beside_only_if_it_is_of_none(
        self, one: str, other: str, given: dict[str, int], *, is_outside: bool
    ) -> None:
        areas = area("a", *self.GROUP, one), area("b", *self.GROUP, other)
        for several in permutations(areas):
            state = {words: bool(is_met) for words, is_met in given.items()}
            graph = masa.governance(masa.Atlas(several), given=state)
            assert graph["panel"].is_outside is is_outside
