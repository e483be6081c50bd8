"""A flowchart of Mermaid: every arrow points down, and no data is ever code."""

import pytest

from masa.ground.mermaid import to_mermaid
from masa.ground.networks import Arrow, Box, BoxShape, Network, Stroke


def lines(*boxes: Box, arrows: tuple[Arrow, ...] = (), title: str = "T") -> list[str]:
    """Write boxes and arrows, and give the lines below the first two."""
    return to_mermaid(Network(title=title, boxes=boxes, arrows=arrows)).splitlines()[2:]


def box(key: str) -> Box:
    return Box(key=key, name=key.upper())


def test_begins_with_its_title_as_a_comment() -> None:
    written = to_mermaid(Network(title="Testham (a part)", boxes=(), arrows=()))
    assert written == "%% Testham #40;a part#41;\nflowchart TD\n"


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        (BoxShape.PLAIN, 'n1["Board"]'),
        (BoxShape.ROUNDED, 'n1("Board")'),
        (BoxShape.PILL, 'n1(["Board"])'),
        (BoxShape.DOUBLE, 'n1[["Board"]]'),
        (BoxShape.HEXAGON, 'n1{{"Board"}}'),
        (BoxShape.SLANTED, 'n1[/"Board"/]'),
        (BoxShape.FLAG, 'n1>"Board"]'),
    ],
)
def test_has_a_sign_for_each_shape(shape: BoxShape, written: str) -> None:
    assert lines(Box(key="b", name="Board", shape=shape)) == [f"  {written}"]


def test_a_note_stands_in_brackets_after_the_name() -> None:
    assert lines(Box(key="b", name="Board", note="group, tier 1")) == [
        '  n1["Board #40;group, tier 1#41;"]'
    ]


@pytest.mark.parametrize(
    ("stroke", "line"),
    [(Stroke.PLAIN, "-->"), (Stroke.HEAVY, "==>"), (Stroke.DASHED, "-.->")],
)
def test_has_a_line_for_each_stroke(stroke: Stroke, line: str) -> None:
    arrow = Arrow(source="a", target="b", words="oversees", stroke=stroke)
    written = lines(box("a"), box("b"), arrows=(arrow,))
    assert written[2:] == [f'  n1 {line}|"oversees"| n2']


def test_an_arrow_that_rises_is_written_from_above() -> None:
    arrow = Arrow(
        source="b",
        target="a",
        words="reports to",
        back="has reporting to it",
        note="yearly",
        rises=True,
    )
    assert lines(box("a"), box("b"), arrows=(arrow,))[2:] == [
        '  n1 -->|"has reporting to it #40;yearly#41;"| n2'
    ]


def test_boxes_with_a_dashed_outline_share_a_class() -> None:
    dashed = [Box(key=key, name=key, is_dashed=True) for key in "ac"]
    assert lines(dashed[0], box("b"), dashed[1])[3:] == [
        "  classDef dashed stroke-dasharray:6 4",
        "  class n1,n3 dashed",
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("St Mary's, a-b 3", "St Mary's, a-b 3", id="plain words"),
        pytest.param('"]; click n1', "#34;#93;#59; click n1", id="an end and a click"),
        pytest.param("%%{init}%%", "#37;#37;#123;init#125;#37;#37;", id="a directive"),
        pytest.param("#35;", "#35;35#59;", id="an entity"),
        pytest.param("<b>", "#60;b#62;", id="a tag"),
        pytest.param("é漢🏠", "#233;#28450;#127968;", id="letters of other scripts"),
        pytest.param("a\nb", "a#10;b", id="a new line"),
        pytest.param("No. one.", "No. one.", id="full stops after words"),
        pytest.param("1. a", "1#46; a", id="what would start a numbered list"),
        pytest.param("- a", "#45; a", id="what would start a list"),
        pytest.param("---", "#45;#45;#45;", id="a rule"),
        pytest.param("www.x.y", "www#46;x#46;y", id="an address"),
        pytest.param("`a` *b* _c_", "#96;a#96; #42;b#42; #95;c#95;", id="markup"),
    ],
)
def test_whatever_might_mean_something_is_an_entity(name: str, written: str) -> None:
    assert lines(Box(key="b", name=name)) == [f'  n1["{written}"]']
