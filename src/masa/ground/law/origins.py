"""What each data file of the law was taken from: every one opens with it."""

from datetime import date

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.law.files import strictly, tree
from masa.ground.shown import Shown
from masa.ground.text import Name

__all__ = ["Origin", "origin"]


@frozen(kw_only=True, field_transformer=checked)
class Origin(Shown):
    """What a data file was taken from; every one opens with it.

    Args:
        title: What it holds.
        taken_from: What it was taken from.
        published_by: Who publishes that.
        read_on: The day on which it was read.
    """

    title: Name
    taken_from: tuple[Name, ...]
    published_by: tuple[Name, ...]
    read_on: date


def origin(name: str) -> Origin:
    """Give what a data file was taken from.

    Raises:
        DocumentError: If it does not say so properly.
    """
    plain = {k: v for k, v in tree(name).items() if not _is_content(v)}
    return strictly(Origin, plain, name)


def _is_content(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
