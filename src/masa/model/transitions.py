"""Law that moved area by area: under which regime an area was, and on which days."""

from enum import Enum
from itertools import combinations

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.errors import DateError, KindError
from masa.ground.law import shelf
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import Name, echo, listed

__all__ = ["AreaDates", "Regime"]


class Regime(Enum):
    """Under which law an area works: boards, or its safeguarding partners."""

    LSCB = "Local Safeguarding Children Board"
    MASA = "multi-agency safeguarding arrangements"
    UNKNOWN = "unknown: it turns on the area's implementation date"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class AreaDates(Shown):
    """The days of one area on which law that moves area by area turns.

    A day may be a date as documents print it, such as "by September 2019"; what is
    left out is not known.

    Args:
        name: The area.
        published: Its publication date: when its arrangements were first published.
        implemented: Its implementation date: when partners and agencies first acted
            in accordance with them.
        republished: When it first published arrangements that answer to the 2023
            edition of Working Together.

    Raises:
        DateError: If it surely implemented before it published, or republished
            before that, or did so before there was law that asks for it.
        TextError: If the name breaks the text policy.

    Authority: SI 2018/497, regs 5 and 6.
    """

    name: Name
    published: When | None = None
    implemented: When | None = None
    republished: When | None = None

    def __attrs_post_init__(self) -> None:
        days = (self.published, self.implemented, self.republished)
        for earlier, later in combinations([one for one in days if one], 2):
            if later.before(earlier) is Answer.YES:
                raise DateError(
                    f"{self.name}: {later} comes before {earlier}",
                    remedy="an area publishes, then implements, then republishes",
                )
        for which, instrument in _NO_EARLIER.items():
            self._check_possible(which, shelf.instrument(instrument).in_force)

    def _check_possible(self, which: str, first: When | None) -> None:
        own: When | None = getattr(self, which)
        if own and first and own.before(first) is Answer.YES:
            raise DateError(
                f"{self.name}: {which} {own} lies before the law that asks for it",
                remedy=f"no area could before {first}",
            )

    def narrowed(self, span: When, which: str) -> When:
        """Narrow a span to what is known of one of the area's days.

        Args:
            span: The days on which the law moved on, from one area to another; the
                last of them is final for every area.
            which: The name of the day: ``implemented`` or ``republished``.

        Raises:
            KindError: If the area has no such day.
        """
        if which not in _AFTER:
            raise KindError(
                f"{echo(which)} is no day of an area", remedy=f"write {listed(_AFTER)}"
            )
        own: When | None = getattr(self, which)
        first = self.published if which == "implemented" else None
        if which == "republished" and own is None and self._is_new(span):
            own = self.published
        starts = [when.earliest for when in (span, own, first) if when is not None]
        ends = [when.latest for when in (span, own) if when is not None]
        earliest = max((day for day in starts if day), default=None)
        latest = min((day for day in ends if day), default=None)
        if earliest and span.latest:
            earliest = min(earliest, span.latest)
        if latest and span.earliest:
            latest = max(latest, span.earliest)
        return When(earliest, latest)

    def _is_new(self, span: When) -> bool:
        """Say whether the first arrangements came within the span or after it."""
        starts = span.earliest
        if self.published is None or starts is None:
            return False
        return self.published.on_or_after(starts) is Answer.YES

    def __str__(self) -> str:
        days = [
            f"{which} {when}"
            for which in ("published", "implemented", "republished")
            if (when := getattr(self, which))
        ]
        return f"{self.name}: {listed(days) or 'no day known'}"


_AFTER = ("implemented", "republished")
# Before which instrument was in force no area could have done so.
_NO_EARLIER = {
    "published": "SI2018/497",
    "implemented": "SI2018/497",
    "republished": "WT2023",
}
