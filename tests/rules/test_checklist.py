"""An arrangement held against an edition: what is met, in part, not shown, not told."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

import masa
from masa.ground.law import shelf
from masa.ground.rendering import to_markdown
from masa.model.editions import editions
from masa.rules.dossiers import Dossier
from masa.rules.duties.asking import Duty, NotCalledFor
from masa.rules.duties.catalogue import DUTIES, every_rule, family_of
from masa.rules.outcomes import Outcome

TOP = 'id = "x"\ntitle = "X"\n'
WHOLE = TOP + '[[sources]]\nid = "t"\ntitle = "T"\ntext = "complete"\n'
CUT = TOP + '[[sources]]\nid = "t"\ntitle = "T"\ntext = "truncated"\n'


def check(text: str, **options: object) -> masa.Checklist:
    options.setdefault("edition", "WT2018")
    return masa.check(masa.loads(text), **options)  # type: ignore[arg-type] # any of them


def judged(item: str, judgement: str | None = "full", standing: str = "") -> str:
    text = f'[[commitments]]\ntopic = "t"\nitems = ["{item}"]\nat = "7"\n'
    text += f'judgement = "{judgement}"\n' if judgement else ""
    return text + (f'standing = "{standing}"\n' if standing else "")


# How a person rated the five documents against the fourteen items of the 2018 list:
# Y evidenced, P in part, N not in the document.
RATED = {
    "P18-M1": "P P P P Y",
    "P18-M2": "N N N P Y",
    "P18-M3": "P Y P Y Y",
    "P18-S1": "Y P P P Y",
    "P18-S2": "P P P N Y",
    "P18-S3": "N P P P P",
    "P18-S4": "P P N P Y",
    "P18-S5": "N N P N Y",
    "P18-S6": "N P N P Y",
    "P18-S7": "N P P P Y",
    "P18-S8": "N N P N P",
    "P18-S9": "N N N P Y",
    "P18-S10": "N N P P Y",
    "P18-S11": "N N N N Y",
}
DOCUMENTS = ("haringey", "croydon", "pan-dorset", "somerset", "barnet")
STATES = {"Y": "met", "P": "partly", "N": "not evidenced"}
# Where a document only proposes what it describes, masa says partly.
ONLY_PROPOSED = {("croydon", "P18-M3"), ("somerset", "P18-M3")}


@pytest.fixture(scope="module")
def five() -> dict[str, masa.Checklist]:
    return {
        name: masa.check(masa.examples.load(name), edition="WT2018")
        for name in DOCUMENTS
    }


@pytest.mark.parametrize(
    ("name", "item", "rating"),
    [
        (name, item, rating)
        for item, ratings in RATED.items()
        for name, rating in zip(DOCUMENTS, ratings.split(), strict=True)
    ],
)
def test_agrees_with_the_ratings_of_the_fourteen_items(
    five: dict[str, masa.Checklist], name: str, item: str, rating: str
) -> None:
    expected = STATES[rating]
    if (name, item) in ONLY_PROPOSED:
        expected = "partly"
    elif name == "haringey" and rating == "N":
        expected = "unknown"  # its text breaks off
    assert five[name][item].state == expected


def test_says_why_it_does_not_follow_a_rating(five: dict[str, masa.Checklist]) -> None:
    for name, item in ONLY_PROPOSED:
        assert "only proposed" in "; ".join(five[name][item].to_be_met)
    assert five["haringey"]["P18-S3"].why.startswith("the text that is held breaks")


class TestTheStates:
    """Met, partly, not evidenced, not applicable and unknown, each for its reason."""

    @pytest.mark.parametrize(
        ("text", "state", "short"),
        [
            (WHOLE, "not evidenced", ""),
            (CUT, "unknown", ""),
            (TOP, "not evidenced", ""),
            (WHOLE + judged("P18-S4"), "met", ""),
            (WHOLE + judged("p18-s4"), "met", ""),
            (WHOLE + judged("P18-S4/settings"), "met", ""),
            (CUT + judged("P18-S4"), "met", ""),
            (WHOLE + judged("P18-S4", "part"), "partly", "judged to be there in part"),
            (WHOLE + judged("P18-S4", None), "partly", "mentioned, and weighed by"),
            (WHOLE + judged("P18-S4", "none"), "not evidenced", ""),
            (CUT + judged("P18-S4", "none"), "unknown", ""),
            (CUT + judged("P18-S4", "part"), "partly", "judged to be there in part"),
            (WHOLE + judged("P18-S4", "full", "proposed"), "partly", "only proposed"),
            (WHOLE + judged("P18-S4", "full", "agreed"), "met", ""),
            (WHOLE + judged("P18-S5"), "not evidenced", ""),
            (WHOLE + judged("P23-S4"), "met", ""),
        ],
    )
    def test_of_an_item_that_only_words_can_show(
        self, text: str, state: str, short: str
    ) -> None:
        found = check(text)["P18-S4"]
        assert found.state == state
        assert short in "; ".join(found.to_be_met)
        assert found.is_judged is ("judged" in "; ".join(found.shown_by))

    def test_judgements_that_differ_are_both_shown(self) -> None:
        text = WHOLE + judged("P18-S4") + judged("P18-S4", "part")
        found = check(text.replace('topic = "t"', 'topic = "u"', 1))["P18-S4"]
        assert found.state == "met"
        assert found.shown_by == (
            'what is said of "u" (s.7; judged: full)',
            'what is said of "t" (s.7; judged: part)',
        )

    def test_a_judgement_of_none_is_shown_and_counts_for_nothing(self) -> None:
        found = check(WHOLE + judged("P18-S4", "none"))["P18-S4"]
        assert found.shown_by == ('what is said of "t" (s.7; judged: none)',)
        assert found.in_words == "not evidenced, on a recorded judgement"
        assert "judged not to be there" in found.to_be_met[0]

    def test_judgements_of_one_thing_that_differ_settle_nothing(self) -> None:
        text = judged("P18-S4").replace('"full"', '["full", { is = "none", at = "9" }]')
        found = check(WHOLE + text)["P18-S4"]
        assert found.state == "partly"
        assert "judged in several ways" in found.to_be_met[0]

    def test_what_is_said_can_hold_although_the_whole_is_only_proposed(self) -> None:
        text = judged("P18-S4", "full", "proposed")
        text += 'says = { is = "it is so", standing = "in force" }\n'
        assert check(WHOLE + text)["P18-S4"].state == "met"
        text = text.replace("in force", "to be consulted on")
        assert check(WHOLE + text)["P18-S4"].state == "partly"

    def test_one_need_of_several_is_a_part(self) -> None:
        found = check(WHOLE + judged("P18-M2/decides"))["P18-M2"]
        assert found.state == "partly"
        assert [need.id for need in found.missing] == ["commissions", "publishes"]

    def test_what_answers_another_edition_answers_what_both_need(self) -> None:
        found = check(WHOLE + judged("P18-S11"), edition="WT2023")["P23-S11"]
        assert found.state == "partly"
        assert [need.id for need in found.missing] == ["signed-off"]
        assert "judged of P18-S11: full" in found.shown_by[0]


class TestOutcomes:
    """An outcome says what is asked, by what authority, and never a no from silence."""

    def test_silence_is_no_answer(self) -> None:
        found = check(WHOLE)["P18-S4"]
        assert found.finding.answer is masa.Answer.UNKNOWN
        assert found.finding.needed == tuple(need.says for need in found.rule.needs)
        assert found.to_be_met == found.finding.needed

    def test_what_is_met_is_a_yes_that_says_what_decided_it(self) -> None:
        finding = check(WHOLE + judged("P18-S4"))["P18-S4"].finding
        assert finding.answer is masa.Answer.YES
        assert finding.decided_by == ('what is said of "t"',)
        assert [one.answer for one in finding.rests_on] == [masa.Answer.YES]

    def test_what_decided_it_may_hold_the_longest_name(self) -> None:
        stage = f'[[escalation]]\nwho = "{"n" * 200}"\n'
        finding = check(WHOLE + stage)["disputes-resolved-locally"].finding
        assert finding.decided_by == (f"stage 1: {'n' * 200}",)

    def test_the_contrary_is_a_no(self) -> None:
        scrutiny = '[[posts]]\nname = "S"\n[[scrutiny]]\nby = "S"\n'
        found = check(WHOLE + scrutiny + "independent = false\n")["ca-2004/s16g.3"]
        assert found.state == "partly"  # there is somebody who scrutinises
        assert found.is_missed
        assert found.finding.answer is masa.Answer.NO
        assert [str(one.answer) for one in found.finding.rests_on] == ["unknown", "no"]
        assert "the file shows the contrary" in found.in_words

    def test_a_planned_contrary_is_none_yet(self) -> None:
        scrutiny = '[[posts]]\nname = "S"\n[[scrutiny]]\nby = "S"\n'
        text = 'independent = { is = false, standing = "proposed" }\n'
        found = check(WHOLE + scrutiny + text)["ca-2004/s16g.3"]
        assert not found.is_missed
        assert "the contrary is planned" in "; ".join(found.to_be_met)

    def test_has_no_truth_of_its_own(self) -> None:
        with pytest.raises(masa.TruthError, match="look at its `state`"):
            bool(check(WHOLE)["P18-S4"])

    @pytest.mark.parametrize(
        ("item", "means"),
        [
            ("P18-M1", "required by law, and not shown"),
            ("P18-S4", "a departure from guidance, for which no reason is recorded"),
        ],
    )
    def test_absence_of_a_must_and_of_a_should_never_look_alike(
        self, item: str, means: str
    ) -> None:
        found = check(WHOLE)[item]
        assert found.consequence == means
        assert found.is_owed
        assert check(WHOLE + judged(item)).counts["met"] >= 1

    def test_guidance_may_be_departed_from_with_a_reason(self) -> None:
        text = '[[departures]]\nitem = "p18-s4"\nreason = "there are no schools"\n'
        found = check(WHOLE + text)
        one = found["P18-S4"]
        assert one.state == "not evidenced"
        assert one.is_departed_from
        assert not one.is_owed
        assert one.consequence == "a departure from guidance, with a recorded reason"
        assert "there are no schools" in one.to_text()
        assert "Departed from, with a reason on record" in found.to_text()

    @pytest.mark.parametrize(
        "text",
        [
            '[[departures]]\nitem = "P18-S4"\n',
            (
                '[[departures]]\nitem = "P18-S4"\n'
                'reason = { is = "none are near", standing = "proposed" }\n'
            ),
        ],
        ids=["without a reason", "with a reason that is only proposed"],
    )
    def test_but_not_without(self, text: str) -> None:
        assert check(WHOLE + text)["P18-S4"].is_owed

    def test_one_with_a_reason_counts_before_one_without(self) -> None:
        reason = '[[departures]]\nitem = "P18-S4"\nreason = "r"\n'
        other = '[[departures]]\nitem = "P18-S4"\n'
        for text in (reason + other, other + reason):
            assert check(WHOLE + text)["P18-S4"].is_departed_from

    def test_and_may_be_named_in_another_way(self) -> None:
        text = '[[departures]]\nitem = "IS-1"\nreason = "r"\n' + judged("is-1")
        found = check(WHOLE + text)
        assert found["ca-2004/s16g.3"].departure is not None
        assert found["ca-2004/s16g.3"].state == "met"
        assert len(found.notices) == 1  # on the day of the law

    def test_law_cannot_be_departed_from(self) -> None:
        text = '[[departures]]\nitem = "P18-M1"\nreason = "we do otherwise"\n'
        found = check(WHOLE + text)["P18-M1"]
        assert not found.is_departed_from
        assert found.is_owed

    def test_what_is_met_is_no_departure(self) -> None:
        text = '[[departures]]\nitem = "P18-S4"\nreason = "r"\n' + judged("P18-S4")
        assert not check(WHOLE + text)["P18-S4"].is_departed_from

    @pytest.mark.parametrize(
        ("edition", "item", "sure"),
        [
            ("WT2018", "P18-S1", ""),
            ("WT2023", "P23-S1", "recalled, not verified"),
            ("WT2026", "P23-S1", "carried over, not checked"),
            ("WT2026", "P26-1", ""),
        ],
    )
    def test_label_law_that_is_recalled_or_carried_over(
        self, edition: str, item: str, sure: str
    ) -> None:
        found = check(WHOLE, edition=edition)[item]
        assert found.how_sure.startswith(sure)
        assert bool(found.how_sure) is bool(sure)
        assert (sure in found.to_text()) is True

    def test_pending_law_waits_and_is_labelled(self) -> None:
        found = check(WHOLE, edition="WT2026")["P26-5"]
        assert found.state == "not applicable"
        assert found.why == "enacted, and not commenced (cwsa-2026/s3)"
        found = check(
            WHOLE, edition="WT2026", commenced={"cwsa-2026/s3": "2026-10-01"}
        )["P26-5"]
        assert found.state == "not evidenced"
        assert found.how_sure == "part read; if so commenced"

    def test_a_rule_that_is_perhaps_in_force_asks_perhaps(self) -> None:
        arrangement = masa.loads(WHOLE)
        rule = "send-arrangements-by"
        found = masa.check(arrangement, edition="WT2018", on="2019-10-15")[rule]
        assert found.state == "unknown"
        assert found.why == "whether the rule is in force is not known"
        found = check(WHOLE + judged(rule), on="2019-10-15")[rule]
        assert found.state == "met"
        assert found.how_sure == "recalled, not verified; perhaps in force"

    def test_print_in_a_line_and_in_short(self) -> None:
        found = check(WHOLE)["P18-S4"]
        assert str(found) == (
            "P18-S4, schools and other education: not evidenced (should). "
            "How every kind of education is included is not shown."
        )
        assert repr(found) == "<Outcome 'P18-S4': not evidenced>"
        met = check(WHOLE + judged("P18-S4"))["P18-S4"]
        assert str(met).endswith(met.rule.says)
        assert "What would make it met" not in met.to_text()

    def test_survive_pickling(self) -> None:
        found = check(WHOLE + judged("P18-S4"))["P18-S4"]
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 (our own)


class TestChecklists:
    """The whole: counted, selected, looked up, and handed on as plain values."""

    def test_count_every_state(self) -> None:
        found = check(WHOLE + judged("P18-S4"), only=["P18-S"])
        assert found.counts["met"] == 1
        assert found.counts[masa.OutcomeState.UNKNOWN] == 0
        assert sum(found.counts.values()) == len(found) == len(list(found))

    def test_are_looked_up_by_id_or_another_name_in_any_case(self) -> None:
        found = check(WHOLE)
        assert found["is-1"] is found["CA-2004/S16G.3"]
        with pytest.raises(masa.UnknownNameError, match='did you mean "P18-S11"'):
            found["P18-S111"]
        with pytest.raises(masa.UnknownNameError, match="look at its `outcomes`"):
            found["quite another thing"]
        with pytest.raises(masa.KindError):
            found[1]  # type: ignore[index] # on purpose

    def test_hold_only_what_begins_so(self) -> None:
        found = check(WHOLE, only=["p18-m", "is-1"])
        assert [one.id for one in found] == [
            "P18-M1",
            "P18-M2",
            "P18-M3",
            "ca-2004/s16g.3",
        ]

    def test_leave_out_for_a_reason_that_is_printed(self) -> None:
        found = check(WHOLE, without={"P18-S5": "there are none in the area"})
        assert not any(one.id == "P18-S5" for one in found)
        assert "P18-S5: there are none in the area" in found.to_text()
        assert found.to_json()["left_out"] == [
            {"begins": "P18-S5", "reason": "there are none in the area"}
        ]

    @pytest.mark.parametrize(
        ("options", "error", "says"),
        [
            ({"only": ["P19"]}, masa.UnknownNameError, "did you mean"),
            ({"only": ["qqqqqqqq"]}, masa.UnknownNameError, "look at the `outcomes`"),
            ({"without": {"P19": "r"}}, masa.UnknownNameError, "no duty of the day"),
            ({"only": "P18"}, masa.KindError, "no list of beginnings"),
            ({"only": 1}, masa.KindError, "no list of beginnings"),
            ({"without": ["P18"]}, masa.KindError, "gives no reason"),
            ({"without": {"P18": ""}}, masa.TextError, "."),
            ({"without": {"": "r"}}, masa.TextError, "."),
            ({"only": [""]}, masa.TextError, "."),
            ({"edition": "WT1999"}, masa.UnknownNameError, "."),
            ({"edition": "WT2015"}, masa.NotInForceError, "write WT2018"),
            ({"on": "soon"}, masa.DateError, "."),
            ({"commenced": {"x": "2027-01-01"}}, masa.UnknownNameError, "."),
        ],
    )
    def test_refuse_what_means_nothing(
        self, options: dict[str, object], error: type[Exception], says: str
    ) -> None:
        with pytest.raises(error, match=says):
            check(WHOLE, **options)

    def test_refuse_what_is_no_arrangement(self) -> None:
        with pytest.raises(masa.KindError, match='"barnet" is no arrangement'):
            masa.check("barnet")  # type: ignore[arg-type] # on purpose

    def test_say_which_answers_are_answers_to_nothing(self) -> None:
        text = WHOLE + judged("P18-S77") + judged("P18-M2/publish")
        found = check(text.replace('topic = "t"', 'topic = "u"', 1))
        said = 'The file answers "P18-S77", which is no duty; did you mean "P18-S7"?'
        assert said in found.notices
        assert (
            'The file answers "P18-M2/publish": the needs of P18-M2 are commissions, '
            "decides or publishes."
        ) in found.notices

    @pytest.mark.parametrize(
        ("item", "says"),
        [
            ("P99-S1", 'departs from "P99-S1", which is no duty'),
            ("P18-S5/xx", 'departs from "P18-S5/xx", which is no duty'),
            ("P23-S5", 'departs from "P23-S5", which is not asked here.'),
        ],
    )
    def test_say_which_departures_are_from_nothing(self, item: str, says: str) -> None:
        text = f'[[departures]]\nitem = "{item}"\nreason = "r"\n'
        assert any(says in one for one in check(WHOLE + text).notices)

    def test_say_that_no_reason_helps_against_a_must(self) -> None:
        text = '[[departures]]\nitem = "P18-M1"\nreason = "too busy"\n'
        page = check(WHOLE + text, only=["P18-M1"]).to_text()
        assert "reason given, though none helps  too busy" in page

    def test_are_plain_values_too(self) -> None:
        found = check(WHOLE + judged("P18-S4"), only=["P18-S4"])
        values = found.to_json()
        assert values["edition"] == "WT2018"
        assert values["counts"] == {
            "met": 1,
            "partly": 0,
            "not evidenced": 0,
            "not applicable": 0,
            "unknown": 0,
        }
        outcomes = values["outcomes"]
        assert isinstance(outcomes, list)
        (one,) = outcomes
        assert one["state"] == "met"
        assert one["answer"] == "yes"
        assert one["rests_on_judgement"] is True
        (row,) = found.to_records()
        assert row["item"] == "P18-S4"
        assert row["found"] == 'what is said of "t" (s.7; judged: full)'

    def test_print_in_a_line(self) -> None:
        found = check(WHOLE + judged("P18-S4"), only=["P18-S"])
        assert str(found) == "X, held against Working Together 2018"
        assert repr(found) == "<Checklist of 'X', WT2018: 1 met and 10 not evidenced>"

    def test_of_an_arrangement_that_says_nothing_shows_nothing(self) -> None:
        for edition in ("WT2018", "WT2023", "WT2026"):
            found = check(TOP, edition=edition)
            assert found.counts["met"] == found.counts["partly"] == 0
            assert found.missing_musts
            assert found.to_html()


class TestEveryDuty:
    """One small function each; what it asks stands in the data of the law."""

    @pytest.mark.parametrize("rule", every_rule())
    def test_names_a_rule_with_needs_that_have_ids(self, rule: str) -> None:
        versions = shelf.rule(rule)
        for one in versions:
            assert one.needs
            ids = [need.id for need in one.needs]
            assert all(ids)
            assert len(ids) == len(set(ids))

    def test_is_asked_for_once(self) -> None:
        assert len(every_rule()) == len(set(every_rule()))

    @pytest.mark.parametrize("one", DUTIES, ids=lambda one: one.topic)
    def test_tells_in_a_sentence_what_is_not_shown(self, one: Duty) -> None:
        assert one.unmet.endswith(".")
        assert one.unmet[0].isupper()

    @pytest.mark.parametrize("one", DUTIES, ids=lambda one: one.topic)
    def test_finds_only_what_some_rule_needs(self, one: Duty) -> None:
        needs = {
            need.id
            for rule in one.rules
            for version in shelf.rule(rule)
            for need in version.needs
        }
        asked = [
            one.ask(dossier)
            for dossier in _dossiers()
            if any(dossier.book.versions(rule) for rule in one.rules)
        ]
        assert all(isinstance(it, NotCalledFor) or set(it) <= needs for it in asked)

    @pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
    def test_can_be_met_by_a_judgement_unless_it_does_not_apply(
        self, edition: str
    ) -> None:
        answers = "".join(
            judged(rule).replace('"t"', f'"t{place}"')
            for place, rule in enumerate(every_rule())
        )
        for one in check(WHOLE + answers, edition=edition):
            is_of_reports = any(name.startswith("YR") for name in family_of(one.id))
            best = "partly" if is_of_reports else "met"  # a promise is no report
            assert one.state in {best, "not applicable"}, one


def _dossiers() -> Iterator[Dossier]:
    barnet = masa.examples.load("barnet")
    for edition in editions()[1:]:
        days = edition.in_force
        assert days is not None
        assert days.latest is not None
        yield Dossier(barnet, edition, masa.law(days.latest), days.latest)


def test_an_outcome_of_a_free_rule_is_owed_by_nobody() -> None:
    area = '[[area]]\nname = "A"\n[[area]]\nname = "B"\n'
    found = check(WHOLE.replace("[[sources]]", area + "[[sources]]", 1))
    one = found["combining-areas"]
    assert isinstance(one, Outcome)
    assert (one.state, one.is_owed, one.is_free) == ("not evidenced", False, True)
    assert (
        "Told by law or guidance, asked of nobody, and not shown in full"
        in found.to_text()
    )


def test_the_page_of_the_docs_is_the_table_of_duties() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "duties.md"
    assert page.read_text(encoding="utf-8").endswith(to_markdown([masa.duties()]))


def test_the_table_of_duties_tells_force_and_basis() -> None:
    rows = {row[0]: row[1:] for row in masa.duties().rows}
    assert list(rows) == list(every_rule())
    assert rows["P18-S8"] == (
        "funding",
        "should",
        "Working Together 2018, ch.3, pp.78-79 (seed only)",
    )
    assert (
        rows["P26-5"][-1] == "Children Act 2004, s.16EA(1) (part read; once commenced)"
    )


def test_the_bundled_arrangements_stand_as_ever() -> None:
    pages = (
        masa.check(masa.examples.load(name), edition="WT2018").to_text()
        for name in masa.examples.names()
    )
    golden = Path(__file__).parent / "golden" / "checked.txt"
    assert "\n".join(pages) == golden.read_text(encoding="utf-8")
