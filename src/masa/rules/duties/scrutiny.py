"""Independent scrutiny: what the Act and guidance ask of it."""

from collections.abc import Iterable, Iterator, Sequence

from masa.ground.logic import Answer
from masa.ground.shown import plain
from masa.ground.stated import NOT_STATED, Stated, Statement
from masa.model.commitments import Scrutiny
from masa.model.sign_offs import KeyDocument
from masa.rules.dossiers import Dossier, stated_exhibits
from masa.rules.duties.asking import IN_PROSE, Found, duties_of, duty
from masa.rules.duties.holdings import in_part
from masa.rules.exhibits import Exhibit, Weight, exhibit, without_place

__all__ = ["DUTIES"]

NOT_THE_PLAN = "who scrutinises, and that a plan was signed off, is not the plan"
REPORT_ALONE = "the yearly report alone, and not the arrangements"
NOT_INDEPENDENT = "by somebody who is not said to be independent"


@duty("P18-M3", "P23-M3", "ca-2004/s16g.3")
def independent_scrutiny(dossier: Dossier) -> Found:
    """Scrutiny by an independent person is not shown."""
    every = dossier.arrangement.scrutiny
    some = any(_is_independent(one) for one in every)
    return {
        "provider": [each for one in every for each in _provider(one)],
        "independent": [each for one in every for each in _independent(one, some=some)],
        "method": [each for one in every for each in _method(one)],
        "reported": [each for one in every for each in _reported(one)],
    }


@duty("is-3")
def manner_of_scrutiny(dossier: Dossier) -> Found:
    """The manner of scrutiny is not shown to be all that it should be."""
    every = dossier.arrangement.scrutiny
    told = _mentioned(each for one in every for each in _told(one, one.manner))
    return {"objective": told, "critical-friend": told, "reflection": told}


@duty("is-4")
def what_the_scrutineer_considers(dossier: Dossier) -> Found:
    """What the scrutineer considers, and how that is reported, is not shown in full."""
    every = dossier.arrangement.scrutiny
    told = _mentioned(each for one in every for each in _told(one, one.covers))
    # What the arrangements say of it is agreed by the partners, who make them.
    reported = [each for one in every for each in _reported(one)]
    return {"effectiveness": told, "leadership": told, "reporting": reported}


@duty("is-5")
def plan_for_scrutiny_and_review(dossier: Dossier) -> Found:
    """The plan for scrutiny, the review and what follows from it are not all shown."""
    return {"plan": _plan(dossier), "reviewed": _reviewed(dossier)}


@duty("is-6")
def what_scrutiny_does(_: Dossier) -> Found:
    """Not everything is shown that scrutiny should do for children and the system."""
    return IN_PROSE


@duty("is-7")
def what_else_scrutiny_does(dossier: Dossier) -> Found:
    """Not everything is shown that scrutiny should do for the leaders and reports."""
    return {"evaluation": _scrutiny_of_the_report(dossier)}


def _is_independent(one: Scrutiny) -> bool:
    return one.independent.says(True) is Answer.YES  # noqa: FBT003 (a value stated)


def _provider(one: Scrutiny) -> list[Exhibit]:
    return _of(one, [exhibit(f"scrutiny by {one.by}", one)])


def _independent(one: Scrutiny, *, some: bool) -> Iterator[Exhibit]:
    """Show that a scrutineer is independent, or is not and no other is."""
    for each in stated_exhibits(plain, one.independent):
        is_so = each.what == plain(value=True)
        if is_so or not some:
            said = f"said {'' if is_so else 'not '}to be independent: {one.by}"
            weight = Weight.WHOLE if is_so else Weight.AGAINST
            yield each.but(what=said, weight=weight)


def _method(one: Scrutiny) -> list[Exhibit]:
    return _of(one, _told(one, (*one.covers, *one.manner)))


def _told(one: Scrutiny, what: Sequence[Statement[str]]) -> Iterator[Exhibit]:
    return stated_exhibits(lambda said: f"{one.by}: {said}", Stated(what))


def _reported(one: Scrutiny) -> list[Exhibit]:
    return _of(
        one, stated_exhibits(lambda said: f"{one.by} reports: {said}", one.reports)
    )


def _mentioned(found: Iterable[Exhibit]) -> list[Exhibit]:
    """Show what is said in words, which nobody has weighed."""
    return [each.but(weight=Weight.MENTION) for each in found]


def _plan(dossier: Dossier) -> list[Exhibit]:
    """Show who scrutinises, and a plan that was signed off: parts of a plan."""
    who = [
        exhibit(f"scrutiny by {one.by}", one) for one in dossier.arrangement.scrutiny
    ]
    signed = [
        exhibit(f"signed off: {without_place(str(one), one.at)}", one)
        for one in dossier.arrangement.sign_offs
        if one.document is KeyDocument.SCRUTINY_PLAN
    ]
    return in_part([*who, *signed], NOT_THE_PLAN)


def _reviewed(dossier: Dossier) -> list[Exhibit]:
    return list(
        stated_exhibits(lambda said: f"reviewed: {said}", dossier.arrangement.reviewed)
    )


def _scrutiny_of_the_report(dossier: Dossier) -> list[Exhibit]:
    """Show that the yearly report is scrutinised, where a scrutineer does it."""
    arrangement = dossier.arrangement
    plan = arrangement.yearly_report
    by = plan.scrutinised_by if plan else NOT_STATED
    scrutineers = [arrangement[one.by] for one in arrangement.scrutiny]
    found = (
        each.but(what=f"the yearly report: by {each.what}")
        for each in stated_exhibits(str, by)
        if any(arrangement[each.what] is one for one in scrutineers)
    )
    return in_part(found, REPORT_ALONE)


def _of(one: Scrutiny, found: Iterable[Exhibit]) -> list[Exhibit]:
    """Show what is said of a scrutineer: a part unless it is independent."""
    return list(found) if _is_independent(one) else in_part(found, NOT_INDEPENDENT)


DUTIES = duties_of(vars())
