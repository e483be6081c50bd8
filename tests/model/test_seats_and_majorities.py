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
    "Twice": {"local authority": "0 or 1", "police": "1 or 2", "described": "1"},
    "Planned": {"local authority": "1", "health": "0 or 1"},
    "Silent": {"health": "1", "described": "unknown, not counting parents"},
}


@pytest.mark.parametrize("group", KINDS)
def test_seats_are_counted_by_kind(group: str) -> None:
    assert printed(X.seats(group).by_kind) == KINDS[group]


def test_every_kind_of_holder_counts_as_what_it_is() -> None:
    seats = X.seats("Panel")
    found = {row.holder: (row.kinds, row.bodies) for row in seats.rows}
    assert found["Force"] == (("police",), ("Force",))
    assert found["College"] == (("relevant agencies: Education",), ("College",))
    assert found["schools"] == (("relevant agencies: Education",), ())
    assert found["Charity"] == (("others",), ("Charity",))
    assert found["Lead"] == (("local authority", "health"), ("Council", "ICB"))
    assert found["a lay member"] == found["parents"] == ((), ())
    assert found["Council"] == (("local authority",), ("Council",))
    assert found["ICB"] == (("health",), ("ICB",))
    assert "safeguarding partners" not in found
    assert found["relevant agencies"] == ((), ())
    assert found["Scrutineer"] == (("others",), ("Scrutineer",))
    assert found["Board"] == (("others",), ("Board",))
    assert str(seats.count) == (
        "at least 10, not counting schools, a lay member, relevant agencies, parents "
        "and ICB as one of the safeguarding partners"
    )
    assert str(seats).startswith("Panel has 10 seats stated: 3 of Council, 2 of Force,")
    assert ", not counting schools, a lay member" in str(seats)


