"""Strategies for cases, for the criteria asked of them, and for what is found."""

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground.criteria import all_of, any_of, is_not, is_one_of, is_so
from masa.ground.decision_tables import decision_table
from masa.ground.law import shelf
from masa.strategies.nouns import nouns
from masa.strategies.values import (
    answers,
    draws,
    facts,
    identifiers,
    names,
    sources,
    texts,
)

__all__ = [
    "case_checks",
    "case_events",
    "cases",
    "consequences",
    "criteria",
    "decision_rows",
    "decision_tables",
    "findings",
    "known_facts",
    "notices",
    "notifications",
    "places",
    "questions",
    "questions_to_ask",
    "review_decisions",
    "review_steps",
    "weighings",
]

FIRST, LAST = date(2019, 1, 1), date(2026, 11, 22)
REVIEWED = {"decision", "rapid_review"}
CHOICES = ("this authority", "another in England", "outside England")
# In an order in which they may have happened.
EVENTS = (
    "incident",
    "died",
    "known",
    "suspected",
    "aware",
    "death_notified",
    "notified",
    "partners_told",
    "rapid_review_held",
    "completed",
    "rapid_review_sent",
    "received",
    "replied",
    "panel_letter",
    "decided",
    "copied",
    "publishing",
    "published",
)


def _days() -> SearchStrategy[date]:
    return st.dates(FIRST, LAST)


@draws(masa.Place)
@st.composite
def places(draw: DrawFn) -> masa.Place:
    """Draw places: where they lie, an authority's name, or not known and why."""
    if draw(st.booleans()):
        why = draw(st.none() | st.sampled_from(masa.WhyUnknown))
        return masa.Place(None, source=draw(st.none() | sources()), why=why)
    value = draw(st.sampled_from(masa.Where) | _authorities())
    return masa.Place(value, source=draw(st.none() | sources()))


@cache
def _authorities() -> SearchStrategy[str]:
    return st.sampled_from([one.name for one in masa.local_authorities(LAST)])


@draws(masa.CaseEvent)
def case_events() -> SearchStrategy[masa.CaseEvent]:
    """Draw the events of a case, each alone."""
    return st.builds(masa.CaseEvent, st.sampled_from(EVENTS), _days())


review_decisions = nouns(masa.ReviewDecision)
review_steps = nouns(masa.ReviewStep)


@draws(masa.KnownFact)
def known_facts() -> SearchStrategy[masa.KnownFact]:
    """Draw facts that are known, and from what they follow."""
    return st.builds(
        masa.KnownFact,
        st.sampled_from(sorted(masa.Case.questions)),
        st.sampled_from([masa.Answer.NO, masa.Answer.YES]),
        st.just("") | texts(),
    )


@st.composite
def _happened(draw: DrawFn) -> dict[str, date]:
    """Draw days of events in an order in which they may have happened."""
    chosen = draw(st.sets(st.sampled_from(EVENTS), max_size=6))
    days = sorted(draw(st.lists(_days(), min_size=6, max_size=6)))
    held = (name for name in EVENTS if name in chosen)
    return dict(zip(held, days, strict=False))


@draws(masa.Case)
def cases(*, with_reviews: bool = True) -> SearchStrategy[masa.Case]:
    """Draw cases: of some almost everything is known, of some almost nothing.

    Args:
        with_reviews: Whether they may hold a decision, and steps of a review that need
            not be possible in their order.
    """
    return _cases(with_reviews=with_reviews)


@st.composite
def _cases(draw: DrawFn, *, with_reviews: bool) -> masa.Case:
    parts = {**draw(_parts()), **draw(_facts())}
    if not with_reviews:
        parts = {name: part for name, part in parts.items() if name not in REVIEWED}
    return _possible(parts)


@cache
def _facts() -> SearchStrategy[dict[str, object]]:
    """Draw some of the facts of a case."""
    stated = dict.fromkeys(masa.Case.questions, facts())
    return st.fixed_dictionaries({}, optional=stated)


