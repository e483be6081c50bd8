"""Where a fact is printed: a place in a document."""

from collections.abc import Collection, Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen

from masa.ground.errors import Fault, KindError
from masa.ground.shown import Shown
from masa.ground.text import Identifier, Name, did_you_mean, echo, identifier, name

__all__ = ["Source", "unknown_documents"]

GUESSES_MOST = 20
Path = tuple[str | int, ...]


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


def unknown_documents(
    cited: Iterable[tuple[Path, str]], known: Collection[str]
) -> Iterator[Fault]:
    """Yield a fault for each place in a document that is not declared.

    Args:
        cited: The ids of the documents that places name, each after the path to it.
        known: The ids of the documents that are declared.
    """
    remedies: dict[str, str] = {}
    for path, own in cited:
        if own not in known:
            if own not in remedies:
                guess = did_you_mean(own, known) if len(remedies) < GUESSES_MOST else ""
                remedies[own] = guess or "declare it under `sources`"
            said = f"no source has the id {echo(own)}"
            yield Fault(said, remedy=remedies[own], path=path)
