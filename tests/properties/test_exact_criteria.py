"""A criterion is judged as if every way of filling in its facts had been tried."""

from itertools import product

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from masa.ground.criteria import (
    Criterion,
    all_of,
    any_of,
    is_not,
    is_one_of,
    is_so,
)
from masa.ground.findings import Finding
from masa.ground.logic import Answer

NAMES = ("a", "b", "c", "d")
PLACE = "place"
PLACES = ("here", "there", "abroad")
Way = dict[str, bool | str]
Known = dict[str, bool | str | None]


def choices_of(name: str) -> tuple[bool | str, ...]:
    """Give what a fact may be: three places, or no and yes."""
    return PLACES if name == PLACE else (False, True)


@frozen
class Tree:
    """A criterion in the simplest form, from which the reference answers."""

    join: str
    parts: tuple["Tree", ...] = ()
    among: tuple[str, ...] = ()

    @property
    def facts(self) -> set[str]:
        """The names of its facts."""
        if self.join in {*NAMES, PLACE}:
            return {self.join}
        return {name for part in self.parts for name in part.facts}

    def holds(self, facts: Way) -> bool:
        """Say whether it holds where every fact is known."""
        match self.join:
            case "all":
                return all(part.holds(facts) for part in self.parts)
            case "any":
                return any(part.holds(facts) for part in self.parts)
            case "not":
                return not self.parts[0].holds(facts)
            case "place":
                return facts[PLACE] in self.among
        return facts[self.join] is True

    def built(self) -> Criterion:
        """Make the criterion of it."""
        parts = [part.built() for part in self.parts]
        match self.join:
            case "all":
                return all_of("all are so", *parts)
            case "any":
                return any_of("any is so", *parts)
            case "not":
                return is_not("it is not so", *parts)
            case "place":
                return is_one_of(PLACE, "it is there", choices=PLACES, among=self.among)
        return is_so(self.join, "it is so")

    def ways(self, known: Known) -> list[Way]:
        """Give every way of filling in what is unknown."""
        names = sorted(self.facts)
        choices = [
            choices_of(name) if (value := known.get(name)) is None else (value,)
            for name in names
        ]
        return [dict(zip(names, way, strict=True)) for way in product(*choices)]

    def answer(self, known: Known) -> Answer:
        """Answer by trying every way."""
        verdicts = {self.holds(way) for way in self.ways(known)}
        return Answer.UNKNOWN if len(verdicts) == 2 else Answer.of(verdicts.pop())

    def needed(self, known: Known) -> set[str]:
        """Name the unknown facts that decide in at least one way."""
        return {
            name
            for way in self.ways(known)
            for name in way
            if known.get(name) is None
            and any(
                self.holds(way) != self.holds(way | {name: choice})
                for choice in choices_of(name)
            )
        }


def fact(name: str) -> Tree:
    """Make the tree of one fact."""
    return Tree(name)


def place(*among: str) -> Tree:
    """Make the tree of a place that is one of some."""
    return Tree(PLACE, among=among)


A, B, C, D = map(fact, NAMES)
FIXED = [
    pytest.param(
        Tree("any", (Tree("all", (A, B)), Tree("all", (Tree("not", (A,)), B)))),
        id="a fact that occurs on both sides",
    ),
    pytest.param(Tree("any", (A, Tree("not", (A,)))), id="a thing or its contrary"),
    pytest.param(
        Tree("all", (A, Tree("any", (B, C)), Tree("not", (D,)))), id="four facts"
    ),
    pytest.param(
        Tree("any", (Tree("all", (A, B)), Tree("all", (B, C)), Tree("all", (C, A)), D)),
        id="two of three, or a fourth",
    ),
    pytest.param(
        Tree("any", (place("here"), Tree("all", (A, place("abroad"))))),
        id="a place that is asked for twice",
    ),
    pytest.param(
        Tree("any", tuple(place(one) for one in PLACES)), id="a place that is anywhere"
    ),
    pytest.param(Tree("any", (A, place())), id="a place that is nowhere"),
]

trees = st.recursive(
    st.sampled_from(NAMES).map(fact)
    | st.lists(st.sampled_from(PLACES), max_size=3, unique=True).map(
        lambda among: place(*among)
    ),
    lambda inner: st.one_of(
        st.builds(
            Tree,
            st.sampled_from(["all", "any"]),
            st.lists(inner, max_size=3).map(tuple),
        ),
        st.builds(Tree, st.just("not"), st.tuples(inner)),
    ),
    max_leaves=10,
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Tree, Known]:
    """Draw a criterion with what is known of its facts."""
    tree = draw(trees)
    values = {
        name: st.sampled_from([*choices_of(name), None]) for name in sorted(tree.facts)
    }
    return tree, draw(st.fixed_dictionaries(values))


