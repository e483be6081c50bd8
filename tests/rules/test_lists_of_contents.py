"""What the lists of published arrangements ask that a file itself can show."""

import pytest

import masa

TOP = 'id = "x"\ntitle = "X"\n'
PARTNERS = """
[[partners]]
kind = "local authority"
name = "Ayton Council"
lead = "Chief Executive"
delegates = ["Director"]
posts = [
  { name = "Chief Executive", holder = "A. Lead" },
  { name = "Director", holder = "B. Delegate" },
]
[[partners]]
kind = "health"
name = "Wold Integrated Care Board"
lead = "Board Chief"
delegates = ["Chief Nurse"]
posts = [
  { name = "Board Chief", holder = "C. Lead" },
  { name = "Chief Nurse", holder = "D. Delegate" },
]
[[partners]]
kind = "police"
name = "Wold Police"
lead = "Chief Constable"
delegates = ["Superintendent"]
posts = [
  { name = "Chief Constable", holder = "E. Lead" },
  { name = "Superintendent", holder = "F. Delegate" },
]
"""


PROPOSED = 'standing = "proposed"'


def outcome(item: str, text: str, **options: object) -> masa.Outcome:
    options.setdefault("edition", "WT2026")
    return masa.check(masa.loads(TOP + text), **options)[item]  # type: ignore[arg-type] # any


def missing(found: masa.Outcome) -> list[str | None]:
    return [need.id for need in found.missing]


class TestWhoThePartnersAre:
    """The three partners, their leads and delegates by person and post, the chair."""

    def test_is_met_where_all_are_named(self) -> None:
        found = outcome("P23-S1", 'chair = "Director"\n' + PARTNERS)
        assert found.state == "met"

    @pytest.mark.parametrize(
        ("old", "new", "lacks"),
        [
            ('chair = "Director"\n', "", "chair"),
            (', holder = "A. Lead"', "", "leads"),
            ('lead = "Board Chief"\n', "", "leads"),
            ('delegates = ["Superintendent"]\n', "", "delegates"),
            (', holder = "D. Delegate"', "", "delegates"),
            ('name = "Wold Police"', 'name = "the Police"', "each-partner"),
        ],
        ids=[
            "no chair",
            "a lead without a holder",
            "a partner without a lead",
            "a partner without a delegate",
            "a delegate without a holder",
            "a partner called by its kind",
        ],
    )
    def test_is_partly_met_where_one_is_missing(
        self, old: str, new: str, lacks: str
    ) -> None:
        text = ('chair = "Director"\n' + PARTNERS).replace(old, new)
        found = outcome("P23-S1", text)
        assert found.state == "partly"
        assert missing(found) == [lacks]


class TestTeams:
    """A multi-agency child protection team has four members, each duly nominated."""

    TEAM = """
[[teams]]
name = "Team"
members = [
  { role = "education", nominated_by = "Ayton Council" },
  { role = "social work", nominated_by = "Ayton Council" },
  { role = "health", nominated_by = "Wold Integrated Care Board" },
  { role = "police", nominated_by = "Wold Police" },
]
"""

    def team(self, text: str) -> masa.Outcome:
        days = {"cwsa-2026/s3": "2027-09-01"}
        return outcome("P26-5", PARTNERS + text, commenced=days)

    def test_is_met_by_one_with_all_four(self) -> None:
        assert self.team(self.TEAM).state == "met"

    @pytest.mark.parametrize(
        ("old", "new", "lacks"),
        [
            ('  { role = "health", nom', '  { role = "other", nom', "health-member"),
            ('"police", nominated_by = "Wold Police"', '"police"', "police-member"),
            (
                'social work", nominated_by = "Ayton Council"',
                'social work", nominated_by = "Wold Police"',
                "authority-members",
            ),
            (
                'nominated_by = "Wold Police" }',
                'nominated_by = { is = "Wold Police", standing = "proposed" } }',
                "police-member",
            ),
        ],
        ids=["none for health", "by nobody", "by another partner", "only proposed"],
    )
    def test_is_partly_met_where_one_lacks_a_member(
        self, old: str, new: str, lacks: str
    ) -> None:
        found = self.team(self.TEAM.replace(old, new))
        assert found.state == "partly"
        assert missing(found) == [lacks]

    def test_is_not_held_back_by_another_that_is_only_planned(self) -> None:
        planned = f'[[teams]]\nname = "Another"\n{PROPOSED}\n'
        assert self.team(self.TEAM + planned).state == "met"

    def test_is_held_back_by_another_that_lacks_a_member(self) -> None:
        found = self.team(self.TEAM + '[[teams]]\nname = "Another"\n')
        assert found.state == "partly"
        assert "not in every team, or not yet" in found.to_be_met[0]

    def test_is_partly_met_by_one_that_is_only_planned(self) -> None:
        planned = self.TEAM.replace('name = "Team"', f'name = "Team"\n{PROPOSED}')
        found = self.team(planned)
        assert found.state == "partly"
        assert all("only proposed" in one for one in found.to_be_met)

    def test_is_not_evidenced_without_any(self) -> None:
        assert self.team("").state == "not evidenced"


