"""What a file shows of leads and delegates, the lines between them, and their posts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from masa.ground.logic import Answer
from masa.ground.shown import plain
from masa.ground.stated import Standing, Stated, same_value
from masa.ground.text import listed
from masa.model.bodies import Post
from masa.model.commitments import Scrutiny
from masa.model.documents import Collective
from masa.model.groups import Group
from masa.model.partners import PartnerKind
from masa.model.partners import SafeguardingPartner as Partner
from masa.model.relations import Relation, Verb
from masa.rules.dossiers import Dossier, once, stated_exhibits
from masa.rules.duties import holdings
from masa.rules.duties.asking import NotCalledFor
from masa.rules.duties.holdings import (
    as_firm_as,
    for_each_partner,
    in_part,
    of_each_kind,
    of_every_one,
)
from masa.rules.exhibits import Exhibit, Weight, exhibit

__all__ = [
    "appointed",
    "chair_among_delegates",
    "chair_and_scrutineer",
    "chairs",
    "delegates_and_scrutineer",
    "delegates_by_person",
    "lead_posts",
    "leads_and_scrutineer",
    "leads_by_post",
    "meetings_of_leads",
    "nominated",
    "nothing_delegated",
    "reporting",
    "stays_accountable",
]

NOT_DELEGATED = NotCalledFor("no lead is said to delegate")
A_HEAD = "that the post heads its agency is for a reader to judge"
NO_POST = "not stated to be a post"
TO_THE_PARTNER = "to the partner, and not to its lead"
ONE_CHAIR = "that there is one chair is not settled"
ONE_PERSON = "that they are two people is not stated"


@once
def lead_posts(dossier: Dossier) -> list[Exhibit]:
    """Show the lead of each partner, by post."""
    return for_each_partner(dossier, partial(_lead_posts, dossier))


def leads_by_post(dossier: Dossier, kind: PartnerKind) -> list[Exhibit]:
    """Show the lead of one kind of partner: a part, since no name tells the rank."""
    partners = dossier.arrangement.partners_of(kind)
    return in_part(
        (each for one in partners for each in _lead_posts(dossier, one)), A_HEAD
    )


def _lead_posts(dossier: Dossier, partner: Partner) -> Iterator[Exhibit]:
    for one in _leads(dossier, partner):
        yield one.but(what=f"lead of {partner.name}: {one.what}")


def _leads(dossier: Dossier, partner: Partner) -> list[Exhibit]:
    """Show who leads for a partner, by the bare name."""
    return _every_lead(dossier)[id(partner)]


@once
def _every_lead(dossier: Dossier) -> Mapping[int, list[Exhibit]]:
    return {
        id(partner): [
            as_firm_as(one, partner.standing)
            for one in stated_exhibits(str, partner.lead)
        ]
        for partner in dossier.arrangement.partners
    }


def _delegates(dossier: Dossier, partner: Partner) -> list[Exhibit]:
    """Show to whom a partner or its lead delegates, by the bare name; never itself."""
    own = stated_exhibits(str, Stated(partner.delegates))
    found = [as_firm_as(one, partner.standing) for one in own]
    found += [
        _of_relation(one, one.target)
        for one in _delegations(dossier)
        if _acts_for(dossier, one.source, partner)
    ]
    leads = _leads(dossier, partner)
    return [one for one in found if not _among(dossier, one.what, leads)]


def _delegations(dossier: Dossier) -> Iterator[Relation]:
    """Yield who delegates to whom, but for what one partner does for another."""
    for one in dossier.arrangement.relations:
        delegates = one.verb is Verb.DELEGATES_TO
        if delegates and not isinstance(dossier[one.target], Partner):
            yield one


def _acts_for(dossier: Dossier, name: str, partner: Partner) -> bool:
    thing = dossier[name]
    if isinstance(thing, Collective):
        return partner.name in thing.members
    return thing is partner or bool(_among(dossier, name, _leads(dossier, partner)))


def _among(dossier: Dossier, name: str, posts: Iterable[Exhibit]) -> list[Exhibit]:
    """Give those of some posts that a name means."""
    thing = dossier[name]
    return [one for one in posts if dossier[one.what] is thing]


def _of_relation(one: Relation, what: str) -> Exhibit:
    shown = exhibit(what, one)
    if one.condition and one.standing.is_settled:
        return shown.but(standing=Standing.CONDITIONAL)
    return shown


# What is delegated, and who answers for it


def nothing_delegated(dossier: Dossier) -> NotCalledFor | None:
    """Say that no lead is said to delegate, where the text held is whole."""
    arrangement = dossier.arrangement
    named = any(Stated(one.delegates).values for one in arrangement.partners)
    related = any(True for _ in _delegations(dossier))
    return None if named or related or dossier.is_cut else NOT_DELEGATED


@once
def nominated(dossier: Dossier) -> list[Exhibit]:
    """Show the delegate of each lead who delegates."""
    partners = dossier.arrangement.partners
    return of_every_one(list(_appointed(dossier, one)) for one in partners)


@once
def appointed(dossier: Dossier) -> list[Exhibit]:
    """Show a delegate of each partner."""
    return for_each_partner(dossier, partial(_appointed, dossier))


@once
def delegates_by_person(dossier: Dossier) -> list[Exhibit]:
    """Show the same by post and person; a post alone is a part."""
    return for_each_partner(
        dossier,
        lambda partner: [
            each
            for one in _delegates(dossier, partner)
            for shown in _appointment(dossier, partner, one)
            for each in holdings.with_holder(dossier, one.what, shown)
        ],
    )


def _appointed(dossier: Dossier, partner: Partner) -> list[Exhibit]:
    """Show the delegates of a partner, and with whom they are shared."""
    return [
        each
        for one in _delegates(dossier, partner)
        for each in _appointment(dossier, partner, one)
    ]


def _appointment(dossier: Dossier, partner: Partner, one: Exhibit) -> list[Exhibit]:
    """Show a delegate: a part, unless it is a post.

    One person may be the delegate for several areas, which is told.
    """
    post = dossier[one.what]
    shown = one.but(what=f"delegate of {partner.name}: {one.what}")
    if not isinstance(post, Post):
        return in_part([shown], NO_POST)
    others = Stated(post.shared_with).values
    shared = f"{shown.what}, shared with {listed(others)}"
    return [shown.but(what=shared)] if others else [shown]


def reporting(dossier: Dossier) -> list[Exhibit]:
    """Show a line from a delegate of each partner to its lead; in part to its body."""
    return for_each_partner(dossier, partial(_reporting, dossier))


def _reporting(dossier: Dossier, partner: Partner) -> Iterator[Exhibit]:
    delegates = _delegates(dossier, partner)
    itself = [exhibit(partner.id or partner.name, partner)]
    for verb in (Verb.REPORTS_TO, Verb.ACCOUNTABLE_TO):
        yield from _lines(dossier, delegates, verb, _leads(dossier, partner))
        yield from in_part(_lines(dossier, delegates, verb, itself), TO_THE_PARTNER)


def stays_accountable(dossier: Dossier) -> list[Exhibit]:
    """Show that a delegate of each partner answers to its lead, or the contrary.

    To delegate is, by the meaning of the verb, to let act and stay accountable.
    """
    return for_each_partner(dossier, partial(_stays_accountable, dossier))


def _stays_accountable(dossier: Dossier, partner: Partner) -> Iterator[Exhibit]:
    leads, delegates = _leads(dossier, partner), _delegates(dossier, partner)
    yield from _lines(dossier, delegates, Verb.ACCOUNTABLE_TO, leads)
    yield from _lines(dossier, leads, Verb.DELEGATES_TO, delegates)
    for one in _lines(dossier, leads, Verb.ACCOUNTABLE_TO, delegates):
        yield one.but(weight=Weight.AGAINST)


def _lines(
    dossier: Dossier, sources: Sequence[Exhibit], verb: Verb, targets: Sequence[Exhibit]
) -> Iterator[Exhibit]:
    """Show each relation of one verb between posts, no firmer than the posts are."""
    for one in dossier.arrangement.relations:
        if one.verb is verb:
            shown = _of_relation(one, f"{one.source} {verb.value} {one.target}")
            for source in _among(dossier, one.source, sources):
                for target in _among(dossier, one.target, targets):
                    yield as_firm_as(shown, source.standing, target.standing)


# Whether two posts are one person


def _is_same(dossier: Dossier, name: str, other: str) -> Answer:
    """Say whether two names mean one person: two posts may, unless that is told."""
    one, two = dossier[name], dossier[other]
    if one is two:
        return Answer.YES
    if not (isinstance(one, Post) and isinstance(two, Post)):
        return Answer.UNKNOWN
    if _holds(dossier, one, two) or _holds(dossier, two, one):
        return Answer.YES
    if one.holder.is_settled and two.holder.is_settled:
        return same_value(one.holder.only, two.holder.only)
    return Answer.UNKNOWN


def _holds(dossier: Dossier, one: Post, other: Post) -> bool:
    """Say whether whoever holds one post is settled to hold another too."""
    settled = (each for each in one.also_holds if each.is_settled and each.has_value)
    return any(dossier[str(each.value)] is other for each in settled)


@once
def chairs(dossier: Dossier) -> list[Exhibit]:
    """Show who chairs the partnership: a part, if the sources name several."""
    found = holdings.chair(dossier)
    is_one = dossier.arrangement.chair.conflict is Answer.NO
    return found if is_one else in_part(found, ONE_CHAIR)


def chair_among_delegates(dossier: Dossier) -> list[Exhibit]:
    """Show that the chair is a delegate; or surely none, and no other chair is."""
    found = [
        each
        for chair in stated_exhibits(str, dossier.arrangement.chair)
        for partner in dossier.arrangement.partners
        for each in _in_the_chair(dossier, chair, partner)
    ]
    shown = [one for one in found if one.weight is not Weight.AGAINST]
    return shown or found


def _in_the_chair(
    dossier: Dossier, chair: Exhibit, partner: Partner
) -> Iterator[Exhibit]:
    delegates = _delegates(dossier, partner)
    for one in delegates:
        if _is_same(dossier, chair.what, one.what) is Answer.YES:
            said = f"{chair.what} is the chair and a delegate of {partner.name}"
            yield as_firm_as(chair.but(what=said), one.standing)
    if _is_no_delegate(dossier, chair, partner):
        said = f"{chair.what} is the chair and no delegate of {partner.name}"
        yield chair.but(what=said, weight=Weight.AGAINST)


def _is_no_delegate(dossier: Dossier, chair: Exhibit, partner: Partner) -> bool:
    """Say whether a chair from within a partner is surely none of its delegates.

    A lead is another person than those to whom it delegates. Of any other post, only
    the holders tell.
    """
    settled = [one for one in _delegates(dossier, partner) if one.standing.is_settled]
    same = [_is_same(dossier, chair.what, one.what) for one in settled]
    if not same or Answer.YES in same:
        return False
    if any(
        one.is_enough for one in _among(dossier, chair.what, _leads(dossier, partner))
    ):
        return True
    every = all(answer is Answer.NO for answer in same)
    return every and _sits_in(dossier, chair.what, partner)


def _sits_in(dossier: Dossier, name: str, partner: Partner) -> bool:
    post = dossier[name]
    if any(post is one for one in partner.posts):
        return True
    body = post.body if isinstance(post, Post) else None
    return body is not None and dossier[body] is partner


def chair_and_scrutineer(dossier: Dossier) -> list[Exhibit]:
    """Show a chair and a scrutineer who are not one person, or are."""
    chairs = stated_exhibits(str, dossier.arrangement.chair)
    return list(_beside_scrutineers(dossier, chairs, "chair"))


def leads_and_scrutineer(dossier: Dossier) -> list[Exhibit]:
    """Show for each partner a lead who is not the scrutineer, or is."""
    return for_each_partner(
        dossier,
        lambda one: _beside_scrutineers(
            dossier, _leads(dossier, one), f"lead of {one.name}"
        ),
    )


def delegates_and_scrutineer(dossier: Dossier) -> list[Exhibit]:
    """Show for each partner a delegate who is not the scrutineer, or is."""
    return for_each_partner(
        dossier,
        lambda one: _beside_scrutineers(
            dossier, _delegates(dossier, one), f"delegate of {one.name}"
        ),
    )


def _beside_scrutineers(
    dossier: Dossier, posts: Iterable[Exhibit], role: str
) -> list[Exhibit]:
    """Hold posts and scrutineers apart: the first pair that decides, or each once."""
    pairs = [
        _beside(dossier, scrutiny, post, role)
        for post in posts
        for scrutiny in dossier.arrangement.scrutiny
    ]
    for decides in (attrgetter("is_contrary"), attrgetter("is_enough")):
        first = next(filter(decides, pairs), None)
        if first:
            return [first]
    return list({one.what: one for one in pairs}.values())


def _beside(dossier: Dossier, scrutiny: Scrutiny, post: Exhibit, role: str) -> Exhibit:
    """Hold a scrutineer and a post apart: a part, where they may be one person."""
    same = _is_same(dossier, scrutiny.by, post.what)
    said = f"scrutiny by {scrutiny.by}; {role}: {post.what}"
    shown = as_firm_as(exhibit(said, scrutiny), post.standing)
    if same is Answer.YES:
        said = f"{scrutiny.by} is the scrutineer and {role}"
        return shown.but(what=said, weight=Weight.AGAINST)
    if Answer.YES in (~same, scrutiny.independent.says(value=True)):
        return shown
    return shown.but(weight=Weight.PART, short=ONE_PERSON)


# How often the leads meet


def meetings_of_leads(dossier: Dossier) -> list[Exhibit]:
    """Show how often groups meet on which the leads sit; in part if not all three."""
    return [
        each
        for group in dossier.arrangement.own_groups
        for each in of_each_kind(dossier, partial(_meetings, dossier, group))
    ]


def _meetings(dossier: Dossier, group: Group, partner: Partner) -> Iterator[Exhibit]:
    for seat in group.members:
        if seat.holder and (
            leads := _among(dossier, seat.holder, _leads(dossier, partner))
        ):
            for one in stated_exhibits(plain, group.meets):
                said = f"{group.name}, with the leads, meets {one.what}"
                shown = as_firm_as(one.but(what=said), seat.standing)
                yield from (as_firm_as(shown, lead.standing) for lead in leads)
