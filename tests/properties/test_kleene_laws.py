"""Answers combine by Kleene's strong rules, and none of them is true by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masa.ground.criteria import all_of, is_so
from masa.ground.errors import TruthError
from masa.ground.findings import Finding
from masa.ground.logic import Answer, Fact

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES

answers = st.sampled_from(Answer)
facts = st.builds(Fact, answers)


def _completions(answer: Answer) -> set[Answer]:
    """Give the answers that it may turn out to be."""
    return {NO, YES} if answer is UNKNOWN else {answer}


class TestKleene:
    """Kleene's strong three-valued logic."""

    @given(answers, answers)
    def test_commutes(self, one: Answer, other: Answer) -> None:
        assert one & other is other & one
        assert one | other is other | one

    @given(answers, answers, answers)
    def test_associates(self, one: Answer, two: Answer, three: Answer) -> None:
        assert (one & two) & three is one & (two & three)
        assert (one | two) | three is one | (two | three)

    @given(answers, answers, answers)
    def test_distributes(self, one: Answer, two: Answer, three: Answer) -> None:
        assert one & (two | three) is (one & two) | (one & three)
        assert one | (two & three) is (one | two) & (one | three)

    @given(answers, answers)
    def test_obeys_de_morgan(self, one: Answer, other: Answer) -> None:
        assert ~(one & other) is ~one | ~other
        assert ~(one | other) is ~one & ~other

    @given(answers)
    def test_the_opposite_of_the_opposite_is_the_same(self, answer: Answer) -> None:
        assert ~~answer is answer
        assert answer & answer is answer | answer is answer

    @given(answers, answers)
    def test_absorbs(self, one: Answer, other: Answer) -> None:
        assert one & (one | other) is one | (one & other) is one

    @given(st.lists(answers))
    def test_of_many_is_the_fold_of_two(self, many: list[Answer]) -> None:
        both, either = YES, NO
        for answer in many:
            both, either = both & answer, either | answer
        assert Answer.all_of(many) is both
        assert Answer.any_of(many) is either

    @given(answers, answers)
    def test_settles_only_what_every_completion_says(
        self, one: Answer, other: Answer
    ) -> None:
        pairs = [(a, b) for a in _completions(one) for b in _completions(other)]
        for joined, whole in (
            (one & other, {YES if (a, b) == (YES, YES) else NO for a, b in pairs}),
            (one | other, {YES if YES in {a, b} else NO for a, b in pairs}),
        ):
            assert _completions(joined) == whole

    @given(answers, answers, st.booleans())
    def test_learning_more_never_turns_yes_into_no(
        self, one: Answer, other: Answer, learnt: object
    ) -> None:
        later = Answer.of(learnt) if one is UNKNOWN else one
        for before, after in (
            (one & other, later & other),
            (one | other, later | other),
            (~one, ~later),
        ):
            assert before in (after, UNKNOWN)


class TestTruth:
    """The truth of an answer or a finding raises."""

    @given(answers)
    def test_of_an_answer(self, answer: Answer) -> None:
        with pytest.raises(TruthError):
            bool(answer)

    @given(answers)
    def test_of_a_finding(self, answer: Answer) -> None:
        finding: Finding = all_of("so", is_so("fact", "so")).judge({"fact": answer})
        with pytest.raises(TruthError):
            bool(finding)

    @given(facts)
    def test_a_fact_gives_its_answer(self, fact: Fact) -> None:
        assert Answer.of(fact) is fact.answer
        assert Answer.of(fact.answer) is fact.answer
