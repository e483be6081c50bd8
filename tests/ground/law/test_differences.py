"""A difference shows every side, and what masa takes only where it takes something."""

from masa.ground.law.differences import Difference, DifferenceKind, Side

SIDES = (
    Side(
        says="Ten days.",
        source="Children Act 2004, s.1",  # type: ignore[arg-type] # plain text will do
        evidence="read",  # type: ignore[arg-type] # plain text will do
    ),
    Side(
        says="Twelve days.",
        source="Local practice",  # type: ignore[arg-type] # plain text will do
        evidence="local",  # type: ignore[arg-type] # plain text will do
        taken_by=("Essex", "Devon"),
    ),
)
OPEN = Difference(
    id="A-99", kind=DifferenceKind.AMBIGUITY, question="How many?", sides=SIDES
)
SHOWN = {
    "question": "How many?",
    "sides": "Ten days. (Children Act 2004, s.1; read)\n"
    "Twelve days. (Local practice; local, not verified; Essex and Devon)",
}


def test_an_open_question_shows_its_sides_alone() -> None:
    assert str(OPEN) == "A-99: How many?"
    assert OPEN.to_records() == [SHOWN]


def test_a_settled_one_shows_what_is_taken_and_why() -> None:
    settled = Difference(
        id="A-99",
        kind=DifferenceKind.AMBIGUITY,
        question="How many?",
        sides=SIDES,
        taken="Ten days.",
        why="It is the Act.",
        concerns=("a-rule", "a-clock"),
    )
    assert settled.to_records() == [
        {
            **SHOWN,
            "taken unless told otherwise": "Ten days.",
            "why": "It is the Act.",
            "concerns": "a-rule and a-clock",
        }
    ]
