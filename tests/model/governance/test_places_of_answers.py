"""Every answer that is made of what is printed hands over where, each place once."""

from collections.abc import Callable

import pytest

import masa
from masa import Governance, Source

BARNET = masa.governance(masa.examples.load("barnet"))
PANEL, FORUM = "Child Death Overview Panel", "Leadership Forum"
ROUND = masa.governance(
    masa.loads(
        'id = "x"\ntitle = "X"\n'
        '[[groups]]\nname = "A"\nreports_to = { is = "B", at = "1" }\n'
        '[[groups]]\nname = "B"\nreports_to = { is = "A", at = "2" }\n'
    )
)
APART = masa.governance(
    masa.loads(
        'id = "x"\ntitle = "X"\n'
        '[[groups]]\nname = "Top"\ntier = 1\nat = "1"\n'
        '[[groups]]\nname = "Planned"\nat = "2"\n'
        'reports_to = { is = "Top", standing = "proposed" }\n'
        '[[groups]]\nname = "Alone"\nat = "3"\n'
        'members = [{ any = "a head", at = "4" }, { any = "a nurse", at = "4" }]\n'
    )
)
ANSWERS: list[tuple[Governance, Callable[[Governance], object], list[str]]] = [
    (BARNET, lambda graph: graph.routes(PANEL).at, ["s.7"]),
    (BARNET, lambda graph: graph.answers_to(PANEL).at, ["s.7"]),
    (BARNET, lambda graph: graph.without(PANEL).at, ["s.7"]),
    (BARNET, lambda g: g.scrutiny(FORUM).at, ["s.12", "s.7, annual report"]),
    (ROUND, lambda graph: graph.circles().at, ["s.1", "s.2"]),
    (BARNET, lambda graph: graph.must_pass(PANEL).at, ["s.7"]),
    (BARNET, lambda graph: graph.must_pass("Cafcass").at, []),
    (BARNET, lambda graph: graph.single_points(most=3).at, ["s.5", "s.7"]),
    (APART, lambda graph: graph.unconnected().at, ["s.3", "s.2"]),
    (APART, lambda graph: graph.unresolved().at, ["s.4"]),
]


@pytest.mark.parametrize(
    ("graph", "ask", "places"),
    ANSWERS,
    ids=(
        *("routes", "lines", "what is lost", "scrutiny", "circles"),
        *("what is passed", "what is passed and only meant together", "single points"),
        *("who is unconnected", "what is unresolved"),
    ),
)
def test_an_answer_hands_over_its_places_each_once(
    graph: Governance, ask: Callable[[Governance], object], places: list[str]
) -> None:
    at = ask(graph)
    assert isinstance(at, tuple)
    assert all(isinstance(one, Source) for one in at)
    assert list(map(str, at)) == places


def test_the_pairs_of_groups_that_overlap_are_gone_through_one_by_one() -> None:
    found = BARNET.overlaps(most=3)
    assert tuple(found) == found.pairs
    assert len(found) == 3
