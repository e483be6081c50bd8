"""What prints is a name; what hides is refused, and errors echo little of it."""

from collections.abc import Callable

import pytest

from masa.ground.errors import KindError, TextError
from masa.ground.text import (
    check_names,
    did_you_mean,
    echo,
    few,
    identifier,
    listed,
    name,
    prose,
    ref,
    with_article,
)

PRINTABLE = [
    pytest.param("Barnet", id="a plain name"),
    pytest.param("x" * 200, id="a name of 200 characters"),
    pytest.param("é" * 200, id="a name of 200 accented characters"),
    pytest.param("Zoë O\u2019Neill-Núñez", id="accents and a curly apostrophe"),
    pytest.param("保護 漢字", id="Chinese characters"),
    pytest.param("Team 🏠", id="an emoji"),
    pytest.param("☀\ufe0f", id="an emoji with a variation selector"),
    pytest.param('<b> & "x" = |[y](z)', id="every sign that a renderer must escape"),
    pytest.param("a\u00a0b", id="a no-break space within"),
]
HIDDEN = [
    pytest.param("\x00", "U+0000", id="a null"),
    pytest.param("\x1b", "U+001B", id="an escape"),
    pytest.param("\t", "U+0009", id="a tab"),
    pytest.param("\r", "U+000D", id="a carriage return"),
    pytest.param("\x7f", "U+007F", id="a delete"),
    pytest.param("\x85", "U+0085", id="a C1 control"),
    pytest.param("\ud800", "U+D800", id="a lone surrogate"),
    pytest.param("\ue000", "U+E000", id="a private-use character"),
    pytest.param("\U0010fffd", "U+10FFFD", id="a private-use character of plane 16"),
    pytest.param("\u0378", "U+0378", id="an unassigned character"),
    pytest.param("\ufffe", "U+FFFE", id="a noncharacter"),
    pytest.param("\u061c", "U+061C", id="an Arabic letter mark"),
    pytest.param("\u200b", "U+200B", id="a zero-width space"),
    pytest.param("\u200d", "U+200D", id="a zero-width joiner"),
    pytest.param("\u200f", "U+200F", id="a right-to-left mark"),
    pytest.param("\u2028", "U+2028", id="a line separator"),
    pytest.param("\u2029", "U+2029", id="a paragraph separator"),
    pytest.param("\u202a", "U+202A", id="the first bidirectional embedding"),
    pytest.param("\u202e", "U+202E", id="the bidirectional override"),
    pytest.param("\u2060", "U+2060", id="a word joiner"),
    pytest.param("\u2066", "U+2066", id="the first bidirectional isolate"),
    pytest.param("\u2069", "U+2069", id="the last bidirectional isolate"),
    pytest.param("\ufeff", "U+FEFF", id="a byte order mark"),
]
CHECKS = [
    pytest.param(name, id="as a name"),
    pytest.param(ref, id="as a reference"),
    pytest.param(prose, id="as a text"),
]
Check = Callable[[object], str]


@pytest.mark.parametrize("check", CHECKS)
class TestEveryText:
    @pytest.mark.parametrize("text", PRINTABLE)
    def test_what_prints_stays(self, check: Check, text: str) -> None:
        assert check(text) == text

    @pytest.mark.parametrize(("char", "code"), HIDDEN)
    def test_what_hides_is_refused(self, check: Check, char: str, code: str) -> None:
        with pytest.raises(TextError, match="hidden character") as caught:
            check(f"a{char}b")
        assert f"{code} at position 2" in caught.value.said

    @pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u2003 "])
    def test_nothing_is_no_text(self, check: Check, text: str) -> None:
        with pytest.raises(TextError, match="is empty"):
            check(text)

    @pytest.mark.parametrize("text", [" a", "a ", "\ta", "a\n", "a\u00a0", "\u3000a"])
    def test_padding_is_refused(self, check: Check, text: str) -> None:
        with pytest.raises(TextError, match="begins or ends with a space"):
            check(text)

    @pytest.mark.parametrize("text", ["Zoe\u0308", "a\u212bb"])
    def test_another_normal_form_is_refused(self, check: Check, text: str) -> None:
        with pytest.raises(TextError, match="NFC"):
            check(text)

    @pytest.mark.parametrize("value", [None, 7, b"Barnet", ["Barnet"], True])
    def test_what_is_no_text_is_of_the_wrong_kind(
        self, check: Check, value: object
    ) -> None:
        with pytest.raises(KindError, match="is not text"):
            check(value)


class TestLength:
    @pytest.mark.parametrize(
        ("check", "most"),
        [
            pytest.param(name, 200, id="a name has at most 200"),
            pytest.param(ref, 200, id="a reference has at most 200"),
            pytest.param(identifier, 200, id="an id has at most 200"),
            pytest.param(prose, 4_000, id="a text has at most 4,000"),
        ],
    )
    def test_ends_at_its_edge(self, check: Check, most: int) -> None:
        assert len(check("x" * most)) == most
        with pytest.raises(TextError, match=f"has {most + 1:,} characters"):
            check("x" * (most + 1))

    def test_counts_characters_and_not_bytes(self) -> None:
        with pytest.raises(TextError, match="has 201 characters"):
            name("漢" * 201)


class TestLines:
    def test_a_text_may_have_several(self) -> None:
        assert prose("one\n\ntwo é") == "one\n\ntwo é"

    @pytest.mark.parametrize("check", [name, ref, identifier])
    def test_a_name_has_one(self, check: Check) -> None:
        with pytest.raises(TextError, match=r"U\+000A at position 4"):
            check("one\ntwo")


