"""A sum shared among those who pay, to the penny, and who got the odd one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal, localcontext
from functools import cached_property
from itertools import chain, repeat
from types import MappingProxyType

from attrs import frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.bounds import Sharing, can_be_kept, conflict
from masa.ground.errors import AllocationError, AmountError, KindError, MasaError
from masa.ground.money import PENNY, in_pounds, to_millionths
from masa.ground.payers import kinds_of, known, payers_of, whole_weights
from masa.ground.reports import Report
from masa.ground.shapes import to_choice
from masa.ground.share_reasons import RULES, reasons
from masa.ground.shares import (
    AllocationPolicy,
    Stage,
    Tie,
    TieRule,
    apportion,
    stages,
)
from masa.ground.shown import Shown, plain
from masa.ground.text import echo, listed

__all__ = ["Allocation", "allocate"]

Amounts = Mapping[str, int | Decimal | str]
Weights = Mapping[str, int | Decimal | str] | Iterable[tuple[str, int | Decimal | str]]
FLOOR, CAP, FIXED, NO_WEIGHT = "floor", "cap", "fixed sum", "weight of zero"
NAMED_MOST = 12
KEPT = (
    "Floors, caps and fixed sums are kept, and what they take or leave falls on the "
    "others by weight."
)
PENNY_IN_MILLIONTHS = 10_000
_EXACT = Context(prec=40)


@frozen(kw_only=True, repr=False)
class Allocation(Shown):
    """A sum shared in whole units, exactly, with the reason for each unit.

    It is made by `allocate`.

    Args:
        total: What was shared, in pounds.
        unit: The smallest amount that is handed out, in pounds.
        policy: By what rule it was shared.
        tie_rule: Who comes first among equal claims.
        payers: Among whom, in the order given.
        weights: The weight of each.
        units: How many units each got.
        ties: Every tie that decided who got a unit; empty if there was none.
        least: How many units each had to get; empty if no bound was given.
        most: How many units each could get; empty if no bound was given.
        kinds: The kind of each, where kinds share equally; else empty.
    """

    total: Decimal
    unit: Decimal
    policy: AllocationPolicy
    tie_rule: TieRule
    payers: tuple[str, ...]
    weights: tuple[int | Decimal, ...]
    units: tuple[int, ...]
    ties: tuple[Tie, ...] = ()
    least: tuple[int, ...] = ()
    most: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()

    @cached_property
    def shares(self) -> Mapping[str, Decimal]:
        """What each gets, in pounds; with what is left over they make the total."""
        amounts = map(_EXACT.multiply, self.units, repeat(self.unit))
        return MappingProxyType(dict(zip(self.payers, amounts, strict=True)))

    @property
    def left_over(self) -> Decimal:
        """What nobody gets, in pounds; above zero only by whole blocks."""
        with localcontext(_EXACT):
            return self.total - sum(self.units) * self.unit

    @property
    def basis(self) -> str:
        """In proportion to what it was shared, in words.

        ``equal by body`` gives every payer the same, ``equal by kind`` every kind,
        however many payers are of it.
        """
        if not self.kinds:
            return "equal by body" if len(set(self.weights)) == 1 else "by weight"
        pairs = set(zip(self.kinds, self.weights, strict=True))
        is_even = len(pairs) == len(set(self.kinds))
        return "equal by kind" if is_even else "equal by kind, within a kind by weight"

    def __getitem__(self, payer: str) -> Decimal:
        """Give the share of one payer.

        Raises:
            UnknownNameError: If nobody of that name is among the payers.
        """
        return self.shares[known(payer, self.shares)]

    def __iter__(self) -> Iterator[str]:
        return iter(self.payers)

    def __len__(self) -> int:
        return len(self.payers)

    def explain(self) -> Report:
        """Explain it in full: every quota, and where each unit beyond it went."""
        amount, size = to_millionths(self.total), to_millionths(self.unit)
        whole, parts = _sum(amount, size, self.policy)
        numbers = whole_weights(self.payers, list(self.weights))
        sharing = Sharing(numbers, whole, self.least, self.most, parts)
        steps = stages(self.payers, self.kinds, sharing, self.policy, self.tie_rule)
        found = (reasons(step, self.policy, self.unit) for step in steps)
        return Report(str(self), (*self._blocks(), *chain.from_iterable(found)))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each payer."""
        kinds = self.kinds or ("",) * len(self)
        return [
            {
                "payer": payer,
                **({"kind": kind} if kind else {}),
                "weight": str(weight),
                "share": str(share),
            }
            for (payer, share), kind, weight in zip(
                self.shares.items(), kinds, self.weights, strict=True
            )
        ]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "total": str(self.total),
            "unit": str(self.unit),
            "policy": self.policy.value,
            "basis": self.basis,
            "shares": self.to_records(),
            "left_over": str(self.left_over),
            "tie_rule": self.tie_rule.value,
            "ties": [
                {
                    "equal_claims": list(tie.names),
                    "among": tie.among,
                    "units": tie.units,
                    "given_to": list(tie.given_to),
                }
                for tie in self.ties
            ],
        }

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(RULES[self.policy] + (f" {KEPT}" if self.least else ""))
        kinds: list[tuple[str, ...]] = [(kind,) for kind in self.kinds]
        kinds = kinds or [()] * len(self)
        yield Table(
            caption="Shares",
            columns=("payer", *(("kind",) if self.kinds else ()), "weight", "share"),
            rows=tuple(
                (payer, *kind, plain(Decimal(weight)), in_pounds(share))
                for (payer, share), kind, weight in zip(
                    self.shares.items(), kinds, self.weights, strict=True
                )
            ),
            numbers=frozenset({1 + bool(self.kinds), 2 + bool(self.kinds)}),
        )
        if self.left_over:
            yield Paragraph(f"{in_pounds(self.left_over)} is left over.")
        yield Paragraph(
            ". ".join(map(str, self.ties)) + "."
            if self.ties
            else "No tie decided who got a unit."
        )

    def __str__(self) -> str:
        return (
            f"{in_pounds(self.total)} among {len(self)}, {self.basis}, by "
            f"{self.policy.value}"
        )

    def __repr__(self) -> str:
        tied = f", {len(self.ties)} tied" if self.ties else ""
        return f"<Allocation of {self}{tied}>"


