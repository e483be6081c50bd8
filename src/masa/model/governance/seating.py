"""Who has how many seats on a group, and on which groups somebody sits."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from masa.ground.blocks import Block, Bullets, Paragraph, Table
from masa.ground.logic import NO, UNKNOWN, YES, Answer
from masa.ground.plurals import agreeing
from masa.ground.quantities import Count
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import Standing
from masa.ground.text import listed
from masa.model.bodies import Holding
from masa.model.governance.counting import ONE, amount, lowered, smoothed, total
from masa.model.governance.prefaces import prefaced

__all__ = ["DESCRIBED", "SeatHeld", "Seats", "in_places", "placed", "seats_in"]

DESCRIBED = "described"


@frozen(slots=False)  # made by the hundred
class SeatHeld(Shown):
    """What one post, body or description holds of the seats on a group.

    Args:
        holder: Who holds it.
        group: On which group.
        bodies: The body it counts for; several if it is one of them, and which is not
            told; none if it is only described, and so may be of any.
        kinds: The kind it counts as, likewise.
        count: How many seats.
        is_invited: Whether it comes by invitation only.
        is_beside: Whether it is no further seat: that of a deputy, or of an observer.
        notes: In what role, whether it is vacant, what it needs, how firmly unless
            that is settled, and on what condition.
        at: Where it is printed.
        perhaps: The bodies for which it may count beside, as it is unknown whether they
            are one with its own.
        is_many: Whether the name of its holder means several.
        alike: The others on the group of whom it is unknown whether they are one with
            its holder: what they have may be the same seats.
    """

    holder: str
    group: str
    bodies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    count: Count = ONE
    is_invited: bool = False
    is_beside: bool = False
    notes: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()
    perhaps: tuple[str, ...] = ()
    is_many: bool = False
    alike: tuple[str, ...] = ()

    def __str__(self) -> str:
        many = "" if self.count == ONE else f"{amount(self.count)} of "
        how = "is invited to" if self.is_invited else "sits on"
        how = agreeing(how, plural=self.is_many)
        told = "; ".join((*map(str, self.at), *self.notes))
        return f"{many}{self.holder} {how} {self.group}{f' ({told})' if told else ''}"


@frozen(kw_only=True, slots=False)  # made faster so, and asked for often
class Seats(Shown):
    """The seats on a group, or those that somebody has on groups.

    A named post or body has one seat unless a number is stated. One that is only
    described may have any number, which is then named as not stated. What is only
    proposed of a group that is there may have none. A vacant seat is a seat; that of a
    deputy or an observer is none beside those of the members, and where the role is not
    settled it may be none. Of the safeguarding partners together each has at least one.
    What two have who may be one may be the same seats.

    Args:
        name: The group, or whose seats they are.
        rows: The seats, one row for each holder on each group.
        is_group: Whether they are the seats on a group.
        is_many: Whether the name means several, who sit or are invited.
        complete: Whether nobody else is a member of the group.
        complete_at: Where that is printed.
        is_complete_told: Whether anything is stated of that, settled or not.
        standing: How firmly the group is there.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    name: str
    rows: tuple[SeatHeld, ...] = ()
    is_group: bool = True
    is_many: bool = False
    complete: Answer = UNKNOWN
    complete_at: tuple[Source, ...] = ()
    is_complete_told: bool = False
    standing: Standing = Standing.IN_FORCE
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[SeatHeld]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def members(self) -> tuple[SeatHeld, ...]:
        """The seats of members."""
        rows = self.rows
        return tuple([row for row in rows if not (row.is_invited or row.is_beside)])

    @property
    def beside(self) -> tuple[SeatHeld, ...]:
        """The places of deputies and observers, which are no further seats."""
        rows = self.rows
        return tuple(row for row in rows if row.is_beside and not row.is_invited)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of seats that do not count, or that nobody holds.

        Also of those that may be the same.
        """
        beside = listed(map(_with_notes, self.beside))
        vacant = (
            row.holder for row in self.members if Holding.VACANT.value in row.notes
        )
        found = [("Not counted", beside), ("Vacant", listed(vacant))]
        found += [("Perhaps one", listed(alike)) for alike in self.perhaps_one]
        return tuple(f"{label}: {names}." for label, names in found if names)

    @property
    def invited(self) -> tuple[SeatHeld, ...]:
        """The places of those who come by invitation."""
        return tuple(row for row in self.rows if row.is_invited)

    @property
    def count(self) -> Count:
        """How many seats of members are stated; there may be others in any case."""
        return seats_in(self.members)

    @property
    def perhaps_one(self) -> tuple[tuple[str, ...], ...]:
        """The holders, in each case several, who may be one."""
        several = (tuple(sorted((row.holder, *row.alike))) for row in self.rows)
        return tuple(dict.fromkeys(names for names in several if names[1:]))

    @property
    def by_kind(self) -> dict[str, Count]:
        """How many seats of members are stated for each kind."""
        return self._by(lambda row: " or ".join(row.kinds) or DESCRIBED)

    @property
    def by_body(self) -> dict[str, Count]:
        """How many seats of members are stated for each body, with its posts."""
        return self._by(lambda row: " or ".join(row.bodies) or DESCRIBED)

    def _by(self, word: Callable[[SeatHeld], str]) -> dict[str, Count]:
        found: dict[str, list[SeatHeld]] = {}
        for row in self.members:
            found.setdefault(word(row), []).append(row)
        return {label: seats_in(rows) for label, rows in found.items()}

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where they are printed, each once."""
        return placed(at for row in self.rows for at in row.at)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each holder on each group."""
        return [dict(zip(_COLUMNS, _row(row), strict=True)) for row in self.rows]

    def _blocks(self) -> Sequence[Block]:
        said = Paragraph(f"{self}")
        if not self.rows:
            return (said,)
        table = Table(
            caption=f"Seats {'on' if self.is_group else 'of'} {self.name}",
            columns=_COLUMNS,
            rows=tuple(map(_row, self.rows)),
        )
        if not self.is_group:
            return said, table
        kinds = (f"{word}: {_told(n)}" for word, n in self.by_kind.items())
        return (said, Bullets(tuple(kinds)), table) if self.members else (said, table)

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        return _of_group(self) if self.is_group else _of_holder(self)


_COLUMNS = ("holder", "group", "seats", "as", "kind", "body", "notes", "place")


def _row(row: SeatHeld) -> tuple[str, ...]:
    return (
        row.holder,
        row.group,
        amount(row.count),
        _as(row),
        " or ".join(row.kinds) or DESCRIBED,
        " or ".join(row.bodies),
        "; ".join(row.notes),
        "; ".join(map(str, row.at)),
    )


def _with_notes(row: SeatHeld) -> str:
    return f"{row.holder} ({'; '.join(row.notes)})" if row.notes else row.holder


def _as(row: SeatHeld) -> str:
    if row.is_invited:
        return "invited"
    return "beside the members" if row.is_beside else "member"


def _told(count: Count) -> str:
    return "not stated how many" if amount(count) == "unknown" else amount(count)


def seats_in(rows: Sequence[SeatHeld]) -> Count:
    """Add up seats; those of holders who may be one may be the same."""
    if len(rows) == 1:
        return rows[0].count  # which is much faster to see
    number = total([row.count for row in rows])
    if not any(row.alike for row in rows):
        return number
    least: dict[tuple[str, frozenset[str]], list[int]] = {}
    for row in rows:
        one = row.group, frozenset((row.holder, *row.alike))
        least.setdefault(one, []).append(row.count.least)
    twice = sum(sum(each) - max(each) for each in least.values())
    return lowered(smoothed(number), twice)


def placed(at: Iterable[Source | None]) -> tuple[Source, ...]:
    """Give each place once."""
    return tuple([one for one in dict.fromkeys(at) if one])


def _of_group(seats: Seats) -> str:
    firm = "" if seats.standing.is_settled else f" ({seats.standing.value})"
    name, invited = f"{seats.name}{firm}", listed(row.holder for row in seats.invited)
    if not seats.rows:
        return f"No seat on {name} is stated{seats.so_far}."
    said = f"No member of {name} is stated{seats.so_far}."
    if seats.members:
        said = f"{_counted(seats, name)}. {_completeness(seats)}."
    by_call = (f"By invitation: {invited}.",) if invited else ()
    return " ".join((said, *seats.remarks, *by_call))


_COMPLETE = {
    YES: "The list is stated to be complete",
    NO: "There are other members",
    UNKNOWN: "Whether the list is complete is not stated",
}


def _completeness(seats: Seats) -> str:
    """Say whether the list is complete, with the places if they do not settle it."""
    if seats.complete is not UNKNOWN or not seats.is_complete_told:
        return _COMPLETE[seats.complete]
    return f"Whether the list is complete is not settled{in_places(seats.complete_at)}"


def in_places(at: Iterable[Source]) -> str:
    """Give places in brackets, to follow what is printed there; nothing if none."""
    places = listed(map(str, at))
    return f" ({places})" if places else ""


def _counted(seats: Seats, name: str) -> str:
    """Say how many seats are stated, of whom, and who cannot be counted."""
    members = seats.members
    named = tuple(row for row in members if amount(row.count) != "unknown")
    untold = (row for row in members if row not in named)
    rest = [name for row in untold for name in row.count.not_stated or (row.holder,)]
    places = in_places(placed(at for row in members for at in row.at))
    said = f"How many seats {name} has is not stated: members are {listed(rest)}"
    if named:
        counted = evolve(seats, rows=named)
        number, shares = amount(counted.count), counted.by_body.items()
        of = listed(f"{amount(count)} of {body}" for body, count in shares)
        plural = "" if number.split()[-1] == "1" else "s"
        said = f"{name} has {number} seat{plural} stated: {of}"
        said += f", not counting {listed(rest)}" if rest else ""
    return f"{said}{places}"


def _of_holder(seats: Seats) -> str:
    if not seats.rows:
        return f"No seat of {seats.name} is stated{seats.so_far}."
    said = []
    for how, rows in (
        ("sits on", seats.members),
        ("is beside the members of", seats.beside),
        ("is invited to", seats.invited),
    ):
        by_group: dict[str, list[SeatHeld]] = {}
        for row in rows:
            by_group.setdefault(row.group, []).append(row)
        if by_group:
            places = (_place(seats.name, *each) for each in by_group.items())
            does = agreeing(how, plural=seats.is_many)
            said.append(f"{does} {listed(places)}")
    return f"{seats.name} {' and '.join(said)}."


def _place(name: str, group: str, rows: Sequence[SeatHeld]) -> str:
    """Name a group, with through whom one sits there, and what is told of each seat."""
    places = map(str, placed(at for row in rows for at in row.at))
    if len({row.notes for row in rows}) > 1:
        each = (
            evolve(r, holder=_SELF[r.is_many]) if r.holder == name else r for r in rows
        )
        by = [f"by {listed(map(_with_notes, each))}"]
        notes: tuple[str, ...] = ()
    else:
        through = [row.holder for row in rows if row.holder != name]
        by = [f"by {listed(through)}"] if through else []
        notes = rows[0].notes
    told = (*by, *places, *notes)
    return f"{group} ({'; '.join(told)})" if told else group


_SELF = {False: "itself", True: "themselves"}
