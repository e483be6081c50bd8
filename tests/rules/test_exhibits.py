"""What a file shows says why it is only a part, and prints each place once."""

import re

import pytest

import masa
from masa.ground.sources import Source
from masa.rules.exhibits import Weight, without_place

EDITIONS = ("WT2018", "WT2023", "WT2026")
TWICE = re.compile(r"(\([^()]+\)) \1")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", masa.examples.names())
def test_in_the_bundled_arrangements(name: str, edition: str) -> None:
    for outcome in masa.check(masa.examples.load(name), edition=edition):
        for one in outcome.evidence:
            assert one.short or one.judged or one.weight is not Weight.PART, one
            assert not TWICE.search(str(one)), one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rent: £5 (s.19)", "rent: £5"),
        ("rent: £5 (s.19; proposed)", "rent: £5 (proposed)"),
        ("rent: £5 (s.7)", "rent: £5 (s.7)"),
        ("rent: £5 (s.19) / £6 (s.7)", "rent: £5 / £6 (s.7)"),
    ],
)
def test_a_place_that_is_told_beside_it_is_left_out(text: str, said: str) -> None:
    assert without_place(text, Source.of("19")) == said
    assert without_place(text, None) == text
