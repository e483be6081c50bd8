"""A bar chart is one picture that needs nothing but itself."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from masa.ground.bars import BarRow, Fill, ValueBar, bar_chart
from masa.ground.errors import RangeError
from masa.ground.lettering import width_of
from masa.ground.percents import in_per_cent, rounded

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"
LEGEND = (
    (Fill.HATCHED, "today"),
    (Fill.SOLID, "by the rule"),
    (Fill.OPEN, "paid by nobody"),
)
HOSTILE = (
    *("<script>alert(1)</script>", "</text>", "]]>", '" onload="alert(1)', "&nbsp;"),
    *("\0", "\ud800", "e\u0301", "漢字" * 40, "🏠" * 40, "x" * 300, "word " * 80, ""),
)


def bar(fill: Fill, pounds: int | str | None, words: str = "") -> ValueBar:
    value = None if pounds is None else Decimal(pounds)
    return ValueBar(fill=fill, value=value, words=words or f"£{pounds}")


ROWS = (
    BarRow(
        label="London Borough of Barnet",
        bars=[bar(Fill.HATCHED, 195_000), bar(Fill.SOLID, 190_000)],
    ),
    BarRow(
        label="The integrated care board, with a name that goes on for two lines",
        bars=[bar(Fill.HATCHED, 37_500), bar(Fill.SOLID, "43500.50")],
    ),
    BarRow(
        label="Police",
        bars=[bar(Fill.HATCHED, None, "not stated"), bar(Fill.SOLID, 0)],
    ),
    BarRow(label="nobody", bars=[bar(Fill.OPEN, 20_000)]),
)


def drawn(*rows: BarRow, width: int = 900) -> str:
    return bar_chart(
        rows,
        title="Who pays what",
        description="What it says.",
        legend=LEGEND,
        width=width,
    )


def texts(picture: str) -> list[Element]:
    return list(fromstring(picture).iter(f"{SVG}text"))  # noqa: S314 (our own picture)


def test_is_as_it_was_last_seen_by_a_person() -> None:
    assert drawn(*ROWS) + "\n" == (GOLDEN / "bars.svg").read_text(encoding="utf-8")


def test_the_longest_bar_leaves_room_for_its_words() -> None:
    row = BarRow(label="x", bars=[bar(Fill.SOLID, 10, "ten and many more words")])
    (written,) = [one for one in texts(drawn(row)) if one.text and "ten" in one.text]
    end = float(written.attrib["x"]) + width_of(written.text or "", 11)
    assert 880 < end <= 900 - 16


@pytest.mark.parametrize("width", [480, 900, 10_000])
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_name_holds_it_stays_text_within_the_picture(
    hostile: str, width: int
) -> None:
    bars = [bar(fill, 7, hostile or " ") for fill in Fill]
    picture = drawn(BarRow(label=hostile, bars=bars), width=width)
    for written in texts(picture):
        end = float(written.attrib["x"]) + width_of(
            written.text or "", float(written.attrib["font-size"])
        )
        assert end <= width
        assert not list(written)
    assert "<script" not in picture
    assert "onload=" not in picture.replace("onload=&quot;", "")


def test_bars_are_as_long_as_their_values() -> None:
    row = BarRow(label="x", bars=[bar(Fill.SOLID, 300), bar(Fill.SOLID, 100)])
    solid = [
        float(one.attrib["width"])
        for one in fromstring(drawn(row)).iter(f"{SVG}rect")  # noqa: S314 (our own)
        if one.attrib["fill"] == "#1c1c1c" and float(one.attrib["width"]) != 24
    ]
    assert solid[0] == pytest.approx(3 * solid[1], abs=0.2)


def test_nothing_at_all_is_drawn_as_a_thin_line() -> None:
    row = BarRow(label="x", bars=[bar(Fill.SOLID, 0)])
    assert 'width="1" height="10"' in drawn(row)


def test_what_is_not_known_has_words_and_no_bar() -> None:
    row = BarRow(label="x", bars=[bar(Fill.OPEN, None, "not stated")])
    assert ">not stated</text>" in drawn(row)
    assert drawn(row).count("stroke-dasharray") == 1  # the one in the legend


def test_the_legend_names_only_what_occurs() -> None:
    picture = drawn(ROWS[0])
    assert ">today</text>" in picture
    assert ">by the rule</text>" in picture
    assert ">paid by nobody</text>" not in picture


def test_a_legend_that_is_too_wide_goes_on_in_another_line() -> None:
    told = [(fill, "word " * 12) for fill in Fill]
    picture = bar_chart(ROWS, title="t", description="d", legend=told, width=480)
    heights = {one.attrib["y"] for one in texts(picture) if "word" in (one.text or "")}
    assert len(heights) == 3


def test_of_nothing_says_so() -> None:
    assert "Nothing to show." in drawn()


def test_a_name_that_has_to_be_cut_is_whole_under_the_pointer() -> None:
    name = "Antidisestablishmentarianism" * 2
    picture = drawn(BarRow(label=name, bars=[]))
    assert f"<g><title>{name}</title><text " in picture


def test_a_bar_says_in_full_whose_it_is() -> None:
    assert "<title>Police: not stated</title>" in drawn(*ROWS)


def test_no_bar_is_shorter_than_nothing() -> None:
    with pytest.raises(RangeError, match="a bar cannot be -1 long; give zero or more"):
        bar(Fill.SOLID, -1)


def test_refuses_politely_above_400_rows() -> None:
    row = BarRow(label="x", bars=())
    assert drawn(*[row] * 400)
    with pytest.raises(RangeError, match="401 rows are too many for one picture"):
        drawn(*[row] * 401)


@pytest.mark.parametrize("width", [479, 10_001])
def test_refuses_a_width_that_cannot_be_read(width: int) -> None:
    with pytest.raises(RangeError, match="give 480 to 10,000"):
        drawn(width=width)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (1, 8, "12.50"),
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (1, 20_000, "0.01"),
        (-1, 20_000, "-0.01"),
        (0, 5, "0.00"),
    ],
)
def test_a_share_is_rounded_half_up(part: int, whole: int, percent: str) -> None:
    assert str(in_per_cent(Decimal(part), Decimal(whole))) == percent


def test_a_share_is_rounded_once_however_many_digits_it_has() -> None:
    just_below = Fraction(125, 100_000) - Fraction(1, 10**50)
    assert str(in_per_cent(just_below, Fraction(1))) == "0.12"
    assert str(in_per_cent(Fraction(125, 100_000), Fraction(1))) == "0.13"
    assert str(rounded(Fraction(7, 2), 0)) == "4"
