"""What a file shows of leads, delegates, the chair and the scrutineer."""

import pytest

import masa
from masa.ground.law import shelf
from masa.rules.checklist import check
from masa.rules.duties import leadership
from masa.rules.duties.asking import Duty
from masa.rules.outcomes import Outcome

COUNCIL = """
[[partners]]
name = "Barsetshire Council"
kind = "local authority"
posts = ["Chief Executive", "Director of Children's Services"]
lead = "Chief Executive"
delegates = ["Director of Children's Services"]
"""
BOARD = """
[[partners]]
name = "Barsetshire Board"
kind = "health"
posts = ["Accountable Officer", "Chief Nurse"]
lead = "Accountable Officer"
delegates = ["Chief Nurse"]
"""
FORCE = """
[[partners]]
name = "Barsetshire Police"
kind = "police"
posts = ["Chief Constable", "Chief Superintendent"]
lead = "Chief Constable"
delegates = ["Chief Superintendent"]
"""
ALL = COUNCIL + BOARD + FORCE
PAIRS = (
    ("Director of Children's Services", "Chief Executive"),
    ("Chief Nurse", "Accountable Officer"),
    ("Chief Superintendent", "Chief Constable"),
)
UNLED = ALL.replace("lead =", "# lead =")
ALONE = ALL.replace("delegates =", "# delegates =")
SCRUTINEER = """
[[posts]]
name = "Independent Scrutineer"
[[scrutiny]]
by = "Independent Scrutineer"
"""
INDEPENDENT = SCRUTINEER + "independent = true\n"
CHAIR = 'chair = "Chief Nurse"\n'


def lines(verb: str, *, up: bool = True, more: str = "", many: int = 3) -> str:
    """Write a relation between each delegate and its lead, or the other way."""
    return "".join(
        f'[[relations]]\nsource = "{low if up else high}"\nverb = "{verb}"\n'
        f'target = "{high if up else low}"\n{more}\n'
        for low, high in PAIRS[:many]
    )


def signed(document: str, by: str = '["safeguarding partners"]', more: str = "") -> str:
    """Write that a document was signed off."""
    return f'[[sign_offs]]\ndocument = "{document}"\nby = {by}\n{more}\n'


def judged(*items: str, judgement: str = "full") -> str:
    """Write that a person judged something to meet some items."""
    named = ", ".join(f'"{item}"' for item in items)
    return (
        f'[[commitments]]\ntopic = "leadership"\nitems = [{named}]\n'
        f'judgement = "{judgement}"\n'
    )


A_HEAD = "that the post heads its agency is for a reader to judge"
DATED = 'on = "2024-05-01"'
KEY_DOCUMENTS = (
    "published arrangements",
    "plan for independent scrutiny",
    "annual budget",
    "yearly report",
    "threshold document",
)
EACH_SIGNED = "".join(signed(one, more=DATED) for one in KEY_DOCUMENTS)
HEADS_2018 = judged(
    "r18-1/local-authority", "r18-1/clinical-commissioning-group", "r18-1/police"
)
SHARED = ALL.replace(
    '"Chief Nurse"]\nlead',
    '{ name = "Chief Nurse", shared_with = ["Loamshire"] }]\nlead',
)
ONE_HOLDER = ALL.replace(
    '"Chief Nurse"]\nlead', '{ name = "Chief Nurse", holder = "A. Body" }]\nlead'
).replace(
    '"Chief Superintendent"]\nlead',
    '{ name = "Chief Superintendent", holder = "B. Else" }]\nlead',
)
FORUM = '[[groups]]\nname = "Forum"\nmeets = "quarterly"\nmembers = '
WHOLE_FORUM = FORUM + '["Chief Executive", "Accountable Officer", "Chief Constable"]\n'


