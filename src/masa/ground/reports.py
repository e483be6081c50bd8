"""A page for people, made of plain blocks."""

from collections.abc import Sequence

from attrs import frozen

from masa.ground.blocks import Block, Table
from masa.ground.shown import Shown

__all__ = ["Report"]


@frozen(repr=False)
class Report(Shown):
    """A page for people: it prints as text, Markdown and HTML.

    Args:
        title: The title of the page.
        blocks: What stands on it.
    """

    title: str
    blocks: tuple[Block, ...]

    def _blocks(self) -> Sequence[Block]:
        return self.blocks

    def to_page(self) -> str:
        """Lay it out as one HTML page that needs nothing but itself."""
        from masa.ground.rendering import to_page  # noqa: PLC0415 (only when shown)

        return to_page(self.title, self.blocks)

    def to_records(self) -> list[dict[str, str]]:
        """Give every row of every table, with the caption of its table."""
        return [
            {"table": block.caption, **dict(zip(block.columns, row, strict=True))}
            for block in self.blocks
            if isinstance(block, Table)
            for row in block.rows
        ]

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<Report on {self.title!r}: {len(self.blocks)} blocks>"
