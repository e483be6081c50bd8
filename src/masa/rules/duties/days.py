"""By which day arrangements are published, sent and begun, edition by edition."""

from collections.abc import Iterator
from datetime import date

from masa.ground.dates import When
from masa.ground.durations import Duration
from masa.ground.logic import Answer
from masa.ground.spans import long_day
from masa.ground.stated import Stated
from masa.model.editions import edition_before
from masa.rules.dossiers import Dossier, stated_exhibits
from masa.rules.duties.asking import (
    IN_PROSE,
    Found,
    NotCalledFor,
    duties_of,
    duty,
)
from masa.rules.exhibits import Exhibit, Weight
from masa.rules.reckoning import calendar_time

__all__ = ["DUTIES"]

LATEST, LATEST_IN_GUIDANCE = (
    "publish-arrangements-by",
    "publish-arrangements-by-in-guidance",
)
WITHIN, BY_IN_GUIDANCE = (
    "implement-arrangements-within",
    "implement-arrangements-by-in-guidance",
)
AGAIN = "republish-arrangements-by"
FIRST = "implemented"
LATER = NotCalledFor("it is about the first arrangements of an area")


@duty(LATEST)
def first_publication(dossier: Dossier) -> Found:
    """First publication by the last day that the Regulations allow is not shown."""
    return _first_by(dossier, LATEST)


@duty(LATEST_IN_GUIDANCE)
def first_publication_by_guidance(dossier: Dossier) -> Found:
    """First publication by the day that guidance names is not shown."""
    return _first_by(dossier, LATEST_IN_GUIDANCE)


@duty("send-arrangements-by")
def sending_to_the_secretary_of_state(dossier: Dossier) -> Found:
    """That the arrangements were sent to the Secretary of State is not shown."""
    return IN_PROSE if _is_first(dossier) else LATER


@duty(WITHIN)
def beginning_after_publication(dossier: Dossier) -> Found:
    """That they began soon enough after publication is not shown."""
    if not _is_first(dossier):
        return LATER
    limits = [_begun_by(dossier, day) for day in _publication_days(dossier)]
    last = _begun_by(dossier, _day(dossier, LATEST))
    return {"day": list(_begun(dossier, limits, last))}


@duty(BY_IN_GUIDANCE)
def beginning_by_guidance(dossier: Dossier) -> Found:
    """That they began by the day that guidance names is not shown."""
    if not _is_first(dossier):
        return LATER
    return _by(dossier, dossier.arrangement.in_force, _day(dossier, BY_IN_GUIDANCE))


@duty(AGAIN)
def publishing_again(dossier: Dossier) -> Found:
    """Arrangements that answer to the edition are not shown in time."""
    begins = dossier.edition.in_force
    own = dossier.arrangement.published
    older = [when for when in own.values if begins and _is_before(when, begins)]
    return {} if older else _by(dossier, own, _day(dossier, AGAIN))


def _is_before(when: When, begins: When) -> bool:
    return when.before(begins) is Answer.YES


def _is_first(dossier: Dossier) -> bool:
    """Say whether an arrangement may be the first of its area."""
    before = edition_before(dossier.edition)
    is_first_edition = before is not None and before.area_date == FIRST
    return is_first_edition and not dossier.arrangement.follows


def _day(dossier: Dossier, rule: str) -> date:
    limit = dossier.book.versions(rule)[0].value
    assert isinstance(limit, date)  # noqa: S101 (the data give one)
    return limit


def _first_by(dossier: Dossier, rule: str) -> Found:
    if not _is_first(dossier):
        return LATER
    return _by(dossier, dossier.arrangement.published, _day(dossier, rule))


def _by(dossier: Dossier, fact: Stated[When], limit: date) -> Found:
    """Ask that something was done by a day: not yet, where that day is to come."""
    found = [_against(each, when, limit) for each, when in _dated(fact)]
    if not found and dossier.on <= limit:
        return NotCalledFor(f"it is not due until {long_day(limit)}")
    return {"day": found}


def _dated(fact: Stated[When]) -> Iterator[tuple[Exhibit, When]]:
    shown = stated_exhibits(str, fact)
    whens = (one.value for one in fact.statements if one.has_value)
    for each, when in zip(shown, whens, strict=True):
        if isinstance(when, When):
            yield each, when


def _against(shown: Exhibit, when: When, limit: date) -> Exhibit:
    """Hold one printed date against the last day allowed, that day included."""
    weights = {
        Answer.YES: Weight.WHOLE,
        Answer.NO: Weight.AGAINST,
        Answer.UNKNOWN: Weight.PART,
    }
    answer = when.on_or_before(limit)
    said = f"{shown.what}; the last day is {long_day(limit)}"
    return shown.but(what=said, weight=weights[answer])


def _publication_days(dossier: Dossier) -> Iterator[date]:
    for when in dossier.arrangement.published.values:
        if when.earliest is not None and when.earliest == when.latest:
            yield when.earliest


def _begun_by(dossier: Dossier, published: date) -> date:
    length = dossier.book.versions(WITHIN)[0].value
    assert isinstance(length, Duration)  # noqa: S101 (the data give one)
    return calendar_time(published, length)


def _begun(dossier: Dossier, limits: list[date], last: date) -> Iterator[Exhibit]:
    """Hold the first day against the limit, or against the latest that there can be.

    Where no day of publication is told, only a beginning after the latest that any
    lawful publication allows is too late; any other is a part of what is needed.
    """
    for each, when in _dated(dossier.arrangement.in_force):
        if limits:
            yield from (_against(each, when, limit) for limit in limits)
        else:
            held = _against(each, when, last)
            in_time = held.weight is Weight.WHOLE
            yield held.but(weight=Weight.PART) if in_time else held


DUTIES = duties_of(vars())
