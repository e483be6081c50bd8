"""Child protection teams: for what somebody is on one, and nominated by whom."""

from typing import Any

import pytest

import masa as typed

masa: Any = typed  # what a caller without a type checker can do

TOP = """id = "x"
title = "X"
[[partners]]
kind = "health"
name = "The Board"
"""
DAY = "2026-11-22"


def test_the_roles_are_those_that_the_act_lists() -> None:
    book = masa.law(DAY, commenced={"cwsa-2026/s3": DAY})
    listed = [item.id for item in book["child-protection-team-members"].items]
    roles = [one for one in masa.TeamRole if one is not masa.TeamRole.OTHER]
    assert [one.value.replace(" ", "-") for one in roles] == listed


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (masa.TeamMember(role="health"), "health"),
        (
            masa.TeamMember(role=masa.TeamRole.SOCIAL_WORK, nominated_by="A"),
            "social work, nominated by A",
        ),
        (masa.ChildProtectionTeam(name="East Team"), "East Team"),
    ],
)
def test_each_says_itself_in_a_line(noun: object, words: str) -> None:
    assert str(noun) == words


def test_a_team_is_found_by_every_name() -> None:
    found = masa.loads(
        TOP + '[[teams]]\nname = "East Team"\nid = "east"\nalso = ["MACPT"]\n'
        'members = ["police", { role = "health", nominated_by = "The Board" }]\n'
    )
    (team,) = found.teams
    assert found["East Team"] is found["east"] is found["MACPT"] is team
    assert [one.role for one in team.members] == [
        masa.TeamRole.POLICE,
        masa.TeamRole.HEALTH,
    ]
    assert team.members[1].nominated_by.only == "The Board"


@pytest.mark.parametrize(
    "written",
    [
        'teams = ["East Team"]',
        '[[teams]]\nname = "East Team"\nmembers = ["education", "police"]',
        '[[teams]]\nname = "East Team"\nmembers = [{ role = "police", at = "2" }]',
    ],
)
@pytest.mark.parametrize("layout", ["toml", "json"])
def test_what_is_written_in_short_is_written_so_again(
    written: str, layout: str
) -> None:
    found = masa.loads(f'id = "x"\ntitle = "X"\n{written}\n')
    text = masa.dumps(found, format=layout)
    assert masa.loads(text, format=layout) == found
    assert masa.dumps(found).endswith(f"{written}\n")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param(
            'members = ["nurse"]\n',
            'teams[0].members[0] (line 8): "nurse" is not a team role; write '
            "education, social work, health, police or other",
            id="another role",
        ),
        pytest.param(
            'members = [{ nominated_by = "The Board" }]\n',
            "teams[0].members[0] (line 8): the key `role` is missing",
            id="no role",
        ),
        pytest.param(
            'members = [{ role = "health", nominated_by = "The Bord" }]\n',
            'teams[0].members[0].nominated_by (line 8): nothing is called "The Bord"; '
            'did you mean "The Board"?',
            id="nominated by nobody who is declared",
        ),
        pytest.param(
            '[[teams]]\nname = "The Board"\n',
            'the name "The Board" stands at partners[0] and teams[1]',
            id="a name that another thing has",
        ),
    ],
)
def test_a_file_is_refused_for_it(line: str, fault: str) -> None:
    with pytest.raises(masa.DocumentError) as caught:
        masa.loads(f'{TOP}[[teams]]\nname = "East Team"\n{line}')
    assert fault in str(caught.value)


def test_a_constructor_takes_no_other_role() -> None:
    with pytest.raises(masa.KindError, match='"nurse" is not a team role'):
        masa.TeamMember(role="nurse")


def test_a_member_is_given_by_the_role_alone() -> None:
    team = masa.ChildProtectionTeam(name="East Team", members=["police"])
    assert team.members == (masa.TeamMember(role="police"),)
