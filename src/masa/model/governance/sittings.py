"""Finding the seats on a group, and those of somebody, in a governance graph."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from masa.ground.logic import UNKNOWN, YES, Answer
from masa.ground.quantities import Count
from masa.ground.stated import NOT_STATED, Stated, Statement
from masa.model.governance.counting import lowered, nameable, or_none
from masa.model.governance.inquiry import CountsAs, Declared, Inquiry
from masa.model.governance.nodes import NodeKind
from masa.model.governance.roster import Roster
from masa.model.governance.seat_entries import (
    Parts,
    Place,
    Who,
    entries,
    is_open,
    listed_in,
    united,
)
from masa.model.governance.seating import SeatHeld, Seats, placed
from masa.model.relations import Relation, Verb

__all__ = ["BY_CHAIR", "seats_on", "seats_with"]


def seats_with(inquiry: Inquiry, key: str) -> Seats:
    """Give the seats on a group, or of whoever a node is."""
    node, label = inquiry.ties.nodes[key], inquiry.label(key)
    if node.kind is NodeKind.GROUP:
        complete = _complete(inquiry, inquiry.groups.get(key, ()))
        is_complete = _is_complete(inquiry, key, complete)
        return Seats(
            name=label,
            rows=seats_on(inquiry, key),
            complete=is_complete,
            complete_at=placed([said.at for said in complete.statements]),
            is_complete_told=is_complete is not UNKNOWN or complete.is_stated,
            standing=node.standing,
            so_far=inquiry.so_far,
        )
    return Seats(
        name=label,
        rows=tuple(_of(inquiry, key, label)),
        is_group=False,
        is_many=node.is_many,
        so_far=inquiry.so_far,
    )


def _complete(inquiry: Inquiry, declared: Sequence[Declared]) -> Stated[bool]:
    """Give all that holds of whether the list of members is complete."""
    if len(declared) == 1:
        return inquiry.held(declared[0][1].complete)
    several = (inquiry.held(group.complete) for _, group in declared)
    return Stated(said for fact in several for said in fact.statements)


def _is_complete(inquiry: Inquiry, key: str, said: Stated[bool]) -> Answer:
    """Say whether the list is complete; unknown if that is perhaps of another day."""
    if not said.statements:
        return UNKNOWN  # which is much faster to see
    if key in inquiry.maybe_one:
        return UNKNOWN  # another group that it may be has members of its own
    if len(declared := inquiry.groups[key]) > 1:
        said = _of_all(inquiry, key, declared)
    settled = said.settled
    if len(settled) == 1 and settled[0].value is True and inquiry.on is None:
        return YES  # which is much faster to see
    if inquiry.on is None or any(map(inquiry.is_dated_surely, settled)):
        return said.says(value=True)
    return UNKNOWN


def _of_all(inquiry: Inquiry, key: str, declared: Sequence[Declared]) -> Stated[bool]:
    """Give what is said of the lists that name every member whom any of them names.

    Nothing is, if a list is said to be complete that does not name them all.
    """
    lists = [listed_in(inquiry, key, one) for one in declared]
    related = [_members(inquiry, key, roster) for roster, _ in declared]
    every = {who for surely, _ in lists for who in surely}.union(*related)
    found: list[Statement[bool]] = []
    for (_, group), (_, listed), more in zip(declared, lists, related, strict=True):
        said = inquiry.held(group.complete).statements
        if listed | more >= every:
            found += said
        elif any(one.is_settled and one.value is True for one in said):
            return NOT_STATED
    return Stated(found)


def _members(inquiry: Inquiry, key: str, roster: Roster) -> set[Who]:
    """Give who is settled to be a member by what an arrangement says of relations."""
    return {
        (source, "")
        for one in roster.arrangement.relations
        if one.verb is Verb.MEMBER_OF and roster.key(one.target) == key
        if inquiry.stands(one.standing, one.condition) is YES
        if (source := roster.key(one.source)) in inquiry.ties.nodes
    }


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
    told: dict[Place, list[Parts]] = {}
    for place, entry in entries(inquiry, key, related):
        told.setdefault(place, []).append(entry)
    found = {
        place: several[0][1] if len(several) == 1 else united(several)
        for place, several in told.items()
    }
    for place, relations in related.items():
        row = found.get(place) or _by_relation(inquiry, key, place, relations)
        at = placed((*row.at, *(one.at for one in relations)))
        found[place] = evolve(row, at=at)
    return _perhaps_same(inquiry, _each_apart(inquiry, found))


def _related(inquiry: Inquiry, key: str) -> dict[Place, list[Relation]]:
    """Give who is only said to be a member, or to be invited; the firmest first."""
    found: dict[Place, list[Relation]] = {}
    for source, relation in inquiry.sitting.get(key, ()):
        place = (source, ""), relation.verb in _BY_CALL
        found.setdefault(place, []).append(relation)
    for relations in found.values():
        relations.sort(key=is_open)
    return found


def _each_apart(inquiry: Inquiry, rows: dict[Place, SeatHeld]) -> dict[Place, SeatHeld]:
    """Give each of the safeguarding partners its own seats, where all sit together.

    Whoever is told to sit there itself has the seats that are told of it; where a post
    of it surely does, that may be its seat.
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
    surely = [row for row in found.values() if row.count.least and not row.is_beside]
    for place, each in every.items():
        row = rows[place]
        spoken_for = {
            body
            for own in surely
            if row.is_invited or not own.is_invited
            for body in own.bodies
        }
        for one in each:
            counts, its = inquiry.counts_as(one), ((one, ""), row.is_invited)
            own = found.get(its)
            if own is None or own.is_beside or not own.count.least:
                least = 0 if counts.name in spoken_for else min(row.count.least, 1)
                own = _of_each(row, counts, own, least)
            found[its] = evolve(own, at=placed((*own.at, *row.at)))
    return found


