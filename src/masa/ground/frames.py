"""The frame of a picture of rows: how large it may be, and its title above it."""

from collections.abc import Sized

from masa.ground.errors import RangeError
from masa.ground.lettering import wrapped
from masa.ground.svg import text

__all__ = ["LEAST_WIDTH", "MARGIN", "ROWS_MOST", "check_rows", "check_width", "heading"]

ROWS_MOST = 400
LEAST_WIDTH = 480
MOST_WIDTH = 10_000
MARGIN = 16
_TITLE_SIZE = 16


def check_rows(rows: Sized) -> None:
    """Check that rows are not too many for one picture.

    Raises:
        RangeError: If they are.
    """
    if len(rows) > ROWS_MOST:
        raise RangeError(
            f"{len(rows):,} rows are too many for one picture",
            remedy=f"give at most {ROWS_MOST}, or draw several pictures",
        )


def check_width(width: int) -> None:
    """Check that a picture can be so wide.

    Raises:
        RangeError: If it cannot.
    """
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        raise RangeError(
            f"a picture cannot be {width} pixels wide",
            remedy=f"give {LEAST_WIDTH} to {MOST_WIDTH:,}",
        )


def heading(title: str, width: int) -> tuple[list[str], float]:
    """Write the title, and give the height at which it ends."""
    y = float(MARGIN)
    parts = []
    for words in wrapped(title.split(), width=width - 2 * MARGIN, size=_TITLE_SIZE):
        y += 20
        parts.append(text(words, (MARGIN, y - 5), size=_TITLE_SIZE))
    return parts, y + 8
