"""Two arrangements beside each other: what is in both, what differs, what one has.

Nothing is merged on a guess: a match says how it was made, what may be one thing is
shown as such, and that a document is silent is no change.
"""

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from masa.ground.blocks import Block, Heading, Pairs, Paragraph
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.logic import Answer
from masa.ground.names import is_named
from masa.ground.reports import Report
from masa.ground.shapes import words_of
from masa.ground.shown import Shown
from masa.ground.text import did_you_mean, echo, listed, text_of
from masa.model.arrangement import Arrangement
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine
from masa.rules.claims import Claim, claims_of
from masa.rules.compared_amounts import ComparedAmount, amounts
from masa.rules.compared_pages import Page
from masa.rules.compared_things import (
    ComparedThing,
    compared,
    possible_things,
    rows_of,
)
from masa.rules.likeness import Likeness
from masa.rules.matching import Matching, are_apart
from masa.rules.row_matching import match_rows
from masa.rules.sides import KINDS, Comparable, ComparedSide, Side, sides_in_short

__all__ = ["Comparison", "compare"]

MONEY = (Contribution, CostLine, Budget)


@frozen(kw_only=True, repr=False)
class Comparison(Shown):
    """Two arrangements beside each other.

    Look a thing up by what it is called in either: ``found["Leadership Forum"]``.

    Args:
        sides: What is told of the one and the other themselves: what they are called
            in tables, their titles and areas.
        pairs: Every thing of either, just once, in the order of kinds and then of
            names; what is in only one of the two stands alone.
        possible: Things that may be one, and of which each stands alone in `pairs`.
        amounts: Every amount of money, side by side.
        are_two_areas: Whether the two surely cover different areas.
    """

    sides: tuple[ComparedSide, ComparedSide]
    pairs: tuple[ComparedThing, ...]
    possible: tuple[ComparedThing, ...] = ()
    amounts: tuple[ComparedAmount, ...] = ()
    are_two_areas: bool = False

    @property
    def before(self) -> str:
        """The title of the one."""
        return self.sides[0].title

    @property
    def after(self) -> str:
        """The title of the other."""
        return self.sides[1].title

    @property
    def same(self) -> tuple[ComparedThing, ...]:
        """What is in both, and of which both say the same."""
        return self._with("same")

    @property
    def changed(self) -> tuple[ComparedThing, ...]:
        """What is in both, and of which a fact surely differs."""
        return self._with("changed")

    @property
    def stated_once(self) -> tuple[ComparedThing, ...]:
        """What is in both, and of which only one states some fact."""
        return self._with("only stated in one")

    @property
    def untold(self) -> tuple[ComparedThing, ...]:
        """What is in both, and of which it cannot be told whether it has changed."""
        return self._with("cannot be told")

    @property
    def only_before(self) -> tuple[ComparedThing, ...]:
        """What is only in the one."""
        return self._with("only before")

    @property
    def only_after(self) -> tuple[ComparedThing, ...]:
        """What is only in the other."""
        return self._with("only after")

    @property
    def differing(self) -> tuple[ComparedThing, ...]:
        """Everything but what is the same in both."""
        return tuple(one for one in self.pairs if one.likeness is not Likeness.SAME)

    def _with(self, state: str) -> tuple[ComparedThing, ...]:
        return tuple(one for one in self.pairs if one.state == state)

    def of(self, kind: type[Comparable] | str) -> tuple[ComparedThing, ...]:
        """Give the things of one kind.

        Args:
            kind: The class, such as `Group`, or what it is called, such as ``group``.

        Raises:
            KindError: If no such things are compared.
        """
        wanted = kind if isinstance(kind, type) else _KINDS.get(kind)
        if wanted not in KINDS:
            raise KindError(
                f"{echo(kind)} is no kind of thing that is compared",
                remedy=f"give one of {listed(_KINDS, 'or')}",
            )
        return tuple(
            one for one in self.pairs if wanted in {type(one.before), type(one.after)}
        )

    def __getitem__(self, name: str) -> ComparedThing:
        """Give what is called so in either: by a name, another name or an id.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If nothing is called so, or several things are.
        """
        called = [one for one in self.pairs if text_of(name) in one.names]
        found = [one for one in called if _is_declared(one)] or called
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownNameError(
                f"{echo(name)} is the name of {len(found)} things",
                remedy="look at `.of(kind)`",
            )
        known = sorted(name for one in self.pairs for name in one.names)
        raise UnknownNameError(
            f"nothing is called {echo(name)}",
            remedy=did_you_mean(name, known) or "look at `.pairs`",
        )

    def __iter__(self) -> Iterator[ComparedThing]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def to_report(self) -> Report:
        """Lay it out as a page for people."""
        return Report(str(self), tuple(self._every_block()))

    def to_records(self) -> list[dict[str, str]]:
        """Give every difference as a row of plain text, and what may be one last."""
        return [row for one in (*self, *self.possible) for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading("Two arrangements beside each other", 1)
        yield Pairs(
            tuple((one.label, f"{one.title}; area: {one.area}") for one in self.sides)
        )
        if not self.differing:
            yield Paragraph("Nothing differs.")
        page = Page(
            sides=self.sides,
            pairs=self.pairs,
            possible=self.possible,
            amounts=self.amounts,
            are_two_areas=self.are_two_areas,
        )
        yield from page.blocks()

    def __str__(self) -> str:
        here, there = self.sides
        many = (
            f"{len(self.same)} the same",
            f"{len(self.changed)} changed",
            f"{len(self.stated_once)} stated in one only",
            f"{len(self.untold)} not to be told",
            f"{len(self.only_before)} only {here.place}",
            f"{len(self.only_after)} only {there.place}",
        )
        return f"{self.before} and {self.after}: {', '.join(many)}"

    def __repr__(self) -> str:
        return f"<Comparison of {self}>"


_KINDS: dict[str, type] = {words_of(kind): kind for kind in KINDS}


def _is_declared(one: ComparedThing) -> bool:
    """Say whether others can refer to a thing by its name."""
    return any(is_named(type(item.thing)) for item in one.items)


def compare(
    before: Arrangement,
    after: Arrangement,
    *,
    same_as: Collection[Claim] = (),
) -> Comparison:
    """Compare two arrangements: two editions of one, or those of two areas.

    Things are matched by id, by name, by what either arrangement or the caller says is
    the same, and, where the two areas have nothing in common, by role: the one partner
    of a kind, the one group at the top tier. Things of two ids are one only if that is
    said; those that only have another name in common may be one, and are one where
    both state one area. Whatever else is in one stands as only there. The order of
    lists is no difference, and neither is the place of a statement.

    Args:
        before: The one.
        after: The other.
        same_as: Names that mean the same, as pairs; or `SameAs` values, which may also
            say that two names do not, or that it is not known. A pair holds in either
            order, and goes before ids and names.

    Returns:
        What is in both, what differs, what only one has, and what cannot be told.

    Raises:
        KindError: If one of them is no arrangement, or `same_as` holds anything else
            than pairs of names.
        UnknownNameError: If a name in `same_as` is in neither, or is not that of just
            one thing.
        TextError: If a name in `same_as` could not be one.

    Example:
        >>> import masa
        >>> barnet = masa.examples.load("barnet")
        >>> masa.compare(barnet, barnet).differing
        ()
    """
    one, other = Side(_checked(before)), Side(_checked(after))
    matching = Matching(one, other, claims_of(same_as, one, other))
    match_rows(matching)
    rows = rows_of(matching)
    return Comparison(
        sides=sides_in_short(one, other),
        are_two_areas=are_apart(before, after) is Answer.YES,
        pairs=tuple(compared(matching, row) for row in rows),
        possible=possible_things(matching),
        amounts=tuple(
            amount
            for kind in MONEY
            for row in rows
            if any(item and type(item.thing) is kind for item in row)
            for amount in amounts(*row)
        ),
    )


def _checked(value: object) -> Arrangement:
    if not isinstance(value, Arrangement):
        raise KindError(
            f"{echo(value)} is not an arrangement", remedy="use `masa.load`"
        )
    return value
