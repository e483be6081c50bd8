"""An arrangement on one page: who, how often, for what money, and with what doubts.

Nothing is smoothed over: what the document does not state is listed, what
contradicts itself stands there with both places.
"""

from attrs import evolve

from masa.ground.blocks import Block, Heading, Pairs, Table
from masa.ground.errors import KindError
from masa.ground.reports import Report
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.report import (
    assurance,
    checked,
    governance,
    money,
    open_points,
    people,
    promises,
)
from masa.report.lines import NOT_STATED

__all__ = ["describe"]


def describe(arrangement: Arrangement) -> Report:
    """Describe an arrangement: its partners, groups, agencies, money and doubts.

    Args:
        arrangement: What to describe.

    Returns:
        A report that prints as text, Markdown and HTML.

    Raises:
        KindError: If it is no arrangement.

    Example:
        >>> import masa
        >>> report = masa.report.describe(masa.examples.load("barnet"))
        >>> "£278,600" in report.to_text()
        True
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(
            f"{echo(arrangement)} is not an arrangement", remedy="use `masa.load`"
        )
    sections = (
        people.identity(arrangement),
        people.partners(arrangement),
        people.groups(arrangement),
        people.functions(arrangement),
        people.teams(arrangement),
        people.relations(arrangement),
        governance.answering(arrangement),
        people.agencies(arrangement),
        people.others(arrangement),
        assurance.ended(arrangement),
        *(money.money(arrangement, budget) for budget in arrangement.budgets),
        money.years(arrangement),
        promises.commitments(arrangement),
        assurance.scrutiny(arrangement),
        assurance.reports(arrangement),
        assurance.child_deaths(arrangement),
        assurance.escalation(arrangement),
        assurance.papers(arrangement),
        promises.decisions(arrangement),
        promises.sign_offs(arrangement),
        promises.departures(arrangement),
        promises.dates(arrangement),
        promises.concerns(arrangement),
        checked.held(arrangement),
        checked.worth_a_look(arrangement),
        open_points.not_yet(arrangement),
        open_points.not_stated(arrangement),
        open_points.contradictory(arrangement),
        open_points.elsewhere(arrangement),
    )
    blocks = (block for section in sections for block in section)
    held = tuple(_as_held(arrangement, block) for block in blocks)
    return Report(arrangement.title, (Heading(arrangement.title, 1), *held))


def _as_held(arrangement: Arrangement, block: Block) -> Block:
    """Call nothing "not stated" that may stand in a part of the text not held."""
    called = {NOT_STATED: arrangement.silence}
    match block:
        case Pairs():
            return Pairs(
                tuple((key, called.get(text, text)) for key, text in block.rows)
            )
        case Table():
            rows = (tuple(called.get(text, text) for text in row) for row in block.rows)
            return evolve(block, rows=tuple(rows))
    return block