class TestIdentifier:
    @pytest.mark.parametrize("text", ["a", "0", "barnet", "pan-dorset", "a.b/c-1"])
    def test_takes_small_letters_and_digits_joined(self, text: str) -> None:
        assert identifier(text) == text

    @pytest.mark.parametrize(
        "text",
        ["Barnet", "a_b", "a b", "-a", "a-", "a--b", "a./b", "é", "\u0661", "a\u00e9"],
    )
    def test_refuses_another_form(self, text: str) -> None:
        with pytest.raises(TextError, match="is not an id"):
            identifier(text)

    def test_refuses_what_is_no_text(self) -> None:
        with pytest.raises(KindError):
            identifier(7)


class TestEcho:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            pytest.param("Barnet", '"Barnet"', id="quotes a text"),
            pytest.param(7, "7", id="leaves a number bare"),
            pytest.param(None, "None", id="prints nothing at all as None"),
            pytest.param("a\nb", '"a\\nb"', id="escapes a newline"),
            pytest.param("\x1b[31m", '"\\x1b[31m"', id="escapes a terminal colour"),
            pytest.param("\u202e", '"\\u202e"', id="escapes a bidirectional override"),
            pytest.param("\ud800", '"\\ud800"', id="escapes a lone surrogate"),
            pytest.param("é漢🏠", '"é漢🏠"', id="leaves what prints"),
            pytest.param("x" * 78, f'"{"x" * 78}"', id="keeps 80 characters whole"),
            pytest.param("x" * 79, f'"{"x" * 78}…', id="cuts one more"),
            pytest.param("\n" * 50, '"' + "\\n" * 39 + "…", id="cuts after escaping"),
            pytest.param(
                10**5000, "a number of thousands of digits", id="survives a huge number"
            ),
            pytest.param(
                [10**5000], "a number of thousands of digits", id="also within a list"
            ),
        ],
    )
    def test_is_short_and_harmless(self, value: object, shown: str) -> None:
        assert echo(value) == shown


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tie rule", "a tie rule"),
        ("allocation policy", "an allocation policy"),
        ("unit", "a unit"),
    ],
)
def test_an_article_fits_the_word_after_it(words: str, found: str) -> None:
    assert with_article(words) == found


class TestDidYouMean:
    @pytest.mark.parametrize(
        ("word", "suggested"),
        [
            pytest.param(
                "leadership forum",
                'did you mean "Leadership Forum"?',
                id="another case",
            ),
            pytest.param(
                "Leadrship Form", 'did you mean "Leadership Forum"?', id="a slip"
            ),
            pytest.param("zzz", "", id="nothing near"),
            pytest.param("", "", id="nothing asked"),
        ],
    )
    def test_names_the_nearest_or_nothing(self, word: str, suggested: str) -> None:
        assert did_you_mean(word, ["Learning Group", "Leadership Forum"]) == suggested

    def test_of_nothing_suggests_nothing(self) -> None:
        assert did_you_mean("forum", []) == ""

    @pytest.mark.parametrize("word", [None, 1, 1.5, b"forum", ["forum"]])
    def test_to_what_is_no_text_suggests_nothing(self, word: object) -> None:
        assert did_you_mean(word, ["forum"]) == ""

    def test_answers_a_hostile_length_at_once(self) -> None:
        assert did_you_mean("forum" * 200_000, ["forum"]) == ""


class TestListed:
    @pytest.mark.parametrize(
        ("items", "joined"),
        [
            pytest.param([], "", id="none"),
            pytest.param(["a"], "a", id="one"),
            pytest.param(["a", "b"], "a and b", id="two"),
            pytest.param(["a", "b", "c"], "a, b and c", id="three"),
        ],
    )
    def test_joins_as_english_does(self, items: list[str], joined: str) -> None:
        assert listed(iter(items)) == joined

    def test_takes_another_joint(self) -> None:
        assert listed(["a", "b", "c"], "or") == "a, b or c"


class TestSeveralNames:
    @pytest.mark.parametrize(
        "names",
        [
            *([], ["Ayton"], ["a|b", "c d"], ["é", "漢字"], ["a  b", "c"]),
            *(["a" * 200], ["a" * 200, "b"], ["a" * 150, "b" * 150]),
        ],
    )
    def test_proper_ones(self, names: list[str]) -> None:
        check_names(names)

    @pytest.mark.parametrize(
        "names",
        [
            ["Ayton", " b"],
            ["a ", "b"],
            ["a", ""],
            ["a\nb"],
            ["a" * 201],
            ["a\u200b"],
            ["a" * 201, "b"],
            ["b", "a" * 201, "c"],
            [" "],
            [" ", "a"],
            [""],
            ["Zoe\u0308", "a"],
        ],
    )
    def test_each_is_checked(self, names: list[str]) -> None:
        with pytest.raises(TextError):
            check_names(names)

    def test_what_is_no_text(self) -> None:
        with pytest.raises(KindError):
            check_names(["a", 7])

    def test_that_a_name_may_be_made_of_signs(self) -> None:
        check_names(["|", "a|"])


class TestFew:
    @pytest.mark.parametrize(
        ("names", "said"),
        [
            ([], ""),
            (["a", "b"], "a and b"),
            (["a, b", "c"], "a, b; and c"),
            (["a", "b, c"], "a and b, c"),
            (list("abcdefghij"), "a, b, c, d, e, f, g, h and 2 more"),
            (["a"] * 1008, "a, a, a, a, a, a, a, a and 1,000 more"),
        ],
    )
    def test_the_first_few(self, names: list[str], said: str) -> None:
        assert few(names) == said
