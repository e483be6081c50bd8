"""What a review still lacks, each with its basis, and what would supply it."""

from collections.abc import Container, Iterator, Sequence
from operator import index

from attrs import frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.findings import Finding
from masa.ground.law.processes import ItemOf, ProcessStep
from masa.ground.law.provisions import Force, ListedItem, Provision
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import Identifier, Name, Prose, listed
from masa.model.statutes import StatuteBook
from masa.rules.asked import Asked, is_local, is_untold, left, said_of
from masa.rules.owed import marked
from masa.rules.processes import Progress

__all__ = ["Lack", "LackList", "lacks_of", "listed_in"]

COLUMNS = ("what", "there", "force", "basis", "supplied by", "note")
NOT_REQUIRED = "What stands in the document of one area only, and is not required"


@frozen(kw_only=True, field_transformer=checked)
class Lack(Shown):
    """One thing that a review lacks, or of which it is not known whether it has it.

    Args:
        what: What it is.
        answer: No if it is not there so far; unknown if the records do not tell.
        to: Who has not had it, if it has to be sent.
        force: How strongly the texts ask for it.
        basis: The texts, each with the mark of how it was read.
        steps: The steps by which it is supplied; nothing for a part of the case.
        is_required: Whether anything more than the document of one area asks for it.
        note: What else has to be known.

    Raises:
        KindError: If a part is of the wrong type.
        TextError: If a text breaks the text policy.
    """

    what: Prose
    answer: Answer
    to: tuple[Name, ...] = ()
    force: Force
    basis: tuple[Citation, ...] = ()
    steps: tuple[Identifier, ...] = ()
    is_required: bool = True
    note: Prose | None = None

    @property
    def evidence(self) -> Evidence | None:
        """The weakest evidence of the texts."""
        return weakest(*(one.evidence for one in self.basis))

    def row(self) -> tuple[str, ...]:
        """Give the cells of its row in a table."""
        to = f" [to {listed(self.to)}]" if self.to else ""
        return (
            f"{self.what}{to}",
            str(self.answer),
            self.force.value,
            marked(self.basis),
            listed(self.steps, "or") if self.steps else "the case",
            self.note or "",
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        return [dict(zip(COLUMNS, self.row(), strict=True))]

    def __str__(self) -> str:
        to = f" (to {listed(self.to)})" if self.to else ""
        cited = "; ".join(filter(None, (self.force.value, marked(self.basis))))
        return f"{self.what.rstrip('.')}{to}: {self.answer} ({cited})"


@frozen(kw_only=True, repr=False)
class LackList(Shown):
    """What a review still lacks, in the order of its steps.

    Args:
        title: Of which review.
        items: What it lacks, or may lack.
    """

    title: str
    items: tuple[Lack, ...] = ()

    @property
    def required(self) -> tuple[Lack, ...]:
        """Those that more than the document of one area asks for."""
        return tuple(one for one in self.items if one.is_required)

    def __iter__(self) -> Iterator[Lack]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Lack:
        return self.items[index(place)]

    def to_records(self) -> list[dict[str, str]]:
        """Give each thing as a row of plain text."""
        return [row for one in self.items for row in one.to_records()]

    def _blocks(self) -> Sequence[Block]:
        return (Heading(str(self), 1), *self.tables())

    def tables(self) -> Iterator[Block]:
        """Lay it out in tables: what is asked for, and what is not required."""
        others = tuple(one for one in self.items if not one.is_required)
        for caption, held in (("Asked for", self.required), (NOT_REQUIRED, others)):
            if held:
                rows = tuple(one.row() for one in held)
                yield Table(caption=caption, columns=COLUMNS, rows=rows)
        if not self.items:
            yield Paragraph("Nothing is missing, so far as recorded.")

    def __str__(self) -> str:
        return f"{self.title}: what is missing"

    def __repr__(self) -> str:
        return f"<LackList of {len(self)}: {len(self.required)} required>"


def lacks_of(
    progress: Progress, book: StatuteBook, left_out: Container[str] = ()
) -> Iterator[Lack]:
    """Yield what a review still lacks, step by step.

    Args:
        progress: How far it has come.
        book: The law.
        left_out: The rules that are not asked of it, such as lists of other areas.
    """
    seen: set[ItemOf] = set()
    for step in progress.process.steps:
        if step.is_optional:
            continue
        said = said_of(step, book)
        for asked in said:
            yield from _act(progress, step, asked, said)
        yield from _contents(progress, step, book)
        for item in step.meets:
            if item not in seen and item.rule not in left_out:
                yield from _met(progress, item, book)
            seen.add(item)


def _absent(progress: Progress, step: ProcessStep) -> Answer:
    """Say how sure it is that a step without a record was not taken.

    Once it can be taken no more, or must have been, a missing record tells nothing.
    """
    is_unsure = progress.ruled_out(step) or progress.is_implied(step.id)
    return Answer.UNKNOWN if is_unsure else Answer.NO


def _act(
    progress: Progress, step: ProcessStep, asked: Asked, said: Sequence[Asked]
) -> Iterator[Lack]:
    """Yield the step itself, or that it did not reach everybody it has to."""
    taken = progress.of(step.id) or progress.of(step.instead_of or "")
    local = is_local(asked.provisions[0])
    answer, to = _absent(progress, step), asked.to
    notes = [one for rule in asked.provisions if local for one in rule.notes]
    if is_untold(progress, step, asked, said):
        answer, notes = Answer.UNKNOWN, ["to whom it went is not recorded"]
    elif taken:
        answer, to = Answer.NO, left(progress, step, asked.to)
        if not to:
            return
    yield Lack(
        what=step.says,
        answer=answer,
        to=to,
        force=asked.force,
        basis=asked.basis,
        steps=(step.id,),
        is_required=not local,
        note="; ".join(filter(None, (*_doubts(asked.provisions), *notes))) or None,
    )


def _contents(
    progress: Progress, step: ProcessStep, book: StatuteBook
) -> Iterator[Lack]:
    """Yield what the record of a step does not say that it covers."""
    records = [one.record for one in progress.of(step.id)]
    covers = {item for one in records if one for item in one.covers}
    is_silent = not all(one and one.covers for one in records)
    answer = _absent(progress, step)
    if records:
        answer = Answer.UNKNOWN if is_silent else Answer.NO
    for rule in book.versions(step.contents) if step.contents else ():
        for item in rule.items:
            if item.id not in covers:
                yield _item_lack(rule, item, answer, (step.id,))


def _met(progress: Progress, one: ItemOf, book: StatuteBook) -> Iterator[Lack]:
    """Yield an item with which not every step that deals with it has dealt."""
    steps = [step for step in progress.process.steps if one in step.meets]
    open_ = [step for step in steps if not progress.of(step.id)]
    if not open_:
        return
    answers = {_absent(progress, step) for step in open_}
    answer = Answer.NO if Answer.NO in answers else Answer.UNKNOWN
    done = [step.id for step in steps if step not in open_]
    note = f"recorded so far: {listed(done)}" if done else ""
    for rule in book.versions(one.rule):
        item = rule.item(one.item)
        yield _item_lack(rule, item, answer, tuple(s.id for s in open_), note)


def listed_in(rule: str, progress: Progress, book: StatuteBook) -> Iterator[Finding]:
    """Yield for each item of a list whether the steps that deal with it were taken."""
    items = (one for step in progress.process.steps for one in step.meets)
    for one in dict.fromkeys(one for one in items if one.rule == rule):
        lacks = tuple(_met(progress, one, book))
        answer = lacks[0].answer if lacks else Answer.YES
        for version in book.versions(rule):
            yield Finding(
                answer=answer,
                claim=version.item(one.item).says.rstrip("."),
                basis=(version.citation,),
                on=book.on,
                needed=lacks[0].steps if answer is Answer.UNKNOWN else (),
            )


def _item_lack(
    rule: Provision,
    item: ListedItem,
    answer: Answer,
    steps: tuple[str, ...],
    note: str = "",
) -> Lack:
    notes = (note, *_doubts((rule,)))
    return Lack(
        what=item.says,
        answer=answer,
        force=rule.force,
        basis=(rule.citation,),
        steps=steps,
        is_required=not is_local(rule),
        note="; ".join(filter(None, notes)) or None,
    )


def _doubts(rules: Sequence[Provision]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.doubt for one in rules))
