"""What has become owed in a review on a day, and whether what was done was in time."""

from collections.abc import Iterator, Sequence
from datetime import date

from masa.ground.findings import Finding
from masa.ground.law.clocks import Bound
from masa.ground.law.processes import ProcessStep
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.ground.spans import long_day
from masa.ground.text import listed
from masa.model.statutes import StatuteBook
from masa.rules.asked import Asked, asked_of, done_on, is_done, is_untold, left
from masa.rules.deadlines import Deadline
from masa.rules.owed import Owed
from masa.rules.processes import Progress
from masa.rules.statuses import DeadlineState, state_of
from masa.rules.timelines import Timeline

__all__ = ["kept_in_time", "owed_of", "written"]


def owed_of(
    progress: Progress, book: StatuteBook, line: Timeline, on: date
) -> Iterator[Owed]:
    """Yield everything that is owed on a day, step by step.

    What nothing has brought about is not owed, nor what is done or impossible.

    Args:
        progress: How far the review has come.
        book: The law.
        line: The deadlines that the events of the review start.
        on: The day.
    """
    for step in progress.process.steps:
        if _is_due(progress, step, line, on) and not progress.ruled_out(step):
            asked = asked_of(step, book, _running(step, line))
            for one in asked:
                if step.continues or not is_done(progress, step, one.to):
                    yield _open(progress, step, one, asked, on)
    yield from _kept(progress, line)


def _running(step: ProcessStep, line: Timeline) -> tuple[Deadline, ...]:
    """Give the deadlines of a step that run: those that its event stops."""
    if step.event is None or not step.owed_after:
        return ()
    return tuple(one.deadline for one in line if one.stopped_by == step.event)


def _is_due(progress: Progress, step: ProcessStep, line: Timeline, on: date) -> bool:
    """Say whether something has brought it about that a step is owed."""
    late = (one for one in line if one.clock.id == step.owed_if_late)
    if any(_is_late(one.deadline, progress, on) for one in late):
        return True
    return progress.surely(step.owed_after) is not None


def _is_late(deadline: Deadline, progress: Progress, on: date) -> bool:
    """Say whether a review ended, or is still open, after its last day."""
    end = progress.end
    return (end.on if end and end.on else on) > day_of(deadline.due)


def _open(
    progress: Progress,
    step: ProcessStep,
    one: Asked,
    asked: Sequence[Asked],
    on: date,
) -> Owed:
    """Say what is still open of what some texts ask."""
    return Owed(
        step=step.id,
        what=step.says,
        who=step.who or one.who or progress.process.who,
        to=left(progress, step, one.to),
        by=one.due,
        binding=_binding(one, asked),
        force=one.force,
        basis=one.basis,
        state=state_of(Bound.LATEST, one.due, on, None) if one.due else None,
        note="; ".join(filter(None, (one.note, _last(progress, step)))) or None,
    )


def _last(progress: Progress, step: ProcessStep) -> str:
    """Say when something that goes on was last done."""
    days = [taken.on for taken in progress.of(step.id) if taken.on]
    return f"last done on {long_day(max(days))}" if step.continues and days else ""


def _binding(one: Asked, asked: Sequence[Asked]) -> date | None:
    """Give the day that the law alone sets for the same, towards one of the same."""
    law = (
        other.due
        for other in asked
        if other.is_law and (other.to == one.to or set(other.to) & set(one.to))
    )
    return min((due for due in law if due), default=None)


def _kept(progress: Progress, line: Timeline) -> Iterator[Owed]:
    """Yield what has to be kept: the clocks that an act of the process starts."""
    acts = {step.event for step in progress.process.steps}
    for one in line:
        is_own = one.is_kept and one.deadline.event in acts
        if is_own and one.state is DeadlineState.MUST_BE_KEPT:
            limit = one.deadline.governing.limit
            yield Owed(
                step=one.clock.id,
                what=one.clock.says,
                who=limit.who,
                by=day_of(one.deadline.due),
                binding=one.deadline.binding and day_of(one.deadline.binding),
                force=limit.force,
                basis=(limit.citation,),
                state=one.state,
                note=f"at least until that day: {limit.value_in_words}",
            )


def kept_in_time(
    progress: Progress, book: StatuteBook, line: Timeline
) -> Iterator[Finding]:
    """Yield whether each step that was taken, or should have been, was in time.

    Law and guidance are judged apart. A step that was not taken is judged only once
    the review is over.
    """
    for step in progress.process.steps:
        asked = asked_of(step, book, _running(step, line))
        taken = _instead(progress, step)
        for one in asked:
            is_judged = progress.of(taken.id) or progress.end
            if one.due and is_judged:
                is_open = is_untold(progress, taken, one, asked)
                yield _in_time(progress, taken, one, one.due, is_open=is_open)


def _instead(progress: Progress, step: ProcessStep) -> ProcessStep:
    """Give the step that was taken in place of one, where it was; else the one."""
    other = step.instead_of
    is_other = other is not None and progress.of(other) and not progress.of(step.id)
    return progress.process.step(other) if other and is_other else step


def _in_time(
    progress: Progress, step: ProcessStep, one: Asked, due: date, *, is_open: bool
) -> Finding:
    """Judge one act; in time, but nobody says towards whom, is unknown."""
    done = done_on(progress, step, one.to)
    answer = Answer.of(done is not None and done <= due)
    if is_open and answer is Answer.YES:
        answer = Answer.UNKNOWN
    to = f" to {listed(one.to)}" if one.to else ""
    return Finding(
        answer=answer,
        claim=f"{step.id}{to} was done by {long_day(due)}",
        basis=one.dated,
        needed=("to whom it went",) if answer is Answer.UNKNOWN else (),
    )


def written(progress: Progress, book: StatuteBook) -> Iterator[Finding]:
    """Yield whether each step that has to be in writing was, where one was taken."""
    for step in progress.process.steps:
        for one in progress.of(step.id):
            if step.in_writing and one.record and one.on:
                answer = one.record.in_writing.answer
                rules = book.versions(step.in_writing)
                yield Finding(
                    answer=answer,
                    claim=f"{step.id} of {long_day(one.on)} was in writing",
                    basis=tuple(rule.citation for rule in rules),
                    needed=("in_writing",) if answer is Answer.UNKNOWN else (),
                )
