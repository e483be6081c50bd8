"""Every way of filling in some facts, each as one bit of a whole number.

A fact has two choices or more. A way is a choice for each of them; its number is
written in their choices as a number is in digits, the first fact last. A claim is
then one whole number: the bits of the ways of which it is true.
"""

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import accumulate
from operator import and_, mul, or_

from attrs import frozen

from masa.ground.logic import Answer

__all__ = ["OPEN", "Known", "Ways"]

OPEN = -1
Known = tuple[int, ...]  # of each fact, the place of its choice, or OPEN


@frozen(eq=False)
class Ways:
    """The ways of filling in some facts.

    Args:
        names: The facts, in order.
        sizes: How many choices each has.
        steps: How far apart two ways lie that differ by one choice of it.
        columns: For each choice of each fact, the bits of the ways that make it.
        every: The bits of all ways.
    """

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    steps: tuple[int, ...]
    columns: tuple[tuple[int, ...], ...]
    every: int

    @classmethod
    def of(cls, domains: Mapping[str, tuple[str, ...]]) -> "Ways":
        """Lay out the ways of filling in some facts, given with their choices."""
        sizes = tuple(map(len, domains.values()))
        *steps, number = accumulate(sizes, mul, initial=1)
        every = (1 << number) - 1
        columns = tuple(
            tuple(_column(size, step, choice, every) for choice in range(size))
            for size, step in zip(sizes, steps, strict=True)
        )
        return cls(tuple(domains), sizes, tuple(steps), columns, every)

    def open(self, known: Known) -> int:
        """Give the ways that agree with what is known."""
        chosen = (
            column[choice]
            for column, choice in zip(self.columns, known, strict=True)
            if choice != OPEN
        )
        return reduce(and_, chosen, self.every)

    def answer(self, table: int, among: int) -> Answer:
        """Say whether a claim is true of all of some ways, of none, or of a part."""
        yes = table & among
        if not yes:
            return Answer.NO
        return Answer.YES if yes == among else Answer.UNKNOWN

    def answers(self, table: int, among: int, place: int) -> tuple[Answer, ...]:
        """Give the answer for each choice of one fact."""
        return tuple(
            [self.answer(table, among & column) for column in self.columns[place]]
        )

    def turned(self, table: int, among: int, place: int) -> int:
        """Give those fillings-in of the other facts with which one fact decides."""
        step, base = self.steps[place], self.columns[place][0] & among
        first = table & base
        turned = 0
        for choice in range(1, self.sizes[place]):
            turned |= ((table >> (choice * step)) & base) ^ first
        return turned

    def needed(self, table: int, known: Known, among: int) -> Iterator[int]:
        """Yield the places of the unknown facts that decide in some way.

        Args:
            table: The bits of the ways of which the claim is true.
            known: What is known of each fact.
            among: The ways that agree with it, as `open` gives them.
        """
        for place, choice in enumerate(known):
            if choice == OPEN and self.turned(table, among, place):
                yield place

    def decided_by(self, table: int, known: Known, among: int) -> tuple[int, ...]:
        """Give as few known facts as settle the answer, dropping the later first.

        Args:
            table: The bits of the ways of which the claim is true.
            known: What is known of each fact.
            among: The ways that agree with it, as `open` gives them.
        """
        kept = []
        for place in reversed(range(len(known))):
            if known[place] == OPEN:
                continue
            wider = self._without(among, place, known[place])
            if self.answer(table, wider) is Answer.UNKNOWN:
                kept.append(place)
            else:
                among = wider
        return tuple(reversed(kept))

    def _without(self, among: int, place: int, choice: int) -> int:
        """Widen some ways to those that differ from them in one fact."""
        step = self.steps[place]
        base = among >> (choice * step)
        return reduce(or_, (base << (one * step) for one in range(self.sizes[place])))


def _column(size: int, step: int, choice: int, every: int) -> int:
    """Repeat the bits of one choice over all ways."""
    pattern = ((1 << step) - 1) << (choice * step)
    return pattern * (every // ((1 << (size * step)) - 1))
