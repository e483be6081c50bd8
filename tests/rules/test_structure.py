"""What is remarked upon in an arrangement, what is not, and how it is said."""

from datetime import date
from pathlib import Path

import pytest

import masa
from masa.ground.law import shelf
from masa.ground.rendering import to_markdown
from masa.rules.structure import CHECKS, structure_checks
from masa.rules.telling_words import speaks_of

GOLDEN = Path(__file__).parent / "golden" / "structure.txt"
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "look-for-weak-spots.md"
TOP = 'id = "x"\ntitle = "X"\nat = "1"\n'
COMPLETE = '[[sources]]\nid = "s"\ntitle = "S"\ntext = "complete"\n'
CUT = '[[sources]]\nid = "s"\ntitle = "S"\ntext = "truncated"\n'
COUNCIL = '[[partners]]\nname = "Council"\nkind = "local authority"\n'
FORUM = '[[groups]]\nname = "Forum"\ntier = 1\n'
PANEL = '[[groups]]\nname = "Panel"\ntier = 2\n'
SCRUTINEER = '[[posts]]\nname = "Scrutineer"\n[[scrutiny]]\nby = "Scrutineer"\n'
TRUST = '[[agencies]]\ncategory = "Health"\nnamed = ["Trust"]\n'
ENDED = '[[bodies]]\nname = "Board"\nended = "undated"\n'


def read(text: str) -> masa.Arrangement:
    return masa.loads(TOP + text)


def relation(source: str, verb: str, target: str, *lines: str) -> str:
    head = f'source = "{source}"\nverb = "{verb}"\ntarget = "{target}"'
    return "\n".join(("[[relations]]", head, *lines, ""))


def budget(*lines: str) -> str:
    return "\n".join(('[[budgets]]\nyear = "2018/19"', *lines, ""))


def says(id_: str, text: str) -> list[str]:
    return [remark.says for remark in masa.check_structure(read(text))[id_]]


MADE = {
    "scrutineer-chairs": SCRUTINEER + FORUM + 'chair = "Scrutineer"\n',
    "scrutineer-is-a-partner": COUNCIL + '[[scrutiny]]\nby = "Council"\n',
    "scrutineer-in-line": SCRUTINEER + FORUM + 'members = ["Scrutineer"]\n',
    "decision-claimed-twice": COUNCIL
    + FORUM
    + '[[commitments]]\ntopic = "reviews"\ndecided_by = ["Forum", "Council"]\n',
    "chair-contradicts-itself": COUNCIL
    + ENDED
    + FORUM
    + 'chair = ["Council", { is = "Board", at = "9" }]\n',
    "frequency-contradicts-itself": FORUM
    + 'meets = ["monthly", { is = "yearly", at = "9" }]\n',
    "group-without-chair": FORUM,
    "group-without-frequency": FORUM,
    "group-without-line": FORUM + PANEL,
    "escalates-to-ended-body": ENDED
    + FORUM
    + relation("Forum", "escalates to", "Board"),
    "no-dispute-procedure": "",
    "agency-never-met": TRUST,
    "agency-perhaps-not-in-schedule": TRUST.replace("Trust", "London Fire Brigade"),
    "no-education-at-top": COUNCIL + FORUM + 'members = ["Council"]\n',
    "no-voluntary-sector-at-top": COUNCIL + FORUM + 'members = ["Council"]\n',
    "no-budget": "",
    "no-line-for-reviews": budget('costs = [{ item = "venue" }]'),
    "no-line-for-scrutiny": budget('costs = [{ item = "venue" }]'),
    "payer-not-listed": TRUST + ENDED + budget('contributions = [{ payer = "Board" }]'),
    "agency-not-paying": COUNCIL
    + TRUST
    + budget('contributions = [{ payer = "Council" }]'),
}
SOUND = """
[[sources]]
id = "s"
title = "S"
text = "complete"
[[partners]]
name = "Council"
kind = "local authority"
[[agencies]]
category = "Health"
named = ["Trust"]
[[bodies]]
name = "Board"
[[posts]]
name = "Scrutineer"
[[posts]]
name = "Head of Schools"
[[groups]]
name = "Forum"
tier = 1
chair = "Council"
meets = "monthly"
members = ["Council", "Head of Schools", { any = "a charity" }]
invited = ["Scrutineer"]
[[groups]]
name = "Panel"
tier = 2
chair = "Council"
meets = "monthly"
reports_to = "Forum"
[[relations]]
source = "Panel"
verb = "escalates to"
target = "Board"
[[scrutiny]]
by = "Scrutineer"
[[commitments]]
topic = "resolving disputes"
decided_by = "Forum"
[[budgets]]
year = "2018/19"
contributions = [{ payer = "Council" }, { payer = "Trust" }]
costs = [{ item = "reviews" }, { item = "Scrutineer" }]
"""


def test_every_check_has_a_case_and_an_id_of_its_own() -> None:
    ids = [check.id for check in CHECKS]
    assert ids == [*MADE]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("id_", MADE)
def test_a_remark_is_made_where_it_should_be(id_: str) -> None:
    (remark,) = masa.check_structure(read(MADE[id_]))[id_]
    assert remark.says.endswith(".")


def test_nothing_is_remarked_upon_a_sound_arrangement() -> None:
    found = masa.check_structure(read(SOUND))
    assert [remark.says for remark in found] == []
    assert len(found) == 0
    assert str(found) == "X: nothing"
    assert "Nothing was noticed." in found.to_text()


