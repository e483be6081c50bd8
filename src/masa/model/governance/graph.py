"""The governance graph of an arrangement, or of many: what can be asked of it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

import networkx as nx
from attrs import frozen

from masa.ground.blocks import Block
from masa.ground.dot import to_dot
from masa.ground.durations import Duration
from masa.ground.errors import KindError, RangeError
from masa.ground.logic import Answer
from masa.ground.mermaid import to_mermaid
from masa.ground.shown import Shown
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.governance.chair_turns import ChairTurn, chair_in
from masa.model.governance.concentration import Concentration, concentration_of
from masa.model.governance.drawing import Picture, drawn
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.lines import (
    ReportingCircles,
    ReportingLines,
    answers_to,
    circles,
    reporting_to,
)
from masa.model.governance.loose_ends import (
    Unconnected,
    Unresolved,
    unconnected,
    unresolved,
)
from masa.model.governance.losses import GovernanceLoss, without
from masa.model.governance.majorities import Majorities, majorities_of
from masa.model.governance.meeting_counts import Year, YearOfMeetings, meetings_in
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode
from masa.model.governance.overlaps import Overlaps, overlaps_of
from masa.model.governance.prefaces import heading_of, under
from masa.model.governance.routes import Routes, routes
from masa.model.governance.scrutinies import Scrutinies, scrutinies
from masa.model.governance.seating import Seats
from masa.model.governance.single_points import (
    MustPass,
    SinglePoints,
    must_pass,
    single_points,
)
from masa.model.governance.sittings import seats_with
from masa.model.governance.telling import blocks_of
from masa.model.governance.tiers import TierComparison, Tiers, tiers_of
from masa.model.governance.ties import Goal, Kinds, Ties, Who, verbs_of
from masa.model.governance.views import selected
from masa.model.governance.writing import (
    graphml_of,
    network_of,
    plain_edge,
    plain_node,
    records_of,
)

__all__ = ["Governance"]


@frozen(kw_only=True, repr=False)
class Governance(Shown):
    """Who answers to whom, who sits where, who scrutinises: a graph to be asked.

    Make one with `masa.governance`. What is only proposed, or holds on a condition, is
    in it and marked so, unless it is given whether it comes about.

    Args:
        title: What it is the governance of.
        nodes: Everybody and everything that stands in it.
        edges: What each does to another, once for each place that says it.
        arrangements: The arrangements that it was taken from.
        on: The day; nothing for every day of the document.
        given: The conditions given as met or not, with yes or no.
    """

    title: str
    nodes: tuple[GovernanceNode, ...]
    edges: tuple[GovernanceEdge, ...]
    arrangements: tuple[Arrangement, ...]
    on: date | None = None
    given: tuple[tuple[str, bool], ...] = ()

    @cached_property
    def ties(self) -> Ties:
        """The nodes and edges by their keys, and the ways along them."""
        nodes = {node.key: node for node in self.nodes}
        return Ties(self.arrangements, nodes, self.edges)

    def __getitem__(self, name: str) -> GovernanceNode:
        """Give the node that carries a name, or has it as its key.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If no node is called so, or several are.
        """
        return self.ties.nodes[self.ties.one(name)]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and len(self.ties.carriers(name)) == 1

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give a fresh graph of networkx, to be analysed or changed at will.

        Nodes and edges carry text and whole numbers only, and what is not stated is
        left out, so that every writer of networkx takes them.
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=heading_of(self))
        graph.add_nodes_from((node.key, plain_node(node)) for node in self.nodes)
        edges = ((edge.source, edge.target, plain_edge(edge)) for edge in self.edges)
        graph.add_edges_from(edges)
        return graph

    def to_mermaid(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Write it as a flowchart of Mermaid: whoever does something to another.

        Args:
            around: Only this node, its neighbours and the edges between any of these.
            kinds: Only these kinds of edges, as `Verb` or in words.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return to_mermaid(network_of(selected(self, around=around, kinds=kinds)))

    def to_dot(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Write it in the DOT language of Graphviz; what is left out, as there.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return to_dot(network_of(selected(self, around=around, kinds=kinds)))

    def to_graphml(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Write it as GraphML, with all that `to_networkx` gives of it.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return graphml_of(selected(self, around=around, kinds=kinds))

    def to_text(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Tell it in words that need no picture, at most 100 columns wide.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return Shown.to_text(selected(self, around=around, kinds=kinds))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each edge."""
        return records_of(self)

    def _blocks(self) -> Sequence[Block]:
        return blocks_of(self)

    @property
    def top(self) -> tuple[str, ...]:
        """The groups at the top, or the partners if there is none, by name or key."""
        return self._inquiry.labels(self.ties.top)

    def routes(
        self, start: Who, goal: Goal = None, *, kinds: Kinds = None, most: int = 20
    ) -> Routes:
        """Find by which routes one reaches another: who is heard where, and how.

        Args:
            start: From a name, a node, or a kind: the heading under which agencies are
                listed, or the document's word for what they are.
            goal: To a name or a kind; by default, to the top.
            kinds: Only by these kinds of edges; by default, those that routes follow.
            most: How many routes to look for from each node, from 1 to 1,000.

        Raises:
            UnknownNameError: If a name means nothing, or several nodes.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
            RangeError: If `most` is not 1 to 1,000.
        """
        verbs, so_far = verbs_of(kinds), self._so_far
        found = routes(self.ties, start, goal, verbs=verbs, most=most, so_far=so_far)
        return under(self, found, verbs)

    def answers_to(self, name: Who) -> ReportingLines:
        """Give everybody whom one answers to, at once or through others.

        That is whom it reports or is accountable to, what it is part of or sits in the
        portfolio of, and who oversees, supervises or manages it.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If it is not text.
        """
        return under(self, answers_to(self.ties, name, self._so_far))

    def reporting_to(self, name: Who) -> ReportingLines:
        """Give everybody who answers to one, at once or through others, likewise.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If it is not text.
        """
        return under(self, reporting_to(self.ties, name, self._so_far))

    def circles(self) -> ReportingCircles:
        """Find the lines of reporting that lead back to where they began."""
        return under(self, circles(self.ties, self._so_far))

    def must_pass(
        self, start: Who, goal: Goal = None, *, kinds: Kinds = None
    ) -> MustPass:
        """Find what every stated route from one to another has to pass.

        Args:
            start: From a name or a kind, as for `routes`.
            goal: To a name or a kind; by default, to the top.
            kinds: Only by these kinds of edges.

        Raises:
            UnknownNameError: If a name means nothing, or several nodes.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        verbs, so_far = verbs_of(kinds), self._so_far
        found = must_pass(self.ties, start, goal, verbs=verbs, so_far=so_far)
        return under(self, found, verbs)

    def single_points(self, *, kinds: Kinds = None, most: int = 20) -> SinglePoints:
        """Find every single node without which others have no route to the top.

        Args:
            kinds: Only by these kinds of edges.
            most: How many to give, those that most hang on first, from 1 to 1,000.

        Raises:
            KindError: If there is no such kind of edge, or a part is of a wrong type.
            RangeError: If `most` is not 1 to 1,000.
        """
        verbs = verbs_of(kinds)
        return under(self, single_points(self.ties, verbs=verbs, most=most), verbs)

    def without(self, name: Who, *, seat_on: Who | None = None) -> GovernanceLoss:
        """Find what is lost if a body, a post, a group or a seat goes.

        A body goes with what it pays and with the posts that are in it alone. Who is
        left without a route had a stated one to the top, and has none that avoids what
        goes.

        Args:
            name: What goes.
            seat_on: The group on which only its seat, or that of its posts, goes.

        Raises:
            UnknownNameError: If a name means nothing, or several nodes, or there is no
                such seat.
            KindError: If a part is of the wrong type.

        Example:
            >>> import masa
            >>> barnet = masa.governance(masa.examples.load("barnet"))
            >>> print(barnet.without("Quality Assurance and Performance Group"))
            Without Quality Assurance and Performance Group, 4 lose their stated route \
