"""How often: the words that are read, how often in a year, what may be meant."""

import pytest

from masa.ground.errors import MasaError, RangeError
from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.model.frequencies import Frequency, Pace, Rhythm

EVERY_TWO_MONTHS = Pace(every=2, unit=Rhythm.MONTH)
TWICE_A_MONTH = Pace(times=2, unit=Rhythm.MONTH)


@pytest.mark.parametrize(
    ("words", "per_year", "written"),
    [
        ("daily", "365 to 366", "daily"),
        ("weekly", "52 to 53", "weekly"),
        ("fortnightly", "26 to 27", "fortnightly"),
        ("every 6 weeks", "8 to 9", "every 6 weeks"),
        ("monthly", "12", "monthly"),
        ("Monthly", "12", "monthly"),
        ("quarterly", "4", "quarterly"),
        ("every three months", "4", "quarterly"),
        ("half-yearly", "2", "half-yearly"),
        ("yearly", "1", "yearly"),
        ("annually", "1", "yearly"),
        ("annual", "1", "yearly"),
        ("biennially", "0 to 1", "biennially"),
        ("termly", "unknown", "termly"),
        ("half-termly", "unknown", "half-termly"),
        ("3 times a year", "3", "3 times a year"),
        ("four times per year", "4", "4 times a year"),
        ("twice a month", "24", "twice a month"),
        ("once a week", "52 to 53", "weekly"),
        ("twice every 2 weeks", "52 to 53", "twice every 2 weeks"),
        ("at least quarterly", "at least 4", "at least quarterly"),
        ("at most 4 times a year", "0 to 4", "at most 4 times a year"),
        (
            "at most quarterly and when needed",
            "unknown",
            "at most quarterly and when needed",
        ),
        ("4 to 6 times a year", "4, 5 or 6", "4 to 6 times a year"),
        ("4 or 6 times a year", "4 or 6", "4 times a year or 6 times a year"),
        ("1 to 2 times every 2 months", "6 or 12", "1 to 2 times every 2 months"),
        ("1 or 2 times a month", "12 or 24", "1 to 2 times a month"),
        (
            "quarterly and when needed",
            "at least 4",
            "quarterly and when needed",
        ),
        ("bi-monthly", "6 or 24", "bi-monthly"),
        ("bimonthly", "6 or 24", "bi-monthly"),
        ("bi-annually", "0 to 2", "bi-annually"),
        ("bi-weekly", "26 to 106", "bi-weekly"),
        ("monthly or quarterly", "4 or 12", "monthly or quarterly"),
        ("monthly, quarterly or weekly", "4 to 53", "monthly, quarterly or weekly"),
        ("as needed", "unknown", "when needed"),
        ("when required", "unknown", "when needed"),
        ("regularly", "unknown", "regularly"),
        ("at least regularly", "unknown", "at least regularly"),
    ],
)
def test_words_are_read_counted_and_written(
    words: str, per_year: str, written: str
) -> None:
    frequency = Frequency.from_text(words)
    assert str(frequency.per_year) == per_year
    assert frequency.written() == written
    assert Frequency.from_text(written) == frequency


@pytest.mark.parametrize(
    "words",
    [
        "",
        "often",
        "every umpteen weeks",
        "x times a year",
        "every 0 weeks",
        "0 times a year",
        "every 1001 weeks",
        "every 10000000000000 weeks",
        "every 2 fortnights",
        "at least",
        "at least when needed",
        "monthly quarterly",
        "6 to 4 times a year",
        "1 to 17 times a year",
        "4 to many times a year",
        "² times a year",
    ],
)
def test_what_is_no_frequency_is_refused(words: str) -> None:
    with pytest.raises(RangeError):
        Frequency.from_text(words)


def test_both_readings_of_an_ambiguous_word_are_kept_and_shown() -> None:
    both = Frequency.from_text("bi-monthly")
    assert both.readings == (EVERY_TWO_MONTHS, TWICE_A_MONTH)
    assert str(both) == "bi-monthly (every 2 months or twice a month)"


def test_a_plain_frequency_is_shown_as_it_is_written() -> None:
    assert str(Frequency.from_text("every 6 weeks")) == "every 6 weeks"
    assert str(TWICE_A_MONTH) == "twice a month"


def test_very_many_times_are_read_back() -> None:
    often = Frequency(readings=(Pace(times=1000, every=999, unit=Rhythm.DAY),))
    assert Frequency.from_text(often.written()) == often


def test_readings_of_certain_numbers_give_these_numbers() -> None:
    assert Frequency.from_text("bi-monthly").per_year == Count.one_of(6, 24)


@pytest.mark.parametrize(
    ("times", "every", "fault"),
    [
        (0, 1, "nothing recurs zero times"),
        (1, 0, "every zero spans"),
        (1001, 1, "1001 is out of range"),
        (1, 1001, "1001 is out of range"),
    ],
)
def test_nothing_recurs_never_or_too_often_to_be_meant(
    times: int, every: int, fault: str
) -> None:
    with pytest.raises(RangeError, match=fault):
        Pace(times=times, every=every, unit=Rhythm.WEEK)


def test_a_pace_of_the_wrong_kind_names_its_field() -> None:
    with pytest.raises(MasaError) as caught:
        Pace(unit="fortnight")  # type: ignore[arg-type] # wrong on purpose
    assert caught.value.field == "Pace.unit"


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        ("quarterly", "monthly", Answer.NO),
        ("quarterly and when needed", "monthly", Answer.NO),
        ("bi-monthly", "monthly", Answer.NO),
        ("bi-monthly", "every 2 months", Answer.UNKNOWN),
        ("at least quarterly", "monthly", Answer.UNKNOWN),
        ("at least monthly", "quarterly", Answer.NO),
        ("at least monthly", "at least quarterly", Answer.UNKNOWN),
        ("4 times a year", "quarterly", Answer.UNKNOWN),
        ("termly", "monthly", Answer.UNKNOWN),
        ("regularly", "monthly", Answer.UNKNOWN),
        ("when needed", "yearly", Answer.UNKNOWN),
    ],
)
def test_two_frequencies_may_mean_the_same(one: str, two: str, answer: Answer) -> None:
    this, that = Frequency.from_text(one), Frequency.from_text(two)
    assert this.may_mean(that) is answer
    assert that.may_mean(this) is answer


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        ("at most 4 times a year", "monthly", Answer.NO),
        ("at most monthly", "4 times a year", Answer.UNKNOWN),
        ("at most 4 times a year", "at least monthly", Answer.NO),
        ("4 to 6 times a year", "5 times a year", Answer.UNKNOWN),
        ("4 or 6 times a year", "5 times a year", Answer.NO),
    ],
)
def test_bounds_exclude_only_what_lies_outside_them(
    one: str, two: str, answer: Answer
) -> None:
    first, second = Frequency.from_text(one), Frequency.from_text(two)
    assert first.may_mean(second) is second.may_mean(first) is answer


def test_no_frequency_is_both_the_least_and_the_most() -> None:
    with pytest.raises(RangeError, match="4 to 6 times a year"):
        Frequency(at_least=True, at_most=True)


PACES = [
    Pace(times=times, every=every, unit=unit)
    for times in (1, 2, 3)
    for every in (1, 2, 3)
    for unit in Rhythm
]


@pytest.mark.parametrize("one", PACES, ids=str)
def test_any_two_paces_are_read_back(one: Pace) -> None:
    for other in PACES:
        often = Frequency(readings=(one, other) if other != one else (one,))
        assert Frequency.from_text(often.written()) == often
