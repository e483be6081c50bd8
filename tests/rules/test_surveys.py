"""How every fact stands in the text that is held: stated, none, open, silent, cut."""

import pytest

import masa

TOP = 'id = "x"\ntitle = "X"\n'
GROUP = TOP + '[[groups]]\nname = "G"\nat = "1"\n'


def state(text: str, fact: str, name: str = "G") -> masa.FactState:
    found = masa.survey(masa.loads(text)).of(name)
    (one,) = [each for each in found if each.fact == fact]
    return one.state


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('meets = "monthly"', "stated"),
        ("meets = { none = true }", "stated as none"),
        ('meets = { is = "monthly", standing = "proposed" }', "not settled yet"),
        (
            'meets = ["monthly", { is = "yearly", at = "9" }]',
            "stated in ways that exclude one another",
        ),
        (
            'meets = ["bi-monthly", "every 2 months"]',
            "stated in ways that may mean the same",
        ),
        ('meets = { unknown = "torn" }', "spoken of and not told"),
        ('meets = ["monthly", { unknown = "torn" }]', "stated"),
        ("", "not stated"),
    ],
)
def test_tells_the_ways_apart_in_which_a_fact_can_stand(
    line: str, expected: str
) -> None:
    assert state(GROUP + line, "frequency").value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("truncated", masa.FactState.NOT_HELD),
        ("complete", masa.FactState.NOT_STATED),
        ("", masa.FactState.NOT_STATED),
    ],
)
def test_what_a_text_that_breaks_off_lacks_is_not_in_the_text_held(
    text: str, expected: masa.FactState
) -> None:
    held = f'text = "{text}"' if text else ""
    source = f'[[sources]]\nid = "s"\ntitle = "S"\n{held}\n'
    whole = GROUP.replace("[[groups", source + "[[groups")
    assert state(whole, "chair") is expected
    assert state(whole, "day of publication", "X") is expected


def test_two_groups_of_one_name_are_told_apart_by_their_ids() -> None:
    twin = '[[groups]]\nid = "{0}"\nname = "Forum"\nmeets = "{1}"\n'
    text = TOP + twin.format("east", "monthly") + twin.format("west", "yearly")
    found = masa.survey(masa.loads(text))
    said = {
        name: [one.said for one in found.of(name) if one.fact == "frequency"]
        for name in ("Forum (east)", "Forum (west)", "Forum")
    }
    assert said == {
        "Forum (east)": ["monthly"],
        "Forum (west)": ["yearly"],
        "Forum": [],
    }


def test_lists_are_facts_too() -> None:
    text = GROUP + 'members = [{ any = "schools", standing = "proposed" }]'
    (one,) = [f for f in masa.survey(masa.loads(text)).of("G") if f.fact == "member"]
    assert (one.state.value, one.said) == (
        "not settled yet",
        "schools (s.1; proposed)",
    )
    assert one.standing == (masa.Standing.PROPOSED,)


def test_a_yearly_report_is_looked_at_for_its_time_and_day() -> None:
    text = TOP + '[[reports]]\ntitle = "R"\nwhere = "Here."\npublished = "2025"\n'
    found = {one.fact: one.state.value for one in masa.survey(masa.loads(text)).of("R")}
    assert found == {
        "day of publication": "stated",
        "where it can be found": "stated",
        "period": "not stated",
    }


def test_groups_outside_are_not_blamed_for_silence() -> None:
    text = TOP + '[[groups]]\nname = "Beside"\noutside = "other board"\n'
    assert [one.fact for one in masa.survey(masa.loads(text)).of("Beside")] == [
        "outside"
    ]


def test_a_group_at_the_top_needs_no_line_upwards() -> None:
    found = masa.survey(masa.loads(GROUP + "tier = 1"))
    assert "line of reporting" not in [one.fact for one in found.of("G")]


class TestSurvey:
    ARRANGEMENT = masa.loads(
        TOP
        + """
[[sources]]
id = "s"
title = "S"
text = "complete"
[[groups]]
name = "G"
at = "2"
meets = ["monthly", { is = "yearly", at = "9", standing = "agreed" }]
[[groups]]
name = "H"
[[doubts]]
id = "d"
about = "what G is"
said = ["one thing", "another"]
[[same_as]]
one = "G"
other = "H"
[[outside_facts]]
id = "o"
about = "the end of G"
says = "It ended."
sources = ["a page"]
"""
    )
    FOUND = masa.survey(ARRANGEMENT)

    def test_counts_every_state_and_every_standing(self) -> None:
        assert self.FOUND.counts[masa.FactState.CONTRADICTORY] == 1
        assert self.FOUND.counts[masa.FactState.UNTOLD] == 0
        assert set(self.FOUND.counts) == set(masa.FactState)
        assert self.FOUND.standings[masa.Standing.AGREED] == 1
        assert self.FOUND.standings[masa.Standing.PROPOSED] == 0
        assert sum(self.FOUND.counts.values()) == len(self.FOUND) == len([*self.FOUND])

    def test_gives_the_facts_of_a_state(self) -> None:
        (one,) = self.FOUND.in_state(masa.FactState.CONTRADICTORY)
        assert str(one) == (
            "G, frequency (stated in ways that exclude one another): "
            "monthly (s.2) / yearly (s.9; agreed)"
        )
        silent = self.FOUND.in_state("not stated", "not in the text held")
        assert {fact.state.is_silent for fact in silent} == {True}
        assert str(silent[-1]) == "H, line of reporting (not stated)"

    def test_refuses_what_is_no_state(self) -> None:
        with pytest.raises(masa.KindError, match="not stated"):
            self.FOUND.in_state("missing")

    def test_shows_everything_that_is_in_doubt(self) -> None:
        page = self.FOUND.to_markdown()
        for words in (
            "the text that is held",
            "complete",
            "what G is: one thing / another",
            "G is perhaps the same as H",
            "the end of G: It ended. (a page)",
            "stated in ways that exclude one another",
        ):
            assert words in page
        assert self.FOUND.to_records()[0]["state"] in {s.value for s in masa.FactState}
        assert repr(self.FOUND) == f"<Survey of 'X': {len(self.FOUND)} facts>"
        assert "1 stated in ways" in str(self.FOUND)

    def test_says_when_nothing_is_missing(self) -> None:
        whole = masa.Survey(title="X", is_truncated=masa.Answer.NO)
        assert "Every fact that was looked for is stated." in whole.to_text()

    def test_wants_an_arrangement(self) -> None:
        with pytest.raises(masa.KindError, match="not an arrangement"):
            masa.survey("barnet")  # type: ignore[arg-type] # wrong on purpose


@pytest.mark.parametrize("name", masa.examples.names())
def test_nothing_that_a_document_states_is_left_out(name: str) -> None:
    arrangement = masa.examples.load(name)
    found = masa.survey(arrangement)
    surveyed = {fact.said for fact in found}
    for path, stated in arrangement.facts():
        if path[0] != "outside_facts" and path[-1] != "judgement":
            assert str(stated) in surveyed
    truncated = name == "haringey"
    assert bool(found.counts[masa.FactState.NOT_HELD]) is truncated
    assert bool(found.counts[masa.FactState.NOT_STATED]) is not truncated
