"""Dates answer exactly what every day that they can mean would answer."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from operator import eq, ge, gt, le, lt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masa.ground.dates import When
from masa.ground.logic import Answer
from masa.ground.periods import Period

FIRST = date(2019, 9, 29)
SPAN = 4
WINDOW = range(-3, SPAN + 3)
Compare = Callable[[When, When], Answer]
COMPARED: list[tuple[Compare, Callable[[int, int], bool]]] = [
    (When.before, lt),
    (When.on_or_before, le),
    (When.is_on, eq),
    (When.on_or_after, ge),
    (When.after, gt),
]
Bounds = tuple[int | None, int | None]


def day(number: int) -> date:
    """Give a day near the turn of a month by its number."""
    return FIRST + timedelta(days=number)


def when(bounds: Bounds) -> When:
    """Make a date of the numbers of its bounds."""
    return When(*(None if number is None else day(number) for number in bounds))


def meanings(bounds: Bounds | None, unbounded: int) -> list[int]:
    """Give every day that it can mean; an open end reaches to the window's end."""
    if bounds is None:
        return [unbounded]
    low, high = bounds
    first = WINDOW[0] if low is None else low
    last = WINDOW[-1] if high is None else high
    return list(range(first, last + 1))


def every_bounds() -> Iterator[Bounds]:
    """Yield every pair of bounds in a few days, open ends included."""
    ends = [None, *range(SPAN)]
    for low in ends:
        for high in ends:
            if low is None or high is None or low <= high:
                yield low, high


def answered(verdicts: set[bool]) -> Answer:
    """Answer as all of them do, if they agree."""
    return Answer.UNKNOWN if len(verdicts) == 2 else Answer.of(next(iter(verdicts)))


ends = st.sampled_from([None, *range(SPAN)])
bounds = st.tuples(ends, ends).filter(
    lambda pair: pair[0] is None or pair[1] is None or pair[0] <= pair[1]
)
known = st.integers(0, SPAN - 1).map(lambda number: (number, number))


@st.composite
def periods(
    draw: st.DrawFn, dates: st.SearchStrategy[tuple[int | None, int | None]] = bounds
) -> tuple[Period, list[tuple[int, int]]]:
    """Draw a period and every first and last day that it can have."""
    start, end = draw(st.none() | dates), draw(st.none() | dates)
    spans = [
        (first, last)
        for first in meanings(start, WINDOW[0] - 1)
        for last in meanings(end, WINDOW[-1] + 1)
        if first <= last
    ]
    if not spans:
        start, spans = None, [(WINDOW[0] - 1, last) for _, last in _ends(end)]
    made = Period(start=start and when(start), end=end and when(end))
    return made, spans


def _ends(end: Bounds | None) -> list[tuple[int, int]]:
    return [(last, last) for last in meanings(end, WINDOW[-1] + 1)]


class TestComparing:
    """The answer is unknown only where two days would answer differently."""

    @pytest.mark.parametrize(
        ("compare", "reference"), COMPARED, ids=[c.__name__ for c, _ in COMPARED]
    )
    def test_is_sound_and_exact(
        self, compare: Compare, reference: Callable[[int, int], bool]
    ) -> None:
        for one in every_bounds():
            for two in every_bounds():
                verdicts = {
                    reference(a, b) for a in meanings(one, 0) for b in meanings(two, 0)
                }
                answer = compare(when(one), when(two))
                assert answer is answered(verdicts), (one, two)

    @pytest.mark.parametrize(
        ("compare", "reference"), COMPARED, ids=[c.__name__ for c, _ in COMPARED]
    )
    def test_with_a_day_is_sound_and_exact(
        self,
        compare: Callable[[When, date], Answer],
        reference: Callable[[int, int], bool],
    ) -> None:
        for one in every_bounds():
            for number in range(SPAN):
                verdicts = {reference(a, number) for a in meanings(one, 0)}
                answer = compare(when(one), day(number))
                assert answer is answered(verdicts), (one, number)


class TestPeriods:
    """A settled answer holds for every first and last day."""

    @given(periods(), st.integers(0, SPAN - 1))
    def test_covers_is_sound(
        self, drawn: tuple[Period, list[tuple[int, int]]], number: int
    ) -> None:
        period, spans = drawn
        verdicts = {first <= number <= last for first, last in spans}
        answer = period.covers(day(number))
        assert answer in (answered(verdicts), Answer.UNKNOWN)

    @given(periods(), periods())
    def test_overlaps_is_sound(
        self,
        one: tuple[Period, list[tuple[int, int]]],
        two: tuple[Period, list[tuple[int, int]]],
    ) -> None:
        verdicts = {max(a[0], b[0]) <= min(a[1], b[1]) for a in one[1] for b in two[1]}
        answer = one[0].overlaps(two[0])
        assert answer in (answered(verdicts), Answer.UNKNOWN)
        assert two[0].overlaps(one[0]) is answer

    @given(periods(known), periods(known), st.integers(0, SPAN - 1))
    def test_of_known_days_is_exact(
        self,
        one: tuple[Period, list[tuple[int, int]]],
        two: tuple[Period, list[tuple[int, int]]],
        number: int,
    ) -> None:
        (first, last), (begin, end) = one[1][0], two[1][0]
        assert one[0].covers(day(number)) is Answer.of(first <= number <= last)
        overlap = max(first, begin) <= min(last, end)
        assert one[0].overlaps(two[0]) is Answer.of(overlap)
