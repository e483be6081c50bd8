"""One of two arrangements that are compared: every thing in it, and where it stands."""

from collections.abc import Iterator
from typing import get_args

from attrs import frozen

from masa.ground.names import Declaration, Declared, is_named
from masa.ground.shapes import Path, Value, walk, words_of
from masa.ground.stated import Standing, Stated
from masa.ground.text import listed
from masa.model.arrangement import COLLECTIVES, Arrangement, declaration_of
from masa.model.bodies import Area, Body, Post
from masa.model.commitments import (
    ChildDeathReview,
    Commitment,
    EscalationStage,
    Listing,
    Policy,
    Scrutiny,
    YearlyReport,
)
from masa.model.decisions import Concern, Decision, Milestone
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine
from masa.model.groups import Function, Group, Seat
from masa.model.partners import (
    AgencyCategory,
    DescribedSet,
    RelevantAgency,
    SafeguardingPartner,
)
from masa.model.relations import Relation
from masa.model.sign_offs import Departure, SignOff
from masa.model.teams import ChildProtectionTeam, TeamMember
from masa.model.yearly_reports import CopySent, PublishedReport, Reported
from masa.rules.plain_names import name_of

__all__ = [
    "KINDS",
    "Comparable",
    "ComparedSide",
    "Item",
    "Side",
    "area_in_words",
    "labels_of",
    "places_of",
    "sides_in_short",
]

Comparable = (
    Arrangement
    | SafeguardingPartner
    | Group
    | Seat
    | Function
    | AgencyCategory
    | RelevantAgency
    | DescribedSet
    | Body
    | Post
    | Relation
    | Commitment
    | Policy
    | Budget
    | Contribution
    | CostLine
    | Scrutiny
    | YearlyReport
    | PublishedReport
    | Reported
    | CopySent
    | ChildDeathReview
    | ChildProtectionTeam
    | TeamMember
    | EscalationStage
    | Decision
    | SignOff
    | Departure
    | Milestone
    | Concern
    | Listing
)
KINDS: tuple[type, ...] = get_args(Comparable)


@frozen(kw_only=True, eq=False)
class Item:
    """A thing in an arrangement, and where it stands there.

    Args:
        thing: The thing itself.
        home: The thing within which it stands; the arrangement itself has none.
        field: The field of the home in which it stands.
    """

    thing: Comparable
    home: "Item | None" = None
    field: str = ""

    @property
    def is_named(self) -> bool:
        """Whether others can refer to it, the arrangement itself left out."""
        return is_named(type(self.thing)) and not isinstance(self.thing, Arrangement)

    @property
    def id(self) -> str | None:
        """Its id, if it has one."""
        return getattr(self.thing, "id", None)

    @property
    def names(self) -> frozenset[str]:
        """Everything that it is called, its id left out."""
        also: tuple[str, ...] = Stated(getattr(self.thing, "also", ())).values
        own = self.thing.name.values if isinstance(self.thing, Arrangement) else ()
        return frozenset((self.label, *own, *also))

    @property
    def label(self) -> str:
        """What it is called in a table."""
        match self.thing:
            case Seat(holder=holder, any=described, chairs_of=groups):
                return holder or described or f"chairs of {', '.join(sorted(groups))}"
            case Scrutiny(by=by):
                return f"scrutiny by {by}"
        return name_of(self.thing) or words_of(type(self.thing))


@frozen(kw_only=True)
class ComparedSide:
    """What is told of one of two arrangements themselves.

    Args:
        label: What it is called in a table.
        place: Where a thing is that is in it.
        title: Its title.
        area: The areas that it covers, with their standing.
        silence: What it means that something is not there.
    """

    label: str
    place: str
    title: str
    area: str
    silence: str


class Side:
    """One of the two arrangements that are compared.

    Args:
        arrangement: The arrangement.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.items = tuple(_items(arrangement))
        self.itself = self.items[0]
        declared = (_declaration(one) for one in self.items if _is_declared(one))
        self.declared = Declared(declared, COLLECTIVES)

    @property
    def named(self) -> tuple[Item, ...]:
        """The things to which others can refer, the arrangement itself left out."""
        return tuple(one for one in self.items if one.is_named)

    def named_so(self, name: str) -> Item | None:
        """Give the one thing that is called so, if there is just one."""
        carriers = self.declared.carriers(name)
        found = carriers[0].thing if len(carriers) == 1 else None
        return found if isinstance(found, Item) else None

    def home_of(self, item: Item) -> Item | None:
        """Give the thing within which another stands, if it is told.

        A post may name its body instead of standing within it; what stands nowhere
        but in the arrangement itself has no home.
        """
        if isinstance(item.thing, Post) and item.thing.body is not None:
            return self.named_so(item.thing.body)
        return None if item.home is self.itself else item.home

    @property
    def silence(self) -> str:
        """What it means that something is not there."""
        return self.arrangement.silence


def sides_in_short(before: Side, after: Side) -> tuple[ComparedSide, ComparedSide]:
    """Tell what a page says of two arrangements themselves."""
    both = (before.arrangement, after.arrangement)
    one, other = (
        ComparedSide(
            label=label,
            place=place,
            title=side.arrangement.title,
            area=listed(map(area_in_words, side.arrangement.area)) or side.silence,
            silence=side.silence,
        )
        for side, label, place in zip(
            (before, after), labels_of(*both), places_of(*both), strict=True
        )
    )
    return one, other


def area_in_words(area: Area) -> str:
    """Name an area, with its standing unless it is in force."""
    if area.standing is Standing.IN_FORCE:
        return area.name
    return f"{area.name} ({area.standing.value})"


def labels_of(before: Arrangement, after: Arrangement) -> tuple[str, str]:
    """Say what two arrangements are called in tables: by their ids, if those differ."""
    if before.id == after.id:
        return ("before", "after")
    return (before.id, after.id)


def places_of(before: Arrangement, after: Arrangement) -> tuple[str, str]:
    """Say where a thing is, if it is in the one arrangement, or in the other."""
    labels = labels_of(before, after)
    if before.id == after.id:
        return labels
    return (f"in {labels[0]}", f"in {labels[1]}")


def _items(arrangement: Arrangement) -> Iterator[Item]:
    found: dict[Path, Item] = {}
    for shape, thing, path in walk(Value(Arrangement), arrangement):
        if isinstance(shape, Value) and isinstance(thing, Comparable):
            around = (path[:end] for end in range(len(path) - 1, -1, -1))
            home = next((found[place] for place in around if place in found), None)
            steps = [step for step in path if isinstance(step, str)]
            found[path] = Item(thing=thing, home=home, field="".join(steps[-1:]))
            yield found[path]


def _is_declared(item: Item) -> bool:
    return item.is_named or isinstance(item.thing, Arrangement)


def _declaration(item: Item) -> Declaration:
    """Declare an item by the names of its thing."""
    thing = item.thing
    known = declaration_of(thing, ())
    if not isinstance(thing, Arrangement):
        return Declaration(name=known.name, id=known.id, also=known.also, thing=item)
    others = (*thing.name.values, *known.also)
    return Declaration(name=thing.title, id=thing.id, also=others, thing=item)
