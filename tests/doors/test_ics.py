"""A calendar says what the deadlines and meetings say, to any program that reads it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

import masa
from masa.ics import dumps
from masa.strategies import deadlines, meetings, names, texts

GOLDEN = Path(__file__).parent / "golden" / "calendar.ics"
STAMP = datetime(2026, 12, 11, 9, 30, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
DAY = timedelta(days=1)
DAY_MET = date(2027, 1, 4)
Item = masa.Deadline | masa.Meeting
REVIEW = masa.deadline("rapid-review", notified="2026-12-11")
KEPT = masa.deadline("keep-local-report", published="2026-03-03")
FIXED = masa.deadline("publish-arrangements-2018")
HOURS = masa.deadline("police-protection", taken=STAMP.astimezone(LONDON))
FORUM = masa.Meeting(
    name="Leadership Forum; extraordinary",
    start=datetime(2027, 6, 3, 10, tzinfo=LONDON),
    end=datetime(2027, 6, 3, 12, tzinfo=LONDON),
    group="Barnet Safeguarding Children Partnership",
    place="Town Hall, The Burroughs",
    note="The papers come a week before.\nTea at eleven.",
)
AWAY = masa.Meeting(name="Away days", start=date(2027, 6, 3), end=date(2027, 6, 4))
ALL: tuple[Item, ...] = (REVIEW, KEPT, FIXED, HOURS, FORUM, AWAY)
few = settings(max_examples=50)


def parsed(text: str) -> Any:  # noqa: ANN401 (what the other library makes)
    """Read a calendar as another program does."""
    calendar: Any = icalendar.Calendar.from_ical(text)
    kinds = [part.name for part in calendar.walk()]
    assert kinds == ["VCALENDAR", *["VEVENT"] * (len(kinds) - 1)]
    assert not any(part.errors for part in calendar.walk())
    return calendar


def entries(text: str) -> list[dict[str, Any]]:
    """Read every entry of a calendar, each part as a text, a day or a time."""
    return [
        {str(key): plain(key, part) for key, part in read.items()}
        for read in parsed(text).walk("VEVENT")
    ]


def plain(key: str, part: Any) -> object:  # noqa: ANN401 (what the other library makes)
    if key == "CATEGORIES":
        return ",".join(map(str, part.cats))
    return part.dt if key.startswith("DT") else str(part)


def entry(item: Item, reference: str | None = None) -> dict[str, Any]:
    """Write one item and read it again."""
    (only,) = entries(dumps(item, stamp=STAMP, reference=reference))
    return only


def uid(item: Item, reference: str | None = None) -> str:
    found: str = entry(item, reference)["UID"]
    return found


class TestCalendar:
    def test_is_that_of_the_golden_file(self) -> None:
        text = dumps(ALL, stamp=STAMP, reference="LSCPR-2026/3", title="Barnet; all")
        assert text.encode() == GOLDEN.read_bytes()

    def test_says_what_it_is(self) -> None:
        calendar = parsed(dumps(ALL, stamp=STAMP, title="Barnet"))
        assert calendar["VERSION"] == "2.0"
        assert calendar["CALSCALE"] == "GREGORIAN"
        assert calendar["PRODID"].startswith("-//masa")
        assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Barnet"

    def test_does_not_depend_on_the_order(self) -> None:
        orders = permutations(ALL[:4])
        assert len({dumps(order, stamp=STAMP) for order in orders}) == 1

    def test_is_in_the_order_of_time(self) -> None:
        starts = [str(read["DTSTART"]) for read in entries(dumps(ALL, stamp=STAMP))]
        assert starts == sorted(starts)

    def test_takes_a_single_item_and_any_iterable(self) -> None:
        usual = dumps([REVIEW], stamp=STAMP)
        assert dumps(REVIEW, stamp=STAMP) == usual
        assert dumps(iter([REVIEW]), stamp=STAMP) == usual

    def test_is_stamped_in_utc_without_fractions(self) -> None:
        stamp = datetime(2026, 7, 1, 9, 30, 15, 999, tzinfo=LONDON)
        (read,) = entries(dumps(REVIEW, stamp=stamp))
        assert read["DTSTAMP"] == datetime(2026, 7, 1, 8, 30, 15, tzinfo=UTC)

    def test_shows_the_reference(self) -> None:
        for read in entries(dumps(ALL, stamp=STAMP, reference="LSCPR-2026/3")):
            assert read["SUMMARY"].endswith(" (LSCPR-2026/3)")

    @pytest.mark.parametrize("reference", ["A", "Z9-/", "A" * 40])
    def test_takes_references_up_to_forty_characters(self, reference: str) -> None:
        assert f"({reference})" in entry(REVIEW, reference)["SUMMARY"]


class TestDeadline:
    def test_fills_its_due_day_and_makes_nobody_busy(self) -> None:
        read = entry(REVIEW)
        assert read["DTSTART"] == REVIEW.due
        assert read["DTEND"] == date(2027, 1, 7)
        assert read["TRANSP"] == "TRANSPARENT"
        assert read["SUMMARY"] == "Rapid review due"
        assert read["CATEGORIES"] == "Deadline"

    def test_says_what_is_due_by_which_text_and_to_whom(self) -> None:
        assert entry(REVIEW)["DESCRIPTION"].split("\n") == [
            REVIEW.clock.says,
            f"Due by {REVIEW}",
            "To: Child Safeguarding Practice Review Panel",
            *REVIEW.notices,
        ]

    def test_says_every_notice(self) -> None:
        assert FIXED.notices
        assert entry(FIXED)["DESCRIPTION"].split("\n") == [
            FIXED.clock.says,
            f"Due by {FIXED}",
            *FIXED.notices,
        ]

    def test_in_hours_stands_at_its_instant(self) -> None:
        read = entry(HOURS)
        assert read["DTSTART"] == HOURS.due
        assert read["DTSTART"].tzname() == "UTC"
        assert "DTEND" not in read
        assert read["TRANSP"] == "TRANSPARENT"

    def test_of_what_is_kept_says_until_when(self) -> None:
        read = entry(KEPT)
        assert read["SUMMARY"] == "Local report: keep until"
        assert read["CATEGORIES"] == "Retention"
        assert f"Keep until {KEPT}" in read["DESCRIPTION"]

    @pytest.mark.parametrize(
        ("clock", "events", "summary"),
        [
            ("notify-panel", {"aware": "2026-12-11"}, "Notify panel due"),
            ("lado-referral", {"alleged": "2026-12-11"}, "LADO referral due"),
            (
                "yearly-report-by-september",
                {"year_end": "2026-03-31"},
                "Yearly report by September due",
            ),
        ],
    )
    def test_has_a_short_title(
        self, clock: str, events: dict[str, str], summary: str
    ) -> None:
        deadline = masa.deadline(clock, **events)  # type: ignore[arg-type] # an event
        assert entry(deadline)["SUMMARY"] == summary

    def test_says_nothing_that_a_zone_smuggles_in(self) -> None:
        name = "X\r\nATTACH:x\x00\x85"
        taken = STAMP.replace(tzinfo=timezone(timedelta(hours=1), name))
        text = dumps(masa.deadline("police-protection", taken=taken), stamp=STAMP)
        (read,) = entries(text)
        assert "ATTACH" not in read
        assert "X\nATTACH:x on" in read["DESCRIPTION"]

    @few
    @given(deadlines())
    def test_is_recovered(self, deadline: masa.Deadline) -> None:
        read = entry(deadline)
        assert read["DTSTART"] == deadline.due
        assert read["DTEND"] == read["DTSTART"] + DAY
        assert str(deadline) in read["DESCRIPTION"]
        assert all(notice in read["DESCRIPTION"] for notice in deadline.notices)


class TestMeeting:
    def test_at_a_time_is_written_in_utc(self) -> None:
        read = entry(FORUM)
        assert read["DTSTART"] == datetime(2027, 6, 3, 9, tzinfo=UTC)
        assert read["DTEND"] == datetime(2027, 6, 3, 11, tzinfo=UTC)
        assert "TRANSP" not in read

    def test_on_whole_days_includes_the_last(self) -> None:
        read = entry(AWAY)
        assert read["DTSTART"] == date(2027, 6, 3)
        assert read["DTEND"] == date(2027, 6, 5)

    def test_says_where_it_is_who_meets_and_what_to_know(self) -> None:
        read = entry(FORUM)
        assert read["SUMMARY"] == FORUM.name
        assert read["LOCATION"] == FORUM.place
        assert read["DESCRIPTION"] == f"Group: {FORUM.group}\n{FORUM.note}"
        assert read["CATEGORIES"] == "Meeting"

    def test_leaves_out_what_is_not_given(self) -> None:
        assert not {"LOCATION", "DESCRIPTION"} & set(entry(AWAY))

    @given(meetings())
    def test_is_recovered(self, meeting: masa.Meeting) -> None:
        read = entry(meeting)
        group = f"Group: {meeting.group}" if meeting.group else ""
        said = "\n".join(filter(None, (group, meeting.note)))
        assert read["SUMMARY"] == meeting.name
        assert read.get("LOCATION") == meeting.place
        assert read.get("DESCRIPTION", "") == said
        assert read["DTSTART"] == meeting.start
        day = DAY if meeting.is_whole_day else timedelta()
        last = meeting.end or (meeting.start if meeting.is_whole_day else None)
        assert read.get("DTEND") == (last and last + day)


class TestIdentity:
    def test_stays_when_the_plan_moves(self) -> None:
        first, then = (
            masa.deadline("advance-copy", publishing=day)
            for day in ("2026-07-08", "2026-07-15")
        )
        assert uid(first, "7") == uid(then, "7")
        assert uid(first, "7") != uid(first, "8")
        assert uid(first) != uid(then)

    def test_stays_when_the_due_day_moves(self) -> None:
        move = masa.why_moved(
            "notify-panel", first="2022-09-09", then="2022-09-10", aware="2022-09-13"
        )
        assert move.has_moved
        assert uid(move.before) == uid(move.after)
        assert uid(move.before, "A") == uid(move.after, "A")

    def test_stays_when_it_is_written_again(self) -> None:
        later = dumps(REVIEW, stamp=STAMP + DAY, title="Another")
        assert entries(later)[0]["UID"] == uid(REVIEW)

    def test_stays_in_whatever_zone_the_event_is_given(self) -> None:
        assert uid(HOURS) == uid(masa.deadline("police-protection", taken=STAMP))

    def test_stays_from_one_release_to_the_next(self) -> None:
        assert uid(REVIEW) == "eeaa878447e20ca966ba3666a303eaa2@masa"
        assert uid(FORUM) == "0db7e06c0d07f371bfe784a365ced11a@masa"

    def test_is_another_for_another_duty(self) -> None:
        distinct = [
            uid(REVIEW),
            uid(REVIEW, "A"),
            uid(REVIEW, "B"),
            uid(masa.deadline("rapid-review", notified="2026-12-14")),
            uid(masa.deadline("notify-panel", aware="2026-12-11")),
            uid(
                masa.deadline(
                    "notify-panel", aware="2026-12-11", suspected="2026-12-14"
                )
            ),
            uid(FIXED),
            uid(AWAY),
            uid(AWAY, "A"),
            uid(evolve(AWAY, name="Away day")),
            uid(evolve(AWAY, group="Forum")),
            uid(evolve(AWAY, start=date(2027, 6, 2))),
            uid(evolve(FORUM, end=None, start=FORUM.start + DAY)),
        ]
        assert len(set(distinct)) == len(distinct)

    def test_of_a_meeting_is_not_its_place_its_end_or_its_note(self) -> None:
        for parts in ({"place": "Hall"}, {"end": date(2027, 6, 5)}, {"note": "Tea"}):
            changed: masa.Meeting = evolve(AWAY, **parts)
            assert uid(changed) == uid(AWAY)

    def test_of_what_is_given_twice_is_written_once(self) -> None:
        again = masa.deadline("rapid-review", on="2026-12-12", notified="2026-12-11")
        twice: list[Item] = [REVIEW, AWAY, again, evolve(AWAY)]
        assert dumps(twice, stamp=STAMP) == dumps([REVIEW, AWAY], stamp=STAMP)

    def test_of_two_readings_is_refused(self) -> None:
        usual = masa.deadline("advance-copy", publishing="2026-01-06")
        other = masa.deadline(
            "advance-copy", publishing="2026-01-06", reading="clear-days"
        )
        assert usual.due != other.due
        with pytest.raises(
            masa.RangeError, match='be one entry: "Advance copy due"; give'
        ):
            dumps([usual, other], stamp=STAMP)

    def test_of_two_meetings_that_differ_is_refused(self) -> None:
        with pytest.raises(masa.RangeError, match='"Away days"'):
            dumps([AWAY, evolve(AWAY, place="Hall")], stamp=STAMP)


HOSTILE = [
    "BEGIN:VALARM",
    "END:VEVENT",
    "a\nEND:VEVENT\nBEGIN:VALARM",
    "a\nATTACH:https://x.y",
    "a\nURL:x",
    "\\",
    "\\\\",
    "\\n",
    "\\N",
    "\\;",
    "\\\\n",
    "a\\\nb",
    ";",
    ",",
    ":",
    '"',
    '"a";b:c,d',
    ";VALUE=DATE:20270101",
    "^n^'^^",
    "%0D%0A",
    "&#13;&#10;",
    "=0D=0A",
    "a\n b",
    "a\n\tb".replace("\t", " "),
    "a  b",
    "é漢🏠👧🏽",
    "\N{LATIN SMALL LETTER Q}\N{COMBINING DOT BELOW}\N{COMBINING DOT ABOVE}",
    "\N{SOFT HYPHEN}a",
    "<b>&amp;",
    "=1+1",
    "mailto:a@b.c",
    "x" * 200,
    "é" * 200,
    "漢" * 200,
    "🏠" * 200,
    ";" * 200,
    "x" * 66 + "é",
    "x" * 65 + "漢",
    "x" * 64 + "🏠",
    "x" * 66 + "\\;",
]
pieces = st.sampled_from(HOSTILE) | st.text(';,\\:"\n é漢🏠x', max_size=90)


def tidy(text: str) -> str:
    return text.strip() or "x"


class TestText:
    """RFC 5545, 3.1 and 3.3.11: lines of at most 75 octets, four characters escaped."""

    @pytest.mark.parametrize("text", HOSTILE)
    def test_that_is_hostile_is_recovered(self, text: str) -> None:
        self.check(text)

    @given((pieces | texts()).map(tidy))
    def test_of_any_kind_is_recovered(self, text: str) -> None:
        self.check(text)

    def check(self, text: str) -> None:
        name = text.replace("\n", " ")[:200].strip()
        meeting = masa.Meeting(
            name=name, group=name, place=name, note=text, start=DAY_MET
        )
        written = dumps(meeting, stamp=STAMP, title=name)
        (read,) = entries(written)
        assert read["SUMMARY"] == read["LOCATION"] == name
        assert read["DESCRIPTION"] == f"Group: {name}\n{text}"
        lines = written.replace("\r\n ", "").split("\r\n")
        (shown,) = (line for line in lines if line.startswith("SUMMARY:"))
        titles = {shown.replace("SUMMARY", key, 1) for key in ("NAME", "X-WR-CALNAME")}
        assert titles <= set(lines)
        known = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"}
        assert set(read) == known | {"LOCATION", "CATEGORIES"}

    @example("🏠" * 200, "\\" * 4000)
    @given(names(), (pieces | texts()).map(tidy))
    def test_is_folded_within_75_octets_and_ends_in_crlf(
        self, name: str, note: str
    ) -> None:
        meeting = masa.Meeting(name=name, note=note, start=DAY_MET)
        written = dumps([meeting, REVIEW], stamp=STAMP, reference="A").encode()
        assert written.endswith(b"END:VCALENDAR\r\n")
        for line in written.split(b"\r\n"):
            assert len(line) <= 75
            assert not set("\r\n") & set(line.decode())

    @pytest.mark.parametrize("size", range(60, 80))
    @pytest.mark.parametrize("last", ["x", "é", "漢", "🏠", ";", "\\"])
    def test_is_folded_only_where_it_has_to_be(self, size: int, last: str) -> None:
        name = "x" * size + last
        meeting = masa.Meeting(name=name, start=DAY_MET)
        written = dumps(meeting, stamp=STAMP)
        line = f"SUMMARY:{name}".replace("\\", "\\\\").replace(";", "\\;")
        fits = len(line.encode()) <= 75
        assert (f"\r\n{line}\r\n" in written) is fits
        assert entries(written)[0]["SUMMARY"] == name


REFUSED: list[tuple[str, Callable[[Any], str], type[masa.MasaError], str]] = [
    (
        "a word and no number",
        lambda w: w(masa.deadline("rapid-review-report", completed="2026-12-11")),
        masa.NotQuantifiedError,
        "no text gives rapid-review-report a number",
    ),
    ("nothing", lambda w: w([]), masa.RangeError, "no deadline and no meeting; give"),
    ("something else", lambda w: w([REVIEW, 4]), masa.KindError, "4 is neither a"),
    ("no list", lambda w: w(None), masa.KindError, "None is neither a deadline nor"),
    ("a text", lambda w: w("rapid-review"), masa.KindError, "make one with masa.dead"),
    (
        "a stamp in no zone",
        lambda w: w(REVIEW, stamp=STAMP.replace(tzinfo=None)),
        masa.KindError,
        "stamp: .* is not in any time zone; give an aware time",
    ),
    (
        "a day as the stamp",
        lambda w: w(REVIEW, stamp=STAMP.date()),
        masa.KindError,
        "stamp: 2026-12-11 is not a time",
    ),
    (
        "an early stamp",
        lambda w: w(REVIEW, stamp=datetime.min.replace(tzinfo=UTC)),
        masa.DateError,
        "stamp: .* outside 1900 to 2200",
    ),
    (
        "a title that is no text",
        lambda w: w(REVIEW, title=4),
        masa.KindError,
        "title: 4 is not text",
    ),
    (
        "a title of two lines",
        lambda w: w(REVIEW, title="a\nb"),
        masa.TextError,
        "title: .* hidden character",
    ),
    (
        "a reference that is no text",
        lambda w: w(REVIEW, reference=4),
        masa.KindError,
        "reference: 4 is not text",
    ),
    *(
        (
            f"the reference {reference[:8]!r}",
            lambda w, reference=reference: w(REVIEW, reference=reference),
            masa.TextError,
            "reference: .* is not a case reference; write at most 40 capital",
        )
        for reference in ("", "abc", "A B", "A;B", "A\n", "A\nB", "É", "٣", "A" * 41)
    ),
]


@pytest.mark.parametrize(
    ("write", "error", "says"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_is_refused(
    write: Callable[[Any], str], error: type[masa.MasaError], says: str
) -> None:
    def written(items: Any, **options: Any) -> str:  # noqa: ANN401 (anything at all)
        return dumps(items, **{"stamp": STAMP} | options)

    with pytest.raises(error, match=says):
        write(written)


def test_one_deadline_without_a_number_refuses_all() -> None:
    urgent = masa.deadline("rapid-review-report", completed="2026-12-11")
    with pytest.raises(masa.NotQuantifiedError, match="rapid-review-report"):
        dumps([REVIEW, AWAY, urgent], stamp=STAMP)
