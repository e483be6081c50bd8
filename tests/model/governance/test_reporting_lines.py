"""Whom one answers to, who answers to one, and circles among those lines."""

from itertools import pairwise

import pytest

import masa

BARNET = masa.governance(masa.examples.load("barnet"))
TOP = 'id = "toy"\ntitle = "Toy arrangements"\n'
SCHOOLS = "schools, colleges and other educational providers"
TRUNCATED = '[[sources]]\nid="cut"\ntitle="Cut"\ntext="truncated"\n'


def graph(**reports: list[str]) -> masa.Governance:
    """Make groups that report to others."""
    text = "".join(
        f'[[groups]]\nname = "{one}"\nreports_to = {above}\n'
        for one, above in reports.items()
    )
    return masa.governance(masa.loads(TOP + text))


class TestLines:
    def test_who_answers_to_the_forum(self) -> None:
        lines = BARNET.reporting_to("Leadership Forum")
        assert [line.lower.name for line in lines.direct] == [
            "Learning and Review Group",
            "Quality Assurance and Performance Group",
        ]
        assert "Child Death Overview Panel" in lines.names
        assert (len(lines), lines.depth) == (6, 2)
        assert str(lines) == (
            "Leadership Forum: 6 who answer to it, 2 of them directly, the furthest 2 "
            "steps away. Learning and Review Group reports to Leadership Forum (s.7). "
            "Quality Assurance and Performance Group reports to Leadership Forum (s.7)."
        )

    def test_whom_a_panel_answers_to(self) -> None:
        lines = BARNET.answers_to("CDOP")
        assert lines.names == ("Learning and Review Group", "Leadership Forum")
        (direct,) = lines.direct
        assert list(map(str, direct.at)) == ["s.7"]
        assert [line.depth for line in lines] == [1, 2]
        assert str(lines.route("Leadership Forum")) == (
            "Child Death Overview Panel reports to Learning and Review Group (s.7), "
            "which reports to Leadership Forum (s.7)"
        )

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            (BARNET.answers_to("Placement Team"), "Placement Team: 1 whom it answers"),
            (
                BARNET.answers_to("safeguarding partners"),
                "the safeguarding partners: 1 whom they answer to, directly.",
            ),
            (
                BARNET.answers_to("relevant agencies"),
                "To whom the relevant agencies answer is not stated.",
            ),
            (
                BARNET.reporting_to("voluntary adoption agencies"),
                "Nobody is stated to answer to voluntary adoption agencies.",
            ),
            (
                BARNET.reporting_to(SCHOOLS),
                f"{SCHOOLS}: 1 who answers to them, directly.",
            ),
            (
                BARNET.reporting_to("Local Safeguarding Children Board"),
                "Local Safeguarding Children Board: 1 who answers to it, directly.",
            ),
        ],
        ids=[
            "one above one",
            "one above several",
            "nobody above several",
            "nobody below several",
            "one below several",
            "one below one",
        ],
    )
    def test_the_words_agree_with_how_many(
        self, said: masa.ReportingLines, expected: str
    ) -> None:
        assert str(said).startswith(expected)

    def test_the_route_is_the_same_from_both_ends(self) -> None:
        down = BARNET.reporting_to("Leadership Forum")
        up = BARNET.answers_to("Child Death Overview Panel")
        assert down.route("Child Death Overview Panel") == up.route("Leadership Forum")

    def test_a_name_to_which_no_line_leads(self) -> None:
        lines = BARNET.answers_to("CDOP")
        with pytest.raises(masa.UnknownNameError, match='mean "Leadership Forum"'):
            lines.route("Leadership Form")
        with pytest.raises(masa.UnknownNameError, match="look at `names`"):
            lines.route("Qqqqqqq")

    def test_of_namesakes_none_is_picked(self) -> None:
        twin = '[[groups]]\nname="Panel"\nid="{}"\nreports_to="Top"\n'
        text = '[[groups]]\nname="Top"\n' + twin.format("east") + twin.format("west")
        lines = masa.governance(masa.loads(TOP + text)).reporting_to("Top")
        with pytest.raises(masa.UnknownNameError, match='such as "east"'):
            lines.route("Panel")
        assert lines.route("west").nodes[0].key == "west"

    @pytest.mark.parametrize("name", ["Panel", "sub", "Former Panel"])
    def test_any_name_finds_the_way(self, name: str) -> None:
        text = (
            '[[groups]]\nname="Top"\n[[groups]]\nname="Panel"\nid="sub"\n'
            'also=["Former Panel"]\nreports_to="Top"\n'
        )
        lines = masa.governance(masa.loads(TOP + text)).reporting_to("Top")
        assert lines.route(name).nodes[0].key == "Panel"

    def test_oversight_is_a_line_from_above(self) -> None:
        (line,) = BARNET.answers_to("Multi-Agency Audit Programme").direct
        assert str(line) == (
            "Multi-Agency Audit Programme is overseen by Quality Assurance and "
            "Performance Group (s.15)"
        )

    def test_silence(self) -> None:
        alone = graph(A=[])
        assert str(alone.answers_to("A")) == "To whom A answers is not stated."
        assert str(alone.reporting_to("A")) == "Nobody is stated to answer to A."
        assert alone.answers_to("A").depth == 0
        assert alone.answers_to("A").to_text() == "To whom A answers is not stated.\n"
        cut = masa.governance(masa.loads(f'{TOP}{TRUNCATED}[[groups]]\nname="A"\n'))
        assert str(cut.answers_to("A")) == (
            "To whom A answers is not stated in the text held."
        )

    def test_rows_and_a_table(self) -> None:
        lines = graph(A=["B"], B=[]).answers_to("A")
        assert lines.to_records() == [
            {
                "depth": "1",
                "who": "A",
                "to whom": "B",
                "kind": "reports to",
                "standing": "in force",
                "condition": "",
                "place": "",
            }
        ]
        assert "Line by line, the nearest first" in lines.to_text()
        assert "A: 1 whom it answers to, directly." in lines.to_text()

    def test_one_who_is_reached_in_two_ways_is_counted_once(self) -> None:
        lines = graph(A=["B", "C"], B=["D"], C=["D"], D=[]).answers_to("A")
        assert lines.names == ("B", "C", "D")

    def test_a_chain_of_five_thousand(self) -> None:
        names = [f"g{number}" for number in range(5000)]
        many = graph(**{lower: [upper] for lower, upper in pairwise(names)}, g4999=[])
        lines = many.answers_to("g0")
        assert lines.depth == 4999
        assert len(lines.route("g4999")) == 4999


