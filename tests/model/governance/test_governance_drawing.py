"""A governance graph is drawn so that nothing is hidden, and nothing silently lost."""

from pathlib import Path
from typing import Any

import attrs
import pytest

import masa
from chart_geometry import Drawing, faults, seen
from masa.ground.errors import KindError, RangeError, UnknownNameError
from masa.model.governance.graph import Governance

GOLDEN = Path(__file__).parent / "golden"
AREAS = ("barnet", "croydon", "haringey", "pan-dorset", "somerset")


def graph_of(area: str) -> Governance:
    return masa.governance(masa.examples.load(area))


def graph(text: str) -> Governance:
    """Make the graph of a small arrangement, written in TOML."""
    head = 'id = "place"\ntitle = "Arrangements of a place"\nedition = "WT2018"\n'
    return masa.governance(masa.loads(head + text, format="toml"))


def looked_at(picture: str) -> Drawing:
    assert faults(picture) == []
    return seen(picture)


def said(drawing: Drawing) -> list[str]:
    return [line.says for line in drawing.lines]


def band_of(drawing: Drawing, title: str) -> str:
    """Name the band in which a card, a box or a pill stands."""
    (band,) = (
        band.title
        for block in drawing.blocks
        for band in drawing.bands
        if title in (block.title, *(pill.title for pill in block.pills))
        and band.frame.holds(block.frame)
    )
    return band


def texts(picture: str) -> str:
    """Give all that is written, line after line, as one text."""
    parts = picture.split("<text ")[1:]
    return " ".join(part.split(">", 1)[1].split("</text>")[0] for part in parts)


BARNET = graph_of("barnet")
WHOLE = BARNET.to_svg()


@pytest.mark.parametrize("area", AREAS)
class TestTheFiveArrangements:
    def test_are_drawn_as_a_person_last_saw_them(self, area: str) -> None:
        golden = GOLDEN / f"governance-{area}.svg"
        picture = graph_of(area).to_svg()
        looked_at(picture)
        assert picture + "\n" == golden.read_text(encoding="utf-8")

    def test_are_no_wider_than_a_page_on_a_screen(self, area: str) -> None:
        assert seen(graph_of(area).to_svg()).paper.right <= 1600

    def test_fit_a_sheet_of_a4_on_its_side(self, area: str) -> None:
        paper = looked_at(graph_of(area).to_svg(landscape=True)).paper
        assert paper.right / paper.bottom == pytest.approx(297 / 210, abs=0.001)

    def test_are_not_laid_out_for_what_is_not_yes_or_no(self, area: str) -> None:
        flag: Any = "landscape"
        with pytest.raises(KindError, match="is not yes or no"):
            graph_of(area).to_svg(landscape=flag)

    def test_leave_out_nobody_who_is_named(self, area: str) -> None:
        graph = graph_of(area)
        titles = [thing.title for thing in seen(graph.to_svg()).things]
        for node in graph.nodes:
            apart = node.kind.value in {"area", "collective", "document"}
            if node.is_declared and not apart:
                assert any(title.startswith(node.name) for title in titles)


class TestWhatIsNotSaid:
    """Haringey, whose text breaks off: silence is not called more than it is."""

    def test_is_not_called_not_stated(self) -> None:
        shown = texts(graph_of("haringey").to_svg())
        assert "Chair: not in the text held" in shown
        assert "not stated" not in shown.replace("Tier not stated", "")

    def test_what_is_said_of_each_is_not_drawn_of_all_again(self) -> None:
        lines = said(seen(graph_of("haringey").to_svg()))
        seats = [one for one in lines if "of strategic leadership" in one]
        assert len(seats) == 4
        assert not any(one.startswith("the safeguarding partners are") for one in seats)
        croydon = said(seen(graph_of("croydon").to_svg()))
        assert any(one.startswith("the safeguarding partners are") for one in croydon)


class TestWhereNoTierIsStated:
    """Haringey: the one group leads, and stands above the work."""

    def test_the_groups_stand_above_the_functions(self) -> None:
        bands = [one.title for one in seen(graph_of("haringey").to_svg()).bands]
        assert bands.index("Tier not stated") + 1 == bands.index("Functions")
        assert bands.index("Safeguarding partners") + 1 == bands.index(
            "Tier not stated"
        )

    def test_who_is_described_is_not_called_proposed_where_the_lines_say_it(
        self,
    ) -> None:
        titles = [one.title for one in seen(graph_of("haringey").to_svg()).things]
        assert "schools" in titles
        dorset = [one.title for one in seen(graph_of("pan-dorset").to_svg()).things]
        assert "kinship carers (proposed)" in dorset

    def test_who_is_described_is_called_no_body(self) -> None:
        named = seen(graph_of("haringey").to_svg())
        assert band_of(named, "home-educated children") == "Also named, no line drawn"
        assert [one.title for one in named.blocks].count("Described, not named") == 2


