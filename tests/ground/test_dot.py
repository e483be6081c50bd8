"""A graph in the DOT language: every text is quoted, and is nothing but text."""

import pytest

from masa.ground.dot import to_dot
from masa.ground.networks import Arrow, Box, BoxShape, Network, Stroke


def lines(*boxes: Box, arrows: tuple[Arrow, ...] = ()) -> list[str]:
    """Write boxes and arrows, and give the lines that are about them."""
    network = Network(title="T", boxes=boxes, arrows=arrows)
    return to_dot(network).splitlines()[4:-1]


def box(key: str, rank: int | None = None) -> Box:
    return Box(key=key, name=key.upper(), rank=rank)


def test_is_a_directed_graph_under_its_title() -> None:
    assert to_dot(Network(title='A "part"', boxes=(), arrows=())) == (
        "digraph {\n"
        '  graph [label="A \\"part\\"", labelloc=t];\n'
        '  node [fontname="Helvetica"];\n'
        '  edge [fontname="Helvetica", fontsize=10];\n'
        "}\n"
    )


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        (BoxShape.PLAIN, "shape=box"),
        (BoxShape.ROUNDED, 'shape=box, style="rounded"'),
        (BoxShape.PILL, "shape=ellipse"),
        (BoxShape.DOUBLE, "shape=box, peripheries=2"),
        (BoxShape.HEXAGON, "shape=hexagon"),
        (BoxShape.SLANTED, "shape=parallelogram"),
        (BoxShape.FLAG, "shape=note"),
    ],
)
def test_has_a_form_for_each_shape(shape: BoxShape, written: str) -> None:
    one = Box(key="b", name="Board", shape=shape)
    assert lines(one) == [f'  n1 [label="Board", {written}];']


@pytest.mark.parametrize(
    ("shape", "written"),
    [(BoxShape.PLAIN, "dashed"), (BoxShape.ROUNDED, "rounded,dashed")],
)
def test_an_outline_may_be_dashed(shape: BoxShape, written: str) -> None:
    one = Box(key="b", name="Board", shape=shape, is_dashed=True)
    assert lines(one) == [f'  n1 [label="Board", shape=box, style="{written}"];']


def test_boxes_of_one_rank_stand_side_by_side() -> None:
    boxes = (box("a", 2), box("b", 1), box("c"), box("d", 2))
    assert lines(*boxes)[4:] == [
        "  { rank=same; n2; }",
        "  { rank=same; n1; n4; }",
    ]


@pytest.mark.parametrize(
    ("stroke", "written"),
    [
        (Stroke.PLAIN, ""),
        (Stroke.HEAVY, ", penwidth=2.5"),
        (Stroke.DASHED, ", style=dashed"),
    ],
)
def test_has_a_line_for_each_stroke(stroke: Stroke, written: str) -> None:
    arrow = Arrow(source="a", target="b", words="oversees", stroke=stroke)
    assert lines(box("a"), box("b"), arrows=(arrow,))[2:] == [
        f'  n1 -> n2 [label="oversees"{written}];'
    ]


def test_an_arrow_that_rises_is_written_from_above_and_drawn_upwards() -> None:
    arrow = Arrow(source="b", target="a", words="reports to", note="x", rises=True)
    assert lines(box("a"), box("b"), arrows=(arrow,))[2:] == [
        '  n1 -> n2 [label="reports to\\n(x)", dir=back];'
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param('a"b', 'a\\"b', id="a quotation mark"),
        pytest.param("a\\", "a\\\\", id="a backslash at the end"),
        pytest.param("\\N\\n", "\\\\N\\\\n", id="what stands for the name of a node"),
        pytest.param("&lt; &#60; &", "&amp;lt; &amp;#60; &", id="entities"),
        pytest.param("<b>x</b>", "<b>x</b>", id="a tag, which in quotes is none"),
        pytest.param("a\nb", "a\\nb", id="a new line"),
        pytest.param("x" * 40, "x" * 40, id="a long word is left whole"),
        pytest.param(
            "Barnet Clinical Commissioning Group",
            "Barnet Clinical\\nCommissioning Group",
            id="long names are broken at spaces",
        ),
        pytest.param("a  b", "a  b", id="two spaces"),
    ],
)
def test_a_name_means_nothing_but_itself(name: str, written: str) -> None:
    assert lines(Box(key="b", name=name)) == [f'  n1 [label="{written}", shape=box];']
