"""A membership ends when the body does; what comes after it takes no seat for that."""

import pytest

import masa
from masa.ground.logic import Answer

TEXT = """
id = "x"
title = "X"
posts = [{ name = "Nurse", body = "CCG" }, { name = "Scrutineer" }]
[[partners]]
kind = "health"
name = "CCG"
ended = "30 June 2022"
successors = ["ICB"]
posts = ["Director"]
[[bodies]]
name = "ICB"
existed = "1 July 2022"
successors = ["Later ICB"]
[[bodies]]
name = "Later ICB"
successors = ["ICB"]
[[bodies]]
name = "Old Board"
ended = "undated"
posts = ["Old Chair"]
[[agencies]]
category = "Health"
named = [{ name = "Trust", body = "CCG" }, { name = "Probation", ended = "2019" }]
[[groups]]
name = "Forum"
members = ["CCG", "Director", "Nurse", "Scrutineer", "Old Chair", "Trust",
  { any = "schools" }, { holder = "ICB", condition = "once asked" },
  { holder = "Probation", standing = "proposed" }]
[[groups]]
name = "Panel"
period = { start = "2020", end = "2021" }
members = [{ holder = "Scrutineer", holding = "vacant" }, "ICB"]
[[groups]]
name = "Planned"
standing = "proposed"
members = ["Scrutineer"]
"""
X = masa.loads(TEXT)


def held(on: str, of: str | None = None) -> dict[tuple[str, str], Answer]:
    found = masa.memberships(X, on=on, of=of)
    return {(one.group, one.holder): one.answer for one in found}


@pytest.mark.parametrize("holder", ["CCG", "Director", "Nurse", "Trust"])
def test_a_membership_lasts_to_the_last_day_of_the_body(holder: str) -> None:
    assert held("2022-06-30")["Forum", holder] is Answer.YES
    assert held("2022-07-01")["Forum", holder] is Answer.NO


def test_what_ended_on_an_unknown_day_leaves_it_unknown() -> None:
    assert held("2026-01-01")["Forum", "Old Chair"] is Answer.UNKNOWN


def test_what_comes_after_is_named_and_takes_no_seat() -> None:
    (ccg,) = [
        one for one in masa.memberships(X, on="2023-01-01") if one.holder == "CCG"
    ]
    assert ccg.after == ("ICB", "Later ICB")
    assert ccg.answer is Answer.NO
    assert ("after it came", "ICB and Later ICB") in ccg.to_records()[0].items()
    assert str(ccg) == '"CCG" was a member of "Forum" on 1 January 2023: no'


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        ("2019-12-31", Answer.NO),
        ("2020-06-01", Answer.UNKNOWN),
        ("2022-01-01", Answer.NO),
    ],
)
def test_a_membership_lasts_as_long_as_the_group(on: str, answer: Answer) -> None:
    seat = [one for one in masa.memberships(X, on=on, of="ICB") if one.group == "Panel"]
    assert seat[0].finding.rests_on[0].answer is answer


def test_a_vacant_seat_is_held_by_nobody() -> None:
    assert held("2020-12-31")["Panel", "Scrutineer"] is Answer.NO


@pytest.mark.parametrize(
    ("seat", "of", "needed"),
    [
        (("Forum", "ICB"), "ICB", "whether the condition was met"),
        (("Planned", "Scrutineer"), "Scrutineer", "whether what is proposed came"),
    ],
)
def test_what_does_not_hold_yet_leaves_it_unknown(
    seat: tuple[str, str], of: str, needed: str
) -> None:
    (one,) = [
        one
        for one in masa.memberships(X, on="2023-01-01", of=of)
        if (one.group, one.holder) == seat
    ]
    assert one.answer is Answer.UNKNOWN
    assert needed in "; ".join(one.finding.needed)


def test_a_vacancy_of_which_two_things_are_said_leaves_it_unknown() -> None:
    text = TEXT.replace('holding = "vacant"', 'holding = ["vacant", "filled"]')
    found = masa.memberships(masa.loads(text), on="2020-12-31", of="Scrutineer")
    assert [one.answer for one in found if one.group == "Panel"] == [Answer.UNKNOWN]


def test_seats_of_a_body_are_those_of_its_posts_too() -> None:
    assert set(held("2020-01-01", of="CCG")) == {
        ("Forum", "CCG"),
        ("Forum", "Director"),
        ("Forum", "Nurse"),
    }
    assert set(held("2020-01-01", of="Nurse")) == {("Forum", "Nurse")}


def test_what_is_not_declared_cannot_be_asked_for() -> None:
    with pytest.raises(masa.UnknownNameError):
        masa.memberships(X, on="2020-01-01", of="Nobody")
    with pytest.raises(masa.UnknownNameError):
        masa.was_there(X, "Nobody", "2020-01-01")


@pytest.mark.parametrize(
    ("name", "on", "answer"),
    [
        ("ICB", "2022-06-30", Answer.NO),
        ("ICB", "2022-07-01", Answer.YES),
        ("Probation", "2018-12-31", Answer.YES),
        ("Probation", "2019-06-01", Answer.UNKNOWN),
        ("Scrutineer", "1999-01-01", Answer.YES),
        ("X", "1999-01-01", Answer.YES),
    ],
)
def test_what_is_named_was_there_unless_a_day_speaks_against_it(
    name: str, on: str, answer: Answer
) -> None:
    found = masa.was_there(X, name, on)
    assert found.answer is answer
    assert bool(found.needed) is (answer is Answer.UNKNOWN)


def test_successors_are_followed_once_and_to_the_end() -> None:
    assert masa.successors(X, "Director") == ("ICB", "Later ICB")
    assert masa.successors(X, "Forum") == ()
