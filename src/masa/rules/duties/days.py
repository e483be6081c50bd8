"""By which day arrangements are published, sent and begun, edition by edition."""

from collections.abc import Iterator
from datetime import date

from masa.ground.dates import When
from masa.ground.durations import Duration
from masa.ground.law import shelf
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
from masa.rules.duties.holdings import in_part
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
NOT_SETTLED = "the day that is stated does not settle it"
NO_PUBLICATION = "the day of publication is not stated"
PERHAPS_OLDER = "perhaps published before the edition that asks for it"
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
    # Guidance says both: so long after publication, and by a fixed day at the latest.
    last = _day(dossier, BY_IN_GUIDANCE)
    within = (_begun_by(dossier, day) for day in _publication_days(dossier))
    limits = [min(last, day) for day in within]
    return _or_not_due(dossier, list(_begun(dossier, limits, last)), last)


@duty(AGAIN)
def publishing_again(dossier: Dossier) -> Found:
    """Arrangements that answer to the edition are not shown in time."""
    begins, limit = _begins(dossier, AGAIN), _day(dossier, AGAIN)
    found = [
        each
        for shown, when in _dated(dossier.arrangement.published)
        for each in _again(_against(shown, when, limit), when.before(begins))
    ]
    return _or_not_due(dossier, found, limit)


def _again(shown: Exhibit, is_older: Answer) -> list[Exhibit]:
    """Show a publication, unless it is older than the edition that asks for it."""
    if is_older is Answer.YES:
        return []
    return [shown] if is_older is Answer.NO else in_part([shown], PERHAPS_OLDER)


def _is_first(dossier: Dossier) -> bool:
    """Say whether an arrangement may be the first of its area."""
    before = edition_before(dossier.edition)
    is_first_edition = before is not None and before.area_date == FIRST
    return is_first_edition and not dossier.arrangement.follows


def _day(dossier: Dossier, rule: str) -> date:
    limit = dossier.book.versions(rule)[0].value
    assert isinstance(limit, date)  # noqa: S101 (the data give one)
    return limit


def _begins(dossier: Dossier, rule: str) -> When:
    """Give the first day of the edition that a rule is of."""
    source = dossier.book.versions(rule)[0].source
    begins = shelf.instrument(source.instrument).in_force
    assert begins is not None  # noqa: S101 (the data give one)
    return begins


def _first_by(dossier: Dossier, rule: str) -> Found:
    if not _is_first(dossier):
        return LATER
    return _by(dossier, dossier.arrangement.published, _day(dossier, rule))


def _by(dossier: Dossier, fact: Stated[When], limit: date) -> Found:
    """Ask that something was done by a day: not yet, where that day is to come."""
    found = [_against(each, when, limit) for each, when in _dated(fact)]
    return _or_not_due(dossier, found, limit)


def _or_not_due(dossier: Dossier, found: list[Exhibit], limit: date) -> Found:
    if not found and dossier.on <= limit:
        return NotCalledFor(f"it is not due until {long_day(limit)}")
    return {"day": found}


def _dated(fact: Stated[When]) -> Iterator[tuple[Exhibit, When]]:
    for one in fact.statements:
        if isinstance(one.value, When):
            for shown in stated_exhibits(str, Stated((one,))):
                yield shown, one.value


def _against(shown: Exhibit, when: When, limit: date) -> Exhibit:
    """Hold one printed date against the last day allowed, that day included."""
    weights = {
        Answer.YES: Weight.WHOLE,
        Answer.NO: Weight.AGAINST,
        Answer.UNKNOWN: Weight.PART,
    }
    answer = when.on_or_before(limit)
    said = f"{shown.what}; the last day is {long_day(limit)}"
    short = NOT_SETTLED if answer is Answer.UNKNOWN else ""
    return shown.but(what=said, weight=weights[answer], short=short)


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
            yield from in_part([_against(each, when, last)], NO_PUBLICATION)


DUTIES = duties_of(vars())
