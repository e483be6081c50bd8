"""How a comparison is laid out: first what is to be grasped, then each difference.

A page shortens what is long, and says so; the records of a comparison hold it all.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Table
from masa.ground.shapes import words_of
from masa.ground.stated import Standing, Stated
from masa.model.arrangement import Arrangement
from masa.model.groups import Group
from masa.model.partners import SafeguardingPartner
from masa.rules.compared_amounts import ComparedAmount
from masa.rules.compared_things import ComparedThing
from masa.rules.likeness import FieldDifference, Likeness
from masa.rules.matching import MatchBy
from masa.rules.sides import Comparable, ComparedSide

__all__ = ["Page"]

NAMES_MOST = 11
NAMES_LONGEST = 110
GROUPS_MOST = 4
LONGEST = 61
NOT_THERE = "-"
LOOSE = (MatchBy.ROLE, MatchBy.SAME_AS)
_STATES = {
    "same": "same",
    "changed": "changed",
    "only stated in one": "stated in one only",
    "cannot be told": "cannot be told",
}
_FACTS = {
    "Changed": Likeness.CHANGED,
    "Cannot be told": Likeness.UNTOLD,
    "Stated in only one of the two": Likeness.ONE_SIDED,
}
_STANDINGS = re.compile(
    rf"(?:\(|; )({'|'.join(standing.value for standing in Standing)})(?=[;)])"
)
HOW_COUNTED = (
    "Each thing is counted once; in both and with several differences, as changed "
    "before cannot be told, and that before stated in one only. The possible are pairs "
    "that may be one; each of the two also counts as only in one."
)
TWO_AREAS = (
    "The two cover different areas: what has one name or one role in both is set side "
    "by side, and need not be one thing."
)
SHORTENED = 'Long texts are cut at … and lists at "more"; the records hold all of them.'


@frozen(kw_only=True)
class Page:
    """Lays two arrangements out beside each other.

    Args:
        sides: What is told of the two arrangements themselves.
        pairs: Every thing of either.
        possible: The things that may be one.
        amounts: Every amount of money.
        are_two_areas: Whether the two surely cover different areas.
    """

    sides: tuple[ComparedSide, ComparedSide]
    pairs: tuple[ComparedThing, ...]
    possible: tuple[ComparedThing, ...]
    amounts: tuple[ComparedAmount, ...]
    are_two_areas: bool

    def blocks(self) -> Iterator[Block]:
        """Yield every block below the heading, the overview first."""
        yield from self._overview()
        yield from self._partners()
        yield from self._groups()
        for caption, likeness in _FACTS.items():
            yield from self._facts(caption, likeness)
        yield from self._doubtful()
        for year in dict.fromkeys(one.year for one in self.amounts):
            yield self._money([one for one in self.amounts if one.year == year], year)
        for place, state in zip(
            self._places, ("only before", "only after"), strict=True
        ):
            yield from self._only(place, state)
        same = [one for one in self.pairs if one.state == "same"]
        yield from _by_kind(f"Says the same in both: {_many(same)}", same)
        yield Paragraph(SHORTENED)

    @property
    def _labels(self) -> tuple[str, str]:
        return (self.sides[0].label, self.sides[1].label)

    @property
    def _places(self) -> tuple[str, str]:
        return (self.sides[0].place, self.sides[1].place)

    def _each(self, what: str) -> tuple[str, str]:
        """Name a column for each of the two."""
        return (f"{what} {self._places[0]}", f"{what} {self._places[1]}")

    def _overview(self) -> Iterator[Block]:
        """Count the things of each kind by how the two are to each other."""
        states = (*_STATES, "only before", "only after")
        kinds = dict.fromkeys(one.kind for one in (*self.pairs, *self.possible))
        rows = [(kind, *self._counts([kind], states)) for kind in kinds]
        yield Table(
            caption=f"Things of each kind: {len(self.pairs)}",
            columns=(*("kind", *_STATES.values()), *self._each("only"), "possible"),
            rows=(*rows, ("all", *self._counts(kinds, states))),
            numbers=frozenset(range(1, len(states) + 2)),
        )
        yield Paragraph(HOW_COUNTED)
        if self.are_two_areas:
            yield Paragraph(TWO_AREAS)

    def _counts(self, kinds: Collection[str], states: Sequence[str]) -> Iterator[str]:
        found = [one.state for one in self.pairs if one.kind in kinds]
        counts = [*map(found.count, states)]
        counts.append(sum(one.kind in kinds for one in self.possible))
        yield from (str(count) if count else NOT_THERE for count in counts)

    def _partners(self) -> Iterator[Block]:
        partners = self._of(SafeguardingPartner)
        if partners:
            yield Table(
                caption=f"Partners and their leads: {len(partners)}",
                columns=("kind", *self._by_side("lead"), "matched by"),
                rows=tuple(
                    (_partner_kind(one), *self._partner(one), _by(one) or NOT_THERE)
                    for one in sorted(partners, key=_partner_kind)
                ),
            )

    def _by_side(self, what: str) -> Iterator[str]:
        for label in self._labels:
            yield from (label, what)

    def _partner(self, one: ComparedThing) -> Iterator[str]:
        for thing, side in zip((one.before, one.after), self.sides, strict=True):
            if isinstance(thing, SafeguardingPartner):
                yield from (thing.name, _said(thing.lead, side))
            else:
                yield from (_listed_as(thing), NOT_THERE)

    def _groups(self) -> Iterator[Block]:
        """Lay out the groups in both, and of the others some of which more is told."""
        groups = self._of(Group)
        both = [one for one in groups if one.by]
        shown = [*both]
        for state in ("only before", "only after"):
            told = [one for one in groups if one.state == state and _is_told(one)]
            shown += sorted(told, key=_tier)[:GROUPS_MOST]
        if shown:
            yield Table(
                caption=f"Groups, their chairs and how often they meet: "
                f"{len(shown)} of {len(groups)}",
                columns=("group", *self._each("chair"), *self._each("meets")),
                rows=tuple((one.name, *self._group(one)) for one in shown),
            )
        if len(shown) < len(groups):
            yield Paragraph(
                f"The other {len(groups) - len(shown)} groups are only in one."
            )

    def _group(self, one: ComparedThing) -> Iterator[str]:
        for field in ("chair", "meets"):
            for thing, side in zip((one.before, one.after), self.sides, strict=True):
                is_there = isinstance(thing, Group)
                yield _said(getattr(thing, field), side) if is_there else NOT_THERE

    def _of(self, kind: type[Comparable]) -> list[ComparedThing]:
        return [
            one
            for one in self.pairs
            if isinstance(one.before, kind) or isinstance(one.after, kind)
        ]

    def _facts(self, caption: str, likeness: Likeness) -> Iterator[Block]:
        """Lay out the facts of one likeness, of the things that are in both."""
        found = [
            (one, fact)
            for one in self.pairs
            for fact in one.differences
            if fact.likeness is likeness
        ]
        if found:
            things = _counted(len({id(one) for one, _ in found}), "thing")
            facts = _counted(len(found), "fact")
            yield Table(
                caption=f"{caption}: {facts} of {things}",
                columns=("of", "fact", *self._labels),
                rows=tuple(
                    (name, fact.what, _cut(fact.before), _cut(fact.after))
                    for name, (_, fact) in zip(_once(found), found, strict=True)
                ),
            )

    def _doubtful(self) -> Iterator[Block]:
        """Lay out what may be one, what is matched by role, and what by nothing."""
        matched = [
            one
            for one in self.pairs
            if one.by in LOOSE
            and not isinstance(one.before, Arrangement | SafeguardingPartner)
        ]
        tables = (
            ("Perhaps the same", "told by", [(o, _by(o)) for o in self.possible]),
            ("Matched by no name or id", "matched by", [(o, _by(o)) for o in matched]),
            (
                "Several to choose from",
                "why",
                [(o, o.note) for o in self.pairs if o.note],
            ),
        )
        for caption, told, rows in tables:
            if rows:
                yield Table(
                    caption=f"{caption}: {len(rows)}",
                    columns=("of", told),
                    rows=tuple((_called(one), said) for one, said in rows),
                )

    def _money(self, amounts: Sequence[ComparedAmount], year: str) -> Block:
        """Lay out the amounts of a year; only count them if one states them alone."""
        told = [
            any(one.before.statements for one in amounts),
            any(one.after.statements for one in amounts),
        ]
        if all(told):
            columns = ("what", *self._labels, "difference", *self._each("share"))
            return Table(
                caption=f"Money: {year}",
                columns=columns,
                rows=tuple(one.cells for one in amounts),
                numbers=frozenset(range(1, len(columns))),
            )
        where = f"only {self._places[told.index(True)]}" if any(told) else "not stated"
        return Paragraph(f"Money: {year}: {_counted(len(amounts), 'amount')}, {where}.")

    def _only(self, place: str, state: str) -> Iterator[Block]:
        found = [one for one in self.pairs if one.state == state]
        silences = dict.fromkeys(one.silence for one in found)
        other = self._labels[0 if state == "only after" else 1]
        said = "".join(f" ({other}: {silence})" for silence in silences)
        yield from _by_kind(f"Only {place}: {_many(found)}{said}", found)


def _once(
    found: Sequence[tuple[ComparedThing, FieldDifference]],
) -> Iterator[str]:
    """Name each thing at the first of its facts."""
    last = None
    for one, _ in found:
        yield "" if one is last else _cut(_called(one))
        last = one


def _partner_kind(one: ComparedThing) -> str:
    kinds = [
        thing.kind.value
        for thing in (one.before, one.after)
        if isinstance(thing, SafeguardingPartner)
    ]
    return " / ".join(dict.fromkeys(kinds))


def _listed_as(thing: Comparable | None) -> str:
    return f"listed as {words_of(type(thing))}" if thing else NOT_THERE


def _is_told(one: ComparedThing) -> bool:
    """Say whether a chair or a frequency is stated of a group in only one."""
    return any(
        isinstance(thing, Group) and (thing.chair.statements or thing.meets.statements)
        for thing in (one.before, one.after)
    )


def _tier(one: ComparedThing) -> tuple[bool, str]:
    """Put the groups whose tier is stated first, from the top."""
    tiers = [
        str(thing.tier)
        for thing in (one.before, one.after)
        if isinstance(thing, Group) and thing.tier.statements
    ]
    return (not tiers, "".join(tiers))


def _said(stated: Stated[object], side: ComparedSide) -> str:
    return _cut(str(stated)) if stated.statements else side.silence


def _called(one: ComparedThing) -> str:
    if isinstance(one.before, Arrangement):
        return "the arrangement itself"
    within = f" ({one.within})" if one.within else ""
    kind = "" if one.name.startswith(one.kind) else f"{one.kind} "
    return f"{kind}{one.name}{within}"


def _by(one: ComparedThing) -> str:
    return one.by.value if one.by else ""


def _by_kind(caption: str, found: Sequence[ComparedThing]) -> Iterator[Block]:
    """List what is found, a line for each kind."""
    kinds: dict[str, list[ComparedThing]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    if found:
        yield Heading(caption, 2)
        yield Bullets(
            tuple(f"{kind}{_names(several)}" for kind, several in kinds.items())
        )


def _names(found: Sequence[ComparedThing]) -> str:
    """Name some of what is found, with how many more there are."""
    homes = {one.within for one in found}
    shared = (
        f", {homes.pop()}" if len(homes) == 1 < len(found) and "" not in homes else ""
    )
    names = [
        f"{one.name} ({one.within})" if one.within and not shared else one.name
        for one in found
    ]
    shown = _first(names)
    more = len(found) - len(shown)
    many = f" ({len(found)}{shared})" if len(found) > 1 else ""
    return f"{many}: {'; '.join(shown)}" + (f"; and {more} more" if more else "")


def _first(names: Sequence[str]) -> Sequence[str]:
    """Give as many names as stand well on a line or two."""
    lengths = accumulate(len(name) for name in names[:NAMES_MOST])
    return names[: sum(length <= NAMES_LONGEST for length in lengths) or 1]


def _many(found: Sequence[ComparedThing]) -> str:
    return _counted(len(found), "thing")


def _counted(many: int, word: str) -> str:
    return f"{many} {word}{'' if many == 1 else 's'}"


def _cut(text: str) -> str:
    """Cut a long text after a word; keep how firmly the rest of it is said."""
    if len(text) <= LONGEST:
        return text
    start = text[:LONGEST].rsplit(" ", 1)[0]
    if start.count("(") > start.count(")"):
        start = start[: start.rindex("(")]
    lost = dict.fromkeys(_STANDINGS.findall(text[len(start) :]))
    kept = f" ({'; '.join(lost)})" if lost else ""
    return f"{start.rstrip(';, ')} …{kept}"