def allocate(  # noqa: PLR0913 (each is one thing that is asked)
    total: int | Decimal | str,
    weights: Weights,
    *,
    policy: AllocationPolicy | str = AllocationPolicy.LARGEST_REMAINDER,
    groups: Mapping[str, str] | Mapping[str, Iterable[str]] | None = None,
    fixed: Amounts | None = None,
    floors: Amounts | None = None,
    caps: Amounts | None = None,
    unit: int | Decimal | str = PENNY,
    ties: TieRule | str = TieRule.BY_NAME,
) -> Allocation:
    """Share a sum in proportion to weights, so that the shares add up to the penny.

    Every share is a whole number of units. A weight of zero gets nothing but what is
    asked for it. The order of the payers never matters, unless the policy or the tie
    rule says that it does.

    Floors, caps and fixed sums are part of the rule, and not a clip after it: the
    quotas are those in proportion to the weights that keep within the bounds, and what
    one payer is spared falls on the others by weight. By largest remainder, the shares
    are then those in whole units, within the bounds, nearest to these quotas; by a
    divisor method, no unit within the bounds could move to a larger claim.

    Args:
        total: What is shared, in pounds: an `int`, a `Decimal` or text ("97.50").
        weights: The weight of each payer, by name, or as pairs of name and weight:
            whole numbers, `Decimal` or text ("17.5").
        policy: By what rule: ``largest-remainder``, ``webster``, ``dhondt``,
            ``adams``, ``huntington-hill``, ``first-come`` or ``whole-blocks``.
        groups: To share equally by kind: the payers of each kind, or the kind of each
            payer. Each kind gets the same, and shares it within by weight.
        fixed: What some payers pay, whatever their weight.
        floors: What some payers pay at least.
        caps: What some payers pay at most.
        unit: The smallest amount that is handed out. The total has to be a multiple
            of it, unless whole blocks are shared.
        ties: Who comes first among equal claims: ``by-name``, ``larger-weight`` (then
            by name), ``declared-order``, or ``refuse``.

    Raises:
        AmountError: If an amount is negative, not a number, too large, or finer than
            the unit.
        KindError: If a value is of the wrong type, such as a float, or there is no
            such policy or tie rule.
        RangeError: If a weight is negative, not a number, too large or too fine, all
            are zero, nobody is named, a payer is named twice, or a kind is missing.
        UnknownNameError: If a bound or a kind names nobody among the payers.
        TextError: If a name breaks the text policy.
        AllocationError: If the bounds cannot be kept; it names the smallest set that
            cannot. Or if a tie is refused; it names the tied.

    Example:
        >>> shared = allocate(100, {"Ayton": 1, "Beeford": 1, "Wold": 1})
        >>> print(shared["Ayton"], shared["Beeford"], shared["Wold"])
        33.34 33.33 33.33
        >>> print(shared.ties[0])
        Ayton, Beeford and Wold claim the last unit equally; by name, Ayton comes first
    """
    named = payers_of(weights)
    payers = tuple(named)
    way, rule = to_choice(AllocationPolicy, policy), to_choice(TieRule, ties)
    amount, size = _millionths("total", total), _size(unit)
    given = tuple(named.values())
    numbers = whole_weights(payers, given)
    whole, parts = _sum(amount, size, way)
    sharing = Sharing(numbers, whole, parts=parts)
    if not (fixed is floors is caps is None):
        in_proportion = dict(zip(payers, numbers, strict=True))
        asked = {FLOOR: floors, CAP: caps, FIXED: fixed}
        sharing = _bounded(sharing, in_proportion, size, asked)
    kinds = () if groups is None else kinds_of(named, groups)
    if kinds:
        units, tied = _by_kind(stages(payers, kinds, sharing, way, rule), payers)
    else:
        units, tie = apportion(payers, sharing, way, rule)
        tied = (tie,) if tie else ()
    return Allocation(
        total=_in_full(total),
        unit=_in_full(unit),
        policy=way,
        tie_rule=rule,
        payers=payers,
        weights=tuple(numbers if numbers is given else map(_as_given, given)),
        units=tuple(units),
        ties=tied,
        least=tuple(sharing.least),
        most=tuple(sharing.most),
        kinds=kinds,
    )