class TestTwoNames:
    """Croydon, para 9: the Executive Board may be the executive group, or another."""

    def test_that_may_mean_one_thing_say_so(self) -> None:
        shown = texts(graph_of("croydon").to_svg())
        assert "perhaps the same as Executive Board" in shown
        assert "perhaps the same as Safeguarding Partners Executive Group" in shown

    def test_that_surely_do_not_say_nothing(self) -> None:
        apart = """
groups = [{ name = "A" }, { name = "B" }, { name = "C" }]
same_as = [
  { one = "A", other = "B", same = false },
  { one = "A", other = "C" },
]
"""
        shown = texts(graph(apart).to_svg())
        assert shown.count("perhaps the same as") == 2
        assert "perhaps the same as B" not in shown


class TestTheWhole:
    def test_stands_in_bands_by_tier(self) -> None:
        assert [band.title for band in seen(WHOLE).bands] == [
            "Others",
            "Groups beside it",
            "The partnership",
            "Safeguarding partners",
            "Tier 1",
            "Tier 2",
            "Tier 3",
            "Functions",
            "Tier not stated",
            "Others by the groups",
            "Relevant agencies",
            "Also named, no line drawn",
        ]

    @pytest.mark.parametrize(
        ("title", "band"),
        [
            pytest.param("Leadership Forum", "Tier 1", id="a group of a tier"),
            pytest.param("Improvement Board", "Tier not stated", id="one of no tier"),
            pytest.param("multi-agency training", "Functions", id="a function"),
            pytest.param("London Borough of Barnet", "Safeguarding partners", id="one"),
            pytest.param("LADO", "Safeguarding partners", id="a post of a partner"),
            pytest.param("Cafcass", "Relevant agencies", id="an agency"),
            pytest.param(
                "Channel",
                "Also named, no line drawn",
                id="a group that no line reaches",
            ),
            pytest.param("Youth Assembly", "Groups beside it", id="a group beside it"),
            pytest.param(
                "Home Office",
                "Also named, no line drawn",
                id="a body that none reaches",
            ),
            pytest.param("young people", "Others", id="a body that a line reaches"),
            pytest.param(
                "children who need help or protection",
                "Others by the groups",
                id="a body whose lines come from groups without a tier",
            ),
            pytest.param("Independent Scrutineer", "The partnership", id="a post"),
            pytest.param(
                "Policy Officer", "Also named, no line drawn", id="a post of nobody"
            ),
        ],
    )
    def test_everybody_has_a_place(self, title: str, band: str) -> None:
        assert band_of(seen(WHOLE), title) == band

    def test_a_card_says_who_chairs_and_how_often_it_meets(self) -> None:
        shown = texts(WHOLE)
        assert "Chair: independent Meets: quarterly and when needed (s.7) /" in shown
        assert "contradicts itself: how often it meets" in shown

    def test_who_only_a_seat_describes_stands_on_the_card(self) -> None:
        assert "Seats for: relevant agencies of Appendix 1; LA social" in texts(WHOLE)
        assert "Invites: those whose expertise is" in texts(WHOLE)

    def test_what_everybody_in_a_box_does_is_drawn_once(self) -> None:
        (line,) = (one for one in said(seen(WHOLE)) if " engages " in one)
        assert line.startswith(
            "Barnet Safeguarding Children Partnership engages Barnet Youth Forum, Youth"
        )
        assert line.endswith("and Children in Care Council (s.17)")
        (pair,) = (one for one in said(seen(WHOLE)) if "Business Manager are" in one)
        assert pair.startswith("Independent Scrutineer and BSCP Business Manager are")

    def test_what_several_places_say_is_drawn_once(self) -> None:
        (line,) = (one for one in said(seen(WHOLE)) if " front door " in one)
        assert line.endswith("protection (MASH; Arrangements for police; s.18)")

    def test_what_is_on_a_condition_has_a_sign(self) -> None:
        drawing = seen(WHOLE)
        (line,) = (one for one in drawing.lines if "hands over to" in one.says)
        assert line.letter.endswith("?")
        assert line.says.endswith(
            "(Improvement Board; conditional; if it is no longer needed)"
        )

    def test_every_edge_is_drawn_told_placed_or_counted(self) -> None:
        shown = texts(WHOLE)
        assert "49 ties are not drawn, none of which reaches a group" in shown
        assert "Funded by 11 payers" in shown
        assert "Takes over from: Local" in shown
        assert "Chief Executive (leads)" in shown

    def test_a_notebook_shows_it(self) -> None:
        assert BARNET._repr_svg_() == WHOLE

    def test_is_described_in_words(self) -> None:
        assert "Tier 1: Leadership Forum (Chair: rotates between" in WHOLE
        assert "Learning and Review Group reports to Leadership Forum (s.7)." in WHOLE


