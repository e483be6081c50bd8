"""Arrangements and cases from and to TOML and JSON, by one walk over annotations.

TOML is what a person writes: brief, with place and standing inherited from the
table around. JSON is what programs exchange: a place and a standing on every
fact, equal arrangements in identical bytes. Both are read by the same strict
walk: nothing is converted silently, and all faults of a file come in one error.
"""

import os
import secrets
import shutil
from collections.abc import Collection
from pathlib import Path as FilePath
from typing import IO, TypeVar

from masa.ground.documents import LIMITS, Limits, decoded, located, parsed
from masa.ground.errors import DocumentError, KindError, UnreadableError
from masa.ground.reading import read
from masa.ground.text import echo
from masa.ground.writing import to_json, to_toml
from masa.model.arrangement import COLLECTIVES, Arrangement
from masa.model.cases import Case
from masa.model.documents import Document

__all__ = ["dump", "dumps", "load", "load_case", "loads", "loads_case"]

T = TypeVar("T", Arrangement, Case)
Format = str | None
CALLED: dict[type, str] = {Arrangement: "an arrangement", Case: "a case"}
ALWAYS: dict[type, Collection[str]] = {Arrangement: COLLECTIVES, Case: ()}
DOCUMENTS: dict[type, type | None] = {Arrangement: Document, Case: None}


def load(
    file: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str | None = None,  # noqa: A002 (the word users look for)
    limits: Limits = LIMITS,
) -> Arrangement:
    """Read an arrangement from a file.

    Args:
        file: A path, or an open file of text or bytes.
        format: ``toml`` or ``json``; unless given, by the file's name, or else
            JSON if the text begins with ``{``.
        limits: How large the document may be.

    Raises:
        UnreadableError: If the file cannot be opened or read.
        DocumentError: If anything is wrong with what it holds; every fault at
            once, each with its path and, where known, its line.
        KindError: If there is no such format, or it is no file.
    """
    return _from_file(Arrangement, file, format, limits)


def load_case(
    file: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str | None = None,  # noqa: A002 (the word users look for)
    limits: Limits = LIMITS,
) -> Case:
    """Read a case from a file.

    Args:
        file: A path, or an open file of text or bytes.
        format: ``toml`` or ``json``; unless given, by the file's name, or else
            JSON if the text begins with ``{``.
        limits: How large the document may be.

    Raises:
        UnreadableError: If the file cannot be opened or read.
        DocumentError: If anything is wrong with what it holds, facts that contradict
            one another included; every fault at once, each with its path and, where
            known, its line.
        KindError: If there is no such format, or it is no file.
    """
    return _from_file(Case, file, format, limits)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,  # noqa: A002 (the word users look for)
    limits: Limits = LIMITS,
) -> Arrangement:
    """Read an arrangement from a text, or from the bytes of one.

    Args:
        text: The document.
        format: ``toml`` or ``json``; unless given, JSON if it begins with ``{``.
        limits: How large the document may be.

    Raises:
        DocumentError: If anything is wrong with it; every fault at once, each
            with its path and, where known, its line.
        KindError: If there is no such format, or it is no text.
    """
    return _from_text(Arrangement, text, format, limits)


def loads_case(
    text: str | bytes,
    *,
    format: str | None = None,  # noqa: A002 (the word users look for)
    limits: Limits = LIMITS,
) -> Case:
    """Read a case from a text, or from the bytes of one.

    Args:
        text: The document.
        format: ``toml`` or ``json``; unless given, JSON if it begins with ``{``.
        limits: How large the document may be.

    Raises:
        DocumentError: If anything is wrong with it, facts that contradict one another
            included; every fault at once, each with its path and, where known, its
            line.
        KindError: If there is no such format, or it is no text.

    Example:
        >>> print(loads_case('reference = "7"' + chr(10) + "died = false"))
        Case 7
    """
    return _from_text(Case, text, format, limits)


def dumps(
    value: Arrangement | Case,
    *,
    format: str = "toml",  # noqa: A002 (the word users look for)
) -> str:
    """Write an arrangement or a case as a text that is read back to an equal one.

    Args:
        value: What to write.
        format: ``toml``, brief, for people; or ``json``, explicit and canonical.

    Raises:
        KindError: If there is no such format, or it is neither of the two.
    """
    if not isinstance(value, Arrangement | Case):
        raise KindError(f"{echo(value)} is neither an arrangement nor a case")
    writers = {"toml": to_toml, "json": to_json}
    if format not in tuple(writers):
        raise KindError(
            f"{echo(format)} is not a format", remedy='write "toml" or "json"'
        )
    return writers[format](value)


