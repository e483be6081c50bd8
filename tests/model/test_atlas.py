"""Which arrangement covers an area on a day; how areas join and part."""

import pickle
from datetime import date

import pytest

import masa
from masa.ground.logic import Answer


def arrangement(own: str, *lines: str) -> masa.Arrangement:
    return masa.loads("\n".join((f'id = "{own}"', f'title = "{own.title()}"', *lines)))


BOTH = 'area = ["Dorset", "Bournemouth, Christchurch and Poole"]'
PAN_DORSET = arrangement("pan-dorset", BOTH, 'in_force = "1 August 2019"')
DORSET = arrangement(
    "dorset",
    'area = "Dorset Council"',
    'in_force = "1 April 2025"',
    'follows = ["pan-dorset"]',
)
BCP = arrangement(
    "bcp",
    'area = "Bournemouth, Christchurch and Poole"',
    'in_force = "1 May 2025"',
    'follows = ["pan-dorset"]',
)
PARTED = masa.Atlas([PAN_DORSET, DORSET, BCP])


@pytest.mark.parametrize(
    ("area", "on", "sure"),
    [
        ("Dorset", "2019-07-31", ()),
        ("Dorset", "2019-08-01", ("pan-dorset",)),
        ("Dorset", "2025-03-31", ("pan-dorset",)),
        ("Dorset", "2025-04-01", ("dorset",)),
        ("dorset council", "2030-01-01", ("dorset",)),
        ("BCP Council", "2025-04-30", ("pan-dorset",)),
        ("BCP Council", "2025-05-01", ("bcp",)),
        ("Somerset", "2025-05-01", ()),
    ],
)
def test_an_area_that_parts_has_its_own_arrangement_from_its_own_day(
    area: str, on: str, sure: tuple[str, ...]
) -> None:
    found = PARTED.covering(area, on=on)
    assert found.sure == sure
    assert found.perhaps == ()
    assert found.answer is Answer.of(bool(sure))


@pytest.mark.parametrize(
    ("lines", "on", "answer", "why"),
    [
        (["in_force = '1 May 2019'"], "2019-05-01", Answer.YES, "no end is"),
        (["in_force = '1 May 2019'"], "2019-04-30", Answer.NO, ""),
        ([], "2019-05-01", Answer.UNKNOWN, "not stated"),
        (["in_force = 'by May 2019'"], "2019-05-30", Answer.UNKNOWN, "May 2019"),
        (["in_force = 'by May 2019'"], "2019-05-31", Answer.YES, "May 2019"),
        (
            ["in_force = { is = '1 May 2019', standing = 'proposed' }"],
            "2019-06-01",
            Answer.UNKNOWN,
            "proposed",
        ),
        (
            ["in_force = { is = '1 May 2019', standing = 'proposed' }"],
            "2019-04-30",
            Answer.NO,
            "",
        ),
        (
            [
                "in_force = '1 May 2019'",
                "ended = { is = '31 May 2019', standing = 'proposed' }",
            ],
            "2019-05-31",
            Answer.YES,
            "proposed",
        ),
        (
            [
                "in_force = '1 May 2019'",
                "ended = { is = '31 May 2019', standing = 'proposed' }",
            ],
            "2019-06-01",
            Answer.UNKNOWN,
            "proposed",
        ),
        (
            ["in_force = { unknown = 'torn' }"],
            "2019-06-01",
            Answer.UNKNOWN,
            "torn",
        ),
        (
            ["in_force = '1 May 2019'", "standing = 'proposed'"],
            "2019-04-30",
            Answer.NO,
            "",
        ),
        (
            ["in_force = '1 May 2019'", "standing = 'proposed'"],
            "2019-06-01",
            Answer.UNKNOWN,
            "what is proposed came into force",
        ),
        (
            ["in_force = '1 May 2019'", "ended = '31 May 2019'"],
            "2019-05-31",
            Answer.YES,
            "to 31 May 2019",
        ),
        (
            ["in_force = '1 May 2019'", "ended = '31 May 2019'"],
            "2019-06-01",
            Answer.NO,
            "",
        ),
        (
            ["in_force = '1 May 2019'", "ended = 'undated'"],
            "2019-06-01",
            Answer.UNKNOWN,
            "undated",
        ),
        (
            ["in_force = '1 May 2019'", "ended = { none = true }"],
            "2030-06-01",
            Answer.YES,
            "none",
        ),
        (
            ["in_force = ['1 May 2019', '1 June 2019']"],
            "2019-05-15",
            Answer.UNKNOWN,
            "1 May 2019 / 1 June 2019",
        ),
    ],
)
def test_what_is_planned_or_not_stated_leaves_it_unknown(
    lines: list[str], on: str, answer: Answer, why: str
) -> None:
    atlas = masa.Atlas([arrangement("croydon", 'area = "Croydon"', *lines)])
    found = atlas.covering("Croydon", on=on)
    assert found.answer is answer
    assert why in "".join(str(part) for one in found for part in one.finding.rests_on)


