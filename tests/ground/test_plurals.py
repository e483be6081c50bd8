"""Whether a name means several, and the words that go with it."""

import pytest

from masa.ground.plurals import agreeing, is_plural


@pytest.mark.parametrize(
    "name",
    [
        "schools",
        "young people",
        "police",
        "schools, colleges and other educational providers",
        "children who need help or protection",
        "relevant agencies of Appendix 1",
        "professionals, by theme, to a seminar",
        "Those whose expertise is needed",
        "Health and Wellbeing Boards",
        "co-located agencies of the MASH",
        "Child Abuse Investigation Teams (CAIT)",
    ],
)
def test_several(name: str) -> None:
    assert is_plural(name)


@pytest.mark.parametrize(
    "name",
    [
        "London Borough of Barnet",
        "one of the scrutiny committees in the Dorset Council",
        "representation from the statutory partners",
        "Children with Disabilities",
        "Vulnerable Young People",
        "Violence Against Women and Girls (VAWG)",
        "Cafcass",
        "HMICFRS",
        "Barnardo's",
        "Oasis",
        "the Sub-Committee",
        "A team's",
        "of",
        "",
    ],
)
def test_one(name: str) -> None:
    assert not is_plural(name)


@pytest.mark.parametrize(
    ("title", "several"),
    [
        pytest.param("CAIT Researcher officers", True, id="several who hold a post"),
        pytest.param("Director for Children's Services", False, id="of services"),
        pytest.param("Assistant Director Corporate Services", False, id="a title"),
    ],
)
def test_a_post_is_one_unless_its_noun_is_a_common_one(
    title: str,
    several: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    assert is_plural(title, is_post=True) is several


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("is one of", "are among"),
        ("is a member of", "are members of"),
        ("has reporting to it", "have reporting to them"),
        ("has its chair chosen by", "have their chair chosen by"),
        ("scrutinises", "scrutinise"),
        ("oversees", "oversee"),
        ("takes part in", "take part in"),
    ],
)
def test_a_verb_goes_with_who_does_it(words: str, several: str) -> None:
    assert agreeing(words, plural=True) == several
    assert agreeing(words, plural=False) == words
