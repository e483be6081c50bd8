"""Malformed documents, each with the fault that it must be refused for, and where.

The systematic rows are made from the annotations of the classes themselves, so
that a new field is covered on the day on which it is added.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import cast

import pytest
from _pytest.mark import ParameterSet
from attrs import frozen

from masa.codec import loads
from masa.ground.documents import LIMITS, Limits
from masa.ground.errors import DocumentError, MasaError
from masa.ground.shapes import (
    Facts,
    Leaf,
    Many,
    Maybe,
    Said,
    Shape,
    Value,
    parts,
    words_of,
)
from masa.ground.text import listed, with_article
from masa.model.arrangement import Arrangement

Row = ParameterSet
TOP = 'id = "barnet"\ntitle = "Arrangements"\n'
GROUP = TOP + '[[groups]]\nname = "Forum"\n'
BUDGET = TOP + '[[budgets]]\nyear = "2018/19"\n'
POST = TOP + '[[posts]]\nname = "Director"\n'


@frozen
class Bad:
    """A document that must be refused, and the words it must be refused with."""

    text: str | bytes
    where: str
    says: str
    layout: str | None = None
    limits: Limits = LIMITS
    among_others: bool = False


def bad(  # noqa: PLR0913 (the columns of the table)
    case: str,
    text: str | bytes,
    path: str,
    line: int | None,
    says: str,
    *,
    layout: str | None = None,
    limits: Limits = LIMITS,
    among_others: bool = False,
) -> Row:
    place = "" if line is None else f"line {line}"
    where = f"{path} ({place})" if path and place else path or place
    return pytest.param(Bad(text, where, says, layout, limits, among_others), id=case)


# The kinds of values -----------------------------------------------------------


@frozen
class Kind:
    """A field of one kind, and what is said of a value of another type."""

    name: str
    noun: str
    own: dict[str, str]
    key: str
    says: str
    takes: tuple[type, ...]
    is_fact: bool = True
    misread: str = ""
    needs: bool = False

    @property
    def path(self) -> str:
        return f"{self.noun}[0].{self.key}" if self.noun else self.key

    @property
    def header(self) -> str:
        own = "".join(f'{key} = "{value}"\n' for key, value in self.own.items())
        return TOP + (f"[[{self.noun}]]\n{own}" if self.noun else "")

    @property
    def line(self) -> int:
        return self.header.count("\n") + 1

    def tree(self, value: object) -> dict[str, object]:
        top: dict[str, object] = {"id": "barnet", "title": "Arrangements"}
        table = {**self.own, self.key: value}
        return {**top, self.noun: [table]} if self.noun else {**top, **table}


FORUM = {"name": "Forum"}
YEAR = {"year": "2018/19"}
CHIEF = {"name": "Chief"}
KINDS = (
    Kind(
        "a name",
        "sources",
        {"id": "plan"},
        "title",
        "is not text",
        (str,),
        is_fact=False,
    ),
    Kind("a text", "milestones", {}, "what", "is not text", (str,), is_fact=False),
    Kind(
        "an id",
        "groups",
        FORUM,
        "id",
        "is not text",
        (),
        is_fact=False,
        misread="is not an id",
    ),
    Kind(
        "a reference",
        "groups",
        FORUM,
        "instance_of",
        "is not text",
        (),
        is_fact=False,
        misread='nothing is called "x y"',
    ),
    Kind("a place", "", {}, "at", "is not a place", (str,), is_fact=False, needs=True),
    Kind("a standing", "", {}, "standing", "is not a standing", (), is_fact=False),
    Kind("a stated name", "groups", FORUM, "kind", "is not text", (str,)),
    Kind("a whole number", "groups", FORUM, "tier", "is not a whole number", (int,)),
    Kind("a yes or no", "groups", FORUM, "complete", "is not yes or no", (bool,)),
    Kind(
        "an amount of money",
        "budgets",
        YEAR,
        "contributed_total",
        "is not an amount of money",
        (int,),
    ),
    Kind(
        "a balance",
        "budgets",
        YEAR,
        "carried_forward",
        "is not an amount of money",
        (int,),
    ),
    Kind("a number", "posts", CHIEF, "full_time_equivalent", "is not a number", (int,)),
    Kind("a date", "", {}, "approved", "is not a date", (date,)),
    Kind(
        "a financial year",
        "budgets",
        {},
        "year",
        "is not a financial year",
        (),
        needs=True,
    ),
    Kind("a duration", "groups", FORUM, "lasts", "is not a duration", (), needs=True),
    Kind("a frequency", "groups", FORUM, "meets", "is not a frequency", ()),
    Kind(
        "a chairing",
        "groups",
        FORUM,
        "chair",
        "is not a chairing",
        (),
        misread='nothing is called "x y"',
        needs=True,
    ),
    Kind(
        "a choice of a chair",
        "groups",
        FORUM,
        "chair_chosen",
        "is not a chair choice",
        (),
        needs=True,
    ),
    Kind("a period", "groups", FORUM, "period", "is not a period", ()),
    Kind(
        "a stated reference",
        "groups",
        FORUM,
        "inside",
        "is not text",
        (),
        misread='nothing is called "x y"',
    ),
    Kind("a stated choice", "groups", FORUM, "outside", "is not a reach", ()),
)
TYPES: tuple[tuple[str, str, object], ...] = (
    ("a text", '"x y"', "x y"),
    ("a whole number", "7", 7),
    ("true", "true", True),
    ("a decimal number", "1.5", 1.5),
    ("not a number", "nan", float("nan")),
    ("infinity", "inf", float("inf")),
    ("a day", "2019-10-01", date(2019, 10, 1)),
    ("a day and time", "2019-10-01T10:00:00", datetime(2019, 10, 1, 10)),  # noqa: DTZ001 (TOML's local time)
    ("a time", "10:00:00", time(10)),
    ("a list", '["x y"]', ["x y"]),
    ("a table", "{ xyz = 1 }", {"xyz": 1}),
    ("null", "", None),
)


def expected(kind: Kind, value: object) -> tuple[str, str, bool]:  # noqa: PLR0911 (a table)
    """Say the path, the words, and whether there are other faults too."""
    says = kind.says
    match value:
        case float():
            return kind.path, "has a decimal point or is no number", False
        case datetime() | time():
            return kind.path, "is a time of day", False
        case None:
            return kind.path, "null is no value; leave the key out", False
        case str() if kind.misread:
            return kind.path, kind.misread, False
        case [_] if kind.is_fact:
            return f"{kind.path}[0]", kind.misread or says, False
        case dict() if kind.is_fact or kind.needs:
            return f"{kind.path}.xyz", 'there is no key "xyz"', kind.needs
    return kind.path, says, False


def is_taken(kind: Kind, value: object) -> bool:
    alone = value[0] if isinstance(value, list) and kind.is_fact else value
    return type(alone) in kind.takes


def of_each_type() -> Iterator[Row]:
    for kind in KINDS:
        for name, toml, value in TYPES:
            if is_taken(kind, value):
                continue
            path, says, others = expected(kind, value)
            if toml:
                yield bad(
                    f"{kind.name} cannot be {name} in TOML",
                    f"{kind.header}{kind.key} = {toml}\n",
                    path,
                    kind.line,
                    says,
                    among_others=others,
                )
            if not isinstance(value, date | time):
                yield bad(
                    f"{kind.name} cannot be {name} in JSON",
                    json.dumps(kind.tree(value)),
                    path,
                    1,
                    says,
                    among_others=others,
                )


# Every noun and every field ----------------------------------------------------

NOTABLE: dict[str, dict[str, object]] = {
    "Seat": {"holder": "barnet"},
    "Chairing": {"kind": "independent"},
}
BESIDE: dict[tuple[str, str], dict[str, object]] = {
    ("Seat", "holder"): {},
    ("Seat", "any"): {},
    ("Seat", "chairs_of"): {},
    ("Chairing", "who"): {"kind": "held by"},
    ("Chairing", "among"): {"kind": "rotates"},
}


@frozen
class Site:
    """Where a class stands in a document: the keys to it, and what each needs."""

    kind: type
    steps: tuple[tuple[str, bool, type], ...] = ()

    @property
    def path(self) -> str:
        steps = (f"{key}[0]" if is_list else key for key, is_list, _ in self.steps)
        return ".".join(steps)

    def toml(self, own: dict[str, object]) -> str:
        """Write a document with one of the class, holding its own keys."""
        lines = [TOP]
        for number, (_, is_list, kind) in enumerate(self.steps, 1):
            dotted = ".".join(key for key, _, _ in self.steps[:number])
            lines.append(f"[[{dotted}]]\n" if is_list else f"[{dotted}]\n")
            is_last = number == len(self.steps)
            lines.append(written(own if is_last else needed(kind)))
        if not self.steps:
            lines = [written(own)]
        return "".join(lines)


def written(table: dict[str, object]) -> str:
    return "".join(f"{key} = {json.dumps(held)}\n" for key, held in table.items())


def needed(kind: type) -> dict[str, object]:
    """Give what a class needs at the least."""
    if kind.__name__ in NOTABLE:
        return NOTABLE[kind.__name__]
    return {
        key: at_least(kind, key, part.shape)
        for key, part in parts(kind).items()
        if part.required
    }


def at_least(kind: type, key: str, shape: Shape) -> object:
    match shape:
        case Leaf() if shape.is_ref:
            return "barnet"
        case Leaf(of) if issubclass(of, Enum):
            return first_of(of)
        case Leaf(of) if of in {int, Decimal}:
            return 2018
        case Leaf():
            return "barnet" if kind is Arrangement else f"{kind.__name__.lower()}.{key}"
    return ["one"]


def first_of(choices: type) -> str:
    return str(next(iter(cast("type[Enum]", choices))).value)


def inner(shape: Shape) -> tuple[Shape, bool]:
    """Give what a field holds at heart, and whether it is a list of it."""
    match shape:
        case Many(of):
            return inner(of)[0], True
        case Maybe(of) | Said(of) | Facts(of):
            return inner(of)
    return shape, False


def all_sites() -> list[Site]:
    sites = [Site(Arrangement)]
    for site in sites:
        for key, part in parts(site.kind).items():
            heart, is_list = inner(part.shape)
            if isinstance(heart, Value) and heart.kind not in {s.kind for s in sites}:
                step = (key, is_list, heart.kind)
                sites.append(Site(heart.kind, (*site.steps, step)))
    return sites


SITES = all_sites()


def joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def line_of(text: str, start: str) -> int:
    lines = text.splitlines()
    return len(lines) - next(
        n for n, line in enumerate(reversed(lines)) if line.startswith(start)
    )


def fields_of(wanted: type[Enum] | None) -> Iterator[tuple[Site, str, Leaf]]:
    for site in SITES:
        for key, part in parts(site.kind).items():
            heart, _ = inner(part.shape)
            if isinstance(heart, Leaf) and (
                issubclass(heart.kind, wanted) if wanted else heart.is_ref
            ):
                yield site, key, heart


def undeclared_names() -> Iterator[Row]:
    for site, key, _ in fields_of(None):
        beside = BESIDE.get((site.kind.__name__, key), needed(site.kind))
        text = site.toml({**beside, key: "Leadership Forun"})
        path = joined(site.path, key)
        yield bad(
            f"the {key} of the {words_of(site.kind)} must be declared",
            text,
            path,
            line_of(text, key),
            'nothing is called "Leadership Forun"; declare it as',
        )
        text += '[[groups]]\nname = "Leadership Forum"\n'
        yield bad(
            f"the {key} of the {words_of(site.kind)} is nearly a name",
            text,
            path,
            line_of(text, key),
            'did you mean "Leadership Forum"?',
        )


def wrong_choices() -> Iterator[Row]:
    for site, key, heart in fields_of(Enum):
        if key == "standing" and site.kind is not Arrangement:
            continue
        text = site.toml({**needed(site.kind), key: "perhaps"})
        choice = first_of(heart.kind)
        yield bad(
            f"the {key} of the {words_of(site.kind)} is no such choice",
            text,
            joined(site.path, key),
            line_of(text, key),
            f'"perhaps" is not {with_article(words_of(heart.kind))}; write {choice}',
        )


def unknown_keys() -> Iterator[Row]:
    for site in SITES:
        first = next(iter(parts(site.kind)))
        wrong = first + first[-1]
        text = site.toml({**needed(site.kind), wrong: "x"})
        yield bad(
            f"the {words_of(site.kind)} has no key {wrong}",
            text,
            joined(site.path, wrong),
            line_of(text, wrong),
            f'there is no key "{wrong}" here; did you mean "{first}"?',
        )


def missing_keys() -> Iterator[Row]:
    for site in SITES:
        for key, part in parts(site.kind).items():
            if not part.required:
                continue
            left = {k: held for k, held in needed(site.kind).items() if k != key}
            text = site.toml(left) if left or site.steps else f'{key}s = "x"'
            short = getattr(site.kind, "short_keys", ())
            remedy = f"write {listed(short, 'or')}, or " if short else "write "
            yield bad(
                f"the {words_of(site.kind)} needs its {key}",
                text,
                site.path,
                line_of(text, "[") if site.steps else None,
                f"the key `{key}` is missing; {remedy}{key} = ",
            )


def swallowed_keys() -> Iterator[Row]:
    """Keys of a group written below the tables of its seats or its chair."""
    group = next(site for site in SITES if site.kind.__name__ == "Group")
    seat = next(site for site in SITES if site.kind.__name__ == "Seat")
    for key in parts(group.kind).keys() - parts(seat.kind).keys() - {"name", "members"}:
        text = seat.toml({**needed(seat.kind), key: "x"})
        yield bad(
            f"the {key} of a group cannot stand below its seats",
            text,
            f"groups[0].members[0].{key}",
            line_of(text, key),
            "move it up to the keys of the group",
        )


# Text policy -------------------------------------------------------------------

HIDDEN = {
    "a bell": "\x07",
    "an escape": "\x1b",
    "a delete": "\x7f",
    "a right-to-left override": "\u202e",
    "an isolate": "\u2066",
    "a line separator": "\u2028",
    "a zero-width space": "\u200b",
    "a byte order mark": "\ufeff",
    "a character of private use": "\ue000",
    "an unassigned character": "\u0378",
    "a lone surrogate": "\ud800",
}
TEXTS = (
    ("a title", "title", "title", {"id": "barnet"}),
    ("a vision", "vision", "vision", {"id": "barnet", "title": "T"}),
    ("an id", "id", "id", {"title": "T"}),
    ("a place", "at", "at", {"id": "barnet", "title": "T"}),
    ("a reference", "successors", "successors", {"id": "barnet", "title": "T"}),
)


def hidden_characters() -> Iterator[Row]:
    for what, key, path, beside in TEXTS:
        for name, char in HIDDEN.items():
            yield bad(
                f"{what} cannot hold {name}",
                json.dumps({**beside, key: f"a{char}b"}),
                path,
                1,
                f"holds the hidden character U+{ord(char):04X} at position 2",
            )
        yield bad(
            f"{what} must be in normal form",
            json.dumps({**beside, key: "cafe\u0301"}),
            path,
            1,
            "is not in Unicode normal form NFC",
        )
        yield bad(
            f"{what} cannot be blank",
            json.dumps({**beside, key: " "}),
            path,
            1,
            "is empty",
        )
        yield bad(
            f"{what} cannot end with a space",
            json.dumps({**beside, key: "a "}),
            path,
            1,
            "begins or ends with a space",
        )
        yield bad(
            f"{what} has a greatest length",
            json.dumps({**beside, key: "a" * 4001}),
            path,
            1,
            "has 4,001 characters",
        )


# Documents that are none -------------------------------------------------------

UNREADABLE = [
    bad("an empty text", "", "", None, "it is empty; at least `id` and `title`"),
    bad("no bytes", b"", "", None, "it is empty"),
    bad("blanks alone", " \n\t\n ", "", None, "it is empty"),
    bad("a byte order mark alone", b"\xef\xbb\xbf", "", None, "it is empty"),
    bad("a NUL in the text", TOP + "\x00", "", None, "it holds a NUL"),
    bad("a program", b"\x7fELF\x00\x01", "", None, "it holds a NUL"),
    bad("bytes of Latin-1", b'id = "x"\ntitle = "\xe9"', "", 2, "byte 18 is not UTF-8"),
    bad("a text in UTF-16", TOP.encode("utf-16"), "", 1, "byte 0 is not UTF-8"),
    bad("UTF-16 without a mark", TOP.encode("utf-16-le"), "", None, "it holds a NUL"),
    bad("a surrogate in bytes", b'id = "\xed\xa0\x80"', "", 1, "is not UTF-8"),
    bad("an overlong form", b'id = "\xc0\x80"', "", 1, "byte 6 is not UTF-8"),
    bad("a cut character", b'id = "\xe2\x82', "", 1, "byte 6 is not UTF-8"),
    bad("a list at the top", '["barnet"]', "", None, "is not a table", layout="json"),
    bad("a string at the top", '"barnet"', "", None, "is not a table", layout="json"),
    bad("a number at the top", "3", "", None, "is not a table", layout="json"),
    bad("a decimal at the top", "3.5", "", None, "is not a table", layout="json"),
    bad("null at the top", "null", "", None, "is not a table", layout="json"),
    bad("NaN at the top", "NaN", "", None, "is not a table", layout="json"),
    bad("true at the top", "true", "", None, "is not a table", layout="json"),
    bad(
        "a list guessed to be TOML",
        '["barnet"]',
        "barnet",
        1,
        "no key",
        among_others=True,
    ),
    bad("JSON read as TOML", '{"id": "x"}', "", 1, "it is not TOML", layout="toml"),
    bad("TOML read as JSON", TOP, "", 1, "it is not JSON", layout="json"),
    bad("JSON that breaks off", '{"id": "x",\n"title"', "", 2, "it is not JSON"),
    bad("JSON with a comma too many", '{"id": "x",}', "", 1, "it is not JSON"),
    bad("JSON with a comment", '{"id": "x" // c\n}', "", 1, "it is not JSON"),
    bad("JSON in single quotes", "{'id': 'x'}", "", 1, "it is not JSON"),
    bad("JSON and more", '{"id": "x"}\n{}', "", 2, "it is not JSON: Extra data"),
    bad("JSON with a raw newline", '{"id": "x\n"}', "", 1, "it is not JSON"),
    bad("JSON with a bad escape", '{"id": "\\x"}', "", 1, "it is not JSON"),
    bad("JSON ending in a backslash", '{"id": "' + '\\"' * 9 + "\\", "", 1, "not JSON"),
]

SLIPS = [
    bad(
        "curly quotation marks", "id = “barnet”", "", 1, "the quotation marks are curly"
    ),
    bad(
        "curly single marks",
        "id = \N{LEFT SINGLE QUOTATION MARK}barnet\N{RIGHT SINGLE QUOTATION MARK}",
        "",
        1,
        "the quotation marks are curly",
    ),
    bad(
        "a financial year without quotes",
        TOP + "[[budgets]]\nyear = 2018/19",
        "",
        4,
        'a financial year is a text; write it in quotes: "2018/19"',
    ),
    bad(
        "a short financial year without quotes",
        TOP + "[[budgets]]\nyear = 18/19",
        "",
        4,
        "a financial year is a text",
    ),
    bad(
        "commas in a number",
        BUDGET + "contributed_total = 278,600",
        "",
        5,
        "write a number without commas, or with underscores: 278_600",
    ),
    bad(
        "a pound sign",
        BUDGET + "contributed_total = £278600",
        "",
        5,
        "write an amount without the pound sign",
    ),
    bad(
        "a colon for an equals sign", "id: barnet", "", 1, 'followed by "=", not by ":"'
    ),
    bad("a colon without a space", 'id:"barnet"', "", 1, 'followed by "=", not by ":"'),
    bad("a text without quotes", "id = barnet", "", 1, 'a text stands in quotes: "…"'),
    bad(
        "a date in English without quotes",
        TOP + "approved = 1 October 2019",
        "",
        3,
        "a date or a text stands in quotes",
    ),
    bad("a quotation mark missing", 'id = "x\n', "", 1, "a closing quotation mark"),
    bad(
        "a comma missing in a list",
        TOP + 'bodies = ["a" "b"]\n',
        "",
        3,
        "a comma, or a closing ]",
    ),
    bad(
        "a comma missing in braces",
        TOP + 'bodies = [{ name = "a" kind = "b" }]\n',
        "",
        3,
        "a comma, or a closing }",
    ),
    bad("a key without a value", "id", "", 1, "check this line and the one above it"),
    bad("a key with nothing after", "id =\n", "", 1, "it is not TOML: Invalid value"),
    bad("a string that does not end", 'id = "barnet\n', "", 1, "it is not TOML"),
    bad("a long string that does not end", 'id = """barnet\n', "", 2, "Unterminated"),
    bad("a list that does not end", 'also = ["a"\n', "", 2, "it is not TOML"),
    bad("a table that does not end", 'name = { is = "a"\n', "", 1, "it is not TOML"),
    bad("a header that does not end", "[groups\n", "", 1, "it is not TOML"),
    bad("a bad escape", 'id = "\\x"', "", 1, "it is not TOML: Unescaped"),
    bad("a surrogate escape", 'id = "\\ud800"', "", 1, "it is not TOML"),
    bad("a text ending in a backslash", 'id = "' + '\\"' * 9 + "\\", "", 1, "not TOML"),
    bad("a tab in a text", 'id = "a\x07b"', "", 1, "it is not TOML"),
    bad(
        "a day that does not exist", TOP + "approved = 2019-06-31", "", 3, "such a day"
    ),
    bad(
        "29 February 2019 unquoted", TOP + "approved = 2019-02-29", "", 3, "such a day"
    ),
    bad("month 13", TOP + "approved = 2019-13-01", "", 3, "it is not TOML"),
    bad("null in TOML", TOP + "name = null", "", 3, 'a text stands in quotes: "…"'),
    bad("True with a capital", GROUP + "complete = True", "", 5, "it is not TOML"),
    bad("a number with a leading zero", GROUP + "tier = 01", "", 5, "it is not TOML"),
]


