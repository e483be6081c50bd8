"""What the sources state of one fact: nothing, once, or differently."""

from decimal import Decimal
from typing import Any

import pytest

from masa.ground.dates import When
from masa.ground.errors import (
    DateError,
    FactError,
    KindError,
    TextError,
    TruthError,
    UnsettledError,
)
from masa.ground.logic import Answer
from masa.ground.periods import Period
from masa.ground.sources import Source
from masa.ground.stated import (
    NOT_STATED,
    Absence,
    Standing,
    Stated,
    Statement,
    stated,
)

NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
QUARTERLY = stated("quarterly", at="7")
MONTHLY = stated("monthly", at="10")
PROPOSED = stated("monthly", standing="proposed")
NONE: Stated[str] = stated(Absence.NONE, at="3")
UNTOLD: Stated[str] = stated(Absence.UNKNOWN)
NOTHING: Stated[str] = Stated()


class Reading:
    """A value that may mean what another means."""

    def __init__(self, answer: object) -> None:
        """Take what it will say."""
        self.answer = answer

    def may_mean(self, _: object) -> object:
        """Say it."""
        return self.answer


class TestStanding:
    @pytest.mark.parametrize("value", [Standing.AGREED, "agreed"])
    def test_is_made_of_its_words(self, value: object) -> None:
        assert Standing.of(value) is Standing.AGREED

    @pytest.mark.parametrize("value", ["Agreed", "", None, 1])
    def test_is_made_of_nothing_else(self, value: object) -> None:
        with pytest.raises(
            KindError, match="write one of: in force, agreed,"
        ) as caught:
            Standing.of(value)
        assert isinstance(caught.value.__cause__, ValueError)

    def test_is_settled_in_force_or_agreed_only(self) -> None:
        assert [s for s in Standing if s.is_settled] == [
            Standing.IN_FORCE,
            Standing.AGREED,
        ]
        assert repr(Standing.IN_FORCE) == "Standing.IN_FORCE"
        assert repr(Absence.NONE) == "Absence.NONE"


