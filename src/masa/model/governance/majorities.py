"""Which kinds and bodies have more than half of the seats on a group, or may have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from attrs import evolve, frozen

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import listed
from masa.model.governance.counting import NOTHING, amount
from masa.model.governance.prefaces import prefaced
from masa.model.governance.rows import row_called
from masa.model.governance.seating import (
    DESCRIBED,
    SeatHeld,
    Seats,
    in_places,
    placed,
    seats_in,
)

__all__ = ["Majorities", "Majority", "majorities_of"]

By = Literal["kind", "body"]
_Names = tuple[str, ...]
_Held = tuple[_Names, _Names, SeatHeld]  # whose the seats are, and whose perhaps


@frozen(kw_only=True)
class Majority(Shown):
    """Whether a kind or a body has more than half of the seats on a group.

    Args:
        of: The kind, or the body with its posts.
        by: Whether that is a kind or a body.
        answer: Whether it has more than half of the seats, whatever is not stated.
        seats: How many it surely has, as far as they are stated.
        perhaps: How many more may be its own: those that are only described, or that
            count for one of several.
        also: Its other names.
    """

    of: str
    by: By
    answer: Answer
    seats: Count
    perhaps: Count
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        has = _HAS[self.answer]
        more = "" if self.perhaps == NOTHING else ", and perhaps others"
        return f"{self.of} {has} more than half: {amount(self.seats)} stated{more}"


_HAS = {Answer.YES: "has", Answer.NO: "has not", Answer.UNKNOWN: "may have"}


@frozen(kw_only=True)
class Majorities(Shown):
    """Who has more than half of the seats on a group. Votes are not stated.

    Seats are counted, and nothing is supposed about who may vote: that needs a rule
    that no seat tells.

    Args:
        group: The group.
        rows: The kinds and the bodies, those with most seats first.
        count: How many seats of members are stated.
        complete: Whether nobody else is a member; if that is not sure, nor is any
            majority.
        complete_at: Where that is printed.
        is_complete_told: Whether anything is stated of that, settled or not.
        remarks: What is to be said of seats that do not count, that nobody holds, or
            that may be the same.
        at: Where the seats are printed.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    group: str
    rows: tuple[Majority, ...] = ()
    count: Count = NOTHING
    complete: Answer = Answer.UNKNOWN
    complete_at: tuple[Source, ...] = ()
    is_complete_told: bool = False
    remarks: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()
    under: str = ""

    def __iter__(self) -> Iterator[Majority]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def kinds(self) -> tuple[Majority, ...]:
        """The kinds."""
        return tuple(row for row in self.rows if row.by == "kind")

    @property
    def bodies(self) -> tuple[Majority, ...]:
        """The bodies, each with its posts."""
        return tuple(row for row in self.rows if row.by == "body")

    def __getitem__(self, name: str) -> Majority:
        """Give the row of a kind, or else of a body, by any of its names.

        Raises:
            KindError: If the name is not text.
            UnknownNameError: If no seat of it is stated, or several have the name as
                another one.
        """
        return row_called(
            name, self.rows, lambda row: (row.of, *row.also), "look at `rows`"
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each kind and body."""
        return [dict(zip(_COLUMNS, _row(row), strict=True)) for row in self.rows]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(map(_row, self.rows))
        caption = f"More than half of the seats on {self.group}"
        table = Table(caption=caption, columns=_COLUMNS, rows=rows)
        return (Paragraph(f"{self}"), *([table] if rows else []))

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        if not self.rows:
            said = f"No seat on {self.group} is stated that counts for anybody"
        elif self.complete is not Answer.YES:
            said = (
                f"Whether anybody has more than half of the seats on {self.group} is "
                f"unknown, for {self._why()}"
            )
        else:
            told = _told(self.rows)
            said = f"Of the seats on {self.group} ({amount(self.count)}), {told}"
        ending = " ".join(("Seats are counted; votes are not stated.", *self.remarks))
        places = (*self.at, *(self.complete_at if self._is_unsettled else ()))
        return f"{said}{in_places(placed(places))}. {ending}"

    @property
    def _is_unsettled(self) -> bool:
        """Whether what is stated of the list does not settle if it is complete."""
        return self.is_complete_told and self.complete is Answer.UNKNOWN

    def _why(self) -> str:
        """Say why no majority is sure."""
        if self._is_unsettled:
            return "it is not settled whether the list of members is complete"
        return "the list of members is not stated to be complete"


def _told(rows: Sequence[Majority]) -> str:
    surely = [row.of for row in rows if row.answer is Answer.YES]
    perhaps = [row.of for row in rows if row.answer is Answer.UNKNOWN]
    said = [f"{_each(surely, 'has', 'have')} more than half"] * bool(surely)
    said += [f"{listed(dict.fromkeys(perhaps))} may have more than half"] * bool(
        perhaps
    )
    return " and ".join(said) or "no kind and no body has more than half"


def _each(names: Iterable[str], one: str, several: str) -> str:
    who = tuple(dict.fromkeys(names))
    return f"{listed(who)} {f'each surely {several}' if who[1:] else f'surely {one}'}"


_COLUMNS = ("of", "by", "more than half", "seats", "perhaps also")


def _row(row: Majority) -> tuple[str, ...]:
    seats, perhaps = amount(row.seats), amount(row.perhaps)
    return row.of, row.by, row.answer.value, seats, perhaps


# ------------------------------------------------------------------ from the seats


def majorities_of(
    seats: Seats, also: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> Majorities:
    """Weigh the seats on a group, by kind and by body with its other names."""
    rows = seats.members
    of_kinds: list[_Held] = [(row.kinds, (), row) for row in rows]
    kinds = _weighed(of_kinds, seats.complete, "kind")
    of_bodies = [(row.bodies, row.perhaps, row) for row in rows]
    bodies = _weighed(of_bodies, seats.complete, "body")
    return Majorities(
        group=seats.name,
        rows=(
            *_ranked(kinds),
            *(evolve(row, also=also.get(row.of, ())) for row in _ranked(bodies)),
        ),
        count=seats.count,
        complete=seats.complete,
        complete_at=seats.complete_at,
        is_complete_told=seats.is_complete_told,
        remarks=seats.remarks,
        at=seats.at,
    )


def _ranked(rows: Iterable[Majority]) -> list[Majority]:
    return sorted(rows, key=lambda row: -row.seats.least)


def _weighed(held: Sequence[_Held], complete: Answer, by: By) -> Iterator[Majority]:
    known = dict.fromkeys(word for every, _, _ in held for word in every)
    if by == "kind" and any(not every for every, _, _ in held):
        known[DESCRIBED] = None
    for name in known:
        is_open = by == "kind" and name == DESCRIBED
        parts = _parted(held, "" if is_open else name)
        sure, perhaps, rest = map(seats_in, parts)
        has = _has_more(sure, perhaps, rest)
        yield Majority(
            of=name,
            by=by,
            answer=has if complete is Answer.YES else Answer.UNKNOWN,
            seats=sure,
            perhaps=perhaps,
        )


def _parted(held: Iterable[_Held], name: str) -> tuple[list[SeatHeld], ...]:
    """Part the seats: those of a name, those perhaps of it, and those of others.

    Without a name, those that are only described are parted from the others.
    """
    sure, perhaps, rest = list[SeatHeld](), list[SeatHeld](), list[SeatHeld]()
    for words, others, row in held:
        if words == ((name,) if name else ()):
            sure.append(row)
        elif name and (not words or name in words or name in others):
            perhaps.append(row)
        else:
            rest.append(row)
    return sure, perhaps, rest


def _has_more(sure: Count, perhaps: Count, rest: Count) -> Answer:
    """Say whether those of a name are more than the rest, whatever the numbers are.

    What is perhaps of it may go either way, seat by seat, so that only the ends count.
    """
    against = (perhaps.most, rest.most)
    if None not in against and sure.least > _sum(against):
        return Answer.YES
    with_it = (sure.most, perhaps.most)
    if None not in with_it and _sum(with_it) <= rest.least:
        return Answer.NO
    return Answer.UNKNOWN


def _sum(numbers: Iterable[int | None]) -> int:
    return sum(number or 0 for number in numbers)
