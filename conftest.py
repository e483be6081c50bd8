"""Run the examples in the README, the docs and the docstrings as tests.

A busy machine must not fail a property, so none has a deadline.
"""

import gc

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

settings.register_profile(
    "unhurried",
    parent=settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "few", parent=settings.get_profile("unhurried"), max_examples=10
)
settings.load_profile("unhurried")

gc.set_threshold(100_000)  # the tests make many things, and few that hold each other

pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser()],
        patterns=["README.md", "docs/*.md", "docs/**/*.md"],
        excludes=["docs/_build/**"],
    )
    + Sybil(
        parsers=[DocTestParser()],
        patterns=["src/masa/*.py", "src/masa/*/*.py", "src/masa/*/*/*.py"],
    )
).pytest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the examples of a page in order, however other tests are shuffled."""
    places = [place for place, item in enumerate(items) if isinstance(item, SybilItem)]
    examples = sorted((items[place] for place in places), key=_page_and_line)
    for place, example in zip(places, examples, strict=True):
        items[place] = example


def _page_and_line(item: pytest.Item) -> tuple[str, int]:
    path, line, _ = item.location
    return path, line or 0
