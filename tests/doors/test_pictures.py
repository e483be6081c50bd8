"""The pictures of the docs are those that masa draws."""

from pathlib import Path

import pytest

import masa

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
DRAWN = {
    "barnet": ("barnet", None, None),
    "barnet-learning-and-review": ("barnet", "Learning and Review Group", None),
    "barnet-reporting": ("barnet", None, ["reports to", "oversees"]),
    "croydon": ("croydon", None, None),
    "haringey": ("haringey", None, None),
    "pan-dorset": ("pan-dorset", None, None),
    "somerset": ("somerset", None, None),
}


def drawn(name: str, around: str | None, kinds: list[str] | None) -> str:
    graph = masa.governance(masa.examples.load(name))
    return graph.to_svg(around=around, kinds=kinds)


@pytest.mark.parametrize("picture", DRAWN)
def test_that_each_is_as_it_is_drawn(picture: str) -> None:
    held = (PICTURES / f"{picture}.svg").read_text(encoding="utf-8")
    assert held == drawn(*DRAWN[picture])


def test_that_there_is_no_other() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == set(DRAWN)
