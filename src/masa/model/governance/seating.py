"""Who has how many seats on a group, and on which groups somebody sits."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from masa.ground.blocks import Block, Bullets, Paragraph, Table
from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import Standing, Stated
from masa.ground.text import listed
from masa.model.bodies import Holding
from masa.model.governance.counting import (
    ONE,
    amount,
    either,
    nameable,
    or_none,
    total,
)
from masa.model.governance.inquiry import CountsAs, Inquiry
from masa.model.governance.nodes import GovernanceEdge, NodeKind
from masa.model.groups import Group, Seat, SeatRole
from masa.model.relations import Verb

__all__ = [
    "BY_CHAIR",
    "DESCRIBED",
    "SeatHeld",
    "Seats",
    "placed",
    "seats_on",
    "seats_with",
]

DESCRIBED = "described"


@frozen(kw_only=True)
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

    def __str__(self) -> str:
        many = "" if self.count == ONE else f"{amount(self.count)} of "
        how = "is invited to" if self.is_invited else "sits on"
        told = "; ".join((*map(str, self.at), *self.notes))
        return f"{many}{self.holder} {how} {self.group}{f' ({told})' if told else ''}"


@frozen(kw_only=True)
class Seats(Shown):
    """The seats on a group, or those that somebody has on groups.

    A named post or body has one seat unless a number is stated. One that is only
    described may have any number, which is then named as not stated. What is only
    proposed of a group that is there may have none. A vacant seat is a seat; that of a
    deputy or an observer is none beside those of the members, and where the role is not
    settled it may be none. Of the safeguarding partners together each has at least one.

    Args:
        name: The group, or whose seats they are.
        rows: The seats, one row for each holder on each group.
        is_group: Whether they are the seats on a group.
        complete: Whether nobody else is a member of the group.
        complete_at: Where that is printed.
        standing: How firmly the group is there.
        so_far: What is said of silence, if the text of the document breaks off.
    """

    name: str
    rows: tuple[SeatHeld, ...] = ()
    is_group: bool = True
    complete: Answer = Answer.UNKNOWN
    complete_at: tuple[Source, ...] = ()
    standing: Standing = Standing.IN_FORCE
    so_far: str = ""

    @property
    def members(self) -> tuple[SeatHeld, ...]:
        """The seats of members."""
        rows = self.rows
        return tuple(row for row in rows if not (row.is_invited or row.is_beside))

    @property
    def beside(self) -> tuple[SeatHeld, ...]:
        """The places of deputies and observers, which are no further seats."""
        rows = self.rows
        return tuple(row for row in rows if row.is_beside and not row.is_invited)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of seats that do not count, or that nobody holds."""
        beside = listed(f"{row.holder} ({row.notes[0]})" for row in self.beside)
        vacant = (
            row.holder for row in self.members if Holding.VACANT.value in row.notes
        )
        found = {"Not counted": beside, "Vacant": listed(vacant)}
        return tuple(f"{label}: {names}." for label, names in found.items() if names)

    @property
    def invited(self) -> tuple[SeatHeld, ...]:
        """The places of those who come by invitation."""
        return tuple(row for row in self.rows if row.is_invited)

    @property
    def count(self) -> Count:
        """How many seats of members are stated; there may be others in any case."""
        return total(row.count for row in self.members)

    @property
    def by_kind(self) -> dict[str, Count]:
        """How many seats of members are stated for each kind."""
        return self._by(lambda row: " or ".join(row.kinds) or DESCRIBED)

    @property
    def by_body(self) -> dict[str, Count]:
        """How many seats of members are stated for each body, with its posts."""
        return self._by(lambda row: " or ".join(row.bodies) or DESCRIBED)

    def _by(self, word: Callable[[SeatHeld], str]) -> dict[str, Count]:
        found: dict[str, list[Count]] = {}
        for row in self.members:
            found.setdefault(word(row), []).append(row.count)
        return {label: total(counts) for label, counts in found.items()}

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


