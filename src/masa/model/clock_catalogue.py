"""The clocks of the law that run on a day, by name."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from masa.ground.blocks import Block, Table
from masa.ground.errors import UnknownNameError
from masa.ground.law.clocks import Clock
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed

__all__ = ["ClockCatalogue"]


@frozen(repr=False)
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
        for clock in self.clocks:
            if name in clock.names:
                return clock
        names = [clock.id for clock in self.clocks]
        raise UnknownNameError(
            f"no clock {echo(name)} runs on {long_day(self.on)}",
            remedy=did_you_mean(str(name), names) or "look at them all",
        )

    def table(self) -> Table:
        """Lay the clocks out in one table."""
        rows = tuple(
            (
                clock.id,
                listed((event.name for event in clock.events), "or"),
                "; ".join(
                    limit.value_in_words or "no number" for limit in clock.limits
                ),
                "; ".join(str(limit.citation) for limit in clock.limits),
            )
            for clock in self.clocks
        )
        caption = f"Clocks on {long_day(self.on)}"
        columns = ("clock", "runs from", "length", "source")
        return Table(caption=caption, columns=columns, rows=rows)

    def _blocks(self) -> Sequence[Block]:
        return (self.table(),)

    def to_records(self) -> list[dict[str, str]]:
        """Give each clock as a row of plain text."""
        return [
            {"clock": clock.id, **row}
            for clock in self.clocks
            for row in clock.to_records()
        ]

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<ClockCatalogue on {self.on}: {len(self)} clocks>"