def _as_given(weight: object) -> int | Decimal:
    return weight if isinstance(weight, int) else _in_full(str(weight))


def _in_full(number: int | Decimal | str) -> Decimal:
    """Write all noughts out, and none with a sign: ``1000`` and not ``1E+3``."""
    return _EXACT.add(Decimal(number), 0)


def _by_kind(
    steps: Iterable[Stage], payers: Sequence[str]
) -> tuple[Sequence[int], tuple[Tie, ...]]:
    steps = list(steps)
    units = {
        payer: count
        for step in steps
        if step.kind is not None
        for payer, count in zip(step.names, step.units, strict=True)
    }
    tied = tuple(step.tie for step in steps if step.tie)
    return [units[payer] for payer in payers], tied


def _pounds(millionths: int) -> Decimal:
    """Give an amount in pounds, to the penny if it is whole pence."""
    pence, finer = divmod(millionths, PENNY_IN_MILLIONTHS)
    if finer:
        return Decimal(millionths).scaleb(-6, _EXACT)
    return Decimal(pence).scaleb(-2, _EXACT)


def _millionths(what: str, value: object) -> int:
    try:
        return to_millionths(value)
    except MasaError as error:
        error.field = what
        raise


def _size(unit: object) -> int:
    size = PENNY_IN_MILLIONTHS if unit is PENNY else _millionths("unit", unit)
    if not size:
        raise AmountError(
            "the unit is nothing", remedy="write the smallest amount", field="unit"
        )
    return size


def _sum(amount: int, size: int, policy: AllocationPolicy) -> tuple[int, int]:
    """Give the sum in units: whole, but where whole blocks are shared."""
    if policy is AllocationPolicy.WHOLE_BLOCKS:
        return amount, size
    return _in_units("total", amount, size), 1


def _in_units(what: str, amount: int, size: int) -> int:
    units, finer = divmod(amount, size)
    if finer:
        raise AmountError(
            f"{in_pounds(_pounds(amount))} is finer than the unit of "
            f"{in_pounds(_pounds(size))}",
            remedy="give a multiple of the unit, or a smaller unit",
            field=what,
        )
    return units


def _bounded(
    sharing: Sharing,
    weights: Mapping[str, int],
    size: int,
    asked: Mapping[str, Amounts | None],
) -> Sharing:
    """Put what is asked into the bounds of each payer.

    Raises:
        AllocationError: If it cannot be kept; it names the smallest set that cannot.
    """
    bounds = {
        (what, payer): _units_of(what, payer, amount, size)
        for what, amounts in asked.items()
        for payer, amount in _items(what, amounts, weights)
    }
    if not bounds:
        return sharing
    lows = {bound: units for bound, units in bounds.items() if bound[0] != CAP}
    highs = {bound: units for bound, units in bounds.items() if bound[0] != FLOOR}
    least = dict.fromkeys(weights, 0)
    for (_, payer), units in lows.items():
        least[payer] = max(least[payer], units)
    highs |= {(NO_WEIGHT, payer): least[payer] for payer, w in weights.items() if not w}
    most = dict.fromkeys(weights, -(-sharing.sum // sharing.parts))
    for (_, payer), units in highs.items():
        most[payer] = min(most[payer], units)
    bounded = sharing._replace(least=tuple(least.values()), most=tuple(most.values()))
    if not can_be_kept(bounded):
        clash = conflict(sharing, lows, highs)
        raise _infeasible(sharing, clash, lows | highs, size)
    return bounded


def _units_of(what: str, payer: str, amount: object, size: int) -> int:
    try:
        return _in_units("", to_millionths(amount), size)
    except MasaError as error:
        error.field = f"{what} of {payer}"
        raise


def _items(
    what: str, amounts: object, payers: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    if amounts is None:
        return
    if not isinstance(amounts, Mapping):
        raise KindError(
            f"{echo(amounts)} does not say who has what {what}",
            remedy='give {"Barnet": 195_000, …}',
        )
    for payer, amount in amounts.items():
        yield known(payer, payers), amount


def _infeasible(
    sharing: Sharing,
    clash: Sequence[tuple[str, str]],
    bounds: Mapping[tuple[str, str], int],
    size: int,
) -> AllocationError:
    called = [f"{what} of {payer}" for what, payer in clash]
    said = [
        f"{name} ({in_pounds(_pounds(bounds[bound] * size))})"
        for name, bound in zip(called, clash, strict=True)
    ]
    more = len(said) - NAMED_MOST
    if more > 0:
        said[NAMED_MOST:] = [f"{more:,} more"]
    total = in_pounds(_pounds(sharing.sum * size // sharing.parts))
    error = AllocationError(
        f"a total of {total} cannot be shared with the {listed(said)}",
        remedy="change one of them, or the total",
    )
    error.conflicting = tuple(called)
    return error
