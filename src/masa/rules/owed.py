"""What is owed in a review: what, by whom, to whom, by when, on what basis."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import index

from attrs import field, frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.law.provisions import Force, evidence_in_words
from masa.ground.shapes import conforming
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import Identifier, Name, Prose, listed
from masa.rules.limits import moment_in_words, plainly
from masa.rules.statuses import DeadlineState

__all__ = ["Owed", "OwedList", "Sending", "marked"]

COLUMNS = ("by", "in law by", "what", "to", "basis", "standing")
RECORD = ("step", "what", "who", "to", "by", "binding", "force", "basis", "note")
NO_DAY = "no day"


def marked(basis: Sequence[Citation]) -> str:
    """Cite several texts, and say how surely they were read if that is not sure."""
    cited = listed(map(str, basis))
    evidence = weakest(*(one.evidence for one in basis))
    words = evidence_in_words(evidence) if evidence else ""
    return f"{cited} ({words})" if "," in words else cited


@frozen(kw_only=True, field_transformer=checked)
class Owed(Shown):
    """One thing that is owed on a day.

    Args:
        step: The step of the review that it is, or the clock that says how long.
        what: What is owed.
        who: By whom.
        to: To whom, if it has to be sent.
        by: The last day; nothing where no text gives a number, or none runs yet.
        binding: The day that the Act or regulations alone set for the same; nothing
            if they set none.
        force: How strongly the texts ask for it.
        basis: The texts, each with the mark of how it was read.
        state: Where it stands on the day; nothing without a last day.
        note: When it applies, and what stands in place of a number.

    Raises:
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        TextError: If a text breaks the text policy.
    """

    step: Identifier
    what: Prose
    who: Name | None = None
    to: tuple[Name, ...] = ()
    by: date | None = None
    binding: date | None = None
    force: Force
    basis: tuple[Citation, ...] = ()
    state: DeadlineState | None = None
    note: Prose | None = None

    @property
    def evidence(self) -> Evidence | None:
        """The weakest evidence of the texts."""
        return weakest(*(one.evidence for one in self.basis))

    @property
    def is_overdue(self) -> bool:
        """Whether its last day is past."""
        return self.state is DeadlineState.OVERDUE

    def row(self, usual: str | None = None) -> tuple[str, ...]:
        """Give the cells of its row in a table.

        Args:
            usual: Who owes what is in the table, where that need not be said.
        """
        who = f" ({self.who})" if self.who and self.who != usual else ""
        notes = (self.force.value, marked(self.basis), self.note or "")
        return (
            long_day(self.by) if self.by else NO_DAY,
            long_day(self.binding) if self.binding else "",
            f"{self.what}{who}",
            listed(self.to),
            "; ".join(filter(None, notes)),
            self.state.value if self.state else "",
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text, with its days in ISO form."""
        days = (plainly(self.by), plainly(self.binding))
        texts = (self.force.value, marked(self.basis), self.note or "")
        cells = (self.step, self.what, self.who or "", listed(self.to), *days, *texts)
        state = self.state.value if self.state else ""
        return [{**dict(zip(RECORD, cells, strict=True)), "standing": state}]

    def __str__(self) -> str:
        to = f" to {listed(self.to)}" if self.to else ""
        by = f"by {moment_in_words(self.by)}" if self.by else NO_DAY
        state = self.state.value if self.state else ""
        cited = marked(self.basis)
        marks = "; ".join(filter(None, (by, state, self.force.value, cited)))
        who = f"{self.who or ''}{to}".strip()
        said = f"{self.what.rstrip('.')}{f' ({who})' if who else ''}"
        return f"{said}: {marks}"


def _in_order(given: Iterable[Owed]) -> tuple[Owed, ...]:
    """Sort by day; what has none comes last, in the order of the steps."""
    held: tuple[Owed, ...] = tuple(conforming(tuple[Owed, ...])(given))  # type: ignore[arg-type] # what it gives
    return tuple(sorted(held, key=lambda one: one.by or date.max))


@frozen(kw_only=True, repr=False)
class OwedList(Shown):
    """Everything that is owed on a day, by its last days; what has none comes last.

    Args:
        title: Of which review.
        on: The day.
        who: To whom the review falls, and who owes it unless another is named.
        items: What is owed.
        notices: What a reader has to know of the whole list.
    """

    title: str
    on: date
    who: str | None = None
    items: tuple[Owed, ...] = field(default=(), converter=_in_order)
    notices: tuple[str, ...] = ()

    @property
    def overdue(self) -> tuple[Owed, ...]:
        """What is owed and past its last day."""
        return tuple(one for one in self.items if one.is_overdue)

    def of(self, step: str) -> tuple[Owed, ...]:
        """Give what is owed in one step."""
        return tuple(one for one in self.items if one.step == step)

    def __iter__(self) -> Iterator[Owed]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Owed:
        return self.items[index(place)]

    def to_records(self) -> list[dict[str, str]]:
        """Give each thing that is owed as a row of plain text."""
        return [row for one in self.items for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(one.row(self.who) for one in self.items)
        by = f"Owed by {self.who} unless another is named" if self.who else "Owed"
        table = Table(caption=by, columns=COLUMNS, rows=rows)
        shown: Block = table if rows else Paragraph("Nothing is owed, so far as known.")
        return (Heading(str(self), 1), shown, *map(Paragraph, self.notices))

    def __str__(self) -> str:
        return f"{self.title}, owed on {long_day(self.on)}"

    def __repr__(self) -> str:
        return f"<OwedList on {self.on}: {len(self)} owed, {len(self.overdue)} overdue>"


@frozen(kw_only=True, field_transformer=checked)
class Sending(Shown):
    """What goes to whom in a review, and whether it went.

    Args:
        what: What is sent.
        to: To whom.
        force: How strongly the texts ask for it.
        basis: The texts, each with the mark of how it was read.
        sent: The day on which it had gone to all of them, if that is recorded.

    Raises:
        KindError: If a part is of the wrong type.
        TextError: If a text breaks the text policy.
    """

    what: Prose
    to: tuple[Name, ...]
    force: Force
    basis: tuple[Citation, ...] = ()
    sent: date | None = None

    def __str__(self) -> str:
        sent = f"sent on {long_day(self.sent)}" if self.sent else "not recorded"
        cited = "; ".join(filter(None, (self.force.value, marked(self.basis))))
        return f"{self.what} To {listed(self.to)}: {sent} ({cited})"
