"""What no field can hold: doubts, names for perhaps one thing, unclear footnotes."""

from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import RangeError
from masa.ground.logic import Answer
from masa.ground.money import Pounds
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Identifier, Name, Prose, Ref, echo

__all__ = ["Amendment", "Doubt", "Footnote", "FootnoteReading", "SameAs"]


@frozen(kw_only=True, field_transformer=checked)
class Doubt(Shown):
    """Something that the document leaves unclear, or says in two ways.

    Args:
        id: A stable id.
        about: What it is about, in a few words.
        said: What is said, and where, one statement each.
        names: The things in the arrangement that it concerns.
        at: Where it is printed, if in one place.

    Raises:
        RangeError: If nothing is said.
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    has_own_id: ClassVar[bool] = True  # no other of its sort has the same

    id: Identifier
    about: Name
    said: tuple[Statement[Prose], ...]
    names: tuple[Ref, ...] = ()
    at: Source | None = None

    def __attrs_post_init__(self) -> None:
        if not self.said:
            raise RangeError(
                f"nothing is said of the doubt {echo(self.id)}",
                remedy='write said = ["…"]',
            )

    def __str__(self) -> str:
        return f"{self.about}: {' / '.join(map(str, self.said))}"


@frozen(kw_only=True, field_transformer=checked)
class SameAs(Shown):
    """Whether two names mean the same thing: yes, no, or it cannot be told.

    Names that surely mean one thing are better given to it under `also`. This is for
    two things that are declared apart because they may be two.

    Args:
        one: The one name.
        other: The other name.
        same: Whether they mean the same; unknown unless it is given.
        says: Why, in our words.
        at: Where that shows.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    one: Ref
    other: Ref
    same: Answer = Answer.UNKNOWN
    says: Prose | None = None
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        said = _SAMENESS[self.same].format(self.one, self.other)
        return f"{said}: {self.says}" if self.says else said


_SAMENESS = {
    Answer.YES: "{} is the same as {}",
    Answer.NO: "{} is not the same as {}",
    Answer.UNKNOWN: "{} is perhaps the same as {}",
}


@frozen(kw_only=True, field_transformer=checked)
class Amendment(Shown):
    """What one reading of a footnote makes of one contribution.

    Args:
        payer: Who pays.
        amount: What it then paid.

    Raises:
        AmountError: If the amount is none that anybody pays.
        KindError: If a part is of the wrong type.
    """

    payer: Ref
    amount: Pounds


@frozen(kw_only=True, field_transformer=checked)
class FootnoteReading(Shown):
    """One way of reading a footnote.

    Args:
        id: A short id, such as ``a``.
        says: What the footnote then means.
        amends: The contributions as they then are, where they differ.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    id: Identifier
    says: Prose
    amends: tuple[Amendment, ...] = ()

    def __str__(self) -> str:
        return f"{self.id}: {self.says}"


@frozen(kw_only=True, field_transformer=checked)
class Footnote(Shown):
    """A footnote, with every reading that the document leaves open.

    Args:
        says: What it says, in our words.
        mark: The mark it is printed with.
        refers_to: What it refers to, if the document tells.
        readings: The ways of reading it.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    says: Prose
    mark: Name | None = None
    refers_to: Stated[Prose] = NOT_STATED
    readings: tuple[FootnoteReading, ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.says
