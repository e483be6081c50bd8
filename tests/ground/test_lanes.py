"""Signs and texts of a lane find their places, and rows check what they hold."""

from datetime import date, timedelta

import pytest

from masa.ground.errors import RangeError
from masa.ground.lanes import Lane, Note, placed
from masa.ground.rows import Bar, Mark, Row
from masa.ground.signs import Pattern, Shape
from masa.ground.time_scale import Scale

START = date(2027, 1, 1)
SCALE = Scale(
    left=0, right=716, first=START.toordinal(), last=START.toordinal() + 100
)  # seven to a day, from eight


def day(number: int) -> date:
    return START + timedelta(days=number)


def mark(number: int, label: str = "") -> Mark:
    return Mark(day=day(number), label=label, shape=Shape.DUE)


def bar(first: int, last: int, label: str = "") -> Bar:
    return Bar(first=day(first), last=day(last), label=label, pattern=Pattern.RUNNING)


def lane(*signs: Bar | Mark) -> Lane:
    return placed(
        Row(
            label="x",
            bars=[sign for sign in signs if isinstance(sign, Bar)],
            marks=[sign for sign in signs if isinstance(sign, Mark)],
        ),
        SCALE,
    )


def spots(*signs: Bar | Mark) -> dict[str, tuple[int, str]]:
    """Give the level and the anchor of each text."""
    return {
        " ".join(note.sign.lines): (note.level, note.anchor)
        for note in lane(*signs).notes
    }


def note_of(of: Lane, label: str) -> Note:
    return next(note for note in of.notes if note.sign.of.label == label)


class TestRows:
    def test_a_bar_ends_no_earlier_than_it_begins(self) -> None:
        assert bar(3, 3).first == bar(3, 3).last
        with pytest.raises(RangeError, match="give the earlier day first"):
            bar(3, 2)

    def test_a_row_holds_so_many_signs_and_no_more(self) -> None:
        assert len(Row(label="x", marks=[mark(1)] * 50).marks) == 50
        with pytest.raises(RangeError, match="51 bars and marks"):
            Row(label="x", bars=[bar(1, 2)], marks=[mark(1)] * 50)

    def test_a_row_knows_its_days(self) -> None:
        row = Row(label="x", bars=[bar(1, 2)], marks=[mark(5)])
        assert row.days == (day(1), day(2), day(5))
        assert isinstance(row.bars, tuple)


class TestSigns:
    def test_an_empty_row_takes_one_level(self) -> None:
        assert lane().height == 1
        assert lane().signs == ()

    def test_two_marks_that_would_hide_each_other_stand_one_below_the_other(
        self,
    ) -> None:
        signs = lane(mark(5), mark(6), mark(9)).signs
        assert [sign.level for sign in signs] == [0, 1, 0]

    def test_two_bars_that_overlap_lie_one_below_the_other(self) -> None:
        signs = lane(bar(5, 20), bar(20, 30), bar(19, 21)).signs
        assert [sign.level for sign in signs] == [0, 0, 1]

    def test_a_mark_stands_at_the_end_of_its_bar(self) -> None:
        signs = lane(bar(5, 20), bar(5, 40), mark(5), mark(40)).signs
        assert [sign.level for sign in signs] == [0, 1, 0, 1]

    def test_a_bar_of_one_day_can_be_seen(self) -> None:
        (sign,) = lane(bar(5, 5)).signs
        assert sign.last - sign.first == 1


class TestNotes:
    def test_a_text_stands_to_the_right_of_its_mark(self) -> None:
        assert spots(mark(5, "due")) == {"due 6 Jan 2027": (0, "start")}

    def test_or_to_the_left_where_the_right_is_taken(self) -> None:
        assert spots(mark(40), bar(40, 60)) == {"10 Feb 2027": (0, "end")}
        assert spots(mark(99)) == {"10 Apr 2027": (0, "end")}

    def test_or_it_hangs_centred_below(self) -> None:
        found = lane(bar(0, 60), mark(30))
        (note,) = found.notes
        assert (note.level, note.anchor) == (1, "middle")
        assert note.x == note.sign.middle
        assert note.is_hanging
        assert found.height == 2

    def test_and_is_moved_inwards_at_an_edge(self) -> None:
        (note,) = lane(bar(0, 60), mark(0)).notes
        assert note.first == 0
        assert note.x > note.sign.middle

    def test_texts_that_hang_take_turns(self) -> None:
        marks = [mark(number) for number in range(10, 80, 10)]
        levels = [level for level, _ in spots(bar(0, 90), *marks).values()]
        assert sorted(levels) == [1, 1, 1, 1, 2, 2, 2]

    def test_in_a_crowd_they_hang_aside_so_that_no_line_meets_a_text(self) -> None:
        found = lane(bar(0, 60), mark(20, "a"), mark(23, "b"), mark(26, "c"))
        assert {note.anchor for note in found.notes} == {"start"}
        assert [note_of(found, label).level for label in "abc"] == [3, 2, 1]

    def test_at_the_right_edge_they_hang_to_the_left(self) -> None:
        found = lane(bar(0, 100), mark(92, "a"), mark(96, "b"), mark(100, "c"))
        assert {note.anchor for note in found.notes} == {"end"}
        assert [note_of(found, label).level for label in "abc"] == [1, 2, 3]

    def test_where_all_is_taken_a_line_passes_behind(self) -> None:
        found = lane(bar(0, 20), mark(20, "a"), mark(20, "b"), mark(23, "c"))
        assert note_of(found, "b").level == 1
        assert not note_of(found, "b").is_hanging
        assert note_of(found, "a").level == 2

    def test_a_text_does_not_cut_off_a_sign_above_it(self) -> None:
        marks = mark(20, "a"), mark(21, "b"), mark(30, "c")
        found = lane(bar(0, 60), *marks)
        assert [sign.level for sign in found.signs] == [0, 0, 1, 0]
        assert (note_of(found, "b").level, note_of(found, "b").anchor) == (1, "end")
        crowded = lane(bar(0, 60), mark(12, "z"), *marks)
        assert note_of(crowded, "b").is_hanging

    def test_a_text_of_several_lines_takes_several_levels(self) -> None:
        (note,) = lane(mark(5, "word " * 20)).notes
        assert len(note.levels) == len(note.sign.lines) > 2
        assert note.sign.lines[-1].endswith("6 Jan 2027")

    def test_a_bar_without_a_label_has_no_text(self) -> None:
        assert lane(bar(5, 20)).notes == ()
        assert spots(bar(5, 20, "open")) == {"open": (0, "start")}
