"""What yearly reports cover and when they came out, held against the clocks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from masa.ground.dates import When
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.ground.periods import FinancialYear, Period
from masa.ground.spans import FIRST_YEAR, LAST_YEAR, long_day
from masa.ground.stated import NOT_STATED, Absence, Stated
from masa.model.frequencies import Frequency
from masa.model.yearly_reports import CopySent, PublishedReport
from masa.rules.deadlines import deadline
from masa.rules.dossiers import Dossier, once, stated_exhibits
from masa.rules.duties.holdings import in_part
from masa.rules.exhibits import Exhibit, Weight, exhibit

__all__ = ["copies", "days_of_publication", "every_year", "periods"]

COPIES, IN_12_MONTHS = "yearly-report-copies", "yearly-report-period"
ONE_DAY = timedelta(days=1)
WEIGHTS = {
    Answer.YES: Weight.WHOLE,
    Answer.NO: Weight.AGAINST,
    Answer.UNKNOWN: Weight.PART,
}
T = TypeVar("T")
LastDay = Callable[[date], date]
Dated = tuple[When, PublishedReport]


@once
def every_year(dossier: Dossier) -> list[Exhibit]:
    """Show what is promised, and the time from each report to the next.

    A promise is only a part of it where one report is known to be the next and came
    more than the length of a period later.
    """
    pairs = list(pairwise(_in_order(dossier)))
    broken = any(
        _is_next(one, two) and _is_near(dossier, one, two) is Answer.NO
        for one, two in pairs
    )
    promised = _promised(dossier)
    between = [
        _between(dossier, one, two)
        for one, two in pairs
        if two[0].after(one[0]) is not Answer.NO
    ]
    return [*(in_part(promised) if broken else promised), *between]


def _promised(dossier: Dossier) -> list[Exhibit]:
    """Show how often a report is to come out."""
    plan = dossier.arrangement.yearly_report
    return [
        _weighed(shown, f"to be published {every}", _is_yearly(every))
        for shown, every in _each(plan.every if plan else NOT_STATED)
    ]


def _is_yearly(every: Frequency) -> Answer:
    """Say whether something surely happens at least once in any twelve months."""
    if every.per_year.least:
        return Answer.YES
    paces = [pace.per_year for pace in every.readings]
    may_be_more = every.at_least or every.when_needed or not paces
    is_seldom = all(count.most and not count.least for count in paces)
    return Answer.NO if is_seldom and not may_be_more else Answer.UNKNOWN


def _in_order(dossier: Dossier) -> list[Dated]:
    """Give the reports that came out, one after another, each with its day."""
    dated = [
        (_span(_settled(one.published)), one)
        for one in dossier.arrangement.reports
        if one.standing.is_settled
    ]
    known = [(when.latest, (when, one)) for when, one in dated if when.latest]
    return [each for _, each in sorted(known, key=lambda one: one[0])]


def _between(dossier: Dossier, before: Dated, after: Dated) -> Exhibit:
    """Hold the time between two reports against both readings of the Act."""
    length = dossier.book.versions(IN_12_MONTHS)[0].value_in_words
    said = f"reports of {before[0]} and {after[0]}"
    near = _is_near(dossier, before, after)
    if near is not Answer.NO:
        perhaps = "" if near is Answer.YES else "perhaps "
        said = f"{said}, {perhaps}no more than {length} apart"
        return exhibit(said, after[1], WEIGHTS[near])
    said = f"{said}, more than {length} apart"
    if _in_time(after[0], before[0], _in_fixed_periods(dossier)) is not Answer.NO:
        said = f"{said}: enough only if the periods are counted from a fixed day"
        return exhibit(said, after[1], Weight.PART)
    is_next = _is_next(before, after)
    return exhibit(said, after[1], Weight.AGAINST if is_next else Weight.PART)


def _is_near(dossier: Dossier, before: Dated, after: Dated) -> Answer:
    """Say whether a report came within the length of a period after another."""
    in_time = _in_time(after[0], before[0], _rolling(dossier))
    return in_time & after[0].after(before[0])


def _is_next(before: Dated, after: Dated) -> bool:
    """Say whether a report surely takes up on the day after another ends."""
    ends = [one.end for one in _settled(before[1].period) if one.end]
    starts = [one.start for one in _settled(after[1].period) if one.start]
    end, start = _span(ends).latest, _span(starts)
    return end is not None and start.earliest == start.latest == end + ONE_DAY


def _rolling(dossier: Dossier) -> LastDay:
    return lambda day: _last_day(
        dossier, "yearly-report", reading="rolling", last_published=day
    )


def _in_fixed_periods(dossier: Dossier) -> LastDay:
    """Count fixed periods from the first day of the arrangements, where it is told.

    Where it is not, or comes later, they are counted from the day of the report, which
    leaves the most time that any fixed periods leave.
    """
    begun = _span(_settled(dossier.arrangement.in_force))
    first = begun.earliest if begun.earliest == begun.latest else None
    return lambda day: _last_day(
        dossier,
        "yearly-report",
        reading="fixed-periods",
        last_published=day,
        implemented=min(first or day, day),
    )


def periods(report: PublishedReport) -> list[Exhibit]:
    """Show the time that a report covers, held against the financial years."""
    return [
        _weighed(shown, f"it covers {period}", _is_financial_year(period))
        for shown, period in _each(report.period)
    ]


def _is_financial_year(period: Period) -> Answer:
    """Say whether a period is some financial year, from its first day to its last."""
    start, end = period.start, period.end
    if not (start and end and start.earliest and start.latest):
        return Answer.UNKNOWN
    begins = range(
        max(start.earliest.year, FIRST_YEAR), min(start.latest.year + 1, LAST_YEAR)
    )
    return Answer.any_of(
        start.is_on(year.first) & end.is_on(year.last)
        for year in map(FinancialYear, begins)
    )


def days_of_publication(dossier: Dossier, report: PublishedReport) -> list[Exhibit]:
    """Show when a report came out, held against the last day for what it covers."""
    year_end = _span([one.end for one in _settled(report.period) if one.end])

    def last_day(day: date) -> date:
        return _last_day(dossier, "yearly-report-by-september", year_end=day)

    return [
        _held(shown, f"published {when}", when, year_end, last_day)
        for shown, when in _each(report.published)
    ]


def copies(
    dossier: Dossier, report: PublishedReport
) -> Mapping[str, Sequence[Exhibit]]:
    """Show for each need who got a copy, and whether in time."""
    rule = dossier.book.versions(COPIES)[0]
    return {
        need.id or "": _kindest(
            each
            for one in report.copies
            if one.to.casefold() == recipient.casefold()
            for each in _copy(dossier, report, one)
        )
        for need, recipient in zip(rule.needs, rule.to, strict=True)
    }


def _kindest(found: Iterator[Exhibit]) -> list[Exhibit]:
    """Leave out the copies that went too late, if another may have been in time."""
    every = list(found)
    return [one for one in every if one.weight is not Weight.AGAINST] or every


def _copy(
    dossier: Dossier, report: PublishedReport, one: CopySent
) -> Iterator[Exhibit]:
    published = _span(_settled(report.published))

    def last_day(day: date) -> date:
        return _last_day(dossier, COPIES, published=day)

    if not one.on.values:
        yield exhibit(f"a copy to {one.to}: day not told", one, Weight.PART)
    for shown, when in _each(one.on):
        yield _held(shown, f"a copy to {one.to}: {when}", when, published, last_day)


def _last_day(
    dossier: Dossier, clock: str, *, reading: str | None = None, **events: date
) -> date:
    due = deadline(
        clock, law=dossier.book, calendar=None, reading=reading, on=None, **events
    ).due
    return day_of(due)


def _held(
    shown: Exhibit, said: str, done: When, event: When, last_day: LastDay
) -> Exhibit:
    """Hold a day against the last one, which is told where it is known."""
    if event.earliest and event.earliest == event.latest:
        said = f"{said}; the last day is {long_day(last_day(event.earliest))}"
    return _weighed(shown, said, _in_time(done, event, last_day))


def _in_time(done: When, event: When, last_day: LastDay) -> Answer:
    """Say whether something was done by the last day that runs from an event."""
    if done.latest and event.earliest and done.latest <= last_day(event.earliest):
        return Answer.YES
    if done.earliest and event.latest and done.earliest > last_day(event.latest):
        return Answer.NO
    return Answer.UNKNOWN


def _weighed(shown: Exhibit, said: str, answer: Answer) -> Exhibit:
    return shown.but(what=said, weight=WEIGHTS[answer])


def _each(fact: Stated[T]) -> Iterator[tuple[Exhibit, T]]:
    """Yield each value that is stated of a fact, with what shows it."""
    for one in fact.statements:
        if not isinstance(one.value, Absence):
            yield from (
                (shown, one.value) for shown in stated_exhibits("", Stated((one,)))
            )


def _settled(fact: Stated[T]) -> list[T]:
    return [one.value for one in fact.settled if not isinstance(one.value, Absence)]


def _span(dates: Sequence[When]) -> When:
    """Join all that is said of a day: it lies from the earliest to the latest."""
    return When(
        _bound(min, [one.earliest for one in dates]),
        _bound(max, [one.latest for one in dates]),
    )


def _bound(
    choose: Callable[[Iterable[date]], date], days: Sequence[date | None]
) -> date | None:
    known = [day for day in days if day]
    return choose(known) if known and len(known) == len(days) else None
