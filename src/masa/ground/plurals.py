"""Whether a name means several, and the words of a verb that go with it.

A council, a trust and a team do what they do; schools, agencies and young people do it.
"""

import re
from functools import lru_cache

__all__ = ["agreeing", "is_plural"]

_AFTER = re.compile(
    r"\s(?:of|for|in|on|at|to|by|with|without|within|from|against|outside|under|who|whose|"
    r"that|which)\s|\s?\(",
    re.IGNORECASE,
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|\W)\Z|['\N{RIGHT SINGLE QUOTATION MARK}]s\Z")
_IRREGULAR = frozenset({"people", "children", "police", "staff", "those"})
_VERBS = {"is": "are", "has": "have"}
_OTHERS = {"its": "their", "it": "them", "a member": "members", "one of": "among"}


@lru_cache(maxsize=4096)
def is_plural(name: str, *, is_post: bool = False) -> bool:
    """Say whether a name means several, by the noun that it is built on.

    A guess from the spelling: the last word before "of", "for", "who" and the like. A
    post is one even if its title ends with "Services".

    Args:
        name: The name.
        is_post: Whether it is the title of a post.

    Example:
        >>> is_plural("schools, colleges and other educational providers")
        True
        >>> is_plural("one of the scrutiny committees")
        False
    """
    words = _AFTER.split(name.strip(), maxsplit=1)[0].split()
    noun = words[-1].strip(",;:.\N{RIGHT DOUBLE QUOTATION MARK}") if words else ""
    if noun in _IRREGULAR or noun.lower() == "those":
        return True
    if is_post and not noun.islower():
        return False
    return noun.endswith("s") and not _NOT_PLURAL.search(noun)


def agreeing(words: str, *, plural: bool) -> str:
    """Put the words of a verb, such as "reports to", into the number of who does it.

    Args:
        words: The words, as one does it.
        plural: Whether several do it.

    Example:
        >>> agreeing("has as its contact point", plural=True)
        'have as their contact point'
    """
    if not plural:
        return words
    first, _, rest = words.partition(" ")
    verb = _VERBS.get(first, first.removesuffix("s"))
    for one, several in _OTHERS.items():
        rest = re.sub(rf"\b{one}\b", several, rest)
    return f"{verb} {rest}".rstrip()
