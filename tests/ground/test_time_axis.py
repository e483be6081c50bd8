"""A time axis is one picture that needs nothing but itself."""

from datetime import date
from pathlib import Path

import pytest

from masa.ground.errors import RangeError
from masa.ground.rows import Bar, Mark, Row
from masa.ground.signs import Pattern, Shape
from masa.ground.time_axis import time_axis

GOLDEN = Path(__file__).parent / "golden"
AWARE = date(2026, 12, 1)
DECIDED = date(2027, 1, 12)
DUE = date(2027, 7, 12)
ROWS = (
    Row(
        label="The authority becomes aware of the incident",
        marks=(Mark(day=AWARE, shape=Shape.EVENT),),
    ),
    Row(
        label="Notification",
        note="within five working days",
        bars=(Bar(first=AWARE, last=date(2026, 12, 8), pattern=Pattern.RUNNING),),
        marks=(
            Mark(day=date(2026, 12, 4), label="notified", shape=Shape.DONE),
            Mark(day=date(2026, 12, 8), label="due", shape=Shape.DUE),
        ),
    ),
    Row(
        label="Rapid review",
        note="within fifteen working days",
        bars=(Bar(first=AWARE, last=date(2026, 12, 29), pattern=Pattern.RUNNING),),
        marks=(Mark(day=date(2026, 12, 29), label="due", shape=Shape.OVERDUE),),
    ),
    Row(
        label="Publication",
        note="within six months of the decision",
        bars=(
            Bar(first=DECIDED, last=DUE, pattern=Pattern.RUNNING),
            Bar(
                first=date(2027, 7, 5),
                last=DUE,
                label="to publish",
                pattern=Pattern.WINDOW,
            ),
            Bar(
                first=date(2027, 9, 1),
                last=date(2027, 12, 1),
                label="no day is left",
                pattern=Pattern.EMPTY,
            ),
        ),
        marks=(
            Mark(day=DECIDED, label="decided", shape=Shape.EVENT),
            Mark(day=DUE, label="due", shape=Shape.DUE),
        ),
    ),
    Row(
        label="Report stays published",
        bars=(Bar(first=DUE, last=date(2028, 7, 12), pattern=Pattern.RUNNING),),
        marks=(Mark(day=date(2028, 7, 12), shape=Shape.KEPT_UNTIL),),
    ),
)


def drawn(*rows: Row, today: date | None = None, width: int = 900) -> str:
    return time_axis(
        rows, title="A title", description="What it says.", today=today, width=width
    )


def test_is_as_it_was_last_seen_by_a_person() -> None:
    picture = time_axis(
        ROWS,
        title="A serious incident: what is due, and by when",
        description="The rapid review was due on 29 December 2026 and is overdue.",
        today=date(2027, 1, 6),
    )
    golden = (GOLDEN / "time_axis.svg").read_text(encoding="utf-8")
    assert picture + "\n" == golden


def test_of_nothing_says_so() -> None:
    picture = drawn()
    assert "Nothing to show." in picture
    assert "202" not in picture


def test_rows_without_days_have_no_ticks() -> None:
    picture = drawn(Row(label="Not yet known", note="no day is stated"))
    assert "Not yet known" in picture
    assert "no day is stated" in picture
    assert "Jan" not in picture


def test_today_is_on_the_axis_even_when_nothing_else_is() -> None:
    picture = drawn(today=date(2027, 1, 6))
    assert ">today, 6 Jan 2027<" in picture
    assert ">Wed 6<" in picture
    assert "stroke-dasharray" in picture


def test_without_today_there_is_no_dashed_line() -> None:
    picture = drawn(Row(label="x", marks=(Mark(day=AWARE, shape=Shape.DUE),)))
    assert "today" not in picture
    assert "stroke-dasharray" not in picture


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_time_can_be_drawn(today: date) -> None:
    assert "today" in drawn(*ROWS, today=today, width=480)


def test_the_legend_names_only_what_occurs() -> None:
    picture = drawn(*ROWS[:2])
    for sign in (Shape.EVENT, Shape.DONE, Shape.DUE, Pattern.RUNNING):
        assert f">{sign.value}</text>" in picture
    for sign in (Shape.OVERDUE, Shape.KEPT_UNTIL, Pattern.WINDOW, Pattern.EMPTY):
        assert f">{sign.value}</text>" not in picture


def test_the_legend_of_a_narrow_picture_has_two_lines() -> None:
    heights = [
        line.split('y="')[1].split('"')[0]
        for line in drawn(*ROWS, width=480).splitlines()
        if any(f">{sign.value}</text>" in line for sign in (*Shape, *Pattern))
    ]
    assert len(set(heights[-8:])) == 2


def test_a_sign_says_in_full_what_it_is() -> None:
    picture = drawn(*ROWS)
    assert "<title>notified, 4 Dec 2026</title>" in picture
    assert "<title>happened, 1 Dec 2026</title>" in picture
    assert "<title>to publish, 5 Jul 2027 to 12 Jul 2027</title>" in picture
    assert "<title>time running, 1 Dec 2026 to 8 Dec 2026</title>" in picture


def test_a_name_that_has_to_be_cut_is_whole_under_the_pointer() -> None:
    name = "Antidisestablishmentarianism" * 2
    picture = drawn(Row(label=name))
    assert f"<g><title>{name}</title><text " in picture
    assert "…</text>" in picture


def test_refuses_politely_above_400_rows() -> None:
    row = Row(label="x")
    assert drawn(*[row] * 400)
    with pytest.raises(RangeError, match="401 rows are too many for one picture"):
        drawn(*[row] * 401)


@pytest.mark.parametrize("width", [479, 10_001])
def test_refuses_a_width_that_cannot_be_read(width: int) -> None:
    with pytest.raises(RangeError, match="give 480 to 10,000"):
        drawn(width=width)


@pytest.mark.parametrize("width", [480, 10_000])
def test_takes_the_least_and_the_greatest_width(width: int) -> None:
    assert f'viewBox="0 0 {width} ' in drawn(*ROWS, width=width)
