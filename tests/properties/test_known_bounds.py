"""Counts and statements promise nothing that some source could belie."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from masa.ground.dates import When
from masa.ground.errors import UnsettledError
from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.ground.stated import Absence, Standing, Stated, Statement

OPEN_BY = 3
small = st.integers(0, 20)
counts = st.one_of(
    st.builds(Count.exactly, small),
    st.lists(small, min_size=1, max_size=6).map(lambda many: Count.one_of(*many)),
    st.builds(lambda low, more: Count(low, low + more), small, st.integers(0, 5)),
    st.builds(Count, small),
    st.builds(Count.unknown, st.sampled_from(["the chair", "the deputy"])),
)


def completions(count: Count) -> list[int]:
    """Give the numbers that it can be; an open end is followed a little way."""
    if count.readings:
        return list(count.readings)
    most = count.least + OPEN_BY if count.most is None else count.most
    return list(range(count.least, most + 1))


def admits(count: Count, number: int) -> bool:
    """Say whether it can be this number."""
    if count.readings:
        return number in count.readings
    return number >= count.least and (count.most is None or number <= count.most)


class TestCounts:
    """A count is known within bounds, and so is a sum of counts."""

    @given(counts, counts)
    def test_a_sum_admits_the_sum_of_any_two_numbers(
        self, one: Count, two: Count
    ) -> None:
        whole = one + two
        for a in completions(one):
            for b in completions(two):
                assert admits(whole, a + b)

    @given(counts, counts)
    def test_a_sum_is_no_wider_than_it_must_be(self, one: Count, two: Count) -> None:
        whole = one + two
        assert whole.least == one.least + two.least
        open_ended = one.most is None or two.most is None
        assert (whole.most is None) == open_ended
        if one.most is not None and two.most is not None:
            assert whole.most == one.most + two.most
        for number in whole.readings:
            pairs = ((a, b) for a in completions(one) for b in completions(two))
            assert number in {a + b for a, b in pairs}

    @given(counts, counts)
    def test_a_sum_forgets_nothing_that_is_not_stated(
        self, one: Count, two: Count
    ) -> None:
        assert set((one + two).not_stated) == {*one.not_stated, *two.not_stated}
        assert one + two == Count(
            (two + one).least,
            (two + one).most,
            (two + one).readings,
            (one + two).not_stated,
        )


dates = st.none() | st.integers(1, 4)
values: st.SearchStrategy[str | Absence] = st.sampled_from(
    ["a", "b", Absence.NONE, Absence.UNKNOWN]
)


def _day(number: int | None) -> When | None:
    return None if number is None else When.on_day(date(2019, 10, number))


@st.composite
def statements(draw: st.DrawFn) -> Statement[str]:
    """Draw a statement, sometimes of certain days only."""
    since, until = draw(dates), draw(dates)
    if since is not None and until is not None and since > until:
        since, until = until, since
    return Statement(
        value=draw(values),
        standing=draw(st.sampled_from(Standing)),
        since=_day(since),
        until=_day(until),
    )


facts = st.lists(statements(), max_size=4).map(lambda said: Stated(tuple(said)))


def _settled(fact: Stated[str]) -> list[Statement[str]]:
    holding = {Standing.IN_FORCE, Standing.AGREED}
    return [
        said
        for said in fact.statements
        if said.standing in holding and said.value is not Absence.UNKNOWN
    ]


def _days(said: Statement[str]) -> set[date]:
    first = said.since.earliest if said.since else None
    last = said.until.latest if said.until else None
    every = [date(2019, 9, 30), *(date(2019, 10, n) for n in range(1, 6))]
    return {
        on
        for on in every
        if (first is None or on >= first) and (last is None or on <= last)
    }


class TestStated:
    """A fact is what its sources state, and no winner is picked."""

    @given(facts)
    def test_settled_and_open_share_out_the_statements(self, fact: Stated[str]) -> None:
        assert list(fact.settled) == _settled(fact)
        assert [s for s in fact.statements if s not in fact.settled] == list(fact.open)

    @given(facts)
    def test_values_are_all_that_are_given(self, fact: Stated[str]) -> None:
        given_ = [s.value for s in fact.statements if isinstance(s.value, str)]
        assert sorted(fact.values) == sorted(set(given_))
        assert [given_.index(value) for value in fact.values] == sorted(
            given_.index(value) for value in fact.values
        )

    @given(facts, st.sampled_from(["a", "b", "c"]))
    def test_says_what_every_settled_statement_says(
        self, fact: Stated[str], value: str
    ) -> None:
        said = {s.value for s in _settled(fact)}
        if not said:
            expected = Answer.UNKNOWN
        elif value not in said:
            expected = Answer.NO
        else:
            expected = Answer.YES if len(said) == 1 else Answer.UNKNOWN
        assert fact.says(value) is expected

    @given(facts)
    def test_conflict_is_two_settled_values_on_one_day(self, fact: Stated[str]) -> None:
        settled = _settled(fact)
        clash = any(
            one.value != two.value and _days(one) & _days(two)
            for one in settled
            for two in settled
        )
        assert fact.conflict is Answer.of(clash)

    @given(facts)
    def test_only_is_the_one_settled_value_or_says_why_not(
        self, fact: Stated[str]
    ) -> None:
        said = {s.value for s in _settled(fact)}
        told = {s.value for s in fact.statements} - {Absence.UNKNOWN}
        try:
            only = fact.only
        except UnsettledError as error:
            clash = fact.conflict is Answer.YES
            several = "contradiction" if clash else "not settled"
            expected = {0: "not settled" if told else "not stated", 1: "none"}
            assert error.reason == expected.get(len(said), several)  # noqa: PT017 (or it is given)
            assert said != {"a"}
            assert said != {"b"}
        else:
            assert said == {only}
            assert fact.says(only) is Answer.YES

    @given(facts, facts)
    def test_joining_loses_nothing(self, one: Stated[str], two: Stated[str]) -> None:
        assert (one | two).statements == one.statements + two.statements
        if one.conflict is Answer.YES:
            assert (one | two).conflict is Answer.YES
