"""When bodies, posts, groups and arrangements were there, as far as that is stated."""

from collections.abc import Callable, Iterator
from datetime import date

from masa.ground.dates import When
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.spans import day, long_day
from masa.ground.stated import NOT_STATED, Absence, Stated, Statement
from masa.ground.text import echo
from masa.model.arrangement import Arrangement, Thing
from masa.model.bodies import Body, Post
from masa.model.groups import Group
from masa.model.partners import RelevantAgency, SafeguardingPartner

__all__ = ["has_begun", "has_not_ended", "successors", "was_there"]

Lasting = Body | SafeguardingPartner | RelevantAgency


def was_there(arrangement: Arrangement, name: str, on: date | str) -> Finding:
    """Say whether a body, post or group of an arrangement was there on a day.

    What a document names, it speaks of as being there from the day from which it is
    in force; of earlier days it tells nothing, unless it states since when the thing
    existed. A post is there as long as the body that it belongs to.

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
    asked = day(on)
    answers = tuple(_answers(arrangement, arrangement[name], asked))
    answer = Answer.all_of(answers)
    return Finding(
        answer=answer,
        claim=f"{echo(name)} was there on {long_day(asked)}",
        needed=(f"when {echo(name)} was there",) if answer is Answer.UNKNOWN else (),
    )


def _answers(arrangement: Arrangement, thing: Thing, on: date) -> Iterator[Answer]:
    match thing:
        case Body() | SafeguardingPartner() | RelevantAgency():
            yield _since(arrangement, thing.existed, on)
            yield has_not_ended(thing.ended, on)
            if isinstance(thing, SafeguardingPartner | RelevantAgency) and thing.body:
                yield from _answers(arrangement, arrangement[thing.body], on)
        case Post():
            yield from _answers(arrangement, _body_of(arrangement, thing), on)
        case Group() if thing.period.statements:
            yield _each(
                thing.period, lambda period: period.covers(on), planned=_unknown
            )
        case _:
            yield _since(arrangement, NOT_STATED, on)


def _since(arrangement: Arrangement, existed: Stated[When], on: date) -> Answer:
    """Say whether something was there by a day: since it existed, or was spoken of."""
    if existed.statements:
        return has_begun(existed, on)
    spoken_of = has_begun(arrangement.in_force, on)
    is_dated = bool(arrangement.in_force.statements)
    return Answer.YES if is_dated and spoken_of is Answer.YES else Answer.UNKNOWN


def _unknown(_: Answer, unknown: Answer) -> Answer:
    return unknown


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
    return _each(begun, lambda when: when.on_or_before(on), planned=Answer.__and__)


def has_not_ended(ended: Stated[When], on: date) -> Answer:
    """Say whether something still lasted on a day, its last day included.

    If nothing is stated, it did. To a day that is only planned it did; after that day,
    it is unknown.
    """
    return _each(ended, lambda when: when.on_or_after(on), planned=Answer.__or__)


def _each(
    stated: Stated[object],
    answer_of: Callable[..., Answer],
    planned: Callable[[Answer, Answer], Answer],
) -> Answer:
    """Give the answer that every statement gives; if they differ, it is unknown."""
    answers = {_one(one, answer_of, planned) for one in stated.statements}
    if not answers:
        return Answer.YES
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _one(
    statement: Statement[object],
    answer_of: Callable[..., Answer],
    planned: Callable[[Answer, Answer], Answer],
) -> Answer:
    if statement.value is Absence.UNKNOWN:
        return Answer.UNKNOWN
    none = statement.value is Absence.NONE
    answer = Answer.YES if none else answer_of(statement.value)
    return answer if statement.is_settled else planned(answer, Answer.UNKNOWN)


def successors(arrangement: Arrangement, name: str) -> tuple[str, ...]:
    """Name everything that came after a body, at once or through others.

    One body may have several successors, where it was split, and several may have one,
    where they were merged. After a post comes what came after its body.

    Raises:
        UnknownNameError: If nothing is called so, or several things are.
        KindError: If the name is not text.

    Example:
        >>> import masa
        >>> successors(masa.examples.load("barnet"), "LSCB")
        ('BSCP',)
    """
    thing = arrangement[name]
    waiting = [_body_of(arrangement, thing) if isinstance(thing, Post) else thing]
    found: dict[str, None] = {}
    while waiting:
        last = waiting.pop(0)
        held = last.successors if isinstance(last, Lasting) else ()
        after = [ref for ref in Stated(held).values if ref not in found]
        found |= dict.fromkeys(after)
        waiting += [arrangement[ref] for ref in after]
    return tuple(found)
