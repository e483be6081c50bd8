"""Strategies for governance graphs, and for the answers to what is asked of them."""

from datetime import date

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.model.governance.majorities import majorities_of
from masa.strategies.nouns import arrangements
from masa.strategies.values import (
    amounts,
    answers,
    counts,
    draws,
    names,
    sources,
    standings,
    stateds,
)

__all__ = [
    "chair_turns",
    "concentrations",
    "governance_edges",
    "governance_losses",
    "governance_nodes",
    "governances",
    "loose_ends",
    "majorities",
    "majority_lists",
    "meeting_counts",
    "money_losses",
    "must_passes",
    "overlap_lists",
    "overlaps",
    "presences",
    "reporting_circles",
    "reporting_line_lists",
    "reporting_lines",
    "route_lists",
    "routes",
    "scrutiny_lists",
    "scrutiny_ties",
    "seat_lists",
    "seats_held",
    "single_point_lists",
    "single_points",
    "tier_comparisons",
    "tier_lists",
    "tiers_of_groups",
    "unconnected_groups",
    "unresolved_references",
    "years_of_meetings",
]

TIERS_MOST = 5


@draws(masa.Governance)
def governances(
    *, min_size: int = 0, max_size: int = 4
) -> SearchStrategy[masa.Governance]:
    """Draw the governance graphs of arrangements.

    Args:
        min_size: The fewest named things that an arrangement declares.
        max_size: The most.

    Raises:
        KindError: If a size is not a whole number.
        RangeError: If a size is negative, or the sizes cross.
    """
    drawn = arrangements(min_size=min_size, max_size=max_size)
    return drawn.map(masa.governance)


@draws(masa.GovernanceNode)
def governance_nodes() -> SearchStrategy[masa.GovernanceNode]:
    """Draw nodes of governance graphs."""
    return governances().flatmap(lambda graph: st.sampled_from(graph.nodes))


@draws(masa.GovernanceEdge)
def governance_edges() -> SearchStrategy[masa.GovernanceEdge]:
    """Draw edges of governance graphs, between any two nodes."""
    return st.builds(
        masa.GovernanceEdge,
        source=names(),
        verb=st.sampled_from(masa.Verb),
        target=names(),
        standing=standings(),
        condition=st.none() | names(),
        says=st.none() | names(),
        independence=stateds(st.booleans()),
        at=st.none() | sources(),
        details=st.just(()) | st.builds(lambda n: (("count", n),), st.integers(1, 9)),
    )


def _known(graph: masa.Governance) -> SearchStrategy[str]:
    """Draw the keys of nodes that can be asked for by them."""
    return st.sampled_from([one.key for one in graph.nodes if one.key in graph])


@draws(masa.Routes)
@st.composite
def route_lists(draw: DrawFn) -> masa.Routes:
    """Draw the routes from one node to another, of which there may be none."""
    graph = draw(governances())
    return graph.routes(draw(_known(graph)), draw(_known(graph)))


@draws(masa.Route)
@st.composite
def routes(draw: DrawFn) -> masa.Route:
    """Draw single routes, some of which do not leave the node."""
    graph = draw(governances())
    start, goal = draw(_known(graph)), draw(_known(graph))
    found = graph.routes(start, goal).routes or graph.routes(start, start).routes
    return draw(st.sampled_from(found))


_PLACES = st.lists(sources(), max_size=2).map(tuple)
_NAMES = st.lists(names(), max_size=2).map(tuple)


_HOPS = st.lists(governance_edges(), min_size=1, max_size=2).map(tuple)


@draws(masa.ReportingLine)
@st.composite
def reporting_lines(draw: DrawFn) -> masa.ReportingLine:
    """Draw single lines, each between any two nodes of a graph."""
    nodes = st.sampled_from(draw(governances()).nodes)
    return masa.ReportingLine(
        lower=draw(nodes),
        upper=draw(nodes),
        depth=draw(st.integers(1, 9)),
        hop=draw(_HOPS),
    )


@draws(masa.ReportingLines)
@st.composite
def reporting_line_lists(draw: DrawFn) -> masa.ReportingLines:
    """Draw everybody whom one answers to, or who answers to one."""
    graph = draw(governances())
    key = draw(_known(graph))
    return graph.answers_to(key) if draw(st.booleans()) else graph.reporting_to(key)


