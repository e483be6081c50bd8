"""The signs of a time axis differ without their colours."""

import re
from itertools import combinations

import pytest

from masa.ground.signs import REACH, Pattern, Shape, painted_bar, painted_shape


def without_colour(part: str) -> str:
    """Leave black for every colour but white."""
    return re.sub(r"#(?!ffffff)[0-9a-f]{6}", "#000000", part)


def places(part: str) -> list[tuple[float, float]]:
    """Give the points that a part is drawn through."""
    return [
        (float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", part)
    ]


def test_every_sign_differs_in_black_and_white() -> None:
    shapes = [painted_shape(shape, (50, 50)) for shape in Shape]
    bars = [painted_bar(pattern, (50, 50), 40) for pattern in Pattern]
    for one, other in combinations(map(without_colour, shapes + bars), 2):
        assert one != other


@pytest.mark.parametrize("shape", Shape)
def test_no_sign_reaches_further_than_it_says(shape: Shape) -> None:
    for x, y in places(painted_shape(shape, (50, 50))):
        assert abs(x - 50) <= REACH
        assert abs(y - 50) <= REACH


@pytest.mark.parametrize("width", [1, 3, 9.5, 10, 200])
def test_hatching_stays_within_its_box(width: float) -> None:
    strokes = places(painted_bar(Pattern.WINDOW, (50, 50), width))
    assert strokes
    for x, y in strokes:
        assert 50 <= x <= 50 + width
        assert 45 <= y <= 55


def test_hatching_rises_at_45_degrees_and_equal_distances() -> None:
    strokes = places(painted_bar(Pattern.WINDOW, (0, 5), 20))
    feet = [x + y for x, y in strokes]
    assert feet == [5, 5, 10, 10, 15, 15, 20, 20, 25, 25]
