"""Child protection teams in a governance graph: no top of it, and who is on them."""

from itertools import permutations

import masa

PLAN = """
id = "{own}"
title = "{own}"
[[partners]]
name = "Council"
kind = "local authority"
[[partners]]
name = "Force"
kind = "police"
[[teams]]
id = "team"
name = "Northern Team"
"""
MEMBERS = (
    'members = ["education", "police", "police", {role = "social work", at = "5", '
    'nominated_by = [{is = "Council", until = "2020"}, {is = "Force"}]}]\n'
)


def plan(more: str, own: str = "x") -> masa.Arrangement:
    return masa.loads(PLAN.format(own=own) + more)


class TestTheTop:
    def test_that_without_a_group_the_partners_are_the_top(self) -> None:
        graph = masa.governance(plan(""))
        assert graph.top == ("safeguarding partners",)
        assert graph.routes("Council").shortest is not None

    def test_that_a_group_is_the_top_whatever_a_team_does_to_it(self) -> None:
        group = (
            '[[groups]]\nname = "Board"\nreports_to = ["Northern Team"]\n'
            '[[groups]]\nname = "Panel"\nreports_to = ["Board"]\n'
        )
        assert masa.governance(plan(group)).top == ("Board",)


class TestSeats:
    def test_that_each_member_is_a_seat_by_the_role(self) -> None:
        seats = masa.governance(plan(MEMBERS)).seats("Northern Team")
        assert [row.holder for row in seats] == [
            *("education", "police", "police", "social work")
        ]
        assert (seats.count.least, seats.count.most) == (4, 4)
        assert seats.rows[-1].notes == ("nominated by Council or Force",)
        assert [str(at) for at in seats.at] == ["s.5"]
        assert seats.complete is masa.Answer.UNKNOWN

    def test_that_who_nominates_is_that_of_the_day(self) -> None:
        graph = masa.governance(plan(MEMBERS), on="2021-06-01")
        assert graph.seats("Northern Team").rows[-1].notes == ("nominated by Force",)

    def test_that_whoever_nominated_is_named_though_it_has_ended(self) -> None:
        whole = plan(
            'members = [{role = "health", nominated_by = "Trust"}]\n'
            '[[partners]]\nname = "Trust"\nkind = "health"\nended = "2018-01-01"\n'
        )
        seats = masa.governance(whole, on="2021-06-01").seats("team")
        assert seats.rows[0].notes == ("nominated by Trust",)

    def test_that_who_nominates_has_no_majority_by_it(self) -> None:
        found = masa.governance(plan(MEMBERS)).majorities("Northern Team")
        assert [row.of for row in found.rows] == ["described"]
        assert "is unknown" in str(found)

    def test_that_a_member_who_is_only_proposed_may_be_none(self) -> None:
        whole = plan('members = [{role = "police", standing = "proposed"}]\n')
        seats = masa.governance(whole).seats("team")
        assert (seats.count.least, seats.count.most) == (0, 1)
        assert seats.rows[0].notes == ("proposed",)
        sure = masa.governance(whole, given={"proposed": True}).seats("team")
        assert (sure.count.least, sure.rows[0].notes) == (1, ())
        assert not masa.governance(whole, given={"proposed": False}).seats("team").rows

    def test_that_a_member_is_as_firm_as_a_proposed_team(self) -> None:
        whole = plan('standing = "proposed"\nmembers = ["police"]\n')
        seats = masa.governance(whole).seats("team")
        assert (seats.count.least, seats.count.most) == (1, 1)

    def test_that_a_team_of_which_no_member_is_stated_has_no_seat_stated(self) -> None:
        seats = masa.governance(plan("")).seats("team")
        assert str(seats) == "No seat on Northern Team is stated."

    def test_that_who_is_related_to_a_team_is_told_too(self) -> None:
        tie = (
            '[[relations]]\nsource = "Force"\nverb = "is a member of"\n'
            'target = "Northern Team"\n'
        )
        seats = masa.governance(plan('members = ["health"]\n' + tie)).seats("team")
        assert [row.holder for row in seats] == ["health", "Force"]

    def test_that_two_arrangements_may_tell_of_the_same_seats(self) -> None:
        one = plan('members = ["police", {role = "health", at = "3"}]\n', "a")
        two = plan('members = ["police", "police"]\n', "b")
        for several in permutations((one, two)):
            seats = masa.governance(masa.Atlas(several)).seats("team")
            found = {row.holder: (row.count.least, row.count.most) for row in seats}
            assert found == {"police": (1, 2), "health": (1, 1)}
            assert [str(at) for at in seats.at] == ["s.3"]


class TestNominations:
    def test_that_each_is_an_edge_with_its_role_and_place(self) -> None:
        graph = masa.governance(plan(MEMBERS))
        assert [
            (edge.source, edge.target, edge.says, str(edge.at))
            for edge in graph.edges
            if edge.verb is masa.Verb.NOMINATES_TO
        ] == [
            ("Council", "Northern Team", "social work", "s.5"),
            ("Force", "Northern Team", "social work", "s.5"),
        ]
        said = "- Force nominates to Northern Team: social work (s.5)."
        assert said in graph.to_text()

    def test_that_one_that_is_over_is_none(self) -> None:
        graph = masa.governance(plan(MEMBERS), on="2021-06-01")
        assert [edge.source for edge in graph.edges if edge.says] == ["Force"]

    def test_that_it_is_as_open_as_its_member_or_itself(self) -> None:
        members = (
            'members = [{role="police", standing="proposed", nominated_by = "Force"}, '
            '{role = "health", nominated_by = {is = "Force", standing = "agreed"}}, '
            '{role = "other", nominated_by = {is = "Force", condition = "if paid"}}]\n'
        )
        edges = masa.governance(plan(members)).edges
        assert [edge.notes for edge in edges if edge.says] == [
            ("proposed",),
            (),
            ("if paid",),
        ]
        police = masa.TeamMember(
            role=masa.TeamRole.POLICE,
            nominated_by=masa.stated("Force"),
            at=masa.Source.from_text("9"),
            standing=masa.Standing.PROPOSED,
        )
        force = masa.SafeguardingPartner(name="Force", kind=masa.PartnerKind.POLICE)
        team = masa.ChildProtectionTeam(name="A Team", members=(police,))
        whole = masa.Arrangement(
            id="x",
            title="X",
            partners=(force,),
            teams=(team,),
        )
        (edge,) = (edge for edge in masa.governance(whole).edges if edge.says)
        assert edge.notes == ("s.9", "proposed")

    def test_that_it_is_no_way_to_the_top(self) -> None:
        graph = masa.governance(plan(MEMBERS))
        assert not graph.routes("Northern Team", "safeguarding partners")
        assert "Northern Team" in str(graph.unconnected())
