"""What is written for other programs is read by them, and says what the graph says.

Each reader here is independent of the writer: a strict grammar of the part of Mermaid
that is used, pydot for DOT, networkx and an XML parser for GraphML.
"""

import re
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

import networkx as nx
import pydot
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token, Tree

import masa
from masa.ground.dot import to_dot
from masa.ground.mermaid import to_mermaid
from masa.ground.networks import Arrow, Box, Network
from masa.ground.plurals import agreeing
from masa.model.governance.views import selected
from masa.model.relations import Direction
from masa.strategies import arrangements

MERMAID = Lark(
    r"""
    start: "%%" TITLE _NL "flowchart TD" _NL (_IN node _NL)* (_IN edge _NL)* dashed?
    node: ID ( "[" LABEL "]" | "(" LABEL ")" | "([" LABEL "])" | "[[" LABEL "]]"
        | "{{" LABEL "}}" | "[/" LABEL "/]" | ">" LABEL "]" )
    edge: ID LINE "|" LABEL "| " ID
    dashed: _IN _CLASS _NL _IN "class " ids " dashed" _NL
    _CLASS: "classDef dashed stroke-dasharray:6 4"
    ids: ID ("," ID)*
    LINE: " -->" | " ==>" | " -.->"
    ID: /n[1-9][0-9]*/
    LABEL: /"([A-Za-z0-9 ,.'-]|#[0-9]+;)+"/
    TITLE: /( ([A-Za-z0-9 ,.'-]|#[0-9]+;)+)/
    _IN: "  "
    _NL: "\n"
    """,
    parser="lalr",
)
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
HOSTILE = [
    '"];',
    '"] --> n2["x"]',
    "n1 --> n2",
    "%%{init: {}}%%",
    "%% a",
    "---",
    "click n1 href",
    "subgraph x",
    "end",
    "a;b",
    "#35;",
    "#quot;",
    "`a`",
    "1. a",
    "- a",
    "<b>a</b>",
    "<script>alert(1)</script>",
    "&lt;",
    "&amp;amp;",
    "&#60;",
    "&",
    '"',
    "'",
    "\\",
    '\\"',
    "\\n",
    "\\N",
    "a\\",
    "//a",
    "/* a",
    "# a",
    '" URL="javascript:alert(1)',
    "]]>",
    "<!--",
    "<![CDATA[x]]>",
    "|a|",
    "{a}",
    "[a]",
    "a  b",
    "é漢🏠",
    "x" * 200,
    "word " * 30 + "end",
]
some = settings(max_examples=25)
pytestmark = pytest.mark.filterwarnings(  # pydot calls its own parser by old names
    "ignore:.* deprecated - use .*:DeprecationWarning"
)
hostile = st.sampled_from(HOSTILE)


class Drawn(NamedTuple):
    """What a reader found: the labels of boxes, and of arrows with their ends."""

    boxes: list[str]
    arrows: list[tuple[str, str, str]]


def read_mermaid(text: str) -> Drawn:
    """Read a flowchart, each arrow from the upper box to the lower."""
    tree = MERMAID.parse(text)
    labels = {
        str(node.children[0]): _decoded(node.children[1])
        for node in tree.find_data("node")
    }
    arrows = []
    for edge in sorted(tree.find_data("edge"), key=_line_of):
        upper, _, label, lower = map(str, edge.children)
        arrows.append((labels[upper], _decoded(label), labels[lower]))
    for ids in tree.find_data("ids"):
        assert set(map(str, ids.children)) <= labels.keys()
    return Drawn(list(labels.values()), arrows)


def _line_of(tree: Tree[Token]) -> int:
    first = tree.children[0]
    assert isinstance(first, Token)
    return first.line or 0


def _decoded(label: object) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), str(label).strip('"'))