# Names that clash --------------------------------------------------------------

TWICE = 'name = "Forum"\n'
CLASHES = [
    bad("a key twice", TOP + 'id = "croydon"', "id", 3, "twice, on lines 1 and 3"),
    bad(
        "a table twice",
        TOP + "[yearly_report]\n[yearly_report]\n",
        "yearly_report",
        4,
        "the key stands twice, on lines 3 and 4; keep one of them",
    ),
    bad(
        "a key twice within one line",
        TOP + 'name = { is = "a", is = "b" }',
        "name.is",
        3,
        "the key stands twice, on lines 3 and 3",
    ),
    bad(
        "a key twice in the second group",
        GROUP + '[[groups]]\nname = "A"\ntier = 1\ntier = 2\n',
        "groups[1].tier",
        8,
        "twice, on lines 7 and 8",
    ),
    bad(
        "a key and its quoted twin",
        TOP + '"title" = "Again"\n',
        "title",
        3,
        "twice, on lines 2 and 3",
    ),
    bad(
        "a key twice beside comments and a broken end",
        "# one\n# one\n" + TOP + 'title = "Again"\n[groups',
        "title",
        5,
        "twice, on lines 4 and 5",
    ),
    bad(
        "a table over a value",
        TOP + '[title]\nis = "x"\n',
        "title",
        3,
        "twice, on lines 2 and 3",
    ),
    bad(
        "a dotted key into a value",
        TOP + 'title.is = "x"\n',
        "",
        3,
        "it is not TOML: Cannot overwrite a value",
    ),
    bad(
        "a list of tables over a table",
        TOP + '[groups]\nname = "A"\n[[groups]]\n',
        "",
        5,
        "it is not TOML: Cannot",
    ),
    bad(
        "a key twice in JSON",
        '{"id": "a",\n"title": "T",\n"id": "b"}',
        "id",
        3,
        "the key stands twice, on lines 1 and 3; keep one of them",
    ),
    bad(
        "a key twice in JSON after blank lines",
        '\n\n{"id": "a",\n"title": "T",\n"id": "b"}',
        "id",
        5,
        "twice, on lines 3 and 5",
    ),
    bad(
        "a key twice in JSON, once escaped",
        '{"id": "a",\n"\\u0069d": "b"}',
        "id",
        2,
        "twice, on lines 1 and 2",
    ),
    bad(
        "a table twice in JSON, and said once",
        '{"yearly_report": {"at": "1"},\n"yearly_report":\n{"at": "2"}}',
        "yearly_report",
        2,
        "twice, on lines 1 and 2",
    ),
    bad(
        "a key twice in JSON inside a list",
        '{"groups": [{"name": "A"},\n{"name": "B",\n"name":\n"C"}]}',
        "groups[1].name",
        3,
        "twice, on lines 2 and 3",
    ),
    bad(
        "a key twice in JSON too deep for lines",
        '{"a":' * 70 + '{"b": 1, "b": 2}' + "}" * 70,
        "",
        None,
        "a key stands twice; keep one of them",
        limits=Limits(nesting=80),
    ),
    bad(
        "two groups of one name",
        TOP + f"[[groups]]\n{TWICE}[[groups]]\n{TWICE}",
        "groups[1]",
        5,
        'the name "Forum" stands at groups[0] and groups[1]; give each its own id',
    ),
    bad(
        "two groups of one name, one with an id",
        TOP + f'[[groups]]\n{TWICE}id = "f"\n[[groups]]\n{TWICE}',
        "groups[1]",
        6,
        "give each its own id",
    ),
    bad(
        "three groups of one name",
        TOP + f"[[groups]]\n{TWICE}" * 3,
        "groups[2]",
        7,
        'the name "Forum" stands at groups[0], groups[1] and groups[2]',
    ),
    bad(
        "a group and a body of one name",
        TOP + f"[[bodies]]\n{TWICE}[[groups]]\n{TWICE}",
        "groups[0]",
        5,
        'the name "Forum" stands at bodies[0] and groups[0]',
    ),
    bad(
        "two groups of one id",
        GROUP + 'id = "f"\n[[groups]]\nname = "Other"\nid = "f"\n',
        "groups[1]",
        6,
        'the id "f" stands at groups[0] and groups[1]; ids are unique',
    ),
    bad(
        "a group with the id of the arrangement",
        GROUP + 'id = "barnet"\n',
        "groups[0]",
        3,
        'the id "barnet" stands at the top and groups[0]',
    ),
    bad(
        "a group with the title of the arrangement",
        TOP + '[[groups]]\nname = "Arrangements"\n',
        "groups[0]",
        3,
        'the name "Arrangements" stands at the top and groups[0]',
    ),
    bad(
        "a post named twice in a list",
        TOP + 'posts = ["Chair", "Chair"]\n',
        "posts[1]",
        3,
        'the name "Chair" stands at posts[0] and posts[1]',
    ),
    bad(
        "a name that two things carry",
        GROUP
        + 'also = ["LF"]\nreports_to = "LF"\n[[groups]]\nname = "Other"\nalso = "LF"\n',
        "groups[0].reports_to",
        6,
        '"LF" is the name of 2 things; give each its own `id` and refer to it by that',
    ),
    bad(
        "a name that two things with ids carry",
        TOP
        + f'[[groups]]\n{TWICE}id = "f1"\n[[groups]]\n{TWICE}id = "f2"\n'
        + 'reports_to = "Forum"\n',
        "groups[1].reports_to",
        9,
        '"Forum" is the name of 2 things',
    ),
    bad(
        "a name in another case",
        GROUP + 'reports_to = "forum"\n',
        "groups[0].reports_to",
        5,
        'nothing is called "forum"; did you mean "Forum"?',
    ),
    bad(
        "a chair that rotates between strangers",
        GROUP + 'chair = { rotates = ["Forum", "LBB"] }\n',
        "groups[0].chair.rotates[1]",
        5,
        'nothing is called "LBB"',
    ),
    bad(
        "a name nearly that of the partners",
        GROUP + 'reports_to = "safeguarding partner"\n',
        "groups[0].reports_to",
        5,
        'did you mean "safeguarding partners"?',
    ),
]


