"""Strategies for checklists: arrangements that answer some items of some edition."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.model.editions import editions
from masa.rules.duties.catalogue import every_rule
from masa.strategies.nouns import arrangements, nouns
from masa.strategies.values import draws

__all__ = [
    "answering_arrangements",
    "checklists",
    "exhibits",
    "outcomes",
    "preparation_steps",
    "preparations",
]

exhibits = nouns(masa.Exhibit)


def _editions() -> SearchStrategy[str]:
    return st.sampled_from([one.id for one in editions()[1:]])


@st.composite
def answering_arrangements(draw: DrawFn, *, max_size: int = 2) -> masa.Arrangement:
    """Draw an arrangement whose commitments answer items, each as it is judged.

    Args:
        draw: Given by Hypothesis.
        max_size: The most of each kind of thing that the arrangement has besides.
    """
    judgements = st.none() | st.sampled_from(masa.Judgement)
    items = st.lists(st.sampled_from(every_rule()), max_size=6, unique=True)
    answers = draw(st.lists(st.tuples(items, judgements), max_size=4))
    departures = draw(items)
    return evolve(
        draw(arrangements(max_size=max_size)),
        commitments=tuple(
            masa.Commitment(
                topic=f"topic {place}",
                items=tuple(rules),
                judgement=masa.stated(judged) if judged else masa.Stated(),
            )
            for place, (rules, judged) in enumerate(answers)
        ),
        departures=tuple(
            masa.Departure(item=rule, reason=masa.stated("for a reason"))
            for rule in departures
        ),
    )


@draws(masa.Checklist)
@st.composite
def checklists(draw: DrawFn) -> masa.Checklist:
    """Draw how an arrangement stands against an edition."""
    held = draw(answering_arrangements())
    return masa.check(held, edition=draw(_editions()))


@draws(masa.Outcome)
def outcomes() -> SearchStrategy[masa.Outcome]:
    """Draw how one duty stands."""
    return checklists().flatmap(lambda held: st.sampled_from(held.outcomes))


@draws(masa.Preparation)
@st.composite
def preparations(draw: DrawFn) -> masa.Preparation:
    """Draw what an arrangement needs for an edition."""
    held = draw(answering_arrangements())
    return masa.prepare_for(held, draw(_editions()))


@draws(masa.PreparationStep)
def preparation_steps() -> SearchStrategy[masa.PreparationStep]:
    """Draw one step of a preparation."""
    return preparations().flatmap(lambda plan: st.sampled_from(plan.steps))