class TestScrutineers:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param(
                SCRUTINEER
                + 'at = "7"\n'
                + FORUM
                + 'chair = { rotates = ["Scrutineer"] }',
                ["Scrutineer scrutinises, and chairs Forum."],
                id="who takes turns chairs",
            ),
            pytest.param(
                SCRUTINEER
                + FORUM
                + PANEL
                + relation("Scrutineer", "chairs", "Panel", 'standing = "proposed"'),
                ["Scrutineer scrutinises, and chairs Panel (proposed)."],
                id="a relation tells it too, as firmly as it does",
            ),
            pytest.param(
                'chair = "Scrutineer"\n' + SCRUTINEER,
                ["Scrutineer scrutinises, and chairs the partnership."],
                id="the whole partnership may be chaired",
            ),
            pytest.param(
                "chair = { none = true }\n"
                + SCRUTINEER
                + FORUM
                + "chair = { none = true }",
                [],
                id="that there is no chair is no chair",
            ),
            pytest.param(
                '[[posts]]\nname = "Chair"\nalso_holds = ["Scrutineer"]\n'
                '[[posts]]\nname = "Clerk"\nalso_holds = ["Deputy"]\n'
                '[[posts]]\nname = "Deputy"\n'
                + SCRUTINEER
                + FORUM
                + 'chair = "Chair"\n',
                ["Scrutineer scrutinises, and chairs Forum."],
                id="one person in two posts is one",
            ),
            pytest.param(
                '[[bodies]]\nname = "Firm"\nposts = ["Associate"]\n'
                + relation("Firm", "scrutinises", "X", 'standing = "proposed"')
                + FORUM
                + 'chair = "Associate"\n',
                ["Firm (proposed) scrutinises, and chairs Forum."],
                id="a post in a body that scrutinises is of it",
            ),
            pytest.param(
                ENDED
                + '[yearly_report]\nscrutinised_by = "Board"\n'
                + FORUM
                + 'chair = "Board"\n',
                ["Board scrutinises, and chairs Forum."],
                id="so is who scrutinises the yearly report",
            ),
            pytest.param(
                SCRUTINEER
                + "[yearly_report]\nscrutinised_by = { none = true }\n"
                + '[[groups]]\nname = "Elsewhere"\noutside = "other board"\n'
                + 'chair = "Scrutineer"\n'
                + relation("Scrutineer", "chairs", "Elsewhere"),
                [],
                id="a board outside is not chaired for the partnership",
            ),
        ],
    )
    def test_who_chair(self, text: str, said: list[str]) -> None:
        assert says("scrutineer-chairs", text) == said

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param(
                relation("safeguarding partners", "scrutinises", "X"),
                ["is the safeguarding partners themselves"],
                id="the partners together",
            ),
            pytest.param(
                SCRUTINEER + COUNCIL + 'lead = "Scrutineer"\n',
                ["is the lead of Council"],
                id="a lead",
            ),
            pytest.param(
                SCRUTINEER
                + COUNCIL
                + 'delegates = [{ is = "Scrutineer", standing = "proposed" }]\n',
                ["is a delegate of Council (proposed)"],
                id="a delegate, as firmly as it is said",
            ),
            pytest.param(
                COUNCIL + 'posts = ["Director"]\n[[scrutiny]]\nby = "Director"\n',
                ["is a post in Council"],
                id="a post in a partner",
            ),
            pytest.param(
                COUNCIL
                + '[[bodies]]\nname = "Unit"\npart_of = "Council"\n'
                + '[[posts]]\nname = "Auditor"\nbody = "Unit"\n'
                + '[[scrutiny]]\nby = "Auditor"\n',
                ["is a post in Council"],
                id="a post in a part of a partner",
            ),
            pytest.param(
                '[[partners]]\nname = "The Council"\nkind = "local authority"\n'
                'body = "Borough"\n[[bodies]]\nname = "Borough"\n'
                '[[scrutiny]]\nby = "Borough"\n',
                ["is a safeguarding partner"],
                id="the body that a partner is",
            ),
            pytest.param(
                COUNCIL + 'body = "Council"\n[[scrutiny]]\nby = "Council"\n',
                ["is a safeguarding partner"],
                id="a partner that is called its own body",
            ),
            pytest.param(
                COUNCIL
                + ENDED
                + '[[same_as]]\none = "Board"\nother = "Council"\nsame = "yes"\n'
                + '[[scrutiny]]\nby = "Board"\n',
                ["is a safeguarding partner"],
                id="what is the same as a partner",
            ),
            pytest.param(
                COUNCIL
                + ENDED
                + '[[same_as]]\none = "Board"\nother = "Council"\n'
                + '[[scrutiny]]\nby = "Board"\n',
                [],
                id="but not what is only perhaps the same",
            ),
            pytest.param(
                COUNCIL
                + '[[bodies]]\nname = "Committee"\npart_of = "Council"\n'
                + '[[scrutiny]]\nby = "Committee"\n',
                [],
                id="nor a committee of councillors, which is no post",
            ),
            pytest.param(
                relation("relevant agencies", "scrutinises", "X"),
                [],
                id="nor the relevant agencies",
            ),
        ],
    )
    def test_who_are_partners(self, text: str, said: list[str]) -> None:
        ends = [
            one.partition(", and ")[2] for one in says("scrutineer-is-a-partner", text)
        ]
        assert ends == [f"{one}." for one in said]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param(
                SCRUTINEER + PANEL + relation("Scrutineer", "is a member of", "Panel"),
                ["sits on Panel"],
                id="a member by a relation",
            ),
            pytest.param(
                SCRUTINEER
                + FORUM
                + 'members = [{ holder = "Scrutineer", role = "observer" }]\n',
                [],
                id="who only looks on is no member",
            ),
            pytest.param(
                '[[posts]]\nname = "Peer"\n'
                + FORUM
                + 'members = [{ holder = "Peer", standing = "proposed" }]\n'
                + PANEL
                + 'reports_to = "Forum"\n'
                + '[[groups]]\nname = "Network"\nmembers = ["Peer"]\n'
                + relation("Peer", "scrutinises", "Panel"),
                ["sits on Forum (proposed)"],
                id="the groups above of what is scrutinised count, others do not",
            ),
            pytest.param(
                FORUM
                + PANEL
                + 'reports_to = "Forum"\n'
                + relation("Forum", "scrutinises", "Panel"),
                ["stands above Panel"],
                id="a group scrutinises what answers to it",
            ),
            pytest.param(
                '[[groups]]\nname = "Young scrutineers"\nmembers = ["Youth"]\n'
                '[[bodies]]\nname = "Youth"\n[[scrutiny]]\nby = "Young scrutineers"\n'
                '[[scrutiny]]\nby = "Youth"\n',
                [],
                id="a panel that scrutinises is in no line, nor are those on it",
            ),
            pytest.param(
                '[[functions]]\nname = "training"\n'
                + FORUM
                + 'members = ["Peer"]\n[[posts]]\nname = "Peer"\n'
                + relation("Peer", "scrutinises", "training"),
                [],
                id="to scrutinise a task is to scrutinise no group",
            ),
        ],
    )
    def test_who_sit_in_line(self, text: str, said: list[str]) -> None:
        ends = [one.partition(", and ")[2] for one in says("scrutineer-in-line", text)]
        assert ends == [f"{one}." for one in said]

    def test_what_is_settled_is_not_called_proposed(self) -> None:
        text = (
            relation("Scrutineer", "scrutinises", "X", 'standing = "proposed"')
            + SCRUTINEER
            + FORUM
            + 'chair = "Scrutineer"\n'
        )
        (said,) = says("scrutineer-chairs", text)
        assert said.startswith("Scrutineer scrutinises")