# Statements --------------------------------------------------------------------

STATEMENTS = [
    bad(
        "a value and none",
        TOP + 'name = { is = "a", none = true }',
        "name",
        3,
        "is and none stand together; one statement says one thing",
    ),
    bad(
        "one and several",
        TOP + 'name = { is = "a", are = ["b"] }',
        "name",
        3,
        "is and are stand together",
    ),
    bad(
        "everything at once",
        TOP + 'name = { is = "a", are = ["b"], none = true, unknown = true }',
        "name",
        3,
        "is, are, none and unknown stand together",
    ),
    bad(
        "none that is false",
        TOP + "name = { none = false }",
        "name.none",
        3,
        "write true",
    ),
    bad(
        "none that is a text",
        TOP + 'name = { none = "x" }',
        "name.none",
        3,
        "write true",
    ),
    bad("none that is one", TOP + "name = { none = 1 }", "name.none", 3, "write true"),
    bad(
        "none that is a list",
        TOP + "name = { none = [] }",
        "name.none",
        3,
        "write true",
    ),
    bad(
        "unknown that is false",
        TOP + "name = { unknown = false }",
        "name.unknown",
        3,
        "False does not fit; write why, or true",
    ),
    bad(
        "unknown that is a number",
        TOP + "name = { unknown = 3 }",
        "name.unknown",
        3,
        "write why, or true",
    ),
    bad(
        "unknown that is a list",
        TOP + 'name = { unknown = ["x"] }',
        "name.unknown",
        3,
        "write why, or true",
    ),
    bad(
        "unknown for no reason",
        TOP + 'name = { unknown = "" }',
        "name",
        3,
        "a text is empty",
    ),
    bad(
        "several that are one",
        TOP + 'name = { are = "a" }',
        "name.are",
        3,
        '"a" does not fit; write [ … ]',
    ),
    bad(
        "several that are a table",
        TOP + "name = { are = {} }",
        "name.are",
        3,
        "write [ … ]",
    ),
    bad(
        "one of several wrong",
        TOP + 'name = { are = ["a", 3] }',
        "name[1]",
        3,
        "3 is not text",
    ),
    bad("one that is several", TOP + 'name = { is = ["a"] }', "name", 3, "is not text"),
    bad("a list in a list", TOP + 'name = [["a"]]', "name[0]", 3, "is not text"),
    bad(
        "an empty table",
        TOP + "name = {}",
        "name",
        3,
        "it says no value; write { is = … }",
    ),
    bad(
        "a place and no value",
        TOP + 'name = { at = "7" }',
        "name",
        3,
        "it says no value",
    ),
    bad(
        "is misspelt", TOP + 'name = { iss = "a" }', "name.iss", 3, 'did you mean "is"?'
    ),
    bad(
        "a key unknown beside a value",
        TOP + 'name = { is = "a", att = "7" }',
        "name.att",
        3,
        'did you mean "at"?',
    ),
    bad(
        "a key nobody knows",
        TOP + 'name = { is = "a", xyzzy = 1 }',
        "name.xyzzy",
        3,
        "the keys are is, are, none, unknown, at, standing, condition, words, since",
    ),
    bad(
        "a key swallowed by a statement",
        GROUP + '[groups.tier]\nis = 1\nmeets = "monthly"\n',
        "groups[0].tier.meets",
        7,
        "move it up to the keys of the group",
    ),
    bad(
        "a key that the table above already has",
        TOP + '[[budgets]]\ntitle = "x"\n',
        "budgets[0].title",
        4,
        'there is no key "title" here',
    ),
    bad(
        "a bad place",
        TOP + 'name = { is = "a", at = 7 }',
        "name.at",
        3,
        "7 is not a place; write a text",
    ),
    bad(
        "a place without a section",
        TOP + 'sources = [{ id = "d", title = "D" }]\n'
        'name = { is = "a", at = { document = "d" } }',
        "name.at",
        4,
        "the key `place` is missing",
    ),
    bad(
        "a bad document of a place",
        TOP + 'name = { is = "a", at = { place = "7", document = "The Plan" } }',
        "name.at.document",
        3,
        '"The Plan" is not an id',
    ),
    bad(
        "a bad standing",
        TOP + 'name = { is = "a", standing = "firm" }',
        "name.standing",
        3,
        '"firm" is not a standing; write in force',
    ),
    bad(
        "a standing in a table",
        TOP + 'name = { is = "a", standing = { is = "agreed" } }',
        "name.standing",
        3,
        "is not a standing",
    ),
    bad(
        "an empty standing",
        TOP + 'standing = ""',
        "standing",
        3,
        '"" is not a standing',
    ),
    bad(
        "a bad condition",
        TOP + 'name = { is = "a", condition = 3 }',
        "name.condition",
        3,
        "3 is not text",
    ),
    bad(
        "bad words",
        TOP + 'name = { is = "a", words = [] }',
        "name.words",
        3,
        "not text",
    ),
    bad(
        "a bad since",
        TOP + 'name = { is = "a", since = "soon" }',
        "name.since",
        3,
        '"soon" is not a date that can be read',
    ),
    bad(
        "a bad until",
        TOP + 'name = { is = "a", until = 2019 }',
        "name.until",
        3,
        "2019 is not a date",
    ),
    bad(
        "an end before its beginning",
        TOP + 'name = { is = "a", since = "2020", until = "2019" }',
        "name",
        3,
        "a period ends (2019) before it begins (2020)",
    ),
    bad(
        "null for several",
        '{"id": "a", "title": "T", "name": {"are": null}}',
        "name.are",
        1,
        "does not fit",
    ),
    bad(
        "null within a statement",
        '{"id": "a", "title": "T", "name": {"is": null}}',
        "name",
        1,
        "null is no value",
    ),
    bad(
        "null for a place",
        '{"id": "a", "title": "T", "at": null}',
        "at",
        1,
        "null is no value",
    ),
    bad(
        "null for a list",
        '{"id": "a", "title": "T", "groups": null}',
        "groups",
        1,
        "null is no value",
    ),
    bad(
        "several posts that are one",
        TOP + 'posts = { are = "Chair" }',
        "posts.are",
        3,
        '"Chair" is not a list; write [ … ]',
    ),
    bad(
        "several posts that are a decimal",
        TOP + "posts = { are = 1.5 }",
        "posts",
        3,
        "the number 1.5",
    ),
    bad(
        "several posts at a bad place",
        TOP + 'posts = { are = ["Chair"], at = 3 }',
        "posts.at",
        3,
        "3 is not a place",
    ),
    bad(
        "several posts of a bad standing",
        TOP + 'posts = { are = ["Chair"], standing = "x" }',
        "posts.standing",
        3,
        "is not a standing",
    ),
    bad(
        "several posts with a key misspelt",
        TOP + 'posts = { are = ["Chair"], att = "7" }',
        "posts.att",
        3,
        'did you mean "at"?',
    ),
    bad(
        "several posts that share a body",
        TOP + 'posts = { are = ["Chair"], body = "x" }',
        "posts.body",
        3,
        'there is no key "body" here; the keys are are, at and standing',
    ),
    bad(
        "one of several posts wrong",
        TOP + 'posts = { are = ["Chair", 3] }',
        "posts[1]",
        3,
        "3 is not a post",
    ),
    bad(
        "readings that share a place",
        BUDGET
        + '[[budgets.footnotes]]\nsays = "x"\nreadings = { are = [], at = "1" }\n',
        "budgets[0].footnotes[0].readings.at",
        7,
        "move it up to the keys of the footnote",
    ),
    bad(
        "limbs at a place",
        TOP + '[[agencies]]\ncategory = "c"\ndescribed = [{ name = "n", '
        'limbs = { are = ["a"] } }]\n',
        "agencies[0].described[0].limbs",
        5,
        "is not a list; write [ … ]",
    ),
]

