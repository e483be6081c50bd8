"""Who chairs a group, in every way that documents describe it."""

from typing import Any

import pytest
from attrs import evolve

from masa.ground.dates import When
from masa.ground.durations import Duration, Unit
from masa.ground.errors import RangeError
from masa.ground.logic import Answer
from masa.ground.stated import stated
from masa.model.chairing import ChairChoice, Chairing, ChairKind
from masa.model.frequencies import Frequency

THREE = ("LBB", "Barnet CCG", "Metropolitan Police")
HELD = Chairing(kind=ChairKind.HELD_BY, who="Chief Executive")
ROTATING = Chairing(kind=ChairKind.ROTATES, among=THREE)


@pytest.mark.parametrize(
    ("chair", "words"),
    [
        (HELD, "Chief Executive"),
        (ROTATING, "rotates between LBB, Barnet CCG and Metropolitan Police"),
        (
            Chairing(kind=ChairKind.JOINTLY, among=THREE[:2]),
            "LBB and Barnet CCG jointly",
        ),
        (Chairing(kind=ChairKind.DRAWN_FROM, among=("LBB",)), "drawn from LBB"),
        (Chairing(kind=ChairKind.INDEPENDENT), "independent"),
        (
            Chairing(kind=ChairKind.DESCRIBED, description="a police officer"),
            "a police officer",
        ),
        (
            Chairing(kind=ChairKind.ROTATES, among=THREE[:2], in_order=stated(True)),  # noqa: FBT003 (a fact)
            "rotates between LBB and Barnet CCG, in this order",
        ),
        (
            Chairing(kind=ChairKind.ROTATES, among=THREE[:2], in_order=stated(False)),  # noqa: FBT003 (a fact)
            "rotates between LBB and Barnet CCG, but not in this order",
        ),
        (
            Chairing(
                kind=ChairKind.ROTATES,
                among=THREE[:2],
                turn=stated(Duration(2, Unit.YEARS)),
                start=stated(When.from_text("2019")),
            ),
            "rotates between LBB and Barnet CCG, each turn 2 years, from 2019",
        ),
    ],
)
def test_is_told_in_plain_words(chair: Chairing, words: str) -> None:
    assert str(chair) == words


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("independent", Chairing(kind=ChairKind.INDEPENDENT)),
        ("elected member", Chairing(kind=ChairKind.ELECTED_MEMBER)),
        ("per instance", Chairing(kind=ChairKind.PER_INSTANCE)),
        ("Chief Executive", HELD),
    ],
)
def test_a_text_is_a_kind_or_else_a_holder(text: str, chair: Chairing) -> None:
    assert Chairing.from_text(text) == chair


@pytest.mark.parametrize(
    ("kind", "parts", "fault"),
    [
        (ChairKind.ROTATES, {}, "names those among whom"),
        (ChairKind.INDEPENDENT, {"among": THREE}, "is not among several"),
        (ChairKind.HELD_BY, {}, "needs a holder"),
        (ChairKind.INDEPENDENT, {"who": "LBB"}, "has no one holder"),
        (ChairKind.DESCRIBED, {}, "needs a description"),
        (ChairKind.HELD_BY, {"who": "X", "description": "a head"}, "is not described"),
    ],
)
def test_names_whom_its_kind_needs_and_nobody_else(
    kind: ChairKind, parts: dict[str, str], fault: str
) -> None:
    with pytest.raises(RangeError, match=fault):
        Chairing(**{"kind": kind, **parts})  # type: ignore[arg-type] # wrong on purpose


def test_only_a_kind_that_stands_alone_is_written_as_a_text() -> None:
    assert Chairing(kind=ChairKind.INDEPENDENT).written() == "independent"
    assert HELD.written() is None
    assert ROTATING.written() is None
    turn = stated(Duration(1, Unit.YEARS))
    assert Chairing(kind=ChairKind.INDEPENDENT, turn=turn).written() is None


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        (HELD, ROTATING, Answer.NO),
        (HELD, Chairing(kind=ChairKind.INDEPENDENT), Answer.UNKNOWN),
        (Chairing(kind=ChairKind.ELECTED_MEMBER), ROTATING, Answer.UNKNOWN),
        (
            HELD,
            Chairing(kind=ChairKind.DESCRIBED, description="a head"),
            Answer.UNKNOWN,
        ),
        (HELD, Chairing(kind=ChairKind.DRAWN_FROM, among=THREE), Answer.UNKNOWN),
    ],
)
def test_a_kind_of_person_may_be_the_one_who_is_named(
    one: Chairing, two: Chairing, answer: Answer
) -> None:
    assert one.may_mean(two) is answer
    assert two.may_mean(one) is answer


def test_a_choice_says_who_chooses_and_how_often() -> None:
    yearly = Frequency.from_text("yearly")
    assert str(ChairChoice(by="Leadership Forum")) == "chosen by Leadership Forum"
    choice = ChairChoice(by="Leadership Forum", every=yearly)
    assert str(choice) == "chosen by Leadership Forum yearly"


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        ({}, {"turn": stated(Duration(1, Unit.YEARS))}, Answer.UNKNOWN),
        ({}, {"among": THREE[::-1]}, Answer.UNKNOWN),
        (
            {"in_order": stated(True)},  # noqa: FBT003 (a fact)
            {"in_order": stated(True), "among": THREE[::-1]},  # noqa: FBT003 (a fact)
            Answer.NO,
        ),
        ({}, {"among": THREE[:2]}, Answer.NO),
    ],
)
def test_silence_on_turn_and_order_contradicts_nothing(
    one: dict[str, Any], two: dict[str, Any], answer: Answer
) -> None:
    first, second = evolve(ROTATING, **one), evolve(ROTATING, **two)
    assert first.may_mean(second) is second.may_mean(first) is answer
