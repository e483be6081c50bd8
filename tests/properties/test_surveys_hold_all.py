"""Whatever arrangement there is can be surveyed, dated and asked for its seats."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa.ground.logic import Answer
from masa.strategies import arrangements

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
some = settings(max_examples=40)


class TestSurveys:
    """No fact that is stated is left out, and silence is never a statement."""

    @some
    @given(arrangements())
    def test_hold_every_stated_fact(self, arrangement: masa.Arrangement) -> None:
        found = masa.survey(arrangement)
        said = {fact.said for fact in found}
        for path, stated in arrangement.facts():
            if path[0] != "outside_facts" and path[-1] != "judgement":
                assert str(stated) in said
        assert sum(found.counts.values()) == len(found)
        for fact in found:
            assert fact.state.is_silent is (fact.said is None)
        assert found.to_text()

    @some
    @given(arrangements())
    def test_call_nothing_missing_where_the_text_breaks_off(
        self, arrangement: masa.Arrangement
    ) -> None:
        counts = masa.survey(arrangement).counts
        cut = arrangement.is_truncated is Answer.YES
        silent = masa.FactState.NOT_STATED if cut else masa.FactState.NOT_HELD
        assert not counts[silent]


class TestChronologies:
    """Every date that is stated is given, and what has none comes last."""

    @some
    @given(arrangements())
    def test_hold_every_stated_date(self, arrangement: masa.Arrangement) -> None:
        found = masa.chronology(arrangement)
        dated = [
            statement.value
            for _, statement in arrangement.statements()
            if isinstance(statement.value, masa.When)
        ]
        given_dates = [fact.when for fact in found]
        assert all(when in given_dates for when in dated)
        assert {fact.what for fact in found.on_no_working_day} <= {
            fact.what for fact in found
        }
        assert found.to_text()


class TestMemberships:
    """Whether a seat was held has an answer on any day."""

    @some
    @given(arrangements(), DAYS)
    def test_have_an_answer(self, arrangement: masa.Arrangement, on: date) -> None:
        for one in masa.memberships(arrangement, on=on):
            assert bool(one.finding.needed) is (one.answer is Answer.UNKNOWN)
            assert one.after == masa.successors(arrangement, one.holder)
