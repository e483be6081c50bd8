"""Who has how many seats on a group, where somebody sits, who has more than half."""

import pytest

import masa
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.logic import Answer
from masa.ground.quantities import Count

TEXT = """
id = "x"
title = "X"
posts = [{ name = "Lead", shared_with = ["Council", "ICB"] }, { name = "Scrutineer" }]
sets = [{ name = "parents" }]
[[partners]]
kind = "local authority"
name = "Council"
posts = ["Chief", "Director"]
[[partners]]
kind = "health"
name = "ICB"
posts = ["Nurse"]
[[partners]]
kind = "police"
name = "Force"
posts = ["Commander"]
[[bodies]]
name = "Social Care"
part_of = "Council"
posts = ["Head of Social Care"]
[[bodies]]
name = "Charity"
[[agencies]]
category = "Education"
named = ["College"]
described = ["schools"]
[[agencies]]
category = "Probation"
named = ["Probation Service"]
[[groups]]
name = "Board"
complete = true
members = ["Chief", "Director", "Head of Social Care", "Nurse", "Commander"]
[[groups]]
name = "Panel"
complete = true
at = "4"
members = ["Chief", { holder = "Force", count = 2 },
  { holder = "Council", count = 2, role = "full" }, "College", "schools",
  "Charity", "Lead",
  { any = "a lay member" },
  "safeguarding partners", "relevant agencies", "parents", "Scrutineer", "Board"]
invited = [{ chairs_of = ["Board", "Net"] },
  { holder = "Nurse", condition = "if asked" }]
[[groups]]
name = "Net"
complete = false
members = ["Probation Service",
  { holder = "Charity", count = { unknown = "not told" } }]
[[groups]]
name = "Silent"
[[groups]]
name = "Small"
complete = true
members = [{ holder = "Council", count = 3 }, "Nurse",
  { holder = "Force", standing = "proposed" },
  { holder = "Scrutineer", role = "invited" }]
[[groups]]
name = "Twice"
complete = true
members = ["Chief", { holder = "Chief", role = "deputy", at = "9" }, "Force", "Force",
  { any = "a nurse", count = 1 }]
[[groups]]
name = "Planned"
standing = "proposed"
members = [{ holder = "Chief", standing = "proposed" },
  { holder = "Nurse", condition = "if funded", standing = "proposed" }]
[[relations]]
source = "Nurse"
verb = "is a member of"
target = "Silent"
at = "8"
[[relations]]
source = "schools"
verb = "is invited to"
target = "Silent"
condition = "if they wish"
[[relations]]
source = "parents"
verb = "is a member of"
target = "Silent"
standing = "proposed"
"""
X = masa.governance(masa.loads(TEXT))
BARNET = masa.governance(masa.examples.load("barnet"))


CHAIRS = (
    "the chairs of Learning and Review Group and "
    "Quality Assurance and Performance Group"
)


def printed(counts: dict[str, Count]) -> dict[str, str]:
    return {name: str(count) for name, count in counts.items()}


def test_barnet_splits_its_five_seats_two_two_one() -> None:
    """Barnet 5, 7: seats 2/2/1, and a closed list."""
    seats = BARNET.seats("Leadership Forum")
    assert seats.count == Count.exactly(5)
    assert list(printed(seats.by_kind).values()) == ["2", "2", "1"]
    assert printed(seats.by_body) == {
        "London Borough of Barnet": "2",
        "Barnet Clinical Commissioning Group": "2",
        "The Chief Officer of the Metropolitan Police": "1",
    }
    assert seats.complete is Answer.YES
    assert [str(one) for one in (*seats.at, *seats.complete_at)] == ["s.7", "s.7"]
    assert [one.holder for one in seats.invited] == [
        "Independent Scrutineer",
        "BSCP Business Manager",
        CHAIRS,
    ]
    assert str(seats) == (
        "Leadership Forum has 5 seats stated: 2 of London Borough of Barnet, 2 of "
        "Barnet Clinical Commissioning Group and 1 of The Chief Officer of the "
        "Metropolitan Police (s.7). The list is stated to be complete. By invitation: "
        "Independent Scrutineer, BSCP Business Manager and the chairs of Learning and "
        "Review Group and Quality Assurance and Performance Group."
    )


def test_those_who_are_only_described_may_be_any_number() -> None:
    """Barnet 10: the members are six functions, and none of them is counted."""
    seats = BARNET.seats("Learning and Review Group")
    assert seats.count.least == 0
    assert seats.count.most is None
    assert {"police", "health", "legal"} <= set(seats.count.not_stated)
    assert str(seats).startswith("How many seats Learning and Review Group has is not")


