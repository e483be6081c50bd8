"""A text becomes plain values, or every fault that can be told before reading."""

import pytest

from masa.ground.documents import LIMITS, Limits, Unreadable, decoded, located, parsed
from masa.ground.errors import DocumentError, Fault, KindError


def faults_of(error: DocumentError) -> list[str]:
    return [str(fault) for fault in error.faults]


class TestDecoding:
    @pytest.mark.parametrize(
        "data", ["é", "é".encode(), "\ufeffé", b"\xef\xbb\xbf\xc3\xa9"]
    )
    def test_gives_the_text_without_its_mark(self, data: str | bytes) -> None:
        assert decoded(data, "it") == "é"

    def test_counts_bytes_and_not_characters(self) -> None:
        assert decoded("éé", "it", Limits(octets=4)) == "éé"
        with pytest.raises(DocumentError) as caught:
            decoded("éé", "it", Limits(octets=3))
        assert str(caught.value) == (
            "it cannot be read: 1 fault\n  it has more than 3 bytes; "
            "give `limits=` if it is meant to be so large"
        )

    def test_tells_the_line_of_a_byte_that_is_wrong(self) -> None:
        with pytest.raises(DocumentError) as caught:
            decoded(b"a\nb\n\xff", "it")
        assert faults_of(caught.value) == [
            "line 3: byte 4 is not UTF-8; save the file as UTF-8 text"
        ]

    def test_refuses_other_things(self) -> None:
        with pytest.raises(KindError, match="3 is not a document"):
            decoded(3, "it")  # type: ignore[arg-type] # that is the test


class TestParsing:
    def test_gives_plain_values(self) -> None:
        assert parsed("a = [1, true]", "toml", "it") == {"a": [1, True]}
        assert parsed('{"a": [1, null]}', "json", "it") == {"a": [1, None]}

    @pytest.mark.parametrize("number", ["1.5", "1e3", "inf", "-nan"])
    def test_puts_a_mark_where_a_float_stands(self, number: str) -> None:
        held = parsed(f"a = {number}", "toml", "it")["a"]
        assert isinstance(held, Unreadable)
        assert held.words.startswith(f"the number {number} has a decimal point")
        assert "97000.50" in held.remedy

    def test_refuses_another_layout(self) -> None:
        with pytest.raises(KindError, match='"yaml" is not a format'):
            parsed("a: 1", "yaml", "it")

    @pytest.mark.parametrize(
        ("text", "layout", "says"),
        [
            pytest.param("[[1]]", "json", "not a table", id="a list that fits"),
            pytest.param("[[[1]]]", "json", "more than 2 deep", id="a list too deep"),
            pytest.param("a.b.c = 1", "toml", "more than 2 parts", id="a key too long"),
        ],
    )
    def test_keeps_to_its_limits(self, text: str, layout: str, says: str) -> None:
        with pytest.raises(DocumentError) as caught:
            parsed(text, layout, "it", Limits(nesting=2, key_parts=2))
        assert says in str(caught.value)

    def test_counts_no_dots_in_strings_comments_and_json(self) -> None:
        dots = "." * 50
        assert parsed(f'a = "{dots}" # {dots}', "toml", "it") == {"a": dots}
        with pytest.raises(DocumentError) as caught:
            parsed(f'{{"a": {dots}}}', "json", "it")
        assert "it is not JSON" in str(caught.value)

    def test_tells_of_every_key_that_stands_twice_but_not_of_what_is_in_it(
        self,
    ) -> None:
        text = '{"a": {"b": 1},\n"a": {"b": 2},\n"c": [{"d": 1, "d": 2}],\n"a": 3}'
        with pytest.raises(DocumentError) as caught:
            parsed(text, "json", "it")
        assert faults_of(caught.value) == [
            "a (line 2): the key stands twice, on lines 1 and 2; keep one of them",
            "c[0].d (line 3): the key stands twice, on lines 3 and 3; keep one of them",
            "a (line 4): the key stands twice, on lines 1 and 4; keep one of them",
        ]


class TestLocating:
    def test_gives_the_line_of_the_path_or_of_what_is_around_it(self) -> None:
        text = "a = 1\n[b.c]\nd = 2\n[[e]]\nf = { g = 1 }"
        paths: list[tuple[str | int, ...]] = [
            ("a",),
            ("b",),
            ("b", "c", "x"),
            ("e", 0, "f", "g", 3),
            ("z",),
            (),
        ]
        faults = located(
            [Fault("it is wrong", path=path) for path in paths], text, "toml"
        )
        assert [(fault.path, fault.line) for fault in faults] == [
            (("z",), None),
            ((), None),
            (("a",), 1),
            (("b",), 2),
            (("b", "c", "x"), 2),
            (("e", 0, "f", "g", 3), 5),
        ]

    def test_keeps_a_line_that_is_known(self) -> None:
        (fault,) = located([Fault("it is wrong", path=("a",), line=7)], "a = 1", "toml")
        assert fault.line == 7

    def test_of_no_faults_there_is_nothing_to_locate(self) -> None:
        assert located([], "a = 1", "toml") == []


def test_the_limits_are_those_that_the_documentation_names() -> None:
    assert Limits() == LIMITS
    assert (LIMITS.octets, LIMITS.nesting, LIMITS.key_parts) == (2**20, 32, 32)
    assert (LIMITS.bodies, LIMITS.relations, LIMITS.faults) == (5_000, 50_000, 1_000)