class TestAround:
    def test_a_group_is_what_touches_it(self) -> None:
        drawing = looked_at(BARNET.to_svg(around="MASH"))
        assert len(drawing.lines) == 7
        assert all("Multi-Agency Safeguarding Hub" in one for one in said(drawing))
        assert len(list(drawing.blocks)) == 6

    def test_a_body_has_its_posts_with_it(self) -> None:
        said_of = said(looked_at(BARNET.to_svg(around="Barnet CCG")))
        assert (
            "the Beacon reports to Barnet Clinical Commissioning Group "
            "(Psychiatric care)" in said_of
        )
        assert any(one.startswith("Chief Operating Officer is") for one in said_of)

    @pytest.mark.parametrize(
        ("around", "who", "band"),
        [
            ("LBB", "officer for private fostering", "Safeguarding partners"),
            ("LBB", "Placement Team", "Safeguarding partners"),
            (
                "safeguarding partners",
                "London Borough of Barnet",
                "Safeguarding partners",
            ),
            ("relevant agencies", "Cafcass", "Relevant agencies"),
        ],
        ids=["a post without a line", "a part without one", "a partner", "an agency"],
    )
    def test_whoever_belongs_to_it_is_there(
        self, around: str, who: str, band: str
    ) -> None:
        assert band_of(looked_at(BARNET.to_svg(around=around)), who) == band

    def test_what_is_said_of_all_together_is_drawn_around_them(self) -> None:
        text = (
            'id = "x"\ntitle = "X"\n'
            '[[partners]]\nname = "Council"\nkind = "local authority"\n'
            '[[partners]]\nname = "Force"\nkind = "police"\n'
            '[[groups]]\nname = "Board"\n'
            'members = ["Council", "Force", "safeguarding partners"]\n'
        )
        board = masa.governance(masa.loads(text))
        assert len(said(looked_at(board.to_svg()))) == 2
        assert said(looked_at(board.to_svg(around="safeguarding partners"))) == [
            "the safeguarding partners are members of Board"
        ]
        assert len(said(looked_at(board.to_svg(around="Board")))) == 2

    def test_who_only_a_seat_describes_has_lines_of_its_own(self) -> None:
        said_of = said(looked_at(BARNET.to_svg(around="education")))
        assert len(said_of) == 4
        assert sum("MASH Steering Group" in one for one in said_of) == 1

    def test_a_payer_stands_with_the_card_that_tells_of_it(self) -> None:
        picture = BARNET.to_svg(around="London Fire Brigade")
        assert band_of(looked_at(picture), "London Fire Brigade") == "Relevant agencies"
        assert "Funded by: London Fire Brigade" in texts(picture)

    def test_says_what_it_leaves_out(self) -> None:
        assert "192 other ties are not drawn: is a member of (40)" in texts(
            BARNET.to_svg(around="MASH")
        )

    def test_nothing_that_is_called_so(self) -> None:
        with pytest.raises(UnknownNameError, match="Leadership Forum"):
            BARNET.to_svg(around="Leadership Forun")


class TestKinds:
    def test_only_those_are_drawn(self) -> None:
        picture = BARNET.to_svg(kinds=["reports to", masa.Verb.CHAIRS])
        drawing = looked_at(picture)
        assert [words for _, words in drawing.key] == ["chairs", "reports to"]
        assert "Arrangements: only “reports to” and “chairs”" in texts(picture)

    def test_what_is_shown_by_place_can_be_drawn(self) -> None:
        said_of = said(looked_at(BARNET.to_svg(kinds=["leads"])))
        assert "Chief Executive leads London Borough of Barnet (s.7)" in said_of

    def test_a_kind_around_a_node(self) -> None:
        picture = BARNET.to_svg(around="Leadership Forum", kinds=["reports to"])
        assert len(looked_at(picture).lines) == 2

    def test_none_of_a_kind_is_nothing_to_show(self) -> None:
        picture = BARNET.to_svg(kinds=["approves"])
        assert looked_at(picture).blocks == []
        assert "There is nothing to show." in texts(picture)

    def test_no_such_kind(self) -> None:
        with pytest.raises(KindError, match='"reports to"'):
            BARNET.to_svg(kinds=["report to"])


