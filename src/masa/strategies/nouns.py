"""Strategies for the nouns, drawn by one walk over their annotations."""

from collections.abc import Callable
from contextvars import ContextVar
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground import shapes
from masa.ground.durations import whole
from masa.ground.errors import RangeError, UnknownNameError
from masa.ground.moments import moment
from masa.ground.money import to_balance, to_pounds
from masa.ground.names import Declaration, Declared
from masa.ground.quantities import counted, to_number, to_percent
from masa.ground.spans import day
from masa.ground.text import (
    did_you_mean,
    echo,
    identifier,
    listed,
    name,
    prose,
    with_article,
)
from masa.model.arrangement import COLLECTIVES
from masa.strategies.values import (
    DRAWN,
    FIRST,
    LARGEST,
    LAST,
    Drawing,
    Drawn,
    amounts,
    draws,
    identifiers,
    in_documents,
    names,
    ordered,
    printed_places,
    some,
    stateds,
    statements,
    texts,
    whens,
    wholes,
)

# fmt: off
__all__ = [
    "agency_categories", "amendments", "areas", "arrangements", "bodies", "budgets",
    "chair_choices", "chairings", "child_death_reviews", "child_protection_teams",
    "citations", "collectives", "commitments", "concerns", "contributions",
    "copies_sent", "cost_lines", "decisions", "departures", "described_sets",
    "documents", "doubts", "escalation_stages", "footnote_readings", "footnotes",
    "frequencies", "functions", "groups", "listings", "milestones", "nouns",
    "outside_facts", "policies", "posts", "published_reports", "register",
    "relations", "relevant_agencies", "reported_things", "safeguarding_partners",
    "same_as", "scrutinies", "seats", "shares", "sign_offs", "team_members",
    "yearly_reports",
]
# fmt: on

FINEST = 12  # decimals of a share; more are drawn of no use
T = TypeVar("T")
Way = dict[str, Drawn | None]

KEPT = 2_000  # strategies; those for the names of one test are not kept for ever

_NOUNS: dict[type, Drawing[object]] = {}
_USUAL = ("monthly", "bi-monthly", "at least quarterly", "3 times a year", "regularly")


_ALONE = ["independent", "elected member", "per instance"]
_SEVERAL = ["rotates", "jointly", "drawn from"]
_WAYS: dict[type, tuple[Way, ...]] = {
    masa.Chairing: (
        {"kind": st.just("held by"), "who": None},
        {"kind": st.sampled_from(_SEVERAL), "among": None},
        {"kind": st.just("described"), "description": None},
        {"kind": st.sampled_from(_ALONE)},
    ),
    masa.Frequency: ({}, {"at_least": None}, {"at_most": None}),
    masa.Seat: ({"holder": None}, {"any": None}, {"chairs_of": None}),
}


def nouns(kind: type[T], *ways: Way) -> Drawing[T]:
    """Make the function that draws the values of one class.

    Args:
        kind: The class.
        ways: The parts that exclude one another, if there are any: each way to make
            a value has its own, drawn from the strategy given or from the part.
    """
    if ways:
        _WAYS[kind] = ways

    def strategy(
        *, refs: SearchStrategy[str] | None = None, **fields: Drawn
    ) -> SearchStrategy[T]:
        _check_parts(kind, fields)
        return _noun(kind, names() if refs is None else refs, fields)

    strategy.__doc__ = f"""Draw values of `{kind.__name__}`, whose parts are optional.

    Args:
        refs: The names by which they refer to other things.
        **fields: Strategies for parts that are not to be just anything.

    Raises:
        UnknownNameError: If there is no such part.
        RangeError: If parts are given that exclude one another.
    """
    _NOUNS[kind] = strategy
    return draws(kind)(strategy)


