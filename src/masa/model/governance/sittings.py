"""Finding the seats on a group, and those of somebody, in a governance graph."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.ground.stated import Stated
from masa.ground.text import listed
from masa.model.bodies import Holding
from masa.model.governance.counting import either, nameable, or_none, total
from masa.model.governance.inquiry import CountsAs, Inquiry
from masa.model.governance.nodes import GovernanceEdge, NodeKind
from masa.model.governance.seating import SeatHeld, Seats, placed
from masa.model.groups import Group, Seat, SeatRole
from masa.model.relations import Verb

__all__ = ["BY_CHAIR", "seats_on", "seats_with"]


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
    entries: dict[tuple[str, bool], dict[str, list[SeatHeld]]] = {}
    for home, entry in _entries(inquiry, key):
        by_home = entries.setdefault((entry.holder, entry.is_invited), {})
        by_home.setdefault(home, []).append(entry)
    found = {who: [*map(_as_one, told.values())] for who, told in entries.items()}
    for edge in inquiry.ties.incoming[key]:
        if edge.verb in _SEATS and edge.says != BY_CHAIR:
            node, is_invited = inquiry.ties.nodes[edge.source], edge.verb in _BY_CALL
            is_words = node.kind is NodeKind.DESCRIBED_SET
            name = node.name if is_words else inquiry.label(edge.source)
            if (name, is_invited) not in found:
                found[name, is_invited] = [_related(inquiry, edge, name)]
    return _each_apart(inquiry, key, list(map(_as_told_by_several, found.values())))


def _each_apart(
    inquiry: Inquiry, key: str, rows: Sequence[SeatHeld]
) -> tuple[SeatHeld, ...]:
    """Give each of the safeguarding partners its own seats, where all sit together.

    Whoever is told to sit there itself has the seats that are told of it; where a post
    of it does, that may be its seat.
    """
    if all(row.count.most is not None for row in rows):
        return tuple(rows)  # which is much faster to see
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
    found, first = _as_told_by_several(rows), rows[0]
    if len(rows) == 1 or first.bodies != (first.holder,):
        return found
    own = [row for row in rows if not row.is_beside] or rows
    return evolve(found, count=either((found.count, total(row.count for row in own))))


def _as_told_by_several(rows: list[SeatHeld]) -> SeatHeld:
    """Take what several arrangements tell of one holder as one: it is the same seat."""
    first = rows[0]
    if len(rows) == 1:
        return first
    seats = [row for row in rows if not row.is_beside]
    own = seats or rows
    count = either(row.count for row in own)
    return evolve(
        first,
        count=count if len(own) == len(rows) else or_none(count),
        is_beside=not seats,
        notes=tuple(dict.fromkeys(note for row in rows for note in row.notes)),
        at=placed(at for row in rows for at in row.at),
    )


def _entries(inquiry: Inquiry, key: str) -> Iterator[tuple[str, SeatHeld]]:
    """Yield each entry, with the id of the arrangement that makes it."""
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
            yield (
                roster.arrangement.id,
                SeatHeld(
                    holder=counts.name,
                    group=inquiry.label(key),
                    bodies=counts.bodies,
                    kinds=counts.kinds,
                    count=count if is_sure else or_none(count),
                    is_invited=is_invited,
                    is_beside=beside is Answer.YES,
                    notes=_notes(seat, stands),
                    at=placed([seat.at]),
                ),
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


def _is_beside(seat: Seat) -> Answer:
    """Say whether a seat is none beside those of the members, by its role."""
    if not seat.role.statements:
        return Answer.NO  # which is much faster to see
    held = seat.role.settled or seat.role.statements
    if not any(said.value in _BESIDE for said in held):
        return Answer.NO
    is_sure = seat.role.settled and all(said.value in _BESIDE for said in held)
    return Answer.YES if is_sure else Answer.UNKNOWN


_BESIDE = {SeatRole.DEPUTY, SeatRole.OBSERVER}


def _described(seat: Seat) -> CountsAs:
    """Give as what a seat counts for which nobody is named."""
    words = seat.any or f"the chairs of {listed(seat.chairs_of)}"
    return CountsAs(words, (), (), Count.unknown(nameable(words)))


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
    more: list[str] = []
    if seat.role.statements:
        more += [role.value for role in seat.role.values]
    if seat.holding.statements:
        more += [held.value for held in seat.holding.values if held in _TOLD]
    if seat.requires:
        more += [f"requires {words}" for words in seat.requires]
    beyond = seat.beyond_minimum
    if beyond.statements and beyond.says(value=True) is Answer.YES:
        more.append("beyond the minimum")
    firm = "" if is_firm else seat.standing.value
    return tuple(filter(None, (*more, firm, seat.condition)))


_TOLD = {Holding.ACTING, Holding.INTERIM, Holding.VACANT}