def _as(row: SeatHeld) -> str:
    if row.is_invited:
        return "invited"
    return "beside the members" if row.is_beside else "member"


def _told(count: Count) -> str:
    return "not stated how many" if amount(count) == "unknown" else amount(count)


def placed(at: Iterable[Source | None]) -> tuple[Source, ...]:
    """Give each place once."""
    return tuple(dict.fromkeys(one for one in at if one))


def _of_group(seats: Seats) -> str:
    firm = "" if seats.standing.is_settled else f" ({seats.standing.value})"
    name, invited = f"{seats.name}{firm}", listed(row.holder for row in seats.invited)
    if not seats.rows:
        return f"No seat on {name} is stated{seats.so_far}."
    said = f"No member of {name} is stated{seats.so_far}."
    if seats.members:
        said = f"{_counted(seats, name)}. {_COMPLETE[seats.complete]}."
    by_call = (f"By invitation: {invited}.",) if invited else ()
    return " ".join((said, *seats.remarks, *by_call))


_COMPLETE = {
    Answer.YES: "The list is stated to be complete",
    Answer.NO: "There are other members",
    Answer.UNKNOWN: "Whether the list is complete is not stated",
}


def _counted(seats: Seats, name: str) -> str:
    """Say how many seats are stated, of whom, and who cannot be counted."""
    members = seats.members
    named = tuple(row for row in members if amount(row.count) != "unknown")
    untold = (row for row in members if row not in named)
    rest = [name for row in untold for name in row.count.not_stated or (row.holder,)]
    places = listed(map(str, placed(at for row in members for at in row.at)))
    said = f"How many seats {name} has is not stated: members are {listed(rest)}"
    if named:
        number = amount(total(row.count for row in named))
        shares = evolve(seats, rows=named).by_body.items()
        of = listed(f"{amount(count)} of {body}" for body, count in shares)
        said = f"{name} has {number} seat{'' if number == '1' else 's'} stated: {of}"
        said += f", not counting {listed(rest)}" if rest else ""
    return f"{said} ({places})" if places else said


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
            said.append(f"{how} {listed(places)}")
    return f"{seats.name} {' and '.join(said)}."


def _place(name: str, group: str, rows: Sequence[SeatHeld]) -> str:
    through = [row.holder for row in rows if row.holder != name]
    by = [f"by {listed(through)}"] if through else []
    told = [*by, *map(str, placed(at for row in rows for at in row.at))]
    told += dict.fromkeys(note for row in rows for note in row.notes)
    return f"{group} ({'; '.join(told)})" if told else group


# ------------------------------------------------------------------ from the graph


def seats_with(inquiry: Inquiry, key: str) -> Seats:
    """Give the seats on a group, or of whoever a node is."""
    node, label = inquiry.ties.nodes[key], inquiry.label(key)
    if node.kind is NodeKind.GROUP:
        complete: Stated[bool] = Stated(
            said
            for _, group in inquiry.groups.get(key, ())
            for said in group.complete.statements
        )
        return Seats(
            name=label,
            rows=seats_on(inquiry, key),
            complete=complete.says(value=True),
            complete_at=placed(said.at for said in complete.statements),
            standing=node.standing,
            so_far=inquiry.so_far,
        )
    return Seats(
        name=label,
        rows=tuple(_of(inquiry, key, label)),
        is_group=False,
        so_far=inquiry.so_far,
    )


def _of(inquiry: Inquiry, key: str, label: str) -> Iterator[SeatHeld]:
    """Yield the seats of a node, of the posts in it, and of its partners together."""
    wanted = {key, *inquiry.together(key)}
    holders = {label}
    groups: dict[str, None] = {}
    for edge in inquiry.ties.edges:
        is_seat = edge.verb in _SEATS and edge.target in inquiry.groups
        if is_seat and wanted & {edge.source, *inquiry.bodies(edge.source)}:
            each = inquiry.each_partner(edge.source)
            holders.update(inquiry.labels((edge.source, *(wanted & set(each)))))
            groups[edge.target] = None
    for group in groups:
        yield from (r for r in seats_on(inquiry, group) if r.holder in holders)


