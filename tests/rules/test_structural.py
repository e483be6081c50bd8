"""Agencies, education, thresholds and reforms are held against structural rules."""

import pytest

import masa
from masa import Checklist, check
from masa.rules.outcomes import Outcome, OutcomeState

MET, PARTLY, NOT_EVIDENCED, NOT_APPLICABLE, UNKNOWN = OutcomeState
AREA = 'id = "x"\ntitle = "X"\nat = "1"\n'
LISTED, FIRE = "relevant-agencies-from-closed-list", "{ none = true }"
JUDGED = (
    *("education-named-as-relevant-agency", "education-in-strategic-decisions"),
    *("schools-represented-at-both-levels", "voluntary-and-faith-included"),
    *("threshold-document-published", "disputes-resolved-locally"),
)


def held(text: str, edition: str = "WT2026") -> Checklist:
    return check(masa.loads(AREA + text), edition=edition)


def in_year_one(text: str) -> Checklist:
    """Hold a file against the law of the first year of Families First."""
    return check(masa.loads(AREA + text), on="2025-06-01")


def agencies(**paragraphs: int | str | None) -> str:
    """Write a list of agencies, each with its paragraph of the Schedule."""
    rows = [
        f'{{ name = "{name}"'
        + (f", schedule_paragraph = {told} }}" if told is not None else " }")
        for name, told in paragraphs.items()
    ]
    return f'[[agencies]]\ncategory = "all"\nnamed = [{", ".join(rows)}]\n'


def judged(item: str, judgement: str) -> str:
    return (
        f'[[commitments]]\ntopic = "it"\nitems = ["{item}"]\n'
        f'judgement = "{judgement}"\n'
    )


@pytest.mark.parametrize("item", JUDGED)
def test_a_rule_is_met_in_part_or_not_evidenced_as_judged(item: str) -> None:
    states = [
        held(text)[item].state
        for text in (judged(item, "full"), judged(item, "part"), "")
    ]
    assert states == [MET, PARTLY, NOT_EVIDENCED]


@pytest.mark.parametrize("item", ["required", "recommended"])
def test_so_is_what_families_first_asks_for(item: str) -> None:
    rule = f"families-first-{item}"
    states = [
        in_year_one(text)[rule].state
        for text in (judged(rule, "full"), judged(rule, "part"), "")
    ]
    assert states == [MET, PARTLY, NOT_EVIDENCED]


def test_in_2018_all_schools_should_be_engaged() -> None:
    told = judged("P18-S4/settings", "full")
    assert held(told, "WT2018")["schools-fully-engaged"].state is MET
    assert held("", "WT2018")["schools-fully-engaged"].state is NOT_EVIDENCED


def test_stages_of_escalation_show_that_disputes_are_settled_locally() -> None:
    stage = '[[escalation]]\nwho = "the managers"\n'
    assert held(stage)["disputes-resolved-locally"].state is MET
    proposed = stage + 'standing = "proposed"\n'
    assert held(proposed)["disputes-resolved-locally"].state is PARTLY