to the top: Voluntary, Community and Faith Sectors Group; Multi-Agency Audit \
Programme; multi-agency training; and “voluntary sector partners”.
        """
        return under(self, without(self._inquiry, name, seat_on=seat_on))

    def scrutiny(self, name: Who | None = None) -> Scrutinies:
        """Find who scrutinises, of everybody or of one, and if that is independent.

        Args:
            name: Of whom: who scrutinises it, or the partnership whose group or partner
                it is, and whom it scrutinises itself.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If it is not text.
        """
        return under(self, scrutinies(self._inquiry, name))

    def unconnected(self) -> Unconnected:
        """Find the groups from which no stated route leads to the top."""
        return under(self, unconnected(self.ties, self._so_far))

    def unresolved(self) -> Unresolved:
        """Find every reference that means nobody who is named, or what has ended."""
        return under(self, unresolved(self._inquiry))

    def to_svg(
        self,
        *,
        around: Who | None = None,
        kinds: Kinds = None,
        compared_with: "Governance | None" = None,
        landscape: bool = False,
    ) -> str:
        """Draw it, as one SVG picture that needs nothing else.

        The picture of the whole shows everybody. Where more than 60 lines would run,
        it has those that reach a group of the arrangement, its work or the whole, and
        says below what is left out.

        Args:
            around: Only what touches this node, by name; a body with its posts.
            kinds: Only these kinds of edges, and whom they join.
            compared_with: What came after it: what is new and what is gone is marked.
            landscape: Whether it has the proportions of a sheet of A4 on its side.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind, or a part is of the wrong type.
            RangeError: If there is more to draw than one picture holds.
        """
        title, own = heading_of(self), self._inquiry
        picture = Picture(title=title, ties=self.ties, inquiries=(own,))
        if compared_with is not None:
            later = self._other(compared_with)
            title = heading_of(self, later)
            picture = Picture.of_both(title, own, later._inquiry)  # noqa: SLF001 (one of us)
        return drawn(picture, around=around, kinds=kinds, landscape=landscape)

    def _repr_svg_(self) -> str | None:
        try:
            return self.to_svg()
        except RangeError:  # a notebook then shows the words
            return None

    def _repr_html_(self) -> str:
        return self._repr_svg_() or self.to_html()

    def _other(self, given: object) -> "Governance":
        if isinstance(given, Governance):
            return given
        remedy = "make one with `masa.governance`"
        raise KindError(f"{echo(given)} is no governance", remedy=remedy)

    @cached_property
    def _inquiry(self) -> Inquiry:
        return Inquiry(self.ties, self.on, dict(self.given), self._so_far)

    def seats(self, name: Who) -> Seats:
        """Give the seats on a group; or where a body with its posts, or a post, sits.

        A named post or body has one seat unless a number is stated; one that is only
        described may have any number.

        Args:
            name: The group, or who sits.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If no node is called so, or several are.

        Example:
            >>> import masa
            >>> graph = masa.governance(masa.examples.load("barnet"))
            >>> for kind, seats in graph.seats("Leadership Forum").by_kind.items():
            ...     print(kind, seats)
            local authority 2
            health 2
            police 1
        """
        return under(self, seats_with(self._inquiry, self.ties.one(name)))

    def majorities(self, name: Who) -> Majorities:
        """Say which kinds and bodies have more than half of the seats on a group.

        Seats are counted; votes are not stated. Unknown where the list of members is
        not stated to be complete.

        Args:
            name: The group.

        Raises:
            KindError: If it is no group, or not text.
            UnknownNameError: If no node is called so, or several are.

        Example:
            >>> import masa
            >>> graph = masa.governance(masa.examples.load("barnet"))
            >>> print(graph.majorities("Leadership Forum"))
            Of the seats on Leadership Forum (5), no kind and no body has more than \
