"""When bodies, posts, groups and arrangements were there, as far as that is stated."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from masa.ground.dates import When
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.periods import Period
from masa.ground.spans import day, long_day
from masa.ground.stated import NOT_STATED, Absence, Standing, Stated, Statement
from masa.ground.text import echo
from masa.model.arrangement import Arrangement, Thing
from masa.model.bodies import Body, Post
from masa.model.groups import Function, Group
from masa.model.partners import RelevantAgency, SafeguardingPartner

__all__ = [
    "has_begun",
    "has_not_ended",
    "successors",
    "thing_was_there",
    "was_there",
]


def was_there(arrangement: Arrangement, name: str, on: date | str) -> Finding:
    """Say whether a body, post or group of an arrangement was there on a day.

    What a document names, it speaks of as being there from the day from which it is
    in force; of earlier days it tells nothing, unless it states since when the thing
    existed. A post is there as long as the body that it belongs to, and a group of
    which no end is stated no longer than the arrangement, unless it stands beside it.

    Reading: a body without a stated end is taken to be there still. One could also say
    that a text tells nothing of days long after it.

    Args:
        arrangement: Where it is declared.
        name: Its name, another name of it, or its id.
        on: The day, as a date or ISO text. The day on which it begins counts, and so
            does the day on which it ends.

    Raises:
        UnknownNameError: If nothing is called so, or several things are.
        DateError: If there is no such day.
        KindError: If the name is not text, or it is not a day.

    Example:
        >>> import masa
        >>> barnet = masa.examples.load("barnet")
        >>> print(was_there(barnet, "LSCB", "2026-11-22").answer)
        unknown
    """
    return thing_was_there(arrangement, arrangement[name], name, day(on))


def thing_was_there(
    arrangement: Arrangement, thing: Thing, called: str, on: date
) -> Finding:
    """Say whether a thing that is at hand was there on a day, as `was_there` does."""
    answer = Answer.all_of(_answers(arrangement, thing, on))
    said, asked = f"{echo(called)} was there", f"when {echo(called)} was there"
    if thing is arrangement:
        said, asked = "the arrangements were in force", "when they were in force"
    return Finding(
        answer=answer,
        claim=f"{said} on {long_day(on)}",
        needed=(asked,) if answer is Answer.UNKNOWN else (),
    )


def _answers(
    arrangement: Arrangement, thing: Thing, on: date, within: tuple[Thing, ...] = ()
) -> Iterator[Answer]:
    if any(thing is one for one in within):
        return
    within = (*within, thing)
    if not getattr(thing, "standing", Standing.IN_FORCE).is_settled:
        yield Answer.UNKNOWN
    match thing:
        case Body() | SafeguardingPartner() | RelevantAgency():
            yield _since(arrangement, thing.existed, on)
            yield has_not_ended(thing.ended, on)
            if isinstance(thing, SafeguardingPartner | RelevantAgency) and thing.body:
                yield from _answers(arrangement, arrangement[thing.body], on, within)
        case Post():
            yield from _answers(arrangement, _body_of(arrangement, thing), on, within)
        case Arrangement():
            yield _since(arrangement, NOT_STATED, on)
            yield has_not_ended(thing.ended, on)
        case Group() if thing.period.statements:
            yield _each(thing.period, on, partial(_started, on), Answer.__and__)
            yield _each(thing.period, on, partial(_unfinished, on), Answer.__or__)
            if not any(one.end for one in thing.period.values):
                yield _has_lasted(arrangement, thing, on)
        case Group() | Function():
            yield _since(arrangement, NOT_STATED, on)
            yield _has_lasted(arrangement, thing, on)
        case _:
            yield _since(arrangement, NOT_STATED, on)


def _has_lasted(arrangement: Arrangement, thing: Group | Function, on: date) -> Answer:
    """Say whether the arrangement lasted; what stands beside it may outlive it."""
    is_beside = isinstance(thing, Group) and bool(thing.outside.statements)
    return Answer.YES if is_beside else has_not_ended(arrangement.ended, on)


def _since(arrangement: Arrangement, existed: Stated[When], on: date) -> Answer:
    """Say whether something was there by a day: since it existed, or was spoken of."""
    if existed.statements:
        return has_begun(existed, on)
    if not arrangement.in_force.statements:
        return Answer.UNKNOWN
    return has_begun(arrangement.in_force, on) | Answer.UNKNOWN


def _started(on: date, period: Period) -> Answer:
    return period.start.on_or_before(on) if period.start else Answer.YES


def _unfinished(on: date, period: Period) -> Answer:
    return period.end.on_or_after(on) if period.end else Answer.YES


def _body_of(arrangement: Arrangement, post: Post) -> Thing:
    """Give the body of a post; the arrangement itself if it is declared in none."""
    if post.body is not None:
        return arrangement[post.body]
    within: tuple[SafeguardingPartner | Body, ...]
    within = (*arrangement.partners, *arrangement.bodies)
    return next((body for body in within if post in body.posts), arrangement)


def has_begun(begun: Stated[When], on: date) -> Answer:
    """Say whether something had begun by a day, its first day included.

    If nothing is stated, it had. Before a day that is only planned it had not; from
    that day on, it is unknown.
    """
    return _each(begun, on, lambda when: when.on_or_before(on), Answer.__and__)


def has_not_ended(ended: Stated[When], on: date) -> Answer:
    """Say whether something still lasted on a day, its last day included.

    If nothing is stated, it did. To a day that is only planned it did; after that day,
    it is unknown.
    """
    return _each(ended, on, lambda when: when.on_or_after(on), Answer.__or__)


def _each(
    stated: Stated[object],
    on: date,
    answer_of: Callable[..., Answer],
    planned: Callable[[Answer, Answer], Answer],
) -> Answer:
    """Give the answer of the settled statements, or else of all that is planned.

    If they differ, it is unknown; if there is no statement, yes.
    """
    held = stated.settled or stated.statements
    answers = {_one(one, on, answer_of, planned) for one in held} or {Answer.YES}
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _one(
    statement: Statement[object],
    on: date,
    answer_of: Callable[..., Answer],
    planned: Callable[[Answer, Answer], Answer],
) -> Answer:
    if statement.value is Absence.NONE:
        return planned(Answer.YES, Answer.UNKNOWN)
    is_told = statement.value is not Absence.UNKNOWN
    if not is_told or statement.period.covers(on) is not Answer.YES:
        return Answer.UNKNOWN
    answer = answer_of(statement.value)
    return answer if statement.is_settled else planned(answer, Answer.UNKNOWN)


def successors(arrangement: Arrangement, name: str) -> tuple[str, ...]:
    """Name everything that came after a body, at once or through others.

    One body may have several successors, where it was split, and several may have one,
    where they were merged. After a post comes what came after its body. What is only
    planned to come after it is left out.

    Raises:
        UnknownNameError: If nothing is called so, or several things are.
        KindError: If the name is not text.

    Example:
        >>> import masa
        >>> successors(masa.examples.load("barnet"), "LSCB")
        ('BSCP',)
    """
    seen, found = [arrangement[name]], list[str]()
    for thing in seen:  # which grows on the way
        for ref, is_later in _next(arrangement, thing):
            after = arrangement[ref]
            if not any(after is one for one in seen):
                seen.append(after)
                found += [ref] if is_later else []
    return tuple(found)


def _next(arrangement: Arrangement, thing: Thing) -> Iterator[tuple[str, bool]]:
    """Yield what came after a thing; and the body that it is, or belongs to."""
    if isinstance(thing, Body | SafeguardingPartner | RelevantAgency | Arrangement):
        for statement in Stated(thing.successors).settled:
            if isinstance(statement.value, str):
                yield statement.value, True
    if isinstance(thing, SafeguardingPartner | RelevantAgency) and thing.body:
        yield thing.body, False
    if isinstance(thing, Post):
        body = _body_of(arrangement, thing)
        yield str(getattr(body, "id", None) or getattr(body, "name", None)), False