class TestTheSchedule:
    """Every relevant agency falls under a paragraph of the closed list."""

    @pytest.mark.parametrize(
        ("listed", "state"),
        [
            (agencies(School=4, Club=38), MET),
            (agencies(School=4, Fire=FIRE), MET),
            (agencies(School=4, Club=None), PARTLY),
            (agencies(School=4, Club=40), PARTLY),
            (agencies(Fire=FIRE), PARTLY),
            (agencies(School="{ is = 4, condition = 'if open' }"), PARTLY),
            (agencies(School="{ is = 4, standing = 'proposed' }"), PARTLY),
            (agencies(School="{ unknown = true }"), NOT_APPLICABLE),
            (agencies(School=None), NOT_APPLICABLE),
            ("", NOT_APPLICABLE),
        ],
        ids=[
            *("all have one", "all but one in none", "one is not told"),
            *("one that there is not", "in none", "on a condition", "proposed"),
            *("cannot be told", "none is told", "none is listed"),
        ],
    )
    def test_each_agency_has_a_paragraph(
        self, listed: str, state: OutcomeState
    ) -> None:
        assert held(listed)[LISTED].state is state
        assert not held(listed)[LISTED].is_missed

    def test_silence_about_every_paragraph_fails_nobody(self) -> None:
        found = held(agencies(School=None, Club=None))[LISTED]
        assert found.why == (
            "the file does not say under which paragraph of the Schedule any agency "
            "falls"
        )

    def test_what_is_printed(self) -> None:
        found = held(agencies(School=4, Fire=FIRE, Club=40))[LISTED]
        assert found.shown_by == (
            "School: para 4 (s.1)",
            "Fire: in no paragraph, so that no statutory duty falls on it (s.1)",
            "Club: para 40, which the Schedule is not known to have (s.1)",
        )

    def test_described_sets_count_as_well(self) -> None:
        sets = (
            '[[agencies]]\ncategory = "all"\n[[agencies.described]]\nname = "schools"'
        )
        assert held(sets)[LISTED].state is NOT_APPLICABLE
        assert held(f"{sets}\nschedule_paragraph = 4")[LISTED].state is MET

    @pytest.mark.parametrize("paragraph", [1, 4, 10, 13, 14])
    def test_education_named_is_a_part_of_all_education(self, paragraph: int) -> None:
        found = held(agencies(One=paragraph))["education-named-as-relevant-agency"]
        assert found.state is PARTLY

    @pytest.mark.parametrize("paragraph", [15, 38, 40, None])
    def test_no_other_agency_is_education(self, paragraph: int | None) -> None:
        found = held(agencies(One=paragraph))["education-named-as-relevant-agency"]
        assert found.state is NOT_EVIDENCED

    @pytest.mark.parametrize(
        ("paragraphs", "missing"),
        [
            ({"Charity": 36, "Church": 37, "Club": 38}, []),
            ({"Charity": 36, "Church": 37}, ["sport"]),
            ({"Charity": 36}, ["faith", "sport"]),
            ({"School": 4}, ["voluntary", "faith", "sport"]),
        ],
    )
    def test_voluntary_faith_and_sport(
        self, paragraphs: dict[str, int], missing: list[str]
    ) -> None:
        found = held(agencies(**paragraphs))["voluntary-and-faith-included"]
        assert [need.id for need in found.missing] == missing


class TestEducationAtBothLevels:
    """Education sits on a strategic and on an operational group."""

    def seats(self, tier: str, seat: str = '"School"', paragraph: int = 4) -> Outcome:
        group = f'[[groups]]\nname = "G"\n{tier}members = [{seat}]\n'
        listed = agencies(School=paragraph)
        return held(group + listed, "WT2023")["schools-represented-at-both-levels"]

    @pytest.mark.parametrize(
        ("tier", "shown"),
        [
            ("tier = 1\n", ["strategic"]),
            ("tier = 2\n", ["operational"]),
            ("tier = [1, 2]\n", []),
            ("", []),
        ],
    )
    def test_the_tier_says_at_which(self, tier: str, shown: list[str]) -> None:
        assert [one.need for one in self.seats(tier).evidence] == shown

    def test_below_the_top_it_is_a_part(self) -> None:
        missing = [need.id for need in self.seats("tier = 2\n").missing]
        assert missing == ["strategic", "operational"]

    @pytest.mark.parametrize(
        ("seat", "weight"),
        [
            ('"School"', "all of it"),
            ('{ holder = "School", holding = "vacant" }', "a part of it"),
        ],
    )
    def test_a_vacant_seat_is_a_part(self, seat: str, weight: str) -> None:
        (shown,) = self.seats("tier = 1\n", seat).evidence
        assert shown.weight.value == weight

    @pytest.mark.parametrize("seat", ['{ any = "a head" }', '{ chairs_of = ["G"] }'])
    def test_a_seat_of_nobody_named_is_none(self, seat: str) -> None:
        assert self.seats("tier = 1\n", seat).state is NOT_EVIDENCED

    def test_one_of_somebody_described_is_mentioned(self) -> None:
        found = self.seats("tier = 1\n", '{ any = "a head teacher" }')
        (shown,) = found.evidence
        assert (shown.what, shown.weight.value) == (
            "G: a head teacher",
            "mentioned only",
        )

    def test_nor_is_that_of_another_agency(self) -> None:
        assert self.seats("tier = 1\n", paragraph=16).state is NOT_EVIDENCED

    def test_is_told_once_for_each_rule_that_asks(self) -> None:
        top = '[[groups]]\nname = "G"\ntier = 1\nmembers = ["School"]\n'
        found = held(top + agencies(School=4), "WT2023")
        assert found["education-in-strategic-decisions"].state is MET
        assert found["P23-S4"].state is PARTLY


