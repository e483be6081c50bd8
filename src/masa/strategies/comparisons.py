"""Strategies for comparisons: of an arrangement with itself, changed, or another."""

from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.strategies.nouns import arrangements, nouns
from masa.strategies.values import draws

__all__ = ["compared_amounts", "compared_things", "comparisons", "field_differences"]

T = TypeVar("T")

compared_amounts = nouns(masa.ComparedAmount)
field_differences = nouns(masa.FieldDifference)


@draws(masa.Comparison)
@st.composite
def comparisons(draw: DrawFn) -> masa.Comparison:
    """Draw what two arrangements have in common, and in what they differ."""
    before = draw(arrangements(max_size=3))
    after = draw(st.just(before) | arrangements(max_size=3) | _changed(before))
    return masa.compare(before, after)


@st.composite
def _changed(draw: DrawFn, before: masa.Arrangement) -> masa.Arrangement:
    """Draw the same arrangement with other dates and some rows left out or moved."""
    other = draw(arrangements(max_size=0))
    held = {one.id: one for one in (*other.sources, *before.sources)}
    return evolve(
        before,
        sources=tuple(held.values()),
        in_force=other.in_force,
        vision=other.vision,
        relations=draw(_some(before.relations)),
        commitments=draw(_some(before.commitments)),
        budgets=draw(_some(before.budgets)),
    )


def _some(items: tuple[T, ...]) -> SearchStrategy[tuple[T, ...]]:
    orders = st.permutations(range(len(items)))
    return st.tuples(orders, st.integers(0, len(items))).map(
        lambda drawn: tuple(items[place] for place in drawn[0][: drawn[1]])
    )


@draws(masa.ComparedThing)
def compared_things() -> SearchStrategy[masa.ComparedThing]:
    """Draw single things of two arrangements, those that may be one among them."""
    return comparisons().flatmap(
        lambda them: st.sampled_from((*them.pairs, *them.possible))
    )
