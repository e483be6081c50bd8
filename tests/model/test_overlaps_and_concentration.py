"""Which groups share members, and which bodies and posts are in many places."""

import pytest
from attrs import evolve

import masa
from masa.ground.errors import KindError, RangeError
from masa.model.governance import overlaps

TEXT = """
id = "x"
title = "X"
posts = [{ name = "Lead", shared_with = ["Council", "Force"] }, { name = "Scrutineer" },
  { name = "Manager", also_holds = ["Clerk"] },
  { name = "Clerk", also_holds = ["Manager"] },
  { name = "Head", also_holds = ["Dean"] }, { name = "Dean", also_holds = ["Clerk"] }]
[[partners]]
kind = "local authority"
name = "Council"
posts = ["Chief", "Director"]
[[partners]]
kind = "police"
name = "Force"
posts = ["Commander"]
[[groups]]
name = "A"
members = ["Chief", "Force", { any = "schools", at = "3" }, "Scrutineer"]
chair = "Council"
reports_to = ["Force"]
[[groups]]
name = "B"
members = [{ holder = "Chief", at = "4" }, "Director", "Commander",
  { any = "schools", at = "5" }]
invited = ["Clerk"]
vice_chair = "Manager"
[[groups]]
name = "C"
members = ["Director", "Lead"]
[[groups]]
name = "D"
members = ["safeguarding partners", "Lead"]
[[groups]]
name = "E"
members = [{ any = "nurses" }]
[[relations]]
source = "Chief"
verb = "oversees"
target = "C"
at = "6"
[[relations]]
source = "Scrutineer"
verb = "scrutinises"
target = "Council"
[[relations]]
source = "Force"
verb = "funds"
target = "A"
[[relations]]
source = "A"
verb = "monitors"
target = "E"
"""
X = masa.governance(masa.loads(TEXT))
BARNET = masa.governance(masa.examples.load("barnet"))

PAIRS = [
    ("A", "B", ("Chief",), ("Force",), ("schools",)),
    ("C", "D", ("Lead",), ("Council",), ()),
    ("B", "C", ("Director",), (), ()),
    ("B", "D", (), ("Council", "Force"), ()),
    ("A", "D", (), ("Council", "Force"), ()),
    ("A", "C", (), ("Council",), ()),
]


def test_every_pair_that_shares_members_most_shared_first() -> None:
    found = X.overlaps()
    told = [(o.one, o.other, o.same, set(o.through), o.described) for o in found.pairs]
    expected = [(*pair[:3], set(pair[3]), pair[4]) for pair in PAIRS]
    assert sorted(told[3:5]) == sorted(expected[3:5])
    assert [*told[:3], told[5]] == [*expected[:3], expected[5]]
    assert found.count == 6
    assert not found.is_cut


def test_places_of_both_seats_are_told() -> None:
    first = X.overlaps().pairs[0]
    assert list(map(str, first.at)) == ["s.4", "s.3", "s.5"]
    assert str(first) == (
        "A and B share Chief, Force (by different posts) and whoever is described as "
        "schools (s.4, s.3 and s.5)"
    )
    assert str(X.overlaps()).startswith(
        "6 pairs of groups of X share stated members; first: A and B share Chief,"
    )
    assert {str(one) for one in X.overlaps().at} == {"s.3", "s.4", "s.5"}


def test_only_so_many_pairs_are_shown_and_all_are_counted() -> None:
    found = X.overlaps(most=2)
    assert len(found.pairs) == 2
    assert found.count == 6
    assert found.to_records()[0] == {
        "group": "A",
        "other group": "B",
        "both": "Chief",
        "by posts": "Force",
        "one person": "",
        "described": "schools",
        "place": "s.4; s.3; s.5",
    }
    assert "Groups that share members" in found.to_text()


def test_whoever_sits_on_too_many_groups_is_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overlaps, "PAIRS_MOST", 4)
    found = evolve(X).overlaps()  # a graph that has not been asked
    assert found.is_cut
    assert "Council" in found.left_out
    assert str(found).endswith("There may be more: Force and Council sit on too many.")


