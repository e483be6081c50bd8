"""A chart of bands: cards and boxes one below the other, and typed lines between them.

It is made of strings alone, and the same values always give the same picture.
"""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from masa.ground.errors import RangeError, UnknownNameError

__all__ = [
    "Band",
    "Box",
    "Card",
    "Chart",
    "Head",
    "Kind",
    "Link",
    "Outline",
    "Pill",
    "Sign",
]

BLOCKS_MOST = 400
PILLS_MOST = 2_000
LINKS_MOST = 1_000
KINDS_MOST = 52  # the letters of the alphabet, large and small


class Outline(Enum):
    """How something is outlined; what the outline means stands beside it in words."""

    PLAIN = "plain"
    DASHED = "dashed"
    HEAVY = "heavy"


class Head(Enum):
    """What stands at the end of a line, where it reaches its target."""

    FILLED = "filled arrow"
    OPEN = "open arrow"
    LINES = "arrow of two strokes"
    DISC = "disc"
    RING = "ring"
    NONE = "nothing"


@frozen(kw_only=True)
class Kind:
    """What the lines of one kind say, and how they look.

    Args:
        words: What the source does to the target, such as "reports to".
        head: What stands at the target.
        width: How wide the line is, in pixels.
        dashes: The lengths of its dashes and gaps, such as ``6 4``.
    """

    words: str
    head: Head = Head.FILLED
    width: float = 1.5
    dashes: str | None = None


@frozen(kw_only=True)
class Sign:
    """What a line says beside its kind, such as that it is proposed.

    Args:
        mark: One character that follows the letter of the line.
        words: What the mark means.
        dashes: The dashes of such a line, if they are not those of its kind.
    """

    mark: str
    words: str
    dashes: str | None = None


@frozen(kw_only=True)
class Pill:
    """One name in a box.

    Args:
        key: By what lines find it; each thing of a chart has its own.
        title: The name.
        outline: How it is outlined.
    """

    key: str
    title: str
    outline: Outline = Outline.PLAIN


@frozen(kw_only=True)
class Box:
    """A heading with names below it.

    Args:
        key: By what lines find it; each thing of a chart has its own.
        title: The heading.
        pills: The names.
        outline: How it is outlined.
    """

    key: str
    title: str
    pills: tuple[Pill, ...] = ()
    outline: Outline = Outline.PLAIN


@frozen(kw_only=True)
class Card:
    """One thing with what is to be known of it.

    Args:
        key: By what lines find it; each thing of a chart has its own.
        title: Its name.
        lines: What is known of it, such as "Chair: independent".
        marks: What a reader must not miss, such as "proposed".
        outline: How it is outlined.
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    outline: Outline = Outline.PLAIN


@frozen(kw_only=True)
class Band:
    """What stands on one level.

    Args:
        label: The name of the level, such as "Tier 1".
        blocks: The cards and boxes on it, from left to right; in a row they change
            places where that makes their lines shorter.
    """

    label: str
    blocks: tuple[Card | Box, ...] = ()


@frozen(kw_only=True)
class Link:
    """A line from one thing to another.

    Args:
        source: The key of the thing from which it comes.
        target: The key of the thing to which it goes.
        kind: What it says.
        sign: What is to be said of it beside that.
        says: The whole sentence; unless given, source, kind and target.
    """

    source: str
    target: str
    kind: Kind
    sign: Sign | None = None
    says: str = ""


@frozen(kw_only=True)
class Chart:
    """Everything that is to be drawn.

    Args:
        title: What the picture is called; it stands above the bands.
        bands: The levels, from top to bottom.
        links: The lines, each between two things of the bands.
        notes: What stands below the picture, such as what was left out.

    Raises:
        RangeError: If two things have one key, or there are more than 400 cards and
            boxes, 2,000 pills, 1,000 lines or 52 kinds of line.
        UnknownNameError: If a line goes from or to a key that there is not.

    Example:
        >>> forum = Card(key="forum", title="Forum", lines=("Meets: monthly",))
        >>> panel = Card(key="panel", title="Panel")
        >>> above = Band(label="Tier 1", blocks=(forum,))
        >>> below = Band(label="Tier 2", blocks=(panel,))
        >>> reports = Kind(words="reports to")
        >>> link = Link(source="panel", target="forum", kind=reports)
        >>> chart = Chart(title="Groups", bands=(above, below), links=(link,))
        >>> print(chart.description)
        Tier 1: Forum (Meets: monthly). Tier 2: Panel. Panel reports to Forum.
    """

    title: str
    bands: tuple[Band, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        _check_size("cards and boxes", sum(1 for _ in self.blocks), BLOCKS_MOST)
        _check_size("names in boxes", sum(len(b) for b in self._pills), PILLS_MOST)
        _check_size("lines", len(self.links), LINKS_MOST)
        kinds = dict.fromkeys(link.kind for link in self.links)
        _check_size("kinds of line", len(kinds), KINDS_MOST)
        names = self.titles
        if len(names) < sum(1 for _ in self._things):
            raise RangeError(
                "two things of a chart have one key", remedy="give each its own"
            )
        for key in (key for link in self.links for key in (link.source, link.target)):
            if key not in names:
                raise UnknownNameError(
                    f"a line ends at {key!r}, which is not in the chart",
                    remedy="put it into a band, or leave out the line",
                )

    @property
    def blocks(self) -> Iterator[Card | Box]:
        """Every card and box, band by band."""
        return (block for band in self.bands for block in band.blocks)

    @property
    def titles(self) -> dict[str, str]:
        """The name of each thing, by its key."""
        return {thing.key: thing.title for thing in self._things}

    @property
    def description(self) -> str:
        """The picture in words, with what stands on each level and each line says."""
        bands = (band for band in self.bands if band.blocks)
        levels = (f"{band.label}: {_listed(band)}." for band in bands)
        names = self.titles
        said = (f"{self.sentence(link, names)}." for link in self.links)
        parts = (*levels, *said, *self.notes)
        return " ".join(parts) if parts else "There is nothing to show."

    def sentence(self, link: Link, names: dict[str, str]) -> str:
        """Say in words what a line says, without a full stop."""
        plain = f"{names[link.source]} {link.kind.words} {names[link.target]}"
        more = f" ({link.sign.words})" if link.sign else ""
        return link.says or f"{plain}{more}"

    @property
    def _pills(self) -> Iterator[tuple[Pill, ...]]:
        return (block.pills for block in self.blocks if isinstance(block, Box))

    @property
    def _things(self) -> Iterator[Card | Box | Pill]:
        yield from self.blocks
        yield from (pill for pills in self._pills for pill in pills)


def _check_size(what: str, count: int, most: int) -> None:
    if count > most:
        raise RangeError(
            f"{count:,} {what} are too many for one picture",
            remedy=f"give at most {most:,}; draw what is around one thing, or one kind",
        )


def _listed(band: Band) -> str:
    return "; ".join(map(_in_words, band.blocks))


def _in_words(block: Card | Box) -> str:
    if isinstance(block, Box):
        inside = ", ".join(pill.title for pill in block.pills)
    else:
        inside = "; ".join((*block.lines, *block.marks))
    return f"{block.title} ({inside})" if inside else block.title
