"""A text as plain values: TOML or JSON, within limits, every fault with its line.

The limits are checked before anything is parsed, because a small hostile text
can hold a parser for seconds.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import chain

from attrs import frozen

from masa.ground.errors import DocumentError, Fault, KindError, RangeError
from masa.ground.lines import Path, bared, lines_of, masked
from masa.ground.text import echo

__all__ = ["LIMITS", "Layout", "Limits", "Unreadable", "decoded", "located", "parsed"]

Layout = str
EMPTY = "at least `id` and `title`, or `reference`, are needed"
LAYOUTS = ("toml", "json")
SAYING = "is", "are"  # the keys of a table under which it says a value, or several


@frozen(kw_only=True)
class Limits:
    """How large a document may be.

    Args:
        octets: The size of the text, in bytes of UTF-8.
        nesting: How deep lists and tables may stand in one another.
        key_parts: How many parts a dotted key may have.
        bodies: How many named things one document may declare, besides itself.
        relations: How many references it may make.
        faults: How many faults are reported at once; what is beyond is not.

    Raises:
        RangeError: If no fault is to be reported.
    """

    octets: int = 1_048_576
    nesting: int = 32
    key_parts: int = 32
    bodies: int = 5_000
    relations: int = 50_000
    faults: int = 1_000

    def __attrs_post_init__(self) -> None:
        if self.faults < 1:
            raise RangeError(
                f"at most {self.faults:,} faults tell nothing", remedy="allow for one"
            )


LIMITS = Limits()


@frozen
class Unreadable:
    """What stands where a value should be that no document may hold."""

    words: str
    remedy: str


def decoded(data: bytes | str, subject: str, limits: Limits = LIMITS) -> str:
    """Decode a document strictly as UTF-8; a byte order mark is tolerated.

    Raises:
        DocumentError: If it is too large, empty, binary or not UTF-8.
        KindError: If it is neither bytes nor text.
    """
    if not isinstance(data, bytes | str):
        raise KindError(
            f"{echo(data)} is not a document", remedy="give its text or its bytes"
        )
    size = len(data if isinstance(data, bytes) else data.encode(errors="replace"))
    if size > limits.octets:
        raise _refused(
            subject,
            f"it has more than {limits.octets:,} bytes",
            "give `limits=` if it is meant to be so large",
        )
    text = _text(data, subject) if isinstance(data, bytes) else data
    text = text.removeprefix("\ufeff")
    if "\x00" in text:
        raise _refused(subject, "it holds a NUL: it is not a text", "give a text file")
    if not text.strip():
        raise _refused(subject, "it is empty", EMPTY)
    return text


def _text(data: bytes, subject: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        fault = Fault(
            f"byte {cause.start:,} is not UTF-8",
            remedy="save the file as UTF-8 text",
            line=line,
        )
        raise DocumentError(f"{subject} cannot be read", [fault]) from cause


def _refused(
    subject: str, said: str, remedy: str, line: int | None = None
) -> DocumentError:
    fault = Fault(said, remedy=remedy, line=line)
    return DocumentError(f"{subject} cannot be read", [fault])


def parsed(
    text: str, layout: Layout, subject: str, limits: Limits = LIMITS
) -> dict[str, object]:
    """Parse a text into plain values, with `Unreadable` where one is not allowed.

    Raises:
        DocumentError: If it is too deep, is not of its layout, repeats a key, or
            is not a table at the top.
        KindError: If there is no such layout.
    """
    if layout not in LAYOUTS:
        raise KindError(
            f"{echo(layout)} is not a format", remedy='write "toml" or "json"'
        )
    _check_depth(text, layout, subject, limits)
    parse = _parsed_toml if layout == "toml" else _parsed_json
    tree = parse(text, subject)
    if not isinstance(tree, dict):
        raise _refused(
            subject, "the top of it is not a table", "write { … } with keys and values"
        )
    return tree


_BRACKET = re.compile(r"[\[\]{}]")


def _check_depth(text: str, layout: Layout, subject: str, limits: Limits) -> None:
    """Look at the bare punctuation; only a fault needs to know its line."""
    found = _excess(bared(text, layout), layout, limits)
    if found is not None:
        said, place = _excess(masked(text, layout), layout, limits) or found
        line = text.count("\n", 0, place) + 1
        raise _refused(subject, said, "no arrangement needs that", line)


def _excess(mask: str, layout: Layout, limits: Limits) -> tuple[str, int] | None:
    depth = 0
    for found in _BRACKET.finditer(mask):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > limits.nesting:
            return f"it is nested more than {limits.nesting} deep", found.start()
    dots = rf"(?:\.[^\[\]{{}},=\n.]*+){{{limits.key_parts}}}"
    if layout == "toml" and (key := re.search(dots, mask)):
        return f"a key has more than {limits.key_parts} parts", key.start()
    return None


def _no_float(text: str) -> Unreadable:
    return Unreadable(
        f"the number {echo(text)[1:-1]} has a decimal point or is no number",
        'write a whole number (97000), or as text what has decimals ("97000.50")',
    )


def _parsed_toml(text: str, subject: str) -> object:
    try:
        return tomllib.loads(text, parse_float=_no_float)
    except tomllib.TOMLDecodeError as cause:
        raise _bad_toml(text, subject, cause) from cause
    except (ValueError, RecursionError) as cause:
        raise _refused(subject, _said(cause), "check the numbers") from cause


def _said(cause: Exception) -> str:
    return f"it cannot be parsed ({echo(str(cause).partition(';')[0])[1:-1]})"


_TOML_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_REPEATED = ("Cannot", "Duplicate")
_NO_DAY = "check that there is such a day"
_SLIPS = (
    (
        re.compile(r"[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]"),
        'the quotation marks are curly; write straight ones: "…"',
    ),
    (
        re.compile(r"[\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}]"),
        'the quotation marks are curly; write straight ones: "…"',
    ),
    (
        re.compile(r"=\s*\d{2,4}/\d{2}"),
        'a financial year is a text; write it in quotes: "2018/19"',
    ),
    (
        re.compile(r"=\s*\d{1,3}(,\d{3})+"),
        "write a number without commas, or with underscores: 278_600",
    ),
    (re.compile(r"=\s*\N{POUND SIGN}"), "write an amount without the pound sign"),
    (
        re.compile(r"=\s*(?:True|False|yes|no|Yes|No)\b"),
        "write true or false, in small letters",
    ),
    (re.compile(r"=\s*[A-Za-z]"), 'a text stands in quotes: "…"'),
    (re.compile(r"=\s*\d"), 'a date or a text stands in quotes: "…"'),
    (re.compile(r"^\s*[\w .-]+:"), 'a key is followed by "=", not by ":"'),
)


_USUAL = {
    "Illegal character '\\n'": "a closing quotation mark is missing on this line",
    "Unclosed array": "a comma, or a closing ], is missing here or on a line above",
    "Unclosed inline table": "a comma, or a closing }, is missing here or above",
    "Cannot overwrite": "what may stand several times has two brackets: [[groups]]",
    "Expected newline": 'write one key on a line, and \\" for a mark within a text',
}


def _bad_toml(text: str, subject: str, cause: tomllib.TOMLDecodeError) -> DocumentError:
    said = str(cause)
    repeats = _repeats(text, "toml") if said.startswith(_REPEATED) else []
    if repeats:
        return DocumentError(f"{subject} cannot be read", repeats)
    found = _TOML_PLACE.search(said)
    number = int(found[1]) if found and found[1] else text.count("\n") + 1
    plain = echo(_TOML_PLACE.sub("", said).strip())[1:-1]
    advice = _NO_DAY if "Invalid date" in plain else _advice(text, number, plain)
    return _refused(subject, f"it is not TOML: {plain}", advice, number)


def _advice(text: str, number: int, said: str) -> str:
    line = masked(text.split("\n")[number - 1], "toml")
    fitting = (advice for slip, advice in _SLIPS if slip.search(line))
    usual = (advice for begins, advice in _USUAL.items() if said.startswith(begins))
    return next(chain(fitting, usual), "check this line and the one above it")


def _parsed_json(text: str, subject: str) -> object:
    repeated: list[Fault] = []

    def table(pairs: list[tuple[str, object]]) -> dict[str, object]:
        held = dict(pairs)
        if len(held) < len(pairs):
            repeated.append(Fault("a key stands twice", remedy="keep one of them"))
        return held

    try:
        tree: object = json.loads(
            text,
            object_pairs_hook=table,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except json.JSONDecodeError as cause:
        raise _refused(
            subject, f"it is not JSON: {cause.msg}", "check the line", cause.lineno
        ) from cause
    except (ValueError, RecursionError) as cause:
        raise _refused(subject, _said(cause), "check the numbers") from cause
    if repeated:
        faults = _repeats(text, "json") or repeated
        raise DocumentError(f"{subject} cannot be read", faults)
    return tree


def _repeats(text: str, layout: Layout) -> list[Fault]:
    seen: dict[Path, int] = {}
    again: set[Path] = set()
    faults = []
    for path, line in lines_of(text, layout):
        if path in seen:
            again.add(path)
        if path in again and again.isdisjoint(_around(path[:-1])):
            faults.append(
                Fault(
                    f"the key stands twice, on lines {seen[path]} and {line}",
                    remedy="keep one of them",
                    path=path,
                    line=line,
                )
            )
        seen.setdefault(path, line)
    return faults


def _around(path: Path) -> Iterator[Path]:
    """Yield a path and those of the tables and lists around it, inmost first."""
    return (path[:steps] for steps in range(len(path), 0, -1))


def located(faults: list[Fault], text: str, layout: Layout) -> list[Fault]:
    """Give each fault the line of its path, or of the nearest thing around it.

    A path leaves out the keys under which a table says a value; its line is that of the
    value.
    """
    wanted = {place for fault in faults for place in _around(fault.path)}
    longest = max(map(len, wanted), default=0)
    lines: dict[Path, int] = {}
    for path, line in lines_of(text, layout):
        bare = tuple(step for step in path if step not in SAYING)
        for place in _around(bare[:longest]):
            if place in wanted:
                lines.setdefault(place, line)
        if path[-1:] and path[-1] in SAYING and bare in wanted:
            lines[bare] = line
    for fault in faults:
        found = (lines[place] for place in _around(fault.path) if place in lines)
        if fault.line is None:
            fault.line = next(found, None)
    return sorted(faults, key=lambda fault: fault.line or 0)
