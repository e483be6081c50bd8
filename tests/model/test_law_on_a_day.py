"""What the references say holds on a day, held against the statute book.

Each row is a worked statement: the day, the rule, and what it must say there. The
values stand here as the texts give them, so that no slip in the data goes unseen.
"""

from datetime import date
from itertools import pairwise

import pytest

import masa
from masa.ground.law import shelf

NOW = "2026-11-22"
DAYS = (
    *("2019-06-29", "2022-06-30", "2022-07-01", "2023-12-14"),
    *("2023-12-15", "2026-03-17", "2026-03-18", NOW),
)


def says(on: str, rule: str) -> str:
    return masa.law(on)[rule].to_text().replace("\n", " ").casefold()


VALUES = [
    # SI 2018/789
    ("2018-06-29", "advance-copy-of-local-report", "7 days", "reg 16", "must", "read"),
    (NOW, "advance-copy-of-local-report", "7 days", "reg 16", "must", "read"),
    (NOW, "advance-copy-of-national-report", "7 days", "reg 9", "must", "read"),
    (NOW, "keep-local-report", "1 year", "reg 17", "must", "read"),
    (NOW, "keep-national-report", "3 years", "reg 10", "must", "read"),
    # SI 2018/497
    ("2019-06-29", "publish-arrangements-by", "30 June 2019", "reg 5", "must", "read"),
    (
        "2019-06-29",
        "implement-arrangements-within",
        "3 months",
        "reg 6",
        "must",
        "read",
    ),
    ("2019-06-29", "first-yearly-report-within", "12 months", "reg 7", "must", "read"),
    ("2019-06-29", "lscb-law-ends", "29 September 2020", "reg 8", None, "read"),
    (
        *("2019-06-29", "serious-case-review-report-handover"),
        *("12 months", "reg 9(1)", "must", "read"),
    ),
    (
        *("2019-06-29", "serious-case-review-information-handover"),
        *("12 months", "reg 9(2)", "must", "read"),
    ),
    (
        *("2019-06-29", "child-death-reviews-pass-over"),
        *("29 January 2020", "reg 10", "must", "read"),
    ),
    # The Act
    (NOW, "yearly-report-period", "12 months", "s.16G(7)", "must", "read"),
    (NOW, "child-age", "18 years of age, under", "s.65(1)", None, "read"),
    (NOW, "cwsa-2026/assent", "29 April 2026", None, None, "read"),
    (NOW, "cwsa-2026/s78-automatic", "29 June 2026", "s.78(2)", None, None),
    (NOW, "two-months-after-passing", "2 months", "s.78(2)", None, "read"),
    # Guidance on publication and yearly reports
    (
        *("2019-06-29", "publish-arrangements-by-in-guidance"),
        *("29 June 2019", None, None, None),
    ),
    (
        *("2019-06-29", "implement-arrangements-by-in-guidance"),
        *("29 September 2019", None, None, None),
    ),
    (
        "2024-06-01",
        "republish-arrangements-by",
        "31 December 2024",
        None,
        "should",
        None,
    ),
    ("2024-06-01", "yearly-report-by", "30 September", None, "should", "recalled"),
    (NOW, "yearly-report-by", "30 September", None, "should", "unknown"),
    ("2024-06-01", "yearly-report-copies", "7 days", None, None, "recalled"),
    # Guidance on serious incidents and reviews
    ("2019-06-29", "notify-panel-within", "5 working days", None, "should", None),
    (NOW, "notify-panel-within", "5 working days", None, "should", None),
    ("2024-06-01", "care-leaver-death-notice", "5 working days", None, None, "local"),
    ("2024-06-01", "looked-after-death-notice", "5 working days", None, None, None),
    (NOW, "rapid-review-within", "15 working days", None, "expected", "restated"),
    ("2019-06-29", "publish-local-review-within", "6 months", None, "should", None),
    (
        *("2019-06-29", "advance-copy-of-local-report-in-guidance"),
        *("7 working days", None, "should", "seed only"),
    ),
    (
        *("2024-06-01", "advance-copy-of-national-report-in-guidance"),
        *("15 working days", None, None, "recalled"),
    ),
    ("2024-06-01", "child-death-footprint", "60 deaths", None, "should", None),
    ("2016-01-01", "serious-case-review-decision", "1 month", None, None, "recalled"),
    (
        "2016-01-01",
        "serious-case-review-told",
        "5 working days",
        None,
        None,
        "recalled",
    ),
    ("2016-01-01", "serious-case-review-complete", "6 months", None, None, "recalled"),
    # The child protection process
    *(
        ("2019-06-29", rule, length, None, "should", None)
        for rule, length in {
            "referral-decision": "1 working day",
            "assessment-within": "45 working days",
            "conference-within": "15 working days",
            "core-group-within": "10 working days",
            "first-review-conference": "3 months",
            "next-review-conference": "6 months",
            "lado-referral": "1 working day",
        }.items()
    ),
    # Other regulations
    *(
        (NOW, rule, length, None, "must", None)
        for rule, length in {
            "private-fostering-notice": "6 weeks",
            "private-fostering-start-notice": "48 hours",
            "private-fostering-first-visit": "7 working days",
            "private-fostering-visit-after-start": "7 working days",
            "private-fostering-visits-first-year": "6 weeks",
            "private-fostering-visits-later": "12 weeks",
            "private-fostering-end-notice": "48 hours",
            "children-home-visit": "1 month",
            "quality-of-care-review": "6 months",
            "quality-of-care-report": "28 days",
            "looked-after-visit-first": "1 week",
            "looked-after-visits-first-year": "6 weeks",
            "looked-after-visits-to-adulthood": "3 months",
            "looked-after-review-first": "20 working days",
            "looked-after-review-second": "3 months",
            "looked-after-reviews-later": "6 months",
            "looked-after-health-under-five": "6 months",
            "looked-after-health-from-five": "12 months",
            "police-protection": "72 hours",
        }.items()
    ),
    (NOW, "emergency-protection-order", "8 days", None, "must", "recalled"),
    # Child deaths
    *(
        (NOW, rule, length, None, None, None)
        for rule, length in {
            "child-death-immediate": "2 hours",
            "child-death-notify": "24 hours",
            "child-death-notification": "48 hours",
            "child-death-review-meeting": "3 months",
            "child-death-panel": "6 weeks",
            "child-death-review-complete": "12 months",
        }.items()
    ),
]


