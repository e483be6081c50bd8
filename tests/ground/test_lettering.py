"""The room that a text needs is reckoned without a font, and never too small."""

import pytest

from masa.ground.lettering import is_whole, shortened, width_of, wrapped


class TestWidths:
    @pytest.mark.parametrize(
        ("text", "ems"),
        [
            pytest.param("", 0, id="nothing"),
            pytest.param("iIm", 0.3 + 0.3 + 1, id="narrow and wide letters"),
            pytest.param("é", 0.65, id="an accent takes no room"),
            pytest.param("e\u0301", 0.65, id="nor does one that is written apart"),
            pytest.param("漢", 1.3, id="an East Asian character counts double"),
            pytest.param("🏠", 1.3, id="and so does an emoji"),
            pytest.param("™", 0.65 + 0.9, id="a ligature is as wide as its letters"),
            pytest.param("Ж", 1.1, id="any other letter counts as a wide one"),
            pytest.param("\ufffd", 1.1, id="and so does what cannot be shown"),
        ],
    )
    def test_are_those_of_a_wide_face(self, text: str, ems: float) -> None:
        assert width_of(text, 10) == pytest.approx(ems * 10)


class TestWrapping:
    def test_breaks_between_words_only(self) -> None:
        words = ["one", "two", "three", "four"]
        lines = wrapped(words, width=width_of("one two", 10), size=10)
        assert lines == ("one two", "three", "four")
        assert is_whole(lines, words)

    def test_cuts_a_word_that_is_too_wide_by_itself(self) -> None:
        words = ["a", "x" * 40, "b"]
        lines = wrapped(words, width=30, size=10)
        assert lines == ("a", "xxx…", "b")
        assert not is_whole(lines, words)

    def test_a_cut_keeps_an_accent_with_its_letter(self) -> None:
        (line,) = wrapped(["e\u0301" * 9], width=30, size=10)
        assert line == "e\u0301" * 3 + "…"

    def test_no_words_make_no_lines(self) -> None:
        assert wrapped([], width=30, size=10) == ()
        assert is_whole((), [])


class TestShortening:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            pytest.param("one two", ("one two",), id="what fits stays whole"),
            pytest.param("one two three", ("one two", "three"), id="words are wrapped"),
            pytest.param("x" * 9, ("xxxxxxx", "xx"), id="a wide word is broken"),
            pytest.param("x" * 15, ("xxxxxxx", "xxxxx…"), id="too wide a word is cut"),
            pytest.param("a " * 9, ("a a a a", "a a a …"), id="too many are cut"),
            pytest.param(" \n\t ", (), id="blank is nothing"),
        ],
    )
    def test_ends_in_an_ellipsis_if_something_is_cut_off(
        self, text: str, lines: tuple[str, ...]
    ) -> None:
        room = width_of("one two", 10)
        shown = shortened(text, width=room, size=10, most=2)
        assert shown == lines
        assert all(width_of(line, 10) <= room for line in shown)
