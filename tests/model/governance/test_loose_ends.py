"""Groups without a route, and references that mean nobody who is named."""

import pytest

import masa

BARNET = masa.governance(masa.examples.load("barnet"))
TOP = 'id = "toy"\ntitle = "Toy arrangements"\n'

EVERY = "Every group of the partnership has a stated route to the top"


class TestUnconnected:
    def test_of_barnet(self) -> None:
        found = BARNET.unconnected()
        assert [node.name for node in found.own] == [
            "Section 11 evidence panel",
            "quarterly case review days",
            "MASH Steering Group",
            "Improvement Board",
        ]
        assert len(found.beside) == 34
        assert str(found) == (
            "No route to the top is stated for Section 11 evidence panel, quarterly "
            "case review days, MASH Steering Group and Improvement Board; nor for 34 "
            "beside it."
        )
        assert len(found.to_records()) == 38
        assert "tied to nobody" in found.to_text()
        assert "YOS Steering Group" in {node.name for node in found.alone}

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "No group of the partnership is stated."),
            (
                '[[groups]]\nname="A"\n',
                f"{EVERY}.",
            ),
            (
                '[[groups]]\nname="A"\n[[groups]]\nname="B"\noutside="regional"\n',
                f"{EVERY}; none is stated for 1 beside it.",
            ),
            (
                '[[groups]]\nname="B"\noutside="regional"\n[[bodies]]\nname="A"\n',
                (
                    "No group of the partnership is stated; no route to the top is "
                    "stated for 1 beside it."
                ),
            ),
            (
                '[[groups]]\nname="A"\ntier=1\n[[groups]]\nname="B"\n',
                "No route to the top is stated for B.",
            ),
        ],
    )
    def test_in_words(self, text: str, said: str) -> None:
        assert str(masa.governance(masa.loads(TOP + text)).unconnected()) == said

    def test_rows_tell_who_has_no_settled_route(self) -> None:
        text = (
            '[[groups]]\nname="A"\ntier=1\n[[groups]]\nname="B"\n'
            'reports_to=[{ is = "A", standing = "proposed" }]\n'
            '[[groups]]\nname="C"\nat="3"\n'
        )
        found = masa.governance(masa.loads(TOP + text)).unconnected()
        assert [(row["name"], row["route"]) for row in found.to_records()] == [
            ("C", "not stated"),
            ("B", "not settled"),
        ]


UNTOLD = """
[[partners]]
kind = "police"
name = "Force"
lead = { unknown = "not printed", at = "1" }
[[bodies]]
name = "Body"
part_of = { unknown = "not told" }
[[groups]]
name = "A"
at = "2"
members = [{ any = "nurses" }, "Body"]
invited = [{ any = "guests" }]
chair = [{ is = { any = "an officer" } }, { is = "independent" }]
vice_chair = { none = true }
reports_to = [{ unknown = "not printed" }]
inside = { unknown = "not printed" }
chair_chosen = { unknown = "not printed" }
[[groups]]
name = "B"
chair = { unknown = "not printed" }
[[functions]]
name = "Audit"
reports_to = [{ unknown = "not printed" }]
done_by = { unknown = "not printed" }
[[escalation]]
who = "managers"
[[escalation]]
who = "Force"
[[same_as]]
one = "A"
other = "B"
[[same_as]]
one = "A"
other = "Body"
same = "no"
"""


EVERYBODY = "Every reference means somebody who is named."
ENDED = (
    "1 reference to what has ended. To whom Panel reports: Board, which has ended, "
    "31 December 2019."
)
NOT_TOLD = '{ unknown = "not told" }'
LATER = f"successors=[{NOT_TOLD}]\n"
TEAM = '[[teams]]\nname="T"\n'
FORCE = '[[partners]]\nkind="police"\nname="Force"\n'
EVERYWHERE = [
    (f"{FORCE}delegates=[{NOT_TOLD}]\n", "to whom Force delegates"),
    (f"{FORCE}successors=[{NOT_TOLD}]\n", "what came after Force"),
    (f'[[bodies]]\nname="B"\nsuccessors=[{NOT_TOLD}]\n', "what came after B"),
    (
        f'[[agencies]]\ncategory="C"\n[[agencies.named]]\nname="A"\n{LATER}',
        "what came after A",
    ),
    (f'[[posts]]\nname="P"\nprovided_by={NOT_TOLD}\n', "who provides P"),
    (f'[[posts]]\nname="P"\nshared_with=[{NOT_TOLD}]\n', "who shares P"),
    (f'[[posts]]\nname="P"\nalso_holds=[{NOT_TOLD}]\n', "what else is held with P"),
    (f'[[groups]]\nname="G"\nowners=[{NOT_TOLD}]\n', "whose group G is"),
    (f'[[groups]]\nname="G"\nhands_over_to=[{NOT_TOLD}]\n', "to whom G hands over"),
    (f'[[groups]]\nname="G"\nvice_chair={NOT_TOLD}\n', "who is vice chair of G"),
    (f"predecessors=[{NOT_TOLD}]\n", "what came before the arrangements"),
    (f"successors=[{NOT_TOLD}]\n", "what came after the arrangements"),
    (f"chair={NOT_TOLD}\n", "who chairs the partnership"),
    (
        f'{FORCE}[[scrutiny]]\nby="Force"\ncommissioned_by={NOT_TOLD}\n',
        "who commissions Force",
    ),
    (
        f"[yearly_report]\nscrutinised_by={NOT_TOLD}\n",
        "who scrutinises the yearly report",
    ),
    (
        f"[child_death_review]\npartners=[{NOT_TOLD}]\n",
        "the partners of child death reviews",
    ),
    (
        f'{TEAM}[[teams.members]]\nrole="police"\nnominated_by={NOT_TOLD}\n',
        "who nominates to T",
    ),
    (f"[child_death_review]\npanel={NOT_TOLD}\n", "the panel of child death reviews"),
]


