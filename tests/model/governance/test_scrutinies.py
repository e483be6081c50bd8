"""Who scrutinises whom, and what is said of their independence."""

import pytest

import masa
from masa import Answer

BARNET = masa.governance(masa.examples.load("barnet"))
TOP = 'id = "toy"\ntitle = "Toy arrangements"\nname = "Toy"\n'


def scrutiny(line: str) -> masa.ScrutinyTie:
    text = f'[[bodies]]\nname="Eye"\n[[scrutiny]]\nby="Eye"\nat="3"\n{line}\n'
    (found,) = masa.governance(masa.loads(TOP + text)).scrutiny()
    return found


@pytest.mark.parametrize(
    ("line", "answer", "said"),
    [
        ("", Answer.UNKNOWN, "whether it is independent is not said"),
        ("independent = true", Answer.YES, "said to be independent"),
        ("independent = false", Answer.NO, "said not to be independent"),
        (
            'independent = { is = true, standing = "proposed" }',
            Answer.UNKNOWN,
            "independent: yes (s.3; proposed)",
        ),
    ],
)
def test_independence(line: str, answer: Answer, said: str) -> None:
    found = scrutiny(line)
    assert found.independent is answer
    assert str(found) == f"Eye scrutinises Toy (s.3): {said}"


def test_that_a_proposal_is_called_so() -> None:
    assert ", proposed" in str(scrutiny('standing = "proposed"'))


def test_that_a_scrutineer_close_to_the_partnership_is_told() -> None:
    ties = {tie.by.name: tie for tie in BARNET.scrutiny()}
    assert str(ties["Independent Scrutineer"]) == (
        "Independent Scrutineer scrutinises Barnet Safeguarding Children Partnership "
        "(s.7, annual report): said to be independent; it is invited to Leadership "
        "Forum"
    )
    (by,) = ties["commissioned scrutiny organisation"].commissioned_by
    assert by.name == "Barnet Safeguarding Children Partnership"


def test_that_several_are_told_of_as_several() -> None:
    """Barnet, section 12: young people are to scrutinise too."""
    text = """
[[groups]]
name = "Panel"
[[sets]]
name = "young people"
[[relations]]
source = "young people"
verb = "scrutinises"
target = "Panel"
[[relations]]
source = "young people"
verb = "takes part in"
target = "Panel"
[[relations]]
source = "young people"
verb = "is a member of"
target = "Panel"
"""
    (found,) = masa.governance(masa.loads(TOP + text)).scrutiny("Panel")
    assert str(found) == (
        "young people scrutinise Panel: whether they are independent is not said; they "
        "take part in Panel and are members of Panel"
    )


def test_that_a_group_is_scrutinised_with_its_partnership() -> None:
    names = {tie.by.name for tie in BARNET.scrutiny("Leadership Forum")}
    assert names == {
        "Independent Scrutineer",
        "commissioned scrutiny organisation",
        "young people",
    }


def test_whom_one_scrutinises() -> None:
    (tie,) = BARNET.scrutiny("Section 11 evidence panel").scrutinies[-1:]
    assert tie.by.name == "Section 11 evidence panel"
    assert tie.of.name == "relevant agencies"
    assert len(BARNET.scrutiny("West London Alliance")) == 1


def test_only_of_whom_it_is_asked() -> None:
    assert str(BARNET.scrutiny("children's homes")) == (
        "West London Alliance monitors children's homes (External residential homes): "
        "whether it is independent is not said."
    )


def test_silence_and_rows() -> None:
    none = BARNET.scrutiny("Home Office")
    assert str(none) == "Nobody is stated to scrutinise Home Office."
    assert none.to_text() == f"{none}\n"
    nobody = masa.governance(masa.loads(TOP)).scrutiny()
    assert str(nobody) == "Nobody is stated to scrutinise anybody."
    rows = BARNET.scrutiny().to_records()
    assert len(rows) == 5
    assert "Who scrutinises whom" in BARNET.scrutiny().to_text()


def test_that_boards_beside_it_are_not_scrutinised_with_it() -> None:
    assert len(BARNET.scrutiny("Health and Wellbeing Board")) == 0


def test_that_contrary_words_settle_nothing() -> None:
    text = (
        '[[bodies]]\nname="Eye"\n[[scrutiny]]\nby="Eye"\nindependent=true\n'
        '[[relations]]\nsource="Eye"\nverb="scrutinises"\ntarget="Toy"\n'
        "independence=false\n"
    )
    (tie,) = masa.governance(masa.loads(TOP + text)).scrutiny()
    assert tie.independent is Answer.UNKNOWN
    assert "independent: yes / no" in str(tie)


def test_that_a_sentence_begins_with_a_capital() -> None:
    dorset = masa.governance(masa.examples.load("pan-dorset"))
    assert str(dorset.scrutiny()).startswith("Scrutiny arrangements of each body")
    haringey = masa.governance(masa.examples.load("haringey"))
    assert ": 1 route. Schools have as their contact" in str(haringey.routes("schools"))