def outcome(rule: str, text: str, edition: str = "") -> Outcome:
    """Hold a small file against one rule, by the edition in which it first stands."""
    edition = edition or (
        "WT2018"
        if rule.startswith("r18")
        else "WT2026"
        if rule.startswith("w26-")
        else "WT2023"
    )
    found = masa.loads(f'id = "x"\ntitle = "X"\nin_force = "2024-06-01"\n{text}')
    return check(found, edition=edition, only=[rule])[rule]


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        pytest.param(
            "r18-1", ALL + HEADS_2018, "met, on a recorded judgement", id="heads"
        ),
        pytest.param("r18-1", ALL, "partly", id="leads whose rank no name tells"),
        pytest.param("r18-1", UNLED, "not evidenced", id="no leads"),
        pytest.param("r18-1", COUNCIL, "partly", id="one lead"),
        pytest.param("lead-safeguarding-partner", ALL, "partly", id="leads since 2023"),
        pytest.param(
            "lead-safeguarding-partner-posts",
            ALL + HEADS_2018,
            "partly, on a recorded judgement",
            id="an accountable officer heads no integrated care board",
        ),
        pytest.param("r18-3", ALL + lines("is accountable to"), "met", id="answers up"),
        pytest.param(
            "r18-3", ALL + lines("delegates to", up=False), "met", id="delegates down"
        ),
        pytest.param(
            "r18-3",
            ALL + lines("is accountable to", many=2),
            "partly",
            id="two of three answer up",
        ),
        pytest.param(
            "r18-3",
            ALL + lines("is accountable to", more='standing = "proposed"'),
            "partly",
            id="only proposed",
        ),
        pytest.param(
            "r18-3",
            ALL + lines("is accountable to", more='condition = "if agreed"'),
            "partly",
            id="on a condition",
        ),
        pytest.param("r18-3", ALL, "not evidenced", id="delegates without a line"),
        pytest.param(
            "r18-3",
            ALL + lines("is accountable to", up=False, many=1),
            "not evidenced: the file shows the contrary",
            id="a lead answers to its delegate",
        ),
        pytest.param(
            "r18-3",
            ALL
            + lines(
                "is accountable to", up=False, many=1, more='standing = "proposed"'
            ),
            "not evidenced",
            id="that is only proposed",
        ),
        pytest.param("r18-3", ALONE, "not applicable", id="nobody delegates"),
        pytest.param(
            "r18-3",
            ALONE + judged("r18-3"),
            "met, on a recorded judgement",
            id="judged",
        ),
        pytest.param(
            "r18-3",
            ALONE + '[[sources]]\nid = "a"\ntitle = "A"\ntext = "truncated"\n',
            "unknown",
            id="the text breaks off",
        ),
        pytest.param(
            "dsp-accountability",
            ALL + lines("is accountable to"),
            "met",
            id="since 2023",
        ),
        pytest.param("r18-4", ALL, "partly", id="nominated, of unknown rank"),
        pytest.param(
            "r18-4",
            ALL + judged("r18-4/authority"),
            "met, on a recorded judgement",
            id="nominated, and judged senior",
        ),
        pytest.param("r18-4", ALONE, "not applicable", id="no nomination is due"),
        pytest.param(
            "lsp-accountability",
            ALL + lines("is accountable to"),
            "partly",
            id="jointly?",
        ),
        pytest.param("lsp-accountability", ALL, "not evidenced", id="no word of it"),
        pytest.param(
            "lsp-accountability",
            ALL + lines("is accountable to") + judged("lsp-accountability/jointly"),
            "met, on a recorded judgement",
            id="jointly",
        ),
        pytest.param("lsp-2", ALL + lines("reports to"), "partly", id="how often?"),
        pytest.param(
            "lsp-2",
            ALL + lines("reports to") + judged("lsp-2/how-often"),
            "met, on a recorded judgement",
            id="reports, and how often",
        ),
        pytest.param("lsp-2", ALL, "not evidenced", id="no reporting"),
        pytest.param("lsp-3", ALL + EACH_SIGNED, "met", id="every document is signed"),
        pytest.param(
            "lsp-3",
            ALL + "".join(map(signed, KEY_DOCUMENTS)),
            "partly",
            id="signed without a day",
        ),
        pytest.param("lsp-3", ALL, "not evidenced", id="nothing is signed"),
        pytest.param(
            "lsp-6",
            '[[agencies]]\ncategory = "Others"\n'
            'named = [{ name = "Probation", route = "through the forum" }]\n',
            "partly",
            id="how an agency collaborates is a part of its role",
        ),
        pytest.param("lsp-6", ALL, "not evidenced", id="no agencies"),
        pytest.param("dsp-appointment", ALL, "met", id="a delegate each"),
        pytest.param("dsp-appointment", COUNCIL + BOARD, "partly", id="no police"),
        pytest.param("dsp-appointment", ALONE, "not evidenced", id="no delegates"),
        pytest.param(
            "dsp-appointment",
            ALL.replace(
                'delegates = ["Chief Nurse"]', 'delegates = ["Accountable Officer"]'
            ),
            "partly",
            id="a lead is no delegate of its own",
        ),
        pytest.param(
            "dsp-appointment",
            ALL.replace('delegates = ["Chief Nurse"]', 'delegates = ["Forum"]')
            + WHOLE_FORUM,
            "partly",
            id="a group is no post",
        ),
        pytest.param(
            "dsp-appointment",
            ALL.replace(
                'kind = "police"\n', 'kind = "police"\nstanding = "proposed"\n'
            ),
            "partly",
            id="one partner is only proposed",
        ),
        pytest.param(
            "partnership-chair-appointment", CHAIR + ALL, "met", id="a delegate"
        ),
        pytest.param(
            "partnership-chair-appointment", ALL, "not evidenced", id="no chair"
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chair"\nposts = ["Chair"]\n' + ALL,
            "partly",
            id="nobody knows who holds the chair",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chief Executive"\n' + ALL,
            "partly: the file shows the contrary",
            id="a lead is no delegate",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = { is = "Chief Executive", standing = "proposed" }\n' + ALL,
            "partly",
            id="a lead is proposed",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chief Executive"\n' + ALONE,
            "partly",
            id="no delegates are told",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = ["Chief Nurse", "Chief Executive"]\n' + ALL,
            "partly",
            id="two chairs are told, of whom one is a delegate",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chair"\nposts = [{ name = "Chair", '
            'also_holds = ["Chief Nurse"] }]\n' + ALL,
            "met",
            id="the person in the chair is a delegate",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chair"\nposts = ["Chair"]\n'
            + ALL.replace(
                '"Chief Nurse"]\nlead',
                '{ name = "Chief Nurse", also_holds = ["Chair"] }]\nlead',
            ),
            "met",
            id="a delegate is told to hold the chair",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chair"\nposts = [{ name = "Chair", holder = "A. Body" }]\n'
            + ONE_HOLDER,
            "met",
            id="one name holds both",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chair"\nposts = [{ name = "Chair", holder = "C. Other", '
            'body = "Barsetshire Board" }]\n' + ONE_HOLDER,
            "partly: the file shows the contrary",
            id="another person from the board holds it",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Matron"\n'
            + ONE_HOLDER.replace(
                'posts = ["Accountable',
                'posts = [{ name = "Matron", holder = "D" }, "Accountable',
            ),
            "partly: the file shows the contrary",
            id="another post within the board holds it",
        ),
        pytest.param(
            "partnership-chair-appointment",
            'chair = "Chair"\nposts = [{ name = "Chair", holder = "C. Other" }]\n'
            + ONE_HOLDER,
            "partly",
            id="another person from nowhere holds it",
        ),
        pytest.param(
            "chair-is-not-scrutineer", CHAIR + ALL + INDEPENDENT, "met", id="two people"
        ),
        pytest.param(
            "chair-is-not-scrutineer",
            CHAIR + ALL + SCRUTINEER,
            "partly",
            id="two posts",
        ),
        pytest.param(
            "chair-is-not-scrutineer", CHAIR + ALL, "not evidenced", id="no other"
        ),
        pytest.param(
            "chair-is-not-scrutineer",
            CHAIR + ALL + '[[scrutiny]]\nby = "Chief Nurse"\nindependent = true\n',
            "not evidenced: the file shows the contrary",
            id="the chair scrutinises",
        ),
        pytest.param(
            "chair-is-not-scrutineer",
            CHAIR + ALL + '[[scrutiny]]\nby = "Chief Nurse"\nstanding = "proposed"\n',
            "not evidenced",
            id="the chair is proposed as scrutineer",
        ),
        pytest.param(
            "chair-is-not-scrutineer",
            CHAIR + ONE_HOLDER + '[[scrutiny]]\nby = "Chief Superintendent"\n',
            "met",
            id="two names",
        ),
        pytest.param(
            "chair-is-not-scrutineer",
            CHAIR + ALL + '[[scrutiny]]\nby = "Barsetshire Board"\n',
            "partly",
            id="a body may mean the chair",
        ),
        pytest.param(
            "scrutineer-is-not-lead-or-delegate",
            ALL + INDEPENDENT,
            "met",
            id="a stranger",
        ),
        pytest.param(
            "scrutineer-is-not-lead-or-delegate",
            COUNCIL + INDEPENDENT,
            "partly",
            id="two partners are not told",
        ),
        pytest.param(
            "scrutineer-is-not-lead-or-delegate",
            ALL,
            "not evidenced",
            id="no scrutineer",
        ),
        pytest.param(
            "scrutineer-is-not-lead-or-delegate",
            ALL + '[[scrutiny]]\nby = "Chief Nurse"\nindependent = true\n',
            "partly: the file shows the contrary",
            id="a delegate scrutinises",
        ),
        pytest.param(
            "lead-meeting-frequency", ALL + WHOLE_FORUM, "partly", id="enough?"
        ),
        pytest.param(
            "lead-meeting-frequency",
            ALL + WHOLE_FORUM + judged("lead-meeting-frequency/enough"),
            "met, on a recorded judgement",
            id="often enough",
        ),
        pytest.param("lead-meeting-frequency", ALL, "not evidenced", id="no meetings"),
    ],
)
def test_is_shown_by_the_nouns_of_a_file(rule: str, text: str, said: str) -> None:
    assert outcome(rule, text).in_words == said


