"""The pages on files: no key is missing from them, and everything in them loads."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import masa
from masa.ground.forms import EXTRAS, SAYS
from masa.ground.law import shelf
from masa.ground.shapes import Leaf, Shape, Value, parts, words_of
from masa.ground.stated import Statement

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/file-format.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs/how-to/write-a-file.md").read_text(encoding="utf-8")
SMALL = (ROOT / "examples/my-area.toml").read_text(encoding="utf-8")
FENCE = re.compile(r"^```toml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SECTION = re.compile(r"^### ([^:\n]+)(.*?)(?=^##|\Z)", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| (\**)`(\w+)`\** \| (.+) \| (.+) \|$", re.MULTILINE)
CASES = FENCE.findall(PAGE)
Tree = dict[str, object]


class Row(NamedTuple):
    """One key of a table on the page."""

    key: str
    required: bool
    example: str

    def table(self) -> Tree:
        """The example as a table, which may hold other keys that it needs."""
        table: Tree = tomllib.loads(f"x = {{ {self.example.strip('`')} }}")["x"]
        return table


def _sections() -> Iterator[tuple[str, tuple[Row, ...]]]:
    for called, body in SECTION.findall(PAGE):
        yield (
            called.casefold(),
            tuple(
                Row(key, bool(bold), said) for bold, key, _, said in ROW.findall(body)
            ),
        )


def _classes(kind: type, found: dict[str, type]) -> dict[str, type]:
    """Every class of which a file can hold a value, by its name in plain words."""
    if words_of(kind) not in found:
        found[words_of(kind)] = kind
        for part in parts(kind).values():
            inner = _innermost(part.shape)
            if isinstance(inner, Value):
                _classes(inner.kind, found)
    return found


def _innermost(shape: Shape) -> Leaf | Value:
    while not isinstance(shape, Leaf | Value):
        shape = shape.of
    return shape


CLASSES = _classes(masa.Arrangement, {"statement": Statement})
SECTIONS = dict(_sections())


@pytest.mark.parametrize("called", CLASSES)
def test_every_key_of_a_class_is_in_its_table(called: str) -> None:
    told = {row.key: row.required for row in SECTIONS[called]}
    kind = CLASSES[called]
    if kind is Statement:
        assert told == dict.fromkeys((*SAYS, *EXTRAS), False)
        return
    short = dict.fromkeys(getattr(kind, "short_keys", ()), False)
    if short:  # in a file the kind may be told by the key
        told["kind"] = True
    assert told == short | {key: part.required for key, part in parts(kind).items()}


def test_the_page_has_a_section_for_no_other_class() -> None:
    assert set(SECTIONS) == set(CLASSES)


def _within(*path: str) -> Callable[[Tree, Tree], None]:
    """Put a table into a tree, along keys, each of which holds a list."""

    def put(tree: Tree, table: Tree) -> None:
        for key in reversed(path[1:]):
            table = {**AROUND.get(key, {"name": "Here"}), key: [table]}
        held = tree.setdefault(path[0], [])
        assert isinstance(held, list)
        held.append(table)

    return put


AROUND: dict[str, Tree] = {  # what the table around such a key has to have
    "amends": {"id": "here", "says": "Here."},
    "contents": {"title": "Here"},
    "contributions": {},
    "copies": {"title": "Here"},
    "costs": {},
    "footnotes": {},
    "named": {"category": "Here"},
    "readings": {"says": "Here."},
    "year": {},
}


def _at_the_top(tree: Tree, table: Tree) -> None:
    tree.update(table)


def _alone(key: str) -> Callable[[Tree, Tree], None]:
    return lambda tree, table: tree.update({key: table})


PLACES: dict[str, Callable[[Tree, Tree], None]] = {
    "agency category": _within("agencies"),
    "amendment": _within("budgets", "footnotes", "readings", "amends"),
    "area": _within("groups", "area"),
    "arrangement": _at_the_top,
    "body": _within("bodies"),
    "budget": _within("budgets"),
    "chair choice": _within("groups", "chair_chosen"),
    "chairing": _within("groups", "chair"),
    "child death review": _alone("child_death_review"),
    "child protection team": _within("teams"),
    "commitment": _within("commitments"),
    "concern": _within("concerns"),
    "contribution": _within("budgets", "contributions"),
    "copy sent": _within("reports", "copies"),
    "cost line": _within("budgets", "costs"),
    "date": _within("bodies", "existed"),
    "decision": _within("decisions"),
    "departure": _within("departures"),
    "described set": _within("sets"),
    "document": _within("sources"),
    "doubt": _within("doubts"),
    "duration": _within("groups", "lasts"),
    "escalation stage": _within("escalation"),
    "financial year": _within("budgets", "year"),
    "footnote": _within("budgets", "footnotes"),
    "footnote reading": _within("budgets", "footnotes", "readings"),
    "frequency": _within("groups", "meets"),
    "function": _within("functions"),
    "group": _within("groups"),
    "listing": _within("listings"),
    "milestone": _within("milestones"),
    "outside fact": _within("outside_facts"),
    "pace": lambda tree, table: PLACES["frequency"](tree, {"readings": [table]}),
    "period": _within("groups", "period"),
    "policy": _within("policies"),
    "post": _within("posts"),
    "published report": _within("reports"),
    "relation": _within("relations"),
    "relevant agency": _within("agencies", "named"),
    "reported": _within("reports", "contents"),
    "safeguarding partner": _within("partners"),
    "same as": _within("same_as"),
    "scrutiny": _within("scrutiny"),
    "seat": _within("groups", "members"),
    "sign-off": _within("sign_offs"),
    "source": lambda tree, table: PLACES["function"](tree, {"name": "X", "at": table}),
    "statement": _within("groups", "meets"),
    "team member": _within("teams", "members"),
    "yearly report": _alone("yearly_report"),
}
CHOICES = {  # of these keys one has to be there
    "chairing": ("rotates", "held_by", "jointly", "drawn_from", "any", "kind"),
    "seat": ("holder", "any", "chairs_of"),
}
EXAMPLES = [
    pytest.param(called, row, id=f"{called}, {row.key}")
    for called, rows in SECTIONS.items()
    for row in rows
    if row.example.startswith("`")
]


@pytest.mark.parametrize(("called", "row"), EXAMPLES)
def test_every_example_of_a_key_loads(called: str, row: Row) -> None:
    rows = SECTIONS[called]
    table = row.table()
    assert row.key in table
    for other in rows:
        if other.required and other.key not in table:
            table |= other.table()
    choices = CHOICES.get(called, ())
    if choices and not table.keys() & set(choices):
        table |= next(other.table() for other in rows if other.key == choices[0])
    tree = tomllib.loads(SMALL)
    PLACES[called](tree, table)
    assert masa.loads(json.dumps(tree), format="json").id


def test_every_item_that_is_named_on_the_page_is_one_of_the_law() -> None:
    named = re.findall(r'"((?:P\d\d|YR)-\w+)(?:/([\w-]+))?"', PAGE)
    needs = {one: {need.id for need in shelf.rule(one)[0].needs} for one, _ in named}
    assert all(need in needs[one] for one, need in named if need)
    assert any(need for _, need in named)


def test_every_row_without_an_example_leads_to_another_table() -> None:
    bare = [
        row
        for rows in SECTIONS.values()
        for row in rows
        if not row.example.startswith("`")
    ]
    assert all(row.example.startswith("see [") for row in bare)


def test_the_cases_of_the_page_load_together_below_the_small_file() -> None:
    assert len(CASES) > 20
    arrangement = masa.loads("\n".join((SMALL, *CASES)))
    assert masa.loads(masa.dumps(arrangement)) == arrangement
    assert masa.survey(arrangement)
    assert masa.report.describe(arrangement).to_text()


def test_the_small_file_that_is_shown_is_the_one_to_copy() -> None:
    assert SMALL in FENCE.findall(HOW_TO)


def test_the_small_file_loads_and_adds_up() -> None:
    arrangement = masa.loads(SMALL)
    text = masa.report.describe(arrangement).to_text()
    said = "The printed total is £150,000, and the 2 contributions come to £150,000."
    assert said in " ".join(text.split())
