"""What Python callers get wrong is refused in our own words, and at once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import masa as typed
from masa.ground.criteria import is_so

masa: Any = typed  # what a caller without a type checker can do

TOP = 'id = "x"\ntitle = "X"\n'


def amended(payer: str) -> typed.Budget:
    text = (
        TOP + '[[bodies]]\nname = "P"\nalso = ["Pol"]\n[[budgets]]\n'
        'contributions = [{ payer = "P", amount = 5 }]\n'
        '[[budgets.footnotes]]\nsays = "F"\n'
        f'readings = [{{ id = "a", says = "S", amends = '
        f'[{{ payer = "{payer}", amount = 1 }}] }}]\n'
    )
    budget: typed.Budget = masa.loads(text).budgets[0]
    return budget


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(
            lambda: masa.When("2019-01-01"),
            "use `When.from_text`",
            id="a text",
        ),
        pytest.param(
            lambda: masa.Finding(answer=None, claim="c", basis="abc"),
            "put them in a tuple",
            id="a text as a list of citations",
        ),
        pytest.param(
            lambda: masa.Finding(answer=None, claim="c", rests_on=[1]),
            "is not a finding in a list",
            id="a number as a finding",
        ),
        pytest.param(lambda: masa.Stated(5), "no list of statements", id="none"),
        pytest.param(lambda: masa.When.from_text(5), "is not text", id="no text"),
        pytest.param(
            lambda: masa.Frequency.from_text(5),
            "is not text",
            id="no rhythm",
        ),
        pytest.param(
            lambda: masa.Group(name="G", meets=4),
            "Group.meets: 4 is not a frequency; give its text",
            id="a number as a frequency",
        ),
        pytest.param(
            lambda: masa.Milestone(what="x", when=4),
            "4 is not a date",
            id="a number as a date",
        ),
        pytest.param(
            lambda: masa.examples.load("barnet")[0],
            "is not text",
            id="a place",
        ),
    ],
)
def test_a_value_of_another_kind_is_refused(make: Callable[[], Any], says: str) -> None:
    with pytest.raises(masa.KindError) as caught:
        make()
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(
            lambda: masa.Group(name="G", tier=0), "0 counts nothing", id="tier nought"
        ),
        pytest.param(
            lambda: masa.Doubt(id="d", about="a", said=()),
            "nothing is said of the doubt",
            id="an empty doubt",
        ),
    ],
)
def test_a_value_that_nothing_can_have_is_refused(
    make: Callable[[], Any], says: str
) -> None:
    with pytest.raises(masa.RangeError, match=says):
        make()


@pytest.mark.parametrize(
    "mix",
    [
        pytest.param(lambda: masa.Duration(1, "days") + 3, id="days and a number"),
        pytest.param(lambda: masa.Duration(1, "days") < 3, id="less than a number"),
        pytest.param(lambda: masa.Duration(1, "days") <= 3, id="at most a number"),
        pytest.param(lambda: masa.Count.exactly(1) + 1, id="a count and a number"),
        pytest.param(lambda: 1 + masa.Count.exactly(1), id="a number and a count"),
        pytest.param(lambda: masa.stated("a") | "b", id="a fact and a text"),
    ],
)
def test_values_of_two_kinds_do_not_mix(mix: Callable[[], Any]) -> None:
    with pytest.raises(TypeError, match=r"not supported|unsupported"):
        mix()


def test_counts_can_be_summed() -> None:
    assert sum([masa.Count.one_of(6, 24), masa.Count.exactly(4)]) == masa.Count.one_of(
        10, 28
    )


def test_answers_take_what_stands_for_an_answer() -> None:
    assert masa.Answer.all_of([True, None]) is masa.Answer.UNKNOWN
    with pytest.raises(masa.KindError, match="is not an answer"):
        masa.Answer.any_of(["no"])


def test_a_day_is_a_date() -> None:
    given: dict[str, Any] = {"what": "x", "when": date(2019, 1, 1)}
    assert masa.Milestone(**given).when.only == masa.When.on_day("2019-01-01")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            '[[groups]]\nname = "relevant agencies"\n',
            'groups[0] (line 3): the name "relevant agencies" always means all of them',
            id="a name that is taken",
        ),
        pytest.param(
            'name = { unknown = "torn", words = "printed" }\n',
            "unknown says why, and so do its words",
            id="two reasons",
        ),
        pytest.param(
            '[[doubts]]\nid = "d"\nabout = "a"\nsaid = ["s"]\n' * 2,
            'doubts[1].id (line 8): the id "d" stands at doubts[0] too',
            id="one id twice",
        ),
        pytest.param(
            "[[budgets]]\ncarried_forward = True\n",
            "write true or false, in small letters",
            id="Python's own spelling",
        ),
    ],
)
def test_a_file_is_refused_for_it(text: str, says: str) -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TOP + text)
    assert says in str(caught.value)


FAULTY = """
[[sources]]
id = "plan"
title = "Plan"
[[sources]]
id = "plan"
kind = 3
[[groups]]
name = "Board"
reports_to = [
  { is = "Board", at = { place = "1", document = "plan" } },
  { is = "Bord", at = { place = "2", document = "plam" } },
]
meets = [{ is = "monthly", at = { place = "3", document = "notes" } }, 4]
"""


def test_all_that_is_wrong_with_a_file_comes_at_once() -> None:
    """Types, names, ids and documents, each where it stands, whatever else is wrong."""
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TOP + FAULTY)
    assert [str(fault).partition(";")[0] for fault in caught.value.faults] == [
        "sources[1] (line 7): the key `title` is missing",
        'sources[1].id (line 8): the id "plan" stands at sources[0] too',
        "sources[1].kind (line 9): 3 is not text",
        'groups[0].reports_to[1] (line 14): nothing is called "Bord"',
        'groups[0].reports_to[1].at (line 14): no source has the id "plam"',
        "groups[0].meets[1] (line 16): 4 is not a frequency",
        'groups[0].meets[0].at (line 16): no source has the id "notes"',
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param(
            '[[groups]]\nname = "A"\nreports_to = { is = "Zed", none = true, '
            'at = { place = "1", document = "nope" }, wods = "w" }\n',
            [
                "groups[0].reports_to (line 5): is and none stand together",
                'groups[0].reports_to (line 5): nothing is called "Zed"',
                'groups[0].reports_to.at (line 5): no source has the id "nope"',
                'groups[0].reports_to.wods (line 5): there is no key "wods" here',
            ],
            id="a statement that says two things",
        ),
        pytest.param(
            '[[groups]]\nname = "A"\nquorum = { at = 3 }\n',
            [
                "groups[0].quorum (line 5): it says no value",
                "groups[0].quorum.at (line 5): 3 is not a place",
            ],
            id="a statement that says nothing",
        ),
        pytest.param(
            '[[groups]]\nname = "A"\nquorum = { iss = 3 }\n',
            ['groups[0].quorum.iss (line 5): there is no key "iss" here'],
            id="a value under a misspelt key",
        ),
        pytest.param(
            '[[groups]]\nname = "A"\nat = { place = 1, document = "nope" }\n',
            [
                'groups[0].at (line 5): no source has the id "nope"',
                "groups[0].at.place (line 5): 1 is not text",
            ],
            id="a place that cannot be read in a document that is not there",
        ),
        pytest.param(
            '[[groups]]\nname = "A"\nat = { place = "1", document = "N O" }\n',
            ['groups[0].at.document (line 5): "N O" is not an id'],
            id="a document that cannot be one",
        ),
        pytest.param(
            '[sources]\nid = "plan"\ntitle = 3\n'
            '[[groups]]\nname = "A"\nat = { place = "1", document = "plan" }\n',
            [
                "sources (line 3): {'id': 'plan', 'title': 3} is not a list",
                "sources.title (line 5): 3 is not text",
            ],
            id="one table where a list of them is wanted",
        ),
        pytest.param(
            '[[groups]]\nname = "A"\nreports_to = { are = [\n"A",\n"Zed",\n] }\n',
            ['groups[0].reports_to[1] (line 7): nothing is called "Zed"'],
            id="the line of one of several values",
        ),
        pytest.param(
            '[[groups]]\nname = "A"\n[groups.meets]\nat = "3"\nis = "montly"\n',
            ['groups[0].meets (line 7): "montly" is not a frequency'],
            id="the line of a value in a table",
        ),
        pytest.param(
            'outside_facts = { are = [], at = "7" }\n',
            ["outside_facts.at (line 3): it has no at in the document"],
            id="a place for what has none",
        ),
        pytest.param(
            '[[doubts]]\nid = "d"\nabout = "a"\nsaid = ["s"]\nstanding = "agreed"\n',
            ["doubts[0].standing (line 7): it has no standing of its own"],
            id="a standing for what has none",
        ),
        pytest.param(
            'sources = { are = [], foo = "7" }\n',
            ['sources.foo (line 3): there is no key "foo" here'],
            id="a key beside the only one",
        ),
    ],
)
def test_no_fault_hides_another_or_makes_one(text: str, faults: list[str]) -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TOP + text)
    found = [str(fault).partition(";")[0] for fault in caught.value.faults]
    assert sorted(found) == sorted(faults)


def test_no_more_faults_are_told_than_are_allowed() -> None:
    text = 'reference = "7"\nage = "x"\nlocal_authority = "Zed"\nplace = "Zed"\n'
    for most in (1, 2):
        with pytest.raises(masa.DocumentError) as caught:
            masa.loads_case(text, limits=masa.Limits(faults=most))
        assert len(caught.value.faults) == most
    with pytest.raises(masa.RangeError, match="allow for one"):
        masa.Limits(faults=0)


def test_a_case_without_a_reference_is_looked_through() -> None:
    text = 'local_authority = "Barnett"\ndied = true\nsurvived = true\n'
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads_case(text)
    said = str(caught.value)
    assert "3 faults" in said
    assert "the key `reference` is missing" in said
    assert '"Barnett"' in said
    assert "survived" in said


def test_of_many_places_in_unknown_documents_the_first_get_a_guess() -> None:
    text = '[[sources]]\nid = "plan"\ntitle = "Plan"\n'
    for n in range(30):
        at = f'at = {{ place = "1", document = "plan{n}" }}\n'
        text += f'[[groups]]\nname = "G{n}"\n{at}[[groups]]\nname = "H{n}"\n{at}'
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TOP + text)
    remedies = [fault.remedy for fault in caught.value.faults]
    guess = 'did you mean "plan"?'
    assert remedies == [guess] * 40 + ["declare it under `sources`"] * 20


def test_a_reading_amends_just_one_line() -> None:
    assert amended("P").under("a").income == Decimal(1)
    with pytest.raises(masa.UnknownNameError, match="is not the payer of one line"):
        amended("Pol").under("a")


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("every other month", "every 2 months"),
        ("monthly and as required", "monthly and when needed"),
        ("biannually", "bi-annually"),
    ],
)
def test_reads_what_documents_say_of_frequency(text: str, often: str) -> None:
    assert masa.Frequency.from_text(text) == masa.Frequency.from_text(often)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1st October 2019", "2019-10-01"),
        ("22nd Sept 2019", "2019-09-22"),
        ("May-June 2019", "2019-05/2019-06"),
        ("from 2019 to 2020", "2019-01/2020-12"),
        ("by April/May 2019", "../2019-05-31"),
    ],
)
def test_reads_what_documents_say_of_dates(text: str, written: str) -> None:
    assert masa.When.from_text(text).written() == written


@pytest.mark.parametrize(
    "text", ["after 2017-2021", "before April/May 2019", "5 May 2019/2020"]
)
def test_refuses_dates_that_it_would_have_to_guess(text: str) -> None:
    with pytest.raises(masa.DateError, match="is not a date that can be read"):
        masa.When.from_text(text)


def test_a_criterion_needs_the_names_of_facts() -> None:
    with pytest.raises(masa.UnknownNameError, match="is no fact of this criterion"):
        is_so("died", "the child died").judge({"dead": True})