class TestGroups:
    def test_other_names_of_one_body_decide_as_one(self) -> None:
        text = (
            COUNCIL
            + 'also = ["LBX"]\n[[commitments]]\ntopic = "reviews"\n'
            + 'decided_by = ["Council", "LBX"]\n'
        )
        assert says("decision-claimed-twice", text) == []

    def test_two_tasks_of_one_topic_are_one_decision(self) -> None:
        text = (
            COUNCIL
            + FORUM
            + '[[commitments]]\ntopic = "Reviews"\ndecided_by = "Forum"\nat = "2"\n'
            + '[[commitments]]\ntopic = "reviews"\ndecided_by = "Council"\nat = "3"\n'
        )
        assert says("decision-claimed-twice", text) == [
            (
                'As to "Reviews", more than one is said to decide: '
                "Forum (s.2) / Council (s.3)."
            )
        ]

    @pytest.mark.parametrize(
        ("chairs", "many"),
        [
            pytest.param('["Council", "LBX"]', 0, id="two names of one body"),
            pytest.param(
                '[{ rotates = ["Council", "Board"] }, { jointly = ["Board", "LBX"] }]',
                1,
                id="in turn and together",
            ),
            pytest.param('["Council", "independent"]', 0, id="what may be the same"),
            pytest.param('["Council", { none = true }]', 1, id="somebody and nobody"),
            pytest.param(
                '["Council", { is = "Board", standing = "proposed" }]',
                0,
                id="what is, and what is proposed",
            ),
        ],
    )
    def test_a_chair_may_contradict_itself(self, chairs: str, many: int) -> None:
        text = COUNCIL + 'also = ["LBX"]\n' + ENDED + FORUM + f"chair = {chairs}\n"
        assert len(says("chair-contradicts-itself", text)) == many

    def test_a_decision_of_nobody_and_of_somebody_contradict_one_another(self) -> None:
        text = FORUM + (
            '[[commitments]]\ntopic = "t"\ndecided_by = ["Forum", { none = true }]\n'
        )
        (said,) = says("decision-claimed-twice", text)
        assert "Forum (s.1) / none (s.1)" in said

    def test_a_contradiction_gives_both_places_and_the_standing(self) -> None:
        text = FORUM + (
            'standing = "agreed"\nmeets = ["monthly", { is = "yearly", at = "9" }]\n'
        )
        (remark,) = masa.check_structure(read(text))["frequency-contradicts-itself"]
        assert str(remark) == (
            "How often Forum meets is stated in ways that exclude one another: monthly "
            "(s.1; agreed) / yearly (s.9; agreed). [s.1; s.9; advice]"
        )
        assert remark.about == ("Forum",)

    @pytest.mark.parametrize(
        "line",
        [
            pytest.param('chair = "per instance"', id="one is stated"),
            pytest.param("chair = { none = true }", id="there is none"),
            pytest.param('chair_chosen = { by = "Top" }', id="who chooses is stated"),
            pytest.param('kind = "Network of schools"', id="a network needs none"),
            pytest.param('outside = "other board"', id="a board outside"),
            pytest.param("template = true", id="a pattern of others"),
            pytest.param('instance_of = "Top"', id="its pattern has one"),
            pytest.param('period = { end = "2018" }', id="it is no more"),
        ],
    )
    def test_a_chair_is_not_missed(self, line: str) -> None:
        top = '[[groups]]\nname = "Top"\ntier = 1\nchair = "independent"\n'
        text = top + f'[[groups]]\nname = "Group"\n{line}\n'
        assert says("group-without-chair", text) == []

    def test_a_relation_tells_who_chairs(self) -> None:
        text = COUNCIL + FORUM + relation("Council", "chairs", "Forum")
        assert says("group-without-chair", text) == []

    def test_a_chair_that_cannot_be_told_is_missed(self) -> None:
        text = FORUM + 'chair = { unknown = "torn" }\nstanding = "proposed"\n'
        assert says("group-without-chair", text) == [
            "Who chairs is not stated: Forum (proposed)."
        ]

    def test_groups_of_one_name_are_told_apart(self) -> None:
        twins = "".join(
            f'[[groups]]\nname = "Forum"\nid = "{one}"\n' for one in ("east", "west")
        )
        assert says("group-without-chair", twins) == [
            "Who chairs is not stated: Forum (east); Forum (west)."
        ]

    def test_a_group_that_is_there_yet_or_may_be_is_looked_at(self) -> None:
        text = FORUM + 'period = { end = "2018" }\n'
        arrangement = read(text)
        found = masa.check_structure(arrangement, on=date(2018, 5, 1))
        assert len(found["group-without-chair"]) == 1

    def test_a_pattern_that_is_no_group_has_no_chair(self) -> None:
        text = COUNCIL + '[[groups]]\nname = "Group"\ninstance_of = "Council"\n'
        assert len(says("group-without-chair", text)) == 1

    @pytest.mark.parametrize(
        "line",
        [
            pytest.param('reports_to = "Forum"', id="it reports to a group"),
            pytest.param('inside = "Council"', id="it sits in a body"),
            pytest.param('owners = ["Council"]', id="bodies own it"),
            pytest.param('kind = "event"', id="an event answers to nobody"),
            pytest.param('instance_of = "Forum"\ntier = 1', id="it is at the top"),
        ],
    )
    def test_a_line_is_not_missed(self, line: str) -> None:
        text = COUNCIL + FORUM + f'[[groups]]\nname = "Group"\n{line}\n'
        assert says("group-without-line", text) == []

    @pytest.mark.parametrize(
        ("source", "verb", "target"),
        [
            ("Panel", "is accountable to", "Forum"),
            ("Panel", "is part of", "Forum"),
            ("Forum", "oversees", "Panel"),
            ("Council", "manages", "Panel"),
        ],
    )
    def test_a_relation_may_be_the_line(
        self, source: str, verb: str, target: str
    ) -> None:
        text = COUNCIL + FORUM + PANEL + relation(source, verb, target)
        assert says("group-without-line", text) == []

    def test_that_it_answers_to_nobody_is_no_line(self) -> None:
        text = FORUM + PANEL + "reports_to = { none = true }\n"
        assert says("group-without-line", text) == [
            "To whom it answers is not stated: Panel."
        ]

    def test_a_line_between_others_is_none(self) -> None:
        text = (
            COUNCIL
            + ENDED
            + FORUM
            + PANEL
            + relation("Council", "reports to", "Board")
            + relation("Council", "oversees", "Board")
        )
        assert says("group-without-line", text) == [
            "To whom it answers is not stated: Panel."
        ]

    def test_without_tiers_the_top_has_nobody_above_it(self) -> None:
        text = (
            '[[groups]]\nname = "Executive"\n'
            '[[groups]]\nname = "Events"\nkind = "events"\n'
            '[[groups]]\nname = "A"\nreports_to = "Executive"\n'
            '[[groups]]\nname = "B"\nchair = { drawn_from = ["Executive"] }\n'
            '[[groups]]\nname = "C"\nchair_chosen = { by = "Executive" }\n'
            '[[groups]]\nname = "D"\nreports_to = "A"\nchair = "D"\n'
            '[[groups]]\nname = "E"\nchair_chosen = { none = true }\n'
            "chair = { none = true }\n"
        )
        assert says("group-without-line", text) == [
            "To whom it answers is not stated: B; C."
        ]

    def test_groups_may_stand_above_one_another_in_a_circle(self) -> None:
        text = (
            '[[groups]]\nname = "A"\nreports_to = "B"\n'
            '[[groups]]\nname = "B"\nreports_to = "A"\n'
            + relation("A", "scrutinises", "B")
        )
        assert says("scrutineer-in-line", text) == [
            "A scrutinises, and stands above B."
        ]


