"""What yearly reports cover and when they came out, held against the clocks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from masa.ground.dates import When
from masa.ground.law import shelf
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
MENTION = Weight.MENTION
ONE_DAY = timedelta(days=1)
NEVER_REPORTED = "promised, and no report is recorded"
PROMISED_ALONE = "promised, which is not yet done"
NONE_LATER = "no later report is recorded"
THAT_TIME = "it shows that time alone"
FIXED = "enough only if the periods are counted from a fixed day"
PERHAPS_MORE = "whether a report came between them is not stated"
NOT_SETTLED = "what is stated does not settle it"
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
    """Show what is promised, which is a part, and the time from report to report.

    That time is a part too, unless the later of two reports is recent enough that
    none was due since.
    """
    dated = _in_order(dossier)
    short = PROMISED_ALONE if dated else NEVER_REPORTED
    between = [
        _between(dossier, one, two, NONE_LATER if two is dated[-1] else THAT_TIME)
        for one, two in pairwise(dated)
        if two[0].after(one[0]) is not Answer.NO
    ]
    return [*in_part(_promised(dossier), short), *between]


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


def _between(dossier: Dossier, before: Dated, after: Dated, short: str) -> Exhibit:
    """Hold the time between two reports against both readings of the Act.

    If it is long ago, it is a part, for the reason given.
    """
    length = dossier.book.versions(IN_12_MONTHS)[0].value_in_words
    said = f"reports of {before[0]} and {after[0]}"
    near = _is_near(dossier, before, after)
    shown = exhibit(said, after[1])
    if near is not Answer.NO:
        perhaps = "" if near is Answer.YES else "perhaps "
        said = f"{said}, {perhaps}no more than {length} apart"
        held = _weighed(shown, said, near)
        return held if _is_recent(dossier, after) else in_part([held], short)[0]
    said = f"{said}, more than {length} apart"
    if _in_time(after[0], before[0], _in_fixed_periods(dossier)) is not Answer.NO:
        said = f"{said}: {FIXED}"
        return shown.but(what=said, weight=Weight.PART, short=FIXED)
    if _is_next(before, after):
        return shown.but(what=said, weight=Weight.AGAINST)
    return shown.but(what=said, weight=Weight.PART, short=PERHAPS_MORE)


def _is_recent(dossier: Dossier, report: Dated) -> bool:
    """Say whether the reader's day is surely within a period of a report."""
    today = When.on_day(dossier.on)
    return _in_time(today, report[0], _rolling(dossier)) is Answer.YES


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
    """Show for each need who got a copy, and whether in time.

    A copy to anybody who is not known to be meant is mentioned.
    """
    rule = dossier.book.versions(COPIES)[0]
    names = zip(*(one.to for one in shelf.rule(COPIES)), strict=True)
    sent = {
        need.id or "": [one for one in report.copies if _is_to(one.to, each)]
        for need, each in zip(rule.needs, names, strict=True)
    }
    known = [one for each in sent.values() for one in each]
    others = [
        exhibit(f"a copy to {one.to}, who is not known to be meant", one, MENTION)
        for one in report.copies
        if one not in known
    ]
    return {
        need: [
            *_kindest(one for copy in each for one in _copy(dossier, report, copy)),
            *others,
        ]
        for need, each in sent.items()
    }


def _is_to(name: str, recipients: Iterable[str]) -> bool:
    """Say whether a name is that of a recipient, in full, in short or with more to it.

    What a recipient is called in another edition is its name as well.
    """
    own = _words(name)
    others = (_words(one) for one in recipients)
    return any(own in other or other in own for other in others)


def _words(name: str) -> str:
    """Give the words of a name between spaces, so that only whole words are found."""
    words = re.findall(r"\w+", name.casefold().removeprefix("the "))
    return f" {' '.join(words)} "


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
        untold = exhibit(f"a copy to {one.to}: day not told", one)
        yield from in_part([untold], "its day is not told")
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
    short = NOT_SETTLED if answer is Answer.UNKNOWN else ""
    return shown.but(what=said, weight=WEIGHTS[answer], short=short)


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
