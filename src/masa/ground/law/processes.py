"""Processes: the steps of a review, what may follow what, and what asks for each."""

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import UnknownNameError
from masa.ground.shown import Shown
from masa.ground.text import Identifier, Name, Prose, did_you_mean, echo, listed

__all__ = ["ItemOf", "LocalTo", "Process", "ProcessStep", "Recipient"]


@frozen(kw_only=True, field_transformer=checked)
class ItemOf(Shown):
    """One item of the list that a rule holds.

    Args:
        rule: The id of the rule.
        item: The id of the item.
    """

    rule: Identifier
    item: Identifier

    def __str__(self) -> str:
        return f"{self.rule}: {self.item}"


@frozen(kw_only=True, field_transformer=checked)
class LocalTo(Shown):
    """A list that one area has, and others do not.

    Args:
        rule: The id of the rule that holds the list.
        authority: The id of the local authority of the area.
    """

    rule: Identifier
    authority: Identifier

    def __str__(self) -> str:
        return f"{self.rule} ({self.authority})"


@frozen(kw_only=True, field_transformer=checked)
class Recipient(Shown):
    """Somebody to whom something has to be sent, and what else they are called.

    Args:
        name: The name by which the rules know them.
        also: Other names.
    """

    name: Name
    also: tuple[Name, ...] = ()

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, field_transformer=checked)
class ProcessStep(Shown):
    """A step of a process, and what has to have been done, or not, before it.

    Args:
        id: Its name in the process, such as "appoint-reviewer".
        says: What is done.
        rules: The rules that ask for it or allow it.
        who: Who takes it, if not whoever the process falls to.
        after: The steps that must have been taken before.
        not_after: The steps after which it can be taken no more.
        instead_of: The step in whose place it is taken.
        counts_as: Another step that is taken by it.
        undoes: The steps that have to be taken anew once it is taken.
        continues: Whether it stays owed however often it is taken, for as long as it
            can be, as what is to be done at regular intervals.
        repeats: Whether it can be taken several times.
        is_optional: Whether it is asked for in some circumstance only, or by nothing.
        is_decision: Whether the decision on a review, held by the case, is this step.
        is_end: Whether the process is over with it.
        owed_after: The steps of which any one brings it about that it is owed.
        owed_if_late: The clock that brings that about when it has run out.
        event: The event of the pathway that it is.
        meets: The items of rules with which it deals by itself.
        contents: The rule whose items the record of it has to name.
        in_writing: The rule that asks for it to be in writing.
    """

    id: Identifier
    says: Prose
    rules: tuple[Identifier, ...] = ()
    who: Name | None = None
    after: tuple[Identifier, ...] = ()
    not_after: tuple[Identifier, ...] = ()
    instead_of: Identifier | None = None
    counts_as: Identifier | None = None
    undoes: tuple[Identifier, ...] = ()
    repeats: bool = False
    continues: bool = False
    is_optional: bool = False
    is_decision: bool = False
    is_end: bool = False
    owed_after: tuple[Identifier, ...] = ()
    owed_if_late: Identifier | None = None
    event: Name | None = None
    meets: tuple[ItemOf, ...] = ()
    contents: Identifier | None = None
    in_writing: Identifier | None = None

    @property
    def every_rule(self) -> tuple[str, ...]:
        """Every rule that it names, each once."""
        single = (one for one in (self.contents, self.in_writing) if one)
        lists = (one.rule for one in self.meets)
        return tuple(dict.fromkeys((*self.rules, *lists, *single)))

    def __str__(self) -> str:
        return f"{self.id}: {self.says}"


@frozen(kw_only=True, field_transformer=checked)
class Process(Shown):
    """The steps of one kind of review, in the order in which they are usually taken.

    Args:
        id: Its name, such as "local-review".
        says: What it is.
        who: To whom it falls.
        pathway: The pathway on which its clocks run.
        steps: Its steps.
        recipients: Those to whom something is sent, with their other names.
        local_to: The lists that only one area has.
    """

    id: Identifier
    says: Prose
    who: Name
    pathway: Identifier
    steps: tuple[ProcessStep, ...]
    recipients: tuple[Recipient, ...] = ()
    local_to: tuple[LocalTo, ...] = ()

    def step(self, name: str) -> ProcessStep:
        """Give one step by its id.

        Raises:
            UnknownNameError: If the process has no such step.
        """
        for step in self.steps:
            if step.id == name:
                return step
        names = [step.id for step in self.steps]
        raise UnknownNameError(
            f"the {self.id} has no step {echo(name)}",
            remedy=did_you_mean(str(name), names) or f"it has {listed(names)}",
        )

    def recipient(self, name: str) -> str:
        """Give the name by which the rules know somebody; any other name as it is."""
        folded = name.casefold()
        for one in self.recipients:
            if folded in {other.casefold() for other in (one.name, *one.also)}:
                return one.name
        return name

    def __str__(self) -> str:
        return f"{self.id}: {listed(step.id for step in self.steps)}"
