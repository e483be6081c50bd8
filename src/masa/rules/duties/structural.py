"""What belongs to the arrangements: agencies, education, thresholds and reforms."""

from masa.model.sign_offs import KeyDocument
from masa.model.teams import ChildProtectionTeam, TeamRole
from masa.rules.dossiers import Dossier
from masa.rules.duties import scheduled
from masa.rules.duties.asking import (
    IN_PROSE,
    Found,
    NotCalledFor,
    duties_of,
    duty,
)
from masa.rules.duties.holdings import in_part
from masa.rules.exhibits import Exhibit, exhibit, without_place

__all__ = ["DUTIES"]

SIGNED_ALONE = "signed off, and not said to be published"
NOT_EVERY_ROLE = "not all of police, health and education are stated to be on it"
NO_PARAGRAPH = NotCalledFor(
    "the file does not say under which paragraph of the Schedule any agency falls"
)
NO_AGENCY = NotCalledFor("the file lists no relevant agencies")
OF_A_TEAM = {TeamRole.POLICE, TeamRole.HEALTH, TeamRole.EDUCATION}


@duty("relevant-agencies-from-closed-list")
def agencies_from_the_schedule(dossier: Dossier) -> Found:
    """Not every agency that is listed is shown to fall under the Schedule."""
    if not dossier.arrangement.relevant_agencies:
        return NO_AGENCY
    found = scheduled.in_the_schedule(dossier)
    return {"paragraph": found} if found else NO_PARAGRAPH


@duty("education-named-as-relevant-agency")
def education_among_the_agencies(dossier: Dossier) -> Found:
    """Schools, colleges and early years are not all named as relevant agencies."""
    return {"named": scheduled.education(dossier)}


@duty("voluntary-and-faith-included")
def voluntary_faith_and_sport(dossier: Dossier) -> Found:
    """Voluntary, faith and sport organisations are not all shown to be included."""
    return {
        "voluntary": scheduled.of_kind(dossier, "charity"),
        "faith": scheduled.of_kind(dossier, "religious-organisation"),
        "sport": scheduled.of_kind(dossier, "sport-or-leisure"),
    }


@duty("threshold-document-published")
def publication_of_the_threshold_document(dossier: Dossier) -> Found:
    """No threshold document is shown that is published and easily understood."""
    signed = (
        exhibit(f"signed off: {without_place(str(one), one.at)}", one)
        for one in dossier.arrangement.sign_offs
        if one.document is KeyDocument.THRESHOLD
    )
    return {"published": in_part(signed, SIGNED_ALONE)}


@duty("families-first-required")
def families_first(dossier: Dossier) -> Found:
    """Not everything is shown that Families First requires in its first year."""
    teams = dossier.arrangement.teams
    return {"child-protection-team": [each for one in teams for each in _team(one)]}


def _team(one: ChildProtectionTeam) -> list[Exhibit]:
    roles = {member.role for member in one.members if member.standing.is_settled}
    shown = [exhibit(f"team: {one.name}", one)]
    return shown if roles >= OF_A_TEAM else in_part(shown, NOT_EVERY_ROLE)


@duty("families-first-recommended")
def families_first_recommendations(_: Dossier) -> Found:
    """Not everything is shown that Families First recommends in its first year."""
    return IN_PROSE


DUTIES = duties_of(vars())
