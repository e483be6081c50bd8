"""The steps of reviews name what there is: rules, items, steps, events and clocks."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from masa.ground.errors import MasaError, UnknownNameError
from masa.ground.law import files, shelf
from masa.ground.law.authority_names import local_authority
from masa.ground.law.processes import Process, ProcessStep

WAYS = list(shelf.processes().values())
STEPS = [(way, step) for way in WAYS for step in way.steps]
TABLES = files.tables(files.PROCESSES, "processes")


def _name(held: object) -> str:
    return held.id if isinstance(held, Process | ProcessStep) else str(held)


class TestEveryProcess:
    @pytest.mark.parametrize("way", WAYS, ids=_name)
    def test_runs_on_a_pathway_that_there_is(self, way: Process) -> None:
        assert way.pathway in shelf.pathways()
        assert len({step.id for step in way.steps}) == len(way.steps)
        for one in way.local_to:
            assert local_authority(one.authority).id == one.authority
            assert one.rule in {rule for step in way.steps for rule in step.every_rule}

    @pytest.mark.parametrize("way", WAYS, ids=_name)
    def test_knows_everybody_to_whom_its_steps_send(self, way: Process) -> None:
        names = [other for one in way.recipients for other in (one.name, *one.also)]
        assert len(names) == len(set(names))
        rules = (rule for step in way.steps for rule in step.every_rule)
        to = {name for rule in rules for one in shelf.rule(rule) for name in one.to}
        assert to <= {one.name for one in way.recipients}

    @pytest.mark.parametrize(("way", "step"), STEPS, ids=_name)
    def test_each_step_names_steps_that_there_are(
        self, way: Process, step: ProcessStep
    ) -> None:
        single = filter(None, (step.instead_of, step.counts_as))
        lists = (*step.after, *step.not_after, *step.undoes, *step.owed_after)
        assert {*lists, *single} <= {one.id for one in way.steps}
        assert step.id not in {*step.after, *step.not_after}

    @pytest.mark.parametrize(("way", "step"), STEPS, ids=_name)
    def test_each_step_names_rules_that_hold_its_items(
        self, way: Process, step: ProcessStep
    ) -> None:
        assert all(shelf.rule(rule) for rule in step.every_rule)
        for one in step.meets:
            assert all(version.item(one.item) for version in shelf.rule(one.rule))
        for version in shelf.rule(step.contents) if step.contents else ():
            assert version.items
        assert way.who

    @pytest.mark.parametrize(("way", "step"), STEPS, ids=_name)
    def test_each_step_names_events_and_clocks_of_the_pathway(
        self, way: Process, step: ProcessStep
    ) -> None:
        pathway = shelf.pathway(way.pathway)
        clocks = [shelf.clock(one.clock) for one in pathway.steps]
        starts = {event.name for clock in clocks for event in clock.events}
        known = starts | {event.name for event in pathway.events}
        assert step.event is None or step.event in known
        late = {step.owed_if_late} - {None}
        assert late <= {one.clock for one in pathway.steps}

    @pytest.mark.parametrize("way", WAYS, ids=_name)
    def test_every_item_of_a_list_is_met(self, way: Process) -> None:
        met = {(one.rule, one.item) for step in way.steps for one in step.meets}
        for rule in {rule for rule, _ in met}:
            items = {item.id for version in shelf.rule(rule) for item in version.items}
            assert {(rule, item) for item in items} == {m for m in met if m[0] == rule}

    def test_the_five_of_barnet_divide_the_second_aim(self) -> None:
        way = shelf.process("rapid-review")
        halves = [
            step.id
            for step in way.steps
            if any(one.item == "immediate-action" for one in step.meets)
        ]
        assert halves == ["immediate-action", "share-learning"]
        (barnet,) = shelf.rule("rapid-review-contents-barnet")
        assert [item.id for item in barnet.items] == [
            "facts",
            "immediate-actions",
            "immediate-learning",
            "potential",
            "next-steps",
        ]
        assert str(barnet.force.value) == "statement"
        assert not barnet.is_verified


class TestNames:
    def test_a_process_that_there_is_not_is_named(self) -> None:
        with pytest.raises(UnknownNameError, match='did you mean "local-review"'):
            shelf.process("local-revue")
        with pytest.raises(UnknownNameError, match="there are rapid-review, "):
            shelf.process("zzz")

    def test_a_step_that_there_is_not_is_named(self) -> None:
        way = shelf.process("local-review")
        with pytest.raises(UnknownNameError, match='did you mean "appoint-reviewer"'):
            way.step("appoint-reviewers")
        with pytest.raises(UnknownNameError, match="it has decide, "):
            way.step("zzz")

    def test_a_recipient_has_other_names(self) -> None:
        way = shelf.process("local-review")
        assert way.recipient("the panel") == "Child Safeguarding Practice Review Panel"
        assert way.recipient("ofsted") == "Ofsted"
        assert way.recipient("somebody else") == "somebody else"

    def test_each_part_prints_in_a_line(self) -> None:
        way = shelf.process("rapid-review")
        assert str(way).startswith("rapid-review: notify, gather-facts")
        assert str(way.step("notify")).startswith("notify: The local authority")
        assert (
            str(way.step("gather-facts").meets[0]) == "rapid-review-aims: gather-facts"
        )
        assert str(way.local_to[0]) == "rapid-review-contents-barnet (barnet)"
        assert str(way.recipients[0]) == "Child Safeguarding Practice Review Panel"


def _mutants(table: files.Table) -> Iterator[tuple[str, files.Table]]:
    """Yield a process with each part of each step altered or left out."""
    steps: Any = table["steps"]
    for place, step in enumerate(steps):
        for key in step:
            changed = copy.deepcopy(steps)
            del changed[place][key]
            yield f"{step['id']} without {key}", {**table, "steps": changed}
        rest = steps[:place] + steps[place + 1 :]
        yield f"without {step['id']}", {**table, "steps": rest}
    yield "swapped", {**table, "steps": [steps[1], steps[0], *steps[2:]]}


def _flat(table: files.Table) -> str:
    way = files.strictly(Process, table, "process")
    return "\n".join(step.to_text() for step in way.steps)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table["id"]))
def test_whatever_is_altered_is_refused_or_shows(table: files.Table) -> None:
    true = _flat(table)
    for what, mutant in _mutants(table):
        try:
            shown = _flat(mutant)
        except MasaError:
            continue
        assert shown != true, what
