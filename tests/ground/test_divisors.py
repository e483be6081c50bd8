"""Divisor methods among many: what begins near the end ends as if unit by unit."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from masa.ground.bounds import Sharing
from masa.ground.divisors import (
    ADAMS,
    DHONDT,
    HUNTINGTON_HILL,
    WEBSTER,
    Divisor,
    by_divisor,
)

MANY = 60
WEIGHTS = [(place * 37) % 101 + 1 for place in range(MANY)]
Claim = tuple[bool, Fraction]

CLAIMS: list[tuple[Divisor, Callable[[int, int], Fraction | None]]] = [
    (WEBSTER, lambda weight, held: Fraction(weight, 2 * held + 1)),
    (DHONDT, lambda weight, held: Fraction(weight, held + 1)),
    (ADAMS, lambda weight, held: Fraction(weight, held) if held else None),
    (
        HUNTINGTON_HILL,
        lambda weight, held: Fraction(weight**2, held * (held + 1)) if held else None,
    ),
]


def unit_by_unit(
    claim: Callable[[int, int], Fraction | None],
    total: int,
    least: list[int],
    most: list[int],
) -> list[int]:
    """Give each its least, and every other unit to the largest claim."""
    units = list(least)

    def first(place: int) -> Claim:
        due = claim(WEIGHTS[place], units[place])
        return (True, Fraction(WEIGHTS[place])) if due is None else (False, due)

    for _ in range(total - sum(units)):
        open_ = [place for place in range(MANY) if units[place] < most[place]]
        units[max(open_, key=lambda place: (first(place), -place))] += 1
    return units


@pytest.mark.parametrize(
    ("divisor", "claim"), CLAIMS, ids=["webster", "dhondt", "adams", "huntington-hill"]
)
@pytest.mark.parametrize("total", [30, 61, 149, 400, 401, 402, 403, 1000])
@pytest.mark.parametrize("bound", [False, True], ids=["free", "within bounds"])
def test_among_many_it_is_as_unit_by_unit(
    divisor: Divisor,
    claim: Callable[[int, int], Fraction | None],
    total: int,
    *,
    bound: bool,
) -> None:
    least = [place % 2 if bound else 0 for place in range(MANY)]
    most = [max(total - place, 1) if bound else total for place in range(MANY)]
    given = (least, most) if bound else ((), ())
    units, tied, spare = by_divisor(divisor, Sharing(WEIGHTS, total, *given))
    for place in sorted(tied)[:spare]:
        units[place] += 1
    assert units == unit_by_unit(claim, total, least, most)


@pytest.mark.parametrize("divisor", [WEBSTER, DHONDT, ADAMS, HUNTINGTON_HILL])
def test_claims_too_near_for_a_float_are_told_apart(divisor: Divisor) -> None:
    weights = [10**30, 10**30 + 1, *(10**30 - place for place in range(1, 9))]
    units, tied, _ = by_divisor(divisor, Sharing(weights, 10**17 + 1))
    assert not tied
    assert units == [10**16, 10**16 + 1, *[10**16] * 8]
