"""Where a fact is printed: a place in a document."""

from typing import ClassVar

from attrs import field, frozen

from masa.ground.errors import KindError
from masa.ground.shown import Shown
from masa.ground.text import Identifier, Name, echo, identifier, name

__all__ = ["Source"]


def _to_identifier(value: object) -> str | None:
    return None if value is None else identifier(value)


@frozen(cache_hash=True)
class Source(Shown):
    """A place in a document.

    Args:
        place: The section, heading, slide or paragraph, as a reader would
            look it up: "7", "Appendix 1", "10, criteria".
        document: The id of the document, where there is more than one.

    Raises:
        TextError: If the place is not a proper name or the id not an id.
        KindError: If a part is not text.

    Example:
        >>> print(Source("10, criteria"))
        s.10, criteria
    """

    text_key: ClassVar[str] = "place"

    place: Name = field(converter=name)
    document: Identifier | None = field(
        default=None, kw_only=True, converter=_to_identifier
    )

    @classmethod
    def from_text(cls, text: str) -> "Source":
        """Read a place.

        Raises:
            TextError: If the text is not a proper name.
        """
        return cls(text)

    @classmethod
    def of(cls, value: object) -> "Source | None":
        """Take a place as text, a source or nothing as a source or nothing.

        Raises:
            TextError: If the text is not a proper name.
            KindError: If it is anything else.
        """
        if value is None or isinstance(value, Source):
            return value
        if isinstance(value, str):
            return cls(value)
        raise KindError(
            f"{echo(value)} is not a place", remedy='write for example at = "7"'
        )

    def __str__(self) -> str:
        place = f"s.{self.place}" if self.place[0].isdigit() else self.place
        return f"{self.document}, {place}" if self.document else place
