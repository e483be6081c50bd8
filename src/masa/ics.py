"""Deadlines and meetings as a calendar file, which every calendar program reads.

The file is an iCalendar (RFC 5545). It has no alarm, no address and no attachment,
and equal input gives equal bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple, TypeVar

from masa.ground.errors import KindError, MasaError, RangeError, TextError
from masa.ground.law.clocks import Bound, Clock, Direction
from masa.ground.moments import aware
from masa.ground.text import echo, text_of
from masa.ground.text import name as checked_name
from masa.model.meetings import Meeting
from masa.rules.deadlines import Deadline

__all__ = ["dumps"]

T = TypeVar("T")

OCTETS_MOST = 75
ONE_DAY = timedelta(days=1)
_REFERENCE = re.compile(r"[A-Z0-9/-]{1,40}")
_UNPRINTED = (*range(0x20), *range(0x7F, 0xA0))
_ESCAPES = str.maketrans(
    dict.fromkeys(map(chr, _UNPRINTED), "")
    | {"\n": r"\n", "\\": r"\\", ";": r"\;", ",": r"\,"}
)


def dumps(
    items: Iterable[Deadline | Meeting] | Deadline | Meeting,
    *,
    stamp: datetime,
    reference: str | None = None,
    title: str = "Safeguarding deadlines",
) -> str:
    """Write deadlines and meetings as a calendar.

    A deadline fills its due day, or stands at its instant if its clock runs in
    hours; neither makes anybody busy. A meeting fills its days or its time. An entry
    shows on which day the event was, so share the calendar as you would the file.

    A deadline keeps its entry when its due day moves: the entry is known by the
    reference, the clock, and the event and its day; with a reference, what runs back
    from a planned day also keeps it when the plan moves. A meeting is known by the
    reference, the group, the name and the start. What is given twice is written
    once; two deadlines of one clock from one event that differ, such as two readings
    of it, are refused.

    Args:
        items: The deadlines and meetings, in any order, or a single one.
        stamp: When the calendar is written, as an aware time; fractions of a second
            are dropped.
        reference: The reference of the case: at most 40 capital letters, digits,
            hyphens and slashes. Give one for each case, or the same dates in two
            cases become one entry. Never a name.
        title: What the calendar is called.

    Returns:
        The text of the file, with CRLF at the end of each line; write it as UTF-8
        without changing line ends.

    Raises:
        NotQuantifiedError: If of any deadline no text gives a number, only a word.
        KindError: If something is of the wrong type, or the stamp in no time zone.
        TextError: If the reference has another form, or the title breaks the text
            policy.
        DateError: If the stamp lies outside 1900 to 2200.
        RangeError: If there is nothing to write, or two deadlines or meetings that
            differ would be one entry.

    Example:
        >>> from datetime import UTC, datetime
        >>> from masa import deadline
        >>> review = deadline("rapid-review", notified="2026-12-11")
        >>> now = datetime(2026, 12, 11, 9, tzinfo=UTC)
        >>> text = dumps(review, stamp=now, reference="LSCPR-2026/3")
        >>> text.splitlines()[9:12]  # doctest: +NORMALIZE_WHITESPACE
        ['DTSTART;VALUE=DATE:20270106', 'DTEND;VALUE=DATE:20270107',
         'SUMMARY:Rapid review due (LSCPR-2026/3)']
    """
    at = _written(_argument("stamp", aware, stamp))
    case = "" if reference is None else _argument("reference", _reference, reference)
    called = _escaped(_argument("title", checked_name, title))
    entries = _distinct(_entry(item, case) for item in _each(items))
    return "".join(f"{_folded(line)}\r\n" for line in _calendar(entries, at, called))


def _argument(field: str, check: Callable[[object], T], value: object) -> T:
    try:
        return check(value)
    except MasaError as error:
        error.field = field
        raise


def _reference(value: object) -> str:
    if _REFERENCE.fullmatch(text_of(value)) is None:
        raise TextError(
            f"{echo(value)} is not a case reference",
            remedy='write at most 40 capital letters, digits, - and /: "LSCPR-2026/3"',
        )
    return text_of(value)


def _each(items: object) -> Iterator[Deadline | Meeting]:
    for item in items if isinstance(items, Iterable) else [items]:
        if not isinstance(item, Deadline | Meeting):
            raise KindError(
                f"{echo(item)} is neither a deadline nor a meeting",
                remedy="make one with masa.deadline or masa.Meeting",
            )
        yield item


class _Entry(NamedTuple):
    """One entry; entries stand in the order of these fields."""

    start: str
    uid: str
    summary: str
    lines: tuple[str, ...]


def _distinct(entries: Iterable[_Entry]) -> list[_Entry]:
    kept: dict[str, _Entry] = {}
    for entry in entries:
        if kept.setdefault(entry.uid, entry) != entry:
            raise RangeError(
                f"two that differ would be one entry: {echo(entry.summary)}",
                remedy="give one of them, or write each with a reference of its own",
            )
    if not kept:
        raise RangeError(
            "there is no deadline and no meeting", remedy="give at least one"
        )
    return sorted(kept.values())


def _calendar(entries: Iterable[_Entry], at: str, title: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//masa//masa//EN")
    yield from ("CALSCALE:GREGORIAN", f"NAME:{title}", f"X-WR-CALNAME:{title}")
    for entry in entries:
        yield from ("BEGIN:VEVENT", f"UID:{entry.uid}", f"DTSTAMP:{at}")
        yield from (*entry.lines, "END:VEVENT")
    yield "END:VCALENDAR"


def _entry(item: Deadline | Meeting, case: str) -> _Entry:
    return _met(item, case) if isinstance(item, Meeting) else _due(item, case)


def _due(deadline: Deadline, case: str) -> _Entry:
    clock, due, at = deadline.clock, deadline.due, deadline.reckoning.event
    is_kept = clock.bound is Bound.EARLIEST
    summary = _summary(_in_words(clock, is_kept=is_kept), case)
    is_plan = clock.direction is Direction.BEFORE and case
    event = (deadline.event or "", _written(at) if at and not is_plan else "")
    lines = (
        *_span(due, due),
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(_described(deadline, is_kept=is_kept))}",
        f"CATEGORIES:{'Retention' if is_kept else 'Deadline'}",
        "TRANSP:TRANSPARENT",
    )
    uid = _uid("deadline", case, clock.id, *event)
    return _Entry(_written(due), uid, summary, lines)


def _in_words(clock: Clock, *, is_kept: bool) -> str:
    text = clock.title.removeprefix("Keep ") if is_kept else clock.title
    verdict = ": keep until" if is_kept else " due"
    return f"{text[0].upper()}{text[1:]}{verdict}"


def _summary(words: str, case: str) -> str:
    return f"{words} ({case})" if case else words


def _described(deadline: Deadline, *, is_kept: bool) -> str:
    by = "Keep until" if is_kept else "Due by"
    to = f"To: {'; '.join(deadline.due_to)}" if deadline.due_to else ""
    lines = (deadline.clock.says, f"{by} {deadline}", to, *deadline.notices)
    return "\n".join(filter(None, lines))


def _met(meeting: Meeting, case: str) -> _Entry:
    start, group = meeting.start, meeting.group or ""
    summary = _summary(meeting.name, case)
    texts = {
        "SUMMARY": summary,
        "LOCATION": meeting.place or "",
        "DESCRIPTION": "\n".join(
            filter(None, (group and f"Group: {group}", meeting.note))
        ),
        "CATEGORIES": "Meeting",
    }
    lines = (f"{key}:{_escaped(text)}" for key, text in texts.items() if text)
    uid = _uid("meeting", case, group, meeting.name, _written(start))
    span = _span(start, meeting.end or start)
    return _Entry(_written(start), uid, summary, (*span, *lines))


def _span(start: date, last: date) -> Iterator[str]:
    """Write when an entry starts and ends; the end itself is not part of it."""
    if not isinstance(start, datetime):
        yield f"DTSTART;VALUE=DATE:{_written(start)}"
        yield f"DTEND;VALUE=DATE:{_written(last + ONE_DAY)}"
        return
    yield f"DTSTART:{_written(start)}"
    if last is not start:
        yield f"DTEND:{_written(last)}"


def _written(moment: date) -> str:
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{moment:%Y%m%d}"


def _uid(*parts: str) -> str:
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f"{digest[:32]}@masa"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, and never within a character."""
    lines, octets = [""], 0
    for char in line:
        size = len(char.encode())
        if octets + size > OCTETS_MOST:
            lines.append(" ")
            octets = 1
        lines[-1] += char
        octets += size
    return "\r\n".join(lines)