def dump(
    value: Arrangement | Case,
    file: str | os.PathLike[str] | IO[str],
    *,
    format: str | None = None,  # noqa: A002 (the word users look for)
) -> None:
    """Write an arrangement or a case to a file, whole or not at all.

    Args:
        value: What to write.
        file: A path, or a file open for text.
        format: ``toml`` or ``json``; unless given, by the file's name, or TOML.

    Raises:
        UnreadableError: If the file cannot be written; an older file of that
            name is then as it was.
        KindError: If there is no such format, or it is neither of the two.
    """
    if isinstance(file, str | os.PathLike):
        path = FilePath(os.fsdecode(file))
        is_json = path.suffix.casefold() == ".json"
        text = dumps(value, format=format or ("json" if is_json else "toml"))
        _replace(path, text)
    elif hasattr(file, "write"):
        _write(file, dumps(value, format=format or "toml"))
    else:
        raise _no_file(file)


def _from_file(
    kind: type[T],
    file: str | os.PathLike[str] | IO[str] | IO[bytes],
    layout: Format,
    limits: Limits,
) -> T:
    data, name = _contents(file, limits)
    subject = echo(name) if name else "the document"
    text = decoded(data, subject, limits)
    suffix = FilePath(name).suffix.casefold().removeprefix(".")
    if layout is None and suffix in {"toml", "json"}:
        layout = suffix
    return _loaded(kind, text, layout or _guessed(text), subject, limits)


def _from_text(kind: type[T], text: str | bytes, layout: Format, limits: Limits) -> T:
    whole = decoded(text, "the document", limits)
    return _loaded(kind, whole, layout or _guessed(whole), "the document", limits)


def _contents(
    file: str | os.PathLike[str] | IO[str] | IO[bytes], limits: Limits
) -> tuple[str | bytes, str]:
    try:
        if isinstance(file, str | os.PathLike):
            path = FilePath(os.fsdecode(file))
            with path.open("rb") as opened:
                return opened.read(limits.octets + 1), path.name
        if hasattr(file, "read"):
            name = getattr(file, "name", "")
            return file.read(), FilePath(name).name if isinstance(name, str) else ""
    except UnicodeDecodeError as cause:
        raise UnreadableError(
            "the file is not text in the encoding it was opened with",
            remedy='open it as bytes: open(path, "rb")',
        ) from cause
    except (OSError, ValueError) as cause:
        raise _unreadable(_subject(file), "read", cause) from cause
    raise _no_file(file)


def _subject(file: object) -> str:
    if isinstance(file, str | os.PathLike):
        return echo(os.fsdecode(file))
    return "the file"


def _no_file(file: object) -> KindError:
    return KindError(
        f"{echo(file)} is not a file", remedy="give a path or an open file"
    )


def _unreadable(
    subject: str, what: str, cause: OSError | ValueError
) -> UnreadableError:
    said = getattr(cause, "strerror", None) or echo(str(cause))[1:-1]
    return UnreadableError(
        f"{subject} cannot be {what}: {said}", remedy="check the path and your rights"
    )


def _guessed(text: str) -> str:
    return "json" if text.lstrip().startswith("{") else "toml"


def _loaded(kind: type[T], text: str, layout: str, subject: str, limits: Limits) -> T:
    tree = parsed(text, layout, subject, limits)
    always, documents = ALWAYS[kind], DOCUMENTS[kind]
    value, faults = read(kind, tree, limits=limits, always=always, documents=documents)
    if faults or value is None:
        raise DocumentError(
            f"{subject} is not {CALLED[kind]}", located(faults, text, layout)
        )
    return value


def _write(file: IO[str], text: str) -> None:
    try:
        file.write(text)
    except TypeError as cause:
        raise KindError(
            "the file is not open for text",
            remedy='open it with open(path, "w", encoding="utf-8")',
        ) from cause
    except (OSError, ValueError) as cause:
        raise _unreadable("the file", "written", cause) from cause


def _replace(path: FilePath, text: str) -> None:
    """Write beside the file first, so that it is never half written."""
    beside = path.parent / f".masa-{secrets.token_hex(8)}"
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except (OSError, ValueError) as cause:
        if beside.exists():
            beside.unlink()
        raise _unreadable(echo(str(path)), "written", cause) from cause
