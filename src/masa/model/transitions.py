"""Law that moved area by area: under which regime an area was, and on which days."""

from enum import Enum
from itertools import pairwise

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.errors import DateError
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import Name

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
            before that.
        TextError: If the name breaks the text policy.

    Authority: SI 2018/497, regs 5 and 6.
    """

    name: Name
    published: When | None = None
    implemented: When | None = None
    republished: When | None = None

    def __attrs_post_init__(self) -> None:
        days = [self.published, self.implemented, self.republished]
        known = [when for when in days if when is not None]
        for earlier, later in pairwise(known):
            if later.before(earlier) is Answer.YES:
                raise DateError(
                    f"{self.name}: {later} comes before {earlier}",
                    remedy="an area publishes, then implements, then republishes",
                )

    def narrowed(self, span: When, which: str | None) -> When:
        """Narrow a span to what is known of one of the area's days.

        Args:
            span: The days on which the law moved on, from one area to another.
            which: The name of the day, such as ``implemented``.
        """
        own: When | None = getattr(self, which) if which else None
        after = self.published if which == "implemented" else None
        starts = [when.earliest for when in (span, own, after) if when is not None]
        ends = [when.latest for when in (span, own) if when is not None]
        latest = min((day for day in ends if day), default=None)
        earliest = max((day for day in starts if day), default=None)
        if earliest and latest and earliest > latest:
            earliest = latest
        return When(earliest, latest)
