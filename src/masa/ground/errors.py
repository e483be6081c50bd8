"""Every error that masa raises on purpose.

Each kind is a `MasaError` and also the built-in error that a caller would
expect, so ``except ValueError`` works for somebody who has never heard of masa.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Self

__all__ = [
    "AllocationError",
    "AmountError",
    "CoverageError",
    "DateError",
    "DocumentError",
    "EventError",
    "FactError",
    "Fault",
    "KindError",
    "MasaError",
    "NotInForceError",
    "NotQuantifiedError",
    "RangeError",
    "TextError",
    "TruthError",
    "UnitError",
    "UnknownNameError",
    "UnreadableError",
    "UnsettledError",
]

STEP_MOST = 80
_WORD = re.compile(r"[\w-]{1,80}")


class MasaError(Exception):
    """The base of every error that masa raises on purpose.

    Args:
        said: One lower-case sentence: what was wrong.
        remedy: What would be right, if that can be said.
        field: The field of a value that was wrong, if one was.
    """

    def __init__(self, said: str, *, remedy: str = "", field: str = "") -> None:
        super().__init__(said)
        self.said = said
        self.remedy = remedy
        self.field = field

    def __str__(self) -> str:
        where = f"{self.field}: " if self.field else ""
        return (
            f"{where}{self.said}; {self.remedy}" if self.remedy else where + self.said
        )


class TextError(MasaError, ValueError):
    """A name or a text that the text policy does not allow."""


class KindError(MasaError, TypeError):
    """A value of the wrong type; nothing is converted silently."""


class RangeError(MasaError, ValueError):
    """A value of the right type that no such thing can have."""


class AmountError(MasaError, ValueError):
    """An amount of money that is negative, too fine, too large or not a number."""


class AllocationError(MasaError, ValueError):
    """A sum that cannot be shared as it is asked.

    Attributes:
        conflicting: The smallest set of bounds that cannot be kept together, such
            as ``floor of Barnet``.
        tied: The names of equal claim, where a tie is refused.
    """

    conflicting: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


class DateError(MasaError, ValueError):
    """A date that does not exist, cannot be read, or lies outside 1900 to 2200."""


class CoverageError(MasaError, LookupError):
    """A day on which masa has no answer.

    Attributes:
        first: The first day that is covered.
        last: The last day that is covered.
    """

    first: date | None = None
    last: date | None = None


class NotInForceError(MasaError, LookupError):
    """A rule or a body that masa knows and that is not there on the day asked."""


class NotQuantifiedError(MasaError, LookupError):
    """A clock of which no text in force gives a number, only a word."""


class EventError(MasaError, ValueError):
    """An event that a clock does not run from, lacks, or cannot have on its day."""


class UnitError(MasaError, TypeError):
    """Two durations of different units, which never mix silently."""


class FactError(MasaError, ValueError):
    """A fact or a finding that contradicts itself."""


class TruthError(MasaError, TypeError):
    """Somebody asked Python whether an answer is true; it may be unknown."""


class UnknownNameError(MasaError, KeyError):
    """A name that nothing in the arrangement carries, or that several things do."""


class UnsettledError(MasaError, LookupError):
    """The sources do not settle on one value.

    Attributes:
        reason: Which of four it is: ``not stated``, ``none``,
            ``contradiction`` or ``not settled``.
    """

    reason = ""


class UnreadableError(MasaError, OSError):
    """A file that the operating system would not let masa read or write."""


class Fault(MasaError, ValueError):  # noqa: N818 (one of the many in an error)
    """One thing that is wrong with a document, and where.

    Args:
        said: What was wrong.
        remedy: What would be right.
        path: Where, as keys and positions from the top of the document.
        line: The line in the text, counted from one, where that is known.
    """

    def __init__(
        self,
        said: str,
        *,
        remedy: str = "",
        path: tuple[str | int, ...] = (),
        line: int | None = None,
    ) -> None:
        super().__init__(said, remedy=remedy)
        self.path = path
        self.line = line

    @property
    def where(self) -> str:
        """The place as a reader would write it, such as ``groups[1].meets[0]``."""
        steps = "".join(map(_step, self.path))
        line = "" if self.line is None else f"line {self.line}"
        place = steps.removeprefix(".")
        return f"{place} ({line})" if place and line else place or line

    def __str__(self) -> str:
        place = self.where
        return f"{place}: {super().__str__()}" if place else super().__str__()


def _step(step: str | int) -> str:
    """Print one step of a path; a key that is no plain word is quoted and cut."""
    if isinstance(step, int):
        return f"[{step}]"
    if _WORD.fullmatch(step):
        return f".{step}"
    quoted = repr(step)
    return f".{quoted}" if len(quoted) <= STEP_MOST else f".{quoted[: STEP_MOST - 1]}…"


class DocumentError(MasaError, ExceptionGroup[Fault], ValueError):
    """Everything that is wrong with a document, at once.

    Args:
        said: Which document, and what it was meant to be.
        faults: Every fault found, in the order of the document.
    """

    def __new__(cls, said: str, faults: Sequence[Fault]) -> Self:
        """Make the group that `except*` and `split` know."""
        return super().__new__(cls, said, faults)

    def __init__(self, said: str, faults: Sequence[Fault]) -> None:
        super().__init__(said)
        self.faults = tuple(faults)

    def __reduce__(self) -> tuple[type, tuple[str, tuple[Fault, ...]]]:
        return type(self), (self.said, self.faults)

    def derive(  # type: ignore[override] # only faults are ever in it
        self, excs: Sequence[Fault], /
    ) -> "DocumentError":
        """Make the same error of fewer faults, as `split` and ``except*`` do."""
        return DocumentError(self.said, excs)

    def __str__(self) -> str:
        many = len(self.faults)
        count = "1 fault" if many == 1 else f"{many} faults"
        lines = "".join(f"\n  {fault}" for fault in self.faults)
        return f"{self.said}: {count}{lines}"
