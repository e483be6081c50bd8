"""A yearly report that was published: its time, what it tells, and who got a copy."""

from typing import Any

import pytest

import masa as typed

masa: Any = typed  # what a caller without a type checker can do

TOP = 'id = "x"\ntitle = "X"\n[[reports]]\ntitle = "The year"\n'


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (masa.PublishedReport(title="The year"), "The year"),
        (masa.CopySent(to="The Panel"), "The Panel"),
        (masa.CopySent(to="The Panel", on="1 May 2025"), "The Panel, 1 May 2025"),
        (masa.Reported(topic="audits"), "audits"),
        (masa.Reported(topic="audits", says="Two."), "audits: Two."),
    ],
)
def test_each_says_itself_in_a_line(noun: object, words: str) -> None:
    assert str(noun) == words


def test_keeps_place_and_standing_of_each_part() -> None:
    (report,) = masa.loads(
        TOP
        + 'at = "p. 1"\nperiod = { start = "1 April 2024", end = "31 March 2025" }\n'
        'contents = ["audits", { topic = "a", items = ["YR-S4/used"], at = "9" }]\n'
        'copies = { to = "The Panel", standing = "proposed" }\n'
    ).reports
    assert str(report.period.only) == "1 April 2024 to 31 March 2025"
    assert [str(one.at) for one in report.contents] == ["p. 1", "s.9"]
    assert report.contents[1].items == ("YR-S4/used",)
    (copy,) = report.copies
    assert (str(copy.at), copy.standing) == ("p. 1", masa.Standing.PROPOSED)


@pytest.mark.parametrize(
    "written",
    [
        'copies = ["The Panel", "The Centre"]',
        'contents = ["audits", "training"]',
        'contents = [{ topic = "audits", judgement = "part" }]',
        'period = { start = "2024-04-01", end = "2025-03-31" }',
    ],
)
def test_what_is_written_in_short_is_written_so_again(written: str) -> None:
    text = f"{TOP}{written}\n"
    found = masa.loads(text)
    assert written in masa.dumps(found)
    assert masa.loads(masa.dumps(found, format="json"), format="json") == found


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param(
            'period = { start = "2025", end = "2024" }\n',
            "reports[0].period (line 5)",
            id="it ends before it begins",
        ),
        pytest.param(
            'published = "soon"\n',
            'reports[0].published (line 5): "soon" is not a date',
            id="no day",
        ),
        pytest.param(
            'copies = [{ on = "2025" }]\n',
            "reports[0].copies[0] (line 5): the key `to` is missing",
            id="a copy to nobody",
        ),
        pytest.param(
            'contents = [{ says = "Two." }]\n',
            "reports[0].contents[0] (line 5): the key `topic` is missing",
            id="nothing that it is about",
        ),
        pytest.param(
            'contents = [{ topic = "audits", judgement = "good" }]\n',
            '"good" is not a judgement; write full, part or none',
            id="another judgement",
        ),
        pytest.param(
            "[[reports]]\n",
            "reports[1] (line 5): the key `title` is missing",
            id="no title",
        ),
    ],
)
def test_a_file_is_refused_for_it(line: str, fault: str) -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(TOP + line)
    assert fault in str(caught.value)


def test_a_constructor_wants_a_list_of_copies() -> None:
    with pytest.raises(masa.KindError, match="put it in a list, even when alone"):
        masa.PublishedReport(title="The year", copies="The Panel")