class TestLinesUpwards:
    """A path from each group up to the leads: every group, and firmly."""

    GROUPS = """
[[groups]]
name = "Executive"
tier = 1
[[groups]]
name = "Quality Group"
reports_to = "Executive"
[[groups]]
name = "Practice Group"
[[relations]]
source = "Quality Group"
verb = "oversees"
target = "Practice Group"
"""

    def test_are_met_through_reports_and_relations(self) -> None:
        found = outcome("P26-4", PARTNERS + self.GROUPS)
        assert found.state == "met"
        assert len(found.evidence) == 3

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('verb = "oversees"', 'verb = "liaises with"'),
            (
                'target = "Practice Group"\n',
                'target = "Practice Group"\nstanding = "proposed"\n',
            ),
            (
                'reports_to = "Executive"',
                'reports_to = { is = "Executive", standing = "proposed" }',
            ),
            ("tier = 1", 'tier = { is = 1, standing = "proposed" }'),
            ("tier = 1", "tier = 2"),
        ],
        ids=[
            "liaison is no line",
            "a relation only proposed",
            "a line only proposed",
            "a top only proposed",
            "no top",
        ],
    )
    def test_are_partly_met_where_one_is_not_there_or_not_firm(
        self, old: str, new: str
    ) -> None:
        found = outcome("P26-4", PARTNERS + self.GROUPS.replace(old, new))
        assert found.state in {"partly", "not evidenced"}
        assert missing(found) == ["paths"]

    @pytest.mark.parametrize(
        "over", ["safeguarding partners", "Wold Police", "Board Chief"]
    )
    def test_may_end_at_a_partner_or_a_lead(self, over: str) -> None:
        group = f'[[groups]]\nname = "Executive"\nreports_to = "{over}"\n'
        assert outcome("P26-4", PARTNERS + group).state == "met"

    def test_a_lead_that_is_only_proposed_is_no_firm_end(self) -> None:
        lead = 'lead = { is = "Board Chief", standing = "proposed" }'
        text = PARTNERS.replace('lead = "Board Chief"', lead)
        group = '[[groups]]\nname = "Executive"\nreports_to = "Board Chief"\n'
        found = outcome("P26-4", text + group)
        assert found.state == "partly"
        assert "only proposed" in found.to_be_met[0]

    @pytest.mark.parametrize("line", ["{ none = true }", '{ unknown = "torn off" }'])
    def test_are_partly_met_where_a_group_is_said_to_have_none(self, line: str) -> None:
        group = f'[[groups]]\nname = "Panel"\nreports_to = {line}\n'
        found = outcome("P26-4", PARTNERS + self.GROUPS + group)
        assert found.state == "partly"
        assert not any("Panel" in one for one in found.shown_by)

    def test_circles_are_walked_once(self) -> None:
        text = PARTNERS + self.GROUPS.replace(
            "tier = 1", 'reports_to = "Quality Group"'
        )
        assert outcome("P26-4", text).state == "not evidenced"


TWINS = """
[[partners]]
id = "one"
kind = "police"
name = "Wold Police"
delegates = ["First"]
posts = [{ name = "First" }]
[[partners]]
id = "two"
kind = "police"
name = "Wold Police"
delegates = ["Second"]
posts = [{ name = "Second" }]
[[groups]]
name = "Executive"
reports_to = "safeguarding partners"
[[relations]]
source = "First"
verb = "reports to"
target = "one"
"""


@pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
def test_two_partners_of_one_name_are_told_apart_by_their_ids(edition: str) -> None:
    held = masa.check(masa.loads(TOP + TWINS), edition=edition)
    assert len(held) > 0
    if edition == "WT2026":
        assert held["P26-4"].state == "met"
