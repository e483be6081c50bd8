"""A chart is one picture of bands, blocks and lines that needs nothing but itself."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from chart_geometry import faults, seen
from masa.ground.chart_painting import painted
from masa.ground.charts import (
    Band,
    Box,
    Card,
    Chart,
    Head,
    Kind,
    Link,
    Outline,
    Pill,
    Sign,
)
from masa.ground.errors import KindError, RangeError, UnknownNameError

GOLDEN = Path(__file__).parent / "golden"
REPORTS = Kind(words="reports to")
OVERSEES = Kind(words="oversees", width=2.5)
SITS_ON = Kind(words="is a member of", head=Head.RING, width=1)
CHAIRS = Kind(words="chairs", head=Head.DISC)
SCRUTINISES = Kind(words="scrutinises", head=Head.OPEN, dashes="8 4")
INFORMS = Kind(words="informs", head=Head.LINES, dashes="4 3")
LIAISES = Kind(words="liaises with", head=Head.NONE, dashes="2 4")
PROPOSED = Sign(mark="?", words="proposed, or on a condition", dashes="1 4")
NEW = Sign(mark="+", words="new")


def link(source: str, kind: Kind, target: str, sign: Sign | None = None) -> Link:
    return Link(source=source, kind=kind, target=target, sign=sign)


def cards(*names: str) -> tuple[Card, ...]:
    return tuple(Card(key=name, title=name.upper()) for name in names)


def pills(*names: str) -> tuple[Pill, ...]:
    return tuple(Pill(key=name, title=name) for name in names)


def stacked(*bands: str, links: tuple[Link, ...] = ()) -> Chart:
    """Make a chart of cards with one-letter names, a band for each word."""
    levels = (Band(label=f"Band {word}", blocks=cards(*word)) for word in bands)
    return Chart(title="A title", bands=tuple(levels), links=links)


def checked(chart: Chart, *, width: int = 1600, landscape: bool = False) -> str:
    """Draw a chart, see that nothing is wrong with it and that lines end rightly."""
    picture = painted(chart, width=width, landscape=landscape)
    assert faults(picture) == []
    drawing, names = seen(picture), chart.titles
    assert [drawing.ends(line) for line in drawing.lines] == [
        (names[link.source], names[link.target]) for link in chart.links
    ]
    return picture


FORUM = Card(
    key="forum",
    title="Leadership Forum",
    lines=("Chair: rotates among the safeguarding partners", "Meets: every two months"),
)
REVIEW = Card(
    key="review",
    title="Learning and Review Group",
    lines=("Chair: independent", "Meets: quarterly / monthly"),
    marks=("contradicts itself: how often it meets",),
)
QUALITY = Card(key="quality", title="Quality Assurance and Performance Group")
BOARD = Card(
    key="board",
    title="Improvement Board",
    marks=("proposed",),
    outline=Outline.DASHED,
)
COUNCIL = Box(
    key="council",
    title="The council",
    pills=(
        *pills("Chief Executive", "Director of Children's Services"),
        Pill(key="officer", title="an officer", outline=Outline.DASHED),
        Pill(key="lado", title="LADO", outline=Outline.HEAVY),
    ),
    outline=Outline.HEAVY,
)
HEALTH = Box(
    key="health",
    title="Health",
    pills=pills("Chief Operating Officer", "Designated Doctor", "Designated Nurse"),
)
WHOLE = Chart(
    title="Who meets, and who reports to whom",
    bands=(
        Band(label="Safeguarding partners", blocks=(COUNCIL, HEALTH)),
        Band(label="Tier 1", blocks=(FORUM,)),
        Band(label="Tier 2", blocks=(REVIEW, QUALITY)),
        Band(label="Tier not stated", blocks=(BOARD,)),
    ),
    links=(
        link("review", REPORTS, "forum"),
        link("quality", REPORTS, "forum"),
        link("board", REPORTS, "forum", PROPOSED),
        link("Chief Executive", SITS_ON, "forum"),
        link("Chief Operating Officer", SITS_ON, "forum", NEW),
        link("council", CHAIRS, "forum"),
        link("lado", LIAISES, "quality"),
        link("forum", OVERSEES, "review"),
        link("Designated Doctor", INFORMS, "Designated Nurse"),
        link("board", SCRUTINISES, "officer"),
    ),
    notes=("3 further ties are not drawn.",),
)


def test_is_as_it_was_last_seen_by_a_person() -> None:
    golden = (GOLDEN / "chart.svg").read_text(encoding="utf-8")
    assert checked(WHOLE) + "\n" == golden


def test_says_in_words_what_it_shows() -> None:
    said = WHOLE.description
    assert said.startswith("Safeguarding partners: The council (Chief Executive, ")
    assert "Tier 1: Leadership Forum (Chair: rotates" in said
    assert "Meets: quarterly / monthly; contradicts itself: how often it meets)" in said
    assert "Tier not stated: Improvement Board (proposed)." in said
    assert "Learning and Review Group reports to Leadership Forum." in said
    assert "to Leadership Forum (proposed, or on a condition)." in said
    assert said.endswith("3 further ties are not drawn.")
    assert f"<desc>{said.replace(chr(39), '&#x27;')}</desc>" in painted(WHOLE)


def test_of_nothing_says_so() -> None:
    picture = checked(Chart(title="Nothing"))
    assert ">There is nothing to show.</text>" in picture
    assert "<desc>There is nothing to show.</desc>" in picture
    assert "Key" not in picture


def test_of_nothing_is_a_sheet_of_a4_too() -> None:
    checked(Chart(title="Nothing"), landscape=True)


def test_a_band_without_blocks_is_left_out() -> None:
    chart = stacked("a", "", "b")
    drawing = seen(checked(chart))
    assert [band.title for band in drawing.bands] == ["Band a", "Band b"]
    assert chart.description == "Band a: A. Band b: B."


def test_a_box_without_pills_and_a_card_without_a_name_are_drawn() -> None:
    blocks = (Box(key="a", title="A box"), Card(key="b", title=""))
    drawing = seen(checked(Chart(title="", bands=(Band(label="", blocks=blocks),))))
    assert [block.title for block in drawing.blocks] == ["A box", ""]


def test_a_line_between_neighbours_in_a_row_has_no_bend() -> None:
    drawing = seen(checked(stacked("a", "b", links=(link("b", REPORTS, "a"),))))
    assert [len(line.points) for line in drawing.lines] == [2]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        pytest.param(("ab",), "ab", id="in the only row"),
        pytest.param(("a", "bc"), "bc", id="in a lower row"),
        pytest.param(("a",), "aa", id="to itself"),
        pytest.param(("a", "b", "c"), "ac", id="past a row"),
        pytest.param(("a", "b", "c", "d"), "ad", id="downwards past two rows"),
        pytest.param(("a", "b", "c", "d"), "da", id="upwards past two rows"),
    ],
)
def test_a_line_may_go(words: tuple[str, ...], ends: str) -> None:
    checked(stacked(*words, links=(link(ends[0], REPORTS, ends[1]),)))


def test_many_lines_make_a_block_as_wide_as_they_need() -> None:
    names = "abcdefghijklmnopqrstuvwxyz"
    links = tuple(link(name, REPORTS, "Z") for name in names)
    drawing = seen(checked(stacked("Z", names, links=links)))
    frame = drawing.blocks[0].frame
    assert frame.right - frame.left == 20 * 27


def test_lines_of_one_pill_leave_it_one_below_the_other() -> None:
    chart = Chart(
        title="",
        bands=(
            Band(label="", blocks=cards(*"abc")),
            Band(label="", blocks=(Box(key="box", title="", pills=pills("p")),)),
            Band(label="", blocks=cards(*"def")),
        ),
        links=tuple(link("p", REPORTS, name) for name in "adbecf"),
    )
    drawing = seen(checked(chart))
    heights = [line.points[0][1] for line in drawing.lines]
    assert len(set(heights)) == 6
    assert heights[0] < heights[1]


@pytest.mark.parametrize(
    ("targets", "order"),
    [
        pytest.param("ac", ["p", "q"], id="each on its own side"),
        pytest.param("ca", ["q", "p"], id="turned to their sides"),
    ],
)
def test_pills_stand_towards_where_their_lines_go(
    targets: str, order: list[str]
) -> None:
    box = Box(key="box", title="A heading", pills=pills("p", "q"))
    first, last = (
        link(name, REPORTS, end) for name, end in zip("pq", targets, strict=True)
    )
    above, below = Band(label="", blocks=cards(*"abc")), Band(label="", blocks=(box,))
    chart = Chart(title="", bands=(above, below), links=(first, last))
    (shown,) = (block for block in seen(checked(chart)).blocks if block.pills)
    by_place = sorted(shown.pills, key=lambda pill: pill.frame.left)
    assert [pill.title for pill in by_place] == order


@pytest.mark.parametrize("names", [("p",), ("p", "plain")], ids=["alone", "with one"])
def test_a_pill_is_reached_from_the_right_if_its_line_goes_there(
    names: tuple[str, ...],
) -> None:
    box = Box(key="box", title="A heading", pills=pills(*names))
    chart = Chart(
        title="",
        bands=(Band(label="", blocks=(box, *cards(*"ab"))),),
        links=(link("p", REPORTS, "b"),),
    )
    drawing = seen(checked(chart))
    (pill,) = (thing for thing in drawing.things if thing.title == "p")
    assert drawing.lines[0].points[0][0] == pill.frame.right


def test_rows_wider_than_the_limit_are_broken_into_even_ones() -> None:
    drawing = seen(checked(stacked("abcdefgh"), width=1600))
    tops = [block.frame.top for block in drawing.blocks]
    assert [tops.count(top) for top in sorted(set(tops))] == [4, 4]
    assert drawing.paper.right <= 1600


def passed(many: int) -> Chart:
    """Make a chart of two cards with much text, and lines that pass beside them."""
    lines = (f"Chair: {'somebody or other ' * 5}",) * 3
    middle = tuple(Card(key=one, title=one, lines=lines) for one in ("left", "right"))
    links = tuple(link("a", REPORTS, "z") for _ in range(many))
    levels = cards("a"), middle, cards("z")
    bands = (Band(label=str(n), blocks=blocks) for n, blocks in enumerate(levels))
    return Chart(title="Passed", bands=tuple(bands), links=links)


@pytest.mark.parametrize(
    ("many", "paper", "card"),
    [
        pytest.param(10, 1016, 280, id="there is room for the lines"),
        pytest.param(30, 1076, 240, id="there is room if blocks are narrower"),
        pytest.param(60, 1836, 400, id="there is too little room in any case"),
    ],
)
def test_blocks_are_narrower_where_lines_make_a_row_too_wide(
    many: int, paper: int, card: int
) -> None:
    drawing = seen(checked(passed(many), width=1100))
    (left,) = (block.frame for block in drawing.blocks if block.title == "left")
    assert (drawing.paper.right, left.right - left.left) == (paper, card)


def test_a_narrow_picture_has_one_block_in_a_row() -> None:
    drawing = seen(checked(stacked("abc", links=(link("a", REPORTS, "c"),)), width=480))
    assert len({block.frame.top for block in drawing.blocks}) == 3


@pytest.mark.parametrize("words", [("a",), ("abcdefghijkl",), tuple("abcdefgh")])
def test_a_sheet_of_a4_on_its_side_has_its_proportions(words: tuple[str, ...]) -> None:
    paper = seen(checked(stacked(*words), landscape=True)).paper
    assert paper.right / paper.bottom == pytest.approx(297 / 210, abs=0.001)


def test_on_a_sheet_what_no_line_reaches_stands_beside_a_high_picture() -> None:
    links = tuple(link(one, REPORTS, other) for one, other in pairwise("abcdef"))
    chart = stacked(*"abcdef", "gh", "ij", links=links)
    bands = seen(checked(chart, landscape=True)).bands
    lefts = [band.frame.left for band in bands]
    assert set(lefts[:6]) == {28}
    assert lefts[6] == lefts[7] > bands[0].frame.right
    assert bands[0].frame.top == bands[6].frame.top
    assert len({band.frame.left for band in seen(checked(chart)).bands}) == 1


def test_on_a_sheet_what_no_line_reaches_stands_below_a_wide_picture() -> None:
    chart = stacked("a", "b", "cdefgh", "ij", links=(link("a", REPORTS, "b"),))
    bands = seen(checked(chart, landscape=True)).bands
    assert {band.frame.left for band in bands} == {28}


def test_every_kind_of_line_can_be_told_without_its_colour() -> None:
    picture = checked(WHOLE)
    samples = picture[picture.index("<title>Key and notes</title>") :].split("<g>")
    looks = [
        part.split('<circle cx="46"')[0].split("</title>")[1] for part in samples[1:8]
    ]
    same_place = [look.split(" fill=", 1)[1] for look in looks]
    assert len(set(same_place)) == 7


def test_the_key_names_only_what_occurs_each_by_a_letter() -> None:
    assert seen(checked(WHOLE)).key == [
        ("A", "reports to"),
        ("B", "is a member of"),
        ("C", "chairs"),
        ("D", "liaises with"),
        ("E", "oversees"),
        ("F", "informs"),
        ("G", "scrutinises"),
        ("?", "proposed, or on a condition"),
        ("+", "new"),
    ]


def test_a_sign_stands_beside_the_letter_and_may_change_the_dashes() -> None:
    picture = checked(WHOLE)
    letters = [line.letter for line in seen(picture).lines]
    assert letters[2:5] == ["A?", "B", "B+"]
    assert 'stroke-dasharray="1 4"' in picture


def test_after_the_large_letters_come_the_small_ones() -> None:
    kinds = [Kind(words=f"verb {number}") for number in range(30)]
    links = tuple(link("a", kind, "b") for kind in kinds)
    letters = [
        line.letter for line in seen(checked(stacked("a", "b", links=links))).lines
    ]
    assert letters == list("ABCDEFGHIJKLMNOPQRSTUVWXYZabcd")


def test_a_line_says_its_sentence_under_the_pointer() -> None:
    said = Link(source="a", target="b", kind=REPORTS, says="a reports to b every year")
    drawing = seen(checked(stacked("a", "b", links=(said, link("b", REPORTS, "a")))))
    assert [line.says for line in drawing.lines] == [said.says, "B reports to A"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("x" * 10_000, id="of one word"),
        pytest.param("many words " * 1_000, id="of many words"),
        pytest.param("漢字" * 5_000, id="of wide characters"),
        pytest.param("<script>&\"'" * 1_000, id="of markup"),
    ],
)
def test_a_name_of_ten_thousand_characters_is_cut_and_said_in_full(name: str) -> None:
    box = Box(key="b", title=name, pills=(Pill(key="p", title=name),))
    card = Card(key="c", title=name, lines=(name,), marks=(name,))
    chart = Chart(
        title=name,
        bands=(Band(label=name, blocks=(box, card)),),
        links=(link("c", Kind(words=name), "p"),),
        notes=(name,),
    )
    picture = painted(chart)
    assert faults(picture) == []
    drawing = seen(picture)
    assert [thing.title for thing in drawing.things] == [name] * 3
    assert drawing.paper.bottom < 1000


def test_lines_that_run_together_keep_apart() -> None:
    drawing = seen(
        checked(
            stacked(
                "abc",
                "def",
                links=tuple(link(x, REPORTS, y) for x in "abc" for y in "def"),
            )
        )
    )
    assert len(drawing.lines) == 9


def test_the_same_chart_gives_the_same_picture() -> None:
    assert painted(WHOLE) == painted(WHOLE)
    assert painted(WHOLE, landscape=True) == painted(WHOLE, landscape=True)


@pytest.mark.parametrize("width", [479, 10_001])
def test_refuses_a_width_that_cannot_be_read(width: int) -> None:
    with pytest.raises(RangeError, match="give 480 to 10,000"):
        painted(WHOLE, width=width)


@pytest.mark.parametrize("flag", [1, "yes", None], ids=repr)
def test_refuses_a_flag_that_is_not_yes_or_no(flag: object) -> None:
    given: Any = flag
    with pytest.raises(KindError, match="is not yes or no"):
        painted(WHOLE, landscape=given)


def test_refuses_politely_above_400_blocks() -> None:
    blocks = tuple(Card(key=f"{number}", title="x") for number in range(401))
    assert painted(Chart(title="", bands=(Band(label="", blocks=blocks[1:]),)))
    with pytest.raises(RangeError, match="401 cards and boxes are too many") as raised:
        Chart(title="", bands=(Band(label="", blocks=blocks),))
    assert "draw what is around one thing" in str(raised.value)


def test_refuses_politely_above_2000_pills() -> None:
    names = tuple(Pill(key=f"{number}", title="x") for number in range(2_001))
    box = Box(key="box", title="x", pills=names)
    with pytest.raises(RangeError, match="2,001 names in boxes are too many"):
        Chart(title="", bands=(Band(label="", blocks=(box,)),))


def test_refuses_politely_above_1000_lines() -> None:
    with pytest.raises(RangeError, match="1,001 lines are too many"):
        stacked("a", "b", links=(link("a", REPORTS, "b"),) * 1_001)


def test_refuses_more_kinds_than_there_are_letters() -> None:
    kinds = [Kind(words=f"verb {number}") for number in range(53)]
    with pytest.raises(RangeError, match="53 kinds of line are too many"):
        stacked("a", "b", links=tuple(link("a", kind, "b") for kind in kinds))


def test_refuses_one_key_for_two_things() -> None:
    with pytest.raises(RangeError, match="two things of a chart have one key"):
        stacked("a", "a")


def test_refuses_a_line_to_what_is_not_there() -> None:
    with pytest.raises(UnknownNameError, match="a line ends at 'z'"):
        stacked("a", links=(link("a", REPORTS, "z"),))


class TestTheCheckerSees:
    """What the checks above rely on can fail: a picture is spoilt, and it is seen."""

    @pytest.mark.parametrize(
        ("before", "after", "fault"),
        [
            pytest.param(
                ">A</text>",
                ">ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG</text>",
                "leaves",
                id="a text that leaves its box",
            ),
            pytest.param(
                'width="200"', 'width="700"', "overlap", id="boxes that overlap"
            ),
            pytest.param(
                "<g><title>C reports",
                "<g id='x'><title>C reports",
                "no place",
                id="an id",
            ),
            pytest.param(">reports to</text>", ">reports</text>", "", id="nothing"),
            pytest.param(
                'font-size="14"',
                'font-size="9"',
                "too small",
                id="letters that are too small",
            ),
        ],
    )
    def test_what_is_spoilt(self, before: str, after: str, fault: str) -> None:
        chart = stacked("ab", "cd", links=(link("c", REPORTS, "a"),))
        spoilt = painted(chart).replace(before, after)
        assert any(fault in one for one in faults(spoilt)) == bool(fault)

    def test_lines_on_one_another(self) -> None:
        picture = checked(stacked("a", "b", links=(link("a", REPORTS, "b"),)))
        group = next(row for row in picture.splitlines() if "<title>Lines" in row)
        inside = group.removeprefix("<g><title>Lines</title>").removesuffix("</g>")
        doubled = picture.replace(group, f"<g><title>Lines</title>{inside}{inside}</g>")
        said = " ".join(faults(doubled))
        assert "runs along" in said
        assert "two lines end at" in said

    @pytest.mark.parametrize(
        ("course", "fault"),
        [
            pytest.param("M0 135L900 135", "strikes 'A'", id="through a box"),
            pytest.param("M0 115L900 115", "strikes the name", id="through a label"),
            pytest.param("M0 135L900 135", "hangs in the air", id="from nowhere"),
            pytest.param("M0 135L900 135", "does not stand on it", id="no letter"),
            pytest.param("M0 0L900 135", "runs aslant", id="a slanting line"),
            pytest.param("M0 135L9000 150", "leaves the paper", id="off the paper"),
        ],
    )
    def test_a_line_that_goes_wrong(self, course: str, fault: str) -> None:
        picture = checked(stacked("ab", "cd", links=(link("c", REPORTS, "a"),)))
        before, lines = picture.split("<title>Lines</title>")
        wrong = re.sub(' d="[^"]*"', f' d="{course}"', lines, count=1)
        spoilt = f"{before}<title>Lines</title>{wrong}"
        assert any(fault in one for one in faults(spoilt))
