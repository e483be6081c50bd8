"""Comparing two arrangements invents no difference, loses nothing, has no side."""

from collections import Counter
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.rules.sides import Side

some = settings(max_examples=30)
LISTS = ("groups", "partners", "bodies", "posts", "relations", "commitments", "budgets")


def _seen(one: masa.ComparedThing, *, swapped: bool = False) -> tuple[object, ...]:
    """Give everything about a thing, before and after swapped if asked."""
    sides = [
        (one.before, one.within_before),
        (one.after, one.within_after),
    ]
    facts = [(f.what, f.likeness, f.before, f.after) for f in one.differences]
    if swapped:
        sides.reverse()
        facts = [(what, likeness, b, a) for what, likeness, a, b in facts]
    return (*sides, tuple(facts), one.by, one.sure, one.silence)


class TestComparisons:
    """What differs is told, and how surely; silence is no change."""

    @some
    @given(strategies.arrangements())
    def test_of_itself_show_no_difference(self, one: masa.Arrangement) -> None:
        found = masa.compare(one, one)
        assert found.differing == ()
        assert found.possible == ()
        assert all(amount.difference in {None, 0} for amount in found.amounts)

    @some
    @given(strategies.arrangements(), strategies.arrangements())
    def test_hold_everything_just_once(
        self, before: masa.Arrangement, after: masa.Arrangement
    ) -> None:
        found = masa.compare(before, after)
        for side, held in (
            (before, [one.before for one in found]),
            (after, [one.after for one in found]),
        ):
            things = Counter(item.thing for item in Side(side).items)
            assert Counter(one for one in held if one is not None) == things

    @some
    @given(strategies.arrangements(), strategies.arrangements())
    def test_swap_before_and_after_and_nothing_else(
        self, before: masa.Arrangement, after: masa.Arrangement
    ) -> None:
        one, other = masa.compare(before, after), masa.compare(after, before)
        for ours, theirs in ((one, other), (one.possible, other.possible)):
            assert Counter(map(_seen, ours)) == Counter(
                _seen(thing, swapped=True) for thing in theirs
            )

    @some
    @given(st.data())
    def test_do_not_depend_on_the_order_of_lists(self, data: st.DataObject) -> None:
        one = data.draw(strategies.arrangements())
        turned: dict[str, Any] = {
            key: tuple(data.draw(st.permutations(getattr(one, key)))) for key in LISTS
        }
        assert masa.compare(one, evolve(one, **turned)).differing == ()

    @some
    @given(strategies.comparisons())
    def test_merge_nothing_on_a_guess(self, found: masa.Comparison) -> None:
        alone = Counter([*found.only_before, *found.only_after])
        for may in found.possible:
            assert may.sure is masa.Answer.UNKNOWN
            assert any(one.before == may.before for one in alone)
            assert any(one.after == may.after for one in alone)
