"""Who is where in an arrangement, on one day: groups, lines, the top, the lists."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from attrs import evolve

from masa.ground.logic import Answer
from masa.ground.periods import Period
from masa.ground.stated import Absence, Standing, Stated, Statement
from masa.model.arrangement import COLLECTIVES, Arrangement, Thing
from masa.model.bodies import Body
from masa.model.chairing import ChairChoice, Chairing
from masa.model.groups import Group
from masa.model.lifetimes import thing_was_there
from masa.model.partners import RelevantAgency, SafeguardingPartner
from masa.model.relations import DOWNWARDS, UPWARDS, Relation, Verb
from masa.rules.identities import Identities, values_of
from masa.rules.telling_words import speaks_of

__all__ = [
    "AGENCIES",
    "PARTNERS",
    "SITTING",
    "Whereabouts",
    "chairs_named",
    "marked_name",
]

PARTNERS, AGENCIES = COLLECTIVES
T = TypeVar("T")

LINES = (*UPWARDS, Verb.PART_OF, Verb.IN_PORTFOLIO_OF)
SITTING = (Verb.MEMBER_OF, Verb.REPRESENTED_ON, Verb.INVITED_TO, Verb.TAKES_PART_IN)
NOT_THERE = frozenset({"agencies", "doubts", "same_as", "outside_facts"})
Resolved = tuple[Relation, Thing, Thing]


class Whereabouts(Identities):
    """What the checks of a structure ask of one arrangement, on one day.

    Args:
        arrangement: The arrangement.
        on: The day.
    """

    def __init__(self, arrangement: Arrangement, on: date) -> None:
        super().__init__(arrangement)
        self.on = on
        self._above: dict[int, frozenset[int]] = {}
        self._kept: dict[object, object] = {}

    def kept(self, make: Callable[["Whereabouts"], T]) -> T:
        """Give what a function makes of it, made once."""
        if make not in self._kept:
            self._kept[make] = make(self)
        found: T = self._kept[make]  # type: ignore[assignment] # what it made
        return found

    @cached_property
    def silence(self) -> str:
        """What silence is called, which tells less where the text breaks off."""
        return self.arrangement.silence

    @cached_property
    def so_far(self) -> str:
        """What is added to a sentence where the text of the document breaks off."""
        is_cut = self.arrangement.is_truncated is Answer.YES
        return " in the text held" if is_cut else ""

    def related(self, *verbs: Verb) -> Iterator[Resolved]:
        """Yield the relations of some verbs, with the things they stand between."""
        for verb in verbs:
            yield from self._by_verb.get(verb, ())

    @cached_property
    def _by_verb(self) -> dict[Verb, list[Resolved]]:
        found: dict[Verb, list[Resolved]] = {}
        for one in self.arrangement.relations:
            ends = self.thing(one.source), self.thing(one.target)
            found.setdefault(one.verb, []).append((one, *ends))
        return found

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of the partnership itself that are there on the day, or may be."""
        return tuple(
            group
            for group in self.arrangement.own_groups
            if not group.period.statements or self._may_be_there(group)
        )

    def _may_be_there(self, group: Group) -> bool:
        found = thing_was_there(self.arrangement, group, group.name, self.on)
        return found.answer is not Answer.NO

    @cached_property
    def meeting(self) -> tuple[Group, ...]:
        """Those of its groups that are no mere patterns of others."""
        return tuple(one for one in self.groups if True not in one.template.values)

    @cached_property
    def lines(self) -> dict[int, list[Thing]]:
        """To whom each group answers, and who oversees it, by its number."""
        found: dict[int, list[Thing]] = {id(group): [] for group in self.groups}
        for group in self.groups:
            said = (*group.reports_to, *group.owners, *group.inside.statements)
            found[id(group)] += map(self.thing, values_of(said))
        for _, source, target in self.related(*LINES):
            if id(source) in found:
                found[id(source)].append(target)
        for _, source, target in self.related(*DOWNWARDS):
            if id(target) in found:
                found[id(target)].append(source)
        return found

    def above(self, group: Group) -> frozenset[int]:
        """Give the numbers of all groups above a group, through however many steps."""
        found = self._above.get(id(group))
        if found is None:
            found = self._above[id(group)] = frozenset(self._all_above(group))
        return found

    def _all_above(self, group: Group) -> Iterator[int]:
        seen, waiting = {id(group)}, [group]
        for one in waiting:  # which grows on the way
            for other in self._just_above(one):
                if id(other) not in seen:
                    seen.add(id(other))
                    waiting.append(other)
                    yield id(other)

    def _just_above(self, group: Group) -> Iterator[Group]:
        said = (one.value for one in group.chair_chosen.statements)
        names = [one.by for one in said if isinstance(one, ChairChoice)]
        for one in group.chair.statements:
            names += chairs_named(one.value)
        named = map(self.thing, names)
        for other in (*self.lines.get(id(group), ()), *named):
            if isinstance(other, Group) and other is not group:
                yield other

    @cached_property
    def top(self) -> tuple[Group, ...]:
        """The groups at tier 1; if none is, those that no other group is above of."""
        first = tuple(one for one in self.meeting if 1 in one.tier.values)
        return first or tuple(
            one
            for one in self.meeting
            if not any(self._just_above(one)) and not self.needs_no("line", one)
        )

    def needs_no(self, what: str, group: Group) -> bool:
        """Say whether a line, or a chair, is not missed of a group of that kind."""
        kind = group.kind
        return bool(kind.statements) and speaks_of(f"no-{what}", kind.values)

    def with_pattern(self, group: Group) -> Iterator[Group]:
        """Yield a group, and the pattern of which it is an instance."""
        yield group
        pattern = self.thing(group.instance_of) if group.instance_of else None
        if isinstance(pattern, Group):
            yield pattern

    @cached_property
    def agencies(self) -> dict[int, str]:
        """The heading under which each relevant agency is listed, by its number."""
        return {
            self.number(agency): part.category
            for part in self.arrangement.agencies
            for agency in part.agencies
        }

    @cached_property
    def met(self) -> frozenset[int]:
        """The number of whatever is met in it other than on the list of agencies."""
        mentions = self.arrangement.mentions()
        names = {name for path, name in mentions if path[0] not in NOT_THERE}
        things = list(map(self.thing, names))
        homes = [self.homes[id(one)] for one in things if id(one) in self.homes]
        return frozenset(self.number(one, perhaps=True) for one in (*things, *homes))

    def ended(self, thing: Thing) -> Stated[object]:
        """Give what is said of the end of a body or group, or of the body of a post."""
        for one in (thing, *self.body_chain(thing)):
            if isinstance(one, Body | SafeguardingPartner | RelevantAgency):
                return one.ended
            if isinstance(one, Group):
                return Stated(_ends(one))
        return Stated()


def _ends(group: Group) -> Iterator[Statement[object]]:
    for one in group.period.statements:
        if isinstance(one.value, Period) and one.value.end is not None:
            end: Statement[object] = one
            yield evolve(end, value=one.value.end)


def chairs_named(chair: Chairing | Absence) -> Iterator[str]:
    """Yield every name that is given of those who chair."""
    if isinstance(chair, Chairing):
        yield from filter(None, [chair.who])
        yield from chair.among


def marked_name(name: str, standing: Standing) -> str:
    """Print a name with its standing, unless it is in force or agreed."""
    return name if standing.is_settled else f"{name} ({standing.value})"