LISTS = [
    bad(
        "groups in one table",
        TOP + '[groups]\nname = "x"\n',
        "groups",
        3,
        "is not a list; write two brackets in its header: [[ … ]]",
    ),
    bad(
        "groups that are a number", TOP + "groups = 3\n", "groups", 3, "3 is not a list"
    ),
    bad(
        "groups that are a text",
        TOP + 'groups = "Forum"\n',
        "groups",
        3,
        '"Forum" is not a group; write a table',
    ),
    bad(
        "a partner that is a text",
        TOP + 'partners = ["Barnet"]\n',
        "partners[0]",
        3,
        '"Barnet" is not a safeguarding partner; write a table',
    ),
    bad(
        "a list among groups",
        TOP + "groups = [[]]\n",
        "groups[0]",
        3,
        "[] is not a group; write a table",
    ),
    bad(
        "a day among posts",
        TOP + "posts = [2019-10-01]\n",
        "posts[0]",
        3,
        "2019-10-01 is not a post; write a text",
    ),
    bad(
        "a yearly report in a list",
        TOP + "[[yearly_report]]\n",
        "yearly_report",
        3,
        "is not a yearly report; write a table",
    ),
    bad(
        "a yearly report that is a text",
        TOP + 'yearly_report = "x"',
        "yearly_report",
        3,
        '"x" is not a yearly report',
    ),
    bad(
        "a number for the seats",
        GROUP + "members = 3\n",
        "groups[0].members",
        5,
        "3 is not a list",
    ),
    bad(
        "a number among the seats",
        GROUP + 'members = ["Forum", 3]\n',
        "groups[0].members[1]",
        5,
        "3 is not a seat; write a text",
    ),
    bad(
        "a seat of nobody",
        GROUP + "members = [{}]\n",
        "groups[0].members[0]",
        5,
        "a seat is held by exactly one of holder, any and chairs_of",
    ),
    bad(
        "a seat of two",
        GROUP + 'members = [{ holder = "Forum", any = "all" }]\n',
        "groups[0].members[0]",
        5,
        "exactly one of",
    ),
    bad(
        "a seat of chairs that is a number",
        GROUP + "members = [{ chairs_of = 3 }]\n",
        "groups[0].members[0].chairs_of",
        5,
        "3 is not a list",
    ),
    bad(
        "a seat that needs a number",
        GROUP + 'members = [{ any = "all", requires = [3] }]\n',
        "groups[0].members[0].requires[0]",
        5,
        "3 is not text",
    ),
    bad(
        "seats on many lines",
        GROUP + 'members = [\n  # first\n  "Forum", # second\n\n  3,\n]\n',
        "groups[0].members[1]",
        9,
        "3 is not a seat",
    ),
    bad(
        "a list of listings without items",
        TOP + '[[listings]]\ntopic = "x"\nitems = { a = 1 }\n',
        "listings[0].items",
        5,
        "is not a list",
    ),
]