@st.composite
def _noun(
    draw: DrawFn, kind: type[T], refs: SearchStrategy[str], fields: dict[str, Drawn]
) -> T:
    known, ways = shapes.parts(kind), _WAYS.get(kind, ({},))
    ruled = {key for way in ways for key in way}
    fitting = [way for way in ways if ruled & set(fields) <= set(way)]
    if not fitting:
        called = with_article(shapes.words_of(kind))
        raise RangeError(f"{called} has only one of {listed(ruled)}")
    way = draw(st.sampled_from(fitting)) if len(fitting) > 1 else fitting[0]
    given = {key: one for key, one in way.items() if one is not None} | fields
    needed = [key for key in known if known[key].required or key in {*way, *fields}]
    free = [key for key in known if key not in {*needed, *ruled}]
    chosen = set(draw(some(tuple(free))))
    make: Callable[..., T] = kind
    return make(
        **{
            key: draw(given[key] if key in given else _part(kind, key, refs))
            for key in (*needed, *sorted(chosen))
        }
    )


def _check_parts(kind: type, fields: dict[str, Drawn]) -> None:
    known = shapes.parts(kind)
    for key in fields:
        if key not in known:
            raise UnknownNameError(
                f"{with_article(shapes.words_of(kind))} has no part {echo(key)}",
                remedy=did_you_mean(key, known) or f"its parts are {listed(known)}",
            )


def _part(kind: type, key: str, refs: SearchStrategy[str]) -> Drawn:
    shape = shapes.parts(kind)[key].shape
    return _of(shape, refs if _refers(shape) else names())


@cache
def _refers(shape: shapes.Shape) -> bool:
    if isinstance(shape, shapes.Value):
        held = shapes.parts(shape.kind).values() if shape.kind in _NOUNS else ()
        return any(_refers(part.shape) for part in held)
    return shape.is_ref if isinstance(shape, shapes.Leaf) else _refers(shape.of)


@lru_cache(maxsize=KEPT)
def _of(shape: shapes.Shape, refs: SearchStrategy[str]) -> Drawn:
    """Draw what one annotation allows: for the same names, one strategy serves."""
    match shape:
        case shapes.Leaf():
            return refs if shape.is_ref else _leaf(shape)
        case shapes.Value(kind):
            return _NOUNS[kind](refs=refs) if kind in _NOUNS else _small(kind)
        case shapes.Many(of):
            one = _of(of, refs)
            return st.lists(one, min_size=1, max_size=2, unique_by=_identity).map(tuple)
        case shapes.Said(of):
            return statements(_of(of, refs))
    one = _of(shape.of, refs)
    if isinstance(shape, shapes.Maybe):
        return one
    return stateds(one, min_size=1, max_size=2)


def _small(kind: type) -> Drawn:
    return printed_places() if kind is masa.Source else DRAWN[kind]()


def _identity(value: object) -> object:
    """Give what must not be the same twice in a list: an id, where there is one."""
    own: object = getattr(value, "id", None)
    return object() if own is None else own


def _leaf(leaf: shapes.Leaf) -> Drawn:
    if issubclass(leaf.kind, Enum):
        return st.sampled_from(leaf.kind)
    return _LEAVES.get(leaf.check, st.booleans)()


def _percents() -> SearchStrategy[Decimal]:
    finer = wholes(0, 100 * 10**FINEST).map(lambda n: Decimal(n).scaleb(-FINEST))
    return amounts(max_value=1000) | finer


_LEAVES: dict[Callable[[object], object], Drawing[object]] = {
    name: names,
    prose: texts,
    identifier: identifiers,
    counted: lambda: wholes(1),
    day: lambda: st.dates(FIRST, LAST),
    moment: lambda: st.dates(FIRST, LAST),
    whole: wholes,
    to_pounds: amounts,
    to_balance: lambda: amounts(min_value=-LARGEST),
    to_number: lambda: amounts(max_value=1000),
    to_percent: _percents,
}


