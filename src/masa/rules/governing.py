"""By which law a review is judged: that of its first day, or of a named edition."""

from collections.abc import Iterator
from datetime import date, timedelta

from masa.ground.errors import NotInForceError
from masa.ground.law import shelf
from masa.ground.law.processes import Process
from masa.ground.logic import Answer
from masa.ground.spans import long_day
from masa.model.opening import law
from masa.model.statutes import StatuteBook
from masa.model.transitions import Regime

__all__ = ["book_of", "check_in_force", "notices_of"]

ONE_DAY = timedelta(days=1)
OLD_WAY = (
    "under a Local Safeguarding Children Board there were serious case reviews: "
    'masa.timeline(events, on, pathway="serious-case-review")'
)
REGIME = (
    "Whether the area still worked under its Local Safeguarding Children Board on "
    "the day is not known; give `law=masa.law(day, area=…)`."
)


def book_of(edition: str | None, day: date) -> StatuteBook:
    """Open the book of a day or, where an edition is named, of its nearest day."""
    if edition is not None:
        named = shelf.instrument(edition)
        first = named.in_force.latest if named.in_force else None
        ended = named.superseded.earliest if named.superseded else None
        day = max(day, first) if first else day
        day = min(day, ended - ONE_DAY) if ended else day
    return law(day)


def check_in_force(book: StatuteBook, process: Process) -> None:
    """Check that some text of the day knows the review.

    Raises:
        NotInForceError: If none does.
    """
    rules = dict.fromkeys(rule for step in process.steps for rule in step.every_rule)
    if not any(book.in_force(rule) is Answer.YES for rule in rules):
        raise NotInForceError(
            f"the law of {long_day(book.on)} knows no {process.id.replace('-', ' ')}",
            remedy=OLD_WAY,
        )


def notices_of(book: StatuteBook, *, is_named: bool) -> Iterator[str]:
    """Yield what a reader has to know of the law by which a review is judged.

    Args:
        book: The law.
        is_named: Whether the case names the edition.
    """
    if is_named:
        yield f"Judged by {book.edition}, which the case names."
    if book.regime is Regime.UNKNOWN:
        yield REGIME
