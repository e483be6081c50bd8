"""A governance graph as Mermaid, DOT, GraphML and rows, in full and in part."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

import masa
from chart_geometry import seen

GOLDEN = Path(__file__).parent / "golden"
BARNET = masa.governance(masa.examples.load("barnet"))
SMALL = masa.governance(
    masa.loads("""
id = "testham"
title = "Testham"
partners = [{ name = "Council", kind = "local authority" }]
relations = [
  { source = "Panel", verb = "reports to", target = "Board", at = "1" },
  { source = "Panel", verb = "reports to", target = "Board", at = "2" },
  { source = "Friends", verb = "works with", target = "Panel", standing = "proposed" },
  { source = "Board", verb = "informs", target = "Friends", condition = "if asked" },
  { source = "Council", verb = "funds", target = "Panel", says = "half of it" },
  { source = "Council", verb = "funds", target = "Board", \
says = "whatever is left of the money when all else is paid" },
]
functions = ["training", { name = "audit", tier = 2, reports_to = ["Board"] }]

[[area]]
name = "Testham"

[[groups]]
name = "Panel"
tier = 2

[[groups]]
name = "Board"
tier = 1
standing = "agreed"

[[groups]]
name = "Friends"
outside = "national"
standing = "proposed"
""")
)


@pytest.mark.parametrize("ending", ["mmd", "dot", "txt"])
def test_barnet_is_that_of_the_golden_file(ending: str) -> None:
    written = {
        "mmd": BARNET.to_mermaid,
        "dot": BARNET.to_dot,
        "txt": BARNET.to_text,
    }[ending]()
    assert written == (GOLDEN / f"barnet.{ending}").read_text(encoding="utf-8")


def test_is_the_same_under_every_hash_seed() -> None:
    program = (
        "import sys, masa; g = masa.governance(masa.examples.load('barnet')); "
        "k = dict(kinds=['funds', 'reports to', 'chairs', 'oversees']); "
        "sys.stdout.buffer.write(''.join(f(**a) for a in ({}, k, {'around': 'LADO'}) "
        "for f in (g.to_mermaid, g.to_dot, g.to_graphml, g.to_text)).encode())"
    )
    texts = {
        subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source()},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1
    assert BARNET.to_graphml().encode() in texts.pop()


def source() -> str:
    """Give where this process finds masa, so that another finds the same."""
    return os.pathsep.join(path for path in sys.path if path)


def test_mermaid_says_of_everything_what_it_is_and_how_firmly() -> None:
    assert SMALL.to_mermaid() == (
        "%% Testham\n"
        "flowchart TD\n"
        '  n1["Board #40;group, tier 1#41;"]\n'
        '  n2["Panel #40;group, tier 2#41;"]\n'
        '  n3[/"audit #40;function, tier 2#41;"/]\n'
        '  n4[["Testham #40;partnership#41;"]]\n'
        '  n5{{"safeguarding partners #40;collective#41;"}}\n'
        '  n6("Council #40;body#41;")\n'
        '  n7["Friends #40;group, outside the arrangement, proposed#41;"]\n'
        '  n8>"Testham #40;area#41;"]\n'
        '  n5 -->|"has among them"| n6\n'
        '  n1 ==>|"has reporting to it"| n3\n'
        '  n4 -->|"covers"| n8\n'
        '  n1 ==>|"has reporting to it"| n2\n'
        '  n7 -.->|"works with #40;proposed#41;"| n2\n'
        '  n1 -.->|"informs #40;if asked#41;"| n7\n'
        '  n6 -->|"funds #40;half of it#41;"| n2\n'
        '  n6 -->|"funds"| n1\n'
        "  classDef dashed stroke-dasharray:6 4\n"
        "  class n7 dashed\n"
    )


def test_dot_draws_what_rises_the_other_way() -> None:
    lines = SMALL.to_dot(around="Panel").splitlines()
    assert lines[1] == '  graph [label="Testham (around Panel)", labelloc=t];'
    friends = "Friends\\n(group, outside the\\narrangement, proposed)"
    assert lines[4:-1] == [
        '  n1 [label="Board\\n(group, tier 1)", shape=box];',
        '  n2 [label="Panel\\n(group, tier 2)", shape=box];',
        '  n3 [label="Council\\n(body)", shape=box, style="rounded"];',
        f'  n4 [label="{friends}", shape=box, style="dashed"];',
        "  { rank=same; n1; }",
        "  { rank=same; n2; }",
        '  n1 -> n2 [label="reports to", penwidth=2.5, dir=back];',
        '  n4 -> n2 [label="works with\\n(proposed)", style=dashed];',
        '  n1 -> n4 [label="informs\\n(if asked)", style=dashed];',
        '  n3 -> n2 [label="funds\\n(half of it)"];',
        '  n3 -> n1 [label="funds"];',
    ]


def test_a_graph_without_edges_shows_its_nodes() -> None:
    board = masa.Group(name="Board")
    bare = masa.governance(masa.Arrangement(id="a", title="A", groups=(board,)))
    assert '"Board #40;group#41;"' in bare.to_mermaid()
    assert "Nothing is stated here of what one does to another." in bare.to_text()


def test_graphml_numbers_the_edges() -> None:
    read: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.parse_graphml(SMALL.to_graphml()))
    assert read.number_of_edges("Panel", "Board") == 2
    assert sorted(key for _, _, key in read.edges(keys=True)) == list(range(1, 10))
    assert read.nodes["Board"]["tier"] == 1
    assert read.graph["name"] == "Testham"


def test_graphml_of_a_part_has_only_that() -> None:
    read = nx.parse_graphml(SMALL.to_graphml(kinds=[masa.Verb.FUNDS]))
    assert list(read) == ["Council", "Panel", "Board"]
    assert read.graph["name"] == "Testham (only: funds)"


def test_rows_have_one_for_each_edge() -> None:
    rows = SMALL.to_records()
    assert len(rows) == len(SMALL.edges)
    assert rows[3] == {
        "from": "Panel",
        "kind": "reports to",
        "to": "Board",
        "says": "",
        "standing": "in force",
        "condition": "",
        "independent": "",
        "place": "s.1",
    }
    told = [row for row in BARNET.to_records() if row["independent"]]
    assert told[0]["kind"] == "scrutinises"
    assert told[0]["independent"] == "yes"


@pytest.mark.parametrize("name", ["to_mermaid", "to_dot", "to_graphml", "to_text"])
def test_what_is_not_there_cannot_be_left(name: str) -> None:
    with pytest.raises(masa.UnknownNameError, match='did you mean "Panel"'):
        getattr(SMALL, name)(around="Pannel")
    with pytest.raises(masa.KindError, match='did you mean "funds"'):
        getattr(SMALL, name)(kinds=["fund"])


class TestATierThatIsOnlyProposed:
    """It is shown as what is printed, and nowhere as settled."""

    PLANNED = masa.governance(
        masa.loads("""