class TestValues:
    @pytest.mark.parametrize(
        "row", VALUES, ids=[f"{row[1]} on {row[0]}" for row in VALUES]
    )
    def test_on_a_day(self, row: tuple[str | None, ...]) -> None:
        on, rule, value, pinpoint, force, evidence = row
        assert on
        assert rule
        held = masa.law(on)[rule]
        assert held.value_in_words.startswith(value or "no value")
        assert str(held.source.pinpoint).startswith(pinpoint or "")
        assert held.force.value == (force or held.force.value)
        assert held.evidence.value == (evidence or held.evidence.value)
        assert masa.law(on).value(rule) == held.value


class TestWhoThePartnersAre:
    """Children Act 2004, s.16E(3) and s.16Q(2), as amended on 1 July 2022."""

    @pytest.mark.parametrize(
        ("on", "health"),
        [
            ("2018-06-29", "clinical commissioning group"),
            ("2022-06-30", "clinical commissioning group"),
            ("2022-07-01", "integrated care board"),
            (NOW, "integrated care board"),
        ],
    )
    @pytest.mark.parametrize(
        ("rule", "kinds"),
        [
            ("safeguarding-partners", ["local-authority", "health", "police"]),
            ("child-death-review-partners", ["local-authority", "health"]),
        ],
    )
    def test_as_kinds(self, on: str, health: str, rule: str, kinds: list[str]) -> None:
        held = masa.law(on)[rule]
        assert [item.id for item in held.items] == kinds
        assert health in held.item("health").says.casefold()
        assert (
            "any part of the local authority area"
            in held.item("health").says.casefold()
        )

    def test_the_kinds_are_those_of_the_model(self) -> None:
        ids = {item.id for item in masa.law(NOW)["safeguarding-partners"].items}
        assert ids == {kind.value.replace(" ", "-") for kind in masa.PartnerKind}

    def test_delegation_is_like_for_like(self) -> None:
        for rule in ("delegation-between-partners",):
            held = masa.law(NOW)[rule]
            assert [i.id for i in held.items] == ["local-authority", "health", "police"]
            assert "integrated care board" in held.item("health").says.casefold()
            assert "agreement" in held.item("local-authority").says.casefold()
        earlier = masa.law("2022-06-30")["delegation-between-partners"]
        assert "clinical commissioning" in earlier.item("health").says.casefold()

    def test_funding_is_a_power_and_agencies_have_none_in_kind(self) -> None:
        book = masa.law(NOW)
        assert book["funding-by-partners"].force is masa.Force.MAY
        agencies = book["funding-by-relevant-agencies"]
        assert agencies.force is masa.Force.MAY
        assert "16e" in agencies.to_text().casefold()

    def test_the_police_are_no_child_death_review_partner(self) -> None:
        assert "police" in says(NOW, "ca-2004/s16q.2-not-police")