class TestEndedBodies:
    LINE = FORUM + relation("Forum", "escalates to", "Board", 'at = "7"')

    @pytest.mark.parametrize(
        ("ended", "said"),
        [
            pytest.param('"undated"', "has ended, undated (s.1)", id="no day is told"),
            pytest.param('"2019-09-29"', "has ended, 29 September 2019", id="before"),
            pytest.param('"2026"', "may have ended, 2026", id="perhaps before"),
            pytest.param('"2030"', None, id="later"),
            pytest.param("{ none = true }", None, id="it did not end"),
            pytest.param(
                '{ is = "2019", standing = "proposed" }',
                "may have ended, 2019 (s.1; proposed)",
                id="it was to end before",
            ),
            pytest.param(
                '["undated", { none = true }]', "may have ended", id="both are told"
            ),
        ],
    )
    def test_may_be_escalated_to(self, ended: str, said: str | None) -> None:
        text = f'[[bodies]]\nname = "Board"\nended = {ended}\n' + self.LINE
        found = masa.check_structure(read(text), on="2026-06-01")
        texts = [remark.says for remark in found["escalates-to-ended-body"]]
        if said is None:
            assert texts == []
        else:
            (one,) = texts
            assert one.startswith(f"Forum escalates to Board, which {said}")

    def test_what_came_after_it_is_told_and_by_which_name_it_goes(self) -> None:
        text = (
            '[[bodies]]\nname = "Old Board"\nalso = ["Board"]\nended = "undated"\n'
            'successors = ["Forum"]\n' + self.LINE
        )
        (remark,) = masa.check_structure(read(text))["escalates-to-ended-body"]
        assert str(remark) == (
            "Forum escalates to Board, a name of Old Board, which has ended, undated "
            "(s.1); after it came Forum. [s.7; s.1; advice]"
        )
        assert remark.about == ("Forum", "Board")

    @pytest.mark.parametrize(
        "declared",
        [
            pytest.param(
                '[[bodies]]\nname = "Body"\nended = "undated"\nposts = ["Board"]\n',
                id="a post ends with its body",
            ),
            pytest.param(
                '[[bodies]]\nname = "Body"\nended = "undated"\n'
                '[[posts]]\nname = "Board"\nbody = "Body"\n',
                id="wherever it is declared",
            ),
            pytest.param(
                '[[groups]]\nname = "Board"\n'
                'period = { start = "2010", end = "2018" }\n',
                id="a group with its period",
            ),
        ],
    )
    def test_other_things_end_too(self, declared: str) -> None:
        (said,) = says("escalates-to-ended-body", declared + self.LINE)
        assert "which has ended" in said

    @pytest.mark.parametrize(
        "declared",
        [
            pytest.param('[[posts]]\nname = "Board"\n', id="a post in no body"),
            pytest.param(
                '[[groups]]\nname = "Board"\nperiod = { start = "2010" }\n',
                id="a group that goes on",
            ),
            pytest.param(
                '[[posts]]\nname = "Board"\nbody = "Post"\n'
                '[[posts]]\nname = "Post"\nbody = "Board"\n',
                id="posts within one another",
            ),
        ],
    )
    def test_others_do_not(self, declared: str) -> None:
        assert says("escalates-to-ended-body", declared + self.LINE) == []

    def test_a_stage_may_name_one(self) -> None:
        text = (
            ENDED + '[[escalation]]\nwho = "Board"\n[[escalation]]\nwho = "managers"\n'
        )
        assert says("escalates-to-ended-body", text) == [
            "A disagreement goes to Board, which has ended, undated (s.1)."
        ]


