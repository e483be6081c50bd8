"""The clocks of the law that run on a day, by name."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from masa.ground.blocks import Block, Table
from masa.ground.checks import checked
from masa.ground.errors import NotInForceError
from masa.ground.law import shelf
from masa.ground.law.clocks import Clock
from masa.ground.law.provisions import Provision, evidence_in_words
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import echo, listed, text_of

__all__ = ["ClockCatalogue"]


@frozen(repr=False, field_transformer=checked)
class ClockCatalogue(Shown):
    """The clocks of the law on a day, by name.

    Args:
        on: The day.
        clocks: Every clock of which some length is in force.
    """

    on: date
    clocks: tuple[Clock, ...]

    def __len__(self) -> int:
        return len(self.clocks)

    def __iter__(self) -> Iterator[Clock]:
        return iter(self.clocks)

    def __contains__(self, name: object) -> bool:
        return any(name in clock.names for clock in self.clocks)

    def __getitem__(self, name: str) -> Clock:
        """Give one clock by its id or another of its names.

        Raises:
            UnknownNameError: If there is no such clock.
            NotInForceError: If there is, and it does not run on the day.
            KindError: If the name is not text.
        """
        entry = shelf.clock(text_of(name))
        for clock in self.clocks:
            if clock.id == entry.id:
                return clock
        raise NotInForceError(
            f"the clock {echo(name)} does not run on {long_day(self.on)}",
            remedy="ask on another day",
        )

    def table(self) -> Table:
        """Lay the clocks out in one table."""
        rows = tuple(
            (
                clock.id,
                listed((event.name for event in clock.events), "or"),
                "; ".join(one.value_in_words or "no number" for one in clock.limits),
                "; ".join(str(one.source) for one in clock.limits),
                "; ".join(_how_sure(one) for one in clock.limits),
            )
            for clock in self.clocks
        )
        caption = f"Clocks on {long_day(self.on)}"
        columns = ("clock", "runs from", "length", "source", "evidence")
        return Table(caption=caption, columns=columns, rows=rows)

    def _blocks(self) -> Sequence[Block]:
        return (self.table(),)

    def to_records(self) -> list[dict[str, str]]:
        """Give each clock as a row of plain text."""
        return [row for clock in self.clocks for row in clock.to_records()]

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<ClockCatalogue on {self.on}: {len(self)} clocks>"


def _how_sure(limit: Provision) -> str:
    mark = evidence_in_words(limit.evidence)
    return f"{mark}; {limit.doubt}" if limit.doubt else mark