class TestLists:
    @pytest.mark.parametrize(
        ("on", "rule", "many"),
        [
            ("2019-06-29", "relevant-agency-schedule", 38),
            (NOW, "relevant-agency-schedule", 38),
            (NOW, "national-review-criteria", 3),
            (NOW, "local-review-criteria", 4),
            (NOW, "local-authorities-in-england", 6),
            (NOW, "section-11-bodies", 16),
            (NOW, "local-review-have-regard", 4),
            (NOW, "rapid-review-aims", 4),
            (NOW, "joint-agency-response-triggers", 5),
            (NOW, "lead-safeguarding-partner-posts", 3),
            (NOW, "delegated-safeguarding-partner-functions", 6),
        ],
    )
    def test_has_as_many_items_as_the_text(self, on: str, rule: str, many: int) -> None:
        assert len(masa.law(on)[rule].items) == many

    def test_the_schedule_keeps_its_groups_and_paragraphs(self) -> None:
        held = masa.law("2019-06-29")["relevant-agency-schedule"]
        groups: dict[str | None, list[str | None]] = {}
        for item in held.items:
            groups.setdefault(item.group, []).append(item.at)
        sizes = [len(paragraphs) for paragraphs in groups.values()]
        assert sizes == [14, 9, 1, 7, 4, 3]
        numbers = [f"para {n}" for n in range(1, 39)]
        assert [at for paragraphs in groups.values() for at in paragraphs] == numbers

    def test_the_schedule_after_november_2023_is_not_vouched_for(self) -> None:
        assert masa.law("2023-11-05")["relevant-agency-schedule"].is_verified
        after = masa.law("2023-11-06")["relevant-agency-schedule"]
        assert after.evidence is masa.Evidence.UNKNOWN
        assert "amended" in " ".join(after.notes)

    def test_fire_and_rescue_is_in_no_list(self) -> None:
        assert "fire" not in says(NOW, "relevant-agency-schedule")
        assert "fire" in says(NOW, "not-in-the-schedule")
        assert "fire" not in says(NOW, "section-11-bodies")

    @pytest.mark.parametrize(
        ("rule", "at", "word"),
        [
            ("section-10-relevant-partners", "(db)", "integrated care board"),
            ("section-10-relevant-partners", "(fc)", "academy"),
            ("section-11-bodies", "(bb)", "integrated care board"),
            ("section-11-bodies", "(ia)", "national crime agency"),
            ("section-11-bodies", "(la)", "secure college"),
        ],
    )
    def test_has_a_paragraph(self, rule: str, at: str, word: str) -> None:
        assert word in masa.law(NOW)[rule].item(at).says.casefold()

    def test_sections_10_and_11_named_the_groups_before_july_2022(self) -> None:
        book = masa.law("2022-06-30")
        for rule, at in (
            ("section-10-relevant-partners", "(db)"),
            ("section-11-bodies", "(bb)"),
        ):
            assert "clinical commissioning" in book[rule].item(at).says.casefold()

    def test_relevant_partner_and_relevant_agency_are_two_lists(self) -> None:
        book = masa.law(NOW)
        partners = {one.says for one in book["section-10-relevant-partners"].items}
        agencies = {one.says for one in book["relevant-agency-schedule"].items}
        assert partners - agencies
        assert agencies - partners

    def test_local_and_national_criteria_differ_as_the_regulations_do(self) -> None:
        book = masa.law(NOW)
        national = {one.id for one in book["national-review-criteria"].items}
        local = {one.id for one in book["local-review-criteria"].items}
        assert national - local == {"law-or-guidance"}
        assert local - national == {"joint-working", "panel-referral"}
        assert "two or more" in book["local-review-criteria"].item("(c)").says


