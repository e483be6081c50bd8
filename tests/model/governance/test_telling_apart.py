"""Two that are called alike can be told apart in whatever is printed of them."""

from typing import ClassVar

import pytest

import masa
from masa import Governance

AREA = 'id = "{0}"\ntitle = "Area {0}"\n{1}'
PANEL = f'{AREA}[[groups]]\nid = "joint"\nname = "Joint Panel"\n'
EXECUTIVE = '[[groups]]\nname = "Executive"\ntier = 1\n'


def areas(**texts: str) -> Governance:
    """Make the graph of areas that share a panel, each with more of its own."""
    several = [masa.loads(PANEL.format(own, text)) for own, text in texts.items()]
    return masa.governance(masa.Atlas(several))


def joined(*lines: str) -> Governance:
    """Make three areas, of which each has an executive to which the panel reports."""
    upwards = 'reports_to = { is = "Executive", at = "1" }\n'
    several = [
        masa.loads(PANEL.format(own, EXECUTIVE) + upwards + more)
        for own, more in zip("abc", lines or ("", "", ""), strict=True)
    ]
    return masa.governance(masa.Atlas(several))


class TestOfAnAtlas:
    def test_the_arrangement_is_named_where_names_are_alike(self) -> None:
        assert joined().routes("Joint Panel", most=3).to_text() == (
            "From Joint Panel to the top: 3 routes.\n\n"
            "- Joint Panel reports to Executive [a] (s.1).\n"
            "- Joint Panel reports to Executive [b] (s.1).\n"
            "- Joint Panel reports to Executive [c] (s.1).\n"
        )

    def test_whoever_is_at_the_top_can_be_asked_for(self) -> None:
        graph = joined()
        assert graph.top == ("Executive [a]", "Executive [b]", "Executive [c]")
        assert str(graph[graph.top[0]]) == "Executive [a]"
        assert graph["b: Executive"] is graph["Executive [b]"]
        words = '[[groups]]\nname = "Hub"\nmembers = [{ any = "nurses" }]\n'
        hubs = areas(north=words, south=words)
        assert hubs.seats("nurses [north]").count == hubs.seats("nurses [south]").count

    def test_an_area_is_called_so_where_its_council_has_its_name(self) -> None:
        text = 'area = [{ name = "Shire" }]\n[[bodies]]\nname = "Shire"\n'
        graph = areas(a=text, b="")
        assert str(graph["a: Shire (area)"]) == "Shire [a, area]"
        assert graph["Shire [a, area]"] is graph["a: Shire (area)"]

    def test_a_place_names_its_arrangement_once(self) -> None:
        text = (
            '[[groups]]\nname = "Hub"\nreports_to = [{ is = "Board", at = "2" }]\n'
            '[[groups]]\nname = "Board"\ntier = 1\n[[groups]]\nname = "Desk"\n'
            'reports_to = [{ is = "Hub", at = "1" }]\n'
        )
        graph = areas(north=text, south="")
        assert str(graph.routes("Desk")[0]) == (
            "Desk reports to Hub (north, s.1), which reports to Board (s.2)"
        )
        (line,) = graph.reporting_to("Hub")
        assert str(line) == "Desk reports to Hub (north, s.1)"
        assert line.to_records()[0]["place"] == "north, s.1"
        assert graph.to_networkx().edges["north: Desk", "north: Hub", 0][
            "arrangement"
        ] == ("north")
        assert "Desk reports to Hub (north, s.1)." in graph.to_text()

    def test_the_place_of_scrutiny_names_it_where_nobody_does(self) -> None:
        text = (
            'name = {}\nbodies = [{{ name = "Ofsted", id = "ofsted" }}]\n'
            '[[scrutiny]]\nby = "ofsted"\nat = "{}"\n'
        )
        alike = areas(n=text.format('"Children"', 1), s=text.format('"Children"', 2))
        assert [str(one).partition(":")[0] for one in alike.scrutiny()] == [
            "Ofsted scrutinises Children [n] (s.1)",
            "Ofsted scrutinises Children [s] (s.2)",
        ]
        named = areas(n=text.format('"North"', 1), s=text.format('"South"', 2))
        assert str(named.scrutiny()).startswith("Ofsted scrutinises North (n, s.1):")

    def test_partners_together_and_words_of_a_seat_are_told_apart(self) -> None:
        seat = '[[groups]]\nname = "Board {0}"\nmembers = [{{ any = "nurses" }}]\n'
        graph = areas(**{own: seat.format(own) for own in ("n", "s")})
        assert str(graph["n: safeguarding partners"]) == "the safeguarding partners [n]"
        assert str(graph["s: nurses"]) == "“nurses” [s]"
        assert str(graph["Board n"]) == "Board n"
        assert str(graph["joint"]) == "Joint Panel"

    def test_one_that_is_shared_has_its_id_where_another_is_called_so(self) -> None:
        other = AREA.format("c", '[[bodies]]\nname = "Joint Panel"\n')
        texts = (*(PANEL.format(own, "") for own in "ab"), other)
        graph = masa.governance(masa.Atlas(map(masa.loads, texts)))
        assert str(graph["joint"]) == "Joint Panel [joint]"
        assert str(graph["c: Joint Panel"]) == "Joint Panel [c]"

    def test_who_has_no_route_is_told_apart(self) -> None:
        lone = '[[groups]]\nname = "Club"\nkind = "club"\n'
        found = areas(a=lone + EXECUTIVE, b=lone + EXECUTIVE).routes("club")
        assert found.without == ("Club [a]", "Club [b]")

    def test_what_must_be_passed_is_told_apart(self) -> None:
        text = (
            f'{EXECUTIVE}[[groups]]\nname = "Hub"\nreports_to = "Executive"\n'
            '[[groups]]\nname = "Desk {0}"\nreports_to = "Hub"\n'
        )
        graph = areas(**{own: text.format(own) for own in ("a", "b")})
        assert "passes Hub [a]." in str(graph.must_pass("Desk a"))

    @pytest.mark.parametrize(
        ("meets", "said"),
        [
            (("monthly", "monthly", "monthly"), "monthly"),
            (("monthly", "yearly", "monthly"), "monthly in a and c / yearly in b"),
            (("monthly", "", "monthly"), "monthly in a and c"),
        ],
        ids=["all say the same", "they differ", "one says nothing"],
    )
    def test_what_all_say_of_meetings_is_said_once(
        self, meets: tuple[str, str, str], said: str
    ) -> None:
        lines = (f'meets = "{one}"\n' if one else "" for one in meets)
        assert joined(*lines).meetings()["Joint Panel"].says == said

    def test_an_atlas_of_one_has_nothing_to_tell_apart(self) -> None:
        graph = areas(a=EXECUTIVE)
        assert str(graph["Executive"]) == "Executive"
        assert str(graph["a: safeguarding partners"]) == "the safeguarding partners"