id = "testham"
title = "Testham"

[[groups]]
name = "Executive"
tier = { is = 1, standing = "proposed" }

[[groups]]
name = "Board"
tier = 1

[[groups]]
name = "Panel"
tier = [{ is = 2, standing = "proposed" }, { is = 3, standing = "proposed" }]

[[groups]]
name = "Friends"
outside = "national"
tier = { is = 2, standing = "to be consulted on" }
""")
    )

    @pytest.mark.parametrize(
        ("name", "settled", "proposed", "stated"),
        [
            pytest.param("Executive", None, 1, 1, id="a tier that is proposed"),
            pytest.param("Board", 1, None, 1, id="a tier that is settled"),
            pytest.param("Panel", None, None, None, id="two proposals that differ"),
        ],
    )
    def test_is_kept_apart(
        self, name: str, settled: int | None, proposed: int | None, stated: int | None
    ) -> None:
        node = self.PLANNED[name]
        assert node.tier == settled
        assert node.proposed_tier == proposed
        assert node.stated_tier == stated

    def test_is_marked_in_words(self) -> None:
        text = self.PLANNED.to_text()
        headings = [
            line
            for line, under in pairwise(text.splitlines())
            if set(under) == {"-"} and line
        ]
        assert headings[:4] == [
            "Tier 1",
            "Tier 1 (proposed)",
            "Groups and functions of no settled tier",
            "Groups outside the arrangement, at tier 2 (proposed)",
        ]

    def test_is_marked_for_other_programs(self) -> None:
        assert "Executive\\n(group, tier 1 proposed)" in self.PLANNED.to_dot()
        held = self.PLANNED.to_networkx().nodes["Executive"]
        assert held["proposed_tier"] == 1
        assert "tier" not in held

    def test_is_marked_in_a_picture(self) -> None:
        bands = [band.title for band in seen(self.PLANNED.to_svg()).bands]
        assert bands[1:4] == ["Tier 1", "Tier 1 (proposed)", "Tier not stated"]


def test_two_of_one_name_are_told_apart() -> None:
    board = masa.Group(name="Board")
    areas = [masa.Arrangement(id=i, title=i, groups=(board,)) for i in ("ab", "cd")]
    written = masa.governance(masa.Atlas(areas)).to_dot()
    assert "Board [ab]\\n(group)" in written
    assert "Board [cd]\\n(group)" in written


def test_two_of_one_name_are_told_apart_by_ids_that_begin_with_it() -> None:
    two = masa.loads(
        """
