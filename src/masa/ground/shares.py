"""Shares of a whole in whole units, which add up to the whole.

*Largest remainder* gives each share its whole units and hands out what is left to
the largest remainders, so the sum is exact; the other policies share as exactly,
each by a rule of its own. Only *half up* rounds each share by itself, so that the
sum may not be exact, and says so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial

from attrs import frozen

from masa.ground.bounds import Sharing, quotas
from masa.ground.divisors import ADAMS, DHONDT, HUNTINGTON_HILL, WEBSTER, by_divisor
from masa.ground.errors import AllocationError, RangeError
from masa.ground.quotas import (
    Dealt,
    by_first_come,
    by_largest_remainder,
    by_whole_blocks,
)
from masa.ground.shown import Shown
from masa.ground.text import echo, in_short, listed

__all__ = [
    "DIVISORS",
    "TIE_RULES",
    "AllocationPolicy",
    "Apportionment",
    "Stage",
    "Tie",
    "TieRule",
    "apportion",
    "half_up",
    "largest_remainder",
    "stages",
]


class AllocationPolicy(Enum):
    """By what rule a sum is shared in whole units.

    The first and the last two give everybody the quota rounded down or up. The
    others are the divisor methods: one more unit in the sum never lowers a share,
    and a share may lie further from the quota. `DHONDT` is kindest to large
    weights, then `WEBSTER`, `HUNTINGTON_HILL`, and `ADAMS`, kindest to small ones.
    """

    LARGEST_REMAINDER = "largest-remainder"
    WEBSTER = "webster"
    DHONDT = "dhondt"
    ADAMS = "adams"
    HUNTINGTON_HILL = "huntington-hill"
    FIRST_COME = "first-come"
    WHOLE_BLOCKS = "whole-blocks"

    __repr__ = Enum.__str__


class TieRule(Enum):
    """Who comes first among equal claims, if there are not units enough for all.

    `LARGER_WEIGHT` goes by name where the weights are equal too.
    """

    BY_NAME = "by-name"
    LARGER_WEIGHT = "larger-weight"
    DECLARED_ORDER = "declared-order"
    REFUSE = "refuse"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class Tie(Shown):
    """Equal claims to the last units, of which there are not enough for all.

    Args:
        names: Whose claims are equal, in the order in which they come first.
        units: How many units there are for them, fewer than names.
        rule: By which rule it was decided.
        among: Whether they are ``payers`` or ``kinds``.
    """

    names: tuple[str, ...]
    units: int
    rule: TieRule
    among: str = "payers"

    @property
    def given_to(self) -> tuple[str, ...]:
        """Who got a unit."""
        return self.names[: self.units]

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "equal claims", listed(self.names)
        yield "among", self.among
        yield "units", self.units
        yield "rule", self.rule
        yield "given to", listed(self.given_to)

    def __str__(self) -> str:
        unit = "unit" if self.units == 1 else f"{self.units:,} units"
        comes = "comes" if self.units == 1 else "come"
        return (
            f"{listed(self.names)} claim the last {unit} equally; "
            f"{TIE_RULES[self.rule]}, {listed(self.given_to)} {comes} first"
        )


TIE_RULES = {
    TieRule.BY_NAME: "by name",
    TieRule.LARGER_WEIGHT: "by larger weight, then by name",
    TieRule.DECLARED_ORDER: "in the order given",
}


@frozen(kw_only=True)
class Stage:
    """One step of sharing: among all, among the kinds, or within one kind.

    Args:
        among: What is shared among: ``payers`` or ``kinds``.
        names: Their names.
        sharing: What is shared.
        units: What each gets.
        tie: The equal claims, if there were not units enough for them.
        kind: Within which kind, if within one.
    """

    among: str
    names: Sequence[str]
    sharing: Sharing
    units: Sequence[int]
    tie: Tie | None
    kind: str | None = None


DIVISORS = {
    AllocationPolicy.WEBSTER: WEBSTER,
    AllocationPolicy.DHONDT: DHONDT,
    AllocationPolicy.ADAMS: ADAMS,
    AllocationPolicy.HUNTINGTON_HILL: HUNTINGTON_HILL,
}
_DEAL: dict[AllocationPolicy, Callable[[Sharing], Dealt]] = {
    AllocationPolicy.LARGEST_REMAINDER: by_largest_remainder,
    AllocationPolicy.FIRST_COME: by_first_come,
    AllocationPolicy.WHOLE_BLOCKS: by_whole_blocks,
    **{policy: partial(by_divisor, divisor) for policy, divisor in DIVISORS.items()},
}


def apportion(
    names: Sequence[str],
    sharing: Sharing,
    policy: AllocationPolicy = AllocationPolicy.LARGEST_REMAINDER,
    ties: TieRule = TieRule.BY_NAME,
    *,
    among: str = "payers",
) -> tuple[Sequence[int], Tie | None]:
    """Share a sum in whole units among names, exactly, and say who tied.

    The bounds must be such that they can be kept (`masa.ground.bounds.conflict`).

    Raises:
        AllocationError: If a tie is refused; it names the tied.
    """
    units, tied, spare = _DEAL[policy](sharing)
    if not tied:
        return units, None
    if ties is TieRule.REFUSE:
        raise _refused(sorted(names[place] for place in tied), spare)
    order = sorted(tied, key=_ranks(names, sharing, ties))
    for place in order[:spare]:
        units[place] += 1
    first = tuple(names[place] for place in order)
    return units, Tie(names=first, units=spare, rule=ties, among=among)


def _ranks(
    names: Sequence[str], sharing: Sharing, ties: TieRule
) -> Callable[[int], tuple[int, str]]:
    if ties is TieRule.DECLARED_ORDER:
        return lambda place: (place, "")
    if ties is TieRule.LARGER_WEIGHT:
        return lambda place: (-sharing.weights[place], names[place])
    return lambda place: (0, names[place])


def _refused(names: Sequence[str], spare: int) -> AllocationError:
    units = "unit is" if spare == 1 else f"{spare:,} units are"
    error = AllocationError(
        f"the last {units} claimed equally by {in_short(listed(names))}",
        remedy="say who comes first: by-name, larger-weight or declared-order",
    )
    error.tied = tuple(names)
    return error


def stages(
    names: Sequence[str],
    kinds: Sequence[str],
    sharing: Sharing,
    policy: AllocationPolicy,
    ties: TieRule,
) -> Iterator[Stage]:
    """Share a sum equally among kinds, and what a kind gets within it by weight.

    A kind of which nobody has a weight has no share but what is asked for it. The
    bounds of a kind are those of its members together.

    Args:
        names: The names.
        kinds: The kind of each; empty to share among all at once.
        sharing: What is shared.
        policy: By what rule, among the kinds and within each.
        ties: Who comes first among equal claims.

    Yields:
        The step among the kinds, and then one for each kind.

    Raises:
        AllocationError: If a tie is refused; it names the tied.
    """
    if not kinds:
        units, tie = apportion(names, sharing, policy, ties)
        yield Stage(among="payers", names=names, sharing=sharing, units=units, tie=tie)
        return
    members: dict[str, list[int]] = {}
    for place, kind in enumerate(kinds):
        members.setdefault(kind, []).append(place)
    called, whole = list(members), _of_kinds(sharing, members.values())
    units, tie = apportion(called, whole, policy, ties, among="kinds")
    yield Stage(among="kinds", names=called, sharing=whole, units=units, tie=tie)
    sums = [(count, 1) for count in units]
    if policy is AllocationPolicy.WHOLE_BLOCKS:  # no block is lost on the way
        sums = _exact(whole)
    for (kind, places), (above, below) in zip(members.items(), sums, strict=True):
        inner = _within(sharing, places)._replace(sum=above, parts=below)
        own = [names[place] for place in places]
        units, tie = apportion(own, inner, policy, ties)
        yield Stage(
            among="payers", names=own, sharing=inner, units=units, tie=tie, kind=kind
        )


def _within(sharing: Sharing, places: Sequence[int]) -> Sharing:
    return sharing._replace(
        weights=[sharing.weights[place] for place in places],
        least=[sharing.least[place] for place in places] if sharing.least else (),
        most=[sharing.most[place] for place in places] if sharing.most else (),
    )


def _of_kinds(sharing: Sharing, members: Iterable[Sequence[int]]) -> Sharing:
    inner = [_within(sharing, places) for places in members]
    return sharing._replace(
        weights=[int(any(one.weights)) for one in inner],
        least=[sum(one.least) for one in inner] if sharing.least else (),
        most=[min(sum(one.most), sharing.sum) for one in inner] if sharing.most else (),
    )


def _exact(sharing: Sharing) -> list[tuple[int, int]]:
    """Give the exact quotas, each as two whole numbers."""
    due, parts = quotas(sharing)
    return [(many, parts) for many in due]


@frozen(kw_only=True)
class Apportionment:
    """How many whole units each name gets.

    Args:
        units: The units by name, in the order given.
        tied: The names of equal claim among whom the last units were divided
            by name, because there were not enough for all; empty if no tie.
    """

    units: dict[str, int]
    tied: tuple[str, ...] = ()


def largest_remainder(weights: Mapping[str, int], units: int) -> Apportionment:
    """Share `units` in proportion to the weights, so that the sum is exact.

    Each name gets the whole part of its quota; the units left over go to the
    largest remainders. Of equal remainders the names that come first in the
    alphabet get theirs first, so that the order of rows never matters.

    Raises:
        RangeError: If a weight is negative or all are zero.
    """
    _check_weights(weights)
    names = list(weights)
    shares, tie = apportion(names, Sharing(list(weights.values()), units))
    return Apportionment(
        units=dict(zip(names, shares, strict=True)), tied=tie.names if tie else ()
    )


def half_up(weights: Mapping[str, int], units: int) -> Apportionment:
    """Round each share by itself, halves up; the sum may miss `units` a little.

    Raises:
        RangeError: If a weight is negative or all are zero.
    """
    whole = _check_weights(weights)
    return Apportionment(
        units={
            name: (2 * weight * units + whole) // (2 * whole)
            for name, weight in weights.items()
        }
    )


def _check_weights(weights: Mapping[str, int]) -> int:
    """Give what the weights come to.

    Raises:
        RangeError: If a weight is negative or all are zero.
    """
    whole = sum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise RangeError(
            f"there is nothing to share by: {echo(listed(weights))}",
            remedy="give weights of zero or more, not all zero",
        )
    return whole