_SEATS = {Verb.MEMBER_OF, Verb.INVITED_TO}


def seats_on(inquiry: Inquiry, key: str) -> tuple[SeatHeld, ...]:
    """Give the seats on a group, the several entries of one holder as one."""
    found: dict[tuple[str, bool], list[SeatHeld]] = {}
    for entry in _entries(inquiry, key):
        found.setdefault((entry.holder, entry.is_invited), []).append(entry)
    for edge in inquiry.ties.incoming[key]:
        if edge.verb in _SEATS and edge.says != BY_CHAIR:
            node, is_invited = inquiry.ties.nodes[edge.source], edge.verb in _BY_CALL
            is_words = node.kind is NodeKind.DESCRIBED_SET
            name = node.name if is_words else inquiry.label(edge.source)
            if (name, is_invited) not in found:
                found[name, is_invited] = [_related(inquiry, edge, name)]
    return _each_apart(inquiry, key, list(map(_as_one, found.values())))


def _each_apart(
    inquiry: Inquiry, key: str, rows: Sequence[SeatHeld]
) -> tuple[SeatHeld, ...]:
    """Give each of the safeguarding partners its own seats, where all sit together.

    Whoever is told to sit there itself has the seats that are told of it; where a post
    of it does, that may be its seat.
    """
    sources = {edge.source for edge in inquiry.ties.incoming[key]}
    every = {inquiry.label(one): inquiry.each_partner(one) for one in sources}
    found: dict[tuple[str, bool], SeatHeld] = {}
    joint = [row for row in rows if every.get(row.holder) and row.count.most is None]
    for row in rows:
        if row not in joint:
            found[row.holder, row.is_invited] = row
    spoken_for = {body for row in found.values() for body in row.bodies}
    for row in joint:
        for one in every[row.holder]:
            body = inquiry.label(one)
            own = found.get((body, row.is_invited))
            if own is None or own.is_beside or not own.count.least:
                least = 0 if body in spoken_for else min(row.count.least, 1)
                own = _of_each(row, body, inquiry.kinds(one), own, least)
            found[body, row.is_invited] = evolve(own, at=placed((*own.at, *row.at)))
    return tuple(found.values())


def _of_each(
    row: SeatHeld, body: str, kinds: tuple[str, ...], own: SeatHeld | None, least: int
) -> SeatHeld:
    """Make the seats of one of those who sit together."""
    as_one = f"as one of the {row.holder}"
    notes = (*row.notes, as_one, *(own.notes if own else ()))
    return evolve(
        row,
        holder=body,
        bodies=(body,),
        kinds=kinds,
        count=Count(least, None, (), (nameable(f"{body} {as_one}"),)),
        notes=notes,
        at=own.at if own else (),
    )


BY_CHAIR = "by its chair"
_BY_CALL = {Verb.INVITED_TO}


def _related(inquiry: Inquiry, edge: GovernanceEdge, name: str) -> SeatHeld:
    """Make a seat of what is only said to be a member, or to be invited."""
    _, bodies, kinds, count = inquiry.counts_as(edge.source)
    firm = "" if edge.standing.is_settled else edge.standing.value
    return SeatHeld(
        holder=name,
        group=inquiry.label(edge.target),
        bodies=bodies,
        kinds=kinds,
        count=count if edge.is_settled else or_none(count),
        is_invited=edge.verb in _BY_CALL,
        notes=tuple(filter(None, (firm, edge.condition))),
        at=placed([edge.at]),
    )


