"""Whether the members of a group that several declare are all."""

import pytest

import masa

HEAD = """
id = "{0}"
title = "Area {0}"
[[bodies]]
id = "x/trust"
name = "Trust"
[[bodies]]
id = "x/college"
name = "College"
[[bodies]]
id = "x/gone"
name = "Gone"
ended = "2019"
[[groups]]
id = "x/joint"
name = "Joint"
"""
IS_MEMBER = """
[[relations]]
source = "College"
verb = "is a member of"
target = "Joint"
"""
YES, NO, UNKNOWN = masa.Answer.YES, masa.Answer.NO, masa.Answer.UNKNOWN
ONE, BOTH = '"Trust"', '"Trust", "College"'


def joint(*texts: str, on: str | None = None) -> masa.Seats:
    """Give the seats on a group that each of several arrangements declares."""
    several = [
        masa.loads(HEAD.format(own) + text)
        for own, text in zip("abc", texts, strict=False)
    ]
    return masa.governance(masa.Atlas(several), on=on).seats("Joint")


def members(names: str, complete: str = "") -> str:
    """Write a list of members, and whether it is complete."""
    told = f"complete = {complete}\n" if complete else ""
    return f"{told}members = [{names}]\n"


LISTS = [
    pytest.param((members(ONE, "true"), members(BOTH)), UNKNOWN, id="one is short"),
    pytest.param((members(BOTH, "true"), members(ONE)), YES, id="one has all"),
    pytest.param(
        (members(BOTH, "true"), members(BOTH, "true")), YES, id="both have all"
    ),
    pytest.param(
        (members(BOTH, "true"), members(BOTH, "false")), UNKNOWN, id="they differ"
    ),
    pytest.param(
        (members(BOTH, "true"), members(ONE, "false")), YES, id="the rest are known"
    ),
    pytest.param((members(BOTH), members(ONE, "false")), UNKNOWN, id="perhaps the one"),
    pytest.param((members(BOTH, "false"), members(ONE)), NO, id="there are others"),
    pytest.param(
        (members(ONE, "true"), members(BOTH, "true")), UNKNOWN, id="one contradicts"
    ),
    pytest.param((members(ONE), members(ONE)), UNKNOWN, id="not stated"),
    pytest.param(
        (members(ONE, "true"), members(ONE) + IS_MEMBER), UNKNOWN, id="a relation"
    ),
    pytest.param(
        (members(ONE, "true"), members(ONE) + IS_MEMBER + 'standing = "proposed"\n'),
        YES,
        id="a planned relation",
    ),
    pytest.param(
        (
            members(ONE, "true"),
            members(f'{ONE}, {{holder="College",standing="proposed"}}'),
        ),
        YES,
        id="a planned seat",
    ),
    pytest.param(
        (
            members(f'{ONE}, {{holder="College",standing="proposed"}}', "true"),
            members(BOTH),
        ),
        YES,
        id="a seat that one plans and one has",
    ),
    pytest.param(
        (members(ONE, "true"), members(f'{ONE}, {{holder="College",role="deputy"}}')),
        YES,
        id="a deputy",
    ),
    pytest.param(
        (members(ONE, "true"), members(ONE) + 'invited = ["College"]\n'),
        YES,
        id="a guest",
    ),
    pytest.param(
        (members(ONE, "true"), members(f'{ONE}, {{any="a parent"}}')),
        UNKNOWN,
        id="somebody described",
    ),
]


@pytest.mark.parametrize(("texts", "answer"), LISTS)
def test_that_a_complete_list_has_all_whom_any_names(
    texts: tuple[str, str], answer: masa.Answer
) -> None:
    assert joint(*texts).complete is answer
    assert joint(*reversed(texts)).complete is answer


def test_that_a_list_in_words_is_that_of_all_who_use_them() -> None:
    described = members('{any="a parent"}', "true")
    assert joint(described, described).complete is YES


def test_that_who_has_ended_is_missing_from_no_list() -> None:
    texts = members(ONE, "true"), members(f'{ONE}, "Gone"')
    assert joint(*texts).complete is UNKNOWN
    assert joint(*texts, on="2021-01-01").complete is YES


def test_that_a_planned_group_has_the_members_that_are_planned() -> None:
    planned = 'standing = "proposed"\n'
    texts = planned + members(ONE), planned + members(BOTH)
    told = planned + members(ONE, '{is=true,standing="in force"}')
    assert joint(told, texts[0]).complete is YES
    assert joint(told, texts[1]).complete is UNKNOWN
