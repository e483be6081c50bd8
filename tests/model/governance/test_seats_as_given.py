"""The seats on a group on a day, and under what is given."""

import pytest

import masa

HEAD = """
id = "x"
title = "X"
[[partners]]
kind = "local authority"
name = "Council"
posts = ["DCS"]
[[partners]]
kind = "health"
name = "ICB"
posts = ["Nurse"]
[[partners]]
kind = "police"
name = "Force"
posts = ["ACC"]
[[groups]]
name = "Board"
"""


def board(
    text: str, *, on: str | None = None, given: dict[str, bool] | None = None
) -> masa.Governance:
    """Make the graph of one group, on a day, under what is given."""
    return masa.governance(masa.loads(HEAD + text), on=on, given=given)


def rows(graph: masa.Governance) -> list[str]:
    """Give each row of the seats on the group."""
    return [str(row) for row in graph.seats("Board").rows]


def details(graph: masa.Governance, source: str) -> dict[str, str | int]:
    """Give what an edge to the group tells beyond who, whom and how."""
    (edge,) = (e for e in graph.edges if (e.source, e.target) == (source, "Board"))
    return dict(edge.details)


def turning(before: str, after: str) -> str:
    """Write a fact that changes in April 2020."""
    return (
        f"[{{is={before},until='31 March 2020'}},{{is={after},since='1 April 2020'}}]"
    )


BEYOND = turning("true", "false")
DATED = f"""
complete = {turning("false", "true")}
members = [
  {{holder="DCS",role={turning('"deputy"', '"full"')}}},
  {{holder="Nurse",holding={turning('"vacant"', '"filled"')}}},
  {{holder="Force",count={turning("1", "3")},beyond_minimum={BEYOND}}},
  {{holder="ACC",role={turning('"full"', '"invited"')}}},
]
"""


def test_that_seats_are_those_of_the_day() -> None:
    graph = board(DATED, on="2021-06-01")
    assert str(graph.seats("Board")) == (
        "As of 1 June 2021: Board has 5 seats stated: 1 of Council, 1 of ICB and 3 of "
        "Force. The list is stated to be complete. By invitation: ACC."
    )
    assert graph.majorities("Board")["police"].answer is masa.Answer.YES
    assert details(graph, "DCS") == {"role": "full"}
    assert details(graph, "Nurse") == {"holding": "filled"}
    assert details(graph, "Force") == {"count": 3}


def test_that_seats_are_those_of_an_earlier_day() -> None:
    graph = board(DATED, on="2019-06-01")
    assert rows(graph) == [
        "DCS sits on Board (deputy)",
        "Nurse sits on Board (vacant)",
        "Force sits on Board (beyond the minimum)",
        "ACC sits on Board (full)",
    ]
    assert graph.seats("Board").complete is masa.Answer.NO
    assert details(graph, "Force") == {"count": 1, "beyond_minimum": "yes"}


def test_that_seats_are_those_of_every_day_if_none_is_asked_for() -> None:
    assert rows(board(DATED))[0] == "0 or 1 of DCS sits on Board (deputy; full)"


PERHAPS = [
    ('{holder="Force",count={is=3,since="2020"}}', "1 or 3 of Force sits on Board"),
    (
        '{holder="Force",count=[2,{is=3,since="2020"}]}',
        "2 or 3 of Force sits on Board",
    ),
    ('{holder="Force",count={is=3,since="2021"}}', "Force sits on Board"),
    (
        '{holder="ACC",role={is="deputy",since="2020"}}',
        "0 or 1 of ACC sits on Board (deputy)",
    ),
    ('{holder="ACC",role={is="deputy",since="2021"}}', "ACC sits on Board"),
    (
        '{holder="ACC",role=[{is="observer",since="2020"},"deputy"]}',
        "ACC sits on Board (observer; deputy)",
    ),
]


@pytest.mark.parametrize(("member", "row"), PERHAPS)
def test_that_what_holds_perhaps_on_the_day_stays_open(member: str, row: str) -> None:
    assert rows(board(f"members = [{member}]", on="2020-06-01")) == [row]


