"""Relations, and the table of their verbs."""

from pathlib import Path

from masa.ground.rendering import to_markdown
from masa.ground.sources import Source
from masa.model.relations import Direction, Relation, Verb, verbs


def test_a_relation_is_a_sentence_with_its_condition_and_place() -> None:
    bare = Relation(source="Panel", verb=Verb.REPORTS_TO, target="Forum")
    assert str(bare) == "Panel reports to Forum"
    full = Relation(
        source="Panel",
        verb=Verb.ESCALATES_TO,
        target="Forum",
        condition="if unresolved",
        at=Source("7"),
    )
    assert str(full) == "Panel escalates to Forum, if unresolved (s.7)"


def test_reports_travel_upwards_and_along_no_loose_contact() -> None:
    assert Verb.REPORTS_TO.direction is Direction.UP
    assert Verb.REPORTS_TO.carries_routes
    assert not Verb.LIAISES_WITH.carries_routes
    assert Verb.DELEGATES_TO.direction is Direction.DOWN


def test_the_table_has_a_row_for_every_verb() -> None:
    table = verbs()
    assert len(table.rows) == len(Verb)
    assert ("funds", "gives money to", "down", "no") in table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_the_page_of_the_docs_is_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "verbs.md"
    assert page.read_text(encoding="utf-8").endswith(to_markdown([verbs()]))
