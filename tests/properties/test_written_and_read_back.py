"""What is written is read back as the same value."""

import calendar
import pickle
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from masa.ground.citations import Citation
from masa.ground.dates import When
from masa.ground.durations import Duration, Unit
from masa.ground.errors import DocumentError, Fault
from masa.ground.periods import FinancialYear

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def _month_end(value: date) -> date:
    return value.replace(day=calendar.monthrange(value.year, value.month)[1])


firsts = st.one_of(
    days, days.map(lambda d: d.replace(day=1)), days.map(lambda d: date(d.year, 1, 1))
)
lasts = st.one_of(days, days.map(_month_end), days.map(lambda d: date(d.year, 12, 31)))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw a date: often a whole month or year, open at either end, or undated."""
    earliest, latest = draw(st.none() | firsts), draw(st.none() | lasts)
    span = draw(st.sampled_from(["any", "day", "month", "year"]))
    if earliest is not None and span != "any":
        latest = {
            "day": earliest,
            "month": _month_end(earliest),
            "year": date(earliest.year, 12, 31),
        }[span]
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    return When(earliest, latest)


durations = st.builds(Duration, st.integers(0, 10**12), st.sampled_from(Unit))
words = st.text("abcdefgh 0123456789.()", min_size=1, max_size=20).filter(
    lambda text: text == text.strip()
)


class TestDates:
    """`When.from_text` reads what `When.written` and `str` print."""

    @given(whens())
    def test_iso_text_is_read_back(self, when: When) -> None:
        assert When.from_text(when.written()) == when

    @given(whens())
    def test_english_is_read_back(self, when: When) -> None:
        assert When.from_text(str(when)) == when

    @given(st.text(max_size=40) | st.from_regex(r"[0-9./ -]{1,12}", fullmatch=True))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        try:
            when = When.from_text(text)
        except ValueError as error:
            assert type(error).__name__ == "DateError"  # noqa: PT017 (or it is read)
        else:
            assert When.from_text(when.written()) == when


class TestYears:
    """A financial year is named by its two years."""

    @given(st.integers(1900, 2199))
    def test_is_read_back_and_lasts_a_year(self, start: int) -> None:
        year = FinancialYear(start)
        assert FinancialYear.from_text(year.written()) == year
        assert FinancialYear.from_text(str(year)) == year
        following = date(start + 1, 4, 1)
        assert (following - year.last).days == 1
        assert year.first == date(start, 4, 1)


class TestDurations:
    """A duration is a number with a unit, and units never mix."""

    @given(durations)
    def test_is_read_back(self, duration: Duration) -> None:
        assert Duration.from_text(duration.written()) == duration
        assert Duration.from_text(str(duration)) == duration

    @given(durations, durations)
    def test_of_one_unit_only_are_compared(self, one: Duration, two: Duration) -> None:
        try:
            is_less = one < two
        except TypeError:
            assert one.unit is not two.unit
        else:
            assert one.unit is two.unit
            assert is_less is (one.number < two.number)


class TestCitations:
    """A citation is read as it is printed, up to the first comma."""

    @given(
        words | st.just("Legal Aid, Sentencing and Punishment of Offenders Act 2012"),
        st.none() | st.sampled_from(["s.16C(1)", "ss.16A to 16Q", "reg 16", "Sch 2"]),
    )
    def test_is_read_back(self, instrument: str, pinpoint: str | None) -> None:
        citation = Citation(instrument=instrument, pinpoint=pinpoint)
        assert Citation.from_text(str(citation)) == citation


faults = st.builds(
    Fault,
    words,
    remedy=words,
    path=st.lists(words | st.integers(0, 9), max_size=3).map(tuple),
    line=st.none() | st.integers(1, 99),
)


class TestFaults:
    """A group keeps its faults when it is pickled or split."""

    @given(st.lists(faults, min_size=1, max_size=4))
    def test_survive_pickling(self, many: list[Fault]) -> None:
        error = DocumentError("barnet.toml", many)
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 (made by this test)
        assert str(again) == str(error)
        assert all(str(fault) in str(again) for fault in many)

    @given(st.lists(faults, min_size=1, max_size=4))
    def test_are_all_there_after_a_split(self, many: list[Fault]) -> None:
        found, rest = DocumentError("barnet.toml", many).split(
            lambda error: isinstance(error, Fault) and error.line is not None
        )
        halves = [half for half in (found, rest) if half is not None]
        kept = [
            fault
            for half in halves
            if isinstance(half, DocumentError)
            for fault in half.faults
        ]
        assert sorted(map(id, kept)) == sorted(map(id, many))