CHAIRS = [
    bad(
        f"a chair {case}",
        GROUP + f"chair = {value}\n",
        path,
        5,
        says,
        among_others=many,
    )
    for case, value, path, says, many in (
        ("among nobody", "{ rotates = [] }", "groups[0].chair", "among whom", False),
        (
            "held by nobody",
            '{ kind = "held by" }',
            "groups[0].chair",
            "needs a holder",
            False,
        ),
        (
            "drawn from nobody",
            '{ kind = "drawn from" }',
            "groups[0].chair",
            "among whom",
            False,
        ),
        (
            "independent and held",
            '{ kind = "independent", who = "Forum" }',
            "groups[0].chair",
            "has no one holder",
            False,
        ),
        (
            "independent and among",
            '{ kind = "independent", among = ["Forum"] }',
            "groups[0].chair",
            "is not among several",
            False,
        ),
        (
            "of no such kind",
            '{ kind = "bought" }',
            "groups[0].chair.kind",
            '"bought" is not a chair kind; write held by',
            False,
        ),
        (
            "of a kind said twice",
            '{ kind = "rotates", rotates = ["Forum"] }',
            "groups[0].chair.rotates",
            'the key "rotates" says what another says here; keep one of them',
            False,
        ),
        (
            "rotating and held",
            '{ rotates = ["Forum"], held_by = "Forum" }',
            "groups[0].chair.rotates",
            'the key "rotates" says what another says here; keep one of them',
            False,
        ),
        (
            "with a bad turn",
            '{ rotates = ["Forum"], turn = "long" }',
            "groups[0].chair.turn",
            '"long" is not a duration',
            False,
        ),
        (
            "with a bad start",
            '{ rotates = ["Forum"], start = "soon" }',
            "groups[0].chair.start",
            '"soon" is not a date',
            False,
        ),
        (
            "held by a number",
            "{ held_by = 3 }",
            "groups[0].chair.held_by",
            "3 is not text",
            False,
        ),
        (
            "among a number",
            "{ jointly = 3 }",
            "groups[0].chair.jointly",
            "3 is not a list",
            False,
        ),
        ("of an empty name", '""', "groups[0].chair", "is empty", False),
    )
]