def _as_one(rows: list[SeatHeld]) -> SeatHeld:
    """Take several entries of one holder as one: perhaps the same seat, or seats."""
    first = rows[0]
    if len(rows) == 1:
        return first
    seats = [row for row in rows if not row.is_beside]
    own = seats or rows
    count = either(row.count for row in own)
    if first.bodies == (first.holder,):
        count = either((count, total(row.count for row in own)))
    return evolve(
        first,
        count=count if len(own) == len(rows) else or_none(count),
        is_beside=not seats,
        notes=tuple(dict.fromkeys(note for row in rows for note in row.notes)),
        at=placed(at for row in rows for at in row.at),
    )


def _entries(inquiry: Inquiry, key: str) -> Iterator[SeatHeld]:
    for roster, group in inquiry.groups.get(key, ()):
        for seat, is_invited in _every(group):
            holder = roster.key(seat.holder) if seat.holder else None
            stands = inquiry.stands(seat.standing, seat.condition)
            is_gone = holder is not None and holder not in inquiry.ties.nodes
            if stands is Answer.NO or is_gone:
                continue
            is_sure = stands is Answer.YES or _is_as_firm(inquiry, key, seat)
            counts = inquiry.counts_as(holder) if holder else _described(seat)
            count = _count(seat, counts.usual)
            beside = _is_beside(seat)
            is_sure = is_sure and beside is not Answer.UNKNOWN
            yield SeatHeld(
                holder=counts.name,
                group=inquiry.label(key),
                bodies=counts.bodies,
                kinds=counts.kinds,
                count=count if is_sure else or_none(count),
                is_invited=is_invited,
                is_beside=beside is Answer.YES,
                notes=_notes(seat, stands),
                at=placed([seat.at]),
            )


def _every(group: Group) -> Iterator[tuple[Seat, bool]]:
    for seat in group.members:
        yield seat, SeatRole.INVITED in seat.role.values
    for seat in group.invited:
        yield seat, True


def _is_as_firm(inquiry: Inquiry, key: str, seat: Seat) -> bool:
    """Say whether a seat is proposed as its whole group is, on no condition."""
    is_proposed = not inquiry.ties.nodes[key].standing.is_settled
    return is_proposed and seat.condition is None


def _described(seat: Seat) -> CountsAs:
    """Give as what a seat counts for which nobody is named."""
    words = seat.any or f"the chairs of {listed(seat.chairs_of)}"
    return CountsAs(words, (), (), Count.unknown(nameable(words)))


def _is_beside(seat: Seat) -> Answer:
    """Say whether a seat is none beside those of the members, by its role."""
    held = seat.role.settled or seat.role.statements
    if not any(said.value in _BESIDE for said in held):
        return Answer.NO
    is_sure = seat.role.settled and all(said.value in _BESIDE for said in held)
    return Answer.YES if is_sure else Answer.UNKNOWN


_BESIDE = {SeatRole.DEPUTY, SeatRole.OBSERVER}


def _count(seat: Seat, usual: Count) -> Count:
    """Take the number that is stated; the usual one if none is."""
    if not seat.count.statements:
        return usual
    held = seat.count.settled or seat.count.statements
    numbers = [said.value for said in held if isinstance(said.value, int)]
    if len(numbers) == len(held):
        return Count.one_of(*numbers)
    return Count.unknown(*usual.not_stated)


def _notes(seat: Seat, stands: Answer) -> tuple[str, ...]:
    is_firm = seat.standing.is_settled or stands is not Answer.UNKNOWN
    more = [role.value for role in seat.role.values]
    more += [held.value for held in seat.holding.values if held in _TOLD]
    more += [f"requires {words}" for words in seat.requires]
    more += ["beyond the minimum"] * (_beyond(seat) is Answer.YES)
    firm = "" if is_firm else seat.standing.value
    return tuple(filter(None, (*more, firm, seat.condition)))


_TOLD = {Holding.ACTING, Holding.INTERIM, Holding.VACANT}


def _beyond(seat: Seat) -> Answer:
    said = seat.beyond_minimum
    return said.says(value=True) if said.statements else Answer.NO