class TestCircles:
    def test_none(self) -> None:
        assert str(BARNET.circles()) == "No line of reporting goes in a circle."
        assert BARNET.circles().to_text() == "No line of reporting goes in a circle.\n"

    def test_a_group_that_reports_to_itself(self) -> None:
        (route,) = graph(A=["A"]).circles()
        assert route.names == ("A", "A")

    def test_the_shortest_way_round(self) -> None:
        lines = {"A": ["B"], "B": ["C", "A"], "C": ["A"], "D": ["E"], "E": ["D"]}
        circles = graph(**lines, F=["A"]).circles()
        assert [route.names for route in circles] == [("A", "B", "A"), ("D", "E", "D")]
        assert len(circles) == 2
        assert str(circles).startswith(
            "Lines of reporting go in circles. A reports to B"
        )
        assert [row["circle"] for row in circles.to_records()] == ["1", "1", "2", "2"]
        assert "- A reports to B, which reports to A." in circles.to_text()

    def test_liaison_may_go_in_a_circle(self) -> None:
        text = "".join(
            f'[[relations]]\nsource="{a}"\nverb="liaises with"\ntarget="{b}"\n'
            for a, b in (("A", "B"), ("B", "A"))
        )
        groups = '[[groups]]\nname="A"\n[[groups]]\nname="B"\n'
        assert len(masa.governance(masa.loads(TOP + groups + text)).circles()) == 0

    def test_one_circle(self) -> None:
        circles = graph(A=["B"], B=["A"]).circles()
        assert str(circles).startswith("Lines of reporting go in a circle.")

    def test_two_that_go_round_each_other_in_the_thousands(self) -> None:
        names = [f"g{number}" for number in range(3000)]
        ring = dict(zip(names, [[n] for n in (*names[1:], names[0])], strict=True))
        (route,) = graph(**ring).circles()
        assert len(route) == 3000