def test_one_pair_and_none() -> None:
    text = """
id = "x"
title = "X"
posts = [{ name = "P" }]
groups = [{ name = "A", members = ["P"] }, { name = "B", members = ["P"] }]
"""
    assert str(masa.governance(masa.loads(text)).overlaps()) == (
        "1 pair of groups of X shares stated members; first: A and B share P."
    )
    haringey = masa.governance(masa.examples.load("haringey"))
    assert haringey.overlaps().to_text().replace("\n", " ") == (
        "No two groups of New Safeguarding Partners Arrangements (MASA) share a stated "
        "member in the text held. "
    )


def test_barnet_shares_a_post_between_groups_beside_it() -> None:
    """Barnet, School Safeguarding and Exclusions Lead: on four groups."""
    lead = "School Safeguarding and Exclusions Lead"
    pairs = {
        (one.one, one.other) for one in BARNET.overlaps().pairs if lead in one.same
    }
    assert len(pairs) == 6
    assert ("MASH Steering Group", "Strategic MASE") in pairs
    ours = [
        one
        for one in BARNET.overlaps().pairs
        if "Leadership Forum" in {one.one, one.other}
    ]
    assert [(one.other, one.same) for one in ours] == [
        ("Health and Wellbeing Board", ())
    ]
    assert set(ours[0].through) == {
        "London Borough of Barnet",
        "Barnet Clinical Commissioning Group",
    }


ROLES: dict[str, dict[str, tuple[str, ...]]] = {
    "Council": {
        "sits on": ("A", "B", "C", "D"),
        "chairs": ("A",),
        "has answering to it": ("C",),
    },
    "Force": {
        "sits on": ("A", "B", "D"),
        "has answering to it": ("A",),
        "funds": ("A",),
    },
    "Chief": {"sits on": ("A", "B"), "has answering to it": ("C",)},
    "Lead": {"sits on": ("C", "D")},
    "Scrutineer": {"sits on": ("A",), "scrutinises": ("Council",)},
    "Manager": {"is invited to": ("B",), "chairs": ("B",)},
}


@pytest.mark.parametrize("name", ROLES)
def test_where_somebody_is_and_as_what(name: str) -> None:
    found = X.concentration()[name]
    assert dict(found.roles) == ROLES[name]
    assert found.places == sum(len(places) for places in ROLES[name].values())


def test_a_body_counts_with_its_posts_and_a_person_with_all_of_theirs() -> None:
    found = X.concentration()
    assert found["Council"].with_posts == ("Chief", "Director")
    assert found["Manager"].with_posts == ("Clerk",)
    assert str(found["Chief"]) == (
        "Chief sits on A and B and has answering to it C (s.4 and s.6)"
    )
    assert str(found["Manager"]) == "Manager, with Clerk, is invited to B and chairs B"
    assert {str(one) for one in found.at} == {"s.4", "s.6"}


def test_those_in_most_places_come_first() -> None:
    found = X.concentration(most=1)
    assert [one.name for one in found.bodies] == ["Council"]
    assert (found.of_bodies, found.of_posts) == (2, 6)
    assert str(found) == (
        "Of 2 bodies and 6 posts with a place in X, Council has most: 6 places."
    )
    assert found.to_records()[0] == {
        "kind": "body",
        "name": "Council",
        "role": "sits on",
        "place": "A",
    }
    assert "Bodies, with their posts" in found.to_text()


def test_nobody_and_only_a_post() -> None:
    empty = masa.governance(masa.loads('id = "x"\ntitle = "X"'))
    assert str(empty.concentration()) == "Nobody has a place in X that is stated."
    assert empty.concentration().to_text().startswith("Nobody")
    text = """
id = "x"
title = "X"
posts = [{ name = "P" }, { name = "Q" }]
groups = [{ name = "A", members = ["P", "Q"] }]
"""
    post = masa.governance(masa.loads(text)).concentration()
    assert str(post) == (
        "Of no bodies and 2 posts with a place in X, P and Q have most: 1 place."
    )


def test_rows_alone_tell_who_is_in_most_places() -> None:
    row = masa.Presence(name="Council", seats=("Board", "Panel"))
    said = str(masa.Concentration(title="X", bodies=(row,), of_bodies=1))
    assert said.endswith("Council has most: 2 places.")


