"""Finding the seats on a group, and those of somebody, in a governance graph."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from masa.ground.logic import NO, UNKNOWN, YES, Answer
from masa.ground.quantities import Count
from masa.ground.stated import Stated
from masa.ground.text import listed
from masa.model.bodies import Holding
from masa.model.governance.counting import either, nameable, or_none, total, untold
from masa.model.governance.inquiry import CountsAs, Inquiry
from masa.model.governance.nodes import NodeKind
from masa.model.governance.seating import SeatHeld, Seats, placed
from masa.model.groups import Group, Seat, SeatRole
from masa.model.relations import Relation, Verb

__all__ = ["BY_CHAIR", "seats_on", "seats_with"]

Who = tuple[str, str]  # the key of who it is, or only the words that describe it
Place = tuple[Who, bool]  # with whether by invitation
Entry = tuple[str, SeatHeld]  # with the id of the arrangement that makes it


def seats_with(inquiry: Inquiry, key: str) -> Seats:
    """Give the seats on a group, or of whoever a node is."""
    node, label = inquiry.ties.nodes[key], inquiry.label(key)
    if node.kind is NodeKind.GROUP:
        complete = _complete([group for _, group in inquiry.groups.get(key, ())])
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


def _complete(declared: Sequence[Group]) -> Stated[bool]:
    """Give all that is said of whether the list of members is complete."""
    if len(declared) == 1:
        return declared[0].complete
    return Stated(said for group in declared for said in group.complete.statements)


def _of(inquiry: Inquiry, key: str, label: str) -> Iterator[SeatHeld]:
    """Yield the seats of a node, of the posts in it, and of its partners together."""
    wanted = {key, *inquiry.together(key)}
    holders = {_who(inquiry, key)}
    groups: dict[str, None] = {}
    for edge in inquiry.ties.edges:
        is_seat = edge.verb in _SEATS and edge.target in inquiry.groups
        if is_seat and wanted & {edge.source, *inquiry.bodies(edge.source)}:
            each = wanted & set(inquiry.each_partner(edge.source))
            holders.update(_who(inquiry, one) for one in (edge.source, *each))
            groups[edge.target] = None
    for group in groups:
        for (who, _), row in _held(inquiry, group).items():
            if who in holders:
                is_own = who == _who(inquiry, key)
                yield evolve(row, holder=label) if is_own else row


_SEATS = {Verb.MEMBER_OF, Verb.INVITED_TO}


def _who(inquiry: Inquiry, key: str) -> Who:
    """Give by what the seats of a node are known."""
    node = inquiry.ties.nodes[key]
    is_words = node.kind is NodeKind.DESCRIBED_SET and not node.is_declared
    return ("", node.name) if is_words else (key, "")


def seats_on(inquiry: Inquiry, key: str) -> tuple[SeatHeld, ...]:
    """Give the seats on a group, the several entries of one holder as one."""
    return tuple(_held(inquiry, key).values())


def _held(inquiry: Inquiry, key: str) -> dict[Place, SeatHeld]:
    """Give the seats on a group, by who holds them and whether by invitation."""
    related = _related(inquiry, key)
    entries: dict[Place, list[Entry]] = {}
    for place, entry in _entries(inquiry, key, related):
        entries.setdefault(place, []).append(entry)
    found = {
        place: told[0][1] if len(told) == 1 else _united(told)
        for place, told in entries.items()
    }
    for place, relations in related.items():
        row = found.get(place) or _by_relation(inquiry, key, place, relations)
        at = placed((*row.at, *(one.at for one in relations)))
        found[place] = evolve(row, at=at)
    return _each_apart(inquiry, found)


def _related(inquiry: Inquiry, key: str) -> dict[Place, list[Relation]]:
    """Give who is only said to be a member, or to be invited; the firmest first."""
    found: dict[Place, list[Relation]] = {}
    for source, relation in inquiry.sitting.get(key, ()):
        place = (source, ""), relation.verb in _BY_CALL
        found.setdefault(place, []).append(relation)
    for relations in found.values():
        relations.sort(key=_is_open)
    return found


def _is_open(relation: Relation) -> bool:
    return not relation.standing.is_settled or relation.condition is not None


def _each_apart(inquiry: Inquiry, rows: dict[Place, SeatHeld]) -> dict[Place, SeatHeld]:
    """Give each of the safeguarding partners its own seats, where all sit together.

    Whoever is told to sit there itself has the seats that are told of it; where a post
    of it does, that may be its seat.
    """
    every = {
        place: each
        for place, row in rows.items()
        if row.count.most is None
        and place[0][0]
        and (each := inquiry.each_partner(place[0][0]))
    }
    if not every:
        return rows
    found = {place: row for place, row in rows.items() if place not in every}
    spoken_for = {body for row in found.values() for body in row.bodies}
    for place, each in every.items():
        row = rows[place]
        for one in each:
            body, its = inquiry.label(one), ((one, ""), row.is_invited)
            own = found.get(its)
            if own is None or own.is_beside or not own.count.least:
                least = 0 if body in spoken_for else min(row.count.least, 1)
                own = _of_each(row, body, inquiry.kinds(one), own, least)
            found[its] = evolve(own, at=placed((*own.at, *row.at)))
    return found


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


def _by_relation(
    inquiry: Inquiry, key: str, place: Place, relations: Sequence[Relation]
) -> SeatHeld:
    """Make a seat of what is only said to be a member, or to be invited."""
    (holder, _), is_invited = place
    counts = inquiry.counts_as(holder)
    is_open = _is_open(relations[0])
    told = relations if is_open else ()
    notes = (
        note
        for one in told
        for note in (
            "" if one.standing.is_settled else one.standing.value,
            one.condition,
        )
    )
    return SeatHeld(
        holder=counts.name,
        group=inquiry.label(key),
        bodies=counts.bodies,
        kinds=counts.kinds,
        count=or_none(counts.usual) if is_open else counts.usual,
        is_invited=is_invited,
        notes=tuple(dict.fromkeys(filter(None, notes))),
    )


def _united(entries: Sequence[Entry]) -> SeatHeld:
    """Take the entries of one holder as one: first those of each arrangement."""
    told: dict[str, list[SeatHeld]] = {}
    for home, row in entries:
        told.setdefault(home, []).append(row)
    return _as_told_by_several([*map(_as_one, told.values())])


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


def _entries(
    inquiry: Inquiry, key: str, related: Mapping[Place, Sequence[Relation]]
) -> Iterator[tuple[Place, Entry]]:
    """Yield each entry, after who it is of.

    Where a relation surely says that its holder sits there, only the number is open.
    """
    name, words = inquiry.label(key), inquiry.words.get(key, {})
    nodes = inquiry.ties.nodes
    for roster, group in inquiry.groups.get(key, ()):
        home = roster.arrangement.id
        for seat, is_invited in _every(group):
            holder = roster.key(seat.holder) if seat.holder else ""
            stands = inquiry.stands(seat.standing, seat.condition)
            if stands is NO or (holder and holder not in nodes):
                continue
            said = "" if holder else _description(seat)
            place = (holder, said), is_invited
            is_sure = stands is YES or _is_as_firm(inquiry, key, seat)
            counts = (
                inquiry.counts_as(holder)
                if holder
                else _described(said, words.get(said, said))
            )
            count, beside = _count(seat, counts.usual), _is_beside(seat)
            told = () if is_sure else related.get(place, ())
            if told and not all(map(_is_open, told)):
                is_sure, stands = True, YES
                count = either((counts.usual, count))
            is_sure = is_sure and beside is not UNKNOWN
            row = SeatHeld(
                counts.name,
                name,
                counts.bodies,
                counts.kinds,
                count if is_sure else or_none(count),
                is_invited,
                beside is YES,
                _notes(seat, stands),
                (seat.at,) if seat.at else (),
            )
            yield place, (home, row)


def _every(group: Group) -> Iterator[tuple[Seat, bool]]:
    for seat in group.members:
        role = seat.role
        yield seat, bool(role.statements) and SeatRole.INVITED in role.values
    for seat in group.invited:
        yield seat, True


def _is_as_firm(inquiry: Inquiry, key: str, seat: Seat) -> bool:
    """Say whether a seat is proposed as its whole group is, on no condition."""
    is_proposed = not inquiry.ties.nodes[key].standing.is_settled
    return is_proposed and seat.condition is None


def _is_beside(seat: Seat) -> Answer:
    """Say whether a seat is none beside those of the members, by its role."""
    if not seat.role.statements:
        return NO  # which is much faster to see
    held = seat.role.settled or seat.role.statements
    if not any(said.value in _BESIDE for said in held):
        return NO
    is_sure = seat.role.settled and all(said.value in _BESIDE for said in held)
    return YES if is_sure else UNKNOWN


_BESIDE = {SeatRole.DEPUTY, SeatRole.OBSERVER}


def _description(seat: Seat) -> str:
    return seat.any or f"the chairs of {listed(seat.chairs_of)}"


def _described(said: str, name: str) -> CountsAs:
    """Give as what a seat counts for which nobody is named."""
    return CountsAs(name, (), (), untold(nameable(said)))


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
    more: list[str] = []
    if seat.role.statements:
        more += [role.value for role in seat.role.values]
    if seat.holding.statements:
        more += [held.value for held in seat.holding.values if held in _TOLD]
    if seat.requires:
        more += [f"requires {words}" for words in seat.requires]
    beyond = seat.beyond_minimum
    if beyond.statements and beyond.says(value=True) is YES:
        more.append("beyond the minimum")
    if stands is not YES:
        more += [] if seat.standing.is_settled else [seat.standing.value]
        more += [seat.condition] if seat.condition else []
    return tuple(more)


_TOLD = {Holding.ACTING, Holding.INTERIM, Holding.VACANT}
