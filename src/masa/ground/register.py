"""What a document declares and refers to: names, ids, and where things are printed.

What was noted is checked together at the end, so that the order does not matter, and no
fault in one part hides what another refers to.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from attrs import field, frozen

from masa.ground.documents import Limits
from masa.ground.errors import Fault, MasaError
from masa.ground.forms import texts_of
from masa.ground.names import Declaration, Declared, is_named, repeated_ids
from masa.ground.shapes import Path, parts
from masa.ground.sources import unknown_documents
from masa.ground.text import identifier

__all__ = ["Register"]


@frozen
class Register:
    """What was declared and mentioned in one document so far, each with its path.

    Args:
        documents: The class of the documents in which its places are, if it has any.
        declarations: The things that others can refer to.
        names: The names by which it refers to things.
        ids: The ids of things that have one of their own, with their class.
        cited: The ids of documents that places name.
    """

    documents: type | None = None
    declarations: list[Declaration] = field(factory=list)
    names: list[tuple[str, Path]] = field(factory=list)
    ids: list[tuple[type, str, Path]] = field(factory=list)
    cited: list[tuple[Path, str]] = field(factory=list)

    def declare(self, kind: type, table: Mapping[str, object], path: Path) -> None:
        """Note what a table declares, as far as that can be read."""
        ident = table.get("id")
        own_id = ident if isinstance(ident, str) else None
        if own_id is not None and getattr(kind, "has_own_id", False):
            self.ids.append((kind, own_id, path))
        if is_named(kind):
            names = list(texts_of(table.get("name")))
            title = table.get("title")
            own = title if "title" in parts(kind) else next(iter(names), None)
            others = (*names, *texts_of(table.get("also")))
            self.declarations.append(
                Declaration(
                    name=own if isinstance(own, str) else None,
                    id=own_id,
                    also=others,
                    path=path,
                )
            )

    def cite(self, table: Mapping[str, object], path: Path) -> None:
        """Note which document the table of a place names, if that can be an id."""
        with suppress(MasaError):
            self.cited.append((path, identifier(table.get("document"))))

    def sizes(self, limits: Limits) -> Iterator[tuple[str, int, int]]:
        """Yield what there is of things and references, and how many are read."""
        yield "things", len(self.declarations) - 1, limits.bodies
        yield "references", len(self.names), limits.relations

    def faults(self, always: Iterable[str]) -> Iterator[Fault]:
        """Yield a fault for whatever is declared twice, or mentioned but not declared.

        Args:
            always: Names that may be used without being declared.
        """
        declared = Declared(self.declarations, always)
        yield from declared.clashes()
        yield from declared.unknown(self.names)
        yield from repeated_ids(self.ids)
        if self.documents is not None:
            known = {own for kind, own, _ in self.ids if kind is self.documents}
            yield from unknown_documents(self.cited, known)
