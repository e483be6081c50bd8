"""A name that two things carry, and that nobody refers to, is no fault anywhere."""

from collections.abc import Callable

import pytest
from attrs import evolve

import masa
from masa.ground.errors import MasaError
from masa.ground.shown import Shown
from masa.report import describe

EXAMPLES = ("barnet", "croydon", "haringey", "pan-dorset", "somerset")


def with_namesakes(found: masa.Arrangement) -> masa.Arrangement:
    """Add a body that has as other names all those to which nothing refers."""
    nodes, shared = masa.governance(found).nodes, found
    names: tuple[masa.Statement[str], ...] = ()
    for node in nodes:
        more = (*names, masa.Statement(value=node.name))
        other = masa.Body(name="~ other", also=more)
        try:
            shared = evolve(found, bodies=(*found.bodies, other))
        except MasaError:  # it would be unclear what refers to that name
            continue
        names = more
    return shared


BOTH = {name: with_namesakes(masa.examples.load(name)) for name in EXAMPLES}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda a: masa.check(a, edition="WT2018"), id="check WT2018"),
        pytest.param(lambda a: masa.check(a, edition="WT2026"), id="check WT2026"),
        pytest.param(masa.survey, id="survey"),
        pytest.param(masa.check_structure, id="structure"),
        pytest.param(masa.governance, id="governance"),
        pytest.param(describe, id="report"),
    ],
)
def test_is_answered_as_ever(
    name: str, answer: Callable[[masa.Arrangement], Shown]
) -> None:
    assert BOTH[name].bodies[-1].also
    assert answer(BOTH[name]).to_text()
