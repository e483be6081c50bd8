"""What each entry in a list of members says, and several of one holder as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

from attrs import evolve

from masa.ground.logic import NO, UNKNOWN, YES, Answer
from masa.ground.plurals import is_plural
from masa.ground.quantities import Count
from masa.ground.text import listed
from masa.model.bodies import Holding
from masa.model.governance.counting import either, nameable, or_none, total, untold
from masa.model.governance.inquiry import CountsAs, Declared, Inquiry
from masa.model.governance.seating import SeatHeld, placed
from masa.model.groups import Group, Seat, SeatRole
from masa.model.relations import Relation

__all__ = ["Parts", "Place", "Who", "entries", "is_open", "listed_in", "united"]

Who = tuple[str, str]  # the key of who it is, or only the words that describe it
Place = tuple[Who, bool]  # with whether by invitation
Parts = tuple[
    str, SeatHeld, Count, bool
]  # of an entry: most are alone, and need no more


class Entry(NamedTuple):
    """What one entry says.

    Args:
        home: The id of the arrangement that makes it.
        row: The seats that it gives, none perhaps if it is not settled.
        comes: How many seats it gives if it comes about.
        is_open: Whether it is only proposed, or holds on a condition.
    """

    home: str
    row: SeatHeld
    comes: Count
    is_open: bool


def is_open(relation: Relation) -> bool:
    """Say whether a relation is not settled, or holds on a condition."""
    return not relation.standing.is_settled or relation.condition is not None


def entries(
    inquiry: Inquiry, key: str, related: Mapping[Place, Sequence[Relation]]
) -> Iterator[tuple[Place, Parts]]:
    """Yield the parts of each entry, after who it is of.

    Where a relation surely says that its holder sits there, only the number is open.
    """
    name, words = inquiry.label(key), inquiry.words.get(key, {})
    nodes = inquiry.ties.nodes
    for roster, group in inquiry.groups.get(key, ()):
        home = roster.arrangement.id
        for seat, is_invited in _every(inquiry, group):
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
            count = _count(inquiry, seat, counts.usual)
            beside = _is_beside(inquiry, seat)
            told = () if is_sure else related.get(place, ())
            if told and not all(map(is_open, told)):
                is_sure, stands = True, YES
                count = either((counts.usual, count))
            is_loose, is_sure = not is_sure, is_sure and beside is not UNKNOWN
            row = SeatHeld(
                counts.name,
                name,
                counts.bodies,
                counts.kinds,
                count if is_sure else or_none(count),
                is_invited,
                beside is YES,
                _notes(inquiry, seat, stands),
                (seat.at,) if seat.at else (),
                counts.perhaps,
                counts.is_many,
            )
            yield place, (home, row, count, is_loose)


def united(told: Iterable[Parts]) -> SeatHeld:
    """Take the entries of one holder as one: first those of each arrangement.

    Those of one arrangement may be seats of their own, if they are of a body; what
    several arrangements tell is the same seat.
    """
    by_home: dict[str, list[Entry]] = {}
    for one in starmap(Entry, told):
        by_home.setdefault(one.home, []).append(one)
    row = next(iter(by_home.values()))[0].row
    may_add = row.bodies == (row.holder,)
    each = [_as_one(several, may_add=may_add) for several in by_home.values()]
    return _as_one(each, may_add=False).row


def _as_one(told: Sequence[Entry], *, may_add: bool) -> Entry:
    """Take several entries as one: the same seat, or perhaps seats that add up."""
    if len(told) == 1:
        return told[0]
    firm = [one for one in told if not one.is_open]
    if len(firm) < len(told) and any(not one.row.is_beside for one in firm):
        return _with_plans(_as_one(firm, may_add=may_add), firm, told, may_add=may_add)
    rows = [one.row for one in told]
    seats = [row for row in rows if not row.is_beside]
    own = seats or rows
    count = either(row.count for row in own)
    count = count if len(own) == len(rows) else or_none(count)
    comes = either(one.comes for one in told)
    if may_add:
        count = either((count, total(row.count for row in own)))
        comes = either((comes, total(one.comes for one in told)))
    row = evolve(
        rows[0],
        count=count,
        is_beside=not seats,
        notes=tuple(dict.fromkeys(note for row in rows for note in row.notes)),
        at=placed(at for row in rows for at in row.at),
    )
    return Entry(told[0].home, row, comes, is_open=not firm)


def _with_plans(
    settled: Entry, firm: Sequence[Entry], told: Sequence[Entry], *, may_add: bool
) -> Entry:
    """Add to a settled seat what is only proposed, or holds on a condition.

    It weakens nothing that is settled: it may change the number, or add seats.
    """
    plans = [one for one in told if one.is_open and not one.row.is_beside]
    row = settled.row
    counts = [row.count, *(one.comes for one in plans)]
    if may_add:
        sure = (one.row.count for one in firm if not one.row.is_beside)
        counts.append(total((*sure, *(or_none(one.comes) for one in plans))))
    count = either(counts)
    more = () if count == row.count else [note for p in plans for note in p.row.notes]
    at = placed(at for one in told for at in one.row.at)
    notes = tuple(dict.fromkeys((*row.notes, *more)))
    return Entry(
        settled.home,
        evolve(row, count=count, notes=notes, at=at),
        count,
        is_open=False,
    )


def listed_in(
    inquiry: Inquiry, key: str, declared: Declared
) -> tuple[set[Who], set[Who]]:
    """Give who surely is in a list of members, and who surely or perhaps is."""
    surely: set[Who] = set()
    perhaps: set[Who] = set()
    roster, group = declared
    for seat, is_invited in _every(inquiry, group):
        holder = roster.key(seat.holder) if seat.holder else ""
        stands = inquiry.stands(seat.standing, seat.condition)
        is_there = stands is not NO and (not holder or holder in inquiry.ties.nodes)
        if is_there and not is_invited and _is_beside(inquiry, seat) is not YES:
            who = holder, "" if holder else _description(seat)
            perhaps.add(who)
            if stands is YES or _is_as_firm(inquiry, key, seat):
                surely.add(who)
    return surely, perhaps


def _every(inquiry: Inquiry, group: Group) -> Iterator[tuple[Seat, bool]]:
    for seat in group.members:
        role = seat.role
        is_told = bool(role.statements)
        yield seat, is_told and SeatRole.INVITED in inquiry.held(role).values
    for seat in group.invited:
        yield seat, True


def _is_as_firm(inquiry: Inquiry, key: str, seat: Seat) -> bool:
    """Say whether a seat is proposed as its whole group is, on no condition."""
    is_proposed = not inquiry.ties.nodes[key].standing.is_settled
    return is_proposed and not _condition(inquiry, seat)


def _condition(inquiry: Inquiry, seat: Seat) -> str | None:
    """Give the condition on which a seat is held, unless it is given as met."""
    condition = seat.condition
    return None if condition and inquiry.given.get(condition) else condition


def _is_beside(inquiry: Inquiry, seat: Seat) -> Answer:
    """Say whether a seat is none beside those of the members, by its role."""
    if not seat.role.statements:
        return NO  # which is much faster to see
    role = inquiry.held(seat.role)
    held = role.settled or role.statements
    if not any(said.value in _BESIDE for said in held):
        return NO
    is_sure = role.settled and all(said.value in _BESIDE for said in held)
    is_sure = is_sure and any(map(inquiry.is_dated_surely, held))
    return YES if is_sure else UNKNOWN


_BESIDE = {SeatRole.DEPUTY, SeatRole.OBSERVER}


def _description(seat: Seat) -> str:
    return seat.any or f"the chairs of {listed(seat.chairs_of)}"


@lru_cache(maxsize=1024)
def _described(said: str, name: str) -> CountsAs:
    """Give as what a seat counts for which nobody is named."""
    return CountsAs(name, (), (), untold(nameable(said)), is_plural(said))


def _count(inquiry: Inquiry, seat: Seat, usual: Count) -> Count:
    """Take the number that is stated; the usual one if none is, or perhaps none."""
    if not seat.count.statements:
        return usual  # which is much faster to see
    stated = inquiry.held(seat.count)
    held = stated.settled or stated.statements
    if not held:
        return usual
    numbers = [said.value for said in held if isinstance(said.value, int)]
    if len(numbers) < len(held):
        return Count.unknown(*usual.not_stated)
    count = Count.one_of(*numbers)
    is_of_day = any(map(inquiry.is_dated_surely, held))
    return count if is_of_day else either((usual, count))


def _notes(inquiry: Inquiry, seat: Seat, stands: Answer) -> tuple[str, ...]:
    more: list[str] = []
    if seat.role.statements:
        more += [role.value for role in inquiry.held(seat.role).values]
    if seat.holding.statements:
        holding = inquiry.held(seat.holding).values
        more += [held.value for held in holding if held in _TOLD]
    if seat.requires:
        more += [f"requires {words}" for words in seat.requires]
    beyond = seat.beyond_minimum
    if beyond.statements and inquiry.held(beyond).says(value=True) is YES:
        more.append("beyond the minimum")
    if stands is not YES:
        more += [] if seat.standing.is_settled else [seat.standing.value]
        if seat.condition:
            more += filter(None, [_condition(inquiry, seat)])
    return tuple(more)


_TOLD = {Holding.ACTING, Holding.INTERIM, Holding.VACANT}
