"""One thing of two arrangements: as it is in the one, and as it is in the other."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from masa.ground.logic import Answer
from masa.ground.shapes import words_of
from masa.ground.shown import Shown
from masa.rules.likeness import FieldDifference, Likeness, differences
from masa.rules.matching import MatchBy, Matching
from masa.rules.row_matching import readers
from masa.rules.sides import KINDS, Comparable, Item, Side

__all__ = ["ComparedThing", "Row", "compared", "possible_things", "rows_of"]

Row = tuple[Item | None, Item | None]


@frozen(kw_only=True, repr=False)
class ComparedThing(Shown):
    """One thing of two arrangements: as it is in the one, and as it is in the other.

    Args:
        name: What it is called; both names, if they are two.
        before: As it is in the one; nothing if it is not there.
        after: As it is in the other; nothing if it is not there.
        by: How it is known that the two are one, or counterparts.
        sure: Whether they surely are; unknown if they only may be.
        differences: Every fact of which the two do not say the same.
        within_before: The thing within which it stands in the one, if it is told.
        within_after: The same in the other.
        silence: What it means that it is not in one of them: it is not stated there,
            or not in the text held, which breaks off.
        note: Why it is not matched, where there are several to choose from.
    """

    name: str
    before: Comparable | None = None
    after: Comparable | None = None
    by: MatchBy | None = None
    sure: Answer = Answer.YES
    differences: tuple[FieldDifference, ...] = ()
    within_before: str = ""
    within_after: str = ""
    silence: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        """What it is, such as a group; both words, if it is listed as two."""
        return _both(words_of(type(one.thing)) for one in self.items)

    @property
    def items(self) -> tuple[Item, ...]:
        """The two things as they are compared, without where they stand."""
        sides = (self.before, self.after)
        return tuple(Item(thing=one) for one in sides if one is not None)

    @property
    def names(self) -> frozenset[str]:
        """Everything that it is called in either, its ids included."""
        ids = (one.id for one in self.items if one.id)
        return frozenset(ids).union(*(one.names for one in self.items))

    @property
    def within(self) -> str:
        """The thing within which it stands; both, if they are called differently."""
        return _both((self.within_before, self.within_after))

    @property
    def likeness(self) -> Likeness:
        """How the two are to each other, all facts taken together."""
        if self.before is None or self.after is None:
            return Likeness.ONE_SIDED
        if self.sure is not Answer.YES:
            return Likeness.UNTOLD
        found = {one.likeness for one in self.differences}
        order = (Likeness.CHANGED, Likeness.UNTOLD, Likeness.ONE_SIDED)
        return next((one for one in order if one in found), Likeness.SAME)

    @property
    def state(self) -> str:
        """How the two are to each other, in words."""
        if self.before is None:
            return "only after"
        if self.after is None:
            return "only before"
        if self.sure is not Answer.YES:
            return "perhaps the same"
        return self.likeness.value

    def _pairs(self) -> Iterator[tuple[str, object]]:
        for label in ("kind", "name", "within", "state", "silence"):
            if value := getattr(self, label):
                yield label, value
        if self.by is not None:
            yield "matched by", self.by
        for one in self.differences:
            yield one.what, f"{one.before} → {one.after} ({one.likeness.value})"
        if self.note:
            yield "note", self.note

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each difference; one row if there is none."""
        row = {
            "kind": self.kind,
            "name": self.name,
            "within": self.within,
            "state": self.state,
            "matched by": self.by.value if self.by else "",
            "note": self.note,
        }
        empty = {"fact": "", "likeness": "", "before": "", "after": ""}
        return [
            {
                **row,
                "fact": one.what,
                "likeness": one.likeness.value,
                "before": one.before,
                "after": one.after,
            }
            for one in self.differences
        ] or [row | empty]

    def __str__(self) -> str:
        many = len(self.differences)
        more = f", {many} {'fact' if many == 1 else 'facts'}" if many else ""
        return f"{self.kind} {self.name}: {self.state}{more}"

    def __repr__(self) -> str:
        return f"<ComparedThing {self}>"


def _both(words: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(word for word in words if word))


def rows_of(matching: Matching) -> list[Row]:
    """Give every thing of either with its counterpart, if it has one, in order."""
    taken = set(matching.matched.values())
    rows: list[Row] = [
        (item, matching.matched.get(item)) for item in matching.before.items
    ]
    rows += [(None, item) for item in matching.after.items if item not in taken]
    return sorted(rows, key=_place)


def _place(row: Row) -> tuple[int, list[str], list[str], list[str]]:
    """Say where a row stands; the same when before and after are swapped."""
    there = [item for item in row if item]
    return (
        min(KINDS.index(type(item.thing)) for item in there),
        sorted(item.home.label for item in there if item.home),
        sorted(item.label for item in there),
        sorted(str(item.thing) for item in there),
    )


def possible_things(matching: Matching) -> tuple[ComparedThing, ...]:
    """Give the pairs of things that may be one, in order."""
    return tuple(
        compared(matching, edge, by)
        for edge, by in sorted(
            matching.possible.items(), key=lambda found: _place(found[0])
        )
    )


def compared(
    matching: Matching, row: Row, may_be: MatchBy | None = None
) -> ComparedThing:
    """Compare a thing with its counterpart.

    Args:
        matching: What is matched.
        row: The thing in the one and in the other.
        may_be: How it is known that they may be one, if they are not matched.
    """
    before, after = row
    found = next(item for item in row if item)
    sides = zip((matching.before, matching.after), row, strict=True)
    is_open = may_be is None and found not in matching.by
    return ComparedThing(
        name=_both(item.label for item in row if item),
        before=before.thing if before else None,
        after=after.thing if after else None,
        by=may_be or matching.by.get(found),
        sure=Answer.YES if may_be is None else Answer.UNKNOWN,
        differences=tuple(differences(before, after, *readers(matching)))
        if before and after
        else (),
        within_before=_within(matching.before, before),
        within_after=_within(matching.after, after),
        silence="".join(side.silence for side, item in sides if item is None),
        note=matching.notes.get(found, "") if is_open else "",
    )


def _within(side: Side, item: Item | None) -> str:
    home = side.home_of(item) if item else None
    return home.label if home else ""
