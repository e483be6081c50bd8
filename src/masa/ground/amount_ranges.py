"""An amount of money that is known within bounds: rounded, said in two ways, or untold.

Bounds are reckoned in whole pence, and both belong to the range.
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from attrs import field, frozen

from masa.ground.errors import RangeError
from masa.ground.money import MOST, PENNY, from_pence, in_pounds, to_balance, to_pence
from masa.ground.shown import Shown
from masa.ground.stated import Standing
from masa.ground.text import listed, prose

__all__ = ["AmountRange"]

DIGITS_MOST = 24
PENCE_SHOWN = Decimal(100)  # of bounds as far apart, no reader wants the pence
_EXACT = Context(prec=40)


def _to_bound(value: object) -> Decimal | None:
    """Check a bound: an amount, or a sum of amounts, which may be larger."""
    if isinstance(value, Decimal) and _is_large(value):
        in_pence = value.quantize(PENNY, context=_EXACT)
        return in_pence if in_pence == value else to_balance(value)
    return None if value is None else to_balance(value)


def _is_large(value: Decimal) -> bool:
    is_large = value.is_finite() and value.copy_abs() > MOST
    return is_large and value.adjusted() < DIGITS_MOST


def _to_texts(values: Iterable[object]) -> tuple[str, ...]:
    """Check what is not counted in, of which a name may be only a part."""
    return tuple(dict.fromkeys(map(prose, values)))


def _to_standings(values: Iterable[object]) -> tuple[Standing, ...]:
    found = {Standing.of(value) for value in values}
    return tuple(one for one in Standing if one in found and not one.is_settled)


@frozen(kw_only=True)
class AmountRange(Shown):
    """An amount in pounds that is known within bounds, both of which it can be.

    Bounds that are £100 or more apart are printed in whole pounds, rounded outwards.

    Args:
        least: The least it can be; nothing if there is no lower bound.
        most: The most it can be; nothing if there is no upper bound.
        not_stated: What is not counted in, because no source tells it.
        standings: How firmly that is said which does not hold yet, such as proposed;
            nothing if everything in it holds.

    Raises:
        RangeError: If the bounds cross.
        AmountError: If a bound is finer than a penny or no amount or sum of amounts.
        KindError: If a bound is no amount, or a standing is none.
        TextError: If a text breaks the text policy.

    Example:
        >>> found = AmountRange.rounded(97_000, to_nearest=1_000)
        >>> print(found, found.most)
        £96,500 to £97,500 97499.99
    """

    least: Decimal | None = field(default=None, converter=_to_bound)
    most: Decimal | None = field(default=None, converter=_to_bound)
    not_stated: tuple[str, ...] = field(default=(), converter=_to_texts)
    standings: tuple[Standing, ...] = field(default=(), converter=_to_standings)

    def __attrs_post_init__(self) -> None:
        if self.least is not None and self.most is not None and self.least > self.most:
            raise RangeError(
                f"at least {in_pounds(self.least)} is more than at most "
                f"{in_pounds(self.most)}",
                remedy="give the smaller bound first",
            )

    @classmethod
    def exactly(cls, amount: Decimal | int | str) -> "AmountRange":
        """Make an amount that is known to the penny."""
        return cls(least=amount, most=amount)

    @classmethod
    def rounded(
        cls, amount: Decimal | int | str, *, to_nearest: Decimal | int | str
    ) -> "AmountRange":
        """Make an amount that was rounded, halves away from nought.

        Args:
            amount: What it is after rounding.
            to_nearest: To what it was rounded, such as 1000; 0 if it was not.

        Raises:
            AmountError: If either is none that anybody prints.
            KindError: If either is no amount.
        """
        middle, step = to_pence(to_balance(amount)), to_pence(to_balance(to_nearest))
        inwards, outwards = abs(step) // 2, max((abs(step) + 1) // 2 - 1, 0)
        below, above = (inwards, outwards) if middle > 0 else (outwards, inwards)
        if middle == 0:
            below = above = outwards
        return cls(least=from_pence(middle - below), most=from_pence(middle + above))

    @property
    def is_exact(self) -> bool:
        """Whether it can be one amount only, with everything counted in."""
        return (
            self.least is not None and self.least == self.most and not self.not_stated
        )

    @property
    def is_bounded(self) -> bool:
        """Whether it has both bounds."""
        return self.least is not None and self.most is not None

    def __radd__(self, other: int) -> "AmountRange":
        """Let `sum` begin with nothing."""
        return self if other == 0 else NotImplemented

    def __add__(self, other: "AmountRange") -> "AmountRange":
        if not isinstance(other, AmountRange):
            return NotImplemented
        return AmountRange(
            least=_added(self.least, other.least),
            most=_added(self.most, other.most),
            not_stated=self.not_stated + other.not_stated,
            standings=self.standings + other.standings,
        )

    def __neg__(self) -> "AmountRange":
        return AmountRange(
            least=_negated(self.most),
            most=_negated(self.least),
            not_stated=self.not_stated,
            standings=self.standings,
        )

    def __sub__(self, other: "AmountRange") -> "AmountRange":
        if not isinstance(other, AmountRange):
            return NotImplemented
        return self + -other

    def __str__(self) -> str:
        said = f"{self._bounds()}{self.firmness}"
        if not self.not_stated:
            return said
        missing = listed(self.not_stated)
        if self.least is self.most is None:
            return f"{said}; not told: {missing}"
        return f"{said}, not counting {missing}"

    def _bounds(self) -> str:
        if self.least is None:
            return (
                "not known" if self.most is None else f"at most {in_pounds(self.most)}"
            )
        if self.most is None:
            return f"at least {in_pounds(self.least)}"
        if self.least == self.most:
            return in_pounds(self.least)
        least, most = self.in_whole_pounds
        return f"{in_pounds(least)} to {in_pounds(most)}"

    @property
    def firmness(self) -> str:
        """What follows the bounds if it does not hold yet, such as " (proposed)"."""
        said = "; ".join(one.value for one in self.standings)
        return f" ({said})" if said else ""

    @property
    def in_whole_pounds(self) -> tuple[Decimal, Decimal]:
        """Both bounds as they are printed, without pence if they are £100 apart.

        Raises:
            RangeError: If a bound is missing.
        """
        if self.least is None or self.most is None:
            raise RangeError(f"{self} has not both bounds", remedy="ask `is_bounded`")
        if to_pence(self.most) - to_pence(self.least) < to_pence(PENCE_SHOWN):
            return self.least, self.most
        return (
            self.least.to_integral_value(ROUND_FLOOR, _EXACT),
            self.most.to_integral_value(ROUND_CEILING, _EXACT),
        )


def _added(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return None
    return from_pence(to_pence(one) + to_pence(other))


def _negated(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else from_pence(-to_pence(amount))
