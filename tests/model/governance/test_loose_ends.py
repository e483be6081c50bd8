"""Groups without a route, and references that mean nobody who is named."""

import pytest

import masa

BARNET = masa.governance(masa.examples.load("barnet"))
TOP = 'id = "toy"\ntitle = "Toy arrangements"\n'

EVERY = "Every group of the partnership has a stated route to the top"


class TestUnconnected:
    def test_of_barnet(self) -> None:
        found = BARNET.unconnected()
        assert [node.name for node in found.own] == [
            "Section 11 evidence panel",
            "quarterly case review days",
            "MASH Steering Group",
            "Improvement Board",
        ]
        assert len(found.beside) == 34
        assert str(found) == (
            "No route to the top is stated for Section 11 evidence panel, quarterly "
            "case review days, MASH Steering Group and Improvement Board; nor for 34 "
            "beside it."
        )
        assert len(found.to_records()) == 38
        assert "tied to nobody" in found.to_text()
        assert "YOS Steering Group" in {node.name for node in found.alone}

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "No group of the partnership is stated."),
            (
                '[[groups]]\nname="A"\n',
                f"{EVERY}.",
            ),
            (
                '[[groups]]\nname="A"\n[[groups]]\nname="B"\noutside="regional"\n',
                f"{EVERY}; none is stated for 1 beside it.",
            ),
            (
                '[[groups]]\nname="A"\ntier=1\n[[groups]]\nname="B"\n',
                "No route to the top is stated for B.",
            ),
        ],
    )
    def test_in_words(self, text: str, said: str) -> None:
        assert str(masa.governance(masa.loads(TOP + text)).unconnected()) == said


UNTOLD = """
[[partners]]
kind = "police"
name = "Force"
lead = { unknown = "not printed", at = "1" }
[[bodies]]
name = "Body"
part_of = { unknown = "not told" }
[[groups]]
name = "A"
at = "2"
members = [{ any = "nurses" }, "Body"]
invited = [{ any = "guests" }]
chair = [{ is = { any = "an officer" } }, { is = "independent" }]
vice_chair = { none = true }
reports_to = [{ unknown = "not printed" }]
inside = { unknown = "not printed" }
chair_chosen = { unknown = "not printed" }
[[groups]]
name = "B"
chair = { unknown = "not printed" }
[[functions]]
name = "Audit"
reports_to = [{ unknown = "not printed" }]
done_by = { unknown = "not printed" }
[[escalation]]
who = "managers"
[[escalation]]
who = "Force"
[[same_as]]
one = "A"
other = "B"
[[same_as]]
one = "A"
other = "Body"
same = "no"
"""


class TestUnresolved:
    def test_every_kind(self) -> None:
        found = masa.governance(masa.loads(TOP + UNTOLD)).unresolved()
        untold = "not printed, and who that is cannot be told"
        assert [str(end) for end in found] == [
            "A: nurses, described and not named (s.2)",
            "A: guests, described and not named (s.2)",
            "A: an officer, described and not named (s.2)",
            "A: a chair that is independent, described and not named (s.2)",
            "the stages of a disagreement: managers, described and not named",
            f"the lead of Force: {untold} (s.1)",
            "what Body is part of: not told, and who that is cannot be told",
            f"to whom A reports: {untold} (s.2)",
            f"in what A is: {untold} (s.2)",
            f"who chooses the chair of A: {untold} (s.2)",
            f"who chairs B: {untold}",
            f"to whom Audit reports: {untold}",
            f"who does Audit: {untold}",
            "two names: A and B, and whether they mean the same cannot be told",
        ]
        assert len(found.to_records()) == len(found) == 14
        assert "14 references to nobody who is named." in found.to_text()

    def test_one_and_none(self) -> None:
        text = f'{TOP}[[groups]]\nname="A"\nchair="independent"\n'
        one = masa.governance(masa.loads(text))
        assert str(one.unresolved()).startswith("1 reference to nobody who is named.")
        none = masa.governance(masa.loads(TOP)).unresolved()
        assert str(none) == "Every reference means somebody who is named."
        assert none.to_text() == f"{none}\n"
