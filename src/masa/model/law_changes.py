"""What changed in the law between two days: what began, ended, changed, carried on."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.checks import checked
from masa.ground.errors import FactError
from masa.ground.law import shelf
from masa.ground.law.provisions import Provision, evidence_in_words
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import Prose, text_of

__all__ = ["ChangeKind", "LawChange", "LawChanges", "change_between"]


class ChangeKind(Enum):
    """What happened to a rule between two books.

    A rule is carried over when its words, force and value are the same, but not its
    source or what is known of it. It has perhaps changed when it is not sure whether,
    or in which version, it held in one of the books.
    """

    BEGUN = "begun"
    ENDED = "ended"
    CHANGED = "changed"
    CARRIED_OVER = "carried over"
    PERHAPS = "perhaps"

    __repr__ = Enum.__str__


@frozen(kw_only=True, repr=False, field_transformer=checked)
class LawChange(Shown):
    """One rule as it was in one book and as it is in the other.

    Args:
        kind: What happened.
        before: As it was; nothing if it was not in force.
        after: As it is; nothing if it is not in force.

    Raises:
        FactError: If there is neither, or they are two rules.
        KindError: If a part is of the wrong type.
    """

    kind: ChangeKind
    before: Provision | None = None
    after: Provision | None = None

    def __attrs_post_init__(self) -> None:
        ids = {side.id for side in (self.before, self.after) if side}
        if len(ids) != 1:
            raise FactError(
                f"{len(ids)} rules stand in one change",
                remedy="compare one with itself",
            )

    @property
    def id(self) -> str:
        """The name of the rule in the statute book."""
        return next(side.id for side in (self.before, self.after) if side)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "id", self.id
        yield "what happened", self.kind
        yield "before", _in_short(self.before)
        yield "after", _in_short(self.after)

    def __str__(self) -> str:
        return f"{self.id}: {self.kind.value}"

    def __repr__(self) -> str:
        return f"<LawChange {self.id!r}: {self.kind.value}>"


def _substance(provision: Provision) -> tuple[object, ...]:
    return (
        provision.says,
        provision.who,
        provision.force,
        provision.value,
        provision.urgency,
    )


def _in_short(provision: Provision | None) -> str:
    if provision is None:
        return "not in force"
    mark = evidence_in_words(provision.evidence)
    value = provision.value_in_words
    size = f"{value}; " if value else ""
    doubt = f"; {provision.doubt}" if provision.doubt else ""
    return f"{provision.says} ({size}{provision.source}; {mark}{doubt})"


@frozen(kw_only=True, repr=False, field_transformer=checked)
class LawChanges(Shown):
    """What differs between the law of two books.

    Args:
        first: The one book, in words.
        second: The other.
        changes: Every rule that differs, in the order of the statute book.
    """

    first: Prose
    second: Prose
    changes: tuple[LawChange, ...]

    @property
    def begun(self) -> tuple[LawChange, ...]:
        """The rules that are in force only in the second."""
        return self._of(ChangeKind.BEGUN)

    @property
    def ended(self) -> tuple[LawChange, ...]:
        """The rules that are in force only in the first."""
        return self._of(ChangeKind.ENDED)

    @property
    def changed(self) -> tuple[LawChange, ...]:
        """The rules that say something else."""
        return self._of(ChangeKind.CHANGED)

    @property
    def carried_over(self) -> tuple[LawChange, ...]:
        """The rules that say the same on another authority, or less surely."""
        return self._of(ChangeKind.CARRIED_OVER)

    @property
    def perhaps(self) -> tuple[LawChange, ...]:
        """The rules of which it is not sure whether, or how, they held in one book."""
        return self._of(ChangeKind.PERHAPS)

    def _of(self, kind: ChangeKind) -> tuple[LawChange, ...]:
        return tuple(change for change in self.changes if change.kind is kind)

    def about(self, *names: str) -> "LawChanges":
        """Keep only the changes of some rules.

        Raises:
            UnknownNameError: If there is no such rule.
            KindError: If a name is not text.
        """
        for name in names:
            shelf.rule(text_of(name))
        kept = tuple(change for change in self.changes if change.id in names)
        return evolve(self, changes=kept)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[LawChange]:
        return iter(self.changes)

    def blocks(self) -> Sequence[Block]:
        """Lay the changes out, a table for each kind."""
        title = f"From {self.first} to {self.second}"
        if not self.changes:
            return (Heading(title), Paragraph("Nothing differs."))
        return (Heading(title), *(t for kind in ChangeKind for t in self._table(kind)))

    def _blocks(self) -> Sequence[Block]:
        return self.blocks()

    def _table(self, kind: ChangeKind) -> Iterable[Block]:
        changes = self._of(kind)
        if changes:
            yield Table(
                caption=f"{kind.value.capitalize()}: {len(changes)}",
                columns=("id", "before", "after"),
                rows=tuple(
                    (change.id, _in_short(change.before), _in_short(change.after))
                    for change in changes
                ),
            )

    def to_records(self) -> list[dict[str, str]]:
        """Give every change as a row of plain text."""
        return [row for change in self.changes for row in change.to_records()]

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<LawChanges from {self.first} to {self.second}: {len(self)} rules>"


def change_between(
    before: Sequence[Provision], after: Sequence[Provision]
) -> LawChange | None:
    """Say how a rule differs between two books, if it does.

    Args:
        before: The versions that hold, or may, in the one.
        after: The same in the other.
    """
    if before == after or [*map(_known, before)] == [*map(_known, after)]:
        return None
    return LawChange(
        kind=_kind(before, after),
        before=before[-1] if before else None,
        after=after[-1] if after else None,
    )


def _kind(before: Sequence[Provision], after: Sequence[Provision]) -> ChangeKind:
    sides = [side for side in (before, after) if side]
    if any(len(side) > 1 or side[0].in_force is not Answer.YES for side in sides):
        return ChangeKind.PERHAPS
    if not before:
        return ChangeKind.BEGUN
    if not after:
        return ChangeKind.ENDED
    same = _substance(before[0]) == _substance(after[0])
    return ChangeKind.CARRIED_OVER if same else ChangeKind.CHANGED


def _known(provision: Provision) -> Provision:
    """Leave out when a version holds: books differ by which it is, and how surely."""
    return evolve(provision, before=None, since=None)
