"""Who has more than half, where it is unknown whether two names are one body."""

import pytest

import masa

HEAD = """
id = "x"
title = "X"
sets = [{ name = "parents" }]
[[partners]]
kind = "police"
name = "Our Police"
posts = ["ACC"]
[[partners]]
kind = "health"
name = "ICB"
[[partners]]
kind = "local authority"
name = "Council"
posts = ["DCS"]
[[bodies]]
name = "Our Police Service"
posts = ["Inspector"]
[[bodies]]
name = "Other Police"
[[agencies]]
category = "Justice"
named = ["Constabulary", "Probation"]
described = ["schools"]
[[groups]]
name = "Board"
complete = true
members = [{0}]
"""
YES, NO, UNKNOWN = masa.Answer.YES, masa.Answer.NO, masa.Answer.UNKNOWN


def board(
    members: str, *pairs: tuple[str, str], same: str = "unknown"
) -> masa.Majorities:
    """Say who has more than half, where names perhaps mean one thing."""
    told = "".join(
        f'[[same_as]]\none = "{one}"\nother = "{other}"\nsame = "{same}"\n'
        for one, other in pairs
    )
    text = HEAD.replace("{0}", members) + told
    return masa.governance(masa.loads(text)).majorities("Board")


TWO = "Our Police", "Our Police Service"
SEATS = '"Our Police", "Our Police Service", "DCS"'


def test_that_two_who_may_be_one_may_have_more_than_half() -> None:
    found = board(SEATS, TWO)
    answers = {row.of: row.answer for row in found.rows}
    assert answers == {
        "police": UNKNOWN,
        "others": NO,
        "local authority": NO,
        "Our Police": UNKNOWN,
        "Our Police Service": UNKNOWN,
        "Council": NO,
    }
    assert str(found).startswith(
        "Of the seats on Board (3), police, Our Police and Our Police Service may have "
        "more than half"
    )
    assert found["Our Police"].seats.least == 1


@pytest.mark.parametrize(("same", "answer"), [("yes", YES), ("no", NO)])
def test_that_what_is_known_of_them_is_sure(same: str, answer: masa.Answer) -> None:
    members = '"ACC", "Inspector", "DCS"'
    assert board(members, TWO, same=same)["Our Police"].answer is answer


def test_that_posts_of_two_who_may_be_one_count_for_them() -> None:
    found = board('"ACC", "Inspector", "DCS"', TWO)
    assert found["Our Police"].answer is found["police"].answer is UNKNOWN


def test_that_of_three_names_each_may_be_another() -> None:
    chain = ("Our Police", "Our Police Service"), ("Our Police Service", "Other Police")
    found = board('"Our Police", "Other Police", "DCS"', *chain)
    assert found["Our Police"].answer is found["Other Police"].answer is UNKNOWN


SCHOOLS = '{holder="schools",count=2}, "DCS"'
PARENTS = '{holder="parents",count=2}, "DCS"'
KINDS = [
    (("Constabulary", "Our Police"), "police", '"{0}", "{1}", "DCS"', UNKNOWN),
    (
        ("Our Police Service", "Constabulary"),
        "relevant agencies: Justice",
        '"{0}", "{1}", "DCS"',
        UNKNOWN,
    ),
    (("Our Police Service", "Constabulary"), "others", '"Constabulary", "DCS"', None),
    (("Our Police", "ICB"), "police", '"{0}", "{1}", "DCS"', UNKNOWN),
    (("ACC", "Inspector"), "police", '"{0}", "{1}", "DCS"', UNKNOWN),
    (("Inspector", "DCS"), "local authority", '"{0}", "{1}", "ICB"', UNKNOWN),
    (("ACC", "Our Police"), "police", '"{0}", "DCS", "ICB"', NO),
    (("schools", "Our Police"), "police", SCHOOLS, UNKNOWN),
    (("parents", "Our Police"), "police", PARENTS, None),
    (("parents", "Our Police"), "described", '{any="a friend"}, "DCS"', UNKNOWN),
]


@pytest.mark.parametrize(("pair", "kind", "members", "answer"), KINDS)
def test_that_a_seat_may_be_of_the_kind_of_what_it_may_be(
    pair: tuple[str, str], kind: str, members: str, answer: masa.Answer | None
) -> None:
    for one, other in zip("01", pair, strict=True):
        members = members.replace(f"{{{one}}}", other)
    rows = {row.of: row.answer for row in board(members, pair).kinds}
    assert rows.get(kind) is answer


def test_that_a_partner_stays_of_its_kind() -> None:
    found = board('"Our Police", "ACC", "Constabulary"', ("Our Police", "Constabulary"))
    assert found["police"].answer is YES
