"""A source is a place in a document, printed as a reader would look it up."""

from typing import Any

import pytest

from masa.ground.errors import KindError, TextError
from masa.ground.sources import Source


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        pytest.param({"place": "7"}, "s.7", id="a section by its number"),
        pytest.param({"place": "10, criteria"}, "s.10, criteria", id="and a heading"),
        pytest.param({"place": "Appendix 1"}, "Appendix 1", id="a heading alone"),
        pytest.param(
            {"place": "7", "document": "plan"}, "plan, s.7", id="in a document"
        ),
    ],
)
def test_prints_as_a_reference(parts: dict[str, Any], printed: str) -> None:
    assert str(Source(**parts)) == printed


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"place": ""}, id="an empty place"),
        pytest.param({"place": "a\u200bb"}, id="a hidden character"),
        pytest.param({"place": "7", "document": "The Plan"}, id="no id of a document"),
    ],
)
def test_refuses_a_text_that_is_none(parts: dict[str, Any]) -> None:
    with pytest.raises(TextError):
        Source(**parts)


def test_is_made_of_a_place_a_source_or_nothing() -> None:
    source = Source("7")
    assert Source.of("7") == source
    assert Source.of(source) is source
    assert Source.of(None) is None


@pytest.mark.parametrize("value", [7, ["7"], True])
def test_is_made_of_nothing_else(value: object) -> None:
    with pytest.raises(KindError, match="is not a place"):
        Source.of(value)


def test_takes_no_number_for_a_place() -> None:
    parts: dict[str, Any] = {"place": 7}
    with pytest.raises(KindError):
        Source(**parts)
