"""Hypothesis strategies for every public type of masa.

Whatever a class allows is drawn: names in any script, proposals, contradictions,
"there is none", "cannot be told". One walk over the annotations draws the nouns.
As everywhere in Hypothesis, impossible arguments raise when a value is drawn.

Importing this module registers every type, so that ``st.from_type(Group)`` works;
where masa is installed, Hypothesis imports it by itself.
"""

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
    "agency_categories", "amendments", "amounts", "answers", "areas", "arrangements",
    "bodies", "budgets", "chair_choices", "chairings", "child_death_reviews",
    "citations", "collectives", "commitments", "concerns", "contributions",
    "cost_lines", "counts", "decisions", "described_sets", "documents", "doubts",
    "durations", "escalation_stages", "facts", "financial_years", "findings",
    "footnote_readings", "footnotes", "frequencies", "groups", "identifiers",
    "listings", "milestones", "names", "paces", "periods", "policies", "posts",
    "register", "relations", "relevant_agencies", "safeguarding_partners",
    "scrutinies", "seats", "shares", "sources", "standings", "stateds", "statements",
    "texts", "whens", "yearly_reports",
]
# fmt: on

register()