@draws(masa.Frequency)
def frequencies() -> SearchStrategy[masa.Frequency]:
    """Draw frequencies: as documents say them, and any others."""
    usual = st.sampled_from(_USUAL).map(masa.Frequency.from_text)
    return usual | _noun(masa.Frequency, names(), {})


agency_categories = nouns(masa.AgencyCategory)
amendments = nouns(masa.Amendment)
areas = nouns(masa.Area)
bodies = nouns(masa.Body)
budgets = nouns(masa.Budget)
chair_choices = nouns(masa.ChairChoice)
chairings = nouns(masa.Chairing)
child_death_reviews = nouns(masa.ChildDeathReview)
child_protection_teams = nouns(masa.ChildProtectionTeam)
citations = nouns(masa.Citation)
collectives = nouns(masa.Collective)
commitments = nouns(masa.Commitment)
concerns = nouns(masa.Concern)
contributions = nouns(masa.Contribution)
copies_sent = nouns(masa.CopySent)
cost_lines = nouns(masa.CostLine)
decisions = nouns(masa.Decision)
departures = nouns(masa.Departure)
described_sets = nouns(masa.DescribedSet)
documents = nouns(masa.Document)
doubts = nouns(masa.Doubt)
escalation_stages = nouns(masa.EscalationStage)
footnote_readings = nouns(masa.FootnoteReading)
footnotes = nouns(masa.Footnote)
functions = nouns(masa.Function)
groups = nouns(masa.Group)
listings = nouns(masa.Listing)
milestones = nouns(masa.Milestone)
outside_facts = nouns(masa.OutsideFact)
policies = nouns(masa.Policy)
posts = nouns(masa.Post)
published_reports = nouns(masa.PublishedReport)
relations = nouns(masa.Relation)
relevant_agencies = nouns(masa.RelevantAgency)
reported_things = nouns(masa.Reported)
safeguarding_partners = nouns(masa.SafeguardingPartner)
same_as = nouns(masa.SameAs)
scrutinies = nouns(masa.Scrutiny)
seats = nouns(masa.Seat)
sign_offs = nouns(masa.SignOff)
team_members = nouns(masa.TeamMember)
yearly_reports = nouns(masa.YearlyReport)


@draws(masa.Shares)
@st.composite
def shares(draw: DrawFn) -> masa.Shares:
    """Draw the shares of payers in a budget, rounded in either way."""
    payers = draw(st.lists(names(), min_size=1, max_size=5, unique=True))
    lines = tuple(
        masa.Contribution(payer=payer, amount=masa.stated(draw(amounts(min_value=1))))
        for payer in payers
    )
    places, rounding = draw(st.integers(0, 6)), draw(st.sampled_from(masa.Rounding))
    return masa.Budget(contributions=lines).shares(places, rounding=rounding)


DRAWN[masa.Share] = lambda: shares().map(lambda them: them.shares[0])
_DECLARED: dict[str, type] = {
    "partners": masa.SafeguardingPartner,
    "posts": masa.Post,
    "bodies": masa.Body,
    "groups": masa.Group,
    "functions": masa.Function,
    "sets": masa.DescribedSet,
    "policies": masa.Policy,
    "teams": masa.ChildProtectionTeam,
    "named": masa.RelevantAgency,
    "described": masa.DescribedSet,
}
_places = st.sampled_from(tuple(_DECLARED))


@draws(masa.Arrangement)
def arrangements(
    *, min_size: int = 0, max_size: int = 4
) -> SearchStrategy[masa.Arrangement]:
    """Draw arrangements in which every name that is used is declared.

    Args:
        min_size: The fewest named things that they declare.
        max_size: The most.

    Raises:
        KindError: If a size is not a whole number.
        RangeError: If a size is negative, or the sizes cross.
    """
    sizes = st.integers(*ordered(whole(min_size), whole(max_size)))
    return sizes.flatmap(_arrangements)


