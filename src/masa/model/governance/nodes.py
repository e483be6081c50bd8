"""The nodes and the edges of a governance graph, as values.

A graph has thousands of them: without slots, and with their parts given in order, they
are made more than twice as fast.
"""

from enum import Enum

from attrs import frozen

from masa.ground.plurals import agreeing, is_plural
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated
from masa.model.relations import Verb

__all__ = ["GovernanceEdge", "GovernanceNode", "NodeKind"]


class NodeKind(Enum):
    """What a node of a governance graph is."""

    PARTNERSHIP = "partnership"
    COLLECTIVE = "collective"
    BODY = "body"
    POST = "post"
    GROUP = "group"
    AGENCY = "agency"
    DESCRIBED_SET = "described set"
    OUTSIDE_BODY = "outside body"
    FUNCTION = "function"
    AREA = "area"
    DOCUMENT = "document"

    __repr__ = Enum.__str__
    __hash__ = object.__hash__  # each is one object; Enum hashes its name every time


@frozen(slots=False)
class GovernanceNode(Shown):
    """A body, post, group or other thing that stands in a governance graph.

    What is one by its id in several arrangements is of the kind that all of them say,
    at the tier on which they settle, as firmly there as any of them says, and beside
    the arrangement only if it is for all of them. A body in one may be an agency or an
    outside body in another: then it is a body, or else an agency.

    Args:
        key: What it is called in the graph; no other node is called so.
        name: Its name as printed.
        kind: What it is.
        also: Its other names as printed, and its id.
        arrangement: The id of the arrangement that declares it; of several, the first.
        category: The heading under which an agency is listed, or the kind of a partner.
        tier: The tier of a group or function, if the sources settle on one.
        proposed_tier: The tier that is stated, but is not settled: a proposal.
        is_outside: Whether it is a group that stands beside the arrangement.
        is_declared: Whether it is declared by name: an area is not, nor whoever only a
            seat or a chair describes.
        standing: How firmly it is there.
        at: Where it is declared.
        apart: What goes after its name where others of that name are in the graph: the
            id of its arrangement, or else its key.
    """

    key: str
    name: str
    kind: NodeKind
    also: tuple[str, ...] = ()
    arrangement: str = ""
    category: str = ""
    tier: int | None = None
    proposed_tier: int | None = None
    is_outside: bool = False
    is_declared: bool = True
    standing: Standing = Standing.IN_FORCE
    at: Source | None = None
    apart: str = ""

    @property
    def called(self) -> str:
        """Its name, told apart from others that are called so too."""
        return f"{self.name} [{self.apart}]" if self.apart else self.name

    @property
    def stated_tier(self) -> int | None:
        """The tier on which it is, or is proposed to be."""
        return self.proposed_tier if self.tier is None else self.tier

    @property
    def is_many(self) -> bool:
        """Whether its name means several, so that they do what it does."""
        is_post = self.kind is NodeKind.POST
        together = self.kind is NodeKind.COLLECTIVE
        return together or is_plural(self.name, is_post=is_post)

    def does(self, words: str) -> str:
        """Put the words of a verb into the number of its name."""
        return agreeing(words, plural=self.is_many)

    def __str__(self) -> str:
        if self.kind is NodeKind.COLLECTIVE:
            return f"the {self.called}"
        if self.kind is not NodeKind.DESCRIBED_SET or self.is_declared:
            return self.called
        apart = f" [{self.apart}]" if self.apart else ""
        return f"“{self.name}”{apart}"


@frozen(slots=False)
class GovernanceEdge(Shown):
    """What one node does to another, as one place says it.

    Args:
        source: The key of who does it.
        verb: What is done.
        target: The key of whom it is done to.
        standing: How firmly it is said.
        condition: On what condition it holds, unless that is given as met.
        says: More about it.
        at: Where it is printed.
        arrangement: In the graph of an atlas, the id of the arrangement that says it.
        details: What else is stated of it, by name: the number of such seats (count),
            the role of a seat (role), whether it is filled (holding), what its holder
            must be able to do (requires), that it goes beyond what the law asks for
            (beyond_minimum), a sum of money in pence (pence).
        independence: Whether the source is said to be independent of the target.
    """

    source: str
    verb: Verb
    target: str
    standing: Standing = Standing.IN_FORCE
    condition: str | None = None
    says: str | None = None
    at: Source | None = None
    arrangement: str = ""
    details: tuple[tuple[str, str | int], ...] = ()
    independence: Stated[bool] = NOT_STATED

    @property
    def is_settled(self) -> bool:
        """Whether it is in force or agreed, on no condition that may not be met."""
        return self.standing.is_settled and self.condition is None

    @property
    def place(self) -> str:
        """Where it is printed, with the arrangement if the graph is of an atlas."""
        return self.place_beside("")

    @property
    def notes(self) -> tuple[str, ...]:
        """Its place, how firmly it stands unless it is settled, and its condition."""
        return self.notes_beside("")

    def place_beside(self, told: str) -> str:
        """Give its place where the id of one arrangement is told already.

        Args:
            told: That id.
        """
        if self.at is None:
            return ""
        is_told = self.arrangement in {"", told}
        return str(self.at) if is_told else f"{self.arrangement}, {self.at}"

    def notes_beside(self, told: str) -> tuple[str, ...]:
        """Give its notes likewise.

        Args:
            told: The id that is told already.
        """
        standing = "" if self.standing.is_settled else self.standing.value
        return tuple(filter(None, (self.place_beside(told), standing, self.condition)))

    def __str__(self) -> str:
        notes = f" ({'; '.join(self.notes)})" if self.notes else ""
        return f"{self.source} {self.verb.value} {self.target}{notes}"