half (s.7). Seats are counted; votes are not stated.
        """
        key, inquiry = self.ties.one(name), self._inquiry
        if not (seats := seats_with(inquiry, key)).is_group:
            raise KindError(f"{echo(name)} is no group", remedy="ask for a group")
        return under(self, majorities_of(seats, inquiry.names_of_members(key)))

    def meetings(self, year: Year | None = None) -> YearOfMeetings:
        """Count the meetings of a year: of each group, for each body, and in all.

        Args:
            year: Of a calendar year, such as 2019, or a financial one, such as
                ``"2019/20"``: a group that surely was not there in it is left out. By
                default, of any year in which all of them are there.

        Raises:
            KindError: If it is not a year.
            DateError: If it cannot be read or lies outside 1900 to 2200.

        Example:
            >>> import masa
            >>> graph = masa.governance(masa.examples.load("barnet"))
            >>> print(graph.meetings()["Leadership Forum"])
            Leadership Forum: 6 or 24 a year (bi-monthly (every 2 months or twice a \
month) (s.7))
        """
        return under(self, meetings_in(self._inquiry, self.title, year))

    def chair(
        self,
        name: Who,
        *,
        turn: int | None = None,
        on: date | str | None = None,
        turn_length: Duration | str | None = None,
    ) -> ChairTurn:
        """Say who chairs a group in a turn or on a day, as far as that is stated.

        Args:
            name: The group, or the partnership.
            turn: In which turn, from 1.
            on: On which day; by default, on that of the graph, if it is of one.
            turn_length: How long a turn is to last, in place of what is stated.

        Raises:
            KindError: If nobody chairs what it is, or a part is of a wrong type.
            UnknownNameError: If no node is called so, or several are.
            RangeError: If both a turn and a day are given, the turn is 0, or no turn
                lasts so long.
            DateError: If there is no such day.
        """
        key = self.ties.one(name)
        found = chair_in(self._inquiry, key, turn=turn, on=on, turn_length=turn_length)
        return under(self, found, is_dated=turn is None)

    def overlaps(self, *, most: int = 100) -> Overlaps:
        """Find the pairs of groups that share stated members, most shared first.

        Args:
            most: How many pairs to give, from 1 to 1,000.

        Raises:
            RangeError: If it is not 1 to 1,000.
            KindError: If it is not a whole number.
        """
        return under(self, overlaps_of(self._inquiry, self.title, most))

    def concentration(self, *, most: int = 10) -> Concentration:
        """Count in how many places each body and post is: seats, chairs, lines, money.

        Args:
            most: How many bodies and how many posts to give, from 1 to 1,000.

        Raises:
            RangeError: If it is not 1 to 1,000.
            KindError: If it is not a whole number.

        Example:
            >>> import masa
            >>> graph = masa.governance(masa.examples.load("barnet"))
            >>> graph.concentration()["London Borough of Barnet"].seats
            ('Leadership Forum', 'Health and Wellbeing Board')
        """
        return under(self, concentration_of(self._inquiry, self.title, most))

    def tiers(self) -> Tiers:
        """Sort the groups and functions by their tiers."""
        return tiers_of(self._inquiry, heading_of(self))

    def compare_tiers(self, other: "Governance") -> TierComparison:
        """Put the tiers of this governance beside those of another.

        Args:
            other: The other.

        Raises:
            KindError: If it is no governance graph.
        """
        return TierComparison(before=self.tiers(), after=self._other(other).tiers())

    @cached_property
    def _so_far(self) -> str:
        is_cut = any(one.is_truncated is Answer.YES for one in self.arrangements)
        return " in the text held" if is_cut else ""

    def __str__(self) -> str:
        return f"{heading_of(self)}: {len(self.nodes)} nodes, {len(self.edges)} edges"

    def __repr__(self) -> str:
        return f"<Governance of {self}>"
