"""A local authority by what people call it, on a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from masa.ground.errors import NotInForceError, UnknownNameError
from masa.ground.law.authorities import (
    LocalAuthority,
    authorities_covered,
    local_authorities,
    was_there,
)
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed, text_of

__all__ = ["authorities_called", "local_authority"]

Called = tuple[str, LocalAuthority]

_BOROUGH = ("{} Borough", "{} Borough Council")
_CITY = (*_BOROUGH, "{} City Council")
_FORMS = {  # how people name an authority of a kind; a wrong kind is no name of it
    "county-council": ("{} County Council", "{} CC"),
    "metropolitan-district-council": (
        *_CITY,
        "{} Metropolitan Borough",
        "{} Metropolitan Borough Council",
        "{} MBC",
    ),
    "non-metropolitan-district-council": _CITY,
    "london-borough-council": (
        *_BOROUGH,
        "London Borough of {}",
        "{} London Borough",
        "{} London Borough Council",
        "{} LBC",
    ),
}
_SIGNS = str.maketrans({"-": " ", "&": " and ", ",": "", ".": "", "'": ""})


def local_authority(name: str, on: date | str | None = None) -> LocalAuthority:
    """Give one local authority by its id, its name, its full name or a usual form.

    Small and capital letters, hyphens and "&" for "and" make no difference.

    Args:
        name: What it is called, such as "barnet" or "Barnet Council".
        on: The day on which it was there, as a date or ISO text; unless it is given,
            any day of the register.

    Raises:
        UnknownNameError: If none is called so; or if two were, one after the other,
            and no day is given.
        NotInForceError: If it was not there on the day.
        CoverageError: If the register does not cover the day.
        DateError: If there is no such day.
        KindError: If the name is not text, or the day is not a day.

    Authority: Children Act 2004, s.65(1).

    Example:
        >>> print(local_authority("Dorset", "2019-03-31"))
        Dorset County Council
    """
    held = authorities_called(name)
    if not held:
        raise UnknownNameError(
            f"{echo(name)} is no local authority in England with children's functions",
            remedy=did_you_mean(name, (said for said, _ in (*_usual(), *_own())))
            or "masa.local_authorities() gives every one",
        )
    if on is not None:
        return _on_the_day(held, authorities_covered(on))
    if len(held) > 1:
        raise UnknownNameError(
            f"{echo(name)} has been {_titles(held)}", remedy="say on which day"
        )
    return held[0]


def authorities_called(name: str) -> tuple[LocalAuthority, ...]:
    """Give every local authority that was ever called so, one after the other.

    Raises:
        KindError: If the name is not text.
    """
    return _by_name().get(_plain(text_of(name)), ())


def _on_the_day(held: Sequence[LocalAuthority], on: date) -> LocalAuthority:
    for one in held:
        if was_there(one, on):
            return one
    raise _ended(held[0], on) if held[0].before else _not_begun(held[0], on)


def _ended(one: LocalAuthority, on: date) -> NotInForceError:
    after = [other for other in local_authorities() if other.id in one.successors]
    return NotInForceError(
        f"{echo(one.title)} was not there on {long_day(on)}: "
        f"it ended on {long_day(one.before or on)}",
        remedy=f"after it came {_titles(after)}",
    )


def _not_begun(one: LocalAuthority, on: date) -> NotInForceError:
    before = [other for other in local_authorities() if one.id in other.successors]
    return NotInForceError(
        f"{echo(one.title)} was not there on {long_day(on)}: "
        f"it began on {long_day(one.since or on)}",
        remedy=f"before it came {_titles(before)}",
    )


def _titles(found: Iterable[LocalAuthority]) -> str:
    return listed(echo(one.title) for one in found)


@cache
def _by_name() -> Mapping[str, tuple[LocalAuthority, ...]]:
    """Give whom each name means; a name of one's own goes before a usual form."""
    return {**_gathered(_usual()), **_gathered(_own())}


def _gathered(called: Iterable[Called]) -> dict[str, tuple[LocalAuthority, ...]]:
    found: dict[str, tuple[LocalAuthority, ...]] = {}
    for said, one in called:
        held = found.get(_plain(said), ())
        found[_plain(said)] = held if one in held else (*held, one)
    return found


def _own() -> Iterator[Called]:
    for one in local_authorities():
        yield from ((said, one) for said in (one.id, one.name, one.title, *one.also))


def _usual() -> Iterator[Called]:
    for one in local_authorities():
        for form in ("{} Council", *_FORMS.get(one.kind, ())):
            yield form.format(one.name), one


def _plain(name: str) -> str:
    return " ".join(name.casefold().translate(_SIGNS).split()).removeprefix("the ")
