"""Who shares a sum: names, weights as whole numbers in proportion, and kinds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import NamedTuple, TypeGuard

from masa.ground.errors import KindError, RangeError, UnknownNameError
from masa.ground.money import PLAIN
from masa.ground.text import check_names, did_you_mean, echo, in_short, listed, name

__all__ = [
    "WEIGHTS",
    "Asked",
    "check_payer",
    "each_kind",
    "kinds_of",
    "known",
    "pairs_of",
    "payers_of",
    "whole_weights",
]

MOST = 10**18
PLACES_MOST = 12
BITS_MOST = 64
_FINEST = Decimal(1).scaleb(-PLACES_MOST)
_EXACT = Context(prec=40)


class Asked(NamedTuple):
    """What is asked for by name, so that an error can say what would be right.

    Args:
        what: What each name is told with, such as ``who has what weight``.
        one: One of them, such as ``weight``.
        like: What one looks like in code.
    """

    what: str
    one: str
    like: str


WEIGHTS = Asked("who has what weight", "weight", "3")


def payers_of(
    weights: Mapping[str, object] | Iterable[tuple[str, object]],
    asked: Asked = WEIGHTS,
) -> dict[str, object]:
    """Give each name with its weight, from a mapping or from pairs.

    Args:
        weights: The names, each with its weight, or with what else is asked for.
        asked: What is asked for.

    Raises:
        KindError: If it is neither.
        TextError: If a name breaks the text policy.
        RangeError: If a name stands twice, or there is none.
    """
    if isinstance(weights, Mapping):
        found = dict(weights)
    else:
        pairs = pairs_of(weights, asked)
        found = dict(pairs)
        if len(found) < len(pairs):
            raise _twice([name for name, _ in pairs])
    if not found:
        raise RangeError("there is nobody to share among", remedy="name who pays")
    check_names(found)
    return found


def pairs_of(given: object, asked: Asked = WEIGHTS) -> list[tuple[str, object]]:
    """Give each name with what stands beside it, also if a name stands twice.

    Args:
        given: A mapping, or pairs.
        asked: What is asked for.

    Raises:
        KindError: If it is neither, or a name is no text.
        TextError: If a name breaks the text policy.
    """
    if isinstance(given, Mapping):
        given = given.items()
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise _untold(given, asked)
    pairs = []
    for pair in given:
        if not isinstance(pair, tuple | list) or len(pair) != 2:  # noqa: PLR2004 (a pair)
            raise _untold(pair, asked)
        pairs.append((name(pair[0]), pair[1]))
    return pairs


def _untold(value: object, asked: Asked) -> KindError:
    like = f'{{"Barnet": {asked.like}, …}}'
    return KindError(
        f"{echo(value)} does not say {asked.what}",
        remedy=f"give {like}, or pairs of a name and a {asked.one}",
    )


def _twice(names: Sequence[str]) -> RangeError:
    twice = sorted({one for one in names if names.count(one) > 1})
    return RangeError(
        f"named more than once: {in_short(listed(map(echo, twice)))}",
        remedy="give each name once",
    )


def check_payer(who: object, weight: object) -> None:
    """Check the name and the weight of one payer.

    Raises:
        KindError: If either is of the wrong type.
        TextError: If the name breaks the text policy.
        RangeError: If the weight is negative, not a number, too large or too fine.
    """
    _in_finest(name(who), weight)


def whole_weights(payers: Iterable[str], weights: Sequence[object]) -> Sequence[int]:
    """Give weights as whole numbers in the same proportion.

    A weight is a whole number, a `Decimal` or text such as "17.5", from zero to 10¹⁸
    and with at most twelve decimal places.

    Raises:
        KindError: If a weight is of another type; a float is refused.
        RangeError: If a weight is negative, not a number, too large or too fine, or
            all are zero. Each is named.
    """
    whole: Sequence[int]
    if _are_whole(weights) and min(weights) >= 0 and max(weights) <= MOST:
        whole = weights
    else:
        pairs = zip(payers, weights, strict=True)
        whole = _without_noughts([_in_finest(who, weight) for who, weight in pairs])
    if not any(whole):
        raise RangeError(
            f"no weight is above zero: {in_short(listed(payers))}",
            remedy="give somebody a weight",
        )
    return whole


def _are_whole(weights: Sequence[object]) -> TypeGuard[Sequence[int]]:
    return {*map(type, weights)} == {int}


def _without_noughts(weights: list[int]) -> list[int]:
    """Take off the decimal places that no weight has."""
    for _ in range(PLACES_MOST):
        if any(weight % 10 for weight in weights):
            break
        weights = [weight // 10 for weight in weights]
    return weights


def _in_finest(who: str, weight: object) -> int:
    """Give one weight in the smallest parts that a weight may have."""
    exact = _to_decimal(who, weight)
    if not (exact.is_finite() and 0 <= exact <= MOST):
        raise RangeError(
            f"the weight of {echo(who)}, {echo(weight)}, is not one to share by",
            remedy="give a number from 0 to 10¹⁸",
        )
    cut = exact.quantize(_FINEST, context=_EXACT)
    if cut != exact:
        raise RangeError(
            f"the weight of {echo(who)}, {echo(weight)}, is too fine",
            remedy=f"give at most {PLACES_MOST} decimal places",
        )
    return int(cut.scaleb(PLACES_MOST, context=_EXACT))


def _to_decimal(who: str, weight: object) -> Decimal:
    what = f"the weight of {echo(who)}, {echo(weight)}, is"
    remedy = 'give a whole number, text ("17.5") or a Decimal'
    if isinstance(weight, float):
        raise KindError(f"{what} a float, which is not exact", remedy=remedy)
    if isinstance(weight, bool) or not isinstance(weight, int | Decimal | str):
        raise KindError(f"{what} not one to share by", remedy=remedy)
    if isinstance(weight, str) and PLAIN.fullmatch(weight) is None:
        raise RangeError(f"{what} not a number", remedy=remedy)
    if isinstance(weight, int) and weight.bit_length() > BITS_MOST:
        return Decimal("Infinity")  # a long `int` takes seconds to convert
    return Decimal(weight)


def known(payer: object, payers: Iterable[str]) -> str:
    """Give a name back if it is among the payers.

    Raises:
        UnknownNameError: If it is not; it suggests the nearest.
    """
    names = payers if isinstance(payers, Mapping) else list(payers)
    if isinstance(payer, str) and payer in names:
        return payer
    raise UnknownNameError(
        f"{echo(payer)} is not among the payers",
        remedy=did_you_mean(payer, names) or f"they are {in_short(listed(names))}",
    )


def kinds_of(
    payers: Mapping[str, object],
    groups: Mapping[str, str] | Mapping[str, Iterable[str]],
) -> tuple[str, ...]:
    """Give the kind of each payer.

    Args:
        payers: The payers.
        groups: The kind of each, or the payers of each kind.

    Raises:
        KindError: If it is neither.
        TextError: If the name of a kind breaks the text policy.
        UnknownNameError: If it names nobody among the payers.
        RangeError: If a payer has no kind, or two.
    """
    kinds: dict[str, str] = {}
    for payer, kind in each_kind(groups):
        if kinds.setdefault(known(payer, payers), name(kind)) != kind:
            raise RangeError(
                f"{echo(payer)} is of two kinds", remedy="put it into one of them"
            )
    without = [payer for payer in payers if payer not in kinds]
    if without:
        raise RangeError(
            f"no kind is given for {in_short(listed(without))}",
            remedy="give every payer a kind",
        )
    return tuple(kinds[payer] for payer in payers)


def each_kind(groups: object) -> Iterator[tuple[object, object]]:
    """Yield each payer with its kind, not yet checked.

    Raises:
        KindError: If it does not say who is of what kind.
    """
    if not isinstance(groups, Mapping):
        raise KindError(
            f"{echo(groups)} does not say who is of what kind",
            remedy='give {"council": ["Ayton", "Beeford"], …}',
        )
    for one, other in groups.items():
        if isinstance(other, str):
            yield one, other
        elif isinstance(other, Iterable):
            yield from ((payer, one) for payer in other)
        else:
            yield one, other  # which is refused as the name of a kind