class TestDisputes:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param('[[escalation]]\nwho = "managers"\n', id="stages"),
            pytest.param('[[policies]]\nname = "Resolution Policy"\n', id="a policy"),
            pytest.param(
                '[[policies]]\nname = "P"\nalso = ["Escalation"]\n', id="its other name"
            ),
            pytest.param(
                '[[policies]]\nname = "P"\ndoes = "settles disputes"\n',
                id="what it is for",
            ),
            pytest.param('[[commitments]]\ntopic = "Disagreements"\n', id="a task"),
            pytest.param(
                '[[escalation]]\nwho = "managers"\nstanding = "proposed"\n'
                '[[policies]]\nname = "Resolution Policy"\nstanding = "agreed"\n',
                id="one of several is settled",
            ),
        ],
    )
    def test_a_procedure_is_found(self, text: str) -> None:
        assert says("no-dispute-procedure", text) == []

    def test_what_is_only_proposed_is_called_so(self) -> None:
        text = '[[policies]]\nname = "Resolution Policy"\nstanding = "proposed"\n'
        assert says("no-dispute-procedure", text) == [
            (
                "How disputes are resolved is not settled yet: "
                "Resolution Policy (proposed)."
            )
        ]


class TestTheTop:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(
                FORUM + 'members = [{ any = "a head teacher" }]', id="a description"
            ),
            pytest.param(
                FORUM + 'invited = [{ any = "Colleges" }]', id="who is only invited"
            ),
            pytest.param(
                FORUM + 'members = ["Head"]\n[[posts]]\nname = "Head"\n'
                'portfolio = "schools and learning"\n',
                id="the portfolio of a post",
            ),
            pytest.param(
                FORUM + 'members = ["Head"]\n[[bodies]]\nname = "B"\n'
                'kind = "an academy trust"\nposts = ["Head"]\n',
                id="the kind of its body",
            ),
            pytest.param(
                FORUM + 'members = ["Trust"]\n[[agencies]]\n'
                'category = "Education and childcare"\nnamed = ["Trust"]\n',
                id="the heading of an agency",
            ),
            pytest.param(
                FORUM + 'members = ["Trust"]\n[[agencies]]\ncategory = "C"\n'
                'named = [{ name = "Trust", also = ["Trust of Schools"] }]\n',
                id="another name of it",
            ),
            pytest.param(
                FORUM + 'members = [{ any = "all relevant agencies" }]\n[[agencies]]\n'
                'category = "C"\ndescribed = ["schools"]\n',
                id="every agency, as described",
            ),
            pytest.param(
                FORUM + 'members = ["relevant agencies"]\n[[agencies]]\n'
                'category = "C"\ndescribed = ["schools"]\n',
                id="every agency, by the name of the law",
            ),
            pytest.param(
                FORUM
                + 'members = [{ chairs_of = ["Panel"] }]\n'
                + PANEL
                + 'theme = "pupils"\n',
                id="the chair of a group on it",
            ),
            pytest.param(
                FORUM
                + 'members = [{ any = "x" }]\n[[bodies]]\nname = "Schools"\n'
                + relation("Schools", "is represented on", "Forum"),
                id="a relation",
            ),
            pytest.param(FORUM, id="no seat is stated"),
            pytest.param("", id="there is no group"),
        ],
    )
    def test_has_education(self, text: str) -> None:
        assert says("no-education-at-top", text) == []

    def test_has_none_where_none_is_named(self) -> None:
        text = (
            CUT
            + COUNCIL
            + FORUM
            + (
                'standing = "proposed"\n'
                'members = ["safeguarding partners", "Council"]\n'
                + PANEL
                + 'members = [{ any = "schools" }]\n[[bodies]]\nname = "Schools"\n'
                + relation("Schools", "is a member of", "Panel")
            )
        )
        assert says("no-education-at-top", text) == [
            (
                "No seat stated on Forum (proposed) is named for education "
                "in the text held."
            )
        ]

    LED = COUNCIL + 'posts = ["Chief", "Clerk"]\nlead = "Chief"\n'
    BELOW = PANEL + 'reports_to = "Forum"\nmembers = [{ any = "schools" }]\n'

    @pytest.mark.parametrize(
        ("text", "many"),
        [
            (LED + FORUM + 'members = ["Chief"]\n' + BELOW, 0),
            (LED + FORUM + 'members = ["Council"]\n' + BELOW, 0),
            (LED + FORUM + 'members = ["safeguarding partners"]\n' + BELOW, 0),
            (LED + FORUM + 'members = ["Chief", "Clerk"]\n' + BELOW, 1),
            (LED + FORUM + 'members = ["Chief", { any = "x" }]\n' + BELOW, 1),
            (
                LED + FORUM + 'members = ["Chief"]\n' + BELOW.replace("schools", "x"),
                1,
            ),
            (
                LED
                + FORUM
                + 'members = ["Chief"]\n'
                + BELOW.replace('reports_to = "Forum"\n', ""),
                1,
            ),
            (
                LED
                + (FORUM + 'members = ["Chief"]\n')
                + (FORUM + 'members = ["Chief"]\n').replace("Forum", "Council Board")
                + BELOW,
                1,
            ),
            (
                LED + FORUM + relation("Chief", "is a member of", "Forum") + BELOW,
                1,
            ),
        ],
        ids=[
            *("a lead", "a partner", "all partners", "another post", "a description"),
            *("no education below", "no line from below", "two tops", "no seats"),
        ],
    )
    def test_of_leads_alone_may_have_education_below(
        self, text: str, many: int
    ) -> None:
        assert len(says("no-education-at-top", text)) == many

    @pytest.mark.parametrize("who", ["faith leaders", "a charity", "the VCFS"])
    def test_has_the_voluntary_sector(self, who: str) -> None:
        text = FORUM + f'members = [{{ any = "{who}" }}]\n'
        assert says("no-voluntary-sector-at-top", text) == []


