"""Whatever prints is a name; whatever hides is refused; an echo is harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masa.ground.errors import TextError
from masa.ground.text import did_you_mean, echo, identifier, name, prose, ref

BIDIRECTIONAL = {0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
ZERO_WIDTH = {*range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF}
SEPARATORS = {0x2028, 0x2029}
NAMED = BIDIRECTIONAL | ZERO_WIDTH | SEPARATORS

hidden = st.one_of(
    st.sampled_from(sorted(NAMED)).map(chr),
    st.characters(categories=["Cc", "Cs", "Co", "Cn"], exclude_characters="\n"),
)
printing = st.characters(
    exclude_categories=["C", "Zl", "Zp"],
    exclude_characters="".join(map(chr, sorted(NAMED))),
)
printed = (
    st.text(printing, min_size=1, max_size=200)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: text.strip() == text and 1 <= len(text) <= 200)
)
anything = st.recursive(
    st.none()
    | st.text(st.characters())
    | st.binary()
    | st.integers()
    | st.floats()
    | st.just(5000).map(lambda digits: 10**digits),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner)
    ),
    max_leaves=8,
)


class TestPolicy:
    """One text policy, applied where values are made."""

    @given(printed)
    def test_what_prints_stays_as_it_is(self, text: str) -> None:
        assert name(text) == ref(text) == prose(text) == text

    @given(printed, hidden, printed)
    def test_what_hides_is_refused(self, before: str, char: str, after: str) -> None:
        for check in (name, ref, prose):
            with pytest.raises(TextError):
                check(before[:99] + char + after[:99])

    @given(printed, printed)
    def test_a_newline_is_for_a_text_only(self, before: str, after: str) -> None:
        text = f"{before[:99].strip()}\n{after[:99].strip()}"
        assert prose(unicodedata.normalize("NFC", text))
        with pytest.raises(TextError):
            name(text)

    @given(st.text())
    def test_an_id_is_a_name_of_few_signs(self, text: str) -> None:
        try:
            assert identifier(text) == name(text)
        except TextError:
            return
        assert text.isascii()
        assert text == text.lower()


class TestEcho:
    """Error messages never echo more than 80 characters of a value."""

    @given(anything)
    def test_is_short_and_prints(self, value: object) -> None:
        shown = echo(value)
        assert 0 < len(shown) <= 80
        assert shown.isprintable()

    @given(printed.filter(lambda text: len(text) <= 78 and text.isprintable()))
    def test_shows_a_short_text_whole(self, text: str) -> None:
        assert echo(text) == f'"{text}"'

    @given(st.text(), st.lists(st.text(), max_size=5))
    def test_a_suggestion_is_one_of_the_candidates(
        self, word: str, candidates: list[str]
    ) -> None:
        said = did_you_mean(word, candidates)
        assert said in {"", *(f"did you mean {echo(c)}?" for c in candidates)}
        if word.strip() and word in candidates and len(word) <= 200:
            assert said
