"""The documents that an arrangement was taken from, and what is placed in them."""

from enum import Enum
from typing import ClassVar, Protocol, runtime_checkable

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated
from masa.ground.text import Identifier, Name, Prose, listed

__all__ = ["Collective", "Completeness", "Document", "Placed", "marked"]


class Completeness(Enum):
    """Whether the text of a document that is held is all of it."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class Document(Shown):
    """A document that an arrangement was taken from.

    Args:
        id: A short id, by which a place can name it.
        title: Its title.
        kind: What it is: published arrangements, minute, slide deck.
        text: Whether all of it is held, or it breaks off.
        dated: Its date, as far as it is known.
        link: Its address.

    Raises:
        TextError: If a text breaks the text policy.
        DateError: If the date cannot be read.
        KindError: If a part is of the wrong type.
    """

    stands_apart: ClassVar[bool] = True  # it holds the places, and has none
    has_own_id: ClassVar[bool] = True  # no other of its sort has the same

    id: Identifier
    title: Name
    kind: Stated[Name] = NOT_STATED
    text: Stated[Completeness] = NOT_STATED
    dated: Stated[When] = NOT_STATED
    link: Prose | None = None

    def __str__(self) -> str:
        return self.title


@runtime_checkable
class Placed(Protocol):
    """Whatever has a place in a document, and a standing."""

    @property
    def at(self) -> Source | None:
        """Where it is printed."""

    @property
    def standing(self) -> Standing:
        """How firmly it is said."""


@frozen(kw_only=True)
class Collective(Shown):
    """Several bodies that act as one under a name of the law.

    Args:
        name: The name, such as "safeguarding partners".
        members: Their names.
    """

    name: str
    members: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}: {listed(self.members)}"


def marked(thing: Placed) -> str:
    """Print a thing with its standing, unless it is in force or agreed."""
    standing = "" if thing.standing.is_settled else f" ({thing.standing.value})"
    return f"{thing}{standing}"
