"""Which arrangements cover an area, on one day or from one day to another."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.checks import checked
from masa.ground.findings import Finding, why
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import Identifier, Name, listed

__all__ = ["Cover", "CoverSpan", "CoverSpans", "Coverage"]


@frozen(kw_only=True, field_transformer=checked)
class Cover(Shown):
    """One arrangement that covers an area on a day, or perhaps does.

    Args:
        arrangement: Its id.
        title: Its title.
        finding: Whether it does, and what that rests on.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    arrangement: Identifier
    title: Name
    finding: Finding

    @property
    def answer(self) -> Answer:
        """Whether it covers the area on the day."""
        return self.finding.answer

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "arrangement", self.arrangement
        yield "title", self.title
        yield "answer", self.answer
        yield "why", why(self.finding)

    def __str__(self) -> str:
        return f"{self.title}: {self.answer}"


@frozen(kw_only=True, repr=False, field_transformer=checked)
class Coverage(Shown):
    """Which arrangements of an atlas cover an area on a day.

    Args:
        area: The area that was asked for.
        on: The day.
        covers: The arrangements that cover it, and those that perhaps do.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    area: Name
    on: date
    covers: tuple[Cover, ...] = ()

    @property
    def answer(self) -> Answer:
        """Whether any arrangement of the atlas covers it; no is said of these only."""
        return Answer.any_of(cover.answer for cover in self.covers)

    @property
    def sure(self) -> tuple[str, ...]:
        """The ids of the arrangements that surely cover it; several overlap."""
        return _ids(self.covers, Answer.YES)

    @property
    def perhaps(self) -> tuple[str, ...]:
        """The ids of the arrangements of which it cannot be told."""
        return _ids(self.covers, Answer.UNKNOWN)

    def __iter__(self) -> Iterator[Cover]:
        return iter(self.covers)

    def __len__(self) -> int:
        return len(self.covers)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each arrangement."""
        asked = {"area": self.area, "on": self.on.isoformat()}
        return [{**asked, **row} for one in self.covers for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        if not self.covers:
            return (Paragraph(f"{self}."),)
        columns = ("arrangement", "covers it", "why")
        rows = tuple(
            (one.title, str(one.answer), why(one.finding)) for one in self.covers
        )
        return (Table(caption=str(self), columns=columns, rows=rows),)

    def __str__(self) -> str:
        said = _in_words(self.sure, self.perhaps)
        return f"{self.area} on {long_day(self.on)}: {said}"

    def __repr__(self) -> str:
        return f"<Coverage of {self.area!r} on {self.on}: {self.answer}>"


def _ids(covers: tuple[Cover, ...], answer: Answer) -> tuple[str, ...]:
    return tuple(one.arrangement for one in covers if one.answer is answer)


def _in_words(sure: Sequence[str], perhaps: Sequence[str]) -> str:
    said = [f"covered by {listed(sure)}"] if sure else []
    said += [f"perhaps covered by {listed(perhaps)}"] if perhaps else []
    return ", ".join(said) or "covered by no arrangement of this atlas"


@frozen(kw_only=True, field_transformer=checked)
class CoverSpan(Shown):
    """Days in a row on which the same arrangements cover an area.

    Args:
        area: The area.
        first: The first of the days.
        last: The last of the days, which still counts.
        sure: The ids of the arrangements that surely cover it.
        perhaps: The ids of those of which it cannot be told.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If a day does not exist.
        KindError: If a part is of the wrong type.
    """

    area: Name
    first: date
    last: date
    sure: tuple[Identifier, ...] = ()
    perhaps: tuple[Identifier, ...] = ()

    @property
    def is_covered(self) -> Answer:
        """Whether some arrangement covers the area on these days; a gap is a no."""
        if self.sure:
            return Answer.YES
        return Answer.UNKNOWN if self.perhaps else Answer.NO

    @property
    def is_overlapping(self) -> Answer:
        """Whether several arrangements cover the area on these days."""
        if len(self.sure) > 1:
            return Answer.YES
        several = len(self.sure) + len(self.perhaps) > 1
        return Answer.UNKNOWN if several else Answer.NO

    def __str__(self) -> str:
        days = f"{long_day(self.first)} to {long_day(self.last)}"
        return f"{self.area}, {days}: {_in_words(self.sure, self.perhaps)}"


@frozen(kw_only=True, repr=False, field_transformer=checked)
class CoverSpans(Shown):
    """From one day to another, which arrangements of an atlas cover an area.

    Args:
        area: The area.
        spans: The days in a row, one after the other, without a day between.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    area: Name
    spans: tuple[CoverSpan, ...] = ()

    @property
    def gaps(self) -> tuple[CoverSpan, ...]:
        """The days on which no arrangement surely covers the area."""
        return tuple(one for one in self.spans if one.is_covered is not Answer.YES)

    @property
    def overlaps(self) -> tuple[CoverSpan, ...]:
        """The days on which several arrangements cover the area, or perhaps do."""
        return tuple(one for one in self.spans if one.is_overlapping is not Answer.NO)

    def __iter__(self) -> Iterator[CoverSpan]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each span of days."""
        return [dict(_row(one)) for one in self.spans]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(tuple(row.values()) for row in self.to_records())
        columns = ("area", "from", "to", "covered by", "perhaps by", "gap", "overlap")
        return (Table(caption=str(self), columns=columns, rows=rows),)

    def __str__(self) -> str:
        return f"Who covers {self.area}, day by day"

    def __repr__(self) -> str:
        return f"<CoverSpans of {self.area!r}: {len(self)} spans>"


def _row(span: CoverSpan) -> Iterator[tuple[str, str]]:
    yield "area", span.area
    yield "from", span.first.isoformat()
    yield "to", span.last.isoformat()
    yield "covered by", listed(span.sure)
    yield "perhaps by", listed(span.perhaps)
    yield "gap", str(~span.is_covered)
    yield "overlap", str(span.is_overlapping)
