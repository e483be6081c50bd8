"""Where each key and item stands, in good texts and in broken ones."""

import json
import tomllib

import pytest

from masa.ground.lines import DEEPEST, Path, lines_of, masked


def found(text: str, layout: str) -> list[tuple[Path, int]]:
    return list(lines_of(text, layout))


class TestMasked:
    @pytest.mark.parametrize(
        ("text", "mask"),
        [
            pytest.param('a = "[b"', "a = ____", id="a string"),
            pytest.param("a = '[b'", "a = ____", id="a literal string"),
            pytest.param(r'a = "\"["]', "a = _____]", id="an escaped quotation mark"),
            pytest.param('a = "b # c"', "a = _______", id="a hash in a string"),
            pytest.param("a # [b", "a     ", id="a comment"),
            pytest.param("a # it's\nb", "a       \nb", id="an apostrophe in a comment"),
            pytest.param('a = """[\n"]"""', "a = __________", id="a long string"),
            pytest.param("a = '''[\n']'''", "a = __________", id="a long literal"),
            pytest.param('""""a""""]', "_________]", id="quotation marks at the ends"),
            pytest.param('a = "b\n[c]', "a = __\n[c]", id="a string without an end"),
            pytest.param("a = 'b\n[c]", "a = __\n[c]", id="a literal without an end"),
            pytest.param('a = "b\\\n[c]', "a = ___\n[c]", id="a backslash at the end"),
            pytest.param('"\\"\\', "____", id="a backslash at the end of all"),
            pytest.param('"""a\\', "_____", id="a backslash ending a long string"),
            pytest.param('"""[', "____", id="a long string without an end"),
        ],
    )
    def test_blanks_out_strings_and_comments_of_toml(
        self, text: str, mask: str
    ) -> None:
        assert masked(text, "toml") == mask

    @pytest.mark.parametrize(
        ("text", "mask"),
        [
            pytest.param('{"a": "[b"}', "{___: ____}", id="strings"),
            pytest.param("{'a': # b", "{'a': # b", id="no quotes or comments of TOML"),
            pytest.param('"\\"\\\n[', "____\n[", id="a backslash at the end"),
        ],
    )
    def test_blanks_out_strings_of_json(self, text: str, mask: str) -> None:
        assert masked(text, "json") == mask


TOML = """\
# a comment
id = "x" # another
"quoted key".'literal'.bare = 1

[[groups]]
name = '''two
lines'''
members = [ # inside
  "A", # after
  # alone
  { any = "b", at = "c" },

  ["d"],
]
[groups.chair]
kind = "x"
[[groups]]
[[groups.members]]
at = 2019-01-01T00:00:00
[yearly.every] # end
"""


class TestToml:
    def test_gives_each_key_and_item_its_line(self) -> None:
        assert found(TOML, "toml") == [
            (("id",), 2),
            (("quoted key", "literal", "bare"), 3),
            (("groups", 0), 5),
            (("groups", 0, "name"), 6),
            (("groups", 0, "members"), 8),
            (("groups", 0, "members", 0), 9),
            (("groups", 0, "members", 1), 11),
            (("groups", 0, "members", 1, "any"), 11),
            (("groups", 0, "members", 1, "at"), 11),
            (("groups", 0, "members", 2), 13),
            (("groups", 0, "members", 2, 0), 13),
            (("groups", 0, "chair"), 15),
            (("groups", 0, "chair", "kind"), 16),
            (("groups", 1), 17),
            (("groups", 1, "members", 0), 18),
            (("groups", 1, "members", 0, "at"), 19),
            (("yearly", "every"), 20),
        ]
        assert tomllib.loads(TOML)["groups"][0]["members"][2] == ["d"]

    def test_numbers_lists_of_tables_anew_in_each_table_around(self) -> None:
        text = "[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]"
        assert [path for path, _ in found(text, "toml")] == [
            ("a", 0),
            ("a", 0, "b", 0),
            ("a", 0, "b", 1),
            ("a", 1),
            ("a", 1, "b", 0),
        ]

    def test_yields_a_path_that_stands_twice_twice(self) -> None:
        assert found("a = 1\na = 2", "toml") == [(("a",), 1), (("a",), 2)]

    def test_reads_escapes_in_keys_where_it_can(self) -> None:
        assert found(r'"\u0061" = 1', "toml") == [(("a",), 1)]
        assert found(r'"\U00000061" = 1', "toml") == [((r"\U00000061",), 1)]

    def test_counts_the_lines_of_windows(self) -> None:
        assert found("a = 1\r\n\r\nb = 2\r\n", "toml") == [(("a",), 1), (("b",), 3)]

    @pytest.mark.parametrize(
        ("text", "paths"),
        [
            pytest.param("[a", [("a",)], id="a header that breaks off"),
            pytest.param("[[a", [("a", 0)], id="a list header that breaks off"),
            pytest.param("[", [()], id="nothing in a header"),
            pytest.param("a", [("a",)], id="a key alone"),
            pytest.param("a =", [("a",)], id="a key with nothing after"),
            pytest.param("a = [", [("a",)], id="a list that breaks off"),
            pytest.param("a = {", [("a",)], id="a table that breaks off"),
            pytest.param("a = [1,", [("a",), ("a", 0)], id="an item and no more"),
            pytest.param("}\na = 1", [(), ("a",)], id="a bracket out of place"),
            pytest.param(",,\na = 1", [(), (), ("a",)], id="commas out of place"),
            pytest.param("a = [}]", [("a",), ("a", 0)], id="the wrong bracket"),
            pytest.param('" = 1', [("", "=", "1")], id="a quotation mark alone"),
            pytest.param("", [], id="nothing"),
            pytest.param(" \n ", [], id="blanks"),
        ],
    )
    def test_ends_on_any_text(self, text: str, paths: list[Path]) -> None:
        assert [path for path, _ in found(text, "toml")] == paths


class TestJson:
    def test_gives_each_key_and_item_its_line(self) -> None:
        text = '\n{"id":\n"x", "groups"\n: [\n{"name": "a:b"},\n2, []],\n"é\\n": {}}\n'
        assert found(text, "json") == [
            (("id",), 2),
            (("groups",), 3),
            (("groups", 0), 5),
            (("groups", 0, "name"), 5),
            (("groups", 1), 6),
            (("groups", 2), 6),
            (("é\n",), 7),
        ]
        assert json.loads(text)["é\n"] == {}

    @pytest.mark.parametrize("text", ["", " \n", "3", '"x"', "null", "[", "{"])
    def test_finds_nothing_where_there_is_nothing(self, text: str) -> None:
        assert found(text, "json") == []

    @pytest.mark.parametrize("text", ["[}" * 2000, "{]=" * 2000, '{"a":]' * 2000])
    def test_ends_on_brackets_that_do_not_match(self, text: str) -> None:
        assert len(found(text, "json")) <= len(text)


@pytest.mark.parametrize("beyond", ["[1, [2]]", "{x = {y = 1}, z = 2}", "3"])
def test_leaves_out_what_lies_too_deep_and_goes_on_behind_it(beyond: str) -> None:
    text = "a = " + "[" * DEEPEST + beyond + "]" * DEEPEST + "\nb = 1"
    paths = [path for path, _ in found(text, "toml")]
    assert max(map(len, paths)) == DEEPEST + 1
    assert paths[-1] == ("b",)
    assert len(paths) == DEEPEST + 2
