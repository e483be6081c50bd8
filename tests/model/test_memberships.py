"""A membership ends when the body does; what comes after it takes no seat for that."""

import pytest

import masa
from masa.ground.logic import Answer

TEXT = """
id = "x"
title = "X"
in_force = "1 January 2018"
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


def test_what_nothing_came_after_is_shown_without_it() -> None:
    (chair,) = masa.memberships(X, on="2018-01-02", of="Old Chair")
    assert list(chair.to_records()[0]) == ["group", "holder", "answer", "why"]


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
    assert seat[0].finding.rests_on[1].answer is answer


def test_a_vacant_seat_is_held_by_nobody() -> None:
    assert held("2020-12-31")["Panel", "Scrutineer"] is Answer.NO


@pytest.mark.parametrize(
    ("seat", "of", "needed"),
    [
        (("Forum", "ICB"), "ICB", "whether the condition was met"),
        (("Planned", "Scrutineer"), "Scrutineer", 'when "Planned" was there'),
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
        ("Scrutineer", "2018-01-01", Answer.YES),
        ("Scrutineer", "1999-01-01", Answer.UNKNOWN),
        ("X", "2018-01-01", Answer.YES),
        ("X", "1999-01-01", Answer.UNKNOWN),
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


def test_what_names_itself_as_its_body_ends_nowhere() -> None:
    loop = masa.loads(
        'id = "x"\ntitle = "X"\nin_force = "2018"\n'
        '[[partners]]\nkind = "health"\nname = "ICB"\nbody = "ICB"\n'
        'successors = ["ICB"]\n'
    )
    assert masa.was_there(loop, "ICB", "2020-01-01").answer is Answer.YES
    assert masa.successors(loop, "ICB") == ()


def test_what_is_only_planned_comes_after_nothing_yet() -> None:
    planned = masa.loads(
        'id = "x"\ntitle = "X"\nbodies = [{ name = "New" }, { name = "Old", '
        'successors = { is = "New", standing = "proposed" } }]'
    )
    assert masa.successors(planned, "Old") == ()
    assert masa.successors(X, "Trust") == ("ICB", "Later ICB")


@pytest.mark.parametrize(
    ("holding", "answer"),
    [
        ('{ is = "vacant", since = "2021" }', Answer.YES),
        ('{ is = "vacant", until = "2021" }', Answer.NO),
        ('{ unknown = "torn" }', Answer.YES),
    ],
)
def test_a_vacancy_counts_on_its_own_days(holding: str, answer: Answer) -> None:
    text = (
        'id = "x"\ntitle = "X"\nin_force = "2018"\nbodies = ["N"]\n'
        f'[[groups]]\nname = "G"\nmembers = [{{ holder = "N", holding = {holding} }}, '
        '{ holder = "N", role = "invited" }]'
    )
    (one,) = masa.memberships(masa.loads(text), on="2020-06-01")
    assert one.answer is answer


def test_a_vacant_post_holds_no_seat_and_a_partner_has_the_posts_of_its_body() -> None:
    text = (
        'id = "x"\ntitle = "X"\nin_force = "2018"\n'
        'bodies = [{ name = "N", posts = [{ name = "P", holding = "vacant" }] }]\n'
        '[[partners]]\nkind = "health"\nname = "ICB"\nbody = "N"\n'
        '[[groups]]\nname = "G"\nmembers = ["P", "safeguarding partners"]'
    )
    found = masa.loads(text)
    (post,) = masa.memberships(found, on="2020-06-01", of="ICB")
    assert (post.holder, post.answer) == ("P", Answer.NO)
    (all_of_them,) = masa.memberships(
        found, on="2020-06-01", of="safeguarding partners"
    )
    assert all_of_them.holder == "safeguarding partners"


@pytest.mark.parametrize(
    ("dates", "answer"),
    [
        ('[{ is = "2019", standing = "proposed" }, "2017"]', Answer.YES),
        ("{ none = true }", Answer.UNKNOWN),
        ('{ is = "2017", until = "2018" }', Answer.UNKNOWN),
    ],
)
def test_a_settled_day_counts_before_a_plan(dates: str, answer: Answer) -> None:
    text = f'id = "x"\ntitle = "X"\nbodies = [{{ name = "N", existed = {dates} }}]'
    assert masa.was_there(masa.loads(text), "N", "2019-06-01").answer is answer


def test_a_text_that_gives_no_day_tells_of_none() -> None:
    text = (
        'id = "x"\ntitle = "X"\nbodies = [{ name = "N", successors = { none = true } }]'
    )
    found = masa.loads(text)
    assert masa.was_there(found, "N", "2020-01-01").answer is Answer.UNKNOWN
    assert masa.successors(found, "N") == ()


ENDING = """
id = "x"
title = "X"
in_force = "1 January 2018"
ended = "31 March 2020"
functions = ["Training"]
[[groups]]
name = "Forum"
[[groups]]
name = "Begun"
period = { start = "2019" }
[[groups]]
name = "Over"
period = { start = "2019", end = "31 March 2021" }
[[groups]]
name = "Board beside"
outside = "other board"
"""
LASTS = [
    ("Forum", "2017-12-31", "unknown"),
    ("Forum", "2020-03-31", "yes"),
    ("Forum", "2020-04-01", "no"),
    ("Training", "2020-04-01", "no"),
    ("Begun", "2020-03-31", "yes"),
    ("Begun", "2020-04-01", "no"),
    ("Over", "2020-04-01", "yes"),
    ("Over", "2021-04-01", "no"),
    ("Board beside", "2020-04-01", "yes"),
]


@pytest.mark.parametrize(("name", "on", "answer"), LASTS)
def test_a_group_outlives_its_arrangement_only_if_its_own_end_is_stated(
    name: str, on: str, answer: str
) -> None:
    whole = masa.loads(ENDING)
    assert str(masa.was_there(whole, name, on).answer) == answer
    there = {node.name for node in masa.governance(whole, on=on).nodes}
    assert (name in there) is (answer != "no")


def test_a_group_may_have_ended_with_an_arrangement_whose_last_day_is_open() -> None:
    whole = masa.loads(ENDING.replace('"31 March 2020"', '"undated"'))
    assert masa.was_there(whole, "Forum", "2020-04-01").answer is Answer.UNKNOWN
    assert "Forum" in masa.governance(whole, on="2020-04-01")
