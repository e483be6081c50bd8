"""What published arrangements contain: the lists of the 2018 and 2023 editions."""

from masa.model.sign_offs import KeyDocument
from masa.model.teams import TeamRole
from masa.rules.dossiers import Dossier
from masa.rules.duties import holdings, partner_kinds, payments
from masa.rules.duties import leads_and_delegates as posts
from masa.rules.duties.asking import IN_PROSE, Found, duties_of, duty
from masa.rules.duties.lines_upwards import paths
from masa.rules.duties.scheduled import seats_of_education
from masa.rules.exhibits import exhibit

__all__ = ["DUTIES"]

EDUCATION, SOCIAL_WORK = TeamRole.EDUCATION, TeamRole.SOCIAL_WORK


@duty("P18-M1", "P23-M1", "ca-2004/s16e.1", "ca-2004/s16e.2")
def working_together_on_need(dossier: Dossier) -> Found:
    """How the partners identify children's needs together and respond is not shown."""
    return {
        "area": [exhibit(f"area: {one.name}", one) for one in dossier.arrangement.area],
        "each-kind": partner_kinds.partners_of_each_kind(dossier),
    }


@duty("P18-M2", "P23-M2", "ca-2004/s16f.1-b")
def commissioning_and_publishing_reviews(_: Dossier) -> Found:
    """How local reviews are commissioned, decided on and published is not shown."""
    return IN_PROSE


@duty("P18-S1", "P23-S1")
def who_the_partners_are(dossier: Dossier) -> Found:
    """The partners, and where asked their leads, delegates and chair, are not named."""
    return {
        "each-partner": partner_kinds.partners_named(dossier),
        "each-kind": partner_kinds.partners_of_each_kind(dossier),
        "leads": holdings.leads(dossier),
        "delegates": posts.delegates_by_person(dossier),
        "chair": holdings.chair(dossier),
    }


@duty("P18-S2", "P23-S2")
def boundaries(dossier: Dossier) -> Found:
    """The geographical boundaries are not given."""
    return {"area": holdings.areas(dossier), "combined": holdings.combined(dossier)}


@duty("P18-S3", "P23-S3")
def relevant_agencies(dossier: Dossier) -> Found:
    """Which relevant agencies take part, why and how, is not said of all of them."""
    return {
        "listed": holdings.agencies_listed(dossier),
        "why-and-how": holdings.reasons_and_routes(dossier),
    }


@duty(
    *("P18-S4", "P23-S4", "schools-fully-engaged"),
    *("schools-represented-at-both-levels", "education-in-strategic-decisions"),
)
def schools_and_other_education(dossier: Dossier) -> Found:
    """How every kind of education is included is not shown."""
    return seats_of_education(dossier)


@duty("P18-S5", "P23-S5")
def youth_custody_and_homes(_: Dossier) -> Found:
    """How youth custody and homes for children are included is not shown."""
    return IN_PROSE


@duty("P18-S6", "P23-S6", "P26-3")
def data_and_intelligence(_: Dossier) -> Found:
    """How data and intelligence are used, and shared where asked, is not shown."""
    return IN_PROSE


@duty("P18-S7", "P23-S7")
def training_and_audits(_: Dossier) -> Found:
    """How training is done and measured, and audits are made, is not shown."""
    return IN_PROSE


@duty("P18-S8", "P23-S8", "f-7", "f-10")
def funding(dossier: Dossier) -> Found:
    """How the arrangements are funded is not shown, or not signed off."""
    return {
        "contributions": payments.contributions(dossier),
        "period": payments.period_of_budget(dossier),
        "budget": payments.period_of_budget(dossier),
        "signed-off": holdings.signed_off(dossier, KeyDocument.BUDGET),
    }


@duty("P18-S9", "P23-S9")
def process_of_reviews(_: Dossier) -> Found:
    """The process of local reviews, and how learning is embedded, is not set out."""
    return IN_PROSE


@duty("P18-S10", "P23-S10")
def voice(_: Dossier) -> Found:
    """How the voice of children and families is heard is not shown."""
    return IN_PROSE


@duty("P18-S11", "P23-S11")
def threshold_document(dossier: Dossier) -> Found:
    """How the threshold document aligns with the arrangements is not shown."""
    return {"signed-off": holdings.signed_off(dossier, KeyDocument.THRESHOLD)}


@duty("P23-S12", "disputes-resolved-locally")
def disputes(dossier: Dossier) -> Found:
    """No route is shown by which disputes are resolved and escalated."""
    return {"escalation": holdings.escalation(dossier)}


@duty("P23-S13")
def plans_for_scrutiny(dossier: Dossier) -> Found:
    """No plan for independent scrutiny, signed off by the leads, is shown."""
    return {"signed-off": holdings.signed_off(dossier, KeyDocument.SCRUTINY_PLAN)}


@duty("P26-1", "w26-1")
def looked_after_children(_: Dossier) -> Found:
    """Looked-after children are not shown to be within the arrangements."""
    return IN_PROSE


@duty("P26-2", "w26-3")
def disproportionality(_: Dossier) -> Found:
    """No analysis of disproportionality and racism is provided for in the data."""
    return IN_PROSE


@duty("w26-7")
def children_in_the_scope(_: Dossier) -> Found:
    """Not all the children are shown to be covered whom the scope of 2026 names."""
    return IN_PROSE


@duty("P26-4")
def accountability(dossier: Dossier) -> Found:
    """The structure of accountability is not set out up to the leads."""
    return {"paths": paths(dossier)}


@duty("P26-5", "ca-2004/s16ea.1")
def child_protection_teams(dossier: Dossier) -> Found:
    """No multi-agency child protection team with its four members is shown."""
    return {
        "team": holdings.teams(dossier),
        "authority-members": holdings.members(dossier, EDUCATION, SOCIAL_WORK),
        "health-member": holdings.members(dossier, TeamRole.HEALTH),
        "police-member": holdings.members(dossier, TeamRole.POLICE),
    }


DUTIES = duties_of(vars())