@pytest.mark.parametrize(
    ("name", "sits"),
    [
        (
            "Barnet CCG",
            (
                "Barnet Clinical Commissioning Group sits on Leadership Forum (by "
                "Director of Quality and Clinical Services and Chief Operating "
                "Officer; s.7) and Health and Wellbeing Board (s.9)."
            ),
        ),
        (
            "Independent Scrutineer",
            (
                "Independent Scrutineer is invited to Leadership Forum (s.7; to "
                "specific meetings)."
            ),
        ),
        (
            "Ellernmede",
            "Ellernmede sits on Barnet CCG safeguarding forum (Psychiatric care).",
        ),
        ("LADO", "No seat of LADO is stated."),
    ],
)
def test_where_a_body_sits_in_barnet(name: str, sits: str) -> None:
    assert str(BARNET.seats(name)) == sits


KINDS = {
    "Board": {"local authority": "3", "health": "1", "police": "1"},
    "Net": {
        "relevant agencies: Probation": "1",
        "others": "unknown",
    },
    "Small": {"local authority": "3", "health": "1", "police": "0 or 1"},
    "Twice": {"local authority": "1", "police": "1 or 2", "described": "1"},
    "Planned": {"local authority": "1", "health": "0 or 1"},
    "Silent": {"health": "1", "described": "unknown, not counting parents"},
}


@pytest.mark.parametrize("group", KINDS)
def test_seats_are_counted_by_kind(group: str) -> None:
    assert printed(X.seats(group).by_kind) == KINDS[group]


def test_every_kind_of_holder_counts_as_what_it_is() -> None:
    seats = X.seats("Panel")
    found = {row.holder: (row.kinds, row.bodies) for row in seats.rows}
    three = ("local authority", "health", "police")
    assert found["Force"] == (("police",), ("Force",))
    assert found["College"] == (("relevant agencies: Education",), ("College",))
    assert found["schools"] == (("relevant agencies: Education",), ())
    assert found["Charity"] == (("others",), ("Charity",))
    assert found["Lead"] == (("local authority", "health"), ("Council", "ICB"))
    assert found["a lay member"] == found["parents"] == ((), ())
    assert found["safeguarding partners"] == (three, ("Council", "ICB", "Force"))
    assert found["relevant agencies"] == ((), ())
    assert found["Scrutineer"] == (("others",), ("Scrutineer",))
    assert found["Board"] == (("others",), ("Board",))
    assert str(seats.count) == (
        "at least 10, not counting schools, a lay member, safeguarding partners, "
        "relevant agencies and parents"
    )
    assert str(seats).startswith("Panel has 10 seats stated: 3 of Council, 2 of Force,")
    assert ", not counting schools, a lay member" in str(seats)


SAYS = {
    "Net": "There are other members.",
    "Silent": "Whether the list is complete is not stated. By invitation: schools.",
    "Planned": "Planned (proposed) has 1 or 2 seats stated: 1 of Council and 0 or 1 of "
    "ICB. Whether the list is complete is not stated.",
    "parents": "parents sits on Panel (s.4) and Silent (proposed).",
    "Nurse": "Nurse sits on Board, Small, Planned (proposed; if funded) and Silent "
    "(s.8) and is invited to Panel (s.4; if asked).",
    "Lead": "Lead sits on Panel (s.4).",
    "ICB": "ICB sits on Board (by Nurse), Panel (by Lead and safeguarding partners; "
    "s.4), Small (by Nurse), Planned (by Nurse; proposed; if funded) and Silent (by "
    "Nurse; s.8) and is invited to Panel (by Nurse; s.4; if asked).",
}


@pytest.mark.parametrize("name", SAYS)
def test_seats_are_told_in_a_sentence(name: str) -> None:
    assert str(X.seats(name)).endswith(SAYS[name])


def test_nobody_sits_where_nothing_is_stated() -> None:
    graph = masa.governance(
        masa.loads('id = "x"\ntitle = "X"\ngroups = [{ name = "Board" }]')
    )
    assert str(graph.seats("Board")) == "No seat on Board is stated."
    assert graph.seats("Board").to_text() == "No seat on Board is stated.\n"
    assert graph.majorities("Board").rows == ()
    assert graph.majorities("Board").to_records() == []


def test_only_invited_are_no_members() -> None:
    seats = BARNET.seats("task and finish group")
    assert seats.members == ()
    assert str(seats).startswith("No member of task and finish group is stated. By inv")
    assert "Seats on task and finish group" in seats.to_text()
    assert BARNET.majorities("task and finish group").to_text().startswith("No seat on")


def test_rows_and_records() -> None:
    small = X.seats("Small")
    assert list(map(str, small.rows)) == [
        "3 of Council sits on Small",
        "Nurse sits on Small",
        "0 or 1 of Force sits on Small (proposed)",
        "Scrutineer is invited to Small (invited)",
    ]
    assert small.to_records()[0] == {
        "holder": "Council",
        "group": "Small",
        "seats": "3",
        "as": "member",
        "kind": "local authority",
        "body": "Council",
        "notes": "",
        "place": "",
    }
    assert "- local authority: 3" in small.to_markdown()
    assert "not stated how many" in X.seats("Silent").to_text()
    assert "Seats of Nurse" in X.seats("Nurse").to_text()