def _agrees(tree: Tree, known: Known, finding: Finding) -> None:
    own = {name: value for name, value in known.items() if name in tree.facts}
    assert finding.answer is tree.answer(own)
    assert set(finding.needed) == tree.needed(own)
    assert len(finding.needed) == len(set(finding.needed))
    assert [(one.fact, one.known_as, one.answer) for one in finding.changes] == [
        (name, word(choice), tree.answer(own | {name: choice}))
        for name in finding.needed
        for choice in choices_of(name)
    ]
    for part, smaller in zip(tree.parts, finding.rests_on, strict=True):
        _agrees(part, known, smaller)


def word(choice: bool | str) -> str:  # noqa: FBT001 (a choice may be one)
    """Print what a fact turned out to be."""
    if isinstance(choice, bool):
        return "yes" if choice else "no"
    return choice


class TestExactness:
    """A criterion is exact: yes if every completion says yes."""

    @given(cases())
    def test_answers_as_trying_every_way_does(self, case: tuple[Tree, Known]) -> None:
        tree, known = case
        _agrees(tree, known, tree.built().judge(known))

    @pytest.mark.parametrize("tree", FIXED)
    def test_on_every_row(self, tree: Tree) -> None:
        criterion, names = tree.built(), sorted(tree.facts)
        for row in product(*((*choices_of(name), None) for name in names)):
            known = dict(zip(names, row, strict=True))
            _agrees(tree, known, criterion.judge(known))

    @given(cases())
    def test_counts_the_ways_in_which_a_fact_decides(
        self, case: tuple[Tree, Known]
    ) -> None:
        tree, known = case
        swings = tree.built().swings(known)
        assert set(swings) == tree.needed(known)
        for name, count in swings.items():
            others = {
                tuple(
                    sorted((key, str(said)) for key, said in way.items() if key != name)
                )
                for way in tree.ways(known)
                if len({tree.holds(way | {name: one}) for one in choices_of(name)}) > 1
            }
            assert count == len(others)

    def test_where_kleene_alone_is_weaker(self) -> None:
        a, b = Answer.UNKNOWN, Answer.YES
        step_by_step = (a & b) | (~a & b)
        tree = Tree("any", (Tree("all", (A, B)), Tree("all", (Tree("not", (A,)), B))))
        assert step_by_step is Answer.UNKNOWN
        assert tree.built().judge({"b": True}).answer is Answer.YES


class TestDecidedBy:
    """The known facts that already settle the answer, as few as will do."""

    @given(cases())
    def test_is_enough_and_not_more(self, case: tuple[Tree, Known]) -> None:
        tree, known = case
        finding = tree.built().judge(known)
        kept = {name: known[name] for name in finding.decided_by}
        assert None not in kept.values()
        if finding.answer is Answer.UNKNOWN:
            assert not kept
            return
        assert tree.answer(kept) is finding.answer
        for name in kept:
            fewer = {other: value for other, value in kept.items() if other != name}
            assert tree.answer(fewer) is Answer.UNKNOWN


class TestLearning:
    """A settled answer stays, whatever is learnt."""

    @given(cases(), st.data())
    def test_never_flips_an_answer(
        self, case: tuple[Tree, Known], data: st.DataObject
    ) -> None:
        tree, known = case
        criterion = tree.built()
        before = criterion.judge(known)
        learnt = {
            name: data.draw(st.sampled_from(choices_of(name)))
            if value is None
            else value
            for name, value in known.items()
        }
        after = criterion.judge(learnt).answer
        assert after is not Answer.UNKNOWN
        assert before.answer in (after, Answer.UNKNOWN)

    @given(cases(), st.data())
    def test_what_is_not_needed_changes_nothing(
        self, case: tuple[Tree, Known], data: st.DataObject
    ) -> None:
        tree, known = case
        criterion = tree.built()
        before = criterion.judge(known)
        idle = {n for n, v in known.items() if v is None} - set(before.needed)
        learnt = known | {
            name: data.draw(st.sampled_from(choices_of(name))) for name in sorted(idle)
        }
        after = criterion.judge(learnt)
        assert (after.answer, after.needed) == (before.answer, before.needed)
