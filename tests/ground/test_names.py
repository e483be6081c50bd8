"""Names mean what a document declares, and nothing is created by being mentioned."""

import pytest

from masa.ground.names import Declaration, Declared, is_named
from masa.model.bodies import Area, Body
from masa.model.documents import Document
from masa.model.groups import Group

FORUM = Declaration(name="Forum", id="f", also=("LF", "Forum"), path=("groups", 0))
BOARD = Declaration(name="Board", also=("LF",), path=("groups", 1))
NOBODY = Declaration(name=None)
DECLARED = Declared([FORUM, BOARD, NOBODY], ["everybody"])


def test_a_thing_is_called_by_its_name_its_id_and_its_other_names() -> None:
    assert list(FORUM.names) == ["Forum", "f", "LF"]
    assert list(NOBODY.names) == []
    assert list(DECLARED) == ["Forum", "f", "LF", "Board"]
    assert DECLARED.many == 3


@pytest.mark.parametrize(
    ("name", "is_known"),
    [("Forum", True), ("f", True), ("everybody", True), ("LF", False), ("x", False)],
)
def test_a_name_is_known_if_it_means_one_thing(name: str, is_known: bool) -> None:  # noqa: FBT001 (the answer)
    assert (name in DECLARED) is is_known


def test_gives_everything_that_is_called_so() -> None:
    assert DECLARED.carriers("LF") == [FORUM, BOARD]
    assert DECLARED.carriers("x") == []


@pytest.mark.parametrize(
    ("name", "said", "remedy"),
    [
        ("LF", '"LF" is the name of 2 things', "give each its own `id`"),
        ("Forun", 'nothing is called "Forun"', 'did you mean "Forum"?'),
        ("everyboby", 'nothing is called "everyboby"', 'did you mean "everybody"?'),
        ("zzz", 'nothing is called "zzz"', "declare it as a partner"),
    ],
)
def test_says_why_a_name_cannot_be_used(name: str, said: str, remedy: str) -> None:
    found = DECLARED.verdict(name)
    assert found[0] == said
    assert found[1].startswith(remedy)


def test_reports_each_mention_but_guesses_for_a_few_names_only() -> None:
    mentions = [(f"Foru{n}", ("x", n)) for n in range(30)]
    faults = list(DECLARED.unknown([*mentions, ("Foru0", ("y",)), ("f", ("z",))]))
    assert [fault.path for fault in faults] == [*(("x", n) for n in range(30)), ("y",)]
    guessed = [fault.remedy == 'did you mean "Forum"?' for fault in faults]
    assert guessed == [True] * 20 + [False] * 10 + [True]


@pytest.mark.parametrize(
    ("one", "two", "clashes"),
    [
        pytest.param({"name": "A"}, {"name": "A"}, ["A"], id="names without ids"),
        pytest.param({"name": "A", "id": "a"}, {"name": "A"}, ["A"], id="and one id"),
        pytest.param(
            {"name": "A", "id": "a"}, {"name": "A", "id": "b"}, [], id="each an id"
        ),
        pytest.param(
            {"name": "A", "id": "a"}, {"name": "B", "id": "a"}, ['id "a"'], id="one id"
        ),
        pytest.param(
            {"name": "A"}, {"name": "B", "also": ("A",)}, [], id="another name"
        ),
        pytest.param(
            {"name": "a"}, {"name": "B", "id": "a"}, [], id="a name and an id"
        ),
    ],
)
def test_a_name_or_an_id_belongs_to_one_thing(
    one: dict[str, str], two: dict[str, str], clashes: list[str]
) -> None:
    things = [Declaration(**one, path=("x",)), Declaration(**two, path=("y",))]  # type: ignore[arg-type] # parts by name
    faults = list(Declared(things).clashes())
    assert len(faults) == len(clashes)
    for fault, clash in zip(faults, clashes, strict=True):
        assert clash in fault.said
        assert "stands at x and y" in fault.said
        assert fault.path == ("y",)


def test_others_refer_to_what_has_a_name_and_other_names() -> None:
    assert [is_named(kind) for kind in (Group, Body, Area, Document)] == [
        True,
        True,
        False,
        False,
    ]
