"""Strategies draw every public type, and refuse what no value can meet."""

import inspect
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import masa
from masa import strategies
from masa.ground.errors import MasaError, RangeError, UnknownNameError
from masa.strategies import nouns

ROOT = Path(__file__).parents[2]
KINDS: dict[str, type] = {
    "amount_ranges": masa.AmountRange,
    "budget_comparisons": masa.BudgetComparison,
    "money_checks": masa.MoneyChecks,
    "money_groups": masa.MoneyGroups,
    "months_of_cover": masa.MonthsOfCover,
    "allocations": masa.Allocation,
    "ties": masa.Tie,
    "funding_lines": masa.FundingLine,
    "funding_measures": masa.FundingMeasure,
    "funding_outlooks": masa.FundingYears,
    "funding_rules": masa.FundingRule,
    "funding_scenarios": masa.FundingScenario,
    "funding_years": masa.FundingYear,
    "measured_budgets": masa.FundingMeasures,
    "atlases": masa.Atlas,
    "chronologies": masa.Chronology,
    "dated_facts": masa.DatedFact,
    "surveyed_facts": masa.SurveyedFact,
    "surveys": masa.Survey,
    "cover_spans": masa.CoverSpan,
    "cover_timelines": masa.CoverSpans,
    "coverages": masa.Coverage,
    "covers": masa.Cover,
    "memberships": masa.Membership,
    "remark_lists": masa.Remarks,
    "remarks": masa.Remark,
    "shared_things": masa.SharedThing,
    "successions": masa.Succession,
    "case_checks": masa.CaseCheck,
    "case_events": masa.CaseEvent,
    "cases": masa.Case,
    "compared_amounts": masa.ComparedAmount,
    "compared_things": masa.ComparedThing,
    "comparisons": masa.Comparison,
    "checklists": masa.Checklist,
    "exhibits": masa.Exhibit,
    "outcomes": masa.Outcome,
    "preparation_steps": masa.PreparationStep,
    "preparations": masa.Preparation,
    "consequences": masa.Consequence,
    "criteria": masa.Criterion,
    "decision_rows": masa.DecisionRow,
    "decision_tables": masa.DecisionTable,
    "field_differences": masa.FieldDifference,
    "known_facts": masa.KnownFact,
    "notices": masa.Notification,
    "notifications": masa.Notifications,
    "places": masa.Place,
    "questions": masa.Question,
    "questions_to_ask": masa.Questions,
    "review_decisions": masa.ReviewDecision,
    "review_steps": masa.ReviewStep,
    "weighings": masa.Weighing,
    "area_dates": masa.AreaDates,
    "bank_holidays": masa.BankHoliday,
    "clock_catalogues": masa.ClockCatalogue,
    "clocks": masa.Clock,
    "days_of_year": masa.DayOfYear,
    "differences": masa.Difference,
    "instruments": masa.Instrument,
    "law_changes": masa.LawChanges,
    "listed_items": masa.ListedItem,
    "local_authorities": masa.LocalAuthority,
    "provisions": masa.Provision,
    "revisions": masa.Revision,
    "runs_from": masa.RunsFrom,
    "sides": masa.Side,
    "single_law_changes": masa.LawChange,
    "statute_books": masa.StatuteBook,
    "time_readings": masa.TimeReading,
    "agency_categories": masa.AgencyCategory,
    "amendments": masa.Amendment,
    "closures": masa.Closure,
    "conventions": masa.Convention,
    "counted_days": masa.CountedDay,
    "day_statuses": masa.DayStatus,
    "deadline_readings": masa.DeadlineReading,
    "deadline_statuses": masa.DeadlineStatus,
    "deadlines": masa.Deadline,
    "due_day_moves": masa.DueDayMove,
    "limit_dues": masa.LimitDue,
    "clock_performances": masa.ClockPerformance,
    "pathway_steps": masa.Step,
    "pathways": masa.Pathway,
    "performances": masa.Performance,
    "planned_events": masa.Planned,
    "publication_windows": masa.PublicationWindow,
    "timeline_entries": masa.TimelineEntry,
    "timelines": masa.Timeline,
    "waiting_clocks": masa.WaitingClock,
    "windows_of": masa.WindowOf,
    "working_calendars": masa.WorkingCalendar,
    "answers": masa.Answer,
    "areas": masa.Area,
    "arrangements": masa.Arrangement,
    "bodies": masa.Body,
    "budgets": masa.Budget,
    "chair_choices": masa.ChairChoice,
    "chairings": masa.Chairing,
    "child_death_reviews": masa.ChildDeathReview,
    "citations": masa.Citation,
    "collectives": masa.Collective,
    "commitments": masa.Commitment,
    "concerns": masa.Concern,
    "contributions": masa.Contribution,
    "cost_lines": masa.CostLine,
    "counts": masa.Count,
    "decisions": masa.Decision,
    "described_sets": masa.DescribedSet,
    "documents": masa.Document,
    "doubts": masa.Doubt,
    "durations": masa.Duration,
    "escalation_stages": masa.EscalationStage,
    "facts": masa.Fact,
    "financial_years": masa.FinancialYear,
    "findings": masa.Finding,
    "footnote_readings": masa.FootnoteReading,
    "footnotes": masa.Footnote,
    "frequencies": masa.Frequency,
    "functions": masa.Function,
    "groups": masa.Group,
    "listings": masa.Listing,
    "meetings": masa.Meeting,
    "milestones": masa.Milestone,
    "outside_facts": masa.OutsideFact,
    "paces": masa.Pace,
    "periods": masa.Period,
    "policies": masa.Policy,
    "posts": masa.Post,
    "relations": masa.Relation,
    "relevant_agencies": masa.RelevantAgency,
    "safeguarding_partners": masa.SafeguardingPartner,
    "same_as": masa.SameAs,
    "scrutinies": masa.Scrutiny,
    "seats": masa.Seat,
    "shares": masa.Shares,
    "sources": masa.Source,
    "standings": masa.Standing,
    "whens": masa.When,
    "yearly_reports": masa.YearlyReport,
    "child_protection_teams": masa.ChildProtectionTeam,
    "copies_sent": masa.CopySent,
    "departures": masa.Departure,
    "published_reports": masa.PublishedReport,
    "reported_things": masa.Reported,
    "sign_offs": masa.SignOff,
    "team_members": masa.TeamMember,
    "governances": masa.Governance,
    "governance_nodes": masa.GovernanceNode,
    "governance_edges": masa.GovernanceEdge,
    "reporting_lines": masa.ReportingLine,
    "reporting_line_lists": masa.ReportingLines,
    "reporting_circles": masa.ReportingCircles,
    "must_passes": masa.MustPass,
    "single_points": masa.SinglePoint,
    "single_point_lists": masa.SinglePoints,
    "governance_losses": masa.GovernanceLoss,
    "money_losses": masa.MoneyLost,
    "scrutiny_ties": masa.ScrutinyTie,
    "scrutiny_lists": masa.Scrutinies,
    "unconnected_groups": masa.Unconnected,
    "unresolved_references": masa.Unresolved,
    "loose_ends": masa.LooseEnd,
    "route_lists": masa.Routes,
    "routes": masa.Route,
    "seats_held": masa.SeatHeld,
    "seat_lists": masa.Seats,
    "majorities": masa.Majority,
    "majority_lists": masa.Majorities,
    "meeting_counts": masa.MeetingCount,
    "years_of_meetings": masa.YearOfMeetings,
    "chair_turns": masa.ChairTurn,
    "overlaps": masa.Overlap,
    "overlap_lists": masa.Overlaps,
    "presences": masa.Presence,
    "concentrations": masa.Concentration,
    "tiers_of_groups": masa.TierOfGroups,
    "tier_lists": masa.Tiers,
    "tier_comparisons": masa.TierComparison,
    "items_of": masa.ItemOf,
    "lack_lists": masa.LackList,
    "lacks": masa.Lack,
    "local_lists": masa.LocalTo,
    "local_reviews": masa.LocalReview,
    "national_reviews": masa.NationalReview,
    "notification_forms": masa.NotificationForms,
    "owed": masa.Owed,
    "owed_lists": masa.OwedList,
    "process_steps": masa.ProcessStep,
    "processes": masa.Process,
    "rapid_reviews": masa.RapidReview,
    "recipients": masa.Recipient,
    "sendings": masa.Sending,
}
OTHERS = {
    "amounts",
    "answering_arrangements",
    "identifiers",
    "names",
    "register",
    "settled_budgets",
    "stateds",
    "statements",
    "texts",
}
few = settings(max_examples=10)