PROSE = (
    "delegated-safeguarding-partner-functions",
    "dsp-seniority",
    "lsp-1",
    "lsp-4",
    "lsp-5",
    "partnership-chair-functions",
    "r18-2",
    "r18-5",
    "shared-and-equal-duty",
    "w26-6",
    "w26-7",
)


class TestWhatOnlyWordsShow:
    """The nouns of a file say nothing of it, and a person has to judge the words."""

    @pytest.mark.parametrize("rule", PROSE)
    @pytest.mark.parametrize(
        ("judgement", "said"),
        [
            ("full", "met, on a recorded judgement"),
            ("part", "partly, on a recorded judgement"),
            ("none", "not evidenced, on a recorded judgement"),
        ],
    )
    def test_is_judged_by_a_person(self, rule: str, judgement: str, said: str) -> None:
        text = ALL + WHOLE_FORUM + EACH_SIGNED + judged(rule, judgement=judgement)
        assert outcome(rule, text).in_words == said

    @pytest.mark.parametrize("rule", PROSE)
    def test_is_judged_need_by_need(self, rule: str) -> None:
        first, *others = outcome(rule, ALL).needs
        found = outcome(rule, ALL + judged(f"{rule}/{first.id}"))
        assert found.missing == tuple(others)


class TestWhatIsTold:
    """A reader sees what shows it, from where, and what is still needed."""

    def test_of_leads_whose_rank_is_to_be_judged(self) -> None:
        text = ALL.replace(
            'lead = "Chief Executive"', 'lead = { is = "Chief Executive", at = "3" }'
        )
        found = outcome("lead-safeguarding-partner", text)
        assert found.shown_by[0] == "lead of Barsetshire Council: Chief Executive (s.3)"
        authority, board, police = found.to_be_met
        assert authority == (
            "that the lead of the local authority is its chief executive "
            f"(there in part: {A_HEAD})"
        )
        assert f"the integrated care board (there in part: {A_HEAD})" in board
        assert police == (
            "that the lead of the police is the chief officer "
            f"(there in part: {A_HEAD})"
        )

    def test_of_a_line_between_two_posts(self) -> None:
        found = outcome("r18-3", ALL + lines("is accountable to"))
        assert found.shown_by[1] == "Chief Nurse is accountable to Accountable Officer"

    def test_of_a_delegate_for_several_areas(self) -> None:
        text = SHARED + '[[bodies]]\nname = "Loamshire"\n'
        found = outcome("dsp-appointment", text)
        assert found.shown_by[1] == (
            "delegate of Barsetshire Board: Chief Nurse, shared with Loamshire"
        )

    def test_of_sign_offs_by_some_of_the_leads(self) -> None:
        text = signed("yearly report", '["Chief Constable", "Chief Executive"]', DATED)
        found = outcome("lsp-3", ALL + text)
        assert len(found.shown_by) == 2
        (lack,) = (one for one in found.to_be_met if "yearly" in one)
        assert lack.endswith("date (there in part: not in full for health)")

    def test_of_a_sign_off_with_its_day(self) -> None:
        found = outcome("lsp-3", ALL + signed("yearly report", more=DATED))
        assert found.shown_by == (
            "yearly report signed off by safeguarding partners, 1 May 2024",
        )

    @pytest.mark.parametrize(
        ("rule", "text", "said"),
        [
            (
                "partnership-chair-appointment",
                'chair = "Chief Executive"\n' + ALL,
                "Chief Executive is the chair and no delegate of Barsetshire Council",
            ),
            (
                "partnership-chair-appointment",
                CHAIR + ALL,
                "Chief Nurse is the chair and a delegate of Barsetshire Board",
            ),
            (
                "chair-is-not-scrutineer",
                CHAIR + ALL + '[[scrutiny]]\nby = "Chief Nurse"\n',
                "Chief Nurse is the scrutineer and chair",
            ),
            (
                "chair-is-not-scrutineer",
                CHAIR + ALL + INDEPENDENT,
                "scrutiny by Independent Scrutineer; chair: Chief Nurse",
            ),
            (
                "lead-meeting-frequency",
                ALL + WHOLE_FORUM,
                "Forum, with the leads, meets quarterly",
            ),
        ],
        ids=["no delegate", "a delegate", "one person", "two people", "a forum"],
    )
    def test_in_words(self, rule: str, text: str, said: str) -> None:
        assert outcome(rule, text).shown_by[-1] == said


