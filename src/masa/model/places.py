"""Where something happened, or where a child lives, as far as the law asks.

The law asks for an authority's area and no more, so a place holds no address.
"""

from enum import Enum
from types import NoneType
from typing import ClassVar

from attrs import field, frozen

from masa.ground.checks import checked
from masa.ground.errors import FactError, KindError
from masa.ground.logic import WhyUnknown
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import Name, echo, name

__all__ = ["Place", "Where"]


class Where(Enum):
    """Where a place lies, seen from one authority."""

    HERE = "this authority"
    ELSEWHERE = "another in England"
    OUTSIDE = "outside England"

    __repr__ = Enum.__str__


UNKNOWN = "unknown"


def _to_value(value: object) -> str | None:
    if isinstance(value, Where):
        return value.value
    return None if value is None or value == UNKNOWN else name(value)


@frozen(field_transformer=checked)
class Place(Shown):
    """The area of an authority, another in England, outside England, or not known.

    Args:
        value: One of the values of `Where`, or the name of the local authority in
            England in whose area it lies; nothing where it is unknown.
        source: Where that is recorded.
        why: Why it is unknown; only where it is.

    Raises:
        FactError: If a reason for not knowing is given of a known place.
        KindError: If a part is of the wrong type.
        TextError: If a name breaks the text policy.

    Example:
        >>> Place("outside England").where
        Where.OUTSIDE
    """

    text_key: ClassVar = "value"
    plain_kinds: ClassVar = (NoneType, Where)
    file_keys: ClassVar = {"is": "value", "unknown": "why", "at": "source"}

    value: Name | None = field(default=None, converter=_to_value)
    source: Source | None = field(default=None, kw_only=True)
    why: WhyUnknown | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.why is not None and self.value is not None:
            raise FactError(
                f"a place that is {self.value} cannot be {self.why.value}",
                remedy="leave out the reason, or the place",
            )

    @classmethod
    def of(cls, value: object) -> "Place":
        """Take a place, a `Where`, the text of a place or nothing as a place.

        Raises:
            KindError: If it is anything else.
            TextError: If the text is no proper name.
        """
        if isinstance(value, Place):
            return value
        if value is None or isinstance(value, str | Where):
            return cls(_to_value(value))
        raise KindError(
            f"{echo(value)} is not a place",
            remedy="give where it lies, or the name of an authority",
        )

    @property
    def where(self) -> Where | None:
        """Where it lies, if that is how it is given, and not by an authority's name."""
        words = {one.value: one for one in Where}
        return words.get(self.value or "")

    @property
    def authority(self) -> str | None:
        """The name of the authority in whose area it lies, if that is given."""
        return None if self.where else self.value

    def seen_from(
        self, authority: str | None, *, own: str | None, named: str | None
    ) -> Where | None:
        """Say where it lies, seen from an authority; nothing where nobody can tell.

        Args:
            authority: The authority that asks, by its id; nothing for the one whose
                case it is.
            own: The authority whose case it is, by its id, if that is known.
            named: The id of the authority in whose area it lies, if that is given.
        """
        seen = authority or own
        if named is not None:
            here = Where.HERE if named == seen else Where.ELSEWHERE
            return None if seen is None else here
        if self.where is Where.OUTSIDE or own is None or seen == own:
            return self.where
        return Where.ELSEWHERE if self.where is Where.HERE else None

    def written(self) -> str | None:
        """Write it as a file holds it, if it is no more than where it lies."""
        return None if self.source is not None else self.value

    def __str__(self) -> str:
        return self.value or (f"{UNKNOWN}: {self.why.value}" if self.why else UNKNOWN)
