"""What a name, a free text, an id and an echo in an error message may hold.

One policy, applied where values are made and never in a renderer: whatever
prints stays (an accent, a bracket, an emoji), whatever hides is refused.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from datetime import date
from typing import Annotated

from masa.ground.errors import KindError, TextError

__all__ = [
    "Identifier",
    "Name",
    "Prose",
    "Ref",
    "Reference",
    "check_names",
    "did_you_mean",
    "echo",
    "few",
    "identifier",
    "in_short",
    "listed",
    "name",
    "prose",
    "ref",
    "reference",
    "sentence",
    "text_of",
    "with_article",
]

NAME_MOST = 200
PROSE_MOST = 4_000
ECHO_MOST = 80
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})
_HIDDEN = frozenset(
    map(chr, (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x206A)))
) | {"\u061c", "\ufeff"}
_REFERENCE = re.compile(r"[A-Z0-9/-]{1,40}")
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*\Z")


def name(value: object) -> str:
    """Check a name: one line, 1 to 200 characters, nothing hidden in it.

    Raises:
        KindError: If it is not text.
        TextError: If it is empty, too long, padded, not in normal form NFC, or
            holds a control, bidirectional, zero-width or unassigned character.
    """
    return _checked(value, "a name", NAME_MOST, allowed="")


def check_names(values: Collection[object]) -> None:
    """Check several names, each as `name` does, and plain ones all at once.

    Raises:
        KindError: If one is not text.
        TextError: If one breaks the text policy.
    """
    if not _are_plain(values):
        for value in values:
            name(value)


def _are_plain(values: Collection[object]) -> bool:
    """Say whether several texts are plainly names, which is much faster to see."""
    try:
        row = " ".join(("", *values, ""))  # type: ignore[arg-type] # as is then told
    except TypeError:
        return False
    if "  " in row or not row.isprintable():
        return False
    if not row.isascii() and not unicodedata.is_normalized("NFC", row):
        return False
    most = len(row) - 2 * len(values)  # if all the others have one character
    return most <= NAME_MOST or max(map(len, values)) <= NAME_MOST  # type: ignore[arg-type] # likewise


def ref(value: object) -> str:
    """Check a reference to something by its name or id, as `name` does.

    Raises:
        KindError: If it is not text.
        TextError: If it could not be a name.
    """
    return _checked(value, "a name", NAME_MOST, allowed="")


def prose(value: object) -> str:
    """Check a free text: as a name, but 1 to 4,000 characters and newlines.

    Raises:
        KindError: If it is not text.
        TextError: If it is empty, too long, padded or holds a hidden character.
    """
    return _checked(value, "a text", PROSE_MOST, allowed="\n")


def identifier(value: object) -> str:
    """Check an id: small letters and digits, joined by ``-``, ``.`` or ``/``.

    Raises:
        KindError: If it is not text.
        TextError: If it has another form or more than 200 characters.
    """
    text = _checked(value, "an id", NAME_MOST, allowed="")
    if _IDENTIFIER.match(text) is None:
        raise TextError(
            f"{echo(text)} is not an id",
            remedy='write small letters and digits joined by -, . or /: "barnet"',
        )
    return text


def reference(value: object) -> str:
    """Check the reference of a case, which is too short to tell who it is about.

    Raises:
        KindError: If it is not text.
        TextError: If it is not 1 to 40 capital letters, digits, ``/`` and ``-``.
    """
    if _REFERENCE.fullmatch(text_of(value)) is None:
        raise TextError(
            f"{echo(value)} is not a case reference",
            remedy='write at most 40 capitals, digits, "/" and "-": "LSCPR-2026/3"',
        )
    return text_of(value)


Name = Annotated[str, name]
Prose = Annotated[str, prose]
Identifier = Annotated[str, identifier]
Ref = Annotated[str, ref]
Reference = Annotated[str, reference]


def _checked(value: object, what: str, most: int, *, allowed: str) -> str:
    if not isinstance(value, str):
        raise KindError(f"{echo(value)} is not text", remedy=f"write {what} in quotes")
    if value.strip() != value or not value:
        fault = "is empty" if not value.strip() else "begins or ends with a space"
        raise TextError(f"{what} {fault}: {echo(value)}", remedy="write it without")
    if len(value) > most:
        raise TextError(
            f"{what} has {len(value):,} characters: {echo(value)}",
            remedy=f"write at most {most:,}",
        )
    if not (value.isascii() and value.isprintable()):
        _refuse_hidden(value, what, allowed)
    return value


def _refuse_hidden(value: str, what: str, allowed: str) -> None:
    held = "" if value.isprintable() else value  # which is much faster to see
    for place, char in enumerate(held, 1):
        if char in allowed:
            continue
        if char in _HIDDEN or unicodedata.category(char) in _HIDDEN_CATEGORIES:
            raise TextError(
                f"{what} holds the hidden character U+{ord(char):04X} "
                f"at position {place}: {echo(value)}",
                remedy="leave it out",
            )
    if not unicodedata.is_normalized("NFC", value):
        raise TextError(
            f"{what} is not in Unicode normal form NFC: {echo(value)}",
            remedy="write each accented letter as one character",
        )


def echo(value: object) -> str:
    """Show a value in an error message: quoted, harmless, at most 80 characters."""
    try:
        text = _printed(value)
    except ValueError:  # Python refuses to print an integer of over 4,300 digits
        text = "a number of thousands of digits"
    if len(text) > ECHO_MOST:
        text = text[: ECHO_MOST - 1] + "…"
    safe = "".join(c if c.isprintable() else _escaped(c) for c in text)
    return safe if len(safe) <= ECHO_MOST else safe[: ECHO_MOST - 1] + "…"


def text_of(value: object) -> str:
    """Check that something that is to be read is text.

    Raises:
        KindError: If it is not.
    """
    if not isinstance(value, str):
        raise KindError(f"{echo(value)} is not text", remedy="give it as text")
    return value


def with_article(words: str) -> str:
    """Put "a" or "an" before some words; what begins with a u is taken as a unit."""
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"


def in_short(text: str) -> str:
    """Cut a text that goes into a message to at most 80 characters."""
    return text if len(text) <= ECHO_MOST else text[: ECHO_MOST - 1] + "…"


def _printed(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return value.isoformat() if isinstance(value, date) else repr(value)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def did_you_mean(word: object, candidates: Iterable[str]) -> str:
    """Suggest the nearest of the candidates, or say nothing.

    Returns:
        ``did you mean "Leadership Forum"?``, or an empty text, as for what is no text.
    """
    if not isinstance(word, str):
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 (only errors need it)

    by_fold = {candidate.casefold(): candidate for candidate in candidates}
    near = get_close_matches(word.casefold()[:NAME_MOST], by_fold, n=1, cutoff=0.6)
    return f"did you mean {echo(by_fold[near[0]])}?" if near else ""


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Join words as English does: ``a, b and c``."""
    words = list(items)
    if len(words) < 2:  # noqa: PLR2004 (one word needs no joint)
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def sentence(words: str) -> str:
    """Begin a sentence: its first letter becomes a capital, the rest stays."""
    return words[:1].upper() + words[1:]


def few(items: Iterable[str], *, most: int = 8) -> str:
    """Join the first few of some names, and say how many more there are.

    Names that have a comma in them are kept apart by semicolons.

    Args:
        items: The names.
        most: How many to give at most.
    """
    words = list(items)
    rest = len(words) - most
    if rest > 0:
        words = [*words[:most], f"{rest:,} more"]
    if any("," in word for word in words[:-1]):
        return f"{'; '.join(words[:-1])}; and {words[-1]}"
    return listed(words)
