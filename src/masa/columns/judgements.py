"""Criteria of facts that are nobody's case: any criterion, fostering, allegations."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from masa.columns.answer_tables import answers_to
from masa.columns.case_frames import NOBODY, SAID, ages
from masa.columns.frames import frame_of
from masa.columns.kinds import Result
from masa.columns.values import Reading
from masa.ground.criteria import NO_OR_YES, Criterion
from masa.ground.durations import Duration, whole
from masa.ground.errors import KindError
from masa.ground.text import echo
from masa.model.statutes import StatuteBook
from masa.rules.allegations import DESIGNATED_OFFICER
from masa.rules.fostering import DAYS, PRIVATE_FOSTERING
from masa.rules.judging import book_for

__all__ = ["is_for_designated_officer", "is_privately_fostered", "judge"]

LASTED = "lasted"
NOTHING: Mapping[str, str] = MappingProxyType({})


def judge(criterion: Criterion, facts: Any) -> Result:  # noqa: ANN401 (a table of any library)
    """Judge a criterion on every row, as `Criterion.judge` does.

    Args:
        criterion: The criterion, such as one that `masa.criterion` gives.
        facts: Its facts by name: a mapping to columns, or a data frame. What is none
            of its facts is an error in a mapping, and left alone in a data frame.

    Returns:
        For each row True, False or nothing, in a column of the kind of the first, be
        it a list, an array of objects, a series of the type "boolean" with the same
        index, or an Arrow array of ``bool``.

    Raises:
        UnknownNameError: If a mapping holds a name that is none of its facts.
        KindError: If it is no criterion; if the facts are no table, or have no column
            of a fact; or if a row cannot stand for one, with the rows.
        RangeError: If its facts can be in more than five million states, columns are
            of two lengths, or series have two indexes.

    Example:
        >>> from masa.ground.criteria import all_of, is_so
        >>> both = all_of("both are so", is_so("one", "it is"), is_so("other", "it is"))
        >>> judge(both, {"one": [True, True, None], "other": [True, None, False]})
        [True, None, False]
    """
    if not isinstance(criterion, Criterion):
        raise KindError(
            f"{echo(criterion)} is no criterion", remedy="make it: masa.criterion"
        )
    readings = {name: _reading(criterion, name) for name in criterion.domains}
    return _answered(criterion, facts, readings)


def _reading(criterion: Criterion, name: str) -> Reading:
    choices = criterion.domains[name]
    if choices == NO_OR_YES:
        return SAID
    place = criterion.facts.index(name)
    return Reading(len(choices), lambda value: criterion.known({name: value})[place])


def _answered(
    criterion: Criterion,
    facts: object,
    readings: Mapping[str, Reading],
    called: Mapping[str, str] = NOTHING,
) -> Result:
    """Judge a criterion, some of whose facts are asked for by another name."""
    answers = answers_to(criterion)
    frame = frame_of(facts, readings, "this criterion")
    codes = {
        called.get(name, name): frame.codes(name, readings[name])
        for name in frame.names
    }
    return frame.give(answers.look_up(codes, frame.rows))


def is_privately_fostered(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether a child is privately fostered.

    Args:
        facts: By the names of the arguments of `masa.is_privately_fostered`: ``age``
            in whole years, ``days`` in whole days, and the others yes or no.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `judge` does.
        RangeError: If columns are of two lengths, series have two indexes, or a number
            is negative.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 1989, s.66 and Sch 8.

    Example:
        >>> is_privately_fostered({"age": [16, 12], "disabled": False})
        [False, None]
    """
    book = book_for(NOBODY, on, law)
    asked = PRIVATE_FOSTERING.criterion(book)
    readings = {name: SAID for name in asked.facts if name != LASTED}
    readings |= {"age": ages(asked.domains["age"]), "days": _at_least(book)}
    return _answered(asked, facts, readings, {"days": LASTED})


def _at_least(book: StatuteBook) -> Reading:
    """Read how many days it has lasted as whether these are enough."""
    length = book.value(DAYS)
    assert isinstance(length, Duration)  # noqa: S101 (the data give days)
    least = length.number
    return Reading(len(NO_OR_YES), lambda days: int(whole(days) >= least))


def is_for_designated_officer(
    facts: Any,  # noqa: ANN401 (a table of any library)
    *,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Result:
    """Say of every row whether an allegation is one for the designated officer (LADO).

    Args:
        facts: By the names of the arguments of `masa.is_for_designated_officer`.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Returns:
        For each row True, False or nothing, as `judge` gives them.

    Raises:
        MasaError: As `judge` does.
        NotInForceError: If the edition of that day is not known to say so.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Working Together 2018, ch.2, as one area's arrangements restate it.
    """
    asked = DESIGNATED_OFFICER.criterion(book_for(NOBODY, on, law))
    return judge(asked, facts)