def _names(arrangement: masa.Arrangement) -> list[str]:
    names = [partner.name for partner in arrangement.partners]
    names += [group.name for group in arrangement.groups]
    return names + [agency.name for agency in arrangement.relevant_agencies]


def test_every_public_name_is_tested_here() -> None:
    assert set(strategies.__all__) == {*KINDS, *OTHERS}
    assert strategies.__all__ == sorted(strategies.__all__)


@pytest.mark.parametrize("name", KINDS)
@few
@given(data=st.data())
def test_draws_its_type(name: str, data: st.DataObject) -> None:
    drawn: object = data.draw(getattr(strategies, name)())
    assert isinstance(drawn, KINDS[name])


@pytest.mark.parametrize(
    "kind", [*KINDS.values(), masa.Share, masa.Stated, masa.Statement]
)
@settings(max_examples=3)
@given(data=st.data())
def test_is_drawn_from_its_type(kind: type, data: st.DataObject) -> None:
    drawn: object = data.draw(st.from_type(kind))
    assert isinstance(drawn, kind)


@given(st.from_type(masa.Stated[int]), st.from_type(masa.Statement[masa.When]))
def test_a_generic_type_is_drawn_with_what_it_holds(
    number: masa.Stated[int], when: masa.Statement[masa.When]
) -> None:
    assert all(isinstance(value, int) for value in number.values)
    assert isinstance(when.value, masa.When | masa.Absence)


