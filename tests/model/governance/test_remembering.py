"""A graph is made once, answers a question once, and never another in its place."""

import pickle
from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve

import masa
from masa.model.governance import building, remembering

GRAPH = masa.governance(masa.examples.load("barnet"))
BOARD = "Leadership Forum"


class TestTheSameGraph:
    def test_is_given_again_with_all_it_has_answered(self) -> None:
        whole = masa.examples.load("somerset")
        tiers = masa.governance(whole).tiers()
        assert masa.governance(whole).tiers() is tiers
        day = masa.governance(whole, on="2019-05-01")
        assert masa.governance(whole, on=date(2019, 5, 1)) is day
        met = masa.governance(whole, given={"proposed": True})
        assert masa.governance(whole, given={"proposed": True}) is met
        both = masa.Atlas([whole, masa.examples.load("barnet")])
        assert masa.governance(both) is masa.governance(both)

    def test_is_not_that_of_another_day_or_condition_or_arrangement(self) -> None:
        whole = masa.examples.load("somerset")
        graph = masa.governance(whole)
        assert masa.governance(whole, on="2019-05-01").on == date(2019, 5, 1)
        no, yes = ({"proposed": is_met} for is_met in (False, True))
        assert masa.governance(whole, given=yes).given == (("proposed", True),)
        assert masa.governance(whole, given=no).given == (("proposed", False),)
        assert masa.governance(evolve(whole, title="Another")).title == "Another"
        assert masa.governance(whole) is graph

    def test_is_of_the_last_few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(building, "GRAPHS_MOST", 1)
        whole = evolve(masa.examples.load("somerset"), title="Another")
        first = masa.governance(whole)
        masa.governance(whole, on="2019-05-01")
        assert masa.governance(whole) is not first
        assert masa.governance(whole) == first

    def test_is_not_made_of_what_is_refused(self) -> None:
        for _ in range(2):
            with pytest.raises(masa.UnknownNameError, match="holds on the condition"):
                masa.governance(GRAPH.arrangements[0], given={"if it rains": True})


class TestTheSameQuestion:
    @pytest.mark.parametrize(
        "question",
        [
            GRAPH.tiers,
            lambda: GRAPH.seats(BOARD),
            lambda: GRAPH.reporting_to(GRAPH[BOARD]),
            lambda: GRAPH.routes("Cafcass", most=3),
            lambda: GRAPH.meetings("2019/20"),
        ],
        ids=["nothing", "a name", "a node", "a number", "a year"],
    )
    def test_has_the_same_answer(self, question: Callable[[], object]) -> None:
        assert question() is question()

    def test_is_told_from_others(self) -> None:
        assert GRAPH.overlaps(most=1) is not GRAPH.overlaps(most=2)
        assert GRAPH.answers_to(BOARD) != GRAPH.reporting_to(BOARD)
        assert GRAPH.without(BOARD) is not GRAPH.without(GRAPH[BOARD])

    def test_is_that_of_one_graph(self) -> None:
        other = evolve(GRAPH, title="Another", on=None)
        assert GRAPH.tiers().title != other.tiers().title


class TestWhatIsNotRemembered:
    def test_a_list_that_may_have_changed(self) -> None:
        kinds = ["funds"]
        before = GRAPH.single_points(kinds=kinds)
        kinds.append("is a member of")
        assert GRAPH.single_points(kinds=kinds).under != before.under

    def test_what_is_equal_but_no_number(self) -> None:
        assert GRAPH.overlaps(most=1).pairs
        with pytest.raises(masa.KindError, match="True is not a whole number"):
            GRAPH.overlaps(most=True)
        with pytest.raises(masa.KindError, match=r"1\.0 is not a whole number"):
            GRAPH.overlaps(most=1.0)  # type: ignore[arg-type] # that is the point

    def test_an_error(self) -> None:
        for _ in range(2):
            with pytest.raises(masa.UnknownNameError):
                GRAPH.seats("Nobody")

    def test_what_no_longer_fits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(remembering, "ANSWERS_MOST", 2)
        graph = evolve(GRAPH, title="Another")
        first = graph.overlaps(most=1)
        assert graph.overlaps(most=2) is graph.overlaps(most=2)
        assert graph.overlaps(most=3) is graph.overlaps(most=3)
        assert graph.overlaps(most=1) is not first
        assert graph.overlaps(most=1) == first


def test_a_graph_is_equal_and_kept_whatever_it_was_asked() -> None:
    graph = evolve(GRAPH)
    asked = evolve(GRAPH)
    told = asked.tiers()
    kept = pickle.loads(pickle.dumps(asked))  # noqa: S301 (our own)
    assert graph == asked == kept
    assert len(pickle.dumps(asked)) == len(pickle.dumps(graph))
    assert kept.tiers() == told
