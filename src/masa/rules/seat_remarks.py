"""Remarks on who is met where: at the top, or on the list of agencies and nowhere."""

from collections.abc import Iterator

from masa.ground.stated import Stated
from masa.ground.text import listed
from masa.model.arrangement import Thing
from masa.model.bodies import Body, Post
from masa.model.documents import Collective
from masa.model.groups import Group, Seat
from masa.model.partners import DescribedSet, RelevantAgency, SafeguardingPartner
from masa.rules.identities import once
from masa.rules.plain_names import name_of
from masa.rules.remarks import Noticed
from masa.rules.telling_words import own_words, speaks_of
from masa.rules.whereabouts import (
    AGENCIES,
    PARTNERS,
    SITTING,
    Whereabouts,
    marked_name,
)

__all__ = ["agency_never_met", "no_education_at_top", "no_voluntary_sector_at_top"]

Agency = RelevantAgency | DescribedSet


def no_education_at_top(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a strategic top, at which no seat stated is named for education."""
    below = (_texts_on(known, group) for group in _below_the_leads(known))
    if not any(speaks_of("education", texts) for texts in below):
        yield from _absent(known, "education", "education")


def no_voluntary_sector_at_top(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a top at which no seat is named for the voluntary and faith sector."""
    return _absent(known, "voluntary", "the voluntary, community and faith sector")


def _absent(known: Whereabouts, theme: str, what: str) -> Iterator[Noticed]:
    """Notice that no seat at the top is named for something, if any seat is stated."""
    held = known.kept(_texts_at_top)
    top = [group for group, _ in held]
    if top and not any(speaks_of(theme, texts) for _, texts in held):
        names = [marked_name(group.name, group.standing) for group in top]
        yield Noticed(
            f"No seat stated on {listed(names)} is named for {what}{known.so_far}.",
            once(group.name for group in top),
            once(group.at for group in top),
        )


def _below_the_leads(known: Whereabouts) -> Iterator[Group]:
    """Yield the groups that answer to the only top group, if it is of leads alone.

    The top, which is tier 1 where tiers are stated, is strategic. Where the partners or
    their leads alone sit there, a seat on the group just below is strategic as well.
    """
    for top in known.top if len(known.top) == 1 else ():
        if top.members and all(_is_a_lead(known, seat) for seat in top.members):
            for group in known.groups:
                if any(over is top for over in known.lines[id(group)]):
                    yield group


def _is_a_lead(known: Whereabouts, seat: Seat) -> bool:
    """Say whether a seat is that of a partner, of its lead, or of all partners."""
    partners = known.arrangement.partners
    leads = [known.who(lead) for one in partners for lead in one.lead.values]
    numbers = {known.who(PARTNERS), *map(known.number, partners), *leads}
    return seat.holder is not None and known.who(seat.holder) in numbers


def _texts_at_top(known: Whereabouts) -> list[tuple[Group, tuple[str, ...]]]:
    """Give the groups at the top with seats, and what tells of those who sit there."""
    held = [(group, tuple(_texts_on(known, group))) for group in known.top]
    return [(group, texts) for group, texts in held if texts]


def _texts_on(known: Whereabouts, group: Group) -> Iterator[str]:
    """Yield what tells of those who sit on a group, or who are invited to it."""
    for seat in (*group.members, *group.invited):
        yield from _texts_of_seat(known, seat)
    for _, source, target in known.related(*SITTING):
        if target is group:
            yield from _texts_of(known, source)


def _texts_of_seat(known: Whereabouts, seat: Seat) -> Iterator[str]:
    if seat.any:
        yield seat.any
        if speaks_of("every-agency", [seat.any]):
            yield from _texts_of_agencies(known)
    for name in (*filter(None, [seat.holder]), *seat.chairs_of):
        yield from _texts_of(known, known.thing(name))


def _texts_of_agencies(known: Whereabouts) -> Iterator[str]:
    for agency in known.arrangement.relevant_agencies:
        yield from _texts_of(known, agency)


def _texts_of(known: Whereabouts, thing: Thing) -> Iterator[str]:
    """Yield what a thing is called, and what is told of what it is."""
    yield name_of(thing)
    if isinstance(thing, Collective) and thing.name != PARTNERS:
        yield from _texts_of_agencies(known)
    yield from Stated(getattr(thing, "also", ())).values
    yield from filter(None, [known.agencies.get(known.number(thing))])
    match thing:
        case Body() | RelevantAgency() | DescribedSet():
            yield from thing.kind.values
        case Group():
            yield from (*thing.kind.values, *thing.theme.values)
        case Post():
            yield from thing.portfolio.values
    home = known.homes.get(id(thing))
    if isinstance(home, Body | SafeguardingPartner):
        yield from _texts_of(known, home)


def agency_never_met(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a relevant agency that is listed, and met nowhere else."""
    agencies = known.arrangement.relevant_agencies
    if not agencies or known.who(AGENCIES, perhaps=True) in known.met:
        return
    unmet = [one for one in agencies if not _is_met(known, one)]
    descriptions = tuple(_descriptions(known)) if unmet else ()
    if speaks_of("every-agency", descriptions):
        return
    if unmet:  # a description may mean an agency whose words it shares
        prose = frozenset[str]().union(*map(own_words, descriptions))
        unmet = [one for one in unmet if not prose & _words_of(known, one)]
    if unmet:
        marked = [marked_name(one.name, one.standing) for one in unmet]
        yield Noticed(
            f"{len(unmet)} of the {len(agencies)} relevant agencies listed are met in "
            f"no seat, task, relation or payment{known.so_far}: {'; '.join(marked)}.",
            once(one.name for one in unmet),
            once(one.at for one in unmet),
        )


def _is_met(known: Whereabouts, agency: Agency) -> bool:
    is_there = known.number(agency, perhaps=True) in known.met
    return is_there or agency.route.is_stated


def _descriptions(known: Whereabouts) -> Iterator[str]:
    """Yield the texts by which somebody is described who is not named."""
    for group in known.arrangement.groups:
        yield from filter(None, (s.any for s in (*group.members, *group.invited)))
        yield from filter(None, (one.description for one in group.chair.values))
    for one in known.arrangement.commitments:
        yield from (*one.audience.values, *one.route.values)


def _words_of(known: Whereabouts, agency: Agency) -> frozenset[str]:
    texts = (*_texts_of(known, agency), *Stated(agency.includes).values)
    return frozenset[str]().union(*map(own_words, texts))