def test_every_strategy_says_what_it_draws() -> None:
    for name in strategies.__all__:
        doc = inspect.getdoc(getattr(strategies, name))
        assert doc is not None
        assert doc.startswith(("Draw", "Register"))


IMPOSSIBLE: list[tuple[str, Callable[[], SearchStrategy[object]]]] = [
    ("crossed amounts", lambda: strategies.amounts(min_value=2, max_value=1)),
    ("fine amounts", lambda: strategies.amounts(min_value=Decimal("0.001"))),
    (
        "crossed days",
        lambda: strategies.whens(
            min_value=date(2020, 1, 2), max_value=date(2020, 1, 1)
        ),
    ),
    ("days too early", lambda: strategies.whens(min_value=date(1899, 1, 1))),
    ("crossed durations", lambda: strategies.durations(min_value=2, max_value=1)),
    ("negative durations", lambda: strategies.durations(min_value=-1)),
    ("crossed counts", lambda: strategies.counts(min_value=2, max_value=1)),
    ("huge counts", lambda: strategies.counts(max_value=10**12 + 1)),
    ("crossed sizes", lambda: strategies.stateds(st.just(1), min_size=2, max_size=1)),
    ("negative sizes", lambda: strategies.arrangements(min_size=-1)),
    ("crossed arrangements", lambda: strategies.arrangements(min_size=2, max_size=1)),
    ("an unknown part", lambda: strategies.groups(chairs=st.just("x"))),
]


@pytest.mark.parametrize(
    "impossible", [case for _, case in IMPOSSIBLE], ids=[name for name, _ in IMPOSSIBLE]
)
def test_impossible_arguments_raise(
    impossible: Callable[[], SearchStrategy[object]],
) -> None:
    with pytest.raises(MasaError):
        impossible()


def test_an_unknown_part_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match='did you mean "chair"'):
        strategies.groups(chairr=st.just("x"))
    with pytest.raises(UnknownNameError, match="its parts are payer and amount"):
        strategies.amendments(zzz=st.just("x"))


def test_parts_that_exclude_one_another_are_refused() -> None:
    both = strategies.seats(holder=st.just("A"), any=st.just("B"))
    with pytest.raises(RangeError, match="a seat has only one of"):
        find(both, lambda _: True)


@few
@given(
    strategies.seats(any=st.just("health")),
    strategies.chairings(among=st.just(["A"])),
    strategies.groups(name=st.just("Board"), meets=strategies.frequencies()),
)
def test_a_given_part_is_drawn_as_it_is_given(
    seat: masa.Seat, chair: masa.Chairing, group: masa.Group
) -> None:
    assert seat.any == "health"
    assert chair.among == ("A",)
    assert group.name == "Board"
    assert group.meets.is_settled


