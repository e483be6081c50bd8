"""What a caller says is the same: pairs of names, each of them a name that is known."""

from collections.abc import Collection, Iterable

from masa.ground.errors import KindError, UnknownNameError
from masa.ground.logic import Answer
from masa.ground.text import did_you_mean, echo
from masa.model.doubts import SameAs
from masa.rules.sides import Side

__all__ = ["Claim", "claims_of"]

Claim = SameAs | tuple[str, str]


def claims_of(
    same_as: Collection[Claim], before: Side, after: Side
) -> tuple[SameAs, ...]:
    """Check what a caller says is the same.

    Args:
        same_as: What is said; a pair of names says that they mean the same.
        before: The one arrangement.
        after: The other.

    Raises:
        KindError: If it holds anything else than pairs of names.
        UnknownNameError: If a name is in neither, or is not that of just one thing.
        TextError: If a name could not be one.
    """
    if isinstance(same_as, str | SameAs) or not isinstance(same_as, Iterable):
        raise _no_pairs(same_as)
    claims = tuple(map(_claim, same_as))
    for name in (name for claim in claims for name in (claim.one, claim.other)):
        _check_known(name, before, after)
    return claims


def _claim(given: object) -> SameAs:
    match given:
        case SameAs():
            return given
        case (str() as one, str() as other):
            return SameAs(one=one, other=other, same=Answer.YES)
    raise _no_pairs(given)


def _no_pairs(given: object) -> KindError:
    return KindError(
        f"{echo(given)} is no pair of names",
        remedy='write for example same_as=[("Board", "Forum")]',
    )


def _check_known(name: str, before: Side, after: Side) -> None:
    sides = (before.declared, after.declared)
    if any(len(side.carriers(name)) == 1 for side in sides):
        return
    for side in sides:
        if side.carriers(name):
            said, remedy = side.verdict(name)
            raise UnknownNameError(said, remedy=remedy)
    raise UnknownNameError(
        f"nothing in either arrangement is called {echo(name)}",
        remedy=did_you_mean(name, (*before.declared, *after.declared)),
    )
