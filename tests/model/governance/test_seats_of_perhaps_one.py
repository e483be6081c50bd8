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
posts = ["ACC", "Chief Officer"]
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


def graph(
    members: str, *pairs: tuple[str, str], same: str = "unknown"
) -> masa.Governance:
    """Make a graph of a board, where names perhaps mean one thing."""
    told = "".join(
        f'[[same_as]]\none = "{one}"\nother = "{other}"\nsame = "{same}"\n'
        for one, other in pairs
    )
    text = HEAD.replace("{0}", members) + told
    return masa.governance(masa.loads(text))


def board(
    members: str, *pairs: tuple[str, str], same: str = "unknown"
) -> masa.Majorities:
    """Say who has more than half of the seats on it."""
    return graph(members, *pairs, same=same).majorities("Board")


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
        "Of the seats on Board (2 or 3), police, Our Police and Our Police Service may "
        "have more than half"
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


ALIKE = "Perhaps one: Our Police and Our Police Service."


class TestSeats:
    """What two have who may be one may be the same seats."""

    def test_that_there_may_be_fewer(self) -> None:
        found = graph(SEATS, TWO).seats("Board")
        assert found.count == masa.Count.one_of(2, 3)
        assert set(found.by_body.values()) == {masa.Count.exactly(1)}
        assert found.perhaps_one == (TWO,)
        said = "Board has 2 or 3 seats stated: 1 of Our Police, 1 of Our Police Service"
        assert str(found).startswith(said)
        assert found.remarks == (ALIKE,)

    @pytest.mark.parametrize(
        ("members", "count"),
        [
            ('{holder="Our Police",count=2}, "Our Police Service"', (1, 3)),
            (
                '{holder="Our Police",count=2}, {holder="Our Police Service",count=3}',
                (2, 5),
            ),
            ('"Our Police", "Our Police Service", "Other Police"', (1, 2, 3)),
            ('"Our Police", "Other Police", "DCS"', (2, 3)),
        ],
    )
    def test_that_as_few_are_sure_as_any_of_them_has(
        self, members: str, count: tuple[int, ...]
    ) -> None:
        chain = TWO, ("Our Police Service", "Other Police")
        found = graph(members, *chain).seats("Board").count
        assert (found.least, found.most) == (min(count), max(count))

    @pytest.mark.parametrize(("number", "least"), [(70, 70), (10**12, 0)])
    def test_that_many_are_a_range(self, number: int, least: int) -> None:
        members = ", ".join(
            f'{{holder="{name}",count={number}}}' for name in (*TWO, "Other Police")
        )
        chain = TWO, ("Our Police Service", "Other Police")
        found = graph(members, *chain).seats("Board").count
        assert (found.least, found.readings) == (least, ())

    @pytest.mark.parametrize(
        ("members", "same"),
        [
            (SEATS, "no"),
            ('"Our Police", "DCS"', "unknown"),
            ('"Our Police", {holder="Our Police Service",role="invited"}', "unknown"),
            ('"ACC", "Inspector"', "unknown"),
        ],
    )
    def test_that_others_are_counted_as_they_stand(
        self, members: str, same: str
    ) -> None:
        found = graph(members, TWO, same=same).seats("Board")
        assert found.count.is_known
        assert not found.perhaps_one
        assert ALIKE not in found.remarks

    def test_that_two_who_may_be_one_with_others_are_two(self) -> None:
        pairs = TWO, ("ICB", "Other Police")
        found = graph('"Our Police", "ICB"', *pairs).seats("Board")
        assert found.count == masa.Count.exactly(2)
        assert not found.perhaps_one

    def test_that_a_member_may_be_but_the_deputy_of_itself(self) -> None:
        members = '"Our Police", {holder="Our Police Service",role="deputy"}'
        found = graph(members, TWO).seats("Board")
        assert found.count == masa.Count.one_of(0, 1)
        assert found.perhaps_one == (TWO,)
        assert board(members, TWO)["police"].answer is UNKNOWN

    def test_that_a_post_that_may_be_one_of_another_body_is_of_either(self) -> None:
        members = '{holder="ACC",count=2}, "ICB"'
        found = graph(members, ("ACC", "Inspector"))
        assert found.seats("Board").rows[0].bodies == TWO
        answers = {row.of: row.answer for row in found.majorities("Board").rows}
        assert set(answers.values()) == {UNKNOWN, NO}
        assert answers["ICB"] is answers["health"] is NO
        assert board(members)["Our Police"].answer is YES

    def test_that_of_a_group_that_may_be_another_no_majority_is_sure(self) -> None:
        text = HEAD.replace("{0}", '"ACC"') + (
            '[[groups]]\nname = "Executive"\nmembers = ["ICB", "DCS"]\n'
            '[[same_as]]\none = "Board"\nother = "Executive"\nsame = "unknown"\n'
        )
        found = masa.governance(masa.loads(text))
        assert found.seats("Board").complete is UNKNOWN
        assert "not settled" in str(found.seats("Board"))
        assert {row.answer for row in found.majorities("Board")} == {UNKNOWN}

    def test_that_two_posts_of_a_body_may_be_one(self) -> None:
        found = graph('"ACC", "Chief Officer"', ("ACC", "Chief Officer"))
        assert found.seats("Our Police").count == masa.Count.one_of(1, 2)
        assert found.seats("Board").by_body == {"Our Police": masa.Count.one_of(1, 2)}

    def test_that_another_may_have_more_than_half_if_they_are_one(self) -> None:
        found = board(SEATS.replace('"DCS"', '{holder="DCS",count=2}'), TWO)
        assert found["Council"].answer is found["local authority"].answer is UNKNOWN
        assert board(SEATS, TWO)["Council"].answer is NO
