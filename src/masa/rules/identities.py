"""Who is who in an arrangement: what one name and another mean, looked up once."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from masa.ground.logic import Answer
from masa.ground.stated import Statement
from masa.model.arrangement import Arrangement, Thing
from masa.model.bodies import Body
from masa.model.partners import RelevantAgency, SafeguardingPartner
from masa.rules.plain_names import label_of

__all__ = ["Identities", "once", "values_of"]

T = TypeVar("T")


class Identities:
    """What the names of one arrangement mean, and which of them mean one thing.

    Two things are one where the document says so; `perhaps` takes as one also those
    of which it cannot be told, so that nobody is missed who is there by another name.
    Each thing has a number, which it shares with nothing but what is one with it.

    Args:
        arrangement: The arrangement.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self._things: dict[str, Thing] = {}

    def thing(self, name: str) -> Thing:
        """Give what carries a name, looked up once."""
        found = self._things.get(name)
        if found is None:
            found = self._things[name] = self.arrangement[name]
        return found

    def who(self, name: str, *, perhaps: bool = False) -> int:
        """Give the number by which whatever carries a name is told from the rest."""
        return self.number(self.thing(name), perhaps=perhaps)

    def number(self, thing: object, *, perhaps: bool = False) -> int:
        """Give the number of a thing; things that are one have one number."""
        return _root(self._perhaps if perhaps else self._surely, id(thing))

    @cached_property
    def _surely(self) -> dict[int, int]:
        bodies = [(one, one.body) for one in self.arrangement.partners]
        agencies = [(one, one.body) for one in self.named_agencies]
        pairs = (
            (id(thing), id(self.thing(body)))
            for thing, body in (*bodies, *agencies)
            if body
        )
        return _joined({}, (*pairs, *self._same(Answer.YES)))

    @cached_property
    def _perhaps(self) -> dict[int, int]:
        return _joined(self._surely, self._same(Answer.UNKNOWN))

    def _same(self, answer: Answer) -> Iterator[tuple[int, int]]:
        for same in self.arrangement.same_as:
            if same.same is answer:
                yield id(self.thing(same.one)), id(self.thing(same.other))

    @property
    def named_agencies(self) -> Iterator[RelevantAgency]:
        """The relevant agencies that are listed by name."""
        return (one for part in self.arrangement.agencies for one in part.named)

    def called(self, name: str) -> str:
        """Give the one name, or the id, of whatever carries a name."""
        return label_of(self.arrangement, self.thing(name)) or name

    @cached_property
    def homes(self) -> dict[int, Thing]:
        """The body of each post that belongs to one, by the number of the post."""
        homes: tuple[SafeguardingPartner | Body, ...]
        homes = (*self.arrangement.partners, *self.arrangement.bodies)
        found: dict[int, Thing] = {}
        for body in homes:
            for post in body.posts:
                found[id(post)] = self.thing(post.body) if post.body else body
        for post in self.arrangement.posts:
            if post.body:
                found[id(post)] = self.thing(post.body)
        return found

    def body_chain(self, thing: Thing) -> Iterator[Thing]:
        """Yield the body of a post, what that is part of, and so on."""
        seen = [thing]
        for one in seen:  # which grows on the way
            wider = self.homes.get(id(one))
            if wider is None and isinstance(one, Body) and one.part_of.values:
                wider = self.thing(one.part_of.values[0])
            if wider is not None and not any(wider is other for other in seen):
                seen.append(wider)
                yield wider

    def persons(self, thing: Thing) -> set[int]:
        """Give the numbers of a thing, and of the posts that its holder holds too."""
        found = {self.number(thing)}
        for held in self._held_together:
            if held & found:
                found |= held
        return found

    @cached_property
    def _held_together(self) -> tuple[set[int], ...]:
        """Give the numbers of the posts that one person holds, for each such person."""
        homes: tuple[SafeguardingPartner | Body, ...]
        homes = (*self.arrangement.partners, *self.arrangement.bodies)
        posts = (
            *self.arrangement.posts,
            *(post for one in homes for post in one.posts),
        )
        return tuple(
            {self.number(post), *map(self.who, values_of(post.also_holds))}
            for post in posts
            if post.also_holds
        )


def once(items: Iterable[T | None]) -> tuple[T, ...]:
    """Give what there is of some items, each once."""
    return tuple(dict.fromkeys(one for one in items if one is not None))


def values_of(statements: Iterable[Statement[str]]) -> Iterator[str]:
    """Yield the values that are given, of whatever standing."""
    for one in statements:
        if isinstance(one.value, str):
            yield one.value


def _root(roots: dict[int, int], number: int) -> int:
    while number in roots:
        number = roots[number]
    return number


def _joined(roots: dict[int, int], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Join each pair of numbers, so that both have one root."""
    joined = dict(roots)
    for pair in pairs:
        one, other = (_root(joined, number) for number in pair)
        if one != other:
            joined[one] = other
    return joined
