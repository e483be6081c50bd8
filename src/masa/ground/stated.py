"""What the sources state of a single-valued fact: nothing, once, or differently.

A published document may say a thing once, twice in two ways, say that there is
none, or not say it. `Stated` holds whatever is printed and picks no winner.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from functools import cached_property
from itertools import combinations
from typing import Generic, Never, NoReturn, TypeVar

from attrs import field, frozen

from masa.ground.dates import When
from masa.ground.errors import FactError, KindError, TruthError, UnsettledError
from masa.ground.logic import Answer
from masa.ground.periods import Period
from masa.ground.shown import Shown, plain
from masa.ground.sources import Source
from masa.ground.text import Prose, echo, in_short, prose

__all__ = [
    "NOT_STATED",
    "Absence",
    "Standing",
    "Stated",
    "Statement",
    "same_value",
    "stated",
]

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)


class Standing(Enum):
    """How firmly a document says a thing."""

    IN_FORCE = "in force"
    AGREED = "agreed"
    AGREED_SUBJECT_TO = "agreed subject to"
    CAN_BE_EXPLORED = "can be explored"
    PROPOSED = "proposed"
    TO_BE_CONSULTED_ON = "to be consulted on"
    CONDITIONAL = "conditional"

    __repr__ = Enum.__str__

    @classmethod
    def of(cls, value: object) -> "Standing":
        """Take a standing or its words as a standing.

        Raises:
            KindError: If it is neither.
        """
        try:
            return cls(value)
        except ValueError as cause:
            known = ", ".join(standing.value for standing in cls)
            raise KindError(
                f"{echo(value)} is not a standing", remedy=f"write one of: {known}"
            ) from cause

    @cached_property
    def is_settled(self) -> bool:
        """Whether the thing holds as it is said, being in force or agreed."""
        return self in _SETTLED


_SETTLED = Standing.IN_FORCE, Standing.AGREED


class Absence(Enum):
    """What a source says in the place of a value."""

    NONE = "none"
    UNKNOWN = "unknown"

    __repr__ = Enum.__str__


_UNTOLD = Absence.UNKNOWN  # a member is much slower to see in its Enum


def _to_source(value: object) -> Source | None:
    return Source.of(value)


def _to_standing(value: object) -> Standing:
    return Standing.of(value)


def _to_prose(value: object) -> str | None:
    return None if value is None else prose(value)


def _to_when(value: object) -> When | None:
    return None if value is None else When.of(value)


@frozen(kw_only=True)
class Statement(Shown, Generic[T_co]):
    """One thing that one source says of a fact.

    Args:
        value: What it says; or `Absence.NONE`, that there is none; or
            `Absence.UNKNOWN`, that it cannot be told from the source.
        at: The place where it says so.
        standing: How firmly.
        condition: On what condition, in our words.
        words: The words as printed, where they matter.
        since: From when the value holds, where the source says so.
        until: To when it holds, that day included.

    Raises:
        KindError: If a part is of the wrong type.
        TextError: If the condition or the words break the text policy.
        DateError: If it ends before it begins.
    """

    value: T_co | Absence
    at: Source | None = field(default=None, converter=_to_source)
    standing: Standing = field(default=Standing.IN_FORCE, converter=_to_standing)
    condition: Prose | None = field(default=None, converter=_to_prose)
    words: Prose | None = field(default=None, converter=_to_prose)
    since: When | None = field(default=None, converter=_to_when)
    until: When | None = field(default=None, converter=_to_when)

    def __attrs_post_init__(self) -> None:
        if self.since and self.until:
            Period(start=self.since, end=self.until)  # checks that they are in order

    @property
    def period(self) -> Period:
        """The days on which the value is said to hold; both end days count."""
        return Period(start=self.since, end=self.until)

    @property
    def has_value(self) -> bool:
        """Whether it gives a value, rather than saying there is none or no telling."""
        return not isinstance(self.value, Absence)

    @property
    def is_settled(self) -> bool:
        """Whether it says something that is in force or agreed, on no condition."""
        told = self.value is not _UNTOLD
        return told and self.standing.is_settled and self.condition is None

    def said_as(self, value: str) -> str:
        """Print it with where, how firmly and when it holds.

        Args:
            value: Its value, as it is to be printed.
        """
        notes = [str(self.at)] if self.at else []
        if self.standing is not Standing.IN_FORCE:
            notes.append(self.standing.value)
        if self.condition:
            notes.append(self.condition)
        if self.since or self.until:
            notes.append(_dated(self.since, self.until))
        if self.value is Absence.UNKNOWN and self.words:
            value = f"unknown: {self.words}"
        elif isinstance(self.value, When) and self.words not in (None, value):
            notes.append(f'printed "{self.words}"')
        return f"{value} ({'; '.join(notes)})" if notes else value

    def __str__(self) -> str:
        return self.said_as(plain(self.value))


def _dated(since: When | None, until: When | None) -> str:
    return " ".join(
        f"{word} {when}" for word, when in (("since", since), ("until", until)) if when
    )


def _to_statements(values: Iterable[Statement[T]]) -> tuple[Statement[T], ...]:
    if not isinstance(values, Iterable):
        raise KindError(
            f"{echo(values)} is no list of statements", remedy="use `stated(value)`"
        )
    statements = tuple(values)
    for statement in statements:
        if not isinstance(statement, Statement):
            raise KindError(
                f"{echo(statement)} is not a statement",
                remedy="use `stated(value, at=...)`",
            )
    return statements


@frozen
class Stated(Shown, Generic[T_co]):
    """Everything that the sources state of one single-valued fact.

    Asking Python for its truth raises `TruthError`.

    Args:
        statements: What is said, in the order in which it is printed.

    Raises:
        KindError: If anything else than statements is given.

    Example:
        >>> from masa import stated
        >>> meets = stated("quarterly", at="7") | stated("monthly", at="10")
        >>> print(meets)
        quarterly (s.7) / monthly (s.10)
        >>> meets.conflict
        Answer.YES
    """

    statements: tuple[Statement[T_co], ...] = field(
        default=(), converter=_to_statements
    )

    @property
    def is_stated(self) -> bool:
        """Whether any source gives a value or says that there is none."""
        return any(s.value is not _UNTOLD for s in self.statements)

    @property
    def values(self) -> tuple[T_co, ...]:
        """Every different value that is given, whatever its standing, in order."""
        given = [s.value for s in self.statements if not isinstance(s.value, Absence)]
        return tuple(dict.fromkeys(given))

    @property
    def settled(self) -> tuple[Statement[T_co], ...]:
        """The statements that hold, being in force or agreed."""
        return tuple([s for s in self.statements if s.is_settled])

    @property
    def open(self) -> tuple[Statement[T_co], ...]:
        """The statements that do not hold yet, such as proposals, or are untold."""
        return tuple(s for s in self.statements if not s.is_settled)

    def says(self, value: object) -> Answer:
        """Say whether the sources settle on this value.

        Returns:
            Unknown if nothing is settled, or if the sources contradict one
            another and this value is one of theirs; no if every settled
            statement says something that excludes it.

        Raises:
            KindError: If the value is of another kind than those stated; a
                text is read as theirs.
            MasaError: If such a text cannot be read.
        """
        answers = [same_value(s.value, _like(s.value, value)) for s in self.settled]
        if len(answers) <= 1:
            return answers[0] if answers else Answer.UNKNOWN
        return Answer.any_of(answers) & (Answer.all_of(answers) | Answer.UNKNOWN)

    @property
    def conflict(self) -> Answer:
        """Whether several settled statements exclude one another.

        A proposal contradicts nothing, and two values that hold on different
        days are a change. Unknown where two readings may mean the same, or
        dates may overlap.
        """
        return Answer.any_of(
            ~same_value(one.value, two.value) & one.period.overlaps(two.period)
            for one, two in combinations(self.settled, 2)
        )

    @property
    def only(self) -> T_co:
        """The one value on which the sources settle.

        Raises:
            UnsettledError: If there is no such value; its `reason` says
                whether that is ``not stated``, ``none``, ``contradiction``
                or ``not settled``.
        """
        values = {s.value for s in self.settled}
        for value in values:
            if len(values) == 1 and not isinstance(value, Absence):
                return value
        raise self._unsettled(len(values))

    @property
    def is_settled(self) -> bool:
        """Whether the sources settle on one value, so that `only` gives it."""
        values = {s.value for s in self.settled}
        return len(values) == 1 and not isinstance(values.pop(), Absence)

    def _unsettled(self, settled: int) -> UnsettledError:
        words = in_short(str(self))
        reason, said = "not stated", "the source does not say"
        if settled > 1 and self.conflict is Answer.YES:
            reason, said = "contradiction", f"the sources differ: {words}"
        elif settled > 1:
            reason, said = "not settled", f"several values may hold: {words}"
        elif settled:
            reason, said = "none", f"the source says there is none: {words}"
        elif self.is_stated:
            reason, said = "not settled", f"nothing is settled yet: {words}"
        error = UnsettledError(said, remedy="look at `.statements`")
        error.reason = reason
        return error

    def __bool__(self) -> NoReturn:
        raise TruthError(
            "what the sources state is not true or false",
            remedy="ask `.is_stated`, `.says(value)` or `.only`",
        )

    def __or__(self, other: "Stated[U]") -> "Stated[T_co | U]":
        if not isinstance(other, Stated):
            return NotImplemented
        return Stated((*self.statements, *other.statements))

    def __str__(self) -> str:
        return " / ".join(map(str, self.statements)) or "not stated"


def _like(held: object, value: object) -> object:
    """Take a value as of the same kind as the one that is held, reading a text."""
    if isinstance(held, Absence) or isinstance(value, Absence):
        return value
    if isinstance(value, type(held)):
        if isinstance(value, bool) is isinstance(held, bool):
            return value
    elif isinstance(value, str) and hasattr(held, "from_text"):
        return held.from_text(value)
    elif isinstance(value, str) and isinstance(held, Enum):
        for choice in type(held):
            if choice.value == value:
                return choice
    elif isinstance(held, Decimal) and type(value) is int:
        return Decimal(value)
    raise KindError(
        f"{echo(value)} is of another kind than {echo(plain(held))}",
        remedy="compare values of one kind",
    )


def same_value(one: object, two: object) -> Answer:
    """Say whether two values mean the same, asking values that know of readings.

    Raises:
        FactError: If a value that is asked gives no answer.
    """
    if one == two:
        return Answer.YES
    if isinstance(one, When) and isinstance(two, When):
        return one.is_on(two)
    may_mean = getattr(one, "may_mean", None)
    if may_mean is None or type(one) is not type(two):
        return Answer.NO
    answer = may_mean(two)
    if not isinstance(answer, Answer):
        raise FactError(f"{echo(answer)} is not an answer")
    return answer


NOT_STATED: Stated[Never] = Stated()


def stated(  # noqa: PLR0913 (the parts of a statement)
    value: T | Absence,
    *,
    at: Source | str | None = None,
    standing: Standing | str = Standing.IN_FORCE,
    condition: str | None = None,
    words: str | None = None,
    since: When | str | None = None,
    until: When | str | None = None,
) -> Stated[T]:
    """State one value, with the place where it is printed.

    Args:
        value: The value, or `Absence.NONE` or `Absence.UNKNOWN`.
        at: The place, such as ``"7"``.
        standing: How firmly it is said.
        condition: On what condition.
        words: The words as printed, where they matter.
        since: From when it holds.
        until: To when it holds, that day included.

    Raises:
        KindError: If a part is of the wrong type.
        TextError: If a text breaks the text policy.
        DateError: If a date cannot be read, or it ends before it begins.

    Example:
        >>> stated(1, at="7").only
        1
    """
    statement = Statement(
        value=value,
        at=at,
        standing=standing,
        condition=condition,
        words=words,
        since=since,
        until=until,
    )
    return Stated((statement,))