def test_all_who_are_in_most_places_are_counted_however_few_are_given() -> None:
    names = [f'"Body {number:02}"' for number in range(15)]
    bodies = "".join(f"[[bodies]]\nname = {name}\n" for name in names)
    board = f'[[groups]]\nname = "Board"\nmembers = [{", ".join(names)}]\n'
    graph = masa.governance(masa.loads(f'id = "a"\ntitle = "A"\n{bodies}{board}'))
    assert str(graph.concentration(most=2)) == (
        "Of 15 bodies and no posts with a place in A, Body 00, Body 01, Body 02, "
        "Body 03, Body 04, Body 05, Body 06, Body 07 and 7 more have most: 1 place."
    )


def test_a_post_in_no_body_may_be_in_more_places_than_any_body() -> None:
    text = (
        'id = "a"\ntitle = "A"\n[[bodies]]\nname = "Body"\nposts = ["Head"]\n'
        '[[posts]]\nname = "Chair"\n'
        '[[groups]]\nname = "Board"\nmembers = ["Head", "Chair"]\n'
        '[[groups]]\nname = "Panel"\nmembers = ["Chair"]\n'
    )
    said = "Of 1 body and 2 posts with a place in A, "
    found = masa.governance(masa.loads(text)).concentration()
    assert str(found) == f"{said}Chair has most: 2 places."
    other = masa.governance(masa.loads(text.replace('["Chair"]', '["Head"]')))
    assert str(other.concentration()) == f"{said}Body has most: 2 places."


def test_what_the_partners_do_together_each_of_them_does() -> None:
    """Haringey, para 2: all three act as the group; they are three, not four."""
    haringey = masa.governance(masa.examples.load("haringey")).concentration()
    assert "safeguarding partners" not in {one.name for one in haringey.bodies}
    assert str(haringey).startswith("Of 3 bodies and 1 post with a place in ")
    assert haringey["Metropolitan Police"].with_posts == ()
    text = 'id = "x"\ntitle = "X"\n[[groups]]\nname = "A"\nmembers = '
    nobody = masa.governance(masa.loads(f'{text}["safeguarding partners"]'))
    assert nobody.concentration()["safeguarding partners"].seats == ("A",)


def test_barnet_by_hand() -> None:
    """Barnet 7, 9, 19: seats, the chair in turn, and money."""
    found = BARNET.concentration()["London Borough of Barnet"]
    assert found.seats == ("Leadership Forum", "Health and Wellbeing Board")
    assert found.chairs == ("Leadership Forum",)
    assert len(found.funds) == 1
    lead = BARNET.concentration()["School Safeguarding and Exclusions Lead"]
    assert len(lead.seats) == 4


def test_one_force_in_thirty_areas() -> None:
    areas = [
        f"""
id = "a{number}"
title = "A{number}"
partners = [{{ kind = "police", name = "Force {number}", id = "england/force",
posts = ["Commander"] }}]
groups = [{{ name = "Board", members = ["Commander"] }}]
""".replace('",\nposts', '", posts')
        for number in range(30)
    ]
    graph = masa.governance(masa.Atlas([masa.loads(text) for text in areas]))
    first = graph.concentration().bodies[0]
    assert (first.name, first.places, len(first.arrangements)) == ("Force 0", 60, 30)
    assert (len(first.seats), len(first.partner_in)) == (30, 30)
    assert first.seats[1] == "Board [a1]"
    sits = graph.seats("england/force")
    assert len(sits.rows) == 30


AREA = """
id = "a{number}"
title = "A{number}"
[[partners]]
kind = "police"
name = "Force"
id = "force"
[[agencies]]
category = "Health"
named = [{{ name = "Trust", id = "trust" }}]
"""
PANEL = """
[[groups]]
name = "Joint Panel"
id = "panel"
members = [{seat}]
"""


def areas(number: int, more: str = "") -> masa.Governance:
    texts = [AREA.format(number=one) + more for one in range(number)]
    return masa.governance(masa.Atlas(map(masa.loads, texts)))


