"""One strict walk reads any class by its annotations and never stops at a fault."""

import pytest
from attrs import field, frozen

from masa.ground.checks import checked
from masa.ground.documents import LIMITS, Unreadable
from masa.ground.reading import read
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Name, Ref


@frozen(kw_only=True, field_transformer=checked)
class Post:
    """A thing with a name, read from a text too."""

    text_key = "name"

    name: Name
    also: tuple[Statement[Name], ...] = ()
    under: tuple[Ref, ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE


@frozen(kw_only=True, field_transformer=checked)
class Note:
    """A thing without a name or a place."""

    says: Name = "nothing"


@frozen(kw_only=True, field_transformer=checked)
class Town:
    """The whole of a document."""

    title: Name
    motto: Stated[Name] = NOT_STATED
    posts: tuple[Post, ...] = ()
    notes: tuple[Note, ...] = field(default=())
    at: Source | None = None


def reads(**tree: object) -> tuple[Town | None, dict[str, str]]:
    value, faults = read(Town, {"title": "T", **tree}, limits=LIMITS, always=["all"])
    return value, {fault.where: str(fault).partition(": ")[2] for fault in faults}


def test_reads_a_class_that_hands_down_its_place_only() -> None:
    town, faults = reads(at="7", motto="M", posts=["A", {"name": "B", "under": "A"}])
    assert not faults
    assert town is not None
    assert town.motto.statements[0].at == Source("7")
    assert [post.at for post in town.posts] == [Source("7"), Source("7")]
    assert town.posts[1].under == ("A",)


@pytest.mark.parametrize(
    ("notes", "where", "says"),
    [
        pytest.param(
            {"are": ["x"]}, "notes[0]", '"x" is not a note; write a table', id="a text"
        ),
        pytest.param(
            {"are": [{}], "at": "1"},
            "notes.at",
            "it has no at of its own; leave it out",
            id="a place where there is none",
        ),
        pytest.param(
            {"are": [{"says": 3}]}, "notes[0].says", "3 is not text", id="a bad part"
        ),
        pytest.param(
            {"are": Unreadable("it is odd", "do not")},
            "notes",
            "it is odd",
            id="a mark",
        ),
        pytest.param(
            Unreadable("it is odd", "do not"), "notes", "it is odd", id="alone"
        ),
    ],
)
def test_reads_several_values_of_a_class_without_a_place(
    notes: object, where: str, says: str
) -> None:
    _, faults = reads(notes=notes)
    assert list(faults) == [where]
    assert says in faults[where]


def test_several_values_without_a_place_are_read() -> None:
    town, faults = reads(notes={"are": [{"says": "x"}, {}]})
    assert not faults
    assert town == Town(title="T", notes=(Note(says="x"), Note()))


@pytest.mark.parametrize(
    "also",
    [
        pytest.param("X", id="a text"),
        pytest.param(["X"], id="a list"),
        pytest.param({"is": "X"}, id="a statement"),
        pytest.param([{"is": "X", "at": "1"}], id="a list of statements"),
        pytest.param({"are": ["X"], "at": "1"}, id="several"),
        pytest.param([{"are": ["Y", "X"]}], id="several in a list"),
    ],
)
def test_other_names_are_declared_in_whatever_form_they_are_written(
    also: object,
) -> None:
    town, faults = reads(posts=[{"name": "A", "also": also, "under": ["X", "all"]}])
    assert not faults
    assert town is not None


def test_a_thing_is_declared_though_other_parts_of_it_are_wrong() -> None:
    _, faults = reads(posts=[{"name": "A", "at": 3}, {"name": "B", "under": ["A"]}])
    assert list(faults) == ["posts[0].at"]


def test_a_name_that_cannot_be_read_declares_nothing() -> None:
    _, faults = reads(posts=[{"name": 3}, {"name": "B", "under": ["C"]}])
    assert faults == {
        "posts[0].name": "3 is not text; write a name in quotes",
        "posts[1].under[0]": 'nothing is called "C"; '
        "declare it as a partner, post, body, group or agency",
    }


def test_one_fault_does_not_hide_another() -> None:
    value, faults = reads(title=3, motto=[3, {"is": "x", "at": 4}], posts=[5, {"x": 6}])
    assert value is None
    assert list(faults) == [
        "title",
        "motto[0]",
        "motto[1].at",
        "posts[0]",
        "posts[1].x",
        "posts[1]",
    ]
