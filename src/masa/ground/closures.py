"""Days of the week's work that are no working days, and why: held or reckoned ahead."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from operator import attrgetter

from attrs import field, frozen

from masa.ground.errors import UnknownNameError
from masa.ground.law.holidays import BankHoliday
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import echo
from masa.ground.text import name as checked_name

__all__ = [
    "WEEKEND",
    "Closure",
    "DayStatus",
    "in_order",
    "projected",
    "registered",
    "was_to_be",
]

WEEKEND = frozenset({5, 6})


@frozen(kw_only=True)
class Closure(Shown):
    """A day of the week's work that is no working day, and why.

    Args:
        day: The day.
        name: What it is commonly called.
        basis: By what authority it is none, in words.
        source: Where that authority is found.
        is_projected: Whether it was reckoned ahead, before anybody could know.

    Raises:
        DateError: If there is no such day.
        KindError: If a part is of the wrong type.
        TextError: If a text breaks the text policy.
    """

    day: date = field(converter=checked_day)
    name: str = field(converter=checked_name)
    basis: str = field(converter=checked_name)
    source: str = field(converter=checked_name)
    is_projected: bool = False

    def __str__(self) -> str:
        ahead = "; projected" if self.is_projected else ""
        return f"{self.name} ({self.basis}; {self.source}{ahead})"


@frozen
class DayStatus(Shown):
    """Whether a day is a working day, and why.

    Args:
        day: The day.
        is_working: Whether it is one.
        why: The reason, with its basis in law.
        is_projected: Whether that rests on holidays that were reckoned ahead.
    """

    day: date
    is_working: bool
    why: str
    is_projected: bool = False

    def __str__(self) -> str:
        verdict = "a working day" if self.is_working else "not a working day"
        return f"{self.day:%A} {long_day(self.day)} is {verdict}: {self.why}"


def in_order(closures: Iterable[Closure]) -> tuple[Closure, ...]:
    """Sort closures by their days."""
    return tuple(sorted(closures, key=attrgetter("day")))


def registered(holiday: BankHoliday) -> Closure:
    """Give a day of the register as a closure."""
    return Closure(
        day=holiday.day,
        name=holiday.name,
        basis=holiday.basis.value,
        source=str(holiday.source),
    )


def was_to_be(holiday: BankHoliday) -> Closure:
    """Give the day that a moved holiday would have been, as known before the move."""
    return Closure(
        day=holiday.instead_of,
        name=holiday.name,
        basis=f"{holiday.basis.value}, as known before it was moved",
        source=str(holiday.source),
    )


@cache
def projected(
    country: str, subdiv: str | None, first_year: int, last_year: int
) -> tuple[Closure, ...]:
    """Reckon the holidays of some years with the package holidays.

    Raises:
        UnknownNameError: If the package has no such country or part.
    """
    import holidays  # noqa: PLC0415 (slow to import, and seldom needed)

    try:
        found = holidays.country_holidays(
            country, subdiv=subdiv, years=range(first_year, last_year + 1)
        )
    except (NotImplementedError, TypeError) as cause:
        raise UnknownNameError(
            f"the package holidays has no {echo(country)} with {echo(subdiv)}",
            remedy="write the codes that it uses",
        ) from cause
    source = f"the package holidays, {country}"
    return tuple(
        Closure(
            day=day,
            name=called,
            basis="by rule",
            source=f"{source}-{subdiv}" if subdiv else source,
            is_projected=True,
        )
        for day, called in sorted(found.items())
        if day.weekday() not in WEEKEND
    )