def test_a_partner_in_thirty_arrangements_is_in_thirty_places() -> None:
    found = areas(30).concentration()
    assert str(found) == (
        "Of 2 bodies and no posts with a place in 30 arrangements, Force and Trust "
        "have most: 30 places. Force is a partner in 30 arrangements."
    )
    assert found["Force"].partner_in[:2] == ("a0", "a1")
    assert found["Trust"].agency_in[:2] == ("a0", "a1")
    assert found["Trust"].partner_in == ()
    assert len(found["Force"].arrangements) == 30
    assert found.to_records()[0] == {
        "kind": "body",
        "name": "Force",
        "role": "is a partner in",
        "place": "a0",
    }
    assert "partner in" in found.to_text()


def test_two_partners_in_as_many_arrangements_are_told_together() -> None:
    other = '[[partners]]\nkind="health"\nname="ICB"\nid="icb"\n'
    assert str(areas(2, other).concentration()).endswith(
        " Force and ICB are partners in 2 arrangements."
    )


def test_two_years_of_one_area_are_two_arrangements() -> None:
    years = [
        masa.loads(f'{AREA.format(number=one)}[[area]]\nname="County"\n')
        for one in (1, 2)
    ]
    assert str(masa.governance(masa.Atlas(years)).concentration()).endswith(
        " Force is a partner in 2 arrangements."
    )


def test_of_one_area_who_its_partners_are_is_no_place() -> None:
    assert "partner in" not in X.concentration().to_text()
    one = areas(1).concentration()
    assert str(one) == "Nobody has a place in 1 arrangement that is stated."


def test_a_panel_that_three_areas_share_is_one_place_in_each_of_them() -> None:
    graph = areas(3, PANEL.format(seat='"Force"'))
    found = graph.concentration()["Force"]
    assert found.seats == ("Joint Panel",)
    assert found.arrangements == ("a0", "a1", "a2")


SEATS = [
    pytest.param('"Force"', "1", id="one seat in each file"),
    pytest.param('"Force", "Force"', "1 or 2", id="told twice in each file"),
    pytest.param('{ holder = "Force", role = "observer" }', "0", id="an observer"),
]


@pytest.mark.parametrize(("seat", "count"), SEATS)
def test_a_seat_that_three_files_tell_of_is_one(seat: str, count: str) -> None:
    assert str(areas(3, PANEL.format(seat=seat)).seats("Joint Panel").count) == count


def test_a_seat_of_which_files_tell_differently_is_open() -> None:
    first = masa.loads(AREA.format(number=1) + PANEL.format(seat='"Force"'))
    two = '{ holder = "Force", count = 2 }'
    then = masa.loads(AREA.format(number=2) + PANEL.format(seat=two))
    graph = masa.governance(masa.Atlas([first, then]))
    assert str(graph.seats("Joint Panel").count) == "1 or 2"


PERSON = """
id = "x"
title = "X"
partners = [{ kind = "police", name = "Force", posts = ["Chief", "Deputy"] }]
[[posts]]
name = "P1"
also_holds = ["P2"]
[[posts]]
name = "P2"
[[groups]]
name = "A"
members = ["P1"]
[[groups]]
name = "B"
members = [{ holder = "P2", at = "2" }]
[[groups]]
name = "C"
members = ["P2", "P1"]
"""


def test_one_person_in_two_posts_is_on_both_groups() -> None:
    found = masa.governance(masa.loads(PERSON)).overlaps()
    pairs = {(one.one, one.other): one for one in found.pairs}
    assert str(pairs["A", "B"]) == (
        "A and B share P1 and P2 (held by one person) (s.2)"
    )
    assert (pairs["A", "C"].same, pairs["A", "C"].persons) == (("P1",), ())
    assert (pairs["B", "C"].same, pairs["B", "C"].persons) == (("P2",), ())
    row = next(row for row in found.to_records() if row["other group"] == "B")
    assert row["one person"] == "P1 and P2"


@pytest.mark.parametrize("most", [0, 1001])
def test_too_few_or_too_many_rows_are_refused(most: int) -> None:
    with pytest.raises(RangeError):
        X.overlaps(most=most)
    with pytest.raises(RangeError):
        X.concentration(most=most)


def test_a_number_of_rows_is_whole() -> None:
    with pytest.raises(KindError):
        X.overlaps(most=2.0)  # type: ignore[arg-type] # on purpose