VALUES = [
    bad(f"{key} cannot be {case}", f"{header}{key} = {value}\n", path, line, says)
    for header, key, path, line, rows in (
        (
            BUDGET,
            "contributed_total",
            "budgets[0].contributed_total",
            5,
            (
                ("negative", "-1", "the amount -1 is negative; write what is paid"),
                ("negative in text", '"-0.01"', "is negative"),
                ("finer than a penny", '"1.005"', "is finer than a penny"),
                ("too large", "1_000_000_000_001", "is not one that anybody pays"),
                (
                    "much too large",
                    '"' + "9" * 5000 + '"',
                    "is not one that anybody pays",
                ),
                ("of thousands of digits", "0x" + "f" * 5000, "thousands of digits"),
                ("NaN in text", '"NaN"', "is not an amount of money"),
                ("infinite in text", '"Infinity"', "is not an amount of money"),
                ("in scientific notation", '"1e3"', "is not an amount of money"),
                (
                    "1e999",
                    "1e999",
                    "the number 1e999 has a decimal point or is no number",
                ),
                ("minus infinity", "-inf", "the number -inf"),
                ("with a comma", '"278,600"', "without signs and commas"),
                ("with a pound sign", '"£278600"', "without signs and commas"),
                ("with a plus sign", '"+3"', "is not an amount of money"),
                ("in other digits", '"٣"', "is not an amount of money"),
                ("empty", '""', "is not an amount of money"),
            ),
        ),
        (
            BUDGET,
            "carried_forward",
            "budgets[0].carried_forward",
            5,
            (
                ("finer than a penny", '"-1.005"', "is finer than a penny"),
                ("too far below nought", "-1_000_000_000_001", "anybody pays"),
            ),
        ),
        (
            GROUP,
            "tier",
            "groups[0].tier",
            5,
            (
                ("negative", "-1", "-1 is out of range; write a number from 0 to 10¹²"),
                ("too large", "1_000_000_000_001", "is out of range"),
                (
                    "of thousands of digits",
                    "0x" + "f" * 5000,
                    "a number of thousands of",
                ),
                (
                    "a number in quotes",
                    '"1"',
                    '"1" is not a whole number; write digits',
                ),
                ("true", "true", "True is not a whole number"),
            ),
        ),
        (
            GROUP,
            "complete",
            "groups[0].complete",
            5,
            (
                (
                    "yes in words",
                    '"yes"',
                    '"yes" is not yes or no; write true or false',
                ),
                ("true in quotes", '"true"', '"true" is not yes or no'),
                ("one", "1", "1 is not yes or no"),
            ),
        ),
        (
            POST,
            "full_time_equivalent",
            "posts[0].full_time_equivalent",
            5,
            (
                ("negative", "-1", "is not a number from 0 to 1,000"),
                ("above a thousand", "1001", "is not a number from 0 to 1,000"),
                ("too fine", '"0.755"', "with at most two decimals"),
                (
                    "a decimal without quotes",
                    "0.75",
                    "the number 0.75 has a decimal point",
                ),
                ("NaN in text", '"NaN"', "is not a number from 0 to 1,000"),
                (
                    "of thousands of digits",
                    "0x" + "f" * 5000,
                    "a number of thousands of",
                ),
            ),
        ),
        (
            TOP,
            "approved",
            "approved",
            3,
            (
                ("31 June", '"31 June 2019"', "there is no day 31 of month 6 in 2019"),
                (
                    "29 February 2019",
                    '"29 February 2019"',
                    "there is no day 29 of month 2",
                ),
                (
                    "29 February in ISO form",
                    '"2019-02-29"',
                    "there is no day 29 of month 2",
                ),
                ("before 1900", "1899-12-31", "1899-12-31 lies outside 1900 to 2200"),
                ("after 2200", "2201-01-01", "2201-01-01 lies outside 1900 to 2200"),
                ("a year after 2200", '"2201"', "lies outside 1900 to 2200"),
                ("the year 0", '"0000-01-01"', "there is no day 1 of month 1 in 0"),
                ("the last of all days", "9999-12-31", "lies outside 1900 to 2200"),
                (
                    "after the last of all days",
                    '"after 9999-12-31"',
                    "there is no day next",
                ),
                ("in American form", '"10/31/2019"', "is not a date that can be read"),
                ("two years that do not follow", '"2017/19"', "is not a date"),
                ("in no known words", '"soon"', 'write for example "1 October 2019"'),
                ("a range that runs back", '"2020 to 2019"', "is after"),
                ("with an open end on both sides", '"2019..2020"', "is not a date"),
                ("empty", '""', "is not a date that can be read"),
                ("a range of three", '"2017 to 2018 to 2019"', "is not a date"),
            ),
        ),
        (
            TOP + "[[budgets]]\n",
            "year",
            "budgets[0].year",
            4,
            (
                ("one number", "2018", "2018 is not a financial year; write a text"),
                ("years that do not follow", '"2018/20"', "is not a financial year"),
                ("a single year", '"2018"', 'write "2018/19"'),
                ("before 1900", '"1899/00"', "lies outside 1900 to 2199"),
                ("after 2199", '"2200/01"', "lies outside 1900 to 2199"),
                (
                    "a day",
                    "2018-04-01",
                    "2018-04-01 is not a financial year; write a text",
                ),
                ("other words", '"last year"', "is not a financial year"),
                ("empty", '""', "is not a financial year"),
            ),
        ),
        (
            GROUP,
            "lasts",
            "groups[0].lasts",
            5,
            (
                ("without a unit", '"15"', 'write for example "15 working days"'),
                ("in an unknown unit", '"3 moons"', '"moons" is not a unit of time'),
                ("too long", '"1000000000001 days"', "is out of range"),
                ("negative", '"-3 days"', "is not a duration"),
                ("a number of words", '"three days"', "is not a duration"),
                ("a day", "2019-10-01", "2019-10-01 is not a duration; write a text"),
            ),
        ),
        (
            GROUP,
            "meets",
            "groups[0].meets",
            5,
            (
                (
                    "in no known words",
                    '"now and then"',
                    "is not a frequency; write for",
                ),
                ("too many times", '"1000000000001 times a year"', "is out of range"),
                ("zero times", '"0 times a year"', "nothing recurs zero times"),
                ("every zero weeks", '"every 0 weeks"', "nothing recurs zero times"),
                ("in an unknown span", '"every 2 moons"', "is not a frequency"),
                ("a day", "2019-10-01", "2019-10-01 is not a frequency; write a text"),
                ("empty", '""', "is not a frequency"),
            ),
        ),
        (
            GROUP,
            "id",
            "groups[0].id",
            5,
            (
                ("with capitals", '"Forum"', "write small letters and digits"),
                ("with a space", '"the forum"', "is not an id"),
                ("ending in a hyphen", '"forum-"', "is not an id"),
                ("in other letters", '"förum"', "is not an id"),
                ("of two lines", '"a\\nb"', "holds the hidden character U+000A"),
                ("too long", '"' + "a" * 201 + '"', "has 201 characters"),
            ),
        ),
        (
            TOP,
            "name",
            "name",
            3,
            (
                ("too long", '"' + "a" * 201 + '"', "write at most 200"),
                ("of two lines", '"""a\\nb"""', "holds the hidden character U+000A"),
                ("of two lines with a carriage return", '"a\\r\\nb"', "U+000D"),
            ),
        ),
        (
            TOP,
            "vision",
            "vision",
            3,
            (
                ("with a carriage return", '"a\\r\\nb"', "U+000D at position 2"),
                ("with a tab", '"a\\tb"', "U+0009 at position 2"),
            ),
        ),
        (
            GROUP,
            "period",
            "groups[0].period",
            5,
            (
                ("a text", '"2017 to 2021"', "is not a period; write a table"),
                ("backwards", '{ start = "2020", end = "2019" }', "before it begins"),
            ),
        ),
    )
    for case, value, says in rows
]

