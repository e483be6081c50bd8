"""Acts, regulations, guidance and judgments: what they are, and when they held."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from masa.ground.checks import checked
from masa.ground.citations import Evidence
from masa.ground.dates import When
from masa.ground.errors import DateError
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import Name, Prose

__all__ = ["Instrument", "InstrumentKind", "Revision"]


class InstrumentKind(Enum):
    """What kind of text an instrument is, from the strongest to the weakest."""

    ACT = "Act"
    REGULATIONS = "regulations"
    JUDGMENT = "judgment"
    STATUTORY_GUIDANCE = "statutory guidance"
    PANEL_GUIDANCE = "Panel guidance"
    OTHER_GUIDANCE = "other guidance"
    BILL = "bill"
    ANNOUNCEMENT = "announcement"
    LOCAL = "local document"
    CONVENTION = "convention"

    __repr__ = Enum.__str__

    @property
    def is_law(self) -> bool:
        """Whether it is an Act, regulations or a judgment, which bind of themselves."""
        return self in {
            InstrumentKind.ACT,
            InstrumentKind.REGULATIONS,
            InstrumentKind.JUDGMENT,
        }


@frozen(kw_only=True, field_transformer=checked)
class Revision(Shown):
    """A re-issue of an instrument that is not an edition of its own.

    Args:
        id: A short name for it, such as "WT2023.1".
        made: When it was issued.
        says: What changed, as far as that is known.
        evidence: How sure that is.
    """

    id: Name
    made: When
    says: Prose
    evidence: Evidence

    def __str__(self) -> str:
        return f"{self.id}, {self.made}: {self.says} ({self.evidence.value})"


@frozen(kw_only=True, field_transformer=checked)
class Instrument(Shown):
    """An Act, regulations, an edition of guidance, a judgment or a local document.

    Args:
        id: A short name, such as "CA2004" or "WT2018".
        title: Its full title.
        cited_as: How citations name it.
        kind: What kind of text it is.
        series: The guidance of which it is an edition.
        number: Its official number, such as "2004 c. 31".
        made: When it was passed, made or published.
        in_force: When it first applied; parts of it may have begun later.
        superseded: The first day on which it no longer applied.
        area_date: Which of an area's own days ends it there, where areas moved on
            at different times.
        area_latest: The first day on which it applied in no area any more.
        address: Where the official text is published.
        publisher: Who publishes it.
        evidence: How sure these dates are.
        note: What else has to be known.
        revisions: Re-issues that are not editions of their own.

    Raises:
        DateError: If it surely ends before it begins.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    id: Name
    title: Name
    cited_as: Name
    kind: InstrumentKind
    series: Name | None = None
    number: Name | None = None
    made: When | None = None
    in_force: When | None = None
    superseded: When | None = None
    area_date: Name | None = None
    area_latest: date | None = None
    address: Name | None = None
    publisher: Name | None = None
    evidence: Evidence = Evidence.UNKNOWN
    note: Prose | None = None
    revisions: tuple[Revision, ...] = field(default=())

    def __attrs_post_init__(self) -> None:
        begun, ended = self.in_force, self.superseded
        if begun and ended and ended.before(begun) is Answer.YES:
            raise DateError(
                f"{self.id} is superseded ({ended}) before it is in force ({begun})",
                remedy="check both days",
            )

    def applies(self, on: date) -> Answer:
        """Say whether it applied on a day; unknown where its dates leave that open."""
        begun = self.in_force.on_or_before(on) if self.in_force else Answer.UNKNOWN
        ended = self.superseded.on_or_before(on) if self.superseded else Answer.NO
        return begun & ~ended

    def __str__(self) -> str:
        return self.cited_as
