"""On which line of a TOML or JSON text each key and item stands.

Parsers tell what a text says, not where. This reads only the punctuation, when a
fault has been found and a person needs the line.
"""

import json
import re
from collections.abc import Callable, Iterator

from attrs import define, field

__all__ = ["Path", "bared", "lines_of", "masked"]

Path = tuple[str | int, ...]

DEEPEST = 64
_TOML_TEXT = re.compile(
    r'"""(?:[^\\]|\\.|\\\Z)*?(?:"{3,5}|\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n]?)*+(?:"|(?=\n)|\Z)'
    r"|'[^'\n]*+(?:'|(?=\n)|\Z)"
    r"|#[^\n]*",
    re.DOTALL,
)
_JSON_TEXT = re.compile(r'"(?:[^"\\\n]|\\[^\n]?)*+(?:"|(?=\n)|\Z)')
_TOKEN = re.compile(r"[\[\]{},=:\n]|[^\[\]{},=:\n]+")
_KEY_PART = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^.\s]+')


def bared(text: str, layout: str) -> str:
    """Put one mark for each string and comment, so that punctuation is left."""
    pattern = _TOML_TEXT if layout == "toml" else _JSON_TEXT
    return pattern.sub("_", text)


def masked(text: str, layout: str) -> str:
    """Blank out strings and comments, so that only punctuation and layout remain.

    It is as long as the text; a newline within a string is blanked out too.
    """
    pattern = _TOML_TEXT if layout == "toml" else _JSON_TEXT
    return pattern.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    blank = " " if found.group().startswith("#") else "_"
    return blank * len(found.group())


def lines_of(text: str, layout: str) -> Iterator[tuple[Path, int]]:
    """Yield the path of each key and item with its line, in the order of the text.

    A path that stands twice is yielded twice; what lies deeper than any
    arrangement is left out.
    """
    scan = _Scan(text, masked(text, layout))
    return scan.document() if layout == "toml" else scan.value(())


@define
class _Scan:
    """One pass over the text, token by token."""

    text: str
    mask: str
    line: int = 1
    marks: list[re.Match[str]] = field(factory=list)
    place: int = 0
    tables: dict[Path, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.marks = list(_TOKEN.finditer(self.mask))

    @property
    def mark(self) -> str:
        at_end = self.place >= len(self.marks)
        return "" if at_end else self.marks[self.place].group()

    def step(self) -> None:
        found = self.marks[self.place]
        self.line += self.text.count("\n", found.start(), found.end())
        self.place += 1

    def step_on(self, before: int) -> None:
        """Step over what is out of place, so that the scan always ends."""
        if self.mark and self.place == before:
            self.step()

    def skip_blank(self) -> None:
        while self.mark and not self.mark.strip():
            self.step()

    def words(self, ends: str) -> str:
        """Take the text up to one of the ends, or to the end of the text."""
        start = stop = self.marks[self.place].start() if self.mark else 0
        while self.mark and self.mark not in ends:
            stop = self.marks[self.place].end()
            self.step()
        return self.text[start:stop].strip()

    def document(self) -> Iterator[tuple[Path, int]]:
        table: Path = ()
        while self.mark:
            self.skip_blank()
            if self.mark == "[":
                table = self.header()
                yield table, self.line
                self.words("\n")
            elif self.mark:
                before = self.place
                yield from self.pair(table, "=\n")
                self.step_on(before)

    def header(self) -> Path:
        """Take a table header; each ``[[…]]`` is one more item of its list."""
        self.step()
        is_item = self.mark == "["
        if is_item:
            self.step()
        path: Path = ()
        keys = _keys(self.words("]\n"))
        for place, key in enumerate(keys, 1):
            path = (*path, key)
            if is_item and place == len(keys):
                self.tables[path] = self.tables.get(path, -1) + 1
            if path in self.tables:
                path = (*path, self.tables[path])
        return path

    def pair(self, table: Path, ends: str) -> Iterator[tuple[Path, int]]:
        """Take a key and its value."""
        line = self.line
        path = (*table, *_keys(self.words(ends + ",}")))
        yield path, line
        if self.mark and self.mark in "=:":
            self.step()
            yield from self.value(path)

    def value(self, path: Path) -> Iterator[tuple[Path, int]]:
        self.skip_blank()
        if len(path) > DEEPEST:
            self.skip_value()
        elif self.mark == "[":
            yield from self.items(path, "]", self.item)
        elif self.mark == "{":
            yield from self.items(path, "}", lambda at, _: self.pair(at, "=:"))
        elif self.mark:
            self.words(",]}\n")

    def skip_value(self) -> None:
        """Take a value of whatever depth, without a look inside."""
        depth = 0
        while self.mark and (depth or self.mark not in ",]}\n"):
            depth += (self.mark in "[{") - (self.mark in "]}")
            self.step()

    def item(self, path: Path, number: int) -> Iterator[tuple[Path, int]]:
        yield (*path, number), self.line
        yield from self.value((*path, number))

    def items(
        self,
        path: Path,
        end: str,
        one: Callable[[Path, int], Iterator[tuple[Path, int]]],
    ) -> Iterator[tuple[Path, int]]:
        self.step()
        number = 0
        self.skip_blank()
        while self.mark and self.mark != end:
            before = self.place
            yield from one(path, number)
            number += 1
            self.skip_blank()
            if self.mark == ",":
                self.step()
            self.step_on(before)
            self.skip_blank()
        if self.mark:
            self.step()


def _keys(text: str) -> Path:
    return tuple(_unquoted(part) for part in _KEY_PART.findall(text))


def _unquoted(part: str) -> str:
    if part.startswith('"') and part.endswith('"'):
        try:
            return str(json.loads(part))
        except ValueError:
            return part.strip('"')
    return part.strip("'")