def test_what_is_given_changes_who_sits() -> None:
    arrangement = masa.loads(TEXT)
    never = masa.governance(arrangement, given={"proposed": False, "if asked": False})
    assert printed(never.seats("Small").by_kind) == {
        "local authority": "3",
        "health": "1",
    }
    assert [row.holder for row in never.seats("Panel").invited] == [
        "the chairs of Board and Net"
    ]
    met = masa.governance(arrangement, given={"proposed": True, "if funded": True})
    assert printed(met.seats("Planned").by_kind)["health"] == "1"
    assert met.seats("Planned").rows[0].notes == ()
    ended = TEXT.replace('name = "Charity"', 'name = "Charity"\nended = "2019"')
    later = masa.governance(masa.loads(ended), on="2020-01-01")
    assert "Charity" not in later.seats("Panel").by_body
    assert "Charity" in X.seats("Panel").by_body


MAJORITIES = [
    ("Board", "local authority", Answer.YES),
    ("Board", "health", Answer.NO),
    ("Board", "Council", Answer.NO),
    ("Board", "Social Care", Answer.NO),
    ("Small", "local authority", Answer.YES),
    ("Small", "police", Answer.NO),
    ("Twice", "police", Answer.UNKNOWN),
    ("Twice", "described", Answer.NO),
    ("Twice", "local authority", Answer.UNKNOWN),
    ("Panel", "local authority", Answer.UNKNOWN),
    ("Panel", "others", Answer.UNKNOWN),
    ("Net", "relevant agencies: Probation", Answer.UNKNOWN),
    ("Planned", "local authority", Answer.UNKNOWN),
]


@pytest.mark.parametrize(("group", "of", "answer"), MAJORITIES)
def test_who_has_more_than_half(group: str, of: str, answer: Answer) -> None:
    assert X.majorities(group)[of].answer is answer


def test_in_barnet_nobody_has_more_than_half() -> None:
    found = BARNET.majorities("Leadership Forum")
    assert {row.answer for row in found.rows} == {Answer.NO}
    assert [row.of for row in found.kinds] == ["local authority", "health", "police"]
    assert len(found.bodies) == 3
    assert str(found) == (
        "Of the seats on Leadership Forum (5), no kind and no body has more than half "
        "(s.7). Seats are counted; votes are not stated."
    )


def test_majorities_are_told_in_a_sentence() -> None:
    assert str(X.majorities("Board")).startswith(
        "Of the seats on Board (5), local authority surely has more than half. Seats"
    )
    assert str(X.majorities("Twice")).startswith(
        "Of the seats on Twice (3 or 4), local authority, police, Council and Force "
        "may have more than half (s.9). Seats"
    )
    assert "the list of members is not stated to be complete" in str(
        X.majorities("Net")
    )
    assert list(map(str, X.majorities("Twice").kinds)) == [
        "local authority may have more than half: 1 stated, and perhaps others",
        "police may have more than half: 1 or 2 stated, and perhaps others",
        "described has not more than half: 1 stated",
    ]
    assert X.majorities("Twice").to_records()[0] == {
        "of": "local authority",
        "by": "kind",
        "more than half": "unknown",
        "seats": "1",
        "perhaps also": "1",
    }
    assert "More than half of the seats on Board" in X.majorities("Board").to_text()


def test_only_groups_have_majorities_and_names_are_known() -> None:
    with pytest.raises(KindError, match='"Council" is no group; ask for a group'):
        X.majorities("Council")
    with pytest.raises(UnknownNameError, match='did you mean "Leadership Forum"'):
        BARNET.seats("Leadership Forums")
    with pytest.raises(KeyError):
        X.majorities("Board")["Charity"]


def test_a_group_that_several_declare_has_the_seats_of_all() -> None:
    one = """
id = "a"
title = "A"
partners = [{ kind = "police", name = "Force", id = "england/force" }]
[[groups]]
name = "Regional Board"
id = "england/regional"
members = ["Force"]
"""
    other = one.replace('"a"', '"b"').replace('"A"', '"B"')
    atlas = masa.Atlas([masa.loads(one), masa.loads(other)])
    graph = masa.governance(atlas)
    assert str(graph.seats("Regional Board").count) == "1 or 2"
    assert str(graph.seats("Force")) == "Force sits on Regional Board."


def test_a_team_has_no_seats_that_are_stated() -> None:
    graph = masa.governance(
        masa.loads('id = "x"\ntitle = "X"\nteams = [{ name = "Team" }]')
    )
    assert graph.seats("Team").rows == ()
