"""What the nouns of a file show of the things that several duties ask for."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from masa.ground.logic import Answer
from masa.ground.stated import Standing, Stated
from masa.ground.text import listed
from masa.model.bodies import Area, Extent, Post
from masa.model.documents import Collective
from masa.model.partners import DescribedSet, PartnerKind, RelevantAgency
from masa.model.partners import SafeguardingPartner as Partner
from masa.model.sign_offs import KeyDocument, SignOff
from masa.model.teams import ChildProtectionTeam, TeamMember, TeamRole
from masa.rules.dossiers import Dossier, once, stated_exhibits
from masa.rules.duties.asking import NotCalledFor
from masa.rules.exhibits import Exhibit, Weight, exhibit, without_place

__all__ = [
    "agencies_listed",
    "areas",
    "as_firm_as",
    "chair",
    "combined",
    "escalation",
    "for_each_partner",
    "in_part",
    "is_of",
    "leads",
    "members",
    "of_each_kind",
    "of_every_one",
    "reasons_and_routes",
    "routes",
    "signed_off",
    "teams",
    "with_holder",
]

ONE_AREA = NotCalledFor("the file names no second area")
NOT_ALL = "not stated of every one of them"
EXTENT = "that the whole of it is covered is not stated"
NOT_EVERY_AGENCY = "not stated of every agency"
OF_A_ROLE = "how an agency collaborates is only a part of its role"
NO_HOLDER = "the post alone is stated, and no holder"
UNDATED = "signed without a day"
NOT_THE_LEAD = "signed by a post that is not stated to be the lead"
Found = tuple[Partner, list[Exhibit]]


def in_part(found: Iterable[Exhibit], short: str = "") -> list[Exhibit]:
    """Show the same, as a part of what is needed, and say why if that is given."""
    return [
        one.but(weight=Weight.PART, short=short) if one.weight is Weight.WHOLE else one
        for one in found
    ]


def for_each_partner(
    dossier: Dossier, shown: Callable[[Partner], Iterable[Exhibit]]
) -> list[Exhibit]:
    """Show something of each kind of partner: a part, where a kind is without it.

    Of a kind that has it, a reader is told of which other partner nothing is stated.
    """
    found = [(one, list(shown(one))) for one in dossier.arrangement.partners]
    return [*_of_each_kind(dossier, found), *_silent(found)]


def of_each_kind(
    dossier: Dossier, shown: Callable[[Partner], Iterable[Exhibit]]
) -> list[Exhibit]:
    """Show the same of one thing among several, where silence tells nothing."""
    found = [(one, list(shown(one))) for one in dossier.arrangement.partners]
    return _of_each_kind(dossier, found)


def _of_each_kind(dossier: Dossier, found: Sequence[Found]) -> list[Exhibit]:
    short = _lacks(dossier, set(PartnerKind) - _kinds(found))
    every = (each for _, shown in found for each in shown)
    return [
        one.but(weight=Weight.PART, short=short) if short and one.is_enough else one
        for one in every
    ]


def _kinds(found: Sequence[Found]) -> set[PartnerKind]:
    return {one.kind for one, shown in found if any(each.is_enough for each in shown)}


def _lacks(dossier: Dossier, lacking: set[PartnerKind]) -> str:
    """Say for which kinds of partner something is not shown; nothing if for none."""
    named = {one.kind for one in dossier.arrangement.partners}
    part = [kind.value for kind in PartnerKind if kind in lacking & named]
    none = [kind.value for kind in PartnerKind if kind in lacking - named]
    return "; ".join(
        ([f"not in full for {listed(part)}"] if part else [])
        + ([f"no {listed(none, 'or')} partner is named"] if none else [])
    )


def _silent(found: Sequence[Found]) -> Iterator[Exhibit]:
    """Tell of the partners of which nothing is stated, beside one of their kind."""
    kinds = _kinds(found)
    for one, shown in found:
        if one.kind in kinds and not shown:
            said = f"nothing of the kind is stated of {one.name}"
            yield Exhibit(what=said, weight=Weight.PART, short=said)


def as_firm_as(one: Exhibit, *others: Standing) -> Exhibit:
    """Let a thing hold no more firmly than what it rests on."""
    if not one.standing.is_settled:
        return one
    loose = next((each for each in others if not each.is_settled), None)
    return one.but(standing=loose) if loose else one


def of_every_one(groups: Iterable[Sequence[Exhibit]]) -> list[Exhibit]:
    """Show what is found of each of several: a part, where one that holds lacks it."""
    each = list(groups)
    held = [found for found in each if any(one.standing.is_settled for one in found)]
    every = all(any(one.is_enough for one in found) for found in held)
    together = [one for found in each for one in found]
    return together if every else in_part(together, NOT_ALL)


def areas(dossier: Dossier) -> list[Exhibit]:
    """Show the areas: their boundary is told where the whole of one is covered."""
    return [
        each
        for one in dossier.arrangement.area
        for each in _area(one, [exhibit(f"area: {one.name}", one)])
    ]


def _area(area: Area, shown: list[Exhibit]) -> list[Exhibit]:
    is_whole = area.extent.says(Extent.WHOLE) is Answer.YES
    return shown if is_whole else in_part(shown, EXTENT)


def combined(dossier: Dossier) -> Sequence[Exhibit] | NotCalledFor:
    """Ask for an agreement to combine areas only where there are several."""
    return () if len(dossier.arrangement.area) > 1 else ONE_AREA


@once
def agencies_listed(dossier: Dossier) -> list[Exhibit]:
    """Show the lists of relevant agencies, heading by heading."""
    return [
        exhibit(f"relevant agencies: {one.category} ({len(one.agencies)})", one)
        for one in dossier.arrangement.agencies
        if one.agencies
    ]


@once
def reasons_and_routes(dossier: Dossier) -> list[Exhibit]:
    """Show why agencies were chosen and how they collaborate; in part if not all."""
    entries = [
        (agency, category.reason)
        for category in dossier.arrangement.agencies
        for agency in category.agencies
    ]
    why = [each for one in entries for each in _reasons(*one)]
    how = [each for one, _ in entries for each in _said(one, "route")]
    both = why and how and len(why) >= len(entries) and len(how) >= len(entries)
    found = _in_short("why it was chosen", why, entries)
    found += _in_short("how it collaborates", how, entries)
    return found if both else in_part(found, NOT_EVERY_AGENCY)


@once
def routes(dossier: Dossier) -> list[Exhibit]:
    """Show how agencies collaborate, which is a part of what their role is."""
    entries = dossier.arrangement.relevant_agencies
    how = [each for one in entries for each in _said(one, "route")]
    return in_part(_in_short("how it collaborates", how, entries), OF_A_ROLE)


def _reasons(
    agency: RelevantAgency | DescribedSet, shared: Stated[str]
) -> list[Exhibit]:
    return _said(agency, "reason") or list(stated_exhibits("reason", shared))[:1]


def _said(agency: RelevantAgency | DescribedSet, fact: str) -> list[Exhibit]:
    held: Stated[object] = getattr(agency, fact)
    return list(stated_exhibits(fact, held))[:1]


def _in_short(
    what: str, found: Sequence[Exhibit], entries: Sequence[object]
) -> list[Exhibit]:
    """Tell once of how many agencies something is said, with the first place."""
    if not found:
        return []
    loosest = next((one for one in found if not one.standing.is_settled), found[0])
    said = f"{what}: of {len(found)} of {len(entries)} agencies"
    return [loosest.but(what=said)]


@once
def leads(dossier: Dossier) -> list[Exhibit]:
    """Show the lead of each partner, by post and person; a post alone is a part."""
    return for_each_partner(
        dossier, lambda one: _by_person(dossier, f"lead of {one.name}", one.lead)
    )


def _by_person(dossier: Dossier, role: str, posts: Stated[str]) -> list[Exhibit]:
    return [
        each
        for one in stated_exhibits(str, posts)
        for each in with_holder(dossier, one.what, one.but(what=f"{role}: {one.what}"))
    ]


def with_holder(dossier: Dossier, name: str, shown: Exhibit) -> list[Exhibit]:
    """Show a post: a part, where it is not stated who holds it."""
    post = dossier[name]
    has_holder = isinstance(post, Post) and post.holder.is_stated
    return [shown] if has_holder else in_part([shown], NO_HOLDER)


def chair(dossier: Dossier) -> list[Exhibit]:
    """Show who chairs the partnership."""
    return list(
        stated_exhibits(
            lambda post: f"chair of the partnership: {post}", dossier.arrangement.chair
        )
    )


def signed_off(
    dossier: Dossier, document: KeyDocument, *, dated: bool = False
) -> list[Exhibit]:
    """Show by which leads a document was signed off; in part if not by all three.

    Where the date counts, a sign-off without one is a part.
    """
    return for_each_partner(
        dossier,
        lambda partner: [
            each
            for one in dossier.arrangement.sign_offs
            if one.document is document
            for each in _dated(one, _signed(dossier, one, partner), dated=dated)
        ],
    )


def _dated(one: SignOff, found: Iterable[Exhibit], *, dated: bool) -> Iterable[Exhibit]:
    has_day = any(when.earliest or when.latest for when in one.on.values)
    return found if has_day or not dated else in_part(found, UNDATED)


def _signed(dossier: Dossier, sign_off: SignOff, partner: Partner) -> Iterator[Exhibit]:
    """Show who signed for a partner: a part, where it is a post other than its lead."""
    on = without_place(str(sign_off.on), sign_off.at)
    when = f", {on}" if sign_off.on.is_stated else ""
    for one in stated_exhibits(str, Stated(sign_off.by)):
        if is_of(dossier, one.what, partner):
            said = f"{sign_off.document.value} signed off by {one.what}{when}"
            shown = as_firm_as(one.but(what=said), sign_off.standing)
            by_post = _is_another_post(dossier, one.what, partner)
            yield from in_part([shown], NOT_THE_LEAD) if by_post else [shown]


def _is_another_post(dossier: Dossier, name: str, partner: Partner) -> bool:
    """Say whether a name means a post in a partner that is not settled to lead it."""
    post = dossier[name]
    leads = (str(one.value) for one in partner.lead.settled if one.has_value)
    return isinstance(post, Post) and not any(dossier[one] is post for one in leads)


def is_of(dossier: Dossier, name: str, partner: Partner) -> bool:
    """Say whether a name is that of a partner, its body, its lead or a post in it."""
    thing = dossier[name]
    if isinstance(thing, Collective):
        return partner.name in thing.members
    others = (*partner.lead.values, *([partner.body] if partner.body else ()))
    named = [dossier[other] for other in others]
    return any(thing is one for one in (partner, *partner.posts, *named))


def escalation(dossier: Dossier) -> list[Exhibit]:
    """Show the stages by which a disagreement is resolved."""
    return [
        exhibit(f"stage {place}: {one.who}", one)
        for place, one in enumerate(dossier.arrangement.escalation, start=1)
    ]


NOMINATES = {
    TeamRole.EDUCATION: PartnerKind.LOCAL_AUTHORITY,
    TeamRole.SOCIAL_WORK: PartnerKind.LOCAL_AUTHORITY,
    TeamRole.HEALTH: PartnerKind.HEALTH,
    TeamRole.POLICE: PartnerKind.POLICE,
}


def teams(dossier: Dossier) -> list[Exhibit]:
    """Show the multi-agency child protection teams."""
    return [exhibit(f"team: {one.name}", one) for one in dossier.arrangement.teams]


def members(dossier: Dossier, *roles: TeamRole) -> list[Exhibit]:
    """Show the members of the teams in some roles; in part if a team lacks one.

    A team that is only planned does not hold back those that there are.
    """
    teams = dossier.arrangement.teams
    found = [
        as_firm_as(_member(dossier, team, one), team.standing)
        for team in teams
        for one in team.members
        if one.role in roles
    ]
    held = [team for team in teams if team.standing.is_settled]
    every = all(_has(dossier, team, role) for team in held for role in roles)
    return found if every else in_part(found, "not in every team, or not yet")


def _member(dossier: Dossier, team: ChildProtectionTeam, one: TeamMember) -> Exhibit:
    shown = exhibit(f"{team.name}: {without_place(str(one), one.at)}", one)
    if _is_nominated(dossier, one):
        return shown
    return shown.but(weight=Weight.PART, short="not nominated as the Act asks")


def _has(dossier: Dossier, team: ChildProtectionTeam, role: TeamRole) -> bool:
    return any(
        one.role is role and one.standing.is_settled and _is_nominated(dossier, one)
        for one in team.members
    )


def _is_nominated(dossier: Dossier, one: TeamMember) -> bool:
    """Say whether a partner of the right kind is settled to nominate a member."""
    kind = NOMINATES.get(one.role)
    by = {each.value for each in one.nominated_by.settled if each.has_value}
    return any(
        is_of(dossier, str(name), partner)
        for partner in dossier.arrangement.partners
        if partner.kind is kind
        for name in by
    )
