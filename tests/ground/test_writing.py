"""Brief TOML for people and explicit JSON for programs, from any class of ours."""

import json
import tomllib
from decimal import Decimal

import pytest
from attrs import frozen

from masa.ground.checks import checked
from masa.ground.money import Balance
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Absence, Standing, Stated, Statement, stated
from masa.ground.text import Name, Prose
from masa.ground.writing import to_json, to_toml


@frozen(kw_only=True, field_transformer=checked)
class Line:
    """A thing that a text can stand for."""

    text_key = "name"

    name: Name
    pays: Stated[Balance] = NOT_STATED
    open: Stated[bool] = NOT_STATED
    note: Prose | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE


@frozen(kw_only=True, field_transformer=checked)
class Sheet:
    """The whole of a document."""

    title: Name
    head: Line | None = None
    lines: tuple[Line, ...] = ()
    words: tuple[Statement[Name], ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE


def line(**parts: object) -> Line:
    return Line(**{"name": "x", **parts})  # type: ignore[arg-type] # parts by name


def sheet(**parts: object) -> Sheet:
    return Sheet(**{"title": "T", **parts})  # type: ignore[arg-type] # parts by name


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal(-97000), "-97_000"),
        (Decimal("0.50"), '"0.50"'),
        (Decimal("-0.01"), '"-0.01"'),
        (0, "0"),
    ],
)
def test_money_is_whole_pounds_or_a_text_with_pence(
    amount: Decimal | int, text: str
) -> None:
    written = to_toml(sheet(head=line(pays=amount)))
    assert written == f'title = "T"\nhead = {{ name = "x", pays = {text} }}\n'


@pytest.mark.parametrize(
    ("said", "text"),
    [
        pytest.param(stated(True, at="1"), "true", id="the place handed down"),  # noqa: FBT003 (a value)
        pytest.param(
            stated(False),  # noqa: FBT003 (a value)
            '{ is = false, at = "" }',
            id="no place at all",
        ),
        pytest.param(
            stated(True, at="2", standing="agreed"),  # noqa: FBT003 (a value)
            '{ is = true, at = "2", standing = "agreed" }',
            id="another place and standing",
        ),
        pytest.param(
            stated(Absence.NONE, at="1"), "{ none = true }", id="there is none"
        ),
        pytest.param(
            stated(Absence.UNKNOWN, at="1"), "{ unknown = true }", id="no telling"
        ),
        pytest.param(
            stated(Absence.UNKNOWN, at="1", words="torn"),
            '{ unknown = "torn" }',
            id="no telling and why",
        ),
        pytest.param(
            stated(Absence.NONE, at="1", words="nil"),
            '{ none = true, words = "nil" }',
            id="none and its words",
        ),
        pytest.param(
            stated(True, at="1", condition="c", since="2019", until="2020-05"),  # noqa: FBT003 (a value)
            '{ is = true, condition = "c", since = "2019", until = "2020-05" }',
            id="all else",
        ),
        pytest.param(
            stated(True, at="1") | stated(Absence.NONE, at="1"),  # noqa: FBT003 (a value)
            "[true, { none = true }]",
            id="two statements",
        ),
    ],
)
def test_a_statement_is_as_brief_as_can_be(said: Stated[bool], text: str) -> None:
    written = to_toml(sheet(at=Source("1"), head=line(open=said, at="1")))
    assert f"open = {text}" in written
    tomllib.loads(written)


def test_a_value_that_a_text_stands_for_is_a_text() -> None:
    assert to_toml(sheet(head=Line(name="x"))) == 'title = "T"\nhead = "x"\n'


def test_a_list_of_texts_that_is_long_takes_a_line_for_each() -> None:
    names = [f"a name of some length {n}" for n in range(4)]
    tree = to_toml(sheet(title=names[0], lines=[Line(name=n) for n in names]))
    assert tree.splitlines()[1:3] == ["lines = [", f'  "{names[0]}",']
    assert tomllib.loads(tree)["lines"] == names


def test_tables_stand_below_the_keys() -> None:
    long = Line(name="x", note="long " * 20 + "end")
    written = to_toml(
        sheet(head=long, lines=[Line(name="y", note="n")], at=Source("1"))
    )
    tree = tomllib.loads(written)
    assert (
        written.index('at = "1"') < written.index("[head]") < written.index("[[lines]]")
    )
    assert tree["head"] == {"name": "x", "note": long.note, "at": ""}
    assert tree["lines"] == [{"name": "y", "note": "n", "at": ""}]


def test_quotation_marks_and_newlines_are_escaped() -> None:
    written = to_toml(sheet(head=Line(name='a "b" \\', note="c\nd é")))
    head = tomllib.loads(written)["head"]
    assert head == {"name": 'a "b" \\', "note": "c\nd é"}
    assert "é" in written


def test_json_says_every_place_and_standing() -> None:
    written = to_json(
        sheet(head=line(name="é", open=True), words=["a"], at=Source("1"))
    )
    assert json.loads(written) == {
        "title": "T",
        "head": {
            "name": "é",
            "open": {"is": True, "at": "", "standing": "in force"},
            "at": "",
            "standing": "in force",
        },
        "words": [{"is": "a", "at": "", "standing": "in force"}],
        "at": "1",
        "standing": "in force",
    }
    assert '"é"' in written
    assert written.endswith("}\n")


def test_a_document_of_a_place_is_kept() -> None:
    place = Source("1", document="plan")
    assert json.loads(to_json(sheet(at=place)))["at"] == {
        "place": "1",
        "document": "plan",
    }
