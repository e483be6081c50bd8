"""English multi-agency safeguarding arrangements (MASA) as values.

The house has three floors and a porch, and imports point down only: ``ground``
knows no safeguarding (answers, statements, dates, money, law as dated data);
``model`` holds what you can point at (partners, groups, budgets, an arrangement, the
statute book of a day); ``rules`` holds verdicts; the doors at the root carry masa in
and out (`codec`, `report`, `ics`, `columns`, `law_pages`, `examples`, `strategies`).
Names are loaded when they are first used, so that ``import masa`` costs next to
nothing.

Example:
    >>> import masa
    >>> barnet = masa.examples.load("barnet")
    >>> print(barnet["Learning and Review Group"].meets)
    quarterly and when needed (s.7) / monthly (s.10)
"""

from importlib import import_module

_DOORS = ("codec", "columns", "examples", "ics", "law_pages", "report", "strategies")
_HOMES = {
    "masa.codec": ("dump", "dumps", "load", "load_case", "loads", "loads_case"),
    "masa.ground.amount_ranges": ("AmountRange",),
    "masa.ground.citations": ("Citation", "Evidence"),
    "masa.ground.closures": ("Closure", "DayStatus"),
    "masa.ground.conventions": (
        "Backward",
        "BoundaryInterval",
        "Convention",
        "CutOff",
        "EventDay",
        "Landing",
        "MonthEnd",
        "PeriodsFrom",
        "Start",
        "Tier",
    ),
    "masa.ground.criteria": ("Criterion",),
    "masa.ground.dates": ("When",),
    "masa.ground.days": ("WorkingCalendar", "england"),
    "masa.ground.decision_tables": ("DecisionRow", "DecisionTable"),
    "masa.ground.documents": ("Limits",),
    "masa.ground.durations": ("Duration", "Unit"),
    "masa.ground.errors": (
        "AllocationError",
        "AmountError",
        "CoverageError",
        "DateError",
        "DocumentError",
        "EventError",
        "FactError",
        "Fault",
        "KindError",
        "MasaError",
        "NotInForceError",
        "NotQuantifiedError",
        "RangeError",
        "TextError",
        "TruthError",
        "UnitError",
        "UnknownNameError",
        "UnreadableError",
        "UnsettledError",
    ),
    "masa.ground.findings": ("Consequence", "Finding"),
    "masa.ground.law.authorities": ("LocalAuthority", "local_authorities"),
    "masa.ground.law.authority_names": ("local_authority",),
    "masa.ground.law.clocks": (
        "Bound",
        "Clock",
        "FirstDay",
        "Recurrence",
        "RunsFrom",
        "TimeReading",
    ),
    "masa.ground.law.differences": (
        "Difference",
        "DifferenceKind",
        "Side",
        "difference",
        "differences",
    ),
    "masa.ground.law.holidays": ("BankHoliday", "HolidayBasis", "bank_holidays"),
    "masa.ground.law.instruments": ("Instrument", "InstrumentKind", "Revision"),
    "masa.ground.law.pathways": ("Pathway", "Planned", "Step", "WindowOf"),
    "masa.ground.law.processes": (
        "ItemOf",
        "LocalTo",
        "Process",
        "ProcessStep",
        "Recipient",
    ),
    "masa.ground.law.provisions": ("Force", "ListedItem", "Provision"),
    "masa.ground.law.yearly": ("DayOfYear",),
    "masa.ground.logic": ("Answer", "Fact", "WhyUnknown"),
    "masa.ground.periods": ("FinancialYear", "Period"),
    "masa.ground.quantities": ("Count",),
    "masa.ground.reports": ("Report",),
    "masa.ground.shares": ("AllocationPolicy", "Tie", "TieRule"),
    "masa.ground.sources": ("Source",),
    "masa.ground.stated": ("Absence", "Standing", "Stated", "Statement", "stated"),
    "masa.model.allocations": ("Allocation", "allocate"),
    "masa.model.arrangement": ("Arrangement",),
    "masa.model.atlas": ("Atlas", "SharedThing"),
    "masa.model.bodies": ("Area", "Body", "Extent", "Holding", "Post", "Reach"),
    "masa.model.case_facts": ("KnownFact",),
    "masa.model.case_parts": (
        "CaseEvent",
        "PanelView",
        "ReviewDecision",
        "ReviewOutcome",
        "ReviewStep",
        "Setting",
    ),
    "masa.model.cases": ("Case",),
    "masa.model.chairing": ("ChairChoice", "ChairKind", "Chairing"),
    "masa.model.commitments": (
        "ChildDeathReview",
        "Commitment",
        "EscalationStage",
        "Judgement",
        "Listing",
        "Policy",
        "Scrutiny",
        "YearlyReport",
    ),
    "masa.model.decisions": ("Concern", "Decision", "Milestone"),
    "masa.model.documents": ("Collective", "Completeness", "Document"),
    "masa.model.doubts": (
        "Amendment",
        "Doubt",
        "Footnote",
        "FootnoteReading",
        "SameAs",
    ),
    "masa.model.coverage": ("Cover", "CoverSpan", "CoverSpans", "Coverage"),
    "masa.model.frequencies": ("Frequency", "Pace", "Rhythm"),
    "masa.model.funding": ("Budget",),
    "masa.model.funding_lines": (
        "Contribution",
        "ContributionKind",
        "CostLine",
        "PayerKind",
    ),
    "masa.model.money_groups": ("MoneyGroup", "MoneyGroups"),
    "masa.model.payer_shares": ("Rounding", "Share", "Shares"),
    "masa.model.reserves": ("MonthsOfCover", "ReserveReading"),
    "masa.model.scenario_lines": ("FundingLine",),
    "masa.model.funding_rules": ("FundingRule",),
    "masa.model.funding_scenarios": ("FundingScenario",),
    "masa.model.funding_years": ("FundingYear", "FundingYears", "fund_years"),
    "masa.model.governance.building": ("governance",),
    "masa.model.governance.chair_turns": ("ChairTurn",),
    "masa.model.governance.concentration": ("Concentration", "Presence"),
    "masa.model.governance.graph": ("Governance",),
    "masa.model.governance.majorities": ("Majorities", "Majority"),
    "masa.model.governance.meeting_counts": ("MeetingCount", "YearOfMeetings"),
    "masa.model.governance.lines": (
        "ReportingCircles",
        "ReportingLine",
        "ReportingLines",
    ),
    "masa.model.governance.loose_ends": ("LooseEnd", "Unconnected", "Unresolved"),
    "masa.model.governance.losses": ("GovernanceLoss", "MoneyLost"),
    "masa.model.governance.nodes": ("GovernanceEdge", "GovernanceNode", "NodeKind"),
    "masa.model.governance.overlaps": ("Overlap", "Overlaps"),
    "masa.model.governance.routes": ("Route", "Routes"),
    "masa.model.governance.seating": ("SeatHeld", "Seats"),
    "masa.model.governance.tiers": ("TierComparison", "TierOfGroups", "Tiers"),
    "masa.model.governance.scrutinies": ("Scrutinies", "ScrutinyTie"),
    "masa.model.governance.single_points": (
        "MustPass",
        "SinglePoint",
        "SinglePoints",
    ),
    "masa.model.groups": ("Function", "Group", "Seat", "SeatRole"),
    "masa.model.clock_catalogue": ("ClockCatalogue",),
    "masa.model.law_changes": ("ChangeKind", "LawChange", "LawChanges"),
    "masa.model.lifetimes": ("successors", "was_there"),
    "masa.model.meetings": ("Meeting",),
    "masa.model.memberships": ("Membership", "memberships"),
    "masa.model.outside_facts": ("Confidence", "OutsideFact"),
    "masa.model.partners": (
        "AgencyCategory",
        "DescribedSet",
        "PartnerKind",
        "RelevantAgency",
        "SafeguardingPartner",
    ),
    "masa.model.places": ("Place", "Where"),
    "masa.model.relations": ("Direction", "Relation", "Verb"),
    "masa.model.opening": ("clocks", "law"),
    "masa.model.sign_offs": ("Departure", "KeyDocument", "SignOff"),
    "masa.model.statutes": ("StatuteBook",),
    "masa.model.successions": ("Succession", "SuccessionKind"),
    "masa.model.teams": ("ChildProtectionTeam", "TeamMember", "TeamRole"),
    "masa.model.transitions": ("AreaDates", "Regime"),
    "masa.model.what_if": ("fund",),
    "masa.model.yearly_reports": ("CopySent", "PublishedReport", "Reported"),
    "masa.rules.agencies": ("is_relevant_agency", "is_valid_delegation"),
    "masa.rules.allegations": ("is_for_designated_officer",),
    "masa.rules.case_checks": ("CaseCheck", "check_case", "owed"),
    "masa.rules.catalogue": ("criteria", "criterion", "decision_table"),
    "masa.rules.checklist": ("Checklist", "check"),
    "masa.rules.duties.catalogue": ("duties",),
    "masa.rules.child_deaths": (
        "calls_for_joint_agency_response",
        "may_review_death",
        "must_review_death",
    ),
    "masa.rules.chronology": ("Chronology", "DatedFact", "chronology"),
    "masa.rules.compared_amounts": ("ComparedAmount",),
    "masa.rules.compared_budgets": (
        "BudgetComparison",
        "MoneyChange",
        "compare_budgets",
    ),
    "masa.rules.compared_things": ("ComparedThing",),
    "masa.rules.comparison": ("Comparison", "compare"),
    "masa.rules.criteria": (
        "is_serious_case",
        "is_serious_harm",
        "must_notify",
        "must_notify_care_leaver_death",
        "must_notify_looked_after_death",
    ),
    "masa.rules.deadlines": ("Deadline", "deadline"),
    "masa.rules.entries": ("TimelineEntry", "WaitingClock"),
    "masa.rules.exhibits": ("Exhibit", "Weight"),
    "masa.rules.fostering": ("is_privately_fostered",),
    "masa.rules.funding_measures": ("funding_measures",),
    "masa.rules.knowledge": ("DueDayMove", "why_moved"),
    "masa.rules.lacks": ("Lack", "LackList"),
    "masa.rules.likeness": ("FieldDifference", "Likeness"),
    "masa.rules.limits": ("LimitDue",),
    "masa.rules.matching": ("MatchBy",),
    "masa.rules.measured_funding": ("FundingMeasure", "FundingMeasures"),
    "masa.rules.notifications": ("Notification", "Notifications", "notifications"),
    "masa.rules.notification_forms": ("NotificationForms", "notification_forms"),
    "masa.rules.outcomes": ("Outcome", "OutcomeState"),
    "masa.rules.owed": ("Owed", "OwedList", "Sending"),
    "masa.rules.performance": ("ClockPerformance", "Performance", "performance"),
    "masa.rules.preparation": (
        "Preparation",
        "PreparationStep",
        "Readiness",
        "prepare_for",
    ),
    "masa.rules.questions": ("Question", "Questions", "next_questions"),
    "masa.rules.readings": ("CountedDay", "DeadlineReading"),
    "masa.rules.remarks": ("Remark", "Remarks", "Severity"),
    "masa.rules.reviews": ("LocalReview", "NationalReview", "RapidReview"),
    "masa.rules.structure": ("check_structure",),
    "masa.rules.surveys": ("FactState", "Survey", "SurveyedFact", "survey"),
    "masa.rules.statuses": ("DeadlineState", "DeadlineStatus"),
    "masa.rules.money_checks": ("MoneyCheck", "MoneyChecks"),
    "masa.rules.powers_to_pay": ("check_powers",),
    "masa.rules.totals": ("check_totals",),
    "masa.rules.timelines": ("Timeline", "timeline"),
    "masa.rules.weighings": (
        "Weighing",
        "weigh_local_review",
        "weigh_national_review",
    ),
    "masa.rules.windows": ("PublicationWindow",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__version__ = "26.1.0"
# Not `columns` and `strategies`: `from masa import *` must work without what they need.
_APART = ("columns", "strategies")
__all__ = sorted({*_HOME_OF, *_DOORS} - {*_APART})  # noqa: PLE0605 (a list)


def __getattr__(name: str) -> object:
    if name in _DOORS:
        return import_module(f"masa.{name}")
    if name not in _HOME_OF:
        raise AttributeError(f"module 'masa' has no attribute {name!r}")
    value: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, *_APART, "__version__"]
