"""Which arrangement covers an area is the same however it is asked."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa.ground.logic import Answer
from masa.strategies import atlases

AREA = st.sampled_from(["Dorset", "BCP Council", "Barnet"])
DAYS = st.dates(date(2017, 1, 1), date(2028, 12, 31))
some = settings(max_examples=40)


class TestSpans:
    """Days in a row tell the same as each day alone."""

    @some
    @given(atlases(), AREA, DAYS, st.integers(0, 3000), st.data())
    def test_say_of_every_day_what_is_said_of_it_alone(
        self, atlas: masa.Atlas, area: str, start: date, days: int, data: st.DataObject
    ) -> None:
        end = start + timedelta(days=days)
        spans = atlas.spans(area, start=start, end=end)
        asked = start + timedelta(days=data.draw(st.integers(0, days)))
        (span,) = [one for one in spans if one.first <= asked <= one.last]
        alone = atlas.covering(area, on=asked)
        assert (span.sure, span.perhaps) == (alone.sure, alone.perhaps)
        assert span.is_covered is alone.answer

    @some
    @given(atlases(), AREA, DAYS, st.integers(0, 3000))
    def test_follow_one_another_without_a_day_between(
        self, atlas: masa.Atlas, area: str, start: date, days: int
    ) -> None:
        end = start + timedelta(days=days)
        spans = atlas.spans(area, start=start, end=end)
        assert (spans.spans[0].first, spans.spans[-1].last) == (start, end)
        for one, two in pairwise(spans):
            assert two.first - one.last == timedelta(days=1)
            assert (one.sure, one.perhaps) != (two.sure, two.perhaps)
        assert spans.gaps == tuple(s for s in spans if s.is_covered is not Answer.YES)


class TestAtlases:
    """The order of the arrangements decides nothing."""

    @some
    @given(atlases(), AREA, DAYS)
    def test_answer_alike_in_any_order(
        self, atlas: masa.Atlas, area: str, on: date
    ) -> None:
        turned = masa.Atlas(reversed(atlas.arrangements))
        assert turned == atlas
        found, again = (one.covering(area, on=on) for one in (atlas, turned))
        assert set(found.covers) == set(again.covers)
        assert {(one.before, len(one.after)) for one in atlas.successions} == {
            (one.before, len(one.after)) for one in turned.successions
        }

    @some
    @given(atlases(max_size=0))
    def test_of_nothing_cover_nothing(self, atlas: masa.Atlas) -> None:
        assert atlas.covering("Barnet", on="2020-01-01").answer is Answer.NO
        with pytest.raises(masa.UnknownNameError):
            atlas["barnet"]
