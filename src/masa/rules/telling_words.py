"""By which words a text speaks of education, of reviews and the like."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

__all__ = ["own_words", "speaks_of"]

_WORD = re.compile(r"[^\W\d_]{4,}")


def speaks_of(theme: str, texts: Iterable[str]) -> bool:
    """Say whether some text has a word of a theme; the words stand in the data.

    Args:
        theme: Such as "education".
        texts: The texts.
    """
    text = "\n".join(texts).casefold()
    if not any(beginning in text for beginning in _lists()[theme]):
        return False  # which is much faster to see
    return _beginnings(theme).search(text) is not None


def own_words(text: str) -> frozenset[str]:
    """Give the words of a text that tell things apart, in the singular.

    Words of fewer than four letters, and such as stand in many names, are left out.
    """
    words = frozenset(_WORD.findall(text.casefold()))
    return frozenset(word.removesuffix("s") for word in words - _common())


@cache
def _beginnings(theme: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, _lists()[theme]))
    return re.compile(rf"\b(?:{words})")


@cache
def _common() -> frozenset[str]:
    return frozenset(_lists()["common"])


@cache
def _lists() -> Mapping[str, list[str]]:
    file = files("masa") / "data" / "structure-words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
