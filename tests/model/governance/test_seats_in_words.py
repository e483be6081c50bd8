"""Seats told in the number of whoever has them."""

import pytest

import masa

HEAD = """
id = "x"
title = "X"
[[partners]]
kind = "police"
name = "Force"
posts = ["Director of Services"]
[[partners]]
kind = "health"
name = "ICB"
[[agencies]]
category = "Education"
named = ["College"]
described = ["schools"]
[[groups]]
name = "Board"
"""


def board(text: str) -> masa.Governance:
    """Make the graph of one group."""
    return masa.governance(masa.loads(HEAD + text))


ROWS = {
    'members = ["schools"]': "unknown of schools sit on Board",
    'members = ["Director of Services"]': "Director of Services sits on Board",
    'invited = ["relevant agencies"]': (
        "unknown of relevant agencies are invited to Board"
    ),
    'members = [{any="parents",count=2}]': "2 of parents sit on Board",
    'members = [{any="a parent"}]': "unknown of a parent sits on Board",
    'invited = [{chairs_of=["Board"],count=1}]': "the chairs of Board are invited to "
    "Board",
    '[[relations]]\nsource="schools"\nverb="is a member of"\ntarget="Board"': (
        "unknown of schools sit on Board"
    ),
    'members = [{holder="safeguarding partners",standing="proposed"}, "Force"]': (
        "Force sits on Board"
    ),
}


@pytest.mark.parametrize("text", ROWS)
def test_that_a_row_agrees_with_its_holder(text: str) -> None:
    assert str(board(text).seats("Board").rows[0]) == ROWS[text]


def test_that_each_of_several_sits() -> None:
    rows = board('members = ["safeguarding partners"]').seats("Board").rows
    assert [str(row) for row in rows] == [
        "at least 1 of Force sits on Board (as one of the safeguarding partners)",
        "at least 1 of ICB sits on Board (as one of the safeguarding partners)",
    ]


WHERE = [
    ("safeguarding partners", "sit on Board (by Force and ICB; as one of the "),
    ("schools", "are invited to Board"),
    ("College", "sits on Board"),
    ("relevant agencies", "sit on Board (by College) and are beside the"),
]


@pytest.mark.parametrize(("name", "says"), WHERE)
def test_that_where_they_sit_agrees_with_their_name(name: str, says: str) -> None:
    text = (
        'members = ["safeguarding partners", "College", '
        '{holder="relevant agencies",role="observer"}]\ninvited = ["schools"]'
    )
    assert f"{name} {says}" in str(board(text).seats(name))


def test_that_many_sit_by_themselves() -> None:
    text = (
        'members = [{holder="safeguarding partners",count=2,holding="vacant"}, "ICB"]'
    )
    assert str(board(text).seats("safeguarding partners")) == (
        "safeguarding partners sit on Board (by themselves (vacant) and ICB)."
    )


NUMBERS = {
    '{holder="Force",standing="proposed"}': "Board has 0 or 1 seat stated",
    '{holder="Force",count=[1,{is=3,at="9"}]}': "Board has 1 or 3 seats stated",
    '"ICB", "safeguarding partners"': "Board has at least 2 seats stated",
    '"ICB", {holder="schools",count={is=1,at="9"}}': "Board has 2 seats stated",
}


@pytest.mark.parametrize("members", NUMBERS)
def test_that_seats_are_told_in_their_number(members: str) -> None:
    graph = board(f"members = [{members}]")
    assert str(graph.seats("Board")).startswith(NUMBERS[members])


def test_that_at_least_one_is_one() -> None:
    row = masa.SeatHeld(
        holder="Force", group="Board", bodies=("Force",), count=masa.Count(1, None)
    )
    assert str(masa.Seats(name="Board", rows=(row,))).startswith(
        "Board has at least 1 seat stated: at least 1 of Force."
    )
