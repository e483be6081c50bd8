"""How many meetings a year there are, with every number that the words can mean."""

import pytest

import masa
from masa.ground.errors import DateError, KindError
from masa.ground.quantities import Count

TEXT = """
id = "x"
title = "X"
in_force = "1 January 2015"
posts = [{ name = "Lead", shared_with = ["Council", "Force"] }, { name = "Scrutineer" }]
[[partners]]
kind = "local authority"
name = "Council"
posts = ["Chief", "Director"]
[[partners]]
kind = "police"
name = "Force"
[[agencies]]
category = "Education"
named = ["College"]
[[groups]]
name = "Board"
meets = "quarterly"
members = ["Chief", "Director", "Scrutineer"]
invited = ["Force"]
[[groups]]
name = "Panel"
meets = [{ is = "quarterly", at = "7" }, { is = "monthly", at = "10" }]
members = ["Force", "Lead", { holder = "Council", standing = "proposed" }]
invited = [{ chairs_of = ["Board"] }]
[[groups]]
name = "Task group"
template = true
meets = "monthly"
[[groups]]
name = "Talks"
meets = "regularly"
members = ["relevant agencies", { any = "schools" }]
[[groups]]
name = "Silent"
[[groups]]
name = "Never"
meets = { none = true }
members = ["safeguarding partners"]
[[groups]]
name = "Planned"
standing = "proposed"
meets = { is = "3 times a year", standing = "proposed" }
[[groups]]
name = "Perhaps"
meets = [{ is = "monthly", standing = "proposed" }, { unknown = "often" }]
[[groups]]
name = "Changed"
meets = [{ is = "monthly", until = "31 December 2018" },
  { is = "quarterly", since = "1 January 2019" }]
period = { start = "2017", end = "31 March 2020" }
[[groups]]
name = "Beside"
outside = "other board"
meets = "yearly"
members = ["Council"]
"""
ARRANGEMENT = masa.loads(TEXT)
X = masa.governance(ARRANGEMENT)
BARNET = masa.governance(masa.examples.load("barnet"))

GROUPS = [
    ("Board", None, "4"),
    ("Board", 2019, "4"),
    ("Panel", None, "4 or 12"),
    ("Task group", None, "unknown, not counting Task group"),
    ("Talks", None, "unknown, not counting Talks"),
    ("Silent", None, "unknown, not counting Silent"),
    ("Never", None, "0"),
    ("Planned", None, "0 or 3"),
    ("Planned", 2019, "0 to 3"),
    ("Perhaps", None, "0 or 12"),
    ("Changed", None, "4 to 12"),
    ("Changed", 2017, "0 to 12"),
    ("Changed", 2019, "4"),
    ("Changed", "2019/20", "4"),
    ("Changed", "2018/19", "4 to 12"),
    ("Changed", masa.FinancialYear(2017), "0 to 12"),
    ("Beside", None, "1"),
]


@pytest.mark.parametrize(("group", "year", "count"), GROUPS)
def test_the_meetings_of_a_group(
    group: str, year: int | str | masa.FinancialYear | None, count: str
) -> None:
    assert str(X.meetings(year)[group].count) == count


BODIES = [
    ("Council", "4 to 16", "1", "5 to 17"),
    ("Force", "4 to 16", "0", "4 to 16"),
    ("Scrutineer", "4", "0", "4"),
    ("College", "unknown, not counting Talks", "0", "unknown, not counting Talks"),
]


@pytest.mark.parametrize(("body", "own", "beside", "every"), BODIES)
def test_the_meetings_of_a_body(body: str, own: str, beside: str, every: str) -> None:
    found = X.meetings()[body]
    printed = [
        str(Count(one.least, one.most, (), one.not_stated))
        for one in (found.count, found.beside, found.every)
    ]
    assert printed == [own, beside, every]


def test_those_who_sit_nowhere_attend_nothing() -> None:
    assert {one.name for one in X.meetings().bodies} == {body for body, *_ in BODIES}


def test_own_groups_and_those_beside_are_told_apart() -> None:
    found = X.meetings()
    assert found.own.least == 12
    assert found.every.least == 13
    assert found.own.most is None
    assert found.not_stated == ("Task group", "Talks", "Silent")
    assert [one.name for one in found.groups if one.is_beside] == ["Beside"]
    assert list(map(str, found.at)) == ["s.7", "s.10"]


def test_a_group_that_surely_was_not_there_is_left_out() -> None:
    def named(year: int) -> set[str]:
        return {one.name for one in X.meetings(year).groups}

    assert "Changed" not in named(2016)
    assert "Changed" in named(2020)
    assert "Changed" not in named(2021)
    ended = masa.governance(masa.loads('ended = "2018"\n' + TEXT.lstrip()))
    assert [one.name for one in ended.meetings(2019).groups] == ["Beside"]
    assert len(ended.meetings(2018).groups) == 10
    assert str(ended.meetings(2018)["Board"].count) == "0 to 4"


def test_a_graph_of_a_day_has_what_holds_on_it() -> None:
    graph = masa.governance(ARRANGEMENT, on="2019-06-01")
    assert str(graph.meetings()["Changed"].count) == "4"


def test_what_is_given_decides_what_is_proposed() -> None:
    never = masa.governance(ARRANGEMENT, given={"proposed": False})
    found = never.meetings()
    assert "Planned" not in {one.name for one in found.groups}
    assert str(found["Perhaps"].count) == "unknown, not counting Perhaps"
    always = masa.governance(ARRANGEMENT, given={"proposed": True})
    assert str(always.meetings()["Planned"].count) == "3"
    assert str(always.meetings()["Council"].every) == "9 or 17"


