"""Remarks on scrutineers who chair, sit on or answer for what they scrutinise."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from masa.ground.sources import Source
from masa.ground.stated import Standing
from masa.ground.text import listed
from masa.model.arrangement import Arrangement, Thing
from masa.model.bodies import Post
from masa.model.documents import Collective
from masa.model.groups import Group, SeatRole
from masa.model.partners import SafeguardingPartner
from masa.model.relations import Verb
from masa.rules.identities import once
from masa.rules.remarks import Noticed
from masa.rules.whereabouts import (
    PARTNERS,
    Whereabouts,
    chairs_named,
    marked_name,
)

__all__ = ["scrutineer_chairs", "scrutineer_is_a_partner", "scrutineer_sits_in_line"]

ASIDE = {SeatRole.INVITED, SeatRole.OBSERVER}
THE_PARTNERSHIP = (Arrangement, Collective, SafeguardingPartner)


class _Said(NamedTuple):
    """One place where it is said that somebody scrutinises, and which groups."""

    name: str
    standing: Standing
    at: Source | None
    groups: tuple[Group, ...]


class _Scrutineer(NamedTuple):
    """Who scrutinises, with all that is said of it."""

    thing: Thing
    said: list[_Said]
    numbers: set[int]

    def is_of(self, known: Whereabouts, name: object) -> bool:
        """Say whether a name is its own, or that of a post in it or of one person."""
        if not isinstance(name, str):
            return False
        thing = known.thing(name)
        home = known.homes.get(id(thing), thing)
        return bool(self.numbers & {known.number(thing), known.number(home)})


class _Role(NamedTuple):
    """What a scrutineer is or does besides, and of whom."""

    says: str
    of: str
    at: Source | None


Roles = Callable[[Whereabouts, _Scrutineer], Iterator[_Role]]


def scrutineer_chairs(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a scrutineer who also chairs the partnership or one of its groups."""
    return _noticed(known, _chaired)


def scrutineer_is_a_partner(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a scrutineer who is a partner, a lead, a delegate or a post in one."""
    return _noticed(known, _held_in_partners)


def scrutineer_sits_in_line(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a scrutineer who sits on a group that is scrutinised, or above it."""
    return _noticed(known, _seats)


def _noticed(known: Whereabouts, roles_of: Roles) -> Iterator[Noticed]:
    for one in known.kept(_scrutineers):
        roles = tuple(roles_of(known, one))
        if roles:
            first = next((s for s in one.said if s.standing.is_settled), one.said[0])
            says = listed(dict.fromkeys(role.says for role in roles))
            yield Noticed(
                f"{marked_name(first.name, first.standing)} scrutinises, and {says}.",
                once((first.name, *(role.of for role in roles))),
                once((*(said.at for said in one.said), *(role.at for role in roles))),
            )


def _scrutineers(known: Whereabouts) -> tuple[_Scrutineer, ...]:
    found: dict[int, _Scrutineer] = {}
    for said in _said(known):
        thing = known.thing(said.name)
        number = known.number(thing)
        if number not in found:
            found[number] = _Scrutineer(thing, [], known.persons(thing))
        found[number].said.append(said)
    return tuple(found.values())


def _said(known: Whereabouts) -> Iterator[_Said]:
    for one in known.arrangement.scrutiny:
        yield _Said(one.by, one.standing, one.at, known.groups)
    report = known.arrangement.yearly_report
    for said in report.scrutinised_by.statements if report else ():
        if isinstance(said.value, str):
            yield _Said(said.value, said.standing, said.at, known.groups)
    for relation, _, target in known.related(Verb.SCRUTINISES):
        groups = _scrutinised(known, target)
        yield _Said(relation.source, relation.standing, relation.at, groups)


def _scrutinised(known: Whereabouts, target: Thing) -> tuple[Group, ...]:
    """Give the groups that are scrutinised with a thing: those above it are too."""
    if isinstance(target, THE_PARTNERSHIP):
        return known.groups
    line = {id(target)}
    line |= known.above(target) if isinstance(target, Group) else set()
    return tuple(group for group in known.groups if id(group) in line)


def _chaired(known: Whereabouts, one: _Scrutineer) -> Iterator[_Role]:
    for said in known.arrangement.chair.statements:
        if one.is_of(known, said.value):
            what = marked_name("the partnership", said.standing)
            yield _Role(f"chairs {what}", known.arrangement.title, said.at)
    for group in known.groups:
        for chair in group.chair.statements:
            if any(one.is_of(known, name) for name in chairs_named(chair.value)):
                what = marked_name(group.name, chair.standing)
                yield _Role(f"chairs {what}", group.name, chair.at)
    for relation, _, target in known.related(Verb.CHAIRS):
        if id(target) in known.lines and one.is_of(known, relation.source):
            what = marked_name(relation.target, relation.standing)
            yield _Role(f"chairs {what}", relation.target, relation.at)


def _held_in_partners(known: Whereabouts, one: _Scrutineer) -> Iterator[_Role]:
    if isinstance(one.thing, Collective) and one.thing.name == PARTNERS:
        yield _Role("is the safeguarding partners themselves", PARTNERS, None)
    homes = {known.number(body) for body in known.body_chain(one.thing)}
    for partner in known.arrangement.partners:
        held = tuple(_posts_held(known, one, partner))
        if known.number(partner) == known.number(one.thing):
            yield _Role("is a safeguarding partner", partner.name, partner.at)
        elif held:
            yield from held
        elif isinstance(one.thing, Post) and known.number(partner) in homes:
            yield _Role(f"is a post in {partner.name}", partner.name, one.thing.at)


def _posts_held(
    known: Whereabouts, one: _Scrutineer, partner: SafeguardingPartner
) -> Iterator[_Role]:
    leads = ((said, "the lead") for said in partner.lead.statements)
    delegates = ((said, "a delegate") for said in partner.delegates)
    for said, what in (*leads, *delegates):
        if one.is_of(known, said.value):
            called = marked_name(f"{what} of {partner.name}", said.standing)
            yield _Role(f"is {called}", partner.name, said.at)


def _seats(known: Whereabouts, one: _Scrutineer) -> Iterator[_Role]:
    """Yield the seats in the line; a group that scrutinises is no part of it."""
    scrutinising = {known.number(each.thing) for each in known.kept(_scrutineers)}
    groups = {id(group): group for said in one.said for group in said.groups}
    for group in groups.values():
        if id(one.thing) in known.above(group):
            yield _Role(f"stands above {group.name}", group.name, group.at)
        elif known.number(group) not in scrutinising:
            yield from _seats_on(known, one, group)


def _seats_on(known: Whereabouts, one: _Scrutineer, group: Group) -> Iterator[_Role]:
    for seat in group.members:
        if one.is_of(known, seat.holder) and ASIDE.isdisjoint(seat.role.values):
            what = marked_name(group.name, seat.standing)
            yield _Role(f"sits on {what}", group.name, seat.at)
    for relation, _, target in known.related(Verb.MEMBER_OF):
        if target is group and one.is_of(known, relation.source):
            what = marked_name(group.name, relation.standing)
            yield _Role(f"sits on {what}", group.name, relation.at)