@cache
def _parts() -> SearchStrategy[dict[str, object]]:
    """Draw some of the parts of a case that are no facts."""
    several = st.lists(names(), max_size=2)
    parts: dict[str, SearchStrategy[object]] = {
        "local_authority": _authorities(),
        "edition": st.sampled_from(["WT2018", "WT2023", "WT2026"]),
        "place": places(),
        "normally_resident": places(),
        "age": st.integers(0, 30),
        "setting": st.sampled_from(masa.Setting),
        "agencies": several,
        "authorities": st.lists(_authorities(), max_size=2),
        "police_areas": several,
        "health_bodies": several,
        "panel_view": st.sampled_from(masa.PanelView),
        "events": _happened(),
        "decision": review_decisions(),
        "rapid_review": st.lists(review_steps(), max_size=2),
    }
    return st.fixed_dictionaries({}, optional=parts)


def _possible(parts: dict[str, object]) -> masa.Case:
    """Make a case, leaving out what contradicts the rest of it."""
    held = {"reference": "R-1", **parts}
    while True:
        try:
            return masa.Case(**held)  # type: ignore[arg-type] # drawn by name
        except masa.DocumentError as error:
            named = {str(fault.path[0]) for fault in error.faults}
            for name in named:
                held.pop(name, None)


@draws(masa.Criterion)
def criteria() -> SearchStrategy[masa.Criterion]:
    """Draw criteria over a few facts, of which one has three choices."""
    one = st.sampled_from(["a", "b", "c", "d"])
    single = st.builds(is_so, one, texts()) | st.builds(
        is_one_of,
        st.just("place"),
        texts(),
        choices=st.just(CHOICES),
        among=st.lists(st.sampled_from(CHOICES), max_size=2, unique=True),
    )
    return st.recursive(
        single,
        lambda inner: (
            st.builds(is_not, texts(), inner)
            | st.builds(all_of, texts(), inner, inner)
            | st.builds(any_of, texts(), inner, inner)
        ),
        max_leaves=6,
    )


@draws(masa.Finding)
@st.composite
def findings(draw: DrawFn) -> masa.Finding:
    """Draw findings: criteria judged on some facts, and findings resting on them."""
    criterion = draw(criteria())
    known = {
        name: facts()
        if len(choices) == len(("no", "yes"))
        else st.sampled_from(choices)
        for name, choices in criterion.domains.items()
    }
    judged = criterion.judge(draw(st.fixed_dictionaries({}, optional=known)))
    if draw(st.booleans()):
        return judged
    smaller: list[masa.Finding] = [judged]
    return masa.Finding(answer=draw(answers()), claim=draw(texts()), rests_on=smaller)


@draws(masa.Consequence)
def consequences() -> SearchStrategy[masa.Consequence]:
    """Draw what an answer becomes once a fact is known."""
    return st.builds(masa.Consequence, identifiers(), names(), answers())


@draws(masa.DecisionTable)
def decision_tables() -> SearchStrategy[masa.DecisionTable]:
    """Draw criteria laid out as tables."""
    return criteria().map(decision_table)


@draws(masa.DecisionRow)
def decision_rows() -> SearchStrategy[masa.DecisionRow]:
    """Draw rows of decision tables."""
    return decision_tables().map(lambda one: one.rows[0])


@draws(masa.Weighing)
@st.composite
def weighings(draw: DrawFn) -> masa.Weighing:
    """Draw what is weighed before a local or a national review of a case."""
    weigh = draw(st.sampled_from([masa.weigh_local_review, masa.weigh_national_review]))
    return weigh(draw(cases()), on=draw(_days()))


@draws(masa.Notifications)
def notifications() -> SearchStrategy[masa.Notifications]:
    """Draw every notice that a case may call for."""
    return cases().map(
        lambda case: masa.notifications(case, on=shelf.coverage().checked)
    )


@draws(masa.Notification)
def notices() -> SearchStrategy[masa.Notification]:
    """Draw single notices that a case may call for."""
    return notifications().map(lambda them: them.items[0])


@draws(masa.CaseCheck)
def case_checks() -> SearchStrategy[masa.CaseCheck]:
    """Draw cases that are checked, of those whose reviews are possible."""
    return cases(with_reviews=False).map(masa.check_case)


@draws(masa.Questions)
def questions_to_ask() -> SearchStrategy[masa.Questions]:
    """Draw what to ask next about a case."""
    return cases().map(masa.next_questions)


@draws(masa.Question)
def questions() -> SearchStrategy[masa.Question]:
    """Draw single questions about a case."""
    return questions_to_ask().filter(len).map(lambda them: them[0])