INSIDE = [
    bad(
        "a pace of zero",
        GROUP + "[[groups.meets.readings]]\nunit = 'day'\ntimes = 0\n",
        "groups[0].meets.readings[0]",
        5,
        "nothing recurs zero times",
    ),
    bad(
        "a pace in no unit",
        GROUP + "[groups.meets]\nreadings = [{ times = 1 }]\n",
        "groups[0].meets.readings[0]",
        6,
        "the key `unit` is missing",
    ),
    bad(
        "a year in a table with text",
        TOP + '[[budgets]]\nyear = { start = "2018" }\n',
        "budgets[0].year.start",
        4,
        '"2018" is not a whole number',
    ),
    bad(
        "a year in a table too late",
        TOP + "[[budgets]]\nyear = { start = 2200 }\n",
        "budgets[0].year",
        4,
        "lies outside 1900 to 2199",
    ),
    bad(
        "a date in a table backwards",
        TOP + "approved = { earliest = 2020-01-01, latest = 2019-01-01 }\n",
        "approved",
        3,
        "1 January 2020 is after 1 January 2019",
    ),
    bad(
        "a date in a table with a time",
        TOP + "approved = { earliest = 2020-01-01T10:00:00 }\n",
        "approved.earliest",
        3,
        "is a time of day; write the day alone",
    ),
    bad(
        "a duration in a table of no unit",
        GROUP + 'lasts = { number = 3, unit = "moons" }\n',
        "groups[0].lasts.unit",
        5,
        '"moons" is not a unit',
    ),
    bad(
        "a period in a table with a bad day",
        GROUP + 'period = { start = "soon" }\n',
        "groups[0].period.start",
        5,
        '"soon" is not a date that can be read',
    ),
    bad(
        "a place in a table with a bad name",
        TOP + 'at = { place = "" }\n',
        "at.place",
        3,
        "a name is empty",
    ),
]


# Limits ------------------------------------------------------------------------


def bodies(many: int) -> str:
    return TOP + "".join(f'[[bodies]]\nname = "Body {n}"\n' for n in range(many))


def names_of(many: int) -> str:
    return TOP + f"successors = {json.dumps(['barnet'] * many)}\n"


