"""What keeps a share from being in proportion: a floor, a cap, or nothing."""

from collections.abc import Iterator
from fractions import Fraction

from masa.ground.bounds import Sharing, limits, rate
from masa.ground.payers import whole_weights
from masa.ground.shares import stages
from masa.model.allocations import Allocation

__all__ = ["CAP", "FLOOR", "held_by"]

FLOOR, CAP = "floor", "cap"


def held_by(shared: Allocation) -> dict[str, str]:
    """Give whoever would pay less but for a floor, or more but for a cap.

    Where kinds share equally, a floor or a cap may hold the share of the whole kind,
    and so of each payer in it.

    Args:
        shared: The allocation.

    Returns:
        ``floor`` or ``cap`` by name; whoever is not held is left out.
    """
    if not shared.least:
        return {}
    numbers = whole_weights(shared.payers, shared.weights)
    whole = Sharing(numbers, sum(shared.units), shared.least, shared.most)
    held: dict[str, str] = {}
    of_kind: dict[str, str] = {}
    for step in stages(
        shared.payers, shared.kinds, whole, shared.policy, shared.tie_rule
    ):
        found = dict(zip(step.names, _held(step.sharing), strict=True))
        if step.among == "kinds":
            of_kind = found
        else:
            hold = of_kind.get(step.kind or "", "")
            held |= {payer: hold or own for payer, own in found.items()}
    return {payer: hold for payer, hold in held.items() if hold}


def _held(sharing: Sharing) -> Iterator[str]:
    due_to_one = _rate(sharing)
    for weight, low, high in zip(sharing.weights, *limits(sharing), strict=True):
        due = weight * due_to_one
        yield FLOOR if due < low else CAP if due > high else ""


def _rate(sharing: Sharing) -> Fraction:
    """Give the rate of the quotas; the highest, where floors alone make the sum."""
    above, below = rate(sharing)
    if above:
        return Fraction(above, below)
    bounds = zip(sharing.weights, *limits(sharing), strict=True)
    open_ = ((weight, low) for weight, low, high in bounds if weight and low < high)
    return min((Fraction(low, weight) for weight, low in open_), default=Fraction(0))