def test_nothing_is_called_as_all_of_a_kind_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Hypothesis draws some texts from the code of masa, and such names stand in it."""
    names = st.sampled_from(("relevant agencies", "safeguarding partners", *"ABC"))
    monkeypatch.setattr(nouns, "names", lambda: names)
    parts = (nouns._own_names, nouns._other_names)  # noqa: SLF001 (to draw anew)
    for part in parts:
        part.cache_clear()

    @settings(max_examples=30)
    @given(strategies.arrangements(min_size=2, max_size=2))
    def is_drawn(arrangement: masa.Arrangement) -> None:
        assert arrangement.title in {*"ABC"}

    try:
        is_drawn()
    finally:
        for part in parts:
            part.cache_clear()


@few
@given(strategies.relations(refs=st.sampled_from(["A", "B"])))
def test_references_are_drawn_from_the_given_names(relation: masa.Relation) -> None:
    assert {relation.source, relation.target} <= {"A", "B"}


@given(
    strategies.amounts(min_value=Decimal("-0.99"), max_value=Decimal("0.99")),
    strategies.whens(min_value=date(2019, 1, 20), max_value=date(2019, 2, 3)),
    strategies.durations(min_value=3, max_value=4),
    strategies.counts(min_value=3, max_value=4),
)
def test_bounds_are_kept(
    amount: Decimal, when: masa.When, duration: masa.Duration, count: masa.Count
) -> None:
    assert abs(amount) < 1
    assert amount == amount.quantize(Decimal("0.01"))
    assert when.earliest is None or when.earliest >= date(2019, 1, 20)
    assert when.latest is None or when.latest <= date(2019, 2, 3)
    assert 3 <= duration.number <= 4
    assert 3 <= count.least <= (count.most or 0) <= 4


def _documents(whole: masa.Arrangement) -> set[str | None]:
    """Give the documents that the statements of an arrangement are placed in."""
    places = (said.at for _, said in whole.statements())
    return {at.document for at in places if at} - {None}


@pytest.mark.parametrize(
    ("what", "strategy", "condition"),
    [
        ("pence", strategies.amounts(), lambda a: a % 1 != 0),
        ("an undated date", strategies.whens(), lambda w: not w.is_dated),
        ("a whole month", strategies.whens(), lambda w: len(w.written()) == 7),
        ("an open count", strategies.counts(), lambda c: c.most is None),
        ("readings", strategies.counts(), lambda c: len(c.readings) > 1),
        ("a proposal", strategies.stateds(st.just(1)), lambda s: len(s.open) > 0),
        (
            "a contradiction",
            strategies.stateds(st.integers()),
            lambda s: s.conflict is masa.Answer.YES,
        ),
        (
            "that there is none",
            strategies.statements(st.just(1)),
            lambda s: s.value is masa.Absence.NONE,
        ),
        ("a needed fact", strategies.findings(), lambda f: len(f.needed) > 0),
        ("a name in another script", strategies.names(), lambda n: n[0] > "\u4e00"),
        ("several lines", strategies.texts(), lambda t: "\n" in t),
        (
            "posts within",
            strategies.arrangements(min_size=3),
            lambda a: any(home.posts for home in (*a.partners, *a.bodies)),
        ),
        (
            "two things of one name",
            strategies.arrangements(min_size=4),
            lambda a: len(set(_names(a))) < len(_names(a)),
        ),
        (
            "a place in one of two documents",
            strategies.arrangements(min_size=1),
            lambda a: len(a.sources) > 1 and _documents(a),
        ),
        ("a place in a document", strategies.sources(), lambda at: at.document),
    ],
)
def test_everything_legal_is_drawn(
    what: str, strategy: SearchStrategy[object], condition: Callable[[object], bool]
) -> None:
    many = settings(max_examples=5_000, database=None, phases=[Phase.generate])
    assert find(strategy, condition, settings=many) is not None, what


@pytest.mark.parametrize(
    "first", ["import masa.strategies", "import hypothesis"], ids=["masa", "hypothesis"]
)
def test_where_masa_is_installed_hypothesis_finds_it(
    first: str, tmp_path: Path
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    points = project["project"]["entry-points"]["hypothesis"].items()
    info = tmp_path / "masa_safeguarding-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: masa-safeguarding\n")
    lines = "".join(f"{name} = {target}\n" for name, target in points)
    (info / "entry_points.txt").write_text(f"[hypothesis]\n{lines}")
    drawn = "find(strategies.from_type(masa.Seat), lambda seat: True)"
    code = f"{first}\nfrom hypothesis import find, strategies\nimport masa\n{drawn}"
    path = os.pathsep.join((str(tmp_path), str(Path(masa.__file__).parents[1])))
    ran = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=False,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