class TestAgencies:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(FORUM + 'members = ["Trust"]', id="a seat"),
            pytest.param(
                FORUM + "members = [{ any = 'the hospital' }]", id="as described"
            ),
            pytest.param(
                FORUM + "invited = [{ any = 'Relevant agencies of the list' }]",
                id="with all of them",
            ),
            pytest.param(FORUM + 'members = ["relevant agencies"]', id="by law's name"),
            pytest.param(FORUM + 'chair = { any = "a hospital" }', id="as chair"),
            pytest.param(
                COUNCIL + relation("Council", "works with", "Trust"), id="a relation"
            ),
            pytest.param('[[commitments]]\ntopic = "t"\nowner = "Trust"', id="a task"),
            pytest.param(
                '[[commitments]]\ntopic = "t"\naudience = "hospitals"', id="told of it"
            ),
            pytest.param(
                '[[commitments]]\ntopic = "t"\nroute = "by hospitals"', id="a route"
            ),
            pytest.param(
                budget('contributions = [{ payer = "Trust" }]'), id="a payment"
            ),
            pytest.param(
                '[[posts]]\nname = "Nurse"\nbody = "Trust"\n'
                + FORUM
                + 'chair = "Nurse"',
                id="a post in it",
            ),
            pytest.param(
                FORUM + 'members = ["NHS"]\n[[bodies]]\nname = "NHS"\n'
                '[[same_as]]\none = "NHS"\nother = "Trust"\n',
                id="perhaps by another name",
            ),
        ],
    )
    def test_are_met(self, text: str) -> None:
        agency = '[[agencies]]\ncategory = "Hospitals"\nnamed = ["Trust"]\n'
        assert says("agency-never-met", agency + text) == []

    def test_are_met_in_the_post_that_is_named(self) -> None:
        text = (
            '[[agencies]]\ncategory = "C"\nnamed = [{ name = "Trust", body = "B" }]\n'
            '[[bodies]]\nname = "B"\nposts = ["Nurse"]\n'
            + FORUM
            + 'members = ["Nurse"]'
        )
        assert says("agency-never-met", text) == []

    def test_are_met_by_the_route_they_take(self) -> None:
        named = 'named = [{ name = "Trust", route = "email" }]'
        text = f'[[agencies]]\ncategory = "C"\n{named}'
        assert says("agency-never-met", text) == []

    def test_are_not_met_by_words_that_everybody_shares(self) -> None:
        text = (
            '[[agencies]]\ncategory = "C"\ndescribed = ["services for children"]\n'
            'named = [{ name = "Trust", standing = "proposed" }]\n'
            + FORUM
            + 'members = [{ any = "children\'s services" }, { any = "the NHS" }]\n'
            + '[[doubts]]\nid = "d"\nabout = "it"\nsaid = ["x"]\nnames = ["Trust"]\n'
        )
        assert says("agency-never-met", text) == [
            (
                "2 of the 2 relevant agencies listed are met in no seat, task, "
                "relation or payment: Trust (proposed); services for children."
            )
        ]