COMPLETE = [
    ('{is=true,since="2020"}', masa.Answer.UNKNOWN),
    ('[true,{is=true,since="2020"}]', masa.Answer.YES),
    ('[true,{is=false,since="2020"}]', masa.Answer.UNKNOWN),
    ('[true,{is=false,since="2021"}]', masa.Answer.YES),
    ('{is=true,since="2021"}', masa.Answer.UNKNOWN),
]


@pytest.mark.parametrize(("complete", "answer"), COMPLETE)
def test_that_a_list_is_complete_on_its_days(
    complete: str, answer: masa.Answer
) -> None:
    graph = board(f'complete = {complete}\nmembers = ["DCS"]', on="2020-06-01")
    assert graph.seats("Board").complete is answer


PROPOSED = """
standing = "proposed"
complete = true
members = ["DCS", "ACC", {holder="Council",role="deputy"}, "Force",
  {holder="Nurse",condition="if funded"}]
"""


def test_that_a_proposed_group_that_comes_about_has_its_seats() -> None:
    given = {"proposed": True, "if funded": False}
    graph = board(PROPOSED, given=given)
    seats = graph.seats("Board")
    assert (str(seats.count), seats.complete) == ("3", masa.Answer.YES)
    assert [row.holder for row in seats.beside] == ["Council"]
    assert graph.majorities("Board")["police"].answer is masa.Answer.YES


def test_that_a_condition_that_is_met_makes_a_seat_as_firm_as_its_group() -> None:
    met, *_ = board(PROPOSED, given={"if funded": True}).seats("Nurse").rows
    assert str(met) == "Nurse sits on Board (proposed)"
    (untold,) = board(PROPOSED).seats("Nurse").rows
    assert str(untold) == "0 or 1 of Nurse sits on Board (proposed; if funded)"


PLANS = """
complete = true
members = ["DCS", {holder="ACC",role={is="deputy",standing="proposed"}},
  {holder="Force",count={is=3,standing="proposed"}},
  {holder="ICB",count={unknown="not told",standing="proposed"}}]
"""


@pytest.mark.parametrize(
    ("is_met", "told", "more"),
    [
        (
            False,
            ["DCS sits", "ACC sits", "Force sits", "ICB sits"],
            {},
        ),
        (
            True,
            ["DCS sits", "ACC sits", "3 of Force sits", "unknown of ICB sits"],
            {"count": 3},
        ),
    ],
)
def test_that_planned_roles_and_numbers_come_about_or_not(
    *, is_met: bool, told: list[str], more: dict[str, str | int]
) -> None:
    graph = board(PLANS, given={"proposed": is_met})
    assert [row.partition(" on")[0] for row in rows(graph)] == told
    assert len(graph.seats("Board").beside) == is_met
    assert details(graph, "Force") == more


STATED = [
    pytest.param("", "not stated", id="silent"),
    pytest.param('complete={unknown="cannot be read"}', "not stated", id="untold"),
    pytest.param(
        'complete=[{is=true,at="2"},{is=false,at="3"}]',
        "not settled (s.2 and s.3)",
        id="contradicted",
    ),
    pytest.param(
        'complete={is=true,condition="if agreed"}', "not settled", id="conditional"
    ),
    pytest.param(
        'standing="proposed"\ncomplete={is=true,at="2"}',
        "not settled (s.2)",
        id="proposed",
    ),
]


@pytest.mark.parametrize(("stated", "says"), STATED)
def test_that_not_settled_is_not_said_to_be_not_stated(stated: str, says: str) -> None:
    seats = board(f'{stated}\nmembers = ["DCS"]').seats("Board")
    assert str(seats).endswith(f"Whether the list is complete is {says}.")


def test_that_no_majority_tells_why() -> None:
    why = "Whether anybody has more than half of the seats on Board is unknown, for {}."
    members = 'members = [{holder="DCS",at="4"}]'
    silent = board(members).majorities("Board")
    settles = f'complete=[{{is=true,at="2"}},{{is=false,at="3"}}]\n{members}'
    open_ = board(settles).majorities("Board")
    not_stated = "the list of members is not stated to be complete (s.4)"
    assert str(silent).startswith(why.format(not_stated))
    assert str(open_).startswith(
        why.format(
            "it is not settled whether the list of members is complete (s.4, s.2 and "
            "s.3)"
        )
    )