def test_barnet_by_hand() -> None:
    """Barnet 7, 10, 15: bi-monthly; quarterly or monthly; case review days."""
    found = BARNET.meetings()
    assert str(found["Leadership Forum"].count) == "6 or 24"
    assert str(found["Learning and Review Group"].count) == "at least 4"
    assert str(found["quarterly case review days"].count) == "4"
    assert (found.own.least, found.own.most) == (14, None)
    assert found["task and finish group"].count.not_stated
    assert str(found["London Borough of Barnet"].count) == "6 or 24"
    assert found["London Borough of Barnet"].beside.not_stated == (
        "Health and Wellbeing Board",
    )
    assert str(found["Learning and Review Group"]) == (
        "Learning and Review Group: at least 4 a year (quarterly and when needed "
        "(s.7) / monthly (s.10))"
    )


def test_in_a_year_nothing_is_sure_of_a_document_without_a_beginning() -> None:
    """Barnet does not print when it came into force."""
    assert str(BARNET.meetings(2019)["Leadership Forum"].count) == "0 to 24"


def test_somerset_suggests_three_events() -> None:
    """Somerset L94: three times a year, to be consulted on."""
    graph = masa.governance(masa.examples.load("somerset"))
    assert str(graph.meetings()["Themed conference style events"].count) == "0 or 3"


def test_meetings_are_told_in_a_sentence() -> None:
    assert str(X.meetings()) == (
        "X: at least 12 meetings of 9 groups a year; at least 13 with the groups "
        "beside it. How many are held is not stated for Task group, Talks and Silent."
    )
    few = '[[groups]]\nname = "A"\nmeets = "yearly"\n'
    head = 'id = "x"\ntitle = "X"\n'
    one = masa.governance(masa.loads(head + few))
    assert str(one.meetings()) == "X: 1 meeting of 1 group a year."
    none = masa.governance(masa.loads(head))
    assert str(none.meetings(2019)) == "No group of X is stated, nor any meeting."
    assert none.meetings().to_text().startswith("No group of X")
    haringey = masa.governance(masa.examples.load("haringey")).meetings()
    assert str(haringey).endswith(
        "How many are held is not stated in the text held for strategic leadership "
        "group."
    )
    assert "39 more" in str(BARNET.meetings())


def test_tables_and_records() -> None:
    text = X.meetings().to_text()
    for caption in ("Groups of the partnership", "Groups beside it", "Bodies, with"):
        assert caption in text
    records = X.meetings().to_records()
    assert records[1] == {
        "of": "group",
        "name": "Panel",
        "a year": "4 or 12",
        "beside": "0",
        "stated": "quarterly (s.7) / monthly (s.10)",
        "place": "s.7; s.10",
    }
    assert {"of": "group", "name": "Beside", "beside": "yes"}.items() <= next(
        one.items() for one in records if one["name"] == "Beside"
    )
    assert [one["of"] for one in records].count("body") == 4


@pytest.mark.parametrize(
    ("year", "error"),
    [
        (True, KindError),
        (2019.0, KindError),
        (1800, DateError),
        (2300, DateError),
        ("2019", DateError),
    ],
)
def test_what_is_no_year_is_refused(year: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        X.meetings(year)


def test_how_to_write_either_year_is_said() -> None:
    says = 'give 2019 as a number, or "2019/20" for a financial year'
    with pytest.raises(DateError, match=says):
        X.meetings("2019")


@pytest.mark.parametrize(
    ("role", "count"),
    [
        ('"full"', "12"),
        ('"deputy"', "0 or 12"),
        ('["deputy", "full"]', "0 or 12"),
        ('["full", "observer"]', "12"),
    ],
)
def test_a_deputy_need_not_attend(role: str, count: str) -> None:
    text = (
        'id="x"\ntitle="X"\nbodies=["Force"]\n[[groups]]\nname="Board"\n'
        f'meets="monthly"\nmembers=[{{ holder = "Force", role = {role} }}]\n'
    )
    found = masa.governance(masa.loads(text)).meetings()
    assert str(found["Force"].count) == count


@pytest.mark.parametrize(
    ("since", "count"),
    [
        pytest.param("1 April 2020", "4 to 12", id="one after the other"),
        pytest.param("1 May 2020", "unknown", id="with a gap between them"),
        pytest.param("1 April 2021", "unknown", id="with a gap to the end"),
    ],
)
def test_statements_that_cover_a_year_together_bound_it(since: str, count: str) -> None:
    text = (
        'id="x"\ntitle="X"\nin_force="2015"\n[[groups]]\nname="Board"\nmeets=['
        '{ is = "quarterly", until = "31 March 2020" }, '
        f'{{ is = "monthly", since = "{since}" }}]\n'
    )
    found = masa.governance(masa.loads(text)).meetings(2020)
    assert found.to_records()[0]["a year"] == count


def test_of_many_of_which_it_is_not_stated_the_first_are_named() -> None:
    names = "".join(f'[[groups]]\nname="{one}"\n' for one in "ABCDE")
    found = masa.governance(masa.loads(f'id="x"\ntitle="X"\n{names}')).meetings()
    assert str(found).endswith("not stated for A, B, C, D and 1 more.")