class TestOfOneFile:
    TWO = (
        'id = "x"\ntitle = "X"\n[[groups]]\nname = "Panel"\nid = "p1"\n'
        'reports_to = { is = "p2", at = "1" }\n[[groups]]\nid = "p2"\nname = "Panel"\n'
    )

    def test_namesakes_have_their_keys(self) -> None:
        graph = masa.governance(masa.loads(self.TWO))
        assert str(graph.routes("p1")[0]) == "Panel [p1] reports to Panel [p2] (s.1)"
        assert graph.top == ("Panel [p2]",)

    def test_nobody_else_is_told_apart(self) -> None:
        for name in masa.examples.names():
            graph = masa.governance(masa.examples.load(name))
            assert {node.apart for node in graph.nodes} == {""}
            assert {edge.arrangement for edge in graph.edges} == {""}


class TestRowsOfNamesakes:
    GRAPH = joined()

    def test_of_what_goes(self) -> None:
        loss = self.GRAPH.without("Joint Panel")
        assert "Executive [a]; Executive [b]; Executive [c]" in loss.to_text()

    def test_of_who_loses_the_route(self) -> None:
        line = '[[groups]]\nname = "Team"\nreports_to = ["Joint Panel"]\n'
        graph = joined(line, line, line)
        called = ["Team [a]", "Team [b]", "Team [c]"]
        lost = graph.without("Joint Panel")
        assert [row["name"] for row in lost.to_records()] == called
        assert "; ".join(called) in lost.to_text()
        (point,) = graph.single_points().to_records()
        assert point["who"] == "; ".join(called)

    def test_of_what_is_passed_and_of_those_without_a_route(self) -> None:
        line = (
            '[[groups]]\nname = "Lost"\n[[groups]]\nname = "Team"\n'
            'reports_to = ["Sub"]\n[[groups]]\nname = "Sub"\n'
            'reports_to = ["Executive"]\n'
        )
        graph = joined(line, line, line)
        (passed,) = graph.must_pass("a: Team", "a: Executive").to_records()
        assert passed["name"] == "Sub [a]"
        points = [row["name"] for row in graph.single_points().to_records()]
        assert points == ["Sub [a]", "Sub [b]", "Sub [c]"]
        lost = [row["name"] for row in graph.unconnected().to_records()]
        assert lost == ["Lost [a]", "Lost [b]", "Lost [c]"]

    def test_of_scrutiny(self) -> None:
        line = (
            '[[bodies]]\nname = "Eye"\n[[bodies]]\nname = "Council"\n'
            '[[scrutiny]]\nby = "Eye"\ncommissioned_by = "Council"\n'
        )
        rows = joined(line, line, line).scrutiny().to_records()
        assert [row["who"] for row in rows] == ["Eye [a]", "Eye [b]", "Eye [c]"]
        assert rows[0]["commissioned by"] == "Council [a]"


