"""Shares in per cent, rounded in one of two ways, and who tied for the last one."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import reduce

from attrs import frozen

from masa.ground.durations import whole
from masa.ground.errors import RangeError, UnknownNameError
from masa.ground.percents import EXACT
from masa.ground.shapes import to_choice
from masa.ground.shares import half_up, largest_remainder
from masa.ground.shown import Shown
from masa.ground.text import did_you_mean, echo, in_short, listed

__all__ = [
    "PLACES_MOST",
    "Rounding",
    "Share",
    "Shares",
    "check_places",
    "percents_together",
    "shares_of",
]

PLACES_MOST = 6


class Rounding(Enum):
    """How shares are rounded to a number of decimal places."""

    LARGEST_REMAINDER = "largest-remainder"
    HALF_UP = "half-up"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class Share(Shown):
    """The share of one payer, in per cent.

    Args:
        payer: Who pays, by name.
        percent: The share, rounded.
    """

    payer: str
    percent: Decimal

    def __str__(self) -> str:
        return f"{self.payer} {self.percent} %"


@frozen(kw_only=True)
class Shares(Shown):
    """The share of each payer in the contributions, in per cent.

    Args:
        shares: The share of each payer, in the order of the table.
        rounding: By largest remainder they add up to 100 exactly; half up, each
            share is rounded by itself, and they may not.
        tied: Payers of equal claim of whom only some could be rounded up;
            those that come first in the alphabet were.
    """

    shares: tuple[Share, ...]
    rounding: Rounding
    tied: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        """What the rounded shares add up to."""
        return percents_together(share.percent for share in self.shares)

    def __getitem__(self, payer: str) -> Decimal:
        for share in self.shares:
            if share.payer == payer:
                return share.percent
        payers = [share.payer for share in self.shares]
        raise UnknownNameError(
            f"no payer is printed as {echo(payer)}",
            remedy=did_you_mean(payer, payers)
            or f"the payers are {in_short(listed(payers))}",
        )

    def __iter__(self) -> Iterator[Share]:
        return iter(self.shares)

    def __len__(self) -> int:
        return len(self.shares)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        for share in self.shares:
            yield share.payer, f"{share.percent} %"
        yield "together", f"{self.total} % ({self.rounding.value})"
        if self.tied:
            yield "tied", f"{listed(self.tied)}; rounded up by name"

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each payer."""
        return [{"payer": share.payer, "percent": str(share.percent)} for share in self]

    def __str__(self) -> str:
        tie = f"; tied: {listed(self.tied)}" if self.tied else ""
        shares = listed(map(str, self.shares))
        return f"{shares}; together {self.total} % ({self.rounding.value}{tie})"


def shares_of(
    pence: Mapping[str, int], places: int, rounding: Rounding | str
) -> Shares:
    """Give the share of each payer in what they pay together, in per cent.

    Args:
        pence: What each pays, in whole pence.
        places: To how many decimal places, 0 to 6.
        rounding: ``largest-remainder`` or ``half-up``.

    Raises:
        KindError: If there is no such rounding, or `places` is not a whole number.
        RangeError: If nothing is paid, or `places` is not 0 to 6.
    """
    way = to_choice(Rounding, rounding)
    check_places(places)
    if not any(pence.values()):
        raise RangeError(
            "the lines come to nothing, of which there are no shares",
            remedy="look at the `amount` of the lines",
        )
    found = _WAYS[way](pence, 100 * 10**places)
    unit = Decimal(1).scaleb(-places)
    return Shares(
        shares=tuple(
            Share(payer=payer, percent=EXACT.multiply(units, unit))
            for payer, units in found.units.items()
        ),
        rounding=way,
        tied=found.tied,
    )


def check_places(places: object) -> None:
    """Check a number of decimal places to which shares are rounded.

    Raises:
        KindError: If it is not a whole number.
        RangeError: If it is not 0 to 6.
    """
    if isinstance(places, int) and not 0 <= places <= PLACES_MOST:
        raise RangeError(
            f"{echo(places)} is no number of decimal places", remedy="give 0 to 6"
        )
    whole(places)


def percents_together(percents: Iterable[Decimal]) -> Decimal:
    """Add shares up exactly, to as many decimal places as they have."""
    return reduce(EXACT.add, percents, Decimal(0))


_WAYS = {
    Rounding.LARGEST_REMAINDER: largest_remainder,
    Rounding.HALF_UP: half_up,
}
