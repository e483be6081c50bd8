"""Against which edition, and by the law of which day, an arrangement is held."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import frozen

from masa.ground.dates import When
from masa.ground.errors import NotInForceError, UnsettledError
from masa.ground.law import shelf
from masa.ground.law.instruments import Instrument
from masa.ground.logic import Answer
from masa.ground.spans import day, long_day
from masa.ground.stated import Stated
from masa.ground.text import echo, listed
from masa.model.arrangement import Arrangement
from masa.model.editions import edition_before, editions
from masa.model.opening import Days, law
from masa.model.statutes import StatuteBook
from masa.model.transitions import AreaDates

__all__ = ["HeldAgainst", "answers_to", "held_against"]

Commenced = Mapping[str, date | str | Days]
ONE_DAY = timedelta(days=1)
REPUBLISHED = "republished"


@frozen
class HeldAgainst:
    """The edition and the law that an arrangement is held against.

    Args:
        edition: The edition of the guidance.
        book: The law of a day on which it applies.
        on: The reader's day.
        notices: What a reader has to know of how they were chosen.
    """

    edition: Instrument
    book: StatuteBook
    on: date
    notices: tuple[str, ...] = ()


def held_against(
    arrangement: Arrangement,
    edition: str | None,
    on: date | str | None,
    commenced: Commenced | None,
) -> HeldAgainst:
    """Choose the edition and the day of the law.

    Raises:
        UnsettledError: If neither is given, and the arrangement names no edition.
        UnknownNameError: If there is no such edition.
        NotInForceError: If the edition knew no such arrangements.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.
        KindError: If a part is of the wrong type.
    """
    checked = shelf.coverage().checked
    if edition is None and on is not None:
        return _on_a_day(arrangement, day(on), commenced)
    named = _edition(_named(arrangement) if edition is None else edition)
    asked = None if on is None else day(on)
    own = _own_day(arrangement) if asked is None else asked
    wanted = checked if own is None else own if asked else min(own, checked)
    taken = _within(named, wanted, is_own=own is not None)
    if asked is None:
        taken = _within(named, max([taken, *_supposed(commenced)]), is_own=True)
    told = () if own == taken else (_why(named, taken, own, asked),)
    book = law(taken, commenced=commenced)
    return HeldAgainst(
        named, book, max(asked or checked, taken), (*told, *_later(taken))
    )


def _later(taken: date) -> Iterator[str]:
    """Say of a day after the last look at the law that it may have changed since."""
    checked = shelf.coverage().checked
    if taken > checked:
        yield (
            f"The law was last looked at on {long_day(checked)}; what changes until "
            f"{long_day(taken)} is not known."
        )


def answers_to(arrangement: Arrangement) -> Instrument | None:
    """Give the edition that an arrangement answers to, where that can be told."""
    named = arrangement.edition.values if arrangement.edition.is_settled else ()
    known = {name: one for one in editions()[1:] for name in (one.id, one.cited_as)}
    return next((known[name] for name in named if name in known), None)


def _edition(name: str) -> Instrument:
    found = shelf.instrument(name)
    if found not in editions()[1:]:
        known = listed((one.id for one in editions()[1:]), "or")
        raise NotInForceError(
            f"{echo(name)} asks for no arrangements of safeguarding partners",
            remedy=f"write {known}",
        )
    return found


def _named(arrangement: Arrangement) -> str:
    """Give the one edition that the arrangement says it answers to."""
    if not arrangement.edition.is_settled:
        raise UnsettledError(
            f"{echo(arrangement.title)} does not settle to which edition it answers",
            remedy='give `edition`, such as "WT2023", or the day `on`',
        )
    return arrangement.edition.only


def _own_day(arrangement: Arrangement) -> date | None:
    """Give the day on which the arrangement was published or approved, if told."""
    facts = (arrangement.published, arrangement.approved)
    days = (when.latest for fact in facts for when in fact.values)
    return next((found for found in days if found), None)


def _within(edition: Instrument, wanted: date, *, is_own: bool) -> date:
    """Give the wanted day, or the nearest on which the edition applied.

    For an older edition, and an arrangement that tells no day, it is the first.
    """
    first = edition.in_force.latest if edition.in_force else None
    ended = edition.superseded.earliest if edition.superseded else None
    if first and (wanted < first or (ended and wanted >= ended and not is_own)):
        return first
    return min(wanted, ended - ONE_DAY) if ended else wanted


def _supposed(commenced: Commenced | None) -> list[date]:
    """Give the days on which pending sections are supposed to commence."""
    given = commenced.values() if isinstance(commenced, Mapping) else ()
    return [day(one) for one in given if not isinstance(one, Mapping)]


def _why(edition: Instrument, taken: date, own: date | None, asked: date | None) -> str:
    told = "The arrangement tells no day of publication"
    if asked is not None:
        told = f"You ask on {long_day(asked)}"
    elif own is not None:
        told = f"The arrangement is of {long_day(own)}"
    return f"{told}; the law taken is that of {long_day(taken)}, under {edition}."


def _on_a_day(
    arrangement: Arrangement, today: date, commenced: Commenced | None
) -> HeldAgainst:
    """Take the edition that governs on a day what was published on another."""
    book = law(today, commenced=commenced)
    national, before = book.national_edition, edition_before(book.national_edition)
    why: tuple[str, ...] = ()
    if before is not None and before.area_date == REPUBLISHED:
        older = _was_before(arrangement.published, national)
        moving = law(today, area=_not_yet(arrangement, today), commenced=commenced)
        if moving.edition != book.edition and older is not Answer.NO:
            why = (_while_moving(moving.edition, national, older),)
        book = moving if older is Answer.YES else book
    edition = _edition(book.edition.id)
    return HeldAgainst(edition, book, today, (*why, *_later(today)))


def _was_before(published: Stated[When], national: Instrument) -> Answer:
    """Say whether the arrangement was published before an edition was in force."""
    if national.in_force is None or not published.is_settled:
        return Answer.UNKNOWN
    return published.only.before(national.in_force)


def _while_moving(edition: Instrument, national: Instrument, older: Answer) -> str:
    """Say why the older edition governs, or that it may."""
    since = f"published before {national} was in force"
    if older is Answer.YES:
        return f"The arrangement was {since}, so {edition} governs it on this day."
    return (
        f"Whether the arrangement was {since} is not known; if it was, {edition} "
        "governs it on this day."
    )


def _not_yet(arrangement: Arrangement, today: date) -> AreaDates:
    """Say of an area that it has not published again by a day."""
    return AreaDates(name=arrangement.title, republished=When(today + ONE_DAY, None))