BEFORE = """
[[groups]]
name = "Board"
tier = 1
reports_to = "Council"
[[groups]]
name = "Old panel"
reports_to = "Board"
[[bodies]]
name = "Council"
[[bodies]]
name = "Old body"
"""
AFTER = """
[[groups]]
name = "Board"
tier = 1
reports_to = "Council"
[[groups]]
name = "New panel"
reports_to = "Board"
standing = "proposed"
[[bodies]]
name = "Council"
[[bodies]]
name = "New body"
[[bodies.posts]]
name = "New post"
"""


class TestComparison:
    def test_marks_what_is_new_and_what_is_gone(self) -> None:
        picture = graph(BEFORE).to_svg(compared_with=graph(AFTER))
        drawing = looked_at(picture)
        letters = {line.says: line.letter for line in drawing.lines}
        assert letters == {
            "Board reports to Council": "A",
            "New panel reports to Board (new; proposed)": "A*",
            "Old panel reports to Board (gone)": "A\N{MINUS SIGN}",
        }
        shown = texts(picture)
        assert "Old panel Chair: not stated Meets: not stated gone" in shown
        assert "New panel Chair: not stated Meets: not stated new proposed" in shown
        assert "Old body (gone)" in shown
        assert "New body (new) New post (new)" in shown
        key = [words for _, words in drawing.key]
        assert key == ["reports to", "new, but not settled", "gone"]

    def test_a_new_line_that_is_settled_is_told_from_one_that_is_not(self) -> None:
        settled = AFTER.replace('standing = "proposed"', "")
        drawing = looked_at(graph(BEFORE).to_svg(compared_with=graph(settled)))
        letters = {line.says: line.letter for line in drawing.lines}
        assert letters["New panel reports to Board (new)"] == "A+"
        assert [words for _, words in drawing.key] == ["reports to", "new", "gone"]

    def test_says_in_words_which_line_is_new_and_which_is_gone(self) -> None:
        words = graph(BEFORE).to_svg(compared_with=graph(AFTER))
        description = words.partition("<desc>")[2].partition("</desc>")[0]
        assert "New panel reports to Board (new; proposed)." in description
        assert "Old panel reports to Board (gone)." in description

    def test_marks_what_changed_of_a_group(self) -> None:
        group = '[[groups]]\nname = "Board"\nmeets = "{}"\ntier = 1\n'
        before, after = graph(group.format("monthly")), graph(group.format("quarterly"))
        shown = texts(before.to_svg(compared_with=after))
        assert "Meets: quarterly; before: monthly" in shown
        assert "changed: how often it meets" in shown
        assert "changed: who chairs" not in shown

    def test_draws_a_change_that_otherwise_stands_in_words_or_by_place(self) -> None:
        bodies = '[[bodies]]\nname = "One"\n[[bodies]]\nname = "Two"\n'
        post = bodies + '[[posts]]\nname = "Officer"\nbody = "{}"\n'
        before, after = graph(post.format("One")), graph(post.format("Two"))
        drawing = looked_at(before.to_svg(compared_with=after))
        assert {line.says: line.letter for line in drawing.lines} == {
            "Officer is part of One (gone)": "A\N{MINUS SIGN}",
            "Officer is part of Two (new)": "A+",
        }

    def test_of_a_graph_with_itself_shows_no_change(self) -> None:
        drawing = looked_at(BARNET.to_svg(compared_with=graph_of("barnet")))
        assert said(drawing) == said(seen(WHOLE))
        assert {"new", "gone"}.isdisjoint(words for _, words in drawing.key)

    def test_with_something_else(self) -> None:
        with pytest.raises(KindError, match="is no governance"):
            BARNET.to_svg(compared_with="croydon")  # type: ignore[arg-type]


