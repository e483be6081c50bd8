"""From which event a clock runs: what was given, in which order, by which reading."""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve

from masa.ground.conventions import (
    Backward,
    BoundaryInterval,
    Convention,
    PeriodsFrom,
    Start,
)
from masa.ground.durations import Unit
from masa.ground.errors import (
    DateError,
    EventError,
    KindError,
    NotQuantifiedError,
    UnknownNameError,
)
from masa.ground.law import shelf
from masa.rules.triggers import (
    BEFORE_ONE_ANOTHER,
    CHANGES,
    Event,
    changed_by,
    checked_events,
    convention_of,
    reading_of,
    trigger_of,
)

TWO_DAYS = ("2026-01-05", "2026-01-06")


def runs_from(clock: str, reading: str | None = None, **events: str) -> tuple[str, str]:
    """Say from which event a clock runs, and from which day."""
    entry = shelf.clock(clock)
    given = checked_events(entry, events, on=None)
    name, day = trigger_of(entry, given, reading)
    return name, day.isoformat()


class TestEvents:
    def test_are_days_or_their_text(self) -> None:
        clock = shelf.clock("rapid-review")
        events = {"notified": "2026-01-05", "aware": date(2026, 1, 2)}
        assert checked_events(clock, events, on=None) == {
            "notified": date(2026, 1, 5),
            "aware": date(2026, 1, 2),
        }

    def test_are_left_out_where_nothing_is_given(self) -> None:
        clock = shelf.clock("rapid-review")
        events = {"notified": "2026-01-05", "aware": None}
        given = checked_events(clock, events, on=None)
        assert list(given) == ["notified"]

    def test_may_be_today(self) -> None:
        clock, today = shelf.clock("core-group"), date(2026, 1, 5)
        events = {"conference": "2026-01-05"}
        assert checked_events(clock, events, on=today) == {"conference": today}

    @pytest.mark.parametrize(
        "aware", [date(2026, 1, 6), datetime(2026, 1, 6, 1, tzinfo=UTC)]
    )
    def test_cannot_be_tomorrow(self, aware: Event) -> None:
        clock = shelf.clock("child-death-notification")
        with pytest.raises(EventError) as caught:
            checked_events(clock, {"died": aware}, on=date(2026, 1, 5))
        assert str(caught.value) == (
            "died lies on 6 January 2026, after 5 January 2026; an event that has not "
            "happened starts no clock"
        )

    def test_to_come_may_be_tomorrow(self) -> None:
        clock, today = shelf.clock("advance-copy"), date(2026, 1, 5)
        events = {"publishing": "2026-02-05"}
        assert checked_events(clock, events, on=today)

    @pytest.mark.parametrize(("earlier", "later"), BEFORE_ONE_ANOTHER)
    def test_have_an_order(self, earlier: str, later: str) -> None:
        clocks = map(shelf.clock, shelf.clocks())
        both = {earlier, later}
        (clock, *_) = (c for c in clocks if both <= {one.name for one in c.events})
        in_order = dict(zip((earlier, later), TWO_DAYS, strict=True))
        assert len(checked_events(clock, in_order, on=None)) == 2
        turned = dict(zip((later, earlier), TWO_DAYS, strict=True))
        with pytest.raises(EventError) as caught:
            checked_events(clock, turned, on=None)
        assert str(caught.value) == (
            f"{later} (5 January 2026) comes before {earlier} (6 January 2026); "
            f"{later} is {clock.event(later).means}"
        )

    def test_may_be_on_one_day(self) -> None:
        clock = shelf.clock("rapid-review")
        events = {"notified": "2026-01-05", "aware": "2026-01-05"}
        assert len(checked_events(clock, events, on=None)) == 2

    @pytest.mark.parametrize("value", [5, True, [], b"2026-01-05"])
    def test_are_nothing_else(self, value: object) -> None:
        with pytest.raises(KindError, match="is not a day") as caught:
            checked_events(shelf.clock("core-group"), {"conference": value}, on=None)
        assert caught.value.field == "conference"

    def test_lie_on_days_that_there_are(self) -> None:
        events = {"conference": "2026-02-30"}
        with pytest.raises(DateError):
            checked_events(shelf.clock("core-group"), events, on=None)

    def test_are_those_of_the_clock(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "conference"'):
            checked_events(shelf.clock("core-group"), {"confrence": "x"}, on=None)


class TestTrigger:
    """Guidance 5: awareness, or the later of the incident known and suspicion."""

    @pytest.mark.parametrize(
        ("aware", "known", "suspected", "event"),
        [
            ("2026-01-05", None, None, "aware"),
            ("2026-01-05", None, "2026-01-12", "suspected"),
            ("2026-01-12", None, "2026-01-05", "aware"),
            ("2026-01-05", "2026-01-05", "2026-01-02", "aware"),
            (None, "2026-01-05", "2026-01-12", "suspected"),
            (None, "2026-01-12", "2026-01-05", "known"),
            ("2026-01-12", "2026-01-05", None, "aware"),
            ("2026-01-05", "2026-01-06", "2026-01-07", "suspected"),
        ],
    )
    def test_of_a_notification(
        self, aware: str | None, known: str | None, suspected: str | None, event: str
    ) -> None:
        days = {"aware": aware, "known": known, "suspected": suspected}
        given = {name: day for name, day in days.items() if day}
        assert runs_from("notify-panel", **given) == (event, given[event])

    @pytest.mark.parametrize(
        ("reading", "event"),
        [
            ("from-awareness", "aware"),
            ("from-later-suspicion", "suspected"),
            ("from-incident", "incident"),
            ("day-one-counted", "suspected"),
        ],
    )
    def test_is_that_of_the_reading(self, reading: str, event: str) -> None:
        days = {
            "incident": "2026-01-02",
            "aware": "2026-01-05",
            "suspected": "2026-01-12",
        }
        assert runs_from("notify-panel", reading, **days) == (event, days[event])

    @pytest.mark.parametrize(
        ("clock", "events", "event"),
        [
            ("yearly-report", ("implemented",), "implemented"),
            ("yearly-report", ("last_published",), "last_published"),
            ("yearly-report", ("implemented", "last_published"), "last_published"),
        ],
    )
    def test_of_a_duty_in_every_period(
        self, clock: str, events: tuple[str, ...], event: str
    ) -> None:
        given = dict.fromkeys(events, "2026-01-05")
        assert runs_from(clock, **given) == (event, "2026-01-05")

    @pytest.mark.parametrize(
        ("clock", "events", "advice"),
        [
            ("core-group", (), "give conference=…"),
            ("yearly-report", (), "give last_published=…"),
            ("notify-panel", (), "give aware=…"),
            ("notify-panel", ("known",), "give aware=…, or both known and suspected"),
            (
                "notify-panel",
                ("suspected",),
                "give aware=…, or both known and suspected",
            ),
            (
                "notify-panel",
                ("incident",),
                'give aware=…, or reading="from-incident" to count as some do',
            ),
            (
                "rapid-review",
                ("aware",),
                'give notified=…, or reading="from-awareness" to count as some do',
            ),
            ("private-fostering-next-visit", ("aware",), "give last_visit=…"),
        ],
    )
    def test_has_to_be_given(
        self, clock: str, events: tuple[str, ...], advice: str
    ) -> None:
        entry = shelf.clock(clock)
        with pytest.raises(EventError) as caught:
            runs_from(clock, **dict.fromkeys(events, "2026-01-05"))
        assert caught.value.said == f"{entry.id} runs from {entry.events[0]}"
        assert caught.value.remedy == advice

    def test_has_to_be_given_for_a_reading_too(self) -> None:
        with pytest.raises(EventError, match="runs from implemented: "):
            runs_from("yearly-report", "fixed-periods", last_published="2026-01-05")


class TestReading:
    def test_is_found_by_its_id(self) -> None:
        clock = shelf.clock("rapid-review")
        assert reading_of(clock, "from-awareness").runs_from == "aware"

    @pytest.mark.parametrize(
        ("clock", "name", "said"),
        [
            ("rapid-review", "from-awarenes", 'did you mean "from-awareness"?'),
            ("core-group", "of the moon", "it has day-one-counted"),
            ("quality-of-care-report", "of the moon", "it has none"),
        ],
    )
    def test_has_to_be_one_of_the_clock(self, clock: str, name: str, said: str) -> None:
        with pytest.raises(UnknownNameError) as caught:
            reading_of(shelf.clock(clock), name)
        assert str(caught.value).endswith(said)

    @pytest.mark.parametrize(
        ("clock", "reading", "convention"),
        [
            ("advance-copy", "clear-days", Convention(backward=Backward.CLEAR_DAYS)),
            ("advance-copy", "ordinary", Convention()),
            ("core-group", "day-one-counted", Convention(start=Start.INCLUDED)),
            (
                "yearly-report-copies",
                "working-days",
                Convention(unit=Unit.WORKING_DAYS),
            ),
            ("yearly-report-copies", "calendar-days", Convention(unit=Unit.DAYS)),
            ("yearly-report", "fixed-periods", Convention()),
            ("yearly-report", "rolling", Convention(recurrence=PeriodsFrom.ROLLING)),
            ("private-fostering-next-visit", "stricter", Convention()),
            (
                "private-fostering-next-visit",
                "by-start",
                Convention(boundary_interval=BoundaryInterval.BY_START),
            ),
            (
                "private-fostering-next-visit",
                "by-end",
                Convention(boundary_interval=BoundaryInterval.BY_END),
            ),
            ("rapid-review", "from-awareness", Convention()),
        ],
    )
    def test_changes_the_convention(
        self, clock: str, reading: str, convention: Convention
    ) -> None:
        assert convention_of(shelf.clock(clock), reading) == convention

    def test_that_changes_a_convention_stands_with_some_clock(self) -> None:
        clocks = map(shelf.clock, shelf.clocks())
        assert set(CHANGES) <= {one.id for clock in clocks for one in clock.readings}

    def test_changes_nothing_else(self) -> None:
        before = Convention(start=Start.INCLUDED)
        reading = reading_of(shelf.clock("advance-copy"), "clear-days")
        after = changed_by(reading, before)
        assert after == Convention(start=Start.INCLUDED, backward=Backward.CLEAR_DAYS)


class TestConvention:
    def test_is_the_usual_one(self) -> None:
        assert convention_of(shelf.clock("core-group"), None) == Convention()

    def test_counts_the_first_day_where_the_text_does(self) -> None:
        clock = shelf.clock("two-months-after-passing")
        assert convention_of(clock, None) == Convention(start=Start.INCLUDED)

    def test_can_be_given(self) -> None:
        given = Convention(start=Start.INCLUDED)
        assert convention_of(shelf.clock("core-group"), given) is given

    def test_leaves_what_the_text_says_of_the_first_day(self) -> None:
        given = Convention(start=Start.EXCLUDED, backward=Backward.CLEAR_DAYS)
        found = convention_of(shelf.clock("two-months-after-passing"), given)
        assert found == evolve(given, start=Start.INCLUDED)

    @pytest.mark.parametrize(
        ("clock", "reading"),
        [("referral-decision", "24-hours"), ("joint-agency-response", "in-one-area")],
    )
    def test_is_not_known_for_a_reading_that_gives_no_day(
        self, clock: str, reading: str
    ) -> None:
        with pytest.raises(NotQuantifiedError, match="no day is reckoned") as caught:
            convention_of(shelf.clock(clock), reading)
        assert "24" in caught.value.remedy

    @pytest.mark.parametrize("reading", [5, True, (), ["clear-days"]])
    def test_is_nothing_else(self, reading: str) -> None:
        with pytest.raises(KindError, match="is no reading"):
            convention_of(shelf.clock("core-group"), reading)
