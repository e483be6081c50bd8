"""Leads, their delegates and the chair: what the guidance asks of each edition."""

from masa.model.partners import PartnerKind
from masa.model.sign_offs import KeyDocument
from masa.rules.dossiers import Dossier
from masa.rules.duties import holdings
from masa.rules.duties import leads_and_delegates as posts
from masa.rules.duties.asking import IN_PROSE, Found, duties_of, duty

__all__ = ["DUTIES"]


@duty("shared-and-equal-duty")
def one_duty_of_three(_: Dossier) -> Found:
    """It is not shown that the three partners share the duty equally."""
    return IN_PROSE


@duty("r18-1", "lead-safeguarding-partner", "lead-safeguarding-partner-posts")
def heads_of_agencies_as_leads(dossier: Dossier) -> Found:
    """It is not shown that the lead of each partner is the head of its agency."""
    health = posts.leads_by_post(dossier, PartnerKind.HEALTH)
    return {
        "leads": posts.lead_posts(dossier),
        "local-authority": posts.leads_by_post(dossier, PartnerKind.LOCAL_AUTHORITY),
        "clinical-commissioning-group": health,
        "integrated-care-board": health,
        "police": posts.leads_by_post(dossier, PartnerKind.POLICE),
    }


@duty("r18-2")
def equal_and_joint_responsibility(_: Dossier) -> Found:
    """It is not shown that the leads answer jointly, or who leads on one issue."""
    return IN_PROSE


@duty("r18-3", "dsp-accountability")
def accountability_of_those_who_delegate(dossier: Dossier) -> Found:
    """It is not shown that accountability stays with the lead who delegates."""
    none = posts.nothing_delegated(dossier)
    return none or {"stays": posts.stays_accountable(dossier)}


@duty("r18-4")
def officers_who_are_nominated(dossier: Dossier) -> Found:
    """No senior officer with the authority to take part is shown for each lead."""
    none = posts.nothing_delegated(dossier)
    return none or {"nominated": posts.nominated(dossier)}


@duty("r18-5")
def authority_of_leads_and_delegates(_: Dossier) -> Found:
    """It is not shown that leads or delegates speak, commit and hold to account."""
    return IN_PROSE


@duty("lsp-accountability")
def joint_accountability(dossier: Dossier) -> Found:
    """It is not shown that the leads answer jointly, whatever they delegate."""
    return {"stays": posts.stays_accountable(dossier)}


@duty("lsp-1")
def direction_and_priorities(_: Dossier) -> Found:
    """No shared priorities with their resource and the days of review are shown."""
    return IN_PROSE


@duty("lsp-2")
def delegates_held_to_account(dossier: Dossier) -> Found:
    """No line of reporting from each delegate to its lead is shown."""
    return {"reporting": posts.reporting(dossier)}


@duty("lsp-3")
def key_documents(dossier: Dossier) -> Found:
    """Not every key document is shown to be signed off by all three leads."""
    return {
        need: holdings.signed_off(dossier, document, dated=True)
        for need, document in SIGNED.items()
    }


SIGNED = {
    "published-arrangements": KeyDocument.ARRANGEMENTS,
    "scrutiny-plan": KeyDocument.SCRUTINY_PLAN,
    "annual-budget": KeyDocument.BUDGET,
    "yearly-report": KeyDocument.YEARLY_REPORT,
    "threshold-document": KeyDocument.THRESHOLD,
}


@duty("lsp-4")
def oversight_of_learning(_: Dossier) -> Found:
    """No record leads from each review to what was done and what it changed."""
    return IN_PROSE


@duty("lsp-5")
def business_support(_: Dossier) -> Found:
    """The business support, with an agreed data set, is not shown."""
    return IN_PROSE


@duty("lsp-6")
def roles_of_agencies(dossier: Dossier) -> Found:
    """The role of each relevant agency is not stated."""
    return {"roles": holdings.routes(dossier)}


@duty("dsp-appointment")
def appointment_of_delegates(dossier: Dossier) -> Found:
    """No delegate of each of the three partners is named by post."""
    return {"appointed": posts.appointed(dossier)}


@duty("dsp-seniority")
def seniority_of_delegates(_: Dossier) -> Found:
    """It is not shown that the delegates are senior enough for what they do."""
    return IN_PROSE


@duty("delegated-safeguarding-partner-functions")
def functions_of_delegates(_: Dossier) -> Found:
    """How the delegates carry out their joint functions is not shown."""
    return IN_PROSE


@duty("partnership-chair-appointment")
def partnership_chair(dossier: Dossier) -> Found:
    """No single chair who is one of the delegates is shown."""
    return {
        "chair": posts.chairs(dossier),
        "one-of-delegates": posts.chair_among_delegates(dossier),
    }


@duty("partnership-chair-functions")
def functions_of_the_chair(_: Dossier) -> Found:
    """What the partnership chair does is not shown."""
    return IN_PROSE


@duty("chair-is-not-scrutineer")
def chair_apart_from_scrutiny(dossier: Dossier) -> Found:
    """It is not shown that the chair and the scrutineer are two people."""
    return {"apart": posts.chair_and_scrutineer(dossier)}


@duty("scrutineer-is-not-lead-or-delegate")
def scrutineer_apart_from_leads(dossier: Dossier) -> Found:
    """It is not shown that the scrutineer is neither a lead nor a delegate."""
    return {
        "not-lead": posts.leads_and_scrutineer(dossier),
        "not-delegate": posts.delegates_and_scrutineer(dossier),
    }


@duty("lead-meeting-frequency")
def meetings_of_leads(dossier: Dossier) -> Found:
    """How often the leads meet, and whether that is enough, is not shown."""
    return {"how-often": posts.meetings_of_leads(dossier)}


@duty("w26-6")
def inclusive_cultures(_: Dossier) -> Found:
    """How inclusive cultures are built, and racism is challenged, is not shown."""
    return IN_PROSE


DUTIES = duties_of(vars())