BY = {
    "education": "local authority",
    "social work": "local authority",
    "health": "health",
    "police": "police",
}


class TestTeams:
    """A team under s.16EA has four members, each nominated by whom the Act says."""

    PARTNERS = "".join(
        f'[[partners]]\nname = "{kind}"\nkind = "{kind}"\n'
        for kind in ("local authority", "health", "police")
    )
    RULES = ("P26-5", "ca-2004/s16ea.1")

    def team(self, *roles: str, by: str | None = None) -> Checklist:
        members = ", ".join(
            f'{{ role = "{role}", nominated_by = "{by or BY[role]}" }}'
            for role in roles
        )
        text = f'{AREA}{self.PARTNERS}[[teams]]\nname = "T"\nmembers = [{members}]\n'
        commenced = {"cwsa-2026/s3": "2026-10-01"}
        return check(masa.loads(text), edition="WT2026", commenced=commenced)

    @pytest.mark.parametrize("rule", RULES)
    def test_with_all_four_is_met(self, rule: str) -> None:
        assert self.team(*BY)[rule].state is MET

    @pytest.mark.parametrize("rule", RULES)
    def test_without_its_members_is_a_part(self, rule: str) -> None:
        found = self.team()[rule]
        assert found.state is PARTLY
        assert [need.id for need in found.missing] == [
            *("authority-members", "health-member", "police-member"),
        ]

    @pytest.mark.parametrize("rule", RULES)
    def test_of_whom_one_is_missing_is_a_part(self, rule: str) -> None:
        (lack,) = self.team("education", "health", "police")[rule].to_be_met
        short = "not in every team, or not yet"
        assert lack.endswith(f"(there in part: {short})")

    def test_whom_another_nominates_is_a_part(self) -> None:
        found = self.team(*BY, by="police")["P26-5"]
        short = "not nominated as the Act asks"
        assert [short in lack for lack in found.to_be_met] == [True, True]
        assert found.shown_by[-1] == "T: police, nominated by police (s.1)"


class TestThresholdsAndReforms:
    """A threshold document, and the reforms of Families First."""

    @pytest.mark.parametrize(
        ("document", "state"),
        [("threshold document", PARTLY), ("annual budget", NOT_EVIDENCED)],
    )
    def test_a_signed_document_is_not_yet_published(
        self, document: str, state: OutcomeState
    ) -> None:
        found = held(f'[[sign_offs]]\ndocument = "{document}"\n')
        assert found["threshold-document-published"].state is state

    @pytest.mark.parametrize(
        ("roles", "is_whole"),
        [
            (["police", "health", "education"], True),
            (["police", "health", "education", "social work"], True),
            (["police", "health"], False),
            ([], False),
        ],
    )
    def test_a_team_has_police_health_and_education(
        self, roles: list[str], *, is_whole: bool
    ) -> None:
        members = ", ".join(f'{{ role = "{role}" }}' for role in roles)
        team = f'[[teams]]\nname = "T"\nmembers = [{members}]\n'
        found = in_year_one(team)["families-first-required"]
        assert found.state is PARTLY
        missing = [need.id for need in found.missing]
        assert ("child-protection-team" not in missing) is is_whole

    def test_a_member_only_proposed_does_not_count_yet(self) -> None:
        members = ", ".join(
            f'{{ role = "{role}", standing = "proposed" }}'
            for role in ("police", "health", "education")
        )
        found = in_year_one(f'[[teams]]\nname = "T"\nmembers = [{members}]\n')
        missing = [need.id for need in found["families-first-required"].missing]
        assert "child-protection-team" in missing
