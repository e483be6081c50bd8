"""Two arrangements beside each other: what is one, what differs, what is not told."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import masa
from masa import Likeness, MatchBy, compare
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.logic import Answer

GOLDEN = Path(__file__).parent / "golden"
HERE, THERE = 'area = "Ayton"\n', 'area = "Beeford"\n'
TOP = 'id = "x"\ntitle = "X"\nat = "1"\n'


def read(text: str, top: str = TOP) -> masa.Arrangement:
    return masa.loads(top + text)


def compared(before: str, after: str, **asked: Any) -> masa.Comparison:  # noqa: ANN401 (as for `compare`)
    return compare(read(before), read(after), **asked)


def group(name: str, *lines: str) -> str:
    return "\n".join(("[[groups]]", f'name = "{name}"', *lines, ""))


def partner(name: str, kind: str = "health", *lines: str) -> str:
    return "\n".join(
        ("[[partners]]", f'name = "{name}"', f'kind = "{kind}"', *lines, "")
    )


def fact(found: masa.Comparison, name: str, what: str) -> masa.FieldDifference:
    (one,) = (one for one in found[name].differences if one.what == what)
    return one


class TestMatching:
    @pytest.mark.parametrize(
        ("before", "after", "by"),
        [
            pytest.param(
                group("Board", 'id = "top"'),
                group("Forum", 'id = "top"'),
                MatchBy.ID,
                id="things with one id are one",
            ),
            pytest.param(
                group("Forum"),
                group("Forum"),
                MatchBy.NAME,
                id="so are those of a name",
            ),
            pytest.param(
                group("Leadership Forum", 'also = ["Forum"]'),
                group("Forum"),
                MatchBy.NAME,
                id="or of another name",
            ),
            pytest.param(
                HERE + group("Board", 'also = ["Forum"]'),
                HERE + group("Executive", 'also = ["Forum"]'),
                MatchBy.NAME,
                id="or of another name of both, within one area",
            ),
            pytest.param(
                '[[posts]]\nname = "A"\nbody = "A"\n',
                '[[posts]]\nname = "A"\nbody = "A"\n',
                MatchBy.NAME,
                id="a post that is said to stand within itself",
            ),
            pytest.param(
                partner("Trust"),
                '[[bodies]]\nname = "Trust"\n',
                MatchBy.NAME,
                id="even if one is a partner and the other a body",
            ),
        ],
    )
    def test_matches(self, before: str, after: str, by: MatchBy) -> None:
        found = compared(before, after)
        assert len(found) == 2
        assert found.only_before == found.only_after == found.possible == ()
        assert (found.pairs[-1].by, found.pairs[-1].sure) == (by, Answer.YES)

    def test_a_main_name_goes_before_another_name(self) -> None:
        before = group("Board", 'also = ["Forum"]')
        found = compared(before, before + group("Forum", 'id = "f"'))
        assert [one.name for one in found.only_after] == ["Forum"]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param(
                partner("CCG", "health", 'id = "england/one"'),
                partner("CCG", "health", 'id = "england/two"'),
                id="two national ids are two bodies of one name",
            ),
            pytest.param(
                group("Board", 'id = "one"'),
                group("Board", 'id = "two"'),
                id="two ids of the files are two groups of one name",
            ),
            pytest.param(group("Board"), group("Forum"), id="nothing is in common"),
        ],
    )
    def test_keeps_apart(self, before: str, after: str) -> None:
        found = compared(HERE + before, HERE + after)
        assert len(found.only_before) == len(found.only_after) == 1
        assert found.possible == ()

    NICKNAMED = tuple(
        partner(name, "police", 'also = ["the force"]')
        for name in ("Aford Police", "Beeshire Constabulary")
    )

    @pytest.mark.parametrize(
        ("ours", "theirs"),
        [
            pytest.param("", "", id="no area is stated"),
            pytest.param(HERE, "", id="one area is not stated"),
            pytest.param(HERE, 'area = ["Ayton", "Beeford"]\n', id="one has another"),
        ],
    )
    def test_a_nickname_shows_only_what_may_be_one(
        self, ours: str, theirs: str
    ) -> None:
        before, after = self.NICKNAMED
        found = compared(ours + before, theirs + after)
        (may,) = found.possible
        assert (may.by, may.state) == (MatchBy.NAME, "perhaps the same")
        assert fact(found, "X", "area") if ours else found["X"].state == "same"
        assert found["Aford Police"].state == "only before"

    def test_of_two_areas_the_partners_of_one_nickname_are_counterparts(self) -> None:
        before, after = self.NICKNAMED
        found = compared(HERE + before, THERE + after)["the force"]
        assert found.by is MatchBy.ROLE
        (name,) = found.differences
        assert (name.what, name.likeness) == ("name", Likeness.CHANGED)

    def test_areas_of_two_ids_are_two(self) -> None:
        ours, theirs = (
            f'area = {{ is = "Ayton", id = "{own}" }}\n' for own in ("one", "two")
        )
        before, after = self.NICKNAMED
        assert compared(ours + before, theirs + after)["the force"].by is MatchBy.ROLE

    @pytest.mark.parametrize(
        ("before", "after", "facts"),
        [
            pytest.param(
                group("Leadership Forum", 'also = ["Forum"]'),
                group("Forum"),
                ["name"],
                id="changed, if the old name is not kept",
            ),
            pytest.param(
                group("Leadership Forum", 'also = ["Forum"]'),
                group("Forum", 'also = ["Leadership Forum"]'),
                [],
                id="the same, if each is a name of the other",
            ),
            pytest.param(
                HERE + group("Board", 'also = ["Forum"]'),
                HERE + group("Executive", 'also = ["Forum"]'),
                ["name"],
                id="changed, if only another name is in common",
            ),
        ],
    )
    def test_a_main_name_that_differs_is_shown(
        self, before: str, after: str, facts: list[str]
    ) -> None:
        found = compared(before, after)["Forum"]
        assert [one.what for one in found.differences] == facts
        assert " / " in found.name

    @pytest.mark.parametrize(
        "posts",
        [
            pytest.param(
                '[[posts]]\nname = "A"\nbody = "B"\n'
                '[[posts]]\nname = "B"\nbody = "A"\n',
                id="each within the other",
            ),
            pytest.param(
                '[[posts]]\nname = "A"\n[[posts]]\nname = "B"\n'
                '[[same_as]]\none = "A"\nother = "B"\nsame = "yes"\n',
                id="said to be one",
            ),
        ],
    )
    def test_two_posts_are_each_themselves(self, posts: str) -> None:
        found = compared(posts, posts)
        assert found.differing == found.possible == ()
        assert found["A"].name == "A"

    def test_posts_within_posts_of_two_ids_are_only_perhaps_one(self) -> None:
        before, after = (
            f'[[posts]]\nname = "A"\nbody = "B"\n[[posts]]\nname = "B"\nid = "{own}"\n'
            for own in ("one", "two")
        )
        assert [one.name for one in compared(before, after).possible] == ["A"]

    def test_a_name_of_several_matches_none_of_them(self) -> None:
        twins = group("Board", 'id = "a"') + group("Board", 'id = "b"')
        found = compared(twins, group("Board"))
        assert [one.state for one in found.of("group")] == [
            *("only before", "only before", "only after"),
        ]
        assert [one.by for one in found.possible] == [MatchBy.NAME] * 2

    def test_a_post_of_another_body_is_only_perhaps_the_same(self) -> None:
        before, after = (
            partner(name, "health", 'posts = ["Director"]') for name in ("CCG", "ICB")
        )
        found = compared(HERE + before, HERE + after)
        (may,) = found.possible
        assert (may.kind, may.name, may.sure) == ("post", "Director", Answer.UNKNOWN)
        assert may.within == "CCG / ICB"

    @pytest.mark.parametrize(
        "elsewhere",
        [
            pytest.param('[[posts]]\nname = "Director"\n', id="of no body"),
            pytest.param(
                '[[posts]]\nname = "Director"\nbody = "CCG"\n', id="named with its body"
            ),
        ],
    )
    def test_a_post_is_found_wherever_it_is_declared(self, elsewhere: str) -> None:
        within = partner("CCG", "health", 'posts = ["Director"]')
        found = compared(within, elsewhere + partner("CCG"))
        assert found["Director"].by is MatchBy.NAME
        assert Likeness.CHANGED is not found["Director"].likeness


class TestSameAs:
    BEFORE, AFTER = group("Board"), group("Forum")

    @pytest.mark.parametrize(
        "told",
        [
            pytest.param(("Board", "Forum"), id="a pair of names"),
            pytest.param(("Forum", "Board"), id="in either order"),
            pytest.param(
                masa.SameAs(one="Board", other="Forum", same=Answer.YES), id="a value"
            ),
        ],
    )
    def test_the_caller_says_what_is_one(self, told: tuple[str, str]) -> None:
        found = compared(self.BEFORE, self.AFTER, same_as=[told])
        assert found["Board"] is found["Forum"]
        assert found["Board"].by is MatchBy.SAME_AS
        assert fact(found, "Board", "name").after == "Forum"

    def test_what_is_not_known_is_not_merged(self) -> None:
        told = [masa.SameAs(one="Board", other="Forum")]
        found = compared(self.BEFORE, self.AFTER, same_as=told)
        (may,) = found.possible
        assert (may.by, may.likeness) == (MatchBy.SAME_AS, Likeness.UNTOLD)
        assert may.state == "perhaps the same"
        assert len(found.only_before) == len(found.only_after) == 1

    @pytest.mark.parametrize("key", ["", 'id = "b"'])
    def test_what_is_not_the_same_is_kept_apart(self, key: str) -> None:
        told = [masa.SameAs(one="Board", other="Board", same=Answer.NO)]
        text = group("Board", key)
        found = compared(text, text, same_as=told)
        assert len(found.only_before) == len(found.only_after) == 1
        with pytest.raises(UnknownNameError, match="is the name of 2 things"):
            _ = found["Board"]

    def test_two_claims_that_contradict_settle_nothing(self) -> None:
        told = [
            masa.SameAs(one="Board", other="Forum", same=same)
            for same in (Answer.YES, Answer.NO)
        ]
        found = compared(self.BEFORE, self.AFTER, same_as=told)
        assert len(found.possible) == 1

    SAID = '[[same_as]]\none = "Board"\nother = "Forum"\nsame = "{}"\n'

    @pytest.mark.parametrize(
        ("same", "by", "possible"),
        [("yes", MatchBy.SAME_AS, 0), ("no", None, 0), ("unknown", None, 1)],
    )
    def test_an_arrangement_says_what_is_one(
        self, same: str, by: MatchBy | None, possible: int
    ) -> None:
        """What was two before and is told to be one stands under the other name now."""
        before = (
            group("Board") + '[[bodies]]\nname = "Forum"\n' + self.SAID.format(same)
        )
        told = [masa.SameAs(one="Forum", other="Forum", same=Answer.NO)]
        found = compared(before, self.AFTER, same_as=told)
        assert found["Board"].by is by
        assert len(found.possible) == possible

    def test_a_name_for_itself_says_nothing(self) -> None:
        text = group("Board", 'also = ["Forum"]') + self.SAID.format("no")
        assert compared(text, text).differing == ()


class TestRoles:
    @pytest.mark.parametrize(
        ("ours", "theirs", "state"),
        [
            pytest.param(HERE, THERE, "changed", id="two areas are compared by role"),
            pytest.param(HERE, HERE, "only before", id="one area is not"),
            pytest.param(HERE, "", "only before", id="nor an area that is not stated"),
        ],
    )
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param(partner("A"), partner("B"), id="the one partner of a kind"),
            pytest.param(
                group("A", "tier = 1") + group("C", "tier = 2"),
                group("B", "tier = 1"),
                id="the one group at the top",
            ),
        ],
    )
    def test_matches(
        self, ours: str, theirs: str, state: str, before: str, after: str
    ) -> None:
        found = compared(ours + before, theirs + after)
        assert found["A"].state == state
        assert [one.by for one in found.possible] == (
            [MatchBy.ROLE] if ours and not theirs else []
        )

    def test_of_several_none_is_taken(self) -> None:
        found = compared(HERE + partner("A") + partner("C"), THERE + partner("B"))
        assert (
            found["A"].note == "of the health partners, there are 2 before and 1 after"
        )
        assert found["B"].note == found["A"].note
        assert "Several to choose from: 3" in found.to_text()

    def test_what_is_told_goes_before(self) -> None:
        told = [masa.SameAs(one="A", other="B", same=Answer.NO)]
        found = compared(HERE + partner("A"), THERE + partner("B"), same_as=told)
        assert found["A"].state == "only before"

    def test_an_area_is_known_by_each_of_its_names(self) -> None:
        other = 'area = { is = "Beeford", also = ["Ayton"] }\n'
        assert compared(HERE + partner("A"), other + partner("B"))["A"].by is None


class TestFacts:
    @pytest.mark.parametrize(
        ("before", "after", "likeness"),
        [
            pytest.param(
                'meets = "monthly"', 'meets = "yearly"', Likeness.CHANGED, id="changed"
            ),
            pytest.param(
                'meets = "monthly"', "", Likeness.ONE_SIDED, id="only stated in one"
            ),
            pytest.param(
                'meets = "bi-monthly"',
                'meets = "every 2 months"',
                Likeness.UNTOLD,
                id="which of two readings is meant cannot be told",
            ),
            pytest.param(
                'meets = "monthly"',
                'meets = { unknown = "torn" }',
                Likeness.UNTOLD,
                id="one speaks of it and does not tell",
            ),
            pytest.param(
                "", 'meets = { unknown = "torn" }', Likeness.UNTOLD, id="neither tells"
            ),
            pytest.param(
                'meets = ["monthly", { unknown = "torn" }]',
                'meets = "monthly"',
                Likeness.UNTOLD,
                id="a part cannot be told",
            ),
            pytest.param(
                'meets = "monthly"',
                "meets = { none = true }",
                Likeness.CHANGED,
                id="that there is none is a value",
            ),
            pytest.param(
                'meets = "monthly"',
                'meets = { is = "monthly", standing = "proposed" }',
                Likeness.CHANGED,
                id="another standing is a change",
            ),
            pytest.param(
                'meets = "monthly"',
                'meets = ["monthly", "yearly"]',
                Likeness.CHANGED,
                id="to contradict oneself is a change",
            ),
            pytest.param(
                'standing = "proposed"', "", Likeness.CHANGED, id="so is the standing"
            ),
            pytest.param(
                'remit = ["a"]', 'remit = ["a", "b"]', Likeness.ONE_SIDED, id="more"
            ),
            pytest.param(
                'remit = ["a", "b"]',
                'remit = ["a", "c"]',
                Likeness.CHANGED,
                id="others",
            ),
        ],
    )
    def test_are_the_same_changed_one_sided_or_not_told(
        self, before: str, after: str, likeness: Likeness
    ) -> None:
        found = compared(group("G", before), group("G", after))["G"]
        assert [one.likeness for one in found.differences] == [likeness]
        assert found.likeness is likeness

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param(
                'meets = { is = "monthly", at = "3", words = "each month" }',
                'meets = { is = "monthly", at = "9" }',
                id="the place and the words",
            ),
            pytest.param('remit = ["a", "b"]', 'remit = ["b", "a"]', id="the order"),
            pytest.param('id = "a"', "", id="the id in the file"),
            pytest.param(
                'meets = ["monthly", { is = "monthly", at = "9" }]',
                'meets = "monthly"',
                id="how often it is said",
            ),
        ],
    )
    def test_of_the_document_are_no_difference(self, before: str, after: str) -> None:
        assert compared(group("G", before), group("G", after)).differing == ()

    def test_leave_out_what_somebody_judged(self) -> None:
        one, other = (
            f'[[commitments]]\ntopic = "T"\njudgement = "{judged}"\n'
            for judged in ("full", "part")
        )
        assert compared(one, other).differing == ()

    def test_show_the_standing_of_an_area(self) -> None:
        wider = 'area = ["Ayton", { is = "Beeford", standing = "conditional" }]\n'
        areas = fact(compared(HERE, wider), "X", "area")
        assert (areas.before, areas.after) == ("nothing more", "Beeford (conditional)")

    def test_of_the_name_of_the_partnership_under_one_title(self) -> None:
        found = compared('name = "Ayton"\n', 'name = "Beeford"\n')["X"]
        assert [one.what for one in found.differences] == ["name"]

    def test_refer_to_what_they_name_however_it_is_spelt(self) -> None:
        council = partner(
            "London Borough of Barnet", "local authority", 'also = ["LBB"]'
        )
        one, other = (
            council + group("G", f'chair = "{name}"\nmembers = ["{name}"]')
            for name in ("LBB", "London Borough of Barnet")
        )
        assert compared(one, other).differing == ()

    def test_that_refer_to_what_may_be_one_cannot_be_told(self) -> None:
        one, other = (
            f'[[bodies]]\nname = "{name}"\n' + group("G", f'chair = "{name}"')
            for name in ("CCG", "ICB")
        )
        told = [masa.SameAs(one="CCG", other="ICB")]
        assert fact(compared(one, other), "G", "chair").likeness is Likeness.CHANGED
        found = compared(one, other, same_as=told)
        assert fact(found, "G", "chair").likeness is Likeness.UNTOLD

    @pytest.mark.parametrize(("same", "differing"), [("yes", 0), ("unknown", 1)])
    def test_that_name_two_things_said_to_be_one(
        self, same: str, differing: int
    ) -> None:
        one, other = (
            '[[bodies]]\nname = "CCG"\n[[bodies]]\nname = "ICB"\n'
            f'[[same_as]]\none = "CCG"\nother = "ICB"\nsame = "{same}"\n'
            + group("G", f'chair = "{name}"')
            for name in ("CCG", "ICB")
        )
        assert len(compared(one, other).untold) == differing
        assert len(compared(one, other).differing) == differing

    def test_the_order_of_turns_matters_only_where_it_is_said_to(self) -> None:
        bodies = '[[bodies]]\nname = "A"\n[[bodies]]\nname = "B"\n'
        for ordered, many in (("", 0), (", in_order = true", 1)):
            one, other = (
                bodies + group("G", f"chair = {{ rotates = {names}{ordered} }}")
                for names in ('["A", "B"]', '["B", "A"]')
            )
            assert len(compared(one, other).changed) == many

    def test_silence_of_a_text_that_breaks_off_says_so(self) -> None:
        cut = '[[sources]]\nid = "s"\ntitle = "S"\ntext = "truncated"\n'
        found = compared(group("G", 'meets = "monthly"') + group("H"), cut + group("G"))
        assert fact(found, "G", "frequency").after == "not in the text held"
        assert found["H"].silence == "not in the text held"
        said = "Only before: 1 thing (after: not in the text held)"
        assert said in found.to_text()

    def test_show_what_only_one_list_holds(self) -> None:
        found = compared(group("G", 'remit = ["a"]'), group("G", 'remit = ["a", "b"]'))
        remit = fact(found, "G", "remit")
        assert (remit.before, remit.after) == ("nothing more", "b (s.1)")
        assert str(remit) == "remit: nothing more → b (s.1) (only stated in one)"

    def test_of_the_arrangement_itself(self) -> None:
        found = compared('in_force = "2019"', 'in_force = "2020"')
        (itself,) = found.pairs
        assert [one.what for one in itself.differences] == [
            "day from which it is in force"
        ]

    def test_of_a_partner_that_is_only_a_body_now(self) -> None:
        found = compared(
            partner("CCG", "health", 'posts = ["Nurse"]', 'lead = "Nurse"'),
            '[[bodies]]\nname = "CCG"\nkind = "abolished"\n',
        )
        assert found["CCG"].kind == "safeguarding partner / body"
        listed = fact(found, "CCG", "listed as")
        assert (listed.before, listed.after) == ("safeguarding partner", "body")
        assert fact(found, "CCG", "kind").likeness is Likeness.UNTOLD
        assert fact(found, "CCG", "lead").after == "not stated"

    def test_where_a_thing_stands(self) -> None:
        one = '[[agencies]]\ncategory = "Health"\nnamed = ["Trust"]\n'
        found = compared(one, one.replace("Health", "Care"))
        listed = fact(found, "Trust", "listed under")
        assert (listed.before, listed.after) == ("Health", "Care")
        assert listed.likeness is Likeness.CHANGED
        moved = compared(one, '[[sets]]\nname = "Trust"\n')
        assert fact(moved, "Trust", "listed under").likeness is Likeness.ONE_SIDED

    def test_of_where_a_thing_stands_cannot_be_told(self) -> None:
        one, other = (
            partner(name, "health", '[[partners.posts]]\nid = "p"\nname = "P"\n')
            for name in ("CCG", "ICB")
        )
        found = compared(HERE + one, other)
        assert fact(found, "P", "listed under").likeness is Likeness.UNTOLD


class TestRows:
    @pytest.mark.parametrize(
        ("before", "after", "counts"),
        [
            pytest.param(
                'members = [{ any = "health" }, { any = "police" }]',
                'members = [{ any = "police" }]',
                (1, 1, 0, 0),
                id="a seat is known by who sits on it",
            ),
            pytest.param(
                'members = [{ any = "health" }]',
                'invited = [{ any = "health" }]',
                (0, 0, 0, 1),
                id="a member may be invited only",
            ),
            pytest.param(
                'members = [{ any = "h", count = 1 }, { any = "h", count = 2 }]',
                'members = [{ any = "h", count = 2 }, { any = "h", count = 3 }]',
                (1, 0, 0, 1),
                id="the same seats first, then the one that is left",
            ),
            pytest.param(
                'members = [{ any = "h", count = 1 }, { any = "h", count = 2 }]',
                'members = [{ any = "h", count = 3 }, { any = "h", count = 4 }]',
                (0, 2, 2, 0),
                id="of several alike none is taken",
            ),
        ],
    )
    def test_are_matched_by_what_they_name(
        self, before: str, after: str, counts: tuple[int, ...]
    ) -> None:
        found = compared(group("G", before), group("G", after))
        states = [one.state for one in found.of(masa.Seat)]
        known = ("same", "only before", "only after", "changed")
        assert tuple(map(states.count, known)) == counts

    def test_of_several_alike_are_told(self) -> None:
        two = '[[milestones]]\nwhat = "It starts"\nwhen = "{}"\n'
        found = compared(two.format(2018) + two.format(2019), two.format(2020))
        assert found.only_after[0].note == "alike by name are 2 before and 1 after"

    @pytest.mark.parametrize(
        ("table", "label", "kind"),
        [
            (
                '[[relations]]\nsource = "G"\nverb = "funds"\ntarget = "G"\n',
                "G funds G",
                "relation",
            ),
            ('[[agencies]]\ncategory = "C"\n', "C", "agency category"),
            ('[[escalation]]\nwho = "W"\n', "W", "escalation stage"),
            ('[[scrutiny]]\nby = "G"\n', "scrutiny by G", "scrutiny"),
            (
                '[[groups]]\nname = "H"\nmembers = [{ chairs_of = ["G"] }]\n',
                "chairs of G",
                "seat",
            ),
            ("[yearly_report]\nevery = 'yearly'\n", "yearly report", "yearly report"),
            ('[[commitments]]\ntopic = "T"\n', "T", "commitment"),
            ('[[budgets]]\nyear = "2018/19"\n', "budget of 2018/19", "budget"),
            ('[[reports]]\ntitle = "R"\n', "R", "published report"),
            ('[[teams]]\nname = "M"\n', "M", "child protection team"),
            ('[[departures]]\nitem = "I"\n', "departure from I", "departure"),
            (
                '[[sign_offs]]\ndocument = "yearly report"\n',
                "sign-off of the yearly report",
                "sign-off",
            ),
            (
                '[[reports]]\ntitle = "R"\ncopies = ["P"]\n',
                "copy sent to P",
                "copy sent",
            ),
            ('[[reports]]\ntitle = "R"\ncontents = ["S"]\n', "S", "reported"),
            (
                '[[teams]]\nname = "M"\nmembers = ["police"]\n',
                "team member (police)",
                "team member",
            ),
        ],
    )
    def test_are_called_by_what_they_name(
        self, table: str, label: str, kind: str
    ) -> None:
        found = compared(group("G") + table, group("G") + table)
        assert found[label].kind == kind
        assert found[label].by is MatchBy.NAME

    YEARS = tuple(
        f'period = {{ start = "1 April {year}", end = "31 March {year + 1}" }}\n'
        for year in (2023, 2024)
    )

    @pytest.mark.parametrize(
        ("before", "after", "states"),
        [
            pytest.param(
                f'"The year"\n{YEARS[0]}',
                f'"Annual report"\n{YEARS[0]}',
                ["changed"],
                id="two titles of one time are one report",
            ),
            pytest.param(
                f'"The year"\n{YEARS[0]}',
                f'"The year"\n{YEARS[1]}',
                ["only before", "only after"],
                id="one title of two times is two",
            ),
            pytest.param(
                '"The year"\n',
                '"The year"\nwhere = "Here."\n',
                ["only stated in one"],
                id="where no time is told the title tells",
            ),
            pytest.param(
                '"The year"\n',
                '"Annual report"\n',
                ["only before", "only after"],
                id="that no time is told is nothing in common",
            ),
        ],
    )
    def test_yearly_reports_are_matched_by_their_time(
        self, before: str, after: str, states: list[str]
    ) -> None:
        found = compared(*(f"[[reports]]\ntitle = {one}" for one in (before, after)))
        assert sorted(one.state for one in found.of("published report")) == sorted(
            states
        )

    @pytest.mark.parametrize(
        ("before", "after", "kind", "facts"),
        [
            pytest.param(
                'chair = "Nurse"\n',
                'chair = "Chief"\n',
                masa.Arrangement,
                [("chair", "Nurse", "Chief")],
                id="the chair of the whole",
            ),
            pytest.param(
                '[[sign_offs]]\ndocument = "annual budget"\non = "2024"\n',
                '[[sign_offs]]\ndocument = "annual budget"\non = "2025"\n',
                masa.SignOff,
                [("day", "2024", "2025")],
                id="the day of a sign-off",
            ),
            pytest.param(
                '[[departures]]\nitem = "I"\nreason = "So."\n',
                '[[departures]]\nitem = "I"\nreason = "Else."\n',
                masa.Departure,
                [("reason", "So.", "Else.")],
                id="the reason of a departure",
            ),
            pytest.param(
                '[[teams]]\nname = "T"\nmembers = [{ role = "health", '
                'nominated_by = "Nurse" }]\n',
                '[[teams]]\nname = "T"\nmembers = [{ role = "health", '
                'nominated_by = "Chief" }]\n',
                masa.TeamMember,
                [("who nominates", "Nurse", "Chief")],
                id="who nominates the one member of a role",
            ),
            pytest.param(
                '[[reports]]\ntitle = "R"\n'
                'copies = [{ to = "P", on = "2024" }]\ncontents = ["C"]\n',
                '[[reports]]\ntitle = "R"\n'
                'copies = [{ to = "P", on = "2025" }]\ncontents = ["C"]\n',
                masa.CopySent,
                [("day", "2024", "2025")],
                id="the day of a copy",
            ),
        ],
    )
    def test_that_differ_are_shown(
        self,
        before: str,
        after: str,
        kind: type[Any],
        facts: list[tuple[str, str, str]],
    ) -> None:
        posts = 'posts = ["Nurse", "Chief"]\n'
        (one,) = (
            one for one in compared(posts + before, posts + after).of(kind) if one.by
        )
        assert [
            (
                said.what,
                *(text.removesuffix(" (s.1)") for text in (said.before, said.after)),
            )
            for said in one.differences
        ] == facts

    def test_members_of_one_role_are_told_apart_by_who_nominates(self) -> None:
        team = '[[teams]]\nname = "T"\nmembers = [{}]\n'
        one, other = (
            f'{{ role = "health", nominated_by = "{name}" }}' for name in ("A", "B")
        )
        posts = 'posts = ["A", "B"]\n'
        found = compared(
            posts + team.format(f"{one}, {other}"), posts + team.format(other)
        )
        assert sorted(one.state for one in found.of("team member")) == [
            "only before",
            "same",
        ]


class TestMoney:
    BUDGET = (
        '[[bodies]]\nname = "A"\n[[bodies]]\nname = "B"\n[[budgets]]\n'
        "year = '2018/19'\ncontributed_total = {total}\n"
        "contributions = [{{ payer = 'A', amount = {a} }}, {{ payer = 'B'{b} }}]\n"
        "costs = [{{ item = 'Post', amount = {post} }}]\n"
    )
    ONE = BUDGET.format(total=400, a=100, b=", amount = 300", post=5)
    OTHER = BUDGET.format(total=450, a='"150.50"', b="", post=5)

    def test_stands_side_by_side(self) -> None:
        found = compared(self.ONE, self.OTHER)
        assert [str(one) for one in found.amounts] == [
            "A: £100 → £150.50 (+£50.50)",
            "B: £300 → not stated (not known)",
            "Post: £5 → £5 (£0)",
            "total of the contributions, as printed: £400 → £450 (+£50)",
        ]
        assert [one.difference for one in found.amounts] == [
            *(Decimal("50.50"), None, Decimal(0), Decimal(50)),
        ]

    def test_has_shares_where_every_amount_is_known(self) -> None:
        payer = compared(self.ONE, self.OTHER).amounts[0]
        assert (payer.share_before, payer.share_after) == (Decimal("25.00"), None)
        assert payer.to_records() == [
            {
                "year": "budget of 2018/19",
                "what": "A",
                "before": "£100",
                "after": "£150.50",
                "difference": "+£50.50",
                "share before": "25.00 %",
            }
        ]

    def test_of_nothing_has_no_shares(self) -> None:
        nothing = self.BUDGET.format(total=0, a=0, b=", amount = 0", post=0)
        assert compared(nothing, nothing).amounts[0].share_before is None

    def test_of_a_payer_that_is_gone_is_not_nought(self) -> None:
        gone = self.ONE.replace("{ payer = 'A', amount = 100 }, ", "")
        amount = compared(self.ONE, gone).amounts[0]
        assert str(amount) == "A: £100 → not stated (not known)"

    def test_of_two_years_stands_apart(self) -> None:
        found = compared(self.ONE, self.ONE.replace("2018/19", "2019/20"))
        assert len(found.of("budget")) == 2
        assert len(found.amounts) == 8

    @pytest.mark.parametrize(("more", "many"), [("", 1), ("costs_total = 1", 2)])
    def test_of_an_unknown_year_is_matched_only_if_all_is_the_same(
        self, more: str, many: int
    ) -> None:
        found = compared(
            "[[budgets]]\ncarried_forward = 1\n",
            f"[[budgets]]\ncarried_forward = 1\n{more}",
        )
        assert len(found.of("budget")) == many

    @pytest.mark.parametrize(
        ("before", "after", "states"),
        [
            (
                "[{ payer = 'A', pot = 'p', amount = 1 }, { payer = 'A', pot = 'q' }]",
                "[{ payer = 'A', pot = 'q', amount = 2 }, { payer = 'A', pot = 'p' }]",
                ["only stated in one", "only stated in one"],
            ),
            (
                "[{ payer = 'A', amount = 1 }]",
                "[{ payer = 'A', pot = 'p', amount = 1 }]",
                ["only stated in one"],
            ),
        ],
        ids=["by payer and pot", "or by payer alone"],
    )
    def test_lines_are_matched(
        self, before: str, after: str, states: list[str]
    ) -> None:
        body = '[[bodies]]\nname = "A"\n[[budgets]]\nyear = "2018/19"\ncontributions = '
        found = compared(body + before, body + after)
        assert [one.state for one in found.of(masa.Contribution)] == states


class TestLookingUp:
    FOUND = compared(group("G", 'also = ["Gee"]', 'id = "gee"'), group("G"))

    @pytest.mark.parametrize("name", ["G", "Gee", "gee"])
    def test_by_any_name(self, name: str) -> None:
        assert self.FOUND[name].kind == "group"

    def test_a_thing_goes_before_a_row_of_its_name(self) -> None:
        text = '[[bodies]]\nname = "B"\n' + group("G", 'members = ["B"]')
        assert compared(text, text)["B"].kind == "body"

    def test_of_an_unknown_name_is_an_error(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "'):
            _ = self.FOUND["Gees"]
        with pytest.raises(UnknownNameError, match="look at"):
            _ = self.FOUND["zzzzzz"]

    @pytest.mark.parametrize("kind", ["forum", int, masa.Footnote])
    def test_of_an_unknown_kind_is_an_error(self, kind: Any) -> None:  # noqa: ANN401 (a wrong one)
        with pytest.raises(KindError, match="no kind of thing that is compared"):
            self.FOUND.of(kind)

    def test_loops_over_everything(self) -> None:
        assert list(self.FOUND) == list(self.FOUND.pairs)
        assert len(self.FOUND) == 2
        assert self.FOUND.stated_once == (self.FOUND["G"],)


class TestErrors:
    X: Any = read(group("Board"))

    @pytest.mark.parametrize("sides", [(X, "barnet"), (None, X)])
    def test_only_arrangements_are_compared(self, sides: tuple[Any, Any]) -> None:
        with pytest.raises(KindError, match="is not an arrangement"):
            compare(*sides)

    @pytest.mark.parametrize(
        "same_as", ["Board", masa.SameAs(one="Board", other="Board"), 4, ["Board"], [4]]
    )
    def test_the_same_are_pairs_of_names(self, same_as: Any) -> None:  # noqa: ANN401 (a wrong one)
        with pytest.raises(KindError, match="is no pair of names"):
            compare(self.X, self.X, same_as=same_as)

    def test_a_name_in_neither_is_an_error(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "Board"'):
            compare(self.X, self.X, same_as=[("Board", "Bord")])

    def test_a_name_of_several_is_an_error(self) -> None:
        twins = read(group("A", 'id = "a"') + group("A", 'id = "b"'))
        with pytest.raises(UnknownNameError, match="is the name of 2 things"):
            compare(twins, self.X, same_as=[("A", "Board")])


class TestShowing:
    def test_puts_two_on_one_page(self) -> None:
        joint, alone = (
            (GOLDEN / f"compared.{name}.toml").read_text(encoding="utf-8")
            for name in ("joint", "alone")
        )
        found = compare(masa.loads(joint), masa.loads(alone))
        page = found.to_report()
        text = (GOLDEN / "compared.txt").read_text(encoding="utf-8")
        assert page.to_text() == found.to_text() == text
        assert page.title == str(found)

    def test_says_that_nothing_differs(self) -> None:
        found = compared("", "")
        assert "Nothing differs." in found.to_text()
        assert repr(found) == (
            "<Comparison of X and X: "
            "1 the same, 0 changed, 0 stated in one only, 0 not to be told, "
            "0 only before, 0 only after>"
        )

    def test_names_some_of_what_is_the_same(self) -> None:
        many = "".join(group(f"G{number}") for number in range(12))
        text = " ".join(compared(many, many).to_text().split())
        assert (
            "- group (12): G0; G1; G10; G11; G2; G3; G4; G5; G6; G7; G8; and 1 more"
            in text
        )

    def test_names_one_at_least_however_long(self) -> None:
        long = "".join(group(f"{letter} {'g' * 150}") for letter in "AB")
        text = " ".join(compared(long, long).to_text().split())
        assert f"- group (2): A {'g' * 150}; and 1 more" in text

    def test_calls_the_two_by_their_ids(self) -> None:
        other = read(THERE + group("H"), 'id = "y"\ntitle = "Y"\nat = "1"\n')
        found = compare(read(HERE + group("G")), other)
        assert str(found).endswith("1 only in x, 1 only in y")
        assert "The two cover different areas" in found.to_text()
        assert "Only in x: 1 thing (y: not stated)" in found.to_text()

    def test_cuts_what_is_long(self) -> None:
        one, other = (
            compared(f'vision = "{"word " * 30}{end}"', "") for end in ("a", "b")
        )
        assert "word …" in one.to_text()
        proposed = f'vision = {{ is = "{"word " * 30}end", standing = "proposed" }}'
        assert "word … (proposed)" in " ".join(compared(proposed, "").to_text().split())
        in_brackets = "word " * 10 + "(in brackets that are closed much further on)"
        assert "word …" in compared(f'vision = "{in_brackets}"', "").to_text()
        assert one.to_records() != other.to_records()

    def test_puts_some_groups_of_only_one_beside_the_others(self) -> None:
        both = group("G", 'chair = "independent"')
        told = "".join(
            group(f"H{tier}", f"tier = {tier}", 'meets = "monthly"')
            for tier in range(1, 8)
        )
        text = compared(both, both + told + group("I", 'meets = "yearly"')).to_text()
        assert "how often they meet: 5 of 9" in text
        assert "The other 4 groups are only in one." in text

    def test_only_counts_money_that_one_states_alone(self) -> None:
        budget = '[[budgets]]\nyear = "2018/19"\ncosts_total = {}\n'
        asks = '[[bodies]]\nname = "B"\n[[budgets]]\nyear = "2018/19"\n'
        asks += "contributions = [{ payer = 'B' }]\n"
        known = compared(budget.format(5), "").to_text()
        assert "Money: budget of 2018/19: 1 amount, only before." in known
        assert "1 amount, not stated." in compared(asks, "").to_text()

    def test_a_thing_shows_itself(self) -> None:
        found = compared(HERE + partner("A"), THERE + partner("B"))["A"]
        assert str(found) == "safeguarding partner A / B: changed, 1 fact"
        assert repr(found) == f"<ComparedThing {found}>"
        assert "matched by  role" in found.to_text()
        alone = compared(HERE + partner("A") + partner("C"), THERE + partner("B"))["A"]
        assert str(alone) == "safeguarding partner A: only before"
        assert "note" in alone.to_text()

    def test_gives_a_row_for_each_difference(self) -> None:
        found = compared(
            group("G", 'meets = "monthly"\ntier = 1'), group("G", 'meets = "yearly"')
        )
        rows = found.to_records()
        assert [row["fact"] for row in rows] == ["", "tier", "frequency"]
        assert {row["state"] for row in rows} == {"same", "changed"}


def test_the_order_of_lists_is_no_difference() -> None:
    barnet = masa.examples.load("barnet")
    turned = evolve(
        barnet, groups=barnet.groups[::-1], relations=barnet.relations[::-1]
    )
    assert compare(barnet, turned).differing == ()
    assert compare(barnet, turned).to_text() == compare(barnet, barnet).to_text()
