"""How a value shows itself: described once, printed in three ways.

A value yields pairs of label and value, or, where that is not enough, a few
plain blocks. `masa.ground.rendering` turns blocks into text, Markdown and HTML
and is the only place that escapes anything.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum

from attrs import evolve, fields, has

from masa.ground.blocks import Block, Heading, Pairs

__all__ = ["Shown", "plain"]


def plain(value: object) -> str:
    """Print a value in plain English, as a reader expects to see it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return "; ".join(sorted(plain(item) for item in value))
    if isinstance(value, tuple):
        return "; ".join(plain(item) for item in value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return f"{value:,.0f}" if value == int(value) else f"{value:,f}"
    return str(value)


class Shown:
    """What every value can do: print itself, and be taken as records."""

    __slots__ = ()

    def _pairs(self) -> Iterator[tuple[str, object]]:
        """Yield each label with its value; by default every field that is filled."""
        cls: type = type(self)
        if has(cls):
            for field in fields(cls):
                value = getattr(self, field.name)
                if value is not None and value != field.default:
                    yield field.name.replace("_", " "), value

    def _blocks(self) -> Sequence[Block]:
        """Lay the value out as blocks; by default one list of pairs."""
        return (Pairs(tuple((label, plain(value)) for label, value in self._pairs())),)

    def to_blocks(self, level: int = 1) -> tuple[Block, ...]:
        """Lay the value out as blocks for a page of several values.

        Args:
            level: The level of its first heading; those below move with it.
        """
        blocks = self._blocks()
        first = next((one.level for one in blocks if isinstance(one, Heading)), level)
        return tuple(
            evolve(one, level=one.level - first + level)
            if isinstance(one, Heading)
            else one
            for one in blocks
        )

    def to_text(self) -> str:
        """Lay the value out as plain text, at most 100 columns wide."""
        from masa.ground.rendering import to_text  # noqa: PLC0415 (only when shown)

        return to_text(self._blocks())

    def to_markdown(self) -> str:
        """Lay the value out as Markdown, with everything in it escaped."""
        from masa.ground.rendering import to_markdown  # noqa: PLC0415 (only when shown)

        return to_markdown(self._blocks())

    def to_html(self) -> str:
        """Lay the value out as a fragment of HTML, with everything in it escaped."""
        from masa.ground.rendering import to_html  # noqa: PLC0415 (only when shown)

        return to_html(self._blocks())

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_records(self) -> list[dict[str, str]]:
        """Give the value as rows of plain text, ready for a table of any library."""
        return [{label: plain(value) for label, value in self._pairs()}]