class TestLinesAndNominations:
    """A line ends at the lead; each lead who delegates nominates somebody."""

    def test_to_the_body_is_a_part(self) -> None:
        to_body = lines("reports to").replace(
            'target = "Chief Constable"', 'target = "Barsetshire Police"'
        )
        found = outcome("lsp-2", ALL + to_body)
        assert [one.id for one in found.missing] == ["reporting", "how-often"]

    def test_of_the_partners_together_delegates_for_each(self) -> None:
        text = (
            ALONE
            + '[[groups]]\nname = "Executive"\n[[relations]]\n'
            + 'source = "safeguarding partners"\nverb = "delegates to"\n'
            + 'target = "Executive"\n'
        )
        found = outcome("r18-4", text)
        assert found.shown_by == tuple(
            f"delegate of Barsetshire {one}: Executive"
            for one in ("Council", "Board", "Police")
        )
        assert [one.id for one in found.missing] == ["nominated", "authority"]

    def test_of_a_group_that_delegates_is_none_of_a_lead(self) -> None:
        text = (
            ALONE
            + '[[groups]]\nname = "Executive"\n[[groups]]\nname = "Panel"\n'
            + '[[relations]]\nsource = "Executive"\nverb = "delegates to"\n'
            + 'target = "Panel"\n'
        )
        assert str(outcome("r18-4", text).state) == "not evidenced"

    @pytest.mark.parametrize(
        ("standing", "missing"),
        [("in force", ["nominated", "authority"]), ("proposed", ["authority"])],
    )
    def test_of_every_lead_who_delegates(
        self, standing: str, missing: list[str]
    ) -> None:
        text = ALL.replace(
            'delegates = ["Chief Nurse"]',
            f'delegates = [{{ is = "Forum", standing = "{standing}" }}]',
        )
        found = outcome("r18-4", text + WHOLE_FORUM)
        assert [one.id for one in found.missing] == missing


