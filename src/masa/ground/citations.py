"""Where a statement of law comes from, and how sure we are that it says so.

The citation is always to the official text. The evidence says how that text was
read: it is official even when the evidence is less than a reading.
"""

import re
from enum import Enum

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import TextError
from masa.ground.shown import Shown
from masa.ground.text import Name, echo, text_of

__all__ = ["Citation", "Evidence", "weakest"]


_PINPOINT = re.compile(
    r",\s+((?:ss?|regs?|arts?|paras?|Schs?|Schedule|chs?|chapter|pp?|section)\b.*)\Z"
)


class Evidence(Enum):
    """How a statement of law was read, from the surest to none at all."""

    READ = "read"
    PART_READ = "part read"
    RESTATED = "restated"
    SEED_ONLY = "seed only"
    RECALLED = "recalled"
    LOCAL = "local"
    UNKNOWN = "unknown"

    __repr__ = Enum.__str__


def weakest(*evidence: Evidence) -> Evidence | None:
    """Give the least sure of several; nothing at all where there is none."""
    order = list(Evidence)
    return max(evidence, key=order.index, default=None)


@frozen(kw_only=True, field_transformer=checked)
class Citation(Shown):
    """One place in an Act, regulations or guidance.

    Args:
        instrument: The instrument by its usual title, such as "Children Act 2004".
        pinpoint: The place in it, such as "s.16C(1)"; none for the whole.
        evidence: How the text was read. Unless it is said, unknown.

    Raises:
        TextError: If a part is not a proper name.
        KindError: If a part is of the wrong type.

    Example:
        >>> print(Citation(instrument="SI 2018/789", pinpoint="reg 16"))
        SI 2018/789, reg 16
    """

    instrument: Name
    pinpoint: Name | None = None
    evidence: Evidence = Evidence.UNKNOWN

    @classmethod
    def from_text(cls, text: str) -> "Citation":
        """Read "instrument, pinpoint", as `str` writes it.

        A pinpoint begins with the word for its kind: s., reg, Sch, para, ch and
        the like; any other comma belongs to the title.

        Raises:
            TextError: If there is no instrument before the comma.
        """
        found = _PINPOINT.search(text_of(text))
        instrument = text[: found.start()] if found else text
        if not instrument:
            raise TextError(
                f"{echo(text)} cites nothing",
                remedy='write for example "Children Act 2004, s.16C(1)"',
            )
        return cls(instrument=instrument, pinpoint=found[1] if found else None)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.instrument, self.pinpoint)))
