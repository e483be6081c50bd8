"""Seats that are settled, beside others of the same holder that are only planned."""

import pytest

import masa

HEAD = """
id = "{0}"
title = "Area {0}"
[[partners]]
kind = "local authority"
name = "Council"
posts = ["DCS", "Chief"]
[[partners]]
kind = "health"
name = "ICB"
posts = ["Nurse"]
[[partners]]
kind = "police"
name = "Force"
posts = ["ACC"]
[[bodies]]
id = "x/trust"
name = "Trust"
"""
BOARD = HEAD.format("a") + '[[groups]]\nname = "Board"\ncomplete = true\n'


def board(members: str) -> masa.Governance:
    """Make the graph of a group with a closed list of members."""
    return masa.governance(masa.loads(f"{BOARD}members = [{members}]"))


def rows(graph: masa.Governance, name: str = "Board") -> list[str]:
    """Give each row of the seats on a group."""
    return [str(row) for row in graph.seats(name).rows]


PLANS = {
    '"DCS", {holder="DCS",standing="proposed",at="9"}': "DCS sits on Board (s.9)",
    '{holder="DCS",standing="proposed",at="9"}, "DCS"': "DCS sits on Board (s.9)",
    '"DCS", {holder="DCS",count=3,condition="if X"}': (
        "1 or 3 of DCS sits on Board (if X)"
    ),
    '"Council", {holder="Council",condition="if X"}': (
        "1 or 2 of Council sits on Board (if X)"
    ),
    '"Council", {holder="Council",role="deputy",condition="if X"}': (
        "Council sits on Board"
    ),
    '"Council", "Council", {holder="Council",condition="if X"}': (
        "1, 2 or 3 of Council sits on Board (if X)"
    ),
    '{holder="DCS",role="deputy"}, {holder="DCS",condition="if X"}': (
        "0 or 1 of DCS sits on Board (deputy; if X)"
    ),
    '{holder="DCS",condition="if Y"}, {holder="DCS",condition="if X"}': (
        "0 or 1 of DCS sits on Board (if Y; if X)"
    ),
    '{holder="Council",condition="if Y"}, {holder="Council",condition="if X"}': (
        "0, 1 or 2 of Council sits on Board (if Y; if X)"
    ),
}


@pytest.mark.parametrize("members", PLANS)
def test_that_a_plan_weakens_no_settled_seat(members: str) -> None:
    assert rows(board(members)) == [PLANS[members]]


def test_that_a_post_that_surely_sits_has_more_than_half() -> None:
    found = board('"DCS", {holder="DCS",standing="proposed"}').majorities("Board")
    assert found["Council"].answer is masa.Answer.YES


JOINT = '[[groups]]\nid = "x/joint"\nname = "Joint"\nmembers = [{0}]\n'
FIRM, PLANNED = '"Trust"', '{holder="Trust",standing="proposed"}'
JOINTLY = [
    ((FIRM, PLANNED), "Trust sits on Joint"),
    ((PLANNED, FIRM), "Trust sits on Joint"),
    ((PLANNED, PLANNED), "0 or 1 of Trust sits on Joint (proposed)"),
    (
        ('{holder="Trust",count=2,standing="proposed"}', FIRM),
        "1 or 2 of Trust sits on Joint (proposed)",
    ),
    ((f"{PLANNED}, {PLANNED}", FIRM), "1 or 2 of Trust sits on Joint (proposed)"),
]


@pytest.mark.parametrize(("told", "row"), JOINTLY)
def test_that_what_one_arrangement_proposes_weakens_no_other(
    told: tuple[str, str], row: str
) -> None:
    several = [
        masa.loads(HEAD.format(own) + JOINT.format(members))
        for own, members in zip("ab", told, strict=True)
    ]
    assert rows(masa.governance(masa.Atlas(several)), "Joint") == [row]


TOGETHER = '"safeguarding partners"'
BESIDE_THEM = [
    '{holder="ACC",role="deputy"}',
    '{holder="ACC",role="observer"}',
    '{holder="ACC",standing="proposed"}',
    '{holder="Force",standing="proposed"}',
    '{holder="ACC",role="invited"}',
    '"ACC"',
]


@pytest.mark.parametrize("member", BESIDE_THEM)
def test_that_each_partner_has_a_seat_whoever_is_beside_it(member: str) -> None:
    seats = board(f"{TOGETHER}, {member}").seats("Board")
    assert (seats.count.least, seats.count.most) == (3, None)


def test_that_guests_take_no_seat_of_a_partner() -> None:
    seats = board(f'{TOGETHER}]\ninvited = ["ACC", "Nurse", "DCS"').seats("Board")
    assert str(seats).startswith("Board has at least 3 seats stated: at least 1 of")


def test_that_a_member_may_be_the_guest_of_its_partner() -> None:
    graph = board(f'"DCS"]\ninvited = [{TOGETHER}')
    least = {row.holder: row.count.least for row in graph.seats("Board").invited}
    assert least == {"Council": 0, "ICB": 1, "Force": 1}


SITS = {
    '"DCS", {holder="Chief",standing="proposed",holding="vacant",at="1"}': (
        "Council sits on Board (by DCS and Chief (vacant; proposed); s.1)."
    ),
    '{holder="Council",holding="vacant",at="1"}, "DCS"': (
        "Council sits on Board (by itself (vacant) and DCS; s.1)."
    ),
    '{holder="DCS",holding="vacant"}, {holder="Chief",holding="vacant"}': (
        "Council sits on Board (by DCS and Chief; vacant)."
    ),
    '{holder="Council",holding="vacant"}': "Council sits on Board (vacant).",
}


@pytest.mark.parametrize("members", SITS)
def test_that_what_is_told_of_one_seat_is_not_said_of_another(members: str) -> None:
    assert str(board(members).seats("Council")) == SITS[members]