class TestKinds:
    """A-21: of health bodies and police forces there may be several; one is enough."""

    SECOND = '[[partners]]\nname = "Loamshire Board"\nkind = "health"\n'
    SILENT = "nothing of the kind is stated of Loamshire Board"

    def test_one_of_each_kind_is_enough(self) -> None:
        found = outcome("dsp-appointment", ALL + self.SECOND)
        assert str(found.state) == "met"
        assert found.shown_by[-1] == self.SILENT

    def test_nothing_is_told_of_a_kind_of_which_nobody_has_it(self) -> None:
        assert outcome("dsp-appointment", ALONE + self.SECOND).shown_by == ()

    def test_nor_of_a_group_on_which_another_sits(self) -> None:
        found = outcome("lead-meeting-frequency", ALL + self.SECOND + WHOLE_FORUM)
        assert self.SILENT not in found.shown_by

    @pytest.mark.parametrize(
        ("partners", "why"),
        [
            (COUNCIL + BOARD, "no police partner is named"),
            (COUNCIL, "no health or police partner is named"),
            (ALL.replace('delegates = ["Chief Nurse"]', ""), "not in full for health"),
            (
                COUNCIL + BOARD.replace('delegates = ["Chief Nurse"]', ""),
                "not in full for health; no police partner is named",
            ),
        ],
    )
    def test_which_kind_is_missing_is_told(self, partners: str, why: str) -> None:
        (lack,) = outcome("dsp-appointment", partners).to_be_met
        assert lack.endswith(f"(there in part: {why})")


