"""Hypothesis strategies for every public type of masa.

Whatever a class allows is drawn: names in any script, proposals, contradictions,
"there is none", "cannot be told". One walk over the annotations draws the nouns.
As everywhere in Hypothesis, impossible arguments raise when a value is drawn.

Importing this module registers every type, so that ``st.from_type(Group)`` works;
where masa is installed, Hypothesis imports it by itself.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Literal, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.ground import shapes
from masa.ground.errors import RangeError, UnknownNameError
from masa.ground.findings import Criterion, all_of, any_of, is_not, is_so
from masa.ground.money import to_balance, to_pence, to_pounds
from masa.ground.names import Declaration, Declared
from masa.ground.quantities import to_number, whole
from masa.ground.spans import day
from masa.ground.text import did_you_mean, echo, identifier, listed, name, prose
from masa.model.arrangement import COLLECTIVES

# fmt: off
__all__ = [
    "agency_categories", "amendments", "amounts", "answers", "areas", "arrangements",
    "bodies", "budgets", "chair_choices", "chairings", "child_death_reviews",
    "citations", "collectives", "commitments", "concerns", "contributions",
    "cost_lines", "counts", "decisions", "described_sets", "documents", "doubts",
    "durations", "escalation_stages", "facts", "financial_years", "findings",
    "footnote_readings", "footnotes", "frequencies", "groups", "identifiers",
    "listings", "milestones", "names", "paces", "periods", "policies", "posts",
    "register", "relations", "relevant_agencies", "safeguarding_partners",
    "scrutinies", "seats", "shares", "sources", "standings", "stateds", "statements",
    "texts", "whens", "yearly_reports",
]
# fmt: on

FIRST = date(1900, 1, 1)
LAST = date(2200, 12, 31)
LARGEST = 10**12

T = TypeVar("T")
N = TypeVar("N", int, date)
Drawn = SearchStrategy[object]
Drawing = Callable[..., SearchStrategy[T]]
F = TypeVar("F", bound=Drawing[object])
Way = dict[str, Drawn | None]

_DRAWN: dict[type, Drawing[object]] = {}
_NOUNS: dict[type, Drawing[object]] = {}
_HIDDEN: tuple[Literal["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"], ...] = (
    *("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"),
)
_TELLING = ("Zoë O'Brien & Söhne", "中文学校", "👧🏽", "<script>'\"\\|*_#", "n" * 200)
_USUAL = ("monthly", "bi-monthly", "at least quarterly", "3 times a year", "regularly")


def _draws(kind: type) -> Callable[[F], F]:
    """Note that a function draws the values of a class."""

    def noted(strategy: F) -> F:
        _DRAWN[kind] = strategy
        return strategy

    return noted


def _ordered(least: N, most: N) -> tuple[N, N]:
    if least > most:
        raise RangeError(
            f"nothing lies from {echo(least)} to {echo(most)}",
            remedy="give the smaller bound first",
        )
    return least, most


@cache
def _printed(more: str = "") -> SearchStrategy[str]:
    legal = "\N{SOFT HYPHEN}" + more
    letters = st.characters(exclude_categories=_HIDDEN, include_characters=legal)
    return st.text(letters, max_size=40).map(_tidy) | st.sampled_from(_TELLING)


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).strip() or "A"


def names() -> SearchStrategy[str]:
    """Draw names as the text policy allows them, in any script."""
    return _printed()


def texts() -> SearchStrategy[str]:
    """Draw free texts as the text policy allows them, some of several lines."""
    return _printed(more="\n")


@cache
def identifiers() -> SearchStrategy[str]:
    """Draw ids: small letters and digits, joined by ``-``, ``.`` or ``/``."""
    return st.text("abcxyz0189-./", max_size=20).map(_joined)


def _joined(text: str) -> str:
    return re.sub(r"([-./])[-./]+", r"\1", text).strip("-./") or "a"


@cache
def _wholes(least: int = 0, most: int = LARGEST) -> SearchStrategy[int]:
    return st.integers(least, min(most, least + 12)) | st.integers(least, most)


def amounts(
    *, min_value: Decimal | int = 0, max_value: Decimal | int = LARGEST
) -> SearchStrategy[Decimal]:
    """Draw amounts of money in pounds, whole or with pence.

    Args:
        min_value: The least; negative for a balance.
        max_value: The most, which is drawn too.

    Raises:
        AmountError: If a bound is no amount of money.
        KindError: If a bound is not a number.
        RangeError: If the bounds cross.
    """
    least, most = to_pence(to_balance(min_value)), to_pence(to_balance(max_value))
    pence = _wholes(*_ordered(least, most))
    whole_pounds = pence.map(lambda n: max(n - n % 100, least))
    return (whole_pounds | pence).map(lambda n: Decimal(n).scaleb(-2))


@_draws(masa.Answer)
def answers() -> SearchStrategy[masa.Answer]:
    """Draw yes, no and unknown."""
    return st.sampled_from(masa.Answer)


@_draws(masa.Standing)
def standings() -> SearchStrategy[masa.Standing]:
    """Draw standings, from in force to conditional."""
    return st.sampled_from(masa.Standing)


@_draws(masa.Source)
def sources() -> SearchStrategy[masa.Source]:
    """Draw places in a document, some with the id of the document."""
    return st.builds(masa.Source, names(), document=st.none() | identifiers())


@_draws(masa.Fact)
def facts() -> SearchStrategy[masa.Fact]:
    """Draw facts: known and unknown, with and without a source and a reason."""
    source, why = st.none() | sources(), st.sampled_from(masa.WhyUnknown)
    unknown = st.builds(masa.Fact, st.none(), source=source, why=why)
    return st.builds(masa.Fact, answers(), source=source) | unknown


@_draws(masa.When)
def whens(
    *, min_value: date = FIRST, max_value: date = LAST
) -> SearchStrategy[masa.When]:
    """Draw dates: a day, a month, a year, a range, one open end, undated.

    Args:
        min_value: The first day that a date can have for a bound.
        max_value: The last such day.

    Raises:
        DateError: If a bound lies outside 1900 to 2200.
        KindError: If a bound is not a day.
        RangeError: If the bounds cross.
    """
    return _whens(*_ordered(day(min_value), day(max_value)))


@st.composite
def _whens(draw: DrawFn, least: date, most: date) -> masa.When:
    start, end = sorted((draw(st.dates(least, most)), draw(st.dates(least, most))))
    end_of_month = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    firsts = (None, end, start, start.replace(day=1), date(end.year, 1, 1))
    lasts = (None, end, end_of_month, date(end.year, 12, 31))
    first, last = draw(st.sampled_from(firsts)), draw(st.sampled_from(lasts))
    return masa.When(first and max(first, least), last and min(last, most))


@_draws(masa.Period)
@st.composite
def periods(draw: DrawFn) -> masa.Period:
    """Draw periods, closed or open, that do not end before they begin."""
    start, end = draw(st.none() | whens()), draw(st.none() | whens())
    if start and end and end.before(start) is masa.Answer.YES:
        start, end = end, start
    return masa.Period(start=start, end=end)


@_draws(masa.FinancialYear)
def financial_years() -> SearchStrategy[masa.FinancialYear]:
    """Draw financial years from 1900/01 to 2199/00."""
    return st.integers(FIRST.year, LAST.year - 1).map(masa.FinancialYear)


@_draws(masa.Duration)
def durations(
    *, min_value: int = 0, max_value: int = LARGEST
) -> SearchStrategy[masa.Duration]:
    """Draw durations in any unit.

    Args:
        min_value: The least number.
        max_value: The greatest number.

    Raises:
        KindError: If a bound is not a whole number.
        RangeError: If a bound is negative or over 10¹², or the bounds cross.
    """
    numbers = _wholes(*_ordered(whole(min_value), whole(max_value)))
    return st.builds(masa.Duration, numbers, st.sampled_from(masa.Unit))


@_draws(masa.Count)
def counts(
    *, min_value: int = 0, max_value: int | None = None
) -> SearchStrategy[masa.Count]:
    """Draw numbers known within bounds: exact, one of a few, from to, at least.

    Args:
        min_value: The least that they can be.
        max_value: The most; unless given, some have no upper bound.

    Raises:
        KindError: If a bound is not a whole number.
        RangeError: If a bound is negative or over 10¹², or the bounds cross.
    """
    most = LARGEST if max_value is None else whole(max_value)
    numbers = _wholes(*_ordered(whole(min_value), most))
    return _counts(numbers, is_open=max_value is None)


@st.composite
def _counts(draw: DrawFn, numbers: SearchStrategy[int], *, is_open: bool) -> masa.Count:
    known = sorted(draw(st.lists(numbers, min_size=1, max_size=4)))
    missing = draw(st.lists(names(), max_size=2))
    if draw(st.booleans()):
        return masa.Count(known[0], known[-1], known, missing)
    most = None if is_open and draw(st.booleans()) else known[-1]
    return masa.Count(known[0], most, (), missing)


@_draws(masa.Pace)
def paces() -> SearchStrategy[masa.Pace]:
    """Draw paces: so many times in every so many spans."""
    spans = st.sampled_from(masa.Rhythm)
    return st.builds(masa.Pace, times=_wholes(1), every=_wholes(1), unit=spans)


@_draws(masa.Frequency)
def frequencies() -> SearchStrategy[masa.Frequency]:
    """Draw frequencies: as documents say them, and any others."""
    usual = st.sampled_from(_USUAL).map(masa.Frequency.from_text)
    return usual | _noun(masa.Frequency, names(), {})


_BESIDE: dict[str, Drawing[object]] = {
    "at": sources,
    "condition": texts,
    "standing": standings,
    "words": texts,
}


@st.composite
def statements(draw: DrawFn, values: SearchStrategy[T], /) -> masa.Statement[T]:
    """Draw what one source says: a value, that there is none, that none can tell."""
    chosen = draw(_some(("dates", *_BESIDE))) if draw(st.booleans()) else []
    dates = draw(periods()) if "dates" in chosen else masa.Period()
    absent: SearchStrategy[T | masa.Absence] = st.sampled_from(masa.Absence)
    beside = {key: draw(_BESIDE[key]()) for key in _BESIDE if key in chosen}
    make: Callable[..., masa.Statement[T]] = masa.Statement
    value = draw(st.one_of(values, values, values, absent))
    return make(value=value, since=dates.start, until=dates.end, **beside)


def stateds(
    values: SearchStrategy[T], *, min_size: int = 0, max_size: int = 3
) -> SearchStrategy[masa.Stated[T]]:
    """Draw what the sources state of a fact: nothing, once, or differently.

    Args:
        values: The values.
        min_size: The fewest statements.
        max_size: The most statements.

    Raises:
        KindError: If a size is not a whole number.
        RangeError: If a size is negative, or the sizes cross.
    """
    least, most = _ordered(whole(min_size), whole(max_size))
    said = st.lists(statements(values), min_size=least, max_size=most)
    return said.map(lambda them: masa.Stated(tuple(them)))


def _criteria() -> SearchStrategy[Criterion]:
    fact = st.sampled_from(("abuse_suspected", "died", "harmed", "lives_here"))
    claim, basis = texts(), st.lists(citations(), max_size=1)
    return st.recursive(
        st.builds(is_so, fact, claim, basis=basis),
        lambda some: (
            st.builds(is_not, claim, some, basis=basis)
            | st.builds(all_of, claim, some, some, basis=basis)
            | st.builds(any_of, claim, some, some, basis=basis)
        ),
        max_leaves=6,
    )


@_draws(masa.Finding)
@st.composite
def findings(draw: DrawFn) -> masa.Finding:
    """Draw findings: criteria judged on some facts, and findings resting on them."""
    criterion = draw(_criteria())
    known = {fact: facts() for fact in criterion.facts}
    judged = criterion.judge(draw(st.fixed_dictionaries({}, optional=known)))
    if draw(st.booleans()):
        return judged
    smaller: list[masa.Finding] = [judged]
    return masa.Finding(answer=draw(answers()), claim=draw(texts()), rests_on=smaller)


def _nouns(kind: type[T]) -> Drawing[T]:
    """Make the function that draws the values of one class."""

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
    return _draws(kind)(strategy)


@st.composite
def _noun(
    draw: DrawFn, kind: type[T], refs: SearchStrategy[str], fields: dict[str, Drawn]
) -> T:
    known, ways = shapes.parts(kind), _WAYS.get(kind, ({},))
    ruled = {key for way in ways for key in way}
    fitting = [way for way in ways if ruled & set(fields) <= set(way)]
    if not fitting:
        raise RangeError(f"a {shapes.words_of(kind)} has only one of {listed(ruled)}")
    way = draw(st.sampled_from(fitting))
    given = {key: one for key, one in way.items() if one is not None} | fields
    needed = [key for key in known if known[key].required or key in {*way, *fields}]
    free = [key for key in known if key not in {*needed, *ruled}]
    chosen = set(draw(_some(tuple(free))))
    make: Callable[..., T] = kind
    return make(
        **{
            key: draw(given[key] if key in given else _part(kind, key, refs))
            for key in (*needed, *sorted(chosen))
        }
    )


@cache
def _some(keys: tuple[str, ...]) -> SearchStrategy[list[str]]:
    """Draw some of the keys, mostly few, so that values stay small."""
    one = st.sampled_from(keys)
    few, many = st.lists(one, max_size=2), st.lists(one, unique=True)
    return st.one_of(few, few, few, many) if keys else st.just([])


def _check_parts(kind: type, fields: dict[str, Drawn]) -> None:
    known = shapes.parts(kind)
    for key in fields:
        if key not in known:
            raise UnknownNameError(
                f"a {shapes.words_of(kind)} has no part {echo(key)}",
                remedy=did_you_mean(key, known) or f"its parts are {listed(known)}",
            )


def _part(kind: type, key: str, refs: SearchStrategy[str]) -> Drawn:
    part = shapes.parts(kind)[key]
    least = 0 if part.required else 1
    if _refers(part.shape):
        return _of(part.shape, refs, least=least)
    return _unreferring(part.shape, least)


@cache
def _refers(shape: shapes.Shape) -> bool:
    if isinstance(shape, shapes.Value):
        held = shapes.parts(shape.kind).values() if shape.kind in _NOUNS else ()
        return any(_refers(part.shape) for part in held)
    return shape.is_ref if isinstance(shape, shapes.Leaf) else _refers(shape.of)


@cache
def _unreferring(shape: shapes.Shape, least: int) -> Drawn:
    """Draw what holds no reference: one strategy, made once, serves every pool."""
    return _of(shape, names(), least=least)


def _of(shape: shapes.Shape, refs: SearchStrategy[str], *, least: int = 1) -> Drawn:
    """Draw what one annotation allows."""
    match shape:
        case shapes.Leaf():
            return refs if shape.is_ref else _leaf(shape)
        case shapes.Value(kind):
            return _NOUNS[kind](refs=refs) if kind in _NOUNS else _DRAWN[kind]()
        case shapes.Many(of):
            return st.lists(_of(of, refs), min_size=least, max_size=3).map(tuple)
        case shapes.Said(of):
            return statements(_of(of, refs))
    one = _of(shape.of, refs)
    if isinstance(shape, shapes.Maybe):
        return one
    return stateds(one, min_size=1, max_size=1) | stateds(one, min_size=1)


def _leaf(leaf: shapes.Leaf) -> Drawn:
    if issubclass(leaf.kind, Enum):
        return st.sampled_from(leaf.kind)
    return _LEAVES.get(leaf.check, st.booleans)()


_LEAVES: dict[Callable[[object], object], Drawing[object]] = {
    name: names,
    prose: texts,
    identifier: identifiers,
    whole: _wholes,
    to_pounds: amounts,
    to_balance: lambda: amounts(min_value=-LARGEST),
    to_number: lambda: amounts(max_value=1000),
}

_ALONE = ["independent", "elected member", "per instance"]
_SEVERAL = ["rotates", "jointly", "drawn from"]
_WAYS: dict[type, tuple[Way, ...]] = {
    masa.Chairing: (
        {"kind": st.just("held by"), "who": None},
        {"kind": st.sampled_from(_SEVERAL), "among": None},
        {"kind": st.sampled_from(_ALONE)},
    ),
    masa.Seat: ({"holder": None}, {"any": None}, {"chairs_of": None}),
}

agency_categories = _nouns(masa.AgencyCategory)
amendments = _nouns(masa.Amendment)
areas = _nouns(masa.Area)
bodies = _nouns(masa.Body)
budgets = _nouns(masa.Budget)
chair_choices = _nouns(masa.ChairChoice)
chairings = _nouns(masa.Chairing)
child_death_reviews = _nouns(masa.ChildDeathReview)
citations = _nouns(masa.Citation)
collectives = _nouns(masa.Collective)
commitments = _nouns(masa.Commitment)
concerns = _nouns(masa.Concern)
contributions = _nouns(masa.Contribution)
cost_lines = _nouns(masa.CostLine)
decisions = _nouns(masa.Decision)
described_sets = _nouns(masa.DescribedSet)
documents = _nouns(masa.Document)
doubts = _nouns(masa.Doubt)
escalation_stages = _nouns(masa.EscalationStage)
footnote_readings = _nouns(masa.FootnoteReading)
footnotes = _nouns(masa.Footnote)
groups = _nouns(masa.Group)
listings = _nouns(masa.Listing)
milestones = _nouns(masa.Milestone)
policies = _nouns(masa.Policy)
posts = _nouns(masa.Post)
relations = _nouns(masa.Relation)
relevant_agencies = _nouns(masa.RelevantAgency)
safeguarding_partners = _nouns(masa.SafeguardingPartner)
scrutinies = _nouns(masa.Scrutiny)
seats = _nouns(masa.Seat)
yearly_reports = _nouns(masa.YearlyReport)


@_draws(masa.Shares)
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


_DRAWN[masa.Share] = lambda: shares().map(lambda them: them.shares[0])
_DECLARED: dict[str, type] = {
    "partners": masa.SafeguardingPartner,
    "posts": masa.Post,
    "bodies": masa.Body,
    "groups": masa.Group,
    "policies": masa.Policy,
    "named": masa.RelevantAgency,
    "described": masa.DescribedSet,
}


@_draws(masa.Arrangement)
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
    sizes = st.integers(*_ordered(whole(min_size), whole(max_size)))
    return sizes.flatmap(_arrangements)


@st.composite
def _arrangements(draw: DrawFn, size: int) -> masa.Arrangement:
    itself, *others = draw(_identities(size + 1))
    declared = Declared(
        Declaration(name=called, id=own_id, also=masa.Stated(also).values)
        for called, own_id, also in (itself, *others)
    )
    usable = [called for called in declared if called in declared]
    refs = st.sampled_from((*usable, *COLLECTIVES))
    fields = _called(itself) | draw(_things(refs, others))
    fields["title"] = fields.pop("name")
    fields["name"] = st.just(masa.Stated())
    return draw(_noun(masa.Arrangement, refs, fields))


Identity = tuple[str, str | None, tuple[masa.Statement[str], ...]]


@st.composite
def _identities(draw: DrawFn, size: int) -> list[Identity]:
    """Draw names, ids and other names; two things with ids may have one name."""
    called = draw(st.lists(names(), min_size=size, max_size=size, unique=True))
    ids = draw(st.lists(identifiers(), min_size=size, max_size=size, unique=True))
    drawn: list[Identity] = []
    for place, (own, own_id) in enumerate(zip(called, ids, strict=True)):
        also = tuple(draw(st.lists(statements(names()), max_size=1)))
        if place and draw(st.booleans()):
            drawn.append((own, None, also))
        else:
            is_twin = place > 1 and drawn[-1][1] and draw(st.booleans())
            drawn.append((drawn[-1][0] if is_twin else own, own_id, also))
    return drawn


def _called(identity: Identity) -> dict[str, Drawn]:
    return dict(zip(("name", "id", "also"), map(st.just, identity), strict=True))


@st.composite
def _things(
    draw: DrawFn, refs: SearchStrategy[str], identities: list[Identity]
) -> dict[str, Drawn]:
    """Draw every named thing in its place, some posts within a partner or a body."""
    things: dict[str, list[object]] = {key: [] for key in _DECLARED}
    for identity in identities:
        key = draw(st.sampled_from(tuple(_DECLARED)))
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
    for kind, strategy in _DRAWN.items():
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
    return names() | _wholes() | frequencies() | whens()


register()
