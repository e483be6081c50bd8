"""Who stands in what relation to whom: the verbs of governance and their meaning."""

from enum import Enum
from typing import Self

from attrs import frozen

from masa.ground.blocks import Table
from masa.ground.checks import checked
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated
from masa.ground.text import Prose, Ref

__all__ = ["DOWNWARDS", "UPWARDS", "Direction", "Relation", "Verb", "verbs"]


class Direction(Enum):
    """Which way a relation runs, seen from its source."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"

    __repr__ = Enum.__str__


class Verb(Enum):
    """What the source of a relation does to its target.

    Each verb has a meaning, a direction, and whether a route of governance may
    follow it: a report travels along "reports to", not along "liaises with".
    """

    REPORTS_TO = ("reports to", "gives account of its work", "up", True)
    REPORTS_BY_EXCEPTION = (
        "reports by exception to",
        "gives account when something is out of order",
        "up",
        True,
    )
    ACCOUNTABLE_TO = ("is accountable to", "can be held to account by", "up", True)
    ESCALATES_TO = ("escalates to", "passes a risk or a dispute on to", "up", True)
    FEEDS = ("feeds", "passes information or views into", "up", True)
    ASSURES = ("assures", "shows that its work is safe and good", "up", True)
    RECOMMENDS_TO = ("recommends to", "proposes a decision", "up", True)
    MEMBER_OF = ("is a member of", "sits on, with a say", "up", True)
    INVITED_TO = ("is invited to", "attends when asked", "up", True)
    TAKES_PART_IN = ("takes part in", "works with, where relevant", "up", True)
    REPRESENTED_ON = ("is represented on", "is spoken for on", "up", True)
    CONTACT_POINT_FOR = (
        "is the contact point for",
        "takes concerns from",
        "down",
        True,
    )
    FRONT_DOOR_FOR = ("is the front door for", "takes referrals from", "down", True)
    PART_OF = ("is part of", "belongs to as a whole", "up", True)
    IN_PORTFOLIO_OF = ("sits in the portfolio of", "is managed under", "up", True)
    OVERSEES = ("oversees", "watches over and may direct", "down", True)
    SUPERVISES = ("supervises", "directs the progress of", "down", True)
    MANAGES = ("manages", "leads and runs", "down", True)
    RESPONSIBLE_FOR = ("is responsible for", "has to see to", "down", True)
    DELEGATES_TO = ("delegates to", "lets act, and stays accountable", "down", True)
    CHAIRS = ("chairs", "leads the meetings of", "down", True)
    APPOINTS_CHAIR_OF = ("appoints the chair of", "chooses who chairs", "down", True)
    APPROVES = ("approves", "must agree before it holds", "down", True)
    COMMISSIONS = ("commissions", "pays for the work of", "down", True)
    FUNDS = ("funds", "gives money to", "down", False)
    SCRUTINISES = ("scrutinises", "judges the work of, from outside it", "down", False)
    EVALUATES = ("evaluates", "weighs evidence given by", "down", False)
    LIAISES_WITH = ("liaises with", "keeps in touch with", "level", False)
    WORKS_WITH = ("works with", "does its work together with", "level", False)
    ENGAGES = ("engages", "seeks the views of", "down", False)
    CONTACTED_THROUGH = ("is contacted through", "is reached by way of", "level", False)
    INFORMS = ("informs", "gives findings or data to", "level", False)
    MERGES_WITH = ("merges with", "becomes one with", "level", False)
    INTEGRATED_WITH = ("is integrated with", "is joined to, and stays", "level", False)
    TAKES_OVER_FROM = ("takes over from", "carries on the work of", "level", False)
    HANDS_OVER_TO = ("hands over to", "passes its work on to", "level", False)
    NEEDED_BY = ("is needed by", "has to be there for", "level", False)
    SUBMITTED_TO = ("is submitted to", "is handed to, to be looked at", "up", False)
    CONTRACTS_WITH = ("has an agreement with", "obtains a service from", "level", False)
    MONITORS = ("monitors", "checks the performance of", "down", False)
    NOMINATES_TO = ("nominates to", "names who is to be on", "down", False)

    LEADS = ("leads", "answers for", "down", True)
    VICE_CHAIRS = ("is the vice chair of", "stands in for the chair of", "down", True)
    ONE_OF = ("is one of", "belongs to those who are called so", "up", True)
    INSTANCE_OF = ("is an instance of", "is one of several made alike", "up", True)
    PROVIDES = ("provides", "gives the person who holds", "down", False)
    HELD_WITH = (
        "is held together with",
        "has the same person in it as",
        "level",
        False,
    )
    COVERS = ("covers", "is there for the children of", "down", False)

    __repr__ = Enum.__str__
    __hash__ = object.__hash__  # each is one object; Enum hashes its name every time

    def __new__(cls, words: str, meaning: str, direction: str, carries: bool) -> Self:  # noqa: FBT001 (a row of the table)
        """Make a verb of one row of the table."""
        member = object.__new__(cls)
        member._value_ = words
        member.meaning = meaning
        member.direction = Direction(direction)
        member.carries_routes = carries
        return member

    meaning: str
    direction: Direction
    carries_routes: bool

    @property
    def seen_back(self) -> str:
        """The words for it as its target says it, such as "is overseen by"."""
        return _SEEN_BACK[self]

    @property
    def is_line(self) -> bool:
        """Whether by it somebody answers to somebody, or is directed."""
        return self in _LINES


UPWARDS = (Verb.REPORTS_TO, Verb.REPORTS_BY_EXCEPTION, Verb.ACCOUNTABLE_TO)
DOWNWARDS = (Verb.OVERSEES, Verb.SUPERVISES, Verb.MANAGES)
_SEEN_BACK = {
    Verb.REPORTS_TO: "has reporting to it",
    Verb.REPORTS_BY_EXCEPTION: "has reporting to it by exception",
    Verb.ACCOUNTABLE_TO: "holds to account",
    Verb.ESCALATES_TO: "takes what is escalated by",
    Verb.FEEDS: "is fed by",
    Verb.ASSURES: "is assured by",
    Verb.RECOMMENDS_TO: "takes recommendations of",
    Verb.MEMBER_OF: "has as a member",
    Verb.INVITED_TO: "invites",
    Verb.TAKES_PART_IN: "has taking part in it",
    Verb.REPRESENTED_ON: "has represented on it",
    Verb.CONTACT_POINT_FOR: "has as its contact point",
    Verb.FRONT_DOOR_FOR: "has as its front door",
    Verb.PART_OF: "has as a part",
    Verb.IN_PORTFOLIO_OF: "has in its portfolio",
    Verb.OVERSEES: "is overseen by",
    Verb.SUPERVISES: "is supervised by",
    Verb.MANAGES: "is managed by",
    Verb.RESPONSIBLE_FOR: "is the responsibility of",
    Verb.DELEGATES_TO: "acts by delegation of",
    Verb.CHAIRS: "is chaired by",
    Verb.APPOINTS_CHAIR_OF: "has its chair chosen by",
    Verb.APPROVES: "needs the approval of",
    Verb.COMMISSIONS: "is commissioned by",
    Verb.FUNDS: "is funded by",
    Verb.SCRUTINISES: "is scrutinised by",
    Verb.EVALUATES: "is evaluated by",
    Verb.LIAISES_WITH: "liaises with",
    Verb.WORKS_WITH: "works with",
    Verb.ENGAGES: "is engaged by",
    Verb.CONTACTED_THROUGH: "is the way to",
    Verb.INFORMS: "is informed by",
    Verb.MERGES_WITH: "merges with",
    Verb.INTEGRATED_WITH: "is integrated with",
    Verb.TAKES_OVER_FROM: "is taken over by",
    Verb.HANDS_OVER_TO: "takes over the work of",
    Verb.NEEDED_BY: "needs",
    Verb.SUBMITTED_TO: "is given",
    Verb.CONTRACTS_WITH: "has an agreement with",
    Verb.MONITORS: "is monitored by",
    Verb.NOMINATES_TO: "has on it who is nominated by",
    Verb.LEADS: "is led by",
    Verb.VICE_CHAIRS: "has as its vice chair",
    Verb.ONE_OF: "has among them",
    Verb.INSTANCE_OF: "has as an instance",
    Verb.PROVIDES: "is provided by",
    Verb.HELD_WITH: "is held together with",
    Verb.COVERS: "is covered by",
}
_LINES = frozenset({*UPWARDS, *DOWNWARDS, Verb.PART_OF, Verb.IN_PORTFOLIO_OF})


def verbs() -> Table:
    """Print every verb with its meaning, direction and whether routes follow it."""
    return Table(
        caption="Verbs of relations",
        columns=("verb", "meaning", "direction", "routes follow it"),
        rows=tuple(
            (v.value, v.meaning, v.direction.value, "yes" if v.carries_routes else "no")
            for v in Verb
        ),
    )


@frozen(kw_only=True, field_transformer=checked)
class Relation(Shown):
    """One relation between two named things.

    Args:
        source: Who does it, by name.
        verb: What it does.
        target: To whom, by name.
        says: More about it, in our words.
        condition: On what condition.
        independence: Whether the source is independent of the target.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        KindError: If there is no such verb, or a part is of the wrong type.
    """

    source: Ref
    verb: Verb
    target: Ref
    says: Prose | None = None
    condition: Prose | None = None
    independence: Stated[bool] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        more = f", {self.condition}" if self.condition else ""
        place = f" ({self.at})" if self.at else ""
        return f"{self.source} {self.verb.value} {self.target}{more}{place}"
