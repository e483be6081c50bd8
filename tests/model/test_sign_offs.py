"""What was signed off by whom, and where guidance is departed from, with the reason."""

from typing import Any

import pytest

import masa as typed

masa: Any = typed  # what a caller without a type checker can do

TOP = 'id = "x"\ntitle = "X"\nposts = ["Chief Nurse", "Chief Executive"]\n'
DAY = "2026-11-22"


def items_of(rule: str) -> dict[str, str]:
    return {item.id or "": item.says for item in masa.law(DAY)[rule].items}


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        pytest.param(
            masa.SignOff(document="yearly report"), "yearly report", id="by nobody told"
        ),
        pytest.param(
            masa.SignOff(document="annual budget", on="3 March 2025"),
            "annual budget, 3 March 2025",
            id="on a day",
        ),
        pytest.param(
            masa.SignOff(
                document=masa.KeyDocument.THRESHOLD,
                by=["A", masa.Statement(value="B", standing=masa.Standing.PROPOSED)],
                on="3 March 2025",
            ),
            "threshold document, by A and B (proposed), 3 March 2025",
            id="by some, on a day",
        ),
        pytest.param(
            masa.Departure(item="P23-S5"), "P23-S5: not stated", id="for no reason told"
        ),
        pytest.param(
            masa.Departure(item="P23-S5", reason="There is no home."),
            "P23-S5: There is no home.",
            id="for a reason",
        ),
    ],
)
def test_each_says_itself_in_a_line(noun: object, words: str) -> None:
    assert str(noun) == words


def test_the_key_documents_are_those_that_guidance_lists() -> None:
    listed = items_of("lsp-3")
    documents = {one.value.replace(" ", "-") for one in masa.KeyDocument}
    plan = masa.KeyDocument.SCRUTINY_PLAN.value
    assert documents - {plan.replace(" ", "-")} == set(listed)
    assert "plans for independent scrutiny" in listed["published-arrangements"]


def test_who_signed_off_may_be_said_of_each_apart() -> None:
    text = TOP + (
        '[[sign_offs]]\ndocument = "annual budget"\nat = "3"\n'
        'by = ["Chief Nurse", { is = "Chief Executive", at = "4" }]\n'
        'on = { is = "3 March 2025", standing = "proposed" }\n'
        '[[sign_offs]]\ndocument = "annual budget"\non = "2 March 2026"\n'
    )
    first, second = masa.loads(text).sign_offs
    assert first.document is second.document is masa.KeyDocument.BUDGET
    assert [str(one) for one in first.by] == [
        "Chief Nurse (s.3)",
        "Chief Executive (s.4)",
    ]
    assert not first.on.is_settled
    assert (second.by, str(second.on)) == ((), "2 March 2026")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param(
            '[[sign_offs]]\ndocument = "budget"\n',
            'sign_offs[0].document (line 5): "budget" is not a key document; write '
            "published arrangements, plan for independent scrutiny, annual budget, "
            "yearly report or threshold document",
            id="another document",
        ),
        pytest.param(
            '[[sign_offs]]\nby = ["Chief Nurse"]\n',
            "sign_offs[0] (line 4): the key `document` is missing",
            id="no document",
        ),
        pytest.param(
            '[[sign_offs]]\ndocument = "yearly report"\nby = ["Chief Nurs"]\n',
            'sign_offs[0].by[0] (line 6): nothing is called "Chief Nurs"; '
            'did you mean "Chief Nurse"?',
            id="somebody who is not declared",
        ),
        pytest.param(
            'sign_offs = ["yearly report"]\n',
            'sign_offs[0] (line 4): "yearly report" is not a sign-off; write a table',
            id="a text",
        ),
        pytest.param(
            '[[departures]]\nreason = "So."\n',
            "departures[0] (line 4): the key `item` is missing",
            id="a departure from nothing",
        ),
        pytest.param(
            '[[departures]]\nitem = "P23-S5"\ndecided_by = "Nobody"\n',
            'departures[0].decided_by (line 6): nothing is called "Nobody"',
            id="decided by somebody who is not declared",
        ),
        pytest.param(
            '[[departures]]\nitem = "P23-S5"\non = "some day"\n',
            'departures[0].on (line 6): "some day" is not a date',
            id="no day",
        ),
        pytest.param(
            'chair = "A Chair"\n',
            'chair (line 4): nothing is called "A Chair"',
            id="a chair of the whole that is not declared",
        ),
    ],
)
def test_a_file_is_refused_for_it(line: str, fault: str) -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TOP + line)
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (masa.SignOff, {"document": "budget"}),
        (masa.SignOff, {"document": "yearly report", "by": "Chief Nurse"}),
        (masa.Departure, {"item": 5}),
    ],
)
def test_a_constructor_refuses_what_it_cannot_hold(
    kind: Any,  # noqa: ANN401 (a class and wrong parts of it)
    parts: dict[str, Any],
) -> None:
    with pytest.raises((masa.KindError, masa.TextError)):
        kind(**parts)


def test_the_whole_may_have_a_chair() -> None:
    assert masa.loads(TOP + 'chair = "Chief Nurse"\n').chair.only == "Chief Nurse"
