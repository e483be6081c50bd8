"""Shares in whole units: exact by largest remainder, or each by itself."""

from collections.abc import Callable, Mapping

import pytest

from masa.ground.errors import RangeError
from masa.ground.shares import Apportionment, half_up, largest_remainder


class TestLargestRemainder:
    @pytest.mark.parametrize(
        ("weights", "units", "shares", "tied"),
        [
            pytest.param(
                {"a": 1, "b": 1, "c": 1},
                100,
                {"a": 34, "b": 33, "c": 33},
                ("a", "b", "c"),
                id="three equal claims leave one unit to the alphabet",
            ),
            pytest.param(
                {"b": 1, "a": 1},
                3,
                {"a": 2, "b": 1},
                ("a", "b"),
                id="the alphabet decides and not the order of rows",
            ),
            pytest.param(
                {"a": 6, "b": 3, "c": 1},
                100,
                {"a": 60, "b": 30, "c": 10},
                (),
                id="whole quotas leave nothing over",
            ),
            pytest.param(
                {"a": 47, "b": 16, "c": 37},
                10,
                {"a": 5, "b": 1, "c": 4},
                (),
                id="the largest remainders get what is left",
            ),
            pytest.param(
                {"a": 3, "b": 3, "c": 1},
                2,
                {"a": 1, "b": 1, "c": 0},
                (),
                id="equal remainders that all get a unit are no tie",
            ),
            pytest.param(
                {"a": 3, "b": 1, "c": 1},
                3,
                {"a": 2, "b": 1, "c": 0},
                ("b", "c"),
                id="a tie names only those of equal claim",
            ),
            pytest.param({"a": 1, "b": 0}, 7, {"a": 7, "b": 0}, (), id="no weight"),
            pytest.param({"a": 2, "b": 1}, 0, {"a": 0, "b": 0}, (), id="nothing"),
            pytest.param(
                {"a": 1, "b": 2},
                -2,
                {"a": -1, "b": -1},
                (),
                id="a debt is shared exactly too",
            ),
        ],
    )
    def test_adds_up(
        self,
        weights: dict[str, int],
        units: int,
        shares: dict[str, int],
        tied: tuple[str, ...],
    ) -> None:
        assert largest_remainder(weights, units) == Apportionment(
            units=shares, tied=tied
        )

    def test_keeps_the_order_given(self) -> None:
        assert list(largest_remainder({"z": 1, "a": 2}, 9).units) == ["z", "a"]


class TestHalfUp:
    @pytest.mark.parametrize(
        ("weights", "units", "shares"),
        [
            pytest.param(
                {"a": 1, "b": 1}, 3, {"a": 2, "b": 2}, id="halves go up, beyond the sum"
            ),
            pytest.param(
                {"a": 1, "b": 1, "c": 1},
                100,
                {"a": 33, "b": 33, "c": 33},
                id="thirds go down, below the sum",
            ),
            pytest.param(
                {"a": 1, "b": 1}, -3, {"a": -1, "b": -1}, id="a half debt goes up too"
            ),
            pytest.param(
                {"a": 9, "b": 1}, -1, {"a": -1, "b": 0}, id="most of a debt is one"
            ),
        ],
    )
    def test_rounds_each_by_itself(
        self, weights: dict[str, int], units: int, shares: dict[str, int]
    ) -> None:
        assert half_up(weights, units) == Apportionment(units=shares)


@pytest.mark.parametrize("share", [largest_remainder, half_up])
@pytest.mark.parametrize(
    "weights",
    [
        pytest.param({}, id="nobody"),
        pytest.param({"a": 0, "b": 0}, id="no weight at all"),
        pytest.param({"a": -1, "b": 3}, id="a negative weight"),
    ],
)
def test_needs_something_to_share_by(
    share: Callable[[Mapping[str, int], int], Apportionment], weights: dict[str, int]
) -> None:
    with pytest.raises(RangeError, match="nothing to share by"):
        share(weights, 100)
