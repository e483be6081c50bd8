"""Strategies for arrangements over the years, and for what is asked of them."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground.durations import whole
from masa.ground.stated import NOT_STATED
from masa.strategies.cases import findings
from masa.strategies.nouns import areas, arrangements, nouns
from masa.strategies.values import (
    draws,
    identifiers,
    names,
    ordered,
    stateds,
    statements,
    whens,
)

__all__ = [
    "atlases",
    "chronologies",
    "cover_spans",
    "cover_timelines",
    "coverages",
    "covers",
    "dated_facts",
    "memberships",
    "remark_lists",
    "remarks",
    "shared_things",
    "successions",
    "surveyed_facts",
    "surveys",
]

FIRST, LAST = date(2015, 1, 1), date(2030, 12, 31)
IDS = ("pan-dorset", "dorset", "bcp", "barnet")
AREAS = ("Dorset", "Bournemouth, Christchurch and Poole", "Pan-Dorset", "Barnet")

chronologies = nouns(masa.Chronology)
cover_spans = nouns(masa.CoverSpan)
cover_timelines = nouns(masa.CoverSpans)
dated_facts = nouns(masa.DatedFact)
remark_lists = nouns(masa.Remarks)
remarks = nouns(masa.Remark)
shared_things = nouns(masa.SharedThing)
successions = nouns(masa.Succession)
surveyed_facts = nouns(masa.SurveyedFact)
surveys = nouns(masa.Survey)


@draws(masa.Cover)
def covers() -> SearchStrategy[masa.Cover]:
    """Draw arrangements that cover an area on a day, or perhaps do."""
    return st.builds(
        masa.Cover, arrangement=identifiers(), title=names(), finding=findings()
    )


@draws(masa.Coverage)
def coverages() -> SearchStrategy[masa.Coverage]:
    """Draw which arrangements cover an area on a day."""
    return st.builds(
        masa.Coverage,
        area=names(),
        on=st.dates(FIRST, LAST),
        covers=st.lists(covers(), max_size=2).map(tuple),
    )


@draws(masa.Membership)
def memberships() -> SearchStrategy[masa.Membership]:
    """Draw seats on groups, and whether they were held on a day."""
    return st.builds(
        masa.Membership,
        group=names(),
        holder=names(),
        finding=findings(),
        after=st.lists(names(), max_size=2).map(tuple),
    )


@draws(masa.Atlas)
def atlases(*, max_size: int = 3) -> SearchStrategy[masa.Atlas]:
    """Draw atlases: of any arrangements, and of some that follow one another.

    Args:
        max_size: The most arrangements in one.

    Raises:
        KindError: If the size is not a whole number.
        RangeError: If it is negative.
    """
    _, most = ordered(0, whole(max_size))
    some = st.lists(
        arrangements(max_size=1) | _versions(),
        max_size=most,
        unique_by=lambda one: one.id,
    )
    return some.map(masa.Atlas)


@st.composite
def _versions(draw: DrawFn) -> masa.Arrangement:
    """Draw an arrangement of a few areas that follows others of a few ids."""
    follows = st.lists(statements(st.sampled_from(IDS)), max_size=2).map(tuple)
    covered = st.lists(areas(name=st.sampled_from(AREAS)), max_size=2).map(tuple)
    days = st.just(NOT_STATED) | stateds(whens(min_value=FIRST, max_value=LAST))
    return masa.Arrangement(
        id=draw(st.sampled_from(IDS)),
        title=draw(names()),
        area=draw(covered),
        in_force=draw(days),
        ended=draw(days),
        follows=draw(follows),
        standing=draw(st.sampled_from(masa.Standing)),
    )