RUNS = {
    "ca-2004/s10.1": ("2015-03-26", None),
    "ca-2004/s16b.2": ("2018-06-29", None),
    "ca-2004/s16c.1": ("2018-06-29", None),
    "ca-2004/s16f.1-b": ("2018-06-29", None),
    "ca-2004/s16f.6": ("2018-03-19", None),
    "ca-2004/s16g.3": ("2018-06-29", None),
    "ca-2004/s16m.1": ("2018-06-29", None),
    "local-review-criteria": ("2018-06-29", None),
    "r18-1": ("2018-07-04", "2023-12-14"),
    "r18-3": ("2018-07-04", "2023-12-14"),
    "lsp-1": ("2023-12-15", None),
    "lsp-3": ("2023-12-15", None),
    "dsp-appointment": ("2023-12-15", None),
    "partnership-chair": ("2023-12-15", None),
    "is-3": ("2018-07-04", None),
    "is-4": ("2018-07-04", "2023-12-14"),
    "is-6": ("2023-12-15", None),
    "f-3": ("2018-07-04", "2023-12-14"),
    "f-8": ("2023-12-15", None),
    "f-10": ("2023-12-15", None),
    "n-4": ("2023-12-15", None),
    "P18-M2": ("2018-07-04", "2023-12-14"),
    "P23-S12": ("2023-12-15", None),
    "P26-1": ("2026-03-18", None),
    "YR-M1": ("2018-07-04", None),
    "YR-S7": ("2023-12-15", None),
    "YR-S15": ("2026-03-18", None),
    "w26-5": ("2026-03-18", None),
    "serious-harm-recovery": ("2023-12-15", None),
    "cwsa-2026/regulation-powers": ("2026-04-29", None),
    "cwsa-2026/s78-automatic": ("2026-04-29", None),
}


class TestInterval:
    """A rule holds on its first and on its last day, and on neither day beyond."""

    @pytest.mark.parametrize("rule", RUNS)
    def test_from_its_first_day(self, rule: str) -> None:
        first = date.fromisoformat(RUNS[rule][0])
        assert masa.law(first).in_force(rule) is masa.Answer.YES
        if first > shelf.coverage().first:
            eve = date.fromordinal(first.toordinal() - 1)
            assert masa.law(eve).in_force(rule) is masa.Answer.NO

    @pytest.mark.parametrize("rule", [rule for rule in RUNS if RUNS[rule][1]])
    def test_to_its_last_day(self, rule: str) -> None:
        last = date.fromisoformat(RUNS[rule][1] or "")
        assert masa.law(last).in_force(rule) is masa.Answer.YES
        after = date.fromordinal(last.toordinal() + 1)
        assert masa.law(after).in_force(rule) is masa.Answer.NO

    @pytest.mark.parametrize("rule", [rule for rule in RUNS if not RUNS[rule][1]])
    def test_until_now(self, rule: str) -> None:
        assert masa.law(NOW).in_force(rule) is masa.Answer.YES


