"""Whether an arrangement covers an area: by its names, as a part, or as a whole."""

from collections.abc import Iterable, Iterator
from datetime import date

from masa.ground.findings import Finding
from masa.ground.law.authorities import was_there
from masa.ground.law.authority_names import authorities_called
from masa.ground.logic import Answer
from masa.ground.stated import Absence, Stated
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.bodies import Area, Extent
from masa.model.lifetimes import has_begun, has_not_ended

__all__ = [
    "areas_around",
    "covers_area",
    "every_key_of",
    "keys_of",
    "names_of_areas",
    "turns_of",
]

Keys = frozenset[str]


def keys_of(name: str, on: date) -> Keys:
    """Give what two names of one area on a day have in common.

    Names of a local authority of the register are alike: "Barnet", "Barnet Council".

    Raises:
        KindError: If the name is not text.
    """
    held = (one.id for one in authorities_called(name) if was_there(one, on))
    return frozenset((" ".join(name.casefold().split()), *(f"={one}" for one in held)))


def every_key_of(name: str) -> Keys:
    """Give the keys of a name on any day, to find quickly what may be meant by it."""
    held = (f"={one.id}" for one in authorities_called(name))
    return frozenset((" ".join(name.casefold().split()), *held))


def names_of_areas(arrangement: Arrangement) -> Iterator[str]:
    """Yield every name by which an area could be found in an arrangement."""
    outside = (area for fact in arrangement.outside_facts for area in fact.area)
    for area in (*arrangement.area, *outside):
        yield from filter(None, (area.name, area.id))
        yield from Stated(area.also).values
        yield from area.part_of.values


def _keys(area: Area, on: date) -> Keys:
    names = (area.name, area.id, *Stated(area.also).values)
    return frozenset().union(*(keys_of(name, on) for name in names if name))


def areas_around(arrangements: Iterable[Arrangement], asked: Keys, on: date) -> Keys:
    """Give the keys of the larger areas in which arrangements say that one lies.

    One that lies in another lies in whatever that lies in; what is only planned, or
    said in two ways, does not count.
    """
    lying = [
        (_keys(area, on), keys_of(area.part_of.only, on))
        for arrangement in arrangements
        for area in arrangement.area
        if area.part_of.is_settled
    ]
    around: Keys = frozenset()
    while True:
        larger = (keys for inner, keys in lying if (asked | around) & inner)
        grown = around.union(*larger)
        if grown == around:
            return around
        around = grown


def turns_of(name: str) -> Iterator[date]:
    """Yield the days on which a name begins or ends to be that of an authority."""
    for one in authorities_called(name):
        yield from filter(None, (one.since, one.before))


def covers_area(
    arrangement: Arrangement, asked: Keys, around: Keys, on: date
) -> Finding:
    """Say whether the area that is asked for is an arrangement's own on a day.

    Args:
        arrangement: The arrangement.
        asked: The keys of the area that is asked for.
        around: The keys of the areas in which it lies.
        on: The day on which the names are read.
    """
    found = dict(_reasons(arrangement, asked, around, on))
    for answer in (Answer.YES, Answer.UNKNOWN):
        if answer in found:
            return _finding(answer, found[answer])
    return _finding(Answer.NO, "its area is that")


def _finding(answer: Answer, claim: str) -> Finding:
    needed = ("which area it covers",) if answer is Answer.UNKNOWN else ()
    return Finding(answer=answer, claim=claim, needed=needed)


def _reasons(
    arrangement: Arrangement, asked: Keys, around: Keys, on: date
) -> Iterator[tuple[Answer, str]]:
    for area in arrangement.area:
        lasting = has_begun(area.existed, on) & has_not_ended(area.ended, on)
        if lasting is Answer.NO:
            continue
        if (asked | around) & _keys(area, on):
            yield _own(area, lasting)
        elif asked & _larger(area, on):
            yield (
                Answer.UNKNOWN,
                f"it covers more of that area than {echo(area.name)}, a part of it",
            )
    if not any(names_of_areas(arrangement)):
        yield Answer.UNKNOWN, "its area, which is not stated, is that"
    for fact in arrangement.outside_facts:
        if any((asked | around) & _keys(area, on) for area in fact.area):
            said = "its area is that, as other sources say and the document does not"
            yield Answer.UNKNOWN, said


def _larger(area: Area, on: date) -> Keys:
    return frozenset().union(*(keys_of(name, on) for name in area.part_of.values))


def _own(area: Area, lasting: Answer) -> tuple[Answer, str]:
    called = echo(area.name)
    if lasting is Answer.UNKNOWN:
        return Answer.UNKNOWN, f"{called} was there"
    parts = {one.value for one in area.extent.statements}
    if not parts.isdisjoint({Extent.PART, Absence.UNKNOWN}):
        return Answer.UNKNOWN, f"what is meant lies in the part of {called} it covers"
    if not area.standing.is_settled:
        return Answer.UNKNOWN, f"{called}, {area.standing.value}, became its area"
    return Answer.YES, f"its area is {called}"