CHANGING = """
[[bodies]]
name = "Council"
[[bodies]]
name = "ICB"
[[groups]]
name = "Board"
tier = [{ is = 1, until = "31 March 2020" }, { is = 2, since = "1 April 2020" }]
chair = [{ is = "Council", until = "31 March 2020" },
  { is = "ICB", since = "1 April 2020" }]
meets = [{ is = "monthly", until = "31 March 2020" },
  { is = "quarterly", since = "1 April 2020" },
  { is = "weekly", standing = "proposed" }]
[[relations]]
source = "ICB"
verb = "works with"
target = "Council"
standing = "proposed"
"""


class TestOnADay:
    @pytest.mark.parametrize(
        ("on", "says"),
        [
            ("2020-03-31", "Board Chair: Council Meets: monthly"),
            ("2020-04-01", "Board Chair: ICB Meets: quarterly"),
        ],
    )
    def test_a_card_says_what_held_on_it(self, on: str, says: str) -> None:
        whole = masa.loads(f'id = "a"\ntitle = "A"\n{CHANGING}')
        picture = masa.governance(whole, on=on, given={"proposed": False}).to_svg()
        assert says in texts(picture)
        assert "contradicts itself" not in texts(picture)

    def test_a_card_says_what_is_given(self) -> None:
        whole = masa.loads(f'id = "a"\ntitle = "A"\n{CHANGING}')
        without = masa.governance(whole, given={"proposed": False}).to_svg()
        assert "weekly" not in texts(without)
        assert "weekly" in texts(masa.governance(whole).to_svg())

    def test_one_day_is_compared_with_another(self) -> None:
        whole = masa.loads(f'id = "a"\ntitle = "A"\n{CHANGING}')
        days = [
            masa.governance(whole, on=on, given={"proposed": False})
            for on in ("2020-03-31", "2020-04-01")
        ]
        shown = texts(days[0].to_svg(compared_with=days[1]))
        assert "Chair: ICB; before: Council" in shown
        assert "Meets: quarterly; before: monthly" in shown


class TestStrangeArrangements:
    def test_one_of_nothing_is_a_card(self) -> None:
        drawing = looked_at(graph("").to_svg())
        assert [block.title for block in drawing.blocks] == ["Arrangements of a place"]

    def test_names_of_markup_and_of_200_characters(self) -> None:
        name, long = "<script>alert(1)</script>", "漢" * 200
        text = f"""
[[groups]]
name = "{name}"
reports_to = "{long}"
[[groups]]
name = "{long}"
"""
        titles = [thing.title for thing in looked_at(graph(text).to_svg()).things]
        assert {name, long} <= set(titles)

    def test_what_was_gone_on_the_day_is_not_drawn(self) -> None:
        text = 'id = "a"\ntitle = "A"\n[[bodies]]\nname = "Old"\nended = "2019-04-01"\n'
        old = masa.governance(masa.loads(text, format="toml"), on="2026-11-29")
        assert [block.title for block in looked_at(old.to_svg()).blocks] == ["A"]

    def test_bodies_in_a_circle(self) -> None:
        text = """
[[bodies]]
name = "One"
part_of = "Two"
[[bodies]]
name = "Two"
part_of = "One"
"""
        looked_at(graph(text).to_svg())

    def test_a_body_in_a_body_says_in_which(self) -> None:
        text = """
[[bodies]]
name = "Outer"
[[bodies]]
name = "Inner"
part_of = "Outer"
[[bodies.posts]]
name = "Officer"
"""
        assert "Officer (of Inner)" in texts(graph(text).to_svg())

    def test_a_team_has_a_card(self) -> None:
        drawing = looked_at(graph('[[teams]]\nname = "A team"\n').to_svg())
        assert band_of(drawing, "A team") == "Tier not stated"

    def test_four_hundred_groups_and_more(self) -> None:
        many = "".join(f'[[groups]]\nname = "Group {n}"\n' for n in range(401))
        with pytest.raises(RangeError, match="402 cards and boxes are too many"):
            graph(many).to_svg()

    def test_more_nodes_than_any_chart_has_room_for(self) -> None:
        few = graph("")
        body = few.nodes[0]
        nodes = [attrs.evolve(body, key=f"{n}", name=f"{n}") for n in range(100_000)]
        with pytest.raises(RangeError, match="100,000 nodes are too many") as raised:
            attrs.evolve(few, nodes=tuple(nodes)).to_svg()
        assert "draw around one of them" in str(raised.value)

    def test_many_may_be_drawn_around_one(self) -> None:
        many = "".join(f'[[groups]]\nname = "Group {n}"\n' for n in range(401))
        looked_at(graph(many).to_svg(around="Group 7"))
