"""The data of the law keeps its own rules. These tests are never switched off."""

import ast
import copy
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import masa
from masa.ground.durations import Duration
from masa.ground.errors import MasaError, UnknownNameError
from masa.ground.law import files, shelf
from masa.ground.law.origins import origin
from masa.ground.law.provisions import UNVERIFIED, Provision, evidence_in_words
from masa.ground.logic import Answer

RULES = list(shelf.rules())
EVERY = [version for name in RULES for version in shelf.rule(name)]
ORIGINS = [name for name in files.file_names() if name != files.COVERAGE]
TABLES = [table for name in ORIGINS for table in files.tables(name, "provisions")]
CITED = {instrument.cited_as for instrument in shelf.instruments()}
CODE = Path(masa.__file__).parent


class TestEveryFile:
    @pytest.mark.parametrize("name", ORIGINS)
    def test_opens_with_what_it_was_taken_from(self, name: str) -> None:
        opened = origin(name)
        assert opened.taken_from
        assert opened.published_by
        covered = files.tables(name, "covered")  # of a register that has its own days
        checked = covered[0]["checked"] if covered else shelf.coverage().checked
        assert isinstance(checked, date)
        assert opened.read_on <= checked

    @pytest.mark.parametrize("name", files.file_names())
    def test_holds_only_what_the_book_reads(self, name: str) -> None:
        kinds = {"provisions", "instruments", "clocks", "differences", "holidays"}
        kinds |= {"pathways", "processes", "groups", "covered"}
        lists = {k for k, v in files.tree(name).items() if isinstance(v, list)}
        assert lists - {"taken_from", "published_by"} <= kinds

    def test_no_id_stands_twice(self) -> None:
        ids = [
            table["id"]
            for name in files.file_names()
            for key in (
                "provisions",
                "instruments",
                "clocks",
                "differences",
                "pathways",
                "processes",
            )
            for table in files.tables(name, key)
        ]
        clocks = set(shelf.clocks())
        twice = {name for name, many in Counter(ids).items() if many > 1}
        twice -= clocks  # a rule and the clock that it feeds may share a name
        assert twice <= set(shelf.processes())  # and a review with its clock

    @pytest.mark.parametrize("name", files.file_names())
    def test_each_table_alone_is_the_one_of_the_whole(self, name: str) -> None:
        keys = ("provisions", "instruments", "clocks", "differences", "pathways")
        for key in (*keys, "processes"):
            whole = {table["id"]: table for table in files.tables(name, key)}
            assert list(files.entries(name, key)) == list(whole)
            assert all(
                files.entry(name, key, one) == table for one, table in whole.items()
            )

    def test_every_rule_is_found_by_its_id(self) -> None:
        assert [table["id"] for table in TABLES] == RULES

    def test_a_rule_is_found_by_its_other_names(self) -> None:
        others = [name for version in EVERY for name in version.also]
        assert "is-1" in others
        assert not set(others) & set(RULES)
        for name in others:
            assert name in shelf.rule(name)[0].also

    def test_no_clock_has_a_name_of_another(self) -> None:
        names = [name for one in shelf.clocks() for name in shelf.clock(one).names]
        assert len(names) == len(set(names))

    def test_every_clock_is_a_step_of_one_pathway(self) -> None:
        steps = [step.clock for way in shelf.pathways().values() for step in way.steps]
        assert sorted(steps) == sorted(shelf.clocks())

    @pytest.mark.parametrize("name", shelf.pathways())
    def test_every_event_of_a_pathway_is_known(self, name: str) -> None:
        way = shelf.pathway(name)
        clocks = [shelf.clock(step.clock) for step in way.steps]
        starts = {event.name for clock in clocks for event in clock.events}
        own = {event.name for event in way.events}
        stops = {step.stopped_by for step in way.steps if step.stopped_by}
        assert stops <= starts | own
        assert own <= stops - starts
        assert {one.name for one in way.planned} <= starts
        assert {one.becomes for one in way.planned} <= starts | own
        if way.window:
            assert {way.step(way.window.published), way.step(way.window.copied)}

    def test_a_step_that_there_is_not_is_named(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "rapid-review"'):
            shelf.pathway("serious-incident").step("rapid-revue")
        with pytest.raises(UnknownNameError, match="there are lado-referral"):
            shelf.pathway("allegation").step("zzz")

    def test_the_book_begins_before_it_ends(self) -> None:
        covered = shelf.coverage()
        assert covered.first < covered.checked < covered.last


class TestEveryRule:
    @pytest.mark.parametrize("name", RULES)
    def test_has_source_force_evidence_and_date(self, name: str) -> None:
        for version in shelf.rule(name):
            assert version.source.instrument in CITED
            assert isinstance(version.force, masa.Force)
            assert isinstance(version.evidence, masa.Evidence)
            waits = version.pending or version.commencing
            assert (version.since is None) is bool(waits)

    @pytest.mark.parametrize("name", RULES)
    def test_has_a_unit_for_its_number(self, name: str) -> None:
        for version in shelf.rule(name):
            if isinstance(version.value, int):
                assert version.unit

    @pytest.mark.parametrize("name", RULES)
    def test_has_versions_without_gap_or_overlap(self, name: str) -> None:
        held = [version for version in shelf.rule(name) if version.since]
        for version, following in pairwise(held):
            assert version.before == following.since
            assert version.since
            assert following.since
            assert version.since.before(following.since) is not Answer.NO
        if held and held[-1].before and held[-1].since:
            assert held[-1].since.before(held[-1].before) is not Answer.NO

    @pytest.mark.parametrize("name", RULES)
    def test_commences_by_a_pending_section_only(self, name: str) -> None:
        for version in shelf.rule(name):
            assert version.commencing is None or version.commencing in shelf.pending()

    @pytest.mark.parametrize("name", RULES)
    def test_has_a_plain_sentence(self, name: str) -> None:
        for version in shelf.rule(name):
            assert version.says[0].isupper() or version.says[0] in "\"'“"
            assert version.says.rstrip('"').endswith((".", "?"))

    def test_guidance_that_was_not_read_is_not_called_verified(self) -> None:
        for version in EVERY:
            assert not version.inherited or version.evidence is masa.Evidence.UNKNOWN
            assert version.is_verified is (version.evidence not in UNVERIFIED)

    def test_an_area_day_decides_only_where_a_span_is_given(self) -> None:
        fields = set(AREA_FIELDS)
        for version in EVERY:
            if version.area_date:
                assert version.area_date in fields
                spans = [w for w in (version.since, version.before) if w]
                assert any(when.earliest != when.latest for when in spans)


AREA_FIELDS = ("published", "implemented", "republished")


class TestEveryClock:
    @pytest.mark.parametrize("name", shelf.clocks())
    def test_names_rules_that_there_are(self, name: str) -> None:
        clock = shelf.clock(name)
        assert clock.lengths
        for rule in (*clock.lengths, *clock.duty):
            assert shelf.rule(rule)

    @pytest.mark.parametrize("name", shelf.clocks())
    def test_runs_from_an_event_unless_its_day_is_fixed(self, name: str) -> None:
        clock = shelf.clock(name)
        is_fixed = clock.direction.value == "fixed day"
        assert bool(clock.events) is not is_fixed
        names = {event.name for event in clock.events}
        assert all(event.isidentifier() for event in names)
        for reading in clock.readings:
            assert reading.runs_from is None or reading.runs_from in names
            assert reading.source.instrument in CITED
        assert sum(event.first_rate_lasts is not None for event in clock.events) < 2
        if is_fixed:
            values = [v.value for n in clock.lengths for v in shelf.rule(n)]
            assert all(value is None or isinstance(value, date) for value in values)

    @pytest.mark.parametrize("name", shelf.clocks())
    def test_has_a_length_a_day_or_a_word_from_each_text(self, name: str) -> None:
        for rule in shelf.clock(name).lengths:
            for version in shelf.rule(rule):
                is_unknown = version.evidence is masa.Evidence.UNKNOWN
                assert version.value or version.urgency or is_unknown
                assert not isinstance(version.value, tuple)


class TestEveryDifference:
    @pytest.mark.parametrize("difference", masa.differences(), ids=str)
    def test_has_sides_with_sources_and_concerns_what_there_is(
        self, difference: masa.Difference
    ) -> None:
        assert difference.sides
        for side in difference.sides:
            assert side.source.instrument in CITED
        for rule in difference.concerns:
            assert shelf.rule(rule)

    def test_all_are_there(self) -> None:
        kinds = Counter(one.id[0] for one in masa.differences())
        assert kinds == {"F": 10, "L": 14, "A": 26}


def _flat(table: files.Table) -> str:
    return "\n".join(
        f"{version.to_text()} {version.area_date} {version.commencing}"
        for version in shelf.versions_in(table)
    )


def _mutants(table: files.Table) -> Iterator[tuple[str, files.Table]]:
    """Yield a table with each number, unit, date, source and mark altered."""
    for key in ("force", "length", "number", "unit", "day", "each_year", "before"):
        if key in table:
            yield key, {**table, key: _other(key, table[key])}
    versions: Any = table["versions"]
    for place, version in enumerate(versions):
        for key in ("since", "source", "evidence", "length", "day", "force"):
            if key in version:
                changed = copy.deepcopy(versions)
                changed[place][key] = _other(key, version[key])
                yield f"versions {key}", {**table, "versions": changed}
        yield "dropped", {**table, "versions": versions[:place] + versions[place + 1 :]}
    items: Any = table.get("items", [])
    for place in range(len(items)):
        yield "item dropped", {**table, "items": items[:place] + items[place + 1 :]}
    if len(items) > 1:
        yield "items swapped", {**table, "items": [items[1], items[0], *items[2:]]}
    if len(versions) > 1:
        yield "versions swapped", {**table, "versions": versions[::-1]}
    yield "doubled", {**table, "versions": [*versions, versions[-1]]}


def _other(key: str, value: object) -> object:
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, int):
        return value + 1
    if key == "length":
        number, unit = str(value).split(" ", 1)
        return f"{int(number) + 1} {unit}"
    others = _OTHERS.get(key, ("1999", "1998"))
    return others[value == others[0]]