class TestDelegatesOfThePublishedArrangements:
    """P23-S1 finds the delegates that their appointment finds, and who they are."""

    def delegates(self, text: str) -> list[str]:
        found = outcome("P23-S1", text).shown_by
        return [one for one in found if one.startswith("delegate")]

    def test_a_lead_is_no_delegate_of_its_own(self) -> None:
        text = ALL.replace(
            'delegates = ["Chief Nurse"]', 'delegates = ["Accountable Officer"]'
        )
        assert self.delegates(text) == [
            "delegate of Barsetshire Council: Director of Children's Services",
            "delegate of Barsetshire Police: Chief Superintendent",
        ]

    def test_whom_a_relation_names_is_one(self) -> None:
        text = ALONE + lines("delegates to", up=False, many=1)
        assert self.delegates(text) == [
            "delegate of Barsetshire Council: Director of Children's Services"
        ]

    def test_a_post_alone_is_a_part(self) -> None:
        short = "the post alone is stated, and no holder"
        alone = outcome("P23-S1", ALL).to_be_met
        assert sum(f"there in part: {short})" in one for one in alone) == 2
        held = ALL
        for post in ("Director of Children's Services", "Chief Nurse"):
            held = held.replace(f'"{post}"]\nlead', f"{holder(post)}]\nlead")
        held = held.replace(
            '"Chief Superintendent"]\nlead', f"{holder('Chief Superintendent')}]\nlead"
        )
        named = outcome("P23-S1", held)
        assert "delegates" not in [need.id for need in named.missing]