@draws(masa.ReportingCircles)
def reporting_circles() -> SearchStrategy[masa.ReportingCircles]:
    """Draw the lines that lead back to where they began, of which there may be none."""
    return governances().map(lambda graph: graph.circles())


@draws(masa.MustPass)
@st.composite
def must_passes(draw: DrawFn) -> masa.MustPass:
    """Draw what every route from one node to another passes."""
    graph = draw(governances())
    return graph.must_pass(draw(_known(graph)), draw(st.none() | _known(graph)))


@draws(masa.SinglePoint)
@st.composite
def single_points(draw: DrawFn) -> masa.SinglePoint:
    """Draw nodes on which the routes of others in a graph hang."""
    nodes = st.sampled_from(draw(governances()).nodes)
    lost = draw(st.lists(nodes, min_size=1, max_size=4))
    return masa.SinglePoint(node=draw(nodes), loses=len(lost), lost=tuple(lost))


@draws(masa.SinglePoints)
def single_point_lists() -> SearchStrategy[masa.SinglePoints]:
    """Draw every node on which the routes of others hang."""
    return governances().map(lambda graph: graph.single_points())


@draws(masa.MoneyLost)
def money_losses() -> SearchStrategy[masa.MoneyLost]:
    """Draw what budgets would lose."""
    return st.builds(
        masa.MoneyLost,
        budget=names(),
        amount=amounts(),
        of=st.none() | amounts(),
        open=_NAMES,
        not_stated=_NAMES,
    )


@draws(masa.GovernanceLoss)
def governance_losses() -> SearchStrategy[masa.GovernanceLoss]:
    """Draw what is lost if one node goes, with what it pays."""
    return governances().flatmap(lambda graph: _known(graph).map(graph.without))


@draws(masa.ScrutinyTie)
@st.composite
def scrutiny_ties(draw: DrawFn) -> masa.ScrutinyTie:
    """Draw who in a graph scrutinises whom, and how close the two are."""
    nodes = st.sampled_from(draw(governances()).nodes)
    return masa.ScrutinyTie(
        by=draw(nodes),
        of=draw(nodes),
        hop=draw(_HOPS),
        close=tuple(draw(st.lists(governance_edges(), max_size=2))),
        commissioned_by=tuple(draw(st.lists(nodes, max_size=2))),
        told=draw(_NAMES),
    )


@draws(masa.Scrutinies)
def scrutiny_lists() -> SearchStrategy[masa.Scrutinies]:
    """Draw who scrutinises, of all or of one."""
    return governances().flatmap(
        lambda graph: (st.none() | _known(graph)).map(graph.scrutiny)
    )


@draws(masa.Unconnected)
def unconnected_groups() -> SearchStrategy[masa.Unconnected]:
    """Draw the groups from which no route leads to the top."""
    return governances().map(lambda graph: graph.unconnected())


@draws(masa.LooseEnd)
def loose_ends() -> SearchStrategy[masa.LooseEnd]:
    """Draw references that mean nobody who is named."""
    at = st.none() | sources()
    return st.builds(masa.LooseEnd, said=names(), where=names(), why=names(), at=at)


@draws(masa.Unresolved)
def unresolved_references() -> SearchStrategy[masa.Unresolved]:
    """Draw every reference of an arrangement that means nobody who is named."""
    return governances().map(lambda graph: graph.unresolved())


@draws(masa.SeatHeld)
def seats_held() -> SearchStrategy[masa.SeatHeld]:
    """Draw what one holder has of the seats on a group."""
    return st.builds(
        masa.SeatHeld,
        holder=names(),
        group=names(),
        bodies=_NAMES,
        kinds=_NAMES,
        count=counts(),
        is_invited=st.booleans(),
        is_beside=st.booleans(),
        notes=_NAMES,
        at=_PLACES,
        perhaps=_NAMES,
        is_many=st.booleans(),
        alike=_NAMES,
    )


@draws(masa.Seats)
def seat_lists() -> SearchStrategy[masa.Seats]:
    """Draw the seats on groups, and those of bodies and posts."""
    asked = governances().flatmap(lambda graph: _known(graph).map(graph.seats))
    rows = st.lists(seats_held(), max_size=4).map(tuple)
    any_rows = st.builds(
        masa.Seats,
        name=names(),
        rows=rows,
        complete=answers(),
        complete_at=_PLACES,
        is_complete_told=st.booleans(),
        is_many=st.booleans(),
    )
    return asked | any_rows


