"""The governance graph of an arrangement, or of many: what can be asked of it."""

from datetime import date

from attrs import frozen

from masa.ground.durations import Duration
from masa.ground.errors import KindError
from masa.ground.text import echo
from masa.model.governance.chair_turns import ChairTurn, chair_in
from masa.model.governance.concentration import Concentration, concentration_of
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
from masa.model.governance.on_paper import GovernanceOnPaper
from masa.model.governance.overlaps import Overlaps, overlaps_of
from masa.model.governance.prefaces import heading_of, under
from masa.model.governance.remembering import remembered
from masa.model.governance.routes import Routes, routes
from masa.model.governance.scrutinies import Scrutinies, scrutinies
from masa.model.governance.seating import Seats
from masa.model.governance.single_points import (
    MustPass,
    SinglePoints,
    must_pass,
    single_points,
)
from masa.model.governance.team_seats import seats_of
from masa.model.governance.tiers import TierComparison, Tiers, tiers_of
from masa.model.governance.ties import Goal, Kinds, Who, verbs_of

__all__ = ["Governance"]


@frozen(kw_only=True, repr=False)
class Governance(GovernanceOnPaper):
    """Who answers to whom, who sits where, who scrutinises: a graph to be asked.

    Make one with `masa.governance`. What is only proposed, or holds on a condition, is
    in it and marked so, unless it is given whether it comes about. It remembers what it
    has answered, as neither it nor an answer can change.

    Args:
        title: What it is the governance of.
        nodes: Everybody and everything that stands in it.
        edges: What each does to another, once for each place that says it.
        arrangements: The arrangements that it was taken from.
        on: The day; nothing for every day of the document.
        given: The conditions given as met or not, with yes or no.
    """

    @property
    def top(self) -> tuple[str, ...]:
        """The groups at the top, or else the partners, as they are printed."""
        return self._inquiry.labels(self.ties.top)

    @remembered
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

    @remembered
    def answers_to(self, name: Who) -> ReportingLines:
        """Give everybody whom one answers to, at once or through others.

        That is whom it reports or is accountable to, what it is part of or sits in the
        portfolio of, and who oversees, supervises or manages it.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If it is not text.
        """
        return under(self, answers_to(self.ties, name, self._so_far))

    @remembered
    def reporting_to(self, name: Who) -> ReportingLines:
        """Give everybody who answers to one, at once or through others, likewise.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If it is not text.
        """
        return under(self, reporting_to(self.ties, name, self._so_far))

    @remembered
    def circles(self) -> ReportingCircles:
        """Find the lines of reporting that lead back to where they began."""
        return under(self, circles(self.ties, self._so_far))

    @remembered
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

    @remembered
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

    @remembered
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

    @remembered
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

    @remembered
    def unconnected(self) -> Unconnected:
        """Find the groups from which no stated route leads to the top."""
        return under(self, unconnected(self.ties, self._so_far))

    @remembered
    def unresolved(self) -> Unresolved:
        """Find every reference that means nobody who is named, or what has ended."""
        return under(self, unresolved(self._inquiry))

    @remembered
    def seats(self, name: Who) -> Seats:
        """Give the seats on a group; or where a body with its posts, or a post, sits.

        A named post or body has one seat unless a number is stated; one that is only
        described may have any number. A member of a child protection team is one seat,
        by the role; who nominates the member is told beside it.

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
        return under(self, seats_of(self._inquiry, self.ties.one(name)))

    @remembered
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
        if not (seats := seats_of(inquiry, key)).is_group:
            raise KindError(f"{echo(name)} is no group", remedy="ask for a group")
        return under(self, majorities_of(seats, inquiry.names_of_members(key)))

    @remembered
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

    @remembered
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

    @remembered
    def overlaps(self, *, most: int = 100) -> Overlaps:
        """Find the pairs of groups that share stated members, most shared first.

        Args:
            most: How many pairs to give, from 1 to 1,000.

        Raises:
            RangeError: If it is not 1 to 1,000.
            KindError: If it is not a whole number.
        """
        return under(self, overlaps_of(self._inquiry, self.title, most))

    @remembered
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

    @remembered
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