SAYS = {
    "Net": "There are other members.",
    "Silent": "Whether the list is complete is not stated. By invitation: schools.",
    "Planned": "Planned (proposed) has 1 or 2 seats stated: 1 of Council and 0 or 1 of "
    "ICB. Whether the list is complete is not stated.",
    "parents": "parents sit on Panel (s.4) and Silent (proposed).",
    "Nurse": "Nurse sits on Board, Small, Planned (proposed; if funded) and Silent "
    "(s.8) and is invited to Panel (s.4; if asked).",
    "Lead": "Lead sits on Panel (s.4).",
    "ICB": "ICB sits on Board (by Nurse), Panel (by Lead and itself (as one of "
    "the safeguarding partners); s.4), Small (by Nurse), Planned (by Nurse; proposed; "
    "if funded) and Silent (by Nurse; s.8) and is invited to Panel (by Nurse; s.4; "
    "if asked).",
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
        "Of the seats on Twice (2, 3 or 4), police, local authority, Force and Council "
        "may have more than half (s.9). Seats"
    )
    assert "the list of members is not stated to be complete" in str(
        X.majorities("Net")
    )
    assert list(map(str, X.majorities("Twice").kinds)) == [
        "police may have more than half: 1 or 2 stated, and perhaps others",
        "described has not more than half: 1 stated",
        "local authority may have more than half: 0 or 1 stated, and perhaps others",
    ]
    assert X.majorities("Twice").to_records()[0] == {
        "of": "police",
        "by": "kind",
        "more than half": "unknown",
        "seats": "1 or 2",
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


def test_a_seat_that_several_declare_is_one() -> None:
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
    assert str(graph.seats("Regional Board").count) == "1"
    assert str(graph.seats("Force")) == "Force sits on Regional Board."


def test_a_team_has_no_seats_that_are_stated() -> None:
    graph = masa.governance(
        masa.loads('id = "x"\ntitle = "X"\nteams = [{ name = "Team" }]')
    )
    assert graph.seats("Team").rows == ()


ROLES = """
id = "x"
title = "X"
[[partners]]
kind = "local authority"
name = "Council"
posts = ["Chief", "Deputy", "Third"]
[[partners]]
kind = "health"
name = "ICB"
[[partners]]
kind = "police"
name = "Force"
[[groups]]
name = "Board"
complete = true
members = ["Chief", {seat}, "ICB"]
"""


def board(seat: str) -> masa.Governance:
    return masa.governance(masa.loads(ROLES.replace("{seat}", seat)))


FURTHER = [
    pytest.param('{ holder = "Deputy", role = "full" }', "2", "yes", id="a full seat"),
    pytest.param('{ holder = "Deputy", role = "co-opted" }', "2", "yes", id="co-opted"),
    pytest.param('{ holder = "Deputy", role = "delegate" }', "2", "yes", id="delegate"),
    pytest.param('{ holder = "Deputy", role = "deputy" }', "1", "no", id="a deputy"),
    pytest.param('{ holder = "Deputy", role = "observer" }', "1", "no", id="observer"),
    pytest.param(
        '{ holder = "Deputy", role = { is = "deputy", standing = "proposed" } }',
        "1 or 2",
        "unknown",
        id="a deputy if it comes about",
    ),
    pytest.param(
        '{ holder = "Deputy", role = ["full", { is = "observer", at = "9" }] }',
        "1 or 2",
        "unknown",
        id="a member in one place and an observer in another",
    ),
    pytest.param(
        '{ holder = "Chief", role = "deputy", at = "9" }',
        "0 or 1",
        "no",
        id="a holder who is a member in one place and a deputy in another",
    ),
    pytest.param('{ holder = "Deputy", holding = "vacant" }', "2", "yes", id="vacant"),
]


@pytest.mark.parametrize(("seat", "seats", "answer"), FURTHER)
def test_deputies_and_observers_have_no_further_seat(
    seat: str, seats: str, answer: str
) -> None:
    row = board(seat).majorities("Board")["Council"]
    assert (str(row.seats), str(row.answer)) == (seats, answer)


def test_what_does_not_count_and_what_is_vacant_is_told() -> None:
    deputy = board('{ holder = "Deputy", role = "deputy" }')
    not_counted = "Not counted: Deputy (deputy)."
    assert str(deputy.seats("Board")).endswith(f"complete. {not_counted}")
    assert str(deputy.majorities("Board")).endswith(f"are not stated. {not_counted}")
    assert deputy.seats("Board").to_records()[1]["as"] == "beside the members"
    assert str(deputy.seats("Deputy")) == (
        "Deputy is beside the members of Board (deputy)."
    )
    vacant = board('{ holder = "Deputy", holding = ["vacant", "filled"] }')
    assert str(vacant.seats("Board")).endswith("complete. Vacant: Deputy.")


def test_what_a_seat_needs_and_goes_beyond_is_told() -> None:
    seat = '{ holder = "Deputy", requires = ["speak for it"], beyond_minimum = true }'
    notes = board(seat).seats("Board").rows[1].notes
    assert notes == ("requires speak for it", "beyond the minimum")


def test_several_with_more_than_half_are_told_each() -> None:
    found = board('"Deputy"').majorities("Board")
    assert "local authority and Council each surely have more than half" in str(found)


PARTNERS = [
    pytest.param(
        '"safeguarding partners"',
        ["Chief", "ICB", "Council", "Force"],
        "Board has at least 3 seats stated: 1 of Council, 1 of ICB and at least 1 of "
        "Force, not counting Council as one of the safeguarding partners",
        id="where one has a post there and one is told itself",
    ),
    pytest.param(
        '"safeguarding partners", "Council", "Force"',
        ["Chief", "Council", "Force", "ICB"],
        "Board has 4 seats stated: 2 of Council, 1 of Force and 1 of ICB",
        id="where each is told itself",
    ),
    pytest.param(
        '{ holder = "safeguarding partners", count = 3 }',
        ["Chief", "safeguarding partners", "ICB"],
        "Board has 5 seats stated: 1 of Council, 3 of Council or ICB or Force and 1 "
        "of ICB",
        id="where their number is stated",
    ),
    pytest.param(
        '{ holder = "safeguarding partners", standing = "proposed" }, '
        '{ holder = "Force", role = "observer" }',
        ["Chief", "Force", "ICB", "Council"],
        "Board has 2 seats stated: 1 of Council and 1 of ICB, not counting Force as "
        "one of the safeguarding partners and Council as one of the safeguarding "
        "partners",
        id="where that is proposed and one observes",
    ),
]


@pytest.mark.parametrize(("seat", "holders", "says"), PARTNERS)
def test_the_partners_together_have_a_seat_each(
    seat: str, holders: list[str], says: str
) -> None:
    found = board(seat).seats("Board")
    assert [row.holder for row in found.rows] == holders
    assert str(found).startswith(f"{says}.")


def test_partners_who_are_not_named_sit_together() -> None:
    text = """
id = "x"
title = "X"
groups = [{ name = "Board", members = ["safeguarding partners"] }]
"""
    found = masa.governance(masa.loads(text)).seats("Board")
    assert [row.holder for row in found.rows] == ["safeguarding partners"]


def test_the_partners_of_haringey_and_croydon_are_counted_once() -> None:
    """Haringey bullet 2 and para 2; Croydon paras 2 and 7."""
    haringey = masa.governance(masa.examples.load("haringey"))
    found = haringey.seats("strategic leadership group")
    assert str(found.count) == "4"
    assert "not counting" not in str(found)
    croydon = masa.governance(masa.examples.load("croydon"))
    told = str(croydon.seats("Safeguarding Partners Executive Group"))
    assert "at least 4 seats stated: 1 of Director of Education, at least 1 of" in told


def test_who_is_beside_the_members_for_no_stated_reason_is_named() -> None:
    row = masa.SeatHeld(holder="Guest", group="Board", is_beside=True)
    assert masa.Seats(name="Board", rows=(row,)).remarks == ("Not counted: Guest.",)
