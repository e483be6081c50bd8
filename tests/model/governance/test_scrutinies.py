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
        "Forum (s.7; to specific meetings)"
    )
    commissioned = ties["commissioned scrutiny organisation"]
    (by,) = commissioned.commissioned_by
    assert by.name == "Barnet Safeguarding Children Partnership"
    assert str(commissioned).endswith(
        "it is commissioned by Barnet Safeguarding Children Partnership (s.12)"
    )


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


def test_only_of_whom_it_is_asked_and_of_all_of_whom_it_is_one() -> None:
    assert str(BARNET.scrutiny("children's homes")) == (
        "West London Alliance monitors children's homes (External residential homes): "
        "whether it is independent is not said. Section 11 evidence panel evaluates "
        "the relevant agencies (s.16): whether it is independent is not said."
    )
    assert str(BARNET.scrutiny("West London Alliance")).startswith("West London")


PARTNERS = [
    pytest.param(
        "croydon",
        "safeguarding partners",
        "Nobody is stated to scrutinise "
        "the safeguarding partners alone. The safeguarding partners belong to the "
        "partnership. The Sub-Committee scrutinises the partnership, proposed",
        id="all together, in Croydon",
    ),
    pytest.param(
        "barnet",
        "LBB",
        "Nobody is stated to scrutinise London Borough of "
        "Barnet alone. London Borough of Barnet belongs to the safeguarding partners "
        "and Barnet Safeguarding Children Partnership. Commissioned scrutiny",
        id="one of them, in Barnet",
    ),
    pytest.param(
        "barnet",
        "Cafcass",
        "Nobody is stated to scrutinise Cafcass alone. "
        "Cafcass belongs to the relevant agencies. Section 11 evidence panel evaluates",
        id="an agency, in Barnet",
    ),
]


@pytest.mark.parametrize(("area", "whom", "says"), PARTNERS)
def test_what_is_said_of_the_whole_is_told_of_its_partners(
    area: str, whom: str, says: str
) -> None:
    found = masa.governance(masa.examples.load(area)).scrutiny(whom)
    assert str(found).startswith(says)


def test_what_speaks_against_independence_is_told_with_its_places() -> None:
    text = """
[[partners]]
kind = "local authority"
name = "Council"
[[posts]]
name = "Eye"
provided_by = { is = "Council", at = "5" }
[[groups]]
name = "Board"
[[groups]]
name = "Office"
[[scrutiny]]
by = "Eye"
independent = true
at = "3"
[[relations]]
source = "Eye"
verb = "reports to"
target = "Board"
at = "4"
[[relations]]
source = "Eye"
verb = "reports to"
target = "Board"
at = "7"
[[relations]]
source = "Council"
verb = "funds"
target = "Eye"
standing = "proposed"
[[relations]]
source = "Office"
verb = "manages"
target = "Eye"
"""
    (found,) = masa.governance(masa.loads(TOP + text)).scrutiny()
    assert str(found) == (
        "Eye scrutinises Toy (s.3): said to be independent; it reports to Board (s.4; "
        "s.7), is provided by Council (s.5), is funded by Council (proposed) and is "
        "managed by Office"
    )
    row = found.to_records()[0]
    assert row["close to it"].startswith("reports to Board (s.4; s.7); is provided by")


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


@pytest.mark.parametrize("on", [None, "2020-01-01"])
def test_a_page_tells_whose_scrutiny_it_is(on: str | None) -> None:
    barnet = masa.examples.load("barnet")
    found = masa.governance(barnet, on=on).scrutiny("Learning and Review Group")
    begins = "As of 1 January 2020: " if on else ""
    assert found.to_text().startswith(f"{begins}Nobody is stated to scrutinise")
    assert "Group belongs to" in " ".join(found.to_text().split())
    whole = masa.governance(barnet, on=on).scrutiny()
    assert whole.to_text().startswith("As of 1 January 2020:" if on else "Who scr")
