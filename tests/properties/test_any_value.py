"""Whatever can be made can be compared, copied, pickled, printed and shown."""

import copy
import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.strategies import frequencies

SHOWN = [
    kind
    for kind in (getattr(masa, name) for name in dir(masa))
    if isinstance(kind, type) and issubclass(kind, Shown) and kind is not masa.Report
]
BRIEF = {
    masa.Allocation,
    masa.Arrangement,
    masa.Atlas,
    masa.BudgetComparison,
    masa.Case,
    masa.CaseCheck,
    masa.Checklist,
    masa.Chronology,
    masa.Clock,
    masa.ClockCatalogue,
    masa.CoverSpans,
    masa.Coverage,
    masa.ComparedThing,
    masa.Comparison,
    masa.Criterion,
    masa.Deadline,
    masa.DecisionTable,
    masa.DueDayMove,
    masa.Governance,
    masa.FundingMeasures,
    masa.FundingScenario,
    masa.FundingYear,
    masa.FundingYears,
    masa.LackList,
    masa.LimitDue,
    masa.LawChange,
    masa.LawChanges,
    masa.MoneyChecks,
    masa.Notification,
    masa.Notifications,
    masa.Outcome,
    masa.Performance,
    masa.Preparation,
    masa.PreparationStep,
    masa.Remarks,
    masa.Provision,
    masa.PublicationWindow,
    masa.Questions,
    masa.LocalReview,
    masa.NationalReview,
    masa.OwedList,
    masa.Performance,
    masa.Provision,
    masa.PublicationWindow,
    masa.RapidReview,
    masa.StatuteBook,
    masa.Survey,
    masa.Timeline,
    masa.TimelineEntry,
    masa.WaitingClock,
    masa.Weighing,
    masa.WorkingCalendar,
}
NAMES = {name: getattr(masa, name) for name in dir(masa)} | {
    "Decimal": Decimal,
    "Fraction": Fraction,
    "datetime": dt,
}


class TestAnyValue:
    """Values are frozen, hashable, picklable and printable."""

    @pytest.mark.parametrize("kind", SHOWN)
    @settings(max_examples=15)
    @given(data=st.data())
    def test_can_be_copied_printed_and_shown(
        self, kind: type[Shown], data: st.DataObject
    ) -> None:
        value = data.draw(st.from_type(kind))
        copies_are_equal_and_hash_equally(value)
        if kind not in BRIEF:
            repr_is_the_python_that_makes_it(value)
        is_shown_in_every_way(value)


def copies_are_equal_and_hash_equally(value: Shown) -> None:
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 (made by this test)
    for other in (copy.copy(value), copy.deepcopy(value), again):
        assert other == value
        assert hash(other) == hash(value)


def repr_is_the_python_that_makes_it(value: Shown) -> None:
    assert eval(repr(value), dict(NAMES)) == value  # noqa: S307 (our own repr)


def is_shown_in_every_way(value: Shown) -> None:
    assert isinstance(str(value), str)
    assert isinstance(value.to_text(), str)
    assert isinstance(value.to_markdown(), str)
    assert "<script" not in value.to_html()
    for record in value.to_records():
        assert all(isinstance(cell, str) for cell in record.values())


class TestFrequencies:
    """How often something happens is known within bounds, with every reading kept."""

    @given(frequencies())
    def test_is_read_back_as_it_is_written(self, frequency: masa.Frequency) -> None:
        assert masa.Frequency.from_text(frequency.written()) == frequency

    @given(frequencies(), frequencies())
    def test_may_mean_the_same_in_either_order(
        self, one: masa.Frequency, two: masa.Frequency
    ) -> None:
        assert one.may_mean(two) is two.may_mean(one)
        assert one.may_mean(two) is not Answer.YES

    @given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 40), st.data())
    def test_the_bounds_hold_every_year_that_can_be(
        self, times: int, every: int, offset: int, data: st.DataObject
    ) -> None:
        unit = data.draw(st.sampled_from([masa.Rhythm.MONTH, masa.Rhythm.YEAR]))
        spans = 12 if unit is masa.Rhythm.MONTH else 1
        pace = masa.Pace(times=times, every=every, unit=unit)
        # The n-th of evenly spread meetings is in the span n * every // times.
        start = offset * spans
        meetings = (n * every // times for n in range((start + spans) * times + 1))
        held = sum(start <= span < start + spans for span in meetings)
        assert pace.per_year.least <= held <= (pace.per_year.most or 0)


class TestChairings:
    """A chairing that is written as a text is read back from it."""

    @given(strategies.chairings())
    def test_is_read_back_where_it_is_written(self, chair: masa.Chairing) -> None:
        text = chair.written()
        assert text is None or masa.Chairing.from_text(text) == chair

    @given(strategies.chairings(), strategies.chairings())
    def test_may_mean_the_same_in_either_order(
        self, one: masa.Chairing, two: masa.Chairing
    ) -> None:
        assert one.may_mean(two) is two.may_mean(one)


class TestStated:
    """Sources contradict one another in whatever order they are read."""

    @given(strategies.stateds(frequencies() | st.sampled_from(["monthly", "x"])))
    def test_a_conflict_does_not_depend_on_the_order(
        self, fact: masa.Stated[object]
    ) -> None:
        assert masa.Stated(fact.statements[::-1]).conflict is fact.conflict
