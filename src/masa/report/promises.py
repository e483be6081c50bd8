"""What an arrangement undertakes, decides, dates and was asked."""

from collections.abc import Iterator

from masa.ground.blocks import Block, Bullets, Heading, Table
from masa.model.arrangement import Arrangement
from masa.model.commitments import Commitment
from masa.model.decisions import Decision
from masa.model.sign_offs import Departure, SignOff
from masa.report.lines import (
    bulleted,
    each_in_short,
    headed,
    in_short,
    labelled,
    listed_after,
    placed,
    sentence,
)
from masa.rules.chronology import chronology

__all__ = [
    "commitments",
    "concerns",
    "dates",
    "decisions",
    "departures",
    "sign_offs",
]


def commitments(arrangement: Arrangement) -> Iterator[Block]:
    """List what the arrangement undertakes, topic by topic."""
    if not arrangement.commitments:
        return
    yield Heading("What it undertakes")
    yield Bullets(tuple(map(_commitment, arrangement.commitments)))


def _commitment(commitment: Commitment) -> str:
    counted = commitment.counted_from
    ahead = labelled("at least", commitment.ahead, commitment)
    more = [
        *labelled("seen to by", commitment.owner, commitment),
        *labelled("decided by", commitment.decided_by, commitment),
        *labelled("", commitment.every, commitment),
        *labelled("within", commitment.within, commitment),
        *(f"{text} ahead" for text in ahead),
        *labelled("for", commitment.lasts, commitment),
        *([f"counted from {counted}"] if counted else []),
    ]
    topic = placed(sentence(commitment.topic), commitment.at, commitment.standing)
    tail = f" [{'; '.join(more)}]" if more else ""
    return f"{topic}: {in_short(commitment.says, commitment)}{tail}"


def decisions(arrangement: Arrangement) -> Iterator[Block]:
    """List what was decided, or is to be, by whom and on whose proposal."""
    yield from bulleted(
        "What was decided", map(_decision, arrangement.decisions), level=2
    )


def _decision(decision: Decision) -> str:
    more = [
        *labelled("item", decision.item, decision),
        *labelled("on", decision.on, decision),
        *labelled("introduced by", decision.introduced_by, decision),
        *labelled("on the report of", decision.report_by, decision),
        *labelled("proposed by", decision.proposed_by, decision),
        *labelled("seconded by", decision.seconded_by, decision),
        *labelled("recommended by", decision.recommended_by, decision),
        *labelled("for decision by", decision.resolved_by, decision),
        *labelled("the rest delegated to", decision.delegated_to, decision),
    ]
    topic = placed(sentence(decision.topic), decision.at, decision.standing)
    tail = f" [{'; '.join(more)}]" if more else ""
    parts = (
        f" {sentence(each_in_short(decision.parts, decision))}."
        if decision.parts
        else ""
    )
    return f"{topic}: {in_short(decision.outcome, decision)}{tail}{parts}"


def sign_offs(arrangement: Arrangement) -> Iterator[Block]:
    """List which key documents were signed off, by whom and when."""
    yield from bulleted(
        "What was signed off", map(_sign_off, arrangement.sign_offs), level=2
    )


def _sign_off(one: SignOff) -> str:
    more = [*listed_after("by", one.by, one), *labelled("on", one.on, one)]
    document = sentence(one.document.value)
    return headed(placed(document, one.at, one.standing), more)


def departures(arrangement: Arrangement) -> Iterator[Block]:
    """List where guidance is departed from, with the reason."""
    yield from bulleted(
        "Where guidance is departed from",
        map(_departure, arrangement.departures),
        level=2,
    )


def _departure(one: Departure) -> str:
    more = [
        *labelled("decided by", one.decided_by, one),
        *labelled("on", one.on, one),
    ]
    item = placed(one.item, one.at, one.standing)
    tail = f" [{'; '.join(more)}]" if more else ""
    return f"{item}: {in_short(one.reason, one)}{tail}"


def dates(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate every date that is printed, with the day of the week."""
    found = chronology(arrangement)
    if not found:
        return
    yield Heading("Dates")
    yield from (block for block in found.to_blocks() if isinstance(block, Table))


def concerns(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate what was asked, and what was answered."""
    if not arrangement.concerns:
        return
    yield Heading("Questions and concerns")
    yield Table(
        caption="What was asked, and what was answered",
        columns=("asked", "by", "answered"),
        rows=tuple(
            (
                placed(one.question, one.at),
                each_in_short(one.raised_by.statements, one),
                in_short(one.answer, one),
            )
            for one in arrangement.concerns
        ),
    )
