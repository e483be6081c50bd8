"""Three answers to a question of fact, and a fact with its source.

Answers combine by Kleene's strong rules: an unknown stays unknown wherever the
other side does not already settle the matter.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from types import NoneType
from typing import ClassVar, NoReturn

from attrs import field, frozen

from masa.ground.errors import FactError, KindError, TruthError
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import echo

__all__ = ["NO", "UNKNOWN", "YES", "Answer", "Fact", "WhyUnknown"]


class Answer(Enum):
    """Yes, no or unknown.

    Asking Python for its truth raises `TruthError`, because ``if answer:``
    would quietly turn unknown into yes.

    Example:
        >>> Answer.UNKNOWN & Answer.NO
        Answer.NO
    """

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    __repr__ = Enum.__str__
    __hash__ = object.__hash__  # each is one object; Enum hashes its name every time

    def __str__(self) -> str:
        return self.value

    @classmethod
    def of(cls, value: object) -> "Answer":
        """Take True, False, nothing at all, an answer or a fact as an answer.

        Raises:
            KindError: If it is anything else; ``"no"`` and ``1`` are not answers.
        """
        if isinstance(value, Answer):
            return value
        if isinstance(value, Fact):
            return value.answer
        if value is None:
            return cls.UNKNOWN
        if isinstance(value, bool):
            return cls.YES if value else cls.NO
        raise KindError(
            f"{echo(value)} is not an answer",
            remedy="give True, False, an Answer or nothing",
        )

    @classmethod
    def all_of(cls, answers: Iterable["Answer"]) -> "Answer":
        """Say whether all of them are yes; of none at all, yes.

        Raises:
            KindError: If one of them is not an answer.
        """
        return min(map(cls.of, answers), key=_RANK.__getitem__, default=cls.YES)

    @classmethod
    def any_of(cls, answers: Iterable["Answer"]) -> "Answer":
        """Say whether at least one of them is yes; of none at all, no.

        Raises:
            KindError: If one of them is not an answer.
        """
        return max(map(cls.of, answers), key=_RANK.__getitem__, default=cls.NO)

    def __and__(self, other: "Answer") -> "Answer":
        return Answer.all_of((self, other))

    def __or__(self, other: "Answer") -> "Answer":
        return Answer.any_of((self, other))

    def __invert__(self) -> "Answer":
        return _OPPOSITE[self]

    def __bool__(self) -> NoReturn:
        raise TruthError(
            f'the answer "{self}" is not true or false',
            remedy="compare it: `answer is Answer.YES`",
        )


NO, UNKNOWN, YES = Answer  # which are much faster to find than `Answer.YES`
_RANK = {NO: 0, UNKNOWN: 1, YES: 2}
_OPPOSITE = {NO: YES, UNKNOWN: UNKNOWN, YES: NO}


class WhyUnknown(Enum):
    """Why a fact is unknown, where that is known."""

    NOT_YET_ESTABLISHED = "not yet established"
    AWAITED_FROM_AN_AGENCY = "awaited from an agency"
    CANNOT_BE_KNOWN = "cannot be known"
    WITHHELD = "withheld"

    __repr__ = Enum.__str__


def _to_answer(value: object) -> Answer:
    return Answer.of(value)


def _to_source(value: object) -> Source | None:
    return Source.of(value)


def _to_why(value: object) -> WhyUnknown | None:
    try:
        return None if value is None else WhyUnknown(value)
    except ValueError as cause:
        reasons = ", ".join(reason.value for reason in WhyUnknown)
        raise KindError(
            f"{echo(value)} is no reason for not knowing",
            remedy=f"write one of: {reasons}",
        ) from cause


@frozen
class Fact(Shown):
    """An answer to a question of fact, with where it comes from.

    Asking Python for its truth raises `TruthError`; look at `answer`.

    Args:
        answer: Yes, no or unknown; True, False and None are taken for them.
        source: Where the answer is recorded.
        why: Why it is unknown; only where it is.

    Raises:
        FactError: If a reason for not knowing is given of a known fact.
        KindError: If a part is of the wrong type.

    Example:
        >>> print(Fact(None, why=WhyUnknown.WITHHELD))
        unknown: withheld
    """

    text_key: ClassVar = "answer"
    file_form: ClassVar = 'true, false or { unknown = "…" }'
    plain_kinds: ClassVar = (bool, NoneType, Answer)
    file_keys: ClassVar[Mapping[str, str]] = {
        "is": "answer",
        "unknown": "why",
        "at": "source",
    }

    answer: Answer = field(default=Answer.UNKNOWN, converter=_to_answer)
    source: Source | None = field(default=None, kw_only=True, converter=_to_source)
    why: WhyUnknown | None = field(default=None, kw_only=True, converter=_to_why)

    def __attrs_post_init__(self) -> None:
        if self.why is not None and self.answer is not Answer.UNKNOWN:
            raise FactError(
                f'a fact that is "{self.answer}" cannot be {self.why.value}',
                remedy="leave out the reason, or the answer",
            )

    @classmethod
    def of(cls, value: object) -> "Fact":
        """Take whatever may stand for a fact: a fact, an answer, True, False, None.

        Raises:
            KindError: If it is anything else.
        """
        return value if isinstance(value, Fact) else cls(Answer.of(value))

    def written(self) -> bool | None:
        """Write it as a file holds it, if it is no more than yes or no."""
        is_more = self.source is not None or self.answer is Answer.UNKNOWN
        return None if is_more else self.answer is Answer.YES

    def __bool__(self) -> bool:
        return bool(self.answer)

    def __str__(self) -> str:
        return f"{self.answer}: {self.why.value}" if self.why else str(self.answer)