@draws(masa.Majority)
def majorities() -> SearchStrategy[masa.Majority]:
    """Draw whether a kind or a body has more than half of the seats on a group."""
    return st.builds(
        masa.Majority,
        of=names(),
        by=st.sampled_from(("kind", "body")),
        answer=answers(),
        seats=counts(),
        perhaps=counts(),
        also=_NAMES,
    )


@draws(masa.Majorities)
def majority_lists() -> SearchStrategy[masa.Majorities]:
    """Draw who has more than half of the seats on a group."""
    return seat_lists().map(majorities_of)


@draws(masa.MeetingCount)
def meeting_counts() -> SearchStrategy[masa.MeetingCount]:
    """Draw how many meetings a year a group has."""
    return st.builds(
        masa.MeetingCount,
        name=names(),
        count=counts(),
        beside=counts(),
        is_beside=st.booleans(),
        says=names(),
        also=_NAMES,
        at=_PLACES,
    )


@draws(masa.YearOfMeetings)
def years_of_meetings() -> SearchStrategy[masa.YearOfMeetings]:
    """Draw how many meetings there are in a year."""
    years = st.none() | st.integers(2015, 2030)
    return st.builds(lambda graph, year: graph.meetings(year), governances(), years)


@draws(masa.ChairTurn)
@st.composite
def chair_turns(draw: DrawFn) -> masa.ChairTurn:
    """Draw who chairs a partnership or a group, in a turn, on a day, or at all."""
    graph = draw(governances())
    chaired = {masa.NodeKind.GROUP, masa.NodeKind.PARTNERSHIP}
    known = [one.key for one in graph.nodes if one.kind in chaired]
    assume(known)  # a day may leave none of them
    key = draw(st.sampled_from(known).filter(graph.__contains__))
    if draw(st.booleans()):
        return graph.chair(key, turn=draw(st.integers(1, 9)))
    days = st.none() | st.dates(date(2015, 1, 1), date(2030, 12, 31))
    lengths = st.none() | st.sampled_from(("6 months", "1 year", "90 days"))
    return graph.chair(key, on=draw(days), turn_length=draw(lengths))


@draws(masa.Overlap)
def overlaps() -> SearchStrategy[masa.Overlap]:
    """Draw pairs of groups that share members."""
    return st.builds(
        masa.Overlap,
        one=names(),
        other=names(),
        same=_NAMES,
        through=_NAMES,
        persons=_NAMES,
        described=_NAMES,
        at=_PLACES,
    )


@draws(masa.Overlaps)
def overlap_lists() -> SearchStrategy[masa.Overlaps]:
    """Draw every pair of groups that shares members."""
    return governances().map(lambda graph: graph.overlaps())


@draws(masa.Presence)
def presences() -> SearchStrategy[masa.Presence]:
    """Draw where a body with its posts is, and as what."""
    roles = (
        *("seats", "invited", "chairs", "lines", "scrutinises", "funds"),
        *("partner_in", "agency_in"),
    )
    return st.builds(
        masa.Presence,
        name=names(),
        with_posts=_NAMES,
        arrangements=_NAMES,
        also=_NAMES,
        at=_PLACES,
        **dict.fromkeys(roles, _NAMES),
    )


@draws(masa.Concentration)
def concentrations() -> SearchStrategy[masa.Concentration]:
    """Draw in how many places bodies and posts are."""
    return governances().map(lambda graph: graph.concentration())


@draws(masa.TierOfGroups)
def tiers_of_groups() -> SearchStrategy[masa.TierOfGroups]:
    """Draw single tiers."""
    return st.builds(
        masa.TierOfGroups,
        number=st.none() | st.integers(1, TIERS_MOST),
        groups=_NAMES,
        functions=_NAMES,
        kinds=_NAMES,
        at=_PLACES,
    )


@draws(masa.Tiers)
def tier_lists() -> SearchStrategy[masa.Tiers]:
    """Draw the tiers of arrangements."""
    return governances().map(lambda graph: graph.tiers())


@draws(masa.TierComparison)
def tier_comparisons() -> SearchStrategy[masa.TierComparison]:
    """Draw the tiers of two arrangements beside each other."""
    return st.builds(masa.TierComparison, before=tier_lists(), after=tier_lists())