class TestInheritance:
    """What the 2026 edition was not seen to say is carried over and not vouched for."""

    @pytest.mark.parametrize(
        "rule",
        [
            *("lsp-1", "dsp-appointment", "P23-S1", "P23-M1", "is-6", "f-9", "n-4"),
            *("assessment-within", "conference-within", "yearly-report-by"),
            *("publish-local-review-within", "care-leaver-death-notice"),
        ],
    )
    def test_of_a_rule(self, rule: str) -> None:
        before, after = masa.law("2026-03-17")[rule], masa.law("2026-03-18")[rule]
        assert before.source.instrument == "Working Together 2023"
        assert after.source.instrument == "Working Together 2026"
        assert after.evidence is masa.Evidence.UNKNOWN
        assert after.inherited
        assert "not been checked" in after.to_text()
        assert (after.value, after.says) == (before.value, before.says)

    @pytest.mark.parametrize(
        "rule", ["w26-1", "w26-3", "w26-4", "P26-1", "P26-2", "YR-S1"]
    )
    def test_of_nothing_that_was_confirmed_for_it(self, rule: str) -> None:
        assert masa.law("2026-03-18")[rule].evidence is masa.Evidence.RESTATED

    def test_the_yearly_report_must_evidence_impact_from_2026(self) -> None:
        assert masa.law("2026-03-17")["YR-S1"].force is masa.Force.SHOULD
        assert masa.law("2026-03-18")["YR-S1"].force is masa.Force.MUST


class TestWhatNoTextSays:
    @pytest.mark.parametrize(
        ("rule", "word"),
        [
            ("ca-2004/s16c-no-time-limit", "time limit"),
            ("ca-2004/s16i-no-formula", "formula"),
            ("no-funding-formula", "formula"),
            ("ca-2004/s16g.3-no-chair", "chair"),
            ("ca-2004/s16e.3-not-police-commissioners", "commissioner"),
            ("si-2018-789/reg2-not-defined", "working day"),
            ("si-2018-789/silent", "six months"),
            ("education-not-a-partner", "education"),
            ("review-of-arrangements", "interval"),
            ("republish-arrangements-2026", "2026"),
        ],
    )
    def test_is_said(self, rule: str, word: str) -> None:
        assert word in says(NOW, rule)

    def test_criteria_are_never_a_trigger(self) -> None:
        book = masa.law(NOW)
        assert book["ca-2004/s16f.1-b"].force is not masa.Force.SHOULD
        assert "appropriate" in says(NOW, "ca-2004/s16f.1-b")
        assert "include" in says(NOW, "si-2018-789/include-whether")


