"""Whatever a document holds, it loads or is refused with an error of ours."""

import json
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from masa.codec import dumps, loads, loads_case
from masa.ground.errors import DocumentError, MasaError
from masa.ground.lines import lines_of, masked

TOML = """\
id = "barnet"
title = "Arrangements"
at = "1"
name = { is = "Partnership", since = 2019-06-21, until = "2021" }
posts = { are = ["Chief", "Director"], at = "7" } # two

[[groups]]
name = "Forum"
also = ['LF', {is = "Fora", at = "2"}]
tier = 1
chair = { rotates = ["Chief", "LF"] }
meets = ["bi-monthly", { is = "monthly", at = "10" }]
members = [{ any = "public health" }, "Chief"]
complete = true
quorum = { unknown = "torn" }
remit = '''
lines'''

[[groups.invited]]
chairs_of = ["Forum"]

[[budgets]]
year = "2018/19"
contributed_total = 278_600
carried_forward = "-97.50"
"""
TREE = tomllib.loads(TOML)
CASE = tomllib.loads("""\
reference = "7"
local_authority = "Barnet"
place = { is = "Camden", at = "3" }
authorities = ["Barnet", "Camden"]
agencies = "School"
died = { is = false, at = "2" }
looked_after = { unknown = "withheld" }
rapid_review = [{ step = "gathered", on = 2026-11-20, to = "Panel" }]

[events]
aware = 2026-11-20
notified = 2026-11-23
""")
GOOD = {"toml": TOML, "json": dumps(loads(TOML), format="json")}
PIECES = [
    *"[]{}=:,.\"'#\n\\ -09",
    *("[[", "]]", '"""', "'''", "\\u", "\\ud800", "null", "true", "1.5", "1e999"),
    *("NaN", "0xff", "2019-06-31", "10:00:00", "id", "at", "is", "are", "groups"),
    *("x = 1\n", "[groups]\n", "\ufeff", "\x00", "\ud800", "\u202e", "é"),
    *("e\u0301", "\r\n"),
]


@st.composite
def edited(draw: st.DrawFn, layout: str) -> str:
    """Draw a good document with a few slices deleted, put in, changed or doubled."""
    text = GOOD[layout]
    for _ in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, len(text)))
        last = min(len(text), first + draw(st.integers(0, 30)))
        cut = text[first:last]
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=4))
        put = draw(
            st.sampled_from(["", piece, piece + cut, cut + cut, cut + "\n" + cut])
        )
        text = text[:first] + put + text[last:]
    return text


def survives(data: str | bytes, layout: str | None = None) -> None:
    """Load it, and load again what it is written as; or look at its faults."""
    try:
        arrangement = loads(data, format=layout)
    except DocumentError as error:
        explains(error, len(data))
    else:
        assert loads(dumps(arrangement)) == arrangement


def explains(error: DocumentError, size: int) -> None:
    """Check that an error names faults within the text, and can be printed."""
    assert isinstance(error, MasaError)
    assert error.faults
    assert str(error).encode()
    assert all(fault.line is None or fault.line <= size + 1 for fault in error.faults)


class TestAnyDocument:
    """Every error of a parser becomes an error of ours."""

    @settings(deadline=None)
    @given(text=st.text(), layout=st.sampled_from([None, "toml", "json"]))
    def test_of_text(self, text: str, layout: str | None) -> None:
        survives(text, layout)

    @settings(deadline=None)
    @given(
        pieces=st.lists(st.sampled_from(PIECES), max_size=40),
        layout=st.sampled_from([None, "toml", "json"]),
    )
    def test_of_punctuation(self, pieces: list[str], layout: str | None) -> None:
        survives("".join(pieces), layout)

    @settings(deadline=None)
    @given(data=st.binary(), layout=st.sampled_from([None, "toml", "json"]))
    def test_of_bytes(self, data: bytes, layout: str | None) -> None:
        survives(data, layout)

    @settings(deadline=None, max_examples=300)
    @given(text=edited("toml"))
    def test_of_toml_that_was_good(self, text: str) -> None:
        survives(text, "toml")

    @settings(deadline=None, max_examples=300)
    @given(text=edited("json"))
    def test_of_json_that_was_good(self, text: str) -> None:
        survives(text, "json")


Steps = tuple[str | int, ...]
ODD = [3, -1, True, "", "zzz", "2019-99-99", [], [3], {}, {"is": 3}, {"wrong": 1}]


def places(value: object, path: Steps = ()) -> Iterator[Steps]:
    """Yield the path to everything within a value."""
    inner = value if isinstance(value, dict) else {}
    if isinstance(value, list):
        inner = dict(enumerate(value))
    for step, item in inner.items():
        yield (*path, step)
        yield from places(item, (*path, step))


def leads(path: Steps, value: object) -> bool:
    """Say whether a path leads anywhere, past the keys that only say a value."""
    if not path:
        return True
    if isinstance(value, list):
        number = path[0]
        is_there = isinstance(number, int) and number < len(value)
        return is_there and leads(path[1:], value[int(number)])
    if not isinstance(value, dict):
        return False
    said = (value[key] for key in ("is", "are") if key in value)
    if path[0] in value and leads(path[1:], value[path[0]]):
        return True
    return any(leads(path, one) for one in said)


class TestAnyPart:
    """Whatever stands in the place of a part, each fault says where in the file."""

    @given(st.data(), st.sampled_from([(TREE, loads), (CASE, loads_case)]))
    def test_of_what_was_good(
        self, data: st.DataObject, good: tuple[dict[str, Any], Callable[..., object]]
    ) -> None:
        tree, load = deepcopy(good[0]), good[1]
        some = st.lists(st.sampled_from([*places(tree)]), min_size=1, max_size=2)
        where, odd = data.draw(some), data.draw(st.sampled_from(ODD))
        for *around, last in where:
            held: Any = tree
            with suppress(
                KeyError, IndexError, TypeError
            ):  # within another that is odd
                for step in around:
                    held = held[step]
                assert held[last] is not None
                held[last] = deepcopy(odd)
        try:
            load(json.dumps(tree, default=str), format="json")
        except DocumentError as error:
            for fault in error.faults:
                assert leads(fault.path, tree), fault


class TestAnyLines:
    """The checks before parsing end on any text."""

    @settings(deadline=None)
    @given(
        text=st.text() | st.lists(st.sampled_from(PIECES)).map("".join),
        layout=st.sampled_from(["toml", "json"]),
    )
    def test_masking_keeps_every_place(self, text: str, layout: str) -> None:
        assert len(masked(text, layout)) == len(text)

    @settings(deadline=None)
    @given(
        text=edited("toml")
        | edited("json")
        | st.lists(st.sampled_from(PIECES)).map("".join),
        layout=st.sampled_from(["toml", "json"]),
    )
    def test_lines_are_found_in_order(self, text: str, layout: str) -> None:
        lines = [line for _, line in lines_of(text, layout)]
        assert lines == sorted(lines)
        assert all(1 <= line <= text.count("\n") + 1 for line in lines)
