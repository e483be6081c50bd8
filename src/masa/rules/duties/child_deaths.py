"""Child death reviews: what the Act asks of those who arrange them, ss.16M to 16Q."""

from collections.abc import Iterator

from masa.ground.stated import Stated
from masa.model.commitments import ChildDeathReview
from masa.model.partners import PartnerKind
from masa.rules.dossiers import Dossier, stated_exhibits
from masa.rules.duties.asking import Found, NotCalledFor, duties_of, duty
from masa.rules.duties.holdings import in_part, is_of
from masa.rules.exhibits import Exhibit, Weight

__all__ = ["DUTIES"]

NONE_HELD = NotCalledFor(
    "the file holds no child death review arrangements, whose partners make their own"
)
NO_PARTNER = NotCalledFor("the file names no child death review partner")
KIND_UNTOLD = "the kind of a partner is not stated"
ONE_AREA = NotCalledFor("the file names no second area of child death reviews")


@duty("ca-2004/s16m.1")
def review_of_each_death(dossier: Dossier) -> Found:
    """How the death of each child of the area is reviewed is not shown."""
    held = dossier.arrangement.child_death_review
    if held is None:
        return NONE_HELD
    panel = stated_exhibits(lambda group: f"reviewed by {group}", held.panel)
    covers = stated_exhibits(lambda whose: f"of {whose}", held.covers)
    return {"review": [*panel, *_done(held)], "each": _mentioned(covers)}


@duty("ca-2004/s16m.3")
def analysis_of_deaths(dossier: Dossier) -> Found:
    """How information about the deaths reviewed is analysed is not shown."""
    held = dossier.arrangement.child_death_review
    return NONE_HELD if held is None else {"analysis": _done(held)}


@duty("ca-2004/s16m.6")
def reports_on_deaths(dossier: Dossier) -> Found:
    """What is reported and published on child death reviews is not shown."""
    held = dossier.arrangement.child_death_review
    if held is None:
        return NONE_HELD
    return {"report": stated_exhibits(lambda what: f"reports: {what}", held.reports)}


@duty("ca-2004/s16p-combining")
def combining_areas_for_child_deaths(dossier: Dossier) -> Found:
    """Several areas are covered, and no agreement to combine them is shown."""
    held = dossier.arrangement.child_death_review
    if held is None:
        return NONE_HELD
    return {} if len(Stated(held.areas).values) > 1 else ONE_AREA


@duty("child-death-review-partners")
def who_the_child_death_review_partners_are(dossier: Dossier) -> Found:
    """The local authority and the health body are not both shown to be partners."""
    held = dossier.arrangement.child_death_review
    if held is None:
        return NONE_HELD
    return {
        "local-authority": _of_kind(dossier, held, PartnerKind.LOCAL_AUTHORITY),
        "health": _of_kind(dossier, held, PartnerKind.HEALTH),
    }


@duty("ca-2004/s16q.2-not-police")
def no_police_among_those_partners(dossier: Dossier) -> Found:
    """It is not shown that the police are no child death review partners."""
    held = dossier.arrangement.child_death_review
    if held is None:
        return NONE_HELD
    partners = list(_partners(dossier, held))
    if not partners:
        return NO_PARTNER
    found = [
        shown.but(weight=Weight.AGAINST) if PartnerKind.POLICE in kinds else shown
        for shown, kinds in partners
    ]
    every = all(kinds for _, kinds in partners)
    return {"no-police": found if every else in_part(found, KIND_UNTOLD)}


def _done(held: ChildDeathReview) -> list[Exhibit]:
    return _mentioned(
        stated_exhibits(lambda what: f"what is done: {what}", Stated(held.functions))
    )


def _mentioned(found: Iterator[Exhibit]) -> list[Exhibit]:
    """Show what is said in words, which nobody has weighed."""
    return [each.but(weight=Weight.MENTION) for each in found]


def _of_kind(
    dossier: Dossier, held: ChildDeathReview, kind: PartnerKind
) -> list[Exhibit]:
    return [shown for shown, kinds in _partners(dossier, held) if kind in kinds]


def _partners(
    dossier: Dossier, held: ChildDeathReview
) -> Iterator[tuple[Exhibit, set[PartnerKind]]]:
    """Yield each partner, with the kinds of safeguarding partner that it is.

    There is none where it is another body of which the file does not tell the kind.
    """
    for shown in stated_exhibits(str, Stated(held.partners)):
        kinds = {
            one.kind
            for one in dossier.arrangement.partners
            if is_of(dossier, shown.what, one)
        }
        yield shown.but(what=f"child death review partner: {shown.what}"), kinds


DUTIES = duties_of(vars())
