"""Who chairs a group, in one class for every way that documents describe it."""

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.durations import Duration
from masa.ground.errors import RangeError
from masa.ground.logic import Answer
from masa.ground.shown import Shown, plain
from masa.ground.stated import NOT_STATED, Stated
from masa.ground.text import Prose, Ref, listed
from masa.model.frequencies import Frequency

__all__ = ["ChairChoice", "ChairKind", "Chairing"]


class ChairKind(Enum):
    """How the chair of a group is filled."""

    HELD_BY = "held by"
    ROTATES = "rotates"
    JOINTLY = "jointly"
    DRAWN_FROM = "drawn from"
    DESCRIBED = "described"
    INDEPENDENT = "independent"
    ELECTED_MEMBER = "elected member"
    PER_INSTANCE = "per instance"

    __repr__ = Enum.__str__

    @property
    def names_several(self) -> bool:
        """Whether it needs the bodies or posts among whom the chair is."""
        return self in {ChairKind.ROTATES, ChairKind.JOINTLY, ChairKind.DRAWN_FROM}


@frozen(kw_only=True, field_transformer=checked)
class Chairing(Shown):
    """Who chairs a group.

    In a file, ``"independent"``, ``"elected member"`` and ``"per instance"`` are
    kinds; any other text is the one who holds the chair; ``{ rotates = [...] }``,
    ``{ jointly = [...] }``, ``{ drawn_from = [...] }``, ``{ held_by = "..." }`` and
    ``{ any = "a police officer" }`` name the rest.

    Args:
        kind: How the chair is filled.
        who: The one who holds it, if it is held by one.
        among: Those among whom it rotates, who hold it jointly, or from whom
            it is drawn, in the order printed.
        description: Whoever meets it, if that is all that is said.
        in_order: Whether they take turns in the order in which they are printed.
        turn: How long one turn lasts.
        start: When the first turn began.

    Raises:
        RangeError: If `who`, `among` or `description` does not fit the kind.
        KindError: If a part is of the wrong type.

    Example:
        >>> print(Chairing.from_text("independent"))
        independent
    """

    short_keys: ClassVar[Mapping[str, tuple[str, str]]] = {
        "any": ("described", "description"),
        "held_by": ("held by", "who"),
        "rotates": ("rotates", "among"),
        "jointly": ("jointly", "among"),
        "drawn_from": ("drawn from", "among"),
    }

    kind: ChairKind
    who: Ref | None = None
    among: tuple[Ref, ...] = ()
    description: Prose | None = None
    in_order: Stated[bool] = NOT_STATED
    turn: Stated[Duration] = NOT_STATED
    start: Stated[When] = NOT_STATED

    def __attrs_post_init__(self) -> None:
        if self.kind.names_several != bool(self.among):
            fault = "is not among several" if self.among else "names those among whom"
            raise RangeError(
                f'a chair that is "{self.kind.value}" {fault}',
                remedy='write for example { rotates = ["A", "B"] }',
            )
        if (self.kind is ChairKind.HELD_BY) != bool(self.who):
            fault = "has no one holder" if self.who else "needs a holder"
            raise RangeError(
                f'a chair that is "{self.kind.value}" {fault}',
                remedy='write for example { held_by = "Chief Executive" }',
            )
        if (self.kind is ChairKind.DESCRIBED) != bool(self.description):
            fault = "is not described" if self.description else "needs a description"
            raise RangeError(
                f'a chair that is "{self.kind.value}" {fault}',
                remedy='write for example { any = "a police officer" }',
            )

    @classmethod
    def from_text(cls, text: str) -> "Chairing":
        """Read a kind that stands alone, or else the name of the holder.

        Raises:
            TextError: If the name breaks the text policy.
        """
        if text in _ALONE:
            return cls(kind=ChairKind(text))
        return cls(kind=ChairKind.HELD_BY, who=text)

    def may_mean(self, other: "Chairing") -> Answer:
        """Say whether the two may mean the same: an independent chair has a name."""
        if self.kind is other.kind and set(self.among) == set(other.among) != set():
            ordered = all(
                one.in_order.says(value=True) is Answer.YES for one in (self, other)
            )
            if self.among == other.among or not ordered:
                return Answer.UNKNOWN
        loose = {
            ChairKind.DESCRIBED,
            ChairKind.INDEPENDENT,
            ChairKind.ELECTED_MEMBER,
            ChairKind.DRAWN_FROM,
            ChairKind.PER_INSTANCE,
        }
        return Answer.UNKNOWN if loose & {self.kind, other.kind} else Answer.NO

    def written(self) -> str | None:
        """Write it as `from_text` reads it, if it is a kind that stands alone."""
        words = self.kind.value
        return words if words in _ALONE and self == type(self)(kind=self.kind) else None

    def __str__(self) -> str:
        match self.kind:
            case ChairKind.HELD_BY:
                said = str(self.who)
            case ChairKind.ROTATES:
                said = f"rotates between {listed(self.among)}"
            case ChairKind.JOINTLY:
                said = f"{listed(self.among)} jointly"
            case ChairKind.DRAWN_FROM:
                said = f"drawn from {listed(self.among)}"
            case ChairKind.DESCRIBED:
                said = str(self.description)
            case _:
                said = self.kind.value
        order = _ORDERED.get(self.in_order.values, "")
        turn = f", each turn {plain(self.turn)}" if self.turn.is_stated else ""
        start = f", from {plain(self.start)}" if self.start.is_stated else ""
        return said + order + turn + start


_ALONE = {
    kind.value
    for kind in (
        ChairKind.INDEPENDENT,
        ChairKind.ELECTED_MEMBER,
        ChairKind.PER_INSTANCE,
    )
}
_ORDERED: dict[tuple[bool, ...], str] = {
    (True,): ", in this order",
    (False,): ", but not in this order",
}


@frozen(kw_only=True, field_transformer=checked)
class ChairChoice(Shown):
    """Who chooses the chair of a group, and how often.

    Args:
        by: The body that chooses.
        every: How often it chooses anew.

    Raises:
        KindError: If a part is of the wrong type.
        RangeError: If the frequency cannot be read.
    """

    by: Ref
    every: Frequency | None = None

    def __str__(self) -> str:
        return f"chosen by {self.by}" + (f" {self.every}" if self.every else "")