def read_dot(text: str) -> Drawn:
    """Read a graph by pydot, each arrow from its source to its target."""
    (graph,) = pydot.graph_from_dot_data(text) or []
    labels, arrows = dict[str, str](), []
    for node in graph.get_nodes():
        assert set(node.get_attributes()) <= {
            *("label", "labelloc", "fontname", "fontsize"),
            *("shape", "style", "peripheries"),
        }
        if node.get_name() not in {"node", "edge", "graph"}:
            labels[node.get_name()] = _unquoted(node.get("label"))
    for edge in graph.get_edges():
        given = edge.get_attributes()
        assert set(given) <= {"label", "style", "penwidth", "dir"}
        ends = labels[str(edge.get_source())], labels[str(edge.get_destination())]
        source, target = reversed(ends) if given.get("dir") == "back" else ends
        arrows.append((source, _unquoted(str(given["label"])), target))
    return Drawn(list(labels.values()), arrows)


def _unquoted(label: str) -> str:
    """Take the quotes off, as the language says, with each new line as a space."""
    assert label[0] == label[-1] == '"'
    signs = {"\\": "\\", '"': '"', "n": " "}
    plain = re.sub(r"\\(.)", lambda found: signs[found[1]], label[1:-1])
    return plain.replace("&amp;", "&")


def one_line(text: str) -> str:
    return text.replace("\n", " ")


def begins(label: str, words: str) -> bool:
    """Whether a label is these words, and perhaps a note in brackets."""
    return label == words or (label.startswith(f"{words} (") and label.endswith(")"))


class TestAnyText:
    """Every label is recovered, whatever stands in it."""

    @pytest.mark.parametrize("text", HOSTILE)
    def test_stays_a_label(self, text: str) -> None:
        network = Network(
            title=text,
            boxes=(Box(key="a", name=text), Box(key=text, name="b", note=text)),
            arrows=(Arrow(source="a", target=text, words=text, note=text),),
        )
        drawn = Drawn(
            [text, f"b ({text})"], [(text, f"{text} ({text})", f"b ({text})")]
        )
        assert read_mermaid(to_mermaid(network)) == drawn
        assert read_dot(to_dot(network)) == drawn

    @given(st.lists(hostile, min_size=1, max_size=4), st.sampled_from(["", " "]))
    def test_of_several_pieces_stays_a_label(self, parts: list[str], gap: str) -> None:
        text = gap.join(parts)
        network = Network(title=text, boxes=(Box(key="a", name=text),), arrows=())
        assert read_mermaid(to_mermaid(network)).boxes == [text]
        assert read_dot(to_dot(network)).boxes == [text]

    def test_as_a_name_goes_through_every_writer(self) -> None:
        names = [one for one in HOSTILE if one == one.strip()]
        found = masa.governance(
            masa.Arrangement(
                id="hostile",
                title="; ".join(HOSTILE)[:150],
                groups=tuple(
                    masa.Group(name=name, reports_to=(masa.Statement(value=names[0]),))
                    for name in names
                ),
            )
        )
        for drawn in (read_mermaid(found.to_mermaid()), read_dot(found.to_dot())):
            assert drawn.boxes == [f"{name} (group)" for name in names]
            assert len(drawn.arrows) == len(names)
        root = ET.fromstring(found.to_graphml())  # noqa: S314 (we wrote it)
        written = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
        assert set(names) < written
        told = "".join(found.to_text().split())
        assert all("".join(name.split()) in told for name in names)


def shown(graph: masa.Governance) -> list[masa.GovernanceNode]:
    """Give the nodes that have an edge, or all if none has; the highest tier first."""
    joined = {end for edge in graph.edges for end in (edge.source, edge.target)}
    nodes = [node for node in graph.nodes if node.key in joined] or list(graph.nodes)
    heights = {node.key: node.proposed_tier for node in nodes}
    heights |= {node.key: node.tier for node in nodes if node.tier is not None}
    tiers = sorted({tier for tier in heights.values() if tier is not None})
    return [n for tier in (*tiers, None) for n in nodes if heights[n.key] == tier]


