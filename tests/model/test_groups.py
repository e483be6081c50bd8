"""Groups and the seats on them."""

import pytest

from masa.ground.errors import RangeError
from masa.ground.stated import stated
from masa.model.bodies import Holding
from masa.model.groups import Function, Group, Seat, SeatRole


@pytest.mark.parametrize(
    ("seat", "words"),
    [
        (Seat(holder="Chief Executive"), "Chief Executive"),
        (Seat(any="public health"), "public health"),
        (Seat(chairs_of=("Board", "Forum")), "the chairs of Board and Forum"),
        (
            Seat(
                any="schools",
                role=stated(SeatRole.OBSERVER, at="7"),
                condition="where relevant",
            ),
            "schools, observer (s.7), where relevant",
        ),
        (
            Seat(holder="Council", holding=stated(Holding.VACANT, at="2")),
            "Council, vacant (s.2)",
        ),
    ],
)
def test_a_seat_says_who_holds_it(seat: Seat, words: str) -> None:
    assert str(seat) == words


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"holder": "LBB", "any": "health"},
        {"any": "health", "chairs_of": ["Board"]},
        {"holder": "LBB", "any": "health", "chairs_of": ["Board"]},
    ],
    ids=["nobody", "holder and any", "any and chairs", "all three"],
)
def test_a_seat_is_held_in_exactly_one_way(parts: dict[str, str]) -> None:
    with pytest.raises(RangeError, match="exactly one"):
        Seat(**parts)  # type: ignore[arg-type] # wrong on purpose


def test_a_group_takes_plain_values_and_is_called_by_its_name() -> None:
    plain = {"name": "Board", "tier": 2, "meets": "monthly", "members": ["LBB"]}
    board = Group(**plain)  # type: ignore[arg-type] # plain values at run time
    assert str(board) == "Board"
    assert str(board.meets.only) == "monthly"
    assert board.tier.only == 2
    assert board.members == (Seat(holder="LBB"),)


def test_a_function_needs_no_group_and_lacks_no_chair() -> None:
    assert str(Function(name="quality assurance")) == "quality assurance"
    assert not hasattr(Function(name="quality assurance"), "chair")