class TestTheDaysOfTheReferences:
    """Asked on eight days, the book differs exactly where the references say."""

    @staticmethod
    def changed(first: str, second: str) -> masa.LawChanges:
        return masa.law(first).compare(masa.law(second))

    def test_from_2019_to_2022_only_the_law_of_transition_ended(self) -> None:
        changes = self.changed("2019-06-29", "2022-06-30")
        assert not changes.changed
        assert not changes.carried_over
        gone = {change.id for change in (*changes.ended, *changes.perhaps)}
        assert {"ca-2004/s13.1", "serious-case-review-test"} <= gone
        for change in changes.ended:
            assert change.before
            assert change.before.before
        for change in changes.perhaps:
            assert change.before
            assert change.before.in_force is masa.Answer.UNKNOWN or change.after

    def test_on_1_july_2022_the_health_partner_changed_and_nothing_ended(self) -> None:
        changes = self.changed("2022-06-30", "2022-07-01")
        assert {change.id for change in changes.changed} == {
            "child-death-review-partners",
            "delegation-between-child-death-review-partners",
            "delegation-between-partners",
            "geography-spans-areas",
            "review-health-partner",
            "safeguarding-partners",
            "section-10-relevant-partners",
            "section-11-bodies",
        }
        assert not changes.ended
        assert not changes.carried_over
        for change in changes.begun:
            assert change.after
            assert "2022" in str(change.after.source) or change.id == "partner-identity"

    def test_between_the_boards_and_the_2023_edition_only_the_schedule_and_the_panel(
        self,
    ) -> None:
        changes = self.changed("2022-07-01", "2023-12-14")
        assert not changes.changed
        assert "relevant-agency-schedule" in {one.id for one in changes.carried_over}
        for change in changes:
            assert "Panel" in str(change.after or change.before) or (
                change.id.startswith(("si-2018-789/", "not-in", "relevant", "religion"))
            )

    def test_on_15_december_2023_only_guidance_changed(self) -> None:
        changes = self.changed("2023-12-14", "2023-12-15")
        for change in changes:
            for side in (change.before, change.after):
                if side and not change.id.startswith(("force-", "edition-")):
                    assert "SI " not in side.source.instrument
                    assert side.source.instrument != "Children Act 2004"
        ended = {change.id for change in changes.ended}
        assert {name for name in shelf.rules() if name.startswith("P18-")} <= ended
        assert {"r18-1", "f-3", "is-4"} <= ended

    def test_under_one_edition_next_to_nothing_changed(self) -> None:
        changes = self.changed("2023-12-15", "2026-03-17")
        (change,) = changes.changed
        assert change.before
        assert change.after
        assert change.id == "rapid-review-within"  # from when to count is said now
        assert change.before.value == change.after.value
        assert not changes.carried_over
        assert {one.id for one in changes.ended} == {
            "edition-in-transition-2023",
            "panel-guidance-2022",
        }

    def test_on_18_march_2026_all_was_carried_over_and_fourteen_confirmed_or_so(
        self,
    ) -> None:
        changes = self.changed("2026-03-17", "2026-03-18")
        begun = {change.id for change in changes.begun}
        confirmed = {f"w26-{n}" for n in range(1, 9)} | {
            f"P26-{n}" for n in range(1, 5)
        }
        assert begun == confirmed | {
            "YR-S15",
            "w26-unknown",
            "republish-arrangements-2026",
        }
        assert {change.id for change in changes.ended} == {"republish-arrangements-by"}
        assert "YR-S1" in {change.id for change in changes.changed}
        for change in changes.carried_over:
            assert change.after
            assert change.after.source.instrument == "Working Together 2026"
            assert change.after.inherited

    def test_after_it_the_act_of_2026_came_and_changed_no_rule(self) -> None:
        changes = self.changed("2026-03-18", NOW)
        assert not changes.changed
        begun = {change.id for change in changes.begun}
        assert {"cwsa-2026/assent", "cwsa-2026/s78-automatic"} <= begun
        assert not begun & {"cwsa-2026/s1", "cwsa-2026/s2", "ca-2004/s16ea.1"}

    @pytest.mark.parametrize(
        ("on", "edition", "regime"),
        list(
            zip(
                DAYS,
                [*["WT2018"] * 4, *["WT2023"] * 2, *["WT2026"] * 2],
                [masa.Regime.UNKNOWN, *[masa.Regime.MASA] * 7],
                strict=True,
            )
        ),
    )
    def test_has_one_edition_and_one_regime(
        self, on: str, edition: str, regime: masa.Regime
    ) -> None:
        assert masa.law(on).edition.id == edition
        assert masa.law(on).regime is regime