@pytest.mark.parametrize(
    ("area", "asked", "answer"),
    [
        ('"London Borough of Barnet"', "Barnet", Answer.YES),
        ('{ is = "Barnet", extent = "whole" }', "London Borough of Barnet", Answer.YES),
        ('{ is = "Barnet", extent = "part" }', "Barnet", Answer.UNKNOWN),
        ('{ is = "Barnet", standing = "proposed" }', "Barnet", Answer.UNKNOWN),
        ('{ is = "Barnet", ended = "2019" }', "Barnet", Answer.NO),
        ('{ is = "Barnet", existed = "2021" }', "Barnet", Answer.NO),
        ('{ is = "Barnet", existed = "2020" }', "Barnet", Answer.UNKNOWN),
        ('{ is = "Barnet", part_of = "North London" }', "North London", Answer.UNKNOWN),
        ('{ is = "the borough", id = "england/barnet" }', "england/barnet", Answer.YES),
        ('{ is = "the borough", also = ["Barnet"] }', "barnet", Answer.YES),
        ('"Enfield"', "Barnet", Answer.NO),
    ],
)
def test_an_area_is_known_by_its_names_and_by_what_it_lies_in(
    area: str, asked: str, answer: Answer
) -> None:
    one = arrangement("barnet", f"area = {area}", "in_force = '1 May 2019'")
    assert masa.Atlas([one]).covering(asked, on="2020-06-01").answer is answer


def test_what_covers_a_larger_area_covers_what_lies_in_it() -> None:
    larger = arrangement("north", 'area = "North London"', "in_force = '2019-05-01'")
    part = 'area = { is = "Barnet", part_of = "North London" }'
    atlas = masa.Atlas([larger, arrangement("barnet", part, "in_force = '2025-01-01'")])
    assert atlas.covering("Barnet", on="2020-01-01").sure == ("north",)


def test_what_lies_in_a_part_of_it_lies_in_the_whole() -> None:
    north = 'area = { is = "North London", part_of = "London" }'
    barnet = 'area = { is = "Barnet", part_of = "North London" }'
    planned = barnet.replace(
        '"North London"', '{ is = "London", standing = "proposed" }'
    )
    london = arrangement("london", 'area = "London"', "in_force = '2019-05-01'")
    for one, answer in ((barnet, Answer.YES), (planned, Answer.NO)):
        atlas = masa.Atlas([london, arrangement("b", one), arrangement("n", north)])
        found = [cover.answer for cover in atlas.covering("Barnet", on="2020-01-01")]
        assert (Answer.YES in found) is (answer is Answer.YES)


def test_a_succession_that_is_only_planned_is_said_so() -> None:
    (link,) = masa.Atlas(
        [arrangement("b", "follows = ['a']", "standing = 'proposed'")]
    ).successions
    assert str(link) == "a is to be replaced by b"
    (both,) = masa.Atlas(
        [arrangement("c", "follows = ['a', { is = 'b', standing = 'proposed' }]")]
    ).successions
    assert str(both) == "a and b are to be merged into c"


def test_what_only_other_sources_say_is_never_sure() -> None:
    text = """in_force = "1 October 2019"
[[outside_facts]]
id = "county"
about = "which county is meant"
says = "It is Somerset."
sources = ["a page"]
area = "Somerset"
"""
    atlas = masa.Atlas([arrangement("deck", text)])
    found = atlas.covering("Somerset", on="2020-01-01")
    assert found.perhaps == ("deck",)
    assert "as other sources say and the document does not" in found.to_markdown()
    assert not atlas.covering("Dorset", on="2020-01-01").perhaps


def test_gaps_and_overlaps_are_given_from_day_to_day() -> None:
    first = arrangement(
        "first", 'area = "Barnet"', "in_force = '2019-05-01'", "ended = '2020-04-30'"
    )
    second = arrangement("second", 'area = "Barnet"', "in_force = '2020-06-01'")
    third = arrangement("third", 'area = "Barnet"', "in_force = 'by July 2020'")
    atlas = masa.Atlas([first, second, third])
    between = {"start": "2020-01-01", "end": "2020-12-31"}
    assert [
        (str(one.first), str(one.last), one.sure, one.perhaps)
        for one in atlas.spans("Barnet", **between)
    ] == [
        ("2020-01-01", "2020-04-30", ("first",), ("third",)),
        ("2020-05-01", "2020-05-31", (), ("third",)),
        ("2020-06-01", "2020-07-30", ("second",), ("third",)),
        ("2020-07-31", "2020-12-31", ("second", "third"), ()),
    ]
    (gap,) = atlas.spans("Barnet", **between).gaps
    assert gap.is_covered is Answer.UNKNOWN
    assert [
        one.is_overlapping for one in atlas.spans("Barnet", **between).overlaps
    ] == [
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        Answer.YES,
    ]
    (nothing,) = atlas.spans("Enfield", **between).gaps
    assert nothing.is_covered is Answer.NO
    assert str(nothing) == (
        "Enfield, 1 January 2020 to 31 December 2020: "
        "covered by no arrangement of this atlas"
    )


