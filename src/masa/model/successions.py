"""How arrangements follow one another: replaced, merged, split."""

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import FactError
from masa.ground.shown import Shown
from masa.ground.stated import Stated
from masa.ground.text import Identifier, listed
from masa.model.arrangement import Arrangement

__all__ = ["Succession", "SuccessionKind", "successions"]


class SuccessionKind(Enum):
    """What became of arrangements."""

    REPLACED = "replaced"
    MERGED = "merged"
    SPLIT = "split"
    REARRANGED = "rearranged"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class Succession(Shown):
    """Arrangements, and those that took their place.

    Args:
        before: The ids of the earlier ones.
        after: The ids of the later ones.
        is_settled: Whether it holds; if not, it is planned, or depends on something.

    Raises:
        FactError: If there is none before, or none after.
        TextError: If an id has another form.
        KindError: If a part is of the wrong type.
    """

    before: tuple[Identifier, ...]
    after: tuple[Identifier, ...]
    is_settled: bool = True

    def __attrs_post_init__(self) -> None:
        if not self.before or not self.after:
            raise FactError(
                "nothing follows nothing", remedy="name one before and one after"
            )

    @property
    def kind(self) -> SuccessionKind:
        """Whether one was replaced, several were merged, or one was split."""
        match len(self.before) > 1, len(self.after) > 1:
            case False, False:
                return SuccessionKind.REPLACED
            case True, False:
                return SuccessionKind.MERGED
            case False, True:
                return SuccessionKind.SPLIT
        return SuccessionKind.REARRANGED

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "before", listed(self.before)
        yield "kind", self.kind
        yield "after", listed(self.after)
        yield "settled", self.is_settled

    def __str__(self) -> str:
        verb = "was" if len(self.before) == 1 else "were"
        if not self.is_settled:
            verb = "is to be" if len(self.before) == 1 else "are to be"
        into = "by" if self.kind is SuccessionKind.REPLACED else "into"
        return (
            f"{listed(self.before)} {verb} {self.kind.value} {into} "
            f"{listed(self.after)}"
        )


def successions(arrangements: Iterable[Arrangement]) -> tuple[Succession, ...]:
    """Find how arrangements follow one another, as each says which it follows."""
    given = tuple(arrangements)
    links: list[tuple[set[str], set[str]]] = []
    for one in given:
        before, after = set(Stated(one.follows).values), {one.id}
        joined = [link for link in links if link[0] & before]
        links = [link for link in links if link not in joined]
        for earlier, later in joined:
            before |= earlier
            after |= later
        links += [(before, after)] if before else []
    return tuple(_succession(given, before, after) for before, after in links)


def _succession(
    given: tuple[Arrangement, ...], before: set[str], after: set[str]
) -> Succession:
    later = [one for one in given if one.id in after]
    return Succession(
        before=tuple(sorted(before)),
        after=tuple(one.id for one in later),
        is_settled=all(
            one.standing.is_settled and all(link.is_settled for link in one.follows)
            for one in later
        ),
    )