def holder(post: str) -> str:
    """Write a post with its holder."""
    return f'{{ name = "{post}", holder = "A. Body" }}'


class TestSignOffs:
    """A document is signed off by the lead, the partner itself, or all together."""

    @pytest.mark.parametrize(
        ("by", "is_whole"),
        [
            ("Accountable Officer", True),
            ("Barsetshire Board", True),
            ("safeguarding partners", True),
            ("Chief Nurse", False),
        ],
        ids=["the lead", "the partner", "all together", "another post"],
    )
    def test_by_whom(self, by: str, *, is_whole: bool) -> None:
        signers = f'["Chief Executive", "{by}", "Chief Constable"]'
        found = outcome("lsp-3", ALL + signed("yearly report", signers, DATED))
        missing = {need.id for need in found.missing}
        assert ("yearly-report" not in missing) is is_whole
        short = "signed by a post that is not stated to be the lead"
        assert (short in "; ".join(found.to_be_met)) is not is_whole

    def test_a_lead_that_is_only_proposed_is_another_post(self) -> None:
        text = ALL.replace(
            'lead = "Accountable Officer"',
            'lead = { is = "Accountable Officer", standing = "proposed" }',
        )
        signers = '["Chief Executive", "Accountable Officer", "Chief Constable"]'
        found = outcome("lsp-3", text + signed("yearly report", signers, DATED))
        assert "yearly-report" in {need.id for need in found.missing}

    def test_the_place_is_printed_once(self) -> None:
        text = signed("yearly report", more='on = "2024-05-01"\nat = "7"\n')
        assert outcome("lsp-3", ALL + text).shown_by == (
            "yearly report signed off by safeguarding partners, 1 May 2024 (s.7)",
        )


class TestTheScrutineer:
    """Each pair is printed once, and the first that decides is enough."""

    TWO = INDEPENDENT + SCRUTINEER.replace("Independent S", "Other S")

    def test_the_first_pair_that_decides_is_enough(self) -> None:
        found = outcome("chair-is-not-scrutineer", CHAIR + ALL + self.TWO)
        assert found.shown_by == (
            "scrutiny by Independent Scrutineer; chair: Chief Nurse",
        )

    def test_the_contrary_decides_before_anything_else(self) -> None:
        chair = '[[scrutiny]]\nby = "Chief Nurse"\n'
        found = outcome("chair-is-not-scrutineer", CHAIR + ALL + self.TWO + chair)
        assert found.shown_by == ("Chief Nurse is the scrutineer and chair",)

    def test_pairs_that_decide_nothing_are_told_once_each(self) -> None:
        again = SCRUTINEER + '[[scrutiny]]\nby = "Independent Scrutineer"\nat = "9"\n'
        found = outcome("chair-is-not-scrutineer", CHAIR + ALL + again)
        assert len(found.shown_by) == 1
        short = "there in part: that they are two people is not stated"
        assert short in found.to_be_met[0]


class TestRules:
    """Each rule says what would show that it is met."""

    @pytest.mark.parametrize("one", leadership.DUTIES, ids=lambda one: one.topic)
    def test_name_their_needs(self, one: Duty) -> None:
        for name in one.rules:
            assert all(rule.needs for rule in shelf.rule(name))
        assert one.unmet.endswith(".")

    @pytest.mark.parametrize(("old", "new"), [("P26-1", "w26-1"), ("P26-2", "w26-3")])
    def test_of_2026_are_answered_together(self, old: str, new: str) -> None:
        found = outcome(new, ALL + judged(old), "WT2026")
        assert found.in_words == "met, on a recorded judgement"
        assert found.needs == outcome(old, ALL, "WT2026").needs