class TestMoney:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            pytest.param('costs_year = "2019/20"', " of 2019/20", id="its own year"),
            pytest.param("", " of 2018/19", id="the year of the budget"),
            pytest.param("costs_year = { unknown = true }", "", id="no year is told"),
        ],
    )
    def test_a_line_is_missed_in_spending_of_a_year(self, text: str, said: str) -> None:
        costs = 'costs = [{ item = "venue", heading = "meetings" }]'
        assert says("no-line-for-reviews", CUT + budget(text, costs)) == [
            f"No line of planned spending{said} is named for reviews in the text held."
        ]

    def test_a_heading_tells_what_a_line_is_for(self) -> None:
        costs = 'costs = [{ item = "expert", heading = "Independent scrutiny" }]'
        assert says("no-line-for-scrutiny", budget(costs)) == []

    def test_nothing_is_missed_where_no_spending_is_printed(self) -> None:
        assert says("no-line-for-scrutiny", budget()) == []

    @pytest.mark.parametrize(
        "declared",
        [
            pytest.param(COUNCIL + 'also = ["Payer"]\n', id="a partner"),
            pytest.param(COUNCIL + 'posts = ["Payer"]\n', id="a post in one"),
            pytest.param(
                COUNCIL + '[[bodies]]\nname = "Payer"\npart_of = "Council"\n',
                id="a part of one",
            ),
            pytest.param('also = ["Payer"]\n', id="the partnership itself"),
            pytest.param(
                COUNCIL + '[[bodies]]\nname = "Payer"\n'
                '[[same_as]]\none = "Payer"\nother = "Council"\n',
                id="perhaps a partner",
            ),
        ],
    )
    def test_a_payer_is_expected(self, declared: str) -> None:
        text = declared + TRUST + budget('contributions = [{ payer = "Payer" }]')
        assert says("payer-not-listed", text) == []

    def test_a_payer_is_not_held_against_a_list_that_is_not_there(self) -> None:
        text = ENDED + budget('contributions = [{ payer = "Board" }]')
        assert says("payer-not-listed", text) == []

    def test_payers_are_named_once_with_their_standing(self) -> None:
        line = '{ payer = "Board", standing = "proposed" }'
        text = TRUST + ENDED + budget(f"contributions = [{line}, {line}]")
        assert says("payer-not-listed", text) == [
            (
                "Neither among the partners nor on the list of relevant agencies, "
                "but among the contributors: Board (proposed)."
            )
        ]

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(budget(), id="no contribution is printed"),
            pytest.param(
                budget('contributions = [{ payer = "relevant agencies" }]'),
                id="all of them pay together",
            ),
            pytest.param(
                budget('contributions = [{ payer = "Unit" }]')
                + '[[bodies]]\nname = "Unit"\npart_of = "Trust"\n',
                id="a part of it pays",
            ),
        ],
    )
    def test_nobody_is_missed_among_the_contributors(self, text: str) -> None:
        assert says("agency-not-paying", TRUST + text) == []


class TestTheSchedule:
    """The Schedule of relevant agencies is known not to list some kinds of body."""

    def test_has_words_for_every_kind_that_it_does_not_list(self) -> None:
        for rule in shelf.rule("not-in-the-schedule"):
            for item in rule.items:
                assert not speaks_of(str(item.id), ["something else"])

    @pytest.mark.parametrize(
        ("name", "many"),
        [
            *(("Fire and Rescue Service", 1), ("all GPs", 1), ("the ICB", 1)),
            *(("Barset Police and Crime Commissioner", 1), ("County Council", 1)),
            *(("Barset Housing Association", 1), ("Trust", 0), ("Fireside Home", 0)),
        ],
    )
    def test_a_name_may_tell_the_kind(self, name: str, many: int) -> None:
        text = TRUST.replace("Trust", name)
        assert len(says("agency-perhaps-not-in-schedule", text)) == many
        described = f'[[agencies]]\ncategory = "A"\ndescribed = ["{name}"]\n'
        assert len(says("agency-perhaps-not-in-schedule", described)) == many

    @pytest.mark.parametrize("told", ["38", "{ none = true }"])
    def test_nothing_is_said_where_the_file_tells_it(self, told: str) -> None:
        entry = f'{{ name = "Fire Brigade", schedule_paragraph = {told} }}'
        text = TRUST.replace('"Trust"', entry)
        assert says("agency-perhaps-not-in-schedule", text) == []

    def test_it_is_told_in_one_sentence_with_its_authority(self) -> None:
        two = TRUST.replace('"Trust"', '"Fire Brigade", "GPs"')
        text = f'edition = "WT2018"\n{two}'
        (remark,) = masa.check_structure(read(text))["agency-perhaps-not-in-schedule"]
        assert str(remark) == (
            "Listed as relevant agencies, and perhaps of a kind that is in no "
            "paragraph of the Schedule: Fire Brigade; GPs. "
            "[s.1; SI 2018/789, Sch (read)]"
        )


