"""Every printed date in order, and whether the day is one on which one works."""

from datetime import date

import pytest

import masa

TEXT = """
id = "x"
title = "X"
in_force = { is = "1 October 2019", standing = "proposed", at = "9" }
[[milestones]]
what = "The plan is sent"
when = "by 29 June 2019"
at = "2"
[[milestones]]
what = "Boards end"
standing = "conditional"
condition = "if agreed"
[[milestones]]
what = "A day not told"
when = { unknown = "torn" }
[[groups]]
name = "G"
period = { start = "2018", end = "March 2019" }
meets = [{ is = "monthly", until = "2018" }, { is = "yearly", since = "2019" }]
[[bodies]]
name = "B"
also = [{ is = "Old B", until = "May 2018" }]
ended = "undated"
[[outside_facts]]
id = "o"
about = "the day of the minute"
says = "It was 4 February 2019."
sources = ["a page"]
when = "4 February 2019"
"""
FOUND = masa.chronology(masa.loads(TEXT))


def test_gives_every_date_the_earliest_first() -> None:
    assert list(map(str, FOUND)) == [
        "2018: G, period, begins",
        "2018: G, frequency, monthly, until this day",
        "May 2018: B, other name, Old B, until this day",
        "2019: G, frequency, yearly, since this day",
        "4 February 2019: the day of the minute",
        "March 2019: G, period, ends",
        "by 29 June 2019: The plan is sent",
        "1 October 2019: day from which it is in force",
        "undated: B, ended",
        "Boards end",
        "unknown: torn: A day not told",
    ]


def test_names_the_days_of_what_was_signed_off_sent_and_departed_from() -> None:
    text = """
id = "x"
title = "X"
posts = ["Chief Nurse"]
[[sign_offs]]
document = "annual budget"
by = [{ is = "Chief Nurse", since = "2024" }]
on = "3 March 2025"
[[departures]]
item = "P23-S5"
on = "4 March 2025"
[[reports]]
title = "The year"
period = { start = "1 April 2023", end = "31 March 2024" }
published = "5 March 2025"
copies = [{ to = "The Panel", on = "6 March 2025" }]
"""
    assert list(map(str, masa.chronology(masa.loads(text)))) == [
        "1 April 2023: The year, period, begins",
        "2024: sign-off of the annual budget, by whom, Chief Nurse, since this day",
        "31 March 2024: The year, period, ends",
        "3 March 2025: sign-off of the annual budget",
        "4 March 2025: departure from P23-S5, day",
        "5 March 2025: The year, day of publication",
        "6 March 2025: The year, copy sent to The Panel",
    ]


def test_a_period_may_have_no_end() -> None:
    text = 'id = "x"\ntitle = "X"\n[[groups]]\nname = "G"\nperiod = { start = "2018" }'
    assert list(map(str, masa.chronology(masa.loads(text)))) == [
        "2018: G, period, begins"
    ]


def test_keeps_standing_condition_and_place() -> None:
    records = {row["what"]: row for row in FOUND.to_records()}
    assert records["day from which it is in force"]["standing"] == "proposed"
    assert records["day from which it is in force"]["at"] == "s.9"
    assert records["Boards end"]["condition"] == "if agreed"
    assert records["Boards end"]["when"] == "no date is printed"
    assert records["the day of the minute"]["standing"] == "other sources"
    assert records["The plan is sent"]["earliest"] == ""
    assert records["The plan is sent"]["latest"] == "2019-06-29"
    assert records["Boards end"]["latest"] == ""


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("29 June 2019", date(2019, 6, 29)),
        ("by 29 June 2019", date(2019, 6, 29)),
        ("30 June 2019", date(2019, 6, 30)),
        ("by 30 June 2019", None),
        ("June 2019", None),
        ("by June 2019", None),
        ("from 29 June 2019", None),
        ("undated", None),
    ],
)
def test_knows_a_day_only_where_one_is_printed(when: str, day: date | None) -> None:
    fact = masa.DatedFact(what="x", when=masa.When.from_text(when))
    assert fact.day == day
    assert (fact.day_status is None) is (day is None)


def test_a_day_beyond_the_calendar_is_not_judged() -> None:
    fact = masa.DatedFact(what="x", when=masa.When.on_day("1901-01-01"))
    assert fact.day_status is None
    assert masa.DatedFact(what="x").day is None


def test_names_what_falls_on_no_working_day() -> None:
    (one,) = FOUND.on_no_working_day
    assert (one.what, one.to_records()[0]["day"]) == (
        "The plan is sent",
        "Saturday, not a working day",
    )
    assert [fact.what for fact in FOUND.undated] == [
        "B, ended",
        "Boards end",
        "A day not told",
    ]


def test_shows_itself_as_a_table() -> None:
    assert str(FOUND) == "8 dates, 1 of them on no working day; 3 without a date"
    assert repr(FOUND) == f"<Chronology of 'X': {FOUND}>"
    assert "Tuesday, a working day" in FOUND.to_markdown()
    assert len(FOUND) == 11
    assert "no date is printed." in masa.Chronology(title="Y").to_text()


def test_wants_an_arrangement() -> None:
    with pytest.raises(masa.KindError, match="not an arrangement"):
        masa.chronology("barnet")  # type: ignore[arg-type] # wrong on purpose


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("barnet", []),
        ("croydon", ["2019-09-01"]),
        ("haringey", ["2019-09-29"]),
        ("pan-dorset", ["2019-06-29"]),
        ("somerset", ["2019-06-22", "2019-06-29", "2019-09-29"]),
    ],
)
def test_finds_the_printed_days_that_are_saturdays_and_sundays(
    name: str, days: list[str]
) -> None:
    found = masa.chronology(masa.examples.load(name))
    assert [str(fact.day) for fact in found.on_no_working_day] == days
