"""Doubts and footnotes."""

from decimal import Decimal

import pytest

from masa.ground.errors import AmountError
from masa.ground.logic import Answer
from masa.ground.stated import stated
from masa.model.doubts import Amendment, Doubt, Footnote, FootnoteReading, SameAs


def test_a_doubt_says_everything_that_is_said_with_places() -> None:
    said = (stated("quarterly", at="7") | stated("monthly", at="10")).statements
    doubt = Doubt(id="meetings", about="how often", said=said)
    assert str(doubt) == "how often: quarterly (s.7) / monthly (s.10)"


def test_a_footnote_and_its_readings_say_themselves() -> None:
    reading = FootnoteReading(id="a", says="it was paid twice")
    assert str(reading) == "a: it was paid twice"
    assert str(Footnote(says="see minutes", readings=(reading,))) == "see minutes"


def test_an_amendment_is_an_amount_that_can_be_paid() -> None:
    with pytest.raises(AmountError, match=r"Amendment\.amount"):
        Amendment(payer="CLCH", amount=Decimal(-1))


@pytest.mark.parametrize(
    ("same", "words"),
    [
        (Answer.YES, "Board is the same as Group: printed so"),
        (Answer.NO, "Board is not the same as Group: printed so"),
        (Answer.UNKNOWN, "Board is perhaps the same as Group: printed so"),
    ],
)
def test_two_names_are_the_same_or_not_or_perhaps(same: Answer, words: str) -> None:
    assert (
        str(SameAs(one="Board", other="Group", same=same, says="printed so")) == words
    )


def test_whether_two_names_are_the_same_is_unknown_unless_it_is_said() -> None:
    assert SameAs(one="Board", other="Group").same is Answer.UNKNOWN
    assert str(SameAs(one="A", other="B")) == "A is perhaps the same as B"
