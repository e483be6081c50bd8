"""The row of an answer is found by any name of whoever it is of."""

from collections.abc import Iterator
from typing import Protocol

import pytest

import masa
from masa.ground.errors import KindError, UnknownNameError
from masa.model.governance.concentration import Concentration
from masa.model.governance.majorities import Majorities
from masa.model.governance.meeting_counts import YearOfMeetings

BARNET = masa.governance(masa.examples.load("barnet"))
Answer = Concentration | Majorities | YearOfMeetings
ANSWERS: dict[str, Answer] = {
    "meetings": BARNET.meetings(),
    "concentration": BARNET.concentration(),
    "majorities": BARNET.majorities("Leadership Forum"),
}


@pytest.mark.parametrize("asked", ANSWERS)
def test_any_name_of_a_body_finds_its_row(asked: str) -> None:
    answer = ANSWERS[asked]
    assert answer["LBB"] == answer["London Borough of Barnet"]


@pytest.mark.parametrize("asked", ANSWERS)
@pytest.mark.parametrize(
    ("name", "kind", "says"),
    [
        pytest.param(
            "London Borough of Barnett",
            UnknownNameError,
            'did you mean "London Borough of Barnet"?',
            id="a misspelt name",
        ),
        pytest.param("zzz", UnknownNameError, "no row is", id="a name of nobody"),
        pytest.param([], KindError, "is not text", id="a list"),
    ],
)
def test_another_name_is_refused_with_what_would_be_right(
    asked: str, name: str, kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says.replace("?", r"\?")):
        ANSWERS[asked][name]


def test_what_is_no_name_is_refused_also_where_there_are_no_rows() -> None:
    empty = masa.governance(masa.loads('id="x"\ntitle="X"\n')).meetings()
    with pytest.raises(KindError, match="is not text"):
        empty[5]  # type: ignore[index] # on purpose
    with pytest.raises(UnknownNameError, match="no row is called"):
        empty["zzz"]


def test_what_is_beyond_the_rows_that_are_given_is_asked_for_with_more() -> None:
    with pytest.raises(UnknownNameError, match="with a larger `most`"):
        BARNET.concentration(most=1)["zzz"]
    with pytest.raises(UnknownNameError, match="look at `bodies` and `posts`"):
        BARNET.concentration(most=1000)["zzz"]


def test_a_name_that_several_rows_share_is_not_guessed() -> None:
    areas = [
        masa.Arrangement(id=one, title=one, groups=(masa.Group(name="Panel"),))
        for one in ("a", "b")
    ]
    found = masa.governance(masa.Atlas(areas)).meetings()
    assert found["a: Panel"].name == "Panel [a]"
    with pytest.raises(UnknownNameError, match='of them, such as "Panel \\[a\\]"'):
        found["Panel"]


class Listing(Protocol):
    """What can be gone through, and counted."""

    def __iter__(self) -> Iterator[object]:
        """Give one row after another."""

    def __len__(self) -> int:
        """Count the rows."""


MEETINGS, PLACES = BARNET.meetings(), BARNET.concentration()
SEATS, SHARED = BARNET.seats("Leadership Forum"), BARNET.overlaps()
PASSED, LOOSE = BARNET.must_pass("CDOP"), BARNET.unconnected()
MORE = BARNET.majorities("Leadership Forum")


@pytest.mark.parametrize(
    ("answer", "rows"),
    [
        pytest.param(MEETINGS, MEETINGS.groups, id="the groups that meet"),
        pytest.param(
            PLACES, (*PLACES.bodies, *PLACES.posts), id="who is in most places"
        ),
        pytest.param(MORE, MORE.rows, id="the kinds and bodies with seats"),
        pytest.param(SEATS, SEATS.rows, id="the seats"),
        pytest.param(SHARED, SHARED.pairs, id="the pairs of groups"),
        pytest.param(PASSED, PASSED.nodes, id="what is passed"),
        pytest.param(LOOSE, (*LOOSE.own, *LOOSE.beside), id="groups without a route"),
    ],
)
def test_what_an_answer_lists_can_be_gone_through(
    answer: Listing, rows: tuple[object, ...]
) -> None:
    assert tuple(answer) == rows
    assert len(answer) == len(rows) > 0