class TestStatement:
    @pytest.mark.parametrize(
        ("parts", "printed"),
        [
            pytest.param({"value": 4}, "4", id="a value alone"),
            pytest.param({"value": 4, "at": "7"}, "4 (s.7)", id="with its place"),
            pytest.param(
                {
                    "value": 4,
                    "at": "7",
                    "standing": "proposed",
                    "condition": "if agreed",
                    "since": "2019",
                    "until": "2021",
                },
                "4 (s.7; proposed; if agreed; since 2019 until 2021)",
                id="with all there is to note",
            ),
            pytest.param({"value": 4, "words": "four"}, "4", id="words are not notes"),
            pytest.param({"value": True}, "yes", id="yes as a word"),
            pytest.param({"value": Absence.NONE}, "none", id="that there is none"),
            pytest.param({"value": Absence.UNKNOWN}, "unknown", id="no telling"),
            pytest.param(
                {"value": Absence.UNKNOWN, "words": "tbc", "at": "7"},
                "unknown: tbc (s.7)",
                id="no telling, with the words",
            ),
            pytest.param(
                {"value": Absence.NONE, "words": "no chair"}, "none", id="none is none"
            ),
        ],
    )
    def test_prints_in_english(self, parts: dict[str, Any], printed: str) -> None:
        assert str(Statement(**parts)) == printed

    @pytest.mark.parametrize(
        ("parts", "error"),
        [
            pytest.param({"at": 7}, KindError, id="a place that is no text"),
            pytest.param({"standing": "perhaps"}, KindError, id="no such standing"),
            pytest.param({"condition": ""}, TextError, id="an empty condition"),
            pytest.param({"words": "a\x00"}, TextError, id="hidden words"),
            pytest.param({"since": "soon"}, DateError, id="no such date"),
            pytest.param(
                {"since": "2020", "until": "2019"},
                DateError,
                id="an end before it begins",
            ),
        ],
    )
    def test_refuses_a_wrong_part(
        self, parts: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            Statement(value=4, **parts)

    def test_holds_in_its_period(self) -> None:
        parts: dict[str, Any] = {"value": 4, "since": "2019", "until": "2021"}
        bounds = When.from_text("2019"), When.from_text("2021")
        assert Statement(**parts).period == Period(start=bounds[0], end=bounds[1])

    @pytest.mark.parametrize(
        ("value", "standing", "has_value", "is_settled"),
        [
            (4, Standing.IN_FORCE, True, True),
            (4, Standing.PROPOSED, True, False),
            (Absence.NONE, Standing.AGREED, False, True),
            (Absence.UNKNOWN, Standing.AGREED, False, False),
        ],
    )
    def test_is_settled_if_told_and_holding(
        self,
        value: int | Absence,
        standing: Standing,
        has_value: bool,  # noqa: FBT001 (a column of the table)
        is_settled: bool,  # noqa: FBT001 (a column of the table)
    ) -> None:
        statement = Statement(value=value, standing=standing)
        assert statement.has_value is has_value
        assert statement.is_settled is is_settled


class TestStated:
    def test_prints_every_statement_in_order(self) -> None:
        assert str(QUARTERLY | MONTHLY) == "quarterly (s.7) / monthly (s.10)"
        assert str(NOTHING) == str(NOT_STATED) == "not stated"

    def test_holds_statements_only(self) -> None:
        given: dict[str, Any] = {"statements": ["quarterly"]}
        with pytest.raises(KindError, match="is not a statement"):
            Stated(**given)

    def test_helper_states_every_part(self) -> None:
        parts: dict[str, Any] = {
            "at": Source("7"),
            "standing": Standing.CONDITIONAL,
            "condition": "if agreed",
            "words": "four times",
            "since": When.from_text("2019"),
            "until": When.from_text("2021"),
        }
        assert stated(4, **parts) == Stated((Statement(value=4, **parts),))

    @pytest.mark.parametrize("value", [NOTHING, QUARTERLY, NONE])
    def test_has_no_truth(self, value: Stated[str]) -> None:
        with pytest.raises(TruthError):
            bool(value)

    @pytest.mark.parametrize(
        ("value", "is_stated", "values"),
        [
            pytest.param(NOTHING, False, (), id="nothing"),
            pytest.param(UNTOLD, False, (), id="no telling"),
            pytest.param(NONE, True, (), id="that there is none"),
            pytest.param(PROPOSED, True, ("monthly",), id="a proposal"),
            pytest.param(
                MONTHLY | QUARTERLY | PROPOSED,
                True,
                ("monthly", "quarterly"),
                id="each value once, in order",
            ),
        ],
    )
    def test_gives_its_values(
        self,
        value: Stated[str],
        is_stated: bool,  # noqa: FBT001 (a column of the table)
        values: tuple[str, ...],
    ) -> None:
        assert value.is_stated is is_stated
        assert value.values == values

    def test_divides_the_settled_from_the_open(self) -> None:
        both = UNTOLD | QUARTERLY | PROPOSED | NONE
        assert both.settled == (QUARTERLY | NONE).statements
        assert both.open == (UNTOLD | PROPOSED).statements

    @pytest.mark.parametrize(
        ("value", "answer"),
        [
            pytest.param(NOTHING, UNKNOWN, id="nothing is stated"),
            pytest.param(PROPOSED, UNKNOWN, id="it is only proposed"),
            pytest.param(MONTHLY, YES, id="it is stated"),
            pytest.param(MONTHLY | MONTHLY, YES, id="it is stated twice"),
            pytest.param(MONTHLY | UNTOLD, YES, id="another source does not tell"),
            pytest.param(QUARTERLY, NO, id="another value is stated"),
            pytest.param(QUARTERLY | PROPOSED, NO, id="it is proposed instead"),
            pytest.param(NONE, NO, id="there is none"),
            pytest.param(MONTHLY | QUARTERLY, UNKNOWN, id="it is contradicted"),
        ],
    )
    def test_says_a_value(self, value: Stated[str], answer: Answer) -> None:
        assert value.says("monthly") is answer

    @pytest.mark.parametrize(
        ("value", "conflict"),
        [
            pytest.param(NOTHING, NO, id="nothing"),
            pytest.param(MONTHLY | MONTHLY, NO, id="the same twice"),
            pytest.param(MONTHLY | QUARTERLY, YES, id="two values"),
            pytest.param(QUARTERLY | PROPOSED, NO, id="a proposal"),
            pytest.param(MONTHLY | NONE, YES, id="a value and none"),
            pytest.param(MONTHLY | UNTOLD, NO, id="a value and no telling"),
            pytest.param(
                stated("monthly", until="2019") | stated("quarterly", since="2020"),
                NO,
                id="a change",
            ),
            pytest.param(
                stated("monthly", until="2019") | stated("quarterly", since="2019"),
                UNKNOWN,
                id="a change some time in a year",
            ),
            pytest.param(
                stated(When.from_text("2019-10")) | stated(When.from_text("2019")),
                UNKNOWN,
                id="two dates that may be the same day",
            ),
            pytest.param(
                stated(When.from_text("2019-10")) | stated(When.from_text("2020")),
                YES,
                id="two dates that cannot be",
            ),
            pytest.param(
                stated(Reading(UNKNOWN)) | stated(Reading(UNKNOWN)),
                UNKNOWN,
                id="two values that may mean the same",
            ),
            pytest.param(
                stated(Reading(YES)) | stated(Reading(YES)),
                NO,
                id="two values that mean the same",
            ),
        ],
    )
    def test_conflicts_only_where_settled_values_exclude_one_another(
        self, value: Stated[object], conflict: Answer
    ) -> None:
        assert value.conflict is conflict

    def test_a_value_may_mean_only_one_of_its_kind(self) -> None:
        assert stated(Reading(YES)).says(Reading(UNKNOWN)) is YES
        either: Stated[object] = stated(Reading(YES)) | stated("monthly")
        assert either.conflict is YES

    @pytest.mark.parametrize(
        ("fact", "value", "answer"),
        [
            pytest.param(stated(When.from_text("2019")), "2018", NO, id="a date"),
            pytest.param(stated(Standing.AGREED), "agreed", YES, id="a choice"),
            pytest.param(stated(Decimal(5)), 5, YES, id="an amount"),
            pytest.param(stated(1), Absence.NONE, NO, id="that there is none"),
            pytest.param(NONE, "monthly", NO, id="of what there is none"),
            pytest.param(NONE, True, NO, id="yes, of what there is none"),
        ],
    )
    def test_reads_a_text_as_what_is_stated(
        self, fact: Stated[object], value: object, answer: Answer
    ) -> None:
        assert fact.says(value) is answer

    @pytest.mark.parametrize(
        ("fact", "value"),
        [
            pytest.param(stated(1), True, id="an answer and a number"),
            pytest.param(stated(1), "1", id="a text and a number"),
            pytest.param(stated(Standing.AGREED), "firm", id="no such choice"),
            pytest.param(stated("a"), 1, id="a number and a text"),
        ],
    )
    def test_compares_only_values_of_one_kind(
        self, fact: Stated[object], value: object
    ) -> None:
        with pytest.raises(KindError, match="is of another kind"):
            fact.says(value)

    def test_a_condition_unsettles(self) -> None:
        first = stated("monthly", condition="in year one")
        assert not first.is_settled
        assert (first | stated("yearly", condition="later")).conflict is NO

    def test_a_value_that_answers_with_no_answer_is_an_error(self) -> None:
        with pytest.raises(FactError, match="is not an answer"):
            stated(Reading(answer="yes")).says(Reading(YES))


class TestOnly:
    @pytest.mark.parametrize(
        ("value", "only"),
        [
            pytest.param(MONTHLY, "monthly", id="one statement"),
            pytest.param(MONTHLY | MONTHLY, "monthly", id="the same twice"),
            pytest.param(QUARTERLY | PROPOSED, "quarterly", id="beside a proposal"),
            pytest.param(UNTOLD | MONTHLY, "monthly", id="beside no telling"),
        ],
    )
    def test_is_the_settled_value(self, value: Stated[str], only: str) -> None:
        assert value.only == only
        assert value.is_settled

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            pytest.param(NOTHING, "not stated", id="nothing"),
            pytest.param(UNTOLD, "not stated", id="no telling"),
            pytest.param(NONE, "none", id="that there is none"),
            pytest.param(MONTHLY | QUARTERLY, "contradiction", id="two values"),
            pytest.param(MONTHLY | NONE, "contradiction", id="a value and none"),
            pytest.param(PROPOSED, "not settled", id="a proposal"),
            pytest.param(UNTOLD | PROPOSED, "not settled", id="it and no telling"),
            pytest.param(
                stated("monthly", until="2018") | stated("quarterly", since="2019"),
                "not settled",
                id="a change over time",
            ),
        ],
    )
    def test_or_an_error_says_which_of_four(
        self, value: Stated[str], reason: str
    ) -> None:
        with pytest.raises(UnsettledError) as caught:
            value.only  # noqa: B018 (it raises)
        assert caught.value.reason == reason
        assert not value.is_settled
        assert caught.value.remedy
