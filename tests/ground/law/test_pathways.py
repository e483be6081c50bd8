"""A pathway prints its clocks in order, each with the event that stops it."""

import pytest

from masa.ground.errors import UnknownNameError
from masa.ground.law.pathways import Pathway, Step

PATHWAY = Pathway(
    id="serious-incident",
    says="What follows an incident.",
    steps=(
        Step(clock="notify-panel", stopped_by="notified"),
        Step(clock="keep-report"),
    ),
)


def test_it_prints_each_clock_and_what_stops_it() -> None:
    assert str(PATHWAY) == "serious-incident: notify-panel (notified) and keep-report"


def test_a_step_is_found_by_its_clock() -> None:
    assert PATHWAY.step("keep-report") is PATHWAY.steps[1]


@pytest.mark.parametrize(
    ("clock", "remedy"),
    [
        ("notify-panels", 'did you mean "notify-panel"?'),
        ("zzz", "there are notify-panel and keep-report"),
    ],
)
def test_a_clock_that_is_not_on_it_is_refused(clock: str, remedy: str) -> None:
    with pytest.raises(UnknownNameError, match="is not on the pathway") as caught:
        PATHWAY.step(clock)
    assert caught.value.remedy == remedy
