"""The yearly report: once a year, on what, by when, to whom, and what it holds."""

from masa.rules.dossiers import Dossier, stated_exhibits
from masa.rules.duties.asking import (
    IN_PROSE,
    Found,
    NotCalledFor,
    duties_of,
    duty,
)
from masa.rules.duties.holdings import in_part
from masa.rules.duties.report_days import (
    copies,
    days_of_publication,
    every_year,
    periods,
)
from masa.rules.exhibits import Exhibit

__all__ = ["DUTIES"]

PERHAPS_WHEN = "it may say no more than when"
NO_REPORT = NotCalledFor("no yearly report is recorded in the file")


@duty("yearly-report-period", "yearly-report-duty-in-guidance")
def a_report_every_year(dossier: Dossier) -> Found:
    """That a report comes out at least once in every 12-month period is not shown."""
    return {"every": every_year(dossier)}


@duty("ca-2004/s16g.7-contents", "YR-M1", "YR-M2")
def what_was_done_and_how_effective_it_was(dossier: Dossier) -> Found:
    """The report is not shown to tell all that was done, and how effective it was."""
    return _contents(dossier)


@duty("YR-S1", "w26-5")
def evidence_of_impact(dossier: Dossier) -> Found:
    """The report is not shown to give evidence of impact."""
    return _contents(dossier)


@duty("YR-S2")
def little_progress(dossier: Dossier) -> Found:
    """The report is not shown to analyse where there is little progress."""
    return _contents(dossier)


@duty("YR-S3")
def recommendations_of_reviews(dossier: Dossier) -> Found:
    """The report is not shown to tell what came of the recommendations of reviews."""
    return _contents(dossier)


@duty("YR-S4")
def feedback_of_children_and_families(dossier: Dossier) -> Found:
    """The report is not shown to tell how feedback was asked for and used."""
    return _contents(dossier)


@duty("YR-S5")
def updates_to_the_arrangements(dossier: Dossier) -> Found:
    """The report is not shown to give the updates to the arrangements and when."""
    return _contents(dossier)


@duty("YR-S6")
def use_of_restraint(dossier: Dossier) -> Found:
    """The report is not shown to review restraint in secure establishments."""
    # A file that names no secure establishment does not say that there is none, so
    # silence waives nothing: who knows of none leaves the item out, or records why.
    return _contents(dossier)


@duty("YR-S7")
def contribution_of_each_partner(dossier: Dossier) -> Found:
    """The report is not shown to set out what each partner contributes."""
    return _contents(dossier)


@duty("YR-S8")
def themes_of_scrutiny(dossier: Dossier) -> Found:
    """The report is not shown to draw out the themes of all scrutiny."""
    return _contents(dossier)


@duty("YR-S9")
def learning_from_serious_incidents(dossier: Dossier) -> Found:
    """The report is not shown to analyse the learning from serious incidents."""
    return _contents(dossier)


@duty("YR-S10", "f-11")
def costs_and_funding(dossier: Dossier) -> Found:
    """The report is not shown to account for the money and for its impact."""
    return _contents(dossier)


@duty("YR-S11")
def representation_of_education(dossier: Dossier) -> Found:
    """The report is not shown to say how education is represented."""
    return _contents(dossier)


@duty("YR-S12")
def use_of_data(dossier: Dossier) -> Found:
    """The report is not shown to tell how data is used and what sharing improved."""
    return _contents(dossier)


@duty("YR-S13")
def impact_of_scrutiny(dossier: Dossier) -> Found:
    """The report is not shown to review the impact of independent scrutiny."""
    return _contents(dossier)


@duty("YR-S14")
def national_reforms(dossier: Dossier) -> Found:
    """The report is not shown to give evidence that national reforms were made."""
    return _contents(dossier)


@duty("YR-S15")
def disproportionality_and_racism(dossier: Dossier) -> Found:
    """The report is not shown to analyse disproportionality and racism."""
    return _contents(dossier)


def _contents(dossier: Dossier) -> Found:
    """Leave it to a person to weigh what a report tells, if there is a report."""
    return NO_REPORT if dossier.report is None else IN_PROSE


@duty("yearly-report-covers")
def what_time_the_report_covers(dossier: Dossier) -> Found:
    """The report is not shown to cover a financial year."""
    report = dossier.report
    return NO_REPORT if report is None else {"period": periods(report)}


@duty("yearly-report-by")
def publication_of_the_report_by_its_day(dossier: Dossier) -> Found:
    """That the report came out by the last day for it is not shown."""
    report = dossier.report
    if report is None:
        return NO_REPORT
    return {"published": days_of_publication(dossier, report)}


@duty("yearly-report-copies")
def copies_of_the_report(dossier: Dossier) -> Found:
    """That copies of the report went out in time is not shown."""
    report = dossier.report
    return NO_REPORT if report is None else copies(dossier, report)


@duty("yearly-report-where", "also-expected-2018")
def where_the_report_is_found(dossier: Dossier) -> Found:
    """Where the report is found, and how easily, is not shown."""
    return {"where": [*_promised(dossier), *_found_at(dossier)]}


def _promised(dossier: Dossier) -> list[Exhibit]:
    """Show what the arrangements say, which may be no more than when it comes out."""
    plan = dossier.arrangement.yearly_report
    if plan is None:
        return []
    found = stated_exhibits(lambda said: f"to be published: {said}", plan.published)
    return in_part(found, PERHAPS_WHEN)


def _found_at(dossier: Dossier) -> list[Exhibit]:
    if dossier.report is None:
        return []
    return list(
        stated_exhibits(lambda said: f"published: {said}", dossier.report.where)
    )


DUTIES = duties_of(vars())