def test_an_authority_that_changes_its_boundary_is_another_from_that_day() -> None:
    old = arrangement(
        "old", 'area = "Dorset County Council"', "in_force = '2018-09-01'"
    )
    spans = masa.Atlas([old]).spans("Dorset", start="2019-03-01", end="2019-05-01")
    assert [(str(one.last), one.sure) for one in spans] == [
        ("2019-03-31", ("old",)),
        ("2019-05-01", ()),
    ]


@pytest.mark.parametrize(
    ("follows", "said"),
    [
        ({"b": ["a"]}, ["a was replaced by b"]),
        ({"c": ["a", "b"]}, ["a and b were merged into c"]),
        ({"b": ["a"], "c": ["a"]}, ["a was split into b and c"]),
        ({"c": ["a", "b"], "d": ["b"]}, ["a and b were rearranged into c and d"]),
        ({"b": ["a"], "c": ["b"]}, ["a was replaced by b", "b was replaced by c"]),
        (
            {"x": ["a"], "y": ["b"], "z": ["a", "b"]},
            ["a and b were rearranged into x, y and z"],
        ),
        ({"a": []}, []),
    ],
)
def test_says_what_was_replaced_merged_and_split(
    follows: dict[str, list[str]], said: list[str]
) -> None:
    atlas = masa.Atlas(
        arrangement(own, f"follows = {before}") for own, before in follows.items()
    )
    assert [str(one) for one in atlas.successions] == said


def test_a_succession_is_shown_with_whether_it_is_settled() -> None:
    planned = masa.Succession(before=("a", "b"), after=("c",), is_settled=False)
    assert planned.to_records() == [
        {"before": "a and b", "kind": "merged", "after": "c", "settled": "no"}
    ]


def test_a_succession_has_two_sides() -> None:
    with pytest.raises(masa.FactError, match="nothing follows"):
        masa.Succession(before=("a",), after=())


def test_shares_by_id_and_never_by_name() -> None:
    police = '[[partners]]\nkind = "police"\nid = "england/met"\nname = "{}"'
    forum = '[[groups]]\nname = "Forum"'
    one = arrangement("one", police.format("The Met"), forum)
    two = arrangement("two", police.format("Metropolitan Police"), forum)
    (shared,) = masa.Atlas([one, two]).shared()
    assert str(shared) == "The Met or Metropolitan Police (england/met): one and two"


class TestAtlas:
    def test_is_a_collection_by_id(self) -> None:
        assert PARTED["bcp"] is BCP
        assert "bcp" in PARTED
        assert 7 not in PARTED
        assert list(PARTED) == [PAN_DORSET, DORSET, BCP]
        assert len(PARTED) == 3

    def test_equals_one_of_the_same_arrangements_and_nothing_else(self) -> None:
        assert masa.Atlas([BCP, PAN_DORSET, DORSET]) == PARTED
        assert masa.Atlas([BCP]) != PARTED
        assert PARTED != [PAN_DORSET, DORSET, BCP]

    @pytest.mark.parametrize("name", ["bpc", "nowhere"])
    def test_says_what_is_not_in_it(self, name: str) -> None:
        with pytest.raises(masa.UnknownNameError, match="no arrangement in this atlas"):
            PARTED[name]

    def test_shows_itself_as_a_table_and_as_records(self) -> None:
        assert "pan-dorset was split into dorset and bcp." in PARTED.to_text()
        assert PARTED.to_records()[1]["area"] == "Dorset Council"
        assert repr(PARTED) == "<Atlas of 3 arrangements>"
        assert str(masa.Atlas([BCP])) == "1 arrangement"
        assert "holds no arrangement" in masa.Atlas().to_text()

    @pytest.mark.parametrize("wrong", [PAN_DORSET, 7, ["pan-dorset"], "pan-dorset", ""])
    def test_takes_arrangements_only(self, wrong: object) -> None:
        with pytest.raises(masa.KindError):
            masa.Atlas(wrong)  # type: ignore[arg-type] # wrong on purpose

    def test_holds_one_arrangement_under_each_id(self) -> None:
        with pytest.raises(masa.RangeError, match="each version its own id"):
            masa.Atlas([BCP, BCP])

    def test_refuses_days_in_the_wrong_order(self) -> None:
        with pytest.raises(masa.DateError, match="is before"):
            PARTED.spans("Dorset", start="2020-01-02", end="2020-01-01")