id = "x"
title = "X"
groups = [{ name = "0", id = "0" }, { name = "0", id = "01" }]
"""
    )
    for written in (masa.governance(two).to_dot, masa.governance(two).to_mermaid):
        assert "01" in written()


def test_what_is_only_proposed_for_a_tier_is_written_among_those_on_it() -> None:
    graph = masa.governance(
        masa.loads(
            """
id = "x"
title = "X"
groups = [{ name = "Board" }]
functions = [{ name = "Audit", tier = { is = 1, condition = "if agreed" } }]
"""
        )
    )
    written = graph.to_dot()
    assert written.index("Audit") < written.index("Board")


def test_networkx_has_as_data_what_is_counted() -> None:
    text = """
id = "toy"
title = "Toy"
posts = [{ name = "Chief" }]
bodies = [{ name = "Council" }]
budgets = [{ year = "2019/20", contributions = [
  { payer = "Council", amount = '100.50' },
  { payer = "Chief", amount = { is = 7, standing = "proposed" } },
] }]
[[groups]]
name = "Board"
members = [
  { holder = "Council", count = 3, role = "non-executive" },
  { holder = "Chief", holding = "vacant", count = [{ is = 1 }, { is = 2 }] },
]
"""
    plain = masa.governance(masa.loads(text)).to_networkx()
    assert plain.nodes["Board"]["arrangement"] == "toy"
    told = {
        (one, other): {k: v for k, v in edge.items() if k not in {"kind", "standing"}}
        for one, other, edge in plain.edges(data=True)
    }
    assert told == {
        ("Council", "Board"): {"says": "non-executive", "role": "non-executive"}
        | {"count": 3},
        ("Chief", "Board"): {"holding": "vacant"},
        ("Council", "Toy"): {"says": "£100.50 in 2019/20", "pence": 10050},
        ("Chief", "Toy"): {"says": "£7 (proposed) in 2019/20"},
    }


def test_networkx_has_nothing_of_independence_that_is_stated_as_none() -> None:
    told = masa.governance(
        masa.loads(
            """
id = "x"
title = "X"
bodies = ["Board", "Panel"]
relations = [
  { source = "Board", verb = "scrutinises", target = "Panel", \
independence = { none = true } },
]
"""
        )
    )
    ((*_, edge),) = told.to_networkx().edges(data=True)
    assert "independent" not in edge


ASKED = 'holder = "Chief", requires = ["can commit money", "leads health"]'


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        pytest.param(
            ASKED, {"requires": "can commit money; leads health"}, id="what it asks"
        ),
        pytest.param(
            'holder = "Chief", beyond_minimum = true',
            {"beyond_minimum": "yes"},
            id="beyond what the law asks",
        ),
        pytest.param('holder = "Chief", beyond_minimum = false', {}, id="not beyond"),
        pytest.param(
            'holder = "Chief", beyond_minimum = [true, false]', {}, id="both are stated"
        ),
        pytest.param(
            f"{ASKED}, beyond_minimum = true, count = 2",
            {"count": 2, "requires": "can commit money; leads health"}
            | {"beyond_minimum": "yes"},
            id="with a number",
        ),
    ],
)
def test_an_edge_tells_what_a_seat_asks(seat: str, told: dict[str, object]) -> None:
    text = (
        'id = "toy"\ntitle = "Toy"\nposts = [{ name = "Chief" }]\n'
        f'[[groups]]\nname = "Board"\nmembers = [{{ {seat} }}]\n'
    )
    graph = masa.governance(masa.loads(text))
    (edge,) = [one for one in graph.edges if one.verb is masa.Verb.MEMBER_OF]
    assert dict(edge.details) == told
    plain = graph.to_networkx()
    ((_, _, held),) = plain.edges("Chief", data=True)
    assert {key: held[key] for key in held if key in told} == told
    ((*_, read),) = nx.parse_graphml(graph.to_graphml()).edges("Chief", data=True)
    assert {key: read[key] for key in told} == told
    gml = "\n".join(nx.generate_gml(plain))
    assert all(f"{key} " in gml for key in told)


def test_networkx_has_nothing_of_a_node_that_nobody_states() -> None:
    node = masa.GovernanceNode(key="X", name="X", kind=masa.NodeKind.GROUP)
    graph = masa.Governance(title="X", nodes=(node,), edges=(), arrangements=())
    told = {"name": "X", "kind": "group", "standing": "in force"}
    assert graph.to_networkx().nodes["X"] == told
