"""What other sources say stands beside the document, and changes nothing in it."""

import pytest

import masa

TEXT = """
id = "x"
title = "X"
at = "1"
standing = "proposed"
groups = [{ name = "Committee" }]
[[outside_facts]]
id = "county"
about = "which county is meant"
says = "Two pages of the council show that it is Someshire."
sources = ["council.example/about", "council.example/plan"]
names = ["Committee"]
area = "Someshire"
when = "4 February 2019"
confidence = "high"
"""


def test_it_is_kept_apart_from_what_is_printed() -> None:
    arrangement = masa.loads(TEXT)
    (fact,) = arrangement.outside_facts
    assert fact.area[0].name == "Someshire"
    assert fact.area[0].at is None
    assert fact.when.only == masa.When.on_day("2019-02-04")
    assert arrangement.area == ()
    assert not arrangement.in_force.is_stated


def test_it_says_who_says_so_and_how_sure_it_is() -> None:
    (fact,) = masa.loads(TEXT).outside_facts
    assert str(fact) == (
        "which county is meant: Two pages of the council show that it is Someshire. "
        "(council.example/about; council.example/plan, confidence high)"
    )
    assert "confidence" not in str(
        masa.OutsideFact(id="a", about="b", says="c", sources=("d",))
    )


def test_it_needs_a_source() -> None:
    with pytest.raises(masa.RangeError, match=r"no source.*sources ="):
        masa.OutsideFact(id="a", about="b", says="c", sources=())


def test_no_two_have_one_id() -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TEXT + TEXT[TEXT.index("[[outside") :])
    assert 'outside_facts[1].id (line 17): the id "county"' in str(caught.value)


@pytest.mark.parametrize("key", ["at", "standing"])
def test_it_has_no_place_and_no_standing_in_the_document(key: str) -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TEXT + f'{key} = "7"\n')
    assert f"it has no {key} in the document; leave it out" in str(caught.value)