class TestOneWayOfPrinting:
    """Whoever has namesakes is printed as it is called, whatever is asked."""

    LINE = (
        '[[partners]]\nkind = "police"\nname = "Police"\nalso = ["Force"]\n'
        '[[groups]]\nname = "Board"\ntier = 1\nmeets = "yearly"\n'
        'chair = "Police"\nmembers = ["Police"]\n'
        '[[groups]]\nname = "Hub"\nreports_to = "Board"\nmembers = ["Police"]\n'
    )
    GRAPH = areas(a=LINE, b=LINE)
    PRINTED: ClassVar = {
        "the top": GRAPH.top[0],
        "seats": GRAPH.seats("Police [a]").rows[0].group,
        "overlaps": GRAPH.overlaps().pairs[0].one,
        "meetings": GRAPH.meetings()["Board [a]"].name,
        "tiers": GRAPH.tiers().every[0].groups[0],
        "concentration": GRAPH.concentration()["Police [a]"].seats[0],
        "majorities": GRAPH.majorities("Board [a]").group,
        "chairs": GRAPH.chair("Board [a]", turn=1).group,
        "routes": GRAPH.routes("Hub [a]")[0].names[-1],
        "lines of reporting": GRAPH.answers_to("Hub [a]").names[0],
        "losses": GRAPH.without("Police [a]", seat_on="a: Board").seat_on,
        "rows": next(r["to"] for r in GRAPH.to_records() if r["kind"] == "chairs"),
    }

    @pytest.mark.parametrize("asked", PRINTED)
    def test_is_what_the_node_is_called(self, asked: str) -> None:
        assert self.PRINTED[asked] == str(self.GRAPH["a: Board"]) == "Board [a]"

    @pytest.mark.parametrize("written", ["to_dot", "to_mermaid", "to_text", "to_svg"])
    def test_a_picture_has_both_as_they_are_called(self, written: str) -> None:
        drawn = getattr(self.GRAPH, written)()
        assert "Board [a]" in drawn or "Board #91;a#93;" in drawn
        assert "a: Board" not in drawn

    @pytest.mark.parametrize(
        ("name", "says"),
        [("Board [a]", None), ("a: Board", None), ("Board", "is the name of 2")],
        ids=["what is printed", "the key", "a name that both have"],
    )
    def test_a_group_is_found_by_what_is_printed_and_by_its_key(
        self, name: str, says: str | None
    ) -> None:
        if says:
            with pytest.raises(masa.UnknownNameError, match=says):
                self.GRAPH.meetings()[name]
        else:
            assert self.GRAPH.meetings()[name].name == "Board [a]"

    @pytest.mark.parametrize("name", ["Police [b]", "b: Police"])
    def test_so_is_a_body(self, name: str) -> None:
        rows = (
            self.GRAPH.concentration()[name].name,
            self.GRAPH.meetings()[name].name,
            self.GRAPH.majorities("Board [b]")[name].of,
            self.GRAPH[name].called,
        )
        assert set(rows) == {"Police [b]"}

    def test_a_name_that_is_another_name_elsewhere_is_told_apart(self) -> None:
        force = '[[bodies]]\nname = "{0}"\nalso = ["{1}"]\n'
        graph = areas(
            a=force.format("Force", "Constabulary"), b=force.format("Police", "Force")
        )
        assert [str(graph[key]) for key in ("a: Force", "b: Police")] == [
            "Force [a]",
            "Police",
        ]
        assert graph.ties.label("a: Force") == "Force [a]"

    def test_one_thing_of_two_entries_has_no_namesake(self) -> None:
        text = (
            '[[bodies]]\nname = "Borough"\nalso = ["LB"]\n[[partners]]\n'
            'kind = "local authority"\nname = "Council"\nbody = "Borough"\n'
        )
        assert str(areas(a=text, b="")["LB"]) == "Council"

    def test_words_of_a_seat_that_one_area_has_are_printed_alone(self) -> None:
        seat = '[[groups]]\nname = "Panel"\nmembers = [{ any = "nurses" }]\n'
        graph = areas(a=seat, b="")
        assert str(graph["a: nurses"]) == "“nurses”"
        assert graph.seats("Panel").rows[0].holder == "nurses"
        assert str(graph["nurses"]) == str(areas(a=seat)["nurses"])


class TestNamesakesOfTheLongestName:
    def test_their_meetings_are_counted(self) -> None:
        group = f'[[groups]]\nname = "{"n" * 200}"\n'
        graph = areas(north=group, south=group)
        first = "n" * 99 + "…" + "n" * 91
        told = {"Joint Panel", f"{first} [north]", f"{first} [south]"}
        assert set(graph.meetings().not_stated) == told
