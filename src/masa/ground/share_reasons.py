"""Why each got its units: the quotas, and where each unit beyond them went."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.bounds import limits, quotas, rate
from masa.ground.divisors import Claims, Divisor
from masa.ground.money import in_pounds
from masa.ground.shares import DIVISORS, TIE_RULES, AllocationPolicy, Stage, Tie

__all__ = ["RULES", "reasons"]

PLACES = 4
LAST, NEXT = "The smallest claim that got a unit", "The largest claim that got none"
RULES = {
    AllocationPolicy.LARGEST_REMAINDER: (
        "Each gets the whole units of its quota; the units left go to the largest "
        "remainders."
    ),
    AllocationPolicy.WEBSTER: (
        "Each unit goes to the largest claim: the weight divided by 1, 3, 5 and so on."
    ),
    AllocationPolicy.DHONDT: (
        "Each unit goes to the largest claim: the weight divided by 1, 2, 3 and so on."
    ),
    AllocationPolicy.ADAMS: (
        "Each with a weight gets a unit first; each other goes to the largest claim: "
        "the weight divided by 1, 2, 3 and so on."
    ),
    AllocationPolicy.HUNTINGTON_HILL: (
        "Each with a weight gets a unit first; each other goes to the largest claim: "
        "the weight divided by the root of 1 x 2, 2 x 3, 3 x 4 and so on."
    ),
    AllocationPolicy.FIRST_COME: (
        "Each gets the whole units of its quota; the units left go to the first, in "
        "the order given, whose quota is not whole."
    ),
    AllocationPolicy.WHOLE_BLOCKS: (
        "Each gets the whole blocks of its quota; the rest is left over."
    ),
}


COLUMNS = (
    "who",
    "weight in parts",
    "quota",
    "whole units",
    "beyond",
    "gets",
    "held by",
)


class _Row(NamedTuple):
    """One name in a step: what is due to it, and what it got."""

    place: int
    name: str
    weight: int
    whole: int
    rest: Fraction
    units: int
    held: str

    @property
    def quota(self) -> Fraction:
        return self.whole + self.rest

    @property
    def beyond(self) -> int:
        return self.units - self.whole


def reasons(stage: Stage, policy: AllocationPolicy, unit: Decimal) -> Iterator[Block]:
    """Explain one step of sharing: the quotas, and each unit beyond the whole ones."""
    rows = list(_rows(stage))
    if stage.kind is not None or stage.among != "payers":
        yield Heading(f"Within {stage.kind}" if stage.kind else "Among the kinds")
    yield Table(
        caption="Quotas, and what is shared",
        columns=COLUMNS,
        rows=tuple(_cells(row, unit) for row in rows),
        numbers=frozenset(range(1, 6)),
    )
    given = sorted(_given(stage, policy, rows))
    if given:
        yield Table(
            caption=f"Units of {in_pounds(unit)} beyond the whole quotas",
            columns=("unit", "goes to", "why"),
            rows=tuple((str(n), who, why) for n, (*_, who, why) in enumerate(given, 1)),
            numbers=frozenset({0}),
        )
    if policy in DIVISORS:
        yield from map(Paragraph, _border(stage, DIVISORS[policy]))


def _rows(stage: Stage) -> Iterator[_Row]:
    sharing = stage.sharing
    due, parts = quotas(sharing)
    above, below = rate(sharing)
    whole = -(-sharing.sum // sharing.parts)
    for place, (weight, low, high) in enumerate(
        zip(sharing.weights, *limits(sharing), strict=True)
    ):
        yield _Row(
            place=place,
            name=stage.names[place],
            weight=weight,
            whole=due[place] // parts,
            rest=Fraction(due[place] % parts, parts),
            units=stage.units[place],
            held=(
                _pinned(low, weight, whole)
                if low == high and (low or not weight)
                else _held(Fraction(weight * above, below), low, high)
            ),
        )


def _pinned(bound: int, weight: int, whole: int) -> str:
    """Say why only one number of units is allowed.

    A floor is as good as a fixed sum where there is no weight, or where it is all.
    """
    if not bound:
        return "no weight"
    return "fixed sum" if weight and bound < whole else "floor or fixed sum"


def _held(due: Fraction, low: int, high: int) -> str:
    """Say what keeps a quota from being in proportion."""
    if due < low:
        return "floor"
    return "cap" if due > high else ""


def _cells(row: _Row, unit: Decimal) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.weight:,}",
        _cut(row.quota * Fraction(unit), "£", 6),
        f"{row.whole:,}",
        f"{row.beyond:+,}" if row.beyond else "",
        f"{row.units:,}",
        row.held,
    )


def _cut(number: Fraction, sign: str, places: int) -> str:
    """Print a number cut after some places, and say so if it goes on."""
    parts = 10**places
    many, beyond = divmod(number.numerator * parts, number.denominator)
    whole, part = divmod(many, parts)
    digits = f"{part:0{places}}"
    if beyond:
        return f"{sign}{whole:,}.{digits}…"
    digits = digits.rstrip("0")
    return f"{sign}{whole:,}.{digits:0<2}" if digits else f"{sign}{whole:,}"


def _given(
    stage: Stage, policy: AllocationPolicy, rows: Iterable[_Row]
) -> Iterator[tuple[int | Fraction, int, str, str]]:
    """Yield each unit beyond a whole quota with its rank, to whom it went and why."""
    tie = stage.tie
    first = {name: place for place, name in enumerate(tie.names)} if tie else {}
    divisor = DIVISORS.get(policy)
    claims = Claims(divisor, stage.sharing) if divisor else None
    for row in rows:
        for held in range(row.whole, row.units):
            is_last = row.name in first and held == row.units - 1
            said = f"; {_tied(tie)}" if tie and is_last else ""
            place = first[row.name] if is_last else row.place
            if divisor and claims:
                why = f"the claim {_claim(divisor, row.weight, held)}"
                yield -claims.next(row.place, held), place, row.name, why + said
            elif policy is AllocationPolicy.FIRST_COME:
                yield row.place, place, row.name, "it comes first in the order given"
            else:
                why = f"the remainder {_cut(row.rest, '', PLACES)} of a unit"
                yield -row.rest, place, row.name, why + said


def _tied(tie: Tie) -> str:
    return f"{len(tie.names)} are equal for {tie.units:,}: {TIE_RULES[tie.rule]}"


def _claim(divisor: Divisor, weight: int, held: int) -> str:
    [by] = divisor.of([held])
    if not by:
        return "to a first unit"
    return f"{weight:,} / {'√' if divisor.is_squared else ''}{by:,}"


def _border(stage: Stage, divisor: Divisor) -> Iterator[str]:
    """Say which claim was the last to get a unit, and which the first to get none."""
    sharing, claims = stage.sharing, Claims(divisor, stage.sharing)
    ends = enumerate(zip(stage.units, *limits(sharing), strict=True))
    held, wanted = [], []
    for place, (many, low, high) in ends:
        if many > low:
            held.append((claims.next(place, many - 1), place, many - 1))
        if many < high:
            wanted.append((-claims.next(place, many), place, many))
    for said, found in ((LAST, held), (NEXT, wanted)):
        if found:
            _, place, many = min(found)
            claim = _claim(divisor, sharing.weights[place], many)
            yield f"{said}: {claim} ({stage.names[place]})."