@st.composite
def _arrangements(draw: DrawFn, size: int) -> masa.Arrangement:
    held = tuple(draw(st.lists(documents(), max_size=2, unique_by=_identity)))
    with in_documents([document.id for document in held]):
        itself, *others = draw(_identities(size + 1))
        declared = Declared(
            Declaration(name=called, id=own_id, also=masa.Stated(also).values)
            for called, own_id, also in (itself, *others)
        )
        usable = [called for called in declared if called in declared]
        _usable.set(st.sampled_from((*usable, *COLLECTIVES)))
        fields = _called(itself) | draw(_things(_declared(), others))
        fields |= {"sources": st.just(held), "title": fields.pop("name")}
        fields["name"] = st.just(masa.Stated())
        return draw(_noun(masa.Arrangement, _declared(), fields))


# The one thing in which arrangements differ, so that all else is drawn by what is kept.
_usable: ContextVar[SearchStrategy[str]] = ContextVar("_usable")


@cache
@st.composite
def _declared(draw: DrawFn) -> str:
    """Draw what is declared in the arrangement that is being drawn."""
    return draw(_usable.get())


Identity = tuple[str, str | None, tuple[masa.Statement[str], ...]]


@st.composite
def _identities(draw: DrawFn, size: int) -> list[Identity]:
    """Draw names, ids and other names; two things with ids may have one name."""
    called = draw(st.lists(_own_names(), min_size=size, max_size=size, unique=True))
    ids = draw(st.lists(identifiers(), min_size=size, max_size=size, unique=True))
    drawn: list[Identity] = []
    for place, (own, own_id) in enumerate(zip(called, ids, strict=True)):
        also = tuple(draw(_other_names()))
        if place and draw(_either):
            drawn.append((own, None, also))
        else:
            is_twin = place > 1 and drawn[-1][1] and draw(_either)
            drawn.append((drawn[-1][0] if is_twin else own, own_id, also))
    return drawn


_either = st.booleans()


@cache
def _other_names() -> SearchStrategy[list[masa.Statement[str]]]:
    return st.lists(statements(_own_names()), max_size=1)


@cache
def _own_names() -> SearchStrategy[str]:
    """Draw names that one thing may have: some mean all of a kind."""
    return names().filter(lambda called: called not in COLLECTIVES)


def _called(identity: Identity) -> dict[str, Drawn]:
    return dict(zip(("name", "id", "also"), map(st.just, identity), strict=True))


@st.composite
def _things(
    draw: DrawFn, refs: SearchStrategy[str], identities: list[Identity]
) -> dict[str, Drawn]:
    """Draw every named thing in its place, some posts within a partner or a body."""
    things: dict[str, list[object]] = {key: [] for key in _DECLARED}
    for identity in identities:
        key = draw(_places)
        fields = _called(identity)
        if "posts" in shapes.parts(_DECLARED[key]):
            fields["posts"] = st.just(things["posts"])
            things["posts"] = []
        things[key].append(draw(_noun(_DECLARED[key], refs, fields)))
    inside = {key: st.just(things.pop(key)) for key in ("named", "described")}
    things["agencies"] = [draw(_noun(masa.AgencyCategory, refs, dict(inside)))]
    return {key: st.just(held) for key, held in things.items()}


def register() -> None:
    """Register every public type, so that ``st.from_type`` draws it."""
    for kind, strategy in DRAWN.items():
        st.register_type_strategy(kind, _resolver(strategy))
    st.register_type_strategy(masa.Statement, lambda kind: statements(_inside(kind)))
    st.register_type_strategy(masa.Stated, lambda kind: stateds(_inside(kind)))


def _resolver(strategy: Drawing[object]) -> Callable[[type], Drawn]:
    return lambda _: strategy()


def _inside(kind: object) -> Drawn:
    """Draw what a generic type holds: numbers for ``Stated[int]``, else anything."""
    inner = get_args(kind)
    if inner:
        return _of(shapes.shape_of(inner[0]), names())
    return names() | wholes() | frequencies() | whens()
