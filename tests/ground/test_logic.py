"""Three answers, a fact with its source, and no truth that Python could guess."""

from typing import Any

import pytest

from masa.ground.errors import FactError, KindError, TruthError
from masa.ground.logic import Answer, Fact, WhyUnknown
from masa.ground.sources import Source

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
WITHHELD: dict[str, Any] = {"answer": None, "why": WhyUnknown.WITHHELD}


class TestAnswer:
    @pytest.mark.parametrize(
        ("one", "other", "both", "either"),
        [
            pytest.param(YES, YES, YES, YES, id="yes with yes"),
            pytest.param(YES, UNKNOWN, UNKNOWN, YES, id="yes with unknown"),
            pytest.param(YES, NO, NO, YES, id="yes with no"),
            pytest.param(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, id="unknown with itself"),
            pytest.param(UNKNOWN, NO, NO, UNKNOWN, id="unknown with no"),
            pytest.param(NO, NO, NO, NO, id="no with no"),
        ],
    )
    def test_combines_by_kleenes_table(
        self, one: Answer, other: Answer, both: Answer, either: Answer
    ) -> None:
        assert one & other is both
        assert one | other is either

    @pytest.mark.parametrize(("one", "other"), [(YES, NO), (NO, YES), (UNKNOWN,) * 2])
    def test_has_an_opposite(self, one: Answer, other: Answer) -> None:
        assert ~one is other

    def test_of_no_answers_at_all(self) -> None:
        assert Answer.all_of(()) is YES
        assert Answer.any_of(()) is NO

    @pytest.mark.parametrize(
        ("value", "answer"),
        [
            pytest.param(True, YES, id="True is yes"),
            pytest.param(False, NO, id="False is no"),
            pytest.param(None, UNKNOWN, id="nothing is unknown"),
            pytest.param(YES, YES, id="an answer is itself"),
            pytest.param(Fact(NO), NO, id="a fact gives its answer"),
        ],
    )
    def test_is_made_of_what_may_stand_for_one(
        self, value: object, answer: Answer
    ) -> None:
        assert Answer.of(value) is answer

    @pytest.mark.parametrize("value", ["no", "yes", 0, 1, 1.0, (), "", WhyUnknown])
    def test_is_made_of_nothing_else(self, value: object) -> None:
        with pytest.raises(KindError, match="is not an answer"):
            Answer.of(value)

    @pytest.mark.parametrize("answer", Answer)
    def test_has_no_truth(self, answer: Answer) -> None:
        with pytest.raises(TruthError, match=answer.value):
            bool(answer)

    def test_prints_as_a_word_and_shows_as_code(self) -> None:
        assert str(UNKNOWN) == "unknown"
        assert repr(UNKNOWN) == "Answer.UNKNOWN"


class TestFact:
    def test_is_unknown_unless_it_is_said(self) -> None:
        assert Fact() == Fact(UNKNOWN)
        assert Fact().answer is UNKNOWN

    @pytest.mark.parametrize("answer", Answer)
    def test_has_no_truth(self, answer: Answer) -> None:
        with pytest.raises(TruthError, match="is not true or false"):
            bool(Fact(answer))

    def test_prints_its_answer_and_why_it_is_unknown(self) -> None:
        assert str(Fact(YES, source=Source("7"))) == "yes"
        assert str(Fact(**WITHHELD)) == "unknown: withheld"
        assert repr(WhyUnknown.WITHHELD) == "WhyUnknown.WITHHELD"

    @pytest.mark.parametrize("answer", [True, False, YES, NO])
    def test_that_is_known_has_no_reason_for_being_unknown(
        self, answer: object
    ) -> None:
        with pytest.raises(FactError, match="cannot be withheld"):
            Fact(**WITHHELD | {"answer": answer})

    @pytest.mark.parametrize("part", [{"why": "lost"}, {"source": 7}, {"answer": "no"}])
    def test_takes_no_part_of_another_kind(self, part: dict[str, Any]) -> None:
        with pytest.raises(TypeError):
            Fact(**part)

    @pytest.mark.parametrize("value", [True, YES, Fact(YES)])
    def test_is_made_of_what_may_stand_for_one(self, value: object) -> None:
        assert Fact.of(value) == Fact(YES)

    def test_that_is_given_stays_with_its_source(self) -> None:
        fact = Fact(YES, source=Source("7"))
        assert Fact.of(fact) is fact

    def test_is_made_of_nothing_else(self) -> None:
        with pytest.raises(KindError):
            Fact.of("yes")
