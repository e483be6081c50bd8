"""A deadline explained: from which day, by which texts, which days, what to note."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Paragraph, Table
from masa.ground.conventions import Backward, CutOff, Start
from masa.ground.days import WorkingCalendar
from masa.ground.durations import Duration, Unit
from masa.ground.law.clocks import Bound, Clock, Direction
from masa.ground.law.provisions import evidence_in_words
from masa.ground.spans import long_day
from masa.ground.text import listed
from masa.rules.limits import LimitDue, Reckoning, moment_in_words, standing_of
from masa.rules.readings import (
    CountedDay,
    DeadlineReading,
    counted_days,
    readings_of,
)
from masa.rules.triggers import Event, convention_of

__all__ = ["Working", "explained", "notes_of", "notices_of"]


@frozen(kw_only=True)
class Working:
    """What an explanation is made of.

    Args:
        reckoning: How the clock is counted.
        event: The name of the event from which it runs; nothing for a fixed day.
        limits: What each text that applies makes of it.
        governing: The text that gives the due day; nothing if none has a number.
        binding: The Act or regulations that give theirs; nothing if none do.
    """

    reckoning: Reckoning
    event: str | None
    limits: tuple[LimitDue, ...]
    governing: LimitDue | None
    binding: LimitDue | None

    @property
    def clock(self) -> Clock:
        """The clock."""
        return self.reckoning.clock

    @property
    def due(self) -> Event | None:
        """The day or time by which it has to be done; nothing if no text has one."""
        return self.governing.due if self.governing else None

    @property
    def days(self) -> tuple[CountedDay, ...]:
        """Each day from the event to the due day."""
        governing = self.governing
        return counted_days(self.reckoning, governing) if governing else ()


def notes_of(working: Working) -> Iterator[str]:
    """Yield what has to be known of the clock, and of each text, once."""
    clock = working.clock
    texts = (*(one.limit for one in working.limits), *clock.duties)
    notes = (f"{text.source}: {note}" for text in texts for note in text.notes)
    yield from dict.fromkeys((*filter(None, [clock.note]), *notes))


def notices_of(working: Working) -> Iterator[str]:
    """Yield what a reader has to know: what is projected, recalled, or falls oddly."""
    reckoning, calendar = working.reckoning, working.reckoning.calendar
    due, event = working.due, reckoning.event
    if working.governing is None:
        yield "No text gives a number: record when it was done, and judge."
        return
    if not working.governing.limit.is_verified:
        mark = evidence_in_words(working.governing.limit.evidence)
        yield f"The length rests on a text that is {mark}."
    if isinstance(due, datetime) or isinstance(event, datetime):
        return
    if due == event:
        yield "The due day is the day of the event."
    days = [day for day in (event, due) if day]
    if calendar.projected_from and max(days) >= calendar.projected_from:
        yield f"Holidays from {long_day(calendar.projected_from)} on are projected."
    for day, what in ((event, "The day of the event"), (due, "The due day")):
        if day:
            yield from _no_working_day(calendar, day, what)
    if reckoning.convention.cut_off is CutOff.OFFICE_HOURS:
        yield "The due day ends with office hours; no text says when that is."
    yield from _unsettled(working)


def _no_working_day(calendar: WorkingCalendar, day: date, what: str) -> Iterator[str]:
    named = f"{what}, {moment_in_words(day)},"
    if not calendar.first <= day <= calendar.last:
        yield f"{named} is not covered by the calendar."
        return
    status = calendar.why(day)
    if not status.is_working:
        yield f"{named} is no working day: {status.why}."


def _unsettled(working: Working) -> Iterator[str]:
    lengths = {one.due for one in working.limits if one.limit.applies and one.due}
    if len(lengths) > 1:
        terms = (
            f"{one.limit.value_in_words} {one.limit.applies}"
            for one in working.limits
            if one.limit.applies and one.due
        )
        either = listed(terms, "or")
        yield f"Which applies is not known, so the strictest is taken: {either}."
    begins = working.clock.changes_rate
    if begins and begins.name not in working.reckoning.given:
        yield (
            f"The rate changes {begins.first_rate_lasts} after {begins.means}; "
            f"give {begins.name} to know which applies."
        )


def explained(working: Working) -> Iterator[Block]:
    """Yield the whole explanation, after its heading."""
    clock, reckoning = working.clock, working.reckoning
    yield Paragraph(clock.says)
    if clock.recipients:
        yield Paragraph(
            f"By one text or another it goes to {listed(clock.recipients)}."
        )
    if reckoning.event and working.event:
        yield Paragraph(_runs_from(working))
    if working.governing:
        yield Paragraph(_law_and_guidance(working.governing, working.binding))
    yield from map(Paragraph, _otherwise(working))
    yield _limits_table(working)
    days = working.days
    if days and _is_in_working_days(working):
        yield Paragraph(f"Counted: {_counted(days)}.")
        skipped = [day for day in days[1:] if not day.number]
        if skipped:
            yield Paragraph("Not counted:")
            yield Bullets(tuple(_skipped(skipped)))
    readings = readings_of(working.reckoning)
    if readings:
        yield Paragraph("Each reading of each text:")
        yield Bullets(tuple(map(str, readings)))
        yield from map(Paragraph, _safe_day(working, readings))
    lacking = tuple(_lacking(working))
    if lacking:
        yield Paragraph("Some count otherwise; an event is missing to say which day:")
        yield Bullets(lacking)
    yield from map(Paragraph, notes_of(working))
    notices = tuple(notices_of(working))
    if notices:
        yield Paragraph("To note:")
        yield Bullets(notices)


def _is_in_working_days(working: Working) -> bool:
    length = working.governing.limit.length if working.governing else None
    unit = working.reckoning.convention.unit or (length and length.unit)
    return unit is Unit.WORKING_DAYS


def _runs_from(working: Working) -> str:
    clock, reckoning = working.clock, working.reckoning
    event = reckoning.event
    means = clock.event(str(working.event)).means
    start = moment_in_words(event) if event else ""
    side = "back from" if clock.direction is Direction.BEFORE else "from"
    runs = f"The clock runs {side} {means}: {start}."
    if isinstance(event, datetime):
        return f"{runs} The hours run on without a break."
    is_counted = reckoning.convention.start is Start.INCLUDED
    counts = "counts" if is_counted else "does not count"
    source = reckoning.convention.source_of("start").source
    why = "as was asked for" if is_counted else f"the text is silent; {source}"
    stated = "the text says so" if clock.first_day_stated else why
    return f"{runs} That day {counts} ({stated}).{_backwards(reckoning)}"


def _backwards(reckoning: Reckoning) -> str:
    """Say which day is the last in time where a clock runs back, and who says so."""
    if reckoning.clock.direction is not Direction.BEFORE:
        return ""
    rule = reckoning.convention.source_of("backward")
    if reckoning.convention.backward is Backward.CLEAR_DAYS:
        return " The days are clear: the last day in time is one earlier."
    return (
        " Counted back in the ordinary way, the last day counted is in time: no "
        f"authority was found, and that is taken ({rule.source})."
    )


def _law_and_guidance(governing: LimitDue, binding: LimitDue | None) -> str:
    """Say what the Act or regulations ask for by themselves, and other texts beside."""
    size = _size(governing)
    if binding is None:
        return f"No Act or regulations set a time here; the day rests on {size}."
    if binding.due == governing.due:
        return f"The Act or regulations themselves set this day: {_size(binding)}."
    alone, due = (moment_in_words(_day(one)) for one in (binding, governing))
    return (
        f"By the Act or regulations alone the last day is {alone}: {_size(binding)}. "
        f"{due} satisfies them and {size}."
    )


def _day(one: LimitDue) -> Event:
    return one.due or date.max


def _size(one: LimitDue) -> str:
    """Name a text with what it asks: "Panel guidance 2025 (15 working days, …)"."""
    limit = one.limit
    length = f"{limit.value_in_words}; " if limit.length else ""
    source, _, marks = standing_of(limit).partition("; ")
    return f"{source} ({length}{marks})"


def _limits_table(working: Working) -> Table:
    return Table(
        caption="What each text asks",
        columns=("due", "length", "to", "source", "force", "evidence"),
        rows=tuple(dict.fromkeys(map(_limit_row, working.limits))),
    )


def _limit_row(one: LimitDue) -> tuple[str, ...]:
    limit = one.limit
    length = limit.value_in_words or limit.urgency or "no number"
    return (
        moment_in_words(one.due) if one.due else "no day",
        f"{length} {limit.applies}" if limit.applies else length,
        listed(limit.to),
        str(limit.source),
        limit.force.value,
        evidence_in_words(limit.evidence),
    )


def _safe_day(working: Working, readings: Sequence[DeadlineReading]) -> Iterator[str]:
    """Name the day that satisfies every reading, if it is another."""
    is_kept = working.clock.bound is Bound.EARLIEST
    days = [one.due for one in readings]
    safe = max(days) if is_kept else min(days)
    if safe != working.due:
        yield f"{moment_in_words(safe)} satisfies every reading above."


def _lacking(working: Working) -> Iterator[str]:
    """Name each reading that runs from an event which is not given."""
    given = working.reckoning.given
    for reading in working.clock.readings:
        event = reading.runs_from
        if event is not None and event not in given:
            yield f"{event}: {reading}"


def _otherwise(working: Working) -> Iterator[str]:
    """Say what was asked for that is not usual."""
    asked = working.reckoning.convention
    if asked != convention_of(working.clock, None):
        yield f"As asked for, and not as is usual: {asked}."


def _counted(days: Sequence[CountedDay]) -> str:
    """List the days counted, the month named once: "14, 15 and 18 December 2026"."""
    months: dict[tuple[int, int], list[date]] = {}
    for one in days:
        if one.number:
            months.setdefault((one.day.year, one.day.month), []).append(one.day)
    return "; ".join(
        f"{', '.join(str(day.day) for day in group)} {group[0]:%B %Y}"
        for group in months.values()
    )


def _skipped(days: Sequence[CountedDay]) -> Iterator[str]:
    """Name the weekends together and each holiday with its basis."""
    weekends = [one for one in days if one.why == f"a {one.day:%A}"]
    for one in days:
        if one not in weekends:
            yield f"{moment_in_words(one.day)}: {one.why}"
    if weekends:
        yield f"Saturdays and Sundays: {Duration(len(weekends), Unit.DAYS)}"