BEGINS = {
    # Children Act 2004, as commenced by SI 2018/346 and SI 2018/497
    "ca-2004/s10.1": "1 April 2005",
    "ca-2004/s11.2": "1 October 2005",
    "ca-2004/s13.1": "1 April 2006",
    "ca-2004/s16a-establish": "29 June 2018",
    "ca-2004/s16b.6": "19 March 2018",
    "ca-2004/s16b.3": "29 June 2018",
    "ca-2004/s16b.9-serious-case": "29 June 2018",
    "ca-2004/s16c.2": "29 June 2018",
    "ca-2004/s16e.1": "29 June 2018",
    "ca-2004/s16f.6": "19 March 2018",
    "ca-2004/s16f.4": "29 June 2018",
    "ca-2004/s16g.5": "19 March 2018",
    "ca-2004/s16g.2": "29 June 2018",
    "ca-2004/s16g.4": "29 June 2018",
    "ca-2004/s16k": "29 June 2018",
    "ca-2004/s16l": "29 June 2018",
    "ca-2004/s16m.1": "29 June 2018",
    "ca-2004/s16q.1": "29 June 2018",
    "information-requests": "29 June 2018",
    "combining-areas": "29 June 2018",
    # The regulations
    "si-2018-789/reg12": "29 June 2018",
    "si-2018-497/reg3": "29 June 2018",
    "private-fostering-first-visit": "1 July 2005",
    "looked-after-review-first": "1 April 2011",
    "children-home-visit": "1 April 2015",
    # The 2026 Act
    "cwsa-2026/regulation-powers": "29 April 2026",
    "ca-2004/s16lc-power": "29 April 2026",
    # Child death reviews
    "child-death-notification": "15 October 2018",
}


class TestCommencement:
    @pytest.mark.parametrize("rule", BEGINS)
    def test_of_a_rule(self, rule: str) -> None:
        assert str(shelf.rule(rule)[0].since) == BEGINS[rule]


TIMELINE = {
    # id: made or published, in force, superseded
    "WT2015": ("26 March 2015", "26 March 2015", "4 July 2018"),
    "WT2018": ("4 July 2018", "4 July 2018", "15 December 2023"),
    "WT2018-TG": ("July 2018", "29 June 2018", None),
    "CDR2018": ("15 October 2018", "15 October 2018", None),
    "WT2023": ("15 December 2023", "15 December 2023", "18 March 2026"),
    "WT2026": ("18 March 2026", "18 March 2026", None),
    "PANEL2019": ("April 2019", "April 2019", "September 2022"),
    "PANEL2022": ("September 2022", "September 2022", "June 2025"),
    "PANEL2025": ("June 2025", "June 2025", None),
    "SI2018/346": ("1 March 2018", "19 March 2018", None),
    "SI2018/497": ("18 April 2018", "29 June 2018", None),
    "SI2018/789": ("28 June 2018", "29 June 2018", None),
    "SI2005/1533": ("2005", "1 July 2005", None),
    "SI2010/959": ("2010", "1 April 2011", None),
    "SI2015/541": ("2015", "1 April 2015", None),
    "CSWA2017": ("27 April 2017", None, None),
    "HCA2022": ("28 April 2022", "1 July 2022", None),
    "CWSA2026": ("29 April 2026", "29 April 2026", None),
    "FFP-Y1": ("20 March 2025", "April 2025", None),
    "FFP-Y2": ("26 March 2026", "April 2026", None),
    "KCSIE2026": (None, "1 September 2026", None),
}
REVISIONS = {
    "WT2018.1": "21 February 2019",
    "WT2018.2": "December 2020",
    "WT2023.1": "13 February 2024",
    "WT2023.2": "11 June 2025",
    "WT2026.1": "24 March 2026",
    "WT2026.2": "6 May 2026",
    "CDR2018.1": "20 September 2019",
    "WT2015.1": "February 2017",
}


class TestTheTimelineOfInstruments:
    """Guidance 0.3 and legislation 1.1, 3.1 and 4."""

    @pytest.mark.parametrize("name", TIMELINE)
    def test_has_its_days(self, name: str) -> None:
        one = masa.law(NOW).instrument(name)
        made, in_force, superseded = TIMELINE[name]
        assert made is None or str(one.made) == made
        assert in_force is None or str(one.in_force) == in_force
        assert superseded is None or str(one.superseded) == superseded

    def test_has_each_reissue(self) -> None:
        found = {
            revision.id: str(revision.made)
            for one in shelf.instruments()
            for revision in one.revisions
        }
        assert found == REVISIONS

    def test_editions_follow_one_another_without_gap(self) -> None:
        editions = [o for o in shelf.instruments() if o.series == "Working Together"]
        for before, after in pairwise(editions):
            assert before.superseded == after.in_force

    def test_a_recalled_day_says_so(self) -> None:
        assert masa.law(NOW).instrument("WT2015").evidence is masa.Evidence.RECALLED