FULL = TOP + "#" * (1_048_576 - len(TOP))
SIZES = [
    bad(
        "a document over 1 MiB",
        FULL + "#",
        "",
        None,
        "it has more than 1,048,576 bytes",
    ),
    bad(
        "bytes over 1 MiB", (FULL + "#").encode(), "", None, "more than 1,048,576 bytes"
    ),
    bad(
        "accents over a small limit",
        TOP + "# é",
        "",
        None,
        "more than 40 bytes",
        limits=Limits(octets=40),
    ),
    bad(
        "33 lists in one another",
        TOP + "name = " + "[" * 33 + "]" * 33,
        "",
        3,
        "it is nested more than 32 deep; no arrangement needs that",
    ),
    bad(
        "33 tables in one another",
        TOP + "name = " + "{a = " * 33 + "1" + "}" * 33,
        "",
        3,
        "it is nested more than 32 deep",
    ),
    bad(
        "33 tables in JSON",
        '{"a":\n' * 33 + "1" + "}" * 33,
        "",
        33,
        "it is nested more than 32 deep",
    ),
    bad("100,000 brackets", "a = " + "[" * 100_000, "", 1, "nested more than 32 deep"),
    bad(
        "brackets after as many closed ones",
        "]" * 100 + "[" * 33,
        "",
        1,
        "nested more than 32 deep",
    ),
    bad(
        "a dotted key of 33 parts",
        TOP + ".".join("a" * 33) + " = 1",
        "",
        3,
        "a key has more than 32 parts",
    ),
    bad(
        "a header of 33 parts",
        TOP + "[" + ".".join("a" * 33) + "]",
        "",
        3,
        "a key has more than 32 parts",
    ),
    bad(
        "a quoted key of 33 parts",
        TOP + ".".join(['"a.b"'] * 33) + " = 1",
        "",
        3,
        "a key has more than 32 parts",
    ),
    bad(
        "a dotted key of 20,000 parts",
        ".".join("a" * 20_000) + " = 1",
        "",
        1,
        "a key has more than 32 parts",
    ),
    bad(
        "nesting over a small limit",
        TOP + "name = [[]]",
        "",
        3,
        "more than 1 deep",
        limits=Limits(nesting=1),
    ),
    bad(
        "key parts over a small limit",
        TOP + "a.b.c = 1",
        "",
        3,
        "more than 2 parts",
        limits=Limits(key_parts=2),
    ),
    bad(
        "bodies over a small limit",
        bodies(4),
        "bodies",
        3,
        "it holds 4 items; at most 3 are read",
        limits=Limits(bodies=3),
    ),
    bad(
        "bodies and groups over a small limit",
        bodies(2) + '[[groups]]\nname = "F"\n[[groups]]\nname = "G"\n',
        "",
        None,
        "it holds 4 things; at most 3 are read",
        limits=Limits(bodies=3),
    ),
    bad(
        "relations over a small limit",
        names_of(4),
        "",
        None,
        "it holds 4 references; at most 3 are read",
        limits=Limits(relations=3),
    ),
    bad("5,001 bodies", bodies(5_001), "bodies", 3, "it holds 5,001 items; at most"),
    bad("50,001 relations", names_of(50_001), "", None, "it holds 50,001 references"),
    bad(
        "an integer of over 4,300 digits in TOML",
        GROUP + "tier = " + "9" * 4301,
        "",
        None,
        "it cannot be parsed (Exceeds the limit (4300 digits)",
    ),
    bad(
        "an integer of over 4,300 digits in JSON",
        '{"a": ' + "9" * 4301 + "}",
        "",
        None,
        "it cannot be parsed (Exceeds the limit (4300 digits)",
    ),
    bad(
        "NaN in JSON",
        '{"id": "a", "title": "T", "name": NaN}',
        "name",
        1,
        "the number NaN",
    ),
    bad(
        "minus infinity in JSON",
        '{"id": "a", "title": "T", "name": -Infinity}',
        "name",
        1,
        "the number -Infinity",
    ),
    bad(
        "1e999 in JSON",
        '{"id": "a", "title": "T", "name": 1e999}',
        "name",
        1,
        "the number 1e999",
    ),
    bad(
        "a hostile key with an escape",
        '{"id": "a", "title": "T", "\\u001b[31m": 1}',
        r"'\x1b[31m'",
        1,
        r'there is no key "\x1b[31m" here',
    ),
    bad(
        "a hostile key of two lines",
        '{"id": "a", "title": "T", "a\\nb": 1}',
        r"'a\nb'",
        1,
        r'there is no key "a\nb" here',
    ),
    bad(
        "a hostile key of a surrogate",
        '{"id": "a", "title": "T", "\\udc00": 1}',
        r"'\udc00'",
        1,
        r'there is no key "\udc00" here',
    ),
    bad(
        "an empty key",
        '{"id": "a", "title": "T", "": 1}',
        "''",
        1,
        'there is no key "" here',
    ),
    bad(
        "a key with a dot", TOP + '"a.b" = 1', "'a.b'", 3, 'there is no key "a.b" here'
    ),
    bad(
        "a key of a thousand letters",
        TOP + "k" * 1000 + " = 1",
        "'" + "k" * 78 + "…",
        3,
        "there is no key",
    ),
    bad(
        "a key of Python's",
        TOP + "__class__ = 1",
        "__class__",
        3,
        'there is no key "__class__" here',
    ),
    bad(
        "a key of another language",
        TOP + '__proto__ = { "a" = 1 }',
        "__proto__",
        3,
        'there is no key "__proto__" here',
    ),
    bad(
        "a dunder among the keys of a group",
        GROUP + "__attrs_attrs__ = 1",
        "groups[0].__attrs_attrs__",
        5,
        "there is no key",
    ),
]


def rows() -> Iterable[Row]:
    yield from of_each_type()
    yield from undeclared_names()
    yield from wrong_choices()
    yield from unknown_keys()
    yield from missing_keys()
    yield from sorted(swallowed_keys(), key=lambda row: str(row.id))
    yield from hidden_characters()
    yield from (*UNREADABLE, *SLIPS, *CLASHES, *STATEMENTS, *LISTS, *CHAIRS)
    yield from (*VALUES, *INSIDE, *SIZES)


ROWS = list(rows())


def test_there_are_at_least_three_hundred_cases() -> None:
    assert len(ROWS) >= 300
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("case", ROWS)
def test_is_refused_with_its_place_and_its_reason(case: Bad) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(case.text, format=case.layout, limits=case.limits)
    error = caught.value
    assert isinstance(error, MasaError)
    assert all(fault.remedy for fault in error.faults)
    found = [fault for fault in error.faults if fault.where == case.where]
    assert any(case.says in str(fault) for fault in found), str(error)
    assert case.among_others or len(error.faults) == 1, str(error)


@pytest.mark.parametrize("case", ROWS)
def test_repeats_at_most_80_characters_and_nothing_hidden(case: Bad) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(case.text, format=case.layout, limits=case.limits)
    text = case.text if isinstance(case.text, str) else case.text.decode("latin-1")
    for line in str(caught.value).splitlines():
        assert line.isprintable()
        assert not any(line[n : n + 90] in text for n in range(len(line) - 89))


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        pytest.param("\ufeff" + TOP, Limits(), id="a byte order mark"),
        pytest.param(b"\xef\xbb\xbf" + TOP.encode(), Limits(), id="one in bytes"),
        pytest.param(FULL, Limits(), id="a document of 1 MiB"),
        pytest.param(FULL.encode(), Limits(), id="bytes of 1 MiB"),
        pytest.param(TOP, Limits(octets=len(TOP)), id="as many bytes as allowed"),
        pytest.param(TOP + "also = [{}]"[:8] + "]", Limits(nesting=1), id="one deep"),
        pytest.param(bodies(2), Limits(bodies=3), id="as many bodies as allowed"),
        pytest.param(names_of(3), Limits(relations=3), id="as many relations"),
        pytest.param(bodies(5_000), Limits(), id="5,000 bodies"),
        pytest.param(names_of(50_000), Limits(), id="50,000 relations"),
        pytest.param(TOP.replace("\n", "\r\n"), Limits(), id="lines of Windows"),
    ],
)
def test_loads_what_is_just_allowed(text: str | bytes, limits: Limits) -> None:
    assert loads(text, limits=limits).id == "barnet"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(
            TOP + "name = " + "[" * 32 + "]" * 32, "name[0] (line 3)", id="32 lists"
        ),
        pytest.param(
            TOP + ".".join("a" * 32) + " = 1", "a (line 3)", id="a key of 32 parts"
        ),
    ],
)
def test_looks_at_what_is_as_deep_as_is_allowed(text: str, where: str) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(text)
    assert [fault.where for fault in caught.value.faults] == [where]


def test_reports_at_most_so_many_faults() -> None:
    text = TOP + f"posts = {json.dumps([1] * 20 + ['A', 'A', 'B', 'B'])}\n"
    many = {}
    for most in (1, 20, 21, 30):
        with pytest.raises(DocumentError) as caught:
            loads(text, limits=Limits(faults=most))
        many[most] = len(caught.value.faults)
    assert many == {1: 1, 20: 20, 21: 21, 30: 22}


def test_suggests_nothing_after_a_hundred_faults() -> None:
    text = TOP + f"posts = {json.dumps([1] * 100)}\nnamee = 1\n"
    with pytest.raises(DocumentError) as caught:
        loads(text)
    assert "the keys are id, title" in caught.value.faults[-1].remedy