def _perhaps_same(
    inquiry: Inquiry, rows: dict[Place, SeatHeld]
) -> dict[Place, SeatHeld]:
    """Let those who may be one have as few seats as any of them surely has."""
    maybe = inquiry.maybe_one
    own = [place for place in rows if place[0][0] in maybe and not place[1]]
    if len(own) <= 1:
        return rows  # which is much faster to see
    found = dict(rows)
    for place in own:
        others = maybe[place[0][0]]
        alike = [rows[one] for one in own if one[0][0] in others]
        if alike:
            row = rows[place]
            each = (0 if one.is_beside else one.count.least for one in (row, *alike))
            count = lowered(row.count, row.count.least - min(each))
            names = tuple(one.holder for one in alike)
            found[place] = evolve(row, count=count, alike=names)
    return found


def _of_each(
    row: SeatHeld, counts: CountsAs, own: SeatHeld | None, least: int
) -> SeatHeld:
    """Make the seats of one of those who sit together."""
    as_one = f"as one of the {row.holder}"
    notes = (*row.notes, as_one, *(own.notes if own else ()))
    return evolve(
        row,
        holder=counts.name,
        bodies=counts.bodies,
        kinds=counts.kinds,
        count=Count(least, None, (), (nameable(f"{counts.name} {as_one}"),)),
        notes=notes,
        at=own.at if own else (),
        perhaps=counts.perhaps,
        is_many=counts.is_many,
    )


BY_CHAIR = "by its chair"
_BY_CALL = {Verb.INVITED_TO}


def _by_relation(
    inquiry: Inquiry, key: str, place: Place, relations: Sequence[Relation]
) -> SeatHeld:
    """Make a seat of what is only said to be a member, or to be invited."""
    (holder, _), is_invited = place
    counts = inquiry.counts_as(holder)
    is_loose = is_open(relations[0])
    told = relations if is_loose else ()
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
        count=or_none(counts.usual) if is_loose else counts.usual,
        is_invited=is_invited,
        perhaps=counts.perhaps,
        is_many=counts.is_many,
        notes=tuple(dict.fromkeys(filter(None, notes))),
    )