FORCES = {
    # Guidance sections 1 to 6: who must, should, may
    "ca-2004/s16c.1": "must",
    "ca-2004/s16e.1": "must",
    "ca-2004/s16f.4": "must",
    "ca-2004/s16g.3": "must",
    "ca-2004/s16m.1": "must",
    "ca-2004/s16m.2": "may",
    "ca-2004/s15": "may",
    "si-2018-789/reg12": "must",
    "si-2018-789/reg13": "may",
    "si-2018-789/reg14-in-writing": "must",
    "is-1": "must",
    "is-6": "should",
    "is-8": "may",
    "f-1": "may",
    "f-9": "should",
    "f-10": "should",
    "dsp-appointment": "should",
    "n-7": "expected",
    "n-8": "expected",
    "families-first-operational-by": "expected",
    "disputes-resolved-locally": "should",
    "threshold-document-published": "must",
    "geography-delegation": "may",
    "P23-M2": "must",
    "P23-S12": "should",
}


class TestForce:
    @pytest.mark.parametrize("rule", FORCES)
    def test_of_a_rule(self, rule: str) -> None:
        assert shelf.rule(rule)[0].force.value == FORCES[rule]


class TestWhatEachEditionHas:
    """Guidance 1.2, 1.3, 3.2 and 6.9: what one edition has and another has not."""

    @pytest.mark.parametrize(
        ("rule", "editions"),
        [
            ("r18-1", ["2018"]),
            ("r18-5", ["2018"]),
            ("lead-safeguarding-partner-posts", ["2023", "2026"]),
            ("lsp-6", ["2023", "2026"]),
            ("delegated-safeguarding-partner-functions", ["2023", "2026"]),
            ("partnership-chair-functions", ["2023", "2026"]),
            ("n-4", ["2023", "2026"]),
            ("yearly-report-by", ["2023", "2026"]),
            ("yearly-report-covers", ["2023", "2026"]),
            ("local-review-have-regard", ["2018", "2023", "2026"]),
            ("is-5", ["2018"]),
            ("is-7", ["2023", "2026"]),
            ("f-6", ["2018"]),
            ("f-8", ["2023", "2026"]),
            ("assessment-within", ["2015", "2018", "2023", "2026"]),
            ("YR-S6", ["2018", "2023", "2026"]),
            ("YR-S10", ["2023", "2026"]),
            ("YR-S15", ["2026"]),
        ],
    )
    def test_of_a_rule(self, rule: str, editions: list[str]) -> None:
        cited = [one.source.instrument for one in shelf.rule(rule)]
        assert cited == [f"Working Together {year}" for year in editions]

    @pytest.mark.parametrize(
        ("rule", "evidence"),
        [
            ("delegated-safeguarding-partner-functions", "recalled"),
            ("partnership-chair-functions", "recalled"),
            ("is-7", "recalled"),
            ("yearly-report-by", "recalled"),
            ("yearly-report-covers", "part read"),
            ("lsp-1", "restated"),
            ("P23-S2", "recalled"),
            ("P23-S13", "restated"),
        ],
    )
    def test_is_as_sure_as_the_references(self, rule: str, evidence: str) -> None:
        assert masa.law("2024-06-01")[rule].evidence.value == evidence

    def test_the_lead_posts_of_2023(self) -> None:
        held = masa.law("2024-06-01")["lead-safeguarding-partner-posts"]
        assert [one.id for one in held.items] == ["local-authority", "health", "police"]
        assert "chief executive" in held.item("local-authority").says.casefold()
        assert "chief officer" in held.item("police").says.casefold()

    def test_notifications_were_by_child_and_are_by_incident(self) -> None:
        assert "child" in masa.law("2019-02-20")["notification-granularity"].says
        after = masa.law("2019-02-21")["notification-granularity"]
        assert "incident" in after.says
        assert after.evidence is masa.Evidence.PART_READ