_OTHERS = {
    "each_year": ("1 January", "2 January"),
    "evidence": ("read", "recalled"),
    "force": ("may", "must"),
    "source": ("Interpretation Act 1978, s.1", "Interpretation Act 1978, s.2"),
    "unit": ("pounds", "apples"),
}


class TestMutants:
    """Whatever is altered in a table shows on the page that is held by a golden."""

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table["id"]))
    def test_every_one_is_refused_or_shows(self, table: files.Table) -> None:
        true = _flat(table)
        for what, mutant in _mutants(table):
            try:
                shown = _flat(mutant)
            except MasaError:
                continue
            is_same = what in {"doubled", "versions swapped"} and _is_open(table)
            assert shown != true or is_same, what


def _is_open(table: files.Table) -> bool:
    """Tell a rule whose last version waits: its place and its double are nothing."""
    versions: Any = table["versions"]
    return bool(versions[-1].get("commencing") or table.get("pending"))


class TestTheMarkGoesWithTheRule:
    """Nothing recalled or unknown is presented as verified."""

    @pytest.mark.parametrize(
        "version", [one for one in EVERY if not one.is_verified], ids=lambda v: v.id
    )
    def test_in_every_layout(self, version: Provision) -> None:
        mark = evidence_in_words(version.evidence)
        assert mark.endswith("not verified")
        shown = (version.to_text(), version.to_markdown(), version.to_html())
        assert all("not verified" in layout for layout in shown)
        assert "not verified" in str(version)

    def test_in_each_limit_of_a_clock(self) -> None:
        for clock in masa.clocks("2026-11-22"):
            marks = sum(not limit.is_verified for limit in clock.limits)
            assert clock.to_records()[0]["limits"].count("not verified") == marks


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", ""))


