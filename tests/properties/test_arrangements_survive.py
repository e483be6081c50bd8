"""Every arrangement that can be made is written and read back as an equal one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.codec import dumps, loads

some = settings(max_examples=40)


class TestArrangements:
    """TOML is brief, JSON explicit and canonical; neither loses anything."""

    @pytest.mark.parametrize("layout", ["toml", "json"])
    @some
    @given(arrangement=strategies.arrangements())
    def test_survive_being_written_and_read(
        self, layout: str, arrangement: masa.Arrangement
    ) -> None:
        assert loads(dumps(arrangement, format=layout), format=layout) == arrangement

    @some
    @given(strategies.arrangements())
    def test_equal_arrangements_are_identical_bytes(
        self, arrangement: masa.Arrangement
    ) -> None:
        written = dumps(arrangement, format="json")
        assert dumps(loads(dumps(arrangement)), format="json") == written
        assert dumps(loads(written), format="json") == written

    @settings(max_examples=15)
    @given(st.data())
    def test_are_found_under_everything_that_they_declare(
        self, data: st.DataObject
    ) -> None:
        arrangement = data.draw(strategies.arrangements(min_size=1))
        assert arrangement[arrangement.id] == arrangement
        for group in arrangement.groups:
            assert (
                group.id is None
                or group.id not in arrangement
                or (arrangement[group.id] == group)
            )
