"""Hypothesis strategies for every public type of masa.

Whatever a class allows is drawn: names in any script, proposals, contradictions,
"there is none", "cannot be told". One walk over the annotations draws the nouns.
As everywhere in Hypothesis, impossible arguments raise when a value is drawn.

Importing this module registers every type, so that ``st.from_type(Group)`` works;
where masa is installed, Hypothesis imports it by itself.
"""

from masa.strategies.laws import (
    area_dates,
    bank_holidays,
    clock_catalogues,
    clocks,
    days_of_year,
    differences,
    instruments,
    law_changes,
    listed_items,
    provisions,
    revisions,
    runs_from,
    sides,
    single_law_changes,
    statute_books,
    time_readings,
)
from masa.strategies.nouns import (
    agency_categories,
    amendments,
    areas,
    arrangements,
    bodies,
    budgets,
    chair_choices,
    chairings,
    child_death_reviews,
    citations,
    collectives,
    commitments,
    concerns,
    contributions,
    cost_lines,
    decisions,
    described_sets,
    documents,
    doubts,
    escalation_stages,
    findings,
    footnote_readings,
    footnotes,
    frequencies,
    groups,
    listings,
    milestones,
    policies,
    posts,
    register,
    relations,
    relevant_agencies,
    safeguarding_partners,
    scrutinies,
    seats,
    shares,
    yearly_reports,
)
from masa.strategies.times import (
    closures,
    conventions,
    counted_days,
    day_statuses,
    deadline_readings,
    deadline_statuses,
    deadlines,
    due_day_moves,
    limit_dues,
    meetings,
    working_calendars,
)
from masa.strategies.values import (
    amounts,
    answers,
    counts,
    durations,
    facts,
    financial_years,
    identifiers,
    names,
    paces,
    periods,
    sources,
    standings,
    stateds,
    statements,
    texts,
    whens,
)

# fmt: off
__all__ = [
    "agency_categories", "amendments", "amounts", "answers", "area_dates", "areas",
    "arrangements", "bank_holidays", "bodies", "budgets", "chair_choices",
    "chairings", "child_death_reviews", "citations", "clock_catalogues", "clocks",
    "closures", "collectives", "commitments", "concerns", "contributions",
    "conventions", "cost_lines", "counted_days", "counts", "day_statuses",
    "days_of_year", "deadline_readings", "deadline_statuses", "deadlines",
    "decisions", "described_sets", "differences", "documents", "doubts",
    "due_day_moves", "durations", "escalation_stages", "facts", "financial_years",
    "findings", "footnote_readings", "footnotes", "frequencies", "groups",
    "identifiers", "instruments", "law_changes", "limit_dues", "listed_items",
    "listings", "meetings", "milestones", "names", "paces", "periods", "policies",
    "posts", "provisions", "register", "relations", "relevant_agencies",
    "revisions", "runs_from", "safeguarding_partners", "scrutinies", "seats",
    "shares", "sides", "single_law_changes", "sources", "standings", "stateds",
    "statements", "statute_books", "texts", "time_readings", "whens",
    "working_calendars", "yearly_reports",
]
# fmt: on

register()