class TestUnresolved:
    def test_every_kind(self) -> None:
        found = masa.governance(masa.loads(TOP + UNTOLD)).unresolved()
        untold = "not printed, and who that is cannot be told"
        assert [str(end) for end in found] == [
            "A: nurses, described and not named (s.2)",
            "A: guests, described and not named (s.2)",
            "A: an officer, described and not named (s.2)",
            "A: a chair that is independent, described and not named (s.2)",
            "the stages of a disagreement: managers, described and not named",
            f"the lead of Force: {untold} (s.1)",
            "what Body is part of: not told, and who that is cannot be told",
            f"to whom A reports: {untold} (s.2)",
            f"in what A is: {untold} (s.2)",
            f"who chooses the chair of A: {untold} (s.2)",
            f"who chairs B: {untold}",
            f"to whom Audit reports: {untold}",
            f"who does Audit: {untold}",
            "two names: A and B, and whether they mean the same cannot be told",
        ]
        assert len(found.to_records()) == len(found) == 14
        assert "14 references to nobody who is named." in found.to_text()

    def test_that_namesakes_are_told_apart(self) -> None:
        text = "".join(
            f'[[groups]]\nname="Panel"\nid="{own}"\nmembers=[{{any="a head"}}]\n'
            'chair="independent"\nreports_to={unknown="not told"}\n'
            for own in "ns"
        )
        several = (
            masa.governance(masa.loads(TOP + text)),
            masa.governance(masa.Atlas([masa.loads(TOP + text)])),
        )
        for graph in several:
            told = [end.where for end in graph.unresolved()]
            assert told == [
                *("Panel [n]", "Panel [n]", "Panel [s]", "Panel [s]"),
                *("to whom Panel [n] reports", "to whom Panel [s] reports"),
            ]

    def test_that_whoever_is_still_spoken_of_is_told_from_a_namesake(self) -> None:
        text = (
            '[[bodies]]\nname="Force"\nid="old"\nended="2018-01-01"\n'
            '[[groups]]\nname="Force"\nid="force"\nmembers=["old"]\n'
            '[[relations]]\nsource="force"\nverb="feeds"\ntarget="old"\n'
        )
        told = masa.governance(masa.loads(TOP + text)).unresolved()
        assert [(end.where, end.said) for end in told] == [
            ("Force [force]", "Force [old]"),
            ("Force [force]", "feeds Force [old]"),
        ]

    def test_one_and_none(self) -> None:
        text = f'{TOP}[[groups]]\nname="A"\nchair="independent"\n'
        one = masa.governance(masa.loads(text))
        assert str(one.unresolved()).startswith("1 reference to nobody who is named.")
        none = masa.governance(masa.loads(TOP)).unresolved()
        assert str(none) == EVERYBODY
        assert none.to_text() == f"{none}\n"

    def test_silence_says_less_where_the_text_breaks_off(self) -> None:
        cut = '[[sources]]\nid="cut"\ntitle="Cut"\ntext="truncated"\n'
        graph = masa.governance(masa.loads(TOP + cut))
        said = str(graph.unresolved())
        assert said == "Every reference in the text held means somebody who is named."
        said = str(graph.circles())
        assert said == "No line of reporting goes in a circle in the text held."

    @pytest.mark.parametrize(("text", "where"), EVERYWHERE)
    def test_wherever_a_name_would_stand(self, text: str, where: str) -> None:
        (end,) = masa.governance(masa.loads(TOP + text)).unresolved()
        assert str(end) == f"{where}: not told, and who that is cannot be told"

    def test_what_is_passed_on_to_what_has_ended(self) -> None:
        """Barnet: the steering group of the MASH escalates to the former board."""
        (end,) = [one for one in BARNET.unresolved() if "ended" in one.why]
        assert str(end) == (
            "MASH Steering Group: escalates to Local Safeguarding Children Board, "
            "which has ended (MASH Steering Group)"
        )
        assert "33 references to nobody who is named, and 1 to what has ended." in str(
            BARNET.unresolved()
        )

    @pytest.mark.parametrize(
        ("on", "says"),
        [
            pytest.param(None, ENDED, id="of every day"),
            pytest.param("2019-12-31", EVERYBODY, id="on its last day"),
            pytest.param("2020-01-01", ENDED, id="after it"),
        ],
    )
    def test_what_reports_to_what_has_ended(self, on: str | None, says: str) -> None:
        text = (
            '[[bodies]]\nname="Board"\nended="31 December 2019"\n[[bodies]]\nname="B"\n'
            '[[groups]]\nname="Panel"\nreports_to=["Board", "B"]\n[[relations]]\n'
            'source="B"\nverb="takes over from"\ntarget="Board"\n'
        )
        found = masa.governance(masa.loads(TOP + text), on=on).unresolved()
        assert str(found).removeprefix(f"{found.under}: ") == says

    def test_wherever_what_has_ended_is_named(self) -> None:
        text = (
            'in_force="2018"\n[[bodies]]\nname="CCG"\nended="2020"\n'
            'posts=["Chief"]\n[[bodies]]\nname="Later"\nexisted="2025"\n'
            '[[partners]]\nkind="police"\nname="Force"\nsuccessors=["CCG"]\n'
            '[[groups]]\nname="Old"\nperiod={ end = "2019" }\n'
            '[[groups]]\nname="Board"\nowners=["CCG"]\nreports_to=["Old"]\n'
            'chair={ rotates = ["CCG", "Force"] }\nvice_chair={ none = true }\n'
            'chair_chosen={ by = "CCG" }\nmembers=["safeguarding partners", '
            '"CCG", { any = "nurses" }, { holder = "CCG", standing = "proposed" }]\n'
            'invited=[{ chairs_of = ["Old"] }]\n'
            '[[functions]]\nname="Audit"\nreports_to=["Later"]\ndone_by="Chief"\n'
        )
        whole = masa.loads(TOP + text)
        given = {"proposed": False}
        found = masa.governance(whole, on="2021-01-01", given=given).unresolved()
        assert [str(end) for end in found][1:] == [
            "to whom Board reports: Old, which has ended, 2019",
            "whose group Board is: CCG, which has ended, 2020",
            "who chairs Board: CCG, which has ended, 2020",
            "who chooses the chair of Board: CCG, which has ended, 2020",
            "to whom Audit reports: Later, which was not there",
            "who does Audit: Chief, which was not there",
            "Board: CCG, which has ended, 2020",
            "Board: Old, which has ended, 2019",
        ]
        assert "1 reference to nobody who is named, and 8 to what was not there." in (
            str(found)
        )
        ended = masa.governance(whole).unresolved()
        assert {end.said for end in ended} == {"nurses", "CCG"}

    GONE = '[[bodies]]\nname="CCG"\nended="31 December 2020"\n[[bodies]]\nname="B"\n'

    @pytest.mark.parametrize(
        ("text", "where"),
        [
            pytest.param(
                '[[escalation]]\nwho="B"\n[[escalation]]\nwho="CCG"\nat="3"\n',
                "the stages of a disagreement",
                id="a stage of a disagreement",
            ),
            pytest.param(
                '[[scrutiny]]\nby="CCG"\nat="3"\n[[scrutiny]]\nby="B"\n',
                "who scrutinises the partnership",
                id="a scrutineer",
            ),
            pytest.param(
                '[[budgets]]\n[[budgets.contributions]]\npayer="CCG"\namount=5\n'
                'at="3"\n[[budgets.contributions]]\npayer="safeguarding partners"\n',
                "who pays",
                id="a payer, in a year that is not stated",
            ),
        ],
    )
    def test_who_has_ended_by_the_day(self, text: str, where: str) -> None:
        whole = masa.loads(TOP + self.GONE + text)
        said = [f"{where}: CCG, which has ended, 31 December 2020 (s.3)"]
        for on, found in ((None, said), ("2020-12-31", []), ("2021-01-01", said)):
            ends = masa.governance(whole, on=on).unresolved()
            assert [str(end) for end in ends] == found

    def test_not_where_it_does_not_come_about(self) -> None:
        plan = 'standing="proposed"\n'
        text = (
            f'[[escalation]]\nwho="CCG"\n{plan}[[scrutiny]]\nby="CCG"\n{plan}'
            f'[[budgets]]\n[[budgets.contributions]]\npayer="CCG"\n{plan}'
        )
        whole = masa.loads(TOP + self.GONE + text)
        for is_met, many in ((True, 3), (False, 0)):
            graph = masa.governance(whole, on="2021-01-01", given={"proposed": is_met})
            assert len(graph.unresolved()) == many

    @pytest.mark.parametrize(
        ("year", "ended", "on", "told"),
        [
            pytest.param("2020/21", "2020", "2021-01-01", 1, id="this year"),
            pytest.param("2020/21", "2020", "2024-01-01", 1, id="within the year"),
            pytest.param("2019/20", "2020-12-31", "2021-01-01", 0, id="later"),
            pytest.param("2019/20", "2020-12-31", None, 0, id="later, of any day"),
            pytest.param("2019/20", "2018", None, 1, id="before, of any day"),
            pytest.param("2022/23", "2020", "2021-01-01", 1, id="a year to come"),
            pytest.param("2019/20", "undated", "2021-01-01", 1, id="no day is told"),
        ],
    )
    def test_a_payer_that_ended_after_its_year_has_paid(
        self, year: str, ended: str, on: str | None, told: int
    ) -> None:
        text = (
            f'[[bodies]]\nname="CCG"\nended="{ended}"\n[[budgets]]\nyear="{year}"\n'
            '[[budgets.contributions]]\npayer="CCG"\namount=5\n'
        )
        ends = masa.governance(masa.loads(TOP + text), on=on).unresolved()
        where = [end.where for end in ends]
        assert where == [f"who pays in {year}"] * told

    def test_the_whole_is_called_as_it_is_where_it_is_spoken_of(self) -> None:
        text = (
            'name="Toy"\nended="2019"\n[[bodies]]\nname="Board"\nended="2018"\n'
            '[[relations]]\nsource="Toy"\nverb="works with"\ntarget="Board"\n'
            '[[relations]]\nsource="Board"\nverb="reports to"\ntarget="Toy"\n'
        )
        found = masa.governance(masa.loads(TOP + text)).unresolved()
        assert [str(end) for end in found] == [
            "Toy: works with Board, which has ended, 2018",
            "Board: reports to Toy, which has ended, 2019",
        ]
        assert "Toy" in found.to_text()

    def test_a_post_of_what_has_ended_is_passed_over(self) -> None:
        text = (
            '[[bodies]]\nname="Board"\nended="2019"\n[[bodies.posts]]\nname="Clerk"\n'
            'provided_by={ unknown = "not told" }\n'
        )
        whole = masa.loads(TOP + text)
        assert len(masa.governance(whole).unresolved()) == 1
        later = masa.governance(whole, on="2021-01-01").unresolved()
        assert str(later) == f"As of 1 January 2021: {EVERYBODY}"

    def test_of_several_arrangements_each_place_tells_which(self) -> None:
        text = 'title="T"\n[[groups]]\nname="Panel"\nmembers=[{ any = "nurses" }]\n'
        both = masa.Atlas(masa.loads(f'id="{own}"\n{text}') for own in ("a", "b"))
        assert [str(end) for end in masa.governance(both).unresolved()] == [
            "Panel [a]: nurses, described and not named",
            "Panel [b]: nurses, described and not named",
        ]

    def test_only_of_what_is_in_the_graph(self) -> None:
        text = (
            '[[groups]]\nname="Old"\nperiod={ end = "2015" }\nchair="independent"\n'
            '[[groups]]\nname="New"\nstanding="proposed"\nchair="independent"\n'
            '[[groups]]\nname="Changed"\n'
            'reports_to=[{ unknown = "then", until = "2015" }]\n'
            'members=[{ any = "nurses", standing = "proposed" }]\n'
            'chair={ is = "independent", standing = "proposed" }\n'
            '[[relations]]\nsource="New"\nverb="feeds"\ntarget="Changed"\n'
            'standing="proposed"\n[[escalation]]\nwho="all"\nstanding="proposed"\n'
        )
        arrangement = masa.loads(TOP + text)
        assert len(masa.governance(arrangement).unresolved()) == 6
        on = masa.governance(arrangement, on="2021-01-01", given={"proposed": False})
        under = "As of 1 January 2021, if nothing that is proposed comes about"
        assert str(on.unresolved()) == f"{under}: {EVERYBODY}"
