"""A timeline drawn: a lane for each deadline, and one for the window of publication."""

from collections.abc import Iterable, Iterator
from datetime import date

from masa.ground.law.clocks import Direction
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.ground.rows import Bar, Mark, Row
from masa.ground.signs import Pattern, Shape
from masa.ground.spans import long_day
from masa.ground.time_axis import time_axis
from masa.rules.entries import TimelineEntry
from masa.rules.statuses import DeadlineState
from masa.rules.windows import PublicationWindow

__all__ = ["drawn"]


def drawn(
    entries: Iterable[TimelineEntry],
    *,
    window: PublicationWindow | None,
    title: str,
    on: date,
) -> str:
    """Draw deadlines along an axis of time.

    Args:
        entries: The deadlines, a lane for each that has a day.
        window: When a report may be published, if that is asked.
        title: What the picture is called.
        on: The reader's today.

    Raises:
        RangeError: If there are more than 400 deadlines.
    """
    shown = [(entry, day_of(entry.due)) for entry in entries if entry.due]
    rows = [*(_row(entry, due) for entry, due in shown), *_window_rows(window)]
    said = [f"{entry.clock.title}: {due}, {entry.standing}." for entry, due in shown]
    if window:
        said.append(str(window))
    return time_axis(rows, title=title, description=" ".join(said), today=on)


def _row(entry: TimelineEntry, due: date) -> Row:
    limit = entry.deadline.governing.limit
    event = entry.deadline.event
    side = "before" if entry.clock.direction is Direction.BEFORE else "after"
    runs = f" {side} {event}" if event else ""
    standing = f"; {entry.standing}" if entry.supposed else ""
    return Row(
        label=entry.clock.title,
        note=f"{limit.value_in_words}{runs}{standing}",
        bars=tuple(_bars(entry, due)),
        marks=tuple(_marks(entry, due)),
    )


def _bars(entry: TimelineEntry, due: date) -> Iterator[Bar]:
    event = entry.deadline.reckoning.event
    if event:
        first, last = sorted((day_of(event), due))
        yield Bar(first=first, last=last, pattern=Pattern.RUNNING)


def _marks(entry: TimelineEntry, due: date) -> Iterator[Mark]:
    event = entry.deadline.reckoning.event
    if event:
        named = entry.deadline.event or ""
        is_plan = bool(entry.supposed) or entry.clock.direction is Direction.BEFORE
        shape = Shape.PLANNED if is_plan else Shape.EVENT
        yield Mark(day=day_of(event), label=named.replace("_", " "), shape=shape)
    if entry.done:
        label = (entry.stopped_by or "").replace("_", " ")
        yield Mark(day=day_of(entry.done), label=label, shape=Shape.DONE)
    shape = _shape(entry)
    yield Mark(day=due, label=shape.value, shape=shape)


def _shape(entry: TimelineEntry) -> Shape:
    if entry.is_kept:
        return Shape.KEPT_UNTIL
    return Shape.OVERDUE if entry.state is DeadlineState.OVERDUE else Shape.DUE


def _window_rows(window: PublicationWindow | None) -> Iterator[Row]:
    if window is None or window.latest is None:
        return
    is_empty = window.is_empty is Answer.YES
    first, last = sorted((window.earliest, window.latest))
    yield Row(
        label="Window for publication",
        note="once the copy has run, up to the last day",
        bars=(
            Bar(
                first=first,
                last=last,
                label="no day is left" if is_empty else _span(first, last),
                pattern=Pattern.EMPTY if is_empty else Pattern.WINDOW,
            ),
        ),
    )


def _span(first: date, last: date) -> str:
    return f"{long_day(first)} to {long_day(last)}"
