"""A value describes itself once and is printed in three ways."""

from decimal import Decimal

import pytest
from attrs import frozen

from masa.ground.logic import Answer
from masa.ground.shown import Shown, plain
from masa.ground.stated import NOT_STATED, Stated


@frozen
class Tea(Shown):
    """A small value."""

    leaf_kind: str
    is_hot: bool = True
    sugars: tuple[int, ...] = ()
    milk: str | None = None
    served: Stated[object] = NOT_STATED


class Bare(Shown):
    """A value without fields."""


FILLED = Tea("A & B", is_hot=False, sugars=(1, 2), milk="oat|soy")


class TestPlain:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            pytest.param(True, "yes", id="true is yes"),
            pytest.param(False, "no", id="false is no"),
            pytest.param(1, "1", id="one is no yes"),
            pytest.param((1, True, "a"), "1; yes; a", id="several in order"),
            pytest.param((), "", id="none"),
            pytest.param(
                frozenset({"pear", "apple", "fig", "plum"}),
                "apple; fig; pear; plum",
                id="a set by the alphabet",
            ),
            pytest.param(Answer.UNKNOWN, "unknown", id="a choice by its word"),
            pytest.param(Decimal("97000.50"), "97,000.50", id="a decimal"),
            pytest.param("a", "a", id="a text as it is"),
        ],
    )
    def test_prints_in_english(self, value: object, printed: str) -> None:
        assert plain(value) == printed


class TestShown:
    def test_lays_out_every_field_that_is_filled(self) -> None:
        assert FILLED.to_records() == [
            {
                "leaf kind": "A & B",
                "is hot": "no",
                "sugars": "1; 2",
                "milk": "oat|soy",
            }
        ]

    def test_leaves_out_what_is_not_stated(self) -> None:
        assert [list(row) for row in Tea("green").to_records()] == [["leaf kind"]]

    def test_prints_in_three_ways(self) -> None:
        assert FILLED.to_text() == (
            "leaf kind  A & B\nis hot     no\nsugars     1; 2\nmilk       oat|soy\n"
        )
        assert FILLED.to_markdown().splitlines()[0] == r"- **leaf kind**: A \& B"
        assert "<dt>leaf kind</dt><dd>A &amp; B</dd>\n" in FILLED.to_html()

    def test_shows_itself_in_a_notebook(self) -> None:
        assert FILLED._repr_html_() == FILLED.to_html()

    def test_without_fields_shows_nothing(self) -> None:
        assert Bare().to_records() == [{}]
        assert Bare().to_text() == ""
