"""Who is meant by a name: everything that a document declares, by name and id.

Nothing is created by being mentioned. A name belongs to one thing; where two
things share one, each needs an id, and only the id can be used.
"""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache

from attrs import frozen

from masa.ground.errors import Fault
from masa.ground.shapes import Path, parts
from masa.ground.text import did_you_mean, echo, listed

__all__ = ["Declaration", "Declared", "is_named", "repeated_ids"]

SUGGESTIONS_MOST = 20
PLACES_MOST = 5


@frozen(kw_only=True)
class Declaration:
    """One declared thing: what it is called, and where it is declared."""

    name: str | None
    id: str | None = None
    also: tuple[str, ...] = ()
    path: Path = ()
    thing: object = None

    @property
    def names(self) -> Iterable[str]:
        """Everything that it is called, each once."""
        return dict.fromkeys(n for n in (self.name, self.id, *self.also) if n)


def is_named(cls: type) -> bool:
    """Say whether others can refer to a thing of this class by its name."""
    return _is_named(cls)


@cache
def _is_named(cls: type) -> bool:
    return getattr(cls, "is_referred_to", True) and {"name", "also"} <= set(parts(cls))


class Declared:
    """Everything that one document declares, by each of its names.

    Args:
        declarations: What it declares.
        always: Names that always mean something, declared or not.
    """

    def __init__(
        self, declarations: Iterable[Declaration], always: Iterable[str] = ()
    ) -> None:
        self._always = frozenset(always)
        self._carriers: dict[str, list[Declaration]] = {}
        self.many = 0
        for declaration in declarations:
            self.many += 1
            for name in declaration.names:
                self._carriers.setdefault(name, []).append(declaration)

    def __contains__(self, name: object) -> bool:
        return name in self._always or len(self.carriers(str(name))) == 1

    def __iter__(self) -> Iterator[str]:
        return iter(self._carriers)

    def carriers(self, name: str) -> list[Declaration]:
        """Give everything that is called so."""
        return self._carriers.get(name, [])

    def clashes(self) -> Iterator[Fault]:
        """Yield a fault for each name that two things claim, or that is taken."""
        for name, carriers in self._carriers.items():
            same_id = [d for d in carriers if d.id == name]
            same_name = [d for d in carriers if d.name == name]
            if name in self._always:
                yield Fault(
                    f"the name {echo(name)} always means all of them",
                    remedy="give it another name",
                    path=carriers[0].path,
                )
            elif len(same_id) > 1:
                yield _clash("id", name, same_id)
            elif len(same_name) > 1 and any(d.id is None for d in same_name):
                yield _clash("name", name, same_name)

    def unknown(self, mentions: Iterable[tuple[str, Path]]) -> Iterator[Fault]:
        """Yield a fault for each mention that means nothing, or several things."""
        verdicts: dict[str, tuple[str, str]] = {}
        for name, path in mentions:
            if name in self:
                continue
            if name not in verdicts:
                verdicts[name] = self.verdict(
                    name, suggests=len(verdicts) < SUGGESTIONS_MOST
                )
            said, remedy = verdicts[name]
            yield Fault(said, remedy=remedy, path=path)

    def verdict(self, name: str, *, suggests: bool = True) -> tuple[str, str]:
        """Say why a name cannot be used, and what would be right."""
        if carriers := self.carriers(name):
            return (
                f"{echo(name)} is the name of {len(carriers)} things",
                "give each its own `id` and refer to it by that",
            )
        guess = did_you_mean(name, (*self, *self._always)) if suggests else ""
        return (
            f"nothing is called {echo(name)}",
            guess or "declare it as a partner, post, body, group or agency",
        )


def repeated_ids(ids: Iterable[tuple[Hashable, str, Path]]) -> Iterator[Fault]:
    """Yield a fault for each id that another thing of its sort has.

    Args:
        ids: The sort of each thing, its id, and the path to it.
    """
    first: dict[tuple[Hashable, str], Path] = {}
    for sort, own, path in ids:
        before = first.setdefault((sort, own), path)
        if before != path:
            yield Fault(
                f"the id {echo(own)} stands at {Fault('', path=before).where} too",
                remedy="ids are unique",
                path=(*path, "id"),
            )


def _clash(what: str, name: str, carriers: list[Declaration]) -> Fault:
    paths = [Fault("", path=d.path).where or "the top" for d in carriers]
    more = ["elsewhere"] if len(paths) > PLACES_MOST else []
    places = listed([*paths[:PLACES_MOST], *more])
    remedy = "give each its own id" if what == "name" else "ids are unique"
    return Fault(
        f"the {what} {echo(name)} stands at {places}",
        remedy=remedy,
        path=carriers[-1].path,
    )
