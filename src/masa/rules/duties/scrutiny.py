"""Independent scrutiny: what the Act and guidance ask of it."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from masa.ground.logic import Answer
from masa.ground.shown import plain
from masa.ground.stated import Stated
from masa.model.commitments import Scrutiny
from masa.rules.dossiers import Dossier, stated_exhibits
from masa.rules.duties.asking import Found, duties_of, duty
from masa.rules.duties.holdings import in_part
from masa.rules.exhibits import Exhibit, Weight, exhibit

__all__ = ["DUTIES"]


@duty("P18-M3", "P23-M3", "ca-2004/s16g.3")
def independent_scrutiny(dossier: Dossier) -> Found:
    """Scrutiny by an independent person is not shown."""
    every = dossier.arrangement.scrutiny
    some = any(_is_independent(one) for one in every)
    return {
        "provider": [each for one in every for each in _provider(one)],
        "independent": [each for one in every for each in _independent(one, some=some)],
        "method": [each for one in every for each in _method(one)],
        "reported": [each for one in every for each in _reported(one)],
    }


def _is_independent(one: Scrutiny) -> bool:
    return one.independent.says(True) is Answer.YES  # noqa: FBT003 (a value stated)


def _provider(one: Scrutiny) -> list[Exhibit]:
    return _of(one, [exhibit(f"scrutiny by {one.by}", one)])


def _independent(one: Scrutiny, *, some: bool) -> Iterator[Exhibit]:
    """Show that a scrutineer is independent, or is not and no other is."""
    for each in stated_exhibits(plain, one.independent):
        is_so = each.what == plain(value=True)
        if is_so or not some:
            said = f"{one.by} is {'' if is_so else 'not '}independent"
            weight = Weight.WHOLE if is_so else Weight.AGAINST
            yield evolve(each, what=said, weight=weight)


def _method(one: Scrutiny) -> list[Exhibit]:
    what = Stated((*one.covers, *one.manner))
    return _of(one, stated_exhibits(lambda said: f"{one.by}: {said}", what))


def _reported(one: Scrutiny) -> list[Exhibit]:
    return _of(
        one, stated_exhibits(lambda said: f"{one.by} reports: {said}", one.reports)
    )


def _of(one: Scrutiny, found: Iterable[Exhibit]) -> list[Exhibit]:
    """Show what is said of a scrutineer: a part unless it is independent."""
    return list(found) if _is_independent(one) else in_part(found)


DUTIES = duties_of(vars())