class TestCoverSpans:
    FOUND = PARTED.spans("Dorset", start="2019-07-01", end="2025-05-01")

    def test_show_themselves_as_a_table(self) -> None:
        assert str(self.FOUND) == "Who covers Dorset, day by day"
        assert repr(self.FOUND) == "<CoverSpans of 'Dorset': 3 spans>"
        assert "pan-dorset" in self.FOUND.to_text()
        assert self.FOUND.to_records()[1] == {
            "area": "Dorset",
            "from": "2019-08-01",
            "to": "2025-03-31",
            "covered by": "pan-dorset",
            "perhaps by": "",
            "gap": "no",
            "overlap": "no",
        }

    def test_are_a_collection(self) -> None:
        assert len(self.FOUND) == 3
        assert [one.sure for one in self.FOUND] == [(), ("pan-dorset",), ("dorset",)]
        assert str(self.FOUND.spans[1]) == (
            "Dorset, 1 August 2019 to 31 March 2025: covered by pan-dorset"
        )


@pytest.mark.parametrize(
    ("asked", "remedy"), [("Croyden", "Croydon"), ("Narnia", "as an arrangement or")]
)
def test_an_area_that_nobody_knows_is_no_gap(asked: str, remedy: str) -> None:
    with pytest.raises(masa.UnknownNameError, match=remedy):
        PARTED.covering(asked, on="2025-04-01")
    with pytest.raises(masa.UnknownNameError, match=remedy):
        PARTED.spans(asked, start="2025-04-01", end="2025-05-01")


def test_an_atlas_is_the_same_in_whatever_order_and_after_a_copy() -> None:
    other = masa.Atlas([BCP, DORSET, PAN_DORSET])
    again = pickle.loads(pickle.dumps(PARTED))  # noqa: S301 (made by this test)
    assert {PARTED, other, again} == {PARTED}
    assert again.arrangements == PARTED.arrangements


def test_an_arrangement_that_names_no_area_may_cover_any() -> None:
    atlas = masa.Atlas([arrangement("deck", "in_force = '2019-10-01'")])
    assert atlas.covering("Barnet", on="2020-01-01").perhaps == ("deck",)


@pytest.mark.parametrize(
    ("old", "new", "sure", "perhaps"),
    [
        ("", "follows = ['old']", ("new",), ()),
        ("follows = ['new']", "follows = ['old']", (), ("old", "new")),
        ("follows = ['old']", "", ("old", "new"), ()),
        ("", "follows = { none = true }", ("old", "new"), ()),
        (
            "",
            "follows = { is = 'old', standing = 'proposed' }",
            ("new",),
            ("old",),
        ),
        (
            "ended = { is = '2030-01-01', standing = 'proposed' }",
            "follows = ['old']",
            ("new",),
            (),
        ),
    ],
)
def test_what_follows_ends_what_was_before_only_if_it_surely_does(
    old: str, new: str, sure: tuple[str, ...], perhaps: tuple[str, ...]
) -> None:
    area = "area = 'Barnet'"
    atlas = masa.Atlas(
        [
            arrangement("old", area, "in_force = '2019-10-01'", old),
            arrangement("new", area, "in_force = '2021-10-01'", new),
        ]
    )
    found = atlas.covering("Barnet", on="2022-01-01")
    assert (found.sure, found.perhaps) == (sure, perhaps)


class TestCoverage:
    def test_shows_why(self) -> None:
        found = PARTED.covering("Dorset", on=date(2025, 4, 1))
        assert str(found) == "Dorset on 1 April 2025: covered by dorset"
        assert "in force, from 1 April 2025: yes" in found.to_markdown()
        assert found.to_records()[0]["arrangement"] == "dorset"
        assert repr(found) == "<Coverage of 'Dorset' on 2025-04-01: yes>"
        assert [str(one) for one in found] == ["Dorset: yes"]
        assert len(found) == 1

    def test_says_that_there_is_none(self) -> None:
        found = PARTED.covering("Enfield", on="2025-04-01")
        assert found.to_text().strip() == (
            "Enfield on 1 April 2025: covered by no arrangement of this atlas."
        )

    def test_says_what_is_sure_before_what_is_not(self) -> None:
        both = masa.Atlas([BCP, arrangement("x", BOTH)])
        assert str(both.covering("BCP", on="2026-01-01")) == (
            "BCP on 1 January 2026: covered by bcp, perhaps covered by x"
        )
