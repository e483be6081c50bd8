"""What each text in force makes of a clock: a day by its own length."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from masa.ground.conventions import Convention, Landing, PeriodsFrom, Tier
from masa.ground.errors import CoverageError
from masa.ground.law import shelf
from masa.rules.deadlines import deadline
from masa.rules.limits import LimitDue, is_law, moment_in_words

LONDON = ZoneInfo("Europe/London")


def words_and_days(limits: tuple[LimitDue, ...]) -> list[tuple[str, str]]:
    """Give each length with its day, in text."""
    return [(str(one.limit.value_in_words), str(one.due)) for one in limits]


class TestMoment:
    @pytest.mark.parametrize(
        ("moment", "said"),
        [
            (date(2026, 12, 11), "Friday 11 December 2026"),
            (
                datetime(2026, 4, 3, 18, tzinfo=UTC),
                "18:00 UTC on Friday 3 April 2026",
            ),
            (
                datetime(2026, 4, 3, 8, 5, tzinfo=LONDON),
                "08:05 BST on Friday 3 April 2026",
            ),
            (
                datetime(2026, 4, 3, 18),  # noqa: DTZ001 (it prints all the same)
                "18:00 on Friday 3 April 2026",
            ),
        ],
    )
    def test_is_printed_with_the_day_of_the_week(self, moment: date, said: str) -> None:
        assert moment_in_words(moment) == said


class TestLimit:
    def test_is_law_in_regulations_and_not_in_guidance(self) -> None:
        limits = deadline("advance-copy", publishing="2026-01-06").limits
        assert [is_law(one.limit) for one in limits] == [True, True, False, False]

    def test_of_an_act_is_law(self) -> None:
        found = deadline("yearly-report", last_published="2026-01-06")
        assert is_law(found.governing.limit)

    def test_prints_its_day(self) -> None:
        first, second = deadline("rapid-review", notified="2026-12-11").limits
        assert str(first) == (
            "Wednesday 6 January 2027: 15 working days (Panel guidance 2025; expected)"
        )
        assert (
            str(second)
            == "promptly (Working Together 2026; should; unknown, not verified)"
        )


class TestTier:
    @pytest.mark.parametrize(
        ("tier", "count"), [(Tier.EVERY, 4), (Tier.REGULATIONS, 2), (Tier.GUIDANCE, 2)]
    )
    def test_says_which_texts_count(self, tier: Tier, count: int) -> None:
        way = Convention(tier=tier)
        found = deadline("advance-copy", publishing="2026-01-06", reading=way)
        assert len(found.limits) == count


class TestLanding:
    """Nothing moves a day unless a convention does."""

    @pytest.mark.parametrize(
        ("landing", "due"),
        [
            (Landing.LEAVE, "2026-02-28"),
            (Landing.NEXT, "2026-03-02"),
            (Landing.PREVIOUS, "2026-02-27"),
            (Landing.BANK_HOLIDAY_RELIEF, "2026-02-28"),
        ],
    )
    def test_moves_a_day_on_a_saturday(self, landing: Landing, due: str) -> None:
        way = Convention(landing=landing)
        found = deadline("publish-local-review", decided="2025-08-29", reading=way)
        assert found.due == date.fromisoformat(due)

    @pytest.mark.parametrize(
        ("clock", "due"),
        [
            ("publish-arrangements-2018", "2019-07-01"),
            ("child-death-arrangements-in-place-2018", "2019-09-30"),
        ],
    )
    def test_moves_a_fixed_day(self, clock: str, due: str) -> None:
        found = deadline(clock, reading=Convention(landing=Landing.NEXT))
        assert found.due == date.fromisoformat(due)

    def test_moves_a_day_of_every_year(self) -> None:
        way = Convention(landing=Landing.PREVIOUS)
        found = deadline(
            "yearly-report-by-september", year_end="2028-03-31", reading=way
        )
        assert found.due == date(2028, 9, 29)


class TestRate:
    """Legislation 7, D9 PF6 and D13: a rate that changes after a year."""

    @pytest.mark.parametrize(
        ("last_visit", "reading", "limits"),
        [
            ("2026-01-12", None, [("6 weeks", "2026-02-23")]),
            ("2026-12-21", None, [("6 weeks", "2027-02-01")]),
            ("2027-01-04", None, [("6 weeks", "2027-02-15")]),
            ("2027-01-05", None, [("12 weeks", "2027-03-30")]),
            ("2026-01-12", "by-end", [("6 weeks", "2026-02-23")]),
            ("2026-10-12", "by-end", [("6 weeks", "2026-11-23")]),
            ("2026-10-13", "by-end", [("12 weeks", "2027-01-05")]),
            ("2026-12-21", "by-end", [("12 weeks", "2027-03-15")]),
            ("2027-01-05", "by-end", [("12 weeks", "2027-03-30")]),
            ("2026-12-21", "by-start", [("6 weeks", "2027-02-01")]),
            ("2027-01-05", "by-start", [("12 weeks", "2027-03-30")]),
        ],
    )
    def test_is_that_of_the_year(
        self, last_visit: str, reading: str | None, limits: list[tuple[str, str]]
    ) -> None:
        found = deadline(
            "private-fostering-next-visit",
            aware="2026-01-05",
            last_visit=last_visit,
            reading=reading,
        )
        assert words_and_days(found.limits) == limits

    def test_is_the_stricter_where_the_beginning_is_not_known(self) -> None:
        found = deadline("private-fostering-next-visit", last_visit="2026-12-21")
        assert words_and_days(found.limits) == [
            ("6 weeks", "2027-02-01"),
            ("12 weeks", "2027-03-15"),
        ]
        assert found.due == date(2027, 2, 1)

    def test_of_a_placement_may_be_one_of_two_after_a_year(self) -> None:
        found = deadline(
            "looked-after-next-visit", placed="2025-01-06", last_visit="2026-06-05"
        )
        assert words_and_days(found.limits) == [
            ("6 weeks", "2026-07-17"),
            ("3 months", "2026-09-05"),
        ]

    @pytest.mark.parametrize(
        ("clock", "event", "said"),
        [
            ("private-fostering-next-visit", "aware", "SI 2005/1533, reg 8(1)(a)"),
            ("looked-after-next-visit", "placed", "SI 2010/959, reg 28(2)"),
        ],
    )
    def test_that_comes_first_is_that_of_the_first_year(
        self, clock: str, event: str, said: str
    ) -> None:
        found = shelf.clock(clock)
        assert found.changes_rate == found.event(event)
        first = shelf.rule(found.lengths[0])[-1]
        assert "in the first year" in str(first.applies)
        assert str(first.source) == said
        assert str(found.event(event)).endswith("(the rate changes 1 year later)")


class TestPeriods:
    """Legislation 7, D4: periods that begin with the day of implementation."""

    @pytest.mark.parametrize(
        ("last_published", "due"),
        [
            ("2019-09-29", "2021-09-28"),
            ("2020-09-28", "2021-09-28"),
            ("2020-09-29", "2022-09-28"),
            ("2023-01-31", "2024-09-28"),
        ],
    )
    def test_ask_for_the_next_one(self, last_published: str, due: str) -> None:
        found = deadline(
            "yearly-report", implemented="2019-09-29", last_published=last_published
        )
        assert found.due == date.fromisoformat(due)

    @pytest.mark.parametrize("recurrence", list(PeriodsFrom))
    @pytest.mark.parametrize("event", ["implemented", "last_published"])
    def test_run_from_the_one_event_that_is_known(
        self, event: str, recurrence: PeriodsFrom
    ) -> None:
        way = Convention(recurrence=recurrence)
        events = {event: "2020-05-01"}
        found = deadline("yearly-report", reading=way, **events)  # type: ignore[arg-type] # days
        assert found.due == date(2021, 5, 1)

    @pytest.mark.parametrize(
        ("last_visit", "due"),
        [
            ("2026-01-01", "2026-02-28"),
            ("2026-01-31", "2026-02-28"),
            ("2026-12-15", "2027-01-31"),
            ("2028-01-31", "2028-02-29"),
        ],
    )
    def test_of_a_month_end_with_the_next_month(
        self, last_visit: str, due: str
    ) -> None:
        """Legislation 7, D10."""
        found = deadline("children-home-visit", last_visit=last_visit)
        assert found.due == date.fromisoformat(due)

    @pytest.mark.parametrize(
        ("year_end", "due"),
        [("2026-03-31", "2026-09-30"), ("2026-09-30", "2027-09-30")],
    )
    def test_of_a_year_end_on_its_day(self, year_end: str, due: str) -> None:
        found = deadline("yearly-report-by-september", year_end=year_end)
        assert found.due == date.fromisoformat(due)


def test_a_period_from_29_february_ends_with_february() -> None:
    """As any time of months does; section 16J names no other end."""
    found = deadline(
        "yearly-report",
        implemented="2024-02-29",
        last_published="2024-06-01",
        reading="fixed-periods",
    )
    assert found.due == date(2026, 2, 28)


def test_a_due_day_has_to_be_covered_where_working_days_are_counted() -> None:
    with pytest.raises(CoverageError):
        deadline("core-group", conference="2040-12-24")
    found = deadline("quality-of-care-report", completed="2040-12-24")
    assert found.due == date(2041, 1, 21)
