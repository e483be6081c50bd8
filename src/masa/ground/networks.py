"""What a program that lays out graphs is told: boxes with names, and arrows."""

from enum import Enum

from attrs import frozen

__all__ = ["Arrow", "Box", "BoxShape", "Network", "Stroke"]


class BoxShape(Enum):
    """The outline of a box."""

    PLAIN = "plain"
    ROUNDED = "rounded"
    PILL = "pill"
    DOUBLE = "double"
    HEXAGON = "hexagon"
    SLANTED = "slanted"
    FLAG = "flag"

    __repr__ = Enum.__str__


class Stroke(Enum):
    """How the line of an arrow is drawn."""

    PLAIN = "plain"
    HEAVY = "heavy"
    DASHED = "dashed"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class Box:
    """A box.

    Args:
        key: What arrows call it; it is not written.
        name: Its name.
        note: What it is, in a few words.
        shape: Its outline.
        is_dashed: Whether its outline is dashed.
        rank: Boxes of one rank stand side by side.
    """

    key: str
    name: str
    note: str = ""
    shape: BoxShape = BoxShape.PLAIN
    is_dashed: bool = False
    rank: int | None = None


@frozen(kw_only=True)
class Arrow:
    """An arrow from one box to another.

    Args:
        source: The key of the box that it comes from.
        target: The key of the box that it points to.
        words: What is written on it.
        back: The same, seen from its target.
        note: More, in brackets.
        stroke: How its line is drawn.
        rises: Whether its target belongs above its source.
    """

    source: str
    target: str
    words: str
    back: str = ""
    note: str = ""
    stroke: Stroke = Stroke.PLAIN
    rises: bool = False


@frozen(kw_only=True)
class Network:
    """Boxes and arrows under a title; each arrow joins two of the boxes.

    Args:
        title: What they show.
        boxes: The boxes, the first at the top.
        arrows: The arrows.
    """

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
