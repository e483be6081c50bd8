"""A table of cases: what follows from the facts of each row, and what cannot be so.

Every row is read as `Case` reads the same facts, and by the same rules, which are
asked once for each state in which facts that bear on one another can be.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from masa.columns.answer_tables import place_of_rows
from masa.columns.faults import Faults
from masa.columns.frames import Frame, frame_of
from masa.columns.values import NO, UNKNOWN, Codes, Reading
from masa.ground.durations import whole
from masa.ground.errors import KindError
from masa.ground.logic import Answer, Fact
from masa.ground.text import echo
from masa.ground.text import name as checked_name
from masa.model.case_facts import FOLLOWS, QUESTIONS, KnownFact, settled
from masa.model.cases import Case
from masa.model.places import Place, Where
from masa.rules.judging import band

__all__ = ["NOBODY", "SAID", "ages", "case_codes", "case_frame"]

ANSWERS = (Answer.NO, Answer.YES, Answer.UNKNOWN)
WORDS = {answer.value: answer for answer in ANSWERS}
WHERE = tuple(Where)
NOBODY = Case(reference="0")
PLACES, AUTHORITY = ("place", "normally_resident"), "local_authority"
FACTS = (*QUESTIONS, "age", *PLACES, AUTHORITY)
SUSPECTS, SUSPECTED = "authority_suspects", "abuse_or_neglect_suspected"
KEPT = 256


def _said(value: object) -> int:
    answer = WORDS.get(value) if isinstance(value, str) else value
    if answer is None or isinstance(answer, Fact):
        raise KindError(
            f"{echo(value)} is not an answer",
            remedy="give True, False, yes, no, unknown or nothing",
        )
    return ANSWERS.index(Answer.of(answer))


SAID = Reading(UNKNOWN, _said, is_plain=True)


def case_frame(given: object) -> Frame:
    """Read a table of cases, whose columns are called as the facts of `Case`.

    Raises:
        UnknownNameError: If a mapping holds a name that is no such fact.
        KindError: If it is no table, or has no column of such a fact.
        RangeError: If columns are of two lengths, or series have two indexes.
    """
    return frame_of(given, FACTS, "a case")


def ages(spans: Sequence[str]) -> Reading:
    """Read ages in whole years as the spans in which they lie."""
    return Reading(len(spans), lambda age: spans.index(band(whole(age), spans)))


def case_codes(
    frame: Frame, domains: Mapping[str, Sequence[str]], asker: str | None = None
) -> dict[str, Codes]:
    """Read every fact of a table of cases, and draw what follows from it.

    Args:
        frame: The table.
        domains: The facts that are asked for, with what each may be.
        asker: The authority that asks, by its id, unless it is that of each case.

    Raises:
        DocumentError: If the facts of a row contradict one another, with the rows.
        MasaError: If a row cannot stand for a fact, with the rows.
    """
    given = {one: frame.codes(one, SAID) for one in QUESTIONS if one in frame.names}
    found = _drawn(given, {*domains, SUSPECTED}, frame.rows)
    if "age" in frame.names:
        found["age"] = frame.codes("age", ages(domains.get("age", ("any",))))
    areas = _Areas.of(frame, asker)
    for one in PLACES:
        if one in frame.names:
            found[one] = areas.seen(frame, one)
    if SUSPECTS in found:
        found[SUSPECTS] = areas.suspected(found[SUSPECTS], found[SUSPECTED])
    return {name: codes for name, codes in found.items() if name in domains}


def _drawn(
    given: Mapping[str, Codes], wanted: Iterable[str], rows: int
) -> dict[str, Codes]:
    """Draw what follows within each family of facts that bear on one another."""
    found, faults = dict(given), Faults()
    for family in _families():
        held = tuple(one for one in family if one in given)
        sought = tuple(one for one in family if one in wanted)
        if not held or (len(held) == 1 and held == (sought or held)):
            continue
        drawn = _consequences(held, sought)
        columns = [given[one] for one in held]
        places = place_of_rows(columns, (len(ANSWERS),) * len(held), rows)
        _note(faults, np.flatnonzero(drawn.impossible.take(places)), given)
        for one, states in zip(sought, drawn.states, strict=True):
            found[one] = states.take(places)
    faults.refuse()
    return found


def _note(faults: Faults, rows: NDArray[np.intp], given: Mapping[str, Codes]) -> None:
    """Note rows that cannot be so, with what a case says of the first of them."""
    if rows.size:
        row = int(rows[0])
        facts: dict[str, Any] = {
            name: ANSWERS[codes[row]] for name, codes in given.items()
        }
        with faults.of(rows):
            Case(reference=str(row), **facts)


@cache
def _families() -> tuple[tuple[str, ...], ...]:
    """Give those sets of facts in which one may follow from another."""
    found: dict[str, frozenset[str]] = {}
    for one, _, other, _ in FOLLOWS:
        both = found.get(one, {one}) | found.get(other, {other})
        found.update(dict.fromkeys(both, frozenset(both)))
    families = (tuple(filter(one.__contains__, QUESTIONS)) for one in found.values())
    return tuple(dict.fromkeys(families))


@frozen(eq=False)
class _Consequences:
    """What follows from each state of some facts.

    Args:
        impossible: Whether the state contradicts itself.
        states: For each fact that is sought, its own state then.
    """

    impossible: NDArray[np.bool_]
    states: NDArray[np.uint8]


@lru_cache(maxsize=KEPT)
def _consequences(held: tuple[str, ...], sought: tuple[str, ...]) -> _Consequences:
    drawn = [
        settled(
            KnownFact(name, answer)
            for name, answer in zip(held, answers, strict=True)
            if answer is not Answer.UNKNOWN
        )
        for answers in product(ANSWERS, repeat=len(held))
    ]
    states = [
        [
            ANSWERS.index(one.known[name].answer) if name in one.known else UNKNOWN
            for one in drawn
        ]
        for name in sought
    ]
    impossible = [bool(one.clashes) for one in drawn]
    return _Consequences(np.array(impossible), np.array(states, np.uint8))


@frozen(eq=False)
class _Areas:
    """Whose case each row is, and who asks.

    Args:
        asker: The authority that asks, by its id, unless it is that of each case.
        own: For each row, the place of the authority whose case it is.
        ids: The ids of these authorities; of the first, that nobody is named.
    """

    asker: str | None
    own: Codes
    ids: tuple[str | None, ...]

    @classmethod
    def of(cls, frame: Frame, asker: str | None) -> "_Areas":
        """Read whose case each row is."""
        ids: dict[str | None, int] = {None: 0}

        def number(called: object) -> int:
            known = NOBODY.authority(checked_name(called)).id
            return ids.setdefault(known, len(ids))

        if AUTHORITY not in frame.names:
            return cls(asker, np.zeros(1, np.uint8), (None,))
        own = frame.codes(AUTHORITY, Reading(0, number))
        return cls(asker, own, tuple(ids))

    def seen(self, frame: Frame, name: str) -> Codes:
        """Say of each row where a place lies, seen from whoever asks."""
        places: dict[tuple[Place, str | None], int] = {(Place(), None): 0}

        def number(value: object) -> int:
            held = Place.of(value)
            if held.authority is None:
                return places.setdefault((held, None), len(places))
            named = NOBODY.authority(held.authority).id
            return places.setdefault((Place(), named), len(places))

        codes = frame.codes(name, Reading(0, number))
        table = [[self._seen(*one, own) for one in places] for own in self.ids]
        return np.array(table, np.uint8)[self.own, codes]

    def _seen(self, held: Place, named: str | None, own: str | None) -> int:
        where = held.seen_from(self.asker or own, own=own, named=named)
        return len(WHERE) if where is None else WHERE.index(where)

    def suspected(self, codes: Codes, suspected: Codes) -> Codes:
        """Leave out what the authority of a case suspects where another asks."""
        foreign = [
            self.asker is not None and own not in {None, self.asker} for own in self.ids
        ]
        if not any(foreign):
            return codes
        of_others = np.where(suspected == NO, NO, UNKNOWN)
        return np.where(np.array(foreign)[self.own], of_others, codes)
