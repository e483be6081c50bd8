"""What changed in the law between two days: what began, ended, changed, carried on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from attrs import evolve, frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.law.provisions import Provision, evidence_in_words
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import long_day

__all__ = ["KINDS", "LawChange", "LawChanges", "changes_between"]

KINDS = ("begun", "ended", "changed", "carried over", "on a day not known")


@frozen(kw_only=True, repr=False)
class LawChange(Shown):
    """One rule as it was in one book and as it is in the other.

    Args:
        before: As it was; nothing if it was not in force.
        after: As it is; nothing if it is not in force.
    """

    before: Provision | None = None
    after: Provision | None = None

    @property
    def id(self) -> str:
        """The name of the rule in the statute book."""
        return "".join({side.id for side in (self.before, self.after) if side})

    @property
    def kind(self) -> str:
        """Say in a word what happened, one of `KINDS`.

        A rule is carried over when its words, force and value are the same, but
        not its source or what is known of it. It is not known when it began or
        ended when only that it holds is sure on one day and unknown on the other.
        """
        if self.before is None:
            return "begun"
        if self.after is None:
            return "ended"
        if _certain(self.before) == _certain(self.after):
            return "on a day not known"
        same = _substance(self.before) == _substance(self.after)
        return "carried over" if same else "changed"

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "id", self.id
        yield "what happened", self.kind
        yield "before", _in_short(self.before)
        yield "after", _in_short(self.after)

    def __str__(self) -> str:
        return f"{self.id}: {self.kind}"

    def __repr__(self) -> str:
        return f"<LawChange {self.id!r}: {self.kind}>"


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
    doubt = "" if provision.in_force is Answer.YES else "; perhaps in force"
    return f"{provision.says} ({size}{provision.source}; {mark}{doubt})"


@frozen(kw_only=True, repr=False)
class LawChanges(Shown):
    """What differs between the law of two books.

    Args:
        first: The day of the one book.
        second: The day of the other.
        changes: Every rule that differs, in the order of the statute book.
    """

    first: date
    second: date
    changes: tuple[LawChange, ...]

    @property
    def begun(self) -> tuple[LawChange, ...]:
        """The rules that are in force only in the second."""
        return self._of("begun")

    @property
    def ended(self) -> tuple[LawChange, ...]:
        """The rules that are in force only in the first."""
        return self._of("ended")

    @property
    def changed(self) -> tuple[LawChange, ...]:
        """The rules that say something else."""
        return self._of("changed")

    @property
    def carried_over(self) -> tuple[LawChange, ...]:
        """The rules that say the same on another authority, or less surely."""
        return self._of("carried over")

    @property
    def on_a_day_not_known(self) -> tuple[LawChange, ...]:
        """The rules that began or ended at a time that no source tells."""
        return self._of("on a day not known")

    def _of(self, kind: str) -> tuple[LawChange, ...]:
        return tuple(change for change in self.changes if change.kind == kind)

    def about(self, name: str) -> "LawChanges":
        """Keep only the changes of one rule."""
        changes = tuple(change for change in self.changes if change.id == name)
        return evolve(self, changes=changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[LawChange]:
        return iter(self.changes)

    def blocks(self) -> Sequence[Block]:
        """Lay the changes out, a table for each kind."""
        title = f"From {long_day(self.first)} to {long_day(self.second)}"
        if not self.changes:
            return (Heading(title), Paragraph("Nothing differs."))
        return (Heading(title), *(t for kind in KINDS for t in self._table(kind)))

    def _blocks(self) -> Sequence[Block]:
        return self.blocks()

    def _table(self, kind: str) -> Iterable[Block]:
        changes = self._of(kind)
        if changes:
            yield Table(
                caption=f"{kind.capitalize()}: {len(changes)}",
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
        return f"<LawChanges {self.first} to {self.second}: {len(self)} rules>"


def changes_between(
    before: Sequence[Provision], after: Sequence[Provision]
) -> Iterator[LawChange]:
    """Find how a rule differs between two books.

    Args:
        before: The versions that hold, or may, in the one.
        after: The same in the other.
    """
    for one, other in zip_longest(before, after):
        if _known(one) != _known(other):
            yield LawChange(before=one, after=other)


def _known(provision: Provision | None) -> object:
    """Leave out when a version holds: books differ by which it is, and how surely."""
    return provision and evolve(provision, before=None, since=None)


def _certain(provision: Provision) -> Provision:
    """Leave out, too, how surely it holds."""
    return evolve(provision, before=None, since=None, in_force=Answer.YES)