class TestAuthority:
    def test_the_edition_that_is_answered_is_cited(self) -> None:
        for edition, cited in (
            ("WT2018", "Working Together 2018, ch.3 (seed only)"),
            (
                "Working Together 2023",
                "Working Together 2023, ch.2 (recalled, not verified)",
            ),
            ("our own", "advice"),
        ):
            found = masa.check_structure(read(f'edition = "{edition}"\n'))
            assert found["no-budget"][0].authority == cited

    def test_an_edition_that_is_only_proposed_is_not(self) -> None:
        text = 'edition = { is = "WT2018", standing = "proposed" }\n'
        found = masa.check_structure(read(text))
        assert found.law.startswith("no law, since neither an edition nor a day")

    @pytest.mark.parametrize(
        ("told", "law"),
        [
            ('published = "2019-06-01"\n', "Working Together 2018, the law on 1 June"),
            ('approved = "2024-06-01"\n', "Working Together 2023, the law on 1 June"),
            ('published = "1999"\n', "no law"),
            ('published = "after 2020"\n', "no law"),
        ],
        ids=["published", "approved", "before the book", "open"],
    )
    def test_where_none_is_named_the_own_day_decides(self, told: str, law: str) -> None:
        found = masa.check_structure(read(told))
        assert found.law.startswith(law)
        is_cited = bool(found["no-budget"][0].basis)
        assert is_cited is not law.startswith("no law")

    def test_or_the_day_that_is_asked_of(self) -> None:
        found = masa.check_structure(read(""), on="2024-06-01")
        assert found.law == "Working Together 2023, the law on 1 June 2024"

    def test_a_rule_that_is_not_in_force_is_not_cited(self) -> None:
        arrangement = read(MADE["no-education-at-top"])
        old, new = (
            masa.check_structure(arrangement, law=masa.law(on))["no-education-at-top"]
            for on in ("2019-01-01", "2024-01-01")
        )
        assert old[0].authority == "advice"
        assert old[0].basis == ()
        assert new[0].authority == "Working Together 2023 (restated)"

    def test_the_day_of_the_law_is_the_day_unless_it_is_given(self) -> None:
        text = '[[bodies]]\nname = "Board"\nended = "2021"\n' + TestEndedBodies.LINE
        book = masa.law("2020-01-01")
        early = masa.check_structure(read(text), law=book)
        late = masa.check_structure(read(text), law=book, on="2022-01-01")
        assert [len(one["escalates-to-ended-body"]) for one in (early, late)] == [0, 1]

    def test_a_day_outside_the_book_is_refused(self) -> None:
        with pytest.raises(masa.CoverageError):
            masa.check_structure(read(""), on="1999-01-01")

    def test_other_things_are_refused(self) -> None:
        with pytest.raises(masa.KindError, match=r"masa\.load"):
            masa.check_structure("barnet")  # type: ignore[arg-type] # on purpose
        with pytest.raises(masa.KindError, match=r"masa\.law"):
            masa.check_structure(read(""), law="2020")  # type: ignore[arg-type] # as well
        with pytest.raises(masa.KindError, match=r"masa\.law"):
            structure_checks(law="2020")  # type: ignore[arg-type] # as well


class TestRemarks:
    FOUND = masa.check_structure(read(FORUM + 'meets = "monthly"\n'))

    def test_are_given_by_check_and_by_severity(self) -> None:
        assert [one.id for one in self.FOUND] == [
            *("group-without-chair", "no-dispute-procedure", "no-budget"),
        ]
        assert len(self.FOUND) == 3
        assert len(self.FOUND["no-budget"]) == 1
        assert self.FOUND["scrutineer-chairs"] == ()
        assert [one.id for one in self.FOUND.of("note")] == [
            *("group-without-chair", "no-budget"),
        ]
        assert self.FOUND.of(masa.Severity.SERIOUS) == ()

    def test_are_asked_for_by_ids_that_there_are(self) -> None:
        with pytest.raises(masa.UnknownNameError, match='did you mean "no-budget"'):
            _ = self.FOUND["no-budgets"]
        with pytest.raises(masa.UnknownNameError, match="look at `looked_for`"):
            _ = self.FOUND["zzz"]
        with pytest.raises(masa.KindError, match="severity"):
            self.FOUND.of("grave")

    def test_print_in_tables_by_severity(self) -> None:
        page = self.FOUND.to_markdown()
        assert page.index("Worth a look") < page.index("Note")
        assert "Serious" not in page
        assert str(self.FOUND) == "X: worth a look: 1, note: 2"
        assert repr(self.FOUND) == "<Remarks on 'X': worth a look: 1, note: 2>"
        assert self.FOUND.to_records()[0] == {
            "id": "group-without-chair",
            "severity": "note",
            "says": "Who chairs is not stated: Forum.",
            "about": "Forum",
            "places": "s.1",
            "authority": "advice",
        }


def test_silence_of_a_text_that_breaks_off_is_called_that() -> None:
    for id_ in ("no-budget", "no-dispute-procedure", "group-without-chair"):
        (cut,) = says(id_, CUT + FORUM)
        (whole,) = says(id_, COMPLETE + FORUM)
        assert "not in the text held" in cut
        assert "not stated" in whole


def test_the_bundled_arrangements_are_remarked_upon_as_ever() -> None:
    pages = (
        masa.check_structure(masa.examples.load(name)).to_text()
        for name in masa.examples.names()
    )
    assert "\n".join(pages) == GOLDEN.read_text(encoding="utf-8")


def test_the_page_lists_every_check() -> None:
    table = to_markdown([structure_checks(law=masa.law("2024-01-01"))])
    assert table.strip() in PAGE.read_text(encoding="utf-8")


def test_unless_a_book_is_given_the_checks_cite_the_last_look() -> None:
    last = masa.law("2026-11-22")
    assert structure_checks() == structure_checks(law=last)
    assert [row[0] for row in structure_checks().rows] == [*MADE]