def same(graph: masa.Governance, drawn: Drawn, said: set[tuple[str, str, str]]) -> None:
    """Hold what a reader found against the nodes of a graph and what is said."""
    nodes = shown(graph)
    assert len(drawn.boxes) == len(nodes) == len(set(drawn.boxes))
    for label, node in zip(drawn.boxes, nodes, strict=True):
        assert label.startswith(f"{one_line(node.called)} ({node.kind.value}")
        assert (node.standing.value in label) >= (not node.standing.is_settled)
    keys = dict(zip(drawn.boxes, (node.key for node in nodes), strict=True))
    arrows = {(keys[upper], label, keys[lower]) for upper, label, lower in drawn.arrows}
    for source, label, target in arrows:
        assert any(
            (source, target) == (one, two) and begins(label, words)
            for one, words, two in said
        )
    for one, words, two in said:
        assert any((s, t) == (one, two) and begins(w, words) for s, w, t in arrows)


class TestArrangements:
    """Whatever an arrangement is like, other programs read the same graph."""

    @some
    @given(arrangements())
    def test_mermaid_has_each_node_and_each_edge_downwards(
        self, arrangement: masa.Arrangement
    ) -> None:
        found = masa.governance(arrangement)
        drawn = read_mermaid(found.to_mermaid())
        drawn = Drawn(
            [one_line(label) for label in drawn.boxes],
            [(one_line(a), one_line(w), one_line(b)) for a, w, b in drawn.arrows],
        )
        said = set()
        for edge in found.edges:
            if edge.verb.direction is Direction.UP:
                said.add((edge.target, edge.verb.seen_back, edge.source))
            else:
                said.add((edge.source, edge.verb.value, edge.target))
        same(found, drawn, said)

    @some
    @given(arrangements())
    def test_dot_has_each_node_and_each_edge(
        self, arrangement: masa.Arrangement
    ) -> None:
        found = masa.governance(arrangement)
        said = {(edge.source, edge.verb.value, edge.target) for edge in found.edges}
        same(found, read_dot(found.to_dot()), said)

    @some
    @given(arrangements())
    def test_graphml_has_all_that_networkx_is_given(
        self, arrangement: masa.Arrangement
    ) -> None:
        found = masa.governance(arrangement)
        written, given_ = found.to_graphml(), found.to_networkx()
        read = nx.read_graphml(BytesIO(written.encode()), force_multigraph=True)
        assert list(read.nodes(data=True)) == list(given_.nodes(data=True))
        edges = [
            (source, target, {k: v for k, v in values.items() if k != "id"})
            for source, target, values in read.edges(data=True)
        ]
        assert edges == list(given_.edges(data=True))
        root = ET.fromstring(written)  # noqa: S314 (we wrote it)
        ids = [edge.get("id") for edge in root.iter(f"{GRAPHML}edge")]
        assert len(ids) == len(set(ids)) == len(found.edges)
        types = {key.get("attr.type") for key in root.iter(f"{GRAPHML}key")}
        assert types <= {"string", "long"}

    @some
    @given(arrangements())
    def test_text_names_everybody_and_keeps_to_the_width(
        self, arrangement: masa.Arrangement
    ) -> None:
        found = masa.governance(arrangement)
        text = found.to_text()
        told = "".join(text.split())
        assert all("".join(node.name.split()) in told for node in found.nodes)
        for edge in found.edges:
            name = found.ties.nodes[edge.target].name
            verbs = (agreeing(edge.verb.value, plural=many) for many in (False, True))
            said = (f"{verb}{the}{name}" for verb in verbs for the in ("", "the"))
            assert any("".join(one.split()) in told for one in said)
        for line in text.splitlines():
            words = line.lstrip(" -").split()
            assert len(line) <= 100 or len(words) == 1

    @some
    @given(arrangements(min_size=1), st.data())
    def test_a_part_around_a_node_is_written_like_the_whole(
        self, arrangement: masa.Arrangement, data: st.DataObject
    ) -> None:
        found = masa.governance(arrangement)
        centre = data.draw(st.sampled_from(found.nodes))
        part = selected(found, around=centre)
        near = {e.source for e in found.edges if e.target == centre.key}
        near |= {e.target for e in found.edges if e.source == centre.key}
        assert {node.key for node in part.nodes} == near | {centre.key}
        assert found.to_mermaid(around=centre) == part.to_mermaid()
        assert found.to_dot(around=centre) == part.to_dot()
        assert found.to_graphml(around=centre) == part.to_graphml()
        assert found.to_text(around=centre) == part.to_text()