class TestNoNumberOfLawStandsInCode:
    """The law's numbers and days stand in the data, with a source, and only there."""

    numbers = {
        size.number
        for version in EVERY
        for size in (version.value,)
        if isinstance(size, Duration)
    } | {version.value for version in EVERY if isinstance(version.value, int)}

    @pytest.mark.parametrize(
        "path",
        [
            *sorted((CODE / "ground" / "law").glob("*.py")),
            *sorted((CODE / "rules").rglob("*.py")),
            *sorted((CODE / "commands").glob("*.py")),
            *(
                CODE / "model" / f"{name}.py"
                for name in (
                    "statutes",
                    "law_changes",
                    "transitions",
                    "clock_catalogue",
                )
            ),
            CODE / "law_pages.py",
            CODE / "__main__.py",
        ],
        ids=lambda path: f"{path.parent.name}/{path.stem}",
    )
    def test_in_no_module_that_speaks_of_law(self, path: Path) -> None:
        small = {0, 1, 2}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        layout = {a for c in calls if _called(c) == "Heading" for a in c.args}
        for node in set(ast.walk(tree)) - layout:
            if isinstance(node, ast.Constant) and isinstance(node.value, int):
                assert node.value in small or node.value not in self.numbers, node.value
        for call in calls:
            is_day = _called(call) == "date"
            assert not is_day or not any(isinstance(a, ast.Constant) for a in call.args)

    def test_nor_any_day(self) -> None:
        for path in CODE.rglob("*.py"):
            code = path.read_text(encoding="utf-8")
            plain = re.sub(r'"""(?:.|\n)*?"""|#.*', "", code)
            assert not re.search(r"\b20[012]\d-\d\d-\d\d\b", plain) or (
                path.parent.name == "commands"
                or path.stem in {"documents", "reading", "spans", "__main__"}
            ), path
